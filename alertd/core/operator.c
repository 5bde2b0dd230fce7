#include <stdlib.h>

#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"
#include "core/core.h"
#include "core/call.h"
#include "core/parts.h"
#include "incident/news.h"

/* What an operator can do instead, for each state. */
static const char *
instead(enum incident_state state)
{
	switch (state) {
	case INCIDENT_PENDING:
		return _("approve it or dismiss it");
	case INCIDENT_OPEN:
		return _("update, resolve or retract it");
	case INCIDENT_RESOLVED:
		return _("retract it, or send a new notice");
	case INCIDENT_DISMISSED:
		return _("approve it after all, or send a new notice");
	case INCIDENT_RETRACTED:
		return _("send a new notice");
	}
	return "";
}

/* By the verb that the log has of it. */
static const char *
cannot(const char *verb)
{
	static const struct {
		const char *verb, *says;
	} all[] = {
	    {"updated", N_("it cannot be updated")},
	    {"resolved", N_("it cannot be resolved")},
	    {"retracted", N_("it cannot be retracted")},
	    {"approved", N_("it cannot be approved")},
	    {"dismissed", N_("it cannot be dismissed")},
	};

	for (size_t i = 0; i < LENGTH(all); i++)
		if (str_eq(all[i].verb, verb))
			return _(all[i].says);
	return verb;
}

static int
refuse(const struct incident *i, const char *verb, struct err *e)
{
	return err_set(e, _("incident %lld is %s, so %s: you can %s"),
	    (long long)i->id, _(incident_state_name(i->state)), cannot(verb),
	    instead(i->state));
}

int
core_incident_open(
    struct core *c, int64_t id, struct incident *i, struct err *e)
{
	int r;

	if (store_begin(c->store, e) == -1)
		return -1;
	r = store_incident_get(c->store, id, i, e);
	if (r == 1)
		return 0;
	store_rollback(c->store);
	if (r == 0)
		err_set(e,
		    _("there is no incident %lld: alertctl status lists "
		      "them"),
		    (long long)id);
	return -1;
}

int
core_incident_close(struct core *c, struct incident *i, int r, struct err *e)
{
	incident_clear(i);
	return core_finish(c, r, e);
}

static void
say_times(struct incident *i, const struct statement *s)
{
	if (s->since != TIME_NONE)
		i->since = s->since;
	if (s->expected_end != TIME_NONE)
		i->expected_end = s->expected_end;
	/* Work that takes longer ends when it is now said to. */
	if (i->planned && s->expected_end != TIME_NONE)
		i->ends = s->expected_end;
	if (s->starts != TIME_NONE)
		i->starts = s->starts;
	if (s->ends != TIME_NONE)
		i->ends = s->ends;
}

void
core_say(struct incident *i, const struct statement *s, int64_t now)
{
	const char *change;

	if (s->effect != EFFECT_NONE)
		incident_set_effect(i, s->effect, now);
	i->path = i->path || s->path;
	if (s->online != ONLINE_UNKNOWN)
		i->online = s->online;
	if (!str_empty(s->title))
		xreplace(&i->title, s->title);
	i->fresh = !str_empty(s->text);
	if (i->fresh)
		xreplace(&i->news, s->text);
	if (!str_empty(s->service)) {
		xreplace(&i->service, s->service);
		i->path = s->path;
	}
	say_times(i, s);
	if (i->notices == 0) {
		xreplace(&i->audience, s->audience == NULL ? "" : s->audience);
		return;
	}
	i->change = true;
	change = incident_told_change(i);
	xreplace(&i->change_reason, change == NULL ? "operator" : change);
}

static char *
by(const struct core *c, const char *verb)
{
	return xasprintf("%s by %s", verb, c->actor);
}

/* Queues a notice because of what an operator did. */
static int
queue(struct core *c, struct incident *i, enum notice_type type,
    const char *verb, int64_t now, struct err *e)
{
	char *why = by(c, verb);
	int r = core_queue_notice(c, i, type, why, now, e);

	free(why);
	return r;
}

/* Steps, stores and records; refuses with what would do. */
static int
step(struct core *c, struct incident *i, enum incident_event event,
    const char *verb, int64_t now, struct err *e)
{
	enum incident_state before = i->state;

	if (!incident_step(i, event, now))
		return refuse(i, verb, e);
	if (store_incident_put(c->store, i, e) == -1)
		return -1;
	log_info("incident %lld: %s by %s", (long long)i->id, verb, c->actor);
	return core_audit(c, now, "incident.state", i->id, e,
	    "%s, was %s: %s by %s", incident_state_name(i->state),
	    incident_state_name(before), verb, c->actor);
}

static void
manual(struct incident *i, const struct core *c, const struct statement *s,
    int64_t now)
{
	incident_init(i);
	i->state = INCIDENT_OPEN;
	i->kind = s->exercise || s->drill > 0 ? KIND_EXERCISE : KIND_ACTUAL;
	i->since = i->opened_at = i->decided_at = now;
	i->drill_ends = s->drill > 0 ? now + s->drill : TIME_NONE;
	xreplace(&i->service, "FMK");
	free(i->reason);
	i->reason = by(c, "sent");
	core_say(i, s, now);
}

