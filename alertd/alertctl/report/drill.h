/* drill.h: what a drill showed, per municipality, against the one before. */
#ifndef ALERTCTL_REPORT_DRILL_H
#define ALERTCTL_REPORT_DRILL_H

#include "alertctl/ctl.h"

/*
 * Prints the report of the drill; arg is its number or reference, NULL: the
 * last one. Returns an exit status.
 */
int drill_report(struct ctl *c, const char *arg);

#endif
