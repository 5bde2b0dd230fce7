"""The page: alertd-web beside the real daemon, with a real feed; who may see
it, what it never shows, and that the core does not notice what becomes of
it."""
import base64
import datetime
import http.client
import os
import re
import resource
import signal
import socket
import sqlite3
import unittest

from house import FeedServer, House, event, page
from servers import alive, free_port, wait_for

CONF = """
store: alertd.db
alarm: {mail: [vagt@example.dk]}
mail: {transport: maildir, maildir: Maildir, from: fmk-drift@example.dk}
sms: {transport: file, file: sms.txt, sender: FMKDRIFT}
feeds: [{name: nspop, kind: statuspage, url: "%s", poll: 10s}]
web: {listen: "127.0.0.1:%d"%s}
"""
TOKEN = "en-hemmelighed-paa-mere-end-16"
NONE = ""
WITH_TOKEN = ", auth: token, token: " + TOKEN
WITH_HEADER = ", auth: header, header: X-Remote-User"
TITLE = "FMK er utilgængeligt i produktion"
XSS = "FMK er nede <script>alert(1)</script> <img src=x onerror='a()'>"
DEADLINE = 90
PAGES = ("/", "/sag/1", "/historik", "/historik/%d" %
         datetime.datetime.now().year)


def now():
    return datetime.datetime.now(datetime.timezone.utc).strftime(
        "%Y-%m-%dT%H:%M:%SZ")


def down(title=TITLE):
    return event("i1", title, "Opslag i FMK fejler for alle anvendere.",
                 "investigating", now())


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read().decode()


class WebCase(unittest.TestCase):
    def setUp(self):
        self.feed = FeedServer()
        self.addCleanup(self.feed.stop)
        self.feed.body = page()
        self.port = free_port()

    def open(self, auth=NONE):
        self.house = House(CONF % (self.feed.url, self.port, auth))
        self.addCleanup(self.house.stop)
        return self.house

    def start(self):
        self.house.start()
        self.wait_listening()

    def wait_listening(self):
        wait_for(lambda: "listening on" in self.house.said(), "the page")

    def ask(self, path, method="GET", body=None, port=None, **headers):
        c = http.client.HTTPConnection("127.0.0.1", port or self.port,
                                       timeout=30)
        try:
            c.request(method, path, body, {
                k.replace("_", "-"): v for k, v in headers.items()})
            return Answer(c.getresponse())
        finally:
            c.close()

    def raw(self, data):
        """The status of the answer to these bytes; None: closed without."""
        with socket.create_connection(("127.0.0.1", self.port), 30) as s:
            try:
                s.sendall(data)
                s.shutdown(socket.SHUT_WR)
                answer = s.makefile("rb").readline()
            except OSError:
                return None
        return int(answer.split()[1]) if answer else None

    def report(self, *events):
        """The feed tells it, and everybody is told; at once, if the daemon
        has not asked it yet."""
        self.feed.body = page(*events)
        if self.house.daemon is None:
            self.start()
        wait_for(lambda: self.told("1"), "notice 1 to all", DEADLINE)

    def tell(self):
        """An operator tells it, and everybody is told."""
        self.house.ctl("send", "--effect", "outage", "--title", TITLE,
                       "--text", "Meldt af vagten.", "--yes")
        wait_for(lambda: self.told("1"), "notice 1 to all", DEADLINE)

    def told(self, incident):
        with sqlite3.connect(self.house.path("alertd.db"), 30) as db:
            n, = db.execute(
                "SELECT count(*) FROM delivery WHERE incident = ?"
                " AND number = 1", (incident,)).fetchone()
            left, = db.execute(
                "SELECT count(*) FROM delivery WHERE state IN"
                " ('queued', 'sending')").fetchone()
        return n > 0 and left == 0

    def addresses(self):
        """Every address and number of a contact, and of who was told."""
        with sqlite3.connect(self.house.path("alertd.db"), 30) as db:
            rows = db.execute(
                "SELECT email FROM contact UNION SELECT phone FROM contact"
                " UNION SELECT address FROM delivery").fetchall()
        return [r[0] for r in rows if r[0]]


