"""Servers that do what none should, at every stage: what became of each
recipient, exactly, and what is said of it. Tables of scripts and outcomes; the
cases of a table run beside one another, for they mostly wait."""
import base64
import concurrent.futures
import json
import os
import shutil
import sqlite3
import ssl
import subprocess
import sys
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import fake_gateways as fakes  # noqa: E402
import servers  # noqa: E402
import answers  # noqa: E402
from answers import ANSWERS, OUT_OF_STEP, at_once, at_random  # noqa: E402
from scripted import DRIP, Scripted, answer  # noqa: E402
from smtpd import CLOSE, RESET, STALL, Smtpd  # noqa: E402

MAIL = os.environ.get(
    "ALERTD_MAIL", os.path.join(servers.BUILD, "alertd-mail"))
SMS = os.path.join(servers.BUILD, "alertd-sms")
ANNA, BO = "anna@kommune.example.dk", "bo@kommune.example.dk"
CARL, DORA = "carl@kommune.example.dk", "dora@anden.example.dk"
NUMBERS = ["+45000000%02d" % i for i in range(1, 4)]
USER, PASSWORD = "fmk", "hemmeligt-ord"
PLAIN = base64.b64encode(
    ("\0%s\0%s" % (USER, PASSWORD)).encode()).decode().rstrip("=")


def side_by_side(function, cases):
    """{name: what function(case) returned}, all at once."""
    with concurrent.futures.ThreadPoolExecutor(24) as pool:
        running = {name: pool.submit(function, case)
                   for name, case in cases.items()}
        return {name: f.result() for name, f in running.items()}


class Try:
    """One drain of a database of its own, by the real program."""

    def __init__(self, kind="make", lines=()):
        self.folder = servers.temp_folder("hostile")
        self.db = os.path.join(self.folder, "alertd.db")
        servers.queue(kind, self.db, lines=lines)

    def drain(self, program, conf, deadline=120):
        path = os.path.join(self.folder, "alertd.yaml")
        with open(path, "w", encoding="utf-8") as f:
            json.dump(dict(conf, store=self.db), f)
        os.chmod(path, 0o600)
        self.status, self.log = None, ""
        with subprocess.Popen([program, "-c", path, "-1"], text=True,
                              stderr=subprocess.PIPE) as process:
            try:
                self.log = process.communicate(timeout=deadline)[1]
                self.status = process.returncode
            except subprocess.TimeoutExpired:
                process.kill()
                self.log = "HUNG " + process.communicate()[1]
        return self

    def deliveries(self):
        return {d["address"]: d for d in servers.deliveries(self.db)}

    def records(self):
        """What is on record, and the log: all that anybody may read."""
        with sqlite3.connect(self.db) as db:
            db.text_factory = lambda raw: raw.decode("utf-8")
            return self.log + "\n".join(
                "%s %s" % row for row in db.execute(
                    "SELECT action, detail FROM audit UNION ALL"
                    " SELECT d.state, coalesce(d.answer, m.answer)"
                    " FROM delivery d JOIN message m ON m.id = d.message"))

    def clear(self):
        shutil.rmtree(self.folder)


class Case(unittest.TestCase):
    def server(self, *args, **more):
        server = Smtpd(*args, **more)
        self.addCleanup(server.stop)
        return server

    def start(self, fake):
        self.addCleanup(fake.close)
        return fake

    def expect_plain(self, text):
        """Nothing that a terminal would obey, and no secret."""
        for c in text:
            self.assertTrue(c == "\n" or (c >= " " and c != "\x7f" and
                                          not "\x80" <= c <= "\x9f"),
                            (c, text))
        for secret in (PASSWORD, PLAIN):
            self.assertNotIn(secret, text)


# --- mail -------------------------------------------------------------------

def nth(n, reply):
    """A reply to the n-th recipient only."""
    def hook(session, argument):
        return reply if (ANNA, BO, CARL)[n] in argument else None
    hook.reply = reply if isinstance(reply, tuple) else (reply,)
    return hook


