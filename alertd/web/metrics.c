#include <inttypes.h>
#include <stdlib.h>

#include "base/attr.h"
#include "base/mem.h"
#include "base/running.h"
#include "base/version.h"
#include "core/slow.h"
#include "notice/schedule.h"
#include "store/calls.h"
#include "store/checks.h"
#include "store/incidents.h"
#include "store/tally.h"
#include "store/truth.h"
#include "web/feeds.h"
#include "web/metrics.h"
#include "web/web.h"

/* All that is told, read once. */
struct facts {
	const struct config *conf;
	bool up;
	int64_t size;
	struct tally tally;
	struct incidents live;
	struct unsent unsent[CHANNEL_SMS + 1];
	struct calls calls;
	struct feed_states feeds;
	struct check_state check;
	struct faults faults;
	struct ways ways[CHANNEL_SMS + 1];
	struct truth truth[CHANNEL_SMS + 1];
};

struct family {
	const char *name, *type, *help;
	/* Writes the samples. */
	void (*write)(
	    struct buf *b, const struct family *f, const struct facts *x);
	const char *what; /* of the tally */
};

/* --- samples: words of tables, numbers and names of feeds: none needs escapes
 */

static void
sample(struct buf *b, const struct family *f, int64_t v)
{
	buf_addf(b, "%s %" PRId64 "\n", f->name, v);
}

/* A time that is not known has no sample. */
static void
moment(struct buf *b, const struct family *f, int64_t t)
{
	if (t != TIME_NONE)
		sample(b, f, t);
}

static void
one(struct buf *b, const struct family *f, const char *label, const char *value,
    int64_t v)
{
	buf_addf(b, "%s{%s=\"%s\"} %" PRId64 "\n", f->name, label, value, v);
}

static void
two(struct buf *b, const struct family *f, const char *label, const char *value,
    const char *second, const char *value2, int64_t v)
{
	buf_addf(b, "%s{%s=\"%s\",%s=\"%s\"} %" PRId64 "\n", f->name, label,
	    value, second, value2, v);
}

/* --- the daemon ----------------------------------------------------------- */

static void
build_info(struct buf *b, const struct family *f, const struct facts *x)
{
	(void)x;
	one(b, f, "version", VERSION, 1);
}

static void
up(struct buf *b, const struct family *f, const struct facts *x)
{
	sample(b, f, x->up);
}

static void
started(struct buf *b, const struct family *f, const struct facts *x)
{
	moment(b, f, x->check.started);
}

static void
size(struct buf *b, const struct family *f, const struct facts *x)
{
	sample(b, f, x->size);
}

/* --- incidents and notices ------------------------------------------------ */

static void
incidents(struct buf *b, const struct family *f, const struct facts *x)
{
	for (enum incident_kind k = KIND_ACTUAL; k <= KIND_TEST; k++) {
		const char *kind = incident_kind_name(k);

		for (enum incident_state s = INCIDENT_PENDING;
		     s <= INCIDENT_RETRACTED; s++) {
			const char *state = incident_state_name(s);

			two(b, f, "kind", kind, "state", state,
			    tally_of(&x->tally, f->what, kind, state));
		}
	}
}

static void
opened(struct buf *b, const struct family *f, const struct facts *x)
{
	for (enum incident_kind k = KIND_ACTUAL; k <= KIND_TEST; k++)
		one(b, f, "kind", incident_kind_name(k),
		    tally_of(&x->tally, f->what, incident_kind_name(k), ""));
}

static void
of_incident(
    struct buf *b, const struct family *f, const struct incident *i, int64_t t)
{
	char id[32];

	snprintf(id, sizeof(id), "%" PRId64, i->id);
	if (i->kind == KIND_ACTUAL && t != TIME_NONE)
		one(b, f, "incident", id, t);
}

static void
last_notice(struct buf *b, const struct family *f, const struct facts *x)
{
	for (size_t i = 0; i < x->live.n; i++)
		of_incident(b, f, &x->live.v[i], x->live.v[i].last_notice_at);
}

