"""Where the time of a delivery goes: perf, by function, of the core and of the
mail workers with their sessions, while so many messages are sent.

    python3 tests/bench/profile.py [MESSAGES]

Needs perf (package linux-perf) and the right to use it. A function counts once
for each sample in whose stack it is; below, those in which it was itself.
"""
import collections
import os
import re
import signal
import subprocess
import sys
import time

import ours
from common import WORK, Server, fresh_folder, table
from deliver import COUNT

FRAME = re.compile(r"\s+[0-9a-f]+ (.*?)(?:\+0x[0-9a-f]+)? \(([^)]*)\)$")


def record(name, pids):
    file = os.path.join(WORK, "profile", name)
    return file, subprocess.Popen(
        ["perf", "record", "-q", "--call-graph", "dwarf,16384", "-F", "1500",
         "-o", file, "-p", ",".join(map(str, pids))],
        stderr=subprocess.DEVNULL)


def stacks(file):
    said = subprocess.run(["perf", "script", "-i", file], check=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          encoding="utf-8", errors="replace").stdout
    for sample in said.split("\n\n"):
        frames = []
        for line in sample.splitlines()[1:]:
            m = FRAME.match(line)
            if m:
                name, where = m.groups()
                frames.append("[%s]" % os.path.basename(where)
                              if name == "[unknown]" else name)
        if frames:
            yield frames


def show(what, file):
    below, itself, n = collections.Counter(), collections.Counter(), 0
    for frames in stacks(file):
        n += 1
        itself[frames[0]] += 1
        below.update(set(frames))
    lines = [["%.0f %%" % (100 * a[1] / n), a[0],
              "%.1f %%" % (100 * b[1] / n), b[0]]
             for a, b in zip(below.most_common(60), itself.most_common(60))]
    print("## %s, %d samples\n\n%s\n" % (
        what, n, table(["with what it calls", "function", "itself",
                        "function"], lines)))


def main(messages):
    fresh_folder("profile")
    sink = Server("sink", "-c", COUNT)
    base = ours.database(messages)
    house = ours.Daemon(ours.relays([sink.port], 10), base)
    try:
        house.start()
        recording = [record("core", [house.daemon.pid]),
                     record("mail", house.workers("alertd-mail"))]
        time.sleep(1)  # perf says nothing when it has begun
        house.feed.go.set()
        sink.until(messages * ours.EACH)
        house.wait_stored()
        for _, process in recording:
            process.send_signal(signal.SIGINT)
            process.wait(60)
    finally:
        house.stop()
        sink.stop()
    for what, (file, _) in zip(("The core", "The mail workers"), recording):
        show(what, file)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
