/*
 * Unit tests of escalation/rota.h: weekly turns over both changes of the
 * clock, leap years, year's ends and week 53; what goes before what; spans
 * and gaps. Europe/Copenhagen, but where it is said.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/mem.h"
#include "escalation/rota.h"

#define HOUR 3600
#define DAY 86400

static char anna[] = "Anna", jens[] = "Jens", karen[] = "Karen";
static char *two[] = {anna, jens};
static char *three[] = {anna, jens, karen};

static int64_t
wall(const char *s)
{
	int64_t t;

	assert_int_equal(parse_wall(s, &t), 0);
	return t;
}

/* UTC of local text. */
static int64_t
local(const char *s)
{
	return wall_to_utc(wall(s));
}

static int64_t
utc(const char *s)
{
	int64_t t;

	assert_int_equal(parse_rfc3339(s, &t), 0);
	return t;
}

static int64_t
date(const char *s)
{
	int64_t t;

	assert_int_equal(parse_date(s, &t), 0);
	return t;
}

/* Anna and Jens, Mondays at 8, Anna in the week of 2027-01-04. */
static struct rota_conf
weekly(void)
{
	return (struct rota_conf){.people = {two, 2},
	    .handover = 8 * 60,
	    .start = date("2027-01-04"),
	    .length = 1};
}

static void
expect_at(const struct rota_conf *c, int64_t t, const char *who)
{
	struct rota r;

	rota_init(&r, c);
	assert_string_equal(rota_at(&r, t).who, who);
	rota_clear(&r);
}

/* The spans in UTC, one a line; free(). */
static char *
spans_text(const struct rota *r, int64_t from, int64_t until)
{
	struct duties l = {0};
	char *text = NULL, a[RFC3339_SIZE], b[RFC3339_SIZE];
	size_t len = 0;
	FILE *f = open_memstream(&text, &len);

	rota_spans(r, from, until, &l);
	for (size_t i = 0; i < l.n; i++)
		fprintf(f, "%s %s %s %s\n", format_rfc3339(l.v[i].from, a),
		    format_rfc3339(l.v[i].until, b),
		    l.v[i].who[0] != '\0' ? l.v[i].who : "-",
		    duty_source_name(l.v[i].source));
	fclose(f);
	duties_clear(&l);
	return text;
}

static void
expect_spans(const struct rota_conf *c, int64_t from, int64_t until,
    const char *expected)
{
	struct rota r;
	char *text;

	rota_init(&r, c);
	text = spans_text(&r, from, until);
	assert_string_equal(text, expected);
	free(text);
	rota_clear(&r);
}

static void
test_weekly(void **state)
{
	struct rota_conf c = weekly();

	(void)state;
	expect_at(&c, local("2027-01-04 08:00"), "Anna");
	expect_at(&c, local("2027-01-04 08:00") - 1, "Jens");
	expect_at(&c, local("2027-01-11 08:00") - 1, "Anna");
	expect_at(&c, local("2027-01-11 08:00"), "Jens");
	expect_at(&c, local("2027-01-18 08:00"), "Anna");
	/* Back before the start, over 1970 too. */
	expect_at(&c, local("2026-12-28 08:00"), "Jens");
	expect_at(&c, local("2026-12-21 08:00"), "Anna");
	expect_at(&c, -1, "Jens");
	expect_at(&c, -4 * DAY, "Anna");
}

/* start is any day of the week that begins with the handover. */
static void
test_start(void **state)
{
	static const char *const days[] = {"2027-01-06", "2027-01-07",
	    "2027-01-08", "2027-01-09", "2027-01-10", "2027-01-11",
	    "2027-01-12"};
	struct rota_conf c = weekly();

	(void)state;
	c.handover = 2 * 1440 + 17 * 60 + 30; /* Wednesday */
	for (size_t i = 0; i < LENGTH(days); i++) {
		c.start = date(days[i]);
		expect_at(&c, local("2027-01-06 17:30"), "Anna");
		expect_at(&c, local("2027-01-06 17:30") - 1, "Jens");
		expect_at(&c, local("2027-01-13 17:30") - 1, "Anna");
	}
	c.start = date("2027-01-05");
	expect_at(&c, local("2027-01-06 17:30"), "Jens");
}

static void
test_length(void **state)
{
	struct rota_conf c = weekly();

	(void)state;
	c.people.v = three;
	c.people.n = 3;
	c.length = 2;
	expect_at(&c, local("2027-01-04 08:00"), "Anna");
	expect_at(&c, local("2027-01-18 08:00") - 1, "Anna");
	expect_at(&c, local("2027-01-18 08:00"), "Jens");
	expect_at(&c, local("2027-02-01 08:00"), "Karen");
	expect_at(&c, local("2027-02-15 08:00"), "Anna");
	expect_at(&c, local("2027-01-04 08:00") - 1, "Karen");
}

