#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "core.h"
#include "core_parts.h"
#include "escalation/paging.h"
#include "incident/news.h"
#include "notice/schedule.h"
#include "store/audit.h"
#include "store/messages.h"
#include "store/orgs.h"

/* The clock may go back by so much without our noticing: seconds. */
#define CLOCK_SLACK 60
/* Seconds until an incident that failed is tried again. */
#define STUCK_AGAIN 30

struct notice_facts
core_facts(struct core *c, const struct incident *i, enum notice_type type,
    int number, enum org_kind audience, int64_t now)
{
	struct notice_facts f = {
	    .incident = i,
	    .conf = &c->conf->notices,
	    .type = type,
	    .number = number,
	    .now = now,
	    .next = schedule_promise(i, type, &c->conf->notices, now),
	    .audience = audience,
	    .feed_silent_since = TIME_NONE,
	    .max_segments = c->conf->sms.max_segments,
	};

	core_feed_silence(c, &f);
	return f;
}

int
core_preview(struct core *c, const struct incident *i, enum notice_type type,
    enum org_kind audience, int64_t now, struct notice_texts *out,
    struct err *e)
{
	struct notice_facts f = core_facts(
	    c, i, type, i->notices + 1, audience, now);

	return notice_render(c->templates, &f, out, e);
}

/* Renders for one audience and stores it; what failed is paged, once. */
static int
store_body(struct core *c, const struct incident *i, struct notice *n,
    enum org_kind audience, const struct alarm *alarm, struct err *e)
{
	struct notice_facts f = core_facts(
	    c, i, n->type, n->number, audience, n->at);
	struct notice_texts t;
	struct notice_body b;
	struct err why;
	int r = 0;

	f.alarm = alarm;
	if (notice_render(c->templates, &f, &t, &why) == -1) {
		log_error("incident %lld: notice %d: %s; the built-in plain "
			  "text goes instead",
		    (long long)i->id, n->number, why.msg);
		/* Once a notice, though it is rendered for each audience. */
		if (audience == ORG_MUNICIPALITY)
			r = core_queue_page(c, NULL,
			    &(struct alarm){
				ALARM_TEMPLATE_FAILED, NULL, why.msg},
			    n->at, e);
	}
	b = (struct notice_body){audience, t.subject, t.text, t.html, t.sms};
	if (r == 0)
		r = store_notice_body_add(c->store, n->id, &b, e);
	notice_texts_clear(&t);
	return r;
}

/* The part of the address of mail.from behind the "@". */
static const char *
mail_domain(const struct config *conf, char *buf, size_t size)
{
	const char *at = strrchr(conf->mail.from, '@');
	size_t n = at == NULL ? 0 : strcspn(at + 1, "> ");

	if (n == 0 || n >= size)
		return "localhost";
	memcpy(buf, at + 1, n);
	buf[n] = '\0';
	return buf;
}

/*
 * Fixed by incident, notice and organisation; the time of opening keeps it
 * apart from those of another database.
 */
static char *
message_id(struct core *c, const struct incident *i, const struct notice *n,
    const char *org)
{
	char domain[256];

	return xasprintf("alertd.%lld.%lld.%d.%lld.%s@%s",
	    i == NULL ? 0LL : (long long)i->opened_at,
	    i == NULL ? 0LL : (long long)i->id, n->number,
	    n->type == NOTICE_PAGE ? (long long)n->id : 0LL, org,
	    mail_domain(c->conf, domain, sizeof(domain)));
}

static int
queue_one(struct core *c, const struct incident *i, const struct notice *n,
    enum channel channel, const struct org *o, const struct contact *contacts,
    size_t n_contacts, struct err *e)
{
	bool off = channel == CHANNEL_SMS
		       ? c->conf->sms.off
		       : *c->conf->mail.disabled_reason != '\0';
	char *id;
	int r;

	if (off)
		return 0;
	id = message_id(c, i, n, o->code);
	r = store_message_add(
	    c->store, n, channel, o, contacts, n_contacts, id, n->at, e);

	free(id);
	return r;
}

/* The enabled contacts of an organisation, out of the sorted list of all. */
static size_t
contacts_of(const struct contacts *all, const char *code, struct contacts *out)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].enabled && strcmp(all->v[i].org, code) == 0)
			contacts_add(out, &all->v[i]);
	return out->n;
}

