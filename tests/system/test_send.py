"""The dialogue of alertctl send and update, in a real terminal; its drafts;
and two operators who do something to one incident at once."""
import contextlib
import glob
import os
import pty
import re
import select
import shutil
import signal
import sqlite3
import subprocess
import unittest

from house import CTL
from servers import alive, wait_for
from terminal import PLAIN, Terminal
from test_alertctl import Case, DATAERR, NOINPUT, USAGE

TEXT = "SDS undersøger fejlen."
# Each prompt, and what is typed at it.
TALK = [
    ("the name of another one [FMK]", "1"),
    ("Number or name [outage]", "nedbrud"),
    ("or 2026-12-01 22:00 [now]", "00:01"),
    ("Number or name [unknown]", "nej"),
    ("commas between [all]", "aarhus"),
    ("in Danish [FMK er nede]", "FMK kan slet ikke bruges"),
    ("an empty line ends it:", TEXT),
    (TEXT + "\n>", ""),
    ("to send it,", "ØVELSE"),
]
DRILL = ("send", "--exercise")


class Talking(Case):
    def setUp(self):
        super().setUp()
        self.sample()

    def open(self, *args, editor=None, **more):
        t = Terminal(CTL, "-c", self.conf, *args, folder=self.dir,
                     env={"EDITOR": editor, "VISUAL": None}, **more)
        self.addCleanup(close, t)
        return t

    def talk(self, t, steps):
        for prompt, answer in steps:
            t.wait(prompt)
            t.type(answer)

    def query(self, sql):
        with contextlib.closing(
                sqlite3.connect(self.path("alertd.db"))) as db, db:
            return db.execute(sql).fetchall()

    def drafts(self):
        return self.query("SELECT body FROM draft")

    def nothing_but_drafts(self, n, incidents=0):
        self.assertEqual(len(self.drafts()), n)
        self.assertEqual(self.query("SELECT count(*) FROM incident"),
                         [(incidents,)])
        if incidents == 0:
            self.assertEqual(self.query("SELECT count(*) FROM message"),
                             [(0,)])
        self.assertEqual(glob.glob(self.path("alertd.db.draft*")), [])
        self.assertEqual(glob.glob("/tmp/alertctl.*"), [])

    def sent(self):
        return self.query(
            "SELECT subject, text FROM notice_body WHERE audience = "
            "'municipality' ORDER BY notice DESC LIMIT 1")[0]

    def script(self, name, text):
        path = self.write(name, "#!/bin/sh\n" + text)
        os.chmod(path, 0o700)
        return path


def close(t):
    """The folder is only removed when nobody writes into it any more."""
    t.close()
    wait_for(lambda: not alive(t.pid), "it is gone")


def stop(t, how):
    """Ends the program at its prompt in one of four ways."""
    if how in ("C-c", "C-d"):
        t.key(how)
        if t.status() != USAGE:
            raise AssertionError(t.screen())
    elif how == "kill":
        os.kill(t.pid, signal.SIGKILL)
        wait_for(t.ended, "it is dead")
    else:
        t.hang_up()
    wait_for(lambda: not alive(t.pid), "it is gone")


