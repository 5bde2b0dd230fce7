/*
 * health.h: the health of a feed, a state of its own. Pure: what a poll saw
 * comes in with its time; the caller stores, logs and tells.
 *
 * One poll may see two things at once. A feed that cannot be read is failing,
 * whatever it was before: nothing else can be known of it. What is read and
 * lists too little is shrunken, also when the body is the same again. Only
 * what is read, and wholly, can be stale.
 *
 * Each state is told once, and so is that it is well again, but only what
 * lasts (health_due()): one fetch that fails is no news, and nobody is woken
 * for it. A feed that lists now all, now little (two servers behind one name)
 * stays shrunken until it has been whole for HEALTH_AGAIN; one that lists
 * little for HEALTH_SETTLED, and never more, is taken at its word.
 */
#ifndef FEED_HEALTH_H
#define FEED_HEALTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/words.h"

/* Seconds. Each is named in alertd.yaml(5), FEEDS. */
#define HEALTH_LASTS 300 /* failing and shrunken are told after … */
#define HEALTH_POLLS 3 /* … and after so many polls in a row */
#define HEALTH_AGAIN 300 /* whole for so long: no longer shrunken */
#define HEALTH_SETTLED (24 * 3600) /* short for so long: that is the list */
#define HEALTH_GONE 3 /* least events that are gone when it has shrunk */

struct health {
	enum feed_health state;
	int64_t since; /* of the state; TIME_NONE = never polled */
	int64_t polls; /* in a row that saw it */
	int64_t last_poll; /* health_stamp() of it; TIME_NONE = never */
	enum body_kind body; /* the last one that could be read … */
	int64_t body_since; /* … and since when they have been so */
	enum feed_health told; /* what the on-call knows */
};

void health_init(struct health *h); /* ok, never polled */

/*
 * A time for the poll at now that is later than that of the poll before, also
 * in the same second and after the clock was set back: what a body lists is
 * marked with it, so that the rest is known to be gone.
 */
int64_t health_stamp(const struct health *h, int64_t now);

/* What a poll saw. Only a shrunken feed can be seen AGAIN or SETTLED. */
enum health_seen {
	SEEN_NEW, /* read wholly: something is new */
	SEEN_SAME, /* read wholly: nothing is */
	SEEN_OLD, /* nor was for stale_after */
	SEEN_AGAIN, /* whole again, but not yet for HEALTH_AGAIN */
	SEEN_PART, /* only a part could be read */
	SEEN_SHORT, /* most of the events are gone */
	SEEN_SETTLED, /* and have been for HEALTH_SETTLED */
	SEEN_FAILED /* it could not be read */
};

/*
 * Whether a list has shrunk: of the listed events gone are missing, and fresh
 * new ones are in it. More than half and at least HEALTH_GONE must be gone.
 * When new ones have come for half of them or more, the list has moved on, as
 * it does while nobody looks, and has not shrunk.
 */
bool health_shrank(size_t listed, size_t gone, size_t fresh);

/*
 * What it means that such a body was read (a body that is the same as last
 * time: h->body again), and books it. old: nothing was new for stale_after.
 */
enum health_seen health_read(
    struct health *h, enum body_kind body, bool changed, bool old, int64_t now);

/*
 * The state after a poll: true and *next, or false when the table refuses it
 * (an absent cell).
 */
bool health_next(
    enum feed_health state, enum health_seen seen, enum feed_health *next);

/*
 * Steps *h; false: refused. pause: seconds between two polls, 0 = unknown;
 * polls that lie further apart than three pauses are not in a row, since
 * nobody looked in between.
 */
bool health_step(
    struct health *h, enum health_seen seen, int64_t pause, int64_t now);

/* Whether the on-call is to hear of the state now; then set h->told. */
bool health_due(const struct health *h, int64_t now);

/* Another source: what it lists is compared with nothing before. */
void health_renew(struct health *h, int64_t now);

#endif
