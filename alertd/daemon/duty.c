#include <string.h>

#include "base/attr.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/notify.h"
#include "core/truth.h"
#include "daemon/parts.h"
#include "outbox/outbox.h"
#include "store/checks.h"

#define SETTLE_EVERY INT64_C(600000) /* ms */

void
daemon_pinged(struct daemon *d, int64_t now)
{
	struct err why = {""}, e;
	int r = deadman_ended(d->deadman, &why);

	if (r == 0)
		return;
	if (r == -1 && !d->ping_failed)
		log_warn("deadman: %s", why.msg);
	if (r == 1 && d->ping_failed)
		log_info("deadman: well again");
	d->ping_failed = r == -1;
	if (store_check_ping(d->store, why.msg, now, &e) == -1)
		log_error("deadman: %s", e.msg);
}

/* All is well: who is to hear that, does. */
static void
well(struct daemon *d, struct clock now)
{
	struct err e;

	deadman_well(d->deadman, now.mono_ms);
	if (core_well_mail(&d->core, now.wall, &e) == -1)
		log_error("deadman: %s", e.msg);
}

/* A turn of the core and a self-check did their work, and it is stored. */
static void
duty_done(struct daemon *d, struct clock now)
{
	struct err e;

	lastresort_well(d->resort, now);
	if (lastresort_record(d->resort, d->store, now.wall, &e) == -1)
		log_error("last resort: %s", e.msg);
	if (d->ready)
		return;
	d->ready = true;
	notify("READY=1\nSTATUS=polling %zu feeds", d->setup.conf->n_feeds);
}

void
daemon_duty_not_done(struct daemon *d, const char *what, const char *why)
{
	log_error("%s: %s", what, why);
	lastresort_fault(d->resort, why, d->core.open, clock_read());
	daemon_watch_writer(d);
}

void
daemon_say_health(const struct daemon *d)
{
	if (!d->ready)
		notify("EXTEND_TIMEOUT_USEC=%d", 4 * OPEN_MOST * 1000);
}

static void
look_at_log(struct faults *found)
{
	int why;

	if (log_failing(&why))
		faults_add(found, "log",
		    xasprintf("the log cannot be written: %s: is its disk "
			      "full, or does nobody read it?",
			strerror(why)));
}

/* One of ours, in whose transaction everybody waited. */
static void
look_at_writer(const struct daemon *d, struct faults *found)
{
	if (d->writer.replaced != NULL)
		faults_add(found, "writer", xstrdup(d->writer.replaced));
}

/*
 * The log of the database goes into its file while nothing is to be sent, so
 * that a notice finds it short and no worker has to do it in between; and its
 * file is made as long as it gets, so that nobody waits for that, either.
 */
static void
settle(struct daemon *d, struct clock now)
{
	struct err e;

	if (now.mono_ms < d->settle_at)
		return;
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++) {
		int64_t due;

		if (outbox_next(d->store, ch, &due, &e) == -1 ||
		    due != TIME_NONE)
			return;
	}
	d->settle_at = now.mono_ms + SETTLE_EVERY;
	if (store_settle(d->store, &e) == -1 ||
	    store_stretch(d->store, &e) == -1)
		log_warn("%s", e.msg);
}

bool
daemon_check(struct daemon *d, struct clock now)
{
	struct self_check *c = &d->check;
	struct err e;

	if (now.mono_ms < d->check_at)
		return true;
	d->check_at = now.mono_ms + LIMIT_CHECK_EVERY * 1000;
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		c->alive[ch].n = supervisor_channel(d->supervisor, ch,
		    c->alive[ch].pid, LENGTH(c->alive[ch].pid));
	supervisor_faults(d->supervisor, now.mono_ms, &c->down);
	c->mono_ms = now.mono_ms;
	look_at_log(&c->down);
	look_at_writer(d, &c->down);
	d->checked = core_check(&d->core, c, now.wall, &e) == 0;
	if (d->checked) {
		xreplace(&d->writer.replaced, NULL);
		duty_done(d, now);
	} else {
		daemon_duty_not_done(d, "self-check", e.msg);
	}
	faults_clear(&c->down);
	for (size_t i = 0; i < c->hung.n; i++)
		supervisor_kill(d->supervisor, c->hung.pid[i]);
	settle(d, now);
	if (c->passed)
		well(d, now);
	else
		deadman_ill(d->deadman, now.mono_ms);
	return c->passed;
}
