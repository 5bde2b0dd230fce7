#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/ctl.h"
#include "alertctl/out.h"
#include "alertctl/run.h"
#include "base/diag.h"
#include "base/mem.h"
#include "store/orgs.h"

static const struct org *
org_of(const struct orgs *l, const char *code)
{
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->v[i].code, code) == 0)
			return &l->v[i];
	return NULL;
}

/* The organisation of that code or name, or NULL with what it may be. */
static const struct org *
find_org(const struct orgs *l, const char *word)
{
	const struct org *o = org_of(l, word);

	for (size_t i = 0; o == NULL && i < l->n; i++)
		if (strcasecmp(l->v[i].name, word) == 0)
			o = &l->v[i];
	return o;
}

static int
unknown_org(const struct orgs *l, const char *word)
{
	const char **names = xcalloc(2 * l->n + 1, sizeof(*names)), *near;
	int status;

	for (size_t i = 0; i < l->n; i++) {
		names[2 * i] = l->v[i].name;
		names[2 * i + 1] = l->v[i].code;
	}
	near = nearest(word, names);
	status =
	    near != NULL
		? ctl_fail(EX_NOINPUT,
		      "there is no organisation \"%s\"; did you mean \"%s\"?",
		      word, near)
		: ctl_fail(EX_NOINPUT,
		      "there is no organisation \"%s\": give its code (0101) "
		      "or "
		      "name",
		      word);
	free(names);
	return status;
}

static json_t *
contact_json(const struct org *o, const struct contact *k)
{
	return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:b}", "organisation",
	    k->org, "kind", o != NULL ? org_kind_name(o->kind) : "",
	    "organisation_name", o != NULL ? o->name : "", "name", k->name,
	    "email", k->email, "phone", k->phone, "enabled", k->enabled);
}

static void
print_contact(const struct org *o, const struct contact *k)
{
	printf("%-12s ", k->org);
	out_padded(o != NULL ? o->name : "", 20);
	putchar(' ');
	out_padded(k->name, 24);
	printf(" %-34s %s%s\n", k->email[0] != '\0' ? k->email : "-",
	    k->phone[0] != '\0' ? k->phone : "-",
	    k->enabled ? "" : " (disabled)");
}

static void
print_contacts(struct ctl *c, const struct orgs *orgs, const struct contacts *l,
    const struct org *only)
{
	json_t *list = json_array();
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++) {
		const struct contact *k = &l->v[i];
		const struct org *o = org_of(orgs, k->org);

		if (only != NULL && o != only)
			continue;
		n++;
		if (c->json)
			json_array_append_new(list, contact_json(o, k));
		else
			print_contact(o, k);
	}
	if (c->json)
		out_json(json_incref(list));
	else if (n == 0)
		printf("There are no contacts; \"alertctl contacts import "
		       "FILE\" brings them.\n");
	json_decref(list);
}

int
run_contacts_list(struct ctl *c)
{
	struct orgs orgs = {0};
	struct contacts l = {0};
	const struct org *only = NULL;
	struct err e;
	int status = ctl_store_reading(c);

	if (status != 0)
		return status;
	if (store_orgs(c->store, &orgs, &e) == -1 ||
	    store_contacts(c->store, &l, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	else if (c->n_args > 0 && (only = find_org(&orgs, c->args[0])) == NULL)
		status = unknown_org(&orgs, c->args[0]);
	else
		print_contacts(c, &orgs, &l, only);
	contacts_clear(&l);
	orgs_clear(&orgs);
	return status;
}
