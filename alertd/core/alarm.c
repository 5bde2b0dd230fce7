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

static int
alarm_rings(struct core *c, const struct alarm *a, int64_t now, struct err *e)
{
	const char *about = a->about == NULL ? "" : a->about;
	struct call k;
	int r = store_call_alarm(c->store, alarm_name(a->kind), about, &k, e);

	if (r == -1)
		return -1;
	if (r == 0) {
		call_init(&k);
		k.opened = k.began = now;
	}
	core_call_set_alarm(&k, a);
	/* It rings already, or somebody has it: only what it says is new. */
	r = r == 1 ? store_call_put(c->store, &k, e)
		   : core_call_ring(c, &k, now, e);
	call_clear(&k);
	return r;
}

/* To whoever is first in the chain, and those in l, which grows. */
static int
tell_first(struct core *c, struct page *p, struct people *l, int64_t now,
    struct err *e)
{
	struct roster r;

	if (core_roster_open(c, &r, e) == -1)
		return -1;
	core_first_people(c, &r, now, l);
	core_roster_clear(&r);
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

/* The calls about the same thing that a ends; who was paged hears of it. */
static int
alarm_ends(struct core *c, const struct alarm *a, struct people *l, int64_t now,
    struct err *e)
{
	for (int kind = 0; kind < ALARM_KINDS; kind++) {
		struct call k;
		int r;

		if (!alarm_is_ended_by((enum alarm_kind)kind, a->kind))
			continue;
		r = store_call_alarm(c->store,
		    alarm_name((enum alarm_kind)kind),
		    a->about == NULL ? "" : a->about, &k, e);
		if (r == 0)
			continue;
		if (r == 1) {
			r = core_call_close(c, &k, now, e);
			if (r == 0)
				r = store_call_people(c->store, k.id, l, e);
			call_clear(&k);
		}
		if (r == -1)
			return -1;
	}
	return 0;
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
	int r;

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
core_alarm(struct core *c, const struct alarm *a, int64_t now, struct err *e)
{
	char *what = alarm_sentence(a);

	log_warn("alarm: %s", what);
	free(what);
	if (store_begin(c->store, e) == -1)
		return -1;
	return core_finish(c, raise_alarm(c, a, now, e), e);
}

/* What nobody need be woken for, in one mail. */
static int
tell_lows(struct core *c, int64_t now, struct err *e)
{
	struct page p = {.news = PAGE_COLLECTED, .quiet = true};
	struct people l = {0};
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
		r = tell_first(c, &p, &l, now, e);
	free(v);
	lows_clear(&lows);
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
		core_sooner(next, at + collect);
		return 0;
	}
	if (store_begin(c->store, e) == -1)
		return -1;
	return core_finish(c, tell_lows(c, now, e), e);
}
