/* Unit tests of store/: what is put is got, what must be refused is. */
#include "store_house.h"

#include <sys/stat.h>
#include <sys/wait.h>

#include "store/audit.h"
#include "store/reports.h"
#include "store/sql.h"

/* A second connection that knows nothing of store/. */
static int
by_another(const char *sql)
{
	sqlite3 *db;
	int r = sqlite3_open(t.path, &db);

	if (r == SQLITE_OK)
		r = sqlite3_exec(db, sql, NULL, NULL, NULL);
	sqlite3_close(db);
	return r;
}

static void
same_incident(const struct incident *a, const struct incident *b)
{
	assert_true(a->id == b->id && a->state == b->state);
	assert_true(a->kind == b->kind && a->effect == b->effect);
	assert_true(a->online == b->online && a->path == b->path);
	assert_string_equal(a->service, b->service);
	assert_string_equal(a->title, b->title);
	assert_string_equal(a->news, b->news);
	assert_string_equal(a->url, b->url);
	assert_string_equal(a->reason, b->reason);
	assert_string_equal(a->feed, b->feed);
	assert_true(a->since == b->since && a->opened_at == b->opened_at);
	assert_true(a->decided_at == b->decided_at);
	assert_true(a->resolved_at == b->resolved_at);
	assert_true(a->starts == b->starts && a->ends == b->ends);
	assert_true(a->expected_end == b->expected_end);
	assert_true(a->planned == b->planned && a->reminded == b->reminded);
	assert_true(a->notices == b->notices);
	assert_true(a->last_notice_at == b->last_notice_at);
	assert_true(a->last_change_at == b->last_change_at);
	assert_true(a->due_at == b->due_at && a->change == b->change);
	assert_true(a->fresh == b->fresh && a->over == b->over);
	assert_string_equal(a->change_reason, b->change_reason);
}

static void
test_incident(void **state)
{
	struct incident i = sample(), got;
	struct incidents l = {0};

	(void)state;
	OK(store_incident_put(t.s, &i, &t.e));
	assert_true(i.id > 0);
	assert_int_equal(store_incident_get(t.s, i.id, &got, &t.e), 1);
	same_incident(&i, &got);
	incident_clear(&got);
	/* The other value of each flag, and no time at all. */
	i.path = i.planned = i.fresh = i.over = false;
	i.reminded = i.change = true;
	i.since = i.opened_at = i.decided_at = i.resolved_at = TIME_NONE;
	i.starts = i.ends = i.expected_end = i.last_notice_at = TIME_NONE;
	i.last_change_at = i.due_at = TIME_NONE;
	OK(store_incident_put(t.s, &i, &t.e));
	assert_int_equal(store_incident_get(t.s, i.id, &got, &t.e), 1);
	same_incident(&i, &got);
	incident_clear(&got);
	assert_int_equal(store_incident_get(t.s, 99, &got, &t.e), 0);
	i.id = 99;
	assert_int_equal(store_incident_put(t.s, &i, &t.e), -1);
	assert_string_equal(t.e.msg, "there is no incident 99");
	OK(store_incidents(t.s, 0, &l, &t.e));
	assert_int_equal(l.n, 1);
	incidents_clear(&l);
	incident_clear(&i);
}

static void
test_incident_live(void **state)
{
	struct incident i = sample();
	struct incidents l = {0};
	static const struct {
		enum incident_state state;
		bool over, live;
	} cases[] = {
	    {INCIDENT_PENDING, false, true},
	    {INCIDENT_OPEN, false, true},
	    {INCIDENT_RESOLVED, true, true},
	    {INCIDENT_RESOLVED, false, false},
	    {INCIDENT_DISMISSED, false, false},
	    {INCIDENT_RETRACTED, false, false},
	};

	(void)state;
	for (size_t k = 0; k < 6; k++) {
		i.id = 0;
		i.state = cases[k].state;
		i.over = cases[k].over;
		OK(store_incident_put(t.s, &i, &t.e));
	}
	OK(store_incidents_live(t.s, &l, &t.e));
	assert_int_equal(l.n, 3);
	for (size_t k = 0; k < 3; k++)
		assert_true(cases[l.v[k].id - 1].live);
	incidents_clear(&l);
	OK(store_incidents(t.s, 2, &l, &t.e));
	assert_int_equal(l.n, 2);
	assert_int_equal(l.v[0].id, 6);
	incidents_clear(&l);
	incident_clear(&i);
}

