#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/field.h"

#define NBSP 0xa0u

/* C0 but tab and newlines, DEL, C1, and what reverses the reading order. */
static bool
unwanted(uint32_t c)
{
	if (c == '\t' || c == '\n' || c == '\r')
		return false;
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xfeff ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/*
 * What stands at 0x80 to 0x9f in windows-1252. In Unicode these are controls
 * that nobody writes: they are letters of that set that were called another.
 */
static const char *
windows_1252(uint32_t c)
{
	static const char *const letters[32] = {"€", "", "‚", "ƒ", "„", "…",
	    "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "", "", "‘", "’", "“",
	    "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ"};

	return c >= 0x80 && c < 0xa0 ? letters[c - 0x80] : "";
}

static bool
blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == NBSP;
}

/* Adds what separates two words: nothing at the start or end of a line. */
static void
separate(struct buf *b, unsigned lines, bool space)
{
	if (b->len == 0)
		return;
	for (unsigned i = 0; i < lines && i < 2; i++)
		buf_addc(b, '\n');
	if (lines == 0 && space)
		buf_addc(b, ' ');
}

/* Adds n bytes, or the whole characters of them that there is room for. */
static void
add_whole(struct buf *b, const char *s, size_t n)
{
	size_t room = b->max - b->len, fits = n < room ? n : room;

	while (fits < n && fits > 0 && ((unsigned char)s[fits] & 0xc0) == 0x80)
		fits--;
	buf_add(b, s, fits);
	b->failed = b->failed || fits < n;
}

/* Adds a character as it may stay: bytes that are none become U+FFFD. */
static void
add(struct buf *b, uint32_t c, const char *s, size_t n)
{
	if (unwanted(c))
		buf_adds(b, windows_1252(c));
	else if (c == 0xfffd)
		buf_adds(b, "\xef\xbf\xbd");
	else
		add_whole(b, s, n);
}

static bool
plain(unsigned char c)
{
	return c > ' ' && c < 0x7f;
}

/*
 * The length of words in ASCII with one space between: nearly all of a text,
 * and none of it to be changed.
 */
static size_t
plain_words(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && (plain((unsigned char)s[i]) ||
			    (s[i] == ' ' && i > 0 && i + 1 < n &&
				plain((unsigned char)s[i + 1]))))
		i++;
	return i;
}

static char *
cleaned(const char *s, size_t n, size_t max, bool keep_lines)
{
	struct buf b;
	unsigned lines = 0;
	bool space = false;
	uint32_t c;
	char *text;

	buf_init(&b, max);
	for (size_t i = 0, len; i < n && !buf_failed(&b); i += len) {
		c = 'a';
		len = plain_words(s + i, n - i);
		if (len == 0)
			len = utf8_step(s + i, n - i, &c);
		if (c == 0)
			c = 0xfffd;
		if (c == '\n' && keep_lines) {
			lines++;
		} else if (blank(c)) {
			space = true;
		} else if (!unwanted(c) || *windows_1252(c) != '\0') {
			separate(&b, lines, space);
			add(&b, c, s + i, len);
			lines = 0;
			space = false;
		}
	}
	/* Kept by the thousand, so not in the room that a buffer has. */
	text = xstrdup(b.data == NULL ? "" : str_trim(b.data));
	buf_clear(&b);
	return text;
}

char *
field_line(const char *s, size_t n, size_t max)
{
	return cleaned(s, n, max, false);
}

char *
field_text(const char *s, size_t n, size_t max)
{
	return cleaned(s, n, max, true);
}

char *
field_id(const char *s, size_t n)
{
	char *id = field_line(s, n, LIMIT_FEED_BODY);

	if (strlen(id) > LIMIT_TITLE) {
		char hex[HASH_SIZE];

		sha256_hex(id, strlen(id), hex);
		xreplace(&id, hex);
	}
	return id;
}

char *
field_url(const char *s, size_t n)
{
	char *url = field_line(s, n, LIMIT_URL + 1);
	bool web = strncasecmp(url, "http://", 7) == 0 ||
		   strncasecmp(url, "https://", 8) == 0;

	if (!web || strlen(url) > LIMIT_URL || strchr(url, ' ') != NULL)
		xreplace(&url, "");
	return url;
}

char *
field_word(const char *s, size_t n)
{
	char *word = field_line(s, n, LIMIT_TITLE);

	for (char *p = word; *p != '\0'; p++) {
		if (*p == ' ')
			*p = '_';
		else if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
	}
	return word;
}

void
field_set(char **field, char *value)
{
	free(*field);
	*field = value;
}

static bool
begins(const char *s, const char *end, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(end - s) >= n && strncasecmp(s, word, n) == 0;
}

bool
body_is_html(const char *s, size_t n)
{
	const char *end = s + n;

	if (begins(s, end, "\xef\xbb\xbf"))
		s += 3;
	for (;;) {
		const char *close;

		while (s < end && isspace((unsigned char)*s))
			s++;
		if (!begins(s, end, "<!--"))
			break;
		close = memmem(s, (size_t)(end - s), "-->", 3);
		if (close == NULL)
			return false;
		s = close + 3;
	}
	return begins(s, end, "<!doctype html") || begins(s, end, "<html") ||
	       begins(s, end, "<head") || begins(s, end, "<body");
}
