/*
 * rate.h: how many a relay or gateway may still be given, after what it was
 * given. No span of the rate's length, wherever it begins, holds more than the
 * rate allows, and nothing waits longer than that takes: what was begun is
 * remembered, and counts until its span is over. (A bucket that fills evenly
 * would let twice as many through in one span, or make the first wait.)
 * Pure: times are milliseconds of the clock that nobody sets (base/clock.h).
 */
#ifndef OUTBOX_RATE_H
#define OUTBOX_RATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rate.h"

/* So many were begun, at the latest then. */
struct rate_use {
	int64_t at, n;
};

/* In order of time; {0} is empty. Release with rate_log_clear(). */
struct rate_log {
	struct rate_use *v;
	size_t n;
};

void rate_log_clear(struct rate_log *l);
void rate_log_add(struct rate_log *l, struct rate_use use);

/*
 * What is begun at now counts as begun then: a little later, never before, so
 * that no more than RATE_STEPS uses are remembered of a span.
 */
#define RATE_STEPS 10000
int64_t rate_at(const struct rate *r, int64_t now);
/* How many more may be begun at now; INT64_MAX without a rate. */
int64_t rate_room(const struct rate *r, const struct rate_log *l, int64_t now);
/* That long after it is of no matter any more a use is still known: ms. */
#define RATE_KEPT (3 * 60 * 1000)
/* When the next may be: now, or later. */
int64_t rate_next(const struct rate *r, const struct rate_log *l, int64_t now);
/* Whether it had no room at any time since now - back. */
bool rate_was_full(
    const struct rate *r, const struct rate_log *l, int64_t back, int64_t now);

#endif
