/* Unit tests of store/: notices, what the outbox lists, and the plans. */
#include "store_house.h"

#include "base/str.h"
#include "outbox/outbox.h"
#include "store/audit.h"
#include "store/callback.h"
#include "store/messages.h"
#include "store/reports.h"
#include "store/sql.h"

/* A notice of incident 1, which is made with notice 1. */
static struct notice
add_notice_cc(int number, enum notice_type type, bool cc_own)
{
	static char title[] = "titel", reason[] = "grund", topic[] = "";
	struct notice n = {0, 1, number, type, EFFECT_DEGRADED, T0 + number,
	    T0 + 100, title, reason, cc_own, 0, 0, 0, 0, topic};
	struct incident i = sample();

	if (number == 1)
		OK(store_incident_put(t.s, &i, &t.e));
	incident_clear(&i);
	OK(store_notice_add(t.s, &n, &t.e));
	return n;
}

static struct notice
add_notice(int number, enum notice_type type)
{
	return add_notice_cc(number, type, true);
}

static int
add_message(const struct notice *n, enum channel channel, const struct org *o,
    const struct contact *c, size_t count_of)
{
	return store_message_add(t.s, n, channel, o, c, count_of,
	    "fmk-1@example.dk", T0 + n->number, &t.e);
}

static const struct contact two[] = {
    {1, S("0101"), S("Anna"), S("a@example.dk"), S("+4500000001"), true, S(""),
	CHOICE_DEFAULT},
    {2, S("0101"), S("Bo"), S("b@example.dk"), S(""), true, S(""),
	CHOICE_DEFAULT}};
static const struct contact cc[] = {{3, S("kmd"), S("Vera"), S("v@example.dk"),
					S(""), true, S(""), CHOICE_DEFAULT},
    {4, S("kmd"), S("Vagn"), S("w@example.dk"), S(""), true, S(""),
	CHOICE_DEFAULT},
    {5, S("sys"), S("Sif"), S("s@example.dk"), S(""), true, S(""),
	CHOICE_DEFAULT}};

static void
test_notice(void **state)
{
	struct notice n = add_notice(1, NOTICE_FIRST);
	struct notice page = {0, 0, 0, NOTICE_PAGE, EFFECT_NONE, T0, TIME_NONE,
	    S("p"), S("r"), false, 0, 0, 0, 0, S("")};
	struct notice_body b = {
	    ORG_VENDOR, S("emne"), S("tekst"), S("<p>"), S("sms")};
	struct notices l = {0};

	(void)state;
	assert_int_equal(
	    add_message(&n, CHANNEL_MAIL, &municipality, two, 2), 1);
	assert_int_equal(
	    add_message(&n, CHANNEL_SMS, &municipality, two, 2), 1);
	assert_int_equal(
	    add_message(&n, CHANNEL_SMS, &municipality, two + 1, 1), 0);
	assert_int_equal(add_message(&n, CHANNEL_MAIL, &vendor, cc, 2), 1);
	OK(store_notice_add(t.s, &page, &t.e));
	OK(store_notices(t.s, 1, 0, &l, &t.e));
	assert_int_equal(l.n, 1);
	assert_true(l.v[0].id == n.id && l.v[0].incident == 1);
	assert_true(l.v[0].number == 1 && l.v[0].type == NOTICE_FIRST);
	assert_true(l.v[0].effect == EFFECT_DEGRADED && l.v[0].at == T0 + 1);
	assert_true(l.v[0].next == T0 + 100 && l.v[0].cc_own);
	assert_string_equal(l.v[0].title, "titel");
	assert_string_equal(l.v[0].reason, "grund");
	assert_int_equal(l.v[0].municipalities, 1);
	assert_int_equal(l.v[0].vendors, 1);
	assert_int_equal(l.v[0].recipients, 5);
	notices_clear(&l);
	OK(store_notices(t.s, 0, n.id, &l, &t.e));
	assert_int_equal(l.n, 1);
	assert_true(l.v[0].incident == 0 && l.v[0].next == TIME_NONE);
	notices_clear(&l);
	OK(store_notice_body_add(t.s, n.id, &b, &t.e));
	assert_int_equal(
	    store_notice_body(t.s, n.id, ORG_MUNICIPALITY, &b, &t.e), 0);
	assert_int_equal(store_notice_body(t.s, n.id, ORG_VENDOR, &b, &t.e), 1);
	assert_int_equal(b.audience, ORG_VENDOR);
	assert_string_equal(b.subject, "emne");
	assert_string_equal(b.text, "tekst");
	assert_string_equal(b.html, "<p>");
	assert_string_equal(b.sms, "sms");
	notice_body_clear(&b);
	/* A number is used once; a page has none. */
	assert_int_equal(store_notice_add(t.s, &n, &t.e), -1);
	page.number = 4;
	assert_int_equal(store_notice_add(t.s, &page, &t.e), -1);
}

