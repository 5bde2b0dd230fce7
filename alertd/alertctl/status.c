#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "alertctl/calls.h"
#include "alertctl/ctl.h"
#include "alertctl/decide.h"
#include "alertctl/facts.h"
#include "alertctl/health.h"
#include "alertctl/map.h"
#include "alertctl/out.h"
#include "alertctl/run.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/running.h"
#include "store/checks.h"
#include "store/messages.h"
#include "store/reports.h"

/* All that is on the screen, read once. */
struct screen {
	int64_t now, pid;
	bool running;
	struct incidents live;
	struct open_calls calls;
	struct feed_states feeds;
	struct outbox_counts counts;
	struct check_state check;
	struct faults faults;
	struct reaches reach;
	int64_t reach_of; /* incident of reach, 0 = contacts only */
};

static void
screen_clear(struct screen *s)
{
	incidents_clear(&s->live);
	open_calls_clear(&s->calls);
	feed_states_clear(&s->feeds);
	check_state_clear(&s->check);
	faults_clear(&s->faults);
	reaches_clear(&s->reach);
}

/* What is stored of the feeds that are configured, and of no other. */
static int
feeds_read(struct ctl *c, struct feed_states *out, struct err *e)
{
	size_t n = c->conf->n_feeds;

	out->v = xcalloc(n + 1, sizeof(*out->v));
	for (size_t i = 0; i < n; i++)
		if (store_feed_get(c->store, c->conf->feeds[i].name,
			&out->v[out->n++], e) == -1)
			return -1;
	return 0;
}

static int
screen_read(struct ctl *c, struct screen *s, struct err *e)
{
	s->now = clock_read().wall;
	s->running = daemon_running(c->conf->store, &s->pid);
	if (store_incidents_live(c->store, &s->live, e) == -1 ||
	    open_calls_read(c, s->now, &s->calls, e) == -1 ||
	    feeds_read(c, &s->feeds, e) == -1 ||
	    store_outbox_counts(c->store, 0, 0, &s->counts, e) == -1 ||
	    store_check_get(c->store, &s->check, e) == -1 ||
	    store_faults(c->store, &s->faults, e) == -1)
		return -1;
	for (size_t i = 0; i < s->live.n; i++)
		if (s->live.v[i].notices > 0)
			s->reach_of = s->live.v[i].id;
	return store_reach(c->store, s->reach_of, 0, &s->reach, e);
}

static void
print_incident(const struct ctl *c, const struct screen *s,
    const struct incident *i, int64_t now)
{
	const struct call *call = open_call_of(&s->calls, i->id);
	char when[WHEN_SIZE], span[WHEN_SIZE];
	char *hint = decide_hint(i);
	char *reference = incident_reference(i, c->conf->notices.reference);
	int64_t next = next_notice(i, c->conf);

	printf("%-8s %s  %s%s%s: %s\n", incident_state_name(i->state),
	    reference, effect_name(i->effect),
	    i->service[0] != '\0' ? " of " : "", i->service, i->title);
	printf("         since %s", out_when(i->since, when));
	if (i->since != TIME_NONE)
		printf(" (%s)", out_span(now - i->since, span));
	printf(", %d notice%s", i->notices, i->notices == 1 ? "" : "s");
	if (next != TIME_NONE)
		printf(", next %s (%s%s)", out_when(next, when),
		    next > now ? "in " : "due",
		    next > now ? out_span(next - now, span) : "");
	putchar('\n');
	if (call != NULL)
		call_print(&s->calls, call, i, "         ");
	if (i->state == INCIDENT_PENDING)
		printf("         %s\n         DECIDE: %s\n", i->reason, hint);
	free(reference);
	free(hint);
}

static void
print_feeds(const struct screen *s)
{
	for (size_t i = 0; i < s->feeds.n; i++) {
		char *health = health_sentence(&s->feeds.v[i], s->now);

		printf("feed     %s: %s\n", s->feeds.v[i].feed, health);
		free(health);
	}
	if (s->feeds.n == 0)
		printf("feed     none is configured: only \"alertctl send\" "
		       "opens incidents\n");
}

static void
print_outbox(const struct ctl *c, const struct screen *s)
{
	char *mail = out_counts(&s->counts, CHANNEL_MAIL);
	char *sms = out_counts(&s->counts, CHANNEL_SMS);
	char span[WHEN_SIZE];

	printf("mail     %s\n", mail);
	printf("SMS      %s%s\n", sms, c->conf->sms.off ? " (off)" : "");
	if (s->counts.oldest != TIME_NONE)
		printf("         the oldest unfinished waits %s\n",
		    out_span(s->now - s->counts.oldest, span));
	free(mail);
	free(sms);
}

