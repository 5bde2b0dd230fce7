#include <stdlib.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/log.h"
#include "base/mem.h"
#include "base/notify.h"
#include "daemon/parts.h"
#include "sandbox/sandbox.h"

#define LOCK_PATIENCE 10000 /* ms for the workers of a dead daemon to go */

struct daemon *
daemon_open(const char *config, int *status, struct err *e)
{
	struct daemon *d = xcalloc(1, sizeof(*d));

	d->path = xstrdup(config);
	d->lock = d->wake = d->signals = -1;
	d->core.open = -1;
	sandbox_private();
	*status = EX_OSERR;
	d->starter = starter_open(d->path, e);
	if (d->starter == NULL) {
		daemon_close(d);
		return NULL;
	}
	*status = EX_CONFIG;
	if (daemon_load(&d->setup, config) == -1) {
		err_set(e,
		    "%s: not started: mend the mistakes above, then "
		    "try alertctl config check",
		    config);
		daemon_close(d);
		return NULL;
	}
	*status = EX_OSERR;
	d->signals = daemon_open_signals(e);
	if (d->signals != -1) {
		d->resort = lastresort_open(d->setup.conf, d->starter);
		if (daemon_open_parts(d, LOCK_PATIENCE, status, e) == 0)
			return d;
		if (*status == -1) {
			daemon_not_opened(d, e->msg);
			return d;
		}
	}
	daemon_close(d);
	return NULL;
}

void
daemon_close(struct daemon *d)
{
	daemon_close_store(d);
	starter_close(d->starter);
	deadman_close(d->deadman);
	poller_close(d->poller);
	if (d->signals != -1)
		close(d->signals);
	lastresort_close(d->resort);
	setup_clear(&d->setup);
	free(d->writer.replaced);
	free(d->path);
	free(d);
}

/*
 * Without it no worker is replaced and no last resort told; only a new daemon,
 * which is not shut in yet, can have another.
 */
static bool
starter_gone(const struct daemon *d)
{
	if (starter_lives(d->starter))
		return false;
	log_error("the process that starts programs is gone: alertd ends, to "
		  "be started again");
	return true;
}

int
daemon_run(struct daemon *d)
{
	int status = EX_OK;

	if (d->store != NULL)
		daemon_began(d);
	while (!d->stop) {
		if (starter_gone(d)) {
			status = EX_OSERR;
			break;
		}
		if (d->store == NULL)
			daemon_blind_turn(d);
		else
			daemon_turn(d);
		if (d->reload)
			daemon_reload(d);
	}
	notify("STOPPING=1");
	log_info("stopping");
	return status;
}
