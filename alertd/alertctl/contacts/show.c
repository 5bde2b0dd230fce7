/* contacts show: one contact, and what it would have been told. */
#include <stdio.h>
#include <stdlib.h>

#include "alertctl/ctl.h"
#include "alertctl/ui/out.h"
#include "alertctl/contacts/phonebook.h"
#include "alertctl/run.h"
#include "alertctl/contacts/topics.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"
#include "contacts/find.h"
#include "contacts/would.h"
#include "store/part.h"

#define YEAR (INT64_C(365) * 86400)

struct shown {
	struct phonebook book;
	const struct contact *k;
	const struct org *o;
	struct sents sents;
	struct would *would; /* one for each of sents */
};

static void
shown_clear(struct shown *s)
{
	phonebook_clear(&s->book);
	sents_clear(&s->sents);
	free(s->would);
}

static int
read_notices(struct ctl *c, struct shown *s, struct err *e)
{
	int r = store_sent(c->store, clock_read().wall - YEAR, s->k->org,
	    s->k->email, s->k->phone, &s->sents, e);

	if (r == -1)
		return -1;
	s->would = xcalloc(s->sents.n + 1, sizeof(*s->would));
	/* No vendor is in cc. */
	if (s->o == NULL || s->o->kind != ORG_VENDOR ||
	    c->conf->mail.vendors != VENDORS_NONE)
		would_get(
		    s->k, &s->book.orgs, &s->book.all, &s->sents, s->would);
	return 0;
}

/* --- for people ------------------------------------------------------------
 */

/* Whose words count: its own, its organisation's, or nobody's. */
static const char *
whose(bool own, bool of_org)
{
	return own	? _("its own")
	       : of_org ? _("its organisation's")
			: _("nothing is set");
}

static void
print_part(const struct shown *s)
{
	const struct contact *k = s->k;
	const struct org *o = s->o;

	if (o->kind == ORG_ONCALL) {
		printf(_("  on call    paged of everything, as the steps of "
			 "the escalation say\n"));
		return;
	}
	printf(_("  topics     %s (%s)\n"), topics_words(contact_topics(k, o)),
	    whose(*k->topics != '\0', *o->topics != '\0'));
	printf(_("  channels   %s (%s)\n"),
	    channels_words(contact_choice(k, o)),
	    whose(
		k->channels != CHOICE_DEFAULT, o->channels != CHOICE_DEFAULT));
	if (!k->enabled)
		printf(_("  disabled   it gets nothing\n"));
}

static void
print_address(const struct phonebook *b, enum channel channel, const char *to)
{
	static const char *const names[] = {N_("e-mail"), N_("SMS")};
	const struct address *a = addresses_find(&b->addresses, channel, to);
	char when[WHEN_SIZE];

	if (*to == '\0')
		return;
	printf("  ");
	out_padded(_(names[channel]), 11);
	if (a == NULL || (a->proven == TIME_NONE && a->bounced == TIME_NONE))
		printf(_("nothing has arrived there yet\n"));
	else if (a->bounced != TIME_NONE)
		printf(_("the last came back %.10s: %s\n"),
		    out_when(a->bounced, when), a->answer);
	else if (a->delivered)
		printf(_("the last was delivered %.10s\n"),
		    out_when(a->proven, when));
	else
		printf(
		    _("the last was taken %.10s\n"), out_when(a->proven, when));
}

static const char *
by_which(const struct would *w)
{
	if (w->by[CHANNEL_MAIL] && w->by[CHANNEL_SMS])
		return _("by e-mail and SMS");
	if (w->by[CHANNEL_MAIL])
		return _("by e-mail");
	return w->by[CHANNEL_SMS] ? _("by SMS") : _("no");
}

/* "mail accepted, SMS failed", or "no"; free(). */
static char *
was_sent(const struct sent *n)
{
	static const char *const names[] = {N_("e-mail"), N_("SMS")};
	struct strv l = {0};
	char *s;

	for (enum channel c = CHANNEL_MAIL; c <= CHANNEL_SMS; c++)
		if (n->queued[c])
			strv_take(&l, xasprintf("%s %s", _(names[c]),
					  _(delivery_state_name(n->state[c]))));
	s = l.n == 0 ? xstrdup(_("no")) : strv_join(&l, ", ");
	strv_clear(&l);
	return s;
}

static bool
matters(const struct sent *n, const struct would *w)
{
	return w->by[CHANNEL_MAIL] || w->by[CHANNEL_SMS] ||
	       n->queued[CHANNEL_MAIL] || n->queued[CHANNEL_SMS];
}

static char *
reference_of(const struct ctl *c, const struct sent *n)
{
	struct incident i = {.id = n->incident, .opened_at = n->opened_at};

	return incident_reference(&i, c->conf->notices.reference);
}

static void
print_notice(const struct ctl *c, const struct sent *n, const struct would *w)
{
	char when[WHEN_SIZE], *reference = reference_of(c, n);
	char *sent = was_sent(n);

	printf("  %s  %s %d, %s%s, %s: %s\n", out_when(n->at, when), reference,
	    n->number, n->kind == KIND_EXERCISE ? _("an exercise, ") : "",
	    _(notice_type_name(n->type)), n->topic, n->title);
	printf(_("      would get it: %s; was sent: %s\n"), by_which(w), sent);
	free(sent);
	free(reference);
}

