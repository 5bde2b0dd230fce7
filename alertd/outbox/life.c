#include <assert.h>
#include <stddef.h>

#include "base/attr.h"
#include "outbox/life.h"

/*
 * A doubt ends with what a relay, a gateway or a report says of the recipient,
 * never with our ceasing to send. A worker thought dead may still tell that
 * it was taken.
 */
static const unsigned char life[][LIFE_BOUNCED + 1] = {
    [LIFE_QUEUED] =
	{
	    [LIFE_CLAIM] = LIFE_SENDING,
	    [LIFE_ACCEPT] = LIFE_ACCEPTED,
	    [LIFE_SUPERSEDE] = LIFE_SUPERSEDED,
	    [LIFE_CANCEL] = LIFE_CANCELLED,
	    [LIFE_RETRY] = LIFE_QUEUED,
	    [LIFE_ARRIVED] = LIFE_DELIVERED,
	},
    [LIFE_SENDING] =
	{
	    [LIFE_ACCEPT] = LIFE_ACCEPTED,
	    [LIFE_REFUSE] = LIFE_FAILED,
	    [LIFE_DEFER] = LIFE_QUEUED,
	    [LIFE_GIVE_UP] = LIFE_FAILED,
	    [LIFE_SUPERSEDE] = LIFE_SUPERSEDED,
	    [LIFE_ARRIVED] = LIFE_DELIVERED,
	},
    [LIFE_DOUBTED] =
	{
	    [LIFE_ACCEPT] = LIFE_ACCEPTED,
	    [LIFE_REFUSE] = LIFE_FAILED,
	    [LIFE_DEFER] = LIFE_UNKNOWN,
	    [LIFE_GIVE_UP] = LIFE_UNKNOWN_OVER,
	    [LIFE_SUPERSEDE] = LIFE_UNKNOWN_OVER,
	    [LIFE_ARRIVED] = LIFE_DELIVERED,
	},
    [LIFE_ACCEPTED] =
	{
	    [LIFE_ARRIVED] = LIFE_DELIVERED,
	    [LIFE_BOUNCED] = LIFE_FAILED,
	},
    [LIFE_DELIVERED] = {0},
    [LIFE_UNKNOWN] =
	{
	    [LIFE_CLAIM] = LIFE_DOUBTED,
	    [LIFE_ACCEPT] = LIFE_ACCEPTED,
	    [LIFE_SUPERSEDE] = LIFE_UNKNOWN_OVER,
	    [LIFE_CANCEL] = LIFE_UNKNOWN_OVER,
	    [LIFE_RETRY] = LIFE_UNKNOWN,
	    [LIFE_ARRIVED] = LIFE_DELIVERED,
	    [LIFE_BOUNCED] = LIFE_FAILED,
	},
    [LIFE_UNKNOWN_OVER] =
	{
	    [LIFE_ACCEPT] = LIFE_ACCEPTED,
	    [LIFE_RETRY] = LIFE_UNKNOWN,
	    [LIFE_ARRIVED] = LIFE_DELIVERED,
	    [LIFE_BOUNCED] = LIFE_FAILED,
	},
    [LIFE_FAILED] =
	{
	    [LIFE_ACCEPT] = LIFE_ACCEPTED,
	    [LIFE_RETRY] = LIFE_QUEUED,
	    [LIFE_ARRIVED] = LIFE_DELIVERED,
	},
    [LIFE_SUPERSEDED] = {[LIFE_ACCEPT] = LIFE_ACCEPTED},
    [LIFE_CANCELLED] = {[LIFE_ACCEPT] = LIFE_ACCEPTED},
};

static const enum delivery_state states[] = {
    [LIFE_QUEUED] = DELIVERY_QUEUED,
    [LIFE_SENDING] = DELIVERY_SENDING,
    [LIFE_DOUBTED] = DELIVERY_SENDING,
    [LIFE_ACCEPTED] = DELIVERY_ACCEPTED,
    [LIFE_DELIVERED] = DELIVERY_DELIVERED,
    [LIFE_UNKNOWN] = DELIVERY_UNKNOWN,
    [LIFE_UNKNOWN_OVER] = DELIVERY_UNKNOWN,
    [LIFE_FAILED] = DELIVERY_FAILED,
    [LIFE_SUPERSEDED] = DELIVERY_SUPERSEDED,
    [LIFE_CANCELLED] = DELIVERY_CANCELLED,
};

enum life
life_of(enum delivery_state state, bool doubt, bool over)
{
	enum life at = LIFE_QUEUED;

	if (state == DELIVERY_UNKNOWN)
		return over ? LIFE_UNKNOWN_OVER : LIFE_UNKNOWN;
	if (state == DELIVERY_SENDING)
		return doubt ? LIFE_DOUBTED : LIFE_SENDING;
	while (states[at] != state)
		at++;
	return at;
}

enum life
life_next(enum life at, enum life_event event)
{
	assert(at != LIFE_NONE && (size_t)at < LENGTH(life));
	return (enum life)life[at][event];
}

enum delivery_state
life_state(enum life at)
{
	assert(at != LIFE_NONE && (size_t)at < LENGTH(states));
	return states[at];
}

bool
life_waits(enum life at)
{
	return at == LIFE_QUEUED || at == LIFE_UNKNOWN;
}
