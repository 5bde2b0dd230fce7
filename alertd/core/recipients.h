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
	struct store *store; /* borrowed */
	int64_t incident; /* of earlier notices; 0: there are none */
	struct orgs orgs; /* all, where it is for some: whose vendors */
	const char *audience, *topic; /* borrowed */
	enum effect effect;
	bool on[CHANNEL_SMS + 1];
};

/* The topic that a notice of i has now. Borrowed from the rules. */
const char *core_topic(const struct core *c, const struct incident *i);
/*
 * What there is to know for a notice of i, whoever it goes to: organisations
 * are asked for one by one, so that many need no more memory than a few.
 * Borrows from i and the rules. Release with core_recipients_clear(), also on
 * -1.
 */
int core_recipients_open(struct core *c, const struct incident *i,
    struct recipients *out, struct err *e);
void core_recipients_clear(struct recipients *r);

/* An organisation, and whom of it the notice goes to. */
struct recipients_of {
	bool concerned; /* the incident is for it, or it was so */
	size_t known; /* contacts that it has, whoever gets the notice */
	/* Each with the addresses that it goes to, whether concerned or not. */
	struct contacts to;
};

/* Release with recipients_of_clear(), also on -1. */
int core_recipients_of(const struct recipients *r, const struct org *o,
    struct recipients_of *out, struct err *e);
void recipients_of_clear(struct recipients_of *l);
/*
 * Calls fn for each municipality or vendor, in order of their codes, until it
 * fails. 0, or -1 with *e.
 */
typedef int recipients_fn(const struct org *o, const struct recipients_of *of,
    void *arg, struct err *e);
int core_recipients_each(const struct recipients *r, enum org_kind kind,
    recipients_fn *fn, void *arg, struct err *e);

#endif
