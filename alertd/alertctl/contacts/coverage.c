/* coverage: who of the municipalities can be reached, and since when we know.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/ui/csvrow.h"
#include "alertctl/ctl.h"
#include "alertctl/ui/out.h"
#include "alertctl/run.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"
#include "core/coverage.h"
#include "store/gaps.h"

/* What is shown: the coverage, and since when a gap is one. */
struct shown {
	struct coverage all;
	struct gaps gaps;
};

/* In the order in which the store has them: of channels, that of words. */
static int
compare_gaps(const void *x, const void *y)
{
	const struct gap *a = x, *b = y;
	int c = strcmp(a->org, b->org);

	return c != 0 ? c : (int)a->channel - (int)b->channel;
}

static int64_t
gap_since(const struct shown *s, const struct covered *m, enum channel channel)
{
	const struct gap key = {.org = m->org->code, .channel = channel};
	const struct gap *g = s->gaps.n == 0
				  ? NULL
				  : bsearch(&key, s->gaps.v, s->gaps.n,
					sizeof(key), compare_gaps);

	return g == NULL ? TIME_NONE : g->since;
}

static bool
has_gap(const struct covered *m)
{
	return m->by[CHANNEL_MAIL].gap || m->by[CHANNEL_SMS].gap;
}

/* --- for a person --------------------------------------------------------- */

static size_t
count(const struct coverage *c, enum coverage_lack lack)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++)
		n += c->v[i].lack == lack;
	return n;
}

static void
print_summary(const struct coverage *c)
{
	size_t unproven = count(c, LACK_PROOF);

	if (!c->on[CHANNEL_SMS])
		printf(_("%zu of %zu municipalities cannot be reached by mail. "
			 "SMS is not configured.\n"),
		    c->without[CHANNEL_MAIL], c->n);
	else if (c->gaps == 0)
		printf(_("All %zu municipalities can be reached by mail and "
			 "by SMS.\n"),
		    c->n);
	else
		printf(_("%zu of %zu municipalities cannot be reached by mail, "
			 "%zu cannot by SMS.\n"),
		    c->without[CHANNEL_MAIL], c->n, c->without[CHANNEL_SMS]);
	if (unproven > 0)
		printf(_("Of the others, %zu have never been proven: no notice "
			 "has arrived yet.\n"),
		    unproven);
}

/* "3", or "2/3" when one of them came back; "-" when the channel is off. */
static void
print_contacts(
    const struct coverage *c, const struct covered *m, enum channel channel)
{
	const struct coverage_channel *by = &m->by[channel];
	char cell[48];

	if (!c->on[channel])
		snprintf(cell, sizeof(cell), "-");
	else if (by->bounced > 0)
		snprintf(cell, sizeof(cell), "%zu/%zu",
		    by->contacts - by->bounced, by->contacts);
	else
		snprintf(cell, sizeof(cell), "%zu", by->contacts);
	printf(" %-5s", cell);
}

/* By what a municipality was last proven to be reached, for people. */
static const char *
proven_by(const struct covered *m)
{
	static const char *const words[][2] = {
	    [CHANNEL_MAIL] = {N_("mail"), N_("mail, delivered")},
	    [CHANNEL_SMS] = {N_("SMS"), N_("SMS, delivered")},
	};

	for (size_t ch = 0; ch < LENGTH(words); ch++)
		if (m->by[ch].proven == m->proven)
			return _(words[ch][m->by[ch].delivered]);
	return _("receipt");
}

/* The rest of the row. */
static void
print_proven(const struct covered *m)
{
	char when[WHEN_SIZE];
	struct buf b;

	buf_init(&b, 128);
	if (m->proven == TIME_NONE)
		buf_adds(&b, _("never"));
	else
		buf_addf(
		    &b, "%.10s %s", out_when(m->proven, when), proven_by(m));
	if (*m->org->vendor == '\0')
		printf("%s\n", buf_str(&b));
	else {
		out_padded(buf_str(&b), 27);
		printf("%s\n", m->org->vendor);
	}
	buf_clear(&b);
}

