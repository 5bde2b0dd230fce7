/*
 * Unit tests of what the database itself refuses, whoever writes: that an
 * exercise becomes an actual incident, or the other way round, or that
 * something of one moves to the other. Each statement goes through the
 * program sqlite3, which knows nothing of alertd and keeps no foreign keys:
 * it is refused by one trigger, and done when that trigger is taken away.
 */
#include "store_house.h"

#include <sys/wait.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/str.h"
#include "notice/notice.h"
#include "store/callback.h"
#include "store/messages.h"
#include "store/published.h"
#include "store/queue.h"
#include "store/receipts.h"
#include "store/reports.h"

/* In a copy of the table's row, then in its place. */
/* Of two triggers that refuse it, the one. */
#define FREE(trigger) "DROP TRIGGER " trigger ";"
#define AS(table, id, set)                                                   \
	"CREATE TEMP TABLE x AS SELECT * FROM " table " WHERE id = " #id ";" \
	"UPDATE x SET " set "; INSERT OR REPLACE INTO " table                \
	" SELECT * FROM x"
#define BODY(notice, subject, sms)                                           \
	"INSERT INTO notice_body (notice, audience, subject, text, html,"    \
	" sms) VALUES (" #notice ", 'vendor', '" subject "', 't', '', '" sms \
	"')"

