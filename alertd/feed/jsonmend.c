#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/field.h"
#include "feed/jsonparts.h"

struct mending {
	const char *p, *end;
	struct buf out;
	bool utf8; /* but for some bytes; else it is windows-1252 */
	bool guessed;
};

/* The four digits of "\uXXXX" at p, or -1. */
static long
unit(const char *p, const char *end)
{
	char digits[5] = "";

	if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
		return -1;
	memcpy(digits, p + 2, 4);
	return strspn(digits, "0123456789abcdefABCDEF") == 4
		   ? strtol(digits, NULL, 16)
		   : -1;
}

static bool
high(long c)
{
	return c >= 0xd800 && c < 0xdc00;
}

static bool
low(long c)
{
	return c >= 0xdc00 && c < 0xe000;
}

static void
mend_escape(struct mending *m)
{
	long c = unit(m->p, m->end), next = -1;
	size_t n = m->end - m->p < 2 ? 1 : 2;

	if (c != -1) {
		n = 6;
		next = high(c) ? unit(m->p + 6, m->end) : -1;
	}
	if (high(c) && low(next))
		n = 12;
	if (c == 0 || low(c) || (high(c) && !low(next)))
		buf_adds(&m->out, "\\ufffd");
	else
		buf_add(&m->out, m->p, n);
	m->p += n;
}

static void
mend_letter(struct mending *m)
{
	unsigned char byte = (unsigned char)*m->p;
	uint32_t c;
	size_t n = utf8_step(m->p, (size_t)(m->end - m->p), &c);

	if (byte < 0x20) {
		buf_addc(&m->out, ' ');
		m->guessed = true;
	} else if (n > 1 || byte < 0x80) {
		buf_add(&m->out, m->p, n);
	} else {
		char two[] = {(char)(0xc0 | byte >> 6),
		    (char)(0x80 | (byte & 0x3f)), '\0'};

		buf_adds(&m->out, m->utf8 ? "\xef\xbf\xbd" : two);
		m->guessed = true;
	}
	m->p += n;
}

static void
mend_string(struct mending *m)
{
	buf_addc(&m->out, *m->p++);
	while (m->p < m->end && *m->p != '"') {
		if (*m->p == '\\')
			mend_escape(m);
		else
			mend_letter(m);
	}
	if (m->p < m->end)
		buf_addc(&m->out, *m->p++);
}

static bool
only(const char *s, size_t n, const char *set)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] == '\0' || strchr(set, s[i]) == NULL)
			return false;
	return true;
}

/* A number of so many digits is for nobody to count with. */
static void
mend_number(struct mending *m)
{
	const char *from = m->p;
	bool large;
	size_t n;

	while (m->p < m->end &&
	       (isalnum((unsigned char)*m->p) || strchr("+-.", *m->p) != NULL))
		m->p++;
	n = (size_t)(m->p - from);
	large = n > 15 || memchr(from, 'e', n) != NULL ||
		memchr(from, 'E', n) != NULL;
	large = large && only(from, n, "0123456789+-.eE");
	if (large)
		buf_addc(&m->out, '"');
	buf_add(&m->out, from, n);
	if (large)
		buf_addc(&m->out, '"');
}

static void
mend_all(struct mending *m)
{
	while (m->p < m->end && !buf_failed(&m->out)) {
		if (*m->p == '"')
			mend_string(m);
		else if (*m->p == '-' || isdigit((unsigned char)*m->p))
			mend_number(m);
		else
			buf_addc(&m->out, *m->p++);
	}
}

static json_t *
load(const char *s, size_t n, struct err *e)
{
	json_error_t je;
	json_t *v;

	/* Want of memory is no fault of the text, which would be mended. */
	json_set_alloc_funcs(xmalloc, free);
	v = json_loadb(s, n, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &je);

	if (v == NULL) {
		char *text = field_line(je.text, strlen(je.text), LIMIT_TITLE);

		err_set(e, "%s", text);
		free(text);
	}
	return v;
}

json_t *
json_part(const char *s, size_t n, bool *guessed, struct err *e)
{
	struct mending m = {.p = s, .end = s + n};
	json_t *v = load(s, n, e);

	*guessed = false;
	if (v != NULL)
		return v;
	buf_init(&m.out, SIZE_MAX / 2);
	m.utf8 = utf8_mostly(s, n);
	mend_all(&m);
	v = load(buf_str(&m.out), m.out.len, e);
	*guessed = m.guessed;
	buf_clear(&m.out);
	return v;
}