/* --- plans: every statement a call runs is explained -----------------------
 */

static struct {
	char *sql[256];
	size_t n;
} seen;

static int
on_trace(unsigned what, void *arg, void *st, void *text)
{
	(void)what;
	(void)arg;
	(void)text;
	if (seen.n < 256)
		seen.sql[seen.n++] = xstrdup(sqlite3_sql(st));
	return 0;
}

static void
explain(const char *sql)
{
	static const char *const tables[] = {"message", "delivery", "incident",
	    "event", "report", "m", "d", "e", "r", "x", "o", "n", "t", "v", "f",
	    "h", "early_report", "inbound"};
	char *text = xasprintf("EXPLAIN QUERY PLAN %s", sql);
	sqlite3_stmt *st = NULL;

	assert_int_equal(
	    sqlite3_prepare_v2(t.s->db, text, -1, &st, NULL), SQLITE_OK);
	while (sqlite3_step(st) == SQLITE_ROW) {
		const void *cell = sqlite3_column_text(st, 3);
		const char *plan = cell;
		char word[32] = "";

		if (sscanf(plan, "SCAN %31s", word) != 1)
			continue;
		for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++)
			if (strcmp(word, tables[i]) == 0 &&
			    strstr(plan, "incident_live") == NULL &&
			    strstr(plan, "message_held") == NULL &&
			    strstr(plan, "delivery_failed") == NULL &&
			    strstr(plan, "delivery_lost") == NULL &&
			    strstr(plan, "delivery_open") == NULL)
				fail_msg("%s: %s", plan, sql);
	}
	sqlite3_finalize(st);
	free(text);
}

/* A report by id, one by reference, and an SMS that came in. */
static void
run_callbacks(void)
{
	struct delivery_report r = {.via = "a",
	    .id = "b",
	    .ref = "1-1-1-1",
	    .number = "+4500000001",
	    .text = ""};

	assert_int_equal(store_delivery_report(t.s, &r, T0, &t.e), 0);
	assert_int_equal(store_inbound(t.s, "a", "b", T0, &t.e), 1);
}

static void
run_everything(const struct notice *n)
{
	struct outbox_conf conf = {.give_up = 3600};
	struct incidents live = {0};
	struct stored_report r;
	struct deliveries d = {0};
	struct outbox_counts counts;
	struct messages l;
	struct result res = {.answer = S(""), .via = S(""), .remote_id = S("")};
	bool told;
	int64_t due;

	assert_int_equal(
	    outbox_claim(t.s, CHANNEL_MAIL, T0 + 9, 7, 5, &l, &t.e), 1);
	res.delivery = l.v[0].to[0].delivery;
	OK(outbox_result(t.s, &l.v[0], &res, 1, &conf, T0 + 9, &t.e));
	messages_clear(&l);
	OK(store_supersede(t.s, 1, n->number + 1, &t.e));
	assert_true(outbox_recover(t.s, ON_UNKNOWN_AGAIN, NULL, 0, &t.e) >= 0);
	OK(outbox_next(t.s, CHANNEL_MAIL, &due, &t.e));
	OK(store_was_told(t.s, 1, 1, &told, &t.e));
	OK(store_incidents_live(t.s, &live, &t.e));
	incidents_clear(&live);
	assert_int_equal(store_report_find(t.s, "a", "b", &r, &t.e), 0);
	OK(store_outbox_counts(t.s, 1, 0, &counts, &t.e));
	for (int i = 0; i < 4; i++) {
		struct delivery_query q = {.incident = i == 0,
		    .message = i == 1,
		    .unfinished = i == 2,
		    .failed = i == 3};

		OK(store_deliveries(t.s, &q, &d, &t.e));
		deliveries_clear(&d);
	}
	run_callbacks();
	assert_true(store_outbox_retry(t.s, 0, T0, &t.e) >= 0);
	assert_true(store_outbox_retry(t.s, 1, T0, &t.e) >= 0);
	assert_true(store_outbox_cancel(t.s, 1, &t.e) >= 0);
}

