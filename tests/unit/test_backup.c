/* A copy of the database: whole, of one moment, and never half of one. */
#include <sys/stat.h>

#include "base/file.h"
#include "base/attr.h"
#include "store/audit.h"
#include "store/backup.h"
#include "store_house.h"

static char file[128];

static int
begin(void **state)
{
	int r = setup(state);

	snprintf(file, sizeof(file), "%s/copy.db", t.dir);
	return r;
}

static int
end(void **state)
{
	unlink(file);
	return teardown(state);
}

static enum store_fault
back_up(bool force, struct backup_facts *f)
{
	enum store_fault fault = STORE_WELL;

	if (store_backup(t.path, file, force, "user anna", f, &fault, &t.e) ==
	    0)
		return STORE_WELL;
	return fault;
}

static enum store_fault
examine(struct backup_facts *f)
{
	enum store_fault fault;

	return store_examine(file, false, f, &fault, &t.e) == 0 ? STORE_WELL
								: fault;
}

static bool
exists(const char *name)
{
	char path[160];

	snprintf(path, sizeof(path), "%s/%s", t.dir, name);
	return access(path, F_OK) == 0;
}

/* Nothing lies beside it. */
static void
alone(void)
{
	assert_false(exists(".alertd-backup.part"));
	assert_false(exists(".alertd-backup.part-wal"));
	assert_false(exists(".alertd-backup.part-journal"));
	assert_false(exists("copy.db-wal"));
	assert_false(exists("copy.db-shm"));
	assert_false(exists("copy.db-journal"));
}

static void
add_incident(enum incident_state state)
{
	struct incident i = sample();

	i.state = state;
	OK(store_incident_put(t.s, &i, &t.e));
	incident_clear(&i);
}

