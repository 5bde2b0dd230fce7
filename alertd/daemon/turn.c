#include "base/attr.h"
#include "base/log.h"
#include "base/notify.h"
#include "base/rest.h"
#include "base/wake.h"
#include "daemon/parts.h"

#define TURN_MOST 30000 /* ms: a turn at least so often */

/* Milliseconds until something is to be done. */
static int
wait_for(const struct daemon *d, struct clock now, int64_t due)
{
	int64_t ms = d->recover ? TURN_ERROR : TURN_MOST, other;

	if (due != TIME_NONE) {
		other = (due - now.wall) * 1000;
		ms = other < ms ? other : ms;
	}
	other = d->check_at - now.mono_ms;
	ms = other < ms ? other : ms;
	ms = d->watchdog < ms ? d->watchdog : ms;
	other = poller_next(d->poller) - now.mono_ms;
	ms = other < ms ? other : ms;
	other = supervisor_next(d->supervisor);
	if (other != INT64_MAX && other - now.mono_ms < ms)
		ms = other - now.mono_ms;
	other = lastresort_next(d->resort, now.mono_ms);
	if (other != INT64_MAX && other - now.mono_ms < ms)
		ms = other - now.mono_ms;
	return ms < 0 ? 0 : (int)ms;
}

/*
 * What feeds systemd's watchdog. An incident that cannot go on, or a fault, is
 * told, and a restart would mend neither; but when the store takes nothing, or
 * no feed is asked at all, one may.
 */
static bool
did_its_work(const struct daemon *d)
{
	return d->checked && !d->check.blind;
}

/*
 * Before it waits for long, as it does for years. What a feed says may be that
 * people are to be told, and is wanted at once.
 */
static void
rest(struct daemon *d, int ms)
{
	if (!rest_pays(ms) || poller_reads(d->poller))
		return;
	store_rest(d->store);
	rest_memory();
}

static void
take_signals(struct daemon *d)
{
	daemon_read_signals(d);
	if (supervisor_reap(d->supervisor, clock_read().mono_ms) > 0)
		d->recover = true;
	daemon_recover(d);
}

void
daemon_turn(struct daemon *d)
{
	struct clock now = clock_read();
	struct pollfd fds[2] = {
	    {.fd = d->signals, .events = POLLIN},
	    {.fd = d->wake, .events = POLLIN},
	};
	int64_t due = TIME_NONE, other;
	struct err e;
	int ms;

	daemon_watch_writer(d);
	poller_turn(d->poller, now.mono_ms, daemon_polled, d);
	now = clock_read();
	daemon_pinged(d, now.wall);
	supervisor_look(d->supervisor, now.mono_ms);
	if (core_turn(&d->core, now.wall, &due, &e) == 0) {
		if (!daemon_check(d, now))
			due = now.wall;
		daemon_say_health(d);
		clock_sooner(&due, daemon_pass_slow(d, now));
		if (d->ready && did_its_work(d) &&
		    !lastresort_faulty(d->resort))
			notify("WATCHDOG=1");
		ms = wait_for(d, now, due);
	} else {
		daemon_duty_not_done(d, "turn", e.msg);
		ms = TURN_ERROR;
	}
	other = daemon_watch_next(d);
	ms = other < ms ? (int)other : ms;
	lastresort_turn(d->resort, clock_read());
	supervisor_start(d->supervisor, now.mono_ms);
	if (d->core.queued != d->woken)
		daemon_wake_workers(d);
	rest(d, ms);
	if (poller_wait(d->poller, fds, LENGTH(fds), ms, &e) == -1)
		log_error("turn: %s", e.msg);
	take_signals(d);
	if (fds[1].revents != 0 && wake_drain(d->wake)) {
		supervisor_wake(d->supervisor);
		poller_look(d->poller);
	}
}
