#include "base/log.h"
#include "daemon/parts.h"

/*
 * What cannot be stored cannot be told either, but for that which must not
 * wait: that FMK is down.
 */
static void
look_for_outage(struct daemon *d, const struct poll_result *r)
{
	for (size_t i = 0; i < r->reports.n; i++) {
		struct finding f;

		filter_judge(d->setup.filter, &r->reports.v[i], &f, NULL);
		if (f.verdict == VERDICT_BROADCAST && f.phase == PHASE_OPEN)
			lastresort_down(d->resort, r->feed->name);
		finding_clear(&f);
	}
}

/* What cannot be stored is a feed that tells nothing, too. */
static void
not_stored(
    struct daemon *d, const struct poll_result *r, int64_t now, const char *why)
{
	struct err e;

	log_error("feed %s: %s", r->feed->name, why);
	if (r->outcome == POLL_REPORTS &&
	    core_feed_failed(&d->core, r->feed->name, CAUSE_NOT_STORED, why,
		now, &e) == -1) {
		log_error("feed %s: %s", r->feed->name, e.msg);
		lastresort_fault(d->resort, e.msg, d->core.open, clock_read());
		daemon_watch_writer(d);
		look_for_outage(d, r);
	}
	poller_again(d->poller, r->feed);
}

/* First told, which is a commit, then moved: a crash between tells twice. */
static void
tell_refused(struct daemon *d, const struct poll_result *r, int64_t now)
{
	struct alarm a = {ALARM_MAIL_REFUSED, r->feed->name, r->refused.msg};
	struct err e;

	if (core_alarm(&d->core, &a, now, &e) == -1 ||
	    poller_told(d->poller, r->feed, &e) == -1)
		log_error("feed %s: %s", r->feed->name, e.msg);
}

/* What a calendar said; one that is not kept is asked for again, whole. */
static void
polled_calendar(struct daemon *d, const struct poll_result *r)
{
	const char *rota = r->feed->name;
	int64_t now = clock_read().wall;
	struct err e;
	int done = 1;

	if (r->outcome == POLL_BODY)
		done = core_calendar_body(
		    &d->core, rota, buf_str(r->body), r->body->len, now, &e);
	else if (r->outcome == POLL_UNCHANGED)
		done = core_calendar_same(&d->core, rota, now, &e);
	else
		done = core_calendar_failed(
		    &d->core, rota, r->error.msg, now, &e);
	if (done == -1)
		log_error("rota %s: calendar: %s", rota, e.msg);
	if (done == -1 || (done == 0 && r->outcome != POLL_FAILED))
		poller_again(d->poller, r->feed);
}

void
daemon_polled(struct poll_result *r, void *arg)
{
	struct daemon *d = arg;
	int64_t now = clock_read().wall;
	struct err e;
	int done = 0;

	if (d->store == NULL) {
		look_for_outage(d, r);
		poller_again(d->poller, r->feed);
		return;
	}
	if (r->calendar) {
		polled_calendar(d, r);
		return;
	}
	switch (r->outcome) {
	case POLL_BODY:
		break;
	case POLL_REPORTS:
		done = core_reports(
		    &d->core, r->feed->name, &r->reports, now, &e);
		break;
	case POLL_UNCHANGED:
		log_debug("feed %s: unchanged", r->feed->name);
		done = core_feed_unchanged(&d->core, r->feed->name, now, &e);
		break;
	case POLL_FAILED:
		done = core_feed_failed(
		    &d->core, r->feed->name, r->cause, r->error.msg, now, &e);
		break;
	}
	if (done == -1)
		not_stored(d, r, now, e.msg);
	if (r->refused.msg[0] != '\0')
		tell_refused(d, r, now);
}
