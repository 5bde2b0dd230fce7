BEGIN TRANSACTION;
CREATE TABLE asked ( incident INTEGER NOT NULL REFERENCES incident, org TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, reminded INTEGER, told INTEGER, PRIMARY KEY (incident, org), CHECK (told IS NULL OR reminded NOT NULL)) STRICT, WITHOUT ROWID;
INSERT INTO "asked" VALUES(1,'0751','Aarhus',1795752618,1795753218,1795753818);
CREATE TABLE audit ( seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, incident INTEGER NOT NULL, object TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL CHECK (length(hash) = 64), was TEXT NOT NULL CHECK (length(was) IN (0, 64)), actor_salt TEXT NOT NULL, actor_digest TEXT NOT NULL CHECK (length(actor_digest) = 64), detail_salt TEXT NOT NULL, detail_digest TEXT NOT NULL CHECK (length(detail_digest) = 64)) STRICT;
INSERT INTO "audit" VALUES(1,1795752617,'user anna','contact.added',0,'contact 1','0101 FMK-koordinator <fmk@koebenhavn.example.dk> +4500000021','86bdece1fe23d118982b27b38e371a6914b3249dcf9b10bbe505750c8b49ceb4','','y0uhYFoNHHUZcgdUmNjidQ','b92877763cd190dc30e0ef46a42011ea05617f47083c7c2ea454f48283a4ab17','GKmXKwD3KW-kfL-9pMhznw','db9bf4f6b7703f4df18f16fb3d007594e641f3890e07f24e062f1f36467e392d');
INSERT INTO "audit" VALUES(2,1795752617,'user anna','contact.added',0,'contact 2','0751 Sygeplejen <fmk@aarhus.example.dk> +4500000022','f570b33478d1a274387aca81a47c49cad6538ea6eee2fac097d2757663b6fcb5','','eBYJSa0wg1wjUTUOIQFHbw','26aaa0fd550d65bcdfe1a17cb8f13854f115cf0aa57631d80cef9df77ca59007','wstS2i5AnVtc2q-dmdD0qQ','d5f44f38d4aac8ec357c4429d74d33d1cd1ee227049753d4cffefac32d1c7172');
INSERT INTO "audit" VALUES(3,1795752617,'user anna','contact.added',0,'contact 3','0851 IT-vagten <fmk@aalborg.example.dk>','375c65e4b68934a5c98b8c24e199ae93e2505355f5e08eb7f16fed4bc686c271','','GqTDPirwL6czxKBSWGkexQ','57eae627a2b870483a8bfc4e9c8790a8142331f1c7137895318b54a223ac7b75','p8f1rGwNqxmXehXxHh5n0Q','67fecb49aa534ce6239efa477421f48040b04ef0e9d534eb1a20cb06575f4a0f');
INSERT INTO "audit" VALUES(4,1795752617,'user anna','contact.added',0,'contact 4','kmd KMD Drift <drift@kmd.example.dk>','2e5ce143846cffe3fb101a54d01acc67dadd861a186f0c94e9eccff05133c92e','','2ieSGIiJC7JCe11tzeaDjg','0d471903a6e21a1dd33a4c56ee91084d3f005e46b29e728d66bb3a52c311fc11','F2yxOcxpIeH_Dbqaqmm4XQ','caf04d7f8a26404777a3a7a4c24a6c3cb807fb715e25209732e2b4131c072d11');
INSERT INTO "audit" VALUES(5,1795752617,'user anna','contact.added',0,'contact 5','medcom Anna Holm <anna.holm@example.dk> +4500000011','15b4c9825b134b68f9c1509100378f5379ebb29eb5f64abedd95cbaffcad64e6','','RdjQb7hevrtVBeDo5aOS-g','f19c436021b53a5b23f31d568fca5aeea8d44a021ac632224b04b813d1c89ebc','TU_ZX4zQxCK9mo9ipx2jAQ','33cc2f55b54a74dd60e6df767177357a02f1073474cf40f53fb265fbcd9fe9b9');
INSERT INTO "audit" VALUES(6,1795752617,'user anna','contact.added',0,'contact 6','medcom Jens Lund <jens.lund@example.dk> +4500000012','05227ed5b718bbca4c8331070cfd0e203115e3bab86a93ee9245b76c15119976','','EDCqEYIKlLCbvBuyp88nVQ','7939c62d8887c8f6d33eef6633a3c265df509578d2d47096ec519f1ff0cbea99','ZvD2SGa0JWrkLCZsuVl1ig','eef0adb9bf1d0e939206cfe63d3a203bacdde7d30173ce9573bcf420103b9756');
INSERT INTO "audit" VALUES(7,1795752617,'alertd','incident.opened',1,'incident 1','open, outage: FMK er utilgængeligt i produktion (the rules broadcast; rule 3: FMK: it is hit: "fmk", "utilgængeligt")','884a4616e9444465c5703005c18f7028f368ffca82fba634108c8b01c7e30169','','mVk3cHsN02d-wD_ff6a_OA','8d1bf22bacf249f83081cd03b3362bff000d465303d5fd6a185fdaa1049b54a7','3zP8J_Ymc8QDgxgAwFS-6A','0adc0f0a9619a909d5b715b53fc68303530727ccc9110c1f4043d8cf1b4b1a0d');
INSERT INTO "audit" VALUES(8,1795752617,'alertd','call.rings',1,'incident 1','incident 1','d1c2dc64182fd692d5f462e4e237be0965ec9208da3b574a88370d63f3f2ea65','','iviX3llB4vMuvJ71v5x5YQ','db1957586ab837d68dabef523ea737af1bc03c90ac13cc220eaa817b6c730448','9suqYGixFnUksrc3K3BzpQ','0fb79cbe2ba6b71d8a28cfa0920a0fc792279b85d3772c3e98b2abc4eda26dbd');
INSERT INTO "audit" VALUES(9,1795752618,'alertd','notice.queued',1,'incident 1','notice 1, first: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','8d94d2ae5874f480a5fe2437aade75fe2a810800f3369791c885051e83171d13','','UOH8MrCXLuK-uMplqoo9uw','d7398405712440ccd9062071b32ecce59c4ff81a756a55234c1bddf302eb7e08','Ox0xW0BMK9I26Gr1u_ax5A','6312644e30a4fb9c875abdf18eddd991a5efea0497b52d85141ec914847d00f6');
INSERT INTO "audit" VALUES(10,1795752618,'alertd','page.queued',1,'incident 1','to Jens Lund, vagt@example.dk: The municipalities are being told.','5aac3c1df7ce714aab3ad56e740371dc6e9064f0120ac8c50af9578291683601','','8kDmqBWYryQUQG51dlV_Ew','8c7654143f5da2bc7ed5791473d6ba3275b9f6b8d12a89db4392b0853beaba34','aVii6_zRXOjkBrSI0c8v1Q','9140843e55c8558573adde7553a1681c774ca0c3bf7b58d175867a139522f100');
INSERT INTO "audit" VALUES(11,1795752618,'alertd','message.sending',1,'message 7','1 recipients, by worker 5341','a299522b6d63513caa11425ceb2caf46fd3413845d3504aa039e1403733145f0','','FoRCukEGC6v-hc9IgjKWbw','77901635f3117b356903299aefbc71791f706fc5a6b5f4097b9e7da74a29423a','O3pN9PPLY9iMC2Usnb1k5g','654920c973d08489e5c839bf2e6923bce3dd6574e09eef9508a5da444adec8c9');
INSERT INTO "audit" VALUES(12,1795752618,'alertd','message.sending',1,'message 9','1 recipients, by worker 5341','6a47c91aa2629dd84a540c872580d330933634a12530fd5c610758e9aadd6450','','Qgjb7Ttbsr1h-cq-aFZtFQ','09c1e8ce2a29004c5d1b69fdecfa7666e02bb2358708be5d8d9bf7a391f1a29b','gyUXBgBIOc04O4igIJAe3g','3c402e4bc738e0a30c50f08487b0241f56616703553a574f196ea1b8930064be');
INSERT INTO "audit" VALUES(13,1795752618,'alertd-mail','delivery.accepted',1,'message 7','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','514b076f4ba522ad963aa71f13691d4df1dc148794441808c78792508e99d403','','EKhq-1yIjM2tezBVz8o8sQ','2f3a5fbd8390ec6856808ace76f834f835326b584dddc310f5092e412bf7aacb','z9wK1ppSnQjaQ2Os5EP4RQ','a95b4c7c4b0ec3c551889efd3a8e992082a5d5b185070cd84574398e5e725100');
INSERT INTO "audit" VALUES(14,1795752618,'alertd-mail','delivery.accepted',1,'message 9','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','42a8d066ff6cb0aec2e8f3aad491a50fa01135fc34cce8595da3013bda0f2845','','LgTswNErZgu6Ox-bUaR-LA','d9bd09c7a1f9975fc4489993b670581052bdf8c00485743e12ced7d1fa8489e1','eoOL7CnJdm_9GQHZTX7tbg','fc9a5d8d94c9d0d2c286dd8aeeee09127f56895f557efb838c65fb22e62cedc4');
INSERT INTO "audit" VALUES(15,1795752618,'alertd','message.sending',1,'message 1','1 recipients, by worker 5341','ca4112864af91a182779396a2357721eba4d5183a1a3b470c238ddc74b13fae9','','vhkJrgFRnSQI_07RARqeLQ','e07634a9d8a59574ebde318a4b8a6800b2f75374d5593259cd89da5cb95514ed','iVy_3dKiXW3FD5iiybwXpQ','d893cbfda6e34acdc6583b6aad9d0453f99c317c0258b49c9ccd8f9c4b330c47');
INSERT INTO "audit" VALUES(16,1795752618,'alertd','message.sending',1,'message 3','1 recipients, by worker 5341','4cae207d687f536c5bb6c6af09bb2e2b921d51a3e7bfe867d265adf8f83ed5e8','','bDnvVSTeL2twpCFk0-QmSQ','791f1fc0fdfb92bc5ebc847575718c50828beb9c4e985286d392fc036a07767c','Zpep0srUDwRoZTyXFT84sg','8673d3655ffb3742ae63da45fa1cee1cc8e5dfe1b74b7f11d246b3c38cff89be');
INSERT INTO "audit" VALUES(17,1795752618,'alertd','message.sending',1,'message 5','1 recipients, by worker 5341','52e3c0347e471997c27c9a9cf50d9f14173f934e3c07cd5b70c7aefd741aa395','','L-KBMvPzhTeFrwHdenjRGQ','226e337c9cf91b6b019944dfa0340922f7aad8560ccea1320ca675fa88ea1a7b','YaumxLZ0XRXCLzUjwfAwqw','ad732abf0bcae3cdf9fe143906a692ede9085cd478addab981cd56e90a91eff6');
INSERT INTO "audit" VALUES(18,1795752618,'alertd','message.sending',1,'message 8','1 recipients, by worker 5344','e595c9371abb97db3c1c886820bd2d83efcbf6bb268522a13fb808d6e5f83440','','enS_ZZjrLK66oz-jmx7gRQ','9a74c749d61f79f19217a59e1b6c5a74a4f43ff0097b0b82289b040ee6210d4b','_41weKy4Fd69f5nmeXMmQQ','e1692cf1f29a5816ed03225329306dd36ea916dc8b420cf92a6d50010628efd2');
INSERT INTO "audit" VALUES(19,1795752618,'alertd-mail','delivery.accepted',1,'message 1','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','32b178bf21ea501add47a7d49d0123a8860d7fc3f21d9e7905a95411acdd7171','','CxKEK5lHZ2Qh4GFJZqzOfw','99b974b48b9e8edbdd2d2835360dd436a4f29618d1b9a4f3ede4d299e80e68c2','51hVOl7K-xzuEY7lxWxFVg','fee14cf63a4ff68e1b8d75528a9a9ca48442f848341248b6524f567cfab71219');
INSERT INTO "audit" VALUES(20,1795752618,'alertd-sms','delivery.accepted',1,'message 8','+4500000012: accepted: 0 written (/tmp/alertd-08/sms.txt)','dbe5fabbb8064c8e5b81769c899e7a0282dd71a178349b1c93ef491a7648095e','','pqzD1E9iytyFVzo-wDmaMw','d63624f694f49db86364a823dce536a3e97938728ba3870d19ea118b206384d6','E-PMqXiZ8KzGGeEVhb6wHA','b25030e6a02e5e08cf1596e11ff4e737d1b21cd974045d005838847e2fd9d2e2');
INSERT INTO "audit" VALUES(21,1795752618,'alertd','message.sending',1,'message 2','1 recipients, by worker 5344','d058a05d49f5621f5f23f8791970d9669eb189ca0045f3b93582ada8e3812b31','','gm2IxZHwr9xMO0olHzf8lw','8a231a5af5f600931ae942a3444aa05c7f2c9f13c626fd6716171972b54ddf14','KBMmxQAT2AgSqI1cLFBFBA','b488e9944153bd4a28b7b90204b2e178bbcd2f0d9c94c0cdf3f15ed99e995949');
INSERT INTO "audit" VALUES(22,1795752618,'alertd','message.sending',1,'message 4','1 recipients, by worker 5344','54d00f028360a5682183835b5cd601cb8a0d5356cd34f747ac0dcfb6e7ca0356','','sfmR7r0pVrIExEzncgPnmw','618f9f5594ff605fd4906a5c868202faed8113e99f1ca982ba8b48de6254f404','Q2j45Lhw1SgMBo9VuLXEKw','b7b23b88d43449066a1d5e04d9b8231a7fc895a4308a891caa58b39fc1f20e07');
INSERT INTO "audit" VALUES(23,1795752618,'alertd-sms','delivery.accepted',1,'message 2','+4500000021: accepted: 0 written (/tmp/alertd-08/sms.txt)','d38575d01a4dea2120135eb618c8156fea542788b106d42eca8bbab8d0c3ed09','','_gijktE2VSInteU7zX5KDw','2920f84b1880cc9ff40f65138525dc0cd21ad198b303d680e525e2ab65674c42','S0OHagzypRFoeyBTmXrNgg','b28b97f64417615adac30656f1cb6d6df0ba118df516d416c54bc17591796206');
INSERT INTO "audit" VALUES(24,1795752618,'alertd-mail','delivery.accepted',1,'message 3','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','e4e2b157ddc2037813c0a6a3283689899ddc213ce1628a99451ddeb9a513a8f6','','VlS-Dcr2KGFvjeM2FF6O-g','faa99c32cea3660d29ec9402a46ec32d9b46f7d174d3d84685bcfa7ca46fe8e9','rIewdMHZA8CLJ5N_rj0njA','f35ccab47fcbfae8e88f852786e8069f4271e28fb99f2045587be610b15ff702');
INSERT INTO "audit" VALUES(25,1795752618,'alertd-sms','delivery.accepted',1,'message 4','+4500000022: accepted: 0 written (/tmp/alertd-08/sms.txt)','519fe374c0a9c7b696421c5970aa7ca716fdee2d5a093480f16370e5e3fe5c4c','','MuP6rHnoB8msvmYbjBSYeA','3fffb4b3a7fd4ff9ed82d8a8a64ba390258ee13dd03256652f3af1f31c8e11d6','ySrqXJEbyD-K1rT0GpiD2Q','1901fc06dcb800451bd3879731e6665a14e9ef5d8ef7d27a56d123228484bf0f');
INSERT INTO "audit" VALUES(26,1795752618,'alertd-mail','delivery.accepted',1,'message 5','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','6c6fc29c759e1334218de7fc80164fe60a346e172c16811c14cd0c9b62f1636a','','tWRMYJo0OIH67tjLPGLsvA','f479a7af243b4a1cab36741aa361c91ed421f0c1683775edc25339c2100fe074','zZLCe8y8-mm9xDVxd6tPzg','657a5e44456174a35e09b2642ec20f03fef69f4b2d0ecc068798b2dccffd1a4f');
INSERT INTO "audit" VALUES(27,1795752618,'alertd','message.sending',1,'message 6','1 recipients, by worker 5341','92a392d61955f10f114dbae35e0e31fff0541cceff5cd6e4463b6640edb19cc7','','5rIz56YhPz46cp0xC_LnaQ','7b618ce835c1ff06cf464cc45728fab6bc1732d8aad3356f0c5e6c8f88a9dd95','Fh7ny-JNwRFcIrQQrYGoXQ','ec7b7e5727ca47aaa238cc3c4c465a161421ce5342e173a10288080622ef58de');
INSERT INTO "audit" VALUES(28,1795752618,'user anna','call.taken',1,'incident 1','incident 1: taken by anna','ca101fba349b90cc90216470728eb5248e95fc923d7147197bc061aa4fa29ea6','','fEHnD2FkODv2CYQABKz8ZQ','43782c4f2f06ccefbf63c09caf6879b6d20b4cf239690b27f20b24996147737e','xZNNX_S5AfAYKTX2vYVFuA','d2f2635b80ddaecb4ee673332ed55e6dc820b606b4414f3fa87bb8402a65e856');
INSERT INTO "audit" VALUES(29,1795752618,'user anna','page.queued',1,'incident 1','to vagt@example.dk, Jens Lund: taken by anna: The municipalities are being told.','a519b72bb2ebd5e0cf18021d2085838c8ea3494a0d6c3d918938fab02931bd83','','ZPNZpwmtkQgCiuav5PkYIQ','1d11477b812dff32e21f4f6395e94a3e1895232874d9350a769bee7aa6a1f548','0q0dsoKRNS0n4fYqhSLiFA','28820c3d8b0a8f0b3ca21259cf1bb0aa593ed34185f76503c8fdb00ff664b569');
INSERT INTO "audit" VALUES(30,1795752618,'alertd-mail','delivery.accepted',1,'message 6','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','9cf91ba15f4f1473730f0dbd670266610fd60e590e0355e4db3d5fbf92f7721d','','S1_ipBqaougrtTym4lwZYA','98bddda7809c94501c09ad9511119c1165e68f3489e6a1775af79697af5e0782','li3gDGYnT_re_IwxKABJKA','bbc312987d4873730df728f07a504d7d74f154f5fb309b58552b1a59ac6e81e3');
INSERT INTO "audit" VALUES(31,1795752618,'alertd','message.sending',1,'message 10','1 recipients, by worker 5341','494220b2216dd728829c190318ff254db0e9aa8c939c8b13d85e3ae795807d85','','5QG573g6jmifDiWWrNU3yg','7e3dde1ce77157ce45a0145477aa2a9583a83af7de75e210705ba6d940bf944a','7Rk1v_A_YYq62GrWV3Y86g','c3af68b44ffad17e440a85007c4c2e6c61c6ce22481e327093bc5618aca323c6');
INSERT INTO "audit" VALUES(32,1795752618,'alertd','message.sending',1,'message 11','1 recipients, by worker 5341','35cd778327a477a5e7efd26187c9a780061468c3711895c634d4c0d141ca5b80','','uKEYchRIALH04YnV80JfKg','a32adfe7a1ae1b604903017db0ebafc1bb1c3407c0a427d9df58466afb774850','xGkqkXyLkO8mdZngvKIHGw','d3a8566fbcfac1bc04b192348af0ae71b0b6ce4d3558d80b799e8b191c184e6c');
INSERT INTO "audit" VALUES(33,1795752618,'alertd','message.sending',1,'message 12','1 recipients, by worker 5344','4a13b2e753090128404f0878a96eccda78d87282436e4234e3de1f6a7e24cbe6','','SBMGfmt2q9BcoLKjHys6NQ','be78e6931285cc614ec9431a3f0cab09d64c613254acb0602cc448d04ce2fda3','ICRzHpA_jHyeTi1CVwjQtg','30418257a2852e55ea9ff65df7bfd965011274d25750288be064d3ba3b424834');
INSERT INTO "audit" VALUES(34,1795752618,'alertd-sms','delivery.accepted',1,'message 12','+4500000012: accepted: 0 written (/tmp/alertd-08/sms.txt)','36252cbc42ea319fe306ecce38ae9d60244aa60620871b05f14aec27756201de','','uRzR9jbQgsDk-RU2KTZSlg','8c7b2aa255ca9e757ea7f2a171e4ec210955d4e8db40d69f190ca74082b40acd','uujiZFXBTNl2jiTkor03fw','cdc9b712a6946e60d3a415ed881df4b19cc6459d27d2cf869e9733185e2ae378');
INSERT INTO "audit" VALUES(35,1795752618,'alertd-mail','delivery.accepted',1,'message 10','vagt@example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','3d48ccde693cebc3d98d1641c7a33adb385e6c9d5051e8944baa5c5e133fba5d','','HTLiynSUiTc0Hv-8Kv7FHw','bfd7222768cdc2325090e50d78ddf6469e52f3dadd230b4279fba8be60f1f7a3','IiTUSIPtSvQT_Q3FYP4DhA','ea4281f0c79bd11ae881cc2a6d77b164f4b10372ed35f745f8dac5d193d0753d');
INSERT INTO "audit" VALUES(36,1795752618,'alertd-mail','delivery.accepted',1,'message 11','jens.lund@example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','acafcff7913a2a3370149c25345ecf42e75830c60ff7634d34def052843b19fc','','Q2-zBC1CJerG3x4rJcMckQ','d155ca117d80d18a1fa0cfebbe12778ef61ff7ac98847ab896c1dab10babf196','Dpm_SKZqGEjSNvxAfYbhlA','74e5737568c32daf6304fa062f31a8e382723018dd6adba79b4a2a07fed2e75c');
INSERT INTO "audit" VALUES(37,1795752618,'user anna','cover.set',0,'cover 1','rota vagt: Jens Lund from 2026-11-27T04:10:18Z until 2026-11-27T10:10:18Z','1c308b58ad9cf035d75c4d67dcbd72f12818c2d1c39648883f287c673036cf94','','UvzbvxW3f2DhB03ahw0NCg','75e7acba42d61a56efac56a89147a38aae1c40884e4d789445e583801b7f301e','YdzkB03olSqB1gVEIy-jug','4391bc9305e9c3afd369f06b543a187994d63d0c69c60d60d3066703d6e2b2c5');
INSERT INTO "audit" VALUES(38,1795752619,'user anna','notice.queued',1,'incident 1','notice 2, update: updated by user anna','ac34744aff4738c80e5936a89f6956318fc6c504baf819150eb34adceacacf1a','','YsTp395AuNBs_aAc-eK0Sg','be1fb4056f3ee4a77e06eb90466d4a90c52c2a97377c38cc885474f2eaf68513','vhJrHe4gi9Vb7eKWSxghKQ','5a07534e29531bfe4a76a45b54f2a7ec9b61f20a3153b1857662bbbf7c7293fe');
INSERT INTO "audit" VALUES(39,1795752619,'alertd','message.sending',1,'message 13','1 recipients, by worker 5343','a5e99f23b1fcc7dc1016b58c670b3d2158d05779b427473526c367936f1f8f11','','40-RBlmK1tlE4RilIPwGEw','45f67963e1e735daa25776ccee70d834cb9045d0975167933feef5cbff68b951','sNivMUjoBDjq56skXgVk_g','72e59ddd28c929105f6c479bf6edc879e9704d80c805ceea1127dc0c89685b6a');
INSERT INTO "audit" VALUES(40,1795752619,'alertd','message.sending',1,'message 15','1 recipients, by worker 5343','5ae4711c982a1413619c294f8a5012e45bd7df0e13ab186def0211fc06848e51','','Lshcj6TBvX7W485aku0OCg','3bcc2bfcae43c82725f639c53bf680a64efe4fcbcd469a77834cc4d3553ad159','YLHYScfge_RLZ4BeZi1yPQ','fbb3141f1464acae391bf3293fd79735ca7ba6067d09f352cdba09841e8ebeeb');
INSERT INTO "audit" VALUES(41,1795752619,'alertd','message.sending',1,'message 17','1 recipients, by worker 5343','de837e797598a5c04fbcff1bf762de8da6bdd1e347bfb1256f6203bd71a94a28','','0aCiBWbIjf_LXrr3vPPeuQ','26a4bf769f30f4b865334c4427c673d36461e140647b3af97609ea9ab59ceeda','3Q-lAiz0T7AEApv313hqyA','e10284a237c811833ceb12cdea258ae3949226fd666af2d387333e9257297151');
INSERT INTO "audit" VALUES(42,1795752619,'alertd','message.sending',1,'message 14','1 recipients, by worker 5344','6a072a07e3dac977d5e44fd56cd052eaf1de606131425640f685510f4ec190a3','','q5OfyZocRsVyXGzenuc31Q','f859f0340d0ac61ff47ac37979957dc5310c4e49ba141d379fc81834c615539f','7LN6ukM5SM3etOlfTE4J9A','442f3ad40f3191a8f216b03e91fda3c3872e592416419c06344d9b339de59ffc');
INSERT INTO "audit" VALUES(43,1795752619,'alertd','message.sending',1,'message 16','1 recipients, by worker 5344','fbc097812e348a1fc9d151e4bcc3b14d44d27d2b83e03d27f3c035b7c8e67ee1','','ctuj50wIkxRauBRMgxFRqA','97e7e2913bb3ff75b954129afa8bd1e9d3d554857162dfcba5129a0f02dfe734','kcTkj6bIKDj69C98VDTZHw','9645fa69dcb0db4df6954436e4b0aa362b43d36f79d5d90c9c73ec4794bc58e3');
INSERT INTO "audit" VALUES(44,1795752619,'alertd','message.sending',1,'message 18','1 recipients, by worker 5341','957616fb783420599bb8f72b24d1c1e6056002eb08b8e538bdaa956a203da5cc','','4CduyE6ATu_4UO5rqawepg','8b99e1f2e4383ce6576af11575efb5000be644b3160ea3fe390065c554b56e2e','4AQtnJ34Nvmxhc459IWspQ','58238fa951e434513a18070d3a3c4039b5a09fd90c36a56733a1293ce2a5b7c6');
INSERT INTO "audit" VALUES(45,1795752619,'alertd-sms','delivery.accepted',1,'message 14','+4500000021: accepted: 0 written (/tmp/alertd-08/sms.txt)','1a5afa5856659ad3b64d01d2a4d0fb01f383e18bb351fc5a98cc16f62c5f40a3','','qvULxx4BG-SsqRqI2lPl1w','b7d0175ea143b5b5f3053a1913a8f28d9c1e525d0a9bad0eefd9e2ab1107fd53','Gy6tgk1rRlxhNbA4Dnt38g','5c15edff311b74d2fba4adf14fc0e57e4257868edcd287838dd85a4e0a82c3f9');
INSERT INTO "audit" VALUES(46,1795752619,'alertd-sms','delivery.accepted',1,'message 16','+4500000022: accepted: 0 written (/tmp/alertd-08/sms.txt)','29ca04fc96c6c952f766c191c17fa142aa223438dfb5db0697f49c187ebbed0c','','qSYkrgKbRY4EcJipuJu3Uw','b1e82b3df5da86017252cdb06ea8884df885083e9392cf0425c6c9bce130857c','eEqvOcdOJ13sm1UN0GA24Q','8417f5598a13335a425d28f4bbeb2bf05c9edc54959a06a540cef560f9104a1e');
INSERT INTO "audit" VALUES(47,1795752619,'alertd-mail','delivery.accepted',1,'message 13','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','e41ec2f49c0acc528de1415f64f63ea10236f9575f13996d1a7119c27f669937','','FlobaE3P8W43rEyn9gIPmA','41b791bdc7d675181a1a254e80d8c2ad1064e387138c5eb9c9dcccc9d49a976f','qf8HC9JLVHNDyFXDI5Yzvw','77808d2d2025ffa66dd981916c0a12cde52db2083b776e2fc664477954e929c2');
INSERT INTO "audit" VALUES(48,1795752619,'alertd-mail','delivery.accepted',1,'message 18','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','63bb983aac0ead77e0b939a5ecac811ba42a37a89baf532ccf2826beeb6c41a2','','Gi8rxgf_KkdfJrZHDN4Njg','0bdfd83c45df49ddb71b49b754b5bec39f02022f7d2a0ee2a9574b2044a11390','Ms4SlUCvXD2dSSQiuHwEHw','a4001ddd579a9063f966faa67f3abd827e95dbaf11acfa1223646dd06ba29f8d');
INSERT INTO "audit" VALUES(49,1795752619,'alertd-mail','delivery.accepted',1,'message 15','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','c489c7e6a277d274317e01f3a389d18541aed412d47c25bcef1c19ddcc37ee11','','mNnS-iHKSGbcIa9cqsucjA','01ca38348fa16fb416c75d5ee8bbbee3b99586a702bc0fe0ab2dda634a96493d','dWBBZg4722UsyEOB4U_xiw','78f15e92e6df49d663a77c7f0c1895141a4bca166f49f5a3e9e6f36cff183ee3');
INSERT INTO "audit" VALUES(50,1795752619,'alertd-mail','delivery.accepted',1,'message 17','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','d4ac38691f0d8dde477a3282874b2da766bf6538130f05db1902dbc5f33e5560','','N_UP7x98Ne5qyYPdhUcqrA','e9c2a9be3e06462c78bb69eb9ac06bdc40bba35dd2f0718706e305e6c63c5471','WGx2IP0NRzBCGr7-dZS1cg','2f2e0827a48eb32dbfd69772bdb7716a6547d3a30e51395bab43abe1b9ee299c');
INSERT INTO "audit" VALUES(51,1795752628,'alertd','incident.state',1,'incident 1','resolved, was open: rule 3: FMK: it is hit: "fmk", "utilgængeligt"','6f280492fbd82a3db8c37894ddd02d94e6bd6e60a0e34d2e7fff3359c66e143a','','l3QTzgYSvZm2006W5hsELg','801758bd1178f878ca54fd96a61107a722230d516d2653456f3da8c2e800fa76','VNQiZV9azvH8aIFJI2N38w','b46cc039f5fdce2dae0fa93c33a93088e0b725f85e249c19c765e8428f4f4555');
INSERT INTO "audit" VALUES(52,1795752628,'alertd','notice.queued',1,'incident 1','notice 3, resolved: it is over','ed049c262cf5ea3cb9eb3c16f8e4456a23f9b08fe57d6b9f562ddc8b2c2f9d4b','','4iECE5Q0RH1LTPJLbwvfbQ','350c55aea10b9e69a8fcda576cb406db44187bd65707a4c2846ecd999d27136f','4R0-aTnEX6_TqLl0nkIG-w','c0697a48446aa73a2ecf1d991d56688143165db627a4b40e896f63bb62224cec');
INSERT INTO "audit" VALUES(53,1795752628,'alertd','message.sending',1,'message 20','1 recipients, by worker 5344','8fc176c9f53563bb3eca5f577857f125ef990ffe083041396eed24dc82af1d1a','','t_XjIIrBF2WWDEKv6AFT6g','06c76a9326d8a2003e868b8d2bf55824da168866fbc03191184ec3ba76803f81','hIa5Qpx8F5PGcwFFgdxdGw','45b2c7ab26850884e4ba5a0bbf4c5c1d9eb20d2e21fcb9667b96c4a4cc99d781');
INSERT INTO "audit" VALUES(54,1795752628,'alertd','message.sending',1,'message 22','1 recipients, by worker 5344','217d768edbb62a55a28e4e8f3774046bb7b8f0fd2f33ab37d73143e4711afe27','','ZGJqP0ViiEM8EGtDHk--xQ','3a7acfc6f26a06e19f23d6fa61a3c3b0cfa8571329fbdb9ff0bb2506caa2a789','5xtea8xZlqkC_FM829f7NA','ccd2d5a75ad15960ef84eeda118e1b82cc6f7a0b827a2f11dde942997332ee7c');
INSERT INTO "audit" VALUES(55,1795752628,'alertd-sms','delivery.accepted',1,'message 20','+4500000021: accepted: 0 written (/tmp/alertd-08/sms.txt)','a23b1db823452bc4efd31210aa00c277d0f617687424229038927fbf0b54fd49','','F8tfrXbBI28pMrZxSwVpPw','80acd24362841b6ff14d587dd47d311e5277ba923845a9de81638f5d74aecefe','sFslx-0Ui38-JwBmFec1LA','5820b13f93a5489be1649e0b02d0bf2e71fdd0edaf6216986988caa6f671aab8');
INSERT INTO "audit" VALUES(56,1795752628,'alertd-sms','delivery.accepted',1,'message 22','+4500000022: accepted: 0 written (/tmp/alertd-08/sms.txt)','985712c8c300ca4265f79909df6ab7ed2774450ace1f9ed8df1342a876389b49','','gQ3FxodCof-oAKGgR9K0Wg','be074c1bada98fc2ab39c82331a6ddd12fd6ad14ccbc7fa265123e84d84adcae','-fCy8nkOlDyhI2IdKnYgzw','031e3fd838c074422e97b5cd5edc191693bc2f5403aab3fb76f6bef0c82b5251');
INSERT INTO "audit" VALUES(57,1795752628,'alertd','message.sending',1,'message 19','1 recipients, by worker 5343','5f1ac8c87a2218f577813c3aa463d650bb4dcd047ea076fe098cee7e5ab1303b','','LEtdWw-ynCnnCKCGrnSU9A','c18567c6cb67c1de6e37aad8b87e90c4b403da965c2b8e272c5741a9b96d1f07','q0-jH-SMTYbUGrSppEEvgQ','05ba75a66d5101d9c1142288cc076fd55c3d318ffe27a674b7a053fcb4455f66');
INSERT INTO "audit" VALUES(58,1795752628,'alertd','message.sending',1,'message 21','1 recipients, by worker 5343','52e0d84c607912eaaadee67bcb8138da49352535fc0293b91b2d04b3d01d1afc','','2LIrrbMA0dPQBlWZMu0RFw','c3d669e669959498842b9897c5feaba225f72a8b205da674eb6fcac77399dd12','5p1GZAiGqFCyyIuCWtBs4A','824404cf957d031cbe628cd4bcd82757bae9580e8bce16bd137b167fe8124d5e');
INSERT INTO "audit" VALUES(59,1795752628,'alertd','message.sending',1,'message 23','1 recipients, by worker 5343','223ca3826438f6a8b8bdf31d3d5c7e46791911190d4f70e054d0b9ef2d89f883','','8reUoqK83eIlucMyGBHj3Q','f0959d7b6a7451af5442defa92730481fbe93c6f392b43ee739f4a959e1f7dbb','TMSPFAc4rIIfOfj3f2da6A','cb389d87db83dcea0059619e8c6dabed21401ce01b6e3413fdadb78c47e4a93e');
INSERT INTO "audit" VALUES(60,1795752628,'alertd','message.sending',1,'message 24','1 recipients, by worker 5341','feab04147ea35a2af9ac66017391b70403f17a7f3180ef25e08438faa3ddbe1a','','Ob0Bdk1WxYFYnQi9JkSuig','5aea49b78dc3f522e618f96f97c3d0331553f723d8308af20cbe32596e85eb09','GTHzWiXF8zBIMrd-kcjLjw','cb5347cdc8b6d8b726863b110f2f46bb16e2c90698eca098ca5c36977bee5471');
INSERT INTO "audit" VALUES(61,1795752628,'alertd-mail','delivery.accepted',1,'message 19','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','b51758819450946528f5150999885b4964f2c74180fba0538fb24a507722c592','','AnuAjaYQ-d0JkYgKTPbg2w','09240b8e0353502e54c113e9d4ae6f3d680fb99b22ea50909a2aab3377b747ca','YYglKas0tnLdZ3CHiIqMig','b33d431963afcaf1d358ced6d3def8e99ff80457859503dcd92cc1afe86c3c62');
INSERT INTO "audit" VALUES(62,1795752628,'alertd-mail','delivery.accepted',1,'message 24','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','8da76ddbca4f77fda48e0eb580980ab2519cd6193f3ecd0fcc32676cfb041309','','UbR1mkXfMPRhXbj2UxmsTg','49d610aba8bc978a4423444de72e4c488454dbd2d9bde874c295984cc86c17ea','L5EGf2hKjBE5lwG7O_kvCw','7d252a22ef55ebf7bc8258c16a7524966ca8bbdea7bff69691c76fbff270595f');
INSERT INTO "audit" VALUES(63,1795752628,'alertd-mail','delivery.accepted',1,'message 21','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','567b699c815d93f40f810de2c1f38317488d640fbaf0365f667619e552bcde56','','jmsiuTDxlguAJQiOaOqLAw','222c59c7d3455890bd0ec69e6a68e144af4dd6ec94fb54263538f3fec2c96084','Azl_nSQo5TSL2-JsS0jBxA','5fa1867617bf3c2273b3710927e1ca549d93f6e0d928f6677f1d49fca90c287b');
INSERT INTO "audit" VALUES(64,1795752628,'alertd-mail','delivery.accepted',1,'message 23','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','76cfcc4a940cf201ea15bfbc195bb118aaa6ab664db208b208069131f968484f','','o1MNUD-GxzBV9KR8ykighQ','719f13a238bf4483de56c3dabc475e51909fa9e844ef6a8947629c1203ba3b03','Dan7eWjByeEkI-DjCOna2g','2e5ae53e18aaff1d2943e212eca0493c0b65b4146b774cbe65afd1bdcaa1b2b7');
INSERT INTO "audit" VALUES(65,1795752628,'user anna','incident.opened',2,'incident 2','actual, outage: FMK kan ikke bruges (by user anna)','f6da6f4617a05d2c3764d8e79251e3e37a3a175838345ec97eaecb43efa45af6','','nyBrroD588BOVFqqAgShag','cb9dcfb9a13cd284b5c697dafc5121c4a855ec8e941d3d5a346ad19de3a03743','FHPjysfDNM4h49pPMt2Lvw','e1e2fc82f4d2510a2674750abcb5346c4c040aec73c44df39c889a22b9f12429');
INSERT INTO "audit" VALUES(66,1795752628,'user anna','notice.queued',2,'incident 2','notice 1, first: sent by user anna','743b7c94f3f6efcfeedbc2b78496306d52276e27520263e7148c6776d0595384','','cuIn3GtP6lX0ktUJtLkQeg','141ce74c9eb2b6f8a8e3b187da64195108201b7ae3c8f3c4877a7238cb361032','qAxQS7uMdmPYhsGff5Vx_w','982a69cb7d78a24304ddb754249229c56cf1245525a4e304115d5698a621d558');
INSERT INTO "audit" VALUES(67,1795752628,'alertd','message.sending',2,'message 25','1 recipients, by worker 5341','aee2a2e56d7544cb956adb7ce08711aae7b56de33c0fcab69691cdb4e43892c0','','ghhYFyrkdjuwUZC5O1AcMg','4342522a670fd73c443bc7378f664893b009839e5d3efbe2a5173fc1db7ceb6a','_s3A99iIhiMRVJAudznLpg','51521736316fb58ade2c4c139070a2f6ded15f8e42fd87a62620d0e8379294eb');
INSERT INTO "audit" VALUES(68,1795752628,'alertd','message.sending',2,'message 27','1 recipients, by worker 5341','9f95f8e9131aa606651386144113809d4e4474cf02f334243f2248c23992e8df','','2vIAR-t2i2fUNp4R7GYS1g','8df5625f3fced0364573ec5485aa18fad89dd104b46deb1f8436644af10b5318','OUFk7BJltfZZoFXqM_sfxA','f739a3883a46d0c837b39192b834931bb9c04e23fc4246050134f8c5ecf96088');
INSERT INTO "audit" VALUES(69,1795752628,'alertd','message.sending',2,'message 29','1 recipients, by worker 5341','a1a4bde9f4922f577a62080b121681adb76d98f3fe02e3dae42ed6d2e6cc7f4f','','7z-PbgVTmqKcFfoCr6yZXg','1198cdecdbe2bcc22c0039d4f04b8f414e0b459f880a21c07aa1c7b1ed4bad69','3b_xDD8Xh7_a-0M69YKZoQ','bb605733e669c4ce5ef0ab4fd8368a9db82e9bae3d44d870459aff9f4bcdfda6');
INSERT INTO "audit" VALUES(70,1795752628,'alertd','message.sending',2,'message 26','1 recipients, by worker 5344','4ff2a15133c5a3968c8c26d4d5d9e4cf5560f4cdf580255d1d8e3523c6bd7968','','g_-vLLtEwDPOwztEjkJLbg','eccd470428c7d96c17634bbd33664eae0f28b0d17e1a100ce0658992f1168fd2','DmqNIvd7GEkinGwud8z_ig','d365d26da4fd21914b795af99b614b110d0fda26df131fa2ee76551f5bbc3fc7');
INSERT INTO "audit" VALUES(71,1795752628,'alertd','message.sending',2,'message 28','1 recipients, by worker 5344','fc31548a7a8b52bf4ebd88a522ae69bd2c22a7f9a4758da70cf000a18c49dfd0','','906aj3S_wJXp1HrWIuzBfA','c286eb9b2caa1819a8b9ad19803af0fdd07cc7979cc6ca3659eca260c1b21a9f','qtHZxRsHrhJ9z45DeyIpLg','2b36a724a8ae003ee635b9a15bfdde0ab7f3e01fc732ecba985e5ea430d402c6');
INSERT INTO "audit" VALUES(72,1795752628,'alertd-mail','delivery.accepted',2,'message 25','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','d7d09d582c74f577db9057a987347473c82690a75816231a29b027fb78ed9856','','oufP5Qw_93J4t83tHN6FGw','c52b2e288c4a68179eacd5ad808e5d3c2bce1598fa8f042c3ebe653d707e7d04','bGed7Xr1ZIwIo7f47UGtBA','4bd0af39f1220394631173992ecc51d2f503edf3e6b55f75ab5245c6de69a855');
INSERT INTO "audit" VALUES(73,1795752628,'alertd-sms','delivery.accepted',2,'message 26','+4500000021: accepted: 0 written (/tmp/alertd-08/sms.txt)','2a848e4db04845edd6b3d7dfc5bfd9f7b2ee60e590a761fcc566b299eb397005','','qbWRtZKljlPNt6Cf3sme4Q','5a539fab4b8489302a4884eb5a939f3c10b9d06224095954d051229aa794d300','WsdSa_sk-w9YFfXrqLk87g','ff129f7b301d27d89d0ff265cfa59767f6583a7cca1a473d58635226c2ede140');
INSERT INTO "audit" VALUES(74,1795752628,'alertd-mail','delivery.accepted',2,'message 27','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','82445a48e96c074df95ef1616097cd786adfe1e7e133766f3da6b1a8bb457c23','','GhZySeX09eDDCPNzleZVfA','0797f8840a9ada71e3abc840ae5f6eb3f9bd4b5cadf0d16e254e6bc548e81dc0','kfe8B_8BsC0eGzKBmpw4Zg','d109e697e0351dd682507793ab3f932fb497e8f0bb4e524dcc7870dfe7b1c552');
INSERT INTO "audit" VALUES(75,1795752628,'alertd-sms','delivery.accepted',2,'message 28','+4500000022: accepted: 0 written (/tmp/alertd-08/sms.txt)','793dcdfc48451b461ddbf181e1c6071510e7a03fcfe9c7f3f1732fab524fa24f','','y2G8rXTWwpDwkcEpVQRoSg','01dc48e32291dc1a3fd46b72c2fb69e52fc9c735fe8dbdf5d242b1c3d36871ab','uLIV1rOiV2UieF7kBo6ICA','e9a2853f444aeb35e61b067f6f44d4537045d936fd7f396433a01d3c78db9739');
INSERT INTO "audit" VALUES(76,1795752628,'alertd-mail','delivery.accepted',2,'message 29','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','e8eef89eab044534f7695c2cd159ff447a148c658f96fbb469028d1e775136bf','','cdg4211SizfZPYJbFIIOLA','5eec49afd488ab3f3eaa5e4af93bdf57c434f4b525f30c80506b1301be1f8e61','kohqd50LGwslbBroniYgMw','df80f6d913a0c40515284191a32842eb77cb9b8a4e231d4e49194afb1977a450');
INSERT INTO "audit" VALUES(77,1795752628,'alertd','message.sending',2,'message 30','1 recipients, by worker 5341','6395b9733fabb11cf19128a9f4a6c49dbc1cff8740b2b5f877dfb4556e76701a','','h4ARgXjxDnaIFq3OfZBJMQ','d11a96b2614a9bf264bc5c50b56d0d397b4517596112c15e023b3381ddf4bd52','qYTpsomT436cOLXOCCwBEA','4568d73b5f23ae4e0a921f2257b368c421310eebe7957ac1100a72800fb97d8f');
INSERT INTO "audit" VALUES(78,1795752628,'alertd-mail','delivery.accepted',2,'message 30','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','d0230feafb18a703946b21bf50c4adda6e2641e2a44d2d2a4af93065887ad387','','fNIGK2HyNooi9oJWz4CpCA','e110aa2291b1804a7ae7670d310b212f825f45fe4c80efa30bb7290d53343cfb','2u1p_8hvhbzgvjloHpIbZw','02ab6672168edb33633ed82395d5192f19f2059dbc3555105a0da03af97acf1e');
INSERT INTO "audit" VALUES(79,1795752628,'user anna','incident.opened',3,'incident 3','exercise, degraded: Øvelse (by user anna)','c122bf82297cbb8a351c7fec66a404005f06db84f1c39db54a25307783ccef84','','Ga8vJrRFGaAQTa_cRY0AWg','20a741a3b44b34fca1bf59c509982b4de471af650c47587840cabca152d7beda','Eqa4J7PEpVai_pgu3ks4sA','0c543bcab23bd478c1bcaac58b44dc240e2d9084cfea9b147a32d8cf4896cc4a');
INSERT INTO "audit" VALUES(80,1795752628,'user anna','notice.queued',3,'incident 3','notice 1, first: sent by user anna','05b9240a52bd4a96c340aad5802a4b8ffbe2a846ff779a521b91aac9113afe9e','','PMpohyCUBx_EZZ1uzLkbnQ','4fdb8317dde291ebcbe69e289deb4006eb61d7b0e31df96821ca22ae60b12730','XWRfyZYr3ETQrOUtepuWvg','c264851a62ac7577cc83137137216cd2f9f220060c140552973edd3843ac6df0');
INSERT INTO "audit" VALUES(81,1795752628,'alertd','message.sending',3,'message 31','1 recipients, by worker 5343','cf5034cc62eaf0f2b2509d861e6482653b1a1f9fabd112da23366cd370856952','','ZhPDMmJyOQFw6EB5uSs2LQ','97ffdaf1affff03b970b7856236daca4d15c544076873d757bec829042b001ee','JykVw2oOimiyNmg4h6j35A','0b655e3b54e24c9f546de09bd26a4bff64b63647a68b6ad91ce7bc2a2cabe777');
INSERT INTO "audit" VALUES(82,1795752628,'alertd','message.sending',3,'message 33','1 recipients, by worker 5343','ec52715521a729562643e7b6516b5a445772dc342cc39a91af9abec41af9c63b','','qMz5r43GsCH8jZV2t-CAOg','3a13dc6353d0385b1e01abe491ee4ac78c31a74df9389142ac8b3fde099ac5a7','oTa4wSWk8-35Uq305tAT2A','14e087c593fe6f35019192ca58f7947b2107e62abfdd3ebdc8036fc5be3f3a43');
INSERT INTO "audit" VALUES(83,1795752628,'alertd','message.sending',3,'message 35','1 recipients, by worker 5343','62f0191da096f1d7f0e30e5cc21600521301a1cf653f33e1e60a9622adf23bdf','','AkUOX2-IlVxPnZcsJHGQTQ','2987fb0b541669e2527ee7ce9641486f9fba192bfde2717fdb7966ef4307ab53','Lym83W8OEH5s5bglAg1Wlw','7427635524986cfa2ed8b9e99847ffc82eb29101f399ba6a3c7898345ab915d1');
INSERT INTO "audit" VALUES(84,1795752628,'alertd','message.sending',3,'message 32','1 recipients, by worker 5344','933cffecebcb5281d9e50a313ed862ec8e539517ba0c9d9d5224c7b1e9911a4b','','VlZoj3G_vIU-D91akcwJqA','7c8add917f296454ce338a7f96253dfc30a3e88cb19ee4319f8c1bfea352c780','8f43mABi3diV9UThJKvjnA','d78d2bf05edd57a4cbe054cfcd711d2616c0abea4823d276f1fcd71dff36d6b0');
INSERT INTO "audit" VALUES(85,1795752628,'alertd','message.sending',3,'message 34','1 recipients, by worker 5344','9da135140499dc59d49f4dcef4e3db8670159a7761d12450a77856bc6c6800c0','','IpNXTLxDL0eD1eU4bm_8Qg','efef439226ff4c8570983c56865f7079393ec2bbb3de6ceef5aef10d6086b22a','OqvVv5SCVLdSs5bPZke4RQ','3b1241ca959ec192401a708f0bd14c11b49ad0ef7f013f216a7450c8b4fde4c0');
INSERT INTO "audit" VALUES(86,1795752628,'alertd-sms','delivery.accepted',3,'message 32','+4500000021: accepted: 0 written (/tmp/alertd-08/sms.txt)','3d8dff47c2660eb7a522d055a1bcea4a4a7419eb68d6ad5f872e6fdea46f4b6d','','E1A_me62fkmU1zQjN9fmYQ','5dc77d7a5a5198a926ac9e574fd5b3bd44df9be316f3af71b44d956ab11a0c32','L788CNNtYja_m6w6E3jP9Q','6c58e6dc40cb81fce32a2d876bc1f91473697e0218d5fa9de6413664b05b2381');
INSERT INTO "audit" VALUES(87,1795752628,'alertd-sms','delivery.accepted',3,'message 34','+4500000022: accepted: 0 written (/tmp/alertd-08/sms.txt)','7828c47d2e599e07a5d4cb2a26ada4b191248a78f8cc3627320cda5bfdd08f47','','2bWnpWZwcYzFF_RM4_lQmQ','c5268cf9030a0926eeb14b1b0a429179c4961043e454abec8dfa634f17999157','Ns_xyPnJuKY-TqbSosWg0w','e5bdb9daf3a9a9f758e26cdddaffdbd669e0f58cdb5fb2a54b5ed50ceed93593');
INSERT INTO "audit" VALUES(88,1795752628,'alertd-mail','delivery.accepted',3,'message 31','fmk@koebenhavn.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','990cf235208d168ee23ef25452c93badd0f4ea7984c1efaa8b3490485990b795','','4mo3iBwGu_QmlVmRFP8jzQ','d970000a6a8c507c8cdd3777abe1d191d2317c48bb8c4e71c5df7d4782969071','0V1TS3rwKbv2zqVlc7NAZg','436501b91a84ca692129b014a3e1ce1564164de9d9d693e078080f2598e38b31');
INSERT INTO "audit" VALUES(89,1795752628,'alertd','message.sending',3,'message 36','1 recipients, by worker 5341','1fe68fc8b41a4574908bb1e856e4d4d2214dd1152891ae984aa0ad4399e3617f','','KKiz-kB3bedgzxgXzGm2IQ','d98e953cee999abdddb6c5fe02cbc0a99068a8c24a55227d3d8e193066a0bf33','dF1senwzwNWuh75QjCKrjw','cdd9016d1549546612b566e7a948451141068aa9bf0007ff1d5440d65a7d1aea');
INSERT INTO "audit" VALUES(90,1795752628,'alertd-mail','delivery.accepted',3,'message 33','fmk@aarhus.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','81934794c3041861db67d234b3b19f48ef3b29fc2655009d38dc2f4e1b1c2281','','vXw8_L-ImnGvQCaqYtWlAw','adfc1535d52683b2f02df35cdec930dc58779c087e7df69259d938ddb61ae1d5','Uj2EblQJq69f5yQ5nWWMmw','519c78fac23c5126afc428c6f3a9f86ea2d032637eb522831e51470e01e6d107');
INSERT INTO "audit" VALUES(91,1795752628,'alertd-mail','delivery.accepted',3,'message 36','drift@kmd.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','e84d06bdf0fbd93813e99d0765290cd429ff29a5312ca330d4652f8209d63af9','','JGJ05lqrgyjg5mXmnv7zmw','72560c1fc55e18dd65e5c7eeaccebb196c3efd94d64fe7c90b0746ee2906c5c9','Hm8j3utwaz79UtWExkp4mg','1f045256c392011f5765b7126205862d90d07c3c4c920e5efb4f25b560a12b9d');
INSERT INTO "audit" VALUES(92,1795752628,'alertd-mail','delivery.accepted',3,'message 35','fmk@aalborg.example.dk: accepted: 0 delivered (maildir /tmp/alertd-08/out)','33f96d91d8e12625b9a33e0cd72388e2590c68114fcf494991c9a03209782301','','kMFD4Rc9q-oALuW5Qi9RWw','6294483853badd68c7902892c1245f0d009e6d5299a0b561f63570d22cc19565','1WShnFSdEaTGQOgWsvNw7g','90dcdebd4a8af9f1836fca2efd3b324c77007e2f95211d8fff4235d3ffa346a4');
CREATE TABLE audit_head ( id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
INSERT INTO "audit_head" VALUES(1,92,'33f96d91d8e12625b9a33e0cd72388e2590c68114fcf494991c9a03209782301');
CREATE TABLE calendar ( rota TEXT PRIMARY KEY, source TEXT NOT NULL, body TEXT NOT NULL, fetched INTEGER, failing INTEGER, why TEXT NOT NULL, told INTEGER NOT NULL CHECK (told IN (0, 1)), CHECK ((failing IS NULL) = (why = ''))) STRICT, WITHOUT ROWID;
INSERT INTO "calendar" VALUES('vagt','file:vagt.ics','BEGIN:VCALENDAR',1795751000,1795752000,'HTTP 503',1);
CREATE TABLE call ( id INTEGER PRIMARY KEY, incident INTEGER REFERENCES incident, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL, opened INTEGER NOT NULL, began INTEGER NOT NULL, steps INTEGER NOT NULL CHECK (steps >= 0), due INTEGER, paged_at INTEGER, skipped TEXT NOT NULL, owner TEXT NOT NULL, had TEXT NOT NULL, taken INTEGER, attended INTEGER, closed INTEGER, CHECK ((owner = '') = (attended IS NULL)), CHECK (incident IS NOT NULL OR alarm <> '')) STRICT;
INSERT INTO "call" VALUES(1,1,'','','',1795752617,1795752617,1,1795753218,1795752618,'','anna','',1795752618,1795752619,NULL);
INSERT INTO "call" VALUES(2,2,'','','',1795752628,1795752628,0,NULL,NULL,'','anna','',1795752628,1795752628,NULL);
INSERT INTO "call" VALUES(3,3,'','','',1795752628,1795752628,0,NULL,NULL,'','anna','',1795752628,1795752628,NULL);
CREATE TABLE call_person ( call INTEGER NOT NULL REFERENCES call, person TEXT NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, round INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (call, person)) STRICT, WITHOUT ROWID;
INSERT INTO "call_person" VALUES(1,'alarm.1e3386203534','alarm','vagt@example.dk','vagt@example.dk','',0,1795752618);
INSERT INTO "call_person" VALUES(1,'medcom.6','medcom','Jens Lund','jens.lund@example.dk','+4500000012',0,1795752618);
CREATE TABLE code ( id INTEGER PRIMARY KEY, action TEXT NOT NULL CHECK (action IN ('ack', 'approve', 'dismiss',  'receipt')), notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, call INTEGER REFERENCES call, org TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL, token TEXT NOT NULL UNIQUE, reply TEXT NOT NULL, made INTEGER NOT NULL, lapses INTEGER NOT NULL, used INTEGER) STRICT;
INSERT INTO "code" VALUES(1,'ack',2,1,1,'medcom.6','Jens Lund','+4500000012','EY5dmqQPFzLW3I5E8RX0rg','155929',1795752618,1795767018,NULL);
INSERT INTO "code" VALUES(2,'ack',2,1,1,'alarm.1e3386203534','vagt@example.dk','','BYkm_lC7bnhfFnKIMpudlQ','',1795752618,1795767018,NULL);
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
INSERT INTO "delivery" VALUES(1,1,1,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752647,1795752618,1,1795752618);
INSERT INTO "delivery" VALUES(2,2,1,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-08/sms.txt','',1795752646,1795752618,1,1795752618);
INSERT INTO "delivery" VALUES(3,3,1,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752646,1795752618,1,1795752618);
INSERT INTO "delivery" VALUES(4,4,1,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-08/sms.txt','',1795752645,1795752618,1,1795752618);
INSERT INTO "delivery" VALUES(5,5,1,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752645,1795752618,1,1795752618);
INSERT INTO "delivery" VALUES(6,6,1,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752644,1795752618,1,1795752618);
INSERT INTO "delivery" VALUES(7,7,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752643,1795752618,1,1795752618);
INSERT INTO "delivery" VALUES(8,8,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-08/sms.txt','',1795752643,1795752618,1,1795752618);
INSERT INTO "delivery" VALUES(9,9,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752642,1795752618,1,1795752618);
INSERT INTO "delivery" VALUES(10,10,1,0,'alarm','','vagt@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752654,1795752618,1,1795752618);
INSERT INTO "delivery" VALUES(11,11,1,0,'medcom','Jens Lund','jens.lund@example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752653,1795752618,1,1795752618);
INSERT INTO "delivery" VALUES(12,12,1,0,'medcom','Jens Lund','+4500000012','accepted',1,0,'written','/tmp/alertd-08/sms.txt','',1795752652,1795752618,1,1795752618);
INSERT INTO "delivery" VALUES(13,13,1,2,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752653,1795752619,1,1795752619);
INSERT INTO "delivery" VALUES(14,14,1,2,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-08/sms.txt','',1795752652,1795752619,1,1795752619);
INSERT INTO "delivery" VALUES(15,15,1,2,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752652,1795752619,1,1795752619);
INSERT INTO "delivery" VALUES(16,16,1,2,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-08/sms.txt','',1795752651,1795752619,1,1795752619);
INSERT INTO "delivery" VALUES(17,17,1,2,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752651,1795752619,1,1795752619);
INSERT INTO "delivery" VALUES(18,18,1,2,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752650,1795752619,1,1795752619);
INSERT INTO "delivery" VALUES(19,19,1,3,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752658,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(20,20,1,3,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-08/sms.txt','',1795752658,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(21,21,1,3,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752657,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(22,22,1,3,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-08/sms.txt','',1795752657,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(23,23,1,3,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752656,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(24,24,1,3,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752655,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(25,25,2,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','queued',1,421,'421 4.3.2 try later','maildir /tmp/alertd-08/out','',1795752655,NULL,0,1795752628);
INSERT INTO "delivery" VALUES(26,26,2,1,'0101','FMK-koordinator','+4500000021','sending',1,0,'written','/tmp/alertd-08/sms.txt','',1795752654,NULL,1,1795752628);
INSERT INTO "delivery" VALUES(27,27,2,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752654,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(28,28,2,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-08/sms.txt','',1795752653,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(29,29,2,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752652,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(30,30,2,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752652,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(31,31,3,1,'0101','FMK-koordinator','fmk@koebenhavn.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752663,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(32,32,3,1,'0101','FMK-koordinator','+4500000021','accepted',1,0,'written','/tmp/alertd-08/sms.txt','',1795752663,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(33,33,3,1,'0751','Sygeplejen','fmk@aarhus.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752662,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(34,34,3,1,'0751','Sygeplejen','+4500000022','accepted',1,0,'written','/tmp/alertd-08/sms.txt','',1795752661,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(35,35,3,1,'0851','IT-vagten','fmk@aalborg.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752661,1795752628,1,1795752628);
INSERT INTO "delivery" VALUES(36,36,3,1,'kmd','KMD Drift','drift@kmd.example.dk','accepted',1,0,'delivered','maildir /tmp/alertd-08/out','',1795752660,1795752628,1,1795752628);
CREATE TABLE early_report ( delivery INTEGER PRIMARY KEY REFERENCES delivery, via TEXT NOT NULL, answer TEXT NOT NULL) STRICT;
INSERT INTO "early_report" VALUES(1,'cpsms','absent subscriber');
CREATE TABLE event ( id INTEGER PRIMARY KEY, feed TEXT NOT NULL, ext TEXT NOT NULL, incident INTEGER REFERENCES incident, newest INTEGER, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, listed INTEGER NOT NULL CHECK (listed IN (0, 1)), UNIQUE (feed, ext)) STRICT;
INSERT INTO "event" VALUES(1,'nspop','fmk1',1,2,1795752617,1795752628,1);
CREATE TABLE fault ( name TEXT PRIMARY KEY, what TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "fault" VALUES('incident 2','incident 2: its notice was due, and none is queued',1795751000,1795751060);
CREATE TABLE "feed" ( feed TEXT PRIMARY KEY, first_ok INTEGER, last_ok INTEGER, last_change INTEGER, health TEXT NOT NULL CHECK (health IN ('ok', 'failing', 'stale',  'shrunken')), since INTEGER, polls INTEGER NOT NULL, last_poll INTEGER, body TEXT NOT NULL CHECK (body IN ('whole', 'part', 'short')), body_since INTEGER, told TEXT NOT NULL CHECK (told IN ('ok', 'failing', 'stale',  'shrunken')), cause TEXT NOT NULL CHECK (cause IN ('none', 'unreachable', 'tls',  'status', 'not-a-feed', 'too-large', 'incomplete', 'not-stored')), why TEXT NOT NULL, source TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "feed" VALUES('nspop',1795752617,1795752628,1795752628,'ok',1795752617,2,1795752628,'whole',1795752617,'ok','none','','a2fadeb97cc019813150f462a8ba395737eee2a929c581aedd09326edfa77349');
CREATE TABLE inbound ( gateway TEXT NOT NULL, ident TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (gateway, ident)) STRICT, WITHOUT ROWID;
INSERT INTO "inbound" VALUES('cpsms','in-1',1795751000);
CREATE TABLE incident ( id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('pending', 'open', 'resolved',  'dismissed', 'retracted')), kind TEXT NOT NULL CHECK (kind IN ('actual', 'exercise', 'test')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), service TEXT NOT NULL, title TEXT NOT NULL, news TEXT NOT NULL, url TEXT NOT NULL, reason TEXT NOT NULL, feed TEXT NOT NULL, since INTEGER, opened_at INTEGER, decided_at INTEGER, resolved_at INTEGER, starts INTEGER, ends INTEGER, expected_end INTEGER, planned INTEGER NOT NULL CHECK (planned IN (0, 1)), reminded INTEGER NOT NULL CHECK (reminded IN (0, 1)), notices INTEGER NOT NULL CHECK (notices >= 0), last_notice_at INTEGER, last_change_at INTEGER, due_at INTEGER, change INTEGER NOT NULL CHECK (change IN (0, 1)), fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)), change_reason TEXT NOT NULL, over INTEGER NOT NULL CHECK (over IN (0, 1)), told_effect TEXT NOT NULL CHECK (told_effect IN ('none', 'planned',  'degraded', 'data_error', 'outage')), told_online TEXT NOT NULL CHECK (told_online IN ('unknown', 'works',  'down')), audience TEXT NOT NULL DEFAULT '' CHECK (audience = '' OR audience GLOB 'region:?*'  OR audience GLOB 'vendor:?*' OR audience GLOB 'org:?*')) STRICT;
INSERT INTO "incident" VALUES(1,'resolved','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752316,1795752617,NULL,1795752628,NULL,NULL,NULL,0,0,3,1795752628,1795752628,NULL,0,0,'',0,'outage','unknown','');
INSERT INTO "incident" VALUES(2,'open','actual','outage','down',0,'FMK','FMK kan ikke bruges','SDS undersøger fejlen.','','sent by user anna','',1795752628,1795752628,1795752628,NULL,NULL,NULL,NULL,0,0,1,1795752628,1795752628,NULL,0,0,'',0,'outage','down','');
INSERT INTO "incident" VALUES(3,'open','exercise','degraded','unknown',0,'FMK','Øvelse','En øvelse.','','sent by user anna','',1795752628,1795752628,1795752628,NULL,NULL,NULL,NULL,0,0,1,1795752628,1795752628,NULL,0,0,'',0,'degraded','unknown','');
INSERT INTO "incident" VALUES(4,'pending','actual','outage','unknown',0,'FMK','FMK er utilgængeligt i produktion','Fejlen er rettet.','https://status.example.dk/fmk1','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','nspop',1795752316,1795752617,NULL,NULL,NULL,NULL,NULL,0,0,0,NULL,NULL,NULL,0,0,'',0,'none','unknown','');
CREATE TABLE low ( id INTEGER PRIMARY KEY, at INTEGER NOT NULL, alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
INSERT INTO "low" VALUES(1,1795751000,'bounced','fmk@aarhus.example.dk','550 5.1.1 no such user');
CREATE TABLE message ( id INTEGER PRIMARY KEY, notice INTEGER NOT NULL REFERENCES notice, incident INTEGER REFERENCES incident, number INTEGER NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')), audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',  'oncall')), org TEXT NOT NULL, org_name TEXT NOT NULL, vendor TEXT NOT NULL, message_id TEXT NOT NULL, created INTEGER NOT NULL, due INTEGER, worker INTEGER, begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1)), held INTEGER, UNIQUE (notice, channel, org)) STRICT;
INSERT INTO "message" VALUES(1,1,1,1,'mail','municipality','0101','København','','alertd.1795752617.1.1.0.0101@example.dk',1795752618,NULL,NULL,1,1795752618);
INSERT INTO "message" VALUES(2,1,1,1,'sms','municipality','0101','København','','alertd.1795752617.1.1.0.0101@example.dk',1795752618,NULL,NULL,1,1795752618);
INSERT INTO "message" VALUES(3,1,1,1,'mail','municipality','0751','Aarhus','systematic','alertd.1795752617.1.1.0.0751@example.dk',1795752618,NULL,NULL,1,1795752618);
INSERT INTO "message" VALUES(4,1,1,1,'sms','municipality','0751','Aarhus','systematic','alertd.1795752617.1.1.0.0751@example.dk',1795752618,NULL,NULL,1,1795752618);
INSERT INTO "message" VALUES(5,1,1,1,'mail','municipality','0851','Aalborg','','alertd.1795752617.1.1.0.0851@example.dk',1795752618,NULL,NULL,1,1795752618);
INSERT INTO "message" VALUES(6,1,1,1,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752617.1.1.0.vendors@example.dk',1795752618,NULL,NULL,1,1795752618);
INSERT INTO "message" VALUES(7,2,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752617.1.0.2.medcom.6@example.dk',1795752618,NULL,NULL,1,1795752618);
INSERT INTO "message" VALUES(8,2,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752617.1.0.2.medcom.6@example.dk',1795752618,NULL,NULL,1,1795752618);
INSERT INTO "message" VALUES(9,2,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752617.1.0.2.alarm.1e3386203534@example.dk',1795752618,NULL,NULL,1,1795752618);
INSERT INTO "message" VALUES(10,3,1,0,'mail','oncall','alarm.1e3386203534','vagt@example.dk','','alertd.1795752617.1.0.3.alarm.1e3386203534@example.dk',1795752618,NULL,NULL,1,1795752618);
INSERT INTO "message" VALUES(11,3,1,0,'mail','oncall','medcom.6','Jens Lund','','alertd.1795752617.1.0.3.medcom.6@example.dk',1795752618,NULL,NULL,1,1795752618);
INSERT INTO "message" VALUES(12,3,1,0,'sms','oncall','medcom.6','Jens Lund','','alertd.1795752617.1.0.3.medcom.6@example.dk',1795752618,NULL,NULL,1,1795752618);
INSERT INTO "message" VALUES(13,4,1,2,'mail','municipality','0101','København','','alertd.1795752617.1.2.0.0101@example.dk',1795752619,NULL,NULL,1,1795752619);
INSERT INTO "message" VALUES(14,4,1,2,'sms','municipality','0101','København','','alertd.1795752617.1.2.0.0101@example.dk',1795752619,NULL,NULL,1,1795752619);
INSERT INTO "message" VALUES(15,4,1,2,'mail','municipality','0751','Aarhus','systematic','alertd.1795752617.1.2.0.0751@example.dk',1795752619,NULL,NULL,1,1795752619);
INSERT INTO "message" VALUES(16,4,1,2,'sms','municipality','0751','Aarhus','systematic','alertd.1795752617.1.2.0.0751@example.dk',1795752619,NULL,NULL,1,1795752619);
INSERT INTO "message" VALUES(17,4,1,2,'mail','municipality','0851','Aalborg','','alertd.1795752617.1.2.0.0851@example.dk',1795752619,NULL,NULL,1,1795752619);
INSERT INTO "message" VALUES(18,4,1,2,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752617.1.2.0.vendors@example.dk',1795752619,NULL,NULL,1,1795752619);
INSERT INTO "message" VALUES(19,5,1,3,'mail','municipality','0101','København','','alertd.1795752617.1.3.0.0101@example.dk',1795752628,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(20,5,1,3,'sms','municipality','0101','København','','alertd.1795752617.1.3.0.0101@example.dk',1795752628,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(21,5,1,3,'mail','municipality','0751','Aarhus','systematic','alertd.1795752617.1.3.0.0751@example.dk',1795752628,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(22,5,1,3,'sms','municipality','0751','Aarhus','systematic','alertd.1795752617.1.3.0.0751@example.dk',1795752628,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(23,5,1,3,'mail','municipality','0851','Aalborg','','alertd.1795752617.1.3.0.0851@example.dk',1795752628,NULL,NULL,1,1795752628);
INSERT INTO "message" VALUES(24,5,1,3,'mail','vendor','vendors','FMK-kontakter i kommunerne','','alertd.1795752617.1.3.0.vendors@example.dk',1795752628,NULL,NULL,1,1795752628);
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
INSERT INTO "notice" VALUES(1,1,1,'first','outage',1795752618,1795759818,'FMK er utilgængeligt i produktion','rule 3: FMK: it is hit: "fmk", "utilgængeligt"',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.05.
Opslag i FMK fejler for alle anvendere.','fmk');
INSERT INTO "notice" VALUES(2,1,0,'page','outage',1795752618,NULL,'FMK er utilgængeligt i produktion','The municipalities are being told.',0,NULL,'','');
INSERT INTO "notice" VALUES(3,1,0,'page','outage',1795752618,NULL,'FMK er utilgængeligt i produktion','taken by anna: The municipalities are being told.',0,NULL,'','');
INSERT INTO "notice" VALUES(4,1,2,'update','outage',1795752619,1795759819,'FMK er utilgængeligt i produktion','updated by user anna',0,NULL,'FMK er nede.
Fejlen begyndte kl. 05.05.
SDS venter på en reservedel.','fmk');
INSERT INTO "notice" VALUES(5,1,3,'resolved','outage',1795752628,NULL,'FMK er utilgængeligt i produktion','it is over',0,1795752628,'FMK virker igen.
Fejlen er rettet.','fmk');
INSERT INTO "notice" VALUES(6,2,1,'first','outage',1795752628,1795759828,'FMK kan ikke bruges','sent by user anna',0,1795752628,'FMK er nede.
Fejlen begyndte kl. 05.10.
SDS undersøger fejlen.','fmk');
INSERT INTO "notice" VALUES(7,3,1,'first','degraded',1795752628,1795759828,'Øvelse','sent by user anna',0,1795752628,'FMK virker kun delvist.
Fejlen begyndte kl. 05.10.
En øvelse.','fmk');
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
INSERT INTO "receipt" VALUES(1,'0101',1,1795752678,'FMK-koordinator');
CREATE TABLE report ( id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event, seen INTEGER NOT NULL, hash TEXT NOT NULL, revision TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, newest INTEGER NOT NULL, url TEXT NOT NULL, published INTEGER, updated INTEGER, starts INTEGER, ends INTEGER, components TEXT NOT NULL, impact TEXT NOT NULL, status TEXT NOT NULL, phase TEXT NOT NULL CHECK (phase IN ('unknown', 'info', 'planned',  'open', 'resolved')), verdict TEXT NOT NULL CHECK (verdict IN ('ignore', 'ask', 'broadcast')), effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',  'data_error', 'outage')), judged TEXT NOT NULL CHECK (judged IN ('unknown', 'info', 'planned',  'open', 'resolved')), reason TEXT NOT NULL, service TEXT NOT NULL, hit TEXT NOT NULL, online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')), path INTEGER NOT NULL CHECK (path IN (0, 1)), expected_end INTEGER) STRICT;
INSERT INTO "report" VALUES(1,1,1795752617,'80b9f7857f069dce2545a14641e72bd2072773ab1f57875ba28ddc21bf0fe57a','2026-11-27T04:05:16Z-a43764d2','FMK er utilgængeligt i produktion','Opslag i FMK fejler for alle anvendere.',39,'https://status.example.dk/fmk1',1795752316,1795752316,NULL,NULL,'FMK	major_outage
','critical','investigating','open','broadcast','outage','open','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
INSERT INTO "report" VALUES(2,1,1795752628,'464f800e4766bf025f3fafe21e417a4fcdc00462b8bc332db8ea98743089b6a7','2026-11-27T04:10:19Z-0b941f02','FMK er utilgængeligt i produktion','Fejlen er rettet.',17,'https://status.example.dk/fmk1',1795752619,1795752619,NULL,NULL,'FMK	operational
','critical','resolved','resolved','broadcast','outage','resolved','rule 3: FMK: it is hit: "fmk", "utilgængeligt"','FMK','FMK','unknown',0,NULL);
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
COMMIT;
PRAGMA user_version = 9;
