/* update, resolve, retract, approve and dismiss: an incident goes on. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/confirm.h"
#include "alertctl/decide.h"
#include "alertctl/out.h"
#include "alertctl/running.h"
#include "alertctl/run.h"
#include "alertctl/statement.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/mem.h"
#include "incident/news.h"

static int
do_approve(struct core *c, int64_t id, const struct statement *s, int64_t now,
    struct err *e)
{
	(void)s;
	return core_approve(c, id, now, e);
}

static int
do_dismiss(struct core *c, int64_t id, const struct statement *s, int64_t now,
    struct err *e)
{
	(void)s;
	return core_dismiss(c, id, now, e);
}

/* What an operator can do with an incident that exists. */
static const struct verb {
	const char *name;
	const char *what;
	bool has_event; /* else the incident must be open */
	enum incident_event event;
	enum notice_type type;
	bool told_only;
	int (*act)(struct core *, int64_t, const struct statement *, int64_t,
	    struct err *);
} verbs[] = {
    {"update", "An update", false, EVENT_APPROVE, NOTICE_UPDATE, false,
	core_update},
    {"resolve", "The last notice", true, EVENT_RESOLVE, NOTICE_RESOLVED, true,
	core_resolve},
    {"retract", "A correction", true, EVENT_RETRACT, NOTICE_CORRECTION, true,
	core_retract},
    {"approve", "The first notice", true, EVENT_APPROVE, NOTICE_FIRST, false,
	do_approve},
    {"dismiss", "Nothing", true, EVENT_DISMISS, NOTICE_FIRST, false,
	do_dismiss},
};

static const struct verb *
verb_find(const char *name)
{
	for (size_t i = 0; i < LENGTH(verbs); i++)
		if (strcmp(verbs[i].name, name) == 0)
			return &verbs[i];
	return NULL;
}

static bool
fits(const struct verb *v, const struct incident *i)
{
	enum incident_state next;

	if (!v->has_event)
		return i->state == INCIDENT_OPEN;
	/* Only its feed ends what is pending; an operator decides it. */
	if (v->event == EVENT_RESOLVE && i->state == INCIDENT_PENDING)
		return false;
	return incident_next(i->state, v->event, &next);
}

char *
decide_hint(const struct incident *i)
{
	struct buf b;

	buf_init(&b, 512);
	for (size_t v = 0; v < LENGTH(verbs); v++)
		if (fits(&verbs[v], i))
			buf_addf(&b, "%salertctl %s %" PRId64,
			    b.len > 0 ? ", " : "", verbs[v].name, i->id);
	if (b.len == 0)
		buf_adds(&b, "alertctl send (a new incident)");
	return buf_steal(&b);
}

static int
refused(const struct verb *v, const struct incident *i)
{
	char *hint = decide_hint(i);
	int status = ctl_fail(EX_DATAERR,
	    "incident %" PRId64 " is %s, so \"%s\" does not fit; what does: %s",
	    i->id, incident_state_name(i->state), v->name, hint);

	free(hint);
	return status;
}

static int
none_or_many(const struct verb *v, const struct incidents *l)
{
	struct buf b;
	int status;

	buf_init(&b, 512);
	for (size_t i = 0; i < l->n; i++)
		if (fits(v, &l->v[i]))
			buf_addf(&b, "%s%" PRId64, b.len > 0 ? ", " : "",
			    l->v[i].id);
	if (b.len == 0)
		status = ctl_fail(EX_NOINPUT,
		    "there is no incident to %s; \"alertctl status\" lists "
		    "what "
		    "is open",
		    v->name);
	else
		status = ctl_fail(EX_USAGE,
		    "several incidents fit: give the number of one (%s)",
		    buf_str(&b));
	buf_clear(&b);
	return status;
}

/*
 * How many incidents fit, and the last such; what is pending or open goes
 * before what was ended long ago but could be taken back all the same.
 */
static size_t
count_fits(
    const struct verb *v, const struct incidents *l, bool only_live, size_t *at)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++) {
		if (fits(v, &l->v[i]) &&
		    (!only_live || incident_live(l->v[i].state))) {
			*at = i;
			n++;
		}
	}
	return n;
}

