"""Reports parsed and judged a second, in how much memory."""
import os
import shutil
import subprocess

import count
from common import ROOT, RUNS, WORK, alone, row, table, tool

TITLE = "Reports parsed and judged"
KINDS = ["rss", "statuspage"]
BYTES = 10 << 20
WANTED, PEAK = 20000, 40  # reports/s; MiB
TEXT = []


def make(kind, size, name):
    """A feed of that many bytes, with the texts of tests/data/filter."""
    path = os.path.join(WORK, name)
    data = os.path.join(ROOT, "tests", "data", "filter")
    texts = sorted(os.path.join(data, f) for f in os.listdir(data)
                   if f.endswith(".jsonl"))
    with open(path, "wb") as f:
        subprocess.run([tool("filter"), "make", kind, str(size), *texts],
                       check=True, stdout=f)
    return path


def instructions():
    """As `make bench-check` counts them, beside what is kept."""
    if not shutil.which("valgrind"):
        return "Instructions are not counted: Valgrind is not installed."
    counts = count.count(tool("count"))[1]
    kept = count.kept()[1]
    return "Instructions, by callgrind; `make bench-check` fails when one " \
        "is 10 % off what is kept:\n\n" + table(
            ["", "instructions", "kept"],
            [[what, "{:,}".format(counts[name]), "{:,}".format(kept[name])]
             for name, what in count.WHAT.items()])


def rows():
    result, lines = [], []
    for kind in KINDS:
        line = subprocess.run(
            [tool("filter"), "run", kind, make(kind, BYTES, kind),
             str(max(RUNS, 9))], check=True, stdout=subprocess.PIPE,
            encoding="utf-8").stdout.strip("| \n").split(" | ")
        lines.append(line)
        speed, low, high = (float(x.strip("*")) for x in line[3:6])
        result.append(row(
            "%s of 10 MiB, %s reports, parsed and judged" % (kind, line[2]),
            "–", "≥ %d/s" % WANTED, "%.0f/s, %.0f–%.0f" % (speed, low, high),
            speed >= WANTED))
        result.append(row("peak memory of that", "–",
                          "≤ %d MiB" % PEAK, line[8] + " MiB",
                          float(line[8]) <= PEAK))
    TEXT.append("In one process on one core, by its CPU time. Peak is VmHWM, "
                "the body itself with it.")
    TEXT.append(table(
        ["kind", "MiB", "reports", "reports/s, median", "lowest", "highest",
         "µs to parse one", "µs to judge one", "peak MiB", "before the body",
         "told, asked, ignored"], lines))
    TEXT.append(instructions())
    return result


def more():
    return "\n\n".join(TEXT)


if __name__ == "__main__":
    alone()