static void
next_notice(struct buf *b, const struct family *f, const struct facts *x)
{
	for (size_t i = 0; i < x->live.n; i++) {
		struct schedule s = schedule_next(
		    &x->live.v[i], &x->conf->notices);

		of_incident(b, f, &x->live.v[i],
		    s.kind == SCHEDULE_NOTHING ? TIME_NONE : s.at);
	}
}

static void
notices(struct buf *b, const struct family *f, const struct facts *x)
{
	for (enum notice_type t = NOTICE_FIRST; t <= NOTICE_RECEIPT; t++)
		one(b, f, "type", notice_type_name(t),
		    tally_of(&x->tally, f->what, notice_type_name(t), ""));
}

/* --- the outbox ----------------------------------------------------------- */

static void
messages(struct buf *b, const struct family *f, const struct facts *x)
{
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++) {
		const char *channel = channel_name(ch);

		for (enum org_kind k = ORG_MUNICIPALITY; k <= ORG_ONCALL; k++)
			two(b, f, "channel", channel, "audience",
			    org_kind_name(k),
			    tally_of(
				&x->tally, f->what, channel, org_kind_name(k)));
	}
}

static void
outbox(struct buf *b, const struct family *f, const struct facts *x)
{
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++) {
		two(b, f, "channel", channel_name(ch), "state", "queued",
		    x->unsent[ch].queued);
		two(b, f, "channel", channel_name(ch), "state", "sending",
		    x->unsent[ch].held);
	}
}

static void
oldest(struct buf *b, const struct family *f, const struct facts *x)
{
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		if (x->unsent[ch].oldest != TIME_NONE)
			one(b, f, "channel", channel_name(ch),
			    x->unsent[ch].oldest);
}

static void
by_state(struct buf *b, const struct family *f, const struct facts *x,
    enum delivery_state from)
{
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++) {
		const char *channel = channel_name(ch);

		for (enum delivery_state s = from; s <= DELIVERY_CANCELLED; s++)
			two(b, f, "channel", channel, "state",
			    delivery_state_name(s),
			    tally_of(&x->tally, f->what, channel,
				delivery_state_name(s)));
	}
}

static void
recipients(struct buf *b, const struct family *f, const struct facts *x)
{
	by_state(b, f, x, DELIVERY_QUEUED);
}

static void
deliveries(struct buf *b, const struct family *f, const struct facts *x)
{
	by_state(b, f, x, DELIVERY_ACCEPTED);
}

static void
attempts(struct buf *b, const struct family *f, const struct facts *x)
{
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		one(b, f, "channel", channel_name(ch),
		    tally_of(&x->tally, f->what, channel_name(ch), ""));
}

static void
relay_well(struct buf *b, const struct family *f, const struct facts *x)
{
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		for (size_t i = 0; i < x->ways[ch].n; i++)
			two(b, f, "channel", channel_name(ch), "relay",
			    x->ways[ch].v[i].name,
			    x->ways[ch].v[i].state == WAY_WELL);
}

static void
relay_since(struct buf *b, const struct family *f, const struct facts *x)
{
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		for (size_t i = 0; i < x->ways[ch].n; i++)
			if (x->ways[ch].v[i].state != WAY_WELL)
				two(b, f, "channel", channel_name(ch), "relay",
				    x->ways[ch].v[i].name,
				    x->ways[ch].v[i].since);
}

/* --- feeds ---------------------------------------------------------------- */

/* One that was never polled has no health yet. */
static void
feed_health(struct buf *b, const struct family *f, const struct facts *x)
{
	for (size_t i = 0; i < x->feeds.n; i++) {
		const struct feed_state *feed = &x->feeds.v[i];

		for (enum feed_health h = HEALTH_OK; h <= HEALTH_SHRUNKEN; h++)
			two(b, f, "feed", feed->feed, "health",
			    feed_health_name(h),
			    feed->health.since != TIME_NONE &&
				feed->health.state == h);
	}
}

