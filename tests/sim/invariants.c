#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "store/audit.h"
#include "world.h"

#define SLACK 120 /* seconds: the two minutes of the promise */
#define FINITE (25 * 60) /* finite time: the longest pause between tries */
/* The longest wait of the chain of house.c: when its rounds are over. */
#define WAIT_MOST 3600
#define GIVE_UP 86400

const char *const invariant_names[INVARIANTS] = {
    "the simulation goes on",
    "the newest notice arrives",
    "never an older after a newer",
    "no end without a beginning",
    "no gap above repeat",
    "nothing after the end",
    "twice only by a crash",
    "a page climbs until it is taken",
    "exercise, pending and dismissed stay apart",
    "the record is what was taken",
    "every message ends",
    "no relay gets more than it bears",
    "what is old is erased, and nothing else",
};

static int64_t
later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* --- when a relay takes it ------------------------------------------------ */

/* What a person reads it as. */
static enum notice_type
read_type(const struct message *m)
{
	const char *s = m->channel == CHANNEL_MAIL ? m->subject : m->text;

	if (strstr(s, "afsluttet") != NULL)
		return NOTICE_RESOLVED;
	if (strstr(s, "Rettelse: se bort") != NULL ||
	    strstr(s, "Se bort fra øvelsen") != NULL)
		return NOTICE_CORRECTION;
	return NOTICE_UPDATE;
}

static void
no_older(const struct message *m, const struct acase *c, int address)
{
	const struct told *t = &c->told[address];

	if (m->notice < t->number)
		world_broken(2,
		    "%s got notice %d of incident %lld after notice %d",
		    model.addresses[address].text, m->notice,
		    (long long)m->incident, t->number);
}

/* Whether anybody there may know of it; and is still there to be told. */
static void
org_told(const struct acase *c, int org, enum channel channel, bool *any,
    bool *present)
{
	*any = *present = false;
	for (size_t i = 0; i < model.n_addresses; i++) {
		const struct address *a = &model.addresses[i];

		if (a->org != org ||
		    (c->told[i].number == 0 && !c->told[i].maybe))
			continue;
		*any = true;
		*present |= a->channel == channel && a->current;
	}
}

static void
no_lone_end(const struct message *m, const struct acase *c, int address,
    enum notice_type type)
{
	const struct told *t = &c->told[address];
	bool any, present;

	if (type == NOTICE_UPDATE || t->number > 0 || t->maybe)
		return;
	org_told(c, model.addresses[address].org, m->channel, &any, &present);
	if (!any)
		world_broken(3,
		    "%s is told the end of incident %lld (notice %d), and "
		    "nobody there was told of it",
		    model.addresses[address].text, (long long)c->id, m->notice);
}

static void
nothing_after(const struct message *m, const struct acase *c, int address,
    enum notice_type type)
{
	const struct told *t = &c->told[address];

	if (t->number == 0 || t->number == m->notice)
		return;
	if (t->type == NOTICE_CORRECTION)
		world_broken(5,
		    "%s got notice %d of incident %lld after the correction",
		    model.addresses[address].text, m->notice, (long long)c->id);
	if (t->type == NOTICE_RESOLVED && type != NOTICE_CORRECTION &&
	    c->reopened < t->queued)
		world_broken(5,
		    "%s got notice %d of incident %lld after its end, and "
		    "nothing was back",
		    model.addresses[address].text, m->notice, (long long)c->id);
}

static void
not_twice(const struct message *m, int address, const struct unit *u)
{
	bool once = m->channel == CHANNEL_SMS && world.schedule->once;

	if (once && u->got > 1)
		world_broken(6,
		    "%s got message %lld again, and on_unknown is "
		    "once",
		    model.addresses[address].text, (long long)m->id);
	if (u->got > 1 + u->excused)
		world_broken(6,
		    "%s got message %lld %d times, and %d times no crash was "
		    "to blame",
		    model.addresses[address].text, (long long)m->id, u->got,
		    u->got - 1 - u->excused);
}

static void
kept_apart(const struct message *m, const struct acase *c, int address)
{
	const char *s = m->channel == CHANNEL_MAIL ? m->subject : m->text;

	if (str_starts(s, "ØVELSE") != c->exercise)
		world_broken(8, "message %lld of incident %lld says: %s",
		    (long long)m->id, (long long)c->id, s);
	if (c->state == INCIDENT_PENDING || c->state == INCIDENT_DISMISSED ||
	    !c->may_tell)
		world_broken(8,
		    "%s hears of incident %lld, which is %s and was told by "
		    "nobody",
		    model.addresses[address].text, (long long)c->id,
		    incident_state_name(c->state));
}

