/*
 * window.h: how many calls of a gateway may be under way at once. Who listens
 * for few drops the connections that are too many, and the kernel tries them
 * again after a second; Kannel listens for 10. Pure.
 */
#ifndef DELIVER_WINDOW_H
#define DELIVER_WINDOW_H

#include <stddef.h>

#include "base/limits.h"

/* The connections over which it has answered, by our ports; {0} is none. */
struct window {
	long ports[LIMIT_SMS_SESSIONS];
	size_t n;
};

/*
 * It has answered over the connection. One that was kept from before is known
 * to be there only now.
 */
void window_heard(struct window *w, long port);
/* All of them, when not too many connections would have to be opened. */
size_t window_size(const struct window *w, size_t all);

#endif