static void
test_plans(void **state)
{
	struct notice n = add_notice(1, NOTICE_FIRST);

	(void)state;
	assert_int_equal(
	    add_message(&n, CHANNEL_MAIL, &municipality, two, 2), 1);
	n = add_notice(2, NOTICE_RESOLVED);
	assert_int_equal(
	    add_message(&n, CHANNEL_MAIL, &municipality, two, 2), 1);
	n = add_notice(3, NOTICE_UPDATE);
	assert_int_equal(
	    add_message(&n, CHANNEL_MAIL, &municipality, two, 2), 1);
	sqlite3_trace_v2(t.s->db, SQLITE_TRACE_STMT, on_trace, NULL);
	run_everything(&n);
	sqlite3_trace_v2(t.s->db, 0, NULL, NULL);
	assert_true(seen.n > 30 && seen.n < 256);
	for (size_t i = 0; i < seen.n; i++) {
		explain(seen.sql[i]);
		free(seen.sql[i]);
	}
	seen.n = 0;
}

/* --- lists ------------------------------------------------------------------
 */

/* Claims all mail, gives each recipient the outcome. */
static void
deliver(enum outcome outcome, int64_t now)
{
	struct outbox_conf conf = {.give_up = 3600};
	struct messages l;

	while (outbox_claim(t.s, CHANNEL_MAIL, now, 7, 1, &l, &t.e) == 1) {
		const struct message *m = &l.v[0];
		const struct recipient *to = m->to;
		size_t n = m->n_to;
		static char answer[] = "2.0.0 ok", via[] = "relay";
		struct result r[4];

		for (size_t i = 0; i < n; i++)
			r[i] = (struct result){
			    to[i].delivery, outcome, 250, answer, via, via, 0};
		OK(outbox_result(t.s, m, r, n, &conf, now, &t.e));
		messages_clear(&l);
	}
}

