/*
 * Unit tests of the calls of the on-call, through the whole core on a made
 * clock: who is paged when, who answers, and what that does.
 */
#include "calls_house.h"

#define REST "Bo Dam, Carl Eg"
#define DOWN "The municipalities are being told"
#define DECIDE "Decide: send to the municipalities, or dismiss"

static const struct told login = {"nspop", "i2", "NemLog-in fejler",
    "Login via NemLog-in fejler for alle.", PHASE_OPEN, 0};

/* --- the chain -------------------------------------------------------------
 */

static void
test_nobody_answers(void **state)
{
	struct house *h = *state;

	feed_says(h, "nspop", &down, 1);
	for (int round = 0; round < 3; round++) {
		expect_page(h, "Anna Berg", DOWN);
		later(h, 10 * MINUTE - 1);
		expect_page(h, "Anna Berg", DOWN);
		later(h, 1);
		expect_page(h, REST, DOWN);
		later(h, 10 * MINUTE);
		expect_page(h, "Dorte Falk", DOWN);
		later(h, 15 * MINUTE - 1);
		expect_page(h, "Dorte Falk", DOWN);
		later(h, 1);
	}
	/* Everybody, each half hour, for ever. */
	for (int k = 0; k < 5; k++) {
		int n = pages(h);

		expect_page(h, "Anna Berg, Bo Dam, Carl Eg, Dorte Falk", DOWN);
		later(h, 30 * MINUTE - 1);
		assert_int_equal(pages(h), n);
		later(h, 1);
		assert_int_equal(pages(h), n + 1);
	}
}

/* The daemon was down for a while: one step at a time, none is left out. */
static void
test_late_turn_pages_one_step(void **state)
{
	struct house *h = *state;

	feed_says(h, "nspop", &down, 1);
	later(h, 5 * HOUR);
	expect_page(h, REST, DOWN);
	assert_int_equal(pages(h), 2);
	later(h, 10 * MINUTE);
	expect_page(h, "Dorte Falk", DOWN);
}

static void
test_alarm_addresses_are_in_the_first_step(void **state)
{
	struct house *h = *state;

	strv_add(&h->setup.conf->alarm.mail, "vagt@example.dk");
	strv_add(&h->setup.conf->alarm.sms, "+4500000011"); /* Anna's */
	feed_says(h, "nspop", &down, 1);
	expect_page(h, "Anna Berg, vagt@example.dk", DOWN);
	later(h, 10 * MINUTE);
	expect_page(h, REST, DOWN);
}

static void
test_gap_falls_to_the_team(void **state)
{
	struct house *h = *state;

	/* A rota of shifts of last year. */
	duty.people.n = 0;
	feed_says(h, "nspop", &down, 1);
	duty.people.n = 2;
	expect_page(h, "Anna Berg, " REST, DOWN);
	/* All of MedCom is paged: its second step has nobody left. */
	later(h, 10 * MINUTE);
	expect_page(h, "Dorte Falk", DOWN);
}

static void
test_stranger_in_the_rota_falls_to_the_team(void **state)
{
	struct house *h = *state;

	xreplace(&duty.people.v[0], "Erik Gram");
	feed_says(h, "nspop", &down, 1);
	expect_page(h, "Anna Berg, " REST, DOWN);
}

/* A step without anybody is skipped, and the next page says so. */
static void
test_empty_step_is_skipped(void **state)
{
	struct house *h = *state;
	struct step_conf steps[] = {
	    {.name = (char[]){"Region Nord"},
		.team = (char[]){"nord"},
		.rota = (char[]){""},
		.wait = 600},
	    {.name = (char[]){""},
		.team = (char[]){"kl"},
		.rota = (char[]){""},
		.wait = 600},
	};
	struct notices l = {0};
	struct notice_body b;
	struct err e = {""};

	strv_add(&steps[0].channels, "mail");
	strv_add(&steps[1].channels, "mail");
	h->setup.conf->escalation.steps = steps;
	h->setup.conf->escalation.n_steps = 2;
	feed_says(h, "nspop", &down, 1);
	expect_page(h, "Dorte Falk", DOWN);
	assert_int_equal(pages(h), 1);
	must(store_notices(h->store, 0, 0, &l, &e), &e);
	assert_int_equal(
	    store_notice_body(h->store, l.v[l.n - 1].id, ORG_ONCALL, &b, &e),
	    1);
	assert_non_null(strstr(b.text, "Der var ingen at kalde: Region Nord."));
	notice_body_clear(&b);
	notices_clear(&l);
	h->setup.conf->escalation.steps = NULL;
	h->setup.conf->escalation.n_steps = 0;
	strv_clear(&steps[0].channels);
	strv_clear(&steps[1].channels);
}

