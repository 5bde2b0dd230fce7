#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/send/confirm.h"
#include "alertctl/ui/out.h"
#include "alertctl/oncall/rotas.h"
#include "alertctl/run.h"
#include "alertctl/send/running.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/running.h"
#include "base/str.h"

/* The rota of --rota, or the only one; NULL with the exit status told. */
static const struct rota_conf *
find_rota(const struct ctl *c, int *status)
{
	const struct config *f = c->conf;
	const char *name = ctl_option(c, "rota");
	const struct rota_conf *r = NULL;
	struct strv names = {0};
	char *hint, *all;

	if (name != NULL)
		r = config_rota(f, name);
	else if (f->n_rotas == 1)
		r = &f->rotas[0];
	if (r != NULL)
		return r;
	for (size_t i = 0; i < f->n_rotas; i++)
		strv_add(&names, f->rotas[i].name);
	hint = rotas_hint(name == NULL ? "" : name, &names);
	all = strv_join(&names, ", ");
	if (f->n_rotas == 0)
		*status = ctl_fail(EX_NOINPUT,
		    _("there are no rotas; make one in rotas: of the "
		      "configuration"));
	else if (name == NULL)
		*status = ctl_fail(
		    EX_USAGE, _("say which rota with --rota: %s"), all);
	else
		*status = ctl_fail(
		    EX_NOINPUT, _("there is no rota \"%s\"; %s"), name, hint);
	free(all);
	free(hint);
	strv_clear(&names);
	return NULL;
}

static int
unknown_member(
    const struct members *l, const struct rota_conf *r, const char *who)
{
	struct strv names = {0};
	char *hint;
	int status;

	for (size_t i = 0; i < l->n; i++)
		strv_add(&names, l->v[i].name);
	hint = rotas_hint(who, &names);
	status = ctl_fail(EX_NOINPUT,
	    _("\"%s\" is no contact of the team %s; %s"), who, r->team, hint);
	free(hint);
	strv_clear(&names);
	return status;
}

/* The name as the contact bears it; NULL with the exit status told. */
static char *
find_member(struct ctl *c, const struct rota_conf *r, int *status)
{
	struct members l = {0};
	const struct member *m;
	char *name = NULL;
	struct err e;

	if (core_members(c->store, r->team, &l, &e) == -1)
		*status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	else if ((m = members_named(&l, c->args[0])) == NULL)
		*status = unknown_member(&l, r, c->args[0]);
	else
		name = xstrdup(m->name);
	members_clear(&l);
	return name;
}

static int
read_times(const struct ctl *c, int64_t now, struct cover *k)
{
	const char *form = _("give 23:10, \"2026-12-24 08:00\", 2h or RFC "
			     "3339");
	const char *from = ctl_option(c, "from");
	const char *until = ctl_option(c, "until");

	k->from = now;
	if (until == NULL)
		return ctl_fail(EX_USAGE, _("--until is missing: %s"), form);
	if (from != NULL && parse_time_arg(from, now, true, &k->from) == -1)
		return ctl_fail(EX_USAGE, _("--from %s: %s"), from, form);
	if (parse_time_arg(until, k->from, true, &k->until) == -1)
		return ctl_fail(EX_USAGE, _("--until %s: %s"), until, form);
	if (k->until <= k->from)
		return ctl_fail(
		    EX_DATAERR, _("the cover would end before it begins"));
	if (k->until <= now)
		return ctl_fail(
		    EX_DATAERR, _("the cover would be over already"));
	return 0;
}

/* Whose hours they are now. */
static int
show_replaced(
    struct core *core, const struct rota_conf *conf, const struct cover *k)
{
	struct duties spans = {0};
	char from[WHEN_SIZE], until[WHEN_SIZE];
	struct rota r;
	struct err e;

	if (core_rota(core, conf, k->from, k->until, &r, &e) == -1) {
		rota_clear(&r);
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	}
	rota_spans(&r, k->from, k->until, &spans);
	printf(_("%s takes the rota %s from %s until %s, in place of\n"),
	    k->who, k->rota, out_when(k->from, from),
	    out_when(k->until, until));
	for (size_t i = 0; i < spans.n; i++) {
		const struct duty *d = &spans.v[i];

		printf("  %s  %s  %s (%s)\n", out_when(d->from, from),
		    out_when(d->until, until),
		    d->source == DUTY_GAP ? _("nobody") : d->who,
		    _(duty_source_name(d->source)));
	}
	duties_clear(&spans);
	rota_clear(&r);
	return 0;
}

static void
say_set(struct ctl *c, const struct cover *k)
{
	bool daemon = daemon_wake(c->conf->store);
	json_t *j;

	c->done = true;
	if (!c->json) {
		printf(_("Cover %" PRId64 " is set; \"alertctl oncall uncover "
			 "%" PRId64 "\" takes it back.\n"),
		    k->id, k->id);
		return;
	}
	j = json_pack("{s:I, s:s, s:s, s:o, s:o, s:b}", "id", (json_int_t)k->id,
	    "rota", k->rota, "who", k->who, "from", json_time(k->from), "until",
	    json_time(k->until), "daemon", daemon);
	out_json(j);
}

static int
set_cover(struct ctl *c, struct core *core, const struct rota_conf *r,
    struct cover *k)
{
	int64_t now = clock_read().wall;
	struct err e;
	int status = read_times(c, now, k);

	if (status == 0 && !c->json)
		status = show_replaced(core, r, k);
	if (status != 0)
		return status;
	status = confirm_phrase(c, "COVER");
	if (status != -1)
		return status;
	if (core_cover(core, k, now, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	say_set(c, k);
	return EX_OK;
}

int
run_oncall_cover(struct ctl *c)
{
	struct cover k = {0};
	struct core core;
	const struct rota_conf *r = NULL;
	int status = rotas_open(c, true, &core);

	if (status == 0)
		r = find_rota(c, &status);
	if (r != NULL)
		k.who = find_member(c, r, &status);
	if (k.who != NULL) {
		k.rota = xstrdup(r->name);
		status = set_cover(c, &core, r, &k);
	}
	cover_clear(&k);
	return status;
}

int
run_oncall_uncover(struct ctl *c)
{
	struct cover k = {0};
	struct core core;
	struct err e;
	int64_t id;
	int r, status = rotas_open(c, true, &core);

	if (status != 0)
		return status;
	if (parse_int(c->args[0], 1, INT64_MAX, &id) == -1)
		return ctl_fail(EX_USAGE,
		    _("\"%s\" is no cover: give its number, as \"alertctl "
		      "oncall\" lists it"),
		    c->args[0]);
	r = store_cover_get(c->store, id, &k, &e);
	if (r == 0)
		status = ctl_fail(EX_NOINPUT,
		    _("there is no cover %" PRId64
		      "; \"alertctl oncall\" lists "
		      "them"),
		    id);
	else if (r == -1 ||
		 core_uncover(&core, id, clock_read().wall, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	else if (c->json)
		out_json(json_pack("{s:I, s:b}", "removed", (json_int_t)id,
		    "daemon", daemon_wake(c->conf->store)));
	else
		printf(_("Cover %" PRId64 " of %s in the rota %s is taken "
			 "back.\n"),
		    id, k.who, k.rota);
	if (status == 0 && !c->json)
		daemon_wake(c->conf->store);
	c->done = status == 0;
	cover_clear(&k);
	return status;
}
