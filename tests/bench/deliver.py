"""From the report to the last recipient: the whole of alertd, with a real
daemon, its workers and a database on a real disk, against what else sends
mail."""
import os
import shutil
import subprocess

import ours
import others
import plot
from common import (Server, alone, at_most, failed, fresh_folder,
                    interleaved, median, now, row, spread, table, tool)
from fake_gateways import Cpsms
from servers import free_port, listening, wait_for

TITLE = "From the report to the last recipient"
COUNT = "@kommune"  # recipients that are counted
TEXT = []  # what more() says
CURVES = {}  # by name: [[ms, recipients]] of one run
GROWTH = {}  # by name: [[contacts, ms]], medians


def times(seen, what="last"):
    return [x[what] for x in seen]


def ms(values):
    return "%.0f ms, %s" % (median(values), spread(values))


def compare(what, mine, other, name, wanted, wanted_says):
    """A row: the medians of mine against those of the other."""
    if failed(mine) or failed(other):
        why = mine if failed(mine) else other
        return row(what, name, wanted_says, why, None)
    a, b = times(mine), times(other)
    ratio, met = at_most(a, b, wanted)
    runs = "" if len(a) >= 5 else "runs: %d" % len(a)
    return row(what, name, wanted_says, "%s: %s against %s" % (
        ratio, ms(a), ms(b)), met, runs)


def figures(seen):
    """A table of everything that was measured in one place."""
    lines = []
    for name, runs in seen.items():
        if failed(runs):
            lines.append([name, runs] + [""] * 6)
            continue
        last, first = times(runs), times(runs, "begun")
        lines.append([
            name, "**%.1f**" % median(last), spread(last, "%.1f"),
            "%.1f" % median(first), runs[0]["at_once"],
            runs[0]["connections"], runs[0]["bytes"] // max(
                1, runs[0]["messages"]),
            "%.0f" % median(times(runs, "cpu")) if "cpu" in runs[0] else ""])
    return table(["", "ms to the last, median", "lowest–highest",
                  "to the first MAIL", "sessions at once", "connections",
                  "bytes a message", "CPU ms, all processes"], lines)


def told(heading, text):
    TEXT.append("### %s\n\n%s" % (heading, text))


def with_servers(use, *args, **more):
    """use(sink) with a sink of these options, which is stopped after."""
    sink = Server("sink", "-c", COUNT, *args)
    try:
        return use(sink, **more)
    finally:
        sink.stop()


# --- an instant relay ------------------------------------------------------

def instant(sink):
    base = ours.database()
    manager = others.Alertmanager(sink.port, 98)
    mail = ours.relays([sink.port])
    sessions = ours.deliver(sink, 490, mail, base)["at_once"]
    try:
        seen = interleaved({
            "alertd": lambda: ours.deliver(sink, 490, mail, base),
            "smtp-source": lambda: others.smtp_source(sink, 98, sessions),
            "Alertmanager": lambda: manager.send(sink),
            "curl": lambda: others.curl(sink, 98),
            "curl --parallel": lambda: others.curl(sink, 98, sessions),
            "smtplib": lambda: others.python(sink, 98),
            "msmtp, a loop": lambda: others.msmtp(sink, 98)})
    finally:
        manager.stop()
    curves(sink, mail, base, sessions)
    told("An instant relay, 98 messages to 490 recipients", figures(seen))
    what = "report to the last of 490, instant relay, durable"
    mine = seen["alertd"]
    return [compare(what, mine, seen["smtp-source"],
                    "smtp-source, %d sessions" % sessions, 2, "≤ 2 ×"),
            compare(what, mine, seen["Alertmanager"], "Alertmanager", 1,
                    "below")] + [
                        compare(what, mine, seen[k], k, 0, "–")
                        for k in ("curl", "curl --parallel", "smtplib",
                                  "msmtp, a loop")]


