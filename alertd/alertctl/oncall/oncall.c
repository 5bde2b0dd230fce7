#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/ctl.h"
#include "alertctl/ui/out.h"
#include "alertctl/oncall/rotas.h"
#include "alertctl/run.h"
#include "base/clock.h"
#include "base/str.h"
#include "core/call.h"
#include "store/oncall.h"

#define DAYS 14
#define DAYS_MOST 366

/* What is asked: from when to when. */
struct window {
	int64_t from, until;
};

/* Of one rota. */
struct view {
	const struct rota_conf *conf;
	struct window w;
	struct rota rota;
	struct duties spans;
	struct covers covers;
	struct calendar_state calendar;
};

static void
view_clear(struct view *v)
{
	rota_clear(&v->rota);
	duties_clear(&v->spans);
	covers_clear(&v->covers);
	calendar_state_clear(&v->calendar);
}

static int
view_open(struct core *core, const struct rota_conf *conf, struct window w,
    struct view *v, struct err *e)
{
	*v = (struct view){.conf = conf, .w = w};
	if (core_rota(core, conf, w.from, w.until, &v->rota, e) == -1 ||
	    store_covers(core->store, conf->name, w.from, &v->covers, e) ==
		-1 ||
	    store_calendar_get(core->store, conf->name, &v->calendar, e) == -1)
		return -1;
	rota_spans(&v->rota, w.from, w.until, &v->spans);
	return 0;
}

/* The end of a span, TIME_NONE when it lies beyond what was asked. */
static int64_t
end_of(const struct view *v, const struct duty *d)
{
	return d->until >= v->w.until ? TIME_NONE : d->until;
}

static json_t *
who_json(const struct duty *d)
{
	return d->source == DUTY_GAP ? json_null() : json_string(d->who);
}

static json_t *
span_json(const struct view *v, const struct duty *d)
{
	json_t *j = json_pack("{s:o, s:s, s:o, s:o}", "who", who_json(d),
	    "source", duty_source_name(d->source), "from", json_time(d->from),
	    "until", json_time(end_of(v, d)));

	if (d->source == DUTY_COVER)
		json_object_set_new(j, "cover", json_integer(d->id));
	return j;
}

static json_t *
cover_json(const struct cover *k)
{
	return json_pack("{s:I, s:s, s:s, s:o, s:o, s:o, s:s}", "id",
	    (json_int_t)k->id, "rota", k->rota, "who", k->who, "from",
	    json_time(k->from), "until", json_time(k->until), "made",
	    json_time(k->made), "by", k->by);
}

static json_t *
calendar_json(const struct view *v)
{
	const struct calendar_state *s = &v->calendar;
	const struct rota *r = &v->rota;

	if (*v->conf->calendar == '\0')
		return json_null();
	return json_pack("{s:o, s:o, s:s, s:I, s:s?, s:o}", "fetched",
	    json_time(s->fetched), "failing_since", json_time(s->failing),
	    "error", s->why, "strangers", (json_int_t)r->strangers, "stranger",
	    r->stranger, "stranger_at",
	    json_time(r->strangers > 0 ? r->stranger_at : TIME_NONE));
}

static json_t *
view_json(const struct view *v)
{
	json_t *spans = json_array(), *covers = json_array(), *j;
	size_t gaps;

	for (size_t i = 0; i < v->spans.n; i++)
		json_array_append_new(spans, span_json(v, &v->spans.v[i]));
	for (size_t i = 0; i < v->covers.n; i++)
		json_array_append_new(covers, cover_json(&v->covers.v[i]));
	duties_gap(&v->spans, &gaps);
	j = span_json(v, &v->spans.v[0]);
	json_object_set_new(j, "rota", json_string(v->conf->name));
	json_object_set_new(j, "team", json_string(v->conf->team));
	json_object_set_new(j, "gaps", json_integer((json_int_t)gaps));
	json_object_set_new(j, "spans", spans);
	json_object_set_new(j, "covers", covers);
	json_object_set_new(j, "calendar", calendar_json(v));
	return j;
}

static void
print_who(const struct duty *d)
{
	if (d->source == DUTY_GAP)
		fputs(_("nobody: the whole team is paged"), stdout);
	else
		printf("%s (%s)", d->who, _(duty_source_name(d->source)));
}

