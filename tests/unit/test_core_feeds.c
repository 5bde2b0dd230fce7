/*
 * Tests of the core: the health of a feed. What is told, once, and told again
 * when it is well; what is concluded, and what notices say meanwhile.
 */
#include "core_house.h"

#include "base/attr.h"
#include "core/check.h"
#include "store/audit.h"
#include "store/reports.h"

#define MINUTE 60
#define DAY (24 * HOUR)

static char name[] = "nspop", url[] = "https://a.example.dk",
	    other[] = "https://b.example.dk";

/* The house with one feed in its configuration. */
static struct feed_conf feed;

static int
build_feed(void **state)
{
	struct house *h;

	if (build(state) == -1)
		return -1;
	h = *state;
	feed = (struct feed_conf){.name = name,
	    .kind = FEED_STATUSPAGE,
	    .url = url,
	    .poll = MINUTE,
	    .stale_after = 30 * DAY};
	h->setup.conf->feeds = &feed;
	h->setup.conf->n_feeds = 1;
	return 0;
}

static int
raze_feed(void **state)
{
	struct house *h = *state;

	h->setup.conf->feeds = NULL;
	h->setup.conf->n_feeds = 0;
	return raze(state);
}

static struct feed_state
state_of(struct house *h)
{
	struct feed_state f;
	struct err e = {""};

	must(store_feed_get(h->store, name, &f, &e), &e);
	return f;
}

static void
expect_health(struct house *h, enum feed_health state, const char *why)
{
	struct feed_state f = state_of(h);

	assert_string_equal(
	    feed_health_name(f.health.state), feed_health_name(state));
	assert_string_equal(f.why, why);
	feed_state_clear(&f);
}

/*
 * All that the on-call was paged about so far, in a line each. What is low has
 * none: in this house hardly any municipality has a contact. Over years it is
 * forgotten.
 */
static void
expect_pages(struct house *h, const char *pages)
{
	struct notices l = {0};
	struct strv said = {0};
	struct err e = {""};
	char *s;

	must(store_notices(h->store, 0, 0, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++)
		if (l.v[i].type == NOTICE_PAGE && *l.v[i].reason != '\0' &&
		    !str_eq(l.v[i].reason, AUDIT_ERASED) &&
		    !is_answer(l.v[i].reason))
			strv_add(&said, l.v[i].reason);
	s = strv_join(&said, "\n");
	assert_string_equal(s, pages);
	free(s);
	strv_clear(&said);
	notices_clear(&l);
}

#define OPENED "The municipalities are being told."
#define FAILING                                               \
	"Feed nspop cannot be read: HTTP status 500. What it" \
	" says now is not known."
#define PARTLY                                                            \
	"Feed nspop cannot be read wholly: only a part of it can be read" \
	". What is missing is not known."
#define STALE "Feed nspop is stale: nothing new for longer than stale_after."
#define SHRUNKEN(what) \
	"Feed nspop has shrunk: " what ". What they were about stays open."
#define WELL "Feed nspop is well again."
#define SETTLED                                                       \
	"Feed nspop has listed as little for a day. That is its list" \
	" now."
#define VANISHED "Feed nspop no longer lists it. It stays open."

static void
fail_for(struct house *h, int polls)
{
	struct err e = {""};

	for (int i = 0; i < polls; i++) {
		must(core_feed_failed(&h->core, name, CAUSE_STATUS,
			 "HTTP status 500", h->now, &e),
		    &e);
		turn(h);
		h->now += MINUTE;
	}
}

static void
same_for(struct house *h, int polls, int64_t pause)
{
	struct err e = {""};

	for (int i = 0; i < polls; i++) {
		must(core_feed_unchanged(&h->core, name, h->now, &e), &e);
		turn(h);
		h->now += pause;
	}
}

/* A list of n old events, from the number on, all over. */
#define MOST 40
static struct told list[MOST];
static char ids[MOST][16];

static const struct told *
old_events(size_t first, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		snprintf(ids[i], sizeof(ids[i]), "old-%zu", first + i);
		list[i] = (struct told){name, ids[i], "FMK var langsomt",
		    "Driften er normal.", PHASE_RESOLVED, NOW - 48 * HOUR};
	}
	return list;
}

