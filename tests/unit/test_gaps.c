/*
 * Unit tests of core/gaps.c: when the on-call hears that a municipality is not
 * reached by a channel, and that it is again.
 */
#include "coverage_house.h"

#include "base/clock.h"

#define WEEK (7 * DAY)

/* The low matters that wait, "gap_mail 3: …" a line each; and takes them. */
static void
expect_lows(struct house *h, const char *lines)
{
	struct lows l = {0};
	struct buf b;
	struct err e = {""};
	char *s;

	must(store_lows_take(h->store, 100, &l, &e), &e);
	buf_init(&b, 4096);
	for (size_t i = 0; i < l.n; i++)
		buf_addf(&b, "%s %s: %s\n", l.v[i].alarm, l.v[i].about,
		    l.v[i].detail);
	lows_clear(&l);
	s = buf_steal(&b);
	assert_string_equal(s, lines);
	free(s);
}

static void
look(struct house *h)
{
	struct err e = {""};
	int64_t next = TIME_NONE;

	must(core_gaps_turn(&h->core, h->now, &next, &e), &e);
	assert_true(next == TIME_NONE);
}

/* Turns of the daemon, each ten minutes, for so long. */
static void
days(struct house *h, int64_t seconds)
{
	for (int64_t until = h->now + seconds; h->now < until;) {
		h->now += 10 * MINUTE;
		look(h);
	}
}

#define BOTH "gap_mail 1: Køge\ngap_sms 2: Greve, Køge\n"

static void
test_gap_ages(void **state)
{
	struct house *h = *state;

	look(h);
	assert_int_equal(count(h, "SELECT count(*) FROM gap"), 3);
	days(h, WEEK - 10 * MINUTE);
	expect_lows(h, "");
	days(h, HOUR);
	expect_lows(h, BOTH);
	/* Once, and again each week. */
	days(h, WEEK - 2 * HOUR);
	expect_lows(h, "");
	days(h, 3 * HOUR);
	expect_lows(h, BOTH);
	contact_of(h, "0253", "", "+4500000003");
	days(h, 2 * HOUR);
	expect_lows(h, "gap_closed 1: Greve\n");
	/* Both gaps of one are one that is reached again. */
	contact_of(h, "0259", "k@example.dk", "+4500000004");
	days(h, 2 * HOUR);
	expect_lows(h, "gap_closed 1: Køge\n");
	days(h, 3 * WEEK);
	expect_lows(h, "");
	assert_int_equal(count(h, "SELECT count(*) FROM gap"), 0);
}

/* One that was closed in time is never told, nor that it is closed. */
static void
test_gap_closed_in_time(void **state)
{
	struct house *h = *state;

	look(h);
	days(h, 6 * DAY);
	contact_of(h, "0253", "", "+4500000003");
	contact_of(h, "0259", "k@example.dk", "+4500000004");
	days(h, WEEK);
	expect_lows(h, "");
}

/* What is back counts anew. */
static void
test_gap_again(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	look(h);
	days(h, 6 * DAY);
	contact_of(h, "0253", "", "+4500000003");
	contact_of(h, "0259", "k@example.dk", "+4500000004");
	days(h, 2 * HOUR);
	must(sql_run(h->store, &e, "test",
		 "DELETE FROM contact WHERE phone = '+4500000003'", ""),
	    &e);
	days(h, 6 * DAY);
	expect_lows(h, "");
	days(h, DAY + HOUR);
	expect_lows(h, "gap_sms 1: Greve\n");
}

/* SMS is switched off: that reaches nobody, and nobody is told so. */
static void
test_gap_of_channel_off(void **state)
{
	struct house *h = *state;

	look(h);
	days(h, WEEK + HOUR);
	expect_lows(h, BOTH);
	h->setup.conf->sms.off = true;
	days(h, 2 * HOUR);
	expect_lows(h, "");
	assert_int_equal(count(h, "SELECT count(*) FROM gap"), 1);
}

/* A clock that was ahead neither hurries nor holds up. */
static void
test_gap_clock_back(void **state)
{
	struct house *h = *state;

	h->now += 1000 * DAY;
	look(h);
	h->now -= 1000 * DAY;
	look(h);
	assert_int_equal(count(h, "SELECT max(since) FROM gap") - h->now, 0);
	days(h, WEEK - HOUR);
	expect_lows(h, "");
	days(h, 2 * HOUR);
	expect_lows(h, BOTH);
}

/* At most hourly, however often the core turns. */
static void
test_gap_hourly(void **state)
{
	struct house *h = *state;
	int64_t first = h->now;

	look(h);
	contact_of(h, "0253", "", "+4500000003");
	h->now = first + HOUR - 1;
	look(h);
	assert_int_equal(count(h, "SELECT count(*) FROM gap"), 3);
	h->now = first + HOUR;
	look(h);
	assert_int_equal(count(h, "SELECT count(*) FROM gap"), 2);
}

