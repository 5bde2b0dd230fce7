#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/mustache.h"

#define DELIMITER_MAX 16

enum kind {
	TEXT,
	VARIABLE,
	RAW,
	SECTION,
	INVERTED,
	CLOSE,
	PARTIAL,
	COMMENT,
	DELIMITERS
};

struct token {
	enum kind kind;
	const char *at; /* the text, or the name */
	size_t len;
	const char *tag; /* where it began, for messages */
	size_t end; /* of a section: the index of its CLOSE */
	size_t indent; /* of a standalone partial: blanks before tag */
};

/* A template cut into tokens: a flat list, sections know their end. */
struct parser {
	const char *text;
	const char *pos;
	size_t indent; /* columns that were put before each line */
	char open[DELIMITER_MAX + 1];
	char close[DELIMITER_MAX + 1];
	struct token *v;
	size_t n, cap;
	size_t sections[LIMIT_TEMPLATE_DEPTH]; /* open ones */
	size_t depth;
};

struct render {
	const struct mustache_options *options;
	struct buf *out;
	struct err *e;
	json_t *stack[LIMIT_TEMPLATE_DEPTH + 1];
	size_t frames;
	size_t depth; /* sections and partials */
	size_t steps;
};

static void
place(const struct parser *p, const char *at, unsigned *line, unsigned *col)
{
	size_t c = 1;

	*line = 1;
	for (const char *s = p->text; s < at; s++) {
		if (*s == '\n') {
			++*line;
			c = 1;
		} else if (((unsigned char)*s & 0xc0u) != 0x80) {
			c++;
		}
	}
	*col = (unsigned)(c > p->indent ? c - p->indent : 1);
}

static int
fail(const struct parser *p, const char *at, struct err *e, const char *what,
    const char *name, size_t len)
{
	unsigned line, col;

	place(p, at, &line, &col);
	if (name == NULL)
		return err_set(e, "%u:%u: %s", line, col, what);
	return err_set(e, "%u:%u: %s \"%.*s\"", line, col, what,
	    (int)(len < 100 ? len : 100), name);
}

static struct token *
add(struct parser *p, struct token t)
{
	if (p->n == p->cap) {
		p->cap = p->cap == 0 ? 32 : p->cap * 2;
		p->v = xreallocarray(p->v, p->cap, sizeof(*p->v));
	}
	p->v[p->n] = t;
	return &p->v[p->n++];
}

