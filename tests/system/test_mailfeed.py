"""Mail as a feed: from the standard input of alertctl feed deliver, as a mail
server runs it, to the queued notice; and what is not believed."""
import datetime
import email.utils
import os
import re
import sqlite3
import subprocess
import unittest

from house import CTL, House
from servers import ROOT, wait_for

MAILS = os.path.join(ROOT, "tests", "data", "feeds", "maildir")
DEADLINE = 60
CONF = """
store: alertd.db
alarm: {mail: [vagt@example.dk]}
mail: {transport: maildir, maildir: Maildir, from: fmk-drift@example.dk}
feeds:
  - name: mail
    kind: maildir
    url: file://%s/box
    senders: ["@example.dk"]
    authserv_id: mx.example.dk
    poll: 1h
    max_bytes: 64KiB
  - {name: page, kind: rss, url: "file:///nowhere", poll: 1h}
"""


def recorded(name, minutes):
    """A mail of the recorded sequence, as if it had come so long ago."""
    with open(os.path.join(MAILS, name), "rb") as f:
        text = f.read()
    then = datetime.datetime.now(datetime.timezone.utc)
    then -= datetime.timedelta(minutes=minutes)
    return re.sub(rb"Sat, 28 Mar 2026 \S+ \+0100",
                  email.utils.format_datetime(then).encode(), text)


FIRST = "2026-03-28T211000Z.eml"
TORN = "2026-03-28T220000Z.eml"
OVER = "2026-03-28T223000Z.eml"


