"""The poller against nginx: conditional GET, gzip, redirects, TLS, limits;
and against servers that stall."""
import gzip
import json
import os
import shutil
import socket
import subprocess
import threading
import time
import unittest

import servers

DRIVER = os.path.join(servers.BUILD, "tests", "system", "poll_driver")

RSS = ("<rss><channel>%s</channel></rss>" %
       "".join("<item><guid>%d</guid><title>FMK er nede</title></item>" % i
               for i in range(50))).encode()
JSON = b'{"incidents":[{"id":"a","name":"FMK"}]}'
PLANNED = b'{"scheduled_maintenances":[{"id":"p","name":"Service"}]}'

NGINX = """
  log_format asked '$status $uri $http_if_none_match $http_accept_encoding '
    '$sent_http_content_encoding $http_if_modified_since';
  access_log {folder}/access.log asked;
  types {{ text/html rss; text/plain json; }}
  gzip on; gzip_min_length 1; gzip_types *;
  ssl_certificate {cert}; ssl_certificate_key {key};
  server {{
    listen 127.0.0.1:{port}; listen 127.0.0.1:{tls} ssl;
    server_name localhost;
    root {folder}/www;
    location /moved/ {{ rewrite ^/moved/(.*)$ /$1 permanent; }}
    location /loop {{ return 302 /loop?again; }}
    location /plain {{ return 302 http://localhost:{port}/feed.rss; }}
    location /secure {{ return 302 https://localhost:{tls}/feed.rss; }}
    location /file {{ return 302 file://{folder}/www/feed.rss; }}
    location /bomb {{
      gzip off; add_header Content-Encoding gzip; try_files /bomb.gz =404; }}
    location /torn {{
      gzip off; add_header Content-Encoding gzip; try_files /torn.gz =404; }}
    location /error {{ return 503 "<rss><channel/></rss>"; }}
    location /nothing {{ return 204; }}
    location /same {{ return 304; }}
  }}
  server {{
    listen 127.0.0.1:{wrong} ssl;
    ssl_certificate {wrong_cert}; ssl_certificate_key {wrong_key};
    root {folder}/www;
  }}
"""


class Nginx:
    def __init__(self):
        self.folder = servers.temp_folder("nginx")
        self.www = os.path.join(self.folder, "www")
        os.mkdir(self.www)
        self.authority = servers.Authority(self.folder)
        self.other = servers.Authority(self.folder, "Other CA")
        cert, key = self.authority.certificate("localhost")
        wrong, wrong_key = self.authority.certificate(
            "elsewhere", "DNS:elsewhere.example.dk")
        self.port, self.tls, self.wrong = (
            servers.free_port() for _ in range(3))
        self.process = servers.nginx(self.folder, NGINX.format(
            folder=self.folder, cert=cert, key=key, port=self.port,
            tls=self.tls, wrong=self.wrong, wrong_cert=wrong,
            wrong_key=wrong_key), self.port, self.tls, self.wrong)

    def put(self, name, data, age=1000):
        """A file, at once and with a time of its own."""
        path = os.path.join(self.www, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path + ".new", "wb") as f:
            f.write(data)
        then = time.time() - age
        os.utime(path + ".new", (then, then))
        os.rename(path + ".new", path)

    def url(self, path):
        return "http://localhost:%d/%s" % (self.port, path)

    def secure(self, path, port=None):
        return "https://localhost:%d/%s" % (port or self.tls, path)

    def asked(self, uri, n):
        """What the log says of the n requests for the path, which it may
        say a moment after the answer."""
        def lines():
            with open(os.path.join(self.folder, "access.log")) as f:
                found = [x.split() for x in f if x.split()[1:2] == [uri]]
            return found if len(found) >= n else None
        found = servers.wait_for(lines, "%d requests for %s" % (n, uri))
        if len(found) != n:
            raise AssertionError("%d requests, not %d" % (len(found), n))
        return found

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
        shutil.rmtree(self.folder, ignore_errors=True)


class Staller:
    """Sends what it is given, then nothing; or a byte every now and then."""

    def __init__(self, first=b"", drip=0):
        self.first, self.drip = first, drip
        self.over = threading.Event()
        self.server = socket.create_server(("127.0.0.1", 0))
        self.url = "http://127.0.0.1:%d/x.rss" % self.server.getsockname()[1]
        self.connected = threading.Event()
        self.threads = [threading.Thread(target=self.accept, daemon=True)]
        self.threads[0].start()

    def accept(self):
        while True:
            try:
                client, _ = self.server.accept()
            except OSError:
                return
            self.connected.set()
            thread = threading.Thread(target=self.serve, args=(client,),
                                      daemon=True)
            self.threads.append(thread)
            thread.start()

    def serve(self, client):
        with client:
            try:
                client.sendall(self.first)
                while not self.over.wait(self.drip or None):
                    client.sendall(b" ")
            except OSError:
                pass

    def stop(self):
        self.over.set()
        self.server.shutdown(socket.SHUT_RDWR)
        self.server.close()
        for thread in self.threads:
            thread.join(60)


