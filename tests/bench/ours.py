"""alertd as the benchmark runs it: a copy of a prepared database, a report
that is held back until all processes are there, real files, real fsync."""
import datetime
import os
import shutil
import sqlite3
import subprocess
import threading
import time

from common import ROOT, WORK, fresh_folder, now, peak
from house import ALERTD, CTL, FeedServer, House, event, page
from servers import queue, temp_folder, wait_for

CODES = os.path.join(ROOT, "contacts", "municipalities.csv")
EACH = 5  # contacts of an organisation
HEAD = """
store: alertd.db
notices: {contact: "FMK-vagten, tlf. 00 00 00 01", signature: FMK-drift}
feeds: [{name: nspop, kind: statuspage, url: "%s", poll: 10s}]
mail:
  from: "FMK-drift <fmk-drift@example.dk>"
  vendors: none
"""
NO_SMS = "sms: {transport: none}\n"


class Feed(FeedServer):
    """A Statuspage that holds back its answer until go is set; at is when it
    was given, with nothing of it sent yet."""

    def __init__(self):
        super().__init__()
        self.go = threading.Event()
        self.at = None
        self.held = False
        self.body = page(self.event("i1"))

    @staticmethod
    def event(name):
        when = datetime.datetime.now(datetime.timezone.utc)
        return event(
            name, "FMK er utilgængeligt i produktion",
            "Opslag i FMK fejler for alle anvendere.", "investigating",
            when.strftime("%Y-%m-%dT%H:%M:%SZ"))

    def second(self):
        """Another event, which is held back until go is set."""
        self.go.clear()
        self.held = False
        self.at = None
        self.body = page(self.event("i1"), self.event("i2"))

    def answer(self, h):
        self.held = not self.go.is_set()
        self.go.wait(25)
        if self.at is None:
            self.at = now()
        super().answer(h)


def check(conf):
    """Whether this alertd knows all that the configuration says."""
    return subprocess.run(
        [CTL, "-c", conf, "config", "check"], stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, check=False).returncode == 0


def write_conf(path, text):
    with open(path, "w", encoding="utf-8") as f:
        os.fchmod(f.fileno(), 0o600)
        f.write(text)


def knows_sessions():
    folder = fresh_folder("knows")
    conf = os.path.join(folder, "alertd.yaml")
    write_conf(conf, HEAD % "http://127.0.0.1:9/" + relays([9], 7, True) +
               NO_SMS)
    done = subprocess.run([CTL, "-c", conf, "config", "check"], check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          encoding="utf-8")
    return "sessions" not in done.stdout


KNOWN = {}


def relays(ports, sessions=None, known=None, more=""):
    """mail: of the configuration, with so many sessions at once: by
    mail.relays[].sessions where this alertd has it, else by mail.workers.
    None: as it is by default."""
    if known is None and sessions is not None:
        if "sessions" not in KNOWN:
            KNOWN["sessions"] = knows_sessions()
        known = KNOWN["sessions"]
    key = ", sessions: %d" % sessions if sessions and known else ""
    text = more
    if sessions and not known:
        text += "  workers: %d\n" % min(sessions, 16)
    return text + "  relays: [%s]\n" % ", ".join(
        "{host: 127.0.0.1, port: %d, tls: none%s}" % (p, key) for p in ports)


def municipalities():
    with open(CODES, encoding="utf-8") as f:
        return [line.split(",")[0] for line in f.readlines()[1:]]


def database(organisations=98, sms=False):
    """The path of a database in which so many organisations have EACH
    contacts; made once. sms: the contacts have a number beside."""
    folder = os.path.join(WORK, "db-%d%s" % (organisations,
                                            "-sms" if sms else ""))
    path = os.path.join(folder, "alertd.db")
    if os.path.exists(path) and (os.path.getmtime(path) >
                                 os.path.getmtime(ALERTD)):
        return path
    fresh_folder(os.path.basename(folder))
    conf = os.path.join(folder, "alertd.yaml")
    write_conf(conf, HEAD % "http://127.0.0.1:9/" + relays([9]) + NO_SMS)
    listed = os.path.join(folder, "contacts.csv")
    codes = municipalities()
    if organisations > len(codes):
        queue("open", path)
        codes = ["x%05d" % i for i in range(organisations)]
        with sqlite3.connect(path) as db:
            db.executemany(
                "INSERT INTO org (kind, code, name, region, vendor)"
                " VALUES ('municipality', ?, ?, '', '')",
                [(c, "Kommune " + c) for c in codes])
    with open(listed, "w", encoding="utf-8") as f:
        f.write("organisation,name,email,phone\n")
        for k, code in enumerate(codes):
            for i in range(EACH):
                f.write("%s,Person %d,fmk%d.%s@kommune.example.dk,%s\n" % (
                    code, i, i, code,
                    "+45%08d" % (k * EACH + i + 1) if sms else ""))
    subprocess.run([CTL, "-c", conf, "contacts", "import", listed],
                   check=True, stdout=subprocess.DEVNULL)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


