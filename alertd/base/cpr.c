#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/cpr.h"
#include "base/limits.h"
#include "base/str.h"

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A letter or a digit; of those beyond ASCII, the ones of Latin-1. */
static bool
word_at(const char *s)
{
	return isalnum((unsigned char)*s) || (unsigned char)*s == 0xc3;
}

static bool
word_before(const char *from, const char *s)
{
	return s > from && (isalnum((unsigned char)s[-1]) ||
			       (s - from > 1 && (unsigned char)s[-2] == 0xc3));
}

static int
two(const char *s)
{
	return (s[0] - '0') * 10 + s[1] - '0';
}

/* The bytes of a space at s, or 0. */
static size_t
space_at(const char *s)
{
	static const char *const spaces[] = {
	    " ", "\u00a0", "\u2009", "\u202f", "\u200b"};

	for (size_t i = 0; i < LENGTH(spaces); i++)
		if (str_starts(s, spaces[i]))
			return strlen(spaces[i]);
	return 0;
}

static size_t
dash_at(const char *s)
{
	static const char *const dashes[] = {"-", "\u2010", "\u2011", "\u2012",
	    "\u2013", "\u2014", "\u2212", "\u00ad"};

	for (size_t i = 0; i < LENGTH(dashes); i++)
		if (str_starts(s, dashes[i]))
			return strlen(dashes[i]);
	return 0;
}

static size_t
spaces_at(const char *s)
{
	size_t n = 0, one;

	while ((one = space_at(s + n)) > 0)
		n += one;
	return n;
}

/* What stands between the date and the last four digits. */
struct gap {
	size_t n; /* bytes */
	bool dash; /* at most one, among the spaces */
	bool apart; /* spaces on both sides of it */
};

static struct gap
gap_at(const char *s)
{
	size_t before = spaces_at(s), dash = dash_at(s + before), after;

	if (dash == 0)
		return (struct gap){before, false, false};
	after = spaces_at(s + before + dash);
	return (struct gap){
	    before + dash + after, true, before > 0 && after > 0};
}

/* The century by the seventh digit and the year; 0: before 1900. */
static int
year_of(int yy, char seventh)
{
	if (seventh < '4')
		return 1900 + yy;
	if (seventh == '4' || seventh == '9')
		return yy < 37 ? 2000 + yy : 1900 + yy;
	return yy < 58 ? 2000 + yy : 0;
}

static bool
date_fits(const char ten[10], bool parted)
{
	int day = two(ten), month = two(ten + 2);
	int year = year_of(two(ten + 4), ten[6]);

	if (parted && day > 60)
		day -= 60;
	return year > 0 && month >= 1 && month <= 12 && day >= 1 &&
	       day <= days_in_month(year, month);
}

/* n digits of s into out; the bytes, 0: they are not there. */
static size_t
take_digits(const char *s, size_t n, char *out)
{
	for (size_t i = 0; i < n; i++) {
		if (!digit(s[i]))
			return 0;
		out[i] = s[i];
	}
	return n;
}

/* Six digits, or "dd.mm.yy" and the like; *split is what parts them, or 0. */
static size_t
take_date(const char *s, char out[6], char *split)
{
	*split = '\0';
	if (take_digits(s, 6, out) > 0)
		return 6;
	if (take_digits(s, 2, out) > 0 && s[2] != '\0' &&
	    strchr(" .-/", s[2]) != NULL &&
	    take_digits(s + 3, 2, out + 2) > 0 && s[5] == s[2] &&
	    take_digits(s + 6, 2, out + 4) > 0) {
		*split = s[2];
		return 8;
	}
	return 0;
}

/* The word that s begins with, in whatever case; its bytes, or 0. */
static size_t
word_like(const char *s, const char *word)
{
	size_t n = strlen(word);

	return strncasecmp(s, word, n) == 0 ? n : 0;
}

