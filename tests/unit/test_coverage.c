/*
 * Unit tests of core/coverage.h: what counts, how it is sorted, and what proves
 * an address.
 */
#include "coverage_house.h"

#include "base/clock.h"
#include "store/receipts.h"
#include "store/schema.h"

/* --- made of little ------------------------------------------------------- */

static struct coverage made;
static struct receipted_list receipts;

static void
org(const char *code)
{
	struct org o = {.kind = ORG_MUNICIPALITY,
	    .code = xstrdup(code),
	    .name = xstrdup(code),
	    .region = xstrdup(""),
	    .vendor = xstrdup("")};

	orgs_add(&made.orgs, &o);
	org_clear(&o);
}

static void
person(const char *code, const char *email, const char *phone, bool enabled)
{
	struct contact c = {.org = xstrdup(code),
	    .name = xstrdup(""),
	    .email = xstrdup(email),
	    .phone = xstrdup(phone),
	    .enabled = enabled};

	contacts_add(&made.contacts, &c);
	contact_clear(&c);
}

/* In the order of channel and address, as the store gives them. */
static void
address(enum channel channel, const char *to, int64_t proven, int64_t bounced)
{
	struct addresses *l = &made.addresses;

	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = (struct address){.channel = channel,
	    .address = xstrdup(to),
	    .proven = proven,
	    .bounced = bounced,
	    .answer = xstrdup(""),
	    .delayed = TIME_NONE};
}

static void
receipt(const char *code, int64_t at)
{
	receipts.v = xreallocarray(
	    receipts.v, receipts.n + 1, sizeof(*receipts.v));
	receipts.v[receipts.n++] = (struct receipted){xstrdup(code), at};
}

static int
begin(void **state)
{
	(void)state;
	made = (struct coverage){.on = {true, true}};
	receipts = (struct receipted_list){0};
	return 0;
}

static int
end(void **state)
{
	(void)state;
	coverage_clear(&made);
	receipted_list_clear(&receipts);
	return 0;
}

static int
by_org(const void *a, const void *b)
{
	return strcmp(
	    ((const struct contact *)a)->org, ((const struct contact *)b)->org);
}

static int
by_receipted(const void *a, const void *b)
{
	return strcmp(((const struct receipted *)a)->org,
	    ((const struct receipted *)b)->org);
}

/* The codes as they are sorted, "!" before those with a gap. */
static void
expect_order(const char *codes)
{
	struct buf b;
	char *s;

	/* As the store has them. */
	if (made.contacts.n > 0)
		qsort(made.contacts.v, made.contacts.n,
		    sizeof(*made.contacts.v), by_org);
	if (receipts.n > 0)
		qsort(
		    receipts.v, receipts.n, sizeof(*receipts.v), by_receipted);
	coverage_make(&made, &receipts);
	buf_init(&b, 4096);
	for (size_t i = 0; i < made.n; i++)
		buf_addf(&b, "%s%s%s", i > 0 ? " " : "",
		    made.v[i].by[CHANNEL_MAIL].gap ||
			    made.v[i].by[CHANNEL_SMS].gap
			? "!"
			: "",
		    made.v[i].org->code);
	s = buf_steal(&b);
	assert_string_equal(s, codes);
	free(s);
}

#define NEVER TIME_NONE

/* Every lack, given in the wrong order. */
static void
test_order(void **state)
{
	static const char *const all[] = {"new", "old", "never", "receipt",
	    "one-back", "all-back", "no-sms", "no-mail", "nobody", "disabled"};

	(void)state;
	for (size_t i = 0; i < LENGTH(all); i++)
		org(all[i]);
	person("new", "a", "1", true);
	person("old", "b", "2", true);
	person("never", "c", "3", true);
	person("receipt", "d", "4", true);
	person("one-back", "e", "5", true);
	person("one-back", "f", "", true);
	person("all-back", "g", "6", true);
	person("no-sms", "h", "", true);
	person("no-mail", "", "7", true);
	person("disabled", "i", "8", false);
	address(CHANNEL_MAIL, "a", 900, NEVER);
	address(CHANNEL_MAIL, "b", 100, NEVER);
	address(CHANNEL_MAIL, "e", 900, NEVER);
	address(CHANNEL_MAIL, "f", 900, 950);
	address(CHANNEL_MAIL, "g", 900, 950);
	address(CHANNEL_MAIL, "h", 900, NEVER);
	address(CHANNEL_SMS, "2", 200, NEVER);
	address(CHANNEL_SMS, "7", 800, NEVER);
	receipt("receipt", 500);
	receipt("old", 150);
	expect_order("!disabled !nobody !no-mail !no-sms !all-back one-back "
		     "never old receipt new");
	assert_int_equal(made.gaps, 5);
	assert_int_equal(made.without[CHANNEL_MAIL], 4);
	assert_int_equal(made.without[CHANNEL_SMS], 3);
	assert_int_equal(made.v[7].proven, 200);
	assert_int_equal(made.v[8].proven, 500);
}

