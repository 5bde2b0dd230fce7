/* Unit tests of store/: the tally of a database that was made before it. */
#include "store/tally.h"
#include "store_house.h"

static const char rows[] =
    "INSERT INTO incident VALUES (1, 'open', 'actual', 'outage', 'unknown', 0,"
    " '', 'a', '', '', '', '', 1, 1, 1, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 1,"
    " NULL, 0, 0, '', 0, 1, 1, 'outage', 'unknown');"
    "INSERT INTO notice VALUES (1, 1, 1, 'first', 'outage', 1, 1, 'x', 'x', 0),"
    " (2, 1, 0, 'page', 'outage', 1, NULL, 'x', 'x', 0);"
    "INSERT INTO message VALUES"
    " (1, 1, 1, 1, 'mail', 'municipality', '0101', 'a', '', 'm', 1, 1, NULL,"
    " 0), (2, 1, 1, 1, 'sms', 'municipality', '0101', 'a', '', 'm', 1, NULL,"
    " NULL, 0);"
    "INSERT INTO delivery VALUES"
    " (1, 1, 1, 1, '0101', '', 'a@x', 'queued', 2, 0, '', '', '', 1, NULL, 0),"
    " (2, 1, 1, 1, '0101', '', 'b@x', 'failed', 3, 0, '', '', '', 1, 1, 0),"
    " (3, 2, 1, 1, '0101', '', '+45', 'accepted', 1, 0, '', '', '', 1, 1, 1);";

static void
test_older_is_counted(void **state)
{
	static const struct {
		const char *what, *a, *b;
		int64_t n;
	} expected[] = {
	    {"incident", "actual", "open", 1},
	    {"opened", "actual", "", 1},
	    {"notice", "first", "", 1},
	    {"notice", "page", "", 1},
	    {"message", "mail", "municipality", 1},
	    {"now", "mail", "queued", 1},
	    {"now", "mail", "failed", 1},
	    {"now", "sms", "accepted", 1},
	    {"done", "mail", "queued", 0},
	    {"done", "mail", "failed", 1},
	    {"done", "sms", "accepted", 1},
	    {"tried", "mail", "", 5},
	    {"tried", "sms", "", 1},
	};
	sqlite3 *db = older(2);
	struct tally tally = {0};
	char *why = NULL;

	(void)state;
	if (sqlite3_exec(db, rows, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s", why);
	sqlite3_close(db);
	t.s = store_open(t.path, true, &t.e);
	if (t.s == NULL)
		fail_msg("%s", t.e.msg);
	OK(store_tally(t.s, &tally, &t.e));
	for (size_t i = 0; i < sizeof(expected) / sizeof(*expected); i++)
		if (tally_of(&tally, expected[i].what, expected[i].a,
			expected[i].b) != expected[i].n)
			fail_msg("%s %s %s", expected[i].what, expected[i].a,
			    expected[i].b);
	tally_clear(&tally);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_older_is_counted),
	};

	return cmocka_run_group_tests_name("store, tally", tests, NULL, NULL);
}
