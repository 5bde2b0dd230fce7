#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/cpr.h"
#include "base/hash.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "core/core.h"
#include "core/call.h"
#include "core/parts.h"
#include "incident/news.h"
#include "store/audit.h"
#include "store/reports.h"

int
core_audit(struct core *c, int64_t now, const char *action, int64_t incident,
    struct err *e, const char *fmt, ...)
{
	va_list ap;
	char *detail, *object;
	int r;

	va_start(ap, fmt);
	detail = xvasprintf(fmt, ap);
	va_end(ap);
	object = incident == 0
		     ? xstrdup("")
		     : xasprintf("incident %lld", (long long)incident);
	r = store_audit(
	    c->store, now, c->actor, action, incident, object, detail, e);
	free(object);
	free(detail);
	return r;
}

int
core_finish(struct core *c, int r, struct err *e)
{
	if (r == 0)
		return store_commit(c->store, e);
	store_rollback(c->store);
	return -1;
}

/* One event on its way through the stages. */
struct event {
	const struct report *report;
	struct finding finding;
	struct stored_report before; /* valid when known */
	bool known;
	bool first_start;
	bool absent; /* over, since it is listed no longer */
	bool torn; /* the body ends too early, see report.h */
	int64_t stamp; /* of the poll */
	size_t masked; /* patients' numbers that the feed has told */
	struct incident incident; /* valid when linked */
	bool linked;
	int candidates; /* open incidents of its service */
	bool own; /* linked by an earlier revision, not by its service */
};

static void
event_clear(struct event *v)
{
	finding_clear(&v->finding);
	if (v->known)
		stored_report_clear(&v->before);
	if (v->linked)
		incident_clear(&v->incident);
}

/* Judges the report; a rule that failed is told and never lowers a verdict. */
static int
judge(struct core *c, struct event *v, int64_t now, struct err *e)
{
	struct err why;
	bool judged = filter_judge(c->filter, v->report, &v->finding, &why) ==
		      0;

	/* Its text was written before, and says nothing of its end. */
	if (v->absent) {
		char *reason = xasprintf(
		    "no longer listed; %s", v->finding.reason);

		free(v->finding.reason);
		v->finding.reason = reason;
		v->finding.phase = PHASE_RESOLVED;
	}
	if (judged)
		return 0;
	log_error("report %s: %s", v->report->id, why.msg);
	return core_alarm(c,
	    &(struct alarm){ALARM_RULE_FAILED, v->report->title, why.msg}, now,
	    e);
}

/*
 * Whether an incident takes reports of its service without being named. Work
 * that is planned and a fault are two things; an old post ends nothing newer;
 * and what a feed tells is for everybody, so it is no news of what only some
 * were told of.
 */
static bool
takes(const struct incident *i, const struct event *v)
{
	const struct finding *f = &v->finding;
	int64_t at = v->report->published;

	if (i->kind != KIND_ACTUAL || i->state != INCIDENT_OPEN ||
	    *f->service == '\0' || strcmp(i->service, f->service) != 0)
		return false;
	if (i->planned != (f->effect == EFFECT_PLANNED) || *i->audience != '\0')
		return false;
	return f->phase != PHASE_RESOLVED || at == TIME_NONE ||
	       i->since == TIME_NONE || at >= i->since;
}

/*
 * Fills v->incident with the one open incident of the service; counts them.
 * With other_feed, only those that another feed, or an operator, opened.
 */
static int
find_candidate(
    struct core *c, struct event *v, bool other_feed, int *count, struct err *e)
{
	struct incidents live = {0};

	*count = 0;
	if (store_incidents_live(c->store, &live, e) == -1)
		return -1;
	for (size_t i = 0; i < live.n; i++) {
		if (!takes(&live.v[i], v) ||
		    (other_feed && str_eq(live.v[i].feed, v->report->feed)))
			continue;
		if (++*count == 1)
			incident_copy(&v->incident, &live.v[i]);
	}
	if (*count > 1)
		incident_clear(&v->incident);
	v->linked = *count == 1;
	incidents_clear(&live);
	return 0;
}

