/* Unit tests of lastresort.c: when the last resort speaks. The programs that
 * it starts are scripts of ours, beside this test. */
#include "store_house.h"

#include <libgen.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/str.h"
#include "lastresort.h"
#include "store/audit.h"

#define MINUTE INT64_C(60)
#define HOUR INT64_C(3600)

static const char *const programs[] = {"alertd-mail", "alertd-sms"};
static struct config *conf;
static struct starter *starter;
static int children; /* the list of ours */
static struct lastresort *l;
static struct clock now;

static char *
program(const char *name)
{
	char exe[256] = "";

	assert_true(readlink("/proc/self/exe", exe, sizeof(exe) - 1) > 0);
	return xasprintf("%s/%s", dirname(exe), name);
}

/* It keeps what it reads in a file, and reaches one unless told otherwise. */
static int
begin(void **state)
{
	static const char text[] =
	    "alarm: {mail: [vagt@example.dk], sms: ['+4500000001']}\n"
	    "sms: {transport: file, file: x, sender: FMK}\n"
	    "mail: {from: a@example.dk, transport: maildir, maildir: x}\n";
	struct diags problems = {0};
	struct err e;

	if (setup(state) == -1)
		return -1;
	for (int i = 0; i < 2; i++) {
		char *path = program(programs[i]);
		char *script = xasprintf(
		    "#!/bin/sh\nfile=%s/$(basename $0)\n"
		    "{ cat; echo; echo ----; } >>$file\n"
		    "[ -e $file.fails ] || echo accepted\n",
		    t.dir);

		if (file_write(path, script, strlen(script), 0700, &e) == -1)
			return -1;
		free(script);
		free(path);
	}
	conf = config_parse("alertd.yaml", text, strlen(text), &problems);
	diags_print(&problems, stderr);
	setenv("RUNTIME_DIRECTORY", t.dir, 1);
	now = (struct clock){.wall = T0, .mono_ms = 1000000};
	if (conf == NULL)
		return -1;
	l = lastresort_open(conf, starter);
	alarm(120);
	return 0;
}

static void
drop(const char *name)
{
	char *path = xasprintf("%s/%s", t.dir, name);

	unlink(path);
	free(path);
}

static int
end(void **state)
{
	static const char *const left[] = {"alertd-mail", "alertd-sms",
	    "alertd-mail.fails", "alertd-sms.fails", "last-resort"};

	for (size_t i = 0; i < LENGTH(left); i++)
		drop(left[i]);
	for (int i = 0; i < 2; i++) {
		char *path = program(programs[i]);

		unlink(path);
		free(path);
	}
	lastresort_close(l);
	config_free(conf);
	unsetenv("RUNTIME_DIRECTORY");
	alarm(0);
	return teardown(state);
}

/* Whether a child runs beside the starter; needs no descriptor. */
static bool
running(void)
{
	char list[256];
	ssize_t n = pread(children, list, sizeof(list) - 1, 0);
	int spaces = 0;

	assert_true(n >= 0);
	for (ssize_t i = 0; i < n; i++)
		spaces += list[i] == ' ';
	return spaces > 1;
}

/*
 * A turn, and those after it until nothing runs any more. What has closed its
 * output and is still about to end is left to who has SIGCHLD: to us.
 */
static void
turn(void)
{
	static const struct timespec tick = {0, 1000000};

	for (lastresort_turn(l, now); running(); lastresort_turn(l, now)) {
		nanosleep(&tick, NULL);
		while (waitpid(-1, NULL, WNOHANG) > 0)
			;
	}
	lastresort_turn(l, now);
}

static void
pass(int64_t seconds)
{
	now.wall += seconds;
	now.mono_ms += seconds * 1000;
	turn();
}

static void
fault(enum fault_kind kind)
{
	fault_note(kind);
	lastresort_fault(l, "why", 1, now);
}

/* How many texts that program was given, with part in them. */
static int
given(const char *name, const char *part)
{
	char *path = xasprintf("%s/%s", t.dir, name), *text;
	int n = 0;

	if (access(path, F_OK) == 0 &&
	    file_read(path, 1 << 20, &text, NULL, NULL) == 0) {
		for (char *at = text, *next; *at != '\0'; at = next) {
			next = strstr(at, "----\n");
			assert_non_null(next);
			*next = '\0';
			n += strstr(at, part) != NULL;
			next += strlen("----\n");
		}
		free(text);
	}
	free(path);
	return n;
}

