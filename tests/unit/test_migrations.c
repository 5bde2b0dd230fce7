/*
 * Every schema that ever landed is brought up to date: tests/data/schema has a
 * database of each version, made by its programs, with rows in every table.
 */
#include "base/attr.h"
#include "base/file.h"
#include "outbox/outbox.h"
#include "store/audit.h"
#include "store/backup.h"
#include "store/look.h"
#include "store_house.h"

#include "../sim/tallied.h"

#define FOLDER "tests/data/schema"
#define MOST (4 * 1024 * 1024)

/* What a migration changes on purpose in what was there before it. */
static const struct {
	const char *table, *column;
	int64_t until; /* the version that it makes */
} changed[] = {
    /* Digests of the texts; then as bytes: see compare_hashes(). */
    {"audit", "hash", 30}, {"audit", "was", 30}, {"audit", "actor_digest", 30},
    {"audit", "detail_digest", 30}, {"audit_head", "seq", 30},
    {"audit_head", "hash", 30},
    {"feed", "told", 3}, /* the health of a feed is a state */
    {"notice", "said", 10}, /* machines are told of what is actual alone */
};

/* Which rows of a table a migration moves to another. */
static const struct {
	const char *table, *rows;
	int64_t until;
} moved[] = {
    {"tally", "what IN ('now', 'done', 'tried')", 28}, /* tally_delivery */
};

static char old[112];

static void
run(sqlite3 *db, const char *sql)
{
	char *why = NULL;

	if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s: %s", sql, why);
}

static char *
file_of(int64_t version)
{
	return xasprintf(FOLDER "/%02lld.sql", (long long)version);
}

