#include <stdio.h>
#include <stdlib.h>

#include "alertctl/report/tell.h"
#include "base/attr.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"

/* --- the course ----------------------------------------------------------- */

struct happening {
	int64_t at;
	size_t order; /* of what happened in the same second */
	char *what;
};

struct happenings {
	struct happening *v;
	size_t n;
};

/* Takes what. */
static void
add(struct happenings *l, int64_t at, char *what)
{
	l->v[l->n] = (struct happening){at, l->n, what};
	l->n++;
}

static int
by_time(const void *a, const void *b)
{
	const struct happening *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static void
add_notice(struct happenings *l, const struct notice *n)
{
	if (n->number > 0)
		add(l, n->at,
		    xasprintf(_("Notice %d, %s, was queued: %s"), n->number,
			_(notice_type_name(n->type)), n->reason));
	else if (n->type == NOTICE_PAGE)
		add(l, n->at,
		    xasprintf(_("The on-call was paged: %s"), n->reason));
	else
		add(l, n->at,
		    xstrdup(_("Receipts that were missing were asked for "
			      "again")));
}

/* Reports, acts and notices, as they came. */
static struct happenings
happened(const struct proof *p)
{
	struct happenings l = {0};

	l.v = xcalloc(
	    p->reports.n + p->acts.n + p->notices.n + 1, sizeof(*l.v));
	for (size_t k = 0; k < p->reports.n; k++) {
		const struct report_line *r = &p->reports.v[k];

		add(&l, r->seen,
		    xasprintf(_("Report of feed %s, \"%s\": judged %s, effect "
				"%s, %s: %s"),
			r->feed, r->title, _(verdict_name(r->verdict)),
			_(effect_name(r->effect)), _(phase_name(r->phase)),
			r->reason));
	}
	for (size_t k = 0; k < p->acts.n; k++) {
		const struct audit *a = &p->acts.v[k];

		add(&l, a->at,
		    xasprintf("%s, %s: %s", a->actor, a->action, a->detail));
	}
	for (size_t k = 0; k < p->notices.n; k++)
		add_notice(&l, &p->notices.v[k]);
	qsort(l.v, l.n, sizeof(*l.v), by_time);
	return l;
}

static void
tell_course(struct doc *d, const struct proof *p)
{
	const struct doc_column columns[] = {{_("When"), 19}, {_("What"), 0}};
	struct happenings l = happened(p);

	doc_heading(d, _("Course"));
	doc_table(d, columns, LENGTH(columns));
	for (size_t k = 0; k < l.n; k++) {
		char at[TELL_SIZE];

		doc_row(
		    d, (const char *[]){tell_when(l.v[k].at, at), l.v[k].what});
		free(l.v[k].what);
	}
	doc_table_end(d);
	free(l.v);
	if (p->acts.n == LIMIT_REPORT_LINES ||
	    p->reports.n == LIMIT_REPORT_LINES)
		doc_text(d, _("Only the newest 1000 of a kind are listed; "
			      "alertctl log has all."));
}

/* --- failures and receipts ------------------------------------------------ */

/* What was answered, and whether that is an end. */
static char *
answer_of(const struct delivery *f)
{
	const char *answer = *f->answer == '\0' ? "-" : f->answer;

	return f->state == DELIVERY_UNKNOWN
		   ? xasprintf(_("Not known whether it arrived: %s"), answer)
		   : xstrdup(answer);
}

static void
tell_failed(struct doc *d, const struct proof *p)
{
	const struct doc_column columns[] = {{_("No."), 3}, {_("Whose"), 17},
	    {_("Address"), 24}, {_("Answer"), 0}};

	doc_heading(d, _("Failures"));
	if (p->failed.n == 0) {
		doc_text(d, _("No delivery failed."));
		return;
	}
	doc_table(d, columns, LENGTH(columns));
	for (size_t k = 0; k < p->failed.n; k++) {
		const struct delivery *f = &p->failed.v[k];
		char number[16], *answer = answer_of(f);

		snprintf(number, sizeof(number), "%d", f->notice);
		doc_row(d,
		    (const char *[]){number, f->org_name, f->address, answer});
		free(answer);
	}
	doc_table_end(d);
}

static void
tell_receipts(struct doc *d, const struct proof *p)
{
	const struct doc_column columns[] = {{_("Municipality"), 17},
	    {_("Asked"), 19}, {_("Asked again"), 19}, {_("Receipt"), 0}};

	doc_heading(d, _("Receipts"));
	if (p->asked.n == 0) {
		doc_text(d, _("No receipt was asked for."));
		return;
	}
	doc_table(d, columns, LENGTH(columns));
	for (size_t k = 0; k < p->asked.n; k++) {
		const struct asked *a = &p->asked.v[k];
		char at[TELL_SIZE], again[TELL_SIZE], got[TELL_SIZE];

		doc_row(d, (const char *[]){a->name, tell_when(a->at, at),
			       tell_when(a->reminded, again),
			       a->receipted == TIME_NONE
				   ? _("NONE")
				   : tell_when(a->receipted, got)});
	}
	doc_table_end(d);
}

/* --- the on-call ---------------------------------------------------------- */

static char *
paged(const struct people *l)
{
	struct strv who = {0};
	char *all;

	for (size_t k = 0; k < l->n; k++)
		strv_take(
		    &who, xasprintf("%s (%s)", l->v[k].name, l->v[k].org));
	all = who.n == 0 ? xstrdup("-") : strv_join(&who, ", ");
	strv_clear(&who);
	return all;
}

static void
tell_call(struct doc *d, const struct told_call *t)
{
	const struct call *k = &t->call;
	char from[TELL_SIZE], at[TELL_SIZE], span[TELL_SIZE];
	char *who = paged(&t->people), *taken;

	taken = *k->owner == '\0' ? xstrdup(_("nobody"))
				  : xasprintf(_("%s at %s, after %s"), k->owner,
					tell_when(k->taken, at),
					tell_between(k->began, k->taken, span));
	doc_row(d, (const char *[]){tell_when(k->opened, from), taken, who});
	free(taken);
	free(who);
}

static void
tell_on_call(struct doc *d, const struct proof *p)
{
	const struct doc_column columns[] = {
	    {_("Rang"), 19}, {_("Taken by"), 38}, {_("Paged"), 0}};

	doc_heading(d, _("On call"));
	for (size_t k = 0; k < p->on_call.n; k++)
		doc_text(d, p->on_call.v[k]);
	if (p->n_calls == 0) {
		doc_text(d, _("Nobody was called."));
		return;
	}
	doc_table(d, columns, LENGTH(columns));
	for (size_t k = 0; k < p->n_calls; k++)
		tell_call(d, &p->calls[k]);
	doc_table_end(d);
}

void
tell_rest(struct doc *d, const struct proof *p)
{
	tell_course(d, p);
	tell_failed(d, p);
	tell_receipts(d, p);
	tell_on_call(d, p);
}
