/*
 * steps.h: the steps of retention.h, one kind of rows each; internal to
 * store/. A step looks at so many rows, found by an index, in the caller's
 * transaction; what it changes by it, it has changed whole, so that another
 * may go on from there after a crash at any instant.
 */
#ifndef STORE_STEPS_H
#define STORE_STEPS_H

#include "store/retention.h"

/* One kind of rows, in one step. */
struct step {
	struct store *s;
	int64_t before; /* what is older goes */
	int64_t pos; /* rows up to this one were looked at */
	int64_t rows; /* so many at most */
	int64_t now;
	struct retained *out;
	struct err *e;
};

/* 1 when more is left, 0 when nothing is, -1 with *e. */
typedef int step_fn(struct step *t);

step_fn step_incidents, step_reasons, step_pages, step_calls, step_owners;
step_fn step_codes, step_covers, step_addresses, step_replies, step_reminders;
step_fn step_records, step_operators;
/* Gives free pages of the file back to the system. */
step_fn step_space;

#endif
