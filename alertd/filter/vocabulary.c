#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "filter/normal.h"
#include "filter/term.h"
#include "filter/typo.h"

struct vocabulary *
vocabulary_new(size_t lists)
{
	struct vocabulary *v = xcalloc(1, sizeof(*v));

	v->lists = lists;
	v->number = UINT32_MAX;
	v->limits = must_have(pcre2_match_context_create(NULL));
	pcre2_set_match_limit(v->limits, LIMIT_MATCH);
	pcre2_set_heap_limit(v->limits, LIMIT_MATCH_HEAP);
	return v;
}

void
vocabulary_free(struct vocabulary *v)
{
	if (v == NULL)
		return;
	for (size_t i = 0; i < v->n_patterns; i++)
		pcre2_code_free(v->patterns[i].code);
	for (size_t i = 0; i < BUCKETS; i++) {
		free(v->long_words[i].v);
		free(v->inside[i].v);
	}
	free(v->words);
	free(v->letters);
	free(v->terms);
	free(v->slots);
	free(v->choices);
	free(v->begun);
	free(v->patterns);
	free(v->rules);
	free(v->exact.v);
	free(v->prefix.v);
	free(v->suffix.v);
	pcre2_match_context_free(v->limits);
	free(v);
}

void
vocabulary_forget_rules(struct vocabulary *v)
{
	free(v->rules);
	v->rules = NULL;
}

/* Where words of the kind are found by what they are written with. */
static struct wordkeys *
keys_of(struct vocabulary *v, enum word_kind kind)
{
	switch (kind) {
	case WORD_EXACT:
		return &v->exact;
	case WORD_PREFIX:
		return &v->prefix;
	case WORD_SUFFIX:
		return &v->suffix;
	case WORD_INSIDE:
	case WORD_NUMBER:
		break;
	}
	return NULL;
}

static uint32_t
key_of(enum word_kind kind, const char *s, size_t n)
{
	uint32_t key = KEY_START;

	for (size_t i = 0; i < n; i++)
		key = key_add(
		    key, (unsigned char)s[kind == WORD_SUFFIX ? n - 1 - i : i]);
	return key;
}

static uint32_t
find_word(struct vocabulary *v, enum word_kind kind, const char *s, size_t n)
{
	struct wordkeys *k = keys_of(v, kind);
	size_t at = 0;
	uint32_t w;

	if (k == NULL)
		return UINT32_MAX;
	while ((w = wordkeys_next(k, key_of(kind, s, n), &at)) != UINT32_MAX)
		if (v->words[w].n == n &&
		    memcmp(word_text(v, &v->words[w]), s, n) == 0)
			return w;
	return UINT32_MAX;
}

/* Where the letters of the word begin. */
static uint32_t
add_letters(struct vocabulary *v, const char *s, size_t n)
{
	uint32_t at = (uint32_t)v->n_letters;

	if (v->n_letters + n + 1 > v->room_letters) {
		v->room_letters = 2 * (v->n_letters + n + 1);
		v->letters = xreallocarray(v->letters, v->room_letters, 1);
	}
	memcpy(v->letters + at, s, n);
	v->letters[at + n] = '\0';
	v->n_letters += n + 1;
	return at;
}

static void
add_inside(struct vocabulary *v, uint32_t word, unsigned char first)
{
	struct bucket *b = &v->inside[first % BUCKETS];

	b->v = xgrow(b->v, b->n, sizeof(*b->v));
	b->v[b->n++] = word;
}

uint32_t
vocabulary_word(
    struct vocabulary *v, enum word_kind kind, const char *s, size_t n)
{
	uint32_t w = kind == WORD_NUMBER ? v->number : find_word(v, kind, s, n);

	if (w != UINT32_MAX)
		return w;
	v->words = xgrow(v->words, v->n_words, sizeof(*v->words));
	w = (uint32_t)v->n_words++;
	v->words[w] = (struct word){.text = add_letters(v, s, n),
	    .n = (uint16_t)n,
	    .kind = (uint8_t)kind};
	if (kind == WORD_NUMBER)
		v->number = w;
	else if (kind == WORD_INSIDE)
		add_inside(v, w, (unsigned char)s[0]);
	else
		wordkeys_add(keys_of(v, kind), key_of(kind, s, n), n, w);
	typo_add(v, w);
	return w;
}

static void
add_term(
    struct vocabulary *v, const struct term *t, const struct rule_term *rule)
{
	v->terms = xgrow(v->terms, v->n_terms, sizeof(*v->terms));
	v->rules = xgrow(v->rules, v->n_terms, sizeof(*v->rules));
	v->rules[v->n_terms] = rule;
	v->terms[v->n_terms++] = *t;
}

