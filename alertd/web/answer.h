/*
 * answer.h: the texts of the pages behind the links of mails and SMS: what a
 * code would do, and what became of it. For people, in Danish.
 */
#ifndef WEB_ANSWER_H
#define WEB_ANSWER_H

#include "core/answer.h"
#include "web/web.h"

/* What to say of a code that is known. */
enum answer_moment {
	ANSWER_ASKS, /* nothing was done yet */
	ANSWER_DONE, /* just now */
	ANSWER_REFUSED /* somebody pressed, and nothing was done */
};

/* Writes the page. -1 when the store failed. */
int answer_page(struct web *w, const struct answer *a,
    enum answer_moment moment, struct http_response *r, struct err *e);

#endif
