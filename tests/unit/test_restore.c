/*
 * What a backup means once it is the database again: nothing that may have
 * been sent since goes out by itself, and nobody is left.
 */
#include <stdio.h>
#include <unistd.h>

#include "base/limits.h"
#include "core_house.h"
#include "outbox/outbox.h"
#include "store/audit.h"
#include "store/queue.h"
#include "store/restore.h"
#include "store/secrets.h"

#define LATER (8 * HOUR) /* from the backup to its restoring */

static struct {
	char dir[64], db[96], file[96];
	struct restoring r;
	struct backup_facts there;
} t;

static int
begin(void **state)
{
	struct house *h;
	struct err e = {""};

	snprintf(t.dir, sizeof(t.dir), "/tmp/alertd-restore-XXXXXX");
	if (mkdtemp(t.dir) == NULL)
		return -1;
	snprintf(t.db, sizeof(t.db), "%s/a.db", t.dir);
	snprintf(t.file, sizeof(t.file), "%s/backup.db", t.dir);
	build(state);
	h = *state;
	store_close(h->store);
	h->store = h->core.store = store_open(t.db, true, &e);
	assert_non_null(h->store);
	must(store_seed(h->store, &e), &e);
	must(store_contact_put(h->store,
		 &(struct contact){.org = (char[]){"0101"},
		     .name = (char[]){"Vagt"},
		     .email = (char[]){"fmk@example.dk"},
		     .phone = (char[]){""},
		     .enabled = true},
		 &e),
	    &e);
	t.r = (struct restoring){0};
	return 0;
}

static int
end(void **state)
{
	char *rm = xasprintf("rm -r %s", t.dir);
	int r = raze(state);
	FILE *p = popen(rm, "r");

	free(rm);
	free(t.r.aside);
	return pclose(p) == 0 ? r : -1;
}

static int64_t
open_incident(struct house *h)
{
	struct statement s = {.effect = EFFECT_OUTAGE,
	    .title = "FMK er nede",
	    .text = "SDS undersøger fejlen.",
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE};
	struct err e;
	int64_t id;

	must(core_send(&h->core, &s, h->now, &id, &e), &e);
	return id;
}

static void
back_up(void)
{
	struct backup_facts f;
	enum store_fault fault;
	struct err e;

	must(
	    store_backup(t.db, t.file, false, "user anna", &f, &fault, &e), &e);
}

/* Its time is the one of the house, not ours. */
static enum store_fault
restore(struct house *h, struct err *e)
{
	enum store_fault fault;
	int r;

	store_close(h->store);
	h->store = h->core.store = NULL;
	if (store_examine(t.db, true, &t.there, &fault, e) == -1)
		t.there = (struct backup_facts){0};
	h->now += LATER;
	t.r = (struct restoring){.db = t.db,
	    .file = t.file,
	    .actor = "user anna",
	    .now = h->now,
	    .there = &t.there};
	r = store_restore(&t.r, &fault, e);
	h->store = h->core.store = store_open(t.db, false, NULL);
	return r == 0 ? STORE_WELL : fault;
}

static void
restored(struct house *h)
{
	struct err e = {""};

	if (restore(h, &e) != STORE_WELL)
		fail_msg("%s", e.msg);
	assert_non_null(h->store);
}

/* How many messages a worker would take. */
static int
claimable(struct house *h)
{
	int n = 0;

	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++) {
		struct messages l = {0};
		struct err e;
		int r;

		while ((r = outbox_claim(
			    h->store, ch, h->now, 4711, 1, &l, &e)) == 1) {
			messages_clear(&l);
			n++;
		}
		must(r, &e);
	}
	return n;
}

