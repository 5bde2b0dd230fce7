"""System tests of alertd-mail: the real program against smtp-sink, Postfix,
and servers that misbehave in every way that was seen."""
import email
import email.policy
import json
import mailbox
import os
import shutil
import signal
import ssl
import subprocess
import sys
import threading
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import servers  # noqa: E402
from madeclock import LIBRARY, MadeClock  # noqa: E402
from smtpd import CLOSE, RESET, STALL, Smtpd  # noqa: E402

MAIL = os.environ.get(
    "ALERTD_MAIL", os.path.join(servers.BUILD, "alertd-mail"))
ANNA, BO = "anna@kommune.example.dk", "bo@kommune.example.dk"
CARL = "carl@kommune.example.dk"
SESSIONS = 10  # as mail.relays[].sessions is by itself


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = servers.temp_folder("mail")
        self.db = os.path.join(self.folder, "alertd.db")
        self.addCleanup(shutil.rmtree, self.folder, True)

    def fresh(self):
        """Away with the database: the next queue() makes another."""
        for end in ("", "-wal", "-shm"):
            if os.path.exists(self.db + end):
                os.unlink(self.db + end)

    def server(self, hooks=None, **more):
        server = Smtpd(hooks, **more)
        self.addCleanup(server.stop)
        return server

    def queue(self, *lines, text=None):
        """Lines "0101 address": one message for each organisation."""
        args = ["make", self.db]
        if text is not None:
            path = os.path.join(self.folder, "text")
            with open(path, "w") as f:
                f.write(text)
            args.append(path)
        servers.queue(*args, lines=lines)

    def deliveries(self):
        return servers.deliveries(self.db)

    def conf(self, *relays, timeout="20s", more=""):
        """relays: a port, or a dictionary of keys."""
        lines = ["store: %s" % self.db, "mail:",
                 '  from: "FMK-drift <fmk@medcom.example.dk>"',
                 "  ehlo: alertd.example.dk", "  timeout: " + timeout]
        if relays:
            lines.append("  relays:")
        for relay in relays:
            if isinstance(relay, int):
                relay = {"port": relay}
            relay = {"host": "127.0.0.1", "tls": "none", **relay}
            lines += ["    %s %s: %s" % (" " if i else "-", k, json.dumps(v))
                      for i, (k, v) in enumerate(relay.items())]
        path = os.path.join(self.folder, "alertd.yaml")
        with open(path, "w") as f:
            f.write("\n".join(lines) + "\n" + more)
        os.chmod(path, 0o600)
        return path

    def start(self, path, *options):
        return subprocess.Popen(
            [MAIL, "-c", path, *options], stderr=subprocess.PIPE, text=True)

    def send(self, *relays, status=0, deadline=60, **more):
        """Drains the queue; {address: delivery}."""
        process = self.start(self.conf(*relays, **more), "-1")
        try:
            self.log = process.communicate(timeout=deadline)[1]
        except subprocess.TimeoutExpired:
            process.kill()
            self.fail("hung: " + process.communicate()[1])
        self.assertEqual(process.returncode, status, self.log)
        return {d["address"]: d for d in self.deliveries()}

    def check(self, delivery, state, code=None, answer=None, via=None):
        self.assertEqual(delivery["state"], state, (delivery, self.log))
        if code is not None:
            self.assertEqual(delivery["code"], code, delivery)
        if answer is not None:
            self.assertIn(answer, delivery["answer"])
        if via is not None:
            self.assertEqual(delivery["via"], "relay 127.0.0.1:%d" % via)


