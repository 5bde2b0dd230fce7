/*
 * Unit tests of the self-check: what is wrong is found, put right where it can
 * be, told once; what is well is let be.
 */
#include "check_house.h"

#include <unistd.h>

#include "outbox/outbox.h"
#include "outbox/pass.h"
#include "store/ways.h"
#include "store/checks.h"

/* A check each minute until so many are over; whether the last passed. */
static bool
look_for(struct house *h, int minutes)
{
	bool passed = false;

	for (int i = 0; i < minutes; i++) {
		h->now += MINUTE;
		passed = look(h);
	}
	return passed;
}

/* So much later, when it has looked each minute. */
static bool
look_after(struct house *h, int64_t seconds)
{
	h->now += seconds;
	watch.last = h->now;
	return look(h);
}

/* What it has found, as it would be read by others. */
static void
expect_fault(struct house *h, const char *part)
{
	struct faults l = {0};
	struct err e = {""};

	must(store_faults(h->store, &l, &e), &e);
	if (part == NULL) {
		assert_int_equal(l.n, 0);
		return;
	}
	assert_int_equal(l.n, 1);
	if (strstr(l.v[0].what, part) == NULL)
		fail_msg("\"%s\" is not in \"%s\"", part, l.v[0].what);
	faults_clear(&l);
}

static int
calls(struct house *h)
{
	return (int)value(h, "SELECT count(*) FROM call"
			     " WHERE alarm = 'self_check'");
}

static void
outage(struct house *h)
{
	warm(h, "nspop");
	feed_says(h, "nspop", &down, 1);
	expect(h, "first", 1);
}

/* Somebody has all calls: that nobody is paged is no fault. */
static void
answered(struct house *h)
{
	run_sql(h, "UPDATE call SET owner = 'Vagt', taken = opened,"
		   " attended = opened");
}

/* All that is queued is sent, or as good as. */
static void
all_sent(struct house *h)
{
	run_sql(h, "UPDATE delivery SET state = 'accepted', told = 1");
	run_sql(h, "UPDATE message SET due = NULL, worker = NULL");
}

static void
test_all_is_well(void **state)
{
	struct house *h = *state;
	struct check_state c;
	struct err e = {""};

	must(store_check_get(h->store, &c, &e), &e);
	assert_true(c.at == TIME_NONE && c.passed == TIME_NONE);
	check_state_clear(&c);
	outage(h);
	assert_true(look(h));
	must(store_check_get(h->store, &c, &e), &e);
	assert_true(c.at == h->now && c.passed == h->now && c.started == NOW);
	check_state_clear(&c);
	assert_int_equal(calls(h), 0);
	expect_fault(h, NULL);
}

static void
test_late_notice(void **state)
{
	struct house *h = *state;
	struct check_state c;
	struct err e = {""};

	outage(h);
	all_sent(h);
	/* The repeat is due, and nothing queues it. */
	h->now += 2 * HOUR + LIMIT_CHECK_LATE;
	assert_true(look(h));
	h->now++;
	assert_false(look(h));
	expect_fault(h, "incident 1: its notice was due at 2026-03-29T00:14");
	must(store_check_get(h->store, &c, &e), &e);
	assert_true(c.at == h->now && c.passed == h->now - 1);
	check_state_clear(&c);
	/* Told once. */
	assert_false(look_for(h, 3));
	assert_int_equal(calls(h), 1);
	turn(h);
	assert_true(look_for(h, 1));
	expect_fault(h, NULL);
}

/* What was promised to people counts, whatever the schedule says now. */
static void
test_promise(void **state)
{
	struct house *h = *state;

	outage(h);
	all_sent(h);
	h->setup.conf->notices.repeat = 6 * HOUR;
	h->now += 2 * HOUR + LIMIT_CHECK_LATE + 1;
	turn(h);
	assert_false(look(h));
	expect_fault(h, "its next notice was promised for 2026-03-29T00:14");
	h->now += 4 * HOUR;
	turn(h);
	assert_true(look(h));
}

static void
test_over_is_not_late(void **state)
{
	struct house *h = *state;

	outage(h);
	feed_says(h, "nspop", &over, 1);
	all_sent(h);
	h->now += 9 * HOUR;
	assert_true(look(h));
}

