/* Unit tests of feed/poller.c: rhythm, memory, waiting. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "feed/poller.h"

#define BODY "{\"incidents\":[{\"id\":\"1\"}]}"

struct seen {
	size_t n; /* results */
	enum poll_outcome outcome;
	size_t reports;
	char error[ERR_MAX];
	bool calendar;
	char body[100]; /* of POLL_BODY */
	const struct feed_conf *feed;
};

static char folder[] = "/tmp/alertd-poller-XXXXXX";
static char name[] = "f", empty[] = "", url[2][128];
static struct feed_conf feeds[2];

static void
take(struct poll_result *r, void *arg)
{
	struct seen *s = arg;

	s->n++;
	s->outcome = r->outcome;
	s->reports = r->reports.n;
	s->calendar = r->calendar;
	s->feed = r->feed;
	snprintf(s->body, sizeof(s->body), "%s",
	    r->body == NULL ? "" : buf_str(r->body));
	snprintf(s->error, sizeof(s->error), "%s", r->error.msg);
}

static void
write_feed(const char *text)
{
	FILE *f = fopen(url[0] + strlen("file://"), "w");

	assert_non_null(f);
	assert_true(fputs(text, f) >= 0);
	assert_int_equal(fclose(f), 0);
}

static int
set_up(void **state)
{
	(void)state;
	assert_non_null(mkdtemp(folder));
	for (size_t i = 0; i < LENGTH(feeds); i++) {
		snprintf(url[i], sizeof(url[i]), "file://%s/%zu", folder, i);
		feeds[i] = (struct feed_conf){.name = name,
		    .kind = FEED_STATUSPAGE,
		    .url = url[i],
		    .poll = 60,
		    .timeout = 5,
		    .max_bytes = 1000,
		    .max_items = 10,
		    .ca_file = empty};
	}
	write_feed(BODY);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	unlink(url[0] + strlen("file://"));
	return rmdir(folder);
}

static struct poller *
open_poller(size_t n)
{
	struct err e;
	struct poller *p = poller_open(feeds, n, &e);

	assert_non_null(p);
	return p;
}

/* Turns at the given time until one more feed has finished. */
static struct seen
poll_at(struct poller *p, int64_t mono_ms)
{
	int64_t deadline = clock_read().mono_ms + 10000;
	struct seen s = {0};
	struct err e;

	for (;;) {
		poller_turn(p, mono_ms, take, &s);
		if (s.n > 0)
			return s;
		assert_true(clock_read().mono_ms < deadline);
		assert_int_equal(poller_wait(p, NULL, 0, 100, &e), 0);
	}
}

static void
test_rhythm(void **state)
{
	struct poller *p = open_poller(1);
	int64_t now = 0, low = INT64_MAX, high = 0;
	struct seen s = {0};

	(void)state;
	for (int i = 0; i < 200; i++) {
		int64_t next;

		poll_at(p, now);
		next = poller_next(p);
		assert_true(next - now >= 54000 && next - now <= 66000);
		if (next - now < low)
			low = next - now;
		if (next - now > high)
			high = next - now;
		poller_turn(p, next - 1, take, &s);
		assert_int_equal(s.n, 0);
		now = next;
	}
	/* 200 draws out of 12 s: half of it is there, or it is no jitter. */
	assert_true(high - low > 6000);
	poller_close(p);
}

static void
test_outcomes(void **state)
{
	struct poller *p = open_poller(1);
	struct seen s = poll_at(p, 0);

	(void)state;
	assert_int_equal(s.outcome, POLL_REPORTS);
	assert_int_equal(s.reports, 1);
	s = poll_at(p, poller_next(p));
	assert_int_equal(s.outcome, POLL_UNCHANGED);
	write_feed("<html>Log in");
	for (int i = 0; i < 2; i++) {
		s = poll_at(p, poller_next(p));
		assert_int_equal(s.outcome, POLL_FAILED);
		assert_int_equal(s.reports, 0);
		assert_non_null(strstr(s.error, "web page"));
	}
	/* What was bad does not take the place of what was good. */
	write_feed(BODY);
	s = poll_at(p, poller_next(p));
	assert_int_equal(s.outcome, POLL_UNCHANGED);
	write_feed("{\"incidents\":[]}");
	s = poll_at(p, poller_next(p));
	assert_int_equal(s.outcome, POLL_REPORTS);
	assert_int_equal(s.reports, 0);
	unlink(url[0] + strlen("file://"));
	s = poll_at(p, poller_next(p));
	assert_int_equal(s.outcome, POLL_FAILED);
	write_feed(BODY);
	poller_close(p);
}

