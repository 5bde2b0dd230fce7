/* What is old forgets by itself, in small steps, and nothing else does. */
#include "forget_house.h"

#include <errno.h>
#include <sys/syscall.h>

#include "base/fault.h"
#include "base/str.h"
#include "store/forget.h"
#include "store/oncall.h"
#include "store/retention.h"

#define DAY INT64_C(86400)
#define LATE (T0 + 1000 * DAY)

/* All that is older than so many days, until nothing is left; steps taken. */
/* What is known of the pace; a crash forgets it. */
static struct retention_pace pace;

/* Waits for the disk: all of them, and those while the writer is held. */
static int syncs, held_syncs;
static bool watched, fails;

int
fdatasync(int fd)
{
	syncs++;
	if (watched)
		held_syncs += sqlite3_txn_state(t.s->db, "main") ==
			      SQLITE_TXN_WRITE;
	if (fails) {
		errno = EIO;
		return -1;
	}
	return (int)syscall(SYS_fdatasync, fd);
}

static int
retain(int64_t persons, int64_t operators, int64_t codes, int64_t now,
    struct retained *sum)
{
	struct retention r = {persons == 0 ? 0 : now - persons * DAY,
	    operators == 0 ? 0 : now - operators * DAY,
	    codes == 0 ? 0 : now - codes * DAY};
	struct retained n;
	bool more = true;
	int steps = 0;

	*sum = (struct retained){0};
	while (more) {
		OK(store_retention(t.s, &r, &pace, now, &n, &more, &t.e));
		sum->deliveries += n.deliveries;
		sum->pages += n.pages;
		sum->calls += n.calls;
		sum->codes += n.codes;
		sum->covers += n.covers;
		sum->records += n.records;
		if (++steps > 1000)
			fail_msg("it does not end");
	}
	return steps;
}

static void
expect_whole(void)
{
	struct audit_check k;

	OK(store_audit_verify(t.s, NULL, &k, &t.e));
	if (k.fault != AUDIT_WHOLE)
		fail_msg(
		    "%s at %lld", audit_fault_name(k.fault), (long long)k.bad);
}

/* No other writer waits for the disk, and all is on it in the end. */
static void
test_disk(void **state)
{
	struct retained n;
	int steps;

	(void)state;
	OK(raw("UPDATE incident SET opened_at = 1770000000, state = 'resolved',"
	       " over = 0, notices = 1"));
	syncs = held_syncs = 0;
	watched = true;
	steps = retain(700, 700, 700, LATE, &n);
	assert_true(n.deliveries > 0);
	assert_int_equal(held_syncs, 0);
	assert_true(syncs >= steps);
	/* Whoever writes next waits for it again. */
	OK(store_begin(t.s, &t.e));
	OK(raw("UPDATE incident SET notices = 2"));
	OK(store_commit(t.s, &t.e));
	watched = false;
	assert_true(held_syncs > 0);
	/* One that never waits for it, as of a replay, stays so. */
	OK(raw("PRAGMA synchronous = OFF"));
	OK(raw("UPDATE incident SET named = 0"));
	syncs = 0;
	retain(700, 700, 700, LATE + DAY, &n);
	assert_int_equal(syncs, 0);
	OK(raw("UPDATE incident SET notices = 3"));
	assert_int_equal(syncs, 0);
}

/* Whether who commits now waits for the disk while he holds the writer. */
static bool
commit_waits(void)
{
	held_syncs = 0;
	watched = true;
	OK(store_begin(t.s, &t.e));
	OK(raw("UPDATE incident SET notices = notices + 1"));
	OK(store_commit(t.s, &t.e));
	watched = false;
	return held_syncs > 0;
}

