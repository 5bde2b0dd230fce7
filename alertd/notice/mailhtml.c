#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "notice/mailhtml.h"

/*
 * On each element: Word does not hand a font on. A long word must not make the
 * table wider than a telephone.
 */
#define FONT                                                     \
	"font-family:Arial,Helvetica,sans-serif;font-size:16px;" \
	"line-height:24px;color:#1a1a1a;word-break:break-word"
#define TABLE                                                            \
	"<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" " \
	"cellspacing=\"0\" border=\"0\">"

/* A line of the text, by its mark; consecutive ones of a kind are a block. */
static const struct look {
	const char *mark; /* "" = none */
	const char *begin, *end; /* around the block */
	const char *open, *close; /* around the line */
} looks[] = {
    {"- ", "<ul style=\"margin:0 0 8px 24px;padding:0\">\n", "</ul>\n",
	"<li style=\"margin:0 0 6px 0;" FONT "\">", "</li>\n"},
    {"> ",
	TABLE "<tr><td bgcolor=\"#eef2f5\" style=\"background-color:#eef2f5;"
	      "border-left:4px solid #5f6f7f;padding:8px 12px 4px 12px\">\n",
	"</td></tr></table>\n", "<p style=\"margin:0 0 4px 0;" FONT "\">",
	"</p>\n"},
    {"", "", "", "<p style=\"margin:0 0 4px 0;" FONT "\">", "</p>\n"},
};

static const struct look heading = {"", "", "",
    "<h2 style=\"margin:20px 0 4px 0;font-weight:bold;" FONT "\">", "</h2>\n"};

/* A paragraph behind an empty line, a list or a quotation. */
static const struct look apart = {
    "", "", "", "<p style=\"margin:12px 0 4px 0;" FONT "\">", "</p>\n"};

/* NULL for an empty line; before is that of the line before. */
static const struct look *
look_of(const char *s, size_t n, const struct look *before, bool first)
{
	const struct look *l = looks;

	if (n == 0)
		return NULL;
	while (!str_starts(s, l->mark))
		l++;
	if (*l->mark != '\0')
		return l;
	if (s[n - 1] == '?')
		return &heading;
	return first || (before != NULL && *before->mark == '\0') ? l : &apart;
}

static void
escaped(struct buf *b, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '&')
			buf_adds(b, "&amp;");
		else if (s[i] == '<')
			buf_adds(b, "&lt;");
		else if (s[i] == '>')
			buf_adds(b, "&gt;");
		else
			buf_addc(b, s[i]);
	}
}

/*
 * The offset of an address that can be clicked, or n: a line that is an
 * address and nothing else, or an item that ends with one ("- Take it: …").
 * What others wrote is quoted, and never a link.
 */
static size_t
find_link(const char *s, size_t n)
{
	size_t i = 0;

	if (str_starts(s, "- "))
		for (i = n; i > 2 && s[i - 1] != ' ';)
			i--;
	if (i > 2 && s[i - 2] != ':')
		return n;
	return (str_starts(s + i, "https://") ||
		   str_starts(s + i, "http://")) &&
		       strcspn(s + i, " \"\n") == n - i
		   ? i
		   : n;
}

static void
link_to(struct buf *b, const char *s, size_t n)
{
	buf_adds(b, "<a href=\"");
	escaped(b, s, n);
	buf_adds(b, "\">");
	escaped(b, s, n);
	buf_adds(b, "</a>");
}

static void
add_line(struct buf *b, const struct look *look, const char *s, size_t n)
{
	size_t skip = strlen(look->mark), link = find_link(s, n);

	buf_adds(b, look->open);
	escaped(b, s + skip, link - skip);
	if (link < n)
		link_to(b, s + link, n - link);
	buf_adds(b, look->close);
}

char *
mailhtml_body(const char *text)
{
	const struct look *block = NULL;
	struct buf b;

	buf_init(&b, (size_t)16 * LIMIT_TEMPLATE_OUT);
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");
		const struct look *look = look_of(text, n, block, b.len == 0);

		if (look != block) {
			buf_adds(&b, block == NULL ? "" : block->end);
			buf_adds(&b, look == NULL ? "" : look->begin);
			block = look;
		}
		if (look != NULL)
			add_line(&b, look, text, n);
		text += n + (text[n] == '\n');
	}
	buf_adds(&b, block == NULL ? "" : block->end);
	return buf_steal(&b);
}

char *
mailhtml_plain(const char *body)
{
	return xasprintf("%s%s%s",
	    "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head>\n"
	    "<body>\n" TABLE "<tr><td align=\"left\">\n",
	    body, "</td></tr></table>\n</body></html>\n");
}