static void
test_held(void **state)
{
	struct house *h = *state;
	struct audit_check k;
	struct err e;

	open_incident(h);
	assert_true(
	    value(h, "SELECT count(*) FROM delivery WHERE state = 'queued'") >
	    0);
	/* Of one it is not known: he would be tried again. */
	must(sql_run(h->store, &e, "test",
		 "UPDATE delivery SET state = 'unknown'"
		 " WHERE id = (SELECT min(id) FROM delivery)",
		 ""),
	    &e);
	back_up();
	restored(h);
	assert_true(t.r.held > 0);
	assert_int_equal(t.r.open, 1);
	assert_int_equal(claimable(h), 0);
	assert_int_equal(
	    value(h, "SELECT count(*) FROM delivery WHERE " DELIVERY_OPEN("")),
	    0);
	assert_int_equal(
	    value(h, "SELECT count(*) FROM delivery WHERE state = 'unknown'"),
	    1);
	/* He may have got it: an end must reach him. */
	assert_int_equal(
	    value(h, "SELECT count(*) FROM delivery WHERE number > 0"
		     " AND told = 0"),
	    0);
	must(store_audit_verify(h->store, NULL, &k, &e), &e);
	assert_int_equal(k.fault, AUDIT_WHOLE);
	assert_int_equal(value(h, "SELECT count(*) FROM audit"
				  " WHERE action = 'backup.restored'"),
	    1);
}

/* A test that was under way cannot be seen to arrive: there is another. */
static void
test_truth_anew(void **state)
{
	struct house *h = *state;
	struct config *c = h->setup.conf;

	strv_add(&c->truth.mail, "prove@example.dk");
	turn(h);
	assert_int_equal(value(h, "SELECT count(*) FROM test"), 1);
	back_up();
	restored(h);
	turn(h);
	assert_int_equal(value(h, "SELECT count(*) FROM notice_body"
				  " WHERE text LIKE '%ikke nået frem%'"),
	    0);
	assert_int_equal(value(h, "SELECT count(*) FROM test"), 1);
	assert_int_equal(
	    value(h, "SELECT count(*) FROM test t JOIN message m"
		     " ON m.notice = t.notice WHERE m.due IS NOT NULL"),
	    1);
}

/* Nothing goes out for half an hour; then it goes on as before. */
static void
test_waits(void **state)
{
	struct house *h = *state;

	open_incident(h);
	back_up();
	restored(h);
	turn(h);
	assert_int_equal(
	    value(h, "SELECT count(*) FROM notice WHERE number > 0"), 1);
	h->now += LIMIT_RESTORE_HOLD - 1;
	turn(h);
	assert_int_equal(
	    value(h, "SELECT count(*) FROM notice WHERE number > 0"), 1);
	h->now += 1;
	turn(h);
	assert_int_equal(
	    value(h, "SELECT count(*) FROM notice WHERE number = 2"), 1);
	assert_true(claimable(h) > 0);
	assert_int_equal(value(h, "SELECT due_at IS NULL FROM incident"), 1);
}

/* An operator need not wait, and who may have been told hears the end. */
static void
test_resolved(void **state)
{
	struct house *h = *state;
	int64_t id = open_incident(h);
	struct statement s = {.since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE};
	struct err e;

	back_up();
	restored(h);
	must(core_resolve(&h->core, id, &s, h->now, &e), &e);
	assert_true(claimable(h) > 0);
	assert_true(value(h, "SELECT count(*) FROM delivery WHERE"
			     " state = 'sending' AND message IN (SELECT id FROM"
			     " message WHERE org = '0101')"
			     " AND number = 2") > 0);
}

/* No number of an incident is given twice, no Message-ID comes again. */
static void
test_numbers(void **state)
{
	struct house *h = *state;
	struct incident i;
	int64_t next;
	struct err e;

	assert_int_equal(open_incident(h), 1);
	back_up();
	assert_int_equal(open_incident(h), 2);
	assert_int_equal(open_incident(h), 3);
	restored(h);
	assert_int_equal(t.r.next, 4);
	assert_int_equal(value(h, "SELECT max(id) FROM incident"), 1);
	must(store_incident_next(h->store, &next, &e), &e);
	assert_int_equal(next, 4);
	assert_int_equal(open_incident(h), 4);
	assert_int_equal(open_incident(h), 5);
	assert_int_equal(store_incident_get(h->store, 4, &i, &e), 1);
	incident_clear(&i);
}

