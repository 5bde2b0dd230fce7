/*
 * jsonbody.h: JSON from strangers as a tree, and what the kinds of feeds in
 * JSON take out of it in the same way. Nothing is trusted to have its type.
 */
#ifndef FEED_JSONBODY_H
#define FEED_JSONBODY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <jansson.h>

#include "base/err.h"
#include "feed/kinds.h"
#include "feed/report.h"

/*
 * The object that a body is; its lists have no items here, but in
 * jsonbody_list() only. Duplicate keys and what is nested deeper than
 * LIMIT_JSON_DEPTH are errors. New reference; NULL with *e.
 */
json_t *jsonbody_open(const char *s, size_t n, struct err *e);

/* The string of a key; "" when it is absent or no string. Borrowed. */
const char *jsonbody_text(const json_t *o, const char *key);
/* The date of a key, else of other (may be NULL), else TIME_NONE. */
int64_t jsonbody_time(const json_t *o, const char *key, const char *other);
/* The string or whole number of a key as an identity, else ""; free(). */
char *jsonbody_id(const json_t *o, const char *key);

/* Makes *r of an item; -1 when nothing says which event it is. */
typedef int item_fn(struct report *r, const json_t *item);
/*
 * Adds a report for each item of the list of that key. False when there is no
 * such list, not even null. *complete is cleared, and never set, where one
 * was null, had an item that cannot be read, one that json_part() had to
 * guess, or more items than *out, of max_items at most, has room for.
 */
bool jsonbody_list(const struct feed_body *b, const json_t *root,
    const char *key, item_fn *item, struct reports *out, bool *complete);

/* Title, address and impact of *r from these keys; NULL: leave it. */
void jsonbody_heads(struct report *r, const json_t *o, const char *title,
    const char *url, const char *impact);
/* Adds the component, its strings made safe; ignored without a name. */
void jsonbody_component(struct report *r, const char *name, const char *status);

/* One update out of several, for jsonbody_updates(). */
struct update {
	const json_t *json; /* borrowed */
	int64_t at; /* sorted by, newest first */
	size_t order; /* place in the document */
};

struct updates {
	struct update *v; /* release with free() */
	size_t n;
};

typedef int64_t update_time_fn(const json_t *update);
/* The objects of the list, newest first; {0} when there is none. */
struct updates jsonbody_updates(const json_t *list, update_time_fn *at);
/* The text and newest of *r from the bodies under key. */
void jsonbody_update_text(
    struct report *r, const struct updates *all, const char *key);

#endif
