#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/mem.h"
#include "rng.h"
#include "schedule.h"

#define HOUR 3600
#define DAY 86400

/* How often each comes, in a thousand days, and its numbers. */
static const struct row {
	const char *name;
	int often;
	int64_t a, b; /* a: below it, b: at most so many seconds */
	int fault;
} rows[ACTS] = {
    [ACT_REPORT] = {"report", 2200, 10, 0, 0},
    [ACT_EDIT] = {"edit", 2500, 6, 0, 0},
    [ACT_OVER] = {"over", 600, 4, 0, 0},
    [ACT_REOPEN] = {"reopen", 200, 4, 0, 0},
    [ACT_VANISH] = {"vanish", 150, 4, 0, 0},
    [ACT_FEED_FAULT] = {"feed_fault", 600, 6, 6 * HOUR, 1},
    [ACT_CHANNEL_FAULT] = {"channel_fault", 900, 14, 5 * HOUR, 1},
    [ACT_ADDRESS_FAULT] = {"address_fault", 500, 2, 20 * HOUR, 1},
    [ACT_SEND] = {"send", 300, 4, 0, 0},
    [ACT_UPDATE] = {"update", 400, 4, 0, 0},
    [ACT_RESOLVE] = {"resolve", 500, 4, 0, 0},
    [ACT_RETRACT] = {"retract", 150, 4, 0, 0},
    [ACT_APPROVE] = {"approve", 400, 4, 0, 0},
    [ACT_DISMISS] = {"dismiss", 250, 4, 0, 0},
    [ACT_ACK] = {"ack", 900, 2, 0, 0},
    [ACT_ANSWER] = {"answer", 1200, 8, 0, 0},
    [ACT_DRILL] = {"drill", 120, 3, 4 * HOUR, 0},
    [ACT_CALLBACK] = {"callback", 800, 4, 0, 0},
    [ACT_CONTACT] = {"contact", 300, 5, 0, 0},
    [ACT_RELOAD] = {"reload", 250, 12, 0, 0},
    [ACT_CLOCK] = {"clock", 150, 0, 0, 1},
    [ACT_CRASH] = {"crash", 1500, 12, 400, 1},
    [ACT_CHECK] = {"check", 6000, 1, 0, 0},
    [ACT_SESSION] = {"session", 500, 2, 0, 1},
};

const char *
act_name(enum act a)
{
	return rows[a].name;
}

int
act_is_fault(enum act a)
{
	return rows[a].fault;
}

/* Hours in both directions; a few are of minutes. */
static int64_t
jump(struct rng *r)
{
	int64_t by = rng_percent(r, 30) ? rng_between(r, 30, 1800)
					: rng_between(r, 1800, 9 * HOUR);

	return rng_percent(r, 50) ? by : -by;
}

static void
add(struct schedule *s, struct rng *r, enum act act)
{
	const struct row *row = &rows[act];
	struct entry *e;

	s->v = xreallocarray(s->v, s->n + 1, sizeof(*s->v));
	e = &s->v[s->n++];
	*e = (struct entry){
	    .at = rng_between(r, 60, s->days * DAY),
	    .act = act,
	    .pick = rng_next(r) >> 1,
	};
	if (act == ACT_CLOCK)
		e->a = jump(r);
	else
		e->a = (int64_t)rng_below(r, (uint64_t)row->a);
	if (row->b > 0)
		e->b = rng_between(r, 1, row->b);
}

static int
by_time(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return x->pick < y->pick ? -1 : x->pick > y->pick;
}

/* In the week of a change of the clock, half of the time. */
static int64_t
begin(struct rng *r, int64_t days)
{
	static const int64_t nights[] = {
	    INT64_C(1774659600), /* 2026-03-28T01:00Z, the night before */
	    INT64_C(1792803600) /* 2026-10-24T01:00Z */
	};

	if (rng_percent(r, 60))
		return nights[rng_below(r, LENGTH(nights))] -
		       rng_between(r, 0, (days - 2) * DAY);
	return INT64_C(1767225600) + rng_between(r, 0, 360 * DAY);
}

/* What the world is like, beside what happens in it. */
static void
make_world(struct schedule *s, struct rng *r)
{
	/* What repeats often costs much: it lasts a shorter time. */
	static const struct {
		int64_t repeat, days;
	} kinds[] = {{2 * HOUR, 4}, {4 * HOUR, 7}, {12 * HOUR, 20},
	    {12 * HOUR, 20}, {24 * HOUR, 24}, {24 * HOUR, 24}, {24 * HOUR, 24},
	    {24 * HOUR, 24}};
	/* The same for what is rung for again soon: the last one. */
	static const int64_t lapses[] = {72 * HOUR, 24 * HOUR, 4 * HOUR};
	static const int64_t rates[] = {0, 8, 0, 0, 20};
	static const int answering[] = {
	    97, 97, 97, 97, 97, 97, 97, 97, 97, 97, 97, 97, 70, 70, 70, 10};
	size_t kind = (size_t)rng_below(r, LENGTH(kinds));

	s->days = kinds[kind].days;
	s->repeat = kinds[kind].repeat;
	s->begins = begin(r, s->days);
	s->rate = rates[s->seed % LENGTH(rates)];
	s->keep = s->seed % 3 == 2 ? 3 * DAY : 0;
	s->once = s->seed % 4 == 3;
	s->lapse = lapses[rng_below(
	    r, s->days > 7 ? LENGTH(lapses) - 1 : LENGTH(lapses))];
	s->answering = answering[rng_below(r, LENGTH(answering))];
}

void
schedule_make(uint64_t seed, struct schedule *out)
{
	struct rng r = {seed * UINT64_C(0x2545f4914f6cdd1d) + 1};
	int calm = (int)rng_between(&r, 30, 150);

	*out = (struct schedule){.seed = seed};
	make_world(out, &r);
	for (int k = 0; k < ACTS; k++) {
		/* Some worlds have much of one and little of another. */
		int often = rows[k].often * (int)rng_between(&r, 40, 160) / 100;
		int64_t n;

		if (rows[k].fault)
			often = often * calm / 100;
		n = often * out->days / 1000;
		if (rng_below(&r, 1000) < (uint64_t)(often * out->days % 1000))
			n++;
		for (int64_t i = 0; i < n; i++)
			add(out, &r, (enum act)k);
	}
	qsort(out->v, out->n, sizeof(*out->v), by_time);
}

void
schedule_copy(struct schedule *to, const struct schedule *from)
{
	*to = *from;
	to->v = xcalloc(from->n + 1, sizeof(*to->v));
	if (from->n > 0)
		memcpy(to->v, from->v, from->n * sizeof(*to->v));
}

void
schedule_clear(struct schedule *s)
{
	free(s->v);
	*s = (struct schedule){0};
}
