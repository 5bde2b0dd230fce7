"""Every command of alertctl, by its own table, when something is not as it
should be: no daemon, a database that may only be read, that somebody else
holds, or that is not there. Each says in one sentence what is wrong and what
helps, and ends with a status that its help tells of."""
import concurrent.futures
import contextlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import unittest

from house import CTL, SAMPLE
from servers import ROOT, temp_folder

NOINPUT, UNAVAILABLE, NOPERM = 66, 69, 77
NOBODY = 65534
CONF = """\
store: alertd.db
feeds:
  - {name: nspop, kind: statuspage, url: "file://%(dir)s/feed.json"}
  - name: post
    kind: maildir
    url: "file://%(dir)s/Post"
    senders: ["@nsp.example.dk"]
    authserv_id: mx.example.dk
mail: {transport: maildir, maildir: Maildir, from: "a <a@example.dk>"}
sms: {transport: file, file: sms.txt, sender: FMKDRIFT}
alarm: {mail: [vagt@example.dk]}
rotas:
  - {name: vagt, team: medcom, people: [Anna Berg], handover: monday 08:00,
     start: 2026-01-05}
"""
NIGHT = os.path.join(ROOT, "tests", "data", "nspop-sequence")
BODY = os.path.join(NIGHT, "2026-03-28T221300Z.json")
MAIL = "From: a@nsp.example.dk\nSubject: FMK\nMessage-ID: <1@x>\n\nNede.\n"

ANNA, BO = "fmk1.koebenhavn@example.dk", "fmk2.koebenhavn@example.dk"

# What is typed for each; {dir} is a folder with the files below. What is not
# here is called with what its help calls its arguments, and has only to end as
# its help says.
USE = {
    "send": ["-e", "outage", "--title", "Nede", "--text", "Ja.", "--again",
             "-y"],
    "update": ["1", "--text", "Nyt.", "-y"], "resolve": ["1", "-y"],
    "retract": ["2", "-y"], "approve": ["4", "-y"], "dismiss": ["5", "-y"],
    "ack": ["1"], "log": ["1"], "preview": ["1"], "outbox list": ["1"],
    "contacts list": ["0101"], "drafts drop": ["1"],
    "report": ["1", "--unreached"],
    "contacts show": [ANNA], "contacts edit": [ANNA, "--name", "Anna"],
    "contacts add": ["0101", "--email", "ny@example.dk"],
    "contacts org": ["0101", "--channels", "both"],
    "contacts remove": [BO, "-y"], "contacts forget": [ANNA, "-y"],
    "contacts import": ["{dir}/few.csv"], "contacts export": ["-"],
    "oncall cover": ["Anna Berg", "--until", "4h", "-y"],
    "feed test": ["nspop"], "feed parse": [BODY], "feed deliver": ["post"],
    "explain": [BODY], "replay": [NIGHT, "--kind", "statuspage"],
    "backup": ["{dir}/backup.db"], "restore": ["{dir}/backup.db", "-y"],
    "template render": ["{dir}/a.txt", "{dir}/a.json"], "config check": [],
    "completion": ["bash"], "completion words": ["show", ""],
}
WORDS = {"N": "1", "CALL": "1", "FILE": SAMPLE, "ORGANISATION": "0101",
         "MESSAGE": "1", "COVER": "1"}
# What only looks, and what changes something; and what needs no database.
READ = {"status", "drafts list", "show", "report", "log", "log verify",
        "preview", "contacts list", "contacts show", "contacts export",
        "oncall", "outbox list"}
SENDS = {"send", "update", "resolve", "retract", "approve"}
WRITE = SENDS | {
    "dismiss", "drafts drop", "contacts edit", "contacts add", "contacts org",
    "contacts remove", "contacts forget", "contacts import", "oncall cover",
    "oncall uncover", "ack", "outbox retry", "outbox cancel"}
WITHOUT = {"feed list", "feed test", "feed parse", "feed deliver", "explain",
           "replay", "template render", "config check", "completion",
           "completion words"}
# With nothing to do it is another status than 0.
IDLE = {"outbox retry", "outbox cancel", "ack"}


def table():
    return json.loads(subprocess.run(
        [CTL, "--json", "--help"], check=True,
        stdout=subprocess.PIPE).stdout)["commands"]


def words(command, folder):
    """The command line of a command."""
    name = command["name"]
    if name in USE:
        return name.split() + [a.replace("{dir}", folder) for a in USE[name]]
    required = re.sub(r"\[[^]]*\]", "", command["args"])
    return name.split() + [WORDS.get(w, w)
                           for w in re.findall(r"[A-Z]+", required)]


