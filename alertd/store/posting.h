/*
 * posting.h: the messages of one notice with their deliveries. They are stored
 * some at a time, since one statement for several costs half of one for each.
 * While a posting is open nobody else of the transaction adds messages.
 */
#ifndef STORE_POSTING_H
#define STORE_POSTING_H

#include "outbox/message.h"
#include "store/incidents.h"
#include "store/orgs.h"
#include "store/store.h"

struct posting;

/*
 * In the caller's transaction, due at now; NULL when that fails. message_id is
 * that of all of them, with a * in the place of the organisation. n, message_id
 * and e are used until posting_end().
 */
struct posting *posting_open(struct store *s, const struct notice *n,
    const char *message_id, int64_t now, struct err *e);
/*
 * Adds one to an organisation over one channel, with one delivery for each
 * contact's address (email or phone after channel; the same one twice is one).
 * Copies. Returns 1, 0 when no contact has an address on the channel, -1.
 */
int posting_add(struct posting *p, enum channel channel, const struct org *o,
    const struct contact *contacts, size_t n_contacts);
/* Stores what is left unless r is -1, and ends it. Returns r, or -1. */
int posting_end(struct posting *p, int r);

#endif
