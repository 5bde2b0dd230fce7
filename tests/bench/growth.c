/*
 * What growth.py measures.
 *
 *     growth prune DATABASE BEFORE   steps of retention until nothing older
 *                                    than that time is left: steps, ms in
 *                                    all, rows; then a line each of how long
 *                                    a step held the writer, of the CPU it
 *                                    took for that, and of its waiting for the
 *                                    disk: the median, the 99th of a hundred
 *                                    and the longest in ms
 *     growth cost DATABASE           a notice to 98 municipalities: ms of CPU
 *                                    of a turn, a claim and a result, medians
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "contacts/seed.h"
#include "core/core.h"
#include "outbox/outbox.h"
#include "setup.h"
#include "store/incidents.h"
#include "store/messages.h"
#include "store/retention.h"
#include "store/sql.h"
#include "measure.h"

#define TIMES (1 << 20) /* that are kept of one thing */
#define TURNS 100
#define LOG_PAGES 2000 /* as store.c has it */
#define S(text) ((char[]){text})

static struct store *store;

/* How long one thing took, each time, in ms. */
struct times {
	double *v;
	size_t n;
};

static double
ms(clockid_t clock)
{
	return 1e3 * seconds(clock);
}

static void
times_add(struct times *t, double took)
{
	if (t->v == NULL)
		t->v = xcalloc(TIMES, sizeof(*t->v));
	if (t->n < TIMES)
		t->v[t->n++] = took;
}