static void
test_deliveries(void **state)
{
	struct notice n = add_notice(1, NOTICE_FIRST);
	struct delivery_query q = {.incident = 1, .notice = 1};
	struct deliveries l = {0};
	struct outbox_counts c;

	(void)state;
	add_message(&n, CHANNEL_SMS, &municipality, two, 2);
	add_message(&n, CHANNEL_MAIL, &municipality, two, 2);
	deliver(OUTCOME_ACCEPTED, T0 + 50);
	OK(store_deliveries(t.s, &q, &l, &t.e));
	assert_int_equal(l.n, 3);
	assert_true(l.v[1].id == 2 && l.v[1].message == 2);
	assert_true(l.v[1].incident == 1 && l.v[1].notice == 1);
	assert_true(l.v[1].type == NOTICE_FIRST);
	assert_true(l.v[1].channel == CHANNEL_MAIL);
	assert_true(l.v[1].audience == ORG_MUNICIPALITY);
	assert_string_equal(l.v[1].org, "0101");
	assert_string_equal(l.v[1].org_name, "Byen");
	assert_string_equal(l.v[1].name, "Anna");
	assert_string_equal(l.v[1].address, "a@example.dk");
	assert_true(l.v[1].state == DELIVERY_ACCEPTED);
	assert_true(l.v[1].attempts == 1 && l.v[1].code == 250);
	assert_string_equal(l.v[1].answer, "2.0.0 ok");
	assert_string_equal(l.v[1].via, "relay");
	assert_true(l.v[1].created == T0 + 1 && l.v[1].done == T0 + 50);
	assert_true(l.v[0].state == DELIVERY_QUEUED && l.v[0].due == T0 + 1);
	assert_true(l.v[0].done == TIME_NONE);
	deliveries_clear(&l);
	q = (struct delivery_query){.unfinished = true};
	OK(store_deliveries(t.s, &q, &l, &t.e));
	assert_int_equal(l.n, 1);
	deliveries_clear(&l);
	q = (struct delivery_query){.message = 2, .limit = 1};
	OK(store_deliveries(t.s, &q, &l, &t.e));
	assert_int_equal(l.n, 1);
	deliveries_clear(&l);
	q = (struct delivery_query){.incident = 1, .notice = 2};
	OK(store_deliveries(t.s, &q, &l, &t.e));
	assert_int_equal(l.n, 0);
	for (int64_t i = 0; i < 2; i++) {
		OK(store_outbox_counts(t.s, i, (int)i, &c, &t.e));
		assert_int_equal(c.n[CHANNEL_MAIL][DELIVERY_ACCEPTED], 2);
		assert_int_equal(c.n[CHANNEL_SMS][DELIVERY_QUEUED], 1);
		assert_true(c.oldest == T0 + 1);
	}
	OK(store_outbox_counts(t.s, 2, 0, &c, &t.e));
	assert_int_equal(c.n[CHANNEL_MAIL][DELIVERY_ACCEPTED], 0);
	assert_true(c.oldest == TIME_NONE);
}

static void
test_retry(void **state)
{
	struct notice n = add_notice(1, NOTICE_FIRST);
	struct delivery_query q = {.failed = true};
	struct deliveries l = {0};
	struct messages m;

	(void)state;
	add_message(&n, CHANNEL_MAIL, &municipality, two, 2);
	add_message(&n, CHANNEL_SMS, &municipality, two, 1);
	deliver(OUTCOME_PERMFAIL, T0 + 50);
	assert_int_equal(store_outbox_retry(t.s, 2, T0 + 60, &t.e), 1);
	assert_int_equal(store_outbox_retry(t.s, 0, T0 + 60, &t.e), 2);
	assert_int_equal(store_outbox_retry(t.s, 0, T0 + 60, &t.e), 0);
	OK(store_deliveries(t.s, &q, &l, &t.e));
	assert_int_equal(l.n, 0);
	/* What is in a worker's hands is let be. */
	assert_int_equal(
	    outbox_claim(t.s, CHANNEL_MAIL, T0 + 60, 7, 1, &m, &t.e), 1);
	assert_int_equal(store_outbox_retry(t.s, 1, T0 + 60, &t.e), 0);
	assert_int_equal(store_outbox_cancel(t.s, 1, &t.e), 0);
	OK(outbox_release(t.s, &m.v[0], &t.e));
	messages_clear(&m);
	deliver(OUTCOME_PERMFAIL, T0 + 70);
	/* The newer notice is for others: still nothing old goes again. */
	n = add_notice(2, NOTICE_UPDATE);
	add_message(&n, CHANNEL_MAIL, &vendor, cc, 1);
	assert_int_equal(store_outbox_retry(t.s, 1, T0 + 80, &t.e), 0);
	assert_int_equal(store_outbox_retry(t.s, 0, T0 + 80, &t.e), 0);
	assert_int_equal(store_outbox_retry(t.s, 2, T0 + 80, &t.e), 0);
	assert_int_equal(store_outbox_retry(t.s, 3, T0 + 80, &t.e), 1);
	OK(store_deliveries(t.s, &q, &l, &t.e));
	assert_int_equal(l.n, 2);
	deliveries_clear(&l);
	assert_int_equal(store_outbox_cancel(t.s, 3, &t.e), 1);
	assert_int_equal(store_outbox_cancel(t.s, 3, &t.e), 0);
	assert_int_equal(store_outbox_cancel(t.s, 0, &t.e), 0);
	assert_int_equal(store_outbox_retry(t.s, 3, T0 + 90, &t.e), 0);
	assert_int_equal(
	    outbox_claim(t.s, CHANNEL_MAIL, T0 + 90, 7, 1, &m, &t.e), 0);
}

