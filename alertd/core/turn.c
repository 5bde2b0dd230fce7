#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "core/call.h"
#include "core/parts.h"
#include "escalation/chain.h"
#include "incident/news.h"
#include "notice/schedule.h"
#include "store/calls.h"

/* The clock may go back by so much without our noticing: seconds. */
#define CLOCK_SLACK 60
/* Seconds until an incident that failed is tried again. */
#define STUCK_AGAIN 30

static const char *
why_notice(const struct incident *i, enum notice_type type)
{
	switch (type) {
	case NOTICE_FIRST:
		return i->reason;
	case NOTICE_UPDATE:
		return news_change_sentence(i->change_reason);
	case NOTICE_REPEAT:
		return i->fresh ? "time for the next, with new text"
				: "time for the next, nothing new";
	case NOTICE_RESOLVED:
		return "it is over";
	case NOTICE_CORRECTION:
		return "retracted by an operator";
	case NOTICE_PLANNED:
		if (i->change)
			return "the planned work was moved";
		return i->notices == 0 ? i->reason : "reminder of planned work";
	case NOTICE_PAGE:
	case NOTICE_RECEIPT:
		break;
	}
	return "";
}

/* Times ahead of now can only come from a clock that was wrong. */
static bool
clock_back(struct incident *i, int64_t review, int64_t now)
{
	bool back = false;
	int64_t *times[] = {&i->last_notice_at, &i->last_change_at,
	    &i->opened_at, &i->resolved_at};

	for (size_t k = 0; k < LENGTH(times); k++) {
		if (*times[k] != TIME_NONE && *times[k] > now + CLOCK_SLACK) {
			*times[k] = now;
			back = true;
		}
	}
	if (i->drill_ends != TIME_NONE &&
	    i->drill_ends > now + LIMIT_DRILL + CLOCK_SLACK) {
		i->drill_ends = now;
		back = true;
	}
	if (review < LIMIT_RESTORE_HOLD)
		review = LIMIT_RESTORE_HOLD;
	if (i->due_at != TIME_NONE && i->due_at > now + review + CLOCK_SLACK) {
		i->due_at = now + review;
		back = true;
	}
	return back;
}

/* Planned work past its end is a matter of its own: it rings. */
static int
ring_overrun(struct core *c, const struct incident *i, int64_t now,
    int64_t *next, struct err *e)
{
	int64_t end = incident_planned_end(i);
	struct call k;
	int r;

	if (!chain_overrun(i, now)) {
		if (i->state == INCIDENT_OPEN && end > now)
			clock_sooner(next, end);
		return 0;
	}
	r = store_call_of(c->store, i->id, &k, e);
	if (r == 1) {
		r = k.began < end ? 0 : 1;
		call_clear(&k);
	}
	if (r == 0)
		r = core_ring(c, i, RING_NEWS, NULL, now, e);
	return r == -1 ? -1 : 0;
}

/* The end of review: what nobody dismissed is sent. */
static int
approve_reviewed(struct core *c, struct incident *i, int64_t now, struct err *e)
{
	incident_step(i, EVENT_APPROVE, now);
	if (store_incident_put(c->store, i, e) == -1)
		return -1;
	return core_audit(c, now, "incident.state", i->id, e,
	    "open, was pending: nobody dismissed it in the time for review");
}

/* The end of a drill; its last notice is due with that. */
static int
end_drill(struct core *c, struct incident *i, int64_t now, struct err *e)
{
	xreplace(&i->news, "");
	incident_step(i, EVENT_RESOLVE, now);
	if (store_incident_put(c->store, i, e) == -1 ||
	    core_audit(c, now, "incident.state", i->id, e,
		"resolved, was open: the time of the drill is over") == -1)
		return -1;
	log_info("incident %lld: the drill is over", (long long)i->id);
	return core_call_attend(c, i, PAGE_ENDED, now, e);
}

/* Nobody is reminded of work that has begun. */
struct schedule
core_schedule(struct incident *i, const struct notices_conf *conf, int64_t now)
{
	struct schedule s = schedule_next(i, conf);

	if (s.kind == SCHEDULE_NOTICE && s.type == NOTICE_PLANNED &&
	    i->notices > 0 && !i->change && i->starts <= now) {
		i->reminded = true;
		s = schedule_next(i, conf);
	}
	return s;
}

int
core_incident_turn(struct core *c, struct incident *i, int64_t now,
    int64_t *next, struct err *e)
{
	if (clock_back(i, c->conf->notices.review, now)) {
		log_warn("incident %lld: the clock went back; its times are "
			 "set to now",
		    (long long)i->id);
		if (store_incident_put(c->store, i, e) == -1)
			return -1;
	}
	/* Each round changes what is due; more than a few is our mistake. */
	for (int round = 0; round < 8; round++) {
		struct schedule s = core_schedule(i, &c->conf->notices, now);
		int r = 0;

		if (s.kind == SCHEDULE_NOTHING || s.at > now) {
			if (s.kind != SCHEDULE_NOTHING)
				clock_sooner(next, s.at);
			return ring_overrun(c, i, now, next, e);
		}
		if (s.kind == SCHEDULE_APPROVE)
			r = approve_reviewed(c, i, now, e);
		else if (s.kind == SCHEDULE_RESOLVE)
			r = end_drill(c, i, now, e);
		else
			r = core_queue_notice(
			    c, i, s.type, why_notice(i, s.type), now, e);
		if (r == -1)
			return -1;
	}
	return err_set(
	    e, "incident %lld: its schedule spins", (long long)i->id);
}

