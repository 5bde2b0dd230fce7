/*
 * sink: an SMTP server for the benchmark, which notes when it took what.
 *
 *     sink [-w MS] [-s] [-e] [-r TEXT] [-c TEXT]
 *
 * -w MS    answers the end of a message after MS, as a relay that is slow; the
 *          sessions do not wait for each other
 * -s       takes connections and never says a word …
 * -e       never answers the end of a message …
 *          … but from SIGUSR2 until SIGUSR1
 * -r TEXT  refuses (550) recipients in whose address TEXT is
 * -c TEXT  counts only recipients in whose address TEXT is
 *
 * Prints its port on 127.0.0.1, then what record.h says. One thread, epoll,
 * TCP_NODELAY; PIPELINING and 8BITMIME are offered, as smtp-sink does.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <signal.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/mem.h"
#include "record.h"

#define LINE_BYTES 1024
#define OUT_MAX 8192 /* answers to what came at once */
#define EVENTS 64

struct session {
	int fd;
	bool data, gone, waits; /* waits: an answer is due later */
	unsigned dot; /* bytes of CR LF . CR LF that were seen */
	size_t counted, accepted, refused, bytes;
	size_t n_line, n_out;
	char line[LINE_BYTES], out[OUT_MAX];
};

/* Who is answered when; all wait equally long, so the first is due first. */
struct due {
	int64_t at;
	struct session *s;
	struct due *next;
};

static struct {
	const char *refuse, *count;
	int64_t wait; /* ns */
	bool mute, mute_at_end; /* what it is when it stalls */
	int epoll, listener;
	struct due *first, **last;
} sink = {.last = &sink.first};

static volatile sig_atomic_t stalls = 1;

static void
on_signal(int number)
{
	stalls = number == SIGUSR1;
}

static bool
silent(void)
{
	return sink.mute && stalls;
}

static void
fail(const char *what)
{
	fprintf(stderr, "sink: %s: %s\n", what, strerror(errno));
	exit(1);
}

static void
say(struct session *s, const char *text)
{
	size_t n = strlen(text);

	if (s->n_out + n > sizeof(s->out))
		fail("too much was asked at once");
	memcpy(s->out + s->n_out, text, n);
	s->n_out += n;
}

static void
flush(struct session *s)
{
	if (s->n_out > 0 && send(s->fd, s->out, s->n_out, MSG_NOSIGNAL) < 0)
		s->gone = true;
	s->n_out = 0;
}

/* The message is there: it is ours from the moment in which we say so. */
static void
taken(struct session *s)
{
	say(s, "250 2.0.0 Ok\r\n");
	flush(s);
	record_taken(s->counted, s->refused, s->bytes);
	s->waits = false;
}

static void
end_of_message(struct session *s)
{
	struct due *d;

	s->data = false;
	if (sink.mute_at_end && stalls)
		return;
	if (sink.wait == 0) {
		taken(s);
		return;
	}
	s->waits = true;
	d = xcalloc(1, sizeof(*d));
	d->at = record_now() + sink.wait;
	d->s = s;
	*sink.last = d;
	sink.last = &d->next;
}

static void
recipient(struct session *s, const char *line)
{
	if (sink.refuse != NULL && strstr(line, sink.refuse) != NULL) {
		s->refused++;
		say(s, "550 5.1.1 No such user\r\n");
		return;
	}
	s->accepted++;
	if (sink.count == NULL || strstr(line, sink.count) != NULL)
		s->counted++;
	say(s, "250 2.1.5 Ok\r\n");
}

static void
begin(struct session *s)
{
	record_begun();
	s->counted = s->accepted = s->refused = s->bytes = 0;
	say(s, "250 2.1.0 Ok\r\n");
}

static void
data(struct session *s)
{
	if (s->accepted == 0) {
		record_refused(s->refused);
		say(s, "554 5.5.1 No valid recipients\r\n");
		return;
	}
	s->data = true;
	s->dot = 2;
	say(s, "354 End data with <CR><LF>.<CR><LF>\r\n");
}

static void
command(struct session *s, const char *line)
{
	if (strncasecmp(line, "EHLO", 4) == 0) {
		say(s, "250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n");
	} else if (strncasecmp(line, "MAIL", 4) == 0) {
		begin(s);
	} else if (strncasecmp(line, "RCPT", 4) == 0) {
		recipient(s, line);
	} else if (strncasecmp(line, "DATA", 4) == 0) {
		data(s);
	} else if (strncasecmp(line, "QUIT", 4) == 0) {
		say(s, "221 Bye\r\n");
		flush(s);
		s->gone = true;
	} else {
		say(s, "250 2.0.0 Ok\r\n");
	}
}

