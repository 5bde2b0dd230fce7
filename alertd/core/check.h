/*
 * check.h: alertd watches itself. Every minute the core looks whether
 * each open incident has its next notice scheduled and none is late, whether
 * what is due is taken by a worker, whether every message ends somewhere, and
 * whether the workers and the page are up.
 * What it finds is put right where it can be, rings the on-call once, which is
 * over when nothing is found any more, and is stored with the time
 * (store/checks.h) for who asks: /healthz, metrics, alertctl status.
 */
#ifndef CORE_CHECK_H
#define CORE_CHECK_H

#include "base/limits.h"
#include "core/core.h"
#include "store/checks.h"

struct workers {
	int64_t pid[2 * LIMIT_WORKERS]; /* as many spare ones */
	size_t n;
};

struct self_check {
	/* What the core cannot know; set before each. By channel. */
	int64_t started; /* when the daemon was */
	struct workers alive[CHANNEL_SMS + 1];
	struct faults down; /* workers, and the page; with their remedies */
	/* What it found; set by each. */
	bool passed;
	struct workers hung; /* of both channels: to be killed */
	/* Its memory from one to the next; zero before the first. */
	int64_t last; /* when it was made */
	int64_t steady; /* since when there was one each minute */
	bool waited[CHANNEL_SMS + 1]; /* what was due had no worker */
};

/*
 * One self-check, after the core's turn. One transaction: on -1 nothing has
 * changed and s->passed is false.
 */
int
core_check(struct core *c, struct self_check *s, int64_t now, struct err *e);

#endif
