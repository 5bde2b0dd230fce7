/* cover.h: whether a term finds whatever another one does. */
#ifndef FILTER_COVER_H
#define FILTER_COVER_H

#include "filter/vocabulary_parts.h"

/* How a term finds what another does. */
enum cover {
	COVER_NOT,
	COVER_WITHIN, /* a part of it */
	COVER_SAME /* all of it */
};

/* What is asked of a pair of terms. */
struct cover_wish {
	const struct vocabulary *v;
	enum cover least;
	bool any; /* one way to read the term is enough; else all of them */
	bool typos; /* with the typos that count as the word */
};

/*
 * By is found wherever the term is, as the wish has it. Only words are
 * compared: a /pattern/ is only known to find what an equal one finds. only[i],
 * unless NULL, is the one word of place i that is looked at (UINT32_MAX: all).
 */
bool cover_term(const struct cover_wish *w, const struct term *term,
    const uint32_t *only, const struct term *by);

#endif
