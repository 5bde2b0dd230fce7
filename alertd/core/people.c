#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "core/call.h"
#include "core/parts.h"

int
core_roster_open(struct core *c, struct roster *r, struct err *e)
{
	struct team_conf *teams;
	size_t n = 0;

	*r = (struct roster){0};
	if (store_orgs(c->store, &r->orgs, e) == -1 ||
	    store_contacts(c->store, &r->contacts, e) == -1) {
		core_roster_clear(r);
		return -1;
	}
	teams = xcalloc(r->orgs.n, sizeof(*teams));
	for (size_t i = 0; i < r->orgs.n; i++) {
		const struct org *o = &r->orgs.v[i];

		if (o->kind == ORG_ONCALL &&
		    core_contacts_of(&r->contacts, o->code, NULL) > 0)
			teams[n++] = (struct team_conf){o->code, o->name};
	}
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

/* An address that somebody before him has is not paged twice. */
static void
add_person(struct people *l, const struct person *p)
{
	struct person new = *p;

	for (size_t i = 0; i < l->n; i++) {
		if (same(new.email, l->v[i].email))
			new.email = (char[]){""};
		if (same(new.phone, l->v[i].phone))
			new.phone = (char[]){""};
	}
	if (*new.email != '\0' || *new.phone != '\0')
		people_add(l, &new);
}

static void
add_contact(struct people *l, const struct contact *k, const struct step *s)
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
	add_person(l, &p);
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
		add_contact(out, k, s);
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
		add_contact(out, &team.v[i], s);
	contacts_clear(&team);
}

void
core_alarm_people(const struct core *c, struct people *out)
{
	const struct alarm_conf *a = &c->conf->alarm;
	char key[32], org[] = "alarm", none[] = "";

	for (size_t i = 0; i < a->mail.n; i++) {
		snprintf(key, sizeof(key), "alarm.mail.%zu", i);
		add_person(out, &(struct person){key, org, a->mail.v[i],
				    a->mail.v[i], none, 0});
	}
	for (size_t i = 0; i < a->sms.n; i++) {
		snprintf(key, sizeof(key), "alarm.sms.%zu", i);
		add_person(out, &(struct person){key, org, a->sms.v[i], none,
				    a->sms.v[i], 0});
	}
}

void
core_first_people(
    struct core *c, const struct roster *r, int64_t now, struct people *out)
{
	size_t before = out->n;

	for (size_t i = 0; i < r->steps.n && out->n == before; i++)
		core_step_people(c, r, &r->steps.v[i], now, out);
	core_alarm_people(c, out);
}

void
core_all_people(
    struct core *c, const struct roster *r, int64_t now, struct people *out)
{
	for (size_t i = 0; i < r->steps.n; i++)
		core_step_people(c, r, &r->steps.v[i], now, out);
	core_alarm_people(c, out);
}
