"""Fakes of commercial SMS gateways, after their public documentation.

The real ones cannot run here: each fake checks a request as strictly as it
can (method, path, authentication, content type, fields and their types) and
answers as the documentation says. What it did not like is in `complaints`.
"""
import base64
import http.server
import json
import ssl
import threading
import urllib.parse

from servers import WebServer


def strict_json(body):
    def no_duplicates(pairs):
        keys = [k for k, _ in pairs]
        assert len(keys) == len(set(keys)), "duplicate keys %s" % keys
        return dict(pairs)
    return json.loads(body.decode("utf-8"), object_pairs_hook=no_duplicates)


class Request:
    def __init__(self, method, target, headers, body):
        self.method = method
        self.path, _, self.query = target.partition("?")
        self.headers = headers
        self.body = body

    def basic(self, user, password):
        want = base64.b64encode(("%s:%s" % (user, password)).encode("utf-8"))
        got = self.headers.get("Authorization")
        assert got == "Basic " + want.decode(), "auth %s" % got

    def json(self, path, fields, optional=()):
        assert self.method == "POST", self.method
        assert self.path == path, self.path
        assert self.headers["Content-Type"] == "application/json"
        assert not self.headers.get("Expect")
        o = strict_json(self.body)
        assert set(fields) <= set(o) <= set(fields) | set(optional), set(o)
        return o


class Fake:
    """A gateway on a free port of loopback. Subclasses give answer()."""

    def __init__(self, bad=(), tls=None):
        self.bad = set(bad)  # numbers, as digits
        self.requests = []
        self.sent = []  # (number, text, encoding, reference)
        self.complaints = []
        self.release = threading.Event()
        self.lock = threading.Lock()
        self.now = self.most = 0
        fake = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def handle_any(self):
                fake.handle(self)

            do_GET = do_POST = handle_any

            def log_message(self, *args):
                pass

        class Server(WebServer):
            def handle_error(self, request, address):
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*tls)
            self.server.socket = context.wrap_socket(
                self.server.socket, server_side=True)
        self.port = self.server.server_address[1]
        self.url = "%s://localhost:%d" % ("https" if tls else "http",
                                          self.port)
        threading.Thread(target=self.server.serve_forever,
                         daemon=True).start()

    def close(self):
        self.release.set()
        self.server.shutdown()
        self.server.server_close()

    def handle(self, h):
        length = int(h.headers.get("Content-Length", 0))
        request = Request(h.command, h.path, h.headers, h.rfile.read(length))
        with self.lock:
            self.requests.append(request)
            self.now += 1
            self.most = max(self.most, self.now)
        try:
            reply = self.answer(request)
        except Exception as e:
            self.complaints.append("%s: %s" % (type(e).__name__, e))
            reply = (400, "complaint")
        with self.lock:
            self.now -= 1
        if reply is None:  # drops the connection instead
            h.close_connection = True
            return
        status, body = reply[0], reply[1]
        if not isinstance(body, (str, bytes)):
            body = json.dumps(body)
        if isinstance(body, str):
            body = body.encode("utf-8")
        h.send_response(status)
        for name, value in (reply[2] if len(reply) > 2 else {}).items():
            h.send_header(name, value)
        h.send_header("Content-Length", str(len(body)))
        h.end_headers()
        h.wfile.write(body)

    def answer(self, request):
        raise NotImplementedError


def hold(fake):
    """From now on it answers when it is let go, by fake.release."""
    answer = fake.answer

    def held(request):
        fake.release.wait(60)
        return answer(request)

    fake.answer = held


class Canned(Fake):
    """Answers everything with one reply; hang: not before close()."""

    def __init__(self, status=200, body="", headers=None, hang=False):
        super().__init__()
        self.reply = (status, body, headers or {})
        self.hang = hang

    def answer(self, request):
        if self.hang:
            self.release.wait(60)
        return self.reply


def encoding_of(text):
    return "UCS2" if any(ord(c) > 0xff for c in text) else None


class GatewayApi(Fake):
    settings = {"token": "Tok\"en ø:1"}

    def answer(self, request):
        request.basic(self.settings["token"], "")
        o = request.json("/rest/mtsms", ["sender", "message", "recipients",
                                         "userref"], ["encoding"])
        assert o.get("encoding") == encoding_of(o["message"]), o
        numbers = [r["msisdn"] for r in o["recipients"]]
        assert all(isinstance(n, int) and set(r) == {"msisdn"}
                   for n, r in zip(numbers, o["recipients"])), o
        assert len(numbers) == len(set(numbers)) <= 10000
        # The legacy interface takes all of a call or nothing.
        if any(str(n) in self.bad for n in numbers):
            return 422, {"code": "0x0308", "message": "Invalid MSISDN"}
        for n in numbers:
            self.sent.append((str(n), o["message"], o.get("encoding"),
                              o["userref"]))
        return 200, {"ids": [900000 + n % 1000 for n in numbers],
                     "usage": {"currency": "DKK"}}


