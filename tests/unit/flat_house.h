/*
 * flat_house.h: two databases, one with ten times the past of the other, that
 * are led through the same day; and every statement that runs while they are:
 * its text, and how many steps of SQLite's virtual machine it took. These do
 * not depend on the machine, nor on what else it does.
 */
#ifndef TESTS_UNIT_FLAT_HOUSE_H
#define TESTS_UNIT_FLAT_HOUSE_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>
#include <unistd.h>

#include "../bench/past.h"
#include "base/attr.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "contacts/seed.h"
#include "core/core.h"
#include "core/slow.h"
#include "outbox/outbox.h"
#include "setup.h"
#include "store/sql.h"

#define WORKER 4711

/* --- what runs ------------------------------------------------------------ */

struct seen {
	char *name, *sql;
	const char *part; /* of the day, the first */
	bool idle; /* it ran in a turn in which nothing was due */
};

static struct {
	struct seen v[1024];
	size_t n;
	int64_t steps; /* since it was set to 0 */
	const char *part;
} watched;

static inline struct seen *
seen_find(const char *sql)
{
	for (size_t i = 0; i < watched.n; i++)
		if (str_eq(watched.v[i].sql, sql))
			return &watched.v[i];
	return NULL;
}

static inline void
on_open(const char *name, sqlite3_stmt *st)
{
	const char *sql = sqlite3_sql(st);
	struct seen *s = seen_find(sql);

	if (str_eq(name, "test"))
		return;
	if (s == NULL) {
		assert_true(watched.n < LENGTH(watched.v));
		s = &watched.v[watched.n++];
		*s = (struct seen){
		    xstrdup(name), xstrdup(sql), watched.part, false};
	}
	s->idle |= strstr(watched.part, "nothing is due") != NULL;
}

static inline int
on_end(unsigned kind, void *arg, void *st, void *ns)
{
	int n = sqlite3_stmt_status(st, SQLITE_STMTSTATUS_VM_STEP, 1);
	const char *least = getenv("FLAT_TRACE");

	(void)kind;
	(void)arg;
	(void)ns;
	if (least != NULL && n >= (int)strtol(least, NULL, 10))
		fprintf(stderr, "%s: %d steps: %s\n", watched.part, n,
		    sqlite3_sql(st));
	/* Of through.h, which reads so many bytes: the small one has fewer. */
	if (strstr(sqlite3_sql(st), ", * FROM ") == NULL)
		watched.steps += n;
	return 0;
}

static inline int
on_connection(sqlite3 *db, const char **why, const void *api)
{
	(void)why;
	(void)api;
	return sqlite3_trace_v2(db, SQLITE_TRACE_PROFILE, on_end, NULL);
}

static inline void
watch_all(void)
{
	sqlite3_auto_extension((void (*)(void))on_connection);
	sql_watch = on_open;
}

static inline void
watch_none(void)
{
	sqlite3_reset_auto_extension();
	sql_watch = NULL;
	for (size_t i = 0; i < watched.n; i++) {
		free(watched.v[i].name);
		free(watched.v[i].sql);
	}
	watched.n = 0;
}

/* --- a database, and what alertd has open of it --------------------------- */

struct world {
	char dir[64], db[96], conf[96];
	struct setup setup;
	struct store *store;
	struct core core;
	int64_t now;
	int64_t incident; /* of today */
};

static const char flat_conf[] =
    "store: a.db\n"
    "feeds:\n"
    "  - {name: nspop, kind: statuspage, url: 'http://127.0.0.1:9/'}\n"
    "notices: {receipts: yes}\n"
    "mail: {from: alertd@example.dk, transport: maildir, maildir: out}\n"
    "sms: {transport: file, file: sms.txt}\n"
    "web: {listen: '127.0.0.1:8411', base_url: 'https://fmk.example.dk'}\n"
    "rotas: [{name: medcom, team: medcom, people: [Jens Lund],"
    " handover: 'monday 08:00', start: 2026-01-05}]\n"
    "drill_every: 1d\n"
    "truth: {mail: [proof@example.dk], every: 1h}\n"
    "deadman: {mail: [ops@example.dk], mail_every: 1h}\n"
    "alarm: {mail: [vagt@example.dk], sms: ['+4500000011']}\n";

