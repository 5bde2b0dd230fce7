/*
 * made.h: texts that a /pattern/ could be slow on, made of what it is written
 * with. It is read roughly: what is not understood only makes a worse text.
 */
#ifndef FILTER_MADE_H
#define FILTER_MADE_H

#include "base/buf.h"
#include "base/str.h"

#define MADE_RUNS 12 /* pieces that are repeated, besides their pairs */
#define MADE_STARTS 8 /* places of the pattern at which something repeats */

struct made {
	struct buf text; /* what the pattern finds, or nearly so */
	struct strv starts; /* what stands before a repetition; "" is one */
	size_t lead; /* bytes that only have to stand before all */
	struct strv runs; /* what it repeats, its letters and its words */
};

/* Of what stands between the slashes. Release with made_clear(). */
void made_init(struct made *m, const char *pattern);
void made_clear(struct made *m);

#endif
