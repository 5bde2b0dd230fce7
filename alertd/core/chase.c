#include <stdio.h>
#include <stdlib.h>

#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "core/call.h"
#include "core/parts.h"
#include "core/recipients.h"
#include "store/messages.h"
#include "store/receipts.h"
#include "store/walk.h"

/* Seconds until an incident that failed is tried again. */
#define FAILED_AGAIN 30

/* What the next step with one that was asked is, and when it is due. */
enum chase { CHASE_NONE, CHASE_REMIND, CHASE_TELL };

static enum chase
step_of(const struct core *c, const struct asked *a, int64_t *at)
{
	int64_t wait = c->conf->notices.receipt_reminder;

	*at = TIME_NONE;
	if (a->receipted != TIME_NONE || a->told != TIME_NONE)
		return CHASE_NONE;
	if (a->reminded == TIME_NONE) {
		*at = a->at + wait;
		return CHASE_REMIND;
	}
	*at = a->reminded + wait;
	return CHASE_TELL;
}

/* Who is due for the step. */
static struct named
due(const struct core *c, const struct asked_list *l, enum chase step,
    int64_t now)
{
	struct named named = {0};

	for (size_t i = 0; i < l->n; i++) {
		int64_t at;

		if (step_of(c, &l->v[i], &at) == step && at <= now)
			core_named_add(&named, l->v[i].name);
	}
	return named;
}

static int
store_reminder(struct core *c, const struct incident *i, const struct notice *n,
    struct err *e)
{
	struct notice_facts f = core_facts(
	    c, i, n->type, i->notices, ORG_MUNICIPALITY, n->at);
	char *link = core_receipt_link(c);
	struct notice_texts t;
	struct notice_body b;
	struct err why;
	int r = 0;

	f.receipt = link;
	if (notice_render(c->templates, &f, &t, &why) == -1) {
		log_error("incident %lld: %s; the built-in plain text goes "
			  "instead",
		    (long long)i->id, why.msg);
		r = core_alarm(c,
		    &(struct alarm){ALARM_TEMPLATE_FAILED, NULL, why.msg},
		    n->at, e);
	}
	b = (struct notice_body){
	    ORG_MUNICIPALITY, t.subject, t.text, t.html, t.sms};
	if (r == 0)
		r = store_notice_body_add(c->store, n->id, &b, e);
	notice_texts_clear(&t);
	free(link);
	return r;
}

/* By SMS who can be reached so, by mail who cannot. */
static int
queue_other(struct core *c, const struct incident *i, const struct notice *n,
    const struct org *o, const struct contacts *own, struct err *e)
{
	int r = core_queue_one(c, i, n, CHANNEL_SMS, o, own->v, own->n, e);

	if (r != 0)
		return r;
	r = core_queue_one(c, i, n, CHANNEL_MAIL, o, own->v, own->n, e);
	return r == 1 ? core_receipt_code(c, n, o, e) : r;
}

static int
remind_one(struct core *c, const struct incident *i, const struct notice *n,
    const struct asked *a, const struct recipients *to, struct err *e)
{
	struct recipients_of of = {0};
	struct org o;
	int r = store_org_get(c->store, a->org, &o, e);

	if (r == 1) {
		r = core_recipients_of(to, &o, &of, e);
		if (r == 0 && of.to.n > 0)
			r = queue_other(c, i, n, &o, &of.to, e);
		recipients_of_clear(&of);
		org_clear(&o);
	}
	if (r == -1)
		return -1;
	return store_asked_reminded(c->store, i->id, a->org, n->at, e);
}

static int
remind_all(struct core *c, const struct incident *i, struct notice *n,
    const struct asked_list *l, struct err *e)
{
	struct recipients to = {0};
	int r = -1;

	if (store_notice_add(c->store, n, e) == 0 &&
	    store_reminder(c, i, n, e) == 0)
		r = core_recipients_open(c, i, &to, e);
	for (size_t k = 0; r == 0 && k < l->n; k++) {
		int64_t at;

		if (step_of(c, &l->v[k], &at) == CHASE_REMIND && at <= n->at)
			r = remind_one(c, i, n, &l->v[k], &to, e);
	}
	core_recipients_clear(&to);
	return r;
}