/* Of one lack, the same time: by the code. */
static void
test_order_same(void **state)
{
	(void)state;
	org("0173");
	org("0101");
	org("0147");
	expect_order("!0101 !0147 !0173");
	assert_int_equal(made.v[0].lack, LACK_CONTACT);
	assert_int_equal(made.without[CHANNEL_SMS], 3);
}

/* A channel that is off is missing to nobody. */
static void
test_sms_off(void **state)
{
	(void)state;
	made.on[CHANNEL_SMS] = false;
	org("a");
	org("b");
	org("c");
	person("a", "x", "", true);
	person("b", "", "1", true);
	person("c", "y", "2", true);
	address(CHANNEL_MAIL, "x", 50, NEVER);
	address(CHANNEL_SMS, "2", 60, 70);
	expect_order("!b c a");
	assert_int_equal(made.v[1].lack, LACK_PROOF);
	assert_int_equal(made.without[CHANNEL_SMS], 0);
}

/* Vendors and the on-call are no municipalities. */
static void
test_others(void **state)
{
	(void)state;
	org("a");
	org("kmd");
	made.orgs.v[1].kind = ORG_VENDOR;
	expect_order("!a");
}

/* --- from the store ------------------------------------------------------- */

/* Notices, exercises and tests prove; what failed and pages do not. */
static void
test_proof(void **state)
{
	struct house *h = *state;
	struct coverage c = read_all(h);

	assert_int_equal(c.n, 98);
	assert_int_equal(c.gaps, 97);
	assert_int_equal(of(&c, "0101")->lack, LACK_PROOF);
	coverage_clear(&c);
	send_one(h, true);
	work(h, CHANNEL_SMS, OUTCOME_ACCEPTED, "ok");
	work(h, CHANNEL_MAIL, OUTCOME_TEMPFAIL, "later");
	c = read_all(h);
	assert_int_equal(of(&c, "0101")->lack, LACK_NOTHING);
	assert_true(of(&c, "0101")->by[CHANNEL_SMS].proven == NOW);
	assert_true(of(&c, "0101")->by[CHANNEL_MAIL].proven == TIME_NONE);
	assert_true(of(&c, "0101")->proven == NOW);
	coverage_clear(&c);
}

static void
test_proof_by_receipt(void **state)
{
	struct house *h = *state;
	int64_t id = send_one(h, false);
	struct notices l = {0};
	struct err e = {""};
	struct coverage c;

	must(store_notices(h->store, id, 0, &l, &e), &e);
	must(store_receipt_add(
		 h->store, id, "0101", l.v[0].id, "Bo", NOW + 9, &e),
	    &e);
	notices_clear(&l);
	c = read_all(h);
	assert_true(of(&c, "0101")->receipted == NOW + 9);
	assert_true(of(&c, "0101")->proven == NOW + 9);
	coverage_clear(&c);
}

/* Who takes no part in FMK, or not by SMS, is none that can be reached. */
static void
test_topics(void **state)
{
	static const char *const without[] = {
	    "topics = 'planned'", "topics = 'fmk', channels = 'mail'"};
	static const size_t contacts[][2] = {{0, 0}, {1, 0}};
	struct house *h = *state;

	for (size_t i = 0; i < LENGTH(without); i++) {
		char *sql = xasprintf("UPDATE contact SET %s", without[i]);
		struct coverage c;

		count(h, sql);
		free(sql);
		c = read_all(h);
		for (int ch = 0; ch <= CHANNEL_SMS; ch++) {
			assert_int_equal(
			    of(&c, "0101")->by[ch].contacts, contacts[i][ch]);
			assert_int_equal(
			    of(&c, "0101")->by[ch].gap, contacts[i][ch] == 0);
		}
		coverage_clear(&c);
	}
}

