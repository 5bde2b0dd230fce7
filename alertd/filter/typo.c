#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "filter/typo.h"

#define ENDING 3 /* letters of a word that are always right */
#define STEM_ENDING 2 /* the same of "medicinkort*", which goes on */
#define MOST 40 /* letters; what is longer is no word with a typo */

struct letters {
	uint32_t v[MOST];
	size_t n; /* 0: too long, or not all letters */
};

static struct letters
letters_of(const char *s, size_t n)
{
	struct letters l = {.n = 0};
	const char *p = s;

	while (p < s + n && l.n < MOST) {
		uint32_t c = utf8_next(&p);

		if (c >= '0' && c <= '9')
			return (struct letters){.n = 0};
		l.v[l.n++] = c;
	}
	if (p < s + n)
		l.n = 0;
	return l;
}

void
typo_add(struct vocabulary *v, uint32_t word)
{
	struct word *w = &v->words[word];
	struct letters l;
	struct bucket *b;

	if ((w->kind != WORD_EXACT && w->kind != WORD_PREFIX) ||
	    w->n < TYPO_LEAST)
		return;
	l = letters_of(w->text, w->n);
	if (l.n < TYPO_LEAST)
		return;
	w->letters = xcalloc(l.n, sizeof(*w->letters));
	memcpy(w->letters, l.v, l.n * sizeof(*w->letters));
	w->n_letters = l.n;
	b = &v->long_words[l.v[0] % BUCKETS];
	b->v = xgrow(b->v, b->n, sizeof(*b->v));
	b->v[b->n++] = word;
}

/* What is left of the word, n letters, is what is left of the text. */
static bool
same(const uint32_t *word, size_t n, const uint32_t *text, size_t m, bool whole)
{
	return (whole ? n == m : n <= m) &&
	       memcmp(word, text, n * sizeof(*word)) == 0;
}

/*
 * The text is the word but for one letter after the first, and not in the
 * ending, so that "completes" is not "completed".
 */
static bool
near(const struct word *w, const struct letters *text)
{
	bool whole = w->kind == WORD_EXACT;
	size_t n = w->n_letters, m = text->n, i = 0;
	size_t ending = whole ? ENDING : STEM_ENDING;
	const uint32_t *a = w->letters, *b = text->v;

	while (i < n && i < m && a[i] == b[i])
		i++;
	if (i == 0 || i + ending > n || i >= m)
		return false;
	if (same(a + i, n - i, b + i + 1, m - i - 1, whole))
		return true; /* one too many */
	if (i + 1 + ending > n)
		return false;
	if (same(a + i + 1, n - i - 1, b + i, m - i, whole) ||
	    same(a + i + 1, n - i - 1, b + i + 1, m - i - 1, whole))
		return true; /* one missing, one wrong */
	return i + 2 + ending <= n && i + 2 <= m && a[i] == b[i + 1] &&
	       a[i + 1] == b[i] &&
	       same(a + i + 2, n - i - 2, b + i + 2, m - i - 2, whole);
}

void
typo_find(
    const struct vocabulary *v, const char *s, size_t n, typo_fn *fn, void *arg)
{
	struct letters text = letters_of(s, n);
	const struct bucket *b;

	if (text.n + 1 < TYPO_LEAST) /* one may be missing */
		return;
	b = &v->long_words[text.v[0] % BUCKETS];
	for (size_t i = 0; i < b->n; i++)
		if (near(&v->words[b->v[i]], &text))
			fn(b->v[i], arg);
}
