"""What an operator tells with alertctl: send, update, resolve and the rest."""
import contextlib
import fcntl
import os
import pty
import re
import shutil
import socket
import sqlite3
import subprocess
import unittest

from house import CTL, SAMPLE
from test_alertctl import Case, DATAERR, NIGHT, NOINPUT, USAGE


class Sending(Case):
    def setUp(self):
        super().setUp()
        self.sample()

    def test_refuses_without_consent(self):
        r = self.send(status=USAGE)
        self.assertIn("--yes", r.stderr)
        self.refused(USAGE, "--title", "send", "--effect", "outage", "--yes")
        self.refused(USAGE, "--effect", "send", "--title", "x", "--yes")
        self.refused(USAGE, "degraded", "send", "--effect", "bad", "--title",
                     "x", "--yes")
        self.send("--since", "yesterday", "--yes", status=USAGE)
        self.send("--fmk-online", "maybe", "--yes", status=USAGE)
        self.assertEqual(self.json("status")["incidents"], [])
        self.assertEqual(self.mails(), [])

    def test_dry_run(self):
        r = self.send("--dry-run")
        for words in ("98 municipalities", "FMK er nede", "SMS ("):
            self.assertIn(words, r.stdout)
        j = self.json("send", "--effect", "outage", "--title", "T", "-n")
        self.assertEqual(j["audience"]["municipalities"], 98)
        self.assertEqual(self.json("status")["incidents"], [])
        self.assertEqual(self.mails(), [])

    def test_send_update_resolve(self):
        r = self.send("--yes")
        self.assertIn("alertd is not running", r.stdout)
        first = len(self.mails())
        self.assertGreaterEqual(first, 98)
        self.assertIn("FMK", self.read("sms.txt"))
        j = self.json("status")
        self.assertFalse(j["daemon"])
        self.assertEqual([(i["state"], i["notices"])
                          for i in j["incidents"]], [("open", 1)])
        self.assertIsNotNone(j["incidents"][0]["next_notice"])
        self.refused(USAGE, "--text", "update", "--yes")
        self.refused(USAGE, "--text", "update", "--text", "", "--yes")
        told = self.json("update", "--text", "Det varer ved.", "--yes")
        self.assertEqual(told["notice"], 2)
        self.assertEqual(told["outbox"]["mail"]["queued"], 0)
        self.assertGreaterEqual(len(self.mails()), first + 98)
        self.ctl("resolve", j["incidents"][0]["reference"], "--yes")
        self.assertEqual(self.json("show", "1")["state"], "resolved")
        self.refused(DATAERR, "resolved", "update", "1", "--yes")
        for verb in ("update", "resolve"):
            self.refused(DATAERR, "incident 1 was resolved by user .* at "
                         r"\d{4}-.*alertctl retract 1$", verb, "--yes")
        log = self.ctl("log", "1").stdout
        self.assertIn("notice", log)
        self.assertIn("user ", log)
        self.assertIn("whole", self.ctl("log", "verify").stdout)

    def typed(self, answer, *args):
        """Runs alertctl on a terminal and types the answer at its prompt."""
        master, slave = pty.openpty()
        env = {k: v for k, v in os.environ.items()
               if k not in ("EDITOR", "VISUAL")}
        p = subprocess.Popen(
            [CTL, "-c", self.conf] + list(args), stdin=slave, cwd=self.dir,
            env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            encoding="utf-8")
        os.close(slave)
        # Behind it the end of what is typed: nobody waits for more.
        os.write(master, (answer + "\n\x04").encode())
        out = p.communicate(timeout=60)[0]
        os.close(master)
        return p.returncode, out

    def test_asks_on_a_terminal(self):
        args = ["send", "--effect", "outage", "--title", "FMK er nede"]
        status, out = self.typed("send", *args)
        self.assertEqual(status, USAGE)
        self.assertIn("Type SEND", out)
        self.assertEqual(self.json("status")["incidents"], [])
        status, out = self.typed("SEND", *args, "--exercise")
        self.assertEqual(status, USAGE)
        self.assertEqual(self.mails(), [])
        status, out = self.typed("ØVELSE", *args, "--exercise")
        self.assertEqual(status, 0, out)
        status, out = self.typed("SEND", *args)
        self.assertEqual(status, 0, out)
        self.assertEqual(
            {i["kind"] for i in self.json("status")["incidents"]},
            {"actual", "exercise"})

    def test_asks_when_planned_work_starts(self):
        status, out = self.typed("\nplanned\nsometime", "send")
        self.assertEqual(status, USAGE, out)
        self.assertIn("When does the work start", out)
        self.assertIn("is no time", out)
        self.ctl("drafts", "drop", "1")
        status, out = self.typed(
            "1\n4\n2099-12-01 22:00\n\n\nServicevindue\nTekst\n\nSEND", "send")
        self.assertEqual(status, 0, out)
        self.assertIn("22.00", self.sent()[1])
        self.assertEqual(self.json("drafts", "list"), [])

    def test_exercise(self):
        self.send("--exercise", "--yes")
        path = os.path.join(self.path("Maildir/new"), self.mails()[0])
        self.assertIn("ØVELSE", self.read("sms.txt"))
        self.assertTrue(os.path.getsize(path) > 0)
        self.assertEqual(self.json("show", "1")["kind"], "exercise")

    def sent(self):
        """Subject and text of the newest notice, as it is stored."""
        with sqlite3.connect(self.path("alertd.db")) as db:
            return db.execute(
                "SELECT subject, text, sms FROM notice_body JOIN notice ON "
                "notice.id = notice_body.notice WHERE audience = "
                "'municipality' ORDER BY notice.id DESC LIMIT 1").fetchone()

    def shown_is_sent(self, *args):
        shown = self.json(*args, "--dry-run")
        self.ctl(*args, "--yes")
        told = (shown["mail"]["subject"], shown["mail"]["text"], shown["sms"])
        for a, b in zip(told, self.sent()):
            self.assertEqual(self.timeless(a), self.timeless(b))
        return shown

    @staticmethod
    def timeless(text):
        """The minute may have changed between the two, and with the first one
        it is said how long it has lasted."""
        return re.sub(r"\d", "0", re.sub(
            r" (Det har varet|Der gik) [^.]*\.", "", text))

    def test_what_is_shown_is_sent(self):
        # It is the texts that matter, not how many get them.
        with open(SAMPLE, encoding="utf-8") as f:
            few = self.write("few.csv", "".join(f.readlines()[:5]))
        self.ctl("contacts", "import", few, "--replace", "--force")
        self.shown_is_sent("send", "--service", "STS", "--title", "STS nede",
                           "--text", "Vi ser på det.")
        self.assertTrue(self.json("show", "1")["path"])
        self.shown_is_sent("update", "1", "--effect", "degraded")
        self.assertTrue(self.json("show", "1")["path"])
        self.shown_is_sent("update", "1", "--fmk-online", "down", "--title",
                           "STS svarer ikke", "--expected-end", "3h")
        self.shown_is_sent("update", "1", "--service", "FMK", "--text", "Nyt")
        self.assertFalse(self.json("show", "1")["path"])
        r = self.shown_is_sent("resolve", "1")
        self.assertNotIn("Nyt", r["mail"]["text"])
        self.shown_is_sent("retract", "1", "--text", "Det var en fejl.")
        r = self.shown_is_sent(
            "send", "--effect", "planned", "--title", "Servicevindue",
            "--starts", "2099-12-01 22:00", "--ends", "2099-12-02T02:00")
        self.assertEqual(r["type"], "planned")
        self.assertIn("22.00", r["mail"]["text"])
        r = self.shown_is_sent("update", "2", "--ends", "2099-12-02 03:00")
        self.assertEqual(r["type"], "planned")
        self.assertIn("03.00", r["mail"]["text"])
        r = self.shown_is_sent("resolve", "2", "--text", "Aflyst.")
        self.assertEqual(r["type"], "resolved")

    def test_service_of_the_rules(self):
        def dry(*args):
            return self.json("send", "--title", "T", "-n", *args)
        self.assertEqual(dry("--service", "sts")["effect"], "outage")
        self.assertEqual(dry("--service", "NAS")["effect"], "degraded")
        self.assertEqual(
            dry("--service", "NAS", "-e", "outage")["effect"], "outage")
        self.assertNotEqual(
            dry("-e", "outage", "--service", "FMK")["mail"]["text"],
            dry("-e", "outage", "--service", "FMK", "--path")["mail"]["text"])
        for name, words in (("STX", "mean STS"), ("Stamdat", "mean Stamdata"),
                            ("hovedpumpen", "no such component")):
            self.refused(USAGE, words, "send", "--title", "T", "--service",
                         name, "-e", "outage", "--yes")
        self.refused(USAGE, "--effect", "send", "--title", "T", "--service",
                     "VANS", "--yes")
        self.assertEqual(self.json("status")["incidents"], [])

    def test_times(self):
        planned = ["send", "-e", "planned", "--title", "T", "--yes"]
        outage = ["send", "-e", "outage", "--title", "T", "--yes"]
        past, later, last = ("2001-01-01 10:00", "2099-01-01 10:00",
                             "2099-01-01T12:00:00Z")
        for args, words in (
                (planned, "--starts"),
                (planned + ["--ends", later], "--starts"),
                (planned + ["--starts", "soon"], "2026-12-01 22:00"),
                (planned + ["--starts", "2099-02-30 10:00"], "--starts"),
                (planned + ["--starts", last, "--ends", later], "before"),
                (planned + ["--starts", later, "--ends", past], "is past"),
                (outage + ["--starts", later], "planned"),
                (outage + ["--ends", later], "planned"),
                (outage + ["--since", later], "--since is to come"),
                (outage + ["--expected-end", past], "is past")):
            self.refused(USAGE, words, *args)
        self.assertEqual(self.json("status")["incidents"], [])
        self.ctl(*planned, "--starts", later, "--ends", last)
        self.refused(USAGE, "before it starts", "update", "--starts",
                     "2099-01-01T12:00:01Z", "--yes")
        self.ctl(*outage)
        for args, words in ((["-e", "planned"], "--starts"),
                            (["--starts", later], "planned"),
                            (["--expected-end", past], "is past")):
            self.refused(USAGE, words, "update", "2", "--yes", *args)

    def test_open_already(self):
        self.send("--yes")
        self.refused(USAGE, 'incident 1 of FMK.*"alertctl update 1".*--again',
                     "send", "-e", "outage", "--title", "T", "--yes")
        j = self.json("send", "-e", "outage", "--title", "T", "--dry-run")
        self.assertEqual(j["open_already"], 1)
        status, out = self.typed("no", "send", "-e", "outage", "--title", "T")
        self.assertEqual(status, USAGE)
        self.assertIn('BEWARE: incident 1 of FMK', out)
        self.assertEqual(len(self.json("status")["incidents"]), 1)
        self.send("--exercise", "--yes")
        self.ctl("send", "--service", "NAS", "--title", "T", "--yes")
        self.send("--again", "--yes")
        self.assertEqual(len(self.json("status")["incidents"]), 4)

    def test_several_need_a_number(self):
        self.send("--yes")
        self.send("--yes", "--again")
        self.refused(USAGE, r"several.*:\n  alertctl update 2 .*FMK er nede"
                     r".*\n  alertctl update 1 +\(open,", "update", "--yes")
        self.send("--exercise", "--yes")
        self.refused(USAGE, r"\n  alertctl update 3 +\(EXERCISE, open,",
                     "update", "--yes")
        self.refused(NOINPUT, "no incident 9", "update", "9", "--yes")
        self.refused(USAGE, "is no incident", "show", "abc")

    def test_retract(self):
        self.send("--yes")
        before = len(self.mails())
        self.ctl("retract", "--text", "Det var en fejl.", "--yes")
        self.assertGreaterEqual(len(self.mails()), before + 98)
        self.assertEqual(self.json("show", "1")["state"], "retracted")
        self.refused(DATAERR, "retracted", "resolve", "1", "--yes")

    def test_nobody_to_reach(self):
        os.unlink(self.path("alertd.db"))
        self.refused(NOINPUT, "contacts import", "send", "--effect", "outage",
                     "--title", "x", "--yes")

    @contextlib.contextmanager
    def daemon(self):
        """The lock and the socket of one, which does nothing."""
        with open(self.path("alertd.db.lock"), "w", encoding="utf-8") as lock:
            lock.write("4711\n")
            lock.flush()
            fcntl.flock(lock, fcntl.LOCK_EX)
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as wake:
                wake.bind(self.path("alertd.db.wake"))
                yield wake

    def test_wakes_the_daemon(self):
        """With the lock held and a socket there, only a byte is sent."""
        with self.daemon() as wake:
            wake.settimeout(20)
            self.send("--yes")
            self.assertEqual(len(wake.recv(16)), 1)
            self.assertEqual(self.mails(), [])
            j = self.json("status")
            self.assertEqual((j["daemon"], j["pid"]), (True, 4711))
            self.assertGreaterEqual(j["outbox"]["mail"]["queued"], 98)

    def test_outbox_of_one(self):
        """What waits of another incident is none of it."""
        with self.daemon():
            self.send("--yes")
            n = len(self.json("outbox", "list", "1"))
            self.send("--again", "--yes")
        said = [self.ctl("outbox", "list", *args).stderr for args in (
            ["1", "--limit", "5"], ["1", "--limit", str(n)],
            ["--limit", "5"])]
        self.assertIn("of %d that wait, the 5 " % n, said[0])
        self.assertEqual(said[1], "")
        self.assertIn("of %d that wait, the 5 " % (2 * n), said[2])

    def test_outbox(self):
        self.test_wakes_the_daemon()
        queued = self.json("outbox", "list")
        self.assertGreaterEqual(len(queued), 98)
        message = str(queued[0]["message"])
        self.assertGreaterEqual(
            self.json("outbox", "cancel", message)["cancelled"], 1)
        self.refused(DATAERR, "nothing to cancel", "outbox", "cancel", message)
        self.refused(NOINPUT, "no message 99999", "outbox", "cancel", "99999")
        self.assertEqual(self.json("outbox", "list", "--failed"), [])
        self.assertLess(len(self.json("outbox", "list")), len(queued))
        self.assertEqual(len(self.json("outbox", "list", "--all", "1")),
                         len(queued))
        self.assertEqual(self.json("outbox", "retry")["retried"], 0)
        with sqlite3.connect(self.path("alertd.db")) as db:
            db.execute("UPDATE delivery SET state = 'unknown', answer = 'no"
                       " answer' WHERE message = ? AND done IS NOT NULL",
                       (message,))
        db.close()
        self.assertIn("unknown, once more with alertctl outbox retry %s, no "
                      "answer\n" % message,
                      self.ctl("outbox", "list", "--failed").stdout)