/* Another address is another matter. */
static void
test_new_address(void **state)
{
	struct house *h = *state;
	struct contacts l = {0};
	struct err e = {""};
	struct coverage c;

	send_one(h, true);
	accept_all(h);
	comes_back(h, last_mail(h, "0101").message, BOUNCE_FAILED, FMK, "");
	c = read_all(h);
	assert_true(of(&c, "0101")->by[CHANNEL_MAIL].gap);
	assert_int_equal(of(&c, "0101")->lack, LACK_BOUNCED);
	coverage_clear(&c);
	must(store_contacts(h->store, &l, &e), &e);
	xreplace(&l.v[0].email, "ny@example.dk");
	must(store_contact_put(h->store, &l.v[0], &e), &e);
	contacts_clear(&l);
	c = read_all(h);
	assert_false(of(&c, "0101")->by[CHANNEL_MAIL].gap);
	coverage_clear(&c);
}

/* A gateway that reports late marks the number as a bounce marks an address. */
static void
test_sms_fails_late(void **state)
{
	struct house *h = *state;

	send_one(h, true);
	accept_all(h);
	count(h, "UPDATE delivery SET state = 'failed', answer = '2 absent',"
		 " done = done + 5 WHERE address = '" PHONE "'");
	expect_known(h, CHANNEL_SMS, PHONE, "bounced 5: 2 absent");
}

