"""What alertctl says of itself: every command, in both languages, within 80
columns; and the examples that change nothing, as a shell runs them."""
import json
import os
import re
import subprocess
import unittest

from desk import Desk
from house import CTL
from servers import BUILD

LANGUAGES = {"en": {"LC_ALL": "C.UTF-8", "LANGUAGE": ""},
             "da": {"LC_ALL": "da_DK.UTF-8", "LANGUAGE": ""}}


def said(*args, language="en", status=0):
    done = subprocess.run(
        [CTL, *args], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, encoding="utf-8", check=False,
        env=dict(os.environ, **LANGUAGES[language]))
    assert done.returncode == status, done.stderr
    return done.stdout if status == 0 else done.stderr


TABLE = json.loads(said("--json", "--help"))
COMMANDS = TABLE["commands"]


class Help(unittest.TestCase):
    def within(self, text, what):
        for line in text.splitlines():
            self.assertLessEqual(len(line), 80, "%s: %s" % (what, line))

    def test_80_columns(self):
        groups = {c["name"].split()[0] for c in COMMANDS if " " in c["name"]
                  and c["name"].split()[0] not in
                  {k["name"] for k in COMMANDS}}
        self.assertGreater(len(groups), 4)
        for language in LANGUAGES:
            self.within(said("--help", language=language), language)
            self.within(said(language=language, status=64), language)
            for name in [c["name"] for c in COMMANDS] + sorted(groups):
                self.within(said(*name.split(), "--help", language=language),
                            language + " " + name)

    def test_names_every_command(self):
        self.assertGreaterEqual(len(COMMANDS), 23)
        text = said("--help")
        self.assertRegex(text, r"\A[^\n]+\n\nWhen you are woken:\n  status ")
        self.assertIn("alertctl(1)", text)
        self.assertIn("completion", text)
        for c in COMMANDS:
            self.assertEqual(len(re.findall(
                "(?m)^  %s%s" % (re.escape("%-15s " % c["name"]),
                                 re.escape(c["args"])), text)), 1, c["name"])
            one = said(*c["name"].split(), "--help")
            self.assertIn(c["about"], " ".join(one.split()))
            for o in c["options"] + TABLE["options"]:
                self.assertIn("--" + o["name"], one)
            for e in c["examples"]:
                self.assertIn("alertctl " + e["line"],
                              " ".join(one.replace("\\\n", "").split()))
            for status in [0, 64, 74] + c["exits"]:
                self.assertRegex(one, r"(?m)^ +%d  \w" % status)

    def test_the_word_help(self):
        self.assertEqual(said("help", "feed", "parse"),
                         said("feed", "parse", "--help"))
        self.assertEqual(said("help"), said("--help"))

    def test_alone(self):
        text = said(status=64)
        self.assertIn("\n  status ", text)
        self.assertIn("\n  send ", text)
        self.assertLess(len(text.splitlines()), 24)

    def test_of_a_group(self):
        text = said("contacts", "--help")
        for c in COMMANDS:
            self.assertEqual("\n  %s " % c["name"] in text,
                             c["name"].startswith("contacts "))


class Examples(unittest.TestCase):
    """Those that are marked as changing nothing are typed into a shell."""

    def test_run(self):
        desk = Desk()
        self.addCleanup(desk.stop)
        before = desk.json("log", "--limit", "0")
        ran = 0
        for c in COMMANDS:
            for e in c["examples"]:
                if not e["reads"]:
                    continue
                ran += 1
                with self.subTest(example=e["line"]):
                    # References have the year in which the incident began.
                    line = re.sub("FMK-20[0-9]{2}-0007", desk.json(
                        "show", "7")["reference"], e["line"])
                    done = subprocess.run(
                        ["sh", "-c", "alertctl " + line], cwd=desk.folder,
                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                        stderr=subprocess.PIPE, encoding="utf-8", check=False,
                        env=dict(os.environ, ALERTD_CONFIG=desk.conf,
                                 PATH=BUILD + ":" + os.environ["PATH"]))
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.assertNotIn("alertctl: ", done.stderr)
                    self.assertEqual(done.stdout == "", ">" in line)
        self.assertGreater(ran, 30)
        self.assertEqual(desk.json("log", "--limit", "0"), before)


if __name__ == "__main__":
    unittest.main()
