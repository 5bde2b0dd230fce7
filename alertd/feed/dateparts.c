#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "base/clock.h"
#include "feed/dateparts.h"

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
    {"normaltid", 1},
    {"vintertid", 1},
    {"CEST", 2},
    {"MEST", 2},
    {"sommertid", 2},
    {"EET", 2},
    {"EEST", 3},
    {"AST", -4},
    {"ADT", -3},
    {"AT", -4},
    {"EST", -5},
    {"EDT", -4},
    {"ET", -5},
    {"CST", -6},
    {"CDT", -5},
    {"CT", -6},
    {"MST", -7},
    {"MDT", -6},
    {"MT", -7},
    {"PST", -8},
    {"PDT", -7},
    {"PT", -8},
    {"AKST", -9},
    {"AKDT", -8},
    {"HST", -10},
};

/* By their beginnings; where one begins another the longer comes first. */
static const struct {
	const char *start;
	int month;
} months[] = {
    {"jan", 1},
    {"feb", 2},
    {"mar", 3},
    {"apr", 4},
    {"may", 5},
    {"jun", 6},
    {"jul", 7},
    {"aug", 8},
    {"sep", 9},
    {"oct", 10},
    {"nov", 11},
    {"dec", 12},
    /* Danish and German. */
    {"maj", 5},
    {"mai", 5},
    {"mär", 3},
    {"okt", 10},
    {"dez", 12},
    /* Hungarian. */
    {"már", 3},
    {"ápr", 4},
    {"máj", 5},
    {"jún", 6},
    {"júl", 7},
    {"sze", 9},
    /* Greek. */
    {"Ιαν", 1},
    {"Φεβ", 2},
    {"Μάρ", 3},
    {"Μαρ", 3},
    {"Απρ", 4},
    {"Μάι", 5},
    {"Μαΐ", 5},
    {"Μαϊ", 5},
    {"Ιούν", 6},
    {"Ιον", 6},
    {"Ιούλ", 7},
    {"Ιολ", 7},
    {"Αύγ", 8},
    {"Αυγ", 8},
    {"Σεπ", 9},
    {"Οκτ", 10},
    {"Νοέ", 11},
    {"Νοε", 11},
    {"Δεκ", 12},
};

int
date_number(const char **s, int most, int *out)
{
	int n = 0;

	for (*out = 0; n < most && isdigit((unsigned char)**s); n++, (*s)++)
		*out = *out * 10 + (**s - '0');
	return n;
}

void
date_gap(const char **s)
{
	while (**s != '\0' && strchr(" \t,.-\n", **s) != NULL)
		(*s)++;
}

size_t
date_letters(const char *s)
{
	size_t n = 0;

	while (isalpha((unsigned char)s[n]) || (s[n] & 0x80) != 0)
		n++;
	return n;
}

int
date_month(const char *s, size_t n)
{
	for (size_t i = 0; i < LENGTH(months); i++) {
		size_t len = strlen(months[i].start);

		if (n >= len && strncasecmp(s, months[i].start, len) == 0)
			return months[i].month;
	}
	return 0;
}

/* "PM" makes the afternoon; 12 AM is midnight. */
static void
half_day(const char **s, struct parts *d)
{
	const char *p = *s + strspn(*s, " ");
	bool pm = strncasecmp(p, "pm", 2) == 0;

	if ((!pm && strncasecmp(p, "am", 2) != 0) || date_letters(p) != 2 ||
	    d->hour < 1 || d->hour > 12)
		return;
	d->hour = d->hour % 12 + (pm ? 12 : 0);
	*s = p + 2;
}

int
date_clock(const char **s, char colon, struct parts *d)
{
	if (date_number(s, 2, &d->hour) == 0 || **s != colon)
		return -1;
	(*s)++;
	if (date_number(s, 2, &d->minute) != 2)
		return -1;
	if (**s == colon && isdigit((unsigned char)(*s)[1])) {
		(*s)++;
		date_number(s, 2, &d->second);
		if (**s == '.')
			for ((*s)++; isdigit((unsigned char)**s);)
				(*s)++;
	}
	half_day(s, d);
	return isdigit((unsigned char)**s) || **s == ':' ? -1 : 0;
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

/* The sign of an offset, which a digit follows, or a sign that comes first. */
static const char *
find_sign(const char *s)
{
	if (*s == '+' || *s == '-')
		return s;
	for (; *s != '\0'; s++)
		if ((*s == '+' || *s == '-') && isdigit((unsigned char)s[1]))
			return s;
	return NULL;
}

int
date_zone(const char *s, int *east)
{
	const char *sign;
	int h, m = 0, n;

	*east = 0;
	while (*s == ' ' || *s == '(' || *s == '\t' || *s == ',')
		s++;
	if (*s == '\0')
		return 0;
	sign = find_sign(s);
	if (sign == NULL) {
		if (strncasecmp(s, "Etc/", 4) == 0)
			s += 4;
		*east = zone_hours(s, date_letters(s)) * 3600;
		return 1;
	}
	s = sign + 1;
	n = date_number(&s, 2, &h);
	if (n > 0 && *s == ':' && !isdigit((unsigned char)*++s))
		return -1;
	if (n == 0 || h > 23 || (date_number(&s, 2, &m) != 0 && m > 59) ||
	    isalnum((unsigned char)*s))
		return -1;
	*east = (*sign == '-' ? -1 : 1) * (h * 3600 + m * 60);
	return 1;
}

static bool
valid(const struct parts *d)
{
	return d->year >= 1970 && d->year <= 9999 && d->month >= 1 &&
	       d->month <= 12 && d->day >= 1 &&
	       d->day <= days_in_month(d->year, d->month) && d->hour <= 23 &&
	       d->minute <= 59 && d->second <= 60;
}

int64_t
date_seconds(const struct parts *d)
{
	int64_t t;

	if (!valid(d))
		return TIME_NONE;
	t = utc_from_civil(d->year, d->month, d->day, d->hour, d->minute,
		d->second > 59 ? 59 : d->second) -
	    d->east;
	return t < 0 || t > TIME_MAX ? TIME_NONE : t;
}