static void
feed_ok(struct buf *b, const struct family *f, const struct facts *x)
{
	for (size_t i = 0; i < x->feeds.n; i++)
		if (x->feeds.v[i].last_ok != TIME_NONE)
			one(b, f, "feed", x->feeds.v[i].feed,
			    x->feeds.v[i].last_ok);
}

static void
feed_change(struct buf *b, const struct family *f, const struct facts *x)
{
	for (size_t i = 0; i < x->feeds.n; i++)
		if (x->feeds.v[i].last_change != TIME_NONE)
			one(b, f, "feed", x->feeds.v[i].feed,
			    x->feeds.v[i].last_change);
}

/* --- the on-call, and the self-check -------------------------------------- */

static void
calls(struct buf *b, const struct family *f, const struct facts *x)
{
	int64_t taken = 0;

	for (size_t i = 0; i < x->calls.n; i++)
		taken += *x->calls.v[i].owner != '\0';
	one(b, f, "state", "unanswered", (int64_t)x->calls.n - taken);
	one(b, f, "state", "taken", taken);
}

static void
oldest_call(struct buf *b, const struct family *f, const struct facts *x)
{
	for (size_t i = 0; i < x->calls.n; i++) {
		if (*x->calls.v[i].owner == '\0') {
			sample(b, f, x->calls.v[i].opened);
			return; /* the oldest is the first */
		}
	}
}

static void
check_passed(struct buf *b, const struct family *f, const struct facts *x)
{
	if (x->check.at != TIME_NONE)
		sample(b, f, x->check.at == x->check.passed);
}

static void
check_faults(struct buf *b, const struct family *f, const struct facts *x)
{
	if (x->check.at != TIME_NONE)
		sample(b, f, (int64_t)x->faults.n);
}

static void
check_at(struct buf *b, const struct family *f, const struct facts *x)
{
	moment(b, f, x->check.at);
}

static void
check_pass(struct buf *b, const struct family *f, const struct facts *x)
{
	moment(b, f, x->check.passed);
}

static void
pinged(struct buf *b, const struct family *f, const struct facts *x)
{
	if (*x->conf->deadman.url != '\0')
		moment(b, f, x->check.pinged);
}

static void
truth_took(struct buf *b, const struct family *f, const struct facts *x)
{
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		if (x->truth[ch].took != TIME_NONE)
			one(b, f, "channel", channel_name(ch),
			    x->truth[ch].took);
}

static void
truth_at(struct buf *b, const struct family *f, const struct facts *x)
{
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		if (x->truth[ch].proven != TIME_NONE)
			one(b, f, "channel", channel_name(ch),
			    x->truth[ch].proven);
}

/* --- the answer ----------------------------------------------------------- */

