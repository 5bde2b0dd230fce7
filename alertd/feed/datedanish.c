#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "base/clock.h"
#include "feed/dateparts.h"

static bool
word(const char **s, const char *name)
{
	size_t n = date_letters(*s);

	if (n != strlen(name) || strncasecmp(*s, name, n) != 0)
		return false;
	*s += n;
	date_gap(s);
	return true;
}

static bool
weekday(const char **s)
{
	static const char *const names[] = {"mandag", "tirsdag", "onsdag",
	    "torsdag", "fredag", "lørdag", "søndag", "Lørdag", "Søndag", "man",
	    "tir", "tirs", "ons", "tor", "tors", "fre", "lør", "søn"};

	for (size_t i = 0; i < LENGTH(names); i++)
		if (word(s, names[i]))
			return true;
	return false;
}

/* "3. marts 2022"; a weekday, "den" or the stop make it Danish. */
static int
written(const char **s, bool danish, struct parts *d)
{
	size_t n;

	if (date_number(s, 2, &d->day) == 0)
		return -1;
	danish = danish || **s == '.';
	date_gap(s);
	n = date_letters(*s);
	d->month = date_month(*s, n);
	*s += n;
	date_gap(s);
	return danish && d->month != 0 && date_number(s, 4, &d->year) == 4 ? 0
									   : -1;
}

/* "03-03-2022", "3.3.2022", "3/3-2022": the day comes first. */
static int
numeric(const char **s, struct parts *d)
{
	static const char signs[] = "-./";

	if (date_number(s, 2, &d->day) == 0 || **s == '\0' ||
	    strchr(signs, **s) == NULL)
		return -1;
	(*s)++;
	if (date_number(s, 2, &d->month) == 0 || **s == '\0' ||
	    strchr(signs, **s) == NULL)
		return -1;
	(*s)++;
	return date_number(s, 4, &d->year) == 4 ? 0 : -1;
}

/* "14.05", "14:05", "14"; nothing is the beginning of the day. */
static int
clock_time(const char **s, struct parts *d)
{
	size_t n = strspn(*s, "0123456789");

	if (n == 0)
		return 0;
	if (n <= 2 && (*s)[n] == '.')
		return date_clock(s, '.', d);
	if (n <= 2 && (*s)[n] == ':')
		return date_clock(s, ':', d);
	return n <= 2 && date_number(s, 2, &d->hour) > 0 ? 0 : -1;
}

static int64_t
finish(struct parts *d, const char *s)
{
	int zone = date_zone(s, &d->east);
	int64_t t = zone == -1 ? TIME_NONE : date_seconds(d);

	if (zone == 1 || t == TIME_NONE)
		return t;
	t = local_to_utc(d->year, d->month, d->day, d->hour, d->minute) +
	    (d->second > 59 ? 59 : d->second);
	return t < 0 || t > TIME_MAX ? TIME_NONE : t;
}

bool
date_danish(const char *s, int64_t *t)
{
	struct parts d = {0};
	const char *start;
	bool danish = weekday(&s);

	danish = word(&s, "den") || word(&s, "d") || danish;
	start = s;
	if (numeric(&s, &d) == -1) {
		s = start;
		d = (struct parts){0};
		if (written(&s, danish, &d) == -1)
			return false;
	}
	if (isdigit((unsigned char)*s))
		return false;
	date_gap(&s);
	word(&s, "klokken");
	word(&s, "kl");
	*t = clock_time(&s, &d) == -1 ? TIME_NONE : finish(&d, s);
	return true;
}
