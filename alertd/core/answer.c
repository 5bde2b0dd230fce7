#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"
#include "core/answer.h"
#include "core/call.h"
#include "core/parts.h"
#include "escalation/reply.h"
#include "store/calls.h"

#define HOUR 3600

void
answer_clear(struct answer *a)
{
	if (a->result != ANSWER_UNKNOWN)
		code_clear(&a->code);
	if (a->has_incident)
		incident_clear(&a->incident);
	free(a->who);
	free(a->headline);
	free(a->alarm);
	*a = (struct answer){0};
}

const char *
answer_result_name(enum answer_result r)
{
	static const char *const names[] = {
	    "good", "unknown", "used", "lapsed", "taken", "settled"};

	assert((size_t)r < LENGTH(names));
	return names[r];
}

static void
had_by(struct answer *a, enum answer_result result, const struct call *k)
{
	a->result = result;
	xreplace(&a->who, k->owner);
	a->at = k->closed != TIME_NONE ? k->closed : k->taken;
}

/* What is true of the call that the code answers. */
static void
weigh_call(struct core *c, struct answer *a, const struct call *k, int64_t now)
{
	struct alarm alarm;
	bool decide = a->code.action != CODE_ACK;

	a->opened = k->opened;
	if (core_call_alarm(k, &alarm)) {
		free(a->alarm);
		a->alarm = core_headline(
		    c, a->has_incident ? &a->incident : NULL, &alarm, now);
	}
	if (a->result == ANSWER_USED) {
		xreplace(&a->who, k->owner);
		return;
	}
	if (k->closed != TIME_NONE ||
	    (decide && a->incident.state != INCIDENT_PENDING))
		had_by(a, ANSWER_SETTLED, k);
	else if (!decide && *k->owner != '\0')
		had_by(a, ANSWER_TAKEN, k);
}

static int
weigh(struct core *c, struct answer *a, int64_t now, struct err *e)
{
	struct call k;
	int r;

	if (a->code.used != TIME_NONE)
		a->result = ANSWER_USED;
	else if (a->code.lapses <= now)
		a->result = ANSWER_LAPSED;
	if (a->code.incident != 0) {
		r = store_incident_get(
		    c->store, a->code.incident, &a->incident, e);
		if (r == -1)
			return -1;
		a->has_incident = r == 1;
	}
	if (a->has_incident) {
		free(a->headline);
		a->headline = core_headline(c, &a->incident, NULL, now);
	}
	if (a->code.call == 0)
		return 0;
	r = store_call_get(c->store, a->code.call, &k, e);
	if (r == 1) {
		weigh_call(c, a, &k, now);
		call_clear(&k);
	}
	return r == -1 ? -1 : 0;
}

static void
answer_init(struct answer *a)
{
	*a = (struct answer){.result = ANSWER_UNKNOWN,
	    .who = xstrdup(""),
	    .headline = xstrdup(""),
	    .alarm = xstrdup(""),
	    .opened = TIME_NONE,
	    .at = TIME_NONE};
}

/* What store_code_…() found, r, becomes an answer. */
static int
look(struct core *c, int r, struct answer *a, int64_t now, struct err *e)
{
	if (r == 1) {
		a->result = ANSWER_GOOD;
		r = weigh(c, a, now, e);
	}
	return r == -1 ? -1 : 0;
}

int
core_answer_look(struct core *c, const char *token, int64_t now,
    struct answer *out, struct err *e)
{
	answer_init(out);
	return look(
	    c, store_code_token(c->store, token, &out->code, e), out, now, e);
}

static int
take_call(struct core *c, const struct answer *a, int64_t now, struct err *e)
{
	struct call k;
	int r = store_call_get(c->store, a->code.call, &k, e);

	if (r != 1)
		return -1;
	r = core_call_take(
	    c, &k, a->has_incident ? &a->incident : NULL, now, e);
	call_clear(&k);
	return r;
}

/* As the person whose code it is. */
static int
act(struct core *c, const struct answer *a, int64_t now, struct err *e)
{
	struct core as = *c;
	int r = -1;

	as.actor = a->code.name;
	switch (a->code.action) {
	case CODE_ACK:
		r = take_call(&as, a, now, e);
		break;
	case CODE_APPROVE:
		r = core_approve(&as, a->code.incident, now, e);
		break;
	case CODE_DISMISS:
		r = core_dismiss(&as, a->code.incident, now, e);
		break;
	case CODE_RECEIPT:
		r = core_receipt(&as, &a->code, now, e);
		break;
	}
	c->queued = as.queued;
	return r == -1 ? -1 : store_code_use(c->store, a->code.id, now, e);
}

