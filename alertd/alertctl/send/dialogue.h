/*
 * dialogue.h: asks on the terminal for what a notice needs and nobody has
 * said. Each answer goes into the draft at once.
 */
#ifndef ALERTCTL_SEND_DIALOGUE_H
#define ALERTCTL_SEND_DIALOGUE_H

#include "alertctl/send/keeper.h"

struct dialogue {
	struct ctl *c;
	struct core *core;
	struct said *said;
	struct keeper *keeper;
	int64_t now;
	bool all; /* again, also what was said: that is what an empty line means
		   */
};

/* All that the first notice of a new incident needs. 0, or -1: stopped. */
int dialogue_new(struct dialogue *d);
/* The text of an update of i. 0, or -1: stopped. */
int dialogue_text(struct dialogue *d, const struct incident *i);

#endif
