/* running.h: the daemon of a store, as the other programs see it. */
#ifndef BASE_RUNNING_H
#define BASE_RUNNING_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Whether a process delivers from the store: a daemon, or an alertctl that
 * does its work for a moment. *pid 0 when not known.
 */
bool daemon_running(const char *store, int64_t *pid);

/* Has the daemon look again; false when none runs. */
bool daemon_wake(const char *store);

#endif
