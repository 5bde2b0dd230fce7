"""The database or the machine fails: alertd says so over the last resort, does
not claim to be well, and sends nothing twice afterwards."""
import email
import email.policy
import errno
import os
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest

from ailing import (ALARM, ALL, DEADLINE, FEED, HOUR, MAILDIR, OUTAGE, Place,
                    fmk_is_down)
from house import FeedServer, page
from servers import BUILD, free_port, stat, temp_folder, wait_for
from smtpd import Smtpd

# More of the same, for "make torture".
TORTURE = "ALERTD_TORTURE" in os.environ
LOOK = 2  # seconds, so that it is looked at often before a minute is over


def own_name():
    """This process, as it is named to people."""
    with open("/proc/self/comm", encoding="utf-8") as f:
        return "%d (%s)" % (os.getpid(), f.read().strip())


class Opening(Place):
    def test_damaged_database(self):
        """It stays up, leaves the file alone, and tells it; once."""
        feed = FeedServer()
        self.addCleanup(feed.stop)
        feed.body = page()
        house = self.open(MAILDIR + ALARM + FEED % (feed.url + "/incidents.json"))
        db = house.path("alertd.db")
        shutil.copy(db, db + ".good")
        with open(db, "r+b") as f:
            f.write(b"\0" * 4096)
        with open(db, "rb") as f:
            bad = f.read()
        self.run_daemon(house)
        self.until(house, lambda: self.mails(house) and self.texts(house),
                   "it is told")
        subject, text = self.mails(house)[0]
        self.assertEqual(subject, "alertd virker ikke: databasen er skadet")
        self.assertIn("alertctl restore", text)
        self.assertIn("file is not a database", text)
        self.assertIn("Det vides ikke, om der er åbne sager", text)
        self.assertTrue(self.texts(house)[0].startswith(
            "alertd virker ikke: databasen er skadet. Siden "))
        # The feed is read all the same.
        feed.body = fmk_is_down(self.clock)
        self.until(house, lambda: len(self.mails(house)) == 2 and
                   len(self.texts(house)) == 2, "FMK is down", 5)
        subject, text = self.mails(house)[1]
        self.assertEqual(subject, "FMK er meldt nede, og alertd kan ikke "
                         "sende: databasen er skadet")
        self.assertIn("kilde: nspop", text)
        self.assertIn("ring selv rundt", self.texts(house)[1])
        # A restart repeats nothing that is known to be told.
        self.until(house, lambda: self.kept() == ["1", "1"], "it is kept", 5)
        house.daemon.kill()
        house.daemon.wait(60)
        self.run_daemon(house)
        for _ in range(10):
            self.pass_in(house, 30)
            time.sleep(0.1)
        # Until four hours are over.
        self.assertEqual(len(self.mails(house)), 2)
        self.pass_in(house, 4 * HOUR)
        wait_for(lambda: len(self.mails(house)) == 3 and
                 len(self.texts(house)) == 3, "again", DEADLINE)
        self.assertIn("FMK er meldt nede", self.subjects(house)[2])
        # No health that it has not.
        self.assertEqual([x for x in self.systemd.heard if x.startswith(
            ("READY", "WATCHDOG"))], [])
        self.assertIn("EXTEND_TIMEOUT_USEC=240000000", self.systemd.heard)
        with open(db, "rb") as f:
            self.assertEqual(f.read(), bad)
        # And nobody is kept from bringing back a copy.
        os.rename(db + ".good", db)
        self.until(house, lambda: "started:" in house.said(), "it starts")
        wait_for(lambda: "READY=1" in self.systemd.heard, "ready", DEADLINE)
        self.until(house, lambda: len(self.mails(house)) == 4 and
                   len(self.texts(house)) == 4, "it is well again", 60)
        self.assertEqual(self.subjects(house)[3], "alertd virker igen")
        wait_for(lambda: len(self.told(house)) == ALL, "the municipalities",
                 DEADLINE)
        self.until(house, lambda: len(self.records(house)) == 4,
                   "it is on record", 60)
        details = self.records(house)
        self.assertTrue(details[0].startswith(
            "alarm.mail was told without the database, 3 times, last at "))
        self.assertIn(": the database is damaged since ", details[0])
        self.assertEqual(len([d for d in details if "well again" in d]), 2,
                         details)
        for _ in range(5):
            self.pass_in(house, HOUR)
            time.sleep(0.1)
        self.assertEqual(len(self.mails(house)), 4)
        self.assertEqual(house.ctl("log", "verify").returncode, 0)

    def kept(self):
        """By each way, whether it is kept that it told that FMK is down."""
        path = os.path.join(self.run_dir, "last-resort")
        if not os.path.exists(path):
            return []
        with open(path, encoding="utf-8") as f:
            return [line.split()[2] for line in f]

    def told(self, house):
        with sqlite3.connect(house.path("alertd.db"), timeout=30) as db:
            return {r[0] for r in db.execute(
                "SELECT m.org FROM delivery d JOIN message m"
                " ON m.id = d.message JOIN org o ON m.org = o.code"
                " WHERE o.kind = 'municipality' AND d.state = 'accepted'")}

    def test_pages_are_damaged(self):
        """Its first page is good; the file is not touched."""
        house = self.open()
        db = house.path("alertd.db")
        size = os.path.getsize(db)
        with open(db, "r+b") as f:
            f.seek(4096)
            f.write(os.urandom(size - 4096))
        with open(db, "rb") as f:
            bad = f.read()
        self.run_daemon(house)
        self.until(house, lambda: self.mails(house), "it is told")
        self.assertEqual(self.subjects(house), [
            "alertd virker ikke: databasen er skadet"])
        with open(db, "rb") as f:
            self.assertEqual(f.read(), bad)

    def test_garbage_in_the_log_of_the_database(self):
        """What was never committed whole is no part of it."""
        house = self.open()
        with open(house.path("alertd.db-wal"), "wb") as f:
            f.write(os.urandom(100000))
        self.run_daemon(house)
        wait_for(lambda: "started:" in house.said(), "it starts", DEADLINE)
        self.assertIn("\nfmk@ballerup", house.ctl(
            "contacts", "export").stdout.replace("0151,FMK,", "\n"))

    def test_no_more_files(self):
        """It still can start who tells it."""
        house = self.controlled()
        self.breaks(errno.EMFILE)
        self.run_daemon(house)
        self.until(house, lambda: self.mails(house) and self.texts(house),
                   "it is told")
        self.assertEqual(self.subjects(house), [
            "alertd virker ikke: alertd må ikke åbne flere filer"])
        self.breaks("")
        self.until(house, lambda: "started:" in house.said(), "it starts", 60)
        self.until(house, lambda: len(self.mails(house)) == 2, "well", 60)

    def test_folder_is_missing(self):
        """It is a reload away from another place."""
        house = self.open()
        good = MAILDIR + ALARM
        house.write(good.replace("store: ", "store: gone/"))
        self.run_daemon(house)
        self.until(house, lambda: self.mails(house), "it is told")
        self.assertEqual(self.subjects(house), [
            "alertd virker ikke: databasens mappe mangler"])
        house.write(good)
        house.daemon.send_signal(signal.SIGHUP)
        wait_for(lambda: "started:" in house.said(), "it starts", DEADLINE)
        self.until(house, lambda: len(self.mails(house)) == 2, "well", 60)
        house.daemon.send_signal(signal.SIGTERM)
        self.assertEqual(house.daemon.wait(30), 0)

    def test_somebody_else_holds_it(self):
        """So that it cannot even be opened: he is named, and let be."""
        house = self.controlled(env={"FAULTS_HASTE": "50"})
        other = sqlite3.connect(house.path("alertd.db"), timeout=30,
                                isolation_level=None)
        self.addCleanup(other.close)
        other.execute("BEGIN IMMEDIATE")
        self.run_daemon(house)
        self.until(house, lambda: self.mails(house) and self.texts(house),
                   "it is told", LOOK)
        self.assertEqual(self.subjects(house), [
            "alertd virker ikke: et andet program låser databasen"])
        self.assertIn("Stop proces %s." % own_name(), self.mails(house)[0][1])
        self.assertIn("proces %s låser databasen" % own_name(),
                      self.texts(house)[0])
        other.execute("ROLLBACK")
        self.until(house, lambda: "started:" in house.said(), "it starts", 5)

    def test_short_fault_is_not_told(self):
        house = self.open()
        os.rename(house.path("alertd.db"), house.path("kept"))
        os.mkdir(house.path("alertd.db"))
        self.run_daemon(house)
        wait_for(lambda: "alertd.db: " in house.said(), "it fails", DEADLINE)
        os.rmdir(house.path("alertd.db"))
        os.rename(house.path("kept"), house.path("alertd.db"))
        self.until(house, lambda: "started:" in house.said(), "it starts", 5)
        for _ in range(10):
            self.pass_in(house, 60)
            time.sleep(0.05)
        self.assertEqual((self.mails(house), self.texts(house)), ([], []))


