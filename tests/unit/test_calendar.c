/*
 * Unit tests of escalation/calendar.h: calendars of tests/data/calendar as
 * programs write them, each with its shifts; and what is refused.
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
#include "base/buf.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/str.h"
#include "escalation/calendar.h"

static struct calendar_team team = {.zone = "Europe/Copenhagen"};

static int
set_up(void **state)
{
	(void)state;
	members_add(&team.members, "Anna Holm", "anna@example.dk");
	members_add(&team.members, "Jens Lund", "jens@example.dk");
	members_add(&team.members, "Karen Ø", "karen@example.dk");
	members_add(&team.members, "Åse Borg", "");
	members_add(&team.members, "Anna Holm Krogh", "");
	return zone_set(team.zone, NULL);
}

static int
tear_down(void **state)
{
	(void)state;
	members_clear(&team.members);
	return 0;
}

static int64_t
local(const char *s)
{
	int64_t t;

	assert_int_equal(parse_wall(s, &t), 0);
	return wall_to_utc(t);
}

static void
print_time(FILE *f, int64_t t)
{
	struct civil c = civil_local(t);

	fprintf(f, "%04d-%02d-%02d %02d:%02d%s ", c.year, c.month, c.day,
	    c.hour, c.minute,
	    !c.repeated ? ""
	    : c.dst	? "s"
			: "w");
}

/* Shifts in local time, one a line, then the strangers; free(). */
static char *
shifts_text(const char *text, size_t n, const char *from, const char *until)
{
	struct calendar c;
	struct err e = {""};
	char *said = NULL;
	size_t len = 0;
	FILE *f = open_memstream(&said, &len);

	if (calendar_read(text, n, &team, local(from), local(until), &c, &e) ==
	    -1) {
		fprintf(f, "%s", e.msg);
		assert_int_equal(c.shifts.n, 0);
	}
	for (size_t i = 0; i < c.shifts.n; i++) {
		print_time(f, c.shifts.v[i].from);
		print_time(f, c.shifts.v[i].until);
		fprintf(f, "%s\n", c.shifts.v[i].who);
		assert_int_equal(c.shifts.v[i].source, DUTY_CALENDAR);
	}
	if (c.strangers > 0) {
		fprintf(f, "%zu strangers, first ", c.strangers);
		print_time(f, c.stranger_at);
		fprintf(f, "%s\n", c.stranger);
	}
	fclose(f);
	calendar_clear(&c);
	return said;
}

