/* alarms.h: what the on-call must answer that is about no incident. */
#ifndef WEB_ALARMS_H
#define WEB_ALARMS_H

#include <stdbool.h>

#include "base/buf.h"
#include "store/calls.h"
#include "web/web.h"

/* A section, or nothing when there is no such call; known: with addresses. */
void
alarms_write(struct web *w, struct buf *b, const struct calls *l, bool known);

#endif
