#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "alertctl/send/confirm.h"
#include "alertctl/report/drill.h"
#include "alertctl/ui/out.h"
#include "alertctl/run.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/running.h"
#include "base/str.h"
#include "base/tr.h"
#include "contacts/audience.h"
#include "store/incidents.h"
#include "store/messages.h"
#include "store/orgs.h"

#define LASTS 600 /* s, without --for */
#define LOOK_MS 500 /* how often it is looked whether it is over */
#define GRACE 30 /* s that a daemon may be late, and a worker busy */

/* The title stands in lists only; the texts are the templates'. */
static const char *
title_of(const struct ctl *c)
{
	return str_eq(c->conf->notices.language, "en") ? "Exercise of alerting"
						       : "Øvelse i varsling";
}

static int
read_options(struct ctl *c, struct statement *s, char **audience)
{
	const char *lasts = ctl_option(c, "for"), *to = ctl_option(c, "to");
	struct orgs orgs = {0};
	struct err e;
	int status = 0;

	*s = (struct statement){.effect = EFFECT_OUTAGE,
	    .online = ONLINE_UNKNOWN,
	    .title = title_of(c),
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE,
	    .exercise = true,
	    .drill = LASTS};
	if (lasts != NULL && (parse_duration(lasts, &s->drill) == -1 ||
				 s->drill < 1 || s->drill > LIMIT_DRILL))
		return ctl_fail(EX_USAGE,
		    _("--for %s: must be a duration of at most a day (15m)"),
		    lasts);
	if (to == NULL)
		return 0;
	if (store_orgs(c->store, &orgs, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	else if (audience_parse(to, &orgs, audience, &e) == -1)
		status = ctl_fail(EX_USAGE, _("--to %s: %s"), to, e.msg);
	orgs_clear(&orgs);
	s->audience = *audience;
	return status;
}

/* One at a time: two would be told as one. */
static int
refuse_second(struct ctl *c)
{
	struct incidents l = {0};
	struct err e;
	int status = 0;

	if (store_incidents_live(c->store, &l, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	for (size_t k = 0; k < l.n && status == 0; k++)
		if (l.v[k].drill_ends != TIME_NONE)
			status = ctl_fail(EX_DATAERR,
			    _("drill %lld is not over: \"alertctl resolve "
			      "%lld\" ends it"),
			    (long long)l.v[k].id, (long long)l.v[k].id);
	incidents_clear(&l);
	return status;
}

/* As core_send() makes it. */
static int
confirm(struct ctl *c, struct core *core, const struct statement *s)
{
	struct incident i;
	int64_t now = clock_read().wall;
	int status;

	incident_init(&i);
	i.id = ctl_next_incident(c);
	i.state = INCIDENT_OPEN;
	i.kind = KIND_EXERCISE;
	i.since = i.opened_at = i.decided_at = now;
	i.drill_ends = now + s->drill;
	xreplace(&i.service, "FMK");
	core_say(&i, s, now);
	status = confirm_going(c, core,
	    &(struct going){.what = _("The first notice of a drill"),
		.incident = &i,
		.type = NOTICE_FIRST});
	incident_clear(&i);
	return status;
}

/* --- until it is over ----------------------------------------------------- */

static bool
on_terminal(const struct ctl *c)
{
	return !c->json && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

/* Whether somebody has pressed Enter within a moment. */
static bool
key_pressed(bool terminal)
{
	struct pollfd p = {
	    .fd = terminal ? STDIN_FILENO : -1, .events = POLLIN};
	char buf[256];

	return poll(&p, 1, LOOK_MS) == 1 && (p.revents & POLLIN) != 0 &&
	       read(STDIN_FILENO, buf, sizeof(buf)) > 0;
}

/* Ends it, unless somebody was faster. */
static int
end_it(struct ctl *c, struct core *core, int64_t id, int notices)
{
	struct statement s = {.since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE};
	struct incident i;
	struct err e;

	core->queued = 0;
	if (core_resolve(core, id, &s, clock_read().wall, &e) == 0)
		return confirm_done(c, core, id, notices);
	if (store_incident_get(c->store, id, &i, &e) != 1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	notices = i.state == INCIDENT_OPEN ? -1 : 0;
	incident_clear(&i);
	return notices == -1 ? ctl_fail(EX_UNAVAILABLE,
				   _("the drill cannot be ended: %s"), e.msg)
			     : EX_OK;
}

/* What the daemon has queued for the end goes out. */
static void
await_delivery(struct ctl *c, int64_t id)
{
	int64_t until = clock_read().mono_ms + (int64_t)GRACE * 1000;
	struct outbox_counts n = {.oldest = 0};
	struct err e;

	while (clock_read().mono_ms < until &&
	       store_outbox_counts(c->store, id, 0, &n, &e) == 0 &&
	       n.oldest != TIME_NONE)
		key_pressed(false);
}

static volatile sig_atomic_t interrupted;

static void
interrupt(int sig)
{
	(void)sig;
	interrupted = 1;
}

/* Somebody went before it was over, and has to hear who ends it now. */
static int
say_left(struct ctl *c, int64_t id, int64_t ends)
{
	char when[WHEN_SIZE];
	int64_t pid;

	out_when(ends, when);
	if (!daemon_running(c->conf->store, &pid))
		return ctl_fail(EX_TEMPFAIL,
		    _("the drill is not over, and as alertd is not running "
		      "nobody ends it: \"alertctl resolve %lld\" does"),
		    (long long)id);
	return ctl_fail(EX_TEMPFAIL,
	    _("the drill is not over: alertd ends it at %s, \"alertctl resolve "
	      "%lld\" at once; then \"alertctl drill --report %lld\" tells "
	      "what "
	      "it showed"),
	    when, (long long)id, (long long)id);
}

/*
 * All that was queued has come to its end, and nobody was reached: there is
 * nothing to wait for.
 */
static bool
lost(struct ctl *c, int64_t id)
{
	struct outbox_counts n;
	struct err e;
	int64_t left;

	if (store_outbox_counts(c->store, id, 0, &n, &e) == -1)
		return false;
	left = n.unfinished;
	for (int ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		left += n.n[ch][DELIVERY_ACCEPTED] +
			n.n[ch][DELIVERY_DELIVERED] + n.n[ch][DELIVERY_UNKNOWN];
	return left == 0;
}

static int
end_lost(struct ctl *c, struct core *core, int64_t id, int notices)
{
	if (!c->json)
		puts(_("Nobody was reached and nothing is waiting, so the "
		       "drill ends now."));
	return end_it(c, core, id, notices);
}

/* What follow_turns() returns besides an exit status. */
enum { TURNS_OVER = -1, TURNS_LEFT = -2 };

/* The daemon ends it when its time comes; else, and at a key, we do. */
static int
follow_turns(struct ctl *c, struct core *core, int64_t id)
{
	struct incident i;
	struct err e;
	int64_t pid;

	while (!interrupted) {
		bool open, due, late;
		int notices;

		if (store_incident_get(c->store, id, &i, &e) != 1)
			return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
		open = i.state == INCIDENT_OPEN;
		due = clock_read().wall >= i.drill_ends;
		late = clock_read().wall >= i.drill_ends + GRACE;
		notices = i.notices;
		incident_clear(&i);
		if (!open)
			return TURNS_OVER;
		if (lost(c, id))
			return end_lost(c, core, id, notices);
		if (late || (due && !daemon_running(c->conf->store, &pid)) ||
		    key_pressed(on_terminal(c)))
			return end_it(c, core, id, notices);
	}
	return TURNS_LEFT;
}

static int
follow(struct ctl *c, struct core *core, int64_t id)
{
	const struct sigaction heard = {.sa_handler = interrupt};
	struct sigaction before;
	int status;

	sigaction(SIGINT, &heard, &before);
	status = follow_turns(c, core, id);
	sigaction(SIGINT, &before, NULL);
	if (status != TURNS_OVER)
		return status;
	await_delivery(c, id);
	return EX_OK;
}

/* What is to come, and who does it. False: there is nothing to wait for. */
static bool
say_next(struct ctl *c, int64_t ends, int64_t id)
{
	char when[WHEN_SIZE];
	int64_t pid;
	bool daemon = daemon_running(c->conf->store, &pid);

	out_when(ends, when);
	if (c->json)
		return !daemon;
	if (on_terminal(c))
		printf(
		    _("The drill ends by itself at %s. Enter ends it now.\n"),
		    when);
	else if (daemon)
		printf(_("alertd ends the drill at %s; then \"alertctl drill "
			 "--report %lld\" tells what it showed.\n"),
		    when, (long long)id);
	else
		printf(_("The drill is ended from here at %s, as alertd is "
			 "not running.\n"),
		    when);
	fflush(stdout);
	return on_terminal(c) || !daemon;
}

static int
hold(struct ctl *c, struct core *core, const struct statement *s)
{
	int64_t id = 0, began = clock_read().wall;
	struct err e;
	int status;

	if (core_send(core, s, began, &id, &e) == -1)
		return ctl_fail(
		    EX_UNAVAILABLE, _("%s; nothing was sent"), e.msg);
	status = confirm_done(c, core, id, 0);
	if (!say_next(c, began + s->drill, id))
		return status;
	status = follow(c, core, id);
	if (status == TURNS_LEFT)
		return say_left(c, id, began + s->drill);
	if (status == EX_OK || status == EX_TEMPFAIL) {
		char number[24];

		snprintf(number, sizeof(number), "%" PRId64, id);
		if (!c->json)
			putchar('\n');
		status = drill_report(c, number);
	}
	return status;
}

int
run_drill(struct ctl *c)
{
	struct statement s;
	struct core core;
	char *audience = NULL;
	int status;

	if (ctl_flag(c, "report"))
		return drill_report(c, c->n_args > 0 ? c->args[0] : NULL);
	if (c->n_args > 0)
		return ctl_fail(
		    EX_USAGE, _("drill takes a number only with --report"));
	status = ctl_core(c, &core);
	if (status == 0)
		status = read_options(c, &s, &audience);
	if (status == 0)
		status = refuse_second(c);
	if (status == 0)
		status = confirm(c, &core, &s);
	if (status == -1)
		status = hold(c, &core, &s);
	free(audience);
	return status;
}
