/* contacts add, edit and remove, and what an organisation's default is. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/send/confirm.h"
#include "alertctl/ctl.h"
#include "alertctl/ui/out.h"
#include "alertctl/contacts/phonebook.h"
#include "alertctl/run.h"
#include "alertctl/contacts/topics.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/topic.h"
#include "base/tr.h"
#include "contacts/check.h"
#include "contacts/contacts.h"
#include "contacts/keep.h"
#include "contacts/part.h"

/* One change, tried or done; text says what it is. */
struct edit {
	struct phonebook book;
	struct plan plan; /* of a contact: one change */
	const struct org *org; /* whose default it is, or NULL */
	char *topics; /* of that */
	enum channel_choice channels;
	char *text;
	const char *shown; /* what text must be, or NULL */
};

static void
edit_clear(struct edit *d)
{
	phonebook_clear(&d->book);
	plan_clear(&d->plan);
	free(d->topics);
	free(d->text);
	*d = (struct edit){0};
}

/* --- what was asked for ----------------------------------------------------
 */

/* The value of an option of topics or channels: "default" is nothing. */
static const char *
part_option(struct ctl *c, const char *name)
{
	const char *value = ctl_option(c, name);

	return value != NULL && strcmp(value, "default") == 0 ? "" : value;
}

/* *topics and *channels become what the options say, if they say it. */
static int
read_part(struct ctl *c, char **topics, enum channel_choice *channels)
{
	const char *said = part_option(c, "topics");
	const char *choice = part_option(c, "channels");
	struct strv known = {0};
	char *list = NULL;
	struct err e;
	int status = 0;

	topics_known(c, &known);
	if (said != NULL && topics_parse(said, &known, &list, &e) == -1)
		status = ctl_fail(EX_USAGE, _("--topics: %s"), e.msg);
	else if (choice != NULL && contact_channels(choice, channels, &e) == -1)
		status = ctl_fail(EX_USAGE, _("--channels: %s"), e.msg);
	if (list != NULL) {
		free(*topics);
		*topics = list;
	}
	strv_clear(&known);
	return status;
}

static int
read_name(struct ctl *c, struct contact *k)
{
	const char *name = ctl_option(c, "name");
	char *line;

	if (name == NULL)
		return 0;
	line = str_line(name, strlen(name), LIMIT_CSV_FIELD);
	if (strcmp(line, name) != 0) {
		free(line);
		return ctl_fail(EX_USAGE,
		    _("--name: must be one line of UTF-8, without spaces at "
		      "the ends, of at most %d bytes"),
		    LIMIT_CSV_FIELD);
	}
	free(k->name);
	k->name = line;
	return 0;
}

/* What the options say of the contact, into *k. */
static int
read_contact(struct ctl *c, struct contact *k)
{
	const char *email = ctl_option(c, "email");
	const char *phone = ctl_option(c, "phone");
	char number[PHONE_SIZE];
	struct err e;
	int status = read_name(c, k);

	if (status == 0 && email != NULL && contact_email(email, &e) == -1)
		status = ctl_fail(EX_USAGE, _("--email %s: %s"), email, e.msg);
	if (status == 0 && phone != NULL &&
	    contact_phone(phone, number, &e) == -1)
		status = ctl_fail(EX_USAGE, _("--phone %s: %s"), phone, e.msg);
	if (status != 0)
		return status;
	if (email != NULL)
		xreplace(&k->email, email);
	if (phone != NULL)
		xreplace(&k->phone, number);
	return read_part(c, &k->topics, &k->channels);
}

/* The same checks as a file meets. */
static int
check_contact(
    const struct edit *d, const struct contact *k, const struct org *o)
{
	struct err e;

	if (contact_fits(k, o, &e) == -1 ||
	    contact_single(k, &d->book.all, &e) == -1)
		return ctl_fail(
		    EX_DATAERR, _("%s; nothing was changed"), e.msg);
	return 0;
}

static struct change *
only_change(struct edit *d, enum change_kind kind)
{
	d->plan.v = xcalloc(1, sizeof(*d->plan.v));
	d->plan.n = d->plan.count[kind] = 1;
	d->plan.v[0].kind = kind;
	return &d->plan.v[0];
}