def dripped(begin):
    """A line that begins so, a byte at a time, and does not end."""
    return tuple(x for b in begin + b"x" * 40 for x in (bytes([b]), 0.4))


BYE = ("421 4.3.2 closing", CLOSE)
QUEUED, FAILED, UNKNOWN, DONE = "queued", "failed", "unknown", "accepted"
# hooks, the states of anna, bo and carl, and what is said of anna.
STAGES = {
    # These two take ten seconds: an answer to the end may.
    "stall at the end": ({"end": STALL}, (UNKNOWN,) * 3, "no answer in time"),
    "drips at the end": ({"end": (b"250-",) + tuple(
        x for _ in range(60) for x in (b"2", 0.9))},
                         (UNKNOWN,) * 3, "an answer took too long"),
    "421 greeting": ({"greeting": BYE}, (QUEUED,) * 3, "greeting: 421"),
    "421 EHLO": ({"ehlo": BYE}, (QUEUED,) * 3, "EHLO: 421"),
    "421 MAIL": ({"mail": BYE}, (QUEUED,) * 3, "4.3.2 closing"),
    "421 RCPT 1": ({"rcpt": nth(0, BYE)}, (QUEUED,) * 3, "4.3.2 closing"),
    "421 RCPT 2": ({"rcpt": nth(1, BYE)}, (QUEUED,) * 3,
                   "RCPT: 421 4.3.2 closing"),
    "421 RCPT 3": ({"rcpt": nth(2, BYE)}, (QUEUED,) * 3,
                   "RCPT: 421 4.3.2 closing"),
    "421 DATA": ({"data": BYE}, (QUEUED,) * 3, "4.3.2 closing"),
    "421 end": ({"end": BYE}, (QUEUED,) * 3, "4.3.2 closing"),
    "554 greeting": ({"greeting": "554 no"}, (QUEUED,) * 3, "554 no"),
    "550 of one": ({"rcpt": nth(1, "550 5.1.1 no such user")},
                   (DONE, FAILED, DONE), "queued as 1"),
    "450 of one": ({"rcpt": nth(1, "450 4.2.0 greylisted")},
                   (DONE, QUEUED, DONE), "queued as 1"),
    "452 after two": ({"rcpt": lambda s, a: "452 4.5.3 too many" if
                       len(s.recipients) == 2 and not s.messages else None},
                      (DONE, DONE, DONE), "queued as 1"),
    "drop at the end": ({"end": CLOSE}, (UNKNOWN,) * 3,
                        "the connection was lost"),
    "reset at the end": ({"end": RESET}, (UNKNOWN,) * 3,
                         "the connection was lost"),
    "nonsense at the end": ({"end": ("9" * 400, CLOSE)}, (UNKNOWN,) * 3,
                            "message: 999"),
    # Who was refused before is in no doubt.
    "drop after one was refused": (
        {"rcpt": nth(1, "550 5.1.1 no such user"), "end": CLOSE},
        (UNKNOWN, FAILED, UNKNOWN), "the connection was lost"),
    "drop after one was put off": (
        {"rcpt": nth(1, "450 4.2.0 greylisted"), "end": CLOSE},
        (UNKNOWN, QUEUED, UNKNOWN), "the connection was lost"),
    "no greeting": ({"greeting": STALL}, (QUEUED,) * 3,
                    "greeting: no answer in time"),
    "greeting a byte at a time": (
        {"greeting": dripped(b"220 ")},
        (QUEUED,) * 3, "an answer took too long"),
    "EHLO a byte at a time": (
        {"ehlo": dripped(b"250 ")},
        (QUEUED,) * 3, "an answer took too long"),
    "RCPT a byte at a time": (
        {"rcpt": nth(2, dripped(b"250 "))},
        (QUEUED,) * 3, "an answer took too long"),
    "an EHLO without end": ({"ehlo": b"250-x\r\n" * 200000}, (QUEUED,) * 3,
                            ""),
    "letters in the greeting": (
        {"greeting": b"554 \x1b[31mno \xc2\x9b31m \xe9\x7f\r\n"},
        (QUEUED,) * 3, "greeting: 554"),
    "letters that a terminal obeys": (
        {"rcpt": nth(0, b"550 5.1.1 \x1b[31mno \xc2\x9b31m \xe9\x7f\r\n")},
        (FAILED, DONE, DONE), "5.1.1"),
}