def curves(sink, mail, base, sessions):
    """Recipients over time, of one run of each."""
    def take(name, run, at=None):
        seen = run()
        began = sink.ask("times")
        start = began[0][0] / 1e6 - seen["first"]
        CURVES[name] = [[t / 1e6 - start, n] for t, n in began]

    manager = others.Alertmanager(sink.port, 98)
    try:
        manager.send(sink)
        take("alertd", lambda: ours.deliver(sink, 490, mail, base))
        take("smtp-source", lambda: others.smtp_source(sink, 98, sessions))
        take("Alertmanager", lambda: manager.send(sink))
        take("curl", lambda: others.curl(sink, 98))
        take("smtplib", lambda: others.python(sink, 98))
    finally:
        manager.stop()


class SmtpSink:
    """Postfix' smtp-sink, behind a wire that notes what it takes."""

    def __init__(self):
        port = free_port()
        user = ["-u", "nobody"] if os.getuid() == 0 else []
        self.process = subprocess.Popen(
            [shutil.which("smtp-sink") or "/usr/sbin/smtp-sink", *user,
             "127.0.0.1:%d" % port, "1000"])
        wait_for(lambda: listening(port), "smtp-sink listens")
        self.wire = Server("wire", port)
        self.port = port

    def stop(self):
        self.wire.stop()
        self.process.terminate()
        self.process.wait(10)


def named():
    """The same with the sink that the comparison names. It does not tell what
    it took when: the wire before it does, alike for both. And whether our
    sink is as fast as it, by smtp-source without a wire."""
    base = ours.database()
    sink, plain = SmtpSink(), Server("sink")
    wire = sink.wire
    try:
        mail = ours.relays([wire.port])
        sessions = ours.deliver(wire, 98, mail, base)["at_once"]
        seen = interleaved({
            "alertd": lambda: ours.deliver(wire, 98, mail, base),
            "smtp-source": lambda: others.smtp_source(
                wire, 98, sessions, n=98),
            "whole smtp-source, smtp-sink": lambda: whole(sink.port),
            "whole smtp-source, our sink": lambda: whole(plain.port)})
    finally:
        sink.stop()
        plain.stop()
    a, b = (times(seen["whole smtp-source, " + k])
            for k in ("smtp-sink", "our sink"))
    told("The same with smtp-sink",
         figures({k: seen[k] for k in ("alertd", "smtp-source")}) +
         "\n\n2,000 messages of smtp-source in 10 sessions take %s with "
         "smtp-sink, %s with our own sink, which tells what it took when." % (
             ms(a), ms(b)))
    return [compare("the same, smtp-sink behind a recording wire",
                    seen["alertd"], seen["smtp-source"],
                    "smtp-source, %d sessions" % sessions, 2, "≤ 2 ×")]


def whole(port):
    at = now()
    subprocess.run([shutil.which("smtp-source") or "/usr/sbin/smtp-source",
                    "-d", "-s", "10", "-m", "2000", "-r", "5", "-l", "5000",
                    "-t", "fmk@kommune.example.dk", "127.0.0.1:%d" % port],
                   check=True)
    return {"last": (now() - at) / 1e6}


# --- a slow relay, a long way ----------------------------------------------

def far(sink, what, delay=0):
    """The same with 10 sessions against smtp-source, and with 98 against
    Alertmanager; delay: ms each way."""
    wire = Server("wire", sink.port, delay) if delay else None
    port = wire.port if wire else sink.port
    base = ours.database()
    manager = others.Alertmanager(port, 98)
    ten, many = ours.relays([port], 10), ours.relays([port], 98)
    try:
        seen = interleaved({
            "alertd, 10 sessions": lambda: ours.deliver(sink, 490, ten, base),
            "smtp-source, 10 sessions": lambda: others.smtp_source(
                sink, 98, 10, port),
            "alertd, 98 sessions": lambda: ours.deliver(
                sink, 490, many, base),
            "smtp-source, 98 sessions": lambda: others.smtp_source(
                sink, 98, 98, port),
            "Alertmanager": lambda: manager.send(sink)})
    finally:
        manager.stop()
        if wire:
            wire.stop()
    told(what[0].upper() + what[1:], figures(seen))
    return [compare(what + ", 10 sessions", seen["alertd, 10 sessions"],
                    seen["smtp-source, 10 sessions"],
                    "smtp-source, 10 sessions", 1.1, "≤ 1.1 ×"),
            compare(what + ", 98 sessions", seen["alertd, 98 sessions"],
                    seen["Alertmanager"], "Alertmanager", 1, "below")]


