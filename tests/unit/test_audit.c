/* The audit trail: what it refuses, what shows, and how it forgets. */
#include "no_disk.h"
#include "store_house.h"

#include <signal.h>
#include <sys/wait.h>

#include "base/attr.h"
#include "store/audit.h"
#include "store/chain.h"

#define UNGUARDED                                                     \
	"DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete;" \
	"DROP TRIGGER audit_next; DROP TRIGGER audit_kept;"

static void
add(int n)
{
	for (int i = 0; i < n; i++)
		OK(store_audit(t.s, T0 + i, "user anna", "delivery.accepted",
		    i % 2 + 7, "message 4", i == 3 ? "" : "sætning", &t.e));
}

static struct audit_check
check(const char *kept)
{
	struct audit_check k;

	OK(store_audit_verify(t.s, kept, &k, &t.e));
	return k;
}

static void
expect(enum audit_fault fault, int64_t bad)
{
	struct audit_check k = check(NULL);

	if (k.fault != fault || k.bad != bad)
		fail_msg("%s at %lld, not %s at %lld",
		    audit_fault_name(k.fault), (long long)k.bad,
		    audit_fault_name(fault), (long long)bad);
}

static void
test_append(void **state)
{
	struct audits l = {0};

	(void)state;
	expect(AUDIT_WHOLE, 0);
	add(5);
	expect(AUDIT_WHOLE, 0);
	OK(store_audits(t.s, 8, 1, &l, &t.e));
	assert_int_equal(l.n, 1);
	assert_true(l.v[0].seq == 4 && l.v[0].at == T0 + 3);
	assert_string_equal(l.v[0].actor, "user anna");
	assert_string_equal(l.v[0].action, "delivery.accepted");
	assert_int_equal(l.v[0].incident, 8);
	assert_string_equal(l.v[0].object, "message 4");
	assert_string_equal(l.v[0].detail, "");
	audits_clear(&l);
	OK(store_audits(t.s, 0, 2, &l, &t.e));
	assert_int_equal(l.n, 2);
	assert_int_equal(l.v[0].seq, 4);
	assert_string_equal(l.v[1].hash, check(NULL).head);
	assert_int_equal(check(NULL).records, 5);
	audits_clear(&l);
}

static struct link
link_of(int64_t seq)
{
	struct link l;
	struct sql q;

	OK(link_open(&q, t.s, LINK_PACKED, seq, &t.e));
	assert_int_equal(sql_step(&q), 1);
	link_read(&q, LINK_PACKED, &l);
	sql_close(&q);
	assert_int_equal(l.a.seq, seq);
	return l;
}

/* Two equal texts have nothing in common but by their salts. */
static void
test_salts(void **state)
{
	struct link a, b;

	(void)state;
	add(3);
	a = link_of(1);
	b = link_of(3);
	assert_string_equal(a.a.detail, b.a.detail);
	assert_string_not_equal(a.salt, b.salt);
	assert_string_not_equal(a.actor_salt, b.actor_salt);
	assert_string_not_equal(a.detail_salt, b.detail_salt);
	assert_string_not_equal(a.actor_salt, a.detail_salt);
	assert_string_not_equal(a.detail_digest, b.detail_digest);
	assert_int_equal(strlen(a.detail_salt), 22);
	link_clear(&a);
	link_clear(&b);
	/* What can be computed is not there. */
	assert_int_equal(number("SELECT count(*) FROM audit WHERE"
				" length(hash) = 32 AND length(salt) = 16"
				" AND was IS NULL AND actor_digest IS NULL"
				" AND detail_digest IS NULL"),
	    3);
}

static void
hash_of(char out[HASH_SIZE], char *text)
{
	sha256_hex(text, strlen(text), out);
	free(text);
}

/* By the rule of audit.h, as one could do it elsewhere. */
static void
test_rule(void **state)
{
	char a[HASH_SIZE], d[HASH_SIZE], hash[HASH_SIZE];
	char actor[TOKEN_SIZE], detail[TOKEN_SIZE];
	unsigned char seed[16], both[HASH_BYTES];
	struct link l;

	(void)state;
	add(1);
	l = link_of(1);
	assert_int_equal(hex_read(l.salt, seed, sizeof(seed)), 0);
	sha256_bytes(seed, sizeof(seed), both);
	personal_write(both, actor);
	personal_write(both + 16, detail);
	hash_of(a, xasprintf("22:%s9:user anna", actor));
	hash_of(d, xasprintf("22:%s8:sætning", detail));
	hash_of(hash, xasprintf("audit 2\n0:0:1,%lld,7,64:%s"
				"17:delivery.accepted9:message 464:%s",
			  (long long)T0, a, d));
	assert_string_equal(l.a.hash, hash);
	link_clear(&l);
}

