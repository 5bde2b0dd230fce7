/*
 * confirm.h: nothing is sent before it was shown who gets what and somebody
 * said so.
 */
#ifndef ALERTCTL_CONFIRM_H
#define ALERTCTL_CONFIRM_H

#include "alertctl/ctl.h"

/* What is about to go out. */
struct going {
	const char *what; /* "The first notice of a new incident" */
	const struct incident *incident; /* as it will be */
	enum notice_type type;
	bool told_only; /* to those who were told before, not to all */
	const struct incident *same; /* open already, or NULL */
};

/* Asks for the phrase; -1 go on, else the status with which to end. */
int confirm_phrase(struct ctl *c, const char *phrase);
/*
 * Shows it and asks, after --dry-run, --yes and --json. -1: go on; else the
 * exit status with which to end.
 */
int confirm_going(struct ctl *c, struct core *core, const struct going *g);
/*
 * Says what became of the incident and delivers what core has queued, which
 * may be for the on-call alone. Returns the exit status.
 */
int confirm_done(struct ctl *c, const struct core *core, int64_t incident,
    int notices_before);

/*
 * The same behind what was said already: delivers, and prints j, which it takes
 * over, with what became of that. notice as deliver_now() takes it.
 */
int confirm_end(struct ctl *c, const struct core *core, int64_t incident,
    int notice, json_t *j);

/* A line from the terminal after a prompt; NULL at its end; free(). */
char *ask_line(const char *prompt);

#endif
