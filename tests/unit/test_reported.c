/*
 * Unit tests of store/reported.h: what telephones report is stored at once,
 * and put on record with others; nothing of it is lost, and nobody is named
 * who was forgotten meanwhile.
 */
#include "callback_house.h"

#include <unistd.h>

#include "base/limits.h"
#include "core/check.h"
#include "store/audit.h"
#include "store/checks.h"
#include "store/queue.h"
#include "store/reported.h"
#include "store/scrub.h"

#define RECORDS "SELECT count(*) FROM audit WHERE action = 'delivery.delivered'"
#define WAITING "SELECT count(*) FROM reported"

static void
record(int64_t now)
{
	OK(store_reported_record(t.s, now, &t.e));
}

static void
says(const char *via, const char *number, const char *id, const char *text,
    int64_t now)
{
	const struct delivery_report r = {
	    via, id, "", number, !str_eq(text, "absent"), text};

	assert_int_equal(store_delivery_report(t.s, &r, now, &t.e), 1);
}

/* An SMS to two of each of n municipalities, all taken by kannel. */
static void
send_to(int n)
{
	struct messages l;

	for (int i = 0; i < n; i++) {
		char *code = xasprintf("%04d", i);
		char *a = xasprintf("+45%08d", 2 * i);
		char *b = xasprintf("+45%08d", 2 * i + 1);

		queue(code, a, b);
		free(code);
		free(a);
		free(b);
	}
	for (size_t done = 0; done < (size_t)n;) {
		claim(T0, &l);
		done += l.n;
		for (size_t i = 0; i < l.n; i++)
			settle(
			    &l.v[i], OUTCOME_ACCEPTED, "kannel", "id", T0 + 1);
		messages_clear(&l);
	}
}

static void
expect(const struct audit *a, const char *actor, const char *object,
    const char *detail)
{
	assert_string_equal(a->actor, actor);
	assert_string_equal(a->action, "delivery.delivered");
	assert_true(a->incident == 1);
	assert_string_equal(a->object, object);
	assert_string_equal(a->detail, detail);
}

/* One for all that say the same of a notice; the times are from UTC's. */
static void
test_one_record(void **state)
{
	struct audit_check whole;
	struct audits a = {0};
	char first[RFC3339_SIZE], last[RFC3339_SIZE], *detail;

	(void)state;
	send_to(3);
	says("kannel", "+4500000004", "id", "DELIVRD", T0 + 9);
	says("kannel", "+4500000001", "id", "DELIVRD", T0 + 30);
	says("kannel", "+4500000002", "id", "ok", T0 + 12);
	says("kannel", "+4500000003", "id", "ok", T0 + 12);
	assert_int_equal(count(RECORDS), 0);
	OK(store_audit_verify(t.s, NULL, &whole, &t.e));
	assert_int_equal(whole.fault, AUDIT_WHOLE);
	assert_int_equal(whole.waiting, 4);
	record(T0 + 60);
	assert_int_equal(count(RECORDS), 2);
	OK(store_audits(t.s, 1, 2, &a, &t.e));
	format_rfc3339(T0 + 9, first);
	format_rfc3339(T0 + 30, last);
	detail = xasprintf("+4500000001, +4500000004: reported %s to %s: "
			   "DELIVRD",
	    first, last);
	expect(&a.v[0], "gateway kannel", "notice 1", detail);
	assert_true(a.v[0].at == T0 + 60);
	free(detail);
	format_rfc3339(T0 + 12, first);
	detail = xasprintf("+4500000002, +4500000003: reported %s: ok", first);
	expect(&a.v[1], "gateway kannel", "message 2", detail);
	free(detail);
	audits_clear(&a);
	OK(store_audit_verify(t.s, NULL, &whole, &t.e));
	assert_int_equal(whole.fault, AUDIT_WHOLE);
	assert_int_equal(whole.waiting, 0);
	/* Once. */
	record(T0 + 120);
	assert_int_equal(count(RECORDS), 2);
}

