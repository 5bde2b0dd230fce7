"""Reconciles, recipient by recipient, what recording servers received with
what the deliveries and the audit trail of a database say.

    taken = Taken()
    server = Smtpd({"end": taken.mail})   # and RecordingGateway(taken)
    ...
    reconcile(Books(house.path("alertd.db")), taken, mails, numbers, allowed)

returns a list of complaints, empty when all is well."""
import collections
import contextlib
import email
import sqlite3
import threading

from fake_gateways import InMobile, LinkMobility


TAKEN = ("accepted", "delivered")
ENDS = ("resolved", "correction")


class Copy:
    """One recipient's copy, as a server took it."""

    def __init__(self, channel, address, key, unit):
        self.channel = channel
        self.address = address
        self.key = key  # the Message-ID, or the id of the delivery
        self.unit = unit  # of one mail or call: the same number

    def __repr__(self):
        return "%s %s in unit %d" % (self.address, self.key, self.unit)


class Taken:
    """What was received, in the order in which it was. A copy counts before
    the sender hears of it, since it may never hear of it."""

    def __init__(self):
        self.copies = []
        self.units = 0
        self.units_of = collections.Counter()  # by channel
        self.lock = threading.Lock()

    def add(self, channel, pairs):
        with self.lock:
            self.units += 1
            self.units_of[channel] += 1
            self.copies += [Copy(channel, a, k, self.units)
                            for a, k in pairs]

    def mail(self, session, text):
        """A hook of Smtpd, after the final dot."""
        key = email.message_from_bytes(text)["Message-ID"].strip("<>")
        self.add("mail", [(a, key) for a in session.recipients])


class Recording:
    """What a fake gateway becomes: one unit is one call."""

    def __init__(self, taken, then=None):
        super().__init__()
        self.taken = taken
        self.then = then
        self.one = threading.Lock()

    def answer(self, request):
        with self.one:  # of two calls at once the numbers would mix
            before = len(self.sent)
            reply = super().answer(request)
            self.taken.add("sms", [
                ("+" + number, int(ref.split("-")[2]))
                for number, _, _, ref in self.sent[before:]])
        if self.then is not None:
            self.then("sms")
        return reply


class RecordingGateway(Recording, InMobile):
    """Many numbers a call."""


class RecordingSingles(Recording, LinkMobility):
    """One number a call."""


class Books:
    """The deliveries and the audit trail of a database."""

    def __init__(self, path):
        with contextlib.closing(sqlite3.connect(path, 30)) as db:
            db.row_factory = sqlite3.Row
            self.damage = [r[0] for r in db.execute("PRAGMA integrity_check")
                           if r[0] != "ok"]
            self.damage += ["foreign key of %s" % r[0] for r in
                            db.execute("PRAGMA foreign_key_check")]
            self.held = db.execute("SELECT count(*) FROM message"
                                   " WHERE worker IS NOT NULL").fetchone()[0]
            self.deliveries = [dict(r) for r in db.execute(
                "SELECT d.*, m.channel, m.audience, coalesce(m.message_id,"
                " replace(n.message_id, '*', m.org)) AS message_id"
                " FROM delivery d JOIN message m ON m.id = d.message"
                " JOIN notice n ON n.id = m.notice")]
            self.newest = {r["incident"]: (r["number"], r["type"] in ENDS)
                           for r in db.execute(
                               "SELECT incident, number, type FROM notice"
                               " WHERE number > 0 ORDER BY number")}
            self.audit = [dict(r) for r in db.execute(
                "SELECT action, incident, object, detail FROM audit"
                " ORDER BY seq")]
        self.by_mail = {(d["message_id"], d["address"].lower()): d
                        for d in self.deliveries if d["channel"] == "mail"}
        self.by_id = {d["id"]: d for d in self.deliveries}

    def repeated(self, taken):
        """Copies beyond the first of each delivery."""
        seen = collections.Counter(
            d["id"] for d in map(self.of, taken.copies) if d is not None)
        return sum(n - 1 for n in seen.values())

    def of(self, copy):
        """The delivery that a copy is of, or None."""
        if copy.channel == "mail":
            return self.by_mail.get((copy.key, copy.address.lower()))
        found = self.by_id.get(copy.key)
        return found if found and found["address"] == copy.address else None

    def recorded(self, action):
        """(message, detail) of each such record."""
        return [(int(r["object"].split()[1]), r["detail"])
                for r in self.audit if r["action"] == action]

    def doubted(self):
        """Messages of which it is on record that a worker ended without a
        result."""
        return {m for m, _ in self.recorded("message.recovered")}