static void
says_for(struct house *h, const struct told *l, size_t n, int polls)
{
	for (int i = 0; i < polls; i++) {
		feed_says(h, name, l, n);
		h->now += MINUTE;
	}
}

/* Five events, of which the first is an outage that is told. */
static void
open_among_five(struct house *h)
{
	feed_says(h, name, old_events(1, 4), 4);
	h->now += MINUTE;
	old_events(0, 5);
	list[0] = down;
	feed_says(h, name, list, 5);
	h->now += MINUTE;
	expect_pages(h, OPENED);
}

static void
expect_open(struct house *h)
{
	struct incident i;
	struct err e = {""};

	assert_int_equal(store_incident_get(h->store, 1, &i, &e), 1);
	assert_int_equal(i.state, INCIDENT_OPEN);
	incident_clear(&i);
}

static void
test_failing(void **state)
{
	struct house *h = *state;

	warm(h, name);
	fail_for(h, 5);
	expect_health(h, HEALTH_FAILING, "HTTP status 500");
	expect_pages(h, "");
	fail_for(h, 60);
	expect_pages(h, FAILING);
	/* The daemon was away for a day, and finds it as it was. */
	h->now += DAY;
	fail_for(h, 60);
	expect_pages(h, FAILING);
	same_for(h, 3, MINUTE);
	expect_health(h, HEALTH_OK, "");
	expect_pages(h, FAILING "\n" WELL);
	fail_for(h, 6);
	expect_pages(h, FAILING "\n" WELL "\n" FAILING);
}

/* The network is late after a boot, and it was down before it. */
static void
test_boot_is_no_failure(void **state)
{
	struct house *h = *state;

	warm(h, name);
	fail_for(h, 1);
	h->now += DAY;
	fail_for(h, 2);
	expect_pages(h, "");
	feed_says(h, name, NULL, 0);
	expect_pages(h, "");
}

static void
test_cause(void **state)
{
	struct house *h = *state;
	struct feed_state f;

	warm(h, name);
	fail_for(h, 1);
	f = state_of(h);
	assert_int_equal(f.cause, CAUSE_STATUS);
	feed_state_clear(&f);
	same_for(h, 1, MINUTE);
	f = state_of(h);
	assert_int_equal(f.cause, CAUSE_NONE);
	feed_state_clear(&f);
}

static void
test_stale(void **state)
{
	struct house *h = *state;

	feed_says(h, name, old_events(0, 4), 4);
	same_for(h, 31, DAY);
	expect_pages(h, "");
	same_for(h, 5, DAY);
	expect_pages(h, STALE);
	/* A daemon that starts reads it anew: it has not changed by that. */
	says_for(h, old_events(0, 4), 4, 2);
	expect_pages(h, STALE);
	/* Nor by failing for a while, told or not. */
	fail_for(h, 2);
	same_for(h, 2, MINUTE);
	expect_pages(h, STALE);
	says_for(h, old_events(0, 5), 5, 2);
	expect_pages(h, STALE "\n" WELL);
	expect_health(h, HEALTH_OK, "");
}

/* An event that is gone is new, too; a body of other bytes alone is not. */
static void
test_what_is_new(void **state)
{
	struct house *h = *state;

	feed_says(h, name, old_events(0, 9), 9);
	h->now += 31 * DAY;
	says_for(h, old_events(0, 9), 9, 1);
	expect_health(
	    h, HEALTH_STALE, "nothing new for longer than stale_after");
	says_for(h, old_events(0, 8), 8, 1);
	expect_health(h, HEALTH_OK, "");
	h->now += 31 * DAY;
	old_events(0, 8);
	list[3].text = "Fejlen er rettet, og driften er normal.";
	says_for(h, list, 8, 1);
	expect_health(h, HEALTH_OK, "");
	h->now += 31 * DAY;
	says_for(h, list, 8, 1);
	same_for(h, 1, MINUTE);
	list[8] = (struct told){name, "back", "FMK var langsomt",
	    "Driften er normal.", PHASE_RESOLVED, NOW};
	says_for(h, list, 9, 1);
	expect_health(h, HEALTH_OK, "");
}

