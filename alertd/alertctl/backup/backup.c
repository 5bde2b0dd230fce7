#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alertctl/backup/facts.h"
#include "alertctl/ctl.h"
#include "alertctl/run.h"
#include "alertctl/ui/out.h"
#include "base/attr.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"

#define KEEP_MOST 10000

/* The name of a backup in a folder: "alertd-20261127T034500Z.db". */
static const char shape[] = "alertd-00000000T000000Z.db";

static bool
has_shape(const char *name)
{
	if (strlen(name) != strlen(shape))
		return false;
	for (size_t i = 0; shape[i] != '\0'; i++)
		if (shape[i] == '0' ? !(name[i] >= '0' && name[i] <= '9')
				    : name[i] != shape[i])
			return false;
	return true;
}

static char *
name_in(const char *folder, int64_t now)
{
	char when[COMPACT_SIZE];

	return xasprintf("%s/alertd-%s.db", folder, format_compact(now, when));
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)b, *(char *const *)a);
}

/* The newest first: their names are their times. */
static int
list(const char *folder, struct strv *out, struct err *e)
{
	DIR *d = opendir(folder);
	struct dirent *f;

	if (d == NULL)
		return err_set(e, "%s: %s", folder, strerror(errno));
	while ((f = readdir(d)) != NULL)
		if (has_shape(f->d_name))
			strv_add(out, f->d_name);
	closedir(d);
	if (out->n > 0)
		qsort(out->v, out->n, sizeof(*out->v), by_name);
	return 0;
}

/* The backups beyond keep, which are older than the one just made. */
static int
remove_old(const char *folder, int64_t keep, struct strv *gone, struct err *e)
{
	struct strv all = {0};
	int r = list(folder, &all, e);

	for (size_t i = (size_t)keep; r == 0 && i < all.n; i++) {
		char *path = xasprintf("%s/%s", folder, all.v[i]);

		if (unlink(path) == -1)
			r = err_set(e, "%s: %s", path, strerror(errno));
		else
			strv_add(gone, path);
		free(path);
	}
	if (r == 0 && gone->n > 0 && dir_sync(folder) == -1)
		r = err_set(e, "%s: %s", folder, strerror(errno));
	strv_clear(&all);
	return r;
}

static void
say(struct ctl *c, const char *file, const struct backup_facts *f,
    const struct strv *gone)
{
	char *title;
	json_t *j;

	if (c->json) {
		j = facts_json(file, f);
		json_object_set_new(j, "removed", json_words(gone));
		out_json(j);
		return;
	}
	title = xasprintf(_("Backed up, whole: %s"), file);
	facts_print(title, f);
	free(title);
	if (f->head[0] != '\0')
		printf(_("  head       %s\n"), f->head);
	for (size_t i = 0; i < gone->n; i++)
		printf(_("Removed: %s\n"), gone->v[i]);
	printf("%s\n", _("It holds names, numbers and keys: keep it as you "
			 "keep the database."));
}

static int
back_up(struct ctl *c, const char *file, const char *folder, int64_t keep)
{
	struct backup_facts f;
	struct strv gone = {0};
	enum store_fault fault;
	struct err e;
	int status = EX_OK;

	if (store_backup(c->conf->store, file, ctl_flag(c, "force"),
		ctl_actor(c), &f, &fault, &e) == -1)
		return ctl_fail(facts_status(fault),
		    _("%s; no backup was made, and none was changed"), e.msg);
	c->done = true;
	if (keep > 0 && remove_old(folder, keep, &gone, &e) == -1)
		status = ctl_fail(EX_CANTCREAT,
		    _("%s; the backup is made, but an old one cannot be "
		      "removed"),
		    e.msg);
	say(c, file, &f, &gone);
	strv_clear(&gone);
	return status;
}

/* 0 without --keep. */
static int
read_keep(const struct ctl *c, bool folder, int64_t *keep)
{
	const char *text = ctl_option(c, "keep");

	*keep = 0;
	if (text == NULL)
		return 0;
	if (!folder)
		return ctl_fail(EX_USAGE,
		    _("--keep is for a folder, which must exist: %s"),
		    c->args[0]);
	if (parse_int(text, 1, KEEP_MOST, keep) == -1)
		return ctl_fail(EX_USAGE,
		    _("--keep %s: must be a number from 1 to %d"), text,
		    KEEP_MOST);
	return 0;
}

int
run_backup(struct ctl *c)
{
	const char *arg = c->args[0];
	struct stat st;
	bool folder = stat(arg, &st) == 0 && S_ISDIR(st.st_mode);
	int64_t keep;
	char *file;
	int status = read_keep(c, folder, &keep);

	if (status == 0)
		status = ctl_config(c, true);
	if (status != 0)
		return status;
	if (access(c->conf->store, F_OK) == -1 && errno == ENOENT)
		return ctl_fail(EX_NOINPUT,
		    _("%s: there is no store yet, and nothing to back up"),
		    c->conf->store);
	file = folder ? name_in(arg, clock_read().wall) : xstrdup(arg);
	status = back_up(c, file, arg, keep);
	free(file);
	return status;
}
