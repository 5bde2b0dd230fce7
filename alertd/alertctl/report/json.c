#include <stdio.h>
#include <stdlib.h>

#include "alertctl/status/facts.h"
#include "alertctl/ui/out.h"
#include "alertctl/report/report.h"
#include "base/clock.h"

/* "key": value, at the level below the top. */
static void
member(const char *key, json_t *j)
{
	printf(",\n  \"%s\": ", key);
	json_dumpf(j, stdout, JSON_ENCODE_ANY);
	json_decref(j);
}

static json_t *
gap_json(const struct proof *p, const struct gap *g)
{
	static const char *const ends[] = {
	    [GAP_NOTICE] = "notice", [GAP_OVER] = "over", [GAP_OPEN] = "open"};
	json_t *j = json_pack("{s:i, s:s, s:I, s:b}", "from", g->from,
	    "ended_by", ends[g->end], "seconds", (json_int_t)gap_length(g),
	    "breach", promise_breaks(&p->promise, g));

	json_object_set_new(
	    j, "to", g->to == 0 ? json_null() : json_integer(g->to));
	json_object_set_new(j, "begins", json_time(g->begins));
	json_object_set_new(j, "ends", json_time(g->ends));
	return j;
}

static json_t *
promise_json(const struct proof *p)
{
	const struct promise *m = &p->promise;
	json_t *j = json_pack("{s:s, s:I, s:I, s:I, s:I, s:I, s:I, s:I}",
	    "state", promise_state_name(promise_judge(m, proof_open(p))),
	    "limit_seconds", (json_int_t)m->limit, "municipalities",
	    (json_int_t)m->municipalities, "untold", (json_int_t)m->untold,
	    "over_untold", (json_int_t)m->over_missing, "gaps",
	    (json_int_t)m->gaps, "breaches", (json_int_t)m->breaches,
	    "municipalities_with_breach", (json_int_t)m->broken);
	json_t *largest = json_null();

	if (m->gaps > 0) {
		largest = gap_json(p, &m->largest);
		json_object_set_new(
		    largest, "municipality", json_string(p->largest_org));
	}
	json_object_set_new(j, "largest_gap", largest);
	json_object_set_new(j, "untold_names", json_words(&p->untold));
	json_object_set_new(
	    j, "over_untold_names", json_words(&p->over_missing));
	json_object_set_new(j, "breach_names", json_words(&p->broken));
	json_object_set_new(j, "not_sent_to", json_words(&p->unsent));
	return j;
}

static json_t *
arrived_json(const struct arrived *a)
{
	json_t *j = json_pack("{s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I}",
	    "recipients", (json_int_t)a->recipients, "accepted",
	    (json_int_t)a->reached, "delivered", (json_int_t)a->delivered,
	    "unknown", (json_int_t)a->unknown, "failed", (json_int_t)a->failed,
	    "waiting", (json_int_t)a->waiting, "superseded",
	    (json_int_t)a->superseded, "cancelled", (json_int_t)a->cancelled);

	json_object_set_new(j, "first_accepted", json_time(a->first));
	json_object_set_new(j, "last_accepted", json_time(a->last));
	return j;
}

static json_t *
notices_json(const struct proof *p)
{
	json_t *list = json_array();

	for (size_t k = 0; k < p->notices.n; k++) {
		const struct notice *n = &p->notices.v[k];
		const struct spread *s = proof_spread(p, n->number);
		json_t *j = notice_json(n);

		if (s != NULL) {
			json_object_set_new(j, "reached", arrived_json(&s->a));
			json_object_set_new(j, "municipalities_meant",
			    json_integer(s->municipalities));
			json_object_set_new(
			    j, "municipalities_told", json_integer(s->told));
		}
		json_array_append_new(list, j);
	}
	return list;
}

static json_t *
reports_json(const struct proof *p)
{
	json_t *list = json_array();

	for (size_t k = 0; k < p->reports.n; k++) {
		const struct report_line *r = &p->reports.v[k];

		json_array_append_new(
		    list, json_pack("{s:o, s:s, s:s, s:s, s:s, s:s, s:s, s:s}",
			      "seen", json_time(r->seen), "feed", r->feed, "id",
			      r->ext, "title", r->title, "phase",
			      phase_name(r->phase), "effect",
			      effect_name(r->effect), "verdict",
			      verdict_name(r->verdict), "reason", r->reason));
	}
	return list;
}

