"""The Danish catalogue is complete and fits, and what alertctl says to a person
is in it."""
import glob
import os
import re
import subprocess
import unittest

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
    ("ack.c", r"\n  alertctl ack --call %"), ("ack.c", r"\n  alertctl ack %"),
    ("calls.c", ": alertctl ack --call %"), ("calls.c", ": alertctl ack %"),
    ("completion.c", "etc/completion/alertctl.%s"), ("completion.c", ":files"),
    ("ctl.c", "alertctl: "), ("ctl.c", "user %.64s"), ("ctl.c", "user %ld"),
    ("draft.c", "ØVELSE "),
    ("keep.c", "%s.draft-%lld"), ("keep.c", "/proc/%lld/stat"),
    ("live.c", "region:%s"), ("live.c", "vendor:%s"),
    ("outbox.c", "failed"),  # an option, in a condition
    ("running.c", "%s/alertd.service"),
    ("running.c", "systemctl start alertd"), ("running.c", "alertd"),
    ("running.c", "alertd -c %s"), ("running.c", "%s.lock"),
)
# What they print is HTML, JSON and CSV.
OTHERS = ("doc.c", "report_json.c", "coverage.c")


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
        done = self.run_here("msgfmt", "--check", "-o", "/dev/null", PO)
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


if __name__ == "__main__":
    unittest.main()