/* What alertd found when it looked at itself; nothing when it does not run. */
static void
print_check(const struct ctl *c, const struct screen *s)
{
	char when[WHEN_SIZE];

	if (!s->running || s->check.at == TIME_NONE)
		return;
	for (size_t i = 0; i < s->faults.n; i++)
		printf("PROBLEM  self-check: %s\n", s->faults.v[i].what);
	if (!check_fresh(s->check.at, s->now))
		printf("PROBLEM  alertd has not looked at itself since %s: its "
		       "log says why\n",
		    out_when(s->check.at, when));
	if (s->check.ping_error[0] != '\0' && *c->conf->deadman.url != '\0')
		printf("PROBLEM  deadman.url does not answer: %s\n",
		    s->check.ping_error);
}

static void
print_problems(const struct ctl *c, const struct screen *s)
{
	int64_t failed = s->counts.n[CHANNEL_MAIL][DELIVERY_FAILED] +
			 s->counts.n[CHANNEL_SMS][DELIVERY_FAILED];

	if (!s->running)
		printf("PROBLEM  alertd is not running, no feed is read: "
		       "systemctl start alertd\n");
	if (c->conf->mail.disabled_reason[0] != '\0')
		printf("PROBLEM  no mail can be sent: %s\n",
		    c->conf->mail.disabled_reason);
	if (failed > 0)
		printf("PROBLEM  %" PRId64
		       " deliveries failed: alertctl outbox "
		       "list --failed, alertctl outbox retry\n",
		    failed);
	for (size_t i = 0; i < s->feeds.n; i++)
		if (s->feeds.v[i].health.state != HEALTH_OK)
			printf("PROBLEM  feed %s is %s: alertctl feed test "
			       "%s; %s\n",
			    s->feeds.v[i].feed,
			    feed_health_name(s->feeds.v[i].health.state),
			    s->feeds.v[i].feed, health_remedy(&s->feeds.v[i]));
}

static void
print_screen(struct ctl *c, struct screen *s)
{
	if (s->running)
		printf("alertd   running, process %" PRId64 "\n", s->pid);
	for (size_t i = 0; i < s->live.n; i++)
		print_incident(c, s, &s->live.v[i], s->now);
	if (s->live.n == 0)
		printf("%s", _("open     nothing\n"));
	alarms_print(&s->calls);
	rotas_print(&s->calls);
	print_feeds(s);
	print_outbox(c, s);
	print_problems(c, s);
	print_check(c, s);
	map_print(c->store, &s->reach, s->reach_of != 0);
}

static json_t *
feeds_json(const struct feed_states *l)
{
	json_t *list = json_array();

	for (size_t i = 0; i < l->n; i++) {
		const struct feed_state *f = &l->v[i];
		json_t *o = json_pack("{s:s, s:b}", "feed", f->feed, "ok",
		    f->health.state == HEALTH_OK);

		health_json(o, f);
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *
check_json(const struct screen *s)
{
	json_t *o = json_object(), *found = json_array();

	for (size_t i = 0; i < s->faults.n; i++)
		json_array_append_new(found, json_string(s->faults.v[i].what));
	json_object_set_new(o, "at", json_time(s->check.at));
	json_object_set_new(o, "passed", json_time(s->check.passed));
	json_object_set_new(o, "found", found);
	json_object_set_new(o, "pinged", json_time(s->check.pinged));
	json_object_set_new(o, "ping_error", json_string(s->check.ping_error));
	return o;
}

static json_t *
live_json(const struct ctl *c, const struct screen *s)
{
	json_t *list = json_array();

	for (size_t i = 0; i < s->live.n; i++) {
		const struct incident *one = &s->live.v[i];
		json_t *j = incident_json(one, c->conf);

		json_object_set_new(j, "call",
		    call_json(&s->calls, open_call_of(&s->calls, one->id)));
		json_array_append_new(list, j);
	}
	return list;
}

static json_t *
screen_json(const struct ctl *c, struct screen *s)
{
	return json_pack("{s:b, s:I, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:s}",
	    "daemon", s->running, "pid", (json_int_t)s->pid, "incidents",
	    live_json(c, s), "calls", alarms_json(&s->calls), "on_call",
	    rotas_json(&s->calls), "feeds", feeds_json(&s->feeds), "outbox",
	    counts_json(&s->counts), "self_check", check_json(s),
	    "municipalities", map_json(&s->reach), "mail_disabled",
	    c->conf->mail.disabled_reason);
}

int
run_status(struct ctl *c)
{
	struct screen s = {0};
	struct err e;
	int status = ctl_store(c, false);

	if (status != 0)
		return status;
	if (screen_read(c, &s, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	else if (c->json)
		out_json(screen_json(c, &s));
	else
		print_screen(c, &s);
	screen_clear(&s);
	return status;
}
