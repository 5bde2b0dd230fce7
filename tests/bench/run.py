"""make bench: measures, part by part, and writes RESULTS.md.

    python3 tests/bench/run.py [PART ...]

Without a word, all parts. Only the sections of the parts that ran are written
anew; what stands from "## Read" on is written by hand and stays.
"""
import datetime
import importlib
import os
import platform
import re
import sys
import time
import traceback

from common import HERE, RUNS, WORK, rows_table, version

RESULTS = os.path.join(HERE, "RESULTS.md")
# In the order of RESULTS.md; a part whose file is not there has no section.
PARTS = ["deliver", "sms", "idle", "flat", "growth", "core", "filter", "web"]
HEAD = """# Speed, against others

Written by `make bench`; `make bench NAME="deliver flat"` writes the sections of
these parts anew and leaves the rest. Everything runs on one machine, over
loopback, with TCP_NODELAY. What is compared runs in turn, one round to warm up,
then at least {runs}; figures are medians, with the lowest and the highest, and
what counts is their ratio within one run. A comparator that failed says so.
"""
MARK = "<!-- %s -->"


def has_rows(path):
    if not os.path.exists(path):
        return False
    with open(path, encoding="utf-8") as f:
        return "\ndef rows()" in f.read()


def version_line(packages):
    return ", ".join("%s %s" % (p, version(p)) for p in packages)


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as f:
        model = re.search(r"^model name.*: (.*)$", f.read(), re.M)
    with open("/proc/meminfo", encoding="ascii") as f:
        memory = int(f.readline().split()[1])
    return "\n".join([
        "- %s, %d cores, %.0f GB, Linux %s" % (
            model.group(1) if model else "?", os.cpu_count(), memory / 1e6,
            os.uname().release),
        "- " + version_line(["gcc", "libc6", "libsqlite3-0", "libesmtp6",
                             "libcurl4", "libxml2", "libjansson4",
                             "libpcre2-8-0"]),
        "- " + version_line(["postfix", "prometheus-alertmanager", "curl",
                             "msmtp", "monit", "valgrind"]) +
        ", Python " + platform.python_version()])


def sections(text):
    """The sections that stand in a RESULTS.md, by part; and what is read by
    hand."""
    text, read, by_hand = text.partition("\n## Read")
    found = re.split(r"^<!-- (\w+) -->\n", text, flags=re.M)
    return dict(zip(found[1::2], found[2::2])), read + by_hand


def measured(name):
    """The section of a part, measured now."""
    part = importlib.import_module(name)
    began, load = time.monotonic(), os.getloadavg()[0]
    rows = part.rows()
    more = part.more() if hasattr(part, "more") else ""
    head = "%s, load %.2f when it began, %.0f s" % (
        datetime.date.today().isoformat(), load, time.monotonic() - began)
    return "## %s\n\n%s\n\n%s\n" % (part.TITLE, head, "\n\n".join(
        x for x in [rows_table(rows) if rows else "", more] if x))


def write(found, read):
    text = HEAD.format(runs=RUNS) + "\n" + machine() + "\n"
    for name in PARTS:
        if name in found:
            text += "\n" + MARK % name + "\n" + found[name].strip("\n") + "\n"
    with open(RESULTS + ".new", "w", encoding="utf-8") as f:
        f.write(text + (read or "\n## Read\n"))
    os.replace(RESULTS + ".new", RESULTS)


def main(names):
    there = [p for p in PARTS if has_rows(os.path.join(HERE, p + ".py"))]
    unknown = [n for n in names if n not in there]
    if unknown:
        print("bench: no such part: %s; there are %s" % (
            ", ".join(unknown), ", ".join(there)), file=sys.stderr)
        return 64
    os.makedirs(WORK, exist_ok=True)
    bad = 0
    for name in names or there:
        print("bench: %s" % name, flush=True)
        try:
            section = measured(name)
        except Exception:  # a part that fails leaves its old section
            traceback.print_exc()
            bad = 1
            continue
        with open(RESULTS, encoding="utf-8") as f:
            found, read = sections(f.read())
        found[name] = section
        write(found, read)
        print(section, flush=True)
    return bad


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
