"""One allocation fails, in every program of a short run, wherever it is made:
it ends well, or says so and ends with an error; nothing is half done, and
once more completes it."""
import collections
import concurrent.futures
import email
import email.policy
import fcntl
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import unittest

from servers import BUILD, ROOT, SANITIZED, temp_folder

FAULTS = os.path.join(BUILD, "tests", "system", "faults.so")
# "make torture": each so many-th place of all.
TORTURE = int(os.environ.get("ALERTD_TORTURE", "0"))
SOME = 4  # places of each program that are tried in "make check"
CONF = """
store: alertd.db
alarm: {mail: [vagt@example.dk], sms: ["+45 00 00 00 01"]}
sms: {transport: file, file: sms.txt, sender: FMKDRIFT}
mail:
  transport: maildir
  maildir: Maildir
  from: "FMK-drift <fmk-drift@example.dk>"
"""
CONTACTS = """organisation,name,email,phone
0101,FMK,fmk@koebenhavn.example.dk,+45 00 00 00 03
0147,FMK,fmk@frederiksberg.example.dk,+45 00 00 00 04
"""
SEND = ("alertctl", "-c", "alertd.yaml", "send", "--effect", "outage",
        "--title", "FMK er nede", "--text", "Meldt af vagten.", "--yes")
UPDATE = ("alertctl", "-c", "alertd.yaml", "update", "1", "--text", "Nyt.",
          "--yes")
FEED = os.path.join(ROOT, "tests/data/nspop-sequence")
# Crashes that are not ours to mend: the library, and which of its functions
# was called. Nothing may be half done; the same once more completes it.
EXPLAINED = {
    # While the program for the kernel is made. A worker shuts itself in before
    # it takes the first message.
    ("libseccomp.so.2", "seccomp_load"),
    # While a text's hash is made, or looked for.
    ("libcrypto.so.3", "EVP_Digest"),
    ("libcrypto.so.3", "EVP_MD_fetch"),
}
# A signal that a library ends with after it has said why.
SAID = (signal.SIGABRT, signal.SIGTRAP)


