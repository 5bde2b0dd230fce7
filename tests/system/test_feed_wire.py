"""The poller against servers that send what no server should: bodies without
an end, cut off, packed in odd ways, a byte at a time; and login pages."""
import gzip
import socket
import unittest
import zlib

import test_feed

FEED = ("<?xml version='1.0' encoding='%s'?><rss><channel><item>"
        "<guid>1</guid><title>FMK er nede på øen – €</title></item>"
        "<item><guid>2</guid><title>NAS er løst</title></item>"
        "</channel></rss>")
RSS = (FEED % "utf-8").encode()
JSON = '{"incidents":[{"id":"a","name":"FMK er nede på øen"}]}'.encode()
LOGIN = b"<!DOCTYPE html><html><title>Log ind</title><p>Alt er l\xc3\xb8st"


def answer(body, *headers, length=True):
    """A whole answer over HTTP/1.1; the connection is closed behind it."""
    lines = ["HTTP/1.1 200 OK", "Connection: close"] + list(headers)
    if length:
        lines.append("Content-Length: %d" % len(body))
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def chunked(pieces, end=b"0\r\n\r\n"):
    return answer(b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in pieces)
                  + end, "Transfer-Encoding: chunked", length=False)


class Server(test_feed.Staller):
    """Answers by path, with the bytes or the generator of pieces it has,
    which gets the request."""

    def __init__(self):
        self.answers = {}
        super().__init__()

    def at(self, path, what):
        self.answers["/" + path] = what
        return "http://127.0.0.1:%d/%s" % (self.server.getsockname()[1],
                                           path)

    def serve(self, client):
        with client:
            try:
                client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                client.settimeout(60)
                asked = b""
                while b"\r\n\r\n" not in asked:
                    asked += client.recv(4096)
                what = self.answers[asked.split()[1].decode()]
                for piece in [what] if isinstance(what, bytes) \
                        else what(asked):
                    if self.over.is_set():
                        return
                    client.sendall(piece)
            except OSError:
                pass


