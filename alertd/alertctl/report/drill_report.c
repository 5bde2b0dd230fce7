#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "alertctl/report/drill.h"
#include "alertctl/ui/out.h"
#include "alertctl/report/tell.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"
#include "contacts/audience.h"
#include "proof/drill.h"
#include "store/drills.h"
#include "store/orgs.h"

/* A drill, and what it showed. */
struct held {
	struct proof proof;
	struct drill_results results;
};

static void
held_clear(struct held *h)
{
	proof_clear(&h->proof);
	drill_results_clear(&h->results);
}

static void
take_receipts(const struct proof *p, struct drill_result *r)
{
	for (size_t k = 0; k < p->asked.n; k++) {
		if (!str_eq(p->asked.v[k].org, r->code))
			continue;
		r->asked = true;
		r->receipted = p->asked.v[k].receipted != TIME_NONE;
	}
}

static int
add_result(const struct proof *p, const struct stay *s, void *arg)
{
	struct drill_results *l = arg;
	struct drill_result *r;

	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	r = &l->v[l->n++];
	*r = (struct drill_result){.code = xstrdup(s->org),
	    .name = xstrdup(s->name),
	    .told = s->course.first != TIME_NONE,
	    /* Nobody can know yet that what goes on is over. */
	    .over_told = s->course.over_told ||
			 (proof_open(p) && s->course.first != TIME_NONE)};
	if (r->told)
		r->after = s->course.first - p->v[0].at;
	for (size_t k = 0; k < p->n; k++) {
		r->recipients += s->cells[k].a.recipients;
		r->accepted += s->cells[k].a.reached;
		r->delivered += s->cells[k].a.delivered;
		r->failed += s->cells[k].a.failed;
		r->unknown += s->cells[k].a.unknown;
	}
	take_receipts(p, r);
	return 0;
}

