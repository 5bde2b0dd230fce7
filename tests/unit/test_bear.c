/* Unit tests of deliver/bear.c: how many sessions a relay bears. Pure. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/attr.h"
#include "deliver/bear.h"

#define T0 INT64_C(1000000)

/* One step after the other, from 10 sessions at T0. */
struct step {
	enum bear_event event;
	int64_t after; /* ms since the one before */
	size_t sessions;
};

static void
walk(const struct step *v, size_t n)
{
	struct bear b;
	int64_t now = T0;

	bear_init(&b, 10);
	for (size_t i = 0; i < n; i++) {
		now += v[i].after;
		bear_step(&b, v[i].event, SIZE_MAX, now);
		if (b.sessions != v[i].sessions)
			fail_msg("step %zu: %zu sessions, not %zu", i,
			    b.sessions, v[i].sessions);
	}
}

static void
test_all_from_the_start(void **state)
{
	struct bear b;

	(void)state;
	bear_init(&b, 10);
	assert_int_equal(b.sessions, 10);
	bear_step(&b, BEAR_TOOK, 0, T0);
	assert_int_equal(b.sessions, 10);
	bear_init(&b, 0);
	assert_int_equal(b.sessions, 1);
	bear_step(&b, BEAR_REFUSED, SIZE_MAX, T0);
	assert_int_equal(b.sessions, 1);
}

static void
test_fewer_and_slowly_more(void **state)
{
	static const struct step v[] = {
	    {BEAR_REFUSED, 0, 9},
	    {BEAR_REFUSED, 5, 8},
	    {BEAR_TOOK, 10, 8},
	    {BEAR_TOOK, BEAR_PAUSE_FIRST - 11, 8},
	    {BEAR_TOOK, 1, 9},
	    {BEAR_TOOK, BEAR_GROW - 1, 9},
	    {BEAR_TOOK, 1, 10},
	    {BEAR_TOOK, BEAR_GROW, 10},
	};

	(void)state;
	walk(v, LENGTH(v));
}

/* What is refused anew as soon as it is tried is tried less often. */
static void
test_pause_doubles(void **state)
{
	static const struct step v[] = {
	    {BEAR_REFUSED, 0, 9},
	    {BEAR_TOOK, BEAR_PAUSE_FIRST, 10},
	    {BEAR_REFUSED, BEAR_GROW, 9},
	    {BEAR_TOOK, BEAR_PAUSE_FIRST, 9},
	    {BEAR_TOOK, BEAR_PAUSE_FIRST, 10},
	    /* Well for as long again: as if it had never been. */
	    {BEAR_REFUSED, BEAR_PAUSE_MOST, 9},
	    {BEAR_TOOK, BEAR_PAUSE_FIRST, 10},
	};

	(void)state;
	walk(v, LENGTH(v));
}

static void
test_pause_has_an_end(void **state)
{
	struct bear b;
	int64_t now = T0;

	(void)state;
	bear_init(&b, 2);
	for (int i = 0; i < 20; i++) {
		bear_step(&b, BEAR_REFUSED, SIZE_MAX, now);
		assert_int_equal(b.sessions, 1);
		assert_true(b.until - now <= BEAR_PAUSE_MOST);
		now = b.until + BEAR_GROW;
		bear_step(&b, BEAR_TOOK, 0, now);
		assert_int_equal(b.sessions, 2);
	}
	assert_int_equal(b.pause, BEAR_PAUSE_MOST);
}

/* One that is down as a whole bears as many when it is back. */
static void
test_gone_is_no_refusal(void **state)
{
	static const struct step v[] = {
	    {BEAR_REFUSED, 0, 9},
	    {BEAR_TOOK, 1, 9},
	    {BEAR_REFUSED, 1, 8},
	    {BEAR_REFUSED, 0, 7},
	    {BEAR_REFUSED, 0, 6},
	    {BEAR_GONE, 0, 9},
	    {BEAR_TOOK, 1, 10},
	};

	(void)state;
	walk(v, LENGTH(v));
}

/* What was refused is beyond those that stand, however many may be. */
static void
test_no_more_than_stand(void **state)
{
	struct bear b;

	(void)state;
	bear_init(&b, 10);
	bear_step(&b, BEAR_REFUSED, 9, T0);
	assert_int_equal(b.sessions, 9);
	bear_step(&b, BEAR_REFUSED, 3, T0);
	assert_int_equal(b.sessions, 3);
	bear_step(&b, BEAR_REFUSED, 0, T0);
	assert_int_equal(b.sessions, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_all_from_the_start),
	    cmocka_unit_test(test_fewer_and_slowly_more),
	    cmocka_unit_test(test_pause_doubles),
	    cmocka_unit_test(test_pause_has_an_end),
	    cmocka_unit_test(test_gone_is_no_refusal),
	    cmocka_unit_test(test_no_more_than_stand),
	};

	return cmocka_run_group_tests_name("bear", tests, NULL, NULL);
}
