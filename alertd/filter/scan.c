#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "filter/token.h"
#include "filter/typo.h"

#define INFLECTED 4 /* bytes of a word that may be its ending */

static void
add_word(uint32_t word, void *arg)
{
	struct scan *s = arg;

	if (s->n_words == s->room_words) {
		s->room_words = s->room_words == 0 ? 256 : 2 * s->room_words;
		s->words = xreallocarray(
		    s->words, s->room_words, sizeof(*s->words));
	}
	s->words[s->n_words++] = word;
}

/* Adds the words that have the key and are what stands at text. */
static void
add_keyed(struct scan *s, const struct wordkeys *k, uint32_t key,
    const char *text, size_t n)
{
	const struct vocabulary *v = s->vocabulary;
	size_t at = 0;
	uint32_t w;

	while ((w = wordkeys_next(k, key, &at)) != UINT32_MAX)
		if (v->words[w].n == n &&
		    memcmp(word_text(v, &v->words[w]), text, n) == 0)
			add_word(w, s);
}

static void
add_inside(struct scan *s, const char *text, size_t n)
{
	const struct vocabulary *v = s->vocabulary;

	for (size_t at = 0; at < n; at++) {
		const struct bucket *b =
		    &v->inside[(unsigned char)text[at] % BUCKETS];

		for (size_t i = 0; i < b->n; i++) {
			const struct word *w = &v->words[b->v[i]];

			if (w->n <= n - at &&
			    memcmp(text + at, word_text(v, w), w->n) == 0)
				add_word(b->v[i], s);
		}
	}
}

/* How much of a token its words, those from number from on, explain: bytes. */
static size_t
known(const struct scan *s, uint32_t from)
{
	size_t most = 0;

	for (size_t i = from; i < s->n_words; i++) {
		const struct word *w = &s->vocabulary->words[s->words[i]];

		most = w->n > most ? w->n : most;
	}
	return most;
}

/* All ways in which the vocabulary knows a token. */
static void
know(struct scan *s, struct token *t)
{
	const struct vocabulary *v = s->vocabulary;
	const char *text = s->text + t->at;
	size_t n = t->end - t->at;
	uint32_t key = KEY_START;

	t->words = (uint32_t)s->n_words;
	for (size_t i = 1; i <= n; i++) {
		key = key_add(key, (unsigned char)text[i - 1]);
		if (wordkeys_size(&v->prefix, i))
			add_keyed(s, &v->prefix, key, text, i);
	}
	add_keyed(s, &v->exact, key, text, n);
	key = KEY_START;
	for (size_t i = 1; i <= n; i++) {
		key = key_add(key, (unsigned char)text[n - i]);
		if (wordkeys_size(&v->suffix, i))
			add_keyed(s, &v->suffix, key, text + n - i, i);
	}
	add_inside(s, text, n);
	if (v->number != UINT32_MAX && *text >= '0' && *text <= '9')
		add_word(v->number, s);
	if (n + 1 >= TYPO_LEAST && known(s, t->words) + INFLECTED < n)
		typo_find(v, text, n, add_word, s);
	t->n_words = (uint32_t)s->n_words - t->words;
}

static bool
is_one_of(const struct scan *s, const struct token *t, const struct slot *place)
{
	const uint32_t *choices = s->vocabulary->choices + place->words;

	for (uint32_t i = 0; i < t->n_words; i++)
		for (size_t k = 0; k < place->n; k++)
			if (s->words[t->words + i] == choices[k])
				return true;
	return false;
}

/* What follows i in its sentence, or NULL. */
static const struct token *
following(const struct scan *s, size_t i, size_t by)
{
	const struct token *t = &s->tokens[i];

	if (i + by >= s->n_tokens || t[by].sentence != t->sentence)
		return NULL;
	return &t[by];
}

/* The dot of a word written short, "kl. 20", parts no more than its blank. */
static bool
parted_as(const struct scan *s, const struct token *t, enum sep sep)
{
	return t->sep == sep || (sep == SEP_BLANK && t->sep == SEP_DOT &&
				    s->text[t->at - 1] != '.');
}

