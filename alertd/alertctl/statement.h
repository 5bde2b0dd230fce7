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
	char *title, *text;
};

/*
 * Reads the options that the command has. new: effect and title are needed
 * and asked for. 0 or an exit status; release with said_clear() either way.
 */
int said_read(struct ctl *c, bool new_one, int64_t now, struct said *out);
void said_clear(struct said *s);
/* The incident as it will be when the statement is made. */
void said_overlay(const struct said *s, struct incident *i);

#endif
