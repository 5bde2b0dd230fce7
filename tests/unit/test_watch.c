/*
 * Unit tests of what the self-check looks at beside the outbox: each thing
 * that may be wrong is planted, and found by its own look alone; and of
 * messages over which workers die.
 */
#include "check_house.h"

#include "base/limits.h"
#include "deaths.h"
#include "outbox/outbox.h"
#include "store/audit.h"
#include "store/blame.h"

/* The look of that name finds this, and no other finds anything. */
static void
expect_found(struct house *h, const char *name, const char *part)
{
	const char *look_name;

	watch.reading = true;
	for (size_t i = 0; (look_name = core_look_name(i)) != NULL; i++) {
		bool wanted = str_eq(look_name, name);
		struct faults l = {0};
		struct err e = {""};

		must(core_look(&h->core, &watch, i, &l, h->now, &e), &e);
		if (l.n != (wanted ? 1 : 0))
			fail_msg("%s finds %zu: %s", look_name, l.n,
			    l.n > 0 ? l.v[0].what : "");
		if (wanted && strstr(l.v[0].what, part) == NULL)
			fail_msg("\"%s\" is not in \"%s\"", part, l.v[0].what);
		faults_clear(&l);
	}
	watch.reading = false;
}

static void
outage(struct house *h)
{
	warm(h, "nspop");
	feed_says(h, "nspop", &down, 1);
	run_sql(h, "UPDATE call SET owner = 'Vagt', taken = opened,"
		   " attended = opened");
}

/* Sends what is due, and says that it was taken. */
static void
send_all(struct house *h)
{
	static const struct outbox_conf conf = {.give_up = 24 * HOUR};
	struct messages l;
	struct err e = {""};

	while (outbox_claim(
		   h->store, CHANNEL_MAIL, h->now, WORKER, 9, &l, &e) == 1) {
		for (size_t i = 0; i < l.n; i++) {
			struct result r = {.outcome = OUTCOME_ACCEPTED,
			    .code = 250,
			    .answer = (char[]){"ok"},
			    .via = (char[]){"relay"},
			    .remote_id = (char[]){""}};

			r.delivery = l.v[i].to[0].delivery;
			must(outbox_result(
				 h->store, &l.v[i], &r, 1, &conf, h->now, &e),
			    &e);
		}
		messages_clear(&l);
	}
}

/* Notice 1 and the repeat, both sent. */
static void
told_twice(struct house *h)
{
	outage(h);
	send_all(h);
	h->now += 2 * HOUR;
	turn(h);
	send_all(h);
	assert_int_equal(
	    value(h, "SELECT notices FROM incident WHERE id = 1"), 2);
}

static void
test_all_is_well(void **state)
{
	struct house *h = *state;

	told_twice(h);
	assert_true(look(h));
	expect_found(h, "", "");
}

static void
test_left_out(void **state)
{
	struct house *h = *state;

	told_twice(h);
	run_sql(h, "DELETE FROM delivery WHERE number = 2");
	run_sql(h, "DELETE FROM message WHERE number = 2");
	expect_found(h, "recipients",
	    "notice 2 has no message to 1 municipalities that heard the one "
	    "before (København)");
	/* Who has no contact any more is not left out. */
	run_sql(h, "UPDATE contact SET enabled = 0");
	expect_found(h, "", "");
}

static void
test_older_after_newer(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	told_twice(h);
	assert_true(look(h));
	/* Who is not among them is nobody who had the newer one. */
	must(
	    store_audit(h->store, h->now, "alertd-mail", "delivery.accepted", 1,
		"message 1", "xfmk@example.dk, b@example.dk: accepted: 1", &e),
	    &e);
	expect_found(h, "", "");
	must(store_audit(h->store, h->now, "alertd-mail", "delivery.accepted",
		 1, "message 1",
		 "b@example.dk, fmk@example.dk: accepted: 250 ok (relay)", &e),
	    &e);
	expect_found(
	    h, "order", "message 1 reached somebody who had a newer notice");
	/* It is found once: the next check begins behind it. */
	assert_false(look(h));
	h->now += MINUTE;
	assert_true(look(h));
}

static void
test_pages_do_not_climb(void **state)
{
	struct house *h = *state;

	told_twice(h);
	run_sql(h, "UPDATE call SET owner = '', attended = NULL,"
		   " due = began + 600");
	h->now = value(h, "SELECT due FROM call") + LIMIT_CHECK_LATE;
	expect_found(h, "", "");
	h->now++;
	expect_found(h, "pages",
	    "call 1 rings, and its next page was due at "
	    "2026-03-28T22:2");
}