class Driver:
    """One poll_driver, step by step."""

    def __init__(self, kind, urls, outcomes, max_bytes=1 << 20, timeout=5,
                 ca_file=""):
        self.process = subprocess.Popen(
            [DRIVER, kind, urls, str(outcomes), str(max_bytes), str(timeout),
             ca_file], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=dict(os.environ, no_proxy="*"))
        self.deadline = threading.Timer(120, self.process.kill)
        self.deadline.start()

    def next(self):
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError("poll_driver ended, or not within 120 s")
        return json.loads(line)

    def go(self):
        self.process.stdin.write(b"\n")
        self.process.stdin.flush()

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        status = self.process.wait()  # also while a transfer hangs
        self.deadline.cancel()
        if status != 0:
            raise AssertionError("poll_driver: exit status %d" % status)


def poll(kind, url, **more):
    driver = Driver(kind, url, 1, **more)
    try:
        return driver.next()
    finally:
        driver.close()


class FeedTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.nginx = Nginx()
        cls.addClassCleanup(cls.nginx.stop)
        cls.nginx.put("feed.rss", RSS)

    def failed(self, result, *words, cause):
        self.assertEqual(result["outcome"], "failed", result)
        self.assertEqual((result["n"], result["cause"]), (0, cause), result)
        for word in words:
            self.assertIn(word, result["error"])

    def good(self, result, n=50):
        self.assertEqual(result["outcome"], "reports", result)
        self.assertEqual((result["n"], result["complete"]), (n, True))

    def steps(self, *args, **more):
        driver = Driver(*args, **more)
        self.addCleanup(driver.close)
        return driver


class Http(FeedTest):
    def test_conditional(self):
        self.nginx.put("cond.rss", RSS)
        driver = self.steps("rss", self.nginx.url("cond.rss"), 4)
        self.good(driver.next())
        driver.go()
        second = driver.next()
        self.assertEqual((second["outcome"], second["status"]),
                         ("unchanged", 304))
        self.nginx.put("cond.rss", RSS.replace(b"nede", b"oppe"), 500)
        driver.go()
        self.good(driver.next())
        # The same bytes, but another ETag: not new either.
        self.nginx.put("cond.rss", RSS.replace(b"nede", b"oppe"), 100)
        driver.go()
        fourth = driver.next()
        self.assertEqual((fourth["outcome"], fourth["status"]),
                         ("unchanged", 200))
        asked = self.nginx.asked("/cond.rss", 4)
        self.assertEqual(asked[0][2], "-")
        self.assertNotEqual(asked[1][2], "-")
        self.assertNotEqual(asked[3][2], asked[1][2])
        self.assertEqual([a[0] for a in asked], ["200", "304", "200", "200"])
        self.assertTrue(asked[1][-1] == "GMT", asked[1])

    def test_bad_is_not_kept(self):
        self.nginx.put("bad.rss", b"<html>Log in</html>")
        driver = self.steps("rss", self.nginx.url("bad.rss"), 2)
        self.failed(driver.next(), "web page", cause="not-a-feed")
        driver.go()
        self.failed(driver.next(), "web page", cause="not-a-feed")
        self.assertEqual([a[:3] for a in self.nginx.asked("/bad.rss", 2)],
                         [["200", "/bad.rss", "-"]] * 2)

    def test_gzip(self):
        self.nginx.put("zip.rss", RSS)
        self.good(poll("rss", self.nginx.url("zip.rss")))
        asked = self.nginx.asked("/zip.rss", 1)[0]
        self.assertIn("gzip", " ".join(asked[3:-2]))
        self.assertEqual(asked[-2], "gzip")

    def test_limit_counts_after_gunzip(self):
        self.nginx.put("bomb.gz", gzip.compress(b" " * (64 << 20)))
        result = poll("rss", self.nginx.url("bomb"), max_bytes=1 << 20)
        self.failed(result, "body larger than 1048576 bytes",
                    cause="too-large")
        self.nginx.put("big.rss", RSS + b"\n" * (2 << 20))
        self.failed(poll("rss", self.nginx.url("big.rss")), "body larger",
                    cause="too-large")

    def test_torn_gzip(self):
        self.nginx.put("torn.gz", gzip.compress(os.urandom(4096))[:-900])
        self.failed(poll("rss", self.nginx.url("torn")), cause="not-a-feed")

    def test_redirects(self):
        self.good(poll("rss", self.nginx.url("moved/feed.rss")))
        self.failed(poll("rss", self.nginx.url("loop")), "redirect",
                    cause="unreachable")
        self.nginx.asked("/loop", 6)
        self.failed(poll("rss", self.nginx.url("file")), "file",
                    cause="unreachable")

    def test_errors(self):
        for path, status in (("error", 503), ("missing", 404),
                             ("nothing", 204), ("same", 304)):
            result = poll("rss", self.nginx.url(path))
            self.failed(result, "HTTP status %d" % status, cause="status")
            self.assertEqual(result["status"], status)
        port = servers.free_port()
        result = poll("rss", "http://127.0.0.1:%d/" % port)
        self.failed(result, str(port), cause="unreachable")
        self.assertEqual(result["status"], 0)

    def test_statuspage(self):
        self.nginx.put("page/api/v2/incidents.json", JSON)
        driver = self.steps("statuspage", self.nginx.url("page/"), 4)
        self.good(driver.next(), 1)  # no scheduled-maintenances: none
        self.nginx.put("page/api/v2/scheduled-maintenances.json", PLANNED)
        driver.go()
        self.good(driver.next(), 2)  # the other one kept, though 304
        driver.go()
        self.assertEqual(driver.next()["outcome"], "unchanged")
        self.nginx.put("page/api/v2/scheduled-maintenances.json", b"{", 5)
        driver.go()
        self.failed(driver.next(), "scheduled-maintenances.json: ",
                    cause="not-a-feed")

    def test_paths_below(self):
        """Each kind asks for its own document below the page's URL."""
        for kind, path, body, n in (
                ("instatus", "summary.json",
                 b'{"page":{"status":"UP"},"activeIncidents":[]}', 0),
                ("incidentio", "api/v1/summary",
                 b'{"ongoing_incidents":[{"id":"a"}],'
                 b'"in_progress_maintenances":[],'
                 b'"scheduled_maintenances":[]}', 1),
                ("cachet", "api/v1/incidents",
                 b'{"meta":{"pagination":{}},"data":[{"id":1}]}', 1)):
            self.nginx.put("%s/%s" % (kind, path), body)
            self.good(poll(kind, self.nginx.url(kind + "/")), n)
            self.good(poll(kind, self.nginx.url(kind + "/" + path)), n)
            self.nginx.asked("/%s/%s" % (kind, path), 2)

    def test_auto(self):
        self.nginx.put("auto", b'{"page":{"status":"HASISSUES"},'
                               b'"activeIncidents":[{"id":"a"}]}')
        driver = self.steps("auto", self.nginx.url("auto"), 3)
        self.good(driver.next(), 1)
        # Another kind now: nothing is concluded from it.
        self.nginx.put("auto", b'{"incidents":[]}', 500)
        driver.go()
        self.failed(driver.next(), "Instatus", cause="not-a-feed")
        self.nginx.put("auto", b'{"page":{"status":"UP"}}', 100)
        driver.go()
        self.good(driver.next(), 0)


