#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "alertctl/ui/doc.h"
#include "alertctl/report/report.h"
#include "alertctl/report/tell.h"
#include "base/attr.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"

/* To the second: what is proven is exact. */
char *
tell_when(int64_t t, char buf[TELL_SIZE])
{
	struct civil c;

	if (t == TIME_NONE) {
		snprintf(buf, TELL_SIZE, "-");
		return buf;
	}
	c = civil_local(t);
	snprintf(buf, TELL_SIZE, "%04d-%02d-%02d %02d:%02d:%02d%s",
	    c.year % 10000, c.month % 100, c.day % 100, c.hour % 100,
	    c.minute % 100, c.second % 100,
	    !c.repeated ? ""
	    : c.dst	? _(" summer")
			: _(" winter"));
	return buf;
}

char *
tell_span(int64_t seconds, char buf[TELL_SIZE])
{
	char *s = format_duration(seconds < 0 ? 0 : seconds);

	snprintf(buf, TELL_SIZE, "%s", s);
	free(s);
	return buf;
}

char *
tell_between(int64_t from, int64_t to, char buf[TELL_SIZE])
{
	if (from == TIME_NONE || to == TIME_NONE) {
		snprintf(buf, TELL_SIZE, "-");
		return buf;
	}
	return tell_span(to - from, buf);
}

/* A paragraph that is made; takes it. */
static void
text(struct doc *d, char *s)
{
	doc_text(d, s);
	free(s);
}

static void
names(struct doc *d, const char *what, const struct strv *l)
{
	char *list;

	if (l->n == 0)
		return;
	list = strv_join(l, ", ");
	text(d, xasprintf("%s (%zu): %s", what, l->n, list));
	free(list);
}

/* --- did it hold ---------------------------------------------------------- */

static char *
verdict(const struct proof *p)
{
	char span[TELL_SIZE];

	tell_span(p->promise.limit, span);
	switch (promise_judge(&p->promise, proof_open(p))) {
	case PROMISE_HELD:
		return xasprintf(
		    _("The promise was kept: every municipality heard again "
		      "within %s, until it was over."),
		    span);
	case PROMISE_HOLDS:
		return xasprintf(
		    _("The promise has been kept so far: every municipality "
		      "heard again within %s. It is not over."),
		    span);
	case PROMISE_BROKEN:
		return xstrdup(_("THE PROMISE WAS BROKEN."));
	case PROMISE_NONE:
		break;
	}
	if (p->n == 0)
		return xstrdup(_("No notice has gone out to municipalities."));
	if (p->i.drill_ends != TIME_NONE)
		return xstrdup(
		    _("A drill: no notice is promised within two hours."));
	return xstrdup(
	    _("Announced work: no notice is promised within two hours."));
}

static void
tell_largest(struct doc *d, const struct proof *p)
{
	const struct gap *g = &p->promise.largest;
	char span[TELL_SIZE], from[TELL_SIZE], to[TELL_SIZE];

	if (p->promise.gaps == 0)
		return;
	tell_span(gap_length(g), span);
	tell_when(g->begins, from);
	tell_when(g->ends, to);
	if (g->end == GAP_NOTICE)
		text(d, xasprintf(_("Largest gap: %s, %s, from notice %d (%s) "
				    "to notice %d (%s)."),
			    p->largest_org, span, g->from, from, g->to, to));
	else if (g->end == GAP_OVER)
		text(d, xasprintf(_("Largest gap: %s, %s, from notice %d (%s) "
				    "until it was over (%s)."),
			    p->largest_org, span, g->from, from, to));
	else
		text(d, xasprintf(_("Largest gap: %s, %s since notice %d (%s), "
				    "and it goes on."),
			    p->largest_org, span, g->from, from));
}

