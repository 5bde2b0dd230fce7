"""Every command of the table in a real terminal, in Danish and in English,
held against what is kept in tests/data/terminal. ALERTD_GOLDEN=1 keeps what
they say now: read it afterwards."""
import concurrent.futures
import json
import os
import pwd
import re
import shutil
import subprocess
import tempfile
import unittest

from desk import BEGIN, Desk
from house import CTL
from servers import BUILD, ROOT, wait_for
from terminal import Terminal

KEPT = os.path.join(ROOT, "tests", "data", "terminal")
GOLDEN = os.environ.get("ALERTD_GOLDEN")
LANGUAGES = {"en": "C.UTF-8", "da": "da_DK.UTF-8"}
NOW = BEGIN + 410  # not at the turn of a minute of anything
AT_ONCE = 4
USER = pwd.getpwuid(os.getuid()).pw_name

MAIL = "From: x@example.dk\nTo: fmk-drift@example.dk\nSubject: FMK\n\nHej\n"

# Each command as a shell reads it, and what is typed when it has asked; the
# first word of "#" is a name where a command is there several times.
SCENES = (
    ("status", ""),
    ("ack", ""),
    ("show #list", ""),
    ("show 7", ""),
    ("approve 7", ""),
    ("dismiss 7", ""),
    ("send --effect degraded --title 'FMK svarer langsomt' --service NAS"
     " --text 'SDS undersøger fejlen.' --fmk-online works", "SEND"),
    ("update 7 'SDS venter på en reservedel.' --expected-end 06:00", "SEND"),
    ("resolve 7 'FMK virker igen.'", "SEND"),
    ("retract 7 'Det var testmiljøet.' --dry-run", ""),
    ("drafts list", ""),
    ("drafts drop 3", ""),
    ("preview --effect outage", ""),
    ("report 7", ""),
    ("report 7 --unreached | sed -n 1,12p #unreached", ""),
    ("coverage | sed -n 1,20p", ""),
    ("bounce --clear fmk@aarhus.example.dk", ""),
    ("truth arrived <mail.eml", ""),
    ("drill --dry-run --to 0101,Aarhus", ""),
    ("log 7 | grep incident", ""),
    ("log verify", ""),
    ("outbox list --all 7 | sort", ""),
    ("outbox retry", ""),
    ("outbox cancel 99", ""),
    ("contacts list", ""),
    ("contacts show fmk@aarhus.example.dk", ""),
    ("contacts add 0751 --name 'Per Holt' --email per@aarhus.example.dk", ""),
    ("contacts edit 'Sofie Lind' --channels mail --topics fmk", ""),
    ("contacts remove 'Sofie Lind'", "REMOVE"),
    ("contacts org Aarhus", ""),
    ("contacts import contacts.csv --dry-run --replace", ""),
    ("contacts import bad.csv #bad", ""),
    ("contacts export", ""),
    ("contacts forget sofie.lind@aarhus.example.dk", "FORGET"),
    ("oncall --days 20", ""),
    ("oncall cover 'Jens Lund' --until 06:00", "COVER"),
    ("oncall uncover 3", ""),
    ("feed list", ""),
    ("feed test nspop", ""),
    ("feed parse now.json | sed -n 1,12p", ""),
    ("feed deliver driftmail <mail.eml", ""),
    ("explain 7", ""),
    ("explain --report i0fmk007 now.json #report", ""),
    ("replay --summary recorded | sed -n 1,40p", ""),
    ("backup last.db", ""),
    ("restore before.db", "RESTORE"),
    ("selfcheck", ""),
    ("config check", ""),
    ("template render greeting.txt data.json", ""),
    ("completion --help", ""),
    ("completion words -- re", ""),
)


def commands():
    table = subprocess.run([CTL, "--json", "--help"], check=True,
                           stdout=subprocess.PIPE).stdout
    return [c["name"] for c in json.loads(table)["commands"]]


def command_of(line, names):
    """The command of a line; the longest name that it begins with."""
    return max((n for n in names if (line + " ").startswith(n + " ")),
               key=len, default=None)


