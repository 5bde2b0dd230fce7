#include <stdio.h>
#include <stdlib.h>

#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "core/call.h"
#include "core/parts.h"
#include "store/drills.h"
#include "store/messages.h"

/* The clock may go back by so much without our noticing: seconds. */
#define CLOCK_SLACK 60
/* Municipalities named in a page; the rest is counted. */
#define NAMED 8

void
core_named_add(struct named *l, const char *name)
{
	l->n++;
	if (l->n <= NAMED)
		strv_add(&l->names, name);
	else if (l->n == NAMED + 1)
		strv_add(&l->names, "…");
}

char *
core_named_list(struct named *l)
{
	char *s = strv_join(&l->names, ", ");

	strv_clear(&l->names);
	return s;
}

/* Who was to get the notice, and has it by no channel. */
static struct named
missing(const struct reaches *l)
{
	struct named missing = {0};

	for (size_t i = 0; i < l->n; i++) {
		const struct reach *r = &l->v[i];

		if (!r->unconcerned && !r->told &&
		    (r->waiting || r->failed || r->unknown))
			core_named_add(&missing, r->name);
	}
	return missing;
}

/* One that is over rings no more: then it is an alarm of its own. */
static int
tell_missing(struct core *c, const struct incident *i, const char *about,
    const char *list, int64_t now, struct err *e)
{
	char *reference, *detail;
	int r;

	if (incident_live(i->state))
		return core_ring(c, i, RING_NEWS,
		    &(struct alarm){ALARM_UNREACHED, about, list}, now, e);
	reference = incident_reference(i, c->conf->notices.reference);
	detail = xasprintf("%s (%s)", list, reference);
	r = core_alarm(
	    c, &(struct alarm){ALARM_UNREACHED, about, detail}, now, e);
	free(reference);
	free(detail);
	return r;
}

static int
ring_missing(struct core *c, const struct notice *n, const struct reaches *l,
    int64_t now, struct err *e)
{
	struct named missed = missing(l);
	char *list = core_named_list(&missed), about[24];
	struct incident i = {0};
	int r = 0;

	snprintf(about, sizeof(about), "%zu", missed.n);
	if (missed.n > 0) {
		log_warn("incident %lld: notice %d is not with %zu "
			 "municipalities: %s",
		    (long long)n->incident, n->number, missed.n, list);
		r = store_incident_get(c->store, n->incident, &i, e);
	}
	if (r == 1) {
		/* Whoever holds an exercise reads that in its report. */
		r = i.kind == KIND_EXERCISE
			? 0
			: tell_missing(c, &i, about, list, now, e);
		incident_clear(&i);
	}
	free(list);
	return r;
}

/* One address that fails, where the others do not, wakes nobody. */
static int
note_bounces(struct core *c, const struct notice *n, int64_t now, struct err *e)
{
	struct deliveries l = {0};
	struct delivery_query q = {
	    .incident = n->incident, .notice = n->number, .failed = true};
	int r = store_deliveries(c->store, &q, &l, e);

	for (size_t i = 0; r == 0 && i < l.n; i++) {
		const struct delivery *d = &l.v[i];
		char *detail = xasprintf("%s: %s", d->org_name, d->answer);
		enum alarm_kind what = d->state == DELIVERY_UNKNOWN
					   ? ALARM_IN_DOUBT
					   : ALARM_BOUNCED;

		r = core_alarm(
		    c, &(struct alarm){what, d->address, detail}, now, e);
		free(detail);
	}
	deliveries_clear(&l);
	return r;
}

/* A notice that a newer one has followed is judged by that one. */
static int
check_notice(struct core *c, const struct notice *n, bool newest, int64_t now,
    struct err *e)
{
	struct reaches l = {0};
	int r = 0;

	if (store_begin(c->store, e) == -1)
		return -1;
	if (newest) {
		r = store_reach(c->store, n->incident, n->number, &l, e);
		if (r == 0)
			r = ring_missing(c, n, &l, now, e);
		if (r == 0)
			r = note_bounces(c, n, now, e);
		reaches_clear(&l);
	}
	if (r == 0)
		r = store_notice_check(c->store, n->id, TIME_NONE, e);
	return core_finish(c, r, e);
}

