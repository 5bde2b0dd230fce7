/* Unit tests of store/writer.c and daemon/writer.c: who keeps others from
 * writing a database, and since when. The others are processes of their own. */
#include "store_house.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "base/program.h"
#include "daemon/parts.h"
#include "store/writer.h"

/* A process that does that, says so, and stays. */
static pid_t
started(void (*act)(struct store *))
{
	int ready[2];
	char byte;
	pid_t pid;

	assert_int_equal(pipe(ready), 0);
	pid = fork();
	assert_int_not_equal(pid, -1);
	if (pid == 0) {
		struct store *s = store_open(t.path, false, &t.e);

		alarm(60);
		if (s == NULL)
			_exit(1);
		act(s);
		if (write(ready[1], "", 1) == 1)
			pause();
		_exit(1);
	}
	close(ready[1]);
	assert_int_equal(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	return pid;
}

static void
ended(pid_t pid)
{
	kill(pid, SIGKILL);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
}

static void
writes(struct store *s)
{
	if (store_begin(s, &t.e) == -1)
		_exit(1);
}

static void
reads(struct store *s)
{
	if (sqlite3_exec(s->db, "BEGIN; SELECT * FROM org", NULL, NULL, NULL) !=
	    SQLITE_OK)
		_exit(1);
}

static void
has_it_alone(struct store *s)
{
	if (sqlite3_exec(s->db,
		"PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE;"
		"BEGIN EXCLUSIVE",
		NULL, NULL, NULL) != SQLITE_OK)
		_exit(1);
}

static void
test_another(void **state)
{
	pid_t pid;

	(void)state;
	assert_int_equal(store_writer(t.s, t.path), 0);
	pid = started(reads);
	assert_int_equal(store_writer(t.s, t.path), 0);
	ended(pid);
	pid = started(writes);
	assert_int_equal(store_writer(t.s, t.path), pid);
	ended(pid);
	assert_int_equal(store_writer(t.s, t.path), 0);
}

/* What this process has locked stays so. */
static void
test_own(void **state)
{
	int status;
	pid_t pid;

	(void)state;
	OK(store_begin(t.s, &t.e));
	assert_int_equal(store_writer(t.s, t.path), 0);
	pid = fork();
	if (pid == 0)
		_exit(store_writer(t.s, t.path) == getppid() ? 0 : 1);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	OK(store_commit(t.s, &t.e));
}

/* By who has not opened it. */
static void
test_not_open(void **state)
{
	char *journal;
	pid_t pid;

	(void)state;
	store_close(t.s);
	t.s = NULL;
	assert_int_equal(store_writer(NULL, "/nonexistent/a.db"), 0);
	assert_int_equal(store_writer(NULL, t.path), 0);
	pid = started(writes);
	assert_int_equal(store_writer(NULL, t.path), pid);
	ended(pid);
	pid = started(has_it_alone);
	assert_int_equal(store_writer(NULL, t.path), pid);
	ended(pid);
	journal = xasprintf("%s-journal", t.path);
	unlink(journal);
	free(journal);
}

/* As one of another container is. */
static void
test_unseen(void **state)
{
	char *path = xasprintf("%s-shm", t.path);
	struct flock l = {.l_type = F_WRLCK, .l_start = 120, .l_len = 1};
	int fd = open(path, O_RDWR);

	(void)state;
	assert_int_not_equal(fd, -1);
	assert_int_equal(fcntl(fd, F_OFD_SETLK, &l), 0);
	assert_int_equal(store_writer(t.s, t.path), WRITER_UNSEEN);
	close(fd);
	free(path);
}

/* Whatever it calls itself: in one line of a log, and in an SMS. */
static void
test_named(void **state)
{
	char name[PROCESS_SIZE], *want;
	FILE *f = fopen("/proc/self/comm", "w");

	(void)state;
	assert_non_null(f);
	fputs("a\033[1m\nb(sqlite3)", f);
	fclose(f);
	want = xasprintf("%ld (a??1m)", (long)getpid());
	assert_string_equal(process_named(getpid(), name), want);
	assert_string_equal(process_named(INT32_MAX, name), "2147483647");
	free(want);
}

/* What is held is one transaction, of which all looks have told. */
static void
test_same(void **state)
{
	struct writer w = {0};
	int64_t now = 1000000;

	(void)state;
	assert_false(writer_is_same(&w, 7, 3, now));
	for (int i = 1; i <= 9; i++)
		assert_true(writer_is_same(&w, 7, 3, now += 1000));
	assert_int_equal(w.held, 9000);
	/* Nobody looked for an hour. */
	assert_true(writer_is_same(&w, 7, 3, now += 3600000));
	assert_int_equal(w.held, 9000 + TURN_ERROR);
	/* Another transaction, another process, and nobody. */
	w.told = true;
	assert_false(writer_is_same(&w, 7, 4, now += 1000));
	assert_int_equal(w.held, 0);
	assert_false(w.told);
	assert_true(writer_is_same(&w, 7, 4, now += 1000));
	assert_false(writer_is_same(&w, 8, 4, now += 1000));
	assert_int_equal(w.held, 0);
	assert_false(writer_is_same(&w, 0, 0, now));
	assert_int_equal(w.pid, 0);
}

/* Who has made a child so waits for it as for a disk. */
static void
waits_for(int end)
{
	char byte;

	alarm(60);
	if (vfork() == 0)
		_exit((int)read(end, &byte, 1));
	pause();
	_exit(1);
}

static bool
comes_to(pid_t pid, bool waits)
{
	static const struct timespec tick = {0, 1000 * 1000};

	for (int i = 0; i < 60000; i++) {
		if (process_waits(pid) == waits)
			return true;
		nanosleep(&tick, NULL);
	}
	return false;
}

static void
test_waits(void **state)
{
	int ends[2];
	pid_t pid;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	pid = fork();
	if (pid == 0) {
		close(ends[1]);
		waits_for(ends[0]);
	}
	close(ends[0]);
	assert_true(comes_to(pid, true));
	close(ends[1]);
	assert_true(comes_to(pid, false));
	ended(pid);
	assert_false(process_waits(getpid()));
	assert_false(process_waits(INT32_MAX));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_waits),
	    cmocka_unit_test_setup_teardown(test_another, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_own, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_not_open, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_unseen, setup, teardown),
	    cmocka_unit_test(test_named),
	    cmocka_unit_test(test_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
