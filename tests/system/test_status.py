"""alertctl status as the operator sees it at three: in a real terminal, with
and without colours, again and again, with and without the daemon."""
import itertools
import os
import re
import signal
import sqlite3
import subprocess
import threading
import unittest

from house import CTL, House
from servers import wait_for
from smtpd import Smtpd
from terminal import Terminal

ESCAPE = "\033["
CONF = """\
store: alertd.db
mail: {transport: maildir, maildir: Maildir, from: "a <a@example.dk>"}
sms: {transport: file, file: sms.txt, sender: FMKDRIFT}
"""
SLOW = """\
store: alertd.db
mail:
  from: "FMK-drift <fmk-drift@example.dk>"
  workers: 1
  relays: [{host: 127.0.0.1, port: %d, tls: none}]
"""
SEND = ("send", "--effect", "outage", "--title", "FMK er nede", "--text",
        "Vi undersøger det.")


class Case(unittest.TestCase):
    def house(self, conf=CONF):
        house = House(conf)
        self.addCleanup(house.stop)
        return house

    def terminal(self, house, *args, **more):
        t = Terminal(CTL, "-c", house.conf, *args, folder=house.folder,
                     **more)
        self.addCleanup(t.close)
        return t

    def shown(self, house, *args, colour=False, **more):
        """The screen after alertctl has ended there."""
        t = self.terminal(house, *args, **more)
        self.assertEqual(t.status(), 0)
        return t.screen(colour=colour)


