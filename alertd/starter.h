/*
 * starter.h: a process beside the daemon that starts the workers and the page,
 * so that the daemon itself may start nothing (sandbox/sandbox.h), and that has
 * what only they may have: the environment with its secrets. It reads nothing
 * but our requests, which name a program of its table, or ask what a process
 * is, and no more; the configuration is that of its start. What it starts are
 * the daemon's own children. It ends with the daemon.
 */
#ifndef STARTER_H
#define STARTER_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/err.h"
#include "base/program.h"

struct starter;

/*
 * To be called before anything is read or opened, and with one thread.
 * config is given to all that is started. NULL with *e.
 */
struct starter *starter_open(const char *config, struct err *e);
void starter_close(struct starter *s);
/* False: somebody has ended it, and nothing can be started any more. */
bool starter_lives(const struct starter *s);
/*
 * Starts the program of that name ("alertd-mail") with the descriptors wake
 * and lock, which stay the caller's; a spare one with -1, until nothing is
 * due. Its process id, or -1 with *e.
 */
pid_t starter_start(struct starter *s, const char *name, bool spare, int wake,
    int lock, struct err *e);
/*
 * The same with -r, by which it sends a text that it reads from in and prints
 * to out what became of it; it has nothing else of ours, and outlives us.
 */
pid_t starter_resort(
    struct starter *s, const char *name, int in, int out, struct err *e);
/* What process_named() says, which reads /proc; without it the number. */
const char *
starter_named(struct starter *s, int64_t pid, char out[PROCESS_SIZE]);
/* The same of process_waits(); without it false. */
bool starter_waits(struct starter *s, int64_t pid);

#endif
