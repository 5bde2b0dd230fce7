/*
 * kept.h: the answers for machines, kept until something newer was told: one
 * buffer for everybody who reads, however slowly and often.
 */
#ifndef WEB_KEPT_H
#define WEB_KEPT_H

#include "web/request.h"

struct web;

enum kept_what { KEPT_INCIDENTS, KEPT_MAINTENANCES, KEPT_ATOM };
#define KEPT (KEPT_ATOM + 1)

/* {0} holds nothing yet. */
struct kept {
	struct http_shared *body; /* NULL: none */
	int64_t newest; /* notice that was the newest then */
	int64_t from, until; /* when it is right; until may be TIME_NONE */
	char etag[HTTP_ETAG]; /* what is in it */
};

void kept_clear(struct kept k[KEPT]);

/*
 * Writes the document. *until, TIME_NONE before, is when it changes though
 * nothing is told.
 */
typedef int
kept_write(struct web *w, struct buf *body, int64_t *until, struct err *e);

/*
 * Answers with what is kept, or with what is written now; 304 without a body
 * when who asks has the same.
 */
int kept_answer(struct web *w, enum kept_what what, kept_write *write,
    const struct http_request *q, struct http_response *r, struct err *e);

#endif