static void
print_bounced(const struct coverage *c, const struct covered *m)
{
	struct contacts own = contacts_within(&c->contacts, m->org->code);
	char when[WHEN_SIZE];
	struct buf b;

	for (size_t i = 0; i < own.n; i++) {
		const struct contact *k = &own.v[i];

		for (int ch = 0; ch <= CHANNEL_SMS; ch++) {
			const char *to = coverage_address(k, (enum channel)ch);
			const struct address *a = addresses_find(
			    &c->addresses, (enum channel)ch, to);

			if (!c->on[ch] ||
			    !coverage_counts(k, m->org, (enum channel)ch) ||
			    a == NULL || a->bounced == TIME_NONE)
				continue;
			buf_init(&b, 4096);
			buf_addf(&b, _("came back %.10s: %s: %s"),
			    out_when(a->bounced, when), to, a->answer);
			printf("       ");
			out_cut(buf_str(&b), 72);
			putchar('\n');
			buf_clear(&b);
		}
	}
}

static void
print_one(const struct coverage *c, const struct covered *m)
{
	printf("%s %-4s ", has_gap(m) ? "!" : " ", m->org->code);
	out_padded(m->org->name, 19);
	print_contacts(c, m, CHANNEL_MAIL);
	print_contacts(c, m, CHANNEL_SMS);
	putchar(' ');
	print_proven(m);
	print_bounced(c, m);
}

static void
print_all(const struct coverage *c, size_t limit)
{
	size_t n = limit == 0 || limit > c->n ? c->n : limit;

	print_summary(c);
	printf("\n       ");
	out_padded(_("municipality"), 19);
	putchar(' ');
	out_padded(_("mail"), 5);
	putchar(' ');
	out_padded(_("SMS"), 6);
	out_padded(_("last proven"), 27);
	printf("%s\n", _("vendor"));
	for (size_t i = 0; i < n; i++)
		print_one(c, &c->v[i]);
	if (n < c->n)
		fprintf(stderr,
		    _("(the worst %zu of %zu; --limit 0 shows all)\n"), n,
		    c->n);
}

/* --- for scripts ---------------------------------------------------------- */

static json_t *
channel_json(const struct shown *s, const struct covered *m, enum channel ch)
{
	const struct coverage_channel *by = &m->by[ch];

	if (!s->all.on[ch])
		return json_null();
	return json_pack("{s:I, s:I, s:b, s:o, s:o, s:b}", "contacts",
	    (json_int_t)by->contacts, "bounced", (json_int_t)by->bounced, "gap",
	    by->gap, "gap_since",
	    json_time(by->gap ? gap_since(s, m, ch) : TIME_NONE), "proven",
	    json_time(by->proven), "delivered", by->delivered);
}

static json_t *
contact_json(const struct coverage *c, const struct contact *k, enum channel ch)
{
	const char *to = coverage_address(k, ch);
	const struct address *a = addresses_find(&c->addresses, ch, to);

	return json_pack("{s:s, s:s, s:s, s:o, s:b, s:o, s:s, s:o}", "name",
	    k->name, "channel", channel_name(ch), "address", to, "proven",
	    json_time(a == NULL ? TIME_NONE : a->proven), "delivered",
	    a != NULL && a->delivered, "bounced",
	    json_time(a == NULL ? TIME_NONE : a->bounced), "answer",
	    a == NULL || a->bounced == TIME_NONE ? "" : a->answer, "delayed",
	    json_time(a == NULL ? TIME_NONE : a->delayed));
}

static json_t *
contacts_json(const struct coverage *c, const struct covered *m)
{
	struct contacts own = contacts_within(&c->contacts, m->org->code);
	json_t *list = json_array();

	for (size_t i = 0; i < own.n; i++)
		for (int ch = 0; ch <= CHANNEL_SMS; ch++)
			if (coverage_counts(
				&own.v[i], m->org, (enum channel)ch))
				json_array_append_new(
				    list, contact_json(
					      c, &own.v[i], (enum channel)ch));
	return list;
}