/* What did not arrive is known at once. */
static void
test_at_once(void **state)
{
	(void)state;
	send_to(1);
	says("kannel", "+4500000000", "id", "absent", T0 + 9);
	assert_int_equal(count(WAITING), 0);
	assert_int_equal(
	    count("SELECT count(*) FROM audit"
		  " WHERE action = 'delivery.failed' AND object = 'message 1'"
		  " AND detail = '+4500000000: reported: absent'"),
	    1);
	/* It did, after all. */
	says("kannel", "+4500000000", "id", "DELIVRD", T0 + 10);
	assert_int_equal(count(WAITING), 1);
}

/* No record names more than it may; all are named, each once. */
static void
test_many(void **state)
{
	const int n = LIMIT_RECORD_NAMED * 13 / 2;

	(void)state;
	send_to(n);
	OK(sql_run(t.s, &t.e, "test",
	       "UPDATE delivery SET state = 'delivered', answer = 'ok'",
	       "") != 2 * n);
	OK(sql_run(t.s, &t.e, "test",
	       "INSERT INTO reported SELECT id FROM delivery", "") != 2 * n);
	record(T0 + 60);
	assert_int_equal(count(WAITING), 0);
	assert_int_equal(count(RECORDS), 2 * n / LIMIT_RECORD_NAMED);
	assert_int_equal(count("SELECT count(*) FROM delivery d JOIN audit a"
			       " ON instr(', ' || substr(a.detail, 1,"
			       "  instr(a.detail, ':')), ', ' || d.address) > 0"
			       " WHERE a.action = 'delivery.delivered'"),
	    2 * n);
}

/* What cannot be stored is there the next time. */
static void
test_not_lost(void **state)
{
	(void)state;
	send_to(2);
	says("kannel", "+4500000000", "id", "DELIVRD", T0 + 9);
	OK(sql_run(t.s, &t.e, "test",
	       "CREATE TRIGGER full BEFORE DELETE ON reported BEGIN"
	       " SELECT raise(ABORT, 'disk full'); END",
	       "") == -1);
	assert_int_equal(store_reported_record(t.s, T0 + 60, &t.e), -1);
	assert_int_equal(count(WAITING), 1);
	assert_int_equal(count(RECORDS), 0);
	OK(sql_run(t.s, &t.e, "test", "DROP TRIGGER full", "") == -1);
	record(T0 + 61);
	assert_int_equal(count(WAITING), 0);
	assert_int_equal(count(RECORDS), 1);
}

/* By himself, so that what the record says of others can be read. */
static void
test_forgotten(void **state)
{
	struct audits a = {0};
	struct strv names = {0};

	(void)state;
	send_to(2);
	says("kannel", "+4500000000", "id", "DELIVRD", T0 + 9);
	says("kannel", "+4500000001", "id", "DELIVRD", T0 + 9);
	says("kannel", "+4500000002", "id", "DELIVRD", T0 + 9);
	OK(scrub_delivery(t.s, 2, &t.e));
	record(T0 + 60);
	assert_int_equal(count(RECORDS), 2);
	OK(store_audits(t.s, 1, 2, &a, &t.e));
	assert_non_null(settled_names(a.v[0].detail, &names));
	assert_int_equal(names.n, 2);
	assert_non_null(strstr(a.v[1].detail, "forgotten"));
	assert_null(strstr(a.v[0].detail, "+4500000001"));
	assert_null(strstr(a.v[1].detail, "+45"));
	strv_clear(&names);
	audits_clear(&a);
}

