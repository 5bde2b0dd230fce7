/* Names of components: of two, and such as never name what they should. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "filter/cover.h"
#include "filter/lint_parts.h"

/* A text that both find, each as a whole name. */
static bool
meet(const struct linter *l, const struct written *a, const struct written *b)
{
	struct cover_wish w = {.v = l->v, .least = COVER_SAME, .any = true};

	for (size_t i = a->from; i < a->to; i++)
		for (size_t k = b->from; k < b->to; k++)
			if (cover_term(
				&w, &l->v->terms[i], NULL, &l->v->terms[k]))
				return true;
	return false;
}

static void
check_pair(struct linter *l, const struct written *a, const struct written *b)
{
	char text[LINT_SHORT + 4];

	if (meet(l, a, b))
		lint_add(l, &l->out->mistakes, a,
		    "names %s as well, by \"%s\" in line %u; leave it to one "
		    "of them, or make it longer",
		    l->f->c[lint_component(l, b->list)].id, lint_short(b, text),
		    b->rule->line);
	else if (meet(l, b, a))
		check_pair(l, b, a);
}

static void
names_of_two(struct linter *l)
{
	for (size_t i = 0; i < l->n; i++)
		for (size_t k = 0; k < i; k++) {
			size_t a = lint_component(l, l->w[i].list);
			size_t b = lint_component(l, l->w[k].list);

			if (a < l->f->n && b < l->f->n && a != b)
				check_pair(l, &l->w[i], &l->w[k]);
		}
}

/* What becomes of a component when a report consists of one of its names. */
enum named { NAMED, NAMED_PART, NAMED_NOT, NAMED_UNLESS };

static enum named
named_by(const struct linter *l, size_t component, const char *text)
{
	enum named r = NAMED_NOT;
	struct report report;
	struct judgement j;
	struct span at;

	report_init(&report);
	xreplace(&report.title, text);
	judge_open(&j, l->f, &report);
	if (judge_names(&j, component, j.doc.title, &at))
		r = judge_part(&j, component) ? NAMED_PART : NAMED;
	else if (scan_any(&j.doc.scan, unless_of(component)))
		r = NAMED_UNLESS;
	judge_close(&j);
	report_clear(&report);
	return r;
}

/* The best that one of the ways to read the name comes to. */
static enum named
best_of(const struct linter *l, const struct written *w)
{
	enum named best = NAMED_UNLESS;
	struct buf b;

	buf_init(&b, LIMIT_PATTERN * 8);
	for (size_t i = w->from; i < w->to; i++) {
		enum named r;

		lint_spell(l->v, &l->v->terms[i], SIZE_MAX, 0, &b);
		r = named_by(l, lint_component(l, w->list), buf_str(&b));
		best = r < best ? r : best;
	}
	buf_clear(&b);
	return best;
}

static void
tell(struct linter *l, const struct written *w, enum named r)
{
	const char *id = l->f->c[lint_component(l, w->list)].id;

	if (r == NAMED_UNLESS)
		lint_add(l, &l->out->mistakes, w,
		    "never names %s: a word of its own \"unless\" is in it; "
		    "leave one of them out",
		    id);
	else if (r == NAMED_NOT)
		lint_add(l, &l->out->mistakes, w,
		    "never names %s: a longer name of another component is "
		    "in it, or it is written out in words that are none of "
		    "its names; leave it out",
		    id);
	else if (r == NAMED_PART &&
		 l->f->c[lint_component(l, w->list)].verdict ==
		     VERDICT_BROADCAST)
		lint_add(l, &l->out->remarks, w,
		    "never broadcasts: a word of \"part\" of %s is in it; "
		    "leave one of them out",
		    id);
}

/* The names from and to are all that a component has. */
static void
check_component(struct linter *l, size_t from, size_t to)
{
	bool any = false;

	for (size_t i = from; i < to; i++) {
		enum named r = NAMED;

		if (l->v->terms[l->w[i].from].n > 0 && !l->w[i].dead)
			r = best_of(l, &l->w[i]);
		any |= !l->w[i].dead && r <= NAMED_PART;
		tell(l, &l->w[i], r);
	}
	if (!any)
		lint_add(l, &l->out->mistakes, &l->w[from],
		    "can never be hit: none of its names is ever found; give "
		    "it one in aliases");
}

void
lint_names(struct linter *l)
{
	names_of_two(l);
	for (size_t from = 0, to; from < l->n; from = to) {
		for (to = from; to < l->n && l->w[to].list == l->w[from].list;)
			to++;
		if (lint_component(l, l->w[from].list) < l->f->n)
			check_component(l, from, to);
	}
}
