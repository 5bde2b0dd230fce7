"""The rate: of a gateway: no second holds more, over batches, crashes and
restarts, and all of it arrives."""
import json
import os
import shutil
import sqlite3
import subprocess
import unittest

import fake_gateways as fakes
from servers import BUILD, deliveries, queue, temp_folder, wait_for
from smtpd import Smtpd

NUMBERS = ["+45000000%02d" % i for i in range(1, 13)]


class Rate(unittest.TestCase):
    SMS = os.path.join(BUILD, "alertd-sms")

    def setUp(self):
        self.dir = temp_folder("rate")
        self.addCleanup(shutil.rmtree, self.dir)
        self.db = os.path.join(self.dir, "a.db")

    def start(self, fake):
        self.addCleanup(fake.close)
        return fake

    def queue(self, per_org):
        queue("sms", self.db, lines=[
            "%04d %s" % (i // per_org + 1, n) for i, n in enumerate(NUMBERS)])

    def worker(self, *fakes_with_rates):
        """alertd-sms, until nothing is due."""
        path = os.path.join(self.dir, "alertd.yaml")
        gateways = [dict(fake.settings, preset=preset, host=fake.url,
                         name="g%d" % i, **more)
                    for i, (fake, preset, more) in enumerate(fakes_with_rates)]
        with open(path, "w", encoding="utf-8") as f:
            json.dump({"store": self.db, "sms": {"gateways": gateways}}, f)
        os.chmod(path, 0o600)
        p = subprocess.Popen([self.SMS, "-c", path, "-1"],
                             stderr=subprocess.PIPE, encoding="utf-8")
        self.addCleanup(p.stderr.close)
        self.addCleanup(p.wait)
        self.addCleanup(p.kill)
        return p

    def mail(self, *servers_with_more):
        """alertd-mail, until nothing is due."""
        path = os.path.join(self.dir, "alertd.yaml")
        relays = [dict(more, host="127.0.0.1", port=server.port, tls="none")
                  for server, more in zip(servers_with_more[::2],
                                          servers_with_more[1::2])]
        with open(path, "w", encoding="utf-8") as f:
            json.dump({"store": self.db, "mail": {
                "from": "fmk@example.dk", "relays": relays}}, f)
        os.chmod(path, 0o600)
        subprocess.run([os.path.join(BUILD, "alertd-mail"), "-c", path, "-1"],
                       check=True, timeout=60, stderr=subprocess.DEVNULL)

    def alertctl(self, *args):
        return subprocess.run(
            [os.path.join(BUILD, "alertctl"),
             "-c", os.path.join(self.dir, "alertd.yaml"), *args],
            stdout=subprocess.PIPE, encoding="utf-8", check=False,
            env=dict(os.environ, LC_ALL="C.UTF-8")).stdout

    def uses(self, way="g0"):
        with sqlite3.connect("file:%s?mode=ro" % self.db, uri=True) as db:
            rows = db.execute("SELECT at, n FROM rate_use WHERE way = ?"
                              " ORDER BY at", (way,)).fetchall()
        db.close()
        return rows

    def every_second(self, most, way="g0"):
        at = [t for t, n in self.uses(way) for _ in range(n)]
        for first, later in zip(at, at[most:]):
            self.assertGreaterEqual(later - first, 1000, at)
        return len(at)

    def states(self):
        return {d["state"] for d in deliveries(self.db)}

    def test_one_by_one(self):
        fake = self.start(fakes.Twilio())
        second = self.start(fakes.Cpsms())
        self.queue(5)
        p = self.worker((fake, "twilio", {"rate": "6/s"}),
                        (second, "cpsms", {}))
        self.assertEqual(p.wait(60), 0, p.stderr.read())
        self.assertEqual(self.states(), {"accepted"})
        self.assertEqual(len(fake.sent), len(NUMBERS))
        self.assertEqual(self.every_second(6), len(NUMBERS))
        self.assertEqual(second.requests, [])

    def test_batches(self):
        """A call takes what there is room for, of one message, too."""
        fake = self.start(fakes.Cpsms())
        self.queue(12)
        p = self.worker((fake, "cpsms", {"rate": "6/s"}))
        self.assertEqual(p.wait(60), 0, p.stderr.read())
        self.assertEqual(self.states(), {"accepted"})
        self.assertEqual([n for _, n in self.uses()], [6, 6])
        self.assertEqual(len(fake.requests), 2)
        self.every_second(6)

    def test_mail(self):
        """Over all sessions to a relay."""
        server = Smtpd()
        self.addCleanup(server.stop)
        queue("make", self.db, lines=[
            "%04d fmk@%d.example.dk" % (i, i) for i in range(12)])
        self.mail(server, {"rate": "6/s"})
        self.assertEqual(self.states(), {"accepted"})
        self.assertEqual(len(server.messages), 12)
        self.assertEqual(
            self.every_second(6, "127.0.0.1:%d" % server.port), 12)

    def test_the_second_is_full(self):
        """What only it could take is tried later; the rest does not wait."""
        first = Smtpd({"rcpt": lambda session, to: "450 4.2.0 Greylisted"
                       if "grey" in to else None})
        second = Smtpd()
        self.addCleanup(first.stop)
        self.addCleanup(second.stop)
        for sessions in (1, 10):
            with self.subTest(sessions=sessions):
                self.db = os.path.join(self.dir, "%d.db" % sessions)
                queue("make", self.db, lines=[
                    "%04d fmk@%s%d.example.dk" % (
                        i, "grey" if i < 3 else "k", i) for i in range(12)])
                self.mail(first, {"sessions": sessions},
                          second, {"rate": "1/d"})
                left = [d for d in deliveries(self.db)
                        if d["state"] != "accepted"]
                self.assertEqual(
                    [(d["state"], d["attempts"], d["code"]) for d in left],
                    2 * [("queued", 1, 450)])
        self.assertEqual(len(second.messages), 2)

    def test_the_second_gateway_is_full(self):
        first = self.start(fakes.GatewayApi(bad=("4500000001", "4500000002")))
        second = self.start(fakes.Cpsms())
        queue("sms", self.db, lines=[
            "%04d %s" % (i, NUMBERS[i]) for i in range(2)])
        p = self.worker((first, "gatewayapi", {}),
                        (second, "cpsms", {"rate": "1/d"}))
        self.assertEqual(p.wait(60), 0, p.stderr.read())
        self.assertEqual([(d["state"], d["attempts"], d["via"])
                          for d in deliveries(self.db)],
                         2 * [("queued", 1, "g0")])
        self.assertEqual(second.requests, [])

    def test_what_waits_is_said(self):
        """Who drains does not wait a day; the self-check finds no fault."""
        fake = self.start(fakes.Twilio())
        self.queue(5)
        p = self.worker((fake, "twilio", {"rate": "6/d"}))
        self.assertEqual(p.wait(60), 0, p.stderr.read())
        self.assertEqual(len(fake.sent), 6)
        for command in (["outbox", "list"], ["status"]):
            self.assertIn("gateway g0 has had all that its rate allows, 6/d; "
                          "it takes more in ",
                          " ".join(self.alertctl(*command).split()))
        way, = [r for r in json.loads(self.alertctl("status", "--json"))[
            "relays"] if r["channel"] == "sms"]
        self.assertEqual((way["name"], way["rate"]), ("g0", "6/d"))
        self.assertIsNotNone(way["rate_until"])
        self.assertEqual(
            {(d["state"], d["rate_until"] is None) for d in json.loads(
                self.alertctl("outbox", "list", "--all", "--json"))},
            {("queued", False), ("accepted", True)})

    def test_a_crash_forgets_nothing(self):
        """Nor what was under way: it counts, and goes once more."""
        fake = self.start(fakes.Twilio())
        fakes.hold(fake)
        self.queue(5)
        p = self.worker((fake, "twilio", {"rate": "6/s"}))
        wait_for(lambda: fake.now == 6, "6 calls under way")
        p.kill()
        p.wait()
        fake.release.set()
        queue("recover", self.db)
        p = self.worker((fake, "twilio", {"rate": "6/s"}))
        self.assertEqual(p.wait(60), 0, p.stderr.read())
        self.assertEqual(self.states(), {"accepted"})
        self.assertEqual(self.every_second(6), len(NUMBERS) + 6)


if __name__ == "__main__":
    unittest.main()
