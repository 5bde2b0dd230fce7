/* Unit tests of deliver/monitor and deliver/job: what libesmtp sees. */
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/mem.h"
#include "deliver/dial.h"
#include "deliver/job.h"
#include "deliver/monitor.h"

#define TIMEOUT 60000

static int pair[2];
static struct monitor m;

static void
say(const char *line)
{
	monitor_callback(line, (int)strlen(line), 1, &m);
}

/* What the relay says, in pieces of n bytes; release with free(). */
static char *
hear(const char *answer, size_t n)
{
	char *s = xstrdup(answer);

	for (size_t i = 0, len = strlen(s); i < len; i += n)
		monitor_callback(
		    s + i, (int)(len - i < n ? len - i : n), 0, &m);
	return s;
}

static void
hear_all(const char *answer)
{
	free(hear(answer, strlen(answer)));
}

static int
setup(void **state)
{
	(void)state;
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == -1)
		return -1;
	monitor_start(&m, pair[0], TIMEOUT, true);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	close(pair[0]);
	close(pair[1]);
	return 0;
}

/* Whatever way the answer is cut, the words are gone and others stay. */
static void
test_hides_keywords(void **state)
{
	static const char answer[] = "250-PIPELINING.example.dk\r\n"
				     "250-SIZE 1000\r\n250-pipelining\r\n"
				     "250-CHUNKING\r\n250-AUTH PLAIN\r\n"
				     "250 ENHANCEDSTATUSCODES\r\n";

	(void)state;
	for (size_t n = 1; n < sizeof(answer); n++) {
		char *heard;

		say("EHLO a\r\n");
		heard = hear(answer, n);
		assert_null(strstr(heard, "-pipelining"));
		assert_null(strstr(heard, "-CHUNKING"));
		assert_null(strstr(heard, " ENHANCED"));
		assert_non_null(strstr(heard, "250-SIZE 1000\r\n"));
		assert_non_null(strstr(heard, "250-AUTH PLAIN\r\n"));
		free(heard);
	}
}

/* libesmtp skips what stands before one. */
static void
test_hides_keywords_behind_blanks(void **state)
{
	static const char answer[] = "250-a\r\n250-\r\n250-\r \tCHUNKING\r\n"
				     "250-  SIZE 1\r\n250 \v XUSR\r\n";

	(void)state;
	for (size_t n = 1; n < sizeof(answer); n++) {
		char *heard;

		say("EHLO a\r\n");
		heard = hear(answer, n);
		assert_null(strstr(heard, "CHUNKING"));
		assert_null(strstr(heard, "XUSR"));
		assert_non_null(strstr(heard, "250-  SIZE 1\r\n"));
		free(heard);
	}
}

static void
test_leaves_other_answers(void **state)
{
	char *heard;

	(void)state;
	say("RCPT TO:<a@example.dk>\r\n");
	heard = hear("250 PIPELINING\r\n", 3);
	assert_string_equal(heard, "250 PIPELINING\r\n");
	assert_string_equal(m.answer, "250 PIPELINING\r\n");
	free(heard);
}

static void
test_no_mail_without_auth(void **state)
{
	char byte;

	(void)state;
	say("AUTH PLAIN AAAA\r\n");
	hear_all("535 5.7.8 no\r\n");
	say("MAIL FROM:<a@example.dk>\r\n");
	assert_false(m.begun);
	assert_string_equal(monitor_reason(&m), "AUTH: 535 5.7.8 no");
	assert_int_equal(recv(pair[1], &byte, 1, 0), 0);
}

static void
test_mail_after_auth(void **state)
{
	(void)state;
	say("AUTH LOGIN\r\n");
	hear_all("334 VXNlcg==\r\n");
	say("MAIL AAAAAAA\r\n"); /* base64 of something */
	assert_int_equal(m.command, COMMAND_AUTH);
	free(hear("235 ok\r\n", 2));
	assert_true(m.authenticated);
	say("MAIL FROM:<a@example.dk>\r\n");
	assert_true(m.begun);
	assert_string_equal(m.why, "");
}