static int
held_read(struct ctl *c, int64_t id, struct held *h)
{
	char number[24];
	struct err e;
	int status;

	snprintf(number, sizeof(number), "%" PRId64, id);
	status = proof_read(c, number, &h->proof);
	if (status == 0 &&
	    proof_each(c, &h->proof, add_result, &h->results, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	return status;
}

/* --- for people ----------------------------------------------------------- */

static const char *
change_word(enum drill_change c)
{
	static const char *const words[] = {[DRILL_SAME] = "",
	    [DRILL_BETTER] = N_("better"),
	    [DRILL_WORSE] = N_("WORSE"),
	    [DRILL_NEW] = N_("new"),
	    [DRILL_GONE] = N_("gone")};

	return *words[c] == '\0' ? "" : _(words[c]);
}

/* What there is to say of it beside that it was reached. */
static char *
notes_of(const struct drill_pair *p, bool open)
{
	struct strv l = {0};
	const char *word = change_word(p->change);
	char *all;

	if (*word != '\0')
		strv_add(&l, word);
	if (p->now->unknown > 0)
		strv_take(&l,
		    xasprintf(_("%lld not known"), (long long)p->now->unknown));
	if (!p->now->told)
		strv_add(&l, _("NOT REACHED"));
	else if (!p->now->over_told && !open)
		strv_add(&l, _("not told that it is over"));
	all = strv_join(&l, ", ");
	strv_clear(&l);
	return all;
}

static void
tell_pair(struct doc *d, const struct drill_pair *p, bool open)
{
	const struct drill_result *r = p->now;
	char accepted[48], delivered[24], failed[24], after[TELL_SIZE];
	char *notes = notes_of(p, open);

	snprintf(accepted, sizeof(accepted), "%" PRId64 "/%" PRId64,
	    r->accepted, r->recipients);
	snprintf(delivered, sizeof(delivered), "%" PRId64, r->delivered);
	snprintf(failed, sizeof(failed), "%" PRId64, r->failed);
	if (r->told)
		tell_span(r->after, after);
	else
		snprintf(after, sizeof(after), "-");
	doc_row(d, (const char *[]){r->name, accepted, delivered, failed,
		       !r->asked      ? "-"
		       : r->receipted ? _("yes")
				      : _("NO"),
		       after, notes});
	free(notes);
}

/* Names of those that changed in one way; nothing when none did. */
static void
tell_changed(struct doc *d, const char *what, const struct drill_pair *p,
    size_t n, enum drill_change change)
{
	struct strv l = {0};
	char *names, *line;

	for (size_t k = 0; k < n; k++)
		if (p[k].change == change)
			strv_add(&l, p[k].now == NULL ? p[k].before->name
						      : p[k].now->name);
	if (l.n > 0) {
		names = strv_join(&l, ", ");
		line = xasprintf("%s (%zu): %s", what, l.n, names);
		doc_text(d, line);
		free(line);
		free(names);
	}
	strv_clear(&l);
}

static void
tell_compared(struct doc *d, const struct held *before,
    const struct drill_pair *p, size_t n)
{
	char when[TELL_SIZE], *line;
	bool same = true;

	if (before->proof.reference == NULL) {
		doc_text(d, _("There is no drill before it to compare with."));
		return;
	}
	line = xasprintf(_("Compared with drill %s of %s:"),
	    before->proof.reference,
	    tell_when(before->proof.i.opened_at, when));
	doc_text(d, line);
	free(line);
	for (size_t k = 0; k < n; k++)
		same = same && p[k].change == DRILL_SAME;
	if (same)
		doc_text(d, _("Nothing is better or worse."));
	tell_changed(d, _("Worse"), p, n, DRILL_WORSE);
	tell_changed(d, _("Better"), p, n, DRILL_BETTER);
	tell_changed(d, _("New"), p, n, DRILL_NEW);
	tell_changed(d, _("Gone"), p, n, DRILL_GONE);
}

static char *
summary(const struct held *now)
{
	const struct drill_results *l = &now->results;
	size_t told = 0, asked = 0, receipted = 0;
	int64_t failed = 0;

	for (size_t k = 0; k < l->n; k++) {
		told += l->v[k].told;
		asked += l->v[k].asked;
		receipted += l->v[k].receipted;
		failed += l->v[k].failed;
	}
	return xasprintf(
	    _("%zu of %zu municipalities were reached. Deliveries that failed: "
	      "%lld. Receipts: %zu of %zu asked for."),
	    told, l->n, (long long)failed, receipted, asked);
}

static void
tell(const struct held *now, const struct held *before,
    const struct drill_pair *p, size_t n)
{
	const struct doc_column columns[] = {{_("Municipality"), 18},
	    {_("Accepted"), 8}, {_("Delivered"), 9}, {_("Failed"), 6},
	    {_("Receipt"), 7}, {_("After"), 7}, {_("Notes"), 0}};
	char when[TELL_SIZE], *line;
	struct doc d;

	line = xasprintf(_("Drill %s of %s"), now->proof.reference,
	    tell_when(now->proof.i.opened_at, when));
	doc_begin(&d, false, false, line, "en");
	free(line);
	if (proof_open(&now->proof))
		doc_text(&d, _("It is not over: what follows is so far."));
	line = summary(now);
	doc_lead(&d, line);
	free(line);
	tell_compared(&d, before, p, n);
	if (now->proof.unsent.n > 0) {
		char *names = strv_join(&now->proof.unsent, ", ");

		line = xasprintf("%s (%zu): %s",
		    _("Nothing was sent, no contact was known"),
		    now->proof.unsent.n, names);
		doc_text(&d, line);
		free(line);
		free(names);
	}
	putchar('\n');
	doc_table(&d, columns, LENGTH(columns));
	for (size_t k = 0; k < n; k++)
		if (p[k].now != NULL)
			tell_pair(&d, &p[k], proof_open(&now->proof));
	doc_table_end(&d);
	doc_end(&d);
}

/* --- for scripts ---------------------------------------------------------- */

static json_t *
result_json(const struct drill_result *r)
{
	json_t *j;

	if (r == NULL)
		return json_null();
	j = json_pack("{s:b, s:b, s:I, s:I, s:I, s:I, s:I, s:b, s:b}", "told",
	    r->told, "over_told", r->over_told, "recipients",
	    (json_int_t)r->recipients, "accepted", (json_int_t)r->accepted,
	    "delivered", (json_int_t)r->delivered, "failed",
	    (json_int_t)r->failed, "unknown", (json_int_t)r->unknown, "asked",
	    r->asked, "receipted", r->receipted);
	json_object_set_new(
	    j, "seconds", r->told ? json_integer(r->after) : json_null());
	return j;
}

static json_t *
report_json(const struct held *now, const struct held *before,
    const struct drill_pair *p, size_t n)
{
	json_t *list = json_array(), *j;

	for (size_t k = 0; k < n; k++) {
		const struct drill_result *r = p[k].now == NULL ? p[k].before
								: p[k].now;

		json_array_append_new(
		    list, json_pack("{s:s, s:s, s:s, s:o, s:o}", "code",
			      r->code, "name", r->name, "compared",
			      before->proof.reference == NULL
				  ? "new"
				  : drill_change_name(p[k].change),
			      "drill", result_json(p[k].now), "before",
			      result_json(p[k].before)));
	}
	j = json_pack("{s:I, s:s, s:s?, s:b, s:o}", "incident",
	    (json_int_t)now->proof.i.id, "reference", now->proof.reference,
	    "before", before->proof.reference, "open", proof_open(&now->proof),
	    "municipalities", list);
	json_object_set_new(j, "began", json_time(now->proof.i.opened_at));
	json_object_set_new(j, "ended", json_time(now->proof.i.resolved_at));
	return j;
}

/* -------------------------------------------------------------------------- */

/* Who is not in a smaller drill is not gone: it was not meant. */
static int
keep_meant(
    struct ctl *c, const char *audience, struct drill_results *l, struct err *e)
{
	struct orgs orgs = {0};
	size_t n = 0;

	if (store_orgs(c->store, &orgs, e) == -1)
		return -1;
	for (size_t k = 0; k < l->n; k++) {
		bool meant = true;

		for (size_t i = 0; i < orgs.n; i++)
			if (str_eq(orgs.v[i].code, l->v[k].code))
				meant = audience_includes(
				    audience, &orgs, &orgs.v[i]);
		if (meant) {
			l->v[n++] = l->v[k];
			continue;
		}
		free(l->v[k].code);
		free(l->v[k].name);
	}
	l->n = n;
	orgs_clear(&orgs);
	return 0;
}

static int
compare(struct ctl *c, const struct held *now)
{
	struct held before = {0};
	struct drill_pair *p;
	struct err e;
	int64_t id = 0;
	size_t n;
	int status = 0;

	if (store_drill_before(c->store, now->proof.i.id, &id, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	if (id != 0)
		status = held_read(c, id, &before);
	if (status == 0 &&
	    keep_meant(c, now->proof.i.audience, &before.results, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	if (status == 0) {
		p = xcalloc(now->results.n + before.results.n + 1, sizeof(*p));
		n = drill_pair_up(&now->results, &before.results, p);
		/* With nothing to compare with, nobody is new. */
		for (size_t k = 0; k < n && id == 0 && !c->json; k++)
			p[k].change = DRILL_SAME;
		if (c->json)
			out_json(report_json(now, &before, p, n));
		else
			tell(now, &before, p, n);
		free(p);
	}
	held_clear(&before);
	return status;
}

int
drill_report(struct ctl *c, const char *arg)
{
	struct held now = {0};
	struct err e;
	int64_t id = 0;
	int status = ctl_store(c, false);

	if (status != 0)
		return status;
	if (arg != NULL && (id = incident_number(arg)) == -1)
		return ctl_fail(EX_USAGE,
		    _("\"%s\" is no drill: give its number, or nothing for "
		      "the last one"),
		    arg);
	if (arg == NULL && store_drill_before(c->store, 0, &id, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	if (id == 0)
		return ctl_fail(EX_NOINPUT,
		    _("no drill has been held: \"alertctl drill\" holds one"));
	status = held_read(c, id, &now);
	if (status == 0 && now.proof.i.drill_ends == TIME_NONE)
		status = ctl_fail(EX_DATAERR,
		    _("incident %lld is no drill: \"alertctl report %lld\" "
		      "tells of it"),
		    (long long)id, (long long)id);
	if (status == 0)
		status = compare(c, &now);
	held_clear(&now);
	return status;
}
