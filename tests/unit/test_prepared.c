/*
 * Unit tests of the statements of the store that stay prepared: that none
 * stands in the way of another, and none keeps what was bound to it.
 */
#include "store_house.h"

#define ONE "SELECT ?"

static int64_t
value(const char *text, int64_t bound)
{
	int64_t n = -1;

	assert_int_equal(sql_value(t.s, &t.e, &n, "test", text, "i", bound), 1);
	return n;
}

static void
test_same_text_inside_itself(void **state)
{
	struct sql outer, inner;

	(void)state;
	OK(sql_open(&outer, t.s, &t.e, "outer", ONE, "i", (int64_t)1));
	assert_int_equal(sql_step(&outer), 1);
	OK(sql_open(&inner, t.s, &t.e, "inner", ONE, "i", (int64_t)2));
	assert_int_equal(sql_step(&inner), 1);
	assert_int_equal(sql_int(&inner, 0), 2);
	assert_int_equal(sql_int(&outer, 0), 1);
	sql_close(&inner);
	assert_int_equal(sql_int(&outer, 0), 1);
	sql_close(&outer);
	assert_int_equal(value(ONE, 3), 3);
}

static void
test_nothing_bound_stays(void **state)
{
	struct sql q;

	(void)state;
	assert_int_equal(value(ONE, 7), 7);
	OK(sql_open(&q, t.s, &t.e, "none", ONE, ""));
	assert_int_equal(sql_step(&q), 1);
	assert_int_equal(sql_time(&q, 0), TIME_NONE);
	sql_close(&q);
}

/* More than are kept, each twice, and those that are left in the middle. */
static void
test_more_than_are_kept(void **state)
{
	(void)state;
	for (int round = 0; round < 2; round++)
		for (int i = 0; i < 2 * PREPARED_MOST; i++) {
			char *text = xasprintf("SELECT ? + %d", i);

			assert_int_equal(value(text, 1), i + 1);
			free(text);
		}
}

/* One text at the same address, then another. */
static void
test_text_that_changes(void **state)
{
	char text[] = "SELECT ? + 1";

	(void)state;
	assert_int_equal(value(text, 1), 2);
	text[sizeof(text) - 2] = '5';
	assert_int_equal(value(text, 1), 6);
}

static void
test_transactions(void **state)
{
	(void)state;
	for (int i = 0; i < 3; i++) {
		OK(store_begin(t.s, &t.e));
		OK(store_begin(t.s, &t.e));
		OK(store_commit(t.s, &t.e));
		OK(store_commit(t.s, &t.e));
	}
	assert_int_equal(store_commit(t.s, &t.e), -1);
	OK(store_begin(t.s, &t.e));
	store_rollback(t.s);
	OK(store_begin(t.s, &t.e));
	OK(store_commit(t.s, &t.e));
}

static bool
is_kept(const char *text)
{
	for (sqlite3_stmt *st = sqlite3_next_stmt(t.s->db, NULL); st != NULL;
	     st = sqlite3_next_stmt(t.s->db, st))
		if (strcmp(sqlite3_sql(st), text) == 0)
			return true;
	return false;
}

/* What is asked now and then stays; what is not goes, but not from under us. */
static void
test_unused_go(void **state)
{
	struct sql held;

	(void)state;
	OK(sql_open(&held, t.s, &t.e, "held", "SELECT ? + 2", "i", INT64_C(1)));
	assert_int_equal(sql_step(&held), 1);
	assert_int_equal(value(ONE, 7), 7);
	for (int i = 0; i < 3 * PREPARED_RESTS; i++) {
		if (i % PREPARED_RESTS == 0)
			assert_int_equal(value("SELECT ? + 1", 7), 8);
		store_rest(t.s);
	}
	assert_true(is_kept("SELECT ? + 1"));
	assert_false(is_kept(ONE));
	assert_int_equal(sql_int(&held, 0), 3);
	sql_close(&held);
	assert_int_equal(value(ONE, 8), 8);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		test_same_text_inside_itself, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_nothing_bound_stays, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_more_than_are_kept, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_text_that_changes, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_unused_go, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_transactions, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