class Dialogue(Talking):
    def test_all_of_it(self):
        t = self.open("send")
        self.talk(t, TALK[:8])
        t.wait("to send it,")
        shown = t.screen(history=True)
        for words in ("It goes to Aarhus.", "hvis der ikke er tvivl",
                      "Mail, subject: FMK er nede siden kl. 00.01",
                      "> FMK kan slet ikke bruges", "> " + TEXT,
                      "FMK-online er også ramt", "SMS (GSM-7"):
            self.assertIn(words, shown)
        # On a small screen what it costs stands above the prompt.
        last = t.screen()
        self.assertIn("What:  The first notice of a new incident (outage)",
                      last)
        self.assertRegex(last, r"1 municipality: \d+ people, \d+ mail addr")
        segments, numbers, total = [int(x) for x in re.search(
            r"SMS: +(\d+) segments? x (\d+) numbers = (\d+) segm", last).groups()]
        self.assertGreater(numbers, 0)
        self.assertEqual(segments * numbers, total)
        t.type("send")
        t.wait('"send" is not SEND, in capitals')
        t.type("")
        t.wait("Enter alone does nothing: type SEND")
        t.type("SEND")
        t.wait("alertd is not running")
        t.wait("delivering from here")
        self.assertEqual(t.status(), 0)
        self.assertIn("Incident 1 (FMK-", t.screen(history=True))
        self.nothing_but_drafts(0, 1)
        subject, text = self.sent()
        self.assertIn("siden kl. 00.01", subject)
        self.assertIn("> %s\n" % TEXT, text)
        self.assertEqual(self.query("SELECT DISTINCT org FROM message WHERE "
                                    "audience = 'municipality'"), [("0751",)])

    def test_a_time_of_another_day_is_said(self):
        t = self.open("send")
        self.talk(t, [("[FMK]", ""), ("[outage]", ""),
                      ("[now]", "2001-01-01 10:00")])
        t.wait("That is 2001-01-01 10:00, ")
        t.wait("[unknown]")
        stop(t, "C-c")

    def test_wrong_answers_are_told_and_asked_again(self):
        t = self.open("send")
        self.talk(t, [
            ("[FMK]", "ZZZ"), ('no component "ZZZ"', "n"),
            ('several components begin with "n"', "fmk-o"),
            ("[degraded]", "7"), ("number from 1 to 4", "d"),
            ('"d" could be several of them', "LANG"),
            ("[now]", "soon"), ('"soon" is no time', "2099-01-01 10:00"),
            ("that is to come", "nu"),
            # FMK-online itself is hit: it is no way out.
            ("[all]", "aarhuus"), ('did you mean "Aarhus"', "region sj"),
            ("Region Sjælland", ""), ("ends it:", "")])
        t.wait("to send it,")
        t.type("nej")
        self.assertEqual(t.status(), USAGE)
        self.assertIn("goes on with it", t.screen())
        self.assertIn("region:Region Sj", self.drafts()[0][0])
        t = self.open("send")
        self.talk(t, [("Go on with it? [yes]", "måske"),
                      ("that is neither", "N")])
        t.wait("drafts drop 1")
        self.talk(t, [("[FMK]", ""), ("[outage]", "planlagt"),
                      ("does the work start", "2001-01-01 10:00"),
                      ("that is past", "2099-01-02 10:00"),
                      ("does it end? [unknown]", "2099-01-02 09:00"),
                      ("before it starts", "2099-01-02 12:00"),
                      ("[all]", "1"), ("[Planlagt arbejde på FMK]", "")])
        t.wait("ends it:")
        t.key("C-c")
        self.assertEqual(t.status(), USAGE)
        self.nothing_but_drafts(2)

    def test_no_line_is_wider_than_the_screen(self):
        t = self.open("send", columns=160, rows=50)
        self.talk(t, TALK[:8])
        t.wait("to send it,")
        for line in t.screen(history=True).split("\n"):
            self.assertLessEqual(len(line), 80, line)

    def test_enter_is_understood_in_danish_too(self):
        """What stands in brackets is translated, and is an answer."""
        t = Terminal(CTL, "-c", self.conf, "send", folder=self.dir,
                     env={"EDITOR": None, "VISUAL": None, "LANGUAGE": "da"})
        self.addCleanup(close, t)
        for n in range(1, 7):
            wait_for(lambda n=n: t.screen(history=True).count("]") > n and
                     t.screen().endswith("]"), "prompt %d" % n)
            t.type("")
        wait_for(lambda: t.screen().endswith("\n>"), "the text")
        t.type("")
        wait_for(lambda: "SEND" in t.screen(), "the phrase")
        t.type("SEND")
        self.assertEqual(t.status(), 0)
        self.assertEqual(self.query("SELECT service, audience FROM incident"),
                         [("FMK", "")])

    def test_change(self):
        t = self.open("send")
        self.talk(t, TALK[:8])
        self.talk(t, [
            ("to send it,", "change"), ("one [FMK] 1\n", ""),
            ("Number or name [outage] nedbrud", ""),
            ("00:01]", ""), ("[down]", "virker"), ("[0751]", ""),
            ("in Danish [FMK kan slet ikke bruges]", "FMK er nede igen"),
            ("Keep this text and add", "n")])
        wait_for(lambda: t.screen().endswith("ends it:\n>"), "the text anew")
        self.talk(t, [("", "Nyt."), ("> Nyt.\n>", "")])
        t.wait("> FMK er nede igen")
        t.type("SEND")
        self.assertEqual(t.status(), 0)
        self.assertIn("> Nyt.\n", self.sent()[1])
        self.assertNotIn(TEXT, self.sent()[1])
        self.assertIn("Brug FMK-online", self.sent()[1])
        self.nothing_but_drafts(0, 1)

    def test_what_the_checks_stop_can_be_changed(self):
        t = self.open(*BEGUN, "--title", "FMK er nede", "-t", "Kl. {{tid}}.")
        self.assertEqual(t.status(), DATAERR)
        t = self.open(*BEGUN)
        self.talk(t, [("[FMK er nede]", "Borger 010190-1234"),
                      ("which is never sent: type it without", ""),
                      ("ends it:", "{{tid}} 010190-1234."),
                      ("is taken out", ""), ("Change it? [yes]", "nej")])
        self.assertEqual(t.status(), DATAERR)
        self.assertIn("goes on with it", t.screen())
        self.assertIn("{{tid}} ******-****.", self.drafts()[0][0])
        t = self.open("send", "--draft")
        self.talk(t, [("Change it? [yes]", "")])
        t.wait("What is hit?")
        stop(t, "C-c")
        self.nothing_but_drafts(1)

    def stopped_everywhere(self, how):
        """Each prompt is answered when it comes again, and the next stopped
        at."""
        for k, (prompt, _) in enumerate(TALK):
            t = self.open(*DRILL, *(["--draft"] if k > 1 else []))
            if k == 8:
                self.talk(t, [("Keep this text", "y"), (TALK[6][0], "")])
            elif k > 0:
                self.talk(t, [TALK[k - 1]])
            t.wait(prompt)
            if k > 1:
                self.assertNotIn("[FMK]", t.screen(history=True))
            stop(t, how)
            self.nothing_but_drafts(int(k > 0))
        t = self.open("send", "--draft")
        self.talk(t, [("to send it,", "SEND"), ("is not ØVELSE", "ØVELSE")])
        self.assertEqual(t.status(), 0)
        subject, text = self.sent()
        self.assertRegex(subject, "^ØVELSE.*siden kl. 00.01.*ØVELSE$")
        for words in ("> FMK kan slet ikke bruges\n> %s\n" % TEXT,
                      "FMK-online er også ramt"):
            self.assertIn(words, text)
        self.assertEqual(self.query("SELECT kind, audience FROM incident"),
                         [("exercise", "org:0751")])
        self.assertEqual(self.drafts(), [])

    def test_stopped_by_ctrl_c(self):
        self.stopped_everywhere("C-c")

    def test_stopped_by_ctrl_d(self):
        self.stopped_everywhere("C-d")

    def test_stopped_by_kill(self):
        self.stopped_everywhere("kill")

    def test_stopped_by_hang_up(self):
        self.stopped_everywhere("hang up")


