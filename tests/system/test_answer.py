"""The on-call answers: the link of a real mail, pressed by a person and followed
by what only looks; codes of no use; two at once; and alertctl."""
import email
import email.policy
import http.client
import os
import re
import signal
import socket
import sqlite3
import threading
import time
import unittest

import browser
from house import FeedServer, House, event, page
from madeclock import LIBRARY, MadeClock
from servers import free_port, wait_for
from smtpd import Smtpd

CONF = """
store: alertd.db
web: {listen: "127.0.0.1:%(web)d", base_url: "http://127.0.0.1:%(web)d",
      auth: token, token: en-hemmelighed-paa-mere-end-16}
sms: {transport: file, file: sms.txt, sender: FMKDRIFT}
feeds: [{name: nspop, kind: statuspage, url: "%(feed)s", poll: 10s}]
mail:
  from: "FMK-drift <fmk-drift@example.dk>"
  workers: 2
  relays: [{host: 127.0.0.1, port: %(smtp)d, tls: none}]
escalation: {unreached: 1d}
notices: {repeat: 30m}
"""
CONTACTS = """organisation,name,email,phone
0101,Vagt,fmk@example.dk,+45 00 00 00 01
medcom,Anna Berg,anna@example.dk,+45 00 00 00 11
medcom,Bo Dam,bo@example.dk,
kl,Dorte Falk,dorte@example.dk,
"""
ANNA, BO, DORTE = "anna@example.dk", "bo@example.dk", "dorte@example.dk"
TAKE, SEND, DROP = "Tag sagen", "Send til kommunerne", "Send ikke"
DEADLINE = 60
# What a program that looks at links sends with it.
SCANNERS = (
    ("GET", {}), ("HEAD", {}), ("GET", {"Purpose": "prefetch"}),
    ("GET", {"Sec-Purpose": "prefetch;prerender", "Sec-Fetch-Site": "none"}),
    ("GET", {"User-Agent": "Mozilla/5.0 (compatible; link-check)"}),
    ("OPTIONS", {}), ("PUT", {}))


def said(hours):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ",
                         time.gmtime(time.time() - hours * 3600))


def down(hours=0):
    return event("i1", "FMK er utilgængeligt i produktion",
                 "Opslag i FMK fejler for alle anvendere.", "investigating",
                 said(hours))


class Page:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read().decode()
        # As it is read: without the tags.
        self.text = " ".join(re.sub("<[^>]*>", "", self.body).split())


class AnswerCase(unittest.TestCase):
    clock = None

    def setUp(self):
        self.smtp = Smtpd()
        self.addCleanup(self.smtp.stop)
        self.feed = FeedServer()
        self.addCleanup(self.feed.stop)
        self.feed.body = page()
        self.port = free_port()
        self.house = House(
            CONF % {"web": self.port, "feed": self.feed.url,
                    "smtp": self.smtp.port},
            self.clock.env if self.clock else None, CONTACTS)
        self.addCleanup(self.house.stop)

    def start(self):
        self.house.start()
        wait_for(lambda: "listening on" in self.house.said(), "the page",
                 DEADLINE)

    def outage(self):
        """An incident that is told, and rings."""
        self.feed.body = page(down())
        self.start()
        return self.link(ANNA, TAKE), self.link(BO, TAKE)

    def pending(self):
        """An incident that waits: it is old, and the feed is new."""
        self.feed.body = page(down(48))
        self.start()
        return self.link(ANNA, SEND), self.link(BO, DROP)

    # --- what came ----------------------------------------------------------

    def mails(self, to):
        """Subject and text of each mail to the address."""
        found = []
        for _, recipients, raw in list(self.smtp.messages):
            if to in recipients:
                m = email.message_from_bytes(raw, policy=email.policy.default)
                found.append((m["Subject"],
                              m.get_body(("plain",)).get_content()))
        return found

    def sms(self):
        with open(self.house.path("sms.txt"), encoding="utf-8") as f:
            return f.read()

    def links(self, to, what):
        """Paths of the links for that, the newest last."""
        return re.findall(
            r"- %s: http://127\.0\.0\.1:%d(/svar/[\w-]{22})\r?\n" % (
                what, self.port), "".join(t for _, t in self.mails(to)))

    def link(self, to, what):
        wait_for(lambda: self.links(to, what), "a mail to %s with \"%s\"" %
                 (to, what), DEADLINE)
        return self.links(to, what)[-1]

    def wait_told(self, to, subject, n=1):
        wait_for(lambda: sum(s.startswith(subject) for s, _ in self.mails(to))
                 >= n, "%s hears \"%s\"" % (to, subject), DEADLINE)

    def wait_all_told(self, people, owner, verb="Taget"):
        """Who has the case hears that; the others hear who has it."""
        for to in people:
            his = to.startswith(owner.split()[0].lower() + "@")
            self.wait_told(to, "Du har sagen: " if his
                           else "%s af %s: " % (verb, owner))

    # --- what is done -------------------------------------------------------

    def ask(self, method, path, headers=None):
        c = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            c.request(method, path, headers=headers or {})
            return Page(c.getresponse())
        finally:
            c.close()

    def press(self, path):
        return self.ask("POST", path, {
            "Origin": "null", "Content-Type":
            "application/x-www-form-urlencoded"})

    def query(self, *args):
        with sqlite3.connect(self.house.path("alertd.db"), timeout=30) as db:
            return db.execute(*args).fetchall()

    def stand(self):
        """All that an answer changes."""
        return [self.query("SELECT * FROM " + table) for table in (
            "call", "code", "incident", "receipt")] + [self.query(
                "SELECT * FROM audit WHERE action LIKE 'answer%'"
                " OR action LIKE 'call.taken'")]

    def owners(self):
        return [r[0] for r in self.query("SELECT owner FROM call ORDER BY id")]

    def wake(self):
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as s:
            s.sendto(b".", self.house.path("alertd.db.wake"))


