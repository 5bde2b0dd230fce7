"""The Danish catalogue is complete and fits, and what alertctl says to a person
is in it; and which language it speaks when."""
import glob
import json
import os
import re
import subprocess
import unittest

from house import CTL, House
from servers import BUILD, ROOT

SOURCES = os.path.join(ROOT, "alertd", "alertctl", "*.c")
PO = os.path.join(ROOT, "po", "da.po")

# What prints for a person, and which of its arguments is the text.
SAYS = {"ctl_fail": 1, "printf": 0, "fprintf": 1, "puts": 0, "fputs": 0,
        "buf_addf": 1, "buf_adds": 1, "xasprintf": 0, "xstrdup": 0,
        "sheet_add": 3, "sheet_take": 2, "trouble": 1, "field": 0,
        "diags_add": 4, "wrap_print": 1, "ask": 1}
LITERAL = r'"((?:[^"\\]|\\.)*)"'
WRAPPED = re.compile(
    r'(?:\b_|\bN_|\btr_n)\((?:[^()"]|"(?:[^"\\]|\\.)*"|\([^()]*\))*\)')

# Names, and what goes to a shell, a file or the audit trail as it is.
NAMES = {"alertctl", "FMK-online", "FMK", "SMS", "UCS-2", "GSM-7"}
NO_SENTENCE = (
    ("actor.c", "user %s"), ("actor.c", "user %s (as %s)"),
    ("actor.c", "user %s (sudo %s)"),
    ("ack.c", r"\n  alertctl ack --call %"), ("ack.c", r"\n  alertctl ack %"),
    ("calls.c", ": alertctl ack --call %"), ("calls.c", ": alertctl ack %"),
    ("completion.c", "etc/completion/alertctl.%s"), ("completion.c", ":files"),
    ("ctl.c", "alertctl: "),
    ("draft.c", "ØVELSE "),
    ("keep.c", "%s.draft-%lld"), ("keep.c", "/proc/%lld/stat"),
    ("live.c", "region:%s"), ("live.c", "vendor:%s"),
    ("onlinehttp.c", "%s/healthz"),
    ("outbox.c", "failed"),  # an option, in a condition
    ("running.c", "%s/alertd.service"),
    ("running.c", "systemctl start alertd"), ("running.c", "alertd"),
    ("running.c", "alertd -c %s"), ("running.c", "%s.lock"),
)
# What they print is HTML, JSON, CSV and SMTP.
OTHERS = ("doc.c", "report_json.c", "coverage.c", "onlinemail.c")


def arguments(text, at):
    """The arguments of a call whose bracket opens in front of at."""
    depth, begin, found = 0, at, []
    while at < len(text):
        c = text[at]
        if c == '"':
            at += 1
            while text[at] != '"':
                at += 2 if text[at] == "\\" else 1
        elif c in "([{":
            depth += 1
        elif c in ")]}":
            if depth == 0:
                return found + [text[begin:at]]
            depth -= 1
        elif c == "," and depth == 0:
            found.append(text[begin:at])
            begin = at + 1
        at += 1
    raise AssertionError("a call does not end")


