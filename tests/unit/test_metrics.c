/*
 * Unit tests of /healthz and /metrics, of the tally behind them, and of what
 * each answer for machines costs.
 */
#include "machine_house.h"

#include <unistd.h>

#include "base/attr.h"
#include "base/lock.h"
#include "outbox/outbox.h"
#include "store/checks.h"
#include "store/tally.h"
#include "store/ways.h"
#include "web/metrics.h"
#include "../sim/tallied.h"

/* --- /healthz ------------------------------------------------------------- */

static void
expect_health(struct house *h, int status, const char *text)
{
	int got;
	char *body = ask(h, web_health, &got);

	assert_string_equal(body, text);
	assert_int_equal(got, status);
	free(body);
}

static void
fault(struct house *h, const char *what)
{
	struct fault f = {(char[]){"test"}, xstrdup(what), 0, 0};
	struct err e = {""};

	must(store_fault_put(h->store, &f, h->now, &e), &e);
	must(store_check_put(h->store, NOW, h->now, false, &e), &e);
	free(f.what);
}

static void
test_health(void **state)
{
	struct house *h = *state;
	char dir[] = "/tmp/alertd-health-XXXXXX", *lock;
	struct err e = {""};
	int64_t holder;
	int fd;

	assert_non_null(mkdtemp(dir));
	free(h->setup.conf->store);
	h->setup.conf->store = xasprintf("%s/a.db", dir);
	lock = xasprintf("%s/a.db.lock", dir);
	expect_health(
	    h, 503, "alertd does not run\nthe self-check has never passed\n");
	assert_int_equal(lock_take(lock, LOCK_DAEMON, &fd, &holder, &e), 1);
	must(store_check_put(h->store, NOW, h->now, true, &e), &e);
	expect_health(h, 200, "ok\n");
	/* A fault that is put right at once does no harm … */
	h->now += 60;
	fault(h, "incident 7: its notice was due");
	expect_health(h, 200, "ok\n");
	/* … one that stays does. */
	h->now += 121;
	expect_health(h, 503,
	    "the self-check has not passed since 2026-03-28T22:13:00Z\n"
	    "self-check: incident 7: its notice was due\n");
	close(fd);
	expect_health(h, 503,
	    "alertd does not run\n"
	    "the self-check has not passed since 2026-03-28T22:13:00Z\n"
	    "self-check: incident 7: its notice was due\n");
	run_sql(h, "ALTER TABLE self_check RENAME TO gone");
	expect_health(
	    h, 503, "alertd does not run\nthe database does not answer\n");
	unlink(lock);
	free(lock);
	assert_int_equal(rmdir(dir), 0);
}

/* --- /metrics ------------------------------------------------------------- */

static void
has_line(const char *body, const char *line)
{
	char *whole = xasprintf("\n%s\n", line);

	if (strstr(body, whole) == NULL)
		fail_msg("\"%s\" is not in:\n%s", line, body);
	free(whole);
}

static void
expect_metric(struct house *h, const char *line)
{
	char *body = ask(h, web_metrics, NULL);

	has_line(body, line);
	free(body);
}

static void
no_metric(struct house *h, const char *start)
{
	char *body = ask(h, web_metrics, NULL);
	char *line = xasprintf("\n%s", start);

	assert_null(strstr(body, line));
	free(line);
	free(body);
}

