#include <inttypes.h>
#include <stdio.h>

#include "alertctl/ui/csvrow.h"
#include "alertctl/report/report.h"
#include "base/clock.h"

#define NUMBER 24

static const char *
number(int64_t n, char buf[NUMBER])
{
	snprintf(buf, NUMBER, "%" PRId64, n);
	return buf;
}

/* The gap that ended with the notice; NULL: none did. */
static const struct gap *
gap_to(const struct course *c, int notice)
{
	for (size_t k = 0; k < c->n_gaps; k++)
		if (c->gaps[k].to == notice)
			return &c->gaps[k];
	return NULL;
}

static void
print_cell(const struct proof *p, const struct stay *s, size_t k)
{
	const struct course_notice *n = &p->v[k];
	const struct arrived *a = &s->cells[k].a;
	const struct gap *g = gap_to(&s->course, n->number);
	char at[RFC3339_SIZE], mail[RFC3339_SIZE], sms[RFC3339_SIZE];
	char first[RFC3339_SIZE], num[10][NUMBER];

	csv_row(
	    (const char *[]){p->reference, s->org, s->name,
		number(n->number, num[0]), notice_type_name(n->type),
		format_rfc3339(n->at, at), format_rfc3339(a->first, first),
		format_rfc3339(a->mail, mail), format_rfc3339(a->sms, sms),
		a->first == TIME_NONE ? "" : number(a->first - n->at, num[1]),
		g == NULL ? "" : number(gap_length(g), num[2]),
		g != NULL && promise_breaks(&p->promise, g) ? "yes" : "no",
		number(a->recipients, num[3]), number(a->reached, num[4]),
		number(a->delivered, num[5]), number(a->failed, num[6]),
		number(a->waiting, num[7]),
		number(a->superseded + a->cancelled, num[8]),
		s->cells[k].answer, number(a->unknown, num[9])},
	    20);
}

static int
print_stay(const struct proof *p, const struct stay *s, void *arg)
{
	(void)arg;
	for (size_t k = 0; k < p->n; k++)
		if (s->cells[k].a.recipients > 0)
			print_cell(p, s, k);
	return 0;
}

int
proof_csv(struct ctl *c, const struct proof *p, struct err *e)
{
	csv_row(
	    (const char *[]){"incident", "code", "municipality", "notice",
		"type", "queued", "accepted", "accepted_mail", "accepted_sms",
		"seconds_to_accepted", "gap_seconds", "breach", "recipients",
		"recipients_accepted", "recipients_delivered",
		"recipients_failed", "recipients_waiting",
		"recipients_not_sent", "answer", "recipients_unknown"},
	    20);
	return proof_each(c, p, print_stay, NULL, e);
}
