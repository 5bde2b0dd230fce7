/* health.h: the health of a feed for people and scripts, and its remedy. */
#ifndef ALERTCTL_STATUS_HEALTH_H
#define ALERTCTL_STATUS_HEALTH_H

#include <jansson.h>
#include <stdint.h>

#include "store/reports.h"

/*
 * "ok, read 12s ago", "FAILING since 2026-03-28 23:13: HTTP status 500", "not
 * read yet"; release with free().
 */
char *health_sentence(const struct feed_state *f, int64_t now);
/* What to do about it, in a few words; "" when it is ok. */
const char *health_remedy(const struct feed_state *f);
/* Adds health, since, cause, why, remedy, last_ok, last_change to o. */
void health_json(json_t *o, const struct feed_state *f);

#endif
