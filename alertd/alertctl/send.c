#include "alertctl/confirm.h"
#include "alertctl/run.h"
#include "alertctl/statement.h"
#include "base/clock.h"

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

static int
send_said(struct ctl *c, struct core *core, const struct said *said)
{
	struct incident i;
	struct err e;
	int64_t now = clock_read().wall, id = 0;
	int status;

	incident_init(&i);
	i.id = next_number(c);
	i.state = INCIDENT_OPEN;
	i.since = i.opened_at = now;
	said_overlay(said, &i);
	i.planned = i.effect == EFFECT_PLANNED;
	status = confirm_going(c, core,
	    &(struct going){"The first notice of a new incident", &i,
		i.planned ? NOTICE_PLANNED : NOTICE_FIRST, false});
	incident_clear(&i);
	if (status != -1)
		return status;
	if (core_send(core, &said->s, clock_read().wall, &id, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s; nothing was sent", e.msg);
	return confirm_queued(c, id);
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