/* It goes out in one mail with the rest, by the core's own turn. */
static void
test_gap_is_mailed(void **state)
{
	struct house *h = *state;
	struct notices l = {0};
	struct notice_body body;
	struct err e = {""};

	turn(h);
	for (int i = 0; i < 8 * 24; i++) {
		h->now += HOUR;
		turn(h);
	}
	must(store_notices(h->store, 0, 0, &l, &e), &e);
	assert_int_equal(l.n, 1);
	assert_int_equal(
	    store_notice_body(h->store, l.v[0].id, ORG_ONCALL, &body, &e), 1);
	assert_non_null(strstr(body.text,
	    "- Vi kan ikke nå 2 kommuner med SMS: Greve, Køge. Det har varet "
	    "en uge eller længere."));
	assert_non_null(
	    strstr(body.text, "- Vi kan ikke nå 1 kommune med mail: Køge."));
	notice_body_clear(&body);
	notices_clear(&l);
}

/* What is seen of the municipalities, some at a time; and of statements. */
struct walk {
	const struct coverage *all;
	size_t n, most;
	char last[16];
};

/* coverage_fn */
static int
see_few(const struct coverage *few, void *arg, struct err *e)
{
	struct walk *w = arg;

	(void)e;
	w->n += few->n;
	if (few->contacts.n > w->most)
		w->most = few->contacts.n;
	assert_true(strcmp(few->orgs.v[0].code, w->last) > 0);
	snprintf(
	    w->last, sizeof(w->last), "%s", few->orgs.v[few->orgs.n - 1].code);
	for (size_t i = 0; i < few->n; i++)
		assert_memory_equal(few->v[i].by,
		    of(w->all, few->v[i].org->code)->by, sizeof(few->v[i].by));
	return 0;
}

static void
refuse_all(const char *name, sqlite3_stmt *st)
{
	(void)st;
	if (str_eq(name, "orgs") || str_eq(name, "contacts") ||
	    str_eq(name, "addresses"))
		fail_msg("reads all at once: %s", name);
}

/* The look takes the memory of some municipalities, however many there are. */
static void
test_gap_some_at_a_time(void **state)
{
	struct house *h = *state;
	struct walk w = {.last = ""};
	struct coverage c;
	struct err e = {""};

	send_one(h, true);
	accept_all(h);
	comes_back(h, last_mail(h, "0101").message, BOUNCE_FAILED, FMK, "");
	c = read_all(h);
	w.all = &c;
	must(coverage_each(h->store, h->setup.conf, see_few, &w, &e), &e);
	assert_int_equal(w.n, c.n);
	assert_in_range(w.most, 1, c.contacts.n * 2 / 3);
	coverage_clear(&c);
	sql_watch = refuse_all;
	look(h);
	sql_watch = NULL;
}

/* Behind the first of them, too; and of one that is there no more. */
static void
test_gap_of_the_last(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	must(sql_run(h->store, &e, "test",
		 "DELETE FROM contact WHERE org ="
		 " (SELECT id FROM org WHERE code = '0860')",
		 ""),
	    &e);
	must(sql_run(h->store, &e, "test",
		 "INSERT INTO gap (org, channel, since) VALUES"
		 " ('0000', 'mail', 1), ('0500', 'sms', 1), ('z', 'sms', 1)",
		 ""),
	    &e);
	look(h);
	assert_int_equal(count(h, "SELECT count(*) FROM gap"), 5);
	days(h, WEEK + HOUR);
	expect_lows(h, "gap_mail 2: Køge, Hjørring\n"
		       "gap_sms 3: Greve, Køge, Hjørring\n");
	contact_of(h, "0860", "k@example.dk", "+4500000004");
	days(h, 2 * HOUR);
	expect_lows(h, "gap_closed 1: Hjørring\n");
}

#define GAP_TEST(f) cmocka_unit_test_setup_teardown(f, two_gaps, raze)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    GAP_TEST(test_gap_ages),
	    GAP_TEST(test_gap_closed_in_time),
	    GAP_TEST(test_gap_again),
	    GAP_TEST(test_gap_of_channel_off),
	    GAP_TEST(test_gap_clock_back),
	    GAP_TEST(test_gap_hourly),
	    GAP_TEST(test_gap_is_mailed),
	    GAP_TEST(test_gap_some_at_a_time),
	    GAP_TEST(test_gap_of_the_last),
	};

	return cmocka_run_group_tests_name("gaps", tests, NULL, NULL);
}