static void
test_copy(void **state)
{
	struct backup_facts f, again;
	struct audit_check k;
	struct stat st;
	struct store *s;

	(void)state;
	OK(store_org_put(t.s, &municipality, &t.e));
	add_incident(INCIDENT_OPEN);
	add_incident(INCIDENT_RESOLVED);
	assert_int_equal(back_up(false, &f), STORE_WELL);
	alone();
	assert_int_equal(stat(file, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(st.st_nlink, 1);
	assert_int_equal(f.bytes, st.st_size);
	assert_int_equal(f.incidents, 2);
	assert_int_equal(f.open, 1);
	assert_int_equal(f.last_incident, 2);
	assert_int_equal(f.records, 1);
	assert_true(f.made != TIME_NONE && f.made == f.newest);
	assert_int_equal(examine(&again), STORE_WELL);
	assert_memory_equal(&f, &again, sizeof(f));
	alone();
	OK(store_audit_verify(t.s, NULL, &k, &t.e));
	assert_string_equal(k.head, f.head);
	s = store_open(file, false, &t.e);
	assert_non_null(s);
	store_close(s);
}

/* What root makes, the user of alertd can restore. */
static void
test_by_root(void **state)
{
	struct backup_facts f;
	struct stat st;

	(void)state;
	if (geteuid() != 0)
		skip();
	assert_int_equal(chown(t.path, 4711, 4712), 0);
	assert_int_equal(back_up(false, &f), STORE_WELL);
	assert_int_equal(stat(file, &st), 0);
	assert_int_equal(st.st_uid, 4711);
	assert_int_equal(st.st_gid, 4712);
	assert_int_equal(st.st_mode & 0777, 0600);
}

static void
test_existing(void **state)
{
	struct backup_facts f;
	char *data;

	(void)state;
	OK(file_write(file, "mine", 4, 0644, &t.e));
	assert_int_not_equal(back_up(false, &f), STORE_WELL);
	assert_non_null(strstr(t.e.msg, "exists already"));
	OK(file_read(file, 100, &data, NULL, &t.e));
	assert_string_equal(data, "mine");
	free(data);
	assert_int_equal(back_up(true, &f), STORE_WELL);
	assert_int_equal(examine(&f), STORE_WELL);
	alone();
}

/* Somebody is in the middle of something: it is not in the copy. */
static void
test_while_written(void **state)
{
	struct backup_facts f;
	struct store *other = store_open(t.path, false, &t.e);
	sqlite3_stmt *reading;

	(void)state;
	add_incident(INCIDENT_OPEN);
	assert_int_equal(sqlite3_prepare_v2(other->db,
			     "SELECT id FROM incident", -1, &reading, NULL),
	    SQLITE_OK);
	assert_int_equal(sqlite3_step(reading), SQLITE_ROW);
	add_incident(INCIDENT_OPEN);
	assert_int_equal(back_up(false, &f), STORE_WELL);
	assert_int_equal(f.incidents, 2);
	sqlite3_finalize(reading);
	store_close(other);
	add_incident(INCIDENT_OPEN);
	assert_int_equal(examine(&f), STORE_WELL);
	assert_int_equal(f.incidents, 2);
}

/* What a killed one has left is removed, also when it got its name already. */
static void
test_left_over(void **state)
{
	struct backup_facts f;
	char part[160], kept[160];

	(void)state;
	snprintf(part, sizeof(part), "%s/.alertd-backup.part", t.dir);
	snprintf(kept, sizeof(kept), "%s/kept.db", t.dir);
	assert_int_equal(back_up(false, &f), STORE_WELL);
	assert_int_equal(link(file, part), 0);
	assert_int_equal(rename(file, kept), 0);
	assert_int_equal(back_up(false, &f), STORE_WELL);
	assert_int_equal(examine(&f), STORE_WELL);
	unlink(file);
	assert_int_equal(rename(kept, file), 0);
	assert_int_equal(examine(&f), STORE_WELL);
	alone();
}

static void
test_bad_trail(void **state)
{
	struct backup_facts f;
	sqlite3 *db;

	(void)state;
	OK(store_audit(
	    t.s, T0, "alertd", "contact.added", 0, "contact 1", "", &t.e));
	assert_int_equal(sqlite3_open(t.path, &db), SQLITE_OK);
	assert_int_equal(
	    sqlite3_exec(db,
		"DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete;"
		"UPDATE audit SET action = 'x'",
		NULL, NULL, NULL),
	    SQLITE_OK);
	sqlite3_close(db);
	assert_int_equal(back_up(false, &f), STORE_CORRUPT);
	assert_non_null(strstr(t.e.msg, "record 1"));
	assert_false(exists("copy.db"));
	alone();
}

/* Before an upgrade: as it is, and without a record. */
static void
test_older(void **state)
{
	struct backup_facts f;

	(void)state;
	sqlite3_close(older(5));
	t.s = NULL;
	assert_int_equal(back_up(false, &f), STORE_WELL);
	assert_int_equal(f.schema, 5);
	assert_int_equal(f.records, 0);
	assert_string_equal(f.head, "");
	assert_int_equal(f.made, TIME_NONE);
}

static void
test_not_ours(void **state)
{
	struct backup_facts f;
	sqlite3 *db;

	(void)state;
	assert_int_equal(examine(&f), STORE_MISSING);
	OK(file_write(file, "text", 4, 0600, &t.e));
	assert_int_equal(examine(&f), STORE_CORRUPT);
	assert_null(strstr(t.e.msg, "restore"));
	unlink(file);
	assert_int_equal(sqlite3_open(file, &db), SQLITE_OK);
	assert_int_equal(
	    sqlite3_exec(db, "CREATE TABLE a (b)", NULL, NULL, NULL),
	    SQLITE_OK);
	sqlite3_close(db);
	assert_int_equal(examine(&f), STORE_CORRUPT);
	assert_non_null(strstr(t.e.msg, "no database of alertd"));
}

/* An index that does not fit its table: what the start does not look for. */
static void
test_bad_index(void **state)
{
	struct backup_facts f;
	sqlite3 *db;

	(void)state;
	OK(store_org_put(t.s, &municipality, &t.e));
	assert_int_equal(back_up(false, &f), STORE_WELL);
	assert_int_equal(sqlite3_open(file, &db), SQLITE_OK);
	assert_int_equal(
	    sqlite3_exec(db,
		"PRAGMA writable_schema = ON;"
		"UPDATE sqlite_schema SET sql = replace(sql, '(org)',"
		" '(org) WHERE enabled = 7') WHERE name = 'contact_org';"
		"UPDATE sqlite_schema SET rootpage ="
		" (SELECT rootpage FROM sqlite_schema WHERE name = 'call_open')"
		" WHERE name = 'code_call'",
		NULL, NULL, NULL),
	    SQLITE_OK);
	sqlite3_close(db);
	assert_int_equal(examine(&f), STORE_CORRUPT);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
#define CASE(f) cmocka_unit_test_setup_teardown(f, begin, end)
	    CASE(test_copy),
	    CASE(test_by_root),
	    CASE(test_existing),
	    CASE(test_while_written),
	    CASE(test_left_over),
	    CASE(test_bad_trail),
	    CASE(test_older),
	    CASE(test_not_ours),
	    CASE(test_bad_index),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