/* Who has it is not rung for again, unless there is news. */
static void
stays_taken(const struct message *m, const struct acase *c)
{
	bool rings = strstr(m->text, ": OK ") != NULL ||
		     strstr(m->text, "/svar/") != NULL;

	if (!rings || c->acked == NEVER || c->news >= c->acked ||
	    world.now - c->acked >= world.schedule->lapse - SLACK ||
	    world.trouble > c->acked - 2 * 3600 || world.up_since > c->acked)
		return;
	world_broken(7,
	    "incident %lld rings %lld s after somebody took it, and nothing "
	    "is new",
	    (long long)c->id, (long long)(world.now - c->acked));
}

void
invariants_taken(const struct message *m, int address, const struct unit *u)
{
	struct acase *c = model_case(m->incident);
	enum notice_type type = read_type(m);
	struct told *t;

	not_twice(m, address, u);
	if (c == NULL) {
		if (m->audience != ORG_ONCALL)
			world_broken(8, "message %lld is of no incident",
			    (long long)m->id);
		return;
	}
	if (m->audience == ORG_ONCALL) {
		stays_taken(m, c);
		return;
	}
	t = &c->told[address];
	no_older(m, c, address);
	no_lone_end(m, c, address, type);
	nothing_after(m, c, address, type);
	kept_apart(m, c, address);
	if (m->notice > t->number)
		t->queued = m->notice == c->number ? c->queued : NEVER;
	t->number = m->notice;
	t->at = world.now;
	t->type = type;
	t->maybe = true;
}

/* --- after each step ------------------------------------------------------ */

/* Since when nothing is wrong with what leads to the address. */
static int64_t
well_since(const struct address *a)
{
	int64_t t = later(a->bad, world.channels[a->channel].bad);

	t = later(t, later(world.up_since, world.jumped));
	return later(t, a->current_since);
}

static bool
works(const struct address *a)
{
	const struct channel_state *s = &world.channels[a->channel];

	return a->current && !s->off && !relay_hurts(a->channel) &&
	       a->refused_until <= world.now;
}

static void
newest_arrives(const struct acase *c, size_t i)
{
	const struct address *a = &model.addresses[i];
	const struct told *t = &c->told[i];

	if (t->owed <= t->number || t->owed != c->number ||
	    t->refused == t->owed || !works(a) ||
	    world.now - t->owed_since >= GIVE_UP)
		return;
	if (world.now - later(t->owed_since, well_since(a)) > FINITE)
		world_broken(1,
		    "%s has not got notice %d of incident %lld after %lld s in "
		    "which all was well",
		    a->text, t->owed, (long long)c->id,
		    (long long)(world.now -
				later(t->owed_since, well_since(a))));
}

static void
no_gap_there(const struct acase *c, size_t i)
{
	const struct address *a = &model.addresses[i];
	const struct told *t = &c->told[i];
	int64_t most = later(c->repeat_most, c->repeat_before) + SLACK;

	if (t->owed == 0 || t->number == 0 || t->refused == t->owed ||
	    !works(a) || well_since(a) > t->at || t->at < c->open_since ||
	    world.now - t->at <= most)
		return;
	world_broken(4,
	    "%s got notice %d of incident %lld %lld s ago, and none since",
	    a->text, t->number, (long long)c->id,
	    (long long)(world.now - t->at));
}

/* Drills end by themselves, and what is planned is not repeated. */
static void
no_gap(const struct acase *c)
{
	int64_t since = later(c->queued, later(world.up_since, world.jumped));

	if (c->state != INCIDENT_OPEN || c->number == 0 || c->planned ||
	    c->exercise)
		return;
	since = later(since, c->open_since);
	if (world.now - since > c->repeat_most + SLACK)
		world_broken(4,
		    "incident %lld is open, and notice %d was queued %lld s "
		    "ago",
		    (long long)c->id, c->number,
		    (long long)(world.now - c->queued));
	for (size_t i = 0; i < model.n_addresses; i++)
		no_gap_there(c, i);
}

