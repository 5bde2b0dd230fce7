#include <ctype.h>
#include <string.h>

#include "base/clock.h"
#include "feed/dateparts.h"

/* The 4th of January is always in the first week. */
static int64_t
week_date(int year, int week, int day)
{
	int64_t jan4 = utc_from_civil(year, 1, 4, 0, 0, 0);

	return jan4 + INT64_C(86400) *
			  (7 * (week - 1) + day - 1 - civil_utc(jan4).weekday);
}

static int
set_day(struct parts *d, int64_t t)
{
	struct civil c = civil_utc(t);

	d->year = c.year;
	d->month = c.month;
	d->day = c.day;
	return 0;
}

/* "W09", "W09-7", "W097" behind the year. */
static int
week(const char **s, struct parts *d)
{
	int w, day = 1;

	(*s)++;
	if (date_number(s, 2, &w) != 2 || w < 1 || w > 53)
		return -1;
	if (**s == '-')
		(*s)++;
	if (isdigit((unsigned char)**s))
		date_number(s, 1, &day);
	return day < 1 || day > 7 ? -1 : set_day(d, week_date(d->year, w, day));
}

static int
ordinal(int n, struct parts *d)
{
	int most = days_in_month(d->year, 2) == 29 ? 366 : 365;

	if (n < 1 || n > most)
		return -1;
	return set_day(d,
	    utc_from_civil(d->year, 1, 1, 0, 0, 0) + INT64_C(86400) * (n - 1));
}

static bool
digits(const char *s, size_t n)
{
	return strspn(s, "0123456789") == n;
}

/* Month and day behind the year, as far as there are any. */
static int
month_and_day(const char **s, struct parts *d)
{
	bool hyphen = **s == '-';
	size_t n;
	int number;

	*s += hyphen ? 1 : 0;
	n = date_letters(*s);
	if (**s == 'W')
		return week(s, d);
	if (n > 0 && hyphen) {
		d->month = date_month(*s, n);
		*s += n;
	} else if (digits(*s, 3)) {
		date_number(s, 3, &number);
		/* "2003-012-31" is written by some. */
		if (**s != '-')
			return ordinal(number, d);
		d->month = number;
	} else if (!isdigit((unsigned char)**s)) {
		return hyphen ? -1 : 0;
	} else if (date_number(s, 2, &d->month) != 2) {
		return -1;
	}
	*s += **s == '-' ? 1 : 0;
	if (!isdigit((unsigned char)**s))
		return (*s)[-1] == '-' ? -1 : 0;
	return date_number(s, 2, &d->day) == 2 ? 0 : -1;
}

static int
year(const char **s, struct parts *d)
{
	size_t n = strspn(*s, "0123456789");
	bool four = **s != '-' && (n == 4 || n == 7 || n == 8);

	*s += **s == '-' ? 1 : 0;
	if (date_number(s, four ? 4 : 2, &d->year) < 2)
		return -1;
	if (!four)
		d->year += d->year < 50 ? 2000 : 1900;
	return d->year < 1970 ? -1 : 0;
}

/* "10:11:12", or "101112" and "1011" of the basic form. */
static int
clock_time(const char **s, struct parts *d)
{
	size_t n = strspn(*s, "0123456789");

	if (n != 4 && n != 6)
		return date_clock(s, ':', d);
	date_number(s, 2, &d->hour);
	date_number(s, 2, &d->minute);
	if (n == 6)
		date_number(s, 2, &d->second);
	return 0;
}

int64_t
date_iso(const char *s)
{
	struct parts d = {.month = 1, .day = 1};

	if (year(&s, &d) == -1 || month_and_day(&s, &d) == -1)
		return TIME_NONE;
	if (*s == 'T' || *s == 't' || *s == ' ') {
		s++;
		s += strspn(s, " ");
		if (clock_time(&s, &d) == -1 || date_zone(s, &d.east) == -1)
			return TIME_NONE;
	} else if (*s != '\0') {
		return TIME_NONE;
	}
	return date_seconds(&d);
}
