/*
 * Unit tests of core/bounce.h and outbox/sender.h: whose a bounce is, what it
 * does to the delivery, the address and the incident, and what it does not.
 */
#include "coverage_house.h"

#include "outbox/sender.h"
#include "store/secrets.h"

/* --- the envelope's sender ------------------------------------------------ */

static void
test_sender(void **state)
{
	static const struct {
		const char *address;
		int64_t message;
	} all[] = {
	    {"fmk-bounce+42.0f1e2d3c4b5a6978@example.dk", 42},
	    {"FMK-Bounce+42.0F1E2D3C4B5A6978@EXAMPLE.DK", 42},
	    {"fmk-bounce+42.0f1e2d3c4b5a6978@mx.andet.example.dk", 42},
	    {"fmk-bounce+42.0f1e2d3c4b5a6978", 42},
	    {"fmk-bounce@example.dk", 0},
	    {"fmk-bounce+@example.dk", 0},
	    {"fmk-bounce-42.0f1e2d3c4b5a6978@example.dk", 0},
	    {"fmk+42.0f1e2d3c4b5a6978@example.dk", 0},
	    {"fmk-bounce+0.0f1e2d3c4b5a6978@example.dk", 0},
	    {"fmk-bounce+-1.0f1e2d3c4b5a6978@example.dk", 0},
	    {"fmk-bounce+42.0f1e2d3c4b5a697@example.dk", 0},
	    {"fmk-bounce+42.0f1e2d3c4b5a69780@example.dk", 0},
	    {"fmk-bounce+42.0f1e2d3c4b5a697g@example.dk", 0},
	    {"fmk-bounce+42@example.dk", 0},
	    {"fmk-bounce+99999999999999999999.0f1e2d3c4b5a6978@example.dk", 0},
	    {"", 0},
	    {"@", 0},
	    {"+", 0},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(all); i++) {
		char check[SENDER_CHECK] = "";
		int64_t message = 0;
		int r = sender_parse("fmk-bounce@example.dk", "+",
		    all[i].address, &message, check);

		if (r != (all[i].message == 0 ? -1 : 0))
			fail_msg("%s", all[i].address);
		if (r == 0) {
			assert_int_equal(message, all[i].message);
			assert_string_equal(check, "0f1e2d3c4b5a6978");
		}
	}
}

/* What is written is read, and every message has a check of its own. */
static void
test_sender_again(void **state)
{
	char one[SENDER_CHECK], two[SENDER_CHECK], other[SENDER_CHECK];
	char read[SENDER_CHECK], *s;
	int64_t message;

	(void)state;
	sender_check("a secret", 7, one);
	sender_check("a secret", 8, two);
	sender_check("another", 7, other);
	assert_string_not_equal(one, two);
	assert_string_not_equal(one, other);
	s = sender_format("fmk@example.dk", "-", INT64_MAX, one);
	assert_int_equal(
	    sender_parse("fmk@example.dk", "-", s, &message, read), 0);
	assert_true(message == INT64_MAX);
	assert_string_equal(read, one);
	free(s);
}

static int
whose(struct house *h, const char *address, int64_t *message)
{
	struct err e = {""};
	int r = core_bounce_message(&h->core, address, message, &e);

	must(r, &e);
	return r;
}

/* Only the address that a mail really left with is one. */
static void
test_forged(void **state)
{
	struct house *h = *state;
	struct messages l = {0};
	struct err e = {""};
	int64_t message = 0;
	char *s;

	send_one(h, false);
	assert_int_equal(
	    outbox_claim(h->store, CHANNEL_MAIL, h->now, 1, 10, &l, &e), 1);
	assert_non_null(l.v[0].check);
	s = sender_format(
	    "fmk-bounce@example.dk", "+", l.v[0].id, l.v[0].check);
	assert_int_equal(whose(h, s, &message), 1);
	assert_true(message == l.v[0].id);
	free(s);
	s = sender_format(
	    "fmk-bounce@example.dk", "+", l.v[0].id + 1, l.v[0].check);
	assert_int_equal(whose(h, s, &message), 0);
	free(s);
	assert_int_equal(
	    whose(h, "fmk-bounce+1.0f1e2d3c4b5a6978@example.dk", &message), 0);
	assert_int_equal(whose(h, "fmk-bounce@example.dk", &message), 0);
	messages_clear(&l);
}