COUNTS = [1, 2, 5, 10, 20, 50, 98]


def sessions(sink):
    """What more sessions are worth, with a relay of 50 ms a message: for the
    choice of the default. Once each: it is a curve."""
    base = ours.database()
    mine, other = [], []
    for n in COUNTS:
        mine.append([n, ours.deliver(sink, 490, ours.relays([sink.port], n),
                                     base)["last"]])
        other.append([n, others.smtp_source(sink, 98, n)["last"]])
    told("How many sessions, with a relay that takes 50 ms a message",
         table(["sessions"] + COUNTS, [
             [name] + ["%.0f ms" % t for _, t in v]
             for name, v in (("alertd", mine), ("smtp-source", other))]) +
         "\n\n" + plot.draw(
             "sessions", "Time to the last of 490 recipients, relay of 50 ms",
             {"alertd": mine, "smtp-source": other}, "sessions at once", "ms",
             "linespoints", log=True))
    return []


# --- many ------------------------------------------------------------------

def many(sink):
    small, base = ours.database(), ours.database(2000)
    mail = ours.relays([sink.port], 10)
    manager = others.Alertmanager(sink.port, 2000)
    try:
        seen = interleaved({
            "alertd": lambda: ours.deliver(sink, 10000, mail, base),
            "alertd, 490": lambda: ours.deliver(sink, 490, mail, small),
            "smtp-source": lambda: others.smtp_source(sink, 2000, 10),
            "smtp-source, 490": lambda: others.smtp_source(sink, 98, 10),
            "Alertmanager": lambda: manager.send(sink)})
    finally:
        manager.stop()
    for name in ("alertd", "smtp-source"):
        grown({name: seen[name + ", 490"]}, 490)
    grown({k: seen[k] for k in seen if not k.endswith(" 490")}, 10000)
    rows = [compare("10,000 contacts, 2,000 messages, 10 sessions",
                    seen["alertd"], seen["smtp-source"],
                    "smtp-source, 10 sessions", 1 / 0.8,
                    "≤ 1.25 × the time (≥ 0.8 × its rate)"),
            compare("10,000 contacts, 2,000 messages", seen["alertd"],
                    seen["Alertmanager"], "Alertmanager", 0.25,
                    "≤ 0.25 × the time (≥ 4 × its rate)"),
            memory("memory of the core at 10,000", seen["alertd"],
                   seen["alertd, 490"], "itself at 490", 1.2)]
    told("10,000 contacts", figures(seen) + "\n\n" + rates(seen))
    return rows + most(sink, mail, base, seen["alertd, 490"])


def most(sink, mail, tenth, few):
    base = ours.database(20000)
    seen = interleaved({
        "alertd, 10,000": lambda: ours.deliver(sink, 10000, mail, tenth),
        "alertd, 100,000": lambda: ours.deliver(
            sink, 100000, mail, base, seconds=300),
        "smtp-source": lambda: others.smtp_source(sink, 20000, 10)},
        seconds=100)
    told("100,000 contacts", figures(seen) + "\n\n" + rates(seen))
    grown({"alertd": seen["alertd, 100,000"],
           "smtp-source": seen["smtp-source"]}, 100000)
    a, b = seen["alertd, 100,000"], seen["alertd, 10,000"]
    return [compare("100,000 contacts, 20,000 messages, 10 sessions", a, b,
                    "itself at a tenth", 10.5, "≤ 10.5 ×"),
            memory("memory of the core at 100,000", a, b,
                   "itself at a tenth", 1.0),
            compare("100,000 contacts, 20,000 messages", a,
                    seen["smtp-source"], "smtp-source, 10 sessions", 1.25,
                    "–")]


def grown(seen, contacts):
    """Keeps the medians for the plot."""
    for name, runs in seen.items():
        if not failed(runs):
            GROWTH.setdefault(name, []).append([contacts,
                                                median(times(runs))])


