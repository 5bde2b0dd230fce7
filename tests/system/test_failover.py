"""A relay or gateway that stalls, is slow or dies keeps nothing waiting but
what it has in its hands: the next one takes over at once, and it is first again
when it is well. The timeouts are so long that nothing here can pass by waiting
for one."""
import collections
import os
import re
import signal
import sqlite3
import subprocess
import threading
import time
import unittest

import fake_gateways
from desk import OPEN
from house import CTL, SAMPLE, House
from madeclock import LIBRARY, MadeClock
from servers import alive, children, kill, wait_for
from smtpd import RESET, Smtpd

MAIL = """
store: alertd.db
sms: {transport: none}
mail:
  from: fmk-drift@example.dk
  timeout: %s
  slow_after: %s
  workers: %d
  relays:
    - {host: 127.0.0.1, port: %d, tls: none, sessions: %d}
    - {host: 127.0.0.1, port: %d, tls: none, sessions: %d}
"""
SMS = """
store: alertd.db
mail: {transport: maildir, maildir: Maildir, from: fmk-drift@example.dk}
sms:
  sender: FMKDRIFT
  slow_after: 30s
  gateways:
    - {preset: inmobile, name: one, url: "%s/v4/sms/outgoing",
       apikey: 3f-key, batch: 1, timeout: 10m}
    - {preset: inmobile, name: two, url: "%s/v4/sms/outgoing",
       apikey: 3f-key, timeout: 10m}
"""
ALL = 36 # more than a worker takes at once
SLOW = 31
PAUSE = 61
DEADLINE = 60
HANGS = 5 * 20 + 10 * 20 + 20 + 90 # of a session, with a timeout of 20 s
ASLEEP = 60 # a worker that nobody wakes


def few():
    """One person for each of some municipalities, who has both channels."""
    with open(SAMPLE, encoding="utf-8") as f:
        people = {x[:4]: x for x in f if x[:4].isdigit() and
                  "" not in x.strip().split(",")}
    return ("organisation,name,email,phone\n" +
            "".join(list(people.values())[:ALL]))


class Held:
    """A hook that holds whoever comes until it lets go; then it fails."""

    def __init__(self):
        self.go = threading.Event()
        self.inside = 0
        self.lock = threading.Lock()

    def __call__(self, session, argument):
        with self.lock:
            self.inside += 1
        self.go.wait(DEADLINE)
        return RESET


