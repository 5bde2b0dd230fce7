/*
 * How fast a body is parsed and judged, and in how much memory.
 *
 *     filter make rss|statuspage BYTES MESSAGES…  >BODY
 *     filter run rss|statuspage BODY RUNS
 *
 * make writes a feed of at least so many bytes from the messages of
 * tests/data/filter, the same each time, with an older update under the newest
 * where REPORT_BYTES have room for it. run parses and judges it once to
 * warm up and then RUNS times, and prints a row of the table in RESULTS.md.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <jansson.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "conf/config.h"
#include "feed/parse.h"
#include "filter/filter.h"
#include "measure.h"

#define BODY_MAX ((size_t)64 << 20)
#define MAX_ITEMS 1000000
#define RUNS_MAX 1000
#define REPORT_BYTES 470 /* of the body for one report: 22,000 in 10 MB */
#define NEWEST INT64_C(1777968000) /* 2026-05-05T08:00:00Z */

/* --- the body --------------------------------------------------------------
 */

struct message {
	char *title, *body;
};

static struct message *messages;
static size_t n_messages;

static void
add_message(const char *line, size_t n)
{
	json_t *o = json_loadb(line, n, 0, NULL);
	const char *title = json_string_value(json_object_get(o, "title"));
	const char *body = json_string_value(json_object_get(o, "body"));

	if (title != NULL && body != NULL) {
		messages = xreallocarray(
		    messages, n_messages + 1, sizeof(*messages));
		messages[n_messages++] = (struct message){
		    xstrdup(title), xstrdup(body)};
	}
	json_decref(o);
}

static void
load_messages(const char *path)
{
	struct err e;
	char *text;

	must(file_read(path, BODY_MAX, &text, NULL, &e), &e);
	for (const char *s = text; *s != '\0';) {
		size_t n = strcspn(s, "\n");

		add_message(s, n);
		s += n + (s[n] == '\n' ? 1 : 0);
	}
	free(text);
}

static const struct message *
message(size_t i)
{
	return &messages[i % n_messages];
}

static bool
has_older(const struct buf *b, size_t i)
{
	return b->len < i * REPORT_BYTES;
}

/* HTML in XML is escaped twice. */
static void
add_escaped(struct buf *b, const char *s, int times)
{
	static const char *const amp[] = {"", "amp;", "amp;amp;"};

	for (; *s != '\0'; s++) {
		if (*s == '&')
			buf_addf(b, "&%samp;", amp[times - 1]);
		else if (*s == '<')
			buf_addf(b, "&%slt;", amp[times - 1]);
		else
			buf_addc(b, *s);
	}
}

static void
add_update(struct buf *b, const char *state, const char *text)
{
	buf_addf(b, "&lt;p&gt;&lt;strong&gt;%s&lt;/strong&gt; - ", state);
	add_escaped(b, text, 2);
	buf_adds(b, "&lt;/p&gt;");
}

static void
add_rss(struct buf *b, size_t i)
{
	char when[64];
	time_t t = (time_t)(NEWEST - (int64_t)i * 60);
	struct tm tm;

	gmtime_r(&t, &tm);
	strftime(when, sizeof(when), "%a, %d %b %Y %H:%M:%S +0000", &tm);
	buf_adds(b, "<item><title>");
	add_escaped(b, message(i)->title, 1);
	buf_addf(b,
	    "</title><link>https://status.example.dk/incidents/%zu</link>"
	    "<guid>https://status.example.dk/incidents/%zu</guid>"
	    "<pubDate>%s</pubDate><description>",
	    i, i, when);
	add_update(b, i % 3 == 0 ? "Resolved" : "Update", message(i)->body);
	if (has_older(b, i))
		add_update(b, "Investigating", message(i + 1)->body);
	buf_adds(b, "</description></item>\n");
}

static json_t *
json_update(const char *status, const char *body, const char *at)
{
	return json_pack(
	    "{s:s,s:s,s:s}", "status", status, "body", body, "display_at", at);
}

static void
add_incident(struct buf *b, size_t i)
{
	char at[RFC3339_SIZE];
	json_t *o, *updates = json_array();
	char *id = xasprintf("%012zx", i), *text;

	format_rfc3339(NEWEST - (int64_t)i * 60, at);
	json_array_append_new(
	    updates, json_update(i % 3 == 0 ? "resolved" : "investigating",
			 message(i)->body, at));
	if (has_older(b, i))
		json_array_append_new(updates,
		    json_update("investigating", message(i + 1)->body, at));
	o = json_pack("{s:s,s:s,s:s,s:s,s:s,s:[{s:s,s:s}],s:o}", "id", id,
	    "name", message(i)->title, "impact", "major", "created_at", at,
	    "updated_at", at, "components", "name", "NSP", "status",
	    "operational", "incident_updates", updates);
	text = json_dumps(o, JSON_COMPACT);
	buf_addf(b, "%s%s", i == 0 ? "" : ",", text);
	json_decref(o);
	free(text);
	free(id);
}

