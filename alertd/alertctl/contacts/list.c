#include <stdio.h>
#include <unistd.h>

#include "alertctl/ctl.h"
#include "alertctl/ui/out.h"
#include "alertctl/contacts/phonebook.h"
#include "alertctl/run.h"
#include "base/clock.h"
#include "base/tr.h"
#include "contacts/find.h"
#include "store/part.h"

/* When what was sent to that address came back; TIME_NONE = it did not. */
static int64_t
came_back(const struct phonebook *b, enum channel channel, const char *address)
{
	const struct address *a = addresses_find(
	    &b->addresses, channel, address);

	return a == NULL ? TIME_NONE : a->bounced;
}

static json_t *
contact_json(
    const struct phonebook *b, const struct org *o, const struct contact *k)
{
	return json_pack("{s:I, s:s, s:s, s:s, s:s, s:s, s:s, s:b, s:s, s:s, "
			 "s:o, s:o}",
	    "id", (json_int_t)k->id, "organisation", k->org, "kind",
	    o != NULL ? org_kind_name(o->kind) : "", "organisation_name",
	    o != NULL ? o->name : "", "name", k->name, "email", k->email,
	    "phone", k->phone, "enabled", k->enabled, "topics", k->topics,
	    "channels", channel_choice_name(k->channels), "email_bounced",
	    json_time(came_back(b, CHANNEL_MAIL, k->email)), "phone_bounced",
	    json_time(came_back(b, CHANNEL_SMS, k->phone)));
}

/* " [fmk planned; sms-outages]" where it or its organisation says so. */
static void
print_part(const struct org *o, const struct contact *k)
{
	const char *topics = o == NULL ? k->topics : contact_topics(k, o);
	enum channel_choice choice = o == NULL ? k->channels
					       : contact_choice(k, o);
	const char *by = choice == CHOICE_BOTH ? ""
					       : channel_choice_name(choice);

	if (*topics != '\0' || *by != '\0')
		printf(" [%s%s%s]", topics,
		    *topics != '\0' && *by != '\0' ? "; " : "", by);
}

static void
print_came_back(const struct phonebook *b, const struct contact *k)
{
	int64_t mail = came_back(b, CHANNEL_MAIL, k->email);
	int64_t sms = came_back(b, CHANNEL_SMS, k->phone);
	char when[WHEN_SIZE];

	if (mail != TIME_NONE)
		printf(_(" (mail came back %.10s)"), out_when(mail, when));
	if (sms != TIME_NONE)
		printf(_(" (SMS came back %.10s)"), out_when(sms, when));
}

static void
print_contact(
    const struct phonebook *b, const struct org *o, const struct contact *k)
{
	printf("%5lld  %-12s ", (long long)k->id, k->org);
	out_padded(o != NULL ? o->name : "", 20);
	putchar(' ');
	/* One line for what reads lines, two where 80 columns are all. */
	if (isatty(STDOUT_FILENO) == 1) {
		printf("%s\n       ", k->name);
	} else {
		out_padded(k->name, 24);
		putchar(' ');
	}
	printf("%-34s %s", k->email[0] != '\0' ? k->email : "-",
	    k->phone[0] != '\0' ? k->phone : "-");
	print_part(o, k);
	print_came_back(b, k);
	printf("%s\n", k->enabled ? "" : " (disabled)");
}

static void
print_contacts(struct ctl *c, const struct phonebook *b, const struct org *only)
{
	const struct contacts *l = &b->all;
	struct out_list list;
	size_t n = 0;

	if (c->json)
		out_list_begin(&list, NULL, NULL);
	for (size_t i = 0; i < l->n; i++) {
		const struct contact *k = &l->v[i];
		const struct org *o = org_of(&b->orgs, k->org);

		if (only != NULL && o != only)
			continue;
		n++;
		if (c->json)
			out_list_add(&list, contact_json(b, o, k));
		else
			print_contact(b, o, k);
	}
	if (c->json)
		out_list_end(&list);
	else if (n == 0)
		puts(_("There are no contacts; \"alertctl contacts import "
		       "FILE\" brings them."));
}

int
run_contacts_list(struct ctl *c)
{
	struct phonebook b = {0};
	const struct org *only = NULL;
	struct err e;
	int status = ctl_store_reading(c);

	if (status != 0)
		return status;
	if (phonebook_read(c->store, &b, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	else if (c->n_args > 0)
		only = phonebook_org(&b, c->args[0], &status);
	if (status == 0)
		print_contacts(c, &b, only);
	phonebook_clear(&b);
	return status;
}
