#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <time.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/fault.h"
#include "base/lock.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/notify.h"
#include "base/wake.h"
#include "contacts/seed.h"
#include "core/core.h"
#include "core/check.h"
#include "core/slow.h"
#include "core/truth.h"
#include "daemon.h"
#include "deadman.h"
#include "feed/poller.h"
#include "guard.h"
#include "lastresort.h"
#include "outbox/outbox.h"
#include "sandbox/sandbox.h"
#include "setup.h"
#include "starter.h"
#include "store/blame.h"
#include "store/checks.h"
#include "store/shut.h"
#include "supervisor.h"

#define TURN_MOST 30000 /* ms: a turn at least so often */
#define TURN_ERROR 5000 /* ms to the next turn when the store failed */
#define LOCK_PATIENCE 10000 /* ms for the workers of a dead daemon to go */
#define START_PATIENCE 600000 /* ms more each time it is told */
#define START_TELL 5000 /* ms */
#define STOP_PATIENCE 20000 /* ms for our workers to end their message */
#define OPEN_FIRST 5000 /* ms until the store is opened again; then doubled */
#define OPEN_MOST 60000
#define LOOK_MOST 5000 /* ms between two turns without a store */

struct daemon {
	char *path; /* of the configuration */
	struct setup setup;
	struct store *store; /* NULL: it cannot be opened; see blind_turn() */
	int64_t open_at, open_pause; /* monotonic ms: the next try, and ms */
	struct lastresort *resort;
	struct core core;
	struct poller *poller;
	struct deadman *deadman;
	struct starter *starter;
	struct supervisor *supervisor;
	struct self_check check;
	int64_t check_at; /* monotonic ms of the next self-check */
	bool checked; /* the last one could be made */
	int64_t watchdog; /* ms between two turns at most, for systemd */
	bool ping_failed; /* the dead-man URL, when it was fetched last */
	char *wake_path;
	int lock, wake, signals;
	bool ready; /* and has said so */
	bool stop;
	bool reload;
	bool recover; /* dead workers still hold messages */
};

/* The core sees what is set up now. */
static void
wire(struct daemon *d)
{
	d->core = (struct core){
	    .conf = d->setup.conf,
	    .store = d->store,
	    .filter = d->setup.filter,
	    .templates = d->setup.templates,
	    .actor = "alertd",
	    .queued = d->core.queued,
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

static int
open_signals(struct err *e)
{
	sigset_t set;
	int fd;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGHUP);
	sigaddset(&set, SIGCHLD);
	sigprocmask(SIG_BLOCK, &set, NULL);
	signal(SIGPIPE, SIG_IGN);
	fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	if (fd == -1)
		return err_set(e, "signalfd: %s", strerror(errno));
	return fd;
}

static int
load(struct setup *s, const char *path)
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

static struct poller *
open_poller(const struct config *c, struct err *e)
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
	if (d->store == NULL && how.fault == STORE_CORRUPT)
		fault_note(FAULT_DAMAGED);
	return d->store == NULL ? -1 : 0;
}

/* What is missing is told, and all works without. */
static void
shut_in(struct daemon *d)
{
	struct err why = {""}, e;

	if (sandbox_enter(SANDBOX_CORE, d->setup.conf, &why) == -1)
		log_warn("sandbox: not complete: %s", why.msg);
	if (store_shut_put(
		d->store, "alertd", true, why.msg, clock_read().wall, &e) == -1)
		log_warn("sandbox: %s", e.msg);
}

/* What needs no database; what is open already stays so. */
static int
open_eyes(struct daemon *d, struct err *e)
{
	if (d->poller == NULL)
		d->poller = open_poller(d->setup.conf, e);
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
static void
close_store(struct daemon *d)
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

/*
 * What can be opened once the files are good: all of it, or no store. *status
 * is -1 where another try may help.
 */
static int
open_parts(struct daemon *d, int patience_ms, int *status, struct err *e)
{
	int r;

	*status = -1;
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
		close_store(d);
		return -1;
	}
	d->check.started = clock_read().wall;
	d->watchdog = notify_watchdog();
	wire(d);
	return 0;
}

