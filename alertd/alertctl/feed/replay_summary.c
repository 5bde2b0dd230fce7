#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/status/map.h"
#include "alertctl/ui/out.h"
#include "alertctl/feed/replay.h"
#include "base/clock.h"
#include "store/reports.h"

static void
print_table(const struct replay *r, const struct notices *l)
{
	char when[WHEN_SIZE];
	size_t told = 0;

	printf("%s\n\n", _("What went out, and why"));
	for (size_t i = 0; i < l->n; i++) {
		const struct notice *n = &l->v[i];

		if (n->type == NOTICE_PAGE && !r->pages)
			continue;
		told++;
		printf(_("  %s  incident %" PRId64 ", notice %-2d "),
		    out_when(n->at, when), n->incident, n->number);
		out_padded(_(notice_type_name(n->type)), 10);
		printf(" %s\n", n->title);
		printf(_("      municipalities: %" PRId64
			 ", addresses and numbers: %" PRId64 "; %s\n"),
		    n->municipalities, n->recipients, n->reason);
	}
	if (told == 0)
		puts(_("  nothing"));
}

static int
print_others(struct replay *r, enum verdict_kind verdict, const char *heading,
    struct err *e)
{
	struct stored_reports l = {0};
	size_t n = 0;

	if (store_reports(r->core.store, 0, 0, &l, e) == -1)
		return -1;
	for (size_t i = l.n; i-- > 0;) {
		const struct stored_report *s = &l.v[i];

		if (s->finding.verdict != verdict)
			continue;
		if (n++ == 0)
			printf("\n%s\n\n", _(heading));
		printf("  %s: %s\n      %s\n", s->report.id, s->report.title,
		    s->finding.reason);
	}
	stored_reports_clear(&l);
	return 0;
}

static int
print_reach(struct replay *r, const struct notice *n, struct err *e)
{
	struct reaches l = {0};

	if (store_reach(r->core.store, n->incident, n->number, &l, e) == -1)
		return -1;
	printf(r->own != NULL
		   ? _("\nWho was reached by notice %d of incident %" PRId64
		       " (as it would be; nothing was sent)\n\n")
		   : _("\nWho was reached by notice %d of incident %" PRId64
		       "\n\n"),
	    n->number, n->incident);
	map_print(&l, true);
	reaches_clear(&l);
	return 0;
}

static int
print_body(struct replay *r, const struct notice *n, struct err *e)
{
	struct notice_body b = {0};
	int found = store_notice_body(
	    r->core.store, n->id, ORG_MUNICIPALITY, &b, e);

	if (found == -1)
		return -1;
	if (found == 1) {
		printf(_("\nThe mail of notice %d of incident %" PRId64
			 " in full\n\n  Subject: %s\n\n"),
		    n->number, n->incident, b.subject);
		out_indented(b.text);
		printf("\n%s\n", _("The same as an SMS"));
		out_sms(b.sms);
	}
	notice_body_clear(&b);
	return 0;
}

/* The first notice that municipalities got, or NULL. */
static const struct notice *
first_of(const struct notices *l)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].type != NOTICE_PAGE)
			return &l->v[i];
	return NULL;
}

int
replay_summary(struct replay *r, struct err *e)
{
	struct notices l = {0};
	const struct notice *first;
	int result = store_notices(r->core.store, 0, 0, &l, e);

	if (result == -1)
		return -1;
	print_table(r, &l);
	result = print_others(
	    r, VERDICT_IGNORE, N_("Reports that were ignored, and why"), e);
	if (result == 0)
		result = print_others(r, VERDICT_ASK,
		    N_("Reports that a person is asked about, and why"), e);
	first = first_of(&l);
	if (result == 0 && first != NULL)
		result = print_reach(r, first, e);
	if (result == 0 && first != NULL)
		result = print_body(r, first, e);
	notices_clear(&l);
	return result;
}
