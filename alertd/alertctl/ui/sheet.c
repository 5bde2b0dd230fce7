#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/ui/sheet.h"
#include "alertctl/ui/wrap.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"

#define INDENT (SHEET_LABEL + 1)
#define NARROW 20 /* columns that a text has at least */

void
sheet_clear(struct sheet *s)
{
	for (size_t i = 0; i < s->n; i++) {
		free(s->v[i].label);
		free(s->v[i].text);
	}
	free(s->v);
	*s = (struct sheet){0};
}

static struct sheet_line *
grow(struct sheet *s)
{
	s->v = xreallocarray(s->v, s->n + 1, sizeof(*s->v));
	s->v[s->n] = (struct sheet_line){0};
	return &s->v[s->n++];
}

void
sheet_take(struct sheet *s, enum paint paint, const char *label, char *text)
{
	struct sheet_line *l = grow(s);

	l->label = xstrdup(label);
	l->text = text;
	l->paint = paint;
}

void
sheet_add(
    struct sheet *s, enum paint paint, const char *label, const char *fmt, ...)
{
	char *text;
	va_list ap;

	va_start(ap, fmt);
	text = xvasprintf(fmt, ap);
	va_end(ap);
	sheet_take(s, paint, label, text);
}

void
sheet_whole(struct sheet *s, char *line)
{
	struct sheet_line *l = grow(s);

	l->label = xstrdup("");
	l->text = line;
	l->whole = true;
}

void
sheet_move(struct sheet *s, struct sheet *more)
{
	for (size_t i = 0; i < more->n; i++)
		*grow(s) = more->v[i];
	free(more->v);
	*more = (struct sheet){0};
}

static size_t
room(size_t columns)
{
	if (columns == 0)
		return SIZE_MAX;
	return columns < INDENT + NARROW ? NARROW : columns - INDENT;
}

/* Length of the next row of a text, and *skip the blanks behind it. */
static size_t
next_row(const char *text, size_t columns, size_t *skip)
{
	size_t n = text_fits(text, room(columns));

	*skip = strspn(text + n, " ");
	return n;
}

size_t
sheet_rows(const struct sheet *s, size_t columns)
{
	size_t rows = 0;

	for (size_t i = 0; i < s->n; i++) {
		const char *p = s->v[i].text;
		size_t skip;

		rows++;
		if (s->v[i].whole)
			continue;
		p += next_row(p, columns, &skip) + skip;
		for (; *p != '\0'; rows++)
			p += next_row(p, columns, &skip) + skip;
	}
	return rows;
}

struct printing {
	size_t columns, most, rows, left_out;
	const char *end;
	struct buf *b;
};

static bool
take_row(struct printing *p)
{
	if (p->most > 0 && p->rows >= p->most) {
		p->left_out++;
		return false;
	}
	p->rows++;
	return true;
}

/* The label, and blanks up to where texts stand. */
static void
print_label(struct printing *p, const char *label, enum paint paint)
{
	size_t n = text_width(label);

	buf_addf(p->b, "%s%s%s", n > 0 ? colour(paint) : "", label,
	    n > 0 ? colour_end(paint) : "");
	for (; n < INDENT; n++)
		buf_addc(p->b, ' ');
}

static void
print_row(struct printing *p, const char *label, const char *text, size_t n,
    enum paint paint)
{
	enum paint all = paint == PAINT_LOUD || paint == PAINT_BAD ? PAINT_BAD
								   : PAINT_NONE;

	if (!take_row(p))
		return;
	print_label(p, label, paint);
	buf_addf(p->b, "%s%.*s%s%s", colour(all), (int)n, text, colour_end(all),
	    p->end);
}

static void
print_line(struct printing *p, const struct sheet_line *l)
{
	const char *text = l->text, *label = l->label;
	size_t n, skip;

	do {
		n = next_row(text, p->columns, &skip);
		print_row(p, label, text, n, l->paint);
		text += n + skip;
		label = "";
	} while (*text != '\0');
}

void
sheet_print(const struct sheet *s, size_t columns, size_t most, const char *end,
    struct buf *b)
{
	struct printing p = {
	    .columns = columns, .most = most, .end = end, .b = b};
	bool cut = most > 0 && sheet_rows(s, columns) > most;

	if (cut)
		p.most = most - 1;
	for (size_t i = 0; i < s->n; i++) {
		if (!s->v[i].whole)
			print_line(&p, &s->v[i]);
		else if (take_row(&p))
			buf_addf(b, "%s%s", s->v[i].text, end);
	}
	if (!cut)
		return;
	buf_addf(b,
	    tr_n("… and %zu more row: make the window higher",
		"… and %zu more rows: make the window higher", p.left_out),
	    p.left_out);
	buf_adds(b, end);
}
