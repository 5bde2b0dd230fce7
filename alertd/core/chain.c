#include <stdlib.h>

#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "core/call.h"
#include "core/parts.h"
#include "escalation/chain.h"
#include "store/calls.h"

/* One call on its turn. */
struct turn {
	struct core *c;
	const struct roster *roster;
	struct call *call;
	const struct incident *incident; /* NULL */
	enum page_news news;
	int64_t now;
};

static bool
same(const char *a, const char *b)
{
	return *a != '\0' && str_eq(a, b);
}

/* Those of l, and the addresses, that were not paged in the round yet. */
static int
leave_paged(struct turn *t, const struct chain_place *p, struct people *l,
    struct err *e)
{
	struct people paged = {0}, left = {0};

	if (p->all)
		return 0;
	if (store_call_people(t->c->store, t->call->id, &paged, e) == -1)
		return -1;
	for (size_t i = 0; i < l->n; i++) {
		struct person one = l->v[i];
		char none[] = "";

		for (size_t k = 0; k < paged.n; k++) {
			if (paged.v[k].round != p->round)
				continue;
			if (same(one.email, paged.v[k].email))
				one.email = none;
			if (same(one.phone, paged.v[k].phone))
				one.phone = none;
		}
		if (*one.email != '\0' || *one.phone != '\0')
			people_add(&left, &one);
	}
	people_clear(&paged);
	people_clear(l);
	*l = left;
	return 0;
}

/* Who had the call is paged first when it rings anew. */
static int
add_owner(struct turn *t, struct people *l, struct err *e)
{
	struct people paged = {0};
	int r = store_call_people(t->c->store, t->call->id, &paged, e);

	for (size_t i = 0; r == 0 && i < paged.n; i++)
		if (same(paged.v[i].name, t->call->had))
			people_merge(l, &paged.v[i]);
	people_clear(&paged);
	return r;
}

static int
people_of(struct turn *t, const struct chain_place *p, struct people *l,
    struct err *e)
{
	if (p->all) {
		core_all_people(t->c, t->roster, t->now, l);
		return 0;
	}
	core_step_people(
	    t->c, t->roster, &t->roster->steps.v[p->step], t->now, l);
	if (p->step != 0)
		return 0;
	core_alarm_people(t->c, l);
	return add_owner(t, l, e);
}

static int
book_people(struct turn *t, const struct chain_place *p, const struct people *l,
    struct err *e)
{
	for (size_t i = 0; i < l->n; i++) {
		struct person one = l->v[i];

		one.round = p->round;
		if (store_call_person(
			t->c->store, t->call->id, &one, t->now, e) == -1)
			return -1;
	}
	return 0;
}

static int
page_people(struct turn *t, const struct chain_place *p, const struct people *l,
    struct err *e)
{
	const struct roster *r = t->roster;
	int64_t wait = p->all ? t->c->conf->escalation.after
			      : r->steps.v[p->step].wait;
	struct alarm a;
	bool alarm = core_call_alarm(t->call, &a);
	struct page page = {
	    .incident = t->incident,
	    .alarm = alarm ? &a : NULL,
	    .call = t->call,
	    .news = t->news,
	    .who = t->news == PAGE_LAPSED ? t->call->had : "",
	    .skipped = t->call->skipped,
	    .to = l,
	};
	char *what = core_call_label(t->call);

	log_info("%s: page to %s, round %lld", what,
	    p->all ? "everybody" : r->steps.v[p->step].name,
	    (long long)p->round + 1);
	free(what);
	if (core_page(t->c, &page, t->now, e) == -1 ||
	    book_people(t, p, l, e) == -1)
		return -1;
	chain_paged(t->call, p, wait, t->now);
	t->news = PAGE_RINGS;
	return 0;
}

/* Nobody is there: 1 when the chain goes on at once, 0 when it waits. */
static int
skip(struct turn *t, const struct chain_place *p, bool any)
{
	char *what = core_call_label(t->call);

	if (p->all) {
		log_error("%s: nobody can be paged: no team has a contact, "
			  "and alarm: is empty",
		    what);
		chain_paged(t->call, p, t->c->conf->escalation.after, t->now);
	} else if (any) {
		chain_skipped(t->call, p, NULL);
	} else {
		const char *name = t->roster->steps.v[p->step].name;

		log_warn("%s: nobody to page in step %s, skipped", what, name);
		chain_skipped(t->call, p, name);
	}
	free(what);
	return p->all ? 0 : 1;
}

/* One step. 1: another may be due; 0: it waits; -1. */
static int
climb(struct turn *t, int64_t *next, struct err *e)
{
	struct chain_place p = chain_next(
	    t->call, &t->c->conf->escalation, t->roster->steps.n);
	struct people l = {0};
	size_t found;
	int r;

	if (p.at == TIME_NONE || p.at > t->now) {
		clock_sooner(next, p.at);
		return 0;
	}
	r = people_of(t, &p, &l, e);
	found = l.n;
	if (r == 0)
		r = leave_paged(t, &p, &l, e);
	if (r == 0 && l.n > 0)
		r = page_people(t, &p, &l, e) == 0 ? 1 : -1;
	else if (r == 0)
		r = skip(t, &p, found > 0);
	people_clear(&l);
	return r;
}

static int64_t
longest(const struct core *c, const struct roster *r)
{
	return steps_longest(&r->steps, &c->conf->escalation);
}

