/*
 * wire: a line between a client and a server on loopback, with a delay.
 *
 *     wire PORT [MS]
 *
 * Prints its own port on 127.0.0.1, passes everything on to PORT and back, MS
 * later each way, and a new connection twice MS later (the handshake), so that
 * a round trip takes twice MS. In an SMTP session it notes when the server says
 * 250 to the end of a message, see record.h: with MS 0, that is when a server
 * that does not tell took it. One thread, epoll, TCP_NODELAY; chunks stay as
 * they come.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/mem.h"
#include "record.h"

#define EVENTS 64
#define CHUNK 65536

enum { CLIENT, SERVER };

struct line;

/* What is written to fd came from the other end. */
struct end {
	int fd, which;
	struct line *line;
};

struct line {
	struct end end[2];
	int open; /* ends whose bytes still come */
	int pending; /* chunks that are under way */
	bool asked; /* the end of a message went to the server */
	size_t bytes;
};

/* A chunk for an end, or with n 0 its end; it is there at. */
struct chunk {
	int64_t at;
	struct end *to;
	struct chunk *next;
	bool connect; /* no chunk: now the server sees the client */
	size_t n;
	char b[];
};

/* Everything takes equally long, so what was sent first is there first; what
 * connects has a list of its own. */
struct queue {
	struct chunk *first, **last;
	int64_t delay;
};

static struct {
	struct queue bytes, connects;
	int epoll, listener;
	in_port_t port;
} wire = {
    .bytes.last = &wire.bytes.first, .connects.last = &wire.connects.first};

static void
fail(const char *what)
{
	fprintf(stderr, "wire: %s: %s\n", what, strerror(errno));
	exit(1);
}

static void
watch(int fd, void *data)
{
	struct epoll_event e = {.events = EPOLLIN, .data.ptr = data};

	if (epoll_ctl(wire.epoll, EPOLL_CTL_ADD, fd, &e) == -1)
		fail("epoll");
}

static void
no_delay(int fd)
{
	int on = 1;

	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
}

static struct sockaddr_in
loopback(in_port_t port)
{
	struct sockaddr_in a = {.sin_family = AF_INET,
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	    .sin_port = port};

	return a;
}

static void
deliver(struct chunk *c)
{
	const char *b = c->b;

	while (c->n > 0) {
		/* Blocking: who does not read holds up all, as a full wire. */
		ssize_t k = send(c->to->fd, b, c->n, MSG_NOSIGNAL);

		if (k < 0)
			return;
		b += k;
		c->n -= (size_t)k;
	}
}

static void
end_line(struct line *l)
{
	if (l->open > 0 || l->pending > 0)
		return;
	record_gone();
	close(l->end[CLIENT].fd);
	close(l->end[SERVER].fd);
	free(l);
}

static void
connect_line(struct line *l)
{
	struct sockaddr_in a = loopback(wire.port);
	struct end *s = &l->end[SERVER];

	s->fd = socket(AF_INET, SOCK_STREAM, 0);
	if (connect(s->fd, (struct sockaddr *)&a, sizeof(a)) == -1)
		fail("connect");
	no_delay(s->fd);
	watch(s->fd, s);
	watch(l->end[CLIENT].fd, &l->end[CLIENT]);
	l->open = 2;
}

/* What the chunk was to do. */
static void
arrive(struct chunk *c)
{
	struct line *l = c->to->line;

	l->pending--;
	if (c->connect)
		connect_line(l);
	else if (c->n == 0)
		shutdown(c->to->fd, SHUT_WR);
	else
		deliver(c);
	free(c);
	end_line(l);
}

static void
arrive_due(struct queue *q)
{
	while (q->first != NULL && q->first->at <= record_now()) {
		struct chunk *c = q->first;

		q->first = c->next;
		if (q->first == NULL)
			q->last = &q->first;
		arrive(c);
	}
}

static struct chunk *
new_chunk(struct end *to, const char *b, size_t n)
{
	struct chunk *c = xmalloc(sizeof(*c) + n);

	*c = (struct chunk){.to = to, .n = n};
	if (n > 0)
		memcpy(c->b, b, n);
	to->line->pending++;
	return c;
}

