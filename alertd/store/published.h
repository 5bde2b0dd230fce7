/*
 * published.h: what other machines may read: actual incidents, never an
 * exercise, and the notices that were queued about them, as they were; no
 * page and no address. Only the newest are ever read.
 */
#ifndef STORE_PUBLISHED_H
#define STORE_PUBLISHED_H

#include "store/incidents.h"
#include "store/store.h"

/* A notice with its text for one audience. */
struct published {
	int64_t incident;
	int64_t began; /* when its first notice was queued: never changes */
	int64_t opened_at; /* of the incident, for its reference */
	int number;
	enum notice_type type;
	enum effect effect;
	int64_t at;
	char *title; /* of the incident, as it was then */
	char *subject, *text; /* "" where there is none */
	char *said; /* in short; "" where nothing was published */
};

struct published_list {
	struct published *v;
	size_t n;
};

void published_clear(struct published_list *l);
/*
 * Those with at least one notice, of which the newest tells of announced work,
 * or of all else; the newest limit, newest first. Effect and FMK-online are as
 * people were told last.
 */
int store_published_incidents(struct store *s, bool planned, size_t limit,
    struct incidents *out, struct err *e);
/* The newest notice that machines are told of; 0 = none yet. */
int store_published_newest(struct store *s, int64_t *id, struct err *e);
/* What machines are told of the notice, in short. */
int
store_publish(struct store *s, int64_t notice, const char *said, struct err *e);
/* Of an incident, or of all (0); the newest limit, newest first. */
int store_published(struct store *s, int64_t incident, enum org_kind audience,
    size_t limit, struct published_list *out, struct err *e);

#endif
