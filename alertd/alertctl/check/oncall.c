#include <unistd.h>

#include "alertctl/check/oncall.h"
#include "base/tr.h"
#include "core/call.h"

struct checking {
	const struct config *conf;
	struct store *store; /* NULL: there is none yet */
	struct roster roster;
	struct diags *remarks;
};

/* Whether somebody of the team has an address for one of the channels. */
static bool
reaches(const struct checking *k, const char *team, bool mail, bool sms)
{
	for (size_t i = 0; i < k->roster.contacts.n; i++) {
		const struct contact *c = &k->roster.contacts.v[i];

		if (c->enabled && str_eq(c->org, team) &&
		    ((mail && *c->email != '\0') || (sms && *c->phone != '\0')))
			return true;
	}
	return false;
}

static void
check_steps(const struct checking *k)
{
	const struct steps *l = &k->roster.steps;

	for (size_t i = 0; i < l->n; i++) {
		const struct step *s = &l->v[i];

		if (s->sms && !s->mail && k->conf->sms.off)
			diags_add(k->remarks, k->conf->file, 0, 0,
			    _("escalation: step %s pages by SMS alone, and SMS "
			      "are off: add mail to its channels, or sms:"),
			    s->name);
		if (!reaches(k, s->team, s->mail, s->sms))
			diags_add(k->remarks, k->conf->file, 0, 0,
			    s->mail && s->sms
				? _("escalation: step %s pages nobody: team %s "
				    "has no contact with an address or a "
				    "number, see \"alertctl contacts import\"")
			    : s->mail
				? _("escalation: step %s pages nobody: team %s "
				    "has no contact with an address, see "
				    "\"alertctl contacts import\"")
				: _("escalation: step %s pages nobody: team %s "
				    "has no contact with a number, see "
				    "\"alertctl contacts import\""),
			    s->name, s->team);
	}
}

/* Of the chain that is made from the teams: who is not in it. */
static void
check_teams(const struct checking *k)
{
	for (size_t i = 0; i < k->roster.orgs.n; i++) {
		const struct org *o = &k->roster.orgs.v[i];

		if (o->kind == ORG_ONCALL && !reaches(k, o->code, true, true))
			diags_add(k->remarks, k->conf->file, 0, 0,
			    _("escalation: team %s (%s) has no contact, so it "
			      "is "
			      "never paged, see \"alertctl contacts import\""),
			    o->code, o->name);
	}
}

static bool
anybody(const struct checking *k)
{
	for (size_t i = 0; i < k->roster.orgs.n; i++)
		if (k->roster.orgs.v[i].kind == ORG_ONCALL &&
		    reaches(k, k->roster.orgs.v[i].code, true, true))
			return true;
	return false;
}

/* They alone can be told what stands in no database. */
static void
check_alarm(const struct checking *k)
{
	const struct alarm_conf *a = &k->conf->alarm;

	if (a->mail.n + a->sms.n > 0)
		return;
	if (anybody(k))
		diags_add(k->remarks, k->conf->file, 0, 0,
		    _("alarm: is empty, so nobody can be told when the "
		      "database or the machine fails"));
	else
		diags_add(k->remarks, k->conf->file, 0, 0,
		    _("nobody is on call: no team has a contact, and alarm: is "
		      "empty, so nobody hears of anything"));
}

static void
check_links(const struct checking *k)
{
	const struct web_conf *w = &k->conf->web;
	bool links = !w->off && *w->base_url != '\0';

	if (!w->off && !links)
		diags_add(k->remarks, k->conf->file, 0, 0,
		    _("web.base_url: not given, so no page and no mail carries "
		      "a link"));
	if (k->conf->escalation.sms_link == ANSWER_YES && !links)
		diags_add(k->remarks, k->conf->file, 0, 0,
		    _("escalation.sms_link: without web.base_url there are no "
		      "links"));
}

/* Answers by SMS come in through a callback of a gateway. */
static void
check_replies(const struct checking *k)
{
	const struct sms_conf *s = &k->conf->sms;

	if (*k->conf->escalation.reply_number == '\0')
		return;
	if (k->conf->web.off) {
		diags_add(k->remarks, k->conf->file, 0, 0,
		    _("escalation.reply_number: without web: no reply comes "
		      "in"));
		return;
	}
	for (size_t i = 0; i < s->n_gateways; i++)
		if (!str_empty(s->gateways[i].callback_secret))
			return;
	diags_add(k->remarks, k->conf->file, 0, 0,
	    _("escalation.reply_number: no gateway has a callback_secret, so "
	      "no "
	      "reply comes in"));
}

/* False when there is none, or with a remark when it cannot be read. */
static bool
read_roster(struct checking *k)
{
	struct core core = {.conf = k->conf, .store = k->store};
	struct err e = {""};

	if (k->store == NULL)
		return false;
	if (core_roster_open(&core, &k->roster, &e) == 0)
		return true;
	diags_add(k->remarks, k->conf->store, 0, 0,
	    _("who can be paged is not known: %s"), e.msg);
	return false;
}

void
oncall_check(
    const struct config *conf, struct store *store, struct diags *remarks)
{
	struct checking k = {.conf = conf, .store = store, .remarks = remarks};

	if (read_roster(&k)) {
		if (conf->escalation.n_steps > 0)
			check_steps(&k);
		else
			check_teams(&k);
	}
	check_alarm(&k);
	check_links(&k);
	check_replies(&k);
	core_roster_clear(&k.roster);
}
