"""What alertd costs while nothing happens: CPU, wake-ups, memory, disk.

usage: BUILD=build python3 tests/bench/idle.py [SECONDS]

A whole alertd (four feeds every 30 s, two mail workers, one for SMS, the page)
beside nginx, over TLS with the system's certificates: once where each feed
answers 304, once where each sends its unchanged 200 kB. Each is looked at for
SECONDS, 600 when none are said, after two minutes to settle.
"""
import glob
import json
import os
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "system"))

import servers  # noqa: E402
from house import House, event  # noqa: E402

BODY = 200_000  # bytes
FEEDS = 4
SETTLE = 120  # seconds

NGINX = """
{user}
worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
  access_log {folder}/access.log;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2;
  fastcgi_temp_path {folder}/t3; uwsgi_temp_path {folder}/t4;
  scgi_temp_path {folder}/t5;
  ssl_certificate {cert}; ssl_certificate_key {key};
  server {{
    listen 127.0.0.1:{port}; listen 127.0.0.1:{tls} ssl;
    server_name localhost;
    location /same/ {{ alias {folder}/www/; }}
    location /whole/ {{
      alias {folder}/www/; etag off; if_modified_since off;
      add_header Last-Modified ""; }}
  }}
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
        conf = os.path.join(self.folder, "nginx.conf")
        with open(conf, "w", encoding="utf-8") as f:
            f.write(NGINX.format(
                user="user nobody nogroup;" if os.getuid() == 0 else "",
                folder=self.folder, cert=cert, key=key, port=self.port,
                tls=self.tls))
        self.process = subprocess.Popen(
            [shutil.which("nginx") or "/usr/sbin/nginx", "-c", conf, "-p",
             self.folder, "-e", os.path.join(self.folder, "error.log")])
        servers.wait_for(lambda: servers.listening(self.tls), "nginx listens")

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


def written(folder):
    return sum(os.stat(p).st_size for p in glob.glob(folder + "/alertd.db*"))


def look(house, seconds):
    """What each process spent in that time: [(name, CPU s, wakes, bytes)]."""
    before, began = spent(house.daemon.pid), time.monotonic()
    time.sleep(seconds)
    after, took = spent(house.daemon.pid), time.monotonic() - began
    rows = [(name, (ns - before[pid][1]) / 1e9 / took,
             (wakes - before[pid][2]) * 60 / took,
             (out - before[pid][3]) * 3600 / took)
            for pid, (name, ns, wakes, out) in after.items() if pid in before]
    assert before.keys() == after.keys(), "a process was replaced"
    return rows


def measure(pages, path, seconds, poll=30, settle=SETTLE):
    """(what look() found, what memory() found, the answers of nginx)."""
    url = "https://localhost:%d/%s" % (pages.tls, path)
    house = House(CONF.format(web=servers.free_port()) + "".join(
        FEED.format(n=n, url=url, poll=poll, ca=pages.ca)
        for n in range(FEEDS)))
    try:
        house.start()
        time.sleep(settle)
        asked = len(pages.asked())
        rows = look(house, seconds)
        return rows, memory(house.daemon.pid), pages.asked()[asked:]
    finally:
        house.stop()


def main(argv):
    seconds = int(argv[1]) if len(argv) > 1 else 600
    settle = int(argv[2]) if len(argv) > 2 else SETTLE
    pages = Pages()
    try:
        for path in ("same", "whole"):
            rows, kb, answers = measure(pages, path, seconds, settle=settle)
            print(path, len(answers), set(answers))
            for row, (_, pss) in zip(rows, kb):
                print("%-14s %.4f%% of a core, %5.1f wake-ups/min, "
                      "%9.0f bytes/h, %6d kB" % (row[0], row[1] * 100, row[2],
                                                 row[3], pss))
            print("%-14s %.4f%% of a core, %5.1f wake-ups/min, "
                  "%9.0f bytes/h, %6d kB" % (
                      "all", sum(r[1] for r in rows) * 100,
                      sum(r[2] for r in rows), sum(r[3] for r in rows),
                      sum(p for _, p in kb)))
    finally:
        pages.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