static void
test_incident_kind(void **state)
{
	struct incident i = sample();

	(void)state;
	OK(store_incident_put(t.s, &i, &t.e));
	i.kind = KIND_ACTUAL;
	assert_int_equal(store_incident_put(t.s, &i, &t.e), -1);
	assert_non_null(strstr(t.e.msg, "never changes"));
	assert_int_not_equal(
	    by_another("UPDATE incident SET kind = 'actual'"), 0);
	assert_int_not_equal(by_another("DELETE FROM incident"), 0);
	assert_int_equal(
	    number("SELECT count(*) FROM incident WHERE kind = 'test'"), 1);
	incident_clear(&i);
}

static struct report
sample_report(void)
{
	struct report r;

	report_init(&r);
	xreplace(&r.feed, "nspop");
	xreplace(&r.id, "ext-1");
	xreplace(&r.revision, "rev-2");
	xreplace(&r.title, "FMK nede");
	xreplace(&r.text, "nyeste\n\nældre");
	r.newest = 6;
	xreplace(&r.url, "https://status.example.dk/2");
	r.published = T0 + 1;
	r.updated = T0 + 2;
	r.starts = T0 + 3;
	r.ends = T0 + 4;
	report_component(&r, "FMK-online", "major_outage");
	report_component(&r, "NAS", "");
	xreplace(&r.impact, "critical");
	xreplace(&r.status, "monitoring");
	r.phase = PHASE_OPEN;
	return r;
}

static struct finding
sample_finding(void)
{
	struct finding f;

	finding_init(&f);
	f.verdict = VERDICT_BROADCAST;
	f.effect = EFFECT_OUTAGE;
	f.phase = PHASE_PLANNED;
	xreplace(&f.reason, "rule 7: \"nede\"");
	xreplace(&f.service, "FMK");
	strv_add(&f.hit, "fmk");
	strv_add(&f.hit, "fmk-online");
	f.online = ONLINE_WORKS;
	f.path = true;
	f.expected_end = T0 + 5;
	return f;
}

static void
same_report(const struct report *a, const struct report *b)
{
	assert_string_equal(a->feed, b->feed);
	assert_string_equal(a->id, b->id);
	assert_string_equal(a->revision, b->revision);
	assert_string_equal(a->title, b->title);
	assert_string_equal(a->text, b->text);
	assert_int_equal(a->newest, b->newest);
	assert_string_equal(a->url, b->url);
	assert_true(a->published == b->published && a->updated == b->updated);
	assert_true(a->starts == b->starts && a->ends == b->ends);
	assert_int_equal(a->n_components, b->n_components);
	for (size_t i = 0; i < a->n_components; i++) {
		assert_string_equal(
		    a->components[i].name, b->components[i].name);
		assert_string_equal(
		    a->components[i].status, b->components[i].status);
	}
	assert_string_equal(a->impact, b->impact);
	assert_string_equal(a->status, b->status);
	assert_int_equal(a->phase, b->phase);
}

static void
same_finding(const struct finding *a, const struct finding *b)
{
	assert_true(a->verdict == b->verdict && a->effect == b->effect);
	assert_true(a->phase == b->phase && a->online == b->online);
	assert_string_equal(a->reason, b->reason);
	assert_string_equal(a->service, b->service);
	assert_int_equal(a->hit.n, b->hit.n);
	for (size_t i = 0; i < a->hit.n; i++)
		assert_string_equal(a->hit.v[i], b->hit.v[i]);
	assert_true(a->path == b->path && a->expected_end == b->expected_end);
}