static int
refused(struct core *c, const struct answer *a, const char *way, int64_t now,
    struct err *e)
{
	log_warn("answer by %s: code of %s: %s; nothing is done", way,
	    a->code.name, answer_result_name(a->result));
	return core_audit(c, now, "answer.refused", a->code.incident, e,
	    "%s by %s with a code of %s: %s", code_action_name(a->code.action),
	    way, a->code.name, answer_result_name(a->result));
}

static int
answer_with(struct core *c, const struct answer *a, const char *way,
    int64_t now, struct err *e)
{
	if (a->result != ANSWER_GOOD)
		return refused(c, a, way, now, e);
	if (core_audit(c, now, "answer.taken", a->code.incident, e,
		"%s by %s: %s", code_action_name(a->code.action), way,
		a->code.name) == -1)
		return -1;
	return act(c, a, now, e);
}

int
core_answer(struct core *c, const char *token, int64_t now, struct answer *out,
    struct err *e)
{
	int r = -1;

	answer_init(out);
	if (store_begin(c->store, e) == -1)
		return -1;
	if (look(c, store_code_token(c->store, token, &out->code, e), out, now,
		e) == 0)
		r = out->result == ANSWER_UNKNOWN
			? 0
			: answer_with(c, out, "link", now, e);
	return core_finish(c, r, e);
}

/* --- by SMS --------------------------------------------------------------- */

/* What became of his reply, to him alone. */
static int
tell_him(struct core *c, const struct answer *a, enum page_news news,
    int64_t now, struct err *e)
{
	char none[] = "", org[] = "reply";
	struct person p = {
	    .key = a->code.org,
	    .org = org,
	    .name = a->code.name,
	    .email = none,
	    .phone = a->code.phone,
	};
	struct people l = {&p, 1};

	return core_page(c,
	    &(struct page){.incident = a->has_incident ? &a->incident : NULL,
		.news = news,
		.who = a->who,
		.to = &l},
	    now, e);
}

/* Counts it, and tells its sender; the last that counts is told as that. */
static int
count_wrong(struct core *c, const char *from, const struct answer *a,
    int64_t before, int64_t now, struct err *e)
{
	bool last = before + 1 >= LIMIT_WRONG_REPLIES;

	log_warn("reply from %s: a wrong code", from);
	if (store_wrong_reply(c->store, from, now, e) == -1 ||
	    core_audit(c, now, "answer.refused", 0, e,
		"by SMS from %s: wrong code", from) == -1)
		return -1;
	return tell_him(c, a, last ? PAGE_LOCKED : PAGE_WRONG_CODE, now, e);
}

/*
 * No code of his. What is no answer at all, as from a machine that answers
 * for him, is told once in an hour: it would answer each time.
 */
static int
wrong_reply(struct core *c, const char *from, bool form, int64_t before,
    int64_t now, struct err *e)
{
	struct answer a;
	int r;

	answer_init(&a);
	r = store_code_newest(c->store, from, &a.code, e);
	if (r == 0)
		log_warn(
		    "reply from %s: nobody with that number was paged", from);
	if (r == 1) {
		a.result = ANSWER_LAPSED;
		r = form || before == 0
			? count_wrong(c, from, &a, before, now, e)
			: 0;
	}
	answer_clear(&a);
	return r == -1 ? -1 : 0;
}

/* Why his answer does nothing: what has become of the case. */
static enum page_news
news_of(const struct answer *a)
{
	if (!a->has_incident || a->result == ANSWER_TAKEN)
		return a->result == ANSWER_TAKEN ? PAGE_TAKEN : PAGE_ENDED;
	switch (a->incident.state) {
	case INCIDENT_OPEN:
		return *a->who == '\0' ? PAGE_GONE_OUT : PAGE_APPROVED;
	case INCIDENT_DISMISSED:
		return PAGE_DISMISSED;
	case INCIDENT_PENDING:
	case INCIDENT_RESOLVED:
	case INCIDENT_RETRACTED:
		break;
	}
	return PAGE_ENDED;
}

static int
right_reply(struct core *c, const struct answer *a, int64_t now, struct err *e)
{
	if (answer_with(c, a, "SMS", now, e) == -1)
		return -1;
	switch (a->result) {
	case ANSWER_TAKEN:
	case ANSWER_SETTLED:
		return tell_him(c, a, news_of(a), now, e);
	case ANSWER_LAPSED:
	case ANSWER_USED:
		/* Who has it and says so again is told that he has it. */
		return tell_him(c, a,
		    str_eq(a->who, a->code.name) ? PAGE_YOURS : PAGE_USED, now,
		    e);
	case ANSWER_GOOD:
	case ANSWER_UNKNOWN:
		break;
	}
	return 0;
}