class Plain(Case):
    def test_message_arrives_as_composed(self):
        server = self.server()
        self.queue("0101 " + ANNA, "0101 " + BO,
                   text="Første linje\n.\n..to\n.punktum\nslut")
        got = self.send(server.port)
        self.check(got[ANNA], "accepted", 250, "queued as 1", server.port)
        self.check(got[BO], "accepted", 250)
        [(sender, recipients, raw)] = server.messages
        self.assertTrue(sender.startswith("FROM:<fmk@medcom.example.dk>"))
        self.assertEqual(recipients, [ANNA, BO])
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        self.assertEqual(mail["From"], "FMK-drift <fmk@medcom.example.dk>")
        self.assertIn(ANNA, mail["To"])
        self.assertEqual(mail["Auto-Submitted"], "auto-generated")
        for once in ("To", "From", "Date", "Subject", "Message-ID"):
            self.assertEqual(len(mail.get_all(once)), 1, once)
        plain, html = mail.iter_parts()
        self.assertEqual(plain.get_content_type(), "text/plain")
        self.assertEqual(html.get_content_type(), "text/html")
        text = plain.get_content().replace("\r\n", "\n").rstrip("\n")
        self.assertEqual(text, "Første linje\n.\n..to\n.punktum\nslut")
        self.assertTrue(all(len(x) <= 76 and x.isascii()
                            for x in raw.decode("ascii").split("\r\n")))
        self.assertNotIn(b"\n.\n", raw.replace(b"\r\n", b""))

    def test_smtp_sink_98(self):
        sink = servers.SmtpSink()
        self.addCleanup(sink.stop)
        self.queue(*["%04d k%d@kommune.example.dk" % (i, i)
                     for i in range(101, 199)])
        got = self.send(sink.port)
        self.assertEqual(len(got), 98)
        for delivery in got.values():
            self.check(delivery, "accepted", 250)
        self.assertEqual(len(sink.messages()), 98)

    def test_several_messages_in_one_session(self):
        server = self.server()
        self.queue(*["01%02d k%d@kommune.example.dk" % (i, i)
                     for i in range(10)])
        self.send({"port": server.port, "sessions": 1})
        self.assertEqual(len(server.messages), 10)
        self.assertEqual(len(server.sessions), 1)
        # Nobody waits for what it says to that.
        servers.wait_for(lambda: "QUIT" in server.commands(), "its end")

    def test_refused_recipient_is_final_for_it_only(self):
        server = self.server({"rcpt": lambda s, a: (
            "550 5.1.1 unknown" if BO in a else
            "450 4.2.0 greylisted" if CARL in a else None)})
        self.queue("0101 " + ANNA, "0101 " + BO, "0101 " + CARL)
        got = self.send(server.port)
        self.check(got[ANNA], "accepted", 250)
        self.check(got[BO], "failed", 550, "5.1.1 unknown", server.port)
        self.check(got[CARL], "queued", 450, "greylisted")

    def test_all_refused_though_the_server_says_250(self):
        server = self.server({"rcpt": "550 5.1.1 unknown"})
        self.queue("0101 " + ANNA, "0102 " + BO)
        got = self.send(server.port)
        self.check(got[ANNA], "failed", 550)
        self.check(got[BO], "failed", 550)

    def test_mail_refused(self):
        for code, state in ((451, "queued"), (552, "failed"),
                            (530, "queued")):
            with self.subTest(code=code):
                server = self.server({"mail": "%d no" % code})
                self.queue("0101 " + ANNA, "0102 " + BO)
                got = self.send(server.port)
                self.check(got[ANNA], state, code, "no", server.port)
                self.check(got[BO], state, code)
                self.fresh()

    def test_data_refused(self):
        for stage in ("data", "end"):
            for code, state in ((451, "queued"), (554, "failed")):
                with self.subTest(stage=stage, code=code):
                    server = self.server({stage: "%d no" % code})
                    self.queue("0101 " + ANNA, "0102 " + BO)
                    got = self.send(server.port)
                    self.check(got[ANNA], state, code)
                    self.check(got[BO], state, code)
                    self.fresh()

    def test_bad_address_is_never_spoken(self):
        server = self.server()
        self.queue("0101 " + ANNA, "0101 båd@kommune.example.dk")
        got = self.send(server.port)
        self.check(got[ANNA], "accepted")
        self.check(got["båd@kommune.example.dk"], "failed", 0, "ASCII")
        self.assertEqual(server.messages[0][1], [ANNA])

    def test_too_many_recipients_are_split_at_once(self):
        server = self.server({"rcpt": lambda s, a: (
            "452 4.5.3 too many" if len(s.recipients) >= 10 else None)})
        self.queue(*["0101 k%d@kommune.example.dk" % i for i in range(35)])
        got = self.send(server.port)
        for delivery in got.values():
            self.check(delivery, "accepted", 250)
        self.assertEqual([len(m[1]) for m in server.messages],
                         [10, 10, 10, 5])
        everybody = [a for m in server.messages for a in m[1]]
        self.assertEqual(len(everybody), len(set(everybody)))

    def test_452_for_the_first_is_tried_later(self):
        server = self.server({"rcpt": "452 4.5.3 too many"})
        self.queue("0101 " + ANNA, "0101 " + BO)
        got = self.send(server.port)
        self.check(got[ANNA], "queued", 452)
        self.assertEqual(server.commands().count("DATA"), 1)

    def test_more_than_a_hundred_recipients(self):
        server = self.server()
        self.queue(*["0101 k%d@kommune.example.dk" % i for i in range(230)])
        got = self.send(server.port)
        self.assertTrue(all(d["state"] == "accepted" for d in got.values()))
        self.assertEqual(sorted(len(m[1]) for m in server.messages),
                         [30, 100, 100])

    def test_words_of_many_recipients(self):
        """They are cut rather than lost with what became of each."""
        server = self.server({"end": lambda session, text:
                              "250 2.0.0 " + 900 * "x"})
        self.queue(*["0101 k%d@example.dk" % i for i in range(5000)])
        got = self.send({"port": server.port, "sessions": 1},
                        timeout="60s")
        self.assertEqual({d["state"] for d in got.values()}, {"accepted"},
                         self.log)
        self.assertEqual(sum(len(m[1]) for m in server.messages), 5000)

    def test_new_session_after_fifty_transactions(self):
        server = self.server({"rcpt": lambda s, a: (
            "452 4.5.3 too many" if s.recipients else None)})
        self.queue(*["0101 k%d@kommune.example.dk" % i for i in range(70)])
        got = self.send(server.port)
        self.assertTrue(all(d["state"] == "accepted" for d in got.values()))
        self.assertEqual([len(s.messages) for s in server.sessions], [50, 20])


class Relays(Case):
    def test_second_takes_over_from_a_dead_one(self):
        server = self.server()
        dead = servers.free_port()
        self.queue("0101 " + ANNA, "0102 " + BO)
        got = self.send(dead, server.port)
        self.check(got[ANNA], "accepted", 250, None, server.port)
        self.check(got[BO], "accepted", 250, None, server.port)
        self.assertIn("relay 127.0.0.1:%d: cannot connect: Connection "
                      "refused" % dead, self.log)

    def test_all_dead(self):
        dead = servers.free_port()
        self.queue("0101 " + ANNA)
        got = self.send(dead)
        self.check(got[ANNA], "queued", 0, "relay 127.0.0.1:%d" % dead)

    def test_second_gets_what_the_first_refuses_for_now(self):
        for hooks in ({"greeting": "554 go away"}, {"greeting": CLOSE},
                      {"ehlo": "421 no"}, {"ehlo": "550 no"},
                      {"mail": "451 no"}, {"rcpt": "450 no"},
                      {"data": "451 no"}, {"end": "452 no"},
                      {"mail": CLOSE}, {"rcpt": CLOSE}, {"data": CLOSE},
                      {"mail": ("421 bye", CLOSE)},
                      {"rcpt": ("421 bye", CLOSE)},
                      {"data": ("421 bye", CLOSE)},
                      {"end": ("421 bye", CLOSE)}):
            with self.subTest(hooks=hooks):
                first, second = self.server(hooks), self.server()
                self.queue("0101 " + ANNA, "0102 " + BO)
                got = self.send(first.port, second.port)
                self.check(got[ANNA], "accepted", 250, None, second.port)
                self.check(got[BO], "accepted", 250, None, second.port)
                self.assertEqual(len(second.messages), 2)
                self.fresh()

    def test_what_was_accepted_is_not_sent_again(self):
        first = self.server({"rcpt": lambda s, a: (
            None if ANNA in a else "450 later")})
        second = self.server()
        self.queue("0101 " + ANNA, "0101 " + BO)
        got = self.send(first.port, second.port)
        self.check(got[ANNA], "accepted", 250, None, first.port)
        self.check(got[BO], "queued", 450)
        self.assertEqual(second.messages, [])

    def test_one_slow_address_leaves_the_rest_where_they_are(self):
        first = self.server({"rcpt": lambda s, a: (
            "450 later" if ANNA in a else None)})
        dead = servers.free_port()
        self.queue("0101 " + ANNA, "0102 " + BO)
        got = self.send(first.port, dead)
        self.check(got[ANNA], "queued", 450)
        self.check(got[BO], "accepted", 250, None, first.port)

    def test_session_dropped_after_each_message(self):
        server = self.server({"mail": lambda s, a: (
            CLOSE if s.messages else None)})
        self.queue("0101 " + ANNA, "0102 " + BO, "0103 " + CARL)
        got = self.send({"port": server.port, "sessions": 1})
        states = sorted(d["state"] for d in got.values())
        self.assertEqual(states, ["accepted", "accepted", "queued"])
        self.assertEqual(len(server.messages), 2)