def timeout(case):
    """Where the case is about time it is short (for the end it is taken ten
    times), else there is enough of it."""
    if not any(part in (STALL, DRIP) or isinstance(part, float)
               for hook in (case[0].values() if isinstance(case[0], dict)
                            else (case[0],))
               for part in (hook if isinstance(hook, tuple)
                            else getattr(hook, "reply", (hook,)))):
        return "20s"
    return "1s" if "end" in case[0] else "3s"


class Relay(Case):
    """One relay, one mail to three, and a mail to another."""

    @staticmethod
    def conf(*relays, timeout="20s"):
        return {"mail": {"from": "fmk@medcom.example.dk", "timeout": timeout,
                         "ehlo": "alertd.example.dk", "relays": list(relays)}}

    def one(self, case):
        server = self.server(case[0])
        t = Try(lines=["0101 " + ANNA, "0101 " + BO, "0101 " + CARL,
                       "0102 " + DORA])
        self.addCleanup(t.clear)
        t.drain(MAIL, self.conf(
            {"host": "127.0.0.1", "port": server.port, "tls": "none"},
            timeout=timeout(case)))
        t.server = server
        return t


class Stages(Relay):
    """Whatever it does, at each stage."""

    def test_stages(self):
        for name, t in side_by_side(self.one, STAGES).items():
            with self.subTest(name):
                self.expect(t, *STAGES[name])

    def expect(self, t, hooks, states, said):
        got = t.deliveries()
        self.assertEqual(t.status, 0, t.log)
        self.assertEqual(tuple(got[a]["state"] for a in (ANNA, BO, CARL)),
                         states, (got, t.log))
        self.assertIn(said, got[ANNA]["answer"])
        # The other mail is lost by nothing, nor said to be.
        self.assertIn(got[DORA]["state"], (QUEUED, DONE, UNKNOWN))
        # Nobody twice, and nobody whom it was not taken for.
        taken = [a for m in t.server.messages for a in m[1]]
        self.assertEqual(len(taken), len(set(taken)))
        self.assertEqual(sorted(taken), sorted(
            a for a, d in got.items() if d["state"] == DONE))
        for d in got.values():
            self.assertEqual(d["over"], d["state"] in (DONE, FAILED))
            self.assertTrue(d["state"] == DONE or d["answer"], d)
        self.expect_plain(t.records())

    def test_same_message_id_again(self):
        """The second time it has the first one's name."""
        server = self.server({"end": lambda s, a: CLOSE if
                              len(server.ids) < 1 and not server.ids.append(a)
                              else server.ids.append(a)})
        server.ids = []
        t = Try(lines=["0101 " + ANNA])
        self.addCleanup(t.clear)
        conf = self.conf({"host": "127.0.0.1", "port": server.port,
                          "tls": "none"})
        self.assertEqual(t.drain(MAIL, conf).deliveries()[ANNA]["state"],
                         UNKNOWN)
        due = t.deliveries()[ANNA]["due"]
        self.assertGreater(due, time.time() + 20)
        with sqlite3.connect(t.db) as db:
            db.execute("UPDATE delivery SET due = 1")
            db.execute("UPDATE message SET due = 1")
        db.close()
        self.assertEqual(t.drain(MAIL, conf).deliveries()[ANNA]["state"],
                         DONE)
        one, two = ([line for line in raw.split(b"\r\n")
                     if line.lower().startswith(b"message-id:")]
                    for raw in server.ids)
        self.assertEqual(one, two)
        self.assertEqual(len(one), 1)


    @unittest.skipUnless(shutil.which("strace"), "strace is not installed")
    def test_small_writes_do_not_wait(self):
        """Defect F: 44 ms for each mail without TCP_NODELAY."""
        server = self.server()
        t = Try(lines=["0101 " + ANNA])
        self.addCleanup(t.clear)
        conf = {"host": "127.0.0.1", "port": server.port, "tls": "none"}
        path = os.path.join(t.folder, "mail")
        with open(path, "w") as f:
            f.write('#!/bin/sh\nexec strace -f -o %s.trace -e'
                    ' trace=connect,setsockopt %s "$@"\n' % (path, MAIL))
        os.chmod(path, 0o700)
        t.drain(path, self.conf(conf))
        self.assertEqual(t.deliveries()[ANNA]["state"], DONE, t.log)
        with open(path + ".trace") as f:
            trace = f.read()
        at = trace.index("htons(%d)" % server.port)
        self.assertIn("TCP_NODELAY, [1]", trace[at:])


