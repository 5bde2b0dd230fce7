"""contacts add, edit, remove, show and org, topics and channels, and notices
that are for some, as an operator meets them."""
import os
import sqlite3
import subprocess
import unittest

from house import CTL
from servers import ROOT, wait_for
from strace import allowed
from test_alertctl import Case, DATAERR, NOINPUT, USAGE
from terminal import Terminal

FEW = """organisation,name,email,phone
0101,Anna Holm,anna@koebenhavn.example.dk,+45 00 00 00 01
0101,Bo Lund,bo@koebenhavn.example.dk,
0147,Carl Friis,carl@frederiksberg.example.dk,+45 00 00 00 03
0851,Dora Berg,dora@aalborg.example.dk,+45 00 00 00 04
kmd,KMD Drift,drift@kmd.example.dk,
medcom,Vagten,vagt@medcom.example.dk,+45 00 00 00 09
"""


def stat(pid):
    with open("/proc/%d/stat" % pid, encoding="ascii") as f:
        return f.read().rsplit(")", 1)[1].split()


def ticks(pid):
    """CPU time in hundredths of a second: the start of a program takes two."""
    return sum(map(int, stat(pid)[11:13]))


def asleep(pid):
    return stat(pid)[0] == "S"


class Contacts(Case):
    def setUp(self):
        super().setUp()
        self.ctl("contacts", "import", self.write("few.csv", FEW))

    def of(self, word):
        return self.json("contacts", "show", word)

    def told_by(self, notice):
        """Addresses of a notice of the newest incident, on-call left out."""
        sql = self.sql("SELECT d.address FROM delivery d WHERE d.number = ?"
                       " AND d.incident = (SELECT max(id) FROM incident)"
                       " ORDER BY d.id", notice)
        return [row[0] for row in sql]

    def sql(self, command, *args):
        with sqlite3.connect(self.path("alertd.db"), 30) as db:
            return db.execute(command, args).fetchall()

    def test_add_edit_remove(self):
        self.refused(NOINPUT, 'did you mean "Aalborg"', "contacts", "add",
                     "Aalborrg", "--email", "x@example.dk")
        r = self.ctl("contacts", "add", "aalborg kommune", "--name", "Eva Dahl",
                     "--email", "eva@aalborg.example.dk", "--phone",
                     "00 00 00 05", "--topics", "fmk,planned", "-n")
        self.assertIn("it would be: add 0851 Eva Dahl", r.stdout)
        self.refused(NOINPUT, "no contact", "contacts", "show", "Eva Dahl")
        added = self.json("contacts", "add", "0851", "--name", "Eva Dahl",
                          "--email", "eva@aalborg.example.dk", "--phone",
                          "00 00 00 05", "--topics", "planned FMK")
        self.assertTrue(added["applied"])
        self.assertEqual(added["after"]["topics"], "fmk planned")
        self.assertEqual(added["after"]["phone"], "+4500000005")
        self.refused(DATAERR, "has the e-mail address", "contacts", "add",
                     "0851", "--email", "EVA@aalborg.example.dk")
        self.refused(DATAERR, "without a telephone number", "contacts",
                     "edit", "bo@koebenhavn.example.dk", "--channels", "sms")
        self.refused(USAGE, 'did you mean "planned"', "contacts", "edit",
                     "Eva Dahl", "--topics", "planed")
        self.refused(USAGE, "nothing to change", "contacts", "edit",
                     "Eva Dahl")
        self.ctl("contacts", "edit", "+45 00 00 00 05", "--name", "Eva D",
                 "--topics", "default", "--channels", "sms-outages")
        eva = self.of("eva@aalborg.example.dk")
        self.assertEqual((eva["name"], eva["topics"], eva["channels"]),
                         ("Eva D", "", "sms-outages"))
        self.assertEqual(self.of(str(eva["id"]))["email"], eva["email"])
        self.refused(USAGE, "--yes", "contacts", "remove", str(eva["id"]))
        self.ctl("contacts", "remove", str(eva["id"]), "--yes")
        self.refused(NOINPUT, "no contact", "contacts", "show", eva["email"])
        log = self.ctl("log").stdout
        for action in ("contact.added", "contact.changed", "contact.removed"):
            self.assertRegex(log, "user .* %s .*Eva" % action)

    def test_last_one_is_kept(self):
        carl = "carl@frederiksberg.example.dk"
        for change in (["remove", carl, "--yes"], ["edit", carl, "--phone", ""],
                       ["edit", carl, "--topics", "planned"],
                       ["edit", carl, "--channels", "mail"],
                       ["org", "0147", "--topics", "nas"]):
            r = self.refused(DATAERR, "Frederiksberg by .*SMS", "contacts",
                             *change)
            self.assertIn("contacts add", r.stderr)
        self.assertEqual(self.of(carl)["phone"], "+4500000003")
        less = self.write("less.csv", FEW.replace(
            "carl@frederiksberg.example.dk,+45 00 00 00 03",
            "carl@frederiksberg.example.dk,"))
        for more in ([], ["--dry-run"], ["--replace"]):
            self.refused(DATAERR, "Frederiksberg by SMS.*--force",
                         "contacts", "import", less, *more)
        self.ctl("contacts", "import", less, "--force")
        self.assertEqual(self.of(carl)["phone"], "")
        # What it does not have can no longer be lost, the rest can.
        self.refused(DATAERR, "Frederiksberg by e-mail", "contacts", "remove",
                     carl, "--yes")
        self.ctl("contacts", "add", "0147", "--email", "f@example.dk")
        self.ctl("contacts", "remove", carl, "--yes")

    def test_changed_while_an_import_looks(self):
        """What was compared is looked at again by who may write."""
        rows = ["0101,Vagt,vagt%d@koebenhavn.example.dk," % i
                for i in range(20000)]
        rows.append("0101,Anne,anna@koebenhavn.example.dk,")
        importing = subprocess.Popen(
            [CTL, "-c", self.conf, "contacts", "import", self.write(
                "many.csv", "\n".join(FEW.splitlines()[:1] + rows) + "\n")],
            stdout=subprocess.PIPE, text=True)
        self.addCleanup(importing.stdout.close)
        while ticks(importing.pid) < 5:  # a zombie keeps those that it had
            self.assertIsNone(importing.poll())
        with sqlite3.connect(self.path("alertd.db"), 30,
                             isolation_level=None) as db:
            db.execute("BEGIN IMMEDIATE")
            db.execute("UPDATE contact SET email = 'other@example.dk',"
                       " name = 'Other' WHERE name = 'Anna Holm'")
            wait_for(lambda: asleep(importing.pid), "it waits for us")
            db.execute("COMMIT")
        self.assertIn("add 0101 Anne <anna@koebenhavn.example.dk>\n20001 added",
                      importing.communicate(timeout=20)[0])
        self.assertEqual(importing.returncode, 0)
        self.assertEqual(self.of("other@example.dk")["name"], "Other")

    @unittest.skipUnless(allowed(), "strace may not trace here")
    def test_import_while_the_disk_fails(self):
        """Whenever it does, what is said of the import is what is there."""
        path = self.write("more.csv", FEW + "0153,Eva,eva@x.example.dk,\n")
        said = set()
        for n in range(1, 20):
            self.ctl("contacts", "import", "--replace", "--force",
                     self.path("few.csv"))
            r = subprocess.run(
                ["strace", "-qq", "-o", os.devnull, "-e", "trace=fdatasync",
                 "-e", "inject=fdatasync:error=EIO:when=%d+" % n, CTL, "-c",
                 self.conf, "contacts", "import", path], timeout=60,
                env=dict(os.environ, ASAN_OPTIONS="detect_leaks=0"),
                capture_output=True, encoding="utf-8", check=False)
            there = bool(self.sql("SELECT 1 FROM contact WHERE name = 'Eva'"))
            self.assertEqual("nothing was imported" not in r.stderr, there)
            if not r.stderr:
                break
            said.add(there)
        self.assertEqual((r.returncode, said), (0, {False, True}))

    def test_topics_of_a_file(self):
        wide = self.write("wide.csv", FEW.splitlines()[0] +
                          ",topics,channels\n0101,Anna Holm,"
                          "anna@koebenhavn.example.dk,00000001,nas fmk,"
                          "sms-outages\n")
        r = self.ctl("contacts", "import", wide, "--dry-run")
        self.assertIn("-> Anna Holm <anna@koebenhavn.example.dk> +4500000001 "
                      "[fmk nas; sms-outages]", r.stdout)
        j = self.json("contacts", "import", wide)
        self.assertEqual(j["changes"][0]["topics"], "fmk nas")
        self.assertIn("[fmk nas; sms-outages]",
                      self.ctl("contacts", "list", "København").stdout)
        out = self.ctl("contacts", "export").stdout
        self.assertIn("anna@koebenhavn.example.dk,+4500000001,fmk nas,"
                      "sms-outages\n", out)
        self.ctl("contacts", "import", self.write("out.csv", out), "--replace")
        self.ctl("contacts", "import", self.path("few.csv"), "--replace")
        self.assertEqual(self.ctl("contacts", "export").stdout, out)
        self.write("rules.yaml", "itself: FMK\n")
        bad = self.write("bad.csv", out.replace("fmk nas", "fmk nass"))
        r = self.refused(DATAERR, "1 mistake", "contacts", "import", bad)
        self.assertRegex(r.stderr, r'bad.csv:\d+:\d+: unknown topic "nass"; '
                         'did you mean "nas"')

    def test_a_topic_of_the_rules(self):
        with open(ROOT + "/etc/rules.yaml", encoding="utf-8") as f:
            rules = f.read()
        self.write("rules.yaml", rules.replace(
            "  - id: STS\n    verdict: broadcast\n",
            "  - id: STS\n    topic: login\n    verdict: broadcast\n"))
        with open(self.conf, "a", encoding="utf-8") as f:
            f.write("rules: rules.yaml\n")
        self.ctl("contacts", "edit", "dora@aalborg.example.dk", "--topics",
                 "fmk")
        self.ctl("contacts", "edit", "Bo Lund", "--topics", "login")
        self.ctl("contacts", "edit", "Anna Holm", "--topics", "fmk")
        self.send("--service", "STS", "--yes")
        self.assertEqual(self.told_by(1), [
            "bo@koebenhavn.example.dk", "carl@frederiksberg.example.dk",
            "+4500000003", "drift@kmd.example.dk"])

    def test_shown_and_sent(self):
        self.ctl("contacts", "org", "0101", "--topics", "fmk planned",
                 "--channels", "sms-outages")
        self.assertIn("takes part in fmk planned, by e-mail, and SMS of "
                      "outages", self.ctl("contacts", "org", "0101").stdout)
        self.send("--service", "NAS", "--effect", "degraded", "--yes")
        self.assertEqual(self.told_by(1), [
            "carl@frederiksberg.example.dk", "+4500000003",
            "dora@aalborg.example.dk", "+4500000004", "drift@kmd.example.dk"])
        show = {m["code"]: m for m in self.json("status")["municipalities"]}
        self.assertFalse(show["0101"]["concerned"])
        self.assertTrue(show["0147"]["concerned"])
        self.assertTrue(show["0151"]["concerned"])  # it has nobody at all
        self.ctl("resolve", "1", "--yes")
        self.send("--effect", "degraded", "--yes")
        self.assertEqual(self.told_by(1)[:2], ["anna@koebenhavn.example.dk",
                                               "bo@koebenhavn.example.dk"])
        anna = self.of("Anna Holm")
        self.assertEqual(anna["effective_topics"], "fmk planned")
        self.assertEqual([(n["incident"], n["notice"], n["topic"], n["would"],
                           n["sent"]) for n in anna["notices"]],
                         [(1, 1, "nas", [], {}), (1, 2, "nas", [], {}),
                          (2, 1, "fmk", ["mail"], {"mail": "accepted"})])
        text = self.ctl("contacts", "show", "Anna Holm").stdout
        self.assertIn("fmk planned (its organisation's)", text)
        self.assertIn("would get it: by e-mail; was sent: e-mail accepted",
                      text)
        self.assertIn("2 other notices would not have gone to it", text)
        self.assertIn("paged of everything",
                      self.ctl("contacts", "show", "Vagten").stdout)
        self.refused(USAGE, "on-call team", "contacts", "org",
                     "medcom", "--topics", "fmk")

    def test_for_some(self):
        self.refused(USAGE, 'did you mean "Region Nordjylland"', "send",
                     "--effect", "outage", "--title", "T", "--text", "x",
                     "--to", "region nordjyland", "--dry-run")
        r = self.send("--to", "region nordjylland", "--yes")
        self.assertEqual(self.told_by(1), [
            "dora@aalborg.example.dk", "+4500000004"])
        self.assertIn("Region Nordjylland",
                      self.ctl("show", "1").stdout, r.stdout)
        self.assertEqual(self.json("show", "1")["audience"],
                         "region:Region Nordjylland")
        self.ctl("update", "1", "--text", "Nyt.", "--yes")
        self.assertEqual(len(self.told_by(2)), 2)
        self.assertNotIn("Carl", self.ctl("report", "1", "--unreached").stdout)
        said = self.ctl(
            "preview", "--effect", "outage", "--to", "nordjylland").stdout
        self.assertIn("Det rammer kommunerne i Region Nordjylland.", said)
        self.assertIn("Rammer kommunerne i Region Nordjylland.", said)
        self.assertNotIn("Alle, der bruger", said)
        self.assertNotIn("alle brugere", said)

    def on_a_terminal(self, answer):
        t = Terminal(CTL, "-c", self.conf, "contacts", "remove", "Bo Lund",
                     folder=self.dir)
        self.addCleanup(t.close)
        t.wait("Type REMOVE")
        self.assertIn("bo@koebenhavn.example.dk", t.screen())
        t.type(answer)
        return t.status()

    def test_removed_on_a_terminal(self):
        self.assertEqual(self.on_a_terminal("nej"), USAGE)
        self.assertEqual(self.of("Bo Lund")["organisation"], "0101")
        self.assertEqual(self.on_a_terminal("REMOVE"), 0)
        self.refused(NOINPUT, "no contact", "contacts", "show", "Bo Lund")


if __name__ == "__main__":
    unittest.main()
