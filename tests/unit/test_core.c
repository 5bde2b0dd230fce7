/*
 * Tests of the core as a whole: reports in, notices out, on a made clock and
 * a real SQLite in memory, with the built-in rules and templates.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/mem.h"
#include "base/str.h"
#include "contacts/seed.h"
#include "core.h"
#include "setup.h"
#include "store/messages.h"
#include "store/orgs.h"

#define HOUR 3600
#define NOW INT64_C(1774735980) /* 2026-03-28T22:13:00Z */

struct house {
	struct setup setup;
	struct store *store;
	struct core core;
	int64_t now;
	int64_t next;
};

static void
must(int r, const struct err *e)
{
	if (r == -1)
		fail_msg("%s", e->msg);
}

/* A house with one contact in København and one on-call address. */
static int
build(void **state)
{
	struct house *h = xcalloc(1, sizeof(*h));
	struct diags problems = {0};
	struct contact c = {
	    .org = (char[]){"0101"},
	    .name = (char[]){"Vagt"},
	    .email = (char[]){"fmk@example.dk"},
	    .phone = (char[]){"+4500000001"},
	    .enabled = true,
	};
	struct err e = {""};

	must(setup_load(&h->setup, NULL, &problems), &e);
	strv_add(&h->setup.conf->alarm.mail, "vagt@example.dk");
	xreplace(&h->setup.conf->mail.disabled_reason, "");
	h->setup.conf->sms.off = false;
	h->store = store_open(":memory:", true, &e);
	assert_non_null(h->store);
	must(store_seed(h->store, &e), &e);
	must(store_contact_put(h->store, &c, &e), &e);
	h->core = (struct core){.conf = h->setup.conf,
	    .store = h->store,
	    .filter = h->setup.filter,
	    .templates = h->setup.templates,
	    .actor = "test"};
	h->now = NOW;
	*state = h;
	return 0;
}

static int
raze(void **state)
{
	struct house *h = *state;

	store_close(h->store);
	setup_clear(&h->setup);
	free(h);
	return 0;
}

static void
turn(struct house *h)
{
	struct err e = {""};

	must(core_turn(&h->core, h->now, &h->next, &e), &e);
}

/* One event as the feed tells it now. */
struct told {
	const char *feed, *id, *title, *text;
	enum phase phase;
	int64_t began;
};

static void
feed_says(struct house *h, const char *feed, const struct told *l, size_t n)
{
	struct reports reports = {.complete = true};
	struct err e = {""};

	for (size_t i = 0; i < n; i++) {
		struct report *r = reports_add(&reports);

		xreplace(&r->feed, feed);
		xreplace(&r->id, l[i].id);
		xreplace(&r->title, l[i].title);
		xreplace(&r->text, l[i].text);
		xreplace(&r->revision, l[i].text);
		r->newest = strlen(r->text);
		r->published = r->updated = l[i].began == 0 ? h->now
							    : l[i].began;
		r->phase = l[i].phase;
	}
	must(core_reports(&h->core, feed, &reports, h->now, &e), &e);
	reports_clear(&reports);
	turn(h);
}

/* Types of all notices so far, pages left out: "first repeat resolved". */
static char *
types(struct house *h, int *pages)
{
	struct notices l = {0};
	struct strv names = {0};
	struct err e = {""};
	char *s;

	must(store_notices(h->store, 0, 0, &l, &e), &e);
	*pages = 0;
	for (size_t i = 0; i < l.n; i++) {
		if (l.v[i].type == NOTICE_PAGE)
			(*pages)++;
		else
			strv_add(&names, notice_type_name(l.v[i].type));
	}
	s = strv_join(&names, " ");
	strv_clear(&names);
	notices_clear(&l);
	return s;
}

static void
expect(struct house *h, const char *notices, int pages)
{
	int n;
	char *s = types(h, &n);

	assert_string_equal(s, notices);
	assert_int_equal(n, pages);
	free(s);
}

static const struct told down = {"nspop", "i1",
    "FMK er utilgængeligt i produktion",
    "Opslag i FMK fejler for alle anvendere.", PHASE_OPEN, 0};
static const struct told over = {"nspop", "i1",
    "FMK er utilgængeligt i produktion", "Driften er normal.", PHASE_RESOLVED,
    0};

/* A feed that was read before, so that it is not the first start. */
static void
warm(struct house *h, const char *feed)
{
	feed_says(h, feed, NULL, 0);
	h->now += 60;
}