#define COPY(seq, text)                                                   \
	"INSERT OR REPLACE INTO audit SELECT " seq ", at, actor, action," \
	" incident, object, " text ", hash, was, salt, actor_digest,"     \
	" detail_digest FROM audit WHERE seq = 2"
#define GONE "detail = '(erased)', detail_digest = zeroblob(32)"
#define LEFT ", salt = zeroblob(16)"

static void
expect_refused(const char *const *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((raw(v[i]) & 0xff) != SQLITE_CONSTRAINT)
			fail_msg("not refused: %s", v[i]);
}

static void
test_refused(void **state)
{
	static const char *const refused[] = {
	    "UPDATE audit SET detail = 'x' WHERE seq = 1",
	    "UPDATE audit SET detail = '(erased)' WHERE seq = 1",
	    "UPDATE audit SET salt = NULL WHERE seq = 1",
	    "UPDATE audit SET salt = zeroblob(16) WHERE seq = 1",
	    "UPDATE audit SET detail_digest = zeroblob(32) WHERE seq = 1",
	    "UPDATE audit SET " GONE " WHERE seq = 1",
	    "UPDATE audit SET " GONE ", salt = NULL WHERE seq = 1",
	    "UPDATE audit SET " GONE ", salt = zeroblob(32) WHERE seq = 1",
	    "UPDATE audit SET actor = '(erased)', " GONE LEFT,
	    "UPDATE audit SET detail = ''" LEFT
	    ", detail_digest = zeroblob(32)",
	    "UPDATE audit SET actor = 'user eva'" LEFT
	    ", actor_digest = zeroblob(32)",
	    "UPDATE audit SET at = 1 WHERE seq = 1",
	    "UPDATE audit SET object = '' WHERE seq = 1",
	    "UPDATE audit SET hash = zeroblob(32) WHERE seq = 1",
	    "UPDATE audit SET was = zeroblob(32) WHERE seq = 1",
	    "UPDATE audit SET " GONE LEFT ", at = 1",
	    "UPDATE audit SET seq = 9 WHERE seq = 1",
	    "DELETE FROM audit WHERE seq = 3", COPY("2", "'x'"),
	    COPY("9", "detail"), COPY("0", "detail")};

	(void)state;
	add(3);
	expect_refused(refused, LENGTH(refused));
	expect(AUDIT_WHOLE, 0);
}

/* What is erased stays so, and what is left of it. */
static void
test_refused_erased(void **state)
{
	static const char *const refused[] = {
	    "UPDATE audit SET detail = 'sætning', detail_digest = NULL",
	    "UPDATE audit SET salt = zeroblob(16)",
	    "UPDATE audit SET salt = NULL",
	    "UPDATE audit SET detail_digest = zeroblob(32)",
	    "UPDATE audit SET actor = '(erased)', actor_digest = hash",
	    "UPDATE audit SET detail = 'x'",
	};
	struct audit_erased l = {0};

	(void)state;
	add(3);
	for (int seq = 1; seq <= 3; seq++)
		OK(store_audit_erase(t.s, seq, false, true, &l, &t.e));
	audit_erased_clear(&l);
	expect(AUDIT_UNNAMED, 1);
	expect_refused(refused, LENGTH(refused));
	expect(AUDIT_UNNAMED, 1);
}

struct tampering {
	const char *sql;
	enum audit_fault fault;
	int64_t bad; /* what is found */
};

/* Each by who has dropped the triggers. */
static void
tamper(const struct tampering *v, size_t n)
{
	OK(raw(UNGUARDED));
	for (size_t i = 0; i < n; i++) {
		OK(raw("SAVEPOINT before"));
		print_message("%s\n", v[i].sql);
		OK(raw(v[i].sql));
		expect(v[i].fault, v[i].bad);
		OK(raw("ROLLBACK TO before; RELEASE before"));
	}
}

