"""What alertd costs while nothing happens: CPU, wake-ups, memory, disk.

A whole alertd (four feeds every 30 s, workers for mail and SMS, the page) beside
nginx, over TLS: once where each feed answers 304, once where each sends its
unchanged 200 kB. After a minute and a half to settle it is looked at for WINDOW
seconds, RUNS times. Memory is that of a window while it waits: the median of a
look each second. A look during a poll sees up to 2 MB of libraries more, which
are given back behind it; the highest is told, too.
"""
import glob
import json
import os
import shutil
import subprocess
import sys
import time

from common import (BUILD, ROOT, RUNS, median, row, rows_table, spread, table,
                    version)

import servers
from house import House, event

TITLE = "Standing by"
BODY = 200_000  # bytes
FEEDS = 4
SETTLE = 90  # seconds; statements that are not used go within a minute
WINDOW = int(os.environ.get("WINDOW") or 60)
POLLS = int(os.environ.get("POLLS") or 100_000)
SHARE, MEMORY = 0.1, 10_000  # wanted: % of a core; kB
NOISE = 512  # kB that TLS and libcurl take and give back
PATHS = {"same": "304", "whole": "unchanged 200 of 200 kB"}
TEXT = []

NGINX = """
  access_log {folder}/access.log;
  ssl_certificate {cert}; ssl_certificate_key {key};
  server {{
    listen 127.0.0.1:{port}; listen 127.0.0.1:{tls} ssl;
    server_name localhost;
    location /same/ {{ alias {folder}/www/; }}
    location /whole/ {{
      alias {folder}/www/; etag off; if_modified_since off;
      add_header Last-Modified ""; }}
  }}
"""

CONF = """
store: alertd.db
alarm: {{mail: [vagt@example.dk]}}
mail:
  from: fmk-drift@example.dk
  relays: [{{host: 127.0.0.1, port: 9, tls: none}}]
sms:
  sender: FMKDRIFT
  gateways:
    - {{preset: cpsms, user: alertd, apikey: t}}
web: {{listen: "127.0.0.1:{web}"}}
feeds:
"""
FEED = ('  - {{name: feed{n}, kind: statuspage, url: "{url}/{n}.json", '
        'poll: {poll}s, ca_file: "{ca}"}}\n')


