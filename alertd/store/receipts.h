/*
 * receipts.h: which municipality was asked whether it got the notices of an
 * incident, and which has said so. One answer of any contact covers it.
 */
#ifndef STORE_RECEIPTS_H
#define STORE_RECEIPTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/orgs.h"
#include "store/store.h"

/* 1 when it is the first of the municipality, 0 when not, -1 with *e. */
int store_receipt_add(struct store *s, int64_t incident, const char *org,
    int64_t notice, const char *by, int64_t now, struct err *e);
/* Whether the municipality has answered. */
int store_receipted(struct store *s, int64_t incident, const char *org,
    bool *yes, struct err *e);

/* A municipality that was asked. Times are UTC, TIME_NONE = not yet. */
struct asked {
	char *org; /* code */
	char *name;
	int64_t at; /* first, or anew when the incident was back */
	int64_t reminded; /* by the other channel */
	int64_t told; /* when the on-call heard that it does not answer */
	int64_t receipted;
};

struct asked_list {
	struct asked *v;
	size_t n;
};

void asked_list_clear(struct asked_list *l);

/*
 * The municipality is asked at now. Asked before, that counts, unless anew:
 * then the time to its reminder begins again.
 */
int store_ask(struct store *s, int64_t incident, const struct org *o, bool anew,
    int64_t now, struct err *e);
/* All that were asked, in order of code; *out is added to. */
int store_asked(
    struct store *s, int64_t incident, struct asked_list *out, struct err *e);
int store_asked_reminded(struct store *s, int64_t incident, const char *org,
    int64_t now, struct err *e);
/* The on-call is told of all that were reminded at before or sooner. */
int store_asked_told(struct store *s, int64_t incident, int64_t before,
    int64_t now, struct err *e);
/* Times of the incident that are ahead of now, by a wrong clock, become now. */
int
store_asked_pull(struct store *s, int64_t incident, int64_t now, struct err *e);

#endif
