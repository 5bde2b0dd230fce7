/* daemon.h: the daemon: one turn of the core after another. */
#ifndef DAEMON_H
#define DAEMON_H

#include "base/err.h"

struct daemon;

/*
 * Takes the lock, opens the database (made if missing), recovers what dead
 * workers held, starts the workers; a database that cannot be opened is tried
 * again by daemon_run(). NULL with *e and *status, an exit status of
 * sysexits.h. Mistakes in files are logged, all of them.
 */
struct daemon *daemon_open(const char *config, int *status, struct err *e);
/* Runs until SIGTERM or SIGINT; SIGHUP reloads. An exit status. */
int daemon_run(struct daemon *d);
void daemon_close(struct daemon *d);

#endif
