/*
 * What alertd does costs the same, however long its past is. A day, from the
 * start over an outage to its end, is led through in two databases, of which
 * one has ten times the past of the other: what alertctl shows and what the
 * page answers, too. Every part must take as many steps of SQLite's virtual
 * machine in both, and no statement of it may look through a table that grows,
 * as EXPLAIN QUERY PLAN says.
 */
#include "flat_plans.h"

#include <fcntl.h>

#include "alertctl/ctl.h"
#include "core/answer.h"
#include "core/bounce.h"
#include "core/check.h"
#include "core/truth.h"
#include "outbox/pass.h"
#include "store/blame.h"
#include "store/callback.h"
#include "store/oncall.h"
#include "store/queue.h"
#include "store/reported.h"
#include "store/retention.h"
#include "web/route.h"

/* --- the parts of the day --------------------------------------------------
 */

/* The past is kept: each kind of row is looked at once, and then tomorrow. */
static void
first_turns(struct world *w, const char *arg)
{
	w->setup.conf->retention = (struct retention_conf){0};
	turn(w, arg);
	w->now += 60;
	turn(w, arg);
}

/* With workers, or without, which is a fault. */
static void
self_check(struct world *w, const char *arg)
{
	static struct self_check s;
	static const struct self_check fresh;

	s = fresh;
	s.started = w->now;
	for (int ch = 0; arg == NULL && ch <= CHANNEL_SMS; ch++)
		s.alive[ch] = (struct workers){{WORKER}, 1};
	must(core_check(&w->core, &s, w->now, &e), &e);
	must(core_check(&w->core, &s, w->now + 60, &e), &e);
}

static void
slow(struct world *w, const char *arg)
{
	struct slow_look l = {.alive = {1, 1}};

	(void)arg;
	must(core_slow(&w->core, &l, w->now, &e), &e);
}

static void
feed_same(struct world *w, const char *arg)
{
	(void)arg;
	must(core_feed_unchanged(&w->core, "nspop", w->now, &e), &e);
}

static void
feed_fails(struct world *w, const char *arg)
{
	for (int i = 0; i < 4; i++, w->now += 300)
		must(core_feed_failed(&w->core, "nspop", CAUSE_UNREACHABLE,
			 "no route", w->now, &e),
		    &e);
	turn(w, arg);
}

/* A worker dies, and another hangs. */
static void
die(struct world *w, const char *arg)
{
	int64_t message;

	(void)arg;
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++) {
		struct messages l = {0};
		struct passing p;
		const struct message *m;
		bool gone;

		must(outbox_claim(w->store, ch, w->now, WORKER, 2, &l, &e), &e);
		if (l.n == 0)
			fail_msg("nothing is due");
		m = &l.v[0];
		must(outbox_begin(w->store, &m, 1, "a", w->now, &gone, &e), &e);
		must(outbox_pass(w->store, ch, 30, w->now + 60, &p, &e), &e);
		messages_clear(&l);
	}
	must(store_blame(w->store, WORKER, true, &message, &e), &e);
	must(outbox_recover(w->store, ON_UNKNOWN_AGAIN, NULL, 0, &e), &e);
}

static char *
text_of(struct world *w, const char *sql)
{
	struct sql q;
	char *s = NULL;

	sql_open(&q, w->store, &e, "test", sql, "i", w->incident);
	if (sql_step(&q) == 1)
		s = sql_text(&q, 0);
	sql_close(&q);
	if (s == NULL)
		fail_msg("nothing: %s", sql);
	return s;
}

static void
answers(struct world *w, const char *action)
{
	char *sql = xasprintf("SELECT token FROM code WHERE incident = ?"
			      " AND action = '%s' AND used IS NULL LIMIT 1",
	    action);
	char *token = text_of(w, sql);
	struct answer a;

	must(core_answer_look(&w->core, token, w->now, &a, &e), &e);
	answer_clear(&a);
	must(core_answer(&w->core, token, w->now, &a, &e), &e);
	answer_clear(&a);
	must(core_reply(&w->core, "+4500000011", "000000", w->now, &e), &e);
	free(token);
	free(sql);
}

