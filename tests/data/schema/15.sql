BEGIN TRANSACTION;
CREATE TABLE address ( channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), address TEXT NOT NULL, proven INTEGER, how TEXT CHECK (how IN ('accepted', 'delivered')), earlier INTEGER, bounced INTEGER, bounced_by INTEGER, late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)), answer TEXT NOT NULL DEFAULT '', delayed INTEGER, PRIMARY KEY (channel, address), CHECK ((proven IS NULL) = (how IS NULL))) STRICT, WITHOUT ROWID;
INSERT INTO "address" VALUES('mail','drift@kmd.example.dk',1795752666,'accepted',1795752665,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('mail','fmk@aalborg.example.dk',1795752666,'accepted',1795752665,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('mail','fmk@aarhus.example.dk',1795752666,'accepted',1795752665,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('mail','fmk@koebenhavn.example.dk',1795752666,'accepted',1795752665,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('sms','+4500000021',1795752665,'accepted',1795752665,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('sms','+4500000022',1795752665,'accepted',1795752665,NULL,NULL,0,'',NULL);
CREATE TABLE asked ( incident INTEGER NOT NULL REFERENCES incident, org TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, reminded INTEGER, told INTEGER, PRIMARY KEY (incident, org), CHECK (told IS NULL OR reminded NOT NULL)) STRICT, WITHOUT ROWID;
INSERT INTO "asked" VALUES(1,'0751','Aarhus',1795752655,1795753255,1795753855);
CREATE TABLE audit ( seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, incident INTEGER NOT NULL, object TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL CHECK (length(hash) = 64), was TEXT NOT NULL CHECK (length(was) IN (0, 64)), actor_salt TEXT NOT NULL, actor_digest TEXT NOT NULL CHECK (length(actor_digest) = 64), detail_salt TEXT NOT NULL, detail_digest TEXT NOT NULL CHECK (length(detail_digest) = 64)) STRICT;
INSERT INTO "audit" VALUES(1,1795752645,'user anna','contact.added',0,'contact 1','0101 FMK-koordinator <fmk@koebenhavn.example.dk> +4500000021','6a30a4062ec59631bef66af007bf754893783c0825d0477372635b9cfdc9a426','','iCNmDCFJqJ-ZsYBSdOej_w','e908083baa22d37413843d7b9c65dee89adbbf249c262fe3ab1eae002a48ff6c','49VCuCR1gHOQ7r6cwjrfLg','cb8e8f00af031193de3f067f848ef86622632ba03d499e18fb52154e41653fb1');
INSERT INTO "audit" VALUES(2,1795752645,'user anna','contact.added',0,'contact 2','0751 Sygeplejen <fmk@aarhus.example.dk> +4500000022','0689064052eba155f90a6b7ddf3af51e6bafb377bdea82ac0fa7e3dd02631db9','','chKcfj-LzXsQ0K3w56pV5Q','d5047b939e726e573321af04868ddd181da82942a979cfe8a8ee14e2180b31e4','ifOenfYbbsyblEoSMsIuCQ','becf40b5c10d3408fea05fe13e48fce2136f1e8dbf238b36249de302b8d66c41');
INSERT INTO "audit" VALUES(3,1795752645,'user anna','contact.added',0,'contact 3','0851 IT-vagten <fmk@aalborg.example.dk>','18254f3a9bc228b16e996cb3c0cae0cc7ba4f4dcc546d7bed16330c74ae54b7c','','J-5Bqe_Vf6G5PnXkrSIbrA','595f572658277f90c9ec4eaaeb34ead9b42a08ba263f89748a9e5abb54539710','EPQTWlPFMOWFnGlaq2-0hA','c78ca04d82efcf8bda4c4fa64df0f10d02ab802eea4ee0ad51236c81dc532d95');
INSERT INTO "audit" VALUES(4,1795752645,'user anna','contact.added',0,'contact 4','kmd KMD Drift <drift@kmd.example.dk>','85faa9c1d318d61d72164638b80783ce66020b11ba6affcf372bbff4a2571063','','P9VgtpBe2AaBN0yxXIhCCQ','3908c03f2662d6d614c521a26eb583e4ba6b4e2c808421a5869a4f99040df490','n8omAOnt0mvLocfy2witqw','0d48667da8b5ae761a3ac6c6d4aee760f6a963e8c8a0137a50295fe4fe5f361a');
INSERT INTO "audit" VALUES(5,1795752645,'user anna','contact.added',0,'contact 5','medcom Anna Holm <anna.holm@example.dk> +4500000011','26d60ebf73dad8f5c92946d8fa514c4593a113a50d577c608e179e2e73c32fd5','','bgpli8feCNcM4dc0M5m-og','097e15d7a74757b4e6215a0585da3b946f4c9216812540186ef41bff554316ec','QzjU4ANSFiQdGaJV3WXhdg','09d844d56b3dabcf77382f0ba3f1b8a6b86b4e45ecaf07cd01a979bb76bc951e');
INSERT INTO "audit" VALUES(6,1795752645,'user anna','contact.added',0,'contact 6','medcom Jens Lund <jens.lund@example.dk> +4500000012','885c6baf4344fb48a2bbde946c0082fbe1ab47fa903c9444cec919f0ae3f4403','','QI6Y_qi1bRTwrUbcCRj9_A','68733778032dd5c0d86674d0ed77ccdf667159fba4811f118101fbb86893375b','aO9ol0zt7ahCnesObkksxg','b7a952d2a38e84d898db91c577092524fc51745d2feefa945f0c020d3494b4b8');
INSERT INTO "audit" VALUES(7,1795752655,'alertd','incident.opened',1,'incident 1','open, outage: FMK er utilgængeligt i produktion (the rules broadcast; rule 3: FMK: it is hit: "fmk", "utilgængeligt")','296218ccb25f0cd1d7ae3b8dc3c99ff7b376aae447c6cbd5cad30328022508c0','','qWwuOq4tVc9Sp6l0y5441w','b5ab0a9056a555898364c800359e7835e6c7de02c4256dc83af520c2140c7c5f','DfnPzmo4kd_w3lnAHrfADw','d8e0f1c8b57fd39514547dc34e7c637e51deafd9e204246b92ea650de5b18cf9');
INSERT INTO "audit" VALUES(8,1795752655,'alertd','call.rings',1,'incident 1','incident 1','0651319022e21425aeb389db2368889bf0ff2d3ceac1fe39955cc31918e00f11','','GxAVZ-6jCxDdvJDhjjuL1w','cd2dc77027cf078c61346491a242363a42ae4700bbcfcb747814018a1dbd59e3','JzxD97HDZoavxkab6QWWtw','f22cd82ac0f485e3d1e42c8d1ec3f9052a6de129982a77650c0c1b964d5aba3d');
INSERT INTO "audit" VALUES(9,1795752655,'alertd','notice.queued',1,'incident 1','notice 1, first: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','7d89c7b383ba6156459b851ec8aeb46bb75808480f1be008523753228c81e878','','1beZZABCNB8piNqS32-fVg','51abd2a51366e1f7574abaf27f9aa409d5b48f49d05b7f78ca8e2ab592b13cde','FauFDexPxG_e5dpnZFD66w','fd2eeabac737e0438d5ae90e39564f5079af7a773f2bac954b6ab40fe112b82c');
INSERT INTO "audit" VALUES(10,1795752655,'alertd','page.queued',1,'incident 1','to Jens Lund, vagt@example.dk: The municipalities are being told.','90be84ec26f027587f19f7afa62f05a8acb8991c572217633b8e2e6b80941db2','','9oMjKSLpxIu3IrD_qY3Y1g','679bdfc0842d7f5523852a6a0fc2971dc5384a45d8c2cea63ff9c4c69bb0afd7','l-hxI4YzgMqZY7bFCRa50w','364d80445b19fb41e44b6861aa623971248773a80da2da85aa0af6f6c4e8ceba');
INSERT INTO "audit" VALUES(11,1795752655,'alertd','message.sending',1,'message 8','1 recipients, by worker 8289','48c339ffa3640a0dd8ac636e3bfe538014ac9864d34c306799e9e8cc8e634deb','','SrkBlKLjhs2adsTvMeCk3g','d8d2637e29aef2fdb440993e16560ba34367d81e920407381e88fbbeff9b9516','zCIg_fMSYSDq9Q6Dzc0oCw','72df04f0fb944e73a6f4cfa35c51995eb4e05826ef88e4fbebd4fc0137d7fd74');
INSERT INTO "audit" VALUES(12,1795752655,'alertd-sms','delivery.accepted',1,'message 8','+4500000012: accepted: 0 written (/tmp/alertd-15/sms.txt)','9447a8ff3bab08b2f7e185f4cf0a541e248c3f000412aadd4d08d7c0aa3878dd','','Xg1ejoY9EZWViAACygdkfA','8a4fbc33cab1fa169ac7edab62d7ba2d11d9672448d5edff218e87cfb813d9ae','utivj6wvGiiZDgvDuSoP9Q','c06f0740ed5b95a5b130a05ec3a570e1ed6397c482869577a1c1e0486a1ae778');
INSERT INTO "audit" VALUES(13,1795752655,'alertd','message.sending',1,'message 2','1 recipients, by worker 8289','31f4550e99a222eed41d9b3d265daaff4eab78393b85c80ee2427cf564732360','','hzZ7mjUvQYFAwbaEU727ig','3572164f332215a62bf8a1b5a07e12f7a9f767535bc4f7d40df1762cdd9592ed','ImDetrD8mLlvSaDpaMZJ1Q','cfe3cb94d3bc10aaedd93cabaa5ce6dd59cc69aba3ece6eb64aa8c51e55c1321');
INSERT INTO "audit" VALUES(14,1795752655,'alertd','message.sending',1,'message 4','1 recipients, by worker 8289','74a6a5138f494fa9001e1d4c5fbbd05ab5c0fce0646f426f7281abaad1f5d491','','9I4ZJbz9cLH7_dkqrYO3Og','bcc5a7a84a0c94fecfeb6bdca709fd06a23b33a5cf40f201292b27debd9a6f44','0YXnzj-tZ66Anr0Hf3iKOA','95ca37ec544cd4e7432e6be014fc1b6447b994847c2695ba7d488ce17c7ea4b4');
INSERT INTO "audit" VALUES(15,1795752655,'alertd-sms','delivery.accepted',1,'message 2','+4500000021: accepted: 0 written (/tmp/alertd-15/sms.txt)','7b0d3c1498aa1af2c8eab3afe77f7f835fa3693722509b918740d68a15e57806','','6pW5gysatFOQMOzw1HfSAw','cc03649631531c38bf5b5c8ac990fec81cd3b9346131ccbc0ded697d11e5338e','Sxqbl7L2gSdqjqHrccwv0A','b8be65699ca51a950787df6f8e98c04a6ec65041d84ea7fcefb5667dbb70f7da');
INSERT INTO "audit" VALUES(16,1795752655,'alertd-sms','delivery.accepted',1,'message 4','+4500000022: accepted: 0 written (/tmp/alertd-15/sms.txt)','4ecba8ad551350afca09b2fd6b6c4a85945c8bfbfbaa040c9aefc8ff929f8cd5','','xJCpQy15F07tH3lK3ivTOg','e3ff33e5e5fa5107a3c5ac06a01254f30c39d2c2d2f0e05b9972a2feed5184b7','k9JDF7ft3Lpl__A7gM3oeA','b38d8e5d75dddf5acf81c55785d814ec12ea09d13ec99406f95a432f7c10100f');
INSERT INTO "audit" VALUES(17,1795752655,'alertd','message.sending',1,'message 7','1 recipients, by worker 8288','2e4ff32eefe7db8bc08cd023e37f9d3afd9e605f735e55d846483cca70cd80a1','','ShjS9SZm4ONT5pKgHYsOUg','bcc025de520ee3ff738c0940a387224edcd0c2d2e1404ba99a489d8b05a302b7','6q3wzMM8tCzlfcjwHwzQHQ','07071ec59a68c72372de9b8d7358126ccbecf6590b04f71c039216b26a8950a1');
INSERT INTO "audit" VALUES(18,1795752655,'alertd','message.sending',1,'message 9','1 recipients, by worker 8288','4ed198b76b45fb7fd0844dfd581bf848867858a0235dfb4b821c39a3d177ce26','','SZHLpZhPNLOWSWWlC0vcqA','b045cd88d7de3a3eeb643401169329fc4814e91317622ee75fcfe3e20c6a2c32','RxvxQ4LnrBGIOjhdaSkwAQ','310c694a8262a19c1e446a68e6ec1f635672b788831b09f33f5e659758f1f4f2');
INSERT INTO "audit" VALUES(19,1795752655,'user anna','call.taken',1,'incident 1','incident 1: taken by anna','99d5795f15e8a9e71ee14f7cb1a2753606944f470a0414e17fc0a9c57d2c977e','','NbZywDuaZgoFhH09dD7Viw','acc2836ce8f7b0da66d32139ea6aba3fb16fcce21a65f82c95569c930f093df1','j25bVui6A-MVrrj6n-w2XQ','cfe0e6ddcf45f328c2ecf64cecdde5c9c58cbcd9e04dc585f76b602530c1203a');
INSERT INTO "audit" VALUES(20,1795752655,'user anna','page.queued',1,'incident 1','to vagt@example.dk, Jens Lund: taken by anna: The municipalities are being told.','17b601377961ff76b8326642641a062580c28005cad7436d62cd761acc02f8c8','','BsHFo2bgCDASdb63bvfqSQ','de6b8a7e2cc5f52931337d2c3455fb6aa3561da61f4c3d68bde3972047d6a5fe','0JjV-sJi1GGAqTXhxz4rtw','4fd4e218b46d616e99efd3ac2ad48fff07b24b0219cc3a5071afc61edb4e16e8');
INSERT INTO "audit" VALUES(21,1795752655,'alertd','message.sending',1,'message 12','1 recipients, by worker 8289','18431c020f5f0ab0e65eef644f7aed80320b3ade5398691f9b14146654ad6388','','igX9mV1MP-59fMMmo232Zw','f52924c8eb292948e387f1283755e9813bf2f82cb583a049c590d4121e0672c2','Nl5g13bIFPjwTTIicib2XA','81c0193e8bc7ebef096def2b1900620ef26a6d98a7b382ab65d3506b409e8675');
INSERT INTO "audit" VALUES(22,1795752655,'alertd-mail','delivery.accepted',1,'message 7','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','a9480db11eea94061b922f5c75e323417bbfc113aa79e46f50ab16ac5ec4b626','','NWuqAlELJY9wpDiLCKl-6Q','941387a7b60b29d8cedb0a6427c9de2858323674c3444ec6f39902613bb8831b','9tbmPrHp5nXJSOBCkBOqWA','a01273a005c8a8fdb1c868c5a3620d4ddac549fda8eb6e2633fa6e382afdc896');
INSERT INTO "audit" VALUES(23,1795752655,'alertd-mail','delivery.accepted',1,'message 9','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','57b1dcf3f0867e320b94d0d84434ab29b6c005960fd9ebb7f21e4076026b30e7','','fIltty3s_CK9_0VEuFEijA','2be1e7947426f2acb9bec3a113c7c13e6741322f7ee2ba3d2f7d79ead5a87a53','LGGajUE3UXGgOPL4SbIpmA','892568171ac50452aea2e355585e682aa7305a2f26fd95797268db07ebc0b583');
INSERT INTO "audit" VALUES(24,1795752655,'alertd','message.sending',1,'message 10','1 recipients, by worker 8288','1c55dba7bf0cb8af91c33385cb35844afcfab66be28efd94d8b6779e33fb8187','','t6IZvjWeu0Dxd6F87mkSCw','382233eddf09e272624b3c85caf60ef308b89afae0b7b31a6e3d88751e182c47','-KmNfv6CDB99V_Q9xgt1IQ','5bd93c77f5bcda76844870b42418681982900851ff97a6cc0d1d4ce3b73b71d5');
INSERT INTO "audit" VALUES(25,1795752655,'alertd','message.sending',1,'message 11','1 recipients, by worker 8288','54e8dbeedc16126dae967af8906413ef1c9d8bbe4607db6ead63807f7612495e','','52jHouTqkLBHRC1FbsGgDQ','2e1862edf3c0e86abcada564e485069807875d36216eb81fb78c8e895e697991','BdMTm9N1Emk1OpTV_rhoLA','871d0a00cb494897380d371cd673bc710888dcde30d104ce8a3f24ec13751c7e');
INSERT INTO "audit" VALUES(26,1795752655,'user anna','cover.set',0,'cover 1','rota vagt: Jens Lund from 2026-11-27T04:10:55Z until 2026-11-27T10:10:55Z','785563cbe5d0493cd93b6c3563fbaed48d9a1264a840ecdfa65facb6a0ad72e1','','8N--lxh7eo0O9xHawP3HFg','bac3440395cb2a315de927976c7709ad4235989763a8d0c14d368c1c135a54f8','84Q3hONjhdBIdnmCzmpT9A','be3235b53a65f8438d1bbcd3d1ddcc1c384fafd673a1b826529a208cad667d2a');
INSERT INTO "audit" VALUES(27,1795752655,'alertd','message.sending',1,'message 1','1 recipients, by worker 8287','c51b3251c9a5986add618da64b17b7fd3ac5c8b38fb6f1119bd0ee1101eacf15','','dNfZaeGkqbT8GQdyOxNmtA','cdb07b1602659995f47e1fd4368878463756ac98c993a19cc5c149aea2bb8993','_TozGSFRbxK1HCosFLRdxA','f8ed47a826db1d6771f181b56a8312d5908f664166ed48db5ff1ab56424c8dbe');
INSERT INTO "audit" VALUES(28,1795752655,'alertd','message.sending',1,'message 3','1 recipients, by worker 8287','5bfa6236c3be6767a6c460f8452361e44809f4ed2cbb36edc3808236c95aa731','','WQgmao6WRnrOQ4uPJ0vN_g','89069d7687af9d9642d318d01e2656c0edc38276187af5e387d88c0cba320ab8','LMWWqRIO0j3JZREvgOyGIw','095904b2ace6bcb5737b5fc4a3f88309ceb3bb2e629fb9bb1cc65c75b9a94ca3');
INSERT INTO "audit" VALUES(29,1795752655,'alertd','message.sending',1,'message 5','1 recipients, by worker 8287','64a4004a5fc9a9d5f9ec5a6c1d9606030af124b4e5dd496f71258d319dcd4ceb','','-UZpjMiMzovF8gOzuZuIqQ','d31c9938f17ec8eb8188a354190d65a015f62aec87fe0a599566a0dcb12cef9e','3f9q96w17H25PdcBc3cJKA','3f7092f2f0b94be90f2bd67ec5eb007a89e90af8857451b9df04c19d3a9f6d3e');
INSERT INTO "audit" VALUES(30,1795752655,'alertd-sms','delivery.accepted',1,'message 12','+4500000012: accepted: 0 written (/tmp/alertd-15/sms.txt)','4762ed79f5d47d9be52a0e2ce06e69a56514b8db2a6802014a0870a6e27adfb9','','GAT4kD1UJSBbxEJvhEOvAA','51fa40c04116e7410e46eafc326c175025a6ceb35c3cf7dde2718591c24cba77','HuE0fyzJ4aBcatJaGFniRA','df94a2f329b35c2ec6c187a01b15af8d749bf2a1add3e989e8d97abb09e856c0');
INSERT INTO "audit" VALUES(31,1795752655,'alertd-mail','delivery.accepted',1,'message 1','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','c286a56ae8733e59604e97ebaf880f25e7f48cfae2defdb57a15e4970ba895e3','','jS_0G1jpvZHDHZVZFHC3RA','5a28d4dc5af13b81251849916e2033c39b815531bb7890545fcffbab1e6b3db0','tlEHpY4zkVaw_yRIJcgT-Q','a919dd7027af0e5518e1a2ba105dd16d2e8fda28a327cee36eaba322f0fdb82e');
INSERT INTO "audit" VALUES(32,1795752655,'alertd-mail','delivery.accepted',1,'message 3','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','590426d671b445dd896d4a99c7b1b33eb0e4affc324ce484488dad3625ea662a','','TqdDD7xrOVHT4az1Ghxb0w','baf5a4443fa5a859018816dbe39597435ec69eddfe1d59cfbc4bf65d6d9d8d75','VsG_ZyVz6kgGcm_XDTfWoQ','8da44e34eb68cfdb355a3f63422d883078637f0fe91365a736ec2f2faaf5d230');
INSERT INTO "audit" VALUES(33,1795752655,'alertd','delivery.superseded',1,'message 6','1 recipients: a newer notice exists','5df59f40950e094257ce8f6134cb3247f8bf1ec2619cec1027c7c73b5f26ae08','','qi_mGPvlhKPgvLXBI2kcOw','168624de94a52afe52f6752d6efdb95356179e185d8d28aef158848a04ea0c7f','q9DAQQ3c1Yzkz2FWRvg0AA','550fb578ac7ec8418fa3dc0622f87bbfc5406f63734fa3ef4ddc6c9359e32b8c');
INSERT INTO "audit" VALUES(34,1795752655,'user anna','notice.queued',1,'incident 1','notice 2, update: updated by user anna','6a6a64405a03a93fa872bfeb26fce6689e640c0d883169ef38157211b7299cb7','','SeNvRrM093552HC78YN5Wg','1596a821b552d969f96bcf54753d1ada9ecc8d07f9befd66a2bd7cbb2ea9ef51','x0p4Ur5O1DWdlw7VB4FAFQ','49eb71844c6d8e921eefef7fcf7cce0df38ea46ec187e1195a60de989625c40a');
INSERT INTO "audit" VALUES(35,1795752655,'alertd-mail','delivery.accepted',1,'message 5','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','121f3dfa5201f2d3094e73d0e4f672ef862c40e191f73958da15c1efcee8d894','','2XeakOztuN-YJldtYadsqg','251a0405d79adbe60cd7e2e90fc35f27a5f48616a95fa9b56cb55419f4d56ddb','0Ep_YTRzxggzctFhzUF_Bg','46371b90cd89bf952c0d0b5683d32e8dc613ecfba444a86fead5aff5c9d9d518');
INSERT INTO "audit" VALUES(36,1795752656,'alertd','message.sending',1,'message 13','1 recipients, by worker 8287','2daa95c15fea5b99f2433091e2c9d3217f9921b18d917cfbdb14555f8ab8d2a9','','EQn1JB5N7UOt6_9F_rjCmg','e5f65d66d9825d57876318755fb1febc60a97767b642e7c70da58a6461ee1fc4','SEcxtNl-ULGVAKs1iDe9dw','8ef7dd0da7f665ac7d219b3279e2c42a81958b93a50dd72ba6241bff328e0d19');
INSERT INTO "audit" VALUES(37,1795752656,'alertd','message.sending',1,'message 15','1 recipients, by worker 8287','1a6dee7d20f6f78b87fbebe746f32466ada94b753062ee18d71168b940c89dd6','','R4jkZCLjct00pofNjeT-7A','df36dcdc855fa535f0bc92f27af334a364be8aa326763571e019e15dd03b7ee8','iwLcTNM2XRVPC90WB8uaiQ','f1bd4442d357e2546bd9a14fc9b88105a4f91b939adf8546079b4c3df1d46c93');
INSERT INTO "audit" VALUES(38,1795752656,'alertd','message.sending',1,'message 17','1 recipients, by worker 8287','074564c61ced6b60965038d01605a8934bfd0b00a78e24449973b54d9913e1b3','','0mymCrX9yH5GiOR0e5hpPQ','43b26283544c96f239b6671194a39cf2a8501b22519a23a8628d8494e8c9f786','Y9pvVSsSjZIQHuQnGwTAdA','c68bdeaca9990907ad27a88c24b1a1232af52f7a05505b56101576f8c6da231a');
INSERT INTO "audit" VALUES(39,1795752656,'alertd-mail','delivery.accepted',1,'message 13','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','07a5992e17a35f30c877192677b0c93153739d1859f2c4d3a36848b642d068fd','','37kUWe0fwHiQRH5-Id91xA','5a420af11046d24b9f2edebe2dd2449f1159cbe75669644b2672106e60ed3458','uBj2FgVNGS-3wElky6_GqQ','46ff342815c606f05f01db01e73e88991a60ecc65a5156b452f481ba0223de01');
INSERT INTO "audit" VALUES(40,1795752655,'alertd','message.sending',1,'message 14','1 recipients, by worker 8289','0bfe93cd330d2e5468f8b5c811af80091229cf6d21cb56dc7a76e2b683ae961c','','Y286tRGhuAPR7q0ZB8nZ6g','52680fca3ef031909cff0ca550883fe7d4885fe164f1f706c99c874649667d9c','R5bfdaNVLJz_NM3shYuXCg','4e33388e34e27f0ce25ef3269ec975c740a3895a547c90f54c4a5fe3e2c404ff');
INSERT INTO "audit" VALUES(41,1795752655,'alertd','message.sending',1,'message 16','1 recipients, by worker 8289','5cfc68b00b42b172a7835bfa396c1a90f7d536463a82b3635f6857b507242dda','','GkfC6vxozotGZdUuTJ9wOw','a4d95238db10ca1a129eb25479d8c2ab4482f55289f36b0064a08b5147ad5225','h0_qX7yETgLuGlrkSvphzw','39325e429e3fd1d9b7a0ba3122da54c70a52b688e2458f62d0e6c0349e716c87');
INSERT INTO "audit" VALUES(42,1795752655,'alertd-mail','delivery.accepted',1,'message 10','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','1eb7cd6839287a817953c548854520f87bb0c612d0e63542b66e8c4e46ea356e','','zrBmDnoMwGS_fVMwIFaKmg','9b2d8aaf5eb940f6bd2c5b4ffa5e546100e8bba62e228374e58d3789d03b2a47','Ga5f2xClVcTt41ZHwiC5Mw','d2a999cc2f8104625568dd72daa276683bc27f89ac39ebfa7f693e947df4e874');
INSERT INTO "audit" VALUES(43,1795752655,'alertd-sms','delivery.accepted',1,'message 14','+4500000021: accepted: 0 written (/tmp/alertd-15/sms.txt)','f33271c3ff980ba5cfec966ddad1e9e56f6d61674dda89984f777e3b1c70d22a','','5r5UvYRNFRzaLvDY_EN5xA','7d9134bc11ced78e9c6168334d3ad3d9aaff77767869db818b4af77fdff1169b','OCrZtXFFajAxB6dnkPoEVA','0079ad7de968fbd59243597d2908bcb6309fd02281915c06d45ae01938a92211');
INSERT INTO "audit" VALUES(44,1795752655,'alertd-sms','delivery.accepted',1,'message 16','+4500000022: accepted: 0 written (/tmp/alertd-15/sms.txt)','109ad57f2be0dc87c3d47ed3ee9c97a250f3f3eca86923f633543ab592f9c1c6','','mayIQhdtY5a3mNj9kbNFGA','342e40532cfaf276b40dc0aeb228522bc17104d7e893125ca89064507ab229e3','YfG2NhPD-yrDAkPfqDlAhg','0f707877dc9df58fd59660fbcada574e9e6f268c220cbb0efc6d6a8f9b2cf5d5');
INSERT INTO "audit" VALUES(45,1795752655,'alertd-mail','delivery.accepted',1,'message 11','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','a5b4a09f6df3c5086a385b50accef30f5cb3461217e7ef28be7867de683ef501','','CBeLXmzdyIu4vn4qlgvMtQ','30852eecafa7842c352b972f8561497365101814077c395de703f19d2986cba0','_WJ6QMGszE8r17OdaT9cWQ','5ca2a922494b65b2ca8ca1595f0c383b5962c47b7169e51d5b960cbb96deed71');
INSERT INTO "audit" VALUES(46,1795752656,'alertd','message.sending',1,'message 18','1 recipients, by worker 8288','3ef340db46d9816ae5bb10a308739cdd00c3cdd7309d060a62e5a1f4ced950a5','','rCA8cHZWkxMQkp636w7gyg','c16edec0f02f72cacaf399380c41fe54601997eb02ff0bc48117faaf878da8ff','zqZAfl0kAzJ1gd0HntKK5g','297fe325685ee0f9f09f5fe26e4ff41ddbb284827e0e3a87980e2257e740adb0');
INSERT INTO "audit" VALUES(47,1795752656,'alertd-mail','delivery.accepted',1,'message 18','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','8ef30c38c85ded89c4dec0861232c3b5cebdcddba554fce4d772e6ddaf910d90','','qQJNgatxNwDgJXBV1k1_IQ','855a3d9d450dfbc748a134de2d77c967c100990b339aa773495dedfb4b434c64','2GS5CFKLBQby1zTgzRkncg','b2cbbb256d9f052fefbd551c7441a4d76d2f5944093ea849372f62f1b1bc8f73');
INSERT INTO "audit" VALUES(48,1795752656,'alertd-mail','delivery.accepted',1,'message 15','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','57a82cccb213f677610c7046298a8cb2410356282b0324335c67960e6784723a','','sNls5zdufTZqA7KNz9ukhg','6672c7e631882c763f2d2eb8104e13f6e987893d90cc3be6e476b24ceb0cf139','RHQC3xvWM4eCz4txyVWD3g','70dc8ad0bc0ec8a2038ffa8870d6567212d9a7e1ddfa80d123ce4c18d99f50cf');
INSERT INTO "audit" VALUES(49,1795752656,'alertd-mail','delivery.accepted',1,'message 17','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','506ab3356c49ba414409735fe1b652553d5ffdc30aad1b8bd354eda1eb36c1cd','','VlS7T80bMChvvFZCRy9r0A','bcfdd9513b629242bc54aefab22db1dcd5cf6cefe83e896e45fd6d04df9e90a3','MsAUL_xayhreje3VGfQtWw','cee38ddf49e12668628485343a0faf9dff0bdd3ad69839af274b30c34e33a8ef');
INSERT INTO "audit" VALUES(50,1795752665,'alertd','incident.state',1,'incident 1','resolved, was open: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','386d8c5205b1e914ed1878acd5a92bf74099b523dafcba8bd3eb5fde37aa3d74','','NTrYMJrInkFihAHVvTbERQ','fb01daad7032115baa7f001e18819a21f87231cf09cfa6598dca0b2b10d0eb20','auSfuXp39r6fWTm9x91dLg','ce5d94187caac830d4e52d98f6d50716acc61d6eb6e26c6aebecc15e40300c67');
INSERT INTO "audit" VALUES(51,1795752665,'alertd','notice.queued',1,'incident 1','notice 3, resolved: it is over','8789bc2c5bfe3f73cd2f5b97c9ca58f4ea3ab65cbf19248bd04b7ccc8dd43c7d','','tZ2GZ7kE1RFEZmRJ-Fp84w','06d4772828e251ac2b1b4eee35aa9cdefb8104c1d652ee0ca76b3fc5d672795f','rCMgtwycUI0eMjC_S6rixw','9e5778442271c09742a618f57c9cebd4d2ab36fb3411e66bfde4a3927f295f7a');
INSERT INTO "audit" VALUES(52,1795752665,'alertd','message.sending',1,'message 20','1 recipients, by worker 8289','fbf27787ee87736563eefc185f7b44e29579817818971c252aad5970d3c5a050','','J92S_psrzG1C2LlcCDHyrg','f3dcc7f7abc0f32f7253901c5f6fc27556b7a361fd723b2b099033ec26e327f3','6SXjrlRRB9jFEomGN74t8A','65618abecd865f2bbefaa168811ee88a04b6ed1b6718c992855fae0ed8d40e12');
INSERT INTO "audit" VALUES(53,1795752665,'alertd','message.sending',1,'message 22','1 recipients, by worker 8289','64df87ae682863882a5f5d2a5802bed3eb81bc94858a4b989f38eef2e6e0fe8f','','wM44svzLDei0udtxyVXzxQ','c4f358143e355b69272fb1dc3b19b88f330b09fe47ce0206a1e924c0dab74a6f','AE-g4qo2tef8mYUMcRIaaQ','b918adf6ddcc8be50cbd71850721aad07bf606dbbcb1bfcd78da51e04ef0229d');
INSERT INTO "audit" VALUES(54,1795752665,'alertd-sms','delivery.accepted',1,'message 20','+4500000021: accepted: 0 written (/tmp/alertd-15/sms.txt)','e58ad7bde5723e04b29964f9d0bed9eee2cfc98ed1d4973965b6b401fab4704c','','hs2zmTNUJ1njNuteVtag2w','11044e1a863fc68d0a376a3b187acc12faae1fa424ef5e16f8640527c916f681','pcI_6NgHNodf1-HmCxrZOg','e8f7d62e894b0d5953cb74927c41e7ac402d60c1d5889bcac709de007c1e6183');
INSERT INTO "audit" VALUES(55,1795752665,'alertd-sms','delivery.accepted',1,'message 22','+4500000022: accepted: 0 written (/tmp/alertd-15/sms.txt)','361c4d33e78892ccc3ccdb0bd128be7d48ad43a5d0c5fb1239f5954bdb942fdc','','lQ8G1Jtc62uMV94oFcQeAA','3bfa00e03aada189f8d9b59471615d028408e6dc237ca0db0eebec264b7c2d1c','IoLSGQTzkIawkwovGoDg2w','2a7a98b6e41437e0ebfb542e01ddfc34be59c12bbfdd24efd2e540783b0f74b8');
INSERT INTO "audit" VALUES(56,1795752665,'alertd','message.sending',1,'message 19','1 recipients, by worker 8288','b81eecc1a70e1cca9abd9f4edf25a529d77c8944cb97cbac5c9cd681fdbf54d9','','vJGbIgigVnBzrhW3Cy5ixQ','5cb9aa7a41c348739963c1886a1030055c3fa534811a604e714018ed3099234f','ds8aD32M-jKcQ7aMmv34hw','80b00fb2d788ca1047fc2448fb53fb603a276dbe15753239596a4d2115721f58');
INSERT INTO "audit" VALUES(57,1795752665,'alertd','message.sending',1,'message 21','1 recipients, by worker 8288','ccadee322512e38c02f63afe8a3c9557cc662a1ce2d356ece4091b0c57db8de1','','w_YepUTlpZvKzq3Jj3oulw','9f29b79ffa7b244687559d5320fa59822f29cc4ec954a9f9da0853237ea565eb','XZ6ETW27HsazyHvSR9A0Aw','05613deb67a8fa63d64eced18c6df17456a9736486ac7872a844efc70e7a2ada');
INSERT INTO "audit" VALUES(58,1795752665,'alertd','message.sending',1,'message 23','1 recipients, by worker 8288','6d92833c2e54ed0b81d28d60025199c214d09be2985b07fe3a6196f0d2a9248b','','1YCUm3_pbKa2jFF7emYxOg','a7c74cc4456bfb3942fdac582b0ee0b25ae6a947b60b1b53a9083b55cd6872ba','HDcF4VyeCCQLB-ZsqXE9WA','7cb0d6849a9c303d9d26431d281bdf293215a564cd4a925a42e7d75a13c31371');
INSERT INTO "audit" VALUES(59,1795752665,'alertd-mail','delivery.accepted',1,'message 19','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','c8b5c58401ba1b4b915cece1e5c164b0cca83e3171666802add001c9eb5f9ca9','','7HjcE6HE5POO5YmvZNZjhg','7ae9b324b88cbea84a9ab8ab708dc0c0e6821dd84695bcd7be4ab2526ae27c43','07eTTcJD6FVEaRHSDG1_2A','39c4365ea8b7538f4a35f55d5446471946a10bdcc25cc093f6a6b4632212305c');
INSERT INTO "audit" VALUES(60,1795752665,'alertd-mail','delivery.accepted',1,'message 21','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','2e5378606a7b07095fad8f840057b1f326acab0d91e41c1252ced77a6fc16445','','67GXWF7IFeM9gtADYIF6DA','a3a782f73f234a40d18a6f07b75ad68ba7a2593e47032d72582eb4e03f46e870','pPC7D3Ytt2tf9D5NqN66UQ','0ac043779d518c9cce1166a74a7cf6f9244a8ade96599e57d2f4b57ea11fde7d');
INSERT INTO "audit" VALUES(61,1795752665,'alertd-mail','delivery.accepted',1,'message 23','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','6b020af2f99ffdde4a27c60f70ea9b9ecba410bb9cd7473bd99a051ffb09851e','','c8FmN9YESp2viNBLwinFvQ','799c1cd44fd219971af04edc5cdc31d894b8ed51a70fe9644d81243e4e57985d','bWM4FOfmjOi6rKQDUUHJyg','9dc9b40028a290ecb802c9100558bf3b4052354d7bb84db32b701ce654f8e20e');
INSERT INTO "audit" VALUES(62,1795752665,'alertd','message.sending',1,'message 24','1 recipients, by worker 8288','b29c48564892d859ccd53f2f5f5a4fa46118ee872e31d2f8a970b8af7912cd7a','','VcTxBdkwYuHR5s-Fy7S3tA','72d3e48a1ca95dbe4ef0df4867d5048d8c277e0af9ca0cafd0896942dccb97b9','YR7MSVTD15-TNNwfye828w','f32ea4c01b7f46414122868c3325fa09934e41d7a158b3fcfcd0237bd1ad463b');
INSERT INTO "audit" VALUES(63,1795752665,'alertd-mail','delivery.accepted',1,'message 24','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','a296c2362ccff286b419e6bd500e4afaf429bc345522aee9fb74cd489eb75948','','Ja-vaDEXjAycTvhsXnaN-Q','f599215c9c494e5ef52680e53c47fe66cd76c68dce8a9ee3c21d319feea66c50','AUtmWZGBhcU914f_p52sJQ','504101941f9a63b66d0d484c46e5dd9a8d309488af389e936b9faa90d8074092');
INSERT INTO "audit" VALUES(64,1795752665,'user anna','incident.opened',2,'incident 2','actual, outage: FMK kan ikke bruges (by user anna)','7ed0730df3531d961e032736a1e731cbb4a4a2f7b0147f9069adce1a5c29588f','','sHes9-Mc2nJrwDxIJj62VA','4eadc117fde397927d49075ca4b5de37ee611099972dfa2bfedf99960bf0c0f7','LGL_zf29Jyp-v761GA39JA','fdf4aa951c235716acb384655b2591e0885d96c7a45b61ea2197fa707ab59d24');
INSERT INTO "audit" VALUES(65,1795752665,'user anna','notice.queued',2,'incident 2','notice 1, first: sent by user anna','f911b9c1b3e994deb4a28815cd18768a1750dd4b50c07ab70a30ecde0e851874','','Z67uR8o7o9Oqhm-lM3ns2g','8ed03eb9ddada4c0ab370514f72b95eb3d51eac1f3841ffb3cc680a5ce5c1975','geUquR-EUCfKfRy8R-DwSQ','2fdbd01410603ee1c52cb0f91ea56376fdb62ef571ad08f1eb329217f6d30422');
INSERT INTO "audit" VALUES(66,1795752665,'alertd','message.sending',2,'message 25','1 recipients, by worker 8287','e5b4ef96a3cbc88a9510bc07028505747fc40919170306e3e20362c40bca2f2e','','oJQGTIJ2cf9tarDVi4RL5g','12d95fd671854f907bc4f183a5ba6d68062b338c6a97caaa81cc92eb44ba5a53','hnwnpwTa405nnvCC7u85Ow','c9b10451e7de136031dcd101c41948b1847b7269d046c7e37f40203450956621');
INSERT INTO "audit" VALUES(67,1795752665,'alertd','message.sending',2,'message 27','1 recipients, by worker 8287','a011294bea354e224053305903446d906ebbcb7f972e5703753a601c99e33d07','','La3dp7blRdfwDsbFVznO4g','42c198d1b109040f0e2f00394f9181a68d37f7a549b99b33dd01c73f8228022c','Rj6NNdsm16lzrU2FX56lBg','a34bbd99040bbb4f96926c8407d9b677956fd7006054c1182c16db5972d75d77');
INSERT INTO "audit" VALUES(68,1795752665,'alertd','message.sending',2,'message 29','1 recipients, by worker 8287','4c2fcdaa6e1f75b083f037dceb80232bb1dacc2a0a95279667bff852afdb54f1','','gXQIvGaQ6sUWZS0mp31PTA','47b5fec49b33847d47b595813b8eb0b7e677ff1b9536e996f88f6e1b330e1842','nPHwrmOvvhhKobTagnEtCQ','64de7f002e898f129cf485c8fa88b89b325b2fd992841583bd13068c15ab23ef');
INSERT INTO "audit" VALUES(69,1795752665,'alertd','message.sending',2,'message 26','1 recipients, by worker 8289','24c05ec43747f0132c20bb83afe0a3175a0fd97d6934b6b7bb4e765ee1e28114','','Ilhfg2G9Y_ywB2FOfaab-Q','8abe22e9f1a7031d3eb0978be6daec80ecdc4d8bcf396ceb40102d708640f71a','4Cnq36kRxAFiSp4WsgNHcQ','d3d759e6d8d83f96625c3e14c4f175a283cad139201e615b341268475c4d5d48');
INSERT INTO "audit" VALUES(70,1795752665,'alertd','message.sending',2,'message 28','1 recipients, by worker 8289','43779287839e2c5e27a8021b8be0215bed849bc000338c302f98adf344f728f9','','Or6MvxxGmwbsS-U4TC4ZmA','46d39dde025846fae553ff77ed6dc915d39bf77b0230896870ba0ee26135828a','hDN8l5Q1BZlymJPa5sJ78A','45e796e2a60e36ffe4c6bba674a1e205bce4ff59993adeeb412281527bd28c75');
INSERT INTO "audit" VALUES(71,1795752665,'alertd-sms','delivery.accepted',2,'message 26','+4500000021: accepted: 0 written (/tmp/alertd-15/sms.txt)','ab6e67e9bf64f32e90cf8f74dc7f772541d81d42fb69ca95cdf26ee1a3d20546','','N6BfjMp2TSsBZ73iNOuGEg','600feedcda394ca3bc90d8b668456a18c43cf34fdd943f5f7a7690b8eec4814c','9bwtSpXTu9iaw7G4mMrczA','6001d57d2320fd3fe9b7a032c8e96c7f978136d082e36819d792d271d374016b');
INSERT INTO "audit" VALUES(72,1795752665,'alertd-sms','delivery.accepted',2,'message 28','+4500000022: accepted: 0 written (/tmp/alertd-15/sms.txt)','89532a440460498a01ce9de8adf7c95429e7ab93f2bcf653414936d63e1c343b','','1JU1bfwSApjD1bizYazEKw','d5e24b48fc774f55099033674a866bd9d5a283339d8396ea0e070500da27ec1f','SLVERCNFY6KSJf4EtEDNJA','065ceb19447c063847b654dad68613370f97a99a005dfa1125fc63ec7b86caf6');
INSERT INTO "audit" VALUES(73,1795752665,'alertd','message.sending',2,'message 30','1 recipients, by worker 8288','55528278c0f79ae1415790736f875ff9053e6b6ef14a0d798a0fb910895587b4','','W-dC9eu8QoOxSW3cbdRtsg','422f17020ea149d7370b63f1f4e45db72b8a69db38788bf17e9215225e54f859','E8tTX2KfbykAxEPbROycWQ','1b935b00fddea8dc3f8018854d42c0378c5c5e23887a70676ad300c45656b9a3');
INSERT INTO "audit" VALUES(74,1795752665,'alertd-mail','delivery.accepted',2,'message 25','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','4f1c8ae9c170c11866df9c8c9ab93ca454dc43774b1dbb1bb113b5f66ee8865b','','tpL1Es2ealg9A6k7h7LDEw','9b0186d8294720ece490143ac676351dbdf512a84387f2302b4076df86142cb6','mIrP50Ol461T3a2foSnD-w','29831e1393c3d3ae2625978cbff27c933b807665ad7373d01654be72438c98b2');
INSERT INTO "audit" VALUES(75,1795752665,'alertd-mail','delivery.accepted',2,'message 30','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','fb7f333d34621ed6ef8c7500165410a33c63fe1f0cc9a8013e664ee11bcee883','','kqLET5BBvLW68UGRjp1lgw','5c395d178c4af99d9bf19ee09a58f7744c057165fb77f047530916fe4953338b','DiLEWNEpWVzKfoPxUMXkCg','fa848d7443e73f5e8077f3565a462a450f822c914c3e9c12e99b609192345816');
INSERT INTO "audit" VALUES(76,1795752665,'user anna','incident.opened',3,'incident 3','exercise, degraded: Øvelse (by user anna)','ea47fec6d9dea544fb96e3a74c8552c022a475a7a06a244a0df8cad8bb83aa4c','','IZs9wsNFXxaDcIYH-BUfcw','b406f12c6bfe80321e1a661411e9d96de399622f7528e637bb13f549faa7df71','FHxDt1G-0Sqhws9-91sjzw','7eb6b753e3a06d6eac4a3ad20681d76f86ae91a80bfce4ae42b7b6b412db279f');
INSERT INTO "audit" VALUES(77,1795752665,'user anna','notice.queued',3,'incident 3','notice 1, first: sent by user anna','18e1b7ed0a43984b3d18b275070d5add04ace2f665ffe12a61735e2251a5987c','','HC-w4ZKzB4EYVpKYmnIxvQ','1fce3950a10cbb2e13ecf4ef4a8e1a7a7370404e37aad939c12e981810c45407','Cdc-MzieKddn_zaqoGmomg','3c0731d53aabe7c9ecd67a02ffdd47aaad5e4a49fe5ee99bba4d943a1534fc3d');
INSERT INTO "audit" VALUES(78,1795752665,'alertd','message.sending',3,'message 32','1 recipients, by worker 8289','3348507f051ef6993aa4147a0f58b9ed6bccbade92d647d542add0c123d19a31','','98RcHgJX6ICZit5Kg8bf4g','680003d8b9d9ca5b72bc9420057e1f09471af06c42fd50e613096182c28a001a','fHNwN3OhpC0FiVIaK4AjLg','211512611782138b8c731ca093b341817bc2b509f09f4a2608781c959500fb01');
INSERT INTO "audit" VALUES(79,1795752665,'alertd','message.sending',3,'message 34','1 recipients, by worker 8289','6271189c546f501e021e4787a280b89135b5692778b66345a4147fdd9a83d40a','','dhdurpe9ZkYFBjixBy4vAg','9803168e38635d91543e268aa814e777362196fb67383f8b1378a59191d5d1c3','H_EBkMZlug2lYl-eTqrJfw','ad541ab8e6261670846fa87d6d181a0ed5208547ef60a27e25c876d722d0ea6f');
INSERT INTO "audit" VALUES(80,1795752665,'alertd-mail','delivery.accepted',2,'message 27','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','87545d149af2f2f79c32f5dc82cd5d62072adc07eb02fa07875927bf8681ba2e','','KoXWGpZHpqlNTfpNBkuNzw','3e27be30e86da9b143393c3f27f9a725183a4f783a1326730de92815cf3a50a2','gmHFnRlVldlCXeq7w_Nbgw','e39443ffd954caae25286b483e06c6b761e42360cc7490ddbf996cc7e1299edd');
INSERT INTO "audit" VALUES(81,1795752665,'alertd-mail','delivery.accepted',2,'message 29','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','b4ff0c57e4fcd47595a792c64dcec50501fd85ef436fa699bf692919880e16d6','','m3fuEBFL208obVD-s_pEbA','c500b3ee770b1ce7dfc81fc49f8920823f8c4514a856e3f3b320de24f2568d0c','_a05a3o9Gxht1cfBu9naDA','252da151c9b0ed6f00fc74a7bcdbcd704b9de5ec6d62b41cc6e3d999c842db83');
INSERT INTO "audit" VALUES(82,1795752666,'alertd','message.sending',3,'message 31','1 recipients, by worker 8287','f75b62d80c4fdf085d4719be597a8f70849b38e513b603d974d1edbae1ffef57','','r_5pHLeEBjTz2Bb_0EGdrg','74998412c713bc2a6bebfd2306e4a790f7f576c060a2dd70a763fab8dbc1a2e7','mxvw43jVacgwQx7MckyI2w','de7f81bc8c169f41f4e251f32d4588c595d139edc47ac4c91f198171a4284dd3');
INSERT INTO "audit" VALUES(83,1795752666,'alertd','message.sending',3,'message 33','1 recipients, by worker 8287','6bb1e76144eac5bc3c560d4612785fe937003bbe493aff017f998f61a9acc8ca','','TPHteZzfrzLR6sOCPvkenA','8892d53212928b2333e4ca5a6e6714ddb6abfafda139dab67fe32cf23c9a9fd1','LnPRR7fFBC3Eob7MIjHheg','16704d3fadc3ee01a771c2f04c8661f514d47857c47c9dc28a529b64cf8e315e');
INSERT INTO "audit" VALUES(84,1795752666,'alertd','message.sending',3,'message 35','1 recipients, by worker 8287','168716426855777e891b2622e3b723085d99504f59fc596c7f3889f293e3322b','','b4FQO53lYFu3EcjSikHV7g','bdd2c3820e0f00f6219c7d4751be4e0a49a049207ee1569e01e9075525f4a7cd','Q63owmmMuko2bmp3lAsRPA','a2900aae474237b01761d809f4832fa36fdc22f3e932af68b3a727e7b2e3a93e');
INSERT INTO "audit" VALUES(85,1795752665,'alertd-sms','delivery.accepted',3,'message 32','+4500000021: accepted: 0 written (/tmp/alertd-15/sms.txt)','42dde7ecb3fc8aaf1503ff44b02f0500d1474770430b4dcf98c50fe8b5735b2f','','KGJmFzpt54plxxyism8YNQ','2800bdea81cada3136e696a5a4b0609dcfcec67a840027a450fc602f68a0a683','2zUG_aUMEGt8NIZUQqQRJA','11e3ee472e3c189b13deb1678d7a27865028fca92341f6cd58706840223b7ad3');
INSERT INTO "audit" VALUES(86,1795752665,'alertd-sms','delivery.accepted',3,'message 34','+4500000022: accepted: 0 written (/tmp/alertd-15/sms.txt)','09d5958baad4c1a2d1a1029d7c53f8a827f0d92ba31ec3d819ba01b875eceae7','','V15TQiE-ki3FoOW4bGO89A','3d20a838e45a934a412dcb63ab8eeb118df6d4b2b9de0f18d81298173158b5f1','MpknoThkmPdtbWXsULy_QQ','0519d3d06e509cd55823b6d1676369f0149356d826c55c75600061a147237c38');
INSERT INTO "audit" VALUES(87,1795752666,'alertd-mail','delivery.accepted',3,'message 31','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','43d7c8c439ee1e11663e508b56fb13e41744ae75a2783cccf90bf4c3e736c751','','w1VYeUN9eney2QC4RgPp0g','381b59872459a87fb8c417d91955a03094a6282e7e08179278f551468416e1ba','DdcSys0QwDOeXGVZ8UpjHg','5910915a464eb69904c5725cf4b5d2b38e7a5552371b5dd0e130221170afa335');
INSERT INTO "audit" VALUES(88,1795752666,'alertd-mail','delivery.accepted',3,'message 33','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','aa32e78dfaa4d6c74d569e741b071e0282b345c29529abf5ddb711bed51ae982','','4-O1aaKgobwyhQLlz8eAHA','45965db5287c2c5f0dfe716e614e1ae64b6eb8b492bae4f95ca87821f756b7d6','RsWxv17mUVsQhCw48t9UZQ','6304cb38cdd75d1db5d70889e17d2bea7d3894d55c2461ed9c3e80219abc2108');
INSERT INTO "audit" VALUES(89,1795752666,'alertd-mail','delivery.accepted',3,'message 35','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','ab330a0756135712a2fbbc04ac43d70a6a2a878ead170b0cf92a1abc4fa86ef6','','joV0TJV4_KgzocKh6gJ8-A','ae6ca4ea90b8ce1a589eb5a96c702ef8fdda5b88395f2d5dc62e67c5ffa93885','yMV0u4azMakeulhWtx4dKQ','0d1c7c039b93ee74d55c0b40595fb5dd75609501919ca0ccfac3e0d277ddab90');
INSERT INTO "audit" VALUES(90,1795752666,'alertd','message.sending',3,'message 36','1 recipients, by worker 8287','45045b1b7e68747f0b37151ecf0b63d3296b251c8f100852272c298f675f7769','','orV8UiSNMPl_v6Lc29fzOQ','3493bc452c47b1d287f4d638d51d73b2e73f6619834ec41d8fae40b015f476ae','pDWOEPS5yFf6EngblSEVkg','127448ad18360259e6f13f3894bd61af4bbbc98ff6397e999c2254e56cd5abb5');
INSERT INTO "audit" VALUES(91,1795752666,'alertd-mail','delivery.accepted',3,'message 36','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-15/out)','d59f15d26f7fb103493fe40ad259420ebe67b3cab4bf5f9bbe73effcea332a6a','','WjBjxlwOluKZsXUxsir2rQ','e6941bf4c6f6cd33e6baa331c3cf1b56a472bfe7885b828e34bb5fab39972f55','S7Dpus7F067NYSjECtROIA','708b4d7ab25c182190a52a1b43dc1a0a06990dc7f6aac24fe333981e105c6746');
CREATE TABLE audit_head ( id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
INSERT INTO "audit_head" VALUES(1,91,'d59f15d26f7fb103493fe40ad259420ebe67b3cab4bf5f9bbe73effcea332a6a');
CREATE TABLE calendar ( rota TEXT PRIMARY KEY, source TEXT NOT NULL, body TEXT NOT NULL, fetched INTEGER, failing INTEGER, why TEXT NOT NULL, told INTEGER NOT NULL CHECK (told IN (0, 1)), CHECK ((failing IS NULL) = (why = ''))) STRICT, WITHOUT ROWID;
INSERT INTO "calendar" VALUES('vagt','file:vagt.ics','BEGIN:VCALENDAR',1795751000,1795752000,'HTTP 503',1);
CREATE TABLE call ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL, opened INTEGER NOT NULL, began INTEGER NOT NULL, steps INTEGER NOT NULL CHECK (steps >= 0), due INTEGER, paged_at INTEGER, skipped TEXT NOT NULL, owner TEXT NOT NULL, had TEXT NOT NULL, taken INTEGER, attended INTEGER, closed INTEGER, CHECK ((owner = '') = (attended IS NULL)), CHECK (incident IS NOT NULL OR alarm <> '')) STRICT;
INSERT INTO "call" VALUES(1,1,'','','',1795752655,1795752655,1,1795753255,1795752655,'','anna','',1795752655,1795752655,NULL);
INSERT INTO "call" VALUES(2,2,'','','',1795752665,1795752665,0,NULL,NULL,'','anna','',1795752665,1795752665,NULL);
INSERT INTO "call" VALUES(3,3,'','','',1795752665,1795752665,0,NULL,NULL,'','anna','',1795752665,1795752665,NULL);
CREATE TABLE call_person ( call INTEGER NOT NULL REFERENCES call, person TEXT NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, round INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (call, person)) STRICT, WITHOUT ROWID;
INSERT INTO "call_person" VALUES(1,'alarm.1e3386203534','alarm','vagt@example.dk','vagt@example.dk','',0,1795752655);
INSERT INTO "call_person" VALUES(1,'medcom.6','medcom','Jens Lund','jens.lund@example.dk','+4500000012',0,1795752655);
CREATE TABLE code ( id INTEGER PRIMARY KEY, action TEXT NOT NULL CHECK (action IN ('ack', 'approve', 'dismiss',  'receipt')), notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, call INTEGER REFERENCES call, org TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL, token TEXT NOT NULL UNIQUE, reply TEXT NOT NULL, made INTEGER NOT NULL, lapses INTEGER NOT NULL, used INTEGER) STRICT;
INSERT INTO "code" VALUES(1,'ack',2,1,1,'medcom.6','Jens Lund','+4500000012','mJ31SMfI5_QC-DBfYnxzhA','128701',1795752655,1795767055,NULL);
INSERT INTO "code" VALUES(2,'ack',2,1,1,'alarm.1e3386203534','vagt@example.dk','','2Ny4zWW82Eurw7hRNat19Q','',1795752655,1795767055,NULL);
CREATE TABLE contact ( id INTEGER PRIMARY KEY, org INTEGER NOT NULL REFERENCES org, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)), topics TEXT NOT NULL DEFAULT '', channels TEXT NOT NULL DEFAULT '' CHECK (channels IN ('', 'both', 'mail', 'sms', 'sms-outages')), CHECK (email <> '' OR phone <> '')) STRICT;
INSERT INTO "contact" VALUES(1,4,'FMK-koordinator','fmk@koebenhavn.example.dk','+4500000021',1,'','');
INSERT INTO "contact" VALUES(2,85,'Sygeplejen','fmk@aarhus.example.dk','+4500000022',1,'','');
INSERT INTO "contact" VALUES(3,100,'IT-vagten','fmk@aalborg.example.dk','',1,'','');
INSERT INTO "contact" VALUES(4,1,'KMD Drift','drift@kmd.example.dk','',1,'','');
INSERT INTO "contact" VALUES(5,102,'Anna Holm','anna.holm@example.dk','+4500000011',1,'','');
INSERT INTO "contact" VALUES(6,102,'Jens Lund','jens.lund@example.dk','+4500000012',1,'','');
CREATE TABLE cover ( id INTEGER PRIMARY KEY, rota TEXT NOT NULL, who TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL, made INTEGER NOT NULL, by TEXT NOT NULL, CHECK (starts < ends)) STRICT;
INSERT INTO "cover" VALUES(1,'vagt','Jens Lund',1795752655,1795774255,1795752655,'user anna');
CREATE TABLE delivery ( id INTEGER PRIMARY KEY, message INTEGER NOT NULL REFERENCES message, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted',  'delivered', 'failed', 'superseded', 'cancelled')), attempts INTEGER NOT NULL DEFAULT 0, code INTEGER NOT NULL DEFAULT 0, answer TEXT NOT NULL DEFAULT '', via TEXT NOT NULL DEFAULT '', remote_id TEXT NOT NULL DEFAULT '', due INTEGER NOT NULL, done INTEGER, told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)), accepted INTEGER, UNIQUE (message, address)) STRICT;
INSERT INTO "delivery" VALUES(1,1,1,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752684,1795752655,1,1795752655);
INSERT INTO "delivery" VALUES(2,2,1,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-15/sms.txt','',1795752683,1795752655,1,1795752655);
INSERT INTO "delivery" VALUES(3,3,1,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752683,1795752655,1,1795752655);
INSERT INTO "delivery" VALUES(4,4,1,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-15/sms.txt','',1795752682,1795752655,1,1795752655);
INSERT INTO "delivery" VALUES(5,5,1,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752682,1795752655,1,1795752655);
INSERT INTO "delivery" VALUES(6,6,1,1,'kmd','KMD Drift','drift@kmd.example.dk','superseded',0,0,'','','',1795752655,1795752655,0,NULL);
INSERT INTO "delivery" VALUES(7,7,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752680,1795752655,1,1795752655);
INSERT INTO "delivery" VALUES(8,8,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-15/sms.txt','',1795752680,1795752655,1,1795752655);
INSERT INTO "delivery" VALUES(9,9,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752679,1795752655,1,1795752655);
INSERT INTO "delivery" VALUES(10,10,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752691,1795752655,1,1795752655);
INSERT INTO "delivery" VALUES(11,11,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752690,1795752655,1,1795752655);
INSERT INTO "delivery" VALUES(12,12,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-15/sms.txt','',1795752689,1795752655,1,1795752655);
INSERT INTO "delivery" VALUES(13,13,1,2,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752690,1795752656,1,1795752656);
INSERT INTO "delivery" VALUES(14,14,1,2,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-15/sms.txt','',1795752688,1795752655,1,1795752655);
INSERT INTO "delivery" VALUES(15,15,1,2,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752689,1795752656,1,1795752656);
INSERT INTO "delivery" VALUES(16,16,1,2,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-15/sms.txt','',1795752687,1795752655,1,1795752655);
INSERT INTO "delivery" VALUES(17,17,1,2,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752688,1795752656,1,1795752656);
INSERT INTO "delivery" VALUES(18,18,1,2,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752687,1795752656,1,1795752656);
INSERT INTO "delivery" VALUES(19,19,1,3,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752695,1795752665,1,1795752665);
INSERT INTO "delivery" VALUES(20,20,1,3,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-15/sms.txt','',1795752695,1795752665,1,1795752665);
INSERT INTO "delivery" VALUES(21,21,1,3,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752694,1795752665,1,1795752665);
INSERT INTO "delivery" VALUES(22,22,1,3,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-15/sms.txt','',1795752694,1795752665,1,1795752665);
INSERT INTO "delivery" VALUES(23,23,1,3,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752693,1795752665,1,1795752665);
INSERT INTO "delivery" VALUES(24,24,1,3,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752692,1795752665,1,1795752665);
INSERT INTO "delivery" VALUES(25,25,2,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','queued',1,421,'421 4.3.2 try later','maildir /tmp/alertd-15/out','',1795752692,NULL,0,1795752665);
INSERT INTO "delivery" VALUES(26,26,2,1,'0101','FMK-koordinator','+4500000021','sending',1,0,'written','/tmp/alertd-15/sms.txt','',1795752691,NULL,1,1795752665);
INSERT INTO "delivery" VALUES(27,27,2,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752691,1795752665,1,1795752665);
INSERT INTO "delivery" VALUES(28,28,2,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-15/sms.txt','',1795752690,1795752665,1,1795752665);
INSERT INTO "delivery" VALUES(29,29,2,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752689,1795752665,1,1795752665);
INSERT INTO "delivery" VALUES(30,30,2,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752689,1795752665,1,1795752665);
INSERT INTO "delivery" VALUES(31,31,3,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752701,1795752666,1,1795752666);
INSERT INTO "delivery" VALUES(32,32,3,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-15/sms.txt','',1795752700,1795752665,1,1795752665);
INSERT INTO "delivery" VALUES(33,33,3,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752700,1795752666,1,1795752666);
INSERT INTO "delivery" VALUES(34,34,3,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-15/sms.txt','',1795752698,1795752665,1,1795752665);
INSERT INTO "delivery" VALUES(35,35,3,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752699,1795752666,1,1795752666);
INSERT INTO "delivery" VALUES(36,36,3,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-15/out','',1795752698,1795752666,1,1795752666);
CREATE TABLE draft ( id INTEGER PRIMARY KEY AUTOINCREMENT, incident INTEGER REFERENCES incident, at INTEGER NOT NULL, pid INTEGER NOT NULL, owner TEXT NOT NULL CHECK (owner <> ''), body TEXT NOT NULL) STRICT;
INSERT INTO "draft" VALUES(1,2,1795751000,4711,'user anna','{"command": "update", "text": "Det varer ved."}');
CREATE TABLE early_report ( delivery INTEGER PRIMARY KEY REFERENCES delivery, via TEXT NOT NULL, answer TEXT NOT NULL) STRICT;
INSERT INTO "early_report" VALUES(1,'cpsms','absent subscriber');
CREATE TABLE event ( id INTEGER PRIMARY KEY, feed TEXT NOT NULL, ext TEXT NOT NULL, incident INTEGER REFERENCES incident, newest INTEGER, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, listed INTEGER NOT NULL CHECK (listed IN (0, 1)), UNIQUE (feed, ext)) STRICT;
INSERT INTO "event" VALUES(1,'nspop','fmk1',1,2,1795752655,1795752665,1);
CREATE TABLE fault ( name TEXT PRIMARY KEY, what TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "fault" VALUES('incident 2','incident 2: its notice was due, and none is queued',1795751000,1795751060);
CREATE TABLE "feed" ( feed TEXT PRIMARY KEY, first_ok INTEGER, last_ok INTEGER, last_change INTEGER, health TEXT NOT NULL CHECK (health IN ('ok', 'failing', 'stale',  'shrunken')), since INTEGER, polls INTEGER NOT NULL, last_poll INTEGER, body TEXT NOT NULL CHECK (body IN ('whole', 'part', 'short')), body_since INTEGER, told TEXT NOT NULL CHECK (told IN ('ok', 'failing', 'stale',  'shrunken')), cause TEXT NOT NULL CHECK (cause IN ('none', 'unreachable', 'tls',  'status', 'not-a-feed', 'too-large', 'incomplete', 'not-stored')), why TEXT NOT NULL, source TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "feed" VALUES('nspop',1795752646,1795752665,1795752665,'ok',1795752646,3,1795752665,'whole',1795752646,'ok','none','','d7ce95adf3e18615b27bb4ab727faec8ddfbc435b0dcbc3949a1a2d687b809d8');
CREATE TABLE gap ( org TEXT NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), since INTEGER NOT NULL, told INTEGER, PRIMARY KEY (org, channel)) STRICT, WITHOUT ROWID;
INSERT INTO "gap" VALUES('0147','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0147','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0151','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0151','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0153','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0153','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0155','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0155','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0157','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0157','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0159','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0159','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0161','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0161','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0163','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0163','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0165','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0165','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0167','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0167','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0169','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0169','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0173','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0173','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0175','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0175','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0183','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0183','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0185','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0185','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0187','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0187','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0190','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0190','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0201','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0201','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0210','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0210','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0217','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0217','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0219','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0219','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0223','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0223','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0230','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0230','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0240','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0240','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0250','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0250','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0253','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0253','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0259','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0259','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0260','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0260','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0265','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0265','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0269','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0269','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0270','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0270','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0306','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0306','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0316','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0316','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0320','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0320','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0326','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0326','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0329','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0329','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0330','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0330','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0336','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0336','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0340','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0340','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0350','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0350','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0360','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0360','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0370','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0370','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0376','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0376','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0390','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0390','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0400','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0400','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0410','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0410','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0420','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0420','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0430','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0430','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0440','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0440','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0450','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0450','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0461','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0461','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0479','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0479','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0480','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0480','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0482','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0482','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0492','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0492','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0510','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0510','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0530','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0530','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0540','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0540','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0550','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0550','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0561','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0561','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0563','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0563','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0573','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0573','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0575','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0575','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0580','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0580','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0607','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0607','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0615','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0615','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0621','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0621','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0630','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0630','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0657','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0657','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0661','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0661','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0665','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0665','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0671','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0671','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0706','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0706','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0707','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0707','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0710','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0710','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0727','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0727','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0730','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0730','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0740','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0740','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0741','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0741','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0746','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0746','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0756','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0756','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0760','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0760','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0766','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0766','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0773','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0773','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0779','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0779','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0787','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0787','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0791','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0791','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0810','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0810','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0813','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0813','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0820','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0820','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0825','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0825','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0840','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0840','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0846','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0846','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0849','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0849','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0851','sms',1795752645,NULL);
INSERT INTO "gap" VALUES('0860','mail',1795752645,NULL);
INSERT INTO "gap" VALUES('0860','sms',1795752645,NULL);
CREATE TABLE inbound ( gateway TEXT NOT NULL, ident TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (gateway, ident)) STRICT, WITHOUT ROWID;
INSERT INTO "inbound" VALUES('cpsms','in-1',1795751000);
CREATE TABLE incident ( id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('pending', 'open', 'resolved',  'dismissed', 'retracted')), kind TEXT NOT NULL CHECK (kind IN ('actual', 'exercise', 'test')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), service TEXT NOT NULL, title TEXT NOT NULL, news TEXT NOT NULL, url TEXT NOT NULL, reason TEXT NOT NULL, feed TEXT NOT NULL, since INTEGER, opened_at INTEGER, decided_at INTEGER, resolved_at INTEGER, starts INTEGER, ends INTEGER, expected_end INTEGER, planned INTEGER NOT NULL CHECK (planned IN (0, 1)), reminded INTEGER NOT NULL CHECK (reminded IN (0, 1)), notices INTEGER NOT NULL CHECK (notices >= 0), last_notice_at INTEGER, last_change_at INTEGER, due_at INTEGER, change INTEGER NOT NULL CHECK (change IN (0, 1)), fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)), change_reason TEXT NOT NULL, over INTEGER NOT NULL CHECK (over IN (0, 1)), told_effect TEXT NOT NULL CHECK (told_effect IN ('none', 'planned',  'degraded', 'data_error', 'outage')), told_online TEXT NOT NULL CHECK (told_online IN ('unknown', 'works',  'down')), audience TEXT NOT NULL DEFAULT '' CHECK (audience = '' OR audience GLOB 'region:?*'  OR audience GLOB 'vendor:?*' OR audience GLOB 'org:?*'), drill_ends INTEGER CHECK (drill_ends IS NULL OR kind = 'exercise'), named INTEGER DEFAULT 0, acted INTEGER DEFAULT 1, itself INTEGER NOT NULL DEFAULT 0 CHECK (itself IN (0, 1))) STRICT;
INSERT INTO "incident" VALUES(1,'resolved','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752344,1795752655,NULL,1795752665,NULL,NULL,NULL,0,0,3,1795752665,1795752665,NULL,0,0,'',0,'outage','unknown','',NULL,0,1,1);
INSERT INTO "incident" VALUES(2,'open','actual','outage','down',0,'FMK','FMK kan ikke bruges','SDS undersøger fejlen.','','sent by user anna','',1795752665,1795752665,1795752665,NULL,NULL,NULL,NULL,0,0,1,1795752665,1795752665,NULL,0,0,'',0,'outage','down','',NULL,0,1,0);
INSERT INTO "incident" VALUES(3,'open','exercise','degraded','unknown',0,'FMK','Øvelse','En øvelse.','','sent by user anna','',1795752665,1795752665,1795752665,NULL,NULL,NULL,NULL,0,0,1,1795752665,1795752665,NULL,0,0,'',0,'degraded','unknown','',NULL,0,1,0);
INSERT INTO "incident" VALUES(4,'pending','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752344,1795752655,NULL,NULL,NULL,NULL,NULL,0,0,0,NULL,NULL,NULL,0,0,'',0,'none','unknown','',NULL,0,1,1);
CREATE TABLE looked ( what TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "looked" VALUES('gaps',1795752645);
CREATE TABLE low ( id INTEGER PRIMARY KEY, at INTEGER NOT NULL, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
INSERT INTO "low" VALUES(1,1795751000,'bounced','fmk@aarhus.example.dk','550 5.1.1 no such user');
CREATE TABLE message ( id INTEGER PRIMARY KEY, notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',  'oncall')), org TEXT NOT NULL, org_name TEXT NOT NULL, vendor TEXT NOT NULL, message_id TEXT NOT NULL, created INTEGER NOT NULL, due INTEGER, worker INTEGER, begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1)), held INTEGER, UNIQUE (notice, channel, org)) STRICT;
INSERT INTO "message" VALUES(1,1,1,1,'mail','municipality','0101','København','','alertd.1795752655.1.1.0.0101@example.dk',1795752655,NULL,NULL,1,1795752655);
INSERT INTO "message" VALUES(2,1,1,1,'sms','municipality','0101','København','','alertd.1795752655.1.1.0.0101@example.dk',1795752655,NULL,NULL,1,1795752655);
INSERT INTO "message" VALUES(3,1,1,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752655.1.1.0.0751@example.dk',1795752655,NULL,NULL,1,1795752655);
INSERT INTO "message" VALUES(4,1,1,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752655.1.1.0.0751@example.dk',1795752655,NULL,NULL,1,1795752655);
INSERT INTO "message" VALUES(5,1,1,1,'mail','municipality','0851','Aalborg','','alertd.1795752655.1.1.0.0851@example.dk',1795752655,NULL,NULL,1,1795752655);
INSERT INTO "message" VALUES(6,1,1,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752655.1.1.0.vendors@example.dk',1795752655,NULL,NULL,0,NULL);
INSERT INTO "message" VALUES(7,2,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752655.1.0.2.medcom.6@example.dk',1795752655,NULL,NULL,1,1795752655);
INSERT INTO "message" VALUES(8,2,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752655.1.0.2.medcom.6@example.dk',1795752655,NULL,NULL,1,1795752655);
INSERT INTO "message" VALUES(9,2,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752655.1.0.2.alarm.1e3386203534@example.dk',1795752655,NULL,NULL,1,1795752655);
INSERT INTO "message" VALUES(10,3,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752655.1.0.3.alarm.1e3386203534@example.dk',1795752655,NULL,NULL,1,1795752655);
INSERT INTO "message" VALUES(11,3,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752655.1.0.3.medcom.6@example.dk',1795752655,NULL,NULL,1,1795752655);
INSERT INTO "message" VALUES(12,3,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752655.1.0.3.medcom.6@example.dk',1795752655,NULL,NULL,1,1795752655);
INSERT INTO "message" VALUES(13,4,1,2,'mail','municipality','0101','København','','alertd.1795752655.1.2.0.0101@example.dk',1795752655,NULL,NULL,1,1795752656);
INSERT INTO "message" VALUES(14,4,1,2,'sms','municipality','0101','København','','alertd.1795752655.1.2.0.0101@example.dk',1795752655,NULL,NULL,1,1795752655);
INSERT INTO "message" VALUES(15,4,1,2,'mail','municipality','0751','Aarhus','systematic','alertd.1795752655.1.2.0.0751@example.dk',1795752655,NULL,NULL,1,1795752656);
INSERT INTO "message" VALUES(16,4,1,2,'sms','municipality','0751','Aarhus','systematic','alertd.1795752655.1.2.0.0751@example.dk',1795752655,NULL,NULL,1,1795752655);
INSERT INTO "message" VALUES(17,4,1,2,'mail','municipality','0851','Aalborg','','alertd.1795752655.1.2.0.0851@example.dk',1795752655,NULL,NULL,1,1795752656);
INSERT INTO "message" VALUES(18,4,1,2,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752655.1.2.0.vendors@example.dk',1795752655,NULL,NULL,1,1795752656);
INSERT INTO "message" VALUES(19,5,1,3,'mail','municipality','0101','København','','alertd.1795752655.1.3.0.0101@example.dk',1795752665,NULL,NULL,1,1795752665);
INSERT INTO "message" VALUES(20,5,1,3,'sms','municipality','0101','København','','alertd.1795752655.1.3.0.0101@example.dk',1795752665,NULL,NULL,1,1795752665);
INSERT INTO "message" VALUES(21,5,1,3,'mail','municipality','0751','Aarhus','systematic','alertd.1795752655.1.3.0.0751@example.dk',1795752665,NULL,NULL,1,1795752665);
INSERT INTO "message" VALUES(22,5,1,3,'sms','municipality','0751','Aarhus','systematic','alertd.1795752655.1.3.0.0751@example.dk',1795752665,NULL,NULL,1,1795752665);
INSERT INTO "message" VALUES(23,5,1,3,'mail','municipality','0851','Aalborg','','alertd.1795752655.1.3.0.0851@example.dk',1795752665,NULL,NULL,1,1795752665);
INSERT INTO "message" VALUES(24,5,1,3,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752655.1.3.0.vendors@example.dk',1795752665,NULL,NULL,1,1795752665);
INSERT INTO "message" VALUES(25,6,2,1,'mail','municipality','0101','København','','alertd.1795752665.2.1.0.0101@example.dk',1795752665,1795752695,NULL,1,1795752665);
INSERT INTO "message" VALUES(26,6,2,1,'sms','municipality','0101','København','','alertd.1795752665.2.1.0.0101@example.dk',1795752665,NULL,4711,1,1795752665);
INSERT INTO "message" VALUES(27,6,2,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752665.2.1.0.0751@example.dk',1795752665,NULL,NULL,1,1795752665);
INSERT INTO "message" VALUES(28,6,2,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752665.2.1.0.0751@example.dk',1795752665,NULL,NULL,1,1795752665);
INSERT INTO "message" VALUES(29,6,2,1,'mail','municipality','0851','Aalborg','','alertd.1795752665.2.1.0.0851@example.dk',1795752665,NULL,NULL,1,1795752665);
INSERT INTO "message" VALUES(30,6,2,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752665.2.1.0.vendors@example.dk',1795752665,NULL,NULL,1,1795752665);
INSERT INTO "message" VALUES(31,7,3,1,'mail','municipality','0101','København','','alertd.1795752665.3.1.0.0101@example.dk',1795752665,NULL,NULL,1,1795752666);
INSERT INTO "message" VALUES(32,7,3,1,'sms','municipality','0101','København','','alertd.1795752665.3.1.0.0101@example.dk',1795752665,NULL,NULL,1,1795752665);
INSERT INTO "message" VALUES(33,7,3,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752665.3.1.0.0751@example.dk',1795752665,NULL,NULL,1,1795752666);
INSERT INTO "message" VALUES(34,7,3,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752665.3.1.0.0751@example.dk',1795752665,NULL,NULL,1,1795752665);
INSERT INTO "message" VALUES(35,7,3,1,'mail','municipality','0851','Aalborg','','alertd.1795752665.3.1.0.0851@example.dk',1795752665,NULL,NULL,1,1795752666);
INSERT INTO "message" VALUES(36,7,3,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752665.3.1.0.vendors@example.dk',1795752665,NULL,NULL,1,1795752666);
CREATE TABLE notice ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, number INTEGER NOT NULL CHECK (number >= 0), type TEXT NOT NULL CHECK (type IN ('first', 'update', 'repeat',  'resolved', 'correction', 'planned', 'page', 'receipt')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), at INTEGER NOT NULL, next INTEGER, title TEXT NOT NULL, reason TEXT NOT NULL, cc_own INTEGER NOT NULL CHECK (cc_own IN (0, 1)), check_from INTEGER, said TEXT NOT NULL DEFAULT '', topic TEXT NOT NULL DEFAULT '', CHECK ((number = 0) = (type IN ('page', 'receipt'))), CHECK (type = 'page' OR incident IS NOT NULL)) STRICT;
INSERT INTO "notice" VALUES(1,1,1,'first','outage',1795752655,1795759855,'FMK er utilgængeligt i produktion','rule 3: FMK: it is hit: "fmk", "utilgængeligt"',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.05.
Opslag i FMK fejler for alle anvendere.','fmk');
INSERT INTO "notice" VALUES(2,1,0,'page','outage',1795752655,NULL,'FMK er utilgængeligt i produktion','The municipalities are being told.',0,NULL,'','');
INSERT INTO "notice" VALUES(3,1,0,'page','outage',1795752655,NULL,'FMK er utilgængeligt i produktion','taken by anna: The municipalities are being told.',0,NULL,'','');
INSERT INTO "notice" VALUES(4,1,2,'update','outage',1795752655,1795759855,'FMK er utilgængeligt i produktion','updated by user anna',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.05.
SDS venter på en reservedel.','fmk');
INSERT INTO "notice" VALUES(5,1,3,'resolved','outage',1795752665,NULL,'FMK er utilgængeligt i produktion','it is over',0,1795752665,'FMK virker igen.
Fejlen er rettet.','fmk');
INSERT INTO "notice" VALUES(6,2,1,'first','outage',1795752665,1795759865,'FMK kan ikke bruges','sent by user anna',0,1795752665,'FMK er nede.
Fejlen begyndte kl. 05.11.
SDS undersøger fejlen.','fmk');
INSERT INTO "notice" VALUES(7,3,1,'first','degraded',1795752665,1795759865,'Øvelse','sent by user anna',0,1795752665,'','fmk');
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
INSERT INTO "receipt" VALUES(1,'0101',1,1795752715,'FMK-koordinator');
CREATE TABLE reminded ( what TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "reminded" VALUES('drill',1795751000);
CREATE TABLE report ( id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event, seen INTEGER NOT NULL, hash TEXT NOT NULL, revision TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, newest INTEGER NOT NULL, url TEXT NOT NULL, published INTEGER, updated INTEGER, starts INTEGER, ends INTEGER, components TEXT NOT NULL, impact TEXT NOT NULL, status TEXT NOT NULL, phase TEXT NOT NULL CHECK (phase IN ('unknown', 'info', 'planned',  'open', 'resolved')), verdict TEXT NOT NULL CHECK (verdict IN ('ignore', 'ask', 'broadcast')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), judged TEXT NOT NULL CHECK (judged IN ('unknown', 'info', 'planned',  'open', 'resolved')), reason TEXT NOT NULL, service TEXT NOT NULL, hit TEXT NOT NULL, online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), expected_end INTEGER) STRICT;
INSERT INTO "report" VALUES(1,1,1795752655,'5cd35af978854084b5b7ebe71922866d96b42d0801149d3a4db90a262508747a','2026-11-27T04:05:44Z-a43764d2','FMK er utilgængeligt i produktion','Opslag i FMK fejler for alle anvendere.',39,'https://status.example.dk/fmk1',1795752344,1795752344,NULL,NULL,'FMK	major_outage
','critical','investigating','open','broadcast','outage','open','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
INSERT INTO "report" VALUES(2,1,1795752665,'5e079f23ecfc3cfdecd26b94ef64df002aaba8794fe327a3497d56f4b30732f5','2026-11-27T04:10:56Z-0b941f02','FMK er utilgængeligt i produktion','Fejlen er rettet.',17,'https://status.example.dk/fmk1',1795752656,1795752656,NULL,NULL,'FMK	operational
','critical','resolved','resolved','broadcast','outage','resolved','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
CREATE TABLE retention ( what TEXT PRIMARY KEY, pos INTEGER NOT NULL, due INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "retention" VALUES('addresses',0,1795839045);
INSERT INTO "retention" VALUES('calls',0,1795839045);
INSERT INTO "retention" VALUES('codes',0,1795839045);
INSERT INTO "retention" VALUES('covers',0,1795839045);
INSERT INTO "retention" VALUES('incidents',0,1795839045);
INSERT INTO "retention" VALUES('operators',0,1795839045);
INSERT INTO "retention" VALUES('owners',0,1795839045);
INSERT INTO "retention" VALUES('pages',0,1795839045);
INSERT INTO "retention" VALUES('reasons',0,1795839045);
INSERT INTO "retention" VALUES('records',0,1795839045);
INSERT INTO "retention" VALUES('replies',0,1795839045);
CREATE TABLE secret ( name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "secret" VALUES('bounce','ZlAdEgi2psice7W23Q9LFQ');
CREATE TABLE self_check ( id INTEGER PRIMARY KEY CHECK (id = 1), started INTEGER NOT NULL, at INTEGER NOT NULL, passed INTEGER, pinged INTEGER, ping_error TEXT NOT NULL) STRICT;
INSERT INTO "self_check" VALUES(1,1795752645,1795752645,1795752645,NULL,'');
CREATE TABLE tally ( what TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (what, a, b)) STRICT, WITHOUT ROWID;
INSERT INTO "tally" VALUES('done','mail','accepted',23);
INSERT INTO "tally" VALUES('done','mail','superseded',1);
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
INSERT INTO "tally" VALUES('now','mail','accepted',22);
INSERT INTO "tally" VALUES('now','mail','queued',1);
INSERT INTO "tally" VALUES('now','mail','sending',0);
INSERT INTO "tally" VALUES('now','mail','superseded',1);
INSERT INTO "tally" VALUES('now','sms','accepted',11);
INSERT INTO "tally" VALUES('now','sms','queued',0);
INSERT INTO "tally" VALUES('now','sms','sending',1);
INSERT INTO "tally" VALUES('opened','actual','',3);
INSERT INTO "tally" VALUES('opened','exercise','',1);
INSERT INTO "tally" VALUES('tried','mail','',23);
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
CREATE INDEX incident_named ON incident (max(coalesce(resolved_at, 0), coalesce(decided_at, 0), coalesce(last_notice_at, 0), coalesce(opened_at, 0))) WHERE named IS NOT NULL AND state NOT IN ('pending', 'open') AND over = 0;
CREATE INDEX incident_acted ON incident (max(coalesce(resolved_at, 0), coalesce(decided_at, 0), coalesce(last_notice_at, 0), coalesce(opened_at, 0))) WHERE acted IS NOT NULL AND state NOT IN ('pending', 'open') AND over = 0;
CREATE INDEX code_lapses ON code (lapses);
CREATE INDEX cover_ends ON cover (ends);
CREATE INDEX wrong_reply_at ON wrong_reply (at);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('draft',1);
COMMIT;
PRAGMA user_version = 15;