/* 08:00 stays 08:00: the week of the change has 167 or 169 hours. */
static void
test_clock_changes(void **state)
{
	struct rota_conf c = weekly();

	(void)state;
	expect_spans(&c, local("2027-03-15 08:00"), local("2027-04-05 08:00"),
	    "2027-03-15T07:00:00Z 2027-03-22T07:00:00Z Anna weekly\n"
	    "2027-03-22T07:00:00Z 2027-03-29T06:00:00Z Jens weekly\n"
	    "2027-03-29T06:00:00Z 2027-04-05T06:00:00Z Anna weekly\n");
	assert_int_equal(
	    utc("2027-03-29T06:00:00Z") - utc("2027-03-22T07:00:00Z"),
	    167 * HOUR);
	expect_spans(&c, local("2027-10-18 08:00"), local("2027-11-08 08:00"),
	    "2027-10-18T06:00:00Z 2027-10-25T06:00:00Z Jens weekly\n"
	    "2027-10-25T06:00:00Z 2027-11-01T07:00:00Z Anna weekly\n"
	    "2027-11-01T07:00:00Z 2027-11-08T07:00:00Z Jens weekly\n");
	assert_int_equal(
	    utc("2027-11-01T07:00:00Z") - utc("2027-10-25T06:00:00Z"),
	    169 * HOUR);
}

/* A handover in the hour that is missing, or that comes twice. */
static void
test_handover_in_the_change(void **state)
{
	struct rota_conf c = weekly();

	(void)state;
	c.handover = 6 * 1440 + 2 * 60 + 30; /* Sunday 02:30 */
	c.start = date("2027-03-28");
	/* 02:30 is 03:30 in summer time. */
	expect_at(&c, utc("2027-03-28T01:29:59Z"), "Jens");
	expect_at(&c, utc("2027-03-28T01:30:00Z"), "Anna");
	/* The first 02:30, still in summer time; no second one. */
	expect_at(&c, utc("2027-10-31T00:29:59Z"), "Anna");
	expect_at(&c, utc("2027-10-31T00:30:00Z"), "Jens");
	expect_at(&c, utc("2027-10-31T01:15:00Z"), "Jens");
	expect_at(&c, utc("2027-10-31T01:30:00Z"), "Jens");
}

/* Every hour of thirty years: the turn changes at handovers alone. */
static void
test_every_hour(void **state)
{
	struct rota_conf c = weekly();
	int64_t end = local("2055-01-01 00:00"), changes = 0;
	struct rota r;
	const char *last = NULL;

	(void)state;
	rota_init(&r, &c);
	for (int64_t t = local("2025-01-01 00:00"); t < end; t += HOUR) {
		struct duty d = rota_at(&r, t);
		struct civil l = civil_local(t);

		if (last != NULL && strcmp(last, d.who) != 0) {
			assert_int_equal(l.weekday, 0);
			assert_int_equal(l.hour, 8);
			assert_int_equal(l.minute, 0);
			changes++;
		} else if (l.weekday == 0 && l.hour == 8) {
			assert_null(last);
		}
		last = d.who;
	}
	assert_int_equal(changes, 1565); /* Mondays in those years */
	rota_clear(&r);
}

/* Week 53 of 2026 and the turn of the year, 29 February: no step is lost. */
static void
test_year_ends(void **state)
{
	struct rota_conf c = weekly();

	(void)state;
	expect_spans(&c, local("2026-12-21 08:00"), local("2027-01-11 08:00"),
	    "2026-12-21T07:00:00Z 2026-12-28T07:00:00Z Anna weekly\n"
	    "2026-12-28T07:00:00Z 2027-01-04T07:00:00Z Jens weekly\n"
	    "2027-01-04T07:00:00Z 2027-01-11T07:00:00Z Anna weekly\n");
	expect_spans(&c, local("2028-02-21 08:00"), local("2028-03-13 08:00"),
	    "2028-02-21T07:00:00Z 2028-02-28T07:00:00Z Jens weekly\n"
	    "2028-02-28T07:00:00Z 2028-03-06T07:00:00Z Anna weekly\n"
	    "2028-03-06T07:00:00Z 2028-03-13T07:00:00Z Jens weekly\n");
}

static void
test_one_person(void **state)
{
	struct rota_conf c = weekly();

	(void)state;
	c.people.n = 1;
	expect_spans(&c, local("2027-01-01 00:00"), local("2028-01-01 00:00"),
	    "2026-12-31T23:00:00Z 2027-12-31T23:00:00Z Anna weekly\n");
}

