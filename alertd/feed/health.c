#include <assert.h>

#include "base/clock.h"
#include "feed/health.h"

#define STATES (HEALTH_SHRUNKEN + 1)
#define SEEN (SEEN_FAILED + 1)

/* A cell is the next state plus one; an absent cell refuses. */
#define TO(state) (state + 1)

/*
 * Stale that sees the same and is not old: stale_after was raised. Failing
 * that settles: it failed while it was shrunken.
 */
static const unsigned char table[STATES][SEEN] = {
    [HEALTH_OK] =
	{
	    [SEEN_NEW] = TO(HEALTH_OK),
	    [SEEN_SAME] = TO(HEALTH_OK),
	    [SEEN_OLD] = TO(HEALTH_STALE),
	    [SEEN_PART] = TO(HEALTH_FAILING),
	    [SEEN_SHORT] = TO(HEALTH_SHRUNKEN),
	    [SEEN_FAILED] = TO(HEALTH_FAILING),
	},
    [HEALTH_FAILING] =
	{
	    [SEEN_NEW] = TO(HEALTH_OK),
	    [SEEN_SAME] = TO(HEALTH_OK),
	    [SEEN_OLD] = TO(HEALTH_STALE),
	    [SEEN_PART] = TO(HEALTH_FAILING),
	    [SEEN_SHORT] = TO(HEALTH_SHRUNKEN),
	    [SEEN_SETTLED] = TO(HEALTH_OK),
	    [SEEN_FAILED] = TO(HEALTH_FAILING),
	},
    [HEALTH_STALE] =
	{
	    [SEEN_NEW] = TO(HEALTH_OK),
	    [SEEN_SAME] = TO(HEALTH_OK),
	    [SEEN_OLD] = TO(HEALTH_STALE),
	    [SEEN_PART] = TO(HEALTH_FAILING),
	    [SEEN_SHORT] = TO(HEALTH_SHRUNKEN),
	    [SEEN_FAILED] = TO(HEALTH_FAILING),
	},
    [HEALTH_SHRUNKEN] =
	{
	    [SEEN_NEW] = TO(HEALTH_OK),
	    [SEEN_SAME] = TO(HEALTH_OK),
	    [SEEN_OLD] = TO(HEALTH_STALE),
	    [SEEN_AGAIN] = TO(HEALTH_SHRUNKEN),
	    [SEEN_PART] = TO(HEALTH_FAILING),
	    [SEEN_SHORT] = TO(HEALTH_SHRUNKEN),
	    [SEEN_SETTLED] = TO(HEALTH_OK),
	    [SEEN_FAILED] = TO(HEALTH_FAILING),
	},
};

void
health_init(struct health *h)
{
	*h = (struct health){
	    .since = TIME_NONE,
	    .last_poll = TIME_NONE,
	    .body_since = TIME_NONE,
	};
}

int64_t
health_stamp(const struct health *h, int64_t now)
{
	return h->last_poll != TIME_NONE && h->last_poll >= now
		   ? h->last_poll + 1
		   : now;
}

bool
health_shrank(size_t listed, size_t gone, size_t fresh)
{
	return gone >= HEALTH_GONE && gone > listed - gone &&
	       fresh < gone - fresh;
}

/* Whether the last body, and all since body_since, were so for so long. */
static bool
lasted(const struct health *h, int64_t seconds, int64_t now)
{
	return now - h->body_since >= seconds;
}

enum health_seen
health_read(
    struct health *h, enum body_kind body, bool changed, bool old, int64_t now)
{
	bool shrunken = h->state == HEALTH_SHRUNKEN;

	if (h->body_since == TIME_NONE || h->body != body ||
	    h->body_since > now)
		h->body_since = now;
	h->body = body;
	if (body == BODY_PART)
		return SEEN_PART;
	if (body == BODY_SHORT && lasted(h, HEALTH_SETTLED, now) &&
	    (shrunken || h->state == HEALTH_FAILING)) {
		h->body = BODY_WHOLE;
		return SEEN_SETTLED;
	}
	if (body == BODY_SHORT)
		return SEEN_SHORT;
	if (shrunken && !lasted(h, HEALTH_AGAIN, now))
		return SEEN_AGAIN;
	if (changed)
		return SEEN_NEW;
	return old ? SEEN_OLD : SEEN_SAME;
}

bool
health_next(
    enum feed_health state, enum health_seen seen, enum feed_health *next)
{
	assert((size_t)state < STATES && (size_t)seen < SEEN);
	if (table[state][seen] == 0)
		return false;
	*next = (enum feed_health)(table[state][seen] - 1);
	return true;
}

/* Nobody looked in between: the daemon was stopped, or the machine slept. */
static bool
apart(const struct health *h, int64_t pause, int64_t now)
{
	int64_t most = 3 * pause > HEALTH_LASTS ? 3 * pause : HEALTH_LASTS;

	return pause > 0 && h->last_poll != TIME_NONE &&
	       now - h->last_poll > most;
}

bool
health_step(struct health *h, enum health_seen seen, int64_t pause, int64_t now)
{
	enum feed_health next;

	if (!health_next(h->state, seen, &next))
		return false;
	if (next != h->state || h->since == TIME_NONE || h->since > now) {
		h->since = now;
		h->polls = 0;
	}
	if (apart(h, pause, now))
		h->polls = 0;
	h->state = next;
	h->polls += seen != SEEN_AGAIN;
	h->last_poll = health_stamp(h, now);
	return true;
}

bool
health_due(const struct health *h, int64_t now)
{
	if (h->state == h->told)
		return false;
	/* Stale has lasted long; that it is well is told at once. */
	if (h->state == HEALTH_OK || h->state == HEALTH_STALE)
		return true;
	if (h->state == HEALTH_SHRUNKEN && h->body != BODY_SHORT)
		return false;
	return h->polls >= HEALTH_POLLS && now - h->since >= HEALTH_LASTS;
}

void
health_renew(struct health *h, int64_t now)
{
	/* So long ago that it counts as whole, not as whole again. */
	h->body = BODY_WHOLE;
	h->body_since = now - HEALTH_AGAIN;
}
