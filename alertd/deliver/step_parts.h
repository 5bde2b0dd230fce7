/*
 * step_parts.h: what a step is made of. step.c: what a transport says, and
 * what holds since it is committed; haul.c: the transaction of a round.
 */
#ifndef DELIVER_STEP_PARTS_H
#define DELIVER_STEP_PARTS_H

#include <sys/queue.h>

#include "base/clock.h"
#include "deliver/route.h"
#include "deliver/worker.h"

/* What has happened to a claimed message. */
struct mark {
	bool told; /* or gone: others have it */
	bool begun;
	size_t way; /* that it went by last … */
	int64_t at; /* … and when it was begun */
};

/* One that was claimed after the step had begun. */
struct extra {
	struct message m; /* first: step_mark() */
	struct mark mark;
	TAILQ_ENTRY(extra) link;
};
TAILQ_HEAD(extras, extra);

/* One step: what was claimed, and what was told of it. */
struct step {
	struct worker *w;
	const struct messages *claimed;
	struct mark *marks; /* one for each */
	struct extras stock; /* claimed since, and not begun */
	struct extras hand; /* claimed since, begun, and not told */
	size_t in_hand; /* begun and not told, of all */
	struct route *route;
	struct going *more; /* of the last round */
	bool lonely; /* what was claimed goes alone */
	size_t way; /* that the last one went by */
	struct clock began;
	int64_t now;
	bool failed; /* the store */
	bool told; /* something is */
	int64_t room_at; /* of what another than the first had no room for */
	struct err *e;
};

/* What a transaction brings, of which nothing holds before it is committed. */
struct haul {
	struct extras fresh; /* claimed */
	struct going
	    *begun; /* those of fresh and of stock that are begun now */
	size_t n;
	struct route route; /* as it is now; all 0 when it was not read */
	struct going idle; /* begun before it is asked for; .m NULL: none */
	bool full; /* what was going is too much for the first way: not begun */
	int64_t room_at; /* when there is room for some of it */
	int64_t now;
};

/* Whether m was claimed after the step had begun: it is in a struct extra. */
bool step_is_extra(const struct step *s, const struct message *m);
struct mark *step_mark(const struct step *s, const struct message *m);
void extra_free(struct extra *x);
void extras_free(struct extras *l);

/* now is the step's, as it has moved. Release with haul_clear(). */
void haul_init(struct haul *h, int64_t now);
void haul_clear(struct haul *h);
/*
 * One transaction: what is done, what is going, what idle is, and what more is
 * begun. 0, or -1 with *e: nothing has changed. *s is as before in each case:
 * it is the caller who takes over what is in *h.
 */
int haul_round(
    const struct step *s, struct round *r, struct haul *h, struct err *e);
/* Without being asked for it is not begun where it may be too much. */
bool haul_begins_idle(const struct step *s, const struct haul *h);

#endif