class Links(AnswerCase):
    def test_taken_by_link(self):
        anna, bo = self.outage()
        before = self.stand()
        for method, headers in SCANNERS:
            shown = self.ask(method, anna, headers)
            if method in ("GET", "HEAD"):
                self.assertEqual(shown.status, 200)
                self.assertEqual("Vil du tage sagen?" in shown.text,
                                 method == "GET")
            else:
                self.assertEqual(shown.status, 405)
            self.assertEqual(shown.headers["Referrer-Policy"], "no-referrer")
            self.assertEqual(shown.headers["Cache-Control"], "no-store")
            self.assertNotIn("Set-Cookie", shown.headers)
            for hidden in ("@", "+45", anna[6:], "://"):
                self.assertNotIn(hidden, shown.body)
        self.assertEqual(self.stand(), before)

        shown = self.press(anna)
        self.assertEqual(shown.status, 200)
        self.assertIn("Du har taget sagen", shown.text)
        self.assertEqual(self.owners(), ["Anna Berg"])
        self.wait_all_told((ANNA, BO), "Anna Berg")
        wait_for(lambda: "Du har sagen. Send nyt," in self.sms(), "her SMS")

        shown = self.press(anna)
        self.assertEqual(shown.status, 409)
        self.assertIn("Linket er brugt", shown.text)
        shown = self.press(bo)
        self.assertEqual(shown.status, 409)
        self.assertRegex(shown.text, r"Anna Berg tog den kl\. \d\d\.\d\d")
        self.assertEqual(self.owners(), ["Anna Berg"])
        said = self.house.said()
        self.assertIn("incident 1: taken by Anna Berg", said)
        self.assertIn("code of Anna Berg: used; nothing is done", said)
        self.assertIn("code of Bo Dam: taken; nothing is done", said)
        self.assertNotIn(anna[6:], said)
        log = self.house.ctl("log", "1").stdout
        self.assertRegex(log, "answer.taken .*ack by link: Anna Berg")
        self.assertRegex(log, "answer.refused .*a code of Bo Dam: taken")
        self.assertNotIn(anna[6:], log)
        self.assertEqual(self.house.ctl("log", "verify").returncode, 0)

    def test_codes_that_there_are_not(self):
        anna, _ = self.outage()
        before = self.stand()
        same = None
        for i in range(200):
            guess = "/svar/" + anna[6:-6] + "%06d" % i
            shown = self.ask("POST" if i % 2 else "GET", guess)
            self.assertEqual(shown.status, 404)
            same = same or shown.body
            self.assertEqual(shown.body, same)
        for path in (anna.replace("svar", "kvittering"), anna + "x",
                     anna[:-1], "/svar/x", anna.swapcase().replace(
                         "/SVAR/", "/svar/")):
            self.assertEqual(self.press(path).status, 404)
        self.assertEqual(self.stand(), before)
        lines = re.findall("no such code; nothing is done", self.house.said())
        # At most ten a minute, in two minutes if need be.
        self.assertIn(len(lines), range(10, 21))
        self.assertEqual(self.press(anna).status, 200)

    def test_another_site_presses(self):
        anna, _ = self.outage()
        before = self.stand()
        for name, value in (("Origin", "https://evil.example.dk"),
                            ("Sec-Fetch-Site", "cross-site"),
                            ("Sec-Fetch-Site", "same-site")):
            self.assertEqual(self.ask("POST", anna, {name: value}).status, 403)
        self.assertEqual(self.stand(), before)
        self.assertIn("from another site; nothing is done", self.house.said())

    def test_two_at_once(self):
        """Two links and a terminal, which is another process: one winner."""
        links = dict(zip((ANNA, BO), self.outage()))
        gate = threading.Barrier(3)
        got = {}

        def by_link(who):
            gate.wait(30)
            got[who] = self.press(links[who])

        def by_hand():
            gate.wait(30)
            got["ctl"] = self.house.ctl("ack", "1", check=False)

        threads = [threading.Thread(target=by_link, args=(ANNA,)),
                   threading.Thread(target=by_link, args=(BO,)),
                   threading.Thread(target=by_hand)]
        for t in threads:
            t.start()
        for t in threads:
            t.join(60)
        names = {ANNA: "Anna Berg", BO: "Bo Dam"}
        won = [names[k] for k in links if got[k].status == 200]
        if got["ctl"].returncode == 0:
            won.append(re.search("Taken by (.*): incident 1",
                                 got["ctl"].stdout).group(1))
        self.assertEqual(self.owners(), won, "one winner")
        for who in links:
            if names[who] not in won:
                self.assertEqual(got[who].status, 409)
                self.assertIn(won[0] + " tog den kl. ", got[who].text)
        if got["ctl"].returncode != 0:
            self.assertIn("incident 1 is taken by " + won[0],
                          got["ctl"].stderr)
        self.wait_all_told((ANNA, BO), won[0])
        self.assertEqual(self.query(
            "SELECT count(*) FROM audit WHERE action = 'call.taken'"), [(1,)])

    def test_locked_database(self):
        """Who pressed is told that it is not stored; others read meanwhile."""
        anna, _ = self.outage()
        with sqlite3.connect(self.house.path("alertd.db"), 30,
                             isolation_level=None) as db:
            wait_for(lambda: self.locked(db), "the lock")
            shown = self.press(anna)
            self.assertEqual(self.ask("GET", anna).status, 200)
            db.execute("ROLLBACK")
        self.assertEqual(shown.status, 503)
        self.assertIn("Dit svar er ikke gemt.", shown.text)
        self.assertEqual(self.owners(), [""])
        self.assertEqual(self.press(anna).status, 200)

    def locked(self, db):
        try:
            db.execute("BEGIN IMMEDIATE")
            return True
        except sqlite3.OperationalError:
            return False

    def test_approved_by_link(self):
        anna, drop = self.pending()
        shown = self.ask("GET", anna)
        self.assertIn("Skal beskeden sendes?", shown.text)
        self.assertIn("Den går til 1 kommune.", shown.text)
        self.assertEqual(self.mails("fmk@example.dk"), [])
        sms = re.search("<h3>SMS</h3>\n<pre>(.*?)</pre>", shown.body,
                        re.S).group(1)
        self.assertIn("FMK er nede", sms)
        self.assertEqual(self.press(anna).status, 200)
        wait_for(lambda: self.mails("fmk@example.dk"), "notice 1", DEADLINE)
        subject, _ = self.mails("fmk@example.dk")[0]
        self.assertIn("besked nr. 1", subject)
        self.assertEqual(self.house.json("show", "1")["state"], "open")
        self.wait_all_told((ANNA, BO), "Anna Berg", "Sendt")
        shown = self.press(drop)
        self.assertEqual(shown.status, 409)
        self.assertIn("Beskeden er allerede sendt", shown.text)
        self.assertEqual(self.house.json("show", "1")["state"], "open")

    def test_dismissed_by_link(self):
        _, drop = self.pending()
        self.assertIn("Vil du afvise sagen?",
                      self.ask("GET", drop).text)
        self.assertEqual(self.press(drop).status, 200)
        for to in (ANNA, BO):
            self.wait_told(to, "Afvist af Bo Dam: ")
        self.assertEqual(self.house.json("show", "1")["state"], "dismissed")
        shown = self.press(self.link(ANNA, SEND))
        self.assertEqual(shown.status, 409)
        self.assertIn("Bo Dam afviste den", shown.text)
        self.assertEqual(self.mails("fmk@example.dk"), [])