static int
climb_all(struct turn *t, int64_t *next, struct err *e)
{
	int64_t most = longest(t->c, t->roster);
	int64_t steps = (int64_t)t->roster->steps.n *
			    t->c->conf->escalation.rounds +
			1;
	int64_t due = t->call->due, n = 0;
	bool back = chain_clock_back(t->call, most, t->now);
	int r;

	if (back)
		log_warn("call %lld: the clock went back; its times are set "
			 "to now",
		    (long long)t->call->id);
	/* Each is a step; more than there are is our mistake. */
	for (; (r = climb(t, next, e)) == 1; n++) {
		if (n > steps)
			return err_set(e, "call %lld: its chain spins",
			    (long long)t->call->id);
	}
	/* Most turns find nothing due: a commit waits for the disk. */
	if (r == 0 && !back && n == 0 && t->call->due == due)
		return 0;
	return r == -1 ? -1 : store_call_put(t->c->store, t->call, e);
}

/* Its owner was not heard of for so long: it rings again. */
static int
lapse(struct turn *t, int64_t *next, struct err *e)
{
	struct call *k = t->call;
	int64_t at = chain_lapses(k, &t->c->conf->escalation);

	if (t->incident == NULL || at == TIME_NONE ||
	    (t->incident->planned && !chain_overrun(t->incident, t->now)))
		return 0;
	if (at > t->now) {
		clock_sooner(next, at);
		return 0;
	}
	core_call_set_alarm(k, NULL);
	t->news = PAGE_LAPSED;
	log_warn("incident %lld: %s has not been heard of; it rings again",
	    (long long)k->incident, k->owner);
	return core_call_ring(t->c, k, t->now, e);
}

/*
 * Its incident is over. One that comes and goes is one call: it is closed
 * only when the incident stays away for min_gap.
 */
static int
end_call(struct turn *t, int64_t *next, struct err *e)
{
	int64_t at = t->call->began + t->c->conf->notices.min_gap;

	if (t->call->began <= t->now && at > t->now) {
		clock_sooner(next, at);
		return 0;
	}
	if (core_call_close(t->c, t->call, t->now, e) == -1)
		return -1;
	return core_call_tell(
	    t->c, t->call, t->incident, PAGE_ENDED, "", t->now, e);
}

/* In a transaction of its own; the incident is NULL for an alarm. */
static int
turn_call(struct core *c, const struct roster *r, struct call *k,
    const struct incident *i, int64_t now, int64_t *next, struct err *e)
{
	struct turn t = {
	    .c = c,
	    .roster = r,
	    .call = k,
	    .incident = i,
	    .now = now,
	};
	int res = -1;

	if (i != NULL && !incident_live(i->state)) {
		res = end_call(&t, next, e);
	} else if (lapse(&t, next, e) == 0) {
		res = climb_all(&t, next, e);
	}
	return res;
}

/* The incident of a call, or none: *has. */
static int
incident_of(struct core *c, const struct call *k, struct incident *i, bool *has,
    struct err *e)
{
	int r = k->incident == 0
		    ? 0
		    : store_incident_get(c->store, k->incident, i, e);

	*has = r == 1;
	return r == -1 ? -1 : 0;
}

/*
 * Whether there is nothing to be done for the call, so that no lock is needed;
 * *next as in core_turn().
 */
static bool
rests(struct core *c, const struct roster *r, struct call *k,
    const struct incident *i, int64_t now, int64_t *next)
{
	const struct escalation_conf *conf = &c->conf->escalation;
	struct chain_place p = chain_next(k, conf, r->steps.n);
	int64_t lapses = chain_lapses(k, conf), at = p.at;

	if (i != NULL && !incident_live(i->state))
		return false;
	if (i != NULL && (!i->planned || chain_overrun(i, now)) &&
	    lapses != TIME_NONE)
		clock_sooner(&at, lapses);
	if ((at != TIME_NONE && at <= now) ||
	    chain_clock_back(k, longest(c, r), now))
		return false;
	clock_sooner(next, at);
	return true;
}

static int
turn_locked(struct core *c, const struct roster *r, int64_t id, int64_t now,
    int64_t *next, struct err *e)
{
	struct incident i;
	struct call k;
	bool has;
	int res = store_call_get(c->store, id, &k, e);

	if (res != 1)
		return res;
	res = incident_of(c, &k, &i, &has, e);
	if (res == 0 && k.closed == TIME_NONE && (has || k.incident == 0))
		res = turn_call(c, r, &k, has ? &i : NULL, now, next, e);
	if (has)
		incident_clear(&i);
	call_clear(&k);
	return res;
}

/* Looked at before the lock, and again in a transaction of its own. */
static int
turn_one(struct core *c, const struct roster *r, struct call *k, int64_t now,
    int64_t *next, struct err *e)
{
	struct incident i;
	bool has, nothing;

	if (incident_of(c, k, &i, &has, e) == -1)
		return -1;
	nothing = rests(c, r, k, has ? &i : NULL, now, next);
	if (has)
		incident_clear(&i);
	if (nothing)
		return 0;
	if (store_begin(c->store, e) == -1)
		return -1;
	return core_finish(c, turn_locked(c, r, k->id, now, next, e), e);
}

int
core_calls_turn(struct core *c, int64_t now, int64_t *next, struct err *e)
{
	struct calls l = {0};
	struct roster r;
	int res = 0;

	c->rang = false;
	if (store_calls(c->store, &l, e) == -1)
		return -1;
	if (l.n > 0 && core_roster_open(c, &r, e) == 0) {
		for (size_t i = 0; i < l.n; i++)
			if (turn_one(c, &r, &l.v[i], now, next, e) == -1) {
				log_error("call %lld: %s", (long long)l.v[i].id,
				    e->msg);
				res = -1;
			}
		core_roster_clear(&r);
	} else if (l.n > 0) {
		res = -1;
	}
	calls_clear(&l);
	return res;
}

int
core_calls_again(struct core *c, int64_t now, int64_t *next, struct err *e)
{
	return c->rang ? core_calls_turn(c, now, next, e) : 0;
}
