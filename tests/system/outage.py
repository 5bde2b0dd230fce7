"""A whole outage: notices to a few municipalities and a vendor, real servers on
loopback that record, and programs that may die meanwhile."""
import collections
import contextlib
import http.client
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import threading
import time
import urllib.request

from house import CTL, FeedServer, House, page
from reconcile import (Books, RecordingGateway, RecordingSingles, Taken,
                       reconcile)
from servers import free_port, kill, remove, temp_folder, wait_for
from smtpd import Smtpd
from strace import NAMES, Programs
from terminal import Terminal
from test_daemon import down

ORGS = ("0101", "0147", "0151", "0153", "0155", "0157", "0159", "0161",
        "0163", "0165", "0167", "0169")
MAIL_WORKERS = 2
SESSIONS = 10  # of them together, as mail.relays[].sessions is by itself
WORKER = {"mail": "alertd-mail", "sms": "alertd-sms"}
CONF = """
store: alertd.db
alarm: {mail: [vagt@example.dk]}
feeds: [{name: nspop, kind: statuspage, url: "%s", poll: 10s}]
mail:
  from: "FMK-drift <fmk-drift@example.dk>"
  workers: %d
  relays: [{host: 127.0.0.1, port: %d, tls: none}]
sms:
  sender: FMKDRIFT
  gateways: [{name: fake, %s, host: "%s"}]
web: {listen: "127.0.0.1:%d", base_url: "http://127.0.0.1:%d"}
notices: {receipts: %s}
"""
# By whether it takes one number a call. 5 is no multiple of a message's two.
GATEWAYS = {
    False: "preset: inmobile, apikey: 3f-key, batch: 5",
    True: "preset: linkmobility, user: u, password: p w, platform_id: COOL, "
          "partner_id: 30978",
}
SINGLES = 8  # so many of these calls are under way at once
LINK = re.compile(r"http://127\.0\.0\.1:\d+/kvittering/[\w-]{22}\b")
PAUSE = 0.03
EX_USAGE = 64
EX_TEMPFAIL = 75  # an alertctl delivers
DEADLINE = 120
# After so many copies of a notice by mail comes the next one.
# What operators do.
UPDATE = ("update", "1", "--text", "FMK svarer stadig ikke.", "--yes")
RESOLVE = ("resolve", "1", "--yes")
STEP_AFTER = 10
SEND = ("send", "--effect", "outage", "--title", "FMK er nede", "--text",
        "Meldt af vagten.", "--yes")
# The dialogue of "alertctl send": each prompt and its answer; and what the
# draft says when the next prompt is there.
TALK = [
    ("the name of another one [FMK]", "1", '"service":"FMK"'),
    ("Number or name [outage]", "1", '"outage"'),
    ("or 2026-12-01 22:00 [now]", "", '"since"'),
    ("Number or name [unknown]", "nej", '"fmk-online":"down"'),
    ("commas between [all]", "", '"to"'),
    ("in Danish [FMK er nede]", "FMK svarer ikke", "FMK svarer ikke"),
    ("an empty line ends it:", "Vi ved det.", "FMK svarer ikke"),
    ("Vi ved det.\n>", "", "Vi ved det."),
    ("to send it,", "SEND", ""),
]
# What may be sent twice when a program dies.
UNITS = {
    "alertd": {"mail": SESSIONS, "sms": 1},
    "alertd-mail": {"mail": SESSIONS},  # … shared by the workers
    "alertd-sms": {"sms": 1},
}


def contacts():
    """(organisation, mail, number), two of each organisation."""
    yield "kmd", "drift@kmd.example.dk", ""
    for n, org in enumerate(ORGS):
        for i in (0, 1):
            yield (org, "fmk%d.%s@example.dk" % (i, org),
                   "+45000001%02d" % (2 * n + i))


MAILS = [m for _, m, _ in contacts()]
NUMBERS = [n for _, _, n in contacts() if n]


def write_contacts(path):
    with open(path, "w", encoding="utf-8") as f:
        f.write("organisation,name,email,phone\n" + "".join(
            "%s,FMK-vagt,%s,%s\n" % c for c in contacts()))


def make_template(folder):
    """A database with the contacts; each outage gets a copy."""
    house = House("store: alertd.db\n")
    try:
        write_contacts(house.path("few.csv"))
        house.ctl("contacts", "import", house.path("few.csv"), "--replace",
                  "--force")
        path = os.path.join(folder, "alertd.db")
        shutil.copy(house.path("alertd.db"), path)
        return path
    finally:
        house.stop()