class Pipelining(Relay):
    """Defect A: libesmtp by itself crashes where of several answers one does
    not come, or is none."""

    def stands(self, t):
        self.assertEqual(t.status, 0, t.log)
        self.assertNotIn("killed by", t.log)
        self.assertNotIn("ended with", t.log)
        self.expect_plain(t.records())

    def test_answers(self):
        cases = {name: (at_once(*c[0]),) for name, c in ANSWERS.items()}
        for name, t in side_by_side(self.one, cases).items():
            with self.subTest(name):
                _, states, said = ANSWERS[name]
                states = states.split() if " " in states else [states] * 3
                got = t.deliveries()
                self.stands(t)
                self.assertEqual([got[a]["state"] for a in (ANNA, BO, CARL)],
                                 states, (got, t.log))
                self.assertIn(said, got[ANNA]["answer"])

    def test_out_of_step(self):
        for name, t in side_by_side(self.one, OUT_OF_STEP).items():
            with self.subTest(name):
                self.stands(t)
                got = t.deliveries()
                self.assertEqual({got[a]["state"] for a in (ANNA, BO, CARL)},
                                 {OUT_OF_STEP[name][1]}, (got, t.log))
                self.assertEqual([c for c in t.server.commands() if c.split(
                    " ")[0] in ("BDAT", "XUSR")], [])

    def test_random_answers(self):
        """Seeds SEED, SEED + 1, …; so many as COUNT says."""
        seed = int(os.environ.get("SEED") or time.time())
        cases = {k: (at_random(k),) for k in range(
            seed, seed + int(os.environ.get("COUNT") or 30))}
        for name, t in side_by_side(self.one, cases).items():
            with self.subTest(seed=name):
                self.stands(t)
                for d in t.deliveries().values():
                    self.assertIn(d["state"], (QUEUED, DONE, FAILED, UNKNOWN))


