/*
 * life.h: the life of a delivery, what becomes of one recipient, as a table:
 * where it stands × what happens → where it stands then. Pure.
 *
 * Its state (base/words.h) alone does not say where it stands: what is unknown
 * may be due again, or over; and what is sent once more after a doubt cannot
 * be said to have failed, for the first time may have arrived.
 */
#ifndef OUTBOX_LIFE_H
#define OUTBOX_LIFE_H

#include <stdbool.h>

#include "base/words.h"

enum life {
	LIFE_NONE, /* an absent cell */
	LIFE_QUEUED,
	LIFE_SENDING,
	LIFE_DOUBTED, /* being sent, and may have been taken already */
	LIFE_ACCEPTED,
	LIFE_DELIVERED,
	LIFE_UNKNOWN, /* due again */
	LIFE_UNKNOWN_OVER, /* never again by itself */
	LIFE_FAILED,
	LIFE_SUPERSEDED,
	LIFE_CANCELLED
};

enum life_event {
	LIFE_CLAIM, /* a worker takes it */
	LIFE_ACCEPT, /* a relay or gateway took it */
	LIFE_REFUSE, /* … will never take it */
	LIFE_DEFER, /* not now; or given back without having been begun */
	LIFE_GIVE_UP, /* not now, and not later either */
	LIFE_SUPERSEDE, /* a newer notice exists */
	LIFE_CANCEL, /* by an operator */
	LIFE_RETRY, /* by an operator */
	LIFE_ARRIVED, /* reported later: it was delivered */
	LIFE_BOUNCED /* reported later: it failed for good */
};

/*
 * Where a delivery stands. doubt: a try of it may have been taken, and none
 * is known to have been; over: nothing more is to happen by itself.
 */
enum life life_of(enum delivery_state state, bool doubt, bool over);
/* LIFE_NONE: that does not happen, or changes nothing. */
enum life life_next(enum life at, enum life_event event);
enum delivery_state life_state(enum life at);
/* Whether it is to be sent (again). */
bool life_waits(enum life at);

#endif
