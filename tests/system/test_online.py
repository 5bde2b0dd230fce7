"""alertctl config check --online against real servers, good ones and bad ones:
each is told with its place, and no mail, no SMS and no sign of life is sent."""
import json
import os
import shutil
import socket
import ssl
import subprocess
import threading
import unittest

import fake_gateways
import servers
from house import CTL, event, page
from servers import temp_folder, wait_for
from smtpd import STALL, Smtpd
from test_feed import Nginx

UNAVAILABLE, CONFIG = 69, 78
SECRETS = (servers.Postfix.PASSWORD, "forkert ord", "n0gle-4711", "liv-4711")
CALENDAR = b"""BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//example.dk//rota//DA\r
BEGIN:VEVENT\r
UID:1@example.dk\r
DTSTAMP:20260101T000000Z\r
DTSTART:20260101T080000Z\r
DTEND:20260108T080000Z\r
RRULE:FREQ=WEEKLY;INTERVAL=2\r
SUMMARY:Anna Berg\r
END:VEVENT\r
END:VCALENDAR\r
"""


class Listener:
    """Counts who connects, how many at once, and what they ask; says nothing,
    or an answer."""

    def __init__(self, answer=b""):
        self.answer = answer
        self.heard = []
        self.connections = self.now = self.most = 0
        self.counting = threading.Lock()
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        while True:
            try:
                c = self.server.accept()[0]
            except OSError:
                return
            with self.counting:
                self.connections += 1
                self.now += 1
                self.most = max(self.most, self.now)
            threading.Thread(target=self.one, args=(c,), daemon=True).start()

    def one(self, c):
        with c:
            try:
                while data := c.recv(4096):
                    self.heard.append(data)
                    if self.answer:
                        c.sendall(self.answer)
            except OSError:
                pass
        with self.counting:
            self.now -= 1

    def stop(self):
        self.server.shutdown(socket.SHUT_RDWR)
        self.server.close()
        self.thread.join(10)


class Account(fake_gateways.Cpsms):
    """CPSMS with what tells how much is left."""

    def answer(self, request):
        if request.path != "/v2/creditvalue":
            return super().answer(request)
        try:
            request.basic("fmk", "n0gle-4711")
        except AssertionError:
            return 401, {"error": {"code": 401, "message": "no"}}
        return 200, {"credit": "1.234,50"}

    def stop(self):
        self.close()