/* An SMS has none; without mail.bounces nobody is asked. */
static void
test_without(void **state)
{
	struct house *h = *state;
	struct messages l = {0};
	struct err e = {""};
	int64_t message;
	char *s;

	send_one(h, false);
	assert_int_equal(
	    outbox_claim(h->store, CHANNEL_SMS, h->now, 1, 10, &l, &e), 1);
	assert_null(l.v[0].check);
	messages_clear(&l);
	assert_int_equal(
	    outbox_claim(h->store, CHANNEL_MAIL, h->now, 1, 10, &l, &e), 1);
	s = sender_format(
	    "fmk-bounce@example.dk", "+", l.v[0].id, l.v[0].check);
	xreplace(&h->setup.conf->mail.bounces, "");
	assert_int_equal(whose(h, s, &message), 0);
	free(s);
	messages_clear(&l);
}

/* --- what it does --------------------------------------------------------- */

static enum delivery_state
state_of(struct house *h)
{
	return last_mail(h, "0101").state;
}

static void
test_failed(void **state)
{
	struct house *h = *state;
	struct audits a = {0};
	struct err e = {""};
	struct audit_check check;
	int64_t id;

	send_one(h, false);
	accept_all(h);
	expect_known(h, CHANNEL_MAIL, FMK, "proven 0");
	id = last_mail(h, "0101").message;
	h->now += 60;
	assert_int_equal(
	    comes_back(h, id, BOUNCE_FAILED, FMK, ""), BOUNCED_BOOKED);
	assert_int_equal(state_of(h), DELIVERY_FAILED);
	expect_known(h, CHANNEL_MAIL, FMK, "bounced 60: " UNKNOWN);
	expect_known(h, CHANNEL_SMS, PHONE, "proven 0");
	must(store_audits(h->store, 0, 0, &a, &e), &e);
	assert_string_equal(a.v[a.n - 1].action, "delivery.failed");
	assert_string_equal(a.v[a.n - 1].actor, "test");
	assert_non_null(strstr(a.v[a.n - 1].detail, FMK ": reported: 550"));
	audits_clear(&a);
	must(store_audit_verify(h->store, NULL, &check, &e), &e);
	assert_int_equal(check.fault, AUDIT_WHOLE);
	/* The same once more is no news. */
	h->now += 60;
	assert_int_equal(
	    comes_back(h, id, BOUNCE_FAILED, FMK, ""), BOUNCED_KNOWN);
	expect_known(h, CHANNEL_MAIL, FMK, "bounced 60: " UNKNOWN);
}

/* What was proven before by another mail stays so. */
static void
test_earlier_proof(void **state)
{
	struct house *h = *state;

	send_one(h, true);
	accept_all(h);
	h->now += 60;
	send_one(h, true);
	accept_all(h);
	expect_known(h, CHANNEL_MAIL, FMK, "proven 60");
	h->now += 60;
	comes_back(h, last_mail(h, "0101").message, BOUNCE_FAILED, FMK, "");
	expect_known(h, CHANNEL_MAIL, FMK, "proven 0, bounced 120: " UNKNOWN);
}

/* The relay takes every mail: only a report that one arrived says it. */
static void
test_taken_is_not_enough(void **state)
{
	struct house *h = *state;
	int64_t first;

	send_one(h, true);
	accept_all(h);
	first = last_mail(h, "0101").message;
	h->now += 60;
	send_one(h, true);
	accept_all(h);
	comes_back(h, last_mail(h, "0101").message, BOUNCE_FAILED, FMK, "");
	h->now += 60;
	send_one(h, true);
	accept_all(h);
	expect_known(h, CHANNEL_MAIL, FMK, "proven 120, bounced 60: " UNKNOWN);
	/* Nor does one that is older than what came back. */
	h->now += 60;
	assert_int_equal(
	    comes_back(h, first, BOUNCE_DELIVERED, FMK, ""), BOUNCED_BOOKED);
	expect_known(h, CHANNEL_MAIL, FMK,
	    "proven 180, delivered, bounced 60: " UNKNOWN);
	h->now += 60;
	assert_int_equal(comes_back(h, last_mail(h, "0101").message,
			     BOUNCE_DELIVERED, FMK, ""),
	    BOUNCED_BOOKED);
	expect_known(h, CHANNEL_MAIL, FMK, "proven 240, delivered");
	assert_int_equal(state_of(h), DELIVERY_DELIVERED);
}