static void
test_report(void **state)
{
	struct incident i = sample();
	struct report r = sample_report();
	struct finding f = sample_finding();
	struct stored_report got;
	struct stored_reports l = {0};
	char hash[65];
	int64_t id = 0, again = 0;

	(void)state;
	OK(store_incident_put(t.s, &i, &t.e));
	OK(store_report_put(t.s, &r, &f, 0, T0, &id, &t.e));
	assert_int_equal(
	    store_report_find(t.s, "nspop", "ext-1", &got, &t.e), 1);
	same_report(&r, &got.report);
	same_finding(&f, &got.finding);
	report_hash(&r, hash);
	assert_string_equal(got.hash, hash);
	assert_true(got.id == id && got.incident == 0 && got.listed);
	assert_true(got.first_seen == T0 && got.last_seen == T0);
	stored_report_clear(&got);
	/* The second revision is the newest; both are history. */
	xreplace(&r.revision, "rev-3");
	r.published = r.updated = r.starts = r.ends = TIME_NONE;
	f.expected_end = TIME_NONE;
	f.path = false;
	OK(store_report_put(t.s, &r, &f, i.id, T0 + 60, &again, &t.e));
	assert_int_equal(again, id);
	assert_int_equal(store_report_get(t.s, id, &got, &t.e), 1);
	same_report(&r, &got.report);
	same_finding(&f, &got.finding);
	assert_true(got.incident == i.id && got.first_seen == T0);
	assert_true(got.last_seen == T0 + 60);
	stored_report_clear(&got);
	OK(store_report_history(t.s, i.id, &l, &t.e));
	assert_int_equal(l.n, 2);
	assert_string_equal(l.v[0].report.revision, "rev-2");
	stored_reports_clear(&l);
	OK(store_reports(t.s, i.id, 0, &l, &t.e));
	assert_int_equal(l.n, 1);
	stored_reports_clear(&l);
	assert_int_equal(store_report_find(t.s, "x", "ext-1", &got, &t.e), 0);
	assert_int_equal(store_report_get(t.s, 77, &got, &t.e), 0);
	report_clear(&r);
	finding_clear(&f);
	incident_clear(&i);
}

static void
test_report_vanished(void **state)
{
	struct report r = sample_report();
	struct finding f = sample_finding();
	struct stored_reports l = {0};
	size_t listed, gone;
	int64_t a, b;

	(void)state;
	OK(store_report_put(t.s, &r, &f, 0, T0, &a, &t.e));
	xreplace(&r.id, "ext-2");
	OK(store_report_put(t.s, &r, &f, 0, T0, &b, &t.e));
	OK(store_report_seen(t.s, b, T0 + 60, &t.e));
	OK(store_reports_vanished(t.s, "nspop", T0 + 60, &l, &t.e));
	assert_int_equal(l.n, 1);
	assert_int_equal(l.v[0].id, a);
	stored_reports_clear(&l);
	OK(store_reports_listed(t.s, "nspop", T0 + 60, &listed, &gone, &t.e));
	assert_true(listed == 2 && gone == 1);
	OK(store_report_unlist(t.s, a, &t.e));
	OK(store_reports_listed(t.s, "nspop", T0 + 60, &listed, &gone, &t.e));
	assert_true(listed == 1 && gone == 0);
	OK(store_reports_listed(t.s, "none", T0 + 60, &listed, &gone, &t.e));
	assert_true(listed == 0 && gone == 0);
	OK(store_reports_vanished(t.s, "nspop", T0 + 60, &l, &t.e));
	assert_int_equal(l.n, 0);
	OK(store_reports_vanished(t.s, "other", T0 + 99, &l, &t.e));
	assert_int_equal(l.n, 0);
	/* One that comes back is listed again. */
	OK(store_report_seen(t.s, a, T0 + 61, &t.e));
	OK(store_reports_vanished(t.s, "nspop", T0 + 70, &l, &t.e));
	assert_int_equal(l.n, 2);
	stored_reports_clear(&l);
	report_clear(&r);
	finding_clear(&f);
}

