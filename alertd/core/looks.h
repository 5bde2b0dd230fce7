/*
 * looks.h: what the self-check looks at beside the outbox; internal to
 * core/check.c. Each adds what is wrong to *found and changes nothing. 0, or
 * -1 with *e.
 */
#ifndef CORE_LOOKS_H
#define CORE_LOOKS_H

#include "core/check.h"

typedef int look_fn(struct core *c, struct self_check *s, struct faults *found,
    int64_t now, struct err *e);

look_fn look_incidents; /* notices are scheduled, and none is late */
look_fn look_pages; /* what rings climbs */
/* Nobody who was told of an open incident is left out of its newest notice. */
look_fn look_recipients;
look_fn look_order; /* nobody got an older notice after a newer one */
look_fn look_trail; /* the newest records fit; moves s->seq on */
look_fn look_past; /* the database can be read; a little further each time */
look_fn look_feeds; /* each is asked; sets s->blind */
look_fn look_turn; /* no part of the turn before failed */

#endif
