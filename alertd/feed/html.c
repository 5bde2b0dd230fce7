#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <libxml/HTMLparser.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/field.h"
#include "feed/html.h"

enum role {
	ROLE_LINE = 1,
	ROLE_PARAGRAPH,
	ROLE_ITEM,
	ROLE_CELL,
	ROLE_BREAK,
	ROLE_PRE,
	ROLE_SKIP
};

struct writer {
	struct buf out;
	int breaks; /* line ends owed before the next word */
	bool space; /* a space owed before the next word */
	bool pre; /* inside <pre>: lines are kept */
};

static const struct {
	const char *name;
	enum role role;
} roles[] = {
    {"p", ROLE_PARAGRAPH},
    {"h1", ROLE_PARAGRAPH},
    {"h2", ROLE_PARAGRAPH},
    {"h3", ROLE_PARAGRAPH},
    {"h4", ROLE_PARAGRAPH},
    {"h5", ROLE_PARAGRAPH},
    {"h6", ROLE_PARAGRAPH},
    {"ul", ROLE_PARAGRAPH},
    {"ol", ROLE_PARAGRAPH},
    {"table", ROLE_PARAGRAPH},
    {"blockquote", ROLE_PARAGRAPH},
    {"dl", ROLE_PARAGRAPH},
    {"hr", ROLE_PARAGRAPH},
    {"pre", ROLE_PRE},
    {"div", ROLE_LINE},
    {"tr", ROLE_LINE},
    {"section", ROLE_LINE},
    {"article", ROLE_LINE},
    {"dt", ROLE_LINE},
    {"dd", ROLE_LINE},
    {"header", ROLE_LINE},
    {"footer", ROLE_LINE},
    {"li", ROLE_ITEM},
    {"td", ROLE_CELL},
    {"th", ROLE_CELL},
    {"br", ROLE_BREAK},
    {"script", ROLE_SKIP},
    {"style", ROLE_SKIP},
    {"head", ROLE_SKIP},
    {"title", ROLE_SKIP},
    {"template", ROLE_SKIP},
    {"iframe", ROLE_SKIP},
};

static int
role_of(const xmlNode *node)
{
	for (size_t i = 0; i < LENGTH(roles); i++)
		if (strcasecmp((const char *)node->name, roles[i].name) == 0)
			return (int)roles[i].role;
	return 0;
}

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

static void
need(struct writer *w, int breaks)
{
	if (w->out.len > 0 && w->breaks < breaks)
		w->breaks = breaks;
	w->space = false;
}

static void
word(struct writer *w, const char *s, size_t n)
{
	if (w->breaks == 0 && w->space)
		buf_addc(&w->out, ' ');
	for (; w->breaks > 0; w->breaks--)
		buf_addc(&w->out, '\n');
	w->space = false;
	/* The last word before the limit is cut rather than lost. */
	if (n > w->out.max - w->out.len) {
		n = w->out.max - w->out.len;
		while (n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80)
			n--;
		buf_add(&w->out, s, n);
		w->out.failed = true;
	} else {
		buf_add(&w->out, s, n);
	}
}

static void
write_text(struct writer *w, const char *s)
{
	while (*s != '\0' && !buf_failed(&w->out)) {
		size_t n = strcspn(s, " \t\r\n");

		if (n > 0)
			word(w, s, n);
		s += n;
		for (; *s != '\0' && strchr(" \t\r\n", *s) != NULL; s++) {
			if (*s == '\n' && w->pre && w->breaks < 2)
				w->breaks++;
			w->space = w->out.len > 0;
		}
	}
}

static void
enter(struct writer *w, const xmlNode *node, int role)
{
	if (role == ROLE_PARAGRAPH || role == ROLE_PRE) {
		/* A list in an item goes on in the item's paragraph. */
		const xmlNode *up = node->parent;
		bool nested = up != NULL && up->name != NULL &&
			      role_of(up) == ROLE_ITEM;

		need(w, nested ? 1 : 2);
	} else if (role == ROLE_LINE) {
		need(w, 1);
	} else if (role == ROLE_ITEM) {
		need(w, 1);
		word(w, "-", 1);
		w->space = true;
	} else if (role == ROLE_BREAK) {
		if (w->out.len > 0 && w->breaks < 2)
			w->breaks++;
		w->space = false;
	} else if (role == ROLE_CELL && node->prev != NULL && w->breaks == 0) {
		w->space = true;
		word(w, "|", 1);
		w->space = true;
	}
	if (role == ROLE_PRE)
		w->pre = true;
}

static void
leave(struct writer *w, int role)
{
	if (role == ROLE_PARAGRAPH || role == ROLE_PRE)
		need(w, 2);
	else if (role == ROLE_LINE || role == ROLE_ITEM)
		need(w, 1);
	if (role == ROLE_PRE)
		w->pre = false;
}

static void
walk(struct writer *w, const xmlNode *node, int depth)
{
	int role = 0;

	if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
		write_text(w, (const char *)node->content);
	if (node->type != XML_ELEMENT_NODE || depth > LIMIT_MARKUP_DEPTH)
		return;
	role = role_of(node);
	if (role == ROLE_SKIP)
		return;
	enter(w, node, role);
	for (const xmlNode *c = node->children; c != NULL; c = c->next)
		if (!buf_failed(&w->out))
			walk(w, c, depth + 1);
	leave(w, role);
}

xmlDoc *
html_open(const char *s, size_t n)
{
	htmlParserCtxt *ctxt;
	xmlDoc *doc;

	if (n > LIMIT_FEED_BODY)
		n = LIMIT_FEED_BODY;
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

static char *
finish(struct writer *w)
{
	char *text = field_text(buf_str(&w->out), w->out.len, LIMIT_TEXT);

	buf_clear(&w->out);
	return text;
}

char *
html_render(const xmlNode *node)
{
	struct writer w = {0};

	buf_init(&w.out, LIMIT_TEXT);
	walk(&w, node, 0);
	return finish(&w);
}

char *
html_inside(const xmlNode *node)
{
	struct writer w = {0};

	buf_init(&w.out, LIMIT_TEXT);
	for (const xmlNode *c = node->children; c != NULL; c = c->next)
		walk(&w, c, 0);
	return finish(&w);
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

char *
html_text(const char *s, size_t n)
{
	struct buf b;
	xmlDoc *doc;
	char *copy = utf8_repair(s, n), *text;

	if (!html_looks(copy)) {
		text = field_text(copy, strlen(copy), LIMIT_TEXT);
		free(copy);
		return text;
	}
	/* In one element, since without implied ones there can be several. */
	buf_init(&b, SIZE_MAX / 2);
	buf_adds(&b, html_has_blocks(copy) ? "<div>" : "<div><pre>");
	buf_adds(&b, copy);
	buf_adds(&b, "</div>");
	doc = html_open(buf_str(&b), b.len);
	buf_clear(&b);
	text = xstrdup("");
	if (doc != NULL) {
		struct buf all;

		buf_init(&all, 4 * LIMIT_TEXT);
		/* A stray end tag can close the element of ours. */
		for (xmlNode *c = doc->children; c != NULL; c = c->next) {
			char *part = html_render(c);

			if (all.len > 0 && *part != '\0')
				buf_adds(&all, "\n\n");
			buf_adds(&all, part);
			free(part);
		}
		free(text);
		text = field_text(buf_str(&all), all.len, LIMIT_TEXT);
		buf_clear(&all);
		xmlFreeDoc(doc);
	}
	free(copy);
	return text;
}
