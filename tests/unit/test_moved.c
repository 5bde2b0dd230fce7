/*
 * Tests of the core and the outbox: who hears that it is over when the
 * contacts of a municipality have changed since it was told.
 */
#include "coverage_house.h"

#define OLD FMK
#define NEW "ny@example.dk"
#define NEW_PHONE "+4500000009"

static void
put_in(struct house *h, const char *org, int64_t id, const char *mail,
    const char *phone)
{
	struct contact c = {.id = id,
	    .org = xstrdup(org),
	    .name = xstrdup("Ny"),
	    .email = xstrdup(mail),
	    .phone = xstrdup(phone),
	    .topics = xstrdup(""),
	    .enabled = true};
	struct err e = {""};

	must(store_contact_put(h->store, &c, &e), &e);
	contact_clear(&c);
}

static void
put(struct house *h, int64_t id, const char *mail, const char *phone)
{
	put_in(h, "0101", id, mail, phone);
}

/* The contact of the house; it has the first id. */
static void
moves(struct house *h)
{
	put(h, 1, NEW, NEW_PHONE);
}

static void
change(struct house *h, const char *sql)
{
	struct err e = {""};

	assert_true(sql_run(h->store, &e, "test", sql, "") > 0);
}

static void
ends(struct house *h, int64_t id, bool retracted)
{
	struct err e = {""};
	int r;

	h->now += 60;
	r = retracted ? core_retract(&h->core, id, NULL, h->now, &e)
		      : core_resolve(&h->core, id, NULL, h->now, &e);
	must(r, &e);
}

/* The numbers of the notices that were taken there, as "1 2". */
static char *
taken(struct house *h, const char *address)
{
	struct deliveries l = {0};
	struct delivery_query q = {0};
	struct err e = {""};
	struct buf b;

	buf_init(&b, 256);
	must(store_deliveries(h->store, &q, &l, &e), &e);
	for (int k = 0; k < 9; k++)
		for (size_t i = 0; i < l.n; i++)
			if (l.v[i].notice == k &&
			    str_eq(l.v[i].address, address) &&
			    l.v[i].state == DELIVERY_ACCEPTED)
				buf_addf(&b, "%s%d", b.len > 0 ? " " : "", k);
	deliveries_clear(&l);
	return buf_steal(&b);
}

static void
got(struct house *h, const char *address, const char *notices)
{
	char *s = taken(h, address);

	if (!str_eq(s, notices))
		fail_msg("%s got \"%s\", not \"%s\"", address, s, notices);
	free(s);
}

/* Both addresses change; the end, and so a correction, goes to the new. */
static void
moved(struct house *h, bool retracted)
{
	int64_t id = send_one(h, false);

	accept_all(h);
	moves(h);
	ends(h, id, retracted);
	accept_all(h);
	got(h, OLD, "1");
	got(h, PHONE, "1");
	got(h, NEW, "2");
	got(h, NEW_PHONE, "2");
}

static void
test_resolved(void **state)
{
	moved(*state, false);
}

static void
test_retracted(void **state)
{
	moved(*state, true);
}

/* One goes, two come: both hear, also when the relay is late with one. */
static void
test_replaced(void **state)
{
	struct house *h = *state;
	int64_t id = send_one(h, false);
	struct err e = {""};

	accept_all(h);
	must(store_contact_remove(h->store, 1, &e), &e);
	put(h, 0, NEW, "");
	put(h, 0, "to@example.dk", "");
	ends(h, id, false);
	change(h, "UPDATE delivery SET due = due + 600"
		  " WHERE address = 'to@example.dk'");
	accept_all(h);
	got(h, NEW, "2");
	got(h, "to@example.dk", "");
	h->now += 600;
	accept_all(h);
	got(h, "to@example.dk", "2");
}

/* Somebody who was told is still there: the others do not hear. */
static void
test_one_stays(void **state)
{
	struct house *h = *state;
	int64_t id = send_one(h, false);

	accept_all(h);
	put(h, 0, NEW, NEW_PHONE);
	ends(h, id, false);
	accept_all(h);
	got(h, OLD, "1 2");
	got(h, PHONE, "1 2");
	got(h, NEW, "");
	got(h, NEW_PHONE, "");
}

/* Each channel by itself: the number alone has changed. */
static void
test_number(void **state)
{
	struct house *h = *state;
	int64_t id = send_one(h, false);

	accept_all(h);
	put(h, 1, OLD, NEW_PHONE);
	put(h, 0, NEW, "");
	ends(h, id, false);
	accept_all(h);
	got(h, OLD, "1 2");
	got(h, NEW, "");
	got(h, NEW_PHONE, "2");
}

/* Told by mail, reached by SMS alone now. */
static void
test_other_channel(void **state)
{
	struct house *h = *state;
	int64_t id;

	put(h, 1, OLD, "");
	id = send_one(h, false);
	accept_all(h);
	put(h, 1, "", NEW_PHONE);
	ends(h, id, false);
	accept_all(h);
	got(h, NEW_PHONE, "2");
}

/* A vendor is in one message with the others, and by itself all the same. */
static void
test_vendor(void **state)
{
	struct house *h = *state;
	int64_t id;

	put_in(h, "kmd", 0, "a@example.dk", "");
	put_in(h, "kmd", 0, "stays@example.dk", "");
	put_in(h, "dedalus", 0, "b@example.dk", "");
	id = send_one(h, false);
	accept_all(h);
	put_in(h, "kmd", 2, NEW, "");
	put_in(h, "dedalus", 4, "to@example.dk", "");
	ends(h, id, false);
	accept_all(h);
	got(h, "stays@example.dk", "1 2");
	got(h, NEW, "");
	got(h, "to@example.dk", "2");
}