# What is kept of it. deaths: of programs, by name; calls: how often each start
# of a program that was traced made each call.
Result = collections.namedtuple(
    "Result", "complaints deaths books taken calls said")


class Outage:
    """Servers, a folder and a daemon; it is a context."""

    def __init__(self, template, steps=(), event=True, singles=False,
                 workers=MAIL_WORKERS, receipts=False):
        """template: the database it begins with, or None; event: whether the
        feed says that FMK is down; steps: what the operator does in the middle
        of each notice; singles: a gateway that takes one number a call;
        receipts: the municipalities are asked for them, and give them."""
        self.folder = temp_folder("sweep")
        self.programs = Programs(self.folder)
        if template is not None:
            shutil.copy(template, self.path("alertd.db"))
        self.taken = Taken()
        self.lock = threading.Lock()
        self.steps = list(steps)
        self.workers = workers
        self.number = 1  # of the notice that is under way
        self.failed = []
        self.mail = Smtpd({"end": self.mailed})
        self.singles = singles
        self.sms = (RecordingSingles if singles else RecordingGateway)(
            self.taken, self.fall)
        self.feed = FeedServer()
        # Who asked may be dead.
        self.feed.server.handle_error = lambda request, address: None
        self.feed.body = page(down()) if event else page()
        self.port = free_port()
        self.conf = self.path("alertd.yaml")
        with open(self.conf, "w", encoding="utf-8") as f:
            f.write(CONF % (self.feed.url, workers, self.mail.port,
                            GATEWAYS[singles], self.sms.url, self.port,
                            self.port, "yes" if receipts else "no"))
        os.chmod(self.conf, 0o600)  # it has a secret
        self.log = open(self.path("log"), "ab")
        self.daemon = None
        self.deaths = collections.Counter()
        self.links = {}  # for receipts, not pressed yet: whose
        self.pressed = set()
        self.cut = None  # after so many units of a channel …
        self.falls = None  # … this worker dies; None: all
        self.acting = False  # a step is not done yet

    def path(self, name):
        return os.path.join(self.folder, name)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.stop()
        self.log.close()
        self.mail.stop()
        self.sms.close()
        self.feed.stop()
        remove(self.folder)

    # --- processes ----------------------------------------------------------

    def start(self):
        self.daemon = subprocess.Popen(
            [self.programs.program("alertd"), "-c", self.conf],
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
            cwd=self.folder, start_new_session=True)

    def stop(self):
        if self.daemon is not None and self.daemon.poll() is None:
            self.daemon.send_signal(signal.SIGTERM)
            self.daemon.wait(60)

    def look(self):
        """Starts the daemon again when it is dead."""
        if self.daemon.poll() is None:
            return
        if self.daemon.returncode == -signal.SIGKILL:
            self.deaths["alertd"] += 1
        elif self.daemon.returncode != EX_TEMPFAIL:
            raise AssertionError("the daemon ended by itself, status %d:\n%s"
                                 % (self.daemon.returncode, self.said()))
        self.start()

    def said(self):
        with open(self.path("log"), encoding="utf-8", errors="replace") as f:
            return f.read()

    def ctl(self, *args, program=CTL):
        return subprocess.run(
            [program, "-c", self.conf, *args], timeout=120, cwd=self.folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, encoding="utf-8", check=False)

    def dies(self, *args):
        """Whether an alertctl dies that is laid out to."""
        done = self.ctl(*args, program=self.programs.program("alertctl"))
        if done.returncode == -signal.SIGKILL:
            self.deaths["alertctl"] += 1
            return True
        if done.returncode != 0:
            self.failed.append(done.stdout)
        return False

    def must(self, *args):
        done = self.ctl(*args)
        if done.returncode != 0:
            self.failed.append("%s: %s" % (" ".join(args), done.stdout))

    # --- what happens -------------------------------------------------------

    def act(self, step):
        self.must(*step)
        self.acting = False

    def told(self, number):
        return self.sql("SELECT 1 FROM notice WHERE number = ?", number) != []

    def tell_more(self, step, number):
        """Until it is queued, not until alertctl has ended: without a daemon
        it delivers, and would wait for the mail that waits for it here."""
        act = threading.Thread(target=self.act, args=(step,), daemon=True)
        act.start()
        wait_for(lambda: not act.is_alive() or self.told(number),
                 "the next notice", DEADLINE)

    def mailed(self, session, text):
        """Some mails after a notice began the operator tells more, while the
        worker waits for its answer."""
        self.taken.mail(session, text)
        self.fall("mail")
        with self.lock:
            for link in LINK.findall(text.decode("latin-1")):
                self.links[link] = tuple(sorted(session.recipients))
        step = self.next_step()
        if step is not None:
            self.tell_more(*step)

    def fall(self, channel):
        """The power goes, or one worker dies, once: before who sent hears
        that it was taken."""
        with self.lock:
            if self.cut is None or self.taken.units_of[channel] < \
                    self.cut or self.falls not in (None, WORKER[channel]):
                return
            self.cut = None
        if self.falls is None:
            os.killpg(self.daemon.pid, signal.SIGKILL)
            return
        found = subprocess.run(
            ["pgrep", "-P", str(self.daemon.pid), self.falls], check=False,
            stdout=subprocess.PIPE, encoding="utf-8").stdout
        for pid in found.split():
            self.deaths[self.falls] += kill(int(pid), signal.SIGKILL)

    def next_step(self):
        """And the number of the notice that comes of it; None: not yet."""
        with self.lock:
            if not self.steps:
                return None
            # A Message-ID: alertd, when, incident, notice …
            n = sum(c.channel == "mail" and
                    c.key.split(".")[2:4] == ["1", str(self.number)]
                    for c in self.taken.copies)
            if n < STEP_AFTER:
                return None
            self.number += 1
            self.acting = True
            return self.steps.pop(0), self.number

    def sql(self, command, *args):
        with contextlib.closing(sqlite3.connect(
                self.path("alertd.db"), 30)) as db, db:
            return db.execute(command, args).fetchall()

    def quiet(self):
        """Whether nothing is left to be done."""
        if self.steps or self.acting or self.links:
            return False
        return self.sql(
            "SELECT 1 FROM notice WHERE number > 0") and not self.sql(
            "SELECT 1 FROM delivery WHERE state IN ('queued', 'sending')"
            " UNION SELECT 1 FROM message WHERE worker IS NOT NULL")

    def pause_over(self):
        """What a second doubt has put off is due: time passes."""
        late = self.sql("SELECT count(*) FROM delivery WHERE state = 'queued'"
                        " AND due > ?", int(time.time()) + 2)[0][0]
        if late == 0:
            return
        now = int(time.time())
        self.sql("UPDATE delivery SET due = ? WHERE state = 'queued'", now)
        self.sql("UPDATE message SET due = ? WHERE due > ?", now, now)
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as s:
            with contextlib.suppress(OSError):
                s.sendto(b"w", self.path("alertd.db.wake"))

    def up(self):
        """Until it has started, whoever dies meanwhile."""
        wait_for(lambda: self.look() or " started: " in self.said(),
                 "alertd starts", 60)

    def queued(self, number):
        """Whether a notice is queued to everybody; half of it is a mistake."""
        rows = self.sql("SELECT m.channel, d.address FROM delivery d JOIN"
                        " message m ON m.id = d.message WHERE d.number = ?",
                        number)
        notices = self.sql("SELECT count(*) FROM notice WHERE number = ?",
                           number)[0][0]
        if not rows and not notices:
            return False
        want = {("mail", a) for a in MAILS} | {("sms", a) for a in NUMBERS}
        if notices != 1 or set(rows) != want or len(rows) != len(want):
            self.failed.append("half a notice: %d rows" % len(rows))
        return True

    def again(self, number, args):
        """What an operator does whose command has died: looks, and gives it
        again when nothing was done."""
        was = self.queued(number)
        status = self.ctl("status")
        if status.returncode not in (0, 1):
            self.failed.append("status: %s" % status.stdout)
        shown = self.ctl("show", "1", "--json")
        said = shown.returncode == 0 and number in [
            n["notice"] for n in json.loads(shown.stdout)["notices_sent"]]
        if said != was:
            self.failed.append("it is %s: %s" % (was, shown.stdout))
        if was and args is not SEND:
            return
        done = self.ctl(*args)
        if was and (done.returncode != EX_USAGE or
                    "incident 1 of FMK is open" not in done.stdout):
            self.failed.append("not said: %s" % done.stdout)
        if not was and done.returncode != 0:
            self.failed.append("not sent: %s" % done.stdout)
        self.queued(number)

    def talk(self):
        """The dialogue, as far as it comes: the answers that are kept."""
        t = Terminal(self.programs.program("alertctl"), "-c", self.conf,
                     "send", folder=self.folder,
                     env={"EDITOR": None, "VISUAL": None})
        try:
            for n, (prompt, answer, _) in enumerate(TALK):
                wait_for(lambda: prompt in t.screen(history=True) or
                         t.ended(), prompt, 60)
                if t.ended():
                    break
                t.type(answer)
            wait_for(t.ended, "it ends", 60)
            if t.status() == -1:
                self.deaths["alertctl"] += 1
            return [said for prompt, _, said in TALK[:n]]
        finally:
            t.close()

    def kept(self, answered):
        """It is sent, or all that was answered is in a draft; then the draft
        is sent, or what is left of it typed anew."""
        drafts = [body for body, in self.sql("SELECT body FROM draft")]
        if self.queued(1):
            if drafts:
                self.failed.append("sent, and still a draft: %s" % drafts)
            return
        # The last answer may be on its way.
        for said in answered[:-1]:
            if len(drafts) != 1 or said not in drafts[0]:
                self.failed.append("not kept: %s in %s" % (said, drafts))
        listed = self.ctl("drafts", "list")
        if bool(drafts) != ("new incident" in listed.stdout):
            self.failed.append("drafts: %s" % listed.stdout)
        done = self.ctl(*SEND, *(["--draft"] if drafts else []))
        if done.returncode != 0 or self.sql("SELECT 1 FROM draft"):
            self.failed.append("the draft is not sent: %s" % done.stdout)

    def press(self):
        """A link of a mail that asks for a receipt, until it is answered: the
        page may be gone."""
        with self.lock:
            link = next(iter(self.links), None)
        if link is None:
            return
        request = urllib.request.Request(link, b"", {"Origin": "null"})
        try:
            urllib.request.urlopen(request, timeout=30).read()
        except (OSError, http.client.HTTPException) as e:
            self.refused = e
            return
        with self.lock:
            self.pressed.add(self.links.pop(link))

    def receipted(self):
        """What was pressed is a receipt, and on record once."""
        have = self.sql("SELECT (SELECT count(*) FROM receipt), (SELECT"
                        " count(*) FROM audit WHERE action ="
                        " 'receipt.taken')")[0]
        given = len(self.pressed)
        if have != (given, given):
            yield "%d receipts were given; (kept, on record): %s" % (
                given, have)

    def finish(self):
        """Until all is told, whoever dies meanwhile."""
        end = time.monotonic() + DEADLINE  # 
        while not self.quiet():
            self.look()
            self.press()
            self.pause_over()
            if time.monotonic() > end:
                raise AssertionError("not told within %d s:\n%s" % (
                    DEADLINE, self.said()))
            time.sleep(PAUSE)
        self.look()

    def allowed(self):
        """What may be sent twice after those who died."""
        sum_ = collections.Counter()
        for name, n in self.deaths.items():
            for channel, units in UNITS.get(name, {}).items():
                many = SINGLES if self.singles and channel == "sms" else 1
                share = self.workers if name == "alertd-mail" else 1
                sum_[channel] += units * n * many // share
        return sum_

    def count_deaths(self):
        for name in ("alertd-mail", "alertd-sms", "alertd-web"):
            self.deaths[name] += sum(
                self.programs.died(name, i) for i in (1, 2, 3))

    def result(self):
        """After the end: stops it, and what is wrong."""
        self.stop()
        wait_for(lambda: not self.programs.writing(), "all is traced", 30)
        self.count_deaths()
        books = Books(self.path("alertd.db"))
        complaints = self.failed + self.sms.complaints + reconcile(
            books, self.taken, MAILS, NUMBERS, self.allowed())
        complaints += self.receipted()
        verify = self.ctl("log", "verify")
        if verify.returncode != 0:
            complaints.append(verify.stdout)
        return Result(
            complaints, +self.deaths, books, self.taken,
            {(name, start): self.programs.calls(name, start)
             for name in NAMES for start in (1, 2, 3)}, self.said())
