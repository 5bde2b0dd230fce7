"""What has been: the list of incidents, and that a drill is taken for nothing
else; and who delivers while the daemon does not run."""
import fcntl
import sqlite3
import unittest

from house import House
from smtpd import Smtpd

CONF = """
store: alertd.db
sms: {transport: none}
mail: {transport: maildir, maildir: Maildir, from: fmk-drift@example.dk}
"""
REFUSING = """
store: alertd.db
sms: {transport: none}
mail:
  from: "FMK-drift <fmk-drift@example.dk>"
  relays: [{host: 127.0.0.1, port: %d, tls: none}]
"""


class Past(unittest.TestCase):
    def setUp(self):
        self.house = House(CONF)
        self.addCleanup(self.house.stop)
        self.house.ctl("contacts", "list")

    def send(self, title, *more):
        self.house.ctl("send", "--effect", "outage", "--title", title,
                       "--text", "x", "--to", "Aarhus", "--again", "--yes",
                       *more)

    def refused(self, status, *args):
        done = self.house.ctl(*args, check=False)
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stderr

    def sql(self, command, *args):
        with sqlite3.connect(self.house.path("alertd.db"), 30) as db:
            return db.execute(command, args).fetchall()

    def test_list(self):
        self.assertEqual(self.house.ctl("show").stdout,
                         "There has been no incident.\n")
        self.assertEqual(self.house.json("show"), [])
        self.assertIn("\"alertctl show\" lists them",
                      self.refused(66, "report"))
        self.send("Ældre " + "længe " * 15)
        self.house.ctl("resolve", "1", "--yes")
        self.sql("UPDATE incident SET resolved_at = opened_at + 7500")
        self.send("Prøve", "--exercise")
        self.send("Nu")
        lines = self.house.ctl("show").stdout.splitlines()
        for line in lines:
            self.assertLessEqual(len(line), 80)
            self.assertEqual(line, line.rstrip())
        self.assertEqual([x.split()[0] for x in lines[1:]], ["3", "2", "1"])
        self.assertRegex(lines[2], r"^2 +FMK-\d{4}-0002 open +outage +"
                         r"\d\d-\d\d \d\d:\d\d \d+s +EXERCISE, Prøve$")
        self.assertRegex(lines[3], r" resolved outage .* 2h05m +Ældre længe")
        self.assertEqual(len(lines[3].rstrip()), len(lines[3]))
        listed = self.house.json("show", "--limit", "2")
        self.assertEqual([(x["id"], x["kind"], x["title"]) for x in listed],
                         [(3, "actual", "Nu"), (2, "exercise", "Prøve")])
        done = self.house.ctl("show", "--limit", "2")
        self.assertEqual(len(done.stdout.splitlines()), 3)
        self.assertIn("the newest 2 of 3", done.stderr)
        self.assertEqual(len(self.house.json("show", "--limit", "0")), 3)
        self.assertIn("--limit x", self.refused(64, "show", "--limit", "x"))
        self.assertIn("--limit is for the list",
                      self.refused(64, "show", "1", "--limit", "2"))
        self.report()
        self.overtaken()

    def report(self):
        self.assertIn("several incidents are open", self.refused(64, "report"))
        self.house.ctl("resolve", "2", "--yes")
        self.assertIn("-0003: Nu\n", self.house.ctl("report").stdout)
        self.assertIn("Nu", self.house.ctl("report", "--unreached").stdout)

    def overtaken(self):
        """What a newer notice took the place of was not reached."""
        self.sql("UPDATE delivery SET state = 'superseded', accepted = NULL,"
                 " told = 0 WHERE id = (SELECT min(id) FROM delivery WHERE"
                 " incident = 3)")
        n = len(self.sql("SELECT 1 FROM delivery WHERE incident = 3"))
        self.assertGreater(n, 1)
        said = " ".join(self.house.ctl("report", "3").stdout.split())
        self.assertIn("The last reached (%d of %d) 20" % (n - 1, n), said)
        self.assertIn("; 0 failed, 1 were not sent (superseded or cancelled)",
                      said)
        self.assertNotIn("The last recipient was reached", said)

    def test_drill_beside_the_actual(self):
        """It is listed last, and marked; when it is over, nobody is led to
        take it back."""
        self.send("Nu")
        self.send("Prøve", "--exercise")
        said = self.refused(64, "resolve", "--yes")
        first, second = said.splitlines()[1:3]
        self.assertIn("alertctl resolve 1   (open, ", first)
        self.assertIn("alertctl resolve 2   (EXERCISE, open, ", second)
        self.house.ctl("resolve", "2", "--yes")
        self.house.ctl("retract", "1", "--yes")
        for verb in ("resolve", "update", "retract"):
            said = self.refused(65, verb, "--yes")
            self.assertIn("incident 1 was retracted", said)
            self.assertNotIn("retract 2", said)
        self.assertNotIn("retract 2",
                         self.refused(65, "resolve", "2", "--yes"))
        self.assertNotIn("retract 2", self.house.ctl("show", "2").stdout)

    def test_only_a_drill(self):
        self.send("Prøve", "--exercise")
        self.house.ctl("resolve", "--yes")
        for verb in ("resolve", "retract"):
            self.assertIn("\"alertctl send\" opens one",
                          self.refused(66, verb, "--yes"))

    def test_who_delivers(self):
        self.send("Nu")
        self.sql("UPDATE delivery SET state = 'queued', attempts = 0, done = NULL,"
                 " accepted = NULL")
        self.sql("UPDATE message SET due = 1, worker = NULL")
        lock = self.house.path("alertd.db.lock")
        with open(lock, encoding="utf-8") as f:
            self.assertRegex(f.read(), r"^\d+ alertctl\n$")
        with open(lock, "r+", encoding="utf-8") as f:
            fcntl.flock(f, fcntl.LOCK_EX)
            f.truncate()
            f.write("4711 alertctl\n")
            f.flush()
            said = self.house.ctl("status").stdout
            self.assertIn("process 4711 (alertctl) is delivering, alertd "
                          "itself does not run", said)
            self.assertNotIn("alertd runs", said)
            self.assertNotIn("NOBODY SENDS", said)
            n = len(self.sql("SELECT 1 FROM delivery"))
            self.assertRegex(said, r"queue +%d addresses; mails: " % n)
            self.assertIn(", %d addresses wait" % n, said)
            status = self.house.json("status")
            self.assertEqual((status["daemon"], status["pid"],
                              status["alertctl"]), (False, 0, 4711))
        self.house.start()
        self.assertIn("alertd runs (process ", self.house.ctl("status").stdout)


class Lost(unittest.TestCase):
    def test_nobody_is_reached(self):
        """A drill that reaches nobody is not waited for."""
        server = Smtpd({"rcpt": lambda *_: "550 5.1.1 no such user"})
        self.addCleanup(server.stop)
        house = House(REFUSING % server.port)
        self.addCleanup(house.stop)
        done = house.ctl("drill", "--to", "Aarhus", "--for", "1h", "--yes",
                         check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Nobody was reached and nothing is waiting, so the "
                      "drill ends now.\n", done.stdout)
        self.assertIn("0 of 1 municipalities were reached.", done.stdout)


if __name__ == "__main__":
    unittest.main()
