#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/str.h"
#include "notice/dates.h"

#define DAY_SECONDS 86400
/* Nearer than this, a year that is left out is plain. */
#define PLAIN (60 * DAY_SECONDS)

/* As they are written in lower case; those of Danish are not capital. */
static const struct {
	const char *name;
	int value;
} weekdays[] = {{"mandag", 0}, {"tirsdag", 1}, {"onsdag", 2}, {"torsdag", 3},
    {"fredag", 4}, {"l\u00f8rdag", 5}, {"s\u00f8ndag", 6}, {"man", 0},
    {"tir", 1}, {"tirs", 1}, {"ons", 2}, {"tor", 3}, {"tors", 3}, {"fre", 4},
    {"l\u00f8r", 5}, {"s\u00f8n", 6}, {"monday", 0}, {"tuesday", 1},
    {"wednesday", 2}, {"thursday", 3}, {"friday", 4}, {"saturday", 5},
    {"sunday", 6}, {"mon", 0}, {"tue", 1}, {"tues", 1}, {"wed", 2}, {"thu", 3},
    {"thur", 3}, {"thurs", 3}, {"fri", 4}, {"sat", 5}, {"sun", 6}};

static const struct {
	const char *name;
	int value;
} months[] = {{"januar", 1}, {"februar", 2}, {"marts", 3}, {"april", 4},
    {"maj", 5}, {"juni", 6}, {"juli", 7}, {"august", 8}, {"september", 9},
    {"oktober", 10}, {"november", 11}, {"december", 12}, {"january", 1},
    {"february", 2}, {"march", 3}, {"may", 5}, {"june", 6}, {"july", 7},
    {"october", 10}, {"jan", 1}, {"feb", 2}, {"mar", 3}, {"apr", 4}, {"jun", 6},
    {"jul", 7}, {"aug", 8}, {"sep", 9}, {"sept", 9}, {"okt", 10}, {"oct", 10},
    {"nov", 11}, {"dec", 12}};

/* A date as it is read; 0 and -1 are "not said". */
struct read {
	int weekday, day, month, year;
	const char *end;
};

static bool
letter(const char *s)
{
	return isalpha((unsigned char)*s) || ((unsigned char)*s & 0x80) != 0;
}

static bool
digit(const char *s)
{
	return *s >= '0' && *s <= '9';
}

static size_t
letters(const char *s)
{
	size_t n = 0;

	while (letter(s + n))
		n++;
	return n;
}

/* The word of n bytes at s, whatever its case; capital \u00d8 too. */
static bool
is_word(const char *s, size_t n, const char *word)
{
	if (strlen(word) != n)
		return false;
	for (size_t i = 0; i < n; i++) {
		int a = tolower((unsigned char)s[i]);

		if (i > 0 && (unsigned char)s[i - 1] == 0xc3 && a == 0x98)
			a = 0xb8;
		if (a != (unsigned char)word[i])
			return false;
	}
	return true;
}

static int
weekday_at(const char *s, size_t n)
{
	for (size_t i = 0; i < LENGTH(weekdays); i++)
		if (is_word(s, n, weekdays[i].name))
			return weekdays[i].value;
	return -1;
}

static int
month_at(const char *s, size_t n)
{
	for (size_t i = 0; i < LENGTH(months); i++)
		if (is_word(s, n, months[i].name))
			return months[i].value;
	return 0;
}

static const char *
skip(const char *s, const char *set)
{
	return s + strspn(s, set);
}

/* Past one of the words, and what is behind it. */
static const char *
skip_word(const char *s, const char *const *words)
{
	size_t n = letters(s);

	for (; *words != NULL; words++)
		if (is_word(s, n, *words))
			return skip(s + n, ". ");
	return s;
}

/* One to four digits: their number, and how many; 0: another count. */
static int
number_at(const char *s, size_t least, size_t most, const char **end)
{
	size_t n = strspn(s, "0123456789");

	if (n < least || n > most)
		return 0;
	*end = s + n;
	return (int)strtol(s, NULL, 10);
}

/* ", 2022" or " 2022" or "-2022"; the date may end without one. */
static void
take_year(struct read *d, const char *seps)
{
	const char *s = skip(d->end, seps), *end;
	int year = number_at(s, 4, 4, &end);

	/* "3. marts 1400" is no year of ours, nor is "1200 brugere". */
	if (s > d->end && year >= 1900 && year < 2200) {
		d->year = year;
		d->end = end;
	}
}

/* "3. marts", "3rd of March". */
static bool
take_day_month(const char *s, struct read *d)
{
	static const char *const of[] = {"of", NULL};
	const char *p;
	size_t n;

	d->day = number_at(s, 1, 2, &p);
	if (d->day == 0)
		return false;
	n = letters(p);
	if (n == 2 && (is_word(p, n, "st") || is_word(p, n, "nd") ||
			  is_word(p, n, "rd") || is_word(p, n, "th")))
		p += n;
	p = skip_word(skip(p, ". "), of);
	n = letters(p);
	d->month = month_at(p, n);
	d->end = p + n;
	if (d->month == 0)
		return false;
	take_year(d, "., ");
	return true;
}

