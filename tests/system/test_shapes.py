"""The shapes of an event's life: a recorded sequence of each kind of feed
through the real program, with every notice and page that comes of it.

The bodies are in tests/data/feeds, named by the time of their poll; one or two
of each sequence are broken (a login page, a torn body) and change nothing.
"""
import json
import os
import re
import shutil
import subprocess
import unittest

from house import CTL
from servers import ROOT, temp_folder

FEEDS = os.path.join(ROOT, "tests", "data", "feeds")

OPENED = "municipalities are being told"
NEW, SAME = "with new text", "nothing new"


def replay(*args):
    env = dict(os.environ)
    env.pop("ALERTD_CONFIG", None)
    r = subprocess.run([CTL, "replay", "--pages", *args], env=env,
                       timeout=120, stdin=subprocess.DEVNULL,
                       stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                       encoding="utf-8")
    return r, [json.loads(line) for line in r.stdout.splitlines()]


def once(lines):
    """Each page once: that it goes out again and again, and that those who
    were paged hear of the end, is the business of test_escalation."""
    said = set()
    for n in lines:
        key = (n["event"], n["reason"])
        if n["type"] == "page" and (key in said or
                                    n["reason"].startswith("settled")):
            continue
        said.add(key)
        yield n


class Shapes(unittest.TestCase):
    def check(self, kind, expected, folder=None, until=None, failed=()):
        """Everything that is told, as (time, type, effect, event, words of
        the reason); kind auto tells the same; failed: times of the polls
        whose body was none."""
        folder = os.path.join(FEEDS, folder or kind)
        more = ["--until", until] if until else []
        r, lines = replay("--kind", kind, *more, folder)
        self.assertEqual(r.returncode, 0, r.stderr)
        self.assertEqual(lines, replay(*more, folder)[1])
        lines = list(once(lines))
        self.assertEqual(
            [(n["at"][5:16], n["type"], n["effect"], n["event"])
             for n in lines], [e[:4] for e in expected])
        for n, e in zip(lines, expected):
            self.assertIn(e[4], n["reason"])
        self.assertEqual(
            re.findall(r"([^/\s]+)\.\w+: .*\(a failed poll\)", r.stderr),
            list(failed))

    def edited(self, event, folder, kind, failed):
        """Statuspage's RSS and Atom: the same story in both."""
        fmk, plan = event % "fmk01", event % "plan01"
        self.check(kind, [
            ("05-05T07:16", "page", "planned", plan, OPENED),
            ("05-05T07:16", "planned", "planned", plan, "FMK"),
            ("05-05T08:01", "first", "outage", fmk, "FMK"),
            ("05-05T08:01", "page", "outage", fmk, OPENED),
            ("05-05T10:01", "repeat", "outage", fmk, NEW),
            ("05-05T12:01", "repeat", "outage", fmk, NEW),
            ("05-05T12:11", "resolved", "outage", fmk, "over"),
        ], folder, failed=failed)

    def test_statuspage_rss(self):
        self.edited("https://status.example.dk/incidents/%s",
                    "statuspage-rss", "rss", ["2026-05-05T104000Z"])

    def test_statuspage_atom(self):
        # The torn body is read as far as it goes, and ends nothing.
        self.edited("tag:status.example.dk,2005:Incident/%s",
                    "statuspage-atom", "rss", [])

    def test_confluence(self):
        event = "blogpost-115000002"
        self.check("confluence", [
            ("05-05T08:01", "first", "outage", event, "FMK"),
            ("05-05T08:01", "page", "outage", event, OPENED),
            ("05-05T10:01", "repeat", "outage", event, NEW),
            ("05-05T11:10", "resolved", "outage", event, "over"),
        ], failed=["2026-05-05T090000Z"])

    def test_rss_updates(self):
        event = "fmk-dk-1/forsinkede svar fra fmk"
        self.check("rss-updates", [
            ("05-05T08:01", "first", "degraded", event, "FMK"),
            ("05-05T08:01", "page", "degraded", event, OPENED),
            ("05-05T08:26", "update", "outage", event, "worse"),
            ("05-05T10:26", "repeat", "outage", event, SAME),
            ("05-05T11:16", "resolved", "outage", event, "over"),
        ], failed=["2026-05-05T093000Z"])

    def test_instatus(self):
        event = "cm5fmk01"
        # Torn, and then for an hour an item that cannot be read: that is told.
        self.check("instatus", [
            ("05-05T08:01", "first", "outage", event, "FMK"),
            ("05-05T08:01", "page", "outage", event, OPENED),
            ("05-05T09:55", "page", "none", "", "cannot be read wholly"),
            ("05-05T10:01", "repeat", "outage", event, SAME),
            ("05-05T11:10", "page", "none", "", "is well again"),
            ("05-05T11:10", "resolved", "outage", event, "over"),
            ("05-05T11:45", "update", "outage", event, "back"),
            ("05-05T12:30", "resolved", "outage", event, "over"),
        ], failed=["2026-05-05T094000Z", "2026-05-05T095000Z"])

    def test_incidentio(self):
        fmk, plan = "01KFMK", "01KPLAN"
        self.check("incidentio", [
            ("05-05T07:15", "page", "planned", plan, OPENED),
            ("05-05T07:15", "planned", "planned", plan, "FMK"),
            ("05-05T08:01", "first", "outage", fmk, "FMK"),
            ("05-05T08:01", "page", "outage", fmk, OPENED),
            ("05-05T09:21", "update", "degraded", fmk, "better"),
            ("05-05T10:05", "resolved", "degraded", fmk, "over"),
            ("05-07T20:00", "planned", "planned", plan, "reminder"),
            ("05-08T21:10", "resolved", "planned", plan, "over"),
        ], failed=["2026-05-05T093000Z"])

    def test_cachet(self):
        self.check("cachet", [
            ("05-05T08:01", "first", "outage", "41", "FMK"),
            ("05-05T08:01", "page", "outage", "41", OPENED),
            ("05-05T10:01", "repeat", "outage", "41", NEW),
            ("05-05T12:01", "repeat", "outage", "41", NEW),
            ("05-05T12:11", "resolved", "outage", "41", "over"),
        ], failed=["2026-05-05T095000Z"])

    def test_blog(self):
        event = "https://blog.example.dk/?p=11"
        expected = [
            ("05-05T08:01", "first", "outage", event, "FMK"),
            ("05-05T08:01", "page", "outage", event, OPENED),
            ("05-05T10:01", "repeat", "outage", event, SAME),
            ("05-05T12:01", "repeat", "outage", event, SAME),
            # Slid out of the list: told once, and it stays open.
            ("05-05T13:01", "page", "outage", event, "no longer lists it"),
            ("05-05T14:01", "repeat", "outage", event, SAME),
            ("05-05T16:01", "repeat", "outage", event, SAME),
            ("05-05T18:01", "repeat", "outage", event, SAME),
        ]
        self.check("rss", expected, "blog", "2026-05-05T19:00:00Z",
                   ["2026-05-05T090000Z"])

    def test_jsonfeed(self):
        self.check("jsonfeed", [
            ("05-05T08:01", "first", "outage", "7", "FMK"),
            ("05-05T08:01", "page", "outage", "7", OPENED),
            ("05-05T10:01", "repeat", "outage", "7", SAME),
            ("05-05T11:10", "resolved", "outage", "7", "over"),
        ], failed=["2026-05-05T090000Z", "2026-05-05T093000Z"])


    def test_maildir(self):
        """Mails are not recognised by their content: whoever serves a page
        would else be believed. The one at 22:00 is torn, and ends nothing."""
        event = "20260328.1@example.dk"
        r, lines = replay("--kind", "maildir", os.path.join(FEEDS, "maildir"))
        self.assertEqual(r.returncode, 0, r.stderr)
        lines = list(once(lines))
        self.assertEqual(
            [(n["at"][5:16], n["type"], n["effect"], n["event"])
             for n in lines], [
                 ("03-28T21:10", "first", "outage", event),
                 ("03-28T21:10", "page", "outage", event),
                 ("03-28T21:35", "update", "outage", event),
                 ("03-28T22:30", "resolved", "outage", event)])
        self.assertIn("FMK-online", lines[2]["reason"])


