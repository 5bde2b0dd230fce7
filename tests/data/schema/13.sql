BEGIN TRANSACTION;
CREATE TABLE address ( channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), address TEXT NOT NULL, proven INTEGER, how TEXT CHECK (how IN ('accepted', 'delivered')), earlier INTEGER, bounced INTEGER, bounced_by INTEGER, late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)), answer TEXT NOT NULL DEFAULT '', delayed INTEGER, PRIMARY KEY (channel, address), CHECK ((proven IS NULL) = (how IS NULL))) STRICT, WITHOUT ROWID;
INSERT INTO "address" VALUES('mail','drift@kmd.example.dk',1795752628,'accepted',1795752628,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('mail','fmk@aalborg.example.dk',1795752628,'accepted',1795752628,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('mail','fmk@aarhus.example.dk',1795752628,'accepted',1795752628,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('mail','fmk@koebenhavn.example.dk',1795752628,'accepted',1795752628,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('sms','+4500000021',1795752628,'accepted',1795752628,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('sms','+4500000022',1795752628,'accepted',1795752628,NULL,NULL,0,'',NULL);
CREATE TABLE asked ( incident INTEGER NOT NULL REFERENCES incident, org TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, reminded INTEGER, told INTEGER, PRIMARY KEY (incident, org), CHECK (told IS NULL OR reminded NOT NULL)) STRICT, WITHOUT ROWID;
INSERT INTO "asked" VALUES(1,'0751','Aarhus',1795752617,1795753217,1795753817);
CREATE TABLE audit ( seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, incident INTEGER NOT NULL, object TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL CHECK (length(hash) = 64), was TEXT NOT NULL CHECK (length(was) IN (0, 64)), actor_salt TEXT NOT NULL, actor_digest TEXT NOT NULL CHECK (length(actor_digest) = 64), detail_salt TEXT NOT NULL, detail_digest TEXT NOT NULL CHECK (length(detail_digest) = 64)) STRICT;
INSERT INTO "audit" VALUES(1,1795752617,'user anna','contact.added',0,'contact 1','0101 FMK-koordinator <fmk@koebenhavn.example.dk> +4500000021','c9e5fe8ca421ed4b73b1f98a43ce22361f362074f56b283a1b1000b87f61f5a5','','1kyArMXkrE5f4CqAsgrVsg','a3e22a5a5acbe35439f24c445131d980ec30b5528e09772ad9bb34f4088dfa55','qUO8Rim2girlaqMPnTTnYQ','59daf7f2c342b41b3aa651dd2a66e275e3f942ec1253b9cd63628434d47cf99d');
INSERT INTO "audit" VALUES(2,1795752617,'user anna','contact.added',0,'contact 2','0751 Sygeplejen <fmk@aarhus.example.dk> +4500000022','16400eb1ee6569ddb05a72b25596774b1ec880508ca4c53ed81a7e104cf4b16c','','d1L7G-y522xzbD_U_N4UyA','fc358ffcf77210faae2d14c53c8f96d737da869120363ca7ecc2ee2279a023fa','uJAMrAiRKKcR3uEJ3S70UQ','452f3b2e6e348c2d382900a00c0174d1b827868100fe4c2555322427a556f166');
INSERT INTO "audit" VALUES(3,1795752617,'user anna','contact.added',0,'contact 3','0851 IT-vagten <fmk@aalborg.example.dk>','ac1c3897a66985cc50d6644d087a81f30cac013820ae21eaffafd86669f1b4c7','','L-J3Cyvyx_vH1ktHRAcJ0A','3540481035d1a18c1eacd4ac57f40af11f81cef5f7d05826c75764cf07d392a7','A5aRcRMIso73szSMRB5GQg','9e6178aeb74998ec887a4e99be930bcc712938daf72bbcb69c17aece5f6e47b4');
INSERT INTO "audit" VALUES(4,1795752617,'user anna','contact.added',0,'contact 4','kmd KMD Drift <drift@kmd.example.dk>','f9d4f7e37d499857c2e60836cd5c0c36e21d912c3f9335bc2a00c4f1f7f05f5b','','-uJBQhyqVoO7nGXg5MM6dQ','1ab58c7c55fc91df3532940d9b91eaa67e7feaf9d7f2f7054bf0e80fffaddc7d','F_NPuHwjVr-ExsYGPj4LSg','08c6a97bd621afd742baac6dae826e0ed3f2641e33e6ce87fdd464e3b5cbb8e4');
INSERT INTO "audit" VALUES(5,1795752617,'user anna','contact.added',0,'contact 5','medcom Anna Holm <anna.holm@example.dk> +4500000011','168a19bbc0a12d39da8a05d41a6857eba0022c666536b89a5a63b79e251ef8a8','','xFxZIfmci02vw3rSFzsWoA','d7f55f460cec036d09b9d701ac5891ea91a35cda62c710b0cdfd99141514fc80','qk2xPbqVYs6FVhwvBBpMJA','04addddfbc0b5c383f44b6e0b51c57ebc994a21d72b55f9fb74db925286dd71d');
INSERT INTO "audit" VALUES(6,1795752617,'user anna','contact.added',0,'contact 6','medcom Jens Lund <jens.lund@example.dk> +4500000012','8b74958066dd9e29005ef0b36d9b41b4244b015526ffac24b1c69c611ece8c6e','','C6xo8Vf1xkc9O1UP6RZrGQ','04b9f2bada5963a6c63122d358090e48e0cb770e374ab581b8f4e8083ef96b80','53qQ65bJ1DVvamIeOLYPow','cd2f04dbb488bad1ae694a8abd384a86e68d74516dc033760dac1e5b61ed491d');
INSERT INTO "audit" VALUES(7,1795752617,'alertd','incident.opened',1,'incident 1','open, outage: FMK er utilgængeligt i produktion (the rules broadcast; rule 3: FMK: it is hit: "fmk", "utilgængeligt")','fb38fc49fedea1b16f5070d5590e6843371c127d82d0c222896ae4b8c1d149cf','','uQhkxsXrc1VrYqUo6-REng','66ce32f4c8a6eb0bce9abb890cd56e1e7b8fde7f4614a31db908c0f7b12de3c6','D9s3vXgmNDoabkGXQ4RVxQ','f91fb523a27c2e8b6c9ecfd2e086479c81ce5a359fadf239a0a4e91c57edeeb3');
INSERT INTO "audit" VALUES(8,1795752617,'alertd','call.rings',1,'incident 1','incident 1','ea8d59de03f6322ffe8ccec78c6be0517f370d394d47f12f2e758c78ba5d49d2','','eg_AaQTVx7zqf9hrlRxyTw','e233782f569916c85ec7de1b787634e5b9cb13edede3777553b7e96ec1171151','-vnx3evrYMiWifS17puLig','0ca95afed0bcf837a3ae0d4bb4e34c53db1e733efef8db378e302a279ab61492');
INSERT INTO "audit" VALUES(9,1795752617,'alertd','notice.queued',1,'incident 1','notice 1, first: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','1a9e79df4a4e34775bf717494134b0415e9536f46c9507604638baa571aab3f3','','LKMwgnFHrbAyCTbCFAVPgQ','61a2428ec47f6c918da58c06a5f85b29dba54a2474132fd0855340e4460b872d','lpLoK-lwVHLH4rw-vLP7mQ','ee35d855ca9230ccb81c238d97b35f1fd4c47d6272632c6386f56f5ae1904838');
INSERT INTO "audit" VALUES(10,1795752617,'alertd','page.queued',1,'incident 1','to Jens Lund, vagt@example.dk: The municipalities are being told.','733a602a0e0fe82ae358c52b6c9047969c6395453d444934845f414d02630e4a','','WDKaEweQI4OZISzBJ0TBPw','294839425e663634ba7643b13a3d5045b1f1feef748b3580941c6e9daf2048ff','Ms3v0ypupbT2SARYkrJNaA','4a3c8deadaf67e6461faf4041e5bb2be20400cb6e0d5dfb2408025d6b5b4b295');
INSERT INTO "audit" VALUES(11,1795752617,'alertd','message.sending',1,'message 7','1 recipients, by worker 5333','c20ced697d4b125f3a99d3fcbb5bfd996693fc44715582f513c49903364307c8','','S_-2G5COJcTXROXxMahUzA','ae829bc6f458294484de8a58cbb029a5e099c86c1f06674f4da070524b27093a','wHb5A5PBFO8uIHlyhA95Vw','b27110d69d2b24070c8604088b4ac5c46e16d00870b2af2a7e57ac84c0f0cf4b');
INSERT INTO "audit" VALUES(12,1795752617,'alertd','message.sending',1,'message 9','1 recipients, by worker 5333','3d353847dc65c62e068a26fed840f810e2dc3bf14afd9d77b08e61a63bcf2c4f','','tyi1REBQ4nX_mG-PYVwkmA','00f1ad388e3703e9fb418b0db00a95cc1db4b74ab414ef09c3f99a3a9dd02a78','ib7gCg7Ea0PNQ8pkyQil2g','a0697ec026fad35a8aff3995bac404954bcac00c726543fd71d8c48ec40122d9');
INSERT INTO "audit" VALUES(13,1795752617,'alertd','message.sending',1,'message 8','1 recipients, by worker 5339','9429522df4d5298efc3786f83407ba493bd88ab8cfa397b29889339a153ed31c','','mpKFTi6ak2D1snURkecPlw','2eaf20656e358312105bab86110e9542b457157abfab1985739b284d40bc98cc','WFYYOFhPnnM6zJXzT_TA1Q','aee313402314c95be9f2a40581f44f9148f6f66d0552d51e49fb1a94660d25e7');
INSERT INTO "audit" VALUES(14,1795752617,'alertd-sms','delivery.accepted',1,'message 8','+4500000012: accepted: 0 written (/tmp/alertd-13/sms.txt)','aac54b1d1ca2cef4c36ad610aeac5d0737b8d946825cfecec29e9f268b36cc41','','Oa8bRnsp-N1F-pbxwDKNbQ','3568dc63e2c8ac26bce81822f0bfeaeb1d2878970868a3151c88c1403ae92a90','SsSzqHZMMByxaWV2lFeRtA','f0a00853f6079c0c05378470cee41e84bcf33545e4cdee1cc44b2efebac55086');
INSERT INTO "audit" VALUES(15,1795752618,'alertd','message.sending',1,'message 2','1 recipients, by worker 5339','a228cc0e718349f12557d84aaf9012c6f15ae63437c296a3c078e7f4693f093b','','JjelMZuYtv6Zb4YSjpAhwA','e8dea4e4d572851327f38e5d82e63a207da335bceb1d938542be75c573dd27f0','yyEJs3kybcMyp7hA-vb67Q','d46d2f60fdea9c595baf8aeee8634c8771a58c453c07cb27ee91ee3bbf09e06b');
INSERT INTO "audit" VALUES(16,1795752618,'alertd','message.sending',1,'message 4','1 recipients, by worker 5339','9130c3f557783c9e449bd4a1fcc924ee0ddb73ef78da624827258183ca79918b','','Jg2vW1XenRcvYq1vO4E5-g','4ae5830b6c3075ebafb8b79ef39548d3a07d02063b3dc819a1f458724741079a','KH97EmXscmmow_3Hyqbl3w','da0997b87c1578831db43d386a233bf60e23e101d7d05c251c832105308d2750');
INSERT INTO "audit" VALUES(17,1795752618,'alertd-sms','delivery.accepted',1,'message 2','+4500000021: accepted: 0 written (/tmp/alertd-13/sms.txt)','588b1861dddc76c42ea8937318d3c455ff7db56624daad19322a2d7f00c802ba','','uDSA4mFqe-td3Oo07GbVWA','918308cd9a0cb3b488083c9156c452b48cd9118f812161d78f97c8e6b9f5ccd8','HPCrRqZdL5ZGbaxLC1pY2Q','8fd0bc43ef8c12a149f5db323586a48166497638c32dac9257c644ca6f520506');
INSERT INTO "audit" VALUES(18,1795752618,'alertd-sms','delivery.accepted',1,'message 4','+4500000022: accepted: 0 written (/tmp/alertd-13/sms.txt)','31f9730864c20bdbd20103ddd2ffd25a2e0036e9be20703715ad54b907c08ab7','','vfrZzSSZSwLeAUsPGH7iYA','53849b8b5bdfbae228a42c6396da8debfdff457bda705c3ec6b51ce998a7ef02','ac4gn2VrjSq_If4OUakcbg','3708b68356a0e4099b0a24b24082aec1ace836daf4430094ea9b3d1768f7d374');
INSERT INTO "audit" VALUES(19,1795752618,'user anna','call.taken',1,'incident 1','incident 1: taken by anna','e6c296ec8727b5d70a60f541d1b9d59a16ae99597d8a15feea02becb572fb89a','','1mt1GeCfATbk_C7ojNQJlw','7a0d7f4d762d4fde11d466a86ed4d8bf386aad363d3c3175a0ca749f185ca346','eFBWtOMMNvpM8p9UIoOPsA','e7db5bc0473be70756b1d3e4366f768c18fe0249649438c943080badb5da0b92');
INSERT INTO "audit" VALUES(20,1795752618,'user anna','page.queued',1,'incident 1','to vagt@example.dk, Jens Lund: taken by anna: The municipalities are being told.','8487ab9b3c30c7a16038d76181c95e78b2e7116bc0f1b56fca131e800ff12a56','','KwbXqKSbOyRUAnbAFtgH6g','5208949c01099348f0e9d51a909c5f1fc347b2b9a8006f32c91f6b161705e997','eoK7jJXsb5LYliV_hiUvqQ','856a526aa832d2518bbfd090cc9c0ce9b5b7ab7c730aa3636f43db0aa16f0db5');
INSERT INTO "audit" VALUES(21,1795752618,'alertd','message.sending',1,'message 12','1 recipients, by worker 5339','d6889f8b4c19e16cf36354f4e48b26ecfa672307d7c623cec45d2ac03c705e3a','','utN2P8EWAUjf5xmcD6U-aw','a11f68c9832044e75ab293af2dc7f85a491bc134c9054383445606d585f6b5a6','vFoJgD0XO7jxYhkHrlkF4g','b0755ebc251fc0c267f663f3f00d160fb00049a9da54c5eba22a7d4ebed5a224');
INSERT INTO "audit" VALUES(22,1795752617,'alertd','message.sending',1,'message 1','1 recipients, by worker 5332','641fc56aaf345ef54de8e4361a1f506e2a6d1daf2e868775073b610c6d2ac880','','pW5Ibx24I2HN9Gz5h-URmg','4790c05b770bbe36c9f9664763af9d33aba26915ed4cfd09278c9dde99a7afd7','Oc636FPZSRJXosmBA12SXg','ac83bbd0e195f18f372b630dfee742908f18e819a21196f2e810401e74601fcf');
INSERT INTO "audit" VALUES(23,1795752617,'alertd','message.sending',1,'message 3','1 recipients, by worker 5332','624d82bc4f0ed1e2f1255f3b235f2a78477dbd63c614521a7ae7d88f744f642c','','Z2NGXJyNKHM7BFqicS1ybg','6700644f7c3b49022bee41c2b641aa01e7539acb81f06a7d01706b320976ceb7','qOLzDTp5G350MVbvsq_8bQ','2a5183fa3471eb49bc6b8e99d91a4cd660bed8b4614a20b888f01ac9b4a3581c');
INSERT INTO "audit" VALUES(24,1795752617,'alertd','message.sending',1,'message 5','1 recipients, by worker 5332','0ef583f1b3e767ad481aaa0ab658370cb1335aa4a5106af0f3197601ddc307a9','','8cNbrqPuMwbd5bOuMEfFvQ','002f0cac7410b3db8ccea994eb74060da802567d0943a1676f0638ee146ded8d','4n-lLXxFVObB1KZ_uJ5uIA','8b6806ce360e34c57fbf83ba9c3d05aa0255da6d4c83fa90ca37c68381708529');
INSERT INTO "audit" VALUES(25,1795752618,'alertd-sms','delivery.accepted',1,'message 12','+4500000012: accepted: 0 written (/tmp/alertd-13/sms.txt)','cb1d1504c7079933bf3d337ea3006ae90ad52cad75d00873f1920c920ece92d8','','uuEjWEcXF9ObBZQ8_K8MqA','45962e8b487da36bab24189b721293b4727d67990cefca266ae55d2b041c2559','vzbF71Bm0u1bayJECKGuug','0682bba441b852aae26b7fc986ac013c449f2ce86a1a8ffbc856392b6fb5b9a1');
INSERT INTO "audit" VALUES(26,1795752617,'alertd-mail','delivery.accepted',1,'message 1','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','33e619ec4fa10e3531449ad529591db3835909cd84ad53a0f46b57437322727d','','s_RxUjAL4IpV9AwtM9Z5Lg','0d74bed96c467121ee07a4ceab854687b5dc56ae1c816d174233c026a43a58a9','DzmCGxL7VbLM1d9134m9Gw','494b0e1f91049045c6301322a4899873be4f748f4284d2d0038cbfcd40d6c6b7');
INSERT INTO "audit" VALUES(27,1795752617,'alertd-mail','delivery.accepted',1,'message 3','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','a38bf725dcdf1069950c52c607086d200f890aff94361a97d5512f9bab80ff42','','ItPZ_dQ18dtSYBcGCF5R0A','d23e3998d089deb6ac45d981d93bbeb8cb1f08865b333ca016316d9d87a03c93','gYjufQujdC5zKiYWap4tKQ','31bc2137afe655c8b93def9c1e68a49d6941198b16c71532453900dce7d409e6');
INSERT INTO "audit" VALUES(28,1795752618,'user anna','cover.set',0,'cover 1','rota vagt: Jens Lund from 2026-11-27T04:10:18Z until 2026-11-27T10:10:18Z','2bbb1a78e8751424172b3756d46b88532f503339abc439e1729a7fd2d3b4c4a3','','sSPliXe2lLhWK1D6GeCSZg','4fde2c5bf9232abc8be69ece5b95c92a1c75cf6cb0f8a020d1e2557ce71df21f','LYDYUqVnyF5eG1Vhu7u9bQ','94f151557478422c1dc448043a5aa4dca536740d1447436c1a30e0d6f8147362');
INSERT INTO "audit" VALUES(29,1795752617,'alertd-mail','delivery.accepted',1,'message 5','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','3281ca4cbe452c3d50acd528b03d6ae5a53c4d432e5bd7008e593d2cc9318e80','','7CpeJPpMUjagMXb9AwTaHQ','b09c067eaad19133ca824c299ae8d8558f1f11becd6d1192c81bdd00115a28e3','lVqgsVB2RImIacBaUuoOSw','5848150c90cf95ac86d06cb0f772c2e19bcf6a3892ee8f9b12d2ad7382015e09');
INSERT INTO "audit" VALUES(30,1795752618,'alertd','message.sending',1,'message 10','1 recipients, by worker 5332','f1089e56ad442efbbb8df4c40791b70ae6d2562ed3fcdc4d0ae4cc6b43677ec1','','W8__dqRrPjoA9N_aywaxpQ','b6f494f5479c40fe4e0323472f1c8af37fc9690d1a1640044588902662ca2b7a','dHQMRZXas8ZHiXJx49WKCA','82d4789010d2d9762abe3a80081caf88de599f254ddd45ef4256bd88d96c15ee');
INSERT INTO "audit" VALUES(31,1795752618,'alertd','message.sending',1,'message 11','1 recipients, by worker 5332','633f078d4be2b4f9c2368c09f769a48b838e9650de83d46f8ab27a8d1ea700c2','','Z1KannElkRljHU2aXeDTPw','08a1da309d0e5e831f9d3a22e225b4586f35fb450ecb59708a239048e13a83f7','4RYYIfU-QmIBc0Gx3r7Rsg','93d9471ec6218baa1d4747d997585a29091a79fecdc6b51ff91641718d64dec7');
INSERT INTO "audit" VALUES(32,1795752618,'alertd-mail','delivery.accepted',1,'message 10','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','24e37bd6cbdba9c02a1af62fe6ae1577f2c94e4c6768cc125ec80c1ae46205f8','','Vqo_diPrj-GOJRzihqmoVQ','73b272603f6657ad250b4cae2dd8a3d780bc4a64043540d581c1cb49fa5440d0','DytayMbMNM1iYJI4nSfu-Q','96ca07283eb164febf87d70ebadb9fb6b69b3018d2a2716727a53bc11c0b8937');
INSERT INTO "audit" VALUES(33,1795752618,'alertd-mail','delivery.accepted',1,'message 11','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','5755b589bde6c5ac285fbf6bc17e7073ec1bdb6b1364ee2426421782d347faca','','sow5ASsdQxbe86OGDRP5Zg','362864c55c170c93bfb2a83023728ec2ff4a930fbb745dbff869986a8e0f89a7','hE_G-0dtl1JBdP-VLWbDRQ','a6f1aaa5f10a317699ab24c4e753fdea22268580835b45689fd7a93c9366aad2');
INSERT INTO "audit" VALUES(34,1795752619,'alertd','message.sending',1,'message 6','1 recipients, by worker 5332','ac2a8d23209a5168900cd006592b1dc064f33f644356c5d85576c782f31bae5d','','fdSlmUOohOCgncPLuFiNlg','2254eb4a2d392a969453773824c725ee43c8c0df972651483b2acd1782b7ba88','U5OmeVxryvdd8PGH3748eA','8407ee5632e03241dc4b62269cbdad60b07bac06dfa46e2c29fc9cc8167d0d57');
INSERT INTO "audit" VALUES(35,1795752618,'alertd-mail','delivery.accepted',1,'message 7','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','c977691527349d74b3088ce81f679339fa2f360eebb00dd70fb12d7182e4c039','','s_JsvvjI9mybGOMt8B2dtA','6ed9051c3d12667bd4c0f5873a8826ee8679176e314cfec893179d94a71d80f5','P0J63GGKqFUCxo-EsnPfWw','4aaf64f69f929f09a8706ac3462a5cf8acf970eec4321c9f500837aab909354e');
INSERT INTO "audit" VALUES(36,1795752619,'alertd-mail','delivery.accepted',1,'message 6','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','4f21f16a38bd8575485f671d864914c7da25af97518289901300749cb5448791','','3nslq7GESp8X-av9ryigAg','8357625dbac7ecac5a696052ea70379c679784c6107869462d7c620b9897ed54','FlvC8-VyzrtUrJi6uypF2w','882a38180a394b3acb71779f4b3662e04a3e77663669c56adad4a07e28506af1');
INSERT INTO "audit" VALUES(37,1795752618,'alertd-mail','delivery.accepted',1,'message 9','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','4bfce118b7f92c85c99187b553a97b5f1862b95b73ef44c4ac01d171b6309c57','','DwPDQKKmy0yq65-UfuiqUA','be5945658d47e47266428b193356661f5a5ffa1fd13f0bee88d10faf161b12d8','3TVL12FDH3tcCJB1UTl0hg','4b91f17bc94c49236dfbfdbee0a5e164d97ba7356c9580e18f81680bec6380fe');
INSERT INTO "audit" VALUES(38,1795752619,'user anna','notice.queued',1,'incident 1','notice 2, update: updated by user anna','a0c4e61f4aa171027ebbf47a0f7110b47a55b8ee60a536bc9abe58e89463028f','','UputGkBFYHJOOHJsWa444A','2e670291d0e86587b1b6b6df1c099f66f257db6cac74d5ce753698d135ac2265','zygYJ9xq6ZKd7mp-RqDXZw','06af1ca3058138af5947dedea63bf061c335af0e9ae6de05e6b77f841dd8388a');
INSERT INTO "audit" VALUES(39,1795752619,'alertd','message.sending',1,'message 14','1 recipients, by worker 5339','b652bd3eed4ff63b0e468a67f2b4b4cc75417dd5dcbb5786d730ed2ba2cb8088','','bciIZIj0Kc21fGa2_kKjkg','8b4fb3476bb1d793a6286fb05dd37efc4b73fb290f536f48e61a79e3072ee272','4L4oNkE8EJklVHGy5VMgaQ','cc574243627781e42e06af03d9b8ac388633e13f4fab6a2cef1edde705e646db');
INSERT INTO "audit" VALUES(40,1795752619,'alertd','message.sending',1,'message 16','1 recipients, by worker 5339','2dbb2491e5a0ba5c7601c97eafe3b7ebba2c8a12d404f9d8b8984e74eabd023a','','6EPLirv27TtvvWBlXaFCWQ','358a6bc6658fa2e2ab7c53d6505e8652d8b5f3f02bb940ed163b0c781b33db2a','5Tncr0pVQiZef40hcdZJCg','c61d1884681812f1c72dcbba8a6a33e4fe724127424be6a7fd844f0e0b1f9bef');
INSERT INTO "audit" VALUES(41,1795752619,'alertd','message.sending',1,'message 13','1 recipients, by worker 5333','7fe52afa8ce6533642a8d12164b723b2a2f92d7895c64d1019838883e5ffc545','','S2rrumfYlSLSFxx8pSVzoQ','7171473fb14f97540026b6802e0ada9efc67563ab866c017118caff0837c6ebe','PcrUoSi0XzCRn08O9efZpA','9d2f552651d6a9951a6dea44d15038c846f7bdf3922bf049fa45a4dea098d22d');
INSERT INTO "audit" VALUES(42,1795752619,'alertd','message.sending',1,'message 15','1 recipients, by worker 5333','7cb20bfe6745f4e86f2c9aca6d2741110cc8a02f8bd17903ed3be296ff0b883d','','aN14rZ2zUj_IhxVDiRCQeA','6191f0a8195dd2a8bbde81ed9077b48bdef917ad41f627046f792401444c9ab7','htw3GVmeydWIY1DisnhzVg','61bdfe9986cb2989e93b06bf00ff8e147c012d78e1dc0314676dd9f742c6e59a');
INSERT INTO "audit" VALUES(43,1795752619,'alertd','message.sending',1,'message 17','1 recipients, by worker 5333','b7479fb5e3c5b717074930dd5637a7665c0a3d396460038a81cadb9146266026','','C5EKP1eeRsX4thJ7UrEI_w','1f002d1741bb7ad776a597dbe1c0e90c75cb66e54bf33d6e8f76d510121c26a4','ofrGuLJrTKAJmaYPG9djuA','568add7e6b850d4f7adafba97b77af63b5da228477a1b66be3c61673095aaa70');
INSERT INTO "audit" VALUES(44,1795752619,'alertd-sms','delivery.accepted',1,'message 14','+4500000021: accepted: 0 written (/tmp/alertd-13/sms.txt)','b318ba923711156c82e9e9ee0ed52469b5b9f83f65190171fa66784f9fb6cbff','','bTXlhewsY7lgVfu32A1MoQ','1ce013f69ed57aeb8192839f6ca7c56893eeebb43ae0a5edb59371a9896408d5','NdXQkqv5Ndk-UuztpcpEhQ','fb33b0a43a6fd6f83f01f54e49b4f4e14708c3376b7f3f640cb68fdd72f7f7bb');
INSERT INTO "audit" VALUES(45,1795752619,'alertd','message.sending',1,'message 18','1 recipients, by worker 5332','5da90c7141b4ac50348f4e9b9f981e15b07334a520da2f3cb5eddac598b3c8b6','','taPmy-L4HXV0wRtQGFjnzA','a7e5a67f7aaee0a20eedc36dd51d6507f4a75f4bda52a104dd4aaeb3a41d6568','kdG4VH9XIguxqTr7Hgd-dQ','5306fde42cf4220b50e23eb227fc1d8d56464825ed0483f5769b441e40df254a');
INSERT INTO "audit" VALUES(46,1795752619,'alertd-sms','delivery.accepted',1,'message 16','+4500000022: accepted: 0 written (/tmp/alertd-13/sms.txt)','47cef81cc413404013624afc3d3a79a3450dd307c10434aaf2157bd49c705ac7','','jGQaoIjHn1oS7gNH20ADRg','43a7f1d0876d57ace1e9703516fd136914991bcb8a364f0bb7b1dca21b5d0153','VQH64OFnzlRW_4jCc7d1sQ','20afe7c14e5f319eb1bd793a6b3e9936de14a9ff62eace1f6624fb2b29ed8e5d');
INSERT INTO "audit" VALUES(47,1795752619,'alertd-mail','delivery.accepted',1,'message 18','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','3bbac76affb586e0b47d410601226ee7fe0d77c530c93fd13b4e6477506c7bb2','','oZP3mnbh4MWg31dIjC-U-g','164f45d9332e662b0438def6aeef2f94a0428d0e66df9644e32a813564e9d0fd','MHxwxrDyPjvrJ9I8tM7G-A','afc4dc89d45bb6b4905c3a95bfe9a0d0c80f3b7ed175660f01c6a56347ec6e69');
INSERT INTO "audit" VALUES(48,1795752619,'alertd-mail','delivery.accepted',1,'message 13','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','d8e7f6039485746e79d44c90cc85c768391c4e2ec92f838d24c95eb2b22f07a8','','vfbL0gZo9-esMvCs8_WL3w','5a280496dca9d0c03934d452c07009adea244600c4c210cd6dc4fa8df548b39b','ZFwylq8t2j-0WxT8u7ZiGQ','4094a4c245205df3f7c21fd3ec2dcba56ddecef90d7a283af2d5d5b544092800');
INSERT INTO "audit" VALUES(49,1795752619,'alertd-mail','delivery.accepted',1,'message 15','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','213189d533ef799927a85ca4d0bb27d1ef073c5d2fdd96be90b0b66eb35d2fb3','','5L-KSTcVaCU1RPWW4_om0Q','ad87357162765cd27efb5fde7195e3bb744a0e2f9dbe0b715fe393e3002d9265','3gUK_mLQou7jPg0X6dbSgg','a1fc77a04cc1e9151612385a916aadf62495929ebe26e2ca45837b2e4f04ef70');
INSERT INTO "audit" VALUES(50,1795752619,'alertd-mail','delivery.accepted',1,'message 17','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','f449ad3d0faef90004f769a8b647ec2ebb30defada4ad1679ab4ad79bc9afd2d','','AeDIxhmaEYRm81VO2hz0cw','c25c26cd07bc1bf8a382e47a9f70b40cc2c0d6c3e1ae974e7aff3ed1776cb0a8','gv_gcVkdB64bherFteA-hw','a9530eaef2018d80b4590a6a4f26d6b246dabad523addba9693bc9963c004e59');
INSERT INTO "audit" VALUES(51,1795752627,'alertd','incident.state',1,'incident 1','resolved, was open: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','95a44e00c00b057c5b1416a4c477e4cd01b7a7f74517f0d9fd8c027e1cdbc446','','JKVA-sN7QKxJ0zhBEpQDDw','87ab2051c215c627e3ed1e9d663f83422c21c14b0fc93952935e147cd4a64108','g6RoTQCL69QiuaSD56IEqw','a1ee3a7afec338253ca69330df72359a819a4c84b2edcfddde19b56679ee5a96');
INSERT INTO "audit" VALUES(52,1795752627,'alertd','notice.queued',1,'incident 1','notice 3, resolved: it is over','5a4427671839ffaa5087c0a83c89e19301a8c1535a20888acadf74326fabf84d','','TBowSfUlzCpsZceUQibSaQ','259559e3f857536b60a8c963f7f00a01fa21bb9c1e620d76604f8a2a8bfb9ffd','5muAXUKzSXdGEp5W9UcDlA','7786155c24351a37dc482f01dbd5ba4f36a822a1f3667a84638ef86350a2c0a4');
INSERT INTO "audit" VALUES(53,1795752628,'alertd','message.sending',1,'message 19','1 recipients, by worker 5332','8ba87bb8d6fac8507a4dc82fb17fd5500c771003f81230246bdb06e5a701cc33','','PPH2Hxhjr5DTVZPszBBKnw','e95f38016dc2873fbdc33b775b61d991eeef30b095d6c7481bb6021ef4c199c9','SikbomplLpobqjnwcDgmww','452f2f63c1daa6bd8dade1843564fea4ccfc9cc64f0dcf49d8274b45a144ed90');
INSERT INTO "audit" VALUES(54,1795752628,'alertd','message.sending',1,'message 21','1 recipients, by worker 5332','1f00a6c97a4a10878451cf4f79d722a5dfadb55ddeccfc0f1e946a7b1154015f','','juU1s8kB5bngT3oW_LzWbw','40ef508d0f2ca1815eb6a5e26e7706a4e2a102c8c480eeb910b9112f4d5a7c16','v4ml7x77FzlTI81RdngrTg','593b8fe2570441f7f598259ad5755f613f261d59a132c031bc2bd1c67e9ecb70');
INSERT INTO "audit" VALUES(55,1795752628,'alertd','message.sending',1,'message 23','1 recipients, by worker 5332','dea0a51e79c6b9ed018e2e737987b9c9f81927bddbc72e7bb0ca3d40044e36c1','','icRjNZeYAU_0Q-4Zw1YFGA','3491042253d98a0d4f5c01b6579657b4b2e4ad9ddc7b890cefcea227f84d75f6','x4h7hzFCKSfT9r0fXOncww','a0ba2955d3bdf90ffb41b6767b785b6d525dd0ba60c217a87d726a52f6a4f46f');
INSERT INTO "audit" VALUES(56,1795752628,'alertd','message.sending',1,'message 24','1 recipients, by worker 5333','7b9b6bccd925f0ae5815f460f98836aee4a333f667b463e2cbf8cf4d58293f56','','hLOCTT8SfqwPOkjeMY5iHA','c2cbb28424f2d0fcaa21d0dbb56e382b1d7644d02d9e6b93d722c154e964aec4','H4nHK6NALeeICWfdNUzP6Q','1081fed0e609fe2723de52341c1b0c9dbebe3413df743da97a5bcfaf0d37e42a');
INSERT INTO "audit" VALUES(57,1795752628,'alertd-mail','delivery.accepted',1,'message 19','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','a1fd396b8a817ec8c109a55ee7237ee10a3bbf6c8ee220194da08f4c8754f4ef','','WhtG5R4LxoNGQKXsSs8YDQ','9774c52d9703d45c923e24066311bbf5f84df7cc8d0a62361ea6fd9e63a494f9','8msNnYhI-iQl62N9P8bRKQ','a9db261962e2b12452fb7d95b7b7ef29951096352d8f3feec573100c2391990a');
INSERT INTO "audit" VALUES(58,1795752628,'alertd','message.sending',1,'message 20','1 recipients, by worker 5339','221c5ebee79252d3f41c3569fc91d5149255271ea4a5a6c2346037f1d32de283','','uyEukUjkRlfiJDPqPi-iqA','953ba4ffdf5db4de25988a14e75f0a43ad2d91359c24ba1956c0970e62414603','ZY7LLc__pMKv-yZKa5bcEQ','8cc710d23964c1c3c3b9e1e3db7b6cae78df8480fe5b4ac9fa598907af324973');
INSERT INTO "audit" VALUES(59,1795752628,'alertd','message.sending',1,'message 22','1 recipients, by worker 5339','0989c3838801de2727e8bcee22e5508f771cbf77fbf7af91d8d69c3afb7f3cbd','','du1fKLrjvAwohlaqJwX_NQ','e1de1dfe47a6b714704c141a822f7ae1fcef4d9095b7759ee0a2e42b5fc55359','yaAdR5fhGYpZtAIQ9IXG2A','6f9e5e7562183b0133719ac8b5023659eb616ba47dce08d75a020147829f8afc');
INSERT INTO "audit" VALUES(60,1795752628,'alertd-sms','delivery.accepted',1,'message 20','+4500000021: accepted: 0 written (/tmp/alertd-13/sms.txt)','0455bb980516e5c0e99ecf9b97f5f45eac7f8d07da572098d7d1109a9084947f','','SA-EJanRO2QunXpSJk6PiA','6ea8c1bc3a9486418382580fb77dd182faac6e075d549a32558a07c7cbc74680','IhaNAZRmqaXh9XXSKWgNhg','2a429075a15dfb82b5f6aba70c9adfd1f46f174f7401491d380109c967aeeaab');
INSERT INTO "audit" VALUES(61,1795752628,'alertd-sms','delivery.accepted',1,'message 22','+4500000022: accepted: 0 written (/tmp/alertd-13/sms.txt)','7a1ebdc02faea84884a9a1c8f84165013340e202d9d0a9ebd913dd07daa51496','','rnLmDJYfSds7JBHM0EILdQ','a9a32b9f2770a21eb45065b1b682e64ae778ad73fe3ff23bc47f8728d97b6f2d','ck-M6XgBdN8toBXl4GN6Ew','c95d46e09f1589fe8567bd68c4c48cd7a88308dd8a14dd9024496d3cad2dae95');
INSERT INTO "audit" VALUES(62,1795752628,'alertd-mail','delivery.accepted',1,'message 21','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','981bfdf5b2af335172e5bf2cc90ae090cb404d19e81c1980da469478135f3396','','u-iZl562rIGS4jUJaa_rOQ','93ca5814c0bfa5c4e21656899a0cb5f65fb82adb5a101222b778b31dd045d34e','zeGgmBTJgjQ_Qv3NyQ_JbA','5d24d424c9704e0ad4da71e500b8926a607c14ed6a797a18195c595334a96f6f');
INSERT INTO "audit" VALUES(63,1795752628,'alertd-mail','delivery.accepted',1,'message 23','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','05bb34ef3f8962958c9af716fd9e4f6a96829ca70fc20129d57fc915775467b2','','dRM8n64FyWgI2ek6fG0pzg','e00469f71ea302c88383d6986ede987df35631a00255a65f98c7f2056b6b98c6','wqAEzPDzJSw7mJuo51L0tw','96b40a220eddcfa347ccccd42c772d8e5bdebd7106ce27e5a58500e7945fccd2');
INSERT INTO "audit" VALUES(64,1795752628,'alertd-mail','delivery.accepted',1,'message 24','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','bda09cc8fa3eb44fd09473a67fd726792bea8e65d324ec95650dd9d014393f32','','YIcSMLqGqHFRKwMs6h7VZw','ce6bbea2fc51c40402c7afe88606038083a5e811cb8c6a7d82ad34099e0e797f','WjKNqVfYKhcfuFJn5vJjOA','2d99e39e9b2a62165689635f0283713c032f91c842134551e47bdc6739eb77da');
INSERT INTO "audit" VALUES(65,1795752628,'user anna','incident.opened',2,'incident 2','actual, outage: FMK kan ikke bruges (by user anna)','1a98577f65976064d11497630ec4951728bc59f42ed16bf7feeb04fb0b31561a','','1C79C78s7VTsjjVHx8qpVw','0a953416f89b04a22d57e092b492406e918d9ef9f8a77ec1f5522a21574a14d8','VVDi21yYYCy--qvTAaBy6Q','d10e4b202c64343662c51427dde4144273426f8767fd2cf7d0c49db4bed61451');
INSERT INTO "audit" VALUES(66,1795752628,'user anna','notice.queued',2,'incident 2','notice 1, first: sent by user anna','d211912fff7d13786aca3bf128446700663857e1cb6b4f40638cbb40f474fdf4','','sRapN9ABLMNunbnRy7QrRQ','735cc78c766ad659f807f9045e1f2be14593878fab6d3e024a2f88a60b05ba7e','sFENktZEHxZaylPCgUhTew','15381203f0098a2452b2ba6aabf05c704e591a1e00516067d0636251f7d96886');
INSERT INTO "audit" VALUES(67,1795752628,'alertd','message.sending',2,'message 25','1 recipients, by worker 5332','8c3129cb14436aa2b4c82ac02f2b7a770127d522fdca8ff4854e2cc440d189bf','','vecciBbFpEn11T9BTqxMLQ','da827aa05a2a9835bd0973f34bc45d68243edeb50f4ee9397cc71265a62347b9','DqxcFOD4ideqnQNxsxhJ3g','5c1951ec87feb961a4c6e10c7b34f34e409f5f3788f27d269b6079a041a156bf');
INSERT INTO "audit" VALUES(68,1795752628,'alertd','message.sending',2,'message 27','1 recipients, by worker 5332','6bffcc4efb48c6f8dfc97999c209f1113b2618fd0ca3ef0453fd8ebb77d15ce1','','dHS97XIJQH4VraWModi-uw','1f64cec48604b86227b1078a38206f15356ab7aed3d9b4107f2f8d9c9407cd73','PVjokMJNBGntCcqGWwbakw','a6510c6609f405c4e99b87a8f3e87296bf4509e62de33b6e6d74b50a0c4a5fc4');
INSERT INTO "audit" VALUES(69,1795752628,'alertd','message.sending',2,'message 29','1 recipients, by worker 5332','b73cc2cbf570b0feb733064dfa60b10db087b3352db84c7699c710cca9f69d48','','IMyjO3RFcHg6cE5pD6UOaw','94c235a0982dc1b0f02a50a2a53c83bf96a94493002ecbff8333b626580e5410','A9Jrdxb4BgVgWzryageHVw','873a1738a7b68c68a5a840f70fad87e71a1f6e6d868bf7325e9e8007af3bc6fb');
INSERT INTO "audit" VALUES(70,1795752628,'alertd-mail','delivery.accepted',2,'message 25','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','bbd0fbea67e5c105db80cd40ab3ce54da72acc3cd6ea42920fb33b864683abc5','','Iqiua3XU5YAFAyRdBu-EOQ','6869e4f43370dcb830b5a1ffda9bee97ac66179936df5d8a03affdc55259bf0d','SwhYqQB0pmkDJWXAhA92iA','77e2071fb7e8d3ace17cdc49edcc65a7d52939412100510c0073f6fdcc1c08af');
INSERT INTO "audit" VALUES(71,1795752628,'alertd-mail','delivery.accepted',2,'message 27','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','d2d1ef8eb48faab15a5068c67fdc69ad5c46ada655de951163256fa71704d260','','lkqmQSnSgi_8M8AHBbKvYg','154fc63570cb967d5dd81860180c52735d54e6eb42ac29ddffea0a82b520fe5d','tWv6i2eeyJw6J3hVtFuquw','2827deae867bdd28eb72dea1524c485d046224ee2d6942575c669ba2456c91f1');
INSERT INTO "audit" VALUES(72,1795752628,'alertd','message.sending',2,'message 26','1 recipients, by worker 5339','848fbaa3d4ae1610a0baef9016835336aa0fb1b1b4ba07baa6a58ac86cf18ffb','','2GmPqNm32ySouWRT93Qtig','eb3a03b0a9bab8591862fe9654f30bd0484779ea91d4dde8911df08715e40b3c','RL6cgkBNQ7hlqQxP8__XDg','e90c999a0f487c49e1ac79a83420834df2ac50abb1262d933cc664e22c2c8c25');
INSERT INTO "audit" VALUES(73,1795752628,'alertd','message.sending',2,'message 28','1 recipients, by worker 5339','40202c4384481d37502ac85e05c4a652284641b40493b44410db358d2636dd66','','g7lODqv_NCgo59V93tS4kw','5cb7978366c255e93a946c8c7a936446fe4a99c38c3222980b2291b34c7a0127','ogmFVlI7MpU1lZmWyMvTgA','19ffd44e5b8c953cdf15b314d61e027cd3a20d2fc50871c187eb6eb838e04e99');
INSERT INTO "audit" VALUES(74,1795752628,'alertd-mail','delivery.accepted',2,'message 29','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','f1f4ca7e08ea02af5e58f01649626df003c9dbb59eda8d2ad262a68175418e77','','qe9-fhn_0IxXri-QWcQtPQ','7ed8fdf543c94491b1a0affd692c19491a637dded3d3195c3a9cd6c7dba95079','j3-_2vHeJBMbkS5ybEc6tg','fdf3bd8ca45c8730e07ed284e1a23238077f9dbecc00ca9e88caacd817baf55d');
INSERT INTO "audit" VALUES(75,1795752628,'alertd','message.sending',2,'message 30','1 recipients, by worker 5332','4d2c58e2a99b16bc5d08457b09720d450abc3311ecbbe2b21a39fbdf5dc2dd20','','8ZhRp8z8QWM1KwbjDEhzBQ','5b03c24770624caf923c26691e4b1c88061035113000c59490e795879cbcb43e','IT_1aQxeraNFddU5_RzqmQ','2d847700082d762da1c66b613ed4cb972c978cb6310e81b7f0b652b4a41dc41f');
INSERT INTO "audit" VALUES(76,1795752628,'alertd-sms','delivery.accepted',2,'message 26','+4500000021: accepted: 0 written (/tmp/alertd-13/sms.txt)','4fb2613d8f9df7f1e3317595c7f5222c8b82433639f2ef216a37a52d7e7d8cce','','gyxa4-cyqCkBuf-G3DDmKg','97252483af674ce4d120e2d890bf83943d24e09577c85d25b5aa14e7502bd984','KdBq-bk-omKgTUk9LBgotg','ae033724e958250e7902b7ca4438816ca06be84eaf1b391dcc7b27125e8b4c22');
INSERT INTO "audit" VALUES(77,1795752628,'alertd-sms','delivery.accepted',2,'message 28','+4500000022: accepted: 0 written (/tmp/alertd-13/sms.txt)','a5abd428fe4c4deb28be3e1b581db07c6151c4992242bb7ad83301ca5a6344bc','','xpFM-k-BFqoFsitMXURgvg','59fde58fe51dfcd96a8d859e85c4831287c2119f5e6f9784e9fd5f77fe52ef0a','ots9CH8jt7HZUtiQrIBbFw','b4ddd21952c6f7aeed99fdd3dcab922b169969096f4cd13301750cdab0847ac7');
INSERT INTO "audit" VALUES(78,1795752628,'alertd-mail','delivery.accepted',2,'message 30','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','9446bc28d9b3e2c33cd78b36ccfba39f314a4d1e1def30e53d7d8be0ce63c09f','','i11zbervnSNm0WDrUpfBtg','42f0ec704a4f844d1871a39e69b2a0c8f59b41fdb134bacddec598f76556740e','KywLKY-kdeR2Kld3ZFOFRA','f2f76e9c32e9c78abc211d8b8f8795f815f0ee5b4b475d675f519593cbd3b48e');
INSERT INTO "audit" VALUES(79,1795752628,'user anna','incident.opened',3,'incident 3','exercise, degraded: Øvelse (by user anna)','47c3c8cdfd900867817a1b9ac7f30746ff517a7465efa9a4da354fc603666fed','','RPCMqY8om5lRGjckzILzsQ','7a98136f686bc3beeac9a727be5a52ccf9fa43d2f88fdfb4354da8e31e8d95b9','IjAxkCvozFuK54E5jU-cIg','593137f9a9b7617c6077c7e88a95fbf0b382059589103c00295cae5cd334d8f1');
INSERT INTO "audit" VALUES(80,1795752628,'user anna','notice.queued',3,'incident 3','notice 1, first: sent by user anna','0ca77a9b94dc1c8bbb0a6c17f843c8f8b36d81db8adb9327333b0c824c4451da','','UNLDuz2ticsMcyn0mt2phA','20d2d99674efd415c886f02e4cacc0e87431d4d7f6607cf9d0f246b8d41e7655','tLOqr0NswNGDkjA_D3qsTg','3380a96dd8e895b231019906aa542d6b8104941f81b49dfb2703203f4477359f');
INSERT INTO "audit" VALUES(81,1795752628,'alertd','message.sending',3,'message 31','1 recipients, by worker 5332','fdbdc1c591ac292eecd346d45732713a64f851df186edadbf68c7f1be095b242','','kz_BTT0GWvTTvnMxCtQWEQ','319d6e28036a5a258d925efd297571e1c347de5ecaff17b5e320fb2a8ce28a6b','15jmfUEojGrJckO5gMJPRw','8e50dad02dd92d02cc36c839f61a12d103fba969db32fdbed97232c7fc7952e2');
INSERT INTO "audit" VALUES(82,1795752628,'alertd','message.sending',3,'message 33','1 recipients, by worker 5332','4838057de03080603fd5b38e62c7b5911303b52713643c2f701e69246873210b','','Rcp6GERebe59CZd3TzMndQ','35d56497f5e4b5c76b4626d2610236c09d7959d2ce43d64d61e70f2a203a6241','NczTiJBgwF8-CPSkgE6lZA','e4ec84b08f4b638a11d261d28e954778fc4899f9a2658a3e9c57b84ae7b35290');
INSERT INTO "audit" VALUES(83,1795752628,'alertd','message.sending',3,'message 35','1 recipients, by worker 5332','556c3170519515e822f1628660848727d4a8f81c7465970ea313a8cde4249fb1','','H1vZNC-dBTYMcMfaFKQNHQ','ef4081f49576c890b8102c02fc7038328a0c0be084d8e83f0ec6d133eba7f37e','6sWN2yVUIyAUC-lLOL3DHA','20c1fbfc8e09c10da00dd6ae5f4ccedc6516f9a2da0e1cc5a2f5daf54df2ae27');
INSERT INTO "audit" VALUES(84,1795752628,'alertd','message.sending',3,'message 32','1 recipients, by worker 5339','b928044cbd5a1a8cfdd205e0e7f121181285aa20ce11d9fca2d0394700bc2280','','GALGf2Kep6THNmM2yM5KVw','2c5d33d8a9a19a18a7a1f027a31960c766f62225491f5e3754a3d213ce2d93ea','nWz9DsOleMX7ouoQgfFjIg','a73dbb5d21c03b08befafa88afaa5ddac63e90ebd0fcf4b62532137bac477031');
INSERT INTO "audit" VALUES(85,1795752628,'alertd','message.sending',3,'message 34','1 recipients, by worker 5339','cd32e522b5a2125f3f453a98ac8259ca41eb78ab37314bdc5306682daa5e8244','','ZSV-BhZ7b4NVuE0QY6kLiQ','77e1391dc37384a37c1e940d90a3a516a2b217bf6ceda91f9378ce2de84a83c3','p4gVgoIn0tI-ibkTqawwjw','49ecf55fe1ac029fd768a7b4244d61734c2096f4b54aa233fbe8e30dbf28d180');
INSERT INTO "audit" VALUES(86,1795752628,'alertd-mail','delivery.accepted',3,'message 31','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','bf6466b8191521b270ef68464e6d8c93de312ea6f32306cc81303a23483a4e58','','vllh6j5U45Xq2TCaG32DgQ','2b0ec65782df42b0548d7af738de54ca5801c7cc3c1b864d1781ef6f0220a621','O7OU578eBvit67e59kqUEQ','2087b188d464a872ac24078fdffae480bda57bcab7ddc3fa055d77a4d75178b2');
INSERT INTO "audit" VALUES(87,1795752628,'alertd-sms','delivery.accepted',3,'message 32','+4500000021: accepted: 0 written (/tmp/alertd-13/sms.txt)','b04c4a86b33df958bf727f4b06c5361dcf5087563359649dd15f611176d48734','','YlJUWOUq3Xn7XxlUP67j7A','b3e3042408d7e973151b7e2231ac7fb3f8568082460aeeb8660b77a4a61b3507','WUUr9FAiaqvzAMdSTXY8bg','783a85997cb0cf224efb32b04ba7383f3d8afcf452a34694d15ba2fd2e53d481');
INSERT INTO "audit" VALUES(88,1795752628,'alertd-sms','delivery.accepted',3,'message 34','+4500000022: accepted: 0 written (/tmp/alertd-13/sms.txt)','22af9b791aebf000c0a5cab4a3949a783e39ff71ce8360395734faa32cbf0d82','','FqlXOc5-30OlDIo8CzF0xg','5dbf3b9d1713d56f2bc4aeb12acc2a3023bd5a5c8e6fb030aae205fc7e7f1cae','-APYFhaVD4OkNPTChalwiw','ac16942946779471c1ddf37f837409dfa7b31b10238b1421e6de2d5f60f94c22');
INSERT INTO "audit" VALUES(89,1795752628,'alertd-mail','delivery.accepted',3,'message 33','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','1ff7d26643263450feaad698206f0d10953ed6850a5c24b2b75c03e5de8c38d3','','tcXP90JnkBtDBNXsNJTQ1g','5cec0358422aa1a01056e46e3619289728cdfdc79345a94c89cde4b4f2734fb6','agsHdzbtUY3lhKxWMv225Q','51f9d3b2298fb97b5e04b458c55dcb753b26ea50574116970d5712d53aa97afc');
INSERT INTO "audit" VALUES(90,1795752628,'alertd-mail','delivery.accepted',3,'message 35','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','556562e994d5bb45181b5a43f94bfb65a4010eb091a6b394e4abe9215890f984','','IdiuwBRN0tbRw913HC_XNQ','99abeb050cb50ceb0415a83f2aeb4cd0152f3dfe8a2d95de2be96d63afff4293','XEcD2-C3JLwsR0W-e4H7_Q','6cf7a7f9051f03ca4673f845ce18dd9199de49d663da8f3789ef1d12b6897333');
INSERT INTO "audit" VALUES(91,1795752628,'alertd','message.sending',3,'message 36','1 recipients, by worker 5332','6d607d30ce143b85ad8ffa1fa2fee44f0e72f75820504586e69d05e713f9bbed','','Huf-M2nl1Wj4MnriFK2RGw','aa7c6ed044d9686666d8b2d0b80273f7674f1bdadf810a580612333e71215996','i3gT_cfp1xWjNo0ooPNE0g','0cc1737d7a7b6ee044522cdcae8855e6f3280794ebd5879407cc3b74f8e923f5');
INSERT INTO "audit" VALUES(92,1795752628,'alertd-mail','delivery.accepted',3,'message 36','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-13/out)','be88953932089cd8e222c50abd3d549bd3d5ef23603a07b68b7168fd116f2c38','','U_S0Xf5L87pW3lt_T8pldw','bc76a2f27f14d1a6414fb649342e1bfa0c4692a0a5f385eb669a667bd9654d06','aKOmh6fOYUp74vdm_-YUwA','dd3c1631264845b2d73aa80d75ebcffc94ab647949fff7dca7e9d0681140a1a8');
CREATE TABLE audit_head ( id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
INSERT INTO "audit_head" VALUES(1,92,'be88953932089cd8e222c50abd3d549bd3d5ef23603a07b68b7168fd116f2c38');
CREATE TABLE calendar ( rota TEXT PRIMARY KEY, source TEXT NOT NULL, body TEXT NOT NULL, fetched INTEGER, failing INTEGER, why TEXT NOT NULL, told INTEGER NOT NULL CHECK (told IN (0, 1)), CHECK ((failing IS NULL) = (why = ''))) STRICT, WITHOUT ROWID;
INSERT INTO "calendar" VALUES('vagt','file:vagt.ics','BEGIN:VCALENDAR',1795751000,1795752000,'HTTP 503',1);
CREATE TABLE call ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL, opened INTEGER NOT NULL, began INTEGER NOT NULL, steps INTEGER NOT NULL CHECK (steps >= 0), due INTEGER, paged_at INTEGER, skipped TEXT NOT NULL, owner TEXT NOT NULL, had TEXT NOT NULL, taken INTEGER, attended INTEGER, closed INTEGER, CHECK ((owner = '') = (attended IS NULL)), CHECK (incident IS NOT NULL OR alarm <> '')) STRICT;
INSERT INTO "call" VALUES(1,1,'','','',1795752617,1795752617,1,1795753217,1795752617,'','anna','',1795752618,1795752619,NULL);
INSERT INTO "call" VALUES(2,2,'','','',1795752628,1795752628,0,NULL,NULL,'','anna','',1795752628,1795752628,NULL);
INSERT INTO "call" VALUES(3,3,'','','',1795752628,1795752628,0,NULL,NULL,'','anna','',1795752628,1795752628,NULL);
CREATE TABLE call_person ( call INTEGER NOT NULL REFERENCES call, person TEXT NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, round INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (call, person)) STRICT, WITHOUT ROWID;
INSERT INTO "call_person" VALUES(1,'alarm.1e3386203534','alarm','vagt@example.dk','vagt@example.dk','',0,1795752617);
INSERT INTO "call_person" VALUES(1,'medcom.6','medcom','Jens Lund','jens.lund@example.dk','+4500000012',0,1795752617);
CREATE TABLE code ( id INTEGER PRIMARY KEY, action TEXT NOT NULL CHECK (action IN ('ack', 'approve', 'dismiss',  'receipt')), notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, call INTEGER REFERENCES call, org TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL, token TEXT NOT NULL UNIQUE, reply TEXT NOT NULL, made INTEGER NOT NULL, lapses INTEGER NOT NULL, used INTEGER) STRICT;
INSERT INTO "code" VALUES(1,'ack',2,1,1,'medcom.6','Jens Lund','+4500000012','5xi7iW75VQPrbgXYTC1LAA','215360',1795752617,1795767017,NULL);
INSERT INTO "code" VALUES(2,'ack',2,1,1,'alarm.1e3386203534','vagt@example.dk','','Iz7k4R01U_qx7tT36ex-ww','',1795752617,1795767017,NULL);
CREATE TABLE contact ( id INTEGER PRIMARY KEY, org INTEGER NOT NULL REFERENCES org, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)), topics TEXT NOT NULL DEFAULT '', channels TEXT NOT NULL DEFAULT '' CHECK (channels IN ('', 'both', 'mail', 'sms', 'sms-outages')), CHECK (email <> '' OR phone <> '')) STRICT;
INSERT INTO "contact" VALUES(1,4,'FMK-koordinator','fmk@koebenhavn.example.dk','+4500000021',1,'','');
INSERT INTO "contact" VALUES(2,85,'Sygeplejen','fmk@aarhus.example.dk','+4500000022',1,'','');
INSERT INTO "contact" VALUES(3,100,'IT-vagten','fmk@aalborg.example.dk','',1,'','');
INSERT INTO "contact" VALUES(4,1,'KMD Drift','drift@kmd.example.dk','',1,'','');
INSERT INTO "contact" VALUES(5,102,'Anna Holm','anna.holm@example.dk','+4500000011',1,'','');
INSERT INTO "contact" VALUES(6,102,'Jens Lund','jens.lund@example.dk','+4500000012',1,'','');
CREATE TABLE cover ( id INTEGER PRIMARY KEY, rota TEXT NOT NULL, who TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL, made INTEGER NOT NULL, by TEXT NOT NULL, CHECK (starts < ends)) STRICT;
INSERT INTO "cover" VALUES(1,'vagt','Jens Lund',1795752618,1795774218,1795752618,'user anna');
CREATE TABLE delivery ( id INTEGER PRIMARY KEY, message INTEGER NOT NULL REFERENCES message, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted',  'delivered', 'failed', 'superseded', 'cancelled')), attempts INTEGER NOT NULL DEFAULT 0, code INTEGER NOT NULL DEFAULT 0, answer TEXT NOT NULL DEFAULT '', via TEXT NOT NULL DEFAULT '', remote_id TEXT NOT NULL DEFAULT '', due INTEGER NOT NULL, done INTEGER, told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)), accepted INTEGER, UNIQUE (message, address)) STRICT;
INSERT INTO "delivery" VALUES(1,1,1,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752646,1795752617,1,1795752617);
INSERT INTO "delivery" VALUES(2,2,1,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-13/sms.txt','',1795752646,1795752618,1,1795752618);
INSERT INTO "delivery" VALUES(3,3,1,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752645,1795752617,1,1795752617);
INSERT INTO "delivery" VALUES(4,4,1,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-13/sms.txt','',1795752645,1795752618,1,1795752618);
INSERT INTO "delivery" VALUES(5,5,1,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752644,1795752617,1,1795752617);
INSERT INTO "delivery" VALUES(6,6,1,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752645,1795752619,1,1795752619);
INSERT INTO "delivery" VALUES(7,7,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752643,1795752618,1,1795752618);
INSERT INTO "delivery" VALUES(8,8,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-13/sms.txt','',1795752642,1795752617,1,1795752617);
INSERT INTO "delivery" VALUES(9,9,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752642,1795752618,1,1795752618);
INSERT INTO "delivery" VALUES(10,10,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752654,1795752618,1,1795752618);
INSERT INTO "delivery" VALUES(11,11,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752653,1795752618,1,1795752618);
INSERT INTO "delivery" VALUES(12,12,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-13/sms.txt','',1795752652,1795752618,1,1795752618);
INSERT INTO "delivery" VALUES(13,13,1,2,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752653,1795752619,1,1795752619);
INSERT INTO "delivery" VALUES(14,14,1,2,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-13/sms.txt','',1795752652,1795752619,1,1795752619);
INSERT INTO "delivery" VALUES(15,15,1,2,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752652,1795752619,1,1795752619);
INSERT INTO "delivery" VALUES(16,16,1,2,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-13/sms.txt','',1795752651,1795752619,1,1795752619);
INSERT INTO "delivery" VALUES(17,17,1,2,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752651,1795752619,1,1795752619);
INSERT INTO "delivery" VALUES(18,18,1,2,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752650,1795752619,1,1795752619);
INSERT INTO "delivery" VALUES(19,19,1,3,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752658,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(20,20,1,3,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-13/sms.txt','',1795752658,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(21,21,1,3,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752657,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(22,22,1,3,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-13/sms.txt','',1795752657,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(23,23,1,3,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752656,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(24,24,1,3,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752655,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(25,25,2,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','queued',1,421,'421 4.3.2 try later','maildir /tmp/alertd-13/out','',1795752655,NULL,0,1795752628);
INSERT INTO "delivery" VALUES(26,26,2,1,'0101','FMK-koordinator','+4500000021','sending',1,0,'written','/tmp/alertd-13/sms.txt','',1795752654,NULL,1,1795752628);
INSERT INTO "delivery" VALUES(27,27,2,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752654,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(28,28,2,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-13/sms.txt','',1795752653,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(29,29,2,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752652,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(30,30,2,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752652,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(31,31,3,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752663,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(32,32,3,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-13/sms.txt','',1795752663,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(33,33,3,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752662,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(34,34,3,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-13/sms.txt','',1795752661,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(35,35,3,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752661,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(36,36,3,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-13/out','',1795752660,1795752628,1,1795752628);
CREATE TABLE draft ( id INTEGER PRIMARY KEY AUTOINCREMENT, incident INTEGER REFERENCES incident, at INTEGER NOT NULL, pid INTEGER NOT NULL, owner TEXT NOT NULL CHECK (owner <> ''), body TEXT NOT NULL) STRICT;
INSERT INTO "draft" VALUES(1,2,1795751000,4711,'user anna','{"command": "update", "text": "Det varer ved."}');
CREATE TABLE early_report ( delivery INTEGER PRIMARY KEY REFERENCES delivery, via TEXT NOT NULL, answer TEXT NOT NULL) STRICT;
INSERT INTO "early_report" VALUES(1,'cpsms','absent subscriber');
CREATE TABLE event ( id INTEGER PRIMARY KEY, feed TEXT NOT NULL, ext TEXT NOT NULL, incident INTEGER REFERENCES incident, newest INTEGER, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, listed INTEGER NOT NULL CHECK (listed IN (0, 1)), UNIQUE (feed, ext)) STRICT;
INSERT INTO "event" VALUES(1,'nspop','fmk1',1,2,1795752617,1795752627,1);
CREATE TABLE fault ( name TEXT PRIMARY KEY, what TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "fault" VALUES('incident 2','incident 2: its notice was due, and none is queued',1795751000,1795751060);
CREATE TABLE "feed" ( feed TEXT PRIMARY KEY, first_ok INTEGER, last_ok INTEGER, last_change INTEGER, health TEXT NOT NULL CHECK (health IN ('ok', 'failing', 'stale',  'shrunken')), since INTEGER, polls INTEGER NOT NULL, last_poll INTEGER, body TEXT NOT NULL CHECK (body IN ('whole', 'part', 'short')), body_since INTEGER, told TEXT NOT NULL CHECK (told IN ('ok', 'failing', 'stale',  'shrunken')), cause TEXT NOT NULL CHECK (cause IN ('none', 'unreachable', 'tls',  'status', 'not-a-feed', 'too-large', 'incomplete', 'not-stored')), why TEXT NOT NULL, source TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "feed" VALUES('nspop',1795752617,1795752627,1795752627,'ok',1795752617,2,1795752627,'whole',1795752617,'ok','none','','6974e478a302a4f890245aa31190d44b65927d7ec4f49918c5723f827a4f5a01');
CREATE TABLE gap ( org TEXT NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), since INTEGER NOT NULL, told INTEGER, PRIMARY KEY (org, channel)) STRICT, WITHOUT ROWID;
INSERT INTO "gap" VALUES('0147','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0147','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0151','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0151','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0153','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0153','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0155','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0155','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0157','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0157','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0159','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0159','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0161','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0161','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0163','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0163','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0165','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0165','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0167','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0167','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0169','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0169','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0173','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0173','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0175','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0175','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0183','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0183','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0185','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0185','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0187','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0187','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0190','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0190','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0201','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0201','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0210','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0210','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0217','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0217','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0219','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0219','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0223','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0223','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0230','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0230','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0240','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0240','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0250','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0250','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0253','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0253','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0259','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0259','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0260','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0260','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0265','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0265','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0269','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0269','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0270','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0270','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0306','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0306','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0316','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0316','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0320','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0320','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0326','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0326','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0329','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0329','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0330','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0330','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0336','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0336','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0340','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0340','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0350','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0350','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0360','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0360','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0370','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0370','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0376','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0376','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0390','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0390','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0400','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0400','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0410','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0410','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0420','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0420','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0430','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0430','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0440','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0440','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0450','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0450','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0461','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0461','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0479','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0479','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0480','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0480','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0482','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0482','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0492','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0492','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0510','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0510','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0530','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0530','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0540','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0540','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0550','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0550','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0561','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0561','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0563','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0563','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0573','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0573','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0575','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0575','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0580','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0580','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0607','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0607','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0615','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0615','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0621','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0621','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0630','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0630','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0657','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0657','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0661','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0661','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0665','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0665','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0671','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0671','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0706','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0706','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0707','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0707','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0710','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0710','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0727','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0727','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0730','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0730','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0740','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0740','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0741','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0741','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0746','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0746','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0756','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0756','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0760','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0760','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0766','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0766','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0773','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0773','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0779','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0779','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0787','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0787','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0791','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0791','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0810','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0810','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0813','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0813','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0820','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0820','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0825','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0825','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0840','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0840','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0846','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0846','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0849','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0849','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0851','sms',1795752617,NULL);
INSERT INTO "gap" VALUES('0860','mail',1795752617,NULL);
INSERT INTO "gap" VALUES('0860','sms',1795752617,NULL);
CREATE TABLE inbound ( gateway TEXT NOT NULL, ident TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (gateway, ident)) STRICT, WITHOUT ROWID;
INSERT INTO "inbound" VALUES('cpsms','in-1',1795751000);
CREATE TABLE incident ( id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('pending', 'open', 'resolved',  'dismissed', 'retracted')), kind TEXT NOT NULL CHECK (kind IN ('actual', 'exercise', 'test')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), service TEXT NOT NULL, title TEXT NOT NULL, news TEXT NOT NULL, url TEXT NOT NULL, reason TEXT NOT NULL, feed TEXT NOT NULL, since INTEGER, opened_at INTEGER, decided_at INTEGER, resolved_at INTEGER, starts INTEGER, ends INTEGER, expected_end INTEGER, planned INTEGER NOT NULL CHECK (planned IN (0, 1)), reminded INTEGER NOT NULL CHECK (reminded IN (0, 1)), notices INTEGER NOT NULL CHECK (notices >= 0), last_notice_at INTEGER, last_change_at INTEGER, due_at INTEGER, change INTEGER NOT NULL CHECK (change IN (0, 1)), fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)), change_reason TEXT NOT NULL, over INTEGER NOT NULL CHECK (over IN (0, 1)), told_effect TEXT NOT NULL CHECK (told_effect IN ('none', 'planned',  'degraded', 'data_error', 'outage')), told_online TEXT NOT NULL CHECK (told_online IN ('unknown', 'works',  'down')), audience TEXT NOT NULL DEFAULT '' CHECK (audience = '' OR audience GLOB 'region:?*'  OR audience GLOB 'vendor:?*' OR audience GLOB 'org:?*'), drill_ends INTEGER CHECK (drill_ends IS NULL OR kind = 'exercise')) STRICT;
INSERT INTO "incident" VALUES(1,'resolved','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752316,1795752617,NULL,1795752627,NULL,NULL,NULL,0,0,3,1795752627,1795752627,NULL,0,0,'',0,'outage','unknown','',NULL);
INSERT INTO "incident" VALUES(2,'open','actual','outage','down',0,'FMK','FMK kan ikke bruges','SDS undersøger fejlen.','','sent by user anna','',1795752628,1795752628,1795752628,NULL,NULL,NULL,NULL,0,0,1,1795752628,1795752628,NULL,0,0,'',0,'outage','down','',NULL);
INSERT INTO "incident" VALUES(3,'open','exercise','degraded','unknown',0,'FMK','Øvelse','En øvelse.','','sent by user anna','',1795752628,1795752628,1795752628,NULL,NULL,NULL,NULL,0,0,1,1795752628,1795752628,NULL,0,0,'',0,'degraded','unknown','',NULL);
INSERT INTO "incident" VALUES(4,'pending','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752316,1795752617,NULL,NULL,NULL,NULL,NULL,0,0,0,NULL,NULL,NULL,0,0,'',0,'none','unknown','',NULL);
CREATE TABLE looked ( what TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "looked" VALUES('gaps',1795752617);
CREATE TABLE low ( id INTEGER PRIMARY KEY, at INTEGER NOT NULL, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
INSERT INTO "low" VALUES(1,1795751000,'bounced','fmk@aarhus.example.dk','550 5.1.1 no such user');
CREATE TABLE message ( id INTEGER PRIMARY KEY, notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',  'oncall')), org TEXT NOT NULL, org_name TEXT NOT NULL, vendor TEXT NOT NULL, message_id TEXT NOT NULL, created INTEGER NOT NULL, due INTEGER, worker INTEGER, begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1)), held INTEGER, UNIQUE (notice, channel, org)) STRICT;
INSERT INTO "message" VALUES(1,1,1,1,'mail','municipality','0101','København','','alertd.1795752617.1.1.0.0101@example.dk',1795752617,NULL,NULL,1,1795752617);
INSERT INTO "message" VALUES(2,1,1,1,'sms','municipality','0101','København','','alertd.1795752617.1.1.0.0101@example.dk',1795752617,NULL,NULL,1,1795752618);
INSERT INTO "message" VALUES(3,1,1,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752617.1.1.0.0751@example.dk',1795752617,NULL,NULL,1,1795752617);
INSERT INTO "message" VALUES(4,1,1,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752617.1.1.0.0751@example.dk',1795752617,NULL,NULL,1,1795752618);
INSERT INTO "message" VALUES(5,1,1,1,'mail','municipality','0851','Aalborg','','alertd.1795752617.1.1.0.0851@example.dk',1795752617,NULL,NULL,1,1795752617);
INSERT INTO "message" VALUES(6,1,1,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752617.1.1.0.vendors@example.dk',1795752617,NULL,NULL,1,1795752619);
INSERT INTO "message" VALUES(7,2,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752617.1.0.2.medcom.6@example.dk',1795752617,NULL,NULL,1,1795752617);
INSERT INTO "message" VALUES(8,2,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752617.1.0.2.medcom.6@example.dk',1795752617,NULL,NULL,1,1795752617);
INSERT INTO "message" VALUES(9,2,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752617.1.0.2.alarm.1e3386203534@example.dk',1795752617,NULL,NULL,1,1795752618);
INSERT INTO "message" VALUES(10,3,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752617.1.0.3.alarm.1e3386203534@example.dk',1795752618,NULL,NULL,1,1795752618);
INSERT INTO "message" VALUES(11,3,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752617.1.0.3.medcom.6@example.dk',1795752618,NULL,NULL,1,1795752618);
INSERT INTO "message" VALUES(12,3,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752617.1.0.3.medcom.6@example.dk',1795752618,NULL,NULL,1,1795752618);
INSERT INTO "message" VALUES(13,4,1,2,'mail','municipality','0101','København','','alertd.1795752617.1.2.0.0101@example.dk',1795752619,NULL,NULL,1,1795752619);
INSERT INTO "message" VALUES(14,4,1,2,'sms','municipality','0101','København','','alertd.1795752617.1.2.0.0101@example.dk',1795752619,NULL,NULL,1,1795752619);
INSERT INTO "message" VALUES(15,4,1,2,'mail','municipality','0751','Aarhus','systematic','alertd.1795752617.1.2.0.0751@example.dk',1795752619,NULL,NULL,1,1795752619);
INSERT INTO "message" VALUES(16,4,1,2,'sms','municipality','0751','Aarhus','systematic','alertd.1795752617.1.2.0.0751@example.dk',1795752619,NULL,NULL,1,1795752619);
INSERT INTO "message" VALUES(17,4,1,2,'mail','municipality','0851','Aalborg','','alertd.1795752617.1.2.0.0851@example.dk',1795752619,NULL,NULL,1,1795752619);
INSERT INTO "message" VALUES(18,4,1,2,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752617.1.2.0.vendors@example.dk',1795752619,NULL,NULL,1,1795752619);
INSERT INTO "message" VALUES(19,5,1,3,'mail','municipality','0101','København','','alertd.1795752617.1.3.0.0101@example.dk',1795752627,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(20,5,1,3,'sms','municipality','0101','København','','alertd.1795752617.1.3.0.0101@example.dk',1795752627,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(21,5,1,3,'mail','municipality','0751','Aarhus','systematic','alertd.1795752617.1.3.0.0751@example.dk',1795752627,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(22,5,1,3,'sms','municipality','0751','Aarhus','systematic','alertd.1795752617.1.3.0.0751@example.dk',1795752627,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(23,5,1,3,'mail','municipality','0851','Aalborg','','alertd.1795752617.1.3.0.0851@example.dk',1795752627,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(24,5,1,3,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752617.1.3.0.vendors@example.dk',1795752627,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(25,6,2,1,'mail','municipality','0101','København','','alertd.1795752628.2.1.0.0101@example.dk',1795752628,1795752658,NULL,1,1795752628);
INSERT INTO "message" VALUES(26,6,2,1,'sms','municipality','0101','København','','alertd.1795752628.2.1.0.0101@example.dk',1795752628,NULL,4711,1,1795752628);
INSERT INTO "message" VALUES(27,6,2,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752628.2.1.0.0751@example.dk',1795752628,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(28,6,2,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752628.2.1.0.0751@example.dk',1795752628,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(29,6,2,1,'mail','municipality','0851','Aalborg','','alertd.1795752628.2.1.0.0851@example.dk',1795752628,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(30,6,2,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752628.2.1.0.vendors@example.dk',1795752628,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(31,7,3,1,'mail','municipality','0101','København','','alertd.1795752628.3.1.0.0101@example.dk',1795752628,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(32,7,3,1,'sms','municipality','0101','København','','alertd.1795752628.3.1.0.0101@example.dk',1795752628,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(33,7,3,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752628.3.1.0.0751@example.dk',1795752628,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(34,7,3,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752628.3.1.0.0751@example.dk',1795752628,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(35,7,3,1,'mail','municipality','0851','Aalborg','','alertd.1795752628.3.1.0.0851@example.dk',1795752628,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(36,7,3,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752628.3.1.0.vendors@example.dk',1795752628,NULL,NULL,1,1795752628);
CREATE TABLE notice ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, number INTEGER NOT NULL CHECK (number >= 0), type TEXT NOT NULL CHECK (type IN ('first', 'update', 'repeat',  'resolved', 'correction', 'planned', 'page', 'receipt')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), at INTEGER NOT NULL, next INTEGER, title TEXT NOT NULL, reason TEXT NOT NULL, cc_own INTEGER NOT NULL CHECK (cc_own IN (0, 1)), check_from INTEGER, said TEXT NOT NULL DEFAULT '', topic TEXT NOT NULL DEFAULT '', CHECK ((number = 0) = (type IN ('page', 'receipt'))), CHECK (type = 'page' OR incident IS NOT NULL)) STRICT;
INSERT INTO "notice" VALUES(1,1,1,'first','outage',1795752617,1795759817,'FMK er utilgængeligt i produktion','rule 3: FMK: it is hit: "fmk", "utilgængeligt"',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.05.
Opslag i FMK fejler for alle anvendere.','fmk');
INSERT INTO "notice" VALUES(2,1,0,'page','outage',1795752617,NULL,'FMK er utilgængeligt i produktion','The municipalities are being told.',0,NULL,'','');
INSERT INTO "notice" VALUES(3,1,0,'page','outage',1795752618,NULL,'FMK er utilgængeligt i produktion','taken by anna: The municipalities are being told.',0,NULL,'','');
INSERT INTO "notice" VALUES(4,1,2,'update','outage',1795752619,1795759819,'FMK er utilgængeligt i produktion','updated by user anna',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.05.
SDS venter på en reservedel.','fmk');
INSERT INTO "notice" VALUES(5,1,3,'resolved','outage',1795752627,NULL,'FMK er utilgængeligt i produktion','it is over',0,1795752627,'FMK virker igen.
Fejlen er rettet.','fmk');
INSERT INTO "notice" VALUES(6,2,1,'first','outage',1795752628,1795759828,'FMK kan ikke bruges','sent by user anna',0,1795752628,'FMK er nede.
Fejlen begyndte kl. 05.10.
SDS undersøger fejlen.','fmk');
INSERT INTO "notice" VALUES(7,3,1,'first','degraded',1795752628,1795759828,'Øvelse','sent by user anna',0,1795752628,'','fmk');
CREATE TABLE notice_body ( notice INTEGER NOT NULL REFERENCES notice, audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',  'oncall')), subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL, sms TEXT NOT NULL, asks TEXT NOT NULL DEFAULT '', asks_html TEXT NOT NULL DEFAULT '', PRIMARY KEY (notice, audience)) STRICT, WITHOUT ROWID;
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
','','FMK er nede siden kl. 05.05. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.10. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0001, kl. 05.10.','','');
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
','','FMK er nede siden kl. 05.05. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.10. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0001, kl. 05.10.','','');
INSERT INTO "notice_body" VALUES(2,'oncall','FMK er nede, sag FMK-2026-0001','Hvad er der sket?
FMK er nede siden kl. 05.05.
> FMK er utilgængeligt i produktion
> Opslag i FMK fejler for alle anvendere.
alertds egen notits om grunden, på engelsk:
> rule 3: FMK: it is hit: "fmk", "utilgængeligt"

Hvad ved kommunerne?
Kommunerne fik besked kl. 05.10.

Hvad skal du gøre?
- Tag sagen: alertctl ack 1
- Send nyt: alertctl update 1
- Det er slut: alertctl resolve 1
- Det var en fejl at sende: alertctl retract 1
- Se sagen: alertctl show 1

Sag FMK-2026-0001, kl. 05.10.
','','FMK er nede. Kommunerne får besked. "FMK er utilgængeligt i produktion". Tag sagen: alertctl ack 1. Slut: alertctl resolve 1. Se: alertctl show 1. Sag FMK-2026-0001, kl. 05.10.','','');
INSERT INTO "notice_body" VALUES(3,'oncall','Taget af anna: FMK er nede, sag FMK-2026-0001','Hvad er der sket?
Sagen er taget af anna. Du skal ikke gøre mere.
FMK er nede siden kl. 05.05.
> FMK er utilgængeligt i produktion
> Opslag i FMK fejler for alle anvendere.

Sag FMK-2026-0001, kl. 05.10.
','','Sagen er taget af anna. Du skal ikke gøre mere. FMK er nede. Se: alertctl show 1. Sag FMK-2026-0001, kl. 05.10.','','');
INSERT INTO "notice_body" VALUES(4,'municipality','FMK er nede. Fejlen begyndte kl. 05.05 (besked nr. 2)','Besked nr. 2, sag FMK-2026-0001.
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
','','FMK er nede. Fejlen begyndte kl. 05.05. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.10. Kontakt: FMK-vagten, tlf. 00 00 00 01. Nyt: "SDS venter på en reservedel." Besked nr. 2, FMK-2026-0001, kl. 05.10.','','');
INSERT INTO "notice_body" VALUES(4,'vendor','FMK er nede. Fejlen begyndte kl. 05.05 (besked nr. 2)','Besked nr. 2, sag FMK-2026-0001.
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
','','FMK er nede. Fejlen begyndte kl. 05.05. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.10. Kontakt: FMK-vagten, tlf. 00 00 00 01. Nyt: "SDS venter på en reservedel." Besked nr. 2, FMK-2026-0001, kl. 05.10.','','');
INSERT INTO "notice_body" VALUES(5,'municipality','FMK virker igen (besked nr. 3, afsluttet)','Besked nr. 3 (afsluttet), sag FMK-2026-0001.
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
','','FMK virker igen. Vi fik besked om det kl. 05.10. Fejlen kom kl. 05.05. Hent medicinkortet på ny. Tjek, hvad I bestilte, og hvad lægen sagde i telefonen. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 3, afsluttet, FMK-2026-0001, kl. 05.10.','','');
INSERT INTO "notice_body" VALUES(5,'vendor','FMK virker igen (besked nr. 3, afsluttet)','Besked nr. 3 (afsluttet), sag FMK-2026-0001.
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
','','FMK virker igen. Vi fik besked om det kl. 05.10. Fejlen kom kl. 05.05. Hent medicinkortet på ny. Tjek, hvad I bestilte, og hvad lægen sagde i telefonen. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 3, afsluttet, FMK-2026-0001, kl. 05.10.','','');
INSERT INTO "notice_body" VALUES(6,'municipality','FMK er nede siden kl. 05.10 (besked nr. 1)','Besked nr. 1, sag FMK-2026-0002.
Sendt fredag den 27. november 2026 kl. 05.10.

Hvad er ramt?
FMK er nede.
Besked fra FMK-drift:
> FMK kan ikke bruges
> SDS undersøger fejlen.

Hvem er ramt?
Alle, der bruger FMK: kommuner, læger, sygehuse og apoteker.

Siden hvornår?
Fejlen begyndte kl. 05.10.

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
','','FMK er nede siden kl. 05.10. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.10. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0002, kl. 05.10.','','');
INSERT INTO "notice_body" VALUES(6,'vendor','FMK er nede siden kl. 05.10 (besked nr. 1)','Besked nr. 1, sag FMK-2026-0002.
Sendt fredag den 27. november 2026 kl. 05.10.

Hvad er ramt?
FMK er nede.
Besked fra FMK-drift:
> FMK kan ikke bruges
> SDS undersøger fejlen.

Hvem er ramt?
Alle, der bruger FMK: kommuner, læger, sygehuse og apoteker.

Siden hvornår?
Fejlen begyndte kl. 05.10.

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
','','FMK er nede siden kl. 05.10. Rammer alle brugere. Brug sidst hentede medicinliste. Ret og bestil ikke i FMK. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: også ramt. Næste besked senest kl. 07.10. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0002, kl. 05.10.','','');
INSERT INTO "notice_body" VALUES(7,'municipality','ØVELSE. FMK virker kun delvist siden kl. 05.10 (besked nr. 1) ØVELSE','ØVELSE. Foretag jer ikke noget i driften.

Besked nr. 1, sag FMK-2026-0003.
Sendt fredag den 27. november 2026 kl. 05.10.

Hvad er ramt?
FMK virker kun delvist.
Besked fra FMK-drift:
> Øvelse
> En øvelse.

Hvem er ramt?
Alle, der bruger FMK, kan mærke det.

Siden hvornår?
Fejlen begyndte kl. 05.10.

Hvad skal I gøre?
- FMK svarer langsomt eller kun nogle gange. Vent på svar, og gem ikke to gange.
- Varer det for længe? Så gør som ved nedbrud: brug den sidst hentede medicinliste. Tjek, hvornår den er hentet.
- Er I i tvivl om medicinen? Ring til borgerens læge eller lægevagten. Akut: 112.
- Følg jeres lokale nødprocedure.

Virker FMK-online?
Det ved vi ikke endnu.

Hvornår får I næste besked?
Næste besked kommer senest kl. 07.10.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift

Foretag jer ikke noget i driften. ØVELSE
','','ØVELSE. Foretag jer ikke noget i driften. FMK virker kun delvist siden kl. 05.10. Kan ramme alle brugere. Vent på svar, gem ikke to gange. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: ved vi ikke. Næste besked senest kl. 07.10. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0003, kl. 05.10. ØVELSE','','');
INSERT INTO "notice_body" VALUES(7,'vendor','ØVELSE. FMK virker kun delvist siden kl. 05.10 (besked nr. 1) ØVELSE','ØVELSE. Foretag jer ikke noget i driften.

Besked nr. 1, sag FMK-2026-0003.
Sendt fredag den 27. november 2026 kl. 05.10.

Hvad er ramt?
FMK virker kun delvist.
Besked fra FMK-drift:
> Øvelse
> En øvelse.

Hvem er ramt?
Alle, der bruger FMK, kan mærke det.

Siden hvornår?
Fejlen begyndte kl. 05.10.

Hvad skal I gøre?
- FMK svarer langsomt eller kun nogle gange. Vent på svar, og gem ikke to gange.
- Varer det for længe? Så gør som ved nedbrud: brug den sidst hentede medicinliste. Tjek, hvornår den er hentet.
- Er I i tvivl om medicinen? Ring til borgerens læge eller lægevagten. Akut: 112.
- Følg jeres lokale nødprocedure.

Virker FMK-online?
Det ved vi ikke endnu.

Hvornår får I næste besked?
Næste besked kommer senest kl. 07.10.

Hvem kan I kontakte?
FMK-vagten, tlf. 00 00 00 01
Hilsen FMK-drift

Foretag jer ikke noget i driften. ØVELSE
','','ØVELSE. Foretag jer ikke noget i driften. FMK virker kun delvist siden kl. 05.10. Kan ramme alle brugere. Vent på svar, gem ikke to gange. Tvivl: ring til læge. Følg jeres lokale procedure. FMK-online: ved vi ikke. Næste besked senest kl. 07.10. Kontakt: FMK-vagten, tlf. 00 00 00 01. Besked nr. 1, FMK-2026-0003, kl. 05.10. ØVELSE','','');
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
INSERT INTO "receipt" VALUES(1,'0101',1,1795752677,'FMK-koordinator');
CREATE TABLE reminded ( what TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "reminded" VALUES('drill',1795751000);
CREATE TABLE report ( id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event, seen INTEGER NOT NULL, hash TEXT NOT NULL, revision TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, newest INTEGER NOT NULL, url TEXT NOT NULL, published INTEGER, updated INTEGER, starts INTEGER, ends INTEGER, components TEXT NOT NULL, impact TEXT NOT NULL, status TEXT NOT NULL, phase TEXT NOT NULL CHECK (phase IN ('unknown', 'info', 'planned',  'open', 'resolved')), verdict TEXT NOT NULL CHECK (verdict IN ('ignore', 'ask', 'broadcast')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), judged TEXT NOT NULL CHECK (judged IN ('unknown', 'info', 'planned',  'open', 'resolved')), reason TEXT NOT NULL, service TEXT NOT NULL, hit TEXT NOT NULL, online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), expected_end INTEGER) STRICT;
INSERT INTO "report" VALUES(1,1,1795752617,'80b9f7857f069dce2545a14641e72bd2072773ab1f57875ba28ddc21bf0fe57a','2026-11-27T04:05:16Z-a43764d2','FMK er utilgængeligt i produktion','Opslag i FMK fejler for alle anvendere.',39,'https://status.example.dk/fmk1',1795752316,1795752316,NULL,NULL,'FMK	major_outage
','critical','investigating','open','broadcast','outage','open','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
INSERT INTO "report" VALUES(2,1,1795752627,'464f800e4766bf025f3fafe21e417a4fcdc00462b8bc332db8ea98743089b6a7','2026-11-27T04:10:19Z-0b941f02','FMK er utilgængeligt i produktion','Fejlen er rettet.',17,'https://status.example.dk/fmk1',1795752619,1795752619,NULL,NULL,'FMK	operational
','critical','resolved','resolved','broadcast','outage','resolved','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
CREATE TABLE secret ( name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "secret" VALUES('bounce','g2MCn0iVSunLSSXjFVNEdA');
CREATE TABLE self_check ( id INTEGER PRIMARY KEY CHECK (id = 1), started INTEGER NOT NULL, at INTEGER NOT NULL, passed INTEGER, pinged INTEGER, ping_error TEXT NOT NULL) STRICT;
INSERT INTO "self_check" VALUES(1,1795752617,1795752617,1795752617,NULL,'');
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
PRAGMA user_version = 13;
