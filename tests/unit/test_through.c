/*
 * A database that is too large to be read whole at each start: what the day's
 * work stands on is read all the same, and the past a little at a time.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>
#include <unistd.h>

#include "../bench/past.h"
#include "base/attr.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "store/sql.h"
#include "store/tally.h"
#include "store/through.h"

#define TABLES 13 /* that grow */

static struct {
	char dir[64], made[96], path[96];
	struct store *s;
	struct err e;
	int64_t page;
} h;

/* 16 MB, and four years: made once, and copied for each test. */
static int
make_past(void **state)
{
	struct past p = {.incidents = 240,
	    .notices = 2,
	    .messages = 6,
	    .recipients = 2,
	    .contacts = 196,
	    .years = 4,
	    .text = 1500};
	struct past_made made;

	(void)state;
	snprintf(h.dir, sizeof(h.dir), "/tmp/alertd-through-XXXXXX");
	assert_non_null(mkdtemp(h.dir));
	snprintf(h.made, sizeof(h.made), "%s/made.db", h.dir);
	snprintf(h.path, sizeof(h.path), "%s/a.db", h.dir);
	past_make(h.made, &p, &made);
	return 0;
}

static void
remove_one(const char *path)
{
	static const char *const tails[] = {"", "-wal", "-shm"};
	char name[128];

	for (size_t i = 0; i < 3; i++) {
		snprintf(name, sizeof(name), "%s%s", path, tails[i]);
		unlink(name);
	}
}

static int
remove_past(void **state)
{
	(void)state;
	remove_one(h.made);
	return rmdir(h.dir);
}

static int
copy_past(void **state)
{
	char *text;
	size_t n;

	(void)state;
	assert_int_equal(
	    file_read(h.made, (size_t)1 << 28, &text, &n, &h.e), 0);
	assert_int_equal(file_write(h.path, text, n, 0600, &h.e), 0);
	assert_true(n > 2 * LIMIT_THROUGH_WHOLE);
	free(text);
	return 0;
}

static int
remove_copy(void **state)
{
	(void)state;
	store_close(h.s);
	h.s = NULL;
	remove_one(h.path);
	return 0;
}

static bool
starts(void)
{
	struct store_opening how = {.create = true, .check = true};

	store_close(h.s);
	h.s = store_open_as(h.path, &how, &h.e);
	assert_true(h.s != NULL || how.fault == STORE_CORRUPT);
	return h.s != NULL;
}

/* The page on which the first (or last) row of the table lies. */
static int64_t
leaf_of(const char *table, bool last)
{
	char *sql = xasprintf("SELECT pageno FROM dbstat WHERE name = '%s'"
			      " AND pagetype = 'leaf' ORDER BY path %s LIMIT 1",
	    table, last ? "DESC" : "");
	int64_t page = 0;

	h.s = store_open(h.path, false, &h.e);
	assert_non_null(h.s);
	assert_int_equal(
	    sql_value(h.s, &h.e, &h.page, "test", "PRAGMA page_size", ""), 1);
	if (sql_value(h.s, &h.e, &page, "test", sql, "") != 1)
		fail_msg("%s", h.e.msg);
	store_close(h.s);
	h.s = NULL;
	free(sql);
	return page;
}

static void
spoil(const char *table, bool last)
{
	int64_t page = leaf_of(table, last);
	unsigned char bad[64];
	FILE *f = fopen(h.path, "r+");

	memset(bad, 0xa5, sizeof(bad));
	assert_non_null(f);
	assert_int_equal(fseek(f, (long)((page - 1) * h.page), SEEK_SET), 0);
	assert_int_equal(fwrite(bad, sizeof(bad), 1, f), 1);
	assert_int_equal(fclose(f), 0);
}

/* Where the reading stands: "incident 0". */
static char *
place(void)
{
	char *s = NULL;
	struct sql q;

	sql_open(&q, h.s, &h.e, "test",
	    "SELECT substr(what, 6) || ' ' || at FROM looked"
	    " WHERE what GLOB 'read *'",
	    "");
	if (sql_step(&q) == 1)
		s = sql_text(&q, 0);
	sql_close(&q);
	return s;
}

static bool
reads(void)
{
	struct through t;

	if (store_through(h.s, &t, &h.e) == -1)
		return false;
	assert_int_equal(store_through_keep(h.s, &t, &h.e), 0);
	return true;
}

