/*
 * progress.h: how far a notice is, in words. Pure.
 */
#ifndef ALERTCTL_SEND_PROGRESS_H
#define ALERTCTL_SEND_PROGRESS_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "store/progress.h"

enum left_kind {
	LEFT_NOTHING, /* all that can be done is */
	LEFT_LATER, /* only what waits for another try */
	LEFT_UNKNOWN, /* too little has gone out to tell */
	LEFT_STALLED, /* nothing has for a while */
	LEFT_NOBODY, /* there is nobody who sends it */
	LEFT_SECONDS
};

struct left {
	enum left_kind kind;
	int64_t
	    seconds; /* LEFT_SECONDS: so many; LEFT_STALLED: since so many */
};

/*
 * What is left, by the rate at which it went so far. Nothing is promised from
 * less than PROGRESS_LEAST results and seconds, nor when nobody sends.
 */
#define PROGRESS_LEAST 3
#define PROGRESS_STALLED 60 /* seconds without a result */
struct left progress_left(const struct progress *p, int64_t now, bool sending);

/*
 * "96/98 municipalities reached, 470/490 people, 3 failed, 14 waiting, about
 * 2m left"; release with free().
 */
char *progress_sentence(const struct progress *p, int64_t now, bool sending);
/* The same in fewer words, for one row of a terminal, while it is sent. */
char *progress_line(const struct progress *p, int64_t now);
/* New reference. */
json_t *progress_json(const struct progress *p, int64_t now, bool sending);

#endif
