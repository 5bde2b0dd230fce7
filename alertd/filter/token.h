/* token.h: a text as words, parted into sentences. */
#ifndef FILTER_TOKEN_H
#define FILTER_TOKEN_H

#include "filter/scan.h"

/* Fills s->tokens from s->text; a sentence is parted later. */
void token_read(struct scan *s);
/*
 * Numbers the sentences. short_end says of each token that it ends what is
 * written with a dot although the sentence goes on. One that is too long for a
 * sentence (limits.h) is parted, so that reading it takes no time to the
 * square.
 */
void token_sentences(struct scan *s, const bool *short_end);

#endif
