/*
 * Unit tests of drills: what is better and what is worse than the time before
 * (proof/drill.h); that a drill ends by itself, once; and its texts.
 */
#include "core_house.h"
#include "outbox/outbox.h"

#include "base/attr.h"
#include "base/limits.h"
#include "notice/schedule.h"
#include "proof/drill.h"
#include "store/audit.h"
#include "store/calls.h"

static struct drill_result
result(const char *code, bool told, int64_t failed)
{
	return (struct drill_result){.code = xstrdup(code),
	    .name = xstrdup(code),
	    .told = told,
	    .over_told = told,
	    .failed = failed};
}

static void
test_compare(void **state)
{
	static const struct {
		struct drill_result now, before;
		enum drill_change change;
	} cases[] = {
	    {{.told = true}, {.told = true}, DRILL_SAME},
	    {{.told = true}, {.told = false}, DRILL_BETTER},
	    {{.told = false}, {.told = true}, DRILL_WORSE},
	    {{.told = true, .over_told = true}, {.told = true}, DRILL_BETTER},
	    {{.told = true}, {.told = true, .over_told = true}, DRILL_WORSE},
	    {{.failed = 1}, {.failed = 2}, DRILL_BETTER},
	    {{.failed = 2}, {.failed = 0}, DRILL_WORSE},
	    /* Being told at all weighs more than an address that fails. */
	    {{.told = true, .failed = 3}, {.failed = 0}, DRILL_BETTER},
	    {{.asked = true, .receipted = true}, {.asked = true}, DRILL_BETTER},
	    {{.asked = true}, {.asked = true, .receipted = true}, DRILL_WORSE},
	    /* Who was not asked cannot have answered. */
	    {{.asked = false}, {.asked = true, .receipted = true}, DRILL_SAME},
	    {{.after = 600}, {.after = 1}, DRILL_SAME},
	};

	(void)state;
	for (size_t k = 0; k < LENGTH(cases); k++)
		if (drill_compare(&cases[k].now, &cases[k].before) !=
		    cases[k].change)
			fail_msg("case %zu", k);
}

static void
test_pairs(void **state)
{
	struct drill_result a[] = {result("0101", true, 0),
	    result("0147", true, 2), result("0153", true, 0)};
	struct drill_result b[] = {result("0101", true, 0),
	    result("0147", true, 0), result("0151", true, 0)};
	struct drill_results now = {a, 3}, before = {b, 3}, none = {0};
	struct drill_pair p[6];

	(void)state;
	assert_int_equal(drill_pair_up(&now, &before, p), 4);
	assert_int_equal(p[0].change, DRILL_SAME);
	assert_int_equal(p[1].change, DRILL_WORSE);
	assert_int_equal(p[2].change, DRILL_GONE);
	assert_ptr_equal(p[2].before, &b[2]);
	assert_null(p[2].now);
	assert_int_equal(p[3].change, DRILL_NEW);
	assert_int_equal(drill_pair_up(&now, &none, p), 3);
	assert_int_equal(p[0].change, DRILL_NEW);
	assert_int_equal(drill_pair_up(&none, &before, p), 3);
	assert_int_equal(p[2].change, DRILL_GONE);
	for (size_t k = 0; k < 3; k++) {
		free(a[k].code);
		free(a[k].name);
		free(b[k].code);
		free(b[k].name);
	}
}

/* --- the core ------------------------------------------------------------- */

static int64_t
hold_with(struct house *h, int64_t seconds, const char *audience)
{
	struct statement s = {.effect = EFFECT_OUTAGE,
	    .title = "Øvelse",
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE,
	    .audience = audience,
	    .drill = seconds};
	struct err e = {""};
	int64_t id = 0;

	must(core_send(&h->core, &s, h->now, &id, &e), &e);
	return id;
}

static int64_t
hold(struct house *h)
{
	return hold_with(h, 600, "");
}

static struct incident
read_incident(struct house *h, int64_t id)
{
	struct incident i;
	struct err e = {""};

	assert_int_equal(store_incident_get(h->store, id, &i, &e), 1);
	return i;
}

static void
assert_state(
    struct house *h, int64_t id, enum incident_state state, int notices)
{
	struct incident i = read_incident(h, id);

	assert_int_equal(i.state, state);
	assert_int_equal(i.notices, notices);
	assert_int_equal(i.kind, KIND_EXERCISE);
	incident_clear(&i);
}