class Tls(Case):
    """Relays whose TLS must not be used: nothing is said but EHLO."""

    @classmethod
    def setUpClass(cls):
        cls.folder = servers.temp_folder("ca")
        cls.ca = servers.Authority(cls.folder)
        cls.own = servers.Authority(cls.folder, "localhost")
        cls.pairs = {
            "good": cls.ca.certificate("localhost-good"),
            "wrong name": cls.ca.certificate("wrong", "DNS:mx.example.dk"),
            "expired": cls.ca.certificate("expired", days=-1),
            "self-signed": (cls.own.file, cls.own.key),
        }

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def context(self, pair, most=None):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*pair)
        if most is not None:
            context.set_ciphers("ALL:@SECLEVEL=0")
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = most
        return context

    CASES = {
        "wrong name": ("wrong name", None, "hostname mismatch"),
        "expired": ("expired", None, "certificate has expired"),
        "self-signed": ("self-signed", None, "self-signed certificate"),
        "TLS 1.0": ("good", ssl.TLSVersion.TLSv1, "TLS: "),
        "TLS 1.1": ("good", ssl.TLSVersion.TLSv1_1, "TLS: "),
    }

    def one(self, case):
        mode, (pair, most, _) = case
        server = self.server(tls=mode, auth=(USER, PASSWORD),
                             context=self.context(self.pairs[pair], most))
        t = Try(lines=["0101 " + ANNA, "0101 " + BO])
        self.addCleanup(t.clear)
        t.drain(MAIL, Stages.conf(
            {"host": "localhost", "port": server.port, "tls": mode,
             "ca_file": self.ca.file, "user": USER, "password": PASSWORD}))
        t.server = server
        return t

    def test_refused(self):
        cases = {(mode, name): (mode, case) for mode in ("tls", "starttls")
                 for name, case in self.CASES.items()}
        for name, t in side_by_side(self.one, cases).items():
            with self.subTest(name):
                self.assertEqual(t.status, 0, t.log)
                for d in t.deliveries().values():
                    self.assertEqual(d["state"], QUEUED, d)
                    self.assertIn(cases[name][1][2], d["answer"])
                self.assertTrue(all(
                    c.split()[0] in ("EHLO", "STARTTLS", "QUIT")
                    for c in t.server.commands()), t.server.commands())
                self.expect_plain(t.records())

    # hooks; the states; what is said
    STAGES = {
        "421 STARTTLS": ({"starttls": BYE}, "STARTTLS: 421"),
        "421 AUTH": ({"auth": BYE}, "AUTH: 421"),
        "AUTH said back": ({"auth": lambda s, a: "535 5.7.8 no: AUTH " + a},
                           "AUTH: 535 5.7.8 no: AUTH PLAIN ***"),
        "AUTH said back later": (
            {"mail": lambda s, a: ("451 4.3.0 before: %s and %s" % (
                s.commands[-2], PASSWORD), CLOSE)}, "before: AUTH PLAIN ***"),
        "gone before several answers": (at_once(CLOSE), answers.LOST),
        "tired, then gone": (at_once(answers.TIRED, CLOSE), "4.3.2 closing"),
        "the first of several is none": (
            at_once(b"what\r\n", answers.OK, answers.GO), "RCPT: what"),
    }

    def stage(self, case):
        server = self.server(case[0], tls="starttls", auth=(USER, PASSWORD),
                             context=self.context(self.pairs["good"]))
        t = Try(lines=["0101 " + ANNA, "0101 " + BO])
        self.addCleanup(t.clear)
        t.drain(MAIL, Stages.conf(
            {"host": "localhost", "port": server.port, "tls": "starttls",
             "ca_file": self.ca.file, "user": USER, "password": PASSWORD}))
        return t

    def test_stages(self):
        for name, t in side_by_side(self.stage, self.STAGES).items():
            with self.subTest(name):
                self.assertEqual(t.status, 0, t.log)
                for d in t.deliveries().values():
                    self.assertEqual(d["state"], QUEUED, d)
                    self.assertIn(self.STAGES[name][1], d["answer"])
                self.expect_plain(t.records())


# --- SMS --------------------------------------------------------------------

def chunked(body):
    return b"%x\r\n%s\r\n" % (len(body), body)


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
IDS = '{"success":[{"to":4500000001},{"to":4500000002},{"to":4500000003}]}'
OK, NEXT, LATER, BAD, DOUBT = "accepted", "next", "tempfail", "permfail", \
    "unknown"
