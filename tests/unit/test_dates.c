/* Unit tests of feed/date.c: every form of a date that feeds have shown. */
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
#include "feed/date.h"

struct date {
	const char *in, *out; /* out "": no date */
};

static void
check(const struct date *cases, size_t n)
{
	char buf[RFC3339_SIZE];

	for (size_t i = 0; i < n; i++) {
		const char *got = format_rfc3339(feed_date(cases[i].in), buf);

		if (strcmp(got, cases[i].out) == 0)
			continue;
		print_error("\"%s\", not \"%s\", of \"%s\"\n", got,
		    cases[i].out, cases[i].in);
		fail();
	}
}

static int
set_up(void **state)
{
	(void)state;
	return zone_set("Europe/Copenhagen", NULL);
}

static void
test_rfc822(void **state)
{
	static const struct date cases[] = {
	    {"Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"},
	    {"Thu, 01 Jan 04 19:48:21 GMT", "2004-01-01T19:48:21Z"},
	    {"01 Jan 99 19:48 UT", "1999-01-01T19:48:00Z"},
	    {"Thu,  5 Apr 2012 10:00:00 GMT", "2012-04-05T10:00:00Z"},
	    {"Fri,24 Nov 2023 18:28:36 -0000", "2023-11-24T18:28:36Z"},
	    {"Thu, 01 Jan 2004 00:00 GMT", "2004-01-01T00:00:00Z"},
	    {"Thu, 01 Jan 2004", "2004-01-01T00:00:00Z"},
	    {"Mon, 13 Feb, 2012 06:28:00 UTC", "2012-02-13T06:28:00Z"},
	    {"Mon. 13. Feb. 2012, 06:28 UTC", "2012-02-13T06:28:00Z"},
	    {"Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"},
	    {"Thu Aug 30 2012 17:26:16 +0200", "2012-08-30T15:26:16Z"},
	    {"January 5, 2026 3:04 PM", "2026-01-05T15:04:00Z"},
	    {"Jan 5, 2026 12:04 AM PST", "2026-01-05T08:04:00Z"},
	    {"Sun Jan  4 16:29:06 2004", "2004-01-04T16:29:06Z"},
	    {"Sun Jul 15 01:16:00 +0200 2012", "2012-07-14T23:16:00Z"},
	    {"Fri, 2006/09/15 08:19:53 EDT", "2006-09-15T12:19:53Z"},
	    {"Di, 03 Mär 2026 10:00:00 +0100", "2026-03-03T09:00:00Z"},
	    {"Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z"},
	    {"Thu, 31 Dec 1998 23:59:60 GMT", "1998-12-31T23:59:59Z"},
	    {"\n Thu, 01 Jan 2004 19:48:21 GMT\t", "2004-01-01T19:48:21Z"},
	};

	(void)state;
	check(cases, LENGTH(cases));
}

/* Names are never trusted over offsets. */
static void
test_zones(void **state)
{
	static const struct date cases[] = {
	    {"1 Jan 2026 10:00 CET +0200", "2026-01-01T08:00:00Z"},
	    {"1 Jul 2026 10:00 CET", "2026-07-01T09:00:00Z"},
	    {"1 Jan 2026 10:00 +0200 (CET)", "2026-01-01T08:00:00Z"},
	    {"1 Jan 2026 10:00 GMT-01:01", "2026-01-01T11:01:00Z"},
	    {"1 Jan 2026 10:00 UTC+1", "2026-01-01T09:00:00Z"},
	    {"1 Jan 2026 10:00 Etc/GMT", "2026-01-01T10:00:00Z"},
	    {"1 Jan 2026 10:00 (CEST)", "2026-01-01T08:00:00Z"},
	    {"1 Jan 2026 10:00 MEST", "2026-01-01T08:00:00Z"},
	    {"1 Jan 2026 10:00 AT", "2026-01-01T14:00:00Z"},
	    {"1 Jan 2026 10:00 ADT", "2026-01-01T13:00:00Z"},
	    {"1 Jan 2026 10:00 pt", "2026-01-01T18:00:00Z"},
	    /* RFC 5322 4.3: the letters of the military mean nothing. */
	    {"1 Jan 2026 10:00 A", "2026-01-01T10:00:00Z"},
	    {"1 Jan 2026 10:00 Y", "2026-01-01T10:00:00Z"},
	    {"1 Jan 2026 10:00 XYZT", "2026-01-01T10:00:00Z"},
	    {"2026-07-03 10:00:00 +0200", "2026-07-03T08:00:00Z"},
	    {"2026-07-03T10:00:00 CEST", "2026-07-03T08:00:00Z"},
	    {"1 Jan 2026 10:00 +zz:00", ""},
	    {"1 Jan 2026 10:00 +00:zz", ""},
	    {"1 Jan 2026 10:00 +9900", ""},
	    {"1 Jan 2026 10:00 +0160", ""},
	    {"2026-01-28T11:30:00-06:00Textra", ""},
	};

	(void)state;
	check(cases, LENGTH(cases));
}

