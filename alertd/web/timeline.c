#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/personal.h"
#include "base/str.h"
#include "web/counts.h"
#include "web/mask.h"
#include "web/page.h"
#include "web/paged.h"
#include "web/timeline.h"
#include "web/wording.h"

/* In the order in which things of the same second happened. */
enum what { REPORT, ACT, NOTICE, RECEIPTS };

struct entry {
	int64_t at;
	enum what what;
	size_t i; /* in its list */
};

/* Each municipality has a link of its own: where its code stands. */
static void
hide_places(struct notice_body *b)
{
	if (b->text == NULL)
		return;
	personal_hide(b->text);
	personal_hide(b->sms);
}

/* Too many recipients to count what became of each. */
static bool
many(const struct notice *n)
{
	return n->recipients > LIMIT_WEB_RECIPIENTS;
}

static int
read_notice(struct timeline *t, struct store *s, size_t k, int64_t incident,
    struct err *e)
{
	const struct notice *n = &t->notices.v[k];

	if (n->type == NOTICE_PAGE)
		return store_paged(s, n->id, &t->paged[k], e);
	/* What has no number holds codes, and is no news to others. */
	if (n->number == 0)
		return 0;
	if (!many(n) &&
	    store_outbox_counts(s, incident, n->number, &t->counts[k], e) == -1)
		return -1;
	if (store_notice_body(
		s, n->id, ORG_MUNICIPALITY, &t->bodies[2 * k], e) == -1)
		return -1;
	hide_places(&t->bodies[2 * k]);
	return store_notice_body(
		   s, n->id, ORG_VENDOR, &t->bodies[2 * k + 1], e) == -1
		   ? -1
		   : 0;
}

int
timeline_read(
    struct timeline *t, struct store *s, int64_t incident, struct err *e)
{
	*t = (struct timeline){0};
	if (store_report_lines(s, incident, TIMELINE_MOST, &t->reports, e) ==
		-1 ||
	    store_audit_acts(s, incident, TIMELINE_MOST, &t->acts, e) == -1 ||
	    store_notices_most(
		s, incident, LIMIT_WEB_RECIPIENTS + 1, &t->notices, e) == -1 ||
	    store_receipts_count(
		s, incident, &t->receipts, &t->last_receipt, e) == -1)
		return -1;
	t->paged = xcalloc(t->notices.n + 1, sizeof(*t->paged));
	t->counts = xcalloc(t->notices.n + 1, sizeof(*t->counts));
	t->bodies = xcalloc(2 * t->notices.n + 1, sizeof(*t->bodies));
	for (size_t k = 0; k < t->notices.n; k++)
		if (read_notice(t, s, k, incident, e) == -1)
			return -1;
	return 0;
}

void
timeline_clear(struct timeline *t)
{
	for (size_t k = 0; t->bodies != NULL && k < 2 * t->notices.n; k++)
		notice_body_clear(&t->bodies[k]);
	for (size_t k = 0; t->paged != NULL && k < t->notices.n; k++)
		paged_list_clear(&t->paged[k]);
	free(t->paged);
	free(t->bodies);
	free(t->counts);
	report_lines_clear(&t->reports);
	audits_clear(&t->acts);
	notices_clear(&t->notices);
	*t = (struct timeline){0};
}

static void
add_report(struct buf *b, const struct report_line *r)
{
	page_add(b,
	    "<h3>Melding fra %s: %s</h3>\n<p>Læst som: %s, %s. Afgørelse: "
	    "%s.</p>\n",
	    r->feed, r->title, wording_phase(r->phase),
	    wording_effect(r->effect), wording_verdict(r->verdict));
	page_note(b, r->reason, true);
}

/*
 * What is on record, as people say it; the rest as it is on record. What the
 * detail says beyond that is a note of alertd's own.
 */