static void
put(struct queue *q, struct chunk *c)
{
	c->at = record_now() + q->delay;
	if (q->delay == 0) {
		arrive(c);
		return;
	}
	*q->last = c;
	q->last = &c->next;
}

static void
note(struct line *l, int from, const char *b, size_t n)
{
	if (from == SERVER) {
		if (l->asked && n >= 3 && memcmp(b, "250", 3) == 0)
			record_taken(1, 0, l->bytes);
		l->asked = false;
		return;
	}
	l->bytes = l->asked ? n : l->bytes + n;
	l->asked = n >= 3 && memcmp(b + n - 3, ".\r\n", 3) == 0 &&
		   (n == 3 || memcmp(b + n - 5, "\r\n.\r\n", 5) == 0);
	if (n >= 4 && memcmp(b, "MAIL", 4) == 0) {
		record_begun();
		l->bytes = 0;
	}
}

static void
readable(struct end *from)
{
	static char b[CHUNK];
	struct line *l = from->line;
	struct end *to = &l->end[!from->which];
	ssize_t n = recv(from->fd, b, sizeof(b), MSG_DONTWAIT);

	if (n < 0 && errno == EAGAIN)
		return;
	if (n <= 0) {
		n = 0;
		epoll_ctl(wire.epoll, EPOLL_CTL_DEL, from->fd, NULL);
		l->open--;
	}
	note(l, from->which, b, (size_t)n);
	put(&wire.bytes, new_chunk(to, b, (size_t)n));
}

static void
take_connection(void)
{
	struct line *l = xcalloc(1, sizeof(*l));
	int fd = accept(wire.listener, NULL, NULL);
	struct chunk *c;

	if (fd == -1)
		fail("accept");
	no_delay(fd);
	record_connected();
	l->end[CLIENT] = (struct end){fd, CLIENT, l};
	l->end[SERVER] = (struct end){-1, SERVER, l};
	c = new_chunk(&l->end[SERVER], NULL, 0);
	c->connect = true;
	put(&wire.connects, c);
}

static int64_t
next_due(void)
{
	const struct chunk *a = wire.bytes.first, *b = wire.connects.first;

	if (a == NULL || b == NULL)
		return a != NULL ? a->at : b != NULL ? b->at : INT64_MAX;
	return a->at < b->at ? a->at : b->at;
}

static void
turn(void)
{
	struct epoll_event v[EVENTS];
	int64_t due = next_due(), left = due - record_now();
	struct timespec t = {
	    left > 0 ? left / 1000000000 : 0, left > 0 ? left % 1000000000 : 0};
	int n = epoll_pwait2(
	    wire.epoll, v, EVENTS, due == INT64_MAX ? NULL : &t, NULL);

	for (int i = 0; i < n; i++) {
		if (v[i].data.ptr == NULL)
			record_asked();
		else if (v[i].data.ptr == &wire.listener)
			take_connection();
		else
			readable(v[i].data.ptr);
	}
	arrive_due(&wire.connects);
	arrive_due(&wire.bytes);
}

int
main(int argc, char **argv)
{
	struct sockaddr_in a = loopback(0);
	socklen_t n = sizeof(a);

	if (argc < 2)
		return 64;
	wire.port = htons((in_port_t)strtoul(argv[1], NULL, 10));
	if (argc > 2)
		wire.bytes.delay = strtol(argv[2], NULL, 10) * 1000000;
	wire.connects.delay = 2 * wire.bytes.delay;
	wire.listener = socket(AF_INET, SOCK_STREAM, 0);
	if (bind(wire.listener, (struct sockaddr *)&a, n) == -1 ||
	    listen(wire.listener, 1024) == -1 ||
	    getsockname(wire.listener, (struct sockaddr *)&a, &n) == -1)
		fail("listen");
	wire.epoll = epoll_create1(0);
	watch(wire.listener, &wire.listener);
	watch(STDIN_FILENO, NULL);
	printf("%d\n", ntohs(a.sin_port));
	fflush(stdout);
	for (;;)
		turn();
}
