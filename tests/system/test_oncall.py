"""Who is on call: the real daemon with a calendar over HTTP and one in a
file, and the commands of alertctl about it."""
import datetime
import json
import os
import unittest

from house import FeedServer, House
from servers import free_port, wait_for

CONF = """
store: alertd.db
mail: {transport: maildir, maildir: Maildir, from: fmk-drift@example.dk}
sms: {transport: none}
alarm: {mail: [vagt@example.dk]}
escalation:
  teams: [{code: medcom, name: MedCom}]
  steps: [{rota: weekly}, {rota: web}, {rota: file}]
  collect: 1m
rotas:
  - name: weekly
    team: medcom
    people: [Anna Holm, Jens Lund]
    handover: monday 08:00
    start: 2027-01-04
  - {name: web, team: medcom, calendar: "%s/vagt.ics", poll: 1m}
  - {name: file, team: medcom, calendar: "vagt plan.ics"}
"""
CONTACTS = """organisation,name,email,phone
medcom,Anna Holm,anna@example.dk,
medcom,Jens Lund,jens@example.dk,
medcom,Karen Ø,karen@example.dk,
"""
DEADLINE = 60


class CalendarServer(FeedServer):
    """Answers with the calendar in place of a feed."""

    ends = "/vagt.ics"


def utc(hours):
    """A time so many hours from now, as iCalendar has it."""
    t = datetime.datetime.now(datetime.timezone.utc)
    return (t + datetime.timedelta(hours=hours)).strftime("%Y%m%dT%H%M00Z")


def event(who, begin, end):
    return ("BEGIN:VEVENT\r\nUID:%s-%d\r\nDTSTART:%s\r\nDTEND:%s\r\n"
            "SUMMARY:%s\r\nEND:VEVENT\r\n" % (
                who, begin, utc(begin), utc(end), who))


def calendar(*events):
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//DA\r\n%s"
            "END:VCALENDAR\r\n" % "".join(events)).encode()


