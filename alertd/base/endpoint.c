#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/endpoint.h"
#include "base/mem.h"
#include "base/str.h"

static bool
set_v4(const char *host, in_port_t port, struct endpoint *out)
{
	struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = port};

	if (inet_pton(AF_INET, host, &a.sin_addr) != 1)
		return false;
	memcpy(&out->address, &a, sizeof(a));
	out->len = sizeof(a);
	return true;
}

static bool
set_v6(const char *host, in_port_t port, struct endpoint *out)
{
	struct sockaddr_in6 a = {.sin6_family = AF_INET6, .sin6_port = port};

	if (inet_pton(AF_INET6, host, &a.sin6_addr) != 1)
		return false;
	memcpy(&out->address, &a, sizeof(a));
	out->len = sizeof(a);
	return true;
}

/* The address without its brackets, or NULL when they do not pair. */
static char *
host_of(const char *s, size_t n, bool *v6)
{
	*v6 = n > 2 && s[0] == '[' && s[n - 1] == ']';
	if (*v6)
		return xstrndup(s + 1, n - 2);
	return memchr(s, ':', n) != NULL ? NULL : xstrndup(s, n);
}

int
endpoint_parse(const char *s, struct endpoint *out, struct err *e)
{
	const char *colon = strrchr(s, ':');
	int64_t port;
	bool v6, good;
	char *host;

	*out = (struct endpoint){0};
	if (colon == NULL || parse_int(colon + 1, 1, 65535, &port) == -1)
		return err_set(e, "there is no port from 1 to 65535 at its "
				  "end");
	host = host_of(s, (size_t)(colon - s), &v6);
	if (host == NULL)
		return err_set(e, "an IPv6 address must stand in brackets");
	good = (v6 ? set_v6 : set_v4)(host, htons((uint16_t)port), out);
	free(host);
	return good ? 0 : err_set(e, "its address is not a numeric one");
}

bool
endpoint_loopback(const struct endpoint *p)
{
	struct sockaddr_in v4;
	struct sockaddr_in6 v6;

	if (p->address.ss_family == AF_INET) {
		memcpy(&v4, &p->address, sizeof(v4));
		return ntohl(v4.sin_addr.s_addr) >> 24 == 127;
	}
	memcpy(&v6, &p->address, sizeof(v6));
	return p->address.ss_family == AF_INET6 &&
	       IN6_IS_ADDR_LOOPBACK(&v6.sin6_addr);
}

int
endpoint_port(const struct endpoint *p)
{
	struct sockaddr_in v4;
	struct sockaddr_in6 v6;

	memcpy(&v4, &p->address, sizeof(v4));
	memcpy(&v6, &p->address, sizeof(v6));
	return ntohs(
	    p->address.ss_family == AF_INET6 ? v6.sin6_port : v4.sin_port);
}

static int
bind_and_listen(int fd, const struct endpoint *p, int backlog)
{
	int on = 1;

	if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) == -1)
		return -1;
	/* [::] is IPv6 alone, so that 0.0.0.0 with the port is still free. */
	if (p->address.ss_family == AF_INET6 &&
	    setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof(on)) == -1)
		return -1;
	if (bind(fd, (const struct sockaddr *)&p->address, p->len) == -1)
		return -1;
	return listen(fd, backlog);
}

int
endpoint_listen(const struct endpoint *p, int backlog, struct err *e)
{
	int fd = socket(p->address.ss_family,
	    SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

	if (fd != -1 && bind_and_listen(fd, p, backlog) == 0)
		return fd;
	err_set(e, "cannot listen: %s", strerror(errno));
	if (fd != -1)
		close(fd);
	return -1;
}
