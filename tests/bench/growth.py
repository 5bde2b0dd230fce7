"""What ten years cost: the size of the database, what is erased because it is
old, and whether what is done every day costs more than on the first day.

GROWTH=1 makes all of the ten years: 5 million deliveries, 1 GB and some minutes.
Else there are as many incidents as that is a part of them, a tenth by
itself, and bytes are told for all of them.
"""
import os
import shutil
import sqlite3
import subprocess
import threading
import time

from common import (BUILD, alone, at_most, fresh_folder, interleaved,
                    median, row, spread, table, tool)

TITLE = "Growth"
YEAR = 31557600
PART = int(os.environ.get("GROWTH") or 10)
INCIDENTS = 500 // PART
# Of ten notices each, by mail and SMS to 100 organisations of five.
TEN = ["incidents=%d" % INCIDENTS, "notices=10", "messages=200",
       "recipients=5"]
FIRST = ["incidents=1", "notices=1", "messages=200", "recipients=5"]
WANTED_BYTES = 1e9
WANTED_HOLD = 50  # ms
SHOWN = 12  # tables and indexes

MORE = """%s

The largest tables and indexes of the ten years, before anything is erased, and
when half of it is:

%s

SQLite %s. A third is the audit trail. What a relay or gateway said at once of
the recipients of a message is one record; what telephones report is one for all
of a notice that say the same between two self-checks, so one that is switched on
hours later has one of its own. A record takes 48 bytes for its hash and the seed
of its salts; all that can be computed is not there (`store/chain.h`). When each
report had a record, seven of ten records were reports, and the trail took twice
as much. Under 1 GB are 200 bytes for each delivery."""

WHOLE = "All of the ten years: 500 incidents, 5 million deliveries."
A_PART = """Of the ten years every %dth incident: %d incidents, %d,000 deliveries. Bytes
are times %d; with `GROWTH=1` there are all of them."""

_sizes = []


def made(folder, name, what):
    path = os.path.join(folder, name)
    subprocess.run([tool("made"), path, *what], check=True,
                   stdout=subprocess.DEVNULL)
    return path


def sizes(path):
    """Bytes of each table and index, the largest first, and what of them is
    not used; needs SQLite's dbstat."""
    with sqlite3.connect(path) as db:
        return db.execute("SELECT name, sum(pgsize), sum(unused) FROM dbstat"
                          " GROUP BY name ORDER BY 2 DESC").fetchall()


class Writer(threading.Thread):
    """A second connection that commits all the time: how long it waits for the
    lock, each time, in ms."""

    def __init__(self, path):
        super().__init__()
        self.path, self.waits, self.over = path, [], threading.Event()

    def run(self):
        db = sqlite3.connect(self.path, isolation_level=None, timeout=30)
        db.execute("PRAGMA synchronous = FULL")
        while not self.over.is_set():
            begun = time.monotonic()
            db.execute("BEGIN IMMEDIATE")
            self.waits.append((time.monotonic() - begun) * 1e3)
            db.execute("INSERT INTO looked VALUES ('bench', 1) ON CONFLICT"
                       " (what) DO UPDATE SET at = at + 1")
            db.execute("COMMIT")
            time.sleep(0.005)
        db.close()

    def end(self):
        self.over.set()
        self.join()
        return sorted(self.waits)