static void
add_text(struct parser *p, const char *from, const char *to)
{
	if (to > from)
		add(p, (struct token){.kind = TEXT,
			   .at = from,
			   .tag = from,
			   .len = (size_t)(to - from)});
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void
trim(const char **s, size_t *len)
{
	while (*len > 0 && is_blank(**s)) {
		(*s)++;
		(*len)--;
	}
	while (*len > 0 && is_blank((*s)[*len - 1]))
		(*len)--;
}

static enum kind
kind_of(char c)
{
	static const char marks[] = "{&#^/>!=";
	static const enum kind kinds[] = {
	    RAW, RAW, SECTION, INVERTED, CLOSE, PARTIAL, COMMENT, DELIMITERS};
	const char *m = c == '\0' ? NULL : strchr(marks, c);

	return m == NULL ? VARIABLE : kinds[m - marks];
}

/* "<% %>" between the equals signs. */
static int
set_delimiters(struct parser *p, const struct token *t, struct err *e)
{
	size_t a = 0, b;

	while (a < t->len && !is_blank(t->at[a]))
		a++;
	for (b = a; b < t->len && is_blank(t->at[b]);)
		b++;
	for (size_t i = b; i < t->len; i++) {
		if (is_blank(t->at[i]) || t->at[i] == '=')
			b = t->len;
	}
	if (a == 0 || b >= t->len || a > DELIMITER_MAX ||
	    t->len - b > DELIMITER_MAX || memchr(t->at, '=', a) != NULL)
		return fail(p, t->tag, e, "not two delimiters:", t->at, t->len);
	memcpy(p->open, t->at, a);
	p->open[a] = '\0';
	memcpy(p->close, t->at + b, t->len - b);
	p->close[t->len - b] = '\0';
	return 0;
}

/* Reads the tag at tag into *t; p->pos moves past it. */
static int
read_tag(struct parser *p, const char *tag, struct token *t, struct err *e)
{
	const char *s = tag + strlen(p->open), *end;
	char closing[DELIMITER_MAX + 2] = "", *c = closing;

	*t = (struct token){.tag = tag};
	while (is_blank(*s))
		s++;
	t->kind = kind_of(*s);
	if (*s == '{' || *s == '=')
		*c++ = *s == '{' ? '}' : '=';
	memcpy(c, p->close, strlen(p->close));
	if (t->kind != VARIABLE)
		s++;
	end = strstr(s, closing);
	if (end == NULL)
		return fail(p, tag, e, "this tag is not closed with", closing,
		    strlen(closing));
	t->at = s;
	t->len = (size_t)(end - s);
	trim(&t->at, &t->len);
	p->pos = end + strlen(closing);
	if (t->len == 0 && t->kind != COMMENT)
		return fail(p, tag, e, "this tag has no name", NULL, 0);
	return t->kind == DELIMITERS ? set_delimiters(p, t, e) : 0;
}

/*
 * Whether the tag has its line for itself. Then *from is the start of the
 * line and p->pos moves to the next.
 */
static bool
stands_alone(struct parser *p, const struct token *t, const char **from)
{
	const char *s = t->tag, *end = p->pos;

	if (t->kind == VARIABLE || t->kind == RAW)
		return false;
	while (s > p->text && (s[-1] == ' ' || s[-1] == '\t'))
		s--;
	if (s > p->text && s[-1] != '\n')
		return false;
	end += strspn(end, " \t");
	if (end[0] == '\r' && end[1] == '\n')
		end++;
	if (*end != '\0' && *end != '\n')
		return false;
	p->pos = *end == '\0' ? end : end + 1;
	*from = s;
	return true;
}

static int
open_section(struct parser *p, const struct token *t, struct err *e)
{
	if (p->depth == LIMIT_TEMPLATE_DEPTH)
		return fail(
		    p, t->tag, e, "sections are nested too deep", NULL, 0);
	p->sections[p->depth++] = p->n;
	add(p, *t);
	return 0;
}

static int
close_section(struct parser *p, const struct token *t, struct err *e)
{
	struct token *s;

	if (p->depth == 0)
		return fail(p, t->tag, e, "no section is open here to close",
		    t->at, t->len);
	s = &p->v[p->sections[p->depth - 1]];
	if (s->len != t->len || memcmp(s->at, t->at, t->len) != 0)
		return fail(p, t->tag, e, "the section to close here is", s->at,
		    s->len);
	s->end = p->n;
	p->depth--;
	add(p, *t);
	return 0;
}

static int
take_tag(struct parser *p, const struct token *t, struct err *e)
{
	switch (t->kind) {
	case SECTION:
	case INVERTED:
		return open_section(p, t, e);
	case CLOSE:
		return close_section(p, t, e);
	case TEXT:
	case VARIABLE:
	case RAW:
	case PARTIAL:
		add(p, *t);
		return 0;
	case COMMENT:
	case DELIMITERS:
		break;
	}
	return 0;
}

/* On -1, too, the tokens before the mistake are there. */
static int
parse(struct parser *p, const char *text, size_t indent, struct err *e)
{
	const char *tag;
	struct token t;

	*p = (struct parser){.text = text,
	    .pos = text,
	    .indent = indent,
	    .open = "{{",
	    .close = "}}"};
	while ((tag = strstr(p->pos, p->open)) != NULL) {
		const char *start = p->pos, *end = tag;

		if (read_tag(p, tag, &t, e) == -1)
			return -1;
		if (stands_alone(p, &t, &end))
			t.indent = (size_t)(tag - end);
		add_text(p, start, end);
		if (take_tag(p, &t, e) == -1)
			return -1;
	}
	add_text(p, p->pos, p->pos + strlen(p->pos));
	if (p->depth > 0) {
		const struct token *s = &p->v[p->sections[p->depth - 1]];

		return fail(
		    p, s->tag, e, "this section is not closed:", s->at, s->len);
	}
	return 0;
}

static json_t *
member(json_t *v, const char *name, size_t len)
{
	char key[256];

	if (!json_is_object(v) || len >= sizeof(key))
		return NULL;
	memcpy(key, name, len);
	key[len] = '\0';
	return json_object_get(v, key);
}

/* The first part is looked for outwards, the rest inside what it is. */
static json_t *
lookup(const struct render *r, const char *name, size_t len)
{
	const char *dot;
	json_t *v = NULL;
	size_t part;

	if (len == 1 && name[0] == '.')
		return r->stack[r->frames - 1];
	dot = memchr(name, '.', len);
	part = dot == NULL ? len : (size_t)(dot - name);
	for (size_t i = r->frames; v == NULL && i > 0; i--)
		v = member(r->stack[i - 1], name, part);
	while (v != NULL && part < len) {
		name += part + 1;
		len -= part + 1;
		dot = memchr(name, '.', len);
		part = dot == NULL ? len : (size_t)(dot - name);
		v = member(v, name, part);
	}
	return v;
}

static bool
truthy(const json_t *v)
{
	switch (json_typeof(v)) {
	case JSON_NULL:
	case JSON_FALSE:
		return false;
	case JSON_STRING:
		return json_string_length(v) > 0;
	case JSON_INTEGER:
		return json_integer_value(v) != 0;
	case JSON_REAL:
		return json_real_value(v) < 0 || json_real_value(v) > 0;
	case JSON_ARRAY:
		return json_array_size(v) > 0;
	case JSON_TRUE:
	case JSON_OBJECT:
		break;
	}
	return true;
}

/* The shortest decimal that reads back as the same number. */
static char *
real_text(double d)
{
	char buf[64], *comma;

	for (int digits = 15; digits <= 17; digits++) {
		snprintf(buf, sizeof(buf), "%.*g", digits, d);
		if (!(strtod(buf, NULL) < d || strtod(buf, NULL) > d))
			break;
	}
	comma = strchr(buf, ',');
	if (comma != NULL)
		*comma = '.';
	return xstrdup(buf);
}

/* Of what is no string. */
static char *
value_text(const json_t *v)
{
	if (json_is_integer(v))
		return xasprintf(
		    "%" JSON_INTEGER_FORMAT, json_integer_value(v));
	if (json_is_real(v))
		return real_text(json_real_value(v));
	if (json_is_boolean(v))
		return xstrdup(json_is_true(v) ? "true" : "false");
	return xstrdup("");
}

static void
put_html(struct buf *out, const char *s)
{
	for (;; s++) {
		size_t n = strcspn(s, "&<>\"");

		buf_add(out, s, n);
		s += n;
		if (*s == '\0')
			return;
		buf_adds(out, *s == '&'	  ? "&amp;"
			      : *s == '<' ? "&lt;"
			      : *s == '>' ? "&gt;"
					  : "&quot;");
	}
}

static void
put_json(struct buf *out, const char *s)
{
	for (;; s++) {
		size_t n = 0;

		while (
		    (unsigned char)s[n] >= 0x20 && s[n] != '"' && s[n] != '\\')
			n++;
		buf_add(out, s, n);
		s += n;
		if (*s == '\0')
			return;
		if (*s == '\n')
			buf_adds(out, "\\n");
		else if ((unsigned char)*s < 0x20)
			buf_addf(out, "\\u%04x", (unsigned)(unsigned char)*s);
		else
			buf_add(out, (const char[]){'\\', *s}, 2);
	}
}

static bool
unreserved(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
	       c == '~';
}

static void
put_url(struct buf *out, const char *s)
{
	static const char hex[] = "0123456789ABCDEF";

	for (;; s++) {
		size_t n = 0;

		while (unreserved((unsigned char)s[n]))
			n++;
		buf_add(out, s, n);
		s += n;
		if (*s == '\0')
			return;
		buf_add(out,
		    (const char[]){'%', hex[(unsigned char)*s >> 4],
			hex[(unsigned char)*s & 15]},
		    3);
	}
}

static void
put_value(const struct render *r, const struct token *t)
{
	const json_t *v = lookup(r, t->at, t->len);
	char *made = NULL;
	const char *s;

	if (v == NULL)
		return;
	s = json_is_string(v) ? json_string_value(v) : (made = value_text(v));
	switch (t->kind == RAW ? MUSTACHE_PLAIN : r->options->escape) {
	case MUSTACHE_PLAIN:
		buf_adds(r->out, s);
		break;
	case MUSTACHE_HTML:
		put_html(r->out, s);
		break;
	case MUSTACHE_JSON:
		put_json(r->out, s);
		break;
	case MUSTACHE_URL:
		put_url(r->out, s);
		break;
	}
	free(made);
}

static int
render_tokens(struct render *r, const struct parser *p, size_t from, size_t to);

static int
enter(struct render *r, const struct parser *p, const struct token *t)
{
	if (r->depth == LIMIT_TEMPLATE_DEPTH)
		return fail(p, t->tag, r->e,
		    "sections and partials are nested too deep at", t->at,
		    t->len);
	r->depth++;
	return 0;
}

/* Renders the inside of section i once with v on top of the stack. */
static int
render_inside(struct render *r, const struct parser *p, size_t i, json_t *v)
{
	int result;

	if (v != NULL)
		r->stack[r->frames++] = v;
	result = render_tokens(r, p, i + 1, p->v[i].end);
	if (v != NULL)
		r->frames--;
	return result;
}

static int
render_section(struct render *r, const struct parser *p, size_t i)
{
	const struct token *t = &p->v[i];
	json_t *v = lookup(r, t->at, t->len);
	bool yes = v != NULL && truthy(v);
	int result = 0;

	if (yes == (t->kind == INVERTED))
		return 0;
	if (enter(r, p, t) == -1)
		return -1;
	if (t->kind == INVERTED) {
		result = render_inside(r, p, i, NULL);
	} else if (json_is_array(v)) {
		size_t n = json_array_size(v);

		for (size_t k = 0; k < n && result == 0; k++)
			result = render_inside(r, p, i, json_array_get(v, k));
	} else {
		result = render_inside(r, p, i, v);
	}
	r->depth--;
	return result;
}

/* The partial's text with the blanks before its tag put before each line. */
static int
indent_text(const char *text, const struct token *t, struct buf *out)
{
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");

		n += text[n] == '\n';
		buf_add(out, t->tag - t->indent, t->indent);
		buf_add(out, text, n);
		text += n;
	}
	return buf_failed(out) ? -1 : 0;
}

