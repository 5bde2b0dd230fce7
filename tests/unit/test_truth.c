/*
 * Unit tests of the messages of kind test: they go to addresses of one's own
 * alone, their arrival is measured, what is late is told once; and of the mail
 * that says that all is well.
 */
#include "core_house.h"

#include "core/truth.h"
#include "notice/testtext.h"
#include "outbox/outbox.h"
#include "store/messages.h"
#include "store/sql.h"
#include "store/truth.h"

#define MINUTE 60
#define DAY 86400

static int
open_house(void **state)
{
	struct config *c;

	build(state);
	c = ((struct house *)*state)->setup.conf;
	strv_add(&c->truth.mail, "prove@example.dk");
	strv_add(&c->truth.sms, "+4500000007");
	return 0;
}

#define TRUTH_TEST(f) cmocka_unit_test_setup_teardown(f, open_house, raze)

static int
tests(struct house *h)
{
	return (int)value(h, "SELECT count(DISTINCT notice) FROM test"
			     " WHERE kind = 'truth'");
}

static int
told(struct house *h, const char *alarm)
{
	char *sql = xasprintf("SELECT count(*) FROM notice n"
			      " JOIN notice_body b ON b.notice = n.id"
			      " WHERE n.type = 'page' AND b.text LIKE '%%%s%%'",
	    alarm);
	int n = (int)value(h, sql);

	free(sql);
	return n;
}

#define LATE_MAIL "Prøven med mail er ikke nået frem"
#define LATE_SMS "Prøven med SMS er ikke nået frem"
#define WELL_MAIL "Prøven med mail når frem igen"

/* What stands in the mail of the newest test. */
static char *
mail_of(struct house *h)
{
	struct sql q;
	struct err e = {""};
	char *text;

	sql_open(&q, h->store, &e, "test",
	    "SELECT text FROM notice_body WHERE notice ="
	    " (SELECT max(notice) FROM test)",
	    "");
	assert_int_equal(sql_step(&q), 1);
	text = sql_text(&q, 0);
	sql_close(&q);
	return text;
}

static enum truth_taken
hand_back(struct house *h, const char *text, int64_t *number)
{
	enum truth_taken taken;
	struct err e = {""};

	must(core_truth_mail(
		 &h->core, text, strlen(text), h->now, number, &taken, &e),
	    &e);
	return taken;
}

/* The gateway reports that the SMS is there. */
static void
sms_arrives(struct house *h)
{
	char *sql = xasprintf("UPDATE delivery SET state = 'delivered',"
			      " done = %lld WHERE message IN (SELECT id FROM"
			      " message WHERE channel = 'sms' AND notice ="
			      " (SELECT max(notice) FROM test))",
	    (long long)h->now);

	run_sql(h, sql);
	free(sql);
}

static void
test_goes_to_oneself_alone(void **state)
{
	struct house *h = *state;
	char *text;

	turn(h);
	assert_int_equal(tests(h), 1);
	assert_int_equal(value(h, "SELECT count(*) FROM delivery"), 2);
	assert_int_equal(value(h, "SELECT count(*) FROM delivery WHERE address"
				  " IN ('prove@example.dk', '+4500000007')"),
	    2);
	assert_int_equal(
	    value(h, "SELECT count(*) FROM message WHERE audience ="
		     " 'oncall' AND incident IS NULL"),
	    2);
	/* It is no incident, and proves nothing of a municipality. */
	assert_int_equal(value(h, "SELECT count(*) FROM incident"), 0);
	text = mail_of(h);
	assert_true(str_starts(text, "PRØVE. Dette er ingen driftsbesked."));
	assert_non_null(strstr(text, "Sendt: lørdag den 28. marts 2026 kl. "
				     "23.13\n" TEST_CODE " "));
	free(text);
	assert_int_equal(value(h, "SELECT count(*) FROM notice_body WHERE sms"
				  " LIKE 'PRØVE. Ingen driftsbesked. %'"
				  " AND length(sms) < 160"),
	    1);
	sms_arrives(h);
	assert_int_equal(value(h, "SELECT count(*) FROM address WHERE"
				  " proven IS NOT NULL OR told > 0"),
	    0);
}