/* A disk that takes nothing is told; nobody else is left without his wait. */
static void
test_disk_fails(void **state)
{
	struct retention r = {LATE - 700 * DAY, LATE - 700 * DAY, 0};
	struct retained n;
	bool more;
	int done;

	(void)state;
	OK(raw("UPDATE incident SET opened_at = 1770000000, state = 'resolved',"
	       " over = 0, notices = 1"));
	fault_take();
	fails = true;
	done = store_retention(t.s, &r, &pace, LATE, &n, &more, &t.e);
	fails = false;
	assert_int_equal(done, -1);
	assert_string_equal(t.e.msg, "sync: the disk does not take it");
	assert_int_equal(fault_take(), FAULT_IO);
	assert_int_equal(store_fault(t.s), STORE_IO);
	assert_true(commit_waits());
	retain(700, 700, 0, LATE, &n);
	assert_int_equal(number("SELECT count(*) FROM delivery"
				" WHERE address LIKE '%@%'"),
	    0);
	expect_whole();
}

/* Refuses that commits wait for the disk again. */
static int
no_full(void *arg, int act, const char *pragma, const char *value,
    const char *database, const char *trigger)
{
	(void)arg;
	(void)database;
	(void)trigger;
	return act == SQLITE_PRAGMA && str_eq(pragma, "synchronous") &&
		       value != NULL && str_eq(value, "FULL")
		   ? SQLITE_DENY
		   : SQLITE_OK;
}

/* What could not be set again is, with the next call. */
static void
test_owed(void **state)
{
	(void)state;
	OK(store_sync_later(t.s, &t.e));
	assert_false(commit_waits());
	sqlite3_set_authorizer(t.s->db, no_full, NULL);
	assert_int_equal(store_sync(t.s, &t.e), -1);
	assert_false(commit_waits());
	OK(store_sync_later(t.s, &t.e));
	sqlite3_set_authorizer(t.s->db, NULL, NULL);
	syncs = 0;
	OK(store_sync(t.s, &t.e));
	assert_true(syncs > 0);
	assert_true(commit_waits());
}

/* The contacts are who they are; everything else loses its persons. */
static void
test_old(void **state)
{
	struct retained n;

	(void)state;
	OK(raw("UPDATE incident SET opened_at = 1770000000, state = 'resolved',"
	       " over = 0, notices = 1, reason = 'sent by user root'"));
	OK(raw("INSERT INTO cover VALUES (1, 'r', 'Eva Krog', 1, 1770000001,"
	       " 1, 'user root')"));
	OK(raw("INSERT INTO wrong_reply VALUES (1, 1, '+4500000003')"));
	OK(raw("DELETE FROM contact"));
	assert_true(cells("holm") > 0 && cells("eva") > 0);
	retain(700, 700, 700, LATE, &n);
	assert_int_equal(n.deliveries, 5);
	assert_int_equal(n.pages, 1);
	assert_int_equal(n.codes, 1);
	assert_int_equal(n.covers, 1);
	assert_int_equal(cells("anna"), 0);
	assert_int_equal(cells("holm"), 0);
	assert_int_equal(cells("lund"), 0);
	assert_int_equal(cells("eva"), 0);
	assert_int_equal(cells("krog"), 0);
	assert_int_equal(cells("+45"), 0);
	assert_int_equal(cells("user root"), 0);
	assert_int_equal(cells("medcom.3"), 0);
	/* The proof stays. */
	assert_int_equal(
	    number("SELECT count(*) FROM delivery WHERE message IN"
		   " (SELECT id FROM message WHERE org = '0101')"
		   " AND state = 'accepted' AND told = 1 AND done = 9"
		   " AND address = 'forgotten ' || id"),
	    4);
	assert_int_equal(number("SELECT count(*) FROM audit"
				" WHERE action = 'delivery.accepted'"
				" AND object = 'message 1'"
				" AND actor = 'alertd-mail'"
				" AND detail = '(erased)'"),
	    2);
	assert_int_equal(number("SELECT count(*) FROM audit"
				" WHERE action = 'retention.erased'"),
	    2);
	assert_int_equal(number("SELECT count(*) FROM incident"
				" WHERE reason = 'sent by (erased)'"),
	    1);
	expect_whole();
	/* Nothing is done twice. */
	retain(700, 700, 700, LATE + 2 * DAY, &n);
	assert_int_equal(n.deliveries + n.pages + n.records + n.codes, 0);
	assert_int_equal(number("SELECT count(*) FROM audit"
				" WHERE action = 'retention.erased'"),
	    2);
}

