/*
 * wake.h: the daemon's wake-up socket, a datagram socket beside the database.
 * A datagram means "look again"; it carries nothing.
 */
#ifndef BASE_WAKE_H
#define BASE_WAKE_H

#include <stdbool.h>

#include "base/err.h"

/* Binds the socket (0600), an old one replaced; -1 with *e. Non-blocking. */
int wake_listen(const char *path, struct err *e);
/*
 * Takes what came, without blocking; true when some of it was sent by our own
 * user or root, as the kernel says. What others sent wakes nobody, and is
 * logged, once.
 */
bool wake_drain(int fd);
/* Wakes who listens at path; false when nobody does. */
bool wake_send(const char *path);

#endif
