/*
 * oncall.h: what the rotas have beside the configuration: covers, and the
 * calendars as they were read last.
 */
#ifndef STORE_ONCALL_H
#define STORE_ONCALL_H

#include <stdbool.h>
#include <stddef.h>

#include "store/store.h"

/* Somebody takes the rota for another, from a time until another; UTC. */
struct cover {
	int64_t id;
	char *rota;
	char *who; /* name of a contact of the team */
	int64_t from, until;
	int64_t made;
	char *by; /* who set it: "user anna" */
};

struct covers {
	struct cover *v;
	size_t n;
};

void cover_clear(struct cover *c);
void covers_clear(struct covers *l);

/*
 * Those of the rota (NULL: of all) that end after since, in the order in
 * which they were made; *out is added to. 0 or -1 with *e.
 */
int store_covers(struct store *s, const char *rota, int64_t since,
    struct covers *out, struct err *e);
/* 1 and *out, to be released with cover_clear(), or 0 or -1. */
int
store_cover_get(struct store *s, int64_t id, struct cover *out, struct err *e);
/* Sets id. */
int store_cover_add(struct store *s, struct cover *c, struct err *e);
int store_cover_remove(struct store *s, int64_t id, struct err *e);

/* The calendar of a rota. */
struct calendar_state {
	char *rota;
	char *source; /* hash of its address: of another it says nothing */
	char *body; /* the last that could be read; "" = none */
	int64_t fetched; /* when that was so last; TIME_NONE = never */
	int64_t failing; /* since when it is not; TIME_NONE = it is */
	char *why; /* it is failing; "" */
	bool told; /* the on-call was */
};

void calendar_state_clear(struct calendar_state *c);
/*
 * 1 when it is known, 0 with an empty one, -1. Release *out with
 * calendar_state_clear() in any case.
 */
int store_calendar_get(struct store *s, const char *rota,
    struct calendar_state *out, struct err *e);
/* Inserts or updates. */
int store_calendar_put(
    struct store *s, const struct calendar_state *c, struct err *e);

#endif
