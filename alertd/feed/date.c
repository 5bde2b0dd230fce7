#include <ctype.h>
#include <string.h>

#include "base/clock.h"
#include "feed/date.h"
#include "feed/dateparts.h"

static int
rfc822_year(const char **s, int *out)
{
	int n = date_number(s, 4, out);

	/* RFC 5322 4.3: two digits below 50 are of this century. */
	if (n == 2)
		*out += *out < 50 ? 2000 : 1900;
	else if (n == 3)
		*out += 1900;
	return n < 2 || isdigit((unsigned char)**s) ? -1 : 0;
}

static bool
has_clock(const char *s)
{
	size_t n = strspn(s, "0123456789");

	return (n == 1 || n == 2) && s[n] == ':';
}

/* asctime(): "Sun Jan  4 16:29:06 2004", the zone before the year or not. */
static int64_t
clock_then_year(const char *s, struct parts *d)
{
	const char *after;

	if (date_clock(&s, ':', d) == -1)
		return TIME_NONE;
	after = s + strcspn(s, "0123456789");
	if (after > s && (after[-1] == '+' || after[-1] == '-')) {
		after += strspn(after, "0123456789:");
		date_gap(&after);
	}
	if (rfc822_year(&after, &d->year) == -1 || date_zone(s, &d->east) == -1)
		return TIME_NONE;
	return date_seconds(d);
}

/* "2006/09/15 08:19:53 EDT", as Perforce writes it. */
static int
year_first(const char **s, struct parts *d)
{
	if (strspn(*s, "0123456789") != 4 || (*s)[4] != '/')
		return -1;
	date_number(s, 4, &d->year);
	(*s)++;
	if (date_number(s, 2, &d->month) == 0 || **s != '/')
		return -1;
	(*s)++;
	return date_number(s, 2, &d->day) == 0 ? -1 : 0;
}

static int64_t
time_and_zone(const char *s, struct parts *d)
{
	date_gap(&s);
	if (isdigit((unsigned char)*s) &&
	    (date_clock(&s, ':', d) == -1 || date_zone(s, &d->east) == -1))
		return TIME_NONE;
	return date_seconds(d);
}

/* "5 January" or "January 5", with any of the signs between them. */
static int
day_and_month(const char **s, struct parts *d)
{
	size_t n = date_letters(*s);

	if (n > 0) {
		d->month = date_month(*s, n);
		*s += n;
		date_gap(s);
	}
	if (date_number(s, 2, &d->day) == 0)
		return -1;
	date_gap(s);
	if (d->month == 0) {
		n = date_letters(*s);
		d->month = date_month(*s, n);
		*s += n;
		date_gap(s);
	}
	return 0;
}

static int64_t
rfc822(const char *s)
{
	struct parts d = {0};
	size_t n = date_letters(s);

	/* A weekday, in any language, says nothing that is not said again. */
	if (n > 0 && (date_month(s, n) == 0 || s[n] == ','))
		s += n;
	date_gap(&s);
	if (year_first(&s, &d) == 0)
		return time_and_zone(s, &d);
	if (day_and_month(&s, &d) == -1)
		return TIME_NONE;
	if (has_clock(s))
		return clock_then_year(s, &d);
	if (rfc822_year(&s, &d.year) == -1)
		return TIME_NONE;
	return time_and_zone(s, &d);
}

static bool
is_iso(const char *s)
{
	size_t n = strspn(s, "0123456789");

	if (*s == '-')
		return true;
	if (n == 2)
		return s[2] == '-' && strspn(s + 3, "0123456789") == 2;
	return n >= 4 && n <= 8 && s[n] != '/';
}

int64_t
feed_date(const char *s)
{
	int64_t t;
	char copy[80];
	size_t n;

	while (isspace((unsigned char)*s))
		s++;
	n = strnlen(s, 4 * sizeof(copy));
	while (n > 0 && isspace((unsigned char)s[n - 1]))
		n--;
	if (n == 0 || n >= sizeof(copy))
		return TIME_NONE;
	memcpy(copy, s, n);
	copy[n] = '\0';
	if (parse_rfc3339(copy, &t) == 0)
		return t < 0 || t > TIME_MAX ? TIME_NONE : t;
	if (date_danish(copy, &t))
		return t;
	return is_iso(copy) ? date_iso(copy) : rfc822(copy);
}
