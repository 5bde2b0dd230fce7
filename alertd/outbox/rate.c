#include <stdlib.h>

#include "base/mem.h"
#include "outbox/rate.h"

void
rate_log_clear(struct rate_log *l)
{
	free(l->v);
	*l = (struct rate_log){0};
}

void
rate_log_add(struct rate_log *l, struct rate_use use)
{
	l->v = xgrow(l->v, l->n, sizeof(*l->v)); /* a day's log may be long */
	l->v[l->n++] = use;
}

int64_t
rate_at(const struct rate *r, int64_t now)
{
	int64_t step = r->span / RATE_STEPS;

	if (step < 1)
		step = 1;
	/* The clock shows whole milliseconds: it was later than now. */
	return (now / step + 1) * step;
}

/* One that lies ahead was before the clock began anew, at 0. */
static int64_t
at_of(const struct rate *r, const struct rate_use *use, int64_t now)
{
	return use->at <= rate_at(r, now) ? use->at : 0;
}

static int64_t
used_since(
    const struct rate *r, const struct rate_log *l, int64_t since, int64_t now)
{
	int64_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		if (at_of(r, &l->v[i], now) > since)
			n += l->v[i].n;
	return n;
}

int64_t
rate_room(const struct rate *r, const struct rate_log *l, int64_t now)
{
	int64_t used;

	if (r->most == 0)
		return INT64_MAX;
	used = used_since(r, l, now - r->span, now);
	return used < r->most ? r->most - used : 0;
}

int64_t
rate_next(const struct rate *r, const struct rate_log *l, int64_t now)
{
	int64_t used, next = now;

	if (r->most == 0)
		return now;
	used = used_since(r, l, now - r->span, now);
	for (size_t i = 0; used >= r->most && i < l->n; i++) {
		int64_t at = at_of(r, &l->v[i], now);

		if (at <= now - r->span)
			continue;
		used -= l->v[i].n;
		next = at + r->span;
	}
	return next;
}

bool
rate_was_full(
    const struct rate *r, const struct rate_log *l, int64_t back, int64_t now)
{
	return r->most > 0 &&
	       used_since(r, l, now - r->span - back, now) >= r->most;
}
