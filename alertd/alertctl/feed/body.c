#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alertctl/feed/body.h"
#include "alertctl/feed/feeds.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/parse.h"

int
kind_option(struct ctl *c, enum feed_kind *kind)
{
	const char *name = ctl_option(c, "kind"), *near;

	*kind = FEED_AUTO;
	if (name == NULL || feed_kind_parse(name, kind) == 0)
		return 0;
	near = nearest(name, feed_kind_names());
	if (near != NULL)
		return ctl_fail(EX_USAGE,
		    _("there is no kind \"%s\"; did you mean \"%s\"?"), name,
		    near);
	return ctl_fail(EX_USAGE,
	    _("there is no kind \"%s\"; alertd.yaml(5) lists them"), name);
}

int
body_read(struct ctl *c, const char *path, struct reports *out)
{
	enum feed_kind kind;
	char *body;
	size_t len;
	struct err e;
	int status = kind_option(c, &kind);

	if (status != 0)
		return status;
	if (strcmp(path, "-") != 0 && access(path, R_OK) == -1)
		return ctl_fail(EX_NOINPUT, "%s: %s", path, strerror(errno));
	if (file_read(path, LIMIT_FEED_BODY, &body, &len, &e) == -1)
		return ctl_fail(EX_DATAERR, "%s", e.msg);
	if (feed_parse(kind, path, body, len, LIMIT_FEED_ITEMS, out, &e) == -1)
		status = ctl_fail(EX_DATAERR, "%s: %s", path, e.msg);
	free(body);
	return status;
}

int
body_feed(struct ctl *c, const char *path, char **feed)
{
	const struct feed_conf *feeds = c->conf->feeds;
	const char *name = ctl_option(c, "feed");
	size_t n = c->conf->n_feeds;
	enum feed_kind kind;
	int status = kind_option(c, &kind);

	*feed = NULL;
	if (status != 0)
		return status;
	for (size_t i = 0; i < n; i++) {
		if (name != NULL	? !str_eq(feeds[i].name, name)
		    : kind == FEED_AUTO ? n > 1
					: feeds[i].kind != kind)
			continue;
		*feed = xstrdup(feeds[i].name);
		return 0;
	}
	if (name != NULL)
		return feed_unknown(c, name);
	*feed = xstrdup(path);
	return 0;
}

void
body_judge(struct ctl *c, const struct report *r, struct finding *out)
{
	struct err e;

	if (filter_judge(c->filter, r, out, &e) == -1)
		ctl_fail(EX_OK, "%s: %s", r->id, e.msg);
}