int
core_reach_waits(
    struct core *c, int64_t incident, int number, bool *waits, struct err *e)
{
	struct notices l = {0};
	int r = store_notices_unchecked(c->store, &l, e);

	*waits = false;
	for (size_t i = 0; i < l.n; i++)
		if (l.v[i].incident == incident)
			*waits = l.v[i].number == number;
	notices_clear(&l);
	return r;
}

/* 1 when the organisation has lost the notice, 0, or -1. */
static int
has_lost(struct core *c, const struct notice *n, const char *org, struct err *e)
{
	struct reaches l = {0};
	int r = store_reach_one(c->store, n->incident, n->number, org, &l, e);

	if (r == 1)
		r = !l.v[0].told && !l.v[0].waiting;
	reaches_clear(&l);
	return r;
}

static int
ring_now(struct core *c, const struct notice *n, int64_t now, struct err *e)
{
	struct reaches l = {0};
	int r = store_reach(c->store, n->incident, n->number, &l, e);

	if (r == 0)
		r = ring_missing(c, n, &l, now, e);
	reaches_clear(&l);
	return r;
}

/* The number that stands in *n has an id. */
static int
find_notice(struct core *c, struct notice *n, struct err *e)
{
	struct notices l = {0};
	int r = store_notices(c->store, n->incident, 0, &l, e);

	for (size_t i = 0; i < l.n; i++)
		if (l.v[i].number == n->number)
			n->id = l.v[i].id;
	notices_clear(&l);
	return r;
}

/*
 * A relay that gives up brings all back within minutes: the first rings, the
 * others wait for one more look at the notice.
 */
static int
ring_lost(struct core *c, struct notice *n, int64_t now, struct err *e)
{
	char *what = xasprintf("lost, incident %lld", (long long)n->incident);
	int64_t gap = c->conf->notices.min_gap, at;
	int r = store_reminded(c->store, what, &at, e);

	if (r == 0 && at != TIME_NONE && at <= now && now - at < gap) {
		r = find_notice(c, n, e);
		if (r == 0)
			r = store_notice_check(c->store, n->id,
			    at + gap - c->conf->escalation.unreached, e);
	} else if (r == 0) {
		r = ring_now(c, n, now, e);
		if (r == 0)
			r = store_remind(c->store, what, now, e);
	}
	free(what);
	return r;
}

int
core_reach_lost(struct core *c, int64_t incident, int number, const char *org,
    int64_t now, struct err *e)
{
	struct notice n = {.incident = incident, .number = number};
	struct incident i;
	bool newest = false;
	int r = store_incident_get(c->store, incident, &i, e);

	/* One that is over can wait, an older one is judged by the newest. */
	if (r == 1) {
		newest = i.state == INCIDENT_OPEN && i.notices == number;
		incident_clear(&i);
	}
	if (r != 1 || !newest)
		return r == -1 ? -1 : 0;
	r = has_lost(c, &n, org, e);
	return r == 1 ? ring_lost(c, &n, now, e) : r;
}

/* Is looked at when it has waited; *next as in core_turn(). */
static int
turn_notice(struct core *c, const struct notice *n, bool newest, int64_t now,
    int64_t *next, struct err *e)
{
	int64_t at = n->check_from + c->conf->escalation.unreached;

	/* From a clock that was ahead: it waits from now on. */
	if (n->check_from > now + CLOCK_SLACK)
		return store_notice_check(c->store, n->id, now, e);
	if (!newest || at <= now)
		return check_notice(c, n, newest, now, e);
	clock_sooner(next, at);
	return 0;
}

int
core_reach_turn(struct core *c, int64_t now, int64_t *next, struct err *e)
{
	struct notices l = {0};
	int r = store_notices_unchecked(c->store, &l, e);

	for (size_t i = 0; i < l.n; i++) {
		bool newest = true;
		struct err why;

		for (size_t k = i + 1; k < l.n; k++)
			newest &= l.v[k].incident != l.v[i].incident;
		if (turn_notice(c, &l.v[i], newest, now, next, &why) == 0)
			continue;
		/* One that fails stops no other. */
		r = err_set(e, "incident %lld: notice %d: %s",
		    (long long)l.v[i].incident, l.v[i].number, why.msg);
	}
	notices_clear(&l);
	return r;
}