BEGUN = ("send", "-e", "outage", "--service", "FMK", "--since", "00:01",
         "--fmk-online", "down", "--to", "aarhus")


class Editor(Talking):
    def test_edits(self):
        editor = self.script("ed", 'cp "$1" seen\n'
                             'printf "Vi ved det.\\n# nej\\nOg mere.\\n" >"$1"')
        t = self.open(*BEGUN, editor=editor + " ")
        self.talk(t, [("[FMK er nede]", ""), ("to send it,", "SEND")])
        self.assertEqual(t.status(), 0)
        self.assertIn("> Vi ved det.\n> Og mere.\n", self.sent()[1])
        self.assertNotIn("nej", self.sent()[1])
        seen = self.read("seen")
        self.assertRegex(seen, "^\n\n# Above: ")
        self.assertIn("# - Giv medicin", seen)
        self.nothing_but_drafts(0, 1)

    def test_leaves_it_empty(self):
        t = self.open(*BEGUN, editor=self.script("ed", ':>"$1"'))
        self.talk(t, [("[FMK er nede]", ""), ("The text is empty.", "n")])
        t.wait("? [yes] n")
        wait_for(lambda: t.screen(history=True).count("text is empty") == 2,
                 "the editor once more")
        self.talk(t, [("The text is empty.", ""), ("to send it,", "SEND")])
        self.assertEqual(t.status(), 0)
        self.nothing_but_drafts(0, 1)

    def test_fails(self):
        t = self.open(*BEGUN, editor=self.script(
            "ed", 'echo Gemt. >"$1"\nexit 3'))
        self.talk(t, [("[FMK er nede]", ""), ("Open it again?", "nej"),
                      ("Keep this text", "j"), ("ends it:", "Og mere."),
                      ("Og mere.\n>", ".")])
        t.wait("> Gemt.\n  > Og mere.")
        t.key("C-c")
        self.assertEqual(t.status(), USAGE)
        self.nothing_but_drafts(1)
        t = self.open("send", "--draft", "--title", "Ny", editor="/no/editor")
        t.wait("  > Ny\n  > Gemt.\n  > Og mere.")

    def test_dies_with_its_terminal(self):
        t = self.open(*BEGUN, editor=self.script(
            "ed", 'echo "Næsten færdig." >"$1"; >saved; exec sleep 60'))
        self.talk(t, [("[FMK er nede]", "")])
        wait_for(lambda: os.path.exists(self.path("saved")), "it is saved")
        folder, = glob.glob(self.path("alertd.db.draft*"))
        self.assertEqual(os.stat(folder).st_mode & 0o777, 0o700)
        stop(t, "kill")
        t = self.open("send", "--draft", editor=self.script(
            "more", 'echo "Nu." >>"$1"'))
        t.wait("The text that the editor had saved is taken up.")
        t.wait("> Næsten færdig.\n  > Nu.")
        self.nothing_but_drafts(1)


