#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "core/call.h"
#include "core/parts.h"
#include "escalation/chain.h"
#include "incident/news.h"
#include "store/codes.h"
#include "store/messages.h"

/* What the state of an incident asks of the on-call. */
static const char *
why_incident(const struct incident *i, int64_t now)
{
	if (i->state == INCIDENT_PENDING && i->due_at != TIME_NONE)
		return "It will be sent when the time for review is over. "
		       "Send it now or dismiss it.";
	if (i->state == INCIDENT_PENDING)
		return "Decide: send to the municipalities, or dismiss.";
	if (chain_overrun(i, now))
		return "The planned work is past its end and not told "
		       "finished. Is it an outage, or over?";
	return i->state == INCIDENT_OPEN ? "The municipalities are being told."
					 : incident_state_name(i->state);
}

/* Release with free(). */
static char *
reason_of(const struct page *p, int64_t now)
{
	const char *verb = page_news_verb(p->news);
	char *why, *what = p->alarm != NULL
			       ? alarm_sentence(p->alarm, NULL)
			       : xstrdup(p->incident == NULL
					     ? ""
					     : why_incident(p->incident, now));

	if (*verb == '\0')
		return what;
	why = xasprintf("%s%s%s%s%s", verb, str_empty(p->who) ? "" : " ",
	    p->who == NULL ? "" : p->who, *what == '\0' ? "" : ": ", what);
	free(what);
	return why;
}

static bool
rings(const struct page *p)
{
	return p->call != NULL &&
	       (p->news == PAGE_RINGS || p->news == PAGE_LAPSED);
}

static bool
decides(const struct page *p)
{
	return rings(p) && p->incident != NULL &&
	       p->incident->state == INCIDENT_PENDING;
}

/* When an incident rings again though it was taken; else TIME_NONE. */
static int64_t
lapses(const struct core *c, const struct page *p, int64_t now)
{
	const struct incident *i = p->incident;

	if (p->news != PAGE_YOURS || i == NULL || i->state != INCIDENT_OPEN ||
	    (i->planned && !chain_overrun(i, now)))
		return TIME_NONE;
	return now + c->conf->escalation.ack_lapse;
}

/* Its keyword, when the notice says so; the incident itself forgets it. */
static const char *
change_in(const char *reason)
{
	static const char *const ring[] = {"worse", "back", "not-planned"};

	for (size_t i = 0; i < LENGTH(ring); i++)
		if (str_eq(reason, news_change_sentence(ring[i])))
			return ring[i];
	return "";
}

/* Why an incident that was told before rings, in *change: 0, or -1. */
static int
told_change(
    struct core *c, const struct page *p, const char **change, struct err *e)
{
	char *reason = NULL;
	int r;

	*change = "";
	if (!rings(p) || p->incident == NULL || p->incident->notices < 2)
		return 0;
	r = store_notice_update(
	    c->store, p->incident->id, p->call->began, &reason, e);
	if (r == 1)
		*change = change_in(reason);
	free(reason);
	return r == -1 ? -1 : 0;
}

static struct page_facts
page_facts(
    const struct core *c, const struct page *p, const char *link, int64_t now)
{
	const struct escalation_conf *conf = &c->conf->escalation;

	return (struct page_facts){
	    .news = p->news,
	    .who = p->who == NULL ? "" : p->who,
	    .skipped = p->skipped == NULL ? "" : p->skipped,
	    .change = "",
	    .lapses = lapses(c, p, now),
	    .call_number = p->call == NULL ? 0 : p->call->id,
	    .ack = rings(p) && !decides(p),
	    .decide = decides(p),
	    .link = link,
	    .sms_link = conf->sms_link == ANSWER_YES,
	    .reply_number = conf->reply_number,
	    .lows = p->lows,
	    .n_lows = p->n_lows,
	};
}

/* An alarm alone stands beside an incident that is none. */
static int
store_text(
    struct core *c, const struct page *p, const struct notice *n, struct err *e)
{
	char *link = core_link(c, "svar");
	struct page_facts page = page_facts(c, p, link, n->at);
	struct incident alone;
	struct notice_facts f;
	struct notice_texts t;
	struct notice_body b;
	struct err why;
	int r;

