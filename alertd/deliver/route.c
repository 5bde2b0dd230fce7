#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/mem.h"
#include "deliver/route.h"
#include "outbox/pass.h"
#include "store/ways.h"

int
route_open(struct route *r, const struct worker *w, int64_t now, struct err *e)
{
	*r = (struct route){.w = w};
	if (store_ways(
		w->store, w->channel, &w->transport->ways, &r->ways, e) == -1)
		return -1;
	ways_order(&r->ways, true, now, &r->order);
	return 0;
}

void
route_clear(struct route *r)
{
	ways_clear(&r->ways);
	free(r->order.v);
	*r = (struct route){0};
}

size_t
route_batch(const struct route *r)
{
	return r->order.alone ? 1 : r->w->transport->batch;
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
	free(r->order.v);
	ways_order(&r->ways, false, now, &r->order);
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
