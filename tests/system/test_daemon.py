"""The real daemon with real servers on loopback: a report becomes mail and
SMS, and kill -9 at any moment loses nothing."""
import collections
import datetime
import email
import json
import os
import signal
import sqlite3
import subprocess
import time
import unittest

from house import ALERTD, FeedServer, House, event, page
from madeclock import LIBRARY, MadeClock
from servers import free_port, wait_for
from smtpd import Smtpd

SMTP = """
mail:
  from: "FMK-drift <fmk-drift@example.dk>"
  workers: 2
  relays: [{host: 127.0.0.1, port: %d, tls: none}]
"""
MAILDIR = """
mail: {transport: maildir, maildir: Maildir, from: fmk-drift@example.dk}
"""
COMMON = """
store: alertd.db
alarm: {mail: [vagt@example.dk]}
sms: {transport: file, file: sms.txt, sender: FMKDRIFT}
feeds: [{name: nspop, kind: statuspage, url: "%s", poll: 10s}]
"""
DEADLINE = 90


def now(hours=0):
    t = datetime.datetime.now(datetime.timezone.utc)
    return (t - datetime.timedelta(hours=hours)).strftime(
        "%Y-%m-%dT%H:%M:%SZ")


def down():
    return event("i1", "FMK er utilgængeligt i produktion",
                 "Opslag i FMK fejler for alle anvendere.", "investigating",
                 now())


def over():
    return event("i1", "FMK er utilgængeligt i produktion",
                 "Driften er normal.", "resolved", now(),
                 health="operational")

SESSIONS = 10  # as mail.relays[].sessions is by itself


