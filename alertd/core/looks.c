#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "conf/ways.h"
#include "core/looks.h"
#include "core/parts.h"
#include "store/calls.h"
#include "store/reports.h"
#include "store/watch.h"

/* By hand, so many of the newest records are looked at. */
#define RECORDS 2000
/* A feed may be late by so many polls. */
#define POLLS 3

/* --- incidents ------------------------------------------------------------ */

/* What is wrong with the notices of i, or NULL; free(). */
static char *
incident_fault(struct core *c, struct incident *i, int64_t promise, int64_t now)
{
	struct schedule s = core_schedule(i, &c->conf->notices, now);
	const char *what = "its notice was due at";
	char when[RFC3339_SIZE];
	int64_t at = s.at;

	if (s.kind == SCHEDULE_NOTHING && i->state == INCIDENT_OPEN &&
	    !i->planned)
		return xasprintf("incident %lld is open, and no next notice "
				 "is scheduled",
		    (long long)i->id);
	if (s.kind == SCHEDULE_NOTHING || at >= now - LIMIT_CHECK_LATE) {
		if (promise == TIME_NONE || promise >= now - LIMIT_CHECK_LATE)
			return NULL;
		what = "its next notice was promised for";
		at = promise;
	}
	return xasprintf("incident %lld: %s %s, and none is queued",
	    (long long)i->id, what, format_rfc3339(at, when));
}

int
look_incidents(struct core *c, struct self_check *s, struct faults *found,
    int64_t now, struct err *e)
{
	struct incidents live = {0};
	int r = store_incidents_live(c->store, &live, e);

	(void)s;
	for (size_t k = 0; r == 0 && k < live.n; k++) {
		struct incident *i = &live.v[k];
		int64_t promise = TIME_NONE;
		char name[32], *what;

		if (i->state == INCIDENT_OPEN && i->notices > 0)
			r = store_notice_promise(
			    c->store, i->id, i->notices, &promise, e);
		if (r == -1)
			break;
		what = incident_fault(c, i, promise, now);
		snprintf(name, sizeof(name), "incident %lld", (long long)i->id);
		if (what != NULL)
			faults_add(found, name, what);
	}
	incidents_clear(&live);
	return r;
}

/* --- the on-call ---------------------------------------------------------- */

int
look_pages(struct core *c, struct self_check *s, struct faults *found,
    int64_t now, struct err *e)
{
	struct calls l = {0};
	int r = store_calls(c->store, &l, e);

	(void)s;
	for (size_t i = 0; r == 0 && i < l.n; i++) {
		const struct call *k = &l.v[i];
		int64_t due = k->due == TIME_NONE ? k->began : k->due;
		char name[32], when[RFC3339_SIZE];

		if (*k->owner != '\0' || due >= now - LIMIT_CHECK_LATE)
			continue;
		snprintf(name, sizeof(name), "call %lld", (long long)k->id);
		faults_add(found, name,
		    xasprintf("call %lld rings, and its next page was due at "
			      "%s: nobody is paged",
			(long long)k->id, format_rfc3339(due, when)));
	}
	calls_clear(&l);
	return r == -1 ? -1 : 0;
}

/* --- who is told ---------------------------------------------------------- */

static int
left_out(struct core *c, const struct incident *i, struct faults *found,
    struct err *e)
{
	char fault[48], *name;
	int64_t n;
	int r = store_watch_left_out(c->store, i->id, i->notices,
	    config_sends(c->conf, CHANNEL_MAIL),
	    config_sends(c->conf, CHANNEL_SMS), &n, &name, e);

	snprintf(
	    fault, sizeof(fault), "incident %lld recipients", (long long)i->id);
	if (r == 0 && n > 0)
		faults_add(found, fault,
		    xasprintf("incident %lld: notice %d has no message to %lld "
			      "municipalities that heard the one before (%s%s)",
			(long long)i->id, i->notices, (long long)n, name,
			n > 1 ? ", …" : ""));
	free(name);
	return r;
}

int
look_recipients(struct core *c, struct self_check *s, struct faults *found,
    int64_t now, struct err *e)
{
	struct incidents live = {0};
	int r = store_incidents_live(c->store, &live, e);

	(void)s;
	(void)now;
	for (size_t k = 0; r == 0 && k < live.n; k++)
		if (live.v[k].state == INCIDENT_OPEN && live.v[k].notices > 1)
			r = left_out(c, &live.v[k], found, e);
	incidents_clear(&live);
	return r;
}

