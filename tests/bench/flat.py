#!/usr/bin/env python3
"""What alertd costs with a long past, held against a short one.

    python3 tests/bench/flat.py [RUNS]

Makes databases with 10^3 to 10^6 past deliveries (and one with 10^5 contacts),
1,000 incidents a year, and measures in each, by turns: the start until alertd
says that it is ready, commands of alertctl as processes, and in one process
(bench_flat) a turn of the core, a self-check and the page. rows() returns the
rows of the table; made() the databases with what is in them.
"""
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.environ.get("BUILD", os.path.join(HERE, "..", "..", "build"))
RUNS = 5  # after one to warm up
READY = 60  # s: more is no start

CONF = """store: alertd.db
feeds:
  - {name: nspop, kind: statuspage, url: 'http://127.0.0.1:9/', poll: 60s}
mail: {from: alertd@example.dk, transport: maildir, maildir: out}
sms: {transport: file, file: sms.txt}
retention: {persons: 0s, operators: 0s, codes: 0s}
"""

# A name, and the keys of bench_made. The first is what the others are held to.
PASTS = [
    ("10^3", {"incidents": 100, "messages": 5, "days": 36}),
    ("10^4", {"incidents": 1000, "messages": 5, "days": 365}),
    ("10^5", {"incidents": 10000, "messages": 5}),
    ("10^6", {"incidents": 10000, "messages": 50}),
    ("10^6, 10^5 contacts",
     {"incidents": 10000, "messages": 50, "contacts": 100000}),
]
COMMANDS = ["status", "coverage", "show", "show 5", "log", "outbox list",
            "contacts list", "oncall", "feed list"]


def make(folder, keys):
    """The database, and its configuration."""
    os.makedirs(folder)
    with open(os.path.join(folder, "alertd.yaml"), "w",
              encoding="ascii") as f:
        os.fchmod(f.fileno(), 0o600)
        f.write(CONF)
    keys = dict({"notices": 2, "recipients": 1}, **keys)
    subprocess.run(
        [os.path.join(BUILD, "bench_made"),
         os.path.join(folder, "alertd.db")] +
        ["%s=%d" % k for k in keys.items()],
        check=True, stdout=subprocess.PIPE)


def start(folder):
    """Milliseconds until it says READY=1."""
    path = os.path.join(folder, "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as s:
        s.bind(path)
        s.settimeout(READY)
        env = dict(os.environ, NOTIFY_SOCKET=path)
        began = time.monotonic()
        with open(os.path.join(folder, "log"), "wb") as log, \
                subprocess.Popen(
                    [os.path.join(BUILD, "alertd"), "-c",
                     os.path.join(folder, "alertd.yaml")],
                    env=env, stdout=log, stderr=log) as daemon:
            while b"READY=1" not in s.recv(4096):
                pass
            took = time.monotonic() - began
            daemon.send_signal(signal.SIGTERM)
            daemon.wait()
    os.unlink(path)
    return took * 1e3


def command(folder, line):
    began = time.monotonic()
    done = subprocess.run(
        [os.path.join(BUILD, "alertctl"), "-c",
         os.path.join(folder, "alertd.yaml")] + line.split(),
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, check=False)
    took = time.monotonic() - began
    if done.returncode not in (0, 1):  # 1: a gap in the coverage
        raise SystemExit("alertctl %s: %d" % (line, done.returncode))
    return took * 1e3


def inside(folder, runs):
    """What bench_flat says: name, milliseconds, steps."""
    out = subprocess.run(
        [os.path.join(BUILD, "bench_flat"),
         os.path.join(folder, "alertd.yaml"), str(runs)],
        check=True, stdout=subprocess.PIPE, universal_newlines=True).stdout
    for line in out.splitlines():
        name, us, steps = line.split()
        yield name, float(us) / 1e3, int(steps)


def by_turns(folders, runs, measure):
    """A list of times for each folder, a run of each after the other."""
    times = [[] for _ in folders]
    for i in range(runs + 1):
        for k, folder in enumerate(folders):
            took = measure(folder)
            if i > 0:  # the first warms up
                times[k].append(took)
    return times


def cell(times, first):
    median = statistics.median(times)
    return "%.2f (%.2f to %.2f), %.2f ×" % (
        median, min(times), max(times), median / statistics.median(first))


def rows(folders, runs=RUNS):
    """Rows of cells: what, then a cell for each folder."""
    out = []
    what = [("start to ready", start)]
    what += [("alertctl " + c, lambda f, c=c: command(f, c))
             for c in COMMANDS]
    for name, measure in what:
        times = by_turns(folders, runs, measure)
        out.append([name] + [cell(t, times[0]) for t in times])
    times = {}  # of each part, a list for each folder
    steps = {}
    for i in range(runs + 1):
        for k, folder in enumerate(folders):
            for name, ms, n in inside(folder, 15):
                if i > 0:
                    times.setdefault(name, [[] for _ in folders])[k] \
                        .append(ms)
                steps.setdefault(name, {})[k] = n
    for name, lists in times.items():
        out.append([name] + ["%s; %d steps" % (cell(t, lists[0]),
                                               steps[name][k])
                             for k, t in enumerate(lists)])
    return out


def made(work):
    """The folders of PASTS below work."""
    folders = []
    for i, (_, keys) in enumerate(PASTS):
        folder = os.path.join(work, "flat-%d" % i)
        make(folder, keys)
        folders.append(folder)
    return folders


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    with tempfile.TemporaryDirectory(prefix="alertd-flat-") as work:
        folders = made(work)
        print("Milliseconds: the median (lowest to highest) of %d runs after "
              "one, and the ratio to\nthe first column." % runs)
        print()
        print("| with so many past deliveries | %s |"
              % " | ".join(name for name, _ in PASTS))
        print("| --- |" + " --- |" * len(PASTS))
        for row in rows(folders, runs):
            print("| %s |" % " | ".join(row))


if __name__ == "__main__":
    main()
