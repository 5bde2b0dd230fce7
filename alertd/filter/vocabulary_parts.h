/* vocabulary_parts.h: the inside of a vocabulary, for it and the scan. */
#ifndef FILTER_VOCABULARY_PARTS_H
#define FILTER_VOCABULARY_PARTS_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdint.h>

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

/* A way to write a word; several terms can use it. */
struct word {
	char *text;
	size_t n;
	enum word_kind kind;
	uint32_t *terms; /* that begin with it */
	size_t n_terms;
	uint32_t *letters; /* of a long one, for typos */
	size_t n_letters;
};

/* Words by the remainder of their first letter or byte. */
struct bucket {
	uint32_t *v;
	size_t n;
};
#define BUCKETS 64

/* A place of a term, for one of several words. */
struct slot {
	uint32_t *words;
	size_t n;
	bool gap; /* up to GAP words may stand before it */
	bool not ; /* none of these may stand here; takes no place */
	enum sep sep; /* before it */
};

struct term {
	unsigned list;
	const struct rule_term *rule; /* borrowed */
	struct slot *slots;
	size_t n, first; /* the first slot that is not a "not" */
	pcre2_code *code; /* of a /pattern/, instead of slots */
};

struct vocabulary {
	size_t lists;
	struct word *words;
	size_t n_words;
	struct term *terms;
	size_t n_terms;
	uint32_t *patterns; /* terms that are patterns */
	size_t n_patterns;
	uint32_t number; /* the word, or UINT32_MAX */
	struct wordkeys exact, prefix, suffix;
	struct bucket long_words[BUCKETS]; /* by letter, for typos */
	struct bucket inside[BUCKETS]; /* by byte, of WORD_INSIDE */
	pcre2_match_context *limits;
};

#define GAP 6 /* words between, for " ... " */

/*
 * Compiles what stands between the slashes of "/pattern/", with these options
 * besides the usual ones. NULL and *error: a number of PCRE2.
 */
pcre2_code *pattern_compile(const char *written, uint32_t more, int *error);

#endif