class Auto(unittest.TestCase):
    FOUND = {"statuspage-rss": "rss", "statuspage-atom": "rss", "blog": "rss"}

    def setUp(self):
        self.dir = temp_folder("auto")
        self.addCleanup(shutil.rmtree, self.dir)

    def feed_test(self, *args):
        return subprocess.run(
            [CTL, "-c", "alertd.yaml", *args, "feed", "test"], cwd=self.dir,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, timeout=120, encoding="utf-8")

    def configure(self, kind, path):
        with open(os.path.join(self.dir, "alertd.yaml"), "w") as f:
            f.write("feeds: [{name: x, kind: %s, url: file://%s}]\n" %
                    (kind, path))

    def test_feed_test_says_which(self):
        for name in set(os.listdir(FEEDS)) - {"maildir"}:
            folder = os.path.join(FEEDS, name)
            self.configure("auto", os.path.join(
                folder, max(os.listdir(folder))))
            kind = self.FOUND.get(name, name)
            r = self.feed_test("--json")
            self.assertEqual(r.returncode, 0, r.stderr)
            self.assertEqual(json.loads(r.stdout)[0]["kind"], kind)
            self.assertIn("feed x: found to be %s, " % kind,
                          self.feed_test().stdout)

    def test_named_or_nothing(self):
        body = os.path.join(self.dir, "body")
        with open(body, "w") as f:
            f.write("<rss><channel/></rss>")
        self.configure("rss", body)
        self.assertIn("feed x: rss, 0 reports", self.feed_test().stdout)
        with open(body, "w") as f:
            f.write("<html>Log ind</html>")
        self.configure("auto", body)
        r = self.feed_test("--json")
        self.assertEqual(r.returncode, 69)
        self.assertEqual(json.loads(r.stdout)[0]["kind"], "auto")


if __name__ == "__main__":
    unittest.main()