class Pages(WebCase):
    def test_from_report_to_pages(self):
        self.open()
        self.start()
        self.assertIn("Ingen åbne sager.", self.ask("/").body)
        self.report(down())
        front = self.ask("/").body
        self.assertIn("FMK er utilgængeligt i produktion", front)
        self.assertIn("fået besked: 98", front)
        self.assertIn("<th scope=\"row\">nspop</th>"
                      "<td data-label=\"Tilstand\">virker</td>", front)
        self.assertIn("Næste besked", front)
        self.assertEqual(len(re.findall('<li class="tile ', front)), 98)
        wait_for(lambda: "Vagten blev tilkaldt" in self.ask("/sag/1").body,
                 "the on-call are paged")
        case = self.ask("/sag/1").body
        self.assertIn("Melding fra nspop: FMK er utilgængeligt", case)
        self.assertIn("Besked 1: første besked", case)
        self.assertIn("Som sendt til kommunerne", case)
        self.assertIn("Som sendt til leverandørerne", case)
        order = [case.index("Melding fra"), case.index("Besked 1:")]
        self.assertEqual(order, sorted(order))
        self.assertIn('<a href="/sag/1">', self.ask("/historik").body)
        self.house.ctl("update", "1", "--yes", "--text", "FMK er langsom.")
        wait_for(lambda: "Besked 2: opdatering" in self.ask("/sag/1").body,
                 "notice 2 is shown")

    def test_in_every_answer(self):
        """What keeps a browser from doing more than show it."""
        self.open()
        self.start()
        for path in ("/", "/style.css", "/nowhere", "/%00"):
            h = self.ask(path).headers
            policy = h["Content-Security-Policy"]
            self.assertIn("default-src 'none'", policy)
            self.assertIn("frame-ancestors 'none'", policy)
            self.assertNotIn("unsafe", policy)
            self.assertEqual(h["X-Content-Type-Options"], "nosniff")
            self.assertEqual(h["Referrer-Policy"], "no-referrer")
        self.assertEqual(self.ask("/").headers["Cache-Control"], "no-store")
        style = re.search('href="(/style.css[^"]*)"', self.ask("/").body)[1]
        answer = self.ask(style)
        self.assertEqual(answer.status, 200)
        self.assertIn("text/css", answer.headers["Content-Type"])
        self.assertIn("max-age", answer.headers["Cache-Control"])

    def test_no_code_in_pages(self):
        self.open()
        self.report(down())
        for path in PAGES:
            body = self.ask(path).body
            self.assertNotRegex(body, r"(?i)<script|\son[a-z]+=|style=|"
                                r"javascript:|src=")

    def test_methods_and_paths(self):
        self.open()
        self.start()
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "GARBAGE"):
            answer = self.ask("/", method)
            self.assertEqual(answer.status, 405, method)
            self.assertEqual(answer.headers["Allow"], "GET, HEAD")
        head = self.ask("/", "HEAD")
        self.assertEqual((head.status, head.body), (200, ""))
        self.assertGreater(int(head.headers["Content-Length"]), 1000)
        for path in ("/nowhere", "/sag/", "/sag/1", "/sag/x", "/.env",
                     "/style.css/x"):
            self.assertEqual(self.ask(path).status, 404, path)
        for path in ("//", "/../etc/passwd", "/%2e%2e/x", "/sag/%00",
                     "/sag%2f1", "/sag/1%0d%0aSet-Cookie:%20a=b", "/%zz"):
            answer = self.ask(path)
            self.assertEqual(answer.status, 400, path)
            self.assertIsNone(answer.headers["Set-Cookie"])
        self.assertEqual(self.ask("/" + "a" * 2000).status, 414)
        self.assertEqual(self.ask("/", "POST", "a" * 70000).status, 413)

    def test_bad_requests(self):
        self.open()
        self.start()
        line = b"GET / HTTP/1.1\r\nHost: a\r\n"
        post = b"POST / HTTP/1.1\r\nHost: a\r\n"
        self.assertEqual(self.raw(line + b"\r\n"), 200)
        for bad in (
                b"GET / HTTP/1.1\r\n\r\n",
                line + b"Host: b\r\n\r\n",
                post + b"Content-Length: 1\r\nContent-Length: 1\r\n\r\nx",
                post + b"Content-Length: 1\r\nTransfer-Encoding: chunked"
                b"\r\n\r\n0\r\n\r\n",
                post + b"Content-Length: -1\r\n\r\n",
                post + b"Content-Length: 9x\r\n\r\n",
                b"GET http://example.dk/ HTTP/1.1\r\nHost: a\r\n\r\n",
                b"GET * HTTP/1.1\r\nHost: a\r\n\r\n",
                b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"):
            self.assertIn(self.raw(bad), (400, None), bad)
        self.assertEqual(self.raw(
            line + b"X-A: b\r\n" * 200 + b"\r\n"), 431)
        self.assertIn(self.raw(
            line + b"X-A: " + b"b" * 100000 + b"\r\n\r\n"), (431, 400, None))
        self.assertEqual(self.ask("/").status, 200)

    def test_slow_headers(self):
        """Who sends a byte now and then is closed, and is in nobody's way."""
        self.open()
        self.start()
        with socket.create_connection(("127.0.0.1", self.port), 30) as s:
            s.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n")
            s.settimeout(0.2)

            def closed():
                try:
                    s.sendall(b"X")
                    return s.recv(100) == b""
                except TimeoutError:
                    return False
                except OSError:
                    return True
            self.assertEqual(self.ask("/").status, 200)
            wait_for(closed, "the slow connection is closed", 30)

    def test_crowd(self):
        """More connections than there may be, all silent: they are ended,
        and who asks for something is answered."""
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096), hard))
        self.addCleanup(resource.setrlimit, resource.RLIMIT_NOFILE,
                        (soft, hard))
        self.open()
        self.start()
        for _ in range(2500):
            s = socket.create_connection(("127.0.0.1", self.port), 30)
            self.addCleanup(s.close)
            s.sendall(b"GET / HTTP/1.1\r\n")
        self.assertEqual(self.ask("/").status, 200)

    def test_markup_from_outside(self):
        """A feed's title and a contact's name stay text."""
        self.open(WITH_HEADER)
        with sqlite3.connect(self.house.path("alertd.db"), 30) as db:
            db.execute("UPDATE contact SET name = ?", (XSS,))
        self.report(down(XSS))
        for path in PAGES + ("/sag/1/besked/1",):
            body = self.ask(path, X_Remote_User=XSS).body
            self.assertNotIn("<script", body, path)
            self.assertNotIn("<img", body, path)
            self.assertIn("&lt;script&gt;alert(1)&lt;/script&gt;", body, path)


