#include <assert.h>
#include <stdlib.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"
#include "escalation/rota.h"

#define DAY 86400

static const char *const sources[] = {
    [DUTY_GAP] = N_("gap"),
    [DUTY_WEEKLY] = N_("weekly"),
    [DUTY_CALENDAR] = N_("calendar"),
    [DUTY_SHIFT] = N_("shift"),
    [DUTY_COVER] = N_("cover"),
};

const char *
duty_source_name(enum duty_source s)
{
	assert((size_t)s < LENGTH(sources));
	return sources[s];
}

void
duties_clear(struct duties *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->v[i].who);
	free(l->v);
	*l = (struct duties){0};
}

void
duties_add(struct duties *l, const char *who, const struct duty *d)
{
	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	l->v[l->n] = *d;
	l->v[l->n++].who = xstrdup(who);
}

void
rota_init(struct rota *r, const struct rota_conf *conf)
{
	*r = (struct rota){.conf = conf};
	for (size_t i = 0; i < conf->n_shifts; i++) {
		const struct shift_conf *k = &conf->shifts[i];

		duties_add(&r->shifts, k->who,
		    &(struct duty){.from = wall_to_utc(k->from),
			.until = wall_to_utc(k->until),
			.source = DUTY_SHIFT});
	}
}

void
rota_clear(struct rota *r)
{
	duties_clear(&r->shifts);
	duties_clear(&r->covers);
	duties_clear(&r->calendar);
	free(r->stranger);
}

/* --- the weekly turn ------------------------------------------------------ */

static int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/*
 * Turns are numbered; turn 0 is the week of start:. It begins at the last
 * handover's day up to start. 1970-01-01 was a Thursday.
 */
static int64_t
first_day(const struct rota_conf *c)
{
	int64_t weekday = (c->start + 3) % 7;

	return c->start - (weekday - c->handover / 1440 + 7) % 7;
}

static int64_t
turn_begin(const struct rota_conf *c, int64_t turn)
{
	int64_t day = first_day(c) + turn * 7 * c->length;

	return wall_to_utc(day * DAY + c->handover % 1440 * 60);
}

static int64_t
turn_at(const struct rota_conf *c, int64_t t)
{
	int64_t day = floor_div(wall_from_utc(t), DAY) - first_day(c);
	int64_t turn = floor_div(day, 7 * c->length);

	/* On the day of the handover, before its hour. */
	return t < turn_begin(c, turn) ? turn - 1 : turn;
}

static char *
turn_person(const struct rota_conf *c, int64_t turn)
{
	int64_t n = (int64_t)c->people.n;

	return c->people.v[turn - floor_div(turn, n) * n];
}

/* --- one moment ----------------------------------------------------------- */

static const struct duty *
last_at(const struct duties *l, int64_t t)
{
	for (size_t i = l->n; i-- > 0;)
		if (l->v[i].from <= t && t < l->v[i].until)
			return &l->v[i];
	return NULL;
}

struct duty
rota_at(const struct rota *r, int64_t t)
{
	static char nobody[] = "";
	const struct rota_conf *c = r->conf;
	const struct duty *d;

	if ((d = last_at(&r->covers, t)) != NULL ||
	    (d = last_at(&r->shifts, t)) != NULL ||
	    (d = last_at(&r->calendar, t)) != NULL)
		return (struct duty){
		    .who = d->who, .source = d->source, .id = d->id};
	if (c->people.n > 0)
		return (struct duty){.who = turn_person(c, turn_at(c, t)),
		    .source = DUTY_WEEKLY};
	return (struct duty){.who = nobody, .source = DUTY_GAP};
}

/* --- spans ---------------------------------------------------------------- */

struct times {
	int64_t *v;
	size_t n, size;
	int64_t from, until; /* only what is between is kept */
};

static void
add_time(struct times *l, int64_t t)
{
	if (t <= l->from || t >= l->until)
		return;
	if (l->n == l->size) {
		l->size = l->size * 2 + 64;
		l->v = xreallocarray(l->v, l->size, sizeof(*l->v));
	}
	l->v[l->n++] = t;
}

static void
add_duties(struct times *l, const struct duties *d)
{
	for (size_t i = 0; i < d->n; i++) {
		add_time(l, d->v[i].from);
		add_time(l, d->v[i].until);
	}
}

static int
by_time(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* All moments at which somebody else may be on call, in order. */
static void
add_changes(struct times *l, const struct rota *r)
{
	const struct rota_conf *c = r->conf;
	int64_t t, turn;

	add_duties(l, &r->covers);
	add_duties(l, &r->shifts);
	add_duties(l, &r->calendar);
	if (c->people.n > 1) {
		turn = turn_at(c, l->from);
		while ((t = turn_begin(c, ++turn)) < l->until)
			add_time(l, t);
	}
	if (l->n > 0)
		qsort(l->v, l->n, sizeof(*l->v), by_time);
}

/* One more piece, grown onto the last where nothing changes. */
static void
add_span(struct duties *out, size_t first, const struct duty *d)
{
	struct duty *last = out->n > first ? &out->v[out->n - 1] : NULL;

	if (d->from >= d->until)
		return;
	if (last != NULL && last->source == d->source && last->id == d->id &&
	    str_eq(last->who, d->who))
		last->until = d->until;
	else
		duties_add(out, d->who, d);
}

void
rota_spans(
    const struct rota *r, int64_t from, int64_t until, struct duties *out)
{
	struct times l = {.from = from, .until = until};
	size_t first = out->n;
	struct duty d;

	add_changes(&l, r);
	for (size_t i = 0; i <= l.n; i++) {
		int64_t begin = i == 0 ? from : l.v[i - 1];

		d = rota_at(r, begin);
		d.from = begin;
		d.until = i == l.n ? until : l.v[i];
		add_span(out, first, &d);
	}
	free(l.v);
}

const struct duty *
duties_gap(const struct duties *spans, size_t *n)
{
	const struct duty *gap = NULL;

	*n = 0;
	for (size_t i = 0; i < spans->n; i++) {
		if (spans->v[i].source != DUTY_GAP)
			continue;
		if (gap == NULL)
			gap = &spans->v[i];
		(*n)++;
	}
	return gap;
}