/* One recipient refused, the other in a worker's hands: no retry yet. */
static void
test_retry_held(void **state)
{
	struct notice n = add_notice(1, NOTICE_FIRST);
	struct result r = {.outcome = OUTCOME_PERMFAIL,
	    .answer = S(""),
	    .via = S(""),
	    .remote_id = S("")};
	struct outbox_conf conf = {.give_up = 3600};
	struct messages l;

	(void)state;
	add_message(&n, CHANNEL_MAIL, &municipality, two, 2);
	assert_int_equal(
	    outbox_claim(t.s, CHANNEL_MAIL, T0 + 9, 7, 1, &l, &t.e), 1);
	r.delivery = l.v[0].to[0].delivery;
	OK(outbox_result(t.s, &l.v[0], &r, 1, &conf, T0 + 9, &t.e));
	messages_clear(&l);
	assert_int_equal(
	    outbox_claim(t.s, CHANNEL_MAIL, T0 + 9, 7, 1, &l, &t.e), 1);
	messages_clear(&l);
	assert_int_equal(store_outbox_retry(t.s, 1, T0 + 9, &t.e), 0);
	assert_int_equal(store_outbox_retry(t.s, 0, T0 + 9, &t.e), 0);
	assert_int_equal(
	    outbox_recover(t.s, ON_UNKNOWN_AGAIN, NULL, 0, &t.e), 1);
	assert_int_equal(store_outbox_retry(t.s, 1, T0 + 9, &t.e), 2);
}

/* Claims the next mail to a municipality: the addresses that its Cc names. */
static char *
copies(void)
{
	struct strv names = {0};
	struct messages l;
	char *text;

	assert_int_equal(
	    outbox_claim(t.s, CHANNEL_MAIL, T0 + 9, 7, 1, &l, &t.e), 1);
	assert_int_equal(l.v[0].audience, ORG_MUNICIPALITY);
	for (size_t i = 0; i < l.v[0].n_cc; i++) {
		assert_false(l.v[0].cc[i].due);
		strv_add(&names, l.v[0].cc[i].address);
	}
	text = strv_join(&names, " ");
	strv_clear(&names);
	messages_clear(&l);
	return text;
}

/* A notice to three municipalities, whose vendors are kmd, sys and none. */
static void
add_with_copies(const struct notice *n)
{
	char *codes[] = {S("0101"), S("0147"), S("0151")};
	char *vendors[] = {S("kmd"), S("sys"), S("")};
	char *mails[] = {
	    S("a@example.dk"), S("b@example.dk"), S("c@example.dk")};
	struct org o = vendor;

	o.code = S("vendors");
	assert_int_equal(add_message(n, CHANNEL_MAIL, &o, cc, 3), 1);
	for (int i = 0; i < 3; i++) {
		struct contact c = two[0];

		o = municipality;
		o.code = c.org = codes[i];
		o.vendor = vendors[i];
		c.email = mails[i];
		assert_int_equal(add_message(n, CHANNEL_MAIL, &o, &c, 1), 1);
	}
}

static void
expect_copies(const char *want)
{
	char *text = copies();

	assert_string_equal(text, want);
	free(text);
}