/* Whatever goes wrong above, the store takes no such message. */
static void
test_reaches_no_municipality(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	turn(h);
	assert_int_equal(
	    sql_run(h->store, &e, "test",
		"INSERT INTO message (notice, number, channel, audience, org,"
		" org_name, vendor, message_id, created, first, last)"
		" SELECT notice, 0, 'mail', 'municipality', '0101',"
		" 'København', '', 'x', 1, 99, 99"
		" FROM test LIMIT 1",
		""),
	    -1);
	assert_non_null(strstr(e.msg, "a test reaches nobody but oneself"));
	assert_int_equal(sql_run(h->store, &e, "test",
			     "UPDATE test SET kind = 'deadman'", ""),
	    -1);
	warm(h, "nspop");
	feed_says(h, "nspop", &down, 1);
	assert_int_equal(
	    sql_run(h->store, &e, "test",
		"INSERT INTO test SELECT id, 'mail', 'truth', 1, NULL, NULL,"
		" NULL FROM notice WHERE number = 1",
		""),
	    -1);
	assert_non_null(strstr(e.msg, "a test is no notice of an incident"));
}

static void
test_arrives(void **state)
{
	struct house *h = *state;
	struct truth t;
	struct err e = {""};
	int64_t number;
	char *text;

	turn(h);
	text = mail_of(h);
	h->now += 12;
	assert_int_equal(hand_back(h, text, &number), TRUTH_BOOKED);
	h->now += 30;
	assert_int_equal(hand_back(h, text, &number), TRUTH_KNOWN);
	sms_arrives(h);
	h->now += 10 * MINUTE;
	turn(h);
	must(store_truth_get(h->store, CHANNEL_MAIL, &t, &e), &e);
	assert_true(t.notice == number && t.took == 12 && !t.late &&
		    t.proven == NOW + 12);
	truth_clear(&t);
	must(store_truth_get(h->store, CHANNEL_SMS, &t, &e), &e);
	assert_true(t.took == 42 && !t.late);
	truth_clear(&t);
	assert_int_equal(told(h, LATE_MAIL) + told(h, LATE_SMS), 0);
	free(text);
}

/* Whoever writes to the mailbox does not know the code. */
static void
test_forged(void **state)
{
	struct house *h = *state;
	int64_t number;
	char *text, *code;

	turn(h);
	text = mail_of(h);
	code = strstr(text, TEST_CODE);
	assert_non_null(code);
	code = strchr(code, '.') + 1;
	*code = *code == '0' ? '1' : '0';
	assert_int_equal(hand_back(h, text, &number), TRUTH_NONE);
	*code = 'g';
	assert_int_equal(hand_back(h, text, &number), TRUTH_NONE);
	assert_int_equal(hand_back(h, "Hej", &number), TRUTH_NONE);
	assert_int_equal(
	    hand_back(h, TEST_CODE " 1." TEST_CODE, &number), TRUTH_NONE);
	assert_int_equal(value(h, "SELECT count(*) FROM test WHERE arrived"
				  " IS NOT NULL"),
	    0);
	free(text);
}

static void
test_late_is_told_once(void **state)
{
	struct house *h = *state;
	int64_t number;
	char *text;

	turn(h);
	sms_arrives(h);
	h->now += 10 * MINUTE - 1;
	turn(h);
	assert_int_equal(told(h, LATE_MAIL), 0);
	assert_true(h->next <= NOW + 10 * MINUTE);
	h->now++;
	turn(h);
	assert_int_equal(told(h, LATE_MAIL), 1);
	assert_int_equal(told(h, "Kommunernes beskeder kan være ramt"), 1);
	assert_int_equal(told(h, LATE_SMS), 0);
	/* Nor is the next one told, as long as none arrives. */
	h->now += 2 * DAY;
	turn(h);
	assert_int_equal(tests(h), 2);
	sms_arrives(h);
	h->now += HOUR;
	turn(h);
	assert_int_equal(told(h, LATE_MAIL), 1);
	text = mail_of(h);
	assert_int_equal(hand_back(h, text, &number), TRUTH_BOOKED);
	turn(h);
	turn(h);
	assert_int_equal(told(h, WELL_MAIL), 1);
	assert_int_equal(told(h, "after 1h"), 1);
	free(text);
}

/* What was refused need not be waited for. */
static void
test_refused(void **state)
{
	struct house *h = *state;

	turn(h);
	run_sql(h, "UPDATE delivery SET state = 'failed', answer = '550 no'"
		   " WHERE address = '+4500000007'");
	h->now++;
	turn(h);
	assert_int_equal(told(h, LATE_SMS), 1);
	assert_int_equal(told(h, "it failed: 550 no"), 1);
}

