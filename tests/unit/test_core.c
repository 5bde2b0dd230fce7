/*
 * Tests of the core as a whole: reports in, notices out, on a made clock and
 * a real SQLite in memory, with the built-in rules and templates.
 */
#include "core_house.h"

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
	assert_true(h->next > h->now + 365 * 24 * HOUR);
	/* The same body again says nothing. */
	feed_says(h, "nspop", &over, 1);
	expect(h, "first repeat repeat repeat resolved", 1);
}

/* What the workers are told: that there will be work, and that there is. */
static void
on_queues(bool done, void *arg)
{
	struct house *h = arg;

	/* What is done is committed: it can be begun anew. */
	if (done) {
		run_sql(h, "BEGIN IMMEDIATE");
		run_sql(h, "COMMIT");
	}
	run_sql(
	    h, done ? "INSERT INTO told SELECT 'done', count(*) FROM message"
		    : "INSERT INTO told SELECT 'soon', count(*) FROM message");
}

static void
test_workers_are_told(void **state)
{
	static const struct told unrelated = {"nspop", "other",
	    "Kantinen holder lukket", "Der er ingen mad.", PHASE_OPEN, NOW};
	struct house *h = *state;

	run_sql(h, "CREATE TEMP TABLE told (what TEXT, messages INTEGER)");
	h->core.queues = on_queues;
	h->core.arg = h;
	turn(h);
	feed_says(h, "nspop", &unrelated, 1);
	assert_int_equal(value(h, "SELECT count(*) FROM told"), 0);
	/* When it is judged, and when its notice is queued. */
	feed_says(h, "nspop", &down, 1);
	assert_int_equal(
	    value(h, "SELECT count(*) FROM told WHERE what = 'soon'"), 2);
	assert_int_equal(value(h, "SELECT count(*) FROM told"), 3);
	assert_int_equal(
	    value(h, "SELECT max(messages) FROM told WHERE what = 'soon'"), 0);
	assert_true(
	    value(h, "SELECT messages FROM told WHERE what = 'done'") > 0);
	h->now += 60;
	turn(h);
	assert_int_equal(value(h, "SELECT count(*) FROM told"), 3);
}

