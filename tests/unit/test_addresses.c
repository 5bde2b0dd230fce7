/*
 * Unit tests of where store/addresses.h keeps what is known of an address: with
 * those of its organisation, once, whoever is told there; and that it costs no
 * more pages than there are neighbours.
 */
#include <sys/stat.h>

#include "outbox/outbox.h"
#include "store/addresses.h"
#include "store/messages.h"
#include "store_house.h"

#define PHONE "+4500000001"
#define OTHER "+4500000002"
#define PAGE 4096

static char empty[] = "", kannel[] = "kannel";

static const struct org town = {0, ORG_MUNICIPALITY, S("0147"), S("Den anden"),
    S(""), S(""), S(""), CHOICE_DEFAULT};
static const struct org team = {0, ORG_ONCALL, S("medcom"), S("MedCom"), S(""),
    S(""), S(""), CHOICE_DEFAULT};

static void
add_org(const struct org *model)
{
	struct org o = *model;

	OK(store_org_put(t.s, &o, &t.e));
}

static struct contact
contact_at(const char *org, char *phone)
{
	return (struct contact){.org = (char *)(uintptr_t)org,
	    .name = empty,
	    .email = empty,
	    .phone = phone,
	    .enabled = true,
	    .topics = empty};
}

static struct contact
add_contact(const char *org, char *phone)
{
	struct contact c = contact_at(org, phone);

	OK(store_contact_put(t.s, &c, &t.e));
	return c;
}

/* What a row says, or "none". */
static char *
kept(const char *number)
{
	char *s = NULL;
	struct sql q;

	sql_open(&q, t.s, &t.e, "test",
	    "SELECT org || ' ' || coalesce(how, '-') || ' ' ||"
	    " (bounced IS NOT NULL) || ' ' || told FROM address"
	    " WHERE channel = 'sms' AND address = ?",
	    "t", number);
	while (sql_step(&q) == 1) {
		assert_null(s);
		s = sql_text(&q, 0);
	}
	sql_close(&q);
	return s == NULL ? xstrdup("none") : s;
}

static void
expect(const char *number, const char *what)
{
	char *s = kept(number);

	assert_string_equal(s, what);
	free(s);
}

/* The first notice of an incident of its own. */
static struct notice
add_notice(void)
{
	struct incident i;
	struct notice n = {.number = 1,
	    .type = NOTICE_FIRST,
	    .at = T0,
	    .next = TIME_NONE,
	    .title = empty,
	    .reason = empty};

	incident_init(&i);
	i.state = INCIDENT_OPEN;
	OK(store_incident_put(t.s, &i, &t.e));
	n.incident = i.id;
	OK(store_notice_add(t.s, &n, &t.e));
	incident_clear(&i);
	return n;
}

static void
queue(const struct notice *n, const struct org *o, struct contact *v, size_t k)
{
	char *id = xasprintf("m-%lld-%s", (long long)n->id, o->code);

	assert_int_equal(
	    store_message_add(t.s, n, CHANNEL_SMS, o, v, k, id, T0, &t.e), 1);
	free(id);
}

/* One message is taken, and that becomes of each of its recipients. */
static void
work(enum outcome outcome)
{
	const struct outbox_conf conf = {.give_up = 86400};
	struct messages l;
	struct result *v;

	assert_int_equal(outbox_claim(t.s, CHANNEL_SMS, T0, 7, 1, &l, &t.e), 1);
	v = xcalloc(l.v[0].n_to + 1, sizeof(*v));
	for (size_t i = 0; i < l.v[0].n_to; i++)
		v[i] = (struct result){.delivery = l.v[0].to[i].delivery,
		    .outcome = outcome,
		    .answer = empty,
		    .via = kannel,
		    .remote_id = empty};
	OK(outbox_result(t.s, &l.v[0], v, l.v[0].n_to, &conf, T0, &t.e));
	free(v);
	messages_clear(&l);
}

static void
tell(const struct org *o, char *phone, enum outcome outcome)
{
	struct notice n = add_notice();
	struct contact c = contact_at(o->code, phone);

	queue(&n, o, &c, 1);
	work(outcome);
}

static size_t
known(void)
{
	struct addresses l = {0};
	size_t n;

	OK(store_addresses(t.s, &l, &t.e));
	n = l.n;
	addresses_clear(&l);
	return n;
}

/* --- whose it is ---------------------------------------------------------- */

static void
test_contact(void **state)
{
	struct contact c, d;

	(void)state;
	add_org(&municipality);
	add_org(&town);
	add_org(&team);
	c = add_contact("0101", S(PHONE));
	add_contact("medcom", S(OTHER));
	expect(PHONE, "0101 - 0 0");
	expect(OTHER, "none"); /* a page proves nothing */
	assert_int_equal(known(), 0);
	c.phone = S(OTHER);
	OK(store_contact_put(t.s, &c, &t.e));
	expect(PHONE, "none");
	expect(OTHER, "0101 - 0 0");
	c.org = S("0147");
	OK(store_contact_put(t.s, &c, &t.e));
	expect(OTHER, "0147 - 0 0");
	d = add_contact("0101", S(OTHER));
	OK(store_contact_remove(t.s, c.id, &t.e));
	expect(OTHER, "0101 - 0 0");
	OK(store_contact_remove(t.s, d.id, &t.e));
	/* The team has it still. */
	expect(OTHER, "0101 - 0 0");
}

