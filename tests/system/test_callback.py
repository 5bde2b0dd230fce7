"""Callbacks of gateways over HTTP: Kannel is the real one.

Everything runs in Kannel's network namespace: alertd-sms sends through it,
alertd-web takes what it calls back with.
"""
import json
import os
import re
import sqlite3
import subprocess
import time
import unittest
import urllib.parse

from house import event, page
from kannel import PASSWORD, USER, KannelCase
from servers import BUILD, QUEUE, deliveries, queue, wait_for

WEB = os.path.join(BUILD, "alertd-web")
SMS = os.path.join(BUILD, "alertd-sms")
CTL = os.path.join(BUILD, "alertctl")
PORT = 8411
URL = "http://127.0.0.1:%d" % PORT
SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
NUMBERS = ["+4500000001", "+4500000002", "+4500000003"]


class Callbacks(KannelCase):
    MORE = """
group = sms-service
keyword = default
get-url = "%s/callback/kannel/%s/inbound?id=%%I&from=%%p&at=%%T&text=%%a"
max-messages = 0
""" % (URL, SECRET)

    def setUp(self):
        for program in (WEB, SMS, QUEUE):
            if not os.path.exists(program):
                self.skipTest("not built: " + program)
        super().setUp()
        self.db = os.path.join(self.dir, "alertd.db")
        self.yaml = os.path.join(self.dir, "alertd.yaml")
        with open(self.yaml, "w", encoding="utf-8") as f:
            os.fchmod(f.fileno(), 0o600)
            json.dump({
                "store": self.db,
                "web": {"listen": "127.0.0.1:%d" % PORT, "base_url": URL},
                "sms": {"sender": "MedCom", "gateways": [{
                    "preset": "kannel", "user": USER, "password": PASSWORD,
                    "callback_secret": SECRET}]}}, f)
        os.chmod(self.yaml, 0o600)
        queue("sms", self.db, lines=[
            "%04d %s" % (101 + i, n) for i, n in enumerate(NUMBERS)])

    def web(self):
        f = open(os.path.join(self.dir, "web.log"), "ab")
        self.addCleanup(f.close)
        self.run_inside(WEB, "-c", self.yaml, stdout=f, stderr=f)
        wait_for(lambda: self.connects(PORT), "alertd-web listens")

    def sms(self):
        done = subprocess.run(self.inside + [SMS, "-c", self.yaml, "-1"],
                              stderr=subprocess.PIPE, encoding="utf-8",
                              timeout=60, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)

    def ctl(self, *args):
        done = subprocess.run(
            self.inside + [CTL, "-c", self.yaml, *args], timeout=60,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, encoding="utf-8", check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def states(self):
        return [d["state"] for d in deliveries(self.db)]

    def rows(self, sql):
        db = sqlite3.connect("file:%s?mode=ro" % self.db, uri=True)
        try:
            return db.execute(sql).fetchall()
        finally:
            db.close()

    def ask(self, target, *options):
        """The status of a call, and what was answered."""
        done = subprocess.run(
            self.inside + ["curl", "-s", "-w", "\n%{http_code}", *options,
                           URL + target],
            stdout=subprocess.PIPE, encoding="utf-8", check=True)
        body, _, status = done.stdout.rpartition("\n")
        return int(status), body

    def test_reports_of_kannel(self):
        self.fakesmsc()
        self.web()
        self.sms()
        wait_for(lambda: self.states() == ["delivered"] * 3, "delivered")
        # Two calls each: 8, the SMSC has it, and 1, the telephone has it. The
        # daemon would put it on record.
        self.assertEqual(self.rows(
            "SELECT count(*) FROM reported r JOIN delivery d"
            " ON d.id = r.delivery JOIN message m ON m.id = d.message"
            " WHERE coalesce(d.via, m.via) = 'kannel'"), [(3,)])
        self.assertEqual(
            json.loads(self.ctl("log", "verify", "--json"))["waiting"], 3)

    def test_reports_that_come_late(self):
        """The page was away: nothing is lost but what Kannel gave up."""
        self.sms()  # no SMSC: "3: Queued for later delivery"
        self.assertEqual(self.states(), ["accepted"] * 3)
        self.web()
        self.fakesmsc()
        wait_for(lambda: self.states() == ["delivered"] * 3, "delivered")

    def test_sms_comes_in(self):
        self.web()
        self.fakesmsc("4500000001 1204 text OK 4711 \u00e6")
        self.assertEqual(len(wait_for(
            lambda: self.rows("SELECT gateway, ident FROM inbound"),
            "the SMS")), 1)
        # Kannel got an empty answer, and sends none.
        wait_for(lambda: b"/inbound?id=" in self.log("smsbox.log"), "smsbox")
        self.assertNotIn(b"<1204 ", self.log("smsc"))

    def code_of(self, number):
        """The digits that the number was asked to answer with."""
        parts = re.findall(r"<MedCom %s udh \S+ data ([^>]*)>"
                           % re.escape(number),
                           self.log("smsc").decode("utf-8", "replace"))
        found = re.search(r"OK (\d{6})",
                          urllib.parse.unquote_plus("".join(parts)))
        return found and found.group(1)

    def test_a_reply_acknowledges(self):
        """From the page by SMS to the reply, with the real daemon."""
        os.remove(self.db)
        with open(self.yaml, encoding="utf-8") as f:
            conf = json.load(f)
        feed = os.path.join(self.dir, "incidents.json")
        with open(feed, "wb") as f:
            f.write(page(event(
                "a1", "FMK er nede", "FMK kan ikke bruges.", "investigating",
                time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()))))
        conf["feeds"] = [{"name": "nspop", "kind": "statuspage",
                          "url": "file://" + feed}]
        conf["escalation"] = {
            "teams": [{"code": "vagt", "name": "Vagten"}],
            "steps": [{"team": "vagt", "channels": ["sms"]}],
            "reply_number": "1204"}
        with open(self.yaml, "w", encoding="utf-8") as f:
            os.fchmod(f.fileno(), 0o600)
            json.dump(conf, f)
        csv = os.path.join(self.dir, "contacts.csv")
        with open(csv, "w", encoding="utf-8") as f:
            f.write("organisation,name,email,phone\n"
                    "vagt,Anna Berg,,+45 00 00 00 07\n"
                    "0101,Vagt,,+45 00 00 00 01\n")
        self.ctl("contacts", "import", csv)
        smsc = self.fakesmsc()
        log = open(os.path.join(self.dir, "alertd.log"), "ab")
        self.addCleanup(log.close)
        self.run_inside(os.path.join(BUILD, "alertd"), "-c", self.yaml,
                        stdout=log, stderr=log)
        wait_for(lambda: self.connects(PORT), "the page")
        code = wait_for(lambda: self.code_of("+4500000007"), "the page")
        self.end(smsc)
        # A wrong code, one of another number, and the right one.
        smsc = self.fakesmsc("4500000001 1204 text OK %s" % code)
        wait_for(lambda: b"nobody with that number" in
                 self.log("alertd.log"), "another's reply is refused")
        self.assertEqual(self.rows("SELECT owner FROM call"), [("",)])
        self.end(smsc)
        self.fakesmsc("4500000007 1204 text ok %s" % code)
        wait_for(lambda: self.rows("SELECT owner FROM call")
                 == [("Anna Berg",)], "acknowledged")

    def test_doors(self):
        self.web()
        base = "/callback/kannel/%s" % SECRET
        for target, status in (
                (base + "/status?ref=1-1-1-1&state=1", 200),
                (base + "/inbound?from=4500000001&text=x&id=1", 200),
                (base + "x/status?ref=1-1-1-1&state=1", 404),
                (base[:-1] + "/status?ref=1-1-1-1&state=1", 404),
                ("/callback/other/%s/status?ref=1" % SECRET, 404),
                (base + "/other", 404),
                (base + "/status?state=1", 400)):
            self.assertEqual(self.ask(target)[0], status, target)
            # Kannel sends the body of a 200 on as an SMS.
            if status == 200:
                self.assertEqual(self.ask(target)[1], "", target)
        self.assertEqual(
            self.ask(base + "/status?ref=1-1-1-1&state=1", "-d", "x=1")[0],
            405)
        self.assertEqual(self.ask(
            base + "/status?ref=1-1-1-1&state=1", "-I")[0], 405)

    def test_a_flood_of_guesses(self):
        self.web()
        for i in range(30):
            self.assertEqual(self.ask(
                "/callback/kannel/%032d/status?ref=1&state=1" % i)[0], 404)
        log = self.log("web.log").decode()
        self.assertEqual(log.count("refused"), 1, log)
        self.assertNotIn("%032d" % 0, log)


if __name__ == "__main__":
    unittest.main()
