#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/personal.h"
#include "base/str.h"
#include "conf/ways.h"
#include "contacts/whom.h"
#include "core/core.h"
#include "core/call.h"
#include "core/parts.h"
#include "core/recipients.h"
#include "notice/schedule.h"
#include "store/codes.h"
#include "store/messages.h"
#include "store/orgs.h"
#include "store/posting.h"
#include "store/published.h"

/* Seconds that a receipt can still be given after the end. */
#define RECEIPTS_AFTER 86400

/*
 * Notices must go, so what cannot be read is not waited for: without the
 * organisations the words are poorer, but never those for all.
 */
static void
say_whom(struct core *c, const struct incident *i, struct notice_facts *f)
{
	const char *language = c->conf->notices.language;
	struct orgs orgs = {0};
	char *whom, *small;
	struct err e;

	if (*i->audience == '\0')
		return;
	if (store_orgs(c->store, &orgs, &e) == -1)
		log_error("incident %lld: whom it is for: %s", (long long)i->id,
		    e.msg);
	whom = whom_words(i->audience, &orgs, language, LIMIT_WHOM);
	small = whom_words(i->audience, &orgs, language, LIMIT_WHOM_SHORT);
	memcpy(f->whom, whom, strlen(whom) + 1);
	memcpy(f->whom_short, small, strlen(small) + 1);
	free(whom);
	free(small);
	orgs_clear(&orgs);
}

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

	say_whom(c, i, &f);
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
	char *link = NULL;
	int r;

	if (audience == ORG_MUNICIPALITY && core_asks(c, i, type))
		f.receipt = link = core_receipt_link(c);
	r = notice_render(c->templates, &f, out, e);
	personal_hide(out->text);
	personal_hide(out->html);
	personal_hide(out->sms);
	free(link);
	return r;
}

void
core_lint(struct core *c, const struct incident *i, enum notice_type type,
    enum org_kind audience, int64_t now, const struct notice_texts *t,
    const struct textlint_options *o, struct textlint *out)
{
	struct notice_facts f = core_facts(
	    c, i, type, i->notices + 1, audience, now);

	textlint_texts(&f, t, o, out);
}

char *
core_headline(struct core *c, const struct incident *i,
    const struct alarm *alarm, int64_t now)
{
	struct incident alone;
	struct notice_facts f;
	bool over = i != NULL && i->state == INCIDENT_RESOLVED;
	char *s;

	incident_init(&alone);
	f = core_facts(c, i == NULL ? &alone : i,
	    over ? NOTICE_RESOLVED : NOTICE_PAGE, 0, ORG_ONCALL, now);
	f.alarm = alarm;
	s = notice_headline(c->templates, &f);
	incident_clear(&alone);
	return s;
}

char *
core_advice(struct core *c, const struct incident *i, int64_t now)
{
	struct notice_facts f = core_facts(c, i,
	    i->planned ? NOTICE_PLANNED : NOTICE_FIRST, i->notices + 1,
	    ORG_MUNICIPALITY, now);

	return notice_advice(c->templates, &f);
}

char *
core_link(const struct core *c, const char *what)
{
	const struct web_conf *web = &c->conf->web;

	if (web->off || *web->base_url == '\0')
		return xstrdup("");
	return xasprintf("%s/%s/", web->base_url, what);
}

/* Renders for one audience and stores it; what failed is paged, once. */
static int
store_body(struct core *c, const struct incident *i, struct notice *n,
    enum org_kind audience, struct err *e)
{
	struct notice_facts f = core_facts(
	    c, i, n->type, n->number, audience, n->at);
	struct notice_texts t;
	struct notice_body b;
	struct err why;
	int r = 0;

