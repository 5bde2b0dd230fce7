/*
 * drafts.h: what an operator has typed and not sent yet. Nothing in the
 * program sends a draft: an operator goes on with it, or it is dropped.
 */
#ifndef STORE_DRAFTS_H
#define STORE_DRAFTS_H

#include <stddef.h>
#include <stdint.h>

#include "store/store.h"

struct draft {
	int64_t id; /* 0 before it is stored */
	int64_t incident; /* an update of it; 0: a new incident */
	int64_t at; /* its last answer, UTC */
	int64_t pid; /* the process that had it last */
	char *owner; /* "user anna" */
	char *body; /* JSON of the answers; its reader is alertctl */
};

struct drafts {
	struct draft *v;
	size_t n;
};

void draft_clear(struct draft *d);
void drafts_clear(struct drafts *l);

/*
 * Those of the owner (NULL: of all) with an answer after since, the newest
 * first; *out is added to. 0 or -1 with *e.
 */
int store_drafts(struct store *s, const char *owner, int64_t since,
    struct drafts *out, struct err *e);
/* id 0 inserts and sets id; else updates: 1, or 0 when it is gone; or -1. */
int store_draft_put(struct store *s, struct draft *d, struct err *e);
/* 1, 0 when it was gone already, -1. */
int store_draft_remove(struct store *s, int64_t id, struct err *e);

#endif
