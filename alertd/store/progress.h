/*
 * progress.h: how far a notice is, and what failed lately: what the screen of
 * alertctl shows. Each reads by an index no more than what it tells of.
 */
#ifndef STORE_PROGRESS_H
#define STORE_PROGRESS_H

#include "store/store.h"

struct progress {
	/* Those that it was queued for, and those of them that have it. */
	int64_t municipalities, reached;
	int64_t people, told; /* of municipalities and vendors */
	/* Addresses and numbers. */
	int64_t all;
	int64_t failed;
	int64_t unknown; /* ended, and not known whether they arrived */
	int64_t waiting; /* queued for now, or in a worker's hands */
	int64_t later; /* were tried, and will be again, unknown or not */
	int64_t next_try; /* the earliest of these, or TIME_NONE */
	int64_t done; /* something final became of them */
	int64_t first_done, last_done; /* or TIME_NONE */
};

int store_progress(struct store *s, int64_t incident, int notice, int64_t now,
    struct progress *out, struct err *e);

/*
 * Recipients that failed, and those of whom it was not known at the end whether
 * it arrived: of what is pending or open, whenever it was, and of all that was
 * queued at since or later.
 */
int store_failed(struct store *s, int64_t since, int64_t *failed,
    int64_t *unknown, struct err *e);

#endif
