/*
 * check_house.h: the house of core_house.h as a self-check sees it: a daemon
 * with one worker for mail and none for SMS.
 */
#ifndef TESTS_UNIT_CHECK_HOUSE_H
#define TESTS_UNIT_CHECK_HOUSE_H

#include "core_house.h"

#include "core/check.h"

#define MINUTE 60
#define WORKER 4711

static struct self_check watch;

static inline int
open_house(void **state)
{
	watch = (struct self_check){.started = NOW};
	watch.alive[CHANNEL_MAIL] = (struct workers){{WORKER}, 1};
	build(state);
	((struct house *)*state)->setup.conf->sms.off = true;
	return 0;
}

/* Whether the self-check passes. */
static inline bool
look(struct house *h)
{
	struct err e = {""};

	must(core_check(&h->core, &watch, h->now, &e), &e);
	return watch.passed;
}

#define CHECK_TEST(f) cmocka_unit_test_setup_teardown(f, open_house, raze)

#endif
