/* Unit tests of base/: strings, numbers, durations, time, buffers. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/diag.h"
#include "base/flood.h"
#include "base/str.h"

static void
test_parse_int(void **state)
{
	int64_t v = 7;

	(void)state;
	assert_int_equal(parse_int("42", 0, 100, &v), 0);
	assert_int_equal(v, 42);
	assert_int_equal(parse_int("-42", -42, 100, &v), 0);
	assert_int_equal(v, -42);
	assert_int_equal(parse_int("9223372036854775807", 0, INT64_MAX, &v), 0);
	assert_true(v == INT64_MAX);
	assert_int_equal(
	    parse_int("9223372036854775808", 0, INT64_MAX, &v), -1);
	assert_int_equal(parse_int("", 0, 1, &v), -1);
	assert_int_equal(parse_int("-", -1, 1, &v), -1);
	assert_int_equal(parse_int("+1", 0, 1, &v), -1);
	assert_int_equal(parse_int(" 1", 0, 1, &v), -1);
	assert_int_equal(parse_int("1x", 0, 1, &v), -1);
	assert_int_equal(parse_int("101", 0, 100, &v), -1);
}

static void
test_durations(void **state)
{
	int64_t v;
	char *s;

	(void)state;
	assert_int_equal(parse_duration("1h30m", &v), 0);
	assert_int_equal(v, 5400);
	assert_int_equal(parse_duration("0s", &v), 0);
	assert_int_equal(v, 0);
	assert_int_equal(parse_duration("90", &v), -1);
	assert_int_equal(parse_duration("h", &v), -1);
	assert_int_equal(parse_duration("", &v), -1);
	assert_int_equal(parse_duration("99999d", &v), -1);
	s = format_duration(90061);
	assert_string_equal(s, "1d1h1m1s");
	free(s);
}

static void
test_rfc3339(void **state)
{
	static const struct {
		const char *in;
		const char *out; /* NULL: refused */
	} cases[] = {
	    {"2026-03-28T23:12:00.000+01:00", "2026-03-28T22:12:00Z"},
	    {"2026-03-28T22:12:00Z", "2026-03-28T22:12:00Z"},
	    {"2026-03-28 22:12:00+0000", "2026-03-28T22:12:00Z"},
	    {"2024-02-29T00:00:00-08:00", "2024-02-29T08:00:00Z"},
	    {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
	    {"2026-02-29T00:00:00Z", NULL},
	    {"2026-13-01T00:00:00Z", NULL},
	    {"2026-03-28T22:12:00", NULL},
	    {"2026-03-28T24:00:00Z", NULL},
	    {"2026-03-28T22:12:00Zx", NULL},
	    {"", NULL},
	};
	char buf[RFC3339_SIZE];
	int64_t t;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		int r = parse_rfc3339(cases[i].in, &t);

		assert_int_equal(r, cases[i].out == NULL ? -1 : 0);
		if (r == 0)
			assert_string_equal(
			    format_rfc3339(t, buf), cases[i].out);
	}
	assert_string_equal(format_rfc3339(TIME_NONE, buf), "");
}

static void
test_local_time(void **state)
{
	struct err e;
	struct civil c;
	int64_t t;

	(void)state;
	assert_int_equal(zone_set("Mars/Olympus", &e), -1);
	assert_int_equal(zone_set("../etc/passwd", &e), -1);
	assert_int_equal(zone_set("Europe/Copenhagen", &e), 0);
	/* The night to summer time: 01:59 CET is followed by 03:00 CEST. */
	c = civil_local(utc_from_civil(2026, 3, 29, 1, 0, 0));
	assert_int_equal(c.hour, 3);
	assert_true(c.dst);
	assert_false(c.repeated);
	assert_int_equal(c.weekday, 6);
	/* The night to winter time: 02:30 comes twice. */
	t = utc_from_civil(2026, 10, 25, 0, 30, 0);
	c = civil_local(t);
	assert_int_equal(c.hour, 2);
	assert_true(c.dst && c.repeated);
	c = civil_local(t + 3600);
	assert_int_equal(c.hour, 2);
	assert_true(!c.dst && c.repeated);
	assert_false(civil_local(t + 7200).repeated);
	assert_false(civil_local(t - 3600).repeated);
	assert_true(local_to_utc(2026, 10, 25, 2, 30) == t);
	assert_true(local_to_utc(2026, 7, 1, 12, 0) ==
		    utc_from_civil(2026, 7, 1, 10, 0, 0));
}

static void
test_utf8(void **state)
{
	char *s;

	(void)state;
	assert_true(utf8_valid("æøå€", strlen("æøå€")));
	assert_false(utf8_valid("\xc0\xaf", 2));
	assert_false(utf8_valid("\xed\xa0\x80", 3));
	assert_false(utf8_valid("\xf4\x90\x80\x80", 4));
	assert_false(utf8_valid("\xc3", 1));
	assert_int_equal(utf8_cut("aæ", 2), 1);
	assert_int_equal(utf8_cut("aæ", 3), 3);
	s = utf8_repair("a\xffz", 3);
	assert_string_equal(s, "a\xef\xbf\xbdz");
	free(s);
}

