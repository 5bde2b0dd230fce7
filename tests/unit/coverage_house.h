/*
 * coverage_house.h: the house of core_house.h with an address for bounces, and
 * what the tests of coverage and of bounces ask of it.
 */
#ifndef TESTS_UNIT_COVERAGE_HOUSE_H
#define TESTS_UNIT_COVERAGE_HOUSE_H

#include "base/attr.h"
#include "base/buf.h"
#include "core/answer.h"
#include "core/bounce.h"
#include "core/call.h"
#include "core/parts.h"
#include "core/coverage.h"
#include "core_house.h"
#include "outbox/outbox.h"
#include "store/audit.h"
#include "store/calls.h"

#define DAY (24 * HOUR)
#define MINUTE 60
#define FMK "fmk@example.dk"
#define PHONE "+4500000001"
#define UNKNOWN "550 5.1.1 <fmk@example.dk>: User unknown"

static inline int
move_in(void **state)
{
	struct house *h;

	build(state);
	h = *state;
	xreplace(&h->setup.conf->mail.bounces, "fmk-bounce@example.dk");
	return 0;
}

/* A worker takes all that is due; each recipient of it gets the answer. */
static inline void
work(struct house *h, enum channel channel, enum outcome outcome,
    const char *answer)
{
	static char via[] = "relay mx:25", none[] = "";
	struct messages l = {0};
	struct outbox_conf conf = {.give_up = 86400};
	struct err e = {""};
	int r;

	while (
	    (r = outbox_claim(h->store, channel, h->now, 1, 10, &l, &e)) == 1) {
		for (size_t i = 0; i < l.n; i++) {
			const struct message *m = &l.v[i];
			struct result v[8] = {0};
			char *text = xstrdup(answer);
			size_t n = 0;

			for (size_t k = 0; k < m->n_to; k++)
				if (m->to[k].due)
					v[n++] = (struct result){
					    m->to[k].delivery, outcome,
					    outcome == OUTCOME_ACCEPTED ? 250
									: 550,
					    text, via, none, 0};
			must(
			    outbox_result(h->store, m, v, n, &conf, h->now, &e),
			    &e);
			free(text);
		}
		messages_clear(&l);
	}
	must(r, &e);
}

/* Opens an incident; what it says goes out by both channels. */
static inline int64_t
send_one(struct house *h, bool exercise)
{
	struct statement s = {.effect = EFFECT_OUTAGE,
	    .title = "FMK er nede",
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE,
	    .exercise = exercise};
	struct err e = {""};
	int64_t id;

	must(core_send(&h->core, &s, h->now, &id, &e), &e);
	return id;
}

static inline void
accept_all(struct house *h)
{
	work(h, CHANNEL_MAIL, OUTCOME_ACCEPTED, "2.0.0 Ok: queued");
	work(h, CHANNEL_SMS, OUTCOME_ACCEPTED, "0: Accepted");
}

/* The last mail to an organisation, and its recipient. */
static inline struct delivery
last_mail(struct house *h, const char *org)
{
	struct deliveries l = {0};
	struct delivery_query q = {0};
	struct delivery found = {0};
	struct err e = {""};

	must(store_deliveries(h->store, &q, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++)
		if (l.v[i].channel == CHANNEL_MAIL && str_eq(l.v[i].org, org)) {
			found = l.v[i];
			found.org = found.org_name = found.name = NULL;
			found.address = found.answer = found.via = NULL;
		}
	deliveries_clear(&l);
	assert_true(found.id != 0);
	return found;
}

/* What becomes of a report about a message. */
static inline enum bounced
comes_back(struct house *h, int64_t message, enum bounce_kind kind,
    const char *address, const char *original)
{
	struct bounce b = {.kind = kind,
	    .address = address,
	    .original = original,
	    .text = UNKNOWN};
	enum bounced became;
	struct err e = {""};

	must(core_bounce(&h->core, message, &b, 1, h->now, &became, &e), &e);
	return became;
}

/* What is known of an address, as "proven 60, delivered, bounced 120: why". */
static inline char *
known(struct house *h, enum channel channel, const char *address)
{
	struct addresses l = {0};
	const struct address *a;
	struct buf b;
	struct err e = {""};

	buf_init(&b, 4096);
	must(store_addresses(h->store, &l, &e), &e);
	a = addresses_find(&l, channel, address);
	if (a == NULL)
		buf_adds(&b, "nothing");
	if (a != NULL && a->proven != TIME_NONE)
		buf_addf(&b, "proven %lld%s", (long long)(a->proven - NOW),
		    a->delivered ? ", delivered" : "");
	if (a != NULL && a->bounced != TIME_NONE)
		buf_addf(&b, "%sbounced %lld: %s", b.len > 0 ? ", " : "",
		    (long long)(a->bounced - NOW), a->answer);
	if (a != NULL && a->delayed != TIME_NONE)
		buf_addf(&b, "%sdelayed %lld", b.len > 0 ? ", " : "",
		    (long long)(a->delayed - NOW));
	addresses_clear(&l);
	return buf_steal(&b);
}

static inline void
expect_known(struct house *h, enum channel channel, const char *address,
    const char *what)
{
	char *s = known(h, channel, address);

	assert_string_equal(s, what);
	free(s);
}

static inline int64_t
count(struct house *h, const char *sql)
{
	struct err e = {""};
	int64_t n = 0;

	must(sql_value(h->store, &e, &n, "test", sql, ""), &e);
	return n;
}

static inline struct coverage
read_all(struct house *h)
{
	struct coverage c;
	struct err e = {""};

	must(coverage_read(h->store, h->setup.conf, &c, &e), &e);
	return c;
}

static inline const struct covered *
of(const struct coverage *c, const char *code)
{
	size_t i = 0;

	while (i < c->n && !str_eq(c->v[i].org->code, code))
		i++;
	assert_true(i < c->n);
	return &c->v[i];
}

static inline void
contact_of(
    struct house *h, const char *code, const char *email, const char *phone)
{
	struct contact c = {.org = xstrdup(code),
	    .name = xstrdup("Vagt"),
	    .email = xstrdup(email),
	    .phone = xstrdup(phone),
	    .enabled = true};
	struct err e = {""};

	must(store_contact_put(h->store, &c, &e), &e);
	contact_clear(&c);
}

/* All have both, but for Greve, which has no number, and Køge, nothing. */
static inline int
two_gaps(void **state)
{
	struct house *h;
	struct orgs l = {0};
	struct err e = {""};

	move_in(state);
	h = *state;
	must(store_orgs(h->store, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++)
		if (l.v[i].kind == ORG_MUNICIPALITY &&
		    !str_eq(l.v[i].code, "0259"))
			contact_of(h, l.v[i].code, "vagt@kommune.example.dk",
			    str_eq(l.v[i].code, "0253") ? "" : "+4500000002");
	orgs_clear(&l);
	return 0;
}

#define HOME_TEST(f) cmocka_unit_test_setup_teardown(f, move_in, raze)

#endif