static void
test_tampering(void **state)
{
	static const struct tampering cases[] = {
	    {"UPDATE audit SET at = at + 1 WHERE seq = 3", AUDIT_CHANGED, 3},
	    {"UPDATE audit SET actor = 'x' WHERE seq = 3", AUDIT_CHANGED, 3},
	    {"UPDATE audit SET action = 'x' WHERE seq = 3", AUDIT_CHANGED, 3},
	    {"UPDATE audit SET incident = 9 WHERE seq = 3", AUDIT_CHANGED, 3},
	    {"UPDATE audit SET object = 'x' WHERE seq = 3", AUDIT_CHANGED, 3},
	    {"UPDATE audit SET detail = 'x' WHERE seq = 3", AUDIT_CHANGED, 3},
	    {"UPDATE audit SET detail = 'x' WHERE seq = 4", AUDIT_CHANGED, 4},
	    {"UPDATE audit SET hash = (SELECT hash FROM audit WHERE seq = 1)"
	     " WHERE seq = 3",
		AUDIT_CHANGED, 3},
	    {"UPDATE audit SET was = hash WHERE seq = 3", AUDIT_CHANGED, 3},
	    {"UPDATE audit SET salt = zeroblob(16) WHERE seq = 3",
		AUDIT_CHANGED, 3},
	    {"UPDATE audit SET salt = NULL WHERE seq = 3", AUDIT_CHANGED, 3},
	    {"UPDATE audit SET salt = CAST(salt || salt AS BLOB) WHERE seq = 3",
		AUDIT_CHANGED, 3},
	    {"UPDATE audit SET actor_digest = hash WHERE seq = 3",
		AUDIT_CHANGED, 3},
	    {"UPDATE audit SET detail_digest = hash WHERE seq = 3",
		AUDIT_CHANGED, 3},
	    {"UPDATE audit SET detail = '(erased)', detail_digest = hash"
	     " WHERE seq = 3",
		AUDIT_CHANGED, 3},
	    {"UPDATE audit SET detail = '(erased)' WHERE seq = 3",
		AUDIT_CHANGED, 3},
	    {"DELETE FROM audit WHERE seq = 1", AUDIT_MISSING, 1},
	    {"DELETE FROM audit WHERE seq = 3", AUDIT_MISSING, 3},
	    {"DELETE FROM audit WHERE seq = 5", AUDIT_MISSING, 5},
	    {"DELETE FROM audit WHERE seq > 2", AUDIT_MISSING, 3},
	    {"DELETE FROM audit", AUDIT_MISSING, 1},
	    {"DELETE FROM audit WHERE seq = 3;"
	     "UPDATE audit SET seq = seq - 1 WHERE seq > 3",
		AUDIT_CHANGED, 3},
	    {"UPDATE audit SET seq = -2 WHERE seq = 2;"
	     "UPDATE audit SET seq = 2 WHERE seq = 4;"
	     "UPDATE audit SET seq = 4 WHERE seq = -2",
		AUDIT_MOVED, 2},
	    {"UPDATE audit SET seq = -2 WHERE seq = 2;"
	     "UPDATE audit SET seq = 2 WHERE seq = 3;"
	     "UPDATE audit SET seq = 3 WHERE seq = -2",
		AUDIT_MOVED, 2},
	    {"UPDATE audit SET seq = -1 WHERE seq = 1", AUDIT_CHANGED, -1},
	    {"UPDATE audit_head SET hash = zeroblob(32)", AUDIT_HEAD, 5},
	    {"UPDATE audit_head SET seq = 4", AUDIT_HEAD, 5},
	    {"DELETE FROM audit_head", AUDIT_HEAD, 5},
	    {"SELECT 1", AUDIT_WHOLE, 0},
	};

	(void)state;
	add(5);
	tamper(cases, LENGTH(cases));
}

