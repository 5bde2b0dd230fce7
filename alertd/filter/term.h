/* term.h: what an operator wrote as words, read into places for words. */
#ifndef FILTER_TERM_H
#define FILTER_TERM_H

#include "base/str.h"
#include "filter/vocabulary_parts.h"

/* What the terms that are being added have in common. */
struct adding {
	unsigned list;
	bool names;
	const char *file;
	struct diags *problems;
};

/*
 * The ways in which a term can be read: "(a|b c)? d" is "d", "a d", "b c d".
 * Alternatives of one word each stay together. -1: it cannot be read.
 */
int term_expand(const char *text, struct strv *out);
/*
 * Reads one of them into *t, its places into the vocabulary; NULL, or what is
 * wrong with it, and then no place is left there.
 */
const char *term_parse(struct vocabulary *v, const struct adding *a,
    const char *text, struct term *t);

/* In vocabulary.c: the word's number, which is new or was known. */
uint32_t vocabulary_word(
    struct vocabulary *v, enum word_kind kind, const char *s, size_t n);

#endif