static void
test_secret(void **state)
{
	struct house *h = *state;
	char before[TOKEN_SIZE], after[TOKEN_SIZE];
	struct err e;

	must(store_secret(h->store, SECRET_BOUNCE, before, &e), &e);
	back_up();
	restored(h);
	must(store_secret(h->store, SECRET_BOUNCE, after, &e), &e);
	assert_string_not_equal(before, after);
}

/* What was there lies beside it, as it was. */
static void
test_aside(void **state)
{
	struct house *h = *state;
	struct backup_facts f;
	enum store_fault fault;
	struct err e;

	open_incident(h);
	back_up();
	open_incident(h);
	restored(h);
	assert_non_null(t.r.aside);
	assert_int_equal(access(t.r.aside, F_OK), 0);
	must(store_examine(t.r.aside, false, &f, &fault, &e), &e);
	assert_int_equal(f.incidents, 2);
}

static void
test_in_use(void **state)
{
	struct house *h = *state;
	struct store *other;
	struct err e = {""};
	char *part = xasprintf("%s.restoring", t.db);

	open_incident(h);
	back_up();
	other = store_open(t.db, false, &e);
	assert_non_null(other);
	open_incident(h);
	assert_int_equal(restore(h, &e), STORE_LOCKED);
	assert_non_null(strstr(e.msg, "another process"));
	assert_int_equal(value(h, "SELECT count(*) FROM incident"), 2);
	assert_int_equal(access(part, F_OK), -1);
	store_close(other);
	free(part);
}

static void
spoil(const char *path)
{
	FILE *f = fopen(path, "r+");

	assert_non_null(f);
	fputs("this is not a database", f);
	fclose(f);
}

/* A damaged one goes aside with its log; the new one must not read that. */
static void
test_damaged(void **state)
{
	struct house *h = *state;
	char *log = xasprintf("%s-wal", t.db), *aside;

	open_incident(h);
	back_up();
	sqlite3_db_config(
	    h->store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	open_incident(h);
	store_close(h->store);
	h->store = NULL;
	assert_int_equal(access(log, F_OK), 0);
	spoil(t.db);
	spoil(log);
	restored(h);
	assert_int_equal(value(h, "SELECT count(*) FROM incident"), 1);
	assert_int_equal(t.r.next, 2 + LIMIT_RESTORE_SKIP);
	aside = xasprintf("%s-wal", t.r.aside);
	assert_int_equal(access(aside, F_OK), 0);
	free(aside);
	free(log);
}

static void
test_missing(void **state)
{
	struct house *h = *state;

	open_incident(h);
	back_up();
	store_close(h->store);
	h->store = NULL;
	assert_int_equal(unlink(t.db), 0);
	restored(h);
	assert_null(t.r.aside);
	assert_int_equal(value(h, "SELECT count(*) FROM incident"), 1);
}

static void
test_bad_backup(void **state)
{
	struct house *h = *state;
	struct err e = {""};
	FILE *f;

	open_incident(h);
	f = fopen(t.file, "w");
	assert_non_null(f);
	fputs("this is not a database", f);
	fclose(f);
	assert_int_equal(restore(h, &e), STORE_CORRUPT);
	assert_int_equal(value(h, "SELECT count(*) FROM incident"), 1);
	assert_null(t.r.aside);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
#define CASE(f) cmocka_unit_test_setup_teardown(f, begin, end)
	    CASE(test_held),
	    CASE(test_truth_anew),
	    CASE(test_waits),
	    CASE(test_resolved),
	    CASE(test_numbers),
	    CASE(test_secret),
	    CASE(test_aside),
	    CASE(test_in_use),
	    CASE(test_damaged),
	    CASE(test_missing),
	    CASE(test_bad_backup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
