#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/rest.h"
#include "base/str.h"
#include "conf/ways.h"
#include "deliver/patience.h"
#include "deliver/resort.h"
#include "deliver/route.h"
#include "deliver/step.h"
#include "deliver/worker.h"
#include "outbox/outbox.h"
#include "sandbox/record.h"

#define WAIT_LEAST_MS 500 /* what is due, but not to be claimed yet */
#define WAIT_MOST_MS 60000

/* One transaction: what is tried again is tried by this claim alone. */
static int
claim_in(struct worker *w, struct route *route, int64_t now, struct messages *l,
    struct err *e)
{
	struct claim c;
	int r = -1;

	if (store_begin(w->store, e) == -1)
		return -1;
	if (route_open(route, w, now, e) == 0) {
		c = route_claim(route, now);
		r = outbox_claim_by(w->store, &c, l, e);
	}
	if (r == 1 && route_begin(route, l, now, e) == -1)
		r = -1;
	if (r == -1)
		store_rollback(w->store);
	else if (store_commit(w->store, e) == -1)
		r = -1;
	return r;
}

/* They are ours by now, and nobody would send them. */
static void
give_back(const struct worker *w, const struct messages *l)
{
	struct err e;

	for (size_t i = 0; i < l->n; i++)
		if (outbox_release(w->store, &l->v[i], &e) == -1)
			log_error("message %lld: is not given back: %s",
			    (long long)l->v[i].id, e.msg);
}

/*
 * The disk is not waited for: nothing is sent before it is begun, and what is
 * committed then has this before it. Without that it was never claimed.
 */
static int
claim(struct worker *w, struct route *route, int64_t now, struct messages *l,
    struct err *e)
{
	int r = store_sync_later(w->store, e);

	if (r == 0)
		r = claim_in(w, route, now, l, e);
	if (store_sync_left(w->store, r == -1 ? NULL : e) == -1) {
		if (r == 1)
			give_back(w, l);
		r = -1;
	}
	if (r == -1)
		messages_clear(l);
	return r;
}

int
worker_step(struct worker *w, int64_t now, struct err *e)
{
	struct messages l = {0};
	struct route route = {0};
	int r = claim(w, &route, now, &l, e);

	w->room_at = route.full && route.due ? route.room_at : TIME_NONE;
	if (r == 1)
		r = step_send(w, &route, &l, now, e);
	/* What its way had no room for was given back: that waits. */
	if (r == 0 && w->room_at == TIME_NONE)
		r = (int)l.n;
	messages_clear(&l);
	route_clear(&route);
	return r;
}

/* Milliseconds until a way has room for what is due; at most WAIT_MOST_MS. */
static int
wait_for_room(const struct worker *w)
{
	int64_t ms = w->room_at - clock_read().mono_ms;

	if (ms < 1)
		return 1;
	return ms < WAIT_MOST_MS ? (int)ms : WAIT_MOST_MS;
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
	if (ms <= 0 && w->room_at != TIME_NONE)
		return wait_for_room(w);
	ms = ms > WAIT_MOST_MS / 1000 ? WAIT_MOST_MS : ms * 1000;
	return ms < WAIT_LEAST_MS ? WAIT_LEAST_MS : (int)ms;
}

/* Whether who drains has done all: he waits for a way that has room soon. */
static bool
is_drained(const struct worker *w, int wait)
{
	return w->room_at == TIME_NONE ||
	       w->room_at - clock_read().mono_ms > WAIT_MOST_MS || wait == -1;
}

/* The first claim does not wait for what can be done before. */
static void
get_ready(struct worker *w)
{
	struct transport *t = w->transport;

	outbox_prepare(w->store);
	if (t->ready != NULL)
		t->ready(t);
}

/*
 * Who is to get ready does not look what is due before it is told to, for a
 * moment: who told it is writing the store.
 */
