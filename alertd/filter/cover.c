#include <string.h>

#include "base/str.h"
#include "filter/cover.h"

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
starts(const struct vocabulary *v, const struct word *a, const struct word *b)
{
	return a->n >= b->n &&
	       memcmp(word_text(v, a), word_text(v, b), b->n) == 0;
}

static bool
ends(const struct vocabulary *v, const struct word *a, const struct word *b)
{
	return a->n >= b->n && memcmp(word_text(v, a) + a->n - b->n,
				   word_text(v, b), b->n) == 0;
}

/* Whatever is word a is word b, too. */
static bool
implies(const struct vocabulary *v, const struct word *a, const struct word *b,
    bool typos)
{
	if (typos && a->typos && !b->typos)
		return false;
	switch ((enum word_kind)b->kind) {
	case WORD_EXACT:
		return a->kind == WORD_EXACT && a->n == b->n && starts(v, a, b);
	case WORD_PREFIX:
		return (a->kind == WORD_EXACT || a->kind == WORD_PREFIX) &&
		       starts(v, a, b);
	case WORD_SUFFIX:
		return (a->kind == WORD_EXACT || a->kind == WORD_SUFFIX) &&
		       ends(v, a, b);
	case WORD_INSIDE:
		return a->kind != WORD_NUMBER &&
		       memmem(word_text(v, a), a->n, word_text(v, b), b->n) !=
			   NULL;
	case WORD_NUMBER:
		return a->kind == WORD_NUMBER ||
		       ((a->kind == WORD_EXACT || a->kind == WORD_PREFIX) &&
			   digit(*word_text(v, a)));
	}
	return false;
}

/* Nothing is both. Some that could be told apart are not. */
static bool
apart(const struct vocabulary *v, const struct word *a, const struct word *b)
{
	if (a->kind == WORD_EXACT)
		return !implies(v, a, b, false);
	if (b->kind == WORD_EXACT)
		return !implies(v, b, a, false);
	if (a->kind == WORD_PREFIX && b->kind == WORD_PREFIX)
		return !starts(v, a, b) && !starts(v, b, a);
	return false;
}

static bool
has_all(const struct cover_wish *w, const struct slot *a, const struct slot *b)
{
	for (size_t i = 0; i < a->n; i++) {
		bool found = false;

		for (size_t k = 0; k < b->n && !found; k++)
			found = implies(w->v, slot_word(w->v, a, i),
			    slot_word(w->v, b, k), w->typos);
		if (found == w->any)
			return found;
	}
	return !w->any;
}

static bool
all_apart(
    const struct vocabulary *v, const struct slot *a, const struct slot *b)
{
	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < b->n; k++)
			if (!apart(v, slot_word(v, a, i), slot_word(v, b, k)))
				return false;
	return true;
}

struct pair {
	const struct cover_wish *w;
	const struct term *a, *b; /* b is to be found wherever a is */
	const uint32_t *only; /* of a */
	size_t last; /* the place of a that b's last word stands at */
};

static const struct slot *
a_slot(const struct pair *p, size_t i)
{
	return term_slot(p->w->v, p->a, i);
}

static const struct slot *
b_slot(const struct pair *p, size_t k)
{
	return term_slot(p->w->v, p->b, k);
}

/* The place of a, with the one word that is looked at. */
static struct slot
place(const struct pair *p, size_t i)
{
	struct slot s = *a_slot(p, i);

	if (p->only != NULL && p->only[i] != UINT32_MAX) {
		s.words += p->only[i];
		s.n = 1;
	}
	return s;
}

/* The next place of a that takes a word, or a->n. */
static size_t
next_place(const struct pair *p, size_t i)
{
	do
		i++;
	while (i < p->a->n && a_slot(p, i)->not );
	return i;
}

/* One of the "not" of a, in [from, to), keeps out all that not does. */
static bool
keeps_out(
    const struct pair *p, size_t from, size_t to, const struct slot *unwanted)
{
	struct cover_wish all = {.v = p->w->v};

	for (size_t i = from; i < to; i++) {
		const struct slot *s = a_slot(p, i);

		if (s->not &&has_all(&all, unwanted, s))
			return true;
	}
	return false;
}

/* What b does not want does not stand behind place i of a. */
static bool
free_behind(const struct pair *p, size_t i, const struct slot *unwanted)
{
	size_t next = next_place(p, i);
	struct slot s;

	if (keeps_out(p, i + 1, next, unwanted))
		return true;
	if (next == p->a->n || a_slot(p, next)->gap)
		return false;
	s = place(p, next);
	return all_apart(p->w->v, &s, unwanted);
}

/* Nor before the place at which b begins. */
static bool
free_ahead(const struct pair *p, size_t i)
{
	for (size_t k = 0; k < p->b->first; k++) {
		const struct slot *unwanted = b_slot(p, k);
		struct slot s;

		if (i == p->a->first) {
			if (!keeps_out(p, 0, i, unwanted))
				return false;
			continue;
		}
		if (a_slot(p, i)->gap || a_slot(p, i - 1)->not )
			return false;
		s = place(p, i - 1);
		if (!all_apart(p->w->v, &s, unwanted))
			return false;
	}
	return true;
}

/* The words of b from place k on stand in a behind place i. */
static bool
goes_on(struct pair *p, size_t k, size_t i)
{
	const struct term *a = p->a;
	size_t words = 0;

	if (k == p->b->n) {
		p->last = i;
		return true;
	}
	if (b_slot(p, k)->not )
		return free_behind(p, i, b_slot(p, k)) && goes_on(p, k + 1, i);
	for (i = next_place(p, i); i < a->n; i = next_place(p, i)) {
		const struct slot *want = b_slot(p, k);
		struct slot s = place(p, i);

		words += s.gap ? GAP + 1 : 1;
		if (words > (want->gap ? GAP + 1 : 1))
			return false;
		if ((want->gap || s.sep == want->sep) &&
		    has_all(p->w, &s, want) && goes_on(p, k + 1, i))
			return true;
	}
	return false;
}

static enum cover
cover_at(struct pair *p, size_t i)
{
	struct slot s = place(p, i);

	if (s.not || !has_all(p->w, &s, b_slot(p, p->b->first)) ||
	    !free_ahead(p, i) || !goes_on(p, p->b->first + 1U, i))
		return COVER_NOT;
	return i == p->a->first && next_place(p, p->last) == p->a->n
		   ? COVER_SAME
		   : COVER_WITHIN;
}

bool
cover_term(const struct cover_wish *w, const struct term *term,
    const uint32_t *only, const struct term *by)
{
	struct pair p = {.w = w, .a = term, .b = by, .only = only};

	if (term->n == 0 || by->n == 0)
		return term->n == by->n && str_eq(term_rule(w->v, term)->text,
					       term_rule(w->v, by)->text);
	for (size_t i = term->first; i < term->n; i++)
		if (cover_at(&p, i) >= w->least)
			return true;
	return false;
}
