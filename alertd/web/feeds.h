/* feeds.h: what is stored of the feeds that are configured, and of no other. */
#ifndef WEB_FEEDS_H
#define WEB_FEEDS_H

#include "store/reports.h"
#include "web/web.h"

/* In the order of the configuration; feed_states_clear(), also after -1. */
int feeds_read(struct web *w, struct feed_states *out, struct err *e);

#endif