/* 1 is an actual incident with notices 1 and 3, 2 an exercise with 2 and 4. */
static const struct {
	const char *trigger, *sql, *why;
} refused[] = {
    {"incident_kind", "UPDATE incident SET kind = 'actual' WHERE id = 2",
	"never changes"},
    {"incident_kind",
	"UPDATE incident SET kind = 'exercise', feed = ''"
	" WHERE id = 1",
	"never changes"},
    {"incident_kind", "UPDATE incident SET id = 9 WHERE id = 2",
	"never changes"},
    {"incident_anew", AS("incident", 2, "kind = 'actual'"), "never replaced"},
    {"incident_anew", AS("incident", 1, "kind = 'exercise', feed = ''"),
	"never replaced"},
    {"incident_drill", "UPDATE incident SET drill_ends = 5 WHERE id = 2",
	"a drill stays one"},
    {"exercise_feed", AS("incident", 2, "id = 9, feed = 'nspop'"),
	"no feed tells"},
    {"exercise_feed_later", "UPDATE incident SET feed = 'nspop' WHERE id = 2",
	"no feed tells"},
    {"exercise_event",
	"INSERT INTO event (feed, ext, incident, first_seen,"
	" last_seen, listed) VALUES ('nspop', 'x', 2, 1, 1, 1)",
	"no feed tells"},
    {"exercise_event_later", "UPDATE event SET incident = 2", "no feed tells"},
    {"notice_stays_put", "UPDATE notice SET incident = 1 WHERE id = 2",
	"stays what it is"},
    {"notice_stays_put", "UPDATE notice SET number = 7 WHERE id = 2",
	"stays what it is"},
    {"notice_stays_put", "UPDATE notice SET type = 'resolved' WHERE id = 2",
	"stays what it is"},
    {"notice_anew", AS("notice", 2, "incident = 1"), "stays what it is"},
    {"message_stays_put",
	"UPDATE message SET notice = 3, incident = 1"
	" WHERE id = 2",
	"stays with its notice"},
    {"message_stays_put", "UPDATE message SET incident = 1 WHERE id = 2",
	"stays with its notice"},
    {"message_anew",
	FREE("message_follows") AS("message", 2, "notice = 3, incident = 1"),
	"stays with its notice"},
    {"message_of", AS("message", 2, "id = 9, notice = 3, first = 9, last = 9"),
	"of the incident of its notice"},
    {"message_follows", AS("message", 2, "id = 9, channel = 'sms'"),
	"follow one another"},
    {"message_follows",
	"INSERT INTO message (id, notice, incident, number, channel, audience,"
	" org, org_name, vendor, message_id, created, first, last)"
	" SELECT 0, notice, incident, number, 'sms', audience, org, org_name,"
	" vendor, message_id, created, 9, 9 FROM message WHERE id = 2",
	"follow one another"},
    {"message_stays_put", "UPDATE message SET last = 3 WHERE id = 2",
	"stays with its notice"},
    {"delivery_stays_put",
	"UPDATE delivery SET message = 1, address = 'b'"
	" WHERE id = 2",
	"stays with its message"},
    {"delivery_stays_put", "UPDATE delivery SET incident = 1 WHERE id = 2",
	"stays with its message"},
    {"delivery_anew",
	FREE("delivery_of")
	    AS("delivery", 2, "message = 1, incident = 1, address = 'b'"),
	"stays with its message"},
    {"delivery_of", AS("delivery", 2, "id = 9, address = 'b'"),
	"is of its message"},
    {"receipt_of", "INSERT INTO receipt VALUES (1, '0201', 2, 5, 'me')",
	"of the incident of its notice"},
    {"receipt_stays_put", "UPDATE receipt SET incident = 1",
	"stays with its notice"},
    {"body_stays_put", "UPDATE notice_body SET notice = 3 WHERE notice = 1",
	"stays with its notice"},
    {"body_unmarked", BODY(2, "FMK er nede", "ØVELSE. x"), "begins with"},
    {"body_unmarked", BODY(2, "ØVELSE. x", "FMK er nede"), "begins with"},
    {"body_unmarked", BODY(2, "", "ØVELSE. x"), "begins with"},
    {"body_unmarked_later",
	"UPDATE notice_body SET subject = 'FMK er nede' WHERE notice = 2",
	"begins with"},
    {"body_unmarked_later",
	"UPDATE notice_body SET sms = 'FMK er nede'"
	" WHERE notice = 2",
	"begins with"},
    {"body_marked", BODY(1, "ØVELSE. FMK er nede", "x"), "only a text"},
    {"body_marked", BODY(1, "x", "ØVELSE. FMK er nede"), "only a text"},
    {"body_marked_later",
	"UPDATE notice_body SET subject = 'ØVELSE' WHERE notice = 1",
	"only a text"},
    {"body_marked_later",
	"UPDATE notice_body SET sms = 'ØVELSE' WHERE notice = 1",
	"only a text"},
    {"exercise_said",
	"INSERT INTO notice (incident, number, type, effect,"
	" at, title, reason, cc_own, said) VALUES (2, 8,"
	" 'update', 'outage', 5, '', '', 0, 'FMK er nede')",
	"actual alone"},
    {"exercise_said_later", "UPDATE notice SET said = 'x' WHERE id = 2",
	"actual alone"},
};

/* What an operator of the database may do, and what forgets. */
static const char *const allowed[] = {
    "UPDATE notice_body SET subject = '', text = '', html = '', sms = ''"
    " WHERE notice = 2",
    "UPDATE incident SET state = 'resolved' WHERE id = 2",
    "UPDATE delivery SET state = 'accepted', done = 7",
    "UPDATE notice SET said = 'FMK er nede' WHERE id = 1",
    BODY(1, "FMK er nede. Ingen ØVELSE", ""),
    BODY(2, "ØVELSE. FMK er nede", ""),
};

static void
add_notice(int64_t incident, int number)
{
	struct notice n = {.incident = incident,
	    .number = number,
	    .type = NOTICE_FIRST,
	    .effect = EFFECT_OUTAGE,
	    .at = T0,
	    .next = TIME_NONE,
	    .title = S("emne"),
	    .reason = S("why")};

	OK(store_notice_add(t.s, &n, &t.e));
}

static void
add_message(int64_t notice, int64_t incident, int number)
{
	struct notice n = {
	    .id = notice, .incident = incident, .number = number};
	struct contact p = {.org = S("0101"),
	    .name = S("Vagt"),
	    .email = S("a@example.dk"),
	    .phone = S(""),
	    .enabled = true};

	assert_int_equal(store_message_add(t.s, &n, CHANNEL_MAIL, &municipality,
			     &p, 1, "id", T0, &t.e),
	    1);
}