/* With the digits that he was sent. */
static void
replies(struct world *w, const char *arg)
{
	char *reply = text_of(w, "SELECT reply FROM code WHERE incident = ?"
				 " AND phone = '+4500000011' AND reply <> ''");

	(void)arg;
	must(core_reply(&w->core, "+4500000011", reply, w->now, &e), &e);
	free(reply);
}

static void
covers(struct world *w, const char *arg)
{
	struct cover c = {.rota = (char[]){"medcom"},
	    .who = (char[]){"Jens Lund"},
	    .from = w->now,
	    .until = w->now + 3600,
	    .made = w->now,
	    .by = xstrdup("anna")};
	char *who;

	(void)arg;
	must(core_cover(&w->core, &c, w->now, &e), &e);
	must(core_on_call(&w->core, "medcom", w->now, &who, &e), &e);
	free(who);
	must(core_uncover(&w->core, c.id, w->now, &e), &e);
	free(c.by);
}

/* A list of open events alone, on which nothing stands any more. */
static void
vanishes(struct world *w, const char *arg)
{
	struct reports l = {.complete = true, .only_open = true};

	must(core_reports(&w->core, "nspop", &l, w->now, &e), &e);
	turn(w, arg);
}

/* A municipality without a contact, until it has one again. */
static void
lacks(struct world *w, const char *arg)
{
	static const char sql[] = "UPDATE contact SET enabled = ? WHERE org ="
				  " (SELECT id FROM org WHERE code = '0101')";

	must(sql_run(w->store, &e, "test", sql, "n", str_eq(arg, "again")), &e);
	w->now += 7200;
	turn(w, NULL);
}

static void
well(struct world *w, const char *arg)
{
	(void)arg;
	must(store_check_ping(w->store, "", w->now, &e), &e);
	must(core_well_mail(&w->core, w->now, &e), &e);
}

/* What is older than half a year forgets its persons: some steps of that. */
static void
forgets(struct world *w, const char *arg)
{
	w->setup.conf->retention = (struct retention_conf){
	    15552000, 15552000, 15552000};
	w->now += 2 * 86400;
	for (int i = 0; i < 60; i++, w->now++)
		turn(w, arg);
	w->setup.conf->retention = (struct retention_conf){0};
}

static void
called_back(struct world *w, const char *arg)
{
	char *id = text_of(w,
	    "SELECT d.remote_id FROM message m CROSS JOIN delivery d"
	    " ON " DELIVERY_IN("d.",
		"m.") " WHERE m.incident = ?"
		      " AND d.state = 'accepted' AND d.address LIKE '+%'");
	struct delivery_report r = {"gateway", id, "", "", true, "DELIVRD"};

	(void)arg;
	assert_int_equal(store_delivery_report(w->store, &r, w->now, &e), 1);
	must(store_reported_record(w->store, w->now, &e), &e);
	must(store_inbound(w->store, "gateway", id, w->now, &e), &e);
	free(id);
}

static void
bounced(struct world *w, const char *arg)
{
	char *address = text_of(w,
	    "SELECT d.address FROM message m CROSS JOIN delivery d"
	    " ON " DELIVERY_IN("d.",
		"m.") " WHERE m.incident = ? AND m.number = 1"
		      " AND d.state = 'accepted' AND d.address LIKE '%@%'");
	char *message = text_of(w,
	    "SELECT d.message FROM message m CROSS JOIN delivery d"
	    " ON " DELIVERY_IN("d.",
		"m.") " WHERE m.incident = ? AND m.number = 1"
		      " AND d.state = 'accepted' AND d.address LIKE '%@%'");
	struct bounce b = {
	    .address = address, .original = "", .text = "5.1.1 unknown"};
	enum bounced out;
	int64_t id;

	(void)arg;
	assert_int_equal(parse_int(message, 1, INT64_MAX, &id), 0);
	must(core_bounce(&w->core, id, &b, 1, w->now, &out, &e), &e);
	assert_int_equal(out, BOUNCED_BOOKED);
	must(core_bounce_clear(&w->core, address, w->now, &e), &e);
	free(address);
	free(message);
}

