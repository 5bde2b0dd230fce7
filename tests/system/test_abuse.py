"""What no client should send, to the page beside the real daemon: too slow, too
many, too large, and requests that a proxy and a server could read in two ways.
Others are answered all the while, and what the feed tells is sent to everybody:
the core does not notice."""
import concurrent.futures
import http.client
import os
import random
import re
import resource
import select
import socket
import threading
import unittest

from house import event, page
from servers import SANITIZED, wait_for
from test_web import WebCase, now

CROWD = 10000
SLOW = 400
ASIDE = 200  # descriptors of the test that are no attackers
SEED = int(os.environ.get("SEED", "0")) or random.randrange(1, 1 << 31)
GET = b"GET / HTTP/1.1\r\nHost: a\r\n"
POST = b"POST /callback/x/y/status HTTP/1.1\r\nHost: a\r\n"
SMUGGLED = b"GET /style.css HTTP/1.1\r\nHost: a\r\n\r\n"
# Ends whatever was begun: a header, a body, a chunk. Who sends half a request
# is closed after ten seconds.
TAIL = b"\r\n\r\n" * 20000
AT_ONCE = 64

# Head of a POST, body; each could hide the request behind it from one reader.
SMUGGLING = (
    (b"Content-Length: 4\r\nContent-Length: 4\r\n", b"abcd"),
    (b"Content-Length: 0\r\nContent-Length: 38\r\n", b""),
    (b"Content-Length: 4, 4\r\n", b"abcd"),
    (b"Content-Length: +4\r\n", b"abcd"),
    (b"Content-Length: -4\r\n", b"abcd"),
    (b"Content-Length: 0x4\r\n", b"abcd"),
    (b"Content-Length: 4 4\r\n", b"abcd"),
    (b"Content-Length: \r\n", b""),
    (b"Content-Length: 4\x0b\r\n", b"abcd"),
    (b"Content-Length : 4\r\n", b"abcd"),
    (b"Content-Length\t: 4\r\n", b"abcd"),
    (b"Content-Length: 99999999999999999999\r\n", b""),
    (b"Content-Length: 18446744073709551616\r\n", b""),
    (b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\n"),
    (b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", b"0\r\n\r\n"),
    (b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
     b"0\r\n\r\n"),
    (b"Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n",
     b"0\r\n\r\n"),
    (b"Transfer-Encoding: chunked, identity\r\n", b"0\r\n\r\n"),
    (b"Transfer-Encoding: identity\r\n", b"0\r\n\r\n"),
    (b"Transfer-Encoding: xchunked\r\n", b"0\r\n\r\n"),
    (b"Transfer-Encoding: gzip, chunked\r\n", b"0\r\n\r\n"),
    (b"Transfer-Encoding:\x0bchunked\r\n", b"0\r\n\r\n"),
    (b"Transfer-Encoding: chunked\x00\r\n", b"0\r\n\r\n"),
    (b"Transfer-Encoding : chunked\r\n", b"0\r\n\r\n"),
    (b"Transfer-Encoding\x00: chunked\r\n", b"0\r\n\r\n"),
    (b"Transfer_Encoding: chunked\r\nContent-Length: 5\r\n"
     b" Transfer-Encoding: chunked\r\n", b"0\r\n\r\n"),
    (b"X: y\r\n Transfer-Encoding: chunked\r\n", b"0\r\n\r\n"),
    (b"X: y\r\n\tContent-Length: 4\r\n", b"abcd"),
    (b"Transfer-Encoding:\r\n chunked\r\n", b"0\r\n\r\n"),
    (b"X: y\rTransfer-Encoding: chunked\r\n", b"0\r\n\r\n"),
    (b"X: y\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\n"),
    (b"Host: b\r\n", b""),
    (b"Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQ\r\n"
     b"Connection: Upgrade, HTTP2-Settings, Content-Length\r\n"
     b"Content-Length: 4\r\nContent-Length: 4\r\n", b"abcd"),
)
# Behind "Transfer-Encoding: chunked".
CHUNKS = (
    b"z\r\nabc\r\n0\r\n\r\n", b"-1\r\nabc\r\n0\r\n\r\n",
    b"fffffffffffffffff\r\nabc\r\n0\r\n\r\n", b"ffffffffffffffff\r\nabc",
    b"7fffffffffffffff\r\nabc", b"0x3\r\nabc\r\n0\r\n\r\n",
    b"+3\r\nabc\r\n0\r\n\r\n", b"3\r\nabcX\r\n0\r\n\r\n",
    b"3\r\nabc0\r\n\r\n", b"\r\nabc\r\n0\r\n\r\n",
    b"3 \x00\r\nabc\r\n0\r\n\r\n", b"\x00" * 1000, b"3",
)
NONSENSE = (
    b"GET /\r\n", b"GET /\r\n\r\n",
    b"GET / HTTP/9.9\r\nHost: a\r\n\r\n",
    b"GET / HTTP/1.1 HTTP/1.1\r\nHost: a\r\n\r\n", b"GET / \r\n\r\n",
    b"GET / HTTQ/1.1\r\nHost: a\r\n\r\n", b"/ HTTP/1.1\r\nHost: a\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x00\x04\x00\x00\x00\x00\x00",
    b"EHLO example.dk\r\nMAIL FROM:<a@example.dk>\r\n", b"GET" * 100000,
    b"A" * 1000000,
    b"GET /" + b"a" * 100000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
    b"G" * 20000 + b" / HTTP/1.1\r\nHost: a\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + b"Host: " + b"a" * 100000 + b"\r\n\r\n",
    GET + b"X-A: " + b"b" * 1000000 + b"\r\n\r\n",
    GET + b"".join(b"X-%d: b\r\n" % i for i in range(10000)) + b"\r\n",
    GET + b"Cookie: " + b"a=b; " * 20000 + b"\r\n\r\n",
    GET + b"no colon\r\n\r\n", GET + b"Na\x00me: x\r\n\r\n",
)
# Whose end is waited for.
UNFINISHED = (
    b"", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 100,
    b"\x00" * 5000, b"\xff" * 5000,
    b"GET /?" + b"a&" * 400 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
    b"\n\n", b"\r\n" * 1000, b"G", GET, GET + b"X",
    POST + b"Content-Length: 3\r\n\r\na",
    POST + b"Transfer-Encoding: chunked\r\n\r\n3;" + b"a" * 100000,
)
# Nothing that can be read in two ways, or that anybody would pass on.
FORGIVEN = (
    b"GET  / HTTP/1.1\r\nHost: a\r\n", GET + b": no name\r\n",
    GET + b"X-A: a\x00b\r\n", GET + b"Range: bytes=" + b"0-," * 3000 + b"\r\n",
    GET + b"Expect: 100-continue\r\n", b"GET / HTTP/1.0\r\n",
    b"\r\n\r\n" + GET, b"GET /?a=%0d%0aX-Injected:%201 HTTP/1.1\r\nHost: a\r\n",
)
METHODS = ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "TRACK",
           "PROPFIND", "get", "HEAD2", "X" * 200)
PATHS = (
    "/../../etc/passwd", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
    "/..%252f..%252fetc/passwd", "/..%c0%af..%c0%afetc/passwd",
    "/%u002e%u002e/etc/passwd", "/..;/etc/passwd", "/sag/1/..;/2",
    "/style.css/../sag/1", "/style.css%00.html", "/alertd.yaml", "/alertd.db",
    "/.git/config", "/sag/1%00", "/sag/-1", "/sag/99999999999999999999",
    "/sag/1e1", "/sag/0x1", "/sag/1 ", "/sag/%31%20", "/sag/1;a=b",
    "/sag/1/besked/", "/sag/1/besked/-1", "/sag/1/besked/1/..",
    "/historik/0000", "/historik/99999", "/historik/2026?side=0",
    "/historik/2026?side=-1", "/historik/2026?side=99999999999999999999",
    "/historik/2026?side=1%27%20OR%201=1--", "/sag/1'--", "/sag/1 OR 1=1",
    "/callback/", "/callback//x", "/callback/../sag/1", "/callback/x/y/z/w",
    "http://169.254.169.254/", "//example.dk/", "/\\example.dk",
    "/%0d%0aX-Injected:%201", "/sag/1%0d%0aX-Injected:%201",
    "/historik?side=1%0d%0aX-Injected:%201",
)


class Target(WebCase):
    """The house that all of them are against."""

    def __init__(self):
        super().__init__()
        self.setUp()
        self.events = []
        try:
            self.open()
            self.start()
            self.page_pid, = self.house.workers("alertd-web")
        except BaseException:
            self.doCleanups()
            raise

    def exchange(self, data):
        """All that is answered, until the connection is closed."""
        answer = b""
        with socket.create_connection(("127.0.0.1", self.port), 60) as s:
            try:
                s.sendall(data)
            except OSError:
                pass  # it has heard enough
            try:
                while more := s.recv(65536):
                    answer += more
            except ConnectionError:
                pass
        return answer

    def throw(self, data):
        """Sends it and goes away."""
        with socket.create_connection(("127.0.0.1", self.port), 60) as s:
            try:
                s.sendall(data)
            except OSError:
                pass

    def exchange_all(self, requests):
        """Each with what was answered to it."""
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            return list(zip(requests, pool.map(self.exchange, requests)))

    def broadcast(self):
        """The feed tells of one more; until everybody has been told."""
        n = len(self.events) + 1
        self.events.append(event(
            "i%d" % n, "FMK er utilgængeligt i produktion (%d)" % n,
            "Opslag i FMK fejler.", "investigating", now()))
        self.feed.body = page(*self.events)
        wait_for(lambda: self.told(str(n)), "notice 1 of %d to all" % n, 120)

    def unharmed(self):
        return (self.house.daemon.poll() is None and
                self.house.workers("alertd-web") == [self.page_pid] and
                self.ask("/").status == 200)


def statuses(answer):
    """Of each answer in what was sent back."""
    return [int(s) for s in re.findall(rb"HTTP/1\.1 (\d{3}) [A-Z]", answer)
            if s != b"100"]


target = None


def setUpModule():
    global target
    target = Target()
    unittest.addModuleCleanup(target.doCleanups)


class AbuseCase(unittest.TestCase):
    def tearDown(self):
        self.assertTrue(target.unharmed(), target.house.said()[-2000:])

    def small(self):
        """The page keeps nothing of what it refused."""
        if not SANITIZED:
            self.assertLess(memory(target.page_pid), 200)


class Requests(AbuseCase):
    def expect_one(self, requests, allowed):
        """At most one answer each, and none to what is behind it. What the
        library refuses itself has its head twice."""
        for data, answer in target.exchange_all(requests):
            with self.subTest(data=data[:120]):
                got = statuses(answer)
                self.assertLessEqual(set(got), set(allowed))
                self.assertLessEqual(len(got), 2)
                if len(got) == 2:
                    self.assertEqual(answer.count(b"\r\n\r\n"), 2)

    def test_smuggling(self):
        """What is behind a request is not read as another one, however the
        end of the first is hidden."""
        self.expect_one([POST + head + b"\r\n" + body + SMUGGLED
                         for head, body in SMUGGLING], (400, 404, 413, 501))
        self.expect_one([GET + b"\r\n" + SMUGGLED], (200,))

    def test_chunks(self):
        self.expect_one([
            POST + b"Transfer-Encoding: chunked\r\n\r\n" + chunks +
            SMUGGLED + TAIL for chunks in CHUNKS], (400, 413))

    def test_nonsense(self):
        self.expect_one(NONSENSE, range(400, 600))

    def test_methods(self):
        """None does anything, and none is sent back."""
        for method in METHODS:
            with self.subTest(method=method):
                answer = target.ask("/", method, X_Secret="an echo")
                self.assertEqual(answer.status, 405)
                self.assertEqual(answer.headers["Allow"], "GET, HEAD")
                self.assertNotIn("an echo", answer.body)
        self.expect_one([b"CONNECT a:25 HTTP/1.1\r\nHost: a\r\n\r\n",
                         b"G\x00T / HTTP/1.1\r\nHost: a\r\n\r\n"],
                        (400, 405))

    def test_paths(self):
        for data, answer in target.exchange_all([
                b"GET %s HTTP/1.1\r\nHost: a\r\n\r\n" % path.encode()
                for path in PATHS]):
            with self.subTest(data=data[:80]):
                self.assertIn(statuses(answer),
                              ([], [400], [404], [405], [505]))
                for line in answer.split(b"\r\n\r\n")[0].split(b"\r\n"):
                    self.assertFalse(line.startswith(b"X-Injected"))
                self.assertNotIn(b"root:", answer)
                self.assertNotIn(b"maildir", answer)

    def test_nothing_of_a_header_comes_back(self):
        for name in ("Host", "Referer", "User-Agent", "X-Forwarded-Host",
                     "X-Forwarded-Proto", "X-Original-URL", "X-Rewrite-URL",
                     "Origin", "Cookie", "Accept-Language", "X-Remote-User"):
            for path in ("/", "/nowhere", "/%zz"):
                answer = target.ask(path, **{
                    name.replace("-", "_"): "evil.example.org/<b>"})
                self.assertNotIn("evil.example.org", answer.body)
                self.assertNotIn("evil.example.org", str(answer.headers))

    def test_huge_bodies(self):
        """Said to be, or sent without an end: refused, not kept."""
        for claimed in (1 << 20, 10 << 30, 1 << 62):
            got = statuses(target.exchange(
                POST + b"Content-Length: %d\r\n\r\n" % claimed))
            self.assertEqual(got, [413], claimed)
        got = statuses(target.exchange(
            POST + b"Content-Length: %d\r\nExpect: 100-continue\r\n\r\n" %
            (10 << 30)))
        self.assertEqual(got, [413])
        for head, piece in (
                (b"Content-Length: %d\r\n\r\n" % (8 << 20), b"a" * 4096),
                (b"Transfer-Encoding: chunked\r\n\r\n",
                 b"1000\r\n" + b"a" * 4096 + b"\r\n"),
                (b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n" * 700)):
            got = statuses(target.exchange(POST + head + piece * 2000))
            self.assertIn(got, ([], [413]))
        self.small()

    def test_pipelining(self):
        """One request a connection, and it is said to be closed."""
        answer = target.exchange((GET + b"\r\n") * 20)
        self.assertEqual(statuses(answer), [200])
        self.assertIn(b"\r\nConnection: close\r\n", answer)

    def test_forgiven(self):
        for data, answer in target.exchange_all([
                head + b"\r\n" for head in FORGIVEN]):
            self.assertEqual(statuses(answer), [200], data)
            self.assertNotIn(b"X-Injected", answer)

    def test_random(self):
        """Good requests with a few bytes of them changed, cut and doubled."""
        print("SEED=%d " % SEED, end="", flush=True)
        r = random.Random(SEED)
        good = [GET + b"\r\n", POST + b"Content-Length: 3\r\n\r\na=b",
                POST + b"Transfer-Encoding: chunked\r\n\r\n3\r\na=b\r\n0\r\n"
                b"\r\n", b"GET /historik?side=2 HTTP/1.1\r\nHost: a\r\n"
                b"Authorization: Basic YTpi\r\nCookie: a=b\r\n\r\n"]
        sent = [self.changed(r, b"".join(r.choices(good, k=r.randint(1, 3)))) +
                TAIL for _ in range(400)]
        for data, answer in target.exchange_all(sent):
            self.assertLessEqual(len(statuses(answer)), 2, data[:-len(TAIL)])

    def changed(self, r, data):
        data = bytearray(data)
        for _ in range(r.randint(1, 5)):
            at = r.randrange(len(data) + 1)
            how = r.randrange(4)
            if how == 0:
                data[at:at + 1] = bytes([r.randrange(256)])
            elif how == 1:
                del data[at:at + r.randint(1, 8)]
            elif how == 2:
                data[at:at] = data[at:at + r.randint(1, 40)]
            else:
                data[at:at] = r.choice(
                    [b"\r\n", b"\n", b"\x00", b" ", b":", b"%", b"\xc3"])
        return bytes(data)


def memory(pid):
    """MB that a process holds."""
    with open("/proc/%d/status" % pid, encoding="utf-8") as f:
        return int(f.read().split("VmRSS:")[1].split()[0]) // 1024


class Slow(threading.Thread):
    """Connections that go on for ever, a byte at a time; who is closed comes
    back. Some send headers, some a body, some read nothing of what they are
    answered."""
    begins = (GET + b"X-Slow: ", POST + b"Content-Length: 60000\r\n\r\n",
              (GET + b"\r\n") * 60)

    def __init__(self):
        super().__init__(daemon=True)
        self.over = threading.Event()
        self.closed = 0
        self.open = []

    def connect(self, i):
        s = socket.socket()
        s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        s.settimeout(30)
        try:
            s.connect(("127.0.0.1", target.port))
            s.sendall(self.begins[i % len(self.begins)])
            s.setblocking(False)
        except OSError:
            pass
        return s

    def one_byte(self, i):
        try:
            if i % len(self.begins) < 2:
                self.open[i].send(b"a")
        except BlockingIOError:
            pass
        except OSError:
            self.closed += 1
            self.open[i].close()
            self.open[i] = self.connect(i)

    def run(self):
        self.open = [self.connect(i) for i in range(SLOW)]
        while not self.over.wait(0.5):
            for i in range(SLOW):
                self.one_byte(i)
        for s in self.open:
            s.close()

    def stop(self):
        self.over.set()
        self.join(120)


class Garbage(threading.Thread):
    """All of it, over and over, by one who does not stay."""

    def __init__(self):
        super().__init__(daemon=True)
        self.over = threading.Event()
        self.sent = 0

    def run(self):
        while not self.over.is_set():
            for data in NONSENSE + UNFINISHED:
                target.throw(data)
                self.sent += 1

    def stop(self):
        self.over.set()
        self.join(120)


class Floods(AbuseCase):
    """The report comes in the middle of it."""

    def test_slow_and_garbage(self):
        slow, garbage = Slow(), Garbage()
        for thread in (slow, garbage):
            thread.start()
            self.addCleanup(thread.stop)
        wait_for(lambda: len(slow.open) == SLOW, "all are connected", 60)
        target.broadcast()
        for path in ("/", "/sag/1", "/historik"):
            self.assertEqual(target.ask(path).status, 200)
        wait_for(lambda: slow.closed > 0, "the slow are closed", 60)
        wait_for(lambda: garbage.sent > 100, "the garbage is sent", 60)

    def test_crowd(self):
        """So many at once, and none says what it wants."""
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if hard != resource.RLIM_INFINITY and hard < CROWD + ASIDE:
            self.skipTest("RLIMIT_NOFILE is %d" % hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (CROWD + ASIDE, hard))
        self.addCleanup(resource.setrlimit, resource.RLIMIT_NOFILE,
                        (soft, hard))
        crowd = []
        self.addCleanup(lambda: [s.close() for s in crowd])
        ready = select.epoll()
        self.addCleanup(ready.close)
        for _ in range(CROWD):
            s = socket.socket()
            s.setblocking(False)
            crowd.append(s)
            s.connect_ex(("127.0.0.1", target.port))
            ready.register(s, select.EPOLLOUT | select.EPOLLONESHOT)
        by_number = {s.fileno(): s for s in crowd}
        served = len(ready.poll(1, CROWD))
        for fd, _ in ready.poll(0, CROWD):
            try:
                by_number[fd].send(b"GET / HTTP/1.1\r\n")
            except OSError:
                pass
        self.assertGreater(served, 1000)
        target.broadcast()

        def answered():
            try:
                return target.ask("/").status == 200
            except (OSError, http.client.HTTPException):
                return False
        wait_for(answered, "the page is answered", 60)
        self.small()


if __name__ == "__main__":
    unittest.main()
