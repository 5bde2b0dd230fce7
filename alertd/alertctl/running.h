/*
 * running.h: the daemon, seen from alertctl: whether it runs, waking it, and
 * delivering without it.
 */
#ifndef ALERTCTL_RUNNING_H
#define ALERTCTL_RUNNING_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "alertctl/ctl.h"

/*
 * Whether a process delivers from the store: a daemon, or an alertctl that
 * does its work for a moment. *pid 0 when not known.
 */
bool daemon_running(const char *store, int64_t *pid);

/* Has the daemon look again; false when none runs. */
bool daemon_wake(const char *store);

/*
 * After something was queued: the daemon is woken, or, when none runs, the
 * queue is drained from here. Says which, and what was reached; with --json
 * into the object instead ("daemon", "outbox"). incident 0: everything.
 * Returns an exit status; EX_TEMPFAIL when something is still queued and
 * nobody runs to send it.
 */
int deliver_now(struct ctl *c, int64_t incident, int notice, json_t *into);

#endif
