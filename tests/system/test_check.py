"""alertd watches itself: a worker that hangs is replaced, a fault is told to
the on-call, and the dead-man URL is fetched while all is well."""
import email
import email.policy
import http.server
import os
import signal
import sqlite3
import threading
import time
import unittest

from house import House
from madeclock import LIBRARY, MadeClock
from servers import WebServer, stat, wait_for
from smtpd import Smtpd

CONF = """
store: alertd.db
alarm: {mail: [vagt@example.dk]}
sms: {transport: file, file: sms.txt, sender: FMKDRIFT}
mail:
  from: "FMK-drift <fmk-drift@example.dk>"
  workers: %d
  relays: [{host: 127.0.0.1, port: %d, tls: none}]
"""
DEADLINE = 60


class Watcher:
    """Who listens at the dead-man URL."""

    def __init__(self):
        self.status = 204
        self.heard = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *args):
                pass

            def do_GET(self):
                outer.heard.append(self.path)
                self.send_response(outer.status)
                self.end_headers()

        self.server = WebServer(("127.0.0.1", 0), Handler)
        self.url = "http://127.0.0.1:%d" % self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever,
                         daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


def stop_outside(pid, path):
    """Stops a worker where it holds no lock of the database: in a transaction
    it would keep everybody from writing, and that is another matter."""
    with sqlite3.connect(path, timeout=0, isolation_level=None) as db:
        for _ in range(1000):
            os.kill(pid, signal.SIGSTOP)
            wait_for(lambda: stat(pid)[0] == "T", "it is stopped")
            try:
                db.execute("BEGIN IMMEDIATE")
                db.execute("ROLLBACK")
                return
            except sqlite3.OperationalError:
                os.kill(pid, signal.SIGCONT)
    raise AssertionError("it is always in a transaction")


@unittest.skipUnless(os.path.exists(LIBRARY), "no libfaketime")
class Check(unittest.TestCase):
    def start(self, hooks, workers=1, more=""):
        self.clock = MadeClock(time.time(), monotonic=True)
        self.addCleanup(self.clock.stop)
        self.smtp = Smtpd(hooks)
        self.addCleanup(self.smtp.stop)
        house = House(CONF % (workers, self.smtp.port) + more,
                      env=self.clock.env)
        self.addCleanup(house.stop)
        house.start()
        return house

    def send(self, house):
        house.ctl("send", "--effect", "outage", "--title", "FMK er nede",
                  "--text", "Meldt af vagten.", "--yes")

    def reached(self):
        return {a for _, to, _ in list(self.smtp.messages) for a in to}

    def subjects(self):
        return [str(email.message_from_bytes(
            text, policy=email.policy.default)["Subject"])
                for _, _, text in list(self.smtp.messages)]

    def expected(self, house):
        with sqlite3.connect(house.path("alertd.db")) as db:
            return {r[0] for r in db.execute(
                "SELECT email FROM contact c JOIN org o ON c.org = o.id"
                " WHERE o.kind = 'municipality' AND email <> ''")}

    def test_worker_that_hangs_is_replaced(self):
        house = None
        state = {"taken": 0, "stopped": None}

        def end(_session, _text):
            state["taken"] += 1
            if state["taken"] == 10:
                state["stopped"] = house.workers("alertd-mail")[0]
                stop_outside(state["stopped"], house.path("alertd.db"))
            return None

        house = self.start({"end": end})
        self.send(house)
        wait_for(lambda: state["stopped"], "a worker is stopped", 60)
        # A check each minute, or it would be the machine that slept.
        hangs = "worker alertd-mail[%d]: hangs" % state["stopped"]

        def minute():
            if hangs not in house.said():
                self.clock.pass_in(house, 60)
                time.sleep(0.2)
            return hangs in house.said()

        wait_for(minute, "it is seen", DEADLINE)
        wait_for(lambda: house.workers("alertd-mail") not in
                 ([], [state["stopped"]]), "another one", 30)
        expected = self.expected(house)
        wait_for(lambda: expected <= self.reached(), "every recipient", 60)
        # The on-call hears of it once: of the message; or, where minutes pass
        # before another worker has come up, of the mail that nobody takes.
        fault = "alarm: The self-check found a fault: "
        said = house.said()
        self.assertEqual(1, said.count(
            fault + "worker alertd-mail[%d] has been about one message for "
            % state["stopped"]) or said.count(
                fault + "mail that is due has had no worker for "))
        wait_for(lambda: any("Selvtjekket" in t for t in self.subjects()),
                 "the page", 60)
        self.assertEqual(house.ctl("log", "verify").returncode, 0)

    def test_deadman(self):
        watcher = Watcher()
        self.addCleanup(watcher.stop)
        watcher.status = 500
        house = self.start({}, more='deadman: {url: "%s/hemmelig-4711"}\n' %
                           watcher.url)
        wait_for(lambda: "deadman: HTTP status 500" in house.said(),
                 "the first, after the start, which fails", 30)
        wait_for(lambda: "deadman.url does not answer: HTTP status 500"
                 in house.ctl("status").stdout, "it is shown", 30)
        self.assertEqual(set(watcher.heard), {"/hemmelig-4711"})
        watcher.status = 204
        self.clock.pass_in(house, 60)
        wait_for(lambda: house.json("status")["self_check"]["pinged"],
                 "the next is answered", DEADLINE)
        self.assertEqual(
            house.json("status")["self_check"]["ping_error"], "")
        self.assertIn("deadman: well again", house.said())
        self.assertNotIn("4711", house.said())
        self.assertNotIn("4711", house.ctl("status", "--json").stdout)
        self.with_a_fault(house, watcher)

    def with_a_fault(self, house, watcher):
        """It is told, and the dead-man URL hears nothing."""
        self.send(house)
        with sqlite3.connect(house.path("alertd.db"), timeout=30) as db:
            # What was promised for long ago was not kept.
            db.execute("UPDATE notice SET next = 1 WHERE number = 1")
        before = len(watcher.heard)
        self.clock.pass_in(house, 60)
        found = wait_for(lambda: house.json("status")["self_check"]["found"]
                         and house.json("status")["self_check"], "it is found",
                         DEADLINE)
        self.assertIn("incident 1:", found["found"][0])
        self.assertNotEqual(found["at"], found["passed"])
        self.assertEqual(len(watcher.heard), before)
        self.assertIn("PROBLEM  self-check: incident 1:",
                      house.ctl("status").stdout)
        wait_for(lambda: any("Selvtjekket" in t for t in self.subjects()),
                 "the page", 60)


if __name__ == "__main__":
    unittest.main()
