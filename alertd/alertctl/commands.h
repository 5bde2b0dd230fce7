/*
 * commands.h: the one table of alertctl's commands: their names, arguments,
 * options and exit statuses. "alertctl --help", the dispatch and the test
 * that holds alertctl(1) against the program all read it; "alertctl --help
 * --json" prints it.
 */
#ifndef ALERTCTL_COMMANDS_H
#define ALERTCTL_COMMANDS_H

#include <jansson.h>
#include <stdio.h>

/* Options of one command, and of all commands, at most. */
#define CTL_OPTIONS 24

struct ctl;

struct ctl_option {
	const char *name; /* "dry-run" */
	char letter; /* 'n', or 0 */
	/* "FILE"; "[=SECONDS]" may be left out; NULL: a flag */
	const char *arg;
	const char *summary;
};

struct command {
	const char *name; /* "feed parse" */
	const char *args; /* "FILE", or "" */
	const char *summary;
	const struct ctl_option *options; /* ends with a NULL name */
	const int *exits; /* beside EX_OK, EX_USAGE, EX_IOERR; then 0 */
	int min_args, max_args;
	int (*run)(struct ctl *c); /* returns an exit status */
};

/* Ends with a NULL name. */
extern const struct command commands[];
/* What every command takes; ends with a NULL name. */
extern const struct ctl_option common_options[];

/* The command of that name, or NULL. */
const struct command *command_find(const char *name);
/* What an exit status of sysexits.h means here. */
const char *exit_meaning(int status);

/* The commands in the order of need; short: what one who is woken needs. */
void help_all(FILE *out);
void help_short(FILE *out);
/* Those that begin with the word ("contacts"). */
void help_group(const char *group, FILE *out);
void help_command(const struct command *c, FILE *out);
/* The whole table; new reference. */
json_t *help_json(void);

#endif