static const struct {
	const char *action, *said;
	bool plain; /* the detail says nothing more */
} acts[] = {
    {"incident.opened", "Sagen blev oprettet", true},
    {"incident.state", "Sagen skiftede tilstand", false},
    {"call.rings", "Vagten skal svare", true},
    {"call.taken", "Sagen blev taget", true},
    {"answer.taken", "Vagten svarede", false},
    {"answer.refused", "Et svar blev afvist", false},
    {"event.absent", "Kilden nævner ikke længere hændelsen", false},
};

/* "user anna" of alertctl, or a process of ours. */
static char *
say_actor(const char *actor, bool known)
{
	char *person, *said;

	if (str_eq(actor, AUDIT_ERASED))
		return xstrdup("en person, hvis navn er slettet");
	if (str_starts(actor, "user ")) {
		person = audit_person(actor);
		said = xasprintf("%s (alertctl)", person);
		free(person);
		return said;
	}
	return known ? xstrdup(actor) : mask_addresses(actor);
}

/* "resolved, was open: why" in Danish; returns the why, or all of it. */
static const char *
add_states(struct buf *b, const char *detail)
{
	static const char was[] = ", was ";
	const char *comma = strstr(detail, was), *colon = strchr(detail, ':');
	enum incident_state now, before;
	char *a, *z;
	bool good;

	if (comma == NULL || colon == NULL || colon < comma + strlen(was))
		return detail;
	a = xstrndup(detail, (size_t)(comma - detail));
	comma += strlen(was);
	z = xstrndup(comma, (size_t)(colon - comma));
	good = incident_state_parse(a, &now) == 0 &&
	       incident_state_parse(z, &before) == 0;
	if (good)
		page_add(b, "<p>Nu: %s. Før: %s.</p>\n", wording_state(now),
		    wording_state(before));
	free(a);
	free(z);
	return good ? colon + 1 + strspn(colon + 1, " ") : detail;
}

static void
add_act(struct buf *b, const struct audit *a, bool known)
{
	char *actor = say_actor(a->actor, known);
	const char *said = a->action, *detail = a->detail;

	for (size_t i = 0; i < LENGTH(acts); i++)
		if (str_eq(acts[i].action, a->action)) {
			said = acts[i].said;
			detail = acts[i].plain ? "" : detail;
		}
	page_add(b, "<h3>%s</h3>\n<p>Af %s.</p>\n", said, actor);
	if (str_eq(a->action, "incident.state"))
		detail = add_states(b, detail);
	/* Who did it has been said. */
	if (str_eq(detail, AUDIT_ERASED))
		page_add(b, "<p>Teksten er slettet.</p>\n");
	else if (!str_ends(detail, a->actor))
		page_note(b, detail, known);
	free(actor);
}

static void
add_receipts(struct buf *b, const struct timeline *t, int64_t now)
{
	page_add(b, "<h3>%lld %s har kvitteret, senest ",
	    (long long)t->receipts, t->receipts == 1 ? "kommune" : "kommuner");
	page_when(b, t->last_receipt, now);
	buf_adds(b, "</h3>\n");
}

static void
add_body(struct buf *b, const struct notice_body *n)
{
	if (n->subject == NULL)
		return;
	page_add(b,
	    "<details>\n<summary>Som sendt til %s</summary>\n"
	    "<p>Emne: %s</p>\n<pre>%s</pre>\n",
	    wording_audience(n->audience), n->subject, n->text);
	/* Vendors get none. */
	if (*n->sms != '\0' && n->audience == ORG_MUNICIPALITY)
		page_add(b, "<p>SMS:</p>\n<pre>%s</pre>\n", n->sms);
	buf_adds(b, "</details>\n");
}

/* More than so many are not counted. */
static const char *
at_least(int64_t n)
{
	return n > LIMIT_WEB_RECIPIENTS ? "mere end " : "";
}

static long long
counted(int64_t n)
{
	return n > LIMIT_WEB_RECIPIENTS ? LIMIT_WEB_RECIPIENTS : n;
}

