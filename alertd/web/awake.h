/*
 * awake.h: the page's store. It is closed while nobody asks for anything: what
 * SQLite knows of the schema is most of what the page keeps.
 */
#ifndef WEB_AWAKE_H
#define WEB_AWAKE_H

#include "web/web.h"

/* Opens it, unless it is open: 0, or -1 with *e. */
int awake(struct web *w, struct err *e);
/* Closes it; what is borrowed from it is gone. */
void asleep(struct web *w);

#endif
