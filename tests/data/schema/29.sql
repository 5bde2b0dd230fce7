BEGIN TRANSACTION;
CREATE TABLE address ( channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), address TEXT NOT NULL, proven INTEGER, how TEXT CHECK (how IN ('accepted', 'delivered')), earlier INTEGER, bounced INTEGER, bounced_by INTEGER, late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)), answer TEXT NOT NULL DEFAULT '', delayed INTEGER, told INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (channel, address), CHECK ((proven IS NULL) = (how IS NULL))) STRICT, WITHOUT ROWID;
INSERT INTO "address" VALUES('mail','drift@kmd.example.dk',1795752679,'accepted',1795752678,NULL,NULL,0,'',NULL,4);
INSERT INTO "address" VALUES('mail','fmk@aalborg.example.dk',1795752679,'accepted',1795752678,NULL,NULL,0,'',NULL,4);
INSERT INTO "address" VALUES('mail','fmk@aarhus.example.dk',1795752679,'accepted',1795752678,NULL,NULL,0,'',NULL,4);
INSERT INTO "address" VALUES('mail','fmk@koebenhavn.example.dk',1795752679,'accepted',1795752678,NULL,NULL,0,'',NULL,4);
INSERT INTO "address" VALUES('sms','+4500000021',1795752679,'accepted',1795752678,NULL,NULL,0,'',NULL,4);
INSERT INTO "address" VALUES('sms','+4500000022',1795752679,'accepted',1795752678,NULL,NULL,0,'',NULL,4);
CREATE TABLE asked ( incident INTEGER NOT NULL REFERENCES incident, org TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, reminded INTEGER, told INTEGER, PRIMARY KEY (incident, org), CHECK (told IS NULL OR reminded NOT NULL)) STRICT, WITHOUT ROWID;
INSERT INTO "asked" VALUES(1,'0751','Aarhus',1795752669,1795753269,1795753869);
CREATE TABLE audit ( seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, incident INTEGER NOT NULL, object TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL CHECK (length(hash) = 64), was TEXT NOT NULL CHECK (length(was) IN (0, 64)), actor_salt TEXT NOT NULL, actor_digest TEXT NOT NULL CHECK (length(actor_digest) = 64), detail_salt TEXT NOT NULL, detail_digest TEXT NOT NULL CHECK (length(detail_digest) = 64)) STRICT;
INSERT INTO "audit" VALUES(1,1795752668,'user anna','contact.added',0,'contact 1','0101 FMK-koordinator <fmk@koebenhavn.example.dk> +4500000021','ce9e563ddbb786f239a7a96c5913409ad9b64f0aca86d293f4411b4790c8c287','','CHAREnkif4JY8MqFAbk3DA','567175672ba504d9be9c55905d446d66af321caeb3c19753a1aaae726ae55d10','jC-f6M0TmAZa9x14z7HZaA','fb76d19ceb93f03433287972ab2cfd1f79d18045ea27c50871ace87e5b37a369');
INSERT INTO "audit" VALUES(2,1795752668,'user anna','contact.added',0,'contact 2','0751 Sygeplejen <fmk@aarhus.example.dk> +4500000022','efccb3f30111956af5ba7bbf15dd4f3f30f5cdedda95d9d9f231d74e0d230962','','ZLkPLabXw8TpKYEuxHVbVQ','a8cb0e9af1f7d1ba5c58ff36c2de5fb5b87112c3bc3927aa3bffff7adb419831','eH3AZN9Rvhr7Gtvbaf6tJg','0099fa7933da1f6f32259282f0100d46ccccc7e030cc13e8bf81ed527fecc113');
INSERT INTO "audit" VALUES(3,1795752668,'user anna','contact.added',0,'contact 3','0851 IT-vagten <fmk@aalborg.example.dk>','a3987dbdd3845a3f666c5782b828ee23c7627bf45efcd520a8efd47839eb42c8','','cNIyKYX3zyNFPiqX6IEh5A','7e26811d81749ff3401bbb4dd955887546c59f151bcce58da7069cbd921cc73c','NIlLpB7jZcODmFZMzD1JIQ','6009ca9ee5b4935075e86bd387501c8943e3a0603a732556cbdfdf62766b8152');
INSERT INTO "audit" VALUES(4,1795752668,'user anna','contact.added',0,'contact 4','kmd KMD Drift <drift@kmd.example.dk>','75c26637978def9dc585f4e329f03053317bb493836db6faf05da0af25ffa3f5','','57dYGPpCpSlGH36_cKoG1Q','9bff2d403cc0492daee6f78f110466953c18a04301ebe9f531a9950bdb89ba0d','GrhkkUUciGZexaaBeWHkIQ','0e53ac1b8fb99fb652acc0f147b52c8f0804816231e06fb91bf3ec4c273c191c');
INSERT INTO "audit" VALUES(5,1795752668,'user anna','contact.added',0,'contact 5','medcom Anna Holm <anna.holm@example.dk> +4500000011','7d1d05f3c0389693dc35970d698c0c42a0a2064de9be088802a51b72d13a4c4b','','CfrhiZavU37aEPGJA5V0cQ','4845e9a2c6ff6000aaef2096c6912a8a5829acfae5acdfb7999f02129f3283f7','4srP8vxz89jFbFkcAWSXnw','b0b3ea3a58af593048b809665854f65579d5e236ce8034e562f98371bc0323ab');
INSERT INTO "audit" VALUES(6,1795752668,'user anna','contact.added',0,'contact 6','medcom Jens Lund <jens.lund@example.dk> +4500000012','7a34335ae45495ffb8f173cff2c9fefa3da3083943d293de04c4c7976894cf0a','','MIVJzfztV1aT_DQpG3jSTg','9ed539deb2d6383fda9f844f92baba13214909af7b683bad1f613af742eaef51','RL90waBb4TPAgeIyXmSCXQ','6327e7f7efb91bd6ea78a82bd762e3dba87d52bc9c446f8cc3c5042ac4af3c9a');
INSERT INTO "audit" VALUES(7,1795752669,'alertd','incident.opened',1,'incident 1','open, outage: FMK er utilgængeligt i produktion (the rules broadcast; rule 3: FMK: it is hit: "fmk", "utilgængeligt")','f63e04e12e7d13a3ff6f7a030ee3598acfc9ef2191a25a9893074b275a056c35','','1sRmct8VmE4sqsMBWwFEeg','9f65209c5af7963dc470dbfb77c9df8c3403103448f128d7ab3fd323ef43495c','-ymCtjQ_cR6fGw6taVbwTg','98a0ac39320d9e66496507fab4b7dded3881891cf93157b4a62fa077f6bb25c6');
INSERT INTO "audit" VALUES(8,1795752669,'alertd','call.rings',1,'incident 1','incident 1','2c9824bc9a51b848c613a0c8cd984e041c856fd9c0d6531d16a3470f78374d93','','vAd5r8fX23axdwBmea0f_g','1db9ba919dc22ad8edf39cf97dde234ecdcdf8209d3c1ebf3f3e29ddac981f3a','_SgMod7d5rVLTD2kqpg5dw','e9bf589b9657f328adbb854326830563d7c8f191321a0311cbefe55358503522');
INSERT INTO "audit" VALUES(9,1795752669,'alertd','notice.queued',1,'incident 1','notice 1, first: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','f4a35d93bb77388b870af1dfb1b0ec0dbd4ab7f75fd044b86d42a1c5bc412e90','','ElFJyjPMabKlmGvBLgOE7g','c92f6d18b5d819aaf2c80cdb2ff68f9eecc9887ae40780c1c0926c0dfc040696','NdGM2fP9QCNHfgM3KTx3nA','b6e09ecce393d0b5aa630173844c39fe2751df5764740232c906ce51c0c26316');
INSERT INTO "audit" VALUES(10,1795752669,'alertd','page.queued',1,'incident 1','to Jens Lund, vagt@example.dk: The municipalities are being told.','6379f0b51c7d225f98c0d745f1ee26606035ac1068597e1290dd324da8b00755','','PYnc4r1IXRtZr7xUAKUFxQ','f2edfb20b3b7fed6b36c7f50f815381263ba7504740b82ea6d5ffd6fc835d982','R5dvogXtu-s1dd6PFhLvlw','92b48a3f2df5ca4c9850a8f4563d5dd7567f92b4c42f7ba80edccffeccfc8981');
INSERT INTO "audit" VALUES(11,1795752669,'alertd','message.sending',1,'message 8','1 recipients, by worker 10902','915864a3d29c5d03ebc1d1e0759cd434face07a84d9ac0019e24c851ac208be7','','Y6vuUZnZYkaijImniPi87A','73c02be73588d733b59be1dccabbf188d9c21b43bfee05a3e9d1977f61f15f7a','BSZa7Bgk4b_L04lCUCOD6Q','7fd8c7865e0be44434ac3efa996945fea52f0614c1e196ddb97e9a060a6a2b9f');
INSERT INTO "audit" VALUES(12,1795752669,'alertd-sms','delivery.accepted',1,'message 8','+4500000012: accepted: 0 written (/tmp/alertd-16/sms.txt)','e84ef309c05d580310b58d4ce19d381c263ce487a2e820641823ff41bed9efae','','nIe3Pz6kz3kCtdvICyqtRg','9ecac96d50957c7a692302ea32843b76b3070a50abf11a43b2ef0ad8452f675d','sQqOLaow3SnLneC2SR_SaA','e807e1ec28ea6857726b4c25673c7df43adbf2051a62288a3b4ad0d943f20c12');
INSERT INTO "audit" VALUES(13,1795752669,'alertd','message.sending',1,'message 2','1 recipients, by worker 10902','376678e8e2700b8937f7f007597139186ab1d296daddf2eba1b325cb75b75e13','','u-9yXnGtGAzNdCee4zlqlQ','d8046c3c1a9ea24049ecb1106c8d7200dfc0105dec0e6e4f3f293bcb77c2aad2','RqCKOiak9Gt8TwPKBtBiww','e4a5bb7b108ccfeb9f4477fefb8790ce998491900ba50866ea81ca2191d93f3c');
INSERT INTO "audit" VALUES(14,1795752669,'alertd','message.sending',1,'message 4','1 recipients, by worker 10902','b7d6ddbee4325a83dcad339de2b47179006bacc4c82093c930d2bb9a14709a02','','GZjueT2dDvIIpKkszD_Neg','acfcfb78acc508e1d44c2f4bcc62bd5d288db7bd08afd3d748f51691fc199dd5','oLsy42RIAU2mWbvOuYR4ww','2b11f8f909f9574f4fee46207feb1cc454977564d3a4b49fb5cb71519a354c7e');
INSERT INTO "audit" VALUES(15,1795752669,'alertd-sms','delivery.accepted',1,'message 2','+4500000021: accepted: 0 written (/tmp/alertd-16/sms.txt)','4446e13f05a4314d80cd336000f658347d618c3bfc43b3b3a5bef5556c4c3b0a','','JzOVIrpkVo6zaUrGvAz2_w','aaa8e4b30c01a0a0787a0434640aaa530210e39bba644dc7da893b752a7662bf','VtRxzwwXBxyGQmuhTkEw4A','02ce04f9435e3d712876be37a37902d79587d27612e2dec42efc97794511955a');
INSERT INTO "audit" VALUES(16,1795752669,'alertd-sms','delivery.accepted',1,'message 4','+4500000022: accepted: 0 written (/tmp/alertd-16/sms.txt)','4c1c63707b58ee2f6b378a00788430b424497760a95127481eed0c848608a3df','','OUt0zE54BSbOFXqaAPxq6g','3b5a5e56a104f9fad88cc13a4742074b14775ca6f199223c2242dbdba43ee532','lsBie-JVzPefi2MU7Y7g8Q','e856eeda736b539e31c738aefd728d49b1be104988f4b1330440e196785d5aa0');
INSERT INTO "audit" VALUES(17,1795752669,'alertd','message.sending',1,'message 7','1 recipients, by worker 10900','961dac8b2cd396f971b9c9ac77902aa346516a21e95750de1599472d78f1d1b1','','dZYyiRUl_bTbR-y6Hh8q9w','8d48d55eddba193b95f97291a59651e036c1f5ec80cc3f03eb7067d2fe0a19c3','4ORSEcl2L7xr04qHUDLubQ','455000deb5eab59ec18acf6707a712d03a665c8bca6e0dd1aa3221c400e76eae');
INSERT INTO "audit" VALUES(18,1795752669,'alertd','message.sending',1,'message 9','1 recipients, by worker 10900','59fb695f07ed9f98b2665779ff39921331d5aeeb7fc2044f5b95867f060246b7','','o6yevS-KgThKTpibDxF36g','02bee1dadfab21bed31e45e68597397a39714d77d38d4ba7bebafb72ac201092','aYtikZ_chvJ20uN_rgl1kQ','29e900c5a4f576196680018267c1ae94b31f89673d8d518f35743ee1b9d15ed6');
INSERT INTO "audit" VALUES(19,1795752669,'alertd-mail','delivery.accepted',1,'message 7','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','71eafeea701d5e7602f45235efa9e180fcd9901b05eb004ca1aef4f6962b7097','','JNtEzUrgq2UXrL005nrOUg','d7f9112241ddc6692acbd2fd17707cd3afdb862e387ed8ca64596c7b00f9eab2','6wuv7up20vTIEIbcj9YsoQ','5a16f5fde4750ef6808f83a70f624cfcf17c6d3c384256ae658a8eede2670885');
INSERT INTO "audit" VALUES(20,1795752669,'alertd-mail','delivery.accepted',1,'message 9','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','633be9fe1c3d6b44f7313fab11992fc25bc6b7d8200db324d7f846d2c32c929e','','amTybLpjapPXGD0l0t0OGw','91cfd03d67b3e76f06b741991afe6c25271d2a98a0b99e85e3fce084f342122d','_FoYEqa_XXYntMtU4lNFYQ','0577df6e757b9753a674f014c99a30440b68ba4f2cda0624cab7bf175ac5ba86');
INSERT INTO "audit" VALUES(21,1795752669,'alertd','message.sending',1,'message 1','1 recipients, by worker 10900','5356941dd084c1e1fceb48de383e9bf94c9c3656a8abf4507dfeb2be9e399b29','','ePDB2OddtE02ac2kJ_4-gQ','23860347d09f61eb9108b3e586f0fbcf366ff436ba90f0febd61dbf91895963a','LslTuOM2gRuWrFOA8V67Ew','b32dd28eb680ba286c4ffc6a24f2c730d8bb6c0d5da64a186c5e698f89b20e7e');
INSERT INTO "audit" VALUES(22,1795752669,'alertd','message.sending',1,'message 3','1 recipients, by worker 10900','00c600b1aaa15e3434daecc1e260d1e1f0fd36ebe83180a9d9f88479a9e6e2d2','','ACrGYv0A99BNjghBrzbGhQ','89d8bd3db0cbda6e399eb8e486f429d27c10fd7c2edb7db42a45ba8c2985ec5a','d-mIvAc04EfwtvckfAr3Yw','d09f7b7ff02e01402d73e95a18cbdd238e9eb8ab6d445144236221404565845b');
INSERT INTO "audit" VALUES(23,1795752669,'alertd','message.sending',1,'message 5','1 recipients, by worker 10900','f8b2cafe15551c2a48daa5cf86ff2c01e92cf49062c518ea963b82c8013d0863','','XVEohI0OasA4ewsBcCcXNA','0abb439906ac81d0b1800db28ba422010fcff8e4be3829b1fc5627cc1539aaef','OIbzwy5MdbD2TIrBOkWeUA','5254020fa4552a707954a29042cc99153ebb48f739c2d857511a0b0adfdeece3');
INSERT INTO "audit" VALUES(24,1795752669,'user anna','call.taken',1,'incident 1','incident 1: taken by anna','9882f3d54a97d874025bcc627d9892430d35fa524cc8ba67c74c3555744e7f05','','83cIiy3NpFb6YVgDV6QYCg','a9c4170a56a9b1070cf6429e84104d38305b95ce82f320771e5cbd161a25ee0c','T7jAhvQvKJ-aoY0jv99ihA','5f22a03b6021aae758fa9d8ed33c89c040548b11b834690252b756adc47fe810');
INSERT INTO "audit" VALUES(25,1795752669,'user anna','page.queued',1,'incident 1','to vagt@example.dk, Jens Lund: taken by anna: The municipalities are being told.','57aa74bf245daf5e26372a3dde63c1b4a371aab27b558b15311f9e6fded2ff27','','rNOVCaCDpwDZPWdz50F_lg','62b098e93169dd538cd9217f13eddea53e89cdc6743d0265aaa032fc64a528db','A_pEJjPMwY7cGxef8vc-SA','de0c35a8135c6a60a7b378f4f8d43042d48ca92f2d654d4ad111746ce14bcb89');
INSERT INTO "audit" VALUES(26,1795752669,'alertd-mail','delivery.accepted',1,'message 1','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','06715817b63d7f0806706d82e0387674213b891a778b58fbfb927c636ea1a559','','MkGbMwCPPTGTEc84WOd8PQ','54850c809c10664c9ca7d8725fa56d198e6f824d60e5f197604b7e9ff092f443','4nzl50KX4bCz8gTDRYQQbw','498749a54b4477eca092ee058892990179a7a0bbe2cedab31b8aa66dfc0b41fe');
INSERT INTO "audit" VALUES(27,1795752669,'alertd','message.sending',1,'message 12','1 recipients, by worker 10902','0d300c2bc09f101099f4d7264d7be0ecf36e2cfdaf27026a3f0852dcd3a1219a','','y-UbwJiELqPbCd5Nm6I3LQ','1b381ef27d2843389cc9c05ea1493ca8a8222a57e1d4c418499aaee14ae8ecb5','TFsE66DSOUXJA6J1igvFZg','05e44b9c0a8c72087b55ffb4f79512d2c121552d66e3d4b587fa8a6c5144009a');
INSERT INTO "audit" VALUES(28,1795752669,'alertd-sms','delivery.accepted',1,'message 12','+4500000012: accepted: 0 written (/tmp/alertd-16/sms.txt)','f10b1cd00ee9812704486c423528d37007a53343e4b7b36fcdc49d021ce86a56','','s-EMgCNwnjIaZZGumOGmiQ','ae7c7c828ba1360eb41eed657e77c53abe7420866a67e97e69b20cc1ecdb068c','yjz-hRlmzmeIJy6HPSPdmg','57c5dc318578a1bb50fd0e39b2caf3eeea31e679939a5cb6d6e2689ce52e038f');
INSERT INTO "audit" VALUES(29,1795752669,'alertd-mail','delivery.accepted',1,'message 3','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','c2d6b9f35b749e4abfa688bd07afca21dee52127627db2d776ba1d2a5e6f4399','','HaLN6Gt5ighBJX6MJaeMWw','d7f2cc79e5429f6b486eee200cbf318ec38d6ebaa1dc29e422305be5b99cc374','a30UqhhBBpLkPshTo_AyYw','296d493f1fe4a0bd0843204dbb094a23f60befec64135f52b733c1a6b2f1cd2e');
INSERT INTO "audit" VALUES(30,1795752669,'alertd-mail','delivery.accepted',1,'message 5','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','ce0b632989dfc732f234a8284462d7adf76aabe584c7bf2a0c1afff02636d698','','x8218aFzxGof6jhw-cP9Qw','abc53f2f611ae2a59891c3d53b6401e457afb32d12770e30149de469d22965b3','bhUwWKe4V-1SDclFYlA-AA','e900b8c1bd95ec78b9653f0ee4859c7487740ec1f7f5094f96159be8fc407443');
INSERT INTO "audit" VALUES(31,1795752669,'alertd','message.sending',1,'message 10','1 recipients, by worker 10900','4ff6e7b5da436a8d59ae3447d9a85afdb0034ff76015a760c48102ce649587ca','','WRWEUEbyk37-iucj1GL0aQ','144fb4fc250f386eadf69c6e688e8e05fc54c38bd872ad939659a9ad03bc3321','L6bWndluOdy0sKkmpQWTfg','dc677c7d39460dea5e229781db4528b73cbfeb06fba70cbb188a7a5704d917d4');
INSERT INTO "audit" VALUES(32,1795752669,'alertd','message.sending',1,'message 11','1 recipients, by worker 10900','1c4e2ea5958e5e278f36860c57ea30e649e9bdf5ff0b632f40bdc5b83502bbdc','','3fQQ6tR0fljKVmK4H5u8tg','caffd199f8c8c7feaff915ec68b3a79f0bf9f54454afdcdb3b96690d8c2560b8','WS3itDEOde0vNu2F-n8ZUg','a7e23001cd6f655f4804c173b04888456fc25b349f470f6cf82fc12715798492');
INSERT INTO "audit" VALUES(33,1795752669,'alertd-mail','delivery.accepted',1,'message 10','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','c25280ffe9719198da9b7fee394e11ec20872ab4f10550039cd567800b6e9b93','','0TmBLhs3bz5Xa6NClVQj3w','666c0ea0a1d075b6a9bc9b2cb4d63051db0b764b12573b5766817531f4da4f6a','GS7jXNCbHh5QA5gAHkpiDA','0b8c5281819751e2feeb74fa17457e0da1f83c9ff941742144d7791c734d8357');
INSERT INTO "audit" VALUES(34,1795752669,'user anna','cover.set',0,'cover 1','rota vagt: Jens Lund from 2026-11-27T04:11:09Z until 2026-11-27T10:11:09Z','5bc82f02dfa3ac1aa858102461fc432fa1504e9edee59a0be1ba6fc595515cac','','43l4n1aokmelwK8UUsddwg','d87536b94986d408463a3c78c20807b752d41e5415d36deeda6273abf3dea406','ib7GIbbaRKYTR0yXbZAVSg','fa7d755e3e5e1c05aa58de3f4989b9611cb1a85f0297cd1d0947c2f040dc5ce9');
INSERT INTO "audit" VALUES(35,1795752669,'alertd-mail','delivery.accepted',1,'message 11','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','dd44180d0241d13777cdf98b201b9edd455572083ce6c7449eeef55a63b1eae7','','jlGb-FTIH9mb_ooR0VxWyA','738632f1548099caf186c5d28bf9ee08544f488abffdc1671c81cbbe307caa65','93NCFY2J59pjbRpMcpmBIA','cbd0166975df3f25d1c7e01b271a168b9401950ccaea7965ee73eb27136d1a3d');
INSERT INTO "audit" VALUES(36,1795752669,'alertd','message.sending',1,'message 6','1 recipients, by worker 10900','66f47cbcecce873fa73b9bd0622e235c7718c293f168e0a5b4794e41246878d5','','86G1g7DsIg94HqETqkTr0A','e2ab39a28da35989dcf20c17c0586b2f526d24f494598348cbc31e7b6bf437bb','hvvnUk-fqXEjmYdpJQ-YFw','a41dd93ae6374db4dfff0f63e247f0d32d50f174f484ee7de1d0f31d01294a55');
INSERT INTO "audit" VALUES(37,1795752669,'alertd-mail','delivery.accepted',1,'message 6','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','eac6aa427eba0d5e02df0dca4095e7bd79ee0740135555d9d43f5832d8760e14','','sLijCZf7jAnDeREmPv88ww','0c865fb0c32785b2bd740ce31be0062222d4e37102fe1897c371b1d52f1467f3','aWLWITlyIidQSibSgTzaxA','66d5281c24b846c8ecc59154c795de333fbc5f7203e10bf30afe0722a8f90be8');
INSERT INTO "audit" VALUES(38,1795752670,'user anna','notice.queued',1,'incident 1','notice 2, update: updated by user anna','ca85d14fc7ef07bbf91c5b8e1ec3800e3c061f7bdb00c3bc52d7572af285b1c9','','NIdTthJcAkCyhD_Xr5M5yQ','8844ed09427030c4b5454508d37a677dc510ed657efe650f5ebd9fa4eb001cf7','3Qml89yXhYbvF_-3LIdvPQ','195498d2d57f6f982155b0a084d8a6a236aefb5c57af1a1f7f490ca69ce84b3c');
INSERT INTO "audit" VALUES(39,1795752670,'alertd','message.sending',1,'message 13','1 recipients, by worker 10900','310b60a4dbded97122de44f4abc0c10fdbb4759bcbded87c403c632906d82a7a','','Iz9r2DzHWMVbqQ8tabobjA','f72939ae4ff23fca67ce5ddf261277a0c8b42b409775641a238ace1dd1f5aada','w5nLEphuwDabnMbLNhUG-A','99d3ea17dae0edd2709629fd72c61c46c8013f178df3decd262722ccd9749e22');
INSERT INTO "audit" VALUES(40,1795752670,'alertd','message.sending',1,'message 15','1 recipients, by worker 10900','a99cd10e96e9be686bcfbfec1d76fe08da04f845ca9d24e070875d608b10fd88','','7MTmVuQOqnGiUCIB-gFYLA','922f48315408562300e2e0ddc495788f1589fc807b0ea7f38866e6c3b4edb8ff','aitYgJhvfmhNt6asp0nNpg','7f458bfce62d7b3254fabb4c85f52f8693def45640265878f1e912f11d983a57');
INSERT INTO "audit" VALUES(41,1795752670,'alertd','message.sending',1,'message 17','1 recipients, by worker 10900','68354528024f45be59c863c14e13b323afff6f7a733a55e205597d0df4d6ce65','','bRpYyPhuheGfeGTGGNt1FQ','4532527b56cca79294c3e67da48a48f4d968b594147f33684574907543ff1202','Wt3aJd7-18Sw3jlv4EfC8A','77fb9f2dadb01f698729da8e9e0a4fe72e619763b9f69341472a959f74e845f1');
INSERT INTO "audit" VALUES(42,1795752670,'alertd','message.sending',1,'message 18','1 recipients, by worker 10901','41de12bc001967cfeaca47448733945228e7cb170f739c33d37a614c0d268619','','LB-h574CsB-dRLuHTT9V6Q','201b42815ec9cf7c5687b491ca4a3225d44ddcabbd7dba1917ca08f48d8d49af','_qUC1omXwWnFpKBRFoVAaw','8b7607942463ebd6f245bb63260d5998b8f7da628f20548f73467baa51875f5a');
INSERT INTO "audit" VALUES(43,1795752670,'alertd','message.sending',1,'message 14','1 recipients, by worker 10902','87e150d76f0b80e0b8f423ba44b185f17a6c5d65ee68c9ffe4b2efbcf95a9999','','CNkynQtwcY6B_UNZZXRcZQ','424cb8b379d4bb13550d4772f98bf4b7e52630b4d16c440090cb943376b1dd30','735P0Zg9JiyJdf9r-4Cxkg','213b40d188eb2036d2e1f6fb6bc693ffa1242b83569f9459cdadc7eab3e73f61');
INSERT INTO "audit" VALUES(44,1795752670,'alertd','message.sending',1,'message 16','1 recipients, by worker 10902','bebd8931c3f7c56f36f7c702e3bbd459096d8fc90969060dd535175dc6114f23','','xGGaFjPQVN5QgieNQGKjjQ','3efaf05ec327e5fe00ae0dd2be3d4d7854b367403b343c66c6292ab2e5a886b2','7LhcoBa-Y1CaRjTyr2qBkw','ff5a95634cdaa677b1e41131bd92f5a488fe5e06e18770bc96acb8712b3418dd');
INSERT INTO "audit" VALUES(45,1795752670,'alertd-mail','delivery.accepted',1,'message 13','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','fa69d86b77e5c7deacc4088721d01206ee8d026fd64e6221dd9be6d0afb0093c','','ohJJ7js2AvonLKhxnSliJA','0b88312ef0961b8f2608baf6d92a91222e39382aec6bd2577e7a035970e28efb','3IwxZH0ZkoOwxLnyQq8emg','59e50eb6b25de3d2009da0cd67e39745b207964bd055b8aa82f6c44e69e4ba54');
INSERT INTO "audit" VALUES(46,1795752670,'alertd-mail','delivery.accepted',1,'message 18','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','13f8753a8ab01c3c3ede100b2e16ce5c965ba4f5a8715e45612a34341c159a51','','Fjxjof_FthN7oH5LTuNFKQ','1531161794e2dd3d4d5f7d6081248115bfa9c697bfb7257f0d72400fab17f3fb','9POwQHXfjt8gOOwheBzhog','63b770d3fa00fa50ff18f890cc5740181b129635723fc5b87fb7c47ac4dfc36b');
INSERT INTO "audit" VALUES(47,1795752670,'alertd-mail','delivery.accepted',1,'message 15','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','2a1b29f1749cedb8b3e685d2ba8036b2763712724770dbd53508d871a2e936c6','','7baEG7K4AwjMjcGkf9L1eQ','c052a7600554e945a0c9c8520f5d3161b272756b1ce90881f1c0082e4d76ca04','7VpD2S7mxo8NZbuf6rjiKA','a4c41c59e499b8a654b3b9b7596aa2a5a4bb57c58a8fc38a6f5f454912129f19');
INSERT INTO "audit" VALUES(48,1795752670,'alertd-sms','delivery.accepted',1,'message 14','+4500000021: accepted: 0 written (/tmp/alertd-16/sms.txt)','162e958cf0b165dce258b63a525fa799b174478c23642ac720e3a14aaab1fa42','','-io_pgr6XC8VBKfypqQ4KQ','f2931fc7b728bc625caa756920b19dee00723b3fe5c04a61505b8d4322eb94ec','8rQj-3HfHMDI0kh2Sv91tg','1feb55261238137c4561af16c3a202a1bea00ced0fa6cbd1fa65618b5159738c');
INSERT INTO "audit" VALUES(49,1795752670,'alertd-mail','delivery.accepted',1,'message 17','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','814837a2fd821f9e6b43d55ac7d3818ef4ca2c2302c33209e570d8a0fdacb357','','dk0RGPn-GoWCRcIbG0WIwg','a7db63f55b8cfecf606d7e4a82f9b8908ad8c5e6df547042f17d55c7429bc667','4OJzYgQHBIMCdA7kwjDDSA','77692637a5545feee5af2039b3b99108d84ab2769357eb18eb780d0ecba889ab');
INSERT INTO "audit" VALUES(50,1795752670,'alertd-sms','delivery.accepted',1,'message 16','+4500000022: accepted: 0 written (/tmp/alertd-16/sms.txt)','db684d3c914e4d96caf120f006c97fe82a72f13ab3b5cf7511381357eb38d5d9','','2qJh7PDIXTuTBOZxj56eKQ','edf230cc40de5b5e42ea9ed42a9df3b1a205fdafcb5d0bf70234fa0a4a7a2b5e','hC5Q1UIAZIZcpZJCDwjORQ','8a830186c5f407051de52ce83b899770f4d9a4a119888a6d6894a8a4972541e8');
INSERT INTO "audit" VALUES(51,1795752678,'alertd','incident.state',1,'incident 1','resolved, was open: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','de00260659e5656a19243d0aab38cce664249a97b3e72aaadfb942182bce4ebc','','FURMSCxQDRgCKTzmJfBWAg','cebcada934fe20d1c6e7699eb0054a947e01b8ba1e995bf88f935725fd9b72ef','SZVFg0hUvt81zrVuz26Ejw','925ce9a9ad43dc327073d07aca63a49004bcbe127f4c2d8bafb4981e7ea312e7');
INSERT INTO "audit" VALUES(52,1795752678,'alertd','notice.queued',1,'incident 1','notice 3, resolved: it is over','7705188da6d09da07665631c54617d64e90be36dbb63741dd9b5eb0cd551579d','','gRi9x7nKOflDfoAWQ-chxg','22e508d13abb9903f39a7fa14293ee27fe5927992a8b19e7395a11ee5ca7fe27','wR3vVlLy1BWno10hG0LWwQ','b0da6f0e945d217632cce33f940cea00ae683172884249be0cb5e5fcfa94acb6');
INSERT INTO "audit" VALUES(53,1795752678,'alertd','message.sending',1,'message 19','1 recipients, by worker 10900','d6b830a3d4a226bbaaee9150918207400aeb695234c547d854088a0a58c60de9','','wVqeNsvtI8J4nd-43nLuKg','e7929ba39df3469faef753e87de88150b204f816b940b483cc9f9d7da49bee85','itqOZPUrNqGw9u5REc7Lwg','6cc466f581e4a2862260774c12a6786e1e220c0afe543d01a9c82df38017bb52');
INSERT INTO "audit" VALUES(54,1795752678,'alertd','message.sending',1,'message 21','1 recipients, by worker 10900','d16ee35836ee5d55358c6e11df1b3173f3fc24dad8b3d4222f7dc34d25af7c6d','','N6Xo45kEu0jCQSkfZL6IRg','22a3dacc6a8452df8256ac19651e7fa94a8d59845226f084b8e5942805fd8594','FM0mr86PtZWFinI7FfKgPg','a7ec877248c75bf6f010e7cec7ff94d272b3903c0a11cc4df09be0c2eb1e7ed5');
INSERT INTO "audit" VALUES(55,1795752678,'alertd','message.sending',1,'message 23','1 recipients, by worker 10900','2b78960ce419fac088f483777c888f57b1cfaa8485c238907754f69b82ded2ae','','KYIcWPPHdFvtNl7go9IdGQ','99b160494ddbcad0dfac3d6474314f0c76eded79abf58c8dfca96a0e20f44f49','sJ5TYvuRKOUsS0XFv8_HYg','8b6b3af7b0d14ef139fc7aed0dbef16dc5f24169345e3e65764def10cef17370');
INSERT INTO "audit" VALUES(56,1795752678,'alertd','message.sending',1,'message 20','1 recipients, by worker 10902','b3443ea840eb65c11b86b4a69ffcdddfbc91dd5a820f9dd26b144993096bf5b6','','z1Na47staWW4i9jT8UMYiA','b69720b84a4b7db4f4efb8b9b67b59ff0c57858a3553e52b158551ba5fb53734','pNmOzAusUjpvMtXpnL2eIA','895a57a9db02878fc0ded1000fd4bf498dd6eb0d16e6e64e7506ceb228b70e29');
INSERT INTO "audit" VALUES(57,1795752678,'alertd','message.sending',1,'message 22','1 recipients, by worker 10902','4ad46dd5d880982247fbc479b5c0421b16f142b46ea84670aa747d5aa37702bf','','6dpj_bncbiL_kNVqI_1DRw','2b0802cd413782719c6ed824ca87d87e719bb5f40391e159f98875f57aab56a9','PZcQrp86LSEpdrUqNrDorQ','995d96c85da0482fe98fbf36ffb42d12dd747dd50ee733e860d8155ac5ad05f7');
INSERT INTO "audit" VALUES(58,1795752678,'alertd','message.sending',1,'message 24','1 recipients, by worker 10901','277a87e9046ec071df1e82fcc02df035723bfd054706232a73c84d9d03e2885c','','CfUcTjFRMNJDthdquor68A','b5503ae1187edf210b5d3db7273aca543a7aaba4acf4b5350f9b3ed1df76b6b8','4gOq_hnNNyBetuXlGjgMSw','da48c07149dd24ea94caf082f3a0105dd80f4a0e691cf42d241b81a1382e46e2');
INSERT INTO "audit" VALUES(59,1795752678,'user anna','incident.opened',2,'incident 2','actual, outage: FMK kan ikke bruges (by user anna)','71aee03900e02dabe9f6d7ada942408872c2b8959903145510a7fd1ef598f836','','BYqOtu9SpCCERBoYyt-Myw','70ab9f8325c4e56c5bb0d3cacf0154e1872cea17f65d7655b1258cac8a49d794','1_chvc3WAslJ8uPdnBVVvQ','6ced3118d20a4283b92143688a128d96f4a7300cb3ffdfcce5929cf99fb7e580');
INSERT INTO "audit" VALUES(60,1795752678,'user anna','notice.queued',2,'incident 2','notice 1, first: sent by user anna','3c526b870c1cdfe3155cb6420af28db23e728f8ff3ed4d38b1484ab9e168148a','','EhHSPqARPAAIfk2kOz136g','b12004b41a391bada11ea8a4e79f87892165f46b092aa1cf1ae82ed05d23f15d','-PZDLyZKwsll4m1cYZ_lRA','52d3a5219b04c28aa02ecd224b3bf5636350b84bd879418b679af19ea2ce710d');
INSERT INTO "audit" VALUES(61,1795752678,'alertd-mail','delivery.accepted',1,'message 24','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','91118335fe608c90cc4b9742d81c0ab5711bfa972b454e325bc9b43ac09bb80e','','aVACB74TGa1ykMK3EQxxuA','4a8bcf05088b1c3247ffe4c7aed2407895d9874ed96032cbaa88e884b2495e66','3fqe-8xhHQSHRiDV1-KuVw','39d027820f6e3fad34a6cdb2be9533bf14eedbe10ddd6dca99710838cff5d692');
INSERT INTO "audit" VALUES(62,1795752678,'alertd','message.sending',2,'message 25','1 recipients, by worker 10901','672e972051d75f7e75010808a1b0b917f9f54fbca60cf866153bee98e5981247','','dBjDFnj2HKq611YzLl9Hjw','a59379619a42c2642cd878e788705e4e080f583e5e75912e6b3995f1a5a91934','U8cK31O9y1w9Do-ccYcufw','351ac2df13440b2256108d4e8e318624add5967a90022a50d52d2166bae288bb');
INSERT INTO "audit" VALUES(63,1795752678,'alertd','message.sending',2,'message 27','1 recipients, by worker 10901','27a12b9de02ce2d7484f56127b295be186f7fe3e4ce1a6232d517d724703ac3e','','fnARESZpgBLoxNpq4N48ew','a80f94cc430483e8a52a95ae505242e2c6f070a7435a38a2a97a68d87b29e58c','RAngNB44Ka04Ye_94R8rbA','acf7819ff10552f113c97c4e85271ec5a51a9c290857671204f9480586096b20');
INSERT INTO "audit" VALUES(64,1795752678,'alertd','message.sending',2,'message 29','1 recipients, by worker 10901','124566ff3ed0a072a64abf6d62938b9268d79face473f97f6a17409b42d7ccc7','','JyykdFRcoAvfBdMOISu2Og','a6bcb4c1dd2f5fa73bafad5491c942404b67d04e2ef1307a40f9294457a98198','PklgyVdYrnbB8RWMqQRxBA','3bbae848eb22690b524094b37de55119572740b633acb2d44d85d0e1bc4e9a97');
INSERT INTO "audit" VALUES(65,1795752678,'alertd-sms','delivery.accepted',1,'message 20','+4500000021: accepted: 0 written (/tmp/alertd-16/sms.txt)','e7ea7559022214a26dfd36da5f7dfff2c3ffaa66f1613b4f874fb24204537c70','','M--k4UNmg42bmCQ_5lNaSg','46dc814e00dd6486949c3f6628c2e1277aa262dfd1e0f86e83d96613221957e4','LnvrjoUsudR18_omV_D1jg','aa730021758459b057dfa5c37d0cee4a012729248f04ef9120eca0a1f5b3b209');
INSERT INTO "audit" VALUES(66,1795752678,'alertd-mail','delivery.accepted',1,'message 19','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','dbf4038a0844b6c341fa351f6dc2c44b085524ba0f61b07f07263860ece5da75','','cimsSdPNWZMk--NnMZs8kA','8665ca53ddb281d28a7267f819a6c6d6af6e3fe71d4a8d5a32c363d0d1bf0cf0','EyxTqqDgihGMumZbyczlww','58ee9bd23ed1932fccc54342bfc1400a4b4c42c4fdcfaf1c4cfc702b65080c77');
INSERT INTO "audit" VALUES(67,1795752678,'alertd-sms','delivery.accepted',1,'message 22','+4500000022: accepted: 0 written (/tmp/alertd-16/sms.txt)','209b44bdfddf8dfa7c0519828403a9e8509e7e0dc9d3127b4271c90ca9acf7f4','','ibsbrONUZg2bWM3HJrf8wQ','12610b7718304145854e9c0552c546427d7d39f0467ef69c0521642e319930f1','VUQ0TOW8eHc9ve2nL55Jdg','feb3b42e1cf547073f86c7a916c0ff2369d1d161c4c2838328327d1cd2e4d76c');
INSERT INTO "audit" VALUES(68,1795752678,'alertd','message.sending',2,'message 26','1 recipients, by worker 10902','d70aa4a73ac813f0a021cd9b99fafb541ae03f5b125e7bdb4ea46bd20ab20756','','7m9LqsvEZipUXr2CMDgC-g','7939c543236ede280eec5e16d4676efdb4e89314bf4e026b38e5e36a770d91f8','naRBmEa-M3Vp9XexM_ep3g','33faa206912572b3d6aa23aa6544b68b16e0de1bf17f9edb697d9691e593b008');
INSERT INTO "audit" VALUES(69,1795752678,'alertd','message.sending',2,'message 28','1 recipients, by worker 10902','e290bb522a5882548f5b85a61d99c7e83a554918393d52ab2a0e89cc7cc61837','','7loHSqw34WUkEEEBlU9rUQ','cad5bcccd7e0c54798bb93de1fe12ef73914d585ee224d8e5ab3a25b1bf4b050','dlquRlkZ2NcDlfjqN7i3hQ','86cb3175d2d30b001d2d6a87ce7cfb2c828024ed768a1a522e92729593b1d1d0');
INSERT INTO "audit" VALUES(70,1795752678,'alertd-sms','delivery.accepted',2,'message 26','+4500000021: accepted: 0 written (/tmp/alertd-16/sms.txt)','bb6daa1362958369f250ac282567e28831bc5346eb8f2978fd0337291192b4f4','','turSSrwGgbRkiwkjLzK22Q','5362cf7a9cb0f6ed566efedc9f7d225dc0ac97ae4ef8dc21ff16567170f1e29f','HhoHEsquxoLWI8uevR3ykw','b377bc7095d020743cf77849a12e9059d41468f82206d01145106ec3cfbc29d1');
INSERT INTO "audit" VALUES(71,1795752678,'alertd-sms','delivery.accepted',2,'message 28','+4500000022: accepted: 0 written (/tmp/alertd-16/sms.txt)','f39eecd52f9a4310d489a6ea92a7fc68c977d2e7e3aefddf9572d9e14cdcfff5','','4fXbqWOUwJOcGBi0hlh6kQ','2c6c2764bf970b91c17f9cda310103a2f6136a2e6a51a675c50043570a616dc3','25BykoJlCBBhriwtq1zCxg','7601420ff25393cc7c79470abc996482a748c8522f16e86d095531f25c0e8a96');
INSERT INTO "audit" VALUES(72,1795752678,'alertd-mail','delivery.accepted',1,'message 21','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','13745de88f23c0955aebd49a83e053eb98dbfc65d19ce5049de2e1b47a53164e','','iEDaBrnaW_9jDEKjot25XA','afcb8048e80ffa27dc29e618185b70af22ade9531b8c8e22c8b8f432d500cb83','18pm8-kfujugHjXUKIz1GQ','5601a24108f66df8372ff4f8620cdd0cb2e3de7d65f72243e6c13b7ebe447be4');
INSERT INTO "audit" VALUES(73,1795752678,'alertd-mail','delivery.accepted',1,'message 23','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','313b74659f013ac674506307e5445f6d5009fb258f2fc761c758efaf596f2817','','W1hc1KwaeiMAmw4sPlttSA','fa275308bf943d0ddf342f748db815948a7307329d1032ebab76897d0643da72','u8OePcnyHy7S8qmYmwm--Q','fb17ed8680a60089251ddfaa585240e994b1fddb2d168de360e6a38d525cae0c');
INSERT INTO "audit" VALUES(74,1795752678,'alertd','message.sending',2,'message 30','1 recipients, by worker 10900','1b81a1b21c485daf18661d0fecd926021b4e2bced497236766da367ba87fc8a7','','yZ0txT5D_aKagHaGztCt5Q','4d85ff202979f495183a7539cfd40d1196b9ceb0c0fdd1da538aab9b8cfc28aa','KQVABV7WNpgQCeXZQaCDJQ','515b68a2239e80fc6e463b6aa4cea3093fe0756f296137ea572d21c74400ded6');
INSERT INTO "audit" VALUES(75,1795752678,'alertd-mail','delivery.accepted',2,'message 30','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','5c829943c112c02edc7f2954e8f3ad5df6f1a80344c18c25653e95f8302523f4','','bn3z0o3pBCrRHo00y4W4Cg','d6f3be87baac1c1ee240611981f7ec39180a19d4298ea759b6adec583a22a784','hQDkFgWqMhHEyWL4fBkRCg','67d87f15b262089726f10a5a25db6aa0fcac839f3a41217503a0eca0f90e74f9');
INSERT INTO "audit" VALUES(76,1795752678,'alertd-mail','delivery.accepted',2,'message 25','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','f68e2a78af28cb009b343fca73e053c361d59abc60c00632ebdadea969492d3a','','hKR4wYwZcQJ5Js4MgZJA2g','b6dba78dcd15bd6c348d153288f0bf32bc86948cec69a11a70cd706e7a5966ff','0Y1LcfAryTe7JXp2Jg5r-w','cc716465491117203e542a5b47547bdf0c696b15b3248ab786d3079bb4e33cdc');
INSERT INTO "audit" VALUES(77,1795752678,'alertd-mail','delivery.accepted',2,'message 27','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','827667fbb3504adf2182920b3dc05f34f49d510959a95ccecaf799878494742a','','CAbtk9VVUvM7vvG0yUi7kA','51e7296f82b33e31b07f39d0972ff39798acf9b49f192d6d4e181b7a6446af6e','45UI7xQgBbouoSU_YFUv4A','a272486c9be450ff2932a692395cecc3822d181924e5c47ef7781812f576b393');
INSERT INTO "audit" VALUES(78,1795752678,'alertd-mail','delivery.accepted',2,'message 29','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','c6c2ee8aef8596bbfa564b552ad24632637755147d4093c2608552dfc0cf7a11','','6nXUHVvAvYUoKle-aq7lyw','c3d69909a764bba8f2033ac3e49b5c627edee77a75d6a37b8b163f4e48e03051','n1mugmRMyCvMXzv3BM-vKA','8fd2f49e488cae9371f7160581f3705fa42284af22c13943ce2ff59568b1f14b');
INSERT INTO "audit" VALUES(79,1795752679,'user anna','incident.opened',3,'incident 3','exercise, degraded: Øvelse (by user anna)','1d2753faa324293afdb1ba01f94f4870c9981e5a6b7efa41ce31151dc1e5fda9','','E6ze8wExCPwISAcCfWnCIg','5880a20b3617d64757822451110929ac3488ac2b82826de4764a3eb55d65c584','BVxSNTO2bO4Nsj9e19DDKQ','cb88a2502a016c95a05fcd21bb5d35984ee56defe2f880a52c27a32aee35f88d');
INSERT INTO "audit" VALUES(80,1795752679,'user anna','notice.queued',3,'incident 3','notice 1, first: sent by user anna','87313fb326476a94dc04f52de51bc9b2e4561976d86d8ddac5d0e546ccd68384','','EJMH0SGvR45byuIDmv_frA','ca92b769980fe987ac152ffa4df3ab65d015060391f961576db2424adcd21df6','rMqQeGvom0th6RrmAd0UkA','c8603bda5ce6435a456cb6069a293206462ec0a7911b0272d72e5f04c0e0bbae');
INSERT INTO "audit" VALUES(81,1795752679,'alertd','message.sending',3,'message 31','1 recipients, by worker 10900','807273ef7ae1966358e2c4225f9e3fc30f0d11179c7939ae7046834792b7926c','','sRB1C2xGBMlDsPO6SLe4cw','92373ea45beec918d3994b14474c76e2e92a0e074d9abfca31f66418689eb545','JPIfMOaWRidMaLT0-6VxnA','ed1d0ada5eeb8d3c6fb3152d21d9f1a633b69611fadee754e3ee374c5ec391ed');
INSERT INTO "audit" VALUES(82,1795752679,'alertd','message.sending',3,'message 33','1 recipients, by worker 10900','7ef57246426d5a5cd3a34738025abf53fc4c960dab204b0a22aedd81313ca761','','eEnrf-owkUya6TYAnYm7Bg','46f3f9ba11407b6c17b1a93d0fdee0c8504bb67874843ce65f33c98fca1a36b1','LBmw0LrEGMGpQznuge2Abw','c58ddbfe2139fb1bb5737093a8afbb9902ee5123684088051e0f4f985e752dee');
INSERT INTO "audit" VALUES(83,1795752679,'alertd','message.sending',3,'message 35','1 recipients, by worker 10900','9c5278ac663b26f7050367445dbe52a365b3c8b7994476f8605efbe009013bde','','4xrgv2eZus0r-eoj2NHPHg','1c62c7dcf5bca599acc6fd748ff019246317b82ebd53d6d7b1daa45118ff0fb4','miLXG5tm0iLAYZBK34vYJg','6ca24d18c5906aa766d005dedff8524542e56d1fe6308b93ad27f27b4f92507b');
INSERT INTO "audit" VALUES(84,1795752679,'alertd-mail','delivery.accepted',3,'message 31','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','80bf8cc38a2fca269e85f3107d7d2a4a4058cf4ee50eee04648a950bb05731cc','','WPpHvDnjg2kFDbUy0CFpQQ','60cbf552729eb2098ef2290196f4acf1f4a2170ac15cca5be9cab6b9e684c031','2EQDSxT1zHMklrfKwmqvyw','5fe0f83c84e090639c2b0788665e26ef187337f3ccbb2e82e76b2474c4ea4b79');
INSERT INTO "audit" VALUES(85,1795752679,'alertd-mail','delivery.accepted',3,'message 33','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','b00bf2d17f983eb50bec8f5679d237189db1541b550bb3aa7469ea08a144d44b','','Lsremr3fHMnEr4zknhbM-A','fb49d187fa87ebeef0340079cf133687f739690e26fa83c0a4e12135fa989846','l_p5IT_OABKCoBUuhWgMgQ','20ae3652caeb0e2f6b9c45b28542be05ab6bcc3d291954b29ba11ec974586494');
INSERT INTO "audit" VALUES(86,1795752679,'alertd-mail','delivery.accepted',3,'message 35','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','d2d9bc187b7b0e1196ac4671d8ea3e71304a73b54676bdaff034ed79a047c99c','','WgDO0K4N8RTtdtY4VFTeJg','9a12a68e2af76a6ba907078088c33dcf172df26dd904a596a68ad04496519115','klVi-gPszlxzMLPNKtAlSg','7a686dc796b6626727a4b6ac207c24b65fc56f61b5c93f4bdff4dc6d282b6503');
INSERT INTO "audit" VALUES(87,1795752679,'alertd','message.sending',3,'message 36','1 recipients, by worker 10900','479296ccffae6d21d406451c84d1905c3255ed37eec08f9ebc6c01442dfef683','','-BGsMcmtVMcdq6jm8PZK2A','d0d74ef5e86f880cca641c5b718cf4388458687ecf990cc79689ddb904ea478e','K8CRtLpaSIwINVbJGwFzlQ','0326fc17e395b059c402e7cb98b12b5bff8e450bdb251afd7872f72954470273');
INSERT INTO "audit" VALUES(88,1795752679,'alertd-mail','delivery.accepted',3,'message 36','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-16/out)','34cf79ed5789cf31dd9101f6e110f79369abc6e7f99d2ad32c9e5c18569791fa','','iDaaRGE-TvWge_iL7eRCtQ','20b4fbf3570044395db74c54995d9ee6a0826a400ef9d4c51b2cdb40cc5c3ccf','SuFa8gUogUcK86y4RD68lA','cb53bbdf8b8e3f885a7761e7e9db5b187f5a56dde8f3ef228dd491cc6a2bc093');
INSERT INTO "audit" VALUES(89,1795752679,'alertd','message.sending',3,'message 32','1 recipients, by worker 10902','5bb6eaaf1adb81138a3d21610ce477ca792c131ae3f52fc781b38514cbc2508b','','8vKdpFxFeErV5tXKO65Vlw','886cfb63b3e9c9275d87742d63c617de4385bd26eee754faa07f6c9b732fb976','6d3tG1W3q00ZdW0TvoJGBQ','d1d129e5b82f0ab32466296c4fb8bf804d4ac17ca0bbac59daf339d4577ca668');
INSERT INTO "audit" VALUES(90,1795752679,'alertd','message.sending',3,'message 34','1 recipients, by worker 10902','e82371959f3aa76016b7bbc59bb0ff9fc296d1b58a5d20ca83ebb2597d6283be','','u6jmUysPzmVasQghhov2_Q','4ee06b00721c82b51bc9a2b31b5f3e40c768537d9bd87dc704475b47476fbafa','BWSQZYeLbq9NbL-ZbsWoGA','6f3a8af737b17572a078fa3aa754e26b874b0a23080212d7f2f51355b4c5b06f');
INSERT INTO "audit" VALUES(91,1795752679,'alertd-sms','delivery.accepted',3,'message 32','+4500000021: accepted: 0 written (/tmp/alertd-16/sms.txt)','a2ef4652e8ef7134c6211c26585100cc831fc1d4e6951e81a388687d3d0be647','','xff2Gn1n6KVmBxB7GSVixg','24cc08721b56c830184ee040d34a8aa6d9a252097048ebfa5e8b825ecd0f1409','DrzFjfqa-tRX3iOp3f2q_g','0f286a501c063cbb5a82f3502952c72897a6e6c990b4ea142dc76b1aa75a7063');
INSERT INTO "audit" VALUES(92,1795752679,'alertd-sms','delivery.accepted',3,'message 34','+4500000022: accepted: 0 written (/tmp/alertd-16/sms.txt)','1c683f6d6fc5ebecfe82d4d5ea0a482164fd41a2a8ab577faf0c7387dd93af4f','','1o9TCf13hRMjQqUqmZ6hng','ee615d0a5332aeca9bccb577a9b5f29887f5b82d0948140b1e41cfb6b8e681a6','S9-isZ36EPehURwrFcjcrg','ce7e7186b333d531f1ccd88ab963c3ab055a1046018792df12f46582ec154fc9');
CREATE TABLE audit_head ( id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
INSERT INTO "audit_head" VALUES(1,92,'1c683f6d6fc5ebecfe82d4d5ea0a482164fd41a2a8ab577faf0c7387dd93af4f');
CREATE TABLE calendar ( rota TEXT PRIMARY KEY, source TEXT NOT NULL, body TEXT NOT NULL, fetched INTEGER, failing INTEGER, why TEXT NOT NULL, told INTEGER NOT NULL CHECK (told IN (0, 1)), CHECK ((failing IS NULL) = (why = ''))) STRICT, WITHOUT ROWID;
INSERT INTO "calendar" VALUES('vagt','file:vagt.ics','BEGIN:VCALENDAR',1795751000,1795752000,'HTTP 503',1);
CREATE TABLE call ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL, opened INTEGER NOT NULL, began INTEGER NOT NULL, steps INTEGER NOT NULL CHECK (steps >= 0), due INTEGER, paged_at INTEGER, skipped TEXT NOT NULL, owner TEXT NOT NULL, had TEXT NOT NULL, taken INTEGER, attended INTEGER, closed INTEGER, CHECK ((owner = '') = (attended IS NULL)), CHECK (incident IS NOT NULL OR alarm <> '')) STRICT;
INSERT INTO "call" VALUES(1,1,'','','',1795752669,1795752669,1,1795753269,1795752669,'','anna','',1795752669,1795752670,NULL);
INSERT INTO "call" VALUES(2,2,'','','',1795752678,1795752678,0,NULL,NULL,'','anna','',1795752678,1795752678,NULL);
INSERT INTO "call" VALUES(3,3,'','','',1795752679,1795752679,0,NULL,NULL,'','anna','',1795752679,1795752679,NULL);
CREATE TABLE call_person ( call INTEGER NOT NULL REFERENCES call, person TEXT NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, round INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (call, person)) STRICT, WITHOUT ROWID;
INSERT INTO "call_person" VALUES(1,'alarm.1e3386203534','alarm','vagt@example.dk','vagt@example.dk','',0,1795752669);
INSERT INTO "call_person" VALUES(1,'medcom.6','medcom','Jens Lund','jens.lund@example.dk','+4500000012',0,1795752669);
CREATE TABLE code ( id INTEGER PRIMARY KEY, action TEXT NOT NULL CHECK (action IN ('ack', 'approve', 'dismiss',  'receipt')), notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, call INTEGER REFERENCES call, org TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL, token TEXT NOT NULL UNIQUE, reply TEXT NOT NULL, made INTEGER NOT NULL, lapses INTEGER NOT NULL, used INTEGER) STRICT;
INSERT INTO "code" VALUES(1,'ack',2,1,1,'medcom.6','Jens Lund','+4500000012','SboRfPwZrFoq8FHxmWbw8Q','777905',1795752669,1795767069,NULL);
INSERT INTO "code" VALUES(2,'ack',2,1,1,'alarm.1e3386203534','vagt@example.dk','','_iYqyyiv7WDqKIwYHsjqwA','',1795752669,1795767069,NULL);
CREATE TABLE contact ( id INTEGER PRIMARY KEY, org INTEGER NOT NULL REFERENCES org, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)), topics TEXT NOT NULL DEFAULT '', channels TEXT NOT NULL DEFAULT '' CHECK (channels IN ('', 'both', 'mail', 'sms', 'sms-outages')), CHECK (email <> '' OR phone <> '')) STRICT;
INSERT INTO "contact" VALUES(1,4,'FMK-koordinator','fmk@koebenhavn.example.dk','+4500000021',1,'','');
INSERT INTO "contact" VALUES(2,85,'Sygeplejen','fmk@aarhus.example.dk','+4500000022',1,'','');
INSERT INTO "contact" VALUES(3,100,'IT-vagten','fmk@aalborg.example.dk','',1,'','');
INSERT INTO "contact" VALUES(4,1,'KMD Drift','drift@kmd.example.dk','',1,'','');
INSERT INTO "contact" VALUES(5,102,'Anna Holm','anna.holm@example.dk','+4500000011',1,'','');
INSERT INTO "contact" VALUES(6,102,'Jens Lund','jens.lund@example.dk','+4500000012',1,'','');
CREATE TABLE cover ( id INTEGER PRIMARY KEY, rota TEXT NOT NULL, who TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL, made INTEGER NOT NULL, by TEXT NOT NULL, CHECK (starts < ends)) STRICT;
INSERT INTO "cover" VALUES(1,'vagt','Jens Lund',1795752669,1795774269,1795752669,'user anna');
CREATE TABLE delivery ( id INTEGER PRIMARY KEY, message INTEGER NOT NULL REFERENCES message, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted',  'delivered', 'unknown', 'failed', 'superseded', 'cancelled')), attempts INTEGER NOT NULL DEFAULT 0, code INTEGER NOT NULL DEFAULT 0, answer TEXT NOT NULL DEFAULT '', via TEXT NOT NULL DEFAULT '', remote_id TEXT NOT NULL DEFAULT '', due INTEGER NOT NULL, done INTEGER, told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)), accepted INTEGER, UNIQUE (message, address)) STRICT;
INSERT INTO "delivery" VALUES(1,1,1,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752698,1795752669,1,1795752669);
INSERT INTO "delivery" VALUES(2,2,1,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-16/sms.txt','',1795752697,1795752669,1,1795752669);
INSERT INTO "delivery" VALUES(3,3,1,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752697,1795752669,1,1795752669);
INSERT INTO "delivery" VALUES(4,4,1,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-16/sms.txt','',1795752696,1795752669,1,1795752669);
INSERT INTO "delivery" VALUES(5,5,1,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752696,1795752669,1,1795752669);
INSERT INTO "delivery" VALUES(6,6,1,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752695,1795752669,1,1795752669);
INSERT INTO "delivery" VALUES(7,7,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752694,1795752669,1,1795752669);
INSERT INTO "delivery" VALUES(8,8,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-16/sms.txt','',1795752694,1795752669,1,1795752669);
INSERT INTO "delivery" VALUES(9,9,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752693,1795752669,1,1795752669);
INSERT INTO "delivery" VALUES(10,10,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752705,1795752669,1,1795752669);
INSERT INTO "delivery" VALUES(11,11,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752704,1795752669,1,1795752669);
INSERT INTO "delivery" VALUES(12,12,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-16/sms.txt','',1795752703,1795752669,1,1795752669);
INSERT INTO "delivery" VALUES(13,13,1,2,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752704,1795752670,1,1795752670);
INSERT INTO "delivery" VALUES(14,14,1,2,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-16/sms.txt','',1795752703,1795752670,1,1795752670);
INSERT INTO "delivery" VALUES(15,15,1,2,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752703,1795752670,1,1795752670);
INSERT INTO "delivery" VALUES(16,16,1,2,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-16/sms.txt','',1795752702,1795752670,1,1795752670);
INSERT INTO "delivery" VALUES(17,17,1,2,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752702,1795752670,1,1795752670);
INSERT INTO "delivery" VALUES(18,18,1,2,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752701,1795752670,1,1795752670);
INSERT INTO "delivery" VALUES(19,19,1,3,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752708,1795752678,1,1795752678);
INSERT INTO "delivery" VALUES(20,20,1,3,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-16/sms.txt','',1795752708,1795752678,1,1795752678);
INSERT INTO "delivery" VALUES(21,21,1,3,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752707,1795752678,1,1795752678);
INSERT INTO "delivery" VALUES(22,22,1,3,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-16/sms.txt','',1795752707,1795752678,1,1795752678);
INSERT INTO "delivery" VALUES(23,23,1,3,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752706,1795752678,1,1795752678);
INSERT INTO "delivery" VALUES(24,24,1,3,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752705,1795752678,1,1795752678);
INSERT INTO "delivery" VALUES(25,25,2,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','queued',1,421,'421 4.3.2 try later','maildir /tmp/alertd-16/out','',1795752705,NULL,0,1795752678);
INSERT INTO "delivery" VALUES(26,26,2,1,'0101','FMK-koordinator','+4500000021','sending',1,0,'written','/tmp/alertd-16/sms.txt','',1795752704,NULL,1,1795752678);
INSERT INTO "delivery" VALUES(27,27,2,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752704,1795752678,1,1795752678);
INSERT INTO "delivery" VALUES(28,28,2,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-16/sms.txt','',1795752703,1795752678,1,1795752678);
INSERT INTO "delivery" VALUES(29,29,2,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752702,1795752678,1,1795752678);
INSERT INTO "delivery" VALUES(30,30,2,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752702,1795752678,1,1795752678);
INSERT INTO "delivery" VALUES(31,31,3,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752714,1795752679,1,1795752679);
INSERT INTO "delivery" VALUES(32,32,3,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-16/sms.txt','',1795752714,1795752679,1,1795752679);
INSERT INTO "delivery" VALUES(33,33,3,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752713,1795752679,1,1795752679);
INSERT INTO "delivery" VALUES(34,34,3,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-16/sms.txt','',1795752712,1795752679,1,1795752679);
INSERT INTO "delivery" VALUES(35,35,3,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752712,1795752679,1,1795752679);
INSERT INTO "delivery" VALUES(36,36,3,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-16/out','',1795752711,1795752679,1,1795752679);
CREATE TABLE draft ( id INTEGER PRIMARY KEY AUTOINCREMENT, incident INTEGER REFERENCES incident, at INTEGER NOT NULL, pid INTEGER NOT NULL, owner TEXT NOT NULL CHECK (owner <> ''), body TEXT NOT NULL) STRICT;
INSERT INTO "draft" VALUES(1,2,1795751000,4711,'user anna','{"command": "update", "text": "Det varer ved."}');
CREATE TABLE early_report ( delivery INTEGER PRIMARY KEY REFERENCES delivery, via TEXT NOT NULL, answer TEXT NOT NULL) STRICT;
INSERT INTO "early_report" VALUES(1,'cpsms','absent subscriber');
CREATE TABLE event ( id INTEGER PRIMARY KEY, feed TEXT NOT NULL, ext TEXT NOT NULL, incident INTEGER REFERENCES incident, newest INTEGER, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, listed INTEGER NOT NULL CHECK (listed IN (0, 1)), UNIQUE (feed, ext)) STRICT;
INSERT INTO "event" VALUES(1,'nspop','fmk1',1,2,1795752669,1795752678,1);
CREATE TABLE fault ( name TEXT PRIMARY KEY, what TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "fault" VALUES('incident 2','incident 2: its notice was due, and none is queued',1795751000,1795751060);
CREATE TABLE "feed" ( feed TEXT PRIMARY KEY, first_ok INTEGER, last_ok INTEGER, last_change INTEGER, health TEXT NOT NULL CHECK (health IN ('ok', 'failing', 'stale',  'shrunken')), since INTEGER, polls INTEGER NOT NULL, last_poll INTEGER, body TEXT NOT NULL CHECK (body IN ('whole', 'part', 'short')), body_since INTEGER, told TEXT NOT NULL CHECK (told IN ('ok', 'failing', 'stale',  'shrunken')), cause TEXT NOT NULL CHECK (cause IN ('none', 'unreachable', 'tls',  'status', 'not-a-feed', 'too-large', 'incomplete', 'not-stored')), why TEXT NOT NULL, source TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "feed" VALUES('nspop',1795752669,1795752678,1795752678,'ok',1795752669,2,1795752678,'whole',1795752669,'ok','none','','7364d5e82e4353e3023998266622fb141170b5473e81e1fc23b4d29bb622b527');
CREATE TABLE gap ( org TEXT NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), since INTEGER NOT NULL, told INTEGER, PRIMARY KEY (org, channel)) STRICT, WITHOUT ROWID;
INSERT INTO "gap" VALUES('0147','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0147','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0151','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0151','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0153','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0153','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0155','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0155','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0157','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0157','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0159','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0159','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0161','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0161','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0163','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0163','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0165','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0165','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0167','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0167','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0169','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0169','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0173','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0173','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0175','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0175','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0183','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0183','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0185','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0185','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0187','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0187','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0190','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0190','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0201','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0201','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0210','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0210','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0217','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0217','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0219','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0219','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0223','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0223','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0230','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0230','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0240','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0240','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0250','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0250','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0253','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0253','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0259','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0259','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0260','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0260','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0265','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0265','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0269','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0269','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0270','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0270','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0306','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0306','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0316','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0316','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0320','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0320','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0326','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0326','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0329','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0329','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0330','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0330','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0336','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0336','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0340','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0340','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0350','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0350','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0360','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0360','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0370','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0370','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0376','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0376','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0390','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0390','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0400','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0400','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0410','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0410','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0420','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0420','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0430','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0430','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0440','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0440','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0450','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0450','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0461','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0461','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0479','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0479','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0480','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0480','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0482','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0482','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0492','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0492','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0510','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0510','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0530','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0530','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0540','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0540','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0550','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0550','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0561','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0561','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0563','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0563','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0573','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0573','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0575','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0575','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0580','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0580','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0607','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0607','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0615','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0615','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0621','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0621','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0630','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0630','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0657','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0657','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0661','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0661','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0665','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0665','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0671','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0671','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0706','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0706','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0707','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0707','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0710','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0710','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0727','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0727','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0730','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0730','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0740','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0740','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0741','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0741','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0746','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0746','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0756','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0756','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0760','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0760','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0766','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0766','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0773','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0773','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0779','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0779','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0787','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0787','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0791','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0791','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0810','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0810','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0813','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0813','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0820','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0820','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0825','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0825','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0840','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0840','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0846','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0846','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0849','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0849','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0851','sms',1795752669,NULL);
INSERT INTO "gap" VALUES('0860','mail',1795752669,NULL);
INSERT INTO "gap" VALUES('0860','sms',1795752669,NULL);
CREATE TABLE inbound ( gateway TEXT NOT NULL, ident TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (gateway, ident)) STRICT, WITHOUT ROWID;
INSERT INTO "inbound" VALUES('cpsms','in-1',1795751000);
CREATE TABLE incident ( id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('pending', 'open', 'resolved',  'dismissed', 'retracted')), kind TEXT NOT NULL CHECK (kind IN ('actual', 'exercise', 'test')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), service TEXT NOT NULL, title TEXT NOT NULL, news TEXT NOT NULL, url TEXT NOT NULL, reason TEXT NOT NULL, feed TEXT NOT NULL, since INTEGER, opened_at INTEGER, decided_at INTEGER, resolved_at INTEGER, starts INTEGER, ends INTEGER, expected_end INTEGER, planned INTEGER NOT NULL CHECK (planned IN (0, 1)), reminded INTEGER NOT NULL CHECK (reminded IN (0, 1)), notices INTEGER NOT NULL CHECK (notices >= 0), last_notice_at INTEGER, last_change_at INTEGER, due_at INTEGER, change INTEGER NOT NULL CHECK (change IN (0, 1)), fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)), change_reason TEXT NOT NULL, over INTEGER NOT NULL CHECK (over IN (0, 1)), told_effect TEXT NOT NULL CHECK (told_effect IN ('none', 'planned',  'degraded', 'data_error', 'outage')), told_online TEXT NOT NULL CHECK (told_online IN ('unknown', 'works',  'down')), audience TEXT NOT NULL DEFAULT '' CHECK (audience = '' OR audience GLOB 'region:?*'  OR audience GLOB 'vendor:?*' OR audience GLOB 'org:?*'), drill_ends INTEGER CHECK (drill_ends IS NULL OR kind = 'exercise'), named INTEGER DEFAULT 0, acted INTEGER DEFAULT 1, itself INTEGER NOT NULL DEFAULT 0 CHECK (itself IN (0, 1)), named_to INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "incident" VALUES(1,'resolved','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752368,1795752669,NULL,1795752678,NULL,NULL,NULL,0,0,3,1795752678,1795752678,NULL,0,0,'',0,'outage','unknown','',NULL,0,1,1,0);
INSERT INTO "incident" VALUES(2,'open','actual','outage','down',0,'FMK','FMK kan ikke bruges','SDS undersøger fejlen.','','sent by user anna','',1795752678,1795752678,1795752678,NULL,NULL,NULL,NULL,0,0,1,1795752678,1795752678,NULL,0,0,'',0,'outage','down','',NULL,0,1,0,0);
INSERT INTO "incident" VALUES(3,'open','exercise','degraded','unknown',0,'FMK','Øvelse','En øvelse.','','sent by user anna','',1795752679,1795752679,1795752679,NULL,NULL,NULL,NULL,0,0,1,1795752679,1795752679,NULL,0,0,'',0,'degraded','unknown','',NULL,0,1,0,0);
INSERT INTO "incident" VALUES(4,'pending','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752368,1795752669,NULL,NULL,NULL,NULL,NULL,0,0,0,NULL,NULL,NULL,0,0,'',0,'none','unknown','',NULL,0,1,1,0);
CREATE TABLE looked ( what TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "looked" VALUES('gaps',1795752669);
CREATE TABLE low ( id INTEGER PRIMARY KEY, at INTEGER NOT NULL, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
INSERT INTO "low" VALUES(1,1795751000,'bounced','fmk@aarhus.example.dk','550 5.1.1 no such user');
CREATE TABLE message ( id INTEGER PRIMARY KEY, notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',  'oncall')), org TEXT NOT NULL, org_name TEXT NOT NULL, vendor TEXT NOT NULL, message_id TEXT NOT NULL, created INTEGER NOT NULL, due INTEGER, worker INTEGER, begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1)), held INTEGER, way TEXT NOT NULL DEFAULT '', passed INTEGER NOT NULL DEFAULT 0 CHECK (passed IN (0, 1)), deaths INTEGER NOT NULL DEFAULT 0, UNIQUE (notice, channel, org)) STRICT;
INSERT INTO "message" VALUES(1,1,1,1,'mail','municipality','0101','København','','alertd.1795752669.1.1.0.0101@example.dk',1795752669,NULL,NULL,1,1795752669,'',0,0);
INSERT INTO "message" VALUES(2,1,1,1,'sms','municipality','0101','København','','alertd.1795752669.1.1.0.0101@example.dk',1795752669,NULL,NULL,1,1795752669,'',0,0);
INSERT INTO "message" VALUES(3,1,1,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752669.1.1.0.0751@example.dk',1795752669,NULL,NULL,1,1795752669,'',0,0);
INSERT INTO "message" VALUES(4,1,1,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752669.1.1.0.0751@example.dk',1795752669,NULL,NULL,1,1795752669,'',0,0);
INSERT INTO "message" VALUES(5,1,1,1,'mail','municipality','0851','Aalborg','','alertd.1795752669.1.1.0.0851@example.dk',1795752669,NULL,NULL,1,1795752669,'',0,0);
INSERT INTO "message" VALUES(6,1,1,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752669.1.1.0.vendors@example.dk',1795752669,NULL,NULL,1,1795752669,'',0,0);
INSERT INTO "message" VALUES(7,2,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752669.1.0.2.medcom.6@example.dk',1795752669,NULL,NULL,1,1795752669,'',0,0);
INSERT INTO "message" VALUES(8,2,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752669.1.0.2.medcom.6@example.dk',1795752669,NULL,NULL,1,1795752669,'',0,0);
INSERT INTO "message" VALUES(9,2,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752669.1.0.2.alarm.1e3386203534@example.dk',1795752669,NULL,NULL,1,1795752669,'',0,0);
INSERT INTO "message" VALUES(10,3,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752669.1.0.3.alarm.1e3386203534@example.dk',1795752669,NULL,NULL,1,1795752669,'',0,0);
INSERT INTO "message" VALUES(11,3,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752669.1.0.3.medcom.6@example.dk',1795752669,NULL,NULL,1,1795752669,'',0,0);
INSERT INTO "message" VALUES(12,3,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752669.1.0.3.medcom.6@example.dk',1795752669,NULL,NULL,1,1795752669,'',0,0);
INSERT INTO "message" VALUES(13,4,1,2,'mail','municipality','0101','København','','alertd.1795752669.1.2.0.0101@example.dk',1795752670,NULL,NULL,1,1795752670,'',0,0);
INSERT INTO "message" VALUES(14,4,1,2,'sms','municipality','0101','København','','alertd.1795752669.1.2.0.0101@example.dk',1795752670,NULL,NULL,1,1795752670,'',0,0);
INSERT INTO "message" VALUES(15,4,1,2,'mail','municipality','0751','Aarhus','systematic','alertd.1795752669.1.2.0.0751@example.dk',1795752670,NULL,NULL,1,1795752670,'',0,0);
INSERT INTO "message" VALUES(16,4,1,2,'sms','municipality','0751','Aarhus','systematic','alertd.1795752669.1.2.0.0751@example.dk',1795752670,NULL,NULL,1,1795752670,'',0,0);
INSERT INTO "message" VALUES(17,4,1,2,'mail','municipality','0851','Aalborg','','alertd.1795752669.1.2.0.0851@example.dk',1795752670,NULL,NULL,1,1795752670,'',0,0);
INSERT INTO "message" VALUES(18,4,1,2,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752669.1.2.0.vendors@example.dk',1795752670,NULL,NULL,1,1795752670,'',0,0);
INSERT INTO "message" VALUES(19,5,1,3,'mail','municipality','0101','København','','alertd.1795752669.1.3.0.0101@example.dk',1795752678,NULL,NULL,1,1795752678,'',0,0);
INSERT INTO "message" VALUES(20,5,1,3,'sms','municipality','0101','København','','alertd.1795752669.1.3.0.0101@example.dk',1795752678,NULL,NULL,1,1795752678,'',0,0);
INSERT INTO "message" VALUES(21,5,1,3,'mail','municipality','0751','Aarhus','systematic','alertd.1795752669.1.3.0.0751@example.dk',1795752678,NULL,NULL,1,1795752678,'',0,0);
INSERT INTO "message" VALUES(22,5,1,3,'sms','municipality','0751','Aarhus','systematic','alertd.1795752669.1.3.0.0751@example.dk',1795752678,NULL,NULL,1,1795752678,'',0,0);
INSERT INTO "message" VALUES(23,5,1,3,'mail','municipality','0851','Aalborg','','alertd.1795752669.1.3.0.0851@example.dk',1795752678,NULL,NULL,1,1795752678,'',0,0);
INSERT INTO "message" VALUES(24,5,1,3,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752669.1.3.0.vendors@example.dk',1795752678,NULL,NULL,1,1795752678,'',0,0);
INSERT INTO "message" VALUES(25,6,2,1,'mail','municipality','0101','København','','alertd.1795752678.2.1.0.0101@example.dk',1795752678,1795752708,NULL,1,1795752678,'',0,0);
INSERT INTO "message" VALUES(26,6,2,1,'sms','municipality','0101','København','','alertd.1795752678.2.1.0.0101@example.dk',1795752678,NULL,4711,1,1795752678,'',0,0);
INSERT INTO "message" VALUES(27,6,2,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752678.2.1.0.0751@example.dk',1795752678,NULL,NULL,1,1795752678,'',0,0);
INSERT INTO "message" VALUES(28,6,2,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752678.2.1.0.0751@example.dk',1795752678,NULL,NULL,1,1795752678,'',0,0);
INSERT INTO "message" VALUES(29,6,2,1,'mail','municipality','0851','Aalborg','','alertd.1795752678.2.1.0.0851@example.dk',1795752678,NULL,NULL,1,1795752678,'',0,0);
INSERT INTO "message" VALUES(30,6,2,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752678.2.1.0.vendors@example.dk',1795752678,NULL,NULL,1,1795752678,'',0,0);
INSERT INTO "message" VALUES(31,7,3,1,'mail','municipality','0101','København','','alertd.1795752679.3.1.0.0101@example.dk',1795752679,NULL,NULL,1,1795752679,'',0,0);
INSERT INTO "message" VALUES(32,7,3,1,'sms','municipality','0101','København','','alertd.1795752679.3.1.0.0101@example.dk',1795752679,NULL,NULL,1,1795752679,'',0,0);
INSERT INTO "message" VALUES(33,7,3,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752679.3.1.0.0751@example.dk',1795752679,NULL,NULL,1,1795752679,'',0,0);
INSERT INTO "message" VALUES(34,7,3,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752679.3.1.0.0751@example.dk',1795752679,NULL,NULL,1,1795752679,'',0,0);
INSERT INTO "message" VALUES(35,7,3,1,'mail','municipality','0851','Aalborg','','alertd.1795752679.3.1.0.0851@example.dk',1795752679,NULL,NULL,1,1795752679,'',0,0);
INSERT INTO "message" VALUES(36,7,3,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752679.3.1.0.vendors@example.dk',1795752679,NULL,NULL,1,1795752679,'',0,0);
CREATE TABLE notice ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, number INTEGER NOT NULL CHECK (number >= 0), type TEXT NOT NULL CHECK (type IN ('first', 'update', 'repeat',  'resolved', 'correction', 'planned', 'page', 'receipt')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), at INTEGER NOT NULL, next INTEGER, title TEXT NOT NULL, reason TEXT NOT NULL, cc_own INTEGER NOT NULL CHECK (cc_own IN (0, 1)), check_from INTEGER, said TEXT NOT NULL DEFAULT '', topic TEXT NOT NULL DEFAULT '', CHECK ((number = 0) = (type IN ('page', 'receipt'))), CHECK (type = 'page' OR incident IS NOT NULL)) STRICT;
INSERT INTO "notice" VALUES(1,1,1,'first','outage',1795752669,1795759869,'FMK er utilgængeligt i produktion','rule 3: FMK: it is hit: "fmk", "utilgængeligt"',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.06.
Opslag i FMK fejler for alle anvendere.','fmk');
INSERT INTO "notice" VALUES(2,1,0,'page','outage',1795752669,NULL,'FMK er utilgængeligt i produktion','The municipalities are being told.',0,NULL,'','');
INSERT INTO "notice" VALUES(3,1,0,'page','outage',1795752669,NULL,'FMK er utilgængeligt i produktion','taken by anna: The municipalities are being told.',0,NULL,'','');
INSERT INTO "notice" VALUES(4,1,2,'update','outage',1795752670,1795759870,'FMK er utilgængeligt i produktion','updated by user anna',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.06.
SDS venter på en reservedel.','fmk');
INSERT INTO "notice" VALUES(5,1,3,'resolved','outage',1795752678,NULL,'FMK er utilgængeligt i produktion','it is over',0,1795752678,'FMK virker igen.
Fejlen er rettet.','fmk');
INSERT INTO "notice" VALUES(6,2,1,'first','outage',1795752678,1795759878,'FMK kan ikke bruges','sent by user anna',0,1795752678,'FMK er nede.
Fejlen begyndte kl. 05.11.
SDS undersøger fejlen.','fmk');
INSERT INTO "notice" VALUES(7,3,1,'first','degraded',1795752679,1795759879,'Øvelse','sent by user anna',0,1795752679,'','fmk');
INSERT INTO "notice" VALUES(8,NULL,0,'page','none',1795751000,NULL,'Prøve','a test of the way',0,NULL,'','');
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
CREATE TABLE rate_use ( channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), way TEXT NOT NULL, boot TEXT NOT NULL, at INTEGER NOT NULL, n INTEGER NOT NULL CHECK (n > 0), PRIMARY KEY (channel, way, boot, at)) STRICT, WITHOUT ROWID;
INSERT INTO "rate_use" VALUES('mail','smtp.example.dk','3f0c6a1e-0000-4000-8000-000000000001',86400001,30);
CREATE TABLE receipt ( incident INTEGER NOT NULL REFERENCES incident, org TEXT NOT NULL, notice INTEGER NOT NULL REFERENCES notice, at INTEGER NOT NULL, by TEXT NOT NULL, PRIMARY KEY (incident, org)) STRICT, WITHOUT ROWID;
INSERT INTO "receipt" VALUES(1,'0101',1,1795752729,'FMK-koordinator');
CREATE TABLE reminded ( what TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "reminded" VALUES('drill',1795751000);
CREATE TABLE report ( id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event, seen INTEGER NOT NULL, hash TEXT NOT NULL, revision TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, newest INTEGER NOT NULL, url TEXT NOT NULL, published INTEGER, updated INTEGER, starts INTEGER, ends INTEGER, components TEXT NOT NULL, impact TEXT NOT NULL, status TEXT NOT NULL, phase TEXT NOT NULL CHECK (phase IN ('unknown', 'info', 'planned',  'open', 'resolved')), verdict TEXT NOT NULL CHECK (verdict IN ('ignore', 'ask', 'broadcast')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), judged TEXT NOT NULL CHECK (judged IN ('unknown', 'info', 'planned',  'open', 'resolved')), reason TEXT NOT NULL, service TEXT NOT NULL, hit TEXT NOT NULL, online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), expected_end INTEGER) STRICT;
INSERT INTO "report" VALUES(1,1,1795752669,'de945c7fc038dbdcad8ce7e24da7d414b148dbcd76bff10257b46e34532c8c8e','2026-11-27T04:06:08Z-a43764d2','FMK er utilgængeligt i produktion','Opslag i FMK fejler for alle anvendere.',39,'https://status.example.dk/fmk1',1795752368,1795752368,NULL,NULL,'FMK	major_outage
','critical','investigating','open','broadcast','outage','open','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
INSERT INTO "report" VALUES(2,1,1795752678,'802645cf51c64b9bf36c641c24b2abaa1e5e56fbbf4c0317cc75748a3e824afa','2026-11-27T04:11:10Z-0b941f02','FMK er utilgængeligt i produktion','Fejlen er rettet.',17,'https://status.example.dk/fmk1',1795752670,1795752670,NULL,NULL,'FMK	operational
','critical','resolved','resolved','broadcast','outage','resolved','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
CREATE TABLE restored ( id INTEGER PRIMARY KEY, at INTEGER NOT NULL, made INTEGER, source TEXT NOT NULL, next INTEGER NOT NULL) STRICT;
INSERT INTO "restored" VALUES(1,1795751000,1795750000,'last.db',8);
CREATE TABLE retention ( what TEXT PRIMARY KEY, pos INTEGER NOT NULL, due INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "retention" VALUES('addresses',0,1795839069);
INSERT INTO "retention" VALUES('calls',0,1795839069);
INSERT INTO "retention" VALUES('codes',0,1795839069);
INSERT INTO "retention" VALUES('covers',0,1795839069);
INSERT INTO "retention" VALUES('incidents',0,1795839069);
INSERT INTO "retention" VALUES('operators',0,1795839069);
INSERT INTO "retention" VALUES('owners',0,1795839069);
INSERT INTO "retention" VALUES('pages',0,1795839069);
INSERT INTO "retention" VALUES('reasons',0,1795839069);
INSERT INTO "retention" VALUES('records',0,1795839069);
INSERT INTO "retention" VALUES('replies',0,1795839069);
CREATE TABLE secret ( name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "secret" VALUES('bounce','8ignRNzWLPPzzQixVDTClw');
CREATE TABLE self_check ( id INTEGER PRIMARY KEY CHECK (id = 1), started INTEGER NOT NULL, at INTEGER NOT NULL, passed INTEGER, pinged INTEGER, ping_error TEXT NOT NULL) STRICT;
INSERT INTO "self_check" VALUES(1,1795752669,1795752669,1795752669,NULL,'');
CREATE TABLE shut ( program TEXT PRIMARY KEY, missing TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "shut" VALUES('alertd-mail','landlock',1795751000);
CREATE TABLE tally ( what TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (what, a, b)) STRICT, WITHOUT ROWID;
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
INSERT INTO "tally" VALUES('notice','page','',3);
INSERT INTO "tally" VALUES('notice','resolved','',1);
INSERT INTO "tally" VALUES('notice','update','',1);
INSERT INTO "tally" VALUES('opened','actual','',3);
INSERT INTO "tally" VALUES('opened','exercise','',1);
CREATE TABLE tally_delivery ( channel TEXT PRIMARY KEY CHECK (channel IN ('mail', 'sms')), accepted INTEGER NOT NULL DEFAULT 0, done_accepted INTEGER NOT NULL DEFAULT 0, delivered INTEGER NOT NULL DEFAULT 0, done_delivered INTEGER NOT NULL DEFAULT 0, unknown INTEGER NOT NULL DEFAULT 0, done_unknown INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0, done_failed INTEGER NOT NULL DEFAULT 0, superseded INTEGER NOT NULL DEFAULT 0, done_superseded INTEGER NOT NULL DEFAULT 0, cancelled INTEGER NOT NULL DEFAULT 0, done_cancelled INTEGER NOT NULL DEFAULT 0, tried INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
INSERT INTO "tally_delivery" VALUES('mail',23,24,0,0,0,0,0,0,0,0,0,0,24);
INSERT INTO "tally_delivery" VALUES('sms',11,12,0,0,0,0,0,0,0,0,0,0,12);
CREATE TABLE test ( notice INTEGER NOT NULL REFERENCES notice, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), kind TEXT NOT NULL CHECK (kind IN ('truth', 'deadman')), sent INTEGER NOT NULL, arrived INTEGER, late INTEGER, over INTEGER, PRIMARY KEY (notice, channel)) STRICT, WITHOUT ROWID;
INSERT INTO "test" VALUES(8,'mail','truth',1795751000,1795751004,NULL,NULL);
CREATE TABLE way ( channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), name TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('aside', 'tried')), since INTEGER NOT NULL, until INTEGER NOT NULL, pause INTEGER NOT NULL, why TEXT NOT NULL, PRIMARY KEY (channel, name)) STRICT, WITHOUT ROWID;
INSERT INTO "way" VALUES('mail','smtp.example.dk','aside',1795751000,1795751600,600,'421 4.3.2 try later');
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
CREATE INDEX delivery_failed ON delivery (message) WHERE state = 'failed';
CREATE INDEX delivery_sending ON delivery (incident, address, number) WHERE state = 'sending';
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
CREATE INDEX message_created ON message (created);
CREATE INDEX incident_opened ON incident (opened_at, id);
CREATE INDEX notice_told ON notice (id) WHERE number > 0;
CREATE TRIGGER tally_incident AFTER INSERT ON incident BEGIN INSERT INTO tally VALUES ('incident', NEW.kind, NEW.state, 1) ON CONFLICT (what, a, b) DO UPDATE SET n = n + excluded.n;INSERT INTO tally VALUES ('opened', NEW.kind, '', 1) ON CONFLICT (what, a, b) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER tally_incident_state AFTER UPDATE OF state ON incident WHEN NEW.state <> OLD.state BEGIN INSERT INTO tally VALUES ('incident', NEW.kind, NEW.state, 1) ON CONFLICT (what, a, b) DO UPDATE SET n = n + excluded.n;INSERT INTO tally VALUES ('incident', OLD.kind, OLD.state, -1) ON CONFLICT (what, a, b) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER tally_notice AFTER INSERT ON notice BEGIN INSERT INTO tally VALUES ('notice', NEW.type, '', 1) ON CONFLICT (what, a, b) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER tally_message AFTER INSERT ON message BEGIN INSERT INTO tally VALUES ('message', NEW.channel, NEW.audience, 1) ON CONFLICT (what, a, b) DO UPDATE SET n = n + excluded.n;END;
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
CREATE TRIGGER address_bounced AFTER UPDATE OF state ON delivery WHEN NEW.state = 'failed' AND OLD.state = 'accepted' BEGIN INSERT INTO address (channel, address, bounced, bounced_by, late,  answer) SELECT channel, NEW.address, NEW.done, NEW.id, 1,  NEW.answer FROM message WHERE id = NEW.message  AND audience <> 'oncall' AND 1 ON CONFLICT (channel, address) DO UPDATE SET bounced = excluded.bounced, bounced_by = excluded.bounced_by, late = max(late * (bounced IS NOT NULL), excluded.late), answer = excluded.answer;UPDATE address SET proven = CASE proven WHEN OLD.done THEN earlier  ELSE proven END, earlier = CASE earlier WHEN OLD.done THEN NULL  ELSE earlier END, how = CASE WHEN proven = OLD.done  AND earlier IS NULL THEN NULL ELSE how END WHERE channel = (SELECT channel FROM message WHERE id = NEW.message) AND address = NEW.address AND how = 'accepted'; END;
CREATE TRIGGER address_refused AFTER UPDATE OF state ON delivery WHEN NEW.state = 'failed' AND OLD.state = 'sending' AND NEW.code BETWEEN 550 AND 559 AND (NEW.answer GLOB '5.1.[0-6] *' OR NEW.answer GLOB '5.1.10 *'  OR NEW.answer GLOB '5.2.[01] *') BEGIN INSERT INTO address (channel, address, bounced, bounced_by, late,  answer) SELECT channel, NEW.address, NEW.done, NEW.id, 0,  NEW.answer FROM message WHERE id = NEW.message  AND audience <> 'oncall' AND channel = 'mail' ON CONFLICT (channel, address) DO UPDATE SET bounced = excluded.bounced, bounced_by = excluded.bounced_by, late = max(late * (bounced IS NOT NULL), excluded.late), answer = excluded.answer; END;
CREATE INDEX receipt_org ON receipt (org, at);
CREATE INDEX incident_named ON incident (max(coalesce(resolved_at, 0), coalesce(decided_at, 0), coalesce(last_notice_at, 0), coalesce(opened_at, 0))) WHERE named IS NOT NULL AND state NOT IN ('pending', 'open') AND over = 0;
CREATE INDEX incident_acted ON incident (max(coalesce(resolved_at, 0), coalesce(decided_at, 0), coalesce(last_notice_at, 0), coalesce(opened_at, 0))) WHERE acted IS NOT NULL AND state NOT IN ('pending', 'open') AND over = 0;
CREATE INDEX code_lapses ON code (lapses);
CREATE INDEX cover_ends ON cover (ends);
CREATE INDEX wrong_reply_at ON wrong_reply (at);
CREATE INDEX delivery_lost ON delivery (message) WHERE (state = 'failed' OR (state = 'unknown' AND done IS NOT NULL));
CREATE TRIGGER address_unknown AFTER UPDATE OF state ON delivery WHEN NEW.state = 'failed' AND OLD.state = 'unknown' BEGIN INSERT INTO address (channel, address, bounced, bounced_by, late,  answer) SELECT channel, NEW.address, NEW.done, NEW.id, 1, NEW.answer  FROM message WHERE id = NEW.message AND audience <> 'oncall'  ON CONFLICT (channel, address) DO UPDATE SET  bounced = excluded.bounced, bounced_by = excluded.bounced_by,  late = max(late * (bounced IS NOT NULL), excluded.late),  answer = excluded.answer; END;
CREATE INDEX message_deaths ON message (deaths) WHERE deaths > 0;
CREATE INDEX test_kind ON test (kind, channel, notice);
CREATE TRIGGER test_notice BEFORE INSERT ON test WHEN (SELECT type FROM notice WHERE id = NEW.notice) <> 'page'  OR (SELECT incident FROM notice WHERE id = NEW.notice) IS NOT NULL  OR EXISTS (SELECT 1 FROM message WHERE notice = NEW.notice   AND audience <> 'oncall') BEGIN SELECT raise(ABORT, 'a test is no notice of an incident'); END;
CREATE TRIGGER test_message BEFORE INSERT ON message WHEN NEW.audience <> 'oncall' AND EXISTS (SELECT 1 FROM test WHERE notice = NEW.notice) BEGIN SELECT raise(ABORT, 'a test reaches nobody but oneself'); END;
CREATE TRIGGER test_stays BEFORE UPDATE OF notice, channel, kind ON test BEGIN SELECT raise(ABORT, 'a test stays one'); END;
CREATE INDEX incident_published ON incident ((told_effect = 'planned'), id) WHERE notices > 0 AND kind = 'actual';
CREATE INDEX incident_drilled ON incident (audience, opened_at) WHERE drill_ends IS NOT NULL;
CREATE INDEX org_oncall ON org (id) WHERE kind = 'oncall';
CREATE INDEX call_about ON call (incident) WHERE incident IS NOT NULL;
CREATE INDEX notice_at ON notice (at) WHERE number > 0;
CREATE TRIGGER incident_said_late AFTER UPDATE OF notices ON incident WHEN NEW.notices > OLD.notices  AND (NEW.named IS NULL OR NEW.acted IS NULL) BEGIN UPDATE incident SET named = 0, named_to = 0, acted = 1  WHERE id = NEW.id; END;
CREATE INDEX reminded_at ON reminded (at);
CREATE INDEX contact_email ON contact (email);
CREATE INDEX contact_phone ON contact (phone);
CREATE INDEX audit_restated ON audit (object) WHERE action = 'delivery.restated';
CREATE INDEX delivery_open ON delivery (message, (state = 'sending'), due) WHERE (state IN ('queued', 'sending') OR (state = 'unknown' AND done IS NULL));
CREATE TRIGGER tally_delivery AFTER INSERT ON delivery WHEN NEW.state NOT IN ('queued', 'sending') OR NEW.attempts > 0 BEGIN UPDATE tally_delivery SET accepted = accepted + (NEW.state = 'accepted'),delivered = delivered + (NEW.state = 'delivered'),unknown = unknown + (NEW.state = 'unknown'),failed = failed + (NEW.state = 'failed'),superseded = superseded + (NEW.state = 'superseded'),cancelled = cancelled + (NEW.state = 'cancelled'), tried = tried + NEW.attempts WHERE channel = (SELECT channel FROM message WHERE id = NEW.message); END;
CREATE TRIGGER tally_delivery_state AFTER UPDATE OF state, attempts ON delivery WHEN NEW.attempts > OLD.attempts OR (NEW.state <> OLD.state  AND (NEW.state NOT IN ('queued', 'sending') OR OLD.state NOT IN ('queued', 'sending'))) BEGIN UPDATE tally_delivery SET accepted = accepted + (NEW.state = 'accepted') - (OLD.state = 'accepted'), done_accepted = done_accepted + (NEW.state = 'accepted'  AND OLD.state <> 'accepted'), delivered = delivered + (NEW.state = 'delivered') - (OLD.state = 'delivered'), done_delivered = done_delivered + (NEW.state = 'delivered'  AND OLD.state <> 'delivered'), unknown = unknown + (NEW.state = 'unknown') - (OLD.state = 'unknown'), done_unknown = done_unknown + (NEW.state = 'unknown'  AND OLD.state <> 'unknown'), failed = failed + (NEW.state = 'failed') - (OLD.state = 'failed'), done_failed = done_failed + (NEW.state = 'failed'  AND OLD.state <> 'failed'), superseded = superseded + (NEW.state = 'superseded') - (OLD.state = 'superseded'), done_superseded = done_superseded + (NEW.state = 'superseded'  AND OLD.state <> 'superseded'), cancelled = cancelled + (NEW.state = 'cancelled') - (OLD.state = 'cancelled'), done_cancelled = done_cancelled + (NEW.state = 'cancelled'  AND OLD.state <> 'cancelled'),  tried = tried + max(NEW.attempts - OLD.attempts, 0) WHERE channel = (SELECT channel FROM message WHERE id = NEW.message); END;
CREATE TRIGGER address_proven AFTER UPDATE OF state ON delivery WHEN NEW.state IN ('accepted', 'delivered') AND NEW.state <> OLD.state AND NEW.done IS NOT NULL BEGIN INSERT INTO address (channel, address, proven, how, told)  SELECT channel, NEW.address, NEW.done, NEW.state, CASE WHEN NEW.number > 0 THEN NEW.incident ELSE 0 END  FROM message WHERE id = NEW.message AND audience <> 'oncall'  ON CONFLICT (channel, address) DO UPDATE SET  earlier = CASE OLD.state WHEN 'accepted' THEN earlier   ELSE proven END,  proven = max(coalesce(proven, 0), excluded.proven),  how = CASE WHEN excluded.proven >= coalesce(proven, 0)   THEN excluded.how ELSE how END,  bounced = CASE WHEN NEW.id >= bounced_by   AND (late = 0 OR NEW.state = 'delivered') THEN NULL   ELSE bounced END, told = max(told, excluded.told); END;
CREATE TRIGGER address_told AFTER UPDATE OF told ON delivery WHEN NEW.told = 1 AND NEW.number > 0 AND (NEW.state NOT IN ('accepted', 'delivered')  OR NEW.state = OLD.state OR NEW.done IS NULL) BEGIN INSERT INTO address (channel, address, told)  SELECT channel, NEW.address, NEW.incident FROM message  WHERE id = NEW.message AND audience <> 'oncall'  ON CONFLICT (channel, address) DO UPDATE  SET told = max(told, excluded.told); END;
CREATE INDEX delivery_remote ON delivery (remote_id) WHERE remote_id <> '' AND state <> 'delivered';
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('draft',1);
COMMIT;
PRAGMA user_version = 29;
