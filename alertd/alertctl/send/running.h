/*
 * running.h: delivering with the daemon, or without it.
 */
#ifndef ALERTCTL_SEND_RUNNING_H
#define ALERTCTL_SEND_RUNNING_H

#include <jansson.h>
#include <stdint.h>

#include "alertctl/ctl.h"
#include "store/messages.h"

/*
 * After something was queued: the daemon is woken, or, when none runs, the
 * queue is drained from here. Says which, and what was reached; with --json
 * into the object instead ("daemon", "outbox"). incident 0: everything.
 * Returns an exit status; EX_TEMPFAIL when something is still queued and
 * nobody runs to send it.
 */
int deliver_now(struct ctl *c, int64_t incident, int notice, json_t *into);

/* How many recipients of both channels are neither reached nor given up. */
int64_t counts_unfinished(const struct outbox_counts *n);

/* What starts the daemon here; release with free(). */
char *daemon_start_hint(const struct config *conf);
/*
 * The same, where systemd runs if that folder is there, and a unit of alertd
 * would lie in one of the folders, NULL last.
 */
char *start_hint(
    const char *systemd, const char *const *folders, const struct config *conf);

#endif