/* What is old is erased when nothing is to be told, and a step a second. */
static void
test_retention_waits(void **state)
{
	static const char steps[] = "SELECT count(*) FROM retention";
	struct house *h = *state;

	feed_says(h, "nspop", &down, 1);
	assert_int_equal(value(h, steps), 0);
	turn(h);
	assert_true(value(h, steps) > 0);
	run_sql(h, "DELETE FROM retention");
	h->core.retention_at = h->now + 1; /* there is more */
	turn(h);
	assert_int_equal(value(h, steps), 0);
	assert_int_equal(h->next, h->now + 1);
	h->now -= 2; /* set back */
	turn(h);
	assert_true(value(h, steps) > 0);
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

/* Of half a body it cannot be told what the other half had before. */
static void
test_first_start_with_half_a_body(void **state)
{
	struct house *h = *state;
	struct told old = {"nspop", "stale", "FMK er nede",
	    "Opslag i FMK fejler.", PHASE_OPEN, NOW - 30 * HOUR};
	struct report *r;
	struct reports l = {.complete = true};
	struct err e = {""};

	feed_lists(h, "nspop", NULL, 0, (struct reports){.torn = true});
	h->now += 60;
	must(core_feed_unchanged(&h->core, "nspop", h->now, &e), &e);
	h->now += 60;
	r = reports_add(&l);
	xreplace(&r->feed, "nspop");
	xreplace(&r->id, old.id);
	xreplace(&r->title, old.title);
	xreplace(&r->text, old.text);
	r->newest = strlen(r->text);
	r->published = old.began;
	r->updated = h->now - HOUR;
	must(core_reports(&h->core, "nspop", &l, h->now, &e), &e);
	reports_clear(&l);
	turn(h);
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
	expect(h, "first", 2); /* the on-call hears that one says over */
	other = over;
	other.id = "post-9";
	feed_says(h, "blog", &other, 1);
	expect(h, "first resolved", 2);
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
	expect(h, "first resolved update", 2); /* the on-call hears of it */
}

static void
test_ask_goes_nowhere_until_approved(void **state)
{
	struct house *h = *state;
	const struct told login = {"nspop", "i2", "NemLog-in fejler",
	    "Login via NemLog-in fejler for alle.", PHASE_OPEN, 0};
	struct err e = {""};

	h->setup.conf->escalation.after = HOUR / 2;
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

/* Two years later it is known that it was sent, and no more to whom. */
static void
test_old_incident_forgets(void **state)
{
	struct house *h = *state;
	struct statement s = {.effect = EFFECT_OUTAGE,
	    .title = "FMK er nede",
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE};
	struct deliveries l = {0};
	struct err e = {""};
	int64_t id = 0;

	must(core_send(&h->core, &s, h->now, &id, &e), &e);
	for (int64_t m = 1; m <= 2; m++)
		must(store_outbox_cancel(h->store, m, &e) == -1, &e);
	must(core_resolve(&h->core, id, NULL, h->now, &e), &e);
	h->now += 729 * 24 * HOUR;
	turn(h);
	h->now += 2 * 24 * HOUR;
	for (turn(h); h->next != TIME_NONE; turn(h))
		h->now = h->next;
	must(store_deliveries(h->store,
		 &(struct delivery_query){.incident = id, .limit = 0}, &l, &e),
	    &e);
	assert_int_equal(l.n, 2);
	for (size_t i = 0; i < l.n; i++) {
		assert_true(str_starts(l.v[i].address, "forgotten "));
		assert_string_equal(l.v[i].name, "");
		assert_string_equal(l.v[i].org, "0101");
	}
	deliveries_clear(&l);
}

static void
test_operator_sends(void **state)
{
	struct house *h = *state;
	struct statement s = {.effect = EFFECT_OUTAGE,
	    .title = "FMK er nede",
	    .text = "Prøve",
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE};
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
test_oncall_contacts_are_paged(void **state)
{
	struct house *h = *state;
	struct contact c = {.org = (char[]){"medcom"},
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
	turn(h);
	must(store_deliveries(
		 h->store, &(struct delivery_query){.limit = 0}, &l, &e),
	    &e);
	/* Both mails, of the contact and of alarm:, and the contact's SMS. */
	assert_int_equal(l.n, 3);
	deliveries_clear(&l);
}

/* An asked incident that ended and comes back is asked again. */
static void
test_asked_is_not_approved_by_coming_back(void **state)
{
	struct house *h = *state;
	struct told login = {"nspop", "i2", "NemLog-in fejler",
	    "Login via NemLog-in fejler for alle.", PHASE_OPEN, 0};

	warm(h, "nspop");
	feed_says(h, "nspop", &login, 1);
	h->setup.conf->escalation.after = HOUR / 2;
	h->now += HOUR;
	login.text = "Login via NemLog-in virker igen.";
	login.phase = PHASE_RESOLVED;
	feed_says(h, "nspop", &login, 1);
	h->now += HOUR;
	login.text = "Login via NemLog-in fejler igen for alle.";
	login.phase = PHASE_OPEN;
	feed_says(h, "nspop", &login, 1);
	expect(h, "", 2); /* paged again, and again until somebody decides */
	h->now += HOUR;
	turn(h);
	expect(h, "", 3);
}

/* An operator approves while the core's list is already read. */
static void
test_approval_is_not_overwritten(void **state)
{
	struct house *h = *state;
	const struct told login = {"nspop", "i2", "NemLog-in fejler",
	    "Login via NemLog-in fejler for alle.", PHASE_OPEN, 0};
	struct incident i;
	struct err e = {""};

	warm(h, "nspop");
	feed_says(h, "nspop", &login, 1);
	must(core_approve(&h->core, 1, h->now, &e), &e);
	h->now = h->now + HOUR;
	turn(h);
	assert_int_equal(store_incident_get(h->store, 1, &i, &e), 1);
	assert_int_equal(i.state, INCIDENT_OPEN);
	assert_int_equal(i.notices, 1);
	incident_clear(&i);
}

/* Planned work of a service does not take its faults, nor end with them. */
static void
test_planned_work_and_fault_are_two(void **state)
{
	struct house *h = *state;
	struct statement s = {.effect = EFFECT_PLANNED,
	    .title = "Servicevindue på FMK",
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = NOW + 100 * HOUR,
	    .ends = NOW + 102 * HOUR};
	struct err e = {""};
	int64_t id = 0;

	warm(h, "nspop");
	must(core_send(&h->core, &s, h->now, &id, &e), &e);
	h->now += HOUR;
	feed_says(h, "nspop", &down, 1);
	expect(h, "planned first", 1);
	h->now += HOUR;
	feed_says(h, "nspop", &over, 1);
	expect(h, "planned first resolved", 1);
	/* The reminder is still to come. */
	assert_true(h->next == NOW + 76 * HOUR);
}

static void
test_no_reminder_of_work_that_has_begun(void **state)
{
	struct house *h = *state;
	struct statement s = {.effect = EFFECT_PLANNED,
	    .title = "Servicevindue på FMK",
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = NOW + 100 * HOUR,
	    .ends = NOW + 102 * HOUR};
	struct err e = {""};
	int64_t id = 0;

	must(core_send(&h->core, &s, h->now, &id, &e), &e);
	h->now = NOW + 101 * HOUR; /* nothing ran at the time */
	turn(h);
	expect(h, "planned", 0);
	/* Past its end somebody is asked. */
	h->now = NOW + 103 * HOUR;
	turn(h);
	expect(h, "planned", 1);
}

/* An edit that announces work does not end the repeats of an outage. */
static void
test_outage_does_not_become_planned(void **state)
{
	struct house *h = *state;
	struct told post = {"blog", "p1", "FMK er nede",
	    "FMK er nede for alle.", PHASE_UNKNOWN, 0};

	warm(h, "blog");
	feed_says(h, "blog", &post, 1);
	h->now += HOUR;
	post.text = "En genstart af FMK er planlagt til i morgen kl. 22.";
	post.title = "Planlagt genstart af FMK";
	feed_says(h, "blog", &post, 1);
	assert_true(h->next != TIME_NONE && h->next <= NOW + 4 * HOUR);
}

/* Each revision is judged again: what did not concern FMK may do so now. */
static void
test_harmless_becomes_harmful(void **state)
{
	struct house *h = *state;
	struct told post = {"blog", "p1", "VANS er forsinket",
	    "Korrespondancer er forsinkede. FMK er ikke berørt.", PHASE_OPEN,
	    0};

	warm(h, "blog");
	feed_says(h, "blog", &post, 1);
	expect(h, "", 0);
	h->now += HOUR;
	post.text = "Vi undersøger, om FMK er berørt.";
	feed_says(h, "blog", &post, 1);
	expect(h, "", 1);
	h->now += HOUR;
	post.text = "Nu er FMK også nede for alle.";
	feed_says(h, "blog", &post, 1);
	expect(h, "first", 2); /* it is worse */
}

/* What was announced goes on, whatever harmless thing the text becomes. */
static void
test_harmful_becomes_harmless(void **state)
{
	static const struct told then[] = {
	    {"blog", "p1", "VANS er forsinket",
		"Korrespondancer er forsinkede. FMK er ikke berørt.",
		PHASE_OPEN, NOW},
	    {"blog", "p1", "Nyhedsbrev fra driften", "Læs om det nye team.",
		PHASE_UNKNOWN, NOW},
	    {"blog", "p1", "TEST1 er nede", "Kun TEST1 er ramt.", PHASE_UNKNOWN,
		NOW},
	    {"blog", "p1", "VANS kører igen", "Fejlen på VANS er løst.",
		PHASE_UNKNOWN, NOW},
	    {"blog", "p1", "", "", PHASE_UNKNOWN, NOW},
	};
	struct house *h = *state;
	struct told post = down;
	struct incident in;
	struct err e;

	post.feed = "blog";
	post.id = "p1";
	warm(h, "blog");
	feed_says(h, "blog", &post, 1);
	expect(h, "first", 1);
	for (size_t i = 0; i < LENGTH(then); i++) {
		h->now += 60;
		feed_says(h, "blog", &then[i], 1);
		expect(h, "first", 2); /* paged once: is it over? */
	}
	/* Nobody is told what is not about FMK as if it were. */
	assert_int_equal(store_incident_get(h->store, 1, &in, &e), 1);
	assert_string_equal(in.title, down.title);
	assert_string_equal(in.news, down.text);
	incident_clear(&in);
	h->now = h->next;
	turn(h);
	expect(h, "first repeat", 2);
	assert_true(h->next == h->now + 2 * HOUR);
}

/* An old post that slides into the list is neither news nor the end. */
static void
test_old_posts(void **state)
{
	struct house *h = *state;
	struct told l[2] = {
	    {"blog", "p1", "FMK er nede", "FMK er nede for alle.",
		PHASE_UNKNOWN, NOW - 9000 * HOUR},
	};

	warm(h, "blog");
	feed_says(h, "blog", l, 1);
	expect(h, "", 1); /* asked */
	l[1] = (struct told){"blog", "p2", "FMK er nede igen",
	    "Opslag i FMK fejler for alle.", PHASE_UNKNOWN, 0};
	feed_says(h, "blog", l, 2);
	expect(h, "first", 2);
	l[0].id = "p0";
	l[0].title = "FMK virker igen";
	l[0].text = "Fejlen på FMK er løst, og driften er normal.";
	h->now += HOUR;
	feed_says(h, "blog", l, 2);
	/* Nothing over; paged: that p1 vanished, and the question. */
	expect(h, "first", 4);
}

/* What is told back within min_gap is no change. */
static void
test_change_that_goes_back(void **state)
{
	struct house *h = *state;
	struct told t = down;
	struct incident i;
	struct err e = {""};

	warm(h, "nspop");
	feed_says(h, "nspop", &t, 1);
	h->now += 60;
	t.text = "Opslag i FMK er langsomme.";
	t.title = "Langsomme svartider i FMK";
	feed_says(h, "nspop", &t, 1);
	assert_int_equal(store_incident_get(h->store, 1, &i, &e), 1);
	assert_string_equal(i.change_reason, "better");
	incident_clear(&i);
	h->now += 60;
	feed_says(h, "nspop", &down, 1);
	assert_int_equal(store_incident_get(h->store, 1, &i, &e), 1);
	assert_false(i.change);
	incident_clear(&i);
}

/* A feed that flaps is told over once, until it was told back. */
static void
test_flapping(void **state)
{
	struct house *h = *state;

	warm(h, "nspop");
	for (int k = 0; k < 5; k++) {
		feed_says(h, "nspop", &down, 1);
		h->now += 60;
		feed_says(h, "nspop", &over, 1);
		h->now += 60;
	}
	expect(h, "first resolved", 1);
}

/* After a retraction the next outage of the same event is told. */
static void
test_down_again_after_retract(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	warm(h, "nspop");
	feed_says(h, "nspop", &down, 1);
	must(core_retract(&h->core, 1, NULL, h->now, &e), &e);
	h->now += HOUR;
	feed_says(h, "nspop", &over, 1);
	expect(h, "first correction", 1);
	h->now += HOUR;
	feed_says(h, "nspop", &down, 1);
	expect(h, "first correction first", 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CORE_TEST(test_a_night),
	    CORE_TEST(test_workers_are_told),
	    CORE_TEST(test_retention_waits),
	    CORE_TEST(test_first_start_does_not_flood),
	    CORE_TEST(test_first_start_with_half_a_body),
	    CORE_TEST(test_vanished_stays_open_and_is_told_once),
	    CORE_TEST(test_second_feed_joins),
	    CORE_TEST(test_post_of_its_own_resolves),
	    CORE_TEST(test_over_of_nothing_is_asked),
	    CORE_TEST(test_operator_resolves_and_feed_lags),
	    CORE_TEST(test_back_again),
	    CORE_TEST(test_ask_goes_nowhere_until_approved),
	    CORE_TEST(test_dismissed_is_silent),
	    CORE_TEST(test_old_incident_forgets),
	    CORE_TEST(test_operator_sends),
	    CORE_TEST(test_clock_set_back),
	    CORE_TEST(test_oncall_contacts_are_paged),
	    CORE_TEST(test_asked_is_not_approved_by_coming_back),
	    CORE_TEST(test_approval_is_not_overwritten),
	    CORE_TEST(test_planned_work_and_fault_are_two),
	    CORE_TEST(test_no_reminder_of_work_that_has_begun),
	    CORE_TEST(test_outage_does_not_become_planned),
	    CORE_TEST(test_harmless_becomes_harmful),
	    CORE_TEST(test_harmful_becomes_harmless),
	    CORE_TEST(test_old_posts),
	    CORE_TEST(test_change_that_goes_back),
	    CORE_TEST(test_flapping),
	    CORE_TEST(test_down_again_after_retract),
	};

	return cmocka_run_group_tests_name("core", tests, NULL, NULL);
}
