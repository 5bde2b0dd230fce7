#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/ui/ask.h"
#include "alertctl/send/confirm.h"
#include "alertctl/ui/out.h"
#include "alertctl/send/running.h"
#include "alertctl/send/textcheck.h"
#include "alertctl/ui/wrap.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/running.h"
#include "base/sms.h"
#include "base/tr.h"
#include "contacts/audience.h"
#include "core/recipients.h"
#include "store/orgs.h"

/* "no" at the prompt for the phrase, and what else it takes. */
enum { WORD_STOP, WORD_CHANGE };

static int
read_word(const char *line, bool can_change)
{
	static const struct choice words[] = {
	    [WORD_STOP] = {"no", "nej stop q", NULL},
	    [WORD_CHANGE] = {"change", "edit ret ændr", NULL},
	};

	return answer_choice(line, words, can_change ? 2 : 1);
}

static char *
phrase_prompt(const char *phrase, bool can_change)
{
	return xasprintf(can_change
			     ? _("Type %s to send it, \"change\" to change it, "
				 "\"no\" to stop: ")
			     : _("Type %s to go on, \"no\" to stop: "),
	    phrase);
}

/* Whoever only pressed Enter has not typed it wrong. */
static void
say_other(const char *line, const char *phrase)
{
	char *s = *line == '\0'
		      ? xasprintf(_("Enter alone does nothing: type %s in "
				    "capitals. Nothing has happened yet."),
			    phrase)
		      : xasprintf(_("\"%s\" is not %s, in capitals: nothing "
				    "has happened yet."),
			    line, phrase);

	wrap_print(stderr, s, 0, 0);
	free(s);
}

/* CONFIRM_GO, CONFIRM_CHANGE, or EX_USAGE: stopped, and not yet told. */
static int
ask_phrase(const char *phrase, bool can_change)
{
	char *prompt = phrase_prompt(phrase, can_change), *line;
	int status = EX_OK;

	while (status == EX_OK && (line = ask_line(prompt)) != NULL) {
		int word = read_word(line, can_change);

		if (strcmp(line, phrase) == 0)
			status = CONFIRM_GO;
		else if (word == WORD_CHANGE)
			status = CONFIRM_CHANGE;
		else if (word == WORD_STOP)
			status = EX_USAGE;
		else
			say_other(line, phrase);
		free(line);
	}
	free(prompt);
	return status == EX_OK ? EX_USAGE : status;
}

static int
nobody_there(void)
{
	return ctl_fail(EX_USAGE,
	    _("nobody is there to confirm: add --yes to do it, or --dry-run "
	      "to see it only"));
}

int
confirm_phrase(struct ctl *c, const char *phrase)
{
	int status;

	if (ctl_flag(c, "yes"))
		return CONFIRM_GO;
	if (!ask_can(c))
		return nobody_there();
	status = ask_phrase(phrase, false);
	return status == CONFIRM_GO
		   ? status
		   : ctl_fail(
			 status, _("stopped; nothing was sent or changed"));
}

static int
confirm_send(struct ctl *c, const struct going *g)
{
	int status;

	if (g->keeper == NULL || ctl_flag(c, "yes") || !ask_can(c))
		return confirm_phrase(
		    c, g->incident->kind == KIND_EXERCISE ? "ØVELSE" : "SEND");
	status = ask_phrase(
	    g->incident->kind == KIND_EXERCISE ? "ØVELSE" : "SEND",
	    g->can_change);
	return status == CONFIRM_GO || status == CONFIRM_CHANGE
		   ? status
		   : keep_stopped(g->keeper);
}

static json_t *
size_json(const struct audience_size *a)
{
	return json_pack("{s:I, s:I, s:I, s:I, s:I, s:I, s:I}",
	    "municipalities", (json_int_t)a->municipalities, "unreachable",
	    (json_int_t)a->unreachable, "unconcerned",
	    (json_int_t)a->unconcerned, "people", (json_int_t)a->people,
	    "mails", (json_int_t)a->mails, "sms", (json_int_t)a->sms, "vendors",
	    (json_int_t)a->vendors);
}

