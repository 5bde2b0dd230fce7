#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/rest.h"
#include "base/str.h"
#include "deliver/resort.h"
#include "deliver/route.h"
#include "deliver/worker.h"
#include "outbox/outbox.h"
#include "sandbox/record.h"

#define STORE_TRIES 4 /* where nobody can say when to stop */
#define WAIT_LEAST_MS 500 /* what is due, but not to be claimed yet */
#define WAIT_MOST_MS 60000
#define BACKOFF_MS 200

/* What worker_run() listens to; -1 outside of it. Signals are one process'. */
static struct {
	int signals; /* SIGTERM and SIGINT */
	int wake; /* the supervisor */
	bool endless; /* not draining */
	bool patient; /* somebody can say when to stop */
	bool ending; /* we were told to end */
} loop = {.signals = -1, .wake = -1};

/* What has happened to a claimed message. */
struct mark {
	bool told; /* or gone: others have it */
	bool begun;
	size_t way; /* that it went by last … */
	int64_t at; /* … and when it was begun */
};

/* One step: what was claimed, and what was told of it. */
struct step {
	struct worker *w;
	const struct messages *claimed;
	struct mark *marks; /* one for each */
	size_t way; /* that the last one went by */
	struct clock began;
	int64_t now;
	bool failed; /* the store */
	struct err *e;
};

/* Takes what the supervisor says: true when we are to end. */
static bool
told_to_end(void)
{
	char bytes[64];
	ssize_t n = read(loop.wake, bytes, sizeof(bytes));

	if (n == -1)
		return errno != EAGAIN && errno != EINTR;
	return n == 0 || memchr(bytes, 'q', (size_t)n) != NULL;
}

/* Waits for work; true when we are to end. */
static bool
wait_for_work(int ms)
{
	struct pollfd fds[] = {{.fd = loop.signals, .events = POLLIN},
	    {.fd = loop.wake, .events = POLLIN}};

	if (!loop.ending && poll(fds, 2, ms) > 0)
		loop.ending = fds[0].revents != 0 ||
			      (fds[1].revents != 0 && told_to_end());
	return loop.ending;
}

/* 200 ms, doubled for each failure in a row, at most a minute. */
static int
backoff(int failures)
{
	int ms = BACKOFF_MS << (failures < 9 ? failures : 9);

	return ms < WAIT_MOST_MS ? ms : WAIT_MOST_MS;
}

/*
 * After the store has failed: waits, and says whether to try once more. What
 * was sent and is not stored would be sent again, and what is claimed and
 * not given back would not be sent at all: nothing else is worth doing.
 */
static bool
try_again(int failures)
{
	if (loop.ending || (!loop.patient && failures >= STORE_TRIES))
		return false;
	wait_for_work(backoff(failures)); /* told to end: one last time */
	return true;
}

/* now moves with the clock while a step takes its time. */
static int64_t
step_now(const struct step *s)
{
	return s->now + (clock_read().mono_ms - s->began.mono_ms) / 1000;
}

/* Where a result came from, for people. */
static const char *
via(const struct result *r)
{
	return r->via[0] == '\0' ? "not sent" : r->via;
}

/* The one that is most likely begun next; NULL when there is none. */
static const struct message *
next_idle(const struct step *s)
{
	for (size_t i = 0; i < s->claimed->n; i++)
		if (!s->marks[i].told && !s->marks[i].begun)
			return &s->claimed->v[i];
	return NULL;
}

static struct mark *
mark_of(const struct step *s, const struct message *m)
{
	return &s->marks[m - s->claimed->v];
}

static int
store_result(const struct step *s, const struct message *m,
    const struct result *results, size_t n, int64_t now, struct err *e)
{
	struct outbox_conf conf = {
	    .give_up = s->w->give_up, .on_unknown = s->w->on_unknown};
	const struct mark *mark = mark_of(s, m);

	if (mark->begun &&
	    route_result(s->w, mark->way, mark->at, results, n, now, e) == -1)
		return -1;
	return outbox_result(s->w->store, m, results, n, &conf, now, e);
}

