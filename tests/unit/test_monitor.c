/* Unit tests of deliver/monitor and deliver/job: what libesmtp sees. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/clock.h"
#include "base/mem.h"
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

static void
test_body_timeout(void **state)
{
	(void)state;
	assert_int_equal(monitor_body_timeout(1000), 10000);
	assert_int_equal(monitor_body_timeout(60000), 600000);
	assert_int_equal(monitor_body_timeout(120000), 600000);
	assert_int_equal(monitor_body_timeout(900000), 900000);
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
	    cmocka_unit_test(test_body_timeout),
	    cmocka_unit_test(test_job),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
