/* What Tab offers out of the configuration, the rules and the store. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/help/complete.h"
#include "alertctl/contacts/topics.h"
#include "base/clock.h"
#include "base/mem.h"
#include "store/calls.h"
#include "store/drafts.h"
#include "store/incidents.h"
#include "store/messages.h"
#include "store/oncall.h"
#include "store/orgs.h"

/* How many incidents are offered, the newest. */
#define NEWEST 20

typedef void
live_fn(struct ctl *c, const struct command *k, struct candidates *out);

static void
live_feeds(struct ctl *c, const struct command *k, struct candidates *out)
{
	(void)k;
	if (ctl_config(c, true) != 0)
		return;
	for (size_t i = 0; i < c->conf->n_feeds; i++)
		candidates_add(out, c->conf->feeds[i].name,
		    feed_kind_name(c->conf->feeds[i].kind));
}

static void
live_rotas(struct ctl *c, const struct command *k, struct candidates *out)
{
	(void)k;
	if (ctl_config(c, true) != 0)
		return;
	for (size_t i = 0; i < c->conf->n_rotas; i++)
		candidates_add(out, c->conf->rotas[i].name, "");
}

static void
live_services(struct ctl *c, const struct command *k, struct candidates *out)
{
	const char *id;

	(void)k;
	if (ctl_filter(c) != 0)
		return;
	for (size_t i = 0; (id = filter_component_id(c->filter, i)); i++)
		candidates_add(out, id, "");
}

/* What a command can do something with; of the others every incident. */
static const struct {
	const char *command;
	unsigned states; /* bits of enum incident_state */
} fits[] = {
    {"ack", 1U << INCIDENT_OPEN},
    {"update", 1U << INCIDENT_OPEN},
    {"resolve", 1U << INCIDENT_OPEN},
    {"retract", 1U << INCIDENT_OPEN | 1U << INCIDENT_RESOLVED},
    {"approve", 1U << INCIDENT_PENDING | 1U << INCIDENT_DISMISSED},
    {"dismiss", 1U << INCIDENT_PENDING},
};

static bool
fits_command(const struct incident *i, const struct command *k)
{
	for (size_t n = 0; n < LENGTH(fits); n++)
		if (str_eq(k->name, fits[n].command))
			return (fits[n].states & 1U << i->state) != 0;
	return true;
}

static void
live_incidents(struct ctl *c, const struct command *k, struct candidates *out)
{
	struct incidents l = {0};
	struct err e;

	if (ctl_store_reading(c) != 0 ||
	    store_incidents(c->store, NEWEST, &l, &e) == -1)
		return;
	for (size_t i = 0; i < l.n; i++) {
		const struct incident *n = &l.v[i];
		char *word = xasprintf("%" PRId64, n->id),
		     *note = xasprintf(
			 "%s: %s", _(incident_state_name(n->state)), n->title);

		if (fits_command(n, k))
			candidates_add(out, word, note);
		free(word);
		free(note);
	}
	incidents_clear(&l);
}

/* Files, and what the word stands for otherwise. */
static void
live_file_or_incident(
    struct ctl *c, const struct command *k, struct candidates *out)
{
	out->files = true;
	live_incidents(c, k, out);
}

static void
live_orgs(struct ctl *c, const struct command *k, struct candidates *out)
{
	struct orgs l = {0};
	struct err e;

	(void)k;
	if (ctl_store_reading(c) != 0 || store_orgs(c->store, &l, &e) == -1)
		return;
	for (size_t i = 0; i < l.n; i++)
		candidates_add(out, l.v[i].code, l.v[i].name);
	orgs_clear(&l);
}

/* Those of the teams of the on-call; of the contacts' commands all. */
static void
live_people(struct ctl *c, const struct command *k, struct candidates *out)
{
	bool all = str_starts(k->name, "contacts ");
	struct orgs orgs = {0};
	struct contacts l = {0};
	struct err e;

	if (ctl_store_reading(c) != 0)
		return;
	if (store_orgs(c->store, &orgs, &e) == 0 &&
	    store_contacts(c->store, &l, &e) == 0)
		for (size_t i = 0; i < l.n; i++)
			for (size_t j = 0; j < orgs.n; j++)
				if (str_eq(orgs.v[j].code, l.v[i].org) &&
				    (all || orgs.v[j].kind == ORG_ONCALL))
					candidates_add(
					    out, l.v[i].name, orgs.v[j].name);
	orgs_clear(&orgs);
	contacts_clear(&l);
}

/* By address, which is one word of a shell, else by number. */
static void
live_contacts(struct ctl *c, const struct command *k, struct candidates *out)
{
	struct contacts l = {0};
	struct err e;

	(void)k;
	if (ctl_store(c, false) != 0 || store_contacts(c->store, &l, &e) == -1)
		return;
	for (size_t i = 0; i < l.n; i++)
		candidates_add(out,
		    l.v[i].email[0] != '\0' ? l.v[i].email : l.v[i].phone,
		    l.v[i].name);
	contacts_clear(&l);
}