static void
test_again(void **state)
{
	struct poller *p = open_poller(1);

	(void)state;
	assert_int_equal(poll_at(p, 0).outcome, POLL_REPORTS);
	poller_again(p, &feeds[1]);
	assert_int_equal(poll_at(p, poller_next(p)).outcome, POLL_UNCHANGED);
	poller_again(p, &feeds[0]);
	assert_int_equal(poll_at(p, poller_next(p)).outcome, POLL_REPORTS);
	assert_int_equal(poll_at(p, poller_next(p)).outcome, POLL_UNCHANGED);
	poller_close(p);
}

static void
test_too_large(void **state)
{
	struct poller *p = open_poller(1);
	char *large = xasprintf("{\"incidents\":[],\"x\":\"%01000d\"}", 7);
	struct seen s;

	(void)state;
	write_feed(large);
	s = poll_at(p, 0);
	assert_int_equal(s.outcome, POLL_FAILED);
	assert_string_equal(s.error, "body larger than 1000 bytes");
	write_feed(BODY);
	assert_int_equal(poll_at(p, poller_next(p)).outcome, POLL_REPORTS);
	free(large);
	poller_close(p);
}

/* A server in this process, and its URL. */
static int
listen_here(char *url_of, size_t size)
{
	struct sockaddr_in a = {
	    .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t n = sizeof(a);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

	assert_int_equal(bind(fd, (struct sockaddr *)&a, n), 0);
	assert_int_equal(listen(fd, 1), 0);
	assert_int_equal(getsockname(fd, (struct sockaddr *)&a, &n), 0);
	snprintf(url_of, size, "http://127.0.0.1:%d/x.json", ntohs(a.sin_port));
	return fd;
}

/* Turns until somebody is connected. */
static int
accept_from(struct poller *p, int listener, struct seen *s)
{
	int64_t deadline = clock_read().mono_ms + 10000;
	struct err e;
	int fd;

	while ((fd = accept(listener, NULL, NULL)) == -1) {
		poller_turn(p, 0, take, s);
		assert_true(clock_read().mono_ms < deadline);
		assert_int_equal(poller_wait(p, NULL, 0, 10, &e), 0);
	}
	return fd;
}

/* An answer in two pieces: it is being read from the first on. */
static void
test_reads(void **state)
{
	static const char head[] = "HTTP/1.1 200 OK\r\nContent-Length: 26\r\n"
				   "Connection: close\r\n\r\n";
	int64_t deadline = clock_read().mono_ms + 10000;
	struct seen s = {0};
	struct poller *p;
	char here[128];
	int listener = listen_here(here, sizeof(here)), fd;
	struct err e;

	(void)state;
	assert_int_equal(strlen(BODY), 26);
	feeds[0].url = here;
	p = open_poller(1);
	fd = accept_from(p, listener, &s);
	poller_turn(p, 0, take, &s);
	assert_false(poller_reads(p));
	assert_int_equal(write(fd, head, strlen(head)), (int)strlen(head));
	while (!poller_reads(p)) {
		assert_true(clock_read().mono_ms < deadline);
		assert_int_equal(poller_wait(p, NULL, 0, 10, &e), 0);
		poller_turn(p, 0, take, &s);
	}
	assert_int_equal(s.n, 0);
	assert_int_equal(write(fd, BODY, 26), 26);
	while (s.n == 0) {
		assert_true(clock_read().mono_ms < deadline);
		assert_int_equal(poller_wait(p, NULL, 0, 10, &e), 0);
		poller_turn(p, 0, take, &s);
	}
	assert_int_equal(s.outcome, POLL_REPORTS);
	assert_false(poller_reads(p));
	poller_close(p);
	feeds[0].url = url[0];
	close(fd);
	close(listener);
}

static void
test_wait(void **state)
{
	struct poller *p = open_poller(0);
	int64_t start = clock_read().mono_ms;
	struct pollfd fds[2];
	struct err e;
	int pair[2];

	(void)state;
	assert_true(poller_next(p) == INT64_MAX);
	assert_int_equal(
	    socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair), 0);
	fds[0] = (struct pollfd){.fd = pair[0], .events = POLLIN};
	fds[1] = (struct pollfd){.fd = pair[1], .events = POLLIN};
	assert_int_equal(poller_wait(p, fds, 2, 50, &e), 0);
	assert_true(clock_read().mono_ms - start >= 45);
	assert_int_equal(fds[0].revents, 0);
	/* None of these waits out its minute. */
	assert_int_equal(write(pair[1], "x", 1), 1);
	assert_int_equal(poller_wait(p, fds, 2, 60000, &e), 0);
	assert_int_equal(fds[0].revents, POLLIN);
	assert_int_equal(fds[1].revents, 0);
	fds[1].events = POLLOUT;
	assert_int_equal(poller_wait(p, fds + 1, 1, 60000, &e), 0);
	assert_int_equal(fds[1].revents, POLLOUT);
	close(pair[0]);
	fds[1].events = POLLIN;
	assert_int_equal(poller_wait(p, fds + 1, 1, 60000, &e), 0);
	assert_true((fds[1].revents & POLLHUP) != 0);
	assert_true(clock_read().mono_ms - start < 30000);
	close(pair[1]);
	poller_close(p);
}

