"""SMS through gateways: the calls that go out, and what comes of answers.

The commercial gateways cannot run here and are faked (fake_gateways.py);
Kannel is the real one, with its fakesmsc, in a network namespace of its own.
"""
import itertools
import json
import os
import shutil
import socket
import subprocess
import tempfile
import unittest
import urllib.parse

import fake_gateways as fakes
from kannel import PASSWORD, USER, KannelCase
from servers import (BUILD, HERE, QUEUE, Authority, deliveries, free_port,
                     queue, temp_folder, wait_for)

DRIVER = os.environ.get("SMS_DRIVER") or os.path.join(
    BUILD, "tests", "system", "sms_driver")
TEXT = "FMK er \"nede\" & 100 % \\ + {{x}}\nRing æøå ÆØÅ"
UNICODE = "Ambulance \U0001F691 – “nu”"
NUMBERS = ["+45000000%02d" % i for i in range(1, 21)]


def digits(numbers):
    return sorted(n[1:] for n in numbers)


def spec(gateways, messages):
    return {"sender": "MedCom", "gateways": gateways, "messages": messages}


def gateway(fake, preset, **more):
    settings = dict(getattr(fake, "settings", {}), host=fake.url)
    g = {"preset": preset, "timeout": 10, "settings": settings}
    g.update(more)
    return g


class Sent:
    """What the driver printed."""

    def __init__(self, lines, log):
        self.log = log
        self.lines = [json.loads(line) for line in lines]
        self.results = [r for line in self.lines for r in line["results"]]

    def outcomes(self):
        return [r["outcome"] for r in sorted(
            self.results, key=lambda r: r["delivery"])]


def send(what, prefix=()):
    p = subprocess.run(list(prefix) + [DRIVER], input=json.dumps(what),
                       stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                       encoding="utf-8", timeout=60, check=False)
    if p.returncode != 0:
        raise AssertionError("driver: %d %s" % (p.returncode, p.stderr))
    return Sent(p.stdout.splitlines(), p.stderr)


class Base(unittest.TestCase):
    def start(self, fake):
        self.addCleanup(fake.close)
        return fake

    def content(self, fake):
        self.assertEqual(fake.complaints, [])

    def one_message(self, numbers, text=TEXT):
        return [{"text": text, "to": list(numbers)}]


