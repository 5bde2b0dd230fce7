#!/usr/bin/env python3
"""Runs the system tests (tests/system/test_*.py), all or those named.

Each starts its own servers on loopback with ports and folders of its own, so
several files run at once: they mostly wait. Closes with "N passed, N failed, N
skipped".
"""
import concurrent.futures
import os
import re
import subprocess
import sys
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
AT_ONCE = 2 * (os.cpu_count() or 1)
# These wait the longest, for clocks that nobody makes, and begin first.
LONG = ("daemon", "web", "abuse", "mail", "browser")
# What each test took, as its file says at its end.
TAKES = re.compile(r"^([\d.]+) s, ([\d.]+) s of CPU: (.+)$", re.M)
TAKEN = []
SLOWEST = 30


class Result(unittest.TextTestResult):
    """Prints one line a test, and why one was skipped; measures each."""

    def __init__(self, *args, **more):
        super().__init__(*args, **more)
        self.taken = []

    def getDescription(self, test):
        return test.id()

    def startTest(self, test):
        self.began = time.monotonic(), spent()
        super().startTest(test)

    def stopTest(self, test):
        super().stopTest(test)
        self.taken.append((time.monotonic() - self.began[0],
                           spent() - self.began[1], test.id()))


def spent():
    """Seconds of CPU of this process and of those it has waited for."""
    return sum(os.times()[:4])


def run_here(name):
    """Runs one file: numbers of passed, failed and skipped tests."""
    sys.path.insert(0, HERE)
    os.chdir(os.path.dirname(os.path.dirname(HERE)))
    suite = unittest.defaultTestLoader.loadTestsFromName("test_" + name)
    result = unittest.TextTestRunner(
        resultclass=Result, verbosity=2, stream=sys.stdout).run(suite)
    bad = len(result.failures) + len(result.errors) + \
        len(result.unexpectedSuccesses)
    skipped = len(result.skipped)
    for one in result.taken:
        print("%.2f s, %.2f s of CPU: %s" % one)
    return result.testsRun - bad - skipped, bad, skipped


def run_alone(name):
    """The same in a process of its own, which prints all at its end."""
    done = subprocess.run([sys.executable, __file__, name], text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    print(done.stdout, end="", flush=True)
    TAKEN.extend(TAKES.findall(done.stdout))
    n = re.search(r"^system: (\d+) passed, (\d+) failed, (\d+) skipped$",
                  done.stdout, re.M)
    return [int(x) for x in n.groups()] if n else (0, 1, 0)


def size(name):
    """Of its file: about as long as it takes."""
    return os.path.getsize(os.path.join(HERE, "test_%s.py" % name))


def main():
    # Not the language of who runs them.
    os.environ.update(LC_ALL="C.UTF-8", LANGUAGE="")
    names = sys.argv[1:] or [
        f[5:-3] for f in os.listdir(HERE)
        if f.startswith("test_") and f.endswith(".py")]
    if len(names) == 1:
        counts = [run_here(names[0])]
    else:
        names.sort(key=lambda name: (name in LONG, size(name)), reverse=True)
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            counts = list(pool.map(run_alone, names))
    for took in sorted(TAKEN, key=lambda x: -float(x[0]))[:SLOWEST]:
        print("%6s s, %5s s of CPU: %s" % took)
    passed, bad, skipped = map(sum, zip(*counts))
    print("system: %d passed, %d failed, %d skipped" % (passed, bad, skipped))
    return 1 if bad or passed + skipped == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