/* The incident that the event already belongs to, if any. */
static int
find_own(struct core *c, struct event *v, struct err *e)
{
	int r;

	if (!v->known || v->before.incident == 0)
		return 0;
	r = store_incident_get(c->store, v->before.incident, &v->incident, e);
	v->linked = v->own = r == 1;
	return r == -1 ? -1 : 0;
}

/* A feed that was taken out of the configuration, or renamed, says nothing. */
static bool
polled(const struct core *c, const char *feed)
{
	return c->conf->n_feeds == 0 || config_feed(c->conf, feed) != NULL;
}

/* Whether another report of the incident still tells that it is open. */
static int
others_open(struct core *c, const struct event *v, bool *open, struct err *e)
{
	struct stored_reports l = {0};

	*open = false;
	if (store_reports(c->store, v->incident.id, 0, &l, e) == -1)
		return -1;
	for (size_t i = 0; i < l.n; i++) {
		const struct stored_report *o = &l.v[i];
		bool own = str_eq(o->report.feed, v->report->feed) &&
			   str_eq(o->report.id, v->report->id);
		/* A post of its own ends what its own feed began. */
		bool ended_by_post = !v->known &&
				     str_eq(o->report.feed, v->report->feed);

		if (!own && !ended_by_post && polled(c, o->report.feed) &&
		    o->finding.phase == PHASE_OPEN)
			*open = true;
	}
	stored_reports_clear(&l);
	return 0;
}

/* Opens an incident for the event; v->incident is the new one. */
static int
open_incident(struct core *c, struct event *v, bool ask, const char *why,
    int64_t now, struct err *e)
{
	if (v->linked)
		incident_clear(&v->incident);
	v->linked = true;
	incident_init(&v->incident);
	news_open(
	    &v->incident, v->report, &v->finding, ask, &c->conf->notices, now);
	if (store_incident_put(c->store, &v->incident, e) == -1)
		return -1;
	log_info("incident %lld: %s, %s: \"%s\" (%s; %s)",
	    (long long)v->incident.id, incident_state_name(v->incident.state),
	    effect_name(v->incident.effect), v->incident.title, why,
	    v->finding.reason);
	if (core_audit(c, now, "incident.opened", v->incident.id, e,
		"%s, %s: %s (%s; %s)", incident_state_name(v->incident.state),
		effect_name(v->incident.effect), v->incident.title, why,
		v->finding.reason) == -1)
		return -1;
	/* Nobody is woken for work that is only announced. */
	return v->incident.planned && !ask
		   ? core_tell(c, &v->incident, NULL, now, e)
		   : core_ring(c, &v->incident, RING_NEWS, NULL, now, e);
}

static bool
worse(const struct incident *i, enum effect than)
{
	return incident_live(i->state) && i->effect > than;
}

static int
apply(struct core *c, struct event *v, int64_t now, struct err *e)
{
	enum incident_state before = v->incident.state;
	enum effect effect = v->incident.effect;
	static const enum alarm_kind kinds[] = {
	    [HELD_OPEN] = ALARM_OVER_ONE, [HELD_UNRELATED] = ALARM_UNRELATED};
	enum news_held held;
	bool open;
	int r = 0;

	if (others_open(c, v, &open, e) == -1)
		return -1;
	held = news_apply(&v->incident, v->report, &v->finding,
	    v->known ? v->before.finding.verdict : VERDICT_IGNORE, open, now);
	if (store_incident_put(c->store, &v->incident, e) == -1)
		return -1;
	if (held != HELD_NOT)
		r = core_ring(c, &v->incident, RING_NEWS,
		    &(struct alarm){kinds[held], v->report->feed, NULL}, now,
		    e);
	else if (worse(&v->incident, effect))
		r = core_ring(c, &v->incident, RING_NEWS, NULL, now, e);
	else if (incident_live(v->incident.state) && !incident_live(before))
		r = core_ring(c, &v->incident, RING_BACK, NULL, now, e);
	if (r == -1 || v->incident.state == before)
		return r;
	log_info("incident %lld: %s, was %s", (long long)v->incident.id,
	    incident_state_name(v->incident.state),
	    incident_state_name(before));
	return core_audit(c, now, "incident.state", v->incident.id, e,
	    "%s, was %s: %s", incident_state_name(v->incident.state),
	    incident_state_name(before), v->finding.reason);
}

