/* scan.h: what of a vocabulary stands where in a text. */
#ifndef FILTER_SCAN_H
#define FILTER_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "filter/vocabulary.h"

/* A piece of normalised text; borrowed. */
struct span {
	const char *s;
	size_t n;
};

/* A word of the text, of a sentence. */
struct token {
	uint32_t at, end; /* bytes */
	uint32_t sentence;
	uint32_t words, n_words; /* what it is, in scan.words */
	uint8_t sep; /* what stands before it, enum sep */
};

struct hit {
	uint32_t at, end; /* bytes */
	uint32_t term; /* of the vocabulary */
	bool off; /* does not count */
};

struct scan {
	const struct vocabulary *vocabulary;
	const char *text; /* borrowed */
	struct token *tokens;
	size_t n_tokens;
	uint32_t *words;
	size_t n_words, room_words;
	struct hit *hits; /* by list, then by place, longest first */
	size_t n_hits, room_hits;
	size_t n_word_hits; /* that are no pattern's */
	uint32_t *first; /* of each list; one more at the end */
	bool failed; /* a pattern ran into its limit */
};

/*
 * Reads a normalised text. A sentence ends behind . ! ? and a line, but not
 * behind what stands in the list shortened. Release with scan_clear().
 */
void scan_open(struct scan *s, const struct vocabulary *v, unsigned shortened,
    const char *text);
void scan_clear(struct scan *s);

/* True when anything of the list was found at all. */
bool scan_any(const struct scan *s, unsigned list);
/*
 * The first of the list that lies in the piece of the text, from its byte
 * from on. False: there is none.
 */
bool scan_find(const struct scan *s, unsigned list, struct span in, size_t from,
    struct span *at);
/*
 * As the rules write it: the word of a hit. Borrowed from the rules; not after
 * vocabulary_forget_rules().
 */
const struct rule_term *scan_term(const struct scan *s, const struct hit *h);
/* The list of a hit. */
unsigned scan_list(const struct scan *s, const struct hit *h);

#endif
