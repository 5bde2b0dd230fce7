"""The page in the states that people meet: nothing open, something to decide,
and an outage whose notices did not reach everybody. The real daemon is beside
it."""
import datetime
import email
import email.policy
import os
import re
import sqlite3
import time

from house import House, event, page
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
  receipts: yes
feeds: [{name: nspop, kind: statuspage, url: "%s", poll: 10s}]
web:
  listen: "127.0.0.1:%d"
  base_url: "http://127.0.0.1:%d"
  auth: header
  header: X-Remote-User
"""
ONCALL = """organisation,name,email,phone
medcom,Anna Berg,anna@example.dk,+45 00 00 00 11
"""
VIEWER = "Vagthavende"
NO_CONTACT = ("0741", "0825")
FAILED = ("0316", "0370", "0671", "0810")
WAITING = ("0400", "0482", "0563", "0773", "0787", "0851")
RECEIPTED = 60  # of the municipalities, by code
# Incidents of 2025 and of 2024: seconds of UTC when these years begin.
FEW, BEGIN_FEW = 12, 1735689600
MANY, BEGIN_MANY = 110, 1704067200
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
            self.sql("UPDATE contact SET phone = '' WHERE org > 12 AND"
                     " email <> ''")
            for code in NO_CONTACT:
                self.sql("UPDATE contact SET enabled = 0 WHERE org ="
                         " (SELECT id FROM org WHERE code = ?)", code)
            contacts = self.house.path("oncall.csv")
            with open(contacts, "w", encoding="utf-8") as f:
                f.write(ONCALL)
            self.house.ctl("contacts", "import", contacts)
            self.start()
        except BaseException:
            self.doCleanups()
            raise

    def link(self, begin):
        """The path of the first link in a mail that begins so."""
        return wait_for(lambda: next(self.links(begin), None), begin, 60)

    def links(self, begin):
        folder = self.house.path("Maildir/new")
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name), "rb") as f:
                mail = email.message_from_binary_file(
                    f, policy=email.policy.default)
            yield from re.findall(
                re.escape(self.base()) + "(%s[\\w-]{22})" % begin,
                mail.get_body(("plain",)).get_content())

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


class Pending(Scene):
    """An event that is too old to be told of without a question."""

    def __init__(self):
        old = datetime.datetime.now(datetime.timezone.utc) - \
            datetime.timedelta(days=2)
        super().__init__(event(
            "i1", "FMK svarer langsomt", "Opslag i FMK tager lang tid.",
            "investigating", old.strftime("%Y-%m-%dT%H:%M:%SZ")))

    def paths(self):
        return {"pending": "/", "answer": self.link("/svar/")}


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
        of = (" WHERE number = 2 AND message IN"
              " (SELECT id FROM message WHERE org = ?)")
        for code in FAILED:
            self.sql("UPDATE delivery SET state = 'failed', told = 0,"
                     " answer = '550 5.1.1 no such user', code = 550" + of,
                     code)
        for code in WAITING:
            self.sql("UPDATE delivery SET state = 'superseded', told = 0" + of,
                     code)
        self.sql("INSERT INTO receipt SELECT 1, o.code, (SELECT id FROM notice"
                 " WHERE incident = 1 AND number = 2), ?, 'link' FROM org o"
                 " WHERE o.kind = 'municipality' ORDER BY o.code LIMIT ?",
                 int(time.time()), RECEIPTED)

    def alarm(self):
        self.sql("INSERT INTO call (alarm, about, detail, opened, began,"
                 " steps, skipped, owner, had) VALUES ('feed_failing', 'nspop',"
                 " 'the server at status.example.dk did not answer within"
                 " 30 s', ?, ?, 0, '', '', '')",
                 int(time.time()) - 900, int(time.time()) - 900)

    def past(self):
        """A year with a few incidents, and one with more than a page of
        them."""
        columns = [row[1] for row in self.sql("PRAGMA table_info(incident)")]
        row = dict(zip(columns, self.sql(
            "SELECT * FROM incident WHERE id = 1")[0]))
        put = "INSERT INTO incident VALUES (%s)" % ", ".join(
            "?" for _ in columns)
        for i in range(2, 2 + FEW + MANY):
            at = BEGIN_FEW + i * 86400 if i < 2 + FEW else \
                BEGIN_MANY + i * 86400
            drill = i % 50 == 3
            row.update(id=i, state="resolved", since=at, opened_at=at,
                       decided_at=at, resolved_at=at + i * 97, due_at=None,
                       kind="exercise" if drill else "actual",
                       feed="" if drill else "nspop",
                       title=LONG if i == 2 else "NSP: langsomme svar")
            self.sql(put, *(row[c] for c in columns))

    def paths(self):
        return {"outage": "/", "incident": "/sag/1",
                "recipients": "/sag/1/besked/1", "history": "/historik/2025",
                "taken": self.link("/svar/"),
                "receipt": self.link("/kvittering/")}