/* Cc names its own vendor only, or every one, as the notice says. */
static void
test_cc_own(void **state)
{
	struct notice n = add_notice_cc(1, NOTICE_FIRST, true);

	(void)state;
	add_with_copies(&n);
	expect_copies("v@example.dk w@example.dk");
	expect_copies("s@example.dk");
	expect_copies("");
	assert_int_equal(
	    outbox_recover(t.s, ON_UNKNOWN_AGAIN, NULL, 0, &t.e), 3);
	n = add_notice_cc(2, NOTICE_UPDATE, false);
	add_with_copies(&n);
	for (int i = 0; i < 3; i++)
		expect_copies("v@example.dk w@example.dk s@example.dk");
	/* Who does not get it is not named. */
	assert_int_equal(
	    outbox_recover(t.s, ON_UNKNOWN_AGAIN, NULL, 0, &t.e), 3);
	n = add_notice(3, NOTICE_UPDATE);
	add_with_copies(&n);
	assert_int_equal(store_outbox_cancel(t.s, 9, &t.e), 3);
	expect_copies("");
}

/*
 * A page about an incident is nobody's notice: it goes first, no newer notice
 * supersedes it, and it tells nobody of the incident.
 */
static void
test_page(void **state)
{
	struct notice n = add_notice(1, NOTICE_FIRST);
	struct notice page = {0, 1, 0, NOTICE_PAGE, EFFECT_NONE, T0 + 1,
	    TIME_NONE, S("p"), S("r"), false, 0, 0, 0, 0, S("")};
	struct org oncall = {0, ORG_ONCALL, S("oncall"), S("Vagt"), S(""),
	    S(""), S(""), CHOICE_DEFAULT};
	struct messages l;
	bool told = true;

	(void)state;
	OK(store_org_put(t.s, &oncall, &t.e));
	OK(store_notice_add(t.s, &page, &t.e));
	assert_int_equal(
	    add_message(&n, CHANNEL_MAIL, &municipality, two, 2), 1);
	assert_int_equal(add_message(&page, CHANNEL_MAIL, &oncall, two, 1), 1);
	n = add_notice(2, NOTICE_UPDATE);
	assert_int_equal(
	    add_message(&n, CHANNEL_MAIL, &municipality, two, 2), 1);
	OK(store_supersede(t.s, 1, 2, &t.e));
	assert_int_equal(
	    outbox_claim(t.s, CHANNEL_MAIL, T0 + 9, 7, 5, &l, &t.e), 1);
	assert_int_equal(l.n, 1);
	assert_true(l.v[0].audience == ORG_ONCALL && l.v[0].incident == 1);
	assert_true(l.v[0].notice == 0 && l.v[0].n_to == 1);
	assert_string_equal(l.v[0].in_reply_to, "");
	messages_clear(&l);
	OK(store_was_told(t.s, 1, 1, &told, &t.e));
	assert_false(told);
	/* In a worker's hands, it holds back no notice to the same person. */
	assert_int_equal(
	    outbox_claim(t.s, CHANNEL_MAIL, T0 + 9, 8, 5, &l, &t.e), 1);
	assert_int_equal(l.v[0].notice, 2);
	messages_clear(&l);
	assert_int_equal(
	    outbox_recover(t.s, ON_UNKNOWN_AGAIN, NULL, 0, &t.e), 2);
	deliver(OUTCOME_PERMFAIL, T0 + 99);
	assert_int_equal(store_outbox_retry(t.s, 2, T0 + 99, &t.e), 1);
}

/* What a worker gives back untried leaves no word. */
static void
test_release(void **state)
{
	struct notice n = add_notice(1, NOTICE_FIRST);
	struct audits log = {0};
	struct messages l;
	bool told = true;

	(void)state;
	OK(store_org_put(t.s, &municipality, &t.e));
	add_message(&n, CHANNEL_MAIL, &municipality, two, 2);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(
		    outbox_claim(t.s, CHANNEL_MAIL, T0 + 9, 7, 5, &l, &t.e), 1);
		assert_int_equal(l.v[0].attempts, 0);
		OK(outbox_release(t.s, &l.v[0], &t.e));
		messages_clear(&l);
	}
	OK(store_audits(t.s, 1, 0, &log, &t.e));
	assert_int_equal(log.n, 0);
	audits_clear(&log);
	OK(store_was_told(t.s, 1, 1, &told, &t.e));
	assert_false(told);
}