/* Whether there is nothing to be done for it, so that no lock is needed. */
static bool
rests(struct core *c, struct incident *i, int64_t now)
{
	struct schedule s;

	if (clock_back(i, c->conf->notices.review, now) ||
	    chain_overrun(i, now))
		return false;
	s = core_schedule(i, &c->conf->notices, now);
	return s.kind == SCHEDULE_NOTHING || s.at > now;
}

/*
 * One incident in a transaction of its own, read anew inside it: an operator
 * may have changed it since the list was made. That most turns find nothing
 * due keeps nobody from writing.
 */
static int
turn_one(struct core *c, struct incident *listed, int64_t now, int64_t *next,
    struct err *e)
{
	struct incident i;
	int r;

	if (rests(c, listed, now))
		return core_incident_turn(c, listed, now, next, e);
	if (c->queues != NULL)
		c->queues(false, c->arg);
	/* The disk is waited for at the end of core_turn(), by us alone. */
	if (store_sync_later(c->store, e) == -1 ||
	    store_begin(c->store, e) == -1)
		return -1;
	r = store_incident_get(c->store, listed->id, &i, e);
	if (r == 1) {
		r = core_incident_turn(c, &i, now, next, e);
		incident_clear(&i);
	}
	return core_finish(c, r, e);
}

/* One that fails does not stop the others; it rings. */
static int
stuck(struct core *c, int64_t id, const char *why, int64_t now, struct err *e)
{
	char about[32];

	log_error("incident %lld: %s", (long long)id, why);
	snprintf(about, sizeof(about), "%lld", (long long)id);
	if (core_alarm(c, &(struct alarm){ALARM_STUCK, about, why}, now, e) ==
	    -1)
		return err_prefix(
		    e, "incident %lld: not paged: ", (long long)id);
	return 0;
}

/* It goes on: so it is stuck no more, if it was. */
static void
goes_on(struct core *c, int64_t id, int64_t now)
{
	char about[32];
	struct err e;

	snprintf(about, sizeof(about), "%lld", (long long)id);
	if (core_alarm_over(c, ALARM_STUCK, about, now, &e) == -1)
		log_error("incident %lld: %s", (long long)id, e.msg);
}

/* What rings comes first; one that fails stops no other. */
static void
turn_parts(struct core *c, int64_t now, int64_t *next)
{
	static const struct {
		const char *name;
		int (*turn)(struct core *, int64_t, int64_t *, struct err *);
	} parts[] = {
	    {"calls", core_calls_turn},
	    {"messages set aside", core_aside_turn},
	    {"reach", core_reach_turn},
	    {"receipts", core_receipts_turn},
	    {"coverage", core_gaps_turn},
	    {"drills", core_drill_turn},
	    {"test", core_truth_turn},
	    {"low matters", core_lows_turn},
	    /* What the others made ring is paged in the same turn. */
	    {"calls", core_calls_again},
	    {"retention", core_retention_turn},
	};
	struct err e;

	c->failed = NULL;
	for (size_t k = 0; k < LENGTH(parts); k++) {
		if (parts[k].turn(c, now, next, &e) == 0)
			continue;
		log_error("turn: %s: %s", parts[k].name, e.msg);
		c->failed = parts[k].name;
		clock_sooner(next, now + STUCK_AGAIN);
	}
}

int
core_turn(struct core *c, int64_t now, int64_t *next, struct err *e)
{
	struct incidents live = {0};
	int r = 0;

	*next = TIME_NONE;
	c->before = c->queued;
	if (store_incidents_live(c->store, &live, e) == -1)
		return -1;
	c->open = 0;
	for (size_t k = 0; k < live.n; k++) {
		struct err why;

		c->open += live.v[k].state == INCIDENT_OPEN &&
			   live.v[k].kind == KIND_ACTUAL && !live.v[k].planned;
		if (turn_one(c, &live.v[k], now, next, &why) == 0) {
			goes_on(c, live.v[k].id, now);
			continue;
		}
		if (stuck(c, live.v[k].id, why.msg, now, e) == -1)
			r = -1;
		/* Tried again soon, and often: it owes people a notice. */
		clock_sooner(next, now + STUCK_AGAIN);
	}
	incidents_clear(&live);
	if (c->queues != NULL && c->queued != c->before)
		c->queues(true, c->arg);
	turn_parts(c, now, next);
	/*
	 * Who was woken may be about to send, and has it on the disk before he
	 * does: what he commits first is behind it in the same log.
	 */
	if (store_sync(c->store, r == -1 ? NULL : e) == -1)
		r = -1;
	return r;
}
