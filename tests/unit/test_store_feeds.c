/* Unit tests of store/: the state of the feeds, and how an older one moves. */
#include "base/attr.h"
#include "store/reports.h"
#include "store_house.h"

static void
expect_same(const struct feed_state *a, const struct feed_state *b)
{
	assert_string_equal(a->feed, b->feed);
	assert_true(a->first_ok == b->first_ok);
	assert_true(a->last_ok == b->last_ok);
	assert_true(a->last_change == b->last_change);
	assert_int_equal(a->health.state, b->health.state);
	assert_true(a->health.since == b->health.since);
	assert_true(a->health.polls == b->health.polls);
	assert_true(a->health.last_poll == b->health.last_poll);
	assert_int_equal(a->health.body, b->health.body);
	assert_true(a->health.body_since == b->health.body_since);
	assert_int_equal(a->health.told, b->health.told);
	assert_int_equal(a->cause, b->cause);
	assert_string_equal(a->why, b->why);
	assert_string_equal(a->source, b->source);
}

static void
test_feed(void **state)
{
	struct feed_state f = {
	    .feed = xstrdup("nspop"),
	    .first_ok = T0 + 1,
	    .last_ok = T0 + 2,
	    .last_change = T0 + 3,
	    .health = {HEALTH_FAILING, T0 + 4, 5, T0 + 6, BODY_SHORT, T0 + 7,
		HEALTH_SHRUNKEN},
	    .cause = CAUSE_TLS,
	    .why = xstrdup("certificate"),
	    .source = xstrdup("ab12"),
	};
	struct feed_state got, none;

	(void)state;
	feed_state_init(&none, "nspop");
	assert_int_equal(store_feed_get(t.s, "nspop", &got, &t.e), 0);
	expect_same(&got, &none);
	feed_state_clear(&got);
	OK(store_feed_put(t.s, &f, &t.e));
	assert_int_equal(store_feed_get(t.s, "nspop", &got, &t.e), 1);
	expect_same(&got, &f);
	feed_state_clear(&got);
	OK(store_feed_put(t.s, &none, &t.e));
	assert_int_equal(store_feed_get(t.s, "nspop", &got, &t.e), 1);
	expect_same(&got, &none);
	feed_state_clear(&got);
	feed_state_clear(&f);
	feed_state_clear(&none);
}

static void
expect_moved(const char *feed, enum feed_health state, int64_t since,
    enum feed_health told, int64_t polls, const char *why)
{
	struct feed_state f;

	assert_int_equal(store_feed_get(t.s, feed, &f, &t.e), 1);
	assert_int_equal(f.health.state, state);
	assert_true(f.health.since == since);
	assert_int_equal(f.health.told, told);
	assert_true(f.health.polls == polls);
	assert_int_equal(f.health.body, BODY_WHOLE);
	assert_int_equal(f.cause, CAUSE_NONE);
	assert_string_equal(f.why, why);
	assert_string_equal(f.source, "");
	feed_state_clear(&f);
}