class FakedGateways(Base):
    """Each commercial gateway, faked: it cannot run here."""

    CASES = [("gatewayapi", fakes.GatewayApi),
             ("gatewayapi-mobile", fakes.GatewayApiMobile),
             ("cpsms", fakes.Cpsms),
             ("inmobile", fakes.InMobile),
             ("linkmobility", fakes.LinkMobility),
             ("twilio", fakes.Twilio)]

    def each(self, bad=()):
        for preset, kind in self.CASES:
            with self.subTest(preset=preset):
                yield preset, self.start(kind(bad=bad))

    def test_text_arrives_unchanged(self):
        for preset, fake in self.each():
            for text in (TEXT, UNICODE):
                del fake.sent[:]
                out = send(spec([gateway(fake, preset)],
                                self.one_message(NUMBERS[:3], text)))
                self.content(fake)
                self.assertEqual(out.outcomes(), ["accepted"] * 3, out.log)
                self.assertEqual(sorted(n for n, _, _, _ in fake.sent),
                                 digits(NUMBERS[:3]))
                for _, got, encoding, _ in fake.sent:
                    self.assertEqual(got, text)
                    self.assertEqual(encoding == "UCS2", text == UNICODE)

    def test_a_bad_number_stops_no_other(self):
        bad = NUMBERS[4]
        for preset, fake in self.each(bad=[bad[1:]]):
            messages = [{"text": TEXT, "to": NUMBERS[i:i + 3]}
                        for i in (0, 3, 6)]
            out = send(spec([gateway(fake, preset)], messages))
            self.content(fake)
            self.assertEqual(
                out.outcomes(),
                ["accepted"] * 4 + ["permfail"] + ["accepted"] * 4, out.log)
            self.assertEqual(sorted(n for n, _, _, _ in fake.sent),
                             digits(n for n in NUMBERS[:9] if n != bad))
            self.assertEqual({x["message"] for x in out.lines}, {1, 2, 3})

    def test_same_reference_at_every_try(self):
        for preset, fake in self.each():
            for _ in range(2):
                send(spec([gateway(fake, preset)],
                          self.one_message(NUMBERS[:1])))
            refs = [ref for _, _, _, ref in fake.sent]
            want = "" if preset == "twilio" else "7-3-100-1774735980"
            self.assertEqual(refs, [want, want])

    def test_what_is_asked_for_is_the_url(self):
        """With a folder of its own, with one to be left out, and through a
        proxy, which is asked for all of it."""
        fake = self.start(fakes.Canned(200, "0: Accepted for delivery"))
        proxy = ["env", "http_proxy=" + fake.url]
        for host, prefix, path in (
                (fake.url, (), "/cgi-bin/sendsms"),
                (fake.url + "/sms", (), "/sms/cgi-bin/sendsms"),
                (fake.url + "/a/../b", (), "/b/cgi-bin/sendsms"),
                ("http://sms.example.dk", proxy,
                 "http://sms.example.dk/cgi-bin/sendsms")):
            del fake.requests[:]
            fake.settings = {"user": "u", "password": "p&w"}
            g = gateway(fake, "kannel")
            g["settings"]["host"] = host
            out = send(spec([g], self.one_message(NUMBERS[:1])), prefix)
            self.assertEqual(out.outcomes(), ["accepted"], out.log)
            request, = fake.requests
            self.assertEqual(request.path, path)
            query = urllib.parse.parse_qs(request.query)
            self.assertEqual((query["password"], query["to"], query["text"]),
                             (["p&w"], [NUMBERS[0]], [TEXT]))

    def test_ids_are_kept(self):
        fake = self.start(fakes.GatewayApi())
        out = send(spec([gateway(fake, "gatewayapi")],
                        self.one_message(NUMBERS[:3])))
        self.assertEqual([r["id"] for r in out.results],
                         ["900001", "900002", "900003"])

    def test_one_number_twice_gets_one_sms(self):
        fake = self.start(fakes.Cpsms())
        out = send(spec([gateway(fake, "cpsms")], [
            {"text": TEXT, "to": NUMBERS[:2]},
            {"text": TEXT, "to": [NUMBERS[1]]}]))
        self.assertEqual(out.outcomes(), ["accepted"] * 3)
        self.assertEqual(len(fake.sent), 2)

    def test_batches_over_messages(self):
        fake = self.start(fakes.InMobile())
        messages = [{"text": TEXT, "to": ["+4500%06d" % (i * 6 + k)
                                          for k in range(6)]}
                    for i in range(100)]
        out = send(spec([gateway(fake, "inmobile")], messages))
        self.content(fake)
        self.assertEqual(out.outcomes(), ["accepted"] * 600)
        self.assertEqual(len(fake.requests), 3)
        self.assertEqual(len({ref for _, _, _, ref in fake.sent}), 600)

    def test_no_batches_where_one_goes(self):
        """Else 99 of 100 would be counted as sent and were not."""
        fake = self.start(fakes.LinkMobility())
        with self.assertRaisesRegex(AssertionError, "batch must be 1"):
            send(spec([gateway(fake, "linkmobility", batch=100)],
                      self.one_message(NUMBERS)))
        self.assertEqual(fake.requests, [])

    def test_single_calls_go_side_by_side(self):
        fake = self.start(fakes.Twilio())
        answer = fake.answer

        def together(request):
            wait_for(lambda: fake.most >= 8, "8 calls at once")
            return answer(request)

        fake.answer = together
        out = send(spec([gateway(fake, "twilio")],
                        self.one_message(NUMBERS)))
        self.content(fake)
        self.assertEqual(out.outcomes(), ["accepted"] * len(NUMBERS))
        self.assertEqual(fake.most, 8)
        fake.answer, fake.most = answer, 0
        send(spec([gateway(fake, "twilio", sessions=1)],
                  self.one_message(NUMBERS)))
        self.assertEqual(fake.most, 1)

    def test_few_connections_are_opened_at_once(self):
        """Beside those over which was answered, no more than eight: of more,
        a gateway that listens for few would drop some for a second."""
        fake = self.start(fakes.Twilio())
        answer, numbers = fake.answer, [
            "+450000%04d" % i for i in range(1, 60)]
        ends, seen, turn = (8, 8 + 16, 8 + 16 + 20), {}, itertools.count(1)

        def connections():
            """Open, or about to be: 01 and 02. Others had the port before."""
            with open("/proc/net/tcp", encoding="ascii") as f:
                lines = [line.split() for line in f]
            return sum(w[2].endswith(":%04X" % fake.port) and
                       w[3] in ("01", "02") for w in lines)

        def wave(request):
            """All of a wave are there before one of them is answered."""
            i = next(turn)
            end = next((e for e in ends if i <= e), i)
            wait_for(lambda: len(fake.requests) >= end,
                     "%d calls, of them some at once" % end)
            with fake.lock:
                seen.setdefault(end, connections())
            return answer(request)

        fake.answer = wave
        out = send(spec([gateway(fake, "twilio", sessions=20)],
                        self.one_message(numbers)))
        self.content(fake)
        self.assertEqual(out.outcomes(), ["accepted"] * len(numbers))
        self.assertEqual([seen[end] for end in ends], [8, 16, 20])

    def test_kept_connections_are_used(self):
        """What comes next goes over all that were kept, and as fast."""
        fake = self.start(fakes.Twilio())
        answer, numbers = fake.answer, [
            "+450000%04d" % i for i in range(1, 60)]
        ends, turn = (8, 8 + 16, 8 + 16 + 20), itertools.count()

        def wave(request):
            begun, i = divmod(next(turn), len(numbers))
            end = next((e for e in ends if i < e), i + 1)
            wait_for(lambda: len(fake.requests) >= begun * len(numbers) + end,
                     "%d calls, of them some at once" % end)
            return answer(request)

        fake.answer = wave
        what = spec([gateway(fake, "twilio", sessions=20)],
                    self.one_message(numbers))
        out = send(dict(what, times=2))
        self.content(fake)
        self.assertEqual(out.outcomes(), ["accepted"] * 2 * len(numbers))

    def test_a_message_is_in_one_call(self):
        fake = self.start(fakes.InMobile())
        messages = [{"text": TEXT, "to": NUMBERS[i:i + 2]}
                    for i in range(0, 8, 2)]
        out = send(spec([gateway(fake, "inmobile", batch=5)], messages))
        self.assertEqual(out.outcomes(), ["accepted"] * 8)
        self.assertEqual([len(r.json("/v4/sms/outgoing", ["messages"])
                              ["messages"]) for r in fake.requests], [4, 4])

    def test_each_message_is_told_as_it_comes(self):
        fake = self.start(fakes.Twilio())
        answer = fake.answer
        told = tempfile.NamedTemporaryFile()
        self.addCleanup(told.close)

        def slow_first(request):
            if b"00000001" in request.body:
                wait_for(lambda: os.path.getsize(told.name) > 0, "another")
            return answer(request)

        fake.answer = slow_first
        out = send(spec([gateway(fake, "twilio")], [
            {"text": TEXT, "to": [n]} for n in NUMBERS[:4]]),
                   ("sh", "-c", '"$0" | tee ' + told.name))
        self.assertNotEqual(out.lines[0]["message"], 1)