static int
remind(struct core *c, const struct incident *i, const struct asked_list *l,
    int64_t now, struct err *e)
{
	struct named late = due(c, l, CHASE_REMIND, now);
	char *list = core_named_list(&late);
	char *why = xasprintf("no receipt from %zu: %s", late.n, list);
	struct notice n = {
	    .incident = i->id,
	    .type = NOTICE_RECEIPT,
	    .effect = i->effect,
	    .at = now,
	    .next = TIME_NONE,
	    .title = i->title,
	    .reason = why,
	};
	int r = 0;

	if (late.n > 0) {
		log_info(
		    "incident %lld: asked again: %s", (long long)i->id, why);
		r = remind_all(c, i, &n, l, e);
		if (r == 0)
			r = core_audit(
			    c, now, "receipt.asked", i->id, e, "%s", why);
		c->queued++;
	}
	free(why);
	free(list);
	return r;
}

static int
tell(struct core *c, const struct incident *i, const struct asked_list *l,
    int64_t now, struct err *e)
{
	struct named late = due(c, l, CHASE_TELL, now);
	char *list = core_named_list(&late), about[24];
	int r = 0;

	snprintf(about, sizeof(about), "%zu", late.n);
	if (late.n > 0) {
		log_warn("incident %lld: no receipt from %zu municipalities: "
			 "%s",
		    (long long)i->id, late.n, list);
		/* Whoever holds an exercise reads that in its report. */
		if (i->kind != KIND_EXERCISE)
			r = core_ring(c, i, RING_NEWS,
			    &(struct alarm){ALARM_UNRECEIPTED, about, list},
			    now, e);
		if (r == 0)
			r = store_asked_told(c->store, i->id,
			    now - c->conf->notices.receipt_reminder, now, e);
	}
	free(list);
	return r;
}

/* In a transaction: read anew, for somebody may just have answered. */
static int
chase(struct core *c, int64_t id, int64_t now, struct err *e)
{
	struct asked_list l = {0};
	struct incident i;
	int r = store_incident_get(c->store, id, &i, e);

	if (r != 1)
		return r;
	r = store_asked_pull(c->store, id, now, e);
	if (r == 0)
		r = store_asked(c->store, id, &l, e);
	if (r == 0 && i.state == INCIDENT_OPEN)
		r = remind(c, &i, &l, now, e);
	if (r == 0 && i.state == INCIDENT_OPEN)
		r = tell(c, &i, &l, now, e);
	asked_list_clear(&l);
	incident_clear(&i);
	return r;
}

/* Whether anything is to be done now; *next as in core_turn(). */
static bool
look(const struct core *c, const struct asked_list *l, int64_t now,
    int64_t *next)
{
	bool any = false;

	for (size_t k = 0; k < l->n; k++) {
		const struct asked *a = &l->v[k];
		int64_t at;

		if (step_of(c, a, &at) == CHASE_NONE)
			continue;
		/* Ahead of now, by a clock that was wrong: set right. */
		if (at <= now || a->at > now ||
		    (a->reminded != TIME_NONE && a->reminded > now))
			any = true;
		else
			clock_sooner(next, at);
	}
	return any;
}

static int
chase_one(struct core *c, int64_t id, int64_t now, int64_t *next, struct err *e)
{
	struct asked_list l = {0};
	int64_t soon = TIME_NONE;
	int r = store_asked(c->store, id, &l, e);

	if (r == 0 && look(c, &l, now, &soon)) {
		asked_list_clear(&l);
		if (store_begin(c->store, e) == -1)
			return -1;
		r = core_finish(c, chase(c, id, now, e), e);
		if (r == 0)
			r = store_asked(c->store, id, &l, e);
		if (r == 0)
			look(c, &l, now, &soon);
	}
	clock_sooner(next, soon);
	asked_list_clear(&l);
	return r;
}

/* One that fails does not stop the others, nor what else is due. */
int
core_receipts_turn(struct core *c, int64_t now, int64_t *next, struct err *e)
{
	struct incidents live = {0};
	int r;

	if (c->conf->notices.receipts != ANSWER_YES)
		return 0;
	r = store_incidents_live(c->store, &live, e);
	for (size_t k = 0; r == 0 && k < live.n; k++) {
		int64_t id = live.v[k].id;
		struct err why;

		if (live.v[k].state != INCIDENT_OPEN ||
		    chase_one(c, id, now, next, &why) == 0)
			continue;
		log_error(
		    "incident %lld: its receipts: %s", (long long)id, why.msg);
		clock_sooner(next, now + FAILED_AGAIN);
	}
	incidents_clear(&live);
	return r;
}