/* Whether a notice that ends something concerns the organisation at all. */
static int
concerned(struct core *c, const struct notice *n, const struct org *o,
    bool *yes, struct err *e)
{
	*yes = true;
	if (n->type != NOTICE_RESOLVED && n->type != NOTICE_CORRECTION)
		return 0;
	return store_was_told(c->store, n->incident, o->id, yes, e);
}

static int
queue_municipality(struct core *c, const struct incident *i,
    const struct notice *n, const struct org *o, const struct contacts *all,
    struct err *e)
{
	struct contacts own = {0};
	bool yes;
	int r = concerned(c, n, o, &yes, e);

	if (r == 0 && yes && contacts_of(all, o->code, &own) > 0) {
		r = queue_one(c, i, n, CHANNEL_MAIL, o, own.v, own.n, e);
		if (r != -1)
			r = queue_one(c, i, n, CHANNEL_SMS, o, own.v, own.n, e);
	}
	contacts_clear(&own);
	return r == -1 ? -1 : 0;
}

/* One copy for all vendors together, by mail. */
static int
queue_vendors(struct core *c, const struct incident *i, const struct notice *n,
    const struct orgs *orgs, const struct contacts *all, struct err *e)
{
	struct contacts vendors = {0};
	struct org group = {
	    .kind = ORG_VENDOR,
	    .code = (char[]){"vendors"},
	    .name = (char[]){"FMK-kontakter i kommunerne"},
	    .region = (char[]){""},
	    .vendor = (char[]){""},
	};
	int r = 0;

	if (c->conf->mail.vendors == VENDORS_NONE)
		return 0;
	for (size_t k = 0; k < orgs->n; k++)
		if (orgs->v[k].kind == ORG_VENDOR)
			contacts_of(all, orgs->v[k].code, &vendors);
	if (vendors.n > 0)
		r = queue_one(
		    c, i, n, CHANNEL_MAIL, &group, vendors.v, vendors.n, e);
	contacts_clear(&vendors);
	return r == -1 ? -1 : 0;
}

static int
queue_everybody(struct core *c, const struct incident *i,
    const struct notice *n, struct err *e)
{
	struct orgs orgs = {0};
	struct contacts all = {0};
	int r = -1;

	if (store_orgs(c->store, &orgs, e) == -1 ||
	    store_contacts(c->store, &all, e) == -1)
		goto out;
	r = 0;
	for (size_t k = 0; r == 0 && k < orgs.n; k++)
		if (orgs.v[k].kind == ORG_MUNICIPALITY)
			r = queue_municipality(c, i, n, &orgs.v[k], &all, e);
	if (r == 0)
		r = queue_vendors(c, i, n, &orgs, &all, e);
out:
	orgs_clear(&orgs);
	contacts_clear(&all);
	return r;
}

int
core_queue_notice(struct core *c, struct incident *i, enum notice_type type,
    const char *why, int64_t now, struct err *e)
{
	struct notice n = {
	    .incident = i->id,
	    .number = i->notices + 1,
	    .type = type,
	    .effect = i->effect,
	    .at = now,
	    .next = schedule_promise(i, type, &c->conf->notices, now),
	    .title = i->title,
	    .cc_own = c->conf->mail.vendors == VENDORS_OWN,
	    .reason = xstrdup(why),
	};
	int r = -1;

	if (store_notice_add(c->store, &n, e) == -1 ||
	    store_body(c, i, &n, ORG_MUNICIPALITY, NULL, e) == -1 ||
	    store_body(c, i, &n, ORG_VENDOR, NULL, e) == -1 ||
	    store_supersede(c->store, i->id, n.number, e) == -1 ||
	    queue_everybody(c, i, &n, e) == -1)
		goto out;
	schedule_queued(i, type, now);
	if (store_incident_put(c->store, i, e) == -1)
		goto out;
	c->queued++;
	log_info("incident %lld: notice %d, %s: %s", (long long)i->id, n.number,
	    notice_type_name(type), why);
	r = core_audit(c, now, "notice.queued", i->id, e, "notice %d, %s: %s",
	    n.number, notice_type_name(type), why);
out:
	free(n.reason);
	return r;
}

