/*
 * unknown.h: words of the command line that are not there. Each is told with
 * the nearest that is, and gives EX_USAGE.
 */
#ifndef ALERTCTL_HELP_UNKNOWN_H
#define ALERTCTL_HELP_UNKNOWN_H

#include <stdbool.h>

#include "alertctl/ctl.h"
#include "base/str.h"

/* The name is the first word of commands of two ("feed"). */
bool is_group(const char *name);
/* The first word, and the first two, or the same again. */
int unknown_command(const char *word, const char *two);
/*
 * The word that getopt_long() refused, and the letter that it stood at; of
 * c->command, or of none yet.
 */
int unknown_option(const struct ctl *c, const char *word, int letter);
/* The word is a long option with one dash ("-text"): says so, else -1. */
int one_dash(const struct ctl *c, const char *word);
/*
 * The value is none of the words of an argument of that name ("EFFECT"), which
 * is the option's, or the command's own (NULL); says so, else -1.
 */
int unknown_value(const char *option, const char *arg, const char *value);

#endif
