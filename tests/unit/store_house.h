/*
 * store_house.h: a store in a folder of its own for each test, and the samples
 * that the tests of store/ share.
 */
#ifndef TESTS_UNIT_STORE_HOUSE_H
#define TESTS_UNIT_STORE_HOUSE_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/incidents.h"
#include "store/orgs.h"
#include "store/schema.h"
#include "store/sql.h"

#define T0 INT64_C(1770000000)
#define S(text) ((char[]){text})

static struct {
	char dir[64], path[96];
	struct store *s;
	struct err e;
} t;

/* What returns 0 when it worked: says why it did not. */
#define OK(call)                                            \
	do {                                                \
		t.e.msg[0] = '\0';                          \
		if ((call) != 0)                            \
			fail_msg("%s: %s", #call, t.e.msg); \
	} while (0)

static int
setup(void **state)
{
	(void)state;
	snprintf(t.dir, sizeof(t.dir), "/tmp/alertd-store-XXXXXX");
	if (mkdtemp(t.dir) == NULL)
		return -1;
	snprintf(t.path, sizeof(t.path), "%s/a.db", t.dir);
	t.s = store_open(t.path, true, &t.e);
	return t.s == NULL ? -1 : 0;
}

static int
teardown(void **state)
{
	static const char *const tails[] = {"", "-wal", "-shm"};
	char path[128];

	(void)state;
	store_close(t.s);
	for (size_t i = 0; i < 3; i++) {
		snprintf(path, sizeof(path), "%s%s", t.path, tails[i]);
		unlink(path);
	}
	return rmdir(t.dir);
}

static inline struct incident
sample(void)
{
	return (struct incident){
	    .state = INCIDENT_RESOLVED,
	    .kind = KIND_TEST,
	    .effect = EFFECT_DATA_ERROR,
	    .online = ONLINE_DOWN,
	    .path = true,
	    .service = xstrdup("NAS"),
	    .title = xstrdup("titel æøå"),
	    .news = xstrdup("nyt\nlinje"),
	    .url = xstrdup("https://status.example.dk/1"),
	    .reason = xstrdup("rule 3"),
	    .feed = xstrdup("nspop"),
	    .since = T0 + 1,
	    .opened_at = T0 + 2,
	    .decided_at = T0 + 3,
	    .resolved_at = T0 + 4,
	    .starts = T0 + 5,
	    .ends = T0 + 6,
	    .expected_end = T0 + 7,
	    .drill_ends = TIME_NONE,
	    .planned = true,
	    .reminded = false,
	    .notices = 8,
	    .last_notice_at = T0 + 9,
	    .last_change_at = T0 + 10,
	    .due_at = T0 + 11,
	    .change = false,
	    .fresh = true,
	    .change_reason = xstrdup("expected-end"),
	    .over = true,
	};
}

static const struct org municipality = {0, ORG_MUNICIPALITY, S("0101"),
    S("Byen"), S("Region Øst"), S("kmd"), S(""), CHOICE_DEFAULT};
static const struct org vendor = {0, ORG_VENDOR, S("kmd"), S("Leverandør"),
    S(""), S(""), S(""), CHOICE_DEFAULT};

static inline int
raw(const char *sql)
{
	return sqlite3_exec(t.s->db, sql, NULL, NULL, NULL);
}

static inline int64_t
number(const char *sql)
{
	int64_t n = -1;

	if (sql_value(t.s, &t.e, &n, "test", sql, "") != 1)
		fail_msg("%s: %s", sql, t.e.msg);
	return n;
}

/* Of an incident that is a sample(). */
static inline void
put_notice(struct notice *n)
{
	struct incident i = sample();

	OK(store_incident_put(t.s, &i, &t.e));
	n->incident = i.id;
	incident_clear(&i);
	OK(store_notice_add(t.s, n, &t.e));
}

/* A database with the schemas up to and without that of the number. */
static inline sqlite3 *
older(int version)
{
	char set[64];
	sqlite3 *db;

	store_close(t.s);
	unlink(t.path);
	assert_int_equal(sqlite3_open(t.path, &db), SQLITE_OK);
	for (int k = 0; k < version; k++)
		for (const char *const *p = schema_migrations[k]; *p != NULL;
		     p++)
			assert_int_equal(
			    sqlite3_exec(db, *p, NULL, NULL, NULL), SQLITE_OK);
	snprintf(set, sizeof(set), "PRAGMA user_version = %d", version);
	assert_int_equal(sqlite3_exec(db, set, NULL, NULL, NULL), SQLITE_OK);
	return db;
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

#endif