# What the first gateway does, what that means for each of three numbers, and
# what is said of the first. next: the second gateway gets them.
GATEWAYS = {
    "error in a 200": ((answer(200, '{"error":[{"to":4500000001,"code":401,'
                               '"message":"no credit"}]}'),),
                       (NEXT, DOUBT, DOUBT), ""),
    "207": ((answer(207, '{"success":[{"to":4500000001}],"error":[{"to":'
                    '4500000002,"code":409,"message":"Invalid number"}]}'),),
            (OK, BAD, DOUBT), "HTTP 207"),
    "429": ((answer(429, "{}", "Retry-After: 17"),), (LATER,) * 3,
            "HTTP 429: {} (again after 17 s)"),
    "HTML": ((answer(200, "<html><title>Log ind</title>"),), (NEXT,) * 3, ""),
    "HTML that does not end": (
        (CHUNKED, chunked(b"<html>" + b" " * 65536), *[chunked(
            b" " * 65536)] * 136), (NEXT,) * 3, ""),
    "JSON that does not end": (
        (CHUNKED, chunked(b'{"success":[{"to":4500000001}]'),
         *[chunked(b" " * 65536)] * 136), (DOUBT,) * 3,
        "the answer is over 8388608 bytes"),
    "a slow body": ((answer(200, IDS)[:-60], DRIP, answer(200, IDS)[-60:]),
                    (DOUBT,) * 3, "no answer, so it may have been taken"),
    "a slow head": ((DRIP, answer(200, IDS)), (DOUBT,) * 3,
                    "no answer, so it may have been taken"),
    "a refusal with a slow body": (
        (answer(503, "x" * 60)[:-60], DRIP, "x" * 60), (NEXT,) * 3, ""),
    "no body": ((answer(200, ""),), (NEXT,) * 3, ""),
    "204": ((b"HTTP/1.1 204 X\r\n\r\n", CLOSE), (NEXT,) * 3, ""),
    "truncated JSON": ((answer(200, IDS[:-9]),), (DOUBT,) * 3, "HTTP 200: {"),
    "truncated JSON that refuses": (
        (answer(400, '{"error":[{"to":4500'),), (NEXT,) * 3, ""),
    "closed after the request": ((CLOSE,), (DOUBT,) * 3,
                                 "may have been taken"),
    "reset after the request": ((RESET,), (DOUBT,) * 3,
                                "may have been taken"),
    "no answer": ((STALL,), (DOUBT,) * 3, "may have been taken"),
    "a length too large": ((answer(200, IDS, length=5000), CLOSE),
                           (DOUBT,) * 3, "may have been taken"),
    "a length too small": ((answer(200, IDS, length=20),), (DOUBT,) * 3,
                           "HTTP 200: {"),
    "a length that is none": (
        (b"HTTP/1.1 200 X\r\nContent-Length: -1\r\n\r\n" + IDS.encode(),
         CLOSE), (DOUBT,) * 3, "may have been taken"),
    "a refusal cut off": ((answer(503, "busy", length=5000), CLOSE),
                          (NEXT,) * 3, ""),
    "100 Continue without end": (
        (*[b"HTTP/1.1 100 Continue\r\n\r\n"] * 2000, STALL), (DOUBT,) * 3,
        "may have been taken"),
    "headers without end": (
        (b"HTTP/1.1 200 X\r\n", *[b"X-Pad: %s\r\n" % (b"x" * 60000)] * 60),
        (DOUBT,) * 3, "may have been taken"),
    "no HTTP": ((b"220 smtp.example.dk ESMTP\r\n", CLOSE), (DOUBT,) * 3,
                "may have been taken"),
    "bad UTF-8 in JSON": ((answer(200, b'{"success":"\xe6\xf8\xe5"}'),),
                          (DOUBT,) * 3, "HTTP 200: {\"success\":\"\ufffd"),
    "bad UTF-8": ((answer(429, b"pr\xf8v igen \xc2\x9b31m\x1b[31m\x7f",
                          "Retry-After: 3"),), (LATER,) * 3,
                  "HTTP 429: pr\ufffdv igen 31m [31m"),
    "what a terminal obeys, in JSON": (
        (answer(207, '{"error":[{"to":4500000001,"code":409,"message":"\\u001b'
                '[31mno\\n2026-01-01 alertd\\u009b1m"}],"success":'
                '[{"to":4500000002},{"to":4500000003}]}'),),
        (BAD, OK, OK), "HTTP 207: 409 [31mno 2026-01-01 alertd 1m"),
    "the request, said back": (
        (lambda request: answer(429, request),), (LATER,) * 3, "HTTP 429: "),
    "the password, said back": (
        (lambda request: answer(429, "bad key: apikey=" + PASSWORD),),
        (LATER,) * 3, "bad key: apikey=***"),
}
for code in (301, 302, 303, 307, 308):
    GATEWAYS["redirect %d" % code] = (
        (lambda request, code=code: answer(
            code, "", "Location: http://localhost:%d/taken" % ELSEWHERE.port),
         ), (NEXT,) * 3, "")
