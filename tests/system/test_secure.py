"""What each process holds, and what it may: secrets are where they are needed
and nowhere else; all works without root; who acts is whom the kernel knows."""
import http.client
import json
import os
import pwd
import re
import shutil
import signal
import sqlite3
import subprocess
import unittest

from house import SAMPLE, House
from servers import (BUILD, ROOT, SANITIZED, children, free_port, temp_folder,
                     wait_for)

MARKS = {  # which process may hold which
    "alertd": "mark-of-deadman",
    "alertd-mail": "mark-of-relay",
    "alertd-sms": "mark-of-gateway",
    "alertd-web": "mark-of-page-0123456789",
}
CALLBACK = "mark-of-callback-0123456789"  # of SMS and page
KEY = "mark-of-key"  # of the page
FEED = "mark-of-feed"  # of the core: what stands in its address
CONF = """
store: alertd.db
deadman: {url: {env: DEADMAN}}
feeds: [{name: nspop, kind: statuspage, url: "http://127.0.0.1:1/%(feed)s"}]
mail:
  from: fmk-drift@example.dk
  relays: [{host: 127.0.0.1, port: 1, tls: none, user: u,
            password: {file: relay.secret}}]
sms:
  sender: FMKDRIFT
  gateways: [{preset: gatewayapi-mobile, url: "http://127.0.0.1:1/",
              token: {env: GATEWAY}, callback_hmac_secret: {credential: key},
              callback_secret: {file: callback.secret}}]
web: {listen: "127.0.0.1:%(port)d", auth: token, token: {env: PAGE}}
"""
NOBODY = 65534


def memory_of(pid):
    """All that a core file of the process would hold; as root."""
    with open("/proc/%d/maps" % pid, encoding="ascii") as maps, \
            open("/proc/%d/mem" % pid, "rb", 0) as memory:
        for line in maps:
            first, last, mode = re.match(
                r"([0-9a-f]+)-([0-9a-f]+) (\S+)", line).groups()
            if "r" not in mode or "w" not in mode:
                continue
            try:
                memory.seek(int(first, 16))
                yield memory.read(int(last, 16) - int(first, 16))
            except OSError:
                pass  # a page that nobody may read


def proc(pid, name):
    with open("/proc/%d/%s" % (pid, name), "rb") as f:
        return f.read()


