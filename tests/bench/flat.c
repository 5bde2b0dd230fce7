/*
 * How long a turn of the core, a self-check and the answers of the page take.
 *
 *     flat CONFIGURATION RUNS
 *
 * Over the database of the configuration, once to warm up and then RUNS times.
 * Prints a line for each: its name, the median in microseconds, and how many
 * steps of SQLite's virtual machine it took.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/log.h"
#include "core/check.h"
#include "setup.h"
#include "store/sql.h"
#include "web/route.h"
#include "measure.h"

#define RUNS_MAX 1000

static struct setup setup;
static struct core core;
static struct web web;
static struct self_check check;
static int64_t now, steps;

static int
on_end(unsigned kind, void *arg, void *st, void *ns)
{
	(void)kind;
	(void)arg;
	(void)ns;
	steps += sqlite3_stmt_status(st, SQLITE_STMTSTATUS_VM_STEP, 1);
	return 0;
}

static void
turn(const char *arg)
{
	int64_t next;
	struct err e;

	(void)arg;
	must(core_turn(&core, now, &next, &e), &e);
}

static void
self_check(const char *arg)
{
	struct err e;

	(void)arg;
	now += LIMIT_CHECK_EVERY;
	must(core_check(&core, &check, now, &e), &e);
}

static void
answer(const char *path)
{
	struct http_response r;
	struct http_request q;

	http_request_init(&q);
	http_response_init(&r);
	q.method = HTTP_GET;
	http_take_target(&q, path);
	route_answer(&web, &q, &r);
	if (r.status != 200 && r.status != 503) {
		fprintf(stderr, "flat: %s: status %d\n", path, r.status);
		exit(1);
	}
	http_response_clear(&r);
	http_request_clear(&q);
	/* Nothing is kept from one to the next. */
	kept_clear(web.kept);
	reached_clear(web.reached);
}

static const struct {
	const char *name;
	void (*run)(const char *arg);
	const char *arg;
} parts[] = {
    {"turn", turn, NULL},
    {"self-check", self_check, NULL},
    {"/", answer, "/"},
    {"/sag/1", answer, "/sag/1"},
    {"/historik", answer, "/historik"},
    {"/healthz", answer, "/healthz"},
    {"/metrics", answer, "/metrics"},
    {"/feed.atom", answer, "/feed.atom"},
    {"/api/v2/incidents.json", answer, "/api/v2/incidents.json"},
};

static int
by_time(const void *pa, const void *pb)
{
	const double *a = pa, *b = pb;

	return *a < *b ? -1 : *a > *b;
}

static double
microseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void
measure(size_t i, size_t runs)
{
	static double v[RUNS_MAX];

	parts[i].run(parts[i].arg);
	for (size_t k = 0; k < runs; k++) {
		double from = microseconds();

		steps = 0;
		parts[i].run(parts[i].arg);
		v[k] = microseconds() - from;
	}
	qsort(v, runs, sizeof(*v), by_time);
	printf("%s %.0f %lld\n", parts[i].name, v[runs / 2], (long long)steps);
}

static void
open_all(const char *path)
{
	struct diags problems = {0};
	struct err e;

	log_open("flat", LOG_LEVEL_ERROR);
	if (setup_load(&setup, path, CONF_CHECK, &problems) == -1) {
		diags_print(&problems, stderr);
		exit(1);
	}
	diags_clear(&problems);
	core = (struct core){.conf = setup.conf,
	    .store = store_open(setup.conf->store, true, &e),
	    .filter = setup.filter,
	    .templates = setup.templates,
	    .actor = "alertd"};
	must(core.store == NULL ? -1 : 0, &e);
	sqlite3_trace_v2(core.store->db, SQLITE_TRACE_PROFILE, on_end, NULL);
	web = (struct web){
	    .conf = setup.conf, .store = core.store, .core = &core};
	must(tiles_load(&web.tiles, &e), &e);
	web.now = now = clock_read().wall;
	check.started = now;
}

int
main(int argc, char **argv)
{
	size_t runs = argc == 3 ? strtoul(argv[2], NULL, 10) : 0;

	if (runs == 0 || runs > RUNS_MAX) {
		fputs("usage: flat CONFIGURATION RUNS\n", stderr);
		return 64;
	}
	open_all(argv[1]);
	/* Once a day and once an hour there is more to do: that is done. */
	turn(NULL);
	for (size_t i = 0; i < LENGTH(parts); i++)
		measure(i, runs);
	store_close(core.store);
	tiles_clear(&web.tiles);
	setup_clear(&setup);
	return 0;
}