def who(d):
    return "%s of notice %d of incident %s" % (
        d["address"], d["number"], d["incident"])


def ended(books):
    """Every message ends somewhere."""
    for d in books.deliveries:
        if d["state"] in ("queued", "sending"):
            yield "%s is still %s" % (who(d), d["state"])
    if books.held:
        yield "%d messages are still held" % books.held


def lost(books, copies, mails, numbers):
    """Who should have the newest notice and has not; and whose delivery says
    more than a server saw."""
    for incident, (number, ends) in books.newest.items():
        heard, last = set(), set()
        for d in books.deliveries:
            if d["incident"] == incident and d["number"] > 0 and \
                    copies[d["id"]]:
                heard.add((d["channel"], d["address"]))
                if d["number"] == number:
                    last.add((d["channel"], d["address"]))
        for want in [("mail", a) for a in mails] + [
                ("sms", a) for a in numbers]:
            # Who never heard that it began hears of no end.
            if want not in last and (want in heard or not ends):
                yield "%s never got notice %d of incident %d" % (
                    want[1], number, incident)
    for d in books.deliveries:
        if d["state"] in TAKEN and not copies[d["id"]]:
            yield "%s is %s, but nobody received it" % (who(d), d["state"])


def untold(books, copies):
    """What was received and is not on record, or is in doubt without a
    word; and deliveries and audit trail that differ."""
    doubted = books.doubted()
    said = collections.Counter()
    for message, detail in books.recorded("delivery.accepted"):
        for address in detail.partition(": ")[0].split(", "):
            said[message, address] += 1
    for d in books.deliveries:
        done = d["state"] in TAKEN
        records = said.pop((d["message"], d["address"]), 0)
        if records != done:
            yield "%s is %s, with %d records of acceptance" % (
                who(d), d["state"], records)
        if copies[d["id"]] and not done and not (
                d["told"] and d["message"] in doubted):
            yield "%s got it, but is %s, and no doubt is on record" % (
                who(d), d["state"])
    for message, address in said:
        yield "a record says message %d to %s, which is no delivery" % (
            message, address)


def repeated(books, copies, allowed):
    """More repetition than the dead workers explain: a unit each."""
    doubted = books.doubted()
    units = collections.defaultdict(set)
    for ident, l in copies.items():
        d = books.by_id[ident]
        if len(l) < 2:
            continue
        # Each copy but the last was sent by somebody who did not live to
        # store it.
        for c in l[:-1]:
            units[d["channel"]].add(c.unit)
        if d["message"] not in doubted:
            yield "%s got it %d times, and no doubt is on record" % (
                who(d), len(l))
    for channel, l in units.items():
        if len(l) > allowed.get(channel, 0):
            yield "%d units of %s were repeated, %d may be" % (
                len(l), channel, allowed.get(channel, 0))


def disordered(books, taken):
    """Who got an older notice after a newer one."""
    last = {}
    for c in taken.copies:
        d = books.of(c)
        if d is None:
            yield "%r was received, and is no delivery" % c
        elif d["number"] > 0:
            key = (d["incident"], c.channel, c.address.lower())
            if d["number"] < last.get(key, 0):
                yield "%s came after notice %d" % (who(d), last[key])
            last[key] = max(d["number"], last.get(key, 0))


def reconcile(books, taken, mails, numbers, allowed):
    """mails, numbers: who must have the newest notice of each incident.
    allowed: how many units of a channel ("mail", "sms") may be repeated."""
    copies = {d["id"]: [] for d in books.deliveries}
    for c in taken.copies:
        d = books.of(c)
        if d is not None:
            copies[d["id"]].append(c)
    return books.damage + [
        *ended(books), *lost(books, copies, mails, numbers),
        *untold(books, copies), *repeated(books, copies, allowed),
        *disordered(books, taken)]
