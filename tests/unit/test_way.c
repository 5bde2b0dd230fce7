/* Unit tests of outbox/way.c: which relay or gateway goes first. Pure. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/clock.h"
#include "outbox/way.h"

#define T0 INT64_C(1770000000)
#define NONE 9 /* no state */

static void
test_table(void **state)
{
	static const int want[][WAY_TOOK + 1] = {
	    [WAY_WELL] = {WAY_ASIDE, WAY_ASIDE, NONE, NONE},
	    [WAY_ASIDE] = {WAY_ASIDE, WAY_ASIDE, WAY_TRIED, WAY_WELL},
	    [WAY_TRIED] = {WAY_ASIDE, WAY_ASIDE, WAY_TRIED, WAY_WELL},
	};

	(void)state;
	for (enum way_state s = WAY_WELL; s <= WAY_TRIED; s++)
		for (enum way_event e = WAY_FAILED; e <= WAY_TOOK; e++) {
			enum way_state next = (enum way_state)NONE;

			assert_int_equal(
			    way_next(s, e, &next), want[s][e] != NONE);
			assert_int_equal(next, want[s][e]);
		}
}

/* Each time that it is tried in vain the pause is twice as long. */
static void
test_pauses(void **state)
{
	static const int64_t pauses[] = {60, 120, 240, 480, 900, 900};
	struct way w;
	int64_t now = T0;

	(void)state;
	way_init(&w, "a");
	assert_false(way_ready(&w, now));
	for (size_t i = 0; i < LENGTH(pauses); i++) {
		assert_true(
		    way_step(&w, i % 2 == 0 ? WAY_SLOW : WAY_FAILED, T0, now));
		assert_int_equal(w.state, WAY_ASIDE);
		assert_int_equal(w.since, T0);
		assert_int_equal(w.until - now, pauses[i]);
		now += pauses[i] - 1;
		assert_false(way_ready(&w, now));
		assert_false(way_step(&w, WAY_TRY, now, now));
		now++;
		assert_true(way_ready(&w, now));
		assert_true(way_step(&w, WAY_TRY, now, now));
		assert_int_equal(w.state, WAY_TRIED);
		/* One alone tries it; another only when nothing came of it. */
		assert_false(way_ready(&w, now));
		assert_false(way_step(&w, WAY_TRY, now, now));
	}
	assert_true(way_step(&w, WAY_TOOK, now, now));
	assert_int_equal(w.state, WAY_WELL);
	assert_true(w.since == TIME_NONE && w.until == TIME_NONE);
	/* It begins anew. */
	assert_true(way_step(&w, WAY_FAILED, now, now));
	assert_int_equal(w.until - now, WAY_PAUSE_FIRST);
	way_clear(&w);
}

/* A message that it had before says nothing of how it is now. */
static void
test_old_news(void **state)
{
	struct way w;

	(void)state;
	way_init(&w, "a");
	assert_false(way_step(&w, WAY_TOOK, T0, T0));
	assert_true(way_step(&w, WAY_SLOW, T0, T0 + 10));
	assert_false(way_step(&w, WAY_TOOK, T0, T0 + 12));
	assert_int_equal(w.state, WAY_ASIDE);
	/* It fails again as a last resort: its pause counts from then. */
	assert_true(way_step(&w, WAY_FAILED, T0, T0 + 30));
	assert_int_equal(w.until, T0 + 30 + WAY_PAUSE_FIRST);
	assert_int_equal(w.since, T0 + 10);
	assert_true(way_step(&w, WAY_TOOK, T0 + 10, T0 + 31));
	assert_int_equal(w.state, WAY_WELL);
	way_clear(&w);
}

/* Nothing lasts longer because the clock was wrong. */
static void
test_clock_set_back(void **state)
{
	struct way w;

	(void)state;
	way_init(&w, "a");
	assert_true(way_step(&w, WAY_FAILED, T0, T0));
	assert_true(way_ready(&w, T0 - 86400));
	assert_true(way_step(&w, WAY_TOOK, T0 - 86400, T0 - 86400));
	assert_int_equal(w.state, WAY_WELL);
	way_clear(&w);
}

/* One letter each: w well, a aside, r aside and its pause is over, t tried. */
static void
make(struct ways *l, const char *how)
{
	*l = (struct ways){0};
	l->v = calloc(8, sizeof(*l->v));
	assert_non_null(l->v);
	for (; *how != '\0'; how++) {
		struct way *w = &l->v[l->n++];

		way_init(w, "x");
		if (*how == 'w')
			continue;
		/* The later, the sooner it is over. */
		assert_true(way_step(w, WAY_FAILED, T0, T0 - (int64_t)l->n));
		if (*how == 'a')
			continue;
		w->until = T0;
		if (*how == 't')
			assert_true(way_step(w, WAY_TRY, T0, T0));
	}
}

static void
expect_order(const char *how, const char *want, bool alone, bool tries)
{
	struct ways l;
	struct order o;

	make(&l, how);
	/* Who may not try goes by those that are well. */
	ways_order(&l, false, T0, &o);
	assert_false(o.tries);
	assert_true(o.n == 0 || !tries || l.v[o.v[0]].state == WAY_WELL);
	free(o.v);
	ways_order(&l, true, T0, &o);
	assert_int_equal(o.n, l.n);
	for (size_t i = 0; i < o.n; i++)
		if (o.v[i] != (size_t)(want[i] - '0'))
			fail_msg("%s: %zu at %zu", how, o.v[i], i);
	assert_int_equal(o.alone, alone);
	assert_int_equal(o.tries, tries);
	free(o.v);
	ways_clear(&l);
}

static void
test_order(void **state)
{
	(void)state;
	expect_order("", "", false, false);
	expect_order("w", "0", false, false);
	expect_order("www", "012", false, false);
	expect_order("aw", "10", false, false);
	expect_order("wa", "01", false, false);
	expect_order("awaw", "1320", false, false);
	expect_order("tw", "10", false, false);
	/* Tried by one message, whichever it is. */
	expect_order("rw", "01", true, true);
	expect_order("wr", "10", true, true);
	expect_order("wrr", "102", true, true);
	expect_order("wara", "2031", true, true);
	/* None is well: whose pause ends first, and no more behind it. */
	expect_order("a", "0", true, false);
	expect_order("aaa", "210", true, false);
	expect_order("ar", "10", true, false);
	expect_order("at", "01", true, false);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_table),
	    cmocka_unit_test(test_pauses),
	    cmocka_unit_test(test_old_news),
	    cmocka_unit_test(test_clock_set_back),
	    cmocka_unit_test(test_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
