#!/usr/bin/env python3
"""The whole sweep of crashes: every n-th call of each kind of each program,
so that at most POINTS of a kind are taken; SEED says where it begins; with
ONLY, what dies has that word in the table. Closes with the table; ends with 1
when anything was wrong."""
import collections
import concurrent.futures
import os
import random
import shutil
import sys
import time
import traceback

import crash
import strace
from outage import RESOLVE, UPDATE, WORKER, make_template
from servers import temp_folder

POINTS = int(os.environ.get("POINTS") or 20)
ONLY = os.environ.get("ONLY", "")
SEED = int(os.environ.get("SEED") or random.randrange(1 << 32))
AT_ONCE = int(os.environ.get("AT_ONCE") or (os.cpu_count() or 1) + 1)
# What dies, as the table says it.
NAMES = {"alertd": "the core", "alertd-mail": "a mail worker",
         "alertd-sms": "the SMS worker", "alertd-web": "the page"}
STEPS = [(UPDATE,), (UPDATE, RESOLVE)]


class Job:
    def __init__(self, kind, what, run, *args):
        self.kind = kind
        self.what = what
        self.run = run
        self.args = args


class Plan:
    """What is to be done; the clean rounds say how many calls there are."""

    def __init__(self, template):
        self.template = template
        self.rng = random.Random(SEED)
        self.jobs = []

    def spread(self, count):
        """At most POINTS of 1 to count, evenly."""
        step = max(1, -(-count // POINTS))
        return range(1 + self.rng.randrange(step), count + 1, step)

    def points(self, calls):
        for call, count in sorted(calls.items()):
            for nth in self.spread(count):
                yield call, nth

    def once(self, clean):
        for name, kind in NAMES.items():
            for i, (call, nth) in enumerate(self.points(
                    clean.calls[name, 1])):
                self.jobs.append(Job(
                    kind, "%s %s %d" % (name, call, nth), crash.broadcast,
                    [(name, 1, call, nth)], STEPS[i % 2]))

    def twice(self, first, second, kind, steps):
        """first dies as laid out; then second at each of its points."""
        seen = crash.broadcast(self.template, [first, second], steps)
        for call, nth in self.points(seen.calls[second]):
            self.jobs.append(Job(
                kind, "%s, then %s %s %d" % (first, second[0], call, nth),
                crash.broadcast, [first, second + (call, nth)], steps))

    def cuts(self, clean):
        units = clean.taken.units_of
        for steps in STEPS:
            for unit in self.spread(units["mail"]):
                self.jobs.append(Job("all at once", "unit %d" % unit,
                                     crash.power_cut, unit, steps))
            for channel, worker in WORKER.items():
                for unit in self.spread(units[channel]):
                    self.jobs.append(Job(
                        NAMES[worker] + ", at a message's acceptance",
                        "unit %d" % unit, crash.unheard, worker, unit,
                        steps))

    def acts(self):
        for what in crash.ACTS:
            clean = crash.operator(self.template, what)
            for call, nth in self.points(clean.calls["alertctl", 1]):
                self.jobs.append(Job(
                    "alertctl (%s)" % what, "%s %d" % (call, nth),
                    crash.operator, what, call, nth))

    def singles(self):
        clean = crash.broadcast(self.template, [("alertd-sms", 1)],
                                singles=True)
        for call, nth in self.points(clean.calls["alertd-sms", 1]):
            self.jobs.append(Job(
                "the SMS worker, 8 calls at once", "%s %d" % (call, nth),
                crash.broadcast, [("alertd-sms", 1, call, nth)], STEPS[0],
                True))

    def beginnings(self):
        kinds = {"alertd": "the core, at its first start",
                 "alertctl": "alertctl (contacts import)"}
        clean = crash.beginning(self.template, [(n, 1) for n in kinds])
        for name, kind in kinds.items():
            for call, nth in self.points(clean.calls[name, 1]):
                self.jobs.append(Job(kind, "%s %d" % (call, nth),
                                     crash.beginning, [(name, 1, call, nth)]))

    def typing(self):
        clean = crash.typed(self.template)
        for call, nth in self.points(clean.calls["alertctl", 1]):
            self.jobs.append(Job("alertctl (dialogue)", "%s %d" % (call, nth),
                                 crash.typed, call, nth))

    def make(self):
        clean = crash.broadcast(
            self.template, [(name, 1) for name in NAMES], STEPS[1])
        self.once(clean)
        calls = clean.calls["alertd", 1]
        self.twice(("alertd", 1, "pwrite64", calls["pwrite64"] // 2),
                   ("alertd", 2), "the core, again while it recovers",
                   STEPS[0])
        calls = clean.calls["alertd-mail", 1]
        # The first two starts are of the first two workers.
        self.twice(("alertd-mail", 1, "pwrite64", calls["pwrite64"] // 3),
                   ("alertd-mail", 3), "a mail worker and its successor",
                   STEPS[0])
        calls = clean.calls["alertd-sms", 1]
        self.twice(("alertd-sms", 1, "pwrite64", calls["pwrite64"] // 3),
                   ("alertd-sms", 2), "the SMS worker and its successor",
                   STEPS[0])
        self.cuts(clean)
        self.singles()
        self.acts()
        self.typing()
        self.beginnings()


class Tally:
    def __init__(self):
        self.rounds = collections.Counter()
        self.deaths = collections.Counter()
        self.recipients = collections.Counter()
        self.lost = collections.Counter()
        self.repeated = collections.Counter()
        self.wrong = collections.Counter()

    def add(self, kind, result):
        self.rounds[kind] += 1
        self.deaths[kind] += sum(result.deaths.values())
        self.recipients[kind] += len(result.books.deliveries)
        self.repeated[kind] += result.books.repeated(result.taken)
        self.lost[kind] += sum("never got" in c for c in result.complaints)
        self.wrong[kind] += len(result.complaints) > 0

    def print(self):
        print("| what died | crashes | recipients | lost | copies twice |"
              " rounds with a fault |\n|---|---|---|---|---|---|")
        columns = (self.deaths, self.recipients, self.lost, self.repeated,
                   self.wrong)
        for kind in self.rounds:
            print("| %s | %s |" % (kind, " | ".join(
                "{:,}".format(c[kind]) for c in columns)))
        print("| together | %s |" % " | ".join(
            "{:,}".format(sum(c.values())) for c in columns), flush=True)


def attempt(job, template):
    """The result, or None when it could not be done, which is told."""
    try:
        result = job.run(template, *job.args)
    except Exception:
        print("%s, %s:\n%s" % (job.kind, job.what, traceback.format_exc()),
              flush=True)
        return None
    if result.complaints:
        print("%s, %s:\n  %s\n%s" % (
            job.kind, job.what, "\n  ".join(result.complaints), result.said),
            flush=True)
    return result


def main():
    os.environ.update(LC_ALL="C.UTF-8", LANGUAGE="")
    if not strace.allowed():
        sys.exit("sweep: no strace, or it may not trace")
    begin = time.monotonic()
    folder = temp_folder("sweep-template")
    tally, failed = Tally(), 0
    try:
        plan = Plan(make_template(folder))
        plan.make()
        jobs = [j for j in plan.jobs if ONLY in j.kind]
        print("sweep: %d rounds, SEED=%d POINTS=%d" % (
            len(jobs), SEED, POINTS), flush=True)
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            for job, result in zip(jobs, pool.map(
                    lambda j: attempt(j, plan.template), jobs)):
                if result is None:
                    failed += 1
                else:
                    tally.add(job.kind, result)
    finally:
        shutil.rmtree(folder)
    tally.print()
    wrong = failed + sum(tally.wrong.values())
    print("sweep: %d crashes in %d rounds, %d wrong, %d s, SEED=%d" % (
        sum(tally.deaths.values()), len(jobs), wrong,
        time.monotonic() - begin, SEED))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
