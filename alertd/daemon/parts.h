/* parts.h: what the files of the daemon share; daemon.h is for the rest. */
#ifndef DAEMON_PARTS_H
#define DAEMON_PARTS_H

#include "base/clock.h"
#include "core/check.h"
#include "core/core.h"
#include "daemon/daemon.h"
#include "deadman.h"
#include "feed/poller.h"
#include "lastresort.h"
#include "setup.h"
#include "starter.h"
#include "supervisor.h"

#define TURN_ERROR 5000 /* ms to the next turn when the store failed */
#define STOP_PATIENCE 20000 /* ms for our workers to end their message */
#define OPEN_MOST 60000 /* ms between two tries to open the store */

/* Who writes the database, which keeps all others from it. */
struct writer {
	int64_t pid; /* as store_writer() has it; 0: nobody */
	int64_t version; /* of the store */
	int64_t seen; /* monotonic ms: when it was looked at last */
	int64_t held; /* ms: while it was seen so, and nothing was committed */
	bool told; /* that it is too long */
	bool done; /* all that can be done about it */
	char *replaced; /* the self-check is to tell it; NULL: nothing */
};

struct daemon {
	char *path; /* of the configuration */
	struct setup setup;
	struct store *store; /* NULL: it cannot be opened; see blind.c */
	int64_t open_at, open_pause; /* monotonic ms: the next try, and ms */
	bool locked; /* because another has it */
	struct writer writer;
	struct lastresort *resort;
	struct core core;
	struct poller *poller;
	struct deadman *deadman;
	struct starter *starter;
	struct supervisor *supervisor;
	int64_t woken; /* core.queued when the workers heard of it last */
	struct self_check check;
	int64_t check_at; /* monotonic ms of the next self-check */
	int64_t settle_at; /* … and when the log of the database is taken in */
	bool checked; /* the last one could be made */
	int64_t watchdog; /* ms between two turns at most, for systemd */
	bool ping_failed; /* the dead-man URL, when it was fetched last */
	char *wake_path;
	int lock, wake, signals; /* -1: not open */
	bool ready; /* and has said so */
	bool stop;
	bool reload;
	bool recover; /* dead workers still hold messages */
};

/*
 * The files of the configuration; their mistakes are logged, all of them.
 * 0 (release with setup_clear()), or -1 with nothing to be released.
 */
int daemon_load(struct setup *s, const char *path);
/* The feeds and calendars. Release with poller_close(); NULL with *e. */
struct poller *daemon_open_poller(const struct config *c, struct err *e);
/*
 * What can be opened once the files are good, and shuts the process in: all of
 * it, or no store. Waits patience_ms for another daemon's workers to be gone.
 * 0, or -1 with *e and *status, which is -1 where another try may help.
 */
int daemon_open_parts(
    struct daemon *d, int patience_ms, int *status, struct err *e);
/* With the workers and the lock; what needs no store stays open. */
void daemon_close_store(struct daemon *d);
/* The core sees what is set up now. */
void daemon_wire(struct daemon *d);
/* Tells the workers of all that is queued. */
void daemon_wake_workers(struct daemon *d);
/* Before the first turn with a store. */
void daemon_began(struct daemon *d);

/* SIGTERM, SIGINT, SIGHUP and SIGCHLD as a descriptor; -1 with *e. */
int daemon_open_signals(struct err *e);
/* Sets d->stop and d->reload. */
void daemon_read_signals(struct daemon *d);

/* One turn: what came, what is due, who is to be woken; then waits. */
void daemon_turn(struct daemon *d);
/* A turn without a store, which tries to open it, ever more seldom. */
void daemon_blind_turn(struct daemon *d);
/* Says why there is no store, and when it is tried again. */
void daemon_not_opened(struct daemon *d, const char *why);
/* What SIGHUP asked for. */
void daemon_reload(struct daemon *d);

/* What a feed said, on its way into the core; for poller_turn(). */
void daemon_polled(struct poll_result *r, void *arg);

/* Gives back what dead workers held; again each turn until it is stored. */
void daemon_recover(struct daemon *d);
/*
 * What a slow relay or gateway keeps back goes to other workers, or to a spare
 * one. Returns when to look again, UTC.
 */
int64_t daemon_pass_slow(struct daemon *d, struct clock now);

/*
 * Takes what a look has seen: true when it is what was seen before. The same
 * process, and nothing committed in between: then it is one transaction. Else
 * w begins anew. A look counts for no more than TURN_ERROR, however long ago
 * the last one was: the machine may have stood still. Pure.
 */
bool
writer_is_same(struct writer *w, int64_t pid, int64_t version, int64_t mono_ms);
/*
 * Looks who writes the database, as each turn does, and who could not. One of
 * ours whose transaction lasts for LIMIT_WRITER is killed, to be replaced,
 * unless it waits for a disk; who else it is is named. Never waits.
 */
void daemon_watch_writer(struct daemon *d);
/* Ms until it is to look again; INT64_MAX while nobody is seen to write. */
int64_t daemon_watch_next(const struct daemon *d);

/*
 * Looks at itself, every minute, and at once after the start. False when there
 * is something to be told.
 */
bool daemon_check(struct daemon *d, struct clock now);
/* What was to be done, and stored, was not: it is logged, and may be told. */
void daemon_duty_not_done(struct daemon *d, const char *what, const char *why);
/* Says and stores what became of the dead-man URL; said once. */
void daemon_pinged(struct daemon *d, int64_t now);
/* Who waits for READY learns why it does not come, and goes on waiting. */
void daemon_say_health(const struct daemon *d);

#endif
