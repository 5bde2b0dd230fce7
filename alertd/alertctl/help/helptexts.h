/*
 * helptexts.h: what "alertctl COMMAND --help" says beside the table of
 * commands: what a command does, and examples. A test demands a row for each
 * command, and tries the examples.
 */
#ifndef ALERTCTL_HELP_HELPTEXTS_H
#define ALERTCTL_HELP_HELPTEXTS_H

#include <stdbool.h>

#define HELP_EXAMPLES 3

/* In the order in which an operator needs them. */
enum help_group {
	HELP_WOKEN,
	HELP_TELL,
	HELP_PROOF,
	HELP_PEOPLE,
	HELP_FEEDS,
	HELP_FILES,
	HELP_GROUPS
};

struct help_example {
	const char *why; /* for _() */
	const char *line; /* behind "alertctl ", as a shell reads it */
	bool reads; /* it changes nothing and ends: the tests run it */
};

struct help_text {
	const char *command;
	enum help_group group;
	const char *about; /* one to three sentences, for _() */
	struct help_example examples[HELP_EXAMPLES + 1]; /* then NULL */
};

/* In the order in which they are listed; ends with a NULL command. */
extern const struct help_text help_texts[];
/* The row of a command, or NULL. */
const struct help_text *help_text_find(const char *command);
/* "When you are woken", for _(). */
const char *help_group_title(enum help_group group);

#endif