/* The digits are looked up; whose they are, and for what, is seen then. */
static int
read_reply(struct core *c, const char *from, enum code_action action,
    const char *digits, int64_t before, int64_t now, struct err *e)
{
	struct answer a;
	int r;

	answer_init(&a);
	r = look(c, store_code_reply(c->store, from, digits, &a.code, e), &a,
	    now, e);
	if (r == 0 && a.result == ANSWER_UNKNOWN)
		r = wrong_reply(c, from, true, before, now, e);
	else if (r == 0 && a.code.action != action)
		r = tell_him(c, &a, PAGE_WRONG_WORD, now, e);
	else if (r == 0)
		r = right_reply(c, &a, now, e);
	answer_clear(&a);
	return r;
}

static int
reply(struct core *c, const char *from, const char *text, int64_t now,
    struct err *e)
{
	enum code_action action;
	char digits[REPLY_SIZE];
	int64_t wrong;

	if (store_wrong_replies(c->store, from, now - HOUR, now, &wrong, e) ==
	    -1)
		return -1;
	if (wrong >= LIMIT_WRONG_REPLIES) {
		log_warn("reply from %s: not read, after %lld wrong ones in "
			 "an hour",
		    from, (long long)wrong);
		return 0;
	}
	if (!reply_parse(text, &action, digits))
		return wrong_reply(c, from, false, wrong, now, e);
	return read_reply(c, from, action, digits, wrong, now, e);
}

int
core_reply(struct core *c, const char *from, const char *text, int64_t now,
    struct err *e)
{
	if (store_begin(c->store, e) == -1)
		return -1;
	return core_finish(c, reply(c, from, text, now, e), e);
}

/* --- by alertctl -----------------------------------------------------------
 */

static int
ack(struct core *c, struct call *k, const struct incident *i, bool take_over,
    int64_t now, struct err *e)
{
	char *what = core_call_label(k), since[RFC3339_SIZE];
	int r = 0;

	if (k->closed != TIME_NONE)
		r = err_set(
		    e, _("%s is settled: there is nothing to take"), what);
	else if (i != NULL && core_call_mine(c, k))
		r = core_call_attend(c, i, PAGE_RINGS, now, e);
	else if (*k->owner != '\0' && !take_over)
		r = err_set(e,
		    _("%s is taken by %s (%s): alertctl ack --take-over takes "
		      "it from there"),
		    what, k->owner, format_rfc3339(k->taken, since));
	else
		r = core_call_take(c, k, i, now, e);
	free(what);
	return r;
}

static int
ack_incident(struct core *c, const struct incident *i, bool take_over,
    int64_t now, struct err *e)
{
	struct call k;
	int r;

	if (i->state == INCIDENT_PENDING)
		return err_set(e,
		    _("incident %lld waits for a decision, which taking it is "
		      "not: approve it or dismiss it"),
		    (long long)i->id);
	if (i->state != INCIDENT_OPEN)
		return err_set(e,
		    _("incident %lld is %s: there is nothing to take"),
		    (long long)i->id, _(incident_state_name(i->state)));
	r = store_call_of(c->store, i->id, &k, e);
	if (r == 0)
		return core_ring_taken(c, i, now, e);
	if (r == 1) {
		r = ack(c, &k, i, take_over, now, e);
		call_clear(&k);
	}
	return r;
}

int
core_ack(struct core *c, int64_t id, bool take_over, int64_t now, struct err *e)
{
	struct incident i;

	if (core_incident_open(c, id, &i, e) == -1)
		return -1;
	return core_incident_close(
	    c, &i, ack_incident(c, &i, take_over, now, e), e);
}

static int
ack_call(
    struct core *c, struct call *k, bool take_over, int64_t now, struct err *e)
{
	struct incident i;
	int r;

	if (k->incident == 0)
		return ack(c, k, NULL, take_over, now, e);
	r = store_incident_get(c->store, k->incident, &i, e);
	if (r != 1)
		return -1;
	r = ack_incident(c, &i, take_over, now, e);
	incident_clear(&i);
	return r;
}

int
core_ack_call(
    struct core *c, int64_t call, bool take_over, int64_t now, struct err *e)
{
	struct call k;
	int r;

	if (store_begin(c->store, e) == -1)
		return -1;
	r = store_call_get(c->store, call, &k, e);
	if (r == 1) {
		r = ack_call(c, &k, take_over, now, e);
		call_clear(&k);
	} else if (r == 0) {
		r = err_set(e,
		    _("there is no call %lld: alertctl status lists them"),
		    (long long)call);
	}
	return core_finish(c, r, e);
}
