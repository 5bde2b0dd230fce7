/*
 * model.h: what the simulation knows by itself: who there is, what each made
 * relay and gateway really took, what feeds and operators really said. The
 * invariants hold the program against this, and never against itself.
 *
 * Times are true seconds: those of a clock that nobody moves.
 */
#ifndef TESTS_SIM_MODEL_H
#define TESTS_SIM_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/words.h"
#include "outbox/message.h"

#define ORGS 6 /* municipalities first, then a vendor, then two teams */
#define TOWNS 3
#define VENDOR 3
#define TEAMS 4
#define ADDRESSES 96
#define NEVER INT64_MIN

/* Where somebody is reached. */
struct address {
	char text[40];
	enum channel channel;
	int org;
	bool current; /* of an enabled contact */
	int64_t current_since;
	/* While it is refused: 4xx, or 5xx for good. */
	bool refused_for_good;
	int64_t refused_until;
	int64_t bad; /* the last time that something went wrong with it */
	char page[1200]; /* the last page that came, for who answers */
};

/* What an address got of one case. */
struct told {
	int number; /* of the last notice; 0: none */
	int64_t at;
	enum notice_type type;
	bool maybe; /* it may have got something: that counts as told */
	int refused; /* number of a notice that was refused for good */
	int owed; /* number of the newest notice that it has to get */
	int64_t owed_since;
	int64_t queued; /* when the notice that it got last was queued */
	int64_t paged; /* on-call: the last page that rings */
};

/* One incident, as the world sees it. */
struct acase {
	int64_t id; /* the incident's */
	bool by_hand, exercise, planned;
	bool may_tell; /* municipalities may hear of it */
	int64_t may_tell_since;
	/* Why it may be over. */
	bool may_end;
	int64_t over; /* since when it is; NEVER */
	bool emptied; /* it was for so long that it may have been erased */
	int64_t reopened; /* last time that a feed said that it is back */
	bool retracted;
	/* What is seen of it. */
	enum incident_state state;
	int number; /* of the newest notice */
	enum notice_type type; /* of it */
	int64_t queued; /* when that was */
	int64_t opened, told_first; /* of notice 1; NEVER */
	int64_t open_since; /* continuously, as the world sees it */
	/* The longest repeat since the last notice, and before it. */
	int64_t repeat_most, repeat_before;
	/* The on-call. */
	int64_t rings_since; /* NEVER: somebody has it, or it is over */
	int64_t paged; /* last ringing page that came to anybody */
	int64_t acked; /* somebody took it; NEVER */
	int64_t answered; /* or may have, last */
	int64_t news; /* last time that something rang by right */
	struct told told[ADDRESSES];
};

/* One recipient of one message. */
struct unit {
	int64_t message;
	int address;
	int64_t incident;
	int number;
	int got; /* times that the relay took it */
	int excused; /* times more that it may */
	int said; /* times that the record says that it was taken */
	bool unknown; /* the outcome was unknown once */
};

struct model {
	struct address addresses[ADDRESSES];
	size_t n_addresses;
	struct acase **cases;
	size_t n_cases;
	struct unit *units;
	size_t n_units;
	size_t *unit_at; /* by message: first of its units plus one */
	size_t n_unit_at;
};

extern struct model model;

void model_reset(void);
/* -1 when there is none. */
int model_address(const char *text);
int model_address_add(const char *text, enum channel channel, int org);
/* NULL when there is none. */
struct acase *model_case(int64_t id);
struct acase *model_case_add(int64_t id, int64_t now);
/*
 * The address may have got that notice; over: nobody tries it any more, so
 * that nothing of it is owed.
 */
void model_in_doubt(int64_t incident, int notice, int address, bool over);
/* It is, or was, over for so long that its persons may be erased. */
bool model_may_be_empty(const struct acase *c);
/* Made when it is new. */
struct unit *model_unit(int64_t message, int address);

#endif
