#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "base/clock.h"
#include "feed/date.h"

struct parts {
	int year, month, day;
	int hour, minute, second;
	int east; /* seconds east of UTC */
};

static const struct {
	const char *name;
	int hours;
} zones[] = {
    {"GMT", 0},
    {"UTC", 0},
    {"UT", 0},
    {"Z", 0},
    {"WET", 0},
    {"WEST", 1},
    {"BST", 1},
    {"CET", 1},
    {"MET", 1},
    {"CEST", 2},
    {"MEST", 2},
    {"EET", 2},
    {"EEST", 3},
    {"EST", -5},
    {"EDT", -4},
    {"CST", -6},
    {"CDT", -5},
    {"MST", -7},
    {"MDT", -6},
    {"PST", -8},
    {"PDT", -7},
    {"AKST", -9},
    {"AKDT", -8},
    {"HST", -10},
    {"ET", -5},
    {"CT", -6},
    {"MT", -7},
    {"PT", -8},
};

static bool
valid(const struct parts *d)
{
	return d->year >= 1970 && d->year <= 9999 && d->month >= 1 &&
	       d->month <= 12 && d->day >= 1 &&
	       d->day <= days_in_month(d->year, d->month) && d->hour <= 23 &&
	       d->minute <= 59 && d->second <= 60;
}

static int64_t
seconds(const struct parts *d)
{
	int64_t t;

	if (!valid(d))
		return TIME_NONE;
	t = utc_from_civil(d->year, d->month, d->day, d->hour, d->minute,
		d->second > 59 ? 59 : d->second) -
	    d->east;
	return t < 0 || t > TIME_MAX ? TIME_NONE : t;
}

/* Up to most digits; returns how many there were. */
static int
number(const char **s, int most, int *out)
{
	int n = 0;

	for (*out = 0; n < most && isdigit((unsigned char)**s); n++, (*s)++)
		*out = *out * 10 + (**s - '0');
	return n;
}

static void
spaces(const char **s)
{
	while (**s == ' ' || **s == '\t' || **s == ',' || **s == '\n')
		(*s)++;
}

static size_t
letters(const char *s)
{
	size_t n = 0;

	while (isalpha((unsigned char)s[n]))
		n++;
	return n;
}

