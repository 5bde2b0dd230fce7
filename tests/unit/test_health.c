/* Unit tests of feed/health: every cell of the table, and every threshold. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/clock.h"
#include "feed/health.h"

#define T0 INT64_C(1774735980)
#define MINUTE 60
#define DAY (24 * 3600)

#define OK HEALTH_OK
#define BAD HEALTH_FAILING
#define OLD HEALTH_STALE
#define FEW HEALTH_SHRUNKEN
#define NO (-1) /* refused */

/* By state and by what is seen, in the order of the two enums. */
static const int cells[4][8] = {
    /* new same old again part short settled failed */
    {OK, OK, OLD, NO, BAD, FEW, NO, BAD}, /* ok */
    {OK, OK, OLD, NO, BAD, FEW, OK, BAD}, /* failing */
    {OK, OK, OLD, NO, BAD, FEW, NO, BAD}, /* stale */
    {OK, OK, OLD, FEW, BAD, FEW, OK, BAD}, /* shrunken */
};

static void
test_table(void **state)
{
	(void)state;
	for (int from = OK; from <= FEW; from++) {
		for (int seen = SEEN_NEW; seen <= SEEN_FAILED; seen++) {
			enum feed_health next = OK;
			bool may = health_next((enum feed_health)from,
			    (enum health_seen)seen, &next);

			assert_int_equal(may, cells[from][seen] != NO);
			if (may)
				assert_int_equal(next, cells[from][seen]);
		}
	}
}

/* What is refused changes nothing. */
static void
test_refused(void **state)
{
	struct health h;

	(void)state;
	health_init(&h);
	assert_false(health_step(&h, SEEN_SETTLED, MINUTE, T0));
	assert_true(h.since == TIME_NONE && h.polls == 0);
	assert_int_equal(h.state, OK);
}

static void
test_shrank(void **state)
{
	static const struct {
		size_t listed, gone, fresh;
		bool shrank;
	} rows[] = {
	    {0, 0, 0, false},
	    {2, 2, 0, false}, /* too few to say so */
	    {3, 3, 0, true},
	    {3, 2, 0, false},
	    {4, 3, 0, true},
	    {6, 3, 0, false}, /* half */
	    {5, 3, 0, true},
	    {40, 1, 1, false}, /* one slides out as one comes */
	    {40, 20, 0, false},
	    {40, 21, 0, true},
	    {40, 40, 40, false}, /* the list has moved on */
	    {40, 40, 20, false},
	    {40, 40, 19, true},
	    {4, 3, 1, true},
	    {4, 3, 2, false},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++)
		assert_int_equal(
		    health_shrank(rows[i].listed, rows[i].gone, rows[i].fresh),
		    rows[i].shrank);
}

static void
fails(struct health *h, int64_t now)
{
	assert_true(health_step(h, SEEN_FAILED, MINUTE, now));
}

static enum feed_health
reads(struct health *h, enum body_kind body, bool changed, bool old, int64_t at)
{
	assert_true(
	    health_step(h, health_read(h, body, changed, old, at), MINUTE, at));
	return h->state;
}

/* Three polls are not enough, and five minutes are not. */
static void
test_failing_is_due(void **state)
{
	struct health h;

	(void)state;
	health_init(&h);
	for (int i = 0; i < 5; i++) {
		fails(&h, T0 + i * MINUTE);
		assert_false(health_due(&h, T0 + i * MINUTE));
	}
	fails(&h, T0 + 5 * MINUTE);
	assert_true(health_due(&h, T0 + 5 * MINUTE));
	assert_true(h.since == T0);
	h.told = h.state;
	fails(&h, T0 + 6 * MINUTE);
	assert_false(health_due(&h, T0 + 6 * MINUTE));
	assert_int_equal(
	    reads(&h, BODY_WHOLE, false, false, T0 + 7 * MINUTE), HEALTH_OK);
	assert_true(health_due(&h, T0 + 7 * MINUTE));
	/* Slowly polled: twice in ten minutes is not often. */
	health_init(&h);
	assert_true(health_step(&h, SEEN_FAILED, 10 * MINUTE, T0));
	assert_true(health_step(&h, SEEN_FAILED, 10 * MINUTE, T0 + 600));
	assert_false(health_due(&h, T0 + 600));
	assert_true(health_step(&h, SEEN_FAILED, 10 * MINUTE, T0 + 1200));
	assert_true(health_due(&h, T0 + 1200));
}

