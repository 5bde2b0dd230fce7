"""The health of a feed: the real daemon with an HTTP server that goes away,
sends a login page, comes back and shrinks, and the mailbox of the on-call."""
import datetime
import email
import email.policy
import os
import sqlite3
import time
import unittest

from house import FeedServer, House, event, page
from madeclock import LIBRARY, MadeClock
from servers import free_port, wait_for

CONF = """
store: alertd.db
alarm: {mail: [vagt@example.dk]}
mail: {transport: maildir, maildir: Maildir, from: fmk-drift@example.dk}
sms: {transport: none}
feeds: [{name: nspop, kind: statuspage, url: "%s", poll: 10s}]
"""
DEADLINE = 90
OPENED = "FMK er nede"
FAILING = "alertd melder: Feedet nspop kan ikke læses."
SHRUNKEN = "alertd melder: De fleste meldinger er væk fra feedet nspop."
WELL = "alertd melder: Feedet nspop er i orden igen."


def ago(hours):
    t = datetime.datetime.now(datetime.timezone.utc)
    return (t - datetime.timedelta(hours=hours)).strftime(
        "%Y-%m-%dT%H:%M:%SZ")


@unittest.skipUnless(os.path.exists(LIBRARY), "no libfaketime")
class Health(unittest.TestCase):
    def setUp(self):
        self.clock = MadeClock(time.time(), monotonic=True)
        self.addCleanup(self.clock.stop)
        self.feed = FeedServer(free_port())
        self.addCleanup(lambda: self.feed.stop())
        self.events = [event("i1", "FMK er utilgængeligt i produktion",
                             "Opslag i FMK fejler for alle anvendere.",
                             "investigating", ago(0))]
        self.events += [event("old%d" % i, "FMK var langsomt",
                              "Driften er normal.", "resolved", ago(48),
                              health="operational") for i in range(4)]
        self.feed.body = page(*self.events)
        self.house = House(CONF % self.feed.url, env=self.clock.env)
        self.addCleanup(self.house.stop)

    def server_goes(self):
        self.feed.stop()

    def server_comes(self, body):
        self.feed = FeedServer(self.feed.port)
        self.feed.body = body

    def health(self):
        shown = self.house.json("feed", "list")
        self.assertEqual(len(shown), 1)
        return shown[0]

    def becomes(self, health, cause=None):
        self.house.poll()
        wait_for(lambda: (self.health()["health"], self.health()["cause"]) ==
                 (health, cause), "%s, %s" % (health, cause), DEADLINE)

    def age(self, column):
        """The time that begins with the state was ten minutes ago."""
        with sqlite3.connect(self.house.path("alertd.db"), timeout=30) as db:
            db.execute("UPDATE feed SET %s = %s - 600" % (column, column))

    def polls(self, n):
        """So many more answers of the server, each when it is time; those
        before the last have come to something."""
        for _ in range(n):
            seen = self.feed.requests
            self.clock.pass_in(self.house, 10)
            wait_for(lambda n=seen: self.feed.requests > n, "a poll",
                     DEADLINE)

    def state(self, column):
        with sqlite3.connect(self.house.path("alertd.db"), timeout=30) as db:
            return db.execute("SELECT %s FROM feed" % column).fetchone()[0]

    def pages(self):
        """The subjects in the mailbox of the on-call, in their order."""
        box = self.house.path("Maildir/new")
        found = []
        for name in os.listdir(box) if os.path.isdir(box) else []:
            with open(os.path.join(box, name), "rb") as f:
                m = email.message_from_binary_file(
                    f, policy=email.policy.default)
            if m["To"] == "vagt@example.dk":
                found.append((os.stat(os.path.join(box, name)).st_mtime_ns,
                              str(m["Subject"])))
        return [subject for _, subject in sorted(found)]

    def expect(self, *beginnings):
        """Exactly these pages."""
        wait_for(lambda: len(self.pages()) >= len(beginnings),
                 "%d pages" % len(beginnings), DEADLINE)
        pages = self.pages()
        self.assertEqual(len(pages), len(beginnings), pages)
        for subject, beginning in zip(pages, beginnings):
            self.assertTrue(subject.startswith(beginning), pages)

    def open_incidents(self):
        return [i["incident"] for i in self.house.json("status")["incidents"]
                if i["state"] == "open"]

    def lasts(self):
        """Three polls that found it so, over more than five minutes."""
        while self.state("polls") < 3:
            seen = self.state("polls")
            self.house.poll()
            wait_for(lambda: self.state("polls") > seen, "a poll", DEADLINE)
        self.age("since")
        self.house.poll()

    def test_goes_away_comes_back_and_shrinks(self):
        house = self.house
        house.start()
        self.becomes("ok")
        self.expect(OPENED)
        self.assertIn("feed nspop is ok, read ",
                      house.ctl("status").stdout)

        self.server_goes()
        self.becomes("failing", "unreachable")
        self.lasts()
        self.expect(OPENED, FAILING)
        shown = house.ctl("status").stdout
        self.assertIn("feed     nspop: FAILING since", shown)
        self.assertIn("PROBLEM  feed nspop is failing: alertctl feed test "
                      "nspop; is the network up", shown)
        # A login page is no feed, and no other alarm; nor is a restart.
        self.server_comes(b"<html><body>Log ind</body></html>")
        self.becomes("failing", "not-a-feed")
        self.assertIn("is it a login page",
                      house.ctl("feed", "list").stdout)
        house.kill()
        house.start()
        self.polls(2)
        self.expect(OPENED, FAILING)

        self.feed.body = page(*self.events)
        self.becomes("ok")
        self.expect(OPENED, FAILING, WELL)

        # One alarm, not a page for each event; nothing is over.
        self.feed.body = page(self.events[1])
        self.becomes("shrunken")
        self.assertEqual(self.health()["why"], "4 of 5 events are gone")
        self.lasts()
        self.expect(OPENED, FAILING, WELL, SHRUNKEN)
        self.polls(2)
        self.assertEqual(self.open_incidents(), [1])

        self.feed.body = page(*self.events)
        self.house.poll()
        wait_for(lambda: self.state("body") == "whole", "whole", DEADLINE)
        self.assertEqual(self.health()["health"], "shrunken")
        self.age("body_since")
        self.becomes("ok")
        self.polls(2)
        self.expect(OPENED, FAILING, WELL, SHRUNKEN, WELL)
        self.assertEqual(self.open_incidents(), [1])
        self.assertEqual(house.ctl("log", "verify").returncode, 0)


if __name__ == "__main__":
    unittest.main()