/* What is known outlives the contact, and is found by who has it next. */
static void
test_moved(void **state)
{
	struct contact c;

	(void)state;
	add_org(&municipality);
	add_org(&town);
	c = add_contact("0101", S(PHONE));
	tell(&municipality, S(PHONE), OUTCOME_ACCEPTED);
	expect(PHONE, "0101 accepted 0 1");
	OK(store_contact_remove(t.s, c.id, &t.e));
	expect(PHONE, "0101 accepted 0 1");
	add_contact("0147", S(PHONE));
	expect(PHONE, "0147 accepted 0 1");
	assert_int_equal(known(), 1);
}

/* Two organisations have it: it is one, and either proves it. */
static void
test_shared(void **state)
{
	(void)state;
	add_org(&municipality);
	add_org(&town);
	add_contact("0101", S(PHONE));
	add_contact("0147", S(PHONE));
	tell(&municipality, S(PHONE), OUTCOME_ACCEPTED);
	expect(PHONE, "0147 accepted 0 1");
	tell(&town, S(PHONE), OUTCOME_ACCEPTED);
	expect(PHONE, "0147 accepted 0 2");
	sql_run(t.s, &t.e, "test",
	    "UPDATE delivery SET state = 'failed', done = done + 5"
	    " WHERE message IN (SELECT id FROM message WHERE org = '0101')",
	    "");
	expect(PHONE, "0147 accepted 1 2");
	tell(&municipality, S(PHONE), OUTCOME_UNKNOWN);
	expect(PHONE, "0147 accepted 1 3");
}

/* Who is told without being a contact has a row all the same. */
static void
test_nobodys(void **state)
{
	struct contact c;

	(void)state;
	add_org(&municipality);
	tell(&municipality, S(PHONE), OUTCOME_ACCEPTED);
	expect(PHONE, "0101 accepted 0 1");
	tell(&municipality, S(OTHER), OUTCOME_UNKNOWN);
	expect(OTHER, "0101 - 0 2");
	assert_int_equal(known(), 1);
	c = add_contact("0101", S(OTHER));
	expect(OTHER, "0101 - 0 2");
	OK(store_contact_remove(t.s, c.id, &t.e));
	expect(OTHER, "0101 - 0 2");
}

/* --- what it costs -------------------------------------------------------- */

#define TOWNS 40
#define EACH 300

static struct org
town_of(char code[8], int i)
{
	struct org o = town;

	snprintf(code, 8, "%04d", i);
	o.code = code;
	return o;
}

/* The numbers of each lie among those of all others. */
static void
add_towns(const struct notice *n)
{
	static char numbers[TOWNS * EACH][16];
	char code[8];

	for (int i = 0; i < TOWNS * EACH; i++) {
		struct org o = town_of(code, i % TOWNS);

		snprintf(numbers[i], 16, "+45%08d", i);
		if (i < TOWNS)
			add_org(&o);
		add_contact(code, numbers[i]);
	}
	for (int k = 0; k < TOWNS; k++) {
		struct org o = town_of(code, k);
		struct contact own[EACH];

		for (int i = 0; i < EACH; i++)
			own[i] = contact_at(code, numbers[i * TOWNS + k]);
		queue(n, &o, own, EACH);
	}
}

static int64_t
log_pages(void)
{
	char path[128];
	struct stat st;

	snprintf(path, sizeof(path), "%s-wal", t.path);
	assert_int_equal(stat(path, &st), 0);
	return (int64_t)st.st_size / PAGE;
}

/* Of all pages with addresses the results of a message change its few. */
static void
test_pages(void **state)
{
	struct notice n;
	int64_t all;

	(void)state;
	OK(store_begin(t.s, &t.e));
	n = add_notice();
	add_towns(&n);
	OK(store_commit(t.s, &t.e));
	sql_run(t.s, &t.e, "test", "PRAGMA wal_checkpoint(TRUNCATE)", "");
	assert_int_equal(
	    sql_value(t.s, &t.e, &all, "test",
		"SELECT count(*) FROM dbstat WHERE name = 'address'", ""),
	    1);
	OK(store_begin(t.s, &t.e));
	work(OUTCOME_ACCEPTED);
	OK(store_commit(t.s, &t.e));
	assert_int_equal(known(), EACH);
	if (2 * log_pages() > all)
		fail_msg(
		    "%lld of %lld", (long long)log_pages(), (long long)all);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_contact),
	    TEST(test_moved),
	    TEST(test_shared),
	    TEST(test_nobodys),
	    TEST(test_pages),
	};

	return cmocka_run_group_tests_name("addresses", tests, NULL, NULL);
}
