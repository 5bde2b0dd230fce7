/*
 * retention.h: what is older than retention: of alertd.yaml(5) lets it be
 * loses its persons. What was sent to organisations stays, as when a person
 * is forgotten (forget.h); incidents that are not over are let be. All that
 * belongs to one counts from its end at the earliest: it may come back.
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
	int64_t held; /* ms that the database was held for */
};

#define RETENTION_KINDS 13 /* of rows; the file is one, too */

/*
 * Rows of the next step of each kind, so that no other writer waits for longer
 * than 50 ms: half as many after one that took long, more after a short one.
 * {0} is a start with few.
 */
struct retention_pace {
	int rows[RETENTION_KINDS];
};

#define RETENTION_FIRST 32
#define RETENTION_LEAST 16 /* it ends some time, also on a slow disk */
#define RETENTION_MOST 256
#define RETENTION_SLOW 16 /* ms */
#define RETENTION_FAST 6

/* The rows after a step of so many, which took held ms; rows 0: the first. */
int retention_pace(int rows, int64_t held);

/*
 * Does one small step of the kind that waits longest, of those of which there
 * is something, in a transaction of its own: it goes on from there after a
 * crash. What it erased of the audit trail
 * is on record. A kind of which nothing is left is looked at again in a day;
 * *more when one is due. The last gives free pages of the file back, where it
 * was made for that. *out counts. No transaction is open: the writer is held
 * for the step alone, and what it did is on the disk when this returns. 0, or
 * -1 with *e and nothing done, or, where the disk fails, perhaps.
 */
int store_retention(struct store *s, const struct retention *r,
    struct retention_pace *pace, int64_t now, struct retained *out, bool *more,
    struct err *e);

#endif