/* Begins the next in the same transaction, so that each costs only one. */
static int
store_results(const struct step *s, const struct message *m,
    const struct result *results, size_t n, struct err *e)
{
	const struct message *next = next_idle(s);
	struct store *store = s->w->store;
	int64_t now = step_now(s);
	bool gone = true;

	if (store_begin(store, e) == -1)
		return -1;
	if (store_result(s, m, results, n, now, e) == -1 ||
	    (next != NULL &&
		outbox_begin(store, &next, 1, route_way(s->w, s->way), now,
		    &gone, e) == -1)) {
		store_rollback(store);
		return -1;
	}
	if (store_commit(store, e) == -1)
		return -1;
	/* One that is gone is heard of when it is to be begun. */
	if (!gone)
		*mark_of(s, next) = (struct mark){
		    .begun = true, .way = s->way, .at = now};
	return 0;
}

static int
store_patiently(const struct step *s, const struct message *m,
    const struct result *results, size_t n, struct err *e)
{
	int failures = 0;

	while (store_results(s, m, results, n, e) == -1) {
		log_error("message %lld: the result is not stored yet: %s",
		    (long long)m->id, e->msg);
		if (!try_again(failures++))
			return -1;
	}
	return 0;
}

static int
release_patiently(const struct step *s, const struct message *m)
{
	int failures = 0;

	while (outbox_release(s->w->store, m, s->e) == -1) {
		log_error("message %lld: is not given back yet: %s",
		    (long long)m->id, s->e->msg);
		if (!try_again(failures++))
			return -1;
	}
	return 0;
}

static void
log_results(const struct message *m, const struct result *results, size_t n)
{
	size_t count[OUTCOME_UNKNOWN + 1] = {0};
	const struct result *worst = NULL;

	for (size_t i = 0; i < n; i++) {
		count[results[i].outcome]++;
		if (results[i].outcome != OUTCOME_ACCEPTED)
			worst = &results[i];
	}
	if (worst == NULL && n > 0)
		log_info("message %lld: incident %lld, notice %d to %s: "
			 "%zu accepted, %s",
		    (long long)m->id, (long long)m->incident, m->notice, m->org,
		    n, via(&results[0]));
	else if (worst != NULL)
		log_warn("message %lld: incident %lld, notice %d to %s: "
			 "%zu accepted, %zu again later, %zu refused, "
			 "%zu unknown, %s: %s",
		    (long long)m->id, (long long)m->incident, m->notice, m->org,
		    count[OUTCOME_ACCEPTED], count[OUTCOME_TEMPFAIL],
		    count[OUTCOME_PERMFAIL], count[OUTCOME_UNKNOWN], via(worst),
		    worst->answer);
}

/* What is begun and goes another way now is begun anew. */
static bool
all_begun(
    const struct step *s, const struct message *const *v, size_t n, size_t way)
{
	for (size_t i = 0; i < n; i++)
		if (!mark_of(s, v[i])->begun || mark_of(s, v[i])->way != way)
			return false;
	return true;
}

static int
on_begin(
    const struct message *const *v, size_t n, size_t way, bool *gone, void *arg)
{
	struct step *s = arg;
	const char *name = route_way(s->w, way);
	int64_t now = step_now(s);
	int failures = 0;

	memset(gone, 0, n * sizeof(*gone));
	s->way = way;
	if (all_begun(s, v, n, way))
		return 0;
	while (outbox_begin(s->w->store, v, n, name, now, gone, s->e) == -1) {
		log_error("message %lld: is not begun: %s", (long long)v[0]->id,
		    s->e->msg);
		if (!try_again(failures++)) {
			s->failed = true;
			return -1;
		}
	}
	for (size_t i = 0; i < n; i++)
		*mark_of(s, v[i]) = (struct mark){
		    .told = gone[i], .begun = !gone[i], .way = way, .at = now};
	return 0;
}

/* failed_fn */
static void
on_failed_way(size_t way, const char *why, void *arg)
{
	const struct step *s = arg;

	route_failed(s->w, way, why, step_now(s));
}

/* A page does not wait for the rest of what was claimed. */
static bool
page_waits(const struct step *s, const struct message *sent)
{
	struct err e;
	int r;

	if (sent->audience == ORG_ONCALL)
		return false;
	r = outbox_page_waits(s->w->store, s->w->channel, step_now(s), &e);
	if (r == -1)
		log_error("outbox: %s", e.msg);
	return r == 1;
}

