"""How long the page takes when much has happened."""
import os
import subprocess

from common import RUNS, WORK, alone, row, tool

TITLE = "The page"
INCIDENTS = 10000
WANTED = 100  # ms


def rows():
    path = os.path.join(WORK, "web.db")
    forget(path)
    subprocess.run([tool("web"), "make", path, str(INCIDENTS)], check=True)
    said = subprocess.run(
        [tool("web"), "run", path, str(max(RUNS, 9))], check=True,
        stdout=subprocess.PIPE, encoding="utf-8").stdout
    forget(path)
    result = []
    for line in said.splitlines():
        what, at, ms, low, high, size = line.strip("| ").split(" | ")
        ms = float(ms.strip("*"))
        result.append(row("%s, `%s`, %s KiB" % (what, at, size), "–",
                          "≤ %d ms" % WANTED, "%.1f ms, %s–%s" % (
                              ms, low, high), ms <= WANTED))
    return result


def forget(path):
    for end in ("", "-wal", "-shm"):
        if os.path.exists(path + end):
            os.remove(path + end)


def more():
    return ("With %d incidents of eight notices each in ten months, the newest"
            " open and 7,496 deliveries of it unfinished. The time from the "
            "request to the finished answer, without HTTP itself." % INCIDENTS)


if __name__ == "__main__":
    alone()
