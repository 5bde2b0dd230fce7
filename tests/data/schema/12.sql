BEGIN TRANSACTION;
CREATE TABLE address ( channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), address TEXT NOT NULL, proven INTEGER, how TEXT CHECK (how IN ('accepted', 'delivered')), earlier INTEGER, bounced INTEGER, bounced_by INTEGER, late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)), answer TEXT NOT NULL DEFAULT '', delayed INTEGER, PRIMARY KEY (channel, address), CHECK ((proven IS NULL) = (how IS NULL))) STRICT, WITHOUT ROWID;
INSERT INTO "address" VALUES('mail','drift@kmd.example.dk',1795752670,'accepted',1795752670,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('mail','fmk@aalborg.example.dk',1795752670,'accepted',1795752670,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('mail','fmk@aarhus.example.dk',1795752670,'accepted',1795752670,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('mail','fmk@koebenhavn.example.dk',1795752670,'accepted',1795752670,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('sms','+4500000021',1795752670,'accepted',1795752670,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('sms','+4500000022',1795752670,'accepted',1795752670,NULL,NULL,0,'',NULL);
CREATE TABLE asked ( incident INTEGER NOT NULL REFERENCES incident, org TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, reminded INTEGER, told INTEGER, PRIMARY KEY (incident, org), CHECK (told IS NULL OR reminded NOT NULL)) STRICT, WITHOUT ROWID;
INSERT INTO "asked" VALUES(1,'0751','Aarhus',1795752660,1795753260,1795753860);
CREATE TABLE audit ( seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, incident INTEGER NOT NULL, object TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL CHECK (length(hash) = 64), was TEXT NOT NULL CHECK (length(was) IN (0, 64)), actor_salt TEXT NOT NULL, actor_digest TEXT NOT NULL CHECK (length(actor_digest) = 64), detail_salt TEXT NOT NULL, detail_digest TEXT NOT NULL CHECK (length(detail_digest) = 64)) STRICT;
INSERT INTO "audit" VALUES(1,1795752659,'user anna','contact.added',0,'contact 1','0101 FMK-koordinator <fmk@koebenhavn.example.dk> +4500000021','25425eb084be761f61f37d483b198b5725fa10d6f99fabb5b93285ccb596a597','','xsCHb6bixkxEFO3StF13og','f07e4ee2b09df0a3defb1471cf79f5f1938a7aadf92f1926b3d0745c17fc5936','p4RSHNFIf56p3xS9e08elg','b590eeb37f66ab61d486eb3ad04eb8ff8fa8ffc2a4bb92373e4faa783b697d4c');
INSERT INTO "audit" VALUES(2,1795752659,'user anna','contact.added',0,'contact 2','0751 Sygeplejen <fmk@aarhus.example.dk> +4500000022','e3406ce4e62118a366728073565ae332a9f2b833946acbd4eab65358b1e6e42f','','nKk6PLBhttEn-nI3LbOHSw','b23289e291b0badddce59143aedeba8c31ae256e394b3315fe792b748ae9dddc','LjwqCsCIa4BtnlZVkQPjoQ','e6c875398ddfa1da88143cc78ebe9add9d0271da876d7318c4fd98c67a6a8b2b');
INSERT INTO "audit" VALUES(3,1795752659,'user anna','contact.added',0,'contact 3','0851 IT-vagten <fmk@aalborg.example.dk>','4d00ae575d3489b16daafe54a6e2e16eb1d0d4621a03b3ece8f8e4b49b20ab12','','VlCpGrr0oMWKOO4DxSsnuA','8870e5d20c1fbdff7816ae256e65d274ac081ce3772db445707e9a637f47d5cd','tHw4Bmn5zVsSDnyzt7FIyQ','0de02404c18b79eed7763fa239299b9c7ffe9e7acd99a86ff10d452934dce58f');
INSERT INTO "audit" VALUES(4,1795752659,'user anna','contact.added',0,'contact 4','kmd KMD Drift <drift@kmd.example.dk>','1b991ecd7faf929ae638eda578ea8e75dff3982389e231357283d284871a62b9','','D-kqQWSYJDJBZwqh0Zt2rw','31bac3577e643b31c15bfaf8e79e864f4cbcf79672da0925b9e7b7449801a465','gMkkai4W3ZErbv2n2FY0qQ','a449058051e165d3c1d4c1e75379ac895d18c456024f2079515e559977447e7a');
INSERT INTO "audit" VALUES(5,1795752659,'user anna','contact.added',0,'contact 5','medcom Anna Holm <anna.holm@example.dk> +4500000011','f31b654b9ad4ed831833c37ed131100c5ffaa1f02751288aaa20e3b98ed364a3','','6PHrlRxUCyFkz0iRkrRhZQ','eb0485fbb9e4a4cbe58b1d5892b96888c4361dce76ccebe1b635dcc09a74b2f5','90cBcUdhIa60Lgm1oyCn7g','8a9bc1e521f2d72e6a744db417b62f58778f7af40229b9f5468a0a433e90b055');
INSERT INTO "audit" VALUES(6,1795752659,'user anna','contact.added',0,'contact 6','medcom Jens Lund <jens.lund@example.dk> +4500000012','92c39f587f58d456d3955472b61b4eaa280b5891bb04348a8e9d0f2ab44ea0ea','','rN7V7mkpkHISEAnjbqcPOQ','ee4f5bfbc45829b42152fe23a25fa91418baf16e93327ae66c6cc07f3fac9e37','OGYDskah-6rNZmzSmQS7hg','41d5d87e0c197ca51403ce23fed835010be99041d9b7324948e80ff10196ac66');
INSERT INTO "audit" VALUES(7,1795752660,'alertd','incident.opened',1,'incident 1','open, outage: FMK er utilgængeligt i produktion (the rules broadcast; rule 3: FMK: it is hit: "fmk", "utilgængeligt")','9ffc348a36156b711088494d774d27804c40f38820e90781a18f341f01ea5d9b','','Xo9Mqw-N-xUCxJKSRZXfPA','bf5355232b3b9c3564bb4b1f596927240d0f791ad9eba540ec1cd8ce3e85c0ed','zGn7L5q1_b5RvDbIS-fEaQ','d4517475cf24f521fe1076890434db40b2bd82a7be146f3e86e45f2fc3b3b0c5');
INSERT INTO "audit" VALUES(8,1795752660,'alertd','call.rings',1,'incident 1','incident 1','fc46767d2221fe6e77ce024eeb1dfdff23e2cd8bfb72fd65327d3a41b379f4b1','','O7Yt69ovKeyQZ0jRG1x91Q','3c471da75b20da8f78485107546f12508c98f1ef7d73711a456bf988f0196d0d','NQjuAvo7I9FM3UxSCOJeUg','6bd25f6a950cf898d6ac1955ace597529b04be1a146c51454c7c1e20e024cc13');
INSERT INTO "audit" VALUES(9,1795752660,'alertd','notice.queued',1,'incident 1','notice 1, first: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','3dcb583003b8e9839db7eb4e614a42c6669b1301d440b12daa8690996e72ce5e','','GyvKtAjG2EnUrtkXpOf_wg','cfd3748187956be04a01f61d00f77d820e0be94ee5a7cb6a3b204734dd97ed4a','YzYqAxbU0zGnIVSzT47DSw','2a2351f3d6c996ad44779e4a04d367837c41c0856b535c94ec195347f540f32e');
INSERT INTO "audit" VALUES(10,1795752660,'alertd','page.queued',1,'incident 1','to Jens Lund, vagt@example.dk: The municipalities are being told.','b861c037c1559e794f79d8feaf1c571afa17d6da5aa2d88e6d4f74657f638d22','','SmemikgbwEtYvhzhgy7ieA','82c5412646e60366bc558483038e3c050a8ea5a2fdd8c92db00e4eab3606aa97','xAT0E2HMWo3RAEF-orjESA','bf4749118136140fe15338804fc1953382809c4cd095b85ab4e5b29d0421f03c');
INSERT INTO "audit" VALUES(11,1795752660,'alertd','message.sending',1,'message 7','1 recipients, by worker 9896','045e6566329c37067ff8126590d7d046853487b2b8cf1d8b391078874b360c00','','hQbG9F92qqTB_fWLoITQqQ','e9dae1c60b3cecdc8b0f6647da5f834384efc7ab4831640ae08fdfafad3333d2','AtqD0SfHdZEqMR92nEr9JA','f4a9721bdb0467af8e86738fb9f965d8e998cf555111960415574920e9750bac');
INSERT INTO "audit" VALUES(12,1795752660,'alertd','message.sending',1,'message 9','1 recipients, by worker 9896','e9134ba14dacb08eaf96f29aecce2cd247ce7335b32f97778fda7b71a2d3213f','','WCUvmH4k5SJHVvnLMkHTnA','6267bb7917b33f560c10317f83e46c50433c112ad7d47def9472e2ac791c6996','yuA0H4c0yOS2OACJKoT9og','45c1cc90dfd21b40d4df35b3f877d2f35f83d77b0ede25f60f62689ec48c415d');
INSERT INTO "audit" VALUES(13,1795752660,'alertd','message.sending',1,'message 8','1 recipients, by worker 9898','5cdfe888df1589dd6080394cfbd50d7b6109016be1e910c0e6e715a1a684ea33','','ydDjwOANiH9NYsR-sCJCxQ','ea00506a336ad3b58373baf146a1c2a6459009697c17dfde1445f9e089125e21','4NjsQGfQXcmGCNDSrps0Zg','df89682d68b961e88061705a5156f2b9143c1d7c6c5c300bb800a9fcc499bd6a');
INSERT INTO "audit" VALUES(14,1795752660,'alertd-sms','delivery.accepted',1,'message 8','+4500000012: accepted: 0 written (/tmp/alertd-12/sms.txt)','bd053f53ffae13b432bc9cd704b39eaa68aed6ea00e1e187580575b0d954cd4f','','69sDw3XAmCeeFKCwJO7D9Q','b5330af9d7b43effbcffa6d054adaa103073b3fe5dc623143d8b054994099b3e','-O_vR0pL0WWlvuHNHbHbPA','5d10f6c8061eb35140b1b100331da0922731062ccc10cd09d6a6e3e393d50e0f');
INSERT INTO "audit" VALUES(15,1795752660,'alertd','message.sending',1,'message 2','1 recipients, by worker 9898','49c1c730a6e237ff65d2a4b8c05bdfafc33d6939aaf23308ca4556a6118bf376','','bB10N2aCf2yVqPUxpglW-w','fe23715249b6439672df1485eb97d098158ce816da7283948f9abc71ec49d44a','xcW2GHcTPp5kohuGHvhf6Q','252f21543f5d8552835f231dab4e4b7c5273fa0ebf2eeeb9b833d6cd4c718262');
INSERT INTO "audit" VALUES(16,1795752660,'alertd','message.sending',1,'message 4','1 recipients, by worker 9898','833dbc738670684f61bd78933938a841cf2884a849c5f061d593e4110ab8e625','','hb7q2BTCGYVnli8T0-IFzw','dff8b0d8ef25085b6e545fdfc675e51225f4809060f3f1c3349d33d4fda9042b','en5t013jTmyQw_rocDlIVQ','4e2db9171f2a9fdae21e523a15d69973833dbddd605724409d7795d075cde018');
INSERT INTO "audit" VALUES(17,1795752660,'alertd','message.sending',1,'message 1','1 recipients, by worker 9897','934095f47ff32e61427f2b580bd42ef6f54b1324c5ef549003e8d7bb27957891','','FLun_scGqkcOB1bQMlSwOw','25b99e0e80db6c8de9ea9ce2307ea98dbc1430d663a87546c4f5691c74d8a6b9','QeYQMrYBGl4cKMB0lIgD8w','2fb4ef6b4d6931abb390708f526794176f30d87a0fed1b25ef5569a5436a1221');
INSERT INTO "audit" VALUES(18,1795752660,'alertd','message.sending',1,'message 3','1 recipients, by worker 9897','5f53273f80e3b70fc5aa26d53eb77054d3b6b9733ad2e0ec6f4a1471030df58e','','u3QT9HNZW_JL-wFu8JZBTg','d57dfa0a3bf09a41ed8269ef2a994a635945606b8c67bc7d1cb3a60d68878ab8','Xfm_BG_W3zoWHuiysdTHAQ','1e15ef59f66f3bd0186b88e8e0f4fd1e094eafb62a5310fb3bda97b959347e66');
INSERT INTO "audit" VALUES(19,1795752660,'alertd','message.sending',1,'message 5','1 recipients, by worker 9897','11c5433c0acdb7fd285fce542915778b25fd1206dfad2139c223c51d3867f02a','','DKu3DQbOkijsK7tWD8xtqA','8c8a58b45377238242c6072869e98a6113589ab3cb3769b2697e82b7983f5893','-xlOeQVbkwhLzndLNJMeaw','89a1ad49bcda0b2387075f92fd8732fc3022f5ecedf078054a91601ab6e527a9');
INSERT INTO "audit" VALUES(20,1795752660,'alertd-sms','delivery.accepted',1,'message 2','+4500000021: accepted: 0 written (/tmp/alertd-12/sms.txt)','74026dc4812027387eeb39b1a78fb652a2bbd0791b2d27262ad48e8521632bba','','AouC9BITQATk1RJmA9Q6bw','83991498eb4787f321b133f47e9c1ad38affe065f9116fa53d35e70bd317aefb','r1NkIDK8vew5eap8_FO-4g','89ad1c1df4a781b840b348db7d4ca451bf12b89bbf1856dab3abb8594130eff4');
INSERT INTO "audit" VALUES(21,1795752660,'alertd-sms','delivery.accepted',1,'message 4','+4500000022: accepted: 0 written (/tmp/alertd-12/sms.txt)','c200eaa5941956939b2270047110bc06266c83555d4936e4318ec4907238f371','','LLukvidxZ5A6Y6tICfnhIQ','cf20b5d70554c1d0fa40fd3b9b892663ad448390e0d090b91c0de3af207aa2c5','Dmw2dqSK4f7pcsDWQr_zqQ','528db1153662e56486b655bed9cc7d6c7444299fbd628bb53b04614204117a44');
INSERT INTO "audit" VALUES(22,1795752660,'alertd-mail','delivery.accepted',1,'message 7','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','ba57fb8b27c6b59293779a5125fde8f5660d9d5724cf21ea7c4bc9fd7f8ccbc3','','Dcp-jbJnt0Cu5qQGO8sLaA','c52da0b684681dd10228ae4e22fee00713c901807c9fea99b1e90eaacffa9705','gnpw8vOnpglpeuL_2MImDQ','619e9d132b067f3a4acced1b1618829501e97f20319136ca2e30135351094866');
INSERT INTO "audit" VALUES(23,1795752660,'alertd-mail','delivery.accepted',1,'message 1','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','bf5efd65076eec44af2708797e45fe5988d1bf7057ccc42a228a5befe8bceaf8','','3WtBCvnPDxIlh5IbFTinRA','6b32294222d435c91c730759d1efdbce3fe5afcc420504aaebacdf866550c1f1','L4dUe6LUE8uvta2dhXxQfw','5ecec6c1a13148b545af4b65e83cf31f7e8419062e40529881cd34ca909c09c5');
INSERT INTO "audit" VALUES(24,1795752660,'user anna','call.taken',1,'incident 1','incident 1: taken by anna','7509f353d27f95f189a8577e1992d28b055c7d11d7fa70e45a668b417fe53d07','','Ao1yTAABfpHCvpolfzJVfw','813660b3909985bd057c1275609a7862c9336b8ac34368e149454d7c4536dacd','ZQ1bkTunSsQ7AMyFgU-VoQ','4c3336b44758acce30598d3a49abca8807a9bc93eeed743f7430083845f600da');
INSERT INTO "audit" VALUES(25,1795752660,'user anna','page.queued',1,'incident 1','to vagt@example.dk, Jens Lund: taken by anna: The municipalities are being told.','769ca27a167808bf67b28dc4a7f5df1233691260c6030c64f02dcc25dfa321ef','','djJLH9MsAjdEvZZI-3Y8hg','0d6a913a2be075be947c05f6dc3ef44a3df3fd4dcbf59fd14ea9f8e7440f40d5','P8gXzJZf8S_ekNsQGaV8uQ','24cd6afc980dccf2120947de232bf0f9148d95251331e01a46802d8df850ca8b');
INSERT INTO "audit" VALUES(26,1795752660,'alertd-mail','delivery.accepted',1,'message 3','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','f4c8453d1edf5beaddc19bf47d3fefca73e7773b8cb5f361684d49d5978bc97d','','e3L3wVAlf-2cFXaUwDiCvA','bc637b09cced9acce3cce5c335c9ed770edd5bdac5d4869677cff68145ac241e','mvJiY4xz_kn2VjJ9gIjt3w','7da6ca03975b060e04cc2b1fa8504cf2e65f472d1c63d0aafb0fe2f92886a0f3');
INSERT INTO "audit" VALUES(27,1795752660,'alertd-mail','delivery.accepted',1,'message 9','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','f1e96df83d991d7f035f610a3fd1a25740dc9b5f159294046bd94abf7acb93bb','','wIIRRxk7Eq6h1tDHp3G8gw','d42a1ce931a0eb2af37bf20e5f005e1f97b9e8ecdea146431d6a860b519a2379','JnLq586NjtqxKk-ysssGvA','42ffa103c1d279b9b34bfbd57d7ad68c8f0652b68a9ed27a5398f151153fac41');
INSERT INTO "audit" VALUES(28,1795752661,'alertd','message.sending',1,'message 10','1 recipients, by worker 9896','d42c0b18305a60788a1a3994140820fadc9ba55b8be1131cb34b41a3bf019b1f','','LBTmasyahYTHWIJzhF6Jzw','7c353a6c19d4b7d4aa98b89da67ad778c3085ec7212dcfb43f68767e8f6ec822','RKky44eZHusEgkTY0Ni3mQ','be012ee37a350685d643617f4dc5c93f664f8cb223838787cf2caec16c0dd52a');
INSERT INTO "audit" VALUES(29,1795752661,'alertd','message.sending',1,'message 11','1 recipients, by worker 9896','09080bec6a3dcf1552cf16efe8e4c0a790dabbf6382c0d02ac6603c7d9716c8b','','S4NPSvsNM3BG_o9CzjGuzA','164d210616885b53f0c97d4ac6868cedc673fa226576a901659e1489e4b99b1e','zsCdBVtHtZPtb7miR_Fajw','57f84dfe487fe4ee610ade0b3031dea54b985fa902baa3dc2643621500601a0c');
INSERT INTO "audit" VALUES(30,1795752660,'alertd-mail','delivery.accepted',1,'message 5','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','423e44f97d1681a378391103f3bafca2a7e7ce47fed7aad321f84216e152ccac','','Ie-KHp3y4fYLwaILQLRDQQ','ae21c380da5111a46d495c3c36f147096b8ba84b0cba117362161d2330538e7f','YprTmMrSFsN4b90p63_gzw','7a0519503cc16312d1d81a9c5c2c7bd7fb3dbf537a88bc54ce238b338717d86b');
INSERT INTO "audit" VALUES(31,1795752661,'alertd-mail','delivery.accepted',1,'message 10','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','c70ffc81b6740ec67b60613345bc2a30a76d58ec824cb45eeb54b236e9007538','','cjlqCe4zVPvxL3RhAuv3CQ','ef2d576575ec25324489b1644031478e88c7c477fb5b75faa39dcf9738cf5a0d','lKK3Yer98sfVfh9zkfCx2w','79f2ce5ba5d88d97e6aad70b6e7caf3a8fe185617201b7c3db90be6c41287223');
INSERT INTO "audit" VALUES(32,1795752661,'alertd','message.sending',1,'message 6','1 recipients, by worker 9897','a2fefc76fde5aa1d99b7fdfdb1837b4da0eff86faa3ddc4bc1c692bf65d9830d','','s6SxEn9LOQIKAKZePohOAQ','11e13c3878b2a2e3c11c7451e963aa4b15b63ba045556f2b3103154b9424387d','_R6C_YnR7VVjb4yjctmRoQ','fde0c1f4ee24aaa24c983aa4f2ef5137a9c84f41d35e2c03dc2e44f4c82e361f');
INSERT INTO "audit" VALUES(33,1795752661,'alertd','message.sending',1,'message 12','1 recipients, by worker 9898','3ac8cc080a9a8826d1ad346a7dc8742a78f26ae3d44f43be73b656ee7768457d','','QZ9R8_3mqbakZi9BYa615A','46caf1492bbf04fc8bf42c665c9beea4f1d41f4a3d43c0d5c81fcfe1a686e2bd','dujatqmDqPLq9QJhJyxxTA','4ceea9fff75c420dc5db7c3d226c9596dc69e6211fe75bf74f99f858fad815e9');
INSERT INTO "audit" VALUES(34,1795752661,'alertd-sms','delivery.accepted',1,'message 12','+4500000012: accepted: 0 written (/tmp/alertd-12/sms.txt)','6c852175a6a9001ed0bf2b603eb8929139a4e989d3fc25a8a54311ac151cf133','','7lSMziRlQREjgykH-SQMpQ','b08550f59e607af4e034120225af6605cb6e9e1e848f27db6792a04bb6b2eb35','T0PBF483vvC4tjwXqhDBEA','7ad7e4bc73fdd5918e5a0a5b8d3021cb46295a84ebfeff8cb45ca277b69dd317');
INSERT INTO "audit" VALUES(35,1795752661,'alertd-mail','delivery.accepted',1,'message 6','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','2111d531c6471b1fb5176af120406e9127564098953702281503239c2107b7cd','','Gv2_ZGduPCN5JoZDz4ii3A','f1670945f8b3e076a2343662a0281491e96e6ee1908b2a52acfd8379628f3cc0','88eOSO5zpA8xAYrx3FK8oA','8c582e1f4314957cfd7a1225445d8e1968404fc3a405dedc5be3bd8951a9add0');
INSERT INTO "audit" VALUES(36,1795752661,'user anna','cover.set',0,'cover 1','rota vagt: Jens Lund from 2026-11-27T04:11:01Z until 2026-11-27T10:11:01Z','fb4f1e32c737b40837c476cab54288aa6ad021bef8e726f39e84d32840df2597','','nWY-Kc_N8Hn3ALZ9eZVpAw','86deae4f556e5cda0c103f542e8206f8ab0302570e22c842043c57a4c288eaab','pSUpuavXKp4iBhS4l-skVQ','6766e1c53dd0424e9c9e7fb46a59804032a7a0a691a936e9d0c85cc14d0ca7ee');
INSERT INTO "audit" VALUES(37,1795752661,'alertd-mail','delivery.accepted',1,'message 11','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','281b93885e1e4080100f5aad09d9884ed87ba8b2bbd2ae730884b497959be9e9','','ndJE8zYM1UDtsB2U4_F0Vw','6614f55719a14260d1b3a86d9071605c00649dcc7ad27a21ec3f57e767cb3c70','aPWe0KrHwGckXX9d6vM7Gw','0062e3ef334a737ac73bc598b2ab62c28c46792e5161b3f4b9ee879daab6b358');
INSERT INTO "audit" VALUES(38,1795752661,'user anna','notice.queued',1,'incident 1','notice 2, update: updated by user anna','24eba489b7e22590205b4e926f6af1b8dddd178deb9a7c0b974b264b5df41e37','','sCZa0dPd8rfKHOfDlcTurA','9cad1a22c808a642327401946cc034bfcb5f412e07c2a006374c2c7a0599d975','oJ_5ru-qbAbS8Lufp2ucSQ','f070da14c341aafab4bb7fb95468b6fab965ab50ceb05424fa0a07c41cc52b91');
INSERT INTO "audit" VALUES(39,1795752661,'alertd','message.sending',1,'message 14','1 recipients, by worker 9898','a819254c0492ed14fc62153ccd1dc496041b55bfdbed150ab1931f1a63ec5749','','0XvJRSOmiAiZnodwcPCocw','541995ea4f85a2ee2e889c5157d515ed2ecfc3c3e8b38f8a7969e59e9745e7f1','zjGj7tFcoD3PylzLxBo14w','67b6d3756471bdacb1db84e3d6383fa7434265a428532fd1903a292ad8a32132');
INSERT INTO "audit" VALUES(40,1795752661,'alertd','message.sending',1,'message 16','1 recipients, by worker 9898','b5a20a327a66e581291df99dd275f578d35056279b517d60af13ab4bfbb28104','','JIDxxRudEIjM09oFuUXe5g','debb30066daf2548cf7448e7cb8d42dcccbe80b7e91af80aada6f06fbe5cf2f3','ZfExUaquZWAZzkbwC9yLhg','130fd9a585f0b794c3049974671e25cc9e9deffc8a21e3d870b848695afd74e5');
INSERT INTO "audit" VALUES(41,1795752661,'alertd','message.sending',1,'message 13','1 recipients, by worker 9897','def0497000998d365b7a6c863216501ad53c221f59ebd7ab5b7db420050f4459','','M8DtzTuux1JZW5MgFg6t1A','6239c730a1c3e01177ae56085c732a889f28b515890524c8c632abcbf5c81376','9axCjVXTbl09zsmqtR0HJw','e2f445c99b24527486cde8134e08cab84a5ad1ac6962c4461d71bdceb648d4ec');
INSERT INTO "audit" VALUES(42,1795752661,'alertd','message.sending',1,'message 15','1 recipients, by worker 9897','041cb048ed8759479cc3858ef4b0cf7dd49ccbb56d1fc8b4dcc02e13bddac24c','','WXejH33oPILdhhJcFX9CDA','b5887c70ce88e3960b9485fff09872828fff32663373262c7eba7cfc23bdb476','kBLQ6Pj70M1mZCFLh18ccA','39391c4fc94883afd0098db983a736d30a271f414dcb7b463365ab429a3ac069');
INSERT INTO "audit" VALUES(43,1795752661,'alertd','message.sending',1,'message 17','1 recipients, by worker 9897','4b2a7cc1f370a90af9294cd1e188fb9d3fb3c26357062794f4108f969a76e8fb','','ayeQhjmBfFDi8Pid5dKyGQ','1e8e364bd4e9a5b296aaf791486eead9900342daae1a52a547507e085fd3b3e9','c1syFylv06oSfDxN88x1wQ','2326f280c3df4668a9418b0d659676798176228548b22582c20458c3158a7410');
INSERT INTO "audit" VALUES(44,1795752661,'alertd-sms','delivery.accepted',1,'message 14','+4500000021: accepted: 0 written (/tmp/alertd-12/sms.txt)','7307f9ca8733d608fc36b11912bac2ce3d0d50dd0712a98628a07a17f9275bad','','L1x1iI6CLmwW0qqoea2BDg','dd517eeb847d85bb5e9b6c63dbbbc435c8e24304ff5a9d86aecd9c7e68f51afc','NYxe9h6-s3g4sy0sZT5hgg','5b4a24779a17bd38ed2994516aece45d5f6f48d28ac3674e5a30727e71b81a80');
INSERT INTO "audit" VALUES(45,1795752661,'alertd-mail','delivery.accepted',1,'message 13','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','b886965f9c261026b127903c1f318b076a4c6555d09ab07340b2e8220709d738','','12FKf29FeTy5J89Hcn57nw','97fbd311435e9f9c4fe0345485c3a004135cb190264f67d2ffe03521c4244750','CadmrD1usPL4-6fSh7osEA','c3ea37157f46fa0223cf0fa29a33f4efd1c14615dff7c8cfec73da59f80e61bc');
INSERT INTO "audit" VALUES(46,1795752661,'alertd-sms','delivery.accepted',1,'message 16','+4500000022: accepted: 0 written (/tmp/alertd-12/sms.txt)','2f6af4f12fa9e495a391e9f57fcccb48dc71e9e65bbf201978d163b38381face','','tIzGDpxBvKgg8DjNoLrF5g','e047d0134f557f8a24c07f2a356b35f36e8934db316e52805ceffc9c1878b380','KeuYnAA84CkC9mx3KlMkDA','e92bdcbf46a4f499c3fe23c21e1def07828811d251693fef540d29045a0db06a');
INSERT INTO "audit" VALUES(47,1795752661,'alertd-mail','delivery.accepted',1,'message 15','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','4e4278d7f47a0959370af34aef9b3b67f64b92d9b9d1636cfbb63639c21e3419','','0kMlrvhrfeW55GtRAnx_vA','59e0507705fb3787bcee5b3ab97af3fa19b970dd620b260cb61ade5913fed6f0','oAngR4EPUhioOy5P8k22-A','e66a982afc6c6da513c8d146ef8eee7c9f6a0f8612420ccc8715b2a71ebfb32b');
INSERT INTO "audit" VALUES(48,1795752661,'alertd','message.sending',1,'message 18','1 recipients, by worker 9896','6aa90c3e0518e89bc6f2e43c7728f767ba9102d553dd9572dbbf8e1e8a7a9aef','','CVDz9AJBWvn8ttFXa59asA','1928c2b90bfe0e15a84e4dcd7da5a80b4a57d362ffdcbc2914b56b88fbc08f1b','DZNatWOnenIIg9VcT_bbAw','f2231c11fc0daa2e741207fc1d77e4008d9e575ccaae45ce5b3bf8d1e82a1a77');
INSERT INTO "audit" VALUES(49,1795752661,'alertd-mail','delivery.accepted',1,'message 17','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','053c6662b7747320dddb633cc6a30f18a3499b086fc30ff7758f523fd6fc2704','','FQuFmqVcN9FSeW8Q1eTKtw','014bdb44ac20e29c87efb3e8ef288f0d01baec35c1b31a870c5e5f1954c7aa70','2nZfvmmUkntSxX1VlDx8Yw','836d5d5ead6d1d85cd12c437f1352a503156f724186055cd4db6b31de9bd1c2e');
INSERT INTO "audit" VALUES(50,1795752661,'alertd-mail','delivery.accepted',1,'message 18','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','5019d93ad1b652f8e7e7f957da590c4ed499a013bd7e527d36f4324499c877a1','','5sHZW2aMpZk-erbn1gJbsg','9a5c7d39968ba44069f0e494eac8d493bde4af5d12c636021c9b3965bd596d03','qXl84k4VobmlbnJ3g8_Dcw','0d56d9db1133be91c6fc64b6123c821a5d4b0c631a530424a9977bf8096228e8');
INSERT INTO "audit" VALUES(51,1795752669,'alertd','incident.state',1,'incident 1','resolved, was open: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','4c2cd4a79a35bec0b0e8c91e2a39af8280c89a065c34f4d3b6eae217c7faae5c','','DvKyFtG0CxSyI6BI8NS4uQ','5ac749a5c077bca1cb40db0b67e755a4c9c69386c11a2af1113f95c21afa8fd9','Rig9TDgAGHcWofTPEqVjHQ','767b6370d0de8ed84434127371c35f43969ab3d4295ea19a2ec0160c58312628');
INSERT INTO "audit" VALUES(52,1795752669,'alertd','notice.queued',1,'incident 1','notice 3, resolved: it is over','d0d96ae59c3f343b4b201a71baf208d51688c7697addef0225e80a6821f131a9','','JD4-f3ReYKCv4NERaretHQ','a5d33ea489a46af00fba46851c921c6771c4dc17d6e77f6305c01f86bfa9f2fb','rnZDbmQh02H5SwCCXP0p7A','8ae2c8202f5d62fd4b9f66e407032069a988724c54008fefaeaaffa8c66f3f35');
INSERT INTO "audit" VALUES(53,1795752669,'alertd','message.sending',1,'message 19','1 recipients, by worker 9896','c4f59e20ddbff358c6080055ac1a495b8b974f44732a79430054366ede356092','','u5CUU8mT4YnXMBMBkccdcw','c9fd07b8d4a23ef6a09428ffaf5c4fc28595ff5d8f258326346da7cdb8bdf873','0nhP2vs2Rg6MVFLzWD9uvQ','efc6028f5951bb1cc4c682e9a2320e5372c9817820c5bfcda91a6146a6220654');
INSERT INTO "audit" VALUES(54,1795752669,'alertd','message.sending',1,'message 21','1 recipients, by worker 9896','e61f431270c86b7638f8af4e4da2e7df077cc113538774a5baa22858a04eece4','','-s786eaJnuJSYgcou1v_Qg','0196087eda1d888745b8a18d375743b46524df7545cb74750d59f81711fd7e4f','fhZNo0-9pyfaFohyAoxKyA','36d2fb2ae991d17301b2d23bfcbff9bd316a9bef3b7693513bf3f18deb1f792b');
INSERT INTO "audit" VALUES(55,1795752669,'alertd','message.sending',1,'message 23','1 recipients, by worker 9896','7fb24319fbed2cdedbeda8e41fb765c6d8fc9032911e5a028a413723e2ef16f5','','r2PyCIwdrv_mRrhQYjTc0w','e58b093ceb312a62d8352ff3a78a7825df985c01940d5e359641215db90eb6fd','75oQpW2H7dIcqvP1BoIc0w','c1c6ba7d01a5bf7b0304ff95ee9644c1caa3c44367778f301945e664355db3c6');
INSERT INTO "audit" VALUES(56,1795752669,'alertd-mail','delivery.accepted',1,'message 19','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','fa51e55d48e39c9dd804c6a2799e99586df57430e9b0f39cf1aa31f0cf416a47','','KgFEvm8G6-enAjR34cjIng','c6da8171879f7911f60d48684bddb9e21fd95b417c70f3b06ce04db437b9d599','4U245CXz1Ubzo8T-jdinng','e69db2db44769bc754deb263abbe7a33a7e4d7bca454679746400a17ca0fc4da');
INSERT INTO "audit" VALUES(57,1795752669,'alertd-mail','delivery.accepted',1,'message 21','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','07a4e4340c84c652f77ec7edc9caa06bbfc1016dc206fd93f8e62538353f1b30','','XxhtVAA-ysEFMr5DbHhuSA','01882855815532356298b733d2c3d0c9cde27ba6417e1a4ffbc8a7a74303be46','Xb_zGjzYl-oV604BEnJLrw','8d88c3fc26a7879d8281f8c5ebe8d43248150409925971b3d3ff2d636762f7ab');
INSERT INTO "audit" VALUES(58,1795752669,'alertd','message.sending',1,'message 20','1 recipients, by worker 9898','f49ddd5a0660dc6074b6c334b8a8f10b10de5592d41e6a67b73e80a85df41987','','bxoYtXbtOXp0l6xRc3g5pA','5b996a46dbd595640e325d77734e81c1a92ac88cd676b261b899457b8103f202','3uI4m9hksNwdR39x4_QOPw','9f4fad861a2faeb1f2850d405e224ffdf23879315beba19a9f5349784576e3d6');
INSERT INTO "audit" VALUES(59,1795752669,'alertd','message.sending',1,'message 22','1 recipients, by worker 9898','daa7d3762ff2514c107aa240d583d6424e9fa6bb6e6409ea617e161e0572c40c','','KdXV4kQselFmszdG1aTN_g','9b4c81b4f65b4e1cebfe2a7334d659949991f8a935afe5de958e69989936524a','WotCghM1elHjJR46okh26g','23c817f290cced3ad1ae821009444e0e37892a5006c53542d4bb7319c13b4106');
INSERT INTO "audit" VALUES(60,1795752669,'alertd-sms','delivery.accepted',1,'message 20','+4500000021: accepted: 0 written (/tmp/alertd-12/sms.txt)','8c3cc1becca4bc4f6233924cbd12364fd6cce4dca6d535d94d190b126e3bc784','','5idLEPGlQ8qangfkfBhLwg','1ed32dbf8628109f98d0e7689f52fd617a8dd82b10f0c6ed9f8ca4c156098a24','NDVebGDI5DfLpHZ9kmHNgg','0b5c0fdc7b6bd6b6337b014e05a1441fb4c56995967eff52a9142527429b1209');
INSERT INTO "audit" VALUES(61,1795752669,'alertd-sms','delivery.accepted',1,'message 22','+4500000022: accepted: 0 written (/tmp/alertd-12/sms.txt)','2016f721b0ce12739441795e321e82de69d74ad49ffa76bc447019a72f1b3de8','','Ov9TBrC5gKm_0DwBx8IZMw','bb23ac4971f74f0ca55f3b8ba6ccf055b02bdc06187f04c276a9cd56276cac67','JeAk7OUH-5r9jbcaFsA6pg','62891c7b4724cd69bbfe2c4e3f95ed6ef5ccfb5aae6f4b663389db097626ccb9');
INSERT INTO "audit" VALUES(62,1795752669,'alertd-mail','delivery.accepted',1,'message 23','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','e777760c4f6683bad52d2e47051413c7aefdd8ed74f70bc44f60073ad0ff8bc5','','dv3sem4jHiyyozUCzeiNbw','0c3bee7ff94b2c5bff4fc3beba5cc7a44d154c014f5f3144a28deda2923248cb','EeNUerlxOd0wMvtPnTX1PA','99b1fbf07599acbe0cd4c793d702ea7b820442bedc4ba72cc2c1b78fd3486eb0');
INSERT INTO "audit" VALUES(63,1795752669,'alertd','message.sending',1,'message 24','1 recipients, by worker 9896','179ee70ad7f410b284c943dddac9e01be7e588a6a33c9edc3dd85638e0ca1d84','','k6wVioOABZLHVjk5bK-T5w','3dffaa24c9f4188aa99eca2b5bfbfad82187ffaa7a5cd1206055d8d6b55f95c8','0OceudFuYBD91mBMY0KU2w','c42604c490262387b2ea8366dbe084e2225873189111e9bd346aa8f87929c8ee');
INSERT INTO "audit" VALUES(64,1795752669,'alertd-mail','delivery.accepted',1,'message 24','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','06b849710086d94bfcfe5fb8455ac097de381218f593adee90ae9359f4fb9449','','EiZ0iW8zT3pe1zmkfZ_bIA','0d170c1b6871f043c0c2903204322f8a87e3a23e68f003cf77293fa652c0e5fc','OwzkwhR8E-RzzANWoZ80cQ','0618f702b8830adc9fa1591b00e1f8a7c47f9fa4e9ad1f9998b6885b238ae0ec');
INSERT INTO "audit" VALUES(65,1795752669,'user anna','incident.opened',2,'incident 2','actual, outage: FMK kan ikke bruges (by user anna)','45aaed4b3d119711c595e1ba1a1cc38bd9a13c32ae352088aeb2b8f627436537','','qtp4ODJcc8eVBGM4NDtO9Q','7c7cf1ad68231fe1f692634049a66912f65e34d5fb6f77b97d015224b0b03374','5JwNd9jSKzH17fh3I5KkOQ','9ca27de83c63848a8f1237406a3b18e080894f8b153eced5e8d11fe5d52de9ba');
INSERT INTO "audit" VALUES(66,1795752669,'user anna','notice.queued',2,'incident 2','notice 1, first: sent by user anna','a94921e066eb8de78621419ac0f39eb182ecbeaad3850df0483e4cf65857b3fc','','SCN2MMcRSPGeTzS12I6S6w','e651e42212e1ed8ef1aee427fe17de073b96ec2cf16039da84df2c2355aea650','uXbypGETH9rFZoyWewCvAg','0998bd7cfe4be5abaee2e0c87375957b492c8cf6a725b5281b6afbeed3e04f7c');
INSERT INTO "audit" VALUES(67,1795752670,'alertd','message.sending',2,'message 25','1 recipients, by worker 9897','184b4c395cb81c7acf4e8f64e155892f549ebd802ee40d35f017554dc43b1454','','3C8YEYUmvYFBUlQLcvaPvw','d4e6a06d2121cce76b63eac7730fe8c0992bae4ef72583e2c01b16a633d697d3','TgaeI6sxJC7qqvI5zddRLg','99f563baccc6f86ca0507306d9fb310eea1f564bd2f5a46eaa4abe30cbdf119e');
INSERT INTO "audit" VALUES(68,1795752670,'alertd','message.sending',2,'message 27','1 recipients, by worker 9897','e0c9b877431ad5024930fce7fa208cede00e4d71440d75332667b269725808c7','','yxGDE0iGnpYk5Yr9B2wKig','22394c8a752d7ae141b7656d37c9fb3a7f114e1831ee52f6a5f0b3af5bad0a7a','l3C8s5z8erqOyLEO9aXEpg','cf03b4b7bdd2257ee2ee435dbf3caf906f90b2be44f5bcc6b6c6be164f4a7e42');
INSERT INTO "audit" VALUES(69,1795752670,'alertd','message.sending',2,'message 29','1 recipients, by worker 9897','68b7d06ee1e4998e0869d5c662649055ffd8e44143bd311084e6b314be8adb8c','','E2Yt3SV3POrOTJtCvaqA9g','c8acaf3cf10853c476ea10cb4042c6711385b87188348cd3cb3590571f351073','oox3Bmty96kmiLxcyZHLyw','de572c3b21c75336c2b5f17520525d78bd10adfd7ed34410fa98bbc93458180f');
INSERT INTO "audit" VALUES(70,1795752670,'alertd','message.sending',2,'message 26','1 recipients, by worker 9898','01cc38fe5cf14c0344569b868210f963a4005ab63e3753614ddc211f41ba9a18','','BX_8rPgEfCJKsQBIqbNwqw','bbb20bc6eb00218a55b432d5aada6c30d16a3652727130b6e27e97f63d76e0cb','xUHBegSZKEChbctsg9yb9g','e0a9608afc31f3e9f68567de4936292943f587361e707bb6f06ce4b442997b9d');
INSERT INTO "audit" VALUES(71,1795752670,'alertd','message.sending',2,'message 28','1 recipients, by worker 9898','bf2a366bc58a0a9c50f04ded67fb21df6465e420048d386c0513f498b9ba1917','','BI4P-mBnfNkAirhCdtpI0w','b906b2b9b2090c52d7cfd3ca0c0754050404a28880ac40c52c12b52bd69b5b78','2DKIumjrq2GasUfVcwi11g','4ca12d373821a1fab392992115dd656164479a8af67c0a59cd7b4ad53b9cbad1');
INSERT INTO "audit" VALUES(72,1795752670,'alertd-mail','delivery.accepted',2,'message 25','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','b472917e939b54853342241e105dd3fd739be163139fd196433276006843be75','','7TtTpmyZag5GnP7OrwyR9Q','19267cb475ad94ebe7a6cc8775a201294838c260622670b6b5f5d9d5b57f2908','c-49xWDhkfL6Ax-iRdsFrg','2f5be15e4390b9ae8c5874718c96b953ed023662271e60ae88ab3408bb9ae1d6');
INSERT INTO "audit" VALUES(73,1795752670,'alertd-sms','delivery.accepted',2,'message 26','+4500000021: accepted: 0 written (/tmp/alertd-12/sms.txt)','dca2fc40eb600367da38754f7044a78fb9641d20d7baf615d0d2cf9cc2554ef9','','BLf3TncqlNZD5sEY-FbTyA','df6fa6c3c2d888fb6085c250c689f650746c5c388034d7a62245550311acfc49','G9qJNf2hi6XgpqBKNZczxg','95fc8d889f0f71e76598fbdd36010e4c3c7eed9fec2baf6dbf197800d66614f9');
INSERT INTO "audit" VALUES(74,1795752670,'alertd','message.sending',2,'message 30','1 recipients, by worker 9896','f077b5b1a0d6644e90da351bec1ede500203d5f0e3fb0fa9d600c100714cd9a8','','zWrphq5XrX25DeNpTFGKuA','7714b91b2d92376fe41a19cac0c34b403443a37c6df0f5309fd888ff7f3ecb37','jqLGqo4MPrXT3mwzyAlIuQ','319165c90f02381429e3006c241803539ff65ee6dc8aae58ee8a73ad62de0a13');
INSERT INTO "audit" VALUES(75,1795752670,'alertd-mail','delivery.accepted',2,'message 27','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','a3205eaf604e3e6e52e1c3af654ec2a148cc839d1bc84d66b1bf90058e067794','','Be8ACCniTpUsvQLScQh7HA','dd64ef6badce661109f7517a97cf8994c52961008b0b30bb055c34ed1cb66787','RpAucpNncazYlj7400PWUA','c32f4e00f6628fe086ccd22f5c7abbc2e8fe878e734ff8d9dd6c1211cfd39327');
INSERT INTO "audit" VALUES(76,1795752670,'alertd-mail','delivery.accepted',2,'message 29','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','f41b4a5cef6ea557029e130dc82e0f0ec91baadb07cbc2ec0d619f2f69d844a2','','IGaw9ixaoCp5WwvIgALQlw','720da137287d81080070fa1e8fa8a5c0edb4845bbad07380b0c04b02ab0db0d5','Dpkva4N39cEFc4-amuiEOw','259190924a1f02ef2b4bd3af1c8f1ae30b0640738c2b5b90638b79ab7fbca16b');
INSERT INTO "audit" VALUES(77,1795752670,'alertd-mail','delivery.accepted',2,'message 30','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','46a980a86ca5a3e40f29a02b13a1b74bae06ebd153bbcf25975cb0d31fc0c6e1','','j1FtlwYiEcG7CVEUkRojRg','d5a63883089129370c12944200c44bdb1e753bbe95cb9e2c8e94bc4888c1e3ae','Rx9D1j0lvylDwpMxgWIDgQ','d971c5634ab52c83e10386122178aee0155e29fc947f09f05de789fe970acd2c');
INSERT INTO "audit" VALUES(78,1795752670,'alertd-sms','delivery.accepted',2,'message 28','+4500000022: accepted: 0 written (/tmp/alertd-12/sms.txt)','44057c1bf5eb829dc259d269d8fa641e2634a9197307abfd01de5317d447a221','','xOSN1kJIPSC7wIcYY3q_LA','791a5703871c8c4e2803ad66da55bdffb58f67b24b40b5f0a2fa46e15acb299d','_M3qxwoUZod-xBjR_c0WtA','4b5c612c62ac0af6f6fb8392f97e0b193d3fbaab32cc73d6a3f28d6beb1d7876');
INSERT INTO "audit" VALUES(79,1795752670,'user anna','incident.opened',3,'incident 3','exercise, degraded: Øvelse (by user anna)','8b7e4ab9d89bf4799d2e557afaa48402299f871c4b0eeddd526d9f4cec7c43fd','','tfuv5BWJj3-q2Csp-Sr7WQ','a86e211a977e26830506a44dcb934934cca252550208af8b53e7019206ba2f3b','5C11llnwiM0yTlusGuZUxA','7e04e9c2ba9ffd28e9d0f498cca94ce6bc329a254f77581cd602f4898378cbe2');
INSERT INTO "audit" VALUES(80,1795752670,'user anna','notice.queued',3,'incident 3','notice 1, first: sent by user anna','0fd3292e2d86441044fbd9c5002fc8b99eb32a634468e68c179fcea90fe05ed1','','_Hny8fMEkO3H5J0-HsUUbg','e30b11ba0ca084e121ca4f27979daa613a7f9e38f82a441be73ea24e0c208f60','zXLRLDyIe9nPeUzXnrT2zA','a119818d72870edf44484289fbcac5409acaf399af5e84ed4887c73f991f5061');
INSERT INTO "audit" VALUES(81,1795752670,'alertd','message.sending',3,'message 31','1 recipients, by worker 9896','178d61bc2b790da746cf0b655f5e67be48c954efc1cbbf79037c835125b88d06','','GZSORNYABIJAoMALjz4Lsw','ed3d66dd57c6aebd808e6d0d92b35fcfc1b56213e55451d892984f37c460d1f1','NxIn9w7_OsxZpRHP5lv4cQ','23701c11ca16a261c403d7d997b5f9d2defbf662ed27cf0f8fe262bb40b3d1de');
INSERT INTO "audit" VALUES(82,1795752670,'alertd','message.sending',3,'message 33','1 recipients, by worker 9896','c40e1291730a06e286a211bfb7b755589d43fd3771f27738f7c9b65e1d1b25ff','','daQQ9Oxidpbe9oa6krtzKg','9c81d4ffc91a2cdd1a8d4e1eb2fb4b02fe5af40e5380b3c100b501788d7c5ca4','8ZCuscWFRgEnffe58yDCvw','55de0d1f52313873b7b20ecaee31f0b9312f2b2643e737906773d542da73a0db');
INSERT INTO "audit" VALUES(83,1795752670,'alertd','message.sending',3,'message 35','1 recipients, by worker 9896','8e2a0be0c6c1b4411853b0ed3bd8041fe8e07d247a06dc50e8f06189d8927d92','','MSJ_XFDrUfEo3X4gJzPL1A','580280325b15d0adb901c402281a6ebc5a36b11b5fcbf9efe46fd9ca4ba6bdcc','RlT-H5QgiPp1QzLARHX0DQ','8b55a587e8ad257d85084b6f6babbbf9fecf0dd4e6d7d30dae9d3ece97ac6d94');
INSERT INTO "audit" VALUES(84,1795752670,'alertd','message.sending',3,'message 32','1 recipients, by worker 9898','908b613be97f47b3625d98480efb4e542a6ec6770cf425d5d6b979555b803980','','gdUMKwIww-dSz2feIPNAEg','a371c535cc07075433d51fe3b59842c629bc350a3506c6fe22603a0261151019','-UrPfu8GNUA32SC2c96n_A','6d6d199dc208ca9ffc93ff21f5c00627fcfd7bbecbd04904a0856951b85353a3');
INSERT INTO "audit" VALUES(85,1795752670,'alertd','message.sending',3,'message 34','1 recipients, by worker 9898','dc05670bdd16dc97f904e1e153a71ebd38f7d337b7803e30afc164f707a43669','','Sg5I2WHBEgq4F-Lmm1QxaA','a94e16218275b0cdb0f23ccb05fc117654ffe9ca4c0b83e983fb27e27927dc40','CxsAq39bQJ6KfbN5fhriXA','4c398204cf934815178e2253febd3308d6ee76599925201f1b26a57a23708249');
INSERT INTO "audit" VALUES(86,1795752670,'alertd','message.sending',3,'message 36','1 recipients, by worker 9897','625085bfc5e7d2a046b85c4e044f7db3b8aa03c9b0c3f71682e524aa81d88674','','KCPf1YPqdq3S5UQJAbxIlA','bd085437d9eea7565fc7ab188e1c59c38d8affce4b6db07c6b8eec104fc90881','LWVzjxUlJwd8fQ4aLnG5vg','7fb25da047b79b67b45a5d986fb98559a8eaf269af7a6ef0b91173c090431b14');
INSERT INTO "audit" VALUES(87,1795752670,'alertd-sms','delivery.accepted',3,'message 32','+4500000021: accepted: 0 written (/tmp/alertd-12/sms.txt)','605fc03540758ea0c964becad4b8994f0eca4bd741f7b60847f17124aa0309b1','','C7fDgD7h7fTEGPglwlMHaQ','b8097e6b0e2b037dbcaa14720916c488603450bd6c567679e30cf966c1b6f914','gSLO-WMO4SVRLUVBispHQA','818a79bd481c6da39d820fe81d676a91a1649d0eb782c66479ddbd27a13b9f10');
INSERT INTO "audit" VALUES(88,1795752670,'alertd-mail','delivery.accepted',3,'message 36','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','3f916e07f86e3cab7fecc406c0a67b30d11c131f4ed4fc3772b6f9f5216c752b','','IRZ2J8W9Z4psrOYwAzdLFA','aa3a794a9166418d99e558fc99243e68434bec8be34bef2add2f5c64d1428e28','bnGzwcCDWCJqoG_pcw3GnQ','632ccccb61ec2c755ab01b214c8698c622eba9c4300c316f2a173677a1be7de7');
INSERT INTO "audit" VALUES(89,1795752670,'alertd-sms','delivery.accepted',3,'message 34','+4500000022: accepted: 0 written (/tmp/alertd-12/sms.txt)','7a0be5a4a170ee4dcf5d0473deb154c627cb224e27dfd9b68d07e7590099f9dd','','dx6_IrNareg1k7U2JfAZ3w','6b68de70063b7bad0b0fdb6108b784c97fc0ee7dc32c341180586a2f77bd6c5e','ZDnVeSFG-7y036h5jHjPUg','51fbaca9e9b70cc747abac0e154193e0742fdcbdd237ceecd7192a88e1e64b8a');
INSERT INTO "audit" VALUES(90,1795752670,'alertd-mail','delivery.accepted',3,'message 31','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','53470b732517999e73d078e11dd495efbae15a52b24e62c7fcff4dc426363f86','','dWJP-Y86RMHWa8eGiyf_nA','aac5d54ad46bd8b22eca15f6faa164fc3426ab8c7cbfe501407c82a9cb98063e','YT1A7pcNahoYeOlTkwI4bw','1297b607941cf9c390b90c6555261c1025d3049e73fb9f8c9bafea5d8f9f8e40');
INSERT INTO "audit" VALUES(91,1795752670,'alertd-mail','delivery.accepted',3,'message 33','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','ff4a485a542075c538f7b7d0e1db89b72f200f6a9ae29a077dd61e4ea9c8ac4e','','uHo3G2c-WOXZzblPHHku3A','4ce17e00335cb937bf08cabccca20bcf33c77717c5e3e3e70a3589d2041f666d','vGJr_L_RKxqKYGsmwxVROQ','9b263d829d4017739117fef36ee67da546c45f33e31f8dd946fd715d822053e0');
INSERT INTO "audit" VALUES(92,1795752670,'alertd-mail','delivery.accepted',3,'message 35','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-12/out)','5207f2c4da5d6d5842166b5b78b691f241a469a8634031a872040144f8f9c07b','','AhcVvF4jnSdCefte0E6Qlg','c3133fdafe2b3b16beb7f83d9296f2bb27f23c4c77561c5e7fa94a5e97bdc365','i71mkLBGgTbe1_5E9Y2qGQ','3e1bb5e2f4bb535c169d4d6f33ebf95da380ad6901de7c39784db00602260ec5');
CREATE TABLE audit_head ( id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
INSERT INTO "audit_head" VALUES(1,92,'5207f2c4da5d6d5842166b5b78b691f241a469a8634031a872040144f8f9c07b');
CREATE TABLE calendar ( rota TEXT PRIMARY KEY, source TEXT NOT NULL, body TEXT NOT NULL, fetched INTEGER, failing INTEGER, why TEXT NOT NULL, told INTEGER NOT NULL CHECK (told IN (0, 1)), CHECK ((failing IS NULL) = (why = ''))) STRICT, WITHOUT ROWID;
INSERT INTO "calendar" VALUES('vagt','file:vagt.ics','BEGIN:VCALENDAR',1795751000,1795752000,'HTTP 503',1);
CREATE TABLE call ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL, opened INTEGER NOT NULL, began INTEGER NOT NULL, steps INTEGER NOT NULL CHECK (steps >= 0), due INTEGER, paged_at INTEGER, skipped TEXT NOT NULL, owner TEXT NOT NULL, had TEXT NOT NULL, taken INTEGER, attended INTEGER, closed INTEGER, CHECK ((owner = '') = (attended IS NULL)), CHECK (incident IS NOT NULL OR alarm <> '')) STRICT;
INSERT INTO "call" VALUES(1,1,'','','',1795752660,1795752660,1,1795753260,1795752660,'','anna','',1795752660,1795752661,NULL);
INSERT INTO "call" VALUES(2,2,'','','',1795752669,1795752669,0,NULL,NULL,'','anna','',1795752669,1795752669,NULL);
INSERT INTO "call" VALUES(3,3,'','','',1795752670,1795752670,0,NULL,NULL,'','anna','',1795752670,1795752670,NULL);
CREATE TABLE call_person ( call INTEGER NOT NULL REFERENCES call, person TEXT NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, round INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (call, person)) STRICT, WITHOUT ROWID;
INSERT INTO "call_person" VALUES(1,'alarm.1e3386203534','alarm','vagt@example.dk','vagt@example.dk','',0,1795752660);
INSERT INTO "call_person" VALUES(1,'medcom.6','medcom','Jens Lund','jens.lund@example.dk','+4500000012',0,1795752660);
CREATE TABLE code ( id INTEGER PRIMARY KEY, action TEXT NOT NULL CHECK (action IN ('ack', 'approve', 'dismiss',  'receipt')), notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, call INTEGER REFERENCES call, org TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL, token TEXT NOT NULL UNIQUE, reply TEXT NOT NULL, made INTEGER NOT NULL, lapses INTEGER NOT NULL, used INTEGER) STRICT;
INSERT INTO "code" VALUES(1,'ack',2,1,1,'medcom.6','Jens Lund','+4500000012','ETdkR3sbRL5aCc9owDLRBA','045242',1795752660,1795767060,NULL);
INSERT INTO "code" VALUES(2,'ack',2,1,1,'alarm.1e3386203534','vagt@example.dk','','l171WUszIywXWBHWo_2XGg','',1795752660,1795767060,NULL);
CREATE TABLE contact ( id INTEGER PRIMARY KEY, org INTEGER NOT NULL REFERENCES org, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)), topics TEXT NOT NULL DEFAULT '', channels TEXT NOT NULL DEFAULT '' CHECK (channels IN ('', 'both', 'mail', 'sms', 'sms-outages')), CHECK (email <> '' OR phone <> '')) STRICT;
INSERT INTO "contact" VALUES(1,4,'FMK-koordinator','fmk@koebenhavn.example.dk','+4500000021',1,'','');
INSERT INTO "contact" VALUES(2,85,'Sygeplejen','fmk@aarhus.example.dk','+4500000022',1,'','');
INSERT INTO "contact" VALUES(3,100,'IT-vagten','fmk@aalborg.example.dk','',1,'','');
INSERT INTO "contact" VALUES(4,1,'KMD Drift','drift@kmd.example.dk','',1,'','');
INSERT INTO "contact" VALUES(5,102,'Anna Holm','anna.holm@example.dk','+4500000011',1,'','');
INSERT INTO "contact" VALUES(6,102,'Jens Lund','jens.lund@example.dk','+4500000012',1,'','');
CREATE TABLE cover ( id INTEGER PRIMARY KEY, rota TEXT NOT NULL, who TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL, made INTEGER NOT NULL, by TEXT NOT NULL, CHECK (starts < ends)) STRICT;
INSERT INTO "cover" VALUES(1,'vagt','Jens Lund',1795752661,1795774261,1795752661,'user anna');
CREATE TABLE delivery ( id INTEGER PRIMARY KEY, message INTEGER NOT NULL REFERENCES message, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted',  'delivered', 'failed', 'superseded', 'cancelled')), attempts INTEGER NOT NULL DEFAULT 0, code INTEGER NOT NULL DEFAULT 0, answer TEXT NOT NULL DEFAULT '', via TEXT NOT NULL DEFAULT '', remote_id TEXT NOT NULL DEFAULT '', due INTEGER NOT NULL, done INTEGER, told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)), accepted INTEGER, UNIQUE (message, address)) STRICT;
INSERT INTO "delivery" VALUES(1,1,1,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752689,1795752660,1,1795752660);
INSERT INTO "delivery" VALUES(2,2,1,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-12/sms.txt','',1795752688,1795752660,1,1795752660);
INSERT INTO "delivery" VALUES(3,3,1,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752688,1795752660,1,1795752660);
INSERT INTO "delivery" VALUES(4,4,1,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-12/sms.txt','',1795752687,1795752660,1,1795752660);
INSERT INTO "delivery" VALUES(5,5,1,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752687,1795752660,1,1795752660);
INSERT INTO "delivery" VALUES(6,6,1,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752687,1795752661,1,1795752661);
INSERT INTO "delivery" VALUES(7,7,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752685,1795752660,1,1795752660);
INSERT INTO "delivery" VALUES(8,8,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-12/sms.txt','',1795752685,1795752660,1,1795752660);
INSERT INTO "delivery" VALUES(9,9,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752684,1795752660,1,1795752660);
INSERT INTO "delivery" VALUES(10,10,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752697,1795752661,1,1795752661);
INSERT INTO "delivery" VALUES(11,11,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752696,1795752661,1,1795752661);
INSERT INTO "delivery" VALUES(12,12,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-12/sms.txt','',1795752695,1795752661,1,1795752661);
INSERT INTO "delivery" VALUES(13,13,1,2,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752695,1795752661,1,1795752661);
INSERT INTO "delivery" VALUES(14,14,1,2,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-12/sms.txt','',1795752694,1795752661,1,1795752661);
INSERT INTO "delivery" VALUES(15,15,1,2,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752694,1795752661,1,1795752661);
INSERT INTO "delivery" VALUES(16,16,1,2,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-12/sms.txt','',1795752693,1795752661,1,1795752661);
INSERT INTO "delivery" VALUES(17,17,1,2,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752693,1795752661,1,1795752661);
INSERT INTO "delivery" VALUES(18,18,1,2,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752692,1795752661,1,1795752661);
INSERT INTO "delivery" VALUES(19,19,1,3,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752699,1795752669,1,1795752669);
INSERT INTO "delivery" VALUES(20,20,1,3,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-12/sms.txt','',1795752699,1795752669,1,1795752669);
INSERT INTO "delivery" VALUES(21,21,1,3,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752698,1795752669,1,1795752669);
INSERT INTO "delivery" VALUES(22,22,1,3,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-12/sms.txt','',1795752698,1795752669,1,1795752669);
INSERT INTO "delivery" VALUES(23,23,1,3,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752697,1795752669,1,1795752669);
INSERT INTO "delivery" VALUES(24,24,1,3,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752696,1795752669,1,1795752669);
INSERT INTO "delivery" VALUES(25,25,2,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','queued',1,421,'421 4.3.2 try later','maildir /tmp/alertd-12/out','',1795752697,NULL,0,1795752670);
INSERT INTO "delivery" VALUES(26,26,2,1,'0101','FMK-koordinator','+4500000021','sending',1,0,'written','/tmp/alertd-12/sms.txt','',1795752696,NULL,1,1795752670);
INSERT INTO "delivery" VALUES(27,27,2,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752696,1795752670,1,1795752670);
INSERT INTO "delivery" VALUES(28,28,2,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-12/sms.txt','',1795752695,1795752670,1,1795752670);
INSERT INTO "delivery" VALUES(29,29,2,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752694,1795752670,1,1795752670);
INSERT INTO "delivery" VALUES(30,30,2,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752694,1795752670,1,1795752670);
INSERT INTO "delivery" VALUES(31,31,3,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752705,1795752670,1,1795752670);
INSERT INTO "delivery" VALUES(32,32,3,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-12/sms.txt','',1795752705,1795752670,1,1795752670);
INSERT INTO "delivery" VALUES(33,33,3,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752704,1795752670,1,1795752670);
INSERT INTO "delivery" VALUES(34,34,3,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-12/sms.txt','',1795752703,1795752670,1,1795752670);
INSERT INTO "delivery" VALUES(35,35,3,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752703,1795752670,1,1795752670);
INSERT INTO "delivery" VALUES(36,36,3,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-12/out','',1795752702,1795752670,1,1795752670);
CREATE TABLE draft ( id INTEGER PRIMARY KEY AUTOINCREMENT, incident INTEGER REFERENCES incident, at INTEGER NOT NULL, pid INTEGER NOT NULL, owner TEXT NOT NULL CHECK (owner <> ''), body TEXT NOT NULL) STRICT;
INSERT INTO "draft" VALUES(1,2,1795751000,4711,'user anna','{"command": "update", "text": "Det varer ved."}');
CREATE TABLE early_report ( delivery INTEGER PRIMARY KEY REFERENCES delivery, via TEXT NOT NULL, answer TEXT NOT NULL) STRICT;
INSERT INTO "early_report" VALUES(1,'cpsms','absent subscriber');
CREATE TABLE event ( id INTEGER PRIMARY KEY, feed TEXT NOT NULL, ext TEXT NOT NULL, incident INTEGER REFERENCES incident, newest INTEGER, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, listed INTEGER NOT NULL CHECK (listed IN (0, 1)), UNIQUE (feed, ext)) STRICT;
INSERT INTO "event" VALUES(1,'nspop','fmk1',1,2,1795752660,1795752669,1);
CREATE TABLE fault ( name TEXT PRIMARY KEY, what TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "fault" VALUES('incident 2','incident 2: its notice was due, and none is queued',1795751000,1795751060);
CREATE TABLE "feed" ( feed TEXT PRIMARY KEY, first_ok INTEGER, last_ok INTEGER, last_change INTEGER, health TEXT NOT NULL CHECK (health IN ('ok', 'failing', 'stale',  'shrunken')), since INTEGER, polls INTEGER NOT NULL, last_poll INTEGER, body TEXT NOT NULL CHECK (body IN ('whole', 'part', 'short')), body_since INTEGER, told TEXT NOT NULL CHECK (told IN ('ok', 'failing', 'stale',  'shrunken')), cause TEXT NOT NULL CHECK (cause IN ('none', 'unreachable', 'tls',  'status', 'not-a-feed', 'too-large', 'incomplete', 'not-stored')), why TEXT NOT NULL, source TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "feed" VALUES('nspop',1795752660,1795752669,1795752669,'ok',1795752660,2,1795752669,'whole',1795752660,'ok','none','','f2a7e796435772e6fcc51ac80d9ad7a86dcbda8b9434f0dfb1ada9b2b3706217');
CREATE TABLE gap ( org TEXT NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), since INTEGER NOT NULL, told INTEGER, PRIMARY KEY (org, channel)) STRICT, WITHOUT ROWID;
INSERT INTO "gap" VALUES('0147','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0147','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0151','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0151','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0153','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0153','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0155','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0155','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0157','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0157','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0159','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0159','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0161','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0161','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0163','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0163','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0165','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0165','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0167','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0167','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0169','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0169','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0173','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0173','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0175','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0175','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0183','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0183','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0185','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0185','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0187','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0187','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0190','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0190','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0201','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0201','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0210','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0210','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0217','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0217','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0219','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0219','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0223','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0223','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0230','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0230','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0240','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0240','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0250','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0250','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0253','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0253','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0259','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0259','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0260','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0260','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0265','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0265','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0269','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0269','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0270','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0270','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0306','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0306','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0316','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0316','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0320','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0320','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0326','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0326','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0329','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0329','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0330','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0330','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0336','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0336','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0340','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0340','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0350','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0350','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0360','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0360','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0370','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0370','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0376','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0376','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0390','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0390','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0400','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0400','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0410','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0410','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0420','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0420','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0430','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0430','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0440','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0440','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0450','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0450','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0461','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0461','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0479','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0479','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0480','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0480','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0482','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0482','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0492','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0492','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0510','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0510','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0530','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0530','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0540','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0540','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0550','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0550','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0561','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0561','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0563','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0563','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0573','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0573','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0575','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0575','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0580','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0580','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0607','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0607','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0615','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0615','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0621','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0621','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0630','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0630','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0657','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0657','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0661','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0661','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0665','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0665','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0671','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0671','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0706','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0706','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0707','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0707','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0710','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0710','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0727','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0727','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0730','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0730','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0740','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0740','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0741','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0741','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0746','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0746','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0756','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0756','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0760','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0760','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0766','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0766','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0773','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0773','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0779','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0779','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0787','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0787','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0791','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0791','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0810','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0810','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0813','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0813','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0820','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0820','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0825','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0825','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0840','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0840','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0846','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0846','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0849','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0849','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0851','sms',1795752660,NULL);
INSERT INTO "gap" VALUES('0860','mail',1795752660,NULL);
INSERT INTO "gap" VALUES('0860','sms',1795752660,NULL);
CREATE TABLE inbound ( gateway TEXT NOT NULL, ident TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (gateway, ident)) STRICT, WITHOUT ROWID;
INSERT INTO "inbound" VALUES('cpsms','in-1',1795751000);
CREATE TABLE incident ( id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('pending', 'open', 'resolved',  'dismissed', 'retracted')), kind TEXT NOT NULL CHECK (kind IN ('actual', 'exercise', 'test')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), service TEXT NOT NULL, title TEXT NOT NULL, news TEXT NOT NULL, url TEXT NOT NULL, reason TEXT NOT NULL, feed TEXT NOT NULL, since INTEGER, opened_at INTEGER, decided_at INTEGER, resolved_at INTEGER, starts INTEGER, ends INTEGER, expected_end INTEGER, planned INTEGER NOT NULL CHECK (planned IN (0, 1)), reminded INTEGER NOT NULL CHECK (reminded IN (0, 1)), notices INTEGER NOT NULL CHECK (notices >= 0), last_notice_at INTEGER, last_change_at INTEGER, due_at INTEGER, change INTEGER NOT NULL CHECK (change IN (0, 1)), fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)), change_reason TEXT NOT NULL, over INTEGER NOT NULL CHECK (over IN (0, 1)), told_effect TEXT NOT NULL CHECK (told_effect IN ('none', 'planned',  'degraded', 'data_error', 'outage')), told_online TEXT NOT NULL CHECK (told_online IN ('unknown', 'works',  'down')), audience TEXT NOT NULL DEFAULT '' CHECK (audience = '' OR audience GLOB 'region:?*'  OR audience GLOB 'vendor:?*' OR audience GLOB 'org:?*'), drill_ends INTEGER CHECK (drill_ends IS NULL OR kind = 'exercise')) STRICT;
INSERT INTO "incident" VALUES(1,'resolved','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752359,1795752660,NULL,1795752669,NULL,NULL,NULL,0,0,3,1795752669,1795752669,NULL,0,0,'',0,'outage','unknown','',NULL);
INSERT INTO "incident" VALUES(2,'open','actual','outage','down',0,'FMK','FMK kan ikke bruges','SDS undersøger fejlen.','','sent by user anna','',1795752669,1795752669,1795752669,NULL,NULL,NULL,NULL,0,0,1,1795752669,1795752669,NULL,0,0,'',0,'outage','down','',NULL);
INSERT INTO "incident" VALUES(3,'open','exercise','degraded','unknown',0,'FMK','Øvelse','En øvelse.','','sent by user anna','',1795752670,1795752670,1795752670,NULL,NULL,NULL,NULL,0,0,1,1795752670,1795752670,NULL,0,0,'',0,'degraded','unknown','',NULL);
INSERT INTO "incident" VALUES(4,'pending','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752359,1795752660,NULL,NULL,NULL,NULL,NULL,0,0,0,NULL,NULL,NULL,0,0,'',0,'none','unknown','',NULL);
CREATE TABLE looked ( what TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "looked" VALUES('gaps',1795752660);
CREATE TABLE low ( id INTEGER PRIMARY KEY, at INTEGER NOT NULL, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
INSERT INTO "low" VALUES(1,1795751000,'bounced','fmk@aarhus.example.dk','550 5.1.1 no such user');
CREATE TABLE message ( id INTEGER PRIMARY KEY, notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',  'oncall')), org TEXT NOT NULL, org_name TEXT NOT NULL, vendor TEXT NOT NULL, message_id TEXT NOT NULL, created INTEGER NOT NULL, due INTEGER, worker INTEGER, begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1)), held INTEGER, UNIQUE (notice, channel, org)) STRICT;
INSERT INTO "message" VALUES(1,1,1,1,'mail','municipality','0101','København','','alertd.1795752660.1.1.0.0101@example.dk',1795752660,NULL,NULL,1,1795752660);
INSERT INTO "message" VALUES(2,1,1,1,'sms','municipality','0101','København','','alertd.1795752660.1.1.0.0101@example.dk',1795752660,NULL,NULL,1,1795752660);
INSERT INTO "message" VALUES(3,1,1,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752660.1.1.0.0751@example.dk',1795752660,NULL,NULL,1,1795752660);
INSERT INTO "message" VALUES(4,1,1,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752660.1.1.0.0751@example.dk',1795752660,NULL,NULL,1,1795752660);
INSERT INTO "message" VALUES(5,1,1,1,'mail','municipality','0851','Aalborg','','alertd.1795752660.1.1.0.0851@example.dk',1795752660,NULL,NULL,1,1795752660);
INSERT INTO "message" VALUES(6,1,1,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752660.1.1.0.vendors@example.dk',1795752660,NULL,NULL,1,1795752661);
INSERT INTO "message" VALUES(7,2,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752660.1.0.2.medcom.6@example.dk',1795752660,NULL,NULL,1,1795752660);
INSERT INTO "message" VALUES(8,2,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752660.1.0.2.medcom.6@example.dk',1795752660,NULL,NULL,1,1795752660);
INSERT INTO "message" VALUES(9,2,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752660.1.0.2.alarm.1e3386203534@example.dk',1795752660,NULL,NULL,1,1795752660);
INSERT INTO "message" VALUES(10,3,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752660.1.0.3.alarm.1e3386203534@example.dk',1795752660,NULL,NULL,1,1795752661);
INSERT INTO "message" VALUES(11,3,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752660.1.0.3.medcom.6@example.dk',1795752660,NULL,NULL,1,1795752661);
INSERT INTO "message" VALUES(12,3,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752660.1.0.3.medcom.6@example.dk',1795752660,NULL,NULL,1,1795752661);
INSERT INTO "message" VALUES(13,4,1,2,'mail','municipality','0101','København','','alertd.1795752660.1.2.0.0101@example.dk',1795752661,NULL,NULL,1,1795752661);
INSERT INTO "message" VALUES(14,4,1,2,'sms','municipality','0101','København','','alertd.1795752660.1.2.0.0101@example.dk',1795752661,NULL,NULL,1,1795752661);
INSERT INTO "message" VALUES(15,4,1,2,'mail','municipality','0751','Aarhus','systematic','alertd.1795752660.1.2.0.0751@example.dk',1795752661,NULL,NULL,1,1795752661);
INSERT INTO "message" VALUES(16,4,1,2,'sms','municipality','0751','Aarhus','systematic','alertd.1795752660.1.2.0.0751@example.dk',1795752661,NULL,NULL,1,1795752661);
INSERT INTO "message" VALUES(17,4,1,2,'mail','municipality','0851','Aalborg','','alertd.1795752660.1.2.0.0851@example.dk',1795752661,NULL,NULL,1,1795752661);
INSERT INTO "message" VALUES(18,4,1,2,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752660.1.2.0.vendors@example.dk',1795752661,NULL,NULL,1,1795752661);
INSERT INTO "message" VALUES(19,5,1,3,'mail','municipality','0101','København','','alertd.1795752660.1.3.0.0101@example.dk',1795752669,NULL,NULL,1,1795752669);
INSERT INTO "message" VALUES(20,5,1,3,'sms','municipality','0101','København','','alertd.1795752660.1.3.0.0101@example.dk',1795752669,NULL,NULL,1,1795752669);
INSERT INTO "message" VALUES(21,5,1,3,'mail','municipality','0751','Aarhus','systematic','alertd.1795752660.1.3.0.0751@example.dk',1795752669,NULL,NULL,1,1795752669);
INSERT INTO "message" VALUES(22,5,1,3,'sms','municipality','0751','Aarhus','systematic','alertd.1795752660.1.3.0.0751@example.dk',1795752669,NULL,NULL,1,1795752669);
INSERT INTO "message" VALUES(23,5,1,3,'mail','municipality','0851','Aalborg','','alertd.1795752660.1.3.0.0851@example.dk',1795752669,NULL,NULL,1,1795752669);
INSERT INTO "message" VALUES(24,5,1,3,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752660.1.3.0.vendors@example.dk',1795752669,NULL,NULL,1,1795752669);
INSERT INTO "message" VALUES(25,6,2,1,'mail','municipality','0101','København','','alertd.1795752669.2.1.0.0101@example.dk',1795752669,1795752699,NULL,1,1795752670);
INSERT INTO "message" VALUES(26,6,2,1,'sms','municipality','0101','København','','alertd.1795752669.2.1.0.0101@example.dk',1795752669,NULL,4711,1,1795752670);
INSERT INTO "message" VALUES(27,6,2,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752669.2.1.0.0751@example.dk',1795752669,NULL,NULL,1,1795752670);
INSERT INTO "message" VALUES(28,6,2,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752669.2.1.0.0751@example.dk',1795752669,NULL,NULL,1,1795752670);
INSERT INTO "message" VALUES(29,6,2,1,'mail','municipality','0851','Aalborg','','alertd.1795752669.2.1.0.0851@example.dk',1795752669,NULL,NULL,1,1795752670);
INSERT INTO "message" VALUES(30,6,2,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752669.2.1.0.vendors@example.dk',1795752669,NULL,NULL,1,1795752670);
INSERT INTO "message" VALUES(31,7,3,1,'mail','municipality','0101','København','','alertd.1795752670.3.1.0.0101@example.dk',1795752670,NULL,NULL,1,1795752670);
INSERT INTO "message" VALUES(32,7,3,1,'sms','municipality','0101','København','','alertd.1795752670.3.1.0.0101@example.dk',1795752670,NULL,NULL,1,1795752670);
INSERT INTO "message" VALUES(33,7,3,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752670.3.1.0.0751@example.dk',1795752670,NULL,NULL,1,1795752670);
INSERT INTO "message" VALUES(34,7,3,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752670.3.1.0.0751@example.dk',1795752670,NULL,NULL,1,1795752670);
INSERT INTO "message" VALUES(35,7,3,1,'mail','municipality','0851','Aalborg','','alertd.1795752670.3.1.0.0851@example.dk',1795752670,NULL,NULL,1,1795752670);
INSERT INTO "message" VALUES(36,7,3,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752670.3.1.0.vendors@example.dk',1795752670,NULL,NULL,1,1795752670);
CREATE TABLE notice ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, number INTEGER NOT NULL CHECK (number >= 0), type TEXT NOT NULL CHECK (type IN ('first', 'update', 'repeat',  'resolved', 'correction', 'planned', 'page', 'receipt')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), at INTEGER NOT NULL, next INTEGER, title TEXT NOT NULL, reason TEXT NOT NULL, cc_own INTEGER NOT NULL CHECK (cc_own IN (0, 1)), check_from INTEGER, said TEXT NOT NULL DEFAULT '', topic TEXT NOT NULL DEFAULT '', CHECK ((number = 0) = (type IN ('page', 'receipt'))), CHECK (type = 'page' OR incident IS NOT NULL)) STRICT;
INSERT INTO "notice" VALUES(1,1,1,'first','outage',1795752660,1795759860,'FMK er utilgængeligt i produktion','rule 3: FMK: it is hit: "fmk", "utilgængeligt"',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.05.
Opslag i FMK fejler for alle anvendere.','fmk');
INSERT INTO "notice" VALUES(2,1,0,'page','outage',1795752660,NULL,'FMK er utilgængeligt i produktion','The municipalities are being told.',0,NULL,'','');
INSERT INTO "notice" VALUES(3,1,0,'page','outage',1795752660,NULL,'FMK er utilgængeligt i produktion','taken by anna: The municipalities are being told.',0,NULL,'','');
INSERT INTO "notice" VALUES(4,1,2,'update','outage',1795752661,1795759861,'FMK er utilgængeligt i produktion','updated by user anna',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.05.
SDS venter på en reservedel.','fmk');
INSERT INTO "notice" VALUES(5,1,3,'resolved','outage',1795752669,NULL,'FMK er utilgængeligt i produktion','it is over',0,1795752669,'FMK virker igen.
Fejlen er rettet.','fmk');
INSERT INTO "notice" VALUES(6,2,1,'first','outage',1795752669,1795759869,'FMK kan ikke bruges','sent by user anna',0,1795752669,'FMK er nede.
Fejlen begyndte kl. 05.11.
SDS undersøger fejlen.','fmk');
INSERT INTO "notice" VALUES(7,3,1,'first','degraded',1795752670,1795759870,'Øvelse','sent by user anna',0,1795752670,'','fmk');
CREATE TABLE notice_body ( notice INTEGER NOT NULL REFERENCES notice, audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',  'oncall')), subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL, sms TEXT NOT NULL, asks TEXT NOT NULL DEFAULT '', asks_html TEXT NOT NULL DEFAULT '', PRIMARY KEY (notice, audience)) STRICT, WITHOUT ROWID;
INSERT INTO "notice_body" VALUES(1,'municipality','FMK er nede siden kl. 05.05 (besked nr. 1)','Besked nr. 1, sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.11.

Hvad er ramt?
FMK er nede.
Driftsmelding:
> FMK er utilgængeligt i produktion
> Opslag i FMK fejler for alle anvendere.

Hvem er ramt?
Alle, der bruger FMK: kommuner, læger, sygehuse og apoteker.

Siden hvornår?
Fejlen begyndte kl. 05.05. Det har varet 6 minutter.

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
','','FMK er nede siden kl. 05.05. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0001, kl. 05.11.','','');
INSERT INTO "notice_body" VALUES(1,'vendor','FMK er nede siden kl. 05.05 (besked nr. 1)','Besked nr. 1, sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.11.

Hvad er ramt?
FMK er nede.
Driftsmelding:
> FMK er utilgængeligt i produktion
> Opslag i FMK fejler for alle anvendere.

Hvem er ramt?
Alle, der bruger FMK: kommuner, læger, sygehuse og apoteker.

Siden hvornår?
Fejlen begyndte kl. 05.05. Det har varet 6 minutter.

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
','','FMK er nede siden kl. 05.05. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0001, kl. 05.11.','','');
INSERT INTO "notice_body" VALUES(2,'oncall','FMK er nede, sag FMK-2026-0001','Hvad er der sket?
FMK er nede siden kl. 05.05.
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
FMK er nede siden kl. 05.05.
> FMK er utilgængeligt i produktion
> Opslag i FMK fejler for alle anvendere.

Sag FMK-2026-0001, kl. 05.11.
','','Sagen er taget af anna. Du skal ikke gøre mere. FMK er nede. Se: alertctl show 1. Sag FMK-2026-0001, kl. 05.11.','','');
INSERT INTO "notice_body" VALUES(4,'municipality','FMK er nede. Fejlen begyndte kl. 05.05 (besked nr. 2)','Besked nr. 2, sag FMK-2026-0001.
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
Fejlen begyndte kl. 05.05. Det har varet 6 minutter.

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
','','FMK er nede. Fejlen begyndte kl. 05.05. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Nyt: "SDS venter på en reservedel." Besked nr. 2, FMK-2026-0001, kl. 05.11.','','');
INSERT INTO "notice_body" VALUES(4,'vendor','FMK er nede. Fejlen begyndte kl. 05.05 (besked nr. 2)','Besked nr. 2, sag FMK-2026-0001.
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
Fejlen begyndte kl. 05.05. Det har varet 6 minutter.

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
','','FMK er nede. Fejlen begyndte kl. 05.05. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.11. Kontakt: FMK-vagten, tlf. 00 00 00 01. Nyt: "SDS venter på en reservedel." Besked nr. 2, FMK-2026-0001, kl. 05.11.','','');
INSERT INTO "notice_body" VALUES(5,'municipality','FMK virker igen (besked nr. 3, afsluttet)','Besked nr. 3 (afsluttet), sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.11.

Hvad er ramt?
FMK virker igen. Vi fik besked om det kl. 05.11. Sagen er afsluttet.
Meldingen lyder:
> Fejlen er rettet.

Hvem er ramt?
Ingen mere.

Siden hvornår?
Fejlen kom kl. 05.05. Vi fik besked kl. 05.11 om, at den er slut. Der gik 6 minutter.

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
','','FMK virker igen. Vi fik besked om det kl. 05.11. Fejlen kom kl. 05.05. Hent medicinkortet på ny. Tjek, hvad I bestilte, og hvad lægen sagde i telefonen. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 3, afsluttet, FMK-2026-0001, kl. 05.11.','','');
INSERT INTO "notice_body" VALUES(5,'vendor','FMK virker igen (besked nr. 3, afsluttet)','Besked nr. 3 (afsluttet), sag FMK-2026-0001.
Sendt fredag den 27. november 2026 kl. 05.11.

Hvad er ramt?
FMK virker igen. Vi fik besked om det kl. 05.11. Sagen er afsluttet.
Meldingen lyder:
> Fejlen er rettet.

Hvem er ramt?
Ingen mere.

Siden hvornår?
Fejlen kom kl. 05.05. Vi fik besked kl. 05.11 om, at den er slut. Der gik 6 minutter.

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
','','FMK virker igen. Vi fik besked om det kl. 05.11. Fejlen kom kl. 05.05. Hent medicinkortet på ny. Tjek, hvad I bestilte, og hvad lægen sagde i telefonen. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 3, afsluttet, FMK-2026-0001, kl. 05.11.','','');
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
CREATE TABLE org ( id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('municipality', 'vendor', 'oncall')), code TEXT NOT NULL UNIQUE CHECK (code <> ''), name TEXT NOT NULL, region TEXT NOT NULL, vendor TEXT NOT NULL, topics TEXT NOT NULL DEFAULT '', channels TEXT NOT NULL DEFAULT '' CHECK (channels IN ('', 'both', 'mail', 'sms', 'sms-outages'))) STRICT;
INSERT INTO "org" VALUES(1,'vendor','kmd','KMD','','','','');
INSERT INTO "org" VALUES(2,'vendor','systematic','Systematic','','','','');
INSERT INTO "org" VALUES(3,'vendor','dedalus','Dedalus','','','','');
INSERT INTO "org" VALUES(4,'municipality','0101','København','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(5,'municipality','0147','Frederiksberg','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(6,'municipality','0151','Ballerup','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(7,'municipality','0153','Brøndby','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(8,'municipality','0155','Dragør','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(9,'municipality','0157','Gentofte','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(10,'municipality','0159','Gladsaxe','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(11,'municipality','0161','Glostrup','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(12,'municipality','0163','Herlev','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(13,'municipality','0165','Albertslund','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(14,'municipality','0167','Hvidovre','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(15,'municipality','0169','Høje-Taastrup','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(16,'municipality','0173','Lyngby-Taarbæk','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(17,'municipality','0175','Rødovre','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(18,'municipality','0183','Ishøj','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(19,'municipality','0185','Tårnby','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(20,'municipality','0187','Vallensbæk','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(21,'municipality','0190','Furesø','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(22,'municipality','0201','Allerød','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(23,'municipality','0210','Fredensborg','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(24,'municipality','0217','Helsingør','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(25,'municipality','0219','Hillerød','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(26,'municipality','0223','Hørsholm','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(27,'municipality','0230','Rudersdal','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(28,'municipality','0240','Egedal','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(29,'municipality','0250','Frederikssund','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(30,'municipality','0253','Greve','Region Sjælland','kmd','','');
INSERT INTO "org" VALUES(31,'municipality','0259','Køge','Region Sjælland','kmd','','');
INSERT INTO "org" VALUES(32,'municipality','0260','Halsnæs','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(33,'municipality','0265','Roskilde','Region Sjælland','kmd','','');
INSERT INTO "org" VALUES(34,'municipality','0269','Solrød','Region Sjælland','','','');
INSERT INTO "org" VALUES(35,'municipality','0270','Gribskov','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(36,'municipality','0306','Odsherred','Region Sjælland','','','');
INSERT INTO "org" VALUES(37,'municipality','0316','Holbæk','Region Sjælland','kmd','','');
INSERT INTO "org" VALUES(38,'municipality','0320','Faxe','Region Sjælland','','','');
INSERT INTO "org" VALUES(39,'municipality','0326','Kalundborg','Region Sjælland','kmd','','');
INSERT INTO "org" VALUES(40,'municipality','0329','Ringsted','Region Sjælland','kmd','','');
INSERT INTO "org" VALUES(41,'municipality','0330','Slagelse','Region Sjælland','kmd','','');
INSERT INTO "org" VALUES(42,'municipality','0336','Stevns','Region Sjælland','','','');
INSERT INTO "org" VALUES(43,'municipality','0340','Sorø','Region Sjælland','','','');
INSERT INTO "org" VALUES(44,'municipality','0350','Lejre','Region Sjælland','kmd','','');
INSERT INTO "org" VALUES(45,'municipality','0360','Lolland','Region Sjælland','','','');
INSERT INTO "org" VALUES(46,'municipality','0370','Næstved','Region Sjælland','kmd','','');
INSERT INTO "org" VALUES(47,'municipality','0376','Guldborgsund','Region Sjælland','kmd','','');
INSERT INTO "org" VALUES(48,'municipality','0390','Vordingborg','Region Sjælland','kmd','','');
INSERT INTO "org" VALUES(49,'municipality','0400','Bornholm','Region Hovedstaden','','','');
INSERT INTO "org" VALUES(50,'municipality','0410','Middelfart','Region Syddanmark','','','');
INSERT INTO "org" VALUES(51,'municipality','0420','Assens','Region Syddanmark','','','');
INSERT INTO "org" VALUES(52,'municipality','0430','Faaborg-Midtfyn','Region Syddanmark','','','');
INSERT INTO "org" VALUES(53,'municipality','0440','Kerteminde','Region Syddanmark','','','');
INSERT INTO "org" VALUES(54,'municipality','0450','Nyborg','Region Syddanmark','kmd','','');
INSERT INTO "org" VALUES(55,'municipality','0461','Odense','Region Syddanmark','kmd','','');
INSERT INTO "org" VALUES(56,'municipality','0479','Svendborg','Region Syddanmark','','','');
INSERT INTO "org" VALUES(57,'municipality','0480','Nordfyns','Region Syddanmark','','','');
INSERT INTO "org" VALUES(58,'municipality','0482','Langeland','Region Syddanmark','','','');
INSERT INTO "org" VALUES(59,'municipality','0492','Ærø','Region Syddanmark','','','');
INSERT INTO "org" VALUES(60,'municipality','0510','Haderslev','Region Syddanmark','','','');
INSERT INTO "org" VALUES(61,'municipality','0530','Billund','Region Syddanmark','','','');
INSERT INTO "org" VALUES(62,'municipality','0540','Sønderborg','Region Syddanmark','','','');
INSERT INTO "org" VALUES(63,'municipality','0550','Tønder','Region Syddanmark','','','');
INSERT INTO "org" VALUES(64,'municipality','0561','Esbjerg','Region Syddanmark','','','');
INSERT INTO "org" VALUES(65,'municipality','0563','Fanø','Region Syddanmark','','','');
INSERT INTO "org" VALUES(66,'municipality','0573','Varde','Region Syddanmark','','','');
INSERT INTO "org" VALUES(67,'municipality','0575','Vejen','Region Syddanmark','','','');
INSERT INTO "org" VALUES(68,'municipality','0580','Aabenraa','Region Syddanmark','','','');
INSERT INTO "org" VALUES(69,'municipality','0607','Fredericia','Region Syddanmark','','','');
INSERT INTO "org" VALUES(70,'municipality','0615','Horsens','Region Midtjylland','','','');
INSERT INTO "org" VALUES(71,'municipality','0621','Kolding','Region Syddanmark','','','');
INSERT INTO "org" VALUES(72,'municipality','0630','Vejle','Region Syddanmark','','','');
INSERT INTO "org" VALUES(73,'municipality','0657','Herning','Region Midtjylland','','','');
INSERT INTO "org" VALUES(74,'municipality','0661','Holstebro','Region Midtjylland','','','');
INSERT INTO "org" VALUES(75,'municipality','0665','Lemvig','Region Midtjylland','','','');
INSERT INTO "org" VALUES(76,'municipality','0671','Struer','Region Midtjylland','','','');
INSERT INTO "org" VALUES(77,'municipality','0706','Syddjurs','Region Midtjylland','','','');
INSERT INTO "org" VALUES(78,'municipality','0707','Norddjurs','Region Midtjylland','','','');
INSERT INTO "org" VALUES(79,'municipality','0710','Favrskov','Region Midtjylland','','','');
INSERT INTO "org" VALUES(80,'municipality','0727','Odder','Region Midtjylland','','','');
INSERT INTO "org" VALUES(81,'municipality','0730','Randers','Region Midtjylland','kmd','','');
INSERT INTO "org" VALUES(82,'municipality','0740','Silkeborg','Region Midtjylland','kmd','','');
INSERT INTO "org" VALUES(83,'municipality','0741','Samsø','Region Midtjylland','','','');
INSERT INTO "org" VALUES(84,'municipality','0746','Skanderborg','Region Midtjylland','','','');
INSERT INTO "org" VALUES(85,'municipality','0751','Aarhus','Region Midtjylland','systematic','','');
INSERT INTO "org" VALUES(86,'municipality','0756','Ikast-Brande','Region Midtjylland','','','');
INSERT INTO "org" VALUES(87,'municipality','0760','Ringkøbing-Skjern','Region Midtjylland','','','');
INSERT INTO "org" VALUES(88,'municipality','0766','Hedensted','Region Midtjylland','','','');
INSERT INTO "org" VALUES(89,'municipality','0773','Morsø','Region Nordjylland','','','');
INSERT INTO "org" VALUES(90,'municipality','0779','Skive','Region Midtjylland','kmd','','');
INSERT INTO "org" VALUES(91,'municipality','0787','Thisted','Region Nordjylland','','','');
INSERT INTO "org" VALUES(92,'municipality','0791','Viborg','Region Midtjylland','','','');
INSERT INTO "org" VALUES(93,'municipality','0810','Brønderslev','Region Nordjylland','','','');
INSERT INTO "org" VALUES(94,'municipality','0813','Frederikshavn','Region Nordjylland','','','');
INSERT INTO "org" VALUES(95,'municipality','0820','Vesthimmerlands','Region Nordjylland','','','');
INSERT INTO "org" VALUES(96,'municipality','0825','Læsø','Region Nordjylland','','','');
INSERT INTO "org" VALUES(97,'municipality','0840','Rebild','Region Nordjylland','','','');
INSERT INTO "org" VALUES(98,'municipality','0846','Mariagerfjord','Region Nordjylland','','','');
INSERT INTO "org" VALUES(99,'municipality','0849','Jammerbugt','Region Nordjylland','','','');
INSERT INTO "org" VALUES(100,'municipality','0851','Aalborg','Region Nordjylland','','','');
INSERT INTO "org" VALUES(101,'municipality','0860','Hjørring','Region Nordjylland','','','');
INSERT INTO "org" VALUES(102,'oncall','medcom','MedCom','','','','');
INSERT INTO "org" VALUES(103,'oncall','kl','KL','','','','');
CREATE TABLE receipt ( incident INTEGER NOT NULL REFERENCES incident, org TEXT NOT NULL, notice INTEGER NOT NULL REFERENCES notice, at INTEGER NOT NULL, by TEXT NOT NULL, PRIMARY KEY (incident, org)) STRICT, WITHOUT ROWID;
INSERT INTO "receipt" VALUES(1,'0101',1,1795752720,'FMK-koordinator');
CREATE TABLE report ( id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event, seen INTEGER NOT NULL, hash TEXT NOT NULL, revision TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, newest INTEGER NOT NULL, url TEXT NOT NULL, published INTEGER, updated INTEGER, starts INTEGER, ends INTEGER, components TEXT NOT NULL, impact TEXT NOT NULL, status TEXT NOT NULL, phase TEXT NOT NULL CHECK (phase IN ('unknown', 'info', 'planned',  'open', 'resolved')), verdict TEXT NOT NULL CHECK (verdict IN ('ignore', 'ask', 'broadcast')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), judged TEXT NOT NULL CHECK (judged IN ('unknown', 'info', 'planned',  'open', 'resolved')), reason TEXT NOT NULL, service TEXT NOT NULL, hit TEXT NOT NULL, online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), expected_end INTEGER) STRICT;
INSERT INTO "report" VALUES(1,1,1795752660,'c25d6cf58e7e5dbc1dbb41cf1f4897bd636bbfd5f9fc97def6f99ecf9cc83605','2026-11-27T04:05:59Z-a43764d2','FMK er utilgængeligt i produktion','Opslag i FMK fejler for alle anvendere.',39,'https://status.example.dk/fmk1',1795752359,1795752359,NULL,NULL,'FMK	major_outage
','critical','investigating','open','broadcast','outage','open','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
INSERT INTO "report" VALUES(2,1,1795752669,'fa4f0d2e5b50fe346fce96f0bc17534f4800a813af267b0d85b76b41fe27ab50','2026-11-27T04:11:01Z-0b941f02','FMK er utilgængeligt i produktion','Fejlen er rettet.',17,'https://status.example.dk/fmk1',1795752661,1795752661,NULL,NULL,'FMK	operational
','critical','resolved','resolved','broadcast','outage','resolved','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
CREATE TABLE secret ( name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "secret" VALUES('bounce','pakSqTdA5ponOfsht4N7FA');
CREATE TABLE self_check ( id INTEGER PRIMARY KEY CHECK (id = 1), started INTEGER NOT NULL, at INTEGER NOT NULL, passed INTEGER, pinged INTEGER, ping_error TEXT NOT NULL) STRICT;
INSERT INTO "self_check" VALUES(1,1795752660,1795752660,1795752660,NULL,'');
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
CREATE TRIGGER delivery_accepted AFTER UPDATE OF state ON delivery WHEN NEW.state IN ('accepted', 'delivered') AND NEW.accepted IS NULL BEGIN UPDATE delivery SET accepted = NEW.done WHERE id = NEW.id; END;
CREATE TRIGGER incident_anew BEFORE INSERT ON incident WHEN EXISTS (SELECT 1 FROM incident WHERE id = NEW.id) BEGIN SELECT raise(ABORT, 'an incident is never replaced'); END;
CREATE TRIGGER incident_drill BEFORE UPDATE OF drill_ends ON incident WHEN (NEW.drill_ends IS NULL) <> (OLD.drill_ends IS NULL) BEGIN SELECT raise(ABORT, 'a drill stays one'); END;
CREATE TRIGGER exercise_feed BEFORE INSERT ON incident WHEN NEW.kind = 'exercise' AND NEW.feed <> '' BEGIN SELECT raise(ABORT, 'no feed tells of an exercise'); END;
CREATE TRIGGER exercise_feed_later BEFORE UPDATE OF feed ON incident WHEN NEW.kind = 'exercise' AND NEW.feed <> '' BEGIN SELECT raise(ABORT, 'no feed tells of an exercise'); END;
CREATE TRIGGER exercise_event BEFORE INSERT ON event WHEN (SELECT kind FROM incident WHERE id = NEW.incident) = 'exercise' BEGIN SELECT raise(ABORT, 'no feed tells of an exercise'); END;
CREATE TRIGGER exercise_event_later BEFORE UPDATE OF incident ON event WHEN (SELECT kind FROM incident WHERE id = NEW.incident) = 'exercise' BEGIN SELECT raise(ABORT, 'no feed tells of an exercise'); END;
CREATE TRIGGER notice_stays_put BEFORE UPDATE OF id, incident, number, type ON notice WHEN NEW.id <> OLD.id OR NEW.incident IS NOT OLD.incident OR NEW.number <> OLD.number OR NEW.type <> OLD.type BEGIN SELECT raise(ABORT, 'a notice stays what it is'); END;
CREATE TRIGGER notice_anew BEFORE INSERT ON notice WHEN EXISTS (SELECT 1 FROM notice WHERE id = NEW.id) BEGIN SELECT raise(ABORT, 'a notice stays what it is'); END;
CREATE TRIGGER message_stays_put BEFORE UPDATE OF id, notice, incident, number, audience ON message WHEN NEW.id <> OLD.id OR NEW.notice <> OLD.notice OR NEW.incident IS NOT OLD.incident OR NEW.number <> OLD.number OR NEW.audience <> OLD.audience BEGIN SELECT raise(ABORT, 'a message stays with its notice'); END;
CREATE TRIGGER message_anew BEFORE INSERT ON message WHEN EXISTS (SELECT 1 FROM message WHERE id = NEW.id) BEGIN SELECT raise(ABORT, 'a message stays with its notice'); END;
CREATE TRIGGER delivery_stays_put BEFORE UPDATE OF id, message, incident, number ON delivery WHEN NEW.id <> OLD.id OR NEW.message <> OLD.message OR NEW.incident IS NOT OLD.incident OR NEW.number <> OLD.number BEGIN SELECT raise(ABORT, 'a delivery stays with its message'); END;
CREATE TRIGGER delivery_anew BEFORE INSERT ON delivery WHEN EXISTS (SELECT 1 FROM delivery WHERE id = NEW.id) BEGIN SELECT raise(ABORT, 'a delivery stays with its message'); END;
CREATE TRIGGER message_of BEFORE INSERT ON message WHEN NEW.incident IS NOT  (SELECT incident FROM notice WHERE id = NEW.notice) BEGIN SELECT raise(ABORT, 'a message is of the incident of its notice'); END;
CREATE TRIGGER delivery_of BEFORE INSERT ON delivery WHEN NEW.incident IS NOT  (SELECT incident FROM message WHERE id = NEW.message) BEGIN SELECT raise(ABORT, 'a delivery is of the incident of its message'); END;
CREATE TRIGGER receipt_of BEFORE INSERT ON receipt WHEN NEW.incident IS NOT  (SELECT incident FROM notice WHERE id = NEW.notice) BEGIN SELECT raise(ABORT, 'a receipt is of the incident of its notice'); END;
CREATE TRIGGER receipt_stays_put BEFORE UPDATE OF incident, notice ON receipt BEGIN SELECT raise(ABORT, 'a receipt stays with its notice'); END;
CREATE TRIGGER body_stays_put BEFORE UPDATE OF notice ON notice_body WHEN NEW.notice <> OLD.notice BEGIN SELECT raise(ABORT, 'a text stays with its notice'); END;
CREATE TRIGGER body_unmarked BEFORE INSERT ON notice_body WHEN (SELECT i.kind FROM notice n JOIN incident i ON i.id = n.incident WHERE n.id = NEW.notice) = 'exercise' AND NOT (substr(NEW.subject, 1, 6) = 'ØVELSE' AND (NEW.sms = '' OR substr(NEW.sms, 1, 6) = 'ØVELSE')) BEGIN SELECT raise(ABORT, 'a text of an exercise begins with ØVELSE'); END;
CREATE TRIGGER body_unmarked_later BEFORE UPDATE OF subject, sms ON notice_body WHEN (NEW.subject <> '' OR NEW.text <> '') AND (SELECT i.kind FROM notice n JOIN incident i ON i.id = n.incident WHERE n.id = NEW.notice) = 'exercise' AND NOT (substr(NEW.subject, 1, 6) = 'ØVELSE' AND (NEW.sms = '' OR substr(NEW.sms, 1, 6) = 'ØVELSE')) BEGIN SELECT raise(ABORT, 'a text of an exercise begins with ØVELSE'); END;
CREATE TRIGGER body_marked BEFORE INSERT ON notice_body WHEN coalesce((SELECT i.kind FROM notice n JOIN incident i ON i.id = n.incident WHERE n.id = NEW.notice), 'actual') <> 'exercise' AND (substr(NEW.subject, 1, 6) = 'ØVELSE' OR substr(NEW.sms, 1, 6) = 'ØVELSE') BEGIN SELECT raise(ABORT, 'only a text of an exercise begins with ØVELSE'); END;
CREATE TRIGGER body_marked_later BEFORE UPDATE OF subject, sms ON notice_body WHEN coalesce((SELECT i.kind FROM notice n JOIN incident i ON i.id = n.incident WHERE n.id = NEW.notice), 'actual') <> 'exercise' AND (substr(NEW.subject, 1, 6) = 'ØVELSE' OR substr(NEW.sms, 1, 6) = 'ØVELSE') BEGIN SELECT raise(ABORT, 'only a text of an exercise begins with ØVELSE'); END;
CREATE TRIGGER exercise_said BEFORE INSERT ON notice WHEN NEW.said <> '' AND coalesce((SELECT kind FROM incident  WHERE id = NEW.incident), '') <> 'actual' BEGIN SELECT raise(ABORT, 'machines are told of what is actual alone'); END;
CREATE TRIGGER exercise_said_later BEFORE UPDATE OF said ON notice WHEN NEW.said <> '' AND coalesce((SELECT kind FROM incident  WHERE id = NEW.incident), '') <> 'actual' BEGIN SELECT raise(ABORT, 'machines are told of what is actual alone'); END;
CREATE TRIGGER address_proven AFTER UPDATE OF state ON delivery WHEN NEW.state IN ('accepted', 'delivered') AND NEW.state <> OLD.state AND NEW.done IS NOT NULL BEGIN INSERT INTO address (channel, address, proven, how) SELECT channel, NEW.address, NEW.done, NEW.state FROM message WHERE id = NEW.message AND audience <> 'oncall' ON CONFLICT (channel, address) DO UPDATE SET earlier = CASE OLD.state WHEN 'accepted' THEN earlier  ELSE proven END, proven = max(coalesce(proven, 0), excluded.proven), how = CASE WHEN excluded.proven >= coalesce(proven, 0)  THEN excluded.how ELSE how END, bounced = CASE WHEN NEW.id >= bounced_by  AND (late = 0 OR NEW.state = 'delivered') THEN NULL  ELSE bounced END; END;
CREATE TRIGGER address_bounced AFTER UPDATE OF state ON delivery WHEN NEW.state = 'failed' AND OLD.state = 'accepted' BEGIN INSERT INTO address (channel, address, bounced, bounced_by, late,  answer) SELECT channel, NEW.address, NEW.done, NEW.id, 1,  NEW.answer FROM message WHERE id = NEW.message  AND audience <> 'oncall' AND 1 ON CONFLICT (channel, address) DO UPDATE SET bounced = excluded.bounced, bounced_by = excluded.bounced_by, late = max(late * (bounced IS NOT NULL), excluded.late), answer = excluded.answer;UPDATE address SET proven = CASE proven WHEN OLD.done THEN earlier  ELSE proven END, earlier = CASE earlier WHEN OLD.done THEN NULL  ELSE earlier END, how = CASE WHEN proven = OLD.done  AND earlier IS NULL THEN NULL ELSE how END WHERE channel = (SELECT channel FROM message WHERE id = NEW.message) AND address = NEW.address AND how = 'accepted'; END;
CREATE TRIGGER address_refused AFTER UPDATE OF state ON delivery WHEN NEW.state = 'failed' AND OLD.state = 'sending' AND NEW.code BETWEEN 550 AND 559 AND (NEW.answer GLOB '5.1.[0-6] *' OR NEW.answer GLOB '5.1.10 *'  OR NEW.answer GLOB '5.2.[01] *') BEGIN INSERT INTO address (channel, address, bounced, bounced_by, late,  answer) SELECT channel, NEW.address, NEW.done, NEW.id, 0,  NEW.answer FROM message WHERE id = NEW.message  AND audience <> 'oncall' AND channel = 'mail' ON CONFLICT (channel, address) DO UPDATE SET bounced = excluded.bounced, bounced_by = excluded.bounced_by, late = max(late * (bounced IS NOT NULL), excluded.late), answer = excluded.answer; END;
CREATE INDEX receipt_org ON receipt (org, at);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('draft',1);
COMMIT;
PRAGMA user_version = 12;