static void
add_body(int64_t notice, const char *mark)
{
	char *subject = xasprintf("%sFMK er nede", mark);
	struct notice_body b = {
	    ORG_MUNICIPALITY, subject, S("t"), S(""), subject};

	OK(store_notice_body_add(t.s, notice, &b, &t.e));
	free(subject);
}

static void
add_event(void)
{
	struct report r;
	struct finding f = {0};
	int64_t id;

	report_init(&r);
	finding_init(&f);
	xreplace(&r.feed, "nspop");
	xreplace(&r.id, "ext-1");
	OK(store_report_put(t.s, &r, &f, 1, T0, &id, &t.e));
	report_clear(&r);
	finding_clear(&f);
}

/* Both, with something of everything that belongs to an incident. */
static int
setup_both(void **state)
{
	struct incident i = sample();

	if (setup(state) != 0)
		return -1;
	i.kind = KIND_ACTUAL;
	OK(store_incident_put(t.s, &i, &t.e));
	i.id = 0;
	i.kind = KIND_EXERCISE;
	xreplace(&i.feed, "");
	OK(store_incident_put(t.s, &i, &t.e));
	incident_clear(&i);
	add_notice(1, 1);
	add_notice(2, 2);
	add_notice(1, 3);
	add_notice(2, 4);
	add_message(1, 1, 1);
	add_message(2, 2, 2);
	add_body(1, "");
	add_body(2, "ØVELSE. ");
	add_event();
	assert_int_equal(
	    store_receipt_add(t.s, 2, "0101", 2, "me", T0, &t.e), 1);
	return 0;
}

/* What the program says of the statements; *status is its exit status. */
static char *
sqlite3_says(const char *sql, int *status)
{
	char *command = xasprintf("sqlite3 -bail %s \"%s\" 2>&1", t.path, sql);
	FILE *f = popen(command, "r");
	struct buf b;
	char line[512];

	buf_init(&b, 65536);
	assert_non_null(f);
	while (fgets(line, sizeof(line), f) != NULL)
		buf_adds(&b, line);
	*status = pclose(f);
	free(command);
	return buf_steal(&b);
}

/* Undone again, so that each statement finds the same rows. */
static void
assert_done(const char *before, const char *sql)
{
	char *all = xasprintf("BEGIN;%s;%s;ROLLBACK", before, sql), *said;
	int status;

	said = sqlite3_says(all, &status);
	if (status != 0)
		fail_msg("%s: %s", all, said);
	free(said);
	free(all);
}

static void
assert_refused(size_t k)
{
	char *all = xasprintf("BEGIN;%s;ROLLBACK", refused[k].sql), *said;
	int status;

	said = sqlite3_says(all, &status);
	if (status == 0 || strstr(said, refused[k].why) == NULL)
		fail_msg("%s: not refused with \"%s\": %s", refused[k].sql,
		    refused[k].why, said);
	free(said);
	free(all);
}

static void
test_refused(void **state)
{
	(void)state;
	for (size_t k = 0; k < LENGTH(refused); k++)
		assert_refused(k);
}

/* It is that trigger that does it, and no other. */
static void
test_without_trigger(void **state)
{
	(void)state;
	for (size_t k = 0; k < LENGTH(refused); k++) {
		char *drop = xasprintf("DROP TRIGGER %s", refused[k].trigger);

		assert_done(drop, refused[k].sql);
		free(drop);
	}
}

static void
test_allowed(void **state)
{
	(void)state;
	for (size_t k = 0; k < LENGTH(allowed); k++)
		assert_done("", allowed[k]);
}