static void
test_metrics(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	no_metric(h, "alertd_self_check_passed ");
	no_metric(h, "alertd_outbox_oldest_timestamp_seconds{");
	must(store_check_put(h->store, NOW - 99, h->now, true, &e), &e);
	warm(h, "nspop");
	feed_says(h, "nspop", &down, 1);
	expect_metric(h, "alertd_build_info{version=\"0.1\"} 1");
	expect_metric(h, "alertd_up 0");
	expect_metric(h, "alertd_start_time_seconds 1774735881");
	expect_metric(h, "alertd_incidents{kind=\"actual\",state=\"open\"} 1");
	expect_metric(
	    h, "alertd_incidents{kind=\"exercise\",state=\"open\"} 0");
	expect_metric(h, "alertd_incidents_opened_total{kind=\"actual\"} 1");
	expect_metric(h, "alertd_notices_total{type=\"first\"} 1");
	expect_metric(h,
	    "alertd_incident_last_notice_timestamp_seconds{incident=\"1\"} "
	    "1774736040");
	expect_metric(h,
	    "alertd_incident_next_notice_timestamp_seconds{incident=\"1\"} "
	    "1774743240");
	expect_metric(h, "alertd_messages_total{channel=\"mail\","
			 "audience=\"municipality\"} 1");
	expect_metric(
	    h, "alertd_outbox_messages{channel=\"sms\",state=\"queued\"} 1");
	expect_metric(h, "alertd_outbox_oldest_timestamp_seconds{"
			 "channel=\"sms\"} 1774736040");
	expect_metric(h, "alertd_calls{state=\"unanswered\"} 1");
	expect_metric(
	    h, "alertd_calls_oldest_unanswered_timestamp_seconds 1774736040");
	expect_metric(h, "alertd_self_check_passed 1");
	expect_metric(h, "alertd_self_check_faults 0");
	fault(h, "x");
	expect_metric(h, "alertd_self_check_passed 0");
	expect_metric(h, "alertd_self_check_faults 1");
	expect_metric(
	    h, "alertd_self_check_last_pass_timestamp_seconds 1774735980");
	run_sql(h, "UPDATE call SET owner = 'anna', attended = 1");
	expect_metric(h, "alertd_calls{state=\"unanswered\"} 0");
	expect_metric(h, "alertd_calls{state=\"taken\"} 1");
	no_metric(h, "alertd_calls_oldest_unanswered_timestamp_seconds ");
}

static void
test_metrics_of_feeds(void **state)
{
	struct house *h = *state;
	struct config *c = h->setup.conf;
	struct feed_conf feed = {.name = (char[]){"nspop"}};

	c->feeds = &feed;
	c->n_feeds = 1;
	expect_metric(h, "alertd_feed_health{feed=\"nspop\",health=\"ok\"} 0");
	no_metric(h, "alertd_feed_last_success_timestamp_seconds{");
	warm(h, "nspop");
	expect_metric(h, "alertd_feed_health{feed=\"nspop\",health=\"ok\"} 1");
	expect_metric(
	    h, "alertd_feed_health{feed=\"nspop\",health=\"failing\"} 0");
	expect_metric(h, "alertd_feed_last_success_timestamp_seconds{"
			 "feed=\"nspop\"} 1774735980");
	c->feeds = NULL;
	c->n_feeds = 0;
}

static void
test_relays(void **state)
{
	struct house *h = *state;
	struct mail_conf *mail = &h->setup.conf->mail;
	struct relay_conf relays[] = {
	    {.host = (char[]){"a.example.dk"}, .port = 25},
	    {.host = (char[]){"2001:db8::1"}, .port = 587}};
	struct way w;
	struct err e = {""};

	mail->relays = relays;
	mail->n_relays = 2;
	mail->disabled_reason[0] = '\0';
	way_init(&w, "a.example.dk:25");
	way_step(&w, WAY_FAILED, NOW, NOW);
	must(store_way_put(h->store, CHANNEL_MAIL, &w, &e), &e);
	way_clear(&w);
	expect_metric(h, "alertd_relay_well{channel=\"mail\","
			 "relay=\"a.example.dk:25\"} 0");
	expect_metric(h, "alertd_relay_well{channel=\"mail\","
			 "relay=\"[2001:db8::1]:587\"} 1");
	expect_metric(h,
	    "alertd_relay_failing_since_timestamp_seconds{"
	    "channel=\"mail\",relay=\"a.example.dk:25\"} 1774735980");
	no_metric(h, "since_timestamp_seconds{channel=\"mail\",relay=\"[");
	mail->relays = NULL;
	mail->n_relays = 0;
}

