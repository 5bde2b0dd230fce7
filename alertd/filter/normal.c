#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/mem.h"
#include "base/str.h"
#include "filter/normal.h"

#define MARKS 30 /* combining marks that one letter may carry */
#define FORMS (UTF8PROC_STABLE | UTF8PROC_COMPOSE)

/*
 * ASCII and the Danish letters, which nearly all text consists of, need no
 * table: NUL, what may be a combining mark and all else is left to utf8proc.
 */
static char *
simple(const char *s, size_t n)
{
	char *out = xmalloc(n + 1);
	size_t i = 0;

	while (i < n) {
		unsigned char c = (unsigned char)s[i];
		unsigned char d = i + 1 < n ? (unsigned char)s[i + 1] : 0;

		if (c == 0xc3 && d >= 0x80 && d <= 0xbf && d != 0x9f) {
			out[i] = s[i];
			/* Upper case is 0x20 below lower case, but for ×. */
			out[i + 1] = (char)(d < 0x9f && d != 0x97 ? d + 0x20
								  : d);
			i += 2;
			continue;
		}
		if (c == 0 || c >= 0x80)
			break;
		out[i++] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
	}
	out[i] = '\0';
	if (i == n)
		return out;
	free(out);
	return NULL;
}

/* Dashes and apostrophes that only look different, in place. */
static char *
plain_marks(char *s)
{
	char *to = s;

	for (const char *p = s; *p != '\0';) {
		const unsigned char *u = (const unsigned char *)p;

		if (u[0] == 0xe2 && u[1] == 0x80 && u[2] >= 0x90 &&
		    u[2] <= 0x99 && u[2] != 0x96 && u[2] != 0x97) {
			*to++ = u[2] <= 0x95 ? '-' : '\'';
			p += 3;
		} else {
			*to++ = *p++;
		}
	}
	*to = '\0';
	return s;
}

/*
 * Leaves out what no letter carries, in place: to order a run of marks takes
 * utf8proc the square of its length.
 */
static char *
few_marks(char *s)
{
	const char *p = s, *next;
	char *to = s;

	for (int marks = 0; *p != '\0'; p = next) {
		const utf8proc_property_t *c;

		next = p;
		c = utf8proc_get_property((utf8proc_int32_t)utf8_next(&next));
		if (c->combining_class > 0)
			marks++;
		else if (!c->ignorable) /* which is taken out before */
			marks = 0;
		if (marks <= MARKS) {
			memmove(to, p, (size_t)(next - p));
			to += next - p;
		}
	}
	*to = '\0';
	return s;
}

static char *
map(const char *s, size_t n, int options)
{
	utf8proc_uint8_t *out = NULL;
	char *fixed = few_marks(utf8_repair(s, n));

	if (utf8proc_map((const utf8proc_uint8_t *)fixed,
		(utf8proc_ssize_t)strlen(fixed), &out,
		(utf8proc_option_t)options) < 0)
		return plain_marks(fixed);
	free(fixed);
	return plain_marks((char *)out);
}

char *
normal_text(const char *s, size_t n)
{
	char *out = simple(s, n);

	if (out != NULL)
		return out;
	return map(s, n,
	    FORMS | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
}

char *
normal_pattern(const char *s, size_t n)
{
	return map(s, n, FORMS);
}
