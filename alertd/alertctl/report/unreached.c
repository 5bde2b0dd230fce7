#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "alertctl/ui/csvrow.h"
#include "alertctl/ui/out.h"
#include "alertctl/report/report.h"
#include "base/clock.h"
#include "base/str.h"
#include "store/messages.h"
#include "store/receipts.h"

/* All that is known of who has the newest notice. */
struct reached {
	struct incident i;
	struct notices notices;
	const struct notice *newest; /* NULL: nothing has gone out */
	struct reaches reach;
	struct asked_list asked;
	struct deliveries deliveries;
	struct contacts contacts;
};

static void
reached_clear(struct reached *l)
{
	incident_clear(&l->i);
	notices_clear(&l->notices);
	reaches_clear(&l->reach);
	asked_list_clear(&l->asked);
	deliveries_clear(&l->deliveries);
	contacts_clear(&l->contacts);
}

static int
reached_read(struct ctl *c, struct reached *l, struct err *e)
{
	struct delivery_query q = {.incident = l->i.id};

	if (store_notices(c->store, l->i.id, 0, &l->notices, e) == -1 ||
	    store_reach(c->store, l->i.id, 0, &l->reach, e) == -1 ||
	    store_asked(c->store, l->i.id, &l->asked, e) == -1 ||
	    store_deliveries(c->store, &q, &l->deliveries, e) == -1 ||
	    store_contacts(c->store, &l->contacts, e) == -1)
		return -1;
	for (size_t k = 0; k < l->notices.n; k++)
		if (l->notices.v[k].number > 0)
			l->newest = &l->notices.v[k];
	return 0;
}

/* The newest notice, or what asks again for its receipt, to who. */
static bool
concerns(const struct reached *l, const struct delivery *d, const char *code)
{
	return d->audience == ORG_MUNICIPALITY && str_eq(d->org, code) &&
	       (d->notice == l->newest->number || d->type == NOTICE_RECEIPT);
}

/* What ends something goes only to who was told of it. */
static bool
was_meant(const struct reached *l, const char *code)
{
	if (l->newest->type != NOTICE_RESOLVED &&
	    l->newest->type != NOTICE_CORRECTION)
		return true;
	for (size_t k = 0; k < l->deliveries.n; k++)
		if (l->deliveries.v[k].notice > 0 &&
		    concerns(l, &l->deliveries.v[k], code))
			return true;
	return false;
}

/* Who was asked has to say so, too. */
static bool
is_missing(const struct reached *l, const struct reach *r)
{
	return l->newest != NULL && !r->unconcerned &&
	       (!r->told || (r->asked && !r->receipted)) &&
	       was_meant(l, r->code);
}

static size_t
count_missing(const struct reached *l)
{
	size_t n = 0;

	for (size_t k = 0; k < l->reach.n; k++)
		n += is_missing(l, &l->reach.v[k]);
	return n;
}

static const struct asked *
asked_of(const struct reached *l, const char *code)
{
	for (size_t k = 0; k < l->asked.n; k++)
		if (str_eq(l->asked.v[k].org, code))
			return &l->asked.v[k];
	return NULL;
}

/* Whether the delivery went to an address of the contact; NULL: to nobody's. */
static bool
went_to(const struct reached *l, const struct delivery *d, const char *code,
    const struct contact *who)
{
	bool mail = d->channel == CHANNEL_MAIL;

	if (who != NULL)
		return str_eq(d->address, mail ? who->email : who->phone);
	for (size_t k = 0; k < l->contacts.n; k++) {
		const struct contact *p = &l->contacts.v[k];

		if (p->enabled && str_eq(p->org, code) &&
		    went_to(l, d, code, p))
			return false;
	}
	return true;
}

static void
print_delivery(const struct delivery *d, bool named)
{
	char when[WHEN_SIZE];

	printf("%s %s%s%s %s", out_channel(d->channel), named ? d->address : "",
	    named ? " " : "", _(delivery_state_name(d->state)),
	    out_when(d->done == TIME_NONE ? d->created : d->done, when));
	if ((d->state == DELIVERY_FAILED || d->state == DELIVERY_UNKNOWN) &&
	    *d->answer != '\0')
		printf(" (%s)", d->answer);
}

