#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/charset.h"

#define REPLACEMENT "\xef\xbf\xbd"

/*
 * Only these reach iconv: of its other converters some keep state, and have
 * had holes. What is not here is taken for windows-1252 or UTF-8.
 */
static const char *const names[] = {
    "iso-8859-2",
    "iso-8859-3",
    "iso-8859-4",
    "iso-8859-5",
    "iso-8859-7",
    "iso-8859-9",
    "iso-8859-10",
    "iso-8859-13",
    "iso-8859-14",
    "iso-8859-15",
    "windows-1250",
    "windows-1251",
    "windows-1253",
    "windows-1254",
    "windows-1257",
    "koi8-r",
    "cp850",
    "cp865",
    "macintosh",
    "utf-16",
    "utf-16le",
    "utf-16be",
    "utf-32",
    "utf-32le",
    "utf-32be",
};

static const char *
known(const char *name)
{
	for (size_t i = 0; i < LENGTH(names); i++)
		if (strcasecmp(name, names[i]) == 0)
			return names[i];
	return NULL;
}

/* What is said to be UTF-8 may be torn within a character. */
static bool
is_utf8(const char *s, size_t n, bool said)
{
	for (int i = 0; said && i < 3 && n > 0 && (s[n - 1] & 0x80) != 0; i++)
		n--;
	return utf8_valid(s, n) || utf8_mostly(s, n);
}

/* As UTF-8 that is valid and without NUL. */
static char *
repaired(const char *s, size_t n, bool *whole)
{
	if (!utf8_valid(s, n) || memchr(s, '\0', n) != NULL)
		*whole = false;
	return utf8_repair(s, n);
}

/* All of in, at *cd, into *b; what is no character of it is replaced. */
static void
convert_all(iconv_t cd, struct buf *in, struct buf *b, bool *whole)
{
	char *from = in->data, out[4096];
	size_t left = in->len;

	while (left > 0) {
		char *to = out;
		size_t room = sizeof(out);
		size_t rc = iconv(cd, &from, &left, &to, &room);

		buf_add(b, out, sizeof(out) - room);
		if (rc != (size_t)-1 || errno == E2BIG)
			continue;
		*whole = false;
		buf_adds(b, REPLACEMENT);
		from++;
		left--;
	}
}

static char *
convert(const char *charset, const char *s, size_t n, bool *whole)
{
	iconv_t cd = iconv_open("UTF-8", charset);
	struct buf in, out;
	char *text;

	if (cd == (iconv_t)-1)
		return repaired(s, n, whole);
	buf_init(&in, n);
	buf_add(&in, s, n);
	buf_init(&out, SIZE_MAX / 2);
	convert_all(cd, &in, &out, whole);
	iconv_close(cd);
	text = repaired(buf_str(&out), out.len, whole);
	buf_clear(&out);
	buf_clear(&in);
	return text;
}

char *
charset_text(const char *name, const char *s, size_t n, bool *whole)
{
	const char *charset = known(name);
	bool wide = charset != NULL && strncmp(charset, "utf", 3) == 0;

	if (wide || (charset != NULL && !utf8_valid(s, n)))
		return convert(charset, s, n, whole);
	return is_utf8(s, n, strcasecmp(name, "utf-8") == 0)
		   ? repaired(s, n, whole)
		   : convert("windows-1252", s, n, whole);
}
