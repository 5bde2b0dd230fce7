/*
 * happened.h: what became of an incident while an operator looked at it: who
 * did what, and when.
 */
#ifndef ALERTCTL_SEND_HAPPENED_H
#define ALERTCTL_SEND_HAPPENED_H

#include "alertctl/ctl.h"

/*
 * One sentence of what made *before into *now, which is as it is stored:
 * "incident 7 was resolved by user anna at 2026-03-28 23:10". Release with
 * free().
 */
char *happened_since(
    struct ctl *c, const struct incident *before, const struct incident *now);
/* The same of the step into the state in which it is. */
char *happened_last(struct ctl *c, const struct incident *now);

#endif