/* Wherever it stands between ASCII, which is looked at eight at a time. */
static void
test_utf8_among_ascii(void **state)
{
	static const struct {
		const char *is, *becomes;
		size_t n;
		bool valid;
	} cases[] = {{"\xff", "\xef\xbf\xbd", 1, false},
	    {"\x80", "\xef\xbf\xbd", 1, false},
	    {"\xc3", "\xef\xbf\xbd", 1, false}, {"\0", "\xef\xbf\xbd", 1, true},
	    {"\x01", "\x01", 1, true}, {"\x7f", "\x7f", 1, true},
	    {"æ", "æ", 2, true}, {"æ\xff", "æ\xef\xbf\xbd", 3, false}};
	char text[40], want[2 * sizeof(text) + 4];

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		for (size_t at = 0; at + cases[i].n <= sizeof(text); at++) {
			size_t after = sizeof(text) - at - cases[i].n;
			char *got;

			memset(text, '-', sizeof(text));
			memcpy(text + at, cases[i].is, cases[i].n);
			snprintf(want, sizeof(want), "%.*s%s%.*s", (int)at,
			    "----------------------------------------",
			    cases[i].becomes, (int)after,
			    "----------------------------------------");
			got = utf8_repair(text, sizeof(text));
			assert_string_equal(got, want);
			assert_int_equal(
			    utf8_valid(text, sizeof(text)), cases[i].valid);
			free(got);
		}
}

static void
test_buf_limit(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b, 4);
	assert_int_equal(buf_adds(&b, "abc"), 0);
	assert_int_equal(buf_adds(&b, "de"), -1);
	assert_true(buf_failed(&b));
	assert_string_equal(buf_str(&b), "abc");
	buf_clear(&b);
}

/* However long it gets, it is whole. */
static void
test_buf_format(void **state)
{
	struct buf b;

	(void)state;
	for (int n = 120; n < 140; n++) {
		buf_init(&b, 1000);
		assert_int_equal(buf_addf(&b, "%*d%s", n, 7, "x"), 0);
		assert_int_equal(b.len, n + 1);
		assert_string_equal(buf_str(&b) + n - 2, " 7x");
		buf_clear(&b);
	}
}

static void
test_nearest(void **state)
{
	static const char *const keys[] = {"repeat", "min_gap", "poll", NULL};

	(void)state;
	assert_string_equal(nearest("repaet", keys), "repeat");
	assert_string_equal(nearest("pol", keys), "poll");
	assert_null(nearest("frequency", keys));
}

/* What is told of a feed goes to people: one line of whole characters. */
static void
test_error(void **state)
{
	char name[ERR_MAX + 1];
	struct err e;

	(void)state;
	assert_int_equal(err_set(&e, "<%.2s>", "a\xc3\xb8"), -1);
	assert_string_equal(e.msg, "<a\xef\xbf\xbd>");
	err_set(&e, "a\nb\x7f\x1b[31m\xff");
	assert_string_equal(e.msg, "a b  [31m\xef\xbf\xbd");
	assert_int_equal(err_prefix(&e, "x\n"), -1);
	assert_string_equal(e.msg, "x a b  [31m\xef\xbf\xbd");
	memset(name, 'a', sizeof(name));
	memcpy(name + ERR_MAX - 2, "\xc3\xb8", 3);
	err_set(&e, "%s", name);
	assert_int_equal(strlen(e.msg), ERR_MAX - 2);
	assert_true(utf8_valid(e.msg, strlen(e.msg)));
	assert_int_equal(err_set(NULL, "a"), -1);
}

/* Five in a minute; the rest is counted, and told with the next minute. */
static void
test_flood(void **state)
{
	struct flood f = {0};
	int64_t over, now = 1000000;

	(void)state;
	for (int i = 0; i < 8; i++) {
		assert_int_equal(flood_pass(&f, 5, now + i, &over), i < 5);
		assert_int_equal(over, 0);
	}
	assert_false(flood_pass(&f, 5, now + 59, &over));
	assert_true(flood_pass(&f, 5, now + 60, &over));
	assert_int_equal(over, 4);
	assert_true(flood_pass(&f, 5, now + 200, &over));
	assert_int_equal(over, 0);
	/* A clock that goes back does not shut it for good. */
	for (int i = 0; i < 6; i++)
		flood_pass(&f, 5, now + 200, &over);
	assert_true(flood_pass(&f, 5, now, &over));
	assert_int_equal(over, 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_flood),
	    cmocka_unit_test(test_error),
	    cmocka_unit_test(test_parse_int),
	    cmocka_unit_test(test_durations),
	    cmocka_unit_test(test_rfc3339),
	    cmocka_unit_test(test_local_time),
	    cmocka_unit_test(test_utf8),
	    cmocka_unit_test(test_utf8_among_ascii),
	    cmocka_unit_test(test_buf_limit),
	    cmocka_unit_test(test_buf_format),
	    cmocka_unit_test(test_nearest),
	};

	return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