/* "March 3, 2022". */
static bool
take_month_day(const char *s, struct read *d)
{
	size_t n = letters(s);

	d->month = month_at(s, n);
	s = skip(s + n, ". ");
	d->day = d->month == 0 ? 0 : number_at(s, 1, 2, &d->end);
	if (d->day == 0)
		return false;
	/* "marts 10.30" is a time. */
	if ((*d->end == '.' || *d->end == ':') && digit(d->end + 1))
		return false;
	n = letters(d->end);
	d->end += n == 2 ? n : 0;
	take_year(d, ", ");
	return true;
}

/* "3/3", "3/3-2022", "3.3.2022", "2022-03-03". */
static bool
take_numbers(const char *s, struct read *d)
{
	const char *p;

	d->year = number_at(s, 4, 4, &p);
	if (d->year > 0 && *p == '-') {
		d->month = number_at(p + 1, 2, 2, &p);
		if (d->month > 0 && *p == '-')
			d->day = number_at(p + 1, 2, 2, &d->end);
		return d->day > 0;
	}
	d->year = 0;
	d->day = number_at(s, 1, 2, &p);
	if (d->day == 0 || (*p != '/' && *p != '.'))
		return false;
	d->month = number_at(p + 1, 1, 2, &d->end);
	if (d->month == 0 || d->month > 12)
		return false;
	/* "fredag 10.30" is a time: with dots the year has to be there. */
	take_year(d, *p == '/' ? "/- " : ".");
	return *p == '/' || d->year > 0;
}

static bool
take_date(const char *s, bool named, struct read *d)
{
	static bool (*const ways[])(const char *, struct read *) = {
	    take_day_month, take_month_day, take_numbers};

	/* Without a weekday, only the month's name says that it is one. */
	for (size_t i = 0; i < LENGTH(ways) - !named; i++) {
		struct read one = {.weekday = d->weekday};

		if (ways[i](s, &one)) {
			*d = one;
			return true;
		}
	}
	return false;
}

/* A date that begins at s. */
static bool
date_at(const char *s, struct read *d)
{
	static const char *const the[] = {"den", "d", "the", NULL};
	size_t n = letters(s);
	const char *p = s;

	d->weekday = n > 0 ? weekday_at(s, n) : -1;
	/* "Det kan man 3. marts se": a word, but for its dot. */
	if (is_word(s, n, "man") && s[n] != '.')
		d->weekday = -1;
	if (d->weekday >= 0)
		p = skip_word(skip(s + n, "., "), the);
	return take_date(p, d->weekday >= 0, d);
}

static int64_t
noon(const struct read *d, int year)
{
	return utc_from_civil(year, d->month, d->day, 12, 0, 0);
}

static int
weekday_of(const struct read *d, int year)
{
	return civil_utc(noon(d, year)).weekday;
}

static bool
exists(const struct read *d, int year)
{
	return d->day >= 1 && d->month >= 1 && d->month <= 12 &&
	       d->day <= days_in_month(year, d->month);
}

/* The year that comes nearest to now; *plain: no other is about as near. */
static int
nearest_year(const struct read *d, int64_t now, bool *plain)
{
	int year = civil_local(now).year, best = year;
	int64_t least = INT64_MAX;

	for (int y = year - 1; y <= year + 1; y++) {
		int64_t away = exists(d, y) ? llabs(noon(d, y) - now)
					    : INT64_MAX;

		if (away < least) {
			least = away;
			best = y;
		}
	}
	*plain = least < PLAIN;
	return best;
}

/* Whether the date is wrong. */
static bool
wrong(const struct read *d, int64_t now, struct date_fault *out)
{
	int now_year = civil_local(now).year;
	bool plain = true;

	out->year = d->year > 0 ? d->year : nearest_year(d, now, &plain);
	out->weekday = -1;
	/* 29 February is in one year of four; "45 may" is no date at all. */
	if (!exists(d, out->year) &&
	    (d->year > 0 || d->month != 2 || d->day != 29))
		return d->weekday >= 0 || d->day <= 31;
	if (d->weekday < 0 || !exists(d, out->year))
		return false;
	out->weekday = weekday_of(d, out->year);
	for (int y = now_year - 1; !plain && y <= now_year + 1; y++)
		if (exists(d, y) && weekday_of(d, y) == d->weekday)
			return false;
	return out->weekday != d->weekday;
}

int
dates_fault(const char *s, size_t from, int64_t now, struct date_fault *out)
{
	const char *p = s + from;

	while (*p != '\0') {
		bool begins = p == s || (!letter(p - 1) && !digit(p - 1));
		struct read d;

		if (!begins || !date_at(p, &d)) {
			p++;
			continue;
		}
		out->at = (size_t)(p - s);
		out->len = (size_t)(d.end - p);
		if (wrong(&d, now, out))
			return 1;
		p = d.end;
	}
	return 0;
}
