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

# What is typed for each; {dir} is a folder with the files below. What is not
# here is called with what its help calls its arguments.
USE = {
    "send": ["-e", "outage", "--title", "Nede", "--text", "Ja.", "--again",
             "-y"],
    "update": ["1", "--text", "Nyt.", "-y"], "resolve": ["1", "-y"],
    "retract": ["1", "-y"], "approve": ["4", "-y"], "dismiss": ["5", "-y"],
    "report": ["1", "--unreached"],
    "contacts import": [SAMPLE], "contacts export": ["-"],
    "oncall cover": ["Anna Berg", "--until", "4h", "-y"],
    "feed test": ["nspop"], "feed parse": [BODY], "feed deliver": ["post"],
    "explain": [BODY], "replay": [NIGHT, "--kind", "statuspage"],
    "template render": ["{dir}/a.txt", "{dir}/a.json"], "config check": [],
}
WORDS = {"N": "1", "CALL": "1", "FILE": SAMPLE, "ORGANISATION": "0101",
         "MESSAGE": "1", "COVER": "1"}
# Those that change something, and those that need no database.
WRITE = {"send", "update", "resolve", "retract", "approve", "dismiss", "ack",
         "contacts import", "oncall cover", "oncall uncover", "outbox retry",
         "outbox cancel"}
WITHOUT = {"feed list", "feed test", "feed parse", "feed deliver", "explain",
           "replay", "template render", "config check"}


def table():
    return json.loads(subprocess.run(
        [CTL, "--json", "--help"], check=True,
        stdout=subprocess.PIPE).stdout)["commands"]


def words(command):
    """The command line of a command, or None when it is too new for us."""
    if command["name"] in USE:
        return USE[command["name"]]
    names = re.findall(r"[A-Z]+", command["args"])
    return [WORDS[n] for n in names] if all(n in WORDS for n in names) else None


class Case(unittest.TestCase):
    def setUp(self):
        self.dir = temp_folder("down")
        self.addCleanup(shutil.rmtree, self.dir)
        self.write("alertd.yaml", CONF % {"dir": self.dir})
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

    def fill(self):
        """Three that are open, three that wait, a call, a cover."""
        self.assertEqual(self.ctl("contacts", "import", SAMPLE).returncode, 0)
        for _ in range(3):
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
            db.execute("INSERT INTO contact (org, name, email, phone, enabled)"
                       " SELECT id, 'Anna Berg', 'anna@example.dk', '', 1"
                       " FROM org WHERE code = 'medcom'")

    def each(self, one, but=()):
        """one(command, args) for all commands, several at once: they wait."""
        with concurrent.futures.ThreadPoolExecutor(40) as pool:
            done = [(c, pool.submit(one, c, words(c))) for c in table()
                    if words(c) is not None and c["name"] not in but]
            return [(c, d.result()) for c, d in done]

    def told(self, c, r):
        """Documented, and in one sentence when it failed."""
        self.assertIn(r.returncode, c["exits"], c["name"] + r.stderr)
        if r.returncode != 0:
            lines = [x for x in r.stderr.splitlines()
                     if x.startswith("alertctl: ")]
            self.assertEqual(len(lines), 1, (c["name"], r.stderr))
        return r


class Down(Case):
    def test_without_the_daemon(self):
        """Everything works, and what sends says that it does so itself."""
        self.fill()
        for c in table():
            args = words(c)
            if args is None:
                continue
            name = c["name"]
            args = [a.replace("{dir}", self.dir) for a in args]
            # Nothing is left to be tried, and 1 is resolved by then.
            if name == "retract":
                args[0] = "2"
            r = self.told(c, self.ctl(*name.split(), *args))
            if name in ("outbox retry", "outbox cancel", "ack"):
                continue
            self.assertEqual(r.returncode, 0, (name, r.stdout, r.stderr))
            if name in ("send", "update", "resolve", "retract", "approve"):
                self.assertRegex(
                    r.stdout, r"alertd is not running \(to start it: "
                    r"(alertd -c .*|systemctl start alertd)\): delivering")
                self.assertRegex(r.stdout, r"mail: \d+ accepted")
        self.assertIn("PROBLEM  alertd is not running",
                      self.ctl("status").stdout)

    def test_database_that_is_not_there(self):
        for c, r in self.each(lambda c, args: self.ctl(
                *c["name"].split(),
                *[a.replace("{dir}", self.dir) for a in args]),
                but=["contacts import"]):  # which makes one
            if c["name"] in WITHOUT:
                self.assertEqual(r.returncode, 0, (c["name"], r.stderr))
            elif c["name"] == "preview":
                self.told(c, r)
            else:
                self.told(c, r)
                self.assertEqual(r.returncode, NOINPUT, (c["name"], r.stderr))
                self.assertIn('"alertctl contacts import FILE" or starting '
                              'alertd makes it', r.stderr)

    def test_database_that_is_held(self):
        self.fill()
        db = self.database()
        self.addCleanup(db.close)
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("BEGIN EXCLUSIVE")
        db.execute("COMMIT")
        for c, r in self.each(lambda c, args: self.ctl(
                *c["name"].split(),
                *[a.replace("{dir}", self.dir) for a in args])):
            if c["name"] in WITHOUT:
                self.assertEqual(r.returncode, 0, (c["name"], r.stderr))
                if c["name"] in ("feed list", "config check"):
                    self.assertIn("not known", r.stderr)
                continue
            self.told(c, r)
            self.assertEqual(r.returncode, UNAVAILABLE, (c["name"], r.stderr))
            self.assertRegex(r.stderr, "database is locked; another process "
                             "holds it: try again, ")

    @unittest.skipUnless(os.getuid() == 0, "needs another user")
    def test_database_that_may_only_be_read(self):
        """By somebody who may look, in a folder that is not theirs."""
        self.fill()
        os.chmod(self.path("alertd.db"), 0o644)
        try:
            self.ctl("--version", user=NOBODY)
        except PermissionError:
            raise unittest.SkipTest("nobody may not run alertctl")
        for c, r in self.each(lambda c, args: self.ctl(
                *c["name"].split(),
                *[a.replace("{dir}", self.dir) for a in args], user=NOBODY)):
            if c["name"] in ("feed deliver", "config check"):
                continue
            self.told(c, r)
            if c["name"] in WRITE:
                self.assertEqual(r.returncode, NOPERM, (c["name"], r.stderr))
                self.assertIn("run alertctl as the user of alertd", r.stderr)
            else:
                self.assertEqual(r.returncode, 0, (c["name"], r.stderr))


if __name__ == "__main__":
    unittest.main()
