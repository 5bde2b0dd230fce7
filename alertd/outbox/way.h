/*
 * way.h: a relay or gateway is a way that messages go, and whether it is well
 * is known to all workers of its channel (store/ways.h). One that fails, or
 * leaves a message without result for slow_after, goes behind the others for
 * a pause; then one message tries it, and when that is answered it is where
 * it was, else the pause is twice as long. Pure: time comes in, the caller
 * stores and tells.
 */
#ifndef OUTBOX_WAY_H
#define OUTBOX_WAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/words.h"

/* Seconds. Both are named in alertd(8), FAILOVER. */
#define WAY_PAUSE_FIRST 60
#define WAY_PAUSE_MOST 900

struct way {
	char *name; /* "smtp.example.dk:587", or the gateway's; owned */
	enum way_state state;
	/* Of one that is not well: */
	int64_t since;
	int64_t until; /* it is not tried before, nor by a second message */
	int64_t pause; /* seconds */
	char *why; /* in a few words; owned, "" when it is well */
};

struct ways {
	struct way *v;
	size_t n;
};

enum way_event {
	WAY_FAILED, /* no connection, no answer, refused as a whole */
	WAY_SLOW, /* a message was without result for slow_after */
	WAY_TRY, /* its pause is over, and a message goes by it */
	WAY_TOOK /* a recipient was taken, or refused for good */
};

/* Copies name; it is well. */
void way_init(struct way *w, const char *name);
void way_clear(struct way *w);
void ways_clear(struct ways *l);

/* The table alone: false when the event means nothing in that state. */
bool way_next(enum way_state state, enum way_event event, enum way_state *next);
/*
 * Steps w. WAY_TOOK of a message that was begun before w was put aside says
 * nothing of how it is now (began: when; of no meaning with other events).
 * Returns whether w has changed; why is then the caller's to set.
 */
bool way_step(struct way *w, enum way_event event, int64_t began, int64_t now);
/* Whether a message may try it: its pause is over. */
bool way_ready(const struct way *w, int64_t now);

/* In which order one send tries them. */
struct order {
	size_t *v; /* their places in the configuration; release with free() */
	size_t n;
	/*
	 * One message alone is taken: the first is not well, so that more
	 * would wait behind the one that it may keep.
	 */
	bool alone;
	bool tries; /* the first is one whose pause is over: WAY_TRY */
};

/*
 * Those that are well as they are configured; then the others, whose pause
 * ends first before. Once one is well, and if the message may try, the first
 * whose pause is over goes before all.
 */
void
ways_order(const struct ways *l, bool may_try, int64_t now, struct order *out);
/*
 * The first in order that may be given something (room: how much each may)
 * goes before the others; false: none may.
 */
bool
ways_with_room(const struct ways *l, const int64_t *room, struct order *order);

#endif