/* The rest of the term, from slot k on, stands behind token at. */
static bool
goes_on(const struct scan *s, const struct term *t, size_t k, size_t at,
    size_t *last)
{
	const struct slot *place;
	const struct token *next;

	if (k == t->n) {
		*last = at;
		return true;
	}
	place = term_slot(s->vocabulary, t, k);
	if (place->not ) {
		next = following(s, at, 1);
		return (next == NULL || !is_one_of(s, next, place)) &&
		       goes_on(s, t, k + 1, at, last);
	}
	for (size_t by = 1; by <= (place->gap ? GAP + 1 : 1); by++) {
		next = following(s, at, by);
		if (next == NULL)
			return false;
		if ((place->gap || parted_as(s, next, place->sep)) &&
		    is_one_of(s, next, place) &&
		    goes_on(s, t, k + 1, at + by, last))
			return true;
	}
	return false;
}

/* None of the words that must not stand before the term does. */
static bool
free_before(const struct scan *s, const struct term *t, size_t i)
{
	for (size_t k = 0; k < t->first; k++)
		if (i > 0 &&
		    s->tokens[i - 1].sentence == s->tokens[i].sentence &&
		    is_one_of(
			s, &s->tokens[i - 1], term_slot(s->vocabulary, t, k)))
			return false;
	return true;
}

static void
add_hit(struct scan *s, uint32_t term, uint32_t at, uint32_t end)
{
	if (s->n_hits == s->room_hits) {
		s->room_hits = s->room_hits == 0 ? 128 : 2 * s->room_hits;
		s->hits = xreallocarray(
		    s->hits, s->room_hits, sizeof(*s->hits));
	}
	s->hits[s->n_hits++] = (struct hit){at, end, term, false};
}

/* Adds a hit for each term that begins at token i and is of a wanted list. */
static void
begin_terms(struct scan *s, size_t i, unsigned least, unsigned most)
{
	const struct vocabulary *v = s->vocabulary;
	const struct token *t = &s->tokens[i];
	size_t last;

	for (uint32_t k = 0; k < t->n_words; k++) {
		const struct word *w = &v->words[s->words[t->words + k]];

		for (uint32_t m = w->terms; m < w[1].terms; m++) {
			uint32_t term = v->begun[m];
			const struct term *x = &v->terms[term];

			if (x->list >= least && x->list <= most &&
			    free_before(s, x, i) &&
			    goes_on(s, x, x->first + 1U, i, &last))
				add_hit(s, term, t->at, s->tokens[last].end);
		}
	}
}

static void
find_patterns(struct scan *s)
{
	const struct vocabulary *v = s->vocabulary;
	pcre2_match_data *data = must_have(pcre2_match_data_create(1, NULL));
	size_t len = strlen(s->text);

	for (size_t i = 0; i < v->n_patterns; i++) {
		const struct pattern *p = &v->patterns[i];
		PCRE2_SIZE from = 0, *at = pcre2_get_ovector_pointer(data);
		int rc;

		while ((rc = pcre2_match(p->code, (PCRE2_SPTR)s->text, len,
			    from, PCRE2_NOTEMPTY | PCRE2_NO_UTF_CHECK, data,
			    v->limits)) >= 0) {
			add_hit(s, p->term, (uint32_t)at[0], (uint32_t)at[1]);
			from = at[1] > at[0] ? at[1] : at[0] + 1;
		}
		s->failed |= rc != PCRE2_ERROR_NOMATCH;
	}
	pcre2_match_data_free(data);
}

static bool
sorts_before(const struct hit *a, const struct hit *b)
{
	return a->at != b->at ? a->at < b->at : a->end > b->end;
}

static int
by_place(const void *a, const void *b)
{
	return sorts_before(a, b) ? -1 : sorts_before(b, a);
}

/* What patterns found stands behind all that words did. */
static void
sort_patterns(struct scan *s)
{
	const struct vocabulary *v = s->vocabulary;

	for (size_t i = 0; i < v->n_patterns; i++) {
		unsigned list = v->terms[v->patterns[i].term].list;

		qsort(s->hits + s->first[list],
		    s->first[list + 1] - s->first[list], sizeof(*s->hits),
		    by_place);
	}
}