class Misbehaving(Case):
    def test_421_at_the_third_of_six(self):
        """Defect A: with PIPELINING this crashes libesmtp by itself."""
        def third(session, argument):
            if "k2@" in argument:
                return ("421 4.3.0 closing", CLOSE)
            return None
        server = self.server({"rcpt": third})
        self.queue(*["0101 k%d@kommune.example.dk" % i for i in range(6)])
        got = self.send(server.port)
        for delivery in got.values():
            self.check(delivery, "queued")
        self.check(got["k2@kommune.example.dk"], "queued", 421, "closing")

    def test_no_chunking(self):
        """Defect E, also when the keyword comes in pieces."""
        def pieces(session, argument):
            return (b"250-test\r\n250-P", b"IPELINING\r\n250-C",
                    b"HUNKING\r\n250 8BITMIME\r\n")
        for hooks in ({}, {"ehlo": pieces}):
            server = self.server(hooks)
            self.queue("0101 " + ANNA, "0101 " + BO)
            got = self.send(server.port)
            self.check(got[ANNA], "accepted")
            self.assertIn("DATA", server.commands())
            self.assertFalse([c for c in server.commands()
                              if c.startswith("BDAT")])
            self.fresh()

    def test_drop_in_the_message(self):
        count = [0]

        def line(session, argument):
            count[0] += 1
            return RESET if count[0] == 20 else None
        server = self.server({"line": line})
        self.queue("0101 " + ANNA, text="x" * 100000 + "\n")
        got = self.send(server.port)
        self.check(got[ANNA], "queued", 0, "in the message")
        self.assertEqual(got[ANNA]["outcome"], "tempfail")

    def test_drop_after_the_final_dot_is_unknown(self):
        server, second = self.server({"end": CLOSE}), self.server()
        self.queue("0101 " + ANNA)
        got = self.send(server.port, second.port)
        self.check(got[ANNA], "unknown", 0, "message: the connection was lost",
                   server.port)
        self.assertEqual(got[ANNA]["outcome"], "unknown")
        self.assertEqual(second.messages, [])

    def test_stall_in_the_message(self):
        """Defect D: libesmtp leaves out blocks and goes on."""
        server = self.server({"line": STALL})
        server.listener.setsockopt(
            servers.socket.SOL_SOCKET, servers.socket.SO_RCVBUF, 4096)
        self.queue("0101 " + ANNA, text=("x" * 70 + "\n") * 1700)
        got = self.send(server.port, timeout="1s")
        self.check(got[ANNA], "queued", 0, "stopped taking the message")
        self.assertEqual(got[ANNA]["outcome"], "tempfail")
        self.assertEqual(server.messages, [])

    def test_stalls(self):
        for stage in ("greeting", "ehlo", "mail", "rcpt", "data"):
            with self.subTest(stage=stage):
                first, second = self.server({stage: STALL}), self.server()
                self.queue("0101 " + ANNA)
                began = time.monotonic()
                got = self.send(first.port, second.port, timeout="1s")
                self.assertLess(time.monotonic() - began, 30)
                self.check(got[ANNA], "accepted", 250, None, second.port)
                self.assertRegex(self.log, "no answer in time")
                self.fresh()

    def test_stall_at_quit_costs_a_moment_only(self):
        server = self.server({"quit": STALL})
        self.queue("0101 " + ANNA)
        began = time.monotonic()
        self.check(self.send(server.port, timeout="60s")[ANNA], "accepted")
        self.assertLess(time.monotonic() - began, 40)

    def test_slow_answers_have_an_end(self):
        # Each in time, but all of them together not in five times that.
        first, second = (
            self.server({"rcpt": (0.6, "250 ok")}), self.server())
        people = ["k%d@kommune.example.dk" % i for i in range(20)]
        self.queue(*["0101 " + x for x in people])
        got = self.send(first.port, second.port, timeout="1s")
        for x in people:
            self.check(got[x], "accepted", 250, None, second.port)
        self.assertIn("the message took too long", self.log)
        self.assertEqual(first.messages, [])

    def test_answers_without_an_end(self):
        # One more line each moment: none of them is silent, or done. Each
        # session is kept busy at another place.
        stages = {"greeting": "220-", "ehlo": "250-", "mail": "250-",
                  "rcpt": "250-", "data": "354-"}

        def at(stage):
            def hook(session, argument):
                which = first.sessions.index(session) % len(stages)
                return (0.1, stages[stage] + "wait") * 600 \
                    if list(stages)[which] == stage else None
            return hook

        first = self.server({x: at(x) for x in stages})
        second = self.server()
        self.queue(*["01%02d k%d@kommune.example.dk" % (i, i)
                     for i in range(len(stages))])
        got = self.send(first.port, second.port, timeout="1s")
        for delivery in got.values():
            self.check(delivery, "accepted", 250, None, second.port)
        self.assertGreaterEqual(len(first.sessions), len(stages))
        self.assertEqual((first.messages, len(second.messages)),
                         ([], len(stages)))

    def test_answers_that_are_none(self):
        for junk in (b"hello\r\n", b"\r\n", b"9" * 5000 + b"\r\n",
                     b"250", b"\0\0\0\0\r\n", b"250-x\r\n" * 3000):
            with self.subTest(junk=junk[:20]):
                server = self.server({"rcpt": (junk, CLOSE)})
                self.queue("0101 " + ANNA)
                self.check(self.send(server.port)[ANNA], "queued")
                self.fresh()

    def test_black_hole(self):
        """Defect G: connect() without an end."""
        hole = servers.socket.socket()
        hole.bind(("127.0.0.1", 0))
        hole.listen(0)
        fill = []
        for _ in range(4):
            s = servers.socket.socket()
            s.setblocking(False)
            s.connect_ex(hole.getsockname())
            fill.append(s)
        second = self.server()
        self.queue("0101 " + ANNA)
        began = time.monotonic()
        got = self.send(hole.getsockname()[1], second.port, timeout="1s")
        self.assertLess(time.monotonic() - began, 40)
        self.check(got[ANNA], "accepted", 250, None, second.port)
        for s in fill + [hole]:
            s.close()


