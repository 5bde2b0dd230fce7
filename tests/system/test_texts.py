"""The texts: what stops a notice before it is sent, and templates that are
edited while the daemon runs."""
import contextlib
import email
import email.policy
import os
import signal
import sqlite3
import unittest

from house import CTL, FeedServer, House, event, page
from servers import wait_for
from terminal import Terminal
from test_alertctl import Case, CONFIG, DATAERR
from test_daemon import COMMON, MAILDIR, now

CPR = "010203-1234"


class Checks(Case):
    def setUp(self):
        super().setUp()
        self.sample()

    def found(self, checks):
        return [(c["check"], c["severity"], c["where"], c["line"])
                for c in checks]

    def nothing_done(self):
        self.assertEqual(self.json("status")["incidents"], [])
        self.assertEqual(self.mails(), [])

    def test_preview(self):
        self.assertEqual(
            self.json("preview", "--effect", "outage")["checks"], [])
        # A template of the house that forgets a part.
        os.mkdir(self.path("templates"))
        self.write("alertd.yaml", self.read("alertd.yaml") +
                   "templates: templates\n")
        self.write("templates/next.txt", "Snart. Ring nu: +45 123\n")
        r = self.ctl("preview", "--effect", "outage", status=DATAERR)
        self.assertRegex(r.stdout, "(?m)^STOP: the mail: it does not say when "
                         r"the next notice comes \(kl\. ")
        self.assertRegex(r.stdout, "(?m)^Beware: the mail, line 28: "
                         r'"\+45 123" is no telephone number')
        self.assertIn("would stop this notice", r.stderr)
        j = self.json("preview", "--effect", "outage", status=DATAERR)
        self.assertEqual([c[:3] for c in self.found(j["checks"])],
                         [("phone", "warning", "mail"),
                          ("part", "stop", "mail")])
        # What is printed alone stays alone.
        r = self.ctl("preview", "--effect", "outage", "--sms", status=DATAERR)
        self.assertEqual(r.stdout.count("\n"), 1)
        self.assertIn("STOP: ", r.stderr)
        # What only vendors read is named as theirs.
        self.write("templates/next.txt", "Næste besked kommer senest {{next}}."
                   "\n{{#audience.vendor}}TODO{{/audience.vendor}}\n")
        r = self.ctl("preview", "--effect", "outage", status=DATAERR)
        self.assertRegex(r.stdout, "(?m)^STOP: the vendors' copy: the mail, ")

    def test_send(self):
        text = "Fejlen er fundet.\nVi melder klar mandag den 3. marts 2022."
        bad = ("send", "--effect", "outage", "--title", "FMK er nede",
               "--text", text)
        r = self.ctl(*bad, "--yes", status=DATAERR)
        self.assertIn('STOP: the text, line 2: "mandag den 3. marts 2022" is '
                      "a Thursday", r.stdout)
        self.assertRegex(r.stderr, "found 1 mistake: .* --force")
        # Also before it is asked for, and for scripts.
        self.ctl(*bad, "--dry-run", status=DATAERR)
        r = self.ctl("--json", *bad, "--yes", status=DATAERR)
        self.assertEqual(r.stdout, "")
        self.assertIn("a Thursday", r.stderr)
        self.nothing_done()
        j = self.json(*bad, "--dry-run", "--force")
        self.assertEqual(self.found(j["checks"]),
                         [("date", "stop", "text", 2)])
        self.ctl(*bad, "--yes", "--force")
        self.assertEqual(len(self.json("status")["incidents"]), 1)
        # A warning is only shown.
        r = self.ctl("update", "--text", "Brug nødrecept.", "--yes")
        self.assertIn('do not write "nødrecept"; write "telefonrecept"',
                      r.stdout)
        for verb in ("update", "resolve", "retract"):
            self.refused(DATAERR, "--force", verb, "--text", "Kl. XX.XX.",
                         "--yes")
        self.assertEqual(self.json("status")["incidents"][0]["notices"], 2)

    def test_patient(self):
        for verb in (("--title", "FMK er nede for " + CPR),
                     ("--title", "FMK er nede", "--text", "Se " + CPR)):
            r = self.ctl("send", "--effect", "outage", *verb, "--yes",
                         "--force", status=DATAERR)
            self.assertIn("REFUSED: ", r.stdout)
            self.assertIn("never sent", r.stderr)
        self.nothing_done()
        self.send("--yes")
        for verb in ("update", "resolve", "retract"):
            self.refused(DATAERR, "never sent", verb, "--text", CPR, "--yes",
                         "--force")
        with contextlib.closing(
                sqlite3.connect(self.path("alertd.db"))) as db:
            self.assertNotIn(CPR, "\n".join(db.iterdump()))

    def test_terminal(self):
        """It is told before the word is asked for, and that is not asked."""
        t = Terminal(CTL, "-c", self.conf, "send", "--effect", "outage",
                     "--title", "FMK er nede", "--text", "[indsæt tekst]",
                     rows=60, folder=self.dir)
        self.addCleanup(t.close)
        t.wait("--force")
        wait_for(t.ended, "it ends")
        screen = t.screen(history=True)
        self.assertIn('STOP: the text, line 1: "[indsæt tekst]"', screen)
        self.assertNotIn("Type SEND", screen)
        self.nothing_done()


