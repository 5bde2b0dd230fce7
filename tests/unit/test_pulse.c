/*
 * Unit tests of deliver/pace.c, how long a relay usually lets wait (pure), and
 * of deliver/pulse.c, what a session shows its worker.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/clock.h"
#include "deliver/pace.h"
#include "deliver/pulse.h"

#define SLOW 10000

static const struct pace_conf usual = {.slow_after = SLOW};

static void
test_nothing_known(void **state)
{
	struct pace p;

	(void)state;
	pace_init(&p);
	for (enum pace_stage i = PACE_OPENING; i <= PACE_SENDING; i++) {
		assert_int_equal(pace_late(&p, i, &usual), PACE_LATE_UNKNOWN);
		/* It may only be slow to greet, and is to be used then. */
		assert_int_equal(pace_lost(&p, i, &usual), SLOW);
	}
}

/* What was heard of one stage, and what follows; ms. */
static const struct {
	int64_t heard[4]; /* 0: no more */
	int64_t late, lost;
} paces[] = {
    {{1}, PACE_LATE_OPENING, PACE_LOST_LEAST},
    {{40}, 80, PACE_LOST_LEAST},
    {{200}, 400, PACE_LOST_LEAST},
    {{200, 10, 150}, 400, PACE_LOST_LEAST}, /* the longest */
    {{200, 300}, 600, 3000},
    {{200, 9000}, 800, 4000}, /* once says little … */
    {{200, 9000, 9000, 9000}, 3200, SLOW}, /* … but again and again much */
    {{6000}, SLOW, SLOW},
    {{INT64_MAX}, SLOW, SLOW},
    {{-5}, PACE_LATE_OPENING, PACE_LOST_LEAST},
};

static void
test_by_what_is_usual(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(paces); i++) {
		struct pace p;

		pace_init(&p);
		for (size_t k = 0; k < 4 && paces[i].heard[k] != 0; k++)
			pace_heard(&p, PACE_OPENING, paces[i].heard[k]);
		assert_int_equal(
		    pace_late(&p, PACE_OPENING, &usual), paces[i].late);
		assert_int_equal(
		    pace_lost(&p, PACE_OPENING, &usual), paces[i].lost);
		/* Of the other stage that says nothing. */
		assert_int_equal(
		    pace_late(&p, PACE_SENDING, &usual), PACE_LATE_UNKNOWN);
	}
}

static void
test_who_spoke_a_moment_ago(void **state)
{
	struct pace p;

	(void)state;
	pace_init(&p);
	pace_heard(&p, PACE_SENDING, 2);
	assert_int_equal(
	    pace_late(&p, PACE_SENDING, &usual), PACE_LATE_SENDING);
}

/* What was long ago fades, but not while nothing is heard. */
static void
test_fades(void **state)
{
	struct pace p;

	(void)state;
	pace_init(&p);
	pace_heard(&p, PACE_OPENING, 800);
	pace_heard(&p, PACE_SENDING, 800);
	pace_fade(&p);
	assert_int_equal(pace_late(&p, PACE_OPENING, &usual), 1400);
	for (int i = 0; i < 50; i++) {
		pace_heard(&p, PACE_SENDING, 20);
		pace_fade(&p);
	}
	assert_int_equal(pace_late(&p, PACE_OPENING, &usual), 1400);
	assert_in_range(pace_late(&p, PACE_SENDING, &usual), 35, 50);
}

static void
test_as_configured(void **state)
{
	static const struct pace_conf wait = {SLOW / 2, SLOW},
				      longer = {2 * SLOW, SLOW};
	struct pace p;

	(void)state;
	pace_init(&p);
	assert_int_equal(pace_late(&p, PACE_OPENING, &wait), SLOW / 2);
	assert_int_equal(pace_lost(&p, PACE_OPENING, &wait), SLOW);
	pace_heard(&p, PACE_OPENING, 10);
	assert_int_equal(pace_late(&p, PACE_OPENING, &wait), SLOW / 2);
	/* What is not even late is not lost. */
	assert_int_equal(pace_lost(&p, PACE_OPENING, &wait), SLOW / 2);
	assert_int_equal(pace_late(&p, PACE_OPENING, &longer), SLOW);
	assert_int_equal(pace_lost(&p, PACE_OPENING, &longer), SLOW);
}