static void
acts(struct world *w, const char *what)
{
	struct statement s = {.since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE,
	    .text = "Der arbejdes på sagen."};

	w->now += 1200;
	if (str_eq(what, "update"))
		must(core_update(&w->core, w->incident, &s, w->now, &e), &e);
	else if (str_eq(what, "resolve"))
		must(core_resolve(&w->core, w->incident, &s, w->now, &e), &e);
	else
		must(core_retract(&w->core, w->incident, &s, w->now, &e), &e);
	turn(w, NULL);
}

static void
later(struct world *w, const char *span)
{
	int64_t s;

	assert_int_equal(parse_duration(span, &s), 0);
	w->now += s;
	turn(w, NULL);
}

static void
asks(struct world *w, const char *path)
{
	static struct web web;
	struct http_response r;
	struct http_request q;

	web = (struct web){.conf = w->setup.conf,
	    .store = w->store,
	    .core = &w->core,
	    .now = w->now};
	must(tiles_load(&web.tiles, &e), &e);
	http_request_init(&q);
	http_response_init(&r);
	q.method = HTTP_GET;
	http_take_target(&q, path);
	route_answer(&web, &q, &r);
	if (r.status != 200 && r.status != 503)
		fail_msg("%s: %d", path, r.status);
	http_response_clear(&r);
	http_request_clear(&q);
	kept_clear(web.kept);
	tiles_clear(&web.tiles);
}

/* What a page reads when very much was sent. */
static void
asks_much(struct world *w, const char *arg)
{
	struct delivery_query query = {
	    .incident = w->incident, .notice = 1, .limit = 5, .first = true};
	struct deliveries l = {0};
	struct reaches some = {0};
	int64_t failed, unknown;
	bool over;

	(void)arg;
	must(store_lost_since(
		 w->store, w->now - 86400, 5, &failed, &unknown, &e),
	    &e);
	must(store_recipients_over(w->store, w->incident, 1, 5, &over, &e), &e);
	must(store_deliveries(w->store, &query, &l, &e), &e);
	must(store_reach_after(w->store, w->incident, 0, "02", 5, &some, &e),
	    &e);
	reaches_clear(&some);
	deliveries_clear(&l);
}

/* A command as it is typed; what it prints is of no matter here. */
static void
types(struct world *w, const char *line)
{
	int out = dup(STDOUT_FILENO), null = open("/dev/null", O_WRONLY);
	struct strv words = {0};
	struct ctl c = {0};
	char *argv[16];
	int status;

	strv_split(&words, line, " ");
	argv[0] = (char[]){"alertctl"};
	argv[1] = (char[]){"-c"};
	argv[2] = w->conf;
	assert_true(words.n < LENGTH(argv) - 4);
	for (size_t i = 0; i <= words.n; i++)
		argv[3 + i] = i < words.n ? words.v[i] : NULL;
	fflush(stdout);
	dup2(null, STDOUT_FILENO);
	status = ctl_parse(&c, (int)words.n + 3, argv);
	if (status == -1)
		status = c.command->run(&c);
	fflush(stdout);
	dup2(out, STDOUT_FILENO);
	close(out);
	close(null);
	ctl_clear(&c);
	strv_clear(&words);
	if (status != 0 && status != EX_GAP)
		fail_msg("alertctl %s: %d", line, status);
}

