#include <poll.h>
#include <sys/wait.h>

#include "base/log.h"
#include "base/notify.h"
#include "daemon/parts.h"

#define OPEN_FIRST 5000 /* ms until the store is opened again; then doubled */
#define LOOK_MOST 5000 /* ms between two turns without a store */

void
daemon_not_opened(struct daemon *d, const char *why)
{
	struct clock now = clock_read();

	log_error("%s", why);
	lastresort_fault(d->resort, why, -1, now);
	daemon_watch_writer(d);
	d->open_pause = d->open_pause == 0		 ? OPEN_FIRST
			: d->open_pause * 2 >= OPEN_MOST ? OPEN_MOST
							 : d->open_pause * 2;
	d->open_at = now.mono_ms + d->open_pause;
}

/* Tries once more; true when there is a store now. */
static bool
open_again(struct daemon *d, struct clock now)
{
	struct err e;
	int status;

	if (now.mono_ms < d->open_at)
		return false;
	if (daemon_open_parts(d, 0, &status, &e) == -1) {
		daemon_not_opened(d, e.msg);
		notify("STATUS=%s", e.msg);
		return false;
	}
	daemon_began(d);
	return true;
}

/* Ending would help nobody: who started us again would not know what is told.
 */
void
daemon_blind_turn(struct daemon *d)
{
	struct clock now = clock_read();
	struct pollfd fd = {.fd = d->signals, .events = POLLIN};
	struct err e;

	daemon_watch_writer(d);
	if (open_again(d, now))
		return;
	if (d->poller != NULL)
		poller_turn(d->poller, now.mono_ms, daemon_polled, d);
	lastresort_turn(d->resort, clock_read());
	daemon_say_health(d);
	if (d->poller == NULL)
		poll(&fd, 1, LOOK_MOST);
	else if (poller_wait(d->poller, &fd, 1, LOOK_MOST, &e) == -1)
		log_error("turn: %s", e.msg);
	daemon_read_signals(d);
	while (waitpid(-1, NULL, WNOHANG) > 0)
		;
}
