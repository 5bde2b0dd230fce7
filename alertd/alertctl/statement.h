/*
 * statement.h: what an operator says of an incident, from the options of
 * send and update, asked for on a terminal where it is missing.
 */
#ifndef ALERTCTL_STATEMENT_H
#define ALERTCTL_STATEMENT_H

#include "alertctl/ctl.h"

/* A statement and the strings it owns. */
struct said {
	struct statement s;
	char *title, *text, *audience;
};

/*
 * Reads the options that the command has. new: effect and title are needed
 * and asked for. A component brings its path and, in a new incident, its
 * effect from the rules; the service is borrowed from c->filter. 0 or an exit
 * status; release with said_clear() either way.
 */
int said_read(struct ctl *c, bool new_one, int64_t now, struct said *out);
void said_clear(struct said *s);
/* Whether there is anything to tell. */
bool said_anything(const struct said *s);
/*
 * Whether the statement makes sense of the incident, which is as it will be
 * (core_say()): 0, or an exit status that was told.
 */
int said_fits(const struct said *s, const struct incident *i);

#endif
