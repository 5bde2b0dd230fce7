#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "alertctl/status/calls.h"
#include "alertctl/ctl.h"
#include "alertctl/send/decide.h"
#include "alertctl/status/facts.h"
#include "alertctl/status/pasts.h"
#include "alertctl/ui/out.h"
#include "alertctl/run.h"
#include "base/clock.h"
#include "base/limits.h"
#include "contacts/audience.h"
#include "store/messages.h"
#include "store/receipts.h"
#include "store/reports.h"

/* All that is shown of one incident. */
struct case_file {
	struct incident i;
	struct stored_reports reports;
	struct notices notices;
	struct outbox_counts *counts; /* one for each notice */
	struct asked_list asked;
	struct open_calls calls;
	char *audience; /* in words */
};

static void
case_clear(struct case_file *f)
{
	incident_clear(&f->i);
	stored_reports_clear(&f->reports);
	notices_clear(&f->notices);
	asked_list_clear(&f->asked);
	free(f->counts);
	free(f->audience);
	open_calls_clear(&f->calls);
}

static int
read_audience(struct ctl *c, struct case_file *f, struct err *e)
{
	struct orgs orgs = {0};
	int r = store_orgs(c->store, &orgs, e);

	if (r == 0)
		f->audience = audience_text(f->i.audience, &orgs);
	orgs_clear(&orgs);
	return r;
}

static int
case_read(struct ctl *c, struct case_file *f, struct err *e)
{
	if (store_report_history(c->store, f->i.id, &f->reports, e) == -1 ||
	    store_notices(c->store, f->i.id, 0, &f->notices, e) == -1 ||
	    store_asked(c->store, f->i.id, &f->asked, e) == -1 ||
	    open_calls_read(c, clock_read().wall, &f->calls, e) == -1 ||
	    read_audience(c, f, e) == -1)
		return -1;
	f->counts = calloc(f->notices.n + 1, sizeof(*f->counts));
	if (f->counts == NULL)
		return err_set(e, "no memory for %zu notices", f->notices.n);
	for (size_t k = 0; k < f->notices.n; k++)
		if (store_outbox_counts(c->store, f->i.id,
			f->notices.v[k].number, &f->counts[k], e) == -1)
			return -1;
	return 0;
}

static void field(const char *label, const char *fmt, ...) ATTR_PRINTF(2, 3);

/* A line of its own: a label, and what there is. */
static void
field(const char *label, const char *fmt, ...)
{
	va_list ap;

	fputs("  ", stdout);
	out_padded(label, 13);
	va_start(ap, fmt);
	vprintf(fmt, ap);
	va_end(ap);
	putchar('\n');
}

static void
show_call(const struct case_file *f, const struct call *call)
{
	struct strv lines = {0};

	call_lines(&f->calls, call, &f->i, &lines);
	for (size_t k = 0; k < lines.n; k++)
		field(k == 0 ? _("on call") : "", "%s", lines.v[k]);
	strv_clear(&lines);
}

static void
show_incident(const struct ctl *c, const struct case_file *f)
{
	const struct incident *i = &f->i;
	const struct call *call = open_call_of(&f->calls, i->id);
	char when[WHEN_SIZE], *hint = decide_hint(i);
	char *reference = incident_reference(i, c->conf->notices.reference);

	printf(
	    _("Incident %" PRId64 " (%s): %s\n"), i->id, reference, i->title);
	field(_("state"),
	    i->kind == KIND_EXERCISE ? _("%s, an exercise") : "%s",
	    _(incident_state_name(i->state)));
	field(_("effect"), i->path ? _("%s (on the way to FMK)") : "%s",
	    _(effect_name(i->effect)));
	field(_("for"), "%s", f->audience);
	field("FMK-online", "%s", _(online_name(i->online)));
	field(_("since"), "%s", out_when(i->since, when));
	field(_("opened"), _("%s by %s"), out_when(i->opened_at, when),
	    i->feed[0] != '\0' ? i->feed : _("an operator"));
	field(_("why"), "%s", i->reason);
	if (i->expected_end != TIME_NONE)
		field(_("expected end"), "%s", out_when(i->expected_end, when));
	if (i->resolved_at != TIME_NONE)
		field(_("resolved"), "%s", out_when(i->resolved_at, when));
	field(_("next notice"), "%s", out_when(next_notice(i, c->conf), when));
	if (call != NULL)
		show_call(f, call);
	field(_("what fits"), "%s", hint);
	free(hint);
	free(reference);
}

