#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/address.h"
#include "base/attr.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "deliver/compose.h"
#include "deliver/maildir.h"
#include "deliver/transport.h"

#define BATCH 100

int
maildir_make(const char *path, struct err *e)
{
	static const char *const parts[] = {"tmp", "new", "cur"};
	int r = 0;

	for (size_t i = 0; r == 0 && i < LENGTH(parts); i++) {
		char *part = xasprintf("%s/%s", path, parts[i]);

		r = dir_make(part, e);
		free(part);
	}
	return r;
}

/* Unique among processes, machines and messages; sorts by time. */
static char *
unique_name(void)
{
	static unsigned count;
	struct timespec now;
	char host[256] = "";

	clock_gettime(CLOCK_REALTIME, &now);
	if (gethostname(host, sizeof(host) - 1) == -1 || host[0] == '\0')
		memcpy(host, "localhost", sizeof("localhost"));
	for (char *p = host; *p != '\0'; p++)
		if (*p == '/' || *p == ':')
			*p = '_';
	return xasprintf("%lld.M%09ldP%ldQ%u.%s", (long long)now.tv_sec,
	    now.tv_nsec, (long)getpid(), count++, host);
}

/* Line by line, each CRLF as the LF that Maildirs have. */
static int
write_mail(int fd, const char *mail, size_t len)
{
	char *text = xmalloc(len + 1);
	size_t n = 0;
	int r;

	for (size_t i = 0; i < len; i++)
		if (mail[i] != '\r' || i + 1 == len || mail[i + 1] != '\n')
			text[n++] = mail[i];
	r = file_write_all(fd, text, n);
	free(text);
	return r == -1 ? -1 : fsync(fd);
}

static int
write_file(const char *path, const char *mail, size_t len)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	int r;

	if (fd == -1)
		return -1;
	r = write_mail(fd, mail, len);
	if (close(fd) == -1)
		r = -1;
	if (r == -1)
		unlink(path);
	return r;
}

int
maildir_put(const char *path, const char *mail, size_t len, struct err *e)
{
	char *name = unique_name();
	char *temp = xasprintf("%s/tmp/%s", path, name);
	char *folder = xasprintf("%s/new", path);
	char *final = xasprintf("%s/%s", folder, name);
	int r = write_file(temp, mail, len);

	if (r == 0 && (r = rename(temp, final)) == -1)
		unlink(temp);
	if (r == 0)
		r = dir_sync(folder);
	if (r == -1)
		err_set(e, "%s: %s", path, strerror(errno));
	free(final);
	free(folder);
	free(temp);
	free(name);
	return r;
}

struct maildir {
	struct transport transport;
	const struct mail_conf *conf;
	char *envelope_from;
	char *via;
};

static int
deliver(const struct maildir *d, const struct message *m, struct err *e)
{
	char *from = envelope_sender(m, d->conf, d->envelope_from);
	struct buf mail;
	int r;

	buf_init(&mail, LIMIT_MAIL_BYTES);
	r = compose(m, d->conf, from, &mail, e);
	if (r == 0)
		r = maildir_put(d->conf->maildir, mail.data, mail.len, e);
	buf_clear(&mail);
	free(from);
	return r;
}

static int
maildir_send(struct transport *t, const struct messages *l, sent_fn *fn,
    void *arg, struct err *e)
{
	struct maildir *d = (struct maildir *)t;

	for (size_t i = 0; i < l->n; i++) {
		const struct message *m = &l->v[i];
		struct err why = {""};
		enum outcome outcome = OUTCOME_ACCEPTED;
		int begun = transport_begin_one(t, m, 0);

		if (begun == -1)
			return 0;
		if (begun == 0)
			continue;
		if (deliver(d, m, &why) == -1)
			outcome = OUTCOME_TEMPFAIL;
		if (transport_tell(m, outcome,
			outcome == OUTCOME_ACCEPTED ? "delivered" : why.msg,
			d->via, fn, arg) == -1)
			return 0;
	}
	(void)e;
	return 0;
}

static void
maildir_close(struct transport *t)
{
	struct maildir *d = (struct maildir *)t;

	free(d->envelope_from);
	free(d->via);
	free(d);
}

struct transport *
maildir_open(const struct config *conf, struct err *e)
{
	struct maildir *d;
	char *name, *address;

	if (conf->mail.maildir[0] == '\0') {
		err_set(e, "mail.maildir: no folder is configured");
		return NULL;
	}
	if (mailbox_parse(conf->mail.from, &name, &address, e) == -1) {
		err_prefix(e, "mail.from: ");
		return NULL;
	}
	free(name);
	if (maildir_make(conf->mail.maildir, e) == -1) {
		free(address);
		return NULL;
	}
	d = xcalloc(1, sizeof(*d));
	d->transport = (struct transport){
	    .send = maildir_send, .close = maildir_close, .batch = BATCH};
	d->conf = &conf->mail;
	d->envelope_from = address;
	d->via = xasprintf("maildir %s", conf->mail.maildir);
	return &d->transport;
}
