/* dial.h: a TCP connection that is made within a time. */
#ifndef DELIVER_DIAL_H
#define DELIVER_DIAL_H

#include <stdint.h>

#include "base/err.h"

/*
 * Bytes that may lie between us and the network: few, so that a relay that
 * stops reading, or goes, is noticed while the message is being sent.
 */
#define DIAL_QUEUE 16384

/*
 * Connects to host (a name, 192.0.2.1, 2001:db8::1 or [2001:db8::1]), each of
 * its addresses in turn for at most timeout_ms. Returns a socket, non-blocking
 * and without Nagle's delay, or -1 with *e (the last address's reason).
 */
int dial(const char *host, int64_t port, int timeout_ms, struct err *e);

struct pollfd;

/* The system's poll(), where a program has one of its own. */
int system_poll(struct pollfd *fds, unsigned long n, int timeout_ms);

/* poll() for events on fd until clock_read().mono_ms passes until. */
int wait_fd(int fd, short events, int64_t until);

#endif
