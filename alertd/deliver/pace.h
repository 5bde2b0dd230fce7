/*
 * pace.h: for how long a relay usually lets wait for its next word, and from
 * which silence on it is late, or given up. Pure: times come in.
 */
#ifndef DELIVER_PACE_H
#define DELIVER_PACE_H

#include <stdbool.h>
#include <stdint.h>

/* Milliseconds, and times what is usual; named in alertd(8), FAILOVER. */
#define PACE_LATE_TIMES 2
#define PACE_LATE_OPENING 5 /* at least; it has not said a word yet … */
#define PACE_LATE_SENDING 25 /* … and here it has, a moment ago */
#define PACE_LATE_UNKNOWN 100 /* where nothing is known of it */
#define PACE_LOST_TIMES 10
#define PACE_LOST_LEAST 3000

enum pace_stage {
	PACE_OPENING, /* until it is ready for a message */
	PACE_SENDING /* from MAIL to the answer to the end of the message */
};
#define PACE_STAGES (PACE_SENDING + 1)

struct pace {
	int64_t usual[PACE_STAGES]; /* the longest silence, ms; 0: not known */
	bool heard[PACE_STAGES]; /* since it faded last */
};

/* What the configuration says; milliseconds. */
struct pace_conf {
	int64_t late_after; /* 0: by what is usual */
	int64_t slow_after; /* none is longer */
};

/* Nothing is known. */
void pace_init(struct pace *p);
/*
 * A message got its result, and longest was the longest silence of the stage.
 * A longer one than is usual counts, but no more than twice that: one answer
 * alone that was held up does not set the pace.
 */
void pace_heard(struct pace *p, enum pace_stage stage, int64_t longest);
/* Before something is sent: what was heard before the last matters less. */
void pace_fade(struct pace *p);
/* After so many ms of silence what it was not given goes to others … */
int64_t pace_late(
    const struct pace *p, enum pace_stage stage, const struct pace_conf *conf);
/* … and after so many what it has, too, as long as it cannot have taken it. */
int64_t pace_lost(
    const struct pace *p, enum pace_stage stage, const struct pace_conf *conf);

#endif
