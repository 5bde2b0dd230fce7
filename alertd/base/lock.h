/*
 * lock.h: one process at a time delivers from a database. The lock is a file
 * beside it, held with flock(2) by the daemon and by its workers (who inherit
 * the descriptor), or by an alertctl that delivers by itself.
 */
#ifndef BASE_LOCK_H
#define BASE_LOCK_H

#include <stdint.h>

#include "base/err.h"

/*
 * Takes the lock at path and writes our process id into it. Returns 1 with
 * *fd open and inherited by children, 0 when another process holds it
 * (*holder is its process id, 0 if unknown), -1 with *e.
 */
int lock_take(const char *path, int *fd, int64_t *holder, struct err *e);
/* Who holds the lock: its process id (0 if unknown); -1 when nobody does. */
int64_t lock_holder(const char *path);

#endif