ELSEWHERE = None


class Gateways(Case):
    def one(self, case):
        first = self.start(Scripted(*case[0]))
        second = self.start(fakes.Cpsms())
        t = Try("sms", ["%04d %s" % (101 + i, n)
                        for i, n in enumerate(NUMBERS)])
        self.addCleanup(t.clear)
        mine = {"preset": "cpsms", "user": USER, "apikey": PASSWORD}
        t.drain(SMS, {"sms": {"gateways": [
            dict(mine, name="first", host=first.url,
                 timeout=timeout(case)),
            dict(second.settings, preset="cpsms", name="second",
                 host=second.url)]}})
        t.first, t.second = first, second
        return t

    def test_answers(self):
        global ELSEWHERE
        ELSEWHERE = self.start(Scripted(answer(200, IDS)))
        for name, t in side_by_side(self.one, GATEWAYS).items():
            with self.subTest(name):
                self.expect(t, *GATEWAYS[name])
        self.assertEqual(ELSEWHERE.requests, [])

    def expect(self, t, script, means, said):
        states = {OK: DONE, NEXT: DONE, LATER: QUEUED, BAD: FAILED,
                  DOUBT: UNKNOWN}
        got = t.deliveries()
        self.assertEqual(t.status, 0, t.log)
        self.assertEqual([got[n]["state"] for n in NUMBERS],
                         [states[m] for m in means], (got, t.log))
        self.assertEqual([got[n]["via"] for n in NUMBERS],
                         ["second" if m == NEXT else "first" for m in means])
        # The second got those that the first cannot have taken, and no other.
        self.assertEqual(sorted(n for n, _, _, _ in t.second.sent), [
            n[1:] for n, m in zip(NUMBERS, means) if m == NEXT])
        self.assertEqual(len(t.first.requests), 1)
        if said:
            self.assertIn(said, got[NUMBERS[0]]["answer"])
        for d in got.values():
            self.assertEqual(d["over"], d["state"] in (DONE, FAILED))
        self.expect_plain(t.records())
        basic = base64.b64encode(("%s:%s" % (USER, PASSWORD)).encode())
        self.assertNotIn(basic.decode().rstrip("="), t.records())


