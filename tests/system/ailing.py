"""A house with which something is wrong: what the last resort tells of it, what
systemd hears, and a file that says which calls of its programs fail."""
import email
import email.policy
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import threading
import time
import unittest

from house import House, event, page
from madeclock import LIBRARY, MadeClock
from servers import BUILD, temp_folder, wait_for

ALARM = 'alarm: {mail: [vagt@example.dk], sms: ["+45 00 00 00 01"]}\n'
MAILDIR = """
store: alertd.db
sms: {transport: file, file: sms.txt, sender: FMKDRIFT}
mail:
  transport: maildir
  maildir: Maildir
  from: "FMK-drift <fmk-drift@example.dk>"
"""
FEED = "feeds: [{name: nspop, kind: statuspage, url: %s, poll: 10s}]\n"
DEADLINE = 60
FAULTS = os.path.join(BUILD, "tests", "system", "faults.so")
HOUR = 3600
OUTAGE = ("send", "--effect", "outage", "--title", "FMK er nede",
          "--text", "Meldt af vagten.", "--yes")
# A few municipalities are enough, and much quicker.
CONTACTS = """organisation,name,email,phone
0101,FMK,fmk@koebenhavn.example.dk,+45 00 00 00 03
0147,FMK,fmk@frederiksberg.example.dk,+45 00 00 00 04
0151,FMK,fmk@ballerup.example.dk,+45 00 00 00 05
"""
ALL = 3


def fmk_is_down(clock):
    """What a feed says."""
    return page(event("e1", "FMK er nede", "FMK kan ikke bruges.",
                      "investigating", time.strftime(
                          "%Y-%m-%dT%H:%M:%SZ", time.gmtime(clock.now()))))


class Systemd:
    """Who listens at NOTIFY_SOCKET."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "notify")
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(self.path)
        self.heard = []
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            line = self.socket.recv(4096).decode()
            if line == "":
                return
            self.heard += line.splitlines()

    def stop(self):
        self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()


@unittest.skipUnless(os.path.exists(LIBRARY), "no libfaketime")
class Place(unittest.TestCase):
    """A house whose daemon need not come up."""

    monotonic = True  # whether all clocks are made

    def open(self, conf=MAILDIR + ALARM, env=None):
        self.clock = MadeClock(time.time(), monotonic=self.monotonic)
        self.addCleanup(self.clock.stop)
        self.run_dir = temp_folder("run")
        self.addCleanup(shutil.rmtree, self.run_dir)
        house = House(conf, {**self.clock.env, **(env or {})}, CONTACTS)
        self.systemd = Systemd(house.folder)
        self.addCleanup(self.systemd.stop)
        self.addCleanup(house.stop)
        house.env.update(NOTIFY_SOCKET=self.systemd.path,
                         RUNTIME_DIRECTORY=self.run_dir)
        return house

    def controlled(self, more="", env=None):
        """A house whose control file says what fails; nothing yet."""
        self.control = os.path.join(temp_folder("control"), "faults")
        self.addCleanup(shutil.rmtree, os.path.dirname(self.control))
        self.breaks("")
        house = self.open(MAILDIR + ALARM + more, env)
        house.env["FAULTS_FILE"] = self.control
        house.env["LD_PRELOAD"] += " " + FAULTS
        return house

    def breaks(self, code, path="alertd.db"):
        text = b"" if code == "" else b"%d %s" % (code, path.encode())
        with open(self.control, "r+b" if os.path.exists(self.control)
                  else "wb") as f:
            f.write(text.ljust(4096, b"\0"))

    def run_daemon(self, house):
        """Whether or not it can open its store."""
        house.daemon = subprocess.Popen(
            [house.program, "-c", house.conf], stdin=subprocess.DEVNULL,
            stdout=house.log, stderr=house.log, cwd=house.folder,
            env=house.env)

    def pass_in(self, house, seconds):
        """So much time passes, and the daemon wakes up."""
        self.clock.forward(seconds)
        house.daemon.send_signal(signal.SIGCHLD)

    def until(self, house, condition, what, step=20):
        """Time passes until it is so."""
        def look():
            if condition():
                return True
            self.pass_in(house, step)
            return False
        wait_for(look, what, DEADLINE)

    def mails(self, house):
        """To the on-call by the last resort: subject and text."""
        new = house.path("Maildir/new")
        found = []
        for name in sorted(os.listdir(new)) if os.path.isdir(new) else []:
            with open(os.path.join(new, name), "rb") as f:
                m = email.message_from_bytes(
                    f.read(), policy=email.policy.default)
            if m["Message-Id"].startswith("<alertd-resort-"):
                found.append((m["Subject"], m.get_content()))
        return found

    def subjects(self, house):
        return [s for s, _ in self.mails(house)]

    def texts(self, house):
        """The same by SMS."""
        try:
            with open(house.path("sms.txt"), encoding="utf-8") as f:
                return [line.strip() for line in f
                        if line.startswith("    ") and (
                            "alertd virker" in line or
                            "kan ikke sende" in line)]
        except FileNotFoundError:
            return []

    def records(self, house):
        with sqlite3.connect(house.path("alertd.db"), timeout=30) as db:
            return [r[0] for r in db.execute(
                "SELECT detail FROM audit WHERE action = 'lastresort.told'"
                " ORDER BY seq")]
