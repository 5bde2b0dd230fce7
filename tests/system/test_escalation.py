"""Who is paged when nobody answers, by the real daemon on a made clock."""
import calendar
import email
import os
import time
import unittest

from house import FeedServer, House, event, page
from madeclock import LIBRARY, MadeClock
from servers import wait_for

CONF = """
store: alertd.db
mail: {transport: maildir, maildir: Maildir, from: fmk-drift@example.dk}
sms: {transport: file, file: sms.txt, sender: FMKDRIFT}
feeds: [{name: nspop, kind: statuspage, url: "%s", poll: 10s}]
escalation: {reply_number: "00 00 00 09", unreached: 1d}
rotas:
  - {name: uge, team: medcom, people: [Anna Berg, Bo Dam],
     handover: sunday 03:00, start: 2026-10-18}
"""
CONTACTS = """organisation,name,email,phone
0101,Vagt,fmk@example.dk,+45 00 00 00 01
medcom,Anna Berg,anna@example.dk,+45 00 00 00 11
medcom,Bo Dam,bo@example.dk,
kl,Dorte Falk,dorte@example.dk,
"""
ALL = ["anna@example.dk", "bo@example.dk", "dorte@example.dk"]
# Sunday 25 October 2026, 02:45 in summer time; at 03:00 it is 02:00 again,
# and the handover is at 03:00 in winter time, an hour and a quarter away.
NIGHT = calendar.timegm((2026, 10, 25, 0, 45, 0))
DEADLINE = 60


def down(clock):
    text = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(clock.now()))
    return event("i1", "FMK er utilgængeligt i produktion",
                 "Opslag i FMK fejler for alle anvendere.", "investigating",
                 text)


@unittest.skipUnless(os.path.exists(LIBRARY), "no libfaketime")
class OnCall(unittest.TestCase):
    def setUp(self):
        self.clock = MadeClock(NIGHT)
        self.addCleanup(self.clock.stop)
        self.feed = FeedServer()
        self.addCleanup(self.feed.stop)
        self.feed.body = page(down(self.clock))
        self.house = House(CONF % self.feed.url, self.clock.env, CONTACTS)
        self.addCleanup(self.house.stop)
        self.read = set()
        self.house.start()
        self.paged(["anna@example.dk"], "whom the rota names")

    def new(self):
        """To whom each mail went that came since the last call."""
        box = self.house.path("Maildir/new")
        found = []
        for name in sorted(os.listdir(box) if os.path.isdir(box) else []):
            if name in self.read:
                continue
            self.read.add(name)
            with open(os.path.join(box, name), "rb") as f:
                mail = email.message_from_binary_file(f)
            found.append((mail["To"], str(email.header.make_header(
                email.header.decode_header(mail["Subject"])))))
        return found

    def paged(self, who, what, word=""):
        """Waits until exactly these have got a page."""
        got = []

        def enough():
            got.extend((to, s) for to, s in self.new()
                       if "fmk@example.dk" not in to)
            return len(got) >= len(who)

        wait_for(enough, what, DEADLINE)
        self.assertEqual(
            sorted(a for a in ALL if any(a in to for to, _ in got)),
            sorted(who), what)
        self.assertEqual(len(got), len(who), got)
        for _, subject in got:
            self.assertIn(word, subject)

    def wait(self, minutes):
        """Time passes; the daemon looks at once."""
        self.clock.pass_in(self.house, minutes * 60)

    def test_nobody_answers_over_the_change_to_winter_time(self):
        self.wait(10)
        self.paged(["bo@example.dk"], "the rest of MedCom")
        self.wait(10)
        self.paged(["dorte@example.dk"], "KL, 20 minutes later")
        self.wait(15)
        # 02:20 for the second time: the shift is not over.
        self.paged(["anna@example.dk"], "the second round")
        for step in ["bo@example.dk", "dorte@example.dk"]:
            self.wait(10)
            self.paged([step], "the second round goes on")
        self.wait(15)
        # 02:55: still Anna's, in the third round.
        self.paged(["anna@example.dk"], "the third round")
        for step in ["bo@example.dk", "dorte@example.dk"]:
            self.wait(10)
            self.paged([step], "the third round goes on")
        for _ in range(3):
            self.wait(30)
            self.paged(ALL, "everybody, each half hour")

    def test_ack_stops_it_and_lapses(self):
        self.wait(10)
        self.paged(["bo@example.dk"], "the rest of MedCom")
        self.house.ctl("ack")
        self.paged(["anna@example.dk", "bo@example.dk"], "who was paged",
                   "Taget af")
        self.wait(60)
        self.wait(60)
        self.house.ctl("status")
        self.assertEqual([x for x in self.new()
                          if "fmk@example.dk" not in x[0]], [])
        self.wait(121)
        # It is Bo's week by now.
        self.paged(["bo@example.dk"], "it rings again")

    def test_pages_survive_a_restart(self):
        # What a worker had in its hands would go once more.
        wait_for(lambda: all(
            c["queued"] + c["sending"] == 0
            for c in self.house.json("status")["outbox"].values()),
            "what was sent is on record", DEADLINE)
        self.house.kill()
        self.clock.forward(10 * 60)
        self.house.start()
        self.paged(["bo@example.dk"], "the next step, not the first again")


if __name__ == "__main__":
    unittest.main()
