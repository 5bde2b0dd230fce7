/* rate.h: so many in any span of so long. */
#ifndef BASE_RATE_H
#define BASE_RATE_H

#include <stdint.h>

#define RATE_MOST 1000000

struct rate {
	int64_t most; /* 0: as many as there are */
	int64_t span; /* milliseconds */
};

/*
 * "30/min": a number from 1 to RATE_MOST, and one of s, min, h, d. Returns 0,
 * or -1 and leaves *out alone.
 */
int rate_parse(const char *s, struct rate *out);
/* What rate_parse() reads, "" for none; release with free(). */
char *rate_format(const struct rate *r);

#endif