/* sent_fn: stores; says stop if that fails, we are to end, or a page waits. */
static int
on_sent(
    const struct message *m, const struct result *results, size_t n, void *arg)
{
	struct step *s = arg;

	mark_of(s, m)->told = true;
	if (store_patiently(s, m, results, n, s->e) == -1) {
		s->failed = true;
		return -1;
	}
	log_results(m, results, n);
	return wait_for_work(0) || page_waits(s, m) ? -1 : 0;
}

/* sent_fn: what was not told is stored even when we are to end. */
static int
on_failed(
    const struct message *m, const struct result *results, size_t n, void *arg)
{
	struct step *s = arg;
	int r = store_patiently(s, m, results, n, s->e);

	log_results(m, results, n);
	return r;
}

/*
 * Nothing claimed may stay behind in our hands. Without a why the message
 * was not begun, for we are to end, and is free for others.
 */
static int
settle_untold(struct step *s, const char *why)
{
	int r = 0;

	for (size_t i = 0; i < s->claimed->n; i++) {
		const struct message *m = &s->claimed->v[i];
		int one;

		if (s->marks[i].told)
			continue;
		one = why != NULL ? transport_tell(m, OUTCOME_TEMPFAIL, why, "",
					on_failed, s)
				  : release_patiently(s, m);
		if (one == -1)
			r = -1;
	}
	return r;
}

static int
send_claimed(struct worker *w, const struct route *route,
    const struct messages *l, int64_t now, struct err *e)
{
	struct step s = {
	    .w = w, .claimed = l, .began = clock_read(), .now = now, .e = e};
	struct err why = {""};
	struct transport *t = w->transport;
	int r;

	s.marks = xcalloc(l->n + 1, sizeof(*s.marks));
	t->order = route->order.v;
	t->begin = on_begin;
	t->failed = on_failed_way;
	t->begin_arg = &s;
	r = t->send(t, l, on_sent, &s, &why);
	r = settle_untold(&s, r == -1 ? why.msg : NULL);
	t->order = NULL;
	t->begin = NULL;
	t->failed = NULL;
	free(s.marks);
	return s.failed ? -1 : r;
}

/* One transaction: what is tried again is tried by this claim alone. */
static int
claim(struct worker *w, struct route *route, int64_t now, struct messages *l,
    struct err *e)
{
	int r = -1;

	if (store_begin(w->store, e) == -1)
		return -1;
	if (route_open(route, w, now, e) == 0)
		r = outbox_claim(
		    w->store, w->channel, now, w->id, route_batch(route), l, e);
	if (r == 1 && route_begin(route, l, now, e) == -1)
		r = -1;
	if (r == -1)
		store_rollback(w->store);
	else if (store_commit(w->store, e) == -1)
		r = -1;
	if (r == -1)
		messages_clear(l);
	return r;
}

int
worker_step(struct worker *w, int64_t now, struct err *e)
{
	struct messages l = {0};
	struct route route = {0};
	int n, r = claim(w, &route, now, &l, e);

	n = (int)l.n;
	if (r == 1)
		r = send_claimed(w, &route, &l, now, e) == -1 ? -1 : n;
	messages_clear(&l);
	route_clear(&route);
	return r;
}

/* Milliseconds until something is due; -1 with *e when the store fails. */
static int
wait_time(struct worker *w, struct err *e)
{
	int64_t due = TIME_NONE, ms;

	if (outbox_next(w->store, w->channel, &due, e) == -1)
		return -1;
	if (due == TIME_NONE)
		return WAIT_MOST_MS;
	ms = due - clock_read().wall;
	ms = ms > WAIT_MOST_MS / 1000 ? WAIT_MOST_MS : ms * 1000;
	return ms < WAIT_LEAST_MS ? WAIT_LEAST_MS : (int)ms;
}

static int
run(struct worker *w, struct err *e)
{
	int failures = 0, ms;
	bool grown = true; /* since it rested last */

	while (!wait_for_work(0)) {
		int n = worker_step(w, clock_read().wall, e);

		if (n > 0) {
			failures = 0;
			grown = true;
			continue;
		}
		if (!loop.endless)
			return n;
		ms = n == -1 ? -1 : wait_time(w, e);
		if (ms == -1) {
			log_error("store: %s", e->msg);
			ms = backoff(++failures);
		} else {
			failures = 0;
		}
		if (grown)
			rest_started();
		grown = false;
		wait_for_work(ms);
	}
	return 0;
}

