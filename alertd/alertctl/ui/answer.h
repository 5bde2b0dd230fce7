/*
 * answer.h: what somebody types at a prompt, read leniently: numbers, names,
 * their beginnings, Danish and English alike, in any case. Pure.
 */
#ifndef ALERTCTL_UI_ANSWER_H
#define ALERTCTL_UI_ANSWER_H

#include <stddef.h>

/* One of a numbered list. */
struct choice {
	const char *name; /* "outage": what an option calls it */
	const char *also; /* other words for it, between blanks; or NULL */
	const char *says; /* what it means, for people; or NULL */
};

enum { ANSWER_NONE = -1, ANSWER_SEVERAL = -2 };

/*
 * Which of the n choices is meant, from 0: by its number from 1, by a word for
 * it, or by what only its words begin with. ANSWER_NONE, ANSWER_SEVERAL.
 */
int answer_choice(const char *line, const struct choice *list, size_t n);
/* 1 for yes (y, yes, ja, j), 0 for no (n, no, nej), ANSWER_NONE. */
int answer_yes(const char *line);

#endif