/* Of what is erased, and on record as that. */
static void
test_tampering_erased(void **state)
{
	static const struct tampering cases[] = {
	    {"UPDATE audit SET detail = 'sætning' WHERE seq = 2", AUDIT_CHANGED,
		2},
	    {"UPDATE audit SET actor = 'user anna' WHERE seq = 2",
		AUDIT_CHANGED, 2},
	    {"UPDATE audit SET detail_digest = actor_digest WHERE seq = 2",
		AUDIT_CHANGED, 2},
	    {"UPDATE audit SET salt = zeroblob(16) WHERE seq = 2",
		AUDIT_CHANGED, 2},
	    {"UPDATE audit SET salt = zeroblob(16) WHERE seq = 3",
		AUDIT_CHANGED, 3},
	    {"UPDATE audit SET salt = NULL WHERE seq = 3", AUDIT_CHANGED, 3},
	    {"UPDATE audit SET detail_digest = NULL WHERE seq = 3",
		AUDIT_CHANGED, 3},
	    {"UPDATE audit SET actor = 'user eva' WHERE seq = 3", AUDIT_CHANGED,
		3},
	    {"DELETE FROM audit WHERE seq = 5", AUDIT_UNNAMED, 2},
	    {"SELECT 1", AUDIT_WHOLE, 0},
	};
	struct audit_erased l = {0};

	(void)state;
	add(4);
	OK(store_audit_erase(t.s, 2, true, true, &l, &t.e));
	OK(store_audit_erase(t.s, 3, false, true, &l, &t.e));
	OK(store_audit_erasure(
	    t.s, T0 + 9, "user eva", AUDIT_FORGOTTEN, "a person", &l, &t.e));
	audit_erased_clear(&l);
	tamper(cases, LENGTH(cases));
}

static void
test_moved(void **state)
{
	struct audit_check k;

	(void)state;
	add(5);
	OK(raw(UNGUARDED "UPDATE audit SET seq = -2 WHERE seq = 2;"
			 "UPDATE audit SET seq = 2 WHERE seq = 4;"
			 "UPDATE audit SET seq = 4 WHERE seq = -2"));
	k = check(NULL);
	assert_int_equal(k.fault, AUDIT_MOVED);
	assert_int_equal(k.was, 4);
}

/* What is written after a cut does not hide it. */
static void
test_cut(void **state)
{
	(void)state;
	add(5);
	OK(raw("DROP TRIGGER audit_no_delete;"
	       "DELETE FROM audit WHERE seq > 3"));
	expect(AUDIT_MISSING, 4);
	OK(store_audit(t.s, T0, "a", "b", 0, "c", "d", &t.e));
	assert_int_equal(number("SELECT max(seq) FROM audit"), 6);
	expect(AUDIT_MISSING, 4);
	OK(raw("DELETE FROM audit_head"));
	OK(store_audit(t.s, T0, "a", "b", 0, "c", "d", &t.e));
	assert_int_equal(number("SELECT max(seq) FROM audit"), 7);
}

/* --- forgetting ------------------------------------------------------------
 */

static void
erase(int64_t seq, bool actor, bool detail, struct audit_erased *l)
{
	OK(store_audit_erase(t.s, seq, actor, detail, l, &t.e));
}

static void
put_on_record(struct audit_erased *l)
{
	OK(store_audit_erasure(
	    t.s, T0 + 9, "user eva", AUDIT_FORGOTTEN, "a person", l, &t.e));
	audit_erased_clear(l);
}

static void
test_erase(void **state)
{
	struct audit_erased l = {0};
	struct audits all = {0};

	(void)state;
	add(9);
	OK(store_begin(t.s, &t.e));
	erase(1, true, false, &l);
	erase(2, false, true, &l);
	erase(3, true, true, &l);
	erase(5, false, true, &l);
	erase(5, false, true, &l);
	put_on_record(&l);
	OK(store_commit(t.s, &t.e));
	expect(AUDIT_WHOLE, 0);
	OK(store_audits(t.s, 0, 0, &all, &t.e));
	assert_string_equal(all.v[0].actor, AUDIT_ERASED);
	assert_string_equal(all.v[0].detail, "sætning");
	assert_string_equal(all.v[1].actor, "user anna");
	assert_string_equal(all.v[1].detail, AUDIT_ERASED);
	assert_string_equal(all.v[1].object, "message 4");
	assert_string_equal(all.v[9].action, AUDIT_FORGOTTEN);
	assert_string_equal(all.v[9].object, "actor 1,3; detail 2-3,5");
	audits_clear(&all);
	assert_int_equal(number("SELECT count(*) FROM audit WHERE seq = 3"
				" AND salt IS NULL"),
	    1);
	/* What is erased already needs no second record. */
	erase(3, true, true, &l);
	put_on_record(&l);
	assert_int_equal(number("SELECT count(*) FROM audit"), 10);
	/* The rest of a record, by another. */
	erase(2, true, true, &l);
	put_on_record(&l);
	expect(AUDIT_WHOLE, 0);
}