	if (notice_render(c->templates, &f, &t, &why) == -1) {
		log_error("incident %lld: notice %d: %s; the built-in plain "
			  "text goes instead",
		    (long long)i->id, n->number, why.msg);
		/* Once a notice, though it is rendered for each audience. */
		if (audience == ORG_MUNICIPALITY)
			r = core_alarm(c,
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

/*
 * The same mail with a link for the receipt. *asks false: an own template
 * leaves that out. What fails has been told by store_body().
 */
static int
store_asks(struct core *c, const struct incident *i, const struct notice *n,
    bool *asks, struct err *e)
{
	struct notice_facts f = core_facts(
	    c, i, n->type, n->number, ORG_MUNICIPALITY, n->at);
	char *link = core_receipt_link(c);
	struct notice_texts t;
	struct err why;
	int r = 0;

	f.receipt = link;
	notice_render(c->templates, &f, &t, &why);
	*asks = strstr(t.text, link) != NULL;
	if (*asks)
		r = store_notice_asks(c->store, n->id, t.text, t.html, e);
	else
		log_warn("incident %lld: notice %d asks for no receipt: the "
			 "template notice.mail.txt has no {{receipt}}",
		    (long long)i->id, n->number);
	notice_texts_clear(&t);
	free(link);
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
 * apart from those of another database, the time of the notice from those that
 * were sent after the backup that was restored.
 */
static char *
message_id(struct core *c, const struct incident *i, const struct notice *n)
{
	char domain[256];

	return xasprintf("alertd.%lld.%lld.%d.%lld.*@%s",
	    i == NULL ? 0LL : (long long)i->opened_at,
	    i == NULL ? 0LL : (long long)i->id, n->number,
	    n->number == 0 ? (long long)n->id : (long long)n->at,
	    mail_domain(c->conf, domain, sizeof(domain)));
}

int
core_queue_one(struct core *c, const struct incident *i, const struct notice *n,
    enum channel channel, const struct org *o, const struct contact *contacts,
    size_t n_contacts, struct err *e)
{
	char *id;
	int r;

	if (!config_sends(c->conf, channel))
		return 0;
	id = message_id(c, i, n);
	r = store_message_add(
	    c->store, n, channel, o, contacts, n_contacts, id, n->at, e);

	free(id);
	return r;
}

/* What goes to whom: a notice, and everybody there is. */
struct round {
	struct core *c;
	const struct incident *i;
	const struct notice *n;
	bool asks; /* for a receipt */
	struct posting *to;
	struct contacts vendors; /* that have one copy together */
};

/*
 * Whether the notice concerns the municipality at all: what ends something
 * those who were told of it, the rest whom the incident is for.
 */
static int
concerned(const struct round *w, const struct org *o,
    const struct recipients_of *of, bool *yes, struct err *e)
{
	*yes = of->concerned;
	if (w->n->type != NOTICE_RESOLVED && w->n->type != NOTICE_CORRECTION)
		return 0;
	return store_was_told(w->c->store, w->n->incident, o->id, yes, e);
}

/* As core_queue_one(). */
static int
post(struct round *w, enum channel channel, const struct org *o,
    const struct contacts *own)
{
	if (!config_sends(w->c->conf, channel))
		return 0;
	return posting_add(w->to, channel, o, own->v, own->n);
}

static int
queue_contacts(struct round *w, const struct org *o, const struct contacts *own,
    struct err *e)
{
	int r = post(w, CHANNEL_MAIL, o, own);

	if (r == 1 && w->asks)
		r = core_ask(w->c, w->i, w->n, o, e);
	if (r != -1)
		r = post(w, CHANNEL_SMS, o, own);
	return r == -1 ? -1 : 0;
}

/* recipients_fn */
static int
queue_municipality(const struct org *o, const struct recipients_of *of,
    void *arg, struct err *e)
{
	struct round *w = arg;
	bool yes;

	if (of->to.n == 0)
		return 0;
	if (concerned(w, o, of, &yes, e) == -1)
		return -1;
	return yes ? queue_contacts(w, o, &of->to, e) : 0;
}

/* recipients_fn */
static int
gather_vendor(const struct org *o, const struct recipients_of *of, void *arg,
    struct err *e)
{
	struct round *w = arg;

	(void)o;
	(void)e;
	for (size_t i = 0; of->concerned && i < of->to.n; i++)
		contacts_add(&w->vendors, &of->to.v[i]);
	return 0;
}

/* One copy for all vendors that it concerns together, by mail. */
static int
queue_vendors(struct round *w, const struct recipients *to, struct err *e)
{
	struct org group = {
	    .kind = ORG_VENDOR,
	    .code = (char[]){"vendors"},
	    .name = (char[]){"FMK-kontakter i kommunerne"},
	    .region = (char[]){""},
	    .vendor = (char[]){""},
	};
	int r = 0;

	if (w->c->conf->mail.vendors == VENDORS_NONE)
		return 0;
	r = core_recipients_each(to, ORG_VENDOR, gather_vendor, w, e);
	if (r == 0 && w->vendors.n > 0)
		r = post(w, CHANNEL_MAIL, &group, &w->vendors);
	contacts_clear(&w->vendors);
	return r == -1 ? -1 : 0;
}

static int
queue_all(struct round *w, const struct recipients *to, struct err *e)
{
	int r = core_recipients_each(
	    to, ORG_MUNICIPALITY, queue_municipality, w, e);

	if (r == 0)
		r = queue_vendors(w, to, e);
	return posting_end(w->to, r);
}

static int
queue_everybody(struct core *c, const struct incident *i,
    const struct notice *n, bool asks, struct err *e)
{
	struct round w = {.c = c, .i = i, .n = n, .asks = asks};
	struct recipients to;
	int r = core_recipients_open(c, i, &to, e);
	char *id = message_id(c, i, n);

	if (r == 0) {
		w.to = posting_open(c->store, n, id, n->at, e);
		r = w.to == NULL ? -1 : queue_all(&w, &to, e);
	}
	free(id);
	core_recipients_clear(&to);
	return r;
}

/* What other machines are told: of what is actual alone. */
static int
publish(struct core *c, const struct incident *i, const struct notice *n,
    struct err *e)
{
	struct notice_facts f;
	char *said;
	int r;

	if (i->kind != KIND_ACTUAL)
		return 0;
	f = core_facts(c, i, n->type, n->number, ORG_VENDOR, n->at);
	said = notice_said(c->templates, &f);
	r = store_publish(c->store, n->id, said, e);
	free(said);
	return r;
}

/* The texts, and who gets them. */
static int
queue_texts(
    struct core *c, const struct incident *i, struct notice *n, struct err *e)
{
	bool asks = core_asks(c, i, n->type);

	if (publish(c, i, n, e) == -1 ||
	    store_body(c, i, n, ORG_MUNICIPALITY, e) == -1 ||
	    store_body(c, i, n, ORG_VENDOR, e) == -1 ||
	    (asks && store_asks(c, i, n, &asks, e) == -1) ||
	    store_supersede(c->store, i->id, n->number, e) == -1 ||
	    queue_everybody(c, i, n, asks, e) == -1)
		return -1;
	if (n->type != NOTICE_RESOLVED && n->type != NOTICE_CORRECTION)
		return 0;
	return store_receipts_lapse(c->store, i->id, n->at + RECEIPTS_AFTER, e);
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
	    .topic = xstrdup(core_topic(c, i)),
	    .cc_own = c->conf->mail.vendors == VENDORS_OWN,
	    .reason = xstrdup(why),
	};
	int r = -1;

	if (store_notice_add(c->store, &n, e) == -1 ||
	    queue_texts(c, i, &n, e) == -1)
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
	free(n.topic);
	free(n.reason);
	return r;
}

static void
count_contacts(const struct contacts *l, int64_t *mails, int64_t *sms)
{
	for (size_t k = 0; k < l->n; k++) {
		*mails += *l->v[k].email != '\0';
		*sms += *l->v[k].phone != '\0';
	}
}

/* recipients_fn: who of it the notice goes to, counted for confirmations. */
static int
count_org(const struct org *o, const struct recipients_of *of, void *arg,
    struct err *e)
{
	struct audience_size *out = arg;
	bool town = o->kind == ORG_MUNICIPALITY;
	int64_t none = 0;

	(void)e;
	if (!of->concerned) {
		out->unconcerned += town;
		return 0;
	}
	count_contacts(&of->to, town ? &out->mails : &out->vendors,
	    town ? &out->sms : &none);
	out->people += town ? (int64_t)of->to.n : 0;
	if (of->to.n > 0)
		out->municipalities += town;
	else if (of->known > 0)
		out->unconcerned += town;
	else
		out->unreachable += town;
	return 0;
}

int
core_audience(struct core *c, const struct incident *i,
    struct audience_size *out, struct err *e)
{
	struct recipients to;
	int r = core_recipients_open(c, i, &to, e);

	*out = (struct audience_size){0};
	if (r == 0)
		r = core_recipients_each(
		    &to, ORG_MUNICIPALITY, count_org, out, e);
	if (r == 0)
		r = core_recipients_each(&to, ORG_VENDOR, count_org, out, e);
	core_recipients_clear(&to);
	return r;
}