/* One that was well in between has not lasted. */
static void
test_not_in_a_row(void **state)
{
	struct health h;

	(void)state;
	health_init(&h);
	for (int i = 0; i < 60; i++) {
		int64_t now = T0 + i * MINUTE;

		if (i % 3 == 2)
			reads(&h, BODY_WHOLE, false, false, now);
		else
			fails(&h, now);
		assert_false(health_due(&h, now));
	}
}

/* Polls before a long stop count for nothing, but what is known stays. */
static void
test_apart(void **state)
{
	struct health h;

	(void)state;
	health_init(&h);
	fails(&h, T0);
	fails(&h, T0 + MINUTE);
	fails(&h, T0 + DAY);
	assert_int_equal(h.polls, 1);
	assert_true(h.since == T0);
	assert_false(health_due(&h, T0 + DAY));
	fails(&h, T0 + DAY + MINUTE);
	assert_false(health_due(&h, T0 + DAY + MINUTE));
	fails(&h, T0 + DAY + 2 * MINUTE);
	assert_true(health_due(&h, T0 + DAY + 2 * MINUTE));
	/* Five minutes are no stop; nor is anything where none is known. */
	health_init(&h);
	fails(&h, T0);
	fails(&h, T0 + 300);
	assert_int_equal(h.polls, 2);
	fails(&h, T0 + 601);
	assert_int_equal(h.polls, 1);
	assert_true(health_step(&h, SEEN_FAILED, 0, T0 + DAY));
	assert_int_equal(h.polls, 2);
}

static void
test_stale_is_told_at_once(void **state)
{
	struct health h;

	(void)state;
	health_init(&h);
	assert_int_equal(reads(&h, BODY_WHOLE, true, false, T0), HEALTH_OK);
	assert_int_equal(
	    reads(&h, BODY_WHOLE, false, true, T0 + DAY), HEALTH_STALE);
	assert_true(health_due(&h, T0 + DAY));
	h.told = h.state;
	/* Failing wins, and what was told before is not told again. */
	fails(&h, T0 + DAY + MINUTE);
	assert_int_equal(h.state, HEALTH_FAILING);
	assert_int_equal(
	    reads(&h, BODY_WHOLE, false, true, T0 + DAY + 120), HEALTH_STALE);
	assert_false(health_due(&h, T0 + DAY + 120));
	/* New text, or a higher stale_after. */
	assert_int_equal(
	    reads(&h, BODY_WHOLE, false, false, T0 + DAY + 180), HEALTH_OK);
	assert_true(health_due(&h, T0 + DAY + 180));
}

/* What is only part of a body is neither stale nor shrunken. */
static void
test_part(void **state)
{
	struct health h;

	(void)state;
	health_init(&h);
	for (int i = 0; i < 6; i++)
		assert_int_equal(
		    reads(&h, BODY_PART, i == 0, true, T0 + i * MINUTE),
		    HEALTH_FAILING);
	assert_true(health_due(&h, T0 + 5 * MINUTE));
	assert_int_equal(h.body, BODY_PART);
}

static void
test_shrunken_stays_until_it_is_whole(void **state)
{
	struct health h;
	int64_t now = T0;

	(void)state;
	health_init(&h);
	reads(&h, BODY_WHOLE, true, false, now);
	/* Now all, now little: never well, and told once. */
	for (int i = 1; i < 60; i++) {
		enum body_kind body = i % 2 ? BODY_SHORT : BODY_WHOLE;

		now = T0 + i * MINUTE;
		assert_int_equal(
		    reads(&h, body, true, false, now), HEALTH_SHRUNKEN);
		assert_int_equal(health_due(&h, now), i == 7);
		if (health_due(&h, now))
			h.told = h.state;
	}
	assert_true(h.since == T0 + MINUTE);
	for (int i = 0; i < 5; i++)
		assert_int_equal(
		    reads(&h, BODY_WHOLE, false, false, now + (i + 1) * MINUTE),
		    HEALTH_SHRUNKEN);
	now += 6 * MINUTE;
	assert_int_equal(reads(&h, BODY_WHOLE, false, false, now), HEALTH_OK);
	assert_true(health_due(&h, now));
}

