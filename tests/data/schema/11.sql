BEGIN TRANSACTION;
CREATE TABLE address ( channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), address TEXT NOT NULL, proven INTEGER, how TEXT CHECK (how IN ('accepted', 'delivered')), earlier INTEGER, bounced INTEGER, bounced_by INTEGER, late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)), answer TEXT NOT NULL DEFAULT '', delayed INTEGER, PRIMARY KEY (channel, address), CHECK ((proven IS NULL) = (how IS NULL))) STRICT, WITHOUT ROWID;
INSERT INTO "address" VALUES('mail','drift@kmd.example.dk',1795752657,'accepted',1795752656,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('mail','fmk@aalborg.example.dk',1795752657,'accepted',1795752657,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('mail','fmk@aarhus.example.dk',1795752657,'accepted',1795752656,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('mail','fmk@koebenhavn.example.dk',1795752657,'accepted',1795752656,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('sms','+4500000021',1795752656,'accepted',1795752656,NULL,NULL,0,'',NULL);
INSERT INTO "address" VALUES('sms','+4500000022',1795752656,'accepted',1795752656,NULL,NULL,0,'',NULL);
CREATE TABLE asked ( incident INTEGER NOT NULL REFERENCES incident, org TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, reminded INTEGER, told INTEGER, PRIMARY KEY (incident, org), CHECK (told IS NULL OR reminded NOT NULL)) STRICT, WITHOUT ROWID;
INSERT INTO "asked" VALUES(1,'0751','Aarhus',1795752646,1795753246,1795753846);
CREATE TABLE audit ( seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, incident INTEGER NOT NULL, object TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL CHECK (length(hash) = 64), was TEXT NOT NULL CHECK (length(was) IN (0, 64)), actor_salt TEXT NOT NULL, actor_digest TEXT NOT NULL CHECK (length(actor_digest) = 64), detail_salt TEXT NOT NULL, detail_digest TEXT NOT NULL CHECK (length(detail_digest) = 64)) STRICT;
INSERT INTO "audit" VALUES(1,1795752646,'user anna','contact.added',0,'contact 1','0101 FMK-koordinator <fmk@koebenhavn.example.dk> +4500000021','f00ca2da17ec8e3b9aabb9369fa16457e685af204c559c550a771ae9700671f5','','vbgbdEQXzZIoTMmgEV5zyg','a20bb2aa670d0c9397706b51d688d01a2111d1fe85d45c01d00e8cace1483f10','ppnwPHqfsXWiNsCUqfCsrg','1d0866f5b97017889e76b16340af3616d95e75bbb1e5f609e46a1b4734901cfb');
INSERT INTO "audit" VALUES(2,1795752646,'user anna','contact.added',0,'contact 2','0751 Sygeplejen <fmk@aarhus.example.dk> +4500000022','4d8c5ddfcf9e282fb532b0758eba03ff572bbc6e1468e0a183bea08e2b037cc0','','Xv8us5UKIMOHf1gq_00ssw','05b5c7ab14f221368ff0789cfb2cdc2be1ff83dfda6b6588f7b9c2424080d0a8','YULMEZWGxHTFfCMYBCfqNA','f3780ad3281dd1cc7b42c3984afb1af3a754bfdd6dd32cc99bdbe26ef1c7dd43');
INSERT INTO "audit" VALUES(3,1795752646,'user anna','contact.added',0,'contact 3','0851 IT-vagten <fmk@aalborg.example.dk>','e57033c548f9ea88d0c901fcd3ff284156b418fa08ce08703f91125c11259522','','XAtkxTc3KpxRqgMhnMzztg','44d031d4ea265500106cd1785ab287b418271999cf2c0c34ea26792376570b55','o7WXNrOQaFUE5N3D14xMDA','e4dcc0c16de9217206cd2cc890eee601def4cf30d128a414cd754a5c75683b01');
INSERT INTO "audit" VALUES(4,1795752646,'user anna','contact.added',0,'contact 4','kmd KMD Drift <drift@kmd.example.dk>','98b314b6a8f0ad41ee42fb67241e8028e6cc03a5f16db2b2198a50c447275c47','','AxeQcHsU5EyRr7qStifP2g','4be0373cf5a156a944962875c2df9378d6faf3ea13296659841c3fc411edf9ff','eI4AFd9iJ2ybdljJANYOAw','170c99a210c7ac80405cedd90444149c339fca04ebfc6f108d89c7b145159d74');
INSERT INTO "audit" VALUES(5,1795752646,'user anna','contact.added',0,'contact 5','medcom Anna Holm <anna.holm@example.dk> +4500000011','e9cad072077a8a41baac5123795b0078e55fd082116deb5bfeeafa0fa994fba6','','4DMwAdQ0B6ZLBIV0iCF1Hg','fbd9efdf0932926c71cc42b801f7ef3ae14dbea5b97d24405fc3032f419cc329','n3TMoLEgafnimbfZSGB10w','dadeddcecbfc7cd1959eda4bbd11712ec77c154b5514235739bb0e782af57b35');
INSERT INTO "audit" VALUES(6,1795752646,'user anna','contact.added',0,'contact 6','medcom Jens Lund <jens.lund@example.dk> +4500000012','c31f4f7df4506f31dea648faebc4639d1575cfefe019a3b4b9e9c37b2b4e1d6f','','e4hMqOCv0JeoMfUHkOATvA','75151ebd293ebe4e4e31d89e400c4685e1e08fb24038a5e2a63a7882ead9bdac','7_zC9dBCPWE43kl72BnmMQ','8ca638182cee09a5652983ab44b71b9f8c88606cdf54b56825ebd480bebf7ec0');
INSERT INTO "audit" VALUES(7,1795752646,'alertd','incident.opened',1,'incident 1','open, outage: FMK er utilgængeligt i produktion (the rules broadcast; rule 3: FMK: it is hit: "fmk", "utilgængeligt")','f92177c328d88859277f7f23ba2ed0786edd616d398c019bdb6ad5bf6ee576ef','','mmUOwV3A3dIARZeWnl1F7w','69e427dfae7196065fa744665048b8537e73525a49007dba54e6a70355e18206','TGSWWf-zfWLnouF6Bv3h4w','f02546e71a7ddc364f55ac1078950e06f43c056e9a65907ad5af848a5a252a4b');
INSERT INTO "audit" VALUES(8,1795752646,'alertd','call.rings',1,'incident 1','incident 1','8988a0a4079576fd2428c2715c7ae023c9739d14777fd94d55a64cbca4da0230','','NsrUY1rTNg1uS5EZSuhDGQ','7ddc7ee35a904197d565c9baff43529be186f67e6dac3c99388378383cc09a64','og_aNS7-PLhy9K60Hs2qbA','3226a50fb09007fc15a4b01553db6484ef53021ee98bdacac44fbebb3ed21e53');
INSERT INTO "audit" VALUES(9,1795752646,'alertd','notice.queued',1,'incident 1','notice 1, first: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','844b03048a0859ba7eae71ab4cdee7990931f51cceb41625d8dbf062c2693ecb','','wEMrf_g30EaSTqvSRtszWw','a0454eea0d1553fb7cbe74b0e2989aa25cdd022ff72ae28eebb2658bec5d98eb','iZGIHmsMNxNMJWFSzy3Mcw','cfd63edeefe8734c7f5ad910b555926775ff1d698f840c415ad8a8ca812b579d');
INSERT INTO "audit" VALUES(10,1795752646,'alertd','page.queued',1,'incident 1','to Jens Lund, vagt@example.dk: The municipalities are being told.','bc0f3141d54b981b43831d0af3b58775b4f3effda3b4a4aa9b172580365fdd3b','','FjUV3sNmgLDrwyssccwHzA','ea03c9df2b1121d48634f4a77a19b0a395a8034d65cbfe3f1aa0921fd84972e7','PwnTtgFR0ZAUarERNkXQMw','20d236c1958fe3b122644b6dddcc67077be5ca17c819f530a70d0681d7973ba8');
INSERT INTO "audit" VALUES(11,1795752646,'alertd','message.sending',1,'message 7','1 recipients, by worker 8357','0c4e09e690d1599ae7730905742480cb02f3b912b736a739934ca1c80f4d3e35','','88TtGtpODoElTYsYOKsLqw','72e2325b92208015157dc74c2e975885fa34412f4e4240a5dc38ea7eea07be3d','Ps6faTgExIeO_ZXHQRGgxQ','f0eaa09af5cbf619a81b8e27eaaf9b2b4371c5a89cf292c51be713a6a8a17669');
INSERT INTO "audit" VALUES(12,1795752646,'alertd','message.sending',1,'message 9','1 recipients, by worker 8357','3be962369c64b9417d011bc6b20c68d3c14f6a594e7b0d00892ded2a455bc6fb','','z4hSEd8iHwMRF8k4S6Rbog','d8f2acd6153d4bb7efb91bf1f20efdf65dc6172ae826f7a1226fbaa2e9c9c277','ZakmBLWxrXA557TSEw-OWg','932be9b651c3f577288f8d2477b0370bd4749378b29401f441f6cfe4c9b13b9f');
INSERT INTO "audit" VALUES(13,1795752646,'alertd-mail','delivery.accepted',1,'message 7','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','5a2bf8749dfc5ae249e942c35df4f2772c0f9e7c948421eb3a7f35834d6565d9','','ZqTduQr7IM47WMkGbjxzVQ','d2036552088d9b7277f76fc780bcceafb2cfb2753f8f1534d8a48af717936286','P1H7hHfae6Aw0gLqm59CCw','ce2328546c6e0e00960c5b653daa610303d9860c635c7a4425b1971567888cd4');
INSERT INTO "audit" VALUES(14,1795752646,'alertd-mail','delivery.accepted',1,'message 9','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','e730052629a875917143e7a9d0eaee2620480dabcb27a67ce6ddbb01b5f936e0','','JOvM6b9NQiUsiQXvch54pA','dd3a943e5b499b5db118fc48cf27f229398cb6902d490d171f3e852eef9a34d6','C3qaD4hL8erLKBTo-UoKCQ','8825945dc4eccc6b50c8216b2f7e2f815258082513df368cbc4ff763c59317fd');
INSERT INTO "audit" VALUES(15,1795752647,'alertd','message.sending',1,'message 1','1 recipients, by worker 8357','df7a679349d1e3af0fa5f4447625768a24368d87feb6277c40ea3b57a456e436','','6IVjam64AYimWDujghkx4g','9c38013f67b70150ef9772e892624f81caaad231ee4a940e69049863fc2c365a','rWCaJFr9dl0Qi5MxG6qOXw','a2fbecbb2f8f3ed2a30c071ed2b23529a15a1a99d83fb77b85413883660b7672');
INSERT INTO "audit" VALUES(16,1795752647,'alertd','message.sending',1,'message 3','1 recipients, by worker 8357','428a4982fc43b36b8051162d10f3febb8b574f9d3e94a21437c672ae5bc6470e','','hK7Kwd_rDuc0BIcc0qx8Eg','9ac785ac17f0aa2e312b3cb6809a75b7cc2cdb0b836dc44066fe6fbd1e416310','zlFZJFNc_LyIRorfwQfW4w','d1c204daf6d0125be445f26b24c610a124ab36a824cef5267683bfbbf391be63');
INSERT INTO "audit" VALUES(17,1795752647,'alertd','message.sending',1,'message 5','1 recipients, by worker 8357','450282f2e50dbe26fd6e0ea49d795df211cb0e9d8d8c80fa6f2b1aff1efae5f9','','aac4ZVxZyo8i8rU-2rMKbg','0523433bc5199bd204e8ab455e1c0bd17bba2a36b6cb0dc4a6c38f4160fbb8ad','AWRuDzJnS4wrGT8-4ThNWQ','9768f966aa746c0b0ef26bb3259c3ca419ee2a2d7f0ee5b3a5baabfe426cada4');
INSERT INTO "audit" VALUES(18,1795752647,'user anna','call.taken',1,'incident 1','incident 1: taken by anna','f395d8c4fc1230a306e3122f3ed946b244319756eb1a22241abdb74fe8865f41','','HP7mtki7Hy1Gm5Dt5otfOw','2e59898d0dddd82af91902f8d2d9972312dd8d25c76cbdcc75b715f12bb98bc5','vgWch0csePR8nrUU0hO_3g','6e015b5f64c24218d706febd0c796f476ac1b24566b2da4c4f9609a2692fd333');
INSERT INTO "audit" VALUES(19,1795752647,'user anna','page.queued',1,'incident 1','to vagt@example.dk, Jens Lund: taken by anna: The municipalities are being told.','012d9a85a2b4cbef39c413be7ea8795ac2cbe55d34dea50e73b3218249316f0f','','ncn5VjC0kYhRdS9rnRjEkg','c9bc31e151c320b08ac0ed2dfc12e1a586e26d04623198bd84436a112049ea4d','kD_HukTnDSXJCFjC03HbDw','60537ecfbdbec6d985bc9998d9baefecb6afb4a635a85655bb221212ee748cbf');
INSERT INTO "audit" VALUES(20,1795752647,'alertd-mail','delivery.accepted',1,'message 1','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','ce2fec0aa5a815db3cf22883c946f9e80658807a277edf088b2f647135fd1a70','','URx3qNTR7i6GA7pVw_LRIQ','09c72cc825b7d7a339d67fdd0ef83aa69b65b26e90e93139da3811056a324512','pv1Tz1JtbCP6aGTxgtaQXg','2c612b05de6a8a5222feb890737a2d26c33e32a20c4c4b50bfecc1996cd44ca3');
INSERT INTO "audit" VALUES(21,1795752647,'alertd-mail','delivery.accepted',1,'message 3','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','37786622474b7a00fb3b138507fe85f7ac440f126b7b4581d4c445e9071717a1','','bmkYnt0c-EZebUSV-Nl9yQ','ae28eebf6416d630932ca83af9411cf9ff8beb4509521014a94f9e9082c5a2aa','5AxYDMzUVC60Vjf-nYb9cA','e0fb20223cddea3b9847e079dddfbbd0fffab961e382bc7a346c61d61348b8d2');
INSERT INTO "audit" VALUES(22,1795752647,'alertd-mail','delivery.accepted',1,'message 5','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','4994904c13215171edbdcf4a00c13ca7a306de360852257626730c980e861508','','HRSM6drM0qqFn0SqbmhKEw','dc19aeec2ec442a54d66191c494be5cf2f624e41300a390ab34cbe217a5e6592','otSmSesnYCo-pHcgdHVvpA','0b055a9ca5d3b826b3c5cf3e3fa2b4bdbe7e270b0c943b72b6a221daed1163e8');
INSERT INTO "audit" VALUES(23,1795752647,'alertd','message.sending',1,'message 10','1 recipients, by worker 8357','4223c0badd357b31a18cd91deac4a0809015235643ce638b29ba0a5843cdc06b','','HGM1ROOpzxbfCbv7eo2OtQ','853161386670620b0e4dcd15207debaa4b6388acd080a7722e0e19f6b85f10fc','os0Z_ztpWCF1BccgRJiDtA','bd41e8c0fe110ede4ae8d21cc1244f9cc0d4397795cb60e351ba98370a3cd702');
INSERT INTO "audit" VALUES(24,1795752647,'alertd','message.sending',1,'message 11','1 recipients, by worker 8357','4d2e42b8697c0f1261915548e6922e98c61683218a911a3f69ace6365b017f96','','D3NH_KQOhMyiS2blW43jsA','a8c265e71bbcf8dab4ac32f6923cc5a1b338a97141880318aec94e2e2507e15b','C89wPANxNOXPymZ7Em6OAw','c67cf99f1e9ce3c4b0b725dba0ad4a78d4a8d479b7fae990481aaf609149b385');
INSERT INTO "audit" VALUES(25,1795752647,'user anna','cover.set',0,'cover 1','rota vagt: Jens Lund from 2026-11-27T04:10:47Z until 2026-11-27T10:10:47Z','5b02191c1d499a8c6cfd74e95341756abaa92dd5125485bf193d9fd7771b38e4','','bNz_RshGs9fZyavva1XJ7A','ac601369f216a1afca33469427f9e3379e23b5a0bd7d57b6c6b0a5dd54a597c0','jOfx5JPO-83N_zJqIkq4Zg','cb5b93c1ab41ee2b00ab7e9208680c049da8a9add682ab568f8d76effd2be827');
INSERT INTO "audit" VALUES(26,1795752647,'alertd-mail','delivery.accepted',1,'message 10','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','cae10bb6c284fd1cb5b989da29c4dba90d6a7c5d3e25aacc4d82117516feb7e6','','5mcnGhPcBynu-V5n9JWB9A','d85602de6e2ba8532a36935675d24c65d17457ff80d42309c8c9bb4b629ec81f','Apnd9vmsgGQDTWjjNdwYzQ','a6c77a5e7b0afa579269999ee08f0321725d4bae53ec0670275cc93f13a16628');
INSERT INTO "audit" VALUES(27,1795752646,'alertd','delivery.superseded',1,'message 8','1 recipients: answered, or over','f1a320c4c3397237aa3a642bac5bb89ec490d3faed21783ab5c069c11b8edc53','','tdiDsLQXg9BI1bfd0JhCAA','3d31c6af844475aaa96390850ec4be4c45a019272571a6dbcbbc6c527040d812','avGQbVfLR_jBeEzp-s4uDA','0361bf6c2e2641dd6da6296aeca600cb47be6fe06ba5df6ebb831815d5d3a976');
INSERT INTO "audit" VALUES(28,1795752646,'alertd','message.sending',1,'message 2','1 recipients, by worker 8358','1eb17694c5796f8670a5aa1c605e0b7dc82dde8bbe9db85e83ef92770ce747fb','','jPYWYmh03ql6mtS3lWcTUA','e76d04c8cc2d88723cf0b38b8907ad4b14d01fc57203c243b88841588ee8f82f','aYXmR3ASYRZkVNjBniF3iw','66861c844175e563bdc73847211545004741b119b08b99dd1b003ce4f1c3ffb1');
INSERT INTO "audit" VALUES(29,1795752646,'alertd','message.sending',1,'message 4','1 recipients, by worker 8358','568249e1c5d59199d5a03f9efc949c6601079742798fa105efd48211e7471fa9','','DJHGU8LtWsnNRS4RUVaWpQ','52745eb03aa3395d9c1de0f2bae9c39d9258c40da88a9c18d702ab888c030fdd','UYKTuHWlu045IwIS7drXfw','e0e3d18e99e30eb63934c4fffe238e1590f42cb324ebf93db8633c04376f5339');
INSERT INTO "audit" VALUES(30,1795752646,'alertd-sms','delivery.accepted',1,'message 2','+4500000021: accepted: 0 written (/tmp/alertd-11/sms.txt)','e537c9fa6536ddbb3e6f67d22c1f3ee320b1ab7099b0db5cd05fb804361aedc9','','n318RtcOKLH_F-hrBL4jsA','4780fd75f8295d690311df8fcaf7c0a1485e011606ede2335cb48b27e0b3ce73','P0CHVUHmvdsNV8-M9qV8-A','4f59ad62897ad9565b62cb650e01514d6adf5cd0d7e2fd1233699f1a6dfbe9d5');
INSERT INTO "audit" VALUES(31,1795752647,'alertd-mail','delivery.accepted',1,'message 11','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','f0c676c1074fe109ee2f630064b6706eceb32c4d2cd91d17c02b523e7f325df4','','ASyBp2nILes6S-5UKwLI2g','2bd333ac89dabe5acd22b21a7f44f02613d17218004a9e37c9542362d116c83f','PGpBxQIRBAeScGueRj76Ug','7df651584c3178fa9116cf898fd8af0ee34d5e1efaa39ad74bce401a5d22f4a1');
INSERT INTO "audit" VALUES(32,1795752647,'alertd','message.sending',1,'message 6','1 recipients, by worker 8357','f43963c8605ada82d6b03e5ad90724f221eab1c27e0db0c9d1736aec0e22f1c6','','xrwmq38JoUrPOABzqEB1pA','8c714f89e73abff6ea977bc7e739cb34525d0aa119c4c6f05a24144cadee5fa1','vvOpI6xVIxlth1YdfkFKug','08b4d4691bc44fbb557632eb2b36a00f26b058706c667b7d56554190fca5c11a');
INSERT INTO "audit" VALUES(33,1795752647,'user anna','notice.queued',1,'incident 1','notice 2, update: updated by user anna','0373afada064de590fcd001ccbeee5c4bf1c269746dab63a94f486a2f80dd500','','8vo04LJmV3-rzVXgTmVAsA','3361853367671990097bb2cfa5fa608f17e38e4595c131f73709e6d7af1753ff','rT9VelOodw46WdT0rliK2Q','ccdbbf42cd69acbcd78fb1125ab0463e671a26d856c6dec1c9b52c36b0673834');
INSERT INTO "audit" VALUES(34,1795752647,'alertd','message.sending',1,'message 13','1 recipients, by worker 8356','29338ba7d63bdecd64d1c342494b6f46e338e74899074837a58579eb750ce0d8','','z_mexYEs7gDtVSL91v3qIg','5670dae2f3b201b4cae5f299ff06d9ab7daf5345151a57b03b53a0092bd7b116','xsM9QE3TCJQNgJfvDIqU5w','33f3158e47ca2a61c4722e4058f3584cda0ec2ae5747a032fff623d88f8f2506');
INSERT INTO "audit" VALUES(35,1795752647,'alertd','message.sending',1,'message 15','1 recipients, by worker 8356','22d49a9671632a338c44895af04613c1105d37f16e131499f736d3b3db3b1f54','','9cspauuH-AOzzXT6B6DbAw','9bcefcd9153d78da0ef28ea438a1cf7eee7e4c0b138c31d8d9ef78e83759ee3a','H7_Wg9hBlwH021md-dAzrg','721720df67dc2365be6d91a2dbef9994f84b7c4b159e71a75b80ea62088a1842');
INSERT INTO "audit" VALUES(36,1795752647,'alertd','message.sending',1,'message 17','1 recipients, by worker 8356','444e9857c1a7882feabe168c6eee3faeb045155bc9341827da14d98b7cef7b75','','KaWX7R4NfsWDy_72iEgiCQ','8fe4cfc92652f78fd147890e0e4b0d35752d98c14b5f2b40eb008228c663f333','SVN2Vy_H3Q0fHHPEudcBuQ','10e03269bf53ba8a897f8d80ab6046b2fa02540d4cfc456df2461436fb0c8758');
INSERT INTO "audit" VALUES(37,1795752646,'alertd-sms','delivery.accepted',1,'message 4','+4500000022: accepted: 0 written (/tmp/alertd-11/sms.txt)','34c69f0240bc6254687feea8e02e6e108109b8674c505921d7ac5641ecbc0d74','','AjCUCJgQz0t-rEEWlnH6Qg','d1d98d6cc3d8942eb1f14aa6a362c4de767245dce3946260f6b23a8a87b3cad7','cf65rQ6U1tIUDUYkd64IhA','ecab704e7015757acb2d6850f967d61bd86430ea41d9755a95d52da5ea9b6f88');
INSERT INTO "audit" VALUES(38,1795752647,'alertd','message.sending',1,'message 12','1 recipients, by worker 8358','050071026e598ffdb1c5e8c94f155190d6d49f34522929953ae085278cfacc90','','QWQuLmoqzieWjByiJdnMng','806decd8117360cd3ece180b89adeff64ea0afd533b54737e632067e6e22ab09','SlfF2l0YErUPtHqmyq0eSw','9cc8dff721c5f6e0a44de1ee47100bb821fe8925858f1e611d7bb0881b1facc1');
INSERT INTO "audit" VALUES(39,1795752647,'alertd-sms','delivery.accepted',1,'message 12','+4500000012: accepted: 0 written (/tmp/alertd-11/sms.txt)','e1283dbf30ee63bb2ada371ca136a192fab2a0edcae1b08bf04a8bae9e03469f','','lObQcFJG174d6jL-H11SVA','11d62989ed082f18287ec3e18c333adc96234c0e072fa61eb5bf669bde287def','oaDQ5PFTC4EV6sQXxCJyJA','cb2b079d34f1c83909446123e098fee4c94b4e0b28ec72ba2ddafb603d909da6');
INSERT INTO "audit" VALUES(40,1795752647,'alertd','message.sending',1,'message 14','1 recipients, by worker 8358','8a9a8fe28bd2c0f2a11834e6c009a7d4f1b2f58c0d7aa54ca382ea68f36b7e54','','wXRdv0fY4zBt2CG2AI-3sQ','b5673e11cad6ed80fba2e12ec4c1762457af60d220e065f4882006885643a421','a7kJBEdlo-TAZcIe-1ZTrQ','5198cb9d9a8a970193823e4500a4a3758bba6403bd0af6ef7213e3aad2f63adc');
INSERT INTO "audit" VALUES(41,1795752647,'alertd','message.sending',1,'message 16','1 recipients, by worker 8358','7535f158d6f6080e89f2142e7a3697df61d970f25d98739170af292e80ead294','','kHYZvT2elucdrtgG9uDXxw','66bf20dec40ccfeb52764105c462b7735e17bc20a8f8cc643b7a06657bc269cc','5D2_cTmLQqCuc6ACExBOEg','62591c3cb5e19c60b8021ebb01642c3aa4769c9b44960e198af7a8dfc999bfaa');
INSERT INTO "audit" VALUES(42,1795752647,'alertd-sms','delivery.accepted',1,'message 14','+4500000021: accepted: 0 written (/tmp/alertd-11/sms.txt)','73e6491ee4e3315c38199bc18523b3d2337841cf6f512b4e27a2c8f9b804c93f','','tpZvNTANMPpS88JM0G9UGQ','11b648c6d814bb87e3b4a68bf37a5d13f3ddfb991294a0d2e3662e52dfb419bb','BvJpTrCAhIcyw5-R0fbPoA','90cbcc2c1b07346d714f7ba8d9b7fda5f442e621dd296d3782f0b67d16b4788e');
INSERT INTO "audit" VALUES(43,1795752647,'alertd-mail','delivery.accepted',1,'message 13','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','cdbaeea287dbf7935321abda96e42e5ce4f6a822b8b57befdb53b91ddf193e72','','hjAOe73rWIVErByeAfPs_A','5b3eebd36a496a7158d5f5f845fe535ec67a7eb3a5b756b3ee373fece9d45d4d','2YA5pvjBQElKKIuYezrscg','4c6d3a48a4039e0da802690706ee9a89a7e3fde6f13b68fbfc55194a99965402');
INSERT INTO "audit" VALUES(44,1795752647,'alertd-sms','delivery.accepted',1,'message 16','+4500000022: accepted: 0 written (/tmp/alertd-11/sms.txt)','9d4f5b2663255c16c898328b8e9bf619848694bb08f134fd29dc90a91bcc6888','','bn2yDYng0waTi5YSrTBiGQ','f1da551752dffe5f1aa341d0536ba4a54a4b39ce79f9f118ba2bd4a9a7230499','i1-hUf0WkWm3q9U15w3a9Q','4c8c1590c2f8379d647327259630320e7e47de683de67697e710b1000095b574');
INSERT INTO "audit" VALUES(45,1795752647,'alertd-mail','delivery.accepted',1,'message 15','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','69b82496e8e275afef38bdcee1367061e96e717075f70482cf77af233139502e','','VEDZ2JscYzuvXIRzzOMg3w','de5bc99b5e2f04c6a61a1ba740424377f035d2c0704f72f434c4f81c2590839a','qfDmac35hSHeRF4yHg171g','d99c1f6d6057ea3464f88b525f18ba4c115263ebfb883d21d6333669a0707126');
INSERT INTO "audit" VALUES(46,1795752647,'alertd-mail','delivery.accepted',1,'message 17','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','e93c40d4d6bfb0e1f056cd257ff3687b9cd3ef7f03a3a8251258969558556620','','xRdkxhts5KK4m0E2RNIYFQ','c42e9b0abf522d53c402b78087729e421568d40d4293fba6beb42c2d766dfa8d','aRc1eEruC9zPcuyCfA9xqw','5ada6aac1f4e986a6b7a8dfcb8b8e01df4cf12d03f0e31b38d801148fefc8e52');
INSERT INTO "audit" VALUES(47,1795752647,'alertd-mail','delivery.accepted',1,'message 6','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','563bc3a2d2102922f7347e818cd6c8c414e5acb49261873c9d9384cd5ba0a9c5','','2GObZkhzVSrc-684YSgqmg','7b13d87c6e6e99c19cfeebc26c9d2d4170c5979d9d6004c0fc3097adce771ca9','Q2v6mAb1_DFKwsz0m8oT9w','7890de8d2d319b188adfc94dc352d3c013618146b0136375feed41bc1913bc79');
INSERT INTO "audit" VALUES(48,1795752648,'alertd','message.sending',1,'message 18','1 recipients, by worker 8357','ef3fcb86d1bfbd233758412466817f32803fd44d8d9513d6a5dc1e6f14cf9831','','GmmZN1YN8e6zXCRNO4WG7A','5692ace9bb594862a24c75b0730b2258b824872d8db7e260092f971186e1cce4','oqBW4A6eOf8bcHNA9hZrIw','6d6549238785f84c8fff2c325138546786e35d6968aca0d85760b633100705f1');
INSERT INTO "audit" VALUES(49,1795752648,'alertd-mail','delivery.accepted',1,'message 18','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','946c38ac154a6423b4cf574f1d4095dba1608c1fd321b211118f12616d645764','','TtDMic8H97oA0vcmoKorMw','031106d50a6a025299cbc7fbd1b48522ea98c86ad3858a451c309a02d916b345','QDtmXynwIX1LGlc9b7dFVg','1ee1ee74104800db6bf5423dec8f2a04d9233e261e5d8ac8bbba5b087569d0be');
INSERT INTO "audit" VALUES(50,1795752656,'alertd','incident.state',1,'incident 1','resolved, was open: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','bd692c6145027849033637ab6521563929a9593ac29fe247d89809e18b770282','','XzPIJkP19e5qozbVH6UZTw','59bc542ff699d0cf1979b032407dd0d70b51527d3270a71e96162e7050ac3fbd','MQo71bvAMyElg3l3Fl9DEQ','0e98967ab81b90e5eaf9c49f8cc8b993811f621c86a084f0a96331131c8b0f3c');
INSERT INTO "audit" VALUES(51,1795752656,'alertd','notice.queued',1,'incident 1','notice 3, resolved: it is over','5cc5f264dcbce683b48114aef696b3e104e4cd6b93883533c239c0fa78bbfa63','','7J3Zdo_3wS7FyiY1VYRTuA','432d745d215e960c3486cedc4dc7fa69838f68a3e53c1e87685ba05938b0a89c','1R1sH5mYpD6Zr7MYDbKsNw','59428e23f389c45273f1c89b24f769ac665b8b088ca536fa64dd79b72df318bc');
INSERT INTO "audit" VALUES(52,1795752656,'alertd','message.sending',1,'message 19','1 recipients, by worker 8356','9a25fc64c5ee2a77a6644dccb82bbadbdf1c7cf934d4954391cf33b359a9a216','','VC3cdwY5OwYgNblNXtI6-Q','c5d5f3dfd7874ecf009886c785d2e17ecc46db5c71609a49708469a28cf8706d','UwYfMKbLe4TxV6RB0tFFWQ','2e0e143dc1334638beecf516f98872a95cba0313f30d2f07164d90e4f8411190');
INSERT INTO "audit" VALUES(53,1795752656,'alertd','message.sending',1,'message 21','1 recipients, by worker 8356','603bc2fc97911a82b2578dbb5f3c73c2982474404ddef15b211033abf2989af9','','rtaU7AGChv6p8Bm6msnppg','3b7c184bf5cebeb95f79e5648deec194cc7870c04f823aca393667f6ca079b47','mWnMjzACEcafYbrZ3Kx6bg','16fa0b8bdd6352cd2c3c1862f60b7f727efb83a53fb1ed0b8e40d3d79946ec80');
INSERT INTO "audit" VALUES(54,1795752656,'alertd','message.sending',1,'message 23','1 recipients, by worker 8356','8a1ebaeac4e34f0d36df1ad3dad7bbd6515ecc931948922bcc20c77d33d6f4e0','','OaxcrsA0PAurKhN4MqFfaw','833aad4e53356a35e99f5bc33dfadc8c7353719e0d211968f45393447e359517','a1IEoNgcejO5T8L3eI69gQ','792f17dd22b248de3fb54b7eaf7c31ad06ff69c103335cbec03bfa62cdcaec3a');
INSERT INTO "audit" VALUES(55,1795752656,'alertd','message.sending',1,'message 24','1 recipients, by worker 8357','66ea8b67b4643b599c3719f148aa5c214df851d57105927f640e03ffd6f86cf8','','2ifKQl_Fhkc667lEkw45SQ','76f448f0ce673d6b621b0a5d83778ad7f5d37932b761f5db11dc883647af0a69','8DcRzqq60gFi1_cgI2dIXQ','31e28bf8910ed89ac7fd7af00164927d283ba258d148037949719e1f4c585fd7');
INSERT INTO "audit" VALUES(56,1795752656,'alertd-mail','delivery.accepted',1,'message 19','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','b29f2b4019a92ee946fb87ccf2461dc60a656096c76fedca4863d4d2af703389','','UgtKmIOPPfagrY0Pd9WyRA','8895fc574748edcdd83d81a7800068afa2d33ad022aab6577964174677f3805a','fBH8FWYzqT7HEDTVjJrgaw','9ff3c7c563a11cba69420463a32fa88f573e1ddb324fd74445adb61f29d60898');
INSERT INTO "audit" VALUES(57,1795752656,'alertd-mail','delivery.accepted',1,'message 24','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','533f712681975e03ab77dac45dfc212fedad329cfc0519a88fdd870fea16204a','','sztEMCzOLI3rgZPHb-4MRQ','db0c878613c65ddd6ef127bedbe8eb48d10bd8a141d651ea590549baf4ede279','CYMdCEOI24GitomWY1L37Q','f289065bde1beff45ba609b7e87fd1a8df3314e25d3f12ed1f734a7992ba4592');
INSERT INTO "audit" VALUES(58,1795752656,'alertd-mail','delivery.accepted',1,'message 21','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','281560e81fa187b11548f884b881e4177dd1a2239a2771d4c9efb8ce65a0416d','','cewhKu9BMVyp9CZCSNj2GA','519e493ab5d5ff2be4e950202173b2c651a1bb4651f61b71b1a4d4173a5af07a','1BP31PMsOvsYXyJpBYCYDg','5ec56f6ea63b92f246b0e945ff195e9ab21c30dd4a03230a4bab61e6e5e6cef0');
INSERT INTO "audit" VALUES(59,1795752656,'alertd-mail','delivery.accepted',1,'message 23','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','28dec468c59360651fddb02477454f2d616416b16b859196f00425c9cda11c63','','ckcyIBdO6G7ER8b9xCUgCQ','56070a9b576684ccf7d7f6afaefe16b4f1432ad9e6ad7446181a76d3cd68fdf5','5mrIWhTHXOMmwj0Qt8rpaA','eb383144f3c8a043cb0e60322c731d182be9243026c11fac44a290c4dfb3c971');
INSERT INTO "audit" VALUES(60,1795752656,'alertd','message.sending',1,'message 20','1 recipients, by worker 8358','62400259b51bba60d663f87017b73ec719b812f28befaee4208000b1e604c8e1','','P2aXT2rYncjJriJcdusJPw','0754ba70e98319d559d0779bb094ba6253925f146fca61b755e1a1a2289f95c9','BOUpQitBw4iCnabqcQBJiQ','281bc0f6531655889b93ee5cb973d6f63a889c9dc6eb826837a012173763c33c');
INSERT INTO "audit" VALUES(61,1795752656,'alertd','message.sending',1,'message 22','1 recipients, by worker 8358','6c8ded40c7ce784821e3b480431d09a83919592cf162dd2de2b34ccb8702eab9','','7-vIAzwBgCvnnAkDGHxMtg','175299efea89ba80df2774700ed3bed97a4a562e50c86381c2124bf7ccb33db2','9IzZlv7YvNzSLr984R3B5Q','ccfd0e05ea98cfe662ae7aae529d34a0a0b23bdf94e5e0f6375a5fa6546a07d4');
INSERT INTO "audit" VALUES(62,1795752656,'alertd-sms','delivery.accepted',1,'message 20','+4500000021: accepted: 0 written (/tmp/alertd-11/sms.txt)','079b11b9655c4562a59267039a72d5e06cf59982dbeacfb8b6490903a2a164a0','','wCUqQgPAPDtvtHfOIbrPag','d1c933238f1716e23d641179dc8125d56d6815129c32b57b11e9c5eda9f93f58','YlOljIFW3_GZGBi53GEDVw','42f2fe3abe964e84e573f49e982267d6ca4a6712119d1876b7781356bbbc91f3');
INSERT INTO "audit" VALUES(63,1795752656,'alertd-sms','delivery.accepted',1,'message 22','+4500000022: accepted: 0 written (/tmp/alertd-11/sms.txt)','bde2bafa97614b37f5d1fe143adc9f327f2b79223b1e213d47d85a494beebacc','','QIav5NX_h8QN45ilaTlp6Q','7d9ca5f729c1f17e9a347ae0d64a2a9556ba3ad3634a4f65b5e124578d8b6360','ycKjGb5vz7PnI9mofZoetA','72ee19d0c54c207abcfd061a82cf6d96f4c14857e7d5736e6f3a23372533017d');
INSERT INTO "audit" VALUES(64,1795752656,'user anna','incident.opened',2,'incident 2','actual, outage: FMK kan ikke bruges (by user anna)','779a6d3ffb7aec21b5db9615ebd8a74c4f24bba1c3f54cd17b22095b78c0ef34','','Ebza8eZapVE5rasw-CeF4w','90836e13eb408384240a1da5252d5a45d1e42c3ea3223fea88ac04c7ea199154','zZUGecohfMXEMVLwvl-xaA','5e59f7bcb1cbfe1492601f342886e477842f6d751b5e88db446c0ccfe7a36871');
INSERT INTO "audit" VALUES(65,1795752656,'user anna','notice.queued',2,'incident 2','notice 1, first: sent by user anna','bafd4b3a4994b1f02ed831012562443c80e71154222fcf7040e7e2ccd76c3f7a','','Nwoncd7cIRN9PjciQFVSTw','59054119e99efe9024ced8438c6cc0164d7aa16268d47f8b216ad70f2629e906','F9YsNM50HiVP-yWchOCPdA','9b4e7159bcdca35c52112dbcbe42c3c466f34f936fa36fca467f3cc3bd0446f4');
INSERT INTO "audit" VALUES(66,1795752656,'alertd','message.sending',2,'message 26','1 recipients, by worker 8358','2a90692bae11cf028046ed188ca39e14920db66453f64d2b29f9094521fa193d','','RP0egkKJ-zr006RyzmcuDg','c985f377a9cbd91d3033be8918c9a70bec47860cadaada78fa2ba9cf55211f6b','UAP5w3NYWICmv7_JSKEn5g','ddad4c1928e6fe3126ad903181ac1381bd4a583dac11a018d3ef6250dce6e263');
INSERT INTO "audit" VALUES(67,1795752656,'alertd','message.sending',2,'message 28','1 recipients, by worker 8358','a4ccc6e048f830acb72d3298c14199d46250d53de9bdcc79bd0a705aeb84d109','','wIn-8E1riO-UxcyfM_MXoQ','3d0bb953b9df9eeb96ba7b51a3fce6da353c423e984cf58207393ae2fb3011cd','CVq3gz93jU7IMW6lT7MKFg','1c13dc1f095938298547610ca71867ca94f9c7ebd09d349362fdf914f2169c3a');
INSERT INTO "audit" VALUES(68,1795752656,'alertd-sms','delivery.accepted',2,'message 26','+4500000021: accepted: 0 written (/tmp/alertd-11/sms.txt)','68042e2af87c696e3f1d61d360fbb10900ca08fbdac826720b5a3cc43f63c481','','kQ0b232RVkcTfFrcrltHdg','cda0709c0edbbb7582110e21dfad1d30c2e57d1943335b43cbc794f247ae2396','kEKfTJLaFWqdPQXj9HzhVA','ec3ca5804ad430cea996c4ab21a5159607f025e3e005843cfea7fc149e0ee2ec');
INSERT INTO "audit" VALUES(69,1795752656,'alertd','message.sending',2,'message 25','1 recipients, by worker 8357','54af560b4b26fbaa1a2a4c505b8bb3b6e7a5b3dcdd150205803cb28d6db26ca7','','T_hyllKazqI5it0206k92A','291c947419f30b37d7914a6c8c641fd07b50d5707b1e46b9f73e03eeca0b4c95','XlaJ0CEng3drAgCdprfF4A','e9e3bdfcddeecddc139d4628ef62cfeb5befca5b040376d6a4f3193bcb966bd5');
INSERT INTO "audit" VALUES(70,1795752656,'alertd','message.sending',2,'message 27','1 recipients, by worker 8357','67423a9fd65647683719792bb59dfc461c602ec5db96533385380889f4b99f8a','','FilhWFr1iFmf0SyI9eX39Q','c54435d82b185bb1039c5ba9b770df3ff8a81ffa983b35515823f1d515c631a1','Z6Dv9affsbD7xqdU8jeQiw','7f96fd2c8d2dd6cefa09d608fcc1b0c3c989de5e00a2e85817de18db2a3f8c68');
INSERT INTO "audit" VALUES(71,1795752656,'alertd','message.sending',2,'message 29','1 recipients, by worker 8357','07052c323115fd68690abcb469274a38afab5c862b7b26aadfd755b5948b3f61','','ZOYHHY7Rba9aln80_poVGA','4ed49510dfb7afbc1e58318b4433eb8419fd380dd56fc37bc0c7c94e193e65a0','zQVy0tl254E2ab-BWm7ouw','a5697d731789e0678490a34f6fb50e910e53a4b9b4b41bc7696adaf5b1fc5b4c');
INSERT INTO "audit" VALUES(72,1795752656,'alertd-mail','delivery.accepted',2,'message 25','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','cd54986bbf3c1888b71b147ed6feb32a360eeffe0ed2907c61909bcee759fd42','','wwEmLL4eZYmVKHOR1WyEDw','c300fb505c8215f7deda8c9ad8245b9bcb3e17340be1e7f715f2eb1a9d8d0683','P0zcMop0EAXskuWnsycMBg','69cdcbf1d8e4fa2d0a619792ad684257835dece25466a0a7d67e7024ba99d79d');
INSERT INTO "audit" VALUES(73,1795752656,'alertd-mail','delivery.accepted',2,'message 27','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','8088ac2572012b66b35ca1160313ef09f90ef77c19e6c376306bf3acf6507ffa','','LdzSama9Nyv8siZrtNCTmQ','9d2266c40e568240171f9dd34b6d84d64378ee3ba4be013beb3b87025eee8d4c','FaT6Fbdn5g-8wvtQN74Eag','53a9bb90e4fff015e152a85250a9de2542de8b5ceaad37fb26d5b419fe40eb64');
INSERT INTO "audit" VALUES(74,1795752656,'alertd-sms','delivery.accepted',2,'message 28','+4500000022: accepted: 0 written (/tmp/alertd-11/sms.txt)','b077a4d1023b8b7f617b7744e0e933cabf629b72c25d330a8fd31dce1a61e655','','sDirbLLHqznqp__XzyhQgQ','7b475c42c6ecb5c606aa7ee35cb6729ba7bc3bfbf81ab538b32d49a61341d551','OSNL3ms_z6bN0EYWxyVR1A','d78ddbd39c7826d64eca89fb8bff2ba9d56ac62129e8042239bf9ab5b082f92e');
INSERT INTO "audit" VALUES(75,1795752656,'alertd','message.sending',2,'message 30','1 recipients, by worker 8356','b73b0bc5e6cafd36d20a7b82a5e61db441795efbd8eb09359c8b1556437200f7','','i3wE745jKr6imAkn4B2xng','2e6488a7d6042e0f959a7d269c18cd3b934fe65f0204a7f04c2b34eba22d1903','PigNmWTeeml7XxY3s6U1Vw','28953df89b7d72b47d19520f27e83ae94192ac052ab47ccae284ff678f8a9d9e');
INSERT INTO "audit" VALUES(76,1795752656,'user anna','incident.opened',3,'incident 3','exercise, degraded: Øvelse (by user anna)','62efcffd4902ba6c979f578d5a2c9cc70a7b944c731cd20e59b625d80abe5d3d','','tBB3In1Ygy4yyZxjh6k5-A','026715448fc1d75bd064c62dd7802c3ae8c3682caf5efdafb5d8181e9863d2a8','nZJM3rAYUyEXB0orvV4fyQ','98b38a96a6b12ea294de2fbdf0e472c375d568b0b83ed9efbe3b05c8cd513d89');
INSERT INTO "audit" VALUES(77,1795752656,'user anna','notice.queued',3,'incident 3','notice 1, first: sent by user anna','19a154db393516e67f2002066133068b9a22a3ae9c08b4c0b80937b70017cfe9','','QJDwT-eIW7_UP1aWn-W3vA','af46e10639ac9cdf80fccb47c6f581876f788ec57b59d45bcb77c149b8c53531','WwthaGGOZdBHXElnFKrFJw','a9b01ed39717ecb1a6d8653a569b8219217e288d23e0641c2fc9603c4ef4ea86');
INSERT INTO "audit" VALUES(78,1795752656,'alertd','message.sending',3,'message 32','1 recipients, by worker 8358','a68c134f83f8c26442ee5eb038a14013931bddb7e3e6d4a9917ca2bf9e3f424c','','Zi8Z0dG07neSH5iZDvCoag','ad178ec87fabaeee3a54c3eca870fd4580c3e44bc17bc67cb82852c682afa888','t0DhniftizDERUckGGdyPQ','41c233c6a7850a0380f45205b7e36d0926504a72a26f409bcabe33ad84d2250a');
INSERT INTO "audit" VALUES(79,1795752656,'alertd','message.sending',3,'message 34','1 recipients, by worker 8358','2648a2a7c847b0e0c17c03ca7a41d9b3678a71b7c866a256805e2d0c1e86caac','','kJO_2dpn7jn2KJq6KTYx_A','0268e70104d439cb85c340b85bcf741d22d35f0383ea8e55db8b1ad40489d1c4','q2FLxr7DWmPbytEpBXOFsQ','b90731175562c504f1b1517e897b28125d6ef3d98d37d8394b29410872985c63');
INSERT INTO "audit" VALUES(80,1795752656,'alertd-sms','delivery.accepted',3,'message 32','+4500000021: accepted: 0 written (/tmp/alertd-11/sms.txt)','e32b2af919236b5b25f9ab16cdd072f4cd59d4c0260aeed898917711e9341871','','KlofgayK6LMAeB2ltblW-g','d06a8d6239b79da089d16a62510f926b52fa31bd154259eb95f611298e3bf22b','22TFFkN_-eEi-AdFFvhAHQ','d588c15360846c92e780760efdb02d686ca81daf85da194ccce1e31c7959d3da');
INSERT INTO "audit" VALUES(81,1795752656,'alertd-mail','delivery.accepted',2,'message 30','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','c74f09a6fe438989c15180c900a5395f2b906e27b7fc4ee949fa9c4553faaf77','','zP9eRHz2NCph3QPHY7H2tQ','1968f4dc31ecd4f0120cb7348115e0d9fa2ee39d79aee8c37e356c397cc4f361','6fyyFVwAgw-gRKSMka5deA','6d342bf62c9ea5163fcb0ccd62e435a15d41d15314fc97d73db9e30e4c389bca');
INSERT INTO "audit" VALUES(82,1795752657,'alertd','message.sending',3,'message 31','1 recipients, by worker 8356','0f69a8b8bcf4aa81940f10c0c7ffc869ef5637b1109af5fdfa0b6906a339a51c','','iPDwXdydsArdQ8iBZczEGg','86b43b4855ad2fe650a2d52a0557959ea73748467ddc24d1b52a5c5e93a85a17','8POqyZN4VpgPGT7CeaYHFA','5fb2278950b5c4f451804376baeb5d4f2c53243eff390aed4a6776646ebc5b8e');
INSERT INTO "audit" VALUES(83,1795752657,'alertd','message.sending',3,'message 33','1 recipients, by worker 8356','6a3ac78d95a786ef2f47685e435bff044f29018d5d297d5f37b8747f2d25ab52','','j40kzl6v2pPA1I6xO8i-4A','2d8f585f085de0ac96696edbcb119c750be155a55304372ed45e20b7c07f75b8','6yQIzDf3a5nJqLtD9DyeXQ','7a90cda9b13d2fad8802a7523d829ed07ced42a78bfb71e655bf6a773db29bb6');
INSERT INTO "audit" VALUES(84,1795752657,'alertd','message.sending',3,'message 35','1 recipients, by worker 8356','757704b14a1fe445010fb127cc4414577a26daa76d7740bc7ab76783890fa8ce','','oIiaKFvjg4jYaDfwfMJveg','281f8fde3b6c1a3a0518c4426a005dbf9145662a3641d5e96961d222ff7527eb','0vMthqB-oHNBoqBcCJ3SJA','eda512e1655c6927fc0cc30a9f243d7102fde96264326a44ad4a879c7fe80b6c');
INSERT INTO "audit" VALUES(85,1795752657,'alertd-mail','delivery.accepted',3,'message 31','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','f2fe54c2b4a1dccf7869abd47a7562fc99f462e8488129e26836cc1e7fc2fab1','','RnTihNxy4KT2tf8UVzkNuQ','8b399558b35e09e393aba100d36f126e233974b98175e879de287b0b3827f9a4','SWaSIJ2TmrBH9cnE25I90A','ba3101c510f3030143d1354f70069b8a6ba36d4204baaad8d11c64e2171c4b8e');
INSERT INTO "audit" VALUES(86,1795752657,'alertd-mail','delivery.accepted',3,'message 33','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','c99104f2070400a915914fa7ca4340ceabc409c2104e03c446f9e3232794d40f','','tmb0HEueTrzqnTc37S0JFw','8b2dd4144564050bf899289532bd68535f98a5ab851cb0b230b6aa4cec20421a','TGiSleybMsc7uqu6NDYXcg','994e7fd7a4962ddd3ed4998215fdb48b7e764b902d9b8628c7d06ac71f14b39d');
INSERT INTO "audit" VALUES(87,1795752657,'alertd-mail','delivery.accepted',3,'message 35','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','3927ec43200997290eba575bbcf9c8a102720b806fa9dfef12278bc17e99bd84','','iUNlWeVeLyKFX9F1yOzsBA','04e08fe8215866ad33d07ecc02f932d9b6e933b663eb44543a98f7b51fbaeac8','Fmws8ja0bqknbhI1aWU0KA','babe9b4d9e5e0785bb02c85daa02372e70e150d348cc7c675e4ae2a6ae9386c3');
INSERT INTO "audit" VALUES(88,1795752657,'alertd','message.sending',3,'message 36','1 recipients, by worker 8356','31e791416d1bcb5a4f41e081fdc83e9c1dc4ee30ba838200a3327e9b094cb722','','X5yR4_cvf_hh1PKmfjUn1A','ec3686695f04d3c2c1264671861da03b0481f83b6c4e891e70ea4222a1d73408','-BnqQEDmnumT1oXLgVnjCw','be2d025ec2d3a408dfbe10d5aa29f42c3d786721e21657504121da7b3b73c819');
INSERT INTO "audit" VALUES(89,1795752656,'alertd-mail','delivery.accepted',2,'message 29','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','fd11fc89d9240d90629e4948bc816d69d8f97cde0a74b2361b07e5d12549aa59','','IfQYQSWQ7TBBnrn3bpecZQ','4e1544ce544dcd9603bacf686ef8f21caf651b261ca9676ca279def8db65902b','y9tFw8KiYuCUIKGhJsvnIA','60af1fd5d6552deaded1c7ccbbe8bb9c7038ef366e65f1b348aa5821f27c98e8');
INSERT INTO "audit" VALUES(90,1795752657,'alertd-mail','delivery.accepted',3,'message 36','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-11/out)','46756527e92e23c4c5a1fc25b47b9d4aff89e9b197c3ee1709c213009cfcd7da','','BqVnhVYtESK3lDIfMqQnzg','9fa5773bf047e5bfaacdab03244f98e6bba4371f47ff994a51b4239faa98c8a9','a5Te4U76eFcpE1D2reZbfg','bb2b0d43d047064d8a99a579088b8545e3b25f9703943e9f7411f05bc8bbe8cd');
INSERT INTO "audit" VALUES(91,1795752656,'alertd-sms','delivery.accepted',3,'message 34','+4500000022: accepted: 0 written (/tmp/alertd-11/sms.txt)','d3b7c9ffb0290d2cf8e148a805dc9e68f2276859c67ebaf8a5f82ede6eb5d97b','','_tJWaHG9tjzLpbaeab59Nw','c806fb0a16c6866446d19b6060ae0b30add591f5e076ccd27de2afd7919b6c9b','YyPR-9yViOamx2xrbraMAA','efb9f3856aacbf2c551b3b262cd59c923a83d855796ff3eb7af629fde7951a48');
CREATE TABLE audit_head ( id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
INSERT INTO "audit_head" VALUES(1,91,'d3b7c9ffb0290d2cf8e148a805dc9e68f2276859c67ebaf8a5f82ede6eb5d97b');
CREATE TABLE calendar ( rota TEXT PRIMARY KEY, source TEXT NOT NULL, body TEXT NOT NULL, fetched INTEGER, failing INTEGER, why TEXT NOT NULL, told INTEGER NOT NULL CHECK (told IN (0, 1)), CHECK ((failing IS NULL) = (why = ''))) STRICT, WITHOUT ROWID;
INSERT INTO "calendar" VALUES('vagt','file:vagt.ics','BEGIN:VCALENDAR',1795751000,1795752000,'HTTP 503',1);
CREATE TABLE call ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL, opened INTEGER NOT NULL, began INTEGER NOT NULL, steps INTEGER NOT NULL CHECK (steps >= 0), due INTEGER, paged_at INTEGER, skipped TEXT NOT NULL, owner TEXT NOT NULL, had TEXT NOT NULL, taken INTEGER, attended INTEGER, closed INTEGER, CHECK ((owner = '') = (attended IS NULL)), CHECK (incident IS NOT NULL OR alarm <> '')) STRICT;
INSERT INTO "call" VALUES(1,1,'','','',1795752646,1795752646,1,1795753246,1795752646,'','anna','',1795752647,1795752647,NULL);
INSERT INTO "call" VALUES(2,2,'','','',1795752656,1795752656,0,NULL,NULL,'','anna','',1795752656,1795752656,NULL);
INSERT INTO "call" VALUES(3,3,'','','',1795752656,1795752656,0,NULL,NULL,'','anna','',1795752656,1795752656,NULL);
CREATE TABLE call_person ( call INTEGER NOT NULL REFERENCES call, person TEXT NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, round INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (call, person)) STRICT, WITHOUT ROWID;
INSERT INTO "call_person" VALUES(1,'alarm.1e3386203534','alarm','vagt@example.dk','vagt@example.dk','',0,1795752646);
INSERT INTO "call_person" VALUES(1,'medcom.6','medcom','Jens Lund','jens.lund@example.dk','+4500000012',0,1795752646);
CREATE TABLE code ( id INTEGER PRIMARY KEY, action TEXT NOT NULL CHECK (action IN ('ack', 'approve', 'dismiss',  'receipt')), notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, call INTEGER REFERENCES call, org TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL, token TEXT NOT NULL UNIQUE, reply TEXT NOT NULL, made INTEGER NOT NULL, lapses INTEGER NOT NULL, used INTEGER) STRICT;
INSERT INTO "code" VALUES(1,'ack',2,1,1,'medcom.6','Jens Lund','+4500000012','oc3FnSYSWv3uDHNGaAVYeA','479027',1795752646,1795767046,NULL);
INSERT INTO "code" VALUES(2,'ack',2,1,1,'alarm.1e3386203534','vagt@example.dk','','mEplPRIpXSt2m2uSALQf9g','',1795752646,1795767046,NULL);
CREATE TABLE contact ( id INTEGER PRIMARY KEY, org INTEGER NOT NULL REFERENCES org, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)), topics TEXT NOT NULL DEFAULT '', channels TEXT NOT NULL DEFAULT '' CHECK (channels IN ('', 'both', 'mail', 'sms', 'sms-outages')), CHECK (email <> '' OR phone <> '')) STRICT;
INSERT INTO "contact" VALUES(1,4,'FMK-koordinator','fmk@koebenhavn.example.dk','+4500000021',1,'','');
INSERT INTO "contact" VALUES(2,85,'Sygeplejen','fmk@aarhus.example.dk','+4500000022',1,'','');
INSERT INTO "contact" VALUES(3,100,'IT-vagten','fmk@aalborg.example.dk','',1,'','');
INSERT INTO "contact" VALUES(4,1,'KMD Drift','drift@kmd.example.dk','',1,'','');
INSERT INTO "contact" VALUES(5,102,'Anna Holm','anna.holm@example.dk','+4500000011',1,'','');
INSERT INTO "contact" VALUES(6,102,'Jens Lund','jens.lund@example.dk','+4500000012',1,'','');
CREATE TABLE cover ( id INTEGER PRIMARY KEY, rota TEXT NOT NULL, who TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL, made INTEGER NOT NULL, by TEXT NOT NULL, CHECK (starts < ends)) STRICT;
INSERT INTO "cover" VALUES(1,'vagt','Jens Lund',1795752647,1795774247,1795752647,'user anna');
CREATE TABLE delivery ( id INTEGER PRIMARY KEY, message INTEGER NOT NULL REFERENCES message, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted',  'delivered', 'failed', 'superseded', 'cancelled')), attempts INTEGER NOT NULL DEFAULT 0, code INTEGER NOT NULL DEFAULT 0, answer TEXT NOT NULL DEFAULT '', via TEXT NOT NULL DEFAULT '', remote_id TEXT NOT NULL DEFAULT '', due INTEGER NOT NULL, done INTEGER, told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)), accepted INTEGER, UNIQUE (message, address)) STRICT;
INSERT INTO "delivery" VALUES(1,1,1,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752676,1795752647,1,1795752647);
INSERT INTO "delivery" VALUES(2,2,1,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-11/sms.txt','',1795752674,1795752646,1,1795752646);
INSERT INTO "delivery" VALUES(3,3,1,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752675,1795752647,1,1795752647);
INSERT INTO "delivery" VALUES(4,4,1,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-11/sms.txt','',1795752673,1795752646,1,1795752646);
INSERT INTO "delivery" VALUES(5,5,1,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752674,1795752647,1,1795752647);
INSERT INTO "delivery" VALUES(6,6,1,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752673,1795752647,1,1795752647);
INSERT INTO "delivery" VALUES(7,7,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752671,1795752646,1,1795752646);
INSERT INTO "delivery" VALUES(8,8,1,0,'medcom','Jens Lund','+4500000012','superseded',0,0,'','','',1795752646,1795752646,0,NULL);
INSERT INTO "delivery" VALUES(9,9,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752670,1795752646,1,1795752646);
INSERT INTO "delivery" VALUES(10,10,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752683,1795752647,1,1795752647);
INSERT INTO "delivery" VALUES(11,11,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752682,1795752647,1,1795752647);
INSERT INTO "delivery" VALUES(12,12,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-11/sms.txt','',1795752681,1795752647,1,1795752647);
INSERT INTO "delivery" VALUES(13,13,1,2,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752681,1795752647,1,1795752647);
INSERT INTO "delivery" VALUES(14,14,1,2,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-11/sms.txt','',1795752680,1795752647,1,1795752647);
INSERT INTO "delivery" VALUES(15,15,1,2,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752680,1795752647,1,1795752647);
INSERT INTO "delivery" VALUES(16,16,1,2,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-11/sms.txt','',1795752679,1795752647,1,1795752647);
INSERT INTO "delivery" VALUES(17,17,1,2,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752679,1795752647,1,1795752647);
INSERT INTO "delivery" VALUES(18,18,1,2,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752679,1795752648,1,1795752648);
INSERT INTO "delivery" VALUES(19,19,1,3,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752686,1795752656,1,1795752656);
INSERT INTO "delivery" VALUES(20,20,1,3,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-11/sms.txt','',1795752686,1795752656,1,1795752656);
INSERT INTO "delivery" VALUES(21,21,1,3,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752685,1795752656,1,1795752656);
INSERT INTO "delivery" VALUES(22,22,1,3,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-11/sms.txt','',1795752685,1795752656,1,1795752656);
INSERT INTO "delivery" VALUES(23,23,1,3,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752684,1795752656,1,1795752656);
INSERT INTO "delivery" VALUES(24,24,1,3,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752683,1795752656,1,1795752656);
INSERT INTO "delivery" VALUES(25,25,2,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','queued',1,421,'421 4.3.2 try later','maildir /tmp/alertd-11/out','',1795752683,NULL,0,1795752656);
INSERT INTO "delivery" VALUES(26,26,2,1,'0101','FMK-koordinator','+4500000021','sending',1,0,'written','/tmp/alertd-11/sms.txt','',1795752682,NULL,1,1795752656);
INSERT INTO "delivery" VALUES(27,27,2,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752682,1795752656,1,1795752656);
INSERT INTO "delivery" VALUES(28,28,2,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-11/sms.txt','',1795752681,1795752656,1,1795752656);
INSERT INTO "delivery" VALUES(29,29,2,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752680,1795752656,1,1795752656);
INSERT INTO "delivery" VALUES(30,30,2,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752680,1795752656,1,1795752656);
INSERT INTO "delivery" VALUES(31,31,3,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752692,1795752657,1,1795752657);
INSERT INTO "delivery" VALUES(32,32,3,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-11/sms.txt','',1795752691,1795752656,1,1795752656);
INSERT INTO "delivery" VALUES(33,33,3,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752691,1795752657,1,1795752657);
INSERT INTO "delivery" VALUES(34,34,3,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-11/sms.txt','',1795752689,1795752656,1,1795752656);
INSERT INTO "delivery" VALUES(35,35,3,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752690,1795752657,1,1795752657);
INSERT INTO "delivery" VALUES(36,36,3,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-11/out','',1795752689,1795752657,1,1795752657);
CREATE TABLE early_report ( delivery INTEGER PRIMARY KEY REFERENCES delivery, via TEXT NOT NULL, answer TEXT NOT NULL) STRICT;
INSERT INTO "early_report" VALUES(1,'cpsms','absent subscriber');
CREATE TABLE event ( id INTEGER PRIMARY KEY, feed TEXT NOT NULL, ext TEXT NOT NULL, incident INTEGER REFERENCES incident, newest INTEGER, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, listed INTEGER NOT NULL CHECK (listed IN (0, 1)), UNIQUE (feed, ext)) STRICT;
INSERT INTO "event" VALUES(1,'nspop','fmk1',1,2,1795752646,1795752656,1);
CREATE TABLE fault ( name TEXT PRIMARY KEY, what TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "fault" VALUES('incident 2','incident 2: its notice was due, and none is queued',1795751000,1795751060);
CREATE TABLE "feed" ( feed TEXT PRIMARY KEY, first_ok INTEGER, last_ok INTEGER, last_change INTEGER, health TEXT NOT NULL CHECK (health IN ('ok', 'failing', 'stale',  'shrunken')), since INTEGER, polls INTEGER NOT NULL, last_poll INTEGER, body TEXT NOT NULL CHECK (body IN ('whole', 'part', 'short')), body_since INTEGER, told TEXT NOT NULL CHECK (told IN ('ok', 'failing', 'stale',  'shrunken')), cause TEXT NOT NULL CHECK (cause IN ('none', 'unreachable', 'tls',  'status', 'not-a-feed', 'too-large', 'incomplete', 'not-stored')), why TEXT NOT NULL, source TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "feed" VALUES('nspop',1795752646,1795752656,1795752656,'ok',1795752646,2,1795752656,'whole',1795752646,'ok','none','','f20bd9f5eee2cdbee52298b35e4411b3d774839c28242f6049cdbac65375f06d');
CREATE TABLE gap ( org TEXT NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), since INTEGER NOT NULL, told INTEGER, PRIMARY KEY (org, channel)) STRICT, WITHOUT ROWID;
INSERT INTO "gap" VALUES('0147','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0147','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0151','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0151','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0153','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0153','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0155','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0155','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0157','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0157','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0159','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0159','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0161','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0161','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0163','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0163','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0165','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0165','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0167','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0167','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0169','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0169','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0173','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0173','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0175','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0175','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0183','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0183','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0185','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0185','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0187','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0187','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0190','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0190','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0201','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0201','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0210','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0210','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0217','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0217','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0219','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0219','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0223','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0223','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0230','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0230','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0240','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0240','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0250','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0250','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0253','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0253','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0259','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0259','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0260','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0260','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0265','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0265','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0269','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0269','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0270','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0270','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0306','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0306','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0316','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0316','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0320','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0320','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0326','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0326','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0329','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0329','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0330','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0330','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0336','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0336','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0340','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0340','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0350','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0350','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0360','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0360','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0370','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0370','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0376','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0376','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0390','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0390','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0400','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0400','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0410','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0410','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0420','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0420','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0430','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0430','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0440','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0440','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0450','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0450','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0461','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0461','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0479','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0479','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0480','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0480','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0482','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0482','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0492','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0492','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0510','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0510','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0530','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0530','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0540','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0540','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0550','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0550','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0561','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0561','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0563','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0563','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0573','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0573','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0575','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0575','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0580','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0580','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0607','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0607','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0615','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0615','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0621','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0621','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0630','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0630','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0657','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0657','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0661','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0661','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0665','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0665','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0671','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0671','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0706','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0706','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0707','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0707','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0710','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0710','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0727','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0727','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0730','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0730','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0740','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0740','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0741','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0741','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0746','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0746','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0756','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0756','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0760','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0760','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0766','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0766','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0773','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0773','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0779','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0779','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0787','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0787','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0791','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0791','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0810','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0810','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0813','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0813','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0820','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0820','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0825','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0825','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0840','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0840','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0846','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0846','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0849','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0849','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0851','sms',1795752646,NULL);
INSERT INTO "gap" VALUES('0860','mail',1795752646,NULL);
INSERT INTO "gap" VALUES('0860','sms',1795752646,NULL);
CREATE TABLE inbound ( gateway TEXT NOT NULL, ident TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (gateway, ident)) STRICT, WITHOUT ROWID;
INSERT INTO "inbound" VALUES('cpsms','in-1',1795751000);
CREATE TABLE incident ( id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('pending', 'open', 'resolved',  'dismissed', 'retracted')), kind TEXT NOT NULL CHECK (kind IN ('actual', 'exercise', 'test')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), service TEXT NOT NULL, title TEXT NOT NULL, news TEXT NOT NULL, url TEXT NOT NULL, reason TEXT NOT NULL, feed TEXT NOT NULL, since INTEGER, opened_at INTEGER, decided_at INTEGER, resolved_at INTEGER, starts INTEGER, ends INTEGER, expected_end INTEGER, planned INTEGER NOT NULL CHECK (planned IN (0, 1)), reminded INTEGER NOT NULL CHECK (reminded IN (0, 1)), notices INTEGER NOT NULL CHECK (notices >= 0), last_notice_at INTEGER, last_change_at INTEGER, due_at INTEGER, change INTEGER NOT NULL CHECK (change IN (0, 1)), fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)), change_reason TEXT NOT NULL, over INTEGER NOT NULL CHECK (over IN (0, 1)), told_effect TEXT NOT NULL CHECK (told_effect IN ('none', 'planned',  'degraded', 'data_error', 'outage')), told_online TEXT NOT NULL CHECK (told_online IN ('unknown', 'works',  'down')), audience TEXT NOT NULL DEFAULT '' CHECK (audience = '' OR audience GLOB 'region:?*'  OR audience GLOB 'vendor:?*' OR audience GLOB 'org:?*'), drill_ends INTEGER CHECK (drill_ends IS NULL OR kind = 'exercise')) STRICT;
INSERT INTO "incident" VALUES(1,'resolved','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752346,1795752646,NULL,1795752656,NULL,NULL,NULL,0,0,3,1795752656,1795752656,NULL,0,0,'',0,'outage','unknown','',NULL);
INSERT INTO "incident" VALUES(2,'open','actual','outage','down',0,'FMK','FMK kan ikke bruges','SDS undersøger fejlen.','','sent by user anna','',1795752656,1795752656,1795752656,NULL,NULL,NULL,NULL,0,0,1,1795752656,1795752656,NULL,0,0,'',0,'outage','down','',NULL);
INSERT INTO "incident" VALUES(3,'open','exercise','degraded','unknown',0,'FMK','Øvelse','En øvelse.','','sent by user anna','',1795752656,1795752656,1795752656,NULL,NULL,NULL,NULL,0,0,1,1795752656,1795752656,NULL,0,0,'',0,'degraded','unknown','',NULL);
INSERT INTO "incident" VALUES(4,'pending','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752346,1795752646,NULL,NULL,NULL,NULL,NULL,0,0,0,NULL,NULL,NULL,0,0,'',0,'none','unknown','',NULL);
CREATE TABLE looked ( what TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "looked" VALUES('gaps',1795752646);
CREATE TABLE low ( id INTEGER PRIMARY KEY, at INTEGER NOT NULL, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
INSERT INTO "low" VALUES(1,1795751000,'bounced','fmk@aarhus.example.dk','550 5.1.1 no such user');
CREATE TABLE message ( id INTEGER PRIMARY KEY, notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',  'oncall')), org TEXT NOT NULL, org_name TEXT NOT NULL, vendor TEXT NOT NULL, message_id TEXT NOT NULL, created INTEGER NOT NULL, due INTEGER, worker INTEGER, begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1)), held INTEGER, UNIQUE (notice, channel, org)) STRICT;
INSERT INTO "message" VALUES(1,1,1,1,'mail','municipality','0101','København','','alertd.1795752646.1.1.0.0101@example.dk',1795752646,NULL,NULL,1,1795752647);
INSERT INTO "message" VALUES(2,1,1,1,'sms','municipality','0101','København','','alertd.1795752646.1.1.0.0101@example.dk',1795752646,NULL,NULL,1,1795752646);
INSERT INTO "message" VALUES(3,1,1,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752646.1.1.0.0751@example.dk',1795752646,NULL,NULL,1,1795752647);
INSERT INTO "message" VALUES(4,1,1,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752646.1.1.0.0751@example.dk',1795752646,NULL,NULL,1,1795752646);
INSERT INTO "message" VALUES(5,1,1,1,'mail','municipality','0851','Aalborg','','alertd.1795752646.1.1.0.0851@example.dk',1795752646,NULL,NULL,1,1795752647);
INSERT INTO "message" VALUES(6,1,1,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752646.1.1.0.vendors@example.dk',1795752646,NULL,NULL,1,1795752647);
INSERT INTO "message" VALUES(7,2,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752646.1.0.2.medcom.6@example.dk',1795752646,NULL,NULL,1,1795752646);
INSERT INTO "message" VALUES(8,2,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752646.1.0.2.medcom.6@example.dk',1795752646,NULL,NULL,0,NULL);
INSERT INTO "message" VALUES(9,2,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752646.1.0.2.alarm.1e3386203534@example.dk',1795752646,NULL,NULL,1,1795752646);
INSERT INTO "message" VALUES(10,3,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752646.1.0.3.alarm.1e3386203534@example.dk',1795752647,NULL,NULL,1,1795752647);
INSERT INTO "message" VALUES(11,3,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752646.1.0.3.medcom.6@example.dk',1795752647,NULL,NULL,1,1795752647);
INSERT INTO "message" VALUES(12,3,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752646.1.0.3.medcom.6@example.dk',1795752647,NULL,NULL,1,1795752647);
INSERT INTO "message" VALUES(13,4,1,2,'mail','municipality','0101','København','','alertd.1795752646.1.2.0.0101@example.dk',1795752647,NULL,NULL,1,1795752647);
INSERT INTO "message" VALUES(14,4,1,2,'sms','municipality','0101','København','','alertd.1795752646.1.2.0.0101@example.dk',1795752647,NULL,NULL,1,1795752647);
INSERT INTO "message" VALUES(15,4,1,2,'mail','municipality','0751','Aarhus','systematic','alertd.1795752646.1.2.0.0751@example.dk',1795752647,NULL,NULL,1,1795752647);
INSERT INTO "message" VALUES(16,4,1,2,'sms','municipality','0751','Aarhus','systematic','alertd.1795752646.1.2.0.0751@example.dk',1795752647,NULL,NULL,1,1795752647);
INSERT INTO "message" VALUES(17,4,1,2,'mail','municipality','0851','Aalborg','','alertd.1795752646.1.2.0.0851@example.dk',1795752647,NULL,NULL,1,1795752647);
INSERT INTO "message" VALUES(18,4,1,2,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752646.1.2.0.vendors@example.dk',1795752647,NULL,NULL,1,1795752648);
INSERT INTO "message" VALUES(19,5,1,3,'mail','municipality','0101','København','','alertd.1795752646.1.3.0.0101@example.dk',1795752656,NULL,NULL,1,1795752656);
INSERT INTO "message" VALUES(20,5,1,3,'sms','municipality','0101','København','','alertd.1795752646.1.3.0.0101@example.dk',1795752656,NULL,NULL,1,1795752656);
INSERT INTO "message" VALUES(21,5,1,3,'mail','municipality','0751','Aarhus','systematic','alertd.1795752646.1.3.0.0751@example.dk',1795752656,NULL,NULL,1,1795752656);
INSERT INTO "message" VALUES(22,5,1,3,'sms','municipality','0751','Aarhus','systematic','alertd.1795752646.1.3.0.0751@example.dk',1795752656,NULL,NULL,1,1795752656);
INSERT INTO "message" VALUES(23,5,1,3,'mail','municipality','0851','Aalborg','','alertd.1795752646.1.3.0.0851@example.dk',1795752656,NULL,NULL,1,1795752656);
INSERT INTO "message" VALUES(24,5,1,3,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752646.1.3.0.vendors@example.dk',1795752656,NULL,NULL,1,1795752656);
INSERT INTO "message" VALUES(25,6,2,1,'mail','municipality','0101','København','','alertd.1795752656.2.1.0.0101@example.dk',1795752656,1795752686,NULL,1,1795752656);
INSERT INTO "message" VALUES(26,6,2,1,'sms','municipality','0101','København','','alertd.1795752656.2.1.0.0101@example.dk',1795752656,NULL,4711,1,1795752656);
INSERT INTO "message" VALUES(27,6,2,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752656.2.1.0.0751@example.dk',1795752656,NULL,NULL,1,1795752656);
INSERT INTO "message" VALUES(28,6,2,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752656.2.1.0.0751@example.dk',1795752656,NULL,NULL,1,1795752656);
INSERT INTO "message" VALUES(29,6,2,1,'mail','municipality','0851','Aalborg','','alertd.1795752656.2.1.0.0851@example.dk',1795752656,NULL,NULL,1,1795752656);
INSERT INTO "message" VALUES(30,6,2,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752656.2.1.0.vendors@example.dk',1795752656,NULL,NULL,1,1795752656);
INSERT INTO "message" VALUES(31,7,3,1,'mail','municipality','0101','København','','alertd.1795752656.3.1.0.0101@example.dk',1795752656,NULL,NULL,1,1795752657);
INSERT INTO "message" VALUES(32,7,3,1,'sms','municipality','0101','København','','alertd.1795752656.3.1.0.0101@example.dk',1795752656,NULL,NULL,1,1795752656);
INSERT INTO "message" VALUES(33,7,3,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752656.3.1.0.0751@example.dk',1795752656,NULL,NULL,1,1795752657);
INSERT INTO "message" VALUES(34,7,3,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752656.3.1.0.0751@example.dk',1795752656,NULL,NULL,1,1795752656);
INSERT INTO "message" VALUES(35,7,3,1,'mail','municipality','0851','Aalborg','','alertd.1795752656.3.1.0.0851@example.dk',1795752656,NULL,NULL,1,1795752657);
INSERT INTO "message" VALUES(36,7,3,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752656.3.1.0.vendors@example.dk',1795752656,NULL,NULL,1,1795752657);
CREATE TABLE notice ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, number INTEGER NOT NULL CHECK (number >= 0), type TEXT NOT NULL CHECK (type IN ('first', 'update', 'repeat',  'resolved', 'correction', 'planned', 'page', 'receipt')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), at INTEGER NOT NULL, next INTEGER, title TEXT NOT NULL, reason TEXT NOT NULL, cc_own INTEGER NOT NULL CHECK (cc_own IN (0, 1)), check_from INTEGER, said TEXT NOT NULL DEFAULT '', topic TEXT NOT NULL DEFAULT '', CHECK ((number = 0) = (type IN ('page', 'receipt'))), CHECK (type = 'page' OR incident IS NOT NULL)) STRICT;
INSERT INTO "notice" VALUES(1,1,1,'first','outage',1795752646,1795759846,'FMK er utilgængeligt i produktion','rule 3: FMK: it is hit: "fmk", "utilgængeligt"',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.05.
Opslag i FMK fejler for alle anvendere.','fmk');
INSERT INTO "notice" VALUES(2,1,0,'page','outage',1795752646,NULL,'FMK er utilgængeligt i produktion','The municipalities are being told.',0,NULL,'','');
INSERT INTO "notice" VALUES(3,1,0,'page','outage',1795752647,NULL,'FMK er utilgængeligt i produktion','taken by anna: The municipalities are being told.',0,NULL,'','');
INSERT INTO "notice" VALUES(4,1,2,'update','outage',1795752647,1795759847,'FMK er utilgængeligt i produktion','updated by user anna',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.05.
SDS venter på en reservedel.','fmk');
INSERT INTO "notice" VALUES(5,1,3,'resolved','outage',1795752656,NULL,'FMK er utilgængeligt i produktion','it is over',0,1795752656,'FMK virker igen.
Fejlen er rettet.','fmk');
INSERT INTO "notice" VALUES(6,2,1,'first','outage',1795752656,1795759856,'FMK kan ikke bruges','sent by user anna',0,1795752656,'FMK er nede.
Fejlen begyndte kl. 05.10.
SDS undersøger fejlen.','fmk');
INSERT INTO "notice" VALUES(7,3,1,'first','degraded',1795752656,1795759856,'Øvelse','sent by user anna',0,1795752656,'','fmk');
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
INSERT INTO "receipt" VALUES(1,'0101',1,1795752706,'FMK-koordinator');
CREATE TABLE report ( id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event, seen INTEGER NOT NULL, hash TEXT NOT NULL, revision TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, newest INTEGER NOT NULL, url TEXT NOT NULL, published INTEGER, updated INTEGER, starts INTEGER, ends INTEGER, components TEXT NOT NULL, impact TEXT NOT NULL, status TEXT NOT NULL, phase TEXT NOT NULL CHECK (phase IN ('unknown', 'info', 'planned',  'open', 'resolved')), verdict TEXT NOT NULL CHECK (verdict IN ('ignore', 'ask', 'broadcast')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), judged TEXT NOT NULL CHECK (judged IN ('unknown', 'info', 'planned',  'open', 'resolved')), reason TEXT NOT NULL, service TEXT NOT NULL, hit TEXT NOT NULL, online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), expected_end INTEGER) STRICT;
INSERT INTO "report" VALUES(1,1,1795752646,'59416580f2d75cd5c7c7b04402eaaa6552f6cb44ffa00fe00efc4017c917daf5','2026-11-27T04:05:46Z-a43764d2','FMK er utilgængeligt i produktion','Opslag i FMK fejler for alle anvendere.',39,'https://status.example.dk/fmk1',1795752346,1795752346,NULL,NULL,'FMK	major_outage
','critical','investigating','open','broadcast','outage','open','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
INSERT INTO "report" VALUES(2,1,1795752656,'8f26fa77f6a662dd87d6d7bcbe137c610eb777cd47f30f5816b57f60c5ce06b5','2026-11-27T04:10:48Z-0b941f02','FMK er utilgængeligt i produktion','Fejlen er rettet.',17,'https://status.example.dk/fmk1',1795752648,1795752648,NULL,NULL,'FMK	operational
','critical','resolved','resolved','broadcast','outage','resolved','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
CREATE TABLE secret ( name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "secret" VALUES('bounce','02kl2hSvjtk2zsm_W0h3ug');
CREATE TABLE self_check ( id INTEGER PRIMARY KEY CHECK (id = 1), started INTEGER NOT NULL, at INTEGER NOT NULL, passed INTEGER, pinged INTEGER, ping_error TEXT NOT NULL) STRICT;
INSERT INTO "self_check" VALUES(1,1795752646,1795752646,1795752646,NULL,'');
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
COMMIT;
PRAGMA user_version = 11;