static void
test_a_night(void **state)
{
	struct house *h = *state;

	warm(h, "nspop");
	feed_says(h, "nspop", &down, 1);
	expect(h, "first", 1);
	assert_true(h->next == h->now + 2 * HOUR);
	for (int i = 0; i < 3; i++) {
		h->now = h->next;
		turn(h);
	}
	expect(h, "first repeat repeat repeat", 1);
	h->now += 60;
	feed_says(h, "nspop", &over, 1);
	expect(h, "first repeat repeat repeat resolved", 1);
	assert_true(h->next == TIME_NONE);
	/* The same body again says nothing. */
	feed_says(h, "nspop", &over, 1);
	expect(h, "first repeat repeat repeat resolved", 1);
}

static void
test_first_start_does_not_flood(void **state)
{
	struct house *h = *state;
	const struct told l[] = {
	    {"nspop", "old", "FMK var nede", "Løst.", PHASE_RESOLVED,
		NOW - 10 * HOUR},
	    {"nspop", "stale", "FMK er nede", "Opslag i FMK fejler.",
		PHASE_OPEN, NOW - 30 * HOUR},
	};

	feed_says(h, "nspop", l, 2);
	/* Nothing to municipalities; one page about the old open one. */
	expect(h, "", 1);
}

static void
test_vanished_stays_open_and_is_told_once(void **state)
{
	struct house *h = *state;

	warm(h, "nspop");
	feed_says(h, "nspop", &down, 1);
	h->now += 60;
	feed_says(h, "nspop", NULL, 0);
	feed_says(h, "nspop", NULL, 0);
	expect(h, "first", 2);
	assert_true(h->next != TIME_NONE);
}

static void
test_second_feed_joins(void **state)
{
	struct house *h = *state;
	struct told other = down;

	warm(h, "nspop");
	warm(h, "blog");
	feed_says(h, "nspop", &down, 1);
	other.id = "post-9";
	h->now += 300;
	feed_says(h, "blog", &other, 1);
	expect(h, "first", 1);
	/* It ends when both say so. */
	feed_says(h, "nspop", &over, 1);
	expect(h, "first", 1);
	other = over;
	other.id = "post-9";
	feed_says(h, "blog", &other, 1);
	expect(h, "first resolved", 1);
}

static void
test_post_of_its_own_resolves(void **state)
{
	struct house *h = *state;
	struct told post = {"blog", "post-1", "FMK er nede",
	    "FMK er nede for alle.", PHASE_UNKNOWN, 0};

	warm(h, "blog");
	feed_says(h, "blog", &post, 1);
	expect(h, "first", 1);
	h->now += HOUR;
	post = (struct told){"blog", "post-2", "FMK virker igen",
	    "Fejlen på FMK er løst, og driften er normal.", PHASE_UNKNOWN, 0};
	feed_says(h, "blog", &post, 1);
	/* post-1 vanished with the end of its incident: nothing to ask. */
	expect(h, "first resolved", 1);
}

static void
test_over_of_nothing_is_asked(void **state)
{
	struct house *h = *state;
	const struct told post = {"blog", "post-2", "FMK virker igen",
	    "Fejlen på FMK er løst, og driften er normal.", PHASE_UNKNOWN, 0};

	warm(h, "blog");
	feed_says(h, "blog", &post, 1);
	expect(h, "", 1);
}

static void
test_operator_resolves_and_feed_lags(void **state)
{
	struct house *h = *state;
	struct told again = down;
	struct err e = {""};

	warm(h, "nspop");
	feed_says(h, "nspop", &down, 1);
	must(core_resolve(&h->core, 1, NULL, h->now + 60, &e), &e);
	expect(h, "first resolved", 1);
	assert_int_equal(core_resolve(&h->core, 1, NULL, h->now + 61, &e), -1);
	assert_non_null(strstr(e.msg, "retract"));
	h->now += 600;
	again.text = "Vi arbejder videre på fejlen i FMK.";
	feed_says(h, "nspop", &again, 1);
	expect(h, "first resolved", 1);
}

static void
test_back_again(void **state)
{
	struct house *h = *state;

	warm(h, "nspop");
	feed_says(h, "nspop", &down, 1);
	h->now += HOUR;
	feed_says(h, "nspop", &over, 1);
	h->now += HOUR;
	feed_says(h, "nspop", &down, 1);
	expect(h, "first resolved update", 1);
}

static void
test_ask_goes_nowhere_until_approved(void **state)
{
	struct house *h = *state;
	const struct told login = {"nspop", "i2", "NemLog-in fejler",
	    "Login via NemLog-in fejler for alle.", PHASE_OPEN, 0};
	struct err e = {""};

	warm(h, "nspop");
	feed_says(h, "nspop", &login, 1);
	expect(h, "", 1);
	/* The paging goes on until somebody decides. */
	h->now = h->next;
	turn(h);
	expect(h, "", 2);
	must(core_approve(&h->core, 1, h->now, &e), &e);
	expect(h, "first", 2);
	assert_int_equal(core_dismiss(&h->core, 1, h->now, &e), -1);
}