/* What is younger, or kept for ever, stays as it is. */
static void
test_young(void **state)
{
	struct retained n;
	int64_t before = cells("anna") + cells("krog");

	(void)state;
	OK(raw("UPDATE incident SET state = 'resolved', over = 0"));
	retain(1001, 1001, 1001, LATE, &n);
	assert_int_equal(cells("anna") + cells("krog"), before);
	retain(0, 0, 0, LATE + 2 * DAY, &n);
	assert_int_equal(cells("anna") + cells("krog"), before);
	assert_int_equal(number("SELECT count(*) FROM code"), 1);
	expect_whole();
}

/*
 * What was put on record once more when somebody was forgotten is as old as
 * what it restates.
 */
static void
test_restated(void **state)
{
	struct contacts l = {0};
	struct forgotten gone;
	struct identity p;
	struct retained n;

	(void)state;
	OK(store_audit(t.s, T0, "alertd-mail", "delivery.accepted", 1,
	    "message 1",
	    "anna@example.dk, x@example.dk, y@example.dk: accepted: 250 (r)",
	    &t.e));
	OK(store_forget_find(t.s, "anna@example.dk", NULL, &l, &t.e));
	OK(store_forget_who(t.s, &l, &p, &t.e));
	OK(store_forget(t.s, &p, "user root", LATE - DAY, &gone, &t.e));
	identity_clear(&p);
	contacts_clear(&l);
	OK(raw("UPDATE incident SET state = 'resolved', over = 0"));
	retain(1001, 0, 0, LATE, &n);
	assert_int_equal(cells("x@example.dk, y@example.dk"), 1);
	retain(700, 0, 0, LATE + 2 * DAY, &n);
	assert_int_equal(cells("x@example.dk"), 0);
	assert_int_equal(number("SELECT count(*) FROM audit WHERE action ="
				" 'delivery.restated'"),
	    1);
	expect_whole();
}

/* Who was told and who acted have limits of their own. */
static void
test_limits(void **state)
{
	struct retained n;

	(void)state;
	OK(raw("UPDATE incident SET state = 'resolved', over = 0"));
	OK(raw("DELETE FROM contact"));
	retain(700, 0, 0, LATE, &n);
	assert_int_equal(cells("anna"), 0);
	assert_int_equal(number("SELECT count(*) FROM audit"
				" WHERE actor = 'Eva Krog'"),
	    1);
	assert_int_equal(
	    number("SELECT count(*) FROM call WHERE owner = 'Eva Krog'"), 1);
	assert_int_equal(number("SELECT count(*) FROM code"), 1);
	retain(700, 700, 0, LATE + 2 * DAY, &n);
	assert_int_equal(number("SELECT count(*) FROM audit"
				" WHERE actor = 'Eva Krog'"),
	    0);
	assert_int_equal(number("SELECT count(*) FROM audit"
				" WHERE actor = '(erased)'"
				" AND action = 'contact.added'"),
	    1);
	assert_int_equal(
	    number("SELECT count(*) FROM call WHERE owner = '(erased)'"), 1);
	expect_whole();
}

/* An incident that is not over keeps all, and its records with it. */
static void
test_live(void **state)
{
	static const char *const live[] = {
	    "UPDATE incident SET state = 'open', over = 0",
	    "UPDATE incident SET state = 'pending', over = 0",
	    "UPDATE incident SET state = 'resolved', over = 1"};
	struct retained n;

	(void)state;
	for (size_t i = 0; i < sizeof(live) / sizeof(live[0]); i++) {
		OK(raw(live[i]));
		retain(700, 700, 0, LATE + (int64_t)i * 2 * DAY, &n);
		assert_int_equal(n.deliveries + n.pages + n.calls, 0);
		assert_int_equal(
		    number("SELECT count(*) FROM audit WHERE incident = 1"
			   " AND '(erased)' IN (actor, detail)"),
		    0);
	}
	expect_whole();
}

/*
 * What was written long before its incident ended counts from that end: it may
 * come back, and is whole then.
 */