static int
render_text(struct render *r, const char *text, const struct token *t)
{
	struct parser p;
	int result = parse(&p, text, t->indent, r->e);

	if (result == 0)
		result = render_tokens(r, &p, 0, p.n);
	free(p.v);
	return result;
}

static int
render_partial(struct render *r, const struct parser *p, const struct token *t)
{
	char *name = xstrndup(t->at, t->len);
	const char *text = NULL;
	struct buf indented;
	int result = 0;

	if (r->options->partial != NULL)
		text = r->options->partial(name, r->options->arg);
	buf_init(&indented, (size_t)4 * LIMIT_TEMPLATE);
	if (text == NULL)
		goto done;
	result = enter(r, p, t);
	if (result == -1)
		goto done;
	r->steps += strlen(text) / 16;
	if (t->indent > 0 && indent_text(text, t, &indented) == -1)
		result = err_set(r->e, "1:1: the partial is too large");
	else
		result = render_text(
		    r, t->indent > 0 ? buf_str(&indented) : text, t);
	r->depth--;
	/* The innermost partial is the one to be named. */
	if (result == -1 && r->e != NULL && strncmp(r->e->msg, "part", 4) != 0)
		err_prefix(r->e, "partial %s:", name);
done:
	buf_clear(&indented);
	free(name);
	return result;
}

