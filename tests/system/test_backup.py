"""Backups while everything runs, and the database restored from one: never
half of anything, and nothing goes out that may have been sent since."""
import contextlib
import glob
import os
import shutil
import sqlite3
import subprocess
import unittest

from house import CTL, SAMPLE, House
from servers import SANITIZED, free_port, temp_folder, wait_for

CONF = """\
store: alertd.db
feeds: [{name: nspop, kind: statuspage, url: "http://127.0.0.1:1"}]
alarm: {mail: [vagt@example.dk]}
mail: {transport: maildir, maildir: Maildir, from: fmk-drift@example.dk}
sms: {transport: file, file: sms.txt, sender: FMKDRIFT}
"""
SEND = ("send", "--effect", "outage", "--title", "FMK kan ikke bruges",
        "--text", "SDS undersøger fejlen.", "--yes", "--again")
WORKERS = ("alertd-mail", "alertd-sms", "alertd-web")
DATAERR, TEMPFAIL = 65, 75


def look(path, sql):
    with contextlib.closing(sqlite3.connect(path)) as db:
        return db.execute(sql).fetchone()[0]


def whole(path):
    return look(path, "PRAGMA integrity_check") == "ok"


def few(path):
    """A contacts file of the first three."""
    with open(path, "w", encoding="utf-8") as out, \
            open(SAMPLE, encoding="utf-8") as f:
        out.writelines(f.readlines()[:4])


class Running(unittest.TestCase):
    def setUp(self):
        self.house = House(CONF)
        self.addCleanup(self.house.stop)

    def path(self, name):
        return self.house.path(name)

    def mails(self):
        return len(glob.glob(self.path("Maildir/new/*")))

    def test_while_it_sends(self):
        """To all of them; each backup is one moment of it."""
        os.mkdir(self.path("kept"))
        self.house.start()
        self.house.ctl(*SEND)
        found, over = [], False
        while not over:
            over = self.mails() >= 98
            found.append(self.house.json(
                "backup", self.path("last.db"), "--force"))
        self.assertEqual([f["incidents"] for f in found], [1] * len(found))
        self.assertTrue(whole(self.path("last.db")))
        self.assertEqual(os.stat(self.path("last.db")).st_mode & 0o777, 0o600)
        done = self.house.ctl("restore", self.path("last.db"), "--yes",
                              check=False)
        self.assertEqual(done.returncode, TEMPFAIL)
        self.assertIn("process %d sends" % self.house.daemon.pid, done.stderr)
        self.house.ctl("restore", self.path("last.db"), "--check")
        self.house.ctl("backup", self.path("kept"), "--keep", "1")
        self.assertEqual(len(os.listdir(self.path("kept"))), 1)

    def test_restored(self):
        """What was queued is not sent, what is open waits, the end goes."""
        few(self.path("few.csv"))
        self.house.ctl("contacts", "import", self.path("few.csv"),
                       "--replace", "--force")
        self.house.ctl(*SEND)
        told = self.mails()
        with contextlib.closing(sqlite3.connect(self.path("alertd.db"))) as db:
            db.execute("UPDATE delivery SET state = 'queued', done = NULL,"
                       " told = 0")
            db.execute("UPDATE message SET due = 1")
            db.execute("UPDATE incident SET last_notice_at = last_notice_at"
                       " - 30000")
            db.commit()
        self.house.ctl("backup", self.path("last.db"))
        for f in glob.glob(self.path("alertd.db*")):
            os.unlink(f)
        self.house.ctl("restore", self.path("last.db"), "--yes")
        self.house.start()
        wait_for(lambda: look(self.path("alertd.db"), "SELECT count(*) FROM"
                              " self_check") > 0, "it looks at itself")
        self.assertEqual(look(
            self.path("alertd.db"), "SELECT count(*) FROM delivery WHERE"
            " number > 0 AND state <> 'cancelled'"), 0)
        self.assertLess(self.mails(), told + 5)  # pages alone
        self.house.ctl("resolve", "1", "--yes")
        wait_for(lambda: self.mails() >= told + told, "all hear the end")

    def blind(self, words):
        """alertd stays, to tell the on-call, but opens nothing; its log."""
        path = self.path("blind.log")
        with open(path, "wb") as log:
            daemon = subprocess.Popen(
                [self.house.program, "-c", self.house.conf], stderr=log)
        self.addCleanup(daemon.wait)
        self.addCleanup(daemon.kill)

        def said():
            with open(path, encoding="utf-8") as f:
                return f.read()

        wait_for(lambda: words in said() or daemon.poll() is not None, words)
        self.assertIsNone(daemon.poll(), said())
        daemon.terminate()
        self.assertEqual(daemon.wait(60), 0)
        return said()

    def test_damaged(self):
        """It is not opened, not changed, and the remedy is named."""
        self.house.ctl("backup", self.path("last.db"))
        with open(self.path("alertd.db"), "r+b") as f:
            f.seek(4096 * 5)
            f.write(b"\xa5" * 4096 * 20)
        with open(self.path("alertd.db"), "rb") as f:
            before = f.read()
        self.blind('"alertctl restore FILE"')
        with open(self.path("alertd.db"), "rb") as f:
            self.assertEqual(f.read(), before)
        done = self.house.ctl("backup", self.path("bad.db"), check=False)
        self.assertEqual(done.returncode, DATAERR)
        self.assertFalse(os.path.exists(self.path("bad.db")))
        self.house.ctl("restore", self.path("last.db"), "--yes")
        self.house.start()

    def test_newer(self):
        """Every program refuses it, names both, and leaves it as it is."""
        self.house.write(CONF + 'web: {listen: "127.0.0.1:%d"}\n' %
                         free_port())
        with contextlib.closing(sqlite3.connect(self.path("alertd.db"))) as db:
            db.execute("PRAGMA user_version = 99")
        with open(self.path("alertd.db"), "rb") as f:
            before = f.read()
        self.assertRegex(self.blind("schema 99"),
                         r"schema 99, this version knows \d+")
        for name in WORKERS:
            done = subprocess.run(
                [os.path.join(os.path.dirname(CTL), name), "-c",
                 self.house.conf], timeout=60, stderr=subprocess.PIPE,
                encoding="utf-8", check=False)
            self.assertNotEqual(done.returncode, 0, name)
            self.assertRegex(done.stderr, r"schema 99, this version knows \d+")
        for command in (["status"], SEND, ["backup", self.path("b.db")]):
            done = self.house.ctl(*command, check=False)
            self.assertNotEqual(done.returncode, 0, command)
            self.assertIn("schema 99", done.stderr)
        with open(self.path("alertd.db"), "rb") as f:
            self.assertEqual(f.read(), before)
        self.assertFalse(os.path.exists(self.path("alertd.db-wal")))


