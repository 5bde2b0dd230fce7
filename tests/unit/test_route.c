/*
 * Unit tests of route_hurry() of deliver/route.c: what goes before a relay
 * that is late. No store.
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
#include "deliver/route.h"

#define T0 INT64_C(1770000000)
#define WAYS 3
#define MUCH INT64_MAX

/* Three relays; which are aside, which are late, which have no room left. */
static const struct {
	bool aside[WAYS], late[WAYS];
	int64_t room[WAYS];
	size_t first; /* that more goes by */
	bool full; /* it has no room, and what is due waits */
} cases[] = {
    {{false}, {false}, {MUCH, MUCH, MUCH}, 0, false},
    {{false}, {true}, {MUCH, MUCH, MUCH}, 1, false},
    {{false}, {true, true}, {MUCH, MUCH, MUCH}, 2, false},
    /* All are: nothing is better. */
    {{false}, {true, true, true}, {MUCH, MUCH, MUCH}, 0, false},
    {{false}, {false, true, true}, {MUCH, MUCH, MUCH}, 0, false},
    /* Who is known to fail is not asked because another is late. */
    {{false, true}, {true}, {MUCH, MUCH, MUCH}, 2, false},
    {{false, true, true}, {true}, {MUCH, MUCH, MUCH}, 0, false},
    /* A rate is kept to … */
    {{false}, {true}, {MUCH, 0, MUCH}, 2, false},
    {{false}, {true}, {MUCH, 0, 0}, 0, false},
    /* … and that of who is late keeps nothing back. */
    {{false}, {true}, {0, MUCH, MUCH}, 1, false},
    {{false}, {true}, {0, 0, 0}, 0, true},
    /* The first is aside, and the one that stands for it late. */
    {{true}, {false, true}, {MUCH, MUCH, MUCH}, 2, false},
};

static void
begin(struct route *r, size_t i)
{
	*r = (struct route){.room = xcalloc(WAYS, sizeof(*r->room))};
	r->ways.v = xcalloc(WAYS, sizeof(*r->ways.v));
	r->ways.n = WAYS;
	for (size_t k = 0; k < WAYS; k++) {
		way_init(&r->ways.v[k], "relay");
		r->room[k] = cases[i].room[k];
		if (cases[i].aside[k])
			way_step(&r->ways.v[k], WAY_FAILED, T0, T0);
	}
	ways_order(&r->ways, false, T0, &r->order);
	r->full = r->room[r->order.v[0]] == 0;
}

static void
test_who_is_not_late_goes_first(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct route r;

		begin(&r, i);
		route_hurry(&r, cases[i].late);
		if (r.order.v[0] != cases[i].first || r.full != cases[i].full)
			fail_msg("case %zu: %zu goes first%s", i, r.order.v[0],
			    r.full ? ", and is full" : "");
		assert_int_equal(r.order.n, WAYS);
		route_clear(&r);
	}
}

static void
test_no_relay(void **state)
{
	struct route r = {0};

	(void)state;
	route_hurry(&r, NULL);
	assert_int_equal(r.order.n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_who_is_not_late_goes_first),
	    cmocka_unit_test(test_no_relay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
