/*
 * checks.h: what the self-check (core/check.h) asks of the outbox and the
 * notices, and what is kept of its result. Nothing here reads more than what
 * is unfinished.
 */
#ifndef STORE_CHECKS_H
#define STORE_CHECKS_H

#include <stddef.h>

#include "base/words.h"
#include "store/store.h"

/* The last self-check; times are UTC, TIME_NONE = never. */
struct check_state {
	int64_t started; /* when the daemon was */
	int64_t at;
	int64_t passed; /* the last one that found nothing */
	int64_t pinged; /* when the dead-man URL last answered well */
	char *ping_error; /* why it does not; "" = it does, or there is none */
};

void check_state_clear(struct check_state *c);
/* Whether a self-check at that time still counts at now. */
bool check_fresh(int64_t at, int64_t now);
/* 1 and *out, 0 when there was none yet (then *out is empty), -1 with *e. */
int store_check_get(struct store *s, struct check_state *out, struct err *e);
/* pinged and ping_error are left as they are. */
int store_check_put(
    struct store *s, int64_t started, int64_t at, bool passed, struct err *e);
/* why "" = it answered well at now. Nothing before the first self-check. */
int
store_check_ping(struct store *s, const char *why, int64_t now, struct err *e);

/* Something that a self-check found. */
struct fault {
	char *name; /* the same as long as it goes on: "incident 7" */
	char *what; /* one sentence, without its end */
	int64_t first, last; /* when it was found */
};

struct faults {
	struct fault *v;
	size_t n;
};

void faults_clear(struct faults *l);
void faults_add(struct faults *l, const char *name, char *what); /* owns what */
/* 1 when it is new, 0 when it was known and not forgotten, -1 with *e. */
int store_fault_put(
    struct store *s, const struct fault *f, int64_t now, struct err *e);
/*
 * Forgets what was not found since before, so that it is new again; also what
 * was found after now, by a clock that was wrong. Returns how many,
 * or -1.
 */
int store_faults_forget(
    struct store *s, int64_t before, int64_t now, struct err *e);
/* How many are not forgotten. */
int store_faults_known(struct store *s, int64_t *n, struct err *e);
/* Those that the last self-check found. */
int store_faults(struct store *s, struct faults *out, struct err *e);

/* When notice number of the incident promised the next; TIME_NONE if never. */
int store_notice_promise(struct store *s, int64_t incident, int number,
    int64_t *next, struct err *e);

/* Whether something that a worker may claim has been due since before. */
int store_outbox_waits(struct store *s, enum channel channel, int64_t before,
    bool *waits, struct err *e);
/* How many messages that are still to be sent were queued before. */
int store_outbox_aged(struct store *s, enum channel channel, int64_t before,
    int64_t *n, struct err *e);

/*
 * These have failed, because of why, or it stays unknown whether they arrived;
 * on record. In the caller's transaction; returns how many, or -1.
 */
int store_outbox_end(struct store *s, enum channel channel, int64_t before,
    const char *why, int64_t now, struct err *e);

/* A worker that has messages in its hands. */
struct holder {
	int64_t worker; /* process id */
	int64_t since; /* when it last took or began one */
	int64_t n; /* messages */
};

struct holders {
	struct holder *v; /* release with free() */
	size_t n;
};

int store_holders(struct store *s, struct holders *out, struct err *e);

/*
 * Recipients who are to be reached and whom no worker would find: in nobody's
 * hands, or behind a message that is not due when they are. Their messages
 * are put right, in the caller's transaction; of what was in nobody's hands it
 * is unknown whether it was taken, see outbox_recover(). Returns how many, or
 * -1.
 */
int store_outbox_mend(
    struct store *s, enum on_unknown sms, int64_t now, struct err *e);
/* How many such messages there are; nothing is put right. */
int store_outbox_lost(struct store *s, int64_t *n, struct err *e);

#endif