class Daemon(House):
    """alertd with a copy of a database, and a report that is held back."""

    def __init__(self, mail, base, sms=NO_SMS, env=None):
        self.feed = Feed()
        self.env = dict(os.environ, **(env or {}))
        self.program = ALERTD
        self.folder = temp_folder("bench")
        self.conf = self.path("alertd.yaml")
        self.write(HEAD % self.feed.url + mail + sms)
        shutil.copy(base, self.path("alertd.db"))
        self.daemon = None
        self.log = open(self.path("log"), "ab")

    def start(self):
        super().start()
        wait_for(lambda: self.feed.go.is_set() or self.asked(), "first poll")
        time.sleep(0.05)  # what they begin with is done

    def asked(self):
        """Whether the feed is waited for: somebody is connected to it."""
        return any(self.feed.port == port for port in connections())

    def count(self, which="1"):
        """How many deliveries there are."""
        with sqlite3.connect("file:%s?mode=ro" % self.path("alertd.db"),
                             uri=True) as db:
            return db.execute("SELECT count(*) FROM delivery WHERE " +
                              which).fetchone()[0]

    def left(self):
        """How many deliveries are not over."""
        return self.count("state IN ('queued', 'sending')")

    def wait_stored(self, seconds=20):
        """Until every result is stored."""
        wait_for(lambda: self.left() == 0, "all results are stored", seconds)

    def peaks(self):
        """VmHWM in KiB: of the core, and of each worker."""
        return peak(self.daemon.pid), [
            peak(p) for p in self.workers("alertd-mail")]

    def stop(self):
        self.feed.go.set()
        super().stop()
        self.feed.stop()


def spent(pid):
    """CPU time of a process and its descendants so far, in ms."""
    try:
        with open("/proc/%d/schedstat" % pid, encoding="ascii") as f:
            own = int(f.read().split()[0]) / 1e6
        with open("/proc/%d/task/%d/children" % (pid, pid),
                  encoding="ascii") as f:
            children = f.read().split()
    except OSError:
        return 0
    return own + sum(spent(int(c)) for c in children)


def connections():
    """The ports to which somebody on this machine is connected over IPv4."""
    with open("/proc/net/tcp", encoding="ascii") as f:
        for line in f.readlines()[1:]:
            remote, state = line.split()[2:4]
            if state == "01":
                yield int(remote.split(":")[1], 16)


def second(sinks, n, mail, base, between, two=True, seconds=120):
    """As run(), but of the second of two reports, when the daemon knows its
    relays; between() is called between them. times: when each was taken.
    Without two, of one report."""
    for s in sinks:
        s.reset()
    house = Daemon(mail, base)
    try:
        house.start()
        if two:
            house.feed.go.set()
            wait_for(lambda: house.count() > 0, "a notice", seconds)
            house.wait_stored(seconds)
            house.feed.second()
            between()
            wait_for(lambda: house.feed.held, "the next poll", 30)
        for s in sinks:
            s.reset()
        cpu = spent(house.daemon.pid)
        house.feed.go.set()
        seen = sinks[0].until(n, seconds)
        seen["cpu"] = spent(house.daemon.pid) - cpu
        at = house.feed.at
        seen.update({k: (seen[k] - at) / 1e6 for k in (
            "connected", "begun", "first", "last")})
        seen["times"] = [[(t - at) / 1e6, k] for t, k in sinks[0].ask("times")]
        return seen
    finally:
        # It would wait for what a relay that stalls has taken.
        if house.daemon is not None:
            house.daemon.kill()
            house.daemon.wait(60)
        house.stop()


def deliver(sink, n, mail, base, **more):
    """One broadcast from the report to the n-th counted: see run()."""
    return run([sink], n, mail, base, **more)


def run(sinks, n, mail, base, sms=NO_SMS, env=None, seconds=120, stored=True):
    """A fresh daemon, one report. What the first sink saw until n were
    counted, its times in ms since the report: first command (begun), first
    mail and last mail taken; and the peaks of memory."""
    for s in sinks:
        s.reset()
    house = Daemon(mail, base, sms, env)
    try:
        house.start()
        cpu = spent(house.daemon.pid)
        house.feed.go.set()
        seen = sinks[0].until(n, seconds)
        seen["cpu"] = spent(house.daemon.pid) - cpu
        if stored:
            house.wait_stored(seconds)
        core, workers = house.peaks()
        at = house.feed.at
        seen.update({k: (seen[k] - at) / 1e6 for k in (
            "connected", "begun", "first", "last")})
        seen.update(core=core, workers=workers, at=at)
        return seen
    finally:
        house.stop()
