"""Kinds of crashes in the middle of an outage. Each makes an outage from a copy
of the template, and returns its Result."""
import os

from outage import MAILS, RESOLVE, SEND, UPDATE, Outage, write_contacts
from servers import ROOT

RETRACT = ("retract", "1", "--yes")
# What alertctl does: its words, the notice that comes of it, and whether there
# is a daemon.
ACTS = {
    "send": (SEND, 1, True),
    "send, no daemon": (SEND, 1, False),
    "update": (UPDATE, 2, True),
    "resolve": (RESOLVE, 2, True),
    "retract": (RETRACT, 2, True),
}


def broadcast(template, fates, steps=(UPDATE,), singles=False):
    """fates: (program, which start, call, nth)."""
    # The page has something to do.
    receipts = "alertd-web" in [fate[0] for fate in fates]
    with Outage(template, steps, singles=singles, receipts=receipts) as o:
        for fate in fates:
            o.programs.lay_out(*fate)
        o.start()
        o.finish()
        return o.result()


def power_cut(template, unit, steps=(UPDATE,)):
    """All processes die at once when a server has so many mails, or calls,
    before it answers the last one."""
    with Outage(template, steps) as o:
        o.cut = unit
        o.start()
        o.finish()
        return o.result()


def unheard(template, worker, unit, steps=(UPDATE,)):
    """A worker dies when a server has taken its unit-th mail or call, before
    it hears of it; there is only one of its kind."""
    with Outage(template, steps, workers=1) as o:
        o.cut, o.falls = unit, worker
        o.start()
        o.finish()
        return o.result()


def beginning(_template, fates):
    """A daemon that makes its database, and an alertctl that fills it: each
    is whole, or nothing, and is done again."""
    with Outage(None, event=False) as o:
        for fate in fates:
            o.programs.lay_out(*fate)
        o.start()
        o.up()
        write_contacts(o.path("few.csv"))
        args = ("contacts", "import", o.path("few.csv"))
        if o.dies(*args):
            n = o.sql("SELECT count(*) FROM contact")[0][0]
            if n not in (0, len(MAILS)):
                o.failed.append("%d contacts of %d" % (n, len(MAILS)))
            o.must(*args)
        with open(os.path.join(ROOT, "contacts", "municipalities.csv"),
                  encoding="utf-8") as f:
            want = len(f.read().splitlines()) - 1
        have = o.sql("SELECT count(*) FROM org WHERE kind = 'municipality'")
        if have != [(want,)]:
            o.failed.append("%s municipalities of %d" % (have, want))
        o.must(*SEND)
        o.finish()
        return o.result()


def typed(template, call=None, nth=0):
    """An alertctl that dies while somebody types: what was answered before
    the prompt that was seen last is kept as a draft, until it is sent."""
    with Outage(template, event=False) as o:
        o.start()
        o.up()
        o.programs.lay_out("alertctl", 1, call, nth)
        o.kept(o.talk())
        o.finish()
        return o.result()


def operator(template, what, call=None, nth=0):
    """An alertctl that dies: all of what it was to do is done, or nothing,
    and the next one says which. what: one of ACTS."""
    args, number, daemon = ACTS[what]
    with Outage(template, event=number == 2) as o:
        if daemon:
            o.start()
            o.up()
        if number == 2:
            o.finish()
        o.programs.lay_out("alertctl", 1, call, nth)
        o.dies(*args)
        o.again(number, args)
        if not daemon:
            o.start()
        o.finish()
        return o.result()
