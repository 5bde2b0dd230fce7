/*
 * parse.h: a body of a feed into reports. Pure: no network, no clock, no
 * rules. What could not be read wholly is never called complete.
 */
#ifndef FEED_PARSE_H
#define FEED_PARSE_H

#include <stddef.h>
#include <jansson.h>

#include "base/err.h"
#include "conf/config.h"
#include "feed/report.h"

/*
 * Parses a body of the kind into *out (added to; report.feed = feed), for
 * FEED_AUTO of the kind that it looks like. Returns 0, or -1 with *e when the
 * body is not of that kind (a login page, truncated JSON, …): then *out is as
 * it was. No two reports have one id, see unique.h.
 */
int feed_parse(enum feed_kind kind, const char *feed, const char *body,
    size_t len, size_t max_items, struct reports *out, struct err *e);

/* The kind a body looks like, from its content alone; -1 with *e if none. */
int
feed_guess(const char *body, size_t len, enum feed_kind *out, struct err *e);

/*
 * feed_parse() for one body after another of the same feed. While *kind is
 * FEED_AUTO, the first body that holds an item says which it is and sets it:
 * from then on a body of another kind is an error, since what it leaves out
 * would seem to be gone. *found is the kind that this body was read as.
 */
int feed_follow(enum feed_kind *kind, enum feed_kind *found, const char *feed,
    const char *body, size_t len, size_t max_items, struct reports *out,
    struct err *e);

/*
 * The report as the JSON object of "alertctl feed parse", with phase in place
 * of the report's own when it is not PHASE_UNKNOWN. New reference.
 */
json_t *report_json(const struct report *r, enum phase phase);

#endif
