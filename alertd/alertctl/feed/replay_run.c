#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/status/facts.h"
#include "alertctl/ui/out.h"
#include "alertctl/feed/replay.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "feed/mailthread.h"
#include "feed/parse.h"
#include "escalation/chain.h"
#include "store/calls.h"
#include "store/reports.h"

/* How often the core looks again when what it waits for is past. */
#define LOOK 60
/* More claims than one turn can queue mean that nothing is settled. */
#define STEPS 1000

/* The feed's id of the event that opened the incident, or "". */
static char *
event_of(struct store *s, int64_t incident)
{
	struct stored_reports l = {0};
	char *id = NULL;

	if (incident != 0 && store_reports(s, incident, 0, &l, NULL) == 0 &&
	    l.n > 0)
		id = xstrdup(l.v[l.n - 1].report.id);
	stored_reports_clear(&l);
	return id != NULL ? id : xstrdup("");
}

static int
print_notice(struct replay *r, const struct notice *n, struct err *e)
{
	struct incident i = {0};
	char *reference = NULL, *event = event_of(r->core.store, n->incident);
	json_t *j = notice_json(n);

	if (store_incident_get(r->core.store, n->incident, &i, e) == -1) {
		json_decref(j);
		free(event);
		return -1;
	}
	/* A page that is about no incident has none. */
	if (i.title != NULL)
		reference = incident_reference(
		    &i, r->core.conf->notices.reference);
	json_object_del(j, "id");
	json_object_set_new(
	    j, "reference", json_string(reference != NULL ? reference : ""));
	json_object_set_new(j, "event", json_string(event));
	json_object_set_new(
	    j, "title", json_string(i.title != NULL ? i.title : n->title));
	out_json_line(j);
	incident_clear(&i);
	free(reference);
	free(event);
	return 0;
}

static int
print_new(struct replay *r, struct err *e)
{
	struct notices l = {0};
	int result = store_notices(r->core.store, 0, r->shown, &l, e);

	for (size_t i = 0; result == 0 && i < l.n; i++) {
		const struct notice *n = &l.v[i];

		if (n->id > r->shown)
			r->shown = n->id;
		if (!r->silent && (r->pages || n->type != NOTICE_PAGE))
			result = print_notice(r, n, e);
	}
	notices_clear(&l);
	return result;
}

static int
deliver(struct replay *r, struct err *e)
{
	for (size_t i = 0; i < LENGTH(r->workers); i++) {
		struct worker *w = &r->workers[i];
		int n = w->transport != NULL ? 1 : 0;

		for (int k = 0; n > 0 && k < STEPS; k++)
			n = worker_step(w, r->now, e);
		if (n == -1)
			return -1;
		if (n > 0)
			return err_set(e, "the queue does not empty");
	}
	return 0;
}

/*
 * Whoever is paged takes the call at once, and nobody hears of it: a replay
 * shows what rings, not how long.
 */
static int
answer_calls(struct replay *r, struct err *e)
{
	struct calls l = {0};
	int result = store_calls(r->core.store, &l, e);

	for (size_t i = 0; result == 0 && i < l.n; i++) {
		if (l.v[i].paged_at == TIME_NONE || *l.v[i].owner != '\0')
			continue;
		chain_taken(&l.v[i], r->core.actor, r->now);
		result = store_call_put(r->core.store, &l.v[i], e);
	}
	calls_clear(&l);
	return result;
}

static int
turn(struct replay *r, struct err *e)
{
	int64_t next;

	if (core_turn(&r->core, r->now, &r->next, e) == -1 ||
	    answer_calls(r, e) == -1)
		return -1;
	/* When something is due has changed with it. */
	if (core_turn(&r->core, r->now, &next, e) == -1)
		return -1;
	r->next = next;
	if (print_new(r, e) == -1)
		return -1;
	return deliver(r, e);
}

/*
 * A recording keeps the polls that said something: between them the feed
 * said the same again, or failed as before.
 */
static int
poll_again(struct replay *r, struct err *e)
{
	if (!r->polled)
		return 0;
	if (r->failure != NULL)
		return core_feed_failed(
		    &r->core, r->feed, CAUSE_NOT_A_FEED, r->failure, r->now, e);
	return core_feed_unchanged(&r->core, r->feed, r->now, e);
}

/* All turns that are due before limit. */
static int
turns_before(struct replay *r, int64_t limit, struct err *e)
{
	while (r->now != TIME_NONE && r->next != TIME_NONE) {
		int64_t at = r->next > r->now ? r->next : r->now + LOOK;

		if (at >= limit)
			break;
		r->now = at;
		if (poll_again(r, e) == -1 || turn(r, e) == -1)
			return -1;
	}
	return 0;
}

/* A mail comes to those that came before, as in the folder. */
static int
read_mail(struct replay *r, const char *body, size_t len, struct reports *out,
    struct err *e)
{
	const struct mail **all;
	struct mail m;

	if (mail_read(body, len, false, r->now, &m, e) == -1) {
		mail_clear(&m);
		return -1;
	}
	r->mails = xreallocarray(r->mails, r->n_mails + 1, sizeof(*r->mails));
	r->mails[r->n_mails++] = m;
	all = xcalloc(r->n_mails, sizeof(*all));
	for (size_t i = 0; i < r->n_mails; i++)
		all[i] = &r->mails[i];
	mailthread_reports(r->feed, all, r->n_mails, INT64_MIN, out);
	out->complete = true;
	free(all);
	return 0;
}

static int
read_body(struct replay *r, const char *body, size_t len, struct reports *out,
    struct err *e)
{
	enum feed_kind found;

	if (r->kind == FEED_MAILDIR)
		return read_mail(r, body, len, out, e);
	return feed_follow(
	    &r->kind, &found, r->feed, body, len, LIMIT_FEED_ITEMS, out, e);
}

static int
take_body(struct replay *r, const char *path, const char *body, size_t len,
    struct err *e)
{
	struct reports l = {0};
	struct err why;
	int result;

	free(r->failure);
	r->failure = NULL;
	r->polled = true;
	if (read_body(r, body, len, &l, &why) == -1) {
		ctl_fail(EX_OK, _("%s: %s (a failed poll)"), path, why.msg);
		r->failure = xstrdup(why.msg);
		if (r->first_failure == NULL)
			r->first_failure = xasprintf("%s: %s", path, why.msg);
		result = core_feed_failed(
		    &r->core, r->feed, CAUSE_NOT_A_FEED, why.msg, r->now, e);
	} else {
		r->good++;
		result = core_reports(&r->core, r->feed, &l, r->now, e);
	}
	reports_clear(&l);
	return result;
}

static int
one_body(struct replay *r, const struct recorded *body, struct err *e)
{
	char *data;
	size_t len;
	int result;

	if (turns_before(r, body->at, e) == -1 ||
	    file_read(body->path, LIMIT_FEED_BODY, &data, &len, e) == -1)
		return -1;
	r->now = body->at;
	result = take_body(r, body->path, data, len, e);
	free(data);
	if (result == -1)
		return err_prefix(e, "%s: ", body->path);
	return turn(r, e);
}

int
replay_run(struct replay *r, const struct recording *l, struct err *e)
{
	r->now = r->next = TIME_NONE;
	for (size_t i = 0; i < l->n && l->v[i].at <= r->until; i++)
		if (one_body(r, &l->v[i], e) == -1)
			return -1;
	return turns_before(r, r->until + 1, e);
}
