#include <stdlib.h>

#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "core/call.h"
#include "core/parts.h"
#include "escalation/chain.h"
#include "store/calls.h"

/* Low matters in one mail; the rest comes with the next. */
#define LOWS_MOST 200

/*
 * The call about the same thing: 1 and *k, 0 when there is none, -1. A feed
 * that failed and is now read in part is one call.
 */
static int
find_call(struct core *c, const struct alarm *a, struct call *k, struct err *e)
{
	const char *about = a->about == NULL ? "" : a->about;
	int r = store_call_alarm(c->store, alarm_name(a->kind), about, k, e);

	for (int i = 0; r == 0 && i < ALARM_KINDS; i++) {
		enum alarm_kind kind = (enum alarm_kind)i;

		if (alarm_is_ended_by(kind, a->kind))
			r = store_call_alarm(
			    c->store, alarm_name(kind), about, k, e);
	}
	return r;
}

/* Whether it says what the call does not say yet, and somebody should know. */
static bool
is_news(const struct call *k, const struct alarm *a)
{
	const char *detail = a->detail == NULL ? "" : a->detail;

	if (*k->owner != '\0')
		return false;
	if (!str_eq(k->alarm, alarm_name(a->kind)))
		return true;
	return !alarm_lasts(a->kind) && !str_eq(k->detail, detail);
}

static int
alarm_rings(struct core *c, const struct alarm *a, int64_t now, struct err *e)
{
	struct call k;
	bool news;
	int r = find_call(c, a, &k, e);

	if (r == -1)
		return -1;
	if (r == 0) {
		call_init(&k);
		k.opened = k.began = now;
		core_call_set_alarm(&k, a);
		r = core_call_ring(c, &k, now, e);
		call_clear(&k);
		return r;
	}
	news = is_news(&k, a);
	if (news) {
		r = core_call_say(c, &k, NULL, a, now, e);
	} else {
		core_call_set_alarm(&k, a);
		r = store_call_put(c->store, &k, e);
	}
	call_clear(&k);
	return r;
}

/* Adds whoever is first in the chain. */
static int
add_first(
    struct core *c, bool by_mail, struct people *l, int64_t now, struct err *e)
{
	struct roster r;

	if (core_roster_open(c, &r, e) == -1)
		return -1;
	core_first_people(c, &r, by_mail, now, l);
	core_roster_clear(&r);
	return 0;
}

/* To whoever is first in the chain, and those in l, which grows. */
static int
tell_first(struct core *c, struct page *p, struct people *l, int64_t now,
    struct err *e)
{
	if (add_first(c, false, l, now, e) == -1)
		return -1;
	if (l->n == 0)
		log_warn("page: nobody to page: no team has a contact, and "
			 "alarm: is empty");
	p->to = l;
	return core_page(c, p, now, e);
}

int
core_tell(struct core *c, const struct incident *i, const struct alarm *alarm,
    int64_t now, struct err *e)
{
	struct page p = {.incident = i, .alarm = alarm, .news = PAGE_TOLD};
	struct people l = {0};
	int r = tell_first(c, &p, &l, now, e);

	people_clear(&l);
	return r;
}

/* The call that a ends, if there is one; who was paged hears of it. */
static int
alarm_ends(struct core *c, const struct alarm *a, struct people *l, int64_t now,
    struct err *e)
{
	struct call k;
	int r = find_call(c, a, &k, e);

	if (r != 1)
		return r;
	r = core_call_close(c, &k, now, e);
	if (r == 0)
		r = store_call_people(c->store, k.id, l, e);
	call_clear(&k);
	return r;
}

static int
raise_alarm(struct core *c, const struct alarm *a, int64_t now, struct err *e)
{
	struct page p = {.news = PAGE_TOLD};
	struct people l = {0};
	int r = -1;

	switch (alarm_urgency(a->kind)) {
	case URGENCY_RINGS:
		return alarm_rings(c, a, now, e);
	case URGENCY_LOW:
		return store_low_add(c->store, alarm_name(a->kind),
		    a->about == NULL ? "" : a->about,
		    a->detail == NULL ? "" : a->detail, now, e);
	case URGENCY_TOLD:
		p.alarm = a;
		if (alarm_ends(c, a, &l, now, e) == 0)
			r = tell_first(c, &p, &l, now, e);
		people_clear(&l);
		break;
	}
	return r;
}