static void
test_reasons(void **state)
{
	(void)state;
	assert_string_equal(
	    monitor_reason(&m), "greeting: the connection was lost");
	monitor_start(&m, pair[0], TIMEOUT, false);
	hear_all("554 go away\r\n");
	say("QUIT\r\n");
	assert_string_equal(monitor_reason(&m), "greeting: 554 go away");
	monitor_start(&m, pair[0], -1, false);
	say("EHLO a\r\n");
	assert_string_equal(monitor_reason(&m), "EHLO: no answer in time");
}

/* Every answer came in time, and yet it is enough; but not after the end. */
static void
test_message_timeout(void **state)
{
	(void)state;
	assert_int_equal(monitor_message_timeout(60000), 300000);
	m.auth_needed = false;
	m.until = clock_read().mono_ms + TIMEOUT;
	say("MAIL FROM:<a@example.dk>\r\n");
	hear_all("250 ok\r\n");
	assert_string_equal(m.why, "");
	m.until = clock_read().mono_ms - 1;
	monitor_body_ended(&m);
	say(".\r\n");
	hear_all("250 ok\r\n");
	assert_string_equal(m.why, "");
	say("RCPT TO:<b@example.dk>\r\n");
	assert_string_equal(m.why, "the message took too long");
}

/* The text, too, is not taken for ever. */
static void
test_message_timeout_in_text(void **state)
{
	(void)state;
	m.auth_needed = false;
	say("DATA\r\n");
	assert_true(monitor_flow(&m));
	m.until = clock_read().mono_ms - 1;
	assert_false(monitor_flow(&m));
	assert_string_equal(m.why, "the message took too long");
}