/* Where to begin with the trail: what was there before is not looked at. */
static int
since(struct core *c, const struct self_check *s, int64_t *seq, struct err *e)
{
	int64_t newest;

	*seq = s->seq;
	if (s->seq != 0)
		return 0;
	if (store_audit_newest(c->store, &newest, e) == -1)
		return -1;
	*seq = newest;
	if (s->reading)
		*seq = newest > RECORDS ? newest - RECORDS : 0;
	return 0;
}

int
look_order(struct core *c, struct self_check *s, struct faults *found,
    int64_t now, struct err *e)
{
	int64_t seq, message;
	int r;

	(void)now;
	if (since(c, s, &seq, e) == -1)
		return -1;
	r = store_watch_order(c->store, seq, &message, e);
	if (r == 1)
		faults_add(found, "order",
		    xasprintf("message %lld reached somebody who had a newer "
			      "notice of its incident already",
			(long long)message));
	return r == -1 ? -1 : 0;
}

/* --- the record ----------------------------------------------------------- */

int
look_trail(struct core *c, struct self_check *s, struct faults *found,
    int64_t now, struct err *e)
{
	struct audit_check check;
	int64_t seq, newest;

	(void)now;
	if (since(c, s, &seq, e) == -1 ||
	    store_audit_newest(c->store, &newest, e) == -1 ||
	    store_audit_recent(c->store, seq, &check, e) == -1)
		return -1;
	if (check.fault != AUDIT_WHOLE)
		faults_add(found, "trail",
		    xasprintf("record %lld of the audit trail is %s: alertctl "
			      "log verify says more",
			(long long)check.bad, audit_fault_name(check.fault)));
	/* What is wrong stays to be found. */
	if (check.fault == AUDIT_WHOLE && !s->reading)
		s->seq = newest;
	return 0;
}

/* What is damaged stops nothing that does not stand there. */
int
look_past(struct core *c, struct self_check *s, struct faults *found,
    int64_t now, struct err *e)
{
	(void)now;
	if (s->reading)
		return 0;
	if (*s->damage.msg == '\0')
		return store_through_keep(c->store, &s->past, e);
	faults_add(found, "past", xstrdup(s->damage.msg));
	return 0;
}

/* --- the core itself ------------------------------------------------------ */

/* Since when the feed has not been asked, or TIME_NONE: it is in time. */
static int
not_asked(struct core *c, const struct self_check *s,
    const struct feed_conf *feed, int64_t now, int64_t *at, struct err *e)
{
	int64_t most = POLLS * feed->poll + feed->timeout + LIMIT_CHECK_LATE;
	struct feed_state state;

	if (store_feed_get(c->store, feed->name, &state, e) == -1)
		return -1;
	*at = state.health.last_poll;
	if (*at == TIME_NONE || *at < s->started)
		*at = s->started;
	if (*at < s->steady)
		*at = s->steady;
	if (now - *at <= most)
		*at = TIME_NONE;
	feed_state_clear(&state);
	return 0;
}

int
look_feeds(struct core *c, struct self_check *s, struct faults *found,
    int64_t now, struct err *e)
{
	size_t n = 0;

	for (size_t i = 0; i < c->conf->n_feeds; i++) {
		const struct feed_conf *feed = &c->conf->feeds[i];
		char *name, when[RFC3339_SIZE];
		int64_t at;

		if (not_asked(c, s, feed, now, &at, e) == -1)
			return -1;
		if (at == TIME_NONE)
			continue;
		n++;
		name = xasprintf("feed %s", feed->name);
		faults_add(found, name,
		    at == 0
			? xasprintf("feed %s has never been asked", feed->name)
			: xasprintf("feed %s has not been asked since %s",
			      feed->name, format_rfc3339(at, when)));
		free(name);
	}
	s->blind = n > 0 && n == c->conf->n_feeds;
	return 0;
}

int
look_turn(struct core *c, struct self_check *s, struct faults *found,
    int64_t now, struct err *e)
{
	(void)s;
	(void)now;
	(void)e;
	if (c->failed != NULL)
		faults_add(found, "turn",
		    xasprintf("a part of the turn fails, %s: the log says why",
			c->failed));
	return 0;
}
