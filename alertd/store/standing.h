/*
 * standing.h: where a message and its recipients stand, and what is stored of
 * them when a worker gives it back. Only outbox/ and its neighbours in store/
 * use it. Each runs in the caller's transaction.
 */
#ifndef STORE_STANDING_H
#define STORE_STANDING_H

#include "outbox/life.h"
#include "outbox/message.h"
#include "store/store.h"

/* Where a message stands, for all of its recipients. */
struct standing {
	int64_t message, created, incident;
	bool held; /* by the worker that asks */
	bool old; /* a newer notice exists */
	bool mail;
	char *answer, *via; /* what it has, see DELIVERY_ANSWER */
	bool news; /* not stored: standing_keep(), queue_done() */
};

void standing_clear(struct standing *at);
/* 1, 0 when there is no such message, or -1; release with standing_clear(). */
int standing_read(struct store *s, int64_t message, int64_t worker,
    struct standing *out, struct err *e);

/* Where one of them stands. */
struct place {
	enum delivery_state state;
	int attempts;
	bool doubt, over; /* as life_of() takes them */
	char *address; /* release with free(); NULL: there is no such one */
};

/*
 * Of the n recipients of the message whose ids are first and those that
 * follow; v has room for them, and is all 0. What it has is the caller's, also
 * on -1.
 */
int standing_places(struct store *s, int64_t message, int64_t first, size_t n,
    struct place *v, struct err *e);

struct settled;

/*
 * What is stored of a delivery whose message has said: NULL when it is the
 * same, or the text. What is empty is stored, since a message has nothing at
 * first.
 */
const char *standing_own(const char *text, const char *said);
/*
 * Moves n recipients of a message, whose ids follow one another and of whom all
 * but remote_id is the same. The record of it is settled_record(). What its
 * message has since then is in *at.
 */
int standing_settle(struct store *s, struct standing *at,
    const struct settled *v, size_t n, int64_t now, struct err *e);
/* Stores what the message has; queue_done() does so, too. */
int standing_keep(struct store *s, const struct standing *at, struct err *e);

/* For queue_prepare(). */
void standing_prepare(struct store *s);

#endif
