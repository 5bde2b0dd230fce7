/* whom.h: which municipalities an incident is for. */
#ifndef WEB_WHOM_H
#define WEB_WHOM_H

#include "base/buf.h"
#include "store/incidents.h"
#include "store/store.h"

/* *words is "" when it is for all; release with free(). 0 or -1. */
int whom_read(
    struct store *s, const struct incident *i, char **words, struct err *e);
/* A line of a <dl>; nothing when it is for all. */
void whom_add(struct buf *b, const char *words);

#endif
