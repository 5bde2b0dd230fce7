#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alertctl/send/confirm.h"
#include "alertctl/ctl.h"
#include "alertctl/ui/out.h"
#include "alertctl/contacts/phonebook.h"
#include "alertctl/run.h"
#include "base/address.h"
#include "base/attr.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/mention.h"
#include "base/tr.h"
#include "contacts/find.h"
#include "contacts/keep.h"
#include "store/forget.h"

/* One forgetting, from the words of the command line on. */
struct forget {
	struct ctl *c;
	struct orgs orgs;
	struct contacts found; /* whom the words may mean */
	struct identity who;
	struct strv keys; /* of the configuration that name him */
	struct forgotten n;
};

static void
forget_clear(struct forget *f)
{
	orgs_clear(&f->orgs);
	contacts_clear(&f->found);
	identity_clear(&f->who);
	strv_clear(&f->keys);
}

/* --- who it is ------------------------------------------------------------
 */

/* "Anna Jensen <anna@example.dk> +4500000001", what is there of it. */
static void
print_contact(FILE *out, const struct forget *f, const struct contact *k)
{
	const struct org *o = org_of(&f->orgs, k->org);

	fprintf(out, "  %-12s %-20s %s%s%s%s%s%s%s\n", k->org,
	    o != NULL ? o->name : "", k->name, *k->name != '\0' ? " " : "",
	    *k->email != '\0' ? "<" : "", k->email,
	    *k->email != '\0' ? "> " : "", k->phone,
	    k->id == 0 ? _(" (no contact any more)") : "");
}

/* They are one when they have one name; who has none is one by his address. */
static bool
is_one(const struct contacts *l, bool by_name)
{
	for (size_t i = 1; i < l->n; i++)
		if (strcasecmp(l->v[i].name, l->v[0].name) != 0 ||
		    (by_name && !str_eq(l->v[i].org, l->v[0].org)))
			return false;
	return true;
}

static int
ambiguous(const struct forget *f, const char *word)
{
	int status = ctl_fail(EX_DATAERR,
	    _("\"%s\" may be several persons; give a name and its "
	      "organisation:"),
	    word);

	for (size_t i = 0; i < f->found.n; i++)
		print_contact(stderr, f, &f->found.v[i]);
	return status;
}

