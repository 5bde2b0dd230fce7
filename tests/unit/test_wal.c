/* Unit tests of store/wal.h: the log is as long as it gets, and holds the same.
 */
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "base/file.h"
#include "store/orgs.h"
#include "store/wal.h"
#include "store_house.h"

static off_t
log_size(const char *db)
{
	char *path = xasprintf("%s-wal", db);
	struct stat st = {0};

	stat(path, &st);
	free(path);
	return st.st_size;
}

static void
copy(const char *from, const char *to, const char *tail)
{
	char *source = xasprintf("%s%s", from, tail);
	char *target = xasprintf("%s%s", to, tail), *data = NULL;
	size_t len = 0;

	OK(file_read(source, 2 * WAL_BYTES, &data, &len, &t.e));
	OK(file_write(target, data, len, 0600, &t.e));
	free(data);
	free(source);
	free(target);
}

static void
put(const char *code)
{
	const struct org o = {.kind = ORG_MUNICIPALITY,
	    .code = (char *)(uintptr_t)code,
	    .name = (char[]){"a"},
	    .region = (char[]){"Region Nordjylland"},
	    .vendor = (char[]){""}};

	OK(store_org_put(t.s, &o, &t.e));
}

/* How many there are in what a crash would have left. */
static int64_t
left(void)
{
	char *path = xasprintf("%s/left.db", t.dir);
	struct store *s;
	int64_t n = -1;

	copy(t.path, path, "");
	copy(t.path, path, "-wal");
	s = store_open(path, false, &t.e);
	assert_non_null(s);
	assert_int_equal(
	    sql_value(s, &t.e, &n, "test",
		"SELECT count(*) FROM org WHERE code LIKE 'x%'", ""),
	    1);
	store_close(s);
	unlink(path);
	free(path);
	return n;
}

static void
test_stretched(void **state)
{
	struct store *other;

	(void)state;
	put("x1");
	other = store_open(t.path, false, &t.e);
	assert_non_null(other);
	OK(store_stretch(t.s, &t.e));
	assert_int_equal(log_size(t.path), WAL_BYTES);
	assert_int_equal(left(), 1);
	put("x2");
	assert_int_equal(left(), 2);
	/* It begins anew in the same room. */
	OK(store_settle(t.s, &t.e));
	put("x3");
	assert_int_equal(left(), 3);
	OK(store_stretch(other, &t.e));
	assert_int_equal(log_size(t.path), WAL_BYTES);
	store_close(other);
}

/* One in which nothing was ever written, or no more is. */
static void
test_empty(void **state)
{
	(void)state;
	put("x1");
	assert_int_equal(sql_run(t.s, &t.e, "test",
			     "PRAGMA wal_checkpoint(TRUNCATE)", "") >= 0,
	    1);
	assert_int_equal(log_size(t.path), 0);
	OK(store_stretch(t.s, &t.e));
	assert_int_equal(log_size(t.path), WAL_BYTES);
	assert_int_equal(left(), 1);
	put("x2");
	assert_int_equal(left(), 2);
}

/* While somebody else writes nothing is put behind what he has written. */
static void
test_writer(void **state)
{
	struct store *other = store_open(t.path, false, &t.e);
	off_t before = log_size(t.path);

	(void)state;
	assert_non_null(other);
	OK(store_begin(other, &t.e));
	store_patience(t.s, 0);
	assert_int_equal(store_stretch(t.s, &t.e), -1);
	assert_int_equal(log_size(t.path), before);
	store_rollback(other);
	OK(store_stretch(t.s, &t.e));
	store_close(other);
}

/* Where there is not room for all of it nothing of it stays. */
static void
test_no_room(void **state)
{
	struct rlimit before, few;
	off_t size;

	(void)state;
	put("x1");
	size = log_size(t.path);
	assert_true(size > 0 && size < WAL_BYTES / 2);
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	few = (struct rlimit){WAL_BYTES / 2, before.rlim_max};
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &few), 0);
	assert_int_equal(store_stretch(t.s, &t.e), -1);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_int_equal(log_size(t.path), size);
	put("x2");
	assert_int_equal(left(), 2);
	OK(store_stretch(t.s, &t.e));
	assert_int_equal(log_size(t.path), WAL_BYTES);
}

static int syncs;

int
fdatasync(int fd)
{
	(void)fd;
	syncs++;
	return 0;
}

int
fsync(int fd)
{
	return fdatasync(fd);
}

/* The first commit waits as long as each. */
static void
test_warm(void **state)
{
	struct store *other;

	(void)state;
	put("x1");
	other = store_open(t.path, false, &t.e);
	assert_non_null(other);
	OK(store_warm(other, &t.e));
	syncs = 0;
	assert_int_equal(
	    sql_run(other, &t.e, "test", "UPDATE org SET name = 'b'", "") >= 0,
	    1);
	assert_int_equal(syncs, 1);
	store_close(other);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_stretched, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_empty, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_writer, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_no_room, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_warm, setup, teardown),
	};

	return cmocka_run_group_tests_name("wal", tests, NULL, NULL);
}
