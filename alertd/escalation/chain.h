/*
 * chain.h: whom to page next, and when. Pure. The chain is a list of steps,
 * gone through rounds times, then everybody at once, again and again, until
 * somebody answers. A step that finds nobody is skipped without waiting.
 */
#ifndef ESCALATION_CHAIN_H
#define ESCALATION_CHAIN_H

#include <stdbool.h>

#include "conf/config.h"
#include "escalation/call.h"
#include "incident/incident.h"

/* Where the chain of a call stands. */
struct chain_place {
	bool all; /* the rounds are over: everybody */
	size_t step; /* else the index of the step */
	int64_t round; /* from 0 */
	int64_t at; /* UTC, when it is due; may be past; TIME_NONE: never */
};

/* n_steps may be 0: then it is everybody from the start. */
struct chain_place chain_next(
    const struct call *c, const struct escalation_conf *conf, size_t n_steps);

/* Books that the step at p was paged at now, and waits: seconds. */
void chain_paged(
    struct call *c, const struct chain_place *p, int64_t wait, int64_t now);
/*
 * Books that the step at p pages nobody. name, for people, when nobody is
 * there: such names are kept for the next page; NULL when all were paged.
 */
void
chain_skipped(struct call *c, const struct chain_place *p, const char *name);

/* Begins it anew at now, with nobody as its owner; who was is kept in had. */
void chain_ring(struct call *c, int64_t now);
/* Somebody has taken the call: nobody is paged until it lapses. */
void chain_taken(struct call *c, const char *owner, int64_t now);
/*
 * When the acknowledgement of the call lapses: TIME_NONE when nobody has
 * taken it, or it is over.
 */
int64_t chain_lapses(const struct call *c, const struct escalation_conf *conf);

/*
 * Times ahead of now can only come from a clock that was wrong: true, and
 * they are set to now. most is the longest wait of a step, seconds.
 */
bool chain_clock_back(struct call *c, int64_t most, int64_t now);

/* Whether planned work is past its end and nobody said that it is over. */
bool chain_overrun(const struct incident *i, int64_t now);

#endif
