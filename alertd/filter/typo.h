/* typo.h: words of the vocabulary with one letter wrong. */
#ifndef FILTER_TYPO_H
#define FILTER_TYPO_H

#include <stdint.h>

#include "filter/vocabulary_parts.h"

#define TYPO_LEAST 8 /* letters of a word that may be misspelt */

/* Makes the word known to typo_find(), if it is long enough. */
void typo_add(struct vocabulary *v, uint32_t word);

typedef void typo_fn(uint32_t word, void *arg);
/*
 * Calls fn for each word of the vocabulary that the unknown word s (n bytes)
 * is but for one letter that is wrong, missing, too many or exchanged with
 * its neighbour. The first letter and the ending are always right.
 */
void typo_find(const struct vocabulary *v, const char *s, size_t n, typo_fn *fn,
    void *arg);

#endif