/* One line of the notice, or of what asked again. */
static void
print_deliveries(const struct reached *l, const char *code,
    const struct contact *who, bool again)
{
	size_t n = 0;

	for (size_t k = 0; k < l->deliveries.n; k++) {
		const struct delivery *d = &l->deliveries.v[k];

		if (!concerns(l, d, code) ||
		    (d->type == NOTICE_RECEIPT) != again ||
		    !went_to(l, d, code, who))
			continue;
		fputs(n++ > 0  ? "; "
		      : !again ? "      "
			       : _("      asked again: "),
		    stdout);
		print_delivery(d, who == NULL);
	}
	if (n > 0)
		putchar('\n');
}

static void
print_contacts(const struct reached *l, const char *code)
{
	size_t n = 0;

	for (size_t k = 0; k < l->contacts.n; k++) {
		const struct contact *p = &l->contacts.v[k];

		if (!p->enabled || !str_eq(p->org, code))
			continue;
		n++;
		printf("    ");
		out_padded(*p->name == '\0' ? _("(no name)") : p->name, 40);
		printf(" %s\n", *p->phone == '\0' ? _("no number") : p->phone);
		print_deliveries(l, code, p, false);
		print_deliveries(l, code, p, true);
	}
	if (n == 0)
		puts(_("    no contact is known"));
	/* What went to an address that has been taken out meanwhile. */
	print_deliveries(l, code, NULL, false);
	print_deliveries(l, code, NULL, true);
}

static void
print_one(const struct reached *l, const struct reach *r)
{
	const struct asked *a = asked_of(l, r->code);
	char when[WHEN_SIZE];

	printf("\n[ ] %s (%s): ", r->name, r->code);
	printf("%s%s", r->told ? "" : _("not reached"),
	    r->told || a == NULL ? "" : "; ");
	if (a != NULL && r->receipted) {
		printf(_("it gave a receipt before, %s"),
		    out_when(a->receipted, when));
	} else if (a != NULL) {
		printf(_("no receipt, asked %s"), out_when(a->at, when));
		if (a->reminded != TIME_NONE)
			printf(_(", again %s"), out_when(a->reminded, when));
	}
	putchar('\n');
	print_contacts(l, r->code);
	puts(_("    called at ________  spoke with "
	       "______________________________"));
}

static void
print_list(const struct ctl *c, const struct reached *l)
{
	char *reference = incident_reference(&l->i, c->conf->notices.reference);
	char when[WHEN_SIZE], now[WHEN_SIZE];
	size_t n = count_missing(l);

	printf(l->i.kind == KIND_EXERCISE
		   ? _("Telephone list of incident %" PRId64
		       " (%s), an exercise: %s\n")
		   : _("Telephone list of incident %" PRId64 " (%s): %s\n"),
	    l->i.id, reference, l->i.title);
	free(reference);
	if (l->newest == NULL) {
		puts(_("No notice has gone out: there is nobody to call."));
		return;
	}
	printf(_("Notice %d, %s, of %s. Printed %s.\n"), l->newest->number,
	    _(notice_type_name(l->newest->type)), out_when(l->newest->at, when),
	    out_when(clock_read().wall, now));
	if (n == 0)
		puts(_("Nobody is missing: there is nobody to call."));
	else
		printf(tr_n("%zu of %zu municipalities is not known to have "
			    "it.\n",
			   "%zu of %zu municipalities are not known to have "
			   "it.\n",
			   n),
		    n, l->reach.n);
	for (size_t k = 0; k < l->reach.n; k++)
		if (is_missing(l, &l->reach.v[k]))
			print_one(l, &l->reach.v[k]);
}

static json_t *
contacts_json(const struct reached *l, const char *code)
{
	json_t *list = json_array();

	for (size_t k = 0; k < l->contacts.n; k++) {
		const struct contact *p = &l->contacts.v[k];

		if (p->enabled && str_eq(p->org, code))
			json_array_append_new(
			    list, json_pack("{s:s, s:s, s:s}", "name", p->name,
				      "email", p->email, "phone", p->phone));
	}
	return list;
}

