-- A row for each table in which the programs had left none when a file here was
-- made: "make schema-keep" takes those whose table is empty. One statement a
-- line, all of it invented.
INSERT INTO wrong_reply (at, phone) VALUES (1795751000, '+4500000011');
INSERT INTO inbound (gateway, ident, at) VALUES ('cpsms', 'in-1', 1795751000);
INSERT INTO early_report (delivery, via, answer) SELECT min(id), 'cpsms', 'absent subscriber' FROM delivery;
INSERT INTO calendar (rota, source, body, fetched, failing, why, told) VALUES ('vagt', 'file:vagt.ics', 'BEGIN:VCALENDAR', 1795751000, 1795752000, 'HTTP 503', 1);
INSERT INTO receipt (incident, org, notice, at, by) SELECT incident, '0101', id, at + 60, 'FMK-koordinator' FROM notice WHERE number = 1 ORDER BY id LIMIT 1;
INSERT INTO asked (incident, org, name, at, reminded, told) SELECT incident, '0751', 'Aarhus', at, at + 600, at + 1200 FROM notice WHERE number = 1 ORDER BY id LIMIT 1;
INSERT INTO low (at, alarm, about, detail) VALUES (1795751000, 'bounced', 'fmk@aarhus.example.dk', '550 5.1.1 no such user');
INSERT INTO fault (name, what, first, last) VALUES ('incident 2', 'incident 2: its notice was due, and none is queued', 1795751000, 1795751060);
INSERT INTO draft (incident, at, pid, owner, body) VALUES (2, 1795751000, 4711, 'user anna', '{"command": "update", "text": "Det varer ved."}');
INSERT INTO reminded (what, at) VALUES ('drill', 1795751000);
INSERT INTO gap (org, channel, since, told) VALUES ('0153', 'sms', 1795751000, NULL);
INSERT INTO restored (at, made, source, next) VALUES (1795751000, 1795750000, 'last.db', 8);
INSERT INTO call (incident, alarm, about, detail, opened, began, steps, due, paged_at, skipped, owner, had, taken, attended, closed) VALUES (2, '', '', '', 1795751000, 1795751000, 1, 1795751900, 1795751000, '', '', '', NULL, NULL, NULL);
INSERT INTO call_person (call, person, org, name, email, phone, round, at) VALUES (1, 'contact 1', 'medcom', 'Anna Holm', 'anna.holm@example.dk', '+4500000011', 1, 1795751000);
INSERT INTO code (action, notice, incident, call, org, name, phone, token, reply, made, lapses, used) SELECT 'ack', max(id), 2, 1, 'medcom', 'Anna Holm', '+4500000011', 'AAAAAAAAAAAAAAAAAAAAAA', '4711', 1795751000, 1795837400, NULL FROM notice;
INSERT INTO cover (rota, who, starts, ends, made, by) VALUES ('vagt', 'Jens Lund', 1795751000, 1795772600, 1795751000, 'user anna');
INSERT INTO way (channel, name, state, since, until, pause, why) VALUES ('mail', 'smtp.example.dk', 'aside', 1795751000, 1795751600, 600, '421 4.3.2 try later');
INSERT INTO shut (program, missing, at) VALUES ('alertd-mail', 'landlock', 1795751000);
INSERT INTO notice (number, type, effect, at, title, reason, cc_own) VALUES (0, 'page', 'none', 1795751000, 'Prøve', 'a test of the way', 0); INSERT INTO test (notice, channel, kind, sent, arrived, late, over) SELECT max(id), 'mail', 'truth', 1795751000, 1795751004, NULL, NULL FROM notice;
INSERT INTO rate_use (channel, way, boot, at, n) VALUES ('mail', 'smtp.example.dk', '3f0c6a1e-0000-4000-8000-000000000001', 86400001, 30);
INSERT INTO reported (delivery) SELECT min(id) FROM delivery;