/* It failed, and arrived all the same. */
static void
test_delivered_after_all(void **state)
{
	struct house *h = *state;
	int64_t id;

	send_one(h, true);
	accept_all(h);
	id = last_mail(h, "0101").message;
	comes_back(h, id, BOUNCE_FAILED, FMK, "");
	comes_back(h, id, BOUNCE_DELIVERED, FMK, "");
	expect_known(h, CHANNEL_MAIL, FMK, "proven 0, delivered");
	assert_int_equal(
	    comes_back(h, id, BOUNCE_FAILED, FMK, ""), BOUNCED_KNOWN);
}

/* What is refused at once because of the mailbox is cleared when it is taken */
static void
test_refused_at_once(void **state)
{
	struct house *h = *state;

	send_one(h, true);
	work(h, CHANNEL_MAIL, OUTCOME_PERMFAIL, "5.1.1 User unknown");
	expect_known(h, CHANNEL_MAIL, FMK, "bounced 0: 5.1.1 User unknown");
	h->now += 60;
	send_one(h, true);
	accept_all(h);
	expect_known(h, CHANNEL_MAIL, FMK, "proven 60");
}

/* and what is refused because of us says nothing of the contact. */
static void
test_refused_because_of_us(void **state)
{
	static const char *const answers[] = {"5.7.1 Relay access denied",
	    "User unknown", "5.1.8 Bad sender", "5.1.7 Bad sender",
	    "15.1.1 what", "5.3.4 Too large", ""};
	struct house *h = *state;

	for (size_t i = 0; i < LENGTH(answers); i++) {
		send_one(h, true);
		work(h, CHANNEL_MAIL, OUTCOME_PERMFAIL, answers[i]);
		expect_known(h, CHANNEL_MAIL, FMK, "nothing");
	}
}

/* Matters that wait go out by mail, and so does it that such a mail came back.
 */
static void
lows_come_back(struct house *h, int64_t lows)
{
	h->now += 2 * h->setup.conf->escalation.collect;
	turn(h);
	work(h, CHANNEL_MAIL, OUTCOME_ACCEPTED, "2.0.0 Ok");
	comes_back(h, last_mail(h, "alarm").message, BOUNCE_FAILED,
	    "vagt@example.dk", "");
	assert_int_equal(count(h, "SELECT count(*) FROM low"), lows);
}

static void
test_no_circle(void **state)
{
	static const struct alarm well = {ALARM_CALENDAR_WELL, "vagt", ""};
	struct house *h = *state;
	struct err e = {""};

	must(core_alarm(&h->core, &well, h->now, &e), &e);
	lows_come_back(h, 1);
	lows_come_back(h, 0);
	h->now += DAY;
	must(core_alarm(&h->core, &well, h->now, &e), &e);
	lows_come_back(h, 1);
}

static void
test_delayed(void **state)
{
	struct house *h = *state;
	int64_t id;

	send_one(h, true);
	accept_all(h);
	id = last_mail(h, "0101").message;
	h->now += 60;
	assert_int_equal(
	    comes_back(h, id, BOUNCE_DELAYED, FMK, ""), BOUNCED_BOOKED);
	expect_known(h, CHANNEL_MAIL, FMK, "proven 0, delayed 60");
	assert_int_equal(state_of(h), DELIVERY_ACCEPTED);
	assert_int_equal(count(h, "SELECT count(*) FROM audit"
				  " WHERE action = 'delivery.delayed'"),
	    1);
	assert_int_equal(count(h, "SELECT count(*) FROM low"), 0);
}

/* A server may say it again and again: on record once a day, each mail. */
static void
test_delayed_again(void **state)
{
#define NOTED "SELECT count(*) FROM audit WHERE action = 'delivery.delayed'"
	struct house *h = *state;
	int64_t id, other;

	send_one(h, true);
	accept_all(h);
	id = last_mail(h, "0101").message;
	assert_int_equal(
	    comes_back(h, id, BOUNCE_DELAYED, FMK, ""), BOUNCED_BOOKED);
	for (int i = 0; i < 5; i++) {
		h->now += 60;
		assert_int_equal(
		    comes_back(h, id, BOUNCE_DELAYED, FMK, ""), BOUNCED_KNOWN);
	}
	assert_int_equal(count(h, NOTED), 1);
	expect_known(h, CHANNEL_MAIL, FMK, "proven 0, delayed 300");
	send_one(h, true);
	accept_all(h);
	other = last_mail(h, "0101").message;
	assert_true(other != id);
	assert_int_equal(
	    comes_back(h, other, BOUNCE_DELAYED, FMK, ""), BOUNCED_BOOKED);
	assert_int_equal(count(h, NOTED), 2);
	h->now += DAY - 300;
	assert_int_equal(
	    comes_back(h, id, BOUNCE_DELAYED, FMK, ""), BOUNCED_BOOKED);
	assert_int_equal(
	    comes_back(h, id, BOUNCE_DELAYED, FMK, ""), BOUNCED_KNOWN);
	assert_int_equal(count(h, NOTED), 3);
	/* What is final is no news of that kind. */
	assert_int_equal(
	    comes_back(h, id, BOUNCE_FAILED, FMK, ""), BOUNCED_BOOKED);
}