int
core_alarm_over(struct core *c, enum alarm_kind kind, const char *about,
    int64_t now, struct err *e)
{
	struct call k;
	int r = store_call_alarm(c->store, alarm_name(kind), about, &k, e);

	/* Mostly there is none: nobody is kept from writing for that. */
	if (r != 1)
		return r;
	call_clear(&k);
	if (store_begin(c->store, e) == -1)
		return -1;
	r = store_call_alarm(c->store, alarm_name(kind), about, &k, e);
	if (r == 1) {
		r = core_call_close(c, &k, now, e);
		if (r == 0)
			r = core_call_tell(c, &k, NULL, PAGE_ENDED, "", now, e);
		call_clear(&k);
	}
	return core_finish(c, r, e);
}

int
core_alarms_begin(struct core *c, int64_t now, struct err *e)
{
	struct calls l = {0};
	int r = core_alarm_over(c, ALARM_CONFIG_BAD, "", now, e);

	if (r == 0)
		r = store_calls(c->store, &l, e);
	for (size_t i = 0; r == 0 && i < l.n; i++) {
		struct alarm a;

		if (l.v[i].incident == 0 && core_call_alarm(&l.v[i], &a) &&
		    alarm_is_ended_by(a.kind, ALARM_FEED_WELL) &&
		    config_feed(c->conf, a.about) == NULL)
			r = core_alarm_over(c, a.kind, a.about, now, e);
	}
	calls_clear(&l);
	return r;
}

int
core_alarm(struct core *c, const struct alarm *a, int64_t now, struct err *e)
{
	char *what = alarm_sentence(a, NULL);

	log_warn("alarm: %s", what);
	free(what);
	if (store_begin(c->store, e) == -1)
		return -1;
	return core_finish(c, raise_alarm(c, a, now, e), e);
}

/* What nobody need be woken for, in one mail. */
static int
tell_lows(struct core *c, const struct people *l, int64_t now, struct err *e)
{
	struct page p = {.news = PAGE_COLLECTED, .to = l, .quiet = true};
	struct lows lows = {0};
	struct alarm *v;
	int r = store_lows_take(c->store, LOWS_MOST, &lows, e);

	p.lows = v = xcalloc(lows.n, sizeof(*v));
	for (size_t i = 0; r == 0 && i < lows.n; i++) {
		v[p.n_lows] = (struct alarm){
		    .about = lows.v[i].about, .detail = lows.v[i].detail};
		if (alarm_parse(lows.v[i].alarm, &v[p.n_lows].kind) == 0)
			p.n_lows++;
	}
	if (r == 0 && p.n_lows > 0)
		r = core_page(c, &p, now, e);
	free(v);
	lows_clear(&lows);
	return r;
}

/* They wait until there is somebody who can be told by mail. */
static int
tell_lows_by_mail(struct core *c, int64_t now, struct err *e)
{
	struct people l = {0};
	bool mail = false;
	int r = add_first(c, true, &l, now, e);

	for (size_t i = 0; i < l.n; i++)
		mail |= *l.v[i].email != '\0';
	if (r == 0 && mail)
		r = tell_lows(c, &l, now, e);
	people_clear(&l);
	return r;
}

int
core_lows_turn(struct core *c, int64_t now, int64_t *next, struct err *e)
{
	int64_t at, collect = c->conf->escalation.collect;

	if (store_low_oldest(c->store, &at, e) == -1)
		return -1;
	if (at == TIME_NONE)
		return 0;
	/* From a clock that was ahead. */
	if (at > now)
		at = now;
	if (at + collect > now) {
		clock_sooner(next, at + collect);
		return 0;
	}
	if (store_begin(c->store, e) == -1)
		return -1;
	return core_finish(c, tell_lows_by_mail(c, now, e), e);
}
