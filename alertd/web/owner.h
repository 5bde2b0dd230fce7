/* owner.h: who of the on-call has taken an incident. */
#ifndef WEB_OWNER_H
#define WEB_OWNER_H

#include "store/store.h"

/*
 * *name is his, "" when nobody has it; release with free(). Who has no name is
 * called by his address, which is left out when who looks is not known. 0 or
 * -1.
 */
int owner_read(
    struct store *s, int64_t incident, bool known, char **name, struct err *e);

#endif
