#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <libxml/HTMLparser.h>

#include "base/attr.h"
#include "base/str.h"
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

/* Where the first byte from p on is that cannot stay as it is. */
static const char *
good_end(const struct xmlfix *f)
{
	const char *end = f->raw != NULL ? f->raw : f->end, *p = f->p;

	while (p < end) {
		unsigned char byte = (unsigned char)*p;
		size_t n = 1;
		uint32_t c;

		if (wrong(byte) ||
		    (f->raw == NULL && (byte == '&' || byte == '<')))
			break;
		if (byte >= 0x80 && f->utf8) {
			n = utf8_step(p, (size_t)(f->end - p), &c);
			if (n == 1)
				break;
		}
		p += n;
	}
	return p < end ? p : end;
}

static void
mend(struct xmlfix *f)
{
	if (*f->p == '&' && f->raw == NULL) {
		mend_reference(f);
	} else if (*f->p == '<' && f->raw == NULL) {
		mend_bracket(f);
	} else {
		put(f, wrong((unsigned char)*f->p) ? " " : "\xef\xbf\xbd");
		f->p++;
	}
}

/* Copies what can stay, and sees what stands for what cannot. */
static size_t
copy_good(struct xmlfix *f, char *buf, size_t room)
{
	size_t n;

	if (!f->mend)
		f->good = f->end;
	else if (f->good == NULL || f->p >= f->good)
		f->good = good_end(f);
	n = (size_t)(f->good - f->p);
	if (n > room)
		n = room;
	memcpy(buf, f->p, n);
	f->p += n;
	if (f->raw != NULL && f->p >= f->raw)
		f->raw = NULL;
	else if (f->p == f->good && f->p < f->end && n < room)
		mend(f);
	return n;
}

int
xmlfix_read(void *fix, char *buf, int len)
{
	struct xmlfix *f = fix;
	size_t room = len < 0 ? 0 : (size_t)len, done = 0;

	while (done < room && (f->at < f->n || f->p < f->end)) {
		size_t n = f->n - f->at;

		if (n > room - done)
			n = room - done;
		memcpy(buf + done, f->out + f->at, n);
		f->at += n;
		if (n == 0)
			n = copy_good(f, buf + done, room - done);
		done += n;
	}
	return (int)done;
}
