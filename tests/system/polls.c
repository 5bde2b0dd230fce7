/*
 * polls.c: a poll after another of unchanged pages, as the daemon makes them,
 * but for the time between: fetcher, feeds, core, self-check and store are the
 * real ones, the clock is made.
 *
 *     polls DATABASE CA_FILE POLLS EVERY URL...
 *
 * At the start, which reads the pages, and behind every so many polls it
 * prints a line of JSON: what it holds by then. 1 when a poll fails.
 */
#include <dirent.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <jansson.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "contacts/seed.h"
#include "core/check.h"
#include "core/core.h"
#include "feed/poller.h"
#include "setup.h"
#include "store/audit.h"
#include "store/sql.h"

#define POLL 30 /* s */

struct polls {
	struct setup setup;
	struct core core;
	struct self_check check;
	struct poller *poller;
	int64_t began, mono_ms, check_ms; /* the made clock */
	int64_t done, unchanged, failed;
};

static void
must(int r, const struct err *e)
{
	if (r != -1)
		return;
	fprintf(stderr, "polls: %s\n", e->msg);
	exit(1);
}

static int64_t
wall(const struct polls *p)
{
	return p->began + p->mono_ms / 1000;
}

static void
take(struct poll_result *r, void *arg)
{
	struct polls *p = arg;
	const char *name = r->feed->name;
	struct err e;

	p->done++;
	p->unchanged += r->outcome == POLL_UNCHANGED;
	if (r->outcome == POLL_REPORTS) {
		must(
		    core_reports(&p->core, name, &r->reports, wall(p), &e), &e);
	} else if (r->outcome == POLL_UNCHANGED) {
		must(core_feed_unchanged(&p->core, name, wall(p), &e), &e);
	} else {
		fprintf(stderr, "polls: %s: %s\n", name, r->error.msg);
		p->failed++;
	}
}

static void
turn(struct polls *p)
{
	int64_t next;
	struct err e;

	must(core_turn(&p->core, wall(p), &next, &e), &e);
	if (p->mono_ms < p->check_ms)
		return;
	p->check_ms = p->mono_ms + LIMIT_CHECK_EVERY * 1000;
	must(core_check(&p->core, &p->check, wall(p), &e), &e);
}

static int64_t
open_files(void)
{
	DIR *d = opendir("/proc/self/fd");
	int64_t n = -1; /* the folder's own */

	while (d != NULL && readdir(d) != NULL)
		n++;
	if (d != NULL)
		closedir(d);
	return n - 2;
}

static int64_t
resident_kb(void)
{
	FILE *f = fopen("/proc/self/status", "r");
	char line[256];
	int64_t kb = 0;

	while (f != NULL && fgets(line, sizeof(line), f) != NULL)
		if (strncmp(line, "VmRSS:", 6) == 0)
			kb = strtol(line + 6, NULL, 10);
	if (f != NULL)
		fclose(f);
	return kb;
}

/* Rows of all tables, so that none can grow unseen. */
static int64_t
rows(struct store *s)
{
	struct strv tables = {0};
	int64_t all = 0, n;
	struct err e;
	struct sql q;
	int r;

	sql_open(&q, s, &e, "tables",
	    "SELECT name FROM sqlite_schema WHERE type = 'table'", "");
	while ((r = sql_step(&q)) == 1)
		strv_add(&tables, sql_peek(&q, 0));
	sql_close(&q);
	must(r, &e);
	for (size_t i = 0; i < tables.n; i++, all += n) {
		char *sql = xasprintf(
		    "SELECT count(*) FROM \"%s\"", tables.v[i]);

		must(sql_value(s, &e, &n, "rows", sql, ""), &e);
		free(sql);
	}
	strv_clear(&tables);
	return all;
}

static void
say(struct polls *p)
{
	struct mallinfo2 m;
	json_t *o;

	store_rest(p->core.store);
	malloc_trim(0);
	m = mallinfo2();
	o = json_pack("{s:I,s:I,s:I,s:I,s:I,s:I}", "polls", (json_int_t)p->done,
	    "unchanged", (json_int_t)p->unchanged, "heap",
	    (json_int_t)(m.uordblks + m.hblkhd), "resident_kb",
	    (json_int_t)resident_kb(), "files", (json_int_t)open_files(),
	    "rows", (json_int_t)rows(p->core.store));
	json_dumpf(o, stdout, 0);
	puts("");
	fflush(stdout);
	json_decref(o);
}

static void
run(struct polls *p, int64_t polls, int64_t every)
{
	int64_t next = 0;
	struct err e;

	while (p->failed == 0 && next <= polls) {
		poller_turn(p->poller, p->mono_ms, take, p);
		turn(p);
		if (p->done >= next && p->done > 0) {
			say(p);
			next = (p->done / every + 1) * every;
		}
		if (poller_next(p->poller) != INT64_MAX) /* else all run */
			p->mono_ms = poller_next(p->poller);
		must(poller_wait(p->poller, NULL, 0, 1, &e), &e);
	}
}

static void
open_all(struct polls *p, const char *db, char *ca, char **urls, int n)
{
	struct feed_conf *feeds = xcalloc((size_t)n, sizeof(*feeds));
	struct diags problems = {0};
	struct err e = {"the files are not good"};

	must(setup_load(&p->setup, NULL, CONF_CORE, &problems), &e);
	for (int i = 0; i < n; i++)
		feeds[i] = (struct feed_conf){.name = xasprintf("feed%d", i),
		    .kind = FEED_STATUSPAGE,
		    .url = urls[i],
		    .poll = POLL,
		    .timeout = LIMIT_FEED_TIMEOUT,
		    .max_bytes = LIMIT_FEED_BODY,
		    .max_items = LIMIT_FEED_ITEMS,
		    .ca_file = ca};
	p->setup.conf->feeds = feeds;
	p->setup.conf->n_feeds = (size_t)n;
	p->core = (struct core){.conf = p->setup.conf,
	    .store = store_open(db, true, &e),
	    .filter = p->setup.filter,
	    .templates = p->setup.templates,
	    .actor = "alertd"};
	must(p->core.store == NULL ? -1 : 0, &e);
	must(store_seed(p->core.store, &e), &e);
	p->poller = poller_open(feeds, (size_t)n, &e);
	must(p->poller == NULL ? -1 : 0, &e);
	p->began = p->check.started = clock_read().wall;
}

int
main(int argc, char **argv)
{
	struct polls p = {0};
	int64_t polls, every;

	if (argc < 6 || parse_int(argv[3], 1, INT64_MAX, &polls) == -1 ||
	    parse_int(argv[4], 1, INT64_MAX, &every) == -1) {
		fputs("usage: polls DATABASE CA_FILE POLLS EVERY URL...\n",
		    stderr);
		return 64;
	}
	open_all(&p, argv[1], argv[2], argv + 5, argc - 5);
	run(&p, polls, every);
	poller_close(p.poller);
	store_close(p.core.store);
	return p.failed > 0;
}