/* At the hour of the local day, but not twice within half a day. */
static void
test_hour(void **state)
{
	const int64_t hour = 1774854000; /* 30 March, 09.00: summer time */
	struct house *h = *state;

	turn(h); /* the first at once: 28 March, 23.13 */
	assert_true(h->next <= NOW + 10 * MINUTE);
	sms_arrives(h);
	h->now = hour - 1;
	turn(h);
	assert_int_equal(tests(h), 1);
	assert_true(h->next == hour);
	h->now = hour;
	turn(h);
	assert_int_equal(tests(h), 2);
	/* Late by some minutes, the next is at the hour all the same. */
	h->now = hour + DAY + 5 * MINUTE;
	turn(h);
	assert_int_equal(tests(h), 3);
	h->now = hour + 2 * DAY;
	turn(h);
	assert_int_equal(tests(h), 4);
	/* A clock that was ahead stops nothing. */
	h->now = NOW;
	turn(h);
	assert_int_equal(tests(h), 5);
}

static void
test_often(void **state)
{
	struct house *h = *state;

	h->setup.conf->truth.every = HOUR;
	turn(h);
	h->now += HOUR - 1;
	turn(h);
	assert_int_equal(tests(h), 1);
	h->now++;
	turn(h);
	assert_int_equal(tests(h), 2);
}

static void
test_off(void **state)
{
	struct house *h = *state;

	strv_clear(&h->setup.conf->truth.mail);
	strv_clear(&h->setup.conf->truth.sms);
	turn(h);
	assert_int_equal(value(h, "SELECT count(*) FROM notice"), 0);
}

static void
test_well_mail(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	strv_clear(&h->setup.conf->truth.mail);
	strv_clear(&h->setup.conf->truth.sms);
	must(core_well_mail(&h->core, h->now, &e), &e);
	assert_int_equal(value(h, "SELECT count(*) FROM message"), 0);
	strv_add(&h->setup.conf->deadman.mail, "vel@watch.example.dk");
	strv_add(&h->setup.conf->deadman.mail, "vel@example.dk");
	must(core_well_mail(&h->core, h->now, &e), &e);
	h->now += DAY - 1;
	must(core_well_mail(&h->core, h->now, &e), &e);
	assert_int_equal(value(h, "SELECT count(*) FROM message"), 1);
	assert_int_equal(value(h, "SELECT count(*) FROM delivery"), 2);
	assert_int_equal(value(h, "SELECT count(*) FROM notice_body WHERE"
				  " subject = 'PRØVE: alt er vel med alertd'"),
	    1);
	h->now++;
	must(core_well_mail(&h->core, h->now, &e), &e);
	assert_int_equal(value(h, "SELECT count(*) FROM message"), 2);
	/* It is measured nowhere, and told to nobody. */
	h->now += HOUR;
	turn(h);
	assert_int_equal(value(h, "SELECT count(*) FROM notice"), 2);
}

/* What a relay has kept back since yesterday says nothing of today. */
static void
test_newest_alone_is_sent(void **state)
{
	struct house *h = *state;
	struct messages l;
	struct err e = {""};

	strv_add(&h->setup.conf->deadman.mail, "vel@watch.example.dk");
	for (int day = 0; day < 3; day++) {
		must(core_well_mail(&h->core, h->now, &e), &e);
		turn(h);
		h->now += DAY;
	}
	assert_int_equal(value(h, "SELECT count(*) FROM message WHERE due IS"
				  " NOT NULL AND incident IS NULL"
				  " AND notice IN (SELECT notice FROM test)"),
	    7);
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		while (outbox_claim(h->store, ch, h->now, 7, 9, &l, &e) == 1)
			messages_clear(&l);
	assert_int_equal(value(h, "SELECT count(*) FROM message WHERE worker"
				  " = 7 AND notice IN"
				  " (SELECT notice FROM test)"),
	    3);
	assert_int_equal(value(h, "SELECT count(*) FROM delivery WHERE state"
				  " = 'superseded'"),
	    4);
	/* Who tries all again that failed sends none of the old ones. */
	run_sql(h, "UPDATE delivery SET state = 'failed', done = 1"
		   " WHERE state = 'superseded'");
	must(store_outbox_retry(h->store, 0, h->now, &e) == 4 ? 0 : -1, &e);
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		assert_int_equal(
		    outbox_claim(h->store, ch, h->now, 7, 9, &l, &e), 0);
}

int
main(void)
{
	const struct CMUnitTest all[] = {
	    TRUTH_TEST(test_goes_to_oneself_alone),
	    TRUTH_TEST(test_reaches_no_municipality),
	    TRUTH_TEST(test_arrives),
	    TRUTH_TEST(test_forged),
	    TRUTH_TEST(test_late_is_told_once),
	    TRUTH_TEST(test_refused),
	    TRUTH_TEST(test_hour),
	    TRUTH_TEST(test_often),
	    TRUTH_TEST(test_off),
	    TRUTH_TEST(test_well_mail),
	    TRUTH_TEST(test_newest_alone_is_sent),
	};

	return cmocka_run_group_tests(all, NULL, NULL);
}
