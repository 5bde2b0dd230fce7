/*
 * sessions.h: the made transport: several sessions with relays, or calls of
 * gateways, at once, which tells and begins by the rounds of transport.h, as
 * relays.c and gateway.c do. relay.c says what becomes of each.
 */
#ifndef TESTS_SIM_SESSIONS_H
#define TESTS_SIM_SESSIONS_H

#include "world.h"

/* Where a recipient of a message on its way stands. */
enum part_state {
	PART_TODO, /* in no session */
	PART_GOING,
	PART_OVER, /* there is a result, which is not told */
	PART_TOLD /* or left to others */
};

struct part {
	const struct recipient *to;
	enum part_state state;
	const struct place *place; /* while it is going */
	bool taken; /* by the relay, and nothing of that is stored */
	bool tried; /* result is of a relay that did not take it for now */
	struct result result;
};

/* A message on its way. */
struct job {
	const struct message *m; /* until it is told */
	int64_t id; /* of it */
	struct part *parts; /* who is due */
	size_t n;
	unsigned asked, given; /* ways, a bit each: in vain; so as to count */
	bool waits; /* for a place with way */
	size_t way;
	struct job *next;
};

#endif
