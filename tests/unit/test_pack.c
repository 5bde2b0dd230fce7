/* The trail of the versions that kept it in hex: moved, and nothing lost. */
#include "no_disk.h"
#include "store_house.h"

#include "base/attr.h"
#include "store/audit.h"
#include "store/chain.h"

#define RECORDS 5
#define UNGUARDED                                                     \
	"DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete;" \
	"DROP TRIGGER audit_next; DROP TRIGGER audit_kept;"

/* The last version that did. */
static int
hex_schema(void)
{
	for (int k = 0; schema_migrations[k] != NULL; k++)
		for (const char *const *p = schema_migrations[k]; *p != NULL;
		     p++)
			if (strstr(*p, "RENAME TO audit_hex") != NULL)
				return k;
	fail_msg("no migration packs the trail");
	return 0;
}

static void
run(sqlite3 *db, const char *sql)
{
	char *why = NULL;

	if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s: %s", sql, why);
}

/* As that version did it, with what was; its hash in *before. */
static void
add_was(sqlite3 *db, int64_t seq, const char *was, char before[HASH_SIZE])
{
	struct link l = {.a = {.seq = seq,
			     .at = T0 + seq,
			     .actor = S("user anna"),
			     .action = S("contact.added"),
			     .incident = seq % 2,
			     .object = S("contact 3"),
			     .detail = S("0101 Bo Lund <bo@example.dk>")}};
	char *sql;

	snprintf(l.was, sizeof(l.was), "%s", was);
	personal_new_token(l.actor_salt);
	personal_new_token(l.detail_salt);
	link_digest(l.actor_salt, l.a.actor, l.actor_digest);
	link_digest(l.detail_salt, l.a.detail, l.detail_digest);
	link_hash(&l, seq, before, before);
	sql = sqlite3_mprintf(
	    "INSERT INTO audit VALUES (%lld, %lld, %Q, %Q, %lld, %Q, %Q, %Q,"
	    " %Q, %Q, %Q, %Q, %Q)",
	    (long long)seq, (long long)l.a.at, l.a.actor, l.a.action,
	    (long long)l.a.incident, l.a.object, l.a.detail, before, was,
	    l.actor_salt, l.actor_digest, l.detail_salt, l.detail_digest);
	run(db, sql);
	sqlite3_free(sql);
}

/* A database as that version left it, changed by after; its head. */
static void
make(int n, const char *after, char head[HASH_SIZE])
{
	sqlite3 *db = older(hex_schema());

	head[0] = '\0';
	for (int i = 1; i <= n; i++)
		add_was(db, i, "", head);
	run(db, UNGUARDED);
	run(db, after);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	t.s = NULL;
}

/* How often it was told how far the records are. */
static int told;

static void
note(const char *doing, void *arg)
{
	*(int *)arg += strstr(doing, "records so far") != NULL;
}

/* As it is, or brought up to date. */
static struct audit_check
check(bool as_it_is, const char *kept)
{
	struct store_opening how = {
	    .create = !as_it_is, .older = as_it_is, .busy = note, .arg = &told};
	struct audit_check k;

	told = 0;
	store_close(t.s);
	t.s = store_open_as(t.path, &how, &t.e);
	if (t.s == NULL)
		fail_msg("%s", t.e.msg);
	OK(store_audit_verify(t.s, kept, &k, &t.e));
	return k;
}

static void
test_whole(void **state)
{
	char head[HASH_SIZE];
	struct audits before = {0}, after = {0};
	struct audit_check k;

	(void)state;
	make(RECORDS, "", head);
	k = check(true, head);
	assert_int_equal(k.fault, AUDIT_WHOLE);
	assert_int_equal(k.kept, RECORDS);
	OK(store_audits(t.s, 0, 0, &before, &t.e));
	k = check(false, head);
	assert_int_equal(k.fault, AUDIT_WHOLE);
	assert_int_equal(k.kept, RECORDS);
	assert_int_equal(k.records, RECORDS + 1);
	OK(store_audits(t.s, 0, 0, &after, &t.e));
	for (size_t i = 0; i < before.n; i++) {
		assert_int_equal(after.v[i].seq, before.v[i].seq);
		assert_string_equal(after.v[i].hash, before.v[i].hash);
		assert_string_equal(after.v[i].detail, before.v[i].detail);
	}
	assert_string_equal(after.v[RECORDS].action, "audit.packed");
	assert_non_null(strstr(after.v[RECORDS].detail, "5 records"));
	assert_non_null(strstr(after.v[RECORDS].detail, "of them fitted"));
	audits_clear(&before);
	audits_clear(&after);
	assert_int_equal(
	    number("SELECT count(*) FROM audit WHERE length(salt) = 32"
		   " AND actor_digest IS NULL AND detail_digest IS NULL"),
	    RECORDS);
	assert_int_equal(number("SELECT count(*) FROM sqlite_schema"
				" WHERE name LIKE '%hex%'"),
	    0);
	/* It is done once. */
	assert_int_equal(check(false, NULL).records, RECORDS + 1);
}

