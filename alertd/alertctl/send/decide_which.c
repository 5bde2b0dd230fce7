#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/send/decide.h"
#include "alertctl/send/happened.h"
#include "alertctl/ui/out.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"

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

static const struct verb verbs[] = {
    {"update", N_("An update"), false, EVENT_APPROVE, NOTICE_UPDATE, false,
	core_update},
    {"resolve", N_("The last notice"), true, EVENT_RESOLVE, NOTICE_RESOLVED,
	true, core_resolve},
    {"retract", N_("A correction"), true, EVENT_RETRACT, NOTICE_CORRECTION,
	true, core_retract},
    {"approve", N_("The first notice"), true, EVENT_APPROVE, NOTICE_FIRST,
	false, do_approve},
    {"dismiss", N_("Nothing"), true, EVENT_DISMISS, NOTICE_FIRST, false,
	do_dismiss},
};

const struct verb *
verb_find(const char *name)
{
	for (size_t i = 0; i < LENGTH(verbs); i++)
		if (strcmp(verbs[i].name, name) == 0)
			return &verbs[i];
	return NULL;
}

bool
verb_fits(const struct verb *v, const struct incident *i)
{
	enum incident_state next;

	if (!v->has_event)
		return i->state == INCIDENT_OPEN;
	/* Only its feed ends what is pending; an operator decides it. */
	if (v->event == EVENT_RESOLVE && i->state == INCIDENT_PENDING)
		return false;
	return incident_next(i->state, v->event, &next);
}

static bool
exercise_over(const struct incident *i)
{
	return i->kind == KIND_EXERCISE && !incident_live(i->state);
}

char *
decide_hint(const struct incident *i)
{
	struct buf b;

	buf_init(&b, 512);
	/* Nobody takes an exercise back that is over. */
	for (size_t v = 0; v < LENGTH(verbs); v++)
		if (verb_fits(&verbs[v], i) && !exercise_over(i))
			buf_addf(&b, "%salertctl %s %" PRId64,
			    b.len > 0 ? ", " : "", verbs[v].name, i->id);
	if (b.len == 0)
		buf_adds(&b, _("alertctl send (a new incident)"));
	return buf_steal(&b);
}

int
verb_refused(struct ctl *c, const struct verb *v, const struct incident *i)
{
	char *hint = decide_hint(i), *last = happened_last(c, i);
	int status = ctl_fail(EX_DATAERR,
	    _("%s: it is %s, so \"%s\" does not fit; what does: %s"), last,
	    _(incident_state_name(i->state)), v->name, hint);

	free(last);
	free(hint);
	return status;
}

/* Of many, the newest so many are named. */
#define NAMED 10

static void
add_choice(struct buf *b, const struct verb *v, const struct incident *i)
{
	char when[WHEN_SIZE];
	char *hint = v == NULL
			 ? decide_hint(i)
			 : xasprintf("alertctl %s %" PRId64, v->name, i->id);

	buf_addf(b,
	    i->kind == KIND_EXERCISE ? _("\n  %s   (EXERCISE, %s, %s: %s)")
				     : _("\n  %s   (%s, %s: %s)"),
	    hint, _(incident_state_name(i->state)), out_when(i->since, when),
	    i->title);
	free(hint);
}

/*
 * Each that fits (v NULL: each that is live), with its exact command; what is
 * meant in earnest comes first.
 */
static char *
choices(const struct verb *v, const struct incidents *l, bool live)
{
	struct buf b;
	size_t n = 0;

	buf_init(&b, 16384);
	for (int kind = KIND_ACTUAL; kind <= KIND_TEST; kind++)
		for (size_t k = 0; k < l->n && n < NAMED; k++) {
			const struct incident *i = &l->v[k];

			if ((int)i->kind != kind || exercise_over(i) ||
			    live != incident_live(i->state) ||
			    (v != NULL && !verb_fits(v, i)))
				continue;
			add_choice(&b, v, i);
			n++;
		}
	return buf_steal(&b);
}

/* The newest that was meant in earnest, or NULL. */
static const struct incident *
last_actual(const struct incidents *l)
{
	for (size_t k = 0; k < l->n; k++)
		if (l->v[k].kind != KIND_EXERCISE)
			return &l->v[k];
	return NULL;
}

/* Nothing live fits: what else there is to do. */
static int
none_fits(struct ctl *c, const struct verb *v, const struct incidents *l)
{
	char *ended = choices(v, l, false), *live = choices(NULL, l, true);
	const struct incident *last = last_actual(l);
	int status;

	if (!str_empty(live))
		status = ctl_fail(EX_NOINPUT,
		    _("there is no incident to %s; what can be done:%s"),
		    v->name, live);
	else if (!str_empty(ended))
		status = ctl_fail(EX_NOINPUT,
		    _("there is no incident to %s, but some have ended: give "
		      "the number of the one that is meant:%s"),
		    v->name, ended);
	else if (last != NULL)
		status = verb_refused(c, v, last);
	else
		status = ctl_fail(EX_NOINPUT,
		    _("there is no incident to %s; \"alertctl send\" opens "
		      "one"),
		    v->name);
	free(ended);
	free(live);
	return status;
}

static int
several_fit(const struct verb *v, const struct incidents *l)
{
	char *list = choices(v, l, true);
	int status = ctl_fail(EX_USAGE,
	    _("several incidents fit: give the number of one:%s"), list);

	free(list);
	return status;
}

int
verb_implied(struct ctl *c, const struct verb *v, struct incident *out)
{
	struct incidents l = {0};
	struct err e;
	size_t n = 0, at = 0;
	int status = 0;

	if (store_incidents(c->store, 0, &l, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	for (size_t i = 0; i < l.n; i++) {
		if (!incident_live(l.v[i].state) || !verb_fits(v, &l.v[i]))
			continue;
		at = i;
		n++;
	}
	if (n == 1)
		incident_copy(out, &l.v[at]);
	else
		status = n == 0 ? none_fits(c, v, &l) : several_fit(v, &l);
	incidents_clear(&l);
	return status;
}

bool
verb_is_update(const struct verb *v)
{
	return !v->has_event;
}
