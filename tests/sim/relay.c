#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"
#include "base/str.h"
#include "sessions.h"
#include "store/callback.h"

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
    "works", "down", "later", "stall", "drop", "drop before", "limit", "few"};

void
relay_reset(void)
{
	n_sent = 0;
	serial = 0;
}

/*
 * One way that is down, refuses or stalls is not missed while another works;
 * but a lost answer is a lost answer.
 */
static bool
hurts(const struct channel_state *s)
{
	size_t n = 0;

	for (size_t i = 0; i < WAYS; i++) {
		enum channel_fault f = s->ways[i].fault;

		if (f == FAULT_DROP || f == FAULT_DROP_BEFORE)
			return true;
		n += f != FAULT_NONE;
	}
	return n == WAYS;
}

bool
relay_hurts(enum channel channel)
{
	struct channel_state *s = &world.channels[channel];
	bool hurt = hurts(s);

	for (size_t i = 0; i < WAYS; i++) {
		struct made_way *w = &s->ways[i];

		if (w->fault == FAULT_NONE)
			continue;
		if (w->until > world.now) {
			world.trouble = world.now;
			continue;
		}
		/* It may have been over since. */
		if (hurt && w->until > s->bad)
			s->bad = w->until;
		w->fault = FAULT_NONE;
	}
	if (hurts(s))
		s->bad = world.now;
	return hurts(s);
}

enum channel_fault
relay_fault(enum channel channel, size_t way)
{
	(void)relay_hurts(channel);
	return world.channels[channel].ways[way].fault;
}

size_t
relay_busy(enum channel channel, size_t way)
{
	size_t n = 0;

	for (size_t i = 0; i < WORKERS; i++) {
		const struct worker_proc *w = &world.workers[i];

		for (size_t k = 0; k < PLACES; k++)
			n += w->worker.channel == channel && !w->proc.dead &&
			     w->places[k].job != NULL &&
			     w->places[k].way == way;
	}
	return n;
}

void
relay_given(enum channel channel, size_t way, size_t n)
{
	struct made_way *w = &world.channels[channel].ways[way];
	int64_t most = w->rate.most;

	for (size_t i = 0; most > 0 && i < n; i++) {
		size_t at = w->n_given++;

		if (at >= (size_t)most &&
		    w->given[(at - (size_t)most) % GIVEN] >
			world.now - w->rate.span / 1000)
			world_broken(11,
			    "%s %zu is given more than %lld in %lld s",
			    channel_name(channel), way, (long long)most,
			    (long long)(w->rate.span / 1000));
		w->given[at % GIVEN] = world.now;
	}
}

void
relay_keeps(const char *address, int64_t until)
{
	int a = model_address(address);

	if (a != -1 && model.addresses[a].bad < until)
		model.addresses[a].bad = until;
}

/* The first way, the second, or both, each as often. */
static void
channel_fails(const struct entry *e)
{
	enum channel channel = (enum channel)(e->a & 1);
	struct channel_state *s = &world.channels[channel];
	size_t which = (size_t)(e->pick % (WAYS + 1));
	enum channel_fault fault = (enum channel_fault)(
	    1 + e->a / 2 % (FAULTS - 1));

	(void)relay_hurts(channel);
	for (size_t i = 0; i < WAYS; i++)
		if (which == i || which == WAYS) {
			s->ways[i].fault = fault;
			s->ways[i].until = world.now + e->b;
		}
	(void)relay_hurts(channel);
	world.faults[fault]++;
	world_say("%s, %s: %s for %lld s", channel_name(e->a & 1),
	    which == WAYS ? "both"
	    : which == 0  ? "the first"
			  : "the second",
	    fault_names[fault], (long long)e->b);
}

void
relay_act(const struct entry *e)
{
	struct address *a;

	if (e->act == ACT_CHANNEL_FAULT) {
		channel_fails(e);
		return;
	}
	if (e->act == ACT_SESSION) {
		world.session = (enum session_fate)(1 + e->a);
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
		(void)relay_hurts((enum channel)i);
		for (size_t k = 0; k < WAYS; k++)
			world.channels[i].ways[k].fault = FAULT_NONE;
	}
	world.session = SESSION_LIVES;
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
		model_in_doubt(m->incident, m->notice, address,
		    m->channel == CHANNEL_SMS && world.schedule->once);
}

struct result
relay_result(const struct recipient *to, enum outcome outcome,
    const char *answer, const char *id)
{
	return (struct result){.delivery = to->delivery,
	    .outcome = outcome,
	    .code = outcome == OUTCOME_ACCEPTED ? 250 : 0,
	    .answer = xstrdup(answer),
	    .via = xstrdup("made"),
	    .remote_id = xstrdup(id)};
}

static void
one_recipient(const struct message *m, struct part *p, enum channel_fault fault,
    size_t before)
{
	int address = model_address(p->to->address);
	const struct address *a = address == -1 ? NULL
						: &model.addresses[address];
	enum outcome o = judge(fault, a, before);
	char id[48] = "";

	if (address == -1) {
		world_broken(0, "nobody has the address %s", p->to->address);
		return;
	}
	if (o == OUTCOME_ACCEPTED ||
	    (o == OUTCOME_UNKNOWN && fault == FAULT_DROP)) {
		snprintf(id, sizeof(id), "r%lld", (long long)++serial);
		take(m, p->to, address, o == OUTCOME_UNKNOWN);
		p->taken = true;
		if (m->channel == CHANNEL_SMS)
			keep_sms(m, p->to, id, address);
	} else {
		note_refused(m, address, o);
	}
	if (o == OUTCOME_UNKNOWN)
		note_refused(m, address, o);
	result_clear(&p->result);
	p->result = relay_result(
	    p->to, o, outcome_name(o), o == OUTCOME_ACCEPTED ? id : "");
}

void
relay_answers(struct place *p)
{
	const struct job *j = p->job;
	size_t n = 0;

	p->answered = true;
	for (size_t i = 0; i < j->n; i++)
		if (j->parts[i].place == p)
			one_recipient(j->m, &j->parts[i], p->fault, n++);
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
