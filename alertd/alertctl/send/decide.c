/* update, resolve, retract, approve and dismiss: an incident goes on. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/ui/ask.h"
#include "alertctl/send/confirm.h"
#include "alertctl/send/decide.h"
#include "alertctl/send/dialogue.h"
#include "alertctl/send/happened.h"
#include "alertctl/ui/out.h"
#include "alertctl/run.h"
#include "alertctl/send/statement.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"
#include "incident/news.h"

/* What is to be done about an incident that exists. */
struct decision {
	struct ctl *c;
	struct core core;
	const struct verb *v;
	struct said said;
	struct keeper keeper;
	/* As it was when it was shown: */
	struct incident i;
	struct audience_size size; /* municipalities -1: nobody gets it */
};

/* *i as the core makes it: what is shown is what will be sent. */
static void
foresee(const struct verb *v, const struct statement *s, int64_t now,
    struct incident *i)
{
	if (verb_is_update(v)) {
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
		printf(dismiss ? _("Incident %" PRId64 ", %s, is dropped: no "
				   "municipality is told.\n")
			       : _("Incident %" PRId64 ", %s, is ended: no "
				   "municipality is told.\n"),
		    i->id, i->title);
	if (ctl_option(c, "dry-run") != NULL)
		return EX_OK;
	return confirm_phrase(c, dismiss ? "DISMISS" : "SEND");
}

/* *i is as it will be. */
static int
confirm_verb(struct decision *d, const struct incident *i)
{
	const struct verb *v = d->v;
	enum notice_type type = v->type;

	if (v->has_event &&
	    (v->event == EVENT_DISMISS || (v->told_only && !i->over)))
		return confirm_silent(d->c, v, i);
	if (i->planned && (type == NOTICE_FIRST || type == NOTICE_UPDATE))
		type = NOTICE_PLANNED;
	return confirm_going(d->c, &d->core,
	    &(struct going){v->what, i, type, v->told_only, NULL,
		d->keeper.id != 0 ? &d->keeper : NULL, d->keeper.id != 0,
		&d->size});
}

static struct dialogue
dialogue_of(struct decision *d)
{
	return (struct dialogue){.c = d->c,
	    .core = &d->core,
	    .said = &d->said,
	    .keeper = &d->keeper,
	    .now = clock_read().wall,
	    .all = true};
}

/* The text on the terminal, behind a draft of it. 0 or an exit status. */
static int
ask_news(struct decision *d)
{
	struct dialogue talk = dialogue_of(d);
	struct said draft;
	int r = keep_find(&d->keeper, false, &draft);

	if (r == 1)
		said_merge(&d->said, &draft);
	said_clear(&draft);
	if (r != 0 && r != 1)
		return r == -1 ? keep_stopped(&d->keeper) : r;
	if (d->said.has[SAID_TEXT])
		return 0;
	return dialogue_text(&talk, &d->i) == -1 ? keep_stopped(&d->keeper) : 0;
}

/* What was said, of which there is something. 0 or an exit status. */
static int
hear(struct decision *d)
{
	struct ctl *c = d->c;
	int status = said_read(c, false, clock_read().wall, &d->said);

	d->keeper = (struct keeper){
	    .c = c, .incident = d->i.id, .off = ctl_flag(c, "dry-run")};
	if (status != 0 || !verb_is_update(d->v) || said_anything(&d->said))
		return status;
	if (ask_can(c) && !ctl_flag(c, "yes") && !d->said.has[SAID_TEXT])
		status = ask_news(d);
	if (status == 0 && !said_anything(&d->said))
		status = ctl_fail(EX_USAGE,
		    _("nothing is said: give what is new with --text, "
		      "--effect, --title, --fmk-online, --expected-end or "
		      "another option of \"alertctl update --help\""));
	return status;
}

/* Others would get it now than when it was shown: as confirm_resized(). */
static int
resized(struct decision *d, struct err *e)
{
	struct incident will;
	int r;

	if (d->size.municipalities == -1)
		return 0;
	incident_copy(&will, &d->i);
	foresee(d->v, &d->said.s, clock_read().wall, &will);
	r = confirm_resized(&d->core, &will, &d->size, e);
	incident_clear(&will);
	return r;
}

/* In the transaction, for the incident as it was shown: as act(). */
static int
act_as_shown(struct decision *d, struct err *e)
{
	int r = resized(d, e);

	if (r != 0)
		return r == 1 ? 2 : -1;
	if (d->v->act(&d->core, d->i.id, &d->said.s, clock_read().wall, e) ==
	    -1)
		return -1;
	return keep_remove(&d->keeper, e) == -1 ? -1 : 1;
}

/*
 * Does it if nothing has happened since it was shown, in one transaction with
 * looking: 1; 0 with d->i as it is now and *was as it was; 2 when it is to be
 * shown again for another reason, which was told; -1 with *e.
 */
static int
act(struct decision *d, struct incident *was, struct err *e)
{
	struct incident i = {0};
	int r;

	if (store_begin(d->c->store, e) == -1)
		return -1;
	r = store_incident_get(d->c->store, d->i.id, &i, e);
	if (r == 1 && !incident_same(&i, &d->i)) {
		store_rollback(d->c->store);
		*was = d->i;
		d->i = i;
		return 0;
	}
	if (r == 1)
		r = act_as_shown(d, e);
	incident_clear(&i);
	if (r == 1)
		return store_commit(d->c->store, e) == -1 ? -1 : 1;
	store_rollback(d->c->store);
	return r == 2 ? 2 : -1;
}

/*
 * Somebody else was first. 0: it is to be shown again; else the status with
 * which to end.
 */
static int
tell_change(struct decision *d, const struct incident *was)
{
	char *what = happened_since(d->c, was, &d->i);
	int status = 0;

	if (!verb_fits(d->v, &d->i))
		status = verb_refused(d->c, d->v, &d->i);
	else if (ctl_flag(d->c, "yes") && was->state != d->i.state)
		status = ctl_fail(EX_DATAERR,
		    _("%s; \"%s\" did nothing: look at it, and say it again "
		      "if it is still meant"),
		    what, d->v->name);
	else
		ctl_fail(EX_OK,
		    _("%s: nothing was sent yet, this is how it would be now"),
		    what);
	free(what);
	return status;
}

/* Shows and asks: CONFIRM_GO, CONFIRM_CHANGE or an exit status. */
static int
look(struct decision *d)
{
	struct incident will;
	int status = 0;

	incident_copy(&will, &d->i);
	foresee(d->v, &d->said.s, clock_read().wall, &will);
	if (verb_is_update(d->v))
		status = said_fits(&d->said, &will);
	if (status == 0)
		status = confirm_verb(d, &will);
	incident_clear(&will);
	return status;
}

/* One look, and what follows: 1 done, 0 once more, else *status. */
static int
once(struct decision *d, int *status)
{
	struct dialogue talk = dialogue_of(d);
	struct incident was = {0};
	struct err e;
	int r;

	d->size.municipalities = -1;
	*status = look(d);
	if (*status == CONFIRM_CHANGE) {
		if (dialogue_text(&talk, &d->i) == 0)
			return 0;
		*status = keep_stopped(&d->keeper);
	}
	if (*status != CONFIRM_GO)
		return -1;
	r = act(d, &was, &e);
	if (r == 2) {
		r = 0;
	} else if (r == -1) {
		*status = ctl_fail(
		    EX_DATAERR, _("%s; nothing was sent"), e.msg);
	} else if (r == 0) {
		*status = tell_change(d, &was);
		r = *status == 0 ? 0 : -1;
	}
	incident_clear(&was);
	return r;
}

static int
decide_with(struct decision *d)
{
	int status = hear(d), r = 0, notices = 0;

	while (status == 0 && r == 0) {
		int s;

		notices = d->i.notices;
		r = once(d, &s);
		if (r == -1)
			status = s;
	}
	if (r == 1) {
		keep_forget(&d->keeper);
		status = confirm_done(d->c, &d->core, d->i.id, notices);
	}
	return status;
}

/* A text in place of its option. */
static int
take_text(struct ctl *c, const char *text)
{
	const struct ctl_option *o = c->command->options;

	for (size_t k = 0; o[k].name != NULL; k++) {
		if (strcmp(o[k].name, "text") != 0)
			continue;
		if (c->values[k] != NULL)
			return ctl_fail(EX_USAGE,
			    _("the text is given twice: \"%s\" and --text"),
			    text);
		c->values[k] = text;
	}
	return 0;
}

/* [N] [TEXT]: one word is a number, several are a text. */
static int
read_arguments(struct ctl *c, const char **number)
{
	const char *first = c->n_args > 0 ? c->args[0] : NULL;

	*number = first;
	if (c->n_args == 2)
		return take_text(c, c->args[1]);
	if (first == NULL || incident_number(first) != -1 ||
	    strpbrk(first, " \t\n") == NULL || c->command->max_args < 2)
		return 0;
	*number = NULL;
	return take_text(c, first);
}

/* The command's name is the verb's. */
static int
decide(struct ctl *c)
{
	struct decision d = {.c = c, .v = verb_find(c->command->name)};
	const char *number;
	int status = read_arguments(c, &number);

	if (status == 0)
		status = ctl_core(c, &d.core);
	if (status != 0)
		return status;
	status = number != NULL ? ctl_incident(c, number, &d.i)
				: verb_implied(c, d.v, &d.i);
	if (status == 0)
		status = verb_fits(d.v, &d.i) ? decide_with(&d)
					      : verb_refused(c, d.v, &d.i);
	said_clear(&d.said);
	incident_clear(&d.i);
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
