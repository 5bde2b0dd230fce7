/*
 * What is the same for all of a message is stored once, and read as before: of
 * each recipient what was said of him, by whom, when it was taken, and whose
 * contact he is.
 */
#include "callback_house.h"

#include "store/queue.h"
#include "store/scrub.h"

#define OWN(column) "SELECT count(*) FROM delivery WHERE " column " IS NOT NULL"
#define MANY 40

/* To so many of the municipality, of whom the last is a contact of another. */
static void
send_to(enum channel channel, int n)
{
	struct org o = {0, ORG_MUNICIPALITY, S("0101"), S("By"), S(""), S(""),
	    S(""), CHOICE_DEFAULT};
	static char own[] = "0101", other[] = "kmd", name[] = "Anna Holm";
	struct contact v[MANY] = {{0}};

	for (int k = 0; k < n; k++)
		v[k] = (struct contact){.org = k == n - 1 ? other : own,
		    .name = name,
		    .email = xasprintf("p%d@example.dk", k),
		    .phone = xasprintf("+45%08d", k),
		    .enabled = true};
	assert_int_equal(store_message_add(t.s, &t.notice, channel, &o, v,
			     (size_t)n, "a.*@x", T0, &t.e),
	    1);
	for (int k = 0; k < n; k++) {
		free(v[k].email);
		free(v[k].phone);
	}
}

/* The k-th of three is answered so, by that way. */
static void
settle_three(enum channel channel, enum outcome what, const char *answers,
    const char *ways, int64_t now)
{
	struct result r[3];
	struct messages l;

	if (outbox_claim(t.s, channel, now, 7, 9, &l, &t.e) != 1)
		fail_msg("claim: %s", t.e.msg);
	assert_int_equal(l.v[0].n_to, 3);
	for (size_t k = 0; k < 3; k++)
		r[k] = (struct result){l.v[0].to[k].delivery, what, 250,
		    xasprintf("said %c", answers[k]),
		    xasprintf("way %c", ways[k]), xasprintf("id-%zu", k), 0};
	OK(outbox_result(t.s, &l.v[0], r, 3, &outbox, now, &t.e));
	for (size_t k = 0; k < 3; k++) {
		free(r[k].answer);
		free(r[k].via);
		free(r[k].remote_id);
	}
	messages_clear(&l);
}

static void
expect(size_t k, const char *org, const char *answer, const char *via)
{
	struct delivery d = delivery(k);

	assert_string_equal(d.org, org);
	assert_string_equal(d.answer, answer);
	assert_string_equal(d.via, via);
	delivery_clear(&d);
}

static void
says(const char *id, bool delivered, const char *text, int64_t now)
{
	const struct delivery_report r = {"way a", id, "", "", delivered, text};

	assert_int_equal(store_delivery_report(t.s, &r, now, &t.e), 1);
}

static int64_t
taken(int64_t delivery)
{
	int64_t at = 0;

	assert_int_equal(
	    sql_value(t.s, &t.e, &at, "taken",
		"SELECT " DELIVERY_TAKEN("") " FROM delivery WHERE id = ?", "i",
		delivery),
	    1);
	return at;
}

static void
test_alike(void **state)
{
	(void)state;
	send_to(CHANNEL_MAIL, 3);
	expect(0, "0101", "", "");
	settle_three(CHANNEL_MAIL, OUTCOME_ACCEPTED, "aaa", "aaa", T0 + 5);
	expect(0, "0101", "said a", "way a");
	expect(1, "0101", "said a", "way a");
	expect(2, "kmd", "said a", "way a");
	assert_int_equal(count(OWN("answer")), 0);
	assert_int_equal(count(OWN("via")), 0);
	assert_int_equal(count(OWN("accepted")), 0);
	assert_int_equal(count(OWN("org")), 1);
	assert_true(taken(1) == T0 + 5 && taken(3) == T0 + 5);
}

