#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "deliver/dial.h"

int
system_poll(struct pollfd *fds, unsigned long n, int timeout_ms)
{
	struct timespec t = {
	    timeout_ms / 1000, timeout_ms % 1000 * 1000 * 1000L};

	return ppoll(fds, n, timeout_ms < 0 ? NULL : &t, NULL);
}

int
wait_fd(int fd, short events, int64_t until)
{
	struct pollfd p = {.fd = fd, .events = events};
	int r;

	do {
		int64_t left = until - clock_read().mono_ms;

		r = poll(&p, 1, left > 0 ? (int)left : 0);
	} while (r == -1 && errno == EINTR);
	return r == 1 ? p.revents : r;
}

/* 0, or the reason as an errno. */
static int
connect_within(int fd, const struct addrinfo *a, int timeout_ms)
{
	int64_t until = clock_read().mono_ms + timeout_ms;
	int why = 0;
	socklen_t size = sizeof(why);

	if (connect(fd, a->ai_addr, a->ai_addrlen) == 0)
		return 0;
	if (errno != EINPROGRESS)
		return errno;
	if (wait_fd(fd, POLLOUT, until) <= 0)
		return ETIMEDOUT;
	if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &why, &size) == -1)
		return errno;
	return why;
}

static int
dial_address(const struct addrinfo *a, int timeout_ms, struct err *e)
{
	int fd = socket(a->ai_family,
	    a->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, a->ai_protocol);
	int one = 1, queue = DIAL_QUEUE, why;

	if (fd == -1)
		return err_set(e, "%s", strerror(errno));
	why = connect_within(fd, a, timeout_ms);
	if (why == 0) {
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
		setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &queue, sizeof(queue));
		return fd;
	}
	close(fd);
	return err_set(e, "cannot connect: %s", strerror(why));
}

/* "[::1]" is written where a port follows; getaddrinfo wants "::1". */
static char *
bare_host(const char *host)
{
	size_t n = strlen(host);

	if (n > 2 && host[0] == '[' && host[n - 1] == ']')
		return xstrndup(host + 1, n - 2);
	return xstrdup(host);
}

int
dial(const char *host, int64_t port, int timeout_ms, struct err *e)
{
	struct addrinfo hints = {.ai_family = AF_UNSPEC,
	    .ai_socktype = SOCK_STREAM,
	    .ai_flags = AI_NUMERICSERV};
	struct addrinfo *all = NULL;
	char service[24], *name = bare_host(host);
	int fd = -1, r;

	snprintf(service, sizeof(service), "%lld", (long long)port);
	r = getaddrinfo(name, service, &hints, &all);
	free(name);
	if (r != 0)
		return err_set(e, "cannot look up: %s", gai_strerror(r));
	for (struct addrinfo *a = all; fd == -1 && a != NULL; a = a->ai_next)
		fd = dial_address(a, timeout_ms, e);
	freeaddrinfo(all);
	return fd;
}
