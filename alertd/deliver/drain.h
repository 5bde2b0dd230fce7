/*
 * drain.h: delivers what is due without the daemon: runs the worker programs
 * once over the queue and waits for them. The programs are found as
 * base/program.h says. The caller holds the lock of the store.
 */
#ifndef DELIVER_DRAIN_H
#define DELIVER_DRAIN_H

#include "base/err.h"
#include "conf/config.h"
#include "store/store.h"

/*
 * Mail and SMS at the same time, so that neither waits for the other, and
 * what a slow relay or gateway keeps back by one worker more (outbox/pass.h).
 * conf must come from a file. Returns 0 when every worker ended well, whatever
 * the relays said; -1 with *e when one could not be started or ended badly
 * (what it did not do stays queued). Meanwhile turn is called with arg again
 * and again; NULL: it is not.
 */
int drain(const struct config *conf, struct store *s, void (*turn)(void *),
    void *arg, struct err *e);

#endif