/* Says why there is no store, and when it is tried again. */
static void
not_opened(struct daemon *d, const char *why)
{
	struct clock now = clock_read();

	log_error("%s", why);
	lastresort_fault(d->resort, why, -1, now);
	d->open_pause = d->open_pause == 0		 ? OPEN_FIRST
			: d->open_pause * 2 >= OPEN_MOST ? OPEN_MOST
							 : d->open_pause * 2;
	d->open_at = now.mono_ms + d->open_pause;
}

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
	if (load(&d->setup, config) == -1) {
		err_set(e,
		    "%s: not started: mend the mistakes above, then "
		    "try alertctl config check",
		    config);
		daemon_close(d);
		return NULL;
	}
	*status = EX_OSERR;
	d->signals = open_signals(e);
	if (d->signals != -1) {
		d->resort = lastresort_open(d->setup.conf, d->starter);
		if (open_parts(d, LOCK_PATIENCE, status, e) == 0) {
			shut_in(d);
			return d;
		}
		if (*status == -1) {
			not_opened(d, e->msg);
			return d;
		}
	}
	daemon_close(d);
	return NULL;
}

void
daemon_close(struct daemon *d)
{
	close_store(d);
	starter_close(d->starter);
	deadman_close(d->deadman);
	poller_close(d->poller);
	if (d->signals != -1)
		close(d->signals);
	lastresort_close(d->resort);
	setup_clear(&d->setup);
	free(d->path);
	free(d);
}

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

/* What a feed said, on its way into the core. */
static void
polled(struct poll_result *r, void *arg)
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

