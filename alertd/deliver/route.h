/*
 * route.h: which relay or gateway a worker tries first, from what all workers
 * of the channel have learnt, and what it adds to that.
 */
#ifndef DELIVER_ROUTE_H
#define DELIVER_ROUTE_H

#include "deliver/worker.h"
#include "outbox/outbox.h"
#include "outbox/way.h"

/* For one step of a worker; release with route_clear(). */
struct route {
	const struct worker *w;
	struct ways ways;
	struct order order;
	int64_t *room; /* of each: how many more its rate allows */
	int64_t room_at; /* when the first of them has some: clock.mono_ms */
	bool stray; /* something does not wait for the first of them */
	bool full; /* the first that is to be used has no room … */
	bool due; /* … and something waits for that */
	int64_t patience; /* of the claim */
};

/* What is no page waits so long for the room of its first way: seconds. */
#define ROUTE_PATIENCE 60

/*
 * Reads the store and orders w->transport's ways: where the first has been
 * given as many as its rate allows, the next that has room goes before it, for
 * a page, and for what has waited a minute. 0 or -1 with *e.
 */
int
route_open(struct route *r, const struct worker *w, int64_t now, struct err *e);
void route_clear(struct route *r);
/* What may be claimed: nothing while the route is full. */
struct claim route_claim(const struct route *r, int64_t now);
/*
 * Of n messages or recipients that are about to go by way: 1 when its rate
 * allows them, which are counted then; 0 when not; -1 with *e. In the
 * transaction that begins them. *next is when it has room, if not.
 */
int route_count(
    const struct worker *w, size_t way, size_t n, int64_t *next, struct err *e);
/*
 * These were claimed, and go by what is tried again, if anything is: but a
 * page to the on-call, which must not be kept, tries nothing. 0 or -1 with *e.
 */
int route_begin(
    struct route *r, const struct messages *l, int64_t now, struct err *e);

/* The first is tried again: whoever asks after this waits for what it says. */
int route_try(struct route *r, int64_t now, struct err *e);
/* Its order without any that is only tried. */
void route_calm(struct route *r, int64_t now);

/*
 * The first that is well, has room and is not late goes before a first one
 * that is late: nobody puts that aside, since it may only be slow to answer.
 */
void route_hurry(struct route *r, const bool *late);

/* The name of a way, "" for none. */
const char *route_way(const struct worker *w, size_t way);
/* The way is of no use; a store that fails is logged: nothing hangs on it. */
void
route_failed(const struct worker *w, size_t way, const char *why, int64_t now);
/*
 * What became of a message that was begun then by way. In the caller's
 * transaction; 0 or -1 with *e.
 */
int route_result(const struct worker *w, size_t way, int64_t began,
    const struct result *results, size_t n, int64_t now, struct err *e);

#endif
