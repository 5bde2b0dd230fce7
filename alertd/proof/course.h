/*
 * course.h: what a municipality lived through in an incident: when it was
 * told first, how long it waited between two notices, and whether it heard
 * that it is over; and what all of them together say of the promise that
 * nobody waits longer than two hours. Pure: a function of the notices and of
 * when each reached the municipality; no clock, no database. All times are
 * UTC seconds, so no hour is lost or counted twice when clocks are moved.
 */
#ifndef PROOF_COURSE_H
#define PROOF_COURSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/words.h"

/* A notice of the incident, in the order of their numbers. */
struct course_notice {
	int number;
	enum notice_type type;
	int64_t at; /* when it was queued */
	int64_t next; /* when it promises the next; TIME_NONE: it does not */
};

struct course_facts {
	const struct course_notice *v;
	size_t n;
	/* Nothing ended what the last notice told of: it is waited until … */
	int64_t until;
	bool open; /* … which is now: the incident is not over */
};

/* What the waiting ended with. */
enum gap_end {
	GAP_NOTICE, /* with the next notice, or with the last one */
	GAP_OVER, /* it was over, but the notice of that did not arrive */
	GAP_OPEN /* it goes on */
};

/* From one notice that promised another until that one. */
struct gap {
	int from, to; /* numbers; to is 0 unless it ended with a notice */
	int64_t begins, ends;
	enum gap_end end;
};

int64_t gap_length(const struct gap *g);

struct course {
	int64_t first; /* told for the first time; TIME_NONE: never */
	size_t told; /* notices that reached it */
	struct gap *gaps;
	size_t n_gaps, room;
	const struct gap *largest; /* of gaps; NULL: there is none */
	bool over_told; /* it knows that it is over */
	bool over_missing; /* it is over, it was told of it, and not of that */
};

/*
 * accepted[k] is when notice k reached the municipality: the first time that a
 * relay or a gateway took it, for anybody there, by any channel; TIME_NONE:
 * not at all. A notice that came after a newer one told nothing. *out is
 * filled anew and keeps its memory; {0} at first, release with course_clear().
 *
 * Waiting is counted from a notice that promises the next. What is over is
 * waited for no longer, and what comes back is told anew: the time between is
 * no gap.
 */
void course_follow(
    const struct course_facts *f, const int64_t *accepted, struct course *out);
void course_clear(struct course *c);

/* What may lie between two notices, over notices.repeat. */
#define PROMISE_SLACK 120

/* The promise, over all municipalities that were to be told. */
struct promise {
	int64_t limit; /* s: what no gap may pass; 0: nothing is promised */
	size_t municipalities;
	size_t untold; /* never reached by any notice */
	bool early; /* who is untold may yet be reached within the limit */
	size_t over_told, over_missing;
	size_t gaps, breaches;
	size_t broken; /* municipalities with a breach */
	struct gap largest; /* when gaps > 0 */
	size_t largest_of; /* which of the municipalities has it, from 0 */
};

bool promise_breaks(const struct promise *p, const struct gap *g);
/* Adds the course of the next municipality. */
void promise_add(struct promise *p, const struct course *c);

enum promise_state {
	PROMISE_NONE, /* nothing is promised of what was announced or drilled */
	PROMISE_HELD,
	PROMISE_HOLDS, /* so far: it is not over */
	PROMISE_BROKEN /* a gap, or somebody who was not told at all */
};

enum promise_state promise_judge(const struct promise *p, bool open);
const char *promise_state_name(enum promise_state s);

#endif