def run(folder, command, text=None, **more):
    env = {k: v for k, v in os.environ.items() if k != "LD_PRELOAD"}
    if more:
        env["LD_PRELOAD"] = FAULTS
    env.update(more)
    return subprocess.run(
        [os.path.join(BUILD, command[0]), *command[1:]], cwd=folder,
        env=env, input=text, timeout=120, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def query(folder, sql):
    with sqlite3.connect(os.path.join(folder, "alertd.db"), timeout=30) as db:
        return db.execute(sql).fetchall()


@unittest.skipIf(SANITIZED, "the sanitizers have an allocator of their own")
class Memory(unittest.TestCase):
    """Each test is a program; self.base is the folder that it begins with."""

    def setUp(self):
        self.base = temp_folder("memory")
        self.addCleanup(shutil.rmtree, self.base)
        for name, text in (("alertd.yaml", CONF), ("few.csv", CONTACTS)):
            with open(os.path.join(self.base, name), "w",
                      encoding="utf-8") as f:
                f.write(text)

    def contacts(self):
        done = run(self.base, ("alertctl", "-c", "alertd.yaml", "contacts",
                               "import", "few.csv"))
        self.assertEqual(done.returncode, 0, done.stderr)

    def queue(self):
        """A notice that nobody has begun to send."""
        self.contacts()
        wake = os.path.join(self.base, "alertd.db.wake")
        with open(os.path.join(self.base, "alertd.db.lock"), "w",
                  encoding="utf-8") as lock, \
                socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
            lock.write("%d alertd\n" % os.getpid())
            lock.flush()
            listener.bind(wake)
            fcntl.flock(lock, fcntl.LOCK_EX)
            done = run(self.base, SEND)
        os.remove(wake)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertFalse(os.path.exists(os.path.join(self.base, "Maildir")))

    def places(self, command, text):
        """The numbers of the allocations to fail, each from another place."""
        folder = self.fresh()
        path = os.path.join(folder, "places")
        done = run(folder, command, text, FAULTS_PLACES=path)
        with open(path, encoding="utf-8") as f:
            numbers = [int(line) for line in f]
        shutil.rmtree(folder)
        step = TORTURE or max(1, len(numbers) // SOME)
        numbers = numbers[step // 2::step]
        return done, numbers

    def fresh(self):
        folder = temp_folder("memory-run")
        shutil.copytree(self.base, folder, dirs_exist_ok=True)
        return folder

    def torture(self, command, look, text=None):
        good, numbers = self.places(command, text)
        ends = collections.Counter()

        def one(n):
            folder = self.fresh()
            try:
                done = run(folder, command, text, FAULTS_ALLOC=str(n))
                end = self.end(done, good)
                if end not in ("silent", "crashed"):
                    look(folder, done)
                return n, end, done.stderr
            except subprocess.TimeoutExpired:
                return n, "hung", b""
            except AssertionError as e:
                return n, "wrong", str(e).encode()
            finally:
                shutil.rmtree(folder, ignore_errors=True)

        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            bad = []
            for n, end, said in pool.map(one, numbers):
                ends[end] += 1
                if end in ("silent", "crashed", "wrong", "hung"):
                    bad.append((n, end, said[-400:]))
        if TORTURE:
            for one_bad in bad:
                print(one_bad, flush=True)
            print("%s: %d places: %s" % (
                " ".join(command[:1] + command[3:4]), len(numbers),
                ", ".join("%d %s" % (c, e) for e, c in ends.most_common())),
                flush=True)
        self.assertEqual(bad[:3], [])
        self.assertGreater(len(numbers), 0)

    def end(self, done, good):
        if done.returncode == 0:
            return "ended well"
        if done.returncode == good.returncode and \
                done.stderr == good.stderr and done.stdout == good.stdout:
            return "ended well"
        if done.returncode > 0:
            return "said so" if done.stderr else "silent"
        if -done.returncode in SAID:
            return "aborted, and said so" if done.stderr else "silent"
        where = re.search(r"crashed in .*/([^/\n]+): (\w*)\n$",
                          done.stderr.decode(errors="replace"))
        return "crashed in %s" % where.group(1) \
            if where and where.groups() in EXPLAINED else "crashed"

    # --- what is left behind ---------------------------------------------

    def whole(self, folder):
        """All of an incident is there, or nothing."""
        self.assertEqual(query(folder, "PRAGMA integrity_check"), [("ok",)])
        (cases,), = query(folder, "SELECT count(*) FROM incident")
        (notices,), = query(folder, "SELECT count(*) FROM notice")
        (orgs,), = query(folder, "SELECT count(DISTINCT org) FROM message"
                         " WHERE org GLOB '[0-9]*'")
        self.assertIn((cases, notices > 0, orgs),
                      ((0, False, 0), (1, True, 2)))
        return cases

    def completed(self, folder, done):
        """After once more each has the newest, and none of them twice but for
        what a worker was about when it died."""
        cases = self.whole(folder)
        if done.returncode == 0:
            self.assertEqual(cases, 1)
        again = run(folder, UPDATE if cases else SEND)
        self.assertEqual(again.returncode, 0, again.stderr)
        newest = ("SELECT m.org, m.channel FROM delivery d JOIN message m ON"
                  " d.message = m.id WHERE m.org GLOB '[0-9]*' AND d.state"
                  " = 'accepted' AND m.notice = (SELECT max(id) FROM notice"
                  " WHERE number > 0)")
        self.assertEqual(len(query(folder, newest)), 4)
        twice = 0
        for count in self.mails(folder).values():
            self.assertLessEqual(count, 2)
            twice += count - 1
        self.assertLessEqual(twice, 0 if done.returncode == 0 else 1)

    def mails(self, folder):
        found = collections.Counter()
        new = os.path.join(folder, "Maildir", "new")
        for name in os.listdir(new):
            with open(os.path.join(new, name), "rb") as f:
                found[email.message_from_bytes(
                    f.read(), policy=email.policy.default)["Message-Id"]] += 1
        return found

    # --- the programs ----------------------------------------------------

    def test_send(self):
        self.contacts()
        self.torture(SEND, self.completed)

    def test_mail(self):
        self.queue()
        self.torture(("alertd-mail", "-c", "alertd.yaml", "-1"),
                     self.completed)

    def test_sms(self):
        self.queue()
        self.torture(("alertd-sms", "-c", "alertd.yaml", "-1"),
                     self.completed)

    def test_last_resort(self):
        def look(folder, done):
            new = os.path.join(folder, "Maildir", "new")
            mails = os.listdir(new) if os.path.isdir(new) else []
            accepted = done.stdout.count(b"accepted\n")
            if done.returncode == 0:
                self.assertEqual((len(mails), accepted), (1, 1))
            # What is said to be accepted is, though it died afterwards.
            self.assertLessEqual(accepted, len(mails))

        self.torture(("alertd-mail", "-c", "alertd.yaml", "-r"), look,
                     "alertd virker ikke\nDisken er fuld.\n".encode())

    def test_config_check(self):
        self.contacts()
        self.torture(("alertctl", "-c", "alertd.yaml", "config", "check"),
                     lambda folder, done: None)

    def test_feed_parse(self):
        """A list that lost something for want of memory is no good one."""
        command = ("alertctl", "-c", "alertd.yaml", "feed", "parse",
                   os.path.join(FEED, sorted(os.listdir(FEED))[0]))
        good = run(self.base, command)

        def look(_folder, done):
            if done.returncode == good.returncode:
                self.assertEqual(done.stdout, good.stdout)

        self.torture(command, look)


if __name__ == "__main__":
    unittest.main()