pcre2_code *
pattern_compile(const char *written, uint32_t more, int *error)
{
	char *text = normal_pattern(written + 1, strlen(written) - 2);
	PCRE2_SIZE at;
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)text,
	    PCRE2_ZERO_TERMINATED,
	    PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C |
		PCRE2_MULTILINE | more,
	    error, &at, NULL);

	free(text);
	return code;
}

static void
add_pattern(
    struct vocabulary *v, const struct adding *a, const struct rule_term *rule)
{
	struct pattern p = {.term = (uint32_t)v->n_terms};
	struct term t = {.list = a->list, .slots = (uint32_t)v->n_patterns};
	char msg[256] = "";
	int code;

	p.code = pattern_compile(rule->text, 0, &code);
	if (p.code == NULL) {
		pcre2_get_error_message(code, (PCRE2_UCHAR *)msg, sizeof(msg));
		diags_add(a->problems, a->file, rule->line, rule->col,
		    "bad pattern %s: %s", rule->text, msg);
		return;
	}
	pcre2_jit_compile(p.code, PCRE2_JIT_COMPLETE);
	v->patterns = xgrow(v->patterns, v->n_patterns, sizeof(*v->patterns));
	v->patterns[v->n_patterns++] = p;
	add_term(v, &t, rule);
}

/* The ways to read it, which are terms of the same rule. */
static void
add_words(struct vocabulary *v, const struct adding *a, const struct strv *ways,
    const struct rule_term *rule)
{
	for (size_t i = 0; i < ways->n; i++) {
		struct term t = {.list = a->list};
		const char *why = term_parse(v, a, ways->v[i], &t);

		if (why == NULL)
			add_term(v, &t, rule);
		else
			diags_add(a->problems, a->file, rule->line, rule->col,
			    "cannot read \"%s\": %s", rule->text, why);
	}
}

void
vocabulary_add(struct vocabulary *v, unsigned list, bool names,
    const char *file, const struct rule_terms *terms, struct diags *problems)
{
	struct adding a = {list, names, file, problems};

	for (size_t i = 0; i < terms->n; i++) {
		const struct rule_term *rule = &terms->v[i];
		size_t n = strlen(rule->text);
		struct strv all = {0};

		if (n > 2 && rule->text[0] == '/' && rule->text[n - 1] == '/') {
			add_pattern(v, &a, rule);
			continue;
		}
		if (term_expand(rule->text, &all) == -1)
			diags_add(problems, file, rule->line, rule->col,
			    "\"%s\": a bracket is not closed, or there are "
			    "more than %d ways to read it",
			    rule->text, LIMIT_TERM_FORMS);
		add_words(v, &a, &all, rule);
		strv_clear(&all);
	}
}

/* Whether there is a k-th word that the term may begin with: *w. */
static bool
begins_with(
    struct vocabulary *v, const struct term *t, size_t k, struct word **w)
{
	const struct slot *s;

	if (t->n == 0)
		return false;
	s = term_slot(v, t, t->first);
	if (k >= s->n)
		return false;
	*w = &v->words[v->choices[s->words + k]];
	return true;
}

/*
 * Each word gets its part of begun, whose end its terms are for now: filled
 * from behind, they are the beginning in the end.
 */
static void
part_begun(struct vocabulary *v)
{
	struct word *w;
	uint32_t n = 0;

	for (size_t i = 0; i < v->n_terms; i++)
		for (size_t k = 0; begins_with(v, &v->terms[i], k, &w); k++)
			w->terms++;
	for (size_t i = 0; i < v->n_words; i++)
		v->words[i].terms = n += v->words[i].terms;
	v->words = xreallocarray(v->words, v->n_words + 1, sizeof(*v->words));
	v->words[v->n_words] = (struct word){.terms = n};
	v->begun = xcalloc(n + 1, sizeof(*v->begun));
}

/* What was room for more is for others. */
static void
fit(struct vocabulary *v)
{
	v->letters = xreallocarray(v->letters, v->n_letters, 1);
	v->terms = xreallocarray(v->terms, v->n_terms, sizeof(*v->terms));
	v->slots = xreallocarray(v->slots, v->n_slots, sizeof(*v->slots));
	v->choices = xreallocarray(
	    v->choices, v->n_choices, sizeof(*v->choices));
}

void
vocabulary_ready(struct vocabulary *v)
{
	struct word *w;

	part_begun(v);
	for (uint32_t i = (uint32_t)v->n_terms; i-- > 0;)
		for (size_t k = 0; begins_with(v, &v->terms[i], k, &w); k++)
			v->begun[--w->terms] = i;
	fit(v);
}