/* A record names only what is before it, and only by its own actions. */
static void
test_unnamed(void **state)
{
	static const struct {
		const char *action, *object;
	} wrong[] = {
	    {AUDIT_FORGOTTEN, "detail 1-2,4"},
	    {AUDIT_FORGOTTEN, "actor 3"},
	    {AUDIT_FORGOTTEN, "detail 3-99"},
	    {AUDIT_FORGOTTEN, "detail 4-3"},
	    {AUDIT_FORGOTTEN, "detail 3x"},
	    {AUDIT_FORGOTTEN, "3"},
	    {AUDIT_FORGOTTEN, ""},
	    {"notice.queued", "detail 3"},
	};
	struct audit_erased l = {0};

	(void)state;
	OK(store_audit(t.s, T0, "x", AUDIT_FORGOTTEN, 0, "detail 3", "", &t.e));
	add(5);
	erase(3, false, true, &l);
	audit_erased_clear(&l);
	expect(AUDIT_UNNAMED, 3);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		OK(store_audit(t.s, T0, "x", wrong[i].action, 0,
		    wrong[i].object, "", &t.e));
		expect(AUDIT_UNNAMED, 3);
	}
	OK(store_audit(
	    t.s, T0, "x", AUDIT_RETAINED, 0, "detail 2-4", "", &t.e));
	expect(AUDIT_WHOLE, 0);
}

/* A kept head is found as long as nothing up to it changed. */
static void
test_kept(void **state)
{
	struct audit_check first, k;

	(void)state;
	add(3);
	first = check(NULL);
	add(2);
	k = check(first.head);
	assert_int_equal(k.fault, AUDIT_WHOLE);
	assert_int_equal(k.kept, 3);
	OK(raw("DROP TRIGGER audit_no_delete;"
	       "DELETE FROM audit; DELETE FROM audit_head"));
	add(5);
	k = check(first.head);
	assert_int_equal(k.fault, AUDIT_WHOLE);
	assert_int_equal(k.kept, 0);
	assert_int_equal(check("").kept, 0);
}

/* --- from before ----------------------------------------------------------
 */

#define OLD_SCHEMA 5

static void
add_old(sqlite3 *db, struct audit *a, char hash[HASH_SIZE])
{
	char *sql;

	link_hash_first(a, hash, hash);
	sql = sqlite3_mprintf(
	    "INSERT INTO audit VALUES (%lld, %lld, %Q, %Q, %lld, %Q, %Q, %Q)",
	    (long long)a->seq, (long long)a->at, a->actor, a->action,
	    (long long)a->incident, a->object, a->detail, hash);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_free(sql);
}

/* How often it was told how far the records are. */
static int told;

static void
note(const char *doing, void *arg)
{
	*(int *)arg += strstr(doing, "records so far") != NULL;
}