class Drafts(Talking):
    def test_list_drop_and_age(self):
        t = self.open("send")
        self.talk(t, TALK[:2])
        t.wait(TALK[2][0])
        second = self.open("send")
        second.wait("is open in another terminal")
        second.wait("[no]")
        stop(second, "C-c")
        stop(t, "kill")
        draft, = self.json("drafts", "list")
        self.assertEqual((draft["incident"], draft["says"]),
                         (None, "FMK outage"))
        self.assertIn("FMK outage", self.ctl("drafts", "list").stdout)
        self.refused(NOINPUT, "no draft 7", "drafts", "drop", "7")
        self.refused(USAGE, "no draft: give", "drafts", "drop", "x")
        # A draft is not whole, and nobody sends it unseen.
        self.refused(USAGE, "--title is missing", "send", "--draft", "--yes")
        self.query("UPDATE draft SET at = at - 7 * 86400 - 1")
        self.assertEqual(self.json("drafts", "list"), [])
        self.refused(NOINPUT, "no draft of yours", "send", "--draft")

    def test_sent_elsewhere(self):
        t = self.open("send", "--exercise")
        self.talk(t, TALK[:8])
        t.wait("to send it,")
        self.ctl("drafts", "drop", "1")
        t.type("ØVELSE")
        self.assertNotEqual(t.status(), 0)
        self.assertIn("sent or dropped elsewhere", t.screen())
        self.assertEqual(self.query("SELECT count(*) FROM incident"), [(0,)])

    def test_update(self):
        self.ctl(*BEGUN, "--title", "FMK er nede", "--yes")
        t = self.open("update")
        self.talk(t, [("an empty line ends it:", "Nyt.")])
        t.wait("> Nyt.\n>")
        stop(t, "hang up")
        self.assertEqual(
            [(d["incident"], d["says"]) for d in self.json("drafts", "list")],
            [(1, "Nyt.")])
        t = self.open("update", "1")
        self.talk(t, [("Go on with it?", ""), ("Keep this text", ""),
                      ("ends it:", "Og mere."), ("Og mere.\n>", ""),
                      ("to send it,", "SEND")])
        self.assertEqual(t.status(), 0)
        self.assertIn("> Nyt.\n> Og mere.", self.sent()[1])
        self.nothing_but_drafts(0, 1)
        self.ctl("update", "Ét til.", "--yes")
        self.ctl("update", "1", "Tredje", "--yes")
        self.assertIn("> Tredje", self.sent()[1])
        self.refused(USAGE, "no incident", "update", "Tredje", "--yes")
        self.refused(USAGE, "twice", "update", "1", "a", "-t", "b", "--yes")


