/*
 * Unit tests of outbox/rate.c: no span holds more than the rate allows, and
 * nothing waits longer than that takes. Pure; schedules are made at random
 * from seeds that a failure names.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/mem.h"
#include "outbox/rate.h"

#define SCHEDULES 4000
#define UNITS 400 /* of one schedule, at most */

static uint64_t seed;

static int64_t
pick(int64_t least, int64_t most)
{
	seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407U;
	return least + (int64_t)((seed >> 33) % (uint64_t)(most - least + 1));
}

static void
test_parse(void **state)
{
	static const struct {
		const char *text;
		int64_t most, span;
	} cases[] = {
	    {"30/min", 30, 60000},
	    {"100/s", 100, 1000},
	    {"1/s", 1, 1000},
	    {"10000/d", 10000, 86400000},
	    {"1000000/h", 1000000, 3600000},
	    {"", 0, 0},
	    {"30", 0, 0},
	    {"/min", 0, 0},
	    {"0/s", 0, 0},
	    {"-1/s", 0, 0},
	    {"1000001/s", 0, 0},
	    {"30/m", 0, 0},
	    {"30 /min", 0, 0},
	    {"30/", 0, 0},
	    {"3.5/s", 0, 0},
	    {"30/min ", 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct rate r = {0};
		char *text;

		assert_int_equal(
		    rate_parse(cases[i].text, &r), cases[i].most == 0 ? -1 : 0);
		assert_int_equal(r.most, cases[i].most);
		assert_int_equal(r.span, cases[i].span);
		text = rate_format(&r);
		assert_string_equal(
		    text, cases[i].most == 0 ? "" : cases[i].text);
		free(text);
	}
}

static void
test_by_hand(void **state)
{
	const struct rate r = {3, 1000}, none = {0};
	struct rate_log l = {0};

	(void)state;
	assert_true(rate_room(&none, &l, 0) == INT64_MAX);
	assert_int_equal(rate_next(&none, &l, 5), 5);
	assert_int_equal(rate_room(&r, &l, 10), 3);
	rate_log_add(&l, (struct rate_use){rate_at(&r, 10), 1});
	rate_log_add(&l, (struct rate_use){rate_at(&r, 500), 2});
	assert_int_equal(rate_room(&r, &l, 501), 0);
	assert_int_equal(rate_next(&r, &l, 501), 1011);
	/* Begun within the millisecond 10: not before 1011 is it over. */
	assert_int_equal(rate_room(&r, &l, 1010), 0);
	assert_int_equal(rate_room(&r, &l, 1011), 1);
	assert_int_equal(rate_next(&r, &l, 1011), 1011);
	assert_int_equal(rate_room(&r, &l, 1501), 3);
	assert_true(rate_was_full(&r, &l, 1000, 1501));
	assert_false(rate_was_full(&r, &l, 400, 1501));
	assert_false(rate_was_full(&none, &l, 400, 600));
	/* The machine was started anew: it was before that, at the latest. */
	assert_int_equal(rate_room(&r, &l, 2), 0);
	assert_int_equal(rate_next(&r, &l, 2), 1000);
	assert_int_equal(rate_room(&r, &l, 5), 0);
	rate_log_clear(&l);
}

/* What may be begun and is not, waits at most for this beyond the span. */
static int64_t
slack(const struct rate *r)
{
	return r->span / RATE_STEPS + 2;
}

/*
 * Asks at times that grow by chance, and begins all or some of what may be;
 * us is when each unit was really begun, in microseconds.
 */
static size_t
play(const struct rate *r, int64_t us[UNITS])
{
	int64_t now = pick(0, r->span * 2000), pace = pick(1, 4);
	struct rate_log l = {0};
	size_t n = 0;

	while (n < UNITS) {
		int64_t ms = now / 1000, room = rate_room(r, &l, ms), k;

		assert_true(room >= 0 && room <= r->most);
		assert_int_equal(rate_next(r, &l, ms) == ms, room > 0);
		if (room == 0 && (int64_t)n >= r->most)
			assert_true(us[n - (size_t)r->most] / 1000 + r->span +
					slack(r) >
				    ms);
		if (room > 0) {
			k = pace == 4 ? room : pick(1, room);
			k = k < (int64_t)(UNITS - n) ? k : (int64_t)(UNITS - n);
			rate_log_add(&l, (struct rate_use){rate_at(r, ms), k});
			while (k-- > 0)
				us[n++] = now;
		}
		if (pace >= 3 && room == 0)
			now = rate_next(r, &l, ms) * 1000 + pick(0, 999);
		else
			now += pick(0, r->span * 1000 * pace / r->most);
	}
	rate_log_clear(&l);
	return n;
}

static void
test_every_span(void **state)
{
	static const int64_t spans[] = {1000, 60000, 3600000, 86400000};
	int64_t *us = xcalloc(UNITS, sizeof(*us));

	(void)state;
	for (uint64_t i = 1; i <= SCHEDULES; i++) {
		struct rate r;
		size_t n;

		seed = i;
		r = (struct rate){pick(1, i % 2 == 0 ? 5 : 120), spans[i % 4]};
		n = play(&r, us);
		/* The unit that is most later is a span later, or more. */
		for (size_t k = (size_t)r.most; k < n; k++)
			if (us[k] - us[k - (size_t)r.most] < r.span * 1000)
				fail_msg("seed %llu: %lld within %lld us",
				    (unsigned long long)i,
				    (long long)r.most + 1,
				    (long long)(us[k] -
						us[k - (size_t)r.most]));
	}
	free(us);
}

/* Who always begins what may be is as fast as the rate. */
static void
test_no_slower(void **state)
{
	const struct rate r = {30, 60000};
	struct rate_log l = {0};
	int64_t now = 12345, begun = 0;

	(void)state;
	while (begun < 98) {
		int64_t room = rate_room(&r, &l, now);

		begun += room;
		if (room > 0)
			rate_log_add(
			    &l, (struct rate_use){rate_at(&r, now), room});
		else
			now = rate_next(&r, &l, now);
	}
	/* 98 of 30 a minute: at once, and after one, two and three minutes. */
	assert_true(now - 12345 <= 3 * (60000 + slack(&r)));
	rate_log_clear(&l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_parse),
	    cmocka_unit_test(test_by_hand),
	    cmocka_unit_test(test_every_span),
	    cmocka_unit_test(test_no_slower),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
