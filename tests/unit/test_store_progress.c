/* Unit tests of store/: how far a notice is, and what failed lately. */
#include <sys/stat.h>
#include <sys/wait.h>

#include "store/progress.h"
#include "store_house.h"

static const char rows[] =
    "INSERT INTO incident (id, state, kind, effect, online, path, service,"
    " title, news, url, reason, feed, planned, reminded, notices, change,"
    " fresh, change_reason, over, told_effect, told_online) VALUES"
    " (1, 'open', 'actual', 'outage', 'unknown', 0, '', 'a', '', '', '', '',"
    "  0, 0, 2, 0, 0, '', 0, 'none', 'unknown'),"
    " (2, 'resolved', 'actual', 'outage', 'unknown', 0, '', 'a', '', '', '',"
    "  '', 0, 0, 1, 0, 0, '', 0, 'none', 'unknown');"
    "INSERT INTO notice (id, incident, number, type, effect, at, title, reason,"
    " cc_own) VALUES (1, 1, 1, 'first', 'outage', 1, 'x', 'x', 0),"
    " (2, 1, 2, 'repeat', 'outage', 9, 'x', 'x', 0),"
    " (3, 2, 1, 'first', 'outage', 1, 'x', 'x', 0);"
    "INSERT INTO message (id, notice, incident, number, channel, audience, org,"
    " org_name, vendor, message_id, created, first, last) VALUES"
    " (1, 1, 1, 1, 'mail', 'municipality', '0101', 'a', '', 'm', 1, 1, 1),"
    " (2, 2, 1, 2, 'mail', 'municipality', '0101', 'a', '', 'm', 9, 2, 4),"
    " (3, 2, 1, 2, 'sms', 'municipality', '0101', 'a', '', 'm', 9, 5, 7),"
    " (4, 2, 1, 2, 'mail', 'municipality', '0147', 'b', '', 'm', 9, 8, 9),"
    " (5, 2, 1, 2, 'mail', 'vendor', 'kmd', 'k', '', 'm', 9, 10, 10),"
    " (6, 3, 2, 1, 'mail', 'municipality', '0101', 'a', '', 'm', 5, 11, 12);"
    "INSERT INTO delivery (id, message, incident, number, org, name, address,"
    " state, attempts, due, done) VALUES"
    " (1, 1, 1, 1, '0101', 'Anna', 'a@x', 'failed', 1, 1, 1),"
    /* Anna has it by SMS, though her mail waits for another try. */
    " (2, 2, 1, 2, '0101', 'Anna', 'a@x', 'queued', 2, 50, NULL),"
    " (3, 2, 1, 2, '0101', '', 'b@x', 'delivered', 1, 9, 12),"
    " (4, 2, 1, 2, '0101', '', 'c@x', 'sending', 0, 9, NULL),"
    " (5, 3, 1, 2, '0101', 'Anna', '+45', 'accepted', 1, 9, 10),"
    /* One is tried again later, one is not. */
    " (6, 3, 1, 2, '0101', 'Dan', '+46', 'unknown', 1, 60, NULL),"
    " (7, 3, 1, 2, '0101', 'Eva', '+47', 'unknown', 1, 9, 11),"
    " (8, 4, 1, 2, '0147', 'Anna', 'd@x', 'failed', 1, 9, 11),"
    /* It is due again. */
    " (9, 4, 1, 2, '0147', 'Bo', 'e@x', 'queued', 1, 19, NULL),"
    " (10, 5, 1, 2, 'kmd', 'Vera', 'v@x', 'queued', 0, 60, NULL),"
    " (11, 6, 2, 1, '0101', 'Anna', 'a@x', 'failed', 1, 1, 1),"
    " (12, 6, 2, 1, '0101', 'Bo', 'b@x', 'accepted', 1, 1, 1);";

static void
fill(void)
{
	char *why = NULL;

	if (sqlite3_exec(t.s->db, rows, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s", why);
}

static void
test_progress(void **state)
{
	struct progress p = {0};

	(void)state;
	fill();
	OK(store_progress(t.s, 1, 2, 20, &p, &t.e));
	assert_int_equal(p.municipalities, 2);
	assert_int_equal(p.reached, 1);
	assert_int_equal(p.people, 8);
	assert_int_equal(p.told, 2);
	assert_int_equal(p.all, 9);
	assert_int_equal(p.failed, 1);
	assert_int_equal(p.unknown, 1);
	assert_int_equal(p.waiting, 3);
	assert_int_equal(p.later, 2);
	assert_int_equal(p.next_try, 50);
	assert_int_equal(p.done, 4);
	assert_int_equal(p.first_done, 10);
	assert_int_equal(p.last_done, 12);
	OK(store_progress(t.s, 1, 3, 20, &p, &t.e));
	assert_int_equal(p.all, 0);
	assert_true(p.first_done == TIME_NONE);
	assert_true(p.next_try == TIME_NONE);
}

static void
test_failed(void **state)
{
	int64_t n = -1, unknown = -1;

	(void)state;
	fill();
	/* Both of the open one, whenever; that of the other as it is young. */
	OK(store_failed(t.s, 6, &n, &unknown, &t.e));
	assert_int_equal(n, 2);
	assert_int_equal(unknown, 1);
	OK(store_failed(t.s, 5, &n, &unknown, &t.e));
	assert_int_equal(n, 3);
}

#define NOBODY 65534

/* In a process of its own, as somebody else than root: 0 when all is well. */
static int
reads(void)
{
	struct progress p = {0};
	struct store *r;
	struct err e = {""};

	if (getuid() == 0 && setuid(NOBODY) == -1)
		return 1;
	r = store_open_reading(t.path, &e);
	if (r == NULL || store_progress(r, 1, 2, 20, &p, &e) == -1) {
		fprintf(stderr, "%s\n", e.msg);
		return 2;
	}
	if (p.all != 9)
		return 3;
	if (sql_run(r, &e, "x", "DELETE FROM contact", "") != -1)
		return 4;
	store_close(r);
	return 0;
}

static void
reads_in_child(void)
{
	int status = -1;
	pid_t pid = fork();

	if (pid == 0)
		_exit(reads());
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(WIFEXITED(status) ? WEXITSTATUS(status) : -1, 0);
}

/* What may not be written can be read, with its log or without one. */
static void
test_reading(void **state)
{
	char *log = xasprintf("%s-wal", t.path);
	char *shm = xasprintf("%s-shm", t.path);

	(void)state;
	fill();
	assert_int_equal(chmod(t.dir, 0555), 0);
	assert_int_equal(chmod(t.path, 0444), 0);
	assert_int_equal(chmod(log, 0444), 0);
	assert_int_equal(chmod(shm, 0444), 0);
	reads_in_child();
	store_close(t.s);
	assert_int_equal(chmod(t.dir, 0755), 0);
	unlink(log);
	unlink(shm);
	assert_int_equal(chmod(t.dir, 0555), 0);
	reads_in_child();
	assert_int_equal(chmod(t.dir, 0755), 0);
	assert_int_equal(chmod(t.path, 0644), 0);
	t.s = store_open(t.path, false, &t.e);
	assert_non_null(t.s);
	free(log);
	free(shm);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_progress, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_failed, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_reading, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