class Commands(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.names = commands()
        cls.desk = Desk()
        cls.addClassCleanup(cls.desk.stop)
        cls.desk.put("mail.eml", MAIL)
        cls.desk.put("bad.csv", "organisation,name,email,phone\n"
                     "9999,X,x@example.dk,\nAarhus,Y,nowhere,12\n")
        # All of it is in the one file that is copied.
        cls.desk.sql("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(cls.desk.path("alertd.db"), cls.desk.path("before.db"))
        cls.desk.clock.hold(NOW)

    def drive(self, line, typed, language):
        """What is in the terminal at the end."""
        # Where lines are folded depends on the length of the path.
        folder = tempfile.mkdtemp(prefix="alertd-desk-", dir="/tmp")
        try:
            shutil.copytree(self.desk.folder, folder, dirs_exist_ok=True,
                            ignore=shutil.ignore_patterns(
                                "*.lock", "*.wake", "*-wal", "*-shm"))
            conf = os.path.join(folder, "alertd.yaml")
            with open(conf, encoding="utf-8") as f:
                text = f.read().replace(self.desk.folder, folder)
            with open(conf, "w", encoding="utf-8") as f:
                f.write(text)
            return self.in_terminal(line, typed, language, folder)
        finally:
            shutil.rmtree(folder)

    def in_terminal(self, line, typed, language, folder):
        t = Terminal("sh", "-c", "alertctl " + line, rows=50, folder=folder,
                     env=dict(self.desk.clock.env, ALERTD_CONFIG=os.path.join(
                         folder, "alertd.yaml"), LC_ALL=LANGUAGES[language],
                         PATH=BUILD + ":" + os.environ["PATH"]))
        try:
            if typed:
                # The phrase is asked for, and what is asked is not on a line
                # of its own.
                wait_for(lambda: t.ended() or re.search(
                    typed + ".* ?\\S*$", t.screen()), typed, 30)
                t.type(typed)
            status = t.status()
            said = t.ask("capture-pane", "-p", "-J", "-S", "-")
        finally:
            t.close()
        lines = [x.rstrip() for x in self.same(said, folder).split("\n")]
        return "\n".join(["$ alertctl " + line] + lines).rstrip() + \
            "\n=> %d\n" % status

    def same(self, text, folder):
        """Without what differs from run to run."""
        text = text.replace(folder, "/desk")
        text = re.sub(r"\b%s\b" % re.escape(USER), "anna", text)
        text = re.sub(r"\b[0-9a-f]{64}\b", "HASH", text)
        # Each migration would be a change of what is kept.
        text = re.sub(r"\d+\.\d MB, (schema|skema) \d+",
                      r"0.1 MB, \1 1", text)
        text = re.sub(r"(before-\d+T\d{4})\d\dZ", r"\g<1>00Z", text)
        text = re.sub(r"(\d:\d\d):\d\d\b", r"\1:00", text)
        return re.sub(r"\b(\d+m|)\d+s\b", r"\g<1>0s", text)

    def look(self, scene, language):
        """What is wrong with it, or None."""
        line, typed = scene
        line, _, more = line.partition(" #")
        name = command_of(line, self.names)
        path = os.path.join(KEPT, language, "-".join(
            name.split() + ([more] if more else [])) + ".txt")
        said = self.drive(line, typed, language)
        if GOLDEN:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as f:
                f.write(said)
            return None
        try:
            with open(path, encoding="utf-8") as f:
                kept = f.read()
        except FileNotFoundError:
            return "%s is not kept" % path
        return None if said == kept else "%s differs; now:\n%s" % (path, said)

    def test_every_command_has_a_scene(self):
        shown = {command_of(s[0], self.names) for s in SCENES}
        self.assertEqual(sorted(set(self.names) - shown), [])

    def test_as_kept(self):
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            wrong = [x for x in pool.map(
                lambda p: self.look(*p),
                [(s, x) for s in SCENES for x in LANGUAGES]) if x]
        self.assertEqual(wrong, [], "\n".join(wrong))


if __name__ == "__main__":
    unittest.main()