class Access(WebCase):
    def expect_no_addresses(self, **headers):
        found = self.addresses()
        self.assertGreater(len(found), 300)
        for path in PAGES:
            answer = self.ask(path, **headers)
            self.assertEqual(answer.status, 200, path)
            for address in found:
                self.assertNotIn(address, answer.body, path)

    def expect_recipients(self, **headers):
        body = self.ask("/sag/1/besked/1", **headers).body
        with sqlite3.connect(self.house.path("alertd.db"), 30) as db:
            for address, in db.execute(
                    "SELECT address FROM delivery WHERE number = 1"):
                self.assertIn(address, body)
        self.assertIn('href="/sag/1/besked/1"',
                      self.ask("/sag/1", **headers).body)

    def test_none(self):
        self.open()
        self.report(down())
        self.expect_no_addresses()
        self.expect_no_addresses(X_Remote_User="anna")
        self.assertEqual(self.ask("/sag/1/besked/1").status, 403)

    def test_token(self):
        self.open(WITH_TOKEN)
        self.report(down())
        basic = base64.b64encode(("anna:" + TOKEN).encode()).decode()
        for sent in (None, "Bearer wrong", "Bearer", "Basic x", "Basic " +
                     base64.b64encode(b"anna:wrong").decode()):
            more = {} if sent is None else {"Authorization": sent}
            for path in PAGES + ("/sag/1/besked/1", "/sag/9"):
                answer = self.ask(path, **more)
                self.assertEqual(answer.status, 401, path)
                self.assertIn("Basic ", answer.headers["WWW-Authenticate"])
                self.assertNotIn("FMK er utilgængeligt", answer.body)
        self.assertEqual(self.ask("/style.css").status, 200)
        self.expect_recipients(Authorization="Bearer " + TOKEN)
        self.expect_recipients(Authorization="Basic " + basic)
        self.assertNotIn(TOKEN, self.house.said())

    def test_header(self):
        self.open(WITH_HEADER)
        self.report(down())
        for path in PAGES + ("/sag/1/besked/1",):
            self.assertEqual(self.ask(path).status, 403, path)
            self.assertEqual(self.ask(path, X_Remote_User="").status, 403)
        twice = (b"GET / HTTP/1.1\r\nHost: a\r\nX-Remote-User: a\r\n"
                 b"X-Remote-User: b\r\n\r\n")
        self.assertEqual(self.raw(twice), 403)
        self.expect_recipients(X_Remote_User="anna")

    def test_refused_configuration(self):
        house = self.open()
        for auth in (NONE, WITH_HEADER):
            house.write((CONF % (self.feed.url, self.port, auth)).replace(
                "127.0.0.1", "0.0.0.0"))
            done = house.ctl("config", "check", check=False)
            self.assertEqual(done.returncode, 78)
            self.assertIn("web.listen:", done.stderr)