class Case(unittest.TestCase):
    def setUp(self):
        self.dir = temp_folder("down")
        self.addCleanup(shutil.rmtree, self.dir)
        self.write("alertd.yaml", CONF % {"dir": self.dir})
        # The first towns: nobody waits for a whole country here.
        with open(SAMPLE, encoding="utf-8") as f:
            self.write("few.csv", "".join(f.readlines()[:12]))
        self.write("a.txt", "{{a}}")
        self.write("a.json", '{"a": 1}')
        for name in ("Post", "Post/new", "Post/cur", "Post/tmp"):
            os.mkdir(self.path(name))
        shutil.copy(BODY, self.path("feed.json"))

    def path(self, name):
        return os.path.join(self.dir, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as f:
            f.write(text)

    def ctl(self, *args, **more):
        return subprocess.run(
            [CTL, "-c", self.path("alertd.yaml"), *args], cwd=self.dir,
            timeout=120, input=MAIL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, encoding="utf-8", check=False, **more)

    def database(self):
        return sqlite3.connect(self.path("alertd.db"), isolation_level=None)

    def fill(self, n=1):
        """n that are open, three that wait, a call, a cover."""
        self.assertEqual(self.ctl("contacts", "import",
                                  self.path("few.csv")).returncode, 0)
        for _ in range(n):
            r = self.ctl("send", *USE["send"])
            self.assertEqual(r.returncode, 0, r.stderr)
        with contextlib.closing(self.database()) as db:
            names = ", ".join(r[1] for r in db.execute(
                "PRAGMA table_info(incident)") if r[1] != "id")
            names_but = names.replace("state,", "").lstrip(", ")
            for i in (4, 5, 6):
                db.execute("INSERT INTO incident (id, state, %s) SELECT %d,"
                           " 'pending', %s FROM incident WHERE id = 1" % (
                               names_but, i, names_but))
            db.execute("UPDATE incident SET notices = 0, last_notice_at ="
                       " NULL, told_effect = 'none' WHERE id > 3")
            db.execute("INSERT INTO cover VALUES (1, 'vagt', 'Anna Berg',"
                       " 1, 9000000000, 1, 'anna')")
            db.execute("INSERT INTO draft (at, pid, owner, body) VALUES"
                       " (9000000000, 1, 'user anna', '{}')")
            db.execute("INSERT INTO contact (org, name, email, phone, enabled)"
                       " SELECT id, 'Anna Berg', 'anna@example.dk', '', 1"
                       " FROM org WHERE code = 'medcom'")

    def each(self, but=(), **more):
        """All commands and what became of them, several at once: they wait."""
        with concurrent.futures.ThreadPoolExecutor(40) as pool:
            done = [(c, pool.submit(self.ctl, *words(c, self.dir), **more))
                    for c in table() if c["name"] not in but]
            return [(c, d.result()) for c, d in done]

    def told(self, c, r):
        """Documented, and in one sentence when it failed; 1 is a finding."""
        self.assertIn(r.returncode, c["exits"], c["name"] + r.stderr)
        if r.returncode > 1:
            lines = [x for x in r.stderr.splitlines()
                     if x.startswith("alertctl: ")]
            self.assertEqual(len(lines), 1, (c["name"], r.stderr))
        return r


class Down(Case):
    def test_without_the_daemon(self):
        """Everything works, and what sends says that it does so itself."""
        self.fill(3)
        for c in table():
            name = c["name"]
            r = self.told(c, self.ctl(*words(c, self.dir)))
            if name in (READ | WRITE | WITHOUT) - IDLE:
                self.assertEqual(r.returncode, 0, (name, r.stdout, r.stderr))
            if name in SENDS:
                self.assertRegex(
                    r.stdout, r"alertd is not running \(to start it: "
                    r"(alertd -c .*|systemctl start alertd)\): delivering")
                self.assertRegex(r.stdout, r"mail: \d+ accepted")
        self.assertIn("PROBLEM  alertd is not running",
                      self.ctl("status").stdout)

    def test_database_that_is_not_there(self):
        # Importing makes one.
        for c, r in self.each(but=["contacts import"]):
            name = c["name"]
            self.told(c, r)
            if name in WITHOUT:
                self.assertEqual(r.returncode, 0, (name, r.stderr))
            elif name in READ | WRITE:
                self.assertEqual(r.returncode, NOINPUT, (name, r.stderr))
                self.assertIn('"alertctl contacts import FILE" or starting '
                              'alertd makes it', r.stderr)

    def test_database_that_is_held(self):
        self.fill()
        db = self.database()
        self.addCleanup(db.close)
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("BEGIN EXCLUSIVE")
        db.execute("COMMIT")
        for c, r in self.each():
            name = c["name"]
            self.told(c, r)
            if name in WITHOUT:
                self.assertEqual(r.returncode, 0, (name, r.stderr))
            elif name in READ | WRITE:
                self.assertEqual(r.returncode, UNAVAILABLE, (name, r.stderr))
                self.assertIn("database is locked; another process holds it: "
                              "try again, ", r.stderr)
            if name in ("feed list", "config check"):
                self.assertIn("not known", r.stderr)

    @unittest.skipUnless(os.getuid() == 0, "needs another user")
    def test_database_that_may_only_be_read(self):
        """By somebody who may look, in a folder that is not theirs."""
        self.fill()
        os.chmod(self.path("alertd.db"), 0o644)
        try:
            self.ctl("--version", user=NOBODY)
        except PermissionError:
            raise unittest.SkipTest("nobody may not run alertctl")
        for c, r in self.each(user=NOBODY):
            name = c["name"]
            if name in ("feed deliver", "config check"):
                continue
            self.told(c, r)
            if name in READ | WITHOUT:
                self.assertEqual(r.returncode, 0, (name, r.stderr))
            elif name in WRITE:
                self.assertEqual(r.returncode, NOPERM, (name, r.stderr))
                self.assertIn("run alertctl as the user of alertd", r.stderr)


if __name__ == "__main__":
    unittest.main()