/* Nobody is reminded of work that has begun: nothing is late. */
static void
test_planned_work(void **state)
{
	struct house *h = *state;
	const struct statement s = {.effect = EFFECT_PLANNED,
	    .title = "Arbejde på FMK",
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = NOW + 30 * HOUR,
	    .ends = NOW + 40 * HOUR};
	struct err e = {""};
	int64_t id;

	must(core_send(&h->core, &s, h->now, &id, &e), &e);
	all_sent(h);
	h->now = NOW + 31 * HOUR;
	assert_true(look(h));
}

static void
relay_is(struct house *h, const char *name, enum way_event event)
{
	struct learnt l = {
	    CHANNEL_MAIL, name, event, "no answer", "alertd", h->now};
	struct err e = {""};

	must(outbox_learn(h->store, &l, h->now, &e), &e);
}

/* While one is well it does the work of the others. */
static void
test_no_relay(void **state)
{
	struct house *h = *state;
	struct mail_conf *mail = &h->setup.conf->mail;
	struct relay_conf relays[] = {{.host = (char[]){"a"}, .port = 25},
	    {.host = (char[]){"b"}, .port = 25}};

	mail->relays = relays;
	mail->n_relays = 2;
	relay_is(h, "a:25", WAY_FAILED);
	h->now += LIMIT_CHECK_LATE + 1;
	assert_true(look(h));
	relay_is(h, "b:25", WAY_FAILED);
	h->now += LIMIT_CHECK_LATE;
	assert_true(look(h));
	h->now++;
	assert_false(look(h));
	expect_fault(h, "no relay has taken a mail since 2026-03-28T22:18:01Z, "
			"the last one: no answer");
	relay_is(h, "b:25", WAY_TOOK);
	assert_true(look(h));
	mail->relays = NULL;
	mail->n_relays = 0;
}

static void
claim(struct house *h, int64_t worker, struct messages *l)
{
	struct err e = {""};

	assert_int_equal(
	    outbox_claim(h->store, CHANNEL_MAIL, h->now, worker, 9, l, &e), 1);
}

static void
test_dead_worker(void **state)
{
	struct house *h = *state;
	struct messages l;

	outage(h);
	claim(h, 99, &l);
	messages_clear(&l);
	assert_int_equal(
	    value(h, "SELECT count(*) FROM message WHERE worker = 99"), 1);
	assert_false(look(h));
	expect_fault(h, "1 messages were in the hands of a worker that is "
			"gone");
	assert_int_equal(
	    value(h, "SELECT count(*) FROM message WHERE worker = 99"), 0);
	assert_int_equal(calls(h), 1);
	h->now += MINUTE;
	assert_true(look(h));
}

/* Of what is due, and of who is paged. */
static void
nothing_else(struct house *h)
{
	run_sql(h, "UPDATE message SET due = NULL");
	run_sql(h, "UPDATE delivery SET state = 'cancelled'"
		   " WHERE state = 'queued'");
	answered(h);
}

static void
test_hanging_worker(void **state)
{
	struct house *h = *state;
	int64_t patience = 20 * h->setup.conf->mail.timeout;
	const struct message *m;
	struct messages l;
	struct err e = {""};
	bool gone;

	outage(h);
	claim(h, WORKER, &l);
	nothing_else(h);
	assert_true(look(h));
	assert_true(look_after(h, patience));
	m = &l.v[0];
	must(outbox_begin(h->store, &m, 1, "", h->now, &gone, &e), &e);
	messages_clear(&l);
	/* It has begun one: it lives. */
	assert_true(look_after(h, patience));
	assert_int_equal(watch.hung.n, 0);
	h->now++;
	assert_false(look(h));
	expect_fault(h, "worker alertd-mail[4711] has been about one message "
			"for 20m");
	assert_int_equal(watch.hung.n, 1);
	assert_true(watch.hung.pid[0] == WORKER);
	/* Its messages are given back when it is dead, not before. */
	assert_int_equal(
	    value(h, "SELECT count(*) FROM message WHERE worker = 4711"), 1);
}

/* While the machine sleeps, or the clock is wrong, nobody hangs. */
static void
test_nobody_hangs_who_slept(void **state)
{
	struct house *h = *state;
	int64_t patience = 20 * h->setup.conf->mail.timeout;
	struct messages l;

	outage(h);
	look(h);
	claim(h, WORKER, &l);
	messages_clear(&l);
	nothing_else(h);
	h->now += patience + 1;
	assert_true(look(h));
	assert_true(look_after(h, patience));
	assert_int_equal(watch.hung.n, 0);
	assert_false(look_for(h, 1));
	assert_true(watch.hung.n == 1 && watch.hung.pid[0] == WORKER);
}

