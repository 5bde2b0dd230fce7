/*
 * Unit tests of proof/course.h: what a municipality lived through, and what
 * that says of the promise. Times are local, Europe/Copenhagen.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/clock.h"
#include "proof/course.h"

#define MINUTE 60
#define HOUR 3600
#define NEVER TIME_NONE

static int64_t
utc(const char *s)
{
	int64_t t;

	assert_int_equal(parse_rfc3339(s, &t), 0);
	return t;
}

/* A notice at that many minutes, which promises the next in two hours. */
static struct course_notice
told(int number, enum notice_type type, int64_t minutes)
{
	bool ends = type == NOTICE_RESOLVED || type == NOTICE_CORRECTION ||
		    type == NOTICE_PLANNED;
	int64_t at = minutes * MINUTE;

	return (struct course_notice){
	    number, type, at, ends ? TIME_NONE : at + 2 * HOUR};
}

static struct course
follow(const struct course_notice *v, size_t n, const int64_t *accepted,
    int64_t until, bool open)
{
	struct course_facts f = {v, n, until, open};
	struct course c = {0};

	course_follow(&f, accepted, &c);
	return c;
}

static void
assert_gap(const struct course *c, size_t k, int from, int to, int64_t seconds,
    enum gap_end end)
{
	assert_true(k < c->n_gaps);
	assert_int_equal(c->gaps[k].from, from);
	assert_int_equal(c->gaps[k].to, to);
	assert_int_equal(gap_length(&c->gaps[k]), seconds);
	assert_int_equal(c->gaps[k].end, end);
}

static const struct course_notice three[] = {
    {1, NOTICE_FIRST, 0, 2 * HOUR},
    {2, NOTICE_REPEAT, 2 * HOUR, 4 * HOUR},
    {3, NOTICE_RESOLVED, 3 * HOUR, TIME_NONE},
};

static void
test_plain(void **state)
{
	const int64_t at[] = {5, 2 * HOUR + 20, 3 * HOUR + 2};
	struct course c = follow(three, 3, at, 9 * HOUR, false);

	(void)state;
	assert_int_equal(c.first, 5);
	assert_int_equal(c.told, 3);
	assert_int_equal(c.n_gaps, 2);
	assert_gap(&c, 0, 1, 2, 2 * HOUR + 15, GAP_NOTICE);
	assert_gap(&c, 1, 2, 3, HOUR - 18, GAP_NOTICE);
	assert_ptr_equal(c.largest, &c.gaps[0]);
	assert_true(c.over_told);
	assert_false(c.over_missing);
	course_clear(&c);
}

/* The second failed there, or was superseded: the wait goes on. */
static void
test_failed(void **state)
{
	const int64_t at[] = {0, NEVER, 3 * HOUR};
	const int64_t none[] = {NEVER, NEVER, NEVER};
	struct course c = follow(three, 3, at, 9 * HOUR, false);

	(void)state;
	assert_int_equal(c.n_gaps, 1);
	assert_gap(&c, 0, 1, 3, 3 * HOUR, GAP_NOTICE);
	course_clear(&c);
	c = follow(three, 3, none, 9 * HOUR, false);
	assert_true(c.first == TIME_NONE);
	assert_int_equal(c.n_gaps, 0);
	assert_null(c.largest);
	assert_false(c.over_missing);
	course_clear(&c);
}

/* Who came in between is told from then on. */
static void
test_midway(void **state)
{
	const int64_t at[] = {NEVER, 2 * HOUR, 3 * HOUR};
	struct course c = follow(three, 3, at, 9 * HOUR, false);

	(void)state;
	assert_int_equal(c.first, 2 * HOUR);
	assert_int_equal(c.n_gaps, 1);
	assert_gap(&c, 0, 2, 3, HOUR, GAP_NOTICE);
	course_clear(&c);
}

/* What is over is waited for no longer, though nobody said so there. */
static void
test_over_untold(void **state)
{
	const int64_t at[] = {0, 2 * HOUR, NEVER};
	struct course c = follow(three, 3, at, 9 * HOUR, false);

	(void)state;
	assert_int_equal(c.n_gaps, 2);
	assert_gap(&c, 1, 2, 0, HOUR, GAP_OVER);
	assert_false(c.over_told);
	assert_true(c.over_missing);
	course_clear(&c);
	/* The notice of the end was not even queued. */
	c = follow(three, 2, at, 3 * HOUR, false);
	assert_gap(&c, 1, 2, 0, HOUR, GAP_OVER);
	assert_true(c.over_missing);
	course_clear(&c);
}