/* What is said of him later, by a gateway that names no number, is not kept. */
static void
test_of_forgotten(void **state)
{
	(void)state;
	send_to(1);
	OK(sql_run(t.s, &t.e, "test",
	       "UPDATE delivery SET remote_id = 'his' WHERE id = 1", "") != 1);
	OK(scrub_delivery(t.s, 1, &t.e));
	says("kannel", "", "his", "absent", T0 + 8);
	says("kannel", "+4500000001", "id", "DELIVRD", T0 + 9);
	assert_int_equal(
	    count("SELECT count(*) FROM delivery WHERE id = 1"
		  " AND state = 'failed' AND answer = '" AUDIT_ERASED "'"),
	    1);
	assert_int_equal(count("SELECT count(*) FROM audit WHERE"
			       " action = 'delivery.failed' AND detail ="
			       " 'forgotten 1: reported: " AUDIT_ERASED "'"),
	    1);
	assert_int_equal(count("SELECT count(*) FROM delivery d"
			       " JOIN message m ON m.id = d.message"
			       " WHERE d.id = 2 AND " DELIVERY_ANSWER(
				   "d.", "m.") " = 'DELIVRD'"),
	    1);
}

/* In a file that was put together from a damaged one: it does not stay. */
static void
test_of_nothing(void **state)
{
	(void)state;
	send_to(1);
	says("kannel", "+4500000000", "id", "DELIVRD", T0 + 9);
	OK(sql_run(t.s, &t.e, "test", "PRAGMA foreign_keys = OFF", "") == -1);
	OK(sql_run(t.s, &t.e, "test", "INSERT INTO reported VALUES (0), (99)",
	       "") != 2);
	OK(sql_run(t.s, &t.e, "test", "PRAGMA foreign_keys = ON", "") == -1);
	record(T0 + 60);
	assert_int_equal(count(WAITING), 0);
	assert_int_equal(count(RECORDS), 1);
}

/* The core does it in each self-check; nothing is locked for nothing. */
static void
test_self_check(void **state)
{
	struct self_check check = {.last = T0};

	(void)state;
	send_to(1);
	says("kannel", "+4500000000", "id", "DELIVRD", T0 + 9);
	OK(core_check(&t.core, &check, T0 + 60, &t.e));
	assert_int_equal(count(WAITING), 0);
	assert_int_equal(count(RECORDS), 1);
}

/* The house's store is a file now, and in it reported is no table. */
static void
move_damaged(const char *path)
{
	char *into = xasprintf("VACUUM INTO '%s'", path), junk[512];
	int64_t at;
	FILE *f;

	OK(sql_run(t.s, &t.e, "test", into, "") == -1);
	free(into);
	store_close(t.s);
	t.s = t.core.store = store_open(path, false, &t.e);
	assert_non_null(t.s);
	at = count("SELECT rootpage - 1 FROM sqlite_schema"
		   " WHERE name = 'reported'") *
	     count("PRAGMA page_size");
	memset(junk, 0xa5, sizeof(junk));
	f = fopen(path, "r+");
	assert_non_null(f);
	assert_int_equal(fseek(f, (long)at, SEEK_SET), 0);
	assert_int_equal(fwrite(junk, sizeof(junk), 1, f), 1);
	assert_int_equal(fclose(f), 0);
}

/* What cannot be read there is told, and stops no other look. */
static void
test_damaged(void **state)
{
	char dir[] = "/tmp/alertd-reported-XXXXXX", path[64];
	struct self_check check = {.last = T0};
	struct faults found = {0};
	bool told = false;

	(void)state;
	send_to(1);
	says("kannel", "+4500000000", "id", "DELIVRD", T0 + 9);
	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/a.db", dir);
	move_damaged(path);
	OK(core_check(&t.core, &check, T0 + 60, &t.e));
	assert_false(check.passed);
	OK(store_faults(t.s, &found, &t.e));
	for (size_t i = 0; i < found.n; i++)
		told = told || strstr(found.v[i].what, "the file is damaged");
	assert_true(told);
	faults_clear(&found);
	unlink(path);
	rmdir(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_one_record),
	    TEST(test_at_once),
	    TEST(test_many),
	    TEST(test_not_lost),
	    TEST(test_forgotten),
	    TEST(test_of_forgotten),
	    TEST(test_of_nothing),
	    TEST(test_self_check),
	    TEST(test_damaged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
