/* What grows: the file, its log, and which table is bounded by what. */
#include "store_house.h"

#include <sys/stat.h>

#include "page.h"
#include "store/retention.h"

#define DAY INT64_C(86400)

static int64_t
size_of(const char *path)
{
	struct stat st = {0};

	stat(path, &st);
	return st.st_size;
}

static int64_t
size_of_log(void)
{
	char path[128];

	snprintf(path, sizeof(path), "%s-wal", t.path);
	return size_of(path);
}

/* So many pages and more, each row one of its own. */
static void
fill(int pages)
{
	char *sql = xasprintf("WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL"
			      " SELECT i + 1 FROM k WHERE i < %d)"
			      " INSERT INTO wrong_reply (at, phone)"
			      " SELECT 1, hex(zeroblob(2000)) FROM k",
	    pages);

	OK(raw(sql));
	free(sql);
}

/* In steps, down to some that are kept for use; what is there is not lost. */
static void
test_gives_back(void **state)
{
	struct retention r = {0, 0, 0};
	struct retention_pace pace = {{0}};
	struct retained n;
	bool more = true;
	int64_t before, least = INT64_MAX;

	(void)state;
	assert_int_equal(number("PRAGMA auto_vacuum"), 2);
	fill(3000);
	while (more) {
		before = number("PRAGMA page_count");
		OK(store_retention(t.s, &r, &pace, DAY * 3, &n, &more, &t.e));
		before -= number("PRAGMA page_count");
		assert_in_range(before, 0, RETENTION_MOST);
		if (before > 0 && before < least)
			least = before;
	}
	assert_in_range(least, 1, RETENTION_FIRST);
	assert_in_range(number("PRAGMA freelist_count"), 1, 256);
	assert_in_range(number("PRAGMA page_count"), 1, 600);
	assert_int_equal(
	    number("SELECT count(*) FROM retention"), RETENTION_KINDS);
	OK(raw("PRAGMA wal_checkpoint(TRUNCATE)"));
	assert_in_range(size_of(t.path), 1, 600 * 4096);
}

/* One that was made before it could be is let be. */
static void
test_old_file(void **state)
{
	struct retention r = {0, 0, 0};
	struct retention_pace pace = {{0}};
	struct retained n;
	bool more = true;
	int64_t pages;

	(void)state;
	OK(raw("PRAGMA journal_mode = DELETE; PRAGMA auto_vacuum = NONE;"
	       "VACUUM; PRAGMA journal_mode = WAL"));
	assert_int_equal(number("PRAGMA auto_vacuum"), 0);
	fill(600);
	pages = number("PRAGMA page_count");
	while (more)
		OK(store_retention(t.s, &r, &pace, DAY * 3, &n, &more, &t.e));
	assert_int_equal(number("PRAGMA page_count"), pages);
}

/* What a long reader made of the log goes when he has gone. */
static void
test_log(void **state)
{
	struct store *reader = store_open_reading(t.path, &t.e);
	int64_t high;

	(void)state;
	assert_non_null(reader);
	assert_int_equal(
	    sqlite3_exec(reader->db, "BEGIN; SELECT count(*) FROM audit", NULL,
		NULL, NULL),
	    SQLITE_OK);
	for (int i = 0; i < 10; i++)
		fill(600);
	high = size_of_log();
	assert_true(high > 16 << 20);
	assert_int_equal(
	    sqlite3_exec(reader->db, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
	store_close(reader);
	/* The first commit writes the log back, the second begins it anew. */
	fill(1);
	fill(1);
	assert_in_range(size_of_log(), 1, 8 << 20);
}

/* Each table has its line in alertd(8), GROWTH, and each line its table. */
static void
test_listed(void **state)
{
	char *page = page_read("alertd.8");
	char *text = page_section("alertd.8", page, "GROWTH");
	int64_t tables = number("SELECT count(*) FROM sqlite_schema"
				" WHERE type = 'table' AND name NOT LIKE"
				" 'sqlite%'");
	struct sql q;
	int64_t lines = 0;

	(void)state;
	page_setup(NULL);
	sql_open(&q, t.s, &t.e, "test",
	    "SELECT name FROM sqlite_schema WHERE type = 'table'"
	    " AND name NOT LIKE 'sqlite%'",
	    "");
	while (sql_step(&q) == 1) {
		char *entry = page_entry(text, sql_peek(&q, 0));

		if (entry == NULL)
			page_complain("alertd.8",
			    "GROWTH does not say until when %s is kept",
			    sql_peek(&q, 0));
		free(entry);
	}
	sql_close(&q);
	for (const char *p = text; (p = strstr(p, "\n.It ")) != NULL; p++)
		lines++;
	free(text);
	free(page);
	assert_int_equal(complaints, 0);
	/* The first is the head. */
	assert_int_equal(lines, tables + 1);
}

/* What is told once a day is not remembered for ever. */
static void
test_reminders(void **state)
{
	struct retention r = {0, 0, 0};
	struct retention_pace pace = {{0}};
	struct retained n;
	bool more = true;

	(void)state;
	OK(raw("WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k"
	       " WHERE i < 100) INSERT INTO reminded SELECT 'delivery ' || i ||"
	       " ' is late', 1 FROM k"));
	OK(raw("INSERT INTO reminded VALUES ('drill', 1),"
	       " ('lost, incident 1', 60 * 86400)"));
	while (more)
		OK(store_retention(t.s, &r, &pace, 61 * DAY, &n, &more, &t.e));
	assert_int_equal(number("SELECT count(*) FROM reminded"), 2);
	assert_int_equal(number("SELECT count(*) FROM reminded"
				" WHERE what LIKE 'delivery%'"),
	    0);
}

#define NEW(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    NEW(test_gives_back),
	    NEW(test_old_file),
	    NEW(test_log),
	    NEW(test_listed),
	    NEW(test_reminders),
	};

	return cmocka_run_group_tests_name("growth", tests, NULL, NULL);
}
