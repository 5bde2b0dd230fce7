/*
 * doc.h: a report as clauses of normalised text, each knowing whether it is
 * of the title, of the newest update or of a quoted older one.
 */
#ifndef FILTER_DOC_H
#define FILTER_DOC_H

#include "feed/report.h"
#include "filter/lexicon.h"

enum part { PART_TITLE, PART_NEWEST, PART_OLDER };

struct clause {
	struct span text;
	enum part part;
};

struct doc {
	char *title, *newest, *older; /* normalised */
	struct clause *v;
	size_t n;
};

/*
 * words are the lists by enum rule_words. Returns -1 when one ran into its
 * limit: then text may be parted too little, and all of it count as the
 * newest. Release with doc_clear() in either case.
 */
int
doc_init(struct doc *d, const struct report *r, struct lexicon *const *words);
void doc_clear(struct doc *d);

#endif
