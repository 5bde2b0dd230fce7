/*
 * history.h: what the page shows of what was, read lightly: rows without the
 * texts, and no more of them than are asked for.
 */
#ifndef STORE_HISTORY_H
#define STORE_HISTORY_H

#include "base/words.h"
#include "store/store.h"

/* An incident with what is told of how it was handled. */
struct past {
	int64_t id;
	enum incident_state state;
	enum incident_kind kind;
	enum effect effect;
	char *service;
	char *title;
	int64_t since; /* as far as told, or TIME_NONE */
	int64_t opened_at;
	int64_t resolved_at; /* TIME_NONE: not yet, or never */
	int notices;
	int64_t heard; /* first report of it, else opened_at */
	int64_t first_notice; /* TIME_NONE: none */
	int64_t last_notice; /* TIME_NONE: none */
	int64_t starts; /* announced work, else TIME_NONE */
	int64_t gap; /* s: the largest between two notices; -1: not two */
};

struct pasts {
	struct past *v;
	size_t n;
};

void past_clear(struct past *p);
void pasts_clear(struct pasts *l);

/* 1 and *out, 0 if there is none, -1 with *e. */
int store_past(struct store *s, int64_t id, struct past *out, struct err *e);
/* Those opened in [from, to), newest first: limit of them behind skip. */
int store_pasts(struct store *s, int64_t from, int64_t to, size_t limit,
    size_t skip, struct pasts *out, struct err *e);
/* How many were opened in [from, to). */
int store_pasts_count(
    struct store *s, int64_t from, int64_t to, int64_t *n, struct err *e);
/* How many there ever were. */
int store_pasts_all(struct store *s, int64_t *n, struct err *e);
/* When the first and the last were opened; TIME_NONE when there is none. */
int
store_pasts_span(struct store *s, int64_t *first, int64_t *last, struct err *e);

/* Somebody of the on-call whom a page went to. */
struct paged {
	char *name; /* "" or the address: he has no name */
	char *address;
	enum channel channel;
	enum delivery_state state;
};

struct paged_list {
	struct paged *v;
	size_t n;
};

void paged_list_clear(struct paged_list *l);
/* Of one page, in the order in which they were queued; *out is added to. */
int store_paged(
    struct store *s, int64_t notice, struct paged_list *out, struct err *e);

/* How many municipalities have answered; the newest at *last or TIME_NONE. */
int store_receipts_count(struct store *s, int64_t incident, int64_t *n,
    int64_t *last, struct err *e);

/* A revision of a report, as it was judged. */
struct report_line {
	int64_t seen;
	char *feed;
	char *ext; /* the event's identity in the feed */
	char *title;
	enum phase phase; /* as it was judged */
	enum effect effect;
	enum verdict_kind verdict;
	char *reason;
};

struct report_lines {
	struct report_line *v;
	size_t n;
};

void report_lines_clear(struct report_lines *l);
/* The newest limit revisions of an incident's reports, oldest first. */
int store_report_lines(struct store *s, int64_t incident, size_t limit,
    struct report_lines *out, struct err *e);

#endif
