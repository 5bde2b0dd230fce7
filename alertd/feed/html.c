/*
 * A page's HTML goes through libxml2 only where its tree is needed. Plain text
 * is read tag by tag here: libxml2's tree takes thirty times the body's
 * memory, its time grows with the square of the attributes, and it halts at
 * 256 open elements, with the words behind them lost.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/field.h"
#include "feed/html.h"
#include "feed/prose.h"

#define WIDE 5000 /* blanks without "<" or ">": no tree is made */
#define NAME 16 /* longer ones are no tag that means something here */

struct reader {
	const char *p, *end;
	struct prose out;
	/* What was looked for and is not there is not looked for again. */
	bool no_tags; /* no ">" behind here */
	bool no_quote[2]; /* no second '"', "'" behind here */
	bool no_comment; /* no "-->" */
	unsigned no_end; /* bits: no end tag of skipped[i] */
};

/* Elements in which no tag but their own end is one. */
static const char *const skipped[] = {
    "script", "style", "head", "title", "template", "iframe"};

bool
html_looks(const char *s)
{
	const char *semicolon = strrchr(s, ';');

	for (; *s != '\0'; s++) {
		unsigned char next = (unsigned char)s[1];

		if (*s == '<' && (isalpha(next) || next == '/' || next == '!'))
			return true;
		if (*s == '&' && (isalpha(next) || next == '#') &&
		    semicolon != NULL && s < semicolon)
			return true;
	}
	return false;
}

bool
html_has_blocks(const char *s)
{
	static const char *const tags[] = {"<p", "<br", "<div", "<li", "<tr"};

	for (const char *p = s; (p = strchr(p, '<')) != NULL; p++)
		for (size_t i = 0; i < LENGTH(tags); i++) {
			size_t n = strlen(tags[i]);

			if (strncasecmp(p, tags[i], n) == 0 &&
			    !isalnum((unsigned char)p[n]))
				return true;
		}
	return false;
}

/* The character of a numeric reference behind "&#"; moves *p past it. */
static unsigned
numeric(const char **p)
{
	bool hex = **p == 'x' || **p == 'X';
	unsigned c = 0;
	const char *from = *p += hex ? 1 : 0;

	for (; hex ? isxdigit((unsigned char)**p) : isdigit((unsigned char)**p);
	     (*p)++) {
		unsigned digit = isdigit((unsigned char)**p)
				     ? (unsigned)(**p - '0')
				     : (unsigned)(tolower(**p) - 'a' + 10);

		if (c <= 0x10ffff)
			c = c * (hex ? 16 : 10) + digit;
	}
	return *p == from ? 0 : html_scalar(c);
}

unsigned
html_scalar(unsigned c)
{
	bool bad = c == 0 || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff);

	return bad ? 0xfffd : c;
}

/* The character of a reference at "&"; 0 if it is none. Moves *p past it. */
static unsigned
reference(const char **p)
{
	const char *at = *p + 1;
	char name[NAME];
	size_t n = 0;
	const htmlEntityDesc *known;
	unsigned c;

	if (*at == '#') {
		at++;
		c = numeric(&at);
	} else {
		while (n < sizeof(name) - 1 && isalnum((unsigned char)at[n])) {
			name[n] = at[n];
			n++;
		}
		name[n] = '\0';
		known = htmlEntityLookup((const xmlChar *)name);
		at += n;
		/* "?a=1&copy=2" is no sign of copyright. */
		if (known == NULL ||
		    (*at != ';' && isalnum((unsigned char)*at)) || *at == '=')
			return 0;
		c = known->value;
	}
	if (c != 0)
		*p = *at == ';' ? at + 1 : at;
	return c;
}

static void
read_reference(struct reader *r)
{
	xmlChar utf8[8];
	unsigned c = reference(&r->p);
	int n;

	if (c == 0) {
		prose_text(&r->out, r->p++, 1);
		return;
	}
	n = xmlCopyChar(0, utf8, (int)c);
	prose_text(&r->out, (const char *)utf8, (size_t)n);
}

/* Behind the quoted value that begins at p, or NULL when it has no end. */
static const char *
quoted(struct reader *r, const char *p)
{
	bool *none = &r->no_quote[*p == '"' ? 0 : 1];
	const char *close = *none ? NULL : strchr(p + 1, *p);

	if (close == NULL) {
		*none = true;
		return NULL;
	}
	return close + 1;
}

/*
 * Behind the ">" of the tag whose attributes begin at p; NULL when it has
 * none. A quote that is never closed hides nothing.
 */
static const char *
tag_end(struct reader *r, const char *p)
{
	bool value = false;

	while (*p != '\0' && *p != '>') {
		const char *next = value && (*p == '"' || *p == '\'')
				       ? quoted(r, p)
				       : NULL;

		if (next != NULL) {
			p = next;
			value = false;
		} else {
			value = *p == '=' ||
				(value && isspace((unsigned char)*p));
			p++;
		}
	}
	if (*p == '\0')
		r->no_tags = true;
	return *p == '\0' ? NULL : p + 1;
}

static const char *
end_tag(const char *s, const char *name)
{
	size_t n = strlen(name);

	while ((s = strstr(s, "</")) != NULL) {
		if (strncasecmp(s + 2, name, n) == 0 &&
		    !isalnum((unsigned char)s[2 + n]))
			return s;
		s += 2;
	}
	return NULL;
}