static const struct {
	const char *file;
	const char *from, *until;
	const char *shifts;
} good[] = {
    {"series.ics", "2027-03-01 08:00", "2027-05-01 00:00",
	"2027-03-01 08:00 2027-03-08 08:00 Anna Holm\n"
	"2027-03-08 08:00 2027-03-15 08:00 Jens Lund\n"
	"2027-03-15 08:00 2027-03-22 08:00 Anna Holm\n"
	"2027-03-22 12:00 2027-03-28 20:00 Karen Ø\n"
	"2027-03-29 08:00 2027-04-05 08:00 Anna Holm\n"
	"2027-04-19 08:00 2027-04-26 08:00 Jens Lund\n"
	"2027-04-26 08:00 2027-05-03 08:00 Anna Holm\n"},
    /* What ends as the time begins, or begins as it ends, is not of it. */
    {"series.ics", "2027-03-08 08:00", "2027-03-15 08:00",
	"2027-03-08 08:00 2027-03-15 08:00 Jens Lund\n"},
    {"series.ics", "2027-03-08 07:59", "2027-03-15 08:01",
	"2027-03-01 08:00 2027-03-08 08:00 Anna Holm\n"
	"2027-03-08 08:00 2027-03-15 08:00 Jens Lund\n"
	"2027-03-15 08:00 2027-03-22 08:00 Anna Holm\n"},
    {"outlook.ics", "2027-01-01 00:00", "2028-01-01 00:00",
	"2027-03-29 08:00 2027-04-05 08:00 Anna Holm\n"
	"2027-10-25 08:00 2027-11-01 08:00 Jens Lund\n"},
    {"days.ics", "2027-01-01 00:00", "2028-01-01 00:00",
	"2027-03-28 00:00 2027-03-30 00:00 Anna Holm\n"
	"2027-03-31 00:00 2027-04-01 00:00 Jens Lund\n"
	"2027-10-30 00:00 2027-10-31 00:00 Karen Ø\n"
	"2027-10-31 00:00 2027-11-01 00:00 Karen Ø\n"
	"2027-11-02 00:00 2027-11-03 00:00 Karen Ø\n"},
    {"times.ics", "2027-01-01 00:00", "2028-01-01 00:00",
	"2027-01-04 08:00 2027-01-05 08:00 Anna Holm\n"
	"2027-01-05 08:00 2027-01-06 08:00 Jens Lund\n"
	"2027-01-06 08:00 2027-01-07 08:00 Karen Ø\n"
	"2027-01-07 08:00 2027-01-07 13:00 Anna Holm\n"
	"2027-03-28 03:30 2027-03-28 09:00 Jens Lund\n"
	"2027-10-30 20:00 2027-10-31 02:30s Karen Ø\n"},
    /* Hours of the series' own zone over its own change, a week later. */
    {"change.ics", "2027-01-01 00:00", "2028-01-01 00:00",
	"2027-03-15 08:00 2027-03-22 08:00 Anna Holm\n"
	"2027-03-22 08:00 2027-03-29 08:00 Anna Holm\n"
	"2027-10-18 14:00 2027-10-25 14:00 Jens Lund\n"
	"2027-10-25 14:00 2027-11-01 13:00 Jens Lund\n"
	"2027-11-01 13:00 2027-11-08 14:00 Jens Lund\n"
	"2027-11-08 14:00 2027-11-15 14:00 Jens Lund\n"},
    /* P7D is seven days by the clock, PT168H are hours. */
    {"dates.ics", "2027-01-01 00:00", "2028-01-01 00:00",
	"2027-03-26 08:00 2027-04-02 09:00 Jens Lund\n"
	"2027-03-26 08:00 2027-04-02 08:00 Anna Holm\n"
	"2027-04-02 08:00 2027-04-09 08:00 Anna Holm\n"
	"2027-04-16 08:00 2027-04-23 08:00 Anna Holm\n"
	"2027-05-01 08:00 2027-05-02 10:00 Karen Ø\n"
	"2027-05-03 08:00 2027-05-03 11:00 Karen Ø\n"
	"2027-05-04 08:00 2027-05-04 20:00 Karen Ø\n"},
    {"who.ics", "2027-01-01 00:00", "2028-01-01 00:00",
	"2027-01-01 08:00 2027-01-02 08:00 Anna Holm\n"
	"2027-01-02 08:00 2027-01-03 08:00 Jens Lund\n"
	"2027-01-05 08:00 2027-01-06 08:00 Åse Borg\n"
	"2027-01-06 08:00 2027-01-07 08:00 Jens Lund\n"
	"2027-01-08 08:00 2027-01-09 08:00 Anna Holm Krogh\n"
	"2027-01-12 08:00 2027-01-13 08:00 Anna Holm\n"
	"4 strangers, first 2027-01-03 08:00 Jens Lundgren\n"},
    {"endless.ics", "2028-02-28 00:00", "2028-03-01 08:00",
	"2028-02-28 08:00 2028-02-28 20:00 Anna Holm\n"
	"2028-02-28 20:00 2028-02-29 08:00 Jens Lund\n"
	"2028-02-29 08:00 2028-02-29 20:00 Anna Holm\n"
	"2028-02-29 20:00 2028-03-01 08:00 Jens Lund\n"
	"1 strangers, first 2028-02-29 00:00 Birthday\n"},
    {"endless.ics", "2027-06-07 00:00", "2027-06-07 14:00",
	"2027-06-07 08:00 2027-06-07 20:00 Anna Holm\n"
	"2027-06-07 12:00 2027-06-07 13:00 Karen Ø\n"},
};

static void
test_good(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(good); i++) {
		char path[100], *text, *said;
		struct err e;
		size_t n;

		snprintf(
		    path, sizeof(path), "tests/data/calendar/%s", good[i].file);
		assert_int_equal(file_read(path, 65536, &text, &n, &e), 0);
		said = shifts_text(text, n, good[i].from, good[i].until);
		assert_string_equal(said, good[i].shifts);
		free(said);
		free(text);
	}
}

/* Cut anywhere, no part passes for the whole. */
static void
test_cut(void **state)
{
	struct calendar c;
	struct err e;
	char *text;
	size_t n;

	(void)state;
	assert_int_equal(
	    file_read("tests/data/calendar/series.ics", 65536, &text, &n, &e),
	    0);
	while (n > 0 && text[n - 1] != 'R')
		n--;
	assert_int_equal(calendar_read(text, n, &team, 0, 1, &c, &e), 0);
	calendar_clear(&c);
	while (n-- > 0)
		assert_int_equal(
		    calendar_read(text, n, &team, 0, 1, &c, &e), -1);
	free(text);
}