class Tls(FeedTest):
    def test_own_authority(self):
        self.good(poll("rss", self.nginx.secure("feed.rss"),
                       ca_file=self.nginx.authority.file))

    def test_not_trusted(self):
        self.failed(poll("rss", self.nginx.secure("feed.rss")), "certificate",
                    cause="tls")
        self.failed(poll("rss", self.nginx.secure("feed.rss"),
                         ca_file=self.nginx.other.file), "certificate",
                    cause="tls")

    def test_wrong_name(self):
        self.failed(poll("rss", self.nginx.secure("feed.rss",
                                                  self.nginx.wrong),
                         ca_file=self.nginx.authority.file), "localhost",
                    cause="tls")

    def test_never_back_to_plain(self):
        self.failed(poll("rss", self.nginx.secure("plain"),
                         ca_file=self.nginx.authority.file), "http",
                    cause="unreachable")
        self.good(poll("rss", self.nginx.url("plain")))
        self.good(poll("rss", self.nginx.url("secure"),
                       ca_file=self.nginx.authority.file))
        self.failed(poll("rss", self.nginx.url("secure")), "certificate",
                    cause="tls")


class Stalls(FeedTest):
    def staller(self, *args, **more):
        server = Staller(*args, **more)
        self.addCleanup(server.stop)
        return server

    def test_silent(self):
        start = time.monotonic()
        self.failed(poll("rss", self.staller().url, timeout=1), "time",
                    cause="unreachable")
        self.assertLess(time.monotonic() - start, 30)

    def test_dripping(self):
        server = self.staller(b"HTTP/1.0 200 OK\r\n\r\n<rss>", 0.05)
        self.failed(poll("rss", server.url, timeout=1), "time",
                    cause="unreachable")

    def test_cut_off(self):
        server = self.staller(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n"
                              b"\r\n<rss><channel></channel></rss>", 0.05)
        server.over.set()
        self.failed(poll("rss", server.url), cause="unreachable")

    def test_others_go_on(self):
        """Ten outcomes of the quick feed, while the other one hangs."""
        server = self.staller()
        driver = self.steps(
            "rss", server.url + "," + self.nginx.url("feed.rss"), 10,
            timeout=300)
        start = time.monotonic()
        for i in range(10):
            result = driver.next()
            self.assertEqual(result["feed"], 1)
            self.assertEqual(result["outcome"],
                             "unchanged" if i else "reports")
            driver.go()
        self.assertLess(time.monotonic() - start, 100)
        self.assertTrue(server.connected.wait(60))


if __name__ == "__main__":
    unittest.main()
