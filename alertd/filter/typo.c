#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "filter/scan.h"
#include "filter/typo.h"

#define ENDING 3 /* letters of a word that are always right */
#define STEM_ENDING 2 /* the same of "medicinkort*", which goes on */
#define LETTER 4 /* bytes of one, at most */
#define MOST 40 /* letters; what is longer is no word with a typo */

/* Not the first byte of its letter, in UTF-8. */
static bool
continues(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* How many letters; 0: it is too long, or not all letters. */
static size_t
count_letters(const char *s, size_t n)
{
	size_t letters = 0;

	for (size_t i = 0; i < n; i++) {
		if (s[i] >= '0' && s[i] <= '9')
			return 0;
		letters += !continues(s[i]);
	}
	return letters <= MOST ? letters : 0;
}

static size_t
bucket_of(const char *s)
{
	return utf8_next(&s) % BUCKETS;
}

void
typo_add(struct vocabulary *v, uint32_t word)
{
	struct word *w = &v->words[word];
	struct bucket *b;

	w->typos = (w->kind == WORD_EXACT || w->kind == WORD_PREFIX) &&
		   count_letters(word_text(v, w), w->n) >= TYPO_LEAST;
	if (!w->typos)
		return;
	b = &v->long_words[bucket_of(word_text(v, w))];
	b->v = xgrow(b->v, b->n, sizeof(*b->v));
	b->v[b->n++] = word;
}

static struct span
after_letter(struct span r)
{
	do {
		r.s++;
		r.n--;
	} while (r.n > 0 && continues(*r.s));
	return r;
}

static bool
has_letters(struct span r, size_t letters)
{
	for (; letters > 0 && r.n > 0; letters--)
		r = after_letter(r);
	return letters == 0;
}

/* Both begin with the same letter. */
static bool
same_letter(struct span a, struct span b)
{
	size_t n = a.n - after_letter(a).n;

	return n <= b.n && memcmp(a.s, b.s, n) == 0;
}

/* What is left of the word is what is left of the text. */
static bool
same(struct span word, struct span text, bool whole)
{
	return (whole ? word.n == text.n : word.n <= text.n) &&
	       memcmp(word.s, text.s, word.n) == 0;
}

/*
 * The text is the word but for one letter after the first, and not in the
 * ending, so that "completes" is not "completed".
 */
static bool
near(struct span a, struct span b, bool whole)
{
	size_t ending = whole ? ENDING : STEM_ENDING, i = 0;
	struct span a1, b1;

	if (a.n > b.n + LETTER || (whole && b.n > a.n + LETTER))
		return false;
	while (i < a.n && i < b.n && a.s[i] == b.s[i])
		i++;
	while (i > 0 && i < a.n && continues(a.s[i]))
		i--;
	if (i == 0 || i == a.n || i == b.n)
		return false;
	a = (struct span){a.s + i, a.n - i};
	b = (struct span){b.s + i, b.n - i};
	a1 = after_letter(a);
	b1 = after_letter(b);
	if (same(a, b1, whole)) /* one too many */
		return has_letters(a, ending);
	if (same(a1, b, whole) || same(a1, b1, whole)) /* missing, wrong */
		return has_letters(a1, ending);
	return a1.n > 0 && b1.n > 0 && same_letter(a, b1) &&
	       same_letter(a1, b) &&
	       same(after_letter(a1), after_letter(b1), whole) &&
	       has_letters(after_letter(a1), ending);
}

void
typo_find(
    const struct vocabulary *v, const char *s, size_t n, typo_fn *fn, void *arg)
{
	struct span text = {s, n};
	const struct bucket *b;

	if (count_letters(s, n) + 1 < TYPO_LEAST) /* one may be missing */
		return;
	b = &v->long_words[bucket_of(s)];
	for (size_t i = 0; i < b->n; i++) {
		const struct word *w = &v->words[b->v[i]];

		if (near((struct span){word_text(v, w), w->n}, text,
			w->kind == WORD_EXACT))
			fn(b->v[i], arg);
	}
}
