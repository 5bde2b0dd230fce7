#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "core/call.h"
#include "core/parts.h"
#include "escalation/chain.h"
#include "store/calls.h"
#include "store/codes.h"
#include "store/audit.h"

char *
core_call_label(const struct call *k)
{
	if (k->incident != 0)
		return xasprintf("incident %lld", (long long)k->incident);
	return xasprintf("call %lld (%s%s%s)", (long long)k->id, k->alarm,
	    *k->about == '\0' ? "" : " ", k->about);
}

bool
core_call_alarm(const struct call *k, struct alarm *out)
{
	*out = (struct alarm){.about = k->about, .detail = k->detail};
	return *k->alarm != '\0' && alarm_parse(k->alarm, &out->kind) == 0;
}

void
core_call_set_alarm(struct call *k, const struct alarm *a)
{
	xreplace(&k->alarm, a == NULL ? "" : alarm_name(a->kind));
	xreplace(&k->about, a == NULL || a->about == NULL ? "" : a->about);
	xreplace(&k->detail, a == NULL || a->detail == NULL ? "" : a->detail);
}

/* The call that i has open, or a new one, not stored. -1, else 0. */
static int
call_of(struct core *c, const struct incident *i, int64_t now, struct call *k,
    struct err *e)
{
	int r = store_call_of(c->store, i->id, k, e);

	if (r != 0)
		return r == -1 ? -1 : 0;
	call_init(k);
	k->incident = i->id;
	k->opened = k->began = now;
	return 0;
}

int
core_call_ring(struct core *c, struct call *k, int64_t now, struct err *e)
{
	char *what = core_call_label(k);
	int r = -1;

	chain_ring(k, now);
	c->rang = true;
	if (store_call_put(c->store, k, e) == 0 &&
	    store_call_rounds_clear(c->store, k->id, e) == 0)
		r = core_audit(c, now, "call.rings", k->incident, e, "%s%s%s",
		    what, *k->alarm == '\0' ? "" : ": ", k->alarm);
	free(what);
	return r;
}

int
core_call_say(struct core *c, struct call *k, const struct incident *i,
    const struct alarm *alarm, int64_t now, struct err *e)
{
	struct people l = {0};
	int r;

	core_call_set_alarm(k, alarm);
	r = store_call_put(c->store, k, e);
	if (r == 0)
		r = store_call_people(c->store, k->id, &l, e);
	if (r == 0 && l.n > 0)
		r = core_page(c,
		    &(struct page){
			.incident = i, .alarm = alarm, .call = k, .to = &l},
		    now, e);
	people_clear(&l);
	return r;
}

int
core_ring(struct core *c, const struct incident *i, enum ring_why why,
    const struct alarm *alarm, int64_t now, struct err *e)
{
	struct call k;
	bool rings, recent;
	int r = 0;

	if (call_of(c, i, now, &k, e) == -1)
		return -1;
	rings = k.id != 0 && *k.owner == '\0';
	recent = k.id != 0 && now >= k.began &&
		 now - k.began < c->conf->notices.min_gap;
	/* What comes and goes is one call. */
	if (why == RING_BACK && recent) {
		call_clear(&k);
		return 0;
	}
	if (rings) {
		r = core_call_say(c, &k, i, alarm, now, e);
	} else {
		core_call_set_alarm(&k, alarm);
		r = core_call_ring(c, &k, now, e);
	}
	call_clear(&k);
	return r;
}

/* Who acts, as people read it: borrowed until the next call. */
static const char *
who(const struct core *c)
{
	static char name[256];
	char *person = audit_person(c->actor);

	snprintf(name, sizeof(name), "%s", person);
	free(person);
	return name;
}

int
core_ring_taken(
    struct core *c, const struct incident *i, int64_t now, struct err *e)
{
	struct call k;
	int r;

	if (call_of(c, i, now, &k, e) == -1)
		return -1;
	chain_taken(&k, who(c), now);
	r = store_call_put(c->store, &k, e);
	call_clear(&k);
	return r;
}

