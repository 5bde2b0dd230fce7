#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alertctl/ui/ask.h"
#include "alertctl/send/draft.h"
#include "alertctl/ui/editor.h"
#include "alertctl/send/keeper.h"
#include "alertctl/ui/out.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"

static char *
folder_of(const struct ctl *c, int64_t id)
{
	return xasprintf("%s.draft-%lld", c->conf->store, (long long)id);
}

void
keep(struct keeper *k, const struct said *said)
{
	struct draft d = {.id = k->id,
	    .incident = k->incident,
	    .at = clock_read().wall,
	    .pid = getpid(),
	    .owner = xstrdup(ctl_actor(k->c)),
	    .body = draft_write(said)};
	struct err e;
	int r;

	if (!k->off) {
		r = store_draft_put(k->c->store, &d, &e);
		if (r == 0) {
			ctl_fail(EX_OK,
			    _("the draft was sent or dropped elsewhere; what "
			      "you type is kept as a new one"));
			d.id = 0;
			r = store_draft_put(k->c->store, &d, &e);
		}
		if (r == -1)
			ctl_fail(EX_OK, _("%s; no draft is kept"), e.msg);
		else
			k->id = d.id;
	}
	draft_clear(&d);
}

int
keep_remove(struct keeper *k, struct err *e)
{
	return k->id == 0 ? 1 : store_draft_remove(k->c->store, k->id, e);
}

void
keep_forget(const struct keeper *k)
{
	char *folder = folder_of(k->c, k->id);

	if (k->id != 0)
		editor_forget(folder);
	free(folder);
}

char *
keep_folder(struct keeper *k)
{
	char path[] = "/tmp/alertctl.XXXXXX";

	if (k->id != 0 && !k->off)
		return folder_of(k->c, k->id);
	if (mkdtemp(path) != NULL)
		return xstrdup(path);
	ctl_fail(EX_OK, _("there is no folder for the editor's file"));
	return NULL;
}

int
keep_stopped(const struct keeper *k)
{
	if (k->id == 0)
		return ctl_fail(
		    EX_USAGE, _("stopped; nothing was sent or changed"));
	if (k->incident == 0)
		return ctl_fail(EX_USAGE,
		    _("stopped; nothing was sent. It is kept as a draft; "
		      "\"alertctl send --draft\" goes on with it"));
	return ctl_fail(EX_USAGE,
	    _("stopped; nothing was sent. It is kept as a draft; \"alertctl "
	      "update %lld\" goes on with it"),
	    (long long)k->incident);
}

char *
keep_label(const struct draft *d)
{
	struct said said;
	struct err e;
	char *s = draft_read(d->body, &said, &e) == 0 ? draft_label(&said)
						      : xstrdup(e.msg);

	said_clear(&said);
	return s;
}

/* "4711 (alertctl) S …" of one that has not ended. */
bool
keep_in_use(const struct draft *d)
{
	char *path = xasprintf("/proc/%lld/stat", (long long)d->pid);
	char *stat = NULL;
	const char *name;
	bool yes = false;

	if (d->pid != getpid() &&
	    file_read(path, 4096, &stat, NULL, NULL) == 0) {
		name = strchr(stat, '(');
		yes = name != NULL && str_starts(name, "(alertctl) ") &&
		      !str_starts(name, "(alertctl) Z");
	}
	free(stat);
	free(path);
	return yes;
}

/* What the editor had saved when it ended with its terminal. */
static void
take_file(struct keeper *k, struct said *said)
{
	char *folder = folder_of(k->c, k->id);
	char *text = editor_saved(folder);

	if (text == NULL) {
		free(folder);
		return;
	}
	if (!str_empty(text) && !str_eq(text, said->text)) {
		xreplace(&said->text, text);
		said->has[SAID_TEXT] = false;
		said_point(said);
		fprintf(stderr, "%s\n",
		    _("The text that the editor had saved is taken up."));
	}
	free(text);
	keep(k, said);
	if (!k->off)
		editor_forget(folder);
	free(folder);
}

static int
take(struct keeper *k, const struct draft *d, struct said *said)
{
	struct err e;

	if (draft_read(d->body, said, &e) == -1)
		return ctl_fail(EX_DATAERR,
		    _("draft %lld: %s; \"alertctl drafts drop %lld\" drops "
		      "it"),
		    (long long)d->id, e.msg, (long long)d->id);
	k->id = d->id;
	take_file(k, said);
	return 1;
}

/* 1 yes, 0 no, -1 stopped. */
static int
wanted(const struct draft *d)
{
	char when[WHEN_SIZE], *label = keep_label(d), *question;
	bool used = keep_in_use(d);
	int r;

	out_when(d->at, when);
	question = xasprintf(
	    used ? _("Draft of %s: %s\n(it is open in another terminal). Go "
		     "on with it here?")
		 : _("Draft of %s: %s\nGo on with it?"),
	    when, label);
	r = ask_yes(question, !used);
	if (r == 0)
		fprintf(stderr,
		    _("It is kept; \"alertctl drafts drop %lld\" drops it.\n"),
		    (long long)d->id);
	free(question);
	free(label);
	return r;
}

int
keep_find(struct keeper *k, bool take_newest, struct said *said)
{
	struct drafts l = {0};
	struct err e;
	int r = 0;

	said_init(said);
	keep_prune(k->c, clock_read().wall);
	if (store_drafts(k->c->store, ctl_actor(k->c), 0, &l, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	for (size_t i = 0; r == 0 && i < l.n; i++) {
		if (l.v[i].incident != k->incident)
			continue;
		r = take_newest ? 1 : wanted(&l.v[i]);
		if (r == 1)
			r = take(k, &l.v[i], said);
	}
	drafts_clear(&l);
	return r;
}

int
keep_drop(struct ctl *c, int64_t id, struct err *e)
{
	struct keeper k = {.c = c, .id = id};
	int r = keep_remove(&k, e);

	if (r != -1)
		keep_forget(&k);
	return r;
}

void
keep_prune(struct ctl *c, int64_t now)
{
	struct drafts l = {0};
	struct err e;

	if (store_drafts(c->store, NULL, 0, &l, &e) == 0)
		for (size_t i = 0; i < l.n; i++)
			if (l.v[i].at <=
			    now - LIMIT_DRAFT_DAYS * INT64_C(86400))
				keep_drop(c, l.v[i].id, &e);
	drafts_clear(&l);
}
