#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/status/calls.h"
#include "alertctl/ui/out.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "escalation/chain.h"

int
open_calls_read(
    struct ctl *c, int64_t now, struct open_calls *out, struct err *e)
{
	*out = (struct open_calls){
	    .core = ctl_core_over(c, c->store), .now = now};
	if (store_calls(c->store, &out->l, e) == -1)
		return -1;
	out->paged = xcalloc(out->l.n, sizeof(*out->paged));
	for (size_t i = 0; i < out->l.n; i++)
		if (store_call_people(
			c->store, out->l.v[i].id, &out->paged[i], e) == -1)
			return -1;
	return core_roster_open(&out->core, &out->roster, e);
}

void
open_calls_clear(struct open_calls *o)
{
	for (size_t i = 0; o->paged != NULL && i < o->l.n; i++)
		people_clear(&o->paged[i]);
	free(o->paged);
	calls_clear(&o->l);
	core_roster_clear(&o->roster);
	*o = (struct open_calls){0};
}

const struct call *
open_call_of(const struct open_calls *o, int64_t incident)
{
	for (size_t i = 0; i < o->l.n; i++)
		if (o->l.v[i].incident == incident)
			return &o->l.v[i];
	return NULL;
}

static const struct people *
paged(const struct open_calls *o, const struct call *c)
{
	return &o->paged[c - o->l.v];
}

static const char *
step_name(const struct open_calls *o, const struct chain_place *p)
{
	return p->all ? "everybody" : o->roster.steps.v[p->step].name;
}

static struct chain_place
next_of(const struct open_calls *o, const struct call *c)
{
	return chain_next(c, &o->core.conf->escalation, o->roster.steps.n);
}

/* The step that was paged last: one before the next. */
static struct chain_place
last_of(const struct open_calls *o, const struct call *c)
{
	struct call before = *c;

	before.steps = c->steps > 0 ? c->steps - 1 : 0;
	return next_of(o, &before);
}

static bool
rings(const struct call *c)
{
	return *c->owner == '\0';
}

/* Whether anybody was paged since it began to ring. */
static bool
has_paged(const struct open_calls *o, const struct call *c)
{
	return paged(o, c)->n > 0 && c->paged_at != TIME_NONE &&
	       c->paged_at >= c->began;
}

/* --- for people ----------------------------------------------------------- */

static void
add_owner(const struct open_calls *o, const struct call *c, struct strv *out)
{
	int64_t lapses = chain_lapses(c, &o->core.conf->escalation);
	char when[WHEN_SIZE];
	struct buf b;

	buf_init(&b, 4096);
	buf_addf(
	    &b, _("taken by %s since %s"), c->owner, out_when(c->taken, when));
	if (c->attended > c->taken)
		buf_addf(
		    &b, _(", last heard of %s"), out_when(c->attended, when));
	if (c->incident != 0 && lapses != TIME_NONE)
		buf_addf(&b, _("; rings again %s if nothing is done"),
		    out_when(lapses, when));
	strv_take(out, buf_steal(&b));
}

static void
add_paged(const struct open_calls *o, const struct call *c, struct strv *out)
{
	const struct people *l = paged(o, c);
	struct chain_place last = last_of(o, c);
	char when[WHEN_SIZE];
	struct buf b;

	if (!has_paged(o, c)) {
		strv_add(out, _("RINGS: nobody has been paged yet"));
		return;
	}
	buf_init(&b, 64 * 1024);
	buf_addf(&b, _("RINGS: %s paged %s"), step_name(o, &last),
	    out_when(c->paged_at, when));
	if (!last.all)
		buf_addf(&b, _(", round %" PRId64 " of %" PRId64),
		    last.round + 1, o->core.conf->escalation.rounds);
	for (size_t i = 0; i < l->n; i++)
		buf_addf(
		    &b, "%s%s", i == 0 ? _("; so far ") : ", ", l->v[i].name);
	strv_take(out, buf_steal(&b));
}

/* What takes it, behind the step that is next. */
static void
add_next(const struct open_calls *o, const struct call *c,
    const struct incident *i, struct strv *out)
{
	struct chain_place next = next_of(o, c);
	char when[WHEN_SIZE], span[WHEN_SIZE];
	struct buf b;

	buf_init(&b, 4096);
	out_when(next.at, when);
	if (next.at > o->now)
		buf_addf(&b, _("next %s %s (in %s)"), step_name(o, &next), when,
		    out_span(next.at - o->now, span));
	else
		buf_addf(&b, _("next %s %s (due)"), step_name(o, &next), when);
	if (i == NULL)
		buf_addf(&b, ": alertctl ack --call %" PRId64, c->id);
	else if (i->state == INCIDENT_OPEN)
		buf_addf(&b, ": alertctl ack %" PRId64, i->id);
	strv_take(out, buf_steal(&b));
}

