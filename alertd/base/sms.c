#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/sms.h"

static const char basic[] =
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
static const char extension[] = "\f^{}\\[~]|€";

static const struct {
	uint32_t from;
	const char *to;
} twins[] = {
    {'\t', " "},
    {0x00a0, " "},
    {0x202f, " "},
    {0x2009, " "},
    {0x2007, " "},
    {0x00ad, ""},
    {0x200b, ""},
    {0x200c, ""},
    {0x200d, ""},
    {0x2060, ""},
    {0xfeff, ""},
    {U'–', "-"},
    {U'—', "-"},
    {U'‐', "-"},
    {U'‑', "-"},
    {U'‒', "-"},
    {U'−', "-"},
    {U'•', "-"},
    {U'·', "-"},
    {U'“', "\""},
    {U'”', "\""},
    {U'„', "\""},
    {U'«', "\""},
    {U'»', "\""},
    {U'‘', "'"},
    {U'’', "'"},
    {U'‚', "'"},
    {U'´', "'"},
    {'`', "'"},
    {U'…', "..."},
    {U'½', "1/2"},
    {U'°', " grader"},
    {U'ð', "d"},
    {U'þ', "th"},
    {U'á', "a"},
    {U'í', "i"},
    {U'ó', "o"},
    {U'ú', "u"},
    {U'ý', "y"},
    {U'ç', "c"},
    {U'â', "a"},
    {U'ê', "e"},
    {U'ô', "o"},
};

static int
has(const char *set, uint32_t c)
{
	/* Nearly all are of ASCII, which is in no longer character. */
	if (c < 0x80)
		return c != 0 && strchr(set, (int)c) != NULL;
	while (*set != '\0') {
		if (utf8_next(&set) == c)
			return 1;
	}
	return 0;
}

/* Most of every text: in GSM-7, with no twin. */
static bool
usual(uint32_t c)
{
	return c < 0x80 && (c == ' ' || isalnum((int)c));
}

/* Septets of a character; 0 when it is not in GSM-7. */
static size_t
septets(uint32_t c)
{
	if (usual(c) || has(basic, c))
		return 1;
	return has(extension, c) ? 2 : 0;
}

static size_t
width(uint32_t c, bool ucs2)
{
	if (!ucs2)
		return septets(c);
	return c > 0xffff ? 2 : 1;
}

struct sms_size
sms_measure(const char *text)
{
	struct sms_size z = {.segments = 1};
	size_t single, part, used = 0;

	for (const char *s = text; *s != '\0';)
		z.ucs2 |= septets(utf8_next(&s)) == 0;
	single = z.ucs2 ? 70 : 160;
	part = z.ucs2 ? 67 : 153;
	for (const char *s = text; *s != '\0';) {
		size_t w = width(utf8_next(&s), z.ucs2);

		z.units += w;
		/* A pair that does not fit goes whole to the next segment. */
		if (used + w > part) {
			z.segments++;
			used = 0;
		}
		used += w;
	}
	if (z.units <= single)
		z.segments = 1;
	return z;
}

static const char *
twin(uint32_t c)
{
	for (size_t i = 0; !usual(c) && i < LENGTH(twins); i++)
		if (twins[i].from == c)
			return twins[i].to;
	return NULL;
}

static char *
plain(const char *text)
{
	struct buf b;

	buf_init(&b, strlen(text) * 8 + 1);
	while (*text != '\0') {
		const char *start = text;
		uint32_t c = utf8_next(&text);
		const char *to = twin(c);

		if (to != NULL)
			buf_adds(&b, to);
		else if (c == 0xfffd)
			buf_adds(&b, "?");
		else if ((c < 0x20 && c != '\n') || (c >= 0x7f && c < 0xa0))
			buf_addc(&b, ' ');
		else
			buf_add(&b, start, (size_t)(text - start));
	}
	return buf_steal(&b);
}

static size_t
word_before(const char *s, size_t n)
{
	while (n > 0 && s[n - 1] != ' ' && s[n - 1] != '\n')
		n--;
	while (n > 0 && strchr(" \n,;:-", s[n - 1]) != NULL)
		n--;
	return n;
}

/*
 * Without what is not in GSM-7, so that an emoji does not cost two thirds of
 * the room; NULL when that is more than one character in ten.
 */
static char *
without_foreign(const char *s)
{
	size_t all = 0, gone = 0;
	struct buf b;

	buf_init(&b, strlen(s) + 1);
	while (*s != '\0') {
		const char *start = s;

		all++;
		if (septets(utf8_next(&s)) == 0)
			gone++;
		else if (*start != ' ' || b.len == 0 ||
			 b.data[b.len - 1] != ' ')
			buf_add(&b, start, (size_t)(s - start));
	}
	if (gone == 0 || gone * 10 > all) {
		buf_clear(&b);
		return NULL;
	}
	return str_trim(buf_steal(&b));
}

/* The first n bytes of s, "..." when that is not all, and the end. */
static char *
join(const char *s, size_t n, const char *end)
{
	return xasprintf("%.*s%s%s%s", (int)n, s, s[n] == '\0' ? "" : "...",
	    n > 0 && *end != '\0' ? " " : "", end);
}

/* The same if it is not too large, else NULL. */
static char *
try(const char *s, size_t n, const char *end, size_t segments)
{
	char *t = join(s, n, end);

	if (sms_measure(t).segments <= segments)
		return t;
	free(t);
	return NULL;
}

/* s cut at a word, or inside of one that is too large; NULL: none fits. */
static char *
cut(const char *s, const char *end, size_t segments)
{
	size_t len = strlen(s), max = segments * 160 * 3;
	size_t most = utf8_cut(s, max < len ? max : len), n = most;
	char *t = NULL;

	while (t == NULL && (n = word_before(s, n)) > 0)
		t = try(s, n, end, segments);
	for (n = most; t == NULL && n > 0; n = utf8_cut(s, n - 1))
		t = try(s, n, end, segments);
	return t;
}

char *
sms_fit_end(const char *text, const char *end, size_t segments)
{
	char *s = plain(text), *tail = plain(end), *fewer, *t;

	t = try(s, strlen(s), tail, segments);
	fewer = t == NULL ? without_foreign(s) : NULL;
	if (fewer != NULL) {
		free(s);
		s = fewer;
		t = try(s, strlen(s), tail, segments);
	}
	if (t == NULL)
		t = cut(s, tail, segments);
	/* Not even a letter fits beside the end: then the end alone. */
	if (t == NULL && *tail != '\0')
		t = sms_fit(tail, segments);
	if (t == NULL)
		t = xstrdup(s);
	free(s);
	free(tail);
	return t;
}

char *
sms_fit(const char *text, size_t segments)
{
	return sms_fit_end(text, "", segments);
}

char *
sms_foreign(const char *text)
{
	struct buf b;

	buf_init(&b, strlen(text) + 1);
	while (*text != '\0') {
		const char *start = text;
		uint32_t c = utf8_next(&text);

		if (septets(c) == 0 && !has(buf_str(&b), c))
			buf_add(&b, start, (size_t)(text - start));
	}
	return buf_steal(&b);
}
