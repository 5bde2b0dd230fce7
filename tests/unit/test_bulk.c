/*
 * Many changes of contacts at once (store/bulk.h): they leave what one after
 * another would, from seeds that a failure names. What an import costs grows
 * as the contacts do, and what is read and compared needs no lock: counted,
 * no time.
 */
#include <stdio.h>
#include <unistd.h>

#include "contacts_house.h"
#include "base/buf.h"
#include "store/audit.h"
#include "store/sql.h"

#define NOW 1646312700
#define SEEDS 60
#define ROUNDS 6
#define FEW 300 /* contacts */
#define EACH 5 /* of an organisation */

static struct {
	int64_t steps, compared;
} cost;

/* A program's own comes before the library's. */
int
strcmp(const char *a, const char *b)
{
	cost.compared++;
	while (*a != '\0' && *a == *b) {
		a++;
		b++;
	}
	return (unsigned char)*a - (unsigned char)*b;
}

static int
on_profile(unsigned what, void *arg, void *p, void *ns)
{
	(void)what;
	(void)arg;
	(void)ns;
	cost.steps += sqlite3_stmt_status(p, SQLITE_STMTSTATUS_VM_STEP, 1);
	return 0;
}

static void
run(struct store *s, const char *sql)
{
	struct err e = {""};

	must(sql_run(s, &e, "test", sql, ""), &e);
}

/* --- the same as one after another ----------------------------------------
 */

static uint64_t seed;

static int
any(int n)
{
	seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407U;
	return (int)((seed >> 33) % (uint64_t)n);
}

/* Two on-call teams, whose addresses are their own, and whoever is told. */
static const char *const codes[] = {
    "0101", "0147", "0151", "0153", "kmd", "medcom", "kl"};
#define TOLD 5

static char *
address(int org, const char *before, const char *behind)
{
	return any(5) == 0 ? xstrdup("")
			   : xasprintf("%s%d%d%s", before, org < TOLD ? 1 : 2,
				 any(9), behind);
}

static struct contact
somebody(void)
{
	int org = any((int)LENGTH(codes));
	struct contact k = {.org = xstrdup(codes[org]),
	    .name = xasprintf("Vagt %d", any(100)),
	    .email = address(org, "vagt", "@example.dk"),
	    .phone = address(org, "+450000000", ""),
	    .enabled = any(2) == 0,
	    .topics = xstrdup(any(3) == 0 ? "fmk" : ""),
	    .channels = (enum channel_choice)any(CHOICE_SMS_OUTAGES + 1)};

	if (*k.email == '\0' && *k.phone == '\0')
		xreplace(
		    &k.email, org < TOLD ? "a@example.dk" : "b@example.dk");
	return k;
}

/* One of them is done in bulk, the other one by one. */
struct pair {
	struct store *many, *each;
	struct bulk bulk;
};

static void
one(struct pair *p, enum bulk_kind kind, const struct contact *before,
    struct contact *after)
{
	static const char *const actions[BULK_KINDS] = {
	    "contact.removed", "contact.changed", "contact.added"};
	char *detail = xasprintf("detail %d", any(1000)), *object;
	struct err e = {""};

	must(bulk_add(&p->bulk, kind, before, after, detail, &e), &e);
	if (kind == BULK_REMOVE)
		must(store_contact_remove(p->each, before->id, &e), &e);
	else
		must(store_contact_put(p->each, after, &e), &e);
	object = xasprintf("contact %lld",
	    (long long)(kind == BULK_ADD ? after->id : before->id));
	must(store_audit(p->each, NOW, "user test", actions[kind], 0, object,
		 detail, &e),
	    &e);
	free(object);
	free(detail);
}