static struct err e;

static inline void
must(int r, const struct err *why)
{
	if (r == -1)
		fail_msg("%s", why->msg);
}

static inline void
world_make(struct world *w, int64_t years)
{
	/* As many a year. */
	struct past p = {.incidents = 60 * years,
	    .notices = 2,
	    .messages = 6,
	    .recipients = 2,
	    .contacts = 196,
	    .years = years,
	    .text = 100};
	struct past_made made;
	struct diags problems = {0};

	*w = (struct world){.now = clock_read().wall};
	snprintf(w->dir, sizeof(w->dir), "/tmp/alertd-flat-XXXXXX");
	assert_non_null(mkdtemp(w->dir));
	snprintf(w->db, sizeof(w->db), "%s/a.db", w->dir);
	snprintf(w->conf, sizeof(w->conf), "%s/a.yaml", w->dir);
	past_make(w->db, &p, &made);
	must(file_write(w->conf, flat_conf, strlen(flat_conf), 0600, &e), &e);
	if (setup_load(&w->setup, w->conf, CONF_CHECK, &problems) == -1)
		diags_print(&problems, stderr);
	assert_non_null(w->setup.conf);
	diags_clear(&problems);
}

static inline void
world_clear(struct world *w)
{
	static const char *const names[] = {
	    "a.db", "a.db-wal", "a.db-shm", "a.yaml", "sms.txt"};

	store_close(w->store);
	setup_clear(&w->setup);
	for (size_t i = 0; i < LENGTH(names); i++) {
		char *path = xasprintf("%s/%s", w->dir, names[i]);

		unlink(path);
		free(path);
	}
	rmdir(w->dir);
}

/* --- what alertd does ----------------------------------------------------- */

/* As daemon/open.c does. */
static inline void
start(struct world *w, const char *arg)
{
	struct store_opening how = {.create = true, .check = true};

	(void)arg;
	w->store = store_open_as(w->db, &how, &e);
	if (w->store == NULL)
		fail_msg("%s", e.msg);
	/* It is not the disk that is tested. */
	assert_int_equal(sqlite3_exec(w->store->db, "PRAGMA synchronous = OFF",
			     NULL, NULL, NULL),
	    SQLITE_OK);
	must(store_seed(w->store, &e), &e);
	must(store_seed_teams(w->store, &w->setup.conf->escalation, &e), &e);
	must(outbox_recover(w->store, ON_UNKNOWN_AGAIN, NULL, 0, &e), &e);
	w->core = (struct core){.conf = w->setup.conf,
	    .store = w->store,
	    .filter = w->setup.filter,
	    .templates = w->setup.templates,
	    .actor = "alertd"};
	must(core_alarms_begin(&w->core, w->now, &e), &e);
	must(core_ways_begin(&w->core, &e), &e);
}

static inline void
turn(struct world *w, const char *arg)
{
	int64_t next;

	(void)arg;
	must(core_turn(&w->core, w->now, &next, &e), &e);
	assert_null(w->core.failed);
}

static inline void
report(struct world *w, const char *text)
{
	struct reports l = {.complete = true};
	struct report *r = reports_add(&l);

	xreplace(&r->feed, "nspop");
	xreplace(&r->id, "today");
	xreplace(&r->title, "FMK er utilgængeligt i produktion");
	xreplace(&r->text, text);
	xreplace(&r->revision, text);
	r->newest = strlen(text);
	r->published = r->updated = w->now;
	r->phase = PHASE_OPEN;
	must(core_reports(&w->core, "nspop", &l, w->now, &e), &e);
	reports_clear(&l);
	must(store_incident_next(w->store, &w->incident, &e), &e);
	w->incident--;
	turn(w, NULL);
}