static void
test_stale_behind_failing(void **state)
{
	struct house *h = *state;

	feed_says(h, name, old_events(0, 4), 4);
	h->now += 31 * DAY;
	same_for(h, 1, MINUTE);
	fail_for(h, 10);
	expect_pages(h, STALE "\n" FAILING);
	expect_health(h, HEALTH_FAILING, "HTTP status 500");
	/* It is read again, and that is what is to be told of it. */
	same_for(h, 10, MINUTE);
	expect_pages(h, STALE "\n" FAILING "\n" STALE);
}

static void
test_never_stale(void **state)
{
	struct house *h = *state;

	feed.stale_after = 0;
	feed_says(h, name, old_events(0, 4), 4);
	same_for(h, 50, 20 * DAY);
	expect_pages(h, "");
	expect_health(h, HEALTH_OK, "");
	/* And one that was, when stale_after is taken away. */
	feed.stale_after = DAY;
	same_for(h, 2, MINUTE);
	feed.stale_after = 0;
	same_for(h, 2, MINUTE);
	expect_pages(h, STALE "\n" WELL);
}

static void
test_shrunken(void **state)
{
	struct house *h = *state;

	open_among_five(h);
	says_for(h, old_events(1, 1), 1, 5);
	expect_health(h, HEALTH_SHRUNKEN, "4 of 5 events are gone");
	expect_pages(h, OPENED);
	/* One alarm, and none for each event; the same bytes or not. */
	says_for(h, old_events(1, 1), 1, 60);
	same_for(h, 60, MINUTE);
	says_for(h, old_events(1, 1), 1, 60);
	expect_pages(h, OPENED "\n" SHRUNKEN("4 of 5 events are gone"));
	expect_open(h);
	/* They are back, and it lasts. */
	old_events(0, 5);
	list[0] = down;
	says_for(h, list, 5, 5);
	expect_pages(h, OPENED "\n" SHRUNKEN("4 of 5 events are gone"));
	says_for(h, list, 5, 60);
	expect_pages(
	    h, OPENED "\n" SHRUNKEN("4 of 5 events are gone") "\n" WELL);
	expect_health(h, HEALTH_OK, "");
	expect_open(h);
}

/* An empty list is a whole one that has nothing in it. */
static void
test_shrunken_to_nothing(void **state)
{
	struct house *h = *state;

	open_among_five(h);
	says_for(h, NULL, 0, 10);
	expect_pages(h, OPENED "\n" SHRUNKEN("5 of 5 events are gone"));
	expect_open(h);
}

/* What a short list does tell is told: an end by its own id, a new outage. */
static void
test_short_list_is_read(void **state)
{
	struct house *h = *state;

	open_among_five(h);
	list[0] = over;
	says_for(h, list, 1, 2);
	expect_health(h, HEALTH_SHRUNKEN, "4 of 5 events are gone");
	expect(h, "first resolved", 1);
}

/* For a moment, and for every second poll. */
static void
test_shrunken_does_not_flap(void **state)
{
	struct house *h = *state;

	feed_says(h, name, old_events(0, 5), 5);
	h->now += MINUTE;
	says_for(h, old_events(0, 1), 1, 2);
	says_for(h, old_events(0, 5), 5, 10);
	expect_pages(h, "");
	expect_health(h, HEALTH_OK, "");
	for (int i = 0; i < 2 * 24 * 60; i += 2) {
		says_for(h, old_events(0, 1), 1, 1);
		says_for(h, old_events(0, 5), 5, 1);
		expect_health(h, HEALTH_SHRUNKEN, "4 of 5 events are gone");
	}
	expect_pages(h, SHRUNKEN("4 of 5 events are gone"));
}

