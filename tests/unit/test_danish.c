/* Unit tests of notice/danish and notice/lix. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/clock.h"
#include "notice/danish.h"
#include "notice/lix.h"

static int64_t
at(const char *s)
{
	int64_t t = 0;

	assert_int_equal(parse_rfc3339(s, &t), 0);
	return t;
}

static void
is(char *s, const char *expected)
{
	assert_string_equal(s, expected);
	free(s);
}

static void
test_danish(void **state)
{
	int64_t t = at("2026-10-25T00:30:00Z");

	(void)state;
	is(say_time(at("2026-03-29T00:59:00Z"), "da"), "kl. 01.59");
	is(say_time(at("2026-03-29T01:00:00Z"), "da"), "kl. 03.00");
	is(say_time(t, "da"), "kl. 02.30 (sommertid)");
	is(say_time(t + 3600, "da"), "kl. 02.30 (normaltid)");
	is(say_date(at("2022-03-03T12:00:00Z"), "da"),
	    "torsdag den 3. marts 2022");
	is(say_when(at("2026-03-28T13:05:00Z"), t, "da"),
	    "kl. 14.05 lørdag den 28. marts");
	is(say_short(at("2026-03-28T22:13:00Z"), t, "da"), "28/3 kl. 23.13");
	is(say_duration(7800, "da"), "2 timer og 10 minutter");
	is(say_duration(2700, "da"), "45 minutter");
	is(say_duration(259200, "da"), "3 dage");
	is(say_duration(3600, "en"), "1 hour");
	is(say_duration_short(7800, "da"), "2 t 10 min");
	is(say_duration_short(30, "da"), "1 min");
	is(say_duration_short(97200, "da"), "1 d 3 t");
	is(say_duration_short(7800, "en"), "2 h 10 min");
}

static void
test_lix(void **state)
{
	(void)state;
	assert_true(lix("Vi ses kl. 14.05 den 3. marts bl.a. her.") < 9.1);
	assert_true(lix("Vi ses kl. 14.05 den 3. marts bl.a. her.") > 8.9);
	assert_true(lix("- Et to\n- Tre fire") < 2.1);
	assert_true(lix("æøåæøåæ") > 100);
	assert_true(lix("") < 0.1);
	/* What is quoted is not ours. */
	assert_true(
	    lix("En to.\n> Driftsforstyrrelserne fortsætter\nTre.") < 2);
}

static int
setup(void **state)
{
	(void)state;
	return zone_set("Europe/Copenhagen", NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_danish),
	    cmocka_unit_test(test_lix),
	};

	return cmocka_run_group_tests_name("danish", tests, setup, NULL);
}