/* --- the run ---------------------------------------------------------------
 */

static struct rules_conf *rules; /* to the end, whoever owns them */
static struct filter *filter;

static void
load_filter(void)
{
	struct diags problems = {0};
	struct err e;

	must(zone_set("Europe/Copenhagen", &e), &e);
	rules = rules_load("", &problems);
	if (rules != NULL)
		filter = filter_open(rules, &problems);
	diags_print(&problems, stderr);
	if (filter == NULL)
		exit(1);
}

struct sample {
	double all, parse, judge; /* seconds */
};

struct result {
	size_t reports, verdicts[3];
	struct sample v[RUNS_MAX];
};

static void
run_once(enum feed_kind kind, const char *body, size_t n, struct result *r,
    struct sample *out)
{
	struct reports l = {0};
	double from = seconds(CLOCK_PROCESS_CPUTIME_ID), parsed, judged;
	struct err e = {""};

	must(feed_parse(kind, "bench", body, n, MAX_ITEMS, &l, &e), &e);
	parsed = seconds(CLOCK_PROCESS_CPUTIME_ID);
	memset(r->verdicts, 0, sizeof(r->verdicts));
	for (size_t i = 0; i < l.n; i++) {
		struct finding f;

		must(filter_judge(filter, &l.v[i], &f, &e), &e);
		r->verdicts[f.verdict]++;
		finding_clear(&f);
	}
	judged = seconds(CLOCK_PROCESS_CPUTIME_ID);
	r->reports = l.n;
	reports_clear(&l);
	*out = (struct sample){judged - from, parsed - from, judged - parsed};
}

static int
by_all(const void *pa, const void *pb)
{
	const struct sample *a = pa, *b = pb;

	return a->all < b->all ? -1 : a->all > b->all;
}

static void
print_row(const char *kind, size_t bytes, const struct result *r, size_t runs,
    double before)
{
	double n = (double)r->reports;
	const struct sample *median = &r->v[runs / 2];

	printf("| %s | %.1f | %zu | **%.0f** | %.0f | %.0f | %.1f | %.1f "
	       "| %.1f | %.1f | %zu, %zu, %zu |\n",
	    kind, (double)bytes / (1 << 20), r->reports, n / median->all,
	    n / r->v[runs - 1].all, n / r->v[0].all, median->parse / n * 1e6,
	    median->judge / n * 1e6, (double)peak_kb() / 1024, before,
	    r->verdicts[VERDICT_BROADCAST], r->verdicts[VERDICT_ASK],
	    r->verdicts[VERDICT_IGNORE]);
}

static int
run(const char *kind, const char *path, size_t runs)
{
	static struct result r;
	struct sample warm_up;
	enum feed_kind k = FEED_AUTO;
	double before;
	struct err e;
	char *body;
	size_t n;

	feed_kind_parse(kind, &k);
	load_filter();
	before = (double)peak_kb() / 1024;
	must(file_read(path, BODY_MAX, &body, &n, &e), &e);
	run_once(k, body, n, &r, &warm_up);
	for (size_t i = 0; i < runs; i++)
		run_once(k, body, n, &r, &r.v[i]);
	qsort(r.v, runs, sizeof(r.v[0]), by_all);
	if (runs > 0)
		print_row(kind, n, &r, runs, before);
	else
		printf("%zu\n", r.reports);
	free(body);
	return 0;
}

static int
make(const char *kind, size_t bytes)
{
	bool rss = strcmp(kind, "rss") == 0;
	struct buf b;

	buf_init(&b, BODY_MAX);
	buf_adds(&b, rss ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			   "<rss version=\"2.0\"><channel><title>Drift</title>"
			   "<link>https://status.example.dk/</link>\n"
			 : "{\"incidents\":[");
	for (size_t i = 0; b.len < bytes && !buf_failed(&b); i++) {
		if (rss)
			add_rss(&b, i);
		else
			add_incident(&b, i);
	}
	buf_adds(&b, rss ? "</channel></rss>\n" : "]}\n");
	fwrite(buf_str(&b), 1, b.len, stdout);
	return buf_failed(&b) || fflush(stdout) != 0;
}

int
main(int argc, char **argv)
{
	if (argc > 4 && strcmp(argv[1], "make") == 0) {
		for (int i = 4; i < argc; i++)
			load_messages(argv[i]);
		return make(argv[2], strtoul(argv[3], NULL, 10));
	}
	if (argc == 5 && strcmp(argv[1], "run") == 0) {
		size_t runs = strtoul(argv[4], NULL, 10);

		return run(argv[2], argv[3], runs < RUNS_MAX ? runs : RUNS_MAX);
	}
	fputs("usage: filter make KIND BYTES MESSAGES… | run KIND BODY RUNS\n",
	    stderr);
	return 64;
}
