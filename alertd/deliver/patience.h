/*
 * patience.h: what a worker listens to while it waits, and how long it goes
 * on while the store fails. Signals are one process', so there is one of it.
 */
#ifndef DELIVER_PATIENCE_H
#define DELIVER_PATIENCE_H

#include <stdbool.h>

#include "base/err.h"

/*
 * Listens to SIGTERM and SIGINT, and to wake_fd (-1: nobody): a byte "q" or
 * its end means to end, "r" that there will be work in a moment, any other
 * byte to look again. endless: it is waited for work. 0 or -1 with *e.
 */
int patience_open(int wake_fd, bool endless, struct err *e);
void patience_close(void); /* fine when it is not open */

/* Waits for ms, or until something is said; true when we are to end. */
bool patience_wait(int ms);
/* Whether what was said last, in the last patience_wait(), was "r". */
bool patience_ready(void);
/*
 * After so many failures of the store in a row: waits, each time longer, and
 * says whether to try once more. What was sent and is not stored would be sent
 * again, and what is claimed and not given back would not be sent at all:
 * nothing else is worth doing. False when we are to end, or when nobody could
 * say so and it has been tried some times.
 */
bool patience_again(int failures);
/* Milliseconds that it waits then. */
int patience_backoff(int failures);
/* Descriptors that are readable when patience_wait() has something to say. */
void patience_fds(int out[2]);

#endif
