#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "deliver/route.h"
#include "outbox/pass.h"
#include "store/ways.h"

/* Before that, what was given is of no matter any more. */
static int64_t
oldest(const struct rate *rate, int64_t mono)
{
	return mono - rate->span - RATE_KEPT;
}

static const struct rate *
rate_of(const struct worker *w, size_t way)
{
	static const struct rate none;

	return w->rates == NULL || way >= w->transport->ways.n ? &none
							       : &w->rates[way];
}

static int
read_log(const struct worker *w, size_t way, int64_t mono, struct rate_log *out,
    struct err *e)
{
	const struct rate *rate = rate_of(w, way);

	return rate->most == 0
		   ? 0
		   : store_rate_log(w->store, w->channel, route_way(w, way),
			 oldest(rate, mono), out, e);
}

static int
read_room(struct route *r, int64_t mono, struct err *e)
{
	int n = 0;

	r->room = xcalloc(r->ways.n + 1, sizeof(*r->room));
	r->room_at = TIME_NONE;
	for (size_t i = 0; n == 0 && i < r->ways.n; i++) {
		const struct rate *rate = rate_of(r->w, i);
		struct rate_log l = {0};

		n = read_log(r->w, i, mono, &l, e);
		r->room[i] = rate_room(rate, &l, mono);
		if (r->room[i] == 0)
			clock_sooner(&r->room_at, rate_next(rate, &l, mono));
		rate_log_clear(&l);
	}
	return n;
}

static bool
has_room(const struct route *r)
{
	for (size_t i = 0; i < r->ways.n; i++)
		if (r->room[i] > 0)
			return true;
	return false;
}

/* What is due while the first has no room. */
static int
look_at_due(struct route *r, int64_t now, struct err *e)
{
	const struct worker *w = r->w;
	int64_t due = TIME_NONE, left;
	int page = outbox_page_waits(w->store, w->channel, now, e);

	if (page == -1 || outbox_next(w->store, w->channel, &due, e) == -1)
		return -1;
	r->due = due != TIME_NONE && due <= now;
	left = r->due ? due + ROUTE_PATIENCE - now : 0;
	r->stray = page == 1 || (r->due && left <= 0);
	/* Then it may go by another. */
	if (left > 0 && has_room(r))
		clock_sooner(&r->room_at, clock_read().mono_ms + left * 1000);
	return 0;
}

static void
arrange(struct route *r, bool may_try, int64_t now)
{
	free(r->order.v);
	ways_order(&r->ways, may_try, now, &r->order);
	r->patience = 0;
	r->full = r->order.n > 0 && r->room[r->order.v[0]] == 0;
	if (!r->full)
		return;
	if (r->order.tries) {
		arrange(r, false, now);
		return;
	}
	if (!r->stray || !ways_with_room(&r->ways, r->room, &r->order))
		return;
	r->full = false;
	r->patience = ROUTE_PATIENCE;
}

int
route_open(struct route *r, const struct worker *w, int64_t now, struct err *e)
{
	*r = (struct route){.w = w};
	if (store_ways(
		w->store, w->channel, &w->transport->ways, &r->ways, e) == -1 ||
	    read_room(r, clock_read().mono_ms, e) == -1)
		return -1;
	arrange(r, true, now);
	if (!r->full)
		return 0;
	if (look_at_due(r, now, e) == -1)
		return -1;
	arrange(r, true, now);
	return 0;
}

void
route_clear(struct route *r)
{
	ways_clear(&r->ways);
	free(r->order.v);
	free(r->room);
	*r = (struct route){0};
}

static size_t
least(size_t a, int64_t room)
{
	return room < (int64_t)a ? (size_t)room : a;
}

struct claim
route_claim(const struct route *r, int64_t now)
{
	const struct worker *w = r->w;
	int64_t room = r->order.n == 0 ? INT64_MAX : r->room[r->order.v[0]];
	size_t recipients = w->transport->recipients;
	struct claim c = {.channel = w->channel,
	    .now = now,
	    .worker = w->id,
	    .messages = r->order.alone ? 1 : w->transport->batch,
	    .recipients = recipients,
	    .patience = r->patience};

	c.messages = r->full ? 0 : least(c.messages, room);
	if (w->channel == CHANNEL_SMS && room < INT64_MAX)
		c.recipients = least(
		    recipients == 0 ? (size_t)RATE_MOST : recipients, room);
	return c;
}

int
route_count(
    const struct worker *w, size_t way, size_t n, int64_t *next, struct err *e)
{
	const struct rate *rate = rate_of(w, way);
	int64_t mono = clock_read().mono_ms;
	struct rate_log l = {0};
	int r;

	if (rate->most == 0)
		return 1;
	r = read_log(w, way, mono, &l, e);
	if (r == 0 && rate_room(rate, &l, mono) < (int64_t)n) {
		*next = rate_next(rate, &l, mono);
	} else if (r == 0) {
		const struct rate_use use = {rate_at(rate, mono), (int64_t)n};

		r = store_rate_use(w->store, w->channel, route_way(w, way), use,
			oldest(rate, mono), e) == -1
			? -1
			: 1;
	}
	rate_log_clear(&l);
	return r;
}

static int
learn(const struct worker *w, size_t way, enum way_event event, const char *why,
    int64_t began, int64_t now, struct err *e)
{
	const struct learnt l = {
	    w->channel, route_way(w, way), event, why, w->actor, began};

	return outbox_learn(w->store, &l, now, e);
}

void
route_calm(struct route *r, int64_t now)
{
	arrange(r, false, now);
}

void
route_hurry(struct route *r, const bool *late)
{
	int64_t *room;

	if (r->order.n == 0 || !late[r->order.v[0]])
		return;
	room = xcalloc(r->order.n, sizeof(*room));
	for (size_t i = 0; i < r->order.n; i++)
		if (!late[i] && r->ways.v[i].state == WAY_WELL)
			room[i] = r->room[i];
	if (ways_with_room(&r->ways, room, &r->order))
		r->full = false;
	free(room);
}

int
route_try(struct route *r, int64_t now, struct err *e)
{
	return learn(r->w, r->order.v[0], WAY_TRY, "", now, now, e);
}

int
route_begin(
    struct route *r, const struct messages *l, int64_t now, struct err *e)
{
	if (!r->order.tries)
		return 0;
	if (l->v[0].audience != ORG_ONCALL)
		return route_try(r, now, e);
	route_calm(r, now);
	return 0;
}

const char *
route_way(const struct worker *w, size_t way)
{
	const struct strv *names = &w->transport->ways;

	return way < names->n ? names->v[way] : "";
}

void
route_failed(const struct worker *w, size_t way, const char *why, int64_t now)
{
	struct err e;

	if (learn(w, way, WAY_FAILED, why, now, now, &e) == -1)
		log_error("%s: %s", route_way(w, way), e.msg);
}

int
route_result(const struct worker *w, size_t way, int64_t began,
    const struct result *results, size_t n, int64_t now, struct err *e)
{
	bool took = false;

	for (size_t i = 0; i < n; i++)
		took = took || results[i].outcome == OUTCOME_ACCEPTED ||
		       (results[i].outcome == OUTCOME_PERMFAIL &&
			   results[i].code != 0);
	if (!took || *route_way(w, way) == '\0')
		return 0;
	return learn(w, way, WAY_TOOK, "", began, now, e);
}