/*
 * Since when it rings, or ought to: who took it and was not heard of for
 * ack_lapse has it no more. A clock that is set back begins the time anew.
 */
static int64_t
rings_since(const struct acase *c)
{
	int64_t heard = later(c->acked, c->answered);

	if (c->rings_since != NEVER || heard == NEVER || c->planned ||
	    c->state != INCIDENT_OPEN)
		return c->rings_since;
	heard = later(heard, later(c->open_since, world.jumped));
	return heard + world.schedule->lapse;
}

static void
page_climbs(const struct acase *c)
{
	int64_t rings = rings_since(c);

	if (rings == NEVER ||
	    (c->state != INCIDENT_OPEN && c->state != INCIDENT_PENDING))
		return;
	for (size_t i = 0; i < model.n_addresses; i++) {
		const struct address *a = &model.addresses[i];
		int64_t since = later(rings, c->told[i].paged);

		since = later(since, well_since(a));
		if (a->org < TEAMS || !works(a) ||
		    world.now - since <= WAIT_MOST + SLACK ||
		    world.now <= world.channels[a->channel].held + SLACK)
			continue;
		world_broken(7,
		    "incident %lld rings since %lld s, and %s was not paged "
		    "for %lld s",
		    (long long)c->id, (long long)(world.now - rings), a->text,
		    (long long)(world.now - c->told[i].paged));
	}
}

void
invariants_step(void)
{
	sessions_late();
	for (size_t k = 0; k < model.n_cases; k++) {
		struct acase *c = model.cases[k];

		c->repeat_most = later(
		    c->repeat_most, world.setup.conf->notices.repeat);
		no_gap(c);
		page_climbs(c);
		for (size_t i = 0; i < model.n_addresses; i++)
			newest_arrives(c, i);
	}
	if (world.steps % 32 == 0)
		eye_records();
	if (world.steps % 256 == 0)
		invariants_record();
}

/* --- the record, and the end ---------------------------------------------- */

static bool
somebody_sends(void)
{
	for (size_t i = 0; i < WORKERS; i++)
		if (world.workers[i].busy)
			return true;
	return false;
}

static void
record_fits(const struct unit *u)
{
	const char *who = model.addresses[u->address].text;

	if (u->said > u->got)
		world_broken(9,
		    "the record says that message %lld was taken for %s %d "
		    "times, and it was %d times",
		    (long long)u->message, who, u->said, u->got);
	else if (u->got - u->said > u->excused)
		world_broken(9,
		    "message %lld was taken for %s %d times, and the record "
		    "says %d times",
		    (long long)u->message, who, u->got, u->said);
}

void
invariants_record(void)
{
	char why[160] = "";

	if (somebody_sends() || world.recover || world.crashed)
		return;
	eye_records();
	for (size_t i = 0; i < model.n_units; i++)
		record_fits(&model.units[i]);
	if (eye_orphans(why, sizeof(why)) > 0)
		world_broken(10, "nobody will send %s", why);
	if (eye_twice(why, sizeof(why)) > 0)
		world_broken(6, "an address is twice in message %s", why);
	if (world.schedule->keep > 0)
		eye_kept();
}

static void
tally_fits(void)
{
	struct tally t = {0};
	struct err e = {""};

	if (store_tally(world.store, &t, &e) == -1)
		world_broken(12, "the tally: %s", e.msg);
	else
		eye_recount(&t);
	tally_clear(&t);
}

void
invariants_end(void)
{
	struct audit_check check = {0};
	char why[160] = "";
	struct err e = {""};

	invariants_record();
	world.reconciled = (int64_t)model.n_units;
	if (eye_unfinished(why, sizeof(why)) > 0)
		world_broken(10, "after days in which all was well: %s", why);
	if (eye_tally(why, sizeof(why)) > 0)
		world_broken(
		    9, "the tally is not what counting gives: %s", why);
	tally_fits();
	world.erased = eye_erased();
	if (eye_unreported() != 0)
		world_broken(9,
		    "delivery %lld was reported delivered, which is not on "
		    "record, nor waits for it",
		    (long long)eye_unreported());
	if (store_audit_verify(world.store, NULL, &check, &e) == -1)
		world_broken(9, "the trail cannot be read: %s", e.msg);
	else if (check.fault != AUDIT_WHOLE)
		world_broken(9, "the trail is %s at record %lld",
		    audit_fault_name(check.fault), (long long)check.bad);
}
