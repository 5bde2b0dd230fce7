#include "base/attr.h"
#include "base/log.h"
#include "core/slow.h"
#include "daemon/parts.h"
#include "outbox/outbox.h"
#include "store/blame.h"

/* What the dead had in their hands, before it is given back. */
static int
blame(struct daemon *d, struct err *e)
{
	struct death *dead;

	while ((dead = supervisor_death(d->supervisor)) != NULL) {
		if (store_blame(d->store, dead->pid, dead->odd, &dead->message,
			e) == -1)
			return -1;
		dead->looked = true;
		if (dead->message != 0)
			log_error("worker %s[%d]: had message %lld in its "
				  "hands",
			    dead->name, (int)dead->pid,
			    (long long)dead->message);
	}
	return 0;
}

void
daemon_recover(struct daemon *d)
{
	int64_t pids[SUPERVISED];
	struct err e;
	size_t n;

	if (!d->recover)
		return;
	if (blame(d, &e) == -1) {
		log_error("outbox: %s", e.msg);
		return;
	}
	n = supervisor_alive(d->supervisor, pids, LENGTH(pids));
	if (outbox_recover(
		d->store, d->setup.conf->sms.on_unknown, pids, n, &e) == -1) {
		log_error("outbox: %s", e.msg);
		return;
	}
	d->recover = false;
	supervisor_wake(d->supervisor);
}

int64_t
daemon_pass_slow(struct daemon *d, struct clock now)
{
	struct slow_look l;
	int64_t pids[2 * LIMIT_WORKERS];
	struct err e;

	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		l.alive[ch] = supervisor_channel(
		    d->supervisor, ch, pids, LENGTH(pids));
	if (core_slow(&d->core, &l, now.wall, &e) == -1) {
		log_error("outbox: %s", e.msg);
		return now.wall + TURN_ERROR / 1000;
	}
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		if (l.spare[ch])
			supervisor_spare(d->supervisor, ch, now.mono_ms);
	if (l.released)
		supervisor_wake(d->supervisor);
	return l.next;
}