/* An address or a number means the same person in every organisation. */
static int
find(struct forget *f, const char *word, const struct org *o)
{
	char phone[PHONE_SIZE];
	bool number = phone_normalise(word, phone, NULL) == 0;
	bool by_name = !number && strchr(word, '@') == NULL;
	struct err e;

	if (store_forget_find(f->c->store, number ? phone : word,
		o == NULL ? NULL : o->code, &f->found, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	if (f->found.n == 0)
		return ctl_fail(EX_NOINPUT,
		    _("nobody is known as \"%s\": give an e-mail address, a "
		      "number, or a name as \"alertctl contacts list\" "
		      "has it"),
		    word);
	if (!is_one(&f->found, by_name))
		return ambiguous(f, word);
	if (store_forget_who(f->c->store, &f->found, &f->who, &e) == -1 ||
	    store_forget_scan(f->c->store, &f->who, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	return 0;
}

static int
identify(struct forget *f)
{
	const struct ctl *c = f->c;
	const struct org *o = NULL;
	struct err e;

	if (store_orgs(c->store, &f->orgs, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	if (c->n_args > 1 &&
	    (o = org_find(&f->orgs, ORG_ANY, c->args[1])) == NULL)
		return org_unknown(&f->orgs, c->args[1]);
	return find(f, c->args[0], o);
}

/* --- the configuration, which only its owner changes ----------------------
 */

static bool
names_him(const struct forget *f, const char *s)
{
	return mention_in(s, &f->who.words) || mention_in(s, &f->who.names);
}

static void
look_list(struct forget *f, const struct strv *l, const char *key)
{
	for (size_t i = 0; i < l->n; i++)
		if (names_him(f, l->v[i]) && !strv_has(&f->keys, key))
			strv_add(&f->keys, key);
}

static void
look_rota(struct forget *f, const struct rota_conf *r)
{
	look_list(f, &r->people, "rotas[].people");
	for (size_t i = 0; i < r->n_shifts; i++)
		if (names_him(f, r->shifts[i].who) &&
		    !strv_has(&f->keys, "rotas[].shifts[].who"))
			strv_add(&f->keys, "rotas[].shifts[].who");
}

static void
look_configuration(struct forget *f)
{
	const struct config *k = f->c->conf;
	const struct {
		const char *key, *value;
	} texts[] = {{"notices.contact", k->notices.contact},
	    {"mail.from", k->mail.from}, {"mail.reply_to", k->mail.reply_to}};

	for (size_t i = 0; i < LENGTH(texts); i++)
		if (names_him(f, texts[i].value))
			strv_add(&f->keys, texts[i].key);
	look_list(f, &k->alarm.mail, "alarm.mail");
	look_list(f, &k->alarm.sms, "alarm.sms");
	for (size_t i = 0; i < k->n_rotas; i++)
		look_rota(f, &k->rotas[i]);
}

/* --- what forbids it ------------------------------------------------------
 */

static int
check_bar(struct forget *f)
{
	struct bar b;
	struct err e;
	int status = 0;

	if (store_forget_bar(f->c->store, &f->who, clock_read().wall, &b, &e) ==
	    -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	switch (b.what) {
	case BAR_MESSAGE:
		status = ctl_fail(EX_DATAERR,
		    _("message %" PRId64
		      " is still to be sent to this person: wait "
		      "for it, or \"alertctl outbox cancel %" PRId64 "\""),
		    b.id, b.id);
		break;
	case BAR_CALL:
		status = ctl_fail(EX_DATAERR,
		    _("call %" PRId64 " is open, and rings this person or is "
		      "taken by him or her: end "
		      "it first, or have somebody else take it"),
		    b.id);
		break;
	case BAR_COVER:
		status = ctl_fail(EX_DATAERR,
		    _("cover %" PRId64
		      " is of this person and not over: \"alertctl "
		      "oncall uncover %" PRId64 "\" takes it back"),
		    b.id, b.id);
		break;
	case BAR_NONE:
		break;
	}
	return status;
}

/* --- what goes ------------------------------------------------------------
 */

/* In a transaction: what stands in its way, then all of it. */
static int
forget_now(struct forget *f)
{
	struct store *s = f->c->store;
	struct reaches before = {0};
	struct strv lost = {0};
	struct err e;
	int status = check_bar(f);

	if (status != 0)
		return status;
	if (keep_before(s, &before, &e) == -1 ||
	    store_forget(s, &f->who, ctl_actor(f->c), clock_read().wall, &f->n,
		&e) == -1 ||
	    keep_after(s, &before, &lost, NULL, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	else if (lost.n > 0)
		status = nobody_left(&lost);
	strv_clear(&lost);
	reaches_clear(&before);
	return status;
}

/* Only with really it stays done; else it is counted and rolled back. */
static int
pass(struct forget *f, bool really)
{
	struct store *s = f->c->store;
	struct err e;
	int status;

	if (store_begin(s, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	status = forget_now(f);
	if (status != 0 || !really)
		store_rollback(s);
	else if (store_commit(s, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	return status;
}

static json_t *
who_json(const struct contacts *l)
{
	json_t *j = json_array();

	for (size_t i = 0; i < l->n; i++) {
		const struct contact *k = &l->v[i];

		json_array_append_new(
		    j, json_pack("{s:s, s:s, s:s, s:s, s:b}", "organisation",
			   k->org, "name", k->name, "email", k->email, "phone",
			   k->phone, "contact", k->id != 0));
	}
	return j;
}

static void
print_json(const struct forget *f, bool dry)
{
	const struct forgotten *n = &f->n;

	out_json(json_pack("{s:b, s:o, s:o, s:b, s:o, s:I, s:I, s:I, s:I, s:I,"
			   " s:I, s:I}",
	    "dry_run", dry, "person", who_json(&f->who.who), "shared",
	    json_words(&f->who.shared), "namesake", f->who.namesake,
	    "configuration", json_words(&f->keys), "contacts",
	    (json_int_t)n->contacts, "deliveries", (json_int_t)n->deliveries,
	    "calls", (json_int_t)n->calls, "codes", (json_int_t)n->codes,
	    "covers", (json_int_t)n->covers, "texts", (json_int_t)n->texts,
	    "records", (json_int_t)n->records));
}

static void
print_counts(const struct forgotten *n)
{
	const struct {
		int64_t n;
		const char *what;
	} rows[] = {
	    {n->contacts, N_("contacts go")},
	    {n->deliveries,
		N_("deliveries stay with their organisation, channel, state "
		   "and times, without name and address")},
	    {n->calls, N_("entries of who was paged go")},
	    {n->codes, N_("codes for answers go")},
	    {n->covers, N_("covers that are over go")},
	    {n->texts, N_("texts of pages and notes lose name and address")},
	    {n->records, N_("records of the audit trail lose their text, and "
			    "the trail stays whole")},
	};

	for (size_t i = 0; i < LENGTH(rows); i++)
		if (rows[i].n > 0)
			printf(
			    "  %6" PRId64 "  %s\n", rows[i].n, _(rows[i].what));
}

static void
print_notes(const struct forget *f)
{
	for (size_t i = 0; i < f->who.shared.n; i++)
		printf(_("%s is another contact's, too: what names nothing "
			 "else stays.\n"),
		    f->who.shared.v[i]);
	if (f->who.namesake)
		printf("%s\n",
		    _("Another contact has the same name: texts that say only "
		      "the name stay."));
	for (size_t i = 0; i < f->keys.n; i++)
		printf(_("%s in alertd.yaml names the person: take it out by "
			 "hand.\n"),
		    f->keys.v[i]);
}

static void
print_text(const struct forget *f)
{
	printf("%s\n", _("To be forgotten:"));
	for (size_t i = 0; i < f->who.who.n; i++)
		print_contact(stdout, f, &f->who.who.v[i]);
	print_counts(&f->n);
	print_notes(f);
}

static int
carry_out(struct forget *f)
{
	struct ctl *c = f->c;
	struct err e;
	int status = pass(f, true);

	if (status != 0)
		return status;
	c->done = true;
	/* Else the next checkpoint of the daemon does it. */
	store_forget_settle(c->store, &e);
	if (c->json)
		print_json(f, false);
	else
		printf("%s\n", _("Forgotten. Backups, the log of the system "
				 "and the mail server keep their own."));
	return EX_OK;
}

static int
forget(struct forget *f)
{
	struct ctl *c = f->c;
	bool dry = ctl_flag(c, "dry-run");
	int status = identify(f);

	if (status == 0)
		status = pass(f, false);
	if (status != 0)
		return status;
	look_configuration(f);
	if (!c->json)
		print_text(f);
	else if (dry)
		print_json(f, true);
	if (dry)
		return EX_OK;
	status = confirm_phrase(c, "FORGET");
	return status == -1 ? carry_out(f) : status;
}

int
run_contacts_forget(struct ctl *c)
{
	struct forget f = {.c = c};
	int status = ctl_store(c, false);

	if (status == 0)
		status = forget(&f);
	forget_clear(&f);
	return status;
}