static void
test_trail(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	told_twice(h);
	assert_true(look(h));
	must(core_alarm(&h->core, &(struct alarm){.kind = ALARM_CONFIG_BAD},
		 h->now, &e),
	    &e);
	run_sql(h, "UPDATE call SET owner = 'Vagt', taken = opened,"
		   " attended = opened");
	expect_found(h, "", "");
	run_sql(h, "DROP TRIGGER audit_no_update");
	run_sql(h, "UPDATE audit SET detail = 'to nobody' WHERE seq ="
		   " (SELECT max(seq) FROM audit)");
	expect_found(h, "trail", "of the audit trail is changed");
	/* And stays to be found. */
	assert_false(look(h));
	assert_false(look(h));
}

/* By hand, before the daemon was ever started. */
static void
expect_never_asked(struct house *h)
{
	struct self_check by_hand = {0};
	struct faults found = {0};
	struct err e = {""};
	size_t k = 0;

	while (!str_eq(core_look_name(k), "feeds"))
		k++;
	run_sql(h, "DELETE FROM feed");
	must(core_look(&h->core, &by_hand, k, &found, h->now, &e), &e);
	assert_int_equal(found.n, 2);
	assert_string_equal(found.v[0].what, "feed nspop has never been asked");
	faults_clear(&found);
}

static void
test_feeds_are_not_asked(void **state)
{
	struct feed_conf feeds[2] = {
	    {.name = (char[]){"nspop"}, .poll = 60, .timeout = 30},
	    {.name = (char[]){"other"}, .poll = 60, .timeout = 30}};
	struct house *h = *state;
	struct err e = {""};

	outage(h);
	h->setup.conf->feeds = feeds;
	h->setup.conf->n_feeds = 2;
	/* From the start on, or from when it was asked last. */
	h->now = NOW + 3 * 60 + 30 + LIMIT_CHECK_LATE;
	must(core_feed_unchanged(&h->core, "nspop", h->now, &e), &e);
	expect_found(h, "", "");
	h->now++;
	expect_found(h, "feeds",
	    "feed other has not been asked since 2026-03-28T22:13:00Z");
	assert_false(watch.blind);
	must(core_feed_unchanged(&h->core, "other", h->now, &e), &e);
	h->now += HOUR;
	for (int i = 0; i < 2; i++) {
		struct faults l = {0};
		size_t k = 0;

		while (!str_eq(core_look_name(k), "feeds"))
			k++;
		must(core_look(&h->core, &watch, k, &l, h->now, &e), &e);
		/* After a stop it is not known yet. */
		assert_int_equal(l.n, i == 0 ? 2 : 0);
		assert_true(watch.blind == (i == 0));
		faults_clear(&l);
		watch.steady = h->now;
	}
	expect_never_asked(h);
	h->setup.conf->feeds = NULL;
	h->setup.conf->n_feeds = 0;
}

/* Which way the clock went is told, and is no fault. */
static void
test_clock_is_set(void **state)
{
	struct house *h = *state;

	outage(h);
	watch.mono_ms = 1000;
	assert_true(look(h));
	watch.mono_ms += 60 * 1000;
	h->now += 60 + 60;
	assert_true(look(h));
	assert_int_equal(value(h, "SELECT count(*) FROM low"), 0);
	watch.mono_ms += 60 * 1000;
	h->now += 60 + 3600;
	assert_true(look(h));
	assert_int_equal(value(h, "SELECT count(*) FROM low WHERE alarm ="
				  " 'clock_set' AND about = '+1h'"),
	    1);
	watch.mono_ms += 60 * 1000;
	h->now += 60 - 7200;
	assert_true(look(h));
	assert_int_equal(
	    value(h, "SELECT count(*) FROM low WHERE about = '-2h'"), 1);
}

/* A part of the turn that fails is a fault; the rest of the turn goes on. */
static void
test_part_of_the_turn(void **state)
{
	struct house *h = *state;

	told_twice(h);
	run_sql(h, "UPDATE call SET owner = '', attended = NULL, due = 1");
	run_sql(h, "CREATE TEMP TRIGGER no BEFORE UPDATE ON call BEGIN"
		   " SELECT raise(ABORT, 'full'); END");
	turn(h);
	assert_string_equal(h->core.failed, "calls");
	run_sql(h, "UPDATE incident SET title = 'x'");
	run_sql(h, "DROP TRIGGER no");
	run_sql(h, "UPDATE call SET owner = 'Vagt', attended = 1");
	expect_found(h, "turn", "a part of the turn fails, calls");
	turn(h);
	assert_null(h->core.failed);
}

