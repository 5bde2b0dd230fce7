/* pasts.h: what has been: the newest incidents, one line each. */
#ifndef ALERTCTL_STATUS_PASTS_H
#define ALERTCTL_STATUS_PASTS_H

#include "alertctl/ctl.h"

/* "show" without a number. Returns an exit status. */
int show_pasts(struct ctl *c);

#endif