/* Behind "CPR: ", "CPR-nr. " or "CPR-nummer ". */
static bool
announced(const char *from, const char *s)
{
	static const char between[] = " .:-";
	const char *p = s - from > 16 ? s - 16 : from;

	for (; p < s; p++) {
		const char *at = p + word_like(p, "cpr");
		size_t n;

		if (at == p)
			continue;
		at += strspn(at, between);
		n = word_like(at, "nummer");
		at += n > 0 ? n : word_like(at, "nr");
		at += strspn(at, between);
		if (at == s)
			return true;
	}
	return false;
}

/*
 * "28.03.26 1400" is a date and a time, and so is "28.03.26 - 1400": who parts
 * a number's date with dots does not set the rest apart as well.
 */
static bool
is_time(char split, const struct gap *gap, const char four[4])
{
	if (split == '\0')
		return false;
	if (!gap->dash)
		return true;
	return split != ' ' && gap->apart && two(four) < 24 &&
	       two(four + 2) < 60;
}

/* The bytes of a number that begins at s, or 0. */
static size_t
number_at(const char *from, const char *s)
{
	char ten[10], split;
	size_t n = take_date(s, ten, &split);
	struct gap gap;

	if (n == 0)
		return 0;
	gap = gap_at(s + n);
	n += gap.n;
	if (take_digits(s + n, 4, ten + 6) == 0)
		return 0;
	if (is_time(split, &gap, ten + 6) && !(gap.dash && announced(from, s)))
		return 0;
	n += 4;
	/* "010203-1234-5" is longer. */
	if (word_at(s + n) || (s[n] == '-' && digit(s[n + 1])))
		return 0;
	return date_fits(ten, gap.n > 0) ? n : 0;
}

/* Behind "CPR", which says what it is. */
static bool
named(const char *from, const char *s)
{
	return s - from >= 3 && (s[-3] == 'c' || s[-3] == 'C') &&
	       (s[-2] == 'p' || s[-2] == 'P') && (s[-1] == 'r' || s[-1] == 'R');
}

/* Within the path of a link; what is behind its "=" is a value. */
static bool
in_path(const char *from, const char *s)
{
	const char *p = s;

	if (p > from && p[-1] == '=')
		return false;
	while (p > from && s - p < LIMIT_URL && !isspace((unsigned char)p[-1]))
		p--;
	for (; p + 2 < s; p++)
		if (str_starts(p, "://"))
			return true;
	return false;
}

/* "+46 0701…": the country stands before. */
static bool
behind_country(const char *from, const char *s)
{
	const char *p = s;
	size_t n = 0;

	if (p == from || p[-1] != ' ')
		return false;
	for (p--; p > from && digit(p[-1]) && n < 4; n++)
		p--;
	return n > 0 && n < 4 && p > from && p[-1] == '+';
}

/* Whether a number can begin at s, by what stands before it. */
static bool
can_begin(const char *from, const char *s)
{
	if (s == from || named(from, s))
		return true;
	if (word_before(from, s) || strchr("+_#", s[-1]) != NULL)
		return false;
	if (s[-1] == '-' && word_before(from, s - 1) && !named(from, s - 1))
		return false;
	return !in_path(from, s) && !behind_country(from, s);
}

const char *
cpr_find(const char *s, size_t *n)
{
	for (const char *p = s; *p != '\0'; p++) {
		*n = digit(*p) ? number_at(s, p) : 0;
		if (*n > 0 && can_begin(s, p))
			return p;
	}
	return NULL;
}

char *
cpr_mask(const char *s, size_t *count)
{
	const char *from = s, *at;
	struct buf b;
	size_t n;

	buf_init(&b, strlen(s) / 10 * sizeof(CPR_MASK) + strlen(s) + 1);
	while ((at = cpr_find(from, &n)) != NULL) {
		buf_add(&b, from, (size_t)(at - from));
		buf_adds(&b, CPR_MASK);
		from = at + n;
		(*count)++;
	}
	buf_adds(&b, from);
	return buf_steal(&b);
}