/* Gives back what dead workers held; again each turn until it is stored. */
static void
recover(struct daemon *d)
{
	int64_t pids[64];
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

static void
page_refused(struct daemon *d)
{
	struct err e;

	if (core_alarm(&d->core, &(struct alarm){.kind = ALARM_CONFIG_BAD},
		clock_read().wall, &e) == -1)
		log_error("reload: %s", e.msg);
}

/* Another file may have other mistakes: the old one goes on. */
static void
take_files(struct daemon *d)
{
	struct setup next;
	struct poller *poller;
	struct deadman *deadman = NULL;
	struct supervisor *supervisor;
	struct err e = {""};

	if (load(&next, d->path) == -1) {
		page_refused(d);
		return;
	}
	poller = open_poller(next.conf, &e);
	if (poller != NULL)
		deadman = deadman_open(&next.conf->deadman, poller, &e);
	supervisor = supervisor_open(next.conf, d->starter, d->lock, &e);
	if (strcmp(next.conf->store, d->setup.conf->store) != 0)
		err_set(&e, "store: cannot be changed while running");
	else if (e.msg[0] == '\0')
		(void)sandbox_fits(next.conf, &e);
	if (e.msg[0] != '\0') {
		log_error("reload: %s", e.msg);
		deadman_close(deadman);
		poller_close(poller);
		if (supervisor != NULL)
			supervisor_close(supervisor, 0);
		setup_clear(&next);
		page_refused(d);
		return;
	}
	supervisor_follow(supervisor, d->supervisor, clock_read().mono_ms);
	supervisor_close(d->supervisor, STOP_PATIENCE);
	deadman_close(d->deadman);
	poller_close(d->poller);
	setup_clear(&d->setup);
	d->setup = next;
	d->poller = poller;
	d->deadman = deadman;
	d->supervisor = supervisor;
	lastresort_use(d->resort, d->setup.conf);
	wire(d);
	d->recover = true;
	recover(d);
	log_info("reload: %s taken", d->path);
	if (store_seed_teams(d->store, &d->setup.conf->escalation, &e) == -1 ||
	    core_alarms_begin(&d->core, clock_read().wall, &e) == -1 ||
	    core_ways_begin(&d->core, &e) == -1)
		log_error("reload: %s", e.msg);
}

/* Without a store: it may be another one. */
static void
take_files_blind(struct daemon *d)
{
	struct setup next;

	if (load(&next, d->path) == -1) {
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

static void
reload(struct daemon *d)
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

static void
read_signals(struct daemon *d)
{
	struct signalfd_siginfo s;

	while (read(d->signals, &s, sizeof(s)) == (ssize_t)sizeof(s)) {
		if (s.ssi_signo == SIGHUP)
			d->reload = true;
		else if (s.ssi_signo != SIGCHLD)
			d->stop = true;
	}
}

static void
take_signals(struct daemon *d)
{
	read_signals(d);
	if (supervisor_reap(d->supervisor, clock_read().mono_ms) > 0)
		d->recover = true;
	recover(d);
}

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

/* Says and stores what became of the dead-man URL; said once. */
static void
pinged(struct daemon *d, int64_t now)
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

static void
duty_not_done(struct daemon *d, const char *what, const char *why)
{
	log_error("%s: %s", what, why);
	lastresort_fault(d->resort, why, d->core.open, clock_read());
}

/* Who waits for READY learns why it does not come, and goes on waiting. */
static void
say_health(const struct daemon *d)
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

/*
 * Looks at itself, every minute, and at once after the start. False when there
 * is something to be told.
 */
static bool
check(struct daemon *d, struct clock now)
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
	d->checked = core_check(&d->core, c, now.wall, &e) == 0;
	if (d->checked)
		duty_done(d, now);
	else
		duty_not_done(d, "self-check", e.msg);
	faults_clear(&c->down);
	for (size_t i = 0; i < c->hung.n; i++)
		supervisor_kill(d->supervisor, c->hung.pid[i]);
	if (c->passed)
		well(d, now);
	else
		deadman_ill(d->deadman, now.mono_ms);
	return c->passed;
}

/*
 * What a slow relay or gateway keeps back goes to other workers, or to a spare
 * one. Returns when to look again, UTC.
 */
static int64_t
pass_slow(struct daemon *d, struct clock now)
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

static void
turn(struct daemon *d)
{
	struct clock now = clock_read();
	struct pollfd fds[2] = {
	    {.fd = d->signals, .events = POLLIN},
	    {.fd = d->wake, .events = POLLIN},
	};
	int64_t queued = d->core.queued, due = TIME_NONE, slow;
	struct err e;
	int ms;

	poller_turn(d->poller, now.mono_ms, polled, d);
	now = clock_read();
	pinged(d, now.wall);
	supervisor_look(d->supervisor, now.mono_ms);
	if (core_turn(&d->core, now.wall, &due, &e) == 0) {
		if (!check(d, now))
			due = now.wall;
		say_health(d);
		slow = pass_slow(d, now);
		if (slow != TIME_NONE && (due == TIME_NONE || slow < due))
			due = slow;
		if (d->ready && did_its_work(d) &&
		    !lastresort_faulty(d->resort))
			notify("WATCHDOG=1");
		ms = wait_for(d, now, due);
	} else {
		duty_not_done(d, "turn", e.msg);
		ms = TURN_ERROR;
	}
	lastresort_turn(d->resort, clock_read());
	supervisor_start(d->supervisor, now.mono_ms);
	if (d->core.queued != queued)
		supervisor_wake(d->supervisor);
	if (poller_wait(d->poller, fds, LENGTH(fds), ms, &e) == -1)
		log_error("turn: %s", e.msg);
	take_signals(d);
	if (fds[1].revents != 0 && wake_drain(d->wake)) {
		supervisor_wake(d->supervisor);
		poller_look(d->poller);
	}
}

static void
began(struct daemon *d)
{
	struct err e;

	if (core_alarms_begin(&d->core, clock_read().wall, &e) == -1 ||
	    core_ways_begin(&d->core, &e) == -1)
		log_error("%s", e.msg);
	log_info("started: %zu feeds, database %s", d->setup.conf->n_feeds,
	    d->setup.conf->store);
}

/* Tries once more; true when there is a store now. */
static bool
open_again(struct daemon *d, struct clock now)
{
	struct err e;
	int status;

	if (now.mono_ms < d->open_at)
		return false;
	if (open_parts(d, 0, &status, &e) == -1) {
		not_opened(d, e.msg);
		notify("STATUS=%s", e.msg);
		return false;
	}
	shut_in(d);
	began(d);
	return true;
}

/*
 * A turn without a store. Ending would help nobody: whoever started us again
 * would not know what has been told.
 */
static void
blind_turn(struct daemon *d)
{
	struct clock now = clock_read();
	struct pollfd fd = {.fd = d->signals, .events = POLLIN};
	struct err e;

	if (open_again(d, now))
		return;
	if (d->poller != NULL)
		poller_turn(d->poller, now.mono_ms, polled, d);
	lastresort_turn(d->resort, clock_read());
	say_health(d);
	if (d->poller == NULL)
		poll(&fd, 1, LOOK_MOST);
	else if (poller_wait(d->poller, &fd, 1, LOOK_MOST, &e) == -1)
		log_error("turn: %s", e.msg);
	read_signals(d);
	while (waitpid(-1, NULL, WNOHANG) > 0)
		;
}

int
daemon_run(struct daemon *d)
{
	if (d->store != NULL)
		began(d);
	while (!d->stop) {
		if (d->store == NULL)
			blind_turn(d);
		else
			turn(d);
		if (d->reload)
			reload(d);
	}
	notify("STOPPING=1");
	log_info("stopping");
	return EX_OK;
}
