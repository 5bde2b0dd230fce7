/*
 * slow.h: nothing waits for one relay or gateway. In each turn the core looks
 * for what is under way without result for slow_after, and has what it keeps
 * back given to others (outbox/pass.h); where every worker of a channel is
 * behind such a message, and none of them takes what waits when it is woken,
 * one more is wanted, until nothing is due.
 */
#ifndef CORE_SLOW_H
#define CORE_SLOW_H

#include "core/core.h"
#include "outbox/rate.h"
#include "outbox/way.h"

struct slow_look {
	/* What the core cannot know; set before. By channel. */
	size_t alive[CHANNEL_SMS + 1]; /* workers, the spare among them */
	/* What it found. */
	bool spare[CHANNEL_SMS + 1]; /* one more is wanted */
	bool released; /* wake the workers */
	int64_t next; /* UTC: when to look again; TIME_NONE: nothing is due */
};

/* 0; -1 with *e: a channel could not be looked at, and l says nothing. */
int core_slow(struct core *c, struct slow_look *l, int64_t now, struct err *e);

/* Forgets relays and gateways that are not configured any more. 0 or -1. */
int core_ways_begin(struct core *c, struct err *e);

/*
 * How the channel's relays or gateways are, all of them and as they are
 * configured. Release with ways_clear(), also on -1.
 */
int core_ways(struct store *s, const struct config *conf, enum channel channel,
    struct ways *out, struct err *e);

/* A relay or gateway with a rate: rate: of alertd.yaml(5). */
struct way_room {
	struct rate rate; /* most is 0: it has none */
	bool full; /* it has been given as many as its rate allows */
	bool was_full; /* now, or at any time in the last minutes */
	int64_t wait; /* ms until there is room */
};

/*
 * What room the rates of the channel's relays or gateways leave, as they are
 * configured: *out of *n. Release with free(), also on -1.
 */
int core_rooms(struct store *s, const struct config *conf, enum channel channel,
    struct way_room **out, size_t *n, struct err *e);
/* Whether what is due may wait for that: all of them were full. */
int core_rates_wait(struct store *s, const struct config *conf,
    enum channel channel, bool *wait, struct err *e);

#endif