static void
test_sms_gateways_are_waited_for(void **state)
{
	struct house *h = *state;
	struct gateway_conf g[2] = {{.name = (char[]){"a"}, .timeout = 300},
	    {.name = (char[]){"b"}, .timeout = 200}};
	struct messages l;
	struct err e = {""};

	h->setup.conf->sms.off = false;
	outage(h);
	watch.alive[CHANNEL_SMS] = (struct workers){{5}, 1};
	assert_int_equal(
	    outbox_claim(h->store, CHANNEL_SMS, h->now, 5, 9, &l, &e), 1);
	messages_clear(&l);
	nothing_else(h);
	h->setup.conf->sms.gateways = g;
	h->setup.conf->sms.n_gateways = 2;
	assert_true(look(h));
	assert_true(look_after(h, 1000));
	h->now++;
	assert_false(look(h));
	assert_true(watch.hung.n == 1 && watch.hung.pid[0] == 5);
	h->setup.conf->sms.n_gateways = 0;
	assert_false(look(h));
	run_sql(h, "UPDATE message SET held = held + 401"); /* the least */
	assert_true(look(h));
	h->setup.conf->sms.gateways = NULL;
}

/* What waits for the rate of all ways is where it should be. */
static void
test_waits_for_a_rate(void **state)
{
	struct house *h = *state;
	struct mail_conf *mail = &h->setup.conf->mail;
	struct relay_conf relays[2] = {
	    {.host = (char[]){"a"}, .port = 25, .rate = {2, 3600 * 1000}},
	    {.host = (char[]){"b"}, .port = 25, .rate = {2, 3600 * 1000}}};
	struct rate_use use = {clock_read().mono_ms, 2};
	struct err e = {""};

	mail->relays = relays;
	mail->n_relays = 2;
	outage(h);
	run_sql(h, "DELETE FROM message WHERE channel = 'sms'");
	watch.alive[CHANNEL_MAIL] = (struct workers){{WORKER}, 1};
	assert_int_equal(
	    store_rate_use(h->store, CHANNEL_MAIL, "a:25", use, use.at - 1, &e),
	    0);
	assert_true(look(h));
	assert_false(look_after(h, LIMIT_CHECK_WAIT + 1));
	expect_fault(h, "mail that is due has had no worker for more than 10 "
			"minutes");
	assert_int_equal(
	    store_rate_use(h->store, CHANNEL_MAIL, "b:25", use, use.at - 1, &e),
	    0);
	assert_true(look_after(h, 60));
	assert_int_equal(watch.hung.n, 0);
	mail->relays = NULL;
	mail->n_relays = 0;
}

static void
test_idle_worker(void **state)
{
	struct house *h = *state;
	struct messages l;
	struct err e = {""};

	outage(h);
	watch.alive[CHANNEL_MAIL] = (struct workers){{WORKER, 12}, 2};
	claim(h, 12, &l);
	messages_clear(&l);
	run_sql(h, "UPDATE message SET held = held + 86400"
		   " WHERE worker IS NOT NULL");
	/* What is due has waited for ten minutes. */
	assert_true(look_for(h, 10));
	assert_false(look_for(h, 1));
	expect_fault(h, "mail that is due has had no worker for more than 10 "
			"minutes");
	assert_int_equal(watch.hung.n, 0);
	/* Still: who has nothing to do is replaced, who has is not. */
	assert_false(look_for(h, 1));
	assert_true(watch.hung.n == 1 && watch.hung.pid[0] == WORKER);
	assert_int_equal(calls(h), 1);
	watch.alive[CHANNEL_MAIL].n = 0;
	assert_int_equal(
	    outbox_recover(h->store, ON_UNKNOWN_AGAIN, NULL, 0, &e), 1);
	look_for(h, 1);
	expect_fault(h, ": none runs");
}

