/*
 * Unit tests of store/: how an older database comes to audiences, topics and
 * channels, and what was sent to one contact.
 */
#include "store_house.h"

#include "base/attr.h"
#include "store/messages.h"
#include "store/sent.h"

/* Before there were audiences. */
#define OLD 5

static const char rows[] =
    "INSERT INTO org VALUES (1, 'municipality', '0101', 'Byen', 'R', 'kmd');"
    "INSERT INTO contact VALUES (4, 1, 'Anna', 'a@example.dk', '+4500000001',"
    " 1);"
    "INSERT INTO incident (id, state, kind, effect, online, path, service,"
    " title, news, url, reason, feed, planned, reminded, notices, change,"
    " fresh, change_reason, over, told_effect, told_online)"
    " VALUES (1, 'open', 'actual', 'outage', 'unknown', 0, 'FMK', 't', 'n',"
    "  '', 'r', 'f', 0, 0, 3, 0, 0, '', 0, 'none', 'unknown'),"
    " (2, 'open', 'actual', 'degraded', 'unknown', 0, 'NAS', 't', 'n',"
    "  '', 'r', 'f', 0, 0, 1, 0, 0, '', 0, 'none', 'unknown'),"
    " (3, 'open', 'actual', 'degraded', 'unknown', 0, 'Own', 't', 'n',"
    "  '', 'r', 'f', 0, 0, 1, 0, 0, '', 0, 'none', 'unknown');"
    "INSERT INTO notice (id, incident, number, type, effect, at, title,"
    " reason, cc_own) VALUES"
    " (1, 1, 1, 'planned', 'planned', 10, 'a', '', 0),"
    " (2, 1, 2, 'update', 'outage', 20, 'b', '', 0),"
    " (3, 1, 3, 'update', 'data_error', 30, 'c', '', 0),"
    " (4, 2, 1, 'first', 'degraded', 40, 'd', '', 0),"
    " (5, 3, 1, 'first', 'degraded', 50, 'e', '', 0),"
    " (6, 1, 0, 'page', 'none', 60, 'p', '', 0);"
    "INSERT INTO message (id, notice, incident, number, channel, audience,"
    " org, org_name, vendor, message_id, created) VALUES"
    " (1, 2, 1, 2, 'mail', 'municipality', '0101', 'Byen', '', 'm', 20),"
    " (2, 2, 1, 2, 'sms', 'municipality', '0101', 'Byen', '', 'm', 20);"
    "INSERT INTO delivery (message, incident, number, org, name, address,"
    " state, due) VALUES"
    " (1, 1, 2, '0101', 'Anna', 'A@example.dk', 'accepted', 20),"
    " (2, 1, 2, '0101', 'Anna', '+4500000001', 'failed', 20),"
    " (2, 1, 2, '0101', 'Bo', '+4500000002', 'delivered', 20);";

