#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"
#include "contacts/contacts.h"
#include "contacts/orgfile.h"
#include "contacts/seed.h"

typedef int read_fn(const char *file, const char *text, size_t len,
    struct orgs *out, struct diags *d);

/* What is built in was tested; a mistake in it is still better said. */
static int
complain(const char *path, struct diags *d, struct err *e)
{
	char *line;

	if (d->n == 0)
		return err_set(e, "%s is not built in", path);
	line = diags_line(d, 0);
	err_set(e, "built-in %s", line);
	free(line);
	return -1;
}

static int
read_orgs(const char *path, read_fn *read, struct orgs *out, struct err *e)
{
	const struct embedded *f = embedded_find(path);
	struct diags d = {0};
	int r = f == NULL ? -1 : read(path, f->data, f->len, out, &d);

	if (r == -1)
		complain(path, &d, e);
	diags_clear(&d);
	return r;
}

static int
put_missing(struct store *s, const struct orgs *built_in, struct err *e)
{
	for (size_t i = 0; i < built_in->n; i++)
		if (store_org_add(s, &built_in->v[i], e) == -1)
			return -1;
	return 0;
}

int
store_seed(struct store *s, struct err *e)
{
	struct orgs built_in = {0};
	int r = -1;

	if (read_orgs("contacts/vendors.csv", vendors_read, &built_in, e) ==
		-1 ||
	    read_orgs("contacts/municipalities.csv", municipalities_read,
		&built_in, e) == -1 ||
	    read_orgs("contacts/oncall.csv", teams_read, &built_in, e) == -1)
		goto out;
	if (store_begin(s, e) == -1)
		goto out;
	if (put_missing(s, &built_in, e) == 0)
		r = store_commit(s, e);
	else
		store_rollback(s);
out:
	orgs_clear(&built_in);
	return r;
}

static bool
named(const struct orgs *l, const struct team_conf *t)
{
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->v[i].code, t->code) == 0)
			return strcmp(l->v[i].name, t->name) == 0;
	return false;
}

int
store_seed_teams(
    struct store *s, const struct escalation_conf *conf, struct err *e)
{
	struct orgs known = {0};
	char none[] = "";
	int r = 0;

	if (conf->n_teams == 0)
		return 0;
	r = store_teams(s, &known, e);
	for (size_t i = 0; r == 0 && i < conf->n_teams; i++)
		if (!named(&known, &conf->teams[i]))
			r = store_org_put(s,
			    &(struct org){.kind = ORG_ONCALL,
				.code = conf->teams[i].code,
				.name = conf->teams[i].name,
				.region = none,
				.vendor = none,
				.topics = none},
			    e);
	orgs_clear(&known);
	return r;
}

static int
read_sample(const struct orgs *orgs, struct contacts *out, struct err *e)
{
	static const char path[] = "contacts/sample.csv";
	const struct embedded *f = embedded_find(path);
	struct diags d = {0};
	int r = f == NULL
		    ? -1
		    : contacts_read(path, f->data, f->len, orgs, NULL, out, &d);

	if (r == -1)
		complain(path, &d, e);
	diags_clear(&d);
	return r;
}

/* Within a transaction. */
static int
put_sample(struct store *s, struct err *e)
{
	struct orgs orgs = {0};
	struct contacts known = {0}, sample = {0};
	int r = store_seed(s, e);

	if (r == 0)
		r = store_contacts(s, &known, e);
	if (r == 0 && known.n == 0) {
		r = store_orgs(s, &orgs, e);
		if (r == 0)
			r = read_sample(&orgs, &sample, e);
		for (size_t i = 0; r == 0 && i < sample.n; i++)
			r = store_contact_put(s, &sample.v[i], e);
	}
	contacts_clear(&sample);
	contacts_clear(&known);
	orgs_clear(&orgs);
	return r;
}

int
store_seed_sample(struct store *s, struct err *e)
{
	if (store_begin(s, e) == -1)
		return -1;
	if (put_sample(s, e) == 0)
		return store_commit(s, e);
	store_rollback(s);
	return -1;
}