static json_t *
deliveries_json(const struct reached *l, const char *code)
{
	json_t *list = json_array();

	for (size_t k = 0; k < l->deliveries.n; k++) {
		const struct delivery *d = &l->deliveries.v[k];

		if (!concerns(l, d, code))
			continue;
		json_array_append_new(
		    list, json_pack("{s:s, s:s, s:s, s:s, s:s, s:o, s:o}",
			      "type", notice_type_name(d->type), "channel",
			      channel_name(d->channel), "address", d->address,
			      "state", delivery_state_name(d->state), "answer",
			      d->answer, "created", json_time(d->created),
			      "done", json_time(d->done)));
	}
	return list;
}

static json_t *
one_json(const struct reached *l, const struct reach *r)
{
	const struct asked *a = asked_of(l, r->code);

	return json_pack("{s:s, s:s, s:b, s:o, s:o, s:o, s:o, s:o}", "code",
	    r->code, "name", r->name, "told", r->told, "asked",
	    json_time(a == NULL ? TIME_NONE : a->at), "reminded",
	    json_time(a == NULL ? TIME_NONE : a->reminded), "receipted",
	    json_time(a == NULL ? TIME_NONE : a->receipted), "contacts",
	    contacts_json(l, r->code), "deliveries",
	    deliveries_json(l, r->code));
}

static json_t *
list_json(const struct ctl *c, const struct reached *l)
{
	char *reference = incident_reference(&l->i, c->conf->notices.reference);
	json_t *list = json_array(), *j;

	for (size_t k = 0; k < l->reach.n; k++)
		if (is_missing(l, &l->reach.v[k]))
			json_array_append_new(
			    list, one_json(l, &l->reach.v[k]));
	j = json_pack("{s:I, s:s, s:i, s:i, s:o}", "incident",
	    (json_int_t)l->i.id, "reference", reference, "notice",
	    l->newest == NULL ? 0 : l->newest->number, "municipalities",
	    (int)l->reach.n, "unreached", list);
	free(reference);
	return j;
}

/* A row for each contact, so that a list can be telephoned by; or one. */
static void
csv_one(const struct reached *l, const struct reach *r)
{
	const struct asked *a = asked_of(l, r->code);
	char asked[RFC3339_SIZE], got[RFC3339_SIZE];
	const struct contact none = {
	    .name = (char[]){""}, .email = (char[]){""}, .phone = (char[]){""}};
	size_t n = 0;

	format_rfc3339(a == NULL ? TIME_NONE : a->at, asked);
	format_rfc3339(a == NULL ? TIME_NONE : a->receipted, got);
	for (size_t k = 0; k <= l->contacts.n; k++) {
		const struct contact *p = k < l->contacts.n ? &l->contacts.v[k]
							    : &none;

		if (p == &none ? n > 0
			       : !p->enabled || !str_eq(p->org, r->code))
			continue;
		n++;
		csv_row(
		    (const char *[]){r->code, r->name, r->told ? "yes" : "no",
			asked, got, p->name, p->email, p->phone},
		    8);
	}
}

static void
print_csv(const struct reached *l)
{
	csv_row((const char *[]){"code", "municipality", "told", "asked",
		    "receipted", "contact", "email", "phone"},
	    8);
	for (size_t k = 0; k < l->reach.n; k++)
		if (is_missing(l, &l->reach.v[k]))
			csv_one(l, &l->reach.v[k]);
}

int
run_unreached(struct ctl *c, const char *arg)
{
	struct reached l = {0};
	struct err e;
	int status = ctl_store_reading(c);

	if (status != 0 || (status = ctl_incident(c, arg, &l.i)) != 0)
		return status;
	if (reached_read(c, &l, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	else if (c->json)
		out_json(list_json(c, &l));
	else if (ctl_flag(c, "csv"))
		print_csv(&l);
	else
		print_list(c, &l);
	reached_clear(&l);
	return status;
}