static void
test_long(void **state)
{
	struct retained n;

	(void)state;
	OK(raw("UPDATE incident SET state = 'resolved', over = 0,"
	       " resolved_at = 1850000000"));
	assert_in_range(1850000000, T0 + 700 * DAY, LATE);
	retain(700, 700, 0, LATE, &n);
	assert_int_equal(n.calls + n.deliveries + n.pages, 0);
	assert_int_equal(number("SELECT count(*) FROM audit WHERE incident = 1"
				" AND '(erased)' IN (actor, detail)"),
	    0);
	retain(700, 700, 0, 1850000000 + 701 * DAY, &n);
	assert_true(n.calls > 0 && n.deliveries > 0);
	assert_int_equal(number("SELECT count(*) FROM audit WHERE incident = 1"
				" AND '(erased)' IN (actor, detail)"),
	    3);
	expect_whole();
}

static void
record_of(const char *who, int64_t incident, int64_t at)
{
	char *detail = xasprintf("0147 %s <%s@example.dk>", who, who);

	OK(store_audit(t.s, at, "user root", "contact.added", incident,
	    "contact 9", detail, &t.e));
	free(detail);
}

static void
call_about(const char *who, const char *incident, const char *closed)
{
	char *sql = xasprintf(
	    "INSERT INTO call (incident, alarm, about, detail, opened, began,"
	    " steps, skipped, owner, had, attended, closed) VALUES (%s, 'x',"
	    " '%s@example.dk', '', 1, 1, 0, '', '%s', '', 1, %s)",
	    incident, who, who, closed);

	OK(raw(sql));
	free(sql);
}

static int64_t
records_left(void)
{
	return number("SELECT count(*) FROM audit WHERE incident = 1 AND"
		      " (detail LIKE '%@example.dk%' OR actor LIKE 'user %')");
}

/*
 * What is behind an incident that is not over, or a call that is not, does not
 * wait for it; and what was passed over goes when it is its turn.
 */
static void
test_behind(void **state)
{
	struct retained n;

	(void)state;
	OK(raw("DELETE FROM contact"));
	OK(raw("UPDATE incident SET state = 'open', over = 0"));
	call_about("agnes", "NULL", "NULL");
	record_of("dora", 1, T0);
	record_of("berta", 0, T0);
	call_about("berta", "NULL", "1770000000");
	retain(700, 700, 0, LATE, &n);
	assert_int_equal(cells("berta"), 0);
	assert_int_equal(cells("agnes@"), 1);
	assert_true(records_left() > 0);
	OK(raw("UPDATE incident SET state = 'resolved', resolved_at ="
	       " 1770000000 + 1000 * 86400"));
	OK(raw("UPDATE call SET closed = 1770000000 + 1000 * 86400"
	       " WHERE closed IS NULL"));
	retain(700, 700, 0, LATE + 2 * DAY, &n);
	assert_true(records_left() > 0);
	assert_int_equal(cells("agnes@"), 1);
	/* Late, behind what was gone through, and not old yet. */
	record_of("carla", 1, LATE + 600 * DAY);
	retain(700, 700, 0, LATE + 701 * DAY, &n);
	assert_int_equal(records_left(), 1);
	assert_int_equal(cells("dora") + cells("agnes"), 0);
	retain(700, 700, 700, LATE + 1301 * DAY, &n);
	assert_int_equal(records_left(), 0);
	assert_int_equal(cells("anna") + cells("krog"), 0);
	expect_whole();
}

/* One that comes back when it had forgotten all forgets what is then said. */
static void
test_back(void **state)
{
	struct retained n;

	(void)state;
	OK(raw("DELETE FROM contact"));
	OK(raw("UPDATE incident SET state = 'resolved', over = 0"));
	retain(700, 700, 0, LATE, &n);
	assert_int_equal(records_left(), 0);
	OK(raw("UPDATE incident SET state = 'open'"));
	record_of("dora", 1, LATE);
	OK(raw("UPDATE call SET closed = NULL, owner = 'Dora', attended = 1"));
	retain(700, 700, 0, LATE + 701 * DAY, &n);
	OK(raw("UPDATE call SET closed = opened"));
	assert_int_equal(records_left(), 1);
	OK(raw("UPDATE incident SET state = 'resolved', resolved_at ="
	       " 1770000000 + 1000 * 86400"));
	retain(700, 700, 0, LATE + 703 * DAY, &n);
	assert_int_equal(records_left(), 0);
	assert_int_equal(cells("dora"), 0);
	expect_whole();
}