#define BEGIN "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Anna Holm\n"
#define END "END:VEVENT\nEND:VCALENDAR\n"
#define WHEN "DTSTART:20270104T080000\nDTEND:20270105T080000\n"
#define ZONE                                                         \
	"BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\n" \
	"DTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\n"
#define ZONE_END                                                      \
	"END:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:1\n"          \
	"DTSTART;TZID=X:20270104T080000\nDURATION:P1D\nSUMMARY:Anna " \
	"Holm\n" END
#define OF "event \"Anna Holm\": "
#define ONE "2027-01-04 08:00 2027-01-05 08:00 Anna Holm\n"

static const struct {
	const char *text;
	const char *said;
} one[] = {
    {BEGIN WHEN END, ONE},
    {"\xef\xbb\xbf" BEGIN WHEN END "\r\n \n", ONE},
    {ZONE ZONE_END, ONE},
    {ZONE "RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=1SU\n" ZONE_END, ONE},
    {"BEGIN:VCALENDAR\nEND:VCALENDAR\n", ""},
    /* Each of one year and its hour given again: nothing strange. */
    {BEGIN WHEN "RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=4;BYHOUR=8;"
		"BYMINUTE=0\n" END,
	ONE},
    /* UNTIL of the day, in UTC and by the clock: the last one counts. */
    {BEGIN WHEN "RRULE:FREQ=DAILY;UNTIL=20270105\n" END,
	ONE "2027-01-05 08:00 2027-01-06 08:00 Anna Holm\n"},
    {BEGIN WHEN "RRULE:FREQ=DAILY;UNTIL=20270105T080000\n" END,
	ONE "2027-01-05 08:00 2027-01-06 08:00 Anna Holm\n"},
    {BEGIN WHEN "RRULE:FREQ=DAILY;UNTIL=20270105T070000Z\n" END,
	ONE "2027-01-05 08:00 2027-01-06 08:00 Anna Holm\n"},
    {BEGIN WHEN "RRULE:FREQ=DAILY;UNTIL=20270105T065959Z\n" END, ONE},
    /* The first counts though the rule does not name it. */
    {BEGIN WHEN "RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20270107\n" END,
	ONE "2027-01-06 08:00 2027-01-07 08:00 Anna Holm\n"},

    {"", "it is no whole iCalendar: it does not end with END:VCALENDAR"},
    {"<html>Log in</html>",
	"it is no whole iCalendar: it does not end with END:VCALENDAR"},
    {BEGIN WHEN "END:VEVENT\nBEGIN:VEVENT\n" WHEN "END:VCALENDAR\n",
	"it is no iCalendar"},
    {"BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR\n",
	"it is not one iCalendar but several"},
    {BEGIN END, OF "DTSTART is missing"},
    {BEGIN "DTSTART:20270229T080000\n" END, OF "DTSTART is no date or time"},
    {BEGIN "DTSTART:20270104T240000\n" END, OF "DTSTART is no date or time"},
    {BEGIN "DTSTART:tomorrow\n" END, OF "cannot read DTSTART"},
    {BEGIN WHEN "RRULE:FREQ=SOMETIMES\n" END, OF "cannot read RRULE"},
    {BEGIN WHEN "EXDATE:x\n" END, OF "cannot read EXDATE"},
    {BEGIN "DTSTART;TZID=Mars/Olympus:20270104T080000\n" END,
	OF "the time zone Mars/Olympus is known to nobody and has no "
	   "VTIMEZONE"},
    {BEGIN "DTSTART:20270104T080000\nDURATION:-P1D\n" END,
	OF "DURATION is no duration"},
    {BEGIN WHEN "RRULE:FREQ=HOURLY\n" END,
	OF "its RRULE repeats more often than daily"},
    {BEGIN WHEN "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\n" END,
	OF "its RRULE repeats more often than daily"},
    {BEGIN WHEN "RRULE:FREQ=DAILY;BYHOUR=8,20\n" END,
	OF "its RRULE names several hours of a day; use several events"},
    {BEGIN WHEN "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\n" END,
	OF "its RRULE names days that never come"},
    {BEGIN WHEN "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\n" END,
	OF "its RRULE contradicts itself"},
    {BEGIN WHEN "RRULE:RSCALE=CHINESE;FREQ=YEARLY\n" END,
	OF "its RRULE is of another calendar than ours"},
    {BEGIN WHEN "EXRULE:FREQ=DAILY\n" END, OF "EXRULE is not supported"},
    {BEGIN WHEN "RECURRENCE-ID;RANGE=THISANDFUTURE:20270104T080000\n" END,
	OF "RECURRENCE-ID with RANGE is not supported"},
    {ZONE "RRULE:FREQ=SECONDLY\n" ZONE_END,
	"a VTIMEZONE has a rule that is not of one day a year"},
    {ZONE "RRULE:FREQ=YEARLY;BYHOUR=0,1\n" ZONE_END,
	"a VTIMEZONE has a rule that is not of one day a year"},
};

