BEGIN TRANSACTION;
CREATE TABLE asked ( incident INTEGER NOT NULL REFERENCES incident, org TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, reminded INTEGER, told INTEGER, PRIMARY KEY (incident, org), CHECK (told IS NULL OR reminded NOT NULL)) STRICT, WITHOUT ROWID;
INSERT INTO "asked" VALUES(1,'0751','Aarhus',1795752632,1795753232,1795753832);
CREATE TABLE audit ( seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, incident INTEGER NOT NULL, object TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL CHECK (length(hash) = 64), was TEXT NOT NULL CHECK (length(was) IN (0, 64)), actor_salt TEXT NOT NULL, actor_digest TEXT NOT NULL CHECK (length(actor_digest) = 64), detail_salt TEXT NOT NULL, detail_digest TEXT NOT NULL CHECK (length(detail_digest) = 64)) STRICT;
INSERT INTO "audit" VALUES(1,1795752631,'user anna','contact.added',0,'contact 1','0101 FMK-koordinator <fmk@koebenhavn.example.dk> +4500000021','82837244e1918640801f7e88fe0d9ea6f83255576cc7e87334237785f3e788c0','','QcjPCiVpld0o5lidf_enFQ','132e11902a67f8d24e2bca3c611cce41e01d91b7f1169e579e4129edff7217f9','qDvJKj4OFn05vDaZgtltEA','b6aa3e36941611fcf3b79db777bc870289a59474f088de927bee6cc441af0c28');
INSERT INTO "audit" VALUES(2,1795752631,'user anna','contact.added',0,'contact 2','0751 Sygeplejen <fmk@aarhus.example.dk> +4500000022','4dfb25e3ed85f902d83df8e0ae59fc848519096b8579ac6010b23a1bdf33bbfa','','q9SmvsLhjaYsoZHykDeK2w','2bdf90cbafeb289e30749eb64c6862c6b9726b188132b00ff1649e2ddf6d6350','Wgr8mTpKAKcWeN6yC6vzEQ','392fa8a25a11cd42f02921a88a9e28e60dabd3f8d33ede9739e3510bf7bde062');
INSERT INTO "audit" VALUES(3,1795752631,'user anna','contact.added',0,'contact 3','0851 IT-vagten <fmk@aalborg.example.dk>','d27423f73903018846b0844a64ff4ae25e5976d1e0c8ace3afaa1d35c0a84947','','ae1ooPinYAr3tvr10Bllkg','6c4c8aa7b21255012ac5749699c7973371105eb197f877615f21fe5bee5a7cf0','1QIkMdjsOoIsshiAJlYKdw','3c77d14e75a27a67c7ba8d4028461eaf4fe8d26da73206c1c159076ccccce670');
INSERT INTO "audit" VALUES(4,1795752631,'user anna','contact.added',0,'contact 4','kmd KMD Drift <drift@kmd.example.dk>','0f1291a90c2104b2d3545e725b7d587cad77a742b7d91105029ae9fbbb80ac28','','gn_tJRBgnrpgJBM3vA2kpQ','3ac10cec59df13f0c6ab1b112abcdc9dbc436648146970a6d03f68a229049d2a','B3T1PjqLPaHolM7W_fZKVQ','b6f9201455a314fc76c269c3896366a3a2934a21025f5625a43cd97cf18d623c');
INSERT INTO "audit" VALUES(5,1795752631,'user anna','contact.added',0,'contact 5','medcom Anna Holm <anna.holm@example.dk> +4500000011','b47547b52403b5c358f168df106c3ca319b2e0527bcd6b4a8673cc40ec4192e9','','YuRDx8KMcGFIDWWeY5dTvQ','43656ae885a03976321414651c849edba4103c79eb22b8c7cff6ae51e3165225','v9rHZSFnNsVtQpbR9z4iHw','0935006bc0bb8b091099412d79d053b1f4c4d5a0d618d0bb94dc797696779b4e');
INSERT INTO "audit" VALUES(6,1795752631,'user anna','contact.added',0,'contact 6','medcom Jens Lund <jens.lund@example.dk> +4500000012','4ec8d972bde128cc8c1a4c223a9b26ae49d4dd7d742008030c32605cd03b8719','','zZw028aYaSWEaiYLpo-_AA','088d5b130136a7ab4a55d9cdc5e538475919f7e63bc587c08cd2e8ac06cf9459','B8zlSpu4_zP1N0U2wYSymQ','58ac3bbb68791042c157be1c94abded22a6e362305f4d1576b1f2febb4c30882');
INSERT INTO "audit" VALUES(7,1795752632,'alertd','incident.opened',1,'incident 1','open, outage: FMK er utilgængeligt i produktion (the rules broadcast; rule 3: FMK: it is hit: "fmk", "utilgængeligt")','0e7450535d5367b12f2665f935322587f076fee8420c004d84ea189e4e414d4a','','xMDWRAYOEr_0kMjfgIljlA','9165e9b288e2b5e396f41bbbf5a13805b0e21ac1f536c45d13d90eb0d5d2cb39','nWKEZ9X_PVdjcwbxUQ_MWA','21d52da25b7d2053e7a07cd4b4ae147bd1e797a12d9908f1f209f140ffc07b34');
INSERT INTO "audit" VALUES(8,1795752632,'alertd','call.rings',1,'incident 1','incident 1','6c1cc56132006746d066a8b180cd3d539e3ae0523cd528356765c0bb04f15667','','h9ZOa8Wm49htakrk8VaGKw','6242b6d005fdaef2c3721495eb575844f697ead0b58e4792894c94b23c840f61','8cV5UfnsM8u0nP0SAm45UA','a2b901c29886b92dcff5bea5f064f0dca153f54f2649ae8341d9025d1a9e1586');
INSERT INTO "audit" VALUES(9,1795752632,'alertd','notice.queued',1,'incident 1','notice 1, first: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','dfdec33a3fe2de292a30a0cc73275187d55bce2c61b07f9f56d7eca1d80bfa5e','','d_vFm5vg6TTU9abnawWDmw','aaefaba2cad8d689ba40de4cd8bf096c14360fe2cc1c0df5fb62d223f8fa7e8d','oeAj5lpUcOoWoDvT2Iwmuw','7c4b59733469570603e7223fad999dea1bd05d7ba039fae08ee40caa0e12a98b');
INSERT INTO "audit" VALUES(10,1795752632,'alertd','page.queued',1,'incident 1','to Jens Lund, vagt@example.dk: The municipalities are being told.','32e2be092ea7da70e7c3708307359639f8bce4803440fa113508cc4ca337105b','','C2OHl7NXhM_sWc545lH-Cg','fd960edbdcfa587be968eeb2087412cd3443874a129e02ca9185b5dca7210296','4lNg7pl6_joo6jqgE56Xew','ec327b3359e4c7afd2d0d31ccdd2c4c2912f5f001529626c8fe3e6c5e0d1e546');
INSERT INTO "audit" VALUES(11,1795752632,'alertd','message.sending',1,'message 8','1 recipients, by worker 6679','fc36a57dd58568f22614f2d127c5f7e0f6bf8afcd3eb9bc51153099c78727c2c','','JNBCSJuikkdSQl-BL0R0VQ','7de83775cc2dc42c458f2d2ad532e0537e43300bb4d58df65038cb318d30ce7d','lfvn0p3XNIB69lRl9VLdjQ','89889bf57509c77209870d4a143ea51d737d81da4a03754dd8dc47f3dee90c06');
INSERT INTO "audit" VALUES(12,1795752632,'alertd-sms','delivery.accepted',1,'message 8','+4500000012: accepted: 0 written (/tmp/alertd-10/sms.txt)','aada9e96f15e016dd0d3bab8fa30f017598b15fd6681cc2f04769bf955b3d029','','HlyD1EkpMy_YNSVWye3IzA','571715608326ad759bb7277509419bef7a98fcf67c791ec8358e891163e6a1e7','dlSXPEieYLLtVrdU3rXBfA','21a5c3a14795b6c024599f63f064f8e438172051ac9f4d21170f4003247ee8e9');
INSERT INTO "audit" VALUES(13,1795752633,'alertd','message.sending',1,'message 2','1 recipients, by worker 6679','8e103f528040fb708b5a59c8d38d23ad97753a63761e7b373409062edec7f634','','s3cm7igLMopqO0TG65J6ZQ','184fd5ed7ab9a1c6afbad70aa9bac2585524c9bde571dbe5b1d498be775b5265','pMnVJ1YAcu3WeU5jgY_SoA','a6f7f520c0efea69e0be54cd1744edb028813484916a4b743c17c96bc54a802c');
INSERT INTO "audit" VALUES(14,1795752633,'alertd','message.sending',1,'message 4','1 recipients, by worker 6679','99035f8ea5c977adc60efc4fc791d82b96735153324ede30a9268314e0c1a8a4','','1prHPV1753zT7tE5sleTug','41628a8576c80268f55522677e930a1a935a51a010fa8297bfaa47eec8abf272','hU5kQd0198ZvGii6AYAPCw','82061b47f2ace7628a667e6e02df78820b325967d92c1d552f1ec10d3556e763');
INSERT INTO "audit" VALUES(15,1795752633,'alertd-sms','delivery.accepted',1,'message 2','+4500000021: accepted: 0 written (/tmp/alertd-10/sms.txt)','4c26be14c68e3abb6f35fbf36235b213f68a0ed2f956e3aa61ed1456b9e6e0f6','','tanq3ReDp3GSaLO9uDSsww','f392669d0a3369959b1983a90f00c3322fcf004d00a6c5bd350cd43f6b143d37','lm5ws115YIvHcj24Zasq8Q','f17b0903ee5b9a53a2554aa0416932fc6c65bd924f7b2c81c3ad37b8bd5ba5d2');
INSERT INTO "audit" VALUES(16,1795752633,'alertd-sms','delivery.accepted',1,'message 4','+4500000022: accepted: 0 written (/tmp/alertd-10/sms.txt)','62f935aecc0700459d4cb0e199ef497ed255947807e9f03bff84cd6f52542dd8','','mZVVogKAsw8fiE4XmyfN9A','5005071c04602bb3b367fb249f9a934e71206505160ac6afc559d03e02ba7996','xVh58PZ6949Km65xr3rpLw','913c7ea4dc7bdbf558349c0db700129ae7d6275ec845d7bf5d962614fd306ab0');
INSERT INTO "audit" VALUES(17,1795752632,'alertd','message.sending',1,'message 7','1 recipients, by worker 6670','1b02d8dc850cd6177924e4c344f8ac5ba10e85c85ca2f3ec15bc6a1c91415a48','','0HUHYryGJ5QxO0onE_bwlQ','1688741ce7cfdeb5c493ac3bc7d303c564d1a2002ecb028e24a296e242378718','EOtg7a201wgFZyw0D0LxqQ','dd74e544db500cdcbd5a7eed202fd69b221d01be4e9827dd626d639e6fa954e7');
INSERT INTO "audit" VALUES(18,1795752632,'alertd','message.sending',1,'message 9','1 recipients, by worker 6670','aeb3a12729fb5c8c11fbcf1c0ab768bc57a855e4c7933dad30b0117707dbb087','','C98nOPRxujr5Q0Rw5H2lHQ','92b9bcfd7b69881fa757beffc0cff605aef6e432c5a42469f22f407113b63181','l2ZIrIlTPZu23NmWscH0TQ','334b30acca695077fb933aef7526e8f65edde3cf2dcd8bd9c056d4d7584edc15');
INSERT INTO "audit" VALUES(19,1795752632,'alertd-mail','delivery.accepted',1,'message 7','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','4e7362de376044151df6ce13b8b6c0df8da02d870da152ed660fa601a5cd045f','','yHs3TKChMx7ir_YB1s5fNQ','0a21e898072eeec8a477c0a302ae1e6a08bb2cf1312934cc6476f69b4bf67e00','-7NokPm6Bu2MZG6HW4zB6A','cab1aa4d383333bd0a85df1e8980c6e023b78b35f650693585bb26c6d8a41ccd');
INSERT INTO "audit" VALUES(20,1795752633,'user anna','call.taken',1,'incident 1','incident 1: taken by anna','2753ce73f5ab2e47aedef61bde12c8bd0aaa9d010c72287a4b9542e98fe8064a','','AISFQQOXwbucrb6S9ZhZKQ','bd6bf2000f19b070cccd05ee9e325cc4dfd1f58252db36f34b72fe8e107c395f','d3Au-emjGVS3BYJ_nNMwjQ','ca675fed184ecb38196d2779de9b8cc6ec12490d3422da6ba7733bc7c058107f');
INSERT INTO "audit" VALUES(21,1795752633,'user anna','page.queued',1,'incident 1','to vagt@example.dk, Jens Lund: taken by anna: The municipalities are being told.','d89631fcaaf9e977165bbfb2a5d80b96f1741e00703ec98ef70733393bf93ab4','','0ipvmWFnr9wfvMHB5oc23Q','9da853c442583ad301990f749944d92c7024e9dccfcfc4445d7dbf65114b9e46','00VUTT4ZMJuRcLn2cQVa8A','0be48a2d8ec76f4123c98c5245f4fa4e9bd2ac902e4ad7501e205fb9a74dd22d');
INSERT INTO "audit" VALUES(22,1795752632,'alertd-mail','delivery.accepted',1,'message 9','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','e50e5a81f93859c1cee1229ee44b3050c4e25471a7db50df55c7225610029d91','','Des2dUy0XWw8LSyEKOJSpg','d599148662aa7688017091bc3427b14d15aaa56a80882926a583408d642e6251','_8pOxNfM8MUn2ic4UMSBzg','32447b917dc7726911b816f92e60a12082ff31345cdf069825d921ba63dd3511');
INSERT INTO "audit" VALUES(23,1795752633,'alertd','message.sending',1,'message 10','1 recipients, by worker 6670','a6d2ddfb845e6656721029d30763a76efeac704f9d62e3b3de6b400ca6cca661','','yEPmQAUHPSE1CIEVAfwwjg','0a850af27774466dea47bd9ccd060cdfc9b605463d27b08c14f7df63e07f92dd','T8mvmIShKy7HSXejlC5NrQ','3d993d365732a5a502884af7eb966347b1063afd871cbc68aca8d721ecbf3e9e');
INSERT INTO "audit" VALUES(24,1795752633,'alertd','message.sending',1,'message 11','1 recipients, by worker 6670','24da324807d705834a6d8c5e611ac76ffaa0ad2f22394fc8358c1eba900b66a1','','viAk0LPaIVRUTw69MVM_cQ','eb0af06ebe824d0538d50210ee1063f02fd417be5fb1b56dd90bef4efaef467b','Zmqw1Az6av3WIimfysdnLw','87f26f4448061b1c5eed1ee423e10216b8b5662d8d5be4d7b0aa6c46f9b12df9');
INSERT INTO "audit" VALUES(25,1795752633,'alertd','message.sending',1,'message 12','1 recipients, by worker 6679','d4b6030244562de4d1af20e2e85fee99d2cd3e70a56fcfdab8505118c2873614','','yHxbUY0JoM8Kt5vLPMFXww','a93b43f7a89f47b905db8efa157c48d918e6f37fdf76e622287c970cc7d515f3','2mj3ZLKwprJdnlOL4w8KlQ','2e399c9944a91e8fc64e3c9ad2c42cad263c74f05019d7f8dfeb612871208a01');
INSERT INTO "audit" VALUES(26,1795752633,'alertd-mail','delivery.accepted',1,'message 10','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','ff6b681bbbc259289e37258db64a37e69de1d936ce1f391f7622ee30c7ca7555','','bImws4TcvzDC6OmQCCR85g','238d70d4a88a905799252e45f1f21d2f37c9c8a7dba87905509dac402096d48c','sPxzEtBfhDxmIEg43E_szw','6a0e8721e555d740c340e401e322d95951f89ab5e923b985594923eb6e9d79c3');
INSERT INTO "audit" VALUES(27,1795752633,'alertd-sms','delivery.accepted',1,'message 12','+4500000012: accepted: 0 written (/tmp/alertd-10/sms.txt)','17a48bf488eca95e093278d9c2babae29e946abbc38f22826d9b84489e5897e7','','WfcQrac9_KaLOiEhBqp_OQ','46c1e3553749c91272446890d5abb4da516da5cf7539a38346e8c09ecadf77cc','0FIXeFfFQf7nAd-hXMYqog','048dcda2097cee7cee5c2db46e2f1190c96fde48c645bddf2cb590425f1e1328');
INSERT INTO "audit" VALUES(28,1795752633,'user anna','cover.set',0,'cover 1','rota vagt: Jens Lund from 2026-11-27T04:10:33Z until 2026-11-27T10:10:33Z','a937e0d24c26e1a036f3c70d33546a8b579ed09165aa8562e487bffe74ca9960','','x4s9zYx6f4QQ5RBQDuUUYQ','f9e9fa1f4a1c6242a4d1f72f7e0a982cb52c671f10f687ea0b67c335cf576a0a','WrVkLmwQyfxYhcZq3YqXIQ','c92c1f9181696e65a61b4505599c919295044b83bc75c42ae1dc7258085b7743');
INSERT INTO "audit" VALUES(29,1795752633,'alertd-mail','delivery.accepted',1,'message 11','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','c208c58478f0929dfb7e69263548dc0b99305f6bbb7b0b9d10dd989805b44e48','','nXfg7n06THTmiBgPWgfSfA','a61c4e359c857845a89b59d354eb0ea5a34d6e984fb42f4f2b2b156e03d2722a','YCSnssSkazdPplk4NCkUMg','d472f7ea36c2d62309284b6ade5969d1229a29533049207b1f65099a7a37fed0');
INSERT INTO "audit" VALUES(30,1795752633,'alertd','message.sending',1,'message 1','1 recipients, by worker 6670','f9d8c13a21830e7688d65657976d41b0c5e0cd4df110967b27d7658aa3cb65ca','','IMVLPQmyJ6x5Si6Fyd4_7Q','dae028c8678f890a262e7ec4a4fb65a8a12e8f35a118edc0bda9a21f5a8d50f4','iFvD9ycan9PG4O33YrHDcg','2af9d29a13ada0529a731b4f0102f9d09a945fa68ceed84bcc9475f47903c3fe');
INSERT INTO "audit" VALUES(31,1795752633,'alertd','message.sending',1,'message 3','1 recipients, by worker 6670','d6e260d0fd1727f91e1f4531036f53d0dd9f96f6af717ae84cb2750665ad8d94','','3Ip7N-DPeY8jl0daeaOeUQ','f944b6166b4bd1ff055cc19002f222e98d972d27dca7cdf27a1c21b52c07fc82','AzQcMTaVg7m3B3Lpl5jj4Q','0624f708b10a0cc9228e1992f03a0654b329640d8dccf2abdb0cecfeab611d7e');
INSERT INTO "audit" VALUES(32,1795752633,'alertd','message.sending',1,'message 5','1 recipients, by worker 6670','69ad2ec865972c24a5aafd333f7b3d60d82caf400c055488d7e4ee4fe160f85b','','_3eq0vA1taKnGO3vzI6TzQ','739ed050de42da2e9b235b75605ab2078778a1d239150bac900a608d8ca5753e','Gl7gQ4BfNYlp_rpQekQA8g','deb1509b6f5f184ed057640cef77da2e6d32432e47fef7270ce00f828d9e9756');
INSERT INTO "audit" VALUES(33,1795752633,'alertd-mail','delivery.accepted',1,'message 1','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','316f647ec7ae014d0aedb691af5036086eb2c0f92717bb8f75a482221f4c6f8b','','AHsY-els-U3iHzKGYzKRgQ','fafd1c398f72eb2a651e36083f3c9f93967b1c4489caae629b2c13ada6cec048','el23J7HljUr3mFNeWJTHDw','5186db89e13ff66eebc209a8fc04a25955377d4e1524842cc8ea31645a3152ed');
INSERT INTO "audit" VALUES(34,1795752633,'alertd-mail','delivery.accepted',1,'message 3','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','70a18169e69e197122d8b1de19e173b1586f4267bb956ed06b7974c84d5c199f','','EGVcaS3wcJXkFywtnbANug','b9bed64ebdb08516d1423e19d1b70f26d6791117c6f67a960045fdee96bc7a99','uTkmB3NvqALYMy5KpZsmNQ','8a828225791493742cb1c3ec2d5313f617c772a62a32f4ff3345d059f417a112');
INSERT INTO "audit" VALUES(35,1795752633,'alertd-mail','delivery.accepted',1,'message 5','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','d97fc88c6a7d37553152ca4c67f455efca5aed00bbac3967ee5279b100ef114d','','Nrg5h0rkjGwVegpTPBahBw','6e4b3fb7dc873bc95c1c142f9af91583a37efd395407cd16b563f8c42b89fabb','1wDeYfBXhqUSOcJB0VHTpA','c02bed62c1b489639c52867963967d74a0d8fe9d0b6270b12ff630597cb7401d');
INSERT INTO "audit" VALUES(36,1795752633,'alertd','message.sending',1,'message 6','1 recipients, by worker 6670','2761376e6f955209dfe1d2079baeb9405cb6ecd3eb8e7dc00b70de9a65e1936b','','ZHaru07eSNsbzgF3Igkmbg','0ed28b40958b502a91ba8a19ba7a1ff0df434d745f69092b8471f9c59c471210','noU7DFuHdCSYVolL3GSE9w','be7254c8ff2181dea5321e3e0c00319d2167098af13ad8ce23e93ce2860cdeb4');
INSERT INTO "audit" VALUES(37,1795752633,'alertd-mail','delivery.accepted',1,'message 6','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','22c05035bcf37bd86815fa00bc1ce17d129c1cff37da8d6522bfc47a087a8986','','X-gPZ91fE-mfYTUM1IUabA','66a5eb56f597c60067911b73c00dd0c40d652682f8b29fb62e577860649e14f1','b90DvLZh-49Fr7FXcTPBsA','de8bf7bfbb05a3f26b669bf34a84cad1761a9b04c21304e935c2757b96c909a1');
INSERT INTO "audit" VALUES(38,1795752633,'user anna','notice.queued',1,'incident 1','notice 2, update: updated by user anna','36f791bfc116ea57b5f29f4eff7b7320124927ba73c1514c9f17e8bccfbe0d43','','swj3Os1HOcEU8SYASaVmrw','e030d4303149bf1bfa44a2119361e5d5b4409bdc512ff38858ece9363e6a7566','9UUnxCXamCJY6oZqVmHqfA','9b8fc7160e0dbb5b2d4d68ecfc4bde0b22f9633350b0e014dbdec6e0f0381a15');
INSERT INTO "audit" VALUES(39,1795752634,'alertd','message.sending',1,'message 13','1 recipients, by worker 6669','e76ac18c03ddca8e83c827c91fc3daca51a869fd464ba1ff7a00ecf0d3f4221e','','xQndZ3tBsV39IYvzZALoPQ','d8442e811a1d3b5b7887a84c7bffeaea022bfa5d551466b069c3a3d8af4422b9','dacQp2OmQgYrnMy9nTwCUw','6c286be2a61693c2cd7fb81cf66c33e76b1cffe4aebbd125a139a42a54a3087b');
INSERT INTO "audit" VALUES(40,1795752634,'alertd','message.sending',1,'message 15','1 recipients, by worker 6669','3dab9cadb1d48dcafabace23dcb55acff2d6d0139038eda5b8874c6541ae1d59','','ge7Ox_blV1adIfLxQykpdg','e5c3452e7dd1351c706ee36b5ffc01212eefdfa387d53a0f95c4f5863c0fe3b1','gcHxZqocYmMUU1RiVSS59Q','074892e407f5bedd9c60aa9d777317e6de72bca4868c3231cc2e3daba36f3c2d');
INSERT INTO "audit" VALUES(41,1795752634,'alertd','message.sending',1,'message 17','1 recipients, by worker 6669','20bd49438360f8c62f3af8daf8238c50284b1a8d184cf14be5ee9ef69a777304','','5qBcUIyVDDfsl4U-S7NiyA','625f8bc697d089811580dde65c424d18e46aef691d1780b1c15c6119a4e4a54e','DQffr_G4svBXXWykXqsOXg','f2bb8a1b90bfe4d8d5b75bd773d440d3aff9a009b05e65192b8fe61a91624015');
INSERT INTO "audit" VALUES(42,1795752634,'alertd-mail','delivery.accepted',1,'message 13','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','6766d5a6a09b4e4589c7dd4b33210513c59a6489ffad75fd305ec5ac6c9d08f4','','q5abUtat0dOqP9Zko-9QAA','178b38da75b98cdef4984e722a3df98e7736afdfc4ce7ab6e57641d2dc301dd2','pmsfAmoFYCnK-aya3vR_KQ','caefbea2905441ca6c04f2dc0ca14f435d5ce78b36bbda7ec74d88f14b0626be');
INSERT INTO "audit" VALUES(43,1795752634,'alertd','message.sending',1,'message 14','1 recipients, by worker 6679','591130f687efe5f8c513ff29b0f59c9e428de28d1581ae4371b68dc25e731c3b','','9HxnfLAuMVvXulTochSROw','28c70f1eb5fe8e7b160696a8899dbd56df38d02ef4f5d3e9d68f7f8c457b2b64','4UIsbRc3gBR6POX8Mv4ShA','520cfeb073e394d4d57498b79bb10863214e2ef969927f18bcde62762921d673');
INSERT INTO "audit" VALUES(44,1795752634,'alertd','message.sending',1,'message 16','1 recipients, by worker 6679','e4973ce00e38c98e30ed5db049e52c638d447bdfba44df8d6a198c55a079bf2e','','b6BxMsJMNJ6ZnvDaHyu-lA','3b0307ef8434a48d5a07eb58b21965d2532347c694d48d9cb026374321682c96','CjSgk3wFjD43Rne_z9NDCQ','24a73df5f0d03e87e30c841c6f245800f82039a29114da20851dae2f2dfb3bc3');
INSERT INTO "audit" VALUES(45,1795752634,'alertd-sms','delivery.accepted',1,'message 14','+4500000021: accepted: 0 written (/tmp/alertd-10/sms.txt)','ab0cbb29b14886074e74ce1df2232a828e15bc3cc7d6f15caf37914b55896666','','mBcJbkIjjIuQwCC5gQ8cmA','fac6c565b148400c09fff0cab2c86040d011788f6659690f91f55eab0bff47f9','h9JeFtDgiUWqJqGzZ29WJA','69b444ac89076ebbd50854d6d98cba747629f0a47be9ab78fb4e2c4ab48ff2d9');
INSERT INTO "audit" VALUES(46,1795752634,'alertd','message.sending',1,'message 18','1 recipients, by worker 6670','4142e24957e4f7cda31df501391ab60202b0051efdc6c303b57c067c0fdd57aa','','Y86I2dEF6gSWsZvW-BMZFg','a0c8975864b9eeec1116b3f1b1adb21173752307297a474ff3e9767d42d19112','geO7ycPueDCVW2ZHE6sUNg','572091d490ce85606dfc60f336211c2382297fa2cec8bf968bfc7b9d99236ddc');
INSERT INTO "audit" VALUES(47,1795752634,'alertd-mail','delivery.accepted',1,'message 18','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','09dbf57abe6c8575cf945c4a4f4f7fd29d9538758445cc612eb334ea8ccbf58b','','Smhn4JY6wyMrdtsyzGCabA','9dcc802cd9090e485b2f5a2530dfdf76be16921213a42c856cac49b690de754e','35XJB-h_xLVJHeq63zBUhQ','aa4b20f98664d3431d5f199d0fd6704d14c420ab1e99fc17ad66f6375d0c2928');
INSERT INTO "audit" VALUES(48,1795752634,'alertd-sms','delivery.accepted',1,'message 16','+4500000022: accepted: 0 written (/tmp/alertd-10/sms.txt)','9b3b859b66cbb13a3495a0d726768b0eb364ed4877168988202ab4d4886b45cf','','LbDgOYdARHQawX6EBJbH_Q','f8dc283ccce34500f2eec63fb6c138598f4a8e5a345703d61a1746e1adbe8bf3','_SosxJHc0eb4BPFVnmqhCA','ecbc9fecde4b9f63142d18d21944605e578006e96bb188048781b0f2006f5ccf');
INSERT INTO "audit" VALUES(49,1795752634,'alertd-mail','delivery.accepted',1,'message 15','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','855ea66355544c562956fbc0e7b662f1c4403e011ed0cc26c9f79756bddb839c','','j4978mzPfDe906EWbjPjHQ','789f3bb3781103af4acb0adb32db990d9826211b0bfbee059f375abe473a706c','kGob0pyE0CnFoGUSP4KZug','2040672dd3f315de2d53cb812e59ee29d1c7e317a70b61d5f9258e0632c726b4');
INSERT INTO "audit" VALUES(50,1795752634,'alertd-mail','delivery.accepted',1,'message 17','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','ab9d8a7c50c82d59fd103d867054e4160d943494d1a260dd25dc55cb45bd920e','','w0IB4MfyOGmgYDgy6i21Cg','8bf8f2faa8d3045204c0ca429fd97fff4c60a3828ab3c1cbc4807c0f10e4cedc','0ob0f9R1lC2sNHGP3q-CcA','51e611a2e34fbe678a01f3897360ca6438d24ef373b4973aa92640be6baf468e');
INSERT INTO "audit" VALUES(51,1795752642,'alertd','incident.state',1,'incident 1','resolved, was open: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','7cbcdb8d3691d2ec001de25dc60aea81b9d07e0b94d777cc8c01d2ba5f0da9af','','ccLRVN9QR0DZRhE_n1h2JQ','9e814c9da7f69ebcbb2b6374511bdc74d83f4815b555d1561c8df3a081b73fa5','RwKimYxqDIBEfHnpg-bC-Q','ffa7f2a735aa20add08e6efc15246cb662873db1e5c81437d351699d9915656f');
INSERT INTO "audit" VALUES(52,1795752642,'alertd','notice.queued',1,'incident 1','notice 3, resolved: it is over','51dd25a04b2a81b32e40abbc5c9fe95b76cbc98a9461ff1932fdcb1a846c82e9','','KY1o_E2hct9wN6yHzS0igw','16130bc931516ea6bdeca7668d277bc7b5bc0184d49e54cae048c363dea68a27','enopXSNAolewtonlYdPUFw','6d2449d15e0c5a8a6b5071128cf8e76879d27b1c1178a78ab009b71309395da7');
INSERT INTO "audit" VALUES(53,1795752642,'alertd','message.sending',1,'message 19','1 recipients, by worker 6670','3a9ca98825eb9dd44b2c9fafb916253d8b13f0604331e62a7e96f5d454a8fecb','','UHp4eFRWxQAEIabAI5OQug','83cbc95d4b7bb10812783ae8532568a188f06afed1ca583634ad1667e8c23301','HGfixyCH5HGrXsQBabjnmg','3e3980a0be7ce107f4c29a2f1db6402f9fb29aa60aa03177ca348df278909c15');
INSERT INTO "audit" VALUES(54,1795752642,'alertd','message.sending',1,'message 21','1 recipients, by worker 6670','0da24d703ca04985d273e6eb26c227eaf9553e726b0aab3b2107572a797f06e2','','KlaecHJCb3-VOXmYBas1QA','dd60e1cecf3585fe46764a1b89e2f08784b999c4b27608bde1155314d0b9686d','8gd-e79kghNSq0HGHOr5NA','89c5f45a9df87107ff9645ea84476179e3862f9511fb9a36f91a0bf37ae8e66a');
INSERT INTO "audit" VALUES(55,1795752642,'alertd','message.sending',1,'message 23','1 recipients, by worker 6670','83c396e5f89ff181c28ef75e53c1ba43da72ea6b0b966fb0b62925641dc65a92','','aAXIjOYuNhXss8lrgOFQgg','400c39a812fed4155a65e21b192c7ebb84422466f566cb0113cbd143e3ae7b09','Zwn6i_q2z7p5v8a-DPnBxQ','9fc6a9be044130bc7f16ed8f80dc32dea4d89f1fdcc82a5c478be5c758e39709');
INSERT INTO "audit" VALUES(56,1795752642,'alertd','message.sending',1,'message 20','1 recipients, by worker 6679','761bb41037ea594577bc1a06fa9c4051484013f927532670b2f8660a0a903989','','_R0vxbge8BQCUzFtTS5imw','b1a9c06b167a825cfa0ace11a58b39c3f1eae3ff314655a8e86cbce7a78b6be8','veA2laOO-7f9FRYeqpkJbA','39775f472e40e3039cd9aeb3aedbf175f1fc95519e8298fcd3153d9db9c21515');
INSERT INTO "audit" VALUES(57,1795752642,'alertd','message.sending',1,'message 22','1 recipients, by worker 6679','8df21b7ae285bf67dd607e3da00b26aeac42997a3e23c59cafa9974f7006cded','','B8c7ARK-E4yFFnlIyGYcpA','7c88bc1d71f6af72d6f026beaca9eaa56a056e6beff1f0878a0e52cf84a18fc6','n_gkJk11zvv72R5Vgj3qwQ','93890ed155e4369515885326f545aa9201fd993fb96fb7c84311853b4ce22594');
INSERT INTO "audit" VALUES(58,1795752642,'alertd','message.sending',1,'message 24','1 recipients, by worker 6669','ec74c959efa1deca9f456e951fafc1d74337c776c11db95141278abc0f3ecc35','','E-Jo6UBaEBsqdIVEMk_TPA','bde61b9f2c99f014207d22270102c83ac0def4d5bdbf92c0ca69911b5be8a4ed','n5KpmsosT8HBF3hyxqFIDg','33d7961918d3628034f6b0654a11f1b00eccd9e5d734fe95eb6c56cdf4549aa7');
INSERT INTO "audit" VALUES(59,1795752642,'alertd-mail','delivery.accepted',1,'message 19','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','3760abdba77626166c815415e084831f65f0b0c63210dc8db478539ec5a34302','','zVcN_1CRdE1iGJ5Ui231aA','a3f9e3d1b6b92184a301f3b2a4ad6b132f728454c73a81023070a781c8aff7ac','MSj2NwGBRtqj7fAFXXf7DQ','b61889711fbee0f45251810e29d4fe359bca7309a78a81f3e8fdb20a3936fa7e');
INSERT INTO "audit" VALUES(60,1795752642,'alertd-sms','delivery.accepted',1,'message 20','+4500000021: accepted: 0 written (/tmp/alertd-10/sms.txt)','7a86c0c3df76fa5fbb41598df034eb9c06482ace67cafee8985efdcfc214cd6e','','JFzEr10dU9vN1Hvf1z6Y7Q','d10e36ec790e1887ae5a171f48b0f311e67eb9ccf654807edb9a35363c871b9b','--Pxc9AWoJb_DaOp6-mQpQ','58ad540b1b669ecbe09d2de5172f61f044f9077635964ddc225859481119b097');
INSERT INTO "audit" VALUES(61,1795752642,'alertd-mail','delivery.accepted',1,'message 21','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','37483ea849990f9d637000e352b728bee6f8d7a84acc9a978a04d6ff540fa5b9','','4TEJgfzFG6duAPeiRFf-Ig','681dba66ac03da00def571e322f063f2365fa9cff01ddafe746a464f13ebeccf','K3FBxBOLgDep5R3sPcM1zw','57c7ba8efdaa3711c58850d8589b23058755f2f82f631e6e10fb508838faed8c');
INSERT INTO "audit" VALUES(62,1795752642,'alertd-mail','delivery.accepted',1,'message 24','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','5966ddb06ff06f5c7505bca76a229c4f04e622df9a048c1e671e5a8074fe7e5c','','iZJ0iSkfVLzm8TguEP9kaQ','3bd327aeef0875849f2dbb86d175ab492b7fb0ae6e5d754cdae23f55cb49ccb7','bXVXp_WKDWMB3HlWeA-cMQ','e715ab52ed9ec14add57a03c3df1ce031c2b89b0eb3d7ff9b8d72899879353d3');
INSERT INTO "audit" VALUES(63,1795752642,'alertd-mail','delivery.accepted',1,'message 23','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','d08443dc46ee9de253ecb00ec4aad5f5ef5f44a0dd86433fdfefd018439e1ea5','','FGSu-9BKXsiHOh2WmGIILA','16b4f6ce0b06a815f20656139fb1e8dfd4d18e508a7c943e7116a1ea973741d8','3R3h05QWut7PKaz7ZMf8mA','5769b0805b6caf830f213ac9959ff4573df183b4123874cd783786a0e45d4953');
INSERT INTO "audit" VALUES(64,1795752642,'alertd-sms','delivery.accepted',1,'message 22','+4500000022: accepted: 0 written (/tmp/alertd-10/sms.txt)','64dfc8a2457a8b1c385af9d664cdc02488f9f9d43da13743c1eb598d04a268f0','','zBj8romgPR4tSOh-AG0FZw','1abfff6fccf2aa02e3624d2a5c1bdc400670c8bdc917bbf2d3412bd0864eb380','XtUEGNnu622L8Bf1ugjiug','45cb42a12f9196eb2caa9156ca84d555ebf7a81fcb32ea9b58335aa71a1a8f87');
INSERT INTO "audit" VALUES(65,1795752642,'user anna','incident.opened',2,'incident 2','actual, outage: FMK kan ikke bruges (by user anna)','c9e2eddc5c024ba54186135716fb3b4d5aa0ea094e4f4692440197cb0d552daa','','WqR5rdL_lyceCq0NdkJyUw','a261b594b3c9864099eadf1d13ec5ae9feac46d447f69d9339b6589a8e9bde59','7hsCmO3_eucrRxKrb9uN7Q','60e606addbcb1e93680ff7f4726d21850ec44ca8856445d63703df7a2c3ba5a9');
INSERT INTO "audit" VALUES(66,1795752642,'user anna','notice.queued',2,'incident 2','notice 1, first: sent by user anna','1d626b6fe4fba0aa004879a9e1a47fe58a7aa4c13247cdd9850481707c95871d','','CfD8AV2djNc-wgSF_KNAFQ','fdf357b217ad0c7d19a2d41f716410fd921d94e19b4d6aacbe39102e040fa0a9','Omv0lo7s9aSyMx97yb90RQ','7aa1018cc210bb5220b5feae7eb330b5333a145653a85001b53b9d4ec6615aef');
INSERT INTO "audit" VALUES(67,1795752643,'alertd','message.sending',2,'message 25','1 recipients, by worker 6670','4ccd20877b70dd49a7c19548de4c9b23e0fa10106fb9ff3eade82860082c4f1d','','3hlJPc4jYuzn14C4nk8z4A','00460ff0a69d8c885c67019e715b541b7dfffe090df34e3d5a196174f3046ede','8Ye0jowZsrp9AJZ6ZXTJzQ','b72ccefa0abd3fbca03d69a780549ed1e87bf03616610288c86ed6fd6ab569ee');
INSERT INTO "audit" VALUES(68,1795752643,'alertd','message.sending',2,'message 27','1 recipients, by worker 6670','1e27f0bf33ba0304ecb55ba66624d410b12a97798a1221f2700043f6a6ccba2a','','_H1qLbR7y4Y58oRCLGWOjg','8e2ff9b557320a487df741efe3b09177d01034a87f74619071c1a0d7a6a751e5','aWccvJOXkrwMiRk5tr3aZA','b1e995d16a03d01812d3b39536cc6011b3cc17b031053a996fbcb72ccf0a4f2d');
INSERT INTO "audit" VALUES(69,1795752643,'alertd','message.sending',2,'message 29','1 recipients, by worker 6670','b8dbab0fccb3a5f09bb7e140b03eb0642f4b00533e7ceb08e93dae8c56d354b7','','oH_elSlPsbtFZTVz8zU9HA','dbc6072ace73e3d1bafbaf4be3c5dde2f403935a97d88ed9ec65eb0e2ba66241','6GgkW5qHlGmT35EFoqzEOg','daf38675d8b8269d1eaa744487a6d2ea517ffe273444aa6d5cf6f758519d755f');
INSERT INTO "audit" VALUES(70,1795752643,'alertd','message.sending',2,'message 26','1 recipients, by worker 6679','150f83c99644316b7cb1c0902009f72a3b26b33926c1249630e2bb12acf2ab14','','tbcC_2j8JoXAp0hbI25V4w','7ec8acfa3944c26f15431d6f523608c343c3c5622c2db75ab0fe6d2b083443d3','jqztl4JpA6Lz-b75ndhY4Q','84597258a2eff6fca5971a6f56ac4371e1e97e2fc9be8cf3f5c1bf0326af08b7');
INSERT INTO "audit" VALUES(71,1795752643,'alertd','message.sending',2,'message 28','1 recipients, by worker 6679','ce9547b85a0d7ad41017eb30d12ebe266157079a2dc56480cb1f57f2d2802380','','x6SnorAj-7TyJGqniftNLA','fc735f9af1ab8dad78babd08cb6f84f2829133907f1d726ec3c970f498def26c','qP9bOlwLXLE0_YIy1yQEVg','d588d3cdaf6f569b504adf4a7be4b6477041d4aeb998d65f278784b211f83e3c');
INSERT INTO "audit" VALUES(72,1795752643,'alertd-sms','delivery.accepted',2,'message 26','+4500000021: accepted: 0 written (/tmp/alertd-10/sms.txt)','58b2f87b62968e13124d881203d5f6d0812513254ffda7830080e900cf4b58e4','','q-kpVMoq-AVAxUxBohjlow','a61452882511e12658513299d287edadea531ecf2d7493b9a80fed28cfc46f21','KkDwoWRS5PFmlQbgoWuCdw','a5c9ed55388df8c2bcc44c691365876c18e77e0f54d6210e59c069c5cb737091');
INSERT INTO "audit" VALUES(73,1795752643,'alertd-mail','delivery.accepted',2,'message 25','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','64190bf5f75860e96a69f1201a77bca2fedbc0d87e73b76789f157cf4a3f5a28','','eWrP_j8ezgfv3oMZOasqwg','6669aba6d947abf64e57c11612dfd86baa2d0f769efcaae88a28a546a5afb374','o7KSJFLv1nSM43f5tWrczw','babd4f2d5561a1492102625f539d486c5cff5a81f6eec5e1205e7b32db7b19e0');
INSERT INTO "audit" VALUES(74,1795752643,'alertd-sms','delivery.accepted',2,'message 28','+4500000022: accepted: 0 written (/tmp/alertd-10/sms.txt)','d006ee204cc00aeb3b5b145c4c4811d554c4e8e99eae4b7a6b14a61b8af5c8c9','','QpH6655tbKGw_KPgtcC6PA','94f2b68515728fe4cdaba5f2956f545d2a0d3fc74a1177659abcf21b16ee3f5f','IDyW63DSeIwe6Q2XlGJjDg','ee8bb2d7a340c272c80a4e163a175448602c266eae6472b6b3da15c64b2f2235');
INSERT INTO "audit" VALUES(75,1795752643,'alertd','message.sending',2,'message 30','1 recipients, by worker 6669','a46a819853db04d49f89064b7538f403f9763c79bbd64833f38a679c99f79818','','NYW342Fw0cMShYCyPihF6A','f028b6989fadceee1205b8201c7691f03aeeb0b3e2e95a656399dcb860597c0e','l-q8mQRFFwJnwuVEak5YyA','2a173127c36ce8d313e0d7d0f55dbad101fc957d59f541f362581524aed18c33');
INSERT INTO "audit" VALUES(76,1795752643,'alertd-mail','delivery.accepted',2,'message 27','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','305ae93fab2287fa97e985678269b364a102b3a9b0550c6a6b181f3320498dc3','','ERZJi4eZTdj-cSeJPuNx-Q','c80dd85de6b2f6270050ba019480d2682aa70a236006d89b2f8d6de2b80a8d99','cxJyfEkxg5QiSmelkCVPZA','505ed57104a9f977c77d4551b2e5a9e4b0b9c8e95391f91d78ade6098d74ed52');
INSERT INTO "audit" VALUES(77,1795752643,'alertd-mail','delivery.accepted',2,'message 30','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','f141f9adc03271538056ad85c15c8bbf41024ec3030a505ca9b9581b19981786','','NMfpI4uS1WlMs5IKj1vA0w','f9bc871225e9529c93b14827ea0bdc1e741e6f9848bdfb84be23426e9190b7e4','6L-1UplEJRQDBpTV4uB_jQ','885f62eb4bcbb2bf70c15b1df588f4a978fb5a0bcd71410659bfa4f9c8c04038');
INSERT INTO "audit" VALUES(78,1795752643,'alertd-mail','delivery.accepted',2,'message 29','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','139bfc8f7a61abfe150d2c957032dd190be4b1c974bd3538619a7f289d4524e9','','qHW8llSa2DaR4nS1TKpeAg','339d3cc0bbbec73b6a293329671e7d232346739afbba761b19393199b3f1440a','Xv5F7vFLDCMD9QEEgTVUEw','91e04540b97aaecbfded08530f45be40af1f24c6d285c66bf8aa3efae111772e');
INSERT INTO "audit" VALUES(79,1795752643,'user anna','incident.opened',3,'incident 3','exercise, degraded: Øvelse (by user anna)','bc5655c0c29c5166b5a00bec95aecc277625b6d23f9e909a79d36c496bd93332','','Vz6U0UDaZKHrDo4AgbRT6w','48b1e25c4a422bd1ab7a12264e7dd108036636f0b4cc2229bc7b2e4635d5bccd','HD7wRbT2bFCdtij-7zZP0g','bcec2fea8b8b0d9aeaebfb603b8c0a19915588f08d8a025e827da1edf82ea307');
INSERT INTO "audit" VALUES(80,1795752643,'user anna','notice.queued',3,'incident 3','notice 1, first: sent by user anna','3a24f21e6f36f3e163022ff1e036d4504a1e11665e9ee91fcc958072609b2a6b','','RoCHjvVK3Dl8IGJKTLABRQ','862226394d9fb8275abd94dab38c1159c50f6e106f4fdb58a608a60542683acb','PjCliKVQE9hNdgeLzxZpHw','aec01e70349ab4a61c34c825c8182763600d4edc4527290719aebbca7f6b94e9');
INSERT INTO "audit" VALUES(81,1795752643,'alertd','message.sending',3,'message 31','1 recipients, by worker 6669','33ff3014ee0c899838fab2b5268ee54def1cece23c82e95bcbf992a4022111df','','6meNW7Nj0CfO2zWw5SnqlQ','a204907807ecf2f571a7899fc8baaddba8df5c1e200a870599687b35fde3a8d1','lS3K_RyOk01g0mTKqU1wLw','f5d67929d48dfbd63ea25241d9dd701b82133421ffa78617b41a98c3939ce34d');
INSERT INTO "audit" VALUES(82,1795752643,'alertd','message.sending',3,'message 33','1 recipients, by worker 6669','f7b1f79dbdbdac171551191a6ee598e58fa9f3e302df21390be1c96e5508263f','','yVOMd8wC0Izr3wobXagSGw','804bc2e4354dc47f29b2cd3604abe7d7b17de42ee45345d0cb52c61405c5e36b','7TqhaC-i7fy3qsVz_rSP1Q','f1faa6329df458b76c7f1215006d39b9922dd086b2910ce2afc68348c40ca228');
INSERT INTO "audit" VALUES(83,1795752643,'alertd','message.sending',3,'message 35','1 recipients, by worker 6669','ceb7400eac0e4d6725e24ac5059b1efc5fb49e0cce59dd88e16ffd65fe6649e9','','TSNr_6tSknxXzmYeJDNdkQ','a21101377c68b4babec275a9ef4a81ef29d60037371e9304c1aa9987549be5dc','i_V6rJrtfeFbA2pTWPTVFQ','1c336c6a68394c63ce661d686360a15d2bd16bb703b55a2b55aa84328f340d11');
INSERT INTO "audit" VALUES(84,1795752643,'alertd','message.sending',3,'message 32','1 recipients, by worker 6679','f3a29f11896adc598e7fee719903c245acff04077151ba1324954a1e77f62cee','','mzpZOF01Akj33ZShN1XKRg','797bc4fb8fb44b4c93f9405995cbe4d031e3609aa214039aad6a1d2075ce5aa5','rQcWVUXb040U0UO8cUW2Iw','0455c33fb5be4ed1c644e2906ca624fdb3fbf44b941ab0d88c4026a01124d992');
INSERT INTO "audit" VALUES(85,1795752643,'alertd','message.sending',3,'message 34','1 recipients, by worker 6679','72acd511e48ba5d9ec24838bedf0f50e0eab85bd1cdb8ec9fe11526e0ebc39e1','','RKZK7spYy1cv8vNujf0R_g','b0f08254f019ec7e44d0af20d6f0ad9923960719348da7ba522fe95d33d9a83a','m-96aHo0KK4qQM6SeLUwAw','fec5699ed6085aa09fd93c3637ddefda66c7ff6af80fbad7d48ceb6c3983d275');
INSERT INTO "audit" VALUES(86,1795752643,'alertd-mail','delivery.accepted',3,'message 31','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','a65ed5340c289379aa41a2d39cccbb3ae951fad81e341f0de6065771a48e700b','','6KAxmyj2I-pyZy64HUpipg','aaba00f2641e487bc73db3b97d8baaa5d45944f984b5a3b285516701494066f4','8L5p8fNslevGpvm4QmfLIw','1576216afbb2665e29f47676a60185b47820c340e4c448fe9a20ea6702cb3f68');
INSERT INTO "audit" VALUES(87,1795752643,'alertd-sms','delivery.accepted',3,'message 32','+4500000021: accepted: 0 written (/tmp/alertd-10/sms.txt)','b5f142a27271f95b63122f8bc63c0326dd4b45ce80c6d63ba6f7a85cc1fa4459','','M2u2DP2ip-YCor2zDGWe7A','137443ea054327604437fe96bd5ddaec64ecf4a1117c975e5e990743fc2e8822','7R0R07eM-R8uEHMtYAXaYA','c4103a61fea974caff1434f865cd5e1ccb7cf65b3ea4cfe7ffa4aab501bb0b4c');
INSERT INTO "audit" VALUES(88,1795752643,'alertd','message.sending',3,'message 36','1 recipients, by worker 6670','feb5a750bb781b67ef73da9a49817892e427e244ea94b45d62655eaf2b60edc6','','uDKb67uz9B9FVVdUcjKe4g','67d679d3564b54ebe17e61d48ee4ea8eaddd840bb00bc337e0129ab8a6c8d4af','Lub4cN04cL4dgNk5MHOqhQ','4e0b95b369bdfafe26dd3232e2fc6d5b237d5e171fa3bf36a6f472c019a0b7c7');
INSERT INTO "audit" VALUES(89,1795752643,'alertd-mail','delivery.accepted',3,'message 33','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','1d7a76d43d6dfd6abd8505d9b85ad665f4416cbead422e5a0ab6676cb0276116','','sbDHM6P1Nq3xz4eaZBqgPA','2e4dd0cfef84704cf3b73553659c9cf0f9c9a83a7aa78b40ee14982008d51b4b','YvUrSotLPdOJUBozl1h9Zg','2aca924601e74e29e36ed915953ef70fb4f10403c6bd4cedb42067e744be262b');
INSERT INTO "audit" VALUES(90,1795752643,'alertd-sms','delivery.accepted',3,'message 34','+4500000022: accepted: 0 written (/tmp/alertd-10/sms.txt)','cfd13da28adc0cdec19d029c47c6d7e2559b0d81d0face6e5901d1040491e523','','XblORz3MHNOpvBc6yzxqqg','56668378053ef3c3b5c61359b0628ffbab7b09de86d3cfa6cebef81665d3bfd6','9Fjo6D3W-HI3F9vYoTJ-_A','c74bd187845b84a2845b2d91ca888986d32fb1656828cd4c380bd5f0f8d04d01');
INSERT INTO "audit" VALUES(91,1795752643,'alertd-mail','delivery.accepted',3,'message 35','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','2d0ee7779c258877f3669e948beb578580409f0d9da883a7d2d79a7f3b59f37c','','iQFJIrCn7Ajf_pNvvExP8w','adbfb3031938ed1f4f188962694fed707915d9f5a3b0c84a9b1863b7cabcbe6a','lMoWF0YcGsvvzPhLRlQDig','96dfd772936a1db662b308169e9e9afcaaf30b83fb00335cadb977dc092161d4');
INSERT INTO "audit" VALUES(92,1795752643,'alertd-mail','delivery.accepted',3,'message 36','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-10/out)','1446f8abb482257ee5ff90dfecf882dcdf237ca1fe00f5dd2bb1826715701531','','2Ud8dw9Oljkv4TkTtTCrfg','5cdcdcb6e505bf7f5b0c87dfefc7184a8b88c092945f3f2284a10fc95d97e921','i3iSUVTkJuU2tbqvB295ZQ','e8d19369ca10de7166bc7e0ce9660cf423de0846c657a47d364db93c694e5c6f');
CREATE TABLE audit_head ( id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
INSERT INTO "audit_head" VALUES(1,92,'1446f8abb482257ee5ff90dfecf882dcdf237ca1fe00f5dd2bb1826715701531');
CREATE TABLE calendar ( rota TEXT PRIMARY KEY, source TEXT NOT NULL, body TEXT NOT NULL, fetched INTEGER, failing INTEGER, why TEXT NOT NULL, told INTEGER NOT NULL CHECK (told IN (0, 1)), CHECK ((failing IS NULL) = (why = ''))) STRICT, WITHOUT ROWID;
INSERT INTO "calendar" VALUES('vagt','file:vagt.ics','BEGIN:VCALENDAR',1795751000,1795752000,'HTTP 503',1);
CREATE TABLE call ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL, opened INTEGER NOT NULL, began INTEGER NOT NULL, steps INTEGER NOT NULL CHECK (steps >= 0), due INTEGER, paged_at INTEGER, skipped TEXT NOT NULL, owner TEXT NOT NULL, had TEXT NOT NULL, taken INTEGER, attended INTEGER, closed INTEGER, CHECK ((owner = '') = (attended IS NULL)), CHECK (incident IS NOT NULL OR alarm <> '')) STRICT;
INSERT INTO "call" VALUES(1,1,'','','',1795752632,1795752632,1,1795753232,1795752632,'','anna','',1795752633,1795752633,NULL);
INSERT INTO "call" VALUES(2,2,'','','',1795752642,1795752642,0,NULL,NULL,'','anna','',1795752642,1795752642,NULL);
INSERT INTO "call" VALUES(3,3,'','','',1795752643,1795752643,0,NULL,NULL,'','anna','',1795752643,1795752643,NULL);
CREATE TABLE call_person ( call INTEGER NOT NULL REFERENCES call, person TEXT NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, round INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (call, person)) STRICT, WITHOUT ROWID;
INSERT INTO "call_person" VALUES(1,'alarm.1e3386203534','alarm','vagt@example.dk','vagt@example.dk','',0,1795752632);
INSERT INTO "call_person" VALUES(1,'medcom.6','medcom','Jens Lund','jens.lund@example.dk','+4500000012',0,1795752632);
CREATE TABLE code ( id INTEGER PRIMARY KEY, action TEXT NOT NULL CHECK (action IN ('ack', 'approve', 'dismiss',  'receipt')), notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, call INTEGER REFERENCES call, org TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL, token TEXT NOT NULL UNIQUE, reply TEXT NOT NULL, made INTEGER NOT NULL, lapses INTEGER NOT NULL, used INTEGER) STRICT;
INSERT INTO "code" VALUES(1,'ack',2,1,1,'medcom.6','Jens Lund','+4500000012','gFlfVHyxVcGFopbW21MC4g','523726',1795752632,1795767032,NULL);
INSERT INTO "code" VALUES(2,'ack',2,1,1,'alarm.1e3386203534','vagt@example.dk','','XNYgjWkwoHkKxn9Yv7OyPA','',1795752632,1795767032,NULL);
CREATE TABLE contact ( id INTEGER PRIMARY KEY, org INTEGER NOT NULL REFERENCES org, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)), topics TEXT NOT NULL DEFAULT '', channels TEXT NOT NULL DEFAULT '' CHECK (channels IN ('', 'both', 'mail', 'sms', 'sms-outages')), CHECK (email <> '' OR phone <> '')) STRICT;
INSERT INTO "contact" VALUES(1,4,'FMK-koordinator','fmk@koebenhavn.example.dk','+4500000021',1,'','');
INSERT INTO "contact" VALUES(2,85,'Sygeplejen','fmk@aarhus.example.dk','+4500000022',1,'','');
INSERT INTO "contact" VALUES(3,100,'IT-vagten','fmk@aalborg.example.dk','',1,'','');
INSERT INTO "contact" VALUES(4,1,'KMD Drift','drift@kmd.example.dk','',1,'','');
INSERT INTO "contact" VALUES(5,102,'Anna Holm','anna.holm@example.dk','+4500000011',1,'','');
INSERT INTO "contact" VALUES(6,102,'Jens Lund','jens.lund@example.dk','+4500000012',1,'','');
CREATE TABLE cover ( id INTEGER PRIMARY KEY, rota TEXT NOT NULL, who TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL, made INTEGER NOT NULL, by TEXT NOT NULL, CHECK (starts < ends)) STRICT;
INSERT INTO "cover" VALUES(1,'vagt','Jens Lund',1795752633,1795774233,1795752633,'user anna');
CREATE TABLE delivery ( id INTEGER PRIMARY KEY, message INTEGER NOT NULL REFERENCES message, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted',  'delivered', 'failed', 'superseded', 'cancelled')), attempts INTEGER NOT NULL DEFAULT 0, code INTEGER NOT NULL DEFAULT 0, answer TEXT NOT NULL DEFAULT '', via TEXT NOT NULL DEFAULT '', remote_id TEXT NOT NULL DEFAULT '', due INTEGER NOT NULL, done INTEGER, told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)), accepted INTEGER, UNIQUE (message, address)) STRICT;
INSERT INTO "delivery" VALUES(1,1,1,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752662,1795752633,1,1795752633);
INSERT INTO "delivery" VALUES(2,2,1,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-10/sms.txt','',1795752661,1795752633,1,1795752633);
INSERT INTO "delivery" VALUES(3,3,1,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752661,1795752633,1,1795752633);
INSERT INTO "delivery" VALUES(4,4,1,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-10/sms.txt','',1795752660,1795752633,1,1795752633);
INSERT INTO "delivery" VALUES(5,5,1,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752660,1795752633,1,1795752633);
INSERT INTO "delivery" VALUES(6,6,1,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752659,1795752633,1,1795752633);
INSERT INTO "delivery" VALUES(7,7,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752657,1795752632,1,1795752632);
INSERT INTO "delivery" VALUES(8,8,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-10/sms.txt','',1795752657,1795752632,1,1795752632);
INSERT INTO "delivery" VALUES(9,9,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752656,1795752632,1,1795752632);
INSERT INTO "delivery" VALUES(10,10,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752669,1795752633,1,1795752633);
INSERT INTO "delivery" VALUES(11,11,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752668,1795752633,1,1795752633);
INSERT INTO "delivery" VALUES(12,12,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-10/sms.txt','',1795752667,1795752633,1,1795752633);
INSERT INTO "delivery" VALUES(13,13,1,2,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752668,1795752634,1,1795752634);
INSERT INTO "delivery" VALUES(14,14,1,2,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-10/sms.txt','',1795752667,1795752634,1,1795752634);
INSERT INTO "delivery" VALUES(15,15,1,2,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752667,1795752634,1,1795752634);
INSERT INTO "delivery" VALUES(16,16,1,2,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-10/sms.txt','',1795752666,1795752634,1,1795752634);
INSERT INTO "delivery" VALUES(17,17,1,2,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752666,1795752634,1,1795752634);
INSERT INTO "delivery" VALUES(18,18,1,2,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752665,1795752634,1,1795752634);
INSERT INTO "delivery" VALUES(19,19,1,3,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752672,1795752642,1,1795752642);
INSERT INTO "delivery" VALUES(20,20,1,3,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-10/sms.txt','',1795752672,1795752642,1,1795752642);
INSERT INTO "delivery" VALUES(21,21,1,3,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752671,1795752642,1,1795752642);
INSERT INTO "delivery" VALUES(22,22,1,3,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-10/sms.txt','',1795752671,1795752642,1,1795752642);
INSERT INTO "delivery" VALUES(23,23,1,3,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752670,1795752642,1,1795752642);
INSERT INTO "delivery" VALUES(24,24,1,3,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752669,1795752642,1,1795752642);
INSERT INTO "delivery" VALUES(25,25,2,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','queued',1,421,'421 4.3.2 try later','maildir /tmp/alertd-10/out','',1795752670,NULL,0,1795752643);
INSERT INTO "delivery" VALUES(26,26,2,1,'0101','FMK-koordinator','+4500000021','sending',1,0,'written','/tmp/alertd-10/sms.txt','',1795752669,NULL,1,1795752643);
INSERT INTO "delivery" VALUES(27,27,2,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752669,1795752643,1,1795752643);
INSERT INTO "delivery" VALUES(28,28,2,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-10/sms.txt','',1795752668,1795752643,1,1795752643);
INSERT INTO "delivery" VALUES(29,29,2,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752667,1795752643,1,1795752643);
INSERT INTO "delivery" VALUES(30,30,2,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752667,1795752643,1,1795752643);
INSERT INTO "delivery" VALUES(31,31,3,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752678,1795752643,1,1795752643);
INSERT INTO "delivery" VALUES(32,32,3,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-10/sms.txt','',1795752678,1795752643,1,1795752643);
INSERT INTO "delivery" VALUES(33,33,3,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752677,1795752643,1,1795752643);
INSERT INTO "delivery" VALUES(34,34,3,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-10/sms.txt','',1795752676,1795752643,1,1795752643);
INSERT INTO "delivery" VALUES(35,35,3,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752676,1795752643,1,1795752643);
INSERT INTO "delivery" VALUES(36,36,3,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-10/out','',1795752675,1795752643,1,1795752643);
CREATE TABLE early_report ( delivery INTEGER PRIMARY KEY REFERENCES delivery, via TEXT NOT NULL, answer TEXT NOT NULL) STRICT;
INSERT INTO "early_report" VALUES(1,'cpsms','absent subscriber');
CREATE TABLE event ( id INTEGER PRIMARY KEY, feed TEXT NOT NULL, ext TEXT NOT NULL, incident INTEGER REFERENCES incident, newest INTEGER, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, listed INTEGER NOT NULL CHECK (listed IN (0, 1)), UNIQUE (feed, ext)) STRICT;
INSERT INTO "event" VALUES(1,'nspop','fmk1',1,2,1795752632,1795752642,1);
CREATE TABLE fault ( name TEXT PRIMARY KEY, what TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "fault" VALUES('incident 2','incident 2: its notice was due, and none is queued',1795751000,1795751060);
CREATE TABLE "feed" ( feed TEXT PRIMARY KEY, first_ok INTEGER, last_ok INTEGER, last_change INTEGER, health TEXT NOT NULL CHECK (health IN ('ok', 'failing', 'stale',  'shrunken')), since INTEGER, polls INTEGER NOT NULL, last_poll INTEGER, body TEXT NOT NULL CHECK (body IN ('whole', 'part', 'short')), body_since INTEGER, told TEXT NOT NULL CHECK (told IN ('ok', 'failing', 'stale',  'shrunken')), cause TEXT NOT NULL CHECK (cause IN ('none', 'unreachable', 'tls',  'status', 'not-a-feed', 'too-large', 'incomplete', 'not-stored')), why TEXT NOT NULL, source TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "feed" VALUES('nspop',1795752632,1795752642,1795752642,'ok',1795752632,2,1795752642,'whole',1795752632,'ok','none','','0e28dc80e83d4c85eb35e1f601df7a603dc70b28c5b35d22f50ceb1e4e317a93');
CREATE TABLE inbound ( gateway TEXT NOT NULL, ident TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (gateway, ident)) STRICT, WITHOUT ROWID;
INSERT INTO "inbound" VALUES('cpsms','in-1',1795751000);
CREATE TABLE incident ( id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('pending', 'open', 'resolved',  'dismissed', 'retracted')), kind TEXT NOT NULL CHECK (kind IN ('actual', 'exercise', 'test')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), service TEXT NOT NULL, title TEXT NOT NULL, news TEXT NOT NULL, url TEXT NOT NULL, reason TEXT NOT NULL, feed TEXT NOT NULL, since INTEGER, opened_at INTEGER, decided_at INTEGER, resolved_at INTEGER, starts INTEGER, ends INTEGER, expected_end INTEGER, planned INTEGER NOT NULL CHECK (planned IN (0, 1)), reminded INTEGER NOT NULL CHECK (reminded IN (0, 1)), notices INTEGER NOT NULL CHECK (notices >= 0), last_notice_at INTEGER, last_change_at INTEGER, due_at INTEGER, change INTEGER NOT NULL CHECK (change IN (0, 1)), fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)), change_reason TEXT NOT NULL, over INTEGER NOT NULL CHECK (over IN (0, 1)), told_effect TEXT NOT NULL CHECK (told_effect IN ('none', 'planned',  'degraded', 'data_error', 'outage')), told_online TEXT NOT NULL CHECK (told_online IN ('unknown', 'works',  'down')), audience TEXT NOT NULL DEFAULT '' CHECK (audience = '' OR audience GLOB 'region:?*'  OR audience GLOB 'vendor:?*' OR audience GLOB 'org:?*'), drill_ends INTEGER CHECK (drill_ends IS NULL OR kind = 'exercise')) STRICT;
INSERT INTO "incident" VALUES(1,'resolved','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752331,1795752632,NULL,1795752642,NULL,NULL,NULL,0,0,3,1795752642,1795752642,NULL,0,0,'',0,'outage','unknown','',NULL);
INSERT INTO "incident" VALUES(2,'open','actual','outage','down',0,'FMK','FMK kan ikke bruges','SDS undersøger fejlen.','','sent by user anna','',1795752642,1795752642,1795752642,NULL,NULL,NULL,NULL,0,0,1,1795752642,1795752642,NULL,0,0,'',0,'outage','down','',NULL);
INSERT INTO "incident" VALUES(3,'open','exercise','degraded','unknown',0,'FMK','Øvelse','En øvelse.','','sent by user anna','',1795752643,1795752643,1795752643,NULL,NULL,NULL,NULL,0,0,1,1795752643,1795752643,NULL,0,0,'',0,'degraded','unknown','',NULL);
INSERT INTO "incident" VALUES(4,'pending','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752331,1795752632,NULL,NULL,NULL,NULL,NULL,0,0,0,NULL,NULL,NULL,0,0,'',0,'none','unknown','',NULL);
CREATE TABLE low ( id INTEGER PRIMARY KEY, at INTEGER NOT NULL, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
INSERT INTO "low" VALUES(1,1795751000,'bounced','fmk@aarhus.example.dk','550 5.1.1 no such user');
CREATE TABLE message ( id INTEGER PRIMARY KEY, notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',  'oncall')), org TEXT NOT NULL, org_name TEXT NOT NULL, vendor TEXT NOT NULL, message_id TEXT NOT NULL, created INTEGER NOT NULL, due INTEGER, worker INTEGER, begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1)), held INTEGER, UNIQUE (notice, channel, org)) STRICT;
INSERT INTO "message" VALUES(1,1,1,1,'mail','municipality','0101','København','','alertd.1795752632.1.1.0.0101@example.dk',1795752632,NULL,NULL,1,1795752633);
INSERT INTO "message" VALUES(2,1,1,1,'sms','municipality','0101','København','','alertd.1795752632.1.1.0.0101@example.dk',1795752632,NULL,NULL,1,1795752633);
INSERT INTO "message" VALUES(3,1,1,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752632.1.1.0.0751@example.dk',1795752632,NULL,NULL,1,1795752633);
INSERT INTO "message" VALUES(4,1,1,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752632.1.1.0.0751@example.dk',1795752632,NULL,NULL,1,1795752633);
INSERT INTO "message" VALUES(5,1,1,1,'mail','municipality','0851','Aalborg','','alertd.1795752632.1.1.0.0851@example.dk',1795752632,NULL,NULL,1,1795752633);
INSERT INTO "message" VALUES(6,1,1,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752632.1.1.0.vendors@example.dk',1795752632,NULL,NULL,1,1795752633);
INSERT INTO "message" VALUES(7,2,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752632.1.0.2.medcom.6@example.dk',1795752632,NULL,NULL,1,1795752632);
INSERT INTO "message" VALUES(8,2,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752632.1.0.2.medcom.6@example.dk',1795752632,NULL,NULL,1,1795752632);
INSERT INTO "message" VALUES(9,2,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752632.1.0.2.alarm.1e3386203534@example.dk',1795752632,NULL,NULL,1,1795752632);
INSERT INTO "message" VALUES(10,3,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752632.1.0.3.alarm.1e3386203534@example.dk',1795752633,NULL,NULL,1,1795752633);
INSERT INTO "message" VALUES(11,3,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752632.1.0.3.medcom.6@example.dk',1795752633,NULL,NULL,1,1795752633);
INSERT INTO "message" VALUES(12,3,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752632.1.0.3.medcom.6@example.dk',1795752633,NULL,NULL,1,1795752633);
INSERT INTO "message" VALUES(13,4,1,2,'mail','municipality','0101','København','','alertd.1795752632.1.2.0.0101@example.dk',1795752633,NULL,NULL,1,1795752634);
INSERT INTO "message" VALUES(14,4,1,2,'sms','municipality','0101','København','','alertd.1795752632.1.2.0.0101@example.dk',1795752633,NULL,NULL,1,1795752634);
INSERT INTO "message" VALUES(15,4,1,2,'mail','municipality','0751','Aarhus','systematic','alertd.1795752632.1.2.0.0751@example.dk',1795752633,NULL,NULL,1,1795752634);
INSERT INTO "message" VALUES(16,4,1,2,'sms','municipality','0751','Aarhus','systematic','alertd.1795752632.1.2.0.0751@example.dk',1795752633,NULL,NULL,1,1795752634);
INSERT INTO "message" VALUES(17,4,1,2,'mail','municipality','0851','Aalborg','','alertd.1795752632.1.2.0.0851@example.dk',1795752633,NULL,NULL,1,1795752634);
INSERT INTO "message" VALUES(18,4,1,2,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752632.1.2.0.vendors@example.dk',1795752633,NULL,NULL,1,1795752634);
INSERT INTO "message" VALUES(19,5,1,3,'mail','municipality','0101','København','','alertd.1795752632.1.3.0.0101@example.dk',1795752642,NULL,NULL,1,1795752642);
INSERT INTO "message" VALUES(20,5,1,3,'sms','municipality','0101','København','','alertd.1795752632.1.3.0.0101@example.dk',1795752642,NULL,NULL,1,1795752642);
INSERT INTO "message" VALUES(21,5,1,3,'mail','municipality','0751','Aarhus','systematic','alertd.1795752632.1.3.0.0751@example.dk',1795752642,NULL,NULL,1,1795752642);
INSERT INTO "message" VALUES(22,5,1,3,'sms','municipality','0751','Aarhus','systematic','alertd.1795752632.1.3.0.0751@example.dk',1795752642,NULL,NULL,1,1795752642);
INSERT INTO "message" VALUES(23,5,1,3,'mail','municipality','0851','Aalborg','','alertd.1795752632.1.3.0.0851@example.dk',1795752642,NULL,NULL,1,1795752642);
INSERT INTO "message" VALUES(24,5,1,3,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752632.1.3.0.vendors@example.dk',1795752642,NULL,NULL,1,1795752642);
INSERT INTO "message" VALUES(25,6,2,1,'mail','municipality','0101','København','','alertd.1795752642.2.1.0.0101@example.dk',1795752642,1795752672,NULL,1,1795752643);
INSERT INTO "message" VALUES(26,6,2,1,'sms','municipality','0101','København','','alertd.1795752642.2.1.0.0101@example.dk',1795752642,NULL,4711,1,1795752643);
INSERT INTO "message" VALUES(27,6,2,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752642.2.1.0.0751@example.dk',1795752642,NULL,NULL,1,1795752643);
INSERT INTO "message" VALUES(28,6,2,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752642.2.1.0.0751@example.dk',1795752642,NULL,NULL,1,1795752643);
INSERT INTO "message" VALUES(29,6,2,1,'mail','municipality','0851','Aalborg','','alertd.1795752642.2.1.0.0851@example.dk',1795752642,NULL,NULL,1,1795752643);
INSERT INTO "message" VALUES(30,6,2,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752642.2.1.0.vendors@example.dk',1795752642,NULL,NULL,1,1795752643);
INSERT INTO "message" VALUES(31,7,3,1,'mail','municipality','0101','København','','alertd.1795752643.3.1.0.0101@example.dk',1795752643,NULL,NULL,1,1795752643);
INSERT INTO "message" VALUES(32,7,3,1,'sms','municipality','0101','København','','alertd.1795752643.3.1.0.0101@example.dk',1795752643,NULL,NULL,1,1795752643);
INSERT INTO "message" VALUES(33,7,3,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752643.3.1.0.0751@example.dk',1795752643,NULL,NULL,1,1795752643);
INSERT INTO "message" VALUES(34,7,3,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752643.3.1.0.0751@example.dk',1795752643,NULL,NULL,1,1795752643);
INSERT INTO "message" VALUES(35,7,3,1,'mail','municipality','0851','Aalborg','','alertd.1795752643.3.1.0.0851@example.dk',1795752643,NULL,NULL,1,1795752643);
INSERT INTO "message" VALUES(36,7,3,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752643.3.1.0.vendors@example.dk',1795752643,NULL,NULL,1,1795752643);
CREATE TABLE notice ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, number INTEGER NOT NULL CHECK (number >= 0), type TEXT NOT NULL CHECK (type IN ('first', 'update', 'repeat',  'resolved', 'correction', 'planned', 'page', 'receipt')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), at INTEGER NOT NULL, next INTEGER, title TEXT NOT NULL, reason TEXT NOT NULL, cc_own INTEGER NOT NULL CHECK (cc_own IN (0, 1)), check_from INTEGER, said TEXT NOT NULL DEFAULT '', topic TEXT NOT NULL DEFAULT '', CHECK ((number = 0) = (type IN ('page', 'receipt'))), CHECK (type = 'page' OR incident IS NOT NULL)) STRICT;
INSERT INTO "notice" VALUES(1,1,1,'first','outage',1795752632,1795759832,'FMK er utilgængeligt i produktion','rule 3: FMK: it is hit: "fmk", "utilgængeligt"',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.05.
Opslag i FMK fejler for alle anvendere.','fmk');
INSERT INTO "notice" VALUES(2,1,0,'page','outage',1795752632,NULL,'FMK er utilgængeligt i produktion','The municipalities are being told.',0,NULL,'','');
INSERT INTO "notice" VALUES(3,1,0,'page','outage',1795752633,NULL,'FMK er utilgængeligt i produktion','taken by anna: The municipalities are being told.',0,NULL,'','');
INSERT INTO "notice" VALUES(4,1,2,'update','outage',1795752633,1795759833,'FMK er utilgængeligt i produktion','updated by user anna',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.05.
SDS venter på en reservedel.','fmk');
INSERT INTO "notice" VALUES(5,1,3,'resolved','outage',1795752642,NULL,'FMK er utilgængeligt i produktion','it is over',0,1795752642,'FMK virker igen.
Fejlen er rettet.','fmk');
INSERT INTO "notice" VALUES(6,2,1,'first','outage',1795752642,1795759842,'FMK kan ikke bruges','sent by user anna',0,1795752642,'FMK er nede.
Fejlen begyndte kl. 05.10.
SDS undersøger fejlen.','fmk');
INSERT INTO "notice" VALUES(7,3,1,'first','degraded',1795752643,1795759843,'Øvelse','sent by user anna',0,1795752643,'','fmk');
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
INSERT INTO "receipt" VALUES(1,'0101',1,1795752692,'FMK-koordinator');
CREATE TABLE report ( id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event, seen INTEGER NOT NULL, hash TEXT NOT NULL, revision TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, newest INTEGER NOT NULL, url TEXT NOT NULL, published INTEGER, updated INTEGER, starts INTEGER, ends INTEGER, components TEXT NOT NULL, impact TEXT NOT NULL, status TEXT NOT NULL, phase TEXT NOT NULL CHECK (phase IN ('unknown', 'info', 'planned',  'open', 'resolved')), verdict TEXT NOT NULL CHECK (verdict IN ('ignore', 'ask', 'broadcast')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), judged TEXT NOT NULL CHECK (judged IN ('unknown', 'info', 'planned',  'open', 'resolved')), reason TEXT NOT NULL, service TEXT NOT NULL, hit TEXT NOT NULL, online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), expected_end INTEGER) STRICT;
INSERT INTO "report" VALUES(1,1,1795752632,'056d45f4979c44e212f93bb70dbca4cdaaa67acbbbe3032d9c267902a5a4e302','2026-11-27T04:05:31Z-a43764d2','FMK er utilgængeligt i produktion','Opslag i FMK fejler for alle anvendere.',39,'https://status.example.dk/fmk1',1795752331,1795752331,NULL,NULL,'FMK	major_outage
','critical','investigating','open','broadcast','outage','open','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
INSERT INTO "report" VALUES(2,1,1795752642,'2c35a146598752588b72208ac9159163a7f8385944bc3bf2536d9c2d07e42a7b','2026-11-27T04:10:34Z-0b941f02','FMK er utilgængeligt i produktion','Fejlen er rettet.',17,'https://status.example.dk/fmk1',1795752634,1795752634,NULL,NULL,'FMK	operational
','critical','resolved','resolved','broadcast','outage','resolved','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
CREATE TABLE self_check ( id INTEGER PRIMARY KEY CHECK (id = 1), started INTEGER NOT NULL, at INTEGER NOT NULL, passed INTEGER, pinged INTEGER, ping_error TEXT NOT NULL) STRICT;
INSERT INTO "self_check" VALUES(1,1795752632,1795752632,1795752632,NULL,'');
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
COMMIT;
PRAGMA user_version = 10;
