#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alertctl/ctl.h"
#include "alertctl/ui/out.h"
#include "alertctl/run.h"
#include "alertctl/send/statement.h"
#include "alertctl/send/textcheck.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/tr.h"
#include "contacts/audience.h"
#include "contacts/seed.h"
#include "incident/news.h"
#include "notice/templates.h"

static const struct {
	enum effect effect;
	const char *title;
} samples[] = {
    {EFFECT_OUTAGE, "FMK er utilgængeligt"},
    {EFFECT_DEGRADED, "FMK svarer langsomt"},
    {EFFECT_DATA_ERROR, "FMK viser forkerte oplysninger"},
    {EFFECT_PLANNED, "Planlagt servicevindue på FMK"},
};

static const char *
sample_title(enum effect effect)
{
	for (size_t i = 0; i < LENGTH(samples); i++)
		if (samples[i].effect == effect)
			return samples[i].title;
	return "";
}

static void
sample_fill(const struct said *said, int64_t now, struct incident *out)
{
	const struct statement *s = &said->s;
	bool planned = s->effect == EFFECT_PLANNED;

	out->id = 1;
	out->state = INCIDENT_OPEN;
	out->kind = s->exercise ? KIND_EXERCISE : KIND_ACTUAL;
	out->since = out->opened_at = out->decided_at = now - 1800;
	xreplace(&out->service, "FMK");
	xreplace(&out->title, sample_title(s->effect));
	core_say(out, s, now);
	if (!planned)
		return;
	if (out->starts == TIME_NONE)
		out->starts = out->ends != TIME_NONE ? out->ends - 7200
						     : now + 86400;
	if (out->ends == TIME_NONE)
		out->ends = out->starts + 7200;
}

/* An invented incident of what was said, for a look at the templates. */
static int
sample_incident(struct ctl *c, int64_t now, struct incident *out)
{
	struct said said;
	int status = said_read(c, true, now, &said);

	if (status == 0 && said.s.effect == EFFECT_NONE)
		status = ctl_fail(EX_USAGE,
		    _("give an incident's number, or --effect for an invented "
		      "one"));
	if (status == 0) {
		incident_init(out);
		sample_fill(&said, now, out);
		status = said_fits(&said, out);
	}
	said_clear(&said);
	return status;
}

static int
stored_incident(struct ctl *c, struct incident *out)
{
	static const char *const invented[] = {"effect", "service",
	    "fmk-online", "path", "starts", "ends", "exercise", "to"};

	for (size_t i = 0; i < LENGTH(invented); i++)
		if (ctl_flag(c, invented[i]))
			return ctl_fail(EX_USAGE,
			    _("--%s is for an invented incident, without a "
			      "number; \"alertctl update %s --dry-run\" shows "
			      "an update"),
			    invented[i], c->args[0]);
	return ctl_incident(c, c->args[0], out);
}

/* Announcements are of planned work, and it has no others before its end. */
static bool
contradicts(enum notice_type type, const struct incident *i)
{
	if (type == NOTICE_RESOLVED || type == NOTICE_CORRECTION)
		return false;
	return (type == NOTICE_PLANNED) != i->planned;
}

/* What the incident would say next, unless --type says otherwise. */
static int
preview_type(struct ctl *c, const struct incident *i, enum notice_type *out)
{
	const char *name = ctl_option(c, "type");

	*out = i->planned	? NOTICE_PLANNED
	       : i->notices > 0 ? NOTICE_REPEAT
				: NOTICE_FIRST;
	if (name == NULL)
		return 0;
	if (notice_type_parse(name, out) == -1 || *out == NOTICE_PAGE ||
	    *out == NOTICE_RECEIPT)
		return ctl_fail(EX_USAGE,
		    _("--type %s: must be first, update, repeat, resolved, "
		      "correction or planned"),
		    name);
	if (contradicts(*out, i))
		return ctl_fail(EX_USAGE,
		    _("--type %s does not go with the effect %s"), name,
		    _(effect_name(i->effect)));
	return 0;
}

/* *i as it is when a notice of that type is written. */
static void
preview_step(enum notice_type type, int64_t now, struct incident *i)
{
	bool later = type != NOTICE_FIRST && type != NOTICE_PLANNED;

	if (i->state == INCIDENT_PENDING)
		incident_step(i, EVENT_APPROVE, now);
	if (later && i->notices == 0) {
		i->notices = 1;
		i->last_notice_at = i->last_change_at = i->opened_at;
		i->told_effect = i->effect;
		i->told_online = i->online;
	}
	if (type == NOTICE_UPDATE && !i->change) {
		i->change = true;
		xreplace(&i->change_reason, "operator");
	}
	if ((type == NOTICE_RESOLVED && i->state == INCIDENT_OPEN) ||
	    type == NOTICE_CORRECTION)
		xreplace(&i->news, "");
	if (type == NOTICE_RESOLVED && i->state == INCIDENT_OPEN)
		incident_step(i, EVENT_RESOLVE, now);
	if (type == NOTICE_CORRECTION)
		incident_step(i, EVENT_RETRACT, now);
}

