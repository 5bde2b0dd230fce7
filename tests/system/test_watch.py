"""alertd watches itself, further: the watchdog of systemd is fed only by a turn
that did its work; a message over which a worker dies holds up no other and is
set aside with a page; a test proves that mail arrives, a mailbox that is
watched hears that all is well, and selfcheck says so by hand."""
import json
import os
import signal
import socket
import sqlite3
import subprocess
import time
import unittest

from house import CTL, House
from madeclock import LIBRARY, MadeClock
from servers import wait_for
from smtpd import Smtpd
from test_check import CONF, Watcher

DEADLINE = 60


class Manager:
    """Who listens at NOTIFY_SOCKET, as systemd does."""

    def __init__(self, path):
        self.path = path
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(path)
        self.socket.setblocking(False)

    def heard(self):
        """What came since it was asked last."""
        texts = []
        while True:
            try:
                texts += self.socket.recv(4096).decode().split("\n")
            except BlockingIOError:
                return texts

    def fed(self):
        return "WATCHDOG=1" in self.heard()

    def stop(self):
        self.socket.close()


@unittest.skipUnless(os.path.exists(LIBRARY), "no libfaketime")
class Watch(unittest.TestCase):
    def open(self, hooks, more=""):
        self.clock = MadeClock(time.time(), monotonic=True)
        self.addCleanup(self.clock.stop)
        self.smtp = Smtpd(hooks)
        self.addCleanup(self.smtp.stop)
        house = House(CONF % (1, self.smtp.port) + more, env=self.clock.env)
        self.addCleanup(house.stop)
        return house

    def rows(self, house, sql):
        with sqlite3.connect(house.path("alertd.db"), timeout=30) as db:
            return db.execute(sql).fetchall()

    def test_watchdog(self):
        house = self.open({})
        manager = Manager(house.path("notify"))
        self.addCleanup(manager.stop)
        # Two turns in four seconds, though one in thirty would do else.
        house.env.update(NOTIFY_SOCKET=manager.path, WATCHDOG_USEC="4000000")
        house.start()
        wait_for(manager.fed, "it is fed")
        wait_for(manager.fed, "and again, in time", 25)
        # The store takes nothing: what the turn did is nowhere.
        self.rows(house, "CREATE TRIGGER full BEFORE UPDATE ON self_check"
                  " BEGIN SELECT raise(ABORT, 'disk full'); END")
        self.clock.pass_in(house, 61)
        wait_for(lambda: house.said().count("disk full") == 1, "it fails",
                 DEADLINE)
        manager.heard()
        self.clock.pass_in(house, 61)
        wait_for(lambda: house.said().count("disk full") == 2, "and again",
                 DEADLINE)
        self.assertNotIn("WATCHDOG=1", manager.heard())
        self.rows(house, "DROP TRIGGER full")
        self.clock.pass_in(house, 61)
        wait_for(manager.fed, "it is fed again", DEADLINE)

    def test_poison(self):
        house = None
        died, before = [], []

        def end(_session, text):
            # The worker dies over the mails to Greve, whoever carries them.
            if b"greve@example.dk" in text:
                died.append(house.workers("alertd-mail")[0])
                before.append({a for _, to, _ in list(self.smtp.messages)
                               for a in to})
                os.kill(died[-1], signal.SIGSEGV)
            return None

        house = self.open({"end": end})
        house.ctl("contacts", "add", "Greve", "--name", "Vagt", "--email",
                  "greve@example.dk")
        house.start()
        house.ctl("send", "--effect", "outage", "--title", "FMK er nede",
                  "--text", "Meldt af vagten.", "--to",
                  "0101,0147,0151,Greve", "--yes")
        expected = {r[0] for r in self.rows(
            house, "SELECT email FROM contact c JOIN org o ON c.org = o.id"
            " WHERE o.code IN ('0101', '0147', '0151') AND email <> ''")}
        # No jump of the clock while a mail is under way: it would seem slow.
        wait_for(lambda: died, "it dies", DEADLINE)

        def aside():
            # A pause is over; not so fast that a worker seems to hang.
            n = len(died)
            self.clock.pass_in(house, 100)
            for _ in range(12):
                if len(died) > n or "was set aside" in house.said():
                    break
                time.sleep(0.05)
            return "was set aside" in house.said()

        wait_for(aside, "it is set aside", DEADLINE)
        self.assertEqual(len(died), 5)
        # It comes behind the others: before it died again they heard it. (Of
        # two messages that a worker had begun it is not known which it was.)
        self.assertEqual(expected - before[3], set())
        message = self.rows(house, "SELECT id, org_name FROM message"
                            " WHERE deaths = 5")
        self.assertEqual([m[1] for m in message], ["Greve"])
        self.assertIn("]: had message %d in its hands" % message[0][0],
                      house.said())
        failed = house.ctl("outbox", "list", "--failed").stdout
        self.assertIn("its worker died 5 times over it", failed)
        self.clock.pass_in(house, 100)  # the pause of the worker
        wait_for(lambda: any(b"lagt til side" in t
                             for _, _, t in list(self.smtp.messages)),
                 "the page", DEADLINE)

    def test_crash_loop(self):
        """One that comes up each time, and dies again, is told."""
        house = self.open({})
        house.start()
        for _ in range(5):
            worker = wait_for(lambda: house.ready() and
                              house.workers("alertd-mail"), "it is up")[0]
            self.clock.pass_in(house, 70)  # it has lived
            os.kill(worker, signal.SIGSEGV)
            wait_for(lambda: "worker alertd-mail[%d]: killed by signal 11" %
                     worker in house.said(), "it is dead")
            self.clock.pass_in(house, 70)
        wait_for(lambda: house.ready() and house.workers("alertd-mail"),
                 "it is up again")
        fault = ("alertd-mail has died 5 times within an hour, last of signal"
                 " 11, and is started again after a pause")
        self.clock.pass_in(house, 61)
        wait_for(lambda: fault in house.ctl("status").stdout, fault, DEADLINE)

    def mails_to(self, address):
        return [text for _, to, text in list(self.smtp.messages)
                if address in to]

    def hand_back(self, house, mail, command=("truth", "arrived")):
        """As the mailbox that got it does."""
        return subprocess.run(
            [CTL, "-c", house.conf, *command], input=mail, timeout=60,
            env=house.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            check=False)

    def looks(self, house):
        """What selfcheck says, by name, and its exit status."""
        done = house.ctl("selfcheck", "--json", check=False)
        return ({x["name"]: x["result"] for x in json.loads(
            done.stdout)["looks"]}, done.returncode)

    def test_selfcheck_and_proof(self):
        watcher = Watcher()
        self.addCleanup(watcher.stop)
        house = self.open({}, 'deadman: {url: "%s/4711?a=b", fail: yes, '
                          "mail: [vel@watch.example.dk]}\n"
                          "truth: {mail: [prove@example.dk]}\n" % watcher.url)
        house.start()
        # Both go the whole way, and to nobody else.
        mails = wait_for(lambda: self.mails_to("prove@example.dk"), "a test",
                         DEADLINE)
        wait_for(lambda: self.mails_to("vel@watch.example.dk"),
                 "that all is well", DEADLINE)
        self.assertEqual({a for _, to, _ in self.smtp.messages for a in to},
                         {"prove@example.dk", "vel@watch.example.dk"})
        self.assertEqual(self.looks(house)[0]["test mail"], "off")
        self.assertEqual(self.hand_back(house, b"To: x\n\nHej\n").returncode,
                         65)
        done = self.hand_back(house, mails[0])
        self.assertEqual((done.returncode, done.stdout),
                         (0, b"Test 1 has arrived.\n"))
        # A mailbox that knows the other command is understood, too.
        done = self.hand_back(house, mails[0], ("bounce",))
        self.assertEqual((done.returncode, done.stdout),
                         (75, b"") if b"bounces" in done.stderr else
                         (0, b"That test 1 has arrived is known.\n"))
        truth = house.json("status")["truth"]["mail"]
        self.assertEqual(truth["arrived"], truth["proven"])
        self.assertLess(truth["seconds"], 60)
        wait_for(lambda: self.looks(house)[1] == 0, "all is well", DEADLINE)
        self.assertEqual(watcher.heard, ["/4711?a=b"])
        self.assertEqual(self.looks(house)[0], {
            "incidents": "ok", "recipients": "ok", "order": "ok",
            "pages": "ok", "outbox": "ok", "feeds": "ok", "trail": "ok",
            "daemon": "ok", "deadman": "ok", "test mail": "ok",
            "test sms": "off"})
        # A fault: it says which, and the watcher hears of it at once.
        house.ctl("send", "--effect", "outage", "--title", "FMK er nede",
                  "--text", "Meldt af vagten.", "--yes")
        self.rows(house, "UPDATE notice SET next = 1 WHERE number = 1")
        found, status = self.looks(house)
        self.assertEqual((found["incidents"], status), ("fault", 1))
        self.assertEqual(found["outbox"], "ok")
        self.assertEqual(watcher.heard, ["/4711?a=b"])
        self.clock.pass_in(house, 61)
        wait_for(lambda: "/4711/fail?a=b" in watcher.heard, "the failure",
                 DEADLINE)
        # Without the daemon, and nothing is written.
        house.daemon.send_signal(signal.SIGTERM)
        house.daemon.wait(60)
        before = self.rows(house, "SELECT (SELECT at FROM self_check),"
                           " (SELECT count(*) FROM audit)")
        text = house.ctl("selfcheck", check=False).stdout
        self.assertIn("FAULT   daemon      alertd does not run", text)
        self.assertEqual(before, self.rows(
            house, "SELECT (SELECT at FROM self_check),"
            " (SELECT count(*) FROM audit)"))


if __name__ == "__main__":
    unittest.main()