/* A recipient on its way: what is now goes up and down, what was only up. */
static void
test_tally(void **state)
{
	struct house *h = *state;
	struct outbox_conf conf = {.give_up = 3600};
	struct result r = {.outcome = OUTCOME_TEMPFAIL,
	    .answer = (char[]){""},
	    .via = (char[]){""},
	    .remote_id = (char[]){""}};
	struct messages l;
	struct err e = {""};

	h->setup.conf->sms.off = true;
	send_outage(h, "FMK er nede");
	expect_metric(
	    h, "alertd_recipients{channel=\"mail\",state=\"queued\"} 1");
	assert_int_equal(
	    outbox_claim(h->store, CHANNEL_MAIL, h->now, 7, 9, &l, &e), 1);
	expect_metric(
	    h, "alertd_recipients{channel=\"mail\",state=\"sending\"} 1");
	expect_metric(
	    h, "alertd_outbox_messages{channel=\"mail\",state=\"sending\"} 1");
	r.delivery = l.v[0].to[0].delivery;
	must(
	    outbox_result(h->store, &l.v[0], &r, 1, &conf, h->now + 1, &e), &e);
	messages_clear(&l);
	expect_metric(h, "alertd_delivery_attempts_total{channel=\"mail\"} 1");
	h->now += 100;
	assert_int_equal(
	    outbox_claim(h->store, CHANNEL_MAIL, h->now, 7, 9, &l, &e), 1);
	r.outcome = OUTCOME_PERMFAIL;
	must(
	    outbox_result(h->store, &l.v[0], &r, 1, &conf, h->now + 1, &e), &e);
	messages_clear(&l);
	expect_metric(
	    h, "alertd_recipients{channel=\"mail\",state=\"failed\"} 1");
	expect_metric(
	    h, "alertd_deliveries_total{channel=\"mail\",state=\"failed\"} 1");
	/* It is tried anew, and attempts begin from zero: no counter does. */
	assert_int_equal(store_outbox_retry(h->store, 0, h->now, &e), 1);
	expect_metric(
	    h, "alertd_recipients{channel=\"mail\",state=\"failed\"} 0");
	expect_metric(
	    h, "alertd_deliveries_total{channel=\"mail\",state=\"failed\"} 1");
	expect_metric(h, "alertd_delivery_attempts_total{channel=\"mail\"} 2");
}

/* It is what counting would have given. */
static void
test_tally_is_true(void **state)
{
	static const char same[] =
	    "SELECT (SELECT count(*) FROM (SELECT kind, state, count(*) FROM"
	    " incident GROUP BY 1, 2 EXCEPT SELECT a, b, n FROM tally WHERE"
	    " what = 'incident')) + (SELECT count(*) FROM (" TALLY_DIFFERS "))";
	struct house *h = *state;
	struct err e = {""};
	int64_t differs = -1;

	warm(h, "nspop");
	feed_says(h, "nspop", &down, 1);
	all_told(h);
	h->now = h->next;
	turn(h);
	feed_says(h, "nspop", &over, 1);
	send_outage(h, "FMK er nede");
	must(sql_value(h->store, &e, &differs, "same", same, ""), &e);
	assert_int_equal(differs, 0);
	must(sql_value(h->store, &e, &differs, "gone",
		 "SELECT count(*) FROM tally WHERE n < 0", ""),
	    &e);
	assert_int_equal(differs, 0);
}

static void
expect_counted(struct house *h, int64_t failed, int64_t tried)
{
	struct tally l = {0};
	struct err e = {""};
	int64_t differs = -1;

	must(sql_value(h->store, &e, &differs, "differs",
		 "SELECT count(*) FROM (" TALLY_DIFFERS ")", ""),
	    &e);
	assert_int_equal(differs, 0);
	must(store_tally(h->store, &l, &e), &e);
	assert_int_equal(tally_of(&l, "now", "mail", "failed"), failed);
	assert_int_equal(tally_of(&l, "done", "mail", "failed"), failed);
	assert_int_equal(tally_of(&l, "now", "mail", "queued"), 1 - failed);
	assert_int_equal(tally_of(&l, "tried", "mail", ""), tried);
	tally_clear(&l);
}

