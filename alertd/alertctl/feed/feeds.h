/* feeds.h: what the commands about feeds share. */
#ifndef ALERTCTL_FEED_FEEDS_H
#define ALERTCTL_FEED_FEEDS_H

#include "alertctl/ctl.h"

/* Says that there is no such feed, and which is near. An exit status. */
int feed_unknown(struct ctl *c, const char *name);

#endif
