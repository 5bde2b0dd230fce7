#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alertctl/ctl.h"
#include "alertctl/out.h"
#include "alertctl/run.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
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

/* An invented incident of the effect, for a look at the templates. */
static int
sample_incident(struct ctl *c, int64_t now, struct incident *out)
{
	const char *name = ctl_option(c, "effect");

	if (name == NULL)
		return ctl_fail(EX_USAGE,
		    "give an incident's number, or --effect for an invented "
		    "one");
	incident_init(out);
	if (effect_parse(name, &out->effect) == -1 ||
	    out->effect == EFFECT_NONE)
		return ctl_fail(EX_USAGE,
		    "--effect %s: must be outage, degraded, data_error or "
		    "planned",
		    name);
	out->id = 1;
	out->state = INCIDENT_OPEN;
	out->since = out->opened_at = now - 1800;
	xreplace(&out->service, "FMK");
	for (size_t i = 0; i < LENGTH(samples); i++)
		if (samples[i].effect == out->effect)
			xreplace(&out->title, samples[i].title);
	if (out->effect == EFFECT_PLANNED) {
		out->planned = true;
		out->starts = now + 86400;
		out->ends = now + 86400 + 7200;
	}
	return 0;
}

/* What the incident would say next, unless --type says otherwise. */
static int
preview_type(struct ctl *c, const struct incident *i, enum notice_type *out)
{
	const char *name = ctl_option(c, "type");

	*out = i->effect == EFFECT_PLANNED ? NOTICE_PLANNED
	       : i->notices > 0		   ? NOTICE_REPEAT
					   : NOTICE_FIRST;
	if (name == NULL)
		return 0;
	if (notice_type_parse(name, out) == -1 || *out == NOTICE_PAGE)
		return ctl_fail(EX_USAGE,
		    "--type %s: must be first, update, repeat, resolved, "
		    "correction or planned",
		    name);
	return 0;
}

static void
print_texts(struct ctl *c, const struct notice_texts *t)
{
	if (c->json) {
		out_json(
		    json_pack("{s:s, s:s, s:s, s:s}", "subject", t->subject,
			"text", t->text, "html", t->html, "sms", t->sms));
	} else if (ctl_flag(c, "html")) {
		fputs(t->html, stdout);
	} else if (ctl_flag(c, "mail")) {
		printf("Subject: %s\n\n%s", t->subject, t->text);
	} else if (ctl_flag(c, "sms")) {
		printf("%s\n", t->sms);
	} else {
		printf("Mail, subject: %s\n", t->subject);
		out_indented(t->text);
		putchar('\n');
		out_sms(t->sms);
	}
}

static int
preview(struct ctl *c, const struct incident *i, int64_t now)
{
	struct core core = ctl_core_over(c, c->store);
	enum org_kind audience = ctl_flag(c, "vendors") ? ORG_VENDOR
							: ORG_MUNICIPALITY;
	enum notice_type type;
	struct notice_texts t = {0};
	struct err e;
	int status = preview_type(c, i, &type);

	if (status != 0)
		return status;
	if (core_preview(&core, i, type, audience, now, &t, &e) == -1)
		status = ctl_fail(
		    EX_CONFIG, "%s (the built-in text takes its place)", e.msg);
	print_texts(c, &t);
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
		return status != 0 ? status : ctl_store(c, false);
	c->store = store_open(":memory:", true, &e);
	if (c->store == NULL)
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
		status = c->n_args > 0 ? ctl_incident(c, c->args[0], &i)
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