static const struct family families[] = {
    {"alertd_build_info", "gauge", "Version of alertd.", build_info, NULL},
    {"alertd_up", "gauge", "Whether alertd runs.", up, NULL},
    {"alertd_start_time_seconds", "gauge", "When alertd was started.", started,
	NULL},
    {"alertd_database_size_bytes", "gauge", "Size of the database.", size,
	NULL},
    {"alertd_incidents", "gauge", "Incidents by kind and state.", incidents,
	"incident"},
    {"alertd_incidents_opened_total", "counter", "Incidents ever made.", opened,
	"opened"},
    {"alertd_incident_last_notice_timestamp_seconds", "gauge",
	"When the last notice of a pending or open incident was queued.",
	last_notice, NULL},
    {"alertd_incident_next_notice_timestamp_seconds", "gauge",
	"When the next notice of a pending or open incident is due.",
	next_notice, NULL},
    {"alertd_notices_total", "counter", "Notices and pages queued.", notices,
	"notice"},
    {"alertd_messages_total", "counter", "Messages queued.", messages,
	"message"},
    {"alertd_outbox_messages", "gauge", "Messages that are to be sent.", outbox,
	NULL},
    {"alertd_outbox_oldest_timestamp_seconds", "gauge",
	"When the oldest message that is to be sent was queued.", oldest, NULL},
    {"alertd_recipients", "gauge",
	"Recipients of all messages by their state now.", recipients, "now"},
    {"alertd_deliveries_total", "counter",
	"How often a recipient reached a state that is an end.", deliveries,
	"done"},
    {"alertd_delivery_attempts_total", "counter",
	"How often it was tried to reach a recipient.", attempts, "tried"},
    {"alertd_relay_well", "gauge",
	"0 for a relay or gateway that the others go before.", relay_well,
	NULL},
    {"alertd_relay_failing_since_timestamp_seconds", "gauge",
	"Since when the others go before a relay or gateway.", relay_since,
	NULL},
    {"alertd_feed_health", "gauge", "1 for the health that a feed has.",
	feed_health, NULL},
    {"alertd_feed_last_success_timestamp_seconds", "gauge",
	"When a feed was last read wholly.", feed_ok, NULL},
    {"alertd_feed_last_change_timestamp_seconds", "gauge",
	"When a feed last told something new.", feed_change, NULL},
    {"alertd_calls", "gauge", "Open calls to the on-call.", calls, NULL},
    {"alertd_calls_oldest_unanswered_timestamp_seconds", "gauge",
	"When the oldest call that nobody has taken was opened.", oldest_call,
	NULL},
    {"alertd_self_check_passed", "gauge",
	"Whether the last self-check found nothing.", check_passed, NULL},
    {"alertd_self_check_faults", "gauge", "What the last self-check found.",
	check_faults, NULL},
    {"alertd_self_check_timestamp_seconds", "gauge",
	"When the last self-check was made.", check_at, NULL},
    {"alertd_self_check_last_pass_timestamp_seconds", "gauge",
	"When a self-check last found nothing.", check_pass, NULL},
    {"alertd_deadman_last_success_timestamp_seconds", "gauge",
	"When deadman.url last answered well.", pinged, NULL},
    {"alertd_truth_seconds", "gauge",
	"How long the last test that arrived needed.", truth_took, NULL},
    {"alertd_truth_last_arrival_timestamp_seconds", "gauge",
	"When a test last arrived.", truth_at, NULL},
};

const char *
metric_name(size_t i)
{
	return i < LENGTH(families) ? families[i].name : NULL;
}

const char *
metric_type(size_t i)
{
	return i < LENGTH(families) ? families[i].type : NULL;
}

static int
read_facts(struct web *w, struct facts *x, struct err *e)
{
	int64_t pid;

	x->conf = w->conf;
	x->up = daemon_running(w->conf->store, &pid);
	if (store_size(w->store, &x->size, e) == -1 ||
	    store_tally(w->store, &x->tally, e) == -1 ||
	    store_incidents_live(w->store, &x->live, e) == -1 ||
	    store_unsent(w->store, x->unsent, e) == -1 ||
	    store_calls(w->store, &x->calls, e) == -1 ||
	    store_check_get(w->store, &x->check, e) == -1 ||
	    store_faults(w->store, &x->faults, e) == -1)
		return -1;
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		if (core_ways(w->store, w->conf, ch, &x->ways[ch], e) == -1 ||
		    store_truth_get(w->store, ch, &x->truth[ch], e) == -1)
			return -1;
	return feeds_read(w, &x->feeds, e);
}

int
web_metrics(struct web *w, const struct http_request *q,
    struct http_response *r, struct err *e)
{
	struct facts x = {0};
	int rc = read_facts(w, &x, e);

	(void)q;
	r->type = "text/plain; version=0.0.4; charset=utf-8";
	for (size_t i = 0; rc == 0 && i < LENGTH(families); i++) {
		const struct family *f = &families[i];

		buf_addf(&r->body, "# HELP %s %s\n# TYPE %s %s\n", f->name,
		    f->help, f->name, f->type);
		f->write(&r->body, f, &x);
	}
	tally_clear(&x.tally);
	incidents_clear(&x.live);
	calls_clear(&x.calls);
	feed_states_clear(&x.feeds);
	check_state_clear(&x.check);
	faults_clear(&x.faults);
	for (size_t ch = 0; ch < LENGTH(x.ways); ch++)
		ways_clear(&x.ways[ch]);
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		truth_clear(&x.truth[ch]);
	return rc;
}
