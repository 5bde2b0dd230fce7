/*
 * confirm.h: nothing is sent before it was shown who gets what and somebody
 * said so.
 */
#ifndef ALERTCTL_SEND_CONFIRM_H
#define ALERTCTL_SEND_CONFIRM_H

#include <jansson.h>

#include "alertctl/ctl.h"
#include "alertctl/send/keeper.h"

enum { CONFIRM_GO = -1, CONFIRM_CHANGE = -2 };

/* What is about to go out. */
struct going {
	const char *what; /* "The first notice of a new incident" */
	const struct incident *incident; /* as it will be */
	enum notice_type type;
	bool told_only; /* to those who were told before, not to all */
	const struct incident *same; /* open already, or NULL */
	/* NULL, or the draft of it, which what stops keeps … */
	const struct keeper *keeper;
	bool can_change; /* … and who is asked may want to change it */
	struct audience_size *size; /* NULL, or set to what was shown */
};

/* Asks for the phrase; CONFIRM_GO, else the status with which to end. */
int confirm_phrase(struct ctl *c, const char *phrase);
/*
 * Shows it and asks, after --dry-run, --yes and --json. CONFIRM_GO;
 * CONFIRM_CHANGE, when that is possible; else the exit status with which to
 * end.
 */
int confirm_going(struct ctl *c, struct core *core, const struct going *g);
/*
 * Others would get a notice of i now than when shown was: 1, told; 0; or -1
 * with *e.
 */
int confirm_resized(struct core *core, const struct incident *i,
    const struct audience_size *shown, struct err *e);
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

#endif