/* It comes back before the worker has told that it was taken. */
static void
test_early(void **state)
{
	static char ok[] = "ok", via[] = "relay mx:25", none[] = "";
	struct house *h = *state;
	struct outbox_conf conf = {.give_up = 86400};
	struct messages l = {0};
	struct result r = {0, OUTCOME_ACCEPTED, 250, ok, via, none, 0};
	struct err e = {""};

	send_one(h, true);
	assert_int_equal(
	    outbox_claim(h->store, CHANNEL_MAIL, h->now, 1, 10, &l, &e), 1);
	for (size_t i = 0; i < l.n; i++)
		if (str_eq(l.v[i].org, "0101")) {
			r.delivery = l.v[i].to[0].delivery;
			comes_back(h, l.v[i].id, BOUNCE_FAILED, FMK, "");
			assert_int_equal(state_of(h), DELIVERY_SENDING);
			must(outbox_result(
				 h->store, &l.v[i], &r, 1, &conf, h->now, &e),
			    &e);
		}
	assert_int_equal(state_of(h), DELIVERY_FAILED);
	expect_known(h, CHANNEL_MAIL, FMK, "bounced 0: " UNKNOWN);
	messages_clear(&l);
}

/* The one that it was sent to; whatever the letters; nobody else. */
static void
test_recipient(void **state)
{
	struct house *h = *state;
	int64_t id;

	send_one(h, true);
	accept_all(h);
	id = last_mail(h, "0101").message;
	assert_int_equal(comes_back(h, id, BOUNCE_DELAYED, "x@example.dk", ""),
	    BOUNCED_NOBODY);
	assert_int_equal(
	    comes_back(h, id, BOUNCE_DELAYED, "x@example.dk", "y@example.dk"),
	    BOUNCED_NOBODY);
	assert_int_equal(
	    comes_back(h, id + 1000, BOUNCE_DELAYED, FMK, ""), BOUNCED_NOBODY);
	assert_int_equal(
	    comes_back(h, id, BOUNCE_DELAYED, "x@example.dk", "FMK@Example.DK"),
	    BOUNCED_BOOKED);
	h->now += DAY;
	assert_int_equal(
	    comes_back(h, id, BOUNCE_DELAYED, "Fmk@example.dk", "y@example.dk"),
	    BOUNCED_BOOKED);
	assert_int_equal(
	    comes_back(h, id, BOUNCE_DELAYED, PHONE, ""), BOUNCED_NOBODY);
}

/* All of a report, or nothing. */
static void
test_all_or_nothing(void **state)
{
	struct house *h = *state;
	struct bounce v[2] = {{BOUNCE_FAILED, FMK, "", UNKNOWN},
	    {BOUNCE_DELAYED, FMK, "", UNKNOWN}};
	enum bounced became[2];
	struct err e = {""};
	int64_t id;

	send_one(h, true);
	accept_all(h);
	id = last_mail(h, "0101").message;
	count(h, "CREATE TRIGGER stop BEFORE UPDATE OF delayed ON address"
		 " BEGIN SELECT raise(ABORT, 'full'); END");
	assert_int_equal(
	    core_bounce(&h->core, id, v, 2, h->now, became, &e), -1);
	assert_non_null(strstr(e.msg, "full"));
	assert_int_equal(state_of(h), DELIVERY_ACCEPTED);
	expect_known(h, CHANNEL_MAIL, FMK, "proven 0");
}

/* --- who hears of it ------------------------------------------------------ */

#define PAGES                                                     \
	"SELECT count(*) FROM audit WHERE action = 'page.queued'" \
	" AND detail LIKE '%Notice not%'"

