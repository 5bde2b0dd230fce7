/*
 * syscalls.h: which system calls a process has no business with, by seccomp.
 *
 * The lists say what is forbidden, not what is allowed: a library that is
 * updated may use a call that it did not use before, and a worker that dies of
 * that loses notices. What no library of ours could ever mean ends the process
 * with a line in the log; what one may try, with another way out, fails with
 * an error. Calls newer than libseccomp do not exist (ENOSYS), as on an older
 * kernel, so that C library and libraries take their older ways.
 */
#ifndef SANDBOX_SYSCALLS_H
#define SANDBOX_SYSCALLS_H

#include <stddef.h>

#include "base/err.h"

enum syscall_group {
	GROUP_BASE =
	    1 << 0, /* programs, tracing, mounts, kernel, clock, user */
	GROUP_FORK = 1 << 1, /* processes; threads are no processes */
	GROUP_LISTEN = 1 << 2, /* being called */
	GROUP_ACCEPT = 1 << 3,
	GROUP_INET = 1 << 4, /* making sockets that are not AF_UNIX */
	GROUP_SOCKET = 1 << 5, /* making sockets at all */
	GROUP_FILES = 1 << 6 /* opening, making and removing files */
};

/*
 * From here on this process and what it starts are without the groups; may be
 * called again with more. Returns 0, or -1 with *e when nothing has changed.
 */
int syscalls_forbid(unsigned groups, struct err *e);

#endif