/* The contacts of the on-call, and the addresses of alarm: as such. */
static int
oncall(const struct core *c, struct contacts *out, struct err *e)
{
	struct contacts all = {0};

	if (store_contacts(c->store, &all, e) == -1)
		return -1;
	contacts_of(&all, "oncall", out);
	contacts_clear(&all);
	for (size_t k = 0; k < c->conf->alarm.mail.n; k++)
		contacts_add(out, &(struct contact){.org = (char[]){"oncall"},
				      .name = (char[]){""},
				      .email = c->conf->alarm.mail.v[k],
				      .phone = (char[]){""},
				      .enabled = true});
	for (size_t k = 0; k < c->conf->alarm.sms.n; k++)
		contacts_add(out, &(struct contact){.org = (char[]){"oncall"},
				      .name = (char[]){""},
				      .email = (char[]){""},
				      .phone = c->conf->alarm.sms.v[k],
				      .enabled = true});
	return 0;
}

static int
queue_oncall(struct core *c, const struct incident *i, const struct notice *n,
    struct err *e)
{
	struct contacts l = {0};
	struct org team = {
	    .kind = ORG_ONCALL,
	    .code = (char[]){"oncall"},
	    .name = (char[]){"on-call"},
	    .region = (char[]){""},
	    .vendor = (char[]){""},
	};
	int r;

	r = oncall(c, &l, e);
	if (r == -1)
		goto out;
	if (l.n == 0)
		log_warn("page: nobody to page: set alarm: in the "
			 "configuration");
	r = queue_one(c, i, n, CHANNEL_MAIL, &team, l.v, l.n, e);
	if (r != -1)
		r = queue_one(c, i, n, CHANNEL_SMS, &team, l.v, l.n, e);
out:
	contacts_clear(&l);
	return r == -1 ? -1 : 0;
}

static const char *
why_page(const struct incident *i, int64_t now)
{
	if (i->state == INCIDENT_PENDING && i->due_at != TIME_NONE)
		return "It will be sent when the time for review is over. "
		       "Send it now or dismiss it.";
	if (i->state == INCIDENT_PENDING)
		return "Decide: send to the municipalities, or dismiss.";
	if (paging_wants_decision(i, now))
		return "The planned work is past its end and not told "
		       "finished. Is it an outage, or over?";
	return "The municipalities are being told.";
}

int
core_queue_page(struct core *c, const struct incident *i,
    const struct alarm *alarm, int64_t now, struct err *e)
{
	char *what = alarm == NULL ? xstrdup(why_page(i, now))
				   : alarm_sentence(alarm);
	struct incident alone;
	struct notice n = {
	    .incident = i == NULL ? 0 : i->id,
	    .type = NOTICE_PAGE,
	    .effect = i == NULL ? EFFECT_NONE : i->effect,
	    .at = now,
	    .next = TIME_NONE,
	    .title = i == NULL ? what : i->title,
	    .reason = what,
	};
	int r = -1;

	incident_init(&alone);
	alone.opened_at = alone.since = now;
	if (store_notice_add(c->store, &n, e) == 0 &&
	    store_body(c, i == NULL ? &alone : i, &n, ORG_ONCALL, alarm, e) ==
		0 &&
	    queue_oncall(c, i, &n, e) == 0)
		r = core_audit(
		    c, now, "page.queued", n.incident, e, "%s", what);
	c->queued++;
	free(what);
	incident_clear(&alone);
	return r;
}

int
core_alarm(struct core *c, const struct alarm *a, int64_t now, struct err *e)
{
	char *what = alarm_sentence(a);
	int r;

	log_warn("page: %s", what);
	free(what);
	if (store_begin(c->store, e) == -1)
		return -1;
	r = core_queue_page(c, NULL, a, now, e);
	return core_finish(c, r, e);
}

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
		break;
	}
	return "";
}

static void
sooner(int64_t *next, int64_t at)
{
	if (at != TIME_NONE && (*next == TIME_NONE || at < *next))
		*next = at;
}

/* Times ahead of now can only come from a clock that was wrong. */
static bool
clock_back(struct incident *i, int64_t review, int64_t now)
{
	bool back = false;
	int64_t *times[] = {&i->last_notice_at, &i->last_change_at,
	    &i->paged_at, &i->opened_at, &i->resolved_at};

	for (size_t k = 0; k < LENGTH(times); k++) {
		if (*times[k] != TIME_NONE && *times[k] > now + CLOCK_SLACK) {
			*times[k] = now;
			back = true;
		}
	}
	if (i->due_at != TIME_NONE && i->due_at > now + review + CLOCK_SLACK) {
		i->due_at = now + review;
		back = true;
	}
	return back;
}

