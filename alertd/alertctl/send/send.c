/* send: a new incident by hand; drafts of it. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "alertctl/ui/ask.h"
#include "alertctl/send/confirm.h"
#include "alertctl/send/dialogue.h"
#include "alertctl/ui/out.h"
#include "alertctl/run.h"
#include "alertctl/send/statement.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"

/* What is on its way. */
struct sending {
	struct ctl *c;
	struct core core;
	struct said said;
	struct keeper keeper;
	bool asked; /* in the dialogue: answers can be changed */
	/* As it was shown: */
	int64_t same; /* an open incident of the same thing; or 0 */
	struct audience_size size;
};

/* As core_send() makes it, but for its id: what is shown is what is sent. */
static void
new_incident(
    struct ctl *c, const struct said *said, int64_t now, struct incident *i)
{
	incident_init(i);
	i->id = ctl_next_incident(c);
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

static int
refuse_same(const struct incident *same)
{
	return ctl_fail(EX_USAGE,
	    _("incident %lld of %s is open (%s): \"alertctl update %lld\" "
	      "tells its news; --again opens another one"),
	    (long long)same->id, same->service, same->title,
	    (long long)same->id);
}

/* As confirm_going(). */
static int
confirm_new(struct sending *x, const struct incident *i)
{
	struct ctl *c = x->c;
	struct incident same = {0};
	struct err e;
	int status;

	if (find_same(c, i, &same, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	x->same = same.id;
	if (same.id != 0 && ctl_flag(c, "yes") && !ctl_flag(c, "again") &&
	    !ctl_flag(c, "dry-run"))
		status = refuse_same(&same);
	else
		status = confirm_going(c, &x->core,
		    &(struct going){N_("The first notice of a new incident"), i,
			i->planned ? NOTICE_PLANNED : NOTICE_FIRST, false,
			same.id != 0 ? &same : NULL,
			x->keeper.id != 0 ? &x->keeper : NULL, x->asked,
			&x->size});
	incident_clear(&same);
	return status;
}

/*
 * Another one of the same thing was opened while this one was looked at, or
 * others would get it now: 1, told; 0; or -1 with *e.
 */
static int
overtaken(struct sending *x, const struct incident *i, struct err *e)
{
	struct incident same = {0};
	int r = find_same(x->c, i, &same, e);

	if (r == 0 && same.id != x->same && same.id != 0) {
		ctl_fail(EX_OK,
		    _("incident %lld of %s was opened meanwhile (%s): look "
		      "again"),
		    (long long)same.id, same.service, same.title);
		r = 1;
	}
	incident_clear(&same);
	return r != 0 ? r : confirm_resized(&x->core, i, &x->size, e);
}

/* In the transaction: 1 sent, 0 to be looked at again, -1 with *e. */
static int
send_unless_overtaken(
    struct sending *x, const struct incident *i, int64_t *id, struct err *e)
{
	int r = overtaken(x, i, e);

	if (r != 0)
		return r == 1 ? 0 : -1;
	r = keep_remove(&x->keeper, e);
	if (r == 0)
		return err_set(e, "%s",
		    _("this draft was sent or dropped elsewhere meanwhile"));
	if (r == 1)
		r = core_send(&x->core, &x->said.s, clock_read().wall, id, e);
	return r == -1 ? -1 : 1;
}

static int
act(struct sending *x, const struct incident *i, int64_t *id, struct err *e)
{
	int r;

	if (store_begin(x->c->store, e) == -1)
		return -1;
	r = send_unless_overtaken(x, i, id, e);
	if (r == 1)
		return store_commit(x->c->store, e) == -1 ? -1 : 1;
	store_rollback(x->c->store);
	return r;
}

/* Shows it, asks, sends: EX_OK and *id, or as confirm_going(). */
static int
send_once(struct sending *x, int64_t *id)
{
	struct incident i;
	struct err e;
	int status, r = 0;

	do {
		new_incident(x->c, &x->said, clock_read().wall, &i);
		status = said_fits(&x->said, &i);
		if (status == 0)
			status = confirm_new(x, &i);
		if (status == CONFIRM_GO)
			r = act(x, &i, id, &e);
		incident_clear(&i);
	} while (status == CONFIRM_GO && r == 0);
	if (status == CONFIRM_GO && r == -1)
		status = ctl_fail(
		    EX_UNAVAILABLE, _("%s; nothing was sent"), e.msg);
	return status;
}

static int
talk(struct sending *x, bool all)
{
	struct dialogue d = {.c = x->c,
	    .core = &x->core,
	    .said = &x->said,
	    .keeper = &x->keeper,
	    .now = clock_read().wall,
	    .all = all};

	x->asked = true;
	return dialogue_new(&d) == -1 ? keep_stopped(&x->keeper) : 0;
}

static int
send_said(struct sending *x)
{
	int64_t id = 0;
	int status;

	while ((status = send_once(x, &id)) == CONFIRM_CHANGE)
		if ((status = talk(x, true)) != 0)
			return status;
	if (status != CONFIRM_GO)
		return status;
	keep_forget(&x->keeper);
	return confirm_done(x->c, &x->core, id, 0);
}

/* A draft below what the options say. 0 or an exit status. */
static int
take_draft(struct sending *x)
{
	struct said draft;
	bool named = ctl_flag(x->c, "draft");
	int r = keep_find(&x->keeper, named, &draft);

	if (r == 1)
		said_merge(&x->said, &draft);
	said_clear(&draft);
	if (r == 0 && named)
		return ctl_fail(EX_NOINPUT,
		    _("there is no draft of yours; \"alertctl drafts list\" "
		      "lists all"));
	if (r == -1)
		return keep_stopped(&x->keeper);
	return r == 1 ? 0 : r;
}

/* On a terminal, what is missing is asked for; else it is refused. */
static int
complete(struct sending *x)
{
	struct said *s = &x->said;
	bool missing = s->s.effect == EFFECT_NONE || str_empty(s->title);
	bool draft = ctl_flag(x->c, "draft");
	bool talks = ask_can(x->c) && !ctl_flag(x->c, "yes");
	int status = 0;

	x->keeper = (struct keeper){
	    .c = x->c, .off = ctl_flag(x->c, "dry-run")};
	if (draft || (missing && talks))
		status = take_draft(x);
	if (status == 0 && talks && (draft || missing))
		status = talk(x, false);
	return status != 0 ? status : said_whole(s);
}

int
run_send(struct ctl *c)
{
	struct sending x = {.c = c};
	int status = ctl_core(c, &x.core);

	if (status != 0)
		return status;
	status = said_read(c, true, clock_read().wall, &x.said);
	if (status == 0)
		status = complete(&x);
	if (status == 0)
		status = send_said(&x);
	said_clear(&x.said);
	return status;
}
