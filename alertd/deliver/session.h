/*
 * session.h: a session with a relay, a process forked for it, as the worker
 * sees it: given one message after another, never the next before the report
 * of the one before was taken. It dies with the worker.
 */
#ifndef DELIVER_SESSION_H
#define DELIVER_SESSION_H

#include <stdbool.h>
#include <sys/queue.h>
#include <sys/types.h>

#include "base/buf.h"
#include "deliver/smtp.h"

struct session {
	pid_t pid;
	int fd; /* not blocking; -1: told to end */
	size_t way; /* its relay */
	void *work; /* what it is about, for its owner; NULL: nothing */
	bool stands; /* its last message did not show that the relay fails */
	int64_t given; /* its message, monotonic ms */
	int64_t due; /* of the report, monotonic ms; then it hangs */
	struct pulse *pulse;
	struct buf in, out; /* of which sent bytes are gone */
	size_t sent;
	TAILQ_ENTRY(session) link; /* for its owner */
};
TAILQ_HEAD(sessions, session);

/*
 * Forks one. lock: a descriptor that it keeps open, so that nobody takes over
 * while it lives; -1: none. NULL with *e.
 */
struct session *session_open(const struct smtp_conf *smtp,
    const struct relay_conf *relay, int lock, struct err *e);
/*
 * Gives it the packed message, as much of it as it takes at once. 0, or -1: it
 * has ended.
 */
int session_give(struct session *s, const struct buf *packed);
/* The rest of it. 1 when all has gone, 0 when not, -1: it has ended. */
int session_go_on(struct session *s);
/*
 * What has come of a report: 1 when it is whole, in s->in behind FRAME_HEAD
 * bytes, 0 when not, -1: it has ended, or says what is none.
 */
int session_hear(struct session *s);
/* Forgets the report. */
void session_heard(struct session *s);
/* Tells it to end, which it does by itself; session_gone() looks. */
void session_end(struct session *s);
/* Whether it is gone; *status is that of waitpid(). */
bool session_gone(const struct session *s, int *status);
/* Kills it; returns the status of waitpid(), its own when it was dead. */
int session_kill(const struct session *s);
void session_free(struct session *s);

/* The descriptor that we hold path by (a lock that was inherited), or -1. */
int session_find_lock(const char *path);

#endif