static void
test_once(void **state)
{
	struct poll_result r;
	struct err e;

	(void)state;
	assert_int_equal(poll_once(&feeds[0], &r, &e), 0);
	assert_int_equal(r.outcome, POLL_REPORTS);
	assert_int_equal(r.reports.n, 1);
	assert_ptr_equal(r.feed, &feeds[0]);
	reports_clear(&r.reports);
	assert_int_equal(poll_once(&feeds[1], &r, &e), 0);
	assert_int_equal(r.outcome, POLL_FAILED);
	assert_string_not_equal(r.error.msg, "");
	reports_clear(&r.reports);
}

/* As it is, once; again when it changes, when told to, and after a failure. */
static void
test_calendar(void **state)
{
	struct poller *p = open_poller(0);
	struct rota_conf rota = {.name = name,
	    .calendar = url[0] + strlen("file://"),
	    .poll = 86400,
	    .ca_file = empty};
	struct seen s;
	struct err e;

	(void)state;
	write_feed("BEGIN:VCALENDAR");
	assert_int_equal(poller_add_calendars(p, &rota, 1, &e), 0);
	s = poll_at(p, 0);
	assert_int_equal(s.outcome, POLL_BODY);
	assert_true(s.calendar);
	assert_string_equal(s.feed->name, name);
	assert_string_equal(s.body, "BEGIN:VCALENDAR");
	/* A file is looked at every minute, whatever poll says, and now. */
	assert_true(poller_next(p) < 70000);
	assert_int_equal(poll_at(p, poller_next(p)).outcome, POLL_UNCHANGED);
	poller_look(p);
	assert_int_equal(poller_next(p), 0);
	write_feed("BEGIN:VCALENDAR2");
	s = poll_at(p, 0);
	assert_string_equal(s.body, "BEGIN:VCALENDAR2");
	poller_again(p, s.feed);
	s = poll_at(p, poller_next(p));
	assert_string_equal(s.body, "BEGIN:VCALENDAR2");
	unlink(rota.calendar);
	s = poll_at(p, poller_next(p));
	assert_int_equal(s.outcome, POLL_FAILED);
	assert_true(s.calendar);
	assert_string_not_equal(s.error, "");
	poller_close(p);
	write_feed(BODY);
}

/* Of several, each is its own, and one without a calendar is none. */
static void
test_calendars(void **state)
{
	char second[] = "s", http[] = "http://127.0.0.1:1/a b";
	struct rota_conf rotas[] = {
	    {.name = second, .calendar = empty, .ca_file = empty},
	    {.name = name, .calendar = url[0], .poll = 900, .ca_file = empty},
	    {.name = second, .calendar = http, .poll = 900, .ca_file = empty}};
	struct poller *p = open_poller(1);
	int64_t deadline = clock_read().mono_ms + 10000;
	struct seen s = {0};
	struct err e;

	(void)state;
	assert_int_equal(poller_add_calendars(p, rotas, 3, &e), 0);
	while (s.n < 3) {
		poller_turn(p, 0, take, &s);
		assert_true(clock_read().mono_ms < deadline);
		assert_int_equal(poller_wait(p, NULL, 0, 100, &e), 0);
	}
	assert_int_equal(s.n, 3);
	poller_close(p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rhythm),
	    cmocka_unit_test(test_outcomes),
	    cmocka_unit_test(test_again),
	    cmocka_unit_test(test_too_large),
	    cmocka_unit_test(test_reads),
	    cmocka_unit_test(test_wait),
	    cmocka_unit_test(test_once),
	    cmocka_unit_test(test_calendar),
	    cmocka_unit_test(test_calendars),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