static void
wait_for_work(struct worker *w, int ms)
{
	if (rest_pays(ms))
		store_rest(w->store);
	patience_wait(transport_rest(w->transport, ms));
	while (patience_ready()) {
		get_ready(w);
		patience_wait(WAIT_LEAST_MS);
	}
}

/*
 * Until we are to end. What the transport keeps open for the next message it
 * gives up when there is none; over what it has died, we die.
 */
static int
run(struct worker *w, bool endless, struct err *e)
{
	const struct transport *t = w->transport;
	int failures = 0, ms;

	while (!patience_wait(0)) {
		int n = worker_step(w, clock_read().wall, e);

		if (t->died != 0)
			return 0;
		if (n > 0) {
			failures = 0;
			continue;
		}
		if (!endless && n == -1)
			return n;
		ms = n == -1 ? -1 : wait_time(w, e);
		if (!endless && is_drained(w, ms))
			return ms == -1 ? -1 : 0;
		if (ms == -1) {
			log_error("store: %s", e->msg);
			ms = patience_backoff(++failures);
		} else {
			failures = 0;
		}
		wait_for_work(w, ms);
	}
	return 0;
}

int
worker_run(struct worker *w, int wake_fd, bool drain, struct err *e)
{
	int r = patience_open(wake_fd, !drain, e);

	if (r == 0)
		r = run(w, !drain, e);
	patience_close();
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

/* Of the transport's ways; release with free(). */
static struct rate *
rates_of(const struct config *conf, const struct worker *w)
{
	size_t n = w->transport->ways.n;
	struct rate *v = xcalloc(n + 1, sizeof(*v));

	for (size_t i = 0; i < n; i++)
		v[i] = config_rate(conf, w->channel, i);
	return v;
}

static int
work(struct worker *w, const struct config *conf, const struct options *o)
{
	struct rate *rates = rates_of(conf, w);
	struct err e = {""};
	int r;

	/* A relay may break into a session, or into who encrypts for it. */
	store_keep_from_forks();
	w->store = store_open(conf->store, false, &e);
	if (w->store == NULL) {
		log_error("store: %s", e.msg);
		free(rates);
		return EX_TEMPFAIL;
	}
	if (store_warm(w->store, &e) == -1)
		log_warn("store: %s", e.msg);
	w->id = getpid();
	w->rates = rates;
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
	free(rates);
	return r == -1 ? EX_TEMPFAIL : EX_OK;
}

/*
 * As a process of ours did, so that who buries us knows of what: what it had
 * in its hands is in ours.
 */
static void
end_as(int status)
{
	if (WIFSIGNALED(status)) {
		signal(WTERMSIG(status), SIG_DFL);
		raise(WTERMSIG(status));
	}
	exit(EX_SOFTWARE);
}

/*
 * How many of a relay's sessions are this process's: those that are delivered
 * by its workers share them, a spare one has one of its own, and who works
 * alone has them all.
 */
static void
take_share(struct mail_conf *conf, const struct options *o)
{
	for (size_t i = 0; i < conf->n_relays; i++) {
		int64_t *n = &conf->relays[i].sessions;

		if (o->drain && o->wake_fd != -1)
			*n = 1;
		else if (!o->drain)
			*n /= conf->workers; /* no fewer, see check.c */
	}
}

static int
work_with(struct config *conf, const struct options *o, struct worker *w,
    struct transport *(*open)(const struct config *, struct err *))
{
	struct err e = {""};
	int status = EX_CONFIG, died;

	take_share(&conf->mail, o);
	if (zone_set(conf->time_zone, &e) == 0)
		w->transport = open(conf, &e);
	if (w->transport == NULL) {
		log_error("%s: %s", conf->file, e.msg);
		return status;
	}
	status = o->resort ? resort_send(conf, w->transport, w->channel)
			   : work(w, conf, o);
	died = o->resort ? 0 : w->transport->died;
	w->transport->close(w->transport);
	if (died != 0)
		end_as(died);
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
