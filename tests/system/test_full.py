"""The disk of the database is full, and that of the log; or nobody reads the
log. It is told, no health is claimed, and nobody is kept waiting."""
import ctypes
import email
import email.policy
import fcntl
import http.client
import os
import shutil
import sqlite3
import subprocess
import time
import unittest

from ailing import ALL, DEADLINE, OUTAGE, Place
from servers import free_port, temp_folder, wait_for
from smtpd import Smtpd
from test_check import Watcher


def own_disk(folder):
    """A small one of its own, which nobody else sees; False: not allowed."""
    libc = ctypes.CDLL(None, use_errno=True)
    new_namespace, private = 0x20000, 0x44000
    return (libc.unshare(new_namespace) == 0 and
            libc.mount(b"none", b"/", None, private, None) == 0 and
            libc.mount(b"none", folder.encode(), b"tmpfs", 0,
                       b"size=6m,mode=0700") == 0)


class FullDisk(Place):
    """A real disk, with the database on it, is full, and has space again."""

    def on_disk(self):
        """A house whose database is on a disk of its own."""
        self.disk, elsewhere = temp_folder("disk"), temp_folder("sms")
        self.addCleanup(shutil.rmtree, elsewhere)
        self.addCleanup(os.rmdir, self.disk)
        if not own_disk(self.disk):
            self.skipTest("no disk may be mounted")
        self.addCleanup(subprocess.run, ["umount", self.disk], check=True)
        self.smtp = Smtpd()
        self.addCleanup(self.smtp.stop)
        self.watch = Watcher()
        self.addCleanup(self.watch.stop)
        self.port = free_port()
        house = self.open("""
store: %s/alertd.db
alarm: {mail: [vagt@example.dk]}
sms: {transport: file, file: %s/sms.txt, sender: FMKDRIFT}
notices: {repeat: 24h} # far off, however much time passes
mail: {from: fmk-drift@example.dk, workers: 1,
       relays: [{host: 127.0.0.1, port: %d, tls: none}]}
web: {listen: "127.0.0.1:%d"}
deadman: {url: "%s/well"}
""" % (self.disk, elsewhere, self.smtp.port, self.port,
            self.watch.url))
        self.clock_within(house, elsewhere)
        return house

    def clock_within(self, house, elsewhere):
        """The page reads nothing outside of the database's folder; and on the
        full disk no clock could be set."""
        within = os.path.join(self.disk, "clock")
        os.mkdir(within)
        subprocess.run(["mount", "--bind", elsewhere, within], check=True)
        self.addCleanup(subprocess.run, ["umount", within], check=True)
        house.env["FAKETIME_TIMESTAMP_FILE"] = self.clock.also_in(within)

    def fill(self):
        """To the last byte; the path of what fills it."""
        path = os.path.join(self.disk, "filler")
        with open(path, "wb", buffering=0) as f:
            for size in (65536, 4096, 512, 1):
                try:
                    while True:
                        f.write(b"x" * size)
                except OSError:
                    pass
        return path

    def looks_ill(self, house):
        """Whoever asks hears no word of health, for as long as it lasts."""
        self.systemd.heard.clear()
        self.watch.heard.clear()
        for _ in range(10):
            self.pass_in(house, 60)
            time.sleep(0.05)
        self.assertIn(self.health()[0], (0, 503))
        self.assertEqual((self.systemd.heard, self.watch.heard), ([], []))

    def test_full(self):
        house = self.on_disk()
        house.start()
        self.until(house, lambda: self.watch.heard, "the watcher hears", 5)
        wait_for(lambda: self.health()[0] == 200, "it is well", DEADLINE)
        house.ctl(*OUTAGE)
        wait_for(lambda: len(self.to_others()) == ALL, "everybody", DEADLINE)
        wait_for(self.stored, "it is stored", DEADLINE)
        filler = self.fill()
        self.until(house, lambda: self.to_alarm(), "it is told")
        self.assertIn("disken er fuld", self.to_alarm()[0])
        done = house.ctl("update", "1", "--text", "Nyt.", "--yes",
                         check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("make room on the disk", done.stderr)
        self.assertIn("alertd.db is full",
                      " ".join(house.ctl("status").stdout.split()))
        looked = house.ctl("selfcheck", check=False)
        self.assertEqual(looked.returncode, 1)
        self.assertIn("alertd.db is full", " ".join(looked.stdout.split()))
        self.looks_ill(house)
        os.remove(filler)
        self.until(house, lambda: len(self.to_alarm()) == 2, "well", 60)
        wait_for(lambda: self.health()[0] == 200 and self.watch.heard and
                 "WATCHDOG=1" in self.systemd.heard,
                 "all say that it is well", DEADLINE)
        self.assertEqual(len(self.to_others()), ALL)
        house.ctl("update", "1", "--text", "Nyt.", "--yes")
        wait_for(lambda: len(self.to_others()) == 2 * ALL, "everybody",
                 DEADLINE)
        self.assertEqual({self.to_others().count(a)
                          for a in self.to_others()}, {2})
        self.assertEqual(len(self.to_alarm()), 2)

    def stored(self):
        """Whether what became of each is: else it could be sent again."""
        with sqlite3.connect(os.path.join(self.disk, "alertd.db")) as db:
            return not db.execute("SELECT 1 FROM delivery WHERE state IN"
                                  " ('queued', 'sending')").fetchall()

    def health(self):
        c = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            c.request("GET", "/healthz")
            r = c.getresponse()
            return r.status, r.read().decode()
        except OSError as e:
            return 0, str(e)
        finally:
            c.close()

    def to_alarm(self):
        """Subjects of the last resort."""
        parsed = [email.message_from_bytes(t, policy=email.policy.default)
                  for _, _, t in list(self.smtp.messages)]
        return [m["Subject"] for m in parsed
                if m["Message-Id"].startswith("<alertd-resort-")]

    def to_others(self):
        return [a for _, to, _ in list(self.smtp.messages) for a in to
                if a.startswith("fmk@")]


class Log(Place):
    """A log that cannot be written is told, and keeps nobody waiting."""

    def with_log(self, house, log):
        kept, house.log = house.log, log
        self.run_daemon(house)
        house.log = kept

    def problems(self, house):
        return [x for x in house.ctl("status").stdout.splitlines()
                if "the log cannot be written" in x]

    def told(self, house):
        with sqlite3.connect(house.path("alertd.db"), timeout=30) as db:
            return len(db.execute(
                "SELECT DISTINCT m.org FROM delivery d JOIN message m"
                " ON m.id = d.message JOIN org o ON m.org = o.code WHERE o.kind = 'municipality'"
                " AND d.state = 'accepted'").fetchall())

    def test_nobody_reads(self):
        house = self.open()
        reader, writer = os.pipe()
        fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
        self.with_log(house, writer)
        os.close(writer)
        wait_for(lambda: house.workers("alertd-mail"), "it starts", DEADLINE)
        house.ctl(*OUTAGE)
        wait_for(lambda: self.told(house) == ALL, "everybody", DEADLINE)
        self.until(house, lambda: self.problems(house), "it is told", 60)
        self.assertIn("Resource temporarily unavailable",
                      self.problems(house)[0])
        self.assertEqual(self.mails(house), [])
        said = []
        with open(reader, "rb") as f:
            os.set_blocking(reader, False)

            def well():
                said.append(f.read() or b"")
                return not self.problems(house)
            self.until(house, well, "well", 60)
        self.assertRegex(b"".join(said).decode(), r"log: \d+ lines are lost")

    def test_disk_of_the_log_is_full(self):
        house = self.open()
        with open("/dev/full", "wb") as full:
            self.with_log(house, full)
        wait_for(lambda: self.problems(house), "it is told", DEADLINE)
        self.assertIn("No space left on device", self.problems(house)[0])


if __name__ == "__main__":
    unittest.main()
