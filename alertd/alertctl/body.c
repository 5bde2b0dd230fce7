#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alertctl/body.h"
#include "base/file.h"
#include "base/limits.h"
#include "feed/parse.h"

int
kind_option(struct ctl *c, enum feed_kind *kind, bool *given)
{
	const char *name = ctl_option(c, "kind");

	*given = name != NULL;
	if (name != NULL && feed_kind_parse(name, kind) == -1)
		return ctl_fail(EX_USAGE,
		    "--kind %s: must be statuspage, rss or confluence", name);
	return 0;
}

int
body_parse(const enum feed_kind *kind, const char *feed, const char *body,
    size_t len, struct reports *out, struct err *e)
{
	enum feed_kind guessed;

	if (kind == NULL && feed_guess(body, len, &guessed, e) == -1)
		return -1;
	return feed_parse(kind != NULL ? *kind : guessed, feed, body, len,
	    LIMIT_FEED_ITEMS, out, e);
}

int
body_read(struct ctl *c, const char *path, struct reports *out)
{
	enum feed_kind kind;
	bool given;
	char *body;
	size_t len;
	struct err e;
	int status = kind_option(c, &kind, &given);

	if (status != 0)
		return status;
	if (strcmp(path, "-") != 0 && access(path, R_OK) == -1)
		return ctl_fail(EX_NOINPUT, "%s: %s", path, strerror(errno));
	if (file_read(path, LIMIT_FEED_BODY, &body, &len, &e) == -1)
		return ctl_fail(EX_DATAERR, "%s", e.msg);
	if (body_parse(given ? &kind : NULL, path, body, len, out, &e) == -1)
		status = ctl_fail(EX_DATAERR, "%s: %s", path, e.msg);
	free(body);
	return status;
}

void
body_judge(struct ctl *c, const struct report *r, struct finding *out)
{
	struct err e;

	if (filter_judge(c->filter, r, out, &e) == -1)
		ctl_fail(EX_OK, "%s: %s", r->id, e.msg);
}