class Machine(Place):
    """A daemon at work, whose disk fails, and is mended."""

    def work(self, more="", env=None):
        """A daemon that has told an outage to everybody."""
        house = self.controlled(more, env)
        house.start()
        house.ctl(*OUTAGE)
        wait_for(lambda: self.sent(house) == ALL, "everybody", DEADLINE)
        return house

    def sent(self, house):
        with sqlite3.connect("file:%s?mode=ro" % house.path("alertd.db"),
                             uri=True, timeout=30) as db:
            return db.execute(
                "SELECT count(DISTINCT m.org) FROM delivery d JOIN message m"
                " ON m.id = d.message JOIN org o ON m.org = o.code"
                " WHERE o.kind = 'municipality' AND d.state = 'accepted'"
                " AND m.notice = (SELECT max(id) FROM notice WHERE"
                " number > 0)"
            ).fetchone()[0]

    def waiting(self, house):
        """How many recipients are not reached yet."""
        return sum(c["queued"] + c["sending"]
                   for c in house.json("status")["outbox"].values())

    def notices(self, house):
        """How many mails of the case went out, by recipient and subject."""
        new, count = house.path("Maildir/new"), {}
        for name in os.listdir(new):
            with open(os.path.join(new, name), "rb") as f:
                m = email.message_from_bytes(
                    f.read(), policy=email.policy.default)
            key = m["Message-Id"]
            count[key] = count.get(key, 0) + 1
        return count

    def goes_wrong(self, house, what, step=20):
        """Told once by mail and by SMS, and no health is claimed."""
        before = len(self.mails(house)), len(self.texts(house))
        self.until(house, lambda: (len(self.mails(house)),
                                   len(self.texts(house))) ==
                   (before[0] + 1, before[1] + 1), "it is told: " + what,
                   step)
        subject, text = self.mails(house)[-1]
        self.assertEqual(subject, "alertd virker ikke: " + what)
        self.assertIn("1 sag er åben", text)
        self.assertIn("Åbne sager: 1.", self.texts(house)[-1])
        self.systemd.heard.clear()
        for _ in range(5):
            self.pass_in(house, 60)
            time.sleep(0.05)
        self.assertEqual(self.systemd.heard, [])
        done = house.ctl("update", "1", "--text", "Nyt.", "--yes",
                         check=False)
        self.assertNotEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(len(self.mails(house)), before[0] + 1)

    def goes_well(self, house):
        before = len(self.mails(house))
        self.until(house, lambda: len(self.mails(house)) == before + 1,
                   "it is well again", 30)
        self.assertEqual(self.subjects(house)[-1], "alertd virker igen")
        wait_for(lambda: "WATCHDOG=1" in self.systemd.heard, "it is fed",
                 DEADLINE)
        # What comes now goes to everybody, and all there is went once.
        house.ctl("update", "1", "--text", "Nyt.", "--yes")
        wait_for(lambda: self.sent(house) == ALL, "everybody", DEADLINE)
        self.assertEqual(set(self.notices(house).values()), {1})
        self.assertNotIn("found a fault", house.said())

    def test_disk_fails_and_is_mended(self):
        house = self.work()
        kinds = ((errno.ENOSPC, "disken er fuld"),
                 (errno.EIO, "disken svarer med fejl"),
                 (errno.EROFS, "databasen kan ikke skrives"))
        for code, what in kinds if TORTURE else kinds[:1]:
            with self.subTest(what):
                self.breaks(code)
                self.goes_wrong(house, what)
                self.breaks("")
                self.goes_well(house)
        self.assertEqual(house.ctl("log", "verify").returncode, 0)


    def test_somebody_else_holds_the_database(self):
        """Its writers wait for nothing, and give up; readers do not."""
        house = self.work(env={"FAULTS_HASTE": "50"})
        with sqlite3.connect(house.path("alertd.db"), timeout=30,
                             isolation_level=None) as other:
            other.execute("BEGIN IMMEDIATE")
            self.goes_wrong(house, "et andet program låser databasen", LOOK)
            # It is named, and let be.
            me = own_name()
            self.assertIn("database: process %s has kept everybody from "
                          "writing it for " % me, house.said())
            self.assertIn("Stop proces %s." % me, self.mails(house)[-1][1])
            self.assertIn("proces %s låser databasen" % me,
                          self.texts(house)[-1])
            other.execute("ROLLBACK")
        other.close()
        self.goes_well(house)

    def in_state(self, house, program, state):
        """The worker that the control file has brought there; None: none."""
        return next((pid for pid in house.workers(program)
                     if stat(pid)[0] == state), None)

    def held_up(self, how, state):
        """A house of which a mail worker is so while it commits, and that."""
        house = self.controlled(env={"FAULTS_HASTE": "50"})
        house.start()
        self.breaks(0, "alertd.db-wal alertd-mail" + how)
        house.ctl(*OUTAGE)
        return house, wait_for(
            lambda: self.in_state(house, "alertd-mail", state),
            "it is there", DEADLINE)

    def test_worker_waits_for_the_disk(self):
        """It goes on when that answers: nothing is in doubt."""
        house, worker = self.held_up(" waits", "D")
        said = ("database: process %d (alertd-mail) has kept everybody from "
                "writing it for " % worker)
        self.until(house, lambda: said in house.said(), "it is seen", LOOK)
        self.until(house, lambda: self.mails(house) and self.texts(house),
                   "it is told", LOOK)
        self.assertIn("Stop proces %d (alertd-mail)." % worker,
                      self.mails(house)[0][1])
        self.assertEqual(self.in_state(house, "alertd-mail", "D"), worker)
        self.breaks("")
        wait_for(lambda: self.sent(house) == ALL and not self.waiting(house),
                 "everybody", DEADLINE)
        self.until(house, lambda: "process %d (alertd-mail) has let go" %
                   worker in house.said(), "it has let go", 5)
        self.assertIn(worker, house.workers("alertd-mail"))
        self.assertNotIn("hangs", house.said())
        self.assertEqual(set(self.notices(house).values()), {1})

    def test_worker_stops_in_a_transaction(self):
        """Nobody can write, not even what it found: it is replaced, everybody
        is told, and the on-call of it, too."""
        house, worker = self.held_up("", "T")
        self.breaks("")
        said = ("worker alertd-mail[%d] kept everybody from writing the "
                "database for " % worker)
        self.until(house, lambda: said in house.said(), "it is seen", LOOK)
        # Its messages were not the reason, and go at once.
        wait_for(lambda: "in its hands" in house.said(), "it is buried",
                 DEADLINE)
        self.assertEqual(self.blamed(house), 0)
        wait_for(lambda: house.workers("alertd-mail") not in ([], [worker]),
                 "another one", DEADLINE)
        # By mail, too.
        wait_for(lambda: self.sent(house) == ALL and not self.waiting(house),
                 "everybody", DEADLINE)
        wait_for(lambda: any(said in x.replace("\n", " ")
                             for x in self.faults(house)), "it is told",
                 DEADLINE)
        self.assertEqual(set(self.notices(house).values()), {1})
        self.assertEqual((self.mails(house), self.texts(house)), ([], []))
        self.assertEqual(house.ctl("log", "verify").returncode, 0)

    def blamed(self, house):
        """How many messages it died over."""
        with sqlite3.connect(house.path("alertd.db"), timeout=30) as db:
            return db.execute("SELECT count(*) FROM message"
                              " WHERE deaths > 0").fetchone()[0]

    def faults(self, house):
        """What the on-call was told of the self-check."""
        with sqlite3.connect(house.path("alertd.db"), timeout=30) as db:
            return [x[0] for x in db.execute(
                "SELECT detail FROM call WHERE alarm = 'self_check'")]

    def test_no_more_files(self):
        """What is open goes on; a feed that cannot be read is told, and what
        it said meanwhile goes out when it can be."""
        feed = FeedServer()
        self.addCleanup(feed.stop)
        feed.body = page()
        house = self.controlled(FEED % (feed.url + "/incidents.json"))
        house.start()
        self.until(house, lambda: self.feed_is(house, True), "it is read", 5)
        self.breaks(errno.EMFILE, "socket:")
        feed.body = fmk_is_down(self.clock)
        self.until(house, lambda: self.feed_is(house, False), "it fails", 5)
        self.until(house, lambda: self.to(house, "vagt@example.dk"),
                   "the on-call is told", 60)
        self.assertEqual((self.sent(house), self.mails(house)), (0, []))
        self.breaks("")
        self.until(house, lambda: self.sent(house) == ALL, "everybody", 5)
        self.assertEqual(set(self.notices(house).values()), {1})
        self.assertEqual(house.daemon.poll(), None)

    def feed_is(self, house, ok):
        return house.json("status")["feeds"][0]["ok"] is ok

    def to(self, house, address):
        """How many mails went there."""
        new = house.path("Maildir/new")
        count = 0
        for name in os.listdir(new) if os.path.isdir(new) else []:
            with open(os.path.join(new, name), "rb") as f:
                count += address.encode() in f.read().split(b"\n\n")[0]
        return count

    def test_time_is_set_back(self):
        """By hours, while an incident is open: no second notice, and what is
        to be repeated is not late by those hours."""
        self.monotonic = False
        house = self.controlled("notices: {repeat: 2h}\n")
        house.start()
        house.ctl(*OUTAGE)
        wait_for(lambda: self.sent(house) == ALL, "everybody", DEADLINE)
        one = "fmk@ballerup.example.dk"
        # Everybody is there when all have it by one channel.
        wait_for(lambda: self.to(house, one) == 1, "its mail", DEADLINE)
        self.pass_in(house, HOUR)
        self.pass_in(house, -7 * HOUR)
        for _ in range(10):
            self.pass_in(house, 60)
            time.sleep(0.05)
        self.assertEqual(self.to(house, one), 1)
        self.pass_in(house, 2 * HOUR)
        wait_for(lambda: self.to(house, one) == 2, "the repetition",
                 DEADLINE)
        self.pass_in(house, HOUR)
        house.ctl("update", "1", "--text", "Nyt.", "--yes")
        wait_for(lambda: self.to(house, one) == 3, "the update", DEADLINE)
        house.ctl("resolve", "1", "--text", "Forbi.", "--yes")
        wait_for(lambda: self.to(house, one) == 4, "the end", DEADLINE)
        self.assertEqual(set(self.notices(house).values()), {1})
        self.assertEqual(house.ctl("log", "verify").returncode, 0)


