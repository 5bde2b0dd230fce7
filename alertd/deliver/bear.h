/*
 * bear.h: how many sessions at once a relay bears. One fewer each time that it
 * says so, and one more, slowly, while it takes what it is given. Pure: time
 * comes in.
 */
#ifndef DELIVER_BEAR_H
#define DELIVER_BEAR_H

#include <stddef.h>
#include <stdint.h>

/* Milliseconds; named in alertd(8), FAILOVER. */
#define BEAR_PAUSE_FIRST 30000
#define BEAR_PAUSE_MOST 900000
#define BEAR_GROW 5000

struct bear {
	size_t most; /* at least 1 */
	size_t sessions; /* that it bears, 1 to most */
	size_t stood; /* as many as it took something with */
	int64_t pause; /* ms until more are tried, from the last refusal on */
	int64_t until; /* it is over; monotonic ms */
	int64_t grow; /* not before, either */
};

enum bear_event {
	BEAR_TOOK, /* a message */
	/* 421, 432, 450, 451, 452, or no connection while others stand. */
	BEAR_REFUSED,
	BEAR_GONE /* none stands: that is not because of their number */
};

void bear_init(struct bear *b, size_t most);
/*
 * Refused: one fewer, and no more than the others that stand (SIZE_MAX: that
 * says nothing of them), but one; nothing is added for a pause, which is twice
 * as long when it had not been over for as long again. Took: one more when the
 * pause is over, and then each BEAR_GROW. Gone: as many as before.
 */
void bear_step(
    struct bear *b, enum bear_event event, size_t others, int64_t mono_ms);

#endif