static void
open_old(void)
{
	sqlite3 *db = older(OLD);
	char *why = NULL;

	if (sqlite3_exec(db, rows, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s", why);
	sqlite3_close(db);
	t.s = store_open(t.path, true, &t.e);
	if (t.s == NULL)
		fail_msg("%s", t.e.msg);
}

/* Everybody takes part in everything, as it was. */
static void
test_moves(void **state)
{
	static const char *const topics[] = {
	    "planned", "fmk", "data-error", "nas", "fmk", ""};
	struct orgs orgs = {0};
	struct contacts contacts = {0};
	struct notices notices = {0};
	struct incident i;

	(void)state;
	open_old();
	OK(store_orgs(t.s, &orgs, &t.e));
	OK(store_contacts(t.s, &contacts, &t.e));
	OK(store_notices(t.s, 0, 0, &notices, &t.e));
	assert_int_equal(orgs.n, 1);
	assert_string_equal(orgs.v[0].vendor, "kmd");
	assert_string_equal(orgs.v[0].topics, "");
	assert_int_equal(orgs.v[0].channels, CHOICE_DEFAULT);
	assert_int_equal(contacts.n, 1);
	assert_int_equal(contacts.v[0].id, 4);
	assert_string_equal(contacts.v[0].phone, "+4500000001");
	assert_true(contacts.v[0].enabled);
	assert_string_equal(contacts.v[0].topics, "");
	assert_int_equal(contacts.v[0].channels, CHOICE_DEFAULT);
	assert_int_equal(notices.n, LENGTH(topics));
	for (size_t k = 0; k < notices.n; k++)
		assert_string_equal(notices.v[k].topic, topics[k]);
	assert_int_equal(store_incident_get(t.s, 1, &i, &t.e), 1);
	assert_string_equal(i.audience, "");
	assert_string_equal(i.service, "FMK");
	incident_clear(&i);
	notices_clear(&notices);
	contacts_clear(&contacts);
	orgs_clear(&orgs);
}

static void
test_put_again(void **state)
{
	struct org o = municipality;
	struct orgs l = {0};
	struct contacts k = {0};

	(void)state;
	o.topics = S("fmk");
	o.channels = CHOICE_MAIL;
	OK(store_org_put(t.s, &o, &t.e));
	/* What is seeded anew leaves what an operator has said. */
	OK(store_org_put(t.s, &municipality, &t.e));
	OK(store_orgs(t.s, &l, &t.e));
	assert_string_equal(l.v[0].topics, "fmk");
	assert_int_equal(l.v[0].channels, CHOICE_MAIL);
	OK(store_org_part(t.s, "0101", "nas", CHOICE_SMS, &t.e));
	orgs_clear(&l);
	OK(store_orgs(t.s, &l, &t.e));
	assert_string_equal(l.v[0].topics, "nas");
	assert_int_equal(l.v[0].channels, CHOICE_SMS);
	orgs_clear(&l);
	OK(store_contact_put(t.s,
	    &(struct contact){.org = S("0101"),
		.name = S("A"),
		.email = S("a@example.dk"),
		.phone = S(""),
		.enabled = true,
		.topics = S("fmk planned"),
		.channels = CHOICE_SMS_OUTAGES},
	    &t.e));
	OK(store_contacts(t.s, &k, &t.e));
	assert_string_equal(k.v[0].topics, "fmk planned");
	assert_int_equal(k.v[0].channels, CHOICE_SMS_OUTAGES);
	xreplace(&k.v[0].topics, "all");
	k.v[0].channels = CHOICE_BOTH;
	OK(store_contact_put(t.s, &k.v[0], &t.e));
	contacts_clear(&k);
	OK(store_contacts(t.s, &k, &t.e));
	assert_int_equal(k.n, 1);
	assert_string_equal(k.v[0].topics, "all");
	assert_int_equal(k.v[0].channels, CHOICE_BOTH);
	contacts_clear(&k);
}

static void
test_sent(void **state)
{
	struct sents l = {0};
	struct strv addressed = {0};

	(void)state;
	open_old();
	/* Whole incidents, from one that had a notice since. */
	OK(store_sent(
	    t.s, 30, "0101", "a@example.dk", "+4500000001", &l, &t.e));
	assert_int_equal(l.n, 5);
	assert_int_equal(l.v[1].number, 2);
	assert_string_equal(l.v[1].topic, "fmk");
	assert_string_equal(l.v[1].title, "b");
	assert_int_equal(l.v[1].effect, EFFECT_OUTAGE);
	assert_true(l.v[1].queued[CHANNEL_MAIL] && l.v[1].queued[CHANNEL_SMS]);
	assert_int_equal(l.v[1].state[CHANNEL_MAIL], DELIVERY_ACCEPTED);
	assert_int_equal(l.v[1].state[CHANNEL_SMS], DELIVERY_FAILED);
	assert_false(l.v[0].queued[CHANNEL_MAIL]);
	sents_clear(&l);
	OK(store_sent(t.s, 45, "0101", "", "+4500000002", &l, &t.e));
	assert_int_equal(l.n, 1);
	assert_int_equal(l.v[0].incident, 3);
	sents_clear(&l);
	OK(store_sent(t.s, 0, "0147", "a@example.dk", "+4500000002", &l, &t.e));
	assert_int_equal(l.n, 5);
	assert_false(l.v[1].queued[CHANNEL_MAIL] || l.v[1].queued[CHANNEL_SMS]);
	sents_clear(&l);
	OK(store_addressed(
	    t.s, 1, &(struct org){.code = (char[]){"0101"}}, &addressed, &t.e));
	assert_int_equal(addressed.n, 3);
	assert_string_equal(addressed.v[0], "+4500000001");
	assert_string_equal(addressed.v[2], "A@example.dk");
	strv_clear(&addressed);
	OK(store_addressed(
	    t.s, 1, &(struct org){.code = (char[]){"0147"}}, &addressed, &t.e));
	assert_int_equal(addressed.n, 0);
	strv_clear(&addressed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_moves),
	    TEST(test_put_again),
	    TEST(test_sent),
	};

	return cmocka_run_group_tests_name("store parts", tests, NULL, NULL);
}
