/*
 * pass.h: what is learnt of relays and gateways is stored, told and put on
 * record; and what a slow one keeps others from goes to the next.
 */
#ifndef OUTBOX_PASS_H
#define OUTBOX_PASS_H

#include "base/err.h"
#include "outbox/way.h"
#include "store/store.h"

/*
 * Something was learnt of the channel's relay or gateway; why in the words of
 * the server, from which what may name a recipient is left out. began: when
 * the message was, of which it was learnt. One transaction; 0 or -1 with *e.
 */
struct learnt {
	enum channel channel;
	const char *way;
	enum way_event event;
	const char *why; /* "" with WAY_TRY and WAY_TOOK */
	const char *actor;
	int64_t began;
};

int outbox_learn(
    struct store *s, const struct learnt *l, int64_t now, struct err *e);

/* What outbox_pass() did and found. */
struct passing {
	size_t passed; /* messages that were found to be slow by this call */
	size_t released; /* messages that were given back for them */
	size_t busy; /* workers that are behind a slow message */
	bool waits; /* something is due that nobody has */
	int64_t next; /* UTC: when to look again; TIME_NONE: when more is due */
};

/*
 * Looks for messages of the channel that were begun slow_after ago and have
 * no result yet. The relay or gateway of each is put behind the others, and
 * what its worker has claimed and not begun is given back, due at once; the
 * message itself stays with the worker until it has its result, and is not
 * looked at again. What is done is one transaction; on -1 nothing has changed.
 */
int outbox_pass(struct store *s, enum channel channel, int64_t slow_after,
    int64_t now, struct passing *out, struct err *e);

#endif