class Encrypted(Case):
    @classmethod
    def setUpClass(cls):
        cls.certificates = servers.temp_folder("ca")
        cls.ca = servers.Authority(cls.certificates)
        cls.good = cls.ca.certificate("localhost")
        cls.number = cls.ca.certificate("number", "IP:127.0.0.1")
        cls.wrong = cls.ca.certificate("wrong", "DNS:mx.example.dk")
        cls.other = servers.Authority(cls.certificates, "Other CA")
        cls.foreign = cls.other.certificate("foreign")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.certificates)

    def context(self, pair, most=None):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*pair)
        if most is not None:
            context.maximum_version = most
        return context

    def relay(self, server, mode, **more):
        return {"host": "localhost", "port": server.port, "tls": mode,
                "ca_file": self.ca.file, **more}

    def test_both_ways(self):
        for mode in ("starttls", "tls"):
            for most in (None, ssl.TLSVersion.TLSv1_2):
                with self.subTest(mode=mode, most=most):
                    server = self.server(
                        tls=mode, context=self.context(self.good, most))
                    self.queue(*["01%02d k%d@kommune.example.dk" % (i, i)
                                 for i in range(5)], text="x" * 100000)
                    got = self.send(self.relay(server, mode, sessions=1))
                    for delivery in got.values():
                        self.check(delivery, "accepted", 250)
                    self.assertEqual(len(server.messages), 5)
                    self.assertTrue(server.sessions[0].tls)
                    self.assertEqual(len(server.sessions), 1)
                    self.fresh()

    def test_many_sessions(self):
        """Defect C: the session ticket stalled nearly every session."""
        server = self.server(tls="starttls", context=self.context(self.good))
        began = time.monotonic()
        for _ in range(10):
            self.queue("0101 " + ANNA)
            self.check(self.send(self.relay(server, "starttls"),
                                 timeout="50s")[ANNA], "accepted")
            self.fresh()
        self.assertLess(time.monotonic() - began, 50)

    def test_several_sessions_of_one_process(self):
        """Defect B: the second crashed. A refused DATA ends a session."""
        for mode in ("starttls", "tls"):
            with self.subTest(mode=mode):
                server = self.server(
                    {"data": lambda s, a: "554 no" if ANNA in
                     "".join(s.recipients) else None},
                    tls=mode, context=self.context(self.good))
                self.queue("0101 " + ANNA, "0102 " + BO, "0103 " + CARL)
                got = self.send(self.relay(server, mode, sessions=1))
                self.check(got[ANNA], "failed", 554)
                self.check(got[BO], "accepted")
                self.check(got[CARL], "accepted")
                self.assertEqual(len(server.sessions), 2)
                self.fresh()

    def test_ip_address(self):
        server = self.server(tls="tls", context=self.context(self.number))
        self.queue("0101 " + ANNA)
        got = self.send(self.relay(server, "tls", host="127.0.0.1"))
        self.check(got[ANNA], "accepted")

    def test_bad_certificates(self):
        for mode in ("starttls", "tls"):
            for pair, why in ((self.wrong, "hostname mismatch"),
                              (self.foreign, "unable to get local issuer")):
                with self.subTest(mode=mode, why=why):
                    server = self.server(tls=mode, context=self.context(pair))
                    self.queue("0101 " + ANNA)
                    got = self.send(self.relay(server, mode))
                    self.check(got[ANNA], "queued", 0, why)
                    self.assertFalse(
                        [c for c in server.commands() if c[:4] == "MAIL"])
                    self.fresh()

    def test_self_signed_for_the_system_store(self):
        server = self.server(tls="starttls", context=self.context(self.good))
        self.queue("0101 " + ANNA)
        got = self.send({"host": "localhost", "port": server.port,
                         "tls": "starttls"})
        self.check(got[ANNA], "queued", 0, "certificate is refused")

    def test_starttls_not_offered(self):
        server = self.server()
        self.queue("0101 " + ANNA)
        got = self.send(self.relay(server, "starttls"))
        self.check(got[ANNA], "queued", 0, "STARTTLS is not offered")
        self.assertFalse([c for c in server.commands() if c[:4] == "MAIL"])

    def test_starttls_refused(self):
        server = self.server({"starttls": "454 not now"}, tls="starttls",
                             context=self.context(self.good))
        self.queue("0101 " + ANNA)
        got = self.send(self.relay(server, "starttls"))
        self.check(got[ANNA], "queued", 0, "STARTTLS: 454 not now")
        self.assertFalse([c for c in server.commands() if c[:4] == "MAIL"])

    def test_starttls_injection(self):
        """Defect H: what follows the 220 in clear."""
        server = self.server(
            {"starttls": (b"220 go on\r\n250-evil\r\n250 AUTH PLAIN\r\n")},
            tls="starttls", context=self.context(self.good))
        self.queue("0101 " + ANNA)
        got = self.send(self.relay(server, "starttls"))
        self.check(got[ANNA], "queued", 0, "more was sent than was asked")

    def test_stalled_handshake(self):
        server, second = self.server({"greeting": STALL}), self.server()
        self.queue("0101 " + ANNA)
        got = self.send(self.relay(server, "tls"), second.port, timeout="1s")
        self.check(got[ANNA], "accepted", 250, None, second.port)

    def test_auth(self):
        server = self.server(tls="starttls", context=self.context(self.good),
                             auth=("fmk", "hemmeligt"))
        self.queue("0101 " + ANNA)
        got = self.send(self.relay(server, "starttls", user="fmk",
                                   password="hemmeligt"))
        self.check(got[ANNA], "accepted")
        self.assertNotIn("hemmeligt", self.log)
        self.assertTrue([c for c in server.commands() if c[:4] == "AUTH"])

    def test_auth_refused(self):
        """Defect J: libesmtp goes on without."""
        server = self.server(tls="starttls", context=self.context(self.good),
                             auth=("fmk", "hemmeligt"))
        self.queue("0101 " + ANNA)
        got = self.send(self.relay(server, "starttls", user="fmk",
                                   password="forkert"))
        self.check(got[ANNA], "queued", 0, "AUTH: 535 5.7.8 wrong password")
        self.assertFalse([c for c in server.commands() if c[:4] == "MAIL"])

    def test_auth_not_offered(self):
        server = self.server(tls="starttls", context=self.context(self.good))
        self.queue("0101 " + ANNA)
        got = self.send(self.relay(server, "starttls", user="fmk",
                                   password="hemmeligt"))
        self.check(got[ANNA], "queued", 0, "AUTH: ")
        self.assertFalse([c for c in server.commands() if c[:4] == "MAIL"])

    def test_drop_after_the_final_dot(self):
        server = self.server({"end": CLOSE}, tls="tls",
                             context=self.context(self.good))
        self.queue("0101 " + ANNA)
        got = self.send(self.relay(server, "tls"))
        self.assertEqual(got[ANNA]["outcome"], "unknown")
        self.check(got[ANNA], "unknown", 0, "message: the connection was lost")

    def test_stall_in_the_message(self):
        server = self.server({"line": STALL}, tls="tls",
                             context=self.context(self.good))
        server.listener.setsockopt(
            servers.socket.SOL_SOCKET, servers.socket.SO_RCVBUF, 4096)
        self.queue("0101 " + ANNA, text=("x" * 70 + "\n") * 1700)
        got = self.send(self.relay(server, "tls"), timeout="1s")
        self.check(got[ANNA], "queued", 0, "stopped taking the message")

    def test_who_encrypts_shares_no_memory(self):
        """It reads what a relay sends, and decides nothing: the session alone
        sees what its worker does."""
        server = self.server(tls="tls", context=self.context(self.good))
        gate = server.hooks["mail"] = Gate(self)
        self.queue("0101 " + ANNA)
        worker = self.start(self.conf(self.relay(server, "tls")), "-1")
        self.addCleanup(worker.kill)
        servers.wait_for(lambda: gate.inside, "MAIL")
        session, = servers.children(worker.pid)
        encrypts, = servers.children(session)
        self.assertEqual([len(shared(p)) for p in (session, encrypts)], [1, 0])
        gate.opened.set()
        self.log = worker.communicate(timeout=60)[1]
        self.assertEqual(worker.returncode, 0, self.log)