static json_t *
acts_json(const struct proof *p)
{
	json_t *list = json_array();

	for (size_t k = 0; k < p->acts.n; k++) {
		const struct audit *a = &p->acts.v[k];

		json_array_append_new(
		    list, json_pack("{s:I, s:o, s:s, s:s, s:s, s:s}", "seq",
			      (json_int_t)a->seq, "at", json_time(a->at),
			      "actor", a->actor, "action", a->action, "object",
			      a->object, "detail", a->detail));
	}
	return list;
}

static json_t *
calls_json(const struct proof *p)
{
	json_t *list = json_array();

	for (size_t k = 0; k < p->n_calls; k++) {
		const struct call *call = &p->calls[k].call;
		const struct people *l = &p->calls[k].people;
		json_t *paged = json_array();

		for (size_t i = 0; i < l->n; i++)
			json_array_append_new(
			    paged, json_pack("{s:s, s:s}", "name", l->v[i].name,
				       "team", l->v[i].org));
		json_array_append_new(
		    list, json_pack("{s:I, s:o, s:s, s:o, s:o, s:o}", "call",
			      (json_int_t)call->id, "opened",
			      json_time(call->opened), "taken_by", call->owner,
			      "taken", json_time(call->taken), "closed",
			      json_time(call->closed), "paged", paged));
	}
	return list;
}

static json_t *
failures_json(const struct proof *p)
{
	json_t *list = json_array();

	for (size_t k = 0; k < p->failed.n; k++) {
		const struct delivery *d = &p->failed.v[k];

		json_array_append_new(list,
		    json_pack("{s:i, s:s, s:s, s:s, s:s, s:s, s:s, s:i, s:o}",
			"notice", d->notice, "code", d->org, "name",
			d->org_name, "channel", channel_name(d->channel),
			"address", d->address, "state",
			delivery_state_name(d->state), "answer", d->answer,
			"attempts", d->attempts, "at", json_time(d->done)));
	}
	return list;
}

static json_t *
cell_json(const struct proof *p, const struct stay *s, size_t k)
{
	json_t *j = arrived_json(&s->cells[k].a);

	json_object_set_new(j, "notice", json_integer(p->v[k].number));
	json_object_set_new(j, "mail", json_time(s->cells[k].a.mail));
	json_object_set_new(j, "sms", json_time(s->cells[k].a.sms));
	json_object_set_new(j, "answer",
	    json_string(s->cells[k].answer == NULL ? "" : s->cells[k].answer));
	return j;
}

static int
print_stay(const struct proof *p, const struct stay *s, void *arg)
{
	const struct course *c = &s->course;
	json_t *gaps = json_array(), *notices = json_array(), *j;
	bool *first = arg;

	for (size_t k = 0; k < c->n_gaps; k++)
		json_array_append_new(gaps, gap_json(p, &c->gaps[k]));
	for (size_t k = 0; k < p->n; k++)
		if (s->cells[k].a.recipients > 0)
			json_array_append_new(notices, cell_json(p, s, k));
	j = json_pack("{s:s, s:s, s:o, s:I, s:b, s:o, s:o}", "code", s->org,
	    "name", s->name, "first_told", json_time(c->first), "told",
	    (json_int_t)c->told, "over_told", c->over_told, "gaps", gaps,
	    "notices", notices);
	printf("%s\n    ", *first ? "" : ",");
	*first = false;
	json_dumpf(j, stdout, JSON_ENCODE_ANY);
	json_decref(j);
	return 0;
}

/* Written as it is read: a long incident of many is not held at once. */
int
proof_json(struct ctl *c, const struct proof *p, struct err *e)
{
	bool first = true;
	int r;

	printf("{\n  \"incident\": ");
	json_t *i = incident_json(&p->i, c->conf);
	json_dumpf(i, stdout, JSON_ENCODE_ANY);
	json_decref(i);
	member("made", json_time(p->now));
	member("promise", promise_json(p));
	member("published", json_time(p->published));
	member("seen", json_time(p->seen));
	member("reports", reports_json(p));
	member("notices", notices_json(p));
	member("acts", acts_json(p));
	member("on_call", json_words(&p->on_call));
	member("calls", calls_json(p));
	member("receipts", asked_json(&p->asked));
	member("failures", failures_json(p));
	printf(",\n  \"municipalities\": [");
	r = proof_each(c, p, print_stay, &first, e);
	printf("%s]\n}\n", first ? "" : "\n  ");
	return r;
}
