/*
 * queue.h: the SQL behind outbox.h; only outbox/ and its neighbours in store/
 * use it. Each runs in the caller's transaction and writes its own audit
 * records.
 */
#ifndef STORE_QUEUE_H
#define STORE_QUEUE_H

#include "outbox/message.h"
#include "store/store.h"

/* A message that is due. */
struct due {
	int64_t message, notice, incident;
	enum org_kind audience;
	bool old; /* a newer notice of the incident exists */
	bool ends; /* resolved or correction: see DROP_UNTOLD */
	bool late; /* asks for a receipt that has come, or of what is over */
};

/* Why a message is not sent any more. */
enum drop {
	DROP_OLD, /* a newer notice exists */
	/*
	 * An end: who was never told, unless the organisation was, and no
	 * address that it has now on the channel.
	 */
	DROP_UNTOLD,
	DROP_LATE
};

struct dues {
	struct due *v;
	size_t n;
};

/*
 * The first limit of what is due and may be claimed: pages first, then what
 * is real, then exercises, each by age. Nothing with a recipient to whom an
 * older notice of the incident is in a worker's hands, whichever organisation's
 * it is.
 */
int queue_due(struct store *s, enum channel channel, int64_t now, size_t limit,
    struct dues *out, struct err *e);
/*
 * What is due later than any pause explains was queued while the clock was
 * ahead: it is due now.
 */
int
queue_pull(struct store *s, enum channel channel, int64_t now, struct err *e);
/* Supersedes what is queued of a message. */
int queue_drop(struct store *s, const struct due *d, enum drop why, int64_t now,
    struct err *e);
/*
 * 1 and *out when something of it is due, 0 if not (then queue_due() does
 * not list it again), -1.
 */
int queue_take(struct store *s, const struct due *d, int64_t now,
    int64_t worker, struct message *out, struct err *e);

/*
 * Marks a message of the worker as begun, by a relay or gateway ("" = none):
 * from here on it may be sent. 1, 0 when it is no longer the worker's, or -1.
 */
int queue_begin(struct store *s, int64_t message, int64_t worker,
    const char *way, int64_t now, struct err *e);

/* Where a recipient stands. */
struct standing {
	int64_t message, created, incident;
	enum delivery_state state;
	int attempts;
	bool held; /* by the worker that asks */
	bool old; /* a newer notice exists */
	char *address; /* release with free() */
};

int queue_standing(struct store *s, int64_t delivery, int64_t worker,
    struct standing *out, struct err *e);
/* Moves a recipient; due is when it is tried again, for DELIVERY_QUEUED. */
int queue_settle(struct store *s, const struct standing *at,
    const struct result *r, enum delivery_state to, int64_t due, int64_t now,
    const char *actor, struct err *e);
/*
 * Gives the message back; with doubt, and if it was begun, who was being sent
 * to may be told, it counts as an attempt, and from the second on it is due
 * later.
 */
int queue_release(struct store *s, int64_t message, int64_t worker, bool doubt,
    struct err *e);
/* Sets when the message is due next from its recipients. */
int queue_refresh(struct store *s, int64_t message, struct err *e);
/* Ids and workers of what is held; *v is the caller's, pairs. */
int queue_held(struct store *s, int64_t **v, size_t *n, struct err *e);
int
queue_next(struct store *s, enum channel channel, int64_t *due, struct err *e);

#endif
