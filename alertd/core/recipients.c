#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "conf/ways.h"
#include "contacts/audience.h"
#include "core/recipients.h"
#include "store/messages.h"
#include "store/part.h"
#include "store/walk.h"

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
	    .store = c->store,
	    .incident = i->notices == 0 ? 0 : i->id,
	    .audience = i->audience,
	    .topic = core_topic(c, i),
	    .effect = i->effect,
	    .on = {config_sends(c->conf, CHANNEL_MAIL),
		config_sends(c->conf, CHANNEL_SMS)},
	};
	return *i->audience == '\0' ? 0 : store_orgs(c->store, &out->orgs, e);
}

void
core_recipients_clear(struct recipients *r)
{
	orgs_clear(&r->orgs);
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
	const struct strv *l = arg;

	(void)org; /* l is what it was for one */
	return l->n > 0 &&
	       bsearch(&address, l->v, l->n, sizeof(*l->v), by_text) != NULL;
}

/* Its contacts who are to be told anything. */
static int
read_contacts(const struct recipients *r, const struct org *o,
    struct contacts *out, struct err *e)
{
	size_t n = 0;
	int res = store_org_contacts(r->store, o, out, e);

	for (size_t i = 0; i < out->n; i++) {
		struct contact k = out->v[i];

		out->v[i] = (struct contact){0};
		if (k.enabled)
			out->v[n++] = k;
		else
			contact_clear(&k);
	}
	out->n = n;
	return res;
}

/* Regions merge, and vendors change, while an incident is open. */
int
core_recipients_of(const struct recipients *r, const struct org *o,
    struct recipients_of *out, struct err *e)
{
	struct strv addressed = {0};
	int res = 0;

	*out = (struct recipients_of){0};
	if (r->incident != 0)
		res = store_addressed(r->store, r->incident, o, &addressed, e);
	if (res == 0)
		res = read_contacts(r, o, &out->to, e);
	out->concerned = addressed.n > 0 ||
			 audience_includes(r->audience, &r->orgs, o);
	out->known = out->to.n;
	if (res == 0)
		part_narrow(&out->to, o, r->topic, r->effect, r->on,
		    was_addressed, &addressed);
	strv_clear(&addressed);
	return res;
}

void
recipients_of_clear(struct recipients_of *l)
{
	contacts_clear(&l->to);
	*l = (struct recipients_of){0};
}

/* Who goes through all, a few at a time. */
struct walk {
	const struct recipients *of;
	recipients_fn *fn;
	void *arg;
};

/* orgs_fn */
static int
each_of(const struct orgs *few, void *arg, struct err *e)
{
	const struct walk *w = arg;
	int r = 0;

	for (size_t i = 0; r == 0 && i < few->n; i++) {
		struct recipients_of of;

		r = core_recipients_of(w->of, &few->v[i], &of, e);
		if (r == 0)
			r = w->fn(&few->v[i], &of, w->arg, e);
		recipients_of_clear(&of);
	}
	return r;
}

int
core_recipients_each(const struct recipients *r, enum org_kind kind,
    recipients_fn *fn, void *arg, struct err *e)
{
	struct walk w = {r, fn, arg};

	return store_orgs_each(r->store, kind, each_of, &w, e);
}