class MailFeed(unittest.TestCase):
    def setUp(self):
        self.house = House(CONF % "/nowhere")
        self.addCleanup(self.house.stop)
        self.house.write(CONF % self.house.folder)

    def deliver(self, mail, name="mail", conf=None):
        done = subprocess.run(
            [CTL, "-c", conf or self.house.conf, "feed", "deliver", name],
            input=mail, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            timeout=60, check=False)
        self.assertEqual(done.stdout, b"")
        return done.returncode, done.stderr.decode()

    def delivered(self, *args):
        self.assertEqual(self.deliver(*args), (0, ""))

    def files(self, part):
        folder = self.house.path("box/" + part)
        return os.listdir(folder) if os.path.isdir(folder) else []

    def notices(self):
        shown = self.house.ctl("show", "1", "--json", check=False).stdout
        return re.findall(r'"type": "(\w+)"', shown)

    def pages(self):
        """The mails to the on-call that name the folder of the refused."""
        found = []
        box = self.house.path("Maildir/new")
        for name in os.listdir(box) if os.path.isdir(box) else []:
            with open(os.path.join(box, name), "rb") as f:
                message = email.message_from_binary_file(f)
            body = message.get_payload()[0].get_payload(decode=True).decode()
            # One address of the on-call; each has a mail of his own.
            if ".refused" in body and message["To"] == "vagt@example.dk":
                found.append(body)
        return found

    # --- from standard input to the notice ----------------------------------

    def test_outage_and_its_end(self):
        house = self.house
        self.delivered(recorded(FIRST, 50))
        house.start()
        wait_for(lambda: "first" in self.notices(), "the first notice",
                 DEADLINE)
        # The next poll is an hour away: these come by the wake-up.
        self.delivered(recorded(TORN, 20))
        wait_for(lambda: house.said().count("report mail/") == 2,
                 "the torn mail", DEADLINE)
        self.assertNotIn("resolved", self.notices())
        self.delivered(recorded(OVER, 10))
        wait_for(lambda: "resolved" in self.notices(), "the last notice",
                 DEADLINE)
        self.assertEqual(len(self.files("new")), 3)
        self.assertEqual(self.pages(), [])

    def test_larger_than_max_bytes(self):
        """Its beginning is read, and it is not sent back."""
        large = recorded(FIRST, 30) + b"\n" + b"x" * 70000
        self.delivered(large)
        house = self.house
        house.start()
        wait_for(lambda: "first" in self.notices(), "the first notice",
                 DEADLINE)

    def test_refused(self):
        house = self.house
        real = recorded(FIRST, 30)
        forged = real.replace(b"example.dk; dkim=pass",
                              b"example.dk; dkim=fail").replace(
            b"dmarc=pass", b"dmarc=fail").replace(
            b"From: ", b"Authentication-Results: mx.example.dk; dmarc=pass\n"
            b"From: ")
        house.start()
        # By a stranger; and by one who writes what our server should.
        self.delivered(b"From: <evil@example.org>\nSubject: FMK er nede\n\nx")
        wait_for(lambda: len(self.pages()) == 1, "the on-call is told",
                 DEADLINE)
        self.assertIn("evil@example.org", self.pages()[0])
        wait_for(lambda: len(self.files(".refused/new")) == 1, "it is moved",
                 DEADLINE)
        self.assertEqual(self.files("new"), [])
        self.delivered(forged)
        # It is read, and waits: the on-call is not told with each.
        self.delivered(real.replace(b"2026", b"2027"))
        wait_for(lambda: "first" in self.notices(), "what is believed",
                 DEADLINE)
        self.assertEqual(len(self.pages()), 1)
        self.assertEqual(len(self.files("new")), 2)
        # Whatever happens in between, it is told of: now by another daemon.
        house.kill()
        house.start()
        wait_for(lambda: len(self.pages()) == 2, "told of the other",
                 DEADLINE)
        self.assertTrue(any("drift@example.dk" in p for p in self.pages()))
        wait_for(lambda: len(self.files(".refused/new")) == 2, "it is moved",
                 DEADLINE)
        self.assertEqual(len(self.files("new")), 1)
        shown = house.json("feed", "test", "mail")[0]
        self.assertEqual((shown["ok"], shown["kind"], shown["refused"],
                          len(shown["reports"])), (True, "maildir", "", 1))

    def test_told_before_moved(self):
        """A daemon that cannot store the page leaves the mail where it is."""
        house = self.house
        house.start()
        db = sqlite3.connect(house.path("alertd.db"), timeout=30)
        db.execute("BEGIN IMMEDIATE")
        self.delivered(b"From: <evil@example.org>\n\nx")
        # Not the reports, not that they failed, and not the page.
        wait_for(lambda: house.said().count("error: feed mail:") >= 3,
                 "it cannot be stored", DEADLINE)
        shown = house.json("feed", "test", "mail")[0]
        self.assertIn("evil@example.org", shown["refused"])
        self.assertEqual(len(self.files("new")), 1)
        db.rollback()
        db.close()
        self.delivered(b"From: <evil2@example.org>\n\nx")
        wait_for(lambda: len(self.files(".refused/new")) == 2, "they are moved",
                 DEADLINE)
        self.assertIn("does not believe mail", house.ctl("log").stdout)

    # --- what the mail server hears -----------------------------------------

    def test_statuses(self):
        cases = [
            (b"x", "mial", 64, "did you mean \"mail\""),
            (b"x", "page", 64, "kind rss"),
            (b"", "mail", 65, "no mail on standard input"),
            (b"x" * (64 * 1024 * 1024 + 1), "mail", 65, "larger than"),
        ]
        for mail, name, status, words in cases:
            got, said = self.deliver(mail, name)
            self.assertEqual(got, status, said)
            self.assertIn(words, said)
        self.assertFalse(os.path.exists(self.house.path("box")))
        self.delivered(b"x" * 64 * 1024 * 1024)
        mode = os.stat(self.house.path("box/new/" + self.files("new")[0]))
        self.assertEqual(mode.st_mode & 0o777, 0o600)
        self.assertEqual(self.files("tmp"), [])

    def test_later(self):
        """75 for what another try may mend."""
        def later(words, **more):
            status, said = self.deliver(b"x", **more)
            self.assertEqual(status, 75, said)
            self.assertIn(words, said)

        house = self.house
        later("No such file", conf=house.path("missing.yaml"))
        with open(house.path("box"), "w"):
            pass
        later("not stored")
        os.remove(house.path("box"))
        house.write(CONF % house.folder + "repaet: 2h\n")
        later("repaet")
        house.write(CONF % house.folder)
        self.delivered(b"x")
        os.rename(house.path("box/new"), house.path("box/elsewhere"))
        with open(house.path("box/new"), "w"):
            pass
        later("not stored")
        self.assertEqual(self.files("tmp"), [])


if __name__ == "__main__":
    unittest.main()