static int
render_token(struct render *r, const struct parser *p, size_t *i)
{
	const struct token *t = &p->v[*i];

	switch (t->kind) {
	case TEXT:
		buf_add(r->out, t->at, t->len);
		return 0;
	case VARIABLE:
	case RAW:
		put_value(r, t);
		return 0;
	case SECTION:
	case INVERTED:
		if (render_section(r, p, *i) == -1)
			return -1;
		*i = t->end;
		return 0;
	case PARTIAL:
		return render_partial(r, p, t);
	case CLOSE:
	case COMMENT:
	case DELIMITERS:
		break;
	}
	return 0;
}

static int
render_tokens(struct render *r, const struct parser *p, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		const char *tag = p->v[i].tag;

		/* A partial that calls itself twice would go on for years. */
		if (++r->steps > LIMIT_TEMPLATE_STEPS)
			return fail(
			    p, tag, r->e, "this takes too long", NULL, 0);
		if (render_token(r, p, &i) == -1)
			return -1;
		if (buf_failed(r->out))
			return fail(
			    p, tag, r->e, "the text grows too long", NULL, 0);
	}
	return 0;
}

int
mustache_render(const char *text, json_t *data,
    const struct mustache_options *options, struct buf *out, struct err *e)
{
	static const struct mustache_options html = {.escape = MUSTACHE_HTML};
	struct token whole = {.kind = TEXT};
	struct err why = {""};
	struct render r = {
	    .options = options == NULL ? &html : options,
	    .out = out,
	    .e = &why,
	    .frames = 1,
	};

	r.stack[0] = data;
	if (render_text(&r, text, &whole) == -1)
		return err_set(e, "%s", why.msg);
	return 0;
}

