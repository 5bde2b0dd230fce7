/*
 * schedule.h: what an incident has to say next, and when. Pure: a function
 * of the incident alone, so it survives restarts and every change of the
 * clock between summer and winter time.
 */
#ifndef NOTICE_SCHEDULE_H
#define NOTICE_SCHEDULE_H

#include <stdbool.h>
#include <stdint.h>

#include "conf/config.h"
#include "incident/incident.h"

enum schedule_kind {
	SCHEDULE_NOTHING,
	SCHEDULE_NOTICE, /* queue a notice of type */
	SCHEDULE_APPROVE, /* the time for review is over */
	SCHEDULE_RESOLVE /* a drill is over */
};

struct schedule {
	enum schedule_kind kind;
	enum notice_type type;
	int64_t at; /* UTC; may be past */
};

struct schedule
schedule_next(const struct incident *i, const struct notices_conf *conf);

/*
 * When the notice of type, queued at now, promises the next one at the
 * latest; TIME_NONE when it promises none.
 */
int64_t schedule_promise(const struct incident *i, enum notice_type type,
    const struct notices_conf *conf, int64_t now);

/* Books a notice of type queued at now into the incident. */
void schedule_queued(struct incident *i, enum notice_type type, int64_t now);

#endif
