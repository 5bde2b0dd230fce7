/*
 * gateway: an SMS gateway for the benchmark, which notes when it took what.
 *
 *     gateway [ms]
 *
 * Takes the calls of two presets: cpsms (POST, many recipients) and kannel
 * (GET, one), and takes every number, each call after so many milliseconds (0).
 * Prints its port on 127.0.0.1, then what record.h says; counted are
 * recipients. One thread, epoll, TCP_NODELAY, connections kept.
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
#include <sys/queue.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "record.h"

#define EVENTS 64
#define CALL_MOST (16 * 1024 * 1024)

#define NS_A_MS INT64_C(1000000)
#define NS_A_SECOND INT64_C(1000000000)

struct session {
	int fd;
	struct buf in;
	int64_t at; /* record_now(): its call is taken; 0: none waits */
	TAILQ_ENTRY(session) link;
};
TAILQ_HEAD(sessions, session);

static struct {
	int epoll, listener;
	int64_t delay; /* ns */
	struct sessions waiting; /* the first that is taken first */
} gate;

static void
fail(const char *what)
{
	fprintf(stderr, "gateway: %s: %s\n", what, strerror(errno));
	exit(1);
}

static bool
send_all(int fd, const char *s, size_t n)
{
	while (n > 0) {
		ssize_t k = send(fd, s, n, MSG_NOSIGNAL);

		if (k < 0 && errno == EAGAIN)
			continue; /* who asked is reading */
		if (k <= 0)
			return false;
		s += k;
		n -= (size_t)k;
	}
	return true;
}

static bool
answer(struct session *s, const char *type, const struct buf *body)
{
	struct buf out;
	bool ok;

	buf_init(&out, CALL_MOST);
	buf_addf(&out,
	    "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: "
	    "%zu\r\n\r\n",
	    type, body->len);
	buf_add(&out, buf_str(body), body->len);
	ok = send_all(s->fd, out.data, out.len);
	buf_clear(&out);
	return ok;
}

/* {"to": ["4500000001", ...], ...}: all of them are taken. */
static bool
take_many(struct session *s, const char *body)
{
	const char *p = strstr(body, "\"to\"");
	size_t n = 0;
	struct buf out;
	bool ok;

	buf_init(&out, CALL_MOST);
	buf_adds(&out, "{\"success\":[");
	if (p != NULL)
		p = strchr(p, '[');
	while (p != NULL && (p = strpbrk(p, "\"]")) != NULL && *p == '"') {
		size_t k = strcspn(p + 1, "\"");

		buf_addf(&out, "%s{\"to\":\"%.*s\",\"cost\":1}",
		    n++ == 0 ? "" : ",", (int)k, p + 1);
		p += k + 2;
	}
	buf_adds(&out, "]}");
	ok = answer(s, "application/json", &out);
	record_taken(n, 0, 0);
	buf_clear(&out);
	return ok;
}

static bool
take_one(struct session *s)
{
	struct buf out;
	bool ok;

	buf_init(&out, CALL_MOST);
	buf_adds(&out, "0: Accepted for delivery");
	ok = answer(s, "text/html", &out);
	record_taken(1, 0, 0);
	buf_clear(&out);
	return ok;
}

/* Whether the call that has come waits; it is seen again when it does not. */
static bool
waits(struct session *s)
{
	int64_t now = record_now();

	if (gate.delay == 0)
		return false;
	if (s->at == 0) {
		s->at = now + gate.delay;
		TAILQ_INSERT_TAIL(&gate.waiting, s, link);
	}
	if (s->at > now)
		return true;
	TAILQ_REMOVE(&gate.waiting, s, link);
	s->at = 0;
	return false;
}

/* Takes the whole requests out of what came; false: it is over. */
static bool
take(struct session *s)
{
	for (;;) {
		const char *in = buf_str(&s->in), *end, *length;
		size_t head, body = 0;
		bool ok;

		if ((end = strstr(in, "\r\n\r\n")) == NULL)
			return true;
		head = (size_t)(end - in) + 4;
		length = strcasestr(in, "\r\nContent-Length:");
		if (length != NULL && length < end)
			body = strtoul(length + 17, NULL, 10);
		if (s->in.len < head + body)
			return true;
		record_begun();
		if (waits(s))
			return true;
		ok = in[0] == 'P' ? take_many(s, in + head) : take_one(s);
		if (!ok)
			return false;
		memmove(s->in.data, s->in.data + head + body,
		    s->in.len - head - body + 1);
		s->in.len -= head + body;
	}
}

static void
end(struct session *s)
{
	if (s->at != 0)
		TAILQ_REMOVE(&gate.waiting, s, link);
	record_gone();
	close(s->fd);
	buf_clear(&s->in);
	free(s);
}

static void
readable(struct session *s)
{
	static char b[65536];
	ssize_t n = recv(s->fd, b, sizeof(b), 0);

	if (n < 0 && errno == EAGAIN)
		return;
	if (n <= 0 || buf_add(&s->in, b, (size_t)n) == -1 || !take(s))
		end(s);
}

/* Takes what has waited long enough; how long the next one waits, in *t. */
static const struct timespec *
take_waiting(struct timespec *t)
{
	struct session *s;
	int64_t left;

	while ((s = TAILQ_FIRST(&gate.waiting)) != NULL) {
		left = s->at - record_now();
		if (left > 0) {
			t->tv_sec = left / NS_A_SECOND;
			t->tv_nsec = left % NS_A_SECOND;
			return t;
		}
		if (!take(s))
			end(s);
	}
	return NULL;
}

static void
take_connection(void)
{
	int on = 1, fd;

	while ((fd = accept4(gate.listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
		struct session *s = xcalloc(1, sizeof(*s));
		struct epoll_event e = {.events = EPOLLIN, .data.ptr = s};

		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
		s->fd = fd;
		buf_init(&s->in, CALL_MOST);
		record_connected();
		if (epoll_ctl(gate.epoll, EPOLL_CTL_ADD, fd, &e) == -1)
			fail("epoll");
	}
}

static void
listen_on_loopback(void)
{
	struct sockaddr_in a = {
	    .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t n = sizeof(a);
	struct epoll_event e = {.events = EPOLLIN, .data.ptr = &gate.listener};
	struct epoll_event in = {.events = EPOLLIN, .data.ptr = NULL};

	gate.listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
	if (bind(gate.listener, (struct sockaddr *)&a, n) == -1 ||
	    listen(gate.listener, 1024) == -1 ||
	    getsockname(gate.listener, (struct sockaddr *)&a, &n) == -1)
		fail("listen");
	gate.epoll = epoll_create1(0);
	if (epoll_ctl(gate.epoll, EPOLL_CTL_ADD, gate.listener, &e) == -1 ||
	    epoll_ctl(gate.epoll, EPOLL_CTL_ADD, STDIN_FILENO, &in) == -1)
		fail("epoll");
	printf("%d\n", ntohs(a.sin_port));
	fflush(stdout);
}

int
main(int argc, char **argv)
{
	struct epoll_event v[EVENTS];
	struct timespec t;

	if (argc > 1)
		gate.delay = strtol(argv[1], NULL, 10) * NS_A_MS;
	TAILQ_INIT(&gate.waiting);
	listen_on_loopback();
	for (;;) {
		int n = epoll_pwait2(
		    gate.epoll, v, EVENTS, take_waiting(&t), NULL);

		for (int i = 0; i < n; i++) {
			if (v[i].data.ptr == NULL)
				record_asked();
			else if (v[i].data.ptr == &gate.listener)
				take_connection();
			else
				readable(v[i].data.ptr);
		}
	}
}
