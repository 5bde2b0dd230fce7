"""What every part of the benchmark uses.

A part is a file beside this one. It runs alone (`python3 tests/bench/flat.py`
prints what it would write into RESULTS.md), and has

    TITLE     the heading of its section
    rows()    a list of row(): what was wanted, measured, and whether it is met
    more()    Markdown below that table (details, plots); may be missing.
              It is called after rows().
"""
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from select import select

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "tests", "system"))
BUILD = os.path.join(ROOT, os.environ.get("BUILD", "build"))
WORK = os.path.join(BUILD, "bench-work")
# At least 5, after one to warm up.
RUNS = max(5, int(os.environ.get("RUNS") or 5))


def tool(name):
    """A program of this folder, as make builds it."""
    return os.path.join(BUILD, "bench", name)


def version(package):
    done = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          encoding="utf-8", check=False)
    return done.stdout or "not installed"


def median(values):
    return statistics.median(values)


def spread(values, form="%.0f"):
    """Lowest to highest."""
    return "%s–%s" % (form % min(values), form % max(values))


def row(what, against, wanted, measured, met, note=""):
    """One row of RESULTS.md. met: True, False, or None where it cannot be
    said (a comparator that failed, nothing wanted)."""
    return {"what": what, "against": against, "wanted": wanted,
            "measured": measured, "met": met, "note": note}


def at_most(a, b, wanted):
    """How the medians compare: ("1.62 ×", whether that is at most wanted)."""
    ratio = median(a) / median(b)
    return "%.2f ×" % ratio, ratio <= wanted


def table(head, lines):
    """A Markdown table."""
    return "\n".join("| %s |" % " | ".join(str(x) for x in line) for line in
                     [head, ["---"] * len(head)] + list(lines))


MET = {True: "yes", False: "**no**", None: "–"}


def rows_table(rows):
    return table(["what", "against", "wanted", "measured", "met"], [
        [r["what"], r["against"], r["wanted"],
         r["measured"] + (" (%s)" % r["note"] if r["note"] else ""),
         MET[r["met"]]] for r in rows])


def interleaved(subjects, runs=None, seconds=None):
    """Runs each of the functions in turn, one round to warm up, then as many
    as are wanted, so that what disturbs the machine disturbs all alike. By
    name, what they returned; a string, why it failed, in place of the list.
    seconds: no round is begun after so many, but one beside the first."""
    seen = {name: [] for name in subjects}
    begun = time.monotonic()
    for i in range((runs or RUNS) + 1):
        if i > 1 and seconds and time.monotonic() - begun > seconds:
            break
        for name, subject in subjects.items():
            if isinstance(seen[name], str):
                continue
            try:
                value = subject()
            except Exception as e:  # one that fails does not stop the rest
                seen[name] = "failed: %s" % (str(e).strip() or repr(e))[:160]
                print("%s: %s" % (name, seen[name]), file=sys.stderr)
                continue
            if i > 0:
                seen[name].append(value)
    return seen


def failed(value):
    return isinstance(value, str)


class Server:
    """A program of this folder that speaks as record.h says."""

    def __init__(self, name, *args):
        self.process = subprocess.Popen(
            [tool(name), *(str(a) for a in args)], encoding="utf-8",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.port = int(self.process.stdout.readline())

    def stall(self, on=True):
        """Begins what it does when it stalls, or ends it."""
        self.process.send_signal(signal.SIGUSR1 if on else signal.SIGUSR2)

    def ask(self, line, seconds=120):
        """The answer; None when there is none in time."""
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        if not select([self.process.stdout], [], [], seconds)[0]:
            return None
        return json.loads(self.process.stdout.readline())

    def reset(self):
        """Forgets, when those who were connected before have gone."""
        end = time.monotonic() + 2
        while self.ask("reset")["open"] and time.monotonic() < end:
            time.sleep(0.01)

    def until(self, n, seconds=120):
        """What was seen when n were counted."""
        seen = self.ask("until %d" % n, seconds)
        if seen is None:
            # The next answer is that of the next question: 0 asks no more.
            seen = self.ask("report")
            raise AssertionError("%d of %d after %d s" % (
                seen["counted"], n, seconds))
        return seen

    def stop(self):
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()


def peak(pid):
    """VmHWM of a process, in KiB."""
    with open("/proc/%d/status" % pid, encoding="ascii") as f:
        for line in f:
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    return 0


def now():
    return time.monotonic_ns()


def fresh_folder(name):
    folder = os.path.join(WORK, name)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    return folder


def main(part):
    """Runs a part alone."""
    rows = part.rows()
    print("## %s\n\n%s" % (part.TITLE, rows_table(rows)))
    if hasattr(part, "more"):
        print("\n" + part.more())


def alone():
    """For the end of a part's file: if __name__ == "__main__": alone()."""
    main(sys.modules["__main__"])