@unittest.skipUnless(os.getuid() == 0, "looks into processes as root")
class Secrets(unittest.TestCase):
    def setUp(self):
        self.port = free_port()
        self.credentials = temp_folder("credentials")
        self.addCleanup(shutil.rmtree, self.credentials)
        self.put(os.path.join(self.credentials, "key"), KEY)
        house = House("store: alertd.db\n", env={
            "DEADMAN": "http://127.0.0.1:1/" + MARKS["alertd"],
            "GATEWAY": MARKS["alertd-sms"], "PAGE": MARKS["alertd-web"],
            "CREDENTIALS_DIRECTORY": self.credentials})
        self.addCleanup(house.stop)
        self.put(house.path("relay.secret"), MARKS["alertd-mail"])
        self.put(house.path("callback.secret"), CALLBACK)
        house.write(CONF % {"feed": FEED, "port": self.port})
        self.house = house

    def put(self, path, text):
        with open(path, "w", encoding="ascii") as f:
            os.fchmod(f.fileno(), 0o600)
            f.write(text + "\n")

    def all_marks(self):
        return list(MARKS.values()) + [CALLBACK, KEY]

    def page(self, token=None):
        c = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        self.addCleanup(c.close)
        c.request("GET", "/", headers={} if token is None else {
            "Authorization": "Bearer " + token})
        answer = c.getresponse()
        return answer.status, answer.read().decode()

    def programs(self):
        """Process ids by name; the starter is called as the daemon is."""
        found = {"alertd": [self.house.daemon.pid], "starter": []}
        for pid in children(self.house.daemon.pid):
            try:
                name = proc(pid, "comm").decode().strip()
            except FileNotFoundError:
                continue  # it was just being replaced
            found.setdefault("starter" if name == "alertd" else name,
                             []).append(pid)
        return found

    def test_where_they_are(self):
        house = self.house
        house.start()
        outputs = [house.ctl("send", "--effect", "outage", "--title", "FMK",
                             "--yes").stdout]
        wait_for(lambda: house.said().count("cannot connect") > 2 and
                 "Couldn't connect" in house.said(), "what fails is told")
        status, text = self.page(MARKS["alertd-web"])
        self.assertEqual(status, 200)
        outputs += [text, self.page("wrong")[1]]
        for command in (("status",), ("status", "--json"), ("log",),
                        ("log", "--json"), ("config", "check"),
                        ("config", "check", "--json"),
                        ("outbox", "list", "--json"), ("feed", "list"),
                        ("show", "1", "--json")):
            done = house.ctl(*command, check=False)
            outputs += [done.stdout, done.stderr]
        programs = self.programs()
        self.assertEqual(
            {k: len(v) for k, v in programs.items()},
            {"alertd": 1, "starter": 1, "alertd-mail": 1, "alertd-sms": 1,
             "alertd-web": 1})
        self.look_at_outputs(outputs + [house.said()])
        self.look_at_files()
        for name, pids in programs.items():
            self.look_at_process(name, pids[0])
        # And so it stays: what is started anew has what the first one had.
        os.kill(programs["alertd-sms"][0], signal.SIGKILL)
        wait_for(lambda: self.programs().get("alertd-sms", programs[
            "alertd-sms"]) != programs["alertd-sms"], "another worker")
        wait_for(house.ready, "it has read its configuration")
        self.look_at_process("alertd-sms", self.programs()["alertd-sms"][0])
        # A reload finds what stands in the environment no more.
        house.daemon.send_signal(signal.SIGHUP)
        wait_for(lambda: "reload: %s taken" % house.conf in house.said(),
                 "reload")
        self.look_at_process("alertd", house.daemon.pid)

    def look_at_outputs(self, outputs):
        for text in outputs:
            for mark in self.all_marks():
                self.assertNotIn(mark, text)

    def look_at_files(self):
        for name in os.listdir(self.house.folder):
            if name.endswith((".secret", ".wake")):
                continue
            with open(self.house.path(name), "rb") as f:
                text = f.read()
            for mark in self.all_marks():
                self.assertNotIn(mark.encode(), text, name)

    def look_at_process(self, name, pid):
        for mark in self.all_marks():
            for place in ("cmdline", "environ"):
                self.assertNotIn(mark.encode(), proc(pid, place), name)
        if name.startswith("alertd-"):
            self.assertIn(b"GLIBC_TUNABLES=glibc.malloc.",
                          proc(pid, "environ"), name)
        self.assertRegex(proc(pid, "limits").decode(),
                         r"Max core file size +0 +0 ")
        if name == "starter" or SANITIZED:
            return
        may = {MARKS[name]}
        may |= {CALLBACK} if name in ("alertd-sms", "alertd-web") else set()
        may |= {KEY} if name == "alertd-web" else set()
        may |= {FEED} if name == "alertd" else set()
        memory = b"".join(memory_of(pid))
        has = {m for m in self.all_marks() + [FEED] if m.encode() in memory}
        self.assertEqual(has, may, name)

    def test_shut_in(self):
        """Each process is, and what is missing is told."""
        house = self.house
        house.start()
        wait_for(lambda: self.programs().get("alertd-web"), "the page")
        wait_for(self.all_shut_in, "all are shut in")
        self.assertEqual(house.json("status")["self_check"]["sandbox"], [])
        self.reload_elsewhere()
        with sqlite3.connect(house.path("alertd.db")) as db:
            db.execute("INSERT INTO shut VALUES ('alertd-sms',"
                       " 'this kernel has no Landlock', 0)")
        self.assertEqual(house.json("status")["self_check"]["sandbox"],
                         ["alertd-sms: this kernel has no Landlock"])
        self.assertIn("alertd-sms: this kernel has no Landlock; all works "
                      "without it", house.ctl("status").stdout)


    def all_shut_in(self):
        try:
            return all(b"Seccomp:\t2" in proc(pid, "status")
                       for name, pids in self.programs().items()
                       for pid in pids if name != "starter")
        except OSError:
            return False  # one was just being replaced

    def reload_elsewhere(self):
        """What a running daemon may not reach is refused, not found out."""
        house = self.house
        house.write(CONF.replace(
            "http://127.0.0.1:1/%(feed)s", "file://%(feed)s") % {
                "feed": os.path.join(self.credentials, "page.json"),
                "port": self.port})
        house.daemon.send_signal(signal.SIGHUP)
        wait_for(lambda: "reload: %s is outside of what the running alertd "
                 "may reach: stop it and start it again" % self.credentials
                 in house.said(), "reload is refused")


