#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alertctl/ui/out.h"
#include "alertctl/check/rotas.h"
#include "alertctl/oncall/rotas.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "escalation/calendar.h"
#include "store/oncall.h"
#include "store/orgs.h"

#define DAY INT64_C(86400)
#define DAYS 365

struct checking {
	const struct config *conf;
	struct store *store; /* NULL: there is none yet */
	struct strv teams; /* codes; of the configuration and the store */
	struct diags *mistakes, *remarks;
};

static int
list_teams(struct checking *k, struct err *e)
{
	const struct escalation_conf *c = &k->conf->escalation;
	struct orgs orgs = {0};
	int r = 0;

	for (size_t i = 0; i < c->n_teams; i++)
		strv_add(&k->teams, c->teams[i].code);
	if (k->store != NULL)
		r = store_orgs(k->store, &orgs, e);
	for (size_t i = 0; i < orgs.n; i++)
		if (orgs.v[i].kind == ORG_ONCALL &&
		    !strv_has(&k->teams, orgs.v[i].code))
			strv_add(&k->teams, orgs.v[i].code);
	orgs_clear(&orgs);
	return r;
}

static void
check_team(struct checking *k, const struct rota_conf *r)
{
	char *hint;

	/* Which are built in is known when there is a store. */
	if (k->store == NULL || strv_has(&k->teams, r->team))
		return;
	hint = rotas_hint(r->team, &k->teams);
	diags_add(k->mistakes, k->conf->file, r->line, r->col,
	    _("rotas[].team: there is no on-call team \"%s\"; %s"), r->team,
	    hint);
	free(hint);
}

static void
check_name(struct checking *k, const struct members *l, const char *key,
    const char *name, unsigned line, unsigned col)
{
	struct strv names = {0};
	char *hint;

	if (members_named(l, name) != NULL)
		return;
	for (size_t i = 0; i < l->n; i++)
		strv_add(&names, l->v[i].name);
	hint = rotas_hint(name, &names);
	diags_add(k->mistakes, k->conf->file, line, col,
	    _("%s: \"%s\" is no contact of the team; %s"), key, name, hint);
	free(hint);
	strv_clear(&names);
}

static void
check_names(
    struct checking *k, const struct rota_conf *r, const struct members *l)
{
	if (l->n == 0) {
		if (k->store != NULL && strv_has(&k->teams, r->team))
			diags_add(k->remarks, k->conf->file, r->line, r->col,
			    _("rota %s: the team %s has no contacts, so nobody "
			      "is paged by it"),
			    r->name, r->team);
		return;
	}
	for (size_t i = 0; i < r->people.n; i++)
		check_name(
		    k, l, "rotas[].people", r->people.v[i], r->line, r->col);
	for (size_t i = 0; i < r->n_shifts; i++)
		check_name(k, l, "rotas[].shifts[].who", r->shifts[i].who,
		    r->shifts[i].line, r->shifts[i].col);
}

static void
check_used(struct checking *k, const struct rota_conf *r)
{
	const struct escalation_conf *c = &k->conf->escalation;

	for (size_t i = 0; i < c->n_steps; i++)
		if (str_eq(c->steps[i].rota, r->name))
			return;
	diags_add(k->remarks, k->conf->file, r->line, r->col,
	    _("rota %s: no step of escalation.steps uses it"), r->name);
}

/* A calendar's file as it is now, whatever the daemon has read. */
static void
check_file(
    struct checking *k, struct rota *r, const struct members *l, int64_t now)
{
	const struct rota_conf *conf = r->conf;
	struct calendar_team team = {.members = *l, .zone = k->conf->time_zone};
	struct calendar found = {0};
	char *text = NULL;
	struct err e;
	size_t n;

	if (strstr(conf->calendar, "://") != NULL)
		return;
	if (file_read(conf->calendar, LIMIT_CALENDAR, &text, &n, &e) == -1 ||
	    calendar_read(text, n, &team, now, now + DAYS * DAY, &found, &e) ==
		-1)
		diags_add(k->mistakes, k->conf->file, conf->line, conf->col,
		    _("rotas[].calendar: %s"), e.msg);
	for (size_t i = 0; i < found.shifts.n; i++)
		duties_add(
		    &r->calendar, found.shifts.v[i].who, &found.shifts.v[i]);
	calendar_clear(&found);
	free(text);
}

static bool
calendar_known(const struct checking *k, const struct rota_conf *r)
{
	struct calendar_state s = {0};
	bool known = false;

	if (*r->calendar == '\0' || strstr(r->calendar, "://") == NULL)
		return true;
	if (k->store != NULL &&
	    store_calendar_get(k->store, r->name, &s, NULL) == 1)
		known = s.fetched != TIME_NONE;
	calendar_state_clear(&s);
	return known;
}

static void
check_gaps(struct checking *k, const struct rota *r, int64_t now)
{
	const struct rota_conf *conf = r->conf;
	struct duties spans = {0};
	char from[WHEN_SIZE], until[WHEN_SIZE];
	const struct duty *gap;
	size_t n;

	if (!calendar_known(k, conf)) {
		diags_add(k->remarks, k->conf->file, conf->line, conf->col,
		    _("rota %s: its calendar has not been read yet, so its "
		      "gaps "
		      "are not known"),
		    conf->name);
		return;
	}
	rota_spans(r, now, now + DAYS * DAY, &spans);
	gap = duties_gap(&spans, &n);
	if (gap != NULL)
		diags_add(k->remarks, k->conf->file, conf->line, conf->col,
		    tr_n("rota %s: %zu gap in the next %d days, the first "
			 "from %s until %s; the whole team is paged then",
			"rota %s: %zu gaps in the next %d days, the first "
			"from %s until %s; the whole team is paged then",
			n),
		    conf->name, n, DAYS, out_when(gap->from, from),
		    out_when(gap->until, until));
	duties_clear(&spans);
}

static int
check_rota(struct checking *k, const struct rota_conf *conf, struct err *e)
{
	struct core core = {.conf = k->conf, .store = k->store, .actor = ""};
	int64_t now = clock_read().wall;
	struct members l = {0};
	struct rota r;
	int rc = 0;

	rota_init(&r, conf);
	if (k->store != NULL) {
		rota_clear(&r);
		rc = core_rota(&core, conf, now, now + DAYS * DAY, &r, e);
	}
	if (rc == 0 && k->store != NULL)
		rc = core_members(k->store, conf->team, &l, e);
	if (rc == 0) {
		check_team(k, conf);
		check_names(k, conf, &l);
		check_used(k, conf);
		if (*conf->calendar != '\0')
			check_file(k, &r, &l, now);
		check_gaps(k, &r, now);
	}
	members_clear(&l);
	rota_clear(&r);
	return rc;
}

void
rotas_check(const struct config *conf, struct store *store,
    struct diags *mistakes, struct diags *remarks)
{
	struct checking k = {.conf = conf,
	    .store = store,
	    .mistakes = mistakes,
	    .remarks = remarks};
	struct err e = {""};
	int r = 0;

	if (conf->n_rotas == 0)
		return;
	r = list_teams(&k, &e);
	for (size_t i = 0; r == 0 && i < conf->n_rotas; i++)
		r = check_rota(&k, &conf->rotas[i], &e);
	if (r == -1)
		diags_add(remarks, conf->store, 0, 0,
		    _("names of rotas are not compared: %s"), e.msg);
	strv_clear(&k.teams);
}
