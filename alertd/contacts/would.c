#include <string.h>

#include "base/topic.h"
#include "contacts/audience.h"
#include "contacts/find.h"
#include "contacts/would.h"
#include "store/part.h"

/* An outage of FMK goes to all when nobody there takes part in it. */
static bool
nobody_else(
    const struct org *o, const struct contacts *all, const struct sent *n)
{
	return strcmp(n->topic, TOPIC_FMK) == 0 &&
	       !contacts_get(all, o, CHANNEL_MAIL, n->topic, n->effect) &&
	       !contacts_get(all, o, CHANNEL_SMS, n->topic, n->effect);
}

static bool
gets(const struct contact *k, const struct org *o, const struct contacts *all,
    enum channel channel, const struct sent *n)
{
	const char *address = channel == CHANNEL_MAIL ? k->email : k->phone;

	if (contact_gets(k, o, channel, n->topic, n->effect))
		return true;
	return k->enabled && *address != '\0' && nobody_else(o, all, n);
}

/* Vendors have no SMS. */
static bool
reaches(const struct org *o, enum channel channel)
{
	return o->kind == ORG_MUNICIPALITY ||
	       (o->kind == ORG_VENDOR && channel == CHANNEL_MAIL);
}

void
would_get(const struct contact *k, const struct orgs *orgs,
    const struct contacts *all, const struct sents *l, struct would *out)
{
	const struct org *o = org_of(orgs, k->org);
	struct would had = {{false, false}};

	for (size_t i = 0; i < l->n; i++) {
		const struct sent *n = &l->v[i];
		bool ends = n->type == NOTICE_RESOLVED ||
			    n->type == NOTICE_CORRECTION;
		bool in = o != NULL && audience_includes(n->audience, orgs, o);

		if (i == 0 || l->v[i - 1].incident != n->incident)
			had = (struct would){{false, false}};
		for (enum channel c = CHANNEL_MAIL; c <= CHANNEL_SMS; c++)
			if (!ends && in && reaches(o, c) &&
			    gets(k, o, all, c, n))
				had.by[c] = true;
		out[i] = had;
	}
}