/* Reads on until it begins anew: how often; 0 where it could not. */
static int
read_round(void)
{
	for (int n = 1; n < 1000; n++) {
		char *at;
		bool anew;

		if (!reads())
			return 0;
		at = place();
		assert_non_null(at);
		anew = strcmp(at, "incident 0") == 0;
		free(at);
		if (anew)
			return n;
	}
	fail_msg("it does not come round");
	return 0;
}

/* All of it, in steps that are small; and again. */
static void
test_sound(void **state)
{
	int64_t size;
	int n;

	(void)state;
	assert_true(starts());
	assert_int_equal(store_size(h.s, &size, &h.e), 0);
	n = read_round();
	/* One for each table, and one for each limit that is full. */
	assert_true(n > TABLES + size / 4 / LIMIT_THROUGH_BYTES && n < 100);
	assert_int_equal(read_round(), n);
}

/* It goes on where it was left, also when alertd was started anew. */
static void
test_place(void **state)
{
	char *before, *after;

	(void)state;
	assert_true(starts());
	for (int i = 0; i < 12; i++)
		assert_true(reads());
	before = place();
	assert_true(starts());
	after = place();
	assert_string_equal(before, after);
	assert_string_not_equal(before, "incident 0");
	free(before);
	free(after);
}

/* What a start must not pass over: it is refused, and left as it is. */
static void
test_refused(void **state)
{
	static const struct {
		const char *table;
		bool last;
	} where[] = {{"contact", false}, {"org", true}, {"wrong_reply", true},
	    {"audit", true}, {"delivery", true}, {"notice_body", true},
	    {"incident", true}};

	for (size_t i = 0; i < LENGTH(where); i++) {
		char *before, *after;
		size_t n, m;

		copy_past(state);
		spoil(where[i].table, where[i].last);
		assert_int_equal(
		    file_read(h.path, (size_t)1 << 28, &before, &n, &h.e), 0);
		if (starts())
			fail_msg("%s is damaged", where[i].table);
		assert_non_null(strstr(h.e.msg, "alertctl restore"));
		assert_int_equal(
		    file_read(h.path, (size_t)1 << 28, &after, &m, &h.e), 0);
		assert_true(n == m && memcmp(before, after, n) == 0);
		free(before);
		free(after);
		remove_copy(state);
	}
	copy_past(state);
}

/* What is older is found in its turn, each time anew, and stops nothing else.
 */
static void
test_found(void **state)
{
	char *at, *again;

	(void)state;
	spoil("delivery", false);
	assert_true(starts());
	assert_int_equal(read_round(), 0);
	assert_int_equal(store_fault(h.s), STORE_CORRUPT);
	assert_non_null(strstr(h.e.msg, "alertctl restore"));
	at = place();
	assert_int_equal(strncmp(at, "delivery ", 9), 0);
	assert_true(starts());
	assert_false(reads());
	again = place();
	assert_string_equal(at, again);
	free(at);
	free(again);
}

/* One of an older version is read whole: it is written anew. */
static void
test_older(void **state)
{
	struct store_opening how = {.create = true, .check = true};

	(void)state;
	spoil("delivery", false);
	h.s = store_open(h.path, false, &h.e);
	assert_non_null(h.s);
	assert_true(
	    sql_run(h.s, &h.e, "test", "PRAGMA user_version = 22", "") != -1);
	store_close(h.s);
	h.s = store_open_as(h.path, &how, &h.e);
	assert_null(h.s);
	assert_int_equal(how.fault, STORE_CORRUPT);
}

/* What is not over is read, however old it is. */
static void
test_live(void **state)
{
	(void)state;
	h.s = store_open(h.path, false, &h.e);
	assert_non_null(h.s);
	assert_int_equal(
	    sql_run(h.s, &h.e, "test",
		"UPDATE delivery SET state = 'queued' WHERE id = 1", ""),
	    1);
	store_close(h.s);
	h.s = NULL;
	spoil("delivery", false);
	assert_false(starts());
}

#define OF(f) cmocka_unit_test_setup_teardown(f, copy_past, remove_copy)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    OF(test_sound),
	    OF(test_place),
	    OF(test_refused),
	    OF(test_found),
	    OF(test_older),
	    OF(test_live),
	};

	return cmocka_run_group_tests(tests, make_past, remove_past);
}