/*
 * Told as one of a municipality, at another now, of which somebody was told:
 * he hears it all the same, also when it is not known whether he was told, and
 * when he was told of something else since.
 */
static void
elsewhere(struct house *h, enum outcome outcome, const char *notices)
{
	int64_t id;

	put_in(h, "0147", 0, "b@example.dk", "");
	id = send_one(h, false);
	work(h, CHANNEL_MAIL, outcome, UNKNOWN);
	put_in(h, "0147", 1, OLD, "");
	if (outcome == OUTCOME_ACCEPTED) {
		send_one(h, false);
		accept_all(h);
	}
	put_in(h, "0147", 0, NEW, "");
	ends(h, id, false);
	accept_all(h);
	got(h, "b@example.dk", notices);
	got(h, OLD, notices);
	got(h, NEW, "");
}

static void
test_elsewhere(void **state)
{
	elsewhere(*state, OUTCOME_ACCEPTED, "1 1 2");
}

static void
test_elsewhere_in_doubt(void **state)
{
	elsewhere(*state, OUTCOME_UNKNOWN, "2");
}

/* Who never heard that it is down does not hear that it is over. */
static void
test_never_told(void **state)
{
	struct house *h = *state;
	int64_t id;

	put_in(h, "0147", 0, "b@example.dk", "");
	id = send_one(h, false);
	work(h, CHANNEL_MAIL, OUTCOME_PERMFAIL, UNKNOWN);
	work(h, CHANNEL_SMS, OUTCOME_PERMFAIL, UNKNOWN);
	/* Another municipality was told. */
	change(h, "UPDATE delivery SET told = 1 WHERE message IN"
		  " (SELECT id FROM message WHERE org = '0147')");
	moves(h);
	ends(h, id, false);
	accept_all(h);
	got(h, "b@example.dk", "2");
	got(h, NEW, "");
	got(h, NEW_PHONE, "");
}

/* The only one who was told is forgotten before it is sent. */
static void
test_forgotten(void **state)
{
	struct house *h = *state;
	int64_t id = send_one(h, false);

	accept_all(h);
	put(h, 0, NEW, "");
	ends(h, id, false);
	change(h, "UPDATE delivery SET address = 'forgotten 1'"
		  " WHERE address = '" OLD "'");
	change(h, "UPDATE delivery SET state = 'cancelled'"
		  " WHERE address = 'forgotten 1' AND state = 'queued'");
	accept_all(h);
	got(h, NEW, "2");
}

/*
 * The first notice is in a worker's hands while the address changes and the
 * end comes: what becomes of it decides, and until then the end waits.
 */
static void
in_hands(struct house *h, enum outcome outcome, const char *notices)
{
	static char text[] = "ok", via[] = "relay mx:25", none[] = "";
	struct outbox_conf conf = {.give_up = 86400};
	struct messages l = {0};
	struct err e = {""};
	int64_t id;

	put(h, 1, OLD, "");
	id = send_one(h, false);
	assert_int_equal(
	    outbox_claim(h->store, CHANNEL_MAIL, h->now, 1, 10, &l, &e), 1);
	moves(h);
	ends(h, id, false);
	accept_all(h);
	got(h, NEW, "");
	got(h, NEW_PHONE, "");
	for (size_t i = 0; i < l.n; i++) {
		struct result r = {
		    l.v[i].to[0].delivery, outcome, 250, text, via, none, 0};

		must(outbox_result(h->store, &l.v[i], &r, 1, &conf, h->now, &e),
		    &e);
	}
	messages_clear(&l);
	accept_all(h);
	got(h, NEW, notices);
	got(h, NEW_PHONE, notices);
}

static void
test_in_hands(void **state)
{
	in_hands(*state, OUTCOME_ACCEPTED, "2");
}

static void
test_in_hands_fails(void **state)
{
	in_hands(*state, OUTCOME_TEMPFAIL, "");
}

/* Refused before: no mail told anybody there, the SMS did. */
static void
test_refused(void **state)
{
	struct house *h = *state;
	int64_t id = send_one(h, false);

	work(h, CHANNEL_MAIL, OUTCOME_PERMFAIL, "550 no such user");
	accept_all(h);
	ends(h, id, false);
	accept_all(h);
	got(h, PHONE, "1 2");
	got(h, OLD, "");
}

/* Whoever was told is told by one channel; the other need not wait. */
static void
test_no_wait(void **state)
{
	struct house *h = *state;
	int64_t id = send_one(h, false);
	struct messages l = {0};
	struct err e = {""};

	work(h, CHANNEL_SMS, OUTCOME_ACCEPTED, "0: Accepted");
	assert_int_equal(
	    outbox_claim(h->store, CHANNEL_MAIL, h->now, 1, 10, &l, &e), 1);
	moves(h);
	ends(h, id, false);
	accept_all(h);
	got(h, NEW_PHONE, "2");
	got(h, NEW, "2");
	messages_clear(&l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    HOME_TEST(test_resolved),
	    HOME_TEST(test_retracted),
	    HOME_TEST(test_replaced),
	    HOME_TEST(test_one_stays),
	    HOME_TEST(test_number),
	    HOME_TEST(test_other_channel),
	    HOME_TEST(test_vendor),
	    HOME_TEST(test_elsewhere),
	    HOME_TEST(test_elsewhere_in_doubt),
	    HOME_TEST(test_never_told),
	    HOME_TEST(test_forgotten),
	    HOME_TEST(test_in_hands),
	    HOME_TEST(test_in_hands_fails),
	    HOME_TEST(test_refused),
	    HOME_TEST(test_no_wait),
	};

	return cmocka_run_group_tests_name("moved", tests, NULL, NULL);
}