/* No trigger of them is without a statement here. */
static void
test_every_trigger(void **state)
{
	static const char create[] = "CREATE TRIGGER ";
	const char *const *p = NULL;
	size_t n = 0;

	(void)state;
	for (size_t k = 0; schema_migrations[k] != NULL; k++)
		if (strstr(schema_migrations[k][0], "drill_ends") != NULL)
			p = schema_migrations[k];
	assert_non_null(p);
	for (; p != NULL && *p != NULL; p++) {
		const char *name = *p + strlen(create);
		bool found = !str_starts(*p, create);

		n += !found;
		for (size_t k = 0; k < LENGTH(refused) && !found; k++)
			found = str_starts(name, refused[k].trigger) &&
				name[strlen(refused[k].trigger)] == ' ';
		if (!found)
			fail_msg("nothing tests %.40s", name);
	}
	assert_true(n > 20);
}

/* A drill is an exercise, from the first on. */
static void
test_drill(void **state)
{
	struct incident i = sample();

	(void)state;
	i.kind = KIND_ACTUAL;
	i.drill_ends = T0 + 600;
	assert_int_equal(store_incident_put(t.s, &i, &t.e), -1);
	i.kind = KIND_EXERCISE;
	xreplace(&i.feed, "");
	OK(store_incident_put(t.s, &i, &t.e));
	i.drill_ends = T0 + 900;
	OK(store_incident_put(t.s, &i, &t.e));
	i.drill_ends = TIME_NONE;
	assert_int_equal(store_incident_put(t.s, &i, &t.e), -1);
	incident_clear(&i);
}

/* --- through our own functions -------------------------------------------- */

static void
assert_says(int r, const char *why)
{
	assert_int_equal(r, -1);
	if (strstr(t.e.msg, why) == NULL)
		fail_msg("not \"%s\" but: %s", why, t.e.msg);
}

static void
test_api(void **state)
{
	struct notice_body plain = {
	    ORG_VENDOR, S("FMK er nede"), S("t"), S(""), S("FMK er nede")};
	struct notice_body marked = {
	    ORG_VENDOR, S("ØVELSE. x"), S("t"), S(""), S("ØVELSE. x")};
	struct notice n = {.id = 2, .incident = 1, .number = 2};
	struct contact p = {.org = S("0101"),
	    .name = S("Vagt"),
	    .email = S("a@example.dk"),
	    .phone = S("+4500000001"),
	    .enabled = true};
	struct incident i;

	(void)state;
	assert_says(store_notice_body_add(t.s, 2, &plain, &t.e), "begins with");
	assert_says(
	    store_notice_body_add(t.s, 1, &marked, &t.e), "only a text");
	assert_says(store_publish(t.s, 2, "FMK er nede", &t.e), "actual alone");
	OK(store_publish(t.s, 1, "FMK er nede", &t.e));
	assert_says(store_receipt_add(t.s, 1, "0201", 2, "me", T0, &t.e),
	    "of the incident of its notice");
	assert_says(store_message_add(t.s, &n, CHANNEL_SMS, &municipality, &p,
			1, "id", T0, &t.e),
	    "of the incident of its notice");
	assert_int_equal(store_incident_get(t.s, 2, &i, &t.e), 1);
	i.kind = KIND_ACTUAL;
	assert_says(store_incident_put(t.s, &i, &t.e), "never changes");
	incident_clear(&i);
}

static void
test_api_report(void **state)
{
	struct report r;
	struct finding f = {0};
	int64_t id;

	(void)state;
	report_init(&r);
	finding_init(&f);
	xreplace(&r.feed, "nspop");
	xreplace(&r.id, "ext-2");
	assert_says(
	    store_report_put(t.s, &r, &f, 2, T0, &id, &t.e), "no feed tells");
	OK(store_report_put(t.s, &r, &f, 1, T0, &id, &t.e));
	report_clear(&r);
	finding_clear(&f);
}

/* --- when it was taken ---------------------------------------------------- */

static void
expect_taken(int64_t id, int64_t at)
{
	int64_t n = 0;

	assert_int_equal(sql_value(t.s, &t.e, &n, "taken",
			     "SELECT " DELIVERY_TAKEN("") " FROM delivery"
							  " WHERE id = ?",
			     "i", id),
	    1);
	assert_int_equal(n, at);
}