int
worker_run(struct worker *w, int wake_fd, bool drain, struct err *e)
{
	sigset_t set, old;
	int r;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigprocmask(SIG_BLOCK, &set, &old);
	loop.signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	loop.wake = wake_fd;
	loop.endless = !drain;
	loop.patient = !drain || wake_fd != -1;
	loop.ending = false;
	if (loop.signals == -1)
		r = err_set(e, "signalfd: %s", strerror(errno));
	else
		r = run(w, e);
	if (loop.signals != -1)
		close(loop.signals);
	loop.signals = loop.wake = -1;
	loop.endless = loop.patient = loop.ending = false;
	/* The signal that ended us has done its work. */
	while (sigtimedwait(&set, NULL, &(struct timespec){0}) > 0)
		;
	sigprocmask(SIG_SETMASK, &old, NULL);
	return r;
}

struct options {
	const char *config;
	bool drain;
	bool resort;
	int wake_fd;
};

static int
parse_options(int argc, char **argv, struct options *o)
{
	int64_t fd;
	int c;

	while ((c = getopt(argc, argv, "c:1rw:")) != -1)
		switch (c) {
		case 'c':
			o->config = optarg;
			break;
		case '1':
			o->drain = true;
			break;
		case 'r':
			o->resort = true;
			break;
		case 'w':
			if (parse_int(optarg, 0, 1 << 20, &fd) == -1)
				return -1;
			o->wake_fd = (int)fd;
			break;
		default:
			return -1;
		}
	return optind == argc ? 0 : -1;
}

static int
work(struct worker *w, const struct config *conf, const struct options *o)
{
	struct err e = {""};
	int r;

	w->store = store_open(conf->store, false, &e);
	if (w->store == NULL) {
		log_error("store: %s", e.msg);
		return EX_TEMPFAIL;
	}
	w->id = getpid();
	sandbox_on_record(
	    w->channel == CHANNEL_MAIL ? SANDBOX_MAIL : SANDBOX_SMS, conf,
	    w->store);
	w->give_up = w->channel == CHANNEL_MAIL ? conf->mail.give_up
						: conf->sms.give_up;
	/* The name of a mail is its Message-ID. */
	w->on_unknown = w->channel == CHANNEL_MAIL ? ON_UNKNOWN_AGAIN
						   : conf->sms.on_unknown;
	r = worker_run(w, o->wake_fd, o->drain, &e);
	if (r == -1)
		log_error("store: %s", e.msg);
	store_close(w->store);
	return r == -1 ? EX_TEMPFAIL : EX_OK;
}

static int
work_with(struct config *conf, const struct options *o, struct worker *w,
    struct transport *(*open)(const struct config *, struct err *))
{
	struct err e = {""};
	int status = EX_CONFIG;

	if (zone_set(conf->time_zone, &e) == 0)
		w->transport = open(conf, &e);
	if (w->transport == NULL) {
		log_error("%s: %s", conf->file, e.msg);
		return status;
	}
	status = o->resort ? resort_send(conf, w->transport, w->channel)
			   : work(w, conf, o);
	w->transport->close(w->transport);
	return status;
}

int
worker_main(int argc, char **argv, enum channel channel,
    struct transport *(*open)(const struct config *, struct err *))
{
	const char *name = channel == CHANNEL_MAIL ? "alertd-mail"
						   : "alertd-sms";
	struct options o = {.config = "/etc/alertd/alertd.yaml", .wake_fd = -1};
	struct worker w = {.channel = channel, .actor = name};
	struct diags problems = {0};
	struct config *conf;
	int status;

	if (parse_options(argc, argv, &o) == -1) {
		fprintf(stderr, "usage: %s [-1r] [-c file] [-w fd]\n", name);
		return EX_USAGE;
	}
	sandbox_private();
	/* Run by alertctl, somebody is looking at the terminal. */
	log_open(name,
	    o.drain && o.wake_fd == -1 ? LOG_LEVEL_WARNING : LOG_LEVEL_INFO);
	conf = config_load(o.config,
	    channel == CHANNEL_MAIL ? CONF_MAIL : CONF_SMS, &problems);
	diags_log(&problems);
	diags_clear(&problems);
	if (conf == NULL)
		return EX_CONFIG;
	status = work_with(conf, &o, &w, open);
	config_free(conf);
	return status;
}
