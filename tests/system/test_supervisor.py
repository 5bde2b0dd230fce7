"""The processes beside the daemon: one that hangs is replaced, one that ends
again and again or is not there is told, and the page never keeps a notice
back."""
import glob
import http.client
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import time
import unittest

from house import House
from madeclock import LIBRARY, MadeClock
from servers import BUILD, ROOT, free_port, temp_folder, wait_for

MAIL = """
alarm: {mail: [vagt@example.dk]}
mail: {transport: maildir, maildir: Maildir, from: fmk-drift@example.dk}
"""
SMS = "sms: {transport: file, file: sms.txt, sender: FMKDRIFT}\n"
WEB = 'web: {listen: "127.0.0.1:%d"}\n'
PROBLEM = "PROBLEM  self-check: "
DEADLINE = 60


@unittest.skipUnless(os.path.exists(LIBRARY), "no libfaketime")
class Supervisor(unittest.TestCase):
    def setUp(self):
        self.port = free_port()
        self.clock = MadeClock(time.time(), monotonic=True)
        self.addCleanup(self.clock.stop)

    def open(self, conf, programs=None):
        """programs: names of those that are installed; None = all."""
        house = House("store: alertd.db\n" + conf, env=self.clock.env)
        self.addCleanup(house.stop)
        if programs is not None:
            self.folder = temp_folder("programs")
            self.addCleanup(shutil.rmtree, self.folder)
            for name in ("alertd",) + programs:
                self.install(name)
            house.program = os.path.join(self.folder, "alertd")
        return house

    def install(self, name):
        """At once, as install(1) does not: nobody may see a half of it."""
        path = os.path.join(self.folder, name)
        shutil.copy(os.path.join(BUILD, name), path + ".new")
        os.rename(path + ".new", path)

    def answers(self):
        c = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            c.request("GET", "/")
            return c.getresponse().status == 200
        except OSError:
            return False
        finally:
            c.close()

    def minutes(self, house, condition, what):
        """Minute after minute passes, until it is so."""
        def later():
            self.clock.pass_in(house, 60)
            for _ in range(20):
                if condition():
                    return True
                time.sleep(0.05)
            return False

        wait_for(later, what, DEADLINE)

    def problems(self, house):
        return [x for x in house.ctl("status").stdout.splitlines()
                if x.startswith(PROBLEM)]

    def mails(self, house):
        new = house.path("Maildir/new")
        texts = []
        for name in os.listdir(new) if os.path.isdir(new) else []:
            with open(os.path.join(new, name), encoding="utf-8") as f:
                texts.append(f.read())
        return texts

    def told(self, house):
        with sqlite3.connect(house.path("alertd.db"), timeout=30) as db:
            return db.execute(
                "SELECT count(DISTINCT m.org) FROM delivery d JOIN message m"
                " ON m.id = d.message JOIN org o ON m.org = o.code WHERE o.kind = 'municipality'"
                " AND d.state = 'accepted'").fetchone()[0]

    def looks(self, house):
        """At itself, once more."""
        before = house.json("status")["self_check"]["at"]
        self.clock.pass_in(house, 61)
        wait_for(lambda: house.json("status")["self_check"]["at"] != before,
                 "a self-check", DEADLINE)

    def well_again(self, house, up):
        """What was down is up, and after a minute on end believed to be."""
        self.clock.pass_in(house, 60)
        wait_for(up, "it is started", DEADLINE)
        # Who has answered us has answered the daemon: no jump hurts it.
        self.minutes(house, lambda: up() and
                     "self-check: well again" in house.said(), "it is over")
        wait_for(lambda: self.problems(house) == [], "it is stored", DEADLINE)

    def test_page_that_hangs_is_replaced(self):
        house = self.open(MAIL + SMS + WEB % self.port)
        house.start()
        wait_for(self.answers, "the page")
        # Whatever the clock does, who answers is let be.
        first = house.workers("alertd-web")[0]
        for _ in range(3):
            self.looks(house)
            self.assertTrue(self.answers())
        self.assertEqual(house.workers("alertd-web"), [first])
        os.kill(first, signal.SIGSTOP)
        # Its last answer is taken, with the next question; then it is silent.
        self.looks(house)
        self.looks(house)
        self.assertIn("worker alertd-web[%d]: hangs" % first, house.said())
        wait_for(lambda: house.workers("alertd-web") not in ([], [first]),
                 "another one", DEADLINE)
        wait_for(self.answers, "the page is back", DEADLINE)
        self.assertEqual(house.said().count("hangs"), 1)
        self.assertEqual(self.problems(house), [])

    def test_without_the_starter_it_ends(self):
        house = self.open(MAIL)
        house.start()
        wait_for(lambda: house.workers("alertd-mail"), "a worker")
        os.kill(house.workers("alertd$")[0], signal.SIGKILL)
        self.assertEqual(house.daemon.wait(DEADLINE), 71)
        self.assertIn("the process that starts programs is gone: alertd ends, "
                      "to be started again", house.said())

    def test_port_is_taken(self):
        house = self.open(MAIL + SMS + WEB % self.port)
        with socket.socket() as other:
            other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            other.bind(("127.0.0.1", self.port))
            other.listen()
            house.start()
            wait_for(lambda: "ended with status 69" in house.said(),
                     "it ends", DEADLINE)
            self.assertEqual(self.problems(house), [])
            self.minutes(house, lambda: self.problems(house), "it is told")
            self.assertEqual(self.problems(house), [
                PROBLEM + "alertd-web ends at once, status 69, so the page "
                "and its links do not work: is another program at "
                "web.listen?"])
            wait_for(lambda: any("alertd-web ends at once" in m
                                 for m in self.mails(house)), "the page",
                     DEADLINE)
            # A reload that helps nothing does not make it well.
            house.daemon.send_signal(signal.SIGHUP)
            wait_for(lambda: "reload: " in house.said(), "the reload",
                     DEADLINE)
            self.looks(house)
            self.assertEqual(len(self.problems(house)), 1)
        self.well_again(house, self.answers)

    def test_page_is_not_installed(self):
        house = self.open(MAIL + SMS + WEB % self.port,
                          ("alertd-mail", "alertd-sms"))
        house.start()
        wait_for(lambda: self.problems(house), "it is told", DEADLINE)
        self.assertEqual(self.problems(house), [
            PROBLEM + "alertd-web is not installed, so the page and its "
            "links do not work: put it beside alertd or into "
            "../libexec/alertd"])
        self.assertIn("worker alertd-web: alertd-web is not beside", house.said())
        # And everybody is told.
        house.ctl("send", "--effect", "outage", "--title", "FMK er nede",
                  "--text", "Meldt af vagten.", "--yes")
        wait_for(lambda: self.told(house) == 98, "every municipality",
                 DEADLINE)
        # No restart is needed to put it there.
        self.install("alertd-web")
        self.well_again(house, self.answers)

    def test_only_what_is_on_is_needed(self):
        house = self.open(SMS, ("alertd-sms",))
        house.start()
        self.looks(house)
        self.assertNotIn("alertd-web", house.said())
        self.assertEqual(self.problems(house), [])

    def test_what_delivers_is_needed(self):
        house = self.open(MAIL + SMS, ("alertd-sms",))
        done = subprocess.run(
            [house.program, "-c", house.conf], timeout=30, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            encoding="utf-8")
        self.assertEqual(done.returncode, 71)
        self.assertIn("alertd-mail is not beside", done.stdout)

    def test_worker_that_ends_at_once(self):
        house = self.open(MAIL + SMS, ("alertd-mail", "alertd-sms"))
        path = os.path.join(self.folder, "alertd-mail")
        with open(path, "w", encoding="utf-8") as f:
            f.write("#!/bin/sh\nexit 70\n")
        house.start()
        self.minutes(house, lambda: self.problems(house), "it is told")
        self.assertEqual(self.problems(house), [
            PROBLEM + "alertd-mail ends at once, status 70, so mail is sent "
            "late or not at all: the log says why"])
        self.install("alertd-mail")
        self.well_again(house,
                        lambda: len(house.workers("alertd-mail")) == 1)