/* How many of the bytes belong to the message. */
static size_t
read_message(struct session *s, const char *p, size_t n)
{
	static const char end[] = "\r\n.\r\n";

	for (size_t i = 0; i < n; i++) {
		if (p[i] == end[s->dot])
			s->dot++;
		else
			s->dot = p[i] == '\r' ? 1 : 0;
		if (s->dot == 5) {
			s->bytes += i + 1;
			end_of_message(s);
			return i + 1;
		}
	}
	s->bytes += n;
	return n;
}

static size_t
read_line(struct session *s, const char *p, size_t n)
{
	const char *nl = memchr(p, '\n', n);
	size_t k = nl == NULL ? n : (size_t)(nl - p) + 1;

	if (s->n_line + k >= sizeof(s->line))
		fail("a line without end");
	memcpy(s->line + s->n_line, p, k);
	s->n_line += k;
	if (nl != NULL) {
		s->line[s->n_line] = '\0';
		s->n_line = 0;
		command(s, s->line);
	}
	return k;
}

static void
end_session(struct session *s)
{
	if (s->waits) { /* it is answered first */
		epoll_ctl(sink.epoll, EPOLL_CTL_DEL, s->fd, NULL);
		return;
	}
	record_gone();
	close(s->fd);
	free(s);
}

static void
readable(struct session *s)
{
	static char b[65536];
	ssize_t n = recv(s->fd, b, sizeof(b), 0);
	size_t at = 0;

	if (n < 0 && errno == EAGAIN)
		return;
	if (n <= 0)
		s->gone = true;
	while (!silent() && n > 0 && at < (size_t)n && !s->gone) {
		if (s->waits)
			fail("more came before the message was answered");
		at += s->data ? read_message(s, b + at, (size_t)n - at)
			      : read_line(s, b + at, (size_t)n - at);
	}
	flush(s);
	if (s->gone)
		end_session(s);
}

static void
answer_due(void)
{
	while (sink.first != NULL && sink.first->at <= record_now()) {
		struct due *d = sink.first;

		sink.first = d->next;
		if (sink.first == NULL)
			sink.last = &sink.first;
		taken(d->s);
		if (d->s->gone)
			end_session(d->s);
		free(d);
	}
}

static void
take_connection(void)
{
	int on = 1, fd;

	while ((fd = accept4(sink.listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
		struct session *s = xcalloc(1, sizeof(*s));
		struct epoll_event e = {.events = EPOLLIN, .data.ptr = s};

		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
		s->fd = fd;
		record_connected();
		if (epoll_ctl(sink.epoll, EPOLL_CTL_ADD, fd, &e) == -1)
			fail("epoll");
		if (!silent())
			say(s, "220 sink ESMTP\r\n");
		flush(s);
	}
}

static void
listen_on_loopback(void)
{
	struct sockaddr_in a = {
	    .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t n = sizeof(a);
	struct epoll_event e = {.events = EPOLLIN, .data.ptr = &sink.listener};
	struct epoll_event in = {.events = EPOLLIN, .data.ptr = NULL};

	sink.listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
	if (bind(sink.listener, (struct sockaddr *)&a, n) == -1 ||
	    listen(sink.listener, 1024) == -1 ||
	    getsockname(sink.listener, (struct sockaddr *)&a, &n) == -1)
		fail("listen");
	sink.epoll = epoll_create1(0);
	if (epoll_ctl(sink.epoll, EPOLL_CTL_ADD, sink.listener, &e) == -1 ||
	    epoll_ctl(sink.epoll, EPOLL_CTL_ADD, STDIN_FILENO, &in) == -1)
		fail("epoll");
	printf("%d\n", ntohs(a.sin_port));
	fflush(stdout);
}

static void
turn(void)
{
	struct epoll_event v[EVENTS];
	int64_t left = sink.first == NULL ? 0 : sink.first->at - record_now();
	struct timespec t = {
	    left > 0 ? left / 1000000000 : 0, left > 0 ? left % 1000000000 : 0};
	int n = epoll_pwait2(
	    sink.epoll, v, EVENTS, sink.first == NULL ? NULL : &t, NULL);

	answer_due();
	for (int i = 0; i < n; i++) {
		if (v[i].data.ptr == NULL)
			record_asked();
		else if (v[i].data.ptr == &sink.listener)
			take_connection();
		else
			readable(v[i].data.ptr);
	}
}

int
main(int argc, char **argv)
{
	int c;

	while ((c = getopt(argc, argv, "w:ser:c:")) != -1) {
		if (c == 'w')
			sink.wait = strtol(optarg, NULL, 10) * 1000000;
		else if (c == 's')
			sink.mute = true;
		else if (c == 'e')
			sink.mute_at_end = true;
		else if (c == 'r')
			sink.refuse = optarg;
		else if (c == 'c')
			sink.count = optarg;
		else
			return 64;
	}
	signal(SIGUSR1, on_signal);
	signal(SIGUSR2, on_signal);
	listen_on_loopback();
	for (;;)
		turn();
}
