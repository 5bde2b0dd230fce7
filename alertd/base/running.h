/* running.h: the daemon of a store, as the other programs see it. */
#ifndef BASE_RUNNING_H
#define BASE_RUNNING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/lock.h"

/*
 * Who delivers from the store: a daemon, or an alertctl that does that part of
 * its work for a moment. *pid 0 when not known.
 */
enum lock_holder store_holder(const char *store, int64_t *pid);
/* Whether that is a daemon; else *pid is 0. */
bool daemon_running(const char *store, int64_t *pid);

/* Has the daemon look again; false when none runs. */
bool daemon_wake(const char *store);

#endif