/* From behind the start tag to behind the end tag, which may be missing. */
static void
skip_element(struct reader *r, const char *name)
{
	for (size_t i = 0; i < LENGTH(skipped); i++) {
		const char *at;

		if (strcasecmp(name, skipped[i]) != 0 ||
		    (r->no_end & 1u << i) != 0)
			continue;
		at = end_tag(r->p, skipped[i]);
		if (at != NULL)
			r->p = at;
		else
			r->no_end |= 1u << i;
		return;
	}
}

/* "<!…", "<?…", "</1": shown by no browser. */
static bool
read_bogus(struct reader *r)
{
	static const char cdata[] = "<![CDATA[";
	const char *close = NULL;

	if (strncasecmp(r->p, cdata, strlen(cdata)) == 0) {
		r->p += strlen(cdata);
		return true;
	}
	if (strncmp(r->p, "<!--", 4) == 0 && !r->no_comment) {
		close = strstr(r->p + 4, "-->");
		r->no_comment = close == NULL;
	}
	if (close != NULL) {
		r->p = close + 3;
		return true;
	}
	close = r->no_tags ? NULL : strchr(r->p, '>');
	r->no_tags = close == NULL;
	if (close != NULL)
		r->p = close + 1;
	return close != NULL;
}

static bool
read_element(struct reader *r, bool end)
{
	const char *p = r->p + (end ? 2 : 1), *behind;
	char name[NAME];
	size_t n = 0;

	for (; isalnum((unsigned char)p[n]) || p[n] == ':' || p[n] == '-'; n++)
		if (n < sizeof(name))
			name[n] = p[n];
	name[n < sizeof(name) ? n : 0] = '\0';
	behind = r->no_tags ? NULL : tag_end(r, p + n);
	if (behind == NULL)
		return false;
	r->p = behind;
	if (end)
		prose_end(&r->out, name);
	else if (prose_skips(name))
		skip_element(r, name);
	else
		prose_start(&r->out, name);
	return true;
}

/* At "<": moves past the tag; false when it is a character like another. */
static bool
read_tag(struct reader *r)
{
	unsigned char next = (unsigned char)r->p[1];

	if (isalpha(next))
		return read_element(r, false);
	if (next == '/' && isalpha((unsigned char)r->p[2]))
		return read_element(r, true);
	return (next == '!' || next == '?' || next == '/') && read_bogus(r);
}

static void
read_all(struct reader *r)
{
	while (r->p < r->end && !prose_full(&r->out)) {
		size_t n = strcspn(r->p, "<&]");

		prose_text(&r->out, r->p, n);
		r->p += n;
		if (*r->p == '&')
			read_reference(r);
		else if (strncmp(r->p, "]]>", 3) == 0)
			r->p += 3;
		else if (*r->p == ']' || (*r->p == '<' && !read_tag(r)))
			prose_text(&r->out, r->p++, 1);
	}
}

static char *
valid_text(const char *s, size_t n)
{
	struct reader r = {.p = s, .end = s + n};

	if (!html_looks(s))
		return field_text(s, n, LIMIT_TEXT);
	prose_init(&r.out, !html_has_blocks(s));
	read_all(&r);
	return prose_take(&r.out);
}

char *
html_text(const char *s, size_t n)
{
	char *copy, *text;

	if (strlen(s) == n && utf8_valid(s, n))
		return valid_text(s, n);
	copy = utf8_repair(s, n);
	text = valid_text(copy, strlen(copy));
	free(copy);
	return text;
}

/* libxml2 compares each attribute of an element with all before it. */
static bool
wide(const char *s, size_t n)
{
	size_t blanks = 0;

	for (size_t i = 0; i < n && blanks <= WIDE; i++) {
		if (s[i] == '<' || s[i] == '>')
			blanks = 0;
		else if (isspace((unsigned char)s[i]) || s[i] == '/')
			blanks++;
	}
	return blanks > WIDE;
}

xmlDoc *
html_open(const char *s, size_t n)
{
	htmlParserCtxt *ctxt;
	xmlDoc *doc;

	if (n > LIMIT_HTML_TREE || wide(s, n))
		return NULL;
	ctxt = htmlNewParserCtxt();
	if (ctxt == NULL)
		return NULL;
	doc = htmlCtxtReadMemory(ctxt, s, (int)n, NULL, "UTF-8",
	    HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED |
		HTML_PARSE_NODEFDTD | HTML_PARSE_NOERROR |
		HTML_PARSE_NOWARNING);
	htmlFreeParserCtxt(ctxt);
	return doc;
}

static void
walk(struct prose *p, const xmlNode *node, int depth)
{
	const char *name = (const char *)node->name;

	if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
		prose_text(p, (const char *)node->content,
		    strlen((const char *)node->content));
	if (node->type != XML_ELEMENT_NODE || depth > LIMIT_MARKUP_DEPTH ||
	    prose_skips(name))
		return;
	prose_start(p, name);
	for (const xmlNode *c = node->children; c != NULL; c = c->next)
		if (!prose_full(p))
			walk(p, c, depth + 1);
	prose_end(p, name);
}

char *
html_render(const xmlNode *node)
{
	struct prose p;

	prose_init(&p, false);
	walk(&p, node, 0);
	return prose_take(&p);
}

char *
html_inside(const xmlNode *node)
{
	struct prose p;

	prose_init(&p, false);
	for (const xmlNode *c = node->children; c != NULL; c = c->next)
		walk(&p, c, 0);
	return prose_take(&p);
}