/* What was written while it was behind makes nothing older than it is. */
static void
test_clock_behind(void **state)
{
	struct retained n;

	(void)state;
	record_of("berta", 0, LATE);
	record_of("carla", 0, T0 - 5000 * DAY);
	retain(700, 700, 0, LATE + DAY, &n);
	assert_int_equal(cells("berta"), 1);
	retain(700, 700, 0, LATE + 701 * DAY, &n);
	assert_int_equal(cells("berta") + cells("carla"), 0);
	record_of("dora", 0, LATE + 701 * DAY);
	record_of("carla", 0, T0 - 5000 * DAY);
	retain(700, 700, 0, LATE + 703 * DAY, &n);
	assert_int_equal(cells("dora"), 1);
	expect_whole();
}

/*
 * What an incident said while the clock was ahead was passed over before its
 * end, and is gone with it.
 */
static void
test_ahead_within(void **state)
{
	struct retained n;

	(void)state;
	OK(raw("DELETE FROM contact"));
	OK(raw("UPDATE incident SET state = 'open', over = 0"));
	record_of("dora", 1, LATE + 2000 * DAY);
	record_of("berta", 0, T0);
	retain(700, 700, 700, LATE, &n);
	OK(raw("UPDATE incident SET state = 'resolved', resolved_at ="
	       " 1770000000 + 1000 * 86400"));
	record_of("carla", 1, T0 + 1000 * DAY);
	retain(700, 700, 700, LATE + 1001 * DAY, &n);
	assert_int_equal(cells("carla") + cells("dora"), 0);
	expect_whole();
}

/* What was written while the clock was ahead waits no longer than the rest. */
static void
test_clock_ahead(void **state)
{
	struct retained n;

	(void)state;
	record_of("berta", 0, LATE + 9000 * DAY);
	record_of("carla", 0, T0);
	record_of("dora", 0, LATE);
	retain(700, 700, 0, LATE, &n);
	assert_int_equal(cells("berta") + cells("carla"), 0);
	assert_int_equal(cells("dora"), 1);
	expect_whole();
}

/* What is still queued is let be: it will be tried. */
static void
test_queued(void **state)
{
	struct retained n;

	(void)state;
	OK(raw("UPDATE incident SET state = 'resolved', over = 0"));
	OK(raw("UPDATE delivery SET state = 'queued' WHERE id = 1"));
	retain(700, 700, 700, LATE, &n);
	assert_int_equal(n.deliveries, 4);
	assert_int_equal(number("SELECT count(*) FROM delivery"
				" WHERE address LIKE '%example.dk'"),
	    1);
}

/* One that was retracted when it had forgotten all forgets that, too. */
static void
test_retracted_late(void **state)
{
	struct incident i;
	struct retained n;
	struct notice late;

	(void)state;
	OK(raw("UPDATE incident SET state = 'resolved', over = 0"));
	retain(700, 700, 0, LATE, &n);
	assert_true(n.deliveries > 0);
	add_notice(&late, NOTICE_CORRECTION, 9);
	send_all(&late, &municipality, CHANNEL_MAIL);
	assert_int_equal(store_incident_get(t.s, 1, &i, &t.e), 1);
	i.notices = 9;
	i.last_notice_at = LATE;
	OK(store_incident_put(t.s, &i, &t.e));
	incident_clear(&i);
	OK(raw("UPDATE delivery SET state = 'failed' WHERE state = 'queued'"));
	retain(700, 700, 0, LATE + 2 * DAY, &n);
	assert_int_equal(n.deliveries, 0);
	retain(700, 700, 0, LATE + 1000 * DAY, &n);
	assert_true(n.deliveries > 0);
	assert_int_equal(number("SELECT count(*) FROM delivery WHERE number = 9"
				" AND address LIKE '%example.dk'"),
	    0);
	assert_int_equal(number("SELECT count(*) FROM notice"
				" WHERE reason LIKE '%Krog'"),
	    0);
}