static void
test_orgs(void **state)
{
	struct contact c = {0, S("0101"), S("Anna"), S("a@example.dk"),
	    S("+4500000001"), true, S(""), CHOICE_DEFAULT};
	struct org other = municipality;
	struct orgs l = {0};
	struct contacts k = {0};

	(void)state;
	OK(store_org_put(t.s, &vendor, &t.e));
	OK(store_org_put(t.s, &municipality, &t.e));
	OK(store_org_put(t.s, &municipality, &t.e));
	OK(store_orgs(t.s, &l, &t.e));
	assert_int_equal(l.n, 2);
	assert_int_equal(l.v[0].kind, ORG_MUNICIPALITY);
	assert_string_equal(l.v[0].code, "0101");
	assert_string_equal(l.v[0].name, "Byen");
	assert_string_equal(l.v[0].region, "Region Øst");
	assert_string_equal(l.v[0].vendor, "kmd");
	assert_true(l.v[0].id > 0 && l.v[1].kind == ORG_VENDOR);
	orgs_clear(&l);
	other.kind = ORG_VENDOR;
	assert_int_equal(store_org_put(t.s, &other, &t.e), -1);
	OK(store_contact_put(t.s, &c, &t.e));
	c.name = S("Bo");
	c.email = S("");
	c.enabled = false;
	c.org = S("kmd");
	OK(store_contact_put(t.s, &c, &t.e));
	OK(store_contacts(t.s, &k, &t.e));
	assert_int_equal(k.n, 1);
	assert_int_equal(k.v[0].id, c.id);
	assert_string_equal(k.v[0].org, "kmd");
	assert_string_equal(k.v[0].name, "Bo");
	assert_string_equal(k.v[0].email, "");
	assert_string_equal(k.v[0].phone, "+4500000001");
	assert_false(k.v[0].enabled);
	contacts_clear(&k);
	c.phone = S("");
	assert_int_equal(store_contact_put(t.s, &c, &t.e), -1);
	c.phone = S("+4500000002");
	c.org = S("9999");
	assert_int_equal(store_contact_put(t.s, &c, &t.e), -1);
	OK(store_contact_remove(t.s, c.id, &t.e));
	assert_int_equal(store_contact_remove(t.s, c.id, &t.e), -1);
	c.org = S("kmd");
	assert_int_equal(store_contact_put(t.s, &c, &t.e), -1);
}

static void
test_transactions(void **state)
{
	(void)state;
	OK(store_begin(t.s, &t.e));
	OK(store_org_put(t.s, &municipality, &t.e));
	OK(store_begin(t.s, &t.e));
	OK(store_org_put(t.s, &vendor, &t.e));
	OK(store_commit(t.s, &t.e));
	OK(store_commit(t.s, &t.e));
	assert_int_equal(number("SELECT count(*) FROM org"), 2);
	/* A rollback inside takes all, whatever is tried after it. */
	OK(store_begin(t.s, &t.e));
	OK(store_audit(t.s, T0, "a", "b", 0, "c", "d", &t.e));
	OK(store_begin(t.s, &t.e));
	store_rollback(t.s);
	assert_int_equal(store_audit(t.s, T0, "a", "b", 0, "c", "d", &t.e), -1);
	assert_int_equal(store_org_put(t.s, &vendor, &t.e), -1);
	assert_int_equal(store_begin(t.s, &t.e), -1);
	assert_int_equal(store_commit(t.s, &t.e), -1);
	assert_int_equal(number("SELECT count(*) FROM audit"), 0);
	assert_int_equal(store_commit(t.s, &t.e), -1);
	/* One that SQLite ended by itself takes nothing more either. */
	OK(store_begin(t.s, &t.e));
	sqlite3_exec(t.s->db, "ROLLBACK", NULL, NULL, NULL);
	assert_int_equal(store_org_put(t.s, &vendor, &t.e), -1);
	assert_int_equal(store_commit(t.s, &t.e), -1);
	OK(store_audit(t.s, T0, "a", "b", 0, "c", "d", &t.e));
	assert_int_equal(number("SELECT count(*) FROM audit"), 1);
}