class Failover(Base):
    """The second gateway when the first fails."""

    def second(self):
        return self.start(fakes.Cpsms())

    def both(self, first, numbers=NUMBERS[:3], preset="gatewayapi", **more):
        second = self.second()
        if not hasattr(first, "settings"):
            first.settings = {"token": "secret-token"}
        out = send(spec([gateway(first, preset, **more),
                         gateway(second, "cpsms")],
                        self.one_message(numbers)))
        self.content(second)
        return out, second

    def takes_over(self, first, **more):
        out, second = self.both(first, **more)
        self.assertEqual(out.outcomes(), ["accepted"] * 3, out.log)
        self.assertEqual({r["via"] for r in out.results}, {"cpsms"})
        self.assertEqual(len(second.sent), 3)
        return out

    def test_nobody_listens(self):
        first = fakes.Canned()
        first.close()
        first.url = "http://127.0.0.1:%d" % free_port()
        self.takes_over(first)

    def test_server_errors(self):
        for status in (500, 502, 503, 401, 403, 404):
            with self.subTest(status=status):
                first = self.start(fakes.Canned(status, "no"))
                self.takes_over(first)
                self.assertEqual(len(first.requests), 1)

    def test_html_instead_of_json(self):
        first = self.start(fakes.Canned(
            200, "<html><title>Log ind</title></html>"))
        out = self.takes_over(first)
        self.assertIn("HTML", out.log)

    def test_json_that_says_nothing(self):
        self.takes_over(self.start(fakes.Canned(200, "{}")))

    def test_a_timeout_is_not_not_sent(self):
        first = self.start(fakes.Canned(hang=True))
        out, second = self.both(first, timeout=1)
        self.assertEqual(out.outcomes(), ["unknown"] * 3, out.log)
        self.assertEqual(second.requests, [])
        self.assertEqual({r["via"] for r in out.results}, {"gatewayapi"})

    def test_a_dropped_connection_is_not_not_sent(self):
        with socket.create_server(("127.0.0.1", 0)) as s:
            first = fakes.Canned()
            first.close()
            first.url = "http://127.0.0.1:%d" % s.getsockname()[1]
            second = self.second()
            first.settings = {"token": "secret-token"}
            p = subprocess.Popen([DRIVER], stdin=subprocess.PIPE,
                                 stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL, encoding="utf-8")
            p.stdin.write(json.dumps(spec(
                [gateway(first, "gatewayapi"), gateway(second, "cpsms")],
                self.one_message(NUMBERS[:1]))))
            p.stdin.close()
            s.settimeout(60)
            connection, _ = s.accept()
            data = b""
            while b"recipients" not in data:
                data += connection.recv(4096)
            connection.close()
            out = Sent(p.stdout.read().splitlines(), "")
            p.stdout.close()
            self.assertEqual(p.wait(60), 0)
        self.assertEqual(out.outcomes(), ["unknown"])
        self.assertEqual(second.requests, [])

    def test_a_drop_is_not_repeated_behind_our_back(self):
        """curl sends again by itself when a kept connection breaks."""
        first = self.start(fakes.GatewayApi())
        answer = first.answer

        def drop_second(request):
            return None if b"second" in request.body else answer(request)

        first.answer = drop_second
        out = send(spec([gateway(first, "gatewayapi")],
                        [{"text": "first", "to": NUMBERS[:1]},
                         {"text": "second", "to": NUMBERS[1:2]}]))
        self.content(first)
        self.assertEqual(out.outcomes(), ["accepted", "unknown"])
        self.assertEqual(len(first.requests), 2)

    def test_what_a_timeout_left_goes_on(self):
        """Only what was in the stalled call waits; the rest is not late."""
        first = self.start(fakes.Canned(hang=True))
        first.settings = {"token": "secret-token"}
        second = self.second()
        out = send(spec([gateway(first, "gatewayapi", timeout=1),
                         gateway(second, "cpsms")],
                        [{"text": "a", "to": NUMBERS[:1]},
                         {"text": "b", "to": NUMBERS[1:2]}]))
        self.assertEqual(out.outcomes(), ["unknown", "accepted"])

    def test_a_bad_number_does_not_go_to_the_second(self):
        first = self.start(fakes.InMobile(bad=[NUMBERS[1][1:]]))
        out, second = self.both(first, preset="inmobile")
        self.content(first)
        self.assertEqual(out.outcomes(),
                         ["accepted", "permfail", "accepted"])
        self.assertEqual(second.requests, [])

    def test_everything_refused_is_the_gateway(self):
        """A sender that is not allowed must not make 98 numbers bad."""
        first = self.start(fakes.Canned(400, {"message": "bad sender"}))
        self.takes_over(first)

    def test_everything_refused_and_no_second(self):
        first = self.start(fakes.Canned(400, {"message": "bad sender"}))
        first.settings = {"token": "secret-token"}
        out = send(spec([gateway(first, "gatewayapi")],
                        self.one_message(NUMBERS[:3])))
        self.assertEqual(out.outcomes(), ["tempfail"] * 3)
        self.assertIn("bad sender", out.results[0]["answer"])

    def test_too_many_requests(self):
        first = self.start(fakes.Canned(429, "{}", {"Retry-After": "17"}))
        out, second = self.both(first)
        self.assertEqual(out.outcomes(), ["tempfail"] * 3)
        self.assertIn("after 17 s", out.results[0]["answer"])
        self.assertEqual(len(first.requests), 1)
        self.assertEqual(second.requests, [])

    def test_no_more_calls_after_too_many(self):
        first = self.start(fakes.Canned(429, "{}"))
        first.settings = fakes.Twilio.settings
        out = send(spec([gateway(first, "twilio")],
                        self.one_message(NUMBERS)))
        self.assertEqual(out.outcomes(), ["tempfail"] * len(NUMBERS))
        self.assertLessEqual(len(first.requests), 8)

    def test_a_dead_gateway_is_tried_once(self):
        first = self.start(fakes.Canned(503, ""))
        first.settings = fakes.Twilio.settings
        out = send(spec([gateway(first, "twilio")],
                        self.one_message(NUMBERS)))
        self.assertEqual(out.outcomes(), ["tempfail"] * len(NUMBERS))
        self.assertLessEqual(len(first.requests), 8)
        self.assertTrue(all(r["answer"] for r in out.results))

    def test_secrets_are_not_told(self):
        first = self.start(fakes.Canned(401, "token secret-token unknown"))
        first.settings = {"token": "secret-token"}
        out = send(spec([gateway(first, "gatewayapi")],
                        self.one_message(NUMBERS[:1])))
        self.assertEqual(out.outcomes(), ["tempfail"])
        self.assertIn("***", out.results[0]["answer"])
        self.assertNotIn("secret-token", out.log + json.dumps(out.lines))

    def test_secrets_are_not_told_to_each(self):
        """Each recipient has its own words, or those of the one before."""
        words = ["a %s", "a %s", "b", "c %s"]
        first = self.start(fakes.Canned(200, json.dumps({"error": [
            {"to": n[1:], "code": 500, "message": w.replace("%s", "secret-key")}
            for n, w in zip(NUMBERS, words)]})))
        first.settings = {"user": "u", "apikey": "secret-key"}
        out = send(spec([gateway(first, "cpsms")],
                        self.one_message(NUMBERS[:4])))
        said = [r["answer"] for r in sorted(
            out.results, key=lambda r: r["delivery"])]
        self.assertEqual([s.split(" ", 3)[-1] for s in said],
                         [w.replace("%s", "***") for w in words])
        self.assertNotIn("secret-key", out.log + json.dumps(out.lines))

    def test_one_call_knows_nothing_of_the_last(self):
        """Though they share a handle of curl: each its own number and
        answer, and what one gateway is told is not told the other."""
        first = self.start(fakes.Twilio())
        answer = first.answer

        def sometimes(request):
            reply = answer(request)
            if len(first.requests) == 1:
                return (*reply, {"Retry-After": "17"})
            return reply if len(first.requests) < 4 else (503, "{}")

        first.answer = sometimes
        second = self.start(fakes.Canned(200, "0: Accepted for delivery"))
        second.settings = {"user": "u", "password": "p"}
        out = send(spec([gateway(first, "twilio", sessions=1),
                         gateway(second, "kannel", sessions=1)],
                        self.one_message(NUMBERS[:5])))
        self.content(first)
        self.assertEqual(out.outcomes(), ["accepted"] * 5)
        self.assertEqual(["after 17 s" in r["answer"] for r in sorted(
            out.results, key=lambda r: r["delivery"])],
                         [True] + [False] * 4)
        self.assertEqual([n for n, _, _, _ in first.sent],
                         [n[1:] for n in NUMBERS[:4]])
        self.assertEqual(len(second.requests), 2)
        for request in second.requests:
            self.assertEqual((request.method, request.body), ("GET", b""))
            self.assertNotIn("Authorization", request.headers)
            self.assertNotIn("Content-Type", request.headers)


