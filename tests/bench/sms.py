"""SMS: through a gateway that takes many in a call, one by one through one that
answers at once or in a while and through a real Kannel, and a million
recipients."""
import base64
import json
import os
import re
import shutil
import sqlite3
import subprocess
import threading
import time

from common import (BUILD, Server, alone, at_most, failed, fresh_folder,
                    interleaved, median, now, peak, row, spread, table)
import kannel
from servers import queue

TITLE = "SMS"
SMS = os.path.join(BUILD, "alertd-sms")
ORGS, EACH = 98, 5
N = ORGS * EACH
SESSIONS = 8  # by default
MORE = 16
SLOW_MS = 20  # that a gateway takes for a call
TENTH = int(os.environ.get("SMS_RECIPIENTS") or 1000000) // 10
TEXT = []  # what more() says
BODY = "FMK kan ikke bruges lige nu. Brug FMK-online. Ring 00 00 00 01."


def database(folder, contacts):
    """One notice by SMS to ORGS organisations, due in ten minutes; its path."""
    path = os.path.join(folder, "made.db")
    text = os.path.join(folder, "text")
    with open(text, "w", encoding="utf-8") as f:
        f.write(BODY)
    queue("sms", path, text, lines=(
        "%04d +45%08d" % (i % ORGS, i) for i in range(contacts)))
    with sqlite3.connect(path) as db:
        db.execute("UPDATE delivery SET due = due + 600")
        db.execute("UPDATE message SET due = due + 600")
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def make_due(path):
    with sqlite3.connect(path) as db:
        at = int(time.time()) - 1
        db.execute("UPDATE delivery SET due = ?", (at,))
        db.execute("UPDATE message SET due = ?", (at,))
    db.close()


def accepted(path):
    with sqlite3.connect(path) as db:
        n = db.execute("SELECT count(*) FROM delivery"
                       " WHERE state = 'accepted'").fetchone()[0]
    db.close()
    return n


class Peak(threading.Thread):
    """The peak of a process' own memory, looked at until it ends. (What wait4()
    says begins with that of who started it.)"""

    def __init__(self, pid):
        super().__init__()
        self.pid, self.most = pid, 0

    def run(self):
        try:
            while True:
                seen = peak(self.pid)
                if seen == 0:
                    return
                self.most = max(self.most, seen)
                time.sleep(0.02)
        except OSError:
            pass


LOG = 8 << 20  # bytes, as store_stretch() makes it


class Daemon:
    """What a daemon that stands by leaves to who sends: the database is open,
    and its log as long as it gets."""

    def __init__(self, path):
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.execute("PRAGMA journal_mode = WAL")
        self.db.execute("BEGIN IMMEDIATE")
        with open(path + "-wal", "ab") as f:
            f.write(bytes(LOG - f.tell()))
            f.flush()
            os.fsync(f.fileno())
        self.db.execute("ROLLBACK")

    def close(self):
        self.db.close()


class Case:
    """A gateway, and what is said to it."""

    def __init__(self, folder, made, gateway, prefix=()):
        self.folder, self.made, self.prefix = folder, made, list(prefix)
        self.daemon = None
        self.db = os.path.join(folder, "a.db")
        self.conf = os.path.join(folder, "alertd.yaml")
        with open(self.conf, "w", encoding="utf-8") as f:
            os.fchmod(f.fileno(), 0o600)
            json.dump({"store": self.db, "sms": {"gateways": [gateway]}}, f)

    def fresh(self):
        if self.daemon:
            self.daemon.close()
        for tail in ("-wal", "-shm"):
            if os.path.exists(self.db + tail):
                os.remove(self.db + tail)
        shutil.copy(self.made, self.db)
        self.daemon = Daemon(self.db)
        return self.db

    def whole(self):
        """ms from the start of alertd-sms to its end, with all stored; its
        peak of memory in KiB."""
        make_due(self.fresh())
        begun = now()
        p = subprocess.Popen(self.prefix + [SMS, "-c", self.conf, "-1"])
        seen = Peak(p.pid)
        seen.start()
        status = p.wait()
        took = (now() - begun) / 1e6
        seen.join()
        if status != 0:
            raise AssertionError("alertd-sms: %d" % status)
        return took, seen.most

    def woken(self, until, log=subprocess.DEVNULL):
        """ms from the moment in which a worker that waits is woken to the one
        that until() waits for, with its process. As the daemon does, it is told before that a
        notice is about to be queued."""
        self.fresh()
        own, its = os.pipe()[::-1]
        p = subprocess.Popen(
            self.prefix + [SMS, "-c", self.conf, "-w", str(its)],
            pass_fds=[its], stderr=log)
        os.close(its)
        try:
            time.sleep(0.3)  # it has begun, and found nothing
            os.write(own, b"r")
            make_due(self.db)
            begun = now()
            os.write(own, b"w")
            return (until(p) - begun) / 1e6
        finally:
            os.write(own, b"q")
            p.communicate(timeout=20)
            os.close(own)
            if accepted(self.db) != N:
                raise AssertionError("not all is stored")

    def ready(self, server):
        """Until the last SMS is taken."""
        server.reset()
        return self.woken(lambda p: server.until(N, 60)["last"])

    def stored(self):
        """Until what became of the last SMS is stored."""
        return self.woken(all_told, subprocess.PIPE)


