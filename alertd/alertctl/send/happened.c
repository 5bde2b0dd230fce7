#include <stdlib.h>
#include <string.h>

#include "alertctl/send/happened.h"
#include "alertctl/ui/out.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"
#include "store/audit.h"
#include "store/incidents.h"

/* Deeds of the incident that are looked through, from the newest. */
#define LOOK 100

/* Who did something, and when. */
struct deed {
	char *who;
	char when[WHEN_SIZE];
};

/* The newest record of that action; nobody and "-" when there is none. */
static void
find_deed(struct ctl *c, int64_t incident, const char *action, struct deed *d)
{
	struct audits l = {0};
	int64_t at = TIME_NONE;

	d->who = xstrdup("");
	store_audit_acts(c->store, incident, LOOK, &l, NULL);
	for (size_t k = l.n; k-- > 0;) {
		if (strcmp(l.v[k].action, action) != 0)
			continue;
		xreplace(&d->who, l.v[k].actor);
		at = l.v[k].at;
		break;
	}
	audits_clear(&l);
	out_when(at, d->when);
}

char *
happened_last(struct ctl *c, const struct incident *i)
{
	long long id = (long long)i->id;
	struct deed d;
	char *s = NULL;

	find_deed(c, i->id, "incident.state", &d);
	if (*d.who == '\0') {
		free(d.who);
		find_deed(c, i->id, "incident.opened", &d);
	}
	switch (i->state) {
	case INCIDENT_PENDING:
		s = xasprintf(_("incident %lld waits for a decision (%s, %s)"),
		    id, d.who, d.when);
		break;
	case INCIDENT_OPEN:
		s = xasprintf(_("incident %lld was opened by %s at %s"), id,
		    d.who, d.when);
		break;
	case INCIDENT_RESOLVED:
		s = xasprintf(_("incident %lld was resolved by %s at %s"), id,
		    d.who, d.when);
		break;
	case INCIDENT_DISMISSED:
		s = xasprintf(_("incident %lld was dismissed by %s at %s"), id,
		    d.who, d.when);
		break;
	case INCIDENT_RETRACTED:
		s = xasprintf(_("incident %lld was retracted by %s at %s"), id,
		    d.who, d.when);
		break;
	}
	free(d.who);
	return s;
}

/* The newest notice: when, and why or by whom. */
static char *
newest_notice(struct ctl *c, int64_t incident)
{
	struct notices l = {0};
	char when[WHEN_SIZE], *s = NULL;

	store_notices(c->store, incident, 0, &l, NULL);
	for (size_t k = l.n; s == NULL && k-- > 0;)
		if (l.v[k].number > 0)
			s = xasprintf(
			    _("notice %d of incident %lld went out at %s "
			      "(%s)"),
			    l.v[k].number, (long long)incident,
			    out_when(l.v[k].at, when), l.v[k].reason);
	notices_clear(&l);
	return s;
}

char *
happened_since(
    struct ctl *c, const struct incident *before, const struct incident *now)
{
	char *s = NULL;

	if (now->state != before->state)
		return happened_last(c, now);
	if (now->notices != before->notices)
		s = newest_notice(c, now->id);
	if (s == NULL)
		s = xasprintf(
		    _("incident %lld has changed: its feed has news of it"),
		    (long long)now->id);
	return s;
}
