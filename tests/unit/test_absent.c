/*
 * Tests of what a feed lists no longer: over where only open events are
 * listed, and nowhere else; and never by a body that is not whole.
 */
#include "core_house.h"
#include "store/audit.h"
#include "store/reports.h"

static const char title[] = "FMK er utilgængeligt i produktion";
static const char text[] = "Opslag i FMK fejler for alle. Vi overvåger.";

/* A body with the events of these ids (NULL last), all open. */
static void
lists(struct house *h, const char *const *ids, bool only_open, bool complete)
{
	struct reports l = {.complete = complete, .only_open = only_open};
	struct err e = {""};

	for (; *ids != NULL; ids++) {
		struct report *r = reports_add(&l);

		xreplace(&r->feed, "page");
		xreplace(&r->id, *ids);
		xreplace(&r->title, title);
		xreplace(&r->text, text);
		xreplace(&r->revision, "1");
		xreplace(&r->status, "investigating");
		r->newest = strlen(r->text);
		r->published = NOW;
		r->phase = PHASE_OPEN;
	}
	must(core_reports(&h->core, "page", &l, h->now, &e), &e);
	reports_clear(&l);
	turn(h);
	h->now += 1200;
}

#define IDS(...) ((const char *const[]){__VA_ARGS__, NULL})
#define NONE ((const char *const[]){NULL})

static void
test_absent_is_over(void **state)
{
	struct house *h = *state;
	struct stored_report s;
	struct audits l = {0};
	struct err e = {""};
	bool told = false;

	lists(h, NONE, true, true);
	lists(h, IDS("a"), true, true);
	expect(h, "first", 1);
	lists(h, NONE, true, true);
	expect(h, "first resolved", 1);
	lists(h, NONE, true, true);
	expect(h, "first resolved", 1);
	assert_int_equal(store_report_find(h->store, "page", "a", &s, &e), 1);
	assert_int_equal(s.report.phase, PHASE_RESOLVED);
	assert_string_equal(s.report.status, "resolved");
	assert_string_equal(s.report.revision, "1, no longer listed");
	assert_string_equal(s.report.text, text);
	assert_string_equal(s.report.title, title);
	assert_int_equal(s.finding.phase, PHASE_RESOLVED);
	assert_non_null(strstr(s.finding.reason, "no longer listed"));
	assert_false(s.listed);
	stored_report_clear(&s);
	must(store_audits(h->store, 1, 0, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++)
		told = told || str_eq(l.v[i].action, "event.absent");
	assert_true(told);
	audits_clear(&l);
}

/* What the feed itself had told over is recorded as it told it. */
static void
test_told_over_before(void **state)
{
	const struct reports open = {.complete = true, .only_open = true};
	struct house *h = *state;
	struct stored_report s;
	struct err e = {""};

	warm(h, "nspop");
	feed_lists(h, "nspop", &down, 1, open);
	feed_lists(h, "nspop", &over, 1, open);
	h->now += 60;
	feed_lists(h, "nspop", NULL, 0, open);
	expect(h, "first resolved", 1);
	assert_int_equal(store_report_find(h->store, "nspop", "i1", &s, &e), 1);
	assert_string_equal(s.report.revision, over.text);
	assert_false(s.listed);
	stored_report_clear(&s);
}

static void
test_not_whole_ends_nothing(void **state)
{
	struct house *h = *state;

	lists(h, NONE, true, true);
	lists(h, IDS("a"), true, true);
	lists(h, NONE, true, false);
	lists(h, IDS("b"), true, false);
	expect(h, "first first", 2);
	lists(h, IDS("a", "b"), true, true);
	lists(h, IDS("b"), true, true);
	expect(h, "first first resolved", 2);
}

static void
test_failing_ends_nothing(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	lists(h, NONE, true, true);
	lists(h, IDS("a"), true, true);
	must(core_feed_failed(
		 &h->core, "page", CAUSE_NOT_A_FEED, "a web page", h->now, &e),
	    &e);
	must(core_feed_unchanged(&h->core, "page", h->now + 60, &e), &e);
	turn(h);
	expect(h, "first", 1);
}

static void
test_other_shapes_stay_open(void **state)
{
	struct house *h = *state;

	lists(h, NONE, false, true);
	lists(h, IDS("a"), false, true);
	lists(h, NONE, false, true);
	lists(h, NONE, false, true);
	expect(h, "first", 2);
}

static void
test_back_is_reopened(void **state)
{
	struct house *h = *state;

	lists(h, NONE, true, true);
	lists(h, IDS("a"), true, true);
	lists(h, NONE, true, true);
	lists(h, IDS("a"), true, true);
	expect(h, "first resolved update", 2);
	lists(h, NONE, true, true);
	expect(h, "first resolved update resolved", 2);
}

/* Long after its end it is the next event. */
static void
test_back_much_later_is_new(void **state)
{
	struct house *h = *state;

	lists(h, NONE, true, true);
	lists(h, IDS("a"), true, true);
	lists(h, NONE, true, true);
	h->now += 30 * HOUR;
	lists(h, IDS("a"), true, true);
	expect(h, "first resolved first", 2);
}

static void
test_operator_was_first(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	lists(h, NONE, true, true);
	lists(h, IDS("a"), true, true);
	must(core_resolve(&h->core, 1, NULL, h->now, &e), &e);
	expect(h, "first resolved", 1);
	lists(h, NONE, true, true);
	expect(h, "first resolved", 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CORE_TEST(test_absent_is_over),
	    CORE_TEST(test_told_over_before),
	    CORE_TEST(test_not_whole_ends_nothing),
	    CORE_TEST(test_failing_ends_nothing),
	    CORE_TEST(test_other_shapes_stay_open),
	    CORE_TEST(test_back_is_reopened),
	    CORE_TEST(test_back_much_later_is_new),
	    CORE_TEST(test_operator_was_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