class Policy(Case):
    """sms.on_unknown, and the pause that a gateway asks for."""

    def drain(self, t, fake, **sms):
        return t.drain(SMS, {"sms": dict(sms, gateways=[
            {"preset": "cpsms", "user": USER, "apikey": PASSWORD,
             "host": fake.url, "timeout": "2s"}])})

    def queue(self, n=1):
        t = Try("sms", ["%04d %s" % (101 + i, x)
                        for i, x in enumerate(NUMBERS[:n])])
        self.addCleanup(t.clear)
        return t

    @staticmethod
    def hurry(t):
        with sqlite3.connect(t.db) as db:
            db.execute("UPDATE delivery SET due = 1")
            db.execute("UPDATE message SET due = 1 WHERE due IS NOT NULL")
        db.close()

    def test_again_and_once(self):
        for policy in ("again", "once"):
            with self.subTest(policy):
                fake = self.start(Scripted(CLOSE, again=(answer(200, IDS),)))
                t = self.queue()
                got = self.drain(t, fake, on_unknown=policy).deliveries()
                self.assertEqual(got[NUMBERS[0]]["state"], UNKNOWN, t.log)
                self.assertEqual(got[NUMBERS[0]]["over"], policy == "once")
                self.assertEqual("not sent again" in t.records(),
                                 policy == "once")
                self.hurry(t)
                got = self.drain(t, fake, on_unknown=policy).deliveries()
                self.assertEqual(got[NUMBERS[0]]["state"],
                                 UNKNOWN if policy == "once" else DONE)
                self.assertEqual(len(fake.requests),
                                 1 if policy == "once" else 2)
                self.assertEqual(
                    len({r.partition(b"\r\n\r\n")[2] for r in fake.requests}),
                    1)

    def test_killed_worker(self):
        """Killed in the middle of a call: the same policy."""
        for policy, verb in (("again", "recover"), ("once", "recover-once")):
            with self.subTest(policy):
                fake = self.start(Scripted(STALL, again=(answer(200, IDS),)))
                t = self.queue()
                path = os.path.join(t.folder, "c.yaml")
                with open(path, "w", encoding="utf-8") as f:
                    json.dump({"store": t.db, "sms": {"gateways": [
                        {"preset": "cpsms", "user": USER, "apikey": PASSWORD,
                         "host": fake.url, "timeout": "60s"}]}}, f)
                os.chmod(path, 0o600)
                with subprocess.Popen([SMS, "-c", path, "-1"],
                                      stderr=subprocess.DEVNULL) as worker:
                    servers.wait_for(lambda: fake.requests, "the call")
                    worker.kill()
                servers.queue(verb, t.db)
                [d] = t.deliveries().values()
                self.assertEqual((d["state"], d["over"]),
                                 (UNKNOWN, policy == "once"))
                self.assertIn("its worker ended", d["answer"])
                got = self.drain(t, fake, on_unknown=policy).deliveries()
                self.assertEqual(got[NUMBERS[0]]["state"],
                                 UNKNOWN if policy == "once" else DONE)

    def test_retry_after_holds_for_the_next_notice(self):
        fake = self.start(Scripted(answer(429, "{}", "Retry-After: 100"),
                                   again=(answer(200, IDS),)))
        t = self.queue()
        servers.queue("sms", t.db, lines=["0101 " + NUMBERS[1]])
        self.drain(t, fake)
        self.assertEqual(len(fake.requests), 1)
        [later] = [d for d in servers.deliveries(t.db)
                   if "HTTP 429" not in d["answer"]]
        self.assertEqual(later["state"], QUEUED)
        self.assertIn("it wants no call for", later["answer"])
        self.assertGreater(later["due"], time.time() + 80)

    def test_retry_after(self):
        """Neither the recipient nor the gateway is tried before."""
        then = time.strftime("%a, %d %b %Y %H:%M:%S GMT",
                             time.gmtime(time.time() + 600))
        for asked, least, most in (("600", 595, 620), (then, 580, 620),
                                   ("86400", 895, 1100)):
            with self.subTest(asked):
                fake = self.start(Scripted(
                    answer(429, "{}", "Retry-After: " + asked),
                    again=(answer(200, IDS),)))
                t = self.queue(3)
                self.drain(t, fake)
                self.assertEqual(len(fake.requests), 1)
                for d in t.deliveries().values():
                    self.assertEqual((d["state"], d["attempts"]),
                                     (QUEUED, 1))
                    self.assertGreaterEqual(d["due"], time.time() + least - 5)
                    self.assertLessEqual(d["due"], time.time() + most)
                self.drain(t, fake)
                self.assertEqual(len(fake.requests), 1)


if __name__ == "__main__":
    unittest.main()