class GatewayApiMobile(Fake):
    settings = {"token": "abc.def"}

    def answer(self, request):
        assert request.headers["Authorization"] == "Token abc.def"
        o = request.json("/mobile/single",
                         ["sender", "message", "recipient", "reference"])
        assert isinstance(o["recipient"], int)
        if str(o["recipient"]) in self.bad:
            return 400, {"message": "recipient"}
        self.sent.append((str(o["recipient"]), o["message"],
                          encoding_of(o["message"]), o["reference"]))
        return 202, {"msg_id": 7, "recipient": o["recipient"]}


class Cpsms(Fake):
    settings = {"user": "medcom", "apikey": "12ab-\\\"ø"}

    def answer(self, request):
        request.basic(self.settings["user"], self.settings["apikey"])
        o = request.json("/v2/send", ["to", "message", "from", "reference"],
                         ["format"])
        assert (o.get("format") == "UNICODE") == bool(
            encoding_of(o["message"])), o
        assert len(o["reference"]) <= 32
        assert all(isinstance(n, str) and n.isdigit() for n in o["to"])
        good = [n for n in o["to"] if n not in self.bad]
        bad = [n for n in o["to"] if n in self.bad]
        for n in good:
            self.sent.append((n, o["message"], encoding_of(o["message"]),
                              o["reference"]))
        reply = {"success": [{"to": n, "cost": 1, "smsAmount": 1}
                             for n in good]}
        if bad:
            reply["error"] = [{"code": 409, "message": "Invalid number",
                               "to": n} for n in bad]
        if not good:
            return 400, reply
        return (207 if bad else 200), reply


class InMobile(Fake):
    settings = {"apikey": "3f-key"}

    def answer(self, request):
        request.basic("", self.settings["apikey"])
        o = request.json("/v4/sms/outgoing", ["messages"])
        assert 1 <= len(o["messages"]) <= 250
        results = []
        for m in o["messages"]:
            assert set(m) == {"to", "text", "from", "messageId", "encoding",
                              "respectBlacklist"}, set(m)
            assert m["respectBlacklist"] is False
            assert 1 <= len(m["messageId"]) <= 50
            assert m["encoding"] == ("ucs2" if encoding_of(m["text"])
                                     else "gsm7")
            valid = m["to"] not in self.bad
            if valid:
                self.sent.append((m["to"], m["text"], encoding_of(m["text"]),
                                  m["messageId"]))
            results.append({
                "numberDetails": {
                    "countryCode": "45", "phoneNumber": m["to"][2:],
                    "rawMsisdn": m["to"], "isValidMsisdn": valid},
                "text": m["text"], "from": m["from"], "smsCount": 1,
                "messageId": m["messageId"], "encoding": m["encoding"]})
        return 200, {"results": list(reversed(results))}


class LinkMobility(Fake):
    settings = {"user": "u", "password": "p w", "platform_id": "COOL",
                "partner_id": "30978"}

    def answer(self, request):
        request.basic("u", "p w")
        o = request.json("/sms/send", [
            "source", "sourceTON", "destination", "userData", "platformId",
            "platformPartnerId", "refId", "useDeliveryReport"])
        assert o["useDeliveryReport"] is False
        assert (o["platformId"], o["platformPartnerId"]) == ("COOL", "30978")
        assert o["destination"].startswith("+")
        if o["destination"][1:] in self.bad:
            return 400, {"resultCode": 106301, "description": "Destination"}
        self.sent.append((o["destination"][1:], o["userData"],
                          encoding_of(o["userData"]), o["refId"]))
        return 200, {"resultCode": 1005, "messageId": "L" + o["refId"],
                     "description": "Queued"}


class Twilio(Fake):
    settings = {"account_sid": "AC0123", "auth_token": "s3cret-token"}

    def answer(self, request):
        request.basic("AC0123", "s3cret-token")
        assert request.method == "POST"
        assert request.path == "/2010-04-01/Accounts/AC0123/Messages.json"
        assert request.headers["Content-Type"] == \
            "application/x-www-form-urlencoded"
        o = urllib.parse.parse_qs(request.body.decode("ascii"),
                                  strict_parsing=True)
        assert set(o) == {"To", "From", "Body"}, o
        to, text = o["To"][0], o["Body"][0]
        assert to.startswith("+")
        if to[1:] in self.bad:
            return 400, {"code": 21211, "message": "Invalid 'To' number",
                         "status": 400}
        self.sent.append((to[1:], text, encoding_of(text), ""))
        return 201, {"sid": "SM" + to[1:], "status": "queued",
                     "error_code": None, "error_message": None}