static void
told(int mails, int texts)
{
	assert_int_equal(given("alertd-mail", "alertd"), mails);
	assert_int_equal(given("alertd-sms", "alertd"), texts);
}

static void
test_once_and_again(void **state)
{
	(void)state;
	fault(FAULT_FULL);
	pass(MINUTE - 1);
	told(0, 0);
	pass(1);
	told(1, 1);
	assert_int_equal(given("alertd-mail", "disken er fuld"), 1);
	for (int64_t i = 0; i < 4 * 60 - 1; i++) {
		fault(FAULT_FULL);
		pass(MINUTE);
	}
	told(1, 1);
	pass(MINUTE);
	told(2, 2);
	assert_int_equal(given("alertd-mail", "virker stadig ikke"), 1);
	lastresort_well(l, now);
	assert_false(lastresort_faulty(l));
	pass(LIMIT_RESORT_WELL - 1);
	told(2, 2);
	pass(1);
	told(3, 3);
	assert_int_equal(given("alertd-sms", "virker igen"), 1);
	pass(10 * HOUR);
	told(3, 3);
	assert_true(lastresort_next(l, now.mono_ms) == INT64_MAX);
}

/* What a consequence says hides no cause. */
static void
test_cause(void **state)
{
	(void)state;
	fault(FAULT_FULL);
	fault(FAULT_OTHER);
	pass(MINUTE);
	assert_int_equal(given("alertd-mail", "disken er fuld"), 1);
}

static void
test_holder(void **state)
{
	(void)state;
	fault(FAULT_BUSY);
	lastresort_holder(l, "4711 (sqlite3)");
	pass(MINUTE);
	told(1, 1);
	assert_int_equal(
	    given("alertd-mail", "Stop proces 4711 (sqlite3)."), 1);
	assert_int_equal(given("alertd-sms", "proces 4711 (sqlite3) l"), 1);
	/* It has let go, and another has it. */
	lastresort_holder(l, NULL);
	pass(LIMIT_RESORT_EVERY);
	told(2, 2);
	assert_int_equal(given("alertd-mail", "4711"), 1);
}

static void
test_down(void **state)
{
	(void)state;
	fault(FAULT_IO);
	pass(MINUTE);
	told(1, 1);
	lastresort_down(l, "nspop");
	pass(1);
	told(2, 2);
	assert_int_equal(given("alertd-sms", "FMK er meldt nede"), 1);
	lastresort_down(l, "nspop");
	pass(HOUR);
	told(2, 2);
	/* The next fault is another matter. */
	lastresort_well(l, now);
	pass(LIMIT_RESORT_WELL);
	told(3, 3);
	fault(FAULT_IO);
	pass(MINUTE);
	told(4, 4);
	assert_int_equal(given("alertd-sms", "FMK er meldt nede"), 1);
}

static void
test_flaps(void **state)
{
	(void)state;
	fault(FAULT_IO);
	pass(MINUTE / 2);
	lastresort_well(l, now);
	pass(MINUTE / 2);
	told(0, 0);
	for (int i = 0; i < 20; i++) {
		fault(FAULT_IO);
		pass(2 * MINUTE);
		lastresort_well(l, now);
		pass(2 * MINUTE);
	}
	told(1, 1);
}

static void
test_in_vain(void **state)
{
	char *fails = xasprintf("%s/alertd-sms.fails", t.dir);
	static const int64_t pauses[] = {30, 60, 120, 240, 480, 900, 900};

	(void)state;
	OK(file_write(fails, "", 0, 0600, &t.e));
	fault(FAULT_IO);
	pass(MINUTE);
	told(1, 1);
	for (size_t i = 0; i < LENGTH(pauses); i++) {
		pass(pauses[i] - 1);
		told(1, (int)i + 1);
		pass(1);
		told(1, (int)i + 2);
	}
	unlink(fails);
	pass(900);
	told(1, 9);
	pass(900);
	told(1, 9);
	free(fails);
}

static void
again(void)
{
	lastresort_close(l);
	l = lastresort_open(conf, starter);
}

static void
test_restart(void **state)
{
	struct clock real = clock_read();

	(void)state;
	/* What is kept is held against the clock of the machine. */
	now.mono_ms = real.mono_ms - 100000;
	fault(FAULT_READONLY);
	pass(MINUTE);
	told(1, 1);
	again();
	fault(FAULT_READONLY);
	pass(MINUTE);
	told(1, 1);
	again();
	lastresort_well(l, now);
	pass(LIMIT_RESORT_WELL);
	told(2, 2);
	assert_int_equal(given("alertd-mail", "virker igen"), 1);
	assert_int_equal(given("alertd-mail", "databasen kan ikke skrives"), 2);
	again();
	lastresort_well(l, now);
	pass(LIMIT_RESORT_WELL);
	told(2, 2);
}