static const struct part parts[] = {
    {"start", start, NULL, NULL},
    {"first turns", first_turns, NULL, NULL},
    {"a turn in which nothing is due", turn, NULL, NULL},
    {"self-check", self_check, NULL, NULL},
    {"what is slow", slow, NULL, NULL},
    {"unchanged feed", feed_same, NULL, NULL},
    {"failing feed", feed_fails, NULL, NULL},
    {"a report", report, "Opslag i FMK fejler for alle anvendere.", NULL},
    {"delivery", deliver, NULL, NULL},
    {"self-check of an outage", self_check, NULL, NULL},
    {"deaths of workers", die, NULL, NULL},
    {"self-check that finds something", self_check, "alone", NULL},
    {"receipt", answers, "receipt", NULL},
    {"reply", replies, NULL, NULL},
    {"acknowledgement", answers, "ack", NULL},
    {"call of a gateway", called_back, NULL, NULL},
    {"mail that comes back", bounced, NULL, NULL},
    {"a turn of an outage in which nothing is due", turn, NULL, NULL},
    {"an hour later", later, "1h", NULL},
    {"update", acts, "update", NULL},
    {"delivery of the update", deliver, NULL, NULL},
    {"a report more", report, "Fejlen er fundet. FMK svarer ikke.", NULL},
    {"three hours later", later, "3h", NULL},
    {"/", asks, "/", NULL},
    {"/ again", asks, "/", NULL},
    {"/historik", asks, "/historik", NULL},
    {"/sag/1", asks, "/sag/1", NULL},
    {"/kommuner/1", asks, "/kommuner/1", NULL},
    {"a page of very many", asks_much, NULL, NULL},
    {"/healthz", asks, "/healthz", NULL},
    {"/metrics", asks, "/metrics", NULL},
    {"/feed.atom", asks, "/feed.atom", NULL},
    {"incidents.json", asks, "/api/v2/incidents.json", NULL},
    {"maintenances.json", asks, "/api/v2/scheduled-maintenances.json", NULL},
    {"status", types, "status", NULL},
    {"status --json", types, "status --json", NULL},
    {"coverage", types, "coverage", NULL},
    {"show", types, "show", NULL},
    {"show 1", types, "show 1", NULL},
    {"log", types, "log", NULL},
    {"log 1", types, "log 1", NULL},
    {"report 1", types, "report 1", NULL},
    {"report 1 --csv", types, "report 1 --csv", NULL},
    {"report 1 --unreached", types, "report 1 --unreached", NULL},
    {"preview 1", types, "preview 1", NULL},
    {"outbox list", types, "outbox list --limit 5", NULL},
    {"outbox list 1 --all", types, "outbox list 1 --all", NULL},
    {"outbox list --failed", types, "outbox list --failed --limit 5", NULL},
    {"contacts list", types, "contacts list", NULL},
    {"contacts show 1", types, "contacts show 1", NULL},
    {"oncall", types, "oncall", NULL},
    {"feed list", types, "feed list", NULL},
    {"explain 1", types, "explain 1", NULL},
    {"drafts list", types, "drafts list", NULL},
    {"selfcheck", types, "selfcheck", NULL},
    {"config check", types, "config check", NULL},
    {"resolve", acts, "resolve", NULL},
    {"delivery of the end", deliver, NULL, NULL},
    {"retract", acts, "retract", NULL},
    {"two days later", later, "2d", NULL},
    {"cover", covers, NULL, NULL},
    {"all is well", well, NULL, NULL},
    {"a gap", lacks, "nobody", NULL},
    {"no gap", lacks, "again", NULL},
    {"an event vanishes", vanishes, NULL, NULL},
    {"retention", forgets, NULL, "the small one has fewer steps of it"},
    {"the day after", later, "1d", NULL},
    {NULL, NULL, NULL, NULL},
};

static const struct allowed exceptions[] = {
    {"audit.last", "SCAN audit", "the end of it, one record"},
    {"through.newest", "SCAN", "the newest so many, from the end"},
    {"covers", "FOR ORDER BY", "those of today and later"},
    {"drill.last", "SCAN audit", "the beginning of it, one record"},
    {"audits", "SCAN audit", "the newest so many, from the end"},
    {"audits", "FOR ORDER BY", "these"},
    {"deliveries", "SCAN d USING INDEX delivery_lost",
	"the newest so many, from the end"},
    {"deliveries", "SCAN d", "the newest so many, from the end"},
    {"deliveries", "FOR ORDER BY", "these"},
    {"published", "SCAN n USING INDEX notice_told",
	"the newest so many, from the end"},
    {"progress", "FOR GROUP BY", "the recipients of a notice"},
    {"pasts", "FOR ORDER BY", "a page of them, found by id"},
    {"outbox.recent", "FOR GROUP BY", "a day's, by channel and state"},
    {"failed", "UNION USING TEMP", "a day's messages"},
    {NULL, NULL, NULL},
};

static void
test_plans(void **state)
{
	(void)state;
	assert_int_equal(judge_plans(&many, false, exceptions), 0);
}