/* An incident that fails is told; when it cannot be, the turn is no turn. */
static void
test_turn_that_tells_nobody(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	outage(h);
	h->now += 2 * HOUR;
	run_sql(h, "CREATE TEMP TRIGGER no BEFORE INSERT ON notice"
		   " WHEN NEW.number > 0 BEGIN SELECT raise(ABORT, 'full');"
		   " END");
	assert_int_equal(core_turn(&h->core, h->now, &h->next, &e), 0);
	assert_int_equal(
	    value(h, "SELECT count(*) FROM call WHERE alarm = 'stuck'"), 1);
	run_sql(h, "UPDATE call SET closed = 1 WHERE alarm = 'stuck'");
	run_sql(h, "CREATE TEMP TRIGGER none BEFORE INSERT ON call BEGIN"
		   " SELECT raise(ABORT, 'disk full'); END");
	assert_int_equal(core_turn(&h->core, h->now, &h->next, &e), -1);
	assert_non_null(strstr(e.msg, "incident 1: not paged: "));
}

/* --- messages over which workers die -------------------------------------- */

static size_t
claim(struct house *h, size_t max, int64_t *first)
{
	struct messages l;
	struct err e = {""};
	size_t n;

	if (outbox_claim(h->store, CHANNEL_MAIL, h->now, WORKER, max, &l, &e) !=
	    1)
		return 0;
	n = l.n;
	*first = l.v[0].id;
	messages_clear(&l);
	return n;
}

/* The worker dies; whether it had begun the message. */
static int64_t
die(struct house *h, int64_t begun)
{
	struct message m = {.id = begun, .worker = WORKER};
	const struct message *v = &m;
	bool gone = false;
	int64_t message;
	struct err e = {""};

	if (begun != 0)
		must(outbox_begin(h->store, &v, 1, "", h->now, &gone, &e), &e);
	must(store_blame(h->store, WORKER, true, &message, &e), &e);
	assert_true(outbox_recover(h->store, h->core.conf->sms.on_unknown, NULL,
			0, &e) >= 0);
	return message;
}

/* Three municipalities are told; the pages are out of the way. */
static void
three(struct house *h)
{
	static const char *const orgs[] = {"0147", "0151"};
	struct err e = {""};

	for (size_t i = 0; i < 2; i++) {
		struct contact c = {.org = xstrdup(orgs[i]),
		    .name = (char[]){"Vagt"},
		    .email = xasprintf("fmk-%s@example.dk", orgs[i]),
		    .phone = (char[]){""},
		    .enabled = true};

		must(store_contact_put(h->store, &c, &e), &e);
		free(c.org);
		free(c.email);
	}
	outage(h);
	run_sql(h, "UPDATE delivery SET state = 'accepted' WHERE number = 0");
	run_sql(h, "UPDATE message SET due = NULL WHERE number = 0");
}

static void
test_poison_is_set_aside(void **state)
{
	struct house *h = *state;
	int64_t first = 0, poison;
	struct err e = {""};

	three(h);
	assert_int_equal(claim(h, 9, &poison), 3);
	assert_int_equal(die(h, poison), poison);
	/* Once may be anything; it is no reason to wait. */
	assert_int_equal(claim(h, 9, &first), 3);
	assert_int_equal(die(h, poison), poison);
	/* Now it goes behind the others, and alone. */
	assert_int_equal(claim(h, 9, &first), 2);
	assert_true(first != poison);
	run_sql(h, "UPDATE delivery SET state = 'accepted', told = 1"
		   " WHERE state = 'sending'");
	run_sql(h, "UPDATE message SET worker = NULL");
	for (int i = 2; i < LIMIT_DEATHS_MOST; i++) {
		h->now += 10 * MINUTE;
		assert_int_equal(claim(h, 9, &first), 1);
		assert_true(first == poison);
		die(h, poison);
	}
	h->now += HOUR;
	assert_int_equal(claim(h, 9, &first), 0);
	turn(h);
	assert_int_equal(
	    value(h,
		"SELECT count(*) FROM delivery WHERE state"
		" IN ('failed', 'unknown') AND answer LIKE 'not tried again:"
		" its worker died 5 times over it (incident"
		" 1, notice 1 to %'"),
	    1);
	assert_int_equal(value(h, "SELECT count(*) FROM call WHERE alarm ="
				  " 'set_aside' AND closed IS NULL"),
	    1);
	/* An operator may try it anew: it counts from nothing. */
	assert_int_equal(store_outbox_retry(h->store, poison, h->now, &e), 1);
	run_sql(h, "UPDATE delivery SET state = 'accepted' WHERE number = 0");
	run_sql(h, "UPDATE message SET due = NULL WHERE number = 0");
	assert_int_equal(claim(h, 9, &first), 1);
	assert_true(first == poison);
	assert_int_equal(
	    value(h, "SELECT count(*) FROM message WHERE deaths > 0"), 0);
}