/* It says when it ends, is not told again before, and ends then, once. */
static void
test_ends(void **state)
{
	struct house *h = *state;
	struct notices l = {0};
	struct err e = {""};
	int64_t id = hold(h);

	turn(h);
	assert_int_equal(h->next, NOW + 600);
	h->now += 599;
	turn(h);
	assert_state(h, id, INCIDENT_OPEN, 1);
	h->now++;
	turn(h);
	assert_state(h, id, INCIDENT_RESOLVED, 2);
	must(store_notices(h->store, id, 0, &l, &e), &e);
	assert_int_equal(l.n, 2);
	assert_int_equal(l.v[0].next, NOW + 600);
	assert_int_equal(l.v[1].type, NOTICE_RESOLVED);
	assert_true(l.v[1].next == TIME_NONE);
	notices_clear(&l);
	h->now += 24 * HOUR;
	turn(h);
	assert_state(h, id, INCIDENT_RESOLVED, 2);
}

/* Ended by hand before its time: that does not end it again. */
static void
test_ended_early(void **state)
{
	struct house *h = *state;
	struct err e = {""};
	int64_t id = hold(h);

	h->now += 60;
	must(core_resolve(&h->core, id, NULL, h->now, &e), &e);
	h->now += 600;
	turn(h);
	assert_state(h, id, INCIDENT_RESOLVED, 2);
}

/* A clock that was a year ahead when it began. */
static void
test_clock_ahead(void **state)
{
	struct house *h = *state;
	int64_t id;

	h->now += (int64_t)365 * 24 * HOUR;
	id = hold(h);
	h->now = NOW;
	turn(h);
	turn(h);
	assert_state(h, id, INCIDENT_RESOLVED, 2);
}

/* Nobody is woken because an exercise does not reach everybody. */
static void
test_no_ring(void **state)
{
	struct house *h = *state;
	struct calls l = {0};
	struct err e = {""};

	h->setup.conf->escalation.unreached = 60;
	hold_with(h, 5 * HOUR, "");
	h->now += HOUR;
	turn(h);
	must(store_calls(h->store, &l, &e), &e);
	assert_int_equal(l.n, 1);
	assert_string_equal(l.v[0].owner, "test");
	calls_clear(&l);
}

/* Nor because receipts are missing: those who hold it see it in its report. */
static void
test_no_ring_for_receipts(void **state)
{
	struct house *h = *state;
	struct calls l = {0};
	struct err e = {""};

	h->setup.conf->notices.receipts = ANSWER_YES;
	h->setup.conf->web.off = false;
	xreplace(&h->setup.conf->web.base_url, "https://alertd.example.dk");
	hold_with(h, 20 * HOUR, "");
	for (int i = 0; i < 10; i++) {
		h->now += HOUR;
		turn(h);
	}
	must(store_calls(h->store, &l, &e), &e);
	assert_int_equal(l.n, 1);
	assert_string_equal(l.v[0].alarm, "");
	calls_clear(&l);
}

/* What is real does not wait until all have heard of an exercise. */
static void
test_real_goes_first(void **state)
{
	struct house *h = *state;
	struct statement s = {.effect = EFFECT_OUTAGE,
	    .title = "FMK er nede",
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE};
	int64_t drill = hold(h), real;
	struct err e = {""};

	h->now += 60;
	must(core_send(&h->core, &s, h->now, &real, &e), &e);
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++) {
		struct messages first = {0}, then = {0};

		assert_int_equal(
		    outbox_claim(h->store, ch, h->now, 1, 1, &first, &e), 1);
		assert_int_equal(first.v[0].incident, real);
		assert_int_equal(
		    outbox_claim(h->store, ch, h->now, 1, 1, &then, &e), 1);
		assert_int_equal(then.v[0].incident, drill);
		messages_clear(&first);
		messages_clear(&then);
	}
}

/* A report of the same service does not join an exercise. */
static void
test_feed_apart(void **state)
{
	struct house *h = *state;
	int64_t id = hold(h);
	struct incidents l = {0};
	struct err e = {""};

	feed_says(h, "nspop", NULL, 0);
	feed_says(h, "nspop",
	    &(struct told){
		"nspop", "x1", "FMK er nede", "FMK er nede.", PHASE_OPEN, 0},
	    1);
	must(store_incidents(h->store, 0, &l, &e), &e);
	assert_int_equal(l.n, 2);
	assert_int_equal(l.v[0].kind, KIND_ACTUAL);
	assert_int_equal(l.v[1].id, id);
	assert_int_equal(l.v[1].notices, 1);
	incidents_clear(&l);
}

/* --- what is overdue ------------------------------------------------------ */

#define DAYS(n) ((int64_t)(n)*24 * HOUR)

/* After a turn at so many days after NOW: for how many days, or NULL. */
static void
expect_reminder(struct house *h, int64_t day, const char *days)
{
	struct lows l = {0};
	struct err e = {""};
	int n = 0;

	h->now = NOW + DAYS(day);
	turn(h);
	must(store_lows_take(h->store, 100, &l, &e), &e);
	/* Others tell of municipalities without contacts. */
	for (size_t k = 0; k < l.n; k++) {
		if (!str_eq(l.v[k].alarm, "drill_overdue"))
			continue;
		assert_non_null(days);
		assert_string_equal(l.v[k].about, days);
		n++;
	}
	assert_int_equal(n, days != NULL);
	lows_clear(&l);
}