class Unit(unittest.TestCase):
    def setUp(self):
        with open(os.path.join(ROOT, "etc/systemd/alertd.service"),
                  encoding="utf-8") as f:
            self.text = f.read()

    def test_memory(self):
        """The page is killed for it: the rest of the unit goes on."""
        self.assertRegex(self.text, r"(?m)^OOMPolicy=continue$")

    def test_malloc(self):
        """As alertd starts its workers and the page."""
        with open(os.path.join(ROOT, "alertd/starter.c"),
                  encoding="utf-8") as f:
            said = re.search(r'#define MALLOC "(.*)"', f.read())[1]
        self.assertIn("\nEnvironment=GLIBC_TUNABLES=%s\n" % said, self.text)

    def test_start(self):
        """A large database is brought up to date before it is ready."""
        self.assertRegex(self.text, r"(?m)^TimeoutStartSec=30min$")

    @unittest.skipUnless(shutil.which("systemd-analyze"), "no systemd-analyze")
    def test_verify(self):
        folder = temp_folder("unit")
        self.addCleanup(shutil.rmtree, folder)
        units = glob.glob(os.path.join(ROOT, "etc/systemd/*.[st]*"))
        units = [u for u in units if not u.endswith(".sysusers")]
        self.assertEqual(len(units), 3)
        for unit in units:
            with open(unit, encoding="utf-8") as f:
                text = f.read()
            with open(os.path.join(folder, os.path.basename(unit)), "w",
                      encoding="utf-8") as f:
                f.write(text.replace("/usr/local/bin/",
                                     os.path.abspath(BUILD) + "/"))
        done = subprocess.run(
            ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no",
             *glob.glob(os.path.join(folder, "*"))],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
            encoding="utf-8")
        self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_backup(self):
        """The backup of the timer runs as alertd, and may write both."""
        with open(os.path.join(ROOT, "etc/systemd/alertd-backup.service"),
                  encoding="utf-8") as f:
            text = f.read()
        self.assertRegex(text, r"(?m)^User=alertd$")
        self.assertRegex(text, r"(?m)^ReadWritePaths=/var/lib/alertd ")


if __name__ == "__main__":
    unittest.main()