/* Short for a day is the list; only then is what is gone asked about. */
static void
settle(struct house *h, bool same)
{
	open_among_five(h);
	says_for(h, old_events(1, 1), 1, 10);
	h->now += DAY - 20 * MINUTE;
	if (same)
		same_for(h, 8, MINUTE);
	else
		says_for(h, old_events(1, 1), 1, 8);
	expect_pages(h, OPENED "\n" SHRUNKEN("4 of 5 events are gone"));
	h->now += 10 * MINUTE;
	if (same)
		same_for(h, 60, MINUTE);
	else
		says_for(h, old_events(1, 1), 1, 60);
	expect_pages(h, OPENED
	    "\n" SHRUNKEN("4 of 5 events are gone") "\n" VANISHED "\n" SETTLED);
	expect_health(h, HEALTH_OK, "");
	expect_open(h);
	says_for(h, old_events(1, 1), 1, 10);
	expect_health(h, HEALTH_OK, "");
}

static void
test_settles(void **state)
{
	settle(*state, false);
}

static void
test_settles_on_the_same_bytes(void **state)
{
	settle(*state, true);
}

static void
test_sliding(void **state)
{
	struct house *h = *state;

	for (size_t i = 0; i < 60; i++)
		says_for(h, old_events(i, 10), 10, 1);
	/* Nobody looked, and nine new ones came meanwhile. */
	h->now += 10 * DAY;
	says_for(h, old_events(68, 10), 10, 10);
	expect_health(h, HEALTH_OK, "");
	/* None of the ten is left, but six others came. */
	h->now += 10 * DAY;
	says_for(h, old_events(90, 6), 6, 10);
	expect_health(h, HEALTH_OK, "");
	expect_pages(h, "");
}

static void
test_few_are_told_each(void **state)
{
	struct house *h = *state;

	feed_says(h, name, old_events(1, 1), 1);
	h->now += MINUTE;
	list[0] = down;
	says_for(h, list, 1, 1);
	says_for(h, NULL, 0, 10);
	expect_pages(h, OPENED "\n" VANISHED);
	expect_health(h, HEALTH_OK, "");
}

static void
test_only_open_is_never_shrunken(void **state)
{
	struct house *h = *state;

	for (int i = 0; i < 10; i++) {
		feed_lists(h, name, old_events(0, i % 2 ? 0 : 5), i % 2 ? 0 : 5,
		    (struct reports){.complete = true, .only_open = true});
		h->now += MINUTE;
		expect_health(h, HEALTH_OK, "");
	}
	expect_pages(h, "");
}

static void
part_for(struct house *h, const struct told *l, size_t n, int polls)
{
	for (int i = 0; i < polls; i++) {
		feed_lists(h, name, l, n, (struct reports){.complete = false});
		h->now += MINUTE;
	}
}

static void
test_incomplete(void **state)
{
	struct house *h = *state;

	open_among_five(h);
	part_for(h, NULL, 0, 2);
	expect_health(h, HEALTH_FAILING, "only a part of it can be read");
	says_for(h, list, 5, 1);
	expect_pages(h, OPENED);
	/* Poll after poll, and as often as it sends the same bytes. */
	part_for(h, list, 1, 1);
	same_for(h, 30, MINUTE);
	part_for(h, list, 1, 30);
	expect_pages(h, OPENED "\n" PARTLY);
	expect_open(h);
	/* What can be read of it is taken. */
	list[0] = over;
	part_for(h, list, 1, 1);
	expect(h, "first resolved", 2);
	says_for(h, list, 5, 2);
	expect_pages(h, OPENED "\n" PARTLY "\n" WELL);
}

/* A first body in parts is the first start, and then it is over. */
static void
test_incomplete_first(void **state)
{
	struct house *h = *state;
	struct feed_state f;

	part_for(h, old_events(0, 2), 2, 1);
	f = state_of(h);
	assert_true(f.first_ok == NOW && f.last_ok == TIME_NONE);
	feed_state_clear(&f);
}