static void
test_open(void **state)
{
	const int64_t at[] = {0, 2 * HOUR};
	struct course c = follow(three, 2, at, 5 * HOUR, true);

	(void)state;
	assert_gap(&c, 1, 2, 0, 3 * HOUR, GAP_OPEN);
	assert_false(c.over_missing);
	course_clear(&c);
	/* A clock that was ahead makes no gap shorter than nothing. */
	c = follow(three, 2, at, HOUR, true);
	assert_gap(&c, 1, 2, 0, 0, GAP_OPEN);
	course_clear(&c);
}

/* Over, and back five hours later: the time between is no gap. */
static void
test_reopened(void **state)
{
	const struct course_notice v[] = {told(1, NOTICE_FIRST, 0),
	    told(2, NOTICE_RESOLVED, 60), told(3, NOTICE_UPDATE, 360),
	    told(4, NOTICE_RESOLVED, 400)};
	const int64_t at[] = {0, 60 * MINUTE, 360 * MINUTE, 400 * MINUTE};
	const int64_t missed[] = {0, NEVER, 360 * MINUTE, 400 * MINUTE};
	struct course c = follow(v, 4, at, 900 * MINUTE, false);

	(void)state;
	assert_int_equal(c.n_gaps, 2);
	assert_gap(&c, 0, 1, 2, HOUR, GAP_NOTICE);
	assert_gap(&c, 1, 3, 4, 40 * MINUTE, GAP_NOTICE);
	course_clear(&c);
	c = follow(v, 4, missed, 900 * MINUTE, false);
	assert_int_equal(c.n_gaps, 2);
	assert_gap(&c, 0, 1, 0, HOUR, GAP_OVER);
	assert_true(c.over_told);
	assert_false(c.over_missing);
	course_clear(&c);
}

/* An old notice that comes after a newer one, by the other channel. */
static void
test_overtaken(void **state)
{
	const struct course_notice v[] = {told(1, NOTICE_FIRST, 0),
	    told(2, NOTICE_REPEAT, 120), told(3, NOTICE_UPDATE, 125)};
	const int64_t at[] = {0, 140 * MINUTE, 126 * MINUTE};
	struct course c = follow(v, 3, at, 130 * MINUTE, true);

	(void)state;
	assert_int_equal(c.told, 2);
	assert_int_equal(c.n_gaps, 2);
	assert_gap(&c, 0, 1, 3, 126 * MINUTE, GAP_NOTICE);
	assert_gap(&c, 1, 3, 0, 4 * MINUTE, GAP_OPEN);
	course_clear(&c);
}

/* Announced work promises nothing until it is an outage. */
static void
test_planned(void **state)
{
	const struct course_notice v[] = {told(1, NOTICE_PLANNED, 0),
	    told(2, NOTICE_PLANNED, 1440), told(3, NOTICE_UPDATE, 2880),
	    told(4, NOTICE_RESOLVED, 2910)};
	const int64_t at[] = {0, 1440 * MINUTE, 2880 * MINUTE, 2910 * MINUTE};
	struct course c = follow(v, 4, at, 9000 * MINUTE, false);

	(void)state;
	assert_int_equal(c.told, 4);
	assert_int_equal(c.n_gaps, 1);
	assert_gap(&c, 0, 3, 4, 30 * MINUTE, GAP_NOTICE);
	course_clear(&c);
}

/* Two hours are two hours in the nights in which the clocks are moved. */
static void
test_clocks_moved(void **state)
{
	static const struct {
		const char *from, *to;
	} nights[] = {
	    {"2026-03-29T01:30:00+01:00", "2026-03-29T04:30:00+02:00"},
	    {"2026-10-25T01:30:00+02:00", "2026-10-25T02:30:00+01:00"},
	};

	(void)state;
	for (size_t k = 0; k < LENGTH(nights); k++) {
		int64_t from = utc(nights[k].from), to = utc(nights[k].to);
		const struct course_notice v[] = {
		    {1, NOTICE_FIRST, from, from + 2 * HOUR},
		    {2, NOTICE_REPEAT, to, to + 2 * HOUR}};
		const int64_t at[] = {from, to};
		struct course c = follow(v, 2, at, to, true);

		assert_gap(&c, 0, 1, 2, 2 * HOUR, GAP_NOTICE);
		course_clear(&c);
	}
}

