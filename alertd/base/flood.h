/*
 * flood.h: what strangers can cause as often as they like is let through so
 * often in a minute, and then counted.
 */
#ifndef BASE_FLOOD_H
#define BASE_FLOOD_H

#include <stdbool.h>
#include <stdint.h>

/* {0} is a quiet one. */
struct flood {
	int64_t began; /* of the minute, UTC */
	int64_t n; /* in it */
};

/*
 * Whether one more at now is among the first most of its minute. *over is how
 * many were not in the minute before, when a new one begins; else 0.
 */
bool flood_pass(struct flood *f, int64_t most, int64_t now, int64_t *over);

#endif
