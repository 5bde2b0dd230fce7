/*
 * supervisor.h: the worker processes, the page among them. Each is started with
 * one end of a socket pair: a byte on it means "look again", an "r" "get
 * ready", its end "stop". One that dies is started again after a pause, which
 * doubles with each death and halves for each five minutes that it lived. They
 * are killed with us, so that no old worker sends beside a new one.
 *
 * The page is asked with a "?" whether it lives, and answers with a byte; one
 * that leaves that unanswered hangs. Whether those that deliver hang is seen
 * in the outbox: core/check.h.
 */
#ifndef SUPERVISOR_H
#define SUPERVISOR_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/limits.h"
#include "base/words.h"
#include "conf/config.h"
#include "deaths.h"
#include "starter.h"
#include "store/checks.h"

/* Processes at most: workers, as many spare ones, and the page. */
#define SUPERVISED (4 * LIMIT_WORKERS + 1)

struct supervisor;

/*
 * starter is borrowed. Of our descriptors the workers inherit only lock. NULL
 * with *e when a program is missing without which nothing can be sent. A
 * missing page is a fault, and is looked for again whenever it is due.
 */
struct supervisor *supervisor_open(const struct config *conf,
    struct starter *starter, int lock, struct err *e);
/* Stops all, kindly, then after patience_ms by SIGKILL; frees. */
void supervisor_close(struct supervisor *s, int patience_ms);

/* What goes wrong in old goes on in s, until it is seen to be well. */
void supervisor_follow(
    struct supervisor *s, const struct supervisor *old, int64_t mono_ms);

/* Asks who is to answer, and kills who has not for LIMIT_WORKER_SILENT. */
void supervisor_look(struct supervisor *s, int64_t mono_ms);
/*
 * Adds what of it has not been up for more than LIMIT_WORKER_DOWN, or is not
 * there, or has died LIMIT_WORKER_DEATHS times within LIMIT_WORKER_DEATHS_IN,
 * as sentences with their remedy.
 */
void
supervisor_faults(struct supervisor *s, int64_t mono_ms, struct faults *out);
/*
 * The oldest death of which it is not known yet what message it was with, for
 * the caller to fill in; NULL when there is none.
 */
struct death *supervisor_death(struct supervisor *s);

/* Starts what is not running and due at mono_ms. */
void supervisor_start(struct supervisor *s, int64_t mono_ms);
/*
 * One more worker of the channel, started with the next supervisor_start(),
 * which ends when nothing is due. Never more of them than the channel has
 * workers; none for a while after one that did not end well.
 */
void
supervisor_spare(struct supervisor *s, enum channel channel, int64_t mono_ms);
/* Takes the dead; returns how many, so that their messages are recovered. */
int supervisor_reap(struct supervisor *s, int64_t mono_ms);
/* Tells every worker to look again. */
void supervisor_wake(struct supervisor *s);
/* Tells those that deliver that there will be something in a moment. */
void supervisor_ready(struct supervisor *s);
/* When the next start or look is due, monotonic ms; INT64_MAX if none. */
int64_t supervisor_next(const struct supervisor *s);
/* Process ids of the living, at most max; returns how many. */
size_t supervisor_alive(const struct supervisor *s, int64_t *pids, size_t max);
/* The same of those alone that deliver by the channel. */
size_t supervisor_channel(const struct supervisor *s, enum channel channel,
    int64_t *pids, size_t max);
/* Of the program of one of ours, "alertd-mail"; NULL: pid is none of ours. */
const char *supervisor_name(const struct supervisor *s, int64_t pid);
/* Kills a worker that hangs; supervisor_reap() takes it as any that dies. */
void supervisor_kill(struct supervisor *s, int64_t pid);
/*
 * The same of one that keeps all others from writing the database. That lies
 * in its message only if the program does it, or dies, again within the hour.
 */
void supervisor_kill_writer(struct supervisor *s, int64_t pid);

#endif