static void
put_contact(const char *org, const char *mail, const char *phone, bool enabled)
{
	struct contact c = {.org = xstrdup(org),
	    .name = S("N"),
	    .email = xstrdup(mail),
	    .phone = xstrdup(phone),
	    .enabled = enabled};

	OK(store_contact_put(t.s, &c, &t.e));
	free(c.org);
	free(c.email);
	free(c.phone);
}

static void
test_reach(void **state)
{
	struct org other = municipality, third = municipality;
	struct notice n = add_notice(1, NOTICE_FIRST);
	struct reaches l = {0};

	(void)state;
	other.code = S("0147");
	third.code = S("0999");
	OK(store_org_put(t.s, &municipality, &t.e));
	OK(store_org_put(t.s, &other, &t.e));
	OK(store_org_put(t.s, &third, &t.e));
	OK(store_org_put(t.s, &vendor, &t.e));
	put_contact("0101", "a@example.dk", "", true);
	put_contact("0147", "", "+4500000001", true);
	put_contact("0999", "c@example.dk", "+4500000003", false);
	add_message(&n, CHANNEL_MAIL, &municipality, two, 2);
	add_message(&n, CHANNEL_SMS, &other, two, 1);
	add_message(&n, CHANNEL_MAIL, &vendor, cc, 2);
	deliver(OUTCOME_ACCEPTED, T0 + 50);
	OK(store_reach(t.s, 1, 0, &l, &t.e));
	assert_int_equal(l.n, 3);
	assert_string_equal(l.v[0].code, "0101");
	assert_string_equal(l.v[0].name, "Byen");
	assert_true(l.v[0].has_mail && !l.v[0].has_sms && l.v[0].told);
	assert_true(!l.v[0].waiting && !l.v[0].failed);
	assert_true(!l.v[1].has_mail && l.v[1].has_sms && l.v[1].waiting);
	assert_true(!l.v[1].told && !l.v[1].failed);
	assert_true(!l.v[2].has_mail && !l.v[2].has_sms);
	reaches_clear(&l);
	n = add_notice(2, NOTICE_UPDATE);
	add_message(&n, CHANNEL_MAIL, &municipality, two, 2);
	deliver(OUTCOME_PERMFAIL, T0 + 60);
	OK(store_reach(t.s, 1, 0, &l, &t.e));
	assert_true(l.v[0].failed && !l.v[0].told && !l.v[1].waiting);
	reaches_clear(&l);
	OK(store_reach(t.s, 1, 1, &l, &t.e));
	assert_true(l.v[0].told && !l.v[0].failed && l.v[1].waiting);
	reaches_clear(&l);
	OK(store_reach(t.s, 0, 0, &l, &t.e));
	assert_true(l.n == 3 && l.v[0].has_mail && !l.v[0].told);
	reaches_clear(&l);
	assert_int_equal(store_reach_one(t.s, 1, 0, "0101", &l, &t.e), 1);
	assert_true(l.n == 1 && l.v[0].failed && !l.v[0].told);
	assert_int_equal(store_reach_one(t.s, 1, 0, "9999", &l, &t.e), 0);
	assert_int_equal(store_reach_one(t.s, 1, 0, "kmd", &l, &t.e), 0);
	assert_int_equal(l.n, 1);
	reaches_clear(&l);
	OK(store_reach_after(t.s, 1, 1, "0101", 1, &l, &t.e));
	assert_true(l.n == 1 && l.v[0].waiting);
	reaches_clear(&l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_notice),
	    TEST(test_plans),
	    TEST(test_deliveries),
	    TEST(test_retry),
	    TEST(test_retry_held),
	    TEST(test_cc_own),
	    TEST(test_page),
	    TEST(test_release),
	    TEST(test_reach),
	};

	return cmocka_run_group_tests_name("lists", tests, NULL, NULL);
}