/* Once when it is due, then each week, until one is held with all. */
static void
test_overdue(void **state)
{
	struct house *h = *state;

	h->setup.conf->drill_every = DAYS(30);
	h->setup.conf->escalation.collect = DAYS(1000);
	hold(h);
	expect_reminder(h, 29, NULL);
	assert_int_equal(h->next, NOW + DAYS(30));
	expect_reminder(h, 30, "30");
	expect_reminder(h, 30, NULL);
	expect_reminder(h, 36, NULL);
	expect_reminder(h, 37, "37");
	hold_with(h, 600, "org:0101");
	expect_reminder(h, 44, "44");
	hold(h);
	expect_reminder(h, 51, NULL);
	expect_reminder(h, 73, NULL);
	expect_reminder(h, 74, "30");
}

/* Before the first one it counts from the first record; 0 is never. */
static void
test_never_held(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	h->setup.conf->escalation.collect = DAYS(1000);
	h->setup.conf->drill_every = DAYS(30);
	expect_reminder(h, 1, NULL);
	must(store_audit(h->store, NOW + DAYS(2), "test", "x", 0, "", "", &e),
	    &e);
	expect_reminder(h, 31, NULL);
	expect_reminder(h, 32, "30");
	h->setup.conf->drill_every = 0;
	expect_reminder(h, 100, NULL);
}

/* Reminded by a clock that was a year ahead: that counts as now. */
static void
test_reminded_ahead(void **state)
{
	struct house *h = *state;

	h->setup.conf->drill_every = DAYS(30);
	h->setup.conf->escalation.collect = DAYS(1000);
	hold(h);
	expect_reminder(h, 400, "400");
	expect_reminder(h, 40, NULL);
	assert_int_equal(h->next, NOW + DAYS(47));
}

/* --- texts ---------------------------------------------------------------- */

static void
assert_texts(struct house *h, const struct incident *i, enum notice_type type,
    const char *const *parts, size_t n)
{
	struct notice_texts t;
	struct err e = {""};

	must(core_preview(&h->core, i, type, ORG_MUNICIPALITY, h->now, &t, &e),
	    &e);
	assert_true(str_starts(t.subject, "ØVELSE. "));
	assert_true(str_ends(t.subject, " ØVELSE"));
	assert_true(str_starts(t.sms, "ØVELSE. Foretag jer ikke noget i"));
	assert_true(str_ends(t.sms, "ØVELSE"));
	assert_true(str_starts(t.text, "ØVELSE. Foretag jer ikke noget i"));
	assert_true(str_ends(t.text, "ØVELSE\n"));
	for (size_t k = 0; k < n; k++)
		if (strstr(t.text, parts[k]) == NULL)
			fail_msg("not \"%s\" in:\n%s", parts[k], t.text);
	/* Nothing of what a real one says. */
	assert_null(strstr(t.text, "nede"));
	assert_null(strstr(t.text, "medicin"));
	assert_null(strstr(t.sms, "nede"));
	notice_texts_clear(&t);
}

static void
test_texts(void **state)
{
	static const char *const open[] = {"Dette er en øvelse.",
	    "- Arbejd, som I plejer.", "Øvelsen slutter senest kl. 23.23.",
	    "Øvelsen begyndte kl. 23.13."};
	static const char *const ended[] = {"Øvelsen er slut.",
	    "Dette er den sidste besked i øvelsen.", "(afsluttet)"};
	static const char *const stopped[] = {"Vi stopper den før tiden."};
	struct house *h = *state;
	struct incident i = read_incident(h, hold(h));

	assert_texts(h, &i, NOTICE_FIRST, open, LENGTH(open));
	i.state = INCIDENT_RESOLVED;
	i.resolved_at = NOW + 600;
	assert_texts(h, &i, NOTICE_RESOLVED, ended, LENGTH(ended));
	assert_texts(h, &i, NOTICE_CORRECTION, stopped, LENGTH(stopped));
	incident_clear(&i);
}

#define HOUSE(f) cmocka_unit_test_setup_teardown(f, build, raze)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_compare),
	    cmocka_unit_test(test_pairs),
	    HOUSE(test_ends),
	    HOUSE(test_ended_early),
	    HOUSE(test_clock_ahead),
	    HOUSE(test_no_ring),
	    HOUSE(test_no_ring_for_receipts),
	    HOUSE(test_real_goes_first),
	    HOUSE(test_feed_apart),
	    HOUSE(test_overdue),
	    HOUSE(test_never_held),
	    HOUSE(test_reminded_ahead),
	    HOUSE(test_texts),
	};

	return cmocka_run_group_tests_name("drill", tests, NULL, NULL);
}