class Reload(unittest.TestCase):
    def setUp(self):
        self.feed = FeedServer()
        self.addCleanup(self.feed.stop)
        self.feed.body = page()
        conf = COMMON % self.feed.url + MAILDIR
        self.house = House(conf)
        self.addCleanup(self.house.stop)
        os.mkdir(self.house.path("templates"))
        self.house.write(conf + "templates: templates\n")

    def template(self, name, text):
        with open(self.house.path("templates/" + name), "w",
                  encoding="utf-8") as f:
            f.write(text)

    def reload(self, says=" taken"):
        """The daemon has read its files anew, or says why it has not."""
        before = self.house.said().count(says)
        self.house.daemon.send_signal(signal.SIGHUP)
        wait_for(lambda: self.house.said().count(says) > before,
                 "the reload", 30)

    def told(self, ident, to="fmk1."):
        """The text of a mail about that event of the feed, when it is there.
        Each is of a component of its own, so it is an incident of its own."""
        box = self.house.path("Maildir/new")
        for name in os.listdir(box) if os.path.isdir(box) else []:
            with open(os.path.join(box, name), "rb") as f:
                m = email.message_from_binary_file(
                    f, policy=email.policy.default)
            text = "%s\n%s" % (m["Subject"],
                               m.get_body("plain").get_content())
            if ident in text and to in str(m["To"]):
                return text
        return None

    def tell(self, ident, component):
        self.feed.body = page(event(
            ident, "%s er utilgængeligt (%s)" % (component, ident),
            "Alle opslag fejler i %s." % component, "investigating", now(),
            component))

    def wait_told(self, *args):
        wait_for(lambda: self.told(*args) is not None, "the mail", 60)
        return self.told(*args)

    def test_template(self):
        house = self.house
        self.tell("et", "FMK")
        house.start()
        self.assertIn("- FMK kan ikke bruges lige nu.", self.wait_told("et"))
        # What is edited counts from the reload on, and not before.
        self.template("advice-list.txt", "- Find den røde mappe.\n")
        self.template("page-special.txt", "Den røde mappe: ")
        self.reload()
        self.tell("to", "STS")
        self.reload()  # which asks the feed at once
        text = self.wait_told("to")
        self.assertIn("- Find den røde mappe.", text)
        self.assertNotIn("sidst hentede", text)
        # A broken one is found, and the old ones go on.
        self.template("advice-list.txt", "- Find {{> mappe}}\n- den\n{{#rode}")
        r = house.ctl("config", "check", check=False)
        self.assertEqual(r.returncode, CONFIG)
        self.assertRegex(r.stderr + r.stdout,
                         r"templates/advice-list\.txt:1:8: no such partial: "
                         "mappe")
        self.assertRegex(r.stderr + r.stdout,
                         r"templates/advice-list\.txt:3:1: ")
        self.reload("templates/advice-list.txt:3:1: ")
        self.assertIn("Den røde mappe: ",
                      self.wait_told("Der er fejl i filerne", "vagt@"))
        # One that reads well and leaves nothing: the built-in plain text goes,
        # and the on-call hears which it was.
        self.template("advice-list.txt", "- Den.\n")
        self.template("notice.mail.txt", "{{#type.resolved}}Slut{{/"
                      "type.resolved}}\n")
        r = house.ctl("config", "check", check=False)
        self.assertEqual(r.returncode, CONFIG)
        self.assertRegex(r.stderr + r.stdout, r"templates/notice\.mail\.txt: "
                         r"nothing is left of it \(in a notice of type first")
        self.reload()
        self.tell("fire", "SDN")
        self.reload()
        text = self.wait_told("fire")
        self.assertIn("FMK kan ikke hentes i jeres omsorgssystem.", text)
        self.assertIn("FMK-2026-" if "FMK-2026-" in text else "sag FMK-", text)
        alarm = self.wait_told("En skabelon fejlede", "vagt@")
        self.assertIn("notice.mail.txt: nothing is left of it", alarm)
