/*
 * gaps.h: since when a municipality is not reached by a channel, and when the
 * on-call last heard of it.
 */
#ifndef STORE_GAPS_H
#define STORE_GAPS_H

#include <stddef.h>

#include "base/words.h"
#include "store/store.h"

struct gap {
	char *org; /* code */
	enum channel channel;
	int64_t since;
	int64_t told; /* TIME_NONE = never */
};

struct gaps {
	struct gap *v;
	size_t n;
};

void gaps_clear(struct gaps *l);
/* In order of organisation and channel. */
int store_gaps(struct store *s, struct gaps *out, struct err *e);
/* New, or as it is now. */
int store_gap_put(struct store *s, const struct gap *g, struct err *e);
/* It is closed. */
int store_gap_remove(struct store *s, const struct gap *g, struct err *e);

/* When something ("gaps") was last looked at, TIME_NONE = never. */
int store_looked(struct store *s, const char *what, int64_t *at, struct err *e);
int store_look(struct store *s, const char *what, int64_t at, struct err *e);

#endif