class Tls(Base):
    """Certificates are verified; an own CA file is taken."""

    @classmethod
    def setUpClass(cls):
        cls.dir = temp_folder("sms")
        ca = Authority(cls.dir)
        cls.ca_file = ca.file
        cls.pair = ca.certificate("localhost")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.dir)

    def send(self, **more):
        fake = self.start(fakes.Cpsms(tls=self.pair))
        g = gateway(fake, "cpsms", **more)
        if "host" in more:
            g["settings"]["host"] = more["host"] % fake.port
        return fake, send(spec([g], self.one_message(NUMBERS[:1])))

    def test_own_ca_file(self):
        fake, out = self.send(ca_file=self.ca_file)
        self.content(fake)
        self.assertEqual(out.outcomes(), ["accepted"])

    def test_unknown_ca(self):
        fake, out = self.send()
        self.assertEqual(out.outcomes(), ["tempfail"])
        self.assertEqual(fake.requests, [])

    def test_other_host_name(self):
        fake, out = self.send(ca_file=self.ca_file,
                              host="https://127.0.0.1:%d")
        self.assertEqual(out.outcomes(), ["tempfail"])
        self.assertEqual(fake.requests, [])


class Kannel(KannelCase, Base):
    """The real Kannel and its fakesmsc, alone in a network."""

    def send(self, messages, **settings):
        settings = dict({"user": USER, "password": PASSWORD}, **settings)
        return send(spec([{"preset": "kannel", "timeout": 20,
                           "settings": settings}], messages), self.inside)

    def test_sent_and_reported(self):
        self.fakesmsc()
        p = self.run_inside("python3", os.path.join(HERE, "dlr_listener.py"),
                            self.dlr, stdout=subprocess.PIPE)
        port = int(p.stdout.readline())
        out = self.send(self.one_message(NUMBERS[:3]),
                        dlr_url="http://127.0.0.1:%d/dlr" % port)
        self.assertEqual(out.outcomes(), ["accepted"] * 3, out.log)
        for r in out.results:
            self.assertEqual(r["code"], 202)
            self.assertIn("0: Accepted", r["answer"])
        for n in NUMBERS[:3]:
            wait_for(lambda n=n: self.received(n), n)

        def reports():
            if not os.path.exists(self.dlr):
                return None
            with open(self.dlr, encoding="ascii") as f:
                lines = f.read().split()
            return lines if len({x.split("&")[0] for x in lines}) == 3 \
                else None

        lines = wait_for(reports, "delivery reports")
        for line in lines:
            self.assertRegex(
                line, r"^/dlr\?ref=7-3-10[012]-1774735980&state=\d+&said=\S*$")

    def test_letters(self):
        """Danish letters as GSM-7, others as UCS-2, at the SMSC."""
        self.fakesmsc()
        out = self.send([{"text": "æøå ÆØÅ & 100 %", "to": NUMBERS[:1]},
                         {"text": UNICODE, "to": NUMBERS[1:2]}])
        self.assertEqual(out.outcomes(), ["accepted"] * 2, out.log)
        self.assertEqual(
            wait_for(lambda: self.received(NUMBERS[0]), "GSM-7"),
            ("text", "æøå ÆØÅ & 100 %".encode("utf-8")))
        self.assertEqual(
            wait_for(lambda: self.received(NUMBERS[1]), "UCS-2"),
            ("ucs-2", UNICODE.encode("utf-16-be")))

    def test_queued_without_smsc(self):
        out = self.send(self.one_message(NUMBERS[:1]))
        self.assertEqual(out.outcomes(), ["accepted"], out.log)
        self.assertIn("3: Queued", out.results[0]["answer"])

    def test_wrong_password(self):
        out = self.send(self.one_message(NUMBERS[:1]), password="wrong-one")
        self.assertEqual(out.outcomes(), ["tempfail"])
        self.assertEqual(out.results[0]["code"], 403)
        self.assertNotIn("wrong-one", out.log + out.results[0]["answer"])