/* To the people in l, but for him who has it; or to him alone. */
static int
tell_some(struct core *c, const struct page *p, const struct people *all,
    const char *owner, bool him, int64_t now, struct err *e)
{
	struct page page = *p;
	struct people l = {0};
	int r = 0;

	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->v[i].name, owner) == him)
			people_add(&l, &all->v[i]);
	page.to = &l;
	if (him)
		page.news = PAGE_YOURS;
	if (l.n > 0)
		r = core_page(c, &page, now, e);
	people_clear(&l);
	return r;
}

int
core_call_tell(struct core *c, const struct call *k, const struct incident *i,
    enum page_news news, const char *by, int64_t now, struct err *e)
{
	struct people l = {0};
	struct alarm a;
	struct page page = {
	    .incident = i,
	    .alarm = core_call_alarm(k, &a) ? &a : NULL,
	    .call = k,
	    .news = news,
	    .who = by,
	};
	bool yours = k->closed == TIME_NONE &&
		     (news == PAGE_TAKEN || news == PAGE_APPROVED);
	int r = store_call_people(c->store, k->id, &l, e);

	if (r == 0)
		r = tell_some(
		    c, &page, &l, yours ? k->owner : "", false, now, e);
	if (r == 0 && yours)
		r = tell_some(c, &page, &l, k->owner, true, now, e);
	people_clear(&l);
	return r;
}

int
core_call_close(struct core *c, struct call *k, int64_t now, struct err *e)
{
	k->closed = now;
	if (store_call_put(c->store, k, e) == -1 ||
	    store_codes_lapse(c->store, k->id, now, e) == -1)
		return -1;
	return 0;
}

/* Somebody takes a call that rings, or took it before. */
static int
take_call(struct core *c, struct call *k, const struct incident *i,
    enum page_news news, int64_t now, struct err *e)
{
	bool rang = *k->owner == '\0';
	char *what = core_call_label(k);
	int r;

	if (rang || news == PAGE_APPROVED || news == PAGE_TAKEN)
		chain_taken(k, who(c), now);
	else
		k->attended = now;
	r = store_call_put(c->store, k, e);
	if (r == 0 && (rang || news != PAGE_RINGS)) {
		log_info("%s: taken by %s", what, k->owner);
		r = core_audit(c, now, "call.taken", k->incident, e,
		    "%s: taken by %s", what, k->owner);
		if (r == 0)
			r = core_call_tell(c, k, i,
			    news == PAGE_RINGS ? PAGE_TAKEN : news, who(c), now,
			    e);
	}
	free(what);
	return r;
}

int
core_call_attend(struct core *c, const struct incident *i, enum page_news news,
    int64_t now, struct err *e)
{
	struct call k;
	int r = store_call_of(c->store, i->id, &k, e);

	if (r != 1)
		return r;
	if (news == PAGE_DISMISSED || news == PAGE_ENDED) {
		/* Who comes later hears who settled it. */
		chain_taken(&k, who(c), now);
		r = core_call_close(c, &k, now, e);
		if (r == 0)
			r = core_call_tell(c, &k, i, news, who(c), now, e);
	} else {
		r = take_call(c, &k, i, news, now, e);
	}
	call_clear(&k);
	return r;
}

bool
core_call_mine(const struct core *c, const struct call *k)
{
	return *k->owner != '\0' && str_eq(k->owner, who(c));
}

int
core_call_take(struct core *c, struct call *k, const struct incident *i,
    int64_t now, struct err *e)
{
	struct alarm a;

	if (take_call(c, k, i, PAGE_TAKEN, now, e) == -1)
		return -1;
	/* What does not last is settled when somebody knows of it. */
	if (k->incident == 0 && core_call_alarm(k, &a) && !alarm_lasts(a.kind))
		return core_call_close(c, k, now, e);
	return 0;
}
