#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/hash.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "conf/ways.h"
#include "core/call.h"
#include "core/parts.h"

/*
 * The teams in the order of the configuration, or as they came. Steps that are
 * given name theirs; to make steps of, only those with contacts.
 */
static size_t
list_teams(const struct core *c, const struct roster *r, struct team_conf *out)
{
	const struct escalation_conf *conf = &c->conf->escalation;
	bool all = conf->n_steps > 0;
	size_t n = 0;

	for (size_t i = 0; i < conf->n_teams; i++)
		if (all || core_contacts_of(
			       &r->contacts, conf->teams[i].code, NULL) > 0)
			out[n++] = conf->teams[i];
	for (size_t i = 0; conf->n_teams == 0 && i < r->orgs.n; i++) {
		const struct org *o = &r->orgs.v[i];

		if (all || core_contacts_of(&r->contacts, o->code, NULL) > 0)
			out[n++] = (struct team_conf){o->code, o->name};
	}
	return n;
}

int
core_roster_open(struct core *c, struct roster *r, struct err *e)
{
	struct team_conf *teams;
	size_t n;

	*r = (struct roster){0};
	if (store_teams(c->store, &r->orgs, e) == -1 ||
	    store_team_contacts(c->store, &r->contacts, e) == -1) {
		core_roster_clear(r);
		return -1;
	}
	teams = xcalloc(
	    r->orgs.n + c->conf->escalation.n_teams, sizeof(*teams));
	n = list_teams(c, r, teams);
	steps_make(c->conf, teams, n, &r->steps);
	free(teams);
	return 0;
}

void
core_roster_clear(struct roster *r)
{
	orgs_clear(&r->orgs);
	contacts_clear(&r->contacts);
	steps_clear(&r->steps);
	*r = (struct roster){0};
}

size_t
core_contacts_of(
    const struct contacts *all, const char *code, struct contacts *out)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++) {
		if (!all->v[i].enabled || !str_eq(all->v[i].org, code))
			continue;
		n++;
		if (out != NULL)
			contacts_add(out, &all->v[i]);
	}
	return n;
}

static bool
same(const char *a, const char *b)
{
	return *a != '\0' && strcasecmp(a, b) == 0;
}

/* Without the addresses of a channel that is off. */
static void
add_person(const struct core *c, struct people *l, const struct person *p)
{
	struct person fine = *p;
	char none[] = "";

	if (!config_sends(c->conf, CHANNEL_MAIL))
		fine.email = none;
	if (!config_sends(c->conf, CHANNEL_SMS))
		fine.phone = none;
	people_merge(l, &fine);
}

static void
add_contact(const struct core *c, struct people *l, const struct contact *k,
    const struct step *s)
{
	char none[] = "";
	char *key = xasprintf("%s.%lld", k->org, (long long)k->id);
	struct person p = {
	    .key = key,
	    .org = k->org,
	    .name = *k->name != '\0' ? k->name : k->email,
	    .email = s->mail ? k->email : none,
	    .phone = s->sms ? k->phone : none,
	};

	if (*p.name == '\0')
		p.name = k->phone;
	add_person(c, l, &p);
	free(key);
}

/* Who of the team is on call; a gap, or a stranger, falls to the team. */
static void
find_on_call(struct core *c, const struct roster *r, const struct step *s,
    int64_t now, bool *found, struct people *out)
{
	struct err why;
	char *who = NULL;

	*found = false;
	if (*s->rota == '\0')
		return;
	/* Whatever is wrong with a rota, somebody is paged. */
	if (core_on_call(c, s->rota, now, &who, &why) == -1) {
		log_error(
		    "rota %s: %s; the whole team is paged", s->rota, why.msg);
		return;
	}
	for (size_t i = 0; *who != '\0' && i < r->contacts.n; i++) {
		const struct contact *k = &r->contacts.v[i];

		if (!k->enabled || !str_eq(k->org, s->team) ||
		    !same(k->name, who))
			continue;
		*found = true;
		add_contact(c, out, k, s);
	}
	if (!*found)
		log_warn("rota %s: %s%s; the whole team is paged", s->rota,
		    *who == '\0' ? "nobody is on call" : who,
		    *who == '\0' ? "" : " is no contact of its team");
	free(who);
}

void
core_step_people(struct core *c, const struct roster *r, const struct step *s,
    int64_t now, struct people *out)
{
	struct contacts team = {0};
	bool found;

	find_on_call(c, r, s, now, &found, out);
	if (found)
		return;
	core_contacts_of(&r->contacts, s->team, &team);
	for (size_t i = 0; i < team.n; i++)
		add_contact(c, out, &team.v[i], s);
	contacts_clear(&team);
}

/* Its key is the address's own: a list that changes is no other person. */
static void
add_address(const struct core *c, struct people *out, char *address, bool phone)
{
	char key[24], hash[HASH_SIZE], org[] = "alarm", none[] = "";

	sha256_hex(address, strlen(address), hash);
	snprintf(key, sizeof(key), "alarm.%.12s", hash);
	add_person(c, out,
	    &(struct person){.key = key,
		.org = org,
		.name = address,
		.email = phone ? none : address,
		.phone = phone ? address : none});
}

void
core_alarm_people(const struct core *c, struct people *out)
{
	const struct alarm_conf *a = &c->conf->alarm;

	for (size_t i = 0; i < a->mail.n; i++)
		add_address(c, out, a->mail.v[i], false);
	for (size_t i = 0; i < a->sms.n; i++)
		add_address(c, out, a->sms.v[i], true);
}

static bool
have_mail(const struct people *l)
{
	for (size_t i = 0; i < l->n; i++)
		if (*l->v[i].email != '\0')
			return true;
	return false;
}

void
core_first_people(struct core *c, const struct roster *r, bool by_mail,
    int64_t now, struct people *out)
{
	struct people l = {0};

	for (size_t i = 0; i < r->steps.n; i++) {
		core_step_people(c, r, &r->steps.v[i], now, &l);
		if (by_mail ? have_mail(&l) : l.n > 0)
			break;
	}
	core_alarm_people(c, &l);
	for (size_t i = 0; i < l.n; i++)
		people_merge(out, &l.v[i]);
	people_clear(&l);
}

void
core_all_people(
    struct core *c, const struct roster *r, int64_t now, struct people *out)
{
	for (size_t i = 0; i < r->steps.n; i++)
		core_step_people(c, r, &r->steps.v[i], now, out);
	core_alarm_people(c, out);
}