static int
question(struct core *c, const struct event *v, int64_t now, struct err *e)
{
	struct alarm a = {
	    v->candidates > 1 ? ALARM_OVER_SEVERAL : ALARM_OVER_UNTOLD,
	    v->report->title, v->report->feed};

	return core_alarm(c, &a, now, e);
}

/* Does with the event what the incident stage decided. */
static int
act(struct core *c, struct event *v, struct news news, int64_t now,
    struct err *e)
{
	switch (news.kind) {
	case NEWS_RECORD:
		return 0;
	case NEWS_OPEN:
		return open_incident(c, v, false, news.why, now, e);
	case NEWS_ASK:
		return open_incident(c, v, true, news.why, now, e);
	case NEWS_APPLY:
		return apply(c, v, now, e);
	case NEWS_QUESTION:
		return question(c, v, now, e);
	}
	return 0;
}

/* Finds what the event belongs to, and says what is to become of it. */
static int
decide(struct core *c, struct event *v, int64_t now, struct news *news,
    struct err *e)
{
	struct news_context x = {
	    .first_start = v->first_start,
	    .known = v->known,
	    .before = v->known ? v->before.finding.verdict : VERDICT_IGNORE,
	    .was_over = v->known && v->before.finding.phase == PHASE_RESOLVED,
	    .now = now,
	};
	bool open = v->finding.verdict == VERDICT_BROADCAST &&
		    v->finding.phase == PHASE_OPEN;
	bool over = v->finding.verdict != VERDICT_IGNORE &&
		    v->finding.phase == PHASE_RESOLVED && !v->known;
	/* A feed with a status of its own keeps its own events apart. */
	bool other_feed = open && v->report->phase != PHASE_UNKNOWN;

	if (find_own(c, v, e) == -1)
		return -1;
	if (!v->linked && (open || over) &&
	    find_candidate(c, v, other_feed, &x.candidates, e) == -1)
		return -1;
	x.incident = v->linked && (v->own || open) ? &v->incident : NULL;
	v->candidates = x.candidates;
	*news = news_decide(v->report, &v->finding, &x, &c->conf->notices);
	return 0;
}

/* Whether the revision before had one, too. */
static bool
had_mask(const struct event *v)
{
	const struct report *r = &v->before.report;

	return v->known && (strstr(r->title, CPR_MASK) != NULL ||
			       strstr(r->text, CPR_MASK) != NULL);
}

/*
 * The feed should not have told it, and somebody should tell them; once, not
 * with each revision that still holds it.
 */
static int
tell_masked(struct core *c, const struct event *v, int64_t now, struct err *e)
{
	const struct report *r = v->report;

	if (v->masked == 0)
		return 0;
	log_warn("report %s/%s: %zu that look like a patient's number (CPR) "
		 "are left out",
	    r->feed, r->id, v->masked);
	if (had_mask(v))
		return 0;
	return core_alarm(
	    c, &(struct alarm){ALARM_PATIENT, r->feed, r->title}, now, e);
}

/* A new event, or a new revision of one. */
static int
take(struct core *c, struct event *v, int64_t now, struct err *e)
{
	struct news news;
	int64_t id, incident;

	if (judge(c, v, now, e) == -1)
		return -1;
	/* It is not kept, and so read anew each time: nothing is told of it. */
	if (v->torn && v->finding.phase == PHASE_RESOLVED)
		return 0;
	if (v->finding.verdict == VERDICT_BROADCAST && c->queues != NULL)
		c->queues(false, c->arg);
	if (tell_masked(c, v, now, e) == -1 ||
	    decide(c, v, now, &news, e) == -1)
		return -1;
	log_info("report %s/%s: %s, %s, %s: %s", v->report->feed, v->report->id,
	    verdict_name(v->finding.verdict), effect_name(v->finding.effect),
	    phase_name(v->finding.phase), v->finding.reason);
	if (act(c, v, news, now, e) == -1)
		return -1;
	incident = v->linked && (v->own || news.kind != NEWS_RECORD)
		       ? v->incident.id
		       : 0;
	return store_report_put(
	    c->store, v->report, &v->finding, incident, v->stamp, &id, e);
}