def shared(pid):
    """What others can write of its memory."""
    with open("/proc/%d/maps" % pid) as f:
        return [line for line in f if line.split()[1] == "rw-s"]


class Gate:
    """A hook that holds whoever comes in, until it is opened."""

    def __init__(self, case):
        self.opened = threading.Event()
        self.inside = []  # what they came with
        case.addCleanup(self.opened.set)

    def __call__(self, session, argument):
        self.inside.append((session, argument))
        self.opened.wait(60)


class Sessions(Case):
    MANY = 40

    def queue_many(self):
        self.queue(*["01%02d k%d@kommune.example.dk" % (i, i)
                     for i in range(self.MANY)])

    def each_once(self, *servers):
        got = [m[1][0] for s in servers for m in s.messages]
        self.assertEqual(len(set(got)), self.MANY)
        self.assertEqual(len(got), self.MANY)

    def all_accepted(self, got):
        self.assertEqual({d["state"] for d in got.values()}, {"accepted"},
                         self.log)

    def held(self, sessions, hook="end", **more):
        """A worker of which every session is held by the relay."""
        server = self.server()
        gate = server.hooks[hook] = Gate(self)
        self.queue_many()
        worker = self.start(self.conf({"port": server.port,
                                       "sessions": sessions}, **more), "-1")
        self.addCleanup(worker.kill)
        servers.wait_for(lambda: len(gate.inside) == sessions, "all are held")
        return gate, server, worker

    def test_several_at_once_and_never_more(self):
        gate, server, worker = self.held(4)
        self.assertEqual(len(servers.children(worker.pid)), 4)
        gate.opened.set()
        self.log = worker.communicate(timeout=60)[1]
        self.assertEqual(worker.returncode, 0, self.log)
        self.all_accepted({d["address"]: d for d in self.deliveries()})
        self.assertEqual(server.most, 4)
        self.assertEqual(len(server.sessions), 4)
        self.each_once(server)

    def test_no_more_than_there_is_to_do(self):
        server = self.server()
        self.queue("0101 " + ANNA, "0102 " + BO)
        self.all_accepted(self.send(server.port))
        self.assertEqual(len(server.sessions), 2)

    def test_relay_bears_fewer(self):
        for said in (("421 4.7.0 too many connections", CLOSE), RESET):
            with self.subTest(said=said):
                server = self.server()
                server.hooks = {"greeting": lambda s, a: (
                    said if server.now > 3 else None),
                    "end": lambda s, a: (0.02, "250 ok")}
                self.queue_many()
                self.all_accepted(self.send(server.port))
                self.each_once(server)
                # One fewer each time, and none is tried again soon.
                self.assertEqual(self.log, "")
                self.assertLessEqual(len(server.sessions), 2 * SESSIONS)
                self.fresh()

    def test_421_to_the_message_while_others_stand(self):
        server = self.server()
        busy = []

        def mail(session, argument):
            if len(busy) > 1:
                return ("421 4.3.2 too many", CLOSE)
            busy.append(session)
            return None

        def end(session, argument):
            time.sleep(0.02)
            busy.remove(session)
            return None
        server.hooks = {"mail": mail, "end": end}
        self.queue_many()
        self.all_accepted(self.send(server.port))
        self.each_once(server)
        self.assertEqual(self.log, "")

    def test_one_stalls_and_the_others_go_on(self):
        first = []

        def end(session, argument):
            if not first:
                first.append(session)
                return STALL
            return None
        server = self.server({"end": end})
        self.queue_many()
        worker = self.start(self.conf({"port": server.port, "sessions": 3}),
                            "-1")
        servers.wait_for(lambda: len(server.messages) == self.MANY - 1,
                         "all others are sent")
        servers.wait_for(lambda: sorted(
            {d["state"] for d in self.deliveries()}) ==
            ["accepted", "sending"], "all others have their result")
        worker.kill()
        worker.communicate()

    def test_end_while_the_second_is_waited_for(self):
        """What the first has refused is told, and not asked again at once."""
        first = self.server({"rcpt": "450 4.2.0 Greylisted"})
        second = self.server()
        gate = second.hooks["end"] = Gate(self)
        self.queue_many()
        worker = self.start(self.conf(
            {"port": first.port, "sessions": 1},
            {"port": second.port, "sessions": 1}), "-1")
        self.addCleanup(worker.kill)
        servers.wait_for(lambda: gate.inside, "one is held")
        servers.wait_for(lambda: len([c for c in first.commands()
                                      if c.startswith("RCPT")]) > 2,
                         "more wait for the second")
        worker.terminate()
        gate.opened.set()
        self.log = worker.communicate(timeout=60)[1]
        self.assertEqual(worker.returncode, 0, self.log)
        asked = [c for c in first.commands() if c.startswith("RCPT")]
        tried = [d for d in self.deliveries() if d["attempts"] > 0]
        self.assertEqual(len(tried), len(asked))
        self.assertEqual({d["state"] for d in self.deliveries()},
                         {"accepted", "queued"})

    def test_session_is_killed(self):
        gate, server, worker = self.held(5)
        victim = servers.children(worker.pid)[0]
        os.kill(victim, signal.SIGKILL)
        servers.wait_for(lambda: victim not in servers.children(worker.pid),
                         "it is gone")
        gate.opened.set()
        log = worker.communicate(timeout=60)[1]
        # It ends as its session did, when the others have their results.
        self.assertEqual(worker.returncode, -signal.SIGKILL, log)
        self.assertIn("session[%d] killed by signal 9" % victim, log)
        states = [d["state"] for d in self.deliveries()]
        self.assertEqual(states.count("sending"), 1)
        self.assertGreaterEqual(states.count("accepted"), 4)
        servers.queue("recover", self.db)
        doubted = [d for d in self.deliveries() if d["state"] == "unknown"]
        self.assertEqual(len(doubted), 1)
        self.all_accepted(self.send(server.port))
        got = [m[1][0] for m in server.messages]
        self.assertEqual(len(set(got)), self.MANY)
        self.assertLessEqual(len(got), self.MANY + 1)

    def test_session_is_killed_and_others_wait(self):
        """What no session has is in no doubt."""
        server = self.server()
        gate = server.hooks["end"] = Gate(self)
        server.hooks["greeting"] = lambda session, _: (
            None if session is server.sessions[0] else ("421 Too many", CLOSE))
        self.queue("0101 " + ANNA, "0102 " + BO)
        worker = self.start(self.conf({"port": server.port, "sessions": 2}),
                            "-1")
        self.addCleanup(worker.kill)
        servers.wait_for(lambda: gate.inside and len(server.sessions) == 2 and
                         server.now == 1, "the relay bears one")
        for pid in servers.children(worker.pid):
            servers.kill(pid, signal.SIGKILL)
        self.log = worker.communicate(timeout=60)[1]
        self.assertEqual(worker.returncode, -signal.SIGKILL, self.log)
        self.assertEqual(sorted(d["state"] for d in self.deliveries()),
                         ["queued", "sending"])

    def test_sessions_die_with_the_worker(self):
        gate, server, worker = self.held(5)
        sessions = servers.children(worker.pid)
        self.assertEqual(len(sessions), 5)
        worker.kill()
        worker.communicate()
        for pid in sessions:
            servers.wait_for(lambda p=pid: not servers.alive(p),
                             "session %d is gone" % pid)

    def test_idle_session_is_no_loss(self):
        ours, theirs = servers.socket.socketpair()
        server = self.server()
        self.queue("0101 " + ANNA)
        worker = subprocess.Popen(
            [MAIL, "-c", self.conf(server.port), "-w", str(theirs.fileno())],
            pass_fds=[theirs.fileno()], stderr=subprocess.PIPE, text=True)
        theirs.close()
        servers.wait_for(lambda: self.deliveries()[0]["state"] == "accepted",
                         "the message")
        for pid in servers.children(worker.pid):
            servers.kill(pid, signal.SIGKILL)
        # None is there while nothing is sent.
        servers.wait_for(lambda: not servers.children(worker.pid), "none is left")
        self.assertIsNone(worker.poll())
        ours.send(b"q")
        self.log = worker.communicate(timeout=60)[1]
        self.assertEqual(worker.returncode, 0, self.log)
        ours.close()

    def test_they_end_when_there_is_nothing_to_do(self):
        ours, theirs = servers.socket.socketpair()
        server = self.server()
        self.queue("0101 " + ANNA, "0102 " + BO)
        worker = subprocess.Popen(
            [MAIL, "-c", self.conf(server.port), "-w", str(theirs.fileno())],
            pass_fds=[theirs.fileno()], stderr=subprocess.PIPE, text=True)
        theirs.close()
        servers.wait_for(lambda: len(server.messages) == 2, "the messages")
        servers.wait_for(lambda: not servers.children(worker.pid), "they end")
        servers.wait_for(lambda: server.commands().count("QUIT") == 2,
                         "each says so")
        ours.close()
        worker.communicate(timeout=60)
        self.assertEqual(worker.returncode, 0)


