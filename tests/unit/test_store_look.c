/*
 * What a database is, before it is opened for good: one of a newer version and
 * a damaged one are refused and stay as they were, to the byte.
 */
#include <dirent.h>
#include <sys/stat.h>

#include "base/attr.h"
#include "base/file.h"
#include "base/hash.h"
#include "store_house.h"

/* Of one file; "" when there is none. */
static void
add_file(char *out, size_t size, const char *name)
{
	char path[160], hash[HASH_SIZE] = "";
	char *data = NULL;
	size_t len;

	snprintf(path, sizeof(path), "%s/%s", t.dir, name);
	if (file_read(path, 1 << 24, &data, &len, NULL) == 0)
		sha256_hex(data, len, hash);
	free(data);
	snprintf(out + strlen(out), size - strlen(out), "%s %s\n", name, hash);
}

/* Every file of the folder but the index of the log, with its digest. */
static char *
folder(void)
{
	static const char *const names[] = {"a.db", "a.db-wal", "a.db-journal"};
	char out[1024] = "";

	for (size_t i = 0; i < LENGTH(names); i++)
		add_file(out, sizeof(out), names[i]);
	return xstrdup(out);
}

static int
run(sqlite3 *db, const char *sql)
{
	return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK ? 0 : -1;
}

/* Changes it behind our back; nothing of it is left in a log. */
static void
change(const char *sql)
{
	sqlite3 *db;

	store_close(t.s);
	t.s = NULL;
	assert_int_equal(sqlite3_open(t.path, &db), SQLITE_OK);
	assert_int_equal(run(db, sql), 0);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

/* Every way of opening says why, and leaves all as it was. */
static void
refused(enum store_fault fault, const char *says)
{
	char *before = folder(), *after;

	for (int i = 0; i < 4; i++) {
		struct store_opening how = {.create = i & 1, .check = i & 2};

		assert_null(store_open_as(t.path, &how, &t.e));
		assert_string_equal(
		    store_fault_name(how.fault), store_fault_name(fault));
		assert_non_null(strstr(t.e.msg, says));
		assert_non_null(strstr(t.e.msg, t.path));
	}
	assert_null(store_open_reading(t.path, &t.e));
	assert_non_null(strstr(t.e.msg, says));
	after = folder();
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static void
test_newer(void **state)
{
	char path[128];

	(void)state;
	change("PRAGMA user_version = 99");
	refused(STORE_NEWER, "schema 99");
	snprintf(path, sizeof(path), "%s-wal", t.path);
	assert_int_equal(access(path, F_OK), -1);
	snprintf(path, sizeof(path), "%s-shm", t.path);
	assert_int_equal(access(path, F_OK), -1);
	assert_non_null(strstr(t.e.msg, "this version knows"));
	assert_non_null(strstr(t.e.msg, "restore a backup"));
}

/* A newer version that was killed leaves what it did in the log. */
static void
test_newer_killed(void **state)
{
	sqlite3 *db;

	(void)state;
	store_close(t.s);
	t.s = NULL;
	assert_int_equal(sqlite3_open(t.path, &db), SQLITE_OK);
	assert_int_equal(
	    sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL),
	    SQLITE_OK);
	assert_int_equal(run(db, "PRAGMA user_version = 99"), 0);
	sqlite3_close(db);
	refused(STORE_NEWER, "schema 99");
}

static void
test_no_database(void **state)
{
	char *text = xstrdup("not a database\n");

	(void)state;
	change("PRAGMA user_version");
	OK(file_write(t.path, text, strlen(text), 0600, &t.e));
	refused(STORE_CORRUPT, "alertctl restore");
	free(text);
}

/* Overwrites the root page of the table with what is none. */
static void
spoil(const char *table)
{
	int64_t root = 0, size = 0;
	unsigned char bad[64];
	FILE *f;

	assert_int_equal(sql_value(t.s, &t.e, &root, "root",
			     "SELECT rootpage FROM sqlite_schema"
			     " WHERE name = ?",
			     "t", table),
	    1);
	assert_int_equal(
	    sql_value(t.s, &t.e, &size, "size", "PRAGMA page_size", ""), 1);
	change("PRAGMA user_version");
	memset(bad, 0xa5, sizeof(bad));
	f = fopen(t.path, "r+");
	assert_non_null(f);
	assert_int_equal(fseek(f, (long)((root - 1) * size), SEEK_SET), 0);
	assert_int_equal(fwrite(bad, sizeof(bad), 1, f), 1);
	assert_int_equal(fclose(f), 0);
}

/* What nobody would meet until it is needed. */
static void
test_damaged(void **state)
{
	struct store_opening how = {.create = true, .check = true};
	char *before, *after;

	(void)state;
	spoil("wrong_reply");
	t.s = store_open(t.path, true, &t.e);
	assert_non_null(t.s);
	store_close(t.s);
	before = folder();
	t.s = store_open_as(t.path, &how, &t.e);
	assert_null(t.s);
	assert_int_equal(how.fault, STORE_CORRUPT);
	assert_non_null(strstr(t.e.msg, "damaged"));
	assert_non_null(strstr(t.e.msg, "alertctl restore"));
	after = folder();
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static void
test_bad_reference(void **state)
{
	struct store_opening how = {.create = true, .check = true};

	(void)state;
	change("PRAGMA foreign_keys = OFF;"
	       "INSERT INTO contact (org, name, email, phone, enabled)"
	       " VALUES (4711, 'a', 'a@example.dk', '', 1)");
	t.s = store_open_as(t.path, &how, &t.e);
	assert_null(t.s);
	assert_int_equal(how.fault, STORE_CORRUPT);
	assert_non_null(strstr(t.e.msg, "of contact refers to a org"));
}

static void
note(const char *doing, void *arg)
{
	snprintf(arg, 80, "%s", doing);
}

static void
test_sound(void **state)
{
	char told[80] = "";
	struct store_opening how = {.check = true, .busy = note, .arg = told};

	(void)state;
	store_close(t.s);
	t.s = store_open_as(t.path, &how, &t.e);
	assert_non_null(t.s);
	assert_int_equal(how.fault, STORE_WELL);
	assert_non_null(strstr(told, "checking the database"));
}

static void
test_missing(void **state)
{
	struct store_opening how = {.check = true};
	char path[128];

	(void)state;
	snprintf(path, sizeof(path), "%s/none.db", t.dir);
	assert_null(store_open_as(path, &how, &t.e));
	assert_int_equal(how.fault, STORE_MISSING);
	snprintf(path, sizeof(path), "%s/none/a.db", t.dir);
	how.create = true;
	assert_null(store_open_as(path, &how, &t.e));
	assert_int_equal(how.fault, STORE_OTHER);
	assert_null(store_open_as(t.dir, &how, &t.e));
	assert_int_equal(how.fault, STORE_OTHER);
}

static void
test_older(void **state)
{
	struct store_opening how = {.check = true};

	(void)state;
	change("PRAGMA user_version = 1");
	assert_null(store_open_as(t.path, &how, &t.e));
	assert_int_equal(how.fault, STORE_OLDER);
	assert_non_null(strstr(t.e.msg, "up to date"));
}

/* What fails later says what it was, until something is committed. */
static void
test_locked(void **state)
{
	sqlite3 *db;

	(void)state;
	assert_int_equal(store_fault(t.s), STORE_WELL);
	assert_int_equal(sqlite3_open(t.path, &db), SQLITE_OK);
	assert_int_equal(run(db, "BEGIN IMMEDIATE"), 0);
	store_patience(t.s, 0);
	assert_int_equal(store_begin(t.s, &t.e), -1);
	assert_int_equal(store_fault(t.s), STORE_LOCKED);
	assert_int_equal(run(db, "ROLLBACK"), 0);
	sqlite3_close(db);
	OK(store_begin(t.s, &t.e));
	OK(store_commit(t.s, &t.e));
	assert_int_equal(store_fault(t.s), STORE_WELL);
}

static void
test_full(void **state)
{
	char *name = malloc(100001);
	struct org o = {.kind = ORG_VENDOR, .code = S("x"), .region = S("")};

	(void)state;
	assert_non_null(name);
	memset(name, 'x', 100000);
	name[100000] = '\0';
	o.name = name;
	o.vendor = name;
	assert_int_equal(run(t.s->db, "PRAGMA max_page_count = 1"), 0);
	assert_int_equal(store_org_put(t.s, &o, &t.e), -1);
	assert_int_equal(store_fault(t.s), STORE_FULL);
	assert_non_null(strstr(t.e.msg, "make room"));
	free(name);
}

/* Root's, after a copy by hand: whose it must be is said. */
static void
test_denied(void **state)
{
	(void)state;
	if (geteuid() != 0)
		skip();
	store_close(t.s);
	assert_int_equal(chmod(t.dir, 0711), 0);
	assert_int_equal(chmod(t.path, 0600), 0);
	assert_int_equal(seteuid(65534), 0);
	t.s = store_open(t.path, false, &t.e);
	assert_int_equal(seteuid(0), 0);
	assert_null(t.s);
	assert_non_null(strstr(t.e.msg, ": Permission denied; run as the user "
					"of alertd, who must own it"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_newer, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_newer_killed, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_no_database, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_damaged, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_bad_reference, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_sound, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_missing, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_older, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_locked, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_denied, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_full, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
