#include <inttypes.h>

#include "alertctl/confirm.h"
#include "alertctl/run.h"
#include "alertctl/statement.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"

/* The number that a new incident would get, for its reference. */
static int64_t
next_number(struct ctl *c)
{
	struct incidents l = {0};
	int64_t id = 1;

	if (store_incidents(c->store, 1, &l, NULL) == 0 && l.n > 0)
		id = l.v[0].id + 1;
	incidents_clear(&l);
	return id;
}

/* As core_send() makes it, but for its id: what is shown is what is sent. */
static void
new_incident(
    struct ctl *c, const struct said *said, int64_t now, struct incident *i)
{
	incident_init(i);
	i->id = next_number(c);
	i->state = INCIDENT_OPEN;
	i->kind = said->s.exercise ? KIND_EXERCISE : KIND_ACTUAL;
	i->since = i->opened_at = i->decided_at = now;
	xreplace(&i->service, "FMK");
	core_say(i, &said->s, now);
}

/* An open incident of the same thing, which news of it belongs to; 0 or -1. */
static int
find_same(struct ctl *c, const struct incident *i, struct incident *out,
    struct err *e)
{
	struct incidents l = {0};

	if (i->kind != KIND_ACTUAL)
		return 0;
	if (store_incidents(c->store, 0, &l, e) == -1)
		return -1;
	for (size_t k = 0; k < l.n && out->id == 0; k++)
		if (l.v[k].state == INCIDENT_OPEN &&
		    l.v[k].kind == KIND_ACTUAL &&
		    l.v[k].planned == i->planned &&
		    str_eq(l.v[k].service, i->service))
			incident_copy(out, &l.v[k]);
	incidents_clear(&l);
	return 0;
}

/* -1: go on; else the exit status with which to end. */
static int
confirm_new(struct ctl *c, struct core *core, const struct incident *i)
{
	struct incident same = {0};
	struct err e;
	int status;

	if (find_same(c, i, &same, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	if (same.id != 0 && ctl_flag(c, "yes") && !ctl_flag(c, "again") &&
	    !ctl_flag(c, "dry-run"))
		status = ctl_fail(EX_USAGE,
		    "incident %" PRId64 " of %s is open (%s): \"alertctl "
		    "update %" PRId64 "\" tells its news; --again opens "
		    "another one",
		    same.id, same.service, same.title, same.id);
	else
		status = confirm_going(c, core,
		    &(struct going){"The first notice of a new incident", i,
			i->planned ? NOTICE_PLANNED : NOTICE_FIRST, false,
			same.id != 0 ? &same : NULL});
	incident_clear(&same);
	return status;
}

static int
send_said(struct ctl *c, struct core *core, const struct said *said)
{
	struct incident i;
	struct err e;
	int64_t id = 0;
	int status;

	new_incident(c, said, clock_read().wall, &i);
	status = said_fits(said, &i);
	if (status == 0)
		status = confirm_new(c, core, &i);
	incident_clear(&i);
	if (status != -1)
		return status;
	if (core_send(core, &said->s, clock_read().wall, &id, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s; nothing was sent", e.msg);
	return confirm_done(c, core, id, 0);
}

int
run_send(struct ctl *c)
{
	struct core core;
	struct said said;
	int status = ctl_core(c, &core);

	if (status != 0)
		return status;
	status = said_read(c, true, clock_read().wall, &said);
	if (status == 0)
		status = send_said(c, &core, &said);
	said_clear(&said);
	return status;
}