static void
print_calendar(const struct view *v)
{
	const struct calendar_state *s = &v->calendar;
	const struct rota *r = &v->rota;
	char when[WHEN_SIZE];

	if (*v->conf->calendar == '\0')
		return;
	if (s->fetched == TIME_NONE)
		puts(_("  calendar: not read yet"));
	else
		printf(_("  calendar: read last %s\n"),
		    out_when(s->fetched, when));
	if (s->failing != TIME_NONE)
		printf(_("  calendar: FAILING since %s: %s\n"),
		    out_when(s->failing, when), s->why);
	if (r->strangers > 0)
		printf(tr_n("  calendar: %zu event of nobody of the team, the "
			    "first \"%s\" at %s\n",
			   "  calendar: %zu events of nobody of the team, the "
			   "first \"%s\" at %s\n",
			   r->strangers),
		    r->strangers, r->stranger, out_when(r->stranger_at, when));
}

static void
print_view(const struct view *v)
{
	const struct duty *first = &v->spans.v[0];
	char from[WHEN_SIZE], until[WHEN_SIZE];

	printf("%s: ", v->conf->name);
	print_who(first);
	if (end_of(v, first) == TIME_NONE)
		printf(_(", until after %s\n"), out_when(v->w.until, until));
	else
		printf(_(", until %s\n"), out_when(first->until, until));
	for (size_t i = 1; i < v->spans.n; i++) {
		const struct duty *d = &v->spans.v[i];

		printf("  %s  ", out_when(d->from, from));
		out_padded(end_of(v, d) == TIME_NONE
			       ? _("and on")
			       : out_when(d->until, until),
		    strlen("2026-03-28 22:13"));
		fputs("  ", stdout);
		print_who(d);
		putchar('\n');
	}
	for (size_t i = 0; i < v->covers.n; i++) {
		const struct cover *k = &v->covers.v[i];

		printf(
		    _("  cover %" PRId64 ": %s from %s until %s, set by %s\n"),
		    k->id, k->who, out_when(k->from, from),
		    out_when(k->until, until), k->by);
	}
	print_calendar(v);
}

static int
read_window(const struct ctl *c, struct window *w)
{
	const char *at = ctl_option(c, "at"), *days = ctl_option(c, "days");
	int64_t now = clock_read().wall, n = DAYS;

	w->from = now;
	if (at != NULL && parse_time_arg(at, now, true, &w->from) == -1)
		return ctl_fail(EX_USAGE,
		    _("--at %s: give 23:10, \"2026-12-24 08:00\", 2h or RFC "
		      "3339"),
		    at);
	if (days != NULL && parse_int(days, 1, DAYS_MOST, &n) == -1)
		return ctl_fail(EX_USAGE,
		    _("--days %s: give a whole number from 1 to %d"), days,
		    DAYS_MOST);
	w->until = w->from + n * 86400;
	return 0;
}

/* Without rotas: whom each step pages. */
static int
print_teams(struct core *core)
{
	struct roster r;
	struct err e;

	if (core_roster_open(core, &r, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	puts(_("There are no rotas: the whole team is paged at each step.\n"
	       "alertd.yaml(5), section ROTAS, says how to make one."));
	for (size_t i = 0; i < r.steps.n; i++) {
		const struct step *s = &r.steps.v[i];

		printf("  %zu  %s:", i + 1, s->name);
		for (size_t k = 0, n = 0; k < r.contacts.n; k++)
			if (r.contacts.v[k].enabled &&
			    str_eq(r.contacts.v[k].org, s->team))
				printf("%s %s", n++ > 0 ? "," : "",
				    r.contacts.v[k].name);
		putchar('\n');
	}
	if (r.steps.n == 0)
		puts(
		    _("No team has a contact: \"alertctl contacts add medcom\" "
		      "makes one."));
	core_roster_clear(&r);
	return EX_OK;
}

int
run_oncall(struct ctl *c)
{
	struct window w;
	struct core core;
	json_t *list = json_array();
	struct err e;
	int status = rotas_open(c, false, &core);

	if (status == 0)
		status = read_window(c, &w);
	for (size_t i = 0; status == 0 && i < c->conf->n_rotas; i++) {
		struct view v;

		if (view_open(&core, &c->conf->rotas[i], w, &v, &e) == -1)
			status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
		else if (c->json)
			json_array_append_new(list, view_json(&v));
		else
			print_view(&v);
		view_clear(&v);
	}
	if (status == 0 && c->json)
		out_json(json_incref(list));
	else if (status == 0 && c->conf->n_rotas == 0)
		status = print_teams(&core);
	json_decref(list);
	return status;
}