/* Of a page in whose reason one was forgotten, the text may name another. */
static void
test_page_of_two(void **state)
{
	struct retained n;

	(void)state;
	OK(raw("UPDATE incident SET state = 'resolved', over = 0"));
	OK(raw("UPDATE notice SET reason = '(erased)' WHERE type = 'page'"));
	OK(raw("DELETE FROM contact"));
	retain(700, 700, 700, LATE, &n);
	assert_int_equal(n.pages, 1);
	assert_int_equal(number("SELECT count(*) FROM notice_body"
				" WHERE subject || text || html || sms = ''"),
	    1);
	assert_int_equal(cells("krog"), 0);
}

/* Pages about alarms belong to no incident. */
static void
test_alarms(void **state)
{
	struct retained n;

	(void)state;
	OK(raw("DROP TRIGGER notice_stays_put; DROP TRIGGER message_stays_put;"
	       "DROP TRIGGER delivery_stays_put"));
	OK(raw("UPDATE notice SET incident = NULL, title = 'taken by Eva Krog'"
	       " WHERE type = 'page'"));
	OK(raw("UPDATE message SET incident = NULL WHERE number = 0"));
	OK(raw("UPDATE delivery SET incident = NULL WHERE number = 0"));
	OK(raw("UPDATE call SET incident = NULL, alarm = 'bounced',"
	       " about = 'anna@example.dk', detail = 'x: +4500000001'"));
	OK(raw("UPDATE incident SET state = 'open', over = 0"));
	OK(raw("DELETE FROM contact; DELETE FROM audit_head;"));
	retain(700, 700, 700, LATE, &n);
	assert_int_equal(n.deliveries, 1);
	assert_int_equal(n.pages, 1);
	assert_int_equal(number("SELECT count(*) FROM call"
				" WHERE about = '(erased) 1'"),
	    1);
	assert_int_equal(number("SELECT count(*) FROM notice"
				" WHERE title = '(erased)'"
				" AND reason = '(erased)'"),
	    1);
	assert_int_equal(number("SELECT count(*) FROM notice_body"
				" WHERE subject || text || html || sms = ''"),
	    1);
}

/* An incident with much of everything that is erased step by step. */
static void
add_much(void)
{
	OK(raw("UPDATE incident SET state = 'resolved', over = 0"));
	OK(raw("INSERT INTO message (id, notice, incident, number, channel,"
	       " audience, org, org_name, vendor, message_id, created, first,"
	       " last) SELECT 1000, notice, 1, 1, 'mail', 'municipality',"
	       " '0999', 'By', '', 'm', 1, 1001, 1600 FROM message"
	       " WHERE id = 1"));
	OK(raw("WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k"
	       " WHERE i < 600) INSERT INTO delivery (id, message, incident,"
	       " number, org, name, address, state, due, told)"
	       " SELECT 1000 + i, 1000, 1, 1, '0101', 'Bo Lund', i || "
	       "'.bo@example.dk', 'accepted', 1, 1"
	       " FROM k"));
	OK(raw("WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k"
	       " WHERE i < 100) INSERT INTO notice (incident, number, type,"
	       " effect, at, title, reason, cc_own) SELECT 1, 0, 'page',"
	       " 'outage', 1, '', 'sent by Eva Krog', 0 FROM k"));
	OK(raw("INSERT INTO address (channel, address, proven, how)"
	       " SELECT 'mail', address, 1, 'accepted' FROM delivery"
	       " WHERE address GLOB '[0-9]*@*'"));
	OK(store_begin(t.s, &t.e));
	for (int i = 0; i < 450; i++)
		OK(store_audit(t.s, T0, "alertd-mail", "delivery.accepted", 0,
		    "message 1", "x@example.dk: accepted", &t.e));
	OK(store_commit(t.s, &t.e));
}