class OneScreen(Case):
    def setUp(self):
        self.home = self.house()

    def test_all_is_well(self):
        self.home.start()
        shown = self.shown(self.home, "status").split("\n")
        self.assertRegex(shown[0], r"^\d\d:\d\d:\d\d Nothing is open. "
                         r"No problem.$")
        self.assertEqual(
            [x for x in shown if x.startswith("well")],
            ["well     alertd runs (process %d); nothing waits to be sent; "
             "no feed is" % self.home.daemon.pid])
        # The map: 98 municipalities, three letters and a sign.
        self.assertEqual(len(re.findall(r"\w{3}\+", "\n".join(shown))), 98)
        self.assertRegex(shown[3], r"98/98 municipalities have contacts$")
        self.assertRegex(shown[4], r"\+ has contacts  - none$")

    def test_an_outage_in_80_by_24(self):
        self.home.start()
        self.home.ctl(*SEND, "--yes")
        wait_for(lambda: self.home.json("status")["incidents"][0]["progress"]
                 ["told"] == 495, "everybody has it", 60)
        shown = self.shown(self.home, "status")
        rows = shown.split("\n")
        self.assertLess(len(rows), 24)
        self.assertIn(" 1 OPEN. No problem.", rows[0])
        self.assertIn("OPEN     FMK-", rows[1])
        self.assertRegex(shown, r"next notice in [12]:\d\d:\d\d, at [-\d :]+; "
                         r"since [-\d :]+ \(\d+\w\), 1 notice\n")
        self.assertIn("notice 1: 98/98 municipalities reached, 495/495 people"
                      "\n", shown)
        self.assertEqual(len(re.findall(r"\w{3}#", shown)), 98)
        self.assertLessEqual(max(len(x) for x in rows), 80)

    def test_colours(self):
        self.home.ctl(*SEND, "--yes")
        self.assertIn(ESCAPE, self.shown(self.home, "status", colour=True))
        for args, env in ((["--no-color", "status"], {}),
                          (["status", "--no-color"], {}),
                          (["status"], {"NO_COLOR": "1"}),
                          (["status"], {"TERM": "dumb"})):
            shown = self.shown(self.home, *args, colour=True, env=env)
            self.assertIn("OPEN     FMK-", shown)
            self.assertNotIn(ESCAPE, shown, args)
        self.assertNotIn(ESCAPE, self.home.ctl("status").stdout)
        # Nothing is said by colour alone.
        plain = self.shown(self.home, "status", env={"NO_COLOR": "1"})
        self.assertEqual(
            self.timeless(plain),
            self.timeless(self.shown(self.home, "status")))

    @staticmethod
    def timeless(text):
        """Without its numbers and what they are of: 59s may be 1m now."""
        return re.sub(r"[\d:]+[smhd]?", "", text)

    def test_narrow_and_not_utf8(self):
        for more in ({"columns": 60}, {"env": {"LC_ALL": "C"}}):
            shown = self.shown(self.home, "status", rows=40, **more)
            self.assertRegex(shown, r"\n  Region Hovedstaden  \++\n")
            self.assertNotIn("HJØ", shown)

    def test_what_has_to_be_done_comes_first(self):
        """A decision, a failure and more than fits, without the daemon."""
        house = self.home
        with sqlite3.connect(house.path("alertd.db")) as db:
            for i in range(1, 4):
                db.execute(
                    "INSERT INTO incident (id, state, kind, effect, online,"
                    " path, service, title, news, url, reason, feed, since,"
                    " opened_at, planned, reminded, notices, change, fresh,"
                    " change_reason, over, told_effect, told_online) VALUES"
                    " (?, ?, 'actual', 'outage', 'unknown', 0, 'FMK', 'Nede',"
                    " '', '', 'FMK is named', '', 1, 1, 0, 0, 0, 0, 1, '', 0,"
                    " 'none', 'unknown')",
                    (i, "pending" if i == 3 else "open"))
        shown = self.shown(house, "status", rows=24)
        rows = shown.split("\n")
        self.assertIn("1 DECISION WAITS. 2 OPEN. 1 PROBLEM.", rows[0])
        self.assertRegex(rows[1], "^PENDING  FMK-.*0003  outage of FMK: Nede")
        self.assertEqual(rows[2], "DECIDE   alertctl approve 3, alertctl "
                         "dismiss 3")
        self.assertIn("PROBLEM  alertd is not running, no feed is read and no "
                      "repeat is sent: alertd -c", shown)
        self.assertIn("98/98 municipalities have contacts", shown)

    def test_a_draft_waits(self):
        house = self.home
        t = self.terminal(house, "send", "--title", "FMK er nede")
        t.wait("the name of another one [FMK]")
        t.type("1")
        # Nobody is told of it while somebody is typing.
        wait_for(lambda: house.json("drafts", "list"), "it is kept")
        self.assertNotIn("DRAFT", house.ctl("status").stdout)
        t.key("C-c")
        t.status()
        said = house.ctl("status").stdout
        self.assertRegex(said, r"^\d\d:\d\d:\d\d Nothing is open. 1 draft. 1 "
                         "PROBLEM.\n")
        self.assertRegex(said, r"\nDRAFT    .*FMK er nede \(user \w+, [-\d :]+"
                         r"\) is NOT SENT: alertctl send --draft, or alertctl "
                         r"drafts drop 1\n")
        self.assertEqual(house.json("status")["drafts"],
                         house.json("drafts", "list"))

    def test_what_is_over_is_no_problem(self):
        """The outbox of long ago is counted, but no problem is made of it."""
        house = self.home
        house.ctl(*SEND, "--yes")
        with sqlite3.connect(house.path("alertd.db")) as db:
            db.execute("UPDATE delivery SET state = 'failed' WHERE"
                       " message IN (SELECT id FROM message WHERE org ="
                       " '0101') AND address LIKE '%@%'")
            failed = db.execute("SELECT count(*) FROM delivery WHERE state ="
                                " 'failed'").fetchone()[0]
        words = "PROBLEM  %d deliveries failed: alertctl outbox" % failed
        self.assertIn(words, house.ctl("status").stdout)
        self.assertEqual(house.json("status")["failed"], failed)
        house.ctl("resolve", "--yes")
        self.assertIn(words, house.ctl("status").stdout)
        with sqlite3.connect(house.path("alertd.db")) as db:
            db.execute("UPDATE message SET created = created - 86410")
        self.assertNotIn("failed", house.ctl("status").stdout)
        j = house.json("status")
        self.assertEqual(j["failed"], 0)
        self.assertEqual(j["outbox"]["mail"]["failed"], failed)
        self.assertEqual(j["queue"]["mail"],
                         {"waiting": 0, "held": 0, "oldest": None})