/* What the supervisor says of a worker is a fault as any other. */
static void
test_worker_that_is_down(void **state)
{
	struct house *h = *state;
	struct fault one = {.name = xstrdup("alertd-web"),
	    .what = xstrdup("alertd-web ends at once")};

	outage(h);
	assert_true(look(h));
	watch.down = (struct faults){&one, 1};
	assert_false(look_for(h, 2));
	expect_fault(h, "alertd-web ends at once");
	assert_int_equal(calls(h), 1);
	watch.down = (struct faults){0};
	assert_true(look_for(h, 1));
	expect_fault(h, NULL);
	free(one.name);
	free(one.what);
}

static void
test_waiting_while_nobody_could_take_it(void **state)
{
	struct house *h = *state;

	outage(h);
	look_for(h, 3);
	/* Nobody ran for two hours, or the clock was put forward. */
	h->now += 2 * HOUR;
	turn(h);
	assert_true(look(h));
	assert_true(look_for(h, 9));
	assert_false(look_for(h, 1));
}

static void
test_channel_that_is_off(void **state)
{
	struct house *h = *state;

	outage(h);
	xreplace(&h->setup.conf->mail.disabled_reason, "no mail:");
	assert_true(look_for(h, 90));
	xreplace(&h->setup.conf->mail.disabled_reason, "");
	assert_false(look_for(h, 1));
}

/* Switched off for good: it does not wait for ever to be told too late. */
static void
test_switched_off(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	must(store_contact_put(h->store,
		 &(struct contact){.org = (char[]){"0101"},
		     .name = (char[]){"Natten"},
		     .email = (char[]){""},
		     .phone = (char[]){"+4500000009"},
		     .enabled = true},
		 &e),
	    &e);
	h->setup.conf->sms.off = false;
	outage(h);
	h->setup.conf->sms.off = true;
	assert_true(look(h));
	run_sql(h, "UPDATE message SET due = NULL, created = created - 90001"
		   " WHERE channel = 'mail'");
	run_sql(h, "UPDATE delivery SET state = 'cancelled' WHERE message IN"
		   " (SELECT id FROM message WHERE channel = 'mail')");
	answered(h);
	look_after(h, HOUR);
	assert_true(value(h, "SELECT count(*) FROM message WHERE channel ="
			     " 'sms' AND due IS NOT NULL") > 0);
	run_sql(h, "UPDATE delivery SET state = 'unknown', told = 1 WHERE id ="
		   " (SELECT max(d.id) FROM delivery d JOIN message m"
		   "  ON m.id = d.message WHERE m.channel = 'sms')");
	run_sql(h, "UPDATE message SET created = created - 90001"
		   " WHERE channel = 'sms'");
	assert_false(look(h));
	expect_fault(h, "messages are not sent: sms is off, and was for longer "
			"than sms.give_up");
	assert_int_equal(value(h, "SELECT count(*) FROM message WHERE channel"
				  " = 'sms' AND due IS NOT NULL"),
	    0);
	assert_int_equal(value(h, "SELECT count(*) FROM delivery WHERE done IS"
				  " NULL AND state <> 'cancelled'"),
	    0);
	assert_int_equal(value(h, "SELECT count(*) FROM delivery"
				  " WHERE state = 'unknown'"),
	    1);
	assert_true(value(h, "SELECT count(*) FROM delivery"
			     " WHERE state = 'failed'") > 0);
	answered(h);
	assert_true(look_for(h, 1));
}

static void
test_aged(void **state)
{
	struct house *h = *state;

	outage(h);
	look_for(h, 61);
	answered(h);
	/* Refused for now again and again, and due later each time. */
	run_sql(h, "UPDATE delivery SET due = due + 86400");
	run_sql(h, "UPDATE message SET due = due + 86400,"
		   " created = created - 86400 + 60");
	assert_true(look(h));
	h->now += MINUTE + 1;
	assert_false(look(h));
	expect_fault(h, "2 messages by mail are still queued after "
			"mail.give_up");
}

