#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/calls.h"
#include "alertctl/out.h"
#include "base/mem.h"
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
print_owner(
    const struct open_calls *o, const struct call *c, const char *before)
{
	int64_t lapses = chain_lapses(c, &o->core.conf->escalation);
	char when[WHEN_SIZE];

	printf("%staken by %s since %s", before, c->owner,
	    out_when(c->taken, when));
	if (c->attended > c->taken)
		printf(", last heard of %s", out_when(c->attended, when));
	if (c->incident != 0 && lapses != TIME_NONE)
		printf("; rings again %s if nothing is done",
		    out_when(lapses, when));
	putchar('\n');
}

static void
print_paged(
    const struct open_calls *o, const struct call *c, const char *before)
{
	const struct people *l = paged(o, c);
	struct chain_place last = last_of(o, c);
	char when[WHEN_SIZE];

	if (!has_paged(o, c)) {
		printf("%sRINGS: nobody has been paged yet\n", before);
		return;
	}
	printf("%sRINGS: %s paged %s", before, step_name(o, &last),
	    out_when(c->paged_at, when));
	if (!last.all)
		printf(", round %" PRId64 " of %" PRId64, last.round + 1,
		    o->core.conf->escalation.rounds);
	for (size_t i = 0; i < l->n; i++)
		printf("%s%s", i == 0 ? "; so far " : ", ", l->v[i].name);
	putchar('\n');
}

static void
print_next(const struct open_calls *o, const struct call *c)
{
	struct chain_place next = next_of(o, c);
	char when[WHEN_SIZE], span[WHEN_SIZE];

	printf("next %s %s (%s%s)", step_name(o, &next),
	    out_when(next.at, when), next.at > o->now ? "in " : "due",
	    next.at > o->now ? out_span(next.at - o->now, span) : "");
}

void
call_print(const struct open_calls *o, const struct call *c,
    const struct incident *i, const char *before)
{
	if (!rings(c)) {
		print_owner(o, c, before);
		return;
	}
	print_paged(o, c, before);
	printf("%*s", (int)strlen(before), "");
	print_next(o, c);
	if (i == NULL)
		printf(": alertctl ack --call %" PRId64, c->id);
	else if (i->state == INCIDENT_OPEN)
		printf(": alertctl ack %" PRId64, i->id);
	putchar('\n');
}

/* Of a call about an alarm, in English; free(). */
static char *
sentence(const struct call *c)
{
	struct alarm a;

	return core_call_alarm(c, &a) ? alarm_sentence(&a) : xstrdup(c->alarm);
}

void
alarms_print(const struct open_calls *o)
{
	for (size_t i = 0; i < o->l.n; i++) {
		const struct call *c = &o->l.v[i];
		char *what, number[32];

		if (c->incident != 0)
			continue;
		what = sentence(c);
		snprintf(number, sizeof(number), "call %" PRId64, c->id);
		printf("%-8s %s\n", number, what);
		call_print(o, c, NULL, "         ");
		free(what);
	}
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
rotas_print(struct open_calls *o)
{
	const struct config *conf = o->core.conf;

	for (size_t i = 0; i < conf->n_rotas; i++) {
		char *who = on_call(o, &conf->rotas[i]);

		printf("on call  %s: %s\n", conf->rotas[i].name,
		    who == NULL	   ? "cannot be read"
		    : *who == '\0' ? "nobody, so the whole team is paged"
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