static int
compare(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* Of a hundred of them the k-th shortest. */
static double
times_at(struct times *t, size_t k)
{
	if (t->n == 0)
		return 0;
	qsort(t->v, t->n, sizeof(*t->v), compare);
	return t->v[(t->n - 1) * k / 100];
}

/*
 * The writer is held from the first statement behind BEGIN until the commit
 * is done; that the log is written back, when it is long, is after that.
 */
static struct times holds, cpus, syncs;
static double begun, cpu_begun, synced;

/* In place of the library's: how long it takes. */
int
fdatasync(int fd)
{
	double from = ms(CLOCK_MONOTONIC);
	int r = (int)syscall(SYS_fdatasync, fd);

	synced += ms(CLOCK_MONOTONIC) - from;
	return r;
}

static int
on_statement(unsigned what, void *arg, void *st, void *text)
{
	(void)what;
	(void)arg;
	(void)text;
	if (begun == 0 && !str_starts(sqlite3_sql(st), "BEGIN") &&
	    sqlite3_get_autocommit(store->db) == 0) {
		begun = ms(CLOCK_MONOTONIC);
		cpu_begun = ms(CLOCK_PROCESS_CPUTIME_ID);
		synced = 0;
	}
	return 0;
}

static int
on_commit(void *arg, sqlite3 *db, const char *name, int pages)
{
	(void)arg;
	times_add(&holds, ms(CLOCK_MONOTONIC) - begun);
	times_add(&cpus, ms(CLOCK_PROCESS_CPUTIME_ID) - cpu_begun);
	times_add(&syncs, synced);
	begun = 0;
	if (pages >= LOG_PAGES)
		sqlite3_wal_checkpoint(db, name);
	return SQLITE_OK;
}

static void
print_times(struct times *t)
{
	printf("%.2f %.2f %.2f\n", times_at(t, 50), times_at(t, 99),
	    times_at(t, 100));
	free(t->v);
}

/* The daemon waits for a second between two steps; here the others go on. */
static void
prune(int64_t before)
{
	static const struct timespec pause = {0, 5000000};
	struct retention limits = {before, before, before};
	struct retention_pace pace = {{0}};
	/* When all kinds are due again, whatever was done today. */
	int64_t rows = 0, steps = 0, now = clock_read().wall + 2 * 86400;
	double all = 0;
	bool more = true;

	sqlite3_trace_v2(store->db, SQLITE_TRACE_STMT, on_statement, NULL);
	sqlite3_wal_hook(store->db, on_commit, NULL);
	for (; more; steps++) {
		double from = ms(CLOCK_MONOTONIC);
		struct retained n;
		struct err e;

		must(store_retention(store, &limits, &pace, now, &n, &more, &e),
		    &e);
		all += ms(CLOCK_MONOTONIC) - from;
		rows += n.deliveries + n.pages + n.calls + n.codes + n.covers +
			n.records;
		nanosleep(&pause, NULL);
	}
	printf("%" PRId64 " %.0f %" PRId64 "\n", steps, all, rows);
	print_times(&holds);
	print_times(&cpus);
	print_times(&syncs);
}

/* All kinds were looked at today: no turn does more of that. */
static void
rest(int64_t now)
{
	struct retention nothing = {0, 0, 0};
	struct retention_pace pace = {{0}};
	struct retained n;
	struct err e;
	bool more = true;

	while (more)
		must(
		    store_retention(store, &nothing, &pace, now, &n, &more, &e),
		    &e);
}

static void
add_messages(const struct notice *n)
{
	struct contacts all = {0};
	struct orgs orgs = {0};
	struct err e;

	must(store_orgs(store, &orgs, &e), &e);
	must(store_contacts(store, &all, &e), &e);
	for (size_t i = 0; i < orgs.n; i++) {
		struct contacts own = {0};

		if (orgs.v[i].kind != ORG_MUNICIPALITY)
			continue;
		for (size_t k = 0; k < all.n; k++)
			if (strcmp(all.v[k].org, orgs.v[i].code) == 0)
				contacts_add(&own, &all.v[k]);
		must(store_message_add(store, n, CHANNEL_MAIL, &orgs.v[i],
			 own.v, own.n, "id", n->at, &e),
		    &e);
		contacts_clear(&own);
	}
	contacts_clear(&all);
	orgs_clear(&orgs);
}

/* An incident that is open, and its first notice. */
static void
add_notice(int64_t now)
{
	struct notice_body b = {ORG_MUNICIPALITY,
	    S("FMK er nede: besked 1, sag FMK-2026-0001"),
	    S("FMK kan ikke bruges lige nu.\n"), S(""), S("FMK er nede.")};
	struct notice n = {.number = 1,
	    .type = NOTICE_FIRST,
	    .effect = EFFECT_OUTAGE,
	    .at = now,
	    .next = now + 7200,
	    .title = S("FMK er nede"),
	    .reason = S("")};
	struct incident i;
	struct err e;

	incident_init(&i);
	xreplace(&i.title, "FMK er nede");
	i.state = INCIDENT_OPEN;
	i.effect = i.told_effect = EFFECT_OUTAGE;
	i.since = i.opened_at = i.last_notice_at = i.last_change_at = now;
	i.notices = 1;
	must(store_incident_put(store, &i, &e), &e);
	n.incident = i.id;
	must(store_notice_add(store, &n, &e), &e);
	must(store_notice_body_add(store, n.id, &b, &e), &e);
	add_messages(&n);
	incident_clear(&i);
}

static void
settle(const struct message *m, int64_t now, struct times *took)
{
	static const struct outbox_conf conf = {.give_up = 86400};
	struct result *v = xcalloc(m->n_to, sizeof(*v));
	struct err e;
	double from;

	for (size_t i = 0; i < m->n_to; i++)
		v[i] = (struct result){.delivery = m->to[i].delivery,
		    .outcome = OUTCOME_ACCEPTED,
		    .code = 250,
		    .answer = xstrdup("2.0.0 Ok: queued as 4C1B2A3D"),
		    .via = xstrdup("relay.example.dk"),
		    .remote_id = xstrdup("")};
	from = ms(CLOCK_PROCESS_CPUTIME_ID);
	must(outbox_result(store, m, v, m->n_to, &conf, now, &e), &e);
	times_add(took, ms(CLOCK_PROCESS_CPUTIME_ID) - from);
	for (size_t i = 0; i < m->n_to; i++)
		result_clear(&v[i]);
	free(v);
}

/* Each message by itself, as a worker that has but one session. */
static void
send_all(int64_t now, struct times *claims, struct times *results)
{
	for (;;) {
		double from = ms(CLOCK_PROCESS_CPUTIME_ID);
		const struct message *m;
		struct messages l = {0};
		struct err e;
		bool gone;
		int r = outbox_claim(store, CHANNEL_MAIL, now, 1, 1, &l, &e);

		must(r, &e);
		if (r == 0)
			return;
		times_add(claims, ms(CLOCK_PROCESS_CPUTIME_ID) - from);
		m = &l.v[0];
		must(outbox_begin(store, &m, 1, "relay", now, &gone, &e), &e);
		settle(m, now, results);
		messages_clear(&l);
	}
}

static void
turn_all(struct core *c, int64_t now, struct times *took)
{
	for (int i = 0; i < TURNS; i++) {
		double from = ms(CLOCK_PROCESS_CPUTIME_ID);
		struct err e;
		int64_t next;

		must(core_turn(c, now + i, &next, &e), &e);
		/* What there is only the first time. */
		if (i >= TURNS / 10)
			times_add(took, ms(CLOCK_PROCESS_CPUTIME_ID) - from);
	}
}

static void
cost(void)
{
	struct times turns = {0}, claims = {0}, results = {0};
	int64_t now = clock_read().wall;
	struct diags problems = {0};
	struct setup setup;
	struct core core;

	if (setup_load(&setup, NULL, CONF_CHECK, &problems) == -1)
		exit(1);
	core = (struct core){.conf = setup.conf,
	    .store = store,
	    .filter = setup.filter,
	    .templates = setup.templates,
	    .actor = "bench"};
	rest(now);
	add_notice(now);
	turn_all(&core, now, &turns);
	send_all(now + TURNS, &claims, &results);
	printf("%.4f %.4f %.4f %zu\n", times_at(&turns, 50),
	    times_at(&claims, 50), times_at(&results, 50), results.n);
	setup_clear(&setup);
	free(turns.v);
	free(claims.v);
	free(results.v);
}

int
main(int argc, char **argv)
{
	struct err e;

	if (argc < 3)
		return 64;
	store = store_open(argv[2], true, &e);
	must(store == NULL ? -1 : 0, &e);
	if (strcmp(argv[1], "prune") == 0 && argc == 4)
		prune(strtoll(argv[3], NULL, 10));
	else if (strcmp(argv[1], "cost") == 0)
		cost();
	store_close(store);
	return 0;
}
