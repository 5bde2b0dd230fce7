/* counts.h: how many deliveries are in which state, as a table. */
#ifndef WEB_COUNTS_H
#define WEB_COUNTS_H

#include "base/buf.h"
#include "store/messages.h"

/* A row for each channel; states that none is in are left out. */
void
counts_add(struct buf *b, const struct outbox_counts *n, const char *caption);

#endif