static void
test_dismissed_is_silent(void **state)
{
	struct house *h = *state;
	const struct told login = {"nspop", "i2", "NemLog-in fejler",
	    "Login via NemLog-in fejler for alle.", PHASE_OPEN, 0};
	struct err e = {""};

	warm(h, "nspop");
	feed_says(h, "nspop", &login, 1);
	must(core_dismiss(&h->core, 1, h->now, &e), &e);
	h->now += 12 * HOUR;
	turn(h);
	expect(h, "", 1);
	assert_true(h->next == TIME_NONE);
}

static void
test_operator_sends(void **state)
{
	struct house *h = *state;
	struct statement s = {.effect = EFFECT_OUTAGE,
	    .title = "FMK er nede",
	    .text = "Prøve",
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE};
	struct deliveries l = {0};
	struct err e = {""};
	int64_t id = 0;

	must(core_send(&h->core, &s, h->now, &id, &e), &e);
	expect(h, "first", 0);
	must(store_deliveries(h->store,
		 &(struct delivery_query){.incident = id, .limit = 0}, &l, &e),
	    &e);
	/* One contact by mail and by SMS; no vendor has a contact here. */
	assert_int_equal(l.n, 2);
	deliveries_clear(&l);
	s.effect = EFFECT_NONE;
	assert_int_equal(core_send(&h->core, &s, h->now, &id, &e), -1);
	expect(h, "first", 0);
}

static void
test_clock_set_back(void **state)
{
	struct house *h = *state;

	warm(h, "nspop");
	feed_says(h, "nspop", &down, 1);
	h->now -= 10 * HOUR;
	turn(h);
	assert_true(h->next == h->now + 2 * HOUR);
}

static void
test_failing_feed_is_told_once_and_when_well(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	warm(h, "nspop");
	for (int i = 0; i < 10; i++) {
		must(core_feed_failed(
			 &h->core, "nspop", "HTTP status 500", h->now, &e),
		    &e);
		h->now += 60;
	}
	expect(h, "", 1);
	must(core_feed_unchanged(&h->core, "nspop", h->now, &e), &e);
	expect(h, "", 2);
}

static void
test_stale_feed_is_told_once(void **state)
{
	struct house *h = *state;
	struct config *conf = h->setup.conf;
	struct feed_conf feed = {
	    .name = (char[]){"nspop"}, .stale_after = 30 * 24 * HOUR};
	struct err e = {""};

	conf->feeds = &feed;
	conf->n_feeds = 1;
	warm(h, "nspop");
	for (int day = 0; day < 33; day++) {
		must(core_feed_unchanged(&h->core, "nspop", h->now, &e), &e);
		h->now += 24 * HOUR;
	}
	expect(h, "", 1);
	feed_says(h, "nspop", NULL, 0);
	expect(h, "", 2);
	conf->feeds = NULL;
	conf->n_feeds = 0;
}

static void
test_oncall_contacts_are_paged(void **state)
{
	struct house *h = *state;
	struct contact c = {.org = (char[]){"oncall"},
	    .name = (char[]){"Vagt"},
	    .email = (char[]){"nat@example.dk"},
	    .phone = (char[]){"+4500000009"},
	    .enabled = true};
	struct deliveries l = {0};
	struct err e = {""};

	must(store_contact_put(h->store, &c, &e), &e);
	must(core_alarm(&h->core, &(struct alarm){.kind = ALARM_CONFIG_BAD},
		 h->now, &e),
	    &e);
	must(store_deliveries(
		 h->store, &(struct delivery_query){.limit = 0}, &l, &e),
	    &e);
	/* Both mails, of the contact and of alarm:, and the contact's SMS. */
	assert_int_equal(l.n, 3);
	deliveries_clear(&l);
}

#define CORE_TEST(f) cmocka_unit_test_setup_teardown(f, build, raze)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CORE_TEST(test_a_night),
	    CORE_TEST(test_first_start_does_not_flood),
	    CORE_TEST(test_vanished_stays_open_and_is_told_once),
	    CORE_TEST(test_second_feed_joins),
	    CORE_TEST(test_post_of_its_own_resolves),
	    CORE_TEST(test_over_of_nothing_is_asked),
	    CORE_TEST(test_operator_resolves_and_feed_lags),
	    CORE_TEST(test_back_again),
	    CORE_TEST(test_ask_goes_nowhere_until_approved),
	    CORE_TEST(test_dismissed_is_silent),
	    CORE_TEST(test_operator_sends),
	    CORE_TEST(test_clock_set_back),
	    CORE_TEST(test_failing_feed_is_told_once_and_when_well),
	    CORE_TEST(test_stale_feed_is_told_once),
	    CORE_TEST(test_oncall_contacts_are_paged),
	};

	return cmocka_run_group_tests_name("core", tests, NULL, NULL);
}
