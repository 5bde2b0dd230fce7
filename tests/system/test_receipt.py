"""Receipts: the link in a real mail, who is asked again, and the list of whom
to telephone."""
import email
import email.policy
import re
import sqlite3
import unittest

from house import House
from servers import free_port, wait_for
from smtpd import Smtpd
from test_alertctl import CONF as PLAIN, Case, NOINPUT

CONF = """
store: alertd.db
notices: {receipts: yes, receipt_reminder: 5m}
web: {listen: "127.0.0.1:%d", base_url: "https://alertd.example.dk"}
alarm: {mail: [vagt@example.dk]}
sms: {transport: file, file: sms.txt, sender: FMKDRIFT}
mail:
  from: "FMK-drift <fmk-drift@example.dk>"
  workers: 2
  relays: [{host: 127.0.0.1, port: %d, tls: none}]
"""
LINK = re.compile(r"https://alertd\.example\.dk/kvittering/([\w-]{22})\b")
DEADLINE = 90


class Receipts(unittest.TestCase):
    def setUp(self):
        self.server = Smtpd()
        self.addCleanup(self.server.stop)
        self.house = House(CONF % (free_port(), self.server.port))
        self.addCleanup(self.house.stop)

    def mails(self):
        """Of each mail its subject, recipients, text and HTML."""
        found = []
        for _, recipients, raw in list(self.server.messages):
            m = email.message_from_bytes(raw, policy=email.policy.default)
            found.append((m["Subject"], recipients,
                          m.get_body(("plain",)).get_content(),
                          m.get_body(("html",)).get_content()))
        return found

    def first(self):
        """The mails of notice 1, by the token in each; None: no link."""
        by_token = {}
        for subject, to, text, html in self.mails():
            if "besked nr. 1)" not in subject:
                continue
            found = set(LINK.findall(text))
            self.assertEqual(found, set(LINK.findall(html)))
            self.assertLessEqual(len(found), 1)
            by_token.setdefault(found.pop() if found else None, []).append(to)
        return by_token

    def query(self, *args):
        with sqlite3.connect(self.house.path("alertd.db"), timeout=30) as db:
            return db.execute(*args).fetchall()

    def send(self):
        self.house.ctl("send", "--effect", "outage", "--title", "FMK nede",
                       "--text", "Vi ser på det.", "--yes", check=False)

    def queue_empty(self):
        return all(c["queued"] + c["sending"] == 0
                   for c in self.house.json("status")["outbox"].values())

    def sms(self):
        with open(self.house.path("sms.txt"), encoding="utf-8") as f:
            return f.read()

    def later(self):
        """As if five minutes had gone since those that were asked were."""
        self.house.kill()
        self.query("UPDATE asked SET at = at - 300, reminded = reminded - 300")
        self.house.start()

    def test_link_reminder_and_list(self):
        house = self.house
        # København has no number any more.
        self.query("UPDATE contact SET phone = '' WHERE email <> '' AND org ="
                   " (SELECT id FROM org WHERE code = '0101')")
        house.start()
        self.send()
        wait_for(self.queue_empty, "notice 1 is sent", DEADLINE)
        first = self.first()
        # Those with an address: each has a token of its own, and vendors none.
        asked = {r[0] for r in self.query("SELECT org FROM asked")}
        self.assertGreater(len(asked), 90)
        self.assertEqual(len(first) - 1, len(asked))
        self.assertEqual(len(first[None]), 1)
        self.assertIn("nexus-drift@example.dk", " ".join(first[None][0]))
        self.assertEqual(
            set(first) - {None},
            {r[0] for r in self.query("SELECT token FROM code WHERE action ="
                                      " 'receipt'")})
        sms = self.sms()
        self.assertNotIn("http", sms)
        self.assertNotIn("kvittering", sms)
        status = house.ctl("status").stdout
        self.assertIn("receipts 0/%d municipalities" % len(asked), status)
        # Nobody answers: those with a number get an SMS, the others a mail.
        before = len(self.mails())
        self.later()
        wait_for(lambda: "Vi har ikke set jeres kvittering" in self.sms(),
                 "SMS ask again", DEADLINE)
        wait_for(self.queue_empty, "all are asked again", DEADLINE)
        self.assertNotIn("http", self.sms())
        numbers = {r[0] for r in self.query(
            "SELECT o.code FROM contact c JOIN org o ON o.id = c.org"
            " WHERE o.kind = 'municipality' AND c.phone <> ''")}
        again = [m for m in self.mails()[before:] if "mangler" in m[0]]
        self.assertEqual(asked - numbers, {"0101"})
        self.assertEqual(len(again), 1)
        self.assertIn("fmk1.koebenhavn@example.dk", again[0][1])
        self.assertEqual(len(set(LINK.findall(again[0][2])) - set(first)), 1)
        self.assertEqual(
            self.query("SELECT count(*) FROM asked WHERE reminded IS NULL"),
            [(0,)])
        # Nor then: the on-call is told, once, and has a list.
        self.later()
        wait_for(lambda: any("vagt@example.dk" in to and
                             "har ikke kvitteret" in text
                             for _, to, text, _ in self.mails()),
                 "the on-call is told", DEADLINE)
        r = house.ctl("report", "1", "--unreached").stdout
        self.assertIn("%d of 98 municipalities are not known to have it."
                      % len(asked), r)
        for part in (
                r"\n\[ \] København \(0101\): no receipt, asked "
                r"\d{4}-\d\d-\d\d \d\d:\d\d, again \d{4}-\d\d-\d\d \d\d:\d\d\n",
                r"\n    It-driftsvagt +no number\n"
                r"      mail accepted [-\d]+ [:\d]+\n"
                r"      asked again: mail accepted [-\d]+ [:\d]+\n",
                r"\n    Vagthavende sygeplejerske +\+4500000007\n"
                r"      mail accepted [-\d]+ [:\d]+; SMS accepted [-\d]+ "
                r"[:\d]+\n      asked again: SMS accepted [-\d]+ [:\d]+\n"):
            self.assertTrue(re.search(part, r), part)
        self.assertEqual(house.json("show", "1")["notices"], 1)
        self.assertEqual(house.ctl("log", "verify").returncode, 0)