static void
show_json(const struct going *g, const struct audience_size *a,
    const struct notice_texts *t, const struct textcheck *k)
{
	int64_t segments = (int64_t)sms_measure(t->sms).segments;
	json_t *j = json_pack("{s:b, s:s, s:s, s:o, s:{s:s, s:s, s:s}, s:s}",
	    "dry_run", 1, "type", notice_type_name(g->type), "effect",
	    effect_name(g->incident->effect), "audience", size_json(a), "mail",
	    "subject", t->subject, "text", t->text, "html", t->html, "sms",
	    t->sms);

	json_object_set_new(j, "segments", json_integer(segments));
	json_object_set_new(
	    j, "segments_in_all", json_integer(segments * a->sms));
	json_object_set_new(j, "checks", textcheck_json(k));
	if (g->same != NULL)
		json_object_set_new(
		    j, "open_already", json_integer(g->same->id));
	out_json(j);
}

static void
show_same(const struct incident *i)
{
	printf(_("BEWARE: incident %lld of %s is open: %s\n"
		 "  \"alertctl update %lld\" tells its news; this opens "
		 "another one.\n\n"),
	    (long long)i->id, i->service, i->title, (long long)i->id);
}

static void
show_mail(const struct notice_texts *t)
{
	printf(_("Mail, subject: %s\n"), t->subject);
	out_folded(stdout, t->text);
	putchar('\n');
	out_sms(t->sms);
	putchar('\n');
}

/* "alle kommuner" and the like; free(). */
static char *
addressees(struct core *core, const struct going *g)
{
	struct orgs orgs = {0};
	char *s = store_orgs(core->store, &orgs, NULL) == 0
		      ? audience_text(g->incident->audience, &orgs)
		      : xstrdup(g->incident->audience);

	orgs_clear(&orgs);
	return s;
}

/* Who gets it by which channel, and what that costs. */
static void
show_size(struct core *core, const struct going *g,
    const struct audience_size *a, const struct notice_texts *t)
{
	long long sms = (long long)a->sms;
	long long segments = (long long)sms_measure(t->sms).segments;
	char *to = addressees(core, g);

	printf(_("What:  %s (%s)\n"), _(g->what),
	    _(effect_name(g->incident->effect)));
	if (g->incident->kind == KIND_EXERCISE)
		printf(_("       AN EXERCISE: every text says ØVELSE\n"));
	printf(_("To:    %s\n"), to);
	if (g->told_only)
		printf(_("       at most those who were told of it before\n"));
	printf(tr_n("       %lld municipality: %lld people, %lld mail "
		    "addresses, %lld numbers\n",
		   "       %lld municipalities: %lld people, %lld mail "
		   "addresses, %lld numbers\n",
		   a->municipalities),
	    (long long)a->municipalities, (long long)a->people,
	    (long long)a->mails, sms);
	printf(tr_n("       %lld vendor address in cc\n",
		   "       %lld vendor addresses in cc\n", a->vendors),
	    (long long)a->vendors);
	printf(tr_n("SMS:   %lld segment x %lld numbers = %lld segments\n",
		   "SMS:   %lld segments x %lld numbers = %lld segments\n",
		   segments),
	    segments, sms, segments * sms);
	if (a->unreachable > 0)
		printf(_("NOT REACHED, no contact known: %lld municipalities "
			 "(\"alertctl status\"\nnames them)\n"),
		    (long long)a->unreachable);
	if (a->unconcerned > 0)
		printf(tr_n("NOT CONCERNED: %lld municipality (it is for "
			    "others, or nobody there takes\npart in the topic "
			    "%s)\n",
			   "NOT CONCERNED: %lld municipalities (it is for "
			   "others, or nobody there takes\npart in the topic "
			   "%s)\n",
			   a->unconcerned),
		    (long long)a->unconcerned, core_topic(core, g->incident));
	free(to);
}

/* What decides last: on a small screen it stands above the prompt. */
static void
show(struct ctl *c, struct core *core, const struct going *g,
    const struct audience_size *a, const struct notice_texts *t,
    const struct textcheck *k)
{
	if (c->json) {
		if (ctl_flag(c, "dry-run"))
			show_json(g, a, t, k);
		return;
	}
	putchar('\n');
	show_mail(t);
	show_size(core, g, a, t);
	if (g->same != NULL)
		show_same(g->same);
	textcheck_print(k, stdout);
}

