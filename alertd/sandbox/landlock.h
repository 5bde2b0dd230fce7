/*
 * landlock.h: what a process may reach of the file system and by TCP, by
 * Landlock (landlock(7)), for good. Each kernel has some of it: what it can do
 * is asked, not what it is.
 */
#ifndef SANDBOX_LANDLOCK_H
#define SANDBOX_LANDLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

#define LANDLOCK_PORTS 64

struct landlock {
	struct strv read; /* files, and folders with all that is in them */
	struct strv write; /* folders: read, written, made, moved, removed */
	bool any_port; /* connects to any */
	uint16_t ports[LANDLOCK_PORTS]; /* else to these alone */
	size_t n_ports;
};

void landlock_clear(struct landlock *l);
void landlock_read(struct landlock *l, const char *path);
void landlock_write(struct landlock *l, const char *path);
/* A port more; with too many of them any. */
void landlock_port(struct landlock *l, int64_t port);
/* Whether l lets do all that other does. */
bool landlock_covers(
    const struct landlock *l, const struct landlock *other, struct err *e);

/*
 * From here on this thread and what it starts reach no more than l says; a
 * path that is not there is left out. No port is listened on. Where the kernel
 * can, no signal leaves the process' family unless signals. Returns 0; -1 with
 * *e when the kernel has none of it, or not all: then what it has holds.
 */
int landlock_enter(const struct landlock *l, bool signals, struct err *e);

#endif