@unittest.skipUnless(os.path.exists(LIBRARY), "no libfaketime")
class Later(AnswerCase):
    """On a made clock."""

    def setUp(self):
        self.clock = MadeClock(time.time())
        self.addCleanup(self.clock.stop)
        super().setUp()

    def test_lapsed(self):
        anna, _ = self.outage()
        self.clock.forward(4 * 3600)
        for method, status in (("GET", 200), ("POST", 409)):
            shown = self.ask(method, anna)
            self.assertEqual(shown.status, status)
            self.assertIn("Linket gælder ikke længere", shown.text)
        self.assertEqual(self.owners(), [""])
        self.assertIn("code of Anna Berg: lapsed; nothing is done",
                      self.house.said())

    def test_a_link_stops_the_chain(self):
        anna, _ = self.outage()
        self.assertEqual(self.press(anna).status, 200)
        self.wait_told(BO, "Taget af Anna Berg: ")
        # KL would be next, after 10 minutes. Two repeats, each half an hour:
        # the second is of a turn after one that would have paged it.
        for n in (2, 3):
            self.clock.forward(1801)
            self.wake()
            wait_for(lambda: len(self.mails("fmk@example.dk")) == n,
                     "notice %d" % n, DEADLINE)
        self.assertEqual(self.mails(DORTE), [])
        self.assertNotIn("page to KL", self.house.said())

    def test_it_rings_on_without(self):
        self.outage()
        self.clock.forward(601)
        self.wake()
        # And his link is good, though the others were paged before.
        shown = self.press(self.link(DORTE, TAKE))
        self.assertEqual(shown.status, 200)
        self.wait_all_told((ANNA, BO, DORTE), "Dorte Falk")