static int64_t
persons_left(void)
{
	return number("SELECT (SELECT count(*) FROM audit WHERE detail LIKE"
		      "  '%@%') + (SELECT count(*) FROM delivery WHERE address"
		      "  LIKE '%@%') + (SELECT count(*) FROM notice WHERE"
		      "  reason LIKE '%Krog%') + (SELECT count(*) FROM address"
		      "  WHERE address GLOB '[0-9]*@*')");
}

/* No step takes more than its share, and in the end all is done. */
static void
test_steps(void **state)
{
	struct retention r = {LATE - 700 * DAY, LATE - 700 * DAY, 0};
	struct retained n;
	bool more = true;
	int steps = 0;

	(void)state;
	add_much();
	while (more) {
		int64_t before = number("SELECT total_changes()"), left;

		/* As one that was just started. */
		pace = (struct retention_pace){{0}};
		left = persons_left();
		OK(store_retention(t.s, &r, &pace, LATE, &n, &more, &t.e));
		assert_in_range(left - persons_left(), 0, RETENTION_FIRST);
		assert_in_range(number("SELECT total_changes()") - before, 0,
		    6 * RETENTION_FIRST);
		steps++;
	}
	assert_in_range(steps, 600 / RETENTION_FIRST, 1000);
	assert_int_equal(persons_left(), 0);
	expect_whole();
}

static int
refuse(void *arg)
{
	(void)arg;
	return 1;
}

/* What cannot be committed has not happened, and happens the next time. */
static void
test_crashes(void **state)
{
	struct retention r = {LATE - 700 * DAY, LATE - 700 * DAY, 0};
	struct retained n;
	int64_t before, records;
	bool more = true;

	(void)state;
	add_much();
	while (more) {
		before = persons_left();
		records = number("SELECT count(*) FROM audit");
		sqlite3_commit_hook(t.s->db, refuse, NULL);
		assert_int_equal(
		    store_retention(t.s, &r, &pace, LATE, &n, &more, &t.e), -1);
		sqlite3_commit_hook(t.s->db, NULL, NULL);
		assert_int_equal(persons_left(), before);
		assert_int_equal(number("SELECT count(*) FROM audit"), records);
		OK(store_retention(t.s, &r, &pace, LATE, &n, &more, &t.e));
		expect_whole();
	}
	assert_int_equal(persons_left(), 0);
}

/* What comes to an incident half way through is found all the same. */
static void
test_between(void **state)
{
	struct retention r = {LATE - 700 * DAY, LATE - 700 * DAY, 0};
	struct retained n;
	bool more = true;

	(void)state;
	add_much();
	for (int i = 0; i < 50 && number("SELECT named_to FROM incident") == 0;
	     i++)
		OK(store_retention(t.s, &r, &pace, LATE, &n, &more, &t.e));
	assert_true(number("SELECT named_to FROM incident") > 0);
	OK(raw("UPDATE incident SET notices = 2, acted = NULL"));
	OK(raw("UPDATE incident SET notices = 3"));
	assert_int_equal(number("SELECT named_to FROM incident"), 0);
	retain(700, 700, 0, LATE, &n);
	assert_int_equal(persons_left(), 0);
}

/* A slow machine takes fewer rows, a fast one more, none too few or many. */
static void
test_pace(void **state)
{
	int rows = retention_pace(0, 0);

	(void)state;
	assert_int_equal(rows, RETENTION_FIRST);
	assert_int_equal(retention_pace(100, RETENTION_SLOW), 100);
	assert_int_equal(retention_pace(100, RETENTION_FAST), 100);
	assert_int_equal(retention_pace(100, RETENTION_SLOW + 1), 50);
	assert_int_equal(retention_pace(100, 0), 150);
	for (int i = 0; i < 20; i++)
		rows = retention_pace(rows, 0);
	assert_int_equal(rows, RETENTION_MOST);
	for (int i = 0; i < 20; i++)
		rows = retention_pace(rows, 1000);
	assert_int_equal(rows, RETENTION_LEAST);
}