	if (told_change(c, p, &page.change, e) == -1) {
		free(link);
		return -1;
	}
	incident_init(&alone);
	alone.opened_at = alone.since = n->at;
	f = core_facts(c, p->incident == NULL ? &alone : p->incident,
	    NOTICE_PAGE, 0, ORG_ONCALL, n->at);
	f.alarm = p->alarm;
	f.page = &page;
	/* A page that fails is not told by another one. */
	if (notice_render(c->templates, &f, &t, &why) == -1)
		log_error(
		    "page: %s; the built-in plain text goes instead", why.msg);
	b = (struct notice_body){ORG_ONCALL, t.subject, t.text, t.html, t.sms};
	r = store_notice_body_add(c->store, n->id, &b, e);
	notice_texts_clear(&t);
	incident_clear(&alone);
	free(link);
	return r;
}

static int
add_code(struct core *c, const struct page *p, const struct notice *n,
    const struct person *to, enum code_action action, struct err *e)
{
	struct code code = {
	    .action = action,
	    .notice = n->id,
	    .incident = n->incident,
	    .call = p->call->id,
	    .org = to->key,
	    .name = to->name,
	    .phone = to->phone,
	    .made = n->at,
	    .lapses = n->at + c->conf->escalation.ack_lapse,
	};

	return store_code_add(c->store, &code, e);
}

static int
add_codes(struct core *c, const struct page *p, const struct notice *n,
    const struct person *to, struct err *e)
{
	if (!rings(p))
		return 0;
	if (!decides(p))
		return add_code(c, p, n, to, CODE_ACK, e);
	if (add_code(c, p, n, to, CODE_APPROVE, e) == -1)
		return -1;
	return add_code(c, p, n, to, CODE_DISMISS, e);
}

static int
queue_person(struct core *c, const struct page *p, const struct notice *n,
    const struct person *to, struct err *e)
{
	char none[] = "";
	struct org own = {
	    .kind = ORG_ONCALL,
	    .code = to->key,
	    .name = to->name,
	    .region = none,
	    .vendor = none,
	};
	struct contact k = {
	    .org = to->org,
	    /* Who has no name is called by his address, but not twice. */
	    .name = str_eq(to->name, to->email) ? none : to->name,
	    .email = to->email,
	    .phone = to->phone,
	    .enabled = true,
	};

	if (add_codes(c, p, n, to, e) == -1 ||
	    core_queue_one(c, p->incident, n, CHANNEL_MAIL, &own, &k, 1, e) ==
		-1)
		return -1;
	if (p->quiet)
		return 0;
	return core_queue_one(c, p->incident, n, CHANNEL_SMS, &own, &k, 1, e) ==
		       -1
		   ? -1
		   : 0;
}

static char *
names_of(const struct people *l)
{
	struct strv names = {0};
	char *s;

	for (size_t i = 0; i < l->n; i++)
		strv_add(&names, l->v[i].name);
	s = strv_join(&names, ", ");
	strv_clear(&names);
	return s;
}

int
core_page(struct core *c, const struct page *p, int64_t now, struct err *e)
{
	const struct incident *i = p->incident;
	char *what = reason_of(p, now), *names = names_of(p->to);
	struct notice n = {
	    .incident = i == NULL ? 0 : i->id,
	    .type = NOTICE_PAGE,
	    .effect = i == NULL ? EFFECT_NONE : i->effect,
	    .at = now,
	    .next = TIME_NONE,
	    .title = i == NULL ? what : i->title,
	    .reason = what,
	};
	int r = store_notice_add(c->store, &n, e);

	if (r == 0)
		r = store_text(c, p, &n, e);
	for (size_t k = 0; r == 0 && k < p->to->n; k++)
		r = queue_person(c, p, &n, &p->to->v[k], e);
	if (r == 0)
		r = core_audit(c, now, "page.queued", n.incident, e,
		    "to %s: %s", *names == '\0' ? "nobody" : names, what);
	c->queued++;
	free(names);
	free(what);
	return r;
}