def body(n):
    """A page of events of last year, all of them over: nobody is told."""
    events = []
    while sum(map(len, events)) < BODY:
        k = len(events)
        when = "2025-%02d-%02dT08:00:00Z" % (k // 28 % 12 + 1, k % 28 + 1)
        events.append(json.dumps(event(
            "f%d-%d" % (n, k), "Sundhedsjournalen svarer langsomt",
            "Fejlen er rettet, og Sundhedsjournalen svarer igen.", "resolved",
            when, "Sundhedsjournalen", "operational")))
    return ('{"page": {"id": "p", "name": "NSP"}, "incidents": [%s]}'
            % ",".join(events)).encode()


class Pages:
    """nginx with a page for each feed, under /same and under /whole."""

    def __init__(self):
        self.folder = servers.temp_folder("pages")
        os.mkdir(os.path.join(self.folder, "www"))
        for n in range(FEEDS):
            self.write(n)
        authority = servers.Authority(self.folder)
        cert, key = authority.certificate("localhost")
        self.ca = authority.file
        self.port, self.tls = servers.free_port(), servers.free_port()
        self.process = servers.nginx(self.folder, NGINX.format(
            folder=self.folder, cert=cert, key=key, port=self.port,
            tls=self.tls), self.tls)

    def write(self, n):
        with open(os.path.join(self.folder, "www", "%d.json" % n), "wb") as f:
            f.write(body(n))

    def asked(self):
        with open(os.path.join(self.folder, "access.log"), "rb") as f:
            return [line.split(b'" ')[1][:3] for line in f]

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
        shutil.rmtree(self.folder)


def processes(root):
    """[(pid, name)] of a process and all below it."""
    found, todo = [], [root]
    while todo:
        pid = todo.pop()
        with open("/proc/%d/comm" % pid, encoding="ascii") as f:
            found.append((pid, f.read().strip()))
        for path in glob.glob("/proc/%d/task/*/children" % pid):
            with open(path, encoding="ascii") as f:
                todo += [int(x) for x in f.read().split()]
    return found


def status(path, key):
    with open(path, encoding="utf-8") as f:
        for line in f:
            if line.startswith(key + ":"):
                return int(line.split()[1])
    return 0


def memory(root):
    """[(name, kB)], what each process adds to the machine: its PSS."""
    return [(name, status("/proc/%d/smaps_rollup" % pid, "Pss"))
            for pid, name in processes(root)]


def spent(root):
    """{pid: (name, ns of CPU, wake-ups, bytes written)} so far."""
    out = {}
    for pid, name in processes(root):
        ns = wakes = 0
        for task in glob.glob("/proc/%d/task/*" % pid):
            with open(task + "/schedstat", encoding="ascii") as f:
                ns += int(f.read().split()[0])
            wakes += status(task + "/status", "voluntary_ctxt_switches")
        out[pid] = (name, ns, wakes, status("/proc/%d/io" % pid, "wchar"))
    return out


def look(house, seconds):
    """({pid: (name, % of a core, wake-ups a minute, bytes written an hour)},
    memory() of each second)."""
    before, began = spent(house.daemon.pid), time.monotonic()
    held = []
    while time.monotonic() - began < seconds:
        time.sleep(1)
        held.append(memory(house.daemon.pid))
    after, took = spent(house.daemon.pid), time.monotonic() - began
    assert before.keys() == after.keys(), "a process was replaced"
    return {pid: (name, (ns - before[pid][1]) / 1e7 / took,
                  (wakes - before[pid][2]) * 60 / took,
                  (out - before[pid][3]) * 3600 / took)
            for pid, (name, ns, wakes, out) in after.items()}, held


def of_all(held):
    """kB of all processes at each look."""
    return [sum(kb for _, kb in m) for m in held]


def unit_environment():
    """What the unit sets for alertd."""
    with open(os.path.join(ROOT, "etc/systemd/alertd.service"),
              encoding="utf-8") as f:
        return dict(line.strip().split("=", 2)[1:] for line in f
                    if line.startswith("Environment="))


def watched(pages, path):
    """(windows of look(), what was held in each, what nginx answered)."""
    url = "https://localhost:%d/%s" % (pages.tls, path)
    house = House(CONF.format(web=servers.free_port()) + "".join(
        FEED.format(n=n, url=url, poll=30, ca=pages.ca)
        for n in range(FEEDS)), unit_environment())
    windows, kb = [], []
    try:
        house.start()
        time.sleep(SETTLE)
        asked = len(pages.asked())
        for _ in range(RUNS):
            window, held = look(house, WINDOW)
            windows.append(window)
            kb.append(held)
        return windows, kb, pages.asked()[asked:]
    finally:
        house.stop()


def total(window, column):
    return sum(line[column] for line in window.values())


def by_process(windows, kb):
    """A table: what each process spends, the median of all windows."""
    lines = []
    for k, pid in enumerate(windows[0]):
        lines.append([windows[0][pid][0]] + [
            form % median([w[pid][c] for w in windows])
            for c, form in ((1, "%.4f"), (2, "%.1f"), (3, "%.0f"))] +
            ["%d" % median([median([m[k][1] for m in held])
                            for held in kb])])
    lines.append(["**all**"] + [
        form % median([total(w, c) for w in windows])
        for c, form in ((1, "%.4f"), (2, "%.1f"), (3, "%.0f"))] +
        ["%d" % median([median(of_all(held)) for held in kb])])
    return table(["process", "% of a core", "wake-ups/min", "bytes written/h",
                  "PSS, kB"], lines)


def polling(pages, path):
    """(row of the share of a core, [kB at each look] of each window)."""
    windows, kb, answers = watched(pages, path)
    share = [total(w, 1) for w in windows]
    TEXT.append("Each process, median of %d windows of %d s, %s (%d polls, "
                "answered %s):\n\n%s" % (
                    RUNS, WINDOW, PATHS[path], len(answers),
                    b", ".join(sorted(set(answers))).decode(),
                    by_process(windows, kb)))
    return row("polling, %s, %d feeds every 30 s" % (PATHS[path], FEEDS), "–",
               "≤ %.1f %% of a core" % SHARE,
               "%.4f %%, %s" % (median(share), spread(share, "%.4f")),
               median(share) <= SHARE, "%.0f wake-ups/min" % median(
                   [total(w, 2) for w in windows])), \
        [of_all(held) for held in kb]


def growth(pages, path):
    """A row: what POLLS polls leave behind, in one process without waits."""
    folder = servers.temp_folder("polls")
    done = subprocess.run(
        [os.path.join(BUILD, "tests", "system", "polls"),
         os.path.join(folder, "alertd.db"), pages.ca, str(POLLS),
         str(max(1, POLLS // 10)), *[
             "https://localhost:%d/%s/%d.json" % (pages.tls, path, n)
             for n in range(FEEDS)]], check=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    held = [json.loads(line) for line in done.splitlines()]
    first, last = held[1], held[-1]
    shutil.rmtree(folder)
    grown = [last[k] - first[k] for k in ("heap", "resident_kb", "files",
                                          "rows")]
    return row("growth over %d polls, %s" % (last["polls"], PATHS[path]),
               "itself after a tenth", "none",
               "heap %+.0f kB (%s), RSS %+d kB, files %+d, rows %+d" % (
                   grown[0] / 1000, spread([h["heap"] / 1000 for h in
                                            held[1:]]), *grown[1:]),
               grown[0] / 1000 < NOISE and grown[1] < NOISE)


def settled_pss(command, folder, ready):
    """kB of a program that has nothing to do, and of what it starts."""
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as p:
        try:
            servers.wait_for(ready, command[0])
            time.sleep(20)
            return sum(kb for _, kb in memory(p.pid))
        finally:
            p.terminate()
            p.wait(20)


def alertmanager():
    program = shutil.which("prometheus-alertmanager")
    if program is None:
        return None
    folder, port = servers.temp_folder("alertmanager"), servers.free_port()
    with open(folder + "/a.yml", "w", encoding="utf-8") as f:
        f.write("route: {receiver: none}\nreceivers: [{name: none}]\n")
    kb = settled_pss(
        [program, "--config.file=a.yml", "--storage.path=data",
         "--cluster.listen-address=",
         "--web.listen-address=127.0.0.1:%d" % port], folder,
        lambda: servers.listening(port))
    shutil.rmtree(folder)
    return kb


def monit():
    program = shutil.which("monit")
    if program is None:
        return None
    folder, port = servers.temp_folder("monit"), servers.free_port()
    with open(folder + "/rc", "w", encoding="utf-8") as f:
        os.fchmod(f.fileno(), 0o600)
        f.write("set daemon 30\nset idfile %s/id\nset statefile %s/state\n"
                "set httpd port %d and use address 127.0.0.1 allow 127.0.0.1\n"
                "check system localhost\n" % (
                    folder, folder, port))
    kb = settled_pss([program, "-I", "-c", folder + "/rc"], folder,
                     lambda: servers.listening(port))
    shutil.rmtree(folder)
    return kb


def held(name, package, kb):
    return "%s %s: %s" % (name, version(package),
                          "not measured" if kb is None else
                          "%.1f MB" % (kb / 1000))


def rows():
    TEXT.clear()
    pages = Pages()
    try:
        same, looks = polling(pages, "same")
        whole, more_looks = polling(pages, "whole")
        looks += more_looks
        kb = [median(window) for window in looks]
        others = [held("Alertmanager", "prometheus-alertmanager",
                       alertmanager()), held("monit", "monit", monit())]
        return [same, whole, growth(pages, "same"), growth(pages, "whole"),
                row("memory when idle, all processes together (PSS)",
                    "; ".join(others), "≤ %d MB" % (MEMORY // 1000),
                    "%.1f MB, %s" % (median(kb) / 1000, spread(
                        [k / 1000 for k in kb], "%.1f")),
                    median(kb) <= MEMORY, "in a poll up to %.1f MB" % (
                        max(map(max, looks)) / 1000))]
    finally:
        pages.stop()


def more():
    return "\n\n".join(TEXT)


if __name__ == "__main__":
    print(rows_table(rows()))
    print()
    print(more())
    sys.exit(0)
