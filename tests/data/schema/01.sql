BEGIN TRANSACTION;
CREATE TABLE audit ( seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, incident INTEGER NOT NULL, object TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL CHECK (length(hash) = 64)) STRICT;
INSERT INTO "audit" VALUES(1,1795752616,'user anna','contact.added',0,'contact 1','0101 FMK-koordinator <fmk@koebenhavn.example.dk> +4500000021','2d84932b56a09532df1185ed3a1f16ea1d6a3b859dc9f7a472e6e88229552365');
INSERT INTO "audit" VALUES(2,1795752616,'user anna','contact.added',0,'contact 2','0751 Sygeplejen <fmk@aarhus.example.dk> +4500000022','e900636e03452a8a21ba1b0f29e59c219cd6df7616669dada760d213cd278692');
INSERT INTO "audit" VALUES(3,1795752616,'user anna','contact.added',0,'contact 3','0851 IT-vagten <fmk@aalborg.example.dk>','c5cd53ad4e643d6e4a094386cce98b14871c9306ba66f37e8d8cc5fb19018e8a');
INSERT INTO "audit" VALUES(4,1795752616,'user anna','contact.added',0,'contact 4','kmd KMD Drift <drift@kmd.example.dk>','1e4836f624f6e3156d04d6265ac73a1d4a1da92c6a747e8d1b825b87f1ae843c');
INSERT INTO "audit" VALUES(5,1795752627,'alertd','incident.opened',1,'incident 1','open, outage: FMK er utilgængeligt i produktion (the rules broadcast; rule 3: FMK: it is hit: "fmk", "utilgængeligt")','8d743bc24a7171b068b6079d6e02ac66b29b34160fbd1b6881c82d49159b29ad');
INSERT INTO "audit" VALUES(6,1795752627,'alertd','notice.queued',1,'incident 1','notice 1, first: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','074be1b9b571939e533dfe2c1c7fd6c7819d93eb1682ef36a49d1883d8b46513');
INSERT INTO "audit" VALUES(7,1795752627,'alertd','page.queued',1,'incident 1','The municipalities are being told.','8a0a44ad3d91d356fdffc6d87481a886345f5c6c07cccf73801ec97cb8fa327b');
INSERT INTO "audit" VALUES(8,1795752627,'alertd','message.sending',1,'message 7','1 recipients, by worker 5242','be4c913cd93612460b6fa934a914c6b8385144c8b848510585540de2ff944a43');
INSERT INTO "audit" VALUES(9,1795752627,'alertd','message.sending',1,'message 1','1 recipients, by worker 5247','edd327d4d14c68f3270d3422c37108b8a3c10def3cbf00a167201279151b6db2');
INSERT INTO "audit" VALUES(10,1795752627,'alertd','message.sending',1,'message 3','1 recipients, by worker 5247','124991702874c6d84103068e5a56ebc13715dd449c529b32d200d2c52979b7d4');
INSERT INTO "audit" VALUES(11,1795752627,'alertd','message.sending',1,'message 5','1 recipients, by worker 5247','dbbe870b57549b4d84ae1441ce45eae0024f349761d8dedb8fcb4aca4c330255');
INSERT INTO "audit" VALUES(12,1795752627,'alertd-mail','delivery.accepted',1,'message 7','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-01/out)','64f607539928f5f9512078f0d3b5c4c8f143d41db1dd6cb9cae3894efb588456');
INSERT INTO "audit" VALUES(13,1795752627,'alertd','message.sending',1,'message 6','1 recipients, by worker 5242','00b41ed987201df9d41fc7f08d2955bbc0abfdd4c9a51383ff6858201765bd53');
INSERT INTO "audit" VALUES(14,1795752627,'alertd-mail','delivery.accepted',1,'message 1','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-01/out)','b12a7de84ce065463350e5dd3ce5f26262b104451b26da374e828afd674cc85d');
INSERT INTO "audit" VALUES(15,1795752627,'alertd','message.sending',1,'message 2','1 recipients, by worker 5248','5a9017277fe1a8c4453402b651e65f333e9141dff319ef903c43bf058f1262dc');
INSERT INTO "audit" VALUES(16,1795752627,'alertd','message.sending',1,'message 4','1 recipients, by worker 5248','11deff03ab118d59232bef55fa7eccfcdd8cdd03a2cb5362c4a57292e25890a7');
INSERT INTO "audit" VALUES(17,1795752627,'alertd-mail','delivery.accepted',1,'message 6','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-01/out)','76587ed26a28e0349e54b6e670be64b1fb7d752e196a7037115e56b674a3e7a7');
INSERT INTO "audit" VALUES(18,1795752627,'alertd-mail','delivery.accepted',1,'message 3','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-01/out)','9c73d477df69cc3d248c577e54fb0de3c7b92ad04d1e6fafd68de7d9ed432c10');
INSERT INTO "audit" VALUES(19,1795752627,'alertd-mail','delivery.accepted',1,'message 5','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-01/out)','1571ad668a8c6e61b121e6cbf4e405601cec4905424b054142e57fdf9baa6d9e');
INSERT INTO "audit" VALUES(20,1795752627,'alertd-sms','delivery.accepted',1,'message 2','+4500000021: accepted: 0 written (/tmp/alertd-01/sms.txt)','1df1af50f8ade79060c1fca8e4d860faf2e9a001eeeb512b1a1766656d25392d');
INSERT INTO "audit" VALUES(21,1795752627,'alertd-sms','delivery.accepted',1,'message 4','+4500000022: accepted: 0 written (/tmp/alertd-01/sms.txt)','2a03a72044dc2adf2b4ed7f30fc5c7acce817919148c5b8a3bf8c42ddda9a5ac');
INSERT INTO "audit" VALUES(22,1795752627,'user anna','notice.queued',1,'incident 1','notice 2, update: updated by user anna','32d9c1afe45c11c3864c244152c1d614a223f175fd8be6ab2bd6e9685167df4e');
INSERT INTO "audit" VALUES(23,1795752627,'alertd','message.sending',1,'message 8','1 recipients, by worker 5242','d70f4452b7766e9996d1680336c8b239dd568ca56e415f68065565fefcdee04d');
INSERT INTO "audit" VALUES(24,1795752627,'alertd','message.sending',1,'message 10','1 recipients, by worker 5242','7a8509f3d09fcd02318e1ca11950ba907338810cd0e822da31ecac591b7d57b9');
INSERT INTO "audit" VALUES(25,1795752627,'alertd','message.sending',1,'message 12','1 recipients, by worker 5242','39f2bdf9b86ed1720bdcc8b7e4629e42c6efa18851470f2c8ab9b6bc065ed52d');
INSERT INTO "audit" VALUES(26,1795752627,'alertd','message.sending',1,'message 9','1 recipients, by worker 5248','f4efc037dd58d34df27a6cc5bfd9793780bd4962c629629c48b39e244bc16988');
INSERT INTO "audit" VALUES(27,1795752627,'alertd','message.sending',1,'message 11','1 recipients, by worker 5248','202091afccaec6add8a50afb05048d29659afae5f5aef89c9f8096d64cd53f3d');
INSERT INTO "audit" VALUES(28,1795752627,'alertd-mail','delivery.accepted',1,'message 8','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-01/out)','bfc2f22aafc5735f0306cca1be1aa0f59720368cd0da662535483d325844ffbf');
INSERT INTO "audit" VALUES(29,1795752627,'alertd-sms','delivery.accepted',1,'message 9','+4500000021: accepted: 0 written (/tmp/alertd-01/sms.txt)','74964485b81904d93995b9908075403dc9e2b2ba76bab832c127864c813d2252');
INSERT INTO "audit" VALUES(30,1795752627,'alertd-sms','delivery.accepted',1,'message 11','+4500000022: accepted: 0 written (/tmp/alertd-01/sms.txt)','f2485b39befb34b9c23a9a7f953d6251e687507c151fa2a2b0268170b26579e0');
INSERT INTO "audit" VALUES(31,1795752627,'alertd-mail','delivery.accepted',1,'message 10','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-01/out)','e2c4bf2b6228f0cff405d3f0822dd844b265062ba0dfd314233c0b694e705bfc');
INSERT INTO "audit" VALUES(32,1795752627,'alertd','message.sending',1,'message 13','1 recipients, by worker 5247','00cac5c5fb6054626472f3a590607071f9f165ce30c01b8293337b60930e7290');
INSERT INTO "audit" VALUES(33,1795752627,'alertd-mail','delivery.accepted',1,'message 12','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-01/out)','1cdbb23a224a754e7b4464dec0f6d2aeca4bd61a117768b439d2198647a719f7');
INSERT INTO "audit" VALUES(34,1795752627,'alertd-mail','delivery.accepted',1,'message 13','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-01/out)','0cab4eb282d20f843c09723d172dce8b9e4a8f923c012e35c80239fe0f87622a');
INSERT INTO "audit" VALUES(35,1795752637,'alertd','incident.state',1,'incident 1','resolved, was open: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','087224a61e997d506c84cca1b5406cc32fc19ec2a3dc11fa5761f3afa8fe4e3c');
INSERT INTO "audit" VALUES(36,1795752637,'alertd','notice.queued',1,'incident 1','notice 3, resolved: it is over','b8ad3e5dd21f1b874facb91352a05dc6ac86d8bebe0226e2c5cf5b97ee8018ed');
INSERT INTO "audit" VALUES(37,1795752637,'alertd','message.sending',1,'message 14','1 recipients, by worker 5242','0e0ac1ed386847b00aaf74bda444d0895f3be526c503b9a4c20c84f090d2b89c');
INSERT INTO "audit" VALUES(38,1795752637,'alertd','message.sending',1,'message 16','1 recipients, by worker 5242','828bb96bfab9612f8ac213ddb940d08c2665ed3548bfd69f1f6d8714718ba386');
INSERT INTO "audit" VALUES(39,1795752637,'alertd','message.sending',1,'message 18','1 recipients, by worker 5242','565c967938c2ce7fecee5c09657bce833c48441e9780ddf9aa1888fef2f912b1');
INSERT INTO "audit" VALUES(40,1795752637,'alertd','message.sending',1,'message 19','1 recipients, by worker 5247','f7b4971ca25ca03292b2befe114db150edeb10e420a15f1076ff6840cdc99afa');
INSERT INTO "audit" VALUES(41,1795752637,'alertd-mail','delivery.accepted',1,'message 14','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-01/out)','0b483ab7674411370dcebba7a34dac7e592b1805602c862b48d7308aae740e58');
INSERT INTO "audit" VALUES(42,1795752637,'alertd','message.sending',1,'message 15','1 recipients, by worker 5248','ade5fe5ac341733aa262e07b6cb79250507f6d2e25e2f59cf52b9c2d1160b0da');
INSERT INTO "audit" VALUES(43,1795752637,'alertd','message.sending',1,'message 17','1 recipients, by worker 5248','c56d0f2017cecb83e752138cd44a5ed8fc3dee7cb1f18628d522cd119b6fdd73');
INSERT INTO "audit" VALUES(44,1795752637,'alertd-mail','delivery.accepted',1,'message 19','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-01/out)','d76e78bf525d8e07aca03f891f71efb2b8e8c8e4c6ef01f77523e6670169ade4');
INSERT INTO "audit" VALUES(45,1795752637,'alertd-mail','delivery.accepted',1,'message 16','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-01/out)','63fdef868e232acb1005c4bd16c548c6ff6a844ea52f744d633b6e571363e01b');
INSERT INTO "audit" VALUES(46,1795752637,'alertd-sms','delivery.accepted',1,'message 15','+4500000021: accepted: 0 written (/tmp/alertd-01/sms.txt)','e52087d17969bb360d29a7289dacd51ed4629f65e70a010aeef8010c24330ba9');
INSERT INTO "audit" VALUES(47,1795752637,'alertd-mail','delivery.accepted',1,'message 18','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-01/out)','4e4cbe22d619779e196e616aff44d12e55686c917adb14c6584147acf961673f');
INSERT INTO "audit" VALUES(48,1795752637,'alertd-sms','delivery.accepted',1,'message 17','+4500000022: accepted: 0 written (/tmp/alertd-01/sms.txt)','dbfb2da9882a763020b264fb7fc38d81ca588a341f610227e736635a831aa7b7');
INSERT INTO "audit" VALUES(49,1795752637,'user anna','incident.opened',2,'incident 2','actual, outage: FMK kan ikke bruges (by user anna)','03d0d9afb9b997aa1e590fff8622b0f4bd455853b0929b85aeeb6c70c08c4554');
INSERT INTO "audit" VALUES(50,1795752637,'user anna','notice.queued',2,'incident 2','notice 1, first: sent by user anna','0df9358ab6f8d3586e33d9168b3a4113dd89cc10902276c26dda376cf26557fc');
INSERT INTO "audit" VALUES(51,1795752637,'alertd','message.sending',2,'message 20','1 recipients, by worker 5242','493019d41c589185498b27add7fcfd2fb215370835108dea112f7f3384df2fff');
INSERT INTO "audit" VALUES(52,1795752637,'alertd','message.sending',2,'message 22','1 recipients, by worker 5242','7cb83a38c93d1b561c69f4dd2533f1b61c402075674ce08b49de0b3d39d2b777');
INSERT INTO "audit" VALUES(53,1795752637,'alertd','message.sending',2,'message 24','1 recipients, by worker 5242','2ee40723bfb6b1cf50cf34c12c46b98cdaf1c94373755db629c2f7759899fa1b');
INSERT INTO "audit" VALUES(54,1795752637,'alertd','message.sending',2,'message 21','1 recipients, by worker 5248','849a6a2415de54f06c29eb20e4ef88002d1be5c58a26c557675ad2683b652303');
INSERT INTO "audit" VALUES(55,1795752637,'alertd','message.sending',2,'message 23','1 recipients, by worker 5248','59befb1a0ab9da0747d460a5d893953b1cf8251c3ed11767151464698c80f2b4');
INSERT INTO "audit" VALUES(56,1795752637,'alertd-mail','delivery.accepted',2,'message 20','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-01/out)','7a292621a3d8be269c18a613a3490f7da1fd11e038cb38b8ad15fb5b5218e85d');
INSERT INTO "audit" VALUES(57,1795752637,'alertd-mail','delivery.accepted',2,'message 22','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-01/out)','75d5adaf9cf4d88283c36036ff7e9090d4676a71951288ea340cefc0035b6040');
INSERT INTO "audit" VALUES(58,1795752637,'alertd-sms','delivery.accepted',2,'message 21','+4500000021: accepted: 0 written (/tmp/alertd-01/sms.txt)','3ee1d3a975318d1690c9879641ce18629b2ccec9425a3f4b9a25075d05398bb1');
INSERT INTO "audit" VALUES(59,1795752637,'alertd','message.sending',2,'message 25','1 recipients, by worker 5247','31fee0db5181190cb02e8c6917c2e6f212f2f6e0af4ea34243fd5dec178068e3');
INSERT INTO "audit" VALUES(60,1795752637,'alertd-sms','delivery.accepted',2,'message 23','+4500000022: accepted: 0 written (/tmp/alertd-01/sms.txt)','bcf567396f0f6f83e867c88d95ab82dae60846db3d75224a8f024df20ac60256');
INSERT INTO "audit" VALUES(61,1795752637,'alertd-mail','delivery.accepted',2,'message 25','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-01/out)','7faa59b9467bd83016ec8a05c4f5be270e8d2108a5360b49e0b44cd26cea4578');
INSERT INTO "audit" VALUES(62,1795752637,'alertd-mail','delivery.accepted',2,'message 24','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-01/out)','8468b560973dd97615a92391b9e76f5b85ff8e6ad04cc98358649d1d693c7247');
CREATE TABLE contact ( id INTEGER PRIMARY KEY, org INTEGER NOT NULL REFERENCES org, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)), CHECK (email <> '' OR phone <> '')) STRICT;
INSERT INTO "contact" VALUES(1,4,'FMK-koordinator','fmk@koebenhavn.example.dk','+4500000021',1);
INSERT INTO "contact" VALUES(2,85,'Sygeplejen','fmk@aarhus.example.dk','+4500000022',1);
INSERT INTO "contact" VALUES(3,100,'IT-vagten','fmk@aalborg.example.dk','',1);
INSERT INTO "contact" VALUES(4,1,'KMD Drift','drift@kmd.example.dk','',1);
CREATE TABLE delivery ( id INTEGER PRIMARY KEY, message INTEGER NOT NULL REFERENCES message, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted',  'delivered', 'failed', 'superseded', 'cancelled')), attempts INTEGER NOT NULL DEFAULT 0, code INTEGER NOT NULL DEFAULT 0, answer TEXT NOT NULL DEFAULT '', via TEXT NOT NULL DEFAULT '', remote_id TEXT NOT NULL DEFAULT '', due INTEGER NOT NULL, done INTEGER, told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)), UNIQUE (message, address)) STRICT;
INSERT INTO "delivery" VALUES(1,1,1,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-01/out','',1795752656,1795752627,1);
INSERT INTO "delivery" VALUES(2,2,1,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-01/sms.txt','',1795752655,1795752627,1);
INSERT INTO "delivery" VALUES(3,3,1,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-01/out','',1795752655,1795752627,1);
INSERT INTO "delivery" VALUES(4,4,1,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-01/sms.txt','',1795752654,1795752627,1);
INSERT INTO "delivery" VALUES(5,5,1,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-01/out','',1795752654,1795752627,1);
INSERT INTO "delivery" VALUES(6,6,1,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-01/out','',1795752653,1795752627,1);
INSERT INTO "delivery" VALUES(7,7,1,0,'oncall','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-01/out','',1795752652,1795752627,1);
INSERT INTO "delivery" VALUES(8,8,1,2,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-01/out','',1795752652,1795752627,1);
INSERT INTO "delivery" VALUES(9,9,1,2,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-01/sms.txt','',1795752651,1795752627,1);
INSERT INTO "delivery" VALUES(10,10,1,2,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-01/out','',1795752663,1795752627,1);
INSERT INTO "delivery" VALUES(11,11,1,2,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-01/sms.txt','',1795752662,1795752627,1);
INSERT INTO "delivery" VALUES(12,12,1,2,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-01/out','',1795752661,1795752627,1);
INSERT INTO "delivery" VALUES(13,13,1,2,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-01/out','',1795752661,1795752627,1);
INSERT INTO "delivery" VALUES(14,14,1,3,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-01/out','',1795752670,1795752637,1);
INSERT INTO "delivery" VALUES(15,15,1,3,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-01/sms.txt','',1795752670,1795752637,1);
INSERT INTO "delivery" VALUES(16,16,1,3,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-01/out','',1795752669,1795752637,1);
INSERT INTO "delivery" VALUES(17,17,1,3,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-01/sms.txt','',1795752669,1795752637,1);
INSERT INTO "delivery" VALUES(18,18,1,3,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-01/out','',1795752668,1795752637,1);
INSERT INTO "delivery" VALUES(19,19,1,3,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-01/out','',1795752667,1795752637,1);
INSERT INTO "delivery" VALUES(20,20,2,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','queued',1,421,'421 4.3.2 try later','maildir /tmp/alertd-01/out','',1795752667,NULL,0);
INSERT INTO "delivery" VALUES(21,21,2,1,'0101','FMK-koordinator','+4500000021','sending',1,0,'written','/tmp/alertd-01/sms.txt','',1795752666,NULL,1);
INSERT INTO "delivery" VALUES(22,22,2,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-01/out','',1795752666,1795752637,1);
INSERT INTO "delivery" VALUES(23,23,2,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-01/sms.txt','',1795752665,1795752637,1);
INSERT INTO "delivery" VALUES(24,24,2,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-01/out','',1795752664,1795752637,1);
INSERT INTO "delivery" VALUES(25,25,2,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-01/out','',1795752664,1795752637,1);
CREATE TABLE event ( id INTEGER PRIMARY KEY, feed TEXT NOT NULL, ext TEXT NOT NULL, incident INTEGER REFERENCES incident, newest INTEGER, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, listed INTEGER NOT NULL CHECK (listed IN (0, 1)), UNIQUE (feed, ext)) STRICT;
INSERT INTO "event" VALUES(1,'nspop','fmk1',1,2,1795752627,1795752637,1);
CREATE TABLE feed ( feed TEXT PRIMARY KEY, first_ok INTEGER, last_ok INTEGER, last_change INTEGER, failing_since INTEGER, failures INTEGER NOT NULL, error TEXT NOT NULL, told INTEGER NOT NULL CHECK (told IN (0, 1)), stale INTEGER NOT NULL CHECK (stale IN (0, 1))) STRICT, WITHOUT ROWID;
INSERT INTO "feed" VALUES('nspop',1795752617,1795752637,1795752637,NULL,0,'',0,0);
CREATE TABLE incident ( id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('pending', 'open', 'resolved',  'dismissed', 'retracted')), kind TEXT NOT NULL CHECK (kind IN ('actual', 'exercise', 'test')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), service TEXT NOT NULL, title TEXT NOT NULL, news TEXT NOT NULL, url TEXT NOT NULL, reason TEXT NOT NULL, feed TEXT NOT NULL, since INTEGER, opened_at INTEGER, decided_at INTEGER, resolved_at INTEGER, starts INTEGER, ends INTEGER, expected_end INTEGER, planned INTEGER NOT NULL CHECK (planned IN (0, 1)), reminded INTEGER NOT NULL CHECK (reminded IN (0, 1)), notices INTEGER NOT NULL CHECK (notices >= 0), last_notice_at INTEGER, last_change_at INTEGER, due_at INTEGER, change INTEGER NOT NULL CHECK (change IN (0, 1)), fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)), change_reason TEXT NOT NULL, over INTEGER NOT NULL CHECK (over IN (0, 1)), paged_at INTEGER, pages INTEGER NOT NULL, told_effect TEXT NOT NULL CHECK (told_effect IN ('none', 'planned',  'degraded', 'data_error', 'outage')), told_online TEXT NOT NULL CHECK (told_online IN ('unknown', 'works',  'down'))) STRICT;
INSERT INTO "incident" VALUES(1,'resolved','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752316,1795752627,NULL,1795752637,NULL,NULL,NULL,0,0,3,1795752637,1795752637,NULL,0,0,'',0,1795752627,1,'outage','unknown');
INSERT INTO "incident" VALUES(2,'open','actual','outage','down',0,'FMK','FMK kan ikke bruges','SDS undersøger fejlen.','','sent by user anna','',1795752637,1795752637,1795752637,NULL,NULL,NULL,NULL,0,0,1,1795752637,1795752637,NULL,0,0,'',0,1795752637,1,'outage','down');
INSERT INTO "incident" VALUES(3,'pending','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752316,1795752627,NULL,NULL,NULL,NULL,NULL,0,0,0,NULL,NULL,NULL,0,0,'',0,1795752316,1,'none','unknown');
CREATE TABLE message ( id INTEGER PRIMARY KEY, notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',  'oncall')), org TEXT NOT NULL, org_name TEXT NOT NULL, vendor TEXT NOT NULL, message_id TEXT NOT NULL, created INTEGER NOT NULL, due INTEGER, worker INTEGER, UNIQUE (notice, channel, org)) STRICT;
INSERT INTO "message" VALUES(1,1,1,1,'mail','municipality','0101','København','','alertd.1795752627.1.1.0.0101@example.dk',1795752627,NULL,NULL);
INSERT INTO "message" VALUES(2,1,1,1,'sms','municipality','0101','København','','alertd.1795752627.1.1.0.0101@example.dk',1795752627,NULL,NULL);
INSERT INTO "message" VALUES(3,1,1,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752627.1.1.0.0751@example.dk',1795752627,NULL,NULL);
INSERT INTO "message" VALUES(4,1,1,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752627.1.1.0.0751@example.dk',1795752627,NULL,NULL);
INSERT INTO "message" VALUES(5,1,1,1,'mail','municipality','0851','Aalborg','','alertd.1795752627.1.1.0.0851@example.dk',1795752627,NULL,NULL);
INSERT INTO "message" VALUES(6,1,1,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752627.1.1.0.vendors@example.dk',1795752627,NULL,NULL);
INSERT INTO "message" VALUES(7,2,1,0,'mail','oncall','oncall','on-call','','alertd.1795752627.1.0.2.oncall@example.dk',1795752627,NULL,NULL);
INSERT INTO "message" VALUES(8,3,1,2,'mail','municipality','0101','København','','alertd.1795752627.1.2.0.0101@example.dk',1795752627,NULL,NULL);
INSERT INTO "message" VALUES(9,3,1,2,'sms','municipality','0101','København','','alertd.1795752627.1.2.0.0101@example.dk',1795752627,NULL,NULL);
INSERT INTO "message" VALUES(10,3,1,2,'mail','municipality','0751','Aarhus','systematic','alertd.1795752627.1.2.0.0751@example.dk',1795752627,NULL,NULL);
INSERT INTO "message" VALUES(11,3,1,2,'sms','municipality','0751','Aarhus','systematic','alertd.1795752627.1.2.0.0751@example.dk',1795752627,NULL,NULL);
INSERT INTO "message" VALUES(12,3,1,2,'mail','municipality','0851','Aalborg','','alertd.1795752627.1.2.0.0851@example.dk',1795752627,NULL,NULL);
INSERT INTO "message" VALUES(13,3,1,2,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752627.1.2.0.vendors@example.dk',1795752627,NULL,NULL);
INSERT INTO "message" VALUES(14,4,1,3,'mail','municipality','0101','København','','alertd.1795752627.1.3.0.0101@example.dk',1795752637,NULL,NULL);
INSERT INTO "message" VALUES(15,4,1,3,'sms','municipality','0101','København','','alertd.1795752627.1.3.0.0101@example.dk',1795752637,NULL,NULL);
INSERT INTO "message" VALUES(16,4,1,3,'mail','municipality','0751','Aarhus','systematic','alertd.1795752627.1.3.0.0751@example.dk',1795752637,NULL,NULL);
INSERT INTO "message" VALUES(17,4,1,3,'sms','municipality','0751','Aarhus','systematic','alertd.1795752627.1.3.0.0751@example.dk',1795752637,NULL,NULL);
INSERT INTO "message" VALUES(18,4,1,3,'mail','municipality','0851','Aalborg','','alertd.1795752627.1.3.0.0851@example.dk',1795752637,NULL,NULL);
INSERT INTO "message" VALUES(19,4,1,3,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752627.1.3.0.vendors@example.dk',1795752637,NULL,NULL);
INSERT INTO "message" VALUES(20,5,2,1,'mail','municipality','0101','København','','alertd.1795752637.2.1.0.0101@example.dk',1795752637,1795752667,NULL);
INSERT INTO "message" VALUES(21,5,2,1,'sms','municipality','0101','København','','alertd.1795752637.2.1.0.0101@example.dk',1795752637,NULL,4711);
INSERT INTO "message" VALUES(22,5,2,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752637.2.1.0.0751@example.dk',1795752637,NULL,NULL);
INSERT INTO "message" VALUES(23,5,2,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752637.2.1.0.0751@example.dk',1795752637,NULL,NULL);
INSERT INTO "message" VALUES(24,5,2,1,'mail','municipality','0851','Aalborg','','alertd.1795752637.2.1.0.0851@example.dk',1795752637,NULL,NULL);
INSERT INTO "message" VALUES(25,5,2,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752637.2.1.0.vendors@example.dk',1795752637,NULL,NULL);
CREATE TABLE notice ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, number INTEGER NOT NULL CHECK (number >= 0), type TEXT NOT NULL CHECK (type IN ('first', 'update', 'repeat',  'resolved', 'correction', 'planned', 'page')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), at INTEGER NOT NULL, next INTEGER, title TEXT NOT NULL, reason TEXT NOT NULL, cc_own INTEGER NOT NULL CHECK (cc_own IN (0, 1)), CHECK ((number = 0) = (type = 'page')), CHECK (number = 0 OR incident IS NOT NULL)) STRICT;
INSERT INTO "notice" VALUES(1,1,1,'first','outage',1795752627,1795759827,'FMK er utilgængeligt i produktion','rule 3: FMK: it is hit: "fmk", "utilgængeligt"',0);
INSERT INTO "notice" VALUES(2,1,0,'page','outage',1795752627,NULL,'FMK er utilgængeligt i produktion','The municipalities are being told.',0);
INSERT INTO "notice" VALUES(3,1,2,'update','outage',1795752627,1795759827,'FMK er utilgængeligt i produktion','updated by user anna',0);
INSERT INTO "notice" VALUES(4,1,3,'resolved','outage',1795752637,NULL,'FMK er utilgængeligt i produktion','it is over',0);
INSERT INTO "notice" VALUES(5,2,1,'first','outage',1795752637,1795759837,'FMK kan ikke bruges','sent by user anna',0);
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
Siden kl. 05.05. Det har varet 5 minutter.

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
Siden kl. 05.05. Det har varet 5 minutter.

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
INSERT INTO "notice_body" VALUES(3,'municipality','FMK er nede siden kl. 05.05 (besked nr. 2)','Besked nr. 2, sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.10.

Hvad er ramt?
FMK er nede.
Besked fra FMK-drift:
> FMK er utilgængeligt i produktion

Hvad er nyt?
Nyt fra FMK-drift:
> SDS venter på en reservedel.

Hvem er ramt?
Alle, der bruger FMK: kommuner, læger, sygehuse og apoteker.

Siden hvornår?
Siden kl. 05.05. Det har varet 5 minutter.

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
','','FMK er nede siden kl. 05.05. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.10. Kontakt: FMK-vagten, tlf. 00 00 00 01. Nyt: "SDS venter på en reservedel." Besked nr. 2, FMK-2026-0001, kl. 05.10.');
INSERT INTO "notice_body" VALUES(3,'vendor','FMK er nede siden kl. 05.05 (besked nr. 2)','Besked nr. 2, sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.10.

Hvad er ramt?
FMK er nede.
Besked fra FMK-drift:
> FMK er utilgængeligt i produktion

Hvad er nyt?
Nyt fra FMK-drift:
> SDS venter på en reservedel.

Hvem er ramt?
Alle, der bruger FMK: kommuner, læger, sygehuse og apoteker.

Siden hvornår?
Siden kl. 05.05. Det har varet 5 minutter.

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
','','FMK er nede siden kl. 05.05. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.10. Kontakt: FMK-vagten, tlf. 00 00 00 01. Nyt: "SDS venter på en reservedel." Besked nr. 2, FMK-2026-0001, kl. 05.10.');
INSERT INTO "notice_body" VALUES(4,'municipality','FMK virker igen (besked nr. 3, afsluttet)','Besked nr. 3 (afsluttet), sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.10.

Hvad er ramt?
FMK virker igen fra kl. 05.10. Sagen er afsluttet.
Driftsmelding:
> Fejlen er rettet.

Hvem er ramt?
Ingen mere.

Siden hvornår?
Fejlen stod på fra kl. 05.05 til kl. 05.10. Det varede 5 minutter.

Hvad skal I gøre?
- Hent medicinkortet på ny.
- Tjek, at jeres bestillinger og fornyelser af recepter er gået igennem.
- Har en borger fået ændringer siden kl. 05.05? Så hold jeres liste op mod FMK.
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
','','FMK virker igen fra kl. 05.10. Det varede 5 min. Hent medicinkortet på ny. Tjek, hvad I bestilte, og hvad lægen sagde i telefonen. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 3, afsluttet, FMK-2026-0001, kl. 05.10.');
INSERT INTO "notice_body" VALUES(4,'vendor','FMK virker igen (besked nr. 3, afsluttet)','Besked nr. 3 (afsluttet), sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.10.

Hvad er ramt?
FMK virker igen fra kl. 05.10. Sagen er afsluttet.
Driftsmelding:
> Fejlen er rettet.

Hvem er ramt?
Ingen mere.

Siden hvornår?
Fejlen stod på fra kl. 05.05 til kl. 05.10. Det varede 5 minutter.

Hvad skal I gøre?
- Hent medicinkortet på ny.
- Tjek, at jeres bestillinger og fornyelser af recepter er gået igennem.
- Har en borger fået ændringer siden kl. 05.05? Så hold jeres liste op mod FMK.
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
','','FMK virker igen fra kl. 05.10. Det varede 5 min. Hent medicinkortet på ny. Tjek, hvad I bestilte, og hvad lægen sagde i telefonen. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 3, afsluttet, FMK-2026-0001, kl. 05.10.');
INSERT INTO "notice_body" VALUES(5,'municipality','FMK er nede siden kl. 05.10 (besked nr. 1)','Besked nr. 1, sag FMK-2026-0002.
Sendt fredag den 27. november 2026 kl. 05.10.

Hvad er ramt?
FMK er nede.
Besked fra FMK-drift:
> FMK kan ikke bruges
> SDS undersøger fejlen.

Hvem er ramt?
Alle, der bruger FMK: kommuner, læger, sygehuse og apoteker.

Siden hvornår?
Siden kl. 05.10.

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
','','FMK er nede siden kl. 05.10. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.10. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0002, kl. 05.10.');
INSERT INTO "notice_body" VALUES(5,'vendor','FMK er nede siden kl. 05.10 (besked nr. 1)','Besked nr. 1, sag FMK-2026-0002.
Sendt fredag den 27. november 2026 kl. 05.10.

Hvad er ramt?
FMK er nede.
Besked fra FMK-drift:
> FMK kan ikke bruges
> SDS undersøger fejlen.

Hvem er ramt?
Alle, der bruger FMK: kommuner, læger, sygehuse og apoteker.

Siden hvornår?
Siden kl. 05.10.

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
','','FMK er nede siden kl. 05.10. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.10. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0002, kl. 05.10.');
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
INSERT INTO "report" VALUES(1,1,1795752627,'80b9f7857f069dce2545a14641e72bd2072773ab1f57875ba28ddc21bf0fe57a','2026-11-27T04:05:16Z-a43764d2','FMK er utilgængeligt i produktion','Opslag i FMK fejler for alle anvendere.',39,'https://status.example.dk/fmk1',1795752316,1795752316,NULL,NULL,'FMK	major_outage
','critical','investigating','open','broadcast','outage','open','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
INSERT INTO "report" VALUES(2,1,1795752637,'1a0317dcf433b9eea50bd3061cd75b69615999c59cc636be92f334a7c6b732c6','2026-11-27T04:10:28Z-0b941f02','FMK er utilgængeligt i produktion','Fejlen er rettet.',17,'https://status.example.dk/fmk1',1795752628,1795752628,NULL,NULL,'FMK	operational
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
PRAGMA user_version = 1;