static void
test_kept_is_bad(void **state)
{
	static const char *const texts[] = {"", "\n\n", "mail",
	    "mail 1 2 3 4 5 6\n", "sms 99999999999999999 0 1 1 1 1\n",
	    "sms -1 0 1 1 1 1\n", "mail 1 0 1 1 1 99\n"};
	char *path = xasprintf("%s/last-resort", t.dir);

	(void)state;
	for (size_t i = 0; i < LENGTH(texts); i++) {
		OK(file_write(path, texts[i], strlen(texts[i]), 0600, &t.e));
		again();
		assert_true(lastresort_next(l, 0) == INT64_MAX);
	}
	free(path);
}

static void
test_clock_goes_back(void **state)
{
	(void)state;
	fault(FAULT_BUSY);
	pass(MINUTE);
	told(1, 1);
	now.wall -= 86400;
	for (int i = 0; i < 10; i++) {
		fault(FAULT_BUSY);
		pass(MINUTE);
	}
	told(1, 1);
	pass(4 * HOUR);
	told(2, 2);
	lastresort_well(l, now);
	now.wall += 7 * 86400;
	pass(MINUTE);
	told(2, 2);
	pass(LIMIT_RESORT_WELL);
	told(3, 3);
}

/* No more files may be open: those kept back suffice, for both ways. */
static void
test_no_more_files(void **state)
{
	int fds[512];
	size_t n = 0;
	struct rlimit limit;

	(void)state;
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &limit), 0);
	limit.rlim_cur = 256;
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &limit), 0);
	fault(FAULT_FILES);
	while (n < LENGTH(fds) && (fds[n] = dup(0)) != -1)
		n++;
	assert_true(n < LENGTH(fds));
	pass(MINUTE);
	/* Whatever way had to wait for the other. */
	pass(MINUTE);
	for (size_t i = 0; i < n; i++)
		close(fds[i]);
	told(1, 1);
}

static void
test_record(void **state)
{
	struct audits a = {0};

	(void)state;
	OK(lastresort_record(l, t.s, now.wall, &t.e));
	fault(FAULT_FULL);
	pass(MINUTE);
	pass(4 * HOUR);
	lastresort_well(l, now);
	for (int i = 0; i < 3; i++)
		OK(lastresort_record(l, t.s, now.wall, &t.e));
	OK(store_audits(t.s, 0, 0, &a, &t.e));
	assert_int_equal(a.n, 2);
	assert_string_equal(a.v[0].action, "lastresort.told");
	assert_string_equal(a.v[0].detail,
	    "alarm.mail was told without the database, 2 times, last at "
	    "2026-02-02T06:41:00Z: the disk is full since "
	    "2026-02-02T02:40:00Z");
	audits_clear(&a);
	pass(LIMIT_RESORT_WELL);
	OK(lastresort_record(l, t.s, now.wall, &t.e));
	OK(store_audits(t.s, 0, 0, &a, &t.e));
	assert_int_equal(a.n, 4);
	assert_string_equal(a.v[3].detail,
	    "alarm.sms was told at 2026-02-02T06:46:00Z that it is well "
	    "again: the disk is full since 2026-02-02T02:40:00Z");
	audits_clear(&a);
}

int
main(void)
{
#define RESORT_TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)
	static const struct CMUnitTest tests[] = {
	    RESORT_TEST(test_once_and_again),
	    RESORT_TEST(test_cause),
	    RESORT_TEST(test_holder),
	    RESORT_TEST(test_down),
	    RESORT_TEST(test_flaps),
	    RESORT_TEST(test_in_vain),
	    RESORT_TEST(test_restart),
	    RESORT_TEST(test_kept_is_bad),
	    RESORT_TEST(test_clock_goes_back),
	    RESORT_TEST(test_no_more_files),
	    RESORT_TEST(test_record),
	};

	struct err e;
	int failed;

	if (zone_set("Europe/Copenhagen", NULL) == -1)
		return 1;
	starter = starter_open("alertd.yaml", &e);
	children = open("/proc/thread-self/children", O_RDONLY);
	if (starter == NULL || children == -1)
		return 1;
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	starter_close(starter);
	return failed;
}