/* Who is first decides, until the next message is given. */
static void
test_one_decides(void **state)
{
	struct pulse *p = pulse_open();

	(void)state;
	assert_non_null(p);
	pulse_give(p);
	assert_true(pulse_end(p));
	assert_false(pulse_take(p));
	/* The second transaction of the same message. */
	assert_true(pulse_end(p));
	pulse_give(p);
	assert_true(pulse_take(p));
	assert_false(pulse_end(p));
	assert_true(pulse_take(p));
	pulse_give(p);
	assert_true(pulse_end(p));
	pulse_close(p);
	pulse_close(NULL);
}

static int64_t made_ms;

static struct clock
made(void)
{
	return (struct clock){.mono_ms = made_ms};
}

static void
sign_at(struct pulse *p, int64_t ms)
{
	made_ms = ms;
	pulse_sign(p);
}

static void
test_silences(void **state)
{
	struct pulse *p = pulse_open();

	(void)state;
	assert_non_null(p);
	clock_make(made);
	made_ms = 1000;
	pulse_give(p);
	pulse_begin(p);
	assert_int_equal(pulse_at(p, 1000), 0);
	sign_at(p, 1040);
	sign_at(p, 1050);
	assert_int_equal(pulse_at(p, 1060), 1050);
	assert_int_equal(pulse_at(p, 1045), 1045); /* it lies */
	assert_int_equal(pulse_longest(p, PACE_OPENING), 40);
	assert_int_equal(pulse_longest(p, PACE_SENDING), 0);
	/* Who has told waits for its worker, not for the relay. */
	pulse_told(p);
	assert_int_equal(pulse_at(p, 9000), 9000);
	pulse_stage(p, PACE_SENDING);
	assert_int_equal(pulse_stage_now(p), PACE_SENDING);
	sign_at(p, 1050); /* at once, which is not nothing */
	assert_int_equal(pulse_longest(p, PACE_SENDING), 1);
	/* That nothing was sent for a minute is no silence. */
	made_ms = 61000;
	pulse_give(p);
	pulse_begin(p);
	sign_at(p, 61007);
	assert_int_equal(pulse_longest(p, PACE_SENDING), 7);
	assert_int_equal(pulse_longest(p, PACE_OPENING), 0);
	p->stage = 77;
	assert_int_equal(pulse_stage_now(p), PACE_OPENING);
	clock_make(NULL);
	pulse_close(p);
}

/* Status of a child that ends its message, if it has the memory for it. */
static int
in_child(struct pulse *p)
{
	int status = 0;
	pid_t pid = fork();

	if (pid == 0)
		_exit(msync(p, sizeof(*p), MS_ASYNC) == -1 || !pulse_end(p));
	assert_true(pid > 0 && waitpid(pid, &status, 0) == pid);
	return status;
}

static void
test_shared_with_one(void **state)
{
	struct pulse *p = pulse_open();

	(void)state;
	assert_non_null(p);
	pulse_give(p);
	assert_int_equal(in_child(p), 0);
	assert_false(pulse_take(p));
	pulse_give(p);
	pulse_keep(p);
	/* It is not even there for those that come later. */
	assert_int_not_equal(in_child(p), 0);
	assert_true(pulse_take(p));
	pulse_close(p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_nothing_known),
	    cmocka_unit_test(test_by_what_is_usual),
	    cmocka_unit_test(test_who_spoke_a_moment_ago),
	    cmocka_unit_test(test_fades),
	    cmocka_unit_test(test_as_configured),
	    cmocka_unit_test(test_one_decides),
	    cmocka_unit_test(test_silences),
	    cmocka_unit_test(test_shared_with_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
