"""A drill from first to resolved, by the daemon and without it, to 98
municipalities; and what the second one shows against the first."""
import email
import email.policy
import re
import socket
import sqlite3
import time
import unittest

from house import CTL, House
from servers import wait_for
from smtpd import Smtpd
from terminal import Terminal

CONF = """
store: alertd.db
notices: {contact: "Driften, tlf. 00 00 00 00"}
sms: {transport: file, file: sms.txt, sender: FMKDRIFT}
mail:
  from: "FMK-drift <fmk-drift@example.dk>"
  workers: 2
  relays: [{host: 127.0.0.1, port: %d, tls: none}]
"""
BROKEN = "frederiksberg"  # in the addresses of one municipality


class Drill(unittest.TestCase):
    def setUp(self):
        self.broken = False
        self.server = Smtpd({"rcpt": self.rcpt})
        self.addCleanup(self.server.stop)
        self.house = House(CONF % self.server.port)
        self.addCleanup(self.house.stop)

    def rcpt(self, session, address):
        if self.broken and BROKEN in address:
            return "550 5.1.1 no such user"
        return None

    def query(self, sql):
        with sqlite3.connect(self.house.path("alertd.db"), timeout=30) as db:
            return db.execute(sql).fetchall()

    def over(self, number):
        """The drill has ended and all of it has gone out."""
        state = self.query("SELECT state, over FROM incident WHERE id = %d"
                           % number)
        return state == [("resolved", 0)] and self.left() == [(0,)]

    def left(self):
        return self.query("SELECT count(*) FROM delivery WHERE state IN"
                          " ('queued', 'sending')")

    def end_now(self):
        """As though the hour had gone by."""
        with sqlite3.connect(self.house.path("alertd.db"), timeout=30) as db:
            db.execute("UPDATE incident SET drill_ends = ?",
                       (int(time.time()),))
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as s:
            s.sendto(b"x", self.house.path("alertd.db.wake"))

    def subjects(self):
        return [email.message_from_bytes(
            raw, policy=email.policy.default)["Subject"]
            for _, _, raw in self.server.messages]

    def sms(self):
        with open(self.house.path("sms.txt"), encoding="utf-8") as f:
            return [x.strip() for x in f if x.startswith("    ")]

    def refused(self, status, part, *args):
        done = self.house.ctl(*args, check=False)
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertIn(part, done.stderr)

    def test_two_drills(self):
        self.house.start()
        said = self.house.ctl("drill", "--yes", "--for", "1h").stdout
        self.assertIn("alertd ends the drill at", said)
        wait_for(lambda: self.left() == [(0,)], "the first has gone out", 60)
        self.end_now()
        wait_for(lambda: self.over(1), "the daemon ends the drill", 60)
        acts = self.house.json("report", "1")["acts"]
        self.assertEqual(acts[-1]["actor"], "alertd")
        first = self.house.json("drill", "--report")
        self.assertIsNone(first["before"])
        self.assertEqual(len(first["municipalities"]), 98)
        for m in first["municipalities"]:
            self.assertTrue(m["drill"]["told"] and m["drill"]["over_told"], m)
            self.assertEqual(m["drill"]["failed"], 0)
            self.assertEqual(m["drill"]["accepted"],
                             m["drill"]["recipients"])
        self.assertTrue(all(x.startswith("ØVELSE. ") and
                            x.endswith(" ØVELSE") for x in self.subjects()))
        self.assertGreater(len(self.subjects()), 2 * 98)
        self.assertTrue(all(x.startswith("ØVELSE. ") and
                            x.endswith(" ØVELSE") for x in self.sms()))
        self.assertGreater(len(self.sms()), 2 * 98)
        self.second_in_terminal()

    def second_in_terminal(self):
        """One municipality's addresses are broken; a key ends it."""
        self.broken = True
        t = Terminal(CTL, "-c", self.house.conf, "drill", "--for", "1h",
                     rows=150)
        self.addCleanup(t.close)
        t.wait("Type ØVELSE to go on")
        t.type("ØVELSE")
        t.wait("Enter ends it now.", 60)
        self.refused(65, "drill 2 is not over", "drill", "--yes")
        t.key("Enter")
        self.assertEqual(t.status(), 0)
        said = t.screen(history=True)
        report = said[said.index("Drill FMK-"):]
        self.assertIn("98 of 98 municipalities were reached.", report)
        self.assertRegex(report, r"Compared with drill FMK-\d{4}-0001 of")
        self.assertIn("Worse (1): Frederiksberg\n", report)
        self.assertNotIn("Better (", report)
        self.assertRegex(report, r"Frederiksberg +\d+/\d+ +0 +4 +- +\S+ +"
                                 "WORSE")
        for line in report.split("\n"):
            self.assertLessEqual(len(line), 80)
        self.broken = False
        self.leave(3, r"alertd\sends\sit\sat")
        self.house.ctl("resolve", "3", "--yes")
        second = self.house.json("drill", "--report", "2")
        worse = [m for m in second["municipalities"]
                 if m["compared"] != "same"]
        self.assertEqual([(m["code"], m["compared"]) for m in worse],
                         [("0147", "worse")])
        self.assertEqual(worse[0]["before"]["failed"], 0)

    def test_without_daemon(self):
        """It is ended from here; it goes to whom it is for, and to no other."""
        said = self.house.ctl("drill", "--yes", "--for", "1s", "--to",
                              "0101,Aarhus").stdout
        self.assertIn("ended from here", said)
        self.assertIn("2 of 2 municipalities were reached.", said)
        self.assertIn("There is no drill before it", said)
        self.assertTrue(self.over(1))
        orgs = self.query("SELECT DISTINCT org FROM message WHERE audience ="
                          " 'municipality' ORDER BY org")
        self.assertEqual(orgs, [("0101",), ("0751",)])
        self.assertEqual(self.query("SELECT DISTINCT kind FROM incident"),
                         [("exercise",)])
        self.leave(2, r"as\salertd\sis\snot\srunning\snobody\sends\sit:\s"
                   r"\"alertctl\sresolve\s2\"\sdoes")
        self.house.ctl("resolve", "2", "--yes")
        self.house.ctl("drill", "--yes", "--for", "1s", "--to", "Aarhus")
        report = self.house.json("drill", "--report")
        self.assertEqual([(m["name"], m["compared"])
                          for m in report["municipalities"]],
                         [("Aarhus", "same")])

    def leave(self, number, words):
        """Ctrl-C before it is over says who ends it."""
        t = Terminal(CTL, "-c", self.house.conf, "drill", "--to", "Aarhus",
                     "--for", "1h", "--yes", rows=60)
        self.addCleanup(t.close)
        t.wait("Enter ends it now.", 60)
        t.key("C-c")
        self.assertEqual(t.status(), 75)
        self.assertRegex(t.screen(), "the drill is not over[:,][^.]*" + words)
        self.assertFalse(self.over(number))

    def test_refuses(self):
        self.refused(66, "no drill has been held", "drill", "--report")
        self.refused(64, "at most a day", "drill", "--for", "2d", "-y")
        self.refused(64, "Bornholmm", "drill", "--to", "Bornholmm", "-y")
        self.refused(64, "only with --report", "drill", "3")
        self.refused(64, "add --yes", "drill")
        t = Terminal(CTL, "-c", self.house.conf, "drill", rows=60)
        self.addCleanup(t.close)
        t.wait("Type ØVELSE to go on")
        t.type("SEND")
        t.wait("\"SEND\" is not ØVELSE")
        t.type("no")
        self.assertEqual(t.status(), 64)
        said = self.house.ctl("drill", "--dry-run").stdout
        self.assertTrue(re.search(r"98 municipalities", said))
        self.assertEqual(self.query("SELECT count(*) FROM incident"), [(0,)])
        self.assertEqual(self.server.messages, [])
        self.house.ctl("send", "--effect", "outage", "--title", "x", "--yes",
                       "--exercise", "--to", "0101")
        self.refused(65, "is no drill", "drill", "--report", "1")


if __name__ == "__main__":
    unittest.main()