@unittest.skipUnless(shutil.which("strace"), "no strace")
@unittest.skipIf(SANITIZED, "strace and LeakSanitizer exclude each other")
class Killed(unittest.TestCase):
    """At each step that is to be safe on the disk."""

    def setUp(self):
        self.dir = temp_folder("killed")
        self.addCleanup(shutil.rmtree, self.dir)
        os.mkdir(self.path("was"))
        few(self.path("few.csv"))
        with open(self.path("alertd.yaml"), "w", encoding="utf-8") as f:
            f.write(CONF)
        self.ctl("contacts", "import", self.path("few.csv"))
        self.ctl("backup", self.path("was/backup.db"))
        self.ctl(*SEND)
        shutil.copy(self.path("alertd.db"), self.path("was/alertd.db"))

    def path(self, name):
        return os.path.join(self.dir, name)

    def ctl(self, *args, before=()):
        return subprocess.run(
            [*before, CTL, "-c", self.path("alertd.yaml"), *args],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, encoding="utf-8", check=not before,
            timeout=60)

    def kills(self, *args):
        """Once for each call that matters, from the same state each time."""
        for call, step in (("fsync", 1), ("link", 1), ("rename", 1),
                           ("unlink", 3), ("fdatasync", 4)):
            for n in range(1, 60, step):
                for f in glob.glob(self.path("*.db*")) + glob.glob(
                        self.path(".*.part*")):
                    os.unlink(f)
                for f in os.listdir(self.path("was")):
                    shutil.copy(self.path("was/" + f), self.path(f))
                done = self.ctl(*args, before=[
                    "strace", "-f", "-qq", "-o", "/dev/null", "-e",
                    "inject=%s:signal=KILL:when=%d" % (call, n)])
                if done.returncode == 0:
                    break
                yield "%s %d" % (call, n)

    def test_backup(self):
        n = 0
        for at in self.kills("backup", self.path("new.db")):
            n += 1
            self.assertTrue(whole(self.path("alertd.db")), at)
            if os.path.exists(self.path("new.db")):
                self.assertTrue(whole(self.path("new.db")), at)
                self.assertEqual(look(self.path("new.db"),
                                      "SELECT count(*) FROM incident"), 1)
        self.assertGreater(n, 4)

    def test_restore(self):
        seen = set()
        for at in self.kills("restore", self.path("backup.db"), "--yes"):
            self.assertTrue(whole(self.path("alertd.db")), at)
            made = look(self.path("alertd.db"),
                        "SELECT count(*) FROM restored")
            seen.add(made)
            self.assertEqual(look(
                self.path("alertd.db"), "SELECT count(*) FROM incident"),
                1 - made, at)
            kept = glob.glob(self.path("alertd.db.before-*"))
            if made:
                self.assertEqual(len(kept), 1, at)
        self.assertEqual(seen, {0, 1})


if __name__ == "__main__":
    unittest.main()