static int
month(const char *s, size_t n)
{
	static const char *const names[] = {"jan", "feb", "mar", "apr", "may",
	    "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

	for (int i = 0; n >= 3 && i < 12; i++)
		if (strncasecmp(s, names[i], 3) == 0)
			return i + 1;
	/* Danish where it differs. */
	if (n >= 3 && strncasecmp(s, "maj", 3) == 0)
		return 5;
	return n >= 3 && strncasecmp(s, "okt", 3) == 0 ? 10 : 0;
}

static int
zone_hours(const char *s, size_t n)
{
	for (size_t i = 0; i < LENGTH(zones); i++)
		if (strlen(zones[i].name) == n &&
		    strncasecmp(s, zones[i].name, n) == 0)
			return zones[i].hours;
	return 0;
}

/* "+0100", "+01:00", "GMT+1", "CET", "(CEST) -0700". */
static int
zone(const char *s)
{
	const char *sign = strpbrk(s, "+-");
	int h, m = 0, n;

	if (sign == NULL) {
		while (*s == ' ' || *s == '(')
			s++;
		return zone_hours(s, letters(s)) * 3600;
	}
	s = sign + 1;
	n = number(&s, 2, &h);
	if (*s == ':')
		s++;
	if (n == 0 || h > 23 || (number(&s, 2, &m) != 0 && m > 59))
		return 0;
	return (*sign == '-' ? -1 : 1) * (h * 3600 + m * 60);
}

static int
clock_part(const char **s, struct parts *d)
{
	if (number(s, 2, &d->hour) == 0 || **s != ':')
		return -1;
	(*s)++;
	if (number(s, 2, &d->minute) != 2)
		return -1;
	if (**s != ':')
		return 0;
	(*s)++;
	if (number(s, 2, &d->second) == 0)
		return -1;
	if (**s == '.')
		for ((*s)++; isdigit((unsigned char)**s);)
			(*s)++;
	return 0;
}

static int
rfc822_year(const char **s, int *out)
{
	int n = number(s, 4, out);

	/* RFC 5322 4.3: two digits below 50 are of this century. */
	if (n == 2)
		*out += *out < 50 ? 2000 : 1900;
	else if (n == 3)
		*out += 1900;
	return n < 2 || isdigit((unsigned char)**s) ? -1 : 0;
}

static void
date_gap(const char **s)
{
	while (**s != '\0' && strchr(" \t,.-\n", **s) != NULL)
		(*s)++;
}

static bool
has_clock(const char *s)
{
	size_t n = strspn(s, "0123456789");

	return (n == 1 || n == 2) && s[n] == ':';
}

static int64_t
clock_then_year(const char *s, struct parts *d)
{
	const char *after;

	if (clock_part(&s, d) == -1)
		return TIME_NONE;
	after = s + strcspn(s, "0123456789");
	if (after > s && (after[-1] == '+' || after[-1] == '-')) {
		after += strspn(after, "0123456789:");
		date_gap(&after);
	}
	if (rfc822_year(&after, &d->year) == -1)
		return TIME_NONE;
	d->east = zone(s);
	return seconds(d);
}

static int64_t
rfc822(const char *s)
{
	struct parts d = {0};
	size_t n = letters(s);

	/* A weekday, in any language, says nothing that is not said again. */
	if (n > 0 && (month(s, n) == 0 || s[n] == ','))
		s += n;
	date_gap(&s);
	n = letters(s);
	if (n > 0) { /* "January 5, 2026" */
		d.month = month(s, n);
		s += n;
		date_gap(&s);
	}
	if (number(&s, 2, &d.day) == 0)
		return TIME_NONE;
	date_gap(&s);
	if (d.month == 0) {
		n = letters(s);
		d.month = month(s, n);
		s += n;
		date_gap(&s);
	}
	/* asctime(): "Sun Jan  4 16:29:06 2004". */
	if (has_clock(s))
		return clock_then_year(s, &d);
	if (rfc822_year(&s, &d.year) == -1)
		return TIME_NONE;
	spaces(&s);
	if (isdigit((unsigned char)*s)) {
		if (clock_part(&s, &d) == -1)
			return TIME_NONE;
		d.east = zone(s);
	}
	return seconds(&d);
}

/* A month or day, "-07" or "07", when there is one. */
static int
w3cdtf_part(const char **s, int *out)
{
	if (**s == '-')
		(*s)++;
	else if (!isdigit((unsigned char)**s))
		return 0;
	return number(s, 2, out) == 2 ? 0 : -1;
}

/* The forms of W3CDTF that RFC 3339 does not have, and "20260703". */
static int64_t
w3cdtf(const char *s)
{
	struct parts d = {.month = 1, .day = 1};

	number(&s, 4, &d.year);
	if (w3cdtf_part(&s, &d.month) == -1 || w3cdtf_part(&s, &d.day) == -1)
		return TIME_NONE;
	if (*s == 'T' || *s == ' ') {
		s++;
		if (clock_part(&s, &d) == -1)
			return TIME_NONE;
		d.east = zone(s);
	} else if (*s != '\0') {
		return TIME_NONE;
	}
	return seconds(&d);
}

int64_t
feed_date(const char *s)
{
	int64_t t;
	char copy[80];
	size_t n;

	while (isspace((unsigned char)*s))
		s++;
	n = strlen(s);
	while (n > 0 && isspace((unsigned char)s[n - 1]))
		n--;
	if (n == 0 || n >= sizeof(copy))
		return TIME_NONE;
	memcpy(copy, s, n);
	copy[n] = '\0';
	if (parse_rfc3339(copy, &t) == 0)
		return t < 0 || t > TIME_MAX ? TIME_NONE : t;
	n = strspn(copy, "0123456789");
	if (n == 4 || n == 6 || n == 8)
		return w3cdtf(copy);
	return rfc822(copy);
}