class Meanwhile(Talking):
    """Something happens between what was shown and SEND."""

    def setUp(self):
        super().setUp()
        self.ctl(*BEGUN, "--title", "FMK er nede", "--yes")

    def test_it_is_said_at_once_that_one_is_open(self):
        t = self.open("send")
        self.talk(t, [("[FMK]", "")])
        t.wait("BEWARE: incident 1 of FMK is open: FMK er nede. To tell its")
        t.wait("alertctl update 1")
        t.wait("[outage]")
        stop(t, "C-c")

    def test_another_update(self):
        t = self.open("update", "-t", "Mit.")
        t.wait("besked nr. 2")
        t.wait("Type SEND")
        self.ctl("update", "-t", "Dit.", "--yes")
        t.type("SEND")
        t.wait("notice 2 of incident 1 went out at")
        t.wait("besked nr. 3")
        self.assertEqual(self.query("SELECT max(number) FROM notice"), [(2,)])
        t.type("SEND")
        self.assertEqual(t.status(), 0)
        self.assertEqual(self.query("SELECT max(number) FROM notice"), [(3,)])
        self.assertIn("Mit.", self.sent()[1])

    def test_news_of_its_feed(self):
        t = self.open("resolve")
        t.wait("Type SEND")
        self.query("UPDATE incident SET effect = 'degraded'")
        t.type("SEND")
        t.wait("its feed has news of it: nothing was sent yet")
        stop(t, "C-d")
        self.assertEqual(self.json("show", "1")["state"], "open")

    def test_other_contacts(self):
        for args in (("update", "-t", "Mit."),
                     ("send", "-e", "outage", "--title", "NAS er nede",
                      "--service", "NAS", "--to", "aarhus")):
            t = self.open(*args)
            t.wait("Type SEND")
            self.query("UPDATE contact SET enabled = 0 WHERE id = (SELECT "
                       "max(c.id) FROM contact c JOIN org o ON o.id = c.org "
                       "WHERE o.code = '0751' AND c.enabled = 1)")
            t.type("SEND")
            t.wait("the contacts were changed meanwhile")
            self.assertEqual(
                self.query("SELECT max(number), count(*) FROM notice WHERE "
                           "number > 0"), [(1, 1)])
            wait_for(lambda: t.screen(history=True).count("Type SEND") == 2,
                     "it asks again")
            stop(t, "C-c")

    def test_ended(self):
        t = self.open("update", "-t", "Mit.")
        t.wait("Type SEND")
        self.ctl("resolve", "--yes")
        t.type("SEND")
        self.assertEqual(t.status(), DATAERR)
        self.assertRegex(t.screen().replace("\n", ""),
                         "incident 1 was resolved by user .* at 2")

    def test_another_one_opened(self):
        t = self.open("send", "-e", "outage", "--service", "STS", "--title",
                      "STS er nede", "--to", "aarhus")
        t.wait("Type SEND")
        self.ctl("send", "-e", "outage", "--service", "STS", "--title",
                 "Andres", "--to", "aarhus", "--yes")
        t.type("SEND")
        t.wait("incident 2 of STS was opened meanwhile (Andres)")
        t.wait("BEWARE: incident 2")
        stop(t, "C-c")
        self.assertEqual(self.query("SELECT count(*) FROM incident"), [(2,)])


