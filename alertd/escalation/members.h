/*
 * members.h: the people of a team, and which of them a text means. Pure.
 * Upper and lower case, and the ways in which Unicode writes one letter, are
 * the same throughout.
 */
#ifndef ESCALATION_MEMBERS_H
#define ESCALATION_MEMBERS_H

#include <stddef.h>

struct member {
	char *name;
	char *word, *mail; /* name and address as they are compared */
};

/* {0} is empty. Release with members_clear(). */
struct members {
	struct member *v;
	size_t n;
};

/* Copies. email "" = none. */
void members_add(struct members *l, const char *name, const char *email);
void members_clear(struct members *l);

/* Who bears the name, spaces around it left out; NULL: nobody. */
const struct member *members_named(const struct members *l, const char *name);
/* Who has the address; NULL: nobody. */
const struct member *members_mailed(const struct members *l, const char *email);
/*
 * The only one whose whole name stands in the text as words of their own;
 * a name that is part of a longer one there does not count. NULL: nobody, or
 * several.
 */
const struct member *members_in(const struct members *l, const char *text);

#endif