def memory(what, a, b, name, wanted):
    says = "≤ %.1f ×" % wanted
    if failed(a) or failed(b):
        return row(what, name, says, a if failed(a) else b, None)
    x, y = ([s["core"] / 1024 for s in v] for v in (a, b))
    ratio, met = at_most(x, y, wanted + 0.02 if wanted == 1 else wanted)
    return row(what, name, says, "%s: %.1f MiB (%s) against %.1f MiB (%s)" % (
        ratio, median(x), spread(x, "%.1f"), median(y), spread(y, "%.1f")),
        met)


def rates(seen):
    said = []
    for name, runs in seen.items():
        if not failed(runs):
            s = "%s: %.0f messages/s" % (name, median(
                [r["messages"] * 1000 / r["last"] for r in runs]))
            if "core" in runs[0]:
                s += ", peak %.0f MiB" % median(
                    [r["core"] / 1024 for r in runs])
            said.append(s)
    return "; ".join(said) + "."


# --- faults ----------------------------------------------------------------

def refused(sink):
    """One of five recipients is refused: the other four."""
    base = ours.database()
    bad = Server("sink", "-c", COUNT, "-r", "fmk3.")
    mail, worse = ours.relays([sink.port]), ours.relays([bad.port])
    manager = others.Alertmanager(bad.port, 98)

    def beside():
        try:
            return manager.send(bad, 392, 1)
        except AssertionError as e:
            return {"kept": str(e)}

    try:
        seen = interleaved({
            "alertd": lambda: ours.deliver(sink, 490, mail, base),
            "alertd, one of five refused": lambda: ours.deliver(
                bad, 392, worse, base)})
        kept = beside()
    finally:
        manager.stop()
        bad.stop()
    told("One of five recipients refused", figures(seen) +
         "\n\nAlertmanager reaches of these 392: %s." % kept.get(
             "kept", "%s" % kept.get("counted")))
    return [compare("one of five recipients refused: the other four",
                    seen["alertd, one of five refused"], seen["alertd"],
                    "itself without the fault", 1.1, "≤ 1.1 ×")]


LIMITS = "  timeout: 3s\n  slow_after: 1s\n"


def reached(run, n):
    """When n were reached."""
    return [t for t, k in run["times"] if k >= n][0]


def stalls(sink, what, how, known=True, more=()):
    """The first of two relays stalls: everybody but whom its sessions have in
    their hands, and then these. known: it was well before. how: at which
    point, as the sink says it; more: of its options, which the other has,
    too."""
    base = ours.database()
    bad = Server("sink", how, "-c", COUNT, *more)
    well = LIMITS + "  relays: [%s]\n" % ", ".join(
        "{host: %s, port: %d, tls: none}" % (host, sink.port)
        for host in ("127.0.0.1", "localhost"))
    ill = ours.relays([bad.port, sink.port], more=LIMITS)
    # What it has taken whole is its own: nothing else is waited for here.
    most = 490 if how == "-s" else 440

    def without():
        return ours.second([sink], 490, well, base, lambda: None, known)

    def fault():
        bad.stall(not known)
        seen = ours.second([sink, bad], most, ill, base, bad.stall, known)
        return dict(seen, held=5 * bad.ask("report")["at_once"])

    name = "the first relay " + what
    try:
        seen = interleaved({
            "alertd": without, "alertd, " + name: fault})
    finally:
        bad.stop()
    told("T" + name[1:] + " (`timeout: 3s`, `slow_after: 1s`)", figures(seen))
    runs, itself = seen["alertd, " + name], "itself without the fault"
    if failed(runs):
        return [row(name, itself, "≤ 1.1 ×", runs, None)]
    held = max(r["held"] for r in runs)
    early = [dict(r, last=reached(r, 490 - r["held"])) for r in runs]
    rows_ = [compare("%s: all but the %d in its hands" % (name, held), early,
                     seen["alertd"], itself, 1.1, "≤ 1.1 ×")]
    if most == 490:
        rows_.append(row(
            name + ": those, by the second relay", "its timeout, 3 s",
            "within", ms(times(runs)), max(times(runs)) <= 3000))
    return rows_