int
core_send(struct core *c, const struct statement *s, int64_t now, int64_t *id,
    struct err *e)
{
	struct incident i;
	enum notice_type type;
	int r;

	if (s->effect == EFFECT_NONE || str_empty(s->title))
		return err_set(
		    e, "%s", _("a notice needs an effect and a title"));
	if (core_refuse_patient(s, e) == -1)
		return -1;
	if (store_begin(c->store, e) == -1)
		return -1;
	manual(&i, c, s, now);
	type = i.planned ? NOTICE_PLANNED : NOTICE_FIRST;
	r = store_incident_put(c->store, &i, e);
	*id = i.id;
	if (r == 0)
		r = core_audit(c, now, "incident.opened", i.id, e,
		    "%s, %s%s%s: %s (by %s)", incident_kind_name(i.kind),
		    effect_name(i.effect), *i.audience == '\0' ? "" : ", for ",
		    i.audience, i.title, c->actor);
	/* Whoever sends it has the case: nobody is paged. */
	if (r == 0)
		r = core_ring_taken(c, &i, now, e);
	if (r == 0)
		r = queue(c, &i, type, "sent", now, e);
	return core_incident_close(c, &i, r, e);
}

int
core_update(struct core *c, int64_t id, const struct statement *s, int64_t now,
    struct err *e)
{
	struct incident i;
	int r;

	if (core_refuse_patient(s, e) == -1)
		return -1;
	if (core_incident_open(c, id, &i, e) == -1)
		return -1;
	if (i.state != INCIDENT_OPEN) {
		refuse(&i, "updated", e);
		return core_incident_close(c, &i, -1, e);
	}
	core_say(&i, s, now);
	r = core_call_attend(c, &i, PAGE_RINGS, now, e);
	if (r == 0)
		r = queue(c, &i, i.planned ? NOTICE_PLANNED : NOTICE_UPDATE,
		    "updated", now, e);
	return core_incident_close(c, &i, r, e);
}

int
core_resolve(struct core *c, int64_t id, const struct statement *s, int64_t now,
    struct err *e)
{
	struct incident i;
	int r;

	if (core_refuse_patient(s, e) == -1)
		return -1;
	if (core_incident_open(c, id, &i, e) == -1)
		return -1;
	if (i.state == INCIDENT_PENDING) {
		refuse(&i, "resolved", e);
		return core_incident_close(c, &i, -1, e);
	}
	/* The effect stays what it was: only the words are the operator's. */
	/* What was said while it lasted is not news of its end. */
	xreplace(&i.news, s == NULL || s->text == NULL ? "" : s->text);
	r = step(c, &i, EVENT_RESOLVE, "resolved", now, e);
	if (r == 0 && i.over)
		r = queue(c, &i, NOTICE_RESOLVED, "resolved", now, e);
	if (r == 0)
		r = core_call_attend(c, &i, PAGE_ENDED, now, e);
	return core_incident_close(c, &i, r, e);
}

int
core_retract(struct core *c, int64_t id, const struct statement *s, int64_t now,
    struct err *e)
{
	struct incident i;
	int r;

	if (core_refuse_patient(s, e) == -1)
		return -1;
	if (core_incident_open(c, id, &i, e) == -1)
		return -1;
	xreplace(&i.news, s == NULL || s->text == NULL ? "" : s->text);
	r = step(c, &i, EVENT_RETRACT, "retracted", now, e);
	if (r == 0 && i.over)
		r = queue(c, &i, NOTICE_CORRECTION, "retracted", now, e);
	if (r == 0)
		r = core_call_attend(c, &i, PAGE_ENDED, now, e);
	return core_incident_close(c, &i, r, e);
}

int
core_approve(struct core *c, int64_t id, int64_t now, struct err *e)
{
	struct incident i;
	int64_t next = TIME_NONE;
	int r;

	if (core_incident_open(c, id, &i, e) == -1)
		return -1;
	r = step(c, &i, EVENT_APPROVE, "approved", now, e);
	if (r == 0)
		r = core_call_attend(c, &i, PAGE_APPROVED, now, e);
	/* What was dismissed before has no call any more. */
	if (r == 0)
		r = core_ring_taken(c, &i, now, e);
	if (r == 0)
		r = core_incident_turn(c, &i, now, &next, e);
	return core_incident_close(c, &i, r, e);
}

int
core_dismiss(struct core *c, int64_t id, int64_t now, struct err *e)
{
	struct incident i;
	int r;

	if (core_incident_open(c, id, &i, e) == -1)
		return -1;
	r = step(c, &i, EVENT_DISMISS, "dismissed", now, e);
	if (r == 0)
		r = core_call_attend(c, &i, PAGE_DISMISSED, now, e);
	return core_incident_close(c, &i, r, e);
}
