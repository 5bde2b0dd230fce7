#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "filter/doc.h"
#include "filter/normal.h"
#include "filter/updates.h"

struct parting {
	struct doc *d;
	struct span newest;
	size_t room;
	uint32_t sentence;
	bool title;
	const char *read; /* so far for quotations */
	size_t length; /* of the text */
};

static enum part
part_of(const struct parting *x, const char *s)
{
	const struct span *title = &x->d->title;

	if (s < title->s + title->n)
		return PART_TITLE;
	return s >= x->newest.s && s < x->newest.s + x->newest.n ? PART_NEWEST
								 : PART_OLDER;
}

/* How long a mark of quotation at p is, 0: it is none. */
static size_t
mark(const char *text, const char *p)
{
	static const char *const marks[] = {"\"", "\xe2\x80\x9c",
	    "\xe2\x80\x9d", "\xe2\x80\x9e", "\xc2\xbb", "\xc2\xab"};

	if (strchr("\"'\xe2\xc2", *p) == NULL || *p == '\0')
		return 0;
	for (size_t i = 0; i < LENGTH(marks); i++)
		if (strncmp(p, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	/* An apostrophe within a word or behind it may be one of a genitive. */
	return *p == '\'' && (p == text || strchr(" \n(:", p[-1]) != NULL ||
				 strchr(" \n.,:;)", p[1]) != NULL);
}

/* The end of a quotation of several words that begins at from, or NULL. */
static const char *
quotation(const char *text, const char *from, const char *to)
{
	int words = 0;

	for (const char *p = from + mark(text, from); p < to; p++) {
		words += *p == ' ';
		if (mark(text, p) > 0)
			return words >= 1 ? p : NULL;
		if (*p == '\n')
			break;
	}
	return NULL;
}

/*
 * Whether the clause lies in a quotation that begins in its line. Clauses come
 * in the order of the text, so that none of it is read twice.
 */
static bool
is_quoted(struct parting *x, const char *from, const char *to)
{
	const char *text = x->d->text, *line = from;

	while (line > x->read && line[-1] != '\n')
		line--;
	if (line > x->read)
		x->read = line;
	for (; x->read < from; x->read++) {
		const char *close = mark(text, x->read) > 0
					? quotation(
					      text, x->read, text + x->length)
					: NULL;

		if (close != NULL && close >= to - 1)
			return true;
		if (close != NULL)
			x->read = close;
	}
	return false;
}

static void
add_clause(struct parting *x, const char *from, const char *to)
{
	struct doc *d = x->d;

	if (from >= to)
		return;
	if (d->n == x->room) {
		x->room = x->room == 0 ? 16 : 2 * x->room;
		d->v = xreallocarray(d->v, x->room, sizeof(*d->v));
	}
	d->v[d->n++] = (struct clause){
	    .text = {from, (size_t)(to - from)},
	    .part = part_of(x, from),
	    .question = *to == '?',
	    .quoted = is_quoted(x, from, to),
	    .sentence = x->sentence,
	};
}

/* The nearest word of the list that begins within (from, to), or to. */
static const char *
next_break(const struct scan *s, enum rule_words list, const char *from,
    const char *to, bool comma)
{
	struct span in = {from, (size_t)(to - from)}, at;

	for (size_t skip = 0; scan_find(s, list, in, skip, &at);
	     skip = (size_t)(at.s - from) + at.n)
		if (at.s > from + 2 && (!comma || at.s[-2] == ','))
			return at.s;
	return to;
}

static const char *
least(const char *a, const char *b)
{
	return a < b ? a : b;
}

/* Where a bracket or a dash says of something that it is not hit. */
static const char *
aside(const struct scan *s, const char *from, const char *to)
{
	for (const char *p = from + 1; p < to; p++) {
		struct span in = {p, (size_t)(to - p)}, at;

		if (*p != '(' && (*p != '-' || p[-1] != ' ' || p[1] != ' '))
			continue;
		if ((scan_find(s, WORDS_UNAFFECTED, in, 0, &at) ||
			scan_find(s, WORDS_HIT, in, 0, &at)) &&
		    memchr(p, ')', (size_t)(at.s - p)) == NULL)
			return p;
	}
	return to;
}

/* Where a quotation begins. */
static const char *
quoted(const char *text, const char *from, const char *to)
{
	const char *end = text + strlen(text);

	for (const char *p = from + 1; p < to; p++)
		if (mark(text, p) > 0 && quotation(text, p, end) != NULL)
			return p;
	return to;
}

/* Where a quotation ends that begins right before from. */
static const char *
unquoted(const char *text, const char *from, const char *to)
{
	const char *p = from - 1, *close = NULL;

	if (from == text)
		return to;
	while (p > text && (*p & 0xc0) == 0x80)
		p--;
	if (mark(text, p) > 0)
		close = quotation(text, p, text + strlen(text));
	return close != NULL ? least(close, to) : to;
}

/* In a title a dash parts what may be two events. */
static const char *
dash(const char *from, const char *to)
{
	const char *p = memmem(from, (size_t)(to - from), " - ", 3);

	return p != NULL && p > from ? p : to;
}

static void
part_sentence(struct parting *x, const char *from, const char *to)
{
	const struct scan *s = &x->d->scan;

	while (from < to) {
		const char *semi = memchr(from, ';', (size_t)(to - from));
		const char *end = least(semi != NULL ? semi : to,
		    next_break(s, WORDS_BREAKS, from, to, false));

		end = least(
		    end, next_break(s, WORDS_COMMA_BREAKS, from, to, true));
		end = least(end, aside(s, from, end));
		if (x->title)
			end = least(end, dash(from, end));
		end = least(end, quoted(s->text, from, end));
		end = least(end, unquoted(s->text, from, end));
		add_clause(x, from, end);
		if (x->title && strncmp(end, " - ", 3) == 0)
			end += 2;
		from = end +
		       (end == semi || *end == '(' || mark(s->text, end) > 0);
	}
}

/* The end of a sentence: what ends it, behind its last word. */
static const char *
sentence_end(const struct doc *d, size_t last)
{
	const struct token *t = &d->scan.tokens[last];
	const char *p = d->text + t->end;
	const char *next = last + 1 < d->scan.n_tokens ? d->text + t[1].at
						       : NULL;

	while (*p != '\0' && p != next && strchr("\n.!? ", *p) == NULL)
		p++;
	return p;
}

static void
part_text(struct parting *x, const char *end)
{
	const struct scan *s = &x->d->scan;
	size_t first = 0;

	for (size_t i = 0; i < s->n_tokens; i++) {
		if (s->text + s->tokens[i].at >= end)
			return;
		if (i + 1 < s->n_tokens &&
		    s->tokens[i + 1].sentence == s->tokens[i].sentence)
			continue;
		x->sentence = s->tokens[i].sentence;
		x->title = s->tokens[i].at < x->d->title.n;
		part_sentence(
		    x, s->text + s->tokens[first].at, sentence_end(x->d, i));
		first = i + 1;
	}
}

/* Adds a piece and what parts it from the next; its place. */
static size_t
add_text(struct buf *b, const char *s, size_t n)
{
	size_t at = b->len;
	char *normal = normal_text(s, n);

	buf_adds(b, normal);
	buf_adds(b, "\n\n");
	free(normal);
	return at;
}

static struct span
piece(const char *text, size_t at, size_t next)
{
	return (struct span){text + at, next - 2 - at};
}

void
doc_init(struct doc *d, const struct report *r, const struct vocabulary *v)
{
	size_t len = strlen(r->text), newest, older, end, at;
	size_t cut = r->newest > 0 && r->newest < len ? r->newest : len;
	struct parting x = {.d = d};
	struct buf b;

	*d = (struct doc){0};
	buf_init(&b, SIZE_MAX / 2);
	add_text(&b, r->title, strlen(r->title));
	newest = add_text(&b, r->text, cut);
	older = add_text(&b, r->text + cut, len - cut);
	end = b.len;
	for (size_t i = 0; i < r->n_components; i++)
		add_text(
		    &b, r->components[i].name, strlen(r->components[i].name));
	x.length = b.len;
	x.read = d->text = buf_steal(&b);
	d->components = xcalloc(r->n_components + 1, sizeof(*d->components));
	at = end;
	for (size_t i = 0; i < r->n_components; i++) {
		const char *gap = strstr(d->text + at, "\n\n");
		size_t next = (size_t)(gap - d->text) + 2;

		d->components[i] = piece(d->text, at, next);
		at = next;
	}
	d->title = piece(d->text, 0, newest);
	x.newest = piece(d->text, newest, older);
	scan_open(&d->scan, v, WORDS_SHORTENED, d->text);
	x.newest = updates_newest(&d->scan, x.newest);
	part_text(&x, d->text + end);
}

void
doc_clear(struct doc *d)
{
	scan_clear(&d->scan);
	free(d->text);
	free(d->components);
	free(d->v);
	*d = (struct doc){0};
}
