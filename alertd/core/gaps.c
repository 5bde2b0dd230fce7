#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/str.h"
#include "core/coverage.h"
#include "core/parts.h"
#include "store/gaps.h"

#define LOOKED "gaps"

/* What is to be told, by kind. */
struct telling {
	struct named late[CHANNEL_SMS + 1];
	struct named closed;
	const char *last; /* organisation in closed: it may have two gaps */
};

static const struct gap *
gap_find(const struct gaps *l, const char *org, enum channel channel)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].channel == channel && str_eq(l->v[i].org, org))
			return &l->v[i];
	return NULL;
}

/* Those that began since the last look. */
static int
open_new(struct store *s, const struct coverage *c, const struct gaps *known,
    int64_t now, struct err *e)
{
	for (size_t i = 0; i < c->n; i++) {
		for (int ch = 0; ch <= CHANNEL_SMS; ch++) {
			struct gap g = {.org = c->v[i].org->code,
			    .channel = (enum channel)ch,
			    .since = now,
			    .told = TIME_NONE};

			if (!c->v[i].by[ch].gap ||
			    gap_find(known, g.org, g.channel) != NULL)
				continue;
			if (store_gap_put(s, &g, e) == -1)
				return -1;
		}
	}
	return 0;
}

static const struct covered *
covered_find(const struct coverage *c, const char *org)
{
	for (size_t i = 0; i < c->n; i++)
		if (str_eq(c->v[i].org->code, org))
			return &c->v[i];
	return NULL;
}

/* A channel that was switched off reaches nobody again. */
static int
close_gap(struct store *s, const struct coverage *c, const struct covered *m,
    const struct gap *g, struct telling *t, struct err *e)
{
	if (m != NULL && g->told != TIME_NONE && c->on[g->channel] &&
	    !str_eq(t->last, g->org)) {
		core_named_add(&t->closed, m->org->name);
		t->last = g->org;
	}
	return store_gap_remove(s, g, e);
}

/* Times ahead of now can only come from a clock that was wrong. */
static int
step_gap(struct store *s, const struct covered *m, struct gap *g,
    struct telling *t, int64_t now, struct err *e)
{
	bool ahead = g->since > now || (g->told != TIME_NONE && g->told > now);

	if (g->since > now)
		g->since = now;
	if (g->told != TIME_NONE && g->told > now)
		g->told = now;
	if (now - g->since >= LIMIT_GAP_TOLD &&
	    (g->told == TIME_NONE || now - g->told >= LIMIT_GAP_TOLD)) {
		core_named_add(&t->late[g->channel], m->org->name);
		g->told = now;
	} else if (!ahead) {
		return 0;
	}
	return store_gap_put(s, g, e);
}

static int
tell(struct core *c, enum alarm_kind kind, struct named *l, int64_t now,
    struct err *e)
{
	char *list = core_named_list(l), about[24];
	int r = 0;

	snprintf(about, sizeof(about), "%zu", l->n);
	if (l->n > 0)
		r = core_alarm(c, &(struct alarm){kind, about, list}, now, e);
	free(list);
	return r;
}

static int
tell_all(struct core *c, struct telling *t, int64_t now, struct err *e)
{
	int r = tell(c, ALARM_GAP_MAIL, &t->late[CHANNEL_MAIL], now, e);

	if (r == 0)
		r = tell(c, ALARM_GAP_SMS, &t->late[CHANNEL_SMS], now, e);
	return r == 0 ? tell(c, ALARM_GAP_CLOSED, &t->closed, now, e) : r;
}

/* One look: gaps that are known, and are passed as the organisations are. */
struct look {
	struct store *s;
	struct gaps known;
	size_t passed;
	struct telling t;
	int64_t now;
};

static int
step_gaps(struct look *l, const struct coverage *c, const struct gaps *of,
    struct err *e)
{
	int r = 0;

	for (size_t i = 0; r == 0 && i < of->n; i++) {
		struct gap *g = &of->v[i];
		const struct covered *m = covered_find(c, g->org);

		if (m == NULL || !m->by[g->channel].gap)
			r = close_gap(l->s, c, m, g, &l->t, e);
		else
			r = step_gap(l->s, m, g, &l->t, l->now, e);
	}
	return r;
}

/* Those that are known up to the organisation, NULL: the rest. */
static struct gaps
pass(struct look *l, const char *last)
{
	struct gaps of = {l->known.v + l->passed, 0};

	while (l->passed < l->known.n &&
	       (last == NULL || strcmp(l->known.v[l->passed].org, last) <= 0)) {
		l->passed++;
		of.n++;
	}
	return of;
}

/* coverage_fn */
static int
look_few(const struct coverage *few, void *arg, struct err *e)
{
	struct look *l = arg;
	struct gaps of = pass(l, few->orgs.v[few->orgs.n - 1].code);

	if (open_new(l->s, few, &of, l->now, e) == -1)
		return -1;
	return step_gaps(l, few, &of, e);
}

static int
look(struct core *c, int64_t now, struct err *e)
{
	struct look l = {.s = c->store, .now = now};
	int r = store_gaps(c->store, &l.known, e);

	if (r == 0)
		r = coverage_each(c->store, c->conf, look_few, &l, e);
	if (r == 0) {
		struct gaps rest = pass(&l, NULL);

		r = step_gaps(&l, &(struct coverage){0}, &rest, e);
	}
	if (r == 0)
		r = tell_all(c, &l.t, now, e);
	if (r == 0)
		r = store_look(c->store, LOOKED, now, e);
	strv_clear(&l.t.late[CHANNEL_MAIL].names);
	strv_clear(&l.t.late[CHANNEL_SMS].names);
	strv_clear(&l.t.closed.names);
	gaps_clear(&l.known);
	return r;
}

/* Nobody waits for the hour: the next turn that comes after it will do. */
int
core_gaps_turn(struct core *c, int64_t now, int64_t *next, struct err *e)
{
	int64_t at;

	(void)next;
	if (store_looked(c->store, LOOKED, &at, e) == -1)
		return -1;
	if (at != TIME_NONE && at <= now && now - at < LIMIT_GAP_LOOK)
		return 0;
	if (store_begin(c->store, e) == -1)
		return -1;
	return core_finish(c, look(c, now, e), e);
}
