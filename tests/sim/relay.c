#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/callback.h"
#include "world.h"

#define KEPT 64 /* SMS that a gateway may still report of */

/* An SMS that was taken. */
static struct sms {
	struct message_ref ref;
	char number[24], id[48];
	int address;
} sent[KEPT];
static size_t n_sent;
static int64_t serial;

/* --- faults --------------------------------------------------------------- */

static const char *const fault_names[] = {
    "works", "down", "later", "stall", "drop", "drop before", "limit"};

void
relay_reset(void)
{
	n_sent = 0;
	serial = 0;
}

static enum channel_fault
fault_of(enum channel channel)
{
	struct channel_state *s = &world.channels[channel];

	if (s->fault != FAULT_NONE && s->until <= world.now) {
		/* It may have been off since. */
		if (s->until > s->bad)
			s->bad = s->until;
		s->fault = FAULT_NONE;
	}
	if (s->fault != FAULT_NONE)
		s->bad = world.trouble = world.now;
	return s->fault;
}

void
relay_act(const struct entry *e)
{
	struct channel_state *s = &world.channels[e->a & 1];
	struct address *a;

	if (e->act == ACT_CHANNEL_FAULT) {
		s->fault = (enum channel_fault)(1 + e->a / 2 % FAULT_LIMIT);
		s->until = world.now + e->b;
		s->bad = world.now;
		world.faults[s->fault]++;
		world_say("%s: %s for %lld s", channel_name(e->a & 1),
		    fault_names[s->fault], (long long)e->b);
		return;
	}
	a = &model.addresses[e->pick % model.n_addresses];
	a->refused_for_good = e->a == 1;
	a->refused_until = world.now + e->b;
	a->bad = a->refused_until;
	world.faults[8 + (e->a == 1)]++;
	world_say("%s is refused %s for %lld s", a->text,
	    a->refused_for_good ? "for good" : "for now", (long long)e->b);
}

void
relay_mend(void)
{
	for (size_t i = 0; i < LENGTH(world.channels); i++) {
		if (world.channels[i].fault != FAULT_NONE)
			world.channels[i].bad = world.now;
		world.channels[i].fault = FAULT_NONE;
	}
	for (size_t i = 0; i < model.n_addresses; i++) {
		struct address *a = &model.addresses[i];

		if (a->refused_until > world.now)
			a->refused_until = a->bad = world.now;
	}
}

/* --- sending -------------------------------------------------------------- */

/* What becomes of one recipient. */
static enum outcome
judge(enum channel_fault fault, const struct address *a, size_t before)
{
	bool refused = a != NULL && a->refused_until > world.now;

	if (refused)
		world.trouble = world.now;
	if (refused)
		return a->refused_for_good ? OUTCOME_PERMFAIL
					   : OUTCOME_TEMPFAIL;
	if (fault == FAULT_LATER || (fault == FAULT_LIMIT && before > 0))
		return OUTCOME_TEMPFAIL;
	return fault == FAULT_DROP || fault == FAULT_DROP_BEFORE
		   ? OUTCOME_UNKNOWN
		   : OUTCOME_ACCEPTED;
}

static void
keep_sms(const struct message *m, const struct recipient *to, const char *id,
    int address)
{
	struct sms *s = &sent[n_sent++ % KEPT];

	*s = (struct sms){
	    .ref = {m->incident, m->notice, to->delivery, m->created},
	    .address = address};
	snprintf(s->number, sizeof(s->number), "%s", to->address);
	snprintf(s->id, sizeof(s->id), "%s", id);
}

/* The relay has it: whatever the worker hears of that. */
static void
take(const struct message *m, const struct recipient *to, int address,
    bool unknown)
{
	struct unit *u = model_unit(m->id, address);

	u->incident = m->incident;
	u->number = m->notice;
	u->got++;
	if (unknown)
		u->excused++;
	world.taken++;
	if (u->got > 1)
		world.doubled++;
	world_say("taken: message %lld, incident %lld, notice %d, by %s",
	    (long long)m->id, (long long)m->incident, m->notice, to->address);
	invariants_taken(m, address, u);
	if (m->audience == ORG_ONCALL)
		people_paged(address, m);
}

static void
note_refused(const struct message *m, int address, enum outcome o)
{
	struct acase *c = model_case(m->incident);

	if (c == NULL)
		return;
	if (o == OUTCOME_PERMFAIL)
		c->told[address].refused = m->notice;
	if (o == OUTCOME_UNKNOWN)
		c->told[address].maybe = true;
}

