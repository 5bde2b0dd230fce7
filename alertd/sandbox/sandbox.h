/*
 * sandbox.h: what each program may do once it has opened what it needs and
 * before it reads what strangers send: the table in sandbox.c, kept by Landlock
 * and seccomp. It holds until the process ends, for all that it starts.
 *
 * Where the kernel, or a container, has not all of it, that is said and all
 * works without.
 */
#ifndef SANDBOX_SANDBOX_H
#define SANDBOX_SANDBOX_H

#include "base/err.h"
#include "conf/config.h"

enum sandboxed {
	SANDBOX_CORE,
	SANDBOX_MAIL,
	SANDBOX_SMS,
	SANDBOX_WEB,
	SANDBOX_TLS, /* child of a mail worker: moves bytes, opens nothing */
	SANDBOXES
};

/* "alertd-mail". */
const char *sandbox_name(enum sandboxed who);

/*
 * To be called at the start of each program that keeps secrets: no core file
 * of it is written, only root may read its memory or /proc/PID/environ, and
 * what it makes is its user's alone.
 */
void sandbox_private(void);

/*
 * Shuts the calling process in; it must have one thread. conf is NULL for
 * SANDBOX_TLS. Returns 0; -1 with what is missing, and why, in *e.
 */
int sandbox_enter(enum sandboxed who, const struct config *conf, struct err *e);

/*
 * Whether the core, shut in with one configuration, can work with the next;
 * false with *e: what it could not reach.
 */
bool sandbox_fits(const struct config *next, struct err *e);

#endif