static void
test_lost_recipients(void **state)
{
	struct house *h = *state;
	int64_t all = 2;

	outage(h);
	assert_int_equal(value(h, "SELECT count(*) FROM message"), all);
	run_sql(h, "UPDATE message SET due = NULL WHERE number = 1");
	run_sql(h, "UPDATE delivery SET state = 'sending' WHERE number = 0");
	assert_false(look(h));
	expect_fault(h, "2 messages had recipients whom no worker would have "
			"found");
	assert_int_equal(
	    value(h, "SELECT count(*) FROM message WHERE due IS NOT NULL"),
	    all);
	assert_int_equal(value(h, "SELECT sum(state = 'queued') * 10"
				  " + sum(state = 'unknown') FROM delivery"),
	    11);
	/* Who was being sent to may have got it. */
	assert_int_equal(
	    value(h, "SELECT number FROM delivery WHERE told = 1"), 0);
	assert_int_equal(value(h, "SELECT count(*) FROM audit"
				  " WHERE action = 'message.recovered'"),
	    2);
	h->now += MINUTE;
	assert_true(look(h));
	/* One that is due after its recipients is as bad. */
	run_sql(h, "UPDATE message SET due = due + 600 WHERE number = 1");
	assert_false(look(h));
}

static int
pages(struct house *h)
{
	return (int)value(h, "SELECT count(*) FROM notice WHERE type = 'page'");
}

/* Who was paged hears that it is over, and the chain stops. */
static void
test_rings_and_is_over(void **state)
{
	struct house *h = *state;
	int before;

	outage(h);
	before = pages(h);
	run_sql(h, "UPDATE message SET due = NULL WHERE number = 1");
	assert_false(look(h));
	turn(h);
	assert_int_equal(pages(h), before + 1);
	assert_int_equal(value(h, "SELECT count(*) FROM notice n"
				  " JOIN notice_body b ON b.notice = n.id"
				  " WHERE b.subject LIKE '%Selvtjekket%'"
				  " AND b.text LIKE '%1 messages had recip%'"),
	    1);
	h->now += MINUTE;
	assert_true(look(h));
	assert_int_equal(pages(h), before + 1);
	run_sql(h, "UPDATE call SET owner = 'Vagt', taken = opened,"
		   " attended = opened WHERE incident IS NOT NULL");
	assert_true(look_for(h, LIMIT_CHECK_FORGET / MINUTE));
	assert_int_equal(pages(h), before + 2);
	assert_int_equal(
	    value(h, "SELECT count(*) FROM call WHERE alarm = 'self_check'"
		     " AND closed IS NULL"),
	    0);
}

/*
 * What comes and goes is told once; what comes back after it was told that
 * all is well is told anew.
 */
static void
test_flapping(void **state)
{
	struct house *h = *state;

	outage(h);
	for (int i = 0; i < 5; i++) {
		run_sql(h, "UPDATE message SET due = NULL WHERE number = 1");
		assert_false(look(h));
		h->now += MINUTE;
		assert_true(look(h));
	}
	assert_int_equal(calls(h), 1);
	all_sent(h);
	answered(h);
	assert_true(look_for(h, LIMIT_CHECK_FORGET / MINUTE));
	assert_int_equal(value(h, "SELECT count(*) FROM call WHERE alarm ="
				  " 'self_check' AND closed IS NULL"),
	    0);
	run_sql(h, "UPDATE delivery SET state = 'queued' WHERE number = 1");
	assert_false(look(h));
	assert_int_equal(calls(h), 2);
}

/* What it cannot store it has not found: nothing is half done. */
static void
test_store_fails(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	outage(h);
	run_sql(h, "UPDATE message SET due = NULL WHERE number = 1");
	run_sql(h, "CREATE TEMP TRIGGER no BEFORE INSERT ON call BEGIN"
		   " SELECT raise(ABORT, 'full'); END");
	assert_int_equal(core_check(&h->core, &watch, h->now, &e), -1);
	assert_false(watch.passed);
	assert_int_equal(value(h, "SELECT count(*) FROM message"
				  " WHERE due IS NULL"),
	    1);
	expect_fault(h, NULL);
	run_sql(h, "DROP TRIGGER no");
	assert_false(look(h));
	assert_int_equal(calls(h), 1);
}

/* The house's store is a file now; where in it a table lies. */
static int64_t
move_to(struct house *h, const char *path)
{
	char *into = xasprintf("VACUUM INTO '%s'", path);
	struct err e;

	run_sql(h, into);
	free(into);
	store_close(h->store);
	h->store = store_open(path, false, &e);
	assert_non_null(h->store);
	h->core.store = h->store;
	return (value(h, "SELECT rootpage FROM sqlite_schema"
			 " WHERE name = 'report'") -
		   1) *
	       value(h, "PRAGMA page_size");
}

static const sqlite3_io_methods *sound;
static int64_t bad; /* where the disk gives nothing back, or something else */
static bool damaged;

