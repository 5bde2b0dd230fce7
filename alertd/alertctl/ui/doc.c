#include <stdio.h>
#include <string.h>

#include "alertctl/ui/doc.h"
#include "alertctl/ui/out.h"
#include "alertctl/ui/wrap.h"

static const char sheet[] =
    "body{font:16px/1.4 sans-serif;color:#000;background:#fff;margin:2em "
    "auto;max-width:60em;padding:0 1em}"
    "h1{font-size:1.5em}h2{font-size:1.2em;margin:1.5em 0 .3em}"
    "p{margin:.3em 0;white-space:pre-line;overflow-wrap:anywhere}"
    ".lead{font-weight:bold;border:2px solid #000;padding:.5em}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #000;padding:.2em .4em;text-align:left;"
    "vertical-align:top;overflow-wrap:anywhere}";

/* Numbers of pages in their margins: Chromium from 131 on. */
static const char print_sheet[] =
    "@page{size:A4;margin:18mm 15mm;@bottom-right{content:counter(page) \" / "
    "\" counter(pages)}}"
    "body{font-size:10pt;margin:0;max-width:none;padding:0}"
    "thead{display:table-header-group}tr{break-inside:avoid}"
    "h2{break-after:avoid}";

static void
escaped(const char *s)
{
	for (; *s != '\0'; s++) {
		if (*s == '&')
			fputs("&amp;", stdout);
		else if (*s == '<')
			fputs("&lt;", stdout);
		else if (*s == '>')
			fputs("&gt;", stdout);
		else
			putchar(*s);
	}
}

static void
element(const char *open, const char *text, const char *close)
{
	fputs(open, stdout);
	escaped(text);
	fputs(close, stdout);
}

void
doc_begin(struct doc *d, bool html, bool print, const char *title,
    const char *language)
{
	*d = (struct doc){.html = html};
	if (!html) {
		wrap_print(stdout, title, 0, 0);
		return;
	}
	printf("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
	       "<meta charset=\"utf-8\">\n"
	       "<meta name=\"viewport\" content=\"width=device-width\">\n",
	    language);
	element("<title>", title, "</title>\n");
	printf("<style>%s%s</style>\n</head>\n<body>\n", sheet,
	    print ? print_sheet : "");
	element("<h1>", title, "</h1>\n");
}

void
doc_heading(struct doc *d, const char *text)
{
	if (d->html) {
		element("<h2>", text, "</h2>\n");
		return;
	}
	putchar('\n');
	wrap_print(stdout, text, 0, 0);
}

void
doc_lead(struct doc *d, const char *text)
{
	if (d->html) {
		element("<p class=\"lead\">", text, "</p>\n");
		return;
	}
	putchar('\n');
	wrap_print(stdout, text, 0, 0);
}

void
doc_text(struct doc *d, const char *text)
{
	if (d->html) {
		element("<p>", text, "</p>\n");
		return;
	}
	printf("  ");
	wrap_print(stdout, text, 2, 2);
}

void
doc_table(struct doc *d, const struct doc_column *columns, size_t n)
{
	const char *heads[16] = {0};

	d->columns = columns;
	d->n = n;
	for (size_t k = 0; k < n && k < 16; k++)
		heads[k] = columns[k].head;
	if (!d->html) {
		doc_row(d, heads);
		return;
	}
	fputs("<table>\n<thead><tr>", stdout);
	for (size_t k = 0; k < n; k++)
		element("<th scope=\"col\">", columns[k].head, "</th>");
	fputs("</tr></thead>\n<tbody>\n", stdout);
}

/* A head may be longer than what stands below it. */
static size_t
column_width(const struct doc_column *c)
{
	size_t head = text_width(c->head);

	return head > c->width ? head : c->width;
}

/* A cell that is too wide moves those behind it, and cuts nothing. */
static void
text_row(const struct doc *d, const char *const *cells)
{
	size_t at = 2, last = d->n - 1;

	/* No blanks at the end of a line. */
	while (last > 0 && *cells[last] == '\0')
		last--;
	printf("  ");
	for (size_t k = 0; k < last; k++) {
		out_padded(cells[k], column_width(&d->columns[k]));
		printf("  ");
		at += column_width(&d->columns[k]) + 2;
	}
	wrap_print(stdout, cells[last], at, at);
}

void
doc_row(struct doc *d, const char *const *cells)
{
	if (!d->html) {
		text_row(d, cells);
		return;
	}
	fputs("<tr>", stdout);
	for (size_t k = 0; k < d->n; k++)
		element("<td>", cells[k], "</td>");
	fputs("</tr>\n", stdout);
}

void
doc_table_end(struct doc *d)
{
	if (d->html)
		fputs("</tbody>\n</table>\n", stdout);
}

void
doc_end(struct doc *d)
{
	if (d->html)
		fputs("</body>\n</html>\n", stdout);
}