static int
take_event(struct core *c, struct event *v, struct watch *w, int64_t now,
    struct err *e)
{
	const struct report *r = v->report;
	char hash[HASH_SIZE];
	int found = store_report_find(c->store, r->feed, r->id, &v->before, e);

	v->known = found == 1;
	v->stamp = w->stamp;
	if (v->torn && v->known) {
		event_clear(v);
		return 0;
	}
	report_hash(r, hash);
	if (!v->known || !v->before.listed) {
		w->fresh++;
		w->changed = true;
	}
	if (v->known && str_eq(hash, v->before.hash)) {
		found = store_report_seen(c->store, v->before.id, w->stamp, e);
	} else if (found != -1) {
		w->changed = true;
		found = take(c, v, now, e);
	}
	event_clear(v);
	return found == -1 ? -1 : 0;
}

/*
 * A feed that lists only what is open no longer lists the event: it is over,
 * as if the feed had said so. Takes the report as it was last told.
 */
static int
end_absent(struct core *c, struct stored_report *s, struct watch *w,
    int64_t now, struct err *e)
{
	struct report *r = &s->report;
	struct event v = {.report = r, .absent = true};
	char *revision;

	if (s->finding.phase == PHASE_RESOLVED)
		return 0;
	revision = xasprintf("%s, no longer listed", r->revision);
	free(r->revision);
	r->revision = revision;
	xreplace(&r->status, "resolved");
	r->phase = PHASE_RESOLVED;
	log_info("report %s/%s: no longer listed: over", r->feed, r->id);
	if (s->incident != 0 &&
	    core_audit(c, now, "event.absent", s->incident, e,
		"%s/%s is no longer listed, so it is over", r->feed,
		r->id) == -1)
		return -1;
	return take_event(c, &v, w, now, e);
}

/* The on-call hears once that an event of a live incident has vanished. */
static int
tell_vanished(
    struct core *c, const struct stored_report *s, int64_t now, struct err *e)
{
	const struct alarm alarm = {ALARM_VANISHED, s->report.feed, NULL};
	struct incident in;
	int r;

	if (s->incident == 0)
		return 0;
	r = store_incident_get(c->store, s->incident, &in, e);
	if (r != 1)
		return r;
	r = 0;
	if (incident_live(in.state))
		r = core_ring(c, &in, RING_NEWS, &alarm, now, e);
	incident_clear(&in);
	return r;
}

/*
 * What the feed listed and a whole body of it lists no longer. That is the end
 * of an event only where nothing but what is open is listed.
 */
int
core_vanished(
    struct core *c, struct watch *w, int64_t before, int64_t now, struct err *e)
{
	/* Another page never listed it: its list ends nothing of this one. */
	bool over = w->only_open && !w->renewed;
	struct stored_reports gone = {0};
	int r = store_reports_vanished(
	    c->store, w->feed.feed, before, &gone, e);

	for (size_t i = 0; r == 0 && i < gone.n; i++) {
		struct stored_report *s = &gone.v[i];

		r = over ? end_absent(c, s, w, now, e)
			 : tell_vanished(c, s, now, e);
		if (r == 0)
			r = store_report_unlist(c->store, s->id, e);
	}
	stored_reports_clear(&gone);
	return r;
}

static int
take_all(struct core *c, const char *feed, const struct reports *reports,
    int64_t now, struct err *e)
{
	struct watch w;
	int r = core_watch_open(c, feed, now, &w, e);

	for (size_t i = 0; r == 0 && i < reports->n; i++) {
		struct report clean;
		struct event v = {.report = &clean,
		    .torn = reports->torn,
		    .masked = core_mask_report(&reports->v[i], &clean),
		    .first_start = w.feed.first_ok == TIME_NONE};

		r = take_event(c, &v, &w, now, e);
		core_masked_clear(&clean);
	}
	if (r == 0)
		r = core_watch_read(c, &w, reports, now, e);
	core_watch_clear(&w);
	return r;
}

int
core_reports(struct core *c, const char *feed, const struct reports *reports,
    int64_t now, struct err *e)
{
	if (store_begin(c->store, e) == -1)
		return -1;
	return core_finish(c, take_all(c, feed, reports, now, e), e);
}