static void
test_iso(void **state)
{
	static const struct date cases[] = {
	    {"2003", "2003-01-01T00:00:00Z"},
	    {"2003-12", "2003-12-01T00:00:00Z"},
	    {"2003-12-31", "2003-12-31T00:00:00Z"},
	    {"20031231", "2003-12-31T00:00:00Z"},
	    {"031231", "2003-12-31T00:00:00Z"},
	    {"03-12-31", "2003-12-31T00:00:00Z"},
	    {"-0312", "2003-12-01T00:00:00Z"},
	    {"-03-12", "2003-12-01T00:00:00Z"},
	    {"03335", "2003-12-01T00:00:00Z"},
	    {"2003335", "2003-12-01T00:00:00Z"},
	    {"2003-335", "2003-12-01T00:00:00Z"},
	    {"2004-366", "2004-12-31T00:00:00Z"},
	    {"2003-366", ""},
	    {"2003-000", ""},
	    {"2004-W01-1", "2003-12-29T00:00:00Z"},
	    {"2004W537", "2005-01-02T00:00:00Z"},
	    {"2026-W01", "2025-12-29T00:00:00Z"},
	    {"2004-W00-1", ""},
	    {"2004-W01-8", ""},
	    {"2003-12-31T10:14Z", "2003-12-31T10:14:00Z"},
	    {"2003-12-31T10:14:55", "2003-12-31T10:14:55Z"},
	    {"2003-12-31T10:14:55.1234-08:00", "2003-12-31T18:14:55Z"},
	    {"2003-12-31 10:14:55.0", "2003-12-31T10:14:55Z"},
	    {"2003-012-31T10:14:55+00:00", "2003-12-31T10:14:55Z"},
	    {"2004-július-13T9:15-05:00", "2004-07-13T14:15:00Z"},
	    {"20040229T101112Z", "2004-02-29T10:11:12Z"},
	    {"20040229T1011", "2004-02-29T10:11:00Z"},
	    {"2004-02-28T18:14:55-08:00", "2004-02-29T02:14:55Z"},
	    {"2003-02-28T18:14:55-08:00", "2003-03-01T02:14:55Z"},
	};

	(void)state;
	check(cases, LENGTH(cases));
}

/* As people write it, by the clock on their wall. */
static void
test_danish(void **state)
{
	static const struct date cases[] = {
	    {"torsdag den 3. marts 2022", "2022-03-02T23:00:00Z"},
	    {"torsdag den 3. marts 2022 kl. 14.05", "2022-03-03T13:05:00Z"},
	    {"Lørdag d. 3. juli 2021, kl 14:05", "2021-07-03T12:05:00Z"},
	    {"3. marts 2022 kl. 14.05", "2022-03-03T13:05:00Z"},
	    {"3. maj 2022 klokken 9.05.07", "2022-05-03T07:05:07Z"},
	    {"den 3. oktober 2022 kl. 9", "2022-10-03T07:00:00Z"},
	    {"03-07-2026 10:00", "2026-07-03T08:00:00Z"},
	    {"3/7-2026 kl. 14.05", "2026-07-03T12:05:00Z"},
	    {"13.12.2026", "2026-12-12T23:00:00Z"},
	    {"3. juli 2022 14:05:09 +0500", "2022-07-03T09:05:09Z"},
	    {"3. juli 2022 kl. 14.05 UTC", "2022-07-03T14:05:00Z"},
	    /* English, or a program: no wall clock is meant. */
	    {"3 maj 2026 10:00", "2026-05-03T10:00:00Z"},
	    {"31-13-2026", ""},
	    {"den 31. februar 2026", ""},
	    {"3. marts 2022 kl. 25.05", ""},
	    {"3. marts 2022 kl. 14.60", ""},
	    {"01-01-1970", ""},
	};

	(void)state;
	check(cases, LENGTH(cases));
}

