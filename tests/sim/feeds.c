#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "bodies.h"
#include "feed/parse.h"
#include "world.h"

#define QUIET 7200 /* seconds between polls while nothing happens */
#define BUSY 600
#define SOON 60

enum feed_fault {
	FEED_UNREACHABLE,
	FEED_LOGIN, /* a login page with status 200 */
	FEED_HALF, /* the body is cut in the middle */
	FEED_EMPTY,
	FEED_STATUS, /* 500 */
	FEED_NO_TLS
};

static struct made_feed {
	struct made_event *v; /* the oldest first */
	size_t n;
	int fault;
	int64_t until; /* of it */
	int64_t poll; /* next */
	bool changed; /* since the last body that was read */
	bool unread; /* the core has not read a body yet */
} feeds[FEEDS];
static int number;
static bool look;

static const enum feed_kind kinds[FEEDS] = {FEED_STATUSPAGE, FEED_RSS_UPDATES,
    FEED_CONFLUENCE, FEED_INSTATUS, FEED_RSS};
static const char *const names[FEEDS] = {
    "shape1", "shape2", "shape3", "shape4", "shape5"};

void
feeds_reset(void)
{
	for (int i = 0; i < FEEDS; i++) {
		free(feeds[i].v);
		feeds[i] = (struct made_feed){
		    .poll = world.now, .unread = true, .changed = true};
	}
	number = 0;
	look = false;
}

/* --- what happens --------------------------------------------------------- */

static struct made_event *
add(int feed, enum matter m)
{
	struct made_feed *f = &feeds[feed];
	struct made_event *e;

	f->v = xreallocarray(f->v, f->n + 1, sizeof(*f->v));
	e = &f->v[f->n++];
	number++;
	*e = (struct made_event){.number = number,
	    .matter = m,
	    .listed = true,
	    .revision = 1,
	    .began = world.now,
	    .changed = world.now,
	    .read_back = NEVER};
	/* A list has an end: what is old slides out of it once it is over. */
	for (size_t i = 0; i + FEED_LISTS < f->n; i++)
		if (f->v[i].over)
			f->v[i].listed = false;
	return e;
}

static bool
fits(int feed, const struct made_event *e, enum act act)
{
	if (!e->listed)
		return false;
	if (act == ACT_REOPEN)
		return e->over && feed != 4 && world.now - e->changed < 72000;
	/* The last feed never says more; where one lists what is open, what
	 * is gone is over. */
	return !e->over && feed != (act == ACT_VANISH ? 3 : 4);
}

/* One of those to which it can happen; NULL when there is none. */
static struct made_event *
find(const struct entry *e, int *feed)
{
	size_t n = 0, k;

	for (int f = 0; f < FEEDS; f++)
		for (size_t i = 0; i < feeds[f].n; i++)
			n += fits(f, &feeds[f].v[i], e->act);
	if (n == 0)
		return NULL;
	k = e->pick % n;
	for (*feed = 0; *feed < FEEDS; (*feed)++)
		for (size_t i = 0; i < feeds[*feed].n; i++)
			if (fits(*feed, &feeds[*feed].v[i], e->act) && k-- == 0)
				return &feeds[*feed].v[i];
	return NULL;
}

static void
report(const struct entry *e)
{
	static const enum matter often[] = {MATTER_DOWN, MATTER_DOWN,
	    MATTER_DOWN, MATTER_SLOW, MATTER_SLOW, MATTER_LOGIN, MATTER_LOGIN,
	    MATTER_OTHER, MATTER_DOWN, MATTER_SLOW};
	int feed = (int)(e->pick % FEEDS);
	struct made_event *v = add(feed, often[(size_t)e->a % LENGTH(often)]);

	feeds[feed].changed = true;
	feeds[feed].poll = world.now + SOON;
	world_say("%s tells event %d: %s", names[feed], v->number,
	    matter_title(v->matter));
}

static void
edit(const struct entry *e, struct made_event *v, int feed)
{
	v->revision++;
	v->words = (int)e->a;
	v->changed = world.now;
	v->over = e->act == ACT_OVER;
	if (e->act == ACT_VANISH)
		v->listed = false;
	feeds[feed].changed = true;
	feeds[feed].poll = world.now + SOON;
	world_say("%s: event %d: %s", names[feed], v->number, act_name(e->act));
}

