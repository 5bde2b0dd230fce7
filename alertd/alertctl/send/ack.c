/* ack: somebody takes a case, and the paging stops. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "alertctl/status/calls.h"
#include "alertctl/send/confirm.h"
#include "alertctl/ui/out.h"
#include "alertctl/run.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"
#include "core/answer.h"

/* What is taken: an incident, or the call about an alarm. */
struct taking {
	int64_t incident; /* 0 = none */
	int64_t call; /* 0: of the incident */
	bool over; /* from whoever has it */
};

/* What can be done instead, when no open incident rings. */
static void
add_instead(struct buf *b, const struct call *k, const struct incident *i)
{
	if (i == NULL)
		buf_addf(b, "\n  alertctl ack --call %" PRId64 "   (%s%s%s)",
		    k->id, k->alarm, *k->about == '\0' ? "" : " ", k->about);
	else if (i->state == INCIDENT_PENDING)
		buf_addf(b,
		    _("\n  alertctl approve %lld, alertctl dismiss %lld   "
		      "(incident %lld waits for a decision: %s)"),
		    (long long)i->id, (long long)i->id, (long long)i->id,
		    i->title);
	else
		buf_addf(b,
		    _("\n  alertctl ack --take-over %lld   (incident %lld is "
		      "taken by %s: %s)"),
		    (long long)i->id, (long long)i->id, k->owner, i->title);
}

/* The incidents that ring, and what else there is. */
struct ringing {
	struct buf each, instead; /* of each, the exact command */
	int64_t last;
	size_t n;
};

static int
look_at(struct ctl *c, const struct call *k, struct ringing *r, struct err *e)
{
	struct incident i;
	int found = k->incident == 0
			? 0
			: store_incident_get(c->store, k->incident, &i, e);

	if (found == -1)
		return -1;
	if (found == 1 && i.state == INCIDENT_OPEN && *k->owner == '\0') {
		buf_addf(&r->each, "\n  alertctl ack %" PRId64 "   (%s)", i.id,
		    i.title);
		r->n++;
		r->last = i.id;
	} else if (found == 1 || *k->owner == '\0') {
		add_instead(&r->instead, k, found == 1 ? &i : NULL);
	}
	if (found == 1)
		incident_clear(&i);
	return 0;
}

static int
choose(const struct ringing *r, struct taking *t)
{
	if (r->n > 1)
		return ctl_fail(EX_USAGE,
		    _("several incidents ring: give the number of one:%s"),
		    buf_str(&r->each));
	if (r->n == 0)
		return r->instead.len == 0
			   ? ctl_fail(EX_NOINPUT,
				 _("no open incident rings; \"alertctl "
				   "status\" lists what is open"))
			   : ctl_fail(EX_NOINPUT,
				 _("no open incident rings; what can be "
				   "done:%s"),
				 buf_str(&r->instead));
	t->incident = r->last;
	return 0;
}

/* The one open incident that rings. */
static int
implied(struct ctl *c, struct taking *t)
{
	struct calls l = {0};
	struct ringing r = {.last = 0};
	struct err e;
	int status = 0, res;

	buf_init(&r.each, 16384);
	buf_init(&r.instead, 4096);
	res = store_calls(c->store, &l, &e);
	for (size_t i = 0; res == 0 && i < l.n; i++)
		res = look_at(c, &l.v[i], &r, &e);
	status = res == -1 ? ctl_fail(EX_UNAVAILABLE, "%s", e.msg)
			   : choose(&r, t);
	calls_clear(&l);
	buf_clear(&r.each);
	buf_clear(&r.instead);
	return status;
}

/* --call K: of an incident or an alarm. */
static int
called(struct ctl *c, const char *number, struct taking *t)
{
	struct call k;
	struct err e;
	int r;

	if (parse_int(number, 1, INT64_MAX, &t->call) == -1)
		return ctl_fail(EX_USAGE,
		    _("--call %s: must be the number of a call"), number);
	if (c->n_args > 0)
		return ctl_fail(
		    EX_USAGE, _("give an incident or --call, one of them"));
	r = store_call_get(c->store, t->call, &k, &e);
	if (r == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	if (r == 0)
		return ctl_fail(EX_NOINPUT,
		    _("there is no call %s; \"alertctl status\" lists them"),
		    number);
	t->incident = k.incident;
	call_clear(&k);
	return 0;
}

static int
find(struct ctl *c, struct taking *t)
{
	const char *number = ctl_option(c, "call");
	struct incident i;
	int status;

	t->over = ctl_flag(c, "take-over");
	if (number != NULL)
		return called(c, number, t);
	if (c->n_args == 0)
		return implied(c, t);
	status = ctl_incident(c, c->args[0], &i);
	if (status == 0) {
		t->incident = i.id;
		incident_clear(&i);
	}
	return status;
}

/* In a sentence. */
static void
say(const struct ctl *c, const struct call *k)
{
	char *what = k->incident == 0 ? core_call_label(k)
				      : xasprintf(_("incident %lld"),
					    (long long)k->incident);
	char *span = format_duration(c->conf->escalation.ack_lapse);

	if (k->closed != TIME_NONE)
		printf(_("Settled by %s: %s. Nobody is paged any more.\n"),
		    k->owner, what);
	else if (k->incident == 0)
		printf(_("Taken by %s: %s. Nobody is paged any more.\n"),
		    k->owner, what);
	else
		printf(_("Taken by %s: %s. It rings again when nothing is done "
			 "about it for %s.\n"),
		    k->owner, what, span);
	free(span);
	free(what);
}

static json_t *
taken_json(const struct call *k)
{
	json_t *j = json_pack(
	    "{s:I, s:s}", "call", (json_int_t)k->id, "owner", k->owner);

	json_object_set_new(j, "incident",
	    k->incident == 0 ? json_null() : json_integer(k->incident));
	json_object_set_new(j, "taken", json_time(k->taken));
	json_object_set_new(j, "closed", json_time(k->closed));
	return j;
}

/* It is done: says so, and those who were paged hear of it. */
static int
done(struct ctl *c, const struct core *core, const struct taking *t)
{
	struct call k;
	struct err e;
	json_t *j;
	int status;
	int r = t->call != 0 ? store_call_get(c->store, t->call, &k, &e)
			     : store_call_of(c->store, t->incident, &k, &e);

	c->done = true;
	if (r != 1)
		return ctl_fail(EX_UNAVAILABLE,
		    _("it is done and on record, but cannot be read again: "
		      "%s"),
		    r == -1 ? e.msg : _("it is gone"));
	j = taken_json(&k);
	if (!c->json)
		say(c, &k);
	status = confirm_end(c, core, t->incident, 0, j);
	call_clear(&k);
	return status;
}

int
run_ack(struct ctl *c)
{
	struct taking t = {0};
	struct core core;
	struct err e;
	int64_t now = clock_read().wall;
	int r, status = ctl_core(c, &core);

	if (status != 0 || (status = find(c, &t)) != 0)
		return status;
	r = t.call != 0 ? core_ack_call(&core, t.call, t.over, now, &e)
			: core_ack(&core, t.incident, t.over, now, &e);
	if (r == -1)
		return ctl_fail(EX_DATAERR, "%s", e.msg);
	return done(c, &core, &t);
}