def prune(path):
    """Half of it: what is older than five years. Steps, ms and rows; of how
    long the writer was held, of the CPU in that and of the disk the median,
    the 99th of a hundred and the longest; how long another writer waited."""
    writer = Writer(path)
    writer.start()
    try:
        said = subprocess.run(
            [tool("growth"), "prune", path, str(int(time.time()) - 5 * YEAR)],
            check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    finally:
        waits = writer.end()
    return [[float(x) for x in line.split()]
            for line in said.splitlines()], waits


def cost(path):
    """ms of CPU of a turn, a claim and a result."""
    def run():
        said = subprocess.run([tool("growth"), "cost", path], check=True,
                              stdout=subprocess.PIPE, encoding="utf-8").stdout
        return [float(x) for x in said.split()[:3]]
    return run


def status(path):
    """ms of CPU of alertctl status."""
    conf = path + ".yaml"
    with open(conf, "w", encoding="utf-8") as f:
        f.write("store: %s\n" % path)

    def run():
        before = os.times()
        # 1: something is to be told.
        subprocess.run([os.path.join(BUILD, "alertctl"), "-c", conf, "status"],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       check=False)
        after = os.times()
        return (after.children_user - before.children_user +
                after.children_system - before.children_system) * 1e3
    return run


def cost_rows(ten, first):
    seen = interleaved({"ten": cost(ten), "first": cost(first)})
    result = []
    for i, what in enumerate(["one turn of the core", "a claim",
                              "five results of a message"]):
        a, b = ([x[i] for x in seen[k]] for k in ("ten", "first"))
        ratio, met = at_most(a, b, 1.2)
        result.append(row("%s, after ten years" % what, "on the first day",
                          "≤ 1.2 ×", ratio, met, "%.3f ms, %s of CPU" % (
                              median(a), spread(a, "%.3f"))))
    seen = interleaved({"ten": status(ten), "first": status(first)}, 11)
    ratio, met = at_most(seen["ten"], seen["first"], 1.2)
    result.append(row("`alertctl status`, after ten years",
                      "on the first day", "≤ 1.2 ×", ratio, met,
                      "%.0f ms of CPU" % median(seen["ten"])))
    return result


def three(times):
    return "median %.1f, of a hundred the 99th %.1f, longest %.1f ms" % \
        tuple(times)


def prune_rows(path, before):
    ((steps, busy, rows_), held, cpu, disk), waits = prune(path)
    after = os.path.getsize(path)
    return [
        row("the writer is held for, when half of it is pruned", "–",
            "≤ %d ms" % WANTED_HOLD, "%.1f ms" % held[2],
            held[2] <= WANTED_HOLD,
            "%s, of %d steps" % (three(held), steps)),
        row("CPU of that", "–", "–", "%.1f ms" % cpu[2], None, three(cpu)),
        row("the disk in that: the log's first header", "–", "–",
            "%.1f ms" % disk[2], None, three(disk)),
        row("another who writes all the time waits for", "–", "–",
            "%.1f ms" % waits[-1], None, "%s, of %d commits" % (
                three([waits[len(waits) // 2], waits[len(waits) * 99 // 100],
                       waits[-1]]), len(waits))),
        row("all of that pruning", "–", "–", "%.0f s" % (busy * PART / 1e3),
            None,
            "%.1f million rows; the daemon takes a step a second: %.1f h" % (
                rows_ * PART / 1e6, steps * PART / 3600)),
        row("its size after that", "before", "–", "%.2f GB" % (
            after * PART / 1e9), None,
            "%.2f ×; what is erased leaves room in its pages" % (
                after / before)),
    ]


def rows():
    folder = fresh_folder("growth")
    try:
        ten = made(folder, "ten.db", TEN)
        before = os.path.getsize(ten)
        _sizes[:] = [sizes(ten)]
        result = [row("ten years: 500 incidents, 5 million deliveries", "–",
                      "< 1 GB", "%.2f GB" % (before * PART / 1e9),
                      before * PART < WANTED_BYTES,
                      "" if PART == 1 else "%d times a part" % PART)]
        result += cost_rows(ten, made(folder, "first.db", FIRST))
        result += prune_rows(ten, before)
        _sizes.append(sizes(ten))
        return result
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def more():
    after = {name: (size, unused) for name, size, unused in _sizes[-1]}
    lines = [(name, "%.0f" % (size * PART / 1e6),
              "%.0f" % (size * PART / 5e6),
              "%.0f" % (after.get(name, (0, 0))[0] * PART / 1e6),
              "%d %%" % (100 * after.get(name, (0, 1))[1] /
                         max(1, after.get(name, (1, 0))[0])))
             for name, size, _ in _sizes[0][:SHOWN]]
    said = WHOLE if PART == 1 else A_PART % (
        PART, INCIDENTS, INCIDENTS * 10, PART)
    return MORE % (said, table(["name", "MB", "bytes for each delivery", "MB after",
                          "of that free"], lines), sqlite3.sqlite_version)


if __name__ == "__main__":
    alone()