/* In words, whom the notice is for; free(). */
static char *
addressees(struct ctl *c, const struct incident *i)
{
	struct orgs orgs = {0};
	char *s = store_orgs(c->store, &orgs, NULL) == 0
		      ? audience_text(i->audience, &orgs)
		      : xstrdup(i->audience);

	orgs_clear(&orgs);
	return s;
}

static void
print_all(struct ctl *c, const struct incident *i, const struct notice_texts *t)
{
	char *to = addressees(c, i);

	printf(_("For %s\n"), to);
	printf(_("Mail, subject: %s\n"), t->subject);
	if (isatty(STDOUT_FILENO) == 1)
		out_folded(stdout, t->text);
	else
		out_indented(t->text);
	putchar('\n');
	out_sms(t->sms);
	free(to);
}

static void
print_texts(struct ctl *c, const struct incident *i,
    const struct notice_texts *t, const struct textcheck *k)
{
	bool one = ctl_flag(c, "html") || ctl_flag(c, "mail") ||
		   ctl_flag(c, "sms");

	if (c->json) {
		out_json(json_pack("{s:s, s:s, s:s, s:s, s:s, s:o}", "subject",
		    t->subject, "text", t->text, "html", t->html, "sms", t->sms,
		    "to", i->audience, "checks", textcheck_json(k)));
	} else if (ctl_flag(c, "html")) {
		fputs(t->html, stdout);
	} else if (ctl_flag(c, "mail")) {
		printf(_("Subject: %s\n\n%s"), t->subject, t->text);
	} else if (ctl_flag(c, "sms")) {
		printf("%s\n", t->sms);
	} else {
		print_all(c, i, t);
		if (k->all.n > 0)
			putchar('\n');
	}
	/* What is printed alone is for another program. */
	if (!c->json)
		textcheck_print(k, one ? stderr : stdout);
}

static int
preview(struct ctl *c, struct incident *i, int64_t now)
{
	struct core core = ctl_core_over(c, c->store);
	enum org_kind audience = ctl_flag(c, "vendors") ? ORG_VENDOR
							: ORG_MUNICIPALITY;
	enum notice_type type;
	struct notice_texts t = {0};
	struct textcheck k;
	struct err e;
	int status = preview_type(c, i, &type);

	if (status != 0)
		return status;
	preview_step(type, now, i);
	if (core_preview(&core, i, type, audience, now, &t, &e) == -1)
		status = ctl_fail(EX_CONFIG,
		    _("%s (the built-in text takes its place)"), e.msg);
	textcheck_run(c, &core, i, type, now, &k);
	print_texts(c, i, &t, &k);
	if (status == 0 && textlint_worst(&k.all) > TEXTLINT_WARNING)
		status = ctl_fail(EX_DATAERR,
		    _("the checks found what would stop this notice"));
	textcheck_clear(&k);
	notice_texts_clear(&t);
	return status;
}

/* An invented incident needs no store of its own. */
static int
open_parts(struct ctl *c)
{
	struct err e;
	int status = ctl_config(c, c->n_args > 0);

	if (status == 0)
		status = ctl_templates(c);
	if (status == 0)
		status = ctl_filter(c);
	if (status != 0 || c->n_args > 0)
		return status != 0 ? status : ctl_store_reading(c);
	/* Whom there is to tell is in the store, if there is one. */
	if (ctl_flag(c, "to") && access(c->conf->store, R_OK) == 0)
		return ctl_store_reading(c);
	c->store = store_open(":memory:", true, &e);
	if (c->store == NULL || store_seed(c->store, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	return 0;
}

int
run_preview(struct ctl *c)
{
	struct incident i = {0};
	int64_t now = clock_read().wall;
	int status = open_parts(c);

	if (status == 0)
		status = c->n_args > 0 ? stored_incident(c, &i)
				       : sample_incident(c, now, &i);
	if (status == 0)
		status = preview(c, &i, now);
	incident_clear(&i);
	return status;
}

int
run_template_render(struct ctl *c)
{
	struct buf out;
	struct err e;
	int status = EX_OK;

	for (int i = 0; i < 2; i++)
		if (strcmp(c->args[i], "-") != 0 &&
		    access(c->args[i], R_OK) == -1)
			return ctl_fail(
			    EX_NOINPUT, "%s: %s", c->args[i], strerror(errno));
	buf_init(&out, LIMIT_TEMPLATE_OUT);
	if (template_render_file(c->args[0], c->args[1], &out, &e) == -1)
		status = ctl_fail(EX_DATAERR, "%s", e.msg);
	else
		fputs(buf_str(&out), stdout);
	buf_clear(&out);
	return status;
}
