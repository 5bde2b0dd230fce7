BEGIN TRANSACTION;
CREATE TABLE audit ( seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, incident INTEGER NOT NULL, object TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL CHECK (length(hash) = 64)) STRICT;
INSERT INTO "audit" VALUES(1,1795752663,'user anna','contact.added',0,'contact 1','0101 FMK-koordinator <fmk@koebenhavn.example.dk> +4500000021','57d5aefd6417780e9a96091e7c15b295b7ad7ff29fc43101ddc6719731867e27');
INSERT INTO "audit" VALUES(2,1795752663,'user anna','contact.added',0,'contact 2','0751 Sygeplejen <fmk@aarhus.example.dk> +4500000022','404ba84796e4110f4bc5f391843ac63947d474b6daf4f4e924fd054d835e99e9');
INSERT INTO "audit" VALUES(3,1795752663,'user anna','contact.added',0,'contact 3','0851 IT-vagten <fmk@aalborg.example.dk>','13256e98b856dfd7de4d8dd7723093991d75834838c52f7c78780a7285a3e5d8');
INSERT INTO "audit" VALUES(4,1795752663,'user anna','contact.added',0,'contact 4','kmd KMD Drift <drift@kmd.example.dk>','0e2ca06611cb5c7dac3c621c677ffc4db6fea834556dc4a14e80d45c0dac7046');
INSERT INTO "audit" VALUES(5,1795752673,'alertd','incident.opened',1,'incident 1','open, outage: FMK er utilgængeligt i produktion (the rules broadcast; rule 3: FMK: it is hit: "fmk", "utilgængeligt")','a78c6f858802b96fdef91edd9a1ee13e76f145272c1c06dd425fc1862e060008');
INSERT INTO "audit" VALUES(6,1795752673,'alertd','notice.queued',1,'incident 1','notice 1, first: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','345681301a74cdd1f24d4ffef244eda887657b7f5f70a3bb7591a0663df619ea');
INSERT INTO "audit" VALUES(7,1795752673,'alertd','page.queued',1,'incident 1','The municipalities are being told.','93cceb69f27b1b7976ef56d6bb504e081473c10e53b282170127a3337ff41884');
INSERT INTO "audit" VALUES(8,1795752673,'alertd','message.sending',1,'message 7','1 recipients, by worker 10280','899030fb211230f6b0e8d6d9726183760fba9bd05777f4e421681b97723b20b5');
INSERT INTO "audit" VALUES(9,1795752673,'alertd','message.sending',1,'message 1','1 recipients, by worker 10278','c10061f0bf370f500d9afef77ed81f91dbeab648ade34d70e0bd6ba1ba47d6fa');
INSERT INTO "audit" VALUES(10,1795752673,'alertd','message.sending',1,'message 3','1 recipients, by worker 10278','2b5865f7768bd019b339433a558960df674e4dc5156778b75c62417dd845b213');
INSERT INTO "audit" VALUES(11,1795752673,'alertd','message.sending',1,'message 5','1 recipients, by worker 10278','efeb33efbd546a0d32aa06c05db730bc7d40184ee1ad4e7e88a22304fac2015c');
INSERT INTO "audit" VALUES(12,1795752673,'alertd-mail','delivery.accepted',1,'message 7','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','540f7f3270cd5efb548cc4a3405be4bf6592e4e2387023c3a5d6725075d957af');
INSERT INTO "audit" VALUES(13,1795752673,'alertd','message.sending',1,'message 6','1 recipients, by worker 10280','0f20c5dcb18d6c4e8b762cfe383c40863d596a4627121b1ce6a4002b561bceda');
INSERT INTO "audit" VALUES(14,1795752673,'alertd','message.sending',1,'message 2','1 recipients, by worker 10281','1ef6d5cf6d1ff3466fd320e0fed40a99bbc2edef4682053e8f7d1a7a5f4d5e2f');
INSERT INTO "audit" VALUES(15,1795752673,'alertd','message.sending',1,'message 4','1 recipients, by worker 10281','1857bb992c6b27cec1eb727b9fbbac4e3458c881767f734e4528a02cdb6e9a0e');
INSERT INTO "audit" VALUES(16,1795752673,'alertd-sms','delivery.accepted',1,'message 2','+4500000021: accepted: 0 written (/tmp/alertd-03/sms.txt)','fe6002924f8d79f557486e5e787d282edbbcb6b60272c954b0aeb305eb9e4c59');
INSERT INTO "audit" VALUES(17,1795752673,'alertd-mail','delivery.accepted',1,'message 1','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','57be037cda787ac07c84a5b8367e8853f9646b33660693806e5e1a98b7ba79ef');
INSERT INTO "audit" VALUES(18,1795752673,'alertd-sms','delivery.accepted',1,'message 4','+4500000022: accepted: 0 written (/tmp/alertd-03/sms.txt)','72ddf394d4064dc366699fc31dbc9771c56851f4c3de0c865046d024d849e231');
INSERT INTO "audit" VALUES(19,1795752673,'alertd-mail','delivery.accepted',1,'message 3','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','82ee26a123e0de7473394fdccc173a53c38406960abaf696745551ea8271ee67');
INSERT INTO "audit" VALUES(20,1795752673,'user anna','notice.queued',1,'incident 1','notice 2, update: updated by user anna','aa6235c617645437f7a0bab151aa10d777673c1a920d289f4dc22fed703ce938');
INSERT INTO "audit" VALUES(21,1795752673,'alertd','message.sending',1,'message 9','1 recipients, by worker 10281','7d22bf2ea42bc658265e168a20ce0834f7926981e91204b203f6fb4c20587151');
INSERT INTO "audit" VALUES(22,1795752673,'alertd','message.sending',1,'message 11','1 recipients, by worker 10281','956f67541cb5da525ab05d648707e36226fae5f8112b9161a6a13b201005c60d');
INSERT INTO "audit" VALUES(23,1795752673,'alertd-sms','delivery.accepted',1,'message 9','+4500000021: accepted: 0 written (/tmp/alertd-03/sms.txt)','e5ec017ff06dc656d8aa785164965e85cee3e91fd1465172d148df3d3e14e8ae');
INSERT INTO "audit" VALUES(24,1795752673,'alertd-sms','delivery.accepted',1,'message 11','+4500000022: accepted: 0 written (/tmp/alertd-03/sms.txt)','ad8569c7bbc4bc41e0b3a8af285e6dfddb4ce296b065417787bc52c96d0616fc');
INSERT INTO "audit" VALUES(25,1795752673,'alertd-mail','delivery.accepted',1,'message 5','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','85e849833e1b6a99820acb5c409fc336954aff97058c0ab9b73f12d25a4b5651');
INSERT INTO "audit" VALUES(26,1795752673,'alertd','message.sending',1,'message 8','1 recipients, by worker 10278','b4aab715ddfd19a8751cf02bdb848c080a867cce8d5e38d542e4945a47e1d952');
INSERT INTO "audit" VALUES(27,1795752673,'alertd','message.sending',1,'message 10','1 recipients, by worker 10278','513461a08dcd490ef3f1e84075fa7530b67c85f27ba0afddfc6b4156b895b604');
INSERT INTO "audit" VALUES(28,1795752673,'alertd','message.sending',1,'message 12','1 recipients, by worker 10278','d89a8a6d80484687db2c8c8308d7d0481f83ef9b8843e6978811b2c032c04617');
INSERT INTO "audit" VALUES(29,1795752673,'alertd-mail','delivery.accepted',1,'message 8','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','06b2c0598b47b9d8dc587edf34af7b2ceaeeac14e656e6d4ba67eae40c30a872');
INSERT INTO "audit" VALUES(30,1795752673,'alertd-mail','delivery.accepted',1,'message 10','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','72959ee857f595b11ba6df91185dff14187c313075d9bba292315c3b6d3d79e2');
INSERT INTO "audit" VALUES(31,1795752673,'alertd-mail','delivery.accepted',1,'message 12','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','2ab8ee62ff0347aaf37f0d0154d72a58e10e0f3793f8e4bb0f09ec9af4e59fa6');
INSERT INTO "audit" VALUES(32,1795752673,'alertd-mail','delivery.accepted',1,'message 6','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','2b213ece0d8225edfcc98ec8610f737a3d8f6bd6180ae4dd2d463b510d75d40b');
INSERT INTO "audit" VALUES(33,1795752674,'alertd','message.sending',1,'message 13','1 recipients, by worker 10280','437eb78a9fe17c1d5e11b048dc832d7f5f2956b4abbfa731a6e0020c2789766a');
INSERT INTO "audit" VALUES(34,1795752674,'alertd-mail','delivery.accepted',1,'message 13','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','befc6a6409c4483784e2313f01a3d222acf9a9cadd470b3129b6a600424d0ab8');
INSERT INTO "audit" VALUES(35,1795752683,'alertd','incident.state',1,'incident 1','resolved, was open: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','4c0ee7a68a9d452f534b75835e7b92910e453868cd7ca7235387fe781b95769e');
INSERT INTO "audit" VALUES(36,1795752683,'alertd','notice.queued',1,'incident 1','notice 3, resolved: it is over','0e1e216cd0a20719c9081e764bcdcb3b6a47dcf1807b1bb636754ab154ea5a0a');
INSERT INTO "audit" VALUES(37,1795752683,'alertd','message.sending',1,'message 14','1 recipients, by worker 10278','babb612b1e78e9cd83898e4d5f6838893ca0d42aa451991a234cf2725b1a23cd');
INSERT INTO "audit" VALUES(38,1795752683,'alertd','message.sending',1,'message 16','1 recipients, by worker 10278','0789d9b430a6c4e621cafe344451ab268c6594bd2f5c9c9f183dcaee24b9c9bc');
INSERT INTO "audit" VALUES(39,1795752683,'alertd','message.sending',1,'message 18','1 recipients, by worker 10278','e91ac91d50e7a6e65a866de3eccdfdbe65ad53761fdb7443bec1beb9d9b981fb');
INSERT INTO "audit" VALUES(40,1795752683,'alertd','message.sending',1,'message 19','1 recipients, by worker 10280','d3af76fb1fe0b03c832f908cc67c30671b1f3a30a8a3eb8073ed02663f47f97c');
INSERT INTO "audit" VALUES(41,1795752683,'alertd-mail','delivery.accepted',1,'message 14','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','8974c31a78eb99c0c2dc3016460d34d46dd76cf4be03b6641410c201737733af');
INSERT INTO "audit" VALUES(42,1795752683,'alertd-mail','delivery.accepted',1,'message 19','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','1b33e9bada9981ec9bac1bacf9b848acb698de7635fa69e39c03534970659c07');
INSERT INTO "audit" VALUES(43,1795752683,'alertd-mail','delivery.accepted',1,'message 16','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','d0e045d9967404cdef9edf0c2918078a3518b4594970f3a82afd23bb23a18013');
INSERT INTO "audit" VALUES(44,1795752683,'alertd','message.sending',1,'message 15','1 recipients, by worker 10281','65f7c5ebb4ff667922e910e4c84efcf0ef2ad34a062febac93e2e8876250a818');
INSERT INTO "audit" VALUES(45,1795752683,'alertd','message.sending',1,'message 17','1 recipients, by worker 10281','f491f94a49e28ede4f7da85dc21f298d77feb4d22180ea693654c754aff82bb9');
INSERT INTO "audit" VALUES(46,1795752683,'alertd-sms','delivery.accepted',1,'message 15','+4500000021: accepted: 0 written (/tmp/alertd-03/sms.txt)','3eb878a34c6c35cd0cb8909eb9311eea88145fa2966269f0c767bdd6f70142e2');
INSERT INTO "audit" VALUES(47,1795752683,'alertd-sms','delivery.accepted',1,'message 17','+4500000022: accepted: 0 written (/tmp/alertd-03/sms.txt)','6081433bdd51cd8c49ea10bd4b375493d49419428f69b3fc47f6302b51b2b179');
INSERT INTO "audit" VALUES(48,1795752683,'alertd-mail','delivery.accepted',1,'message 18','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','fb93fb23291dd4413067c6995866765a1a12cc928acb1df5a6a54a849d918b63');
INSERT INTO "audit" VALUES(49,1795752683,'user anna','incident.opened',2,'incident 2','actual, outage: FMK kan ikke bruges (by user anna)','9e8e2708c60f2a1f3ad541d9f3a5ae4139995c5b8b849b34da8e42b961dc147b');
INSERT INTO "audit" VALUES(50,1795752683,'user anna','notice.queued',2,'incident 2','notice 1, first: sent by user anna','827426dfd1843d382f06151be6988923c93b8f429135fc62c172b634f854a2c9');
INSERT INTO "audit" VALUES(51,1795752683,'alertd','message.sending',2,'message 21','1 recipients, by worker 10281','521be6bb538b27005a29b3a2dc6c5a544150565d55c4422b9751055a091d1d54');
INSERT INTO "audit" VALUES(52,1795752683,'alertd','message.sending',2,'message 23','1 recipients, by worker 10281','0cad50138e1440bb1e99be5eebf5ac3d5a47aa9c5f3bef312c4d9f56d70d3aed');
INSERT INTO "audit" VALUES(53,1795752683,'alertd','message.sending',2,'message 20','1 recipients, by worker 10278','c2594959c09af19b33e2c5f5383c7b54c88f037911f0b02dd669fc2b8501e0e6');
INSERT INTO "audit" VALUES(54,1795752683,'alertd','message.sending',2,'message 22','1 recipients, by worker 10278','ea874f2adae0c1d10ba21ac34427aaac7279ed669413639e5ec4cd6b7715f61c');
INSERT INTO "audit" VALUES(55,1795752683,'alertd','message.sending',2,'message 24','1 recipients, by worker 10278','dad36a9b44f7c827d34c0c9b8109ea68db836a29c692be44422bd98da28edcec');
INSERT INTO "audit" VALUES(56,1795752683,'alertd-sms','delivery.accepted',2,'message 21','+4500000021: accepted: 0 written (/tmp/alertd-03/sms.txt)','61886008b046295dfed3bff0de00e7923cd316bb0a53b3e67028d9512e87318b');
INSERT INTO "audit" VALUES(57,1795752683,'alertd-mail','delivery.accepted',2,'message 20','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','184f38f0bc56be6b9aad6f209827ed32038f03d65a07beb161e78c00d7996080');
INSERT INTO "audit" VALUES(58,1795752683,'alertd-sms','delivery.accepted',2,'message 23','+4500000022: accepted: 0 written (/tmp/alertd-03/sms.txt)','5f5b24b59d0a9e27bc589b64edc2a5c7dfeaa1a73f735edb7343dbbd79c3efbb');
INSERT INTO "audit" VALUES(59,1795752683,'alertd-mail','delivery.accepted',2,'message 22','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','ecc263822a8e2c479ef1c79987f05c9c797a8e27eb4fb5a671b60603bd5225b9');
INSERT INTO "audit" VALUES(60,1795752683,'alertd','message.sending',2,'message 25','1 recipients, by worker 10280','4d1afeab269fc872e387c3d052059fb9fcf2b2b379623e419de10cfbdffb299b');
INSERT INTO "audit" VALUES(61,1795752683,'alertd-mail','delivery.accepted',2,'message 24','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','cea4765f0c46466199933de1e053d45d521984d79e34f2f288f5eebb1b1d43ac');
INSERT INTO "audit" VALUES(62,1795752683,'alertd-mail','delivery.accepted',2,'message 25','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','707533e3007f36173fd477a8797e98e4e23dd65c5dcd6488157ab3dc0e2d8d61');
INSERT INTO "audit" VALUES(63,1795752683,'user anna','incident.opened',3,'incident 3','exercise, degraded: Øvelse (by user anna)','04964ce14b82cc60a4032fb2fce5db20de762d5d006586749010369996637090');
INSERT INTO "audit" VALUES(64,1795752683,'user anna','notice.queued',3,'incident 3','notice 1, first: sent by user anna','802f68144c3ca508584746bb8a7fb935d2937896c8e8a6cc11ec71901f66de04');
INSERT INTO "audit" VALUES(65,1795752683,'alertd','message.sending',3,'message 26','1 recipients, by worker 10278','9ed40ae175f01262517a4735ed0d1434fdaf1c05b97b3cbea5858243d1d5bb50');
INSERT INTO "audit" VALUES(66,1795752683,'alertd','message.sending',3,'message 28','1 recipients, by worker 10278','2e8f6276966fbe61cb57573fa1828ecaece36dc94ed093d6683b323eaa94688c');
INSERT INTO "audit" VALUES(67,1795752683,'alertd','message.sending',3,'message 30','1 recipients, by worker 10278','46bdd3bf852ba9eebe7881ff905c2087ba88dc058a038ba2bfaeff3a68ddbf4e');
INSERT INTO "audit" VALUES(68,1795752683,'alertd','message.sending',3,'message 27','1 recipients, by worker 10281','dcea3c71449d10e616b8e8f994776ebb0d5daefcb4e98bcce3eafce62c9fff10');
INSERT INTO "audit" VALUES(69,1795752683,'alertd','message.sending',3,'message 29','1 recipients, by worker 10281','54960ecd12f8477e9779601774251747728d3fa08368033ea335915b21590769');
INSERT INTO "audit" VALUES(70,1795752683,'alertd','message.sending',3,'message 31','1 recipients, by worker 10280','fdbd0cb445589bb7201484fe60037aa5399f439600f86c354e8e964a795017bc');
INSERT INTO "audit" VALUES(71,1795752683,'alertd-mail','delivery.accepted',3,'message 26','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','d0a762a9ea05e189b35cfd260c8627c3ab52598ee2b98e43852220836d6e549b');
INSERT INTO "audit" VALUES(72,1795752683,'alertd-mail','delivery.accepted',3,'message 28','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','58ce3344f8a61d3db1e3b77edcca4b763156e73ceaa93f599e9d20a7fdedfec9');
INSERT INTO "audit" VALUES(73,1795752683,'alertd-mail','delivery.accepted',3,'message 31','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','dc46e026e2680dcba791b1324dfa241eafdeb744ccb698a6e90722464287b61d');
INSERT INTO "audit" VALUES(74,1795752683,'alertd-sms','delivery.accepted',3,'message 27','+4500000021: accepted: 0 written (/tmp/alertd-03/sms.txt)','cc5cda3ed306e40bf5ff1cf9cc19ad310a187f6222bf0cd33003428d2fc33f13');
INSERT INTO "audit" VALUES(75,1795752683,'alertd-mail','delivery.accepted',3,'message 30','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-03/out)','abebb22e49e3f4eeea3849f18140ef4588ff03c7196cb644f14c9a54cd983580');
INSERT INTO "audit" VALUES(76,1795752683,'alertd-sms','delivery.accepted',3,'message 29','+4500000022: accepted: 0 written (/tmp/alertd-03/sms.txt)','437f03c89d646071d52ea5c9c5c4e6afa84b2375ae5b41e6f5a27d53bfb80785');
CREATE TABLE contact ( id INTEGER PRIMARY KEY, org INTEGER NOT NULL REFERENCES org, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)), CHECK (email <> '' OR phone <> '')) STRICT;
INSERT INTO "contact" VALUES(1,4,'FMK-koordinator','fmk@koebenhavn.example.dk','+4500000021',1);
INSERT INTO "contact" VALUES(2,85,'Sygeplejen','fmk@aarhus.example.dk','+4500000022',1);
INSERT INTO "contact" VALUES(3,100,'IT-vagten','fmk@aalborg.example.dk','',1);
INSERT INTO "contact" VALUES(4,1,'KMD Drift','drift@kmd.example.dk','',1);
CREATE TABLE delivery ( id INTEGER PRIMARY KEY, message INTEGER NOT NULL REFERENCES message, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted',  'delivered', 'failed', 'superseded', 'cancelled')), attempts INTEGER NOT NULL DEFAULT 0, code INTEGER NOT NULL DEFAULT 0, answer TEXT NOT NULL DEFAULT '', via TEXT NOT NULL DEFAULT '', remote_id TEXT NOT NULL DEFAULT '', due INTEGER NOT NULL, done INTEGER, told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)), UNIQUE (message, address)) STRICT;
INSERT INTO "delivery" VALUES(1,1,1,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752702,1795752673,1);
INSERT INTO "delivery" VALUES(2,2,1,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-03/sms.txt','',1795752701,1795752673,1);
INSERT INTO "delivery" VALUES(3,3,1,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752701,1795752673,1);
INSERT INTO "delivery" VALUES(4,4,1,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-03/sms.txt','',1795752700,1795752673,1);
INSERT INTO "delivery" VALUES(5,5,1,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752700,1795752673,1);
INSERT INTO "delivery" VALUES(6,6,1,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752699,1795752673,1);
INSERT INTO "delivery" VALUES(7,7,1,0,'oncall','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752698,1795752673,1);
INSERT INTO "delivery" VALUES(8,8,1,2,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752698,1795752673,1);
INSERT INTO "delivery" VALUES(9,9,1,2,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-03/sms.txt','',1795752697,1795752673,1);
INSERT INTO "delivery" VALUES(10,10,1,2,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752709,1795752673,1);
INSERT INTO "delivery" VALUES(11,11,1,2,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-03/sms.txt','',1795752708,1795752673,1);
INSERT INTO "delivery" VALUES(12,12,1,2,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752707,1795752673,1);
INSERT INTO "delivery" VALUES(13,13,1,2,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752708,1795752674,1);
INSERT INTO "delivery" VALUES(14,14,1,3,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752716,1795752683,1);
INSERT INTO "delivery" VALUES(15,15,1,3,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-03/sms.txt','',1795752716,1795752683,1);
INSERT INTO "delivery" VALUES(16,16,1,3,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752715,1795752683,1);
INSERT INTO "delivery" VALUES(17,17,1,3,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-03/sms.txt','',1795752715,1795752683,1);
INSERT INTO "delivery" VALUES(18,18,1,3,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752714,1795752683,1);
INSERT INTO "delivery" VALUES(19,19,1,3,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752713,1795752683,1);
INSERT INTO "delivery" VALUES(20,20,2,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','queued',1,421,'421 4.3.2 try later','maildir /tmp/alertd-03/out','',1795752713,NULL,0);
INSERT INTO "delivery" VALUES(21,21,2,1,'0101','FMK-koordinator','+4500000021','sending',1,0,'written','/tmp/alertd-03/sms.txt','',1795752712,NULL,1);
INSERT INTO "delivery" VALUES(22,22,2,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752712,1795752683,1);
INSERT INTO "delivery" VALUES(23,23,2,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-03/sms.txt','',1795752711,1795752683,1);
INSERT INTO "delivery" VALUES(24,24,2,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752710,1795752683,1);
INSERT INTO "delivery" VALUES(25,25,2,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752710,1795752683,1);
INSERT INTO "delivery" VALUES(26,26,3,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752709,1795752683,1);
INSERT INTO "delivery" VALUES(27,27,3,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-03/sms.txt','',1795752709,1795752683,1);
INSERT INTO "delivery" VALUES(28,28,3,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752708,1795752683,1);
INSERT INTO "delivery" VALUES(29,29,3,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-03/sms.txt','',1795752707,1795752683,1);
INSERT INTO "delivery" VALUES(30,30,3,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752707,1795752683,1);
INSERT INTO "delivery" VALUES(31,31,3,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-03/out','',1795752718,1795752683,1);
CREATE TABLE event ( id INTEGER PRIMARY KEY, feed TEXT NOT NULL, ext TEXT NOT NULL, incident INTEGER REFERENCES incident, newest INTEGER, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, listed INTEGER NOT NULL CHECK (listed IN (0, 1)), UNIQUE (feed, ext)) STRICT;
INSERT INTO "event" VALUES(1,'nspop','fmk1',1,2,1795752673,1795752683,1);
CREATE TABLE "feed" ( feed TEXT PRIMARY KEY, first_ok INTEGER, last_ok INTEGER, last_change INTEGER, health TEXT NOT NULL CHECK (health IN ('ok', 'failing', 'stale',  'shrunken')), since INTEGER, polls INTEGER NOT NULL, last_poll INTEGER, body TEXT NOT NULL CHECK (body IN ('whole', 'part', 'short')), body_since INTEGER, told TEXT NOT NULL CHECK (told IN ('ok', 'failing', 'stale',  'shrunken')), cause TEXT NOT NULL CHECK (cause IN ('none', 'unreachable', 'tls',  'status', 'not-a-feed', 'too-large', 'incomplete', 'not-stored')), why TEXT NOT NULL, source TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "feed" VALUES('nspop',1795752663,1795752683,1795752683,'ok',1795752663,3,1795752683,'whole',1795752663,'ok','none','','6a28fdfe55726739f821a01269b512e7e3aaa047d2c19364644f0aa464c0937d');
CREATE TABLE incident ( id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('pending', 'open', 'resolved',  'dismissed', 'retracted')), kind TEXT NOT NULL CHECK (kind IN ('actual', 'exercise', 'test')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), service TEXT NOT NULL, title TEXT NOT NULL, news TEXT NOT NULL, url TEXT NOT NULL, reason TEXT NOT NULL, feed TEXT NOT NULL, since INTEGER, opened_at INTEGER, decided_at INTEGER, resolved_at INTEGER, starts INTEGER, ends INTEGER, expected_end INTEGER, planned INTEGER NOT NULL CHECK (planned IN (0, 1)), reminded INTEGER NOT NULL CHECK (reminded IN (0, 1)), notices INTEGER NOT NULL CHECK (notices >= 0), last_notice_at INTEGER, last_change_at INTEGER, due_at INTEGER, change INTEGER NOT NULL CHECK (change IN (0, 1)), fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)), change_reason TEXT NOT NULL, over INTEGER NOT NULL CHECK (over IN (0, 1)), paged_at INTEGER, pages INTEGER NOT NULL, told_effect TEXT NOT NULL CHECK (told_effect IN ('none', 'planned',  'degraded', 'data_error', 'outage')), told_online TEXT NOT NULL CHECK (told_online IN ('unknown', 'works',  'down'))) STRICT;
INSERT INTO "incident" VALUES(1,'resolved','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752363,1795752673,NULL,1795752683,NULL,NULL,NULL,0,0,3,1795752683,1795752683,NULL,0,0,'',0,1795752673,1,'outage','unknown');
INSERT INTO "incident" VALUES(2,'open','actual','outage','down',0,'FMK','FMK kan ikke bruges','SDS undersøger fejlen.','','sent by user anna','',1795752683,1795752683,1795752683,NULL,NULL,NULL,NULL,0,0,1,1795752683,1795752683,NULL,0,0,'',0,1795752683,1,'outage','down');
INSERT INTO "incident" VALUES(3,'open','exercise','degraded','unknown',0,'FMK','Øvelse','En øvelse.','','sent by user anna','',1795752683,1795752683,1795752683,NULL,NULL,NULL,NULL,0,0,1,1795752683,1795752683,NULL,0,0,'',0,1795752683,1,'degraded','unknown');
INSERT INTO "incident" VALUES(4,'pending','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752363,1795752673,NULL,NULL,NULL,NULL,NULL,0,0,0,NULL,NULL,NULL,0,0,'',0,1795752363,1,'none','unknown');
CREATE TABLE message ( id INTEGER PRIMARY KEY, notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',  'oncall')), org TEXT NOT NULL, org_name TEXT NOT NULL, vendor TEXT NOT NULL, message_id TEXT NOT NULL, created INTEGER NOT NULL, due INTEGER, worker INTEGER, begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1)), UNIQUE (notice, channel, org)) STRICT;
INSERT INTO "message" VALUES(1,1,1,1,'mail','municipality','0101','København','','alertd.1795752673.1.1.0.0101@example.dk',1795752673,NULL,NULL,1);
INSERT INTO "message" VALUES(2,1,1,1,'sms','municipality','0101','København','','alertd.1795752673.1.1.0.0101@example.dk',1795752673,NULL,NULL,1);
INSERT INTO "message" VALUES(3,1,1,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752673.1.1.0.0751@example.dk',1795752673,NULL,NULL,1);
INSERT INTO "message" VALUES(4,1,1,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752673.1.1.0.0751@example.dk',1795752673,NULL,NULL,1);
INSERT INTO "message" VALUES(5,1,1,1,'mail','municipality','0851','Aalborg','','alertd.1795752673.1.1.0.0851@example.dk',1795752673,NULL,NULL,1);
INSERT INTO "message" VALUES(6,1,1,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752673.1.1.0.vendors@example.dk',1795752673,NULL,NULL,1);
INSERT INTO "message" VALUES(7,2,1,0,'mail','oncall','oncall','on-call','','alertd.1795752673.1.0.2.oncall@example.dk',1795752673,NULL,NULL,1);
INSERT INTO "message" VALUES(8,3,1,2,'mail','municipality','0101','København','','alertd.1795752673.1.2.0.0101@example.dk',1795752673,NULL,NULL,1);
INSERT INTO "message" VALUES(9,3,1,2,'sms','municipality','0101','København','','alertd.1795752673.1.2.0.0101@example.dk',1795752673,NULL,NULL,1);
INSERT INTO "message" VALUES(10,3,1,2,'mail','municipality','0751','Aarhus','systematic','alertd.1795752673.1.2.0.0751@example.dk',1795752673,NULL,NULL,1);
INSERT INTO "message" VALUES(11,3,1,2,'sms','municipality','0751','Aarhus','systematic','alertd.1795752673.1.2.0.0751@example.dk',1795752673,NULL,NULL,1);
INSERT INTO "message" VALUES(12,3,1,2,'mail','municipality','0851','Aalborg','','alertd.1795752673.1.2.0.0851@example.dk',1795752673,NULL,NULL,1);
INSERT INTO "message" VALUES(13,3,1,2,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752673.1.2.0.vendors@example.dk',1795752673,NULL,NULL,1);
INSERT INTO "message" VALUES(14,4,1,3,'mail','municipality','0101','København','','alertd.1795752673.1.3.0.0101@example.dk',1795752683,NULL,NULL,1);
INSERT INTO "message" VALUES(15,4,1,3,'sms','municipality','0101','København','','alertd.1795752673.1.3.0.0101@example.dk',1795752683,NULL,NULL,1);
INSERT INTO "message" VALUES(16,4,1,3,'mail','municipality','0751','Aarhus','systematic','alertd.1795752673.1.3.0.0751@example.dk',1795752683,NULL,NULL,1);
INSERT INTO "message" VALUES(17,4,1,3,'sms','municipality','0751','Aarhus','systematic','alertd.1795752673.1.3.0.0751@example.dk',1795752683,NULL,NULL,1);
INSERT INTO "message" VALUES(18,4,1,3,'mail','municipality','0851','Aalborg','','alertd.1795752673.1.3.0.0851@example.dk',1795752683,NULL,NULL,1);
INSERT INTO "message" VALUES(19,4,1,3,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752673.1.3.0.vendors@example.dk',1795752683,NULL,NULL,1);
INSERT INTO "message" VALUES(20,5,2,1,'mail','municipality','0101','København','','alertd.1795752683.2.1.0.0101@example.dk',1795752683,1795752713,NULL,1);
INSERT INTO "message" VALUES(21,5,2,1,'sms','municipality','0101','København','','alertd.1795752683.2.1.0.0101@example.dk',1795752683,NULL,4711,1);
INSERT INTO "message" VALUES(22,5,2,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752683.2.1.0.0751@example.dk',1795752683,NULL,NULL,1);
INSERT INTO "message" VALUES(23,5,2,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752683.2.1.0.0751@example.dk',1795752683,NULL,NULL,1);
INSERT INTO "message" VALUES(24,5,2,1,'mail','municipality','0851','Aalborg','','alertd.1795752683.2.1.0.0851@example.dk',1795752683,NULL,NULL,1);
INSERT INTO "message" VALUES(25,5,2,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752683.2.1.0.vendors@example.dk',1795752683,NULL,NULL,1);
INSERT INTO "message" VALUES(26,6,3,1,'mail','municipality','0101','København','','alertd.1795752683.3.1.0.0101@example.dk',1795752683,NULL,NULL,1);
INSERT INTO "message" VALUES(27,6,3,1,'sms','municipality','0101','København','','alertd.1795752683.3.1.0.0101@example.dk',1795752683,NULL,NULL,1);
INSERT INTO "message" VALUES(28,6,3,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752683.3.1.0.0751@example.dk',1795752683,NULL,NULL,1);
INSERT INTO "message" VALUES(29,6,3,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752683.3.1.0.0751@example.dk',1795752683,NULL,NULL,1);
INSERT INTO "message" VALUES(30,6,3,1,'mail','municipality','0851','Aalborg','','alertd.1795752683.3.1.0.0851@example.dk',1795752683,NULL,NULL,1);
INSERT INTO "message" VALUES(31,6,3,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752683.3.1.0.vendors@example.dk',1795752683,NULL,NULL,1);
CREATE TABLE notice ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, number INTEGER NOT NULL CHECK (number >= 0), type TEXT NOT NULL CHECK (type IN ('first', 'update', 'repeat',  'resolved', 'correction', 'planned', 'page')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), at INTEGER NOT NULL, next INTEGER, title TEXT NOT NULL, reason TEXT NOT NULL, cc_own INTEGER NOT NULL CHECK (cc_own IN (0, 1)), CHECK ((number = 0) = (type = 'page')), CHECK (number = 0 OR incident IS NOT NULL)) STRICT;
INSERT INTO "notice" VALUES(1,1,1,'first','outage',1795752673,1795759873,'FMK er utilgængeligt i produktion','rule 3: FMK: it is hit: "fmk", "utilgængeligt"',0);
INSERT INTO "notice" VALUES(2,1,0,'page','outage',1795752673,NULL,'FMK er utilgængeligt i produktion','The municipalities are being told.',0);
INSERT INTO "notice" VALUES(3,1,2,'update','outage',1795752673,1795759873,'FMK er utilgængeligt i produktion','updated by user anna',0);
INSERT INTO "notice" VALUES(4,1,3,'resolved','outage',1795752683,NULL,'FMK er utilgængeligt i produktion','it is over',0);
INSERT INTO "notice" VALUES(5,2,1,'first','outage',1795752683,1795759883,'FMK kan ikke bruges','sent by user anna',0);
INSERT INTO "notice" VALUES(6,3,1,'first','degraded',1795752683,1795759883,'Øvelse','sent by user anna',0);
CREATE TABLE notice_body ( notice INTEGER NOT NULL REFERENCES notice, audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',  'oncall')), subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL, sms TEXT NOT NULL, PRIMARY KEY (notice, audience)) STRICT, WITHOUT ROWID;
INSERT INTO "notice_body" VALUES(1,'municipality','FMK er nede siden kl. 05.06 (besked nr. 1)','Besked nr. 1, sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.11.

Hvad er ramt?
FMK er nede.
Driftsmelding:
> FMK er utilgængeligt i produktion
> Opslag i FMK fejler for alle anvendere.

Hvem er ramt?
Alle, der bruger FMK: kommuner, læger, sygehuse og apoteker.

Siden hvornår?
Fejlen begyndte kl. 05.06. Det har varet 5 minutter.

Hvad skal I gøre?
- FMK kan ikke bruges lige nu.
- Brug den sidst hentede medicinliste i jeres system. Tjek, hvornår den er hentet. Den kan være for gammel.
- Giv medicin, der er doseret eller dosispakket, hvis der ikke er tvivl.
- Er I i tvivl? Ring til borgerens læge. Ring til lægevagten, når lægen har lukket. Region Hovedstaden: 1813. Akut: 112.
- Skriv ned, hvad lægen siger i telefonen. Læs det op for lægen. Notér navn, tid, præparat, styrke og dosis. Lægen skriver det selv i FMK bagefter.
- Følg jeres lokale nødprocedure for dokumentation.
- Ret ikke i FMK, og bestil ikke medicin, før vi melder klar.

Virker FMK-online?
Nej. FMK-online er også ramt.

Hvornår får I næste besked?
Næste besked kommer senest kl. 07.11.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift
','','FMK er nede siden kl. 05.06. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0001, kl. 05.11.');
INSERT INTO "notice_body" VALUES(1,'vendor','FMK er nede siden kl. 05.06 (besked nr. 1)','Besked nr. 1, sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.11.

Hvad er ramt?
FMK er nede.
Driftsmelding:
> FMK er utilgængeligt i produktion
> Opslag i FMK fejler for alle anvendere.

Hvem er ramt?
Alle, der bruger FMK: kommuner, læger, sygehuse og apoteker.

Siden hvornår?
Fejlen begyndte kl. 05.06. Det har varet 5 minutter.

Hvad skal I gøre?
- FMK kan ikke bruges lige nu.
- Brug den sidst hentede medicinliste i jeres system. Tjek, hvornår den er hentet. Den kan være for gammel.
- Giv medicin, der er doseret eller dosispakket, hvis der ikke er tvivl.
- Er I i tvivl? Ring til borgerens læge. Ring til lægevagten, når lægen har lukket. Region Hovedstaden: 1813. Akut: 112.
- Skriv ned, hvad lægen siger i telefonen. Læs det op for lægen. Notér navn, tid, præparat, styrke og dosis. Lægen skriver det selv i FMK bagefter.
- Følg jeres lokale nødprocedure for dokumentation.
- Ret ikke i FMK, og bestil ikke medicin, før vi melder klar.

Virker FMK-online?
Nej. FMK-online er også ramt.

Hvornår får I næste besked?
Næste besked kommer senest kl. 07.11.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift
','','FMK er nede siden kl. 05.06. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0001, kl. 05.11.');
INSERT INTO "notice_body" VALUES(2,'oncall','FMK er nede, sag FMK-2026-0001','Hvad er der sket?
FMK er nede siden kl. 05.06.
> FMK er utilgængeligt i produktion
> Opslag i FMK fejler for alle anvendere.

Hvorfor får du beskeden?
Kommunerne fik besked kl. 05.11.
Grunden er:
> rule 3: FMK: it is hit: "fmk", "utilgængeligt"

Hvad skal du skrive?
- Send nyt: alertctl update 1
- Det er slut: alertctl resolve 1
- Det var en fejl at sende: alertctl retract 1
- Se sagen: alertctl show 1

Sag FMK-2026-0001, kl. 05.11.
','','FMK er nede. Kommunerne får besked. "FMK er utilgængeligt i produktion". Grund: rule 3: FMK: it is hit: "fmk", "utilgængeligt". Slut: alertctl resolve 1. Se: alertctl show 1. Sag FMK-2026-0001, kl. 05.11.');
INSERT INTO "notice_body" VALUES(3,'municipality','FMK er nede. Fejlen begyndte kl. 05.06 (besked nr. 2)','Besked nr. 2, sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.11.

Hvad er ramt?
FMK er nede.
Driftsmelding:
> FMK er utilgængeligt i produktion

Hvad er nyt?
Nyt fra FMK-drift:
> SDS venter på en reservedel.

Hvem er ramt?
Alle, der bruger FMK: kommuner, læger, sygehuse og apoteker.

Siden hvornår?
Fejlen begyndte kl. 05.06. Det har varet 5 minutter.

Hvad skal I gøre?
- FMK kan ikke bruges lige nu.
- Brug den sidst hentede medicinliste i jeres system. Tjek, hvornår den er hentet. Den kan være for gammel.
- Giv medicin, der er doseret eller dosispakket, hvis der ikke er tvivl.
- Er I i tvivl? Ring til borgerens læge. Ring til lægevagten, når lægen har lukket. Region Hovedstaden: 1813. Akut: 112.
- Skriv ned, hvad lægen siger i telefonen. Læs det op for lægen. Notér navn, tid, præparat, styrke og dosis. Lægen skriver det selv i FMK bagefter.
- Følg jeres lokale nødprocedure for dokumentation.
- Ret ikke i FMK, og bestil ikke medicin, før vi melder klar.

Virker FMK-online?
Nej. FMK-online er også ramt.

Hvornår får I næste besked?
Næste besked kommer senest kl. 07.11.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift
','','FMK er nede. Fejlen begyndte kl. 05.06. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Nyt: "SDS venter på en reservedel." Besked nr. 2, FMK-2026-0001, kl. 05.11.');
INSERT INTO "notice_body" VALUES(3,'vendor','FMK er nede. Fejlen begyndte kl. 05.06 (besked nr. 2)','Besked nr. 2, sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.11.

Hvad er ramt?
FMK er nede.
Driftsmelding:
> FMK er utilgængeligt i produktion

Hvad er nyt?
Nyt fra FMK-drift:
> SDS venter på en reservedel.

Hvem er ramt?
Alle, der bruger FMK: kommuner, læger, sygehuse og apoteker.

Siden hvornår?
Fejlen begyndte kl. 05.06. Det har varet 5 minutter.

Hvad skal I gøre?
- FMK kan ikke bruges lige nu.
- Brug den sidst hentede medicinliste i jeres system. Tjek, hvornår den er hentet. Den kan være for gammel.
- Giv medicin, der er doseret eller dosispakket, hvis der ikke er tvivl.
- Er I i tvivl? Ring til borgerens læge. Ring til lægevagten, når lægen har lukket. Region Hovedstaden: 1813. Akut: 112.
- Skriv ned, hvad lægen siger i telefonen. Læs det op for lægen. Notér navn, tid, præparat, styrke og dosis. Lægen skriver det selv i FMK bagefter.
- Følg jeres lokale nødprocedure for dokumentation.
- Ret ikke i FMK, og bestil ikke medicin, før vi melder klar.

Virker FMK-online?
Nej. FMK-online er også ramt.

Hvornår får I næste besked?
Næste besked kommer senest kl. 07.11.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift
','','FMK er nede. Fejlen begyndte kl. 05.06. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Nyt: "SDS venter på en reservedel." Besked nr. 2, FMK-2026-0001, kl. 05.11.');
INSERT INTO "notice_body" VALUES(4,'municipality','FMK virker igen (besked nr. 3, afsluttet)','Besked nr. 3 (afsluttet), sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.11.

Hvad er ramt?
FMK virker igen. Vi fik besked om det kl. 05.11. Sagen er afsluttet.
Meldingen lyder:
> Fejlen er rettet.

Hvem er ramt?
Ingen mere.

Siden hvornår?
Fejlen kom kl. 05.06. Vi fik besked kl. 05.11 om, at den er slut. Der gik 5 minutter.

Hvad skal I gøre?
- Hent medicinkortet på ny.
- Tjek, at jeres bestillinger og fornyelser af recepter er gået igennem.
- Har en borger fået ændringer siden kl. 05.06 eller i timen før? Så hold jeres liste op mod FMK.
- Tjek, at lægen har skrevet det ind, som I fik i telefonen.
- Meld utilsigtede hændelser i DPSD.
- Følg jeres lokale procedure.

Virker FMK-online?
FMK-online var også ramt. Prøv den nu.

Hvornår får I næste besked?
Dette er den sidste besked i sagen.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift
','','FMK virker igen. Vi fik besked om det kl. 05.11. Fejlen kom kl. 05.06. Hent medicinkortet på ny. Tjek, hvad I bestilte, og hvad lægen sagde i telefonen. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 3, afsluttet, FMK-2026-0001, kl. 05.11.');
INSERT INTO "notice_body" VALUES(4,'vendor','FMK virker igen (besked nr. 3, afsluttet)','Besked nr. 3 (afsluttet), sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.11.

Hvad er ramt?
FMK virker igen. Vi fik besked om det kl. 05.11. Sagen er afsluttet.
Meldingen lyder:
> Fejlen er rettet.

Hvem er ramt?
Ingen mere.

Siden hvornår?
Fejlen kom kl. 05.06. Vi fik besked kl. 05.11 om, at den er slut. Der gik 5 minutter.

Hvad skal I gøre?
- Hent medicinkortet på ny.
- Tjek, at jeres bestillinger og fornyelser af recepter er gået igennem.
- Har en borger fået ændringer siden kl. 05.06 eller i timen før? Så hold jeres liste op mod FMK.
- Tjek, at lægen har skrevet det ind, som I fik i telefonen.
- Meld utilsigtede hændelser i DPSD.
- Følg jeres lokale procedure.

Virker FMK-online?
FMK-online var også ramt. Prøv den nu.

Hvornår får I næste besked?
Dette er den sidste besked i sagen.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift
','','FMK virker igen. Vi fik besked om det kl. 05.11. Fejlen kom kl. 05.06. Hent medicinkortet på ny. Tjek, hvad I bestilte, og hvad lægen sagde i telefonen. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 3, afsluttet, FMK-2026-0001, kl. 05.11.');
INSERT INTO "notice_body" VALUES(5,'municipality','FMK er nede siden kl. 05.11 (besked nr. 1)','Besked nr. 1, sag FMK-2026-0002.
Sendt fredag den 27. november 2026 kl. 05.11.

Hvad er ramt?
FMK er nede.
Besked fra FMK-drift:
> FMK kan ikke bruges
> SDS undersøger fejlen.

Hvem er ramt?
Alle, der bruger FMK: kommuner, læger, sygehuse og apoteker.

Siden hvornår?
Fejlen begyndte kl. 05.11.

Hvad skal I gøre?
- FMK kan ikke bruges lige nu.
- Brug den sidst hentede medicinliste i jeres system. Tjek, hvornår den er hentet. Den kan være for gammel.
- Giv medicin, der er doseret eller dosispakket, hvis der ikke er tvivl.
- Er I i tvivl? Ring til borgerens læge. Ring til lægevagten, når lægen har lukket. Region Hovedstaden: 1813. Akut: 112.
- Skriv ned, hvad lægen siger i telefonen. Læs det op for lægen. Notér navn, tid, præparat, styrke og dosis. Lægen skriver det selv i FMK bagefter.
- Følg jeres lokale nødprocedure for dokumentation.
- Ret ikke i FMK, og bestil ikke medicin, før vi melder klar.

Virker FMK-online?
Nej. FMK-online er også ramt.

Hvornår får I næste besked?
Næste besked kommer senest kl. 07.11.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift
','','FMK er nede siden kl. 05.11. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0002, kl. 05.11.');
INSERT INTO "notice_body" VALUES(5,'vendor','FMK er nede siden kl. 05.11 (besked nr. 1)','Besked nr. 1, sag FMK-2026-0002.
Sendt fredag den 27. november 2026 kl. 05.11.

Hvad er ramt?
FMK er nede.
Besked fra FMK-drift:
> FMK kan ikke bruges
> SDS undersøger fejlen.

Hvem er ramt?
Alle, der bruger FMK: kommuner, læger, sygehuse og apoteker.

Siden hvornår?
Fejlen begyndte kl. 05.11.

Hvad skal I gøre?
- FMK kan ikke bruges lige nu.
- Brug den sidst hentede medicinliste i jeres system. Tjek, hvornår den er hentet. Den kan være for gammel.
- Giv medicin, der er doseret eller dosispakket, hvis der ikke er tvivl.
- Er I i tvivl? Ring til borgerens læge. Ring til lægevagten, når lægen har lukket. Region Hovedstaden: 1813. Akut: 112.
- Skriv ned, hvad lægen siger i telefonen. Læs det op for lægen. Notér navn, tid, præparat, styrke og dosis. Lægen skriver det selv i FMK bagefter.
- Følg jeres lokale nødprocedure for dokumentation.
- Ret ikke i FMK, og bestil ikke medicin, før vi melder klar.

Virker FMK-online?
Nej. FMK-online er også ramt.

Hvornår får I næste besked?
Næste besked kommer senest kl. 07.11.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift
','','FMK er nede siden kl. 05.11. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0002, kl. 05.11.');
INSERT INTO "notice_body" VALUES(6,'municipality','ØVELSE. FMK virker kun delvist siden kl. 05.11 (besked nr. 1) ØVELSE','ØVELSE. Foretag jer ikke noget i driften.

Besked nr. 1, sag FMK-2026-0003.
Sendt fredag den 27. november 2026 kl. 05.11.

Hvad er ramt?
FMK virker kun delvist.
Besked fra FMK-drift:
> Øvelse
> En øvelse.

Hvem er ramt?
Alle, der bruger FMK, kan mærke det.

Siden hvornår?
Fejlen begyndte kl. 05.11.

Hvad skal I gøre?
- FMK svarer langsomt eller kun nogle gange. Vent på svar, og gem ikke to gange.
- Varer det for længe? Så gør som ved nedbrud: brug den sidst hentede medicinliste. Tjek, hvornår den er hentet.
- Er I i tvivl om medicinen? Ring til borgerens læge eller lægevagten. Akut: 112.
- Følg jeres lokale nødprocedure.

Virker FMK-online?
Det ved vi ikke endnu.

Hvornår får I næste besked?
Næste besked kommer senest kl. 07.11.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift

Foretag jer ikke noget i driften. ØVELSE
','','ØVELSE. Foretag jer ikke noget i driften. FMK virker kun delvist siden kl. 05.11. Kan ramme alle brugere. Vent på svar, gem ikke to gange. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: ved vi ikke. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0003, kl. 05.11. ØVELSE');
INSERT INTO "notice_body" VALUES(6,'vendor','ØVELSE. FMK virker kun delvist siden kl. 05.11 (besked nr. 1) ØVELSE','ØVELSE. Foretag jer ikke noget i driften.

Besked nr. 1, sag FMK-2026-0003.
Sendt fredag den 27. november 2026 kl. 05.11.

Hvad er ramt?
FMK virker kun delvist.
Besked fra FMK-drift:
> Øvelse
> En øvelse.

Hvem er ramt?
Alle, der bruger FMK, kan mærke det.

Siden hvornår?
Fejlen begyndte kl. 05.11.

Hvad skal I gøre?
- FMK svarer langsomt eller kun nogle gange. Vent på svar, og gem ikke to gange.
- Varer det for længe? Så gør som ved nedbrud: brug den sidst hentede medicinliste. Tjek, hvornår den er hentet.
- Er I i tvivl om medicinen? Ring til borgerens læge eller lægevagten. Akut: 112.
- Følg jeres lokale nødprocedure.

Virker FMK-online?
Det ved vi ikke endnu.

Hvornår får I næste besked?
Næste besked kommer senest kl. 07.11.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift

Foretag jer ikke noget i driften. ØVELSE
','','ØVELSE. Foretag jer ikke noget i driften. FMK virker kun delvist siden kl. 05.11. Kan ramme alle brugere. Vent på svar, gem ikke to gange. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: ved vi ikke. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0003, kl. 05.11. ØVELSE');
CREATE TABLE org ( id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('municipality', 'vendor', 'oncall')), code TEXT NOT NULL UNIQUE CHECK (code <> ''), name TEXT NOT NULL, region TEXT NOT NULL, vendor TEXT NOT NULL) STRICT;
INSERT INTO "org" VALUES(1,'vendor','kmd','KMD','','');
INSERT INTO "org" VALUES(2,'vendor','systematic','Systematic','','');
INSERT INTO "org" VALUES(3,'vendor','dedalus','Dedalus','','');
INSERT INTO "org" VALUES(4,'municipality','0101','København','Region Hovedstaden','');
INSERT INTO "org" VALUES(5,'municipality','0147','Frederiksberg','Region Hovedstaden','');
INSERT INTO "org" VALUES(6,'municipality','0151','Ballerup','Region Hovedstaden','');
INSERT INTO "org" VALUES(7,'municipality','0153','Brøndby','Region Hovedstaden','');
INSERT INTO "org" VALUES(8,'municipality','0155','Dragør','Region Hovedstaden','');
INSERT INTO "org" VALUES(9,'municipality','0157','Gentofte','Region Hovedstaden','');
INSERT INTO "org" VALUES(10,'municipality','0159','Gladsaxe','Region Hovedstaden','');
INSERT INTO "org" VALUES(11,'municipality','0161','Glostrup','Region Hovedstaden','');
INSERT INTO "org" VALUES(12,'municipality','0163','Herlev','Region Hovedstaden','');
INSERT INTO "org" VALUES(13,'municipality','0165','Albertslund','Region Hovedstaden','');
INSERT INTO "org" VALUES(14,'municipality','0167','Hvidovre','Region Hovedstaden','');
INSERT INTO "org" VALUES(15,'municipality','0169','Høje-Taastrup','Region Hovedstaden','');
INSERT INTO "org" VALUES(16,'municipality','0173','Lyngby-Taarbæk','Region Hovedstaden','');
INSERT INTO "org" VALUES(17,'municipality','0175','Rødovre','Region Hovedstaden','');
INSERT INTO "org" VALUES(18,'municipality','0183','Ishøj','Region Hovedstaden','');
INSERT INTO "org" VALUES(19,'municipality','0185','Tårnby','Region Hovedstaden','');
INSERT INTO "org" VALUES(20,'municipality','0187','Vallensbæk','Region Hovedstaden','');
INSERT INTO "org" VALUES(21,'municipality','0190','Furesø','Region Hovedstaden','');
INSERT INTO "org" VALUES(22,'municipality','0201','Allerød','Region Hovedstaden','');
INSERT INTO "org" VALUES(23,'municipality','0210','Fredensborg','Region Hovedstaden','');
INSERT INTO "org" VALUES(24,'municipality','0217','Helsingør','Region Hovedstaden','');
INSERT INTO "org" VALUES(25,'municipality','0219','Hillerød','Region Hovedstaden','');
INSERT INTO "org" VALUES(26,'municipality','0223','Hørsholm','Region Hovedstaden','');
INSERT INTO "org" VALUES(27,'municipality','0230','Rudersdal','Region Hovedstaden','');
INSERT INTO "org" VALUES(28,'municipality','0240','Egedal','Region Hovedstaden','');
INSERT INTO "org" VALUES(29,'municipality','0250','Frederikssund','Region Hovedstaden','');
INSERT INTO "org" VALUES(30,'municipality','0253','Greve','Region Sjælland','kmd');
INSERT INTO "org" VALUES(31,'municipality','0259','Køge','Region Sjælland','kmd');
INSERT INTO "org" VALUES(32,'municipality','0260','Halsnæs','Region Hovedstaden','');
INSERT INTO "org" VALUES(33,'municipality','0265','Roskilde','Region Sjælland','kmd');
INSERT INTO "org" VALUES(34,'municipality','0269','Solrød','Region Sjælland','');
INSERT INTO "org" VALUES(35,'municipality','0270','Gribskov','Region Hovedstaden','');
INSERT INTO "org" VALUES(36,'municipality','0306','Odsherred','Region Sjælland','');
INSERT INTO "org" VALUES(37,'municipality','0316','Holbæk','Region Sjælland','kmd');
INSERT INTO "org" VALUES(38,'municipality','0320','Faxe','Region Sjælland','');
INSERT INTO "org" VALUES(39,'municipality','0326','Kalundborg','Region Sjælland','kmd');
INSERT INTO "org" VALUES(40,'municipality','0329','Ringsted','Region Sjælland','kmd');
INSERT INTO "org" VALUES(41,'municipality','0330','Slagelse','Region Sjælland','kmd');
INSERT INTO "org" VALUES(42,'municipality','0336','Stevns','Region Sjælland','');
INSERT INTO "org" VALUES(43,'municipality','0340','Sorø','Region Sjælland','');
INSERT INTO "org" VALUES(44,'municipality','0350','Lejre','Region Sjælland','kmd');
INSERT INTO "org" VALUES(45,'municipality','0360','Lolland','Region Sjælland','');
INSERT INTO "org" VALUES(46,'municipality','0370','Næstved','Region Sjælland','kmd');
INSERT INTO "org" VALUES(47,'municipality','0376','Guldborgsund','Region Sjælland','kmd');
INSERT INTO "org" VALUES(48,'municipality','0390','Vordingborg','Region Sjælland','kmd');
INSERT INTO "org" VALUES(49,'municipality','0400','Bornholm','Region Hovedstaden','');
INSERT INTO "org" VALUES(50,'municipality','0410','Middelfart','Region Syddanmark','');
INSERT INTO "org" VALUES(51,'municipality','0420','Assens','Region Syddanmark','');
INSERT INTO "org" VALUES(52,'municipality','0430','Faaborg-Midtfyn','Region Syddanmark','');
INSERT INTO "org" VALUES(53,'municipality','0440','Kerteminde','Region Syddanmark','');
INSERT INTO "org" VALUES(54,'municipality','0450','Nyborg','Region Syddanmark','kmd');
INSERT INTO "org" VALUES(55,'municipality','0461','Odense','Region Syddanmark','kmd');
INSERT INTO "org" VALUES(56,'municipality','0479','Svendborg','Region Syddanmark','');
INSERT INTO "org" VALUES(57,'municipality','0480','Nordfyns','Region Syddanmark','');
INSERT INTO "org" VALUES(58,'municipality','0482','Langeland','Region Syddanmark','');
INSERT INTO "org" VALUES(59,'municipality','0492','Ærø','Region Syddanmark','');
INSERT INTO "org" VALUES(60,'municipality','0510','Haderslev','Region Syddanmark','');
INSERT INTO "org" VALUES(61,'municipality','0530','Billund','Region Syddanmark','');
INSERT INTO "org" VALUES(62,'municipality','0540','Sønderborg','Region Syddanmark','');
INSERT INTO "org" VALUES(63,'municipality','0550','Tønder','Region Syddanmark','');
INSERT INTO "org" VALUES(64,'municipality','0561','Esbjerg','Region Syddanmark','');
INSERT INTO "org" VALUES(65,'municipality','0563','Fanø','Region Syddanmark','');
INSERT INTO "org" VALUES(66,'municipality','0573','Varde','Region Syddanmark','');
INSERT INTO "org" VALUES(67,'municipality','0575','Vejen','Region Syddanmark','');
INSERT INTO "org" VALUES(68,'municipality','0580','Aabenraa','Region Syddanmark','');
INSERT INTO "org" VALUES(69,'municipality','0607','Fredericia','Region Syddanmark','');
INSERT INTO "org" VALUES(70,'municipality','0615','Horsens','Region Midtjylland','');
INSERT INTO "org" VALUES(71,'municipality','0621','Kolding','Region Syddanmark','');
INSERT INTO "org" VALUES(72,'municipality','0630','Vejle','Region Syddanmark','');
INSERT INTO "org" VALUES(73,'municipality','0657','Herning','Region Midtjylland','');
INSERT INTO "org" VALUES(74,'municipality','0661','Holstebro','Region Midtjylland','');
INSERT INTO "org" VALUES(75,'municipality','0665','Lemvig','Region Midtjylland','');
INSERT INTO "org" VALUES(76,'municipality','0671','Struer','Region Midtjylland','');
INSERT INTO "org" VALUES(77,'municipality','0706','Syddjurs','Region Midtjylland','');
INSERT INTO "org" VALUES(78,'municipality','0707','Norddjurs','Region Midtjylland','');
INSERT INTO "org" VALUES(79,'municipality','0710','Favrskov','Region Midtjylland','');
INSERT INTO "org" VALUES(80,'municipality','0727','Odder','Region Midtjylland','');
INSERT INTO "org" VALUES(81,'municipality','0730','Randers','Region Midtjylland','kmd');
INSERT INTO "org" VALUES(82,'municipality','0740','Silkeborg','Region Midtjylland','kmd');
INSERT INTO "org" VALUES(83,'municipality','0741','Samsø','Region Midtjylland','');
INSERT INTO "org" VALUES(84,'municipality','0746','Skanderborg','Region Midtjylland','');
INSERT INTO "org" VALUES(85,'municipality','0751','Aarhus','Region Midtjylland','systematic');
INSERT INTO "org" VALUES(86,'municipality','0756','Ikast-Brande','Region Midtjylland','');
INSERT INTO "org" VALUES(87,'municipality','0760','Ringkøbing-Skjern','Region Midtjylland','');
INSERT INTO "org" VALUES(88,'municipality','0766','Hedensted','Region Midtjylland','');
INSERT INTO "org" VALUES(89,'municipality','0773','Morsø','Region Nordjylland','');
INSERT INTO "org" VALUES(90,'municipality','0779','Skive','Region Midtjylland','kmd');
INSERT INTO "org" VALUES(91,'municipality','0787','Thisted','Region Nordjylland','');
INSERT INTO "org" VALUES(92,'municipality','0791','Viborg','Region Midtjylland','');
INSERT INTO "org" VALUES(93,'municipality','0810','Brønderslev','Region Nordjylland','');
INSERT INTO "org" VALUES(94,'municipality','0813','Frederikshavn','Region Nordjylland','');
INSERT INTO "org" VALUES(95,'municipality','0820','Vesthimmerlands','Region Nordjylland','');
INSERT INTO "org" VALUES(96,'municipality','0825','Læsø','Region Nordjylland','');
INSERT INTO "org" VALUES(97,'municipality','0840','Rebild','Region Nordjylland','');
INSERT INTO "org" VALUES(98,'municipality','0846','Mariagerfjord','Region Nordjylland','');
INSERT INTO "org" VALUES(99,'municipality','0849','Jammerbugt','Region Nordjylland','');
INSERT INTO "org" VALUES(100,'municipality','0851','Aalborg','Region Nordjylland','');
INSERT INTO "org" VALUES(101,'municipality','0860','Hjørring','Region Nordjylland','');
INSERT INTO "org" VALUES(102,'oncall','oncall','On-call','','');
CREATE TABLE report ( id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event, seen INTEGER NOT NULL, hash TEXT NOT NULL, revision TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, newest INTEGER NOT NULL, url TEXT NOT NULL, published INTEGER, updated INTEGER, starts INTEGER, ends INTEGER, components TEXT NOT NULL, impact TEXT NOT NULL, status TEXT NOT NULL, phase TEXT NOT NULL CHECK (phase IN ('unknown', 'info', 'planned',  'open', 'resolved')), verdict TEXT NOT NULL CHECK (verdict IN ('ignore', 'ask', 'broadcast')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), judged TEXT NOT NULL CHECK (judged IN ('unknown', 'info', 'planned',  'open', 'resolved')), reason TEXT NOT NULL, service TEXT NOT NULL, hit TEXT NOT NULL, online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), expected_end INTEGER) STRICT;
INSERT INTO "report" VALUES(1,1,1795752673,'9e2689347e21fd42fb52aef62490865d23978a79b99db8b852d8a2b8e393362c','2026-11-27T04:06:03Z-a43764d2','FMK er utilgængeligt i produktion','Opslag i FMK fejler for alle anvendere.',39,'https://status.example.dk/fmk1',1795752363,1795752363,NULL,NULL,'FMK	major_outage
','critical','investigating','open','broadcast','outage','open','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
INSERT INTO "report" VALUES(2,1,1795752683,'08af6cce16193723a6ee5caa50a3130b5ca806d03783c441a03508231c245c16','2026-11-27T04:11:14Z-0b941f02','FMK er utilgængeligt i produktion','Fejlen er rettet.',17,'https://status.example.dk/fmk1',1795752674,1795752674,NULL,NULL,'FMK	operational
','critical','resolved','resolved','broadcast','outage','resolved','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
CREATE INDEX contact_org ON contact (org);
CREATE INDEX incident_live ON incident (id) WHERE state IN ('pending', 'open') OR over = 1;
CREATE TRIGGER incident_kind BEFORE UPDATE ON incident WHEN NEW.kind <> OLD.kind OR NEW.id <> OLD.id BEGIN SELECT raise(ABORT, 'the kind of an incident never changes'); END;
CREATE TRIGGER incident_stays BEFORE DELETE ON incident BEGIN SELECT raise(ABORT, 'an incident is never deleted'); END;
CREATE UNIQUE INDEX notice_number ON notice (incident, number) WHERE number > 0;
CREATE INDEX notice_incident ON notice (incident, id);
CREATE INDEX message_due ON message (channel, due, notice, audience) WHERE due IS NOT NULL AND worker IS NULL;
CREATE INDEX message_page ON message (channel, due, notice, audience) WHERE number = 0 AND due IS NOT NULL AND worker IS NULL;
CREATE INDEX message_held ON message (worker) WHERE worker IS NOT NULL;
CREATE INDEX message_incident ON message (incident, channel, org, number);
CREATE INDEX delivery_open ON delivery (message) WHERE state IN ('queued', 'sending');
CREATE INDEX delivery_failed ON delivery (message) WHERE state = 'failed';
CREATE INDEX delivery_sending ON delivery (incident, address, number) WHERE state = 'sending';
CREATE INDEX delivery_told ON delivery (incident, address, number) WHERE told = 1;
CREATE INDEX delivery_incident ON delivery (incident, number);
CREATE INDEX event_listed ON event (feed, last_seen) WHERE listed = 1;
CREATE INDEX event_incident ON event (incident) WHERE incident IS NOT NULL;
CREATE INDEX report_event ON report (event);
CREATE INDEX audit_incident ON audit (incident, seq);
CREATE TRIGGER audit_next BEFORE INSERT ON audit WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit) BEGIN SELECT raise(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the audit trail is append-only'); END;
COMMIT;
PRAGMA user_version = 3;