/* Shifts alone: what they leave is a gap; next to one another is none. */
static void
test_shifts(void **state)
{
	struct shift_conf shifts[] = {{.who = jens,
					  .from = wall("2026-12-27 08:00"),
					  .until = wall("2026-12-28 08:00")},
	    {.who = anna,
		.from = wall("2026-12-24 08:00"),
		.until = wall("2026-12-27 08:00")},
	    {.who = jens,
		.from = wall("2026-12-30 00:00"),
		.until = wall("2026-12-30 00:01")}};
	struct rota_conf c = {.shifts = shifts, .n_shifts = 3};

	(void)state;
	expect_spans(&c, local("2026-12-24 00:00"), local("2026-12-31 00:00"),
	    "2026-12-23T23:00:00Z 2026-12-24T07:00:00Z - gap\n"
	    "2026-12-24T07:00:00Z 2026-12-27T07:00:00Z Anna shift\n"
	    "2026-12-27T07:00:00Z 2026-12-28T07:00:00Z Jens shift\n"
	    "2026-12-28T07:00:00Z 2026-12-29T23:00:00Z - gap\n"
	    "2026-12-29T23:00:00Z 2026-12-29T23:01:00Z Jens shift\n"
	    "2026-12-29T23:01:00Z 2026-12-30T23:00:00Z - gap\n");
	expect_at(&c, local("2026-12-24 08:00") - 1, "");
	expect_at(&c, local("2026-12-24 08:00"), "Anna");
	expect_at(&c, local("2026-12-28 08:00"), "");
}

/* A shift that begins or ends in the hour of a change. */
static void
test_shifts_in_the_change(void **state)
{
	struct shift_conf shifts[] = {{.who = anna,
					  .from = wall("2027-03-28 02:30"),
					  .until = wall("2027-03-28 08:00")},
	    {.who = jens,
		.from = wall("2027-10-30 20:00"),
		.until = wall("2027-10-31 02:30")},
	    /* All of it in the missing hour: it is no time at all. */
	    {.who = karen,
		.from = wall("2028-03-26 02:00"),
		.until = wall("2028-03-26 03:00")}};
	struct rota_conf c = {.shifts = shifts, .n_shifts = 3};

	(void)state;
	expect_spans(&c, utc("2027-03-28T00:00:00Z"),
	    utc("2027-03-28T12:00:00Z"),
	    "2027-03-28T00:00:00Z 2027-03-28T01:30:00Z - gap\n"
	    "2027-03-28T01:30:00Z 2027-03-28T06:00:00Z Anna shift\n"
	    "2027-03-28T06:00:00Z 2027-03-28T12:00:00Z - gap\n");
	expect_spans(&c, utc("2027-10-30T18:00:00Z"),
	    utc("2027-10-31T03:00:00Z"),
	    "2027-10-30T18:00:00Z 2027-10-31T00:30:00Z Jens shift\n"
	    "2027-10-31T00:30:00Z 2027-10-31T03:00:00Z - gap\n");
	expect_spans(&c, utc("2028-03-26T00:00:00Z"),
	    utc("2028-03-26T03:00:00Z"),
	    "2028-03-26T00:00:00Z 2028-03-26T03:00:00Z - gap\n");
}

static void
add(struct duties *l, const char *who, const char *from, const char *until,
    enum duty_source source, int64_t id)
{
	duties_add(l, who,
	    &(struct duty){.from = local(from),
		.until = local(until),
		.source = source,
		.id = id});
}

/* Cover over shift over calendar over turn, each seen where it ends. */
static void
test_layers(void **state)
{
	struct shift_conf shift = {.who = karen,
	    .from = wall("2027-01-06 08:00"),
	    .until = wall("2027-01-09 08:00")};
	struct rota_conf c = weekly();
	struct rota r;
	char *text;

	(void)state;
	c.shifts = &shift;
	c.n_shifts = 1;
	rota_init(&r, &c);
	add(&r.calendar, jens, "2027-01-05 08:00", "2027-01-10 08:00",
	    DUTY_CALENDAR, 0);
	add(&r.covers, anna, "2027-01-07 08:00", "2027-01-08 08:00", DUTY_COVER,
	    1);
	add(&r.covers, jens, "2027-01-07 20:00", "2027-01-08 00:00", DUTY_COVER,
	    2);
	text = spans_text(
	    &r, local("2027-01-04 08:00"), local("2027-01-12 08:00"));
	assert_string_equal(text,
	    "2027-01-04T07:00:00Z 2027-01-05T07:00:00Z Anna weekly\n"
	    "2027-01-05T07:00:00Z 2027-01-06T07:00:00Z Jens calendar\n"
	    "2027-01-06T07:00:00Z 2027-01-07T07:00:00Z Karen shift\n"
	    "2027-01-07T07:00:00Z 2027-01-07T19:00:00Z Anna cover\n"
	    "2027-01-07T19:00:00Z 2027-01-07T23:00:00Z Jens cover\n"
	    "2027-01-07T23:00:00Z 2027-01-08T07:00:00Z Anna cover\n"
	    "2027-01-08T07:00:00Z 2027-01-09T07:00:00Z Karen shift\n"
	    "2027-01-09T07:00:00Z 2027-01-10T07:00:00Z Jens calendar\n"
	    "2027-01-10T07:00:00Z 2027-01-11T07:00:00Z Anna weekly\n"
	    "2027-01-11T07:00:00Z 2027-01-12T07:00:00Z Jens weekly\n");
	free(text);
	assert_int_equal(rota_at(&r, local("2027-01-07 21:00")).id, 2);
	rota_clear(&r);
}