class Report(Case):
    """The list, and what status and show say, without a daemon."""

    def setUp(self):
        super().setUp()
        self.sample()

    def change(self, *args):
        with sqlite3.connect(self.path("alertd.db")) as db:
            db.execute(*args)

    def test_says_which_report(self):
        self.refused(NOINPUT, "alertctl show", "report", "--unreached")
        self.send("--yes")
        self.assertIn("list of incident 1 (", self.ctl(
            "report", "--unreached").stdout)
        self.refused(NOINPUT, "9", "report", "--unreached", "9")

    def test_without_receipts(self):
        self.send("--yes")
        said = self.ctl("report", "--unreached", "1").stdout
        self.assertIn("Nobody is missing", said)
        self.assertNotIn("[ ]", said)
        self.assertEqual(
            self.json("report", "--unreached", "1")["unreached"], [])
        self.assertNotIn("receipt", self.ctl("status").stdout)
        self.assertNotIn("Receipts", self.ctl("show", "1").stdout)
        # One that has it by no channel, and one that has it by SMS alone.
        failed = ("UPDATE delivery SET state = 'failed', answer = 'no user' "
                  "WHERE message IN (SELECT id FROM message WHERE org = %s)")
        self.change(failed % "'0101'")
        self.change(failed % "'0147'" + " AND address LIKE '%@%'")
        self.change("DELETE FROM contact WHERE email LIKE 'fmk2.koebenhavn%'")
        said = self.ctl("report", "--unreached", "1").stdout
        self.assertEqual(said.count("[ ]"), 1)
        self.assertIn("1 of 98 municipalities is not known to have it.", said)
        self.assertIn("\n[ ] København (0101): not reached\n", said)
        self.assertRegex(said, r"\n      mail fmk2\.koebenhavn@example\.dk "
                               r"failed [-\d]+ [:\d]+ \(no user\); SMS ")
        j = self.json("report", "--unreached", "1")
        self.assertEqual([u["code"] for u in j["unreached"]], ["0101"])
        self.assertEqual(j["unreached"][0]["asked"], None)
        self.assertEqual(len(j["unreached"][0]["contacts"]), 5)

    def test_what_ends_concerns_those_who_were_told(self):
        self.change("DELETE FROM contact WHERE org = (SELECT id FROM org"
                    " WHERE code = '0101')")
        self.send("--yes")
        said = self.ctl("report", "--unreached", "1").stdout
        self.assertIn("[ ] København (0101): not reached\n"
                      "    no contact is known\n", said)
        self.ctl("resolve", "1", "--yes")
        self.assertIn("Nobody is missing",
                      self.ctl("report", "--unreached", "1").stdout)

    def test_receipted(self):
        self.write("alertd.yaml", PLAIN % {"dir": self.dir} + "notices: "
                   "{receipts: yes}\nweb: {base_url: https://a.example.dk}\n")
        self.send("--yes")
        self.change("INSERT INTO receipt VALUES (1, '0101', 1, 1800000000,"
                    " 'København')")
        said = self.ctl("status").stdout
        self.assertRegex(said, r"receipts 1/\d\d municipalities")
        self.assertRegex(said, r"Hovedstaden +\*#+\n")
        self.assertIn("* reached and receipted", said)
        towns = {m["code"]: m for m in self.json("status")["municipalities"]}
        self.assertTrue(towns["0101"]["receipted"])
        self.assertTrue(towns["0147"]["asked"])
        self.assertFalse(towns["0147"]["receipted"])
        self.assertRegex(self.ctl("show", "1").stdout,
                         r"Receipts\n  2027-01-15 09:00  København\n  none yet"
                         r"          Frederiksberg: asked \d{4}-")
        got = self.json("show", "1")["receipts"]
        self.assertEqual([g["receipted"] for g in got if g["code"] == "0101"],
                         ["2027-01-15T08:00:00Z"])
        said = self.ctl("report", "--unreached", "1").stdout
        self.assertNotIn("København", said)
        self.assertIn("[ ] Frederiksberg (0147): no receipt, asked", said)
        # The receipt is of notice 1, not of what comes later.
        self.ctl("update", "1", "--text", "Nyt.", "--yes")
        self.change("UPDATE delivery SET state = 'failed' WHERE message IN"
                    " (SELECT id FROM message WHERE org = '0101')"
                    " AND number = 2")
        self.assertRegex(self.ctl("status").stdout, r"Hovedstaden +!#+\n")
        self.assertIn("[ ] København (0101): not reached; it gave a receipt "
                      "before, 2027-01-15 09:00",
                      self.ctl("report", "--unreached", "1").stdout)


if __name__ == "__main__":
    unittest.main()
