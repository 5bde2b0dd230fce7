/*
 * ways.h: relays and gateways that are not well, and what is under way by
 * them. Each runs in the caller's transaction.
 */
#ifndef STORE_WAYS_H
#define STORE_WAYS_H

#include "base/str.h"
#include "outbox/rate.h"
#include "outbox/way.h"
#include "store/store.h"

/* How those named are, in that order; release with ways_clear(), also on -1. */
int store_ways(struct store *s, enum channel channel, const struct strv *names,
    struct ways *out, struct err *e);
/* *out is how the way is; release with way_clear(), also on -1. */
int store_way_get(struct store *s, enum channel channel, const char *name,
    struct way *out, struct err *e);
int store_way_put(
    struct store *s, enum channel channel, const struct way *w, struct err *e);
/*
 * Forgets those of the channel that are not among names, but not what they
 * were given: they may come back.
 */
int store_ways_keep(struct store *s, enum channel channel,
    const struct strv *names, struct err *e);

/*
 * What the way was given within span, and keep before it, by now. What was
 * before the machine's last start counts as given at 0, since when it was is
 * not known. Release with rate_log_clear(), also on -1.
 */
int store_rate_log(struct store *s, enum channel channel, const char *name,
    int64_t since, struct rate_log *out, struct err *e);
/* Adds to that, and forgets what was before since. */
int store_rate_use(struct store *s, enum channel channel, const char *name,
    struct rate_use use, int64_t since, struct err *e);

/*
 * A message in a worker's hands, for which the worker was not passed over yet.
 */
struct pending {
	int64_t message, worker;
	bool begun;
	int64_t since; /* it was begun, or claimed */
	char *way; /* that it goes by; "" = a folder or a file */
};

struct pendings {
	struct pending *v;
	size_t n;
};

void pendings_clear(struct pendings *l);
/* The oldest first. */
int store_pending(
    struct store *s, enum channel channel, struct pendings *out, struct err *e);
/* Its worker is passed over for it. */
int store_pending_passed(struct store *s, int64_t message, struct err *e);

/* A message that a worker has claimed and not begun. */
struct claimed {
	int64_t message, incident;
};

/* Of the worker; *v is the caller's, release with free(). */
int store_claimed(struct store *s, int64_t worker, struct claimed **v,
    size_t *n, struct err *e);
/*
 * How many workers of the channel hold a message for which they were passed
 * over, and whether a worker that was free would find something to do.
 */
int store_passed(struct store *s, enum channel channel, int64_t now,
    size_t *workers, bool *waits, struct err *e);

#endif
