#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "alertctl/ctl.h"
#include "alertctl/ui/out.h"
#include "alertctl/run.h"
#include "alertctl/send/running.h"
#include "alertctl/status/ways.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/audit.h"
#include "store/messages.h"
#include "store/tally.h"

/* Whether it is to be sent, now or later. */
static bool
to_send(const struct delivery *d)
{
	return d->state == DELIVERY_QUEUED ||
	       (d->state == DELIVERY_UNKNOWN && d->done == TIME_NONE);
}

static json_t *
delivery_json(const struct delivery *d, const struct channel_ways *ways)
{
	bool now = to_send(d) && d->due <= ways->at;
	json_t *j = json_pack("{s:I, s:I, s:i, s:s, s:s, s:s, s:s, s:s, s:s, "
			      "s:i, s:i, s:s, s:s}",
	    "message", (json_int_t)d->message, "incident",
	    (json_int_t)d->incident, "notice", d->notice, "type",
	    notice_type_name(d->type), "channel", channel_name(d->channel),
	    "organisation", d->org, "name", d->name, "address", d->address,
	    "state", delivery_state_name(d->state), "attempts", d->attempts,
	    "code", d->code, "answer", d->answer, "via", d->via);

	json_object_set_new(j, "created", json_time(d->created));
	json_object_set_new(j, "due", json_time(d->due));
	json_object_set_new(j, "done", json_time(d->done));
	json_object_set_new(j, "rate_until",
	    json_time(now ? rate_until(ways, d->channel) : TIME_NONE));
	return j;
}

static void
print_delivery(const struct delivery *d)
{
	char when[WHEN_SIZE];

	printf("%-7" PRId64 " %3" PRId64 "/%-3d %-5s", d->message, d->incident,
	    d->notice, out_channel(d->channel));
	out_padded(d->org_name, 18);
	putchar(' ');
	out_padded(d->address, 30);
	printf(" %s", _(delivery_state_name(d->state)));
	if (d->attempts > 0)
		printf(tr_n(", tried %d time", ", tried %d times", d->attempts),
		    d->attempts);
	if (to_send(d))
		printf(_(", due %s"), out_when(d->due, when));
	else if (d->state == DELIVERY_UNKNOWN)
		printf(_(", once more with alertctl outbox retry %" PRId64),
		    d->message);
	if (d->code != 0)
		printf(", %d", d->code);
	if (d->answer[0] != '\0')
		printf("%s %s", d->code != 0 ? "" : ",", d->answer);
	putchar('\n');
}

/* What waits, the first of it first; of what is over, the newest. */
static int
read_list(struct ctl *c, int64_t incident, size_t limit, struct deliveries *l,
    size_t *waiting, size_t *over)
{
	struct delivery_query q = {.incident = incident};
	bool all = ctl_flag(c, "all");
	struct err e;
	int r = 0;

	if (!all && !ctl_flag(c, "failed")) {
		q.unfinished = q.first = true;
		q.limit = c->json ? 0 : limit;
		r = store_deliveries(c->store, &q, l, &e);
		q.unfinished = q.first = false;
	}
	*waiting = l->n;
	q.failed = !all;
	q.limit = limit;
	if (r == 0)
		r = store_deliveries(c->store, &q, l, &e);
	*over = l->n - *waiting;
	return r == 0 ? 0 : ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
}

static void
print_json(const struct deliveries *l, const struct channel_ways *ways)
{
	struct out_list list;

	out_list_begin(&list, NULL, NULL);
	for (size_t i = 0; i < l->n; i++)
		out_list_add(&list, delivery_json(&l->v[i], ways));
	out_list_end(&list);
}

/* What is in it, and what keeps it back. */
static void
print_list(
    struct ctl *c, const struct deliveries *l, const struct channel_ways *ways)
{
	struct strv lines = {0};

	if (l->n == 0) {
		puts(ctl_flag(c, "all")	     ? _("Nothing is in the outbox.")
		     : ctl_flag(c, "failed") ? _("Nothing is failed.")
					     : _("Nothing is waiting or "
						 "failed."));
		return;
	}
	puts(_("message inc/no  over organisation       address"
	       "                        state"));
	for (size_t i = 0; i < l->n; i++)
		print_delivery(&l->v[i]);
	rate_sentences(ways, &lines);
	for (size_t i = 0; i < lines.n; i++)
		puts(lines.v[i]);
	strv_clear(&lines);
}

static int
show_list(struct ctl *c, const struct deliveries *l)
{
	struct channel_ways ways = {0};
	struct err e;
	int r = channel_ways_read(c, &ways, &e);

	if (r == 0 && c->json)
		print_json(l, &ways);
	else if (r == 0)
		print_list(c, l, &ways);
	channel_ways_clear(&ways);
	return r == 0 ? 0 : ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
}

/* How many wait, of the incident or (0) at all. */
static int
count_waiting(struct ctl *c, int64_t incident, int64_t *n, struct err *e)
{
	struct outbox_counts counts;

	if (incident == 0)
		return store_unsent_addresses(c->store, n, e);
	if (store_outbox_counts(c->store, incident, 0, &counts, e) == -1)
		return -1;
	*n = counts.unfinished;
	return 0;
}