/* A database as the version before wrote it, with n records; its head. */
static void
old_database(int n, const char *after, char head[HASH_SIZE])
{
	sqlite3 *db = older(OLD_SCHEMA);

	head[0] = '\0';
	for (int i = 1; i <= n; i++)
		add_old(db,
		    &(struct audit){.seq = i,
			.at = T0 + i,
			.actor = S("user anna"),
			.action = S("contact.added"),
			.incident = i % 2,
			.object = S("contact 3"),
			.detail = S("0101 Bo Lund <bo@example.dk>")},
		    head);
	assert_int_equal(sqlite3_exec(db, after, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	told = 0;
	t.s = store_open_as(t.path,
	    &(struct store_opening){
		.create = true, .check = true, .busy = note, .arg = &told},
	    &t.e);
	if (t.s == NULL)
		fail_msg("%s", t.e.msg);
}

static void
test_sealed(void **state)
{
	char head[HASH_SIZE];
	struct audits l = {0};
	struct audit_check k;

	(void)state;
	old_database(4, "", head);
	k = check(head);
	assert_int_equal(k.fault, AUDIT_WHOLE);
	assert_int_equal(k.records, 6);
	assert_int_equal(k.kept, 4);
	OK(store_audits(t.s, 0, 0, &l, &t.e));
	assert_int_equal(l.n, 6);
	assert_string_equal(l.v[1].actor, "user anna");
	assert_string_equal(l.v[1].detail, "0101 Bo Lund <bo@example.dk>");
	assert_int_equal(l.v[0].incident, 1);
	assert_string_equal(l.v[4].action, "audit.sealed");
	assert_string_equal(l.v[4].object, "record 4");
	assert_non_null(strstr(l.v[4].detail, head));
	assert_non_null(strstr(l.v[4].detail, "every one of them fitted"));
	assert_string_equal(l.v[5].action, "audit.packed");
	audits_clear(&l);
	assert_int_equal(number("SELECT count(*) FROM sqlite_schema"
				" WHERE name = 'audit_before'"),
	    0);
	store_close(t.s);
	t.s = store_open(t.path, true, &t.e);
	assert_non_null(t.s);
	assert_int_equal(check(NULL).records, 6);
}

static void
test_sealed_says_so(void **state)
{
	char head[HASH_SIZE];

	(void)state;
	old_database(2100, "", head);
	/* When it is sealed, and when it is packed. */
	assert_int_equal(told, 5);
}

static void
test_sealed_forgets(void **state)
{
	char head[HASH_SIZE];
	struct audit_erased l = {0};

	(void)state;
	old_database(4, "", head);
	erase(2, false, true, &l);
	put_on_record(&l);
	expect(AUDIT_WHOLE, 0);
	assert_int_equal(check(head).kept, 4);
	/* The first rule still holds what is not erased. */
	OK(raw(UNGUARDED "UPDATE audit SET was = (SELECT was FROM audit"
			 " WHERE seq = 1) WHERE seq = 3"));
	expect(AUDIT_CHANGED, 3);
}

/* What was broken before is not made whole by the new hashes. */
static void
test_sealed_broken(void **state)
{
	char head[HASH_SIZE];
	struct audits l = {0};

	(void)state;
	old_database(4,
	    "DROP TRIGGER audit_no_update;"
	    "UPDATE audit SET detail = 'x' WHERE seq = 3",
	    head);
	expect(AUDIT_CHANGED, 3);
	OK(store_audits(t.s, 0, 1, &l, &t.e));
	assert_non_null(strstr(l.v[0].detail, "record 3 did not fit"));
	audits_clear(&l);
	old_database(4,
	    "DROP TRIGGER audit_no_delete; DELETE FROM audit WHERE seq = 2",
	    head);
	expect(AUDIT_MISSING, 2);
}

static void
test_sealed_empty(void **state)
{
	char head[HASH_SIZE];

	(void)state;
	old_database(0, "", head);
	assert_int_equal(check(NULL).records, 0);
	expect(AUDIT_WHOLE, 0);
	add(1);
	expect(AUDIT_WHOLE, 0);
}

/* The trail of a daemon that is at work is read at one moment. */
static void
test_while_written(void **state)
{
	pid_t writer;

	(void)state;
	add(200);
	writer = fork();
	if (writer == 0) {
		/* A connection is not taken through a fork. */
		t.s = store_open(t.path, false, &t.e);
		for (;;)
			if (store_audit(t.s, T0, "alertd", "delivery.accepted",
				7, "message 4", "", &t.e) == -1)
				_exit(1);
	}
	assert_true(writer > 0);
	for (int i = 0; i < 60; i++) {
		struct audit_check k;
		int r = store_audit_verify(t.s, NULL, &k, &t.e);

		if (r == -1 || k.fault != AUDIT_WHOLE) {
			kill(writer, SIGKILL);
			fail_msg("%d: %s at %lld of %lld: %s", i,
			    audit_fault_name(k.fault), (long long)k.bad,
			    (long long)k.records, t.e.msg);
		}
	}
	kill(writer, SIGKILL);
	waitpid(writer, NULL, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_append),
	    TEST(test_salts),
	    TEST(test_rule),
	    TEST(test_refused),
	    TEST(test_refused_erased),
	    TEST(test_tampering),
	    TEST(test_tampering_erased),
	    TEST(test_moved),
	    TEST(test_cut),
	    TEST(test_erase),
	    TEST(test_unnamed),
	    TEST(test_kept),
	    TEST(test_sealed),
	    TEST(test_sealed_says_so),
	    TEST(test_sealed_forgets),
	    TEST(test_sealed_broken),
	    TEST(test_sealed_empty),
	    TEST(test_while_written),
	};

	return cmocka_run_group_tests_name("audit", tests, NULL, NULL);
}
