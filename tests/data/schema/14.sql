BEGIN TRANSACTION;
CREATE TABLE address ( channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), address TEXT NOT NULL, proven INTEGER, how TEXT CHECK (how IN ('accepted', 'delivered')), earlier INTEGER, bounced INTEGER, bounced_by INTEGER, late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)), answer TEXT NOT NULL DEFAULT '', delayed INTEGER, PRIMARY KEY (channel, address), CHECK ((proven IS NULL) = (how IS NULL))) STRICT, WITHOUT ROWID;
INSERT INTO "address" VALUES('mail','drift@kmd.example.dk',1795752642,'accepted',1795752641,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('mail','fmk@aalborg.example.dk',1795752642,'accepted',1795752641,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('mail','fmk@aarhus.example.dk',1795752642,'accepted',1795752641,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('mail','fmk@koebenhavn.example.dk',1795752642,'accepted',1795752641,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('sms','+4500000021',1795752642,'accepted',1795752641,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('sms','+4500000022',1795752642,'accepted',1795752641,NULL,NULL,0,'',NULL);
CREATE TABLE asked ( incident INTEGER NOT NULL REFERENCES incident, org TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, reminded INTEGER, told INTEGER, PRIMARY KEY (incident, org), CHECK (told IS NULL OR reminded NOT NULL)) STRICT, WITHOUT ROWID;
INSERT INTO "asked" VALUES(1,'0751','Aarhus',1795752632,1795753232,1795753832);
CREATE TABLE audit ( seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, incident INTEGER NOT NULL, object TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL CHECK (length(hash) = 64), was TEXT NOT NULL CHECK (length(was) IN (0, 64)), actor_salt TEXT NOT NULL, actor_digest TEXT NOT NULL CHECK (length(actor_digest) = 64), detail_salt TEXT NOT NULL, detail_digest TEXT NOT NULL CHECK (length(detail_digest) = 64)) STRICT;
INSERT INTO "audit" VALUES(1,1795752631,'user anna','contact.added',0,'contact 1','0101 FMK-koordinator <fmk@koebenhavn.example.dk> +4500000021','f334a024fc1a0474e865e872720b9c972b6bce4f7f7d50af65aab6d824dbc73e','','XpmpvH88xYZQolL51vVzTQ','ac0d864118ba8fc24250dd67b0a6965c6c92bd6101767c8878f890f9acf79626','QabqyAmlyVF0C2Jv8vKnoQ','0f81165c1a0be73b17e5d989e98ea72033a49ee7bd73c12e68e2a71b461fdc9d');
INSERT INTO "audit" VALUES(2,1795752631,'user anna','contact.added',0,'contact 2','0751 Sygeplejen <fmk@aarhus.example.dk> +4500000022','fd2d426a5d3376574ae9ea157403137bbaecf1e632d4e9d6cfcb08b10a04d1a9','','S7zNhaCVYdBxIhHatXi2jQ','e1a8097cbefaf8239a1663c98b9aa9f100550f9135c79692dac2038ea258a778','QqV68Nn4gDmFSr2FYvEt5g','54d2035846c82b2e47bd502045a931fcd0bbb61b894fdaae3eb9c4104f41f78d');
INSERT INTO "audit" VALUES(3,1795752631,'user anna','contact.added',0,'contact 3','0851 IT-vagten <fmk@aalborg.example.dk>','f322c58fb1bda3123a181972c76fd85b2a6ab7baeac7e2fdc33fee4e2ebf1715','','2DMlR0TyYprDk_RrIbKViQ','0ff5b278e5d913bf1630083335d9fb8386dd349acd1f6c9b824fedd03f3e7e36','-1c9STK_NY4XzpjBFV7nng','7c8a2881af2a6bdf5ed9292e7071eebb0d2d81bb8874f7d6e19bbf10930e0efc');
INSERT INTO "audit" VALUES(4,1795752631,'user anna','contact.added',0,'contact 4','kmd KMD Drift <drift@kmd.example.dk>','1926c8954e4bca24cd833b69d3060674f33e3495c2d53ad83bc0fa6d6279ac71','','HQqKjTzXl-i6NcFhym7-Uw','92a1cbcfecf7bb5c596b3a23ba4c347950bfbd0cfe2a1863144f08e1bc98be06','movPxEJIxs-xxJpUgU67zw','f8559ee44fa59f8e17efa0a79d349f190e2ef560e31e2d4bd0d6857d9267ab91');
INSERT INTO "audit" VALUES(5,1795752631,'user anna','contact.added',0,'contact 5','medcom Anna Holm <anna.holm@example.dk> +4500000011','c4eeb36d5f7bedecee58d18b38df124f83bc5b45eb78acf449f62d1f8d6cb4cd','','-9PD3yUCGeUkQj6xsBpX5A','30ac2244e126849c79a25079fd6d960614228f0f156b923625fc48084f5b92ca','mn6frqspOqARCHZ_OMDIqQ','574df546d3c8c3c49c819c691bf042687fe6f09e826122e0182f816f8aa10d86');
INSERT INTO "audit" VALUES(6,1795752631,'user anna','contact.added',0,'contact 6','medcom Jens Lund <jens.lund@example.dk> +4500000012','06396680b960a5a758843f05146796e8edf0bc8df1c8323ffa128a929c9e6c4e','','MvtrClKqIAhq7fr_gWzIZw','e4853fb42af9438a490fc62653b3f6b1f180130862aea03c78539c5da7ba7265','sgpsLt3nxnrMniL_jHZ3Ig','bc2fbba92d561d79dd79d03bae97ca94d96a9bc066f1e1e6e50dcd110a747427');
INSERT INTO "audit" VALUES(7,1795752632,'alertd','incident.opened',1,'incident 1','open, outage: FMK er utilgængeligt i produktion (the rules broadcast; rule 3: FMK: it is hit: "fmk", "utilgængeligt")','948016a70a1e424555e1d2d4dcbe9351daa1873073e777d69c112f83b4ee5d4d','','yQMpjG15OKUKjq2nfnaTNA','c6a78bb8d383899cb93071ed9912f10da00f8e6da979be45143635259cf7cd5d','5zEuy8J12pgO2gJCDCIyOg','5b69d87cec4fc627e5c301870bde9fdc51cf40af01823e91c6f3724ccbdf20bb');
INSERT INTO "audit" VALUES(8,1795752632,'alertd','call.rings',1,'incident 1','incident 1','b1e2cf5902c61c7ca06e9b2850f36cbdd03612d326973f604ee3a1a225a3c041','','UUAxtu9t05JKmz3RR-Sebw','8de3b5fec12943c0aa6b06b554e6e7a70afaeb3b61b86c02dbd741c388f52cfd','p_Yih9EQ_u-RwCCXegyEyA','6c4ac5d03c13f4ac90ddf3bba1d56e5eb94f4819ebf558e46868f113f28540dc');
INSERT INTO "audit" VALUES(9,1795752632,'alertd','notice.queued',1,'incident 1','notice 1, first: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','7f58f250db6c4af6698ede1cdbfcf58c75e2f727c05eab62a24ffc224d4a0d15','','bQNGGLNh4ptZHIpLt_60Jg','e53e1077624ecfa98965b1ae03afd84bc99cf690e8b047058d05b119007e4996','32FBnkJzFLmDoGiMnIFsMQ','8c5119ab3936d66d646a34d69e491128b46674b9a617751625d8a7cbaa51d56a');
INSERT INTO "audit" VALUES(10,1795752632,'alertd','page.queued',1,'incident 1','to Jens Lund, vagt@example.dk: The municipalities are being told.','b33df58a437b29d62b0b5a1cfbda5aacb4b5b11b1fe9a93d0a69762e42f158cb','','MjHwjdWobi3i3bRIi26PIw','218b6989b31075f783e3dd554c72998a5b759e19a649a7609158512af82f65f0','8-1acP3wtV0sDEaaR7buWA','62550b8adbea539fd54cbe7bb7a673934cc4679919254105c8818d5eca22b9cb');
INSERT INTO "audit" VALUES(11,1795752632,'alertd','message.sending',1,'message 7','1 recipients, by worker 6744','1fd9720ea6cf29cc8ce6724251b035cdd66755f1e2e8b3c9287696a3492c46b3','','jRPxzMoBRLtZ8xncLnkEDQ','7d8d812544aa03e1c2f61381344e29981ea05b1a7b0bc8dcb38e51d6672a79a7','-jpewZ7hL18z0IC2hvTlpQ','ad06f0e8d8715d7658b3bbb2da76be276ec3418f7dad2f654be2f469523ee124');
INSERT INTO "audit" VALUES(12,1795752632,'alertd','message.sending',1,'message 9','1 recipients, by worker 6744','e7443675212f2357c3eba37079becc318898ca3527c3df02e788e193621c6d34','','itcdmX9-JfgOgRfxP61PlQ','692a8ba2ef864267c7e379c112ef823cf8fed117dbb5e8922a51107bac59f987','cLXbCcT0FPls3qzcdXeV-A','519ddef6d087d635c5ca6147b11e2b825ffaa42e8989ad2d3c552ba71f5cdf67');
INSERT INTO "audit" VALUES(13,1795752632,'alertd','message.sending',1,'message 1','1 recipients, by worker 6745','a21b9c89ba5799217282db71ad24b67fdc02d8ae26716be6a2c872e2fa160623','','SauTx_63kvVTHiyZR-b7xg','c5b1815fb321c0f0a7ce15e0ce5cf757993e8cfdf366f20777a475ecf631cb4c','dc_4PD1Y27d1E_PUiqqsDw','b3256e62702b4a242e528aeb245c1dae9055dc5ed122527367f3cd8236fec181');
INSERT INTO "audit" VALUES(14,1795752632,'alertd','message.sending',1,'message 3','1 recipients, by worker 6745','2fa13b85b09d73cc8cd6e8286c48b8411edf15515088acced652cf9dd4510e33','','nHFuZTV9cZbF4oCpZFoKxw','ab6df9e021de0e423ce92de53f93ca47d1ab32ff6315d735a889a60203ee47b0','MsUNOtV764wB_N82-ktUow','21cfb5ca3a2761fbbc1e135abf48a844a169c4fe5b507f650db73c3d316288e7');
INSERT INTO "audit" VALUES(15,1795752632,'alertd','message.sending',1,'message 5','1 recipients, by worker 6745','0125e9cdf58da5e205886247407c6f61d5ed7968cf18cfbc81d8bb45566a5fbb','','KO2nMli5-v2B8bDSW89dUA','566356a03e93028cb347112aab759bf021253e8e42e62ec9e08a721541da4150','fP2ueVvLE_U_ZxpsEfXMXg','50d885ddbb4804fe039200289f2afc687c2c4ada1bd8d0a2fc4493523646a4af');
INSERT INTO "audit" VALUES(16,1795752632,'alertd','message.sending',1,'message 8','1 recipients, by worker 6746','2d0c8c9c00f960f4aeacd3c53cc4500f0af9fb3f7fc0676ff832004691be186d','','5qju6eyG4bUWC4-hcfbXTA','df30fa4f710c7de95054aaf1613b9271403bbe34c6db97f257180d7b6c3eb6ec','ouT94ktUh72HGkYGiyV2Ng','202ee36334af1cb05fcb8775f3bb118376e9cff64a79b84390e2ee78fe30dd98');
INSERT INTO "audit" VALUES(17,1795752632,'alertd-mail','delivery.accepted',1,'message 1','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','9bd1e62ae3dbfb09c16c6daa98cdca10754b10fadecb88bfecd8280cdf2dfe02','','p3mexZeWxGCfNg_AoEwWaw','5369d4b3eeca884fc4dd3af90288fa74b2b098fba80af21c38a9c4cfe8e7c14b','yp35fBRxe832CoHRDLvo1g','d819fffab777deddcc33e701a7218c9ea8b156ce52cd02e49f2ae6146114a4b6');
INSERT INTO "audit" VALUES(18,1795752632,'alertd-mail','delivery.accepted',1,'message 3','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','1ab41aae7afec277000a994b91db24b1fa64199c9d9ddc10535ce745f3356876','','K3Lhqr6i6UdMJmYnZqFcnA','1cc87377ca754785710ac2ed5be7ab525a40dfb9aff6678e6031bec77b08f8cd','9gP7qnsGWKxIMqW7CE8Zdw','ca59d2ce624beb9636c53404e85813748285741efced8e2b4e520d5f6bb483c5');
INSERT INTO "audit" VALUES(19,1795752632,'alertd-sms','delivery.accepted',1,'message 8','+4500000012: accepted: 0 written (/tmp/alertd-14/sms.txt)','e55574c3abbb2f63bc08871d8748f4c3579d1003951ccded8ac481ea623d64e9','','GffQ293UzolrCYFdZ3Iu9A','07a75f3a2300d64dfea44ec341a404bfb61d6b9ff10a3c5b20eb0ba9a4c297e6','3cbmvf47PriN8aabl05CCw','69c0c9a4d7a9c161c49d5c0203d855ee152f012d83783ee809f3957db0d975a3');
INSERT INTO "audit" VALUES(20,1795752633,'alertd','message.sending',1,'message 2','1 recipients, by worker 6746','c20e62a345dffe1a93b01791407102eef5c2a4dcedff27648568534f3bad0e65','','e98r13EnMQzNupaZ1NnQyw','23be408bd67224adb81ae50b23b58e96b23c26f033f14f17c4aa635124a58cea','Q6MDGX0awO9E5xQMURmXeA','c9e3508c5696fb385be056bce3b2368dfd44f10bdf831db113c6aed7f3d17a64');
INSERT INTO "audit" VALUES(21,1795752633,'alertd','message.sending',1,'message 4','1 recipients, by worker 6746','7cb498e59d793d0091b3a7155123fe9e6ec3c1359825afbe881e1aaab1baf5dc','','Y9LADeQ9SXuRD83joNeaHQ','31ef8204021332fbf34e857b2893083b1c1142987d8e948751b6d5753e1dd7ce','IPdOSARy5NohO_n2fEYdbQ','92710a7a4302c5c138f46d2c2f7778499fae5ea95ed2f0f4c49025b4d20bcbf3');
INSERT INTO "audit" VALUES(22,1795752632,'alertd-mail','delivery.accepted',1,'message 5','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','c653a04c08811a543b4a29055a67a38983a1ce3b37d2649025f44471f55d246b','','RIimtgh1kfq3dw4dYLiY1A','9c67309060649175fafd3be72615d054ab6f8048f95ae4a67e9bfded83bfe33d','cuvKcqvFvxztxdr6DBw07w','59f0d4b2e87671019229c7b1a8b08e42d5da55a5cf2cb17370f62d08f0717f98');
INSERT INTO "audit" VALUES(23,1795752633,'alertd-sms','delivery.accepted',1,'message 2','+4500000021: accepted: 0 written (/tmp/alertd-14/sms.txt)','11ac6c52819a24ca00784b0c4c50146b1e08a58126fd03e0effbe3a00163980c','','-x-0l3QiGpVMQH35VxVC6Q','2df3ae8f8d31d683dbe37dbeff9c532b63f62d4c2f8958c07f26b05159e23b5e','-1V3VG8hO7MrRyhcGQ0vjg','37816ad109b5ff55a2e093890e02ee4788b1dae35b8b142835d088538ef0e349');
INSERT INTO "audit" VALUES(24,1795752633,'user anna','call.taken',1,'incident 1','incident 1: taken by anna','0ffb1217354c6394508d2427c18cc3ebcfb0e36af6ed574309ef0413761916b1','','csVZN1GvYfKW9dU9jj2GuA','41a36bc9ea0bfdd59ed8ebf11133705c0c3c885d3820e6bd0ab4d425de32875e','g-m4_pgsyt0u4zoO16ZBYw','5181980c44a1c0537903dcc2753eca03c1a1b43e4c000df8d3618e45e578cad6');
INSERT INTO "audit" VALUES(25,1795752633,'user anna','page.queued',1,'incident 1','to vagt@example.dk, Jens Lund: taken by anna: The municipalities are being told.','01d6e26147b75d032afa748bdedc1e5b3b5833c1e763361718915769401897b8','','0pBvNgI97G9ASy6wK66Z9A','dac8e50f6e96974cbc21c7153b4893bd109403d19f4bb54bbe1260cc213a4276','100JPfnN5Y3uj6tLzaHLEQ','0e1ebcfffc6b76e76f4ae45ffc1dddc1da9890631bd2a71a752a19f139ffaab2');
INSERT INTO "audit" VALUES(26,1795752633,'alertd','message.sending',1,'message 10','1 recipients, by worker 6745','cdb0a77563e57d387c2c50640f9c2295b2a111e8e029e2207fc532de1dee4bf4','','BtK390ugxMQ-ZjkQVsiUFA','0463b3501e1720c70a0898b2a25ac1e02d762717217357def630df11102f08a1','OUEWMbJiG3O9Ql76v2M1mw','874281a3a6c2b3df2b32757805802e7f4b954e4aedbae3066493bb4146f04657');
INSERT INTO "audit" VALUES(27,1795752633,'alertd','message.sending',1,'message 11','1 recipients, by worker 6745','5dcf21072058cc82006f4085945189d8827ac6574f25566a258bd76f38fbe064','','8vDt8wYapRW-Z4FChaa3Mw','23743e4644f6fbc4d30e8283508fa3f2bba9b259b3ec669f3b56fc63e7270a77','v8ekgbrjj-6FaCnmtdLd4A','a78c4a7e3d1268fa715bbdec255c60d7da900e72f30b79cbe7e5f88e4384c3f0');
INSERT INTO "audit" VALUES(28,1795752633,'alertd-mail','delivery.accepted',1,'message 10','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','df6206bc6c916f783703449079d76a3f2bc6e9124671582b13f9e6d3c8beefbf','','08hpOkU1sZGt5s2VTH1E-A','e58f05834301f0eea884430a48b3bf5c46827a2a1539bab9454b14507d73b6b8','EhPlJnWUFSUMKbgyGX0ITw','47ae0f5c54388c18f65e78cf88294f5115d47fed415526ce2f042f1dc4a044e0');
INSERT INTO "audit" VALUES(29,1795752633,'alertd-sms','delivery.accepted',1,'message 4','+4500000022: accepted: 0 written (/tmp/alertd-14/sms.txt)','61872cbae4c7673c5398e2c94fa9ce74a2f21802c3cd89fe48361eb3a97f5276','','YfM3Tie99Jd9nSHiHo8Omg','f9d7c96f504ed412659626c769bca13a47461ca65b5252f5e3e13359aacd52c9','fMvCFz1FwCkstuQPugLTlw','19e6da9f27af7f392456ff0500ba869e8b5bb8b7582baf765c41b546443efc02');
INSERT INTO "audit" VALUES(30,1795752633,'alertd','message.sending',1,'message 12','1 recipients, by worker 6746','16c3a491c6e4b75e8bb75a70d8c073a8d0232b6629dfa022043878e6fe8b76f5','','l2KuYfH0eROtHwdXFBceHQ','497c7a55db87b918bee0a5f76e2b72664a611c61b5e731e90752139070d052e5','2r1s0sDNdgSZWnW_S-w0CA','4850c55ba8d745d351895f5bd03c99e087730573bde81b68a7188c1a3c037164');
INSERT INTO "audit" VALUES(31,1795752633,'alertd-mail','delivery.accepted',1,'message 11','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','f16af4712d0a9afc70b3606febf7d1fcfa2b462ced4e1d837e7856a20bfe8361','','fmukouJ9DEvvfFHUGRoJug','679848f8fc4d7e3d99f4f0c2b9686db05e063dbf8fb7a59f39cc997b195c7769','WLlk74u7M1AYAy5ezvMe3A','ce8da4af7ef1a3cf0a62d1d79e14da549e144f44636a9eee3ecee56bef49f50e');
INSERT INTO "audit" VALUES(32,1795752633,'alertd','message.sending',1,'message 6','1 recipients, by worker 6745','a1c3633984effe44d9a1df0bf30eb547a02b5c4bc800902179a0a246c90867c6','','_QBFpyzTDSBKlYFP7Wttvg','f5ae87a6174e83ea75c6defd3c1fb98e7599d2e8fa19259d9d0cd2a711f0871d','rXsYn8vY_47vLGvbKIFBBg','937d2014e0500b0b95dbd27ada3e524affd95333ecd3da3d911586b0302cae0d');
INSERT INTO "audit" VALUES(33,1795752633,'alertd-sms','delivery.accepted',1,'message 12','+4500000012: accepted: 0 written (/tmp/alertd-14/sms.txt)','e962683f310d7bb69c5541c7c14753edd8ccd9b58dcbbaab5c7b8085df0b0ac0','','KeLRN3OWhpA6801y-frxCQ','de7fe97e3a82b36e739cef0d8fd327cc48d64409e6dee2fbd33ffa64d4340af9','Z6sgOHgHaLb4TOBjh9n4Hg','cc8260ecaba3dba66b650f2560215946a1bde65a84ab69cf38437e2ba37e6b90');
INSERT INTO "audit" VALUES(34,1795752633,'alertd-mail','delivery.accepted',1,'message 6','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','e8b0a4a994c058db3c18eec63b6e3028ae0b992ae2d412ba2bb846934dfc34d3','','EIw5vDwqwHUGG274f7CvlQ','681d711458360a94e837e48ddbaa19bdc6940778732838385eee1228ca26edfe','jaLRRGkh5yOHQ1PZ03S9kw','a33d54e057e6b85afe220a894220eb2da7e8f7195a25e9617aee676c95cea8e0');
INSERT INTO "audit" VALUES(35,1795752633,'user anna','cover.set',0,'cover 1','rota vagt: Jens Lund from 2026-11-27T04:10:33Z until 2026-11-27T10:10:33Z','4e252de2b61767a0d107e290857fe1eff877c3e4b5b3f7be5f5df5e6c2340fde','','csWvah8AVIPoH_Lx_0ES9Q','1ef67533150c00b4c9b68301de1e0db0b983a3dfa356a4cb4820c82697bfb05d','EOhIzR6MmQ0oslhcpkjn1Q','2ecb2057afe224d7d553ec4a18cdf5e19dbe9587b39854817632bf0057f19379');
INSERT INTO "audit" VALUES(36,1795752632,'alertd-mail','delivery.accepted',1,'message 7','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','93b36c9a502b4b9dd14bb54c8dc7b26c48d457dc9944bb3cc94592cc4b1162df','','lO-jZjFvIAgvV9Kb_FkDqg','6cead495b1b8d102fa387a5127d05908937249f1fe55e6eae570f58a5b3d4bfc','oSvm5Y2sasy526AlSVDv0g','4db6e5ae33da13c52478db3f4e07dee5b1f84a555cfb82c995e8a5551ef592ed');
INSERT INTO "audit" VALUES(37,1795752632,'alertd-mail','delivery.accepted',1,'message 9','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','3c0bc8814be1190bb75276a62412e0129d22f8da12250d99b95ebc597d35c25c','','XS9U0NjongAKKcZIRME-cA','6b4f3febf4fd0cc11da02684517b789ef8d4edf74828333b32c00cb835cdebd3','c4S2se_gZ45pVuEFwDCQMA','3f7729954db3a3d493045737f8e505e38414acf4fd9f15fe5440da0da17b906b');
INSERT INTO "audit" VALUES(38,1795752633,'user anna','notice.queued',1,'incident 1','notice 2, update: updated by user anna','f59c468b4b28a7684e25f3e05465f186e4614f584c35a3a73d32aef86bf73a02','','1blz3-FBzceVuvVBoQAL4A','c950c8016142ace1eab904fe0a52d09f2800fbef287dc17c19fbc13902fea877','fvWAT-EIAtn048o8xyV86Q','a6f34d2493b4799fbbd86bb912c0b72b5bf351f0191faf3d056ed510ecc1abd1');
INSERT INTO "audit" VALUES(39,1795752634,'alertd','message.sending',1,'message 13','1 recipients, by worker 6745','aa7adc5a655bb10ebe2f39c2b6e177b554571a69fccbd7fea2cb615d3ca597d8','','aH-POc5CJtMkeyczh2U95A','1bae150705684a8154b0b7110521b2e7faa2b73c63a39643f7ab9f1130f78d0c','ZHf5qt6Mob-DuI9_NAXiUA','8301a0897f5948ad996f02d107782d051333affcf687d0a58a27876c75334b57');
INSERT INTO "audit" VALUES(40,1795752634,'alertd','message.sending',1,'message 15','1 recipients, by worker 6745','62cf6cec1932bb1e6336721084ca5ce9be86d56977a69b463cf0e1a8f7e1276a','','1O4iWglc0EzwaQz7P64UNQ','9468088ba86d25cfaeaaefa474088fd9e7ef39ca69e1e6467433dad9799fe37f','koSgW1N-S9VwNSx7NZI6sw','8b871f851a759557a1318af80a5e20e491391eb8d6554dd7d8302b6519856e76');
INSERT INTO "audit" VALUES(41,1795752634,'alertd','message.sending',1,'message 17','1 recipients, by worker 6745','7d1e2e2e8b7b65cb339e04bb3bb982408a1117f711d705072ab90837ef6637e4','','4Wf6Y2rm2zIoXczMvvgc5g','37d6fee826c9a168d7b8cb7ab71fd20ac81963ff8d1d1a737d6baec7e511e777','lYsXV-ITyM9nK771dg5yKA','5e45de5352a093bdabbcbdfef5308c691d6b8fb43c751d9f4c5898ba79d30676');
INSERT INTO "audit" VALUES(42,1795752634,'alertd-mail','delivery.accepted',1,'message 13','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','2772dfe67816c188738d46e0d242dd338cda5854f2d80e431291de8ca726dc48','','zdgo-LHGPwQGBgwmVKsgJw','bd40e4edaf7ddf7c6de92b7b27a458373a601b6e626842eb820880ed8effba70','o4N2eNxdyxxGvudIMvt0-A','9c83cdb1ef1798b7abc2a68513d446d2677b5f8e3a6b45558ba005c2a6303f40');
INSERT INTO "audit" VALUES(43,1795752634,'alertd','message.sending',1,'message 14','1 recipients, by worker 6746','3944dadf92de3f57303d0a36bc91850978c52fac0dfe684ae679ff8ecd22b59e','','tPg3wMAWH_B2bgkYwIqXyg','72b36ccdd3a0bd37d049a88ba185b49f7bf9056321de1fd8b7f7fe5c0d2a19f5','3tB9LDvF8aZGiOvOPw6ysQ','d9550e21e9ffe58afe1c4a1d0462c44d1f38da260944987fe44576e1fc2626fa');
INSERT INTO "audit" VALUES(44,1795752634,'alertd','message.sending',1,'message 16','1 recipients, by worker 6746','e56071b36cfecd723e3c27129258e30aa90af575a6af47d9605bb6131931e2c4','','UU3GDFtccQA94Gv9g4-Xqg','d611f24dd02b0691c321cec260ba5e549c5fd113ef74d98cbc35a672fe71acae','YnMCbWB5EFoOlchC5k8v8Q','3fc342c21c61cfa6982588baed95c04f7b8133afc84e56b9bce0c401ff344952');
INSERT INTO "audit" VALUES(45,1795752634,'alertd-sms','delivery.accepted',1,'message 14','+4500000021: accepted: 0 written (/tmp/alertd-14/sms.txt)','3939a28845ca1e4863e3519150f06b5cba28415400537b4b292f051dc4b39ca4','','qPqjDi5viM57kwSDikb38g','1e1404b8f8596558f553c675f7438c2ba81a83c915134592563412f6a18571b8','bRt5JldjS7ToD15Tsac0YA','f3205f0910aec14b640b7acabf77101f53bfedce48328a09420e895612460ab5');
INSERT INTO "audit" VALUES(46,1795752634,'alertd-sms','delivery.accepted',1,'message 16','+4500000022: accepted: 0 written (/tmp/alertd-14/sms.txt)','e1a0ab9d3f680a86ffd489d6914d10bbfdc469e166a5388d20778fc39dde3f44','','zpV53wX7vq2mvZEzbgfF1g','04a9010fdc9a771d527e6434d78a23fe107c9fa6f5eabd6eb9a0dd23504dcd0b','F739ouqurVLgQnL2025JZg','4788f7b05b99f1289b6e9e4ab0c095961947d2586367cd58dc612eedf608e542');
INSERT INTO "audit" VALUES(47,1795752634,'alertd','message.sending',1,'message 18','1 recipients, by worker 6744','09e53b933aac2b83ebd927c219d5ca4c1003666c420bb4d215b1ae69f0080734','','GjhPSPEFFqOqSxrRyhugvw','46528a5007a1050934b16ef6de2aef75c0968a87ff08ce66eb9e0c616b5b5123','GHhs5gv_gXrfocJg1LXuZw','b9093e19a6291ad5dee045eb3132b206bce3efeba63c584f5dab0797a40ca0b4');
INSERT INTO "audit" VALUES(48,1795752634,'alertd-mail','delivery.accepted',1,'message 18','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','0ee75ea00fbcb017f1eaac48b6fe298b1b9855a7beeadd1d82161519449d43f0','','fqCedzfrLIu_oltNHb4QMA','c5fe81882645c6aa427fcf74944a696bde06b64e53b0b5478d2c57debcb11f92','v44F5NdzzlOfWrxmD4NHVw','af9904849858f9ed99441368d788d56c0572bfb950972312cc72798c03a859a8');
INSERT INTO "audit" VALUES(49,1795752634,'alertd-mail','delivery.accepted',1,'message 15','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','a5874dc98d2410c6d0ce35f3398efbb13b671478bc69894fcd527957695327d6','','qGUp2G4d9nOZIyzpYN_wmg','add2971e98d798433b819d9994216ba298592966c02f571b9de0dc11b057915c','ltDSYQ7liJCCKCN9682jTA','494b4fbcf12b4888896a5c2365add0d53bfb7e69b400545a83a0e4f93fc84c21');
INSERT INTO "audit" VALUES(50,1795752634,'alertd-mail','delivery.accepted',1,'message 17','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','75a64ec2b869a9ac28eb80a0d6ca222eced1f99a6b0db63eb187aaf495e0a2c8','','2jZYfZIRv3XeUxr-ZLqfwg','e80b1ab01444b732092b7278390f0609114989994dbfc35a5e537cd1742e9cd3','JcP8d_73DzP-QbQ26e2pmw','db9e91913fc3fe1589f5885a25fc49e74b96b8452d3f5a72390fa3ff7ba06cee');
INSERT INTO "audit" VALUES(51,1795752641,'alertd','incident.state',1,'incident 1','resolved, was open: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','9a86702d2cb1f1abcebaac998a0de58f1ed79579c9238cdf0a9a365c15add9b1','','1xILEqGeN9GKhNFM1FCdvQ','93732177569ddcd97bf582a0c8746d24a8e3323f09d07e5ff2375b6c2814e0cc','nNp3jJR1nBKHLFt8DVtVlA','09e4af136053ca3088c69be349caa07c788b5299bf3b5dfb7dea2fa443c4fb53');
INSERT INTO "audit" VALUES(52,1795752641,'alertd','notice.queued',1,'incident 1','notice 3, resolved: it is over','5327258115abb54987b1825e2d0297fa3ebfc38ef3b33d21543ee18c29f9ec1e','','EURhby09xMIjKM7WSKGv6w','e90ab2a6ae25fd41bcb10dbce52e66278ca2085c5ac1640cff2548f13ca269b9','DEmI8uUAMx1_BIEl22hNPQ','6070c9b19aae5e20575305263c423dfe20f53cac7e7247df838f3d0adcd4a23c');
INSERT INTO "audit" VALUES(53,1795752641,'alertd','message.sending',1,'message 19','1 recipients, by worker 6744','e68b6a644c8bd281ea885c4e501a34659b7c68c825f4546c694dea3d9ca5ae05','','RQSZJuoO2tFrKzY9fKTNXw','4d6db8f8dda2b29f4aa1e0c890244906ec8054836da8bd164259e6dd6c23bc36','q3zgJQIoHpn2FfR-Om2Wig','62d106209bc10259e953a56796d6baca28a93610e6e90e478ca20952bbdc2391');
INSERT INTO "audit" VALUES(54,1795752641,'alertd','message.sending',1,'message 21','1 recipients, by worker 6744','d343cf1606ce3a3a7977a3d5faa235042f4cc012da89e2840b2fff92d1eb559b','','PWEUITWeP62slRzoa7HGNQ','81908e31d9dc09431cf0b548afd469d8b1c4a6464c1935b8eaa3086c51630c0f','cUjaVHhFk7jnJDlsCq4ygQ','f951ec903ebb7f3779c535731a0d561bd395b0786fc93a478abca25e58eb8be6');
INSERT INTO "audit" VALUES(55,1795752641,'alertd','message.sending',1,'message 23','1 recipients, by worker 6744','99e08646ba827c5a27e78e4e13a64ed82cbf7086b48cda5e320faad13377875c','','4zu-vOipjzjpsL8I_6isog','faf2b31c85051825a665f2cd37cf40cd51efafa6dd2a40e85174d0bd00e2b5f8','AXo0ofF86aoHp0tanBYBVw','3b12bfce03ba715d1155bd5ee358a33efe332a42c3a29d6e3988f0d074f4917b');
INSERT INTO "audit" VALUES(56,1795752641,'alertd','message.sending',1,'message 20','1 recipients, by worker 6746','586aa5e275286e0e0f2564cd7b50662d35d1f0e22637c6adffeffab8205b9d56','','4zrzdMUzeTv-EWsz2ZZl6w','55bcba4ac9b96cbabc46ba0bf35a16f5b07a8051570f45ed4f7fe99aa40614a0','5bpjomep5YvGB5MunNFCwg','812a4315de44c842c7b9c63e17f3ae3d69b4efb4d9c9327d36eaa9a313548c87');
INSERT INTO "audit" VALUES(57,1795752641,'alertd','message.sending',1,'message 22','1 recipients, by worker 6746','aa748693867911a7008e20fb7a22d2a7f705d1793ea5073f81ad31fea9ba3e1f','','hZV5AZ_lM-3B7AxgwjpU1Q','d8b3f2d3fbf201417e9c90e6199ce7bbde7a82187e66c629438acab66e707b5c','dq9ibtDJWfFfq6WnEBKoWQ','057373607dd2309e099e88aced995a6202998efe4218dc2d9a82b1cd8f9e9f5f');
INSERT INTO "audit" VALUES(58,1795752641,'alertd-mail','delivery.accepted',1,'message 19','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','922d99f7305cb7ad18d7ed05bee457f3a46d6d12c3f7a2216bcd5832e285df51','','OO4IlYa5cb3PS3kyAxXImA','828e11fbfaa1b54358049e2ba8feec7d227624c9952bfbe2dada74fd51cd2ce3','ZO16Cneml4X8FymGBZXnOw','f063e015fd15d02ef332f599b53da94fce0c241b129686122ae018cd9c0e345d');
INSERT INTO "audit" VALUES(59,1795752641,'alertd-sms','delivery.accepted',1,'message 20','+4500000021: accepted: 0 written (/tmp/alertd-14/sms.txt)','a51fe2acd170e4d2da3e78300798370e5312a2449ea7dee56ba7b92a57258bf5','','0BzvV8MGBhDTCBvGA6NYbw','00d8d34389ec306958ae08d422ce15bbfec52ffcb8e1aa86d7f001d080df3410','jBKtgSaQyFIZSqG4HxN8aQ','3b445c7d8e4d963892487a638192dea85f0e89371b5e001f3d2e0185c18dbed4');
INSERT INTO "audit" VALUES(60,1795752641,'alertd-mail','delivery.accepted',1,'message 21','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','4e7346a1f3f970d941acfe617ba0a1b57c5d4b99b5dba7b17860fff2f5f6b2c2','','Q8rZvNl1gcwBBKXVJpJFwg','0f2d1966e9c7a6f8c7b86c99d17af42173b6a21d1d8d21fadb0accd5b57765b2','YLNUZjqDrUeZxNFxLB2XrA','06cded59c19f6050abe2dce18eecec1130c70aafdee440217c8e198d460c98d9');
INSERT INTO "audit" VALUES(61,1795752641,'alertd-sms','delivery.accepted',1,'message 22','+4500000022: accepted: 0 written (/tmp/alertd-14/sms.txt)','833fcb637e839d4e4c2fae1058285ba152954233155c4d5e66bff9afb23558a3','','3OzEFt9NABZrfSrBDQTjyw','95cd24e465be8ad18a3a7d650ce368b4e07aa86ebc2c870ba4463a02169a62f9','gePOkId1b66GOMydO1z0Og','324d7fbc3f06f580512fd42170740eb02ea1d03237934bd074bce419d7fef920');
INSERT INTO "audit" VALUES(62,1795752641,'alertd','message.sending',1,'message 24','1 recipients, by worker 6745','1ce211868263a213739279a777b01bfc3c0ada0828153a01c29a8709eecdcfdd','','Vaj6VISBDG_YuMKndGZs5Q','8bebc7550036d4c4c970a308b63de0e05aed9ceb9b1f4b660d5b9c5d66853084','rjjEkUN_FDjQArPDNkeWBQ','5cad829ed807d0019318ab33c359a8223739c320bc3188ef268363d5947ad25b');
INSERT INTO "audit" VALUES(63,1795752641,'alertd-mail','delivery.accepted',1,'message 23','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','2331f965d2a29185213d0c2591dffbbef29c423074a3a7d4bd0b29b12646f040','','7dQ3yxWP-RodrnvofR0CNg','4618065d185cd2ee7d43c532d3c814b43dafe2e4677727b71ffada6f35a583bb','H4tKDNgbsO5Ygkq8Q3TnCQ','887c837207d678524780c531a9f3748b04893023804d12ec547653ac4da414da');
INSERT INTO "audit" VALUES(64,1795752641,'alertd-mail','delivery.accepted',1,'message 24','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','e028bb4d4a25cfa1eecfc9c833ba75c98f4f0ade274b2f6915ef5cc02333cf33','','mbj0dOPPm3atdHThvbQJEw','4be01d566d3e332e0161add693fc1655f5977500ef74b29b0383e6940955ab2c','Mb6UpXz6rkrJWRGHFakZfA','e0a4af999eaedfac20bc36c1bd1edd04d4033f8ecb671b54f4e82f9f56515724');
INSERT INTO "audit" VALUES(65,1795752641,'user anna','incident.opened',2,'incident 2','actual, outage: FMK kan ikke bruges (by user anna)','0f312e20af8bc3e3a2f976706e8b004b5a7157af23ca9240c405cfb7b9f74c95','','NjoliqNAOrlnkesOFAxOTA','93eb5e8c872d7d593de8d89792dc33bcf222e2c092ca5b0156f6dc0c4cb37c6f','MmnQ1XehOfEtefZ_RPs-sg','512088767d759265a6fe00941f04ccad8a957ac5f5922165b0764285bf368812');
INSERT INTO "audit" VALUES(66,1795752641,'user anna','notice.queued',2,'incident 2','notice 1, first: sent by user anna','419d567e878dccc7ca751e5282b0a2a331122680ba0ad403403c082587bfc6fc','','Z9xDHf04gwLEj6QV66PyHQ','8011d3e667611586c95c12665bb6f205fa53a77134bc24b4c61ea107c0b96294','tvR7dPvKl29l9FsHxZ5hxA','07a8535d4694371a7bcf93dd54bb8d72dcc87cb03a7a06ab4721650c7834298e');
INSERT INTO "audit" VALUES(67,1795752641,'alertd','message.sending',2,'message 25','1 recipients, by worker 6744','09c246feb204148fe18d5d07f2eee360174943fffa145169dcbfba779f80b206','','lFXMu6G53ICQaxmw6iHLqw','e7675e6106c4ed602e1084fe29fa0283cac260d077699abfeb6270e3791b9f98','mB8X01uI3HM5_9J3TxQb4A','175024e6f6c05731dc7195bab70cad0522e6e78f3723fbdcfa0c483b623fef31');
INSERT INTO "audit" VALUES(68,1795752641,'alertd','message.sending',2,'message 27','1 recipients, by worker 6744','c8fd46d1c9329ed645db3c0b4b15499163a79797e659979eeba0093a03c22c14','','ApUJxB4f_M3UTBV5jalmTQ','366672f7c63634568649685888d97ca8cfc69b0f71bdf07c4fde13348ab00ea6','jBULwYkKPAOUSb82eazNew','288ef39802725861ed408046250a2e6415887b7563e8a457a00654450c17983e');
INSERT INTO "audit" VALUES(69,1795752641,'alertd','message.sending',2,'message 29','1 recipients, by worker 6744','ee95baa5610f450e8730f4115eaa74a5761a61bacbf33bcdcefd92321ac3c99a','','qpXwUTMfMofcCGkRsJcMSQ','38c19b7837c384d1d0ece66015a528a1b067c72ecc62be70cdbce5287a1d5c73','qfjTXZJe4mZVDWhzDD6rMw','e966b03b96785d5d6c378ad7d928de1f4352032171e00c324b2595319d6a075c');
INSERT INTO "audit" VALUES(70,1795752641,'alertd','message.sending',2,'message 30','1 recipients, by worker 6745','7bcda2858e7a9f05743fe782b479e4bc934fa9f807a84513c42a6619a4a74576','','0BEcgP_0cr-sV3mK3up_zA','88899c87c622222bb87705a5f1aae907c821630a0a8d97e02162ce48a7ff2c55','NIXvujK-696NntNkAUjyKw','034df10f62023cd23660d704e392832044060f91ff0949b67731262dd531368e');
INSERT INTO "audit" VALUES(71,1795752641,'alertd-mail','delivery.accepted',2,'message 25','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','d41c942ec885364264f819b91bfcf59e42ff5f1cde571435d452f8eeb0916311','','I-wmKgMPhoI2jgxidF9W5Q','d0864b9bae4952b21df640471ea42f5b2b1488d36bd09c40828b4bb7e15f384e','LjWvKkdKVvDdN4Lzj3toLw','9c7b9e8215efd3ac08028105983da7926f7a01cf3fa5470c981214c58bb82759');
INSERT INTO "audit" VALUES(72,1795752641,'alertd','message.sending',2,'message 26','1 recipients, by worker 6746','e0c0debc5b0ef754d301ec0bb0e19567e6eb0677052e3c362ea512ed17a1dd42','','BK_Tlm4zEhjXPwYTqU7yZg','33892de2571b31d0b23ad1e00e84e863dae1147699b43f8387662273d7554afc','KHGVyARP3z8JsxVUOXBMUQ','7fb8486bf6651cdfaf5fca55b0647d4b08cbfe712fcd1913f1c94762ad9b8440');
INSERT INTO "audit" VALUES(73,1795752641,'alertd','message.sending',2,'message 28','1 recipients, by worker 6746','a62d44ef152fb56876ce6acbd169ab1291f2397d1d76dd8e96232dbe9fbd9498','','8_-elG-mRIz69NkV-tz32A','70ddb68f92d9082f7efe7977dd72f69e85844524ba1d14e8220f6b9b93c3b2c7','syUArRJUtU1nSNX6oX8lPg','6d244f14e6e9aa13249e587032d8446756f2db5eb3de44c709aea9d2a5b089e5');
INSERT INTO "audit" VALUES(74,1795752642,'user anna','incident.opened',3,'incident 3','exercise, degraded: Øvelse (by user anna)','3aa49f9e7b6ff2a7aed1720e9e95e5f722bac21e40eb6d7ab0dc836f80805861','','Lw6Ua5EzOPFDFnYn4L3ETA','e1d762591eaaa5c0abdd994f6c6c727c1e441dfe86778d433d1ba27d977571d6','_KFV18DfadKlhiSZIVcGVQ','0c81811497c2339e4af7a532b6e56c5b0108096b3a433491780967fdb6684253');
INSERT INTO "audit" VALUES(75,1795752642,'user anna','notice.queued',3,'incident 3','notice 1, first: sent by user anna','b38742a7ff36566b21244540dec4dabb11a76e8aeb79707b39e38cf6d86b2f8e','','Ad7IOtAFu_fnoJfeMgnfeA','58ee52ffa7079c6ff0b88011cb18f54664fe7124ccf666785ceb0f73af5c4120','kRdU4vvoYP6F09wB9E63zg','90217d6121ce3777bff3cad551823d9df0e581431182de5af02821088d411673');
INSERT INTO "audit" VALUES(76,1795752641,'alertd-mail','delivery.accepted',2,'message 27','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','524a99e1e4ce4c14cac1d910d8b25f8fa209d58d86b66072f852e2034ce92ec6','','PUFqfE3LS56l2gnsrItz3g','f241546211f1f3510a54f70e84c77a290d523617a06554ac1a2878450735b2e1','Q5SseBc1u5BHRsMTQmzp1Q','dd0d6d0272d95a68cc286e7b5420d3541bc82fe0039233fc2557d9b71b5991fe');
INSERT INTO "audit" VALUES(77,1795752641,'alertd-mail','delivery.accepted',2,'message 29','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','c7d71c3ce13840d81451be40ac25052fdea651b8b1fbc5b1e607273212437989','','1Dhfd3NKmT4FYCW72FIBaA','8a455cfdca7c1d1da59ca683b9088cb050ade93c3258cbb959e9a82513fd5444','PyXsmxl7GGl4iCZd1X9Gsg','5f1e5214b1f6270a6933d1b19591c1b74879ddc3678a3061e749fb70cf5057de');
INSERT INTO "audit" VALUES(78,1795752642,'alertd','message.sending',3,'message 31','1 recipients, by worker 6744','18557c7351d674f6fa49d40b668f929904aac429d2085655fd0ab97c5cc0a87b','','DhzgGG51NgM-QiEfD6175Q','6819c184317d8cc81925b2a1618a93f0d48fbcf7afefc1026b4a86d2e1c242bc','Z5Oacxh_buttHDsNpi1fJA','25aff821c15d6533d0f3a6b4912934c0e2181743e5cdc265b4d789d58c95e7e2');
INSERT INTO "audit" VALUES(79,1795752642,'alertd','message.sending',3,'message 33','1 recipients, by worker 6744','b72daaada1a6d99d578a37add53784fd28fcab5e734b7aad37cb3095bf66975b','','uSUYug7rVU3IgT9TWa09rQ','419147d33ceeaa8a0330e65ecb4b01b6089805109215dd7ec51a984dc983a653','7Dn9Dg3deqtAxe8bhMB6bw','4a2260eeb482f0712b395d80e84d9600e8bea10c01816a8cf03c3bbfa58cb7cb');
INSERT INTO "audit" VALUES(80,1795752642,'alertd','message.sending',3,'message 35','1 recipients, by worker 6744','6d9148f70082769d2e755317d02391cca3294e6e74a6f1b76c5dbf71c2fe92f6','','d4th1uA3LrjSPmH8PJSRMw','208976ba4af388cfe5446e8961e0d8bc9885824caacbb79dea7d382004ebc26c','W_RBk3dWH1N40IcfI8V3mw','72bd178a9d9c11bb5c845a170d1afb3bae6305442cb0af22605b2e5b10900625');
INSERT INTO "audit" VALUES(81,1795752642,'alertd-mail','delivery.accepted',3,'message 31','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','cea91799289f4d13497c3085178639b3a352cd86992ec19acd1290cd70132d8e','','ZOhNM8uMyHOpZNFVAtDGlw','1ecc7c40f73cc96c703df8e7ba103895f97ae0ff2ab51e982da1daf4e49e6656','R_jVtj0McEeAriVZZj8H-Q','d603165a9164d1eae3595cf049a4255230eb31fc1b1f5975802393d9c39910c4');
INSERT INTO "audit" VALUES(82,1795752642,'alertd-mail','delivery.accepted',3,'message 33','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','91f63a920d45ceec87cb1ea5176d5e8fa4b845f7a7f630e236b229b311779a5c','','gBlX4RdtNwtlkPKaDCyZ0w','e1ee613d44e5494ec526bf35aa9128c3f9401ad93a71dcd5cbf023fd78c43eb0','L6SYnQI3cEfTbobZNWrL0Q','21c415c92259165c6cd01d80372898d03a9ad2c7acffd8500c9c1f6fcc682c44');
INSERT INTO "audit" VALUES(83,1795752641,'alertd-mail','delivery.accepted',2,'message 30','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','6fb7ce83fa4fd95d8265cb88084efc97ae0c489c64242a08464639e5eeb769cf','','JrZ6WSnFRjsaPuOJXXWtyg','e9c0f2558947a0fdd3fc029890df2eb9961c2ec086932897cb93ab092b669ace','GvF0vPFQQlXp292LhFmXng','b1c4a005920439edb45e0ef053704bc518da1676fd3067ed52a62218d48e2f8a');
INSERT INTO "audit" VALUES(84,1795752642,'alertd','message.sending',3,'message 36','1 recipients, by worker 6745','e4d707b53c28b40ff06a61fb2c09facb44b7c2f483c846986dc515456ff1d3c6','','g84U4h_Dw6yyujNa6nJB5w','bc2f566dcddbe226a7199691bcb6c49e33f9e424dc67fdd13a73676c41acff7e','ne883ZQVwPg8s017xZBeFw','f495ff016b2bb0c2adc19a91c7db9d644611af8005c0a3e745237cfe948630af');
INSERT INTO "audit" VALUES(85,1795752642,'alertd-mail','delivery.accepted',3,'message 35','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','2021511ab1f4c8ae8d5efe3605feb2ebc17127d7220992f3f75a17e4aa30938e','','yB8BqybIx9qB-k8rH9f7Qw','1947f4b5ba1f1d69888e57b35130305b24ac3826ac804c7b3bad566a0f39b4ac','TQbhTfjN9zKCFy9jxhsGIg','ed8a51fd5c3620ec86f8a010e8ce985949af157b0e50107dbd22b4e6f98da8d1');
INSERT INTO "audit" VALUES(86,1795752642,'alertd-mail','delivery.accepted',3,'message 36','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-14/out)','493cb3e65cee2cc39bdffc96a0d4b30786e3fca0a2985aca0b0be4365042c4b4','','apIyJx36El69gfLWWQJa4Q','0307a19b540f0040cdd175e0758709076838597e742d7bd1d55e2d8ad1b42c3c','_r3i5kmys-t13MRASW9QUA','fc6845b66091d9708b91fd477bb0aa9815c7ca399d5b5d60a05e2c06534894bd');
INSERT INTO "audit" VALUES(87,1795752641,'alertd-sms','delivery.accepted',2,'message 26','+4500000021: accepted: 0 written (/tmp/alertd-14/sms.txt)','57b997e64060053b73b5079accb3fb9bfe7a94b813a815f390ec8d07f4889e4b','','MzTQdfczB_dy2cXEaPJveQ','41a490c18eccdfa0ff37366ec7c8662a5c699c291eb9742ec7ca658e724edabf','vt8p545apkg-kFqStehcBA','485184c800191976248eae9ed2719ecd3f8f75b4452f703ce88e471feac4070e');
INSERT INTO "audit" VALUES(88,1795752641,'alertd-sms','delivery.accepted',2,'message 28','+4500000022: accepted: 0 written (/tmp/alertd-14/sms.txt)','9d73f651ef7e39407fa2c2ca7e4d024778703dd6c9ebfb6595f9e17ee05c6419','','2TDFfezp_l8QMfn-h0gnKw','20e9d87401e8eb0e1966b69d2fe0734e2ff879c4b586b65b85233b99049dcb8c','EqiP2G68LG5Q61yn05KkAg','e30a4c4854e9f7783a1a4f765c671e3e042fa7f0be4c65dcb125e80fc0403b57');
INSERT INTO "audit" VALUES(89,1795752642,'alertd','message.sending',3,'message 32','1 recipients, by worker 6746','dfa8bf4331e07bb86e38664365be99cb45414f428fe6d26bbf0b2b72dc069236','','aRV1nb03t_7FIdpG70Mc3w','b208b0433483973080c2904dfb445842be7035a2d5451fa4860a6d773f20c8fc','Fhn9v_N9epCArx1BnZZdWQ','e93dc75e17dc036a05b54558afa8798067048910c9de47df3ca38f0868086c73');
INSERT INTO "audit" VALUES(90,1795752642,'alertd','message.sending',3,'message 34','1 recipients, by worker 6746','f544054114af89cc3dffb79a9e926ed462d4ea89a4ba54211e19fe77d24eafe3','','wert2Tm6oz0RvMuwW_wvSA','4bc0ad3423731356eab2188a4e98b6b1b5aaaba35dbb2bbb01a9c535c4a2cefb','a_9H2M_v1XMtigj0HZsG7g','0b3f1645ef07f00e3b7e618fa79dc2b2b0b6aa656e95c29a4dcbac98ad8da903');
INSERT INTO "audit" VALUES(91,1795752642,'alertd-sms','delivery.accepted',3,'message 32','+4500000021: accepted: 0 written (/tmp/alertd-14/sms.txt)','fdc37e7960532dc574c83a997d6cb5eaf360e7c6186cd0379a83145ad9b3c836','','pIl2Nu_JMXWOrsDb7E3Pqw','ea7595b28356b8ad792d4cbec1e744e68f3343ecb0d7f20721b290b8ab15a41b','Ebxf180mLO38Gz_Zy93FdA','21cee72fa96cb828956343a11657b9d624641646867e48c493e79f2029f87245');
INSERT INTO "audit" VALUES(92,1795752642,'alertd-sms','delivery.accepted',3,'message 34','+4500000022: accepted: 0 written (/tmp/alertd-14/sms.txt)','0f687c8b6a72fc77f99da8365e7570e7e6a9c3a4477944e90e390e0f7b2ba649','','mHXkgeB52rhstabvTp98Wg','f565aa1690cb84c48a074238960d5f440f4a02b136b1f754bfc761d312afc79e','Nlvr7rr6tX8cpy3D4sl_mA','f9730b61f13334efa08545c88d67a7864ab8d1a3d094e4a0801705ce17381d57');
CREATE TABLE audit_head ( id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
INSERT INTO "audit_head" VALUES(1,92,'0f687c8b6a72fc77f99da8365e7570e7e6a9c3a4477944e90e390e0f7b2ba649');
CREATE TABLE calendar ( rota TEXT PRIMARY KEY, source TEXT NOT NULL, body TEXT NOT NULL, fetched INTEGER, failing INTEGER, why TEXT NOT NULL, told INTEGER NOT NULL CHECK (told IN (0, 1)), CHECK ((failing IS NULL) = (why = ''))) STRICT, WITHOUT ROWID;
INSERT INTO "calendar" VALUES('vagt','file:vagt.ics','BEGIN:VCALENDAR',1795751000,1795752000,'HTTP 503',1);
CREATE TABLE call ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL, opened INTEGER NOT NULL, began INTEGER NOT NULL, steps INTEGER NOT NULL CHECK (steps >= 0), due INTEGER, paged_at INTEGER, skipped TEXT NOT NULL, owner TEXT NOT NULL, had TEXT NOT NULL, taken INTEGER, attended INTEGER, closed INTEGER, CHECK ((owner = '') = (attended IS NULL)), CHECK (incident IS NOT NULL OR alarm <> '')) STRICT;
INSERT INTO "call" VALUES(1,1,'','','',1795752632,1795752632,1,1795753232,1795752632,'','anna','',1795752633,1795752633,NULL);
INSERT INTO "call" VALUES(2,2,'','','',1795752641,1795752641,0,NULL,NULL,'','anna','',1795752641,1795752641,NULL);
INSERT INTO "call" VALUES(3,3,'','','',1795752642,1795752642,0,NULL,NULL,'','anna','',1795752642,1795752642,NULL);
CREATE TABLE call_person ( call INTEGER NOT NULL REFERENCES call, person TEXT NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, round INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (call, person)) STRICT, WITHOUT ROWID;
INSERT INTO "call_person" VALUES(1,'alarm.1e3386203534','alarm','vagt@example.dk','vagt@example.dk','',0,1795752632);
INSERT INTO "call_person" VALUES(1,'medcom.6','medcom','Jens Lund','jens.lund@example.dk','+4500000012',0,1795752632);
CREATE TABLE code ( id INTEGER PRIMARY KEY, action TEXT NOT NULL CHECK (action IN ('ack', 'approve', 'dismiss',  'receipt')), notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, call INTEGER REFERENCES call, org TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL, token TEXT NOT NULL UNIQUE, reply TEXT NOT NULL, made INTEGER NOT NULL, lapses INTEGER NOT NULL, used INTEGER) STRICT;
INSERT INTO "code" VALUES(1,'ack',2,1,1,'medcom.6','Jens Lund','+4500000012','9QKRUUqjoVIIXMpXvi-oCg','628635',1795752632,1795767032,NULL);
INSERT INTO "code" VALUES(2,'ack',2,1,1,'alarm.1e3386203534','vagt@example.dk','','pDj-xgXxc22eDhzZJlF04A','',1795752632,1795767032,NULL);
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
INSERT INTO "delivery" VALUES(1,1,1,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752661,1795752632,1,1795752632);
INSERT INTO "delivery" VALUES(2,2,1,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-14/sms.txt','',1795752661,1795752633,1,1795752633);
INSERT INTO "delivery" VALUES(3,3,1,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752660,1795752632,1,1795752632);
INSERT INTO "delivery" VALUES(4,4,1,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-14/sms.txt','',1795752660,1795752633,1,1795752633);
INSERT INTO "delivery" VALUES(5,5,1,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752659,1795752632,1,1795752632);
INSERT INTO "delivery" VALUES(6,6,1,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752659,1795752633,1,1795752633);
INSERT INTO "delivery" VALUES(7,7,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752657,1795752632,1,1795752632);
INSERT INTO "delivery" VALUES(8,8,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-14/sms.txt','',1795752657,1795752632,1,1795752632);
INSERT INTO "delivery" VALUES(9,9,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752656,1795752632,1,1795752632);
INSERT INTO "delivery" VALUES(10,10,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752669,1795752633,1,1795752633);
INSERT INTO "delivery" VALUES(11,11,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752668,1795752633,1,1795752633);
INSERT INTO "delivery" VALUES(12,12,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-14/sms.txt','',1795752667,1795752633,1,1795752633);
INSERT INTO "delivery" VALUES(13,13,1,2,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752668,1795752634,1,1795752634);
INSERT INTO "delivery" VALUES(14,14,1,2,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-14/sms.txt','',1795752667,1795752634,1,1795752634);
INSERT INTO "delivery" VALUES(15,15,1,2,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752667,1795752634,1,1795752634);
INSERT INTO "delivery" VALUES(16,16,1,2,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-14/sms.txt','',1795752666,1795752634,1,1795752634);
INSERT INTO "delivery" VALUES(17,17,1,2,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752666,1795752634,1,1795752634);
INSERT INTO "delivery" VALUES(18,18,1,2,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752665,1795752634,1,1795752634);
INSERT INTO "delivery" VALUES(19,19,1,3,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752671,1795752641,1,1795752641);
INSERT INTO "delivery" VALUES(20,20,1,3,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-14/sms.txt','',1795752671,1795752641,1,1795752641);
INSERT INTO "delivery" VALUES(21,21,1,3,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752670,1795752641,1,1795752641);
INSERT INTO "delivery" VALUES(22,22,1,3,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-14/sms.txt','',1795752670,1795752641,1,1795752641);
INSERT INTO "delivery" VALUES(23,23,1,3,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752669,1795752641,1,1795752641);
INSERT INTO "delivery" VALUES(24,24,1,3,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752668,1795752641,1,1795752641);
INSERT INTO "delivery" VALUES(25,25,2,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','queued',1,421,'421 4.3.2 try later','maildir /tmp/alertd-14/out','',1795752668,NULL,0,1795752641);
INSERT INTO "delivery" VALUES(26,26,2,1,'0101','FMK-koordinator','+4500000021','sending',1,0,'written','/tmp/alertd-14/sms.txt','',1795752667,NULL,1,1795752641);
INSERT INTO "delivery" VALUES(27,27,2,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752667,1795752641,1,1795752641);
INSERT INTO "delivery" VALUES(28,28,2,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-14/sms.txt','',1795752666,1795752641,1,1795752641);
INSERT INTO "delivery" VALUES(29,29,2,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752665,1795752641,1,1795752641);
INSERT INTO "delivery" VALUES(30,30,2,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752665,1795752641,1,1795752641);
INSERT INTO "delivery" VALUES(31,31,3,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752677,1795752642,1,1795752642);
INSERT INTO "delivery" VALUES(32,32,3,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-14/sms.txt','',1795752677,1795752642,1,1795752642);
INSERT INTO "delivery" VALUES(33,33,3,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752676,1795752642,1,1795752642);
INSERT INTO "delivery" VALUES(34,34,3,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-14/sms.txt','',1795752675,1795752642,1,1795752642);
INSERT INTO "delivery" VALUES(35,35,3,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752675,1795752642,1,1795752642);
INSERT INTO "delivery" VALUES(36,36,3,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-14/out','',1795752674,1795752642,1,1795752642);
CREATE TABLE draft ( id INTEGER PRIMARY KEY AUTOINCREMENT, incident INTEGER REFERENCES incident, at INTEGER NOT NULL, pid INTEGER NOT NULL, owner TEXT NOT NULL CHECK (owner <> ''), body TEXT NOT NULL) STRICT;
INSERT INTO "draft" VALUES(1,2,1795751000,4711,'user anna','{"command": "update", "text": "Det varer ved."}');
CREATE TABLE early_report ( delivery INTEGER PRIMARY KEY REFERENCES delivery, via TEXT NOT NULL, answer TEXT NOT NULL) STRICT;
INSERT INTO "early_report" VALUES(1,'cpsms','absent subscriber');
CREATE TABLE event ( id INTEGER PRIMARY KEY, feed TEXT NOT NULL, ext TEXT NOT NULL, incident INTEGER REFERENCES incident, newest INTEGER, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, listed INTEGER NOT NULL CHECK (listed IN (0, 1)), UNIQUE (feed, ext)) STRICT;
INSERT INTO "event" VALUES(1,'nspop','fmk1',1,2,1795752632,1795752641,1);
CREATE TABLE fault ( name TEXT PRIMARY KEY, what TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "fault" VALUES('incident 2','incident 2: its notice was due, and none is queued',1795751000,1795751060);
CREATE TABLE "feed" ( feed TEXT PRIMARY KEY, first_ok INTEGER, last_ok INTEGER, last_change INTEGER, health TEXT NOT NULL CHECK (health IN ('ok', 'failing', 'stale',  'shrunken')), since INTEGER, polls INTEGER NOT NULL, last_poll INTEGER, body TEXT NOT NULL CHECK (body IN ('whole', 'part', 'short')), body_since INTEGER, told TEXT NOT NULL CHECK (told IN ('ok', 'failing', 'stale',  'shrunken')), cause TEXT NOT NULL CHECK (cause IN ('none', 'unreachable', 'tls',  'status', 'not-a-feed', 'too-large', 'incomplete', 'not-stored')), why TEXT NOT NULL, source TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "feed" VALUES('nspop',1795752632,1795752641,1795752641,'ok',1795752632,2,1795752641,'whole',1795752632,'ok','none','','3af3644165a52ca3ca3cd882050a6581cee25b4f6ac7e5675cfeb68419a0cd7b');
CREATE TABLE gap ( org TEXT NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), since INTEGER NOT NULL, told INTEGER, PRIMARY KEY (org, channel)) STRICT, WITHOUT ROWID;
INSERT INTO "gap" VALUES('0147','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0147','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0151','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0151','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0153','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0153','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0155','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0155','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0157','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0157','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0159','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0159','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0161','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0161','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0163','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0163','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0165','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0165','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0167','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0167','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0169','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0169','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0173','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0173','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0175','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0175','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0183','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0183','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0185','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0185','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0187','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0187','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0190','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0190','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0201','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0201','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0210','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0210','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0217','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0217','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0219','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0219','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0223','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0223','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0230','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0230','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0240','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0240','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0250','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0250','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0253','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0253','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0259','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0259','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0260','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0260','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0265','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0265','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0269','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0269','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0270','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0270','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0306','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0306','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0316','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0316','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0320','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0320','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0326','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0326','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0329','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0329','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0330','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0330','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0336','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0336','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0340','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0340','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0350','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0350','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0360','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0360','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0370','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0370','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0376','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0376','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0390','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0390','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0400','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0400','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0410','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0410','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0420','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0420','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0430','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0430','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0440','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0440','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0450','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0450','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0461','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0461','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0479','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0479','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0480','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0480','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0482','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0482','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0492','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0492','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0510','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0510','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0530','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0530','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0540','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0540','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0550','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0550','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0561','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0561','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0563','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0563','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0573','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0573','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0575','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0575','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0580','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0580','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0607','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0607','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0615','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0615','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0621','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0621','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0630','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0630','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0657','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0657','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0661','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0661','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0665','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0665','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0671','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0671','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0706','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0706','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0707','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0707','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0710','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0710','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0727','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0727','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0730','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0730','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0740','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0740','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0741','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0741','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0746','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0746','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0756','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0756','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0760','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0760','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0766','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0766','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0773','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0773','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0779','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0779','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0787','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0787','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0791','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0791','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0810','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0810','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0813','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0813','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0820','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0820','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0825','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0825','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0840','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0840','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0846','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0846','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0849','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0849','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0851','sms',1795752632,NULL);
INSERT INTO "gap" VALUES('0860','mail',1795752632,NULL);
INSERT INTO "gap" VALUES('0860','sms',1795752632,NULL);
CREATE TABLE inbound ( gateway TEXT NOT NULL, ident TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (gateway, ident)) STRICT, WITHOUT ROWID;
INSERT INTO "inbound" VALUES('cpsms','in-1',1795751000);
CREATE TABLE incident ( id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('pending', 'open', 'resolved',  'dismissed', 'retracted')), kind TEXT NOT NULL CHECK (kind IN ('actual', 'exercise', 'test')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), service TEXT NOT NULL, title TEXT NOT NULL, news TEXT NOT NULL, url TEXT NOT NULL, reason TEXT NOT NULL, feed TEXT NOT NULL, since INTEGER, opened_at INTEGER, decided_at INTEGER, resolved_at INTEGER, starts INTEGER, ends INTEGER, expected_end INTEGER, planned INTEGER NOT NULL CHECK (planned IN (0, 1)), reminded INTEGER NOT NULL CHECK (reminded IN (0, 1)), notices INTEGER NOT NULL CHECK (notices >= 0), last_notice_at INTEGER, last_change_at INTEGER, due_at INTEGER, change INTEGER NOT NULL CHECK (change IN (0, 1)), fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)), change_reason TEXT NOT NULL, over INTEGER NOT NULL CHECK (over IN (0, 1)), told_effect TEXT NOT NULL CHECK (told_effect IN ('none', 'planned',  'degraded', 'data_error', 'outage')), told_online TEXT NOT NULL CHECK (told_online IN ('unknown', 'works',  'down')), audience TEXT NOT NULL DEFAULT '' CHECK (audience = '' OR audience GLOB 'region:?*'  OR audience GLOB 'vendor:?*' OR audience GLOB 'org:?*'), drill_ends INTEGER CHECK (drill_ends IS NULL OR kind = 'exercise'), named INTEGER DEFAULT 0, acted INTEGER DEFAULT 1) STRICT;
INSERT INTO "incident" VALUES(1,'resolved','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752331,1795752632,NULL,1795752641,NULL,NULL,NULL,0,0,3,1795752641,1795752641,NULL,0,0,'',0,'outage','unknown','',NULL,0,1);
INSERT INTO "incident" VALUES(2,'open','actual','outage','down',0,'FMK','FMK kan ikke bruges','SDS undersøger fejlen.','','sent by user anna','',1795752641,1795752641,1795752641,NULL,NULL,NULL,NULL,0,0,1,1795752641,1795752641,NULL,0,0,'',0,'outage','down','',NULL,0,1);
INSERT INTO "incident" VALUES(3,'open','exercise','degraded','unknown',0,'FMK','Øvelse','En øvelse.','','sent by user anna','',1795752642,1795752642,1795752642,NULL,NULL,NULL,NULL,0,0,1,1795752642,1795752642,NULL,0,0,'',0,'degraded','unknown','',NULL,0,1);
INSERT INTO "incident" VALUES(4,'pending','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752331,1795752632,NULL,NULL,NULL,NULL,NULL,0,0,0,NULL,NULL,NULL,0,0,'',0,'none','unknown','',NULL,0,1);
CREATE TABLE looked ( what TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "looked" VALUES('gaps',1795752632);
CREATE TABLE low ( id INTEGER PRIMARY KEY, at INTEGER NOT NULL, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
INSERT INTO "low" VALUES(1,1795751000,'bounced','fmk@aarhus.example.dk','550 5.1.1 no such user');
CREATE TABLE message ( id INTEGER PRIMARY KEY, notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',  'oncall')), org TEXT NOT NULL, org_name TEXT NOT NULL, vendor TEXT NOT NULL, message_id TEXT NOT NULL, created INTEGER NOT NULL, due INTEGER, worker INTEGER, begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1)), held INTEGER, UNIQUE (notice, channel, org)) STRICT;
INSERT INTO "message" VALUES(1,1,1,1,'mail','municipality','0101','København','','alertd.1795752632.1.1.0.0101@example.dk',1795752632,NULL,NULL,1,1795752632);
INSERT INTO "message" VALUES(2,1,1,1,'sms','municipality','0101','København','','alertd.1795752632.1.1.0.0101@example.dk',1795752632,NULL,NULL,1,1795752633);
INSERT INTO "message" VALUES(3,1,1,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752632.1.1.0.0751@example.dk',1795752632,NULL,NULL,1,1795752632);
INSERT INTO "message" VALUES(4,1,1,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752632.1.1.0.0751@example.dk',1795752632,NULL,NULL,1,1795752633);
INSERT INTO "message" VALUES(5,1,1,1,'mail','municipality','0851','Aalborg','','alertd.1795752632.1.1.0.0851@example.dk',1795752632,NULL,NULL,1,1795752632);
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
INSERT INTO "message" VALUES(19,5,1,3,'mail','municipality','0101','København','','alertd.1795752632.1.3.0.0101@example.dk',1795752641,NULL,NULL,1,1795752641);
INSERT INTO "message" VALUES(20,5,1,3,'sms','municipality','0101','København','','alertd.1795752632.1.3.0.0101@example.dk',1795752641,NULL,NULL,1,1795752641);
INSERT INTO "message" VALUES(21,5,1,3,'mail','municipality','0751','Aarhus','systematic','alertd.1795752632.1.3.0.0751@example.dk',1795752641,NULL,NULL,1,1795752641);
INSERT INTO "message" VALUES(22,5,1,3,'sms','municipality','0751','Aarhus','systematic','alertd.1795752632.1.3.0.0751@example.dk',1795752641,NULL,NULL,1,1795752641);
INSERT INTO "message" VALUES(23,5,1,3,'mail','municipality','0851','Aalborg','','alertd.1795752632.1.3.0.0851@example.dk',1795752641,NULL,NULL,1,1795752641);
INSERT INTO "message" VALUES(24,5,1,3,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752632.1.3.0.vendors@example.dk',1795752641,NULL,NULL,1,1795752641);
INSERT INTO "message" VALUES(25,6,2,1,'mail','municipality','0101','København','','alertd.1795752641.2.1.0.0101@example.dk',1795752641,1795752671,NULL,1,1795752641);
INSERT INTO "message" VALUES(26,6,2,1,'sms','municipality','0101','København','','alertd.1795752641.2.1.0.0101@example.dk',1795752641,NULL,4711,1,1795752641);
INSERT INTO "message" VALUES(27,6,2,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752641.2.1.0.0751@example.dk',1795752641,NULL,NULL,1,1795752641);
INSERT INTO "message" VALUES(28,6,2,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752641.2.1.0.0751@example.dk',1795752641,NULL,NULL,1,1795752641);
INSERT INTO "message" VALUES(29,6,2,1,'mail','municipality','0851','Aalborg','','alertd.1795752641.2.1.0.0851@example.dk',1795752641,NULL,NULL,1,1795752641);
INSERT INTO "message" VALUES(30,6,2,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752641.2.1.0.vendors@example.dk',1795752641,NULL,NULL,1,1795752641);
INSERT INTO "message" VALUES(31,7,3,1,'mail','municipality','0101','København','','alertd.1795752642.3.1.0.0101@example.dk',1795752642,NULL,NULL,1,1795752642);
INSERT INTO "message" VALUES(32,7,3,1,'sms','municipality','0101','København','','alertd.1795752642.3.1.0.0101@example.dk',1795752642,NULL,NULL,1,1795752642);
INSERT INTO "message" VALUES(33,7,3,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752642.3.1.0.0751@example.dk',1795752642,NULL,NULL,1,1795752642);
INSERT INTO "message" VALUES(34,7,3,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752642.3.1.0.0751@example.dk',1795752642,NULL,NULL,1,1795752642);
INSERT INTO "message" VALUES(35,7,3,1,'mail','municipality','0851','Aalborg','','alertd.1795752642.3.1.0.0851@example.dk',1795752642,NULL,NULL,1,1795752642);
INSERT INTO "message" VALUES(36,7,3,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752642.3.1.0.vendors@example.dk',1795752642,NULL,NULL,1,1795752642);
CREATE TABLE notice ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, number INTEGER NOT NULL CHECK (number >= 0), type TEXT NOT NULL CHECK (type IN ('first', 'update', 'repeat',  'resolved', 'correction', 'planned', 'page', 'receipt')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), at INTEGER NOT NULL, next INTEGER, title TEXT NOT NULL, reason TEXT NOT NULL, cc_own INTEGER NOT NULL CHECK (cc_own IN (0, 1)), check_from INTEGER, said TEXT NOT NULL DEFAULT '', topic TEXT NOT NULL DEFAULT '', CHECK ((number = 0) = (type IN ('page', 'receipt'))), CHECK (type = 'page' OR incident IS NOT NULL)) STRICT;
INSERT INTO "notice" VALUES(1,1,1,'first','outage',1795752632,1795759832,'FMK er utilgængeligt i produktion','rule 3: FMK: it is hit: "fmk", "utilgængeligt"',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.05.
Opslag i FMK fejler for alle anvendere.','fmk');
INSERT INTO "notice" VALUES(2,1,0,'page','outage',1795752632,NULL,'FMK er utilgængeligt i produktion','The municipalities are being told.',0,NULL,'','');
INSERT INTO "notice" VALUES(3,1,0,'page','outage',1795752633,NULL,'FMK er utilgængeligt i produktion','taken by anna: The municipalities are being told.',0,NULL,'','');
INSERT INTO "notice" VALUES(4,1,2,'update','outage',1795752633,1795759833,'FMK er utilgængeligt i produktion','updated by user anna',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.05.
SDS venter på en reservedel.','fmk');
INSERT INTO "notice" VALUES(5,1,3,'resolved','outage',1795752641,NULL,'FMK er utilgængeligt i produktion','it is over',0,1795752641,'FMK virker igen.
Fejlen er rettet.','fmk');
INSERT INTO "notice" VALUES(6,2,1,'first','outage',1795752641,1795759841,'FMK kan ikke bruges','sent by user anna',0,1795752641,'FMK er nede.
Fejlen begyndte kl. 05.10.
SDS undersøger fejlen.','fmk');
INSERT INTO "notice" VALUES(7,3,1,'first','degraded',1795752642,1795759842,'Øvelse','sent by user anna',0,1795752642,'','fmk');
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
CREATE TABLE reminded ( what TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "reminded" VALUES('drill',1795751000);
CREATE TABLE report ( id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event, seen INTEGER NOT NULL, hash TEXT NOT NULL, revision TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, newest INTEGER NOT NULL, url TEXT NOT NULL, published INTEGER, updated INTEGER, starts INTEGER, ends INTEGER, components TEXT NOT NULL, impact TEXT NOT NULL, status TEXT NOT NULL, phase TEXT NOT NULL CHECK (phase IN ('unknown', 'info', 'planned',  'open', 'resolved')), verdict TEXT NOT NULL CHECK (verdict IN ('ignore', 'ask', 'broadcast')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), judged TEXT NOT NULL CHECK (judged IN ('unknown', 'info', 'planned',  'open', 'resolved')), reason TEXT NOT NULL, service TEXT NOT NULL, hit TEXT NOT NULL, online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), expected_end INTEGER) STRICT;
INSERT INTO "report" VALUES(1,1,1795752632,'056d45f4979c44e212f93bb70dbca4cdaaa67acbbbe3032d9c267902a5a4e302','2026-11-27T04:05:31Z-a43764d2','FMK er utilgængeligt i produktion','Opslag i FMK fejler for alle anvendere.',39,'https://status.example.dk/fmk1',1795752331,1795752331,NULL,NULL,'FMK	major_outage
','critical','investigating','open','broadcast','outage','open','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
INSERT INTO "report" VALUES(2,1,1795752641,'2c35a146598752588b72208ac9159163a7f8385944bc3bf2536d9c2d07e42a7b','2026-11-27T04:10:34Z-0b941f02','FMK er utilgængeligt i produktion','Fejlen er rettet.',17,'https://status.example.dk/fmk1',1795752634,1795752634,NULL,NULL,'FMK	operational
','critical','resolved','resolved','broadcast','outage','resolved','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
CREATE TABLE retention ( what TEXT PRIMARY KEY, pos INTEGER NOT NULL, due INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "retention" VALUES('addresses',0,1795839032);
INSERT INTO "retention" VALUES('calls',0,1795839032);
INSERT INTO "retention" VALUES('codes',0,1795839032);
INSERT INTO "retention" VALUES('covers',0,1795839032);
INSERT INTO "retention" VALUES('incidents',0,1795839032);
INSERT INTO "retention" VALUES('operators',0,1795839032);
INSERT INTO "retention" VALUES('owners',0,1795839032);
INSERT INTO "retention" VALUES('pages',0,1795839032);
INSERT INTO "retention" VALUES('reasons',0,1795839032);
INSERT INTO "retention" VALUES('records',0,1795839032);
INSERT INTO "retention" VALUES('replies',0,1795839032);
CREATE TABLE secret ( name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "secret" VALUES('bounce','6TZcY_3yZ82Kg1L7ZtMzHw');
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
PRAGMA user_version = 14;
