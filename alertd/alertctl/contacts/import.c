/* contacts import and export. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alertctl/ctl.h"
#include "alertctl/status/map.h"
#include "alertctl/ui/out.h"
#include "alertctl/run.h"
#include "alertctl/contacts/topics.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/tr.h"
#include "contacts/contacts.h"
#include "contacts/keep.h"
#include "contacts/seed.h"
#include "store/messages.h"

/* One import, from the file to the store. */
struct import {
	const char *path;
	char *text;
	size_t len;
	bool replace, apply, force;
	struct diags problems;
	/* What there was when it was compared. */
	int64_t version; /* of the store */
	struct orgs orgs;
	struct contacts old;
	struct reaches before;
	struct plan plan;
	struct bulk bulk; /* what it does */
	size_t rows; /* contacts in the file */
	struct strv topics; /* that a contact may name */
	struct strv lost; /* see contacts/keep.h */
	struct reaches reach; /* as it is after the import */
};

/* What came of comparing. */
static void
forget_look(struct import *i)
{
	bulk_close(&i->bulk);
	diags_clear(&i->problems);
	orgs_clear(&i->orgs);
	contacts_clear(&i->old);
	reaches_clear(&i->before);
	plan_clear(&i->plan);
	i->rows = 0;
}

static void
import_clear(struct import *i)
{
	free(i->text);
	forget_look(i);
	strv_clear(&i->topics);
	strv_clear(&i->lost);
	reaches_clear(&i->reach);
}

/* Nothing is imported that nobody can have meant. */
static bool
acceptable(const struct import *i)
{
	return i->problems.n == 0 && i->rows > 0 &&
	       (i->lost.n == 0 || i->force);
}

/* Reads the file and compares it with the store, which is not changed. */
static int
look(struct ctl *c, struct import *i, struct store *s, struct err *e)
{
	struct contacts new = {0};
	int r;

	i->version = store_version(s);
	r = store_orgs(s, &i->orgs, e);
	if (r == 0)
		r = store_contacts(s, &i->old, e);
	if (r == 0)
		r = keep_before(s, &i->before, e);
	if (r == 0 && contacts_read(i->path, i->text, i->len, &i->orgs,
			  &i->topics, &new, &i->problems) == 0) {
		i->rows = new.n;
		contacts_compare(&i->old, &new, i->replace, &i->plan);
		r = contacts_prepare(s, &i->plan, ctl_actor(c), &i->bulk, e);
	}
	contacts_clear(&new);
	return r;
}

/*
 * Whether the store is still what was compared: 1, 0, or -1 with *e. Without
 * another's commit the contacts are, and only we may have added organisations.
 */
static int
look_again(const struct import *i, struct store *s, struct err *e)
{
	struct orgs orgs = {0};
	int r = store_orgs(s, &orgs, e);

	if (r == 0)
		r = orgs_same(&i->orgs, &orgs);
	if (r == 1 && store_version(s) != i->version)
		r = store_contacts_are(s, &i->old, e);
	orgs_clear(&orgs);
	return r;
}

/* The plan, done inside the transaction, and what it takes away. */
static int
apply_plan(struct import *i, struct store *s, struct err *e)
{
	const size_t *n = i->plan.count;
	int r = bulk_apply(&i->bulk, clock_read().wall, e);

	/* By what is only added nobody loses anything. */
	if (r == 0 && n[CHANGE_UPDATE] + n[CHANGE_REMOVE] > 0)
		r = keep_after(s, &i->before, &i->lost, NULL, e);
	return r;
}

/* What was looked at before, in a transaction now. -1 with *e. */
static int
carry_out(struct ctl *c, struct import *i, struct store *s, struct err *e)
{
	int r = store_seed(s, e);

	if (r == 0)
		r = store_seed_teams(s, &c->conf->escalation, e);
	if (r == 0)
		r = look_again(i, s, e);
	if (r == 0) {
		forget_look(i);
		r = look(c, i, s, e);
	}
	if (r == -1 || i->problems.n > 0)
		return r == -1 ? -1 : 0;
	return apply_plan(i, s, e);
}

