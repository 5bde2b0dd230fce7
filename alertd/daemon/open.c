#include <errno.h>
#include <stdlib.h>
#include <sysexits.h>
#include <time.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/lock.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/notify.h"
#include "base/str.h"
#include "base/wake.h"
#include "contacts/seed.h"
#include "core/slow.h"
#include "daemon/parts.h"
#include "guard.h"
#include "outbox/outbox.h"
#include "sandbox/record.h"

#define START_PATIENCE 600000 /* ms more each time it is told */
#define START_TELL 5000 /* ms */

void
daemon_wake_workers(struct daemon *d)
{
	d->woken = d->core.queued;
	supervisor_wake(d->supervisor);
}

/* The sooner the workers know, the sooner the first message goes. */
static void
on_queues(bool done, void *arg)
{
	struct daemon *d = arg;

	if (done)
		daemon_wake_workers(d);
	else
		supervisor_ready(d->supervisor);
}

void
daemon_wire(struct daemon *d)
{
	d->core = (struct core){
	    .conf = d->setup.conf,
	    .store = d->store,
	    .filter = d->setup.filter,
	    .templates = d->setup.templates,
	    .actor = "alertd",
	    .queued = d->core.queued,
	    .queues = on_queues,
	    .arg = d,
	    .open = d->core.open,
	};
}

/* Waits a little for the workers of a daemon that was killed to be gone. */
static int
take_lock(struct daemon *d, int patience_ms, struct err *e)
{
	static const struct timespec tick = {0, 50 * 1000 * 1000};
	char *path = xasprintf("%s.lock", d->setup.conf->store);
	int64_t holder = 0, end = clock_read().mono_ms + patience_ms;
	int r;

	while ((r = lock_take(path, LOCK_DAEMON, &d->lock, &holder, e)) == 0 &&
	       clock_read().mono_ms < end)
		nanosleep(&tick, NULL);
	if (r != 1)
		d->lock = -1;
	if (r == 0)
		err_set(e,
		    "%s is held by process %lld: another alertd or "
		    "alertctl delivers from this database",
		    path, (long long)holder);
	free(path);
	return r;
}

int
daemon_load(struct setup *s, const char *path)
{
	struct diags problems = {0};
	int r = setup_load(s, path, CONF_CORE, &problems);

	if (r == 0 && guard_check(s->conf, &problems) == -1) {
		setup_clear(s);
		r = -1;
	}
	diags_log(&problems);
	diags_clear(&problems);
	return r;
}

struct poller *
daemon_open_poller(const struct config *c, struct err *e)
{
	struct poller *p = poller_open(c->feeds, c->n_feeds, e);

	if (p == NULL || poller_add_calendars(p, c->rotas, c->n_rotas, e) == 0)
		return p;
	poller_close(p);
	return NULL;
}

/* A large database is read through: systemd waits on, and the log says why. */
static void
still_busy(const char *doing, void *arg)
{
	int64_t *next = arg, now = clock_read().mono_ms;

	if (now < *next)
		return;
	*next = now + START_TELL;
	log_info("starting: %s", doing);
	notify("EXTEND_TIMEOUT_USEC=%lld\nSTATUS=%s",
	    (long long)START_PATIENCE * 1000, doing);
}

static int
open_database(struct daemon *d, struct err *e)
{
	int64_t next = 0;
	struct store_opening how = {
	    .create = true, .check = true, .busy = still_busy, .arg = &next};

	d->store = store_open_as(d->setup.conf->store, &how, e);
	d->locked = how.fault == STORE_LOCKED;
	return d->store == NULL ? -1 : 0;
}

/* What needs no database; what is open already stays so. */
static int
open_eyes(struct daemon *d, struct err *e)
{
	if (d->poller == NULL)
		d->poller = daemon_open_poller(d->setup.conf, e);
	if (d->poller != NULL && d->deadman == NULL)
		d->deadman = deadman_open(
		    &d->setup.conf->deadman, d->poller, e);
	return d->deadman == NULL ? -1 : 0;
}

static int
open_store(struct daemon *d, struct err *e)
{
	if (open_database(d, e) == -1 || store_seed(d->store, e) == -1 ||
	    store_seed_teams(d->store, &d->setup.conf->escalation, e) == -1 ||
	    outbox_recover(
		d->store, d->setup.conf->sms.on_unknown, NULL, 0, e) == -1)
		return -1;
	d->wake_path = xasprintf("%s.wake", d->setup.conf->store);
	d->wake = wake_listen(d->wake_path, e);
	return d->wake == -1 ? -1 : 0;
}

/* The lock, too: alertctl may send, or bring back a copy, meanwhile. */
void
daemon_close_store(struct daemon *d)
{
	if (d->supervisor != NULL)
		supervisor_close(d->supervisor, STOP_PATIENCE);
	d->supervisor = NULL;
	if (d->wake != -1) {
		close(d->wake);
		unlink(d->wake_path);
	}
	d->wake = -1;
	free(d->wake_path);
	d->wake_path = NULL;
	store_close(d->store);
	d->store = NULL;
	if (d->lock != -1)
		close(d->lock);
	d->lock = -1;
}

int
daemon_open_parts(struct daemon *d, int patience_ms, int *status, struct err *e)
{
	int r;

	*status = -1;
	d->locked = false;
	errno = 0;
	if (open_eyes(d, e) == -1) {
		fault_note(fault_of(errno));
		return -1;
	}
	r = take_lock(d, patience_ms, e);
	if (r == 0)
		*status = EX_TEMPFAIL;
	if (r != 1)
		return -1;
	d->supervisor = supervisor_open(d->setup.conf, d->starter, d->lock, e);
	if (d->supervisor == NULL)
		*status = EX_OSERR;
	if (d->supervisor == NULL || open_store(d, e) == -1) {
		if (d->store != NULL)
			d->locked = store_fault(d->store) == STORE_LOCKED;
		daemon_close_store(d);
		return -1;
	}
	d->check.started = clock_read().wall;
	d->watchdog = notify_watchdog();
	daemon_wire(d);
	sandbox_on_record(SANDBOX_CORE, d->setup.conf, d->store);
	return 0;
}

void
daemon_began(struct daemon *d)
{
	struct err e;

	if (core_alarms_begin(&d->core, clock_read().wall, &e) == -1 ||
	    core_ways_begin(&d->core, &e) == -1)
		log_error("%s", e.msg);
	log_info("started: %zu feeds, database %s", d->setup.conf->n_feeds,
	    d->setup.conf->store);
}