/* What was broken is so in both forms, and at the same place. */
static void
test_broken(void **state)
{
	static const struct {
		const char *sql;
		enum audit_fault fault;
		int64_t bad;
	} cases[] = {
	    {"UPDATE audit SET detail = 'x' WHERE seq = 3", AUDIT_CHANGED, 3},
	    {"UPDATE audit SET at = 1 WHERE seq = 3", AUDIT_CHANGED, 3},
	    {"UPDATE audit SET detail_digest = actor_digest WHERE seq = 3",
		AUDIT_CHANGED, 3},
	    {"UPDATE audit SET actor_salt = 'x' WHERE seq = 3", AUDIT_CHANGED,
		3},
	    {"UPDATE audit SET actor_salt = actor_salt || 'x' WHERE seq = 3",
		AUDIT_CHANGED, 3},
	    {"UPDATE audit SET actor_salt = '' WHERE seq = 3", AUDIT_CHANGED,
		3},
	    {"UPDATE audit SET hash = replace(hash, substr(hash, 1, 1), 'x')"
	     " WHERE seq = 3",
		AUDIT_CHANGED, 3},
	    {"UPDATE audit SET was = hash WHERE seq = 3", AUDIT_CHANGED, 3},
	    {"UPDATE audit SET detail = '(erased)', detail_salt = ''"
	     " WHERE seq = 3",
		AUDIT_UNNAMED, 3},
	    {"DELETE FROM audit WHERE seq = 2", AUDIT_MISSING, 2},
	    {"DELETE FROM audit WHERE seq > 3", AUDIT_MISSING, 4},
	    {"UPDATE audit SET seq = -2 WHERE seq = 2;"
	     "UPDATE audit SET seq = 2 WHERE seq = 4;"
	     "UPDATE audit SET seq = 4 WHERE seq = -2",
		AUDIT_MOVED, 2},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char head[HASH_SIZE];

		print_message("%s\n", cases[i].sql);
		make(RECORDS, cases[i].sql, head);
		for (int up = 0; up < 2; up++) {
			struct audit_check k = check(up == 0, NULL);

			assert_int_equal(k.fault, cases[i].fault);
			assert_int_equal(k.bad, cases[i].bad);
		}
	}
}

static void
test_says_what_is_broken(void **state)
{
	char head[HASH_SIZE];

	(void)state;
	make(
	    RECORDS, "UPDATE audit SET detail = 'x' WHERE seq IN (3, 5)", head);
	check(false, NULL);
	assert_int_equal(number("SELECT count(*) FROM audit WHERE action ="
				" 'audit.packed' AND detail LIKE"
				" '%; record 3 did not fit'"),
	    1);
	/* And can be forgotten all the same. */
	for (int64_t seq = 1; seq <= RECORDS; seq++) {
		struct audit_erased l = {0};

		OK(store_audit_erase(t.s, seq, seq % 2, true, &l, &t.e));
		assert_int_equal(l.details.count, 1);
		audit_erased_clear(&l);
	}
	assert_int_equal(number("SELECT count(*) FROM audit WHERE detail"
				" LIKE '%Bo Lund%' OR detail = 'x'"),
	    0);
}

/* A head that is not that of the last record does not become it. */
static void
test_head(void **state)
{
	char head[HASH_SIZE];

	(void)state;
	make(RECORDS, "UPDATE audit_head SET hash = 'x'", head);
	assert_int_equal(check(true, NULL).fault, AUDIT_HEAD);
	assert_int_equal(check(false, NULL).fault, AUDIT_CHANGED);
}

/*
 * A first hash that was none, of a record whose texts are erased, is held
 * against nothing: it is told, and alertd starts.
 */
static void
test_no_hash(void **state)
{
	sqlite3 *db = older(hex_schema());
	char head[HASH_SIZE] = "", was[HASH_SIZE];

	(void)state;
	memset(was, 'z', sizeof(was) - 1);
	was[sizeof(was) - 1] = '\0';
	add_was(db, 1, was, head);
	run(db, UNGUARDED);
	run(db, "UPDATE audit SET detail = '(erased)', detail_salt = ''");
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	t.s = NULL;
	assert_int_equal(check(false, NULL).fault, AUDIT_CHANGED);
	assert_int_equal(number("SELECT count(*) FROM audit WHERE action ="
				" 'audit.packed' AND detail LIKE"
				" '%; record 1 did not fit'"),
	    1);
}

/* Each text of a record with two salts, in each order. */
static void
test_erased(void **state)
{
	char head[HASH_SIZE];
	struct audit_erased l = {0};

	(void)state;
	make(RECORDS, "", head);
	check(false, NULL);
	OK(store_audit_erase(t.s, 1, true, false, &l, &t.e));
	OK(store_audit_erase(t.s, 2, false, true, &l, &t.e));
	OK(store_audit_erase(t.s, 3, true, true, &l, &t.e));
	OK(store_audit_erasure(
	    t.s, T0, "user eva", AUDIT_FORGOTTEN, "", &l, &t.e));
	audit_erased_clear(&l);
	assert_int_equal(check(false, head).fault, AUDIT_WHOLE);
	OK(store_audit_erase(t.s, 1, true, true, &l, &t.e));
	OK(store_audit_erase(t.s, 2, true, true, &l, &t.e));
	OK(store_audit_erasure(
	    t.s, T0, "user eva", AUDIT_FORGOTTEN, "", &l, &t.e));
	audit_erased_clear(&l);
	assert_int_equal(check(false, head).fault, AUDIT_WHOLE);
	assert_int_equal(check(false, head).kept, RECORDS);
}

static void
test_says_so(void **state)
{
	char head[HASH_SIZE];
	int64_t kept;

	(void)state;
	make(2100, "", head);
	kept = check(false, head).kept;
	assert_int_equal(told, 3);
	assert_int_equal(kept, 2100);
	check(false, head);
	assert_int_equal(told, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_whole),
	    TEST(test_broken),
	    TEST(test_says_what_is_broken),
	    TEST(test_head),
	    TEST(test_no_hash),
	    TEST(test_erased),
	    TEST(test_says_so),
	};

	return cmocka_run_group_tests_name("pack", tests, NULL, NULL);
}
