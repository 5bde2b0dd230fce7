#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alertctl/send/follow.h"
#include "alertctl/ui/out.h"
#include "alertctl/send/running.h"
#include "base/lock.h"
#include "base/mem.h"
#include "base/running.h"
#include "deliver/drain.h"
#include "outbox/outbox.h"
#include "store/messages.h"

/* How long another alertctl that delivers is waited for. */
#define WAIT_TRIES 300
#define WAIT_MS 200

char *
start_hint(
    const char *systemd, const char *const *folders, const struct config *conf)
{
	bool found = false;

	for (; access(systemd, F_OK) == 0 && !found && *folders != NULL;
	     folders++) {
		char *unit = xasprintf("%s/alertd.service", *folders);

		found = access(unit, F_OK) == 0;
		free(unit);
	}
	if (found)
		return xstrdup("systemctl start alertd");
	if (strcmp(conf->file, CONFIG_DEFAULT) == 0)
		return xstrdup("alertd");
	return xasprintf("alertd -c %s", conf->file);
}

char *
daemon_start_hint(const struct config *conf)
{
	static const char *const folders[] = {"/etc/systemd/system",
	    "/run/systemd/system", "/usr/local/lib/systemd/system",
	    "/usr/lib/systemd/system", "/lib/systemd/system", NULL};

	return start_hint("/run/systemd/system", folders, conf);
}

/*
 * Takes the lock of the store. 1 and *fd; 0 when a daemon has it and was
 * woken; -1 with *e. Another alertctl is waited for.
 */
static int
delivery_lock(const char *store, int *fd, struct err *e)
{
	char *path = xasprintf("%s.lock", store);
	int64_t holder = 0;
	int r = 0;

	for (int i = 0; i < WAIT_TRIES; i++) {
		r = lock_take(path, LOCK_ALERTCTL, fd, &holder, e);
		if (r != 0 || daemon_wake(store))
			break;
		poll(NULL, 0, WAIT_MS);
		r = -2;
	}
	if (r == -2)
		r = err_set(e,
		    "process %" PRId64 " has held %s for a minute and does not "
		    "answer",
		    holder, path);
	free(path);
	return r;
}

static void
hear(int sig)
{
	(void)sig;
}

/*
 * Ctrl-C ends the workers, each when it has an answer to what it sent, and not
 * us: it has to be said what is left. Ignored it would be so for them, too.
 */
static int
drain_here(struct ctl *c, int64_t incident, int notice, struct err *e)
{
	const struct sigaction heard = {.sa_handler = hear};
	struct sigaction before;
	struct follow f;
	int r;

	if (outbox_recover(c->store, c->conf->sms.on_unknown, NULL, 0, e) == -1)
		return -1;
	follow_begin(&f, c, incident, notice);
	sigaction(SIGINT, &heard, &before);
	r = drain(c->conf, c->store, f.on ? follow_turn : NULL, &f, e);
	sigaction(SIGINT, &before, NULL);
	follow_end(&f);
	return r;
}

int64_t
counts_unfinished(const struct outbox_counts *n)
{
	return n->unfinished;
}

static void
say_counts(const struct outbox_counts *n)
{
	char *mail = out_counts(n, CHANNEL_MAIL);
	char *sms = out_counts(n, CHANNEL_SMS);

	printf(_("mail: %s\nSMS:  %s\n"), mail, sms);
	free(mail);
	free(sms);
}

static int
deliver_here(struct ctl *c, int64_t incident, int notice, json_t *into)
{
	struct outbox_counts n;
	struct err e;
	char *start = daemon_start_hint(c->conf);
	int status = EX_OK;

	if (!c->json)
		printf(_("alertd is not running (to start it: %s): delivering "
			 "from here …\n"),
		    start);
	fflush(stdout);
	if (drain_here(c, incident, notice, &e) == -1)
		status = ctl_fail(EX_TEMPFAIL,
		    _("%s; what is not sent stays queued: start alertd (%s), "
		      "or \"alertctl outbox retry\""),
		    e.msg, start);
	if (store_outbox_counts(c->store, incident, notice, &n, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE,
		    _("it is queued, but how far it is cannot be read: %s"),
		    e.msg);
	else if (c->json)
		json_object_set_new(into, "outbox", counts_json(&n));
	else
		say_counts(&n);
	if (status == EX_OK && counts_unfinished(&n) > 0)
		status = ctl_fail(EX_TEMPFAIL,
		    tr_n("%" PRId64 " recipient is not reached yet and alertd "
			 "is not running: start it (%s), or \"alertctl outbox "
			 "retry\"",
			"%" PRId64 " recipients are not reached yet and "
			"alertd is not running: start it (%s), or \"alertctl "
			"outbox retry\"",
			counts_unfinished(&n)),
		    counts_unfinished(&n), start);
	free(start);
	return status;
}

/* Only a terminal is kept waiting. */
static int
follow_there(struct ctl *c, int64_t incident, int notice)
{
	struct follow f;

	follow_begin(&f, c, incident, notice);
	if (f.on) {
		printf("%s\n",
		    _("alertd is delivering (Ctrl-C leaves, and it goes on) "
		      "…"));
		return follow_daemon(c, incident, notice);
	}
	if (!c->json)
		printf("%s\n",
		    _("alertd is delivering; \"alertctl status\" tells how far "
		      "it is."));
	return EX_OK;
}

int
deliver_now(struct ctl *c, int64_t incident, int notice, json_t *into)
{
	struct err e;
	int fd = -1, status = EX_OK;
	int r = delivery_lock(c->conf->store, &fd, &e);

	if (c->json)
		json_object_set_new(into, "daemon", json_boolean(r == 0));
	if (r == -1)
		return ctl_fail(EX_TEMPFAIL, _("%s; it stays queued"), e.msg);
	if (r == 1) {
		status = deliver_here(c, incident, notice, into);
		close(fd);
	} else {
		status = follow_there(c, incident, notice);
	}
	return status;
}