class Apart(WebCase):
    """The page and the core do not notice one another's trouble."""

    def page_process(self):
        pids = self.house.workers("alertd-web")
        return pids[0] if pids else None

    def test_killed_and_started_again(self):
        self.open()
        self.start()
        first = self.page_process()
        others = set(self.house.workers("alertd-")) - {first}
        for sign in (signal.SIGKILL, signal.SIGSEGV):
            old = self.page_process()
            os.kill(old, sign)
            wait_for(lambda: self.page_process() not in (None, old),
                     "another process of the page")
            wait_for(self.answers, "the page answers")
        self.assertEqual(
            set(self.house.workers("alertd-")) - {self.page_process()}, others)
        self.tell()
        self.assertIn(TITLE, self.ask("/").body)

    def answers(self):
        try:
            return self.ask("/").status == 200
        except OSError:
            return False

    def has_open(self, pid):
        """Whether the page's process has the database open."""
        folder = "/proc/%d/fd/" % pid
        return any(os.path.realpath(folder + fd).startswith(
            os.path.realpath(self.house.path("alertd.db"))) and
            not os.path.realpath(folder + fd).endswith((".lock", ".wake"))
            for fd in os.listdir(folder))

    def awake(self, pid):
        wait_for(lambda: self.ask("/historik").status == 200 and
                 self.has_open(pid), "the page has it", 60)

    def test_sleeps(self):
        """It closes the database, and has it again for who asks."""
        self.open()
        self.start()
        pid = self.page_process()
        self.awake(pid)
        wait_for(lambda: not self.has_open(pid), "the page sleeps", 60)
        self.awake(pid)
        self.assertEqual(self.page_process(), pid)

    def test_hangs(self):
        """A page that is stopped delays no notice."""
        self.open()
        self.start()
        os.kill(self.page_process(), signal.SIGSTOP)
        self.tell()
        os.kill(self.page_process(), signal.SIGCONT)
        self.assertIn(TITLE, self.ask("/").body)

    def test_dies_with_the_daemon(self):
        self.open()
        self.start()
        pid = self.page_process()
        self.house.kill()
        wait_for(lambda: not alive(pid), "the page ends")

    def test_reload(self):
        self.open()
        self.start()
        self.assertEqual(self.ask("/").status, 200)
        self.house.write(CONF % (self.feed.url, self.port, WITH_TOKEN))
        self.house.daemon.send_signal(signal.SIGHUP)

        def asks():
            try:
                return self.ask("/").status == 401
            except OSError:
                return False
        wait_for(asks, "the page asks for the token")

    def test_port_taken(self):
        """The page cannot begin; everything else does."""
        self.open()
        self.feed.body = page(down())
        with socket.create_server(("127.0.0.1", self.port)):
            self.house.start()
            wait_for(lambda: "cannot listen" in self.house.said(), "why")
            wait_for(lambda: self.told("1"), "notice 1 to all", DEADLINE)
        wait_for(self.answers, "the page begins when it can", 60)

    def test_busy_database(self):
        """A writer that takes its time keeps no reader waiting."""
        self.open()
        self.start()
        db = sqlite3.connect(self.house.path("alertd.db"), 30,
                             isolation_level=None)
        self.addCleanup(db.close)
        db.execute("BEGIN IMMEDIATE")
        for path in ("/", "/historik"):
            self.assertEqual(self.ask(path).status, 200, path)
        db.execute("ROLLBACK")

    def test_failing_database(self):
        """What cannot be read is 503 with a word in the log."""
        self.open()
        self.start()
        pid = self.page_process()
        with sqlite3.connect(self.house.path("alertd.db"), 30) as db:
            db.execute("ALTER TABLE receipt RENAME TO elsewhere")
        answer = self.ask("/")
        self.assertEqual(answer.status, 503)
        self.assertEqual(answer.headers["Retry-After"], "10")
        self.assertNotIn("receipt", answer.body)
        self.assertIn("page /: database: reach: no such table",
                      self.house.said())
        with sqlite3.connect(self.house.path("alertd.db"), 30) as db:
            db.execute("ALTER TABLE elsewhere RENAME TO receipt")
        self.assertEqual(self.ask("/").status, 200)
        self.assertEqual(self.page_process(), pid)


if __name__ == "__main__":
    unittest.main()
