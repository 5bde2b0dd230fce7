#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "filter/made.h"

#define AT_LEAST 8 /* times that "{n,}" is written out at most */
#define DEEP 50 /* groups within groups */

struct reader {
	struct made *m;
	const char *p;
	size_t word; /* where in the text the plain letters begin that it ends
			with */
	int depth;
};

static void
add_run(struct made *m, const char *s, size_t n)
{
	char *run = xstrndup(s, n);

	if (n > 0 && m->runs.n < MADE_RUNS && !strv_has(&m->runs, run))
		strv_add(&m->runs, run);
	free(run);
}

static void
add_start(struct made *m, size_t n)
{
	char *start = xstrndup(buf_str(&m->text), n);

	if (m->starts.n < MADE_STARTS && !strv_has(&m->starts, start))
		strv_add(&m->starts, start);
	free(start);
}

static void
emit(struct reader *r, const char *s, size_t n)
{
	buf_add(&r->m->text, s, n);
}

static size_t
char_length(const char *p)
{
	const char *next = p;

	utf8_next(&next);
	return (size_t)(next - p);
}

/* What "\d" and the like stand for; "" is no character at all. */
static const char *
class_sample(char c)
{
	switch (c) {
	case 'd':
		return "1";
	case 'w':
	case 'X':
	case 'D':
	case 'S':
	case 'N':
		return "a";
	case 's':
	case 'h':
	case 'H':
		return " ";
	case 'W':
		return "-";
	case 'n':
	case 'R':
	case 'v':
		return "\n";
	case 't':
		return "\t";
	case 'b':
	case 'B':
	case 'A':
	case 'z':
	case 'Z':
	case 'G':
	case 'K':
		return "";
	default:
		return NULL;
	}
}

/* Reads what stands behind a backslash. */
static void
read_escape(struct reader *r)
{
	const char *sample = class_sample(*r->p);

	if (*r->p == '\0')
		return;
	if (strchr("pPxogk", *r->p) != NULL) {
		bool back = *r->p == 'g' || *r->p == 'k';

		r->p++;
		if (*r->p != '\0' && strchr("{<'", *r->p) != NULL)
			r->p += strcspn(r->p, "}>");
		r->p += *r->p != '\0';
		if (!back)
			emit(r, "a", 1);
		return;
	}
	if (sample != NULL) {
		emit(r, sample, strlen(sample));
		r->p++;
	} else if (*r->p >= '1' && *r->p <= '9') {
		r->p++;
	} else {
		size_t n = char_length(r->p);

		emit(r, r->p, n);
		r->p += n;
	}
}

/* Reads a class; each of its members is repeated, too, the first is emitted. */
static void
read_class(struct reader *r)
{
	bool turned = *r->p == '^', first = true;
	size_t from = r->m->text.len;

	r->p += turned;
	for (; *r->p != '\0' && (*r->p != ']' || first); first = false) {
		size_t at = r->m->text.len;

		if (strncmp(r->p, "[:", 2) == 0) {
			r->p += strcspn(r->p, "]");
			r->p += *r->p != '\0';
			emit(r, "a", 1);
		} else if (*r->p == '\\') {
			r->p++;
			read_escape(r);
		} else {
			size_t n = char_length(r->p);

			emit(r, r->p, n);
			r->p += n;
		}
		if (r->m->text.len > at && !turned)
			add_run(
			    r->m, r->m->text.data + at, r->m->text.len - at);
		if (!first)
			r->m->text.len = at;
	}
	r->p += *r->p == ']';
	if (turned) {
		r->m->text.len = from;
		emit(r, "q", 1);
	}
}

static void read_choices(struct reader *r);

enum group { GROUP_PLAIN, GROUP_BEHIND, GROUP_NOWHERE };

/* Skips what tells the kind of a group. */
static enum group
read_kind(struct reader *r)
{
	enum group kind = GROUP_PLAIN;

	if (*r->p == '*') {
		r->p += strcspn(r->p, ")");
		return GROUP_NOWHERE;
	}
	if (*r->p != '?')
		return kind;
	r->p++;
	if (*r->p == '#') {
		r->p += strcspn(r->p, ")");
		return GROUP_NOWHERE;
	}
	if (*r->p == '=' || *r->p == '!')
		kind = GROUP_NOWHERE;
	if (strncmp(r->p, "<=", 2) == 0)
		kind = GROUP_BEHIND;
	if (strncmp(r->p, "<!", 2) == 0)
		kind = GROUP_NOWHERE;
	if (kind == GROUP_PLAIN && strchr("<P'", *r->p) != NULL)
		r->p += strcspn(r->p, ">)");
	else if (kind == GROUP_PLAIN && strchr(":>|", *r->p) == NULL)
		r->p += strcspn(r->p, ":)"); /* (?i: */
	else if (kind == GROUP_BEHIND)
		r->p++;
	r->p += *r->p != '\0' && *r->p != ')';
	return kind;
}

