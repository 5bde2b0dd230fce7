/*
 * schedule.h: what happens to the world, and when: a list that a seed makes,
 * and that can be cut down. Each entry brings its own numbers, so that what
 * is left means the same when others are gone.
 */
#ifndef TESTS_SIM_SCHEDULE_H
#define TESTS_SIM_SCHEDULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum act {
	ACT_REPORT, /* a feed tells of a new event: a what */
	ACT_EDIT, /* it writes more of one: a how */
	ACT_OVER, /* it says that one is over */
	ACT_REOPEN, /* it says that one is back */
	ACT_VANISH, /* it lists one no longer */
	ACT_FEED_FAULT, /* a: how it fails, b: seconds */
	ACT_CHANNEL_FAULT, /* a: channel and how, b: seconds */
	ACT_ADDRESS_FAULT, /* a: how it is refused, b: seconds */
	ACT_SEND, /* an operator tells of an outage himself */
	ACT_UPDATE,
	ACT_RESOLVE,
	ACT_RETRACT,
	ACT_APPROVE,
	ACT_DISMISS,
	ACT_ACK, /* by alertctl */
	ACT_ANSWER, /* by SMS or link, a: which and whether it is right */
	ACT_DRILL,
	ACT_CALLBACK, /* a gateway reports of an SMS */
	ACT_CONTACT, /* a: what is done to a contact */
	ACT_RELOAD, /* a: which setting becomes what */
	ACT_CLOCK, /* the wall clock jumps by a seconds */
	ACT_CRASH, /* a: who dies, b: how soon */
	ACT_CHECK, /* a self-check */
	ACT_SESSION, /* a session with a relay dies, or hangs */
	ACTS
};

struct entry {
	int64_t at; /* seconds since the world began */
	enum act act;
	uint64_t pick; /* which of those that there are */
	int64_t a, b;
};

struct schedule {
	struct entry *v;
	size_t n;
	uint64_t seed;
	int64_t begins; /* UTC of the world's first second */
	int64_t days; /* that it lasts; then all is mended and it settles */
	int64_t repeat; /* at its beginning, seconds */
	int64_t lapse; /* escalation.ack_lapse */
	int64_t rate; /* of the first relay and gateway, a minute; 0: none */
	int64_t keep; /* retention.persons, seconds; 0: for ever */
	bool once; /* sms.on_unknown */
	int answering; /* of a hundred pages, so many are answered */
};

/* What the seed makes. Release with schedule_clear(). */
void schedule_make(uint64_t seed, struct schedule *out);
void schedule_copy(struct schedule *to, const struct schedule *from);
void schedule_clear(struct schedule *s);
/* "feed_fault": never NULL. */
const char *act_name(enum act a);
/* Whether it counts as a fault of the world, for the closing table. */
int act_is_fault(enum act a);

#endif