static void
expect_read(struct house *h, int64_t at)
{
	struct feed_state f = state_of(h);

	assert_int_equal(f.last_ok, at);
	assert_int_equal(f.health.last_poll, at);
	feed_state_clear(&f);
}

/* That a page was read and the same is stored with what comes next. */
static void
test_same_costs_nothing(void **state)
{
	struct house *h = *state;
	struct self_check check = {.started = NOW};
	struct feed_state f;
	struct err e = {""};
	int64_t read;

	says_for(h, old_events(0, 5), 5, 1);
	read = h->now - MINUTE;
	same_for(h, 3, 20);
	expect_read(h, read);
	must(core_check(&h->core, &check, h->now, &e), &e);
	expect_read(h, h->now - 20);
	/* Nothing of it is lost when what comes is a failure … */
	same_for(h, 1, 20);
	fail_for(h, 1);
	expect_health(h, HEALTH_FAILING, "HTTP status 500");
	f = state_of(h);
	assert_int_equal(f.last_ok, h->now - 20 - MINUTE);
	feed_state_clear(&f);
	/* … and what is more than the same is stored at once. */
	same_for(h, 1, 20);
	expect_health(h, HEALTH_OK, "");
	expect_read(h, h->now - 20);
}

/* Another page under the same name is compared with nothing. */
static void
test_another_address(void **state)
{
	struct house *h = *state;

	feed_says(h, name, old_events(0, 20), 20);
	h->now += MINUTE;
	says_for(h, old_events(0, 2), 2, 60);
	expect_pages(h, SHRUNKEN("18 of 20 events are gone"));
	feed.url = other;
	says_for(h, old_events(0, 3), 3, 60);
	expect_pages(h, SHRUNKEN("18 of 20 events are gone") "\n" WELL);
	same_for(h, 1, MINUTE);
	h->now += 40 * DAY;
	feed.kind = FEED_RSS;
	says_for(h, old_events(0, 3), 3, 60);
	feed.url = url;
	says_for(h, NULL, 0, 60);
	expect_pages(h, SHRUNKEN("18 of 20 events are gone") "\n" WELL);
}

/* That it does not list what the other did ends nothing. */
static void
test_another_address_of_open_events(void **state)
{
	struct house *h = *state;
	const struct reports kind = {.complete = true, .only_open = true};

	feed_lists(h, name, NULL, 0, kind);
	h->now += MINUTE;
	feed_lists(h, name, &down, 1, kind);
	h->now += MINUTE;
	feed.url = other;
	feed_lists(h, name, NULL, 0, kind);
	h->now += MINUTE;
	feed_lists(h, name, NULL, 0, kind);
	expect(h, "first", 2);
	expect_pages(h, OPENED "\n" VANISHED);
}

/* A list that shrinks within a second, or while the clock is set back. */
static void
test_stamp(void **state)
{
	struct house *h = *state;

	feed_says(h, name, old_events(0, 5), 5);
	feed_says(h, name, old_events(0, 5), 5);
	feed_says(h, name, old_events(0, 1), 1);
	expect_health(h, HEALTH_SHRUNKEN, "4 of 5 events are gone");
	h->now -= 10 * DAY;
	feed_says(h, name, NULL, 0);
	expect_health(h, HEALTH_SHRUNKEN, "5 of 5 events are gone");
}

