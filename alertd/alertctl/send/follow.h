/*
 * follow.h: how far a notice is, on one line of a terminal that is written
 * again and again while it goes out. In a pipe nothing is written.
 */
#ifndef ALERTCTL_SEND_FOLLOW_H
#define ALERTCTL_SEND_FOLLOW_H

#include "alertctl/ctl.h"

struct follow {
	struct ctl *c;
	int64_t incident;
	int notice;
	bool on; /* standard output is a terminal, and there is a notice */
	size_t width; /* of what was written last */
	int64_t next; /* monotonic ms: not before it is written again */
};

void
follow_begin(struct follow *f, struct ctl *c, int64_t incident, int notice);
/* Writes it again, when a moment has passed; arg is a struct follow. */
void follow_turn(void *arg);
/* The line is gone, and what follows begins at its place. */
void follow_end(struct follow *f);

/*
 * With a daemon: until all who can be reached now are, or Ctrl-C, which says
 * that the daemon goes on. EX_TEMPFAIL when the daemon goes away meanwhile.
 */
int follow_daemon(struct ctl *c, int64_t incident, int notice);

#endif