class Online(unittest.TestCase):
    def setUp(self):
        self.dir = temp_folder("online")
        self.addCleanup(shutil.rmtree, self.dir)
        self.nginx = Nginx()
        self.addCleanup(self.nginx.stop)
        self.ca = self.nginx.authority

    def check(self, conf, status):
        path = os.path.join(self.dir, "alertd.yaml")
        with open(path, "w", encoding="utf-8") as f:
            os.fchmod(f.fileno(), 0o600)
            f.write(conf)
        self.lines = conf.split("\n")
        r = subprocess.run(
            [CTL, "-c", path, "--json", "config", "check", "--online"],
            timeout=60, check=False, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, encoding="utf-8")
        self.assertEqual(r.returncode, status, r.stdout + r.stderr)
        for word in SECRETS:
            self.assertNotIn(word, r.stdout + r.stderr)
        found = [x for x in json.loads(r.stdout) if x["kind"] == "online"]
        for x in found:
            self.assertEqual(x["file"], path)
        return found

    def serve(self, server):
        self.addCleanup(server.stop)
        return server

    def told(self, x, what, words, at, remedy=""):
        """One of what was found, and that its place has the text at."""
        self.assertEqual(x["what"], what)
        self.assertRegex(x["message"], words)
        self.assertIn(at, self.lines[x["line"] - 1])
        self.assertIn(remedy, x["remedy"])
        self.assertEqual(x["ok"], x["remedy"] == "" and not remedy, x)

    @unittest.skipUnless(os.getuid() == 0, "Postfix needs root")
    def test_all_is_well(self):
        cert, key = self.ca.certificate("mx")
        postfix = self.serve(servers.Postfix(cert, key))
        plain = self.serve(Smtpd())
        gateway = self.serve(Account())
        silent = self.serve(Listener())
        self.nginx.put("incidents.json", page(event(
            "1", "FMK er nede", "Ja.", "investigating",
            "2026-11-27T01:00:00Z")))
        self.nginx.put("rota.ics", CALENDAR)
        self.nginx.put("healthz", b"ok\n")
        found = self.check("""\
store: alertd.db
feeds:
  - name: nspop
    kind: statuspage
    url: %(feed)s
    ca_file: %(ca)s
mail:
  from: a@example.dk
  relays:
    - {host: localhost, port: %(tls)d, tls: tls, user: alertd,
       password: %(password)s, ca_file: %(ca)s}
    - {host: localhost, port: %(starttls)d, user: alertd@example.dk,
       password: %(password)s, ca_file: %(ca)s}
    - {host: 127.0.0.1, port: %(plain)d, tls: none}
sms:
  sender: FMK
  gateways:
    - {preset: cpsms, user: fmk, apikey: n0gle-4711, host: "%(gateway)s"}
    - {preset: kannel, name: second, user: a, password: n0gle-4711,
       url: "http://127.0.0.1:%(silent)d/cgi-bin/sendsms"}
rotas:
  - {name: vagt, team: medcom, calendar: "%(calendar)s", ca_file: "%(ca)s"}
deadman: {url: "http://127.0.0.1:%(silent)d/liv-4711"}
web: {base_url: "%(web)s"}
""" % {"feed": self.nginx.secure("incidents.json"), "ca": self.ca.file,
            "tls": postfix.tls_port, "starttls": postfix.port,
            "password": postfix.PASSWORD, "plain": plain.port,
            "gateway": gateway.url, "silent": silent.port,
            "calendar": self.nginx.secure("rota.ics"),
            "web": self.nginx.url("")[:-1]}, 0)
        self.told(found[0], "feed nspop", "^read as statuspage, reports: 1$",
                  "name: nspop")
        tls = "^TLS, its certificate is good, user and password are accepted$"
        self.told(found[1], "relay localhost:%d" % postfix.tls_port, tls,
                  "tls: tls")
        self.told(found[2], "relay localhost:%d" % postfix.port, tls,
                  "port: %d" % postfix.port)
        self.told(found[3], "relay 127.0.0.1:%d" % plain.port,
                  "^it answers, without TLS$", "tls: none")
        self.told(found[4], "gateway cpsms", "^it answers, and knows the "
                  "account$", "preset: cpsms")
        self.told(found[5], "gateway second", "^it takes connections; nothing "
                  "was asked", "preset: kannel")
        self.told(found[6], "calendar of vagt", r"^read, 2\d shifts in the",
                  "name: vagt")
        self.told(found[7], "http://127.0.0.1:%d" % silent.port,
                  "nothing was asked of it$", "deadman")
        self.told(found[8], self.nginx.url("")[:-1], "^there, and well$",
                  "base_url")
        # Nothing was sent anywhere.
        self.assertEqual(silent.heard, [])
        wait_for(lambda: silent.connections == 2, "it was connected to")
        self.assertEqual(gateway.sent, [])
        wait_for(lambda: [c.split()[0] for c in plain.commands()] ==
                 ["EHLO", "QUIT"], "it was greeted")
        self.assertNotIn("from=", postfix.log())

    @unittest.skipUnless(os.getuid() == 0, "Postfix needs root")
    def test_all_is_bad(self):
        cert, key = self.ca.certificate("mx")
        postfix = self.serve(servers.Postfix(cert, key))
        old = self.serve(Smtpd(tls="tls", context=self.context("old", -1)))
        other = self.serve(Smtpd(tls="tls", context=self.context(
            "other", 2, "DNS:andet.example.dk")))
        silent = self.serve(Listener())
        stalls = self.serve(Smtpd({"ehlo": STALL}))
        clear = self.serve(Smtpd())
        gateway = self.serve(Account())
        refused = servers.free_port()
        relay = ("    - {host: localhost, port: %%d, tls: %%s, ca_file: %s"
                 "%%s}\n" % self.ca.file)
        user = ", user: %s, password: '%s'"
        found = self.check("""\
store: alertd.db
feeds:
  - {name: login, kind: statuspage, url: "%(login)s"}
  - {name: wrong, kind: statuspage, url: "%(wrong)s", ca_file: %(ca)s}
  - {name: silent, kind: rss, url: "http://127.0.0.1:%(silent)d/", timeout: 1s}
mail:
  from: a@example.dk
  timeout: 1s
  relays:
""" % {"login": self.nginx.url("login.html"), "ca": self.ca.file,
            "wrong": self.nginx.secure("x.json", self.nginx.wrong),
            "silent": silent.port} +
            relay % (postfix.tls_port, "tls", user % ("alertd", SECRETS[1])) +
            relay % (old.port, "tls", "") + relay % (other.port, "tls", "") +
            relay % (refused, "starttls", "") +
            relay % (silent.port, "starttls", "") +
            relay % (stalls.port, "starttls", "") +
            relay % (clear.port, "starttls", "") + """\
    - {host: mx.invalid}
sms:
  sender: FMK
  gateways:
    - {preset: cpsms, user: fmk, apikey: liv-4711, host: "%(gateway)s"}
    - {preset: gatewayapi, token: n0gle-4711, timeout: 1s,
       host: "http://127.0.0.1:%(silent)d"}
rotas:
  - {name: vagt, team: medcom, calendar: "%(login)s"}
deadman: {url: "http://127.0.0.1:%(refused)d/liv-4711"}
web: {base_url: "%(web)s"}
""" % {"gateway": gateway.url, "silent": silent.port, "refused": refused,
            "login": self.nginx.url("login.html"),
            "web": self.nginx.url("")[:-1]}, UNAVAILABLE)
        # Nobody waits for another.
        self.assertGreaterEqual(silent.most, 2)
        local = "relay localhost:%d"
        for x, what, words, remedy in zip(found, (
                "feed login", "feed wrong", "feed silent",
                local % postfix.tls_port, local % old.port,
                local % other.port, local % refused, local % silent.port,
                local % stalls.port, local % clear.port,
                "relay mx.invalid:587", "gateway cpsms", "gateway gatewayapi",
                "calendar of vagt", "http://127.0.0.1:%d" % refused,
                self.nginx.url("")[:-1]), (
                "HTTP status 404", "no alternative certificate", "imed out",
                "^AUTH: 535", "certificate has expired", "ostname mismatch",
                "Connection refused", "greeting: no answer in time",
                "^EHLO: no answer in time", "STARTTLS is not offered",
                "cannot look up", "HTTP status 401", "imed out",
                "HTTP status 404", "refused|connect", "HTTP status 404"), (
                "path of the URL", "name that the certificate is for",
                "firewall", "user and password right", "renew",
                "name that the certificate is for", "does it run",
                "right port", "right port", "465 is tls", "DNS",
                "token, or user and password", "firewall", "path of the URL",
                "does it run", "does the proxy lead to")):
            self.told(x, what, words, "", remedy)
            self.assertFalse(x["ok"])
        self.assertEqual(len(found), 16)
        self.assertEqual(gateway.sent, [])

    def context(self, name, days, alternative="DNS:localhost"):
        c = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        c.load_cert_chain(*self.ca.certificate(name, alternative, days))
        return c


class Offline(unittest.TestCase):
    def test_a_call_that_cannot_be_made(self):
        """Found without a network, too."""
        folder = temp_folder("online")
        self.addCleanup(shutil.rmtree, folder)
        with open(os.path.join(folder, "own.yaml"), "w") as f:
            os.fchmod(f.fileno(), 0o600)
            f.write('url: http://x/\nbody: \'{"to": "{{to}}\'\n'
                    "answer: {format: json, results: [{status: 2xx, list: '', "
                    "outcome: accepted}]}\n")
        conf = os.path.join(folder, "alertd.yaml")
        with open(conf, "w") as f:
            os.fchmod(f.fileno(), 0o600)
            f.write("store: a.db\nsms:\n  sender: FMK\n  gateways:\n"
                    "    - {preset: ./own.yaml}\n")
        r = subprocess.run([CTL, "-c", conf, "config", "check"], check=False,
                           stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                           encoding="utf-8")
        self.assertEqual(r.returncode, CONFIG)
        self.assertRegex(r.stderr, r"alertd.yaml:5:7: sms.gateways\[\]: no "
                         r"call of .* can be made: the preset's body is no "
                         r"JSON")


if __name__ == "__main__":
    unittest.main()
