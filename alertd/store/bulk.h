/*
 * bulk.h: many changes of contacts at once. What is to be done is gathered
 * beside the database, for which nobody waits; then it is done in a few
 * statements. What is left is what one store_contact_put() after another would
 * leave, with its triggers, at a fifth of the time for which the writer is
 * held.
 */
#ifndef STORE_BULK_H
#define STORE_BULK_H

#include "store/orgs.h"

enum bulk_kind { BULK_REMOVE, BULK_CHANGE, BULK_ADD };
#define BULK_KINDS 3

/* The changes of one connection; one such at a time. */
struct bulk {
	struct store *s;
	const char *actor; /* who does it; borrowed */
	int64_t n[BULK_KINDS];
	int64_t highest; /* id before those that are added */
};

/* Begins with none. No transaction is needed. 0 or -1 with *e. */
int
bulk_open(struct bulk *b, struct store *s, const char *actor, struct err *e);
/*
 * Adds one: of BULK_ADD before is NULL, of BULK_REMOVE after. They are done in
 * the order of their kinds, and of each kind as they were added, so those of
 * one organisation are best together. detail is what the audit trail says.
 */
int bulk_add(struct bulk *b, enum bulk_kind kind, const struct contact *before,
    const struct contact *after, const char *detail, struct err *e);
/*
 * Does them, each on record, in the caller's transaction. 0, or -1 with *e when
 * a contact or an organisation is not there; then roll back.
 */
int bulk_apply(struct bulk *b, int64_t at, struct err *e);
/* Forgets what was gathered. */
void bulk_close(struct bulk *b);

#endif
