/*
 * retention.h: what is older than retention: of alertd.yaml(5) lets it be
 * loses its persons. What was sent to organisations stays, as when a person
 * is forgotten (forget.h); incidents that are not over are let be.
 */
#ifndef STORE_RETENTION_H
#define STORE_RETENTION_H

#include "store/store.h"

/* What is older than each of these goes; 0: nothing. */
struct retention {
	int64_t persons; /* names and addresses of who was told */
	int64_t operators; /* who did what */
	int64_t codes; /* that lapsed */
};

struct retained {
	int64_t deliveries, pages, calls, codes, covers, records;
};

/*
 * Does one small step of each kind that is due: some hundred rows, found by
 * an index. What it erased of the audit trail is on record. A kind of which
 * nothing is left is looked at again in a day; *more when one is not done.
 * *out counts. 0, or -1 with *e and nothing done.
 */
int store_retention(struct store *s, const struct retention *r, int64_t now,
    struct retained *out, bool *more, struct err *e);

#endif