/* Two covers of one person stay two: each is taken back by its number. */
static void
test_two_covers(void **state)
{
	struct rota_conf c = weekly();
	struct duties l = {0};
	struct rota r;

	(void)state;
	rota_init(&r, &c);
	add(&r.covers, karen, "2027-01-07 08:00", "2027-01-08 08:00",
	    DUTY_COVER, 1);
	add(&r.covers, karen, "2027-01-08 08:00", "2027-01-09 08:00",
	    DUTY_COVER, 2);
	rota_spans(
	    &r, local("2027-01-07 08:00"), local("2027-01-09 08:00"), &l);
	assert_int_equal(l.n, 2);
	assert_true(l.v[0].id == 1 && l.v[1].id == 2);
	duties_clear(&l);
	rota_clear(&r);
}

static void
test_gaps(void **state)
{
	struct shift_conf shift = {.who = karen,
	    .from = wall("2027-01-06 08:00"),
	    .until = wall("2027-01-09 08:00")};
	struct rota_conf c = {.shifts = &shift, .n_shifts = 1};
	struct duties l = {0};
	const struct duty *gap;
	struct rota r;
	size_t n;

	(void)state;
	rota_init(&r, &c);
	rota_spans(
	    &r, local("2027-01-06 08:00"), local("2027-01-09 08:00"), &l);
	assert_null(duties_gap(&l, &n));
	assert_int_equal(n, 0);
	rota_spans(
	    &r, local("2027-01-06 07:59"), local("2027-01-09 08:01"), &l);
	gap = duties_gap(&l, &n);
	assert_int_equal(n, 2);
	assert_true(gap->from == local("2027-01-06 07:59"));
	duties_clear(&l);
	/* No time, no span. */
	rota_spans(&r, shift.from, shift.from, &l);
	assert_int_equal(l.n, 0);
	rota_clear(&r);
}

/* As many shifts as there may be, in no time that anybody notices. */
static void
test_many(void **state)
{
	struct shift_conf *shifts = xcalloc(1000, sizeof(*shifts));
	struct rota_conf c = {.shifts = shifts, .n_shifts = 1000};
	struct duties l = {0};
	struct rota r;

	(void)state;
	for (size_t i = 0; i < 1000; i++)
		shifts[i] = (struct shift_conf){.who = two[i % 2],
		    .from = wall("2027-01-01 00:00") + (int64_t)i * DAY,
		    .until = wall("2027-01-02 00:00") + (int64_t)i * DAY};
	rota_init(&r, &c);
	rota_spans(
	    &r, local("2027-01-01 00:00"), wall_to_utc(shifts[999].until), &l);
	assert_int_equal(l.n, 1000);
	duties_clear(&l);
	rota_clear(&r);
	free(shifts);
}

/* The clock of another zone decides, here one half an hour aside. */
static void
test_zone(void **state)
{
	struct rota_conf c = weekly();
	struct err e;

	(void)state;
	assert_int_equal(zone_set("Asia/Kolkata", &e), 0);
	expect_at(&c, utc("2027-01-04T02:30:00Z"), "Anna");
	expect_at(&c, utc("2027-01-04T02:29:59Z"), "Jens");
	assert_int_equal(zone_set("Europe/Copenhagen", &e), 0);
}

static int
set_zone(void **state)
{
	(void)state;
	return zone_set("Europe/Copenhagen", NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_weekly),
	    cmocka_unit_test(test_start),
	    cmocka_unit_test(test_length),
	    cmocka_unit_test(test_clock_changes),
	    cmocka_unit_test(test_handover_in_the_change),
	    cmocka_unit_test(test_every_hour),
	    cmocka_unit_test(test_year_ends),
	    cmocka_unit_test(test_one_person),
	    cmocka_unit_test(test_shifts),
	    cmocka_unit_test(test_shifts_in_the_change),
	    cmocka_unit_test(test_layers),
	    cmocka_unit_test(test_two_covers),
	    cmocka_unit_test(test_gaps),
	    cmocka_unit_test(test_many),
	    cmocka_unit_test(test_zone),
	};

	return cmocka_run_group_tests(tests, set_zone, NULL);
}
