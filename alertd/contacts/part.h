/* part.h: the default of an organisation, for contacts that say nothing. */
#ifndef CONTACTS_PART_H
#define CONTACTS_PART_H

#include "store/orgs.h"

/*
 * Stores it in one transaction, with a record as done by actor at that time.
 * 0, or -1 with *e and nothing changed.
 */
int org_part_apply(struct store *s, const struct org *o, const char *topics,
    enum channel_choice channels, const char *actor, int64_t at, struct err *e);
/* "default 0101 København [fmk; mail] -> []": what it changes; free(). */
char *org_part_text(
    const struct org *o, const char *topics, enum channel_choice channels);

#endif
