/*
 * recipients.h: which contacts a notice goes to: those of the municipalities
 * that the incident is for, and of their vendors, who take part in its topic
 * by the channel; and whoever got an earlier notice of the incident, so that
 * nobody is left with an old one. What ends an incident goes, of these, to
 * those who were told of it, whatever it is for; and to all of them where an
 * organisation was told, but none of the addresses that it has now.
 */
#ifndef CORE_RECIPIENTS_H
#define CORE_RECIPIENTS_H

#include "core/core.h"
#include "store/orgs.h"

struct recipients {
	struct orgs orgs;
	struct contacts all;
	/* Internal. */
	struct strv addressed;
	const char *audience, *topic; /* borrowed */
	enum effect effect;
	bool on[CHANNEL_SMS + 1];
};

/* The topic that a notice of i has now. Borrowed from the rules. */
const char *core_topic(const struct core *c, const struct incident *i);
/*
 * All there is to know for a notice of i. Borrows from i and the rules.
 * Release with core_recipients_clear(), also on -1.
 */
int core_recipients_open(struct core *c, const struct incident *i,
    struct recipients *out, struct err *e);
void core_recipients_clear(struct recipients *r);
/*
 * Adds the contacts of the organisation that the notice goes to, each with
 * the addresses it goes to; *known, when not NULL, is how many contacts it
 * has. Whether it concerns the organisation is core_recipients_for().
 */
void core_recipients_of(const struct recipients *r, const struct org *o,
    struct contacts *out, size_t *known);
/* Whether the incident is for the municipality or vendor, or it was so. */
bool core_recipients_for(const struct recipients *r, const struct org *o);

#endif
