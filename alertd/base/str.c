#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"

void
strv_take(struct strv *l, char *s)
{
	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = s;
}

void
strv_add(struct strv *l, const char *s)
{
	strv_take(l, xstrdup(s));
}

void
strv_clear(struct strv *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->v[i]);
	free(l->v);
	*l = (struct strv){0};
}

bool
strv_has(const struct strv *l, const char *s)
{
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->v[i], s) == 0)
			return true;
	return false;
}

char *
strv_join(const struct strv *l, const char *sep)
{
	struct buf b;

	buf_init(&b, SIZE_MAX / 2);
	for (size_t i = 0; i < l->n; i++) {
		if (i > 0)
			buf_adds(&b, sep);
		buf_adds(&b, l->v[i]);
	}
	return buf_steal(&b);
}

void
strv_split(struct strv *l, const char *s, const char *seps)
{
	while (*s != '\0') {
		size_t n = strcspn(s, seps);
		char *piece = str_trim(xstrndup(s, n));

		if (*piece != '\0')
			strv_take(l, piece);
		else
			free(piece);
		s += n;
		if (*s != '\0')
			s++;
	}
}

bool
str_eq(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return strcmp(a, b) == 0;
}

bool
str_starts(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}

bool
str_ends(const char *s, const char *suffix)
{
	size_t n = strlen(s), m = strlen(suffix);

	return n >= m && strcmp(s + n - m, suffix) == 0;
}

static bool
space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

bool
str_empty(const char *s)
{
	if (s == NULL)
		return true;
	while (space(*s))
		s++;
	return *s == '\0';
}

char *
str_trim(char *s)
{
	size_t skip = 0, n = strlen(s);

	while (n > 0 && space(s[n - 1]))
		n--;
	while (skip < n && space(s[skip]))
		skip++;
	memmove(s, s + skip, n - skip);
	s[n - skip] = '\0';
	return s;
}

char *
str_plain(char *s)
{
	for (char *p = s; *p != '\0'; p++)
		if ((unsigned char)*p < ' ' || *p == 0x7f)
			*p = ' ';
	return s;
}

char *
str_cut_end(char *s, char c)
{
	size_t n = strlen(s);

	while (n > 0 && s[n - 1] == c)
		s[--n] = '\0';
	return s;
}

/* Decodes one character of at most n bytes; 0 when invalid. */
static size_t
decode(const unsigned char *s, size_t n, uint32_t *out)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	size_t len;
	uint32_t c;

	if (n == 0)
		return 0;
	if (s[0] < 0x80) {
		*out = s[0];
		return 1;
	}
	len = s[0] >= 0xf0 ? 4 : s[0] >= 0xe0 ? 3 : s[0] >= 0xc0 ? 2 : 0;
	if (len == 0 || s[0] > 0xf4 || len > n)
		return 0;
	c = s[0] & (0xffu >> (len + 1));
	for (size_t i = 1; i < len; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (s[i] & 0x3fu);
	}
	if (c < least[len] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return 0;
	*out = c;
	return len;
}

char *
str_line(const char *s, size_t n, size_t max)
{
	struct buf b;
	char *line;

	buf_init(&b, max + 4); /* whole the last character, too */
	for (size_t i = 0; i < n && !buf_failed(&b); i++) {
		unsigned char c = (unsigned char)s[i];
		bool c1 = c == 0xc2 && i + 1 < n &&
			  ((unsigned char)s[i + 1] & 0xe0) == 0x80;

		i += c1; /* U+0080 to U+009F are two bytes */
		if (c > ' ' && c != 0x7f && !c1)
			buf_addc(&b, (char)c);
		else if (b.len > 0 && b.data[b.len - 1] != ' ')
			buf_addc(&b, ' ');
	}
	line = utf8_repair(buf_str(&b), utf8_cut(buf_str(&b), max));
	buf_clear(&b);
	return str_trim(line);
}

/*
 * Bytes at the beginning of s that are ASCII, and not NUL. Eight are looked at
 * at once, so there may be up to seven more.
 */
static size_t
plain(const char *s, size_t n)
{
	const uint64_t ones = UINT64_MAX / 0xff, high = 0x80 * ones;
	size_t i = 0;
	uint64_t v;

	for (; n - i >= sizeof(v); i += sizeof(v)) {
		memcpy(&v, s + i, sizeof(v));
		/* To take one from NUL sets its highest bit. */
		if (((v | (v - ones)) & high) != 0)
			break;
	}
	return i;
}

