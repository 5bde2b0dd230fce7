/*
 * timeline.h: what happened with an incident, oldest first: reports, what was
 * done about it, pages, and each notice as it was sent.
 */
#ifndef WEB_TIMELINE_H
#define WEB_TIMELINE_H

#include "store/audit.h"
#include "store/history.h"
#include "store/incidents.h"
#include "store/messages.h"
#include "web/web.h"

#define TIMELINE_MOST 500 /* reports, and acts, that are shown: the newest */

struct timeline {
	struct report_lines reports;
	struct audits acts;
	struct notices notices; /* pages among them, with number 0 */
	struct outbox_counts *counts; /* one for each notice */
	struct notice_body *bodies; /* two each: municipalities, vendors */
	struct paged_list *paged; /* one for each notice: of a page */
	int64_t receipts, last_receipt; /* how many, and when the last came */
};

/* Release with timeline_clear(), also after -1. */
int timeline_read(
    struct timeline *t, struct store *s, int64_t incident, struct err *e);
void timeline_clear(struct timeline *t);
/* Adds it as a list; known: who looks may see addresses. */
void timeline_add(struct buf *b, const struct timeline *t, int64_t incident,
    int64_t now, bool known);

#endif