static void
tell_promise(struct doc *d, const struct proof *p)
{
	const struct promise *m = &p->promise;
	char *lead = verdict(p), span[TELL_SIZE];

	doc_lead(d, lead);
	free(lead);
	if (p->n == 0)
		return;
	if (m->limit > 0)
		text(d, xasprintf(_("Breaches: %zu of %zu gaps between notices "
				    "(longer than %s), municipalities: %zu."),
			    m->breaches, m->gaps, tell_span(m->limit, span),
			    m->broken));
	tell_largest(d, p);
	text(d, xasprintf(_("Told: %zu of %zu municipalities. Told that it is "
			    "over: %zu."),
		    m->municipalities - m->untold, m->municipalities,
		    m->over_told));
	names(d, _("Waited too long"), &p->broken);
	names(d, _("Never told"), &p->untold);
	names(d, _("Told, but not that it is over"), &p->over_missing);
	names(d, _("Nothing was sent, no contact was known"), &p->unsent);
}

/* --- how fast ------------------------------------------------------------- */

/* Whose time it is, when not all were reached. */
static char *
last_reached(const struct spread *s)
{
	if (s == NULL || s->a.reached == 0 || s->a.reached == s->a.recipients)
		return xstrdup(_("The last recipient was reached"));
	return xasprintf(_("The last reached (%lld of %lld)"),
	    (long long)s->a.reached, (long long)s->a.recipients);
}

static void
tell_times(struct doc *d, const struct proof *p)
{
	const struct spread *one = p->n == 0 ? NULL
					     : proof_spread(p, p->v[0].number);
	char *last = last_reached(one);
	const struct doc_column columns[] = {
	    {_("What"), 34}, {_("When"), 19}, {_("After the report"), 0}};
	const struct {
		const char *what;
		int64_t at;
	} rows[] = {
	    {_("The source published the report"), p->published},
	    {_("alertd saw the report"), p->seen},
	    {_("The incident was opened"), p->i.opened_at},
	    {_("The first notice was queued"),
		p->n == 0 ? TIME_NONE : p->v[0].at},
	    {_("The first recipient was reached"),
		one == NULL ? TIME_NONE : one->a.first},
	    {last, one == NULL ? TIME_NONE : one->a.last},
	    {_("It was over"), p->i.resolved_at},
	};
	int64_t from = p->seen != TIME_NONE ? p->seen : p->i.opened_at;

	doc_heading(d, _("From the report to the last recipient"));
	doc_table(d, columns, LENGTH(columns));
	for (size_t k = 0; k < LENGTH(rows); k++) {
		char at[TELL_SIZE], after[TELL_SIZE];

		tell_when(rows[k].at, at);
		tell_between(
		    from, rows[k].at < from ? TIME_NONE : rows[k].at, after);
		doc_row(d, (const char *[]){rows[k].what, at, after});
	}
	doc_table_end(d);
	free(last);
}

/* What is not known of the recipients is said behind the rest; takes how. */
static char *
and_unknown(char *how, int64_t unknown)
{
	char *all;

	if (unknown == 0)
		return how;
	all = xasprintf(_("%s; of %lld it is not known whether it arrived"),
	    how, (long long)unknown);
	free(how);
	return all;
}

static char *
how_reached(const struct course_notice *n, const struct spread *s)
{
	char first[TELL_SIZE], last[TELL_SIZE];
	int64_t unsent = s->a.superseded + s->a.cancelled;

	tell_between(n->at, s->a.first, first);
	tell_between(n->at, s->a.last, last);
	if (unsent == 0)
		return xasprintf(_("%lld of %lld recipients, from %s to %s "
				   "after; %lld failed"),
		    (long long)s->a.reached, (long long)s->a.recipients, first,
		    last, (long long)s->a.failed);
	return xasprintf(_("%lld of %lld recipients, from %s to %s after; "
			   "%lld failed, %lld were not sent (superseded or "
			   "cancelled)"),
	    (long long)s->a.reached, (long long)s->a.recipients, first, last,
	    (long long)s->a.failed, (long long)unsent);
}

static void
tell_notice(
    struct doc *d, const struct course_notice *n, const struct spread *s)
{
	static const struct spread none = {
	    .a = {.first = TIME_NONE, .last = TIME_NONE}};
	char number[16], at[TELL_SIZE];
	char *who, *how;

	s = s == NULL ? &none : s;
	snprintf(number, sizeof(number), "%d", n->number);
	tell_when(n->at, at);
	who = xasprintf("%" PRId64 "/%" PRId64, s->told, s->municipalities);
	how = and_unknown(how_reached(n, s), s->a.unknown);
	doc_row(d, (const char *[]){
		       number, _(notice_type_name(n->type)), at, who, how});
	free(who);
	free(how);
}