static int
page_if_due(struct core *c, struct incident *i, int64_t now, int64_t *next,
    struct err *e)
{
	int64_t at = paging_next(i, &c->conf->alarm, now);

	if (at == TIME_NONE || at > now) {
		sooner(next, at);
		return 0;
	}
	if (core_queue_page(c, i, NULL, now, e) == -1)
		return -1;
	paging_sent(i, now);
	sooner(next, paging_next(i, &c->conf->alarm, now));
	return store_incident_put(c->store, i, e);
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
		struct schedule s = schedule_next(i, &c->conf->notices);
		int r = 0;

		/* Nobody is reminded of work that has begun. */
		if (s.kind == SCHEDULE_NOTICE && s.type == NOTICE_PLANNED &&
		    i->notices > 0 && !i->change && i->starts <= now) {
			i->reminded = true;
			continue;
		}

		if (s.kind == SCHEDULE_NOTHING || s.at > now) {
			if (s.kind != SCHEDULE_NOTHING)
				sooner(next, s.at);
			return page_if_due(c, i, now, next, e);
		}
		if (s.kind == SCHEDULE_APPROVE)
			r = approve_reviewed(c, i, now, e);
		else
			r = core_queue_notice(
			    c, i, s.type, why_notice(i, s.type), now, e);
		if (r == -1)
			return -1;
	}
	return err_set(
	    e, "incident %lld: its schedule spins", (long long)i->id);
}

/*
 * One incident in a transaction of its own, read anew inside it: an operator
 * may have changed it since the list was made.
 */
static int
turn_one(struct core *c, int64_t id, int64_t now, int64_t *next, struct err *e)
{
	struct incident i;
	int r;

	if (store_begin(c->store, e) == -1)
		return -1;
	r = store_incident_get(c->store, id, &i, e);
	if (r == 1) {
		r = core_incident_turn(c, &i, now, next, e);
		incident_clear(&i);
	}
	return core_finish(c, r, e);
}

/* One that fails does not stop the others; it is paged once. */
static void
stuck(struct core *c, int64_t id, const char *why, int64_t now)
{
	char about[32];
	struct err e;

	log_error("incident %lld: %s", (long long)id, why);
	if (c->stuck == id)
		return;
	c->stuck = id;
	snprintf(about, sizeof(about), "%lld", (long long)id);
	if (core_alarm(c, &(struct alarm){ALARM_STUCK, about, why}, now, &e) ==
	    -1)
		log_error("incident %lld: not paged: %s", (long long)id, e.msg);
}

int
core_turn(struct core *c, int64_t now, int64_t *next, struct err *e)
{
	struct incidents live = {0};

	*next = TIME_NONE;
	if (store_incidents_live(c->store, &live, e) == -1)
		return -1;
	for (size_t k = 0; k < live.n; k++) {
		struct err why;

		if (turn_one(c, live.v[k].id, now, next, &why) == 0)
			continue;
		stuck(c, live.v[k].id, why.msg, now);
		/* Tried again soon, and often: it owes people a notice. */
		sooner(next, now + STUCK_AGAIN);
	}
	incidents_clear(&live);
	return 0;
}

/* The address an organisation is reached at, counted for confirmations. */
static void
count_org(
    const struct org *o, const struct contacts *all, struct audience_size *out)
{
	int64_t mails = 0, sms = 0;

	for (size_t k = 0; k < all->n; k++) {
		const struct contact *p = &all->v[k];

		if (!p->enabled || strcmp(p->org, o->code) != 0)
			continue;
		mails += *p->email != '\0';
		sms += *p->phone != '\0';
	}
	if (o->kind == ORG_VENDOR)
		out->vendors += mails;
	if (o->kind != ORG_MUNICIPALITY)
		return;
	out->mails += mails;
	out->sms += sms;
	if (mails + sms > 0)
		out->municipalities++;
	else
		out->unreachable++;
}

int
core_audience(struct core *c, struct audience_size *out, struct err *e)
{
	struct orgs orgs = {0};
	struct contacts all = {0};
	int r = -1;

	*out = (struct audience_size){0};
	if (store_orgs(c->store, &orgs, e) == 0 &&
	    store_contacts(c->store, &all, e) == 0)
		r = 0;
	for (size_t k = 0; r == 0 && k < orgs.n; k++)
		count_org(&orgs.v[k], &all, out);
	orgs_clear(&orgs);
	contacts_clear(&all);
	return r;
}