void
feeds_act(const struct entry *e)
{
	struct made_event *v;
	int feed = (int)(e->pick % FEEDS);

	if (e->act == ACT_FEED_FAULT) {
		feeds[feed].fault = (int)e->a;
		feeds[feed].until = world.now + e->b;
		feeds[feed].poll = world.now + SOON;
		world.faults[10]++;
		world_say("%s fails in way %d for %lld s", names[feed],
		    feeds[feed].fault, (long long)e->b);
		return;
	}
	if (e->act == ACT_REPORT) {
		report(e);
		return;
	}
	v = find(e, &feed);
	if (v != NULL)
		edit(e, v, feed);
}

void
feeds_mend(void)
{
	for (int i = 0; i < FEEDS; i++) {
		struct made_feed *f = &feeds[i];

		f->until = world.now;
		f->poll = world.now;
		f->changed = true;
		for (size_t k = 0; k < f->n; k++) {
			f->v[k].revision++;
			f->v[k].over = true;
			f->v[k].changed = world.now;
		}
	}
}

/* --- polls ---------------------------------------------------------------- */

int64_t
feeds_next(void)
{
	int64_t t = INT64_MAX;

	for (int i = 0; i < FEEDS; i++)
		t = feeds[i].poll < t ? feeds[i].poll : t;
	return t;
}

static void
failed(int i, enum feed_cause cause, const char *why)
{
	struct err e = {""};

	if (core_feed_failed(
		&world.core, names[i], cause, why, world_wall(), &e) == -1 &&
	    !world.crashed)
		world_broken(0, "feed %s: %s", names[i], e.msg);
}

/* What the core now knows of its events. */
static void
read_events(struct made_feed *f, int feed)
{
	for (size_t i = 0; i < f->n; i++) {
		struct made_event *v = &f->v[i];
		bool over = v->over;

		if (!v->listed && !(feed == 3 && v->read))
			continue;
		if (v->read && v->read_over && !over)
			v->read_back = world.now;
		/* Shape 4 lists only what is open. */
		if (feed == 3 && over && !v->read)
			continue;
		v->read = true;
		v->read_over = over;
		v->read_loud |= !over && matter_is_loud(v->matter);
	}
	look = true;
}

/* Half a body tells what is new in it, and ends nothing. */
static void
read_some(struct made_feed *f, int feed, const struct reports *l)
{
	char id[40];

	for (size_t i = 0; i < f->n; i++) {
		event_id(feed, &f->v[i], id, sizeof(id));
		for (size_t k = 0; k < l->n; k++)
			if (str_starts(l->v[k].id, id) && !f->v[i].over)
				f->v[i].read_loud |= matter_is_loud(
				    f->v[i].matter);
	}
	look = true;
}

static int
take_body(int i, const char *body, size_t len)
{
	struct reports l = {0};
	struct err e = {""};
	bool whole;
	int r = feed_parse(
	    kinds[i], names[i], body, len, LIMIT_FEED_ITEMS, &l, &e);

	if (r == -1) {
		failed(i, CAUSE_NOT_A_FEED, e.msg);
		reports_clear(&l);
		return 0;
	}
	whole = l.complete && !l.torn;
	/* Whatever is in it may be a reason to ring. */
	for (size_t k = 0; k < model.n_cases; k++)
		model.cases[k]->news = world.now;
	/* What it told counts, whether or not the core lives to say so. */
	read_some(&feeds[i], i, &l);
	if (whole)
		read_events(&feeds[i], i);
	r = core_reports(&world.core, names[i], &l, world_wall(), &e);
	reports_clear(&l);
	if (r == -1 && !world.crashed)
		world_broken(0, "feed %s: %s", names[i], e.msg);
	return r == 0 && whole;
}

static void
poll_broken(int i)
{
	static const char login[] =
	    "<!DOCTYPE html><html><head><title>Log ind</title></head>"
	    "<body><form action=\"/login\"></form></body></html>";
	struct buf b;

	buf_init(&b, 1 << 20);
	switch ((enum feed_fault)feeds[i].fault) {
	case FEED_LOGIN:
		take_body(i, login, strlen(login));
		break;
	case FEED_EMPTY:
		take_body(i, "", 0);
		break;
	case FEED_HALF:
		body_make(i, feeds[i].v, feeds[i].n, &b);
		take_body(i, buf_str(&b), b.len / 2);
		break;
	case FEED_UNREACHABLE:
		failed(i, CAUSE_UNREACHABLE, "connection refused");
		break;
	case FEED_STATUS:
		failed(i, CAUSE_STATUS, "status 500");
		break;
	case FEED_NO_TLS:
		failed(i, CAUSE_TLS, "certificate expired");
		break;
	}
	buf_clear(&b);
	feeds[i].changed = true;
}

