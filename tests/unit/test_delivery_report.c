/*
 * Unit tests of store/callback.h: what a report does to a delivery in every
 * state and order, and whom it is about.
 */
#include "callback_house.h"

#include "store/audit.h"

/* --- the table ------------------------------------------------------------ */

/* Every state, every report: as store/callback.h has it. */
static void
test_every_state(void **state)
{
	static const struct {
		enum delivery_state is, delivered, failed;
	} cells[] = {
	    {DELIVERY_QUEUED, DELIVERY_DELIVERED, DELIVERY_QUEUED},
	    {DELIVERY_SENDING, DELIVERY_DELIVERED, DELIVERY_SENDING},
	    {DELIVERY_ACCEPTED, DELIVERY_DELIVERED, DELIVERY_FAILED},
	    {DELIVERY_DELIVERED, DELIVERY_DELIVERED, DELIVERY_DELIVERED},
	    {DELIVERY_FAILED, DELIVERY_DELIVERED, DELIVERY_FAILED},
	    {DELIVERY_SUPERSEDED, DELIVERY_SUPERSEDED, DELIVERY_SUPERSEDED},
	    {DELIVERY_CANCELLED, DELIVERY_CANCELLED, DELIVERY_CANCELLED},
	};
	struct messages l;
	char *ref = send_one(&l);

	(void)state;
	for (size_t i = 0; i < LENGTH(cells); i++) {
		for (int delivered = 0; delivered < 2; delivered++) {
			enum delivery_state to = delivered ? cells[i].delivered
							   : cells[i].failed;
			int64_t before = count(COUNT_AUDIT);
			bool changes = to != cells[i].is;

			put_state(cells[i].is);
			assert_int_equal(
			    report("kannel", ref, delivered), changes);
			assert_int_equal(state_of(0), to);
			assert_int_equal(count(COUNT_AUDIT) - before, changes);
			/* The same once more is no news. */
			assert_int_equal(report("kannel", ref, delivered), 0);
			assert_int_equal(state_of(0), to);
			assert_int_equal(count(COUNT_AUDIT) - before, changes);
		}
	}
	free(ref);
	messages_clear(&l);
}

static void
test_record(void **state)
{
	struct audits a = {0};
	struct messages l;
	char *ref = send_one(&l);
	struct delivery d;
	struct audit_check whole;

	(void)state;
	settle(&l.v[0], OUTCOME_ACCEPTED, "kannel", "", T0 + 1);
	assert_int_equal(report("kannel", ref, false), 1);
	d = delivery(0);
	assert_int_equal(d.state, DELIVERY_FAILED);
	assert_string_equal(d.answer, "2 absent");
	assert_true(d.done == T0 + 60);
	delivery_clear(&d);
	OK(store_audits(t.s, 1, 1, &a, &t.e));
	assert_string_equal(a.v[0].actor, "gateway kannel");
	assert_string_equal(a.v[0].action, "delivery.failed");
	assert_string_equal(a.v[0].object, "message 1");
	assert_string_equal(a.v[0].detail, NUMBER ": reported: 2 absent");
	audits_clear(&a);
	OK(store_audit_verify(t.s, NULL, &whole, &t.e));
	assert_int_equal(whole.fault, AUDIT_WHOLE);
	/* It arrived after all. */
	assert_int_equal(report("kannel", ref, true), 1);
	assert_int_equal(report("kannel", ref, false), 0);
	d = delivery(0);
	assert_int_equal(d.state, DELIVERY_DELIVERED);
	assert_string_equal(d.answer, "1 DELIVRD");
	delivery_clear(&d);
	free(ref);
	messages_clear(&l);
}

/* --- before the result is there ------------------------------------------- */

