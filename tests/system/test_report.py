"""The proof of an incident: did every municipality hear again within two
hours, and who did what. The times of a night are written into its database."""
import csv
import html.parser
import io
import os
import shutil
import sqlite3
import subprocess
import unittest

from house import House
from servers import BUILD

CONF = """
store: alertd.db
notices: {contact: "Driften, tlf. 00 00 00 00", language: en}
mail: {transport: maildir, maildir: mail, from: fmk-drift@example.dk}
sms: {transport: file, file: sms.txt, sender: FMKDRIFT}
"""
BEGIN = 1774735980  # 2026-03-28T22:13:00Z: summer time begins that night
HOUR = 3600
# When each notice is queued; it is taken two seconds later.
AT = {1: 0, 2: 2 * HOUR, 3: 4 * HOUR, 4: 5 * HOUR}
LATE, DEAF, HALF = "0147", "0151", "0153"  # codes of municipalities


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.rows = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data):
        if self.rows and self.rows[-1] and self.tags[-1] in ("td", "th"):
            self.rows[-1][-1] += data.rstrip("\n")


class Report(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.house = House(CONF)
        cls.addClassCleanup(cls.house.stop)
        ctl = cls.house.ctl
        ctl("send", "--effect", "outage", "--title", "=FMK <er> nede", "-y")
        ctl("update", "1", "--text", "Leverandøren leder.", "-y")
        ctl("update", "1", "--text", "Der ledes endnu.", "-y")
        ctl("resolve", "1", "-y")
        cls.spread()

    @classmethod
    def spread(cls):
        """As though it had lasted a night, with one municipality that lost a
        notice, one that got none, and one that was not told of the end."""
        with sqlite3.connect(cls.house.path("alertd.db")) as db:
            for number, at in AT.items():
                at += BEGIN
                db.execute("UPDATE notice SET at = ?, next = CASE WHEN next"
                           " IS NOT NULL THEN ? END WHERE number = ?",
                           (at, at + 2 * HOUR, number))
                db.execute("UPDATE delivery SET accepted = ?, done = ?"
                           " WHERE number = ?", (at + 2, at + 2, number))
            db.execute("UPDATE incident SET since = ?, opened_at = ?,"
                       " resolved_at = ?", (BEGIN, BEGIN, BEGIN + AT[4]))
            fail = ("UPDATE delivery SET state = 'failed', accepted = NULL,"
                    " answer = ? WHERE message IN (SELECT id FROM message"
                    " WHERE org = ?) AND number IN (%s)")
            db.execute(fail % "2", ("=550 no such user", LATE))
            db.execute(fail % "1, 2, 3, 4", ("550 gone", DEAF))
            db.execute(fail % "4", ("550 full", HALF))
            # By SMS it came eleven minutes later than by mail.
            db.execute("UPDATE delivery SET accepted = accepted + 660 WHERE"
                       " message IN (SELECT id FROM message WHERE org ="
                       " '0101' AND number = 1 AND channel = 'sms')")

    def text(self, *args):
        return self.house.ctl("report", "1", *args).stdout

    def test_text(self):
        said = self.text()
        flat = " ".join(said.split())
        for part in (
                "THE PROMISE WAS BROKEN.",
                "Breaches: 1 of 290 gaps between notices (longer than 2h2m), "
                "municipalities: 1.",
                "Largest gap: Frederiksberg, 4h, from notice 1 (2026-03-28 "
                "23:13:02) to notice 3 (2026-03-29 04:13:02).",
                "Told: 97 of 98 municipalities. Told that it is over: 96.",
                "Waited too long (1): Frederiksberg",
                "Never told (1): Ballerup",
                "Told, but not that it is over (1): Brøndby",
                "Frederiksberg 2026-03-28 23:13:02 3/4 4h 4h TOO LONG, 1h",
                "Ballerup NEVER TOLD 0/4 -",
                "Brøndby 2026-03-28 23:13:02 3/4 2h 2h, 2h, 59m58s, not told "
                "that it is over",
                "København 2026-03-28 23:13:02 4/4 2h 2h, 2h, 1h",
                "user root, incident.opened: actual, outage: =FMK <er> nede",
                "=550 no such user", "No receipt was asked for."):
            self.assertIn(part, flat)
        for line in said.split("\n"):
            self.assertLessEqual(len(line), 80, line)
        # What matters is on the first screen.
        self.assertLess(said.index("BROKEN"), said.index("Notices\n"))

    def test_kept(self):
        """The same night without those three."""
        other = os.path.join(self.house.folder, "kept.db")
        shutil.copy(self.house.path("alertd.db"), other)
        with sqlite3.connect(other) as db:
            for number, at in AT.items():
                db.execute("UPDATE delivery SET state = 'accepted', accepted"
                           " = ? WHERE number = ?", (BEGIN + at + 2, number))
            db.execute("UPDATE delivery SET accepted = accepted + 120 WHERE"
                       " message IN (SELECT id FROM message WHERE org ="
                       " '0101') AND number = 2")
        conf = os.path.join(self.house.folder, "kept.yaml")
        with open(conf, "w", encoding="utf-8") as f:
            f.write(CONF.replace("alertd.db", "kept.db"))
        report = self.house.json("-c", conf, "report", "1")
        promise = report["promise"]
        self.assertEqual(promise["state"], "held")
        self.assertEqual(promise["breaches"], 0)
        self.assertEqual(promise["limit_seconds"], 7320)
        self.assertEqual(promise["largest_gap"]["seconds"], 7320)
        self.assertEqual(promise["largest_gap"]["municipality"], "København")
        said = " ".join(self.house.ctl("-c", conf, "report", "1")
                        .stdout.split())
        self.assertIn("The promise was kept: every municipality heard again "
                      "within 2h2m, until it was over. Breaches: 0 of 294 "
                      "gaps between notices", said)

    def test_csv(self):
        raw = self.house.ctl("report", "1", "--csv").stdout
        rows = list(csv.DictReader(io.StringIO(raw, newline="")))
        self.assertEqual(len(rows), 98 * 4)
        of = {(r["code"], r["notice"]): r for r in rows}
        late = of[LATE, "2"]
        self.assertEqual(late["accepted"], "")
        self.assertEqual(late["answer"], "'=550 no such user")
        self.assertEqual(of[LATE, "3"]["gap_seconds"], str(4 * HOUR))
        self.assertEqual(of[LATE, "3"]["breach"], "yes")
        both = of["0101", "1"]
        self.assertEqual(both["accepted_mail"], "2026-03-28T22:13:02Z")
        self.assertEqual(both["accepted_sms"], "2026-03-28T22:24:02Z")
        self.assertEqual(both["accepted"], both["accepted_mail"])
        self.assertEqual(sum(r["breach"] == "yes" for r in rows), 1)
        raw = subprocess.run(
            [os.path.join(BUILD, "alertctl"), "-c", self.house.conf, "report",
             "1", "--csv"], check=True, stdout=subprocess.PIPE).stdout
        self.assertEqual(raw.count(b"\n"), raw.count(b"\r\n"))

    def test_json(self):
        report = self.house.json("report", "1")
        promise = report["promise"]
        self.assertEqual(promise["state"], "broken")
        self.assertEqual(promise["untold_names"], ["Ballerup"])
        self.assertEqual(promise["over_untold_names"], ["Brøndby"])
        self.assertEqual(promise["breach_names"], ["Frederiksberg"])
        self.assertEqual(len(report["municipalities"]), 98)
        self.assertEqual(report["notices"][1]["municipalities_told"], 96)
        self.assertEqual([a["action"] for a in report["acts"]],
                         ["incident.opened", "incident.state"])
        failed = {(f["code"], f["notice"]) for f in report["failures"]}
        self.assertEqual(failed, {(LATE, 2), (HALF, 4)} |
                         {(DEAF, n) for n in AT})

    def test_html(self):
        said = self.text("--html")
        page = Page(said)
        self.assertIn("<html lang=\"en\">", said)
        self.assertEqual(page.tags.count("html"), 1)
        self.assertFalse({"script", "link", "img", "iframe", "object"} &
                         set(page.tags))
        self.assertFalse({"src", "href", "style"} & set(page.attributes))
        self.assertNotIn("url(", said)
        self.assertNotIn("<er>", said)
        self.assertIn("=FMK &lt;er&gt; nede", said)
        row = [r for r in page.rows if r[0] == "Frederiksberg" and
               len(r) == 5]
        self.assertEqual(row[0][4], "4h TOO LONG, 1h")
        self.assertNotIn("@page", said)

    def test_pdf(self):
        path = os.path.join(self.house.folder, "report.html")
        with open(path, "w", encoding="utf-8") as f:
            f.write(self.text("--pdf-ready"))
        if not shutil.which("chromium") or not shutil.which("pdftotext"):
            self.skipTest("chromium and pdftotext make and read the PDF")
        pdf = os.path.join(self.house.folder, "report.pdf")
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu",
             "--no-pdf-header-footer", "--user-data-dir=" +
             os.path.join(self.house.folder, "chromium"),
             "--print-to-pdf=" + pdf, "file://" + path], check=True,
            timeout=120, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=dict(os.environ, TMPDIR=self.house.folder))
        pages = subprocess.run(
            ["pdftotext", "-layout", pdf, "-"], check=True,
            stdout=subprocess.PIPE, encoding="utf-8").stdout.split("\f")[:-1]
        self.assertGreaterEqual(len(pages), 3)
        for number, page in enumerate(pages, 1):
            self.assertEqual(page.split()[-1], "%d/%d" % (number, len(pages)))
        # The list of municipalities goes on, with its head.
        self.assertIn("Gaps between notices", pages[1])
        self.assertIn("TOO LONG", "".join(pages))

    def test_unreached_csv(self):
        raw = self.text("--unreached", "--csv")
        rows = list(csv.DictReader(io.StringIO(raw, newline="")))
        self.assertEqual({r["municipality"] for r in rows},
                         {"Ballerup", "Brøndby"})
        self.assertTrue(all(r["phone"].startswith("'+45") for r in rows
                            if r["phone"]))
        self.assertTrue(any("@example.dk" in r["email"] for r in rows))

    def test_one_form(self):
        for args in (("--csv", "--html"), ("--json", "--csv"),
                     ("--unreached", "--pdf-ready")):
            done = self.house.ctl("report", "1", *args, check=False)
            self.assertEqual(done.returncode, 64)
            self.assertEqual(done.stdout, "")

    def test_nothing_sent(self):
        done = self.house.ctl("report", "9", check=False)
        self.assertEqual(done.returncode, 66)


if __name__ == "__main__":
    unittest.main()