static void
show_reports(const struct stored_reports *l)
{
	char when[WHEN_SIZE];

	printf("\n%s\n", _("Reports"));
	for (size_t k = 0; k < l->n; k++) {
		const struct stored_report *r = &l->v[k];
		int64_t said = r->report.updated != TIME_NONE
				   ? r->report.updated
				   : r->first_seen;

		printf("  %s  %s %s: %s\n      %s, %s, %s: %s\n",
		    out_when(said, when), r->report.feed, r->report.id,
		    r->report.title, _(verdict_name(r->finding.verdict)),
		    _(effect_name(r->finding.effect)),
		    _(phase_name(r->finding.phase)), r->finding.reason);
	}
	if (l->n == 0)
		puts(_("  none: an operator opened it"));
}

static void
show_notices(const struct case_file *f)
{
	char when[WHEN_SIZE];

	printf("\n%s\n", _("Notices"));
	for (size_t k = 0; k < f->notices.n; k++) {
		const struct notice *n = &f->notices.v[k];
		char *mail, *sms;

		if (n->type == NOTICE_PAGE) {
			printf(_("  %s  page to the on-call: %s\n"),
			    out_when(n->at, when), n->reason);
			continue;
		}
		if (n->type == NOTICE_RECEIPT) {
			printf(
			    tr_n("  %s  %" PRId64 " municipality asked again "
				 "for its receipt\n",
				"  %s  %" PRId64 " municipalities asked "
				"again for their receipt\n",
				n->municipalities),
			    out_when(n->at, when), n->municipalities);
			continue;
		}
		mail = out_counts(&f->counts[k], CHANNEL_MAIL);
		sms = out_counts(&f->counts[k], CHANNEL_SMS);
		printf(_("  %s  %d %s (%s): %s\n      mail: %s\n      SMS:  "
			 "%s\n"),
		    out_when(n->at, when), n->number,
		    _(notice_type_name(n->type)), n->reason, n->title, mail,
		    sms);
		free(mail);
		free(sms);
	}
	if (f->notices.n == 0)
		puts(_("  none yet"));
}

static void
show_receipt(const struct asked *a)
{
	char when[WHEN_SIZE];

	if (a->receipted != TIME_NONE) {
		printf("  %s  %s\n", out_when(a->receipted, when), a->name);
		return;
	}
	printf(_("  none yet          %s: asked %s"), a->name,
	    out_when(a->at, when));
	if (a->reminded != TIME_NONE)
		printf(_(", again %s"), out_when(a->reminded, when));
	putchar('\n');
}

/* Those who have answered, or who have not; as many as are to be read. */
static void
show_some(const struct asked_list *l, bool answered)
{
	size_t n = 0;

	for (size_t k = 0; k < l->n; k++)
		if ((l->v[k].receipted != TIME_NONE) == answered &&
		    n++ < LIMIT_CTL_ROWS)
			show_receipt(&l->v[k]);
	if (n > LIMIT_CTL_ROWS)
		printf(answered ? _("  and %zu others who have answered\n")
				: _("  and %zu others who have not answered; "
				    "--json has them all\n"),
		    n - LIMIT_CTL_ROWS);
}

/* Who has answered and when, then who has not. */
static void
show_receipts(const struct asked_list *l)
{
	if (l->n == 0)
		return;
	printf("\n%s\n", _("Receipts"));
	show_some(l, true);
	show_some(l, false);
}

static json_t *
case_json(const struct ctl *c, const struct case_file *f)
{
	json_t *j = incident_json(&f->i, c->conf);
	json_t *reports = json_array(), *notices = json_array();

	for (size_t k = 0; k < f->reports.n; k++) {
		const struct stored_report *r = &f->reports.v[k];
		json_t *one = finding_json(&r->report, &r->finding);

		json_object_set_new(one, "seen", json_time(r->first_seen));
		json_array_append_new(reports, one);
	}
	for (size_t k = 0; k < f->notices.n; k++) {
		json_t *one = notice_json(&f->notices.v[k]);

		json_object_set_new(
		    one, "deliveries", counts_json(&f->counts[k]));
		json_array_append_new(notices, one);
	}
	json_object_set_new(
	    j, "call", call_json(&f->calls, open_call_of(&f->calls, f->i.id)));
	json_object_set_new(j, "reports", reports);
	json_object_set_new(j, "notices_sent", notices);
	json_object_set_new(j, "receipts", asked_json(&f->asked));
	return j;
}

int
run_show(struct ctl *c)
{
	struct case_file f = {0};
	struct err e;
	int status;

	if (c->n_args == 0)
		return show_pasts(c);
	if (ctl_option(c, "limit") != NULL)
		return ctl_fail(EX_USAGE,
		    _("--limit is for the list, which \"alertctl show\" prints "
		      "without a number"));
	status = ctl_store_reading(c);
	if (status != 0 || (status = ctl_incident(c, c->args[0], &f.i)) != 0)
		return status;
	if (case_read(c, &f, &e) == -1) {
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	} else if (c->json) {
		out_json(case_json(c, &f));
	} else {
		show_incident(c, &f);
		show_reports(&f.reports);
		show_notices(&f);
		show_receipts(&f.asked);
	}
	case_clear(&f);
	return status;
}
