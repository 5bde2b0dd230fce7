"""A whole alertd for the system tests: its folder, its feed, its daemon."""
import gzip
import hashlib
import http.server
import json
import os
import signal
import subprocess
import threading

from madeclock import MadeClock
from servers import BUILD, ROOT, WebServer, remove, temp_folder, wait_for

ALERTD = os.path.join(BUILD, "alertd")
CTL = os.path.join(BUILD, "alertctl")
SAMPLE = os.path.join(ROOT, "contacts", "sample.csv")


class FeedServer:
    """An HTTP server with ETag and gzip, whose body a test changes."""

    ends = "/incidents.json"  # paths that are answered

    def __init__(self, port=0):
        self.body = None
        self.status = 200
        self.requests = 0
        self.not_modified = 0
        self.server = WebServer(("127.0.0.1", port), self.handler())
        self.port = self.server.server_address[1]
        self.url = "http://127.0.0.1:%d" % self.server.server_address[1]
        self.thread = threading.Thread(target=self.server.serve_forever,
                                       daemon=True)
        self.thread.start()

    def handler(self):
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            disable_nagle_algorithm = True

            def log_message(self, *args):
                pass

            def do_GET(self):
                outer.answer(self)

        return Handler

    def answer(self, h):
        if not h.path.endswith(self.ends):
            h.send_error(404)
            return
        self.requests += 1
        tag = '"%s"' % hashlib.sha256(self.body).hexdigest()[:16]
        if self.status == 200 and h.headers.get("If-None-Match") == tag:
            self.not_modified += 1
            h.send_response(304)
            h.end_headers()
            return
        body = gzip.compress(self.body)
        h.send_response(self.status)
        h.send_header("ETag", tag)
        h.send_header("Content-Encoding", "gzip")
        h.send_header("Content-Length", str(len(body)))
        h.end_headers()
        h.wfile.write(body)

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join(10)


def event(ident, title, text, status, when, component="FMK",
          health="major_outage"):
    """One incident as Statuspage tells it, times as RFC 3339."""
    return {
        "id": ident, "name": title, "status": status, "created_at": when,
        "updated_at": when, "impact": "critical", "started_at": when,
        "shortlink": "https://status.example.dk/" + ident,
        "incident_updates": [{
            "id": "u" + ident, "status": status, "body": text,
            "created_at": when, "updated_at": when, "display_at": when,
            "affected_components": None}],
        "components": [{"id": "k1", "name": component, "status": health}]}


def page(*events):
    return json.dumps({"page": {"id": "p", "name": "NSP"},
                       "incidents": list(events)}).encode()


class House:
    """A folder with a configuration and a database with 98 municipalities."""

    def __init__(self, conf, env=None, contacts=None):
        """env: more of the environment of its programs; contacts: a CSV in
        place of the sample."""
        self.env = dict(os.environ, **(env or {}))
        self.program = ALERTD
        self.folder = temp_folder("house")
        clock = MadeClock.made.get(self.env.get("FAKETIME_TIMESTAMP_FILE"))
        if clock is not None:
            self.env["FAKETIME_TIMESTAMP_FILE"] = clock.also_in(self.folder)
        self.conf = os.path.join(self.folder, "alertd.yaml")
        self.write(conf)
        self.daemon = None
        self.log = open(os.path.join(self.folder, "log"), "ab")
        if contacts is not None:
            with open(self.path("contacts.csv"), "w", encoding="utf-8") as f:
                f.write(contacts)
        self.ctl("contacts", "import", SAMPLE if contacts is None
                 else self.path("contacts.csv"))

    def write(self, conf):
        with open(self.conf, "w", encoding="utf-8") as f:
            os.fchmod(f.fileno(), 0o600)
            f.write(conf)

    def path(self, name):
        return os.path.join(self.folder, name)

    def ctl(self, *args, check=True):
        done = subprocess.run(
            [CTL, "-c", self.conf, *args], timeout=120, env=self.env,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, encoding="utf-8", check=False)
        if check and done.returncode != 0:
            raise AssertionError("alertctl %s: %d: %s" % (
                " ".join(args), done.returncode, done.stderr))
        return done

    def json(self, *args):
        return json.loads(self.ctl(*args, "--json").stdout)

    def start(self):
        self.daemon = subprocess.Popen(
            [self.program, "-c", self.conf], stdin=subprocess.DEVNULL,
            stdout=self.log, stderr=self.log, cwd=self.folder, env=self.env)
        wait_for(lambda: "started:" in self.said() or
                 self.daemon.poll() is not None, "alertd starts")
        if self.daemon.poll() is not None:
            raise AssertionError("alertd ended: " + self.said())
        # Workers read the configuration themselves: not before that is done
        # may a test write another one.
        wait_for(lambda: self.ready() or self.daemon.poll() is not None,
                 "the workers wait")

    def ready(self):
        """Whether every worker has read its files and opened the database."""
        workers = self.workers("alertd-")
        return len(workers) > 0 and all(self.waits(w) for w in workers)

    def waits(self, pid):
        """It takes signals as a descriptor: it has opened all else."""
        try:
            return any("signalfd" in os.readlink("/proc/%d/fd/%s" % (pid, fd))
                       for fd in os.listdir("/proc/%d/fd" % pid))
        except OSError:
            return False

    def said(self):
        with open(self.path("log"), encoding="utf-8") as f:
            return f.read()

    def kill(self):
        """kill -9 of the daemon."""
        self.daemon.kill()
        self.daemon.wait(60)
        self.log.truncate(0)

    def poll(self):
        """A reload asks every feed at once; else it is every ten seconds."""
        self.daemon.send_signal(signal.SIGHUP)

    def workers(self, name):
        """Process ids of the daemon's workers of a name."""
        found = subprocess.run(
            ["pgrep", "-P", str(self.daemon.pid), name], check=False,
            stdout=subprocess.PIPE, encoding="utf-8").stdout
        return [int(x) for x in found.split()]

    def stop(self):
        if self.daemon is not None and self.daemon.poll() is None:
            self.daemon.send_signal(signal.SIGTERM)
            self.daemon.wait(60)
        self.log.close()
        remove(self.folder)
