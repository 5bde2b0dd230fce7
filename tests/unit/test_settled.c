/* One record for all of whom the same became. */
#include "store_house.h"

#include "base/attr.h"
#include "base/limits.h"
#include "outbox/outbox.h"
#include "store/audit.h"
#include "store/messages.h"
#include "store/settled.h"

#define MANY (2 * LIMIT_RECORD_NAMED + 1)

static const struct outbox_conf conf = {.give_up = 3600};
static char none[] = "", ok[] = "ok", way[] = "a", code[] = "0101";

static void
test_names(void **state)
{
	static const struct {
		const char *detail, *names, *rest;
	} cases[] = {
	    {"a@example.dk: accepted: 250 a: b (r)", "a@example.dk",
		": accepted: 250 a: b (r)"},
	    {"a@example.dk, +4500000001: permfail: 5 x, y (r)",
		"a@example.dk|+4500000001", ": permfail: 5 x, y (r)"},
	    {"3 recipients: a newer notice exists", "", NULL},
	    {"taken, as a@example.dk said: yes", "", NULL},
	    {"(erased)", "", NULL},
	    {"", "", NULL},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct strv names = {0};
		const char *rest = settled_names(cases[i].detail, &names);
		char *all = strv_join(&names, "|");

		assert_string_equal(all, cases[i].names);
		assert_true(str_eq(rest, cases[i].rest));
		free(all);
		strv_clear(&names);
	}
}

static void
test_without(void **state)
{
	static const struct {
		const char *detail, *left;
	} cases[] = {
	    {"anna@example.dk: accepted: 250 ok (r)", NULL},
	    {"bo@example.dk, Anna@example.dk, eva@example.dk: accepted: 2 (r)",
		"bo@example.dk, eva@example.dk: accepted: 2 (r)"},
	    {"anna@example.dk, bo@example.dk: tempfail: 450 <anna@example.dk>"
	     " and Anna Holm (r)",
		"bo@example.dk: tempfail: 450 <(erased)> and (erased) (r)"},
	    {"anna@example.dk, bo@example.dk: tempfail: 452 anna: full (r)",
		"bo@example.dk: tempfail: 452 (erased): full (r)"},
	    /* A part of another's address is not his. */
	    {"b.anna@example.dk, anna@example.dk: accepted: 2 (r)",
		"b.anna@example.dk: accepted: 2 (r)"},
	    {"3 recipients: Anna Holm", NULL},
	};
	struct strv words = {0};

	(void)state;
	strv_add(&words, "anna@example.dk");
	strv_add(&words, "Anna Holm");
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char *left = settled_without(cases[i].detail, &words);

		if (!str_eq(left, cases[i].left))
			fail_msg("%s: %s", cases[i].detail,
			    left == NULL ? "nothing" : left);
		free(left);
	}
	strv_clear(&words);
}

/* A message by SMS to so many, in a worker's hands. */
static void
claim(int n, struct messages *l)
{
	struct contact *v = xcalloc((size_t)n, sizeof(*v));
	struct incident i = sample();
	struct notice first = {.number = 1,
	    .type = NOTICE_FIRST,
	    .effect = EFFECT_OUTAGE,
	    .at = T0,
	    .next = TIME_NONE,
	    .title = S(""),
	    .reason = S("")};

	OK(store_incident_put(t.s, &i, &t.e));
	first.incident = i.id;
	incident_clear(&i);
	OK(store_notice_add(t.s, &first, &t.e));
	for (int k = 0; k < n; k++)
		v[k] = (struct contact){.org = code,
		    .name = none,
		    .email = none,
		    .phone = xasprintf("+45%08d", k),
		    .enabled = true,
		    .topics = none};
	assert_int_equal(store_message_add(t.s, &first, CHANNEL_SMS,
			     &municipality, v, (size_t)n, "id", T0, &t.e),
	    1);
	for (int k = 0; k < n; k++)
		free(v[k].phone);
	free(v);
	assert_int_equal(outbox_claim(t.s, CHANNEL_SMS, T0, 7, 1, l, &t.e), 1);
}

static void
settle(const struct message *m, const struct result *v, size_t n)
{
	OK(outbox_result(t.s, m, v, n, &conf, T0 + 1, &t.e));
}

static void
expect_record(
    const struct audits *l, size_t k, const char *action, const char *detail)
{
	assert_true(k < l->n);
	assert_string_equal(l->v[k].actor, "alertd-sms");
	assert_string_equal(l->v[k].action, action);
	assert_string_equal(l->v[k].object, "message 1");
	assert_string_equal(l->v[k].detail, detail);
}

