"""The page behind the proxies of etc/proxy, as they stand there but for ports
and paths: TLS, who is let in, and that nobody names himself."""
import base64
import http.client
import os
import re
import shutil
import ssl
import subprocess

from servers import (ROOT, Authority, free_port, listening, nginx, temp_folder,
                     wait_for)
from test_web import WITH_HEADER, WebCase, down

EXAMPLES = os.path.join(ROOT, "etc", "proxy")
PASSWORD = "Basic " + base64.b64encode(b"anna:example").decode()
WRONG = "Basic " + base64.b64encode(b"anna:wrong").decode()
NGINX = """
  access_log {folder}/access.log;
  include {folder}/alertd.conf;
"""
ROUTE = re.compile(r'\{HTTP_GET, "([^"]+)", (FOR_\w+),')
CODE = "4f9aLinkCode0123456789abcdefghij"


def routes():
    """Path and who may ask, as the table of the page has them."""
    with open(os.path.join(ROOT, "alertd/web/route.c"), encoding="utf-8") as f:
        return ROUTE.findall(f.read())


def example(name, *changes):
    """The example with its words changed; each must be there."""
    with open(os.path.join(EXAMPLES, name), encoding="utf-8") as f:
        text = f.read()
    for old, new in changes:
        if old not in text:
            raise AssertionError("%s: no %s" % (name, old))
        text = text.replace(old, new)
    return text


class Proxied(WebCase):
    def begin(self):
        self.folder = temp_folder("proxy")
        self.addCleanup(shutil.rmtree, self.folder)
        self.plain, self.tls = free_port(), free_port()
        self.open(WITH_HEADER + ", public_notices: no")
        self.report(down())

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
        return path

    def stopped_at_the_end(self, proxy):
        self.addCleanup(proxy.wait, 20)
        self.addCleanup(proxy.terminate)

    def expect_guarded(self, ask):
        """Whatever a client says of himself, he is who logged in, or nobody."""
        for path in ("/", "/sag/1", "/sag/1/besked/1", "/historik"):
            self.assertEqual(ask(path).status, 401, path)
            for name in ("X-Remote-User", "x-remote-user", "X_Remote_User"):
                self.assertEqual(ask(path, {name: "bo"}).status, 401, path)
            self.assertEqual(
                ask(path, {"Authorization": WRONG}).status, 401, path)
            answer = ask(path, {"Authorization": PASSWORD})
            self.assertEqual(answer.status, 200, path)
            self.assertIn("default-src 'none'",
                          answer.headers["Content-Security-Policy"])
            self.assertIn("max-age",
                          answer.headers["Strict-Transport-Security"])
        self.assertEqual(ask("/style.css").status, 200)
        self.assertEqual(ask("/healthz").status, 200)
        self.expect_open(ask)
        for path in ("/api/../", "/api/x/../../sag/1", "/style.css/../sag/1"):
            self.assertIn(
                ask(path, {"X-Remote-User": "bo"}).status, (400, 401), path)
        # Hidden slashes and dots lead nowhere.
        for path in ("/api/%2e%2e/sag/1", "/api/..%2fsag/1", "/api//sag/1"):
            self.assertNotEqual(
                ask(path, {"X-Remote-User": "bo"}).status, 200, path)


    def expect_open(self, ask):
        """Without a login what is open comes to alertd, with nobody's name."""
        seen = set()
        for path, who in routes():
            path = path.replace("*", "2026")
            seen.add(who)
            answer = ask(path, {"X-Remote-User": "bo", "X_Remote_User": "bo"})
            if who == "FOR_VIEWERS":
                self.assertEqual(answer.status, 401, path)
                continue
            # What only the page of alertd says.
            self.assertIn("Content-Security-Policy", answer.headers, path)
            self.assertIn(answer.status,
                          (403,) if who == "FOR_NOTICES" else (200, 404), path)
        self.assertEqual(seen, {"FOR_ALL", "FOR_ALL_BARE", "FOR_NOTICES",
                                "FOR_VIEWERS"})

    def expect_no_codes(self, ask, log):
        """Neither while alertd answers nor while it does not."""
        paths = [p.replace("*", CODE) for p, _ in routes() if p in (
            "/svar/*", "/kvittering/*", "/callback/*")]
        self.assertEqual(len(paths), 3)
        for path in paths:
            self.assertEqual(ask(path).status, 404, path)
        self.house.kill()
        wait_for(lambda: ask("/healthz").status == 502, "the page is gone")
        for path in paths:
            self.assertEqual(ask(path).status, 502, path)
        wait_for(lambda: "/healthz" in log(), "an error is in the log")
        self.assertNotIn(CODE, log())


