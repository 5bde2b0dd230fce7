/* Terms that find nothing which others of their list do not find as well. */
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/mem.h"
#include "filter/cover.h"
#include "filter/lint_parts.h"

#define SPLITS 512 /* ways to read one term that are looked at one by one */
#define SHOWN 3 /* terms that are named as finding what another does */

struct search {
	struct linter *l;
	const struct written *w; /* the term in question */
	size_t from, to; /* of l->w: its list */
	struct cover_wish wish;
	const struct written *by[SHOWN];
	size_t n_by, splits;
};

/*
 * Lists of which only counts whether a word of them is there: neither where it
 * stands nor how long it is, nor is it told in a reason.
 */
static bool
only_there(unsigned list)
{
	static const enum rule_words lists[] = {WORDS_LATER, WORDS_TALK,
	    WORDS_NOW, WORDS_PAST, WORDS_BEGUN, WORDS_OVERRUN, WORDS_NO_EFFECT,
	    WORDS_AGAIN, WORDS_ALSO, WORDS_NEXT_UPDATE};

	if (list >= names_of(0))
		return (list - names_of(0)) % 3 != 0; /* unless, part */
	for (size_t i = 0; i < LENGTH(lists); i++)
		if ((enum rule_words)list == lists[i])
			return true;
	return false;
}

static void
remember(struct search *s, const struct written *by)
{
	for (size_t i = 0; i < s->n_by; i++)
		if (s->by[i] == by)
			return;
	if (s->n_by < SHOWN)
		s->by[s->n_by++] = by;
}

/* One other term finds it, read with these words. */
static bool
by_one(struct search *s, const struct term *t, const uint32_t *only)
{
	for (size_t i = s->from; i < s->to; i++) {
		const struct written *w = &s->l->w[i];

		if (w == s->w || w->gone || w->dead)
			continue;
		for (size_t k = w->from; k < w->to; k++)
			if (cover_term(&s->wish, t, only, &s->l->v->terms[k])) {
				remember(s, w);
				return true;
			}
	}
	return false;
}

/* Each of its words at place k, and the places behind, is found by some. */
static bool
by_several(struct search *s, const struct term *t, uint32_t *only, size_t k)
{
	bool all = true;

	if (++s->splits > SPLITS)
		return false;
	if (by_one(s, t, only))
		return true;
	while (k < t->n && (term_slot(s->l->v, t, k)->not ||
			       term_slot(s->l->v, t, k)->n < 2))
		k++;
	if (k == t->n)
		return false;
	for (uint32_t i = 0; i < term_slot(s->l->v, t, k)->n && all; i++) {
		only[k] = i;
		all = by_several(s, t, only, k + 1);
	}
	only[k] = UINT32_MAX;
	return all;
}

static bool
all_found(struct search *s)
{
	bool all = true;

	s->n_by = s->splits = 0;
	for (size_t i = s->w->from; i < s->w->to && all; i++) {
		const struct term *t = &s->l->v->terms[i];
		uint32_t *only = xcalloc(t->n + 1, sizeof(*only));

		memset(only, 0xff, (t->n + 1) * sizeof(*only));
		all = by_several(s, t, only, 0);
		free(only);
	}
	return all;
}

/* Each is what the other is. */
static bool
equal(struct search *s, const struct written *by)
{
	struct search back = *s;

	back.w = by;
	for (size_t i = s->from; i < s->to; i++)
		if (&s->l->w[i] == s->w)
			back.from = i, back.to = i + 1;
	return all_found(&back);
}

static void
tell(struct search *s)
{
	char text[LINT_SHORT + 4];
	struct buf b;

	if (s->n_by == 1 && equal(s, s->by[0])) {
		lint_add(s->l, &s->l->out->remarks, s->w,
		    "stands twice, see \"%s\" in line %u; leave one out",
		    lint_short(s->by[0], text), s->by[0]->rule->line);
		return;
	}
	buf_init(&b, 8192);
	for (size_t i = 0; i < s->n_by; i++)
		buf_addf(&b, "%s\"%s\" (line %u)", i > 0 ? ", " : "",
		    lint_short(s->by[i], text), s->by[i]->rule->line);
	lint_add(s->l, &s->l->out->remarks, s->w,
	    "finds nothing that %s does not find; leave it out", buf_str(&b));
	buf_clear(&b);
}

static void
check(struct linter *l, size_t i, size_t from, size_t to)
{
	struct search s = {.l = l, .w = &l->w[i], .from = from, .to = to};
	size_t c = lint_component(l, s.w->list);
	bool found;

	if (s.w->dead || (c < l->f->n && i == from))
		return; /* the id of a component has to be there */
	s.wish = (struct cover_wish){.v = l->v, .typos = true};
	s.wish.least = only_there(s.w->list) ? COVER_WITHIN : COVER_SAME;
	found = all_found(&s);
	if (found)
		tell(&s);
	l->w[i].gone = found;
}

/* The later of two that are equal is the one that is too many. */
void
lint_covered(struct linter *l)
{
	for (size_t from = 0, to; from < l->n; from = to) {
		for (to = from; to < l->n && l->w[to].list == l->w[from].list;)
			to++;
		for (size_t i = to; i-- > from;)
			check(l, i, from, to);
	}
}
