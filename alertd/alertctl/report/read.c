#include <stdlib.h>
#include <string.h>

#include "alertctl/report/report.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/orgs.h"

void
proof_clear(struct proof *p)
{
	incident_clear(&p->i);
	free(p->reference);
	notices_clear(&p->notices);
	free(p->v);
	spreads_clear(&p->spreads);
	report_lines_clear(&p->reports);
	audits_clear(&p->acts);
	for (size_t k = 0; k < p->n_calls; k++) {
		call_clear(&p->calls[k].call);
		people_clear(&p->calls[k].people);
	}
	free(p->calls);
	strv_clear(&p->on_call);
	asked_list_clear(&p->asked);
	deliveries_clear(&p->failed);
	strv_clear(&p->unsent);
	free(p->largest_org);
	strv_clear(&p->untold);
	strv_clear(&p->over_missing);
	strv_clear(&p->broken);
	*p = (struct proof){0};
}

bool
proof_open(const struct proof *p)
{
	return incident_live(p->i.state);
}

const struct spread *
proof_spread(const struct proof *p, int number)
{
	for (size_t k = 0; k < p->spreads.n; k++)
		if (p->spreads.v[k].number == number)
			return &p->spreads.v[k];
	return NULL;
}

/* --- one municipality after another --------------------------------------- */

/* What is held while the rows of one municipality come. */
struct walk {
	const struct proof *p;
	struct stay stay;
	int64_t *accepted;
	stay_fn *fn;
	void *arg;
	bool any;
};

static void
stay_begin(struct walk *w, const struct arrival *a)
{
	xreplace(&w->stay.org, a->org);
	xreplace(&w->stay.name, a->name);
	for (size_t k = 0; k < w->p->n; k++) {
		arrival_clear(&w->stay.cells[k]);
		w->accepted[k] = TIME_NONE;
	}
	w->any = true;
}

static int
stay_end(struct walk *w)
{
	struct course_facts f = {w->p->v, w->p->n,
	    proof_open(w->p) || w->p->i.resolved_at == TIME_NONE
		? w->p->now
		: w->p->i.resolved_at,
	    proof_open(w->p)};

	if (!w->any)
		return 0;
	course_follow(&f, w->accepted, &w->stay.course);
	return w->fn(w->p, &w->stay, w->arg);
}

static int
take_arrival(const struct arrival *a, void *arg)
{
	struct walk *w = arg;

	if (!w->any || strcmp(w->stay.org, a->org) != 0) {
		if (stay_end(w) == -1)
			return -1;
		stay_begin(w, a);
	}
	for (size_t k = 0; k < w->p->n; k++) {
		struct arrival *cell = &w->stay.cells[k];

		if (w->p->v[k].number != a->number)
			continue;
		*cell = *a;
		cell->org = cell->name = NULL;
		cell->answer = xstrdup(a->answer);
		w->accepted[k] = a->a.first;
	}
	return 0;
}

int
proof_each(
    struct ctl *c, const struct proof *p, stay_fn *fn, void *arg, struct err *e)
{
	struct walk w = {.p = p, .fn = fn, .arg = arg};
	int r;

	w.stay.org = xstrdup("");
	w.stay.name = xstrdup("");
	w.stay.cells = xcalloc(p->n + 1, sizeof(*w.stay.cells));
	w.accepted = xcalloc(p->n + 1, sizeof(*w.accepted));
	r = store_arrivals(c->store, p->i.id, take_arrival, &w, e);
	if (r == 0)
		r = stay_end(&w);
	for (size_t k = 0; k < p->n; k++)
		arrival_clear(&w.stay.cells[k]);
	course_clear(&w.stay.course);
	free(w.stay.cells);
	free(w.stay.org);
	free(w.stay.name);
	free(w.accepted);
	return r;
}

/* --- the whole ------------------------------------------------------------ */

/* While the municipalities are gone through for the first time. */
struct sum {
	struct proof *p;
	struct strv met; /* codes */
};

static int
sum_up(const struct proof *read, const struct stay *s, void *arg)
{
	struct sum *sum = arg;
	struct proof *p = sum->p;
	size_t broken = p->promise.broken, at = p->promise.municipalities;

	(void)read;
	strv_add(&sum->met, s->org);
	promise_add(&p->promise, &s->course);
	if (p->promise.gaps > 0 && p->promise.largest_of == at &&
	    s->course.largest != NULL)
		xreplace(&p->largest_org, s->name);
	if (p->promise.broken > broken)
		strv_add(&p->broken, s->name);
	if (s->course.first == TIME_NONE)
		strv_add(&p->untold, s->name);
	if (s->course.over_missing)
		strv_add(&p->over_missing, s->name);
	return 0;
}

