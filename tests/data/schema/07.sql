BEGIN TRANSACTION;
CREATE TABLE asked ( incident INTEGER NOT NULL REFERENCES incident, org TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, reminded INTEGER, told INTEGER, PRIMARY KEY (incident, org), CHECK (told IS NULL OR reminded NOT NULL)) STRICT, WITHOUT ROWID;
INSERT INTO "asked" VALUES(1,'0751','Aarhus',1795752712,1795753312,1795753912);
CREATE TABLE audit ( seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, incident INTEGER NOT NULL, object TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL CHECK (length(hash) = 64), was TEXT NOT NULL CHECK (length(was) IN (0, 64)), actor_salt TEXT NOT NULL, actor_digest TEXT NOT NULL CHECK (length(actor_digest) = 64), detail_salt TEXT NOT NULL, detail_digest TEXT NOT NULL CHECK (length(detail_digest) = 64)) STRICT;
INSERT INTO "audit" VALUES(1,1795752711,'user anna','contact.added',0,'contact 1','0101 FMK-koordinator <fmk@koebenhavn.example.dk> +4500000021','e15c5cb4fa3d39fdff275eb7f36cebf19da7500333370716a1a6ff685b21db55','','jeefHD2DROCVW0YAIRWWNw','b64d3b9f07e6749c80e4603a694660eddc0377933a3438e0209e470723127f78','07Vhl9sXaBWvQrBD9GuwiA','db676fa3e43cda862549f6a5f262ea737d6f281eb3515984dd681ad9a1aba7dc');
INSERT INTO "audit" VALUES(2,1795752711,'user anna','contact.added',0,'contact 2','0751 Sygeplejen <fmk@aarhus.example.dk> +4500000022','9dbdcd62361cb3e7681804220469290a22eb16b3beb233671dc81c14e6b1a2b7','','zu6bqF_GCXTRhYimjhJHjg','fa84f9b4c25c45d5c2569cbffaa30f96110e051eeb96607a0ead0cf841aa82de','h8hpFsVrD5kLINyiKvmGCA','dfa974bbdac36dab179045713fa0841b0946339b2ef056ce2cdd6517822ff518');
INSERT INTO "audit" VALUES(3,1795752711,'user anna','contact.added',0,'contact 3','0851 IT-vagten <fmk@aalborg.example.dk>','517a2c4af7fb12d12b4729d6f18922727fa47979233f987dbf74945b2542ddbb','','sCre6WzRLbpSt0NHj23vYQ','4164c897a1b5726726640d3dafbeabf44d2a48b87425b5740a3b93b95442edfd','F26SEJ_2iqBDPJ9Gc51EUw','fb98c4ed2c31b5a60d3b023bea1fb88f08c009be4dcfef3848bb8eb10bbe93b1');
INSERT INTO "audit" VALUES(4,1795752711,'user anna','contact.added',0,'contact 4','kmd KMD Drift <drift@kmd.example.dk>','828981010709133e7e227bcac28e1174ed13745263495d6e99e0036abb58c7aa','','cV7dq6-Ep_UeleqOcGw94w','e56d0f398486dcd7d479a3fd8a0483939eb72ec974832a662e8beb4b54d796d7','Z9lHGmsUk4-b297JS8Bi9A','43efb5c515055f2a5b46eabeec4d5e05bcbc1a5fe6c7898f4785097c323fb045');
INSERT INTO "audit" VALUES(5,1795752711,'user anna','contact.added',0,'contact 5','medcom Anna Holm <anna.holm@example.dk> +4500000011','74ec8b2e9a57686eb866216961c4651082b48c998c5d59a0b31c6e42b907d407','','s0hQg4bQlP69V0-KT9-ZWg','ce689abee3337339b0c24272fc2b5e2af32ec00484d645d5299b7ddc5e3df121','wxMA-eVGI90l8n1hLbx81A','cad90c046268392d67084b88a917775b801c0f335f9a9e3cf7db81f850fd5477');
INSERT INTO "audit" VALUES(6,1795752711,'user anna','contact.added',0,'contact 6','medcom Jens Lund <jens.lund@example.dk> +4500000012','4d96bad5df9451dbe943809289e0cfbc87a365e4c221d46895d555dff2745fd3','','Une6qQPL4aajsNTXBeHD_A','73f8481c4e0687a548be2b8eeba06b93620e7ae2263382889e099697874aa12a','IeKUmEkzQJYwFDqJzavGdA','0982f1668b07d7b64e9dec1d0fcaecc57ccf3128a80092b8ad918e6d16b96a65');
INSERT INTO "audit" VALUES(7,1795752712,'alertd','incident.opened',1,'incident 1','open, outage: FMK er utilgængeligt i produktion (the rules broadcast; rule 3: FMK: it is hit: "fmk", "utilgængeligt")','98b932c76968a559cad747f35df2ff47996e1d0eb858f8d14d84cabea87f7ced','','P7ulNslEyjTGljgG2TCa2A','32ec1adebbe81b930561afa8ed8430f1ccb10376e3c3c9176637c5967cff5c2f','_IMkUiUhUhVzOdn-HCwIzA','f564a1d8bc59b94441059fd0fa3a17b9ab7e2e84394501dc4b3fb1264c765adc');
INSERT INTO "audit" VALUES(8,1795752712,'alertd','call.rings',1,'incident 1','incident 1','4501d9afded92cd47a63eb7f5e43228bc68dc423fb3b7a1f787d2719a3ab9fe2','','myUDGaE2i2NjCEx7hx6XmQ','f1022f4dba321499847ca8d7bd9a0de34bb5054500613247103cc9d2d4d4bdb0','VwjFRDKPA13Z5j-L-tePRA','9a9472bcbe231c118a1e4d46833ac848a8b9a4ec0f9df32ededc139a04ff7a64');
INSERT INTO "audit" VALUES(9,1795752712,'alertd','notice.queued',1,'incident 1','notice 1, first: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','ee90e751e50d7a1ce3ee2aa3c05313cdc1f37187e5b0029acbe00e6264c25c94','','iKPF-FKuvhgOd2daWGQZQA','56d56f17f03689806f9cbbcd5a9e2d62d485a09d0c0338ebab707aec37373aa5','nh5z7tt0lk1VQXAG1kEA9g','38d4918fb406438ef46669e09d704942deb718446d1f7adf91e06c16145b7909');
INSERT INTO "audit" VALUES(10,1795752712,'alertd','page.queued',1,'incident 1','to Jens Lund, vagt@example.dk: The municipalities are being told.','3c6bf47fb81c0c2d7bb3a732b11fe2a62179cf53f63c388ac58295a5079b2f1f','','yQBY2BwTwb8R9-4BCMTt9Q','26e2d4e013ae1f5a985413f2cf0ecd26a3724b9085fe3e99e7efce41a1d459f0','qssI5dE5qbEZl72zLrdEKw','26426e9db568bf4a49c32e443b083c955c4710dfa717a27a1c0b2c325e9e4c84');
INSERT INTO "audit" VALUES(11,1795752712,'alertd','message.sending',1,'message 8','1 recipients, by worker 16512','0269ff21dc4d890983f1b69471b10a6832636be2b29e129191cccea2a1d16aa8','','9wLNMyEoSInpdylXtV7lFQ','2ebbb96c979d5eff4042accace0d00d4ab5fcdbe38635f7f44fc58fca78f8e55','9HjXNHwwlq6eIzvUABjvXw','0fa2252b9df4971b08eafd789c5475fae6d1bcf8d503286fbe8a7f7be8d6c788');
INSERT INTO "audit" VALUES(12,1795752712,'alertd-sms','delivery.accepted',1,'message 8','+4500000012: accepted: 0 written (/tmp/alertd-07/sms.txt)','aaaa317fb4589ee7c1767a6f722545cef8bc01c96d77f57e1ee73400914d4b99','','oy8crtZNzVf-uvj46ki2wQ','8c23ffb6c07349b306ce7547ef5c6bed342f9d3392ad91b224c074fd709edde2','5v4yZw7VzKTHyAw6Esh0WA','aebdf975af0336ca00c211920bf091fcdda008331ddc3d97c369a63d40ba71dd');
INSERT INTO "audit" VALUES(13,1795752712,'alertd','message.sending',1,'message 2','1 recipients, by worker 16512','649279b27183442af14bbdd8e54876857a882a60a90be0b58260805334d9abfc','','a9js57TmtsbeAHYiFs2gTQ','6bec6449ff4569314ee445ea2902efb0acda8bf636b733924796c903c4b3f927','DTh2mYq-oAjeGpGhQEBfHA','c608936d37d9a9ecc1250dc45ec71952959cf4a8e5ad40d53c1852cc8f57853a');
INSERT INTO "audit" VALUES(14,1795752712,'alertd','message.sending',1,'message 4','1 recipients, by worker 16512','0aceee4e26c73584b55962376af076495d656759ec5eabb88f3afbf69a88c19d','','iBewuuBnrZ8zCHFxybaYgQ','7ba69bd0a4c3d22329015d035c02166ece9b1148347c744fff022ba8284e5d62','qXW7MSDEnFvoHNzpgxBAHA','b4b419993a33d75e7985c465b7fe1e758477ddd8dbdf4a28aad4a2a8c4bfb12f');
INSERT INTO "audit" VALUES(15,1795752712,'alertd-sms','delivery.accepted',1,'message 2','+4500000021: accepted: 0 written (/tmp/alertd-07/sms.txt)','14e29531c461fdb3f3bead5b5f022c304bac54ad2344bcf4416fb045215c8424','','uIHwIeP9Gi66N6au-srv7g','7a89a24bb5d66d1704ddeb428dc66b2a45ff59e6ce69979a6b126a091a2185d6','S-15T1laiRdHM6LZu1xXCA','30d1b90d49c1d715345ee9e7068992696e4f597dd3dff3b7b337920a18f3f065');
INSERT INTO "audit" VALUES(16,1795752712,'alertd-sms','delivery.accepted',1,'message 4','+4500000022: accepted: 0 written (/tmp/alertd-07/sms.txt)','76a0aaf313648e977cf9b72396313fde93d1fbc1c531c1e876a3920def76f0c2','','gzFyI6VaELINUCXTscB1qA','c0c9612920dbea1d4fa81257b5d80ea0cc97eabd3082c4c21e6a5b15a5d29159','IOSgXF5zHZFPgw5kTLnOSA','f168175ae5f053b0e260a9bdab89d5b3a7739a5e094d841321a095557193e794');
INSERT INTO "audit" VALUES(17,1795752712,'alertd','message.sending',1,'message 7','1 recipients, by worker 16510','de8a9a401b283c21987ca5341f70d376ce0257879cedab31a072e459769d363a','','Ns5Y9Yxp5kTMSExMqKYRnA','1d571b8c2b02ca9ad04ef4560a64b08c1fdc096d527bc0e2de25503f0899882e','MCETIF0GWsr4ytGjJX3lMw','e6def8156d51c68535f6503c7ec206ca35f2f0d3fd41fc12a731fac220c97baa');
INSERT INTO "audit" VALUES(18,1795752712,'alertd','message.sending',1,'message 9','1 recipients, by worker 16510','ed41fc89405b4ce94f00cae300a0a68b271be9f67c5dcdab11b8cf8aed3d443b','','ZADaaXAez3JHKmPJtTxfYg','2aa77dab3ae91ca20cbf3bda49b878322634f2353ecdd808dd98c2cf619076d5','eRZxSdgTKUxr_umU5Bq4aQ','7eca8c9705f2dcc59f96643d10198fdbccc802fe9deacc53cb1ab861c03c3017');
INSERT INTO "audit" VALUES(19,1795752712,'alertd-mail','delivery.accepted',1,'message 7','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','d1a0fe57aa75cf2a5ba3a9a3c068922cffcf412a8306d68e9a31a72dd88f42e2','','Oc22ft79JDe4hOVRthsLBQ','bbec710986852a848514c0de695b3b696e7cfb281cf339bf1a66df8952711ca7','SNyMrFIv5J90GuySuwFoXA','8eb99b727e1600820020727c40df7c912ab1e9dc4ae61ec052edf61f16f70234');
INSERT INTO "audit" VALUES(20,1795752712,'alertd-mail','delivery.accepted',1,'message 9','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','b50682a1f3aee0166745144d7068727d586e8721522dd24b8385886a89fa7e5a','','7zC70Z51hGRl8CUyqZXpcg','42ea40dc98e277c14f8037301617578631c685d87dcbb64401afd8b34f05bab2','DydlnumXCeDBTo8FJX7OmA','0308d10b043aae89e6872f9b5b1ebce1eae262f49b86b54610671153c3580195');
INSERT INTO "audit" VALUES(21,1795752712,'alertd','message.sending',1,'message 1','1 recipients, by worker 16510','d878b3f7723fe142eb211ae2373110024664c18cff16e2a0fb2dce46430e0730','','cFY39Lr99Ix_BOs0Ku1lQg','f3cf8d9b01c562cce9d5be1be2cc83868b76b32c22b35a3e951e4883724128d2','iDP6nR0RtL0hkg3bCJ9I1g','4b952e9c691f143184556209b5dfc6e62aafbbf20b92378783e5481bfc22aabc');
INSERT INTO "audit" VALUES(22,1795752712,'alertd','message.sending',1,'message 3','1 recipients, by worker 16510','e3a260e58222e2ea2e22e54aa248ff858ec64a9b1097e12baa09e196618bb687','','vPUqSKguX4T4FjWOExMSaQ','ce5247f7f3cbc202fb34d753db7b7ee1219c5de9389471996d16f1e304157d4c','Xq2RJr2I88UqU7j6jPhuBA','5d3fa39f8afec63eb881b3dca330a60785a9c689c115ae68e0e3f9e3329e78e0');
INSERT INTO "audit" VALUES(23,1795752712,'alertd','message.sending',1,'message 5','1 recipients, by worker 16510','d4743228c187ddbe9268ef6acca6f2930c1fb5ce7377ac315be0a104d19e2292','','ciEUjPN-EIhUxtxIHvmVcQ','f38ad979ea1fc5d47a063aeb64b221972769d3384b3c0f6cc88f8fa3a3f97f0c','D4zbl2mA_5hcbFl7zvYoQg','1a761e1fcd781c65a67bf0d04e1c0d0bbdcb162d150c496a186966498b31806a');
INSERT INTO "audit" VALUES(24,1795752712,'alertd-mail','delivery.accepted',1,'message 1','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','b371cfdbc7ac527c8dbfdcbad1f9182183e8f8101d9a82b8336384ce891daa2c','','1waa-1YwRq80g5Z08L99fQ','f61f85dd02bc936c33769cf2857b56918a8b671cca2d3093092848fbf0688b42','q_rHhmAN48h3mOK9IkOFxg','0d62437a4428ee575111a555efca424adbf1e8b384505b72e03ece5a2d778204');
INSERT INTO "audit" VALUES(25,1795752712,'user anna','call.taken',1,'incident 1','incident 1: taken by anna','a05670e219bf7cbcb6c20bf8b6d02f2bdb7007cd20df4ba0eda53240a91f3955','','b2MfepHNY0PR7wlLeUf8nA','fb80e211ced76bf9ff6866f3bea0433e92a3d7372d29fa2110893d26fd254874','9yHlape1M-CgDAzhtGkOeA','238e5aceb977f726a279107b84dc79873738ab666b4a6e92e060615e4de6eeec');
INSERT INTO "audit" VALUES(26,1795752712,'user anna','page.queued',1,'incident 1','to vagt@example.dk, Jens Lund: taken by anna: The municipalities are being told.','25b701f1160fa6e46a29038069c039e896200f6aa2b80e763af481991a7a3040','','dMR-xdXZoTVzPlRZGHFY_A','fce63f810adb0ece562a28d744578afaba86a80e77ac1258024281d1ae94b324','TcHpGuyI9o6N73TfTT30-g','262e99ea44dc936c77e867b8ddabb5e06c5bd4580d58591a14566dcaa27ffa17');
INSERT INTO "audit" VALUES(27,1795752712,'alertd','message.sending',1,'message 12','1 recipients, by worker 16512','eba8b3290ccf6328e49945d1708791ecc10a4d236e9a0bc6e29e3b14a1a9235f','','E6ab6n-AGeVROxJxNxaKDw','2f10cc0cceae0e1d4516cfccc0e5b0bb3d111c7b1e201b846cf66fe49f3ad037','EVaAXjVX5XOJf2OrMAG8kQ','38958b1764f43eabddf4c56667becdcda5c055b70cf17952cc84f1b27eb187cc');
INSERT INTO "audit" VALUES(28,1795752712,'alertd-sms','delivery.accepted',1,'message 12','+4500000012: accepted: 0 written (/tmp/alertd-07/sms.txt)','3ece54f33e924c61535ed6a2b6bab4a9e5b21053228c02423e739e181459783c','','HadlYMrdkIXKqfEYar6DJQ','0a1bd5434c594ffff3af478fb2c8ba4cc62c51962bf9c0f9013b3cca5260befb','cnXOSZ58540apPoel4sFsQ','16d91e1bc9f5accabb07e60f785dc6af86aefb0bb3378d8962eb7ec5af48e602');
INSERT INTO "audit" VALUES(29,1795752712,'alertd-mail','delivery.accepted',1,'message 3','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','74438900251e3d69ce400123ba17745ef8951f1343bc2c2997790d718ee1e0d6','','WuYT8RR68MViMcdXNDOMsg','70da82642d5b6841fdbcdb899f929eebaaf9d6448bd106b1ed332a9b01c49c09','WO6IGZ00lZUEgmzDM2QXwg','2e5940812fb6d4f93b74c8ea798324b144fcee075613a3e267f536e11313fce9');
INSERT INTO "audit" VALUES(30,1795752712,'user anna','cover.set',0,'cover 1','rota vagt: Jens Lund from 2026-11-27T04:11:52Z until 2026-11-27T10:11:52Z','0a637a81007a2d9b7b7582b8c67ca0b50c552005022475ad6d9d35d05690be06','','Y7xm2rc_XPhiJhigpVDXSw','026b59f844815f53eb2a018d0f7aaf503a3660e43fabddcf0343f096843a11ca','UhyL-CoGOe_aHXCRCG48kg','555fcecba6cb57670a4dac04b4a5f736c823fcf1a60a4a9b88c1d325f933e056');
INSERT INTO "audit" VALUES(31,1795752712,'alertd-mail','delivery.accepted',1,'message 5','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','329e2d2e863f84d9e3b77abc0b85a81ede4cdbc65b1e45b91177a86a68433383','','-ncZc5plTH7NBcOriUIyGg','9d5776097a132fc149753ab545487dd21372f102ba8afd435462ca2e5268cb3c','CVOmZpEHcX59CfzD-Gm6EQ','26c3b5f6c1061ecd0c6700b96b2a2ed4c64beaa3038a2c925ebe3353a845a50c');
INSERT INTO "audit" VALUES(32,1795752712,'alertd','message.sending',1,'message 10','1 recipients, by worker 16510','c32aeacd447097dc8a97f80721c6197dacbe38b14bfe20398c6a8336e7ee672f','','VHGBXgSuuHatNsk5B6JO9Q','03f76665cedbc7b4c8baab058c793c1f054710a79408248ee48543a08ceaa94a','_CMG-WiWPqt784MhK3Xr5A','8dec0fc3fd606debbb5a0d6f1b0e7d4335c48a3d7b157f27a98f16b99457ce3c');
INSERT INTO "audit" VALUES(33,1795752712,'alertd','message.sending',1,'message 11','1 recipients, by worker 16510','62430893b0d8df96a9e4a6b7055c2795ad0174e7813287477f7c30bbbad34e7e','','z0xB1uGV00Aq42XKFHTRrA','f6b2bd1255c571fe3c16be7dc6273fc4fd2267bb8098808efcb6d72c19de87ce','LVCj5RkTk2Vtab89fdLMBQ','d776b0010a53a0cf436ef2350a69f5f990ffd8d8bea6d01f0d2efc3e1e558766');
INSERT INTO "audit" VALUES(34,1795752712,'alertd-mail','delivery.accepted',1,'message 10','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','63f1a48a8de91a5bdf307dd5289084bb20aedeb252f9d350f8d5afcdb414ff38','','ZlV4LoLCyqgz5OQirV2Ebw','02f792c6347d22c5c2edc5a125d59e85328658c192e93d51f567f20c95f8827f','oftqUSdIK9nXNnUUJi5kWQ','70c38f1384b27cbe3cc5a13f19286104aebe486730a39f023082cc1943432eed');
INSERT INTO "audit" VALUES(35,1795752712,'alertd-mail','delivery.accepted',1,'message 11','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','7e0d7b1fdf6aa8d129043e22d2dc1ccca5584f60c6c62660b84580cf95a64648','','5HBd6zDfh5SSVPjzOq3LzA','7063b43e92e1f8bba3deb1311b373be11f1facd07b57509856948e066e89dc62','8_ThtUuOc99jkxtnu8Qt6g','207e3925f3a6b25436aa43b6475c3452d46393478e050676431c180588826615');
INSERT INTO "audit" VALUES(36,1795752712,'alertd','message.sending',1,'message 6','1 recipients, by worker 16510','ba73b74a22650be824de602553adc7aff1db840e77dd5efdd10b704a8ce0febb','','1Emr23mw3o6WoPwZ-zQuGw','10480a083e99857d67e3f09f5ddc16cc93ad999527ae606ca8d068eb45d1ba00','2yOOd34d_ZaipY2NpRwoSA','b9e8fd72b56b69aeaa60c42733063da1a7d1b7ff32e1f29f07c17051aa228e02');
INSERT INTO "audit" VALUES(37,1795752712,'alertd-mail','delivery.accepted',1,'message 6','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','3b195eabd3e2d3a516f31e18ce0dc3d30f9e46161813ca681cf2750427394ebb','','myF1PM5VA-lGRrvJXQbBEg','88b421992ffce20e54de7977c553f8163e1a47c41a968b56d46b9a9c677cd00f','FTerPZcJgEIlxJxoSuCjlA','3d73829253ed7af49d609a1f721dd31a383c341ab058fa78bd1fd0de564545e0');
INSERT INTO "audit" VALUES(38,1795752712,'user anna','notice.queued',1,'incident 1','notice 2, update: updated by user anna','5645c46f1e7a221cff97e19fb01313fdc591a6294b2b1c4c6271f06b11401b32','','4kMl4kinpJF31iw0qZLKMw','59edafbc6131162592a15e6fe64442b5b08b3c87e0ff50c8551396d2d7c20ba0','-rXGW4XzxqPvNXDzhFQ4jQ','2b81e67c464d4f313791d1ce72b94ee0f39c509cdf30b93fb8e4bee8ac789b75');
INSERT INTO "audit" VALUES(39,1795752712,'alertd','message.sending',1,'message 13','1 recipients, by worker 16510','64e283ee7439b3dd4437b81a6d50b7aef5c542d22cb6b81eba46e7ab5eb50ff7','','rnepDflC-XYfb5SQ6rkB5w','100319e034d5f2d0ce531abfded57e82154464baebda9e450985c766e4913f81','qPwrOOhN72lQHit0X6RGzg','2b0096b8e84572b62c57f27cdcae7e2787ea49617ef66feb692403af3b282600');
INSERT INTO "audit" VALUES(40,1795752712,'alertd','message.sending',1,'message 15','1 recipients, by worker 16510','84a1a0993889886c6b0e2206577e57dac2208993597449a5db9dc8caaae941a1','','5I9-b_s1-aF_S8OsCWFRyw','b7758c63e9683052c64c8569d49c4cc3a6dea1fa2acf22fca7c211f7188c865c','RH1yrRBNQnjyuGy0kntVAQ','e2f6558d25e80bd2b19d93b57ff1c8d95ffc9ca04876bc03cea7faa3d86ae3c1');
INSERT INTO "audit" VALUES(41,1795752712,'alertd','message.sending',1,'message 17','1 recipients, by worker 16510','634d588b430760d493119d13b332c6a5b86dbd4273c9f8d441bc96117681c431','','dxIwcqmt_JvQOr7P3GvbNg','fe099288315dabdb0548c457450136cab0caefb40850294626e9f75436b4cfa5','Bt-FIXw-EkAkjCkHmDs0KQ','7bd653e1619b2f1883f4b3b2a72a92bd5c9f072abc2db86b122eff44011eeff2');
INSERT INTO "audit" VALUES(42,1795752712,'alertd','message.sending',1,'message 18','1 recipients, by worker 16511','18e93517b622e21e90bb2d40f116d7d9b1177792296c230a7dc6e537dd5bf440','','nwje70GPg8BCfwU194QLSQ','ae0fa2554e87bf1f8eabe828980399d78e6528900e0f0fd0da3e2b649c8d925b','jCvpu-s_AH8rxxsnFigJKw','8198003bb6f3943ba36224506ab5e6119c4785c7e58ab84b578ad9a84ab3049f');
INSERT INTO "audit" VALUES(43,1795752712,'alertd-mail','delivery.accepted',1,'message 13','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','cb3acb2ff1f05ddab84a9c83a02aa800093bc37fad456233e283aa56f22c7e09','','UtHy-j0CIIZG94Gi8kfmZw','cb6bb22b5b6f8731f78010ceb1e420f34834fbba68f7bd807c803d2c552049dc','6KL1pD3oBF57RlnCj4IZUw','f329559baf8833b72299bfadaa5787cc646d9b5650084530019a42689cdc143f');
INSERT INTO "audit" VALUES(44,1795752712,'alertd-mail','delivery.accepted',1,'message 18','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','30d2bdf63572c4ef220968da04e7c6e282065a9807fa044207fafa4e98d82f2f','','wF6hhcPL-Z4cEh8t0EpWSA','862cd9b48603f54dd725e1d8d67ef2171363a47a91b0337134b04fe5f79a7fc8','NV3y2wA6MCRMnLgLTBlxNg','d6486c8309e3e33d09137aa4c04e479fe8b9e64538844dc432048c6054c62041');
INSERT INTO "audit" VALUES(45,1795752712,'alertd-mail','delivery.accepted',1,'message 15','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','5558adfc762154d6139ff086c8e82ad74365eea66ca01c823183368e22fa13b6','','gCtxzjzOcyrt8IIiSkYTrQ','37ebac877375a79d9437e2656137716741feffd14db20e2ad35b874de9072c07','tGbTifokGv9gFJzB1oss_Q','331200e32e6475ed0c3bd91d01ef868625b3f3ea15775b4427e3d0933f9dc88c');
INSERT INTO "audit" VALUES(46,1795752712,'alertd','message.sending',1,'message 14','1 recipients, by worker 16512','5f45c1a61ee6eaa24fcde2a416156d0c307d8601c9152f6460f8cdd7fc104036','','wh9UHir08C2ROfoBPnZemA','e8df56d49bed3883b798f4ffc418aea6ae7f87a4088a672059d786449f99dac8','KhPoFtR792dMuuSiOMkyfw','92eb68810aea4c3b993743d862dc232bf5413fa7ab7d7b99906eb339328e91a3');
INSERT INTO "audit" VALUES(47,1795752712,'alertd','message.sending',1,'message 16','1 recipients, by worker 16512','9afc18c3f29f57a0330c795003d4add043be73a6a0ef36989c10f021fea7aaa9','','ADrlBYJmOdmkBekCPLqglQ','64944572c4e73c3f37df54d4e7eb80bc6b0755714f017019bee566884dff52da','XpdkQ7oZNC40wGx-7bi9oA','cafff44b782febd73e253df35d267b44d026b8cb6f15e101c18dc2a254ff88da');
INSERT INTO "audit" VALUES(48,1795752712,'alertd-sms','delivery.accepted',1,'message 14','+4500000021: accepted: 0 written (/tmp/alertd-07/sms.txt)','cbb5e084de3d4a3d07888771256ee32e4be0d9993f5ebd0340d6a0b1b94ce769','','D-NKIYHaXGUNATGWeC15yA','86202dac269dbce4ad6d9098e2ea9e4c263b85ba682bbcfd54ada5aedd765264','uJnOQ0lgfatBKffqX0gbsw','b1d2c09e4d983210c8b1d27c4b1a8f70333bf19815ad3dde7f841a087b5adebd');
INSERT INTO "audit" VALUES(49,1795752712,'alertd-sms','delivery.accepted',1,'message 16','+4500000022: accepted: 0 written (/tmp/alertd-07/sms.txt)','a991f5eb8d9b139666b74767df85ec79eaaaa13448d0e63d984697f9144ac18e','','UMIJjfy9blwXJOhI7Bb0SQ','976e8a645154dec07c983c5d1be809231d12e8e22633fcfb1d88cd4668e8a791','Jt3UQdqth0-qzTXJEaGeew','c7e965c2b85979881863b609617222195b4a8969979782d6c3230ee27b45970f');
INSERT INTO "audit" VALUES(50,1795752712,'alertd-mail','delivery.accepted',1,'message 17','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','e5df32a231f9c7a390a19958b26ea4dd6b0bd205031f3671bfe1dc3275a90d61','','38n23aChrG6pzStgJivESg','6e519fe25acff82ca10aed1b68fef4b8cd6c47cceeb9d4a7676bf034fcf19e54','rudKl9SDeT0cI_bHCk8zGQ','0d5cf492547c2434c5b51c91a946da8c0c21b2460d0a9a94e0f11a9d49463b73');
INSERT INTO "audit" VALUES(51,1795752722,'alertd','incident.state',1,'incident 1','resolved, was open: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','63c44f1e70ec171588f3716cd58a79956ddb4609fca7209368d02c6fa817f9ea','','IJyvsUGGoCZlpZNf0evneA','947e6b7bc17a3c15b1cbe263a3c18698bf07872860ae89665bb98b961f1cdaf4','hop4lSajdDvCLdNMuYeWWg','d75afc2ceb182fd6fa3bdd60b6e7a4bb690d92da82a629b3c422ccdb207023a9');
INSERT INTO "audit" VALUES(52,1795752722,'alertd','notice.queued',1,'incident 1','notice 3, resolved: it is over','0a94bdf372f2ba8a7e909d78c9ec438828c1cf594c2fa6adf8e0085e2c5b5644','','u7fTYxek27O__9g7kKwVew','c2d642fbea09692c75aea246598fe9bb9339491feca6fa89328a8a78a4e9a5af','qy6zcoBs-Iy5Tx2vSYbZ3Q','3ded50eb54342acddeaa7c9fd746298b6243af58719fb7e90114cdc6318c79d2');
INSERT INTO "audit" VALUES(53,1795752722,'alertd','message.sending',1,'message 19','1 recipients, by worker 16510','0fbc351d2d3d122be7a7cad7c50beb4d993dd3446ad080054cfaf098e9bbfad9','','Xdb_U4TQTUoaDvm5JOgZ_g','0448b65885c2abe6c0fbfd079ed9b05b411e155bf8277d996b52ced5bf11a414','2GaQEB6EDm7_yFos2TIIUw','adb9480d959afc2faf7cadd30edce9eee926d0c7c9bf74ddfba28a2ae794fd86');
INSERT INTO "audit" VALUES(54,1795752722,'alertd','message.sending',1,'message 21','1 recipients, by worker 16510','cba9400eb0a4641d50f21931d20055c8ddab17e371119f085343d7856dee8a41','','UcC4QWh1rA7kUo_nkIxJnA','4c87ca6421d0e71b61b2836bdc9ea11f6065e33086a1b5fb647fbe78662be3c8','lm2U1vRNN358NKI1J-YQdQ','f14c28ccbcca405164cf397670a744ad406e97855efe26e3ac74512fd63a2b7d');
INSERT INTO "audit" VALUES(55,1795752722,'alertd','message.sending',1,'message 23','1 recipients, by worker 16510','61aeb8e51eadd560cda275e2dc167d32fa99053489471ead104fdec7680f211c','','p9uOD-ydTA-_5ux-Yqe2KA','2efe49cf13828bbb24f7264a48286eae8a0b3374ba3a5d7e6db22e82cc8f1a83','VMORBACJ14WcD8xDnefZrA','dbeb8ba4d6414f63c5e75b133fe7b8296e8fea219135fb73f16df04f4e0efca6');
INSERT INTO "audit" VALUES(56,1795752722,'alertd','message.sending',1,'message 20','1 recipients, by worker 16512','9d1a7ca959a37579f44fbaf847f134189744344919f3e1dd743abead509d0cd1','','Z4ZGNASH34AbZ6a_a5lAtA','ae90a19c9a799188c21d9ba9a815349a998ffa335bab36dbfed07c286bc3a7c8','gPIwcxnBdQ4UmsW83G50Hw','584e21e79710cc4931d521858425756e25f4e4140702fe21045066d05a0c4fbd');
INSERT INTO "audit" VALUES(57,1795752722,'alertd','message.sending',1,'message 22','1 recipients, by worker 16512','8c980aad9924ddb4ec30da370f6129b46543a55e4b30f1d41ab2de84369ec4f5','','Z_Yrm0fbS2KIBPfNbdVmLw','d9ea4d96f472116792fb80e671f93b5c3d0facd3864561668a5628301e2f6608','6clyGhQ4WSzkb6VWiDpnVQ','85830c373e02925b70fc009fe75cd2469345e12f93df4e87cc3fc2e46b5084fd');
INSERT INTO "audit" VALUES(58,1795752722,'alertd-sms','delivery.accepted',1,'message 20','+4500000021: accepted: 0 written (/tmp/alertd-07/sms.txt)','d425548c61e873f086c378446b012e70f33d0c7fd2ba8abf92d9ba82fd9530d6','','t0FhlHtRCyQ_FIrWb81ULQ','4cf0a0ffc8addf5d9c7e972aa7a7a7142cccfe6198acf81275c627be13e48369','cQbkGgEDOD5yLYPQ0EXsdQ','e3b885630aab107776db0569fa1e60506b6fdde96bdfd402b3a346e3cb83c1e5');
INSERT INTO "audit" VALUES(59,1795752722,'alertd-mail','delivery.accepted',1,'message 19','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','091c7060dd608d2b578b36eb01a4c092e3d2ee34cbadb994705f233ea77fbd7d','','ErPnk9Pia9Bs9ocAhOIFFQ','5d5d51bdd45ca3b389ca63139e77fc72812470290f1337a320981fc3d65dc068','BQ-XonA1GcCFB7L2TVXkgA','e4cc2e3f6a23a396ec12e002ddb7aa70a549f46015a4515da25df13d58bb996c');
INSERT INTO "audit" VALUES(60,1795752722,'alertd-sms','delivery.accepted',1,'message 22','+4500000022: accepted: 0 written (/tmp/alertd-07/sms.txt)','ccad2449e4a33f58439a0f5a94b3e91509a5eb7108ac1bdd378685d7d406d09e','','_jhLrpUlzZtbRF75uqgChQ','bae14d90711469c0391dc7f58ceb8032810e4da31690a3be9f40fd19abec0513','5iH_tG1xe4CMR0ed4rI8lQ','75780ba8283d86b36656098099a9838baba4ff56a4b32ec9d2418797faabcb8a');
INSERT INTO "audit" VALUES(61,1795752722,'alertd-mail','delivery.accepted',1,'message 21','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','ba0319a12a553a956c7b4736b528278ba81a952c168d60affc9715f24194cef9','','2go4sZL8H1LxdaS9nQc1jA','4d9fdfd696c3e1b24016c78eb00b84cb5aa04b87935a1e3cf35f681e849a01cd','S-isGWs_fnBuT0vMmaym-w','209ddaab63b535596b08e87529e691f4d198aba0bad441fc9f5e274de4096155');
INSERT INTO "audit" VALUES(62,1795752722,'alertd','message.sending',1,'message 24','1 recipients, by worker 16511','3a722d9822213e6d009502878e7963bcc9950dbc829b46f81d472cd2eed0155c','','gONZEk0LaokQUpPe7S3DHw','267af7c883c3440dc74bbdee5c0169d5543e43d80134f498e389e6d8a136eb58','Ru6Kesd2anOt095kZG793w','fd6b3589800cc1a0a503a55b4f3ac3f3d4853c5fb8da18e13b5d83cdd32a4b40');
INSERT INTO "audit" VALUES(63,1795752722,'alertd-mail','delivery.accepted',1,'message 23','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','7027733055d508b0bfa7f6131cdcb5ed902daae253fa1f025c56b2cffb053688','','8WUE3ZNXjzE0kYXx5mXYjg','789fcb75595180b20c95bb30f02d5257aaba2f10027c5f068194bfbbdc54f21f','-pVcKb0Ckk4Z6-7FzPGtWA','3e419ab5db019e821715207f5b979cffda3a6c66a479ceb3e97b1499ae2f8c7c');
INSERT INTO "audit" VALUES(64,1795752722,'alertd-mail','delivery.accepted',1,'message 24','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','42e2f37bd4e3eff592020f7990e63becaa50d20633c34e22da87aad4dd16d464','','MlrvgPxWo0de26wlWMx44g','d126f13cc449adef68aa387f4241f9b68ab2caff6eaa1833d0d4534f8074f03d','jgFesSVkyeNlVRL_XFIh8Q','1a5c74ffcab33a370ef4c6cda5ff265b8df0ae9e4fac0726ed5cadf0cdd07ad5');
INSERT INTO "audit" VALUES(65,1795752722,'user anna','incident.opened',2,'incident 2','actual, outage: FMK kan ikke bruges (by user anna)','8618d916be841db868af3eba6efb56afa7a340fa8605d57930f7ed80baafa989','','Pe4a-WM11CzFmhA6gPgRAw','85f5995d27b0084c384f3b55305d7a9cf0f412731295bdf79e86311261a18716','qBRoIx01fBzlLSUZ_bp5Zw','586fb07c1c66cd439183dbb2e278269012ac9312025715828c0a4eeebfaffed0');
INSERT INTO "audit" VALUES(66,1795752722,'user anna','notice.queued',2,'incident 2','notice 1, first: sent by user anna','24459c64ed183feb01a340509399815143499db75dfff3aeca820a6683d1b251','','cngHEg309XKP8T_IPQrOzA','6954a223c4154a4c9d3075e59432fd7197ef08f151ab45fac41b37d334bcd326','z8Wwr7SNL2O0FShTXQvLvw','328c65550718390a750f483b0db26290b269ccf204b5dcaf89bc4da3c083251c');
INSERT INTO "audit" VALUES(67,1795752722,'alertd','message.sending',2,'message 25','1 recipients, by worker 16510','98cbd9836b72c11db16aab705fc02a6997321b7ef276fbeedc9d1fb0810d8b05','','D2o8fwdTqpOQGLS5FCWdOg','907cd902efdacc004ec9c470e71a348caff777d1f94ac273836261659b0e9ca6','dpiV4f8hJTcG6GgLKbUSZg','2e3a1fdc66edcbd092b1f19a18dbbde55d8208713ea00b456a60c956c0826b34');
INSERT INTO "audit" VALUES(68,1795752722,'alertd','message.sending',2,'message 27','1 recipients, by worker 16510','819c7c7720aec94f297fe5f83b9aa7143568eded709c9a85a62836c75033ada7','','wQkNLKoJ_z8Mqx9K-2QBKA','4f3314b31261d3cd1090d98dfb7420fff1504edecd63aff8abdefff8aabfd99d','MSsQQTBCceeWh_HOvSlGyw','eddf04e277b6c283acae88df7e02ad74a9290c6393794ca2e73ae288571d3bb3');
INSERT INTO "audit" VALUES(69,1795752722,'alertd','message.sending',2,'message 29','1 recipients, by worker 16510','4095bf3246ce84b6aad8bef83b1f63285226fb3d33590ae399504caaed799386','','sWEaUmDgTZeStxX5Bmebpg','07c2192e776f19eb6a0e22408710897cf1ec12e56b7fc7ec8163a29dbeacae7d','0Bx3tS6hwLALWtjryJ0gTQ','8b6c8ef378ebe292a5b0701e11ff1eb01101f12be8ddb6efc7598d3930b18a07');
INSERT INTO "audit" VALUES(70,1795752722,'alertd','message.sending',2,'message 30','1 recipients, by worker 16511','1c07a47830aac6be9bb39242b1016e945137c6c0341aec70954d14b8a9a65de7','','73vIHINn3MsZQdzcYs3Fyw','306f796a790c54095a97b074caff532525ce14fc8ea1b65528f09753172a2b55','AAkS_NrlToruMuf4DCPftg','1f612e6a409a9cab90b0b268fd333fb475dbfe01d9a92bce8e13f0bb19fa1c82');
INSERT INTO "audit" VALUES(71,1795752722,'alertd','message.sending',2,'message 26','1 recipients, by worker 16512','71b68c5a330aa50d84eff31be1720410cf9a2fb449e44a82d3ab840e85ade775','','8q1CmgYdYfSBmGVO_00nAA','c41bf8d4219a6c56b0ce7934dadd614630a70f5d3cb95eb54d69645e168645ab','h232hN1tME4d5bE5B-r7Xg','5ea1526b8c56051c4ab22c8114eb9fd829d1a5122645f999f4abe41d26024f03');
INSERT INTO "audit" VALUES(72,1795752722,'alertd','message.sending',2,'message 28','1 recipients, by worker 16512','8c3b022a5377ab2e1c0317093c20cc3b3ba68ff9ebad6f7890592ecfb3e05307','','Ji23TD1wL7amjGT0uFbDGA','f025ef39d4274a69f03be58432f32936c166647cfc5f9b867d29007bd5a7086e','qimm6BTnTvS7NJzkArSJ-g','a164c7018107e4b80586a70bac46fb6ededbb2ddb893704481d314927c4ab410');
INSERT INTO "audit" VALUES(73,1795752722,'alertd-mail','delivery.accepted',2,'message 25','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','8a6ebbf03badfbb21b822073f44e43bd4b3c68b7ae6e0e0178041eacd2ac1d7d','','F1WE9DnXMKuO6RfYSxt4MQ','300d7c2220844e8a0fcd621df10a9857c034d7da02f8b75c89ba19e33c4cb170','TfkMs37u-EHXgbFIGZpz2g','3687d9ba4dc5161d1f787b2b509a86696b36d68e4cb3db084647678924bcb0e4');
INSERT INTO "audit" VALUES(74,1795752722,'alertd-mail','delivery.accepted',2,'message 30','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','4d8e60800f6b4cbe5159cc6143404170c7dfc27cdb596bb52d221a1d4b613b6d','','rQHq76Y7FSExfwEb5TCVpQ','8e6fb025516b5b33f6e0bd89d3755561290d87d8f4568b02e08928dd32a47346','XMsyhKSFl55_02XYHfLc9w','035303d6f05401a48a9e4d3d425238d6598366677c3bbd20031e696b98f0fb9e');
INSERT INTO "audit" VALUES(75,1795752722,'alertd-mail','delivery.accepted',2,'message 27','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','1b74f918a3a3004bb837a8da9c9ef613c7ce29e7dd30203ce57207a4274ded3e','','FD82QW1AfL-OwJ40sg4kvw','b30e9741d784218006b5e52bff669723612d3792e1f59d104b44e0f3bc696aba','cXs44XZaVSrAPCoIT8-eRQ','59737daf15ecea48e561054a3f7e2e1795c7d3f8a50a311baf364e77f3d29132');
INSERT INTO "audit" VALUES(76,1795752722,'alertd-sms','delivery.accepted',2,'message 26','+4500000021: accepted: 0 written (/tmp/alertd-07/sms.txt)','1d5d01eb80c947d436171f39bba2313ad601255ed89ffd074305825520fd4ccd','','QBt-OWoSkOBQm_3NJCKfnA','adc7afc54954d150c479d4f2f6ab89efdeb2fbfad1d0c1323085fcab92539000','q7QY2l-UROskJ_IXR8lhAA','dab518d7da41f6a593190fbb396c7f74ec66246143744cd2f58514bf718b9496');
INSERT INTO "audit" VALUES(77,1795752722,'alertd-mail','delivery.accepted',2,'message 29','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','ca15c34087686ffed713fb169aa9997692d9752d67d36b2980df4704067b4f84','','Oat6hDZ-NaR4EzA__FT5qQ','e24426b90f4f79cd5bc60c0ec146068165ddc5064c1930e0445ea9cb9864adc2','MF4Jp2fUu_M0uTfSruA3lQ','07ba62c03a015de64daa99c8b086b1dacee02243c09adc2a855ca3611d27224a');
INSERT INTO "audit" VALUES(78,1795752722,'alertd-sms','delivery.accepted',2,'message 28','+4500000022: accepted: 0 written (/tmp/alertd-07/sms.txt)','f0c56d8258df84ac3539c9700ed98e4acb0d2cce8fdc435678d754ad3bfb56ae','','5D5pbfEpCLDOXBuZlOco9w','cfe5bd77df3d5e9bb44ff2be1a40766c40a6c7ddcbf7311ff244fd9d2544a320','mMbQmkaWrUOwF6bQa4F-fQ','9c39bf333455244cfb0924efb99d2aadfe24b1d4157de4cbfdb951a1bcab712b');
INSERT INTO "audit" VALUES(79,1795752722,'user anna','incident.opened',3,'incident 3','exercise, degraded: Øvelse (by user anna)','91c455c8940afab64b23fa5a758cff0bbdca1dc88413e943246dcbac19e2307d','','czGn9iGTnRZqa5MKbxbSHg','5b728a44513a68005bb44d47b787219dba0cd2218e7414b5e04ee61638052b21','9JS_fPyS7BSgKA7reIHsYA','97204b39b561f26e5f4c5fe20e1d2d98457270e44323b42d8682d83ffe2222a4');
INSERT INTO "audit" VALUES(80,1795752722,'user anna','notice.queued',3,'incident 3','notice 1, first: sent by user anna','102f9a3401ae364e080e8cfbc9c6bb8a2af884a0b0e0e72784f1158866eec1ec','','Hzo_GtvhRlsRZDbPN7ITnA','d53f6b063ff4cfceed4d9b319fbb36348693849a188b80896be2f0970623b36e','c-SGHNEA-9vwqH4ttUT5Cg','332b4f1cc1113609fc243505a788698c558b7cec647c76283f68714fc62a7234');
INSERT INTO "audit" VALUES(81,1795752722,'alertd','message.sending',3,'message 31','1 recipients, by worker 16510','db38f59962071bce6e237f1be7925e79914528788968ebd390c966f002354241','','psyyRpY33YiTr_bFCa8U4Q','9817f4b84d38a4c5489439d18d2c80ed1352daf7f54c92e08d19677d187f3b6e','07sc1CWdT07BduH5ZaS8NA','f2d5d18a8cbf0fe890a4f6a1ec0572db3331952e79ef0136579766ab6711051e');
INSERT INTO "audit" VALUES(82,1795752722,'alertd','message.sending',3,'message 33','1 recipients, by worker 16510','e9e22a20ba9a31e669cbd4f9bfbac0cc5287e186994198a041958ff32b726cc6','','xQ0nyK5rNYQjzENxli7tGw','7edc3156a86553a29070057904b5a62caa38dfe720fa8688db354a61597886ba','U_ly1GGAO-hmLvrRClEmbQ','3853103b8598e87f3bf592bf2d5ad1fe6a0c60d981168519b4dd8769c6ac2913');
INSERT INTO "audit" VALUES(83,1795752722,'alertd','message.sending',3,'message 35','1 recipients, by worker 16510','5a02d46b6e883c0653b8b19d698976321fa90e928b79cb612110038a66c9fe02','','84p2QNopYNzP_o-_WSgfkw','ef0b6b1187e9d3b668ec8341598958b2579e12f79a5e005c028ea987f44bdcab','Ic6yaAB_oNyTVSSN_CQDTg','c6371160c8e6bc4908da53348a1e93acb5a8ce07eeb7b1f3c0607eccb7e5f4fd');
INSERT INTO "audit" VALUES(84,1795752722,'alertd-mail','delivery.accepted',3,'message 31','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','17885df9d994c0ccc0622dfb1bda7894bbeff719be98127dd6cebcd102b43838','','T8_kZLb38MyU92gbkJ9jZA','20c214611bb3fc075f6962c24b5d76003abd23cc72498575bd5691a5ba75b879','IKWeRVUJ1mVa6IGoZuH6oQ','a23a96a054af7a528acf19d1a13aa1c73f859ddba881e2ccdb89fac0d1c83d69');
INSERT INTO "audit" VALUES(85,1795752722,'alertd','message.sending',3,'message 32','1 recipients, by worker 16512','b010fd3a5aebeb107e6da566687aa531ad34f16f1521ea3f05ce34d644eeb444','','Tl2mRMROlV1hso8eNFO5_A','689ce6570d1fca8b51fa30bfdadcf488cdd13ecfa92bd8bab83994599d9cab75','xfXB0Dp31mmcGiieIF_8Zg','d9481fbd02511e92c4c9d6b3b860198a560b51c708f259f365bf77b7775192fa');
INSERT INTO "audit" VALUES(86,1795752722,'alertd','message.sending',3,'message 34','1 recipients, by worker 16512','d10e2fe1333303c778031ad32dc48244169d1db49485a950f49f3e09d8a44183','','Musn0zJqQlYzof9vdeNWxA','384f96a3e503141bd9557fe5acba9805a4b7511a729d1d3949d3c91de1b85cc9','jdLGHlMW_nhgaODAMsTs6A','1f1e4bdde07b60adc3db2141684b87a5e9a10ff60c59b260571d1271fd3b322d');
INSERT INTO "audit" VALUES(87,1795752722,'alertd-mail','delivery.accepted',3,'message 33','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','fdf1dc67547fc61114d760c43e3462bc181841601ac18fff23162d556f234cca','','n7MOVp0ZJ6ecfg0siTCJNw','8dcb28484dce15978e50aacee2ad558347e2802edbfbe01dbdce428102b5f6fa','Ox5Jwqk5PU8sm2FioWXDVQ','858ab985ce1ef957aa28dfd6c035313069da15c842c699c136b92da106812ace');
INSERT INTO "audit" VALUES(88,1795752722,'alertd-sms','delivery.accepted',3,'message 32','+4500000021: accepted: 0 written (/tmp/alertd-07/sms.txt)','0e2770d67ffda824b5c1a6c21f6847930d15a99e7c12a7b59fcc0ce2b6488891','','LqM9K9g1-nN7QE-URNUCsQ','68bbe1a8afc31df476bc95e93d0d8ee1f321802b22d4828ecb043d0c661b0bd1','I6hJximJNSqPHaDVRayS4A','62ce86bd7adeac062b245d97ba6c51e11d88d9d7a1f163c33d4603c7ca06694d');
INSERT INTO "audit" VALUES(89,1795752722,'alertd-mail','delivery.accepted',3,'message 35','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','f3bf4f3a67843a48befa613b34009fa3d7665a5401fba1a2e250aeab93a6620e','','ZU9g0m_BjKDWKRxn6Q6NZQ','88c37c817f0275207a7747948d872f5bcb6933001df0dbdfb79ccf533c200ae4','UY8T-X9UPn_yhMmtw0rrKg','1cd01984a0d5e00e3ff3aeca6a3761fdfc87cd736421268ca3c3264e576e608a');
INSERT INTO "audit" VALUES(90,1795752722,'alertd','message.sending',3,'message 36','1 recipients, by worker 16510','332d1d11a138db70eacc384a2ca679df2c97596d27ed7970025a5e9fdb6b9212','','9gUQmQGyzSllt0vbRzA4yw','44284ec793d50198d1a2e795f5fe6f4c58a37396b9a399d91e8ad428d64ddaf2','n7ls6cf0qo4wKBfQwUflKA','01ad3d8515f954fdb7ab81ad54b2df64d505db5336e99c21cff10ee30a465530');
INSERT INTO "audit" VALUES(91,1795752722,'alertd-sms','delivery.accepted',3,'message 34','+4500000022: accepted: 0 written (/tmp/alertd-07/sms.txt)','44b361f7849c40bb2805fbc6eb9edcdd5cb408f7d9b339ef9e07cb3a5cdb7a45','','IWdxix7cnJRsUHT4C1N6vA','40028b73d90e0f230a3b0bfd121388df7a4baae485363eaa3b0ea7c7d0660016','ZHvPNYmyK1YB8QErJPpApw','93a4ede2114d401c90209955c5ffb76fec8febbd9032a98bdfcb4159ae7a34df');
INSERT INTO "audit" VALUES(92,1795752722,'alertd-mail','delivery.accepted',3,'message 36','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-07/out)','0c9c1466e8a18c17d4c00ee2bf646593ac7df9d0b6e129a391e97e764ebd047c','','u2H6r-nRc_nKeia823RNwQ','b19b0333a8e74b41b9b323576d868352e0537d0f4e00f7f75a7e274c881fe79d','VqsyiavJEAL7Mwj7iThEWg','f17755a674300d4f7506afb0503c64e0dc5815fe89ff7d964ef3319aefe38743');
CREATE TABLE audit_head ( id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
INSERT INTO "audit_head" VALUES(1,92,'0c9c1466e8a18c17d4c00ee2bf646593ac7df9d0b6e129a391e97e764ebd047c');
CREATE TABLE calendar ( rota TEXT PRIMARY KEY, source TEXT NOT NULL, body TEXT NOT NULL, fetched INTEGER, failing INTEGER, why TEXT NOT NULL, told INTEGER NOT NULL CHECK (told IN (0, 1)), CHECK ((failing IS NULL) = (why = ''))) STRICT, WITHOUT ROWID;
INSERT INTO "calendar" VALUES('vagt','file:vagt.ics','BEGIN:VCALENDAR',1795751000,1795752000,'HTTP 503',1);
CREATE TABLE call ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL, opened INTEGER NOT NULL, began INTEGER NOT NULL, steps INTEGER NOT NULL CHECK (steps >= 0), due INTEGER, paged_at INTEGER, skipped TEXT NOT NULL, owner TEXT NOT NULL, had TEXT NOT NULL, taken INTEGER, attended INTEGER, closed INTEGER, CHECK ((owner = '') = (attended IS NULL)), CHECK (incident IS NOT NULL OR alarm <> '')) STRICT;
INSERT INTO "call" VALUES(1,1,'','','',1795752712,1795752712,1,1795753312,1795752712,'','anna','',1795752712,1795752712,NULL);
INSERT INTO "call" VALUES(2,2,'','','',1795752722,1795752722,0,NULL,NULL,'','anna','',1795752722,1795752722,NULL);
INSERT INTO "call" VALUES(3,3,'','','',1795752722,1795752722,0,NULL,NULL,'','anna','',1795752722,1795752722,NULL);
CREATE TABLE call_person ( call INTEGER NOT NULL REFERENCES call, person TEXT NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, round INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (call, person)) STRICT, WITHOUT ROWID;
INSERT INTO "call_person" VALUES(1,'alarm.1e3386203534','alarm','vagt@example.dk','vagt@example.dk','',0,1795752712);
INSERT INTO "call_person" VALUES(1,'medcom.6','medcom','Jens Lund','jens.lund@example.dk','+4500000012',0,1795752712);
CREATE TABLE code ( id INTEGER PRIMARY KEY, action TEXT NOT NULL CHECK (action IN ('ack', 'approve', 'dismiss',  'receipt')), notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, call INTEGER REFERENCES call, org TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL, token TEXT NOT NULL UNIQUE, reply TEXT NOT NULL, made INTEGER NOT NULL, lapses INTEGER NOT NULL, used INTEGER) STRICT;
INSERT INTO "code" VALUES(1,'ack',2,1,1,'medcom.6','Jens Lund','+4500000012','NI8deexKQVOyRvni-2yw9A','847134',1795752712,1795767112,NULL);
INSERT INTO "code" VALUES(2,'ack',2,1,1,'alarm.1e3386203534','vagt@example.dk','','Wp9XLI-wcJdqcaxpKd8jLw','',1795752712,1795767112,NULL);
CREATE TABLE contact ( id INTEGER PRIMARY KEY, org INTEGER NOT NULL REFERENCES org, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)), CHECK (email <> '' OR phone <> '')) STRICT;
INSERT INTO "contact" VALUES(1,4,'FMK-koordinator','fmk@koebenhavn.example.dk','+4500000021',1);
INSERT INTO "contact" VALUES(2,85,'Sygeplejen','fmk@aarhus.example.dk','+4500000022',1);
INSERT INTO "contact" VALUES(3,100,'IT-vagten','fmk@aalborg.example.dk','',1);
INSERT INTO "contact" VALUES(4,1,'KMD Drift','drift@kmd.example.dk','',1);
INSERT INTO "contact" VALUES(5,102,'Anna Holm','anna.holm@example.dk','+4500000011',1);
INSERT INTO "contact" VALUES(6,102,'Jens Lund','jens.lund@example.dk','+4500000012',1);
CREATE TABLE cover ( id INTEGER PRIMARY KEY, rota TEXT NOT NULL, who TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL, made INTEGER NOT NULL, by TEXT NOT NULL, CHECK (starts < ends)) STRICT;
INSERT INTO "cover" VALUES(1,'vagt','Jens Lund',1795752712,1795774312,1795752712,'user anna');
CREATE TABLE delivery ( id INTEGER PRIMARY KEY, message INTEGER NOT NULL REFERENCES message, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted',  'delivered', 'failed', 'superseded', 'cancelled')), attempts INTEGER NOT NULL DEFAULT 0, code INTEGER NOT NULL DEFAULT 0, answer TEXT NOT NULL DEFAULT '', via TEXT NOT NULL DEFAULT '', remote_id TEXT NOT NULL DEFAULT '', due INTEGER NOT NULL, done INTEGER, told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)), UNIQUE (message, address)) STRICT;
INSERT INTO "delivery" VALUES(1,1,1,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752741,1795752712,1);
INSERT INTO "delivery" VALUES(2,2,1,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-07/sms.txt','',1795752740,1795752712,1);
INSERT INTO "delivery" VALUES(3,3,1,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752740,1795752712,1);
INSERT INTO "delivery" VALUES(4,4,1,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-07/sms.txt','',1795752739,1795752712,1);
INSERT INTO "delivery" VALUES(5,5,1,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752739,1795752712,1);
INSERT INTO "delivery" VALUES(6,6,1,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752738,1795752712,1);
INSERT INTO "delivery" VALUES(7,7,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752737,1795752712,1);
INSERT INTO "delivery" VALUES(8,8,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-07/sms.txt','',1795752737,1795752712,1);
INSERT INTO "delivery" VALUES(9,9,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752736,1795752712,1);
INSERT INTO "delivery" VALUES(10,10,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752748,1795752712,1);
INSERT INTO "delivery" VALUES(11,11,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752747,1795752712,1);
INSERT INTO "delivery" VALUES(12,12,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-07/sms.txt','',1795752746,1795752712,1);
INSERT INTO "delivery" VALUES(13,13,1,2,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752746,1795752712,1);
INSERT INTO "delivery" VALUES(14,14,1,2,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-07/sms.txt','',1795752745,1795752712,1);
INSERT INTO "delivery" VALUES(15,15,1,2,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752745,1795752712,1);
INSERT INTO "delivery" VALUES(16,16,1,2,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-07/sms.txt','',1795752744,1795752712,1);
INSERT INTO "delivery" VALUES(17,17,1,2,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752744,1795752712,1);
INSERT INTO "delivery" VALUES(18,18,1,2,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752743,1795752712,1);
INSERT INTO "delivery" VALUES(19,19,1,3,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752752,1795752722,1);
INSERT INTO "delivery" VALUES(20,20,1,3,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-07/sms.txt','',1795752752,1795752722,1);
INSERT INTO "delivery" VALUES(21,21,1,3,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752751,1795752722,1);
INSERT INTO "delivery" VALUES(22,22,1,3,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-07/sms.txt','',1795752751,1795752722,1);
INSERT INTO "delivery" VALUES(23,23,1,3,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752750,1795752722,1);
INSERT INTO "delivery" VALUES(24,24,1,3,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752749,1795752722,1);
INSERT INTO "delivery" VALUES(25,25,2,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','queued',1,421,'421 4.3.2 try later','maildir /tmp/alertd-07/out','',1795752749,NULL,0);
INSERT INTO "delivery" VALUES(26,26,2,1,'0101','FMK-koordinator','+4500000021','sending',1,0,'written','/tmp/alertd-07/sms.txt','',1795752748,NULL,1);
INSERT INTO "delivery" VALUES(27,27,2,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752748,1795752722,1);
INSERT INTO "delivery" VALUES(28,28,2,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-07/sms.txt','',1795752747,1795752722,1);
INSERT INTO "delivery" VALUES(29,29,2,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752746,1795752722,1);
INSERT INTO "delivery" VALUES(30,30,2,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752746,1795752722,1);
INSERT INTO "delivery" VALUES(31,31,3,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752757,1795752722,1);
INSERT INTO "delivery" VALUES(32,32,3,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-07/sms.txt','',1795752757,1795752722,1);
INSERT INTO "delivery" VALUES(33,33,3,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752756,1795752722,1);
INSERT INTO "delivery" VALUES(34,34,3,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-07/sms.txt','',1795752755,1795752722,1);
INSERT INTO "delivery" VALUES(35,35,3,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752755,1795752722,1);
INSERT INTO "delivery" VALUES(36,36,3,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-07/out','',1795752754,1795752722,1);
CREATE TABLE early_report ( delivery INTEGER PRIMARY KEY REFERENCES delivery, via TEXT NOT NULL, answer TEXT NOT NULL) STRICT;
INSERT INTO "early_report" VALUES(1,'cpsms','absent subscriber');
CREATE TABLE event ( id INTEGER PRIMARY KEY, feed TEXT NOT NULL, ext TEXT NOT NULL, incident INTEGER REFERENCES incident, newest INTEGER, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, listed INTEGER NOT NULL CHECK (listed IN (0, 1)), UNIQUE (feed, ext)) STRICT;
INSERT INTO "event" VALUES(1,'nspop','fmk1',1,2,1795752712,1795752722,1);
CREATE TABLE fault ( name TEXT PRIMARY KEY, what TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "fault" VALUES('incident 2','incident 2: its notice was due, and none is queued',1795751000,1795751060);
CREATE TABLE "feed" ( feed TEXT PRIMARY KEY, first_ok INTEGER, last_ok INTEGER, last_change INTEGER, health TEXT NOT NULL CHECK (health IN ('ok', 'failing', 'stale',  'shrunken')), since INTEGER, polls INTEGER NOT NULL, last_poll INTEGER, body TEXT NOT NULL CHECK (body IN ('whole', 'part', 'short')), body_since INTEGER, told TEXT NOT NULL CHECK (told IN ('ok', 'failing', 'stale',  'shrunken')), cause TEXT NOT NULL CHECK (cause IN ('none', 'unreachable', 'tls',  'status', 'not-a-feed', 'too-large', 'incomplete', 'not-stored')), why TEXT NOT NULL, source TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "feed" VALUES('nspop',1795752712,1795752722,1795752722,'ok',1795752712,2,1795752722,'whole',1795752712,'ok','none','','3622c95540d24ec431b5fd6632b4e4bff5d8918c28a6f16aa7c54a6f9aee1f90');
CREATE TABLE inbound ( gateway TEXT NOT NULL, ident TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (gateway, ident)) STRICT, WITHOUT ROWID;
INSERT INTO "inbound" VALUES('cpsms','in-1',1795751000);
CREATE TABLE incident ( id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('pending', 'open', 'resolved',  'dismissed', 'retracted')), kind TEXT NOT NULL CHECK (kind IN ('actual', 'exercise', 'test')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), service TEXT NOT NULL, title TEXT NOT NULL, news TEXT NOT NULL, url TEXT NOT NULL, reason TEXT NOT NULL, feed TEXT NOT NULL, since INTEGER, opened_at INTEGER, decided_at INTEGER, resolved_at INTEGER, starts INTEGER, ends INTEGER, expected_end INTEGER, planned INTEGER NOT NULL CHECK (planned IN (0, 1)), reminded INTEGER NOT NULL CHECK (reminded IN (0, 1)), notices INTEGER NOT NULL CHECK (notices >= 0), last_notice_at INTEGER, last_change_at INTEGER, due_at INTEGER, change INTEGER NOT NULL CHECK (change IN (0, 1)), fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)), change_reason TEXT NOT NULL, over INTEGER NOT NULL CHECK (over IN (0, 1)), told_effect TEXT NOT NULL CHECK (told_effect IN ('none', 'planned',  'degraded', 'data_error', 'outage')), told_online TEXT NOT NULL CHECK (told_online IN ('unknown', 'works',  'down')), audience TEXT NOT NULL DEFAULT '' CHECK (audience = '' OR audience GLOB 'region:?*'  OR audience GLOB 'vendor:?*' OR audience GLOB 'org:?*')) STRICT;
INSERT INTO "incident" VALUES(1,'resolved','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752411,1795752712,NULL,1795752722,NULL,NULL,NULL,0,0,3,1795752722,1795752722,NULL,0,0,'',0,'outage','unknown','');
INSERT INTO "incident" VALUES(2,'open','actual','outage','down',0,'FMK','FMK kan ikke bruges','SDS undersøger fejlen.','','sent by user anna','',1795752722,1795752722,1795752722,NULL,NULL,NULL,NULL,0,0,1,1795752722,1795752722,NULL,0,0,'',0,'outage','down','');
INSERT INTO "incident" VALUES(3,'open','exercise','degraded','unknown',0,'FMK','Øvelse','En øvelse.','','sent by user anna','',1795752722,1795752722,1795752722,NULL,NULL,NULL,NULL,0,0,1,1795752722,1795752722,NULL,0,0,'',0,'degraded','unknown','');
INSERT INTO "incident" VALUES(4,'pending','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752411,1795752712,NULL,NULL,NULL,NULL,NULL,0,0,0,NULL,NULL,NULL,0,0,'',0,'none','unknown','');
CREATE TABLE low ( id INTEGER PRIMARY KEY, at INTEGER NOT NULL, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
INSERT INTO "low" VALUES(1,1795751000,'bounced','fmk@aarhus.example.dk','550 5.1.1 no such user');
CREATE TABLE message ( id INTEGER PRIMARY KEY, notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',  'oncall')), org TEXT NOT NULL, org_name TEXT NOT NULL, vendor TEXT NOT NULL, message_id TEXT NOT NULL, created INTEGER NOT NULL, due INTEGER, worker INTEGER, begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1)), held INTEGER, UNIQUE (notice, channel, org)) STRICT;
INSERT INTO "message" VALUES(1,1,1,1,'mail','municipality','0101','København','','alertd.1795752712.1.1.0.0101@example.dk',1795752712,NULL,NULL,1,1795752712);
INSERT INTO "message" VALUES(2,1,1,1,'sms','municipality','0101','København','','alertd.1795752712.1.1.0.0101@example.dk',1795752712,NULL,NULL,1,1795752712);
INSERT INTO "message" VALUES(3,1,1,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752712.1.1.0.0751@example.dk',1795752712,NULL,NULL,1,1795752712);
INSERT INTO "message" VALUES(4,1,1,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752712.1.1.0.0751@example.dk',1795752712,NULL,NULL,1,1795752712);
INSERT INTO "message" VALUES(5,1,1,1,'mail','municipality','0851','Aalborg','','alertd.1795752712.1.1.0.0851@example.dk',1795752712,NULL,NULL,1,1795752712);
INSERT INTO "message" VALUES(6,1,1,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752712.1.1.0.vendors@example.dk',1795752712,NULL,NULL,1,1795752712);
INSERT INTO "message" VALUES(7,2,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752712.1.0.2.medcom.6@example.dk',1795752712,NULL,NULL,1,1795752712);
INSERT INTO "message" VALUES(8,2,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752712.1.0.2.medcom.6@example.dk',1795752712,NULL,NULL,1,1795752712);
INSERT INTO "message" VALUES(9,2,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752712.1.0.2.alarm.1e3386203534@example.dk',1795752712,NULL,NULL,1,1795752712);
INSERT INTO "message" VALUES(10,3,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752712.1.0.3.alarm.1e3386203534@example.dk',1795752712,NULL,NULL,1,1795752712);
INSERT INTO "message" VALUES(11,3,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752712.1.0.3.medcom.6@example.dk',1795752712,NULL,NULL,1,1795752712);
INSERT INTO "message" VALUES(12,3,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752712.1.0.3.medcom.6@example.dk',1795752712,NULL,NULL,1,1795752712);
INSERT INTO "message" VALUES(13,4,1,2,'mail','municipality','0101','København','','alertd.1795752712.1.2.0.0101@example.dk',1795752712,NULL,NULL,1,1795752712);
INSERT INTO "message" VALUES(14,4,1,2,'sms','municipality','0101','København','','alertd.1795752712.1.2.0.0101@example.dk',1795752712,NULL,NULL,1,1795752712);
INSERT INTO "message" VALUES(15,4,1,2,'mail','municipality','0751','Aarhus','systematic','alertd.1795752712.1.2.0.0751@example.dk',1795752712,NULL,NULL,1,1795752712);
INSERT INTO "message" VALUES(16,4,1,2,'sms','municipality','0751','Aarhus','systematic','alertd.1795752712.1.2.0.0751@example.dk',1795752712,NULL,NULL,1,1795752712);
INSERT INTO "message" VALUES(17,4,1,2,'mail','municipality','0851','Aalborg','','alertd.1795752712.1.2.0.0851@example.dk',1795752712,NULL,NULL,1,1795752712);
INSERT INTO "message" VALUES(18,4,1,2,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752712.1.2.0.vendors@example.dk',1795752712,NULL,NULL,1,1795752712);
INSERT INTO "message" VALUES(19,5,1,3,'mail','municipality','0101','København','','alertd.1795752712.1.3.0.0101@example.dk',1795752722,NULL,NULL,1,1795752722);
INSERT INTO "message" VALUES(20,5,1,3,'sms','municipality','0101','København','','alertd.1795752712.1.3.0.0101@example.dk',1795752722,NULL,NULL,1,1795752722);
INSERT INTO "message" VALUES(21,5,1,3,'mail','municipality','0751','Aarhus','systematic','alertd.1795752712.1.3.0.0751@example.dk',1795752722,NULL,NULL,1,1795752722);
INSERT INTO "message" VALUES(22,5,1,3,'sms','municipality','0751','Aarhus','systematic','alertd.1795752712.1.3.0.0751@example.dk',1795752722,NULL,NULL,1,1795752722);
INSERT INTO "message" VALUES(23,5,1,3,'mail','municipality','0851','Aalborg','','alertd.1795752712.1.3.0.0851@example.dk',1795752722,NULL,NULL,1,1795752722);
INSERT INTO "message" VALUES(24,5,1,3,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752712.1.3.0.vendors@example.dk',1795752722,NULL,NULL,1,1795752722);
INSERT INTO "message" VALUES(25,6,2,1,'mail','municipality','0101','København','','alertd.1795752722.2.1.0.0101@example.dk',1795752722,1795752752,NULL,1,1795752722);
INSERT INTO "message" VALUES(26,6,2,1,'sms','municipality','0101','København','','alertd.1795752722.2.1.0.0101@example.dk',1795752722,NULL,4711,1,1795752722);
INSERT INTO "message" VALUES(27,6,2,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752722.2.1.0.0751@example.dk',1795752722,NULL,NULL,1,1795752722);
INSERT INTO "message" VALUES(28,6,2,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752722.2.1.0.0751@example.dk',1795752722,NULL,NULL,1,1795752722);
INSERT INTO "message" VALUES(29,6,2,1,'mail','municipality','0851','Aalborg','','alertd.1795752722.2.1.0.0851@example.dk',1795752722,NULL,NULL,1,1795752722);
INSERT INTO "message" VALUES(30,6,2,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752722.2.1.0.vendors@example.dk',1795752722,NULL,NULL,1,1795752722);
INSERT INTO "message" VALUES(31,7,3,1,'mail','municipality','0101','København','','alertd.1795752722.3.1.0.0101@example.dk',1795752722,NULL,NULL,1,1795752722);
INSERT INTO "message" VALUES(32,7,3,1,'sms','municipality','0101','København','','alertd.1795752722.3.1.0.0101@example.dk',1795752722,NULL,NULL,1,1795752722);
INSERT INTO "message" VALUES(33,7,3,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752722.3.1.0.0751@example.dk',1795752722,NULL,NULL,1,1795752722);
INSERT INTO "message" VALUES(34,7,3,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752722.3.1.0.0751@example.dk',1795752722,NULL,NULL,1,1795752722);
INSERT INTO "message" VALUES(35,7,3,1,'mail','municipality','0851','Aalborg','','alertd.1795752722.3.1.0.0851@example.dk',1795752722,NULL,NULL,1,1795752722);
INSERT INTO "message" VALUES(36,7,3,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752722.3.1.0.vendors@example.dk',1795752722,NULL,NULL,1,1795752722);
CREATE TABLE notice ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, number INTEGER NOT NULL CHECK (number >= 0), type TEXT NOT NULL CHECK (type IN ('first', 'update', 'repeat',  'resolved', 'correction', 'planned', 'page', 'receipt')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), at INTEGER NOT NULL, next INTEGER, title TEXT NOT NULL, reason TEXT NOT NULL, cc_own INTEGER NOT NULL CHECK (cc_own IN (0, 1)), check_from INTEGER, said TEXT NOT NULL DEFAULT '', CHECK ((number = 0) = (type IN ('page', 'receipt'))), CHECK (type = 'page' OR incident IS NOT NULL)) STRICT;
INSERT INTO "notice" VALUES(1,1,1,'first','outage',1795752712,1795759912,'FMK er utilgængeligt i produktion','rule 3: FMK: it is hit: "fmk", "utilgængeligt"',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.06.
Opslag i FMK fejler for alle anvendere.');
INSERT INTO "notice" VALUES(2,1,0,'page','outage',1795752712,NULL,'FMK er utilgængeligt i produktion','The municipalities are being told.',0,NULL,'');
INSERT INTO "notice" VALUES(3,1,0,'page','outage',1795752712,NULL,'FMK er utilgængeligt i produktion','taken by anna: The municipalities are being told.',0,NULL,'');
INSERT INTO "notice" VALUES(4,1,2,'update','outage',1795752712,1795759912,'FMK er utilgængeligt i produktion','updated by user anna',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.06.
SDS venter på en reservedel.');
INSERT INTO "notice" VALUES(5,1,3,'resolved','outage',1795752722,NULL,'FMK er utilgængeligt i produktion','it is over',0,1795752722,'FMK virker igen.
Fejlen er rettet.');
INSERT INTO "notice" VALUES(6,2,1,'first','outage',1795752722,1795759922,'FMK kan ikke bruges','sent by user anna',0,1795752722,'FMK er nede.
Fejlen begyndte kl. 05.12.
SDS undersøger fejlen.');
INSERT INTO "notice" VALUES(7,3,1,'first','degraded',1795752722,1795759922,'Øvelse','sent by user anna',0,1795752722,'FMK virker kun delvist.
Fejlen begyndte kl. 05.12.
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
Sendt fredag den 27. november 2026 kl. 05.12.

Hvad er ramt?
FMK virker igen. Vi fik besked om det kl. 05.12. Sagen er afsluttet.
Meldingen lyder:
> Fejlen er rettet.

Hvem er ramt?
Ingen mere.

Siden hvornår?
Fejlen kom kl. 05.06. Vi fik besked kl. 05.12 om, at den er slut. Der gik 6 minutter.

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
','','FMK virker igen. Vi fik besked om det kl. 05.12. Fejlen kom kl. 05.06. Hent medicinkortet på ny. Tjek, hvad I bestilte, og hvad lægen sagde i telefonen. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 3, afsluttet, FMK-2026-0001, kl. 05.12.','','');
INSERT INTO "notice_body" VALUES(5,'vendor','FMK virker igen (besked nr. 3, afsluttet)','Besked nr. 3 (afsluttet), sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.12.

Hvad er ramt?
FMK virker igen. Vi fik besked om det kl. 05.12. Sagen er afsluttet.
Meldingen lyder:
> Fejlen er rettet.

Hvem er ramt?
Ingen mere.

Siden hvornår?
Fejlen kom kl. 05.06. Vi fik besked kl. 05.12 om, at den er slut. Der gik 6 minutter.

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
','','FMK virker igen. Vi fik besked om det kl. 05.12. Fejlen kom kl. 05.06. Hent medicinkortet på ny. Tjek, hvad I bestilte, og hvad lægen sagde i telefonen. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 3, afsluttet, FMK-2026-0001, kl. 05.12.','','');
INSERT INTO "notice_body" VALUES(6,'municipality','FMK er nede siden kl. 05.12 (besked nr. 1)','Besked nr. 1, sag FMK-2026-0002.
Sendt fredag den 27. november 2026 kl. 05.12.

Hvad er ramt?
FMK er nede.
Besked fra FMK-drift:
> FMK kan ikke bruges
> SDS undersøger fejlen.

Hvem er ramt?
Alle, der bruger FMK: kommuner, læger, sygehuse og apoteker.

Siden hvornår?
Fejlen begyndte kl. 05.12.

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
Næste besked kommer senest kl. 07.12.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift
','','FMK er nede siden kl. 05.12. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.12. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0002, kl. 05.12.','','');
INSERT INTO "notice_body" VALUES(6,'vendor','FMK er nede siden kl. 05.12 (besked nr. 1)','Besked nr. 1, sag FMK-2026-0002.
Sendt fredag den 27. november 2026 kl. 05.12.

Hvad er ramt?
FMK er nede.
Besked fra FMK-drift:
> FMK kan ikke bruges
> SDS undersøger fejlen.

Hvem er ramt?
Alle, der bruger FMK: kommuner, læger, sygehuse og apoteker.

Siden hvornår?
Fejlen begyndte kl. 05.12.

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
Næste besked kommer senest kl. 07.12.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift
','','FMK er nede siden kl. 05.12. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.12. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0002, kl. 05.12.','','');
INSERT INTO "notice_body" VALUES(7,'municipality','ØVELSE. FMK virker kun delvist siden kl. 05.12 (besked nr. 1) ØVELSE','ØVELSE. Foretag jer ikke noget i driften.

Besked nr. 1, sag FMK-2026-0003.
Sendt fredag den 27. november 2026 kl. 05.12.

Hvad er ramt?
FMK virker kun delvist.
Besked fra FMK-drift:
> Øvelse
> En øvelse.

Hvem er ramt?
Alle, der bruger FMK, kan mærke det.

Siden hvornår?
Fejlen begyndte kl. 05.12.

Hvad skal I gøre?
- FMK svarer langsomt eller kun nogle gange. Vent på svar, og gem ikke to gange.
- Varer det for længe? Så gør som ved nedbrud: brug den sidst hentede medicinliste. Tjek, hvornår den er hentet.
- Er I i tvivl om medicinen? Ring til borgerens læge eller lægevagten. Akut: 112.
- Følg jeres lokale nødprocedure.

Virker FMK-online?
Det ved vi ikke endnu.

Hvornår får I næste besked?
Næste besked kommer senest kl. 07.12.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift

Foretag jer ikke noget i driften. ØVELSE
','','ØVELSE. Foretag jer ikke noget i driften. FMK virker kun delvist siden kl. 05.12. Kan ramme alle brugere. Vent på svar, gem ikke to gange. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: ved vi ikke. Næste besked senest kl. 07.12. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0003, kl. 05.12. ØVELSE','','');
INSERT INTO "notice_body" VALUES(7,'vendor','ØVELSE. FMK virker kun delvist siden kl. 05.12 (besked nr. 1) ØVELSE','ØVELSE. Foretag jer ikke noget i driften.

Besked nr. 1, sag FMK-2026-0003.
Sendt fredag den 27. november 2026 kl. 05.12.

Hvad er ramt?
FMK virker kun delvist.
Besked fra FMK-drift:
> Øvelse
> En øvelse.

Hvem er ramt?
Alle, der bruger FMK, kan mærke det.

Siden hvornår?
Fejlen begyndte kl. 05.12.

Hvad skal I gøre?
- FMK svarer langsomt eller kun nogle gange. Vent på svar, og gem ikke to gange.
- Varer det for længe? Så gør som ved nedbrud: brug den sidst hentede medicinliste. Tjek, hvornår den er hentet.
- Er I i tvivl om medicinen? Ring til borgerens læge eller lægevagten. Akut: 112.
- Følg jeres lokale nødprocedure.

Virker FMK-online?
Det ved vi ikke endnu.

Hvornår får I næste besked?
Næste besked kommer senest kl. 07.12.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift

Foretag jer ikke noget i driften. ØVELSE
','','ØVELSE. Foretag jer ikke noget i driften. FMK virker kun delvist siden kl. 05.12. Kan ramme alle brugere. Vent på svar, gem ikke to gange. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: ved vi ikke. Næste besked senest kl. 07.12. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0003, kl. 05.12. ØVELSE','','');
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
INSERT INTO "receipt" VALUES(1,'0101',1,1795752772,'FMK-koordinator');
CREATE TABLE report ( id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event, seen INTEGER NOT NULL, hash TEXT NOT NULL, revision TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, newest INTEGER NOT NULL, url TEXT NOT NULL, published INTEGER, updated INTEGER, starts INTEGER, ends INTEGER, components TEXT NOT NULL, impact TEXT NOT NULL, status TEXT NOT NULL, phase TEXT NOT NULL CHECK (phase IN ('unknown', 'info', 'planned',  'open', 'resolved')), verdict TEXT NOT NULL CHECK (verdict IN ('ignore', 'ask', 'broadcast')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), judged TEXT NOT NULL CHECK (judged IN ('unknown', 'info', 'planned',  'open', 'resolved')), reason TEXT NOT NULL, service TEXT NOT NULL, hit TEXT NOT NULL, online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), expected_end INTEGER) STRICT;
INSERT INTO "report" VALUES(1,1,1795752712,'284d192d390be14872112ffc2b25ab0319ba218e5fc12d0a143dfd59a1c472fd','2026-11-27T04:06:51Z-a43764d2','FMK er utilgængeligt i produktion','Opslag i FMK fejler for alle anvendere.',39,'https://status.example.dk/fmk1',1795752411,1795752411,NULL,NULL,'FMK	major_outage
','critical','investigating','open','broadcast','outage','open','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
INSERT INTO "report" VALUES(2,1,1795752722,'5f4e5043c95189b053508b72c036dcd770a8dca1e9a6f19299bfa2a718ae9e67','2026-11-27T04:11:53Z-0b941f02','FMK er utilgængeligt i produktion','Fejlen er rettet.',17,'https://status.example.dk/fmk1',1795752713,1795752713,NULL,NULL,'FMK	operational
','critical','resolved','resolved','broadcast','outage','resolved','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
CREATE TABLE self_check ( id INTEGER PRIMARY KEY CHECK (id = 1), started INTEGER NOT NULL, at INTEGER NOT NULL, passed INTEGER, pinged INTEGER, ping_error TEXT NOT NULL) STRICT;
INSERT INTO "self_check" VALUES(1,1795752711,1795752711,1795752711,NULL,'');
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
CREATE INDEX audit_incident ON audit (incident, seq);
CREATE TRIGGER audit_next BEFORE INSERT ON audit WHEN NEW.seq <= coalesce((SELECT seq FROM audit_head),  (SELECT max(seq) FROM audit), 0) OR (NEW.was = '' AND  NEW.seq <> coalesce((SELECT seq FROM audit_head),   (SELECT max(seq) FROM audit), 0) + 1) BEGIN SELECT raise(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_kept AFTER INSERT ON audit BEGIN INSERT INTO audit_head VALUES (1, NEW.seq, NEW.hash)  ON CONFLICT (id) DO UPDATE SET seq = excluded.seq,  hash = excluded.hash; END;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit WHEN NOT (NEW.seq = OLD.seq AND NEW.at = OLD.at AND NEW.action = OLD.action AND NEW.incident = OLD.incident AND NEW.object = OLD.object AND NEW.hash = OLD.hash AND NEW.was = OLD.was AND NEW.actor_digest = OLD.actor_digest AND NEW.detail_digest = OLD.detail_digest AND ((NEW.actor = OLD.actor AND NEW.actor_salt = OLD.actor_salt) OR (NEW.actor = '(erased)' AND NEW.actor_salt = '')) AND ((NEW.detail = OLD.detail AND NEW.detail_salt = OLD.detail_salt) OR (NEW.detail = '(erased)' AND NEW.detail_salt = ''))) BEGIN SELECT raise(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the audit trail is append-only'); END;
COMMIT;
PRAGMA user_version = 7;
