#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "core/parts.h"

/* A feed that is failing or shrunken for so long says nothing new: seconds. */
#define SILENT 600

/* An address may hold a key, so only its hash is kept. */
static void
source_of(const struct feed_conf *conf, char out[HASH_SIZE])
{
	char *s = xasprintf("%s %s", feed_kind_name(conf->kind), conf->url);

	sha256_hex(s, strlen(s), out);
	free(s);
}

/*
 * A name that now stands for another page: its first list is no change of the
 * old one, and has just been new.
 */
static void
look_at_source(struct watch *w, int64_t now)
{
	struct feed_state *f = &w->feed;
	char source[HASH_SIZE];

	if (w->conf == NULL)
		return;
	source_of(w->conf, source);
	if (str_eq(f->source, source))
		return;
	w->renewed = *f->source != '\0';
	xreplace(&f->source, source);
	if (!w->renewed)
		return;
	log_info("feed %s: it is read from another address", f->feed);
	f->last_change = now;
	health_renew(&f->health, now);
}

/* Where it is kept when the feed was read and the same; NULL: nowhere. */
static int64_t *
same_of(struct core *c, const struct watch *w)
{
	return w->conf == NULL ? NULL : &c->same[w->conf - c->conf->feeds];
}

int
core_watch_open(struct core *c, const char *feed, int64_t now, struct watch *w,
    struct err *e)
{
	const int64_t *same;

	*w = (struct watch){.conf = config_feed(c->conf, feed)};
	if (store_feed_get(c->store, feed, &w->feed, e) == -1)
		return -1;
	same = same_of(c, w);
	if (same != NULL && *same != 0 && *same > w->feed.health.last_poll)
		w->feed.last_ok = w->feed.health.last_poll = *same;
	w->stamp = health_stamp(&w->feed.health, now);
	look_at_source(w, now);
	return 0;
}

void
core_watch_clear(struct watch *w)
{
	feed_state_clear(&w->feed);
}

/* What the on-call is told of the state that the feed is in now. */
static enum alarm_kind
alarm_of(const struct feed_state *f, enum health_seen seen)
{
	switch (f->health.state) {
	case HEALTH_FAILING:
		return f->cause == CAUSE_INCOMPLETE ? ALARM_FEED_PARTLY
						    : ALARM_FEED_FAILING;
	case HEALTH_STALE:
		return ALARM_FEED_STALE;
	case HEALTH_SHRUNKEN:
		return ALARM_FEED_SHRUNKEN;
	case HEALTH_OK:
		break;
	}
	return seen == SEEN_SETTLED ? ALARM_FEED_SETTLED : ALARM_FEED_WELL;
}

static void
log_change(const struct feed_state *f, enum feed_health was)
{
	const struct health *h = &f->health;

	if (h->state == was)
		return;
	if (h->state == HEALTH_OK)
		log_info("feed %s: ok, was %s", f->feed, feed_health_name(was));
	else
		log_warn("feed %s: %s, was %s: %s", f->feed,
		    feed_health_name(h->state), feed_health_name(was), f->why);
}

/* Why it is not ok; the reason of a failure is the caller's. */
static void
explain(struct watch *w, enum health_seen seen)
{
	struct feed_state *f = &w->feed;
	bool failing = f->health.state == HEALTH_FAILING;

	if (!failing)
		f->cause = CAUSE_NONE;
	if (f->health.state == HEALTH_OK)
		xreplace(&f->why, "");
	else if (f->health.state == HEALTH_STALE)
		xreplace(&f->why, "nothing new for longer than stale_after");
	else if (failing && seen == SEEN_PART) {
		f->cause = CAUSE_INCOMPLETE;
		xreplace(&f->why, "only a part of it can be read");
	}
}

/* The one step: state, log, on-call, store. */
static int
step(struct core *c, struct watch *w, enum health_seen seen, int64_t now,
    struct err *e)
{
	struct feed_state *f = &w->feed;
	struct health *h = &f->health;
	enum feed_health was = h->state;
	struct alarm a;

	if (!health_step(h, seen, w->conf == NULL ? 0 : w->conf->poll, now))
		return err_set(e, "feed %s: %s does not go with what was seen",
		    f->feed, feed_health_name(was));
	explain(w, seen);
	log_change(f, was);
	if (health_due(h, now)) {
		a = (struct alarm){alarm_of(f, seen), f->feed, f->why};
		if (core_alarm(c, &a, now, e) == -1)
			return -1;
		h->told = h->state;
	}
	return store_feed_put(c->store, f, e);
}

/* Says how much is gone of what was seen before the time. */
static int
explain_short(struct core *c, struct watch *w, int64_t before, struct err *e)
{
	size_t listed, gone;
	char *why;

	if (store_reports_listed(
		c->store, w->feed.feed, before, &listed, &gone, e) == -1)
		return -1;
	why = xasprintf("%zu of %zu events are gone", gone, listed);
	xreplace(&w->feed.why, why);
	free(why);
	return 0;
}

/*
 * What follows from a body that was read. gone: what is listed and was not
 * seen since is not in it; TIME_NONE: it is the same as the last one.
 */