class Watch(Case):
    def test_watch(self):
        house = self.house()
        house.start()
        t = Terminal("/bin/sh", "-c", "echo before; %s -c %s status --watch=1;"
                     " echo after $?; read x" % (CTL, house.conf))
        self.addCleanup(t.close)
        t.wait("q leaves")
        self.assertNotIn("before", t.screen())
        first = t.screen().split("\n")[0]
        wait_for(lambda: t.screen().split("\n")[0] != first, "it ticks")
        house.ctl(*SEND, "--yes")
        wait_for(lambda: "1 OPEN" in t.screen(), "it is read again")
        wait_for(lambda: "98/98 municipalities reached" in t.screen(),
                 "how far it is")
        # The map gives way, and what is left out is said.
        t.resize(80, 8)
        wait_for(lambda: "make the window higher" in t.screen() or
                 "reach " in t.screen(), "the new size")
        self.assertNotIn("HJØ", t.screen())
        # As wide as before: what is wider tmux folds when it puts the screen
        # back, and leaves some of it there.
        t.resize(80, 30)
        wait_for(lambda: "HJØ" in t.screen(), "the new size")
        house.daemon.send_signal(signal.SIGTERM)
        house.daemon.wait(60)
        wait_for(lambda: "PROBLEM  alertd is not running" in t.screen(),
                 "that alertd is gone")
        t.key("q")
        t.wait("after 0")
        wait_for(lambda: "before" in t.screen() and
                 "PROBLEM" not in t.screen(), "the screen is put back")

    def test_put_back(self):
        """The screen, by whatever it ends; and the keys, when it stops."""
        house = self.house()
        for how in ("C-c", "TERM"):
            t = Terminal("/bin/sh", "-c", "trap : INT; echo before; %s -c %s "
                         "status --watch; echo after $?; stty -a | tr ';' "
                         "'\\n' | grep -w icanon; read x" % (CTL, house.conf))
            self.addCleanup(t.close)
            t.wait("q leaves")
            if how == "TERM":
                pid = subprocess.run(
                    ["pgrep", "-P", str(t.pid)], check=True,
                    stdout=subprocess.PIPE, encoding="utf-8").stdout
                os.kill(int(pid), signal.SIGTERM)
            else:
                t.key(how)
            t.wait("after 0")
            self.assertIn("before", t.screen())
            wait_for(lambda: " icanon" in t.screen(), "keys as before")
            self.assertNotIn("-icanon", t.screen())

    def test_a_database_that_goes_away(self):
        house = self.house()
        t = self.terminal(house, "status", "--watch=1")
        t.wait("98/98 municipalities")
        # No query works while somebody has the whole schema away.
        with sqlite3.connect(house.path("alertd.db")) as db:
            db.execute("ALTER TABLE incident RENAME TO gone")
        wait_for(lambda: "the database cannot be read: " in t.screen(),
                 "it is told")
        self.assertIn("98/98 municipalities", t.screen())
        with sqlite3.connect(house.path("alertd.db")) as db:
            db.execute("ALTER TABLE gone RENAME TO incident")
        wait_for(lambda: "cannot be read" not in t.screen(), "it is well")
        # Who writes for long keeps nobody from reading.
        db = sqlite3.connect(house.path("alertd.db"), isolation_level=None)
        db.execute("BEGIN EXCLUSIVE")
        first = t.screen().split("\n")[0]
        wait_for(lambda: t.screen().split("\n")[0] != first, "it ticks")
        self.assertNotIn("cannot be read", t.screen())
        db.close()

    def test_needs_a_terminal(self):
        house = self.house()
        for args, words in ((["--watch"], "needs a terminal"),
                            (["--watch=0"], "must be seconds from 1 to"),
                            (["--watch", "--json"], "--json without it")):
            r = house.ctl("status", *args, check=False)
            self.assertEqual(r.returncode, 64)
            self.assertIn(words, r.stderr)


