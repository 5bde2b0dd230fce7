#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <libxml/HTMLparser.h>

#include "base/attr.h"
#include "feed/html.h"
#include "feed/xmlfix.h"

/* Where what begins with start ends; NULL when s begins with something else. */
static const char *
behind(const struct xmlfix *f, const char *start, const char *end)
{
	size_t n = strlen(start), left = (size_t)(f->end - f->p);
	const char *close;

	if (left < n || memcmp(f->p, start, n) != 0)
		return NULL;
	close = memmem(f->p + n, left - n, end, strlen(end));
	return close == NULL ? f->end : close + strlen(end);
}

static const char *
raw_part(const struct xmlfix *f)
{
	static const char *const marks[][2] = {
	    {"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
	const char *end = NULL;

	for (size_t i = 0; i < LENGTH(marks) && end == NULL; i++)
		end = behind(f, marks[i][0], marks[i][1]);
	return end;
}

static void
put(struct xmlfix *f, const char *s)
{
	f->n = strlen(s);
	f->at = 0;
	memcpy(f->out, s, f->n);
}

static void
put_number(struct xmlfix *f, unsigned c)
{
	char s[sizeof(f->out)];

	snprintf(s, sizeof(s), "&#%u;", c);
	put(f, s);
}

/* "&#123;" at p: its length, or 0; as XML allows it in *c, or U+FFFD. */
static size_t
numeric(const struct xmlfix *f, unsigned *c)
{
	const char *s = f->p + 2;
	bool hex = s < f->end && *s == 'x';
	const char *from = hex ? ++s : s;

	for (*c = 0; s < f->end && isxdigit((unsigned char)*s); s++) {
		bool digit = isdigit((unsigned char)*s);

		if (!digit && !hex)
			return 0;
		if (*c <= 0x10ffff)
			*c = *c * (hex ? 16 : 10) +
			     (unsigned)(digit ? *s - '0'
					      : tolower(*s) - 'a' + 10);
	}
	if (s == from || s == f->end || *s != ';')
		return 0;
	*c = html_scalar(*c);
	if (*c < 0x20 && *c != '\t' && *c != '\n' && *c != '\r')
		*c = 0xfffd;
	return (size_t)(s + 1 - f->p);
}

/* At "&": puts what stands for it and moves past it. */
static void
mend_reference(struct xmlfix *f)
{
	const htmlEntityDesc *known;
	char name[12];
	unsigned c;
	size_t n = 0, left = (size_t)(f->end - f->p) - 1;

	if (left > 0 && f->p[1] == '#' && (n = numeric(f, &c)) > 0) {
		put_number(f, c);
		f->p += n;
		return;
	}
	while (n < left && n < sizeof(name) - 1 &&
	       isalnum((unsigned char)f->p[1 + n])) {
		name[n] = f->p[1 + n];
		n++;
	}
	name[n] = '\0';
	known = n < left && f->p[1 + n] == ';'
		    ? htmlEntityLookup((const xmlChar *)name)
		    : NULL;
	if (known == NULL) {
		put(f, "&amp;");
		f->p++;
	} else {
		put_number(f, known->value);
		f->p += n + 2;
	}
}

static void
mend_bracket(struct xmlfix *f)
{
	unsigned char next = f->end - f->p > 1 ? (unsigned char)f->p[1] : 0;

	f->raw = raw_part(f);
	if (f->raw != NULL)
		return;
	put(f, isalpha(next) || next >= 0x80 ||
		       (next != 0 && strchr("_:/!", next) != NULL)
		   ? "<"
		   : "&lt;");
	f->p++;
}

static bool
wrong(unsigned char c)
{
	return c < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/* How many bytes from p on need no look. */
static size_t
plain(const struct xmlfix *f)
{
	const char *end = f->raw != NULL ? f->raw : f->end;
	size_t n = 0, left = (size_t)(end - f->p);

	if (!f->mend)
		return left;
	while (n < left && !wrong((unsigned char)f->p[n]) &&
	       (f->raw != NULL || (f->p[n] != '&' && f->p[n] != '<')))
		n++;
	return n;
}

static void
mend(struct xmlfix *f)
{
	if (*f->p == '&') {
		mend_reference(f);
	} else if (*f->p == '<') {
		mend_bracket(f);
	} else {
		put(f, " ");
		f->p++;
	}
}

int
xmlfix_read(void *fix, char *buf, int len)
{
	struct xmlfix *f = fix;
	size_t room = len < 0 ? 0 : (size_t)len, done = 0;

	while (done < room && (f->at < f->n || f->p < f->end)) {
		const char *from = f->at < f->n ? f->out + f->at : f->p;
		size_t n = f->at < f->n ? f->n - f->at : plain(f);

		if (n > room - done)
			n = room - done;
		memcpy(buf + done, from, n);
		done += n;
		if (f->at < f->n) {
			f->at += n;
			continue;
		}
		f->p += n;
		if (f->raw != NULL && f->p >= f->raw)
			f->raw = NULL;
		else if (done < room && f->p < f->end)
			mend(f);
	}
	return (int)done;
}