/* The texts of the newest notice to the municipalities. */
static void
expect_words(struct house *h, enum notice_type type, const char *mail,
    const char *sms, bool said)
{
	struct notices l = {0};
	struct notice_body b;
	struct err e = {""};
	size_t last = 0;

	must(store_notices(h->store, 1, 0, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++)
		if (l.v[i].type != NOTICE_PAGE)
			last = i;
	assert_true(l.n > 0);
	assert_int_equal(l.v[last].type, type);
	assert_int_equal(
	    store_notice_body(h->store, l.v[last].id, ORG_MUNICIPALITY, &b, &e),
	    1);
	if ((strstr(b.text, mail) != NULL) != said)
		fail_msg("%s", b.text);
	if ((strstr(b.sms, sms) != NULL) != said)
		fail_msg("%s", b.sms);
	notice_body_clear(&b);
	notices_clear(&l);
}

/* The next repeat, whatever its feed does. */
static void
repeat(struct house *h)
{
	assert_true(h->next != TIME_NONE);
	h->now = h->next;
	turn(h);
}

static void
test_repeats_when_failing(void **state)
{
	struct house *h = *state;

	open_among_five(h);
	h->now = h->next - 5 * MINUTE;
	same_for(h, 1, 0);
	fail_for(h, 5);
	repeat(h);
	/* For so short a time that the next may be in time. */
	expect_words(h, NOTICE_REPEAT, "kunnet hente nyt", "hentet", false);
	fail_for(h, 20);
	repeat(h);
	expect_words(h, NOTICE_REPEAT,
	    "Vi har ikke kunnet hente nyt fra driftens statusside siden kl. "
	    "01.09",
	    "Intet nyt hentet fra driften siden kl. 01.09.", true);
	same_for(h, 1, MINUTE);
	repeat(h);
	expect_words(h, NOTICE_REPEAT, "kunnet hente nyt", "hentet", false);
}

static void
test_repeats_when_partly_read(void **state)
{
	struct house *h = *state;

	open_among_five(h);
	part_for(h, list, 1, 1);
	same_for(h, 20, MINUTE);
	repeat(h);
	expect_words(h, NOTICE_REPEAT, "en del af driftens statusside siden",
	    "delvist læst siden", true);
}

static void
test_repeats_when_stale(void **state)
{
	struct house *h = *state;

	feed.stale_after = HOUR;
	open_among_five(h);
	same_for(h, 2, 2 * HOUR);
	repeat(h);
	expect_words(h, NOTICE_REPEAT,
	    "Driftens statusside har ikke ændret sig siden kl. 23.14",
	    "Driftens side er uændret siden 28/3 kl. 23.14.", true);
}

static void
test_repeats_when_shrunken(void **state)
{
	struct house *h = *state;

	open_among_five(h);
	says_for(h, old_events(1, 1), 1, 20);
	repeat(h);
	expect_words(h, NOTICE_REPEAT,
	    "De fleste meldinger har manglet på driftens statusside siden kl. "
	    "23.15",
	    "Mangler meldinger fra driften siden 28/3 kl. 23.15.", true);
	for (int i = 0; i < 5; i++)
		repeat(h);
	expect(h, "first repeat repeat repeat repeat repeat repeat", 2);
	expect_open(h);
}

#define FEED_TEST(f) cmocka_unit_test_setup_teardown(f, build_feed, raze_feed)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    FEED_TEST(test_failing),
	    FEED_TEST(test_boot_is_no_failure),
	    FEED_TEST(test_cause),
	    FEED_TEST(test_stale),
	    FEED_TEST(test_what_is_new),
	    FEED_TEST(test_stale_behind_failing),
	    FEED_TEST(test_never_stale),
	    FEED_TEST(test_shrunken),
	    FEED_TEST(test_shrunken_to_nothing),
	    FEED_TEST(test_short_list_is_read),
	    FEED_TEST(test_shrunken_does_not_flap),
	    FEED_TEST(test_settles),
	    FEED_TEST(test_settles_on_the_same_bytes),
	    FEED_TEST(test_sliding),
	    FEED_TEST(test_few_are_told_each),
	    FEED_TEST(test_only_open_is_never_shrunken),
	    FEED_TEST(test_incomplete),
	    FEED_TEST(test_incomplete_first),
	    FEED_TEST(test_same_costs_nothing),
	    FEED_TEST(test_another_address),
	    FEED_TEST(test_another_address_of_open_events),
	    FEED_TEST(test_stamp),
	    FEED_TEST(test_repeats_when_failing),
	    FEED_TEST(test_repeats_when_partly_read),
	    FEED_TEST(test_repeats_when_stale),
	    FEED_TEST(test_repeats_when_shrunken),
	};

	return cmocka_run_group_tests_name("core, feeds", tests, NULL, NULL);
}