void
call_lines(const struct open_calls *o, const struct call *c,
    const struct incident *i, struct strv *out)
{
	if (!rings(c)) {
		add_owner(o, c, out);
		return;
	}
	add_paged(o, c, out);
	add_next(o, c, i, out);
}

void
call_add(const struct open_calls *o, const struct call *c,
    const struct incident *i, struct sheet *out)
{
	struct strv lines = {0};

	call_lines(o, c, i, &lines);
	for (size_t k = 0; k < lines.n; k++)
		sheet_add(out, PAINT_NONE, "", "%s", lines.v[k]);
	strv_clear(&lines);
}

static const char *
translated(const char *s)
{
	return _(s);
}

/* Of a call about an alarm; free(). */
static char *
sentence(const struct call *c)
{
	struct alarm a;

	return core_call_alarm(c, &a) ? alarm_sentence(&a, translated)
				      : xstrdup(c->alarm);
}

size_t
alarms_add(const struct open_calls *o, struct sheet *out)
{
	size_t n = 0;

	for (size_t i = 0; i < o->l.n; i++) {
		const struct call *c = &o->l.v[i];
		char number[32];

		if (c->incident != 0)
			continue;
		n++;
		snprintf(number, sizeof(number), _("call %" PRId64), c->id);
		sheet_take(out, rings(c) ? PAINT_BAD : PAINT_WAIT, number,
		    sentence(c));
		call_add(o, c, NULL, out);
	}
	return n;
}

/* NULL when the store fails; free(). */
static char *
on_call(struct open_calls *o, const struct rota_conf *r)
{
	char *who = NULL;
	struct err e;

	return core_on_call(&o->core, r->name, o->now, &who, &e) == 0 ? who
								      : NULL;
}

void
rotas_add(struct open_calls *o, struct sheet *out)
{
	const struct config *conf = o->core.conf;

	for (size_t i = 0; i < conf->n_rotas; i++) {
		char *who = on_call(o, &conf->rotas[i]);
		bool nobody = who == NULL || *who == '\0';

		sheet_add(out, nobody ? PAINT_WAIT : PAINT_NONE, _("on call"),
		    "%s: %s", conf->rotas[i].name,
		    who == NULL	   ? _("cannot be read")
		    : *who == '\0' ? _("nobody, so the whole team is paged")
				   : who);
		free(who);
	}
}

/* --- for scripts ---------------------------------------------------------- */

static json_t *
place_json(const struct open_calls *o, const struct chain_place *p, int64_t at)
{
	json_t *j = json_pack(
	    "{s:s, s:b}", "step", step_name(o, p), "all", p->all);

	json_object_set_new(
	    j, "round", p->all ? json_null() : json_integer(p->round + 1));
	json_object_set_new(j, "at", json_time(at));
	return j;
}

static json_t *
names_json(const struct people *l)
{
	json_t *list = json_array();

	for (size_t i = 0; i < l->n; i++)
		json_array_append_new(list, json_string(l->v[i].name));
	return list;
}

static void
set_ringing(json_t *j, const struct open_calls *o, const struct call *c)
{
	struct chain_place last = last_of(o, c), next = next_of(o, c);

	json_object_set_new(j, "last",
	    has_paged(o, c) ? place_json(o, &last, c->paged_at) : json_null());
	json_object_set_new(
	    j, "next", rings(c) ? place_json(o, &next, next.at) : json_null());
}

json_t *
call_json(const struct open_calls *o, const struct call *c)
{
	json_t *j;

	if (c == NULL)
		return json_null();
	j = json_pack("{s:I, s:s, s:s, s:s, s:b}", "call", (json_int_t)c->id,
	    "alarm", c->alarm, "about", c->about, "detail", c->detail, "rings",
	    rings(c));
	json_object_set_new(j, "opened", json_time(c->opened));
	json_object_set_new(
	    j, "owner", rings(c) ? json_null() : json_string(c->owner));
	json_object_set_new(j, "taken", json_time(c->taken));
	json_object_set_new(j, "attended", json_time(c->attended));
	json_object_set_new(j, "paged", names_json(paged(o, c)));
	set_ringing(j, o, c);
	return j;
}

json_t *
alarms_json(const struct open_calls *o)
{
	json_t *list = json_array();

	for (size_t i = 0; i < o->l.n; i++)
		if (o->l.v[i].incident == 0)
			json_array_append_new(list, call_json(o, &o->l.v[i]));
	return list;
}

json_t *
rotas_json(struct open_calls *o)
{
	const struct config *conf = o->core.conf;
	json_t *list = json_array();

	for (size_t i = 0; i < conf->n_rotas; i++) {
		char *who = on_call(o, &conf->rotas[i]);

		json_array_append_new(
		    list, json_pack("{s:s, s:s?}", "rota", conf->rotas[i].name,
			      "who", who == NULL || *who == '\0' ? NULL : who));
		free(who);
	}
	return list;
}