static int
plan_add(struct ctl *c, struct edit *d)
{
	int status = 0;
	const struct org *o = phonebook_org(&d->book, c->args[0], &status);
	struct contact *k;

	if (o == NULL)
		return status;
	k = &only_change(d, CHANGE_ADD)->after;
	*k = (struct contact){
	    .org = xstrdup(o->code),
	    .name = xstrdup(""),
	    .email = xstrdup(""),
	    .phone = xstrdup(""),
	    .enabled = true,
	    .topics = xstrdup(""),
	};
	status = read_contact(c, k);
	return status != 0 ? status : check_contact(d, k, o);
}

static bool
any_option(const struct ctl *c)
{
	static const char *const names[] = {
	    "name", "email", "phone", "topics", "channels"};

	for (size_t i = 0; i < LENGTH(names); i++)
		if (ctl_flag(c, names[i]))
			return true;
	return false;
}

static int
plan_edit(struct ctl *c, struct edit *d)
{
	int status = 0;
	const struct contact *k;
	struct change *x;

	if (!any_option(c))
		return ctl_fail(EX_USAGE,
		    _("nothing to change: give --name, --email, --phone, "
		      "--topics or --channels"));
	k = phonebook_contact(&d->book, c->args[0], &status);
	if (k == NULL)
		return status;
	x = only_change(d, CHANGE_UPDATE);
	x->before = contact_copy(k);
	x->after = contact_copy(k);
	status = read_contact(c, &x->after);
	return status != 0 ? status
			   : check_contact(d, &x->after,
				 phonebook_org(&d->book, k->org, &status));
}

static int
plan_remove(struct ctl *c, struct edit *d)
{
	int status = 0;
	const struct contact *k = phonebook_contact(
	    &d->book, c->args[0], &status);

	if (k == NULL)
		return status;
	only_change(d, CHANGE_REMOVE)->before = contact_copy(k);
	return 0;
}

static int
plan_org(struct ctl *c, struct edit *d)
{
	int status = 0;

	d->org = phonebook_org(&d->book, c->args[0], &status);
	if (d->org == NULL)
		return status;
	if (d->org->kind == ORG_ONCALL)
		return ctl_fail(EX_USAGE,
		    _("%s is an on-call team: it is paged of everything, and "
		      "the steps of the escalation say by which channel"),
		    d->org->code);
	d->topics = xstrdup(d->org->topics);
	d->channels = d->org->channels;
	return read_part(c, &d->topics, &d->channels);
}

/* --- tried, or done --------------------------------------------------------
 */

typedef int plan_fn(struct ctl *c, struct edit *d);

static int
apply(struct ctl *c, struct edit *d, struct err *e)
{
	int64_t now = clock_read().wall;

	if (d->org == NULL)
		return contacts_apply(c->store, &d->plan, ctl_actor(c), now, e);
	return org_part_apply(
	    c->store, d->org, d->topics, d->channels, ctl_actor(c), now, e);
}

static char *
edit_text(const struct edit *d)
{
	return d->org == NULL ? change_text(&d->plan.v[0])
			      : org_part_text(d->org, d->topics, d->channels);
}

static int
same_as_shown(const struct edit *d)
{
	if (d->shown == NULL || strcmp(d->shown, d->text) == 0)
		return 0;
	return ctl_fail(
	    EX_DATAERR, _("it was changed meanwhile; nothing was done"));
}

/* In a transaction, which stays open when it is 0. */
static int
carry_out(struct ctl *c, plan_fn *plan, struct edit *d, struct err *e)
{
	struct reaches before = {0};
	struct strv lost = {0};
	int status = 0, r = phonebook_read(c->store, &d->book, e);

	if (r == 0)
		status = plan(c, d);
	if (r == 0 && status == 0) {
		d->text = edit_text(d);
		status = same_as_shown(d);
	}
	if (r == 0 && status == 0) {
		r = keep_before(c->store, &before, e);
		if (r == 0)
			r = apply(c, d, e);
		if (r == 0)
			r = keep_after(c->store, &before, &lost, NULL, e);
	}
	if (r == 0 && status == 0 && lost.n > 0)
		status = nobody_left(&lost);
	if (r == -1)
		status = ctl_fail(
		    EX_UNAVAILABLE, _("%s; nothing was changed"), e->msg);
	strv_clear(&lost);
	reaches_clear(&before);
	return status;
}