@unittest.skipUnless(os.path.exists(LIBRARY), "no libfaketime")
class Passing(Case):
    """What takes a minute, by a clock that is made."""

    def setUp(self):
        super().setUp()
        self.clock = MadeClock(time.time(), monotonic=True)
        self.addCleanup(self.clock.stop)
        ours, theirs = servers.socket.socketpair()
        self.addCleanup(ours.close)
        self.addCleanup(theirs.close)
        self.ours, self.theirs = ours, theirs

    def worker(self, *relays):
        """It takes what is due until our side is closed."""
        fd = self.theirs.fileno()
        env = dict(os.environ, **self.clock.env)
        env["FAKETIME_TIMESTAMP_FILE"] = self.clock.also_in(self.folder)
        worker = subprocess.Popen(
            [MAIL, "-c", self.conf(*relays, timeout="60s"), "-w", str(fd)],
            pass_fds=[fd], stderr=subprocess.PIPE, text=True, env=env)
        self.addCleanup(worker.communicate)
        self.addCleanup(worker.kill)
        self.theirs.close()
        return worker

    def test_first_is_back_while_there_is_more(self):
        """Though the worker never comes to an end of what is due."""
        port = servers.free_port()
        second = self.server()
        gate = second.hooks["end"] = Gate(self)
        self.queue(*["01%02d k%d@kommune.example.dk" % (i, i)
                     for i in range(20)])
        self.worker({"port": port, "sessions": 1},
                    {"port": second.port, "sessions": 1})
        servers.wait_for(lambda: gate.inside, "the second has one")
        first = self.server(port=port)
        self.clock.forward(61)
        gate.opened.set()
        servers.wait_for(lambda: {d["state"] for d in self.deliveries()} ==
                         {"accepted"}, "all of it")
        self.assertGreater(len(first.messages), 0)

    def test_who_does_not_end_is_killed(self):
        """Until then it counts as one of those that the relay has."""
        server = self.server()
        self.queue("0101 " + ANNA)
        worker = self.worker({"port": server.port, "sessions": 1})
        servers.wait_for(lambda: self.deliveries()[0]["state"] == "accepted",
                         "the message")
        for pid in servers.children(worker.pid):
            servers.kill(pid, signal.SIGSTOP)

        def gone():
            self.clock.forward(20)
            return not servers.children(worker.pid)

        servers.wait_for(gone, "none is left")
        self.assertIsNone(worker.poll())


