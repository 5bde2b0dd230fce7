/* prose.h: marked-up text written as plain text, tag by tag. */
#ifndef FEED_PROSE_H
#define FEED_PROSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

#define PROSE_LISTS 32 /* nested lists; deeper ones are not told apart */

/*
 * Paragraphs are parted by empty lines, list items begin with "- ", table
 * rows are lines with " | " between cells. Takes tags as they come, closed or
 * not. Begin with prose_init(), end with prose_take().
 */
struct prose {
	struct buf out;
	int breaks; /* line ends owed before the next word */
	bool space; /* a space owed before the next word */
	int pre; /* open <pre>: line ends are kept */
	bool fresh; /* the item's mark is written, its first word not yet */
	bool cell; /* a cell of this row is written */
	unsigned lists; /* open, at most PROSE_LISTS of them known */
	bool item[PROSE_LISTS]; /* an item of that list is open */
};

/* lines: line ends mean something, as in <pre>. */
void prose_init(struct prose *p, bool lines);
void prose_start(struct prose *p, const char *tag);
void prose_end(struct prose *p, const char *tag);
void prose_text(struct prose *p, const char *s, size_t n);
/* Nothing more fits in: LIMIT_TEXT is reached. */
bool prose_full(const struct prose *p);
/* The text, clean, at most LIMIT_TEXT; release with free(). */
char *prose_take(struct prose *p);
/* What is in the tag is not for reading: <script>, <head>. */
bool prose_skips(const char *tag);

#endif
