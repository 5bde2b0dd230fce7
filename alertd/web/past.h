/* past.h: how an incident was handled, in seconds. Pure. */
#ifndef WEB_PAST_H
#define WEB_PAST_H

#include "store/history.h"

/* How long it lasted, an open one until now; -1: it never was one. */
int64_t past_duration(const struct past *p, int64_t now);
/* From the first that was heard of it to notice 1; -1: there is none. */
int64_t past_delay(const struct past *p);

#endif