/* ANALYZE is never run by alertd, but may be by who looks after the file. */
static void
test_plans_analyzed(void **state)
{
	(void)state;
	assert_int_equal(judge_plans(&many, true, exceptions), 0);
}

/* What the day does not do, by the beginning of its name, and why. */
static const struct {
	const char *name, *why;
} elsewhere[] = {
    {"audit.verify", "log verify reads all that there is"},
    {"audit.waiting", "the same"},
    {"reported.count", "log verify, and these are of a minute"},
    {"audit.head", "the same"},
    {"audit.moved", "the same"},
    {"audit.count", "the same"},
    {"audit.form", "the same"},
    {"audit.hex", "a backup of before, or a migration"},
    {"audit.old", "a migration"},
    {"audit.seal", "a migration"},
    {"audit.pack", "a migration"},
    {"audit.guard", "a migration"},
    {"audit.before", "a migration"},
    {"forget.", "contacts forget looks for a person everywhere"},
    {"scrub.", "the same, and retention, by id"},
    {"restore", "a backup is put in place"},
    {"facts", "the same"},
    {"copy", "a backup is made"},
    {"contact.", "contacts are edited, by id"},
    {"bulk", "an import: test_bulk"},
    {"org.", "the same, by code"},
    {"shut.", "one row for each program"},
    {"draft.", "what is being typed"},
    {"drill.before", "the drills alone are looked at"},
    {"report.ref", "by id"},
    {"report.one", "by id"},
    {"report.early", "by id"},
    {"report.keep", "by id"},
    {"report.get", "by id"},
    {"report.seen", "by id"},
    {"code.reply", "by telephone and digits"},
    {"truth.", "of a test, by its notice"},
    {"blame.", "by message"},
    {"outbox.end", "of a channel that is off: what waits"},
    {"fault.", "what is wrong"},
    {"calendar.put", "a row for each rota"},
    {"address.delayed", "by address"},
    {"retention.address", "the same"},
    {"incidents", "all of them are asked for"},
    {"way.", "a row for each relay and gateway"},
    {"rate.", "of a way with a rate, by its key"},
    {"data_version", "a pragma"},
    {"through.place", "one row"},
    {"settle", "a pragma: the log is taken in"},
};

static bool
is_elsewhere(const char *name)
{
	for (size_t i = 0; i < LENGTH(elsewhere); i++)
		if (str_starts(name, elsewhere[i].name))
			return true;
	return false;
}

/* A statement that is new is led through, or has its reason. */
static void
test_all(void **state)
{
	struct strv all = names_of_all();
	size_t bad = 0;

	(void)state;
	assert_true(all.n > 200);
	for (size_t i = 0; i < all.n; i++) {
		bool seen = is_elsewhere(all.v[i]);

		for (size_t k = 0; !seen && k < watched.n; k++)
			seen = str_eq(watched.v[k].name, all.v[i]);
		if (!seen)
			fprintf(stderr, "%s: no part of the day runs it\n",
			    all.v[i]);
		bad += !seen;
	}
	strv_clear(&all);
	assert_int_equal(bad, 0);
}

/*
 * A turn in which nothing is due does not ask whom there is, but for the teams
 * while something rings.
 */
static void
test_idle(void **state)
{
	size_t n = 0;

	(void)state;
	for (size_t i = 0; day[i].name != NULL; i++)
		if (strstr(day[i].name, "nothing is due") != NULL) {
			assert_true(steps[i][0] > 0);
			n++;
		}
	assert_int_equal(n, 2);
	for (size_t i = 0; i < watched.n; i++)
		if (watched.v[i].idle &&
		    (word_in(watched.v[i].sql, "contact") != NULL ||
			strstr(watched.v[i].sql, "FROM org") != NULL) &&
		    strstr(watched.v[i].sql, "org_oncall") == NULL)
			fail_msg("%s: %s", watched.v[i].name, watched.v[i].sql);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_steps),
	    cmocka_unit_test(test_plans),
	    cmocka_unit_test(test_plans_analyzed),
	    cmocka_unit_test(test_all),
	    cmocka_unit_test(test_idle),
	};

	day = parts;
	return cmocka_run_group_tests(tests, open_day, close_day);
}
