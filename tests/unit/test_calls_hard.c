/*
 * Unit tests of the calls of the on-call where something else happens in the
 * middle: people and files that change, channels that are off, news of what
 * somebody has, answers that come second.
 */
#include "calls_house.h"

#define REST "Bo Dam, Carl Eg"
#define DOWN "The municipalities are being told"

static const struct told login = {"nspop", "i2", "NemLog-in fejler",
    "Login via NemLog-in fejler for alle.", PHASE_OPEN, 0};
static const struct told slow = {"nspop", "i1", "FMK er langsomt",
    "Opslag i FMK er langsomme for alle.", PHASE_OPEN, 0};

static void
raise(struct house *h, enum alarm_kind kind, const char *about,
    const char *detail)
{
	struct err e = {""};

	must(core_alarm(
		 &h->core, &(struct alarm){kind, about, detail}, h->now, &e),
	    &e);
	turn(h);
}

static size_t
open_calls(struct house *h)
{
	struct calls l = {0};
	struct err e = {""};
	size_t n;

	must(store_calls(h->store, &l, &e), &e);
	n = l.n;
	calls_clear(&l);
	return n;
}

/* Takes every call that is open. */
static void
take_all(struct house *h)
{
	struct calls l = {0};
	struct err e = {""};

	must(store_calls(h->store, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++)
		if (*l.v[i].owner == '\0')
			must(core_ack_call(
				 &h->core, l.v[i].id, false, h->now, &e),
			    &e);
	calls_clear(&l);
}

static void
set_email(struct house *h, int64_t id, const char *email)
{
	struct contacts l = {0};
	struct err e = {""};

	must(store_contacts(h->store, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++) {
		if (l.v[i].id != id)
			continue;
		xreplace(&l.v[i].email, email);
		must(store_contact_put(h->store, &l.v[i], &e), &e);
	}
	contacts_clear(&l);
}

/* --- alarms ----------------------------------------------------------------
 */

/* Who was paged then, and who is first now, may be one person. */
static void
test_well_after_an_address_was_mended(void **state)
{
	struct house *h = *state;

	strv_add(&h->setup.conf->alarm.mail, "vagt@example.dk");
	raise(h, ALARM_FEED_FAILING, "nspop", "HTTP status 500");
	set_email(h, ANNA, "anna.berg@example.dk");
	xreplace(&h->setup.conf->alarm.mail.v[0], "nat@example.dk");
	raise(h, ALARM_FEED_WELL, "nspop", NULL);
	expect_page(
	    h, "vagt@example.dk, Anna Berg, nat@example.dk", "is well again");
	assert_int_equal(open_calls(h), 0);
}

/* A feed is one thing at a time, and rings once for it. */
static void
test_one_call_a_feed(void **state)
{
	struct house *h = *state;
	int n;

	raise(h, ALARM_FEED_FAILING, "nspop", "HTTP status 500");
	assert_int_equal(open_calls(h), 1);
	raise(h, ALARM_FEED_PARTLY, "nspop", "only a part");
	assert_int_equal(open_calls(h), 1);
	expect_page(h, "Anna Berg", "cannot be read wholly");
	/* The same again is no news. */
	n = pages(h);
	raise(h, ALARM_FEED_PARTLY, "nspop", "another part");
	assert_int_equal(pages(h), n);
	later(h, 10 * MINUTE);
	expect_page(h, REST, "cannot be read wholly");
	/* It can be read, though there is little in it: nothing rings. */
	raise(h, ALARM_FEED_SHRUNKEN, "nspop", "4 of 5 events are gone");
	assert_int_equal(open_calls(h), 0);
	expect_page(h, "Anna Berg, " REST, "has shrunk");
}

static void
test_start_ends_what_the_files_end(void **state)
{
	struct house *h = *state;
	struct feed_conf feed = {.name = (char[]){"nspop"}};
	struct err e = {""};

	h->setup.conf->feeds = &feed;
	h->setup.conf->n_feeds = 1;
	raise(h, ALARM_CONFIG_BAD, NULL, NULL);
	raise(h, ALARM_FEED_FAILING, "nspop", "x");
	raise(h, ALARM_FEED_FAILING, "gone", "x");
	raise(h, ALARM_TEMPLATE_FAILED, NULL, "x");
	assert_int_equal(open_calls(h), 4);
	must(core_alarms_begin(&h->core, h->now, &e), &e);
	assert_int_equal(open_calls(h), 2);
	raise(h, ALARM_CONFIG_BAD, NULL, NULL);
	expect_page(h, "Anna Berg", "The files have mistakes");
	h->setup.conf->feeds = NULL;
	h->setup.conf->n_feeds = 0;
}

/* Two that are stuck ring once each, though they fail each half minute. */
static void
test_stuck_is_told_once(void **state)
{
	struct house *h = *state;
	struct err e = {""};
	int n;

	raise(h, ALARM_STUCK, "7", "its schedule spins");
	raise(h, ALARM_STUCK, "8", "its schedule spins");
	take_all(h);
	n = pages(h);
	for (int k = 0; k < 20; k++) {
		raise(h, ALARM_STUCK, "7", "its schedule spins");
		raise(h, ALARM_STUCK, "8", "its schedule spins");
		h->now += 30;
	}
	assert_int_equal(pages(h), n);
	must(core_alarm_over(&h->core, ALARM_STUCK, "7", h->now, &e), &e);
	raise(h, ALARM_STUCK, "7", "its schedule spins");
	expect_page(h, "Anna Berg", "Incident 7 cannot go on");
}

/* An incident of the house that goes on is stuck no more. */
static void
test_stuck_ends_with_it(void **state)
{
	struct house *h = *state;

	feed_says(h, "nspop", &down, 1);
	raise(h, ALARM_STUCK, "1", "x");
	assert_int_equal(open_calls(h), 1); /* its own; the turn went well */
}

static void
test_lows_wait_for_a_mail_address(void **state)
{
	struct house *h = *state;
	int64_t at;
	struct err e = {""};
	int n;

	set_email(h, ANNA, "");
	set_email(h, BO, "");
	set_email(h, DORTE, "");
	must(store_contact_remove(h->store, CARL, &e), &e);
	raise(h, ALARM_BOUNCED, "a@example.dk", "no such user");
	n = pages(h);
	later(h, 2 * HOUR);
	assert_int_equal(pages(h), n);
	must(store_low_oldest(h->store, &at, &e), &e);
	assert_true(at != TIME_NONE);
	/* Dorte, of the last team, is the first with an address. */
	set_email(h, DORTE, "dorte@example.dk");
	later(h, MINUTE);
	assert_int_equal(pages(h), n + 1);
	must(store_low_oldest(h->store, &at, &e), &e);
	assert_true(at == TIME_NONE);
}

/* --- the chain -------------------------------------------------------------
 */

static void
test_worse_is_told_at_once(void **state)
{
	struct house *h = *state;
	struct code c;

	feed_says(h, "nspop", &slow, 1);
	h->now += 5 * MINUTE;
	feed_says(h, "nspop", &down, 1); /* while it rings */
	assert_int_equal(pages(h), 2);
	expect_page(h, "Anna Berg", DOWN);
	later(h, 5 * MINUTE); /* and the chain goes on in time */
	expect_page(h, REST, DOWN);
	feed_says(h, "nspop", &slow, 1);
	c = code_of(h, "medcom", ANNA, CODE_ACK);
	assert_int_equal(follow(h, &c), ANSWER_GOOD);
	h->now += MINUTE;
	feed_says(h, "nspop", &down, 1); /* while somebody has it */
	expect_owner(h, 1, "");
	expect_page(h, "Anna Berg", DOWN);
}

/* Better and worse in turn do not keep it from going up. */
static void
test_up_and_down_reaches_kl(void **state)
{
	struct house *h = *state;
	bool kl = false;

	feed_says(h, "nspop", &slow, 1);
	for (int k = 0; k < 8; k++) {
		char *s;

		h->now += 9 * MINUTE;
		feed_says(h, "nspop", k % 2 == 0 ? &down : &slow, 1);
		s = last_page(h);
		kl |= strstr(s, "Dorte Falk") != NULL;
		free(s);
	}
	assert_true(kl);
}

/* Whoever had it hears first that it is worse. */
static void
test_owner_is_first_to_hear(void **state)
{
	struct house *h = *state;
	struct code c;

	feed_says(h, "nspop", &slow, 1);
	later(h, 10 * MINUTE);
	later(h, 10 * MINUTE);
	c = code_of(h, "kl", DORTE, CODE_ACK);
	assert_int_equal(follow(h, &c), ANSWER_GOOD);
	h->now += HOUR;
	feed_says(h, "nspop", &down, 1);
	expect_page(h, "Anna Berg, Dorte Falk", DOWN);
	/* The next step is as ever. */
	later(h, 10 * MINUTE);
	expect_page(h, REST, DOWN);
}

static void
test_channels_one_after_the_other(void **state)
{
	struct house *h = *state;
	struct step_conf steps[2] = {
	    {.name = (char[]){""},
		.team = (char[]){"kl"},
		.rota = (char[]){""},
		.wait = 600},
	    {.name = (char[]){""},
		.team = (char[]){"kl"},
		.rota = (char[]){""},
		.wait = 600},
	};
	struct code c;
	struct deliveries l = {0};
	struct err e = {""};
	int mails = 0, sms = 0;

	strv_add(&steps[0].channels, "mail");
	strv_add(&steps[1].channels, "sms");
	h->setup.conf->escalation.steps = steps;
	h->setup.conf->escalation.n_steps = 2;
	feed_says(h, "nspop", &down, 1);
	assert_int_equal(pages(h), 1);
	later(h, 10 * MINUTE);
	assert_int_equal(pages(h), 2);
	c = code_of(h, "kl", DORTE, CODE_ACK);
	assert_int_equal(follow(h, &c), ANSWER_GOOD);
	must(store_deliveries(h->store, &(struct delivery_query){0}, &l, &e),
	    &e);
	for (size_t i = 0; i < l.n; i++) {
		mails += str_eq(l.v[i].address, "dorte@example.dk");
		sms += str_eq(l.v[i].address, "+4500000013");
	}
	/* One each in its step, one each that she has it. */
	assert_int_equal(mails, 2);
	assert_int_equal(sms, 2);
	deliveries_clear(&l);
	h->setup.conf->escalation.steps = NULL;
	h->setup.conf->escalation.n_steps = 0;
	strv_clear(&steps[0].channels);
	strv_clear(&steps[1].channels);
}

/* Nobody is waited for whom nothing reaches. */
static void
test_a_channel_that_is_off(void **state)
{
	struct house *h = *state;

	set_email(h, ANNA, "");
	h->setup.conf->sms.off = true;
	feed_says(h, "nspop", &down, 1);
	expect_page(h, REST, DOWN);
}

static void
test_teams_in_the_order_of_the_file(void **state)
{
	struct house *h = *state;
	struct team_conf teams[] = {{(char[]){"kl"}, (char[]){"KL"}},
	    {(char[]){"medcom"}, (char[]){"MedCom"}}};

	h->setup.conf->escalation.teams = teams;
	h->setup.conf->escalation.n_teams = 2;
	feed_says(h, "nspop", &down, 1);
	expect_page(h, "Dorte Falk", DOWN);
	later(h, 10 * MINUTE);
	expect_page(h, "Anna Berg", DOWN);
	h->setup.conf->escalation.teams = NULL;
	h->setup.conf->escalation.n_teams = 0;
}

/* --- notices that reach nobody ----------------------------------------------
 */

/* That it is over has to be known, too. */
static void
test_end_that_reaches_nobody_rings(void **state)
{
	struct house *h = *state;

	h->setup.conf->escalation.unreached = 15 * MINUTE;
	feed_says(h, "nspop", &down, 1);
	/* Told that it is down, by SMS. */
	work(h, CHANNEL_SMS, OUTCOME_ACCEPTED);
	later(h, HOUR);
	feed_says(h, "nspop", &over, 1);
	later(h, 15 * MINUTE);
	expect_page(h, "Anna Berg", "Notice not with 1 municipalities");
	later(h, 10 * MINUTE);
	expect_page(h, REST, "Notice not with 1 municipalities");
	take_all(h);
	assert_int_equal(open_calls(h), 0);
}

static void
test_reach_after_the_clock_was_ahead(void **state)
{
	struct house *h = *state;
	struct code c;

	h->setup.conf->escalation.unreached = 15 * MINUTE;
	feed_says(h, "nspop", &down, 1);
	c = code_of(h, "medcom", ANNA, CODE_ACK);
	assert_int_equal(follow(h, &c), ANSWER_GOOD);
	later(h, -24 * HOUR);
	later(h, 15 * MINUTE);
	later(h, 1);
	expect_page(h, "Anna Berg", "Notice not with 1");
}

/* --- answers ----------------------------------------------------------------
 */

/* What waited at the gateway while somebody answered is not sent on. */
static void
test_no_page_after_the_answer(void **state)
{
	struct house *h = *state;
	struct messages l = {0};
	struct err e = {""};
	struct code c;

	feed_says(h, "nspop", &down, 1);
	c = code_of(h, "medcom", ANNA, CODE_ACK);
	assert_int_equal(follow(h, &c), ANSWER_GOOD);
	assert_int_equal(
	    outbox_claim(h->store, CHANNEL_MAIL, h->now, 1, 10, &l, &e), 1);
	assert_int_equal(l.n, 1);
	assert_null(strstr(l.v[0].text, c.token));
	messages_clear(&l);
}

/* Of two that wait for him, only the newer one. */
static void
test_only_the_newest_page(void **state)
{
	struct house *h = *state;
	struct messages l = {0};
	struct err e = {""};
	struct code c;
	int n = 0;

	feed_says(h, "nspop", &slow, 1);
	h->now += MINUTE;
	feed_says(h, "nspop", &down, 1);
	c = code_of(h, "medcom", ANNA, CODE_ACK);
	while (
	    outbox_claim(h->store, CHANNEL_MAIL, h->now, 1, 10, &l, &e) == 1) {
		for (size_t i = 0; i < l.n; i++)
			if (l.v[i].audience == ORG_ONCALL) {
				assert_non_null(strstr(l.v[i].text, c.token));
				n++;
			}
		messages_clear(&l);
	}
	assert_int_equal(n, 1);
}

/* SEND behind somebody who approved: it is going out, not over. */
static void
test_second_hears_that_it_went_out(void **state)
{
	struct house *h = *state;
	struct code anna, bo;

	feed_says(h, "nspop", &login, 1);
	later(h, 10 * MINUTE);
	anna = code_of(h, "medcom", ANNA, CODE_APPROVE);
	bo = code_of(h, "medcom", BO, CODE_APPROVE);
	reply(h, "+4500000011", "SEND", anna.reply);
	reply(h, "+4500000012", "SEND", bo.reply);
	expect_page(h, "Bo Dam", "approved by Anna Berg");
}

static void
test_second_hears_that_it_was_dismissed(void **state)
{
	struct house *h = *state;
	struct code anna, bo;

	feed_says(h, "nspop", &login, 1);
	later(h, 10 * MINUTE);
	anna = code_of(h, "medcom", ANNA, CODE_DISMISS);
	bo = code_of(h, "medcom", BO, CODE_APPROVE);
	reply(h, "+4500000011", "NEJ", anna.reply);
	reply(h, "+4500000012", "SEND", bo.reply);
	expect_page(h, "Bo Dam", "dismissed by Anna Berg");
}

/* Nobody decided in the time for review: it went out by itself. */
static void
test_answer_after_it_went_out_by_itself(void **state)
{
	struct house *h = *state;
	struct code c;

	h->setup.conf->notices.review = 5 * MINUTE;
	feed_says(h, "nspop", &down, 1);
	c = code_of(h, "medcom", ANNA, CODE_DISMISS);
	later(h, 6 * MINUTE);
	reply(h, "+4500000011", "NEJ", c.reply);
	expect_page(h, "Anna Berg", "already sent");
	expect_owner(h, 1, "");
}

/* A code of the first ring, when it rings anew. */
static void
test_used_code_is_told(void **state)
{
	struct house *h = *state;
	struct code c;

	feed_says(h, "nspop", &slow, 1);
	c = code_of(h, "medcom", ANNA, CODE_ACK);
	reply(h, "+4500000011", "OK", c.reply);
	reply(h, "+4500000011", "OK", c.reply);
	expect_page(h, "Anna Berg", "taken by Anna Berg");
	assert_int_equal(pages(h), 3);
	h->now += HOUR;
	feed_says(h, "nspop", &down, 1);
	reply(h, "+4500000011", "OK", c.reply);
	expect_owner(h, 1, "");
	expect_page(h, "Anna Berg", page_news_verb(PAGE_USED));
}

/* A machine that answers for her is answered once, and locks nobody out. */
static void
test_autoreplies(void **state)
{
	struct house *h = *state;
	struct err e = {""};
	struct code c;
	int n;

	feed_says(h, "nspop", &down, 1);
	c = code_of(h, "medcom", ANNA, CODE_ACK);
	n = pages(h);
	for (int k = 0; k < 20; k++)
		must(core_reply(&h->core, "+4500000011",
			 "Jeg er ikke til stede", h->now, &e),
		    &e);
	assert_int_equal(pages(h), n + 1);
	reply(h, "+4500000011", "OK", c.reply);
	expect_owner(h, 1, "Anna Berg");
}

static void
test_lock_is_told_once(void **state)
{
	struct house *h = *state;
	struct code c;
	int n;

	feed_says(h, "nspop", &down, 1);
	c = code_of(h, "medcom", ANNA, CODE_ACK);
	guess(h, "+4500000011", &c);
	expect_page(h, "Anna Berg", page_news_verb(PAGE_LOCKED));
	n = pages(h);
	reply(h, "+4500000011", "OK", c.reply);
	assert_int_equal(pages(h), n);
	/* What was counted while the clock was ahead counts no more. */
	h->now -= 24 * HOUR;
	reply(h, "+4500000011", "OK", c.reply);
	expect_owner(h, 1, "Anna Berg");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CALL_TEST(test_well_after_an_address_was_mended),
	    CALL_TEST(test_one_call_a_feed),
	    CALL_TEST(test_start_ends_what_the_files_end),
	    CALL_TEST(test_stuck_is_told_once),
	    CALL_TEST(test_stuck_ends_with_it),
	    CALL_TEST(test_lows_wait_for_a_mail_address),
	    CALL_TEST(test_worse_is_told_at_once),
	    CALL_TEST(test_up_and_down_reaches_kl),
	    CALL_TEST(test_owner_is_first_to_hear),
	    CALL_TEST(test_channels_one_after_the_other),
	    CALL_TEST(test_a_channel_that_is_off),
	    CALL_TEST(test_teams_in_the_order_of_the_file),
	    CALL_TEST(test_end_that_reaches_nobody_rings),
	    CALL_TEST(test_reach_after_the_clock_was_ahead),
	    CALL_TEST(test_no_page_after_the_answer),
	    CALL_TEST(test_only_the_newest_page),
	    CALL_TEST(test_second_hears_that_it_went_out),
	    CALL_TEST(test_second_hears_that_it_was_dismissed),
	    CALL_TEST(test_answer_after_it_went_out_by_itself),
	    CALL_TEST(test_used_code_is_told),
	    CALL_TEST(test_autoreplies),
	    CALL_TEST(test_lock_is_told_once),
	};

	return cmocka_run_group_tests_name("calls_hard", tests, NULL, NULL);
}
