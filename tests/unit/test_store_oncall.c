/* Unit tests of store/oncall.h: covers and calendars. */
#include "store/oncall.h"
#include "store_house.h"

#include "base/clock.h"

static struct cover
cover(const char *rota, const char *who, int64_t from, int64_t until)
{
	return (struct cover){.rota = xstrdup(rota),
	    .who = xstrdup(who),
	    .from = from,
	    .until = until,
	    .made = T0,
	    .by = xstrdup("user anna")};
}

static int64_t
add(const char *rota, const char *who, int64_t from, int64_t until)
{
	struct cover c = cover(rota, who, from, until);
	int64_t id;

	OK(store_cover_add(t.s, &c, &t.e));
	id = c.id;
	cover_clear(&c);
	return id;
}

static void
test_covers(void **state)
{
	struct covers l = {0};
	int64_t a = add("medcom", "Anna Holm", T0 + 10, T0 + 20);
	int64_t b = add("kl", "Jens Lund", T0, T0 + 5);
	int64_t c = add("medcom", "Søren Ø", T0 - 9, T0 + 6);

	(void)state;
	OK(store_covers(t.s, "medcom", INT64_MIN, &l, &t.e));
	assert_int_equal(l.n, 2);
	assert_true(l.v[0].id == a && l.v[1].id == c);
	assert_string_equal(l.v[1].who, "Søren Ø");
	assert_string_equal(l.v[1].rota, "medcom");
	assert_string_equal(l.v[1].by, "user anna");
	assert_true(l.v[1].from == T0 - 9 && l.v[1].until == T0 + 6);
	assert_true(l.v[1].made == T0);
	covers_clear(&l);
	/* What ends at a time is over then. */
	OK(store_covers(t.s, "medcom", T0 + 6, &l, &t.e));
	assert_int_equal(l.n, 1);
	covers_clear(&l);
	OK(store_covers(t.s, NULL, T0, &l, &t.e));
	assert_int_equal(l.n, 3);
	assert_true(l.v[1].id == b);
	covers_clear(&l);
}

static void
test_cover_remove(void **state)
{
	int64_t id = add("medcom", "Anna Holm", T0 + 10, T0 + 20);
	struct cover c = {0};

	(void)state;
	assert_int_equal(store_cover_get(t.s, id, &c, &t.e), 1);
	assert_string_equal(c.who, "Anna Holm");
	cover_clear(&c);
	OK(store_cover_remove(t.s, id, &t.e));
	assert_int_equal(store_cover_get(t.s, id, &c, &t.e), 0);
	assert_int_equal(store_cover_remove(t.s, id, &t.e), -1);
	assert_non_null(strstr(t.e.msg, "there is no cover"));
}

static void
test_cover_of_no_time(void **state)
{
	struct cover c = cover("medcom", "Anna Holm", T0, T0);

	(void)state;
	assert_int_equal(store_cover_add(t.s, &c, &t.e), -1);
	cover_clear(&c);
}

static void
expect_same(const struct calendar_state *a, const struct calendar_state *b)
{
	assert_string_equal(a->rota, b->rota);
	assert_string_equal(a->source, b->source);
	assert_string_equal(a->body, b->body);
	assert_string_equal(a->why, b->why);
	assert_true(a->fetched == b->fetched);
	assert_true(a->failing == b->failing);
	assert_int_equal(a->told, b->told);
}

static void
put_and_get(const struct calendar_state *c)
{
	struct calendar_state read;

	OK(store_calendar_put(t.s, c, &t.e));
	assert_int_equal(store_calendar_get(t.s, "medcom", &read, &t.e), 1);
	expect_same(c, &read);
	calendar_state_clear(&read);
}

static void
test_calendar(void **state)
{
	struct calendar_state c;

	(void)state;
	assert_int_equal(store_calendar_get(t.s, "medcom", &c, &t.e), 0);
	assert_string_equal(c.rota, "medcom");
	assert_string_equal(c.body, "");
	assert_true(c.fetched == TIME_NONE && c.failing == TIME_NONE);
	xreplace(&c.body, "BEGIN:VCALENDAR\r\n");
	xreplace(&c.source, "ab12");
	c.fetched = T0;
	put_and_get(&c);
	c.failing = T0 + 5;
	c.told = true;
	xreplace(&c.why, "HTTP status 500");
	put_and_get(&c);
	calendar_state_clear(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_covers, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_cover_remove, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_cover_of_no_time, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_calendar, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