/* Others write again while the disk is waited for. */
static int
finish(struct ctl *c, struct import *i, struct store *s, struct err *e)
{
	if (store_commit(s, e) == -1)
		return -1;
	c->done = c->done || s == c->store;
	store_reach(s, 0, 0, &i->reach, NULL);
	return store_sync(s, e);
}

/*
 * All in one transaction, which is taken back unless apply: so a dry run
 * meets what the import itself would. What takes long is done before it, as
 * everybody else waits for its end.
 */
static int
import_into(struct ctl *c, struct import *i, struct store *s, struct err *e)
{
	int r;

	if (look(c, i, s, e) == -1 ||
	    (i->apply && store_sync_later(s, e) == -1) ||
	    store_begin(s, e) == -1)
		return -1;
	r = carry_out(c, i, s, e);
	if (r == 0 && acceptable(i) && i->apply)
		return finish(c, i, s, e);
	if (r == 0)
		r = store_reach(s, 0, 0, &i->reach, e);
	store_rollback(s);
	return r;
}

static json_t *
plan_json(const struct import *i)
{
	json_t *changes = json_array();

	for (size_t k = 0; k < i->plan.n; k++) {
		const struct change *g = &i->plan.v[k];
		const struct contact *of = g->kind == CHANGE_REMOVE ? &g->before
								    : &g->after;

		if (g->kind == CHANGE_KEEP)
			continue;
		json_array_append_new(changes,
		    json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s}", "change",
			change_name(g->kind), "organisation", of->org, "name",
			of->name, "email", of->email, "phone", of->phone,
			"topics", of->topics, "channels",
			channel_choice_name(of->channels)));
	}
	return json_pack("{s:b, s:I, s:I, s:I, s:I, s:o}", "applied", i->apply,
	    "added", (json_int_t)i->plan.count[CHANGE_ADD], "changed",
	    (json_int_t)i->plan.count[CHANGE_UPDATE], "kept",
	    (json_int_t)i->plan.count[CHANGE_KEEP], "removed",
	    (json_int_t)i->plan.count[CHANGE_REMOVE], "changes", changes);
}

static void
print_plan(const struct import *i)
{
	const size_t *n = i->plan.count;

	for (size_t k = 0; k < i->plan.n; k++) {
		char *line;

		if (i->plan.v[k].kind == CHANGE_KEEP)
			continue;
		line = change_text(&i->plan.v[k]);
		printf("%s\n", line);
		free(line);
	}
	printf(i->apply ? _("%zu added, %zu changed, %zu removed, %zu as they "
			    "were\n")
			: _("Nothing was changed; it would be: %zu added, %zu "
			    "changed, %zu removed, %zu as they were\n"),
	    n[CHANGE_ADD], n[CHANGE_UPDATE], n[CHANGE_REMOVE], n[CHANGE_KEEP]);
	if (i->reach.n > 0)
		printf(
		    i->apply
			? _("%zu of %zu municipalities have contacts\n")
			: _("%zu of %zu municipalities have contacts then\n"),
		    map_count(&i->reach, false), i->reach.n);
}

static int
refuse_lost(const struct import *i)
{
	char *list = keep_list(&i->lost);
	int status = ctl_fail(EX_DATAERR,
	    tr_n("%s: %zu municipality would have nobody left for outages of "
		 "FMK (%s); nothing was imported; --force does it all the same",
		"%s: %zu municipalities would have nobody left for outages of "
		"FMK (%s); nothing was imported; --force does it all the same",
		i->lost.n),
	    i->path, i->lost.n, list);

	free(list);
	return status;
}

static int
tell(const struct ctl *c, struct import *i)
{
	size_t n = i->problems.n;

	if (n > 0) {
		diags_print(&i->problems, stderr);
		return ctl_fail(EX_DATAERR,
		    tr_n("%s: %zu mistake; nothing was imported",
			"%s: %zu mistakes; nothing was imported", n),
		    i->path, n);
	}
	if (i->rows == 0)
		return ctl_fail(EX_DATAERR,
		    _("%s: holds no contacts; nothing was imported"), i->path);
	if (!acceptable(i) && i->apply)
		return refuse_lost(i);
	if (c->json)
		out_json(plan_json(i));
	else
		print_plan(i);
	return acceptable(i) ? EX_OK : refuse_lost(i);
}

