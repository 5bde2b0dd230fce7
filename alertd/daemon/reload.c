#include <string.h>

#include "base/log.h"
#include "base/notify.h"
#include "contacts/seed.h"
#include "core/slow.h"
#include "daemon/parts.h"
#include "sandbox/sandbox.h"

static void
page_refused(struct daemon *d)
{
	struct err e;

	if (core_alarm(&d->core, &(struct alarm){.kind = ALARM_CONFIG_BAD},
		clock_read().wall, &e) == -1)
		log_error("reload: %s", e.msg);
}

/* What is made of the files that were changed. */
struct next {
	struct setup setup;
	struct poller *poller;
	struct deadman *deadman;
	struct supervisor *supervisor;
};

static int
open_next(struct next *n, const struct daemon *d, struct err *e)
{
	const struct config *conf = n->setup.conf;

	n->poller = daemon_open_poller(conf, e);
	if (n->poller == NULL)
		return -1;
	n->deadman = deadman_open(&conf->deadman, n->poller, e);
	if (n->deadman == NULL)
		return -1;
	n->supervisor = supervisor_open(conf, d->starter, d->lock, e);
	if (n->supervisor == NULL)
		return -1;
	if (strcmp(conf->store, d->setup.conf->store) != 0)
		return err_set(e, "store: cannot be changed while running");
	return sandbox_fits(conf, e) ? 0 : -1;
}

static void
close_next(struct next *n)
{
	if (n->supervisor != NULL)
		supervisor_close(n->supervisor, 0);
	deadman_close(n->deadman);
	poller_close(n->poller);
	setup_clear(&n->setup);
}

static void
use_next(struct daemon *d, const struct next *n)
{
	struct err e;

	supervisor_follow(n->supervisor, d->supervisor, clock_read().mono_ms);
	supervisor_close(d->supervisor, STOP_PATIENCE);
	deadman_close(d->deadman);
	poller_close(d->poller);
	setup_clear(&d->setup);
	d->setup = n->setup;
	d->poller = n->poller;
	d->deadman = n->deadman;
	d->supervisor = n->supervisor;
	lastresort_use(d->resort, d->setup.conf);
	daemon_wire(d);
	d->recover = true;
	daemon_recover(d);
	log_info("reload: %s taken", d->path);
	if (store_seed_teams(d->store, &d->setup.conf->escalation, &e) == -1 ||
	    core_alarms_begin(&d->core, clock_read().wall, &e) == -1 ||
	    core_ways_begin(&d->core, &e) == -1)
		log_error("reload: %s", e.msg);
}

/* Another file may have other mistakes: the old one goes on. */
static void
take_files(struct daemon *d)
{
	struct next next = {0};
	struct err e;

	if (daemon_load(&next.setup, d->path) == -1) {
		page_refused(d);
		return;
	}
	if (open_next(&next, d, &e) == -1) {
		log_error("reload: %s", e.msg);
		close_next(&next);
		page_refused(d);
		return;
	}
	use_next(d, &next);
}

/* Without a store: it may be another one. */
static void
take_files_blind(struct daemon *d)
{
	struct setup next;

	if (daemon_load(&next, d->path) == -1) {
		log_error("reload: not taken: mend the mistakes above");
		return;
	}
	deadman_close(d->deadman);
	d->deadman = NULL;
	poller_close(d->poller);
	d->poller = NULL;
	setup_clear(&d->setup);
	d->setup = next;
	lastresort_use(d->resort, d->setup.conf);
	d->open_at = 0;
	log_info("reload: %s taken", d->path);
}

void
daemon_reload(struct daemon *d)
{
	d->reload = false;
	if (d->store == NULL) {
		take_files_blind(d);
		return;
	}
	notify("RELOADING=1");
	take_files(d);
	/* A refused one is told. */
	supervisor_wake(d->supervisor);
	if (d->ready)
		notify("READY=1");
}