/* The one incident that fits the verb, when only one does. */
static int
implied(struct ctl *c, const struct verb *v, struct incident *out)
{
	struct incidents l = {0};
	struct err e;
	size_t n, at = 0;
	int status = 0;

	if (store_incidents(c->store, 0, &l, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	n = count_fits(v, &l, true, &at);
	if (n == 0)
		n = count_fits(v, &l, false, &at);
	if (n == 1)
		incident_copy(out, &l.v[at]);
	else
		status = none_or_many(v, &l);
	incidents_clear(&l);
	return status;
}

static bool
is_update(const struct verb *v)
{
	return !v->has_event;
}

/* *i as the core makes it: what is shown is what will be sent. */
static void
foresee(const struct verb *v, const struct statement *s, int64_t now,
    struct incident *i)
{
	if (is_update(v)) {
		core_say(i, s, now);
		return;
	}
	if (v->told_only)
		xreplace(&i->news, s->text != NULL ? s->text : "");
	incident_step(i, v->event, now);
}

/* What sends nothing: it is said, and asked for with a word. */
static int
confirm_silent(struct ctl *c, const struct verb *v, const struct incident *i)
{
	bool dismiss = v->event == EVENT_DISMISS;

	if (!c->json)
		printf("Incident %" PRId64 ", %s, is %s: no municipality is "
		       "told.\n",
		    i->id, i->title,
		    dismiss ? "dropped" : incident_state_name(i->state));
	if (ctl_option(c, "dry-run") != NULL)
		return EX_OK;
	return confirm_phrase(c, dismiss ? "DISMISS" : "SEND");
}

/* *i is as it will be. */
static int
confirm_verb(struct ctl *c, struct core *core, const struct verb *v,
    const struct incident *i)
{
	enum notice_type type = v->type;

	if (v->has_event &&
	    (v->event == EVENT_DISMISS || (v->told_only && !i->over)))
		return confirm_silent(c, v, i);
	if (i->planned && (type == NOTICE_FIRST || type == NOTICE_UPDATE))
		type = NOTICE_PLANNED;
	return confirm_going(
	    c, core, &(struct going){v->what, i, type, v->told_only, NULL});
}

/* What was said, and whether it fits; *i is then as it will be. */
static int
hear(struct ctl *c, const struct verb *v, struct said *said, struct incident *i)
{
	int status = said_read(c, false, clock_read().wall, said);

	if (status == 0 && is_update(v) && !said_anything(said))
		status = ctl_fail(EX_USAGE,
		    "nothing is said: give what is new with --text, --effect, "
		    "--title, --fmk-online, --expected-end or another option "
		    "of \"alertctl update --help\"");
	if (status != 0)
		return status;
	foresee(v, &said->s, clock_read().wall, i);
	return is_update(v) ? said_fits(said, i) : 0;
}

static int
decide_with(
    struct ctl *c, struct core *core, const struct verb *v, struct incident *i)
{
	struct said said;
	struct err e;
	int64_t id = i->id;
	int notices = i->notices, status = hear(c, v, &said, i);

	if (status != 0)
		goto out;
	status = confirm_verb(c, core, v, i);
	if (status != -1)
		goto out;
	if (v->act(core, id, &said.s, clock_read().wall, &e) == -1)
		status = ctl_fail(EX_DATAERR, "%s; nothing was sent", e.msg);
	else
		status = confirm_done(c, core, id, notices);
out:
	said_clear(&said);
	return status;
}

/* The command's name is the verb's. */
static int
decide(struct ctl *c)
{
	const struct verb *v = verb_find(c->command->name);
	struct core core;
	struct incident i = {0};
	int status = ctl_core(c, &core);

	if (status != 0)
		return status;
	status = c->n_args > 0 ? ctl_incident(c, c->args[0], &i)
			       : implied(c, v, &i);
	if (status == 0)
		status = fits(v, &i) ? decide_with(c, &core, v, &i)
				     : refused(v, &i);
	incident_clear(&i);
	return status;
}

int
run_update(struct ctl *c)
{
	return decide(c);
}

int
run_resolve(struct ctl *c)
{
	return decide(c);
}

int
run_retract(struct ctl *c)
{
	return decide(c);
}

int
run_approve(struct ctl *c)
{
	return decide(c);
}

int
run_dismiss(struct ctl *c)
{
	return decide(c);
}
