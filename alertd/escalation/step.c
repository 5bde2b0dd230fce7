#include <stdlib.h>

#include "base/mem.h"
#include "escalation/step.h"

#define MINUTE 60

static void
add(struct steps *l, const struct step *s)
{
	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = *s;
}

static const char *
name_of(const struct team_conf *teams, size_t n, const char *code)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(teams[i].code, code))
			return teams[i].name;
	return code;
}

static void
add_configured(const struct config *conf, const struct step_conf *s,
    const struct team_conf *teams, size_t n, struct steps *out)
{
	const struct rota_conf *rota = config_rota(conf, s->rota);
	const char *team = rota == NULL ? s->team : rota->team;
	const char *name = *s->name != '\0' ? s->name : name_of(teams, n, team);

	add(out, &(struct step){
		     .name = xstrdup(name),
		     .team = xstrdup(team),
		     .rota = xstrdup(s->rota),
		     .mail = strv_has(&s->channels, "mail"),
		     .sms = strv_has(&s->channels, "sms"),
		     .wait = s->wait,
		 });
}

static void
add_made(const struct team_conf *t, const char *rota, int64_t wait,
    struct steps *out)
{
	add(out,
	    &(struct step){
		.name = *rota == '\0' ? xstrdup(t->name)
				      : xasprintf("vagten hos %s", t->name),
		.team = xstrdup(t->code),
		.rota = xstrdup(rota),
		.mail = true,
		.sms = true,
		.wait = wait,
	    });
}

static const char *
rota_of(const struct config *conf, const char *team)
{
	for (size_t i = 0; i < conf->n_rotas; i++)
		if (str_eq(conf->rotas[i].team, team))
			return conf->rotas[i].name;
	return "";
}

void
steps_make(const struct config *conf, const struct team_conf *teams,
    size_t n_teams, struct steps *out)
{
	const struct escalation_conf *c = &conf->escalation;

	*out = (struct steps){0};
	for (size_t i = 0; i < c->n_steps; i++)
		add_configured(conf, &c->steps[i], teams, n_teams, out);
	if (c->n_steps > 0)
		return;
	for (size_t i = 0; i < n_teams; i++) {
		const char *rota = rota_of(conf, teams[i].code);

		if (*rota != '\0')
			add_made(&teams[i], rota, 10 * MINUTE, out);
		add_made(&teams[i], "", (i == 0 ? 10 : 15) * MINUTE, out);
	}
}

void
steps_clear(struct steps *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].name);
		free(l->v[i].team);
		free(l->v[i].rota);
	}
	free(l->v);
	*l = (struct steps){0};
}

int64_t
steps_longest(const struct steps *l, const struct escalation_conf *c)
{
	int64_t longest = c->after;

	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].wait > longest)
			longest = l->v[i].wait;
	return longest;
}