@unittest.skipUnless(os.getuid() == 0, "Postfix can be started by root only")
@unittest.skipUnless(shutil.which("postfix"), "Postfix is not installed")
class RealPostfix(Case):
    @classmethod
    def setUpClass(cls):
        cls.certificates = servers.temp_folder("ca")
        cls.ca = servers.Authority(cls.certificates)
        cls.postfix = servers.Postfix(*cls.ca.certificate("localhost"),
                                      security="encrypt", recipient_limit=50)

    @classmethod
    def tearDownClass(cls):
        cls.postfix.stop()
        shutil.rmtree(cls.certificates)

    def relay(self, mode="starttls", **more):
        port = self.postfix.tls_port if mode == "tls" else self.postfix.port
        return {"host": "localhost", "port": port, "tls": mode,
                "ca_file": self.ca.file, **more}

    def test_refused_recipient(self):
        for mode in ("starttls", "tls"):
            with self.subTest(mode=mode):
                self.queue("0101 " + ANNA, "0101 " + CARL, "0102 " + BO)
                got = self.send(self.relay(mode))
                self.check(got[ANNA], "accepted", 250, "queued as")
                self.check(got[BO], "accepted", 250)
                self.check(got[CARL], "failed", 550, "User unknown")
                self.fresh()

    def test_auth(self):
        self.queue("0101 anna@andre.example.dk")
        got = self.send(self.relay(user=self.postfix.USER,
                                   password=self.postfix.PASSWORD))
        self.check(got["anna@andre.example.dk"], "accepted", 250)
        servers.wait_for(lambda: "sasl_username=alertd" in self.postfix.log(),
                         "the login in Postfix' log")

    def test_wrong_password(self):
        self.queue("0101 anna@andre.example.dk")
        got = self.send(self.relay(user="alertd", password="forkert"))
        self.check(got["anna@andre.example.dk"], "queued", 0, "AUTH: 535")

    def test_no_relaying_without_auth(self):
        self.queue("0101 anna@andre.example.dk")
        got = self.send(self.relay())
        self.check(got["anna@andre.example.dk"], "failed", 554)

    def test_tls_is_wanted(self):
        self.queue("0101 " + ANNA)
        got = self.send({"port": self.postfix.port})
        self.check(got[ANNA], "queued", 530)

    def test_recipient_limit_is_split(self):
        self.queue(*["0101 k%d@andre.example.dk" % i for i in range(120)])
        got = self.send(self.relay(user=self.postfix.USER,
                                   password=self.postfix.PASSWORD))
        self.assertTrue(all(d["state"] == "accepted" for d in got.values()),
                        [d for d in got.values()
                         if d["state"] != "accepted"][:2])