static void
one_recipient(struct worker_proc *w, const struct message *m,
    const struct recipient *to, enum channel_fault fault, size_t before,
    struct result *r)
{
	int address = model_address(to->address);
	const struct address *a = address == -1 ? NULL
						: &model.addresses[address];
	enum outcome o = judge(fault, a, before);
	char id[48] = "";

	if (address == -1) {
		world_broken(0, "nobody has the address %s", to->address);
		return;
	}
	if (o == OUTCOME_ACCEPTED ||
	    (o == OUTCOME_UNKNOWN && fault == FAULT_DROP)) {
		snprintf(id, sizeof(id), "r%lld", (long long)++serial);
		take(m, to, address, o == OUTCOME_UNKNOWN);
		w->taken = true;
		if (m->channel == CHANNEL_SMS)
			keep_sms(m, to, id, address);
	} else {
		note_refused(m, address, o);
	}
	if (o == OUTCOME_UNKNOWN)
		note_refused(m, address, o);
	*r = (struct result){.delivery = to->delivery,
	    .outcome = o,
	    .code = o == OUTCOME_ACCEPTED ? 250 : 0,
	    .answer = xstrdup(outcome_name(o)),
	    .via = xstrdup("made"),
	    .remote_id = xstrdup(o == OUTCOME_ACCEPTED ? id : "")};
}

/* 0, or -1 when nothing more is to be begun. */
static int
send_one(struct worker_proc *w, const struct message *m, sent_fn *fn, void *arg)
{
	enum channel_fault fault = fault_of(m->channel);
	struct result *results;
	size_t n = 0;
	int r = 0;

	/* Gone: others have taken it over meanwhile. */
	r = transport_begin_one(&w->transport, m, 0);
	if (r == -1 || world_dead(w))
		return -1;
	if (r == 0)
		return 0;
	r = 0;
	w->holds = true;
	w->taken = false;
	world_may_crash(PLACE_BEGUN, w);
	if (!world_dead(w) && fault == FAULT_STALL)
		world_pass(20 + m->id * 37 % 400);
	if (world_dead(w))
		return -1;
	results = xcalloc(m->n_to + 1, sizeof(*results));
	for (size_t i = 0; i < m->n_to; i++)
		if (m->to[i].due) {
			one_recipient(w, m, &m->to[i], fault, n, &results[n]);
			n++;
		}
	world_may_crash(PLACE_TAKEN, w);
	if (!world_dead(w))
		r = fn(m, results, n, arg);
	w->holds = w->holds && world_dead(w);
	for (size_t i = 0; i < n; i++)
		result_clear(&results[i]);
	free(results);
	return world_dead(w) ? -1 : r;
}

static int
relay_send(struct transport *t, const struct messages *l, sent_fn *fn,
    void *arg, struct err *e)
{
	struct worker_proc *w = (struct worker_proc *)t;
	int r = 0;

	if (fault_of(w->worker.channel) == FAULT_DOWN)
		return err_set(e, "connection refused");
	w->claimed = l;
	for (w->at = 0; r == 0 && w->at < l->n; w->at++)
		r = send_one(w, &l->v[w->at], fn, arg);
	w->claimed = NULL;
	return 0;
}

static void
relay_close(struct transport *t)
{
	(void)t;
}

void
relay_init(struct worker_proc *w)
{
	w->transport = (struct transport){
	    .send = relay_send, .close = relay_close, .batch = 8};
}

/* --- what a gateway tells later ------------------------------------------- */

void
relay_callback(const struct entry *e)
{
	struct sms *s;
	struct acase *c;
	char ref[MESSAGE_REF_SIZE];
	struct delivery_report report;
	struct err err = {""};

	if (n_sent == 0)
		return;
	s = &sent[e->pick % (n_sent < KEPT ? n_sent : KEPT)];
	report = (struct delivery_report){.via = "made",
	    .id = e->a == 3 ? "" : s->id,
	    .ref = message_ref_format(&s->ref, ref),
	    .number = s->number,
	    .delivered = e->a != 0,
	    .text = e->a == 0 ? "absent subscriber" : "delivered"};
	world_say("callback: %s of %s to %s",
	    report.delivered ? "delivered" : "failed", ref, s->number);
	if (store_delivery_report(world.store, &report, world_wall(), &err) ==
	    -1) {
		if (!world.crashed)
			world_broken(0, "callback: %s", err.msg);
		return;
	}
	c = model_case(s->ref.incident);
	if (c != NULL && !report.delivered) {
		/* An older one changes nothing about the newest. */
		if (c->told[s->address].refused < (int)s->ref.notice)
			c->told[s->address].refused = (int)s->ref.notice;
		c->news = world.now;
	}
}
