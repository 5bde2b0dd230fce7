"""Who can be reached: coverage, and what mail servers send back, from kept
reports and from a real Postfix."""
import csv
import email
import json
import os
import re
import shutil
import sqlite3
import subprocess
import unittest

from house import CTL
from servers import ROOT, Postfix, temp_folder, wait_for
from test_alertctl import DATAERR, NOINPUT, TEMPFAIL, USAGE, Case

CONF = """\
store: alertd.db
mail:
  transport: maildir
  maildir: Maildir
  from: "FMK-drift <fmk-drift@example.dk>"
  bounces: fmk-bounce@example.dk
  vendors: none
sms: {transport: file, file: sms.txt, sender: FMKDRIFT}
"""
KEPT = os.path.join(ROOT, "tests", "data", "bounce")
GAP = 1
CONTACTS = """\
organisation,name,email,phone
0101,Anna Holm,anna@kommune.example.dk,+4500000001
0101,Bo Lund,bo@kommune.example.dk,
0147,Carl Eg,carl@kommune.example.dk,+4500000002
0151,Dorte Falk,,+4500000003
"""


class Kept(Case):
    """Reports that were written for it; mail goes into a Maildir."""

    def setUp(self):
        super().setUp()
        self.conf = self.write("alertd.yaml", CONF)
        self.ctl("contacts", "import", self.write("contacts.csv", CONTACTS))

    def drill(self):
        self.ctl("send", "--exercise", "--effect", "outage", "--title",
                 "Vi prøver", "--text", "Det er en øvelse.", "--yes")

    def senders(self):
        """Of each mail in the Maildir its Return-Path, by its recipients."""
        found = {}
        for name in self.mails():
            m = email.message_from_string(self.read("Maildir/new/" + name))
            found[m["To"]] = m["Return-Path"].strip("<>")
        return found

    def sender(self, address):
        return [s for to, s in self.senders().items() if address in to][-1]

    def bounce(self, name, *args, status=0, env=None, to=None, conf=None):
        with open(os.path.join(KEPT, name + ".eml"), encoding="utf-8") as f:
            mail = f.read()
        if to:
            mail = re.sub(r"fmk-bounce\+42\.\w+@example\.dk", to, mail)
        r = subprocess.run(
            [CTL, "-c", conf or self.conf, "bounce", *args], cwd=self.dir,
            timeout=120, input=mail, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, encoding="utf-8", check=False,
            env=dict(os.environ, **(env or {})))
        self.assertEqual(r.returncode, status, r.stdout + r.stderr)
        self.assertNotRegex(r.stderr, "ERROR: (Address|Leak)Sanitizer")
        return r

    def municipality(self, code):
        return [m for m in self.json("coverage", status=GAP)["list"]
                if m["code"] == code][0]

    def contact(self, address):
        return [c for m in self.json("coverage", status=GAP)["list"]
                for c in m["contacts"] if c["address"] == address][0]

    def test_coverage(self):
        r = self.ctl("coverage", status=GAP)
        lines = r.stdout.splitlines()
        self.assertEqual(
            lines[0], "96 of 98 municipalities cannot be reached by mail, "
            "95 cannot by SMS.")
        self.assertTrue(all(len(x) <= 80 for x in lines), r.stdout)
        self.assertEqual([x for x in lines if x != x.rstrip()], [])
        self.assertEqual(len(lines), 3 + 1 + 98)
        # The sort: nobody at all, one channel missing, never proven.
        order = [x[2:6] for x in lines[-98:]]
        self.assertEqual(order[:2], ["0153", "0155"])
        self.assertEqual(order[-3:], ["0151", "0101", "0147"])
        self.assertRegex(lines[-2], r"^  0101 København +2 +1 +never")
        self.drill()
        lines = self.ctl("coverage", status=GAP).stdout.splitlines()
        # Whichever came last, if not in the same second.
        self.assertRegex(
            lines[-2],
            r"^  0101 København +2 +1 +20\d\d-\d\d-\d\d (mail|SMS)$")
        j = self.json("coverage", status=GAP)
        self.assertEqual((j["municipalities"], j["gaps"], j["without_mail"],
                          j["without_sms"]), (98, 96, 96, 95))
        one = j["list"][-2]
        self.assertEqual((one["code"], one["missing"], one["gap"]),
                         ("0101", "", False))
        self.assertEqual(one["mail"]["contacts"], 2)
        self.assertRegex(one["mail"]["proven"], r"^20.*Z$")
        rows = list(csv.DictReader(
            self.ctl("coverage", "--csv", status=GAP).stdout.splitlines()))
        self.assertEqual([x["code"] for x in rows],
                         [x["code"] for x in j["list"]])
        self.assertEqual(rows[-2]["proven"], one["proven"])
        self.assertEqual(rows[-2]["mail_contacts"], "2")
        self.assertEqual(rows[-3]["missing"], "no_contact_by_channel")
        self.refused(USAGE, "one of them", "coverage", "--csv", "--json")
        # Without SMS nobody lacks it.
        self.write("alertd.yaml", CONF.replace("transport: file, file: "
                                               "sms.txt, sender: FMKDRIFT",
                                               "transport: none"))
        j = self.json("coverage", status=GAP)
        self.assertIsNone(j["without_sms"])
        self.assertEqual(j["gaps"], 96)

    def test_no_gap(self):
        codes = [m["code"] for m in self.json("coverage", status=GAP)["list"]]
        self.ctl("contacts", "import", self.write(
            "all.csv", "organisation,name,email,phone\n" + "".join(
                "%s,Vagt,vagt@k%s.example.dk,+45000%s\n" % (c, c, c.zfill(5))
                for c in codes)))
        r = self.ctl("coverage")
        self.assertIn("All 98 municipalities can be reached", r.stdout)

    def test_comes_back(self):
        self.drill()
        to = self.sender("bo@")
        self.assertRegex(to, r"^fmk-bounce\+\d+\.[0-9a-f]{16}@example\.dk$")
        # Each mail has another.
        self.assertEqual(len(set(self.senders().values())),
                         len(self.senders()))
        r = self.bounce("postfix-failed", to=to)
        self.assertRegex(r.stdout, r"^\d+ bo.lund@kommune.example.dk failed: "
                         "booked$")
        one = self.municipality("0101")
        self.assertEqual((one["missing"], one["gap"], one["mail"]["bounced"]),
                         ("bounced", False, 1))
        bo = self.contact("bo@kommune.example.dk")
        self.assertIsNotNone(bo["bounced"])
        self.assertIn("550 5.1.1", bo["answer"])
        self.assertRegex(self.ctl("contacts", "list", "0101").stdout,
                         r"Bo Lund .* \(mail came back 20\d\d-\d\d-\d\d\)")
        bounced = {x["name"]: x["email_bounced"]
                   for x in self.json("contacts", "list", "0101")}
        self.assertEqual(bounced, {"Anna Holm": None, "Bo Lund": bo["bounced"]})
        self.assertRegex(
            self.ctl("contacts", "show", "Bo Lund").stdout,
            r"\n  e-mail +the last came back 20\d\d-\d\d-\d\d: 550 5\.1\.1")
        self.assertRegex(self.ctl("contacts", "show", "Anna Holm").stdout,
                         r"\n  SMS +the last was taken 20\d\d-")
        lines = self.ctl("coverage", status=GAP).stdout.splitlines()
        at = [x[2:6] for x in lines].index("0101")
        self.assertRegex(lines[at], r"København +1/2 +1 ")
        self.assertRegex(lines[at + 1], r"^ {7}came back 20\d\d-\d\d-\d\d: "
                         r"bo@kommune\.example\.dk: 550 5\.1\.1 ")
        self.assertLessEqual(max(map(len, lines)), 80)
        self.assertRegex(self.ctl("log").stdout,
                         r"delivery\.failed.*bo@kommune\.example\.dk: "
                         r"reported: 550 5\.1\.1")
        self.assertEqual(self.ctl("log", "verify").returncode, 0)
        # The same again; one that arrived after all; by argument, by the
        # environment.
        self.assertIn("nothing new", self.bounce(
            "postfix-failed", to=to).stdout)
        self.bounce("postfix-delivered", to)
        self.assertEqual(self.municipality("0101")["missing"], "")
        self.assertTrue(self.contact("bo@kommune.example.dk")["delivered"])
        carl = self.sender("carl@")
        r = self.bounce("exchange-failed", "--json",
                        env={"ORIGINAL_RECIPIENT": carl})
        self.assertEqual(
            [(x["address"], x["action"], x["result"])
             for x in json.loads(r.stdout)["recipients"]],
            [("bo@kommune.example.dk", "failed", "nobody"),
             ("Carl@Kommune.Example.DK", "failed", "booked")])
        one = self.municipality("0147")
        self.assertEqual((one["missing"], one["mail"]["gap"]),
                         ("bounced", True))
        # Somebody says that it is good.
        self.ctl("bounce", "--clear", "carl@kommune.example.dk")
        self.assertFalse(self.municipality("0147")["gap"])
        self.refused(NOINPUT, "nothing has come back", "bounce", "--clear",
                     "carl@kommune.example.dk")
        self.refused(USAGE, "no mail is read", "bounce", "x", "--clear", "y")

    def test_other_reports(self):
        self.drill()
        to = self.sender("bo@")
        before = self.municipality("0101")
        for name, status, words in (
                ("relayed", 0, ""),
                ("vacation", 0, "automatic answer"),
                ("old-bounce", DATAERR, "not understood"),
                ("forwarded", DATAERR, "not understood"),
                ("nobody", DATAERR, "names no recipient")):
            with self.subTest(name):
                r = self.bounce(name, to, status=status)
                self.assertIn(words, r.stderr)
        self.assertEqual(self.municipality("0101"), before)
        self.bounce("postfix-delayed", to)
        bo = self.contact("bo@kommune.example.dk")
        self.assertIsNotNone(bo["delayed"])
        self.assertIsNone(bo["bounced"])
        self.bounce("sendmail-failed", to)
        self.assertIsNotNone(self.contact("bo@kommune.example.dk")["bounced"])

    def test_forged(self):
        self.drill()
        to = self.sender("bo@")
        number = int(re.search(r"\+(\d+)\.", to).group(1))
        for other in ("fmk-bounce+42.0f1e2d3c4b5a6978@example.dk",
                      to.replace("+%d." % number, "+%d." % (number + 1)),
                      "fmk-bounce@example.dk", "nobody@example.dk", ""):
            r = self.bounce("postfix-failed", to=other or "x@example.dk",
                            status=DATAERR)
            self.assertIn("no address that we have sent from", r.stderr)
        self.assertEqual(self.municipality("0101")["mail"]["bounced"], 0)

    def test_again_later(self):
        """What is no fault of the mail is for the mail server to try again."""
        self.drill()
        to = self.sender("bo@")
        self.bounce("postfix-failed", to, conf=self.path("none.yaml"),
                    status=TEMPFAIL)
        broken = self.write("broken.yaml", CONF + "x: [")
        self.bounce("postfix-failed", to, conf=broken, status=TEMPFAIL)
        without = self.write("without.yaml", CONF.replace(
            "  bounces: fmk-bounce@example.dk\n", ""))
        r = self.bounce("postfix-failed", to, conf=without, status=TEMPFAIL)
        self.assertIn("mail.bounces is not set", r.stderr)
        elsewhere = self.write("elsewhere.yaml", CONF.replace(
            "store: alertd.db", "store: none/alertd.db"))
        self.bounce("postfix-failed", to, conf=elsewhere, status=TEMPFAIL)
        with sqlite3.connect(self.path("alertd.db")) as db:
            db.execute("BEGIN IMMEDIATE")
            r = self.bounce("postfix-failed", to, status=TEMPFAIL)
            self.assertIn("locked", r.stderr)
            db.rollback()
        self.assertEqual(self.municipality("0101")["mail"]["bounced"], 0)
        self.bounce("postfix-failed", to)
        self.assertEqual(self.municipality("0101")["mail"]["bounced"], 1)

    def test_configuration(self):
        for value, words in (
                ('"FMK <fmk@example.dk>"', "alertd.yaml:6:12: mail.bounces: "
                 "an address alone"),
                ("%s@example.dk" % ("x" * 33), "at most 32 bytes")):
            self.write("alertd.yaml", CONF.replace(
                "bounces: fmk-bounce@example.dk", "bounces: " + value))
            r = self.ctl("config", "check", status=78)
            self.assertIn(words, r.stdout + r.stderr)