/* Whatever the result says, what was reported delivered stays so. */
static void
test_delivered_before_result(void **state)
{
	static const enum outcome all[] = {OUTCOME_ACCEPTED, OUTCOME_TEMPFAIL,
	    OUTCOME_PERMFAIL, OUTCOME_UNKNOWN};
	struct messages l;
	char *ref = send_one(&l);
	struct delivery d;
	int64_t due;

	(void)state;
	for (size_t i = 0; i < LENGTH(all); i++) {
		put_state(DELIVERY_SENDING);
		assert_int_equal(report("kannel", ref, true), 1);
		settle(&l.v[0], all[i], "kannel", "", T0 + 61);
		d = delivery(0);
		assert_int_equal(d.state, DELIVERY_DELIVERED);
		assert_int_equal(d.attempts, i + 1);
		delivery_clear(&d);
		OK(outbox_next(t.s, CHANNEL_SMS, &due, &t.e));
		assert_true(due == TIME_NONE);
	}
	free(ref);
	messages_clear(&l);
}

/* What is in doubt is unknown; what then did arrive is not sent again. */
static void
test_delivered_in_doubt(void **state)
{
	struct messages l, again;
	char *ref = send_one(&l);
	int64_t due;

	(void)state;
	settle(&l.v[0], OUTCOME_UNKNOWN, "kannel", "", T0 + 1);
	assert_int_equal(state_of(0), DELIVERY_UNKNOWN);
	/* Another gateway does not know. */
	assert_int_equal(report("cpsms", ref, false), 0);
	assert_int_equal(state_of(0), DELIVERY_UNKNOWN);
	assert_int_equal(report("kannel", ref, false), 1);
	assert_int_equal(state_of(0), DELIVERY_FAILED);
	assert_int_equal(report("kannel", ref, true), 1);
	OK(outbox_next(t.s, CHANNEL_SMS, &due, &t.e));
	assert_true(due == TIME_NONE);
	assert_int_equal(
	    outbox_claim(t.s, CHANNEL_SMS, T0 + 1000, 7, 9, &again, &t.e), 0);
	free(ref);
	messages_clear(&l);
}

static void
test_failed_before_result(void **state)
{
	struct messages l;
	char *ref = send_one(&l);

	(void)state;
	assert_int_equal(report("kannel", ref, false), 0);
	assert_int_equal(state_of(0), DELIVERY_SENDING);
	settle(&l.v[0], OUTCOME_ACCEPTED, "kannel", "", T0 + 61);
	assert_int_equal(state_of(0), DELIVERY_FAILED);
	assert_int_equal(count("SELECT count(*) FROM early_report"), 0);
	assert_int_equal(report("kannel", ref, true), 1);
	free(ref);
	messages_clear(&l);
}

/* A failure is of no account unless that gateway took the SMS. */
static void
test_failed_elsewhere(void **state)
{
	struct messages l;
	char *ref = send_one(&l);

	(void)state;
	assert_int_equal(report("cpsms", ref, false), 0);
	settle(&l.v[0], OUTCOME_ACCEPTED, "kannel", "", T0 + 1);
	assert_int_equal(state_of(0), DELIVERY_ACCEPTED);
	assert_int_equal(report("cpsms", ref, false), 0);
	assert_int_equal(state_of(0), DELIVERY_ACCEPTED);
	assert_int_equal(count("SELECT count(*) FROM early_report"), 0);
	free(ref);
	messages_clear(&l);
}

/*
 * What is tried again has not failed. Where the worker died that knew which
 * gateway it was, any of them may say so.
 */
static void
test_early_is_forgotten(void **state)
{
	struct messages l, again;
	char *ref = send_one(&l);
	bool gone;

	(void)state;
	assert_int_equal(report("kannel", ref, false), 0);
	assert_int_equal(count("SELECT count(*) FROM early_report"), 1);
	settle(&l.v[0], OUTCOME_TEMPFAIL, "kannel", "", T0 + 2);
	assert_int_equal(count("SELECT count(*) FROM early_report"), 0);
	claim(T0 + 900, &again);
	OK(outbox_begin(t.s, (const struct message *[]){&again.v[0]}, 1, "",
	    T0 + 900, &gone, &t.e));
	assert_int_equal(report("kannel", ref, false), 0);
	assert_int_equal(count("SELECT count(*) FROM early_report"), 1);
	assert_int_equal(
	    outbox_recover(t.s, ON_UNKNOWN_AGAIN, NULL, 0, &t.e), 1);
	assert_int_equal(count("SELECT count(*) FROM early_report"), 0);
	assert_int_equal(state_of(0), DELIVERY_FAILED);
	free(ref);
	messages_clear(&l);
	messages_clear(&again);
}

