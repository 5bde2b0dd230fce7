/*
 * tally.h: counts for who watches alertd. Triggers keep the tally of what
 * grows for ever, in the transaction that changes it; the rest, such as what
 * is queued or being sent, is read from what is unfinished. No call reads more
 * than that.
 */
#ifndef STORE_TALLY_H
#define STORE_TALLY_H

#include <stddef.h>

#include "base/words.h"
#include "store/store.h"

struct tally_row {
	/*
	 * "incident" (kind, state) and "now" (channel, delivery state) are how
	 * many there are; "opened" (kind), "notice" (type), "message" (channel,
	 * audience), "done" (channel, state reached) and "tried" (channel)
	 * never go back.
	 */
	char *what, *a, *b;
	int64_t n;
};

struct tally {
	struct tally_row *v;
	size_t n;
};

void tally_clear(struct tally *t);
int store_tally(struct store *s, struct tally *out, struct err *e);
/* 0 when there is none; b "" for those with one word. */
int64_t
tally_of(const struct tally *t, const char *what, const char *a, const char *b);

/* Messages of one channel that are to be sent. */
struct unsent {
	int64_t queued; /* waiting for a worker */
	int64_t held; /* in a worker's hands */
	int64_t oldest; /* when the oldest of both was queued, or TIME_NONE */
};

/* out is an array by channel. */
int store_unsent(
    struct store *s, struct unsent out[CHANNEL_SMS + 1], struct err *e);

/* How many addresses they are for, of both channels. */
int store_unsent_addresses(struct store *s, int64_t *n, struct err *e);

/* Bytes of the database, without its write-ahead log. */
int store_size(struct store *s, int64_t *bytes, struct err *e);

#endif
