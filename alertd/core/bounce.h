/*
 * bounce.h: what a mail server reports of a mail after it took it: booked with
 * the delivery and the address, told to the on-call, and rung when a
 * municipality has lost the notice by it.
 */
#ifndef CORE_BOUNCE_H
#define CORE_BOUNCE_H

#include "core/core.h"

enum bounce_kind {
	BOUNCE_FAILED, /* it did not arrive, and is not tried again */
	BOUNCE_DELAYED, /* it is still tried: noted only */
	BOUNCE_DELIVERED
};

struct bounce {
	enum bounce_kind kind;
	const char *address; /* that it failed at */
	const char *original; /* that it was sent to, or "" */
	const char *text; /* why */
};

/* What became of it. */
enum bounced {
	BOUNCED_BOOKED,
	BOUNCED_KNOWN, /* no news */
	BOUNCED_NOBODY /* the message has no such recipient */
};

/*
 * Whose message a bounce is about, by the address that it came back to: 1 and
 * *message, 0 when the address is none of ours or not of this store's making,
 * -1 with *e.
 */
int core_bounce_message(
    struct core *c, const char *address, int64_t *message, struct err *e);
/*
 * Books n reports about a message in one transaction; out has a place for
 * each. 0, or -1 with *e and nothing changed.
 */
int core_bounce(struct core *c, int64_t message, const struct bounce *v,
    size_t n, int64_t now, enum bounced *out, struct err *e);
/*
 * An operator says that the address is good again: 1, 0 when nothing had come
 * back from it, -1 with *e.
 */
int core_bounce_clear(
    struct core *c, const char *address, int64_t now, struct err *e);

#endif
