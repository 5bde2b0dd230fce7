#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "alertctl/feed/body.h"
#include "alertctl/feed/replay.h"
#include "alertctl/run.h"
#include "base/clock.h"
#include "base/mem.h"

/* The folder's own name. */
static char *
folder_name(const char *folder)
{
	size_t len = strlen(folder), at;

	while (len > 1 && folder[len - 1] == '/')
		len--;
	for (at = len; at > 0 && folder[at - 1] != '/';)
		at--;
	return xstrndup(folder + at, len - at);
}

static int
read_until(struct ctl *c, const struct recording *l, int64_t *until)
{
	const char *text = ctl_option(c, "until");

	*until = l->v[l->n - 1].at;
	if (text != NULL && parse_rfc3339(text, until) == -1)
		return ctl_fail(EX_USAGE,
		    _("--until %s: must be RFC 3339 (2026-03-29T06:00:00Z)"),
		    text);
	if (*until < l->v[0].at)
		return ctl_fail(EX_USAGE,
		    _("--until %s is before the first body (%s)"), text,
		    l->v[0].path);
	return 0;
}

static int
open_recording(const char *folder, struct recording *l)
{
	struct stat st;
	struct err e;

	if (stat(folder, &st) == -1)
		return ctl_fail(EX_NOINPUT, "%s: %s", folder, strerror(errno));
	if (recording_open(folder, l, &e) == -1)
		return ctl_fail(EX_DATAERR, "%s", e.msg);
	if (l->n == 0)
		return ctl_fail(EX_NOINPUT,
		    _("%s: holds no recorded bodies (2026-03-28T221300Z.json)"),
		    folder);
	return 0;
}

static int
replay(struct ctl *c, struct replay *r, const struct recording *l)
{
	struct err e;
	int status = replay_open(r, ctl_flag(c, "deliver"));

	if (status != 0)
		return status;
	c->done = ctl_flag(c, "deliver");
	if (replay_run(r, l, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	if (r->good == 0)
		return ctl_fail(EX_DATAERR, _("no body could be read: %s"),
		    r->first_failure);
	if (r->silent && replay_summary(r, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	return EX_OK;
}

int
run_replay(struct ctl *c)
{
	struct recording l = {0};
	struct replay r = {.c = c};
	char *folder = folder_name(c->args[0]);
	int status = kind_option(c, &r.kind);

	if (status == 0)
		status = open_recording(c->args[0], &l);
	if (status == 0)
		status = read_until(c, &l, &r.until);
	if (status == 0)
		status = ctl_config(c, ctl_flag(c, "deliver"));
	if (status == 0)
		status = ctl_filter(c);
	if (status == 0)
		status = ctl_templates(c);
	if (status == 0)
		status = body_feed(c, folder, &r.feed);
	if (status == 0) {
		r.pages = ctl_flag(c, "pages");
		r.silent = ctl_flag(c, "summary");
		status = replay(c, &r, &l);
	}
	replay_close(&r);
	recording_clear(&l);
	free(folder);
	return status;
}
