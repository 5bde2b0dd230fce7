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

static void
term_clear(struct term *t)
{
	for (size_t i = 0; i < t->n; i++)
		free(t->slots[i].words);
	free(t->slots);
	pcre2_code_free(t->code);
}

void
vocabulary_free(struct vocabulary *v)
{
	if (v == NULL)
		return;
	for (size_t i = 0; i < v->n_words; i++) {
		free(v->words[i].text);
		free(v->words[i].terms);
		free(v->words[i].letters);
	}
	for (size_t i = 0; i < v->n_terms; i++)
		term_clear(&v->terms[i]);
	free(v->words);
	free(v->terms);
	free(v->patterns);
	free(v->exact.v);
	free(v->prefix.v);
	free(v->suffix.v);
	for (size_t i = 0; i < BUCKETS; i++) {
		free(v->long_words[i].v);
		free(v->inside[i].v);
	}
	pcre2_match_context_free(v->limits);
	free(v);
}

static void
add_index(uint32_t **list, size_t *n, uint32_t value)
{
	*list = xgrow(*list, *n, sizeof(**list));
	(*list)[(*n)++] = value;
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

static uint64_t
key_of(enum word_kind kind, const char *s, size_t n)
{
	uint64_t key = KEY_START;

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
		if (v->words[w].n == n && memcmp(v->words[w].text, s, n) == 0)
			return w;
	return UINT32_MAX;
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
	v->words[w] = (struct word){
	    .text = xstrndup(s, n), .n = n, .kind = kind};
	if (kind == WORD_NUMBER)
		v->number = w;
	else if (kind == WORD_INSIDE) {
		struct bucket *b = &v->inside[(unsigned char)s[0] % BUCKETS];

		add_index(&b->v, &b->n, w);
	} else
		wordkeys_add(keys_of(v, kind), key_of(kind, s, n), n, w);
	typo_add(v, w);
	return w;
}

/* Takes ownership of what is in *t. */
static void
add_term(struct vocabulary *v, struct term *t)
{
	uint32_t id = (uint32_t)v->n_terms;

	v->terms = xgrow(v->terms, v->n_terms, sizeof(*v->terms));
	v->terms[v->n_terms++] = *t;
	if (t->code != NULL) {
		add_index(&v->patterns, &v->n_patterns, id);
		return;
	}
	for (size_t i = 0; i < t->slots[t->first].n; i++) {
		struct word *w = &v->words[t->slots[t->first].words[i]];

		add_index(&w->terms, &w->n_terms, id);
	}
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
	struct term t = {.list = a->list, .rule = rule};
	char msg[256] = "";
	int code;

	t.code = pattern_compile(rule->text, 0, &code);
	if (t.code == NULL) {
		pcre2_get_error_message(code, (PCRE2_UCHAR *)msg, sizeof(msg));
		diags_add(a->problems, a->file, rule->line, rule->col,
		    "bad pattern %s: %s", rule->text, msg);
		return;
	}
	pcre2_jit_compile(t.code, PCRE2_JIT_COMPLETE);
	add_term(v, &t);
}

static void
add_words(struct vocabulary *v, const struct adding *a, const char *text,
    const struct rule_term *rule)
{
	struct term t = {.list = a->list, .rule = rule};
	const char *why = term_parse(v, a, text, &t);

	if (why == NULL) {
		add_term(v, &t);
		return;
	}
	term_clear(&t);
	diags_add(a->problems, a->file, rule->line, rule->col,
	    "cannot read \"%s\": %s", rule->text, why);
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
		for (size_t k = 0; k < all.n; k++)
			add_words(v, &a, all.v[k], rule);
		strv_clear(&all);
	}
}
