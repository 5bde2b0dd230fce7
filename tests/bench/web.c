/*
 * How long the page takes when much has happened.
 *
 *     web make DATABASE INCIDENTS
 *     web run DATABASE RUNS
 *
 * make writes a database in which so many incidents of eight notices each lie
 * in the last ten months, the newest of them open, with all messages to
 * the 98 municipalities for every 100th and the newest. run answers each page
 * once to warm up and then RUNS times, as alertd-web does but for HTTP itself,
 * and prints a row of the table in RESULTS.md.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/mem.h"
#include "contacts/seed.h"
#include "store/audit.h"
#include "store/history.h"
#include "store/incidents.h"
#include "store/messages.h"
#include "store/reports.h"
#include "web/route.h"
#include "measure.h"

#define RUNS_MAX 1000
#define NOTICES 8
#define FULL 100 /* every so manieth has all its messages */
#define BETWEEN 2600 /* s from one incident to the next: most in one year */
#define S(text) ((char[]){text})

static struct store *store;
static struct orgs orgs;
static struct contacts contacts;

static void
add_report(int64_t incident, int64_t at)
{
	char *id = xasprintf("event-%lld", (long long)incident);
	struct report r;
	struct finding f;
	struct err e;
	int64_t event;

	report_init(&r);
	finding_init(&f);
	xreplace(&r.feed, "nspop");
	xreplace(&r.id, id);
	xreplace(&r.title, "FMK er utilgængeligt i produktion");
	xreplace(&r.text, "Opslag i FMK fejler for alle anvendere.");
	xreplace(&f.reason, "rule 4: FMK, utilgængeligt");
	f.verdict = VERDICT_BROADCAST;
	f.effect = EFFECT_OUTAGE;
	f.phase = PHASE_OPEN;
	must(store_report_put(store, &r, &f, incident, at, &event, &e), &e);
	finding_clear(&f);
	report_clear(&r);
	free(id);
}

/* One to each municipality over the channel; done with, or still to go. */
static void
add_message(const struct notice *n, enum channel channel, const struct org *o,
    const struct contacts *to, bool done)
{
	static int64_t id; /* of the last: they are numbered as they come */
	struct err e;
	int r = store_message_add(
	    store, n, channel, o, to->v, to->n, "id", n->at, &e);

	must(r, &e);
	id += r;
	if (r == 1 && done)
		must(store_outbox_cancel(store, id, &e), &e);
}

static void
add_messages(const struct notice *n, bool done)
{
	struct err e;

	for (size_t i = 0; i < orgs.n; i++) {
		struct contacts own = {0};

		if (orgs.v[i].kind != ORG_MUNICIPALITY)
			continue;
		for (size_t k = 0; k < contacts.n; k++)
			if (strcmp(contacts.v[k].org, orgs.v[i].code) == 0)
				contacts_add(&own, &contacts.v[k]);
		for (int c = CHANNEL_MAIL; c <= CHANNEL_SMS; c++)
			add_message(n, (enum channel)c, &orgs.v[i], &own, done);
		contacts_clear(&own);
	}
	must(store_audit(store, n->at, "alertd", "notice.queued", n->incident,
		 "notice", "first", &e),
	    &e);
}

static void
add_notice(int64_t incident, int number, int64_t at, bool full, bool done)
{
	struct notice n = {
	    .incident = incident,
	    .number = number,
	    .type = number == 1 ? NOTICE_FIRST : NOTICE_REPEAT,
	    .effect = EFFECT_OUTAGE,
	    .at = at,
	    .next = at + 7200,
	    .title = S("FMK er utilgængeligt i produktion"),
	    .reason = S("time for the next, nothing new"),
	};
	struct notice_body b = {ORG_MUNICIPALITY,
	    S("FMK er nede: besked 1, sag FMK-2026-0001"),
	    S("FMK kan ikke bruges lige nu.\n"), S(""), S("FMK er nede.")};
	struct err e;

	must(store_notice_add(store, &n, &e), &e);
	must(store_notice_body_add(store, n.id, &b, &e), &e);
	if (full)
		add_messages(&n, done);
}