class Worker(Case):
    def test_ends_on_sigterm_after_the_message(self):
        server = self.server()
        gate = server.hooks["end"] = Gate(self)
        self.queue(*["01%02d k%d@kommune.example.dk" % (i, i)
                     for i in range(40)])
        process = self.start(self.conf(server.port))
        servers.wait_for(lambda: len(gate.inside) >= 2, "the second message")
        process.terminate()
        gate.opened.set()
        log = process.communicate(timeout=60)[1]
        self.assertEqual(process.returncode, 0, log)
        got = self.deliveries()
        states = [d["state"] for d in got]
        self.assertEqual(states.count("accepted"), len(server.messages))
        self.assertEqual(states.count("sending"), 0)
        self.assertGreater(states.count("queued"), 10)

    def test_two_workers_send_each_message_once(self):
        server = self.server()
        self.queue(*["%04d k%d@kommune.example.dk" % (i, i)
                     for i in range(101, 199)])
        path = self.conf(server.port)
        workers = [self.start(path, "-1") for _ in range(2)]
        logs = [w.communicate(timeout=60)[1] for w in workers]
        self.assertEqual([w.returncode for w in workers], [0, 0], logs)
        self.assertTrue(all(d["state"] == "accepted"
                            for d in self.deliveries()), logs)
        self.assertEqual(len(server.messages), 98)

    def test_killed_in_the_middle(self):
        server = self.server()
        gate = Gate(self)
        server.hooks["end"] = lambda session, text: (
            gate(session, text) if len(server.messages) >= 5 else None)
        self.queue(*["01%02d k%d@kommune.example.dk" % (i, i)
                     for i in range(40)])
        path = self.conf(server.port)
        worker = self.start(path, "-1")
        servers.wait_for(lambda: gate.inside, "more than five messages")
        worker.kill()
        worker.communicate()
        gate.opened.set()
        servers.queue("recover", self.db)
        # Of those it had claimed, only what its sessions had in hand is in
        # doubt, and they have died with it.
        doubted = [d for d in self.deliveries()
                   if d["state"] == "unknown" and d["attempts"] > 0]
        self.assertGreater(len(doubted), 0)
        self.assertLessEqual(len(doubted), SESSIONS)
        got = self.send(server.port)
        self.assertTrue(all(d["state"] == "accepted" for d in got.values()))
        sent = [m[1][0] for m in server.messages]
        self.assertEqual(len(set(sent)), 40)
        self.assertLessEqual(len(sent), 40 + SESSIONS)

    def test_wake_and_quit(self):
        ours, theirs = servers.socket.socketpair()
        server = self.server()
        self.queue("0101 " + ANNA)
        process = subprocess.Popen(
            [MAIL, "-c", self.conf(server.port), "-w", str(theirs.fileno())],
            pass_fds=[theirs.fileno()], stderr=subprocess.PIPE, text=True)
        theirs.close()
        servers.wait_for(lambda: server.messages, "the message")
        ours.send(b"w")
        ours.send(b"q")
        self.log = process.communicate(timeout=60)[1]
        self.assertEqual(process.returncode, 0, self.log)
        ours.close()
        self.check(self.deliveries()[0], "accepted")

    def test_gets_ready(self):
        """Told that there will be work, it has its sessions before there is,
        without a word to the relay; the work goes by one of them, and what is
        not needed ends."""
        ours, theirs = servers.socket.socketpair()
        server = self.server()
        servers.queue("open", self.db)
        process = subprocess.Popen(
            [MAIL, "-c", self.conf(server.port), "-w", str(theirs.fileno())],
            pass_fds=[theirs.fileno()], stderr=subprocess.PIPE, text=True)
        theirs.close()
        servers.wait_for(
            lambda: ours.send(b"r") and
            len(servers.children(process.pid)) == SESSIONS, "its sessions")
        ready = servers.children(process.pid)
        self.assertEqual(server.sessions, [])
        self.queue("0101 " + ANNA)
        ours.send(b"w")
        servers.wait_for(lambda: server.messages, "the message")
        self.assertLessEqual(set(servers.children(process.pid)), set(ready))
        servers.wait_for(lambda: not servers.children(process.pid), "they end")
        ours.send(b"q")
        self.log = process.communicate(timeout=60)[1]
        self.assertEqual(process.returncode, 0, self.log)
        ours.close()
        self.check(self.deliveries()[0], "accepted")
        self.assertEqual(len(server.sessions), 1)

    def test_ends_with_the_supervisor(self):
        ours, theirs = servers.socket.socketpair()
        self.queue("0101 " + ANNA)
        process = subprocess.Popen(
            [MAIL, "-c", self.conf(self.server().port), "-w",
             str(theirs.fileno())], pass_fds=[theirs.fileno()],
            stderr=subprocess.PIPE, text=True)
        theirs.close()
        ours.close()
        process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0)

    def test_bad_use(self):
        for arguments, status in ((["-x"], 64), (["-w", "x"], 64),
                                  (["a"], 64), (["-c", "/nowhere"], 78)):
            with self.subTest(arguments=arguments):
                process = subprocess.run([MAIL, *arguments],
                                         stderr=subprocess.PIPE)
                self.assertEqual(process.returncode, status)

    def test_no_database(self):
        process = subprocess.run([MAIL, "-c", self.conf(1), "-1"],
                                 stderr=subprocess.PIPE, text=True)
        self.assertEqual(process.returncode, 75, process.stderr)
        self.assertIn(self.db, process.stderr)

    def test_maildir(self):
        box = os.path.join(self.folder, "Maildir")
        self.queue("0101 " + ANNA, "0101 " + BO, "0102 " + CARL)
        got = self.send(more="  transport: maildir\n  maildir: %s\n" % box)
        for delivery in got.values():
            self.check(delivery, "accepted")
            self.assertEqual(delivery["via"], "maildir " + box)
        mails = list(mailbox.Maildir(box, create=False))
        self.assertEqual(len(mails), 2)
        self.assertTrue(all(ANNA in m["To"] or CARL in m["To"]
                            for m in mails))


if __name__ == "__main__":
    unittest.main()
