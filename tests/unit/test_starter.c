/*
 * Unit tests of starter.h. Beside a unit test stands none of the programs, so
 * that each that is started ends with status 127: as our child.
 */
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "starter.h"

#define NO_PROGRAM 127

static void
expect_child(pid_t pid)
{
	int status;

	assert_true(pid > 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), NO_PROGRAM);
}

static void
test_children(void **state)
{
	struct err e = {""};
	struct starter *s = starter_open("none.yaml", &e);
	int fd = open("/dev/null", O_RDWR | O_CLOEXEC);
	char name[PROCESS_SIZE], want[PROCESS_SIZE];

	(void)state;
	assert_non_null(s);
	expect_child(starter_start(s, "alertd-mail", false, fd, fd, &e));
	expect_child(starter_start(s, "alertd-sms", true, fd, fd, &e));
	expect_child(starter_start(s, "alertd-web", false, fd, fd, &e));
	expect_child(starter_resort(s, "alertd-sms", fd, fd, &e));
	/* Only those of its table. */
	assert_int_equal(starter_start(s, "alertctl", false, fd, fd, &e), -1);
	assert_string_equal(e.msg, "fork: Invalid argument");
	assert_int_equal(starter_start(s, "/bin/true", false, fd, fd, &e), -1);
	expect_child(starter_start(s, "alertd-sms", false, fd, fd, &e));
	snprintf(want, sizeof(want), "%d (test_starter)", (int)getpid());
	assert_string_equal(starter_named(s, getpid(), name), want);
	assert_string_equal(starter_named(s, INT32_MAX, name), "2147483647");
	assert_false(starter_waits(s, getpid()));
	/* Not what waits for an answer of another kind. */
	expect_child(starter_start(s, "alertd-sms", false, fd, fd, &e));
	starter_close(s);
	close(fd);
	/* The starter itself: it has ended with us. */
	assert_true(waitpid(-1, NULL, 0) > 0);
	assert_int_equal(waitpid(-1, NULL, 0), -1);
}

/* The one that we have: the starter. */
static void
kill_child(void)
{
	FILE *f = fopen("/proc/thread-self/children", "r");
	int pid = 0;

	if (f == NULL || fscanf(f, "%d", &pid) != 1)
		fail_msg("no child in /proc/thread-self/children");
	fclose(f);
	assert_int_equal(kill(pid, SIGKILL), 0);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
}

/* Without it nothing can be started, which is said and not waited for. */
static void
test_gone(void **state)
{
	struct err e = {""};
	struct starter *s = starter_open("none.yaml", &e);
	int fd = open("/dev/null", O_RDWR | O_CLOEXEC);
	char name[PROCESS_SIZE];

	(void)state;
	assert_non_null(s);
	assert_true(starter_lives(s));
	kill_child();
	assert_false(starter_lives(s));
	assert_int_equal(
	    starter_start(s, "alertd-mail", false, fd, fd, &e), -1);
	assert_string_equal(
	    e.msg, "the process that starts programs is gone: restart alertd");
	assert_string_equal(starter_named(s, 4711, name), "4711");
	assert_false(starter_waits(s, 4711));
	starter_close(s);
	close(fd);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_children),
	    cmocka_unit_test(test_gone),
	};

	return cmocka_run_group_tests_name("starter", tests, NULL, NULL);
}