/* --- whom it is about ----------------------------------------------------- */

static int
report_of(const char *id, const char *ref, const char *number)
{
	const struct delivery_report r = {.via = "gatewayapi",
	    .id = id,
	    .ref = ref,
	    .number = number,
	    .delivered = true,
	    .text = "DELIVERED"};

	return store_delivery_report(t.s, &r, T0 + 60, &t.e);
}

/* One reference for a call with many numbers; one SMS for two messages. */
static void
test_batch(void **state)
{
	struct messages l;
	char *ref;

	(void)state;
	queue("0101", NUMBER, "+4500000002");
	queue("0102", "+4500000003", "+4500000002");
	claim(T0, &l);
	assert_int_equal(l.n, 2);
	ref = ref_of(&l.v[0], 0);
	assert_int_equal(report_of("", ref, "+4500000003"), 1);
	assert_int_equal(report_of("", ref, "+4500000002"), 2);
	assert_int_equal(report_of("", ref, "+4500000009"), 0);
	assert_int_equal(count("SELECT count(*) FROM delivery"
			       " WHERE state = 'sending'"),
	    1);
	assert_int_equal(report_of("", ref, ""), 1);
	free(ref);
	messages_clear(&l);
}

static void
test_by_id(void **state)
{
	struct messages l;
	char *ref = send_one(&l);

	(void)state;
	settle(&l.v[0], OUTCOME_ACCEPTED, "gatewayapi", "42", T0 + 1);
	assert_int_equal(report_of("41", "", ""), 0);
	assert_int_equal(report_of("42", "", "+4500000009"), 0);
	assert_int_equal(report_of("", "", ""), 0);
	assert_int_equal(report_of("42", "", NUMBER), 1);
	free(ref);
	messages_clear(&l);
}

/* Of another database, of another message, or no reference at all. */
static void
test_foreign_refs(void **state)
{
	static const char *const bad[] = {"1-1-1", "1-1-1-1774736000-1",
	    "1-1-1-1774736001", "2-1-1-1774736000", "1-2-1-1774736000",
	    "1-1-2-1774736000", "01-1-1-1774736000", "1-1-1-1774736000 ",
	    "-1-1-1-1774736000", "1-1-1-99999999999999999999", "x", "---"};
	struct messages l;
	char *ref = send_one(&l);

	(void)state;
	assert_string_equal(ref, "1-1-1-1774736000");
	for (size_t i = 0; i < LENGTH(bad); i++)
		if (report("kannel", bad[i], true) != 0)
			fail_msg("%s: taken", bad[i]);
	assert_int_equal(state_of(0), DELIVERY_SENDING);
	free(ref);
	messages_clear(&l);
}

/* --- an SMS --------------------------------------------------------------- */

static void
test_inbound_forgotten(void **state)
{
	(void)state;
	assert_int_equal(store_inbound(t.s, "a", "1", T0, &t.e), 1);
	assert_int_equal(
	    store_inbound(t.s, "a", "1", T0 + LIMIT_INBOUND_DAYS * 86400, &t.e),
	    0);
	assert_int_equal(store_inbound(t.s, "a", "2",
			     T0 + LIMIT_INBOUND_DAYS * 86400 + 1, &t.e),
	    1);
	assert_int_equal(count("SELECT count(*) FROM inbound"), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_every_state),
	    TEST(test_record),
	    TEST(test_delivered_before_result),
	    TEST(test_delivered_in_doubt),
	    TEST(test_failed_before_result),
	    TEST(test_failed_elsewhere),
	    TEST(test_early_is_forgotten),
	    TEST(test_batch),
	    TEST(test_by_id),
	    TEST(test_foreign_refs),
	    TEST(test_inbound_forgotten),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
