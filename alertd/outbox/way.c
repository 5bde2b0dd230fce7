#include <assert.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "outbox/way.h"

#define STATES (WAY_TRIED + 1)
#define EVENTS (WAY_TOOK + 1)

/* A cell is the next state plus one; an absent cell refuses. */
#define TO(state) (state + 1)

/*
 * One aside is used as well, when the others are no better: what it then
 * takes shows that it is well.
 */
static const unsigned char table[STATES][EVENTS] = {
    [WAY_WELL] =
	{
	    [WAY_FAILED] = TO(WAY_ASIDE),
	    [WAY_SLOW] = TO(WAY_ASIDE),
	},
    [WAY_ASIDE] =
	{
	    [WAY_FAILED] = TO(WAY_ASIDE),
	    [WAY_SLOW] = TO(WAY_ASIDE),
	    [WAY_TRY] = TO(WAY_TRIED),
	    [WAY_TOOK] = TO(WAY_WELL),
	},
    [WAY_TRIED] =
	{
	    [WAY_FAILED] = TO(WAY_ASIDE),
	    [WAY_SLOW] = TO(WAY_ASIDE),
	    [WAY_TRY] = TO(WAY_TRIED),
	    [WAY_TOOK] = TO(WAY_WELL),
	},
};

void
way_init(struct way *w, const char *name)
{
	*w = (struct way){.name = xstrdup(name),
	    .since = TIME_NONE,
	    .until = TIME_NONE,
	    .why = xstrdup("")};
}

void
way_clear(struct way *w)
{
	free(w->name);
	free(w->why);
	*w = (struct way){0};
}

void
ways_clear(struct ways *l)
{
	for (size_t i = 0; i < l->n; i++)
		way_clear(&l->v[i]);
	free(l->v);
	*l = (struct ways){0};
}

bool
way_next(enum way_state state, enum way_event event, enum way_state *next)
{
	assert((size_t)state < STATES && (size_t)event < EVENTS);
	if (table[state][event] == 0)
		return false;
	*next = (enum way_state)(table[state][event] - 1);
	return true;
}

static void
put_aside(struct way *w, int64_t now)
{
	if (w->state == WAY_WELL) {
		w->since = now;
		w->pause = WAY_PAUSE_FIRST;
	} else if (w->state == WAY_TRIED) {
		w->pause *= 2;
		if (w->pause > WAY_PAUSE_MOST)
			w->pause = WAY_PAUSE_MOST;
	}
	w->until = now + w->pause;
}

/* So far ahead it was set by a clock that was wrong. */
static bool
far_ahead(int64_t at, int64_t now)
{
	return at - now > WAY_PAUSE_MOST;
}

bool
way_ready(const struct way *w, int64_t now)
{
	return w->state != WAY_WELL &&
	       (now >= w->until || far_ahead(w->until, now));
}

bool
way_step(struct way *w, enum way_event event, int64_t began, int64_t now)
{
	enum way_state next;

	if (!way_next(w->state, event, &next))
		return false;
	switch (event) {
	case WAY_FAILED:
	case WAY_SLOW:
		put_aside(w, now);
		break;
	case WAY_TRY:
		if (!way_ready(w, now))
			return false;
		w->until = now + w->pause;
		break;
	case WAY_TOOK:
		if (began < w->since && !far_ahead(w->since, now))
			return false;
		w->since = w->until = TIME_NONE;
		w->pause = 0;
		break;
	}
	w->state = next;
	return true;
}

static bool
before(const struct way *a, const struct way *b)
{
	if (a->state == WAY_WELL || b->state == WAY_WELL)
		return a->state == WAY_WELL && b->state != WAY_WELL;
	return a->until < b->until;
}

/* Puts v[i] in its place among those before it; the equal stay as they are. */
static void
place(const struct ways *l, size_t *v, size_t i)
{
	size_t at = v[i];

	for (; i > 0 && before(&l->v[at], &l->v[v[i - 1]]); i--)
		v[i] = v[i - 1];
	v[i] = at;
}

static void
to_front(size_t *v, size_t at)
{
	size_t i = 0;

	while (v[i] != at)
		i++;
	for (; i > 0; i--)
		v[i] = v[i - 1];
	v[0] = at;
}

void
ways_order(const struct ways *l, bool may_try, int64_t now, struct order *out)
{
	size_t ready = 0;

	*out = (struct order){
	    .v = xcalloc(l->n + 1, sizeof(*out->v)), .n = l->n};
	for (size_t i = 0; i < l->n; i++) {
		out->v[i] = i;
		place(l, out->v, i);
	}
	if (l->n == 0)
		return;
	while (ready < l->n && !way_ready(&l->v[ready], now))
		ready++;
	if (l->v[out->v[0]].state != WAY_WELL) {
		out->alone = true;
	} else if (may_try && ready < l->n) {
		out->alone = out->tries = true;
		to_front(out->v, ready);
	}
}

bool
ways_with_room(const struct ways *l, const int64_t *room, struct order *order)
{
	for (size_t i = 0; i < order->n; i++) {
		size_t at = order->v[i];

		if (room[at] == 0)
			continue;
		to_front(order->v, at);
		order->tries = false;
		order->alone = l->v[at].state != WAY_WELL;
		return true;
	}
	return false;
}