static void
test_open(void **state)
{
	static const char *const tails[] = {"", "-wal", "-shm"};
	char path[128];
	struct stat st;
	int64_t v;

	(void)state;
	OK(store_org_put(t.s, &municipality, &t.e));
	for (size_t i = 0; i < 3; i++) {
		snprintf(path, sizeof(path), "%s%s", t.path, tails[i]);
		OK(stat(path, &st));
		assert_int_equal(st.st_mode & 0777, 0600);
	}
	v = store_version(t.s);
	assert_true(v == store_version(t.s));
	OK(by_another("UPDATE org SET name = 'x'"));
	assert_true(v != store_version(t.s));
	snprintf(path, sizeof(path), "%s/none.db", t.dir);
	assert_null(store_open(path, false, &t.e));
	assert_non_null(strstr(t.e.msg, "there is no database"));
	assert_int_equal(access(path, F_OK), -1);
	assert_null(store_open(t.dir, true, &t.e));
	OK(by_another("PRAGMA user_version = 99"));
	store_close(t.s);
	t.s = store_open(t.path, true, &t.e);
	assert_null(t.s);
	assert_non_null(strstr(t.e.msg, "newer alertd"));
	OK(by_another("PRAGMA user_version = 0"));
	assert_null(store_open(t.path, false, &t.e));
	assert_non_null(strstr(t.e.msg, "up to date"));
}

static void
test_damaged(void **state)
{
	char path[128];
	FILE *f;

	(void)state;
	snprintf(path, sizeof(path), "%s/bad.db", t.dir);
	f = fopen(path, "w");
	assert_non_null(f);
	for (int i = 0; i < 500; i++)
		fputs("this is not a database\n", f);
	fclose(f);
	assert_null(store_open(path, true, &t.e));
	assert_non_null(strstr(t.e.msg, "not a database"));
	unlink(path);
}

/* Opens path when the pipe ends: all at the same moment. */
static void
open_at_once(const char *path, const int *start)
{
	struct store *s;
	char c;

	close(start[1]);
	if (read(start[0], &c, 1) != 0)
		_exit(1);
	s = store_open(path, true, &t.e);
	if (s == NULL)
		fprintf(stderr, "%s\n", t.e.msg);
	store_close(s);
	_exit(s == NULL);
}

static int
open_by_six(const char *path)
{
	int start[2], bad = 0, status;

	assert_int_equal(pipe(start), 0);
	for (int i = 0; i < 6; i++) {
		pid_t pid = fork();

		assert_int_not_equal(pid, -1);
		if (pid == 0)
			open_at_once(path, start);
	}
	close(start[0]);
	close(start[1]);
	for (int i = 0; i < 6; i++) {
		assert_true(wait(&status) > 0);
		bad += status != 0;
	}
	return bad;
}

/* Six processes make the same new database at once, some times over. */
static void
test_open_together(void **state)
{
	static const char *const tails[] = {"", "-wal", "-shm"};
	char path[128], file[160];

	(void)state;
	snprintf(path, sizeof(path), "%s/new.db", t.dir);
	for (int round = 0; round < 10; round++) {
		int bad = open_by_six(path);

		for (size_t i = 0; i < 3; i++) {
			snprintf(file, sizeof(file), "%s%s", path, tails[i]);
			unlink(file);
		}
		assert_int_equal(bad, 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_incident),
	    TEST(test_incident_live),
	    TEST(test_incident_kind),
	    TEST(test_report),
	    TEST(test_report_vanished),
	    TEST(test_orgs),
	    TEST(test_transactions),
	    TEST(test_open),
	    TEST(test_damaged),
	    TEST(test_open_together),
	};

	return cmocka_run_group_tests_name("store", tests, NULL, NULL);
}