/* Whom it is for, and who was to get nothing: no contact, or new since. */
static int
find_unsent(
    struct ctl *c, struct proof *p, const struct strv *met, struct err *e)
{
	struct reaches l = {0};
	int r = store_reach(c->store, p->i.id, 0, &l, e);

	for (size_t k = 0; r == 0 && k < l.n; k++)
		if (!l.v[k].unconcerned && !strv_has(met, l.v[k].code))
			strv_add(&p->unsent, l.v[k].name);
	reaches_clear(&l);
	return r;
}

static int
read_courses(struct ctl *c, struct proof *p, struct err *e)
{
	struct sum sum = {.p = p};
	bool promised = false;
	int r;

	for (size_t k = 0; k < p->n; k++)
		promised = promised || p->v[k].next != TIME_NONE;
	/* What is announced or drilled is not told every two hours. */
	if (promised && p->i.drill_ends == TIME_NONE)
		p->promise.limit = c->conf->notices.repeat + PROMISE_SLACK;
	p->promise.early = proof_open(p) && p->n > 0 &&
			   p->now - p->v[0].at <= p->promise.limit;
	r = proof_each(c, p, sum_up, &sum, e);
	if (r == 0 && p->n > 0)
		r = find_unsent(c, p, &sum.met, e);
	strv_clear(&sum.met);
	return r;
}

static void
number_notices(struct proof *p)
{
	p->v = xcalloc(p->notices.n + 1, sizeof(*p->v));
	for (size_t k = 0; k < p->notices.n; k++) {
		const struct notice *n = &p->notices.v[k];

		if (n->number > 0)
			p->v[p->n++] = (struct course_notice){
			    n->number, n->type, n->at, n->next};
	}
}

static int
read_calls(struct ctl *c, struct proof *p, struct err *e)
{
	struct calls l = {0};
	int r = store_calls_about(c->store, p->i.id, &l, e);

	p->calls = xcalloc(l.n + 1, sizeof(*p->calls));
	for (; p->n_calls < l.n; p->n_calls++)
		p->calls[p->n_calls].call = l.v[p->n_calls];
	free(l.v);
	for (size_t k = 0; r == 0 && k < p->n_calls; k++)
		r = store_call_people(
		    c->store, p->calls[k].call.id, &p->calls[k].people, e);
	return r;
}

/* Who was on call when it was opened, by the rotas of today. */
static int
read_on_call(struct ctl *c, struct proof *p, struct err *e)
{
	struct core core = ctl_core_over(c, c->store);

	for (size_t k = 0; k < c->conf->n_rotas; k++) {
		const char *rota = c->conf->rotas[k].name;
		char *who = NULL, *line;

		if (core_on_call(&core, rota, p->i.opened_at, &who, e) == -1)
			return -1;
		line = xasprintf("%s: %s", rota, *who == '\0' ? "-" : who);
		strv_take(&p->on_call, line);
		free(who);
	}
	return 0;
}

/* Not those of pages: the on-call is no recipient of notices. */
static int
read_failed(struct ctl *c, struct proof *p, struct err *e)
{
	struct delivery_query q = {
	    .incident = p->i.id, .failed = true, .limit = LIMIT_REPORT_LINES};
	struct deliveries *l = &p->failed;
	size_t n = 0;
	int r = store_deliveries(c->store, &q, l, e);

	for (size_t k = 0; k < l->n; k++) {
		struct delivery d = l->v[k];

		if (d.audience == ORG_ONCALL)
			delivery_clear(&d);
		else
			l->v[n++] = d;
	}
	l->n = n;
	return r;
}

static int
read_all(struct ctl *c, struct proof *p, struct err *e)
{
	int64_t id = p->i.id;

	if (store_notices(c->store, id, 0, &p->notices, e) == -1 ||
	    store_spreads(c->store, id, &p->spreads, e) == -1 ||
	    store_heard(c->store, id, &p->published, &p->seen, e) == -1 ||
	    store_report_lines(
		c->store, id, LIMIT_REPORT_LINES, &p->reports, e) == -1 ||
	    store_audit_acts(c->store, id, LIMIT_REPORT_LINES, &p->acts, e) ==
		-1 ||
	    read_calls(c, p, e) == -1 || read_on_call(c, p, e) == -1 ||
	    store_asked(c->store, id, &p->asked, e) == -1 ||
	    read_failed(c, p, e) == -1)
		return -1;
	number_notices(p);
	return read_courses(c, p, e);
}

int
proof_read(struct ctl *c, const char *arg, struct proof *p)
{
	struct err e;
	int status = ctl_store_reading(c);

	if (status != 0 || (status = ctl_incident(c, arg, &p->i)) != 0)
		return status;
	p->now = clock_read().wall;
	p->reference = incident_reference(&p->i, c->conf->notices.reference);
	p->largest_org = xstrdup("");
	if (read_all(c, p, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	return 0;
}