bool
utf8_valid(const char *s, size_t n)
{
	uint32_t c;

	for (size_t i = plain(s, n), len; i < n; i += len) {
		len = decode((const unsigned char *)s + i, n - i, &c);
		if (len == 0)
			return false;
		len += plain(s + i + len, n - i - len);
	}
	return true;
}

size_t
utf8_cut(const char *s, size_t max)
{
	size_t n = strlen(s);

	if (n <= max)
		return n;
	n = max;
	while (n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80)
		n--;
	return n;
}

char *
utf8_repair(const char *s, size_t n)
{
	size_t good = 0; /* from here to i nothing is to be repaired */
	struct buf b;
	uint32_t c;

	buf_init(&b, SIZE_MAX / 2);
	for (size_t i = plain(s, n), len; i < n; i += len) {
		len = decode((const unsigned char *)s + i, n - i, &c);
		if (len > 0 && c != 0) {
			len += plain(s + i + len, n - i - len);
			continue;
		}
		buf_add(&b, s + good, i - good);
		buf_adds(&b, "\xef\xbf\xbd");
		len = 1;
		good = i + 1;
	}
	buf_add(&b, s + good, n - good);
	return buf_steal(&b);
}

size_t
utf8_step(const char *s, size_t n, uint32_t *c)
{
	size_t len = decode((const unsigned char *)s, n, c);

	if (len > 0 || n == 0)
		return len;
	*c = 0xfffd;
	return 1;
}

bool
utf8_mostly(const char *s, size_t n)
{
	size_t letters = 0, bad = 0;
	bool in_bad = false;
	uint32_t c;

	for (size_t i = 0, len; i < n; i += len) {
		bool wrong;

		len = utf8_step(s + i, n - i, &c);
		wrong = len == 1 && c == 0xfffd;
		letters += len > 1 ? 1 : 0;
		bad += wrong && !in_bad ? 1 : 0;
		in_bad = wrong;
	}
	return letters > bad;
}

uint32_t
utf8_next(const char **s)
{
	uint32_t c = (unsigned char)**s;

	if (c != 0 && c < 0x80)
		++*s;
	else if (c != 0)
		*s += utf8_step(*s, strnlen(*s, 4), &c);
	return c;
}

int
parse_int(const char *s, int64_t min, int64_t max, int64_t *out)
{
	const char *p = *s == '-' ? s + 1 : s;
	int64_t v = 0;

	if (*p == '\0')
		return -1;
	for (; *p != '\0'; p++) {
		if (*p < '0' || *p > '9')
			return -1;
		if (__builtin_mul_overflow(v, 10, &v) ||
		    __builtin_sub_overflow(v, *p - '0', &v))
			return -1;
	}
	if (*s != '-' && __builtin_sub_overflow(0, v, &v))
		return -1;
	if (v < min || v > max)
		return -1;
	*out = v;
	return 0;
}

static int64_t
unit_seconds(char c)
{
	switch (c) {
	case 's':
		return 1;
	case 'm':
		return 60;
	case 'h':
		return 3600;
	case 'd':
		return 86400;
	default:
		return 0;
	}
}

int
parse_duration(const char *s, int64_t *out)
{
	int64_t total = 0;

	if (*s == '\0')
		return -1;
	while (*s != '\0') {
		char digits[10];
		size_t n = strspn(s, "0123456789");
		int64_t v, unit;

		if (n == 0 || n >= sizeof(digits))
			return -1;
		memcpy(digits, s, n);
		digits[n] = '\0';
		unit = unit_seconds(s[n]);
		if (unit == 0 || parse_int(digits, 0, 316224000, &v) == -1)
			return -1;
		total += v * unit;
		if (total > 316224000)
			return -1;
		s += n + 1;
	}
	*out = total;
	return 0;
}

char *
format_duration(int64_t seconds)
{
	static const struct {
		int64_t seconds;
		char unit;
	} units[] = {{86400, 'd'}, {3600, 'h'}, {60, 'm'}, {1, 's'}};
	struct buf b;

	if (seconds <= 0)
		return xstrdup("0s");
	buf_init(&b, 64);
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		int64_t v = seconds / units[i].seconds;

		if (v > 0)
			buf_addf(&b, "%lld%c", (long long)v, units[i].unit);
		seconds %= units[i].seconds;
	}
	return buf_steal(&b);
}