/* Some of what there is goes, some changes; some come. */
static void
change(struct pair *p)
{
	struct contacts l = {0};
	struct err e = {""};

	must(store_contacts(p->each, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++) {
		struct contact after = somebody();
		int what = any(4);

		after.id = l.v[i].id;
		if (what == 0)
			one(p, BULK_REMOVE, &l.v[i], NULL);
		else if (what == 1 && (strcmp(l.v[i].org, "medcom") == 0 ||
					  strcmp(l.v[i].org, "kl") == 0 ||
					  strcmp(after.org, "medcom") == 0 ||
					  strcmp(after.org, "kl") == 0))
			xreplace(&after.org, l.v[i].org);
		else if (what == 1)
			one(p, BULK_CHANGE, &l.v[i], &after);
		contact_clear(&after);
	}
	for (int i = any(8); i >= 0; i--) {
		struct contact after = somebody();

		one(p, BULK_ADD, NULL, &after);
		contact_clear(&after);
	}
	contacts_clear(&l);
}

/* All rows of a query of one column, a line each; free(). */
static char *
rows(struct store *s, const char *sql)
{
	struct err e = {""};
	struct sql q;
	struct buf b;
	int r;

	buf_init(&b, SIZE_MAX / 2);
	sql_open(&q, s, &e, "test", sql, "");
	while ((r = sql_step(&q)) == 1)
		buf_addf(&b, "%s\n", sql_peek(&q, 0));
	sql_close(&q);
	must(r, &e);
	return buf_steal(&b);
}

static void
assert_equal(struct pair *p)
{
	static const char *const tables[] = {
	    "SELECT id || '|' || org || '|' || name || '|' || email || '|' ||"
	    " phone || '|' || enabled || '|' || topics || '|' || channels"
	    " FROM contact ORDER BY id",
	    "SELECT org || '|' || channel || '|' || address || '|' ||"
	    " coalesce(proven, '-') || '|' || told FROM address"
	    " ORDER BY org, channel, address",
	    "SELECT seq || '|' || at || '|' || actor || '|' || action || '|' ||"
	    " object || '|' || detail FROM audit ORDER BY seq"};

	for (size_t i = 0; i < LENGTH(tables); i++) {
		char *many = rows(p->many, tables[i]);
		char *each = rows(p->each, tables[i]);

		assert_string_equal(many, each);
		free(many);
		free(each);
	}
}

static void
assert_whole(struct store *s)
{
	struct audit_check c;
	struct err e = {""};

	must(store_audit_verify(s, NULL, &c, &e), &e);
	assert_int_equal(c.fault, AUDIT_WHOLE);
}

/* Some of the addresses have been told, and stay for that. */
static void
tell_some(struct pair *p)
{
	char *sql = xasprintf("UPDATE address SET proven = %d, how ="
			      " 'accepted' WHERE address LIKE '%%%d%%'",
	    NOW + any(100), any(9));

	run(p->many, sql);
	run(p->each, sql);
	free(sql);
}

static void
test_same_as_each(void **state)
{
	struct err e = {""};

	(void)state;
	for (uint64_t i = 1; i <= SEEDS; i++) {
		struct pair p = {store_open(":memory:", true, &e),
		    store_open(":memory:", true, &e), {0}};

		seed = i;
		print_message("seed %llu\n", (unsigned long long)i);
		must(store_seed(p.many, &e), &e);
		must(store_seed(p.each, &e), &e);
		for (int k = 0; k < ROUNDS; k++) {
			must(bulk_open(&p.bulk, p.many, "user test", &e), &e);
			change(&p);
			must(store_begin(p.many, &e), &e);
			must(bulk_apply(&p.bulk, NOW, &e), &e);
			must(store_commit(p.many, &e), &e);
			bulk_close(&p.bulk);
			assert_equal(&p);
			tell_some(&p);
		}
		assert_whole(p.many);
		store_close(p.many);
		store_close(p.each);
	}
}

/* What is done next goes through the triggers as ever. */
static void
test_triggers_after(void **state)
{
	struct house *h = *state;
	struct contacts l = good(h, HEADER "0101,Anna,anna@example.dk,\n");
	struct plan p = {0};
	struct err e = {""};
	char *s;

	contacts_compare(&(struct contacts){0}, &l, false, &p);
	must(contacts_apply(h->store, &p, "user test", NOW, &e), &e);
	xreplace(&l.v[0].email, "bo@example.dk");
	must(store_contact_put(h->store, &l.v[0], &e), &e);
	s = rows(h->store, "SELECT address FROM address ORDER BY address");
	assert_string_equal(s, "anna@example.dk\nbo@example.dk\n");
	assert_int_equal(
	    sql_run(h->store, &e, "test", "DELETE FROM audit", ""), -1);
	free(s);
	plan_clear(&p);
	contacts_clear(&l);
}

/* --- what it costs -------------------------------------------------------- */

static void
add_homes(struct store *s, int n)
{
	struct err e = {""};

	must(sql_run(s, &e, "test",
		 "INSERT INTO org (kind, code, name, region, vendor)"
		 " WITH RECURSIVE c (i) AS (SELECT 10000 UNION ALL"
		 " SELECT i + 1 FROM c WHERE i < 9999 + ?)"
		 " SELECT 'municipality', i, 'Hjem ' || i, '', '' FROM c",
		 "n", n),
	    &e);
}

/* n of them in any order; every of-th has another address. */
static char *
homes_file(int n, int of)
{
	struct buf b;

	buf_init(&b, SIZE_MAX / 2);
	buf_adds(&b, HEADER);
	for (int i = 0; i < n; i++) {
		int k = (int)((int64_t)i * 7919 % n);

		buf_addf(&b, "%d,Vagt %d,%s%d@example.dk,+45%08d\n",
		    10000 + k / EACH, k, of > 0 && i % of == 0 ? "ny" : "vagt",
		    k, k);
	}
	return buf_steal(&b);
}

enum part { ADD, NOTHING, SOME, HALF, PARTS };

static const struct {
	const char *name;
	int rows, of; /* of FEW; as homes_file() has it */
	int64_t most; /* steps for each that there is */
} parts[PARTS] = {
    [ADD] = {"all are new", FEW, 0, 400},
    [NOTHING] = {"none changes", FEW, 0, 1},
    [SOME] = {"a tenth changes", FEW, 10, 50},
    [HALF] = {"half go", FEW / 2, 0, 180},
};

/* One import; steps is what is done under the lock, and compared the rest. */
static void
import(struct store *s, const char *text, int64_t *steps, int64_t *compared)
{
	struct orgs orgs = {0};
	struct contacts old = {0}, new = {0};
	struct diags d = {0};
	struct plan p;
	struct bulk b;
	struct err e = {""};

	memset(&cost, 0, sizeof(cost));
	must(store_orgs(s, &orgs, &e), &e);
	must(store_contacts(s, &old, &e), &e);
	assert_int_equal(
	    contacts_read("c.csv", text, strlen(text), &orgs, NULL, &new, &d),
	    0);
	contacts_compare(&old, &new, true, &p);
	must(contacts_prepare(s, &p, "user test", &b, &e), &e);
	*compared = cost.compared;
	must(store_begin(s, &e), &e);
	cost.steps = 0;
	must(bulk_apply(&b, NOW, &e), &e);
	*steps = cost.steps;
	must(store_commit(s, &e), &e);
	bulk_close(&b);
	plan_clear(&p);
	contacts_clear(&old);
	contacts_clear(&new);
	orgs_clear(&orgs);
}

static void
import_all(int times, int64_t steps[PARTS], int64_t compared[PARTS])
{
	struct err e = {""};
	struct store *s = store_open(":memory:", true, &e);

	assert_non_null(s);
	add_homes(s, times * FEW / EACH);
	sqlite3_trace_v2(s->db, SQLITE_TRACE_PROFILE, on_profile, NULL);
	for (int i = 0; i < PARTS; i++) {
		char *text = homes_file(times * parts[i].rows, parts[i].of);

		import(s, text, &steps[i], &compared[i]);
		free(text);
	}
	store_close(s);
}

/* 10.5 as in test_cost; what is sorted takes the logarithm more. */
static void
test_grows_as_they_do(void **state)
{
	int64_t steps[2][PARTS], compared[2][PARTS];

	(void)state;
	import_all(1, steps[0], compared[0]);
	import_all(10, steps[1], compared[1]);
	for (int i = 0; i < PARTS; i++) {
		print_message("%s: %lld and %lld steps, %lld and %lld "
			      "comparisons\n",
		    parts[i].name, (long long)steps[0][i],
		    (long long)steps[1][i], (long long)compared[0][i],
		    (long long)compared[1][i]);
		if (2 * steps[1][i] > 21 * steps[0][i] ||
		    steps[1][i] > 10 * FEW * parts[i].most)
			fail_msg("%s: steps", parts[i].name);
		if (compared[1][i] > 16 * compared[0][i])
			fail_msg("%s: comparisons", parts[i].name);
	}
}

/* Another writes for as long as it likes: all but the last step is done. */
static void
test_needs_no_lock(void **state)
{
	char *path = xasprintf("/tmp/alertd-bulk-%d.db", (int)getpid());
	struct house *h = *state;
	struct contacts old = {0},
			new = good(h, HEADER "0101,Anna,anna@example.dk,\n");
	struct err e = {""};
	struct store *s = store_open(path, true, &e), *other;
	struct plan p;
	struct bulk b;

	assert_non_null(s);
	must(store_seed(s, &e), &e);
	other = store_open(path, false, &e);
	store_patience(s, 0);
	must(store_begin(other, &e), &e);
	must(store_contacts(s, &old, &e), &e);
	contacts_compare(&old, &new, false, &p);
	must(contacts_prepare(s, &p, "user test", &b, &e), &e);
	assert_int_equal(store_begin(s, &e), -1);
	store_rollback(other);
	must(store_begin(s, &e), &e);
	must(bulk_apply(&b, NOW, &e), &e);
	must(store_commit(s, &e), &e);
	bulk_close(&b);
	store_close(other);
	store_close(s);
	unlink(path);
	free(path);
	plan_clear(&p);
	contacts_clear(&new);
}

/* That somebody else has changed one is seen, whichever part of it. */
static void
test_looks_again(void **state)
{
	static const char *const changes[] = {"name = 'Anne'",
	    "email = 'anne@example.dk'", "phone = '+4500000009'", "enabled = 0",
	    "topics = 'nas'", "channels = 'mail'",
	    "org = (SELECT id FROM org WHERE code = '0151')", "id = 9"};
	struct house *h = *state;
	struct contacts l = good(h,
			    HEADER "0101,Anna,anna@example.dk,00000001\n"
				   "0147,Bo,bo@example.dk,\n"),
			now = {0};
	struct err e = {""};

	for (size_t i = 0; i < l.n; i++)
		must(store_contact_put(h->store, &l.v[i], &e), &e);
	contacts_clear(&l);
	must(store_contacts(h->store, &now, &e), &e);
	assert_int_equal(store_contacts_are(h->store, &now, &e), 1);
	for (size_t i = 0; i < LENGTH(changes); i++) {
		char *sql = xasprintf("UPDATE contact SET %s WHERE name ="
				      " 'Anna'",
		    changes[i]);

		must(store_begin(h->store, &e), &e);
		run(h->store, sql);
		assert_int_equal(store_contacts_are(h->store, &now, &e), 0);
		store_rollback(h->store);
		free(sql);
	}
	run(h->store, "DELETE FROM contact WHERE name = 'Bo'");
	assert_int_equal(store_contacts_are(h->store, &now, &e), 0);
	now.n--;
	contact_clear(&now.v[now.n]);
	assert_int_equal(store_contacts_are(h->store, &now, &e), 1);
	now.n--;
	assert_int_equal(store_contacts_are(h->store, &now, &e), 0);
	now.n++;
	contacts_clear(&now);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_same_as_each),
	    CASE(test_triggers_after),
	    cmocka_unit_test(test_grows_as_they_do),
	    CASE(test_needs_no_lock),
	    CASE(test_looks_again),
	};

	return cmocka_run_group_tests_name("bulk", tests, NULL, NULL);
}
