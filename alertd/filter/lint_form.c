/* Words that no text can hold, found by looking for each in its own words. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "filter/lint_parts.h"
#include "filter/token.h"

/* A text holds the word, or begins or ends one with it. */
static bool
is_word(const struct vocabulary *v, const struct word *w)
{
	struct scan s = {.text = word_text(v, w)};
	bool one;

	token_read(&s);
	one = s.n_tokens == 1 && s.tokens[0].at == 0 && s.tokens[0].end == w->n;
	free(s.tokens);
	return one;
}

static const char *
shown(enum sep sep)
{
	switch (sep) {
	case SEP_BLANK:
		return " ";
	case SEP_DOT:
		return ".";
	case SEP_SLASH:
		return "/";
	case SEP_APOSTROPHE:
		return "'";
	case SEP_OTHER:
		return ",";
	case SEP_NONE:
	case SEP_LINE:
		break;
	}
	return "";
}

void
lint_spell(const struct vocabulary *v, const struct term *t, size_t k,
    size_t word, struct buf *out)
{
	buf_reset(out);
	for (size_t i = t->first; i < t->n; i++) {
		const struct slot *s = term_slot(v, t, i);
		const struct word *w = slot_word(v, s, i == k ? word : 0);

		if (s->not )
			continue;
		if (out->len > 0)
			buf_adds(
			    out, s->gap ? " qq " : shown((enum sep)s->sep));
		buf_adds(out, w->kind == WORD_NUMBER ? "1" : word_text(v, w));
	}
}

static bool
finds(const struct linter *l, const char *text, size_t term)
{
	struct scan s;
	bool found = false;

	scan_open(&s, l->v, WORDS_SHORTENED, text);
	for (size_t i = 0; i < s.n_hits && !found; i++)
		found = s.hits[i].term == term && s.hits[i].at == 0 &&
			s.hits[i].end == strlen(text);
	scan_clear(&s);
	return found;
}

/* The term is found in some text that is made of its own words. */
static bool
found_at_all(const struct linter *l, size_t term)
{
	const struct term *t = &l->v->terms[term];
	bool found = false;
	struct buf b;

	buf_init(&b, LIMIT_PATTERN * 8);
	for (size_t k = t->first; k < t->n && !found; k++)
		for (size_t i = 0; i < term_slot(l->v, t, k)->n && !found;
		     i++) {
			lint_spell(l->v, t, k, i, &b);
			found = finds(l, buf_str(&b), term);
		}
	buf_clear(&b);
	return found;
}

/* The first word of the term that no text holds, or NULL. */
static const struct word *
no_word(const struct linter *l, const struct term *t)
{
	for (size_t k = 0; k < t->n; k++)
		for (size_t i = 0; i < term_slot(l->v, t, k)->n; i++) {
			const struct word *w = slot_word(
			    l->v, term_slot(l->v, t, k), i);

			if (w->kind != WORD_NUMBER && !is_word(l->v, w))
				return w;
		}
	return NULL;
}

static const char *
first_word(const struct linter *l, const struct slot *s)
{
	return word_text(l->v, slot_word(l->v, s, 0));
}

static bool
percent(const struct linter *l, const struct slot *s)
{
	return s->n == 1 && strcmp(first_word(l, s), "%") == 0;
}

/* The place that would have to follow the one before without a gap, or 0. */
static size_t
glued(const struct linter *l, const struct term *t)
{
	for (size_t k = t->first + 1U; k < t->n; k++) {
		const struct slot *s = term_slot(l->v, t, k);

		if (s->sep == SEP_NONE && !s->gap && !percent(l, s) &&
		    !percent(l, term_slot(l->v, t, k - 1)))
			return k;
	}
	return 0;
}

static bool
has_not(const struct linter *l, const struct term *t)
{
	for (size_t k = 0; k < t->n; k++)
		if (term_slot(l->v, t, k)->not )
			return true;
	return false;
}

/* What is wrong with one way to read it. True: nothing that would be told. */
static bool
check_form(struct linter *l, const struct written *w, const struct term *t)
{
	const struct word *bad = no_word(l, t);
	size_t at = bad == NULL ? glued(l, t) : 0;

	if (bad != NULL)
		lint_add(l, &l->out->mistakes, w,
		    "is never found: \"%s\" is no word, since a sign in it "
		    "parts words in a text; write what stands on each side "
		    "of it with a space between",
		    word_text(l->v, bad));
	if (at > 0)
		lint_add(l, &l->out->mistakes, w,
		    "is never found: \"%s\" and \"%s\" stand side by side, "
		    "which in a text is one word; write each such word in "
		    "full, or a space between",
		    first_word(l, term_slot(l->v, t, at - 1)),
		    first_word(l, term_slot(l->v, t, at)));
	return bad == NULL && at == 0;
}

/* Signs at its ends, where they are read over. */
static void
check_ends(struct linter *l, const struct written *w)
{
	static const char signs[] = "./',:;-";
	const char *s = w->rule->text;
	size_t n = strlen(s);

	if (n > 0 && (strchr(signs, s[0]) || strchr(signs, s[n - 1])))
		lint_add(l, &l->out->remarks, w,
		    "is read without the sign at its %s; leave that out",
		    strchr(signs, s[0]) ? "beginning" : "end");
}

static void
check_written(struct linter *l, struct written *w)
{
	bool told = false, found = false;

	for (size_t i = w->from; i < w->to && !told; i++)
		told = !check_form(l, w, &l->v->terms[i]);
	for (size_t i = w->from; i < w->to && !found; i++)
		found = found_at_all(l, i);
	w->dead = !found;
	check_ends(l, w);
	if (found || told)
		return;
	lint_add(l, &l->out->mistakes, w, "is never found: %s",
	    has_not(l, &l->v->terms[w->from])
		? "its own ~ keeps out what follows it; leave one of them out"
		: "not even in its own words; write it otherwise");
}

void
lint_forms(struct linter *l)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v->terms[l->w[i].from].n > 0)
			check_written(l, &l->w[i]);
}