/* A TCP connection on loopback in place of the pair. */
static void
connect_pair(void)
{
	struct sockaddr_in a = {
	    .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t size = sizeof(a);
	int listener = socket(AF_INET, SOCK_STREAM, 0);

	assert_int_not_equal(listener, -1);
	assert_int_equal(bind(listener, (struct sockaddr *)&a, size), 0);
	assert_int_equal(listen(listener, 1), 0);
	assert_int_equal(
	    getsockname(listener, (struct sockaddr *)&a, &size), 0);
	close(pair[0]);
	close(pair[1]);
	pair[0] = socket(AF_INET, SOCK_STREAM, 0);
	assert_int_equal(connect(pair[0], (struct sockaddr *)&a, size), 0);
	pair[1] = accept(listener, NULL, NULL);
	close(listener);
	/* Shorter than the kernel holds back what is gathered. */
	monitor_start(&m, pair[0], 50, false);
}

static size_t
unsent(void)
{
	int n = -1;

	assert_int_equal(ioctl(pair[0], SIOCOUTQNSD, &n), 0);
	return (size_t)n;
}

/* The last of what was gathered does not wait for more where there is no room.
 */
static void
test_gathered_goes_when_room_is_waited_for(void **state)
{
	static const char piece[2048];
	const int small = 32768, on = 1;

	(void)state;
	connect_pair();
	setsockopt(pair[0], IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	setsockopt(pair[0], SOL_SOCKET, SO_SNDBUF, &small, sizeof(small));
	say("DATA\r\n");
	monitor_gather(&m, true);
	while (wait_fd(pair[0], POLLOUT, 0) != 0)
		assert_int_equal(
		    write(pair[0], piece, sizeof(piece)), sizeof(piece));
	assert_true(unsent() > 0);
	assert_true(monitor_flow(&m));
	assert_int_equal(unsent(), 0);
	assert_true(write(pair[0], piece, 1) == 1);
	assert_int_equal(unsent(), 1);
	monitor_gather(&m, false);
	assert_int_equal(unsent(), 0);
}

static void
test_body_timeout(void **state)
{
	(void)state;
	assert_int_equal(monitor_body_timeout(1000), 10000);
	assert_int_equal(monitor_body_timeout(60000), 600000);
	assert_int_equal(monitor_body_timeout(120000), 600000);
	assert_int_equal(monitor_body_timeout(900000), 900000);
}

/* --- several answers due -------------------------------------------------- */

static int given_up;

static void
give_up(void *arg)
{
	assert_ptr_equal(arg, &given_up);
	given_up++;
}

/* The greeting is awaited. */
static void
start_anew(void)
{
	given_up = 0;
	monitor_start(&m, pair[0], TIMEOUT, false);
	m.guarded = true;
	m.give_up = give_up;
	m.arg = &given_up;
}

/* Two recipients and DATA are sent, and none of it is answered. */
static void
send_three(void)
{
	start_anew();
	m.awaited = false; /* the answers before it have come */
	say("RCPT TO:<a@example.dk>\r\n");
	say("RCPT TO:<b@example.dk>\r\nDATA\r\n");
	assert_int_equal(m.n_due, 2);
	assert_int_equal(m.command, COMMAND_RCPT);
}

static int
poll_for(short events, int timeout_ms)
{
	struct pollfd fds[] = {{.fd = pair[0], .events = events},
	    {.fd = pair[0], .events = POLLOUT}};

	return monitor_poll(&m, fds, events == POLLIN ? 1 : 2, timeout_ms);
}

/* The word passes only where libesmtp asks us before it reads. */
static void
test_pipelining_is_guarded(void **state)
{
	static const char answer[] = "250-PIPELINING\r\n250 CHUNKING\r\n";
	char *heard;

	(void)state;
	for (size_t n = 1; n < sizeof(answer); n++) {
		m.guarded = false;
		say("EHLO a\r\n");
		heard = hear(answer, n);
		assert_null(strstr(heard, "PIPELINING"));
		free(heard);
		poll_for(POLLIN, 0);
		assert_true(m.guarded);
		say("EHLO a\r\n");
		heard = hear(answer, n);
		assert_non_null(strstr(heard, "250-PIPELINING\r\n"));
		assert_null(strstr(heard, "CHUNKING"));
		free(heard);
	}
}

static void
test_answers_in_turn(void **state)
{
	static const char all[] = "250 a\r\n250-b\r\n250 b\r\n354 go\r\n";

	(void)state;
	for (size_t n = 1; n < sizeof(all); n++) {
		send_three();
		free(hear(all, n));
		assert_false(m.awaited);
		assert_int_equal(m.command, COMMAND_DATA);
		assert_string_equal(m.answer, "354 go\r\n");
		assert_string_equal(m.why, "");
	}
	assert_int_equal(given_up, 0);
}

/* MAIL is looked at, wherever it stands. */
static void
test_rset_and_mail(void **state)
{
	(void)state;
	send_three();
	hear_all("550 a\r\n550 b\r\n503 c\r\n");
	say("RSET\r\nMAIL FROM:<a@example.dk>\r\n");
	assert_true(m.begun);
	assert_int_equal(m.n_due, 1);
	hear_all("250 ok\r\n");
	assert_int_equal(m.command, COMMAND_MAIL);
	m.begun = false;
	m.auth_needed = true;
	hear_all("250 ok\r\n");
	say("RSET\r\nMAIL FROM:<a@example.dk>\r\n");
	assert_false(m.begun);
	assert_string_not_equal(m.why, "");
}

static void
test_what_is_none(void **state)
{
	(void)state;
	send_three();
	hear_all("250 a\r\nwhat is it\r\n");
	assert_int_equal(given_up, 1);
	assert_string_equal(monitor_reason(&m), "RCPT: what is it");
	assert_int_equal(poll_for(POLLIN, 1000), -1);
}

/* Nor may it read the last one, or one by itself. */
static void
test_last_is_none(void **state)
{
	(void)state;
	send_three();
	hear_all("250 a\r\n250 b\r\nwhat is it\r\n");
	assert_int_equal(given_up, 1);
	assert_string_equal(monitor_reason(&m), "DATA: what is it");
	start_anew();
	hear_all(" 220 a\r\n");
	assert_int_equal(given_up, 1);
	assert_string_equal(monitor_reason(&m), "greeting:  220 a");
}

/* What is said before it is asked is no answer to what comes then. */
static void
test_more_than_due(void **state)
{
	(void)state;
	start_anew();
	hear_all("220 a\r\n250 b\r\n");
	assert_int_equal(given_up, 1);
	assert_string_equal(m.why, "greeting: 220 a, and more than was asked");
	start_anew();
	hear_all("220 a\r\n");
	say("MAIL FROM:<a@example.dk>\r\n");
	hear_all("250 ok\r\n2");
	assert_int_equal(given_up, 1);
	send_three();
	hear_all("250 a\r\n250 b\r\n");
	assert_int_equal(given_up, 0);
	m.n_due = 0; /* some recipients are not sent yet */
	m.command = COMMAND_RCPT;
	hear_all("250 c\r\n250 d\r\n");
	assert_int_equal(given_up, 1);
	hear_all("250 e\r\n"); /* none is due at all */
	assert_int_equal(given_up, 2);
}

/* What was due counts, and there is no next transaction. */
static void
test_more_at_the_end(void **state)
{
	static const struct {
		const char *command, *answer;
	} all[] = {{"MAIL FROM:<a@example.dk>\r\n", "550 a\r\n421 b\r\n"},
	    {"DATA\r\n", "354 a\r\n250 b\r\n"},
	    {"DATA\r\n", "554 a\r\n421 b\r\n"}};

	(void)state;
	for (size_t i = 0; i < LENGTH(all); i++) {
		start_anew();
		hear_all("220 a\r\n");
		say(all[i].command);
		hear_all(all[i].answer);
		assert_int_equal(given_up, 0);
		assert_string_not_equal(m.why, "");
	}
	start_anew();
	monitor_body_ended(&m);
	hear_all("250 a\r\n421 b\r\n");
	assert_int_equal(given_up, 0);
	assert_string_equal(m.why, "message: 250 a, and more than was asked");
}

/* libesmtp, whose own time is as long, may have given up on its beginning. */
static void
test_too_late(void **state)
{
	(void)state;
	send_three();
	hear_all("25");
	assert_int_equal(send(pair[1], "0", 1, 0), 1);
	assert_int_equal(poll_for(POLLIN, 1000), 1);
	m.until_answer = clock_read().mono_ms;
	assert_int_equal(poll_for(POLLIN, 1000), -1);
	hear_all("0 a\r\n250 b\r\n354 c\r\n");
	assert_int_equal(given_up, 1);
	assert_string_equal(m.why, "an answer took too long");
}

/*
 * Those that it sends one behind another; what comes otherwise shows that it
 * takes the last one for answered.
 */
static void
test_what_is_pipelined(void **state)
{
	(void)state;
	send_three();
	say("MAIL FROM:<a@example.dk>\r\n");
	assert_int_equal(m.n_due, 0);
	assert_int_equal(m.command, COMMAND_MAIL);
	say("MAIL FROM:<a@example.dk>\r\n");
	assert_int_equal(m.n_due, 0);
	say("RSET\r\nMAIL FROM:<a@example.dk>\r\n");
	assert_int_equal(m.n_due, 1);
	say("RCPT TO:<a@example.dk>\r\n");
	assert_int_equal(m.n_due, 0);
}

/* After the last that was sent there may be some that were not. */
static void
test_gone_before_all_are_sent(void **state)
{
	(void)state;
	send_three();
	hear_all("250 a\r\n");
	m.n_due = 0;
	shutdown(pair[1], SHUT_RDWR);
	assert_int_equal(poll_for(POLLIN, 0), -1);
}

static void
test_gone(void **state)
{
	(void)state;
	send_three();
	assert_int_equal(send(pair[1], "2", 1, 0), 1);
	shutdown(pair[1], SHUT_RDWR);
	/* There is still something to be read. */
	assert_int_equal(poll_for(POLLIN, 1000), 1);
	assert_int_equal(recv(pair[0], &(char){0}, 1, 0), 1);
	assert_int_equal(poll_for(POLLIN, 1000), -1);
	hear_all("250 a\r\n250 b\r\n");
	/* One is due: libesmtp reads that it has gone. */
	assert_int_equal(poll_for(POLLIN, 1000), 1);
	assert_string_equal(
	    monitor_reason(&m), "DATA: the connection was lost");
}

static void
test_gone_because_tired(void **state)
{
	(void)state;
	send_three();
	hear_all("421 closing\r\n");
	assert_string_equal(m.why, "");
	assert_string_equal(monitor_reason(&m), "RCPT: 421 closing");
}

/* Each answer comes in time, but all of them take too long. */
static void
test_time_of_several(void **state)
{
	(void)state;
	send_three();
	m.until = clock_read().mono_ms - 1;
	hear_all("250 a\r\n");
	assert_string_equal(m.why, "the message took too long");
	assert_int_equal(poll_for(POLLIN, 1000), -1);
}

/* Where nothing is due, the system is not asked; where it is, it is. */
static void
test_no_look(void **state)
{
	struct pollfd out = {.fd = -1, .events = POLLOUT};

	(void)state;
	send_three();
	assert_int_equal(poll_for(POLLIN, 0), 0);
	hear_all("250 a\r\n250 b\r\n354 go\r\n");
	assert_int_equal(send(pair[1], "2", 1, 0), 1);
	assert_int_equal(poll_for(POLLIN, 0), 0);
	assert_int_equal(poll_for(POLLIN | POLLHUP, -1), 1);
	/* A write that waits for room alone does wait. */
	assert_int_equal(monitor_poll(&m, &out, 1, 0), 0);
	say(".\r\n");
	assert_int_equal(poll_for(POLLIN, 0), 1);
}

static char nothing[] = "", anna[] = "anna@example.dk",
	    evil[] = "a@example.dk>\r\nRSET", bo[] = "bo@example.dk";

static void
test_job(void **state)
{
	struct recipient to[] = {{1, nothing, anna, true},
	    {2, nothing, bo, false}, {3, nothing, evil, true}};
	struct message message = {.to = to, .n_to = 3};
	struct result *results;
	struct job j;

	(void)state;
	job_init(&j, &message);
	assert_int_equal(job_count(&j, ITEM_TODO), 1);
	assert_int_equal(job_count(&j, ITEM_DONE), 1);
	assert_false(job_taken(&j));
	results = job_results(&j, "no relay");
	assert_int_equal(results[0].outcome, OUTCOME_TEMPFAIL);
	assert_string_equal(results[0].answer, "no relay");
	assert_int_equal(results[1].outcome, OUTCOME_PERMFAIL);
	free(results);
	item_set(&j.items[0], OUTCOME_UNKNOWN, 0, "a\r\nb\xff\r\n", "relay a");
	assert_string_equal(j.items[0].result.answer, "a b\xef\xbf\xbd");
	assert_true(job_taken(&j));
	job_clear(&j);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		test_hides_keywords, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_leaves_other_answers, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_no_mail_without_auth, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_mail_after_auth, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_reasons, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_message_timeout, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_message_timeout_in_text, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_pipelining_is_guarded, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_answers_in_turn, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_rset_and_mail, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_what_is_none, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_last_is_none, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_hides_keywords_behind_blanks, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_more_than_due, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_more_at_the_end, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_too_late, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_what_is_pipelined, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_gone_before_all_are_sent, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_gone, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_gone_because_tired, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_time_of_several, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_no_look, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_gathered_goes_when_room_is_waited_for, setup, teardown),
	    cmocka_unit_test(test_body_timeout),
	    cmocka_unit_test(test_job),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