class Operator:
    """An alertctl on a terminal of its own, which is no more than that."""

    def __init__(self, conf, *args):
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(
            [CTL, "-c", conf, *args], stdin=slave, stdout=slave, stderr=slave,
            env=dict(os.environ, **PLAIN), start_new_session=True)
        os.close(slave)
        self.said = ""

    def wait(self, words):
        while words not in self.said:
            if not select.select([self.master], [], [], 30)[0]:
                raise AssertionError("no %s: %s" % (words, self.said))
            try:
                self.said += os.read(self.master, 65536).decode()
            except OSError:
                return False
        return True

    def type(self, text):
        os.write(self.master, text.encode())

    def end(self):
        self.wait("\0")
        os.close(self.master)
        return self.process.wait(30)


class Race(Talking):
    ROUNDS = 12

    def test_resolve_and_retract_at_once(self):
        self.ctl(*BEGUN, "--title", "FMK er nede", "--yes")
        shutil.copy(self.path("alertd.db"), self.path("before"))
        won = set()
        for k in range(self.ROUNDS):
            for f in glob.glob(self.path("alertd.db*")):
                os.unlink(f)
            shutil.copy(self.path("before"), self.path("alertd.db"))
            won.add(self.round(k))
        self.assertLessEqual(won, {"resolve", "retract"})

    def round(self, k):
        """Both have seen it open before either types; who won."""
        names = ["resolve", "retract"]
        both = {n: Operator(self.conf, n) for n in names}
        for o in both.values():
            o.wait("Type SEND")
        for name in names if k % 2 else reversed(names):
            both[name].type("SEND\n\x04")
        status = {n: o.end() for n, o in both.items()}
        winner, = [n for n in names if status[n] == 0]
        loser, = [n for n in names if n != winner]
        state = {"resolve": "resolved", "retract": "retracted"}[winner]
        self.assertRegex(both[loser].said,
                         r"incident 1 was %s by user \w+ at \d" % state)
        self.assertEqual(self.query("SELECT state, notices FROM incident"),
                         [(state, 2)])
        self.assertEqual(
            self.query("SELECT type FROM notice WHERE number > 1"),
            [({"resolve": "resolved", "retract": "correction"}[winner],)])
        self.assertEqual(self.query(
            "SELECT count(*) FROM audit WHERE action = 'incident.state'"),
            [(1,)])
        return winner

    def test_scripts(self):
        """With --yes the second does nothing, and says because of whom."""
        self.ctl(*BEGUN, "--title", "FMK er nede", "--yes")
        self.ctl("retract", "--yes")
        self.refused(DATAERR, r'incident 1 was retracted by user \w+ at .*'
                     '"resolve" does not fit', "resolve", "1", "--yes")
        self.refused(DATAERR, '"approve" does not fit', "approve", "1",
                     "--yes")
        # What ended is never meant unless it is named.
        self.refused(DATAERR, "retracted", "retract", "--yes")
        self.ctl(*BEGUN, "--title", "Ny", "--yes")
        self.ctl("resolve", "--yes")
        self.refused(NOINPUT, r"some have ended.*:\n  alertctl retract 2 ",
                     "retract", "--yes")


if __name__ == "__main__":
    unittest.main()