/*
 * A missing store is made only for a file that is known to be good: it is
 * tried on one in memory first.
 */
static int
try_in_memory(struct ctl *c, struct import *i, bool *good)
{
	struct import trial = *i;
	struct err e;
	struct store *s = store_open(":memory:", true, &e);
	int status = EX_OK;

	trial.apply = false;
	if (s == NULL || import_into(c, &trial, s, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	*good = status == EX_OK && acceptable(&trial);
	if (status == EX_OK && (!*good || !i->apply))
		status = tell(c, &trial);
	trial.text = NULL;
	trial.topics = (struct strv){0};
	import_clear(&trial);
	if (s != NULL)
		store_close(s);
	return status;
}

static int
import(struct ctl *c, struct import *i)
{
	struct err e;
	bool good = true;
	int status = ctl_config(c, true);

	if (status == 0)
		topics_known(c, &i->topics);
	if (status == 0 && access(c->conf->store, F_OK) == -1 &&
	    errno == ENOENT) {
		status = try_in_memory(c, i, &good);
		if (status != 0 || !good || !i->apply)
			return status;
	}
	if (status == 0)
		status = ctl_store(c, true);
	if (status != 0)
		return status;
	if (import_into(c, i, c->store, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE,
		    c->done ? _("%s; it was imported, but may be gone after a "
				"loss of power")
			    : _("%s; nothing was imported"),
		    e.msg);
	return tell(c, i);
}

int
run_contacts_import(struct ctl *c)
{
	struct import i = {.path = c->args[0],
	    .replace = ctl_flag(c, "replace"),
	    .force = ctl_flag(c, "force"),
	    .apply = !ctl_flag(c, "dry-run")};
	struct err e;
	int status;

	if (strcmp(i.path, "-") != 0 && access(i.path, R_OK) == -1)
		return ctl_fail(EX_NOINPUT, "%s: %s", i.path, strerror(errno));
	if (file_read(i.path, LIMIT_CSV_FILE, &i.text, &i.len, &e) == -1)
		return ctl_fail(EX_DATAERR, "%s", e.msg);
	status = import(c, &i);
	import_clear(&i);
	return status;
}

/* The file as contacts_write() makes it, in memory; free(). */
static int
export_text(struct ctl *c, char **text, size_t *len, struct err *e)
{
	struct contacts l = {0};
	FILE *f;
	int r = store_contacts(c->store, &l, e);

	*text = NULL;
	f = r == 0 ? open_memstream(text, len) : NULL;
	if (r == 0 && f == NULL)
		r = err_set(e, "no memory for the contacts");
	if (r == 0)
		r = contacts_write(f, &l, e);
	if (f != NULL && fclose(f) != 0 && r == 0)
		r = err_set(e, "no memory for the contacts");
	contacts_clear(&l);
	return r;
}

/* The file that was asked for, not the temporary one beside it. */
static int
cannot_write(const char *path, const struct err *e)
{
	const char *why = strrchr(e->msg, ':');

	return ctl_fail(
	    EX_CANTCREAT, "%s%s", path, why != NULL ? why : ": not written");
}

int
run_contacts_export(struct ctl *c)
{
	char *text = NULL;
	size_t len = 0;
	struct err e = {""};
	int status = ctl_store_reading(c);

	if (status != 0)
		return status;
	if (export_text(c, &text, &len, &e) == -1 || text == NULL)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	else if (c->n_args == 0 || strcmp(c->args[0], "-") == 0)
		fwrite(text, 1, len, stdout);
	else if (file_write(c->args[0], text, len, 0600, &e) == -1)
		status = cannot_write(c->args[0], &e);
	free(text);
	return status;
}
