"""The page in two states that people meet: nothing open, and an outage whose
notices did not reach everybody. The real daemon is beside it."""
import sqlite3
import time

from house import House, page
from servers import wait_for
from test_web import WebCase, down

CONF = """
store: alertd.db
alarm: {mail: [vagt@example.dk]}
mail: {transport: maildir, maildir: Maildir, from: fmk-drift@example.dk}
sms: {transport: file, file: sms.txt, sender: FMKDRIFT}
notices:
  contact: "FMK-vagten, tlf. 00 00 00 01"
  signature: FMK-driftsinformation
feeds: [{name: nspop, kind: statuspage, url: "%s", poll: 10s}]
web:
  listen: "127.0.0.1:%d"
  base_url: "http://127.0.0.1:%d"
  auth: header
  header: X-Remote-User
"""
VIEWER = "Vagthavende"
NO_CONTACT = ("0741", "0825")
FAILED = ("0316", "0370", "0671", "0810")
WAITING = ("0400", "0482", "0563", "0773", "0787", "0851")
RECEIPTED = 60  # of the municipalities, by code
LONG = "Drift: " + "x" * 160  # without a place to break it


class Scene(WebCase):
    """A case without a test of its own: the house, ready to be looked at."""

    def __init__(self, *events):
        super().__init__()
        self.setUp()
        self.feed.body = page(*events)
        try:
            self.house = House(CONF % (self.feed.url, self.port, self.port))
            self.addCleanup(self.house.stop)
            # One each, so that the list of recipients is short.
            self.sql("UPDATE contact SET enabled = 0 WHERE id NOT IN"
                     " (SELECT min(id) FROM contact GROUP BY org)")
            for code in NO_CONTACT:
                self.sql("UPDATE contact SET enabled = 0 WHERE org ="
                         " (SELECT id FROM org WHERE code = ?)", code)
            self.start()
        except BaseException:
            self.doCleanups()
            raise

    def sql(self, command, *args):
        with sqlite3.connect(self.house.path("alertd.db"), 30) as db:
            return db.execute(command, args).fetchall()

    def base(self):
        return "http://127.0.0.1:%d" % self.port

    def paths(self):
        """Every page there is, by what it is called."""
        return {"front": "/"}


class Quiet(Scene):
    def paths(self):
        return {"quiet": "/", "history-empty": "/historik",
                "not-found": "/nowhere"}


class Outage(Scene):
    def __init__(self, title="FMK er utilgængeligt i produktion"):
        super().__init__(down(title))
        try:
            self.wait_told(1)
            self.house.ctl("update", "1", "--yes", "--text",
                           "FMK svarer stadig ikke. Fejlen er fundet.")
            self.wait_told(2)
            self.half_told()
            self.alarm()
            self.past()
        except BaseException:
            self.doCleanups()
            raise

    def wait_told(self, number):
        wait_for(lambda: self.sql(
            "SELECT 1 FROM delivery WHERE number = ?", number) and not
            self.sql("SELECT 1 FROM delivery WHERE state IN"
                     " ('queued', 'sending')"), "notice %d to all" % number,
                 60)

    def half_told(self):
        """Each of the states that a municipality can have."""
        for code in FAILED:
            self.sql("UPDATE delivery SET state = 'failed', told = 0,"
                     " answer = '550 5.1.1 no such user', code = 550"
                     " WHERE number = 2 AND org = ?", code)
        for code in WAITING:
            self.sql("UPDATE delivery SET state = 'superseded', told = 0"
                     " WHERE number = 2 AND org = ?", code)
        self.sql("INSERT INTO receipt SELECT 1, o.code, (SELECT id FROM notice"
                 " WHERE incident = 1 AND number = 2), ?, 'link' FROM org o"
                 " WHERE o.kind = 'municipality' ORDER BY o.code LIMIT ?",
                 int(time.time()), RECEIPTED)

    def alarm(self):
        self.sql("INSERT INTO call (alarm, about, detail, opened, began,"
                 " steps, skipped, owner) VALUES ('feed_failing', 'nspop',"
                 " 'the server at status.example.dk did not answer within"
                 " 30 s', ?, ?, 0, '', '')",
                 int(time.time()) - 900, int(time.time()) - 900)

    def past(self):
        """A history of several years, and more than a page of this one."""
        columns = [row[1] for row in self.sql("PRAGMA table_info(incident)")]
        row = dict(zip(columns, self.sql(
            "SELECT * FROM incident WHERE id = 1")[0]))
        put = "INSERT INTO incident VALUES (%s)" % ", ".join(
            "?" for _ in columns)
        for i in range(2, 140):
            at = int(time.time()) - 3600 - i * (40000 if i < 130 else 4000000)
            row.update(id=i, state="resolved", since=at, opened_at=at,
                       decided_at=at, resolved_at=at + i * 97, due_at=None,
                       kind="exercise" if i % 50 == 3 else "actual",
                       title=LONG if i == 2 else "NSP: langsomme svar")
            self.sql(put, *(row[c] for c in columns))

    def paths(self):
        return {"outage": "/", "incident": "/sag/1",
                "recipients": "/sag/1/besked/1", "history": "/historik"}
