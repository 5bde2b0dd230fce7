/*
 * decide.h: what can be done with an incident that exists, and which one is
 * meant.
 */
#ifndef ALERTCTL_SEND_DECIDE_H
#define ALERTCTL_SEND_DECIDE_H

#include "alertctl/ctl.h"

/* A command of its name. */
struct verb {
	const char *name;
	const char *what; /* it sends; to be translated */
	bool has_event; /* else the incident must be open */
	enum incident_event event;
	enum notice_type type;
	bool told_only; /* to those who were told */
	int (*act)(struct core *, int64_t, const struct statement *, int64_t,
	    struct err *);
};

const struct verb *verb_find(const char *name);
bool verb_is_update(const struct verb *v);
bool verb_fits(const struct verb *v, const struct incident *i);
/*
 * Says that it does not fit, since when and because of whom, and what does.
 * Returns the exit status.
 */
int verb_refused(struct ctl *c, const struct verb *v, const struct incident *i);
/*
 * The one live incident that fits the verb, when only one does; else an exit
 * status, after each that could be meant was named with its exact command.
 * What ended is never meant unless it is named: with --yes it would go out at
 * once. Release *out with incident_clear() on 0.
 */
int verb_implied(struct ctl *c, const struct verb *v, struct incident *out);

/* "alertctl approve 3, alertctl dismiss 3"; release with free(). */
char *decide_hint(const struct incident *i);

#endif