static json_t *
one_json(const struct shown *s, const struct covered *m)
{
	return json_pack(
	    "{s:s, s:s, s:s, s:s, s:s, s:b, s:o, s:o, s:o, s:o, s:o}", "code",
	    m->org->code, "name", m->org->name, "region", m->org->region,
	    "vendor", m->org->vendor, "missing", coverage_lack_name(m->lack),
	    "gap", has_gap(m), "mail", channel_json(s, m, CHANNEL_MAIL), "sms",
	    channel_json(s, m, CHANNEL_SMS), "receipted",
	    json_time(m->receipted), "proven", json_time(m->proven), "contacts",
	    contacts_json(&s->all, m));
}

static void
print_json(const struct shown *s)
{
	struct out_list list;

	out_list_begin(&list,
	    json_pack("{s:I, s:I, s:I, s:o}", "municipalities",
		(json_int_t)s->all.n, "gaps", (json_int_t)s->all.gaps,
		"without_mail", (json_int_t)s->all.without[CHANNEL_MAIL],
		"without_sms",
		s->all.on[CHANNEL_SMS]
		    ? json_integer((json_int_t)s->all.without[CHANNEL_SMS])
		    : json_null()),
	    "list");
	for (size_t i = 0; i < s->all.n; i++)
		out_list_add(&list, one_json(s, &s->all.v[i]));
	out_list_end(&list);
}

static void
csv_time(struct strv *row, int64_t t)
{
	char when[RFC3339_SIZE];

	strv_add(row, t == TIME_NONE ? "" : format_rfc3339(t, when));
}

static void
csv_count(struct strv *row, bool on, size_t n)
{
	strv_take(row, on ? xasprintf("%zu", n) : xstrdup(""));
}

static void
csv_channel(struct strv *row, const struct shown *s, const struct covered *m,
    enum channel ch)
{
	const struct coverage_channel *by = &m->by[ch];
	bool on = s->all.on[ch];

	csv_count(row, on, by->contacts);
	csv_count(row, on, by->bounced);
	csv_time(row, on ? by->proven : TIME_NONE);
	csv_time(row, by->gap ? gap_since(s, m, ch) : TIME_NONE);
}

static void
csv_one(const struct shown *s, const struct covered *m)
{
	const char *const words[] = {m->org->code, m->org->name, m->org->region,
	    m->org->vendor, coverage_lack_name(m->lack),
	    has_gap(m) ? "yes" : "no"};
	struct strv row = {0};

	for (size_t i = 0; i < LENGTH(words); i++)
		strv_add(&row, words[i]);
	csv_channel(&row, s, m, CHANNEL_MAIL);
	csv_channel(&row, s, m, CHANNEL_SMS);
	csv_time(&row, m->receipted);
	csv_time(&row, m->proven);
	csv_row((const char *const *)row.v, row.n);
	strv_clear(&row);
}

static void
print_csv(const struct shown *s)
{
	static const char *const head[] = {"code", "name", "region", "vendor",
	    "missing", "gap", "mail_contacts", "mail_bounced", "mail_proven",
	    "mail_gap_since", "sms_contacts", "sms_bounced", "sms_proven",
	    "sms_gap_since", "receipted", "proven"};

	csv_row(head, LENGTH(head));
	for (size_t i = 0; i < s->all.n; i++)
		csv_one(s, &s->all.v[i]);
}

int
run_coverage(struct ctl *c)
{
	struct shown s = {.gaps = {0}};
	int64_t limit = LIMIT_CTL_ROWS;
	struct err e;
	int status;

	if (c->json && ctl_flag(c, "csv"))
		return ctl_fail(
		    EX_USAGE, _("give --json or --csv, one of them"));
	status = ctl_limit(c, &limit);
	if (status == 0)
		status = ctl_store_reading(c);
	if (status != 0)
		return status;
	if (coverage_read(c->store, c->conf, &s.all, &e) == -1 ||
	    store_gaps(c->store, &s.gaps, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	else if (c->json)
		print_json(&s);
	else if (ctl_flag(c, "csv"))
		print_csv(&s);
	else
		print_all(&s.all, (size_t)limit);
	if (status == 0 && (s.all.gaps > 0 || s.all.n == 0))
		status = EX_GAP;
	gaps_clear(&s.gaps);
	coverage_clear(&s.all);
	return status;
}
