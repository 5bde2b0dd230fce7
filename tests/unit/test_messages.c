/* Unit tests of store/messages.h: who of a list gets a message, and once. */
#include "store_house.h"

#include "outbox/outbox.h"
#include "store/messages.h"
#include "store/sql.h"

#define N 300 /* contacts, of which each third repeats the first */

static struct contact contacts[N];
static char address[N][2][32];

static int64_t
queue_all(enum channel channel)
{
	struct notice n = {.number = 1,
	    .type = NOTICE_FIRST,
	    .at = 60,
	    .next = TIME_NONE,
	    .title = S("FMK er nede"),
	    .reason = S("")};
	struct org o = {0, ORG_MUNICIPALITY, S("0101"), S("By"), S(""), S(""),
	    S(""), CHOICE_DEFAULT};

	put_notice(&n);
	assert_int_equal(store_message_add(t.s, &n, channel, &o, contacts, N,
			     channel_name(channel), 60, &t.e),
	    1);
	return n.incident;
}

/* Of contact k by that channel; "" none. */
static const char *
address_of(int k, enum channel channel)
{
	return address[k][channel == CHANNEL_MAIL ? 0 : 1];
}

static bool
is_first(int k, enum channel channel)
{
	for (int i = 0; i < k; i++)
		if (str_eq(address_of(i, channel), address_of(k, channel)))
			return false;
	return true;
}

static void
make_contacts(void)
{
	static char org[] = "0101", name[] = "Vagt", none[] = "";

	for (int k = 0; k < N; k++) {
		int of = k % 3 == 2 ? 0 : k * 7919 % N;

		snprintf(address[k][0], sizeof(address[k][0]),
		    k % 2 == 0 ? "p%d@example.dk" : "P%d@example.dk", of);
		snprintf(address[k][1], sizeof(address[k][1]), "+45%08d", of);
		if (k % 10 == 9)
			address[k][1][0] = '\0';
		contacts[k] = (struct contact){k + 1, org, name, address[k][0],
		    address[k][1], true, none, CHOICE_DEFAULT};
	}
}

/* In their order, the same address once, and who has none not at all. */
static void
test_once(void **state)
{
	(void)state;
	make_contacts();
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++) {
		struct delivery_query q = {.incident = queue_all(ch)};
		struct deliveries l = {0};
		size_t n = 0;

		OK(store_deliveries(t.s, &q, &l, &t.e));
		for (int k = 0; k < N; k++) {
			if (*address_of(k, ch) == '\0' || !is_first(k, ch))
				continue;
			assert_true(n < l.n);
			assert_string_equal(
			    l.v[n++].address, address_of(k, ch));
		}
		assert_int_equal(n, l.n);
		assert_true(n > N / 2);
		deliveries_clear(&l);
	}
}

/* Who has no address makes no message. */
static void
test_nobody(void **state)
{
	struct notice n = {.number = 1};
	struct org o = {0, ORG_MUNICIPALITY, S("0101"), S("By"), S(""), S(""),
	    S(""), CHOICE_DEFAULT};

	(void)state;
	make_contacts();
	for (int k = 0; k < N; k++)
		address[k][0][0] = '\0';
	assert_int_equal(store_message_add(t.s, &n, CHANNEL_MAIL, &o, contacts,
			     N, "m", 60, &t.e),
	    0);
}

/* What is done with says no more which worker had it, since when, and by what.
 */
static void
test_done(void **state)
{
	static const struct outbox_conf conf = {.give_up = 3600};
	static char answer[] = "ok", via[] = "kannel", none[] = "";
	struct messages l = {0};
	const struct message *m;
	struct result *v;
	bool gone = false;

	(void)state;
	make_contacts();
	queue_all(CHANNEL_SMS);
	assert_int_equal(outbox_claim(t.s, CHANNEL_SMS, 60, 7, 1, &l, &t.e), 1);
	m = &l.v[0];
	OK(outbox_begin(t.s, &m, 1, "kannel", 61, &gone, &t.e));
	assert_int_equal(number("SELECT held = 61 AND way = 'kannel'"
				" AND worker = 7 FROM message"),
	    1);
	v = xcalloc(m->n_to, sizeof(*v));
	for (size_t i = 0; i < m->n_to; i++)
		v[i] = (struct result){.delivery = m->to[i].delivery,
		    .outcome = OUTCOME_ACCEPTED,
		    .answer = answer,
		    .via = via,
		    .remote_id = none};
	OK(outbox_result(t.s, m, v, m->n_to, &conf, 62, &t.e));
	assert_int_equal(number("SELECT held IS NULL AND way = ''"
				" AND worker IS NULL FROM message"),
	    1);
	/* Nor when it is tried next. */
	assert_int_equal(
	    number("SELECT count(*) FROM delivery WHERE due <> 0"), 0);
	free(v);
	messages_clear(&l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_once),
	    TEST(test_nobody),
	    TEST(test_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
