/*
 * calls.h: the calls of the on-call, who was paged for them, and the low
 * matters that wait to be told together.
 */
#ifndef STORE_CALLS_H
#define STORE_CALLS_H

#include "escalation/call.h"
#include "store/store.h"

struct calls {
	struct call *v;
	size_t n;
};

void calls_clear(struct calls *l);

/* id 0 inserts and sets id; else updates every field. */
int store_call_put(struct store *s, struct call *c, struct err *e);
/* 1 and *out (release with call_clear()), 0 if there is none, -1 with *e. */
int
store_call_get(struct store *s, int64_t id, struct call *out, struct err *e);
/* The call of the incident that is not closed. */
int store_call_of(
    struct store *s, int64_t incident, struct call *out, struct err *e);
/* The call about the alarm alone that is not closed. */
int store_call_alarm(struct store *s, const char *alarm, const char *about,
    struct call *out, struct err *e);
/* All that are not closed, the oldest first; *out is added to. */
int store_calls(struct store *s, struct calls *out, struct err *e);

/*
 * He was paged for the call, now: what was known of him is replaced, but for
 * an address that he was not paged at this time.
 */
int store_call_person(struct store *s, int64_t call, const struct person *p,
    int64_t now, struct err *e);
/* Everybody who was paged for it; *out is added to. */
int store_call_people(
    struct store *s, int64_t call, struct people *out, struct err *e);
/* It rings anew: nobody was paged in this round yet. */
int store_call_rounds_clear(struct store *s, int64_t call, struct err *e);

/* A matter that does not wake anybody. */
struct low {
	int64_t id;
	int64_t at;
	char *alarm; /* name of an alarm_kind */
	char *about;
	char *detail;
};

struct lows {
	struct low *v;
	size_t n;
};

void lows_clear(struct lows *l);
int store_low_add(struct store *s, const char *alarm, const char *about,
    const char *detail, int64_t now, struct err *e);
/* When the oldest came; TIME_NONE when there is none. */
int store_low_oldest(struct store *s, int64_t *at, struct err *e);
/* All, the oldest first, at most limit; they are removed. */
int
store_lows_take(struct store *s, size_t limit, struct lows *out, struct err *e);

#endif