/* In the turn that follows somebody is paged that it is missing. */
static bool
rings_unreached(struct house *h)
{
	turn(h);
	return count(h, "SELECT count(*) FROM audit"
			" WHERE action = 'page.queued'"
			" AND detail LIKE '%Notice not with 1 munic%'") > 0;
}

/* An incident whose first notice was sent and looked at. */
static int64_t
looked_at(struct house *h, enum outcome sms)
{
	struct err e = {""};
	int64_t id;

	h->setup.conf->escalation.unreached = 15 * MINUTE;
	id = send_one(h, false);
	work(h, CHANNEL_MAIL, OUTCOME_ACCEPTED, "2.0.0 Ok");
	work(h, CHANNEL_SMS, sms, "no such number");
	must(core_ack(&h->core, id, false, h->now, &e), &e);
	h->now += 15 * MINUTE;
	turn(h);
	count(h, "DELETE FROM low");
	assert_false(rings_unreached(h));
	h->now += MINUTE;
	return id;
}

static void
test_lost_rings(void **state)
{
	struct house *h = *state;
	looked_at(h, OUTCOME_PERMFAIL);
	comes_back(h, last_mail(h, "0101").message, BOUNCE_FAILED, FMK, "");
	assert_true(rings_unreached(h));
	assert_int_equal(count(h, "SELECT count(*) FROM low"
				  " WHERE alarm = 'bounced'"
				  " AND about = '" FMK "'"),
	    1);
}

/* A relay that gives up brings them all back: that is no page for each. */
static void
test_many_lost(void **state)
{
	static char none[] = "", name[] = "Vagt";
	static char codes[][5] = {"0147", "0151", "0153"};
	struct house *h = *state;
	struct err e = {""};
	int64_t before;

	for (size_t i = 0; i < LENGTH(codes); i++) {
		char *address = xasprintf("fmk%zu@example.dk", i);
		struct contact c = {.org = codes[i],
		    .name = name,
		    .email = address,
		    .phone = none,
		    .enabled = true};

		must(store_contact_put(h->store, &c, &e), &e);
		free(address);
	}
	looked_at(h, OUTCOME_PERMFAIL);
	before = count(h, PAGES);
	comes_back(h, last_mail(h, "0101").message, BOUNCE_FAILED, FMK, "");
	assert_true(rings_unreached(h));
	assert_int_equal(count(h, PAGES), before + 1);
	for (size_t i = 0; i < LENGTH(codes); i++) {
		char *address = xasprintf("fmk%zu@example.dk", i);

		h->now += 2;
		comes_back(h, last_mail(h, codes[i]).message, BOUNCE_FAILED,
		    address, "");
		turn(h);
		free(address);
	}
	assert_int_equal(count(h, PAGES), before + 1);
	h->now += h->setup.conf->notices.min_gap;
	turn(h);
	assert_int_equal(
	    count(h, PAGES " AND detail LIKE '%with 4 munic%'"), 1);
	assert_int_equal(count(h, PAGES), before + 2);
}

/* It has the SMS: nobody is woken. */
static void
test_reached_otherwise(void **state)
{
	struct house *h = *state;
	looked_at(h, OUTCOME_ACCEPTED);
	comes_back(h, last_mail(h, "0101").message, BOUNCE_FAILED, FMK, "");
	assert_false(rings_unreached(h));
	assert_int_equal(count(h, "SELECT count(*) FROM low"), 1);
}

/* Whether it arrived was not known at the end: told as if it had not. */
static void
test_in_doubt(void **state)
{
	struct house *h = *state;

	h->setup.conf->escalation.unreached = 15 * MINUTE;
	send_one(h, false);
	work(h, CHANNEL_MAIL, OUTCOME_UNKNOWN, "no answer");
	work(h, CHANNEL_SMS, OUTCOME_UNKNOWN, "no answer");
	count(h, "UPDATE delivery SET done = due WHERE state = 'unknown'");
	h->now += 15 * MINUTE;
	assert_true(rings_unreached(h));
	assert_int_equal(count(h, "SELECT count(*) FROM low"
				  " WHERE alarm = 'in_doubt'"
				  " AND detail LIKE '%no answer'"),
	    2);
	assert_int_equal(count(h, "SELECT count(*) FROM low"), 2);
}