/* That there is more than the limit lets through. */
static int
say_more(
    struct ctl *c, int64_t incident, size_t limit, size_t waiting, size_t over)
{
	int64_t all = 0;
	struct err e;

	if (waiting == limit && count_waiting(c, incident, &all, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	if (all > (int64_t)waiting)
		fprintf(stderr,
		    _("(of %" PRId64 " that wait, the %zu that were queued "
		      "first; --limit 0 shows all)\n"),
		    all, waiting);
	if (over == limit)
		fprintf(
		    stderr, _("(the newest %zu; --limit 0 shows all)\n"), over);
	return 0;
}

int
run_outbox_list(struct ctl *c)
{
	struct deliveries l = {0};
	int64_t incident = 0, limit = c->n_args > 0 ? 0 : LIMIT_CTL_ROWS;
	size_t waiting = 0, over = 0;
	int status = ctl_limit(c, &limit);

	if (status == 0)
		status = ctl_store_reading(c);
	if (status == 0 && c->n_args > 0) {
		struct incident i = {0};

		status = ctl_incident(c, c->args[0], &i);
		incident = i.id;
		incident_clear(&i);
	}
	if (status == 0)
		status = read_list(
		    c, incident, (size_t)limit, &l, &waiting, &over);
	if (status == 0)
		status = show_list(c, &l);
	if (status == 0 && !c->json && limit > 0)
		status = say_more(c, incident, (size_t)limit, waiting, over);
	deliveries_clear(&l);
	return status;
}

/* The number of a message that exists; *incident and *notice are its own. */
static int
message_arg(struct ctl *c, int64_t *id, int64_t *incident, int *notice)
{
	struct deliveries l = {0};
	struct delivery_query q = {.limit = 1};
	struct err e;
	int status = 0;

	if (parse_int(c->args[0], 1, INT64_MAX, id) == -1)
		return ctl_fail(EX_USAGE,
		    _("\"%s\" is no message: give a number of \"alertctl "
		      "outbox list\""),
		    c->args[0]);
	q.message = *id;
	if (store_deliveries(c->store, &q, &l, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	else if (l.n == 0)
		status = ctl_fail(EX_NOINPUT,
		    _("there is no message %s; \"alertctl outbox list --all\" "
		      "lists them"),
		    c->args[0]);
	if (status == 0) {
		*incident = l.v[0].incident;
		*notice = l.v[0].notice;
	}
	deliveries_clear(&l);
	return status;
}

/* One change of the outbox with its record, in one transaction. */
static int
change(struct core *core, bool retry, int64_t message, int64_t incident,
    struct err *e)
{
	int64_t now = clock_read().wall;
	char object[32] = "", detail[64];
	int n;

	if (store_begin(core->store, e) == -1)
		return -1;
	n = retry ? store_outbox_retry(core->store, message, now, e)
		  : store_outbox_cancel(core->store, message, e);
	if (message != 0)
		snprintf(object, sizeof(object), "message %" PRId64, message);
	snprintf(detail, sizeof(detail), "%d deliveries", n);
	if (n >= 0 && store_audit(core->store, now, core->actor,
			  retry ? "outbox.retry" : "outbox.cancel", incident,
			  object, detail, e) == -1)
		n = -1;
	if (n >= 0 && store_commit(core->store, e) == 0)
		return n;
	store_rollback(core->store);
	return -1;
}

/* It may be that nothing failed and that there was nobody to send it. */
static bool
waits(struct ctl *c, int64_t incident, int notice)
{
	struct outbox_counts n;

	return store_outbox_counts(c->store, incident, notice, &n, NULL) == 0 &&
	       counts_unfinished(&n) > 0;
}

static int
run_change(struct ctl *c, bool retry)
{
	struct core core;
	struct err e;
	json_t *j;
	int64_t message = 0, incident = 0;
	int notice = 0, n, status = ctl_core(c, &core);

	if (status == 0 && c->n_args > 0)
		status = message_arg(c, &message, &incident, &notice);
	if (status != 0)
		return status;
	n = change(&core, retry, message, incident, &e);
	if (n == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	c->done = n > 0;
	if (n == 0 && message != 0)
		return ctl_fail(EX_DATAERR,
		    retry ? _("message %" PRId64 " has nothing to retry: it is "
			      "sent, superseded or cancelled")
			  : _("message %" PRId64 " has nothing to cancel: it "
			      "is sent, superseded or cancelled"),
		    message);
	j = json_pack("{s:i}", retry ? "retried" : "cancelled", n);
	if (!c->json)
		printf(retry ? tr_n("%d delivery is tried again.\n",
				   "%d deliveries are tried again.\n", n)
			     : tr_n("%d delivery is cancelled.\n",
				   "%d deliveries are cancelled.\n", n),
		    n);
	if (retry && (n > 0 || waits(c, incident, notice)))
		status = deliver_now(c, incident, notice, j);
	if (c->json)
		out_json(json_incref(j));
	json_decref(j);
	return status;
}

int
run_outbox_retry(struct ctl *c)
{
	return run_change(c, true);
}

int
run_outbox_cancel(struct ctl *c)
{
	return run_change(c, false);
}
