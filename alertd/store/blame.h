/*
 * blame.h: messages over which workers die. Each death counts for what the
 * worker had begun (for all it had claimed, when it had begun nothing), until
 * one lives through it. From LIMIT_DEATHS_ALONE deaths on a message is claimed
 * alone, so that no other is taken for it; after LIMIT_DEATHS_MOST nobody
 * claims it any more, and it is to be set aside.
 */
#ifndef STORE_BLAME_H
#define STORE_BLAME_H

#include "base/words.h"
#include "store/store.h"

/*
 * A worker died and its messages are not given back yet; odd: of something
 * that may lie in the message. *message is what it had begun, or claimed, or
 * 0. In a transaction of its own. 0, or -1 with *e.
 */
int store_blame(
    struct store *s, int64_t worker, bool odd, int64_t *message, struct err *e);
/* A worker lived through the message. */
int store_unblame(struct store *s, int64_t message, struct err *e);

/* A message that nobody claims any more. */
struct doomed {
	int64_t message, incident;
	int number; /* of its notice; 0: a page */
	int deaths;
	enum channel channel;
	enum org_kind audience;
	char *org_name;
};

void doomed_clear(struct doomed *d);
/* One that is to be set aside: 1 and *out, 0, -1 with *e. */
int store_doomed(struct store *s, struct doomed *out, struct err *e);
/*
 * Its recipients that wait have failed, or it stays unknown whether they have
 * it, because of why; on record. In the
 * caller's transaction.
 */
int store_set_aside(struct store *s, const struct doomed *d, const char *why,
    int64_t now, struct err *e);

#endif