@unittest.skipUnless(os.getuid() == 0, "becomes another user")
class Unprivileged(unittest.TestCase):
    """All of it as a user without rights, in a folder of his own."""

    def setUp(self):
        self.folder = temp_folder("nobody")
        self.addCleanup(shutil.rmtree, self.folder)
        for name in ("alertd", "alertd-mail", "alertd-sms", "alertd-web",
                     "alertctl"):
            shutil.copy(os.path.join(BUILD, name), self.folder)
        shutil.copy(SAMPLE, self.folder)
        self.home = os.path.join(self.folder, "home")
        os.mkdir(self.home, 0o700)
        os.chown(self.home, NOBODY, NOBODY)
        self.conf = os.path.join(self.home, "alertd.yaml")

    def run_as(self, *command, env=None, **more):
        return subprocess.Popen(
            command, user=NOBODY, group=NOBODY, extra_groups=[],
            cwd=self.home, env=dict(os.environ, **(env or {})),
            stdin=subprocess.DEVNULL, encoding="utf-8", **more)

    def ctl(self, *args, env=None):
        done = self.run_as(
            os.path.join(self.folder, "alertctl"), "-c", self.conf, *args,
            env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        out = done.communicate(timeout=60)[0]
        self.assertEqual(done.returncode, 0, out)
        return out

    def said(self):
        with open(os.path.join(self.folder, "log"), encoding="utf-8") as f:
            return f.read()

    def mails(self):
        folder = os.path.join(self.home, "Maildir", "new")
        return os.listdir(folder) if os.path.isdir(folder) else []

    def test_all(self):
        with open(self.conf, "w", encoding="utf-8") as f:
            f.write("store: alertd.db\n"
                    "mail: {transport: maildir, maildir: Maildir,"
                    " from: fmk-drift@example.dk}\n"
                    "sms: {transport: file, file: sms.txt, sender: FMK}\n"
                    'web: {listen: "127.0.0.1:%d"}\n' % free_port())
        self.ctl("contacts", "import", os.path.join(self.folder, "sample.csv"))
        self.ctl("config", "check")
        with open(os.path.join(self.folder, "log"), "wb") as log:
            daemon = self.run_as(
                os.path.join(self.folder, "alertd"), "-c", self.conf,
                stdout=log, stderr=log)
        self.addCleanup(daemon.wait, 60)
        self.addCleanup(daemon.send_signal, signal.SIGTERM)
        wait_for(lambda: "started:" in self.said(), "alertd starts")
        forged = {n: "mallory" for n in ("USER", "LOGNAME", "SUDO_USER",
                                         "USERNAME")}
        self.ctl("send", "--effect", "outage", "--title", "FMK", "--yes",
                 env=dict(forged, SUDO_UID=str(NOBODY)))
        wait_for(lambda: len(self.mails()) >= 98 and os.path.exists(
            os.path.join(self.home, "sms.txt")), "mail and SMS", 60)
        self.assertNotIn("sandbox: ", self.said())
        for pid in [daemon.pid] + children(daemon.pid):
            self.assertRegex(proc(pid, "status").decode(),
                             r"Uid:\t65534\t65534\t65534\t65534")
            # What it holds is not its own user's to read.
            if not SANITIZED:
                self.assertEqual(os.stat("/proc/%d/environ" % pid).st_uid, 0)
        actors = {r["actor"] for r in json.loads(self.ctl(
            "log", "--limit", "0", "--json"))
                  if r["action"] == "incident.opened"}
        self.assertEqual(len(actors), 1)
        name = pwd.getpwuid(NOBODY).pw_name
        self.assertRegex(actors.pop(), r"^user (%s|[a-z]+ \(as %s\))$" % (
            name, name))
        self.look_at_modes()

    def look_at_modes(self):
        """Nobody else reads what was made."""
        for where, _, files in os.walk(self.home):
            for name in files:
                path = os.path.join(where, name)
                if path != self.conf:
                    self.assertEqual(os.stat(path).st_mode & 0o077, 0, path)


@unittest.skipUnless(shutil.which("systemd-analyze"), "no systemd-analyze")
class Unit(unittest.TestCase):
    def test_exposure(self):
        """As alertd(8) says; 10 is without any protection."""
        with open(os.path.join(ROOT, "man/alertd.8"), encoding="utf-8") as f:
            said = re.search(r"exposure\nof (\d+\.\d)", f.read()).group(1)
        folder = temp_folder("unit")
        self.addCleanup(shutil.rmtree, folder)
        unit = os.path.join(folder, "alertd.service")
        shutil.copy(os.path.join(ROOT, "etc/systemd/alertd.service"), unit)
        done = subprocess.run(
            ["systemd-analyze", "security", "--offline=true", "--no-pager",
             unit], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            check=False, encoding="utf-8")
        self.assertRegex(done.stdout, r"Overall exposure level for "
                         r"alertd\.service: %s " % re.escape(said))


if __name__ == "__main__":
    unittest.main()