class ByHand(AnswerCase):
    def test_ack(self):
        self.outage()
        shown = self.house.ctl("status").stdout
        self.assertRegex(
            shown, r"RINGS: MedCom paged [-\d]+ [:\d]+, round 1 of 3; so far "
            r"Anna Berg, Bo Dam\n +next KL [-\d]+ [:\d]+ \(in \d+m\): "
            r"alertctl ack 1\n")
        call = self.house.json("status")["incidents"][0]["call"]
        self.assertTrue(call["rings"])
        self.assertIsNone(call["owner"])
        self.assertEqual(call["paged"], ["Anna Berg", "Bo Dam"])
        self.assertEqual(call["last"]["step"], "MedCom")
        self.assertEqual((call["next"]["step"], call["next"]["round"]),
                         ("KL", 1))
        self.assertRegex(self.house.ctl("show", "1").stdout,
                         "on call +RINGS: MedCom")
        done = self.house.ctl("ack")
        self.assertRegex(done.stdout, "^Taken by .*: incident 1. It rings "
                         "again when nothing is done about it for 4h.\n")
        owner, = self.owners()
        for to in (ANNA, BO):
            self.wait_told(to, "Taget af %s: " % owner)
        self.assertRegex(
            self.house.ctl("status").stdout, r"taken by %s since [-\d]+ "
            r"[:\d]+; rings again [-\d]+ [:\d]+ if nothing is done\n" % owner)
        call = self.house.json("show", "1")["call"]
        self.assertEqual((call["rings"], call["owner"]), (False, owner))
        self.assertIsNone(call["next"])
        # Again is another four hours, and nobody is told.
        self.house.ctl("ack", "1")
        self.assertEqual(self.query("SELECT count(*) FROM audit WHERE action ="
                                    " 'call.taken'"), [(1,)])

    def refused(self, words, *args):
        done = self.house.ctl("ack", *args, check=False)
        self.assertNotEqual(done.returncode, 0, done.stdout)
        self.assertRegex(done.stderr, words)
        return done.returncode

    def test_refused_with_what_would_do(self):
        anna, _ = self.pending()
        decide = "alertctl approve 1, alertctl dismiss 1 +.incident 1 " \
            "waits for a decision: "
        self.assertEqual(self.refused(decide), 66)
        self.assertEqual(self.refused("waits for a decision, which taking it "
                                      "is not", "1"), 65)
        self.assertEqual(self.refused("there is no incident 7", "7"), 66)
        self.assertEqual(self.refused("there is no call 7", "--call", "7"), 66)
        self.assertEqual(self.refused("must be the number", "--call", "x"), 64)
        self.assertEqual(self.refused("one of them", "--call", "1", "1"), 64)
        self.assertEqual(self.press(anna).status, 200)
        taken = "incident 1 is taken by Anna Berg"
        self.assertEqual(self.refused(taken), 66)
        self.assertEqual(self.refused(taken, "1"), 65)
        self.assertEqual(self.refused(taken, "--call", "1"), 65)
        done = self.house.json("ack", "--take-over", "1")
        self.assertEqual((done["incident"], done["call"]), (1, 1))
        self.assertEqual(self.owners(), [done["owner"]])
        self.wait_told(ANNA, "Taget af %s: " % done["owner"])
        self.house.ctl("resolve", "1", "--yes")
        self.assertEqual(self.refused("incident 1 is resolved", "1"), 65)

    def test_call_about_an_alarm(self):
        self.start()
        with open(self.house.conf, encoding="utf-8") as f:
            good = f.read()
        self.house.write(good + "\nnonsense: 1\n")
        self.house.daemon.send_signal(signal.SIGHUP)
        link = self.link(ANNA, TAKE)
        self.house.write(good)
        self.assertIn("Der er fejl i filerne.", self.ask("GET", link).text)
        shown = self.house.ctl("status").stdout
        self.assertRegex(shown, r"(?m)^call 1   The files have mistakes")
        self.assertIn("alertctl ack --call 1", shown)
        self.refused(r"no open incident rings; what can be done:\n"
                     r"  alertctl ack --call 1 +\(config_bad\)")
        calls = self.house.json("status")["calls"]
        self.assertEqual([(c["call"], c["alarm"], c["rings"]) for c in calls],
                         [(1, "config_bad", True)])
        self.assertRegex(self.house.ctl("ack", "--call", "1").stdout,
                         r"^Taken by .*: call 1 \(config_bad\)\.")
        owner, = self.owners()
        self.wait_told(BO, "Taget af %s: " % owner)
        shown = self.press(link)
        self.assertEqual(shown.status, 409)
        self.assertIn("%s tog den" % owner, shown.text)


