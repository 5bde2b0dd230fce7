#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "conf/ways.h"
#include "contacts/audience.h"
#include "core/call.h"
#include "core/recipients.h"
#include "store/messages.h"
#include "store/part.h"

const char *
core_topic(const struct core *c, const struct incident *i)
{
	return incident_topic(i,
	    c->filter == NULL ? ""
			      : filter_component_topic(c->filter, i->service));
}

int
core_recipients_open(struct core *c, const struct incident *i,
    struct recipients *out, struct err *e)
{
	*out = (struct recipients){
	    .audience = i->audience,
	    .topic = core_topic(c, i),
	    .effect = i->effect,
	    .on = {config_sends(c->conf, CHANNEL_MAIL),
		config_sends(c->conf, CHANNEL_SMS)},
	};
	if (store_orgs(c->store, &out->orgs, e) == -1 ||
	    store_contacts(c->store, &out->all, e) == -1)
		return -1;
	return i->notices == 0
		   ? 0
		   : store_addressed(c->store, i->id, &out->addressed, e);
}

void
core_recipients_clear(struct recipients *r)
{
	orgs_clear(&r->orgs);
	contacts_clear(&r->all);
	strv_clear(&r->addressed);
	*r = (struct recipients){0};
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Whether an earlier notice of the incident went there. */
static bool
was_addressed(const void *arg, const char *org, const char *address)
{
	const struct recipients *r = arg;
	char *key = xasprintf("%s %s", org, address);
	bool found = r->addressed.n > 0 &&
		     bsearch(&key, r->addressed.v, r->addressed.n,
			 sizeof(*r->addressed.v), by_text) != NULL;

	free(key);
	return found;
}

void
core_recipients_of(const struct recipients *r, const struct org *o,
    struct contacts *out, size_t *known)
{
	struct contacts own = {0};
	size_t n = core_contacts_of(&r->all, o->code, &own);

	if (known != NULL)
		*known = n;
	part_narrow(&own, o, r->topic, r->effect, r->on, was_addressed, r);
	for (size_t i = 0; i < own.n; i++)
		contacts_add(out, &own.v[i]);
	contacts_clear(&own);
}

/* Somebody of the organisation. */
static bool
was_any_addressed(const struct recipients *r, const struct org *o)
{
	size_t n = strlen(o->code);

	for (size_t i = 0; i < r->addressed.n; i++)
		if (strncmp(r->addressed.v[i], o->code, n) == 0 &&
		    r->addressed.v[i][n] == ' ')
			return true;
	return false;
}

/* Regions merge, and vendors change, while an incident is open. */
bool
core_recipients_for(const struct recipients *r, const struct org *o)
{
	return audience_includes(r->audience, &r->orgs, o) ||
	       was_any_addressed(r, o);
}