class OnCall(unittest.TestCase):
    def setUp(self):
        self.server = CalendarServer(free_port())
        self.server.body = calendar(event("Anna Holm", -1, 5),
                                    event("Frokost", 30, 31))
        self.addCleanup(lambda: self.server.stop())
        self.house = House(CONF % self.server.url)
        self.addCleanup(self.house.stop)
        self.write("vagt plan.ics", calendar(event("Jens Lund", -1, 5)))
        self.write("contacts.csv", CONTACTS.encode())
        self.house.ctl("contacts", "import", self.house.path("contacts.csv"))

    def write(self, name, data):
        with open(self.house.path(name + ".tmp"), "wb") as f:
            f.write(data)
        os.rename(self.house.path(name + ".tmp"), self.house.path(name))

    def rota(self, name, *args):
        return next(r for r in self.house.json("oncall", *args)
                    if r["rota"] == name)

    def becomes(self, rota, who):
        wait_for(lambda: self.rota(rota)["who"] == who,
                 "%s has %s" % (rota, who), DEADLINE)

    def wake(self):
        """A cover that is set and taken back has the daemon look."""
        k = self.cover("Anna Holm", "--rota", "weekly", "--until", "1h")
        self.house.ctl("oncall", "uncover", str(k["id"]))

    def cover(self, *args):
        return json.loads(self.house.ctl(
            "oncall", "cover", *args, "--yes", "--json").stdout)

    def refused(self, status, said, *args):
        done = self.house.ctl(*args, check=False)
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertIn(said, done.stderr)

    def test_calendars(self):
        """Both are read, kept over a restart, and read anew."""
        self.assertIsNone(self.rota("web")["who"])
        self.house.start()
        self.becomes("web", "Anna Holm")
        self.becomes("file", "Jens Lund")
        web = self.rota("web")
        self.assertEqual(web["source"], "calendar")
        self.assertEqual(web["calendar"]["strangers"], 1)
        self.assertEqual(web["calendar"]["stranger"], "Frokost")
        self.assertEqual(web["gaps"], 1)
        # A file that has changed is read when the daemon is woken.
        self.write("vagt plan.ics", calendar(event("Karen Ø", -1, 5)))
        self.wake()
        self.becomes("file", "Karen Ø")
        # The last good one is there without the server and the daemon.
        self.house.kill()
        self.server.stop()
        self.assertEqual(self.rota("web")["who"], "Anna Holm")
        self.house.start()
        wait_for(lambda: self.rota("web")["calendar"]["failing_since"],
                 "the calendar fails", DEADLINE)
        self.assertEqual(self.rota("web")["who"], "Anna Holm")
        self.server = CalendarServer(self.server.port)

    def test_refused(self):
        """A page of another kind and a cut one leave the last good one."""
        self.house.start()
        self.becomes("web", "Anna Holm")
        self.house.kill()
        for body, words in (
                (b"<html>Log in</html>", "no whole iCalendar"),
                (calendar(event("Jens Lund", -1, 5)).replace(
                    b"SUMMARY", b"RRULE:FREQ=SECONDLY\r\nSUMMARY"), "RRULE"),
                (self.server.body[:-20], "no whole iCalendar")):
            self.server.body = body
            self.house.start()
            wait_for(lambda w=words: w in (
                self.rota("web")["calendar"]["error"] or ""),
                "it is refused: " + words, DEADLINE)
            self.assertEqual(self.rota("web")["who"], "Anna Holm")
            self.house.kill()

    def test_never_read(self):
        """Without a good one the on-call hears at once."""
        self.server.status = 404
        self.house.start()
        wait_for(lambda: "The calendar of rota web cannot be read: HTTP "
                 "status 404" in self.house.said(), "the alarm", DEADLINE)
        wait_for(lambda: self.rota("web")["calendar"]["error"] ==
                 "HTTP status 404", "it is shown", DEADLINE)

    def test_cover(self):
        before = self.rota("weekly")["who"]
        k = self.cover("karen ø", "--rota", "weekly", "--until", "3h")
        self.assertEqual(k["who"], "Karen Ø")
        self.assertFalse(k["daemon"])
        now = self.rota("weekly")
        self.assertEqual((now["who"], now["source"], now["cover"]),
                         ("Karen Ø", "cover", k["id"]))
        self.assertEqual(now["until"], k["until"])
        self.assertEqual(now["spans"][1]["who"], before)
        later = self.rota("weekly", "--at", "4h")
        self.assertEqual((later["who"], later["covers"]), (before, []))
        shown = self.house.ctl("oncall").stdout
        self.assertIn("weekly: Karen Ø (cover), until ", shown)
        self.assertIn("cover %d: Karen Ø from " % k["id"], shown)
        self.house.ctl("oncall", "uncover", str(k["id"]))
        self.assertEqual(self.rota("weekly")["who"], before)
        log = self.house.ctl("log").stdout
        self.assertIn("cover.set", log)
        self.assertIn("cover.removed", log)
        self.refused(66, "there is no cover %d" % k["id"], "oncall",
                     "uncover", str(k["id"]))

    def test_cover_woken(self):
        self.house.start()
        self.assertTrue(self.cover("Karen Ø", "--rota", "web", "--until",
                                   "3h")["daemon"])

    def test_wrong(self):
        cover = ("oncall", "cover", "Karen Ø", "--yes")
        self.refused(64, "say which rota with --rota: weekly, web, file",
                     *cover, "--until", "1h")
        self.refused(66, "there is no rota \"weakly\"; did you mean "
                     "\"weekly\"?", *cover, "--until", "1h", "--rota",
                     "weakly")
        self.refused(66, "\"Jens Lunt\" is no contact of the team medcom; "
                     "did you mean \"Jens Lund\"?", "oncall", "cover",
                     "Jens Lunt", "--rota", "web", "--until", "1h", "--yes")
        self.refused(66, "there are Anna Holm, Jens Lund, Karen Ø",
                     "oncall", "cover", "Nobody", "--rota", "web",
                     "--until", "1h", "--yes")
        rota = (*cover, "--rota", "web")
        self.refused(64, "--until is missing", *rota)
        self.refused(64, "--until x: give", *rota, "--until", "x")
        self.refused(64, "--from x: give", *rota, "--until", "1h",
                     "--from", "x")
        self.refused(65, "would end before it begins", *rota, "--from",
                     "2026-01-02 08:00", "--until", "2026-01-01 08:00")
        self.refused(65, "would be over already", *rota, "--from",
                     "2020-01-01 08:00", "--until", "2020-01-02 08:00")
        self.refused(64, "nobody is there to confirm", "oncall", "cover",
                     "Karen Ø", "--rota", "web", "--until", "1h")
        self.refused(64, "\"x\" is no cover", "oncall", "uncover", "x")
        self.refused(64, "--days 0: give a whole number from 1 to 366",
                     "oncall", "--days", "0")
        self.assertEqual(self.rota("web")["covers"], [])

    def test_one_rota(self):
        """The only rota needs no name."""
        self.house.write("store: alertd.db\nrotas:\n  - {name: weekly, team: "
                         "medcom, people: [Anna Holm], handover: monday "
                         "08:00, start: 2027-01-04}\n")
        self.assertEqual(self.cover("Jens Lund", "--until", "1h")["rota"],
                         "weekly")

    def test_no_rotas(self):
        self.house.write("store: alertd.db\n")
        said = self.house.ctl("oncall").stdout
        self.assertIn("There are no rotas", said)
        self.assertRegex(said, r"\n  1  MedCom:.* Anna Holm")
        self.assertEqual(self.house.json("oncall"), [])
        self.refused(66, "there are no rotas", "oncall", "cover", "Jens Lund",
                     "--until", "1h", "--yes")

    def check(self, more):
        conf = CONF % self.server.url
        self.house.write(conf.replace("  - {name: web", more +
                                      "  - {name: web"))
        done = self.house.ctl("config", "check", "--json", check=False)
        found = json.loads(done.stdout)
        return done.returncode, {k: [f["message"] for f in found
                                     if f["kind"] == k]
                                 for k in ("mistake", "remark")}

    def test_config_check(self):
        status, found = self.check("")
        self.assertEqual((status, found["mistake"]), (0, []))
        said = "\n".join(found["remark"])
        self.assertNotIn("rota weekly", said)
        self.assertIn("rota web: its calendar has not been read yet", said)
        self.assertRegex(said, r"rota file: 1 gap in the next 365 days, the "
                         r"first from \d{4}-\d\d-\d\d \d\d:\d\d until ")
        self.assertNotIn("no step", said)

    def test_config_check_mistakes(self):
        status, found = self.check(
            "    shifts:\n"
            "      - {who: Jens Lunt, from: 2026-12-24 08:00, until: "
            "2026-12-25 08:00}\n"
            "  - {name: idle, team: medkom, calendar: missing.ics}\n")
        self.assertEqual(status, 78)
        said = "\n".join(found["mistake"])
        self.assertIn("rotas[].shifts[].who: \"Jens Lunt\" is no contact of "
                      "the team; did you mean \"Jens Lund\"?", said)
        self.assertIn("rotas[].team: there is no on-call team \"medkom\"; "
                      "did you mean \"medcom\"?", said)
        self.assertIn("missing.ics", said)
        self.assertIn("rota idle: no step of escalation.steps uses it",
                      "\n".join(found["remark"]))


if __name__ == "__main__":
    unittest.main()