class Wire(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        cls.addClassCleanup(cls.server.stop)

    def poll(self, what, kind="rss", **more):
        path = "feed.json" if kind == "statuspage" else "feed"
        return test_feed.poll(kind, self.server.at(path, what), **more)

    def failed(self, result, cause, word=""):
        self.assertEqual((result["outcome"], result["n"], result["cause"]),
                         ("failed", 0, cause), result)
        self.assertIn(word, result["error"])

    def good(self, result, n=2):
        self.assertEqual((result["outcome"], result["n"],
                          result["complete"]), ("reports", n, True), result)

    def test_endless(self):
        def endless(_):
            yield answer(b"<rss><channel>", length=False)
            while True:
                yield b"<item><title>FMK</title></item>" * 1000
        self.failed(self.poll(endless), "too-large", "body larger")

    def test_endless_chunks(self):
        def endless(_):
            yield chunked([RSS], b"")
            while True:
                yield b"4\r\n    \r\n" * 1000
        self.failed(self.poll(endless), "too-large", "body larger")

    def test_endless_header(self):
        def endless(_):
            yield b"HTTP/1.1 200 OK\r\n"
            while True:
                yield b"X-Y: %s\r\n" % (b"z" * 1000)
        self.failed(self.poll(endless), "unreachable")

    def test_endless_zip(self):
        def endless(_):
            yield answer(b"", "Content-Encoding: gzip", length=False)
            z = zlib.compressobj(9, zlib.DEFLATED, 31)
            while True:
                yield z.compress(b" " * (1 << 20))
        self.failed(self.poll(endless), "too-large", "body larger")

    def test_zip_in_zip(self):
        bomb = gzip.compress(gzip.compress(b" " * (64 << 20), 9), 9)
        self.failed(self.poll(answer(bomb, "Content-Encoding: gzip, gzip")),
                    "too-large", "body larger")
        self.good(self.poll(answer(gzip.compress(gzip.compress(RSS)),
                                   "Content-Encoding: gzip, gzip")))

    def test_packed(self):
        raw = zlib.compressobj(9, zlib.DEFLATED, -15)
        raw = raw.compress(RSS) + raw.flush()
        for body, name in ((gzip.compress(RSS), "gzip"),
                           (gzip.compress(RSS), "x-gzip"),
                           (zlib.compress(RSS), "deflate"),
                           (raw, "deflate"), (RSS, "identity")):
            with self.subTest(name):
                self.good(self.poll(answer(body,
                                           "Content-Encoding: " + name)))

    def test_not_as_packed(self):
        for body, name in ((RSS, "gzip"), (RSS, "deflate"), (RSS, "br"),
                           (gzip.compress(RSS)[20:], "gzip"),
                           (gzip.compress(RSS), "br"),
                           (RSS, "x-no-such"), (gzip.compress(RSS), "")):
            with self.subTest((name, body[:4])):
                result = self.poll(answer(
                    body, *(["Content-Encoding: " + name] if name else [])))
                self.assertEqual((result["outcome"], result["n"]),
                                 ("failed", 0), result)

    def test_pack_cut_off(self):
        """libcurl does not say so: what came is taken as far as it is whole,
        and is not complete."""
        for pack, name in ((gzip.compress, "gzip"),
                           (zlib.compress, "deflate")):
            with self.subTest(name):
                result = self.poll(answer(pack(RSS)[:-20],
                                          "Content-Encoding: " + name))
                self.assertEqual((result["n"], result["complete"],
                                  result["id"]), (1, False, "1"), result)
                self.failed(self.poll(
                    answer(pack(JSON)[:-10], "Content-Encoding: " + name),
                    "statuspage"), "not-a-feed")

    def test_cut_off(self):
        for body, kind in ((RSS, "rss"), (JSON, "statuspage")):
            cut = answer(body).replace(b"Content-Length: ",
                                       b"Content-Length: 9")
            self.failed(self.poll(cut, kind), "unreachable")
            self.failed(self.poll(chunked([body], b""), kind), "unreachable")
            self.failed(self.poll(chunked([body], b"5\r\nab"), kind),
                        "unreachable")
            self.failed(self.poll(chunked([body], b"zz\r\n"), kind),
                        "unreachable")

    def test_ends_early(self):
        """No length: where the body ends is where the connection does."""
        for at in range(1, len(RSS) - 1, 7):
            result = self.poll(answer(RSS[:at], length=False))
            self.assertFalse(result["outcome"] == "reports" and
                             result["complete"], (at, result))
        for at in range(1, len(JSON) - 1, 7):
            self.failed(self.poll(answer(JSON[:at], length=False),
                                  "statuspage"), "not-a-feed")
        self.good(self.poll(answer(RSS, length=False)))

    def test_half_is_asked_for_again(self):
        """A mark that came with half a body is not shown to get the rest."""
        def half_then_whole(asked):
            if b"If-None-Match" in asked:
                yield b"HTTP/1.1 304 Not Modified\r\n\r\n"
            yield answer(halves.pop(0), "ETag: \"x\"", length=False)
        halves = [RSS[:-40], RSS, RSS]
        driver = test_feed.Driver(
            "rss", self.server.at("half", half_then_whole), 3)
        self.addCleanup(driver.close)
        first = driver.next()
        self.assertEqual((first["outcome"], first["complete"]),
                         ("reports", False))
        driver.go()
        self.good(driver.next())
        driver.go()
        self.assertEqual(driver.next()["status"], 304)

    def test_a_byte_at_a_time(self):
        for name in ("utf-8", "utf-16", "windows-1252"):
            body = (FEED % name).encode(name)

            def bytewise(_, body=body):
                for b in answer(body):
                    yield bytes([b])
            with self.subTest(name):
                self.good(self.poll(bytewise))
                self.good(self.poll(chunked(
                    [body[i:i + 1] for i in range(len(body))])))

    def test_login_page(self):
        for kind in ("rss", "confluence", "statuspage"):
            with self.subTest(kind):
                self.failed(self.poll(answer(LOGIN, "Content-Type: text/html"),
                                      kind), "not-a-feed", "login page")

    def test_redirect_to_login_page(self):
        self.server.at("login", answer(LOGIN, "Content-Type: text/html"))
        moved = (b"HTTP/1.1 302 Found\r\nLocation: /login?next=/feed\r\n"
                 b"Connection: close\r\nContent-Length: 0\r\n\r\n")
        self.server.answers["/login?next=/feed"] = \
            self.server.answers["/login"]
        self.failed(self.poll(moved), "not-a-feed", "login page")

    def test_page_in_place_of_what_was_good(self):
        """The good feed's validators are kept, and nothing is unchanged."""
        driver = test_feed.Driver(
            "rss", self.server.at("turn", answer(RSS)), 3)
        self.addCleanup(driver.close)
        self.good(driver.next())
        self.server.at("turn", answer(LOGIN))
        driver.go()
        self.failed(driver.next(), "not-a-feed", "login page")
        self.server.at("turn", answer(RSS))
        driver.go()
        self.assertEqual(driver.next()["outcome"], "unchanged")

    def test_odd_answers(self):
        for what, cause in (
                (b"", "unreachable"),
                (b"\0" * 4096, "unreachable"),
                (RSS, "unreachable"),
                (b"HTTP/1.1 200 OK\r\n", "not-a-feed"),
                (b"HTTP/1.1 206 Partial Content\r\nContent-Length: %d\r\n"
                 b"\r\n%s" % (len(RSS), RSS), "status"),
                (b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n" + RSS,
                 "unreachable"),
                (answer(b""), "not-a-feed")):
            with self.subTest(what[:30]):
                self.failed(self.poll(what, timeout=30), cause)


if __name__ == "__main__":
    unittest.main()