static int
read_bad(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
	bool here = at <= bad && at + n > bad;

	if (here && !damaged)
		return SQLITE_IOERR_READ;
	if (here)
		memset(to, 0xa5, (size_t)n);
	return here ? SQLITE_OK : sound->xRead(f, to, n, at);
}

static void
spoil(struct house *h, const char *path)
{
	static sqlite3_io_methods worn;
	sqlite3_file *f;

	bad = move_to(h, path);
	assert_int_equal(sqlite3_file_control(h->store->db, "main",
			     SQLITE_FCNTL_FILE_POINTER, (void *)&f),
	    SQLITE_OK);
	sound = f->pMethods;
	worn = *sound;
	worn.xRead = read_bad;
	f->pMethods = &worn;
}

/* It is told, and stops no other look. */
static void
expect_unread(struct house *h, const char *words)
{
	char dir[] = "/tmp/alertd-check-XXXXXX", *path;

	assert_non_null(mkdtemp(dir));
	path = xasprintf("%s/a.db", dir);
	outage(h);
	answered(h);
	all_sent(h);
	spoil(h, path);
	/* A table each minute; this one is the seventh. */
	assert_true(look_for(h, 6));
	assert_false(look_for(h, 1));
	expect_fault(h, words);
	answered(h);
	assert_false(look_for(h, 1));
	assert_int_equal(calls(h), 1);
	store_close(h->store);
	h->store = NULL;
	unlink(path);
	rmdir(dir);
	free(path);
}

/* A part of the past that is damaged, or on which the disk fails. */
static void
test_damaged_past(void **state)
{
	damaged = true;
	expect_unread(*state, "the file is damaged");
}

static void
test_worn_past(void **state)
{
	damaged = false;
	expect_unread(*state, "the disk fails");
}

static void
test_ping_is_stored(void **state)
{
	struct house *h = *state;
	struct check_state c;
	struct err e = {""};

	look(h);
	must(store_check_ping(h->store, "", h->now, &e), &e);
	must(store_check_ping(h->store, "HTTP status 500", h->now + 9, &e), &e);
	h->now += MINUTE;
	look(h);
	must(store_check_get(h->store, &c, &e), &e);
	assert_true(c.pinged == h->now - MINUTE);
	assert_string_equal(c.ping_error, "HTTP status 500");
	check_state_clear(&c);
	must(store_check_ping(h->store, "", h->now, &e), &e);
	must(store_check_get(h->store, &c, &e), &e);
	assert_string_equal(c.ping_error, "");
	check_state_clear(&c);
}

static void
test_fresh(void **state)
{
	(void)state;
	assert_true(check_fresh(NOW, NOW));
	assert_true(check_fresh(NOW, NOW + LIMIT_CHECK_FRESH));
	assert_false(check_fresh(NOW, NOW + LIMIT_CHECK_FRESH + 1));
	assert_false(check_fresh(NOW + LIMIT_CHECK_FRESH + 1, NOW));
	assert_false(check_fresh(TIME_NONE, NOW));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CHECK_TEST(test_all_is_well),
	    CHECK_TEST(test_late_notice),
	    CHECK_TEST(test_promise),
	    CHECK_TEST(test_over_is_not_late),
	    CHECK_TEST(test_planned_work),
	    CHECK_TEST(test_no_relay),
	    CHECK_TEST(test_dead_worker),
	    CHECK_TEST(test_hanging_worker),
	    CHECK_TEST(test_nobody_hangs_who_slept),
	    CHECK_TEST(test_sms_gateways_are_waited_for),
	    CHECK_TEST(test_waits_for_a_rate),
	    CHECK_TEST(test_idle_worker),
	    CHECK_TEST(test_worker_that_is_down),
	    CHECK_TEST(test_waiting_while_nobody_could_take_it),
	    CHECK_TEST(test_channel_that_is_off),
	    CHECK_TEST(test_switched_off),
	    CHECK_TEST(test_aged),
	    CHECK_TEST(test_lost_recipients),
	    CHECK_TEST(test_rings_and_is_over),
	    CHECK_TEST(test_flapping),
	    CHECK_TEST(test_store_fails),
	    CHECK_TEST(test_damaged_past),
	    CHECK_TEST(test_worn_past),
	    CHECK_TEST(test_ping_is_stored),
	    cmocka_unit_test(test_fresh),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