def all_told(p):
    """When the worker has said of all that they are accepted, which it says
    as soon as that is stored."""
    n = 0
    for line in p.stderr:
        n += sum(map(int, re.findall(rb": (\d+) accepted,", line)))
        if n == N:
            return now()
    raise AssertionError("%d of %d" % (n, N))


def curl(folder, prefix, *args):
    """ms from the start of curl to its end."""
    begun = now()
    subprocess.run(list(prefix) + ["curl", "-s", *args], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (now() - begun) / 1e6


def curl_to(server, n, folder, *args):
    """ms from the start of curl to the last SMS taken."""
    server.reset()
    begun = now()
    curl(folder, (), *args)
    return (server.until(n, 60)["last"] - begun) / 1e6


def basic():
    return "Authorization: Basic " + base64.b64encode(b"u:k").decode()


def curl_batch(folder, port):
    """The same call as alertd makes."""
    body = os.path.join(folder, "body.json")
    with open(body, "w", encoding="utf-8") as f:
        json.dump({"to": ["45%08d" % i for i in range(N)], "message": BODY,
                   "from": "FMK", "reference": "1-1-1-1"}, f)
    return ["-H", "Content-Type: application/json", "-H", basic(), "-d",
            "@" + body, "http://127.0.0.1:%d/v2/send" % port]


def curl_each(folder, port, user, password, sessions=SESSIONS):
    """A file of as many URLs; connections are kept."""
    path = os.path.join(folder, "curl-%d" % port)
    text = BODY.replace(" ", "%20")
    with open(path, "w", encoding="utf-8") as f:
        for i in range(N):
            f.write('url = "http://127.0.0.1:%d/cgi-bin/sendsms?username=%s'
                    '&password=%s&from=FMK&to=%%2B45%08d&charset=UTF-8'
                    '&coding=0&text=%s"\noutput = /dev/null\n' % (
                        port, user, password, i, text))
    return ["--parallel", "--parallel-max", str(sessions), "-K", path]


def compare(what, mine, other, wanted=1.2):
    most = "–" if wanted is None else "≤ %.1f ×" % wanted
    if failed(mine) or failed(other):
        return row(what, "curl", most, mine if failed(mine) else other, None)
    ratio, met = at_most(mine, other, wanted or 0)
    return row(what, "curl, as many at once", most,
               "%s: %.1f ms, %s against %.1f ms, %s" % (
                   ratio, median(mine), spread(mine, "%.1f"), median(other),
                   spread(other, "%.1f")), met if wanted else None)


def loopback(folder, made):
    server = Server("gateway")
    one = {"preset": "kannel", "user": "u", "password": "k",
           "host": "http://127.0.0.1:%d" % server.port,
           "sessions": SESSIONS}
    many = {"preset": "cpsms", "user": "u", "apikey": "k",
            "host": "http://127.0.0.1:%d" % server.port}
    batch, each = [Case(fresh_folder("sms-" + name), made, gateway)
                   for name, gateway in (("batch", many), ("each", one))]
    by_batch = curl_batch(folder, server.port)
    by_each = curl_each(folder, server.port, "u", "k")
    try:
        seen = interleaved({
            "batch": lambda: batch.ready(server),
            "batch, curl": lambda: curl_to(server, N, folder, *by_batch),
            "each": lambda: each.ready(server),
            "each, curl": lambda: curl_to(server, N, folder, *by_each)})
    finally:
        server.stop()
    return [
        compare("%d SMS in one call of a gateway" % N, seen["batch"],
                seen["batch, curl"]),
        compare("%d SMS one by one, an instant gateway" % N, seen["each"],
                seen["each, curl"])]


def slow(folder, made):
    """With a gateway that takes its time, as real ones do."""
    server = Server("gateway", SLOW_MS)
    case = Case(fresh_folder("sms-slow"), made, {
        "preset": "kannel", "user": "u", "password": "k",
        "host": "http://127.0.0.1:%d" % server.port, "sessions": SESSIONS})
    args = curl_each(folder, server.port, "u", "k")
    try:
        seen = interleaved({
            "slow": lambda: case.ready(server),
            "slow, curl": lambda: curl_to(server, N, folder, *args)})
    finally:
        server.stop()
    return [compare("%d SMS one by one, a gateway that takes %d ms a call" % (
        N, SLOW_MS), seen["slow"], seen["slow, curl"])]


class Kannel(kannel.KannelCase):
    def runTest(self):
        pass


def through_kannel(folder, made):
    kannel.KANNEL_CONF = kannel.KANNEL_CONF.replace("log-level = 0",
                                                    "log-level = 1")
    k = Kannel()
    k.setUp()
    try:
        k.fakesmsc()
        subjects, cases = {}, []
        for n in (SESSIONS, MORE):
            case = Case(fresh_folder("sms-kannel-%d" % n), made, {
                "preset": "kannel", "user": kannel.USER,
                "password": kannel.PASSWORD, "sessions": n}, k.inside)
            args = curl_each(folder, 13013, kannel.USER, "p%26w%20d%3D1", n)
            cases.append(case)
            subjects[n] = case.stored
            subjects["whole", n] = lambda case=case: case.whole()[0]
            subjects["curl", n] = (
                lambda args=args: curl(folder, k.inside, *args))
        seen = interleaved(subjects)
        for case in cases:
            if accepted(case.db) != N:
                raise AssertionError("not all is accepted")
    finally:
        k.doCleanups()
    slow = {name: sum(ms > 1000 for ms in seen[key]) for name, key in (
        ("alertd-sms", MORE), ("curl", ("curl", MORE)))
        if not failed(seen[key])}
    TEXT.append("With %d at once through Kannel, which listens for 10, a SYN "
                "was dropped, and came again after a second, in %s." % (
                    MORE, ", and ".join(
                        "%d runs of %s" % (n, name)
                        for name, n in slow.items())))
    what = "%d SMS one by one through Kannel, %d at once; "
    return [compare(what % (N, n) + span, seen[key], seen["curl", n], wanted)
            for n in (SESSIONS, MORE) for key, span, wanted in (
                (n, "until all are stored", 1.2),
                (("whole", n), "from the start of the program to its end",
                 None))]


def many(folder):
    """Once each: a tenth, and all."""
    lines, ms, memory = [], [], []
    for n in (TENTH, 10 * TENTH):
        server = Server("gateway")
        try:
            case = Case(fresh_folder("sms-many"), database(
                fresh_folder("sms-made"), n), {
                    "preset": "cpsms", "user": "u", "apikey": "k",
                    "batch": 10000,
                    "host": "http://127.0.0.1:%d" % server.port})
            took, peak = case.whole()
            seen = server.ask("report")
            if seen["counted"] != n or accepted(case.db) != n:
                raise AssertionError("%d of %d" % (seen["counted"], n))
        finally:
            server.stop()
        ms.append(took)
        memory.append(peak)
        lines.append([n, seen["messages"], "%.1f" % (took / 1000),
                      "%.0f" % (n / took * 1000), "%.1f" % (peak / 1024)])
    TEXT.append(table(["recipients", "calls", "s", "SMS a second, stored",
                       "peak of alertd-sms, MiB"], lines))
    fresh_folder("sms-made")
    fresh_folder("sms-many")
    return [
        row("%d SMS recipients through a batch gateway" % (10 * TENTH),
            "itself at a tenth", "≤ 10.5 × the time",
            "%.2f ×" % (ms[1] / ms[0]), ms[1] <= 10.5 * ms[0]),
        row("the same, memory of alertd-sms", "itself at a tenth",
            "no more", "%.2f ×" % (memory[1] / memory[0]),
            memory[1] <= 1.05 * memory[0])]


def rows():
    del TEXT[:]
    folder = fresh_folder("sms")
    made = database(folder, N)
    return (loopback(folder, made) + slow(folder, made) +
            through_kannel(folder, made) + many(folder))


def more():
    return ("Each of %d organisations has %d contacts. alertd-sms stores what "
            "it begins before, and what became of it, with fsync; curl stores "
            "nothing. Connections are kept by both, %d at once where a call "
            "has one recipient.\n\n" % (ORGS, EACH, SESSIONS) +
            "\n\n".join(TEXT))


if __name__ == "__main__":
    alone()
