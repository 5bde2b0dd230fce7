#include <stdlib.h>

#include "alertctl/status/facts.h"
#include "alertctl/status/health.h"
#include "alertctl/send/keeper.h"
#include "alertctl/status/map.h"
#include "alertctl/ui/out.h"
#include "alertctl/send/progress.h"
#include "alertctl/status/screen.h"
#include "base/attr.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/running.h"
#include "store/shut.h"

#define DAY INT64_C(86400)

void
screen_clear(struct screen *s)
{
	incidents_clear(&s->live);
	free(s->newest);
	open_calls_clear(&s->calls);
	feed_states_clear(&s->feeds);
	tally_clear(&s->tally);
	drafts_clear(&s->drafts);
	check_state_clear(&s->check);
	strv_clear(&s->rates);
	strv_clear(&s->shut);
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		truth_clear(&s->truth[ch]);
	faults_clear(&s->faults);
	channel_ways_clear(&s->ways);
	reaches_clear(&s->reach);
	*s = (struct screen){0};
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

/* How far the newest notice of each is; the map is of the last such. */
static int
newest_read(struct ctl *c, struct screen *s, struct err *e)
{
	s->newest = xcalloc(s->live.n + 1, sizeof(*s->newest));
	for (size_t i = 0; i < s->live.n; i++) {
		const struct incident *one = &s->live.v[i];

		if (one->notices == 0)
			continue;
		s->reach_of = one->id;
		if (store_progress(c->store, one->id, one->notices, s->now,
			&s->newest[i], e) == -1)
			return -1;
	}
	return store_reach(c->store, s->reach_of, 0, &s->reach, e);
}

int
screen_read(struct ctl *c, int64_t now, struct screen *s, struct err *e)
{
	*s = (struct screen){.now = now};
	s->holder = store_holder(c->conf->store, &s->pid);
	s->running = s->holder == LOCK_DAEMON;
	s->full = file_disk_full(c->conf->store);
	if (store_incidents_live(c->store, &s->live, e) == -1 ||
	    newest_read(c, s, e) == -1 ||
	    open_calls_read(c, now, &s->calls, e) == -1 ||
	    feeds_read(c, &s->feeds, e) == -1 ||
	    store_unsent(c->store, s->unsent, e) == -1 ||
	    store_unsent_addresses(c->store, &s->addresses, e) == -1 ||
	    store_failed(c->store, now - DAY, &s->failed, &s->unknown, e) ==
		-1 ||
	    store_tally(c->store, &s->tally, e) == -1 ||
	    store_drafts(c->store, NULL, now - LIMIT_DRAFT_DAYS * DAY,
		&s->drafts, e) == -1 ||
	    store_check_get(c->store, &s->check, e) == -1 ||
	    channel_ways_read(c, &s->ways, e) == -1 ||
	    store_shut_list(c->store, &s->shut, e) == -1)
		return -1;
	rate_sentences(&s->ways, &s->rates);
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		if (store_truth_get(c->store, ch, &s->truth[ch], e) == -1)
			return -1;
	return store_faults(c->store, &s->faults, e);
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

/* By channel; null when it was never tested. */
static json_t *
truth_json(const struct screen *s)
{
	json_t *o = json_object();

	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++) {
		const struct truth *t = &s->truth[ch];
		json_t *one = json_null();

		if (t->notice != 0)
			one = json_pack("{s:o, s:o, s:o, s:o, s:b}", "sent",
			    json_time(t->sent), "arrived",
			    json_time(t->arrived), "proven",
			    json_time(t->proven), "seconds",
			    t->took == TIME_NONE ? json_null()
						 : json_integer(t->took),
			    "late", t->late);
		json_object_set_new(o, channel_name(ch), one);
	}
	return o;
}

static json_t *
check_json(const struct screen *s)
{
	json_t *o = json_object(), *found = json_array();
	json_t *shut = json_array();

	for (size_t i = 0; i < s->faults.n; i++)
		json_array_append_new(found, json_string(s->faults.v[i].what));
	for (size_t i = 0; i < s->shut.n; i++)
		json_array_append_new(shut, json_string(s->shut.v[i]));
	json_object_set_new(o, "at", json_time(s->check.at));
	json_object_set_new(o, "passed", json_time(s->check.passed));
	json_object_set_new(o, "found", found);
	json_object_set_new(o, "pinged", json_time(s->check.pinged));
	json_object_set_new(o, "ping_error", json_string(s->check.ping_error));
	json_object_set_new(o, "sandbox", shut);
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
		json_object_set_new(j, "progress",
		    one->notices > 0 ? progress_json(&s->newest[i], s->now,
					   s->holder != LOCK_NOBODY)
				     : json_null());
		json_array_append_new(list, j);
	}
	return list;
}

/* The whole history, as the tally has it. */
static json_t *
outbox_json(const struct screen *s)
{
	struct outbox_counts n = {.oldest = TIME_NONE};

	for (size_t ch = 0; ch < LENGTH(n.n); ch++)
		for (size_t i = 0; i < LENGTH(n.n[0]); i++)
			n.n[ch][i] = tally_of(&s->tally, "now",
			    channel_name((enum channel)ch),
			    delivery_state_name((enum delivery_state)i));
	return counts_json(&n);
}

static json_t *
queue_json(const struct screen *s)
{
	json_t *all = json_object();

	for (size_t ch = 0; ch < LENGTH(s->unsent); ch++) {
		json_t *one = json_pack("{s:I, s:I}", "waiting",
		    (json_int_t)s->unsent[ch].queued, "held",
		    (json_int_t)s->unsent[ch].held);

		json_object_set_new(
		    one, "oldest", json_time(s->unsent[ch].oldest));
		json_object_set_new(all, channel_name((enum channel)ch), one);
	}
	return all;
}

static json_t *
drafts_json(const struct drafts *l)
{
	json_t *list = json_array();

	for (size_t i = 0; i < l->n; i++)
		json_array_append_new(list, keep_json(&l->v[i]));
	return list;
}

json_t *
screen_json(const struct ctl *c, struct screen *s)
{
	return json_pack(
	    "{s:b, s:I, s:I, s:o, s:o, s:o, s:o, s:o, s:o, s:I, s:I, s:o, "
	    "s:o, s:o, s:o, s:o, s:s}",
	    "daemon", s->running, "pid", s->running ? (json_int_t)s->pid : 0,
	    "alertctl", s->holder == LOCK_ALERTCTL ? (json_int_t)s->pid : 0,
	    "incidents", live_json(c, s), "calls", alarms_json(&s->calls),
	    "on_call", rotas_json(&s->calls), "feeds", feeds_json(&s->feeds),
	    "outbox", outbox_json(s), "queue", queue_json(s), "failed",
	    (json_int_t)s->failed, "unknown", (json_int_t)s->unknown, "drafts",
	    drafts_json(&s->drafts), "self_check", check_json(s), "truth",
	    truth_json(s), "municipalities", map_json(&s->reach), "relays",
	    channel_ways_json(&s->ways), "mail_disabled",
	    c->conf->mail.disabled_reason);
}