int
mustache_check(const char *text, struct err *e)
{
	struct parser p;
	int result = parse(&p, text, 0, e);

	free(p.v);
	return result;
}

static bool
listed(const json_t *list, const char *name)
{
	for (size_t i = 0; i < json_array_size(list); i++) {
		if (strcmp(json_string_value(json_array_get(list, i)), name) ==
		    0)
			return true;
	}
	return false;
}

static bool
is_name(const struct token *t)
{
	return (t->kind == VARIABLE || t->kind == RAW || t->kind == SECTION ||
		   t->kind == INVERTED) &&
	       !(t->len == 1 && t->at[0] == '.');
}

static json_t *
collect(const char *text, bool partials)
{
	json_t *list = json_array();
	struct parser p;

	parse(&p, text, 0, NULL);
	for (size_t i = 0; i < p.n; i++) {
		const struct token *t = &p.v[i];
		char *name;

		if (partials ? t->kind != PARTIAL : !is_name(t))
			continue;
		name = xstrndup(t->at, t->len);
		if (!listed(list, name))
			json_array_append_new(list, json_string(name));
		free(name);
	}
	free(p.v);
	return list;
}

json_t *
mustache_names(const char *text)
{
	return collect(text, false);
}

json_t *
mustache_partials(const char *text)
{
	return collect(text, true);
}

void
mustache_find(const char *text, const char *name, unsigned *line, unsigned *col)
{
	size_t len = strlen(name);
	struct parser p;

	*line = *col = 0;
	parse(&p, text, 0, NULL);
	for (size_t i = 0; i < p.n; i++) {
		const struct token *t = &p.v[i];

		if (t->kind != TEXT && t->len == len &&
		    memcmp(t->at, name, len) == 0) {
			place(&p, t->tag, line, col);
			break;
		}
	}
	free(p.v);
}
