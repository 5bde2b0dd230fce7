/* endpoint.h: where a program listens: "127.0.0.1:8411", "[::1]:8411". */
#ifndef BASE_ENDPOINT_H
#define BASE_ENDPOINT_H

#include <stdbool.h>
#include <sys/socket.h>

#include "base/err.h"

struct endpoint {
	struct sockaddr_storage address;
	socklen_t len;
};

/*
 * Reads a numeric address and a port from 1 to 65535; an IPv6 address stands
 * in brackets. Names are refused, since what they mean may change. -1 with *e.
 */
int endpoint_parse(const char *s, struct endpoint *out, struct err *e);
/* Whether nobody but this machine can reach it. */
bool endpoint_loopback(const struct endpoint *p);
int endpoint_port(const struct endpoint *p);
/*
 * A listening socket, non-blocking, closed on exec; -1 with *e. backlog as
 * for listen(2).
 */
int endpoint_listen(const struct endpoint *p, int backlog, struct err *e);

#endif