/* Both changes of 2026, from the system's tzdata. */
static void
test_changes(void **state)
{
	static const struct date cases[] = {
	    {"29. marts 2026 kl. 01.59", "2026-03-29T00:59:00Z"},
	    {"29. marts 2026 kl. 02.30", "2026-03-29T01:30:00Z"},
	    {"29. marts 2026 kl. 03.00", "2026-03-29T01:00:00Z"},
	    {"25. oktober 2026 kl. 01.59", "2026-10-24T23:59:00Z"},
	    {"25. oktober 2026 kl. 02.30", "2026-10-25T00:30:00Z"},
	    {"25. oktober 2026 kl. 02.30 (sommertid)", "2026-10-25T00:30:00Z"},
	    {"25. oktober 2026 kl. 02.30 (normaltid)", "2026-10-25T01:30:00Z"},
	    {"25. oktober 2026 kl. 03.00", "2026-10-25T02:00:00Z"},
	    {"25. oktober 2026 kl. 02.30 CET", "2026-10-25T01:30:00Z"},
	    {"Sun, 25 Oct 2026 02:30:00 +0200", "2026-10-25T00:30:00Z"},
	    {"Sun, 25 Oct 2026 02:30:00 +0100", "2026-10-25T01:30:00Z"},
	};

	(void)state;
	check(cases, LENGTH(cases));
}

static void
test_none(void **state)
{
	static const struct date cases[] = {
	    {"", ""},
	    {" ", ""},
	    {"soon", ""},
	    {"CET", ""},
	    {"0001-01-01T00:00:00Z", ""},
	    {"1969-12-31T23:59:59Z", ""},
	    {"9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"},
	    {"9999-12-31T23:59:59-01:00", ""},
	    {"9999-12-31T23:59:59-99:99", ""},
	    {"Fri, 31 Dec 9999 23:59:59 -0001", ""},
	    {"10000-01-01T00:00:00Z", ""},
	    {"99999999999999999999", ""},
	    {"013", ""},
	    {"2013-01-27-01", ""},
	    {"2013-xx-27", ""},
	    {"2013-01-28T09:xx:00Z", ""},
	    {"2003-12-31T25:14:55Z", ""},
	    {"2003-12-31T10:61:55Z", ""},
	    {"2003-12-31T10:14:61Z", ""},
	    {"Sun, 99 Jun 2009 12:00:00 GMT", ""},
	    {"Thu, 31 Jun 2004 19:48:21 GMT", ""},
	    {"Sun, 16 Dec 2012 1:2:3:4 GMT", ""},
	    {"Sun, 16 zzz 2012 11:47:32 GMT", ""},
	    {"Sun, Dec x 2012 11:47:32 GMT", ""},
	    {"Sun, 16 Dec zz 11:47:32 GMT", ""},
	    {"29 Feb 2026 10:00 GMT", ""},
	    {"-", ""},
	    {"+", ""},
	    {"2026-", ""},
	    {"den", ""},
	    {"\xf8\xff\xe5", ""},
	};

	(void)state;
	check(cases, LENGTH(cases));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rfc822),
	    cmocka_unit_test(test_zones),
	    cmocka_unit_test(test_iso),
	    cmocka_unit_test(test_danish),
	    cmocka_unit_test(test_changes),
	    cmocka_unit_test(test_none),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
