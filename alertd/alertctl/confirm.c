#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alertctl/confirm.h"
#include "alertctl/out.h"
#include "alertctl/running.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/running.h"
#include "base/str.h"

char *
ask_line(const char *prompt)
{
	char *line = NULL;
	size_t size = 0;

	fprintf(stderr, "%s", prompt);
	fflush(stderr);
	if (getline(&line, &size, stdin) == -1) {
		free(line);
		return NULL;
	}
	return str_trim(line);
}

int
confirm_phrase(struct ctl *c, const char *phrase)
{
	char *prompt, *line;
	bool same;

	if (ctl_flag(c, "yes"))
		return -1;
	fflush(stdout);
	if (c->json || !isatty(STDIN_FILENO))
		return ctl_fail(EX_USAGE,
		    "nobody is there to confirm: add --yes to do it, or "
		    "--dry-run to see it only");
	prompt = xasprintf("Type %s to go on, anything else to stop: ", phrase);
	line = ask_line(prompt);
	same = line != NULL && strcmp(line, phrase) == 0;
	free(prompt);
	free(line);
	if (same)
		return -1;
	return ctl_fail(EX_USAGE, "stopped; nothing was sent or changed");
}

static json_t *
size_json(const struct audience_size *a)
{
	return json_pack("{s:I, s:I, s:I, s:I, s:I}", "municipalities",
	    (json_int_t)a->municipalities, "unreachable",
	    (json_int_t)a->unreachable, "mails", (json_int_t)a->mails, "sms",
	    (json_int_t)a->sms, "vendors", (json_int_t)a->vendors);
}

static void
show_json(const struct going *g, const struct audience_size *a,
    const struct notice_texts *t)
{
	json_t *j = json_pack("{s:b, s:s, s:s, s:o, s:{s:s, s:s, s:s}, s:s}",
	    "dry_run", 1, "type", notice_type_name(g->type), "effect",
	    effect_name(g->incident->effect), "audience", size_json(a), "mail",
	    "subject", t->subject, "text", t->text, "html", t->html, "sms",
	    t->sms);

	if (g->same != NULL)
		json_object_set_new(
		    j, "open_already", json_integer(g->same->id));
	out_json(j);
}

static void
show_text(const struct going *g, const struct audience_size *a,
    const struct notice_texts *t)
{
	if (g->same != NULL)
		printf("BEWARE: incident %" PRId64 " of %s is open: %s\n"
		       "  \"alertctl update %" PRId64
		       "\" tells its news; this opens another one.\n\n",
		    g->same->id, g->same->service, g->same->title, g->same->id);
	printf("%s, effect %s%s, goes to%s\n", g->what,
	    effect_name(g->incident->effect),
	    g->incident->kind == KIND_EXERCISE ? ", AN EXERCISE" : "",
	    g->told_only ? " those who were told of it, at most" : "");
	printf("  %" PRId64 " municipalities: %" PRId64
	       " mail addresses, %" PRId64 " numbers for SMS\n"
	       "  %" PRId64 " vendor addresses in cc\n",
	    a->municipalities, a->mails, a->sms, a->vendors);
	if (a->unreachable > 0)
		printf("  NOT REACHED, no contact known: %" PRId64
		       " municipalities (\"alertctl status\" names them)\n",
		    a->unreachable);
	printf("\nMail, subject: %s\n", t->subject);
	out_indented(t->text);
	putchar('\n');
	out_sms(t->sms);
	putchar('\n');
}

int
confirm_going(struct ctl *c, struct core *core, const struct going *g)
{
	struct audience_size a;
	struct notice_texts t = {0};
	struct err e;
	bool dry = ctl_option(c, "dry-run") != NULL;

	if (core_audience(core, g->incident, &a, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	if (core_preview(core, g->incident, g->type, ORG_MUNICIPALITY,
		clock_read().wall, &t, &e) == -1)
		ctl_fail(
		    EX_OK, "%s (the built-in text takes its place)", e.msg);
	if (c->json && dry)
		show_json(g, &a, &t);
	else if (!c->json)
		show_text(g, &a, &t);
	notice_texts_clear(&t);
	if (a.municipalities == 0 && !g->told_only)
		return ctl_fail(EX_UNAVAILABLE,
		    "nobody would be reached: there are no contacts; "
		    "\"alertctl "
		    "contacts import FILE\" brings them");
	if (dry)
		return EX_OK;
	return confirm_phrase(
	    c, g->incident->kind == KIND_EXERCISE ? "ØVELSE" : "SEND");
}

/* In a sentence, when there is nobody to tell. */
static void
say_done(
    const struct incident *i, const char *reference, bool queued, bool pages)
{
	printf("Incident %" PRId64 " (%s) is %s; ", i->id, reference,
	    incident_state_name(i->state));
	if (queued)
		printf("notice %d is queued.\n", i->notices);
	else
		printf("nothing is sent%s.\n",
		    pages ? " but to the on-call who were paged" : "");
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
		    "it is done and on record, but incident %" PRId64
		    " cannot be read again%s%s",
		    id, r == -1 ? ": " : "", r == -1 ? e.msg : "");
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
