/*
 * truth.h: the messages of kind test, which go to addresses of one's own and
 * to nobody else: a page without a person, of which the store keeps what it
 * proved. They belong to no incident, so they are counted as none.
 */
#ifndef STORE_TRUTH_H
#define STORE_TRUTH_H

#include <stdbool.h>

#include "base/words.h"
#include "outbox/sender.h"
#include "store/store.h"

/* What a message of kind test is for. */
enum test_kind {
	TEST_TRUTH, /* whether, and how soon, it arrives is measured */
	TEST_DEADMAN /* that it stays out is noticed by whoever gets it */
};

/*
 * The notice is of kind test and goes out by the channel: before its message
 * is queued, for of such a notice the store takes none to a municipality or
 * vendor. What is older than a year is forgotten. In the caller's transaction.
 */
int store_test_add(struct store *s, enum test_kind kind, int64_t notice,
    enum channel channel, int64_t now, struct err *e);
/* When the newest was queued; TIME_NONE when there was none. */
int store_test_last(
    struct store *s, enum test_kind kind, int64_t *at, struct err *e);

/* What proves the number of a notice of kind test. 0 or -1 with *e. */
int store_truth_check(
    struct store *s, int64_t notice, char out[SENDER_CHECK], struct err *e);
/* Its mail was handed back at now: 1, 0 when that is known, or not so, -1. */
int store_truth_arrived(
    struct store *s, int64_t notice, int64_t now, struct err *e);
/* Takes over what gateways and relays reported of it since. 0 or -1 with *e. */
int store_truth_look(struct store *s, struct err *e);

/* How the test of a channel stands; times are TIME_NONE when never. */
struct truth {
	int64_t notice; /* the newest; 0 = there was none */
	int64_t sent; /* when it was queued */
	int64_t arrived; /* when it did */
	bool failed; /* it was refused, or given up */
	char *answer; /* then: why; "" */
	int64_t proven; /* when the last that arrived did */
	int64_t took; /* seconds that one needed */
	bool late; /* it was told that one is late, and not yet that all is
		      well */
};

void truth_clear(struct truth *t);
int store_truth_get(
    struct store *s, enum channel channel, struct truth *out, struct err *e);
/* The on-call was told: that it is late, or that all is well again. */
int store_truth_told(struct store *s, enum channel channel, bool late,
    int64_t now, struct err *e);

#endif