static void
print_notices(const struct ctl *c, const struct shown *s)
{
	size_t n = 0, others = 0;

	for (size_t i = 0; i < s->sents.n; i++) {
		if (!matters(&s->sents.v[i], &s->would[i])) {
			others++;
			continue;
		}
		if (n++ == 0)
			printf(_("\nNotices of the last year: whether it would "
				 "get them with what it takes part in today, "
				 "and what it was sent\n"));
		print_notice(c, &s->sents.v[i], &s->would[i]);
	}
	if (n == 0)
		printf(_("\nIt would have got no notice of the last year.\n"));
	if (others > 0)
		printf(tr_n("%zu other notice would not have gone to it.\n",
			   "%zu other notices would not have gone to it.\n",
			   others),
		    others);
}

static void
print_contact(const struct ctl *c, const struct shown *s)
{
	char *line = phonebook_line(&s->book, s->k);

	printf("%s\n", line);
	print_part(s);
	if (s->o->kind != ORG_ONCALL) {
		print_address(&s->book, CHANNEL_MAIL, s->k->email);
		print_address(&s->book, CHANNEL_SMS, s->k->phone);
		print_notices(c, s);
	}
	free(line);
}

/* --- for scripts -----------------------------------------------------------
 */

static json_t *
channels_json(const bool by[CHANNEL_SMS + 1])
{
	json_t *l = json_array();

	for (enum channel c = CHANNEL_MAIL; c <= CHANNEL_SMS; c++)
		if (by[c])
			json_array_append_new(l, json_string(channel_name(c)));
	return l;
}

static json_t *
sent_json(const struct sent *n)
{
	json_t *j = json_object();

	for (enum channel c = CHANNEL_MAIL; c <= CHANNEL_SMS; c++)
		if (n->queued[c])
			json_object_set_new(j, channel_name(c),
			    json_string(delivery_state_name(n->state[c])));
	return j;
}

static json_t *
notices_json(const struct ctl *c, const struct shown *s)
{
	json_t *list = json_array();

	for (size_t i = 0; i < s->sents.n; i++) {
		const struct sent *n = &s->sents.v[i];
		char *reference = reference_of(c, n);
		json_t *j = json_pack(
		    "{s:I, s:s, s:s, s:i, s:s, s:s, s:s, s:s, s:o, s:o, s:o}",
		    "incident", (json_int_t)n->incident, "reference", reference,
		    "kind", incident_kind_name(n->kind), "notice", n->number,
		    "type", notice_type_name(n->type), "effect",
		    effect_name(n->effect), "topic", n->topic, "subject",
		    n->title, "at", json_time(n->at), "would",
		    channels_json(s->would[i].by), "sent", sent_json(n));

		json_array_append_new(list, j);
		free(reference);
	}
	return list;
}

/* Null when there is no such address, or nothing is known of it. */
static json_t *
address_json(const struct phonebook *b, enum channel channel, const char *to)
{
	const struct address *a = addresses_find(&b->addresses, channel, to);

	if (a == NULL)
		return json_null();
	return json_pack("{s:o, s:b, s:o, s:s, s:o}", "proven",
	    json_time(a->proven), "delivered", a->delivered, "bounced",
	    json_time(a->bounced), "answer",
	    a->bounced == TIME_NONE ? "" : a->answer, "delayed",
	    json_time(a->delayed));
}

static json_t *
shown_json(const struct ctl *c, const struct shown *s)
{
	const struct contact *k = s->k;

	return json_pack("{s:I, s:s, s:s, s:s, s:s, s:s, s:b, s:s, s:s, s:s, "
			 "s:s, s:o, s:o, s:o}",
	    "id", (json_int_t)k->id, "organisation", k->org,
	    "organisation_name", s->o->name, "name", k->name, "email", k->email,
	    "phone", k->phone, "enabled", k->enabled, "topics", k->topics,
	    "channels", channel_choice_name(k->channels), "effective_topics",
	    contact_topics(k, s->o), "effective_channels",
	    channel_choice_name(contact_choice(k, s->o)), "email_known",
	    address_json(&s->book, CHANNEL_MAIL, k->email), "phone_known",
	    address_json(&s->book, CHANNEL_SMS, k->phone), "notices",
	    notices_json(c, s));
}

int
run_contacts_show(struct ctl *c)
{
	struct shown s = {0};
	struct err e;
	int status = ctl_store_reading(c);

	if (status != 0)
		return status;
	if (phonebook_read(c->store, &s.book, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	else
		s.k = phonebook_contact(&s.book, c->args[0], &status);
	if (s.k != NULL)
		s.o = org_of(&s.book.orgs, s.k->org);
	if (s.o != NULL && read_notices(c, &s, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	else if (s.o != NULL && c->json)
		out_json(shown_json(c, &s));
	else if (s.o != NULL)
		print_contact(c, &s);
	shown_clear(&s);
	return status;
}