MAIN = {
    "recipient_delimiter": "+",
    "mydestination": "kommune.example.dk, mx.example.dk",
    "local_recipient_maps": "",
    "local_transport": "local",
    "transport_maps": "inline:{ anna@kommune.example.dk=discard:,"
                      " fmk-bounce@mx.example.dk=alertd-bounce: }",
    "alertd-bounce_destination_recipient_limit": "1",
}
MASTER = """
local unix - n n - - local
alertd-bounce unix - n n - 4 pipe
  user=nobody
  argv={ctl} -c {conf} bounce ${{original_recipient}}
"""
REAL = """\
store: alertd.db
mail:
  from: "FMK-drift <fmk-drift@mx.example.dk>"
  bounces: fmk-bounce@mx.example.dk
  vendors: none
  relays: [{host: 127.0.0.1, port: %d, tls: none}]
"""


@unittest.skipUnless(os.getuid() == 0, "Postfix can be started by root only")
@unittest.skipUnless(shutil.which("postfix"), "Postfix is not installed")
class RealPostfix(unittest.TestCase):
    def test_comes_back(self):
        """Postfix takes the mail, finds nobody, and pipes its report to us."""
        folder = temp_folder("bounce")
        self.addCleanup(shutil.rmtree, folder)
        conf, ctl = (os.path.join(folder, x)
                     for x in ("alertd.yaml", "alertctl"))
        shutil.copy(CTL, ctl)  # where nobody may read it
        postfix = Postfix("", "", main=MAIN,
                          master=MASTER.format(ctl=ctl, conf=conf))
        self.addCleanup(postfix.stop)
        with open(conf, "w", encoding="utf-8") as f:
            f.write(REAL % postfix.port)
        contacts = os.path.join(folder, "contacts.csv")
        with open(contacts, "w", encoding="utf-8") as f:
            f.write("organisation,name,email,phone\n"
                    "0101,Anna,anna@kommune.example.dk,\n"
                    "0147,Bo,findes-ikke@kommune.example.dk,\n")

        def run(*args, status=0):
            r = subprocess.run(
                [CTL, "-c", conf, *args], timeout=120, check=False,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.PIPE, encoding="utf-8")
            self.assertEqual(r.returncode, status, r.stdout + r.stderr)
            return r.stdout

        run("contacts", "import", contacts)
        # The pipe runs as the user of the store.
        for name in [folder] + [os.path.join(folder, x)
                                for x in os.listdir(folder)]:
            shutil.chown(name, "nobody")
        run("send", "--exercise", "--effect", "outage", "--title", "Vi prøver",
            "--text", "Det er en øvelse.", "--yes")

        def of(code):
            return [m for m in json.loads(
                run("coverage", "--json", status=GAP))["list"]
                if m["code"] == code][0]

        wait_for(lambda: of("0147")["mail"]["bounced"] or
                 "status=deferred" in postfix.log(), "the report is booked")
        one = of("0147")
        self.assertEqual((one["missing"], one["proven"]), ("bounced", None),
                         postfix.log())
        self.assertIn("unknown user", one["contacts"][0]["answer"])
        self.assertEqual(of("0101")["mail"]["bounced"], 0)
        wait_for(lambda: re.search(
            r"to=<fmk-bounce\+\d+\.[0-9a-f]{16}@mx\.example\.dk>, "
            r"relay=alertd-bounce.* status=sent", postfix.log()),
            "Postfix says so, too")
        self.assertIn("findes-ikke@kommune.example.dk: unknown user",
                      run("coverage", status=GAP))


del Case

if __name__ == "__main__":
    unittest.main()