def connected_to(port):
    """The processes that have a connection to it."""
    said = subprocess.run(
        ["ss", "-Htnp", "state", "established", "dport = :%d" % port],
        check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    return [int(pid) for pid in re.findall(r"pid=(\d+)", said)]


class SlowGateway(fake_gateways.InMobile):
    """Takes what it is given, but answers when it is let go."""

    def answer(self, request):
        reply = super().answer(request)
        self.release.wait(DEADLINE)
        return reply


@unittest.skipUnless(os.path.exists(LIBRARY), "no libfaketime")
class Failover(unittest.TestCase):
    def house(self, conf, runs=True, monotonic=False):
        self.clock = MadeClock(time.time(), monotonic)
        self.addCleanup(self.clock.stop)
        house = House(conf, self.clock.env, few())
        self.addCleanup(house.stop)
        if runs:
            house.start()
        return house

    def relays(self, workers, sessions, hooks, runs=True, slow="30s",
               timeout="10m", monotonic=False):
        """sessions: with each relay, of all workers together."""
        self.first, self.second = Smtpd(hooks), Smtpd()
        for relay in (self.first, self.second):
            self.addCleanup(relay.stop)
        return self.house(MAIL % (timeout, slow, workers, self.first.port,
                                  sessions, self.second.port, sessions),
                          runs, monotonic)

    def held(self):
        """A hook that holds; whatever a test finds, it lets go."""
        hook = Held()
        self.addCleanup(hook.go.set)
        return hook

    def states(self, house, channel):
        """How many messages are in which state."""
        with sqlite3.connect(house.path("alertd.db"), timeout=30) as db:
            return collections.Counter(x[0] for x in db.execute(
                "SELECT max(d.state) FROM message m JOIN delivery d"
                " ON d.message = m.id WHERE m.channel = ? GROUP BY m.id",
                (channel,)))

    def passed_over(self, house, channel, most):
        """What is held is found to be slow, and all others are sent."""
        self.clock.forward(SLOW)
        if house.daemon is not None:
            # It looks, and wakes nobody unless it has found something.
            house.daemon.send_signal(signal.SIGCHLD)
        wait_for(lambda: set(self.states(house, channel)) ==
                 {"accepted", "sending"} and
                 self.states(house, channel)["sending"] <= most,
                 "all others are sent", ASLEEP - 20)
        return self.states(house, channel)["sending"]

    def all_but(self, house, most):
        """All others are sent; no time passes that the clock would give."""
        wait_for(lambda: set(self.states(house, "mail")) ==
                 {"accepted", "sending"} and
                 self.states(house, "mail")["sending"] <= most,
                 "all others are sent", DEADLINE)

    def all_is_sent(self, house):
        wait_for(lambda: sum(c["queued"] + c["sending"] for c in
                             house.json("status")["outbox"].values()) == 0,
                 "all is sent", DEADLINE)

    def all_accepted(self, house):
        """What is in doubt is not waiting, but not over either."""
        wait_for(lambda: self.states(house, "mail") == {"accepted": ALL},
                 "all is taken", DEADLINE)

    def tried_again(self, house):
        """How many messages."""
        with sqlite3.connect(house.path("alertd.db"), timeout=30) as db:
            return db.execute("SELECT count(DISTINCT message) FROM delivery"
                              " WHERE attempts > 1").fetchone()[0]

    def mails(self, *relays):
        """How often each mail came, over these relays, by its id."""
        return collections.Counter(
            line for r in relays for m in r.messages
            for line in m[2].lower().split(b"\r\n")
            if line.startswith(b"message-id:"))

    def each_once(self, count):
        copies = self.mails(self.first, self.second)
        self.assertEqual(set(copies.values()), {1})
        self.assertEqual(len(copies), count)

    def problems(self, house):
        return [x for x in house.ctl("status").stdout.splitlines()
                if x.startswith("PROBLEM")]

    def test_first_stalls_and_is_back(self):
        greeting = self.held()
        house = self.relays(3, 9, {"greeting": greeting})
        house.ctl(*OPEN)
        # Nobody waits for it but one message of each worker, which shows when
        # it is back; and that is no problem yet.
        self.all_but(house, 3)
        self.assertGreaterEqual(greeting.inside, 3)
        self.assertEqual(self.problems(house), [])
        self.assertEqual(self.passed_over(house, "mail", 3), 3)
        name = "relay 127.0.0.1:%d" % self.first.port
        wait_for(lambda: self.problems(house), "it is told", DEADLINE)
        self.assertEqual(len(self.problems(house)), 1)
        self.assertIn(name + " fails or is slow since",
                      self.problems(house)[0])
        self.assertEqual(house.said().count(name + ": behind"), 1)
        self.assertNotIn("a spare one", house.said())
        # What it held fails, and goes to the other at once.
        self.first.hooks = {}
        greeting.go.set()
        self.all_is_sent(house)
        self.each_once(ALL)
        self.assertEqual(self.first.messages, [])
        # A minute later one message tries it, and then it is first again.
        self.clock.pass_in(house, PAUSE)
        house.ctl("update", "1", "--text", "SDS arbejder.", "--yes")
        self.all_is_sent(house)
        self.assertIn(name + ": well again", house.said())
        self.assertGreaterEqual(len(self.first.messages), 1)
        self.assertEqual(self.problems(house), [])
        before = len(self.first.messages)
        house.ctl("resolve", "1", "--yes")
        self.all_is_sent(house)
        self.assertGreater(len(self.first.messages), before + 1)
        self.each_once(3 * (ALL))

    def test_stalls_within_messages(self):
        # Until their end it has none of them, wherever it stops.
        stages = ("greeting", "ehlo", "mail", "rcpt", "data")
        held = self.held()

        def at(stage):
            def hook(session, argument):
                which = self.first.sessions.index(session)
                return (held(session, argument)
                        if stages[which % len(stages)] == stage else None)
            return hook

        house = self.relays(1, 5, {x: at(x) for x in stages}, slow="1s")
        house.ctl(*OPEN)
        self.all_is_sent(house)
        self.assertFalse(held.go.is_set())
        self.assertGreaterEqual(held.inside, 5)
        self.assertEqual(self.first.messages, [])
        self.each_once(ALL)
        self.assertIn(":%d: behind the others" % self.first.port,
                      house.said())
        held.go.set()

    def test_stalls_at_the_end(self):
        # What it has may be taken, and stays with it; all else does not wait.
        end = self.held()
        house = self.relays(1, 5, {"end": lambda *a: end(*a) and None})
        house.ctl(*OPEN)
        self.all_but(house, 5)
        self.assertEqual(end.inside, 5)
        self.assertEqual(self.problems(house), [])
        end.go.set()
        self.all_is_sent(house)
        self.assertEqual(len(self.first.messages), 5)
        self.each_once(ALL)

    def test_first_is_used_when_it_is_back(self):
        # It was silent for a moment: it is not put aside, and goes on.
        greeting = self.held()
        house = self.relays(
            1, 5, {"greeting": lambda *a: greeting(*a) and None})
        house.ctl(*OPEN)
        self.all_but(house, 1)
        self.first.hooks = {}
        greeting.go.set()
        self.all_is_sent(house)
        self.assertEqual(len(self.first.messages), 1)
        house.ctl("update", "1", "--text", "SDS arbejder.", "--yes")
        self.all_is_sent(house)
        self.assertGreater(len(self.first.messages), 1)
        self.assertEqual(self.problems(house), [])
        self.each_once(2 * ALL)

    def test_one_worker_and_a_slow_relay(self):
        # It takes each mail, but only after all others have theirs. The worker
        # goes on by itself, with as many sessions as it may have.
        end = self.held()
        house = self.relays(1, 1, {"end": lambda *a: end(*a) and None})
        house.ctl(*OPEN)
        wait_for(lambda: end.inside == 1, "it is held", DEADLINE)
        self.all_but(house, 1)
        self.assertEqual(self.passed_over(house, "mail", 1), 1)
        self.assertEqual((end.inside, self.first.messages), (1, []))
        self.assertLessEqual(self.second.most, 1)
        self.assertNotIn("a spare one", house.said())
        end.go.set()
        self.all_is_sent(house)
        self.assertEqual(len(self.first.messages), 1)
        self.each_once(ALL)

    def test_every_relay_is_slow(self):
        # What is tried again is tried by a spare one, and then it is well.
        end = self.held()
        house = self.relays(1, 2, {"end": lambda *a: end(*a) and None})
        self.second.hooks = self.first.hooks
        house.ctl(*OPEN)
        wait_for(lambda: end.inside == 2, "two are held", DEADLINE)
        self.clock.forward(SLOW)
        house.daemon.send_signal(signal.SIGCHLD)
        wait_for(lambda: end.inside > 2, "the other is asked", DEADLINE)
        self.clock.forward(SLOW)
        self.clock.forward(PAUSE)
        house.daemon.send_signal(signal.SIGCHLD)
        wait_for(lambda: "a spare one" in house.said(), "a spare one", DEADLINE)
        end.go.set()
        self.all_is_sent(house)
        self.each_once(ALL)
        wait_for(lambda: "the spare one has ended" in house.said(),
                 "the spare worker ends", DEADLINE)
        self.assertEqual(len(house.workers("alertd-mail")), 1)

    def test_without_the_daemon(self):
        greeting = self.held()
        house = self.relays(1, 1, {"greeting": greeting}, runs=False)
        ctl = subprocess.Popen(
            [CTL, "-c", house.conf, *OPEN], env=house.env,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=house.log)
        wait_for(lambda: greeting.inside == 1, "it is held", DEADLINE)
        self.all_but(house, 1)
        self.assertEqual(self.passed_over(house, "mail", 1), 1)
        self.assertEqual(greeting.inside, 1)
        greeting.go.set()
        self.assertEqual(ctl.wait(DEADLINE), 0)
        self.each_once(ALL)

    def test_session_hangs(self):
        # One of three is stopped when the relay has its mail: it is killed
        # when its time is over; the others have sent all else long before.
        held = self.held()
        house = self.relays(1, 3, {"end": lambda *a: held(*a) and None},
                            timeout="20s", monotonic=True)
        house.ctl(*OPEN)
        wait_for(lambda: held.inside == 3, "all have a message", DEADLINE)
        worker, = house.workers("alertd-mail")
        # There may be others already, with the second relay.
        sessions = [pid for pid in children(worker)
                    if pid in connected_to(self.first.port)]
        self.assertEqual(len(sessions), 3)
        os.kill(sessions[0], signal.SIGSTOP)
        held.go.set()
        wait_for(lambda: self.states(house, "mail") ==
                 {"accepted": ALL - 1, "sending": 1}, "all else is sent",
                 DEADLINE)
        self.assertEqual(house.workers("alertd-mail"), [worker])
        self.assertNotIn("hangs", house.said())
        self.clock.pass_in(house, HANGS - 60)
        wait_for(lambda: "behind the others" in house.said(),
                 "it is found to be slow", DEADLINE)
        self.assertNotIn("hangs", house.said())
        self.clock.pass_in(house, 120)
        wait_for(lambda: "session[%d] hangs" % sessions[0] in house.said(),
                 "it is killed", DEADLINE)
        wait_for(lambda: self.states(house, "mail") ==
                 {"accepted": ALL - 1, "unknown": 1}, "it is in doubt",
                 DEADLINE)
        # It is due in half a minute; who is started looks at once.
        self.clock.pass_in(house, PAUSE)
        wait_for(lambda: house.workers("alertd-mail") not in ([], [worker]),
                 "another worker", DEADLINE)
        for other in house.workers("alertd-mail"):
            kill(other, signal.SIGTERM)
        self.all_accepted(house)
        self.assertFalse(alive(sessions[0]))
        # Its message alone was in doubt, and went once more.
        self.assertEqual(self.tried_again(house), 1)
        # As mail is: again, under the same Message-ID.
        self.assertEqual(collections.Counter(
            self.mails(self.first, self.second).values()), {1: ALL - 1, 2: 1})

    def test_never_done_with_a_message(self):
        # It has all, and says of one that it is about to say more, until the
        # session's time is over: before it would be taken for one that hangs.
        stuck, over = [], threading.Event()
        self.addCleanup(over.set)

        def end(session, argument):
            stuck.append(session)
            if session is not stuck[0] or over.is_set():
                return None
            return more()

        def more():
            while not over.is_set():
                yield "250-wait"
                yield 0.02

        house = self.relays(1, 3, {"end": end}, timeout="20s", monotonic=True)
        house.ctl(*OPEN)
        wait_for(lambda: self.states(house, "mail") ==
                 {"accepted": ALL - 1, "sending": 1}, "all else is sent",
                 DEADLINE)
        self.clock.pass_in(house, 10 * 20 - 30)
        wait_for(lambda: "behind the others" in house.said(),
                 "it is found to be slow", DEADLINE)
        self.assertEqual(self.states(house, "mail")["sending"], 1)
        self.clock.pass_in(house, 60)
        wait_for(lambda: self.states(house, "mail") ==
                 {"accepted": ALL - 1, "unknown": 1}, "it is in doubt",
                 DEADLINE)
        self.assertIn("an answer took too long", house.said())
        self.assertNotIn("hangs", house.said())
        over.set()
        self.clock.pass_in(house, PAUSE)
        self.all_accepted(house)
        self.assertEqual(len(self.mails(self.first, self.second)), ALL)
        self.assertEqual(self.tried_again(house), 1)

    def test_first_dies_in_the_middle(self):
        count = [0]

        def mail(session, argument):
            count[0] += 1
            if count[0] <= 20:
                return None
            self.first.hooks["greeting"] = RESET
            return RESET

        house = self.relays(2, 10, {"mail": mail})
        house.ctl(*OPEN)
        self.all_is_sent(house)
        # What it was about to take when it died may have gone to the other.
        self.assertIn(len(self.first.messages), range(10, 21))
        self.each_once(ALL)
        self.assertIn(":%d: behind the others" % self.first.port,
                      house.said())

    def gateways(self, first):
        self.first, self.second = first, fake_gateways.InMobile()
        for gateway in (self.first, self.second):
            self.addCleanup(gateway.close)
        return self.house(SMS % (self.first.url, self.second.url))

    def numbers(self, *gateways):
        """How often an SMS was sent to each number."""
        return collections.Counter(x[0] for g in gateways for x in g.sent)

    def every_number_once(self, house):
        with sqlite3.connect(house.path("alertd.db"), timeout=30) as db:
            wanted = {x[0][1:] for x in db.execute(
                "SELECT d.address FROM message m JOIN delivery d"
                " ON d.message = m.id WHERE m.channel = 'sms'")}
        numbers = self.numbers(self.first, self.second)
        self.assertEqual(set(numbers), wanted)
        self.assertEqual(set(numbers.values()), {1})

    def test_gateway_stalls(self):
        house = self.gateways(SlowGateway())
        house.ctl(*OPEN)
        # Its one worker has eight calls under way, of a number each.
        wait_for(lambda: self.first.now == 8, "they are held", DEADLINE)
        self.passed_over(house, "sms", 8)
        self.assertEqual(self.first.now, 8)
        wait_for(lambda: self.problems(house), "it is told", DEADLINE)
        self.assertIn("gateway one fails or is slow since",
                      self.problems(house)[0])
        self.first.release.set()
        self.all_is_sent(house)
        self.every_number_once(house)
        # A minute later it is first again.
        self.clock.pass_in(house, PAUSE)
        house.ctl("update", "1", "--text", "SDS arbejder.", "--yes")
        self.all_is_sent(house)
        self.assertIn("gateway one: well again", house.said())
        before = len(self.second.sent)
        house.ctl("resolve", "1", "--yes")
        self.all_is_sent(house)
        self.assertEqual(len(self.second.sent), before)

    def test_gateway_stops_answering(self):
        # It was well, so that its silence is known for what it is.
        house = self.gateways(SlowGateway())
        self.first.release.set()
        house.ctl(*OPEN)
        self.all_is_sent(house)
        self.assertEqual(self.second.sent, [])
        self.first.release.clear()
        house.ctl("update", "1", "--text", "SDS arbejder.", "--yes")
        wait_for(lambda: set(self.states(house, "sms")) ==
                 {"accepted", "sending"} and
                 self.states(house, "sms")["sending"] <= 8,
                 "all others are sent", DEADLINE)
        self.assertFalse(self.first.release.is_set())
        self.assertNotIn("a spare one", house.said())
        self.assertIn("gateway one: behind the others for 1m: no answer of it",
                      house.said())
        self.first.release.set()
        self.all_is_sent(house)
        self.assertEqual(
            set(self.numbers(self.first, self.second).values()), {2})

    def test_gateway_fails(self):
        broken = fake_gateways.Canned(500, "oops")
        broken.sent = []
        house = self.gateways(broken)
        house.ctl(*OPEN)
        self.all_is_sent(house)
        self.every_number_once(house)
        self.assertIn("gateway one: behind the others for 1m: HTTP 500",
                      house.said())
        # Known to every worker from then on: it is left alone.
        asked = len(broken.requests)
        self.assertLessEqual(asked, 8)
        house.ctl("update", "1", "--text", "SDS arbejder.", "--yes")
        self.all_is_sent(house)
        self.assertEqual(len(broken.requests), asked)