class Gateway(Cpsms):
    """A gateway that takes 500 numbers a call, and notes when it took them."""

    def __init__(self):
        super().__init__()
        self.taken = []

    def answer(self, request):
        reply = super().answer(request)
        self.taken.append((now(), len(self.sent)))
        return reply


GATEWAYS = """
sms:
  sender: FMKDRIFT
  slow_after: 1s
  gateways:
    - {preset: cpsms, name: one, host: "http://127.0.0.1:%d", user: medcom,
       apikey: '12ab-\\"ø', timeout: 3s}
    - {preset: cpsms, name: two, host: "http://127.0.0.1:%d", user: medcom,
       apikey: '12ab-\\"ø', timeout: 3s}
"""


def gateway(sink):
    """The first of two gateways is gone, or silent: the mail, and the SMS.
    What a silent one was asked may have been taken: no other gets it."""
    base, good = ours.database(sms=True), Gateway()
    silent, gone = Server("sink", "-s"), free_port()
    mail = ours.relays([sink.port])

    def once(first, n=490):
        good.sent.clear()
        good.taken.clear()
        seen = ours.deliver(sink, 490, mail, base, stored=n > 0,
                            sms=GATEWAYS % (first, good.port))
        if good.complaints or len(good.sent) != n:
            raise AssertionError("%d SMS; %s" % (len(good.sent),
                                                 good.complaints))
        return dict(seen, sms=(good.taken[-1][0] - seen["at"]) / 1e6
                    if n else 0)

    try:
        seen = interleaved({
            "well": lambda: once(good.port),
            "gone": lambda: once(gone),
            "silent": lambda: once(silent.port, 0)})
    finally:
        good.close()
        silent.stop()
    told("One gateway dead: the mail beside", figures(seen))
    well = "itself without the fault"
    rows_ = [compare("one gateway %s: the mail to 490" % k, seen[k],
                     seen["well"], well, 1.1, "≤ 1.1 ×")
             for k in ("gone", "silent")]
    sms = {k: v if failed(v) else [dict(r, last=r["sms"]) for r in v]
           for k, v in seen.items()}
    return rows_ + [compare("one gateway gone: 490 SMS, by the second",
                            sms["gone"], sms["well"], well, 1.1, "≤ 1.1 ×")]


# --- a slow disk -----------------------------------------------------------

SLOW = 20  # ms


def fsyncs(file):
    """Times and processes of the calls that slowdisk.so noted."""
    import struct
    with open(file, "rb") as f:
        n = struct.unpack("Q", f.read(8))[0]
        return [struct.unpack("qq", f.read(16)) for _ in range(n)]


def slow_disk(sink):
    base = ours.database()
    folder = fresh_folder("slowdisk")
    file = os.path.join(folder, "calls")
    mail = ours.relays([sink.port], 10)

    def once(delay):
        with open(file, "wb") as f:
            f.truncate(1 << 20)
        seen = ours.deliver(sink, 490, mail, base, env={
            "LD_PRELOAD": tool("slowdisk.so"), "SLOWDISK_MS": str(delay),
            "SLOWDISK_FILE": file})
        calls = [t for t, _ in fsyncs(file) if t >= seen["at"]]
        begun = seen["at"] + seen["begun"] * 1e6
        last = seen["at"] + seen["last"] * 1e6
        return dict(seen, before=sum(t < begun for t in calls),
                    on_the_way=sum(t < last for t in calls), all=len(calls),
                    processes=len({p for _, p in fsyncs(file)}))

    seen = interleaved({
        "alertd": lambda: once(0),
        "alertd, fsync takes %d ms" % SLOW: lambda: once(SLOW)})
    runs = seen["alertd, fsync takes %d ms" % SLOW]
    told("A disk whose fsync takes %d ms" % SLOW, figures(seen))
    if failed(runs):
        return [row("fsyncs until the first send", "–", "≤ 10", runs, None)]
    before = [r["before"] for r in runs]
    return [
        row("fsync takes %d ms: fsyncs until the first send" % SLOW, "–",
            "≤ 10", "%d (%s)" % (median(before), spread(before)),
            median(before) <= 10, "seen in %d processes" % runs[0][
                "processes"]),
        row("fsync takes %d ms: fsyncs until all results are stored" % SLOW,
            "–", "in groups", "%d (%s) for 98 messages" % (
                median(times(runs, "all")), spread(times(runs, "all"))),
            median(times(runs, "all")) < 98),
        compare("fsync takes %d ms: report to the last of 490" % SLOW, runs,
                seen["alertd"], "itself without", 0, "–")]


