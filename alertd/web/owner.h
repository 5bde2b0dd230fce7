/* owner.h: who of the on-call has taken an incident. */
#ifndef WEB_OWNER_H
#define WEB_OWNER_H

#include "store/store.h"

/* *name is his, "" when nobody has it; release with free(). 0 or -1. */
int owner_read(struct store *s, int64_t incident, char **name, struct err *e);

#endif
