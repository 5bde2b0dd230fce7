#include <errno.h>
#include <stdlib.h>

#include "alertctl/feed/feeds.h"
#include "alertctl/ui/out.h"
#include "alertctl/run.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/running.h"
#include "deliver/maildir.h"
#include "feed/mailfolder.h"

/*
 * Beside a wrong command line and a mail that no second attempt makes right,
 * all is for later: mail may not bounce because a file is being edited.
 */
static int
find_feed(struct ctl *c, const char *name, const struct feed_conf **out)
{
	if (ctl_config(c, true) != 0)
		return EX_TEMPFAIL;
	*out = config_feed(c->conf, name);
	if (*out == NULL)
		return feed_unknown(c, name);
	if ((*out)->kind != FEED_MAILDIR)
		return ctl_fail(EX_USAGE,
		    _("feed %s is of kind %s; mail goes into one of kind "
		      "maildir"),
		    name, feed_kind_name((*out)->kind));
	return 0;
}

/*
 * Also what is larger than max_bytes of the feed: its beginning tells of an
 * outage, and nobody would hear of one that was sent back.
 */
static int
read_mail(char **mail, size_t *len)
{
	struct err e;

	if (file_read("-", LIMIT_MAIL_FILE, mail, len, &e) == -1) {
		if (errno != EFBIG)
			return ctl_fail(
			    EX_TEMPFAIL, _("standard input: %s"), e.msg);
		return ctl_fail(EX_DATAERR,
		    _("the mail is larger than %d bytes"), LIMIT_MAIL_FILE);
	}
	if (*len > 0)
		return 0;
	free(*mail);
	return ctl_fail(EX_DATAERR, _("there is no mail on standard input"));
}

int
run_feed_deliver(struct ctl *c)
{
	const struct feed_conf *f;
	const char *folder;
	char *mail;
	size_t len;
	struct err e;
	int status = find_feed(c, c->args[0], &f);

	if (status == 0)
		status = read_mail(&mail, &len);
	if (status != 0)
		return status;
	folder = mailfolder_path(f);
	if (maildir_make(folder, &e) == -1 ||
	    maildir_put(folder, mail, len, &e) == -1) {
		status = ctl_fail(EX_TEMPFAIL, _("not stored: %s"), e.msg);
	} else {
		c->done = true;
		daemon_wake(c->conf->store);
		if (c->json)
			out_json(json_pack(
			    "{s:s, s:s}", "feed", f->name, "maildir", folder));
	}
	free(mail);
	return status;
}