static void
poll_one(int i)
{
	struct made_feed *f = &feeds[i];
	struct err e = {""};
	struct buf b;

	world.dirty = true;
	/* At even hours: what is asked at one time is one turn of the core. */
	f->poll = (world.now / QUIET + 1) * QUIET;
	if (f->until > world.now) {
		f->poll = world.now + BUSY;
		poll_broken(i);
		return;
	}
	if (!f->changed) {
		if (core_feed_unchanged(
			&world.core, names[i], world_wall(), &e) == -1 &&
		    !world.crashed)
			world_broken(0, "feed %s: %s", names[i], e.msg);
		return;
	}
	buf_init(&b, 1 << 20);
	body_make(i, f->v, f->n, &b);
	if (take_body(i, buf_str(&b), b.len))
		f->changed = false;
	else
		f->poll = world.now + BUSY;
	buf_clear(&b);
}

void
feeds_poll(void)
{
	for (int i = 0; i < FEEDS && !world_dead(NULL); i++)
		if (feeds[i].poll <= world.now)
			poll_one(i);
}

/* --- what is known of it -------------------------------------------------- */

static struct made_event *
event_of(const char *feed, const char *ext)
{
	char id[40];

	for (int i = 0; i < FEEDS; i++) {
		if (!str_eq(names[i], feed))
			continue;
		for (size_t k = 0; k < feeds[i].n; k++) {
			event_id(i, &feeds[i].v[k], id, sizeof(id));
			/* Some parsers put the title behind it. */
			if (str_starts(ext, id))
				return &feeds[i].v[k];
		}
	}
	return NULL;
}

static void
one_event(const char *feed, const char *ext, int64_t incident, void *arg)
{
	struct made_event *v = event_of(feed, ext);
	struct acase *c;

	(void)arg;
	if (v == NULL) {
		world_broken(0, "no made event is %s of %s", ext, feed);
		return;
	}
	if (incident == 0) {
		if (v->read_loud && !v->read_over && v->listed)
			world_broken(1,
			    "event %d was plainly told by %s and is no "
			    "incident",
			    v->number, feed);
		return;
	}
	c = model_case(incident);
	if (c == NULL)
		return;
	if (v->read_loud && !c->may_tell) {
		c->may_tell = true;
		c->may_tell_since = world.now;
	}
	if (v->read_over)
		c->may_end = true;
	if (v->read_back > c->reopened)
		c->reopened = v->read_back;
}

void
feeds_look(void)
{
	if (!look)
		return;
	/* Why something is over comes before that it is seen to be so. */
	eye_events(one_event, NULL);
	eye_look();
	eye_events(one_event, NULL);
	look = false;
}

static int
prove_one(int feed, enum matter m, bool over)
{
	static const enum verdict_kind told[MATTERS] = {
	    VERDICT_BROADCAST, VERDICT_BROADCAST, VERDICT_ASK, VERDICT_IGNORE};
	struct made_event *v;
	struct reports l = {0};
	struct finding f = {0};
	struct buf b;
	struct err e = {""};
	char id[40];
	int r = -1;

	world.now = INT64_C(1774735980);
	feeds_reset();
	v = add(feed, m);
	v->over = over && feed != 3;
	v->revision += over;
	buf_init(&b, 1 << 20);
	body_make(feed, feeds[feed].v, 1, &b);
	event_id(feed, v, id, sizeof(id));
	if (feed_parse(kinds[feed], "x", buf_str(&b), b.len, 9, &l, &e) == -1 ||
	    l.n != 1 || !str_starts(l.v[0].id, id) ||
	    filter_judge(world.setup.filter, &l.v[0], &f, &e) == -1)
		fprintf(stderr, "sim: feed %d, matter %d: %s %s\n%s\n", feed, m,
		    l.n == 1 ? l.v[0].id : "not one event", e.msg, buf_str(&b));
	else if (over && feed != 3 ? f.phase != PHASE_RESOLVED
				   : f.verdict != told[m])
		fprintf(stderr, "sim: feed %d, matter %d: %s, %s (%s)\n", feed,
		    m, verdict_name(f.verdict), phase_name(f.phase), f.reason);
	else
		r = 0;
	finding_clear(&f);
	reports_clear(&l);
	buf_clear(&b);
	return r;
}

int
feeds_prove(void)
{
	int r = 0;

	for (int feed = 0; feed < FEEDS; feed++)
		for (int m = 0; m < MATTERS; m++) {
			r |= prove_one(feed, (enum matter)m, false);
			if (feed < 3 && m != MATTER_OTHER)
				r |= prove_one(feed, (enum matter)m, true);
		}
	feeds_reset();
	return r;
}