/* 0, or an exit status; only with really it stays done. */
static int
pass(struct ctl *c, plan_fn *plan, bool really, struct edit *d)
{
	struct err e;
	int status;

	if (store_begin(c->store, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	status = carry_out(c, plan, d, &e);
	if (status != 0 || !really) {
		store_rollback(c->store);
		return status;
	}
	if (store_commit(c->store, &e) == -1)
		return ctl_fail(
		    EX_UNAVAILABLE, _("%s; nothing was changed"), e.msg);
	c->done = true;
	return 0;
}

static json_t *
contact_json(const struct contact *k)
{
	return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s}", "organisation",
	    k->org, "name", k->name, "email", k->email, "phone", k->phone,
	    "topics", k->topics, "channels", channel_choice_name(k->channels));
}

static json_t *
edit_json(const struct edit *d, bool applied)
{
	json_t *j = json_pack("{s:b}", "applied", applied);
	const struct change *x = d->plan.v;

	if (d->org != NULL) {
		json_object_set_new(
		    j, "organisation", json_string(d->org->code));
		json_object_set_new(j, "topics", json_string(d->topics));
		json_object_set_new(j, "channels",
		    json_string(channel_choice_name(d->channels)));
		return j;
	}
	assert(x != NULL);
	json_object_set_new(j, "change", json_string(change_name(x->kind)));
	json_object_set_new(j, "before",
	    x->kind == CHANGE_ADD ? json_null() : contact_json(&x->before));
	json_object_set_new(j, "after",
	    x->kind == CHANGE_REMOVE ? json_null() : contact_json(&x->after));
	return j;
}

static void
tell(const struct ctl *c, const struct edit *d, bool applied)
{
	if (c->json)
		out_json(edit_json(d, applied));
	else if (applied)
		printf("%s\n", d->text);
	else
		printf(_("Nothing was changed; it would be: %s\n"), d->text);
}

/* Who is removed is shown and asked about first; then it must be the same. */
static int
confirm_first(struct ctl *c, plan_fn *plan, char **shown)
{
	struct edit d = {0};
	int status = pass(c, plan, false, &d);

	if (status == 0) {
		*shown = xstrdup(d.text);
		if (!c->json)
			printf("%s\n", d.text);
		status = confirm_phrase(c, "REMOVE");
	}
	edit_clear(&d);
	return status;
}

static int
change(struct ctl *c, plan_fn *plan, bool confirm)
{
	bool dry = ctl_flag(c, "dry-run");
	char *shown = NULL;
	struct edit d = {0};
	int status = ctl_store(c, false);

	if (status == 0 && confirm && !dry) {
		status = confirm_first(c, plan, &shown);
		if (status == -1)
			status = 0;
	}
	d.shown = shown;
	if (status == 0)
		status = pass(c, plan, !dry, &d);
	if (status == 0 && (shown == NULL || c->json))
		tell(c, &d, !dry);
	else if (status == 0)
		printf(_("The contact is removed.\n"));
	edit_clear(&d);
	free(shown);
	return status;
}

int
run_contacts_add(struct ctl *c)
{
	return change(c, plan_add, false);
}

int
run_contacts_edit(struct ctl *c)
{
	return change(c, plan_edit, false);
}

int
run_contacts_remove(struct ctl *c)
{
	return change(c, plan_remove, true);
}

static void
print_org(struct ctl *c, const struct org *o)
{
	if (c->json)
		out_json(json_pack("{s:s, s:s, s:s, s:s}", "organisation",
		    o->code, "name", o->name, "topics", o->topics, "channels",
		    channel_choice_name(o->channels)));
	else
		printf(_("%s (%s): who says nothing else takes part in %s, by "
			 "%s.\n"),
		    o->name, o->code, topics_words(o->topics),
		    channels_words(o->channels));
}

/* Without an option it shows the default. */
int
run_contacts_org(struct ctl *c)
{
	struct phonebook book = {0};
	const struct org *o = NULL;
	struct err e;
	int status;

	if (ctl_flag(c, "topics") || ctl_flag(c, "channels"))
		return change(c, plan_org, false);
	status = ctl_store(c, false);
	if (status == 0 && phonebook_read(c->store, &book, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	if (status == 0)
		o = phonebook_org(&book, c->args[0], &status);
	if (o != NULL)
		print_org(c, o);
	phonebook_clear(&book);
	return status;
}
