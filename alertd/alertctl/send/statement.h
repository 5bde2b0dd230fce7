/*
 * statement.h: what an operator says of an incident: from the options of send
 * and update, from the dialogue, or from a draft.
 */
#ifndef ALERTCTL_SEND_STATEMENT_H
#define ALERTCTL_SEND_STATEMENT_H

#include "alertctl/ctl.h"

/* What can be asked for, in the order in which it is. */
enum said_part {
	SAID_SERVICE,
	SAID_EFFECT,
	SAID_STARTS,
	SAID_ENDS,
	SAID_SINCE,
	SAID_ONLINE,
	SAID_AUDIENCE,
	SAID_TITLE,
	SAID_TEXT
};
#define SAID_PARTS (SAID_TEXT + 1)

/* A statement and the strings it owns. */
struct said {
	struct statement s; /* its strings are those below */
	/* NULL: nothing said. */
	char *service, *title, *text, *audience;
	bool has[SAID_PARTS]; /* it was said: not to be asked for */
};

void said_init(struct said *s);
void said_clear(struct said *s);
/* After a change of the strings: the statement has them. */
void said_point(struct said *s);
/* What to has not said is taken from the other, with all that is unasked. */
void said_merge(struct said *to, const struct said *from);

/*
 * Reads the options that the command has. A component brings its path and, in
 * a new incident, its effect from the rules. 0 or an exit status; release with
 * said_clear() either way.
 */
int said_read(struct ctl *c, bool new_one, int64_t now, struct said *out);
/* The rules' component of that name in any case of letters, or NULL. */
const char *said_component(struct ctl *c, const char *name);
/* A new incident needs an effect and a title: EX_USAGE, told, or 0. */
int said_whole(const struct said *s);
/* Whether there is anything to tell. */
bool said_anything(const struct said *s);
/*
 * Whether the statement makes sense of the incident, which is as it will be
 * (core_say()): 0, or an exit status that was told.
 */
int said_fits(const struct said *s, const struct incident *i);

#endif
