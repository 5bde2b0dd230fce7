/* values.h: what stands for the arguments of commands and options, by the
 * name that the table of commands gives the argument ("EFFECT", "FILE"). */
#ifndef ALERTCTL_HELP_VALUES_H
#define ALERTCTL_HELP_VALUES_H

#include <stdbool.h>

#include "base/str.h"

/*
 * The words of an argument that is one of a few: of "EFFECT", and of every one
 * that names them itself, as "works|down" does. false when it is none of
 * these; release *out with strv_clear() either way.
 */
bool values_of(const char *arg, struct strv *out);

#endif