class SmsFile(Base):
    """The text file for trying out."""

    def test_a_person_can_read_it(self):
        with tempfile.TemporaryDirectory() as d:
            path = os.path.join(d, "sms.txt")
            what = {"file": path, "messages": [
                {"text": "Første linje\nAnden linje", "to": NUMBERS[:2]},
                {"text": UNICODE, "to": NUMBERS[2:3], "org_name": "Ærø",
                 "org": "0492"}]}
            for _ in range(2):
                self.assertEqual(send(what).outcomes(), ["accepted"] * 3)
            with open(path, encoding="utf-8") as f:
                text = f.read()
            self.assertEqual(text.count("2026-03-28 23.13  +4500000001  "
                                        "København (0101)  1 SMS, "), 2)
            self.assertEqual(
                text.count("    Første linje\n    Anden linje\n\n"), 4)
            self.assertIn("Ærø (0492)  1 SMS, ", text)
            self.assertIn("UCS-2\n    " + UNICODE + "\n", text)
            self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)


class Worker(Base):
    """alertd-sms itself, with a database."""

    SMS = os.path.join(BUILD, "alertd-sms")

    def setUp(self):
        for program in (self.SMS, QUEUE):
            if not os.path.exists(program):
                self.skipTest("not built: " + program)
        self.dir = temp_folder("sms")
        self.addCleanup(shutil.rmtree, self.dir)
        self.db = os.path.join(self.dir, "alertd.db")

    def queue(self, *numbers):
        """A notice by SMS; each number is of another municipality."""
        queue("sms", self.db, lines=[
            "%04d %s" % (101 + i, n) for i, n in enumerate(numbers)])

    def conf(self, sms):
        path = os.path.join(self.dir, "alertd.yaml")
        with open(path, "w", encoding="utf-8") as f:
            json.dump({"store": self.db, "sms": dict(sender="MedCom",
                                                     **sms)}, f)
        os.chmod(path, 0o600)
        return path

    @staticmethod
    def cpsms(fake):
        return {"gateways": [dict(fake.settings, preset="cpsms",
                                  host=fake.url, timeout="5s")]}

    def drain(self, sms):
        p = subprocess.run([self.SMS, "-c", self.conf(sms), "-1"],
                           stderr=subprocess.PIPE, encoding="utf-8",
                           timeout=60, check=False)
        self.log = p.stderr
        return p.returncode

    def deliveries(self):
        return {d["address"]: d for d in deliveries(self.db)}

    def test_sent_and_on_record(self):
        fake = self.start(fakes.Cpsms(bad=[NUMBERS[1][1:]]))
        self.queue(*NUMBERS[:3])
        self.assertEqual(self.drain(self.cpsms(fake)), 0, self.log)
        self.content(fake)
        got = self.deliveries()
        self.assertEqual([got[n]["state"] for n in NUMBERS[:3]],
                         ["accepted", "failed", "accepted"])
        self.assertEqual(got[NUMBERS[1]]["code"], 207)
        self.assertIn("409 Invalid number", got[NUMBERS[1]]["answer"])
        self.assertEqual(got[NUMBERS[0]]["via"], "cpsms")
        self.assertEqual(len(fake.requests), 1)

    def test_nothing_is_sent_twice(self):
        fake = self.start(fakes.Cpsms())
        self.queue(*NUMBERS[:3])
        for _ in range(2):
            self.assertEqual(self.drain(self.cpsms(fake)), 0, self.log)
        self.assertEqual(len(fake.sent), 3)

    def test_a_kind_stop_tells_the_calls_under_way(self):
        fake = self.start(fakes.Twilio())
        fakes.hold(fake)
        self.queue(*NUMBERS)
        worker = subprocess.Popen(
            [self.SMS, "-c", self.conf({"gateways": [dict(
                fake.settings, preset="twilio", host=fake.url,
                timeout="30s")]})],
            stderr=subprocess.PIPE, encoding="utf-8")
        wait_for(lambda: fake.now == 8, "8 calls under way")
        worker.terminate()
        fake.release.set()
        log = worker.communicate(timeout=60)[1]
        self.assertEqual(worker.returncode, 0, log)
        states = [d["state"] for d in self.deliveries().values()]
        self.assertEqual(states.count("accepted"), len(fake.sent), log)
        self.assertEqual(states.count("sending"), 0, log)
        self.assertEqual(len(fake.sent), 8)

    def test_no_more_than_eight_are_in_doubt(self):
        """Who dies sends no more than that again: what was taken of a message
        is stored before others are begun."""
        fake = self.start(fakes.Twilio())
        answer, held = fake.answer, []

        def hold_second(request):
            if any(n[1:].encode() in request.body for n in NUMBERS[1::2]):
                held.append(request)
                fake.release.wait(60)
            return answer(request)

        fake.answer = hold_second
        queue("sms", self.db, lines=["%04d %s" % (101 + i // 2, n)
                                     for i, n in enumerate(NUMBERS)])
        conf = self.conf({"gateways": [dict(
            fake.settings, preset="twilio", host=fake.url, timeout="30s")]})
        worker = subprocess.Popen([self.SMS, "-c", conf],
                                  stderr=subprocess.DEVNULL)
        wait_for(lambda: len(held) == 8, "8 calls under way")
        worker.kill()
        worker.wait()
        fake.release.set()
        self.assertEqual(queue("recover", self.db), "")
        self.assertEqual(self.drain({"gateways": [dict(
            fake.settings, preset="twilio", host=fake.url)]}), 0, self.log)
        self.assertEqual({d["state"] for d in self.deliveries().values()},
                         {"accepted"})
        wait_for(lambda: fake.now == 0, "all answers")
        self.assertEqual(len({n for n, _, _, _ in fake.sent}), len(NUMBERS))
        self.assertLessEqual(len(fake.sent), len(NUMBERS) + 8)
        self.assertGreater(len(fake.sent), len(NUMBERS))

    def test_a_dead_gateway_leaves_it_queued(self):
        fake = self.start(fakes.Canned(503, "no"))
        fake.settings = fakes.Cpsms.settings
        self.queue(*NUMBERS[:2])
        self.drain(self.cpsms(fake))
        got = self.deliveries()
        self.assertEqual({d["state"] for d in got.values()}, {"queued"})
        self.assertIn("HTTP 503", got[NUMBERS[0]]["answer"])

    def test_file(self):
        path = os.path.join(self.dir, "sms.txt")
        self.queue(*NUMBERS[:2])
        self.assertEqual(self.drain({"transport": "file", "file": path}), 0,
                         self.log)
        self.assertEqual({d["state"] for d in self.deliveries().values()},
                         {"accepted"})
        with open(path, encoding="utf-8") as f:
            text = f.read()
        for n in NUMBERS[:2]:
            self.assertIn(n, text)

    def test_a_full_disk_leaves_it_queued(self):
        self.queue(*NUMBERS[:2])
        self.drain({"transport": "file", "file": "/dev/full"})
        got = self.deliveries()
        self.assertEqual(sorted(got), NUMBERS[:2])
        for d in got.values():
            self.assertEqual((d["state"], d["attempts"]), ("queued", 1))
            self.assertIn("/dev/full: No space left", d["answer"])

    def test_none(self):
        self.queue(NUMBERS[0])
        self.assertNotEqual(self.drain({"transport": "none"}), 0)
        self.assertIn("sms.transport is none", self.log)


if __name__ == "__main__":
    unittest.main()