/* What has not been looked at yet is told by that look, once. */
static void
test_before_the_look(void **state)
{
	struct house *h = *state;

	h->setup.conf->escalation.unreached = 15 * MINUTE;
	send_one(h, false);
	work(h, CHANNEL_MAIL, OUTCOME_ACCEPTED, "2.0.0 Ok");
	work(h, CHANNEL_SMS, OUTCOME_PERMFAIL, "no such number");
	comes_back(h, last_mail(h, "0101").message, BOUNCE_FAILED, FMK, "");
	assert_false(rings_unreached(h));
	assert_int_equal(count(h, "SELECT count(*) FROM low"), 0);
	h->now += 15 * MINUTE;
	turn(h);
	assert_true(rings_unreached(h));
	assert_int_equal(count(h, "SELECT count(*) FROM low"
				  " WHERE about = '" FMK "'"),
	    1);
}

/* A newer notice is under way, or it is over: no ringing. */
static void
test_late(void **state)
{
	struct house *h = *state;
	int64_t id = looked_at(h, OUTCOME_PERMFAIL), first;
	struct statement s = {.since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE};
	struct err e = {""};

	first = last_mail(h, "0101").message;
	must(core_resolve(&h->core, id, &s, h->now, &e), &e);
	comes_back(h, first, BOUNCE_FAILED, FMK, "");
	assert_false(rings_unreached(h));
	accept_all(h);
	h->now += DAY;
	turn(h);
	comes_back(h, last_mail(h, "0101").message, BOUNCE_FAILED, FMK, "");
	assert_int_equal(
	    count(h, "SELECT count(*) FROM call WHERE closed IS NULL"
		     " AND alarm = 'unreached'"),
	    0);
}

/* A page proves nothing of an address, and one that comes back is told. */
static void
test_page(void **state)
{
	struct house *h = *state;
	struct deliveries l = {0};
	struct delivery_query q = {0};
	struct err e = {""};
	int64_t page = 0;

	send_one(h, false);
	must(core_alarm(&h->core,
		 &(struct alarm){ALARM_TEMPLATE_FAILED, NULL, "why"}, h->now,
		 &e),
	    &e);
	turn(h);
	accept_all(h);
	must(store_deliveries(h->store, &q, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++)
		if (str_eq(l.v[i].address, "vagt@example.dk"))
			page = l.v[i].message;
	deliveries_clear(&l);
	assert_true(page != 0);
	expect_known(h, CHANNEL_MAIL, "vagt@example.dk", "nothing");
	assert_int_equal(
	    comes_back(h, page, BOUNCE_FAILED, "vagt@example.dk", ""),
	    BOUNCED_BOOKED);
	expect_known(h, CHANNEL_MAIL, "vagt@example.dk", "nothing");
	assert_int_equal(count(h, "SELECT count(*) FROM low"
				  " WHERE about = 'vagt@example.dk'"),
	    1);
}

static void
test_clear(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	send_one(h, true);
	accept_all(h);
	assert_int_equal(core_bounce_clear(&h->core, FMK, h->now, &e), 0);
	comes_back(h, last_mail(h, "0101").message, BOUNCE_FAILED, FMK, "");
	assert_int_equal(core_bounce_clear(&h->core, FMK, h->now, &e), 1);
	expect_known(h, CHANNEL_MAIL, FMK, "nothing");
	assert_int_equal(core_bounce_clear(&h->core, FMK, h->now, &e), 0);
	assert_int_equal(count(h, "SELECT count(*) FROM audit"
				  " WHERE action = 'bounce.cleared'"),
	    1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_sender),
	    cmocka_unit_test(test_sender_again),
	    HOME_TEST(test_forged),
	    HOME_TEST(test_without),
	    HOME_TEST(test_failed),
	    HOME_TEST(test_earlier_proof),
	    HOME_TEST(test_taken_is_not_enough),
	    HOME_TEST(test_delivered_after_all),
	    HOME_TEST(test_refused_at_once),
	    HOME_TEST(test_refused_because_of_us),
	    HOME_TEST(test_no_circle),
	    HOME_TEST(test_delayed),
	    HOME_TEST(test_delayed_again),
	    HOME_TEST(test_early),
	    HOME_TEST(test_recipient),
	    HOME_TEST(test_all_or_nothing),
	    HOME_TEST(test_lost_rings),
	    HOME_TEST(test_many_lost),
	    HOME_TEST(test_reached_otherwise),
	    HOME_TEST(test_in_doubt),
	    HOME_TEST(test_before_the_look),
	    HOME_TEST(test_late),
	    HOME_TEST(test_page),
	    HOME_TEST(test_clear),
	};

	return cmocka_run_group_tests_name("bounces", tests, NULL, NULL);
}