/*
 * By list, in each by place; the hits of words are nearly in order when they
 * are found.
 */
static void
sort_hits(struct scan *s)
{
	size_t lists = s->vocabulary->lists;
	struct hit *sorted = xcalloc(s->n_hits + 1, sizeof(*sorted));
	uint32_t *end = xcalloc(lists + 1, sizeof(*end));

	s->first = xcalloc(lists + 1, sizeof(*s->first));
	for (size_t i = 0; i < s->n_hits; i++)
		s->first[scan_list(s, &s->hits[i]) + 1]++;
	for (size_t l = 0; l < lists; l++) {
		s->first[l + 1] += s->first[l];
		end[l] = s->first[l];
	}
	for (size_t i = 0; i < s->n_hits; i++) {
		unsigned list = scan_list(s, &s->hits[i]);
		uint32_t k = end[list]++;

		for (; i < s->n_word_hits && k > s->first[list] &&
		       sorts_before(&s->hits[i], &sorted[k - 1]);
		     k--)
			sorted[k] = sorted[k - 1];
		sorted[k] = s->hits[i];
	}
	free(end);
	free(s->hits);
	s->hits = sorted;
	sort_patterns(s);
}

/* The tokens that end a term of the list. */
static void
mark_shortened(struct scan *s, unsigned list, bool *short_end)
{
	for (size_t i = 0; i < s->n_tokens; i++)
		begin_terms(s, i, list, list);
	for (size_t i = 0, k = 0; i < s->n_hits; i++) {
		while (s->tokens[k].end < s->hits[i].end)
			k++;
		short_end[k] = true;
	}
	s->n_hits = 0;
}

void
scan_open(struct scan *s, const struct vocabulary *v, unsigned shortened,
    const char *text)
{
	bool *short_end;

	*s = (struct scan){.vocabulary = v, .text = text};
	token_read(s);
	for (size_t i = 0; i < s->n_tokens; i++)
		know(s, &s->tokens[i]);
	short_end = xcalloc(s->n_tokens + 1, sizeof(*short_end));
	mark_shortened(s, shortened, short_end);
	token_sentences(s, short_end);
	free(short_end);
	for (size_t i = 0; i < s->n_tokens; i++)
		begin_terms(s, i, 0, UINT_MAX);
	s->n_word_hits = s->n_hits;
	find_patterns(s);
	sort_hits(s);
}

void
scan_clear(struct scan *s)
{
	free(s->tokens);
	free(s->words);
	free(s->hits);
	free(s->first);
	*s = (struct scan){0};
}

bool
scan_any(const struct scan *s, unsigned list)
{
	for (uint32_t i = s->first[list]; i < s->first[list + 1]; i++)
		if (!s->hits[i].off)
			return true;
	return false;
}

bool
scan_find(const struct scan *s, unsigned list, struct span in, size_t from,
    struct span *at)
{
	uint32_t low = s->first[list], high = s->first[list + 1];
	size_t start = (size_t)(in.s - s->text) + from;
	size_t end = (size_t)(in.s - s->text) + in.n;

	while (low < high) { /* the first that begins at start or later */
		uint32_t mid = low + (high - low) / 2;

		if (s->hits[mid].at < start)
			low = mid + 1;
		else
			high = mid;
	}
	for (high = s->first[list + 1]; low < high; low++) {
		const struct hit *h = &s->hits[low];

		if (h->at > end)
			return false;
		if (h->end > end || h->off)
			continue;
		*at = (struct span){s->text + h->at, h->end - h->at};
		return true;
	}
	return false;
}

const struct rule_term *
scan_term(const struct scan *s, const struct hit *h)
{
	return term_rule(s->vocabulary, &s->vocabulary->terms[h->term]);
}

unsigned
scan_list(const struct scan *s, const struct hit *h)
{
	return s->vocabulary->terms[h->term].list;
}
