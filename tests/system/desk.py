"""What an operator has before him, the same each time, on a made clock: a few
contacts, two people on call, a feed, and incident 7, which came from it, was
told, and rings. The daemon that did it has ended, unless it is wanted."""
import os
import shutil
import sqlite3

from house import House
from madeclock import MadeClock
from servers import ROOT, wait_for

NIGHT = os.path.join(ROOT, "tests", "data", "nspop-sequence")
CONF = """\
store: alertd.db
feeds: [{name: nspop, kind: statuspage, url: "file://%(dir)s/now.json"},
        {name: driftmail, kind: maildir, url: "file://%(dir)s/mails",
         senders: [drift@example.dk], authserv_id: mx.example.dk}]
alarm: {mail: [vagt@example.dk]}
notices: {contact: "FMK-vagten, tlf. 00 00 00 01", signature: FMK-drift}
mail: {transport: maildir, maildir: Maildir, from: fmk-drift@example.dk}
sms: {transport: file, file: sms.txt, sender: FMKDRIFT}
rotas: [{name: medcom, team: medcom, people: [Anna Holm, Jens Lund],
         start: 2026-01-01, handover: thursday 08:00}]
"""
CONTACTS = """organisation,name,email,phone
medcom,Anna Holm,anna.holm@example.dk,+45 00 00 00 11
medcom,Jens Lund,jens.lund@example.dk,+45 00 00 00 12
0101,FMK-koordinator,fmk@koebenhavn.example.dk,+45 00 00 00 21
0751,Sygeplejen,fmk@aarhus.example.dk,+45 00 00 00 22
0751,Sofie Lind,sofie.lind@aarhus.example.dk,
0851,IT-vagten,fmk@aalborg.example.dk,
kmd,KMD Drift,drift@kmd.example.dk,
"""
OPEN = ("send", "--effect", "outage", "--title", "FMK kan ikke bruges",
        "--text", "SDS undersøger fejlen.", "--fmk-online", "down", "--yes")


# 2026-03-28 23:14 in Denmark, two minutes after the event of now.json began;
# what follows here is done within that minute.
BEGIN = 1774736041


class Desk(House):
    def __init__(self, conf=CONF, runs=False):
        self.clock = MadeClock(BEGIN)
        try:
            super().__init__(conf % {"dir": "/nowhere"}, self.clock.env)
        except BaseException:
            self.clock.stop()
            raise
        try:
            self.write(conf % {"dir": self.folder})
            self.put("contacts.csv", CONTACTS)
            self.ctl("contacts", "import", self.path("contacts.csv"),
                     "--replace", "--force")
            self.put("new.yaml", conf % {"dir": self.folder})
            self.put("greeting.txt", "Hej {{name}}\n")
            self.put("data.json", '{"name": "Anna"}')
            shutil.copytree(NIGHT, self.path("recorded"))
            shutil.copy(os.path.join(NIGHT, "2026-03-28T221300Z.json"),
                        self.path("now.json"))
            for folder in ("cur", "new", "tmp"):
                os.makedirs(self.path("mails/" + folder))
            self.seventh()
            if not runs:
                self.end()
        except BaseException:
            self.stop()
            raise

    def put(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as f:
            f.write(text)

    def sql(self, command, *args):
        with sqlite3.connect(self.path("alertd.db"), 30) as db:
            return db.execute(command, args).fetchall()

    def seventh(self):
        """Incident 7 comes from the feed: the number of the one before it is
        that of a copy."""
        self.ctl(*OPEN)
        columns = [r[1] for r in self.sql("PRAGMA table_info(incident)")]
        self.sql("UPDATE incident SET state = 'resolved', resolved_at ="
                 " opened_at")
        self.sql("INSERT INTO incident SELECT %s FROM incident" % ", ".join(
            "6" if c == "id" else c for c in columns))
        self.start()
        wait_for(lambda: self.sql(
            "SELECT 1 FROM delivery WHERE incident = 7") and not self.sql(
            "SELECT 1 FROM delivery WHERE state IN ('queued', 'sending')"),
            "incident 7 is told", 40)

    def end(self):
        self.daemon.terminate()
        self.daemon.wait(60)

    def stop(self):
        super().stop()
        self.clock.stop()
