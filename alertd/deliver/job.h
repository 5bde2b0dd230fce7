/*
 * job.h: one message on its way through the relays: which of its recipients
 * are still to be tried, and what became of the others.
 */
#ifndef DELIVER_JOB_H
#define DELIVER_JOB_H

#include <stdbool.h>

#include "base/buf.h"
#include "deliver/transport.h"

enum item_state {
	ITEM_TODO, /* to be tried with the relay at hand */
	ITEM_TRIED, /* failed for now: for the next relay, if there is one */
	ITEM_DONE /* final, or must not be tried again now */
};

struct item {
	const struct recipient *to;
	struct result result; /* set unless it was never tried */
	enum item_state state;
};

struct job {
	const struct message *m;
	struct buf mail; /* composed when it is first needed */
	struct item *items; /* the recipients that are due */
	size_t n;
};

/* Unusable addresses are done from the start: failed. Borrows m. */
void job_init(struct job *j, const struct message *m);
void job_clear(struct job *j);
/* Sets what became of a recipient; its state follows from the outcome. */
void item_set(struct item *i, enum outcome outcome, int code,
    const char *answer, const char *via);
/* How many recipients are in a state. */
size_t job_count(const struct job *j, enum item_state state);
/* True when a relay took, or may have taken, a recipient. */
bool job_taken(const struct job *j);
/* True when a relay was asked for any recipient, or none is to be asked. */
bool job_begun(const struct job *j);
/* True when a relay has refused a recipient for now. */
bool job_tried(const struct job *j);
/* What was tried is to be tried again, with the next relay. */
void job_again(struct job *j);
/*
 * The results, one for each item; what was never tried has failed for now,
 * because of why. What they hold is the job's; release the array with free().
 */
struct result *job_results(struct job *j, const char *why);

#endif