static void
load(const char *path, const char *sql)
{
	sqlite3 *db;

	unlink(path);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	run(db, "PRAGMA synchronous = OFF");
	run(db, sql);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

/* The database of a version in the place of ours, and once more beside it. */
static void
take(int64_t version)
{
	char *path = file_of(version), *sql = NULL;
	int64_t is = 0;

	if (file_read(path, MOST, &sql, NULL, &t.e) == -1)
		fail_msg("%s", t.e.msg);
	store_close(t.s);
	t.s = NULL;
	load(t.path, sql);
	load(old, sql);
	free(sql);
	free(path);
	t.s = store_open_as(t.path,
	    &(struct store_opening){.create = true, .check = true}, &t.e);
	if (t.s == NULL)
		fail_msg("%lld: %s", (long long)version, t.e.msg);
	assert_int_not_equal(
	    sql_run(t.s, &t.e, "attach", "ATTACH ? AS old", "t", old), -1);
	assert_int_equal(
	    sql_value(t.s, &t.e, &is, "version", "PRAGMA old.user_version", ""),
	    1);
	assert_int_equal(is, version);
}

/* --- the rows ---------------------------------------------------------------
 */

static bool
is_changed(const char *table, const char *column, int64_t version)
{
	for (size_t i = 0; i < LENGTH(changed); i++)
		if (version < changed[i].until &&
		    strcmp(table, changed[i].table) == 0 &&
		    strcmp(column, changed[i].column) == 0)
			return true;
	return false;
}

/* What both have, but for what a migration makes anew. */
static char *
common_columns(const char *table, int64_t version)
{
	char *list = xstrdup("");
	struct sql q;

	sql_open(&q, t.s, &t.e, "columns",
	    "SELECT name FROM pragma_table_info(?1, 'old') WHERE name IN"
	    " (SELECT name FROM pragma_table_info(?1, 'main'))",
	    "t", table);
	while (sql_step(&q) == 1) {
		const char *name = sql_peek(&q, 0);
		char *more;

		if (is_changed(table, name, version))
			continue;
		more = xasprintf(
		    "%s%s%s", list, *list == '\0' ? "" : ", ", name);
		free(list);
		list = more;
	}
	sql_close(&q);
	return list;
}

static const char *
moved_rows(const char *table, int64_t version)
{
	for (size_t i = 0; i < LENGTH(moved); i++)
		if (version < moved[i].until &&
		    strcmp(table, moved[i].table) == 0)
			return moved[i].rows;
	return "0";
}

/* Each row of the table is there, as it was. */
static void
compare_table(const char *table, int64_t version)
{
	const char *gone = moved_rows(table, version);
	char *columns = common_columns(table, version);
	char *sql = xasprintf("SELECT count(*) FROM (SELECT %s FROM old.%s"
			      " WHERE NOT (%s) EXCEPT SELECT %s FROM main.%s)",
	    columns, table, gone, columns, table);
	char *count = xasprintf("SELECT (SELECT count(*) FROM old.%s) > 0 AND"
				" (SELECT count(*) FROM main.%s) >= (SELECT"
				" count(*) FROM old.%s WHERE NOT (%s))",
	    table, table, table, gone);

	assert_true(*columns != '\0');
	if (number(sql) != 0)
		fail_msg("schema %lld: rows of %s are lost or changed",
		    (long long)version, table);
	if (number(count) != 1)
		fail_msg("schema %lld: %s has no rows, or fewer",
		    (long long)version, table);
	free(columns);
	free(sql);
	free(count);
}

static void
compare_rows(int64_t version)
{
	struct sql q;
	int tables = 0;

	sql_open(&q, t.s, &t.e, "tables",
	    "SELECT name FROM old.sqlite_schema WHERE type = 'table'"
	    " AND name NOT LIKE 'sqlite%'",
	    "");
	while (sql_step(&q) == 1) {
		compare_table(sql_peek(&q, 0), version);
		tables++;
	}
	sql_close(&q);
	assert_true(tables >= 10);
}

/* What was counted before it was in tally_delivery goes on from there. */
static void
compare_tally(void)
{
	if (number("SELECT count(*) FROM old.sqlite_schema"
		   " WHERE name IN ('tally', 'tally_delivery')") != 1)
		return;
	assert_true(number("SELECT count(*) FROM old.tally"
			   " WHERE what = 'now' AND n > 0") > 0);
	assert_int_equal(
	    number("SELECT count(*) FROM old.tally WHERE what = 'now'"
		   " AND b NOT IN ('queued', 'sending', 'unknown') AND n > 0"
		   " AND (a, b, n) NOT IN (SELECT * FROM (" TALLIED "))"),
	    0);
}

/* Of the versions since then, each record has the hash that it had. */
static void
compare_hashes(int64_t version)
{
	if (version < 7)
		return;
	assert_true(number("SELECT count(*) FROM old.audit") > 0);
	assert_int_equal(
	    number("SELECT count(*) FROM old.audit o LEFT JOIN main.audit n"
		   " ON n.seq = o.seq AND lower(CASE typeof(o.hash)"
		   "  WHEN 'blob' THEN hex(o.hash) ELSE o.hash END)"
		   "  = lower(hex(n.hash)) WHERE n.seq IS NULL"),
	    0);
}

/* --- the rest ---------------------------------------------------------------
 */

static char *
schema_text(sqlite3 *db)
{
	struct store s = {.db = db};
	struct err e;
	struct sql q;
	char *all = xstrdup("");

	sql_open(&q, &s, &e, "schema",
	    "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM"
	    " main.sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY 1",
	    "");
	while (sql_step(&q) == 1) {
		char *more = xasprintf("%s%s\n", all, sql_peek(&q, 0));

		free(all);
		all = more;
	}
	sql_close(&q);
	prepared_clear(s.prepared);
	return all;
}

/* The same tables, indexes and triggers as a new one. */
static void
compare_schema(const char *fresh)
{
	char *now = schema_text(t.s->db);

	assert_string_equal(now, fresh);
	free(now);
}

static void
check_whole(int64_t version)
{
	struct audit_check k;

	OK(look_through(t.s, true, &t.e));
	OK(store_audit_verify(t.s, NULL, &k, &t.e));
	if (k.fault != AUDIT_WHOLE)
		fail_msg("schema %lld: record %lld: %s", (long long)version,
		    (long long)k.bad, audit_fault_name(k.fault));
	assert_true(k.records >= number("SELECT count(*) FROM old.audit"));
}

/* As a worker does it: what is queued, and what a dead one had. */
static int
deliver(enum channel channel)
{
	static const struct outbox_conf conf = {.give_up = 1000 * 86400};
	int64_t now = number("SELECT max(at) FROM audit") + 3600;
	struct messages l = {0};
	char *ok = S("ok"), *relay = S("relay"), *none = S("");
	int n = 0, r;

	while ((r = outbox_claim(t.s, channel, now, 4712, 1, &l, &t.e)) == 1) {
		const struct message *m = &l.v[0];
		struct result done[8];
		size_t k = 0;
		bool gone;

		OK(outbox_begin(t.s, &m, 1, "", now, &gone, &t.e));
		for (; k < m->n_to; k++)
			done[k] = (struct result){.delivery = m->to[k].delivery,
			    .outcome = OUTCOME_ACCEPTED,
			    .code = 250,
			    .answer = ok,
			    .via = relay,
			    .remote_id = none};
		OK(outbox_result(t.s, m, done, k, &conf, now, &t.e));
		messages_clear(&l);
		n++;
	}
	if (r == -1)
		fail_msg("%s", t.e.msg);
	return n;
}

static void
check_delivery(int64_t version)
{
	assert_true(outbox_recover(t.s, ON_UNKNOWN_AGAIN, NULL, 0, &t.e) >= 1);
	if (deliver(CHANNEL_MAIL) < 1 || deliver(CHANNEL_SMS) < 1)
		fail_msg("schema %lld: what was queued is not delivered",
		    (long long)version);
	assert_int_equal(number("SELECT count(*) FROM delivery"
				" WHERE state IN ('queued', 'sending')"),
	    0);
}

static void
test_every(void **state)
{
	char *fresh = schema_text(t.s->db);

	(void)state;
	snprintf(old, sizeof(old), "%s/old.db", t.dir);
	for (int64_t v = 1; v <= look_newest(); v++) {
		char *path = file_of(v);

		if (access(path, F_OK) == 0) {
			take(v);
			compare_rows(v);
			compare_hashes(v);
			compare_tally();
			compare_schema(fresh);
			check_whole(v);
			check_delivery(v);
		}
		free(path);
	}
	unlink(old);
	free(fresh);
}

/* Whoever adds a migration leaves a database of it for those to come. */
static void
test_newest_is_kept(void **state)
{
	char *path = file_of(look_newest());

	(void)state;
	if (access(path, F_OK) == -1)
		fail_msg("%s is not there: a migration is new. Write a row for "
			 "each new table into " FOLDER "/rows.sql, then \"make "
			 "schema-keep\"",
		    path);
	free(path);
}

/* A version is older than the next: none between the first and 17 is left. */
static void
test_all_are_kept(void **state)
{
	(void)state;
	for (int64_t v = 1; v <= 16; v++) {
		char *path = file_of(v);

		assert_int_equal(access(path, F_OK), 0);
		free(path);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_every),
	    TEST(test_newest_is_kept),
	    TEST(test_all_are_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