class Progress(Case):
    """A broadcast that stands still after some mails, until it is let go."""

    def setUp(self):
        self.go = threading.Event()
        self.taken = itertools.count(1)
        self.smtp = Smtpd({"end": self.end})
        self.addCleanup(self.smtp.stop)
        self.addCleanup(self.go.set)
        self.home = self.house(SLOW % self.smtp.port)

    def end(self, _session, _text):
        if next(self.taken) >= 20:
            self.go.wait(60)
        return None

    def waits(self, t):
        wait_for(lambda: re.search(r"\n1?\d/98 municipalities, \d+/\d+ people,"
                                   r" 0 FAILED, \d+ wait, time left not known",
                                   t.screen()), "how far it is")

    def test_with_the_daemon(self):
        self.home.start()
        t = self.terminal(self.home, *SEND, "--yes")
        self.waits(t)
        watching = self.terminal(self.home, "status", "--watch=1")
        wait_for(lambda: re.search(
            r"notice 1: 1\d/98 municipalities reached, \d+/\d+ people, \d+ "
            r"addresses\s+wait", watching.screen()), "how far it is")
        self.assertRegex(watching.screen(),
                         r"queue    \d+ address(es)?; mails: \d+ wait, \d+ are")
        t.key("C-c")
        self.assertEqual(t.status(), 0)
        self.assertIn("alertd goes on delivering", t.screen())
        self.assertNotIn(" FAILED", t.screen())
        self.go.set()
        wait_for(lambda: "98/98 municipalities reached" in watching.screen(),
                 "it went on")
        t = self.terminal(self.home, "update", "--text", "Nyt.", "--yes")
        self.assertEqual(t.status(), 0)
        self.assertRegex(t.screen(), r"\n98/98 municipalities reached, "
                         r"(\d+)/\1 people\.$")

    def test_the_daemon_goes_away(self):
        self.home.start()
        t = self.terminal(self.home, *SEND, "--yes")
        self.waits(t)
        self.home.daemon.kill()
        self.home.daemon.wait(30)
        self.assertEqual(t.status(), 75)
        self.assertIn("alertd has gone away meanwhile", t.screen())

    def test_without_the_daemon(self):
        t = self.terminal(self.home, *SEND, "--yes")
        self.waits(t)
        self.assertIn("alertd is not running (to start it: alertd -c ",
                      t.screen(history=True))
        self.go.set()
        self.assertEqual(t.status(), 0)
        self.assertRegex(t.screen(), r"\nmail: \d+ accepted\nSMS:  nothing$")
        # Not in a pipe.
        self.assertNotIn(" wait", self.home.ctl(
            "update", "--text", "Nyt.", "--yes").stdout)

    def test_ctrl_c_without_the_daemon(self):
        """What is left is said, and that nobody sends it."""
        t = self.terminal(self.home, *SEND, "--yes")
        self.waits(t)
        t.key("C-c")
        self.go.set()
        self.assertEqual(t.status(), 75)
        self.assertRegex(t.screen(), r"alertctl: \d+ recipients are not "
                         r"reached\syet\sand\salertd\sis\snot\srunning")
        said = self.home.ctl("status").stdout
        self.assertIn(" wait, NOBODY SENDS THEM\n", said)
        self.assertRegex(said, "PROBLEM  .* what waits is not sent: alertd -c "
                         ".*, or, for what waits alone, alertctl outbox retry")
        self.assertIsNone(self.home.json("status")["incidents"][0]["progress"]
                          ["seconds_left"])
        self.home.ctl("outbox", "retry")
        self.assertIn("98/98 municipalities reached",
                      self.home.ctl("status").stdout)


if __name__ == "__main__":
    unittest.main()