class ByHand(unittest.TestCase):
    """The mode of the workers, for itself."""

    def send(self, program, conf, text):
        folder = temp_folder("resort")
        self.addCleanup(shutil.rmtree, folder)
        path = os.path.join(folder, "alertd.yaml")
        with open(path, "w", encoding="utf-8") as f:
            f.write("store: gone/alertd.db\n" + conf)
        return subprocess.run(
            [os.path.join(BUILD, program), "-r", "-c", path], input=text,
            timeout=60, check=False, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, encoding="utf-8", cwd=folder)

    def test_relays_in_order(self):
        smtp = Smtpd()
        self.addCleanup(smtp.stop)
        done = self.send("alertd-mail", """
alarm: {mail: [vagt@example.dk, chef@example.dk]}
mail:
  from: "FMK-drift <fmk-drift@example.dk>"
  relays:
    - {host: 127.0.0.1, port: %d, tls: none}
    - {host: 127.0.0.1, port: %d, tls: none}
""" % (free_port(), smtp.port), "alertd virker ikke: æøå\nLinje 1\nLinje 2\n")
        self.assertEqual((done.returncode, done.stdout),
                         (0, "accepted\naccepted\n"), done.stderr)
        (_, to, text), = smtp.messages
        self.assertEqual(sorted(to), ["chef@example.dk", "vagt@example.dk"])
        m = email.message_from_bytes(text, policy=email.policy.default)
        self.assertEqual(m["Subject"], "alertd virker ikke: æøå")
        self.assertEqual(m.get_content().splitlines(), ["Linje 1", "Linje 2"])
        self.assertEqual(m["Auto-Submitted"], "auto-generated")

    def test_refused_is_no_success(self):
        smtp = Smtpd({"rcpt": "550 5.1.1 unknown"})
        self.addCleanup(smtp.stop)
        done = self.send("alertd-mail", """
alarm: {mail: [vagt@example.dk]}
mail: {from: fmk-drift@example.dk,
       relays: [{host: 127.0.0.1, port: %d, tls: none}]}
""" % smtp.port, "x\ny\n")
        self.assertEqual((done.returncode, done.stdout), (75, ""))
        self.assertIn("last resort: vagt@example.dk: permfail", done.stderr)

    def test_nobody(self):
        done = self.send("alertd-sms", "sms: {transport: file, file: sms.txt,"
                         " sender: FMK}\n", "x")
        self.assertEqual((done.returncode, done.stdout), (78, ""))
        self.assertIn("alarm.sms is empty: nobody is told", done.stderr)


if __name__ == "__main__":
    unittest.main()
