/*
 * lastway.h: one way of the last resort: a worker program that is started
 * with -r, is given the text, and ends by itself or is killed. Nothing here
 * waits.
 */
#ifndef LASTWAY_H
#define LASTWAY_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/err.h"
#include "starter.h"

/* Of that program; {.out = -1} is idle. */
struct lastway {
	pid_t pid; /* 0 = none runs */
	int out; /* what it prints */
	int64_t until; /* monotonic ms; then it is killed */
	int accepted; /* addresses, so far */
	char held[16]; /* the begin of a line */
	size_t n_held;
};

/*
 * Has the program ("alertd-mail") started and hands it the text, of at most
 * LIMIT_RESORT_TEXT bytes. -1 with *e: nothing runs.
 */
int lastway_start(struct lastway *w, struct starter *starter,
    const char *program, const char *text, int64_t mono_ms, struct err *e);
/*
 * Reads on. 1 when it has ended: w->accepted is how many addresses were
 * reached, none when it failed; else 0. Who waits for children may take it.
 */
int lastway_look(struct lastway *w, int64_t mono_ms);

#endif