/* What differs is each one's own, whatever is said later. */
static void
test_unlike(void **state)
{
	(void)state;
	send_to(CHANNEL_MAIL, 3);
	settle_three(CHANNEL_MAIL, OUTCOME_TEMPFAIL, "bbb", "bbb", T0);
	expect(0, "0101", "said b", "way b");
	assert_int_equal(count("SELECT count(*) FROM message WHERE answer = ''"
			       " AND via = ''"),
	    1);
	settle_three(CHANNEL_MAIL, OUTCOME_ACCEPTED, "aca", "aad", T0 + 900);
	expect(0, "0101", "said a", "way a");
	expect(1, "0101", "said c", "way a");
	expect(2, "kmd", "said a", "way d");
	assert_int_equal(count(OWN("answer")), 1);
	assert_int_equal(count(OWN("via")), 1);
}

/* Of an SMS it is what telephones report; it was taken before. */
static void
test_reported(void **state)
{
	(void)state;
	send_to(CHANNEL_SMS, 3);
	settle_three(CHANNEL_SMS, OUTCOME_ACCEPTED, "aaa", "aaa", T0 + 5);
	expect(0, "0101", "said a", "way a");
	assert_int_equal(count(OWN("answer")), 3);
	assert_int_equal(count(OWN("via")), 0);
	says("id-0", true, "DELIVRD", T0 + 9);
	says("id-1", false, "absent", T0 + 9);
	says("id-2", true, "DELIVRD", T0 + 10);
	expect(0, "0101", "DELIVRD", "way a");
	expect(1, "0101", "absent", "way a");
	expect(2, "kmd", "DELIVRD", "way a");
	assert_int_equal(count(OWN("answer")), 1);
	assert_true(taken(1) == T0 + 5 && taken(2) == T0 + 5);
	says("id-1", true, "late", T0 + 20);
	expect(1, "0101", "late", "way a");
	assert_true(taken(2) == T0 + 5);
}

/* Who is forgotten is not in what the message has, though it is not his. */
static void
test_forgotten(void **state)
{
	(void)state;
	send_to(CHANNEL_SMS, 3);
	settle_three(CHANNEL_SMS, OUTCOME_ACCEPTED, "aaa", "aaa", T0 + 5);
	says("id-0", true, "to +4500000001 and Anna Holm", T0 + 9);
	says("id-1", true, "to +4500000001 by itself", T0 + 9);
	OK(scrub_delivery(t.s, 2, &t.e));
	expect(0, "0101", "to (erased) and (erased)", "way a");
	expect(1, "0101", "to (erased) by itself", "way a");
}

/* One report of several keeps of each what is said of him. */
static void
test_one_report(void **state)
{
	const struct delivery_report r = {
	    "way a", "one", "", "", true, "DELIVRD"};

	(void)state;
	send_to(CHANNEL_SMS, 3);
	settle_three(CHANNEL_SMS, OUTCOME_ACCEPTED, "aaa", "aaa", T0 + 5);
	assert_int_equal(sql_run(t.s, &t.e, "test",
			     "UPDATE delivery SET remote_id = 'one'", ""),
	    3);
	OK(scrub_delivery(t.s, 1, &t.e));
	assert_int_equal(store_delivery_report(t.s, &r, T0 + 9, &t.e), 3);
	expect(0, "0101", "(erased)", "way a");
	expect(1, "0101", "DELIVRD", "way a");
	expect(2, "kmd", "DELIVRD", "way a");
}

/* One to many is looked for by the end of a number, one to few is not. */
static void
test_many(void **state)
{
	struct message_ref ref = {1, 1, 1, T0};
	char text[MESSAGE_REF_SIZE];
	struct delivery_report r = {
	    "", "", message_ref_format(&ref, text), "+4500000031", true, "ok"};

	(void)state;
	send_to(CHANNEL_SMS, MANY);
	assert_int_equal(
	    count("SELECT count(*) FROM delivery WHERE many = 1"), MANY);
	assert_int_equal(store_delivery_report(t.s, &r, T0, &t.e), 1);
	assert_int_equal(count("SELECT id FROM delivery"
			       " WHERE state = 'delivered'"),
	    32);
	r.number = "+4500010031";
	assert_int_equal(store_delivery_report(t.s, &r, T0, &t.e), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_alike),
	    TEST(test_unlike),
	    TEST(test_reported),
	    TEST(test_forgotten),
	    TEST(test_one_report),
	    TEST(test_many),
	};

	return cmocka_run_group_tests_name("once", tests, NULL, NULL);
}
