/* vocabulary_parts.h: the inside of a vocabulary, for it and the scan. */
#ifndef FILTER_VOCABULARY_PARTS_H
#define FILTER_VOCABULARY_PARTS_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <assert.h>
#include <pcre2.h>
#include <stdint.h>

#include "base/limits.h"
#include "filter/wordkey.h"
#include "filter/vocabulary.h"

/* What stands between two words. */
enum sep {
	SEP_NONE, /* the start of the text, or nothing ("%a") */
	SEP_BLANK, /* spaces, hyphens */
	SEP_DOT, /* "sundhed.dk" */
	SEP_SLASH,
	SEP_APOSTROPHE,
	SEP_OTHER, /* a comma, a bracket … */
	SEP_LINE
};

enum word_kind {
	WORD_EXACT,
	WORD_PREFIX, /* fejl* */
	WORD_SUFFIX, /* *fejl */
	WORD_INSIDE, /* *fejl* */
	WORD_NUMBER /* # */
};

/*
 * Everything lies in a few long lists, and is known by its number: a daemon
 * keeps it for years, and what is asked for together lies together. What is
 * counted in 16 bits is bounded by LIMIT_PATTERN, of which normal_text() makes
 * eleven times as many bytes at most, each a word that may be spelt in two
 * ways.
 */
_Static_assert(
    LIMIT_PATTERN * 11 * 2 < UINT16_MAX, "words are counted in 16 bits");

/* A way to write a word; several terms can use it. */
struct word {
	uint32_t text; /* where it begins in letters; NUL ends it */
	uint32_t terms; /* those that begin with it: in begun, to the next's */
	uint16_t n; /* bytes */
	uint8_t kind; /* enum word_kind */
	bool typos; /* with one letter wrong it is found, too */
};

/* Words by the remainder of their first letter or byte. */
struct bucket {
	uint32_t *v;
	size_t n;
};
#define BUCKETS 64

/* A place of a term, for one of several words. */
struct slot {
	uint32_t words; /* the first, in choices */
	uint16_t n;
	uint8_t sep; /* enum sep, before it */
	bool gap : 1; /* up to GAP words may stand before it */
	bool not : 1; /* none of these may stand here; takes no place */
};

/* One way to read what was written. A /pattern/ has no places. */
struct term {
	uint32_t list;
	uint32_t slots; /* the first; of a pattern its number */
	uint16_t n, first; /* the first slot that is not a "not" */
};

struct pattern {
	uint32_t term;
	pcre2_code *code;
};

struct vocabulary {
	size_t lists;
	struct word *words; /* one more at the end */
	size_t n_words;
	char *letters;
	size_t n_letters, room_letters;
	struct term *terms;
	size_t n_terms;
	struct slot *slots;
	size_t n_slots;
	uint32_t *choices; /* words of slots */
	size_t n_choices;
	uint32_t *begun; /* terms, by the words that they begin with */
	struct pattern *patterns;
	size_t n_patterns;
	/* Each term's, borrowed; NULL when how it was written is forgotten. */
	const struct rule_term **rules;
	uint32_t number; /* the word, or UINT32_MAX */
	struct wordkeys exact, prefix, suffix;
	struct bucket long_words[BUCKETS]; /* by letter, for typos */
	struct bucket inside[BUCKETS]; /* by byte, of WORD_INSIDE */
	pcre2_match_context *limits;
};

static inline const char *
word_text(const struct vocabulary *v, const struct word *w)
{
	return v->letters + w->text;
}

static inline const struct slot *
term_slot(const struct vocabulary *v, const struct term *t, size_t k)
{
	return &v->slots[t->slots + k];
}

static inline const struct word *
slot_word(const struct vocabulary *v, const struct slot *s, size_t i)
{
	return &v->words[v->choices[s->words + i]];
}

/* As it is written, while that is not forgotten. */
static inline const struct rule_term *
term_rule(const struct vocabulary *v, const struct term *t)
{
	assert(v->rules != NULL);
	return v->rules[t - v->terms];
}

#define GAP 6 /* words between, for " ... " */

/*
 * Compiles what stands between the slashes of "/pattern/", with these options
 * besides the usual ones. NULL and *error: a number of PCRE2.
 */
pcre2_code *pattern_compile(const char *written, uint32_t more, int *error);

#endif