static void
add_to(struct buf *b, const struct notice *n)
{
	page_add(b, "<p>Til %s%lld kommuner og %s%lld leverandører",
	    at_least(n->municipalities), counted(n->municipalities),
	    at_least(n->vendors), counted(n->vendors));
	if (many(n))
		page_add(
		    b, ", i alt mere end %d modtagere", LIMIT_WEB_RECIPIENTS);
	buf_adds(b, ".</p>\n");
}

static void
add_notice(struct buf *b, const struct timeline *t, size_t k, int64_t incident,
    int64_t now, bool known)
{
	const struct notice *n = &t->notices.v[k];

	if (n->type == NOTICE_PAGE) {
		paged_add(b, n, &t->paged[k], known);
		return;
	}
	if (n->type == NOTICE_RECEIPT) {
		page_add(b,
		    "<h3>Kommuner blev bedt om kvittering igen</h3>\n"
		    "<p>Til %s%lld kommuner.</p>\n",
		    at_least(n->municipalities), counted(n->municipalities));
		page_note(b, n->reason, known);
		return;
	}
	page_add(b, "<h3 id=\"besked-%d\">Besked %d: %s</h3>\n", n->number,
	    n->number, wording_notice(n->type));
	page_note(b, n->reason, known);
	if (n->next != TIME_NONE) {
		buf_adds(b, "<p>Næste besked lovet senest ");
		page_when(b, n->next, now);
		buf_adds(b, ".</p>\n");
	}
	add_to(b, n);
	if (!many(n))
		counts_add(b, &t->counts[k], "Modtagere");
	if (known)
		page_add(b,
		    "<p><a href=\"/sag/%lld/besked/%d\">Modtagere af besked "
		    "%d</a></p>\n",
		    (long long)incident, n->number, n->number);
	add_body(b, &t->bodies[2 * k]);
	add_body(b, &t->bodies[2 * k + 1]);
}

static int
by_time(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	if (x->what != y->what)
		return x->what < y->what ? -1 : 1;
	return (x->i > y->i) - (x->i < y->i);
}

/* All in order; *n of them; release with free(). */
static struct entry *
entries(const struct timeline *t, size_t *n)
{
	struct entry *v = xcalloc(
	    t->reports.n + t->acts.n + t->notices.n + 2, sizeof(*v));

	*n = 0;
	for (size_t i = 0; i < t->reports.n; i++)
		v[(*n)++] = (struct entry){t->reports.v[i].seen, REPORT, i};
	for (size_t i = 0; i < t->acts.n; i++)
		v[(*n)++] = (struct entry){t->acts.v[i].at, ACT, i};
	for (size_t i = 0; i < t->notices.n; i++)
		v[(*n)++] = (struct entry){t->notices.v[i].at, NOTICE, i};
	if (t->receipts > 0)
		v[(*n)++] = (struct entry){t->last_receipt, RECEIPTS, 0};
	qsort(v, *n, sizeof(*v), by_time);
	return v;
}

void
timeline_add(struct buf *b, const struct timeline *t, int64_t incident,
    int64_t now, bool known)
{
	size_t n;
	struct entry *v = entries(t, &n);

	if (t->reports.n == TIMELINE_MOST || t->acts.n == TIMELINE_MOST)
		buf_adds(b, "<p>De ældste er udeladt.</p>\n");
	buf_adds(b, "<ol class=\"timeline\">\n");
	for (size_t k = 0; k < n; k++) {
		buf_adds(b, "<li>\n<p class=\"note\">");
		page_when(b, v[k].at, now);
		buf_adds(b, "</p>\n");
		if (v[k].what == REPORT)
			add_report(b, &t->reports.v[v[k].i]);
		else if (v[k].what == ACT)
			add_act(b, &t->acts.v[v[k].i], known);
		else if (v[k].what == RECEIPTS)
			add_receipts(b, t, now);
		else
			add_notice(b, t, v[k].i, incident, now, known);
		buf_adds(b, "</li>\n");
	}
	buf_adds(b, "</ol>\n");
	free(v);
}