/* Before anything was begun, all that it held is suspected, and moves back. */
static void
test_poison_before_the_beginning(void **state)
{
	struct house *h = *state;
	int64_t first = 0;

	three(h);
	assert_int_equal(claim(h, 2, &first), 2);
	assert_true(die(h, 0) == first);
	assert_int_equal(
	    value(h, "SELECT count(*) FROM message WHERE deaths = 1"), 2);
	/* The one that was not held comes first. */
	assert_int_equal(claim(h, 1, &first), 1);
	assert_int_equal(value(h, "SELECT deaths FROM message WHERE worker"
				  " IS NOT NULL"),
	    0);
}

/* A worker that lived through it clears a message; the machine blames none. */
static void
test_no_blame(void **state)
{
	struct house *h = *state;
	int64_t first, message;
	struct err e = {""};

	three(h);
	assert_int_equal(claim(h, 1, &first), 1);
	die(h, first);
	assert_int_equal(
	    value(h, "SELECT count(*) FROM message WHERE deaths > 0"), 1);
	h->now += HOUR;
	send_all(h);
	assert_int_equal(
	    value(h, "SELECT count(*) FROM message WHERE deaths > 0"), 0);
	h->now += 2 * HOUR;
	turn(h);
	assert_int_equal(claim(h, 1, &first), 1);
	must(store_blame(h->store, WORKER, false, &message, &e), &e);
	assert_true(message == first);
	assert_int_equal(
	    value(h, "SELECT count(*) FROM message WHERE deaths > 0"), 0);
}

/* All pages that are set aside are one matter, or they would breed. */
static void
test_poisonous_pages(void **state)
{
	struct house *h = *state;

	outage(h);
	run_sql(h, "UPDATE message SET deaths = 5 WHERE number = 0");
	turn(h);
	assert_int_equal(value(h, "SELECT count(*) FROM call WHERE alarm ="
				  " 'set_aside'"),
	    1);
	turn(h);
	run_sql(h, "UPDATE message SET deaths = 5 WHERE number = 0");
	turn(h);
	turn(h);
	assert_int_equal(value(h, "SELECT count(*) FROM call WHERE alarm ="
				  " 'set_aside'"),
	    1);
	assert_int_equal(value(h, "SELECT count(*) FROM message WHERE"
				  " number = 0 AND due IS NOT NULL"),
	    0);
}

/* --- deaths --------------------------------------------------------------- */

static void
test_deaths(void **state)
{
	const struct death *last;
	struct deaths l = {0};
	struct death *d;

	(void)state;
	assert_null(deaths_unlooked(&l));
	for (int i = 0; i < 70; i++) {
		d = deaths_add(&l, i % 2 == 0 ? "mail" : "sms", 100 + i,
		    "signal 11", true, i * 1000);
		if (i < 68)
			d->looked = true;
	}
	/* The oldest of those that are kept. */
	d = deaths_unlooked(&l);
	assert_true(d->pid == 168);
	d->looked = true;
	assert_true(deaths_unlooked(&l)->pid == 169);
	assert_int_equal(deaths_within(&l, "mail", 10000, 70000, &last), 5);
	assert_true(last->pid == 168);
	assert_int_equal(deaths_within(&l, "mail", 100000, 70000, NULL), 32);
	deaths_forget(&l, "mail");
	assert_int_equal(deaths_within(&l, "mail", 100000, 70000, &last), 0);
	assert_null(last);
	assert_int_equal(deaths_within(&l, "sms", 10000, 70000, NULL), 5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CHECK_TEST(test_all_is_well),
	    CHECK_TEST(test_left_out),
	    CHECK_TEST(test_older_after_newer),
	    CHECK_TEST(test_pages_do_not_climb),
	    CHECK_TEST(test_trail),
	    CHECK_TEST(test_feeds_are_not_asked),
	    CHECK_TEST(test_clock_is_set),
	    CHECK_TEST(test_part_of_the_turn),
	    CHECK_TEST(test_turn_that_tells_nobody),
	    CHECK_TEST(test_poison_is_set_aside),
	    CHECK_TEST(test_poison_before_the_beginning),
	    CHECK_TEST(test_no_blame),
	    CHECK_TEST(test_poisonous_pages),
	    cmocka_unit_test(test_deaths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