class Nginx(Proxied):
    def nginx(self):
        authority = Authority(self.folder)
        cert, key = authority.certificate(
            "alertd", "DNS:localhost,DNS:alertd.example.dk")
        secret = subprocess.run(
            ["openssl", "passwd", "-apr1", "example"], check=True,
            stdout=subprocess.PIPE, encoding="utf-8").stdout.strip()
        users = self.write("users", "anna:%s\n" % secret)
        self.write("alertd.conf", example(
            "nginx.conf", ("listen 80;", "listen 127.0.0.1:%d;" % self.plain),
            ("listen [::]:80;", ""), ("listen [::]:443 ssl http2;", ""),
            ("listen 443 ssl", "listen 127.0.0.1:%d ssl" % self.tls),
            ("/etc/ssl/alertd/fullchain.pem", cert),
            ("/etc/ssl/alertd/key.pem", key),
            ("/etc/nginx/alertd.users", users),
            ("127.0.0.1:8411", "127.0.0.1:%d" % self.port)))
        self.stopped_at_the_end(nginx(
            self.folder, NGINX.format(folder=self.folder), self.plain,
            self.tls))
        self.trust = ssl.create_default_context(cafile=authority.file)

    def through(self, path, headers=None):
        c = http.client.HTTPSConnection("localhost", self.tls, timeout=30,
                                        context=self.trust)
        try:
            c.request("GET", path, None, headers or {})
            response = c.getresponse()
            response.body = response.read().decode()
            return response
        finally:
            c.close()

    def test_example(self):
        self.begin()
        self.nginx()
        self.expect_guarded(self.through)
        self.ask("/svar/" + CODE, port=self.plain)
        plain = self.ask("/sag/1?a=b", port=self.plain)
        self.assertEqual(plain.status, 301)
        self.assertEqual(plain.headers["Location"],
                         "https://alertd.example.dk/sag/1?a=b")
        self.expect_no_codes(self.through, self.logs)

    def logs(self):
        text = ""
        for name in ("access.log", "error.log"):
            with open(os.path.join(self.folder, name), encoding="utf-8") as f:
                text += f.read()
        return text


class Caddy(Proxied):
    def caddy(self, *args):
        home = dict(os.environ, HOME=self.folder, XDG_DATA_HOME=self.folder,
                    XDG_CONFIG_HOME=self.folder)
        return [shutil.which("caddy") or "/usr/bin/caddy", *args], home

    def test_valid(self):
        self.folder = temp_folder("caddy")
        self.addCleanup(shutil.rmtree, self.folder)
        command, home = self.caddy("validate", "--adapter", "caddyfile",
                                   "--config",
                                   os.path.join(EXAMPLES, "Caddyfile"))
        done = subprocess.run(command, env=home, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, encoding="utf-8")
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_example(self):
        """Without TLS, whose certificate only the internet can give."""
        self.begin()
        conf = self.write("Caddyfile", example(
            "Caddyfile", ("\tlog default {", "\tadmin off\n\tlog default {"),
            ("\nalertd.example.dk {",
             "\nhttp://localhost:%d {" % self.plain),
            ("127.0.0.1:8411", "127.0.0.1:%d" % self.port)))
        command, home = self.caddy("run", "--adapter", "caddyfile",
                                   "--config", conf)
        log = os.path.join(self.folder, "caddy.log")
        with open(log, "w", encoding="utf-8") as f:
            self.stopped_at_the_end(subprocess.Popen(
                command, cwd=self.folder, env=home, stderr=f))
        wait_for(lambda: listening(self.plain), "Caddy listens")
        self.expect_guarded(self.through)
        self.expect_no_codes(self.through, lambda: open(log).read())

    def through(self, path, headers=None):
        c = http.client.HTTPConnection("localhost", self.plain, timeout=30)
        try:
            c.request("GET", path, None, headers or {})
            response = c.getresponse()
            response.body = response.read().decode()
            return response
        finally:
            c.close()
