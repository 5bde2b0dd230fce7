"""What a report costs the core until its messages are queued, and a worker
until its results are stored, without anything that is sent: queue.c."""
import subprocess

from common import RUNS, alone, interleaved, failed, median, row, table, tool

TITLE = "The core, and what is stored"
FEW, MANY = 98, 2000  # organisations of five contacts
NAMES = ["cpu", "statements", "fsyncs", "lock", "peak", "messages",
         "recipients"]
TEXT = []


def once(organisations):
    said = subprocess.run([tool("queue"), str(organisations), "5"],
                          check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, encoding="utf-8").stdout
    found = {}
    for line in said.splitlines():
        words = line.split()
        if len(words) == len(NAMES) + 1:
            found[words[0]] = dict(zip(NAMES, map(float, words[1:])))
    return found


def figures(seen):
    lines = []
    for name, runs in seen.items():
        for part in runs[0]:
            v = {k: median([r[part][k] for r in runs]) for k in NAMES}
            lines.append([name, part, "%.1f" % v["cpu"]] + [
                "%.0f" % v[k] for k in ("statements", "fsyncs")] + [
                    "%.1f" % v["lock"], "%.1f" % (v["peak"] / 1024)])
    return table(["messages a channel", "part", "CPU ms", "statements",
                  "fsyncs", "longest transaction, CPU ms", "peak MiB"], lines)


def rows():
    seen = interleaved({str(FEW): lambda: once(FEW),
                        str(MANY): lambda: once(MANY)}, RUNS)
    for runs in seen.values():
        if failed(runs):
            return [row("the core", "–", "–", runs, None)]
    few, many = seen[str(FEW)], seen[str(MANY)]

    def of(runs, part, what):
        return median([r[part][what] for r in runs])

    fsyncs = of(few, "report", "fsyncs") + of(few, "queue", "fsyncs")
    # By the message: 2,000 are so many times 98.
    times = (of(many, "queue", "cpu") / MANY) / (of(few, "queue", "cpu") / FEW)
    TEXT.append(figures(seen))
    return [
        row("fsyncs from the report until 98 mails and 98 SMS are queued",
            "–", "≤ 10", "%.0f" % fsyncs, fsyncs <= 10),
        row("CPU of the core for each message queued, 2,000", "itself at 98",
            "≤ 1.05 ×", "%.2f ×" % times, times <= 1.05)]


def more():
    return "\n\n".join(TEXT)


if __name__ == "__main__":
    alone()
