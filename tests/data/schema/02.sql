BEGIN TRANSACTION;
CREATE TABLE audit ( seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, incident INTEGER NOT NULL, object TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL CHECK (length(hash) = 64)) STRICT;
INSERT INTO "audit" VALUES(1,1795752640,'user anna','contact.added',0,'contact 1','0101 FMK-koordinator <fmk@koebenhavn.example.dk> +4500000021','e1a3b9ec5fb46ae6e3d7ddbf72e260b82aa3d9c8aa81743d94a4b0af6aa8e80a');
INSERT INTO "audit" VALUES(2,1795752640,'user anna','contact.added',0,'contact 2','0751 Sygeplejen <fmk@aarhus.example.dk> +4500000022','468e721ba0fc87ec71c3087a6530b08f9f0e991a44f34d12668d79748f47a38d');
INSERT INTO "audit" VALUES(3,1795752640,'user anna','contact.added',0,'contact 3','0851 IT-vagten <fmk@aalborg.example.dk>','57591a8f72fe8e94d210db87f029c533968e79b52e5c156d65f817edbaf8717f');
INSERT INTO "audit" VALUES(4,1795752640,'user anna','contact.added',0,'contact 4','kmd KMD Drift <drift@kmd.example.dk>','e014ed974ac840d2c23e79298bef87fe4b6202dfdf0f4cda8baf532fa43bc1d3');
INSERT INTO "audit" VALUES(5,1795752649,'alertd','incident.opened',1,'incident 1','open, outage: FMK er utilgængeligt i produktion (the rules broadcast; rule 3: FMK: it is hit: "fmk", "utilgængeligt")','0435e4db2f749f2548d2dbfba4e5d2d800462aa2390c4912454f46fbe6799e2b');
INSERT INTO "audit" VALUES(6,1795752649,'alertd','notice.queued',1,'incident 1','notice 1, first: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','19f7e286b75530bdbba2937cd8512e8bcd2df1a1c08f0658713ae3fabe91398f');
INSERT INTO "audit" VALUES(7,1795752649,'alertd','page.queued',1,'incident 1','The municipalities are being told.','3defd98bbefc6e6c30bd04b0dad92ca0fb9737b35fd37b6e0aea13f06bd79d44');
INSERT INTO "audit" VALUES(8,1795752649,'alertd','message.sending',1,'message 7','1 recipients, by worker 7532','14be9518d870aa8d74399d5048ea56d6fc732fb50b9630dedd836f3f28db12b2');
INSERT INTO "audit" VALUES(9,1795752649,'alertd-mail','delivery.accepted',1,'message 7','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','f7e9843afc045e51f2ea775c538dbec9dabf5f3b36dd9398af3fe5ec7ac6ff4d');
INSERT INTO "audit" VALUES(10,1795752649,'alertd','message.sending',1,'message 1','1 recipients, by worker 7532','9b8e75431476490a02b21c799b4595434ff19a55f63f6230bf7fb83ff21fed9d');
INSERT INTO "audit" VALUES(11,1795752649,'alertd','message.sending',1,'message 3','1 recipients, by worker 7532','8912394bca37c7312a7d11e145b0a6bb7852b68e9af4c0bb47f076c5dd01b3a0');
INSERT INTO "audit" VALUES(12,1795752649,'alertd','message.sending',1,'message 5','1 recipients, by worker 7532','db90740934fc44c83bb45e210216e6f759975ef7b4a986727481e38165ea664b');
INSERT INTO "audit" VALUES(13,1795752649,'alertd','message.sending',1,'message 2','1 recipients, by worker 7533','f6f623857368f1b0aab8066e87a6fecfc37bd5bbddfdc56813fc2afd46c28cdc');
INSERT INTO "audit" VALUES(14,1795752649,'alertd','message.sending',1,'message 4','1 recipients, by worker 7533','3dea6544487fd81c2c60cb2bfa192e89c208bb10b3828b7220d13b6162ead46e');
INSERT INTO "audit" VALUES(15,1795752649,'alertd-mail','delivery.accepted',1,'message 1','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','67a3c9d371099df44c6396bb076635f8d50ec2484f2097dc39005a38a0372ebc');
INSERT INTO "audit" VALUES(16,1795752649,'alertd-mail','delivery.accepted',1,'message 3','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','f2acb6e2f3f9617ead9784432a6a5fe9a2f3ac61842baf1523f58278ac331b58');
INSERT INTO "audit" VALUES(17,1795752649,'alertd-sms','delivery.accepted',1,'message 2','+4500000021: accepted: 0 written (/tmp/alertd-02/sms.txt)','5eb23f5444dbba3644ee9e8036bcd5ef109978a0e7c8a129895fcacc54b1bb44');
INSERT INTO "audit" VALUES(18,1795752649,'alertd-sms','delivery.accepted',1,'message 4','+4500000022: accepted: 0 written (/tmp/alertd-02/sms.txt)','da34df6d9668ace5801d64200e129963f70e17792b2df5c4cde9c56c80343e3a');
INSERT INTO "audit" VALUES(19,1795752649,'alertd','message.sending',1,'message 6','1 recipients, by worker 7531','e72db75975419d9df12203405dca794bfcee5f150e2cba0a68f26f277f889473');
INSERT INTO "audit" VALUES(20,1795752649,'alertd-mail','delivery.accepted',1,'message 5','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','b7c782e353ee6c522ecba7a8b3e9ee44c534a81812a3865466e2cab196b5b996');
INSERT INTO "audit" VALUES(21,1795752649,'alertd-mail','delivery.accepted',1,'message 6','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','c82018a4315c7f76d2aee3300f75e035821e0adb430f6d632cb73ef187cb0140');
INSERT INTO "audit" VALUES(22,1795752649,'user anna','notice.queued',1,'incident 1','notice 2, update: updated by user anna','8230851e4b38b389b9a7d2afa9078daf3fb7a94d614e57394cbb0474859dc2e8');
INSERT INTO "audit" VALUES(23,1795752649,'alertd','message.sending',1,'message 9','1 recipients, by worker 7533','1bc059c719db9ada5647bcbeef89f17a1e5ee183c87110fe83e3864fd93d7bda');
INSERT INTO "audit" VALUES(24,1795752649,'alertd','message.sending',1,'message 11','1 recipients, by worker 7533','849d1247b238468fb705cfbaba0841b0d27e710d156d4743c4287666c7b50827');
INSERT INTO "audit" VALUES(25,1795752649,'alertd','message.sending',1,'message 8','1 recipients, by worker 7532','5ca4296a958dcc9d60d487b51b0ab1b1f94cf9ad4a6ac9c5f39a993cf6c04160');
INSERT INTO "audit" VALUES(26,1795752649,'alertd','message.sending',1,'message 10','1 recipients, by worker 7532','952f93e8bd8a07b003e49150f60fde9fe89f45fcfc3eb7487b7d9488f29ab6ca');
INSERT INTO "audit" VALUES(27,1795752649,'alertd','message.sending',1,'message 12','1 recipients, by worker 7532','e10385e79e539083b159528634ddc36d7c77520c0e0ee49749c223c65610463b');
INSERT INTO "audit" VALUES(28,1795752649,'alertd','message.sending',1,'message 13','1 recipients, by worker 7531','5b1df032f9dd7967af3903d3eb34de4d3134a1f65e3c23fd73c195fd29e7ecbb');
INSERT INTO "audit" VALUES(29,1795752649,'alertd-mail','delivery.accepted',1,'message 13','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','1e2b566202a95f26656532a1a7dc0b32de2820b5361ce97229b0236045ee7afe');
INSERT INTO "audit" VALUES(30,1795752649,'alertd-mail','delivery.accepted',1,'message 8','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','0d6e6e49fc514d03a87b8c0f6dca01efcedd647049867d720ea540431d4b546c');
INSERT INTO "audit" VALUES(31,1795752649,'alertd-mail','delivery.accepted',1,'message 10','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','02efc017dda8c0a654ab09f60b70edcf434375d6491e26d52333d0e93d5dca86');
INSERT INTO "audit" VALUES(32,1795752649,'alertd-mail','delivery.accepted',1,'message 12','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','60476bf3d07731a05bfe587c2f9c0a9fe9cfba8ab85c064f16fb041752fb930f');
INSERT INTO "audit" VALUES(33,1795752649,'alertd-sms','delivery.accepted',1,'message 9','+4500000021: accepted: 0 written (/tmp/alertd-02/sms.txt)','40be45b6ff38f544a312ad925c07653b44008a77ebb4c62e980fb4d566ca58bf');
INSERT INTO "audit" VALUES(34,1795752649,'alertd-sms','delivery.accepted',1,'message 11','+4500000022: accepted: 0 written (/tmp/alertd-02/sms.txt)','6c2bfac3ece6fe28c36a60c98f5294792eede3d63ca9d5bd0f6f131feb9a9451');
INSERT INTO "audit" VALUES(35,1795752659,'alertd','incident.state',1,'incident 1','resolved, was open: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','b9441e38beaffdb932659bfc6eb507c74e6bfd4bef6ca7565e897cb7f9496c9c');
INSERT INTO "audit" VALUES(36,1795752659,'alertd','notice.queued',1,'incident 1','notice 3, resolved: it is over','8697ec3a944c0b2a3908a5e0bb24ffbe2eff46621a81c687a7f0539d2ab1395a');
INSERT INTO "audit" VALUES(37,1795752659,'alertd','message.sending',1,'message 14','1 recipients, by worker 7531','1e4b1dc514f31b93901372ff08696d3fc3607dcdc705da7e7bbdbca2bdaa4dc0');
INSERT INTO "audit" VALUES(38,1795752659,'alertd','message.sending',1,'message 16','1 recipients, by worker 7531','2cafdc6b47a9bcc8d503912a8f1ec2e57c22bb94ef206698d5a3cacf40173d6d');
INSERT INTO "audit" VALUES(39,1795752659,'alertd','message.sending',1,'message 18','1 recipients, by worker 7531','4cfc84c8bb2d4b853d8494abc20d10df0618905af13390346273cb070b3707d2');
INSERT INTO "audit" VALUES(40,1795752659,'alertd','message.sending',1,'message 15','1 recipients, by worker 7533','00c58590d79bd72fc14c40676490a508d240c356875717004fff3797676f023a');
INSERT INTO "audit" VALUES(41,1795752659,'alertd','message.sending',1,'message 17','1 recipients, by worker 7533','72501b520c629a2d5c84601f2966029aebfac65dac490a33e8de9b4699bd8807');
INSERT INTO "audit" VALUES(42,1795752659,'alertd-mail','delivery.accepted',1,'message 14','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','798af76b83356a514cc594830a10c040862e7e999a4946405f65acbe205f26a9');
INSERT INTO "audit" VALUES(43,1795752659,'alertd-sms','delivery.accepted',1,'message 15','+4500000021: accepted: 0 written (/tmp/alertd-02/sms.txt)','afd34aacef85425cc67ac7942f220a40e9df019a71b6615e5ca138ea1fc3b80c');
INSERT INTO "audit" VALUES(44,1795752659,'alertd-mail','delivery.accepted',1,'message 16','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','593fd4910eba82c94b07eda6759a37f70642d6f91220eca87a4fce75f29b297f');
INSERT INTO "audit" VALUES(45,1795752659,'alertd-sms','delivery.accepted',1,'message 17','+4500000022: accepted: 0 written (/tmp/alertd-02/sms.txt)','97c44e16a53eb798ee39506f21257ba90c609eb76f961279cd0afa370d008c69');
INSERT INTO "audit" VALUES(46,1795752659,'alertd-mail','delivery.accepted',1,'message 18','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','17b7b794579da31c2500c600b2915b37f441d2380f93a100f7f89ebf68a29bce');
INSERT INTO "audit" VALUES(47,1795752660,'alertd','message.sending',1,'message 19','1 recipients, by worker 7531','c7864a0ec75fb0fc03db5e1ba32ac0c26ba1e7af3a26d74407a896e5a5d67f90');
INSERT INTO "audit" VALUES(48,1795752660,'alertd-mail','delivery.accepted',1,'message 19','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','9df9f89ad9810bd8174234af537ba4a9b45367e35c596e35486dd87ec82e006b');
INSERT INTO "audit" VALUES(49,1795752660,'user anna','incident.opened',2,'incident 2','actual, outage: FMK kan ikke bruges (by user anna)','ac376910ea88f726a646fc000253d766217d86cf83604542b0bc08e1dade1b0d');
INSERT INTO "audit" VALUES(50,1795752660,'user anna','notice.queued',2,'incident 2','notice 1, first: sent by user anna','f7d3ac08245342ff1986749056fc20aca98fb941b3656921375b32ff0138edbe');
INSERT INTO "audit" VALUES(51,1795752660,'alertd','message.sending',2,'message 20','1 recipients, by worker 7531','80248d8a0b1e9a67d6004c4e498e6a32515c7ec0fee933f880263fc1bd615571');
INSERT INTO "audit" VALUES(52,1795752660,'alertd','message.sending',2,'message 22','1 recipients, by worker 7531','a0551a5ea58adb9d3480e1e4aa611076f773897ceec7be4ed05e6fe349464e1d');
INSERT INTO "audit" VALUES(53,1795752660,'alertd','message.sending',2,'message 24','1 recipients, by worker 7531','1a17e77ddbe52deea43e4352480721de1bc252dfa53fcaa309b0b04547b3db93');
INSERT INTO "audit" VALUES(54,1795752660,'alertd','message.sending',2,'message 25','1 recipients, by worker 7532','5d19d1c6fdd660edac845cc40d647464e1d9f101940f08199b956f3d8f903fee');
INSERT INTO "audit" VALUES(55,1795752660,'alertd-mail','delivery.accepted',2,'message 20','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','81d980b32ad2e9eb0e9959188850c4bb56f66a7305f28a077c90385f0fb3a923');
INSERT INTO "audit" VALUES(56,1795752660,'alertd-mail','delivery.accepted',2,'message 25','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','abc21eaaa3493c76006d561e6f31bb8b0417aea356f362fa5f0d2df9167c24da');
INSERT INTO "audit" VALUES(57,1795752660,'alertd-mail','delivery.accepted',2,'message 22','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','532b8b05cf37e4a57fc500eef8a82ef1843268ae91896036ee65fcbde0ae3b28');
INSERT INTO "audit" VALUES(58,1795752660,'alertd','message.sending',2,'message 21','1 recipients, by worker 7533','9fecef0cc5d95d19122fc01755a57da1482ec5efd88a584c928c460dae55280b');
INSERT INTO "audit" VALUES(59,1795752660,'alertd','message.sending',2,'message 23','1 recipients, by worker 7533','2050367c9c87f16235373badab077efcd8ab313eb28652faadb3d5e53be93d64');
INSERT INTO "audit" VALUES(60,1795752660,'alertd-mail','delivery.accepted',2,'message 24','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','d6811e55f664e9eecc321c5d593f00017c2a1c7665cf402dc88f309b9ff4ad38');
INSERT INTO "audit" VALUES(61,1795752660,'alertd-sms','delivery.accepted',2,'message 21','+4500000021: accepted: 0 written (/tmp/alertd-02/sms.txt)','8352d63ce6e27e0e4c5a0be87a9817c1c72fd065a166e1f85f09940b64951557');
INSERT INTO "audit" VALUES(62,1795752660,'alertd-sms','delivery.accepted',2,'message 23','+4500000022: accepted: 0 written (/tmp/alertd-02/sms.txt)','f8560f3ae3cf68521bbdc17fb2504b9f02a60828e118529ac73bc49abb35a905');
INSERT INTO "audit" VALUES(63,1795752660,'user anna','incident.opened',3,'incident 3','exercise, degraded: Øvelse (by user anna)','47432036c71ca3b992399075b4d486693aac7b4b7791e97ed8073a9203e1e232');
INSERT INTO "audit" VALUES(64,1795752660,'user anna','notice.queued',3,'incident 3','notice 1, first: sent by user anna','6221e41e6868d7b4baf3811d3a573ee353bd7a77f6bd4b34a622e3b08658fa5a');
INSERT INTO "audit" VALUES(65,1795752660,'alertd','message.sending',3,'message 26','1 recipients, by worker 7532','c4394d55043f180c76804e159b046963b1e7ce34e1b1a82b9d1a4483fde4ae0a');
INSERT INTO "audit" VALUES(66,1795752660,'alertd','message.sending',3,'message 28','1 recipients, by worker 7532','6242ff6dfcae595a026e7ea113d9b2057f918c22a17f5b49f13d260573a19790');
INSERT INTO "audit" VALUES(67,1795752660,'alertd','message.sending',3,'message 30','1 recipients, by worker 7532','dd9b609df913287a4e3cbf3fa25b79276f0e69eb969aeb1b8b03c7706c022669');
INSERT INTO "audit" VALUES(68,1795752660,'alertd','message.sending',3,'message 27','1 recipients, by worker 7533','513aaed4af0e8d6bca9b6b6ff99293c574a973411930bec326edfca5bda6c9f1');
INSERT INTO "audit" VALUES(69,1795752660,'alertd','message.sending',3,'message 29','1 recipients, by worker 7533','fd2f077986e1515c957997ebeedfb075b9b97a21ac09941c53fdb4648e398d0a');
INSERT INTO "audit" VALUES(70,1795752660,'alertd-sms','delivery.accepted',3,'message 27','+4500000021: accepted: 0 written (/tmp/alertd-02/sms.txt)','1ccd5d4825125d6805ea8a9a1151ba9cb647efa16b8b059f8689aaaf667b1820');
INSERT INTO "audit" VALUES(71,1795752660,'alertd-mail','delivery.accepted',3,'message 26','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','a98ec5c5757b808966a69b4ebe80605e25dce7ab04fbf89d4f8c4e5c60b17196');
INSERT INTO "audit" VALUES(72,1795752660,'alertd-sms','delivery.accepted',3,'message 29','+4500000022: accepted: 0 written (/tmp/alertd-02/sms.txt)','d4663ea12c253ca82d9aaff0e1c23b7bfa33247501e42df4e83a612f3ded2975');
INSERT INTO "audit" VALUES(73,1795752660,'alertd-mail','delivery.accepted',3,'message 28','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','268d72cabbb13c7b796487bbb491e3a9014b11e9a735ecb167b911269e7affde');
INSERT INTO "audit" VALUES(74,1795752660,'alertd','message.sending',3,'message 31','1 recipients, by worker 7531','bc7dd4359333716b6a8fe19cb7dc2dfe3060d8cb473a7eb02ca8312fbecf61b1');
INSERT INTO "audit" VALUES(75,1795752660,'alertd-mail','delivery.accepted',3,'message 30','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','3d0df23cb396c2210c7ab1f10581e816997b6c8f1af7f726c1d650a4fa0bc17a');
INSERT INTO "audit" VALUES(76,1795752660,'alertd-mail','delivery.accepted',3,'message 31','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-02/out)','d6f5143c99bbf3f655f245fd06fa5a7de734a1d7fedae576801d0b75eccbf855');
CREATE TABLE contact ( id INTEGER PRIMARY KEY, org INTEGER NOT NULL REFERENCES org, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)), CHECK (email <> '' OR phone <> '')) STRICT;
INSERT INTO "contact" VALUES(1,4,'FMK-koordinator','fmk@koebenhavn.example.dk','+4500000021',1);
INSERT INTO "contact" VALUES(2,85,'Sygeplejen','fmk@aarhus.example.dk','+4500000022',1);
INSERT INTO "contact" VALUES(3,100,'IT-vagten','fmk@aalborg.example.dk','',1);
INSERT INTO "contact" VALUES(4,1,'KMD Drift','drift@kmd.example.dk','',1);
CREATE TABLE delivery ( id INTEGER PRIMARY KEY, message INTEGER NOT NULL REFERENCES message, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted',  'delivered', 'failed', 'superseded', 'cancelled')), attempts INTEGER NOT NULL DEFAULT 0, code INTEGER NOT NULL DEFAULT 0, answer TEXT NOT NULL DEFAULT '', via TEXT NOT NULL DEFAULT '', remote_id TEXT NOT NULL DEFAULT '', due INTEGER NOT NULL, done INTEGER, told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)), UNIQUE (message, address)) STRICT;
INSERT INTO "delivery" VALUES(1,1,1,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752678,1795752649,1);
INSERT INTO "delivery" VALUES(2,2,1,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-02/sms.txt','',1795752677,1795752649,1);
INSERT INTO "delivery" VALUES(3,3,1,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752677,1795752649,1);
INSERT INTO "delivery" VALUES(4,4,1,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-02/sms.txt','',1795752676,1795752649,1);
INSERT INTO "delivery" VALUES(5,5,1,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752676,1795752649,1);
INSERT INTO "delivery" VALUES(6,6,1,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752675,1795752649,1);
INSERT INTO "delivery" VALUES(7,7,1,0,'oncall','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752674,1795752649,1);
INSERT INTO "delivery" VALUES(8,8,1,2,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752674,1795752649,1);
INSERT INTO "delivery" VALUES(9,9,1,2,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-02/sms.txt','',1795752673,1795752649,1);
INSERT INTO "delivery" VALUES(10,10,1,2,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752685,1795752649,1);
INSERT INTO "delivery" VALUES(11,11,1,2,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-02/sms.txt','',1795752684,1795752649,1);
INSERT INTO "delivery" VALUES(12,12,1,2,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752683,1795752649,1);
INSERT INTO "delivery" VALUES(13,13,1,2,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752683,1795752649,1);
INSERT INTO "delivery" VALUES(14,14,1,3,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752692,1795752659,1);
INSERT INTO "delivery" VALUES(15,15,1,3,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-02/sms.txt','',1795752692,1795752659,1);
INSERT INTO "delivery" VALUES(16,16,1,3,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752691,1795752659,1);
INSERT INTO "delivery" VALUES(17,17,1,3,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-02/sms.txt','',1795752691,1795752659,1);
INSERT INTO "delivery" VALUES(18,18,1,3,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752690,1795752659,1);
INSERT INTO "delivery" VALUES(19,19,1,3,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752690,1795752660,1);
INSERT INTO "delivery" VALUES(20,20,2,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','queued',1,421,'421 4.3.2 try later','maildir /tmp/alertd-02/out','',1795752690,NULL,0);
INSERT INTO "delivery" VALUES(21,21,2,1,'0101','FMK-koordinator','+4500000021','sending',1,0,'written','/tmp/alertd-02/sms.txt','',1795752689,NULL,1);
INSERT INTO "delivery" VALUES(22,22,2,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752689,1795752660,1);
INSERT INTO "delivery" VALUES(23,23,2,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-02/sms.txt','',1795752688,1795752660,1);
INSERT INTO "delivery" VALUES(24,24,2,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752687,1795752660,1);
INSERT INTO "delivery" VALUES(25,25,2,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752687,1795752660,1);
INSERT INTO "delivery" VALUES(26,26,3,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752686,1795752660,1);
INSERT INTO "delivery" VALUES(27,27,3,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-02/sms.txt','',1795752686,1795752660,1);
INSERT INTO "delivery" VALUES(28,28,3,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752685,1795752660,1);
INSERT INTO "delivery" VALUES(29,29,3,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-02/sms.txt','',1795752684,1795752660,1);
INSERT INTO "delivery" VALUES(30,30,3,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752684,1795752660,1);
INSERT INTO "delivery" VALUES(31,31,3,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-02/out','',1795752695,1795752660,1);
CREATE TABLE event ( id INTEGER PRIMARY KEY, feed TEXT NOT NULL, ext TEXT NOT NULL, incident INTEGER REFERENCES incident, newest INTEGER, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, listed INTEGER NOT NULL CHECK (listed IN (0, 1)), UNIQUE (feed, ext)) STRICT;
INSERT INTO "event" VALUES(1,'nspop','fmk1',1,2,1795752649,1795752659,1);
CREATE TABLE feed ( feed TEXT PRIMARY KEY, first_ok INTEGER, last_ok INTEGER, last_change INTEGER, failing_since INTEGER, failures INTEGER NOT NULL, error TEXT NOT NULL, told INTEGER NOT NULL CHECK (told IN (0, 1)), stale INTEGER NOT NULL CHECK (stale IN (0, 1))) STRICT, WITHOUT ROWID;
INSERT INTO "feed" VALUES('nspop',1795752640,1795752659,1795752659,NULL,0,'',0,0);
CREATE TABLE incident ( id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('pending', 'open', 'resolved',  'dismissed', 'retracted')), kind TEXT NOT NULL CHECK (kind IN ('actual', 'exercise', 'test')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), service TEXT NOT NULL, title TEXT NOT NULL, news TEXT NOT NULL, url TEXT NOT NULL, reason TEXT NOT NULL, feed TEXT NOT NULL, since INTEGER, opened_at INTEGER, decided_at INTEGER, resolved_at INTEGER, starts INTEGER, ends INTEGER, expected_end INTEGER, planned INTEGER NOT NULL CHECK (planned IN (0, 1)), reminded INTEGER NOT NULL CHECK (reminded IN (0, 1)), notices INTEGER NOT NULL CHECK (notices >= 0), last_notice_at INTEGER, last_change_at INTEGER, due_at INTEGER, change INTEGER NOT NULL CHECK (change IN (0, 1)), fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)), change_reason TEXT NOT NULL, over INTEGER NOT NULL CHECK (over IN (0, 1)), paged_at INTEGER, pages INTEGER NOT NULL, told_effect TEXT NOT NULL CHECK (told_effect IN ('none', 'planned',  'degraded', 'data_error', 'outage')), told_online TEXT NOT NULL CHECK (told_online IN ('unknown', 'works',  'down'))) STRICT;
INSERT INTO "incident" VALUES(1,'resolved','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752339,1795752649,NULL,1795752659,NULL,NULL,NULL,0,0,3,1795752659,1795752659,NULL,0,0,'',0,1795752649,1,'outage','unknown');
INSERT INTO "incident" VALUES(2,'open','actual','outage','down',0,'FMK','FMK kan ikke bruges','SDS undersøger fejlen.','','sent by user anna','',1795752660,1795752660,1795752660,NULL,NULL,NULL,NULL,0,0,1,1795752660,1795752660,NULL,0,0,'',0,1795752660,1,'outage','down');
INSERT INTO "incident" VALUES(3,'open','exercise','degraded','unknown',0,'FMK','Øvelse','En øvelse.','','sent by user anna','',1795752660,1795752660,1795752660,NULL,NULL,NULL,NULL,0,0,1,1795752660,1795752660,NULL,0,0,'',0,1795752660,1,'degraded','unknown');
INSERT INTO "incident" VALUES(4,'pending','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752339,1795752649,NULL,NULL,NULL,NULL,NULL,0,0,0,NULL,NULL,NULL,0,0,'',0,1795752339,1,'none','unknown');
CREATE TABLE message ( id INTEGER PRIMARY KEY, notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',  'oncall')), org TEXT NOT NULL, org_name TEXT NOT NULL, vendor TEXT NOT NULL, message_id TEXT NOT NULL, created INTEGER NOT NULL, due INTEGER, worker INTEGER, begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1)), UNIQUE (notice, channel, org)) STRICT;
INSERT INTO "message" VALUES(1,1,1,1,'mail','municipality','0101','København','','alertd.1795752649.1.1.0.0101@example.dk',1795752649,NULL,NULL,1);
INSERT INTO "message" VALUES(2,1,1,1,'sms','municipality','0101','København','','alertd.1795752649.1.1.0.0101@example.dk',1795752649,NULL,NULL,1);
INSERT INTO "message" VALUES(3,1,1,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752649.1.1.0.0751@example.dk',1795752649,NULL,NULL,1);
INSERT INTO "message" VALUES(4,1,1,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752649.1.1.0.0751@example.dk',1795752649,NULL,NULL,1);
INSERT INTO "message" VALUES(5,1,1,1,'mail','municipality','0851','Aalborg','','alertd.1795752649.1.1.0.0851@example.dk',1795752649,NULL,NULL,1);
INSERT INTO "message" VALUES(6,1,1,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752649.1.1.0.vendors@example.dk',1795752649,NULL,NULL,1);
INSERT INTO "message" VALUES(7,2,1,0,'mail','oncall','oncall','on-call','','alertd.1795752649.1.0.2.oncall@example.dk',1795752649,NULL,NULL,1);
INSERT INTO "message" VALUES(8,3,1,2,'mail','municipality','0101','København','','alertd.1795752649.1.2.0.0101@example.dk',1795752649,NULL,NULL,1);
INSERT INTO "message" VALUES(9,3,1,2,'sms','municipality','0101','København','','alertd.1795752649.1.2.0.0101@example.dk',1795752649,NULL,NULL,1);
INSERT INTO "message" VALUES(10,3,1,2,'mail','municipality','0751','Aarhus','systematic','alertd.1795752649.1.2.0.0751@example.dk',1795752649,NULL,NULL,1);
INSERT INTO "message" VALUES(11,3,1,2,'sms','municipality','0751','Aarhus','systematic','alertd.1795752649.1.2.0.0751@example.dk',1795752649,NULL,NULL,1);
INSERT INTO "message" VALUES(12,3,1,2,'mail','municipality','0851','Aalborg','','alertd.1795752649.1.2.0.0851@example.dk',1795752649,NULL,NULL,1);
INSERT INTO "message" VALUES(13,3,1,2,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752649.1.2.0.vendors@example.dk',1795752649,NULL,NULL,1);
INSERT INTO "message" VALUES(14,4,1,3,'mail','municipality','0101','København','','alertd.1795752649.1.3.0.0101@example.dk',1795752659,NULL,NULL,1);
INSERT INTO "message" VALUES(15,4,1,3,'sms','municipality','0101','København','','alertd.1795752649.1.3.0.0101@example.dk',1795752659,NULL,NULL,1);
INSERT INTO "message" VALUES(16,4,1,3,'mail','municipality','0751','Aarhus','systematic','alertd.1795752649.1.3.0.0751@example.dk',1795752659,NULL,NULL,1);
INSERT INTO "message" VALUES(17,4,1,3,'sms','municipality','0751','Aarhus','systematic','alertd.1795752649.1.3.0.0751@example.dk',1795752659,NULL,NULL,1);
INSERT INTO "message" VALUES(18,4,1,3,'mail','municipality','0851','Aalborg','','alertd.1795752649.1.3.0.0851@example.dk',1795752659,NULL,NULL,1);
INSERT INTO "message" VALUES(19,4,1,3,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752649.1.3.0.vendors@example.dk',1795752659,NULL,NULL,1);
INSERT INTO "message" VALUES(20,5,2,1,'mail','municipality','0101','København','','alertd.1795752660.2.1.0.0101@example.dk',1795752660,1795752690,NULL,1);
INSERT INTO "message" VALUES(21,5,2,1,'sms','municipality','0101','København','','alertd.1795752660.2.1.0.0101@example.dk',1795752660,NULL,4711,1);
INSERT INTO "message" VALUES(22,5,2,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752660.2.1.0.0751@example.dk',1795752660,NULL,NULL,1);
INSERT INTO "message" VALUES(23,5,2,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752660.2.1.0.0751@example.dk',1795752660,NULL,NULL,1);
INSERT INTO "message" VALUES(24,5,2,1,'mail','municipality','0851','Aalborg','','alertd.1795752660.2.1.0.0851@example.dk',1795752660,NULL,NULL,1);
INSERT INTO "message" VALUES(25,5,2,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752660.2.1.0.vendors@example.dk',1795752660,NULL,NULL,1);
INSERT INTO "message" VALUES(26,6,3,1,'mail','municipality','0101','København','','alertd.1795752660.3.1.0.0101@example.dk',1795752660,NULL,NULL,1);
INSERT INTO "message" VALUES(27,6,3,1,'sms','municipality','0101','København','','alertd.1795752660.3.1.0.0101@example.dk',1795752660,NULL,NULL,1);
INSERT INTO "message" VALUES(28,6,3,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752660.3.1.0.0751@example.dk',1795752660,NULL,NULL,1);
INSERT INTO "message" VALUES(29,6,3,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752660.3.1.0.0751@example.dk',1795752660,NULL,NULL,1);
INSERT INTO "message" VALUES(30,6,3,1,'mail','municipality','0851','Aalborg','','alertd.1795752660.3.1.0.0851@example.dk',1795752660,NULL,NULL,1);
INSERT INTO "message" VALUES(31,6,3,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752660.3.1.0.vendors@example.dk',1795752660,NULL,NULL,1);
CREATE TABLE notice ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, number INTEGER NOT NULL CHECK (number >= 0), type TEXT NOT NULL CHECK (type IN ('first', 'update', 'repeat',  'resolved', 'correction', 'planned', 'page')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), at INTEGER NOT NULL, next INTEGER, title TEXT NOT NULL, reason TEXT NOT NULL, cc_own INTEGER NOT NULL CHECK (cc_own IN (0, 1)), CHECK ((number = 0) = (type = 'page')), CHECK (number = 0 OR incident IS NOT NULL)) STRICT;
INSERT INTO "notice" VALUES(1,1,1,'first','outage',1795752649,1795759849,'FMK er utilgængeligt i produktion','rule 3: FMK: it is hit: "fmk", "utilgængeligt"',0);
INSERT INTO "notice" VALUES(2,1,0,'page','outage',1795752649,NULL,'FMK er utilgængeligt i produktion','The municipalities are being told.',0);
INSERT INTO "notice" VALUES(3,1,2,'update','outage',1795752649,1795759849,'FMK er utilgængeligt i produktion','updated by user anna',0);
INSERT INTO "notice" VALUES(4,1,3,'resolved','outage',1795752659,NULL,'FMK er utilgængeligt i produktion','it is over',0);
INSERT INTO "notice" VALUES(5,2,1,'first','outage',1795752660,1795759860,'FMK kan ikke bruges','sent by user anna',0);
INSERT INTO "notice" VALUES(6,3,1,'first','degraded',1795752660,1795759860,'Øvelse','sent by user anna',0);
CREATE TABLE notice_body ( notice INTEGER NOT NULL REFERENCES notice, audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',  'oncall')), subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL, sms TEXT NOT NULL, PRIMARY KEY (notice, audience)) STRICT, WITHOUT ROWID;
INSERT INTO "notice_body" VALUES(1,'municipality','FMK er nede siden kl. 05.05 (besked nr. 1)','Besked nr. 1, sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.10.

Hvad er ramt?
FMK er nede.
Driftsmelding:
> FMK er utilgængeligt i produktion
> Opslag i FMK fejler for alle anvendere.

Hvem er ramt?
Alle, der bruger FMK: kommuner, læger, sygehuse og apoteker.

Siden hvornår?
Fejlen begyndte kl. 05.05. Det har varet 5 minutter.

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
Næste besked kommer senest kl. 07.10.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift
','','FMK er nede siden kl. 05.05. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.10. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0001, kl. 05.10.');
INSERT INTO "notice_body" VALUES(1,'vendor','FMK er nede siden kl. 05.05 (besked nr. 1)','Besked nr. 1, sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.10.

Hvad er ramt?
FMK er nede.
Driftsmelding:
> FMK er utilgængeligt i produktion
> Opslag i FMK fejler for alle anvendere.

Hvem er ramt?
Alle, der bruger FMK: kommuner, læger, sygehuse og apoteker.

Siden hvornår?
Fejlen begyndte kl. 05.05. Det har varet 5 minutter.

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
Næste besked kommer senest kl. 07.10.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift
','','FMK er nede siden kl. 05.05. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.10. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0001, kl. 05.10.');
INSERT INTO "notice_body" VALUES(2,'oncall','FMK er nede, sag FMK-2026-0001','Hvad er der sket?
FMK er nede siden kl. 05.05.
> FMK er utilgængeligt i produktion
> Opslag i FMK fejler for alle anvendere.

Hvorfor får du beskeden?
Kommunerne fik besked kl. 05.10.
Grunden er:
> rule 3: FMK: it is hit: "fmk", "utilgængeligt"

Hvad skal du skrive?
- Send nyt: alertctl update 1
- Det er slut: alertctl resolve 1
- Det var en fejl at sende: alertctl retract 1
- Se sagen: alertctl show 1

Sag FMK-2026-0001, kl. 05.10.
','','FMK er nede. Kommunerne får besked. "FMK er utilgængeligt i produktion". Grund: rule 3: FMK: it is hit: "fmk", "utilgængeligt". Slut: alertctl resolve 1. Se: alertctl show 1. Sag FMK-2026-0001, kl. 05.10.');
INSERT INTO "notice_body" VALUES(3,'municipality','FMK er nede. Fejlen begyndte kl. 05.05 (besked nr. 2)','Besked nr. 2, sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.10.

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
Fejlen begyndte kl. 05.05. Det har varet 5 minutter.

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
Næste besked kommer senest kl. 07.10.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift
','','FMK er nede. Fejlen begyndte kl. 05.05. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.10. Kontakt: FMK-vagten, tlf. 00 00 00 01. Nyt: "SDS venter på en reservedel." Besked nr. 2, FMK-2026-0001, kl. 05.10.');
INSERT INTO "notice_body" VALUES(3,'vendor','FMK er nede. Fejlen begyndte kl. 05.05 (besked nr. 2)','Besked nr. 2, sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.10.

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
Fejlen begyndte kl. 05.05. Det har varet 5 minutter.

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
Næste besked kommer senest kl. 07.10.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift
','','FMK er nede. Fejlen begyndte kl. 05.05. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.10. Kontakt: FMK-vagten, tlf. 00 00 00 01. Nyt: "SDS venter på en reservedel." Besked nr. 2, FMK-2026-0001, kl. 05.10.');
INSERT INTO "notice_body" VALUES(4,'municipality','FMK virker igen (besked nr. 3, afsluttet)','Besked nr. 3 (afsluttet), sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.10.

Hvad er ramt?
FMK virker igen. Vi fik besked om det kl. 05.10. Sagen er afsluttet.
Meldingen lyder:
> Fejlen er rettet.

Hvem er ramt?
Ingen mere.

Siden hvornår?
Fejlen kom kl. 05.05. Vi fik besked kl. 05.10 om, at den er slut. Der gik 5 minutter.

Hvad skal I gøre?
- Hent medicinkortet på ny.
- Tjek, at jeres bestillinger og fornyelser af recepter er gået igennem.
- Har en borger fået ændringer siden kl. 05.05 eller i timen før? Så hold jeres liste op mod FMK.
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
','','FMK virker igen. Vi fik besked om det kl. 05.10. Fejlen kom kl. 05.05. Hent medicinkortet på ny. Tjek, hvad I bestilte, og hvad lægen sagde i telefonen. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 3, afsluttet, FMK-2026-0001, kl. 05.10.');
INSERT INTO "notice_body" VALUES(4,'vendor','FMK virker igen (besked nr. 3, afsluttet)','Besked nr. 3 (afsluttet), sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.10.

Hvad er ramt?
FMK virker igen. Vi fik besked om det kl. 05.10. Sagen er afsluttet.
Meldingen lyder:
> Fejlen er rettet.

Hvem er ramt?
Ingen mere.

Siden hvornår?
Fejlen kom kl. 05.05. Vi fik besked kl. 05.10 om, at den er slut. Der gik 5 minutter.

Hvad skal I gøre?
- Hent medicinkortet på ny.
- Tjek, at jeres bestillinger og fornyelser af recepter er gået igennem.
- Har en borger fået ændringer siden kl. 05.05 eller i timen før? Så hold jeres liste op mod FMK.
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
','','FMK virker igen. Vi fik besked om det kl. 05.10. Fejlen kom kl. 05.05. Hent medicinkortet på ny. Tjek, hvad I bestilte, og hvad lægen sagde i telefonen. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 3, afsluttet, FMK-2026-0001, kl. 05.10.');
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
INSERT INTO "report" VALUES(1,1,1795752649,'5a16e9e86afa677b211e4a0c5b3843dfded360d576e9e8d6eae04e88bb2aae5b','2026-11-27T04:05:39Z-a43764d2','FMK er utilgængeligt i produktion','Opslag i FMK fejler for alle anvendere.',39,'https://status.example.dk/fmk1',1795752339,1795752339,NULL,NULL,'FMK	major_outage
','critical','investigating','open','broadcast','outage','open','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
INSERT INTO "report" VALUES(2,1,1795752659,'5bc3d8880538a7b1e4df6d1f4b2be58ab5b4fea3ac8ec6763c078c97a8bc6f99','2026-11-27T04:10:49Z-0b941f02','FMK er utilgængeligt i produktion','Fejlen er rettet.',17,'https://status.example.dk/fmk1',1795752649,1795752649,NULL,NULL,'FMK	operational
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
PRAGMA user_version = 2;
