/*
 * Unit tests of core/page: what a page is told of its call and incident, so
 * that its text can say it.
 */
#include "calls_house.h"
#include "core/call.h"
#include "store/incidents.h"

static const struct told slow = {"nspop", "i1", "FMK er langsomt",
    "Opslag i FMK er langsomme for alle.", PHASE_OPEN, 0};
static const struct told slow_over = {
    "nspop", "i1", "FMK er langsomt", "Driften er normal.", PHASE_RESOLVED, 0};

/* The texts of the newest page; release with notice_body_clear(). */
static struct notice_body
newest(struct house *h)
{
	struct notice_body b;
	struct notices l = {0};
	struct err e = {""};
	int64_t id = 0;

	must(store_notices(h->store, 0, 0, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++)
		if (l.v[i].type == NOTICE_PAGE)
			id = l.v[i].id;
	notices_clear(&l);
	assert_int_equal(
	    store_notice_body(h->store, id, ORG_ONCALL, &b, &e), 1);
	return b;
}

static void
subject_begins(struct house *h, const char *what)
{
	struct notice_body b = newest(h);

	if (!str_starts(b.subject, what))
		fail_msg("not \"%s\": %s", what, b.subject);
	notice_body_clear(&b);
}

static void
sms_has(struct house *h, const char *what, bool has)
{
	struct notice_body b = newest(h);

	if ((strstr(b.sms, what) != NULL) != has)
		fail_msg("\"%s\": %s", what, b.sms);
	notice_body_clear(&b);
}

/* The update has gone out before the page, which is to say it all the same. */
static void
test_worse(void **state)
{
	struct house *h = *state;
	struct code c;

	feed_says(h, "nspop", &slow, 1);
	subject_begins(h, "FMK virker kun delvist");
	c = code_of(h, "medcom", ANNA, CODE_ACK);
	assert_int_equal(follow(h, &c), ANSWER_GOOD);
	later(h, 20 * MINUTE);
	feed_says(h, "nspop", &down, 1);
	subject_begins(h, "Værre: FMK er nede");
	/* So do those of the steps behind, with whom there is none. */
	later(h, 10 * MINUTE);
	subject_begins(h, "Værre: FMK er nede");
	/* When it is better since, it is not worse. */
	feed_says(h, "nspop", &slow, 1);
	later(h, 15 * MINUTE);
	subject_begins(h, "FMK virker kun delvist");
}

static void
test_back(void **state)
{
	struct house *h = *state;

	feed_says(h, "nspop", &slow, 1);
	later(h, 20 * MINUTE);
	feed_says(h, "nspop", &slow_over, 1);
	subject_begins(h, "Slut: FMK virker igen");
	later(h, 20 * MINUTE);
	feed_says(h, "nspop", &slow, 1);
	subject_begins(h, "Tilbage: FMK virker kun delvist");
}

/* An alarm is taken by the number of its call. */
static void
test_call_number(void **state)
{
	struct house *h = *state;
	struct calls l = {0};
	struct err e = {""};
	char *take;

	/* One of another number than 1. */
	feed_says(h, "nspop", &slow, 1);
	must(core_alarm(&h->core,
		 &(struct alarm){ALARM_FEED_FAILING, "blog", "HTTP 500"},
		 h->now, &e),
	    &e);
	turn(h);
	must(store_calls(h->store, &l, &e), &e);
	assert_int_equal(l.n, 2);
	take = xasprintf("alertctl ack --call %lld. ", (long long)l.v[1].id);
	sms_has(h, take, true);
	free(take);
	calls_clear(&l);
}

/* Pages Anna that she has the call of i, or of the alarm. */
static void
yours(struct house *h, const struct incident *i, const struct alarm *a)
{
	struct person anna = {.key = (char[]){"medcom.2"},
	    .org = (char[]){"medcom"},
	    .name = (char[]){"Anna Berg"},
	    .email = (char[]){"anna@example.dk"},
	    .phone = (char[]){""}};
	struct people to = {&anna, 1};
	struct err e = {""};

	must(core_page(&h->core,
		 &(struct page){
		     .incident = i, .alarm = a, .news = PAGE_YOURS, .to = &to},
		 h->now, &e),
	    &e);
}

/* Only what can ring again is said to. */
static void
test_lapses(void **state)
{
	struct house *h = *state;
	struct incident i;
	struct err e = {""};

	feed_says(h, "nspop", &slow, 1);
	assert_int_equal(store_incident_get(h->store, 1, &i, &e), 1);
	yours(h, &i, NULL);
	/* 23:14 in København, and four hours: one is lost in that night. */
	sms_has(h, "ringer den igen kl. 04.14", true);
	i.planned = true;
	i.effect = EFFECT_PLANNED;
	i.starts = h->now + HOUR;
	i.ends = h->now + 2 * HOUR;
	yours(h, &i, NULL);
	sms_has(h, "ringer den igen", false);
	i.starts = h->now - 2 * HOUR;
	i.ends = h->now - HOUR;
	yours(h, &i, NULL);
	sms_has(h, "ringer den igen", true);
	incident_clear(&i);
	yours(h, NULL, &(struct alarm){ALARM_FEED_FAILING, "blog", "HTTP"});
	sms_has(h, "ringer den igen", false);
	sms_has(h, "Du har sagen.", true);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CALL_TEST(test_worse),
	    CALL_TEST(test_back),
	    CALL_TEST(test_call_number),
	    CALL_TEST(test_lapses),
	};

	return cmocka_run_group_tests_name("core_page", tests, NULL, NULL);
}