def unwrapped(text):
    """Literals with words in them that are said as they are."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    for m in re.finditer(r"\b(%s)\(" % "|".join(SAYS), text):
        args = arguments(text, m.end())
        if len(args) <= SAYS[m.group(1)]:
            continue
        said = WRAPPED.sub("", args[SAYS[m.group(1)]])
        # A condition compares with literals; what is said follows the "?".
        said = said.split("?", 1)[-1]
        for literal in re.findall(LITERAL, said):
            words = re.sub(r"%[-+ #0]*[\d*]*(?:\.[\d*]+)?(?:l|ll|z)?[a-zA-Z]"
                           r"|\\[nt\"\\]", " ", literal)
            words = [w for w in words.split()
                     if re.search(r"[^\W\d_]{2,}", w) and w not in NAMES]
            if words:
                yield literal


class Catalogue(unittest.TestCase):
    def run_here(self, *command):
        return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, encoding="utf-8",
                              check=False)

    def test_complete(self):
        """Every string of the sources, none besides, and none empty."""
        pot = os.path.join(BUILD, "alertd.pot")
        made = self.run_here("make", "-s", "BUILD=" + os.path.relpath(
            BUILD, ROOT), os.path.relpath(pot, ROOT))
        self.assertEqual((made.returncode, made.stdout), (0, ""))
        done = self.run_here("msgcmp", PO, pot)
        self.assertEqual((done.returncode, done.stdout), (0, ""),
                         "run \"make po\" and translate what is empty")

    def test_fits(self):
        done = self.run_here("msgfmt", "--check-format", "--check-domain",
                             "-o", "/dev/null", PO)
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        for flag in ("--only-fuzzy", "--only-obsolete", "--untranslated"):
            self.assertEqual(self.run_here("msgattrib", flag, PO).stdout, "")

    def test_everything_is_wrapped(self):
        missed = []
        for path in sorted(glob.glob(SOURCES)):
            name = os.path.basename(path)
            if name in OTHERS:
                continue
            with open(path, encoding="utf-8") as f:
                missed += ["%s: %s" % (name, x) for x in unwrapped(f.read())
                           if (name, x) not in NO_SENTENCE]
        self.assertEqual(missed, [], "\n".join(missed))

    def test_what_is_not_wrapped_is_found(self):
        for bad in ('printf("nothing is open\\n");',
                    'ctl_fail(EX_USAGE, "no %s", x);',
                    'puts(c ? _("yes, it is") : "no, it is not");',
                    'sheet_add(o, P, _("OPEN"), "of %s", x);'):
            self.assertEqual(len(list(unwrapped(bad))), 1, bad)
        for good in ('printf(_("nothing is open\\n"));',
                     'ctl_fail(EX_USAGE, "%s: %s", x, "y z");',
                     'puts(tr_n("one thing (%d)", "many things", n));'):
            self.assertEqual(list(unwrapped(good)), [], good)


DANISH, ENGLISH = "brug: ", "usage: "
# The environment, and how "alertctl --help" begins then. None of these locales
# but C and C.UTF-8 is installed where nobody installed one.
LANGUAGES = (
    ({}, ENGLISH),
    ({"LANG": "da_DK.UTF-8"}, DANISH),
    ({"LANG": "da"}, DANISH),
    ({"LC_ALL": "da_DK.UTF-8"}, DANISH),
    ({"LC_ALL": "da_DK.ISO-8859-1"}, DANISH),
    ({"LANG": "C.UTF-8"}, ENGLISH),
    ({"LANG": "C.UTF-8", "LANGUAGE": "da"}, DANISH),
    ({"LANG": "en_GB.UTF-8"}, ENGLISH),
    ({"LANG": "en_GB.UTF-8", "LANGUAGE": "da:en"}, DANISH),
    ({"LANG": "da_DK.UTF-8", "LANGUAGE": "en:da"}, ENGLISH),
    ({"LANG": "da_DK.UTF-8", "LANGUAGE": "en_GB"}, ENGLISH),
    ({"LANG": "da_DK.UTF-8", "LANGUAGE": "sv:en_GB:da"}, ENGLISH),
    ({"LANG": "da_DK.UTF-8", "LANGUAGE": "sv:da:en"}, DANISH),
    ({"LANGUAGE": "da:en"}, DANISH),
    ({"LANG": "sv_SE.UTF-8"}, ENGLISH),
    # The first that is set of LC_ALL, LC_MESSAGES and LANG decides.
    ({"LC_ALL": "C", "LC_MESSAGES": "da_DK.UTF-8", "LANGUAGE": "da"}, ENGLISH),
    ({"LC_ALL": "POSIX", "LANG": "da_DK.UTF-8"}, ENGLISH),
    ({"LC_MESSAGES": "da_DK.UTF-8", "LANG": "en_GB.UTF-8"}, DANISH),
    ({"LC_MESSAGES": "C.UTF-8", "LANG": "da_DK.UTF-8"}, ENGLISH),
    ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "da_DK.UTF-8"}, DANISH),
    # What is of numbers and letters does not.
    ({"LC_NUMERIC": "da_DK.UTF-8", "LC_CTYPE": "da_DK.UTF-8"}, ENGLISH),
)
CONF = """
store: alertd.db
mail: {transport: maildir, maildir: Maildir, from: fmk-drift@example.dk}
sms: {transport: none}
"""


def spoken(language):
    """The environment, without a language of its own."""
    env = {k: v for k, v in os.environ.items()
           if k not in ("LANG", "LANGUAGE") and not k.startswith("LC_")}
    return dict(env, **language)


class Language(unittest.TestCase):
    def said(self, language, *args):
        return subprocess.run(
            [CTL, *args], env=spoken(language), encoding="utf-8", check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE)

    def test_which(self):
        for language, begin in LANGUAGES:
            text = self.said(language, "--help").stdout
            self.assertTrue(text.startswith(begin), (language, text[:40]))

    def test_letters_whatever_the_locale(self):
        for locale in ("da_DK.UTF-8", "da_DK.ISO-8859-1", "da_DK"):
            text = self.said({"LC_ALL": locale}, "--help").stdout
            self.assertIn("\nNår du bliver vækket:\n", text)

    def test_plural(self):
        danish = {"LC_ALL": "da_DK.UTF-8"}
        house = House(CONF)
        self.addCleanup(house.stop)
        path = house.path("bad.csv")
        for rows, words in ((1, ": 1 fejl; intet"), (2, ": 2 fejl; intet")):
            with open(path, "w", encoding="utf-8") as f:
                f.write("organisation,name,email,phone\n" +
                        "9999,X,x@example.dk,\n" * rows)
            said = self.said(danish, "-c", house.conf, "contacts", "import",
                             path)
            self.assertEqual(said.returncode, 65)
            self.assertIn('ukendt organisation "9999"', said.stderr)
            self.assertIn(words, said.stderr)

    def test_json_is_the_same(self):
        house = House(CONF)
        self.addCleanup(house.stop)
        danish = {"LC_ALL": "da_DK.UTF-8", "LC_NUMERIC": "da_DK.UTF-8"}
        for args in (["--help"], ["contacts", "list"], ["status"],
                     ["preview", "--effect", "outage"], ["show", "99"],
                     ["update", "--text", "x"], ["log"], ["coverage"]):
            one, two = (self.said(x, "-c", house.conf, "--json", *args)
                        for x in ({}, danish))
            self.assertEqual(one.stdout, two.stdout)
            self.assertEqual(one.stderr, two.stderr)
            self.assertEqual(one.returncode, two.returncode)

    def test_the_daemon_takes_no_language(self):
        """Nor do its workers and the page: what they log and store is
        English, wherever it comes from."""
        for name in ("alertd", "alertd-mail", "alertd-sms", "alertd-web",
                     "alertctl"):
            wants = subprocess.run(
                ["nm", "-D", "--undefined-only", os.path.join(BUILD, name)],
                check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
            self.assertEqual("setlocale" in wants, name == "alertctl", name)

    def test_what_is_stored_is_english(self):
        house = House(CONF, env=spoken({"LC_ALL": "da_DK.UTF-8"}))
        self.addCleanup(house.stop)
        house.ctl("send", "--effect", "outage", "--title", "FMK er nede",
                  "--yes")
        house.ctl("resolve", "--yes")
        self.assertIn("afsluttet", house.ctl("show", "1").stdout)
        reasons = [n["reason"] for n in house.json("show", "1")["notices_sent"]]
        self.assertTrue(reasons[0].startswith("sent by user "), reasons)
        stored = json.dumps(house.json("log", "--limit", "0"))
        self.assertIn("incident.opened", stored)
        self.assertNotRegex(stored, "sendt|åbnet|bruger|afsluttet")


if __name__ == "__main__":
    unittest.main()