/* What is undone was not; outside of a transaction it is counted, too. */
static void
test_tally_undone(void **state)
{
	static const char fails[] = "UPDATE delivery SET state = 'failed',"
				    " done = due, attempts = attempts + 1";
	struct house *h = *state;
	struct err e = {""};

	h->setup.conf->sms.off = true;
	send_outage(h, "FMK er nede");
	expect_counted(h, 0, 0);
	must(store_begin(h->store, &e), &e);
	must(store_begin(h->store, &e), &e);
	run_sql(h, fails);
	must(store_commit(h->store, &e), &e);
	expect_counted(h, 1, 1);
	store_rollback(h->store);
	expect_counted(h, 0, 0);
	must(store_begin(h->store, &e), &e);
	run_sql(h, "SAVEPOINT inner");
	run_sql(h, fails);
	run_sql(h, "ROLLBACK TO inner");
	expect_counted(h, 0, 0);
	run_sql(h, "RELEASE inner");
	must(store_commit(h->store, &e), &e);
	expect_counted(h, 0, 0);
	run_sql(h, fails);
	expect_counted(h, 1, 1);
}

static void
test_metric_names(void **state)
{
	struct house *h = *state;
	char *body = ask(h, web_metrics, NULL);
	const char *name;

	for (size_t i = 0; (name = metric_name(i)) != NULL; i++) {
		char *type = xasprintf("# TYPE %s %s", name, metric_type(i));

		has_line(body, type);
		free(type);
		assert_true(str_starts(name, "alertd_"));
		assert_true(str_ends(name, "_total") ==
			    str_eq(metric_type(i), "counter"));
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(name, metric_name(k));
	}
	free(body);
}

/* --- what it costs -------------------------------------------------------- */

static struct {
	char *sql[256];
	size_t n;
} seen;

static int
on_trace(unsigned what, void *arg, void *st, void *text)
{
	(void)what;
	(void)arg;
	(void)text;
	if (seen.n < LENGTH(seen.sql))
		seen.sql[seen.n++] = xstrdup(sqlite3_sql(st));
	return 0;
}

/* Only indexes of what is unfinished, or in the order that a LIMIT ends. */
static bool
is_bounded(const char *plan)
{
	static const char *const bounded[] = {"incident_live", "incident_told",
	    "notice_told", "message_due", "message_held", "delivery_open",
	    "tally", "fault", "feed", "pragma_", "call", "CONSTANT ROW",
	    "self_check", "(subquery"};

	if (!str_starts(plan, "SCAN "))
		return true;
	for (size_t i = 0; i < LENGTH(bounded); i++)
		if (strstr(plan, bounded[i]) != NULL)
			return true;
	return false;
}

static void
explain(struct house *h, const char *sql)
{
	char *text = xasprintf("EXPLAIN QUERY PLAN %s", sql);
	sqlite3_stmt *st = NULL;

	assert_int_equal(
	    sqlite3_prepare_v2(h->store->db, text, -1, &st, NULL), SQLITE_OK);
	while (sqlite3_step(st) == SQLITE_ROW) {
		const void *cell = sqlite3_column_text(st, 3);

		if (!is_bounded(cell) || strstr(cell, "TEMP B-TREE FOR ORDER"))
			fail_msg("%s: %s", (const char *)cell, sql);
	}
	sqlite3_finalize(st);
	free(text);
}

/* No request reads all of a table that grows for ever. */
static void
test_plans(void **state)
{
	struct house *h = *state;
	web_handler *all[] = {
	    web_incidents_json, web_atom, web_metrics, web_health};

	send_outage(h, "FMK er nede");
	sqlite3_trace_v2(h->store->db, SQLITE_TRACE_STMT, on_trace, NULL);
	for (size_t i = 0; i < LENGTH(all); i++)
		free(ask(h, all[i], NULL));
	sqlite3_trace_v2(h->store->db, 0, NULL, NULL);
	assert_in_range(seen.n, 10, 100);
	for (size_t i = 0; i < seen.n; i++) {
		explain(h, seen.sql[i]);
		free(seen.sql[i]);
	}
	seen.n = 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CORE_TEST(test_health),
	    CORE_TEST(test_metrics),
	    CORE_TEST(test_metrics_of_feeds),
	    CORE_TEST(test_relays),
	    CORE_TEST(test_tally),
	    CORE_TEST(test_tally_is_true),
	    CORE_TEST(test_tally_undone),
	    CORE_TEST(test_metric_names),
	    CORE_TEST(test_plans),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
