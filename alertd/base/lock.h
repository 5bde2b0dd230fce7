/*
 * lock.h: one process at a time delivers from a database. The lock is a file
 * beside it, held with flock(2) by the daemon and by its workers (who inherit
 * the descriptor), or by an alertctl that delivers by itself.
 */
#ifndef BASE_LOCK_H
#define BASE_LOCK_H

#include <stdint.h>

#include "base/err.h"

/* What holds the lock. */
enum lock_holder {
	LOCK_NOBODY,
	LOCK_DAEMON,
	LOCK_ALERTCTL,
};

/*
 * Takes the lock at path for that program and writes our process id and its
 * name into it. Returns 1 with *fd open and inherited by children, 0 when
 * another process holds it (*holder is its process id, 0 if unknown), -1 with
 * *e.
 */
int lock_take(const char *path, enum lock_holder self, int *fd, int64_t *holder,
    struct err *e);
/* Who holds the lock; *pid its process id, 0 if unknown. */
enum lock_holder lock_find(const char *path, int64_t *pid);

#endif
