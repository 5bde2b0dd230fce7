#include <string.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "web/mask.h"

#define NUMBER_LEAST 8 /* digits; after "+" two, which are a country */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* What a word ends at; "<", brackets and quotes stand around addresses. */
static size_t
word_length(const char *s)
{
	return strcspn(s, " \t\n\r<>()[]{}\"',;");
}

/*
 * How long what the pattern describes is at s, 0 = it is not there: '9' is a
 * digit, 'A' a capital letter, all else itself. No digit may follow it.
 */
static size_t
pattern_length(const char *s, const char *pattern)
{
	size_t n = strlen(pattern);

	for (size_t i = 0; i < n; i++) {
		bool fits = pattern[i] == '9'	? is_digit(s[i])
			    : pattern[i] == 'A' ? s[i] >= 'A' && s[i] <= 'Z'
						: s[i] == pattern[i];

		if (!fits)
			return 0;
	}
	return is_digit(s[n]) ? 0 : n;
}

static int
two_digits(const char *s)
{
	return (s[0] - '0') * 10 + s[1] - '0';
}

static bool
is_day(int month, int day)
{
	return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* A pattern of dates; where month and day are, and the century. */
static const struct {
	const char *pattern;
	size_t month, day, year;
} dates[] = {
    {"9999-99-99T99:99:99+99:99", 5, 8, 0},
    {"9999-99-99T99:99:99", 5, 8, 0},
    {"9999-99-99", 5, 8, 0},
    {"99-99-9999", 3, 0, 6},
    {"99.99.9999", 3, 0, 6},
    {"99/99-9999", 3, 0, 6},
    {"99/99/9999", 3, 0, 6},
};

/* Written as in a telephone number a date is none. */
static size_t
date_length(const char *s)
{
	for (size_t i = 0; i < LENGTH(dates); i++) {
		size_t n = pattern_length(s, dates[i].pattern);
		const char *year = s + dates[i].year;

		if (n > 0 && (year[0] == '1' || year[0] == '2') &&
		    is_day(two_digits(s + dates[i].month),
			two_digits(s + dates[i].day)))
			return n;
	}
	return 0;
}

/* "kl. 22.10" */
static size_t
time_length(const char *s)
{
	static const char *const times[] = {
	    "kl. 99.99", "kl. 9.99", "kl. 99:99"};
	size_t n = 0;

	for (size_t i = 0; n == 0 && i < LENGTH(times); i++)
		n = pattern_length(s, times[i]);
	return n;
}

/* "FMK-2026-0007" */
static size_t
reference_length(const char *s)
{
	size_t n = pattern_length(s, "AAA-9999-9999");

	return n > 0 && str_starts(s + 4, "20") ? n : 0;
}

/* What has digits and stays. */
static size_t
harmless(const char *s)
{
	size_t n = date_length(s);

	if (n == 0)
		n = time_length(s);
	return n > 0 ? n : reference_length(s);
}

/* How long the number at s is, with what parts its digits; 0 = it is none. */
static size_t
number_length(const char *s)
{
	size_t digits = 0, end = 0;
	bool plus = *s == '+';

	for (size_t i = plus; s[i] != '\0'; i++) {
		if (!is_digit(s[i]) && strchr(" -./()", s[i]) == NULL)
			break;
		if (!is_digit(s[i]))
			continue;
		if (end > 0 && end < i && date_length(s + i) > 0)
			break;
		digits++;
		end = i + 1;
	}
	return digits >= (plus ? 2 : NUMBER_LEAST) ? end : 0;
}

/* What is masked at s: its length, 0 = nothing. */
static size_t
masked(const char *s, bool begins)
{
	size_t n = begins ? word_length(s) : 0;

	if (memchr(s, '@', n) != NULL)
		return n;
	return *s == '+' || is_digit(*s) ? number_length(s) : 0;
}

/* What is shown as it is at s, of a number all its digits. */
static size_t
shown(const char *s)
{
	size_t n = harmless(s);

	if (n == 0)
		n = strspn(s, "0123456789");
	return n > 0 ? n : 1;
}

char *
mask_addresses(const char *s)
{
	struct buf b;
	bool begins = true;

	buf_init(&b, LIMIT_HTTP_PAGE);
	while (*s != '\0') {
		size_t keep = harmless(s);
		size_t n = keep > 0 ? 0 : masked(s, begins);

		if (n > 0) {
			buf_adds(&b, "…");
		} else {
			n = shown(s);
			buf_add(&b, s, n);
		}
		s += n;
		begins = word_length(s - 1) == 0;
	}
	return buf_steal(&b);
}
