"""Reports parsed and judged a second, in how much memory."""
import os
import re
import shutil
import subprocess

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


def count(kind, body, function):
    """Instructions in a function, for each report."""
    out = os.path.join(WORK, "callgrind.out")
    n = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=" + out,
         "--toggle-collect=" + function, tool("filter"), "run", kind, body,
         "0"], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        encoding="ascii").stdout
    with open(out, encoding="utf-8") as f:
        total = re.findall(r"^(?:summary|totals): (\d+)", f.read(), re.M)[-1]
    return int(total) / int(n)


def instructions():
    if not shutil.which("valgrind"):
        return "Instructions are not counted: Valgrind is not installed."
    lines = []
    for kind in KINDS:  # of a tenth: Valgrind is fifty times slower
        body = make(kind, BYTES // 10, kind + ".tenth")
        lines.append([kind] + ["%.0f" % count(kind, body, f) for f in (
            "feed_parse", "filter_judge")])
    return table(["kind", "instructions to parse one", "to judge one"], lines)


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