/* Nobody at all: the log says so, and it is tried again. */
static void
test_nobody_to_page(void **state)
{
	struct house *h = *state;
	struct contacts l = {0};
	struct err e = {""};

	must(store_contacts(h->store, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++)
		if (strcmp(l.v[i].org, "0101") != 0)
			must(store_contact_remove(h->store, l.v[i].id, &e), &e);
	contacts_clear(&l);
	feed_says(h, "nspop", &down, 1);
	assert_int_equal(pages(h), 0);
	add_contact(h, "kl", "Gerda", "gerda@example.dk", "");
	later(h, 30 * MINUTE);
	expect_page(h, "Gerda", DOWN);
}

/* The rota changes hands on Monday at 08:00, in summer time by then. */
static void
test_handover_in_the_middle_of_a_call(void **state)
{
	struct house *h = *state;

	h->now = INT64_C(1774850100); /* 2026-03-30T05:55Z, 07:55 there */
	feed_says(h, "nspop", &down, 1);
	expect_page(h, "Anna Berg", DOWN);
	later(h, 10 * MINUTE);
	/* The rest of the team is the same, whoever is on call now. */
	expect_page(h, REST, DOWN);
	later(h, 10 * MINUTE);
	later(h, 15 * MINUTE);
	expect_page(h, "Bo Dam", DOWN); /* round two: it is his week */
}

/* The hour that comes twice in October is an hour, and no handover. */
static void
test_winter_time_in_the_middle_of_a_call(void **state)
{
	struct house *h = *state;

	/* 2026-10-25T00:50Z, 02:50 in summer time; it is Anna's week. */
	h->now = INT64_C(1792889400);
	feed_says(h, "nspop", &down, 1);
	expect_page(h, "Anna Berg", DOWN);
	later(h, 10 * MINUTE); /* 02:00 again */
	expect_page(h, REST, DOWN);
	later(h, 10 * MINUTE);
	expect_page(h, "Dorte Falk", DOWN);
	later(h, 15 * MINUTE);
	expect_page(h, "Anna Berg", DOWN);
}

static void
test_clock_back_rings_on(void **state)
{
	struct house *h = *state;

	feed_says(h, "nspop", &down, 1);
	later(h, -10 * HOUR);
	expect_page(h, REST, DOWN);
	later(h, 10 * MINUTE);
	expect_page(h, "Dorte Falk", DOWN);
}

/* --- answers ---------------------------------------------------------------
 */

static void
test_ack_stops_it_and_is_told(void **state)
{
	struct house *h = *state;
	struct err e = {""};
	int n;

	feed_says(h, "nspop", &down, 1);
	later(h, 10 * MINUTE);
	h->core.actor = "user bo";
	must(core_ack(&h->core, 1, false, h->now, &e), &e);
	expect_owner(h, 1, "bo");
	expect_page(h, "Anna Berg, " REST, "taken by bo");
	n = pages(h);
	for (int k = 0; k < 20; k++)
		later(h, 10 * MINUTE);
	assert_int_equal(pages(h), n);
}

static void
test_ack_lapses(void **state)
{
	struct house *h = *state;
	struct code c;

	feed_says(h, "nspop", &down, 1);
	c = code_of(h, "medcom", ANNA, CODE_ACK);
	assert_int_equal(follow(h, &c), ANSWER_GOOD);
	expect_owner(h, 1, "Anna Berg");
	later(h, 4 * HOUR - 1);
	expect_page(h, "Anna Berg", "taken by Anna Berg");
	later(h, 1);
	expect_page(h, "Anna Berg", "not attended any more by Anna Berg");
	expect_owner(h, 1, "");
	later(h, 10 * MINUTE);
	expect_page(h, REST, DOWN);
}

/* What its owner does about the incident keeps it his. */
static void
test_work_on_it_keeps_it(void **state)
{
	struct house *h = *state;
	struct statement s = {.text = "Vi venter på leverandøren.",
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE};
	struct err e = {""};
	int n;

	feed_says(h, "nspop", &down, 1);
	h->core.actor = "user bo";
	must(core_update(&h->core, 1, &s, h->now, &e), &e);
	expect_owner(h, 1, "bo"); /* who does something has answered */
	later(h, 3 * HOUR);
	must(core_update(&h->core, 1, &s, h->now, &e), &e);
	n = pages(h);
	later(h, 3 * HOUR);
	assert_int_equal(pages(h), n);
	later(h, HOUR);
	expect_page(h, "Anna Berg", "not attended any more by bo");
}

static void
test_pending_is_not_settled_by_ack(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	feed_says(h, "nspop", &login, 1);
	expect_page(h, "Anna Berg", DECIDE);
	assert_int_equal(core_ack(&h->core, 1, false, h->now, &e), -1);
	assert_non_null(strstr(e.msg, "approve it or dismiss it"));
	later(h, 10 * MINUTE);
	expect_page(h, REST, DECIDE);
}

static void
test_approve_by_link(void **state)
{
	struct house *h = *state;
	struct code yes, no;

	feed_says(h, "nspop", &login, 1);
	yes = code_of(h, "medcom", ANNA, CODE_APPROVE);
	no = code_of(h, "medcom", ANNA, CODE_DISMISS);
	assert_int_equal(follow(h, &yes), ANSWER_GOOD);
	expect(h, "first", 1);
	expect_page(h, "Anna Berg", "taken by Anna Berg");
	expect_owner(h, 1, "Anna Berg");
	assert_int_equal(follow(h, &yes), ANSWER_USED);
	assert_int_equal(follow(h, &no), ANSWER_SETTLED);
	later(h, HOUR);
	expect(h, "first", 1);
}

static void
test_dismiss_by_sms(void **state)
{
	struct house *h = *state;
	struct code c;

	feed_says(h, "nspop", &login, 1);
	c = code_of(h, "medcom", ANNA, CODE_DISMISS);
	reply(h, "+4500000011", "nej", c.reply);
	expect_page(h, "Anna Berg", "dismissed by Anna Berg");
	expect_owner(h, 1, "-");
	later(h, 10 * HOUR);
	expect(h, "", 1);
}

/* Two at once: one has it, the other hears who. */
static void
test_second_hears_who_was_first(void **state)
{
	struct house *h = *state;
	struct code anna, bo;

	feed_says(h, "nspop", &down, 1);
	later(h, 10 * MINUTE);
	anna = code_of(h, "medcom", ANNA, CODE_ACK);
	bo = code_of(h, "medcom", BO, CODE_ACK);
	assert_int_equal(follow(h, &anna), ANSWER_GOOD);
	reply(h, "+4500000012", "OK", bo.reply);
	expect_owner(h, 1, "Anna Berg");
	expect_page(h, "Bo Dam", "taken by Anna Berg");
	assert_int_equal(follow(h, &bo), ANSWER_TAKEN);
	expect_owner(h, 1, "Anna Berg");
}

static void
test_taking_over(void **state)
{
	struct house *h = *state;
	struct err e = {""};
	struct code c;

	feed_says(h, "nspop", &down, 1);
	c = code_of(h, "medcom", ANNA, CODE_ACK);
	assert_int_equal(follow(h, &c), ANSWER_GOOD);
	h->core.actor = "user dorte";
	assert_int_equal(core_ack(&h->core, 1, false, h->now, &e), -1);
	assert_non_null(strstr(e.msg, "taken by Anna Berg"));
	must(core_ack(&h->core, 1, true, h->now, &e), &e);
	expect_owner(h, 1, "dorte");
	expect_page(h, "Anna Berg", "taken by dorte");
}

static void
test_codes_that_do_nothing(void **state)
{
	struct house *h = *state;
	struct code c, guess;
	struct err e = {""};

	feed_says(h, "nspop", &down, 1);
	c = guess = code_of(h, "medcom", ANNA, CODE_ACK);
	guess.token[0] = guess.token[0] == 'A' ? 'B' : 'A';
	assert_int_equal(follow(h, &guess), ANSWER_UNKNOWN);
	/* Anna's digits from Bo's telephone, and another word. */
	reply(h, "+4500000012", "OK", c.reply);
	reply(h, "+4500000099", "OK", c.reply);
	reply(h, "+4500000011", "NEJ", c.reply);
	expect_owner(h, 1, "");
	expect_page(h, "Anna Berg", "a reply with a wrong word");
	/* Four hours later it has lapsed; newer ones have not. */
	for (int k = 0; k < 24; k++)
		later(h, 10 * MINUTE);
	assert_int_equal(follow(h, &c), ANSWER_LAPSED);
	expect_owner(h, 1, "");
	c = code_of(h, "medcom", ANNA, CODE_ACK);
	assert_int_equal(follow(h, &c), ANSWER_GOOD);
	assert_int_equal(core_ack(&h->core, 77, false, h->now, &e), -1);
	assert_int_equal(core_ack_call(&h->core, 77, false, h->now, &e), -1);
}

/* Looking at a link does nothing. */
static void
test_look_does_nothing(void **state)
{
	struct house *h = *state;
	struct answer a;
	struct err e = {""};
	struct code c;
	int n;

	feed_says(h, "nspop", &down, 1);
	c = code_of(h, "medcom", ANNA, CODE_ACK);
	n = pages(h);
	for (int k = 0; k < 3; k++) {
		must(core_answer_look(&h->core, c.token, h->now, &a, &e), &e);
		assert_int_equal(a.result, ANSWER_GOOD);
		assert_string_equal(a.code.name, "Anna Berg");
		assert_string_equal(a.incident.title, down.title);
		answer_clear(&a);
	}
	expect_owner(h, 1, "");
	assert_int_equal(pages(h), n);
}

static void
test_guesses_by_sms_are_stopped(void **state)
{
	struct house *h = *state;
	struct code c;
	int n;

	feed_says(h, "nspop", &down, 1);
	c = code_of(h, "medcom", ANNA, CODE_ACK);
	guess(h, "+4500000011", &c);
	n = pages(h);
	reply(h, "+4500000011", "OK", c.reply); /* too late */
	expect_owner(h, 1, "");
	assert_int_equal(pages(h), n);
	/* The link is another matter, and so is the next hour. */
	h->now += HOUR + 1;
	reply(h, "+4500000011", "OK", c.reply);
	expect_owner(h, 1, "Anna Berg");
}

/* --- what rings ------------------------------------------------------------
 */

static void
test_worse_rings_anew(void **state)
{
	struct house *h = *state;
	struct told slow = down;
	struct code c;

	slow.title = "FMK er langsomt";
	slow.text = "Opslag i FMK er langsomme for alle.";
	feed_says(h, "nspop", &slow, 1);
	c = code_of(h, "medcom", ANNA, CODE_ACK);
	assert_int_equal(follow(h, &c), ANSWER_GOOD);
	h->now += HOUR;
	feed_says(h, "nspop", &down, 1);
	expect_owner(h, 1, "");
	expect_page(h, "Anna Berg", DOWN);
	/* Better is no reason to wake anybody. */
	c = code_of(h, "medcom", ANNA, CODE_ACK);
	assert_int_equal(follow(h, &c), ANSWER_GOOD);
	h->now += HOUR;
	feed_says(h, "nspop", &slow, 1);
	expect_owner(h, 1, "Anna Berg");
}

static void
test_end_is_told_to_who_was_paged(void **state)
{
	struct house *h = *state;
	int n;

	feed_says(h, "nspop", &down, 1);
	later(h, 10 * MINUTE);
	later(h, 10 * MINUTE);
	feed_says(h, "nspop", &over, 1);
	expect_page(h, "Anna Berg, Bo Dam, Carl Eg, Dorte Falk", "settled");
	expect_owner(h, 1, "-");
	n = pages(h);
	later(h, 5 * HOUR);
	assert_int_equal(pages(h), n);
	/* Back within a day: it rings again. */
	feed_says(h, "nspop", &down, 1);
	expect_page(h, "Anna Berg", DOWN);
}

static void
test_announced_work_wakes_nobody_up_the_chain(void **state)
{
	struct house *h = *state;
	struct statement s = {.effect = EFFECT_PLANNED,
	    .title = "Servicevindue på FMK",
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = NOW + 100 * HOUR,
	    .ends = NOW + 102 * HOUR};
	struct err e = {""};
	int64_t id = 0;
	int n;

	must(core_send(&h->core, &s, h->now, &id, &e), &e);
	later(h, 50 * HOUR);
	assert_int_equal(pages(h), 0);
	/* Past its end somebody must say what it is, and who sent it, too. */
	h->now = NOW + 102 * HOUR;
	turn(h);
	expect_page(h, "Bo Dam", "past its end"); /* the next week */
	n = pages(h);
	later(h, 10 * MINUTE);
	assert_int_equal(pages(h), n + 1);
	h->core.actor = "user bo";
	must(core_ack(&h->core, id, false, h->now, &e), &e);
	n = pages(h);
	later(h, HOUR);
	assert_int_equal(pages(h), n);
}

static void
test_failing_feed_rings_until_it_is_well(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	for (int k = 0; k < 30; k++) {
		must(core_feed_failed(&h->core, "nspop", CAUSE_STATUS,
			 "HTTP status 500", h->now, &e),
		    &e);
		later(h, MINUTE);
	}
	expect_page(h, "Dorte Falk", "Feed nspop cannot be read");
	for (int k = 0; k < 10; k++) {
		must(core_feed_unchanged(&h->core, "nspop", h->now, &e), &e);
		later(h, MINUTE);
	}
	expect_page(h, "Anna Berg, Bo Dam, Carl Eg, Dorte Falk",
	    "Feed nspop is well again");
	assert_int_equal(pages(h), 4);
	later(h, 5 * HOUR);
	assert_int_equal(pages(h), 4);
}

/* Of an alarm that lasts somebody has to know; it is over when it is over. */
static void
test_alarms_are_taken(void **state)
{
	struct house *h = *state;
	struct alarm broken = {ALARM_TEMPLATE_FAILED, NULL, "x"};
	struct alarm files = {ALARM_CONFIG_BAD, NULL, NULL};
	struct calls l = {0};
	struct err e = {""};
	int n;

	must(core_alarm(&h->core, &broken, h->now, &e), &e);
	must(core_alarm(&h->core, &broken, h->now, &e), &e);
	must(core_alarm(&h->core, &files, h->now, &e), &e);
	turn(h);
	assert_int_equal(pages(h), 2);
	must(store_calls(h->store, &l, &e), &e);
	assert_int_equal(l.n, 2);
	h->core.actor = "user bo";
	for (size_t i = 0; i < l.n; i++)
		must(core_ack_call(&h->core, l.v[i].id, false, h->now, &e), &e);
	calls_clear(&l);
	expect_page(h, "Anna Berg", "taken by bo");
	n = pages(h);
	later(h, 10 * HOUR);
	assert_int_equal(pages(h), n); /* nothing lapses */
	must(store_calls(h->store, &l, &e), &e);
	assert_int_equal(l.n, 1); /* the files are still bad */
	calls_clear(&l);
	must(core_alarm_over(&h->core, ALARM_CONFIG_BAD, "", h->now, &e), &e);
	expect_page(h, "Anna Berg", "settled");
	must(store_calls(h->store, &l, &e), &e);
	assert_int_equal(l.n, 0);
}

/* A quarter of an hour after a notice nothing has gone out by mail or SMS. */
static void
test_unreached_rings(void **state)
{
	struct house *h = *state;
	struct code c;

	h->setup.conf->escalation.unreached = 15 * MINUTE;
	feed_says(h, "nspop", &down, 1);
	c = code_of(h, "medcom", ANNA, CODE_ACK);
	assert_int_equal(follow(h, &c), ANSWER_GOOD);
	later(h, 15 * MINUTE - 1);
	expect_owner(h, 1, "Anna Berg");
	later(h, 1);
	expect_owner(h, 1, "");
	expect_page(h, "Anna Berg",
	    "Notice not with 1 municipalities: "
	    "K\xc3\xb8"
	    "benhavn");
	/* Once for a notice. */
	c = code_of(h, "medcom", ANNA, CODE_ACK);
	assert_int_equal(follow(h, &c), ANSWER_GOOD);
	later(h, HOUR);
	expect_owner(h, 1, "Anna Berg");
}

/* While it rings, who was paged hears it, and the chain goes on in time. */
static void
test_unreached_while_it_rings(void **state)
{
	struct house *h = *state;

	h->setup.conf->escalation.unreached = 15 * MINUTE;
	feed_says(h, "nspop", &down, 1);
	later(h, 10 * MINUTE);
	expect_page(h, REST, DOWN);
	later(h, 5 * MINUTE);
	expect_page(h, "Anna Berg, " REST, "Notice not with 1");
	later(h, 5 * MINUTE);
	expect_page(h, "Dorte Falk", "Notice not with 1");
}

/* One address that fails, in a municipality that has the notice, can wait. */
static void
test_bounces_are_collected(void **state)
{
	struct house *h = *state;
	struct deliveries l = {0};
	struct err e = {""};
	int n, mails = 0;

	h->setup.conf->escalation.unreached = 15 * MINUTE;
	feed_says(h, "nspop", &down, 1);
	work(h, CHANNEL_MAIL, OUTCOME_PERMFAIL);
	work(h, CHANNEL_SMS, OUTCOME_ACCEPTED);
	h->core.actor = "user bo";
	must(core_ack(&h->core, 1, false, h->now, &e), &e);
	later(h, 15 * MINUTE);
	expect_owner(h, 1, "bo");
	n = pages(h);
	later(h, HOUR - 1);
	assert_int_equal(pages(h), n);
	later(h, 1);
	assert_int_equal(pages(h), n + 1);
	must(store_deliveries(h->store,
		 &(struct delivery_query){.unfinished = true}, &l, &e),
	    &e);
	for (size_t i = 0; i < l.n; i++)
		if (l.v[i].created == h->now) {
			assert_int_equal(l.v[i].channel, CHANNEL_MAIL);
			mails++;
		}
	assert_int_equal(mails, 1);
	deliveries_clear(&l);
}

/* Each gets his own codes, in texts of the same length. */
static void
test_codes_are_filled_in(void **state)
{
	struct house *h = *state;
	struct messages l = {0};
	struct err e = {""};
	struct code anna;

	feed_says(h, "nspop", &login, 1);
	anna = code_of(h, "medcom", ANNA, CODE_APPROVE);
	assert_int_equal(
	    outbox_claim(h->store, CHANNEL_MAIL, h->now, 1, 10, &l, &e), 1);
	assert_int_equal(l.n, 1);
	assert_non_null(strstr(l.v[0].text, anna.token));
	assert_non_null(strstr(l.v[0].html, anna.token));
	assert_null(strstr(l.v[0].text, personal_token(CODE_APPROVE)));
	assert_null(strstr(l.v[0].text, personal_token(CODE_DISMISS)));
	messages_clear(&l);
	assert_int_equal(
	    outbox_claim(h->store, CHANNEL_SMS, h->now, 1, 10, &l, &e), 1);
	assert_non_null(strstr(l.v[0].text, "SEND "));
	assert_non_null(strstr(l.v[0].text, anna.reply));
	assert_null(strstr(l.v[0].text, "@"));
	messages_clear(&l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CALL_TEST(test_nobody_answers),
	    CALL_TEST(test_late_turn_pages_one_step),
	    CALL_TEST(test_alarm_addresses_are_in_the_first_step),
	    CALL_TEST(test_gap_falls_to_the_team),
	    CALL_TEST(test_stranger_in_the_rota_falls_to_the_team),
	    CALL_TEST(test_empty_step_is_skipped),
	    CALL_TEST(test_nobody_to_page),
	    CALL_TEST(test_handover_in_the_middle_of_a_call),
	    CALL_TEST(test_winter_time_in_the_middle_of_a_call),
	    CALL_TEST(test_clock_back_rings_on),
	    CALL_TEST(test_ack_stops_it_and_is_told),
	    CALL_TEST(test_ack_lapses),
	    CALL_TEST(test_work_on_it_keeps_it),
	    CALL_TEST(test_pending_is_not_settled_by_ack),
	    CALL_TEST(test_approve_by_link),
	    CALL_TEST(test_dismiss_by_sms),
	    CALL_TEST(test_second_hears_who_was_first),
	    CALL_TEST(test_taking_over),
	    CALL_TEST(test_codes_that_do_nothing),
	    CALL_TEST(test_look_does_nothing),
	    CALL_TEST(test_guesses_by_sms_are_stopped),
	    CALL_TEST(test_worse_rings_anew),
	    CALL_TEST(test_end_is_told_to_who_was_paged),
	    CALL_TEST(test_announced_work_wakes_nobody_up_the_chain),
	    CALL_TEST(test_failing_feed_rings_until_it_is_well),
	    CALL_TEST(test_alarms_are_taken),
	    CALL_TEST(test_unreached_rings),
	    CALL_TEST(test_unreached_while_it_rings),
	    CALL_TEST(test_bounces_are_collected),
	    CALL_TEST(test_codes_are_filled_in),
	};

	return cmocka_run_group_tests_name("calls", tests, NULL, NULL);
}
