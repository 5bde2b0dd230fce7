/* past.h: how an incident was handled, in seconds. Pure. */
#ifndef WEB_PAST_H
#define WEB_PAST_H

#include "store/history.h"

/* How long it lasted, an open one until now; -1: it never was one. */
int64_t past_duration(const struct past *p, int64_t now);
/* From the first that was heard of it to notice 1; -1: there is none. */
int64_t past_delay(const struct past *p);

/*
 * The longest that nobody heard anything: between two notices, and from the
 * last to the end, or to now while it is open; -1: nothing was sent. Announced
 * work promises no notice: between two alone.
 */
int64_t past_gap(const struct past *p, int64_t now);
/* When it began, or announced work begins; else when we heard of it. */
int64_t past_began(const struct past *p);

#endif