/* What the on-call was told of a feed is not told again by a new version. */
static void
test_moved_from_flags(void **state)
{
	static const char rows[] =
	    "INSERT INTO feed VALUES"
	    " ('ok', 10, 20, 15, NULL, 0, '', 0, 0),"
	    " ('new', NULL, NULL, NULL, 30, 2, 'refused', 0, 0),"
	    " ('fails', 10, 20, 15, 30, 7, 'HTTP status 500', 1, 0),"
	    " ('stale', 10, 20, 15, NULL, 0, '', 0, 1),"
	    " ('both', 10, 20, 15, 30, 7, 'HTTP status 500', 1, 1);"
	    "INSERT INTO org VALUES (1, 'vendor', 'kmd', 'KMD', '', '');";
	sqlite3 *db = older(2);
	struct feed_state f;
	int64_t orgs = 0;

	(void)state;
	assert_int_equal(sqlite3_exec(db, rows, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	t.s = store_open(t.path, true, &t.e);
	if (t.s == NULL)
		fail_msg("%s", t.e.msg);
	expect_moved("ok", HEALTH_OK, 10, HEALTH_OK, 1, "");
	expect_moved("new", HEALTH_FAILING, 30, HEALTH_OK, 2, "refused");
	expect_moved(
	    "fails", HEALTH_FAILING, 30, HEALTH_FAILING, 7, "HTTP status 500");
	expect_moved("stale", HEALTH_STALE, 20, HEALTH_STALE, 1,
	    "nothing new for longer than stale_after");
	expect_moved(
	    "both", HEALTH_FAILING, 30, HEALTH_FAILING, 7, "HTTP status 500");
	assert_int_equal(store_feed_get(t.s, "fails", &f, &t.e), 1);
	assert_true(f.first_ok == 10 && f.last_ok == 20);
	assert_true(f.last_change == 15 && f.health.last_poll == 20);
	feed_state_clear(&f);
	assert_int_equal(
	    sql_value(t.s, &t.e, &orgs, "orgs", "SELECT count(*) FROM org", ""),
	    1);
	assert_int_equal(orgs, 1);
}

/* The table of notices is made anew: nothing is lost, all that refers to it. */
static void
test_moved_notices(void **state)
{
	static const char rows[] =
	    "INSERT INTO incident VALUES (7, 'open', 'actual', 'outage',"
	    " 'unknown', 0, '', 't', '', '', '', '', 1, 1, 1, NULL, NULL, NULL,"
	    " NULL, 0, 0, 2, 5, 5, NULL, 0, 0, '', 0, NULL, 0, 'outage',"
	    " 'unknown');"
	    "INSERT INTO notice VALUES"
	    " (1, 7, 1, 'first', 'outage', 5, 9, 'a', 'why', 1),"
	    " (2, NULL, 0, 'page', 'none', 6, NULL, 'b', '', 0),"
	    " (3, 7, 2, 'repeat', 'outage', 7, NULL, 'c', '', 0);"
	    "INSERT INTO notice_body VALUES (3, 'municipality', 's', 't', 'h',"
	    " 'x');"
	    "INSERT INTO message VALUES (4, 3, 7, 2, 'mail', 'municipality',"
	    " '0101', 'K', '', 'id', 7, 7, NULL, 0);"
	    "INSERT INTO delivery (message, incident, number, org, name,"
	    " address, state, due) VALUES (4, 7, 2, '0101', '', 'a@example.dk',"
	    " 'queued', 7);";
	sqlite3 *db = older(3);
	struct notices l = {0};
	struct notice_body b;
	struct sql q;
	char *why = NULL;

	(void)state;
	if (sqlite3_exec(db, rows, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s", why);
	sqlite3_close(db);
	t.s = store_open(t.path, true, &t.e);
	if (t.s == NULL)
		fail_msg("%s", t.e.msg);
	OK(store_notices(t.s, 0, 0, &l, &t.e));
	assert_int_equal(l.n, 3);
	assert_true(l.v[0].next == 9 && l.v[0].cc_own);
	assert_string_equal(l.v[0].reason, "why");
	assert_int_equal(l.v[1].type, NOTICE_PAGE);
	assert_true(l.v[2].id == 3 && l.v[2].recipients == 1);
	notices_clear(&l);
	assert_int_equal(
	    store_notice_body(t.s, 3, ORG_MUNICIPALITY, &b, &t.e), 1);
	assert_string_equal(b.text, "t");
	notice_body_clear(&b);
	/* What was sent before is not looked at now. */
	OK(store_notices_unchecked(t.s, &l, &t.e));
	assert_int_equal(l.n, 0);
	sql_open(&q, t.s, &t.e, "check", "PRAGMA foreign_key_check", "");
	assert_int_equal(sql_step(&q), 0);
	sql_close(&q);
	assert_int_equal(sql_run(t.s, &t.e, "none",
			     "INSERT INTO notice_body VALUES (99, 'vendor',"
			     " '', '', '', '', '', '')",
			     ""),
	    -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_feed),
	    TEST(test_moved_from_flags),
	    TEST(test_moved_notices),
	};

	return cmocka_run_group_tests_name("store, feeds", tests, NULL, NULL);
}