/* A relay wrote of it. */
static void
report(int64_t id, bool delivered, int64_t at)
{
	struct mail_reported out;
	struct mail_report r = {.message = id,
	    .address = "a@example.dk",
	    .delivered = delivered,
	    .text = "said"};

	OK(store_mail_report(t.s, &r, "relay", at, &out, &t.e));
	assert_true(out.changed);
	mail_reported_clear(&out);
}

/* What the telephone said later does not change when the gateway took it. */
static void
test_accepted(void **state)
{
	(void)state;
	OK(sql_run(t.s, &t.e, "a",
	       "UPDATE delivery SET state = 'accepted',"
	       " done = 70 WHERE id = 1",
	       "") -
	    1);
	expect_taken(1, 70);
	report(1, false, 90);
	expect_taken(1, 70);
	report(1, true, 95);
	report(2, true, 95);
	expect_taken(1, 70);
	expect_taken(2, 95);
}

/* How many schemas there were before that of the column. */
static int
before_accepted(void)
{
	int k = 0;

	while (strstr(schema_migrations[k][0], "COLUMN accepted") == NULL)
		k++;
	return k;
}

/* What was sent before the column was there: the trail knows it. */
static void
test_accepted_before(void **state)
{
	sqlite3 *db = older(before_accepted());
	int64_t n = 0;

	(void)state;
	assert_int_equal(
	    sqlite3_exec(db,
		"INSERT INTO notice (id, number, type, effect, at, title, "
		"reason,"
		" cc_own) VALUES (1, 0, 'page', 'none', 5, '', '', 0);"
		"INSERT INTO message (id, notice, number, channel, audience, "
		"org,"
		" org_name, vendor, message_id, created) VALUES (7, 1, 0, "
		"'sms',"
		" 'oncall', 'o', '', '', '', 5);"
		"INSERT INTO delivery (message, number, org, name, address, "
		"state,"
		" due, done) VALUES"
		" (7, 0, 'o', '', '+4500000001', 'delivered', 5, 99),"
		" (7, 0, 'o', '', '+4500000002', 'delivered', 5, 98),"
		" (7, 0, 'o', '', '+4500000003', 'failed', 5, 97);"
		"INSERT INTO audit VALUES (1, 60, 'a', 'delivery.accepted', 0,"
		" 'message 7', '+4500000001: accepted: 200 ok (g)',"
		" printf('%064d', 0), '', '', printf('%064d', 0), '',"
		" printf('%064d', 0))",
		NULL, NULL, NULL),
	    SQLITE_OK);
	sqlite3_close(db);
	t.s = store_open(t.path, true, &t.e);
	assert_non_null(t.s);
	assert_int_equal(sql_value(t.s, &t.e, &n, "a",
			     "SELECT accepted FROM"
			     " delivery WHERE id = 1",
			     ""),
	    1);
	assert_int_equal(n, 60);
	assert_int_equal(sql_value(t.s, &t.e, &n, "b",
			     "SELECT accepted FROM"
			     " delivery WHERE id = 2",
			     ""),
	    1);
	assert_int_equal(n, 98);
	assert_int_equal(sql_value(t.s, &t.e, &n, "c",
			     "SELECT count(*) FROM"
			     " delivery WHERE accepted IS NULL",
			     ""),
	    1);
	assert_int_equal(n, 1);
}

#define BOTH(f) cmocka_unit_test_setup_teardown(f, setup_both, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    BOTH(test_refused),
	    BOTH(test_without_trigger),
	    BOTH(test_allowed),
	    BOTH(test_every_trigger),
	    TEST(test_drill),
	    BOTH(test_api),
	    BOTH(test_api_report),
	    BOTH(test_accepted),
	    TEST(test_accepted_before),
	};

	return cmocka_run_group_tests_name("exercise", tests, NULL, NULL);
}