/* Short for a moment, and whole when it would be told: nothing to tell. */
static void
test_shrunken_for_a_moment(void **state)
{
	struct health h;

	(void)state;
	health_init(&h);
	reads(&h, BODY_WHOLE, true, false, T0);
	for (int i = 1; i < 20; i++) {
		int64_t now = T0 + i * MINUTE;

		reads(&h, i < 4 ? BODY_SHORT : BODY_WHOLE, false, false, now);
		assert_false(health_due(&h, now));
	}
	assert_int_equal(h.state, HEALTH_OK);
	/* Twice in five minutes is not three times. */
	for (int i = 20; i < 26; i++) {
		int64_t now = T0 + i * MINUTE;
		bool few = i == 20 || i == 25;

		reads(&h, few ? BODY_SHORT : BODY_WHOLE, false, false, now);
		assert_int_equal(h.state, HEALTH_SHRUNKEN);
		assert_false(health_due(&h, now));
	}
}

static void
test_shrunken_settles(void **state)
{
	struct health h;

	(void)state;
	health_init(&h);
	reads(&h, BODY_WHOLE, true, false, T0);
	reads(&h, BODY_SHORT, false, false, T0 + MINUTE);
	assert_int_equal(
	    reads(&h, BODY_SHORT, false, false, T0 + DAY), HEALTH_SHRUNKEN);
	/* A failure does not make the list longer. */
	fails(&h, T0 + DAY + 30);
	assert_int_equal(
	    reads(&h, BODY_SHORT, false, false, T0 + DAY + MINUTE), HEALTH_OK);
	assert_int_equal(h.body, BODY_WHOLE);
	/* It is the list now. */
	assert_int_equal(
	    reads(&h, BODY_WHOLE, false, false, T0 + DAY + 2 * MINUTE),
	    HEALTH_OK);
}

/* One whole list begins the day anew. */
static void
test_shrunken_does_not_settle_between(void **state)
{
	struct health h;

	(void)state;
	health_init(&h);
	reads(&h, BODY_SHORT, false, false, T0);
	reads(&h, BODY_WHOLE, false, false, T0 + DAY - 60);
	assert_int_equal(
	    reads(&h, BODY_SHORT, false, false, T0 + DAY), HEALTH_SHRUNKEN);
}

static void
test_failing_and_back_to_shrunken(void **state)
{
	struct health h;

	(void)state;
	health_init(&h);
	reads(&h, BODY_SHORT, false, false, T0);
	fails(&h, T0 + MINUTE);
	assert_int_equal(h.state, HEALTH_FAILING);
	assert_int_equal(h.body, BODY_SHORT);
	/* The same body as the last that was read. */
	assert_int_equal(
	    reads(&h, h.body, false, false, T0 + 2 * MINUTE), HEALTH_SHRUNKEN);
}

static void
test_renewed(void **state)
{
	struct health h;

	(void)state;
	health_init(&h);
	reads(&h, BODY_SHORT, false, false, T0);
	health_renew(&h, T0 + MINUTE);
	assert_int_equal(
	    reads(&h, BODY_WHOLE, true, false, T0 + MINUTE), HEALTH_OK);
}

/* Times ahead of now can only come from a clock that was wrong. */
static void
test_clock_set_back(void **state)
{
	struct health h;

	(void)state;
	health_init(&h);
	fails(&h, T0 + DAY);
	for (int i = 0; i < 6; i++)
		fails(&h, T0 + i * MINUTE);
	assert_true(h.since == T0);
	assert_true(health_due(&h, T0 + 5 * MINUTE));
	reads(&h, BODY_SHORT, false, false, T0 + DAY);
	reads(&h, BODY_SHORT, false, false, T0);
	assert_true(h.body_since == T0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_table),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_shrank),
	    cmocka_unit_test(test_failing_is_due),
	    cmocka_unit_test(test_not_in_a_row),
	    cmocka_unit_test(test_apart),
	    cmocka_unit_test(test_stale_is_told_at_once),
	    cmocka_unit_test(test_part),
	    cmocka_unit_test(test_shrunken_stays_until_it_is_whole),
	    cmocka_unit_test(test_shrunken_for_a_moment),
	    cmocka_unit_test(test_shrunken_settles),
	    cmocka_unit_test(test_shrunken_does_not_settle_between),
	    cmocka_unit_test(test_failing_and_back_to_shrunken),
	    cmocka_unit_test(test_renewed),
	    cmocka_unit_test(test_clock_set_back),
	};

	return cmocka_run_group_tests_name("health", tests, NULL, NULL);
}