static void
read_group(struct reader *r)
{
	size_t from = r->m->text.len;
	enum group kind = read_kind(r);

	if (++r->depth < DEEP)
		read_choices(r);
	r->depth--;
	r->p += *r->p == ')';
	if (kind == GROUP_NOWHERE)
		r->m->text.len = from;
	else if (kind == GROUP_BEHIND && from == r->m->lead)
		r->m->lead = r->m->text.len;
}

/* The most that a quantifier allows, 1 without one; *least. */
static long
read_quantifier(struct reader *r, long *least)
{
	long most = 1;
	char *end;

	*least = 1;
	if (*r->p == '*' || *r->p == '+') {
		*least = *r->p++ == '+';
		most = LONG_MAX;
	} else if (*r->p == '?') {
		r->p++;
	} else if (*r->p == '{' && r->p[1] >= '0' && r->p[1] <= '9') {
		*least = most = strtol(r->p + 1, &end, 10);
		if (*end == ',')
			most = end[1] == '}' ? LONG_MAX
					     : strtol(end + 1, &end, 10);
		r->p += strcspn(r->p, "}");
		r->p += *r->p != '\0';
	} else {
		return 1;
	}
	r->p += *r->p == '?' || *r->p == '+';
	return most;
}

/* True when it is a plain letter. */
static bool
read_atom(struct reader *r)
{
	char c = *r->p;

	if (c == '\\') {
		r->p++;
		read_escape(r);
	} else if (c == '[') {
		r->p++;
		read_class(r);
	} else if (c == '(') {
		r->p++;
		read_group(r);
	} else if (c == '.') {
		r->p++;
		emit(r, "x", 1);
	} else if (c == '^' || c == '$') {
		r->p++;
	} else {
		size_t n = char_length(r->p);

		emit(r, r->p, n);
		r->p += n;
		return true;
	}
	return false;
}

static void
end_word(struct reader *r, size_t end)
{
	if (end > r->word)
		add_run(r->m, r->m->text.data + r->word, end - r->word);
	r->word = r->m->text.len;
}

/* Reads an atom and how often it may stand. */
static void
read_repeated(struct reader *r)
{
	struct made *m = r->m;
	size_t from = m->text.len, n;
	long least, most;
	bool plain;

	if (*r->p == '(')
		end_word(r, from);
	plain = read_atom(r);
	n = m->text.len > from ? m->text.len - from : 0;
	most = read_quantifier(r, &least);
	if (!plain || most != 1 || least != 1)
		end_word(r, from);
	if (n == 0 || most <= 1)
		return;
	add_start(m, from);
	add_run(m, m->text.data + from, n);
	for (long i = 1; i < least && i < AT_LEAST; i++) {
		char *again = xstrndup(m->text.data + from, n);

		emit(r, again, n);
		free(again);
	}
}

/* Reads choices; the first is emitted. */
static void
read_choices(struct reader *r)
{
	struct made *m = r->m;
	size_t from = m->text.len;
	char *first = NULL;

	for (;; r->p++) {
		r->word = m->text.len;
		while (*r->p != '\0' && *r->p != '|' && *r->p != ')')
			read_repeated(r);
		end_word(r, m->text.len);
		if (m->text.len > from)
			add_run(m, m->text.data + from, m->text.len - from);
		if (first == NULL)
			first = xstrndup(buf_str(&m->text) + from,
			    m->text.len > from ? m->text.len - from : 0);
		m->text.len = from;
		if (*r->p != '|')
			break;
	}
	emit(r, first, strlen(first));
	r->word = m->text.len;
	free(first);
}

void
made_init(struct made *m, const char *pattern)
{
	struct reader r = {.m = m, .p = pattern};

	*m = (struct made){0};
	buf_init(&m->text, LIMIT_PATTERN * 16);
	add_start(m, 0);
	while (*r.p != '\0') {
		read_choices(&r);
		r.p += *r.p == ')' || *r.p == '|';
	}
}

void
made_clear(struct made *m)
{
	buf_clear(&m->text);
	strv_clear(&m->starts);
	strv_clear(&m->runs);
}