static void
add_incident(int64_t at, bool newest, bool full)
{
	struct incident i;
	struct err e;

	incident_init(&i);
	xreplace(&i.title, "FMK er utilgængeligt i produktion");
	xreplace(&i.service, "FMK");
	xreplace(&i.feed, "nspop");
	i.state = newest ? INCIDENT_OPEN : INCIDENT_RESOLVED;
	i.effect = i.told_effect = EFFECT_OUTAGE;
	i.since = i.opened_at = i.last_notice_at = i.last_change_at = at;
	i.resolved_at = newest ? TIME_NONE : at + 3600;
	i.notices = NOTICES;
	must(store_incident_put(store, &i, &e), &e);
	add_report(i.id, at);
	for (int k = 0; k < NOTICES; k++)
		add_notice(i.id, k + 1, at + 60 + k * 400, full, !newest);
	incident_clear(&i);
}

static int
make(const char *path, size_t n)
{
	int64_t at = clock_read().wall - (int64_t)n * BETWEEN;
	struct err e;

	store = store_open(path, true, &e);
	must(store == NULL ? -1 : 0, &e);
	must(store_begin(store, &e), &e);
	must(store_seed_sample(store, &e), &e);
	must(store_orgs(store, &orgs, &e), &e);
	must(store_contacts(store, &contacts, &e), &e);
	for (size_t i = 0; i < n; i++, at += BETWEEN)
		add_incident(at, i == n - 1, i == n - 1 || i % FULL == 0);
	must(store_commit(store, &e), &e);
	store_close(store);
	return 0;
}

static int
by_time(const void *pa, const void *pb)
{
	const double *a = pa, *b = pb;

	return *a < *b ? -1 : *a > *b;
}

static double
milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Answers once; the time it took, and the bytes of the answer into *n. */
static double
answer(struct web *w, const char *path, size_t *n)
{
	struct http_response r;
	struct http_request q;
	double from = milliseconds();

	http_request_init(&q);
	http_response_init(&r);
	q.method = HTTP_GET;
	http_take_target(&q, path);
	route_answer(w, &q, &r);
	if (r.status != 200) {
		fprintf(stderr, "web: %s: status %d\n", path, r.status);
		exit(1);
	}
	*n = r.body.len;
	http_response_clear(&r);
	http_request_clear(&q);
	return milliseconds() - from;
}

static void
measure(struct web *w, const char *what, const char *path, size_t runs)
{
	static double v[RUNS_MAX];
	size_t n;

	answer(w, path, &n);
	for (size_t i = 0; i < runs; i++)
		v[i] = answer(w, path, &n);
	qsort(v, runs, sizeof(*v), by_time);
	printf("| %s | %s | **%.1f** | %.1f | %.1f | %zu |\n", what, path,
	    v[runs / 2], v[0], v[runs - 1], n / 1024);
}

/* The number of the last page of the year. */
static int
side_of_last(struct web *w, int year)
{
	struct err e;
	int64_t n;

	must(store_pasts_count(w->store, local_to_utc(year, 1, 1, 0, 0),
		 local_to_utc(year + 1, 1, 1, 0, 0), &n, &e),
	    &e);
	return (int)((n + 99) / 100);
}

static int
run(const char *path, size_t runs)
{
	struct config *conf = config_default();
	struct web w = {.conf = conf};
	int64_t first, last;
	struct err e;
	char *page;

	xreplace(&conf->store, path);
	must(zone_set(conf->time_zone, &e), &e);
	must(tiles_load(&w.tiles, &e), &e);
	w.store = store_open(path, false, &e);
	must(w.store == NULL ? -1 : 0, &e);
	must(store_pasts_span(w.store, &first, &last, &e), &e);
	measure(&w, "front", "/", runs);
	measure(&w, "newest incident", "/sag/10000", runs);
	measure(&w, "history, newest", "/historik", runs);
	page = xasprintf("/historik/%d?side=%d", civil_local(last).year,
	    side_of_last(&w, civil_local(last).year));
	measure(&w, "history, far back", page, runs);
	free(page);
	store_close(w.store);
	tiles_clear(&w.tiles);
	config_free(conf);
	return 0;
}

int
main(int argc, char **argv)
{
	size_t n = argc == 4 ? strtoul(argv[3], NULL, 10) : 0;

	if (n > 0 && strcmp(argv[1], "make") == 0)
		return make(argv[2], n);
	if (n > 0 && strcmp(argv[1], "run") == 0)
		return run(argv[2], n < RUNS_MAX ? n : RUNS_MAX);
	fputs(
	    "usage: web make DATABASE INCIDENTS | run DATABASE RUNS\n", stderr);
	return 64;
}