static void
test_alike(void **state)
{
	static const struct {
		enum outcome outcome;
		const char *answer, *via, *id;
	} said[] = {
	    {OUTCOME_ACCEPTED, "ok", "a", "1"},
	    {OUTCOME_PERMFAIL, "no", "a", ""},
	    {OUTCOME_ACCEPTED, "ok", "a", "2"},
	    {OUTCOME_ACCEPTED, "ok", "b", "3"},
	    {OUTCOME_TEMPFAIL, "ok", "a", ""},
	    {OUTCOME_PERMFAIL, "no", "a", ""},
	    {OUTCOME_PERMFAIL, "not", "a", ""},
	    /* Is in doubt: the same answer leads elsewhere. */
	    {OUTCOME_TEMPFAIL, "ok", "a", ""},
	};
	struct result v[LENGTH(said)];
	struct audits log = {0};
	struct messages l;

	(void)state;
	claim(LENGTH(said), &l);
	for (size_t i = 0; i < LENGTH(said); i++)
		v[i] = (struct result){.delivery = l.v[0].to[i].delivery,
		    .outcome = said[i].outcome,
		    .code = 200,
		    .answer = none,
		    .via = none,
		    .remote_id = none};
	for (size_t i = 0; i < LENGTH(said); i++) {
		v[i].answer = xstrdup(said[i].answer);
		v[i].via = xstrdup(said[i].via);
		v[i].remote_id = xstrdup(said[i].id);
	}
	assert_int_equal(sqlite3_exec(t.s->db,
			     "UPDATE delivery SET told = 1"
			     " WHERE address = '+4500000007'",
			     NULL, NULL, NULL),
	    SQLITE_OK);
	settle(&l.v[0], v, LENGTH(said));
	/* Told twice, it is no news. */
	settle(&l.v[0], v, LENGTH(said));
	OK(store_audits(t.s, 0, 0, &log, &t.e));
	assert_int_equal(log.n, 6);
	expect_record(&log, 0, "delivery.accepted",
	    "+4500000000, +4500000002: accepted: 200 ok (a)");
	expect_record(&log, 1, "delivery.failed",
	    "+4500000001, +4500000005: permfail: 200 no (a)");
	expect_record(
	    &log, 2, "delivery.accepted", "+4500000003: accepted: 200 ok (b)");
	expect_record(
	    &log, 3, "delivery.queued", "+4500000004: tempfail: 200 ok (a)");
	expect_record(
	    &log, 4, "delivery.failed", "+4500000006: permfail: 200 not (a)");
	expect_record(
	    &log, 5, "delivery.unknown", "+4500000007: tempfail: 200 ok (a)");
	audits_clear(&log);
	for (size_t i = 0; i < LENGTH(said); i++)
		result_clear(&v[i]);
	messages_clear(&l);
}

/* Each stands in one record, and no record has more than it may. */
static void
test_split(void **state)
{
	struct result *v = xcalloc(MANY, sizeof(*v));
	struct strv names = {0};
	struct audits log = {0};
	struct messages l;

	(void)state;
	claim(MANY, &l);
	assert_int_equal(l.v[0].n_to, MANY);
	for (size_t i = 0; i < MANY; i++)
		v[i] = (struct result){.delivery = l.v[0].to[i].delivery,
		    .outcome = OUTCOME_ACCEPTED,
		    .code = 200,
		    .answer = ok,
		    .via = way,
		    .remote_id = none};
	settle(&l.v[0], v, MANY);
	free(v);
	OK(store_audits(t.s, 0, 0, &log, &t.e));
	assert_int_equal(log.n, 3);
	for (size_t k = 0; k < log.n; k++) {
		settled_names(log.v[k].detail, &names);
		assert_int_equal(
		    names.n, k < 2 ? (k + 1) * LIMIT_RECORD_NAMED : MANY);
	}
	for (size_t i = 0; i < MANY; i++)
		assert_string_equal(names.v[i], l.v[0].to[i].address);
	strv_clear(&names);
	audits_clear(&log);
	messages_clear(&l);
}

/* Of what another has, and of no recipient of the message, nothing is news. */
static void
test_not_its_own(void **state)
{
	struct result r = {.outcome = OUTCOME_TEMPFAIL,
	    .answer = S("later"),
	    .via = S("a"),
	    .remote_id = S("")};
	struct audits log = {0};
	struct messages l;

	(void)state;
	claim(1, &l);
	r.delivery = l.v[0].to[0].delivery;
	l.v[0].worker++;
	settle(&l.v[0], &r, 1);
	l.v[0].worker--;
	l.v[0].id++;
	settle(&l.v[0], &r, 1);
	r.outcome = OUTCOME_ACCEPTED;
	settle(&l.v[0], &r, 1);
	OK(store_audits(t.s, 0, 0, &log, &t.e));
	assert_int_equal(log.n, 0);
	l.v[0].id--;
	settle(&l.v[0], &r, 1);
	OK(store_audits(t.s, 0, 0, &log, &t.e));
	assert_int_equal(log.n, 1);
	audits_clear(&log);
	messages_clear(&l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_without),
	    TEST(test_alike),
	    TEST(test_split),
	    TEST(test_not_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