/* A turn with nothing to do writes nothing; a clock that went back waits not.
 */
static void
test_rest(void **state)
{
	struct retained n;
	int64_t before;

	(void)state;
	retain(700, 700, 700, LATE, &n);
	before = number("SELECT total_changes()");
	assert_int_equal(retain(700, 700, 700, LATE + DAY - 1, &n), 1);
	assert_int_equal(number("SELECT total_changes()"), before);
	retain(700, 700, 700, LATE + DAY, &n);
	assert_true(number("SELECT total_changes()") > before);
	before = number("SELECT total_changes()");
	retain(700, 700, 700, LATE - 2 * DAY, &n);
	assert_true(number("SELECT total_changes()") > before);
}

/* --- plans ----------------------------------------------------------------
 */

static struct strv seen;

static int
on_trace(unsigned what, void *arg, void *st, void *text)
{
	const char *sql = sqlite3_sql(st);

	(void)what;
	(void)arg;
	(void)text;
	if (!strv_has(&seen, sql))
		strv_add(&seen, sql);
	return 0;
}

static void
explain(const char *sql)
{
	char *text = xasprintf("EXPLAIN QUERY PLAN %s", sql);
	sqlite3_stmt *st = NULL;

	/* The newest record, and no other. */
	if (strstr(sql, "ORDER BY seq DESC LIMIT 1)") != NULL)
		sql = "";
	assert_int_equal(
	    sqlite3_prepare_v2(t.s->db, text, -1, &st, NULL), SQLITE_OK);
	while (*sql != '\0' && sqlite3_step(st) == SQLITE_ROW) {
		const void *cell = sqlite3_column_text(st, 3);
		const char *plan = cell;

		/* The kinds, one row each, the head, and by its key. */
		if ((str_starts(plan, "SCAN ") &&
			strcmp(plan, "SCAN retention") != 0 &&
			strcmp(plan, "SCAN audit_head") != 0 &&
			strcmp(plan, "SCAN a") != 0 &&
			!str_starts(plan, "SCAN (subquery") &&
			strcmp(plan, "SCAN CONSTANT ROW") != 0) ||
		    strstr(plan, "TEMP B-TREE FOR ORDER") != NULL)
			fail_msg("%s: %s", plan, sql);
	}
	sqlite3_finalize(st);
	free(text);
}

/* No step reads all of a table that grows for ever. */
static void
test_plans(void **state)
{
	struct retained n;

	(void)state;
	OK(raw("UPDATE incident SET state = 'resolved', over = 0"));
	sqlite3_trace_v2(t.s->db, SQLITE_TRACE_STMT, on_trace, NULL);
	retain(700, 700, 700, LATE, &n);
	sqlite3_trace_v2(t.s->db, 0, NULL, NULL);
	assert_in_range(seen.n, 20, 100);
	for (size_t i = 0; i < seen.n; i++)
		if (!str_starts(seen.v[i], "BEGIN") &&
		    !str_starts(seen.v[i], "COMMIT") &&
		    !str_starts(seen.v[i], "--"))
			explain(seen.v[i]);
	strv_clear(&seen);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    HOUSE(test_disk),
	    HOUSE(test_disk_fails),
	    HOUSE(test_owed),
	    HOUSE(test_old),
	    HOUSE(test_young),
	    HOUSE(test_restated),
	    HOUSE(test_limits),
	    HOUSE(test_live),
	    HOUSE(test_long),
	    HOUSE(test_behind),
	    HOUSE(test_back),
	    HOUSE(test_clock_ahead),
	    HOUSE(test_clock_behind),
	    HOUSE(test_ahead_within),
	    HOUSE(test_queued),
	    HOUSE(test_retracted_late),
	    HOUSE(test_page_of_two),
	    HOUSE(test_alarms),
	    HOUSE(test_steps),
	    HOUSE(test_crashes),
	    HOUSE(test_between),
	    cmocka_unit_test(test_pace),
	    HOUSE(test_rest),
	    HOUSE(test_plans),
	};

	return cmocka_run_group_tests_name("retention", tests, NULL, NULL);
}