class Daemon(unittest.TestCase):
    def setUp(self):
        self.feed = FeedServer()
        self.addCleanup(self.feed.stop)
        self.feed.body = page()

    def house(self, mail, env=None):
        house = House(COMMON % self.feed.url + mail, env=env)
        self.addCleanup(house.stop)
        return house

    def on_a_made_clock(self, mail):
        if not os.path.exists(LIBRARY):
            self.skipTest("no libfaketime")
        self.clock = MadeClock(time.time(), monotonic=True)
        self.addCleanup(self.clock.stop)
        return self.house(mail, self.clock.env)

    def next_poll(self, house):
        """It is time for it; the one before has come to something."""
        asked = self.feed.requests
        self.clock.pass_in(house, 10)
        wait_for(lambda: self.feed.requests > asked, "a poll", DEADLINE)

    def expected(self, house):
        """Every mail address and number that a first notice has to reach."""
        with sqlite3.connect(house.path("alertd.db")) as db:
            db.row_factory = sqlite3.Row
            rows = db.execute(
                "SELECT c.email, c.phone FROM contact c JOIN org o"
                " ON c.org = o.id WHERE o.kind = 'municipality'").fetchall()
        return ({r["email"] for r in rows if r["email"]},
                {r["phone"] for r in rows if r["phone"]})

    def queue_empty(self, house):
        counts = house.json("status")["outbox"]
        return all(c["queued"] + c["sending"] == 0 for c in counts.values())

    def wait_sent(self, house):
        wait_for(lambda: self.queue_empty(house), "outbox empty", DEADLINE)

    def recipients(self, server):
        """How often the server took a message for each address."""
        seen = collections.Counter()
        for _, recipients, _ in list(server.messages):
            seen.update(recipients)
        return seen

    def told(self, house, kind):
        shown = house.ctl("show", "1", "--json", check=False)
        return shown.returncode == 0 and kind in [
            n["type"] for n in json.loads(shown.stdout)["notices_sent"]]

    def open_incidents(self, house):
        return [i for i in house.json("status")["incidents"]
                if i["state"] == "open"]

    # --- the main job -------------------------------------------------------

    def test_report_to_mail_and_sms_and_back(self):
        house = self.on_a_made_clock(MAILDIR)
        house.start()
        wait_for(lambda: self.feed.requests > 0, "first poll")
        self.feed.body = page(down())
        self.next_poll(house)
        box = house.path("Maildir/new")
        mails, numbers = self.expected(house)
        wait_for(lambda: os.path.isdir(box) and len(os.listdir(box)) >= 100,
                 "98 mails, the vendors' copy and a page", DEADLINE)
        self.wait_sent(house)
        to = collections.Counter()
        for name in os.listdir(box):
            with open(os.path.join(box, name), "rb") as f:
                message = email.message_from_binary_file(f)
            to.update(a for _, a in email.utils.getaddresses(
                message.get_all("To", [])) if "@" in a)
        # The on-call: of the configuration, and of the contacts.
        oncall = {"vagt@example.dk", "medcom-vagt@example.dk"}
        self.assertEqual(set(to), mails | oncall)
        with open(house.path("sms.txt"), encoding="utf-8") as f:
            sms = f.read()
        for number in numbers:
            self.assertIn(number, sms)
        before = len(os.listdir(box))
        self.feed.body = page(over())
        self.next_poll(house)
        wait_for(lambda: len(os.listdir(box)) >= before + 99,
                 "the resolved notice", DEADLINE)
        self.assertEqual(self.open_incidents(house), [])
        self.assertEqual(house.ctl("log", "verify").returncode, 0)

    def test_unchanged_feed_is_asked_with_its_etag(self):
        house = self.on_a_made_clock(MAILDIR)
        house.start()
        wait_for(lambda: self.feed.requests > 0, "first poll")
        self.next_poll(house)
        self.next_poll(house)
        self.assertGreater(self.feed.not_modified, 0)
        # Who commits then waits for no file that grows.
        wait_for(lambda: os.path.getsize(house.path("alertd.db-wal")) >=
                 8 << 20, "a log as long as it gets")

    def test_broken_body_is_never_over(self):
        house = self.on_a_made_clock(MAILDIR)
        self.feed.body = page(down())
        house.start()
        wait_for(lambda: self.told(house, "first"), "first", DEADLINE)
        for body in (b"", b"<html>Log ind</html>", page(over())[:-9]):
            self.feed.body = body
            self.next_poll(house)
            self.next_poll(house)
            self.assertEqual(len(self.open_incidents(house)), 1)
        self.assertFalse(self.told(house, "resolved"))

    # --- nothing is lost ----------------------------------------------------

    def broadcast_and_kill(self, kill):
        """Kills in the middle of a broadcast; every recipient is reached."""
        house = None
        state = {"killed": 0, "accepted": 0}

        def end(_session, _text):
            # Some way into the broadcast, and only once.
            state["accepted"] += 1
            if state["accepted"] == 30:
                kill(house)
                state["killed"] += 1
            return None

        server = Smtpd({"end": end})
        self.addCleanup(server.stop)
        house = self.house(SMTP % server.port)
        self.feed.body = page(down())
        house.start()
        wait_for(lambda: state["killed"], "the kill", DEADLINE)
        if house.daemon.poll() is not None:
            house.start()
        mails, numbers = self.expected(house)
        wait_for(lambda: mails <= set(self.recipients(server)),
                 "every recipient", DEADLINE)
        self.wait_sent(house)
        # Each session that is killed repeats at most the message in its hands.
        taken = collections.Counter(
            email.message_from_bytes(text)["Message-ID"]
            for _, _, text in list(server.messages))
        again = [m for m, n in taken.items() if n > 1]
        self.assertLessEqual(len(again), SESSIONS, again)
        with open(house.path("sms.txt"), encoding="utf-8") as f:
            sms = f.read()
        for number in numbers:
            self.assertIn(number, sms)
        self.assertEqual(house.ctl("log", "verify").returncode, 0)

    def test_kill_daemon_in_broadcast(self):
        self.broadcast_and_kill(lambda house: house.kill())

    def test_kill_worker_in_broadcast(self):
        self.broadcast_and_kill(
            lambda house: os.kill(house.workers("alertd-mail")[0],
                                  signal.SIGKILL))

    def test_worker_dies_while_the_database_is_locked(self):
        """What it held is not forgotten when it cannot be released."""
        house = None
        state = {"accepted": 0}

        def end(_session, _text):
            state["accepted"] += 1
            if state["accepted"] == 10:
                db = sqlite3.connect(house.path("alertd.db"), timeout=30)
                db.execute("BEGIN IMMEDIATE")
                for pid in house.workers("alertd-mail"):
                    os.kill(pid, signal.SIGKILL)
                wait_for(lambda: "alertd[%d] error: outbox:" % house.daemon.pid
                         in house.said(), "it cannot be recovered", 60)
                db.rollback()
                db.close()
            return None

        server = Smtpd({"end": end})
        self.addCleanup(server.stop)
        house = self.house(SMTP % server.port)
        self.feed.body = page(down())
        house.start()
        wait_for(lambda: state["accepted"] >= 10, "the kill", DEADLINE)
        mails, _ = self.expected(house)
        wait_for(lambda: mails <= set(self.recipients(server)),
                 "every recipient", DEADLINE)

    def test_workers_inherit_nothing_else(self):
        """No socket but the one that wakes, and the lock."""
        house = self.house(MAILDIR)
        house.start()
        wait_for(lambda: self.feed.requests > 0, "first poll")
        first = house.workers("alertd-sms")[0]
        os.kill(first, signal.SIGKILL)
        wait_for(lambda: house.workers("alertd-sms") not in ([], [first]),
                 "another one")
        wait_for(house.ready, "it has opened what it needs")
        folder = "/proc/%d/fd" % house.workers("alertd-sms")[0]
        open_files = [os.readlink(os.path.join(folder, n))
                      for n in os.listdir(folder)]
        self.assertEqual(
            len([f for f in open_files if f.startswith("socket:")]), 1,
            open_files)
        self.assertIn(house.path("alertd.db.lock"), open_files)

    def test_relay_down_and_up_again(self):
        port = free_port()
        house = self.house(SMTP % port)
        self.feed.body = page(down())
        house.start()
        mails, _ = self.expected(house)
        wait_for(lambda: self.told(house, "first"), "first", DEADLINE)
        wait_for(lambda: any(d["attempts"] > 0 for d in house.json(
            "outbox", "list")), "a try that fails", DEADLINE)
        server = Smtpd({}, port=port)
        self.addCleanup(server.stop)
        wait_for(lambda: mails <= set(self.recipients(server)),
                 "every recipient, after the pause", DEADLINE)

    # --- the operator -------------------------------------------------------

    def test_bad_reload_keeps_the_old(self):
        house = self.house(MAILDIR)
        house.start()
        with open(house.conf, encoding="utf-8") as f:
            good = f.read()
        house.write(good + "repaet: 2h\n")
        house.daemon.send_signal(signal.SIGHUP)
        wait_for(lambda: "repaet" in house.said(), "the mistake is logged")
        box = house.path("Maildir/new")
        wait_for(lambda: os.path.isdir(box) and os.listdir(box),
                 "the on-call is told", 20)
        self.assertIsNone(house.daemon.poll())
        # It rings already; nobody is told twice.
        house.write(good.replace("store: alertd.db", "store: other.db"))
        house.daemon.send_signal(signal.SIGHUP)
        wait_for(lambda: "store: cannot be changed" in house.said(),
                 "this one is refused, too")
        told = len(os.listdir(box))
        house.write(good)
        house.daemon.send_signal(signal.SIGHUP)
        wait_for(lambda: "taken" in house.said(), "the good one is taken")
        wait_for(lambda: len(os.listdir(box)) > told,
                 "the on-call is told that it is over", 20)

    def test_second_daemon_is_refused(self):
        house = self.on_a_made_clock(MAILDIR)
        house.start()
        with open(house.path("log2"), "w+", encoding="utf-8") as log:
            other = subprocess.Popen([ALERTD, "-c", house.conf], stderr=log,
                                     cwd=house.folder, env=house.env)
            self.addCleanup(other.kill)

            def refused():
                # It waits a little for the workers of one that was killed.
                self.clock.forward(2)
                return other.poll() is not None

            wait_for(refused, "it ends", DEADLINE)
            log.seek(0)
            self.assertIn("is held by process %d: another alertd"
                          % house.daemon.pid, log.read())
        self.assertEqual(other.returncode, 75)
        self.assertIsNone(house.daemon.poll())

    def test_send_by_hand_wakes_the_daemon(self):
        house = self.house(MAILDIR)
        house.start()
        house.ctl("send", "--effect", "outage", "--title", "FMK er nede",
                  "--text", "Meldt af vagten.", "--yes")
        box = house.path("Maildir/new")
        wait_for(lambda: os.path.isdir(box) and len(os.listdir(box)) >= 99,
                 "98 mails and the vendors' copy", DEADLINE)


if __name__ == "__main__":
    unittest.main()