/* --- all of them ---------------------------------------------------------- */

static struct promise
two_hours(void)
{
	return (struct promise){.limit = 2 * HOUR + PROMISE_SLACK};
}

static void
add(struct promise *p, const int64_t *at, bool open)
{
	struct course c = follow(three, 3, at, 9 * HOUR, open);

	promise_add(p, &c);
	course_clear(&c);
}

/* Two minutes more than two hours are no breach, a second more is. */
static void
test_limit(void **state)
{
	const int64_t held[] = {0, 2 * HOUR + 120, 3 * HOUR};
	const int64_t late[] = {0, 2 * HOUR + 121, 3 * HOUR};
	struct promise p = two_hours();

	(void)state;
	add(&p, held, false);
	assert_int_equal(p.breaches, 0);
	assert_int_equal(promise_judge(&p, false), PROMISE_HELD);
	assert_int_equal(promise_judge(&p, true), PROMISE_HOLDS);
	add(&p, late, false);
	add(&p, held, false);
	assert_int_equal(p.municipalities, 3);
	assert_int_equal(p.gaps, 6);
	assert_int_equal(p.breaches, 1);
	assert_int_equal(p.broken, 1);
	assert_int_equal(p.largest_of, 1);
	assert_int_equal(gap_length(&p.largest), 2 * HOUR + 121);
	assert_int_equal(promise_judge(&p, false), PROMISE_BROKEN);
}

/* Who was not told, or not that it is over, was promised it, too. */
static void
test_untold(void **state)
{
	const int64_t held[] = {0, 2 * HOUR, 3 * HOUR};
	const int64_t never[] = {NEVER, NEVER, NEVER};
	const int64_t no_end[] = {0, 2 * HOUR, NEVER};
	struct promise p = two_hours();

	(void)state;
	assert_int_equal(promise_judge(&p, false), PROMISE_NONE);
	add(&p, held, false);
	add(&p, never, false);
	assert_int_equal(p.untold, 1);
	assert_int_equal(p.over_told, 1);
	assert_int_equal(promise_judge(&p, false), PROMISE_BROKEN);
	p.early = true;
	assert_int_equal(promise_judge(&p, true), PROMISE_HOLDS);
	p = two_hours();
	add(&p, no_end, false);
	assert_int_equal(p.over_missing, 1);
	assert_int_equal(promise_judge(&p, false), PROMISE_BROKEN);
	/* Nothing was promised at all. */
	p = (struct promise){0};
	add(&p, no_end, false);
	assert_int_equal(p.breaches, 0);
	assert_int_equal(promise_judge(&p, false), PROMISE_NONE);
}

/* More gaps than one allocation holds; the memory is used again. */
static void
test_many(void **state)
{
	enum { N = 400 };
	static struct course_notice v[N];
	static int64_t at[N];
	struct course_facts f = {v, N, N * 2 * HOUR, true};
	struct course c = {0};

	(void)state;
	for (int k = 0; k < N; k++) {
		v[k] = told(k + 1, NOTICE_REPEAT, (int64_t)k * 120);
		at[k] = v[k].at + (k == 300 ? 90 : 0);
	}
	for (int round = 0; round < 2; round++) {
		course_follow(&f, at, &c);
		assert_int_equal(c.n_gaps, N);
		assert_int_equal(c.largest->from, 300);
		assert_int_equal(gap_length(c.largest), 2 * HOUR + 90);
	}
	course_clear(&c);
}

static int
zone(void **state)
{
	struct err e;

	(void)state;
	return zone_set("Europe/Copenhagen", &e);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_plain),
	    cmocka_unit_test(test_failed),
	    cmocka_unit_test(test_midway),
	    cmocka_unit_test(test_over_untold),
	    cmocka_unit_test(test_open),
	    cmocka_unit_test(test_reopened),
	    cmocka_unit_test(test_overtaken),
	    cmocka_unit_test(test_planned),
	    cmocka_unit_test(test_clocks_moved),
	    cmocka_unit_test(test_limit),
	    cmocka_unit_test(test_untold),
	    cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests_name("course", tests, zone, NULL);
}
