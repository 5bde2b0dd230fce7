/*
 * check.h: alertd watches itself. Every minute the core looks at each of a
 * table of things (core_look_name()). What it finds is put right where it can
 * be, rings the on-call once, which is over when nothing was found for
 * LIMIT_CHECK_FORGET, and is stored with the time (store/checks.h) for who
 * asks: /healthz, metrics, alertctl status. That the clock was set is no
 * fault: it is told with what wakes nobody.
 */
#ifndef CORE_CHECK_H
#define CORE_CHECK_H

#include "base/limits.h"
#include "core/core.h"
#include "store/checks.h"
#include "store/through.h"

struct workers {
	int64_t pid[2 * LIMIT_WORKERS]; /* as many spare ones */
	size_t n;
};

struct self_check {
	/* What the core cannot know; set before each. By channel. */
	int64_t started; /* when the daemon was */
	struct workers alive[CHANNEL_SMS + 1];
	struct faults down; /* workers, and the page; with their remedies */
	int64_t mono_ms; /* the monotonic clock; 0 = it is not looked at */
	/* Somebody looks by hand: nothing is put right, told or stored. */
	bool reading;
	/* What it found; set by each. */
	bool passed;
	struct workers hung; /* of both channels: to be killed */
	bool blind; /* there are feeds, and none of them is asked */
	/* Its memory from one to the next; zero before the first. */
	int64_t last; /* when it was made */
	int64_t steady; /* since when there was one each minute */
	bool waited[CHANNEL_SMS + 1]; /* what was due had no worker */
	int64_t last_mono; /* the monotonic clock then */
	int64_t seq; /* the newest record of the audit trail then */
	/* How far it has read the past, and what could not be; "" = nothing. */
	struct through past;
	struct err damage;
};

/*
 * One self-check, after the core's turn. One transaction: on -1 nothing has
 * changed and s->passed is false.
 */
int
core_check(struct core *c, struct self_check *s, int64_t now, struct err *e);

/* The things that are looked at, by number; NULL past the last. */
const char *core_look_name(size_t i);
/* Looks at one of them: adds what is wrong to *found. 0, or -1 with *e. */
int core_look(struct core *c, struct self_check *s, size_t i,
    struct faults *found, int64_t now, struct err *e);

#endif