@unittest.skipUnless(browser.installed(), "no chromium and chromedriver")
class InABrowser(AnswerCase):
    """What a real one sends with the button of our own page is believed."""

    def setUp(self):
        super().setUp()
        self.browser = browser.Browser()
        self.addCleanup(self.browser.stop)

    def click(self):
        self.browser.js("document.querySelector('form.answer button').click();")

    def heading(self):
        return self.browser.js("return document.readyState == 'complete' &&"
                               " document.querySelector('h1').textContent;")

    def test_button(self):
        anna, bo = self.outage()
        base = "http://127.0.0.1:%d" % self.port
        self.browser.look(390, "dark")
        self.browser.open(base + anna)
        self.assertEqual(self.heading(), "Vil du tage sagen?")
        size = self.browser.js(
            "const b = document.querySelector('form.answer button'), "
            "r = b.getBoundingClientRect(); return [r.width, r.height, "
            "document.documentElement.scrollWidth - innerWidth];")
        self.assertGreater(size[0], 300)
        self.assertGreaterEqual(size[1], 44)
        self.assertEqual(size[2], 0)
        self.click()
        wait_for(lambda: self.heading() == "Du har taget sagen", "taken",
                 DEADLINE)
        self.assertEqual(self.owners(), ["Anna Berg"])
        self.browser.open(base + bo)
        self.assertEqual(self.heading(), "Sagen er taget")
        try:
            source = browser.axe()
        except OSError as e:
            raise unittest.SkipTest("axe-core cannot be fetched: %s" % e)
        self.assertEqual(self.browser.audit(source), [])

    def test_form_of_another_site(self):
        anna, _ = self.outage()
        before = self.stand()
        form = "<form method=post action='http://127.0.0.1:%d%s'>" \
            "</form>" % (self.port, anna)
        self.browser.open("data:text/html,<title>x</title>" + form)
        self.browser.js("document.forms[0].submit();")
        wait_for(lambda: self.heading() == "Svaret er ikke taget imod",
                 "it is refused", DEADLINE)
        self.assertEqual(self.stand(), before)


if __name__ == "__main__":
    unittest.main()
