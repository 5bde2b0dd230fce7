BEGIN TRANSACTION;
CREATE TABLE asked ( incident INTEGER NOT NULL REFERENCES incident, org TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, reminded INTEGER, told INTEGER, PRIMARY KEY (incident, org), CHECK (told IS NULL OR reminded NOT NULL)) STRICT, WITHOUT ROWID;
INSERT INTO "asked" VALUES(1,'0751','Aarhus',1795752686,1795753286,1795753886);
CREATE TABLE audit ( seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, incident INTEGER NOT NULL, object TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL CHECK (length(hash) = 64)) STRICT;
INSERT INTO "audit" VALUES(1,1795752686,'user anna','contact.added',0,'contact 1','0101 FMK-koordinator <fmk@koebenhavn.example.dk> +4500000021','191a14fdb37419131eab96a78459fe514e4caee014a087ecb9da4b5fd13eed8d');
INSERT INTO "audit" VALUES(2,1795752686,'user anna','contact.added',0,'contact 2','0751 Sygeplejen <fmk@aarhus.example.dk> +4500000022','b11264032ca49709123a6da77a1327b3c351d4d49d88380e36436474c2dec147');
INSERT INTO "audit" VALUES(3,1795752686,'user anna','contact.added',0,'contact 3','0851 IT-vagten <fmk@aalborg.example.dk>','8cd0831584afafe05114d23349fc646be070310690a4ad0ef2cd5f3e34ab907c');
INSERT INTO "audit" VALUES(4,1795752686,'user anna','contact.added',0,'contact 4','kmd KMD Drift <drift@kmd.example.dk>','da525ef33d3c5c57164300ecb4d9018533cce2a5c113fdef7eee9cc9d50d06c9');
INSERT INTO "audit" VALUES(5,1795752686,'user anna','contact.added',0,'contact 5','medcom Anna Holm <anna.holm@example.dk> +4500000011','fc03e4e7a2508ef3d6776c94cf9abe48f465dfe4f365bc7a057fb12a5bc44501');
INSERT INTO "audit" VALUES(6,1795752686,'user anna','contact.added',0,'contact 6','medcom Jens Lund <jens.lund@example.dk> +4500000012','142cd14160c6f221d496b7aea10904ffb9d2a96dce0545611ed630c28199a0b7');
INSERT INTO "audit" VALUES(7,1795752686,'alertd','incident.opened',1,'incident 1','open, outage: FMK er utilgængeligt i produktion (the rules broadcast; rule 3: FMK: it is hit: "fmk", "utilgængeligt")','769318234c92ef3d17b83c7f5e96836760a0368a4391c5ce18d5fc37d67d7d11');
INSERT INTO "audit" VALUES(8,1795752686,'alertd','call.rings',1,'incident 1','incident 1','e592076866c5aa8175f229846eeec093cb150f496caf90fe05883c318ac70e5a');
INSERT INTO "audit" VALUES(9,1795752686,'alertd','notice.queued',1,'incident 1','notice 1, first: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','88bb348cb4c63075f09569835887eb287f537b5503da1cbe7fe4e8bebac7509e');
INSERT INTO "audit" VALUES(10,1795752686,'alertd','page.queued',1,'incident 1','to Jens Lund, vagt@example.dk: The municipalities are being told.','ed3a54963d28bc3a64dabbc4e5c7cdffde2a41541faad4675a52d41482b60bce');
INSERT INTO "audit" VALUES(11,1795752686,'alertd','message.sending',1,'message 7','1 recipients, by worker 13067','ae2d1139ec2d348bfa608e01e886c3e0d80470b6a455b49fa19f993960cdae5e');
INSERT INTO "audit" VALUES(12,1795752686,'alertd','message.sending',1,'message 9','1 recipients, by worker 13067','7798b59644b2c595751a9bb9963a3005c3d228492e9693f407c6462a67e99bcb');
INSERT INTO "audit" VALUES(13,1795752686,'alertd-mail','delivery.accepted',1,'message 7','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','6a9d72b3ab389a032dd84e0cbefbaccca4ca14dde1a28ea6cf2eb64ac8176486');
INSERT INTO "audit" VALUES(14,1795752686,'alertd-mail','delivery.accepted',1,'message 9','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','f3ea98df765f69ca76cf2c2db3d21c460eacb704aa8f1b798b1018ae1847c995');
INSERT INTO "audit" VALUES(15,1795752687,'alertd','message.sending',1,'message 1','1 recipients, by worker 13067','70534d76f8e20b7792849955d90140ff52d07f7cef82b1daec68d74c35bc459c');
INSERT INTO "audit" VALUES(16,1795752687,'alertd','message.sending',1,'message 3','1 recipients, by worker 13067','85b5d1e77d637a5ec21eaf02ecea4d47fa02edbcf80d3a5dc2ada8b17d1f99b0');
INSERT INTO "audit" VALUES(17,1795752687,'alertd','message.sending',1,'message 5','1 recipients, by worker 13067','cf55c2d955fac61465b3b4cebb83d5be73c7fb20db19012c161ba86fb8d5b0ba');
INSERT INTO "audit" VALUES(18,1795752687,'user anna','call.taken',1,'incident 1','incident 1: taken by anna','fa48f1e28cf8a5cfc3d39ce72b1fe0d0e04a633f39a9ab0b61ebd8eb0e16b99e');
INSERT INTO "audit" VALUES(19,1795752687,'user anna','page.queued',1,'incident 1','to vagt@example.dk, Jens Lund: taken by anna: The municipalities are being told.','c0e7b75899dd4c6193e1f1dee912c3829e099f92f468725a004e543c44d5eac2');
INSERT INTO "audit" VALUES(20,1795752687,'alertd-mail','delivery.accepted',1,'message 1','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','4da23414262b898759587b1d8f8260ee7a4f96bc059e23409a56c8dfd60a7e9b');
INSERT INTO "audit" VALUES(21,1795752686,'alertd','delivery.superseded',1,'message 8','1 recipients: answered, or over','3d0c77d4ee26f5a10bb639a6371470970100266b70d73f5a6acc6f692eef19e5');
INSERT INTO "audit" VALUES(22,1795752686,'alertd','message.sending',1,'message 2','1 recipients, by worker 13068','226234a7025eea9987c16fed32606dfbb8f32985b2493113945b4740ae459ea7');
INSERT INTO "audit" VALUES(23,1795752686,'alertd','message.sending',1,'message 4','1 recipients, by worker 13068','6d347932bd174c79eb4a1148fa480a2deb912703f5d885cf5a97d2653249632c');
INSERT INTO "audit" VALUES(24,1795752686,'alertd','message.sending',1,'message 6','1 recipients, by worker 13066','66d8e68ea631b69afb92f17d38426368a0c54294a281b99fb537653e3b772198');
INSERT INTO "audit" VALUES(25,1795752686,'alertd-sms','delivery.accepted',1,'message 2','+4500000021: accepted: 0 written (/tmp/alertd-05/sms.txt)','7352865df741d2737beb1f5c385b8307e521561dcc761ded36f77bd88597acf6');
INSERT INTO "audit" VALUES(26,1795752686,'alertd-sms','delivery.accepted',1,'message 4','+4500000022: accepted: 0 written (/tmp/alertd-05/sms.txt)','2a25c423b20e5bf297333c6d9e8be9885c3cce94e0d4457fe317437aa3528aca');
INSERT INTO "audit" VALUES(27,1795752687,'alertd','message.sending',1,'message 12','1 recipients, by worker 13068','10dfd64ce62af37754d9d4b1e7f4a3771f4a0cb1047c0bdd2886ca9ec41f1a43');
INSERT INTO "audit" VALUES(28,1795752687,'alertd-sms','delivery.accepted',1,'message 12','+4500000012: accepted: 0 written (/tmp/alertd-05/sms.txt)','29b113c01688f035c12d41b69ac73b5abff5ab06597a25cb03af165ede80178c');
INSERT INTO "audit" VALUES(29,1795752686,'alertd-mail','delivery.accepted',1,'message 6','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','949c798ba55a6a08f673a0a41c53e48766595a3cdf8a3771bc33aa0fc48b75e0');
INSERT INTO "audit" VALUES(30,1795752687,'alertd','message.sending',1,'message 10','1 recipients, by worker 13066','844548b824463b62caa36d805143cb4dc015140b7805a42caa4c233583724ccd');
INSERT INTO "audit" VALUES(31,1795752687,'alertd','message.sending',1,'message 11','1 recipients, by worker 13066','77e9045cccc7ede32e903d14680e35c7dd7d41a0e26b223c23381e8843fb8ea7');
INSERT INTO "audit" VALUES(32,1795752687,'alertd-mail','delivery.accepted',1,'message 10','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','6e189f6a5cca8281978d7b502ba1a6a7e3460730557cc4c65b1fc48914820e13');
INSERT INTO "audit" VALUES(33,1795752687,'alertd-mail','delivery.accepted',1,'message 3','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','98852173dc0033c71fcbbefa7596afc3cea1ff92976a33ab8c685c1d67438742');
INSERT INTO "audit" VALUES(34,1795752687,'user anna','cover.set',0,'cover 1','rota vagt: Jens Lund from 2026-11-27T04:11:27Z until 2026-11-27T10:11:27Z','1843d70437cdf7f4aae34534dec66c3dc832cf4c433f13cd2238eed67a0957b9');
INSERT INTO "audit" VALUES(35,1795752687,'alertd-mail','delivery.accepted',1,'message 11','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','65d9a62f2d677e43f5378c93211c423a2a6b844fb37356035efc161191ed08ec');
INSERT INTO "audit" VALUES(36,1795752687,'alertd-mail','delivery.accepted',1,'message 5','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','a0cff7f87d94803a90d835d88087d3f5ee9a5b051e73c6f51ee8c2aa3f2034d0');
INSERT INTO "audit" VALUES(37,1795752687,'user anna','notice.queued',1,'incident 1','notice 2, update: updated by user anna','c301356d5a38314007027aab2c7ab124429f22d0568f63cd9be37873576507b7');
INSERT INTO "audit" VALUES(38,1795752687,'alertd','message.sending',1,'message 14','1 recipients, by worker 13068','fea2227838b5e91774d4ea496d977cf891399fa1522bebcadc755d98dbe80925');
INSERT INTO "audit" VALUES(39,1795752687,'alertd','message.sending',1,'message 16','1 recipients, by worker 13068','f9d2c9b43708917c0a606b9f97c28a40c940eb910cb0b0c685cbbf75044ca464');
INSERT INTO "audit" VALUES(40,1795752687,'alertd-sms','delivery.accepted',1,'message 14','+4500000021: accepted: 0 written (/tmp/alertd-05/sms.txt)','b0e37c99364a8884bd710d4b05fde143859725c24ac672c04cd98578a6cbb8c3');
INSERT INTO "audit" VALUES(41,1795752687,'alertd-sms','delivery.accepted',1,'message 16','+4500000022: accepted: 0 written (/tmp/alertd-05/sms.txt)','0a326032dc61ff7a8597dfe245641f284befdf95f137d46013a2246bf87e7f89');
INSERT INTO "audit" VALUES(42,1795752687,'alertd','message.sending',1,'message 13','1 recipients, by worker 13066','102783de02853e447c521a390999f5cf836812ef224bc0f684286811a0467fc1');
INSERT INTO "audit" VALUES(43,1795752687,'alertd','message.sending',1,'message 15','1 recipients, by worker 13066','869194eb8f3b6c3862d29b7af06bac1253fd5a169f5dc73167686c5fb1608346');
INSERT INTO "audit" VALUES(44,1795752687,'alertd','message.sending',1,'message 17','1 recipients, by worker 13066','5dedd7a26e5b1314468b10231fff577ab000f18688d25fd30c71a9eab5ea2492');
INSERT INTO "audit" VALUES(45,1795752687,'alertd-mail','delivery.accepted',1,'message 13','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','7d0bc0773523a053bac8ad064d5308c4ce4d43887fbee31e1b04389e66992f86');
INSERT INTO "audit" VALUES(46,1795752687,'alertd-mail','delivery.accepted',1,'message 15','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','95fb329bfc40d3ffc1492cdd6fdb376fb282005c29d68a080d1820ab375f38d7');
INSERT INTO "audit" VALUES(47,1795752687,'alertd-mail','delivery.accepted',1,'message 17','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','6e9f363f921a048686c8767860bbbb48f8f7ff7ae553bc905c0d449385247163');
INSERT INTO "audit" VALUES(48,1795752687,'alertd','message.sending',1,'message 18','1 recipients, by worker 13066','0cb0b76ece8b7204585b0914617bdeccd63a1473d01a038957b1e5b0902a5ac4');
INSERT INTO "audit" VALUES(49,1795752687,'alertd-mail','delivery.accepted',1,'message 18','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','56df43700acc2c780c782ac750dd29f19af37c7f750d29af720f58a4c28296d0');
INSERT INTO "audit" VALUES(50,1795752696,'alertd','incident.state',1,'incident 1','resolved, was open: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','e2e61b20ebfc4273f5d72d002e494fe747abbc08aa2b19ac55e33201a8607659');
INSERT INTO "audit" VALUES(51,1795752696,'alertd','notice.queued',1,'incident 1','notice 3, resolved: it is over','e159015f9ae18cea7a46ae72823d4e88202f81b1b3fe62fd20cc7af0a0b76be6');
INSERT INTO "audit" VALUES(52,1795752696,'alertd','message.sending',1,'message 19','1 recipients, by worker 13067','635324683afde24b41395cd707860a421880d65ae5daa3a9d4cbbb81f93f5cf7');
INSERT INTO "audit" VALUES(53,1795752696,'alertd','message.sending',1,'message 21','1 recipients, by worker 13067','79404cd04f5c153437fb4e3256b445ed9153b2bde232f6139ae3ddc953d7303a');
INSERT INTO "audit" VALUES(54,1795752696,'alertd','message.sending',1,'message 23','1 recipients, by worker 13067','f5b3719f70876114170c858bdd62962ec68603f3f159fe4bb7047482ace7ac1d');
INSERT INTO "audit" VALUES(55,1795752696,'alertd','message.sending',1,'message 24','1 recipients, by worker 13066','f5723c2991e8997c280dcec0665d6c9c8e36b5c2d7aa5cb9efd0a828bbdb89a8');
INSERT INTO "audit" VALUES(56,1795752696,'alertd-mail','delivery.accepted',1,'message 19','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','797da810ad007b9c5e39dd96677274f7cf796a1eef52baf2bf58eb8d319bebb8');
INSERT INTO "audit" VALUES(57,1795752696,'alertd-mail','delivery.accepted',1,'message 24','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','9197415b74a3a688c12bb74a67e9b526b6788c132161ac3b16fef1ec921e95a3');
INSERT INTO "audit" VALUES(58,1795752696,'alertd','message.sending',1,'message 20','1 recipients, by worker 13068','ec593be58acad931da5e026deeabc7650760a50d19a290497e6c52c1bb9fe9a1');
INSERT INTO "audit" VALUES(59,1795752696,'alertd','message.sending',1,'message 22','1 recipients, by worker 13068','3dd5ed25670c1997872b5007a52586fc6bd12358ab920199abffd6a3cde08ec0');
INSERT INTO "audit" VALUES(60,1795752696,'alertd-sms','delivery.accepted',1,'message 20','+4500000021: accepted: 0 written (/tmp/alertd-05/sms.txt)','171196e42ab5983ab7183b8bc877c36fe7b795e4d707a481294bb621a473965b');
INSERT INTO "audit" VALUES(61,1795752696,'alertd-mail','delivery.accepted',1,'message 21','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','6867ed2edf81ef07e291b95d2eba469a854bfdf71c5cd09490cfc8509b19a10f');
INSERT INTO "audit" VALUES(62,1795752696,'alertd-sms','delivery.accepted',1,'message 22','+4500000022: accepted: 0 written (/tmp/alertd-05/sms.txt)','5ad6c3829df4288c9db90f88c04e3f797407c26d290d290a7de3998e7c979477');
INSERT INTO "audit" VALUES(63,1795752696,'alertd-mail','delivery.accepted',1,'message 23','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','013e0176d1159f1e2f6d9bec8195685c19732c139064fa6ffe9c3589b1d86175');
INSERT INTO "audit" VALUES(64,1795752696,'user anna','incident.opened',2,'incident 2','actual, outage: FMK kan ikke bruges (by user anna)','5f3818a66944af30dbce6bd37785d998dadb5a791506ba7bfd2944646c8ed09f');
INSERT INTO "audit" VALUES(65,1795752696,'user anna','notice.queued',2,'incident 2','notice 1, first: sent by user anna','0c7e3872650825841a6c9d0421a95f9f77e0cbe9f94b9d092386d3619daa0ab5');
INSERT INTO "audit" VALUES(66,1795752697,'alertd','message.sending',2,'message 25','1 recipients, by worker 13066','c0d0311f2b88d83f5ba2dee5e6928fa799b24c3065e2e0130b4c5fdbb03dd399');
INSERT INTO "audit" VALUES(67,1795752697,'alertd','message.sending',2,'message 27','1 recipients, by worker 13066','62d1ef119b50eeb5b1431621046e680e0370f53c86458e5795c265e8b615c4b8');
INSERT INTO "audit" VALUES(68,1795752697,'alertd','message.sending',2,'message 29','1 recipients, by worker 13066','f786b8aaebee76526c122142575ca8beac15b83bece29fef871e9d6d137dddd6');
INSERT INTO "audit" VALUES(69,1795752697,'alertd','message.sending',2,'message 26','1 recipients, by worker 13068','a5292728fde30d8e87246b6d9b67489c899f3800cecb09ad394514edc9c463b2');
INSERT INTO "audit" VALUES(70,1795752697,'alertd','message.sending',2,'message 28','1 recipients, by worker 13068','5715ca935db5edabc702ea6ee183831ad5e259af8232086102eefc0e7f504b33');
INSERT INTO "audit" VALUES(71,1795752697,'alertd-sms','delivery.accepted',2,'message 26','+4500000021: accepted: 0 written (/tmp/alertd-05/sms.txt)','70d373910300cd552ae58f1dc618d0b06af8626047602e55dad79ae88fd1d64b');
INSERT INTO "audit" VALUES(72,1795752697,'alertd-mail','delivery.accepted',2,'message 25','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','88f80efeb3e18a353f947eb2756f1390e6936d3f656ce22e103a7f76fd0923a8');
INSERT INTO "audit" VALUES(73,1795752697,'alertd','message.sending',2,'message 30','1 recipients, by worker 13067','f32fa5f6ab4050ebc06e1d2c580a71ed7d5978261e2fea70004a3f5079f7c0ce');
INSERT INTO "audit" VALUES(74,1795752697,'alertd-sms','delivery.accepted',2,'message 28','+4500000022: accepted: 0 written (/tmp/alertd-05/sms.txt)','e741b159d54957f632eeddedd30e6ab69f3a557baafe51e384e415f8e8541292');
INSERT INTO "audit" VALUES(75,1795752697,'alertd-mail','delivery.accepted',2,'message 27','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','ef2875023211c753700cf321082c5bacbff976234422ceb20007fece64719a70');
INSERT INTO "audit" VALUES(76,1795752697,'alertd-mail','delivery.accepted',2,'message 30','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','2e10b3d0d3d362cb5617df85a5322b745d8843ea7ae6f0a12c0e3779713c09b9');
INSERT INTO "audit" VALUES(77,1795752697,'alertd-mail','delivery.accepted',2,'message 29','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','3c1a9d53fa60e6c1fe08a3282d575c22e80161da00f542c3d7c13be7e3aa6798');
INSERT INTO "audit" VALUES(78,1795752697,'user anna','incident.opened',3,'incident 3','exercise, degraded: Øvelse (by user anna)','0cf0b770d926275c4d879eb58fb1a52aa1e3e0eaa1ba7b0f9e2ba7a017f1cd4c');
INSERT INTO "audit" VALUES(79,1795752697,'user anna','notice.queued',3,'incident 3','notice 1, first: sent by user anna','d26bfd917c7065b3827ecc8d5d7c934a44373eb95e707f0ab3c49d23a5a85aed');
INSERT INTO "audit" VALUES(80,1795752697,'alertd','message.sending',3,'message 32','1 recipients, by worker 13068','d1560bc4c132cddc5c548fda5005e5a5b2e95cc17e3bcd039754cba85b202b94');
INSERT INTO "audit" VALUES(81,1795752697,'alertd','message.sending',3,'message 34','1 recipients, by worker 13068','c12186903453151fa5328dd6b54710cb86c0cb937e58eb00f2397ed80d6c372e');
INSERT INTO "audit" VALUES(82,1795752697,'alertd','message.sending',3,'message 31','1 recipients, by worker 13067','7fc0a991264e1e1cf06070149c79b907de6dea8197246ff6ed8f1c0cc41428c4');
INSERT INTO "audit" VALUES(83,1795752697,'alertd','message.sending',3,'message 33','1 recipients, by worker 13067','55adc10ef0434878f726815770e468c941040e59b0ad90cceacdc62ea9e8c178');
INSERT INTO "audit" VALUES(84,1795752697,'alertd','message.sending',3,'message 35','1 recipients, by worker 13067','83862717a33448a865520f2f5c6f70549aaf1b314439cb396a307dfff0439f62');
INSERT INTO "audit" VALUES(85,1795752697,'alertd-mail','delivery.accepted',3,'message 31','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','6da041df517c4d7b06c3f21f6cdb6501e6102ed2936df8a510d22a933366e569');
INSERT INTO "audit" VALUES(86,1795752697,'alertd-mail','delivery.accepted',3,'message 33','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','98a406547496ffcbf530eb07b19f233efa7db345516505689199b914c76c7472');
INSERT INTO "audit" VALUES(87,1795752697,'alertd-mail','delivery.accepted',3,'message 35','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','03488cd05253fc6fb332f9d7125293a6b48178fda9aff01fe41deccd647d84cd');
INSERT INTO "audit" VALUES(88,1795752697,'alertd','message.sending',3,'message 36','1 recipients, by worker 13067','c1c5ac3f194972433e64fcfac1fd94bd7729836b9a82dd66d1ca9a9d98b9d016');
INSERT INTO "audit" VALUES(89,1795752697,'alertd-mail','delivery.accepted',3,'message 36','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-05/out)','34b65200037ec925ee0653111e6532096cf925be0a09874714f022dec06d01f9');
INSERT INTO "audit" VALUES(90,1795752697,'alertd-sms','delivery.accepted',3,'message 32','+4500000021: accepted: 0 written (/tmp/alertd-05/sms.txt)','7be2710ba4570d7b96e0e17d67a0e1be816d9c87b82ff14bb0052e03351a7578');
INSERT INTO "audit" VALUES(91,1795752697,'alertd-sms','delivery.accepted',3,'message 34','+4500000022: accepted: 0 written (/tmp/alertd-05/sms.txt)','21e170ef43966abde6737d26873ef0b7bc3c6efe0e2c074e6ae7e2761ab21edc');
CREATE TABLE calendar ( rota TEXT PRIMARY KEY, source TEXT NOT NULL, body TEXT NOT NULL, fetched INTEGER, failing INTEGER, why TEXT NOT NULL, told INTEGER NOT NULL CHECK (told IN (0, 1)), CHECK ((failing IS NULL) = (why = ''))) STRICT, WITHOUT ROWID;
INSERT INTO "calendar" VALUES('vagt','file:vagt.ics','BEGIN:VCALENDAR',1795751000,1795752000,'HTTP 503',1);
CREATE TABLE call ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL, opened INTEGER NOT NULL, began INTEGER NOT NULL, steps INTEGER NOT NULL CHECK (steps >= 0), due INTEGER, paged_at INTEGER, skipped TEXT NOT NULL, owner TEXT NOT NULL, had TEXT NOT NULL, taken INTEGER, attended INTEGER, closed INTEGER, CHECK ((owner = '') = (attended IS NULL)), CHECK (incident IS NOT NULL OR alarm <> '')) STRICT;
INSERT INTO "call" VALUES(1,1,'','','',1795752686,1795752686,1,1795753286,1795752686,'','anna','',1795752687,1795752687,NULL);
INSERT INTO "call" VALUES(2,2,'','','',1795752696,1795752696,0,NULL,NULL,'','anna','',1795752696,1795752696,NULL);
INSERT INTO "call" VALUES(3,3,'','','',1795752697,1795752697,0,NULL,NULL,'','anna','',1795752697,1795752697,NULL);
CREATE TABLE call_person ( call INTEGER NOT NULL REFERENCES call, person TEXT NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, round INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (call, person)) STRICT, WITHOUT ROWID;
INSERT INTO "call_person" VALUES(1,'alarm.1e3386203534','alarm','vagt@example.dk','vagt@example.dk','',0,1795752686);
INSERT INTO "call_person" VALUES(1,'medcom.6','medcom','Jens Lund','jens.lund@example.dk','+4500000012',0,1795752686);
CREATE TABLE code ( id INTEGER PRIMARY KEY, action TEXT NOT NULL CHECK (action IN ('ack', 'approve', 'dismiss',  'receipt')), notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, call INTEGER REFERENCES call, org TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL, token TEXT NOT NULL UNIQUE, reply TEXT NOT NULL, made INTEGER NOT NULL, lapses INTEGER NOT NULL, used INTEGER) STRICT;
INSERT INTO "code" VALUES(1,'ack',2,1,1,'medcom.6','Jens Lund','+4500000012','bx5OzOYUXZRyA5sOFexEtQ','585887',1795752686,1795767086,NULL);
INSERT INTO "code" VALUES(2,'ack',2,1,1,'alarm.1e3386203534','vagt@example.dk','','q_14v68UFlKUsZeH8bZfRQ','',1795752686,1795767086,NULL);
CREATE TABLE contact ( id INTEGER PRIMARY KEY, org INTEGER NOT NULL REFERENCES org, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)), CHECK (email <> '' OR phone <> '')) STRICT;
INSERT INTO "contact" VALUES(1,4,'FMK-koordinator','fmk@koebenhavn.example.dk','+4500000021',1);
INSERT INTO "contact" VALUES(2,85,'Sygeplejen','fmk@aarhus.example.dk','+4500000022',1);
INSERT INTO "contact" VALUES(3,100,'IT-vagten','fmk@aalborg.example.dk','',1);
INSERT INTO "contact" VALUES(4,1,'KMD Drift','drift@kmd.example.dk','',1);
INSERT INTO "contact" VALUES(5,102,'Anna Holm','anna.holm@example.dk','+4500000011',1);
INSERT INTO "contact" VALUES(6,102,'Jens Lund','jens.lund@example.dk','+4500000012',1);
CREATE TABLE cover ( id INTEGER PRIMARY KEY, rota TEXT NOT NULL, who TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL, made INTEGER NOT NULL, by TEXT NOT NULL, CHECK (starts < ends)) STRICT;
INSERT INTO "cover" VALUES(1,'vagt','Jens Lund',1795752687,1795774287,1795752687,'user anna');
CREATE TABLE delivery ( id INTEGER PRIMARY KEY, message INTEGER NOT NULL REFERENCES message, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted',  'delivered', 'failed', 'superseded', 'cancelled')), attempts INTEGER NOT NULL DEFAULT 0, code INTEGER NOT NULL DEFAULT 0, answer TEXT NOT NULL DEFAULT '', via TEXT NOT NULL DEFAULT '', remote_id TEXT NOT NULL DEFAULT '', due INTEGER NOT NULL, done INTEGER, told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)), UNIQUE (message, address)) STRICT;
INSERT INTO "delivery" VALUES(1,1,1,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752716,1795752687,1);
INSERT INTO "delivery" VALUES(2,2,1,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-05/sms.txt','',1795752714,1795752686,1);
INSERT INTO "delivery" VALUES(3,3,1,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752715,1795752687,1);
INSERT INTO "delivery" VALUES(4,4,1,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-05/sms.txt','',1795752713,1795752686,1);
INSERT INTO "delivery" VALUES(5,5,1,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752714,1795752687,1);
INSERT INTO "delivery" VALUES(6,6,1,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752712,1795752686,1);
INSERT INTO "delivery" VALUES(7,7,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752711,1795752686,1);
INSERT INTO "delivery" VALUES(8,8,1,0,'medcom','Jens Lund','+4500000012','superseded',0,0,'','','',1795752686,1795752686,0);
INSERT INTO "delivery" VALUES(9,9,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752710,1795752686,1);
INSERT INTO "delivery" VALUES(10,10,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752723,1795752687,1);
INSERT INTO "delivery" VALUES(11,11,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752722,1795752687,1);
INSERT INTO "delivery" VALUES(12,12,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-05/sms.txt','',1795752721,1795752687,1);
INSERT INTO "delivery" VALUES(13,13,1,2,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752721,1795752687,1);
INSERT INTO "delivery" VALUES(14,14,1,2,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-05/sms.txt','',1795752720,1795752687,1);
INSERT INTO "delivery" VALUES(15,15,1,2,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752720,1795752687,1);
INSERT INTO "delivery" VALUES(16,16,1,2,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-05/sms.txt','',1795752719,1795752687,1);
INSERT INTO "delivery" VALUES(17,17,1,2,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752719,1795752687,1);
INSERT INTO "delivery" VALUES(18,18,1,2,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752718,1795752687,1);
INSERT INTO "delivery" VALUES(19,19,1,3,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752726,1795752696,1);
INSERT INTO "delivery" VALUES(20,20,1,3,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-05/sms.txt','',1795752726,1795752696,1);
INSERT INTO "delivery" VALUES(21,21,1,3,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752725,1795752696,1);
INSERT INTO "delivery" VALUES(22,22,1,3,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-05/sms.txt','',1795752725,1795752696,1);
INSERT INTO "delivery" VALUES(23,23,1,3,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752724,1795752696,1);
INSERT INTO "delivery" VALUES(24,24,1,3,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752723,1795752696,1);
INSERT INTO "delivery" VALUES(25,25,2,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','queued',1,421,'421 4.3.2 try later','maildir /tmp/alertd-05/out','',1795752724,NULL,0);
INSERT INTO "delivery" VALUES(26,26,2,1,'0101','FMK-koordinator','+4500000021','sending',1,0,'written','/tmp/alertd-05/sms.txt','',1795752723,NULL,1);
INSERT INTO "delivery" VALUES(27,27,2,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752723,1795752697,1);
INSERT INTO "delivery" VALUES(28,28,2,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-05/sms.txt','',1795752722,1795752697,1);
INSERT INTO "delivery" VALUES(29,29,2,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752721,1795752697,1);
INSERT INTO "delivery" VALUES(30,30,2,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752721,1795752697,1);
INSERT INTO "delivery" VALUES(31,31,3,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752732,1795752697,1);
INSERT INTO "delivery" VALUES(32,32,3,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-05/sms.txt','',1795752732,1795752697,1);
INSERT INTO "delivery" VALUES(33,33,3,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752731,1795752697,1);
INSERT INTO "delivery" VALUES(34,34,3,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-05/sms.txt','',1795752730,1795752697,1);
INSERT INTO "delivery" VALUES(35,35,3,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752730,1795752697,1);
INSERT INTO "delivery" VALUES(36,36,3,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-05/out','',1795752729,1795752697,1);
CREATE TABLE early_report ( delivery INTEGER PRIMARY KEY REFERENCES delivery, via TEXT NOT NULL, answer TEXT NOT NULL) STRICT;
INSERT INTO "early_report" VALUES(1,'cpsms','absent subscriber');
CREATE TABLE event ( id INTEGER PRIMARY KEY, feed TEXT NOT NULL, ext TEXT NOT NULL, incident INTEGER REFERENCES incident, newest INTEGER, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, listed INTEGER NOT NULL CHECK (listed IN (0, 1)), UNIQUE (feed, ext)) STRICT;
INSERT INTO "event" VALUES(1,'nspop','fmk1',1,2,1795752686,1795752696,1);
CREATE TABLE fault ( name TEXT PRIMARY KEY, what TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "fault" VALUES('incident 2','incident 2: its notice was due, and none is queued',1795751000,1795751060);
CREATE TABLE "feed" ( feed TEXT PRIMARY KEY, first_ok INTEGER, last_ok INTEGER, last_change INTEGER, health TEXT NOT NULL CHECK (health IN ('ok', 'failing', 'stale',  'shrunken')), since INTEGER, polls INTEGER NOT NULL, last_poll INTEGER, body TEXT NOT NULL CHECK (body IN ('whole', 'part', 'short')), body_since INTEGER, told TEXT NOT NULL CHECK (told IN ('ok', 'failing', 'stale',  'shrunken')), cause TEXT NOT NULL CHECK (cause IN ('none', 'unreachable', 'tls',  'status', 'not-a-feed', 'too-large', 'incomplete', 'not-stored')), why TEXT NOT NULL, source TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "feed" VALUES('nspop',1795752686,1795752696,1795752696,'ok',1795752686,2,1795752696,'whole',1795752686,'ok','none','','48567ab0a9d424d8decd31ec40f1519b2dc3827e712bec3821c693a2b7e99cd7');
CREATE TABLE inbound ( gateway TEXT NOT NULL, ident TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (gateway, ident)) STRICT, WITHOUT ROWID;
INSERT INTO "inbound" VALUES('cpsms','in-1',1795751000);
CREATE TABLE incident ( id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('pending', 'open', 'resolved',  'dismissed', 'retracted')), kind TEXT NOT NULL CHECK (kind IN ('actual', 'exercise', 'test')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), service TEXT NOT NULL, title TEXT NOT NULL, news TEXT NOT NULL, url TEXT NOT NULL, reason TEXT NOT NULL, feed TEXT NOT NULL, since INTEGER, opened_at INTEGER, decided_at INTEGER, resolved_at INTEGER, starts INTEGER, ends INTEGER, expected_end INTEGER, planned INTEGER NOT NULL CHECK (planned IN (0, 1)), reminded INTEGER NOT NULL CHECK (reminded IN (0, 1)), notices INTEGER NOT NULL CHECK (notices >= 0), last_notice_at INTEGER, last_change_at INTEGER, due_at INTEGER, change INTEGER NOT NULL CHECK (change IN (0, 1)), fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)), change_reason TEXT NOT NULL, over INTEGER NOT NULL CHECK (over IN (0, 1)), told_effect TEXT NOT NULL CHECK (told_effect IN ('none', 'planned',  'degraded', 'data_error', 'outage')), told_online TEXT NOT NULL CHECK (told_online IN ('unknown', 'works',  'down'))) STRICT;
INSERT INTO "incident" VALUES(1,'resolved','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752386,1795752686,NULL,1795752696,NULL,NULL,NULL,0,0,3,1795752696,1795752696,NULL,0,0,'',0,'outage','unknown');
INSERT INTO "incident" VALUES(2,'open','actual','outage','down',0,'FMK','FMK kan ikke bruges','SDS undersøger fejlen.','','sent by user anna','',1795752696,1795752696,1795752696,NULL,NULL,NULL,NULL,0,0,1,1795752696,1795752696,NULL,0,0,'',0,'outage','down');
INSERT INTO "incident" VALUES(3,'open','exercise','degraded','unknown',0,'FMK','Øvelse','En øvelse.','','sent by user anna','',1795752697,1795752697,1795752697,NULL,NULL,NULL,NULL,0,0,1,1795752697,1795752697,NULL,0,0,'',0,'degraded','unknown');
INSERT INTO "incident" VALUES(4,'pending','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752386,1795752686,NULL,NULL,NULL,NULL,NULL,0,0,0,NULL,NULL,NULL,0,0,'',0,'none','unknown');
CREATE TABLE low ( id INTEGER PRIMARY KEY, at INTEGER NOT NULL, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
INSERT INTO "low" VALUES(1,1795751000,'bounced','fmk@aarhus.example.dk','550 5.1.1 no such user');
CREATE TABLE message ( id INTEGER PRIMARY KEY, notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',  'oncall')), org TEXT NOT NULL, org_name TEXT NOT NULL, vendor TEXT NOT NULL, message_id TEXT NOT NULL, created INTEGER NOT NULL, due INTEGER, worker INTEGER, begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1)), held INTEGER, UNIQUE (notice, channel, org)) STRICT;
INSERT INTO "message" VALUES(1,1,1,1,'mail','municipality','0101','København','','alertd.1795752686.1.1.0.0101@example.dk',1795752686,NULL,NULL,1,1795752687);
INSERT INTO "message" VALUES(2,1,1,1,'sms','municipality','0101','København','','alertd.1795752686.1.1.0.0101@example.dk',1795752686,NULL,NULL,1,1795752686);
INSERT INTO "message" VALUES(3,1,1,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752686.1.1.0.0751@example.dk',1795752686,NULL,NULL,1,1795752687);
INSERT INTO "message" VALUES(4,1,1,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752686.1.1.0.0751@example.dk',1795752686,NULL,NULL,1,1795752686);
INSERT INTO "message" VALUES(5,1,1,1,'mail','municipality','0851','Aalborg','','alertd.1795752686.1.1.0.0851@example.dk',1795752686,NULL,NULL,1,1795752687);
INSERT INTO "message" VALUES(6,1,1,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752686.1.1.0.vendors@example.dk',1795752686,NULL,NULL,1,1795752686);
INSERT INTO "message" VALUES(7,2,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752686.1.0.2.medcom.6@example.dk',1795752686,NULL,NULL,1,1795752686);
INSERT INTO "message" VALUES(8,2,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752686.1.0.2.medcom.6@example.dk',1795752686,NULL,NULL,0,NULL);
INSERT INTO "message" VALUES(9,2,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752686.1.0.2.alarm.1e3386203534@example.dk',1795752686,NULL,NULL,1,1795752686);
INSERT INTO "message" VALUES(10,3,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752686.1.0.3.alarm.1e3386203534@example.dk',1795752687,NULL,NULL,1,1795752687);
INSERT INTO "message" VALUES(11,3,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752686.1.0.3.medcom.6@example.dk',1795752687,NULL,NULL,1,1795752687);
INSERT INTO "message" VALUES(12,3,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752686.1.0.3.medcom.6@example.dk',1795752687,NULL,NULL,1,1795752687);
INSERT INTO "message" VALUES(13,4,1,2,'mail','municipality','0101','København','','alertd.1795752686.1.2.0.0101@example.dk',1795752687,NULL,NULL,1,1795752687);
INSERT INTO "message" VALUES(14,4,1,2,'sms','municipality','0101','København','','alertd.1795752686.1.2.0.0101@example.dk',1795752687,NULL,NULL,1,1795752687);
INSERT INTO "message" VALUES(15,4,1,2,'mail','municipality','0751','Aarhus','systematic','alertd.1795752686.1.2.0.0751@example.dk',1795752687,NULL,NULL,1,1795752687);
INSERT INTO "message" VALUES(16,4,1,2,'sms','municipality','0751','Aarhus','systematic','alertd.1795752686.1.2.0.0751@example.dk',1795752687,NULL,NULL,1,1795752687);
INSERT INTO "message" VALUES(17,4,1,2,'mail','municipality','0851','Aalborg','','alertd.1795752686.1.2.0.0851@example.dk',1795752687,NULL,NULL,1,1795752687);
INSERT INTO "message" VALUES(18,4,1,2,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752686.1.2.0.vendors@example.dk',1795752687,NULL,NULL,1,1795752687);
INSERT INTO "message" VALUES(19,5,1,3,'mail','municipality','0101','København','','alertd.1795752686.1.3.0.0101@example.dk',1795752696,NULL,NULL,1,1795752696);
INSERT INTO "message" VALUES(20,5,1,3,'sms','municipality','0101','København','','alertd.1795752686.1.3.0.0101@example.dk',1795752696,NULL,NULL,1,1795752696);
INSERT INTO "message" VALUES(21,5,1,3,'mail','municipality','0751','Aarhus','systematic','alertd.1795752686.1.3.0.0751@example.dk',1795752696,NULL,NULL,1,1795752696);
INSERT INTO "message" VALUES(22,5,1,3,'sms','municipality','0751','Aarhus','systematic','alertd.1795752686.1.3.0.0751@example.dk',1795752696,NULL,NULL,1,1795752696);
INSERT INTO "message" VALUES(23,5,1,3,'mail','municipality','0851','Aalborg','','alertd.1795752686.1.3.0.0851@example.dk',1795752696,NULL,NULL,1,1795752696);
INSERT INTO "message" VALUES(24,5,1,3,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752686.1.3.0.vendors@example.dk',1795752696,NULL,NULL,1,1795752696);
INSERT INTO "message" VALUES(25,6,2,1,'mail','municipality','0101','København','','alertd.1795752696.2.1.0.0101@example.dk',1795752696,1795752726,NULL,1,1795752697);
INSERT INTO "message" VALUES(26,6,2,1,'sms','municipality','0101','København','','alertd.1795752696.2.1.0.0101@example.dk',1795752696,NULL,4711,1,1795752697);
INSERT INTO "message" VALUES(27,6,2,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752696.2.1.0.0751@example.dk',1795752696,NULL,NULL,1,1795752697);
INSERT INTO "message" VALUES(28,6,2,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752696.2.1.0.0751@example.dk',1795752696,NULL,NULL,1,1795752697);
INSERT INTO "message" VALUES(29,6,2,1,'mail','municipality','0851','Aalborg','','alertd.1795752696.2.1.0.0851@example.dk',1795752696,NULL,NULL,1,1795752697);
INSERT INTO "message" VALUES(30,6,2,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752696.2.1.0.vendors@example.dk',1795752696,NULL,NULL,1,1795752697);
INSERT INTO "message" VALUES(31,7,3,1,'mail','municipality','0101','København','','alertd.1795752697.3.1.0.0101@example.dk',1795752697,NULL,NULL,1,1795752697);
INSERT INTO "message" VALUES(32,7,3,1,'sms','municipality','0101','København','','alertd.1795752697.3.1.0.0101@example.dk',1795752697,NULL,NULL,1,1795752697);
INSERT INTO "message" VALUES(33,7,3,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752697.3.1.0.0751@example.dk',1795752697,NULL,NULL,1,1795752697);
INSERT INTO "message" VALUES(34,7,3,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752697.3.1.0.0751@example.dk',1795752697,NULL,NULL,1,1795752697);
INSERT INTO "message" VALUES(35,7,3,1,'mail','municipality','0851','Aalborg','','alertd.1795752697.3.1.0.0851@example.dk',1795752697,NULL,NULL,1,1795752697);
INSERT INTO "message" VALUES(36,7,3,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752697.3.1.0.vendors@example.dk',1795752697,NULL,NULL,1,1795752697);
CREATE TABLE notice ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, number INTEGER NOT NULL CHECK (number >= 0), type TEXT NOT NULL CHECK (type IN ('first', 'update', 'repeat',  'resolved', 'correction', 'planned', 'page', 'receipt')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), at INTEGER NOT NULL, next INTEGER, title TEXT NOT NULL, reason TEXT NOT NULL, cc_own INTEGER NOT NULL CHECK (cc_own IN (0, 1)), check_from INTEGER, said TEXT NOT NULL DEFAULT '', CHECK ((number = 0) = (type IN ('page', 'receipt'))), CHECK (type = 'page' OR incident IS NOT NULL)) STRICT;
INSERT INTO "notice" VALUES(1,1,1,'first','outage',1795752686,1795759886,'FMK er utilgængeligt i produktion','rule 3: FMK: it is hit: "fmk", "utilgængeligt"',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.06.
Opslag i FMK fejler for alle anvendere.');
INSERT INTO "notice" VALUES(2,1,0,'page','outage',1795752686,NULL,'FMK er utilgængeligt i produktion','The municipalities are being told.',0,NULL,'');
INSERT INTO "notice" VALUES(3,1,0,'page','outage',1795752687,NULL,'FMK er utilgængeligt i produktion','taken by anna: The municipalities are being told.',0,NULL,'');
INSERT INTO "notice" VALUES(4,1,2,'update','outage',1795752687,1795759887,'FMK er utilgængeligt i produktion','updated by user anna',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.06.
SDS venter på en reservedel.');
INSERT INTO "notice" VALUES(5,1,3,'resolved','outage',1795752696,NULL,'FMK er utilgængeligt i produktion','it is over',0,1795752696,'FMK virker igen.
Fejlen er rettet.');
INSERT INTO "notice" VALUES(6,2,1,'first','outage',1795752696,1795759896,'FMK kan ikke bruges','sent by user anna',0,1795752696,'FMK er nede.
Fejlen begyndte kl. 05.11.
SDS undersøger fejlen.');
INSERT INTO "notice" VALUES(7,3,1,'first','degraded',1795752697,1795759897,'Øvelse','sent by user anna',0,1795752697,'FMK virker kun delvist.
Fejlen begyndte kl. 05.11.
En øvelse.');
CREATE TABLE notice_body ( notice INTEGER NOT NULL REFERENCES notice, audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',  'oncall')), subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL, sms TEXT NOT NULL, asks TEXT NOT NULL DEFAULT '', asks_html TEXT NOT NULL DEFAULT '', PRIMARY KEY (notice, audience)) STRICT, WITHOUT ROWID;
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
','','FMK er nede siden kl. 05.06. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0001, kl. 05.11.','','');
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
','','FMK er nede siden kl. 05.06. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0001, kl. 05.11.','','');
INSERT INTO "notice_body" VALUES(2,'oncall','FMK er nede, sag FMK-2026-0001','Hvad er der sket?
FMK er nede siden kl. 05.06.
> FMK er utilgængeligt i produktion
> Opslag i FMK fejler for alle anvendere.
alertds egen notits om grunden, på engelsk:
> rule 3: FMK: it is hit: "fmk", "utilgængeligt"

Hvad ved kommunerne?
Kommunerne fik besked kl. 05.11.

Hvad skal du gøre?
- Tag sagen: alertctl ack 1
- Send nyt: alertctl update 1
- Det er slut: alertctl resolve 1
- Det var en fejl at sende: alertctl retract 1
- Se sagen: alertctl show 1

Sag FMK-2026-0001, kl. 05.11.
','','FMK er nede. Kommunerne får besked. "FMK er utilgængeligt i produktion". Tag sagen: alertctl ack 1. Slut: alertctl resolve 1. Se: alertctl show 1. Sag FMK-2026-0001, kl. 05.11.','','');
INSERT INTO "notice_body" VALUES(3,'oncall','Taget af anna: FMK er nede, sag FMK-2026-0001','Hvad er der sket?
Sagen er taget af anna. Du skal ikke gøre mere.
FMK er nede siden kl. 05.06.
> FMK er utilgængeligt i produktion
> Opslag i FMK fejler for alle anvendere.

Sag FMK-2026-0001, kl. 05.11.
','','Sagen er taget af anna. Du skal ikke gøre mere. FMK er nede. Se: alertctl show 1. Sag FMK-2026-0001, kl. 05.11.','','');
INSERT INTO "notice_body" VALUES(4,'municipality','FMK er nede. Fejlen begyndte kl. 05.06 (besked nr. 2)','Besked nr. 2, sag FMK-2026-0001.
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
','','FMK er nede. Fejlen begyndte kl. 05.06. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Nyt: "SDS venter på en reservedel." Besked nr. 2, FMK-2026-0001, kl. 05.11.','','');
INSERT INTO "notice_body" VALUES(4,'vendor','FMK er nede. Fejlen begyndte kl. 05.06 (besked nr. 2)','Besked nr. 2, sag FMK-2026-0001.
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
','','FMK er nede. Fejlen begyndte kl. 05.06. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Nyt: "SDS venter på en reservedel." Besked nr. 2, FMK-2026-0001, kl. 05.11.','','');
INSERT INTO "notice_body" VALUES(5,'municipality','FMK virker igen (besked nr. 3, afsluttet)','Besked nr. 3 (afsluttet), sag FMK-2026-0001.
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
','','FMK virker igen. Vi fik besked om det kl. 05.11. Fejlen kom kl. 05.06. Hent medicinkortet på ny. Tjek, hvad I bestilte, og hvad lægen sagde i telefonen. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 3, afsluttet, FMK-2026-0001, kl. 05.11.','','');
INSERT INTO "notice_body" VALUES(5,'vendor','FMK virker igen (besked nr. 3, afsluttet)','Besked nr. 3 (afsluttet), sag FMK-2026-0001.
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
','','FMK virker igen. Vi fik besked om det kl. 05.11. Fejlen kom kl. 05.06. Hent medicinkortet på ny. Tjek, hvad I bestilte, og hvad lægen sagde i telefonen. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 3, afsluttet, FMK-2026-0001, kl. 05.11.','','');
INSERT INTO "notice_body" VALUES(6,'municipality','FMK er nede siden kl. 05.11 (besked nr. 1)','Besked nr. 1, sag FMK-2026-0002.
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
','','FMK er nede siden kl. 05.11. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0002, kl. 05.11.','','');
INSERT INTO "notice_body" VALUES(6,'vendor','FMK er nede siden kl. 05.11 (besked nr. 1)','Besked nr. 1, sag FMK-2026-0002.
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
','','FMK er nede siden kl. 05.11. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0002, kl. 05.11.','','');
INSERT INTO "notice_body" VALUES(7,'municipality','ØVELSE. FMK virker kun delvist siden kl. 05.11 (besked nr. 1) ØVELSE','ØVELSE. Foretag jer ikke noget i driften.

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
','','ØVELSE. Foretag jer ikke noget i driften. FMK virker kun delvist siden kl. 05.11. Kan ramme alle brugere. Vent på svar, gem ikke to gange. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: ved vi ikke. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0003, kl. 05.11. ØVELSE','','');
INSERT INTO "notice_body" VALUES(7,'vendor','ØVELSE. FMK virker kun delvist siden kl. 05.11 (besked nr. 1) ØVELSE','ØVELSE. Foretag jer ikke noget i driften.

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
','','ØVELSE. Foretag jer ikke noget i driften. FMK virker kun delvist siden kl. 05.11. Kan ramme alle brugere. Vent på svar, gem ikke to gange. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: ved vi ikke. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0003, kl. 05.11. ØVELSE','','');
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
INSERT INTO "org" VALUES(102,'oncall','medcom','MedCom','','');
INSERT INTO "org" VALUES(103,'oncall','kl','KL','','');
CREATE TABLE receipt ( incident INTEGER NOT NULL REFERENCES incident, org TEXT NOT NULL, notice INTEGER NOT NULL REFERENCES notice, at INTEGER NOT NULL, by TEXT NOT NULL, PRIMARY KEY (incident, org)) STRICT, WITHOUT ROWID;
INSERT INTO "receipt" VALUES(1,'0101',1,1795752746,'FMK-koordinator');
CREATE TABLE report ( id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event, seen INTEGER NOT NULL, hash TEXT NOT NULL, revision TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, newest INTEGER NOT NULL, url TEXT NOT NULL, published INTEGER, updated INTEGER, starts INTEGER, ends INTEGER, components TEXT NOT NULL, impact TEXT NOT NULL, status TEXT NOT NULL, phase TEXT NOT NULL CHECK (phase IN ('unknown', 'info', 'planned',  'open', 'resolved')), verdict TEXT NOT NULL CHECK (verdict IN ('ignore', 'ask', 'broadcast')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), judged TEXT NOT NULL CHECK (judged IN ('unknown', 'info', 'planned',  'open', 'resolved')), reason TEXT NOT NULL, service TEXT NOT NULL, hit TEXT NOT NULL, online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), expected_end INTEGER) STRICT;
INSERT INTO "report" VALUES(1,1,1795752686,'ba26b86bc3036f800e5c8a1330061abcc2a91c71d4a197ca02391b54dbf220b2','2026-11-27T04:06:26Z-a43764d2','FMK er utilgængeligt i produktion','Opslag i FMK fejler for alle anvendere.',39,'https://status.example.dk/fmk1',1795752386,1795752386,NULL,NULL,'FMK	major_outage
','critical','investigating','open','broadcast','outage','open','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
INSERT INTO "report" VALUES(2,1,1795752696,'429ec8cf7d9cf77f08a1893607bb6ca083796daf3399c64a1c2dc08b01391c2c','2026-11-27T04:11:27Z-0b941f02','FMK er utilgængeligt i produktion','Fejlen er rettet.',17,'https://status.example.dk/fmk1',1795752687,1795752687,NULL,NULL,'FMK	operational
','critical','resolved','resolved','broadcast','outage','resolved','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
CREATE TABLE self_check ( id INTEGER PRIMARY KEY CHECK (id = 1), started INTEGER NOT NULL, at INTEGER NOT NULL, passed INTEGER, pinged INTEGER, ping_error TEXT NOT NULL) STRICT;
INSERT INTO "self_check" VALUES(1,1795752686,1795752686,1795752686,NULL,'');
CREATE TABLE tally ( what TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (what, a, b)) STRICT, WITHOUT ROWID;
INSERT INTO "tally" VALUES('done','mail','accepted',24);
INSERT INTO "tally" VALUES('done','sms','accepted',11);
INSERT INTO "tally" VALUES('done','sms','superseded',1);
INSERT INTO "tally" VALUES('incident','actual','open',1);
INSERT INTO "tally" VALUES('incident','actual','pending',1);
INSERT INTO "tally" VALUES('incident','actual','resolved',1);
INSERT INTO "tally" VALUES('incident','exercise','open',1);
INSERT INTO "tally" VALUES('message','mail','municipality',15);
INSERT INTO "tally" VALUES('message','mail','oncall',4);
INSERT INTO "tally" VALUES('message','mail','vendor',5);
INSERT INTO "tally" VALUES('message','sms','municipality',10);
INSERT INTO "tally" VALUES('message','sms','oncall',2);
INSERT INTO "tally" VALUES('notice','first','',3);
INSERT INTO "tally" VALUES('notice','page','',2);
INSERT INTO "tally" VALUES('notice','resolved','',1);
INSERT INTO "tally" VALUES('notice','update','',1);
INSERT INTO "tally" VALUES('now','mail','accepted',23);
INSERT INTO "tally" VALUES('now','mail','queued',1);
INSERT INTO "tally" VALUES('now','mail','sending',0);
INSERT INTO "tally" VALUES('now','sms','accepted',10);
INSERT INTO "tally" VALUES('now','sms','queued',0);
INSERT INTO "tally" VALUES('now','sms','sending',1);
INSERT INTO "tally" VALUES('now','sms','superseded',1);
INSERT INTO "tally" VALUES('opened','actual','',3);
INSERT INTO "tally" VALUES('opened','exercise','',1);
INSERT INTO "tally" VALUES('tried','mail','',24);
INSERT INTO "tally" VALUES('tried','sms','',11);
CREATE TABLE wrong_reply ( id INTEGER PRIMARY KEY, at INTEGER NOT NULL, phone TEXT NOT NULL) STRICT;
INSERT INTO "wrong_reply" VALUES(1,1795751000,'+4500000011');
CREATE INDEX contact_org ON contact (org);
CREATE INDEX incident_live ON incident (id) WHERE state IN ('pending', 'open') OR over = 1;
CREATE TRIGGER incident_kind BEFORE UPDATE ON incident WHEN NEW.kind <> OLD.kind OR NEW.id <> OLD.id BEGIN SELECT raise(ABORT, 'the kind of an incident never changes'); END;
CREATE TRIGGER incident_stays BEFORE DELETE ON incident BEGIN SELECT raise(ABORT, 'an incident is never deleted'); END;
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
CREATE INDEX call_open ON call (id) WHERE closed IS NULL;
CREATE UNIQUE INDEX call_incident ON call (incident) WHERE closed IS NULL AND incident IS NOT NULL;
CREATE UNIQUE INDEX call_alarm ON call (alarm, about) WHERE closed IS NULL AND incident IS NULL;
CREATE INDEX code_message ON code (notice, org);
CREATE INDEX code_call ON code (call) WHERE used IS NULL;
CREATE INDEX code_receipt ON code (incident) WHERE action = 'receipt' AND used IS NULL;
CREATE INDEX code_reply ON code (phone, reply) WHERE reply <> '';
CREATE INDEX wrong_reply_phone ON wrong_reply (phone, at);
CREATE INDEX inbound_at ON inbound (at);
CREATE UNIQUE INDEX notice_number ON notice (incident, number) WHERE number > 0;
CREATE INDEX notice_incident ON notice (incident, id);
CREATE INDEX notice_unchecked ON notice (id) WHERE check_from IS NOT NULL;
CREATE INDEX delivery_remote ON delivery (via, remote_id) WHERE remote_id <> '';
CREATE INDEX message_created ON message (created);
CREATE INDEX incident_opened ON incident (opened_at, id);
CREATE INDEX incident_told ON incident (id) WHERE notices > 0 AND kind = 'actual';
CREATE INDEX notice_told ON notice (id) WHERE number > 0;
CREATE TRIGGER tally_incident AFTER INSERT ON incident BEGIN INSERT INTO tally VALUES ('incident', NEW.kind, NEW.state, 1) ON CONFLICT (what, a, b) DO UPDATE SET n = n + excluded.n;INSERT INTO tally VALUES ('opened', NEW.kind, '', 1) ON CONFLICT (what, a, b) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER tally_incident_state AFTER UPDATE OF state ON incident WHEN NEW.state <> OLD.state BEGIN INSERT INTO tally VALUES ('incident', NEW.kind, NEW.state, 1) ON CONFLICT (what, a, b) DO UPDATE SET n = n + excluded.n;INSERT INTO tally VALUES ('incident', OLD.kind, OLD.state, -1) ON CONFLICT (what, a, b) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER tally_notice AFTER INSERT ON notice BEGIN INSERT INTO tally VALUES ('notice', NEW.type, '', 1) ON CONFLICT (what, a, b) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER tally_message AFTER INSERT ON message BEGIN INSERT INTO tally VALUES ('message', NEW.channel, NEW.audience, 1) ON CONFLICT (what, a, b) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER tally_delivery AFTER INSERT ON delivery BEGIN INSERT INTO tally SELECT 'now', channel, NEW.state, 1 FROM message WHERE id = NEW.message AND 1 ON CONFLICT (what, a, b) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER tally_delivery_state AFTER UPDATE OF state ON delivery WHEN NEW.state <> OLD.state BEGIN INSERT INTO tally SELECT 'now', channel, NEW.state, 1 FROM message WHERE id = NEW.message AND 1 ON CONFLICT (what, a, b) DO UPDATE SET n = n + excluded.n;INSERT INTO tally SELECT 'now', channel, OLD.state, -1 FROM message WHERE id = NEW.message AND 1 ON CONFLICT (what, a, b) DO UPDATE SET n = n + excluded.n;INSERT INTO tally SELECT 'done', channel, NEW.state, 1 FROM message WHERE id = NEW.message AND NEW.state NOT IN ('queued', 'sending') ON CONFLICT (what, a, b) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER tally_tried AFTER UPDATE OF attempts ON delivery WHEN NEW.attempts > OLD.attempts BEGIN INSERT INTO tally SELECT 'tried', channel, '', NEW.attempts - OLD.attempts FROM message WHERE id = NEW.message AND 1 ON CONFLICT (what, a, b) DO UPDATE SET n = n + excluded.n;END;
COMMIT;
PRAGMA user_version = 5;
