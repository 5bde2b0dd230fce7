BEGIN TRANSACTION;
CREATE TABLE asked ( incident INTEGER NOT NULL REFERENCES incident, org TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, reminded INTEGER, told INTEGER, PRIMARY KEY (incident, org), CHECK (told IS NULL OR reminded NOT NULL)) STRICT, WITHOUT ROWID;
INSERT INTO "asked" VALUES(1,'0751','Aarhus',1795752700,1795753300,1795753900);
CREATE TABLE audit ( seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, incident INTEGER NOT NULL, object TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL CHECK (length(hash) = 64)) STRICT;
INSERT INTO "audit" VALUES(1,1795752700,'user anna','contact.added',0,'contact 1','0101 FMK-koordinator <fmk@koebenhavn.example.dk> +4500000021','c7e887decd8c6310f5df662cc1505cba65848debbb3bc3dac9a98ff5548285b7');
INSERT INTO "audit" VALUES(2,1795752700,'user anna','contact.added',0,'contact 2','0751 Sygeplejen <fmk@aarhus.example.dk> +4500000022','2c03ba91eb191d6d5219a708d54a52f4af68da54d8da97ed408332672f8a7efc');
INSERT INTO "audit" VALUES(3,1795752700,'user anna','contact.added',0,'contact 3','0851 IT-vagten <fmk@aalborg.example.dk>','74779c809a50f1ad14068681bbf0e299511f0c1cbcd21262fbe3af2bf19cf140');
INSERT INTO "audit" VALUES(4,1795752700,'user anna','contact.added',0,'contact 4','kmd KMD Drift <drift@kmd.example.dk>','2f9f84765cece39da70fa482e7277592785556b3a9d350dbbcc22243ca5d0709');
INSERT INTO "audit" VALUES(5,1795752700,'user anna','contact.added',0,'contact 5','medcom Anna Holm <anna.holm@example.dk> +4500000011','24845450c945c968d80f713d9205a8725d87ca4866ab4a6e7c415fe8f11ed77a');
INSERT INTO "audit" VALUES(6,1795752700,'user anna','contact.added',0,'contact 6','medcom Jens Lund <jens.lund@example.dk> +4500000012','bf386373ebf247f3e086b465a33a9a246a95313053d5a0a17db90e9a70f13ef1');
INSERT INTO "audit" VALUES(7,1795752700,'alertd','incident.opened',1,'incident 1','open, outage: FMK er utilgængeligt i produktion (the rules broadcast; rule 3: FMK: it is hit: "fmk", "utilgængeligt")','b169dca9da4c867f26f000aa981e96d6bca379ff99b86e9e3320000c0168d130');
INSERT INTO "audit" VALUES(8,1795752700,'alertd','call.rings',1,'incident 1','incident 1','593f1403f66925e088d2de64f9356cdb9297d3626920010e91e330465978ea30');
INSERT INTO "audit" VALUES(9,1795752700,'alertd','notice.queued',1,'incident 1','notice 1, first: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','e1d4cc4878901ee009b0353ed4d8812da2c11381d0e15492e407c115c1a6f6b2');
INSERT INTO "audit" VALUES(10,1795752700,'alertd','page.queued',1,'incident 1','to Jens Lund, vagt@example.dk: The municipalities are being told.','5366d2c962dae5d316db95230556ae1ec07108fcfd649e5c326e6141839860d2');
INSERT INTO "audit" VALUES(11,1795752700,'alertd','message.sending',1,'message 8','1 recipients, by worker 14903','2a1e13c9f8ac7ce556245448ce7ce80db5aeab750f56ab1d4bc1b4c9ab6eff73');
INSERT INTO "audit" VALUES(12,1795752700,'alertd-sms','delivery.accepted',1,'message 8','+4500000012: accepted: 0 written (/tmp/alertd-06/sms.txt)','cca1cb6d7ed2394e781edd67fd6aa7c49ecc6847e7c137cfd039ae4478dbc3c4');
INSERT INTO "audit" VALUES(13,1795752700,'alertd','message.sending',1,'message 2','1 recipients, by worker 14903','cd675b3588e28c986d2dfbdd1cea549df17c25cbb17330193509395123315c30');
INSERT INTO "audit" VALUES(14,1795752700,'alertd','message.sending',1,'message 4','1 recipients, by worker 14903','9b3c71cfe1ebeb1ec3bdbd8a6f0798be178c90cc2f96a2a1c8da8c3946975499');
INSERT INTO "audit" VALUES(15,1795752700,'alertd','message.sending',1,'message 7','1 recipients, by worker 14897','3a9783de9655cabf333b38e925a4203f9ed69fafb4e14658d7cd4a1bf244655f');
INSERT INTO "audit" VALUES(16,1795752700,'alertd','message.sending',1,'message 9','1 recipients, by worker 14897','9a50e719a99b29ee8119700a8d6ed2213c4e3293bb43dab35e9a75e437a827c2');
INSERT INTO "audit" VALUES(17,1795752700,'alertd-sms','delivery.accepted',1,'message 2','+4500000021: accepted: 0 written (/tmp/alertd-06/sms.txt)','c6f5349fcd1d3f1b88f11e8b3e58d0d03f61045a26ce63934b8c05bd169428c2');
INSERT INTO "audit" VALUES(18,1795752700,'user anna','call.taken',1,'incident 1','incident 1: taken by anna','dd299370811a149422a01f0a20ecdb9af2f0904075fae27610e771827b2c87c8');
INSERT INTO "audit" VALUES(19,1795752700,'user anna','page.queued',1,'incident 1','to vagt@example.dk, Jens Lund: taken by anna: The municipalities are being told.','9675deae5df36f4bb362ccb1cd2546f9673f1e2b946cd39062a2725af2f7913f');
INSERT INTO "audit" VALUES(20,1795752700,'alertd-mail','delivery.accepted',1,'message 7','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','531d42a178d578c15cfe8ae1d55689729fc4956f22dbe59aabe125e97cfb2e56');
INSERT INTO "audit" VALUES(21,1795752700,'alertd-sms','delivery.accepted',1,'message 4','+4500000022: accepted: 0 written (/tmp/alertd-06/sms.txt)','543407c80494718d10c7c9287d9f76eb181807c52f56b76e984c414463bb21ee');
INSERT INTO "audit" VALUES(22,1795752700,'alertd','message.sending',1,'message 12','1 recipients, by worker 14903','5ee8118450617d52bd0560e2c8c6632bd6917f49f09462c74515274aaf51ad17');
INSERT INTO "audit" VALUES(23,1795752700,'alertd-sms','delivery.accepted',1,'message 12','+4500000012: accepted: 0 written (/tmp/alertd-06/sms.txt)','38523ee0783edfe0e825f3e61ed8a9477ba9e0bd7c28c0a0a152046e431868d9');
INSERT INTO "audit" VALUES(24,1795752700,'alertd-mail','delivery.accepted',1,'message 9','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','9010a9eb9d692ea8d0d4a0335ef04c91fe5f995d0c9c47b5602c115efe86edc3');
INSERT INTO "audit" VALUES(25,1795752700,'alertd','message.sending',1,'message 10','1 recipients, by worker 14897','faaf31e7653cd04211bde4a62d1b665dfc8eb13d1e907f215e0349377dc73bbc');
INSERT INTO "audit" VALUES(26,1795752700,'alertd','message.sending',1,'message 11','1 recipients, by worker 14897','dbfa285b203a2ab5b1df28b9b78527523662b244553985748fc2511c9c406be5');
INSERT INTO "audit" VALUES(27,1795752700,'user anna','cover.set',0,'cover 1','rota vagt: Jens Lund from 2026-11-27T04:11:40Z until 2026-11-27T10:11:40Z','bfd605ca2e1b80578d30222d93a9adf8d360c1b0488af9e9d6fc33a48f915f6e');
INSERT INTO "audit" VALUES(28,1795752700,'alertd-mail','delivery.accepted',1,'message 10','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','efa4af174af0df15b721fe60139c35dc1affbcb4064ffe2e39aceb74de4d07c7');
INSERT INTO "audit" VALUES(29,1795752700,'alertd-mail','delivery.accepted',1,'message 11','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','ff78c795b0ab6aa8888d4a28879b7e3582bbdc9b575ad5913a651d3e788cfb13');
INSERT INTO "audit" VALUES(30,1795752700,'alertd','message.sending',1,'message 1','1 recipients, by worker 14897','7c4d33b3c62e04c683ff8b569b9547c171329f8ab3565f78d64655c560f52f1e');
INSERT INTO "audit" VALUES(31,1795752700,'alertd','message.sending',1,'message 3','1 recipients, by worker 14897','05c25ac3853abf87be85c2e919f217fca8407b7f068397d1199a31220cd0daf0');
INSERT INTO "audit" VALUES(32,1795752700,'alertd','message.sending',1,'message 5','1 recipients, by worker 14897','ee978646ea288e7948c4bc2ecf65bc6356b8508f95292c230f7e37fc8a8172e1');
INSERT INTO "audit" VALUES(33,1795752700,'alertd','message.sending',1,'message 6','1 recipients, by worker 14896','164625e78a01e0db649ea61dd69335f3efaeace898e31a657f9dcd0a9fe1740b');
INSERT INTO "audit" VALUES(34,1795752700,'alertd-mail','delivery.accepted',1,'message 1','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','90d3b0d11198f958417439edcb41d8deefe0e76768626b5f57d2e4189372ebc9');
INSERT INTO "audit" VALUES(35,1795752700,'user anna','notice.queued',1,'incident 1','notice 2, update: updated by user anna','4b99a44b4631c1072bf4c5bf950f0162ac9d807dc45d9b2e0bad0865ef6b45f6');
INSERT INTO "audit" VALUES(36,1795752700,'alertd-mail','delivery.accepted',1,'message 3','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','58011c2004c63f8fc8cd096b75966a8192ba1152f8772a9e07ba1c90bf522de1');
INSERT INTO "audit" VALUES(37,1795752700,'alertd-mail','delivery.accepted',1,'message 5','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','e1fa22e4ec33939426f1ed1f441a33c5d9bc13c2fb191314fc0a2eb872f99629');
INSERT INTO "audit" VALUES(38,1795752700,'alertd','message.sending',1,'message 13','1 recipients, by worker 14897','0184985abfc7f4bfdeac9e5e71ccfb2a31f5e0d7352ace2836fd60b093657ba7');
INSERT INTO "audit" VALUES(39,1795752700,'alertd','message.sending',1,'message 15','1 recipients, by worker 14897','9f55bd6d4734d7cec571e9fc11b8d58fb67cfa11155e67d30bb84d4c18387c20');
INSERT INTO "audit" VALUES(40,1795752700,'alertd','message.sending',1,'message 17','1 recipients, by worker 14897','568feb5b4f430287ceccd2bb946f9b9272c0566c2bdebc2352dc06f6f4678c88');
INSERT INTO "audit" VALUES(41,1795752700,'alertd-mail','delivery.accepted',1,'message 13','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','722e1c8657698f50fdcb6e343a7b442dfff832e92c6f060d46a36c2b0a12a91a');
INSERT INTO "audit" VALUES(42,1795752700,'alertd','message.sending',1,'message 14','1 recipients, by worker 14903','09fd61c15f6ce6d798c8bf38a254a58f71030955a249d135db6fd37fc6b7d4ab');
INSERT INTO "audit" VALUES(43,1795752700,'alertd','message.sending',1,'message 16','1 recipients, by worker 14903','f63094847d5ca32fa824941fad2b90101868731fae076d0df0591f68978b6616');
INSERT INTO "audit" VALUES(44,1795752700,'alertd-mail','delivery.accepted',1,'message 6','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','962dc5244a25dbddb3127e6b7a736c889ab596a3d1b0a09fd4acaad82edb02aa');
INSERT INTO "audit" VALUES(45,1795752701,'alertd','message.sending',1,'message 18','1 recipients, by worker 14896','f70421ce2c5d226e605d6eb1affecf7c77fcf629068be81933d2dcd218a679dc');
INSERT INTO "audit" VALUES(46,1795752700,'alertd-sms','delivery.accepted',1,'message 14','+4500000021: accepted: 0 written (/tmp/alertd-06/sms.txt)','3c9f0b3f603465b33901b7b50ff771405b3be2ceeab2dafde7181afed0a31cea');
INSERT INTO "audit" VALUES(47,1795752700,'alertd-sms','delivery.accepted',1,'message 16','+4500000022: accepted: 0 written (/tmp/alertd-06/sms.txt)','11f17fc8e5ac4657c8ba314c7facba62aaaed767cf1660799f8dbac749cc6114');
INSERT INTO "audit" VALUES(48,1795752701,'alertd-mail','delivery.accepted',1,'message 18','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','b6ca4be864637feb3e9ae674d2d0f8d52b479bc8958db11ab5e4daba1a5b0b2e');
INSERT INTO "audit" VALUES(49,1795752700,'alertd-mail','delivery.accepted',1,'message 15','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','991a66d66047b7e9276ee9894034313dcbbc485b0944e971433282b4c714cb37');
INSERT INTO "audit" VALUES(50,1795752700,'alertd-mail','delivery.accepted',1,'message 17','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','26e62f80f785d0d37fca41bcb06cc4bf527b0550253adbb5dd2c3030d924bf61');
INSERT INTO "audit" VALUES(51,1795752709,'alertd','incident.state',1,'incident 1','resolved, was open: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','78eddc97742b043e962774fa3b555999f7e6f779331bcb320e916ff5c2eec793');
INSERT INTO "audit" VALUES(52,1795752709,'alertd','notice.queued',1,'incident 1','notice 3, resolved: it is over','586d703336597d860ae42fc491152cdb75f0ed50f3259efd95bc1ba6950f7c1d');
INSERT INTO "audit" VALUES(53,1795752709,'alertd','message.sending',1,'message 19','1 recipients, by worker 14896','245d30e8c01fcd9780a330e79bc7138466cd62cc0c8896b309f25c13bddd6857');
INSERT INTO "audit" VALUES(54,1795752709,'alertd','message.sending',1,'message 21','1 recipients, by worker 14896','4ffd5400f3f3eefdbc8462ab8cfcbc2a605310fffb5bce780d14e01518662945');
INSERT INTO "audit" VALUES(55,1795752709,'alertd','message.sending',1,'message 23','1 recipients, by worker 14896','52d23fb8bb7eb70816a9c371e4e554c38b8422649fa80f73d9c6ae858c482d2b');
INSERT INTO "audit" VALUES(56,1795752709,'alertd','message.sending',1,'message 24','1 recipients, by worker 14897','c4f861bc58ae6ac9358427a50f779b960a0606b190b30f3375f5e21ed9c1c62f');
INSERT INTO "audit" VALUES(57,1795752709,'alertd-mail','delivery.accepted',1,'message 19','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','3a8d13e8337d14c2cc8a18321ac57dff966be9830473679e5c2b267062a9dd29');
INSERT INTO "audit" VALUES(58,1795752709,'alertd-mail','delivery.accepted',1,'message 24','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','cd50fa1f744f5ef6bc35a74ac05427ef31940b1973d5fbf0f81a7187ee29c000');
INSERT INTO "audit" VALUES(59,1795752709,'alertd-mail','delivery.accepted',1,'message 21','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','1570a17d54d448815daa0a3f50d6abdfb6adb669283a68b28dab4dc75b2db22b');
INSERT INTO "audit" VALUES(60,1795752709,'alertd-mail','delivery.accepted',1,'message 23','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','97375670d99b1149e474bca731a8fcd1b4be93ba867870861f82e710876b29b0');
INSERT INTO "audit" VALUES(61,1795752709,'alertd','message.sending',1,'message 20','1 recipients, by worker 14903','ce9454c5514a742ebc72ed585e20b146cb0d8723b42c7d3ed156b8c9d88cec20');
INSERT INTO "audit" VALUES(62,1795752709,'alertd','message.sending',1,'message 22','1 recipients, by worker 14903','af4abd50c469beb2e58f5dc1ce1eaea8483032178c7f1ab526008b30cdcd6d45');
INSERT INTO "audit" VALUES(63,1795752709,'alertd-sms','delivery.accepted',1,'message 20','+4500000021: accepted: 0 written (/tmp/alertd-06/sms.txt)','d175fe667caef29d4d9a85aef4ee17ddf63830ad87a1a3e61630f370689e7057');
INSERT INTO "audit" VALUES(64,1795752709,'alertd-sms','delivery.accepted',1,'message 22','+4500000022: accepted: 0 written (/tmp/alertd-06/sms.txt)','03f2b6d79b60105ed33219fbd7bf0cfbc040f3ea4dad72a950b05007fc54b32f');
INSERT INTO "audit" VALUES(65,1795752709,'user anna','incident.opened',2,'incident 2','actual, outage: FMK kan ikke bruges (by user anna)','f3c82cfad11a70d142e39154d0f127783cc7901e2c9bc8a418ab8dd184a90a5e');
INSERT INTO "audit" VALUES(66,1795752709,'user anna','notice.queued',2,'incident 2','notice 1, first: sent by user anna','8231555968b3e280a55fd1fa75924e7a3007b176621e6d6270671301d57290e4');
INSERT INTO "audit" VALUES(67,1795752709,'alertd','message.sending',2,'message 26','1 recipients, by worker 14903','579e070e91ca33fdb38e7a9aef5389b991a5be11f7a410c488b1bc4c7f3cac73');
INSERT INTO "audit" VALUES(68,1795752709,'alertd','message.sending',2,'message 28','1 recipients, by worker 14903','ac650a3073e36dd9ca22c8c56c2805c2d55856652361de7a59924b759aef6267');
INSERT INTO "audit" VALUES(69,1795752709,'alertd-sms','delivery.accepted',2,'message 26','+4500000021: accepted: 0 written (/tmp/alertd-06/sms.txt)','d775adf43955f6494de0f8c3a839683c4c3740da9cc61c3380084207866ce10d');
INSERT INTO "audit" VALUES(70,1795752709,'alertd-sms','delivery.accepted',2,'message 28','+4500000022: accepted: 0 written (/tmp/alertd-06/sms.txt)','503c9b6e27e6084d82fa13f0412f0c683a12a541883dffd832e55131fcb97037');
INSERT INTO "audit" VALUES(71,1795752709,'alertd','message.sending',2,'message 25','1 recipients, by worker 14897','56cc2b49dad8ea2b81474cd124bfb7e48897ee5fec58d457a5179e334f320cf7');
INSERT INTO "audit" VALUES(72,1795752709,'alertd','message.sending',2,'message 27','1 recipients, by worker 14897','1009cdff9191e90d75d6f1a08ce4a667dda676ebdbc623cc861bb3c3089a5359');
INSERT INTO "audit" VALUES(73,1795752709,'alertd','message.sending',2,'message 29','1 recipients, by worker 14897','f609accdbf25336efce3ac0875531cf2df550c2ab25b12731f62d8ebdd024367');
INSERT INTO "audit" VALUES(74,1795752709,'user anna','incident.opened',3,'incident 3','exercise, degraded: Øvelse (by user anna)','595f45b161245ff135912cc6d8b35e3c9d0ac0b2232ca25e8a176392674aaccc');
INSERT INTO "audit" VALUES(75,1795752709,'user anna','notice.queued',3,'incident 3','notice 1, first: sent by user anna','e6976dd79b9ac9c8d754c44e3397d381ffeaa08814618f58003de1ae4b9bb714');
INSERT INTO "audit" VALUES(76,1795752709,'alertd-mail','delivery.accepted',2,'message 25','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','29401b9524b838ab59e268020c054ced92337489cba1160b82f528ca8611958c');
INSERT INTO "audit" VALUES(77,1795752709,'alertd-mail','delivery.accepted',2,'message 27','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','ea92b68548b995bdd58d82684524b19af90f8485087643510223cc6b8b468d79');
INSERT INTO "audit" VALUES(78,1795752709,'alertd-mail','delivery.accepted',2,'message 29','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','ec35e12b6a6f22d9592c8ddc6228e467527d9fe580ebb63dc11a6e776001a35f');
INSERT INTO "audit" VALUES(79,1795752709,'alertd','message.sending',2,'message 30','1 recipients, by worker 14897','051bf2037665b7f9cd71b0db2edd9d07f20a04ebd2dfd0c36b2c4cf03ed4ed76');
INSERT INTO "audit" VALUES(80,1795752709,'alertd-mail','delivery.accepted',2,'message 30','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','b25302ea19b757d913560cdc4363fceb647a9471a2b8497806a74b283727ff86');
INSERT INTO "audit" VALUES(81,1795752709,'alertd','message.sending',3,'message 31','1 recipients, by worker 14897','9b0fbc6622e03651fe4bd4f7b6582fb0fbae715f0b7306ab5fa5a38b50060c33');
INSERT INTO "audit" VALUES(82,1795752709,'alertd','message.sending',3,'message 33','1 recipients, by worker 14897','aa7434ee34f32a659f6fe35577a25f06a840dd7223811f4a1e9efaae0696c98c');
INSERT INTO "audit" VALUES(83,1795752709,'alertd','message.sending',3,'message 35','1 recipients, by worker 14897','4538bf6dbbcb8a157e786f71a03b277b5833445784dcad72a7fb6e7dda2ab610');
INSERT INTO "audit" VALUES(84,1795752709,'alertd-mail','delivery.accepted',3,'message 31','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','962d98ee7d38b96f60676b0361368b2284f528917c57ef2036cd15d0a0ec89ee');
INSERT INTO "audit" VALUES(85,1795752709,'alertd-mail','delivery.accepted',3,'message 33','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','47b13c3b7a3873fc40b06b3f15026561eb353858c7dc6599a7e444d63e94ab7d');
INSERT INTO "audit" VALUES(86,1795752709,'alertd','message.sending',3,'message 32','1 recipients, by worker 14903','c6279dd4b8eeb05c2da1da13f8356207bbf537907b57595ce5aee1c1622bc880');
INSERT INTO "audit" VALUES(87,1795752709,'alertd','message.sending',3,'message 34','1 recipients, by worker 14903','fbd9c3d4cb4eb311f88b1e15f0f98626790a18a9387fc2cc34c5ab3e4b780cde');
INSERT INTO "audit" VALUES(88,1795752709,'alertd-sms','delivery.accepted',3,'message 32','+4500000021: accepted: 0 written (/tmp/alertd-06/sms.txt)','7030ae55e6ed9cb1f285c32701df4b89060f9cf724affc1db161d217b803e5db');
INSERT INTO "audit" VALUES(89,1795752709,'alertd-mail','delivery.accepted',3,'message 35','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','0e103273286a598b9cf8110367391517faf4e796114fa3c2a0249b1a85fe7003');
INSERT INTO "audit" VALUES(90,1795752709,'alertd','message.sending',3,'message 36','1 recipients, by worker 14897','1ac8f673dbc7fe3bd5371d3b6a77f4fa8806868530e88471cb74bb6721673307');
INSERT INTO "audit" VALUES(91,1795752709,'alertd-sms','delivery.accepted',3,'message 34','+4500000022: accepted: 0 written (/tmp/alertd-06/sms.txt)','032017736754d118d3740b09181810fcfff25cf6421fb4475d3e97d890d7e56a');
INSERT INTO "audit" VALUES(92,1795752709,'alertd-mail','delivery.accepted',3,'message 36','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-06/out)','c020dd51e2eebbf874ff2586744565884fe5169b8b6aac5f469411cbf2ddcf93');
CREATE TABLE calendar ( rota TEXT PRIMARY KEY, source TEXT NOT NULL, body TEXT NOT NULL, fetched INTEGER, failing INTEGER, why TEXT NOT NULL, told INTEGER NOT NULL CHECK (told IN (0, 1)), CHECK ((failing IS NULL) = (why = ''))) STRICT, WITHOUT ROWID;
INSERT INTO "calendar" VALUES('vagt','file:vagt.ics','BEGIN:VCALENDAR',1795751000,1795752000,'HTTP 503',1);
CREATE TABLE call ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL, opened INTEGER NOT NULL, began INTEGER NOT NULL, steps INTEGER NOT NULL CHECK (steps >= 0), due INTEGER, paged_at INTEGER, skipped TEXT NOT NULL, owner TEXT NOT NULL, had TEXT NOT NULL, taken INTEGER, attended INTEGER, closed INTEGER, CHECK ((owner = '') = (attended IS NULL)), CHECK (incident IS NOT NULL OR alarm <> '')) STRICT;
INSERT INTO "call" VALUES(1,1,'','','',1795752700,1795752700,1,1795753300,1795752700,'','anna','',1795752700,1795752700,NULL);
INSERT INTO "call" VALUES(2,2,'','','',1795752709,1795752709,0,NULL,NULL,'','anna','',1795752709,1795752709,NULL);
INSERT INTO "call" VALUES(3,3,'','','',1795752709,1795752709,0,NULL,NULL,'','anna','',1795752709,1795752709,NULL);
CREATE TABLE call_person ( call INTEGER NOT NULL REFERENCES call, person TEXT NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, round INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (call, person)) STRICT, WITHOUT ROWID;
INSERT INTO "call_person" VALUES(1,'alarm.1e3386203534','alarm','vagt@example.dk','vagt@example.dk','',0,1795752700);
INSERT INTO "call_person" VALUES(1,'medcom.6','medcom','Jens Lund','jens.lund@example.dk','+4500000012',0,1795752700);
CREATE TABLE code ( id INTEGER PRIMARY KEY, action TEXT NOT NULL CHECK (action IN ('ack', 'approve', 'dismiss',  'receipt')), notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, call INTEGER REFERENCES call, org TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL, token TEXT NOT NULL UNIQUE, reply TEXT NOT NULL, made INTEGER NOT NULL, lapses INTEGER NOT NULL, used INTEGER) STRICT;
INSERT INTO "code" VALUES(1,'ack',2,1,1,'medcom.6','Jens Lund','+4500000012','jyQyQm_b7cugS80PkPrYHw','135371',1795752700,1795767100,NULL);
INSERT INTO "code" VALUES(2,'ack',2,1,1,'alarm.1e3386203534','vagt@example.dk','','k5XG9kx-ufpukX03dt55bg','',1795752700,1795767100,NULL);
CREATE TABLE contact ( id INTEGER PRIMARY KEY, org INTEGER NOT NULL REFERENCES org, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)), CHECK (email <> '' OR phone <> '')) STRICT;
INSERT INTO "contact" VALUES(1,4,'FMK-koordinator','fmk@koebenhavn.example.dk','+4500000021',1);
INSERT INTO "contact" VALUES(2,85,'Sygeplejen','fmk@aarhus.example.dk','+4500000022',1);
INSERT INTO "contact" VALUES(3,100,'IT-vagten','fmk@aalborg.example.dk','',1);
INSERT INTO "contact" VALUES(4,1,'KMD Drift','drift@kmd.example.dk','',1);
INSERT INTO "contact" VALUES(5,102,'Anna Holm','anna.holm@example.dk','+4500000011',1);
INSERT INTO "contact" VALUES(6,102,'Jens Lund','jens.lund@example.dk','+4500000012',1);
CREATE TABLE cover ( id INTEGER PRIMARY KEY, rota TEXT NOT NULL, who TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL, made INTEGER NOT NULL, by TEXT NOT NULL, CHECK (starts < ends)) STRICT;
INSERT INTO "cover" VALUES(1,'vagt','Jens Lund',1795752700,1795774300,1795752700,'user anna');
CREATE TABLE delivery ( id INTEGER PRIMARY KEY, message INTEGER NOT NULL REFERENCES message, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted',  'delivered', 'failed', 'superseded', 'cancelled')), attempts INTEGER NOT NULL DEFAULT 0, code INTEGER NOT NULL DEFAULT 0, answer TEXT NOT NULL DEFAULT '', via TEXT NOT NULL DEFAULT '', remote_id TEXT NOT NULL DEFAULT '', due INTEGER NOT NULL, done INTEGER, told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)), UNIQUE (message, address)) STRICT;
INSERT INTO "delivery" VALUES(1,1,1,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752729,1795752700,1);
INSERT INTO "delivery" VALUES(2,2,1,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-06/sms.txt','',1795752728,1795752700,1);
INSERT INTO "delivery" VALUES(3,3,1,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752728,1795752700,1);
INSERT INTO "delivery" VALUES(4,4,1,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-06/sms.txt','',1795752727,1795752700,1);
INSERT INTO "delivery" VALUES(5,5,1,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752727,1795752700,1);
INSERT INTO "delivery" VALUES(6,6,1,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752726,1795752700,1);
INSERT INTO "delivery" VALUES(7,7,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752725,1795752700,1);
INSERT INTO "delivery" VALUES(8,8,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-06/sms.txt','',1795752725,1795752700,1);
INSERT INTO "delivery" VALUES(9,9,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752724,1795752700,1);
INSERT INTO "delivery" VALUES(10,10,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752736,1795752700,1);
INSERT INTO "delivery" VALUES(11,11,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752735,1795752700,1);
INSERT INTO "delivery" VALUES(12,12,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-06/sms.txt','',1795752734,1795752700,1);
INSERT INTO "delivery" VALUES(13,13,1,2,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752734,1795752700,1);
INSERT INTO "delivery" VALUES(14,14,1,2,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-06/sms.txt','',1795752733,1795752700,1);
INSERT INTO "delivery" VALUES(15,15,1,2,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752733,1795752700,1);
INSERT INTO "delivery" VALUES(16,16,1,2,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-06/sms.txt','',1795752732,1795752700,1);
INSERT INTO "delivery" VALUES(17,17,1,2,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752732,1795752700,1);
INSERT INTO "delivery" VALUES(18,18,1,2,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752732,1795752701,1);
INSERT INTO "delivery" VALUES(19,19,1,3,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752739,1795752709,1);
INSERT INTO "delivery" VALUES(20,20,1,3,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-06/sms.txt','',1795752739,1795752709,1);
INSERT INTO "delivery" VALUES(21,21,1,3,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752738,1795752709,1);
INSERT INTO "delivery" VALUES(22,22,1,3,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-06/sms.txt','',1795752738,1795752709,1);
INSERT INTO "delivery" VALUES(23,23,1,3,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752737,1795752709,1);
INSERT INTO "delivery" VALUES(24,24,1,3,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752736,1795752709,1);
INSERT INTO "delivery" VALUES(25,25,2,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','queued',1,421,'421 4.3.2 try later','maildir /tmp/alertd-06/out','',1795752736,NULL,0);
INSERT INTO "delivery" VALUES(26,26,2,1,'0101','FMK-koordinator','+4500000021','sending',1,0,'written','/tmp/alertd-06/sms.txt','',1795752735,NULL,1);
INSERT INTO "delivery" VALUES(27,27,2,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752735,1795752709,1);
INSERT INTO "delivery" VALUES(28,28,2,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-06/sms.txt','',1795752734,1795752709,1);
INSERT INTO "delivery" VALUES(29,29,2,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752733,1795752709,1);
INSERT INTO "delivery" VALUES(30,30,2,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752733,1795752709,1);
INSERT INTO "delivery" VALUES(31,31,3,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752744,1795752709,1);
INSERT INTO "delivery" VALUES(32,32,3,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-06/sms.txt','',1795752744,1795752709,1);
INSERT INTO "delivery" VALUES(33,33,3,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752743,1795752709,1);
INSERT INTO "delivery" VALUES(34,34,3,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-06/sms.txt','',1795752742,1795752709,1);
INSERT INTO "delivery" VALUES(35,35,3,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752742,1795752709,1);
INSERT INTO "delivery" VALUES(36,36,3,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-06/out','',1795752741,1795752709,1);
CREATE TABLE early_report ( delivery INTEGER PRIMARY KEY REFERENCES delivery, via TEXT NOT NULL, answer TEXT NOT NULL) STRICT;
INSERT INTO "early_report" VALUES(1,'cpsms','absent subscriber');
CREATE TABLE event ( id INTEGER PRIMARY KEY, feed TEXT NOT NULL, ext TEXT NOT NULL, incident INTEGER REFERENCES incident, newest INTEGER, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, listed INTEGER NOT NULL CHECK (listed IN (0, 1)), UNIQUE (feed, ext)) STRICT;
INSERT INTO "event" VALUES(1,'nspop','fmk1',1,2,1795752700,1795752709,1);
CREATE TABLE fault ( name TEXT PRIMARY KEY, what TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "fault" VALUES('incident 2','incident 2: its notice was due, and none is queued',1795751000,1795751060);
CREATE TABLE "feed" ( feed TEXT PRIMARY KEY, first_ok INTEGER, last_ok INTEGER, last_change INTEGER, health TEXT NOT NULL CHECK (health IN ('ok', 'failing', 'stale',  'shrunken')), since INTEGER, polls INTEGER NOT NULL, last_poll INTEGER, body TEXT NOT NULL CHECK (body IN ('whole', 'part', 'short')), body_since INTEGER, told TEXT NOT NULL CHECK (told IN ('ok', 'failing', 'stale',  'shrunken')), cause TEXT NOT NULL CHECK (cause IN ('none', 'unreachable', 'tls',  'status', 'not-a-feed', 'too-large', 'incomplete', 'not-stored')), why TEXT NOT NULL, source TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "feed" VALUES('nspop',1795752700,1795752709,1795752709,'ok',1795752700,2,1795752709,'whole',1795752700,'ok','none','','6bd5cec8600b7329a1a8aa1c76821381f321f5ab57eceb91a0eac3874916afad');
CREATE TABLE inbound ( gateway TEXT NOT NULL, ident TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (gateway, ident)) STRICT, WITHOUT ROWID;
INSERT INTO "inbound" VALUES('cpsms','in-1',1795751000);
CREATE TABLE incident ( id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('pending', 'open', 'resolved',  'dismissed', 'retracted')), kind TEXT NOT NULL CHECK (kind IN ('actual', 'exercise', 'test')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), service TEXT NOT NULL, title TEXT NOT NULL, news TEXT NOT NULL, url TEXT NOT NULL, reason TEXT NOT NULL, feed TEXT NOT NULL, since INTEGER, opened_at INTEGER, decided_at INTEGER, resolved_at INTEGER, starts INTEGER, ends INTEGER, expected_end INTEGER, planned INTEGER NOT NULL CHECK (planned IN (0, 1)), reminded INTEGER NOT NULL CHECK (reminded IN (0, 1)), notices INTEGER NOT NULL CHECK (notices >= 0), last_notice_at INTEGER, last_change_at INTEGER, due_at INTEGER, change INTEGER NOT NULL CHECK (change IN (0, 1)), fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)), change_reason TEXT NOT NULL, over INTEGER NOT NULL CHECK (over IN (0, 1)), told_effect TEXT NOT NULL CHECK (told_effect IN ('none', 'planned',  'degraded', 'data_error', 'outage')), told_online TEXT NOT NULL CHECK (told_online IN ('unknown', 'works',  'down')), audience TEXT NOT NULL DEFAULT '' CHECK (audience = '' OR audience GLOB 'region:?*'  OR audience GLOB 'vendor:?*' OR audience GLOB 'org:?*')) STRICT;
INSERT INTO "incident" VALUES(1,'resolved','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752399,1795752700,NULL,1795752709,NULL,NULL,NULL,0,0,3,1795752709,1795752709,NULL,0,0,'',0,'outage','unknown','');
INSERT INTO "incident" VALUES(2,'open','actual','outage','down',0,'FMK','FMK kan ikke bruges','SDS undersøger fejlen.','','sent by user anna','',1795752709,1795752709,1795752709,NULL,NULL,NULL,NULL,0,0,1,1795752709,1795752709,NULL,0,0,'',0,'outage','down','');
INSERT INTO "incident" VALUES(3,'open','exercise','degraded','unknown',0,'FMK','Øvelse','En øvelse.','','sent by user anna','',1795752709,1795752709,1795752709,NULL,NULL,NULL,NULL,0,0,1,1795752709,1795752709,NULL,0,0,'',0,'degraded','unknown','');
INSERT INTO "incident" VALUES(4,'pending','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752399,1795752700,NULL,NULL,NULL,NULL,NULL,0,0,0,NULL,NULL,NULL,0,0,'',0,'none','unknown','');
CREATE TABLE low ( id INTEGER PRIMARY KEY, at INTEGER NOT NULL, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
INSERT INTO "low" VALUES(1,1795751000,'bounced','fmk@aarhus.example.dk','550 5.1.1 no such user');
CREATE TABLE message ( id INTEGER PRIMARY KEY, notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',  'oncall')), org TEXT NOT NULL, org_name TEXT NOT NULL, vendor TEXT NOT NULL, message_id TEXT NOT NULL, created INTEGER NOT NULL, due INTEGER, worker INTEGER, begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1)), held INTEGER, UNIQUE (notice, channel, org)) STRICT;
INSERT INTO "message" VALUES(1,1,1,1,'mail','municipality','0101','København','','alertd.1795752700.1.1.0.0101@example.dk',1795752700,NULL,NULL,1,1795752700);
INSERT INTO "message" VALUES(2,1,1,1,'sms','municipality','0101','København','','alertd.1795752700.1.1.0.0101@example.dk',1795752700,NULL,NULL,1,1795752700);
INSERT INTO "message" VALUES(3,1,1,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752700.1.1.0.0751@example.dk',1795752700,NULL,NULL,1,1795752700);
INSERT INTO "message" VALUES(4,1,1,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752700.1.1.0.0751@example.dk',1795752700,NULL,NULL,1,1795752700);
INSERT INTO "message" VALUES(5,1,1,1,'mail','municipality','0851','Aalborg','','alertd.1795752700.1.1.0.0851@example.dk',1795752700,NULL,NULL,1,1795752700);
INSERT INTO "message" VALUES(6,1,1,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752700.1.1.0.vendors@example.dk',1795752700,NULL,NULL,1,1795752700);
INSERT INTO "message" VALUES(7,2,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752700.1.0.2.medcom.6@example.dk',1795752700,NULL,NULL,1,1795752700);
INSERT INTO "message" VALUES(8,2,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752700.1.0.2.medcom.6@example.dk',1795752700,NULL,NULL,1,1795752700);
INSERT INTO "message" VALUES(9,2,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752700.1.0.2.alarm.1e3386203534@example.dk',1795752700,NULL,NULL,1,1795752700);
INSERT INTO "message" VALUES(10,3,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752700.1.0.3.alarm.1e3386203534@example.dk',1795752700,NULL,NULL,1,1795752700);
INSERT INTO "message" VALUES(11,3,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752700.1.0.3.medcom.6@example.dk',1795752700,NULL,NULL,1,1795752700);
INSERT INTO "message" VALUES(12,3,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752700.1.0.3.medcom.6@example.dk',1795752700,NULL,NULL,1,1795752700);
INSERT INTO "message" VALUES(13,4,1,2,'mail','municipality','0101','København','','alertd.1795752700.1.2.0.0101@example.dk',1795752700,NULL,NULL,1,1795752700);
INSERT INTO "message" VALUES(14,4,1,2,'sms','municipality','0101','København','','alertd.1795752700.1.2.0.0101@example.dk',1795752700,NULL,NULL,1,1795752700);
INSERT INTO "message" VALUES(15,4,1,2,'mail','municipality','0751','Aarhus','systematic','alertd.1795752700.1.2.0.0751@example.dk',1795752700,NULL,NULL,1,1795752700);
INSERT INTO "message" VALUES(16,4,1,2,'sms','municipality','0751','Aarhus','systematic','alertd.1795752700.1.2.0.0751@example.dk',1795752700,NULL,NULL,1,1795752700);
INSERT INTO "message" VALUES(17,4,1,2,'mail','municipality','0851','Aalborg','','alertd.1795752700.1.2.0.0851@example.dk',1795752700,NULL,NULL,1,1795752700);
INSERT INTO "message" VALUES(18,4,1,2,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752700.1.2.0.vendors@example.dk',1795752700,NULL,NULL,1,1795752701);
INSERT INTO "message" VALUES(19,5,1,3,'mail','municipality','0101','København','','alertd.1795752700.1.3.0.0101@example.dk',1795752709,NULL,NULL,1,1795752709);
INSERT INTO "message" VALUES(20,5,1,3,'sms','municipality','0101','København','','alertd.1795752700.1.3.0.0101@example.dk',1795752709,NULL,NULL,1,1795752709);
INSERT INTO "message" VALUES(21,5,1,3,'mail','municipality','0751','Aarhus','systematic','alertd.1795752700.1.3.0.0751@example.dk',1795752709,NULL,NULL,1,1795752709);
INSERT INTO "message" VALUES(22,5,1,3,'sms','municipality','0751','Aarhus','systematic','alertd.1795752700.1.3.0.0751@example.dk',1795752709,NULL,NULL,1,1795752709);
INSERT INTO "message" VALUES(23,5,1,3,'mail','municipality','0851','Aalborg','','alertd.1795752700.1.3.0.0851@example.dk',1795752709,NULL,NULL,1,1795752709);
INSERT INTO "message" VALUES(24,5,1,3,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752700.1.3.0.vendors@example.dk',1795752709,NULL,NULL,1,1795752709);
INSERT INTO "message" VALUES(25,6,2,1,'mail','municipality','0101','København','','alertd.1795752709.2.1.0.0101@example.dk',1795752709,1795752739,NULL,1,1795752709);
INSERT INTO "message" VALUES(26,6,2,1,'sms','municipality','0101','København','','alertd.1795752709.2.1.0.0101@example.dk',1795752709,NULL,4711,1,1795752709);
INSERT INTO "message" VALUES(27,6,2,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752709.2.1.0.0751@example.dk',1795752709,NULL,NULL,1,1795752709);
INSERT INTO "message" VALUES(28,6,2,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752709.2.1.0.0751@example.dk',1795752709,NULL,NULL,1,1795752709);
INSERT INTO "message" VALUES(29,6,2,1,'mail','municipality','0851','Aalborg','','alertd.1795752709.2.1.0.0851@example.dk',1795752709,NULL,NULL,1,1795752709);
INSERT INTO "message" VALUES(30,6,2,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752709.2.1.0.vendors@example.dk',1795752709,NULL,NULL,1,1795752709);
INSERT INTO "message" VALUES(31,7,3,1,'mail','municipality','0101','København','','alertd.1795752709.3.1.0.0101@example.dk',1795752709,NULL,NULL,1,1795752709);
INSERT INTO "message" VALUES(32,7,3,1,'sms','municipality','0101','København','','alertd.1795752709.3.1.0.0101@example.dk',1795752709,NULL,NULL,1,1795752709);
INSERT INTO "message" VALUES(33,7,3,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752709.3.1.0.0751@example.dk',1795752709,NULL,NULL,1,1795752709);
INSERT INTO "message" VALUES(34,7,3,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752709.3.1.0.0751@example.dk',1795752709,NULL,NULL,1,1795752709);
INSERT INTO "message" VALUES(35,7,3,1,'mail','municipality','0851','Aalborg','','alertd.1795752709.3.1.0.0851@example.dk',1795752709,NULL,NULL,1,1795752709);
INSERT INTO "message" VALUES(36,7,3,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752709.3.1.0.vendors@example.dk',1795752709,NULL,NULL,1,1795752709);
CREATE TABLE notice ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, number INTEGER NOT NULL CHECK (number >= 0), type TEXT NOT NULL CHECK (type IN ('first', 'update', 'repeat',  'resolved', 'correction', 'planned', 'page', 'receipt')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), at INTEGER NOT NULL, next INTEGER, title TEXT NOT NULL, reason TEXT NOT NULL, cc_own INTEGER NOT NULL CHECK (cc_own IN (0, 1)), check_from INTEGER, said TEXT NOT NULL DEFAULT '', CHECK ((number = 0) = (type IN ('page', 'receipt'))), CHECK (type = 'page' OR incident IS NOT NULL)) STRICT;
INSERT INTO "notice" VALUES(1,1,1,'first','outage',1795752700,1795759900,'FMK er utilgængeligt i produktion','rule 3: FMK: it is hit: "fmk", "utilgængeligt"',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.06.
Opslag i FMK fejler for alle anvendere.');
INSERT INTO "notice" VALUES(2,1,0,'page','outage',1795752700,NULL,'FMK er utilgængeligt i produktion','The municipalities are being told.',0,NULL,'');
INSERT INTO "notice" VALUES(3,1,0,'page','outage',1795752700,NULL,'FMK er utilgængeligt i produktion','taken by anna: The municipalities are being told.',0,NULL,'');
INSERT INTO "notice" VALUES(4,1,2,'update','outage',1795752700,1795759900,'FMK er utilgængeligt i produktion','updated by user anna',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.06.
SDS venter på en reservedel.');
INSERT INTO "notice" VALUES(5,1,3,'resolved','outage',1795752709,NULL,'FMK er utilgængeligt i produktion','it is over',0,1795752709,'FMK virker igen.
Fejlen er rettet.');
INSERT INTO "notice" VALUES(6,2,1,'first','outage',1795752709,1795759909,'FMK kan ikke bruges','sent by user anna',0,1795752709,'FMK er nede.
Fejlen begyndte kl. 05.11.
SDS undersøger fejlen.');
INSERT INTO "notice" VALUES(7,3,1,'first','degraded',1795752709,1795759909,'Øvelse','sent by user anna',0,1795752709,'FMK virker kun delvist.
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
INSERT INTO "receipt" VALUES(1,'0101',1,1795752760,'FMK-koordinator');
CREATE TABLE report ( id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event, seen INTEGER NOT NULL, hash TEXT NOT NULL, revision TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, newest INTEGER NOT NULL, url TEXT NOT NULL, published INTEGER, updated INTEGER, starts INTEGER, ends INTEGER, components TEXT NOT NULL, impact TEXT NOT NULL, status TEXT NOT NULL, phase TEXT NOT NULL CHECK (phase IN ('unknown', 'info', 'planned',  'open', 'resolved')), verdict TEXT NOT NULL CHECK (verdict IN ('ignore', 'ask', 'broadcast')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), judged TEXT NOT NULL CHECK (judged IN ('unknown', 'info', 'planned',  'open', 'resolved')), reason TEXT NOT NULL, service TEXT NOT NULL, hit TEXT NOT NULL, online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), expected_end INTEGER) STRICT;
INSERT INTO "report" VALUES(1,1,1795752700,'6d27f11946240c821ef0e192f41d44af5e2aed5c9765d659028da53acc425e3a','2026-11-27T04:06:39Z-a43764d2','FMK er utilgængeligt i produktion','Opslag i FMK fejler for alle anvendere.',39,'https://status.example.dk/fmk1',1795752399,1795752399,NULL,NULL,'FMK	major_outage
','critical','investigating','open','broadcast','outage','open','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
INSERT INTO "report" VALUES(2,1,1795752709,'d62312e7c24d6d04b21b655c039d518a253a15d4c11507fdea26b18dee823593','2026-11-27T04:11:41Z-0b941f02','FMK er utilgængeligt i produktion','Fejlen er rettet.',17,'https://status.example.dk/fmk1',1795752701,1795752701,NULL,NULL,'FMK	operational
','critical','resolved','resolved','broadcast','outage','resolved','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
CREATE TABLE self_check ( id INTEGER PRIMARY KEY CHECK (id = 1), started INTEGER NOT NULL, at INTEGER NOT NULL, passed INTEGER, pinged INTEGER, ping_error TEXT NOT NULL) STRICT;
INSERT INTO "self_check" VALUES(1,1795752700,1795752700,1795752700,NULL,'');
CREATE TABLE tally ( what TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (what, a, b)) STRICT, WITHOUT ROWID;
INSERT INTO "tally" VALUES('done','mail','accepted',24);
INSERT INTO "tally" VALUES('done','sms','accepted',12);
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
INSERT INTO "tally" VALUES('now','sms','accepted',11);
INSERT INTO "tally" VALUES('now','sms','queued',0);
INSERT INTO "tally" VALUES('now','sms','sending',1);
INSERT INTO "tally" VALUES('opened','actual','',3);
INSERT INTO "tally" VALUES('opened','exercise','',1);
INSERT INTO "tally" VALUES('tried','mail','',24);
INSERT INTO "tally" VALUES('tried','sms','',12);
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
CREATE TRIGGER incident_audience BEFORE UPDATE OF audience ON incident WHEN NEW.audience <> OLD.audience BEGIN SELECT raise(ABORT, 'the audience of an incident never changes'); END;
COMMIT;
PRAGMA user_version = 6;