static void
test_one(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(one); i++) {
		char *said = shifts_text(one[i].text, strlen(one[i].text),
		    "2027-01-01 00:00", "2027-02-01 00:00");

		assert_string_equal(said, one[i].said);
		free(said);
	}
}

static void
test_nul(void **state)
{
	static const char text[] = BEGIN WHEN "\0" END;
	struct calendar c;
	struct err e;

	(void)state;
	assert_int_equal(
	    calendar_read(text, sizeof(text) - 1, &team, 0, 1, &c, &e), -1);
}

/* head, n times piece, tail; what is said of it. */
static void
expect_many(const char *head, const char *piece, size_t n, const char *tail,
    const char *expected)
{
	struct buf b;
	char *said;

	buf_init(&b, 2 * LIMIT_CALENDAR);
	buf_adds(&b, head);
	for (size_t i = 0; i < n; i++)
		buf_adds(&b, piece);
	buf_adds(&b, tail);
	assert_false(buf_failed(&b));
	said = shifts_text(
	    buf_str(&b), b.len, "2027-01-01 00:00", "2029-01-01 00:00");
	assert_string_equal(said, expected);
	free(said);
	buf_clear(&b);
}

static void
test_limits(void **state)
{
	static const char open[] = "BEGIN:VCALENDAR\n";
	static const char shut[] = "END:VCALENDAR\n";
	static const char daily[] =
	    "BEGIN:VEVENT\nSUMMARY:Anna Holm\nDTSTART:20261231T080000\n"
	    "DURATION:P1D\nRRULE:FREQ=DAILY\nEND:VEVENT\n";
	static const char zone[] =
	    "BEGIN:STANDARD\nTZOFFSETTO:+0100\nEND:STANDARD\n";

	(void)state;
	expect_many("BEGIN:VCALENDAR\nX-A:", "aaaaaaaaaa", LIMIT_CALENDAR / 10,
	    "\nEND:VCALENDAR\n", "it is larger than 1048576 bytes");
	expect_many(open, "BEGIN:VEVENT\nEND:VEVENT\n", 5001, shut,
	    "there are more than 5000 events in it");
	expect_many(
	    open, daily, 7, shut, "there are more than 5000 shifts in it");
	expect_many(BEGIN WHEN, "EXDATE:20270104T080000\n", 500, END,
	    OF "there are more than 499 EXDATE");
	/* libical drops what is behind 500 in one line. */
	expect_many(BEGIN WHEN "EXDATE:20270104T080000", ",20270104T080000",
	    600, "\n" END, OF "there are more than 499 EXDATE");
	expect_many("BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:X\n", zone, 201,
	    "END:VTIMEZONE\nEND:VCALENDAR\n",
	    "its VTIMEZONEs have more than 200 changes");
	expect_many(BEGIN "DTSTART:00010101T080000\nDURATION:P1D\n",
	    "RRULE:FREQ=DAILY;INTERVAL=2\n", 3, END,
	    OF "its RRULE begins too long ago; 1000000 days are gone through "
	       "for the whole calendar");
}

/* Nobody of the team is known: the name is what stands there. */
static void
test_no_people(void **state)
{
	static const char text[] = BEGIN WHEN END;
	struct calendar_team nobody = {.zone = "Europe/Copenhagen"};
	struct calendar c;
	struct err e = {""};

	(void)state;
	assert_int_equal(calendar_read(text, strlen(text), &nobody, 0,
			     INT64_C(4000000000), &c, &e),
	    0);
	assert_int_equal(c.shifts.n, 1);
	assert_string_equal(c.shifts.v[0].who, "Anna Holm");
	calendar_clear(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_good),
	    cmocka_unit_test(test_cut),
	    cmocka_unit_test(test_one),
	    cmocka_unit_test(test_nul),
	    cmocka_unit_test(test_limits),
	    cmocka_unit_test(test_no_people),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
