/* paged.h: a page to the on-call, as the timeline of an incident tells it. */
#ifndef WEB_PAGED_H
#define WEB_PAGED_H

#include "base/buf.h"
#include "store/history.h"
#include "store/incidents.h"

/*
 * Whether they were to answer or were told something, whom it went to and what
 * became of it; known: with addresses.
 */
void paged_add(struct buf *b, const struct notice *n,
    const struct paged_list *to, bool known);

#endif
