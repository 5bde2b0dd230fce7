/*
 * doc.h: a report as clauses of normalised text, each knowing whether it is
 * of the title, of the newest update or of an older one.
 */
#ifndef FILTER_DOC_H
#define FILTER_DOC_H

#include "feed/report.h"
#include "filter/scan.h"

enum part { PART_TITLE, PART_NEWEST, PART_OLDER };

struct clause {
	struct span text;
	enum part part;
	bool question; /* it ends with "?" */
	bool quoted; /* between quotation marks */
	uint32_t sentence; /* of the whole document */
};

struct doc {
	char *text; /* all of it */
	struct scan scan; /* of text */
	struct span title;
	struct span *components; /* the names of the report's, in its order */
	struct clause *v;
	size_t n;
};

/* The lists of the vocabulary are by enum rule_words. doc_clear() after. */
void
doc_init(struct doc *d, const struct report *r, const struct vocabulary *v);
void doc_clear(struct doc *d);

#endif
