"""What alertd is compared with. Each function sends messages of 5 kB to five
recipients each to a sink, and returns what the sink saw, its times in ms since
it was told to: for a program of its own, since that was started."""
import http.client
import json
import os
import smtplib
import subprocess
import time

from common import WORK, now, peak
from servers import free_port, listening, temp_folder, wait_for

import shutil

FROM = "fmk-drift@example.dk"
EACH = 5
BYTES = 5000
LINE = "FMK kan ikke bruges lige nu. Brug den papirgang, som I har aftalt.\n"
BODY = (LINE * (BYTES // len(LINE) + 1))[:BYTES - 1] + "\n"


def addresses(i):
    return ["fmk%d.x%05d@kommune.example.dk" % (k, i) for k in range(EACH)]


def message_file():
    path = os.path.join(WORK, "message.eml")
    os.makedirs(WORK, exist_ok=True)
    with open(path, "w", encoding="ascii", newline="\r\n") as f:
        f.write("From: FMK-drift <%s>\nTo: FMK-kontakter:;\n"
                "Subject: FMK er nede\nMIME-Version: 1.0\n"
                "Content-Type: text/plain; charset=us-ascii\n\n%s" % (
                    FROM, BODY))
    return path


def since(seen, at):
    seen.update({k: (seen[k] - at) / 1e6 for k in (
        "connected", "begun", "first", "last")})
    return seen


def program(sink, n, command, seconds=120, **more):
    """A command until the sink has counted n."""
    sink.reset()
    at = now()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, **more)
    try:
        return since(sink.until(n, seconds), at)
    finally:
        if process.wait(30) != 0:
            raise AssertionError("%s: exit %d" % (command[0],
                                                  process.returncode))


def smtp_source(sink, messages, sessions, port=None, n=None):
    return program(sink, n or messages * EACH, [
        shutil.which("smtp-source") or "/usr/sbin/smtp-source", "-d",
        "-s", str(min(sessions, messages)), "-m", str(messages), "-r",
        str(EACH), "-l", str(BYTES), "-f", FROM, "-t",
        "fmk@kommune.example.dk", "127.0.0.1:%d" % (port or sink.port)])


def curl(sink, messages, parallel=0):
    config = os.path.join(WORK, "curl.conf")
    file = message_file()
    with open(config, "w", encoding="ascii") as f:
        if parallel:
            f.write("parallel\nparallel-max = %d\n" % parallel)
        for i in range(messages):
            f.write('%surl = "smtp://127.0.0.1:%d/example.dk"\nsilent\n'
                    'mail-from = "%s"\nupload-file = "%s"\n' % (
                        "next\n" if i else "", sink.port, FROM, file))
            f.writelines('mail-rcpt = "%s"\n' % a for a in addresses(i))
    return program(sink, messages * EACH, ["curl", "-K", config])


def python(sink, messages):
    """One connection; the start of Python itself is not counted."""
    with open(message_file(), "rb") as f:
        message = f.read()
    sink.reset()
    at = now()
    with smtplib.SMTP("127.0.0.1", sink.port, "bench.example.dk") as server:
        for i in range(messages):
            server.sendmail(FROM, addresses(i), message)
        seen = since(sink.until(messages * EACH), at)
    return seen


def msmtp(sink, messages):
    lines = "".join(" ".join(addresses(i)) + "\n" for i in range(messages))
    script = ("while read to; do msmtp --host=127.0.0.1 --port=%d --auth=off"
              " --tls=off --from=%s $to <%s || exit 1; done" % (
                  sink.port, FROM, message_file()))
    path = os.path.join(WORK, "to")
    with open(path, "w", encoding="ascii") as f:
        f.write(lines)
    with open(path, encoding="ascii") as f:
        return program(sink, messages * EACH, ["sh", "-c", script], stdin=f)


class Alertmanager:
    """An Alertmanager with a receiver for each message."""

    def __init__(self, port, messages):
        self.folder = temp_folder("alertmanager")
        self.messages = messages
        self.alerts = 0
        conf = os.path.join(self.folder, "alertmanager.yml")
        with open(conf, "w", encoding="utf-8") as f:
            json.dump(self.conf(port), f)
        self.port = free_port()
        self.log = open(os.path.join(self.folder, "log"), "wb")
        self.process = subprocess.Popen(
            ["prometheus-alertmanager", "--config.file=" + conf,
             "--storage.path=" + os.path.join(self.folder, "data"),
             "--web.listen-address=127.0.0.1:%d" % self.port,
             "--cluster.listen-address=", "--log.level=error"],
            stdout=self.log, stderr=self.log, cwd=self.folder)
        wait_for(lambda: listening(self.port) or
                 self.process.poll() is not None, "Alertmanager", 60)
        time.sleep(0.5)

    def conf(self, port):
        names = ["r%05d" % i for i in range(self.messages)]
        return {
            "global": {"smtp_smarthost": "127.0.0.1:%d" % port,
                       "smtp_from": FROM, "smtp_require_tls": False,
                       "smtp_hello": "bench.example.dk"},
            "route": {"receiver": "none", "group_by": ["alertname"],
                      "group_wait": "0s", "group_interval": "1h",
                      "repeat_interval": "24h",
                      "routes": [{"receiver": n, "continue": True}
                                 for n in names]},
            "receivers": [{"name": "none"}] + [
                {"name": n, "email_configs": [{
                    "to": ", ".join(addresses(i)), "html": "", "text": BODY,
                    "headers": {"Subject": "FMK er nede"}}]}
                for i, n in enumerate(names)]}

    def send(self, sink, n=None, seconds=120):
        """An alert over its API, as a webhook does."""
        sink.reset()
        self.alerts += 1
        body = json.dumps([{"labels": {
            "alertname": "FMK%d" % self.alerts, "severity": "critical"}}])
        c = http.client.HTTPConnection("127.0.0.1", self.port)
        c.connect()
        at = now()
        c.request("POST", "/api/v2/alerts", body,
                  {"Content-Type": "application/json"})
        status = c.getresponse().status
        c.close()
        if status != 200:
            raise AssertionError("Alertmanager: %d" % status)
        seen = since(sink.until(n or self.messages * EACH, seconds), at)
        seen["core"] = peak(self.process.pid)
        return seen

    def stop(self):
        self.process.terminate()
        self.process.wait(20)
        self.log.close()
        shutil.rmtree(self.folder)
