/* incidents.h: incidents and their notices. */
#ifndef STORE_INCIDENTS_H
#define STORE_INCIDENTS_H

#include "incident/incident.h"
#include "store/store.h"

struct incidents {
	struct incident *v;
	size_t n;
};

void incidents_clear(struct incidents *l);

/* id 0 inserts and sets id; else updates every field. */
int store_incident_put(struct store *s, struct incident *i, struct err *e);
/* 1 and *out, 0 if there is none, -1 with *e. */
int store_incident_get(
    struct store *s, int64_t id, struct incident *out, struct err *e);
/* The number that the next new one gets. 0 or -1 with *e. */
int store_incident_next(struct store *s, int64_t *id, struct err *e);
/* Pending, open, and resolved ones whose last notice is not queued. */
int store_incidents_live(struct store *s, struct incidents *out, struct err *e);
/* Newest first; limit 0 = all. */
int store_incidents(
    struct store *s, size_t limit, struct incidents *out, struct err *e);

/*
 * A numbered text of an incident, as stored. Pages, and what asks for a
 * receipt again, have number 0.
 */
struct notice {
	int64_t id;
	int64_t incident;
	int number;
	enum notice_type type;
	enum effect effect;
	int64_t at; /* when it was queued */
	int64_t next; /* when it promises the next, or TIME_NONE */
	char *title; /* subject of the municipalities' mail */
	char *reason; /* why it went */
	bool cc_own; /* Cc of a municipality's mail: its own vendor alone */
	int64_t municipalities; /* organisations it was queued for */
	int64_t vendors;
	int64_t recipients; /* addresses and numbers in all */
	int64_t check_from; /* of store_notices_unchecked() alone */
	char *topic; /* that it went out as, see base/topic.h */
};

struct notices {
	struct notice *v;
	size_t n;
};

/* The texts of a notice for one audience. "" where there is none. */
struct notice_body {
	enum org_kind audience;
	char *subject;
	char *text;
	char *html;
	char *sms;
};

void notice_clear(struct notice *n);
void notices_clear(struct notices *l);
void notice_body_clear(struct notice_body *b);

/* Inserts; sets id. */
int store_notice_add(struct store *s, struct notice *n, struct err *e);
int store_notice_body_add(struct store *s, int64_t notice,
    const struct notice_body *b, struct err *e);
/*
 * The mail of a notice to the municipalities that are asked for a receipt,
 * in place of that of the body; a message gets it when it is claimed.
 */
int store_notice_asks(struct store *s, int64_t notice, const char *text,
    const char *html, struct err *e);
/* 1, 0 or -1. */
int store_notice_body(struct store *s, int64_t notice, enum org_kind audience,
    struct notice_body *out, struct err *e);
/*
 * Those of which nobody has looked yet who has them, the oldest first;
 * without their counts. Pages are none of them.
 */
int
store_notices_unchecked(struct store *s, struct notices *out, struct err *e);
/* From when it waits to be looked at; TIME_NONE: it was. */
int store_notice_check(
    struct store *s, int64_t notice, int64_t from, struct err *e);
/*
 * Why the last update since then went out: 1 and *reason (release with
 * free()), 0 when there was none, -1.
 */
int store_notice_update(struct store *s, int64_t incident, int64_t since,
    char **reason, struct err *e);
/* In order of time; incident 0 = all; with id > after. Counts are filled. */
int store_notices(struct store *s, int64_t incident, int64_t after,
    struct notices *out, struct err *e);
/* All of an incident; each of the counts is most at most. */
int store_notices_most(struct store *s, int64_t incident, int64_t most,
    struct notices *out, struct err *e);

#endif