static int
conclude(struct core *c, struct watch *w, enum body_kind body, int64_t gone,
    int64_t now, struct err *e)
{
	struct feed_state *f = &w->feed;
	int64_t short_since = f->health.body_since;
	int64_t limit = w->conf == NULL ? 0 : w->conf->stale_after;
	bool old = limit > 0 && f->last_change != TIME_NONE &&
		   now - f->last_change > limit;
	enum health_seen seen = health_read(
	    &f->health, body, w->changed, old, now);
	int r = 0;

	if (w->changed || f->last_change == TIME_NONE)
		f->last_change = now;
	if (seen != SEEN_PART)
		f->last_ok = now;
	/* What all the short lists had is there; the rest has vanished. */
	if (seen == SEEN_SETTLED)
		r = core_vanished(c, w, short_since, now, e);
	else if (seen == SEEN_SHORT)
		r = explain_short(
		    c, w, gone == TIME_NONE ? f->health.body_since : gone, e);
	else if (seen != SEEN_PART && gone != TIME_NONE)
		r = core_vanished(c, w, gone, now, e);
	return r == 0 ? step(c, w, seen, now, e) : -1;
}

/*
 * Nothing follows from the same body of a configured feed but when it was
 * read: such a poll changes neither the state of the feed nor what the on-call
 * knows.
 */
static bool
is_quiet(const struct watch *w, int64_t now)
{
	const struct feed_state *f = &w->feed;
	const struct health *h = &f->health;
	int64_t limit = w->conf->stale_after;

	return !w->renewed && w->stamp == now && h->state == HEALTH_OK &&
	       h->told == HEALTH_OK && h->body == BODY_WHOLE &&
	       h->since <= now && f->last_change != TIME_NONE &&
	       (limit <= 0 || now - f->last_change <= limit);
}

int
core_same_store(struct core *c, int64_t now, struct err *e)
{
	int r = 0;

	for (size_t i = 0; r == 0 && i < c->conf->n_feeds; i++) {
		struct watch w;

		if (c->same[i] == 0)
			continue;
		r = core_watch_open(c, c->conf->feeds[i].name, now, &w, e);
		if (r == 0)
			r = store_feed_put(c->store, &w.feed, e);
		core_watch_clear(&w);
	}
	return r;
}

void
core_same_stored(struct core *c)
{
	memset(c->same, 0, sizeof(c->same));
}

/* What kind of a list it is, against what was listed before. */
static int
compare(struct core *c, struct watch *w, const struct reports *reports,
    enum body_kind *body, struct err *e)
{
	size_t listed, gone;

	*body = BODY_PART;
	if (!reports->complete)
		return 0;
	*body = BODY_WHOLE;
	w->only_open = reports->only_open;
	if (store_reports_listed(
		c->store, w->feed.feed, w->stamp, &listed, &gone, e) == -1)
		return -1;
	if (!reports->only_open && !w->renewed &&
	    health_shrank(listed - w->fresh, gone, w->fresh))
		*body = BODY_SHORT;
	else if (gone > 0)
		w->changed = true;
	return 0;
}

int
core_watch_read(struct core *c, struct watch *w, const struct reports *reports,
    int64_t now, struct err *e)
{
	enum body_kind body;

	if (compare(c, w, reports, &body, e) == -1)
		return -1;
	/* Half a list is no first one: behind it stands what is old, too. */
	if (w->feed.first_ok == TIME_NONE && !reports->torn)
		w->feed.first_ok = now;
	return conclude(c, w, body, w->stamp, now, e);
}

int
core_feed_unchanged(
    struct core *c, const char *feed, int64_t now, struct err *e)
{
	struct watch w;
	int r = core_watch_open(c, feed, now, &w, e);
	int64_t *same = same_of(c, &w);
	bool quiet = r == 0 && same != NULL && is_quiet(&w, now);

	core_watch_clear(&w);
	if (quiet)
		*same = now;
	if (r == -1 || quiet)
		return r;
	if (store_begin(c->store, e) == -1)
		return -1;
	r = core_watch_open(c, feed, now, &w, e);
	if (r == 0)
		r = conclude(c, &w, w.feed.health.body, TIME_NONE, now, e);
	core_watch_clear(&w);
	return core_finish(c, r, e);
}

int
core_feed_failed(struct core *c, const char *feed, enum feed_cause cause,
    const char *why, int64_t now, struct err *e)
{
	struct watch w;
	int r;

	if (store_begin(c->store, e) == -1)
		return -1;
	r = core_watch_open(c, feed, now, &w, e);
	if (r == 0) {
		w.feed.cause = cause;
		xreplace(&w.feed.why, why);
		r = step(c, &w, SEEN_FAILED, now, e);
	}
	core_watch_clear(&w);
	return core_finish(c, r, e);
}

/* Since when the feed brings nothing fresh; TIME_NONE: it does. */
static int64_t
silent_since(const struct feed_state *f, int64_t now)
{
	bool lasts = now - f->health.since >= SILENT;

	switch (f->health.state) {
	case HEALTH_FAILING:
		if (!lasts)
			break;
		return f->last_ok == TIME_NONE ? f->health.since : f->last_ok;
	case HEALTH_SHRUNKEN:
		return lasts ? f->health.since : TIME_NONE;
	case HEALTH_STALE:
		return f->last_change;
	case HEALTH_OK:
		break;
	}
	return TIME_NONE;
}

void
core_feed_silence(struct core *c, struct notice_facts *f)
{
	const struct incident *i = f->incident;
	struct feed_state s = {0};

	if (i->id != 0 && *i->feed != '\0' &&
	    store_feed_get(c->store, i->feed, &s, NULL) == 1) {
		f->feed_silent_since = silent_since(&s, f->now);
		f->feed_health = s.health.state;
		f->feed_partly = s.cause == CAUSE_INCOMPLETE;
	}
	feed_state_clear(&s);
}
