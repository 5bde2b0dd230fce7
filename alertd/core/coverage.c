#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/topic.h"
#include "core/coverage.h"
#include "store/part.h"
#include "store/walk.h"

const char *
coverage_lack_name(enum coverage_lack l)
{
	static const char *const names[COVERAGE_LACKS] = {
	    [LACK_CONTACT] = "no_contact",
	    [LACK_CHANNEL] = "no_contact_by_channel",
	    [LACK_BOUNCED] = "bounced",
	    [LACK_PROOF] = "never_proven",
	    [LACK_NOTHING] = "",
	};

	assert((size_t)l < COVERAGE_LACKS);
	return names[l];
}

const char *
coverage_address(const struct contact *c, enum channel channel)
{
	return channel == CHANNEL_MAIL ? c->email : c->phone;
}

bool
coverage_counts(
    const struct contact *c, const struct org *o, enum channel channel)
{
	return contact_gets(c, o, channel, TOPIC_FMK, EFFECT_OUTAGE);
}

static int64_t
later(int64_t a, int64_t b)
{
	return a == TIME_NONE || (b != TIME_NONE && b > a) ? b : a;
}

static void
add_contact(struct coverage_channel *ch, const struct address *known)
{
	ch->contacts++;
	if (known == NULL)
		return;
	ch->bounced += known->bounced != TIME_NONE;
	if (known->proven == TIME_NONE ||
	    later(ch->proven, known->proven) == ch->proven)
		return;
	ch->proven = known->proven;
	ch->delivered = known->delivered;
}

static void
add_contacts(const struct coverage *c, struct covered *m)
{
	struct contacts own = contacts_within(&c->contacts, m->org->code);

	for (size_t i = 0; i < own.n; i++) {
		const struct contact *k = &own.v[i];

		for (int ch = 0; ch <= CHANNEL_SMS; ch++)
			if (coverage_counts(k, m->org, (enum channel)ch))
				add_contact(&m->by[ch],
				    addresses_find(&c->addresses,
					(enum channel)ch,
					coverage_address(k, (enum channel)ch)));
	}
}

static enum coverage_lack
lack_of(const struct coverage *c, const struct covered *m)
{
	size_t contacts = 0, bounced = 0, silent = 0;

	for (int ch = 0; ch <= CHANNEL_SMS; ch++) {
		if (!c->on[ch])
			continue;
		contacts += m->by[ch].contacts;
		bounced += m->by[ch].bounced;
		silent += m->by[ch].contacts == 0;
	}
	return contacts == 0		? LACK_CONTACT
	       : silent > 0		? LACK_CHANNEL
	       : bounced > 0		? LACK_BOUNCED
	       : m->proven == TIME_NONE ? LACK_PROOF
					: LACK_NOTHING;
}

static void
make_one(struct coverage *c, struct covered *m,
    const struct receipted_list *receipts)
{
	bool gap = false;

	for (int ch = 0; ch <= CHANNEL_SMS; ch++)
		m->by[ch] = (struct coverage_channel){.proven = TIME_NONE};
	m->receipted = receipted_find(receipts, m->org->code);
	add_contacts(c, m);
	m->proven = m->receipted;
	for (int ch = 0; ch <= CHANNEL_SMS; ch++) {
		struct coverage_channel *by = &m->by[ch];

		if (!c->on[ch])
			continue;
		m->proven = later(m->proven, by->proven);
		by->gap = by->contacts == by->bounced;
		c->without[ch] += by->gap;
		gap |= by->gap;
	}
	c->gaps += gap;
	m->lack = lack_of(c, m);
}

/* Of two that lack the same, the one with a gap first. */
static int
compare(const void *x, const void *y)
{
	const struct covered *a = x, *b = y;
	int gaps_a = a->by[CHANNEL_MAIL].gap + a->by[CHANNEL_SMS].gap;
	int gaps_b = b->by[CHANNEL_MAIL].gap + b->by[CHANNEL_SMS].gap;

	if (a->lack != b->lack)
		return a->lack < b->lack ? -1 : 1;
	if (gaps_a != gaps_b)
		return gaps_a > gaps_b ? -1 : 1;
	/* Never is longest ago. */
	if (a->proven != b->proven)
		return a->proven == TIME_NONE	? -1
		       : b->proven == TIME_NONE ? 1
		       : a->proven < b->proven	? -1
						: 1;
	return strcmp(a->org->code, b->org->code);
}

void
coverage_make(struct coverage *c, const struct receipted_list *receipts)
{
	for (size_t i = 0; i < c->orgs.n; i++) {
		struct covered *m;

		if (c->orgs.v[i].kind != ORG_MUNICIPALITY)
			continue;
		c->v = xreallocarray(c->v, c->n + 1, sizeof(*c->v));
		m = &c->v[c->n++];
		*m = (struct covered){.org = &c->orgs.v[i]};
		make_one(c, m, receipts);
	}
	if (c->n > 0)
		qsort(c->v, c->n, sizeof(*c->v), compare);
}

int
coverage_read(struct store *s, const struct config *conf, struct coverage *out,
    struct err *e)
{
	struct receipted_list receipts = {0};
	int r = -1;

	*out = (struct coverage){.on = {true, !conf->sms.off}};
	if (store_orgs(s, &out->orgs, e) == 0 &&
	    store_contacts(s, &out->contacts, e) == 0 &&
	    store_addresses(s, &out->addresses, e) == 0 &&
	    store_receipts_last(s, &receipts, e) == 0)
		r = 0;
	if (r == 0)
		coverage_make(out, &receipts);
	receipted_list_clear(&receipts);
	return r;
}

void
coverage_clear(struct coverage *c)
{
	free(c->v);
	orgs_clear(&c->orgs);
	contacts_clear(&c->contacts);
	addresses_clear(&c->addresses);
	*c = (struct coverage){0};
}

/* Who goes through all, a few at a time. */
struct walk {
	struct store *s;
	bool sms;
	coverage_fn *fn;
	void *arg;
};

static int
read_few(struct store *s, struct coverage *c, struct err *e)
{
	const char *first = c->orgs.v[0].code;
	const char *last = c->orgs.v[c->orgs.n - 1].code;

	if (store_contacts_between(
		s, ORG_MUNICIPALITY, first, last, &c->contacts, e) == -1 ||
	    store_addresses_between(s, first, last, &c->addresses, e) == -1)
		return -1;
	coverage_make(c, &(struct receipted_list){0});
	return 0;
}

/* orgs_fn */
static int
cover_few(const struct orgs *orgs, void *arg, struct err *e)
{
	const struct walk *w = arg;
	struct coverage few = {.on = {true, w->sms}, .orgs = *orgs};
	int r = read_few(w->s, &few, e);

	if (r == 0)
		r = w->fn(&few, w->arg, e);
	few.orgs = (struct orgs){0}; /* borrowed */
	coverage_clear(&few);
	return r;
}

int
coverage_each(struct store *s, const struct config *conf, coverage_fn *fn,
    void *arg, struct err *e)
{
	struct walk w = {s, !conf->sms.off, fn, arg};

	return store_orgs_each(s, ORG_MUNICIPALITY, cover_few, &w, e);
}