/* What a database knew before it kept this is kept from the start. */
static void
test_older(void **state)
{
	static const char rows[] =
	    "INSERT INTO incident (id, state, kind, effect, online, path,"
	    " service, title, news, url, reason, feed, planned, reminded,"
	    " notices, change, fresh, change_reason, over, told_effect,"
	    " told_online) VALUES (1, 'open', 'exercise', 'outage', 'unknown',"
	    " 0, '', '', '', '', '', '', 0, 0, 1, 0, 0, '', 0, 'none',"
	    " 'unknown');"
	    "INSERT INTO notice (id, incident, number, type, effect, at, title,"
	    " reason, cc_own) VALUES (1, 1, 1, 'first', 'outage', 1, '', '', "
	    "0);"
	    "INSERT INTO message (id, notice, incident, number, channel,"
	    " audience, org, org_name, vendor, message_id, created) VALUES"
	    " (1, 1, 1, 1, 'mail', 'municipality', '0101', '', '', '', 1),"
	    " (2, 1, 1, 1, 'mail', 'municipality', '0147', '', '', '', 1),"
	    " (3, 1, 1, 1, 'sms', 'oncall', 'x', '', '', '', 1);"
	    "INSERT INTO delivery (message, incident, number, org, name,"
	    " address, state, due, done) VALUES"
	    " (1, 1, 1, '0101', '', 'a@x', 'accepted', 1, 10),"
	    " (2, 1, 1, '0147', '', 'a@x', 'delivered', 1, 20),"
	    " (2, 1, 1, '0147', '', 'b@x', 'failed', 1, 30),"
	    " (3, 1, 1, 'x', '', '+45', 'accepted', 1, 40);";
	struct house *h = *state;
	const char *const *const *m = schema_migrations;
	char *why = NULL;
	sqlite3 *db;

	/* All that came before the table of addresses. */
	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	for (; strstr((*m)[0], "CREATE TABLE address") == NULL; m++)
		for (const char *const *p = *m; *p != NULL; p++)
			assert_int_equal(
			    sqlite3_exec(db, *p, NULL, NULL, NULL), SQLITE_OK);
	if (sqlite3_exec(db, rows, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s", why);
	for (const char *const *p = *m; *p != NULL; p++)
		assert_int_equal(
		    sqlite3_exec(db, *p, NULL, NULL, NULL), SQLITE_OK);
	prepared_clear(h->store->prepared);
	sqlite3_close(h->store->db);
	h->store->db = db;
	assert_int_equal(count(h, "SELECT count(*) FROM address"), 1);
	assert_int_equal(count(h, "SELECT proven FROM address WHERE how ="
				  " 'delivered' AND address = 'a@x'"),
	    20);
}

/* --- cost ----------------------------------------------------------------- */

static struct {
	char *sql[200];
	size_t n;
} seen;

static int
on_trace(unsigned kind, void *arg, void *statement, void *text)
{
	char *sql = sqlite3_expanded_sql(statement);

	(void)kind;
	(void)arg;
	if (!str_starts(text, "--") && seen.n < LENGTH(seen.sql))
		seen.sql[seen.n++] = xstrdup(sql);
	sqlite3_free(sql);
	return 0;
}

/* What grows for ever is not read through, whatever SQLite calls it. */
static void
explain(struct house *h, const char *sql)
{
	static const char *const small[] = {"SCAN org", "SCAN o",
	    "SCAN contact", "SCAN c", "SCAN address", "SCAN gap", "SCAN audit",
	    "SCAN audit_head", "SCAN (subquery-2)",
	    "SCAN notice USING INDEX notice_unchecked",
	    "SCAN receipt USING COVERING INDEX receipt_org"};
	char *text = xasprintf("EXPLAIN QUERY PLAN %s", sql);
	sqlite3_stmt *st = NULL;

	assert_int_equal(
	    sqlite3_prepare_v2(h->store->db, text, -1, &st, NULL), SQLITE_OK);
	while (sqlite3_step(st) == SQLITE_ROW) {
		const void *cell = sqlite3_column_text(st, 3);
		const char *plan = cell;
		bool fine = !str_starts(plan, "SCAN ");

		for (size_t i = 0; i < LENGTH(small); i++)
			fine |= str_starts(plan, small[i]) &&
				strchr(" ", plan[strlen(small[i])]) != NULL;
		if (!fine)
			fail_msg("%s: %s", plan, sql);
	}
	sqlite3_finalize(st);
	free(text);
}

static void
test_plans(void **state)
{
	struct house *h = *state;
	struct coverage c;
	struct err e = {""};
	int64_t next = TIME_NONE, message;

	send_one(h, true);
	accept_all(h);
	message = last_mail(h, "0101").message;
	sqlite3_trace_v2(h->store->db, SQLITE_TRACE_STMT, on_trace, NULL);
	c = read_all(h);
	coverage_clear(&c);
	must(core_gaps_turn(&h->core, h->now, &next, &e), &e);
	comes_back(h, message, BOUNCE_FAILED, FMK, "");
	core_bounce_clear(&h->core, FMK, h->now, &e);
	sqlite3_trace_v2(h->store->db, 0, NULL, NULL);
	assert_in_range(seen.n, 10, LENGTH(seen.sql) - 1);
	for (size_t i = 0; i < seen.n; i++) {
		if (str_starts(seen.sql[i], "SELECT") ||
		    str_starts(seen.sql[i], "UPDATE"))
			explain(h, seen.sql[i]);
		free(seen.sql[i]);
	}
	seen.n = 0;
}

/* Nor do the triggers read anything through. */
static void
test_triggers(void **state)
{
	static const char *const moves[] = {
	    "UPDATE delivery SET state = 'delivered' WHERE id = 1",
	    "UPDATE delivery SET state = 'accepted' WHERE id = 1",
	    "UPDATE delivery SET state = 'failed' WHERE id = 1"};
	struct house *h = *state;

	send_one(h, true);
	accept_all(h);
	for (size_t i = 0; i < LENGTH(moves); i++) {
		sqlite3_stmt *st = NULL;

		assert_int_equal(
		    sqlite3_prepare_v2(h->store->db, moves[i], -1, &st, NULL),
		    SQLITE_OK);
		assert_int_equal(sqlite3_step(st), SQLITE_DONE);
		assert_int_equal(
		    sqlite3_stmt_status(st, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0),
		    0);
		sqlite3_finalize(st);
	}
}

#define MADE_TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    MADE_TEST(test_order),
	    MADE_TEST(test_order_same),
	    MADE_TEST(test_sms_off),
	    MADE_TEST(test_others),
	    HOME_TEST(test_proof),
	    HOME_TEST(test_proof_by_receipt),
	    HOME_TEST(test_topics),
	    HOME_TEST(test_new_address),
	    HOME_TEST(test_sms_fails_late),
	    HOME_TEST(test_older),
	    cmocka_unit_test_setup_teardown(test_plans, two_gaps, raze),
	    HOME_TEST(test_triggers),
	};

	return cmocka_run_group_tests_name("coverage", tests, NULL, NULL);
}