# --- together --------------------------------------------------------------

def safely(what, part, *args, **more):
    """The rows of a part; one that fails is a row, and stops nothing."""
    try:
        return part(*args, **more)
    except Exception as e:
        import traceback
        traceback.print_exc()
        return [row(what, "–", "–", "failed: %s" % str(e)[:200], None)]


PARTS = {
    "instant": lambda: with_servers(instant),
    "named": named,
    "slow": lambda: with_servers(
        far, "-w", "50", what="a relay that takes 50 ms a message"),
    "sessions": lambda: with_servers(sessions, "-w", "50"),
    "far": lambda: with_servers(
        far, what="20 ms of network delay (10 each way)", delay=10),
    "refused": lambda: with_servers(refused),
    "stalled": lambda: with_servers(
        stalls, what="stalls, and was well before", how="-s"),
    "stalled-slow": lambda: with_servers(
        stalls, "-w", "50", what="(50 ms a message) stalls, and was well "
        "before", how="-s", more=("-w", "50")),
    "unknown": lambda: with_servers(
        stalls, what="stalls from the start", how="-s", known=False),
    "unknown-slow": lambda: with_servers(
        stalls, "-w", "50", what="(50 ms a message) stalls from the start",
        how="-s", known=False, more=("-w", "50")),
    "kept": lambda: with_servers(
        stalls, what="stalls at the end of messages", how="-e"),
    "kept-slow": lambda: with_servers(
        stalls, "-w", "50", what="(50 ms a message) stalls at the end of "
        "messages", how="-e", more=("-w", "50")),
    "gateway": lambda: with_servers(gateway),
    "disk": lambda: with_servers(slow_disk),
    "many": lambda: with_servers(many),
}


def rows():
    """ONLY="far disk": these parts alone."""
    only = os.environ.get("ONLY", "").split()
    result = []
    for name, part in PARTS.items():
        if not only or name in only:
            result += safely(name, part)
    for r in result:
        if r["wanted"] == "–":
            r["met"] = None
    return result


COMMANDS = """### Commands

    smtp-source -d -s SESSIONS -m 98 -r 5 -l 5000 -f FROM -t TO 127.0.0.1:PORT
    smtp-sink -u nobody 127.0.0.1:PORT 1000
    curl -K FILE    98 times url, mail-from, five mail-rcpt, upload-file, next
    smtplib.SMTP(...).sendmail(FROM, five, message), 98 times in one connection
    while read to; do msmtp --host=127.0.0.1 --port=PORT --auth=off --tls=off \\
        --from=FROM $to <message.eml; done
    prometheus-alertmanager --cluster.listen-address= --config.file=FILE
        98 receivers with five addresses, one route with continue to each,
        group_wait 0s, smtp_require_tls false; one alert to /api/v2/alerts
    alertd -c alertd.yaml    a Statuspage that answers when all processes are
        there, sms: {transport: none}, mail.vendors: none, otherwise defaults"""


def more():
    return "\n\n".join(TEXT + plots() + [COMMANDS])


def plots():
    """What was drawn, as Markdown. Nothing when there is nothing new."""
    said = []
    if CURVES:
        said.append(plot.draw(
            "deliver", "Recipients reached, instant relay", CURVES,
            "ms since the report", "recipients", "steps"))
    if len(GROWTH.get("alertd", [])) > 1:
        said.append(plot.draw(
            "contacts", "Time to the last of so many contacts, 10 sessions",
            {k: sorted(v) for k, v in GROWTH.items()}, "contacts", "ms",
            "linespoints", log=True))
    return said


if __name__ == "__main__":
    alone()
