"""What alertd costs with a long past, held against a short one: the start,
alertctl as processes, a turn of the core, a self-check and the page. The
databases are made: 1,000 incidents a year, of two notices each."""
import os
import shutil
import signal
import socket
import subprocess
import time

from common import (BUILD, RUNS, alone, at_most, failed, fresh_folder,
                    interleaved, median, row, spread, table, tool)

TITLE = "Flat"
# Past deliveries, and the keys of made. The others are held to the first. The
# first incident, which is shown, has as many of them in each, and in each are
# enough that failed to fill the list of the outbox.
PASTS = [
    ("10³", ["incidents=100", "messages=5", "days=36", "refused=2"]),
    ("10⁴", ["incidents=1000", "messages=5", "days=365", "refused=20"]),
    ("10⁵", ["incidents=10000", "messages=5"]),
    ("10⁶", ["incidents=10000", "messages=50"]),
    ("10⁶, 10⁵ contacts", ["incidents=10000", "messages=10", "recipients=5",
                           "contacts=100000", "first=10"]),
]
MILLION, CROWD = "10⁶", "10⁶, 10⁵ contacts"
COMMANDS = ["status", "coverage", "show", "show 5", "log", "outbox list",
            "contacts list", "oncall", "feed list"]
WANTED = 1.2
WANTED_MS = 50  # of a command
WANTED_PAGE = 100  # ms, whatever the number of municipalities
LEFT_OUT = {(CROWD, "`contacts list`")}  # it prints them all
READY = 60  # s: more is no start
CONF = """store: alertd.db
feeds:
  - {name: nspop, kind: statuspage, url: 'http://127.0.0.1:9/', poll: 60s}
mail: {from: alertd@example.dk, transport: maildir, maildir: out}
sms: {transport: file, file: sms.txt}
retention: {persons: 0s, operators: 0s, codes: 0s}
"""

MORE = """Milliseconds: the median, the lowest and highest, and the ratio to the
first column; of what was done in one process also the steps of SQLite's virtual
machine, which do not depend on the machine.

%s

In the steps, not the time, `tests/unit/test_flat.c` holds each of these and
more, and the plan of every statement, in CI. A self-check reads on in the past,
1 MiB at most, and waits for the disk once."""

_table = []


def make(folder, keys):
    os.makedirs(folder)
    with open(os.path.join(folder, "alertd.yaml"), "w",
              encoding="ascii") as f:
        os.fchmod(f.fileno(), 0o600)
        f.write(CONF)
    subprocess.run([tool("made"), os.path.join(folder, "alertd.db"),
                    "notices=2", "recipients=1", "first=50", *keys],
                   check=True,
                   stdout=subprocess.DEVNULL)
    return folder


def start(folder):
    """Milliseconds until it says READY=1."""
    path = os.path.join(folder, "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as s, \
            open(os.path.join(folder, "log"), "wb") as log:
        s.bind(path)
        s.settimeout(READY)
        began = time.monotonic()
        with subprocess.Popen(
                [os.path.join(BUILD, "alertd"), "-c",
                 os.path.join(folder, "alertd.yaml")], stdout=log, stderr=log,
                env=dict(os.environ, NOTIFY_SOCKET=path)) as daemon:
            try:
                while b"READY=1" not in s.recv(4096):
                    pass
                took = time.monotonic() - began
            finally:
                daemon.send_signal(signal.SIGTERM)
    os.unlink(path)
    return took * 1e3


def command(folder, line):
    began = time.monotonic()
    done = subprocess.run(
        [os.path.join(BUILD, "alertctl"), "-c",
         os.path.join(folder, "alertd.yaml"), *line.split()],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, check=False)
    took = time.monotonic() - began
    if done.returncode not in (0, 1):  # 1: a gap in the coverage
        raise AssertionError("alertctl %s: %d" % (line, done.returncode))
    return took * 1e3


def inside(folder):
    """What the program flat says: {name: (milliseconds, steps)}."""
    out = subprocess.run(
        [tool("flat"), os.path.join(folder, "alertd.yaml"), "15"], check=True,
        stdout=subprocess.PIPE, encoding="utf-8").stdout
    return {name: (float(us) / 1e3, int(steps)) for name, us, steps in
            (line.split() for line in out.splitlines())}


def measured(folders):
    """{what: {past: (times, steps or None)}}"""
    seen = {}
    whats = [("start to ready", start)]
    whats += [("`%s`" % c, lambda f, c=c: command(f, c)) for c in COMMANDS]
    for what, measure in whats:
        times = interleaved({
            past: lambda f=f, m=measure: m(f) for past, f in folders.items()
            if (past, what) not in LEFT_OUT})
        seen[what] = {past: (t, None) for past, t in times.items()}
    runs = interleaved({
        past: lambda f=f: inside(f) for past, f in folders.items()})
    for past, run in runs.items():
        if failed(run):
            raise AssertionError("%s: %s" % (past, run))
        for name in run[0]:
            seen.setdefault(name, {})[past] = (
                [r[name][0] for r in run], run[0][name][1])
    return seen


def cell(times, steps, first):
    if failed(times) or failed(first):
        return "failed"
    return "%.2f (%s), %.2f ×%s" % (
        median(times), spread(times, "%.2f"), median(times) / median(first),
        "" if steps is None else ", %d steps" % steps)


def held(what, seen, past=MILLION, most=None):
    """The row of what with that past against the first."""
    (times, _), (first, _) = seen[what][past], seen[what][PASTS[0][0]]
    deliveries, *more_there = past.split(", ")
    name = ", ".join(["%s with %s deliveries" % (what, deliveries)] +
                     more_there)
    wanted = "≤ %.1f ×" % WANTED + (", ≤ %d ms" % most if most else "")
    if failed(times) or failed(first):
        return row(name, "with 10³", wanted, "failed", None)
    ratio, met = at_most(times, first, WANTED)
    return row(name, "with 10³", wanted,
               "%s, %.2f ms" % (ratio, median(times)),
               met and (not most or median(times) <= most),
               "10³: %.2f ms; %s" % (median(first), spread(times, "%.2f")))


def crowded(path, times):
    """A page that is asked for the first time, so that nothing is counted."""
    if failed(times):
        return row("`%s` with 20,000 municipalities" % path, "–",
                   "≤ %d ms" % WANTED_PAGE, "failed", None)
    return row("`%s` with 20,000 municipalities" % path, "–",
               "≤ %d ms" % WANTED_PAGE, "%.1f ms" % median(times),
               median(times) <= WANTED_PAGE, spread(times, "%.1f"))


def rows():
    work = fresh_folder("flat")
    try:
        folders = {past: make(os.path.join(work, str(i)), keys)
                   for i, (past, keys) in enumerate(PASTS)}
        seen = measured(folders)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    pasts = [past for past, _ in PASTS]
    _table[:] = [[what] + [cell(*by[past], by[pasts[0]][0])
                           if past in by else "–" for past in pasts]
                 for what, by in seen.items()]
    return [held("start to ready", seen)] + \
        [held("`%s`" % c, seen, most=WANTED_MS) for c in COMMANDS] + \
        [held("the page `/`", {"the page `/`": seen["/"]}),
         held("one turn", {"one turn": seen["turn"]}),
         held("one turn", {"one turn": seen["turn"]}, CROWD)] + \
        [crowded(path, seen[path][CROWD][0]) for path in ("/", "/sag/1")]


def more():
    return MORE % table(["%d runs" % RUNS] + [past for past, _ in PASTS],
                        _table)


if __name__ == "__main__":
    alone()