static void
live_drafts(struct ctl *c, const struct command *k, struct candidates *out)
{
	struct drafts l = {0};
	struct err e;

	(void)k;
	if (ctl_store(c, false) != 0 ||
	    store_drafts(c->store, NULL, 0, &l, &e) == -1)
		return;
	for (size_t i = 0; i < l.n; i++) {
		char *word = xasprintf("%" PRId64, l.v[i].id);

		candidates_add(out, word, "");
		free(word);
	}
	drafts_clear(&l);
}

static void
live_topics(struct ctl *c, const struct command *k, struct candidates *out)
{
	struct strv l = {0};

	(void)k;
	if (ctl_config(c, false) == 0)
		topics_known(c, &l);
	for (size_t i = 0; i < l.n; i++)
		candidates_add(out, l.v[i], "");
	candidates_add(out, "all", "");
	candidates_add(out, "default", "");
	strv_clear(&l);
}

static void
live_channels(struct ctl *c, const struct command *k, struct candidates *out)
{
	(void)c;
	(void)k;
	for (int i = CHOICE_BOTH; i <= CHOICE_SMS_OUTAGES; i++)
		candidates_add(out, channel_choice_name((enum channel_choice)i),
		    channels_words((enum channel_choice)i));
	candidates_add(out, "default", "");
}

/* What audience_parse() reads; "region:Syddanmark" is one word of a shell. */
static void
live_audience(struct ctl *c, const struct command *k, struct candidates *out)
{
	struct orgs l = {0};
	struct err e;

	(void)k;
	candidates_add(out, "all", "");
	if (ctl_store_reading(c) != 0 || store_orgs(c->store, &l, &e) == -1)
		return;
	for (size_t i = 0; i < l.n; i++) {
		const struct org *o = &l.v[i];
		const char *region = o->region;
		char *word = NULL;

		if (o->kind == ORG_MUNICIPALITY) {
			candidates_add(out, o->code, o->name);
			if (str_starts(region, "Region "))
				region += strlen("Region ");
			word = xasprintf("region:%s", region);
		} else if (o->kind == ORG_VENDOR)
			word = xasprintf("vendor:%s", o->code);
		if (word != NULL)
			candidates_add(out, word, "");
		free(word);
	}
	orgs_clear(&l);
}

static void
live_covers(struct ctl *c, const struct command *k, struct candidates *out)
{
	struct covers l = {0};
	struct err e;

	(void)k;
	if (ctl_store_reading(c) != 0 ||
	    store_covers(c->store, NULL, clock_read().wall, &l, &e) == -1)
		return;
	for (size_t i = 0; i < l.n; i++) {
		char *word = xasprintf("%" PRId64, l.v[i].id);

		candidates_add(out, word, l.v[i].who);
		free(word);
	}
	covers_clear(&l);
}

static void
live_calls(struct ctl *c, const struct command *k, struct candidates *out)
{
	struct calls l = {0};
	struct err e;

	(void)k;
	if (ctl_store_reading(c) != 0 || store_calls(c->store, &l, &e) == -1)
		return;
	for (size_t i = 0; i < l.n; i++) {
		char *word = xasprintf("%" PRId64, l.v[i].id);

		candidates_add(out, word, l.v[i].about);
		free(word);
	}
	calls_clear(&l);
}

#define MESSAGES_MOST 200 /* more is no help */

/* "outbox cancel" takes what is queued, "outbox retry" also what failed. */
static void
live_messages(struct ctl *c, const struct command *k, struct candidates *out)
{
	bool retry = str_eq(k->name, "outbox retry");
	struct delivery_query q = {
	    .unfinished = !retry, .failed = retry, .limit = MESSAGES_MOST};
	struct deliveries l = {0};
	struct err e;

	if (ctl_store_reading(c) != 0 ||
	    store_deliveries(c->store, &q, &l, &e) == -1)
		return;
	for (size_t i = 0; i < l.n; i++) {
		char *word = xasprintf("%" PRId64, l.v[i].message);

		candidates_add(out, word, l.v[i].org_name);
		free(word);
	}
	deliveries_clear(&l);
}

static const struct {
	const char *option; /* NULL: any, or an argument of the command */
	const char *arg;
	live_fn *find;
} sources[] = {
    {"rota", "NAME", live_rotas},
    {"service", "NAME", live_services},
    {"feed", "NAME", live_feeds},
    {NULL, "NAME", live_feeds},
    {NULL, "N", live_incidents},
    {NULL, "FILE|ID", live_file_or_incident},
    {NULL, "ORGANISATION", live_orgs},
    {NULL, "WHO", live_people},
    {NULL, "CONTACT", live_contacts},
    {"topics", "LIST", live_topics},
    {"channels", "CHANNELS", live_channels},
    {NULL, "WHOM", live_audience},
    {NULL, "DRAFT", live_drafts},
    {NULL, "COVER", live_covers},
    {NULL, "CALL", live_calls},
    {NULL, "MESSAGE", live_messages},
};

void
live_candidates(struct ctl *c, const struct command *k, const char *option,
    const char *arg, struct candidates *out)
{
	for (size_t i = 0; i < LENGTH(sources); i++)
		if (str_eq(sources[i].arg, arg) &&
		    (sources[i].option == NULL
			    ? option == NULL || !str_eq(arg, "NAME")
			    : str_eq(sources[i].option, option))) {
			sources[i].find(c, k, out);
			return;
		}
}