/* What the checks stop can be mended at once by who has typed it. */
static int
stopped(struct ctl *c, const struct going *g, int status)
{
	if (g->keeper == NULL || ctl_flag(c, "dry-run"))
		return status;
	if (g->can_change && ask_can(c) && !ctl_flag(c, "yes") &&
	    ask_yes(_("Change it?"), true) == 1)
		return CONFIRM_CHANGE;
	keep_stopped(g->keeper);
	return status;
}

int
confirm_going(struct ctl *c, struct core *core, const struct going *g)
{
	struct audience_size a;
	struct notice_texts t = {0};
	struct err e;
	struct textcheck k;
	int status;

	if (core_audience(core, g->incident, &a, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	if (core_preview(core, g->incident, g->type, ORG_MUNICIPALITY,
		clock_read().wall, &t, &e) == -1)
		ctl_fail(
		    EX_OK, _("%s (the built-in text takes its place)"), e.msg);
	if (g->size != NULL)
		*g->size = a;
	textcheck_run(c, core, g->incident, g->type, clock_read().wall, &k);
	show(c, core, g, &a, &t, &k);
	notice_texts_clear(&t);
	status = textcheck_gate(c, &k);
	textcheck_clear(&k);
	if (status != 0)
		return stopped(c, g, status);
	if (a.municipalities == 0 && a.unconcerned > 0 && !g->told_only)
		return ctl_fail(EX_UNAVAILABLE,
		    _("nobody would be reached: of those it is for no contact "
		      "takes part in the topic %s; \"alertctl contacts list\" "
		      "shows who takes part in what"),
		    core_topic(core, g->incident));
	if (a.municipalities == 0 && !g->told_only)
		return ctl_fail(EX_UNAVAILABLE,
		    _("nobody would be reached: there are no contacts; "
		      "\"alertctl contacts import FILE\" brings them"));
	if (ctl_flag(c, "dry-run"))
		return EX_OK;
	return confirm_send(c, g);
}

int
confirm_resized(struct core *core, const struct incident *i,
    const struct audience_size *shown, struct err *e)
{
	struct audience_size now;

	if (core_audience(core, i, &now, e) == -1)
		return -1;
	if (memcmp(&now, shown, sizeof(now)) == 0)
		return 0;
	ctl_fail(EX_OK,
	    _("the contacts were changed meanwhile: nothing was sent yet, look "
	      "again"));
	return 1;
}

/* In a sentence, when there is nobody to tell. */
static void
say_done(
    const struct incident *i, const char *reference, bool queued, bool pages)
{
	const char *state = _(incident_state_name(i->state));

	if (queued)
		printf(_("Incident %" PRId64
			 " (%s) is %s; notice %d is queued.\n"),
		    i->id, reference, state, i->notices);
	else if (pages)
		printf(_("Incident %" PRId64 " (%s) is %s; nothing is sent "
			 "but to the on-call who were paged.\n"),
		    i->id, reference, state);
	else
		printf(_("Incident %" PRId64 " (%s) is %s; nothing is sent.\n"),
		    i->id, reference, state);
}

int
confirm_end(struct ctl *c, const struct core *core, int64_t incident,
    int notice, json_t *j)
{
	int64_t pid;
	int status = EX_OK;

	if (core->queued > 0)
		status = deliver_now(c, incident, notice, j);
	else
		json_object_set_new(j, "daemon",
		    json_boolean(daemon_running(c->conf->store, &pid)));
	if (c->json)
		out_json(json_incref(j));
	json_decref(j);
	return status;
}

int
confirm_done(
    struct ctl *c, const struct core *core, int64_t id, int notices_before)
{
	struct incident i = {0};
	struct err e;
	char *reference;
	json_t *j;
	int status, r = store_incident_get(c->store, id, &i, &e);

	c->done = true;
	if (r != 1)
		return ctl_fail(EX_UNAVAILABLE,
		    _("it is done and on record, but incident %" PRId64
		      " cannot be read again: %s"),
		    id, r == -1 ? e.msg : _("it is gone"));
	reference = incident_reference(&i, c->conf->notices.reference);
	j = json_pack("{s:I, s:s, s:s, s:i}", "incident", (json_int_t)id,
	    "reference", reference, "state", incident_state_name(i.state),
	    "notice", i.notices);
	if (!c->json)
		say_done(&i, reference, i.notices > notices_before,
		    core->queued > 0);
	status = confirm_end(
	    c, core, id, i.notices > notices_before ? i.notices : 0, j);
	free(reference);
	incident_clear(&i);
	return status;
}