/* Two by two told, refused for now, refused, and not known. */
static inline void
book(struct world *w, const struct message *m)
{
	static const struct outbox_conf conf = {.give_up = 3600},
					part = {.give_up = 3600, .part = true};
	struct result *v = xcalloc(m->n_to + 1, sizeof(*v));
	char ok[] = "2.0.0 Ok", way[] = "gateway";
	size_t n = 0;
	bool gone;

	must(outbox_begin(w->store, &m, 1, "", w->now, &gone, &e), &e);
	for (size_t k = 0; k < m->n_to; k++)
		if (m->to[k].due)
			v[n++] = (struct result){.delivery = m->to[k].delivery,
			    .outcome = (enum outcome)(
				(m->id / 2 + (int64_t)k / 2) % 4),
			    .code = 250,
			    .answer = ok,
			    .via = way,
			    .remote_id = xasprintf(
				"today-%lld", (long long)m->to[k].delivery)};
	/* Of each third message the first, and then the others. */
	if (m->id % 3 == 0 && n > 1)
		must(outbox_result(w->store, m, v, 1, &part, w->now, &e), &e);
	must(outbox_result(w->store, m, v, n, &conf, w->now, &e), &e);
	for (size_t k = 0; k < n; k++)
		free(v[k].remote_id);
	free(v);
}

/* A batch, of which the first is given back. */
static inline bool
deliver_batch(struct world *w, enum channel channel)
{
	struct messages l = {0};
	bool any;

	must(outbox_page_waits(w->store, channel, w->now, &e), &e);
	must(outbox_claim(w->store, channel, w->now, WORKER, 12, &l, &e), &e);
	any = l.n > 0;
	for (size_t i = l.n > 1; i < l.n; i++)
		book(w, &l.v[i]);
	if (l.n > 1)
		must(outbox_release(w->store, &l.v[0], &e), &e);
	messages_clear(&l);
	return any;
}

static inline void
deliver(struct world *w, const char *arg)
{
	(void)arg;
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++) {
		int64_t due;

		must(outbox_next(w->store, ch, &due, &e), &e);
		for (int i = 0; i < 12; i++)
			if (!deliver_batch(w, ch))
				break;
	}
}

/* --- the day -------------------------------------------------------------- */

/* A part of it; ends with a NULL name. */
struct part {
	const char *name;
	void (*lead)(struct world *w, const char *arg);
	const char *arg;
	/* Why the steps are not compared, or NULL. */
	const char *uneven;
};

static const struct part *day;
static struct world few, many;
static int64_t steps[128][2];

static inline void
lead(struct world *w, size_t which)
{
	for (size_t i = 0; day[i].name != NULL; i++) {
		assert_true(i < LENGTH(steps));
		watched.steps = 0;
		watched.part = day[i].name;
		day[i].lead(w, day[i].arg);
		steps[i][which] = watched.steps;
	}
}

static inline int
open_day(void **state)
{
	(void)state;
	world_make(&few, 1);
	world_make(&many, 10);
	watch_all();
	lead(&few, 0);
	lead(&many, 1);
	return 0;
}

static inline int
close_day(void **state)
{
	(void)state;
	watch_none();
	world_clear(&few);
	world_clear(&many);
	return 0;
}

static inline void
test_steps(void **state)
{
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; day[i].name != NULL; i++) {
		int64_t a = steps[i][0], b = steps[i][1];

		if (getenv("FLAT_SHOW") != NULL)
			fprintf(stderr, "%-45s %9lld %9lld\n", day[i].name,
			    (long long)a, (long long)b);
		if (day[i].uneven != NULL || b <= a + a / 50 + 50)
			continue;
		fprintf(stderr,
		    "%s: %lld steps, and %lld with ten times the past\n",
		    day[i].name, (long long)a, (long long)b);
		bad++;
	}
	assert_int_equal(bad, 0);
}

#endif
