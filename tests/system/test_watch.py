"""alertd watches itself, further: the watchdog of systemd is fed only by a turn
that did its work, and a message over which a worker dies holds up no other and
is set aside with a page."""
import os
import signal
import socket
import sqlite3
import time
import unittest

from house import House
from madeclock import LIBRARY, MadeClock
from servers import wait_for
from smtpd import Smtpd

CONF = """
store: alertd.db
alarm: {mail: [vagt@example.dk]}
sms: {transport: file, file: sms.txt, sender: FMKDRIFT}
mail:
  from: "FMK-drift <fmk-drift@example.dk>"
  workers: 1
  relays: [{host: 127.0.0.1, port: %d, tls: none}]
"""
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
        house = House(CONF % self.smtp.port + more, env=self.clock.env)
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
        wait_for(manager.fed, "and again, in time", 10)
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
                  "--text", "Meldt af vagten.", "--yes")
        expected = {r[0] for r in self.rows(
            house, "SELECT email FROM contact c JOIN org o ON c.org = o.id"
            " WHERE o.kind = 'municipality' AND email <> ''"
            " AND o.name <> 'Greve'")}
        def aside():
            self.clock.pass_in(house, 60)
            time.sleep(0.1)
            return "was set aside" in house.said()

        wait_for(aside, "it is set aside", DEADLINE)
        self.assertEqual(len(died), 5)
        # From the third time on it comes behind the others, who heard it.
        self.assertEqual(expected - before[2], set())
        message = self.rows(house, "SELECT id, org_name FROM message"
                            " WHERE deaths = 5")
        self.assertEqual([m[1] for m in message], ["Greve"])
        self.assertIn("had message %d in its hands" % message[0][0],
                      house.said())
        failed = house.ctl("outbox", "list", "--failed").stdout
        self.assertIn("its worker died 5 times over it", failed)
        wait_for(lambda: any(b"lagt til side" in t or b"L=C3=A6gges" in t
                             for _, _, t in list(self.smtp.messages)),
                 "the page", DEADLINE)
        # And that it dies again and again, of what, and with what.
        fault = ("alertd-mail has died 5 times within an hour, last of signal"
                 " 11, with message %d in its hands" % message[0][0])
        self.clock.pass_in(house, 61)
        wait_for(lambda: fault in house.ctl("status").stdout, fault, DEADLINE)


if __name__ == "__main__":
    unittest.main()
