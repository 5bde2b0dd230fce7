/* Unit tests of log.c: a log that cannot be written keeps nobody waiting. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/mem.h"

static int stderr_kept;

static int
keep_stderr(void **state)
{
	(void)state;
	unsetenv("JOURNAL_STREAM");
	stderr_kept = dup(STDERR_FILENO);
	return 0;
}

static int
restore_stderr(void **state)
{
	int why;

	(void)state;
	dup2(stderr_kept, STDERR_FILENO);
	close(stderr_kept);
	return log_failing(&why) ? -1 : 0;
}

/* Standard error is a pipe; returns its other end. */
static int
pipe_log(void)
{
	int fds[2];

	assert_int_equal(pipe(fds), 0);
	dup2(fds[1], STDERR_FILENO);
	close(fds[1]);
	fcntl(fds[0], F_SETFL, O_NONBLOCK);
	return fds[0];
}

static char *
read_all(int fd)
{
	static char text[1 << 20];
	ssize_t n;
	size_t len = 0;

	while ((n = read(fd, text + len, sizeof(text) - len - 1)) > 0)
		len += (size_t)n;
	text[len] = '\0';
	return text;
}

/* It is killed here if it waits for a reader. */
static void
test_nobody_reads(void **state)
{
	int fd = pipe_log(), why = 0;
	char *text;

	(void)state;
	log_open("test", LOG_LEVEL_INFO);
	alarm(60);
	for (int i = 0; i < 5000; i++)
		log_info("object %d: a line of the log", i);
	alarm(0);
	assert_true(log_failing(&why));
	assert_int_equal(why, EAGAIN);
	text = read_all(fd);
	assert_non_null(strstr(text, "object 0: a line of the log\n"));
	assert_null(strstr(text, "object 4999:"));
	assert_string_equal(text + strlen(text) - 4, "log\n");
	log_info("object 5000: once more");
	assert_false(log_failing(&why));
	text = read_all(fd);
	assert_non_null(strstr(text, "warning: log: "));
	assert_non_null(strstr(text, " lines are lost: Resource temporarily "
				     "unavailable\n"));
	assert_non_null(strstr(text, "object 5000: once more\n"));
	close(fd);
}

static void
test_full(void **state)
{
	int fd = open("/dev/full", O_WRONLY), why = 0;

	(void)state;
	dup2(fd, STDERR_FILENO);
	close(fd);
	log_error("x");
	assert_true(log_failing(&why));
	assert_int_equal(why, ENOSPC);
	fd = pipe_log();
	assert_false(log_failing(&why));
	assert_non_null(strstr(
	    read_all(fd), "log: 1 lines are lost: No space left on device\n"));
	close(fd);
}

/* No file that is opened later gets the log. */
static void
test_closed(void **state)
{
	int fd, why = 0;

	(void)state;
	close(STDERR_FILENO);
	log_open("test", LOG_LEVEL_INFO);
	fd = open("/dev/null", O_WRONLY);
	assert_int_not_equal(fd, STDERR_FILENO);
	close(fd);
	log_error("x");
	assert_true(log_failing(&why));
	assert_int_equal(why, EBADF);
}

static void
test_long_line(void **state)
{
	int fd = pipe_log();
	struct buf b;
	char *text;

	(void)state;
	buf_init(&b, 100000);
	while (b.len < 20000)
		buf_adds(&b, "æ");
	log_error("%s", buf_str(&b));
	text = read_all(fd);
	assert_in_range(strlen(text), 4090, 4096);
	assert_string_equal(text + strlen(text) - 3, "æ\n");
	buf_clear(&b);
	close(fd);
}

int
main(void)
{
#define LOG_TEST(f) \
	cmocka_unit_test_setup_teardown(f, keep_stderr, restore_stderr)
	static const struct CMUnitTest tests[] = {
	    LOG_TEST(test_nobody_reads),
	    LOG_TEST(test_full),
	    LOG_TEST(test_closed),
	    LOG_TEST(test_long_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
