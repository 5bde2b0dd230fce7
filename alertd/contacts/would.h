/* would.h: what a contact would have got, under what it takes part in today. */
#ifndef CONTACTS_WOULD_H
#define CONTACTS_WOULD_H

#include "store/orgs.h"
#include "store/sent.h"

/* By which channels a notice would have gone to it. */
struct would {
	bool by[CHANNEL_SMS + 1];
};

/*
 * For each of the notices, in their order, into out, which has room for l->n:
 * as core/recipients.h sends them. The contact is one of all.
 */
void would_get(const struct contact *k, const struct orgs *orgs,
    const struct contacts *all, const struct sents *l, struct would *out);

#endif