static void
tell_notices(struct doc *d, const struct proof *p)
{
	const struct doc_column columns[] = {{_("No."), 3}, {_("Type"), 10},
	    {_("Queued"), 19}, {_("Told"), 7}, {_("Reached"), 0}};

	if (p->n == 0)
		return;
	doc_heading(d, _("Notices"));
	doc_table(d, columns, LENGTH(columns));
	for (size_t k = 0; k < p->n; k++)
		tell_notice(d, &p->v[k], proof_spread(p, p->v[k].number));
	doc_table_end(d);
}

/* --- each municipality ---------------------------------------------------- */

static char *
gaps_of(const struct proof *p, const struct course *c)
{
	struct strv l = {0};
	char *all, span[TELL_SIZE];

	for (size_t k = 0; k < c->n_gaps; k++) {
		const struct gap *g = &c->gaps[k];

		tell_span(gap_length(g), span);
		strv_take(&l, promise_breaks(&p->promise, g)
				  ? xasprintf(_("%s TOO LONG"), span)
			      : g->end == GAP_OPEN
				  ? xasprintf(_("%s so far"), span)
				  : xstrdup(span));
	}
	if (c->over_missing)
		strv_add(&l, _("not told that it is over"));
	all = strv_join(&l, ", ");
	strv_clear(&l);
	return all;
}

static int
tell_stay(const struct proof *p, const struct stay *s, void *arg)
{
	struct doc *d = arg;
	const struct course *c = &s->course;
	char first[TELL_SIZE], largest[TELL_SIZE], told[32];
	char *gaps = gaps_of(p, c);
	size_t meant = 0;

	for (size_t k = 0; k < p->n; k++)
		meant += s->cells[k].a.recipients > 0;
	snprintf(told, sizeof(told), "%zu/%zu", c->told, meant);
	if (c->largest == NULL)
		snprintf(largest, sizeof(largest), "-");
	else
		tell_span(gap_length(c->largest), largest);
	doc_row(d, (const char *[]){s->name,
		       c->first == TIME_NONE ? _("NEVER TOLD")
					     : tell_when(c->first, first),
		       told, largest, gaps});
	free(gaps);
	return 0;
}

static int
tell_municipalities(
    struct ctl *c, struct doc *d, const struct proof *p, struct err *e)
{
	const struct doc_column columns[] = {{_("Municipality"), 17},
	    {_("First told"), 19}, {_("Told"), 5}, {_("Largest"), 8},
	    {_("Gaps between notices"), 0}};
	int r;

	if (p->n == 0)
		return 0;
	doc_heading(d, _("Municipalities"));
	doc_table(d, columns, LENGTH(columns));
	r = proof_each(c, p, tell_stay, d, e);
	doc_table_end(d);
	return r;
}

/* --- the whole ------------------------------------------------------------ */

static void
tell_facts(struct doc *d, const struct proof *p)
{
	char since[TELL_SIZE], now[TELL_SIZE];

	tell_when(p->i.since, since);
	text(d, xasprintf(_("%s of %s, %s, since %s. Made %s."),
		    _(effect_name(p->i.effect)),
		    *p->i.service == '\0' ? "-" : p->i.service,
		    _(incident_state_name(p->i.state)), since,
		    tell_when(p->now, now)));
}

int
proof_tell(
    struct ctl *c, const struct proof *p, bool html, bool print, struct err *e)
{
	struct doc d;
	char *title;
	int r;

	/* It is handed on: its language is that of the notices. */
	if (html)
		tr_speak(c->conf->notices.language);
	title = xasprintf(p->i.kind == KIND_EXERCISE
			      ? _("Report of the exercise %s: %s")
			      : _("Report of incident %s: %s"),
	    p->reference, p->i.title);
	doc_begin(&d, html, print, title, c->conf->notices.language);
	free(title);
	tell_facts(&d, p);
	tell_promise(&d, p);
	tell_times(&d, p);
	tell_notices(&d, p);
	r = tell_municipalities(c, &d, p, e);
	tell_rest(&d, p);
	doc_end(&d);
	return r;
}