class Decisions(Case):
    """A report that is asked about, approved or dismissed."""

    def setUp(self):
        super().setUp()
        self.sample()
        night = self.path("night")
        os.mkdir(night)
        # Open for days at the first start: a person is asked.
        shutil.copy(os.path.join(NIGHT, "2026-03-28T221300Z.json"),
                    os.path.join(night, "2026-03-31T221300Z.json"))
        lines = self.ctl("replay", "--deliver", night).stdout
        self.assertEqual(lines, "")
        self.pending = [i for i in self.json("status")["incidents"]
                        if i["state"] == "pending"]
        self.assertGreater(len(self.pending), 0)

    def test_status_says_what_to_type(self):
        n = self.pending[0]["incident"]
        self.assertIn("alertctl approve %d, alertctl dismiss %d" % (n, n),
                      self.ctl("status").stdout)

    def test_approve(self):
        n = str(self.pending[0]["incident"])
        self.refused(USAGE, "--yes", "approve", n)
        self.refused(DATAERR, "pending.*approve", "update", n, "--yes")
        self.assertEqual(self.told(), [])
        self.ctl("approve", n, "--yes")
        self.assertGreaterEqual(len(self.told()), 98)
        self.assertEqual(self.json("show", n)["state"], "open")

    def test_dismiss(self):
        n = str(self.pending[0]["incident"])
        self.ctl("dismiss", n, "--dry-run")
        self.assertEqual(self.json("show", n)["state"], "pending")
        r = self.ctl("dismiss", n, "--yes")
        self.assertIn("no municipality is told", r.stdout)
        self.assertIn("is dismissed; nothing is sent but to the on-call who "
                      "were paged.", r.stdout)
        self.assertNotIn("queued", r.stdout)
        self.assertIn("delivering from here", r.stdout)
        self.assertEqual(self.json("show", n)["state"], "dismissed")
        self.assertEqual(self.told(), [])


if __name__ == "__main__":
    unittest.main()
