/* Unit tests of feed/: the kinds beside Statuspage, RSS and Confluence. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/kinds.h"
#include "feed/parse.h"

static struct reports list;
static struct err error;

static int
set_up(void **state)
{
	(void)state;
	list = (struct reports){0};
	return zone_set("Europe/Copenhagen", NULL);
}

static int
tear_down(void **state)
{
	(void)state;
	reports_clear(&list);
	return 0;
}

static int
parse(enum feed_kind kind, const char *body)
{
	reports_clear(&list);
	return feed_parse(kind, "f", body, strlen(body), 10, &list, &error);
}

/* Parses a good body of n reports. */
static void
good(enum feed_kind kind, const char *body, size_t n, bool complete)
{
	if (parse(kind, body) == -1)
		fail_msg("%s: %s", body, error.msg);
	if (list.n != n || list.complete != complete)
		fail_msg("%s: %zu reports, %scomplete", body, list.n,
		    list.complete ? "" : "not ");
	assert_int_equal(
	    list.only_open, kind == FEED_INSTATUS || kind == FEED_INCIDENTIO);
}

static void
bad(enum feed_kind kind, const char *body)
{
	if (parse(kind, body) == 0)
		fail_msg("%s: taken for a feed", body);
	assert_int_equal(list.n, 0);
	assert_string_not_equal(error.msg, "");
}

static void
is_time(int64_t t, const char *want)
{
	char buf[RFC3339_SIZE];

	assert_string_equal(format_rfc3339(t, buf), want);
}

static const enum feed_kind json_kinds[] = {
    FEED_JSONFEED, FEED_INSTATUS, FEED_INCIDENTIO, FEED_CACHET};

static void
test_no_such_feed(void **state)
{
	static const char *const bodies[] = {"", " ", "{", "{}", "[]", "null",
	    "3", "\"x\"", "<html>", "<!DOCTYPE html><p>Log ind", "<rss/>",
	    "{\"data\":[]}", "{\"items\":[]}", "{\"error\":\"login\"}",
	    "{\"incidents\":[]}", "{\"scheduled_maintenances\":[]}",
	    "{\"page\":{\"name\":\"x\",\"status\":\"none\"}}",
	    "{\"page\":null,\"meta\":{},\"data\":[],\"version\":1}",
	    "{\"page\":[],\"meta\":[],\"data\":{},\"version\":\"1.1\"}",
	    "{\"ongoing_incidents\":{},\"scheduled_maintenances\":[]}",
	    "{\"meta\":{\"pagination\":{}},\"data\":{}}",
	    "{\"meta\":{\"pagination\":[]},\"data\":[]}",
	    "{\"version\":\"https://jsonfeed.org/version/1.1\"}",
	    "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":{}}",
	    "{\"version\":\"https://example.dk/version/1\",\"items\":[]}"};

	(void)state;
	for (size_t i = 0; i < LENGTH(bodies); i++)
		for (size_t k = 0; k < LENGTH(json_kinds); k++)
			bad(json_kinds[k], bodies[i]);
	bad(FEED_RSS_UPDATES, "{}");
	bad(FEED_RSS_UPDATES, "<html><body>Log ind</body></html>");
	bad(FEED_RSS_UPDATES, "<sitemap/>");
	bad(FEED_AUTO, "{\"name\":1}");
	bad(FEED_AUTO, "<html>");
}

#define PAGE(status) "{\"page\":{\"name\":\"P\",\"status\":\"" status "\"}"

/* When a list of Instatus' may be missing, and when it is not whole. */
static void
test_instatus_lists(void **state)
{
	static const struct {
		const char *body;
		bool complete;
	} cases[] = {
	    {PAGE("UP") "}", true},
	    {PAGE("UP") ",\"activeIncidents\":[]}", true},
	    {PAGE("UP") ",\"activeIncidents\":null}", false},
	    {PAGE("UP") ",\"activeIncidents\":3}", false},
	    {PAGE("UP") ",\"activeIncidents\":[3]}", false},
	    {PAGE("UP") ",\"activeIncidents\":[{\"name\":\"n\"}]}", false},
	    {PAGE("HASISSUES") "}", false},
	    {PAGE("HASISSUES") ",\"activeMaintenances\":[]}", false},
	    {PAGE("HASISSUES") ",\"activeIncidents\":[]}", true},
	    {PAGE("UNDERMAINTENANCE") ",\"activeIncidents\":[]}", false},
	    {PAGE("UNDERMAINTENANCE") ",\"activeMaintenances\":[]}", true},
	    {"{\"activeIncidents\":[]}", false},
	    {"{\"activeIncidents\":[],\"activeMaintenances\":[]}", true},
	    {"{\"activeMaintenances\":null}", false},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		good(FEED_INSTATUS, cases[i].body, 0, cases[i].complete);
}

static void
test_instatus(void **state)
{
	const struct report *r;

	(void)state;
	good(FEED_INSTATUS,
	    PAGE("HASISSUES") ",\"activeIncidents\":["
			      "{\"id\":\"c1\",\"name\":\"FMK  er nede\","
			      "\"started\":\"2026-05-05T08:00:00.000Z\","
			      "\"status\":\"IDENTIFIED\",\"impact\":"
			      "\"MAJOROUTAGE\",\"url\":\"https://a.example.dk/"
			      "c1\",\"updatedAt\":\"2026-05-05T09:00:00Z\"},"
			      "{\"url\":\"https://a.example.dk/c2\",\"name\":"
			      "null,\"status\":7,\"impact\":[]}],"
			      "\"activeMaintenances\":[{\"id\":9,\"start\":"
			      "\"2026-05-06T20:00:00Z\",\"duration\":\"90\","
			      "\"status\":\"INPROGRESS\"},{\"id\":\"m\","
			      "\"duration\":60,\"status\":\"NOTSTARTEDYET\"}]}",
	    4, true);
	r = list.v;
	assert_string_equal(r->feed, "f");
	assert_string_equal(r->id, "c1");
	assert_string_equal(r->title, "FMK er nede");
	assert_string_equal(r->status, "identified");
	assert_string_equal(r->impact, "major_outage");
	assert_string_equal(r->url, "https://a.example.dk/c1");
	assert_int_equal(r->phase, PHASE_OPEN);
	is_time(r->published, "2026-05-05T08:00:00Z");
	is_time(r->updated, "2026-05-05T09:00:00Z");
	assert_string_equal(r[1].id, "https://a.example.dk/c2");
	assert_int_equal(r[1].phase, PHASE_OPEN);
	assert_string_equal(r[2].id, "9");
	assert_string_equal(r[2].status, "in_progress");
	assert_string_equal(r[2].impact, "maintenance");
	assert_int_equal(r[2].phase, PHASE_OPEN);
	is_time(r[2].ends, "2026-05-06T21:30:00Z");
	assert_int_equal(r[3].phase, PHASE_PLANNED);
	assert_true(r[3].ends == TIME_NONE);
}

#define SUMMARY(on, prog, sched)                          \
	"{\"page_title\":\"P\",\"ongoing_incidents\":" on \
	",\"in_progress_maintenances\":" prog             \
	",\"scheduled_maintenances\":" sched "}"

static void
test_incidentio(void **state)
{
	const struct report *r;

	(void)state;
	good(FEED_INCIDENTIO,
	    SUMMARY("[{\"id\":\"a\",\"name\":\"FMK er nede\",\"status\":"
		    "\"monitoring\",\"last_update_at\":\"2026-05-05T08:00:00Z"
		    "\",\"last_update_message\":\"<p>Vi &oslash;ver</p>\","
		    "\"current_worst_impact\":\"full_outage\","
		    "\"affected_components\":[{\"name\":\"FMK\","
		    "\"current_status\":\"full_outage\"},null,{\"name\":3}]},"
		    "{\"id\":\"b\",\"status\":null,\"last_update_message\":"
		    "null,\"affected_components\":null}]",
		"[{\"id\":\"c\",\"status\":\"maintenance_in_progress\","
		"\"started_at\":\"2026-05-05T20:00:00Z\","
		"\"scheduled_end_at\":null}]",
		"[{\"id\":\"d\",\"status\":\"maintenance_scheduled\","
		"\"starts_at\":\"2026-05-06T20:00:00Z\",\"ends_at\":"
		"\"2026-05-06T21:00:00Z\"}]"),
	    4, true);
	r = list.v;
	assert_string_equal(r->text, "Vi øver");
	assert_int_equal(r->newest, strlen(r->text));
	assert_string_equal(r->impact, "major_outage");
	assert_int_equal(r->n_components, 1);
	assert_string_equal(r->components[0].status, "major_outage");
	assert_true(r->published == TIME_NONE);
	is_time(r->updated, "2026-05-05T08:00:00Z");
	assert_int_equal(r[1].phase, PHASE_OPEN);
	assert_string_equal(r[2].status, "in_progress");
	assert_int_equal(r[2].phase, PHASE_OPEN);
	assert_string_equal(r[3].status, "scheduled");
	assert_string_equal(r[3].impact, "maintenance");
	assert_int_equal(r[3].phase, PHASE_PLANNED);
	is_time(r[3].ends, "2026-05-06T21:00:00Z");
}

static void
test_incidentio_not_whole(void **state)
{
	(void)state;
	good(FEED_INCIDENTIO, SUMMARY("[]", "[]", "[]"), 0, true);
	good(FEED_INCIDENTIO, SUMMARY("null", "[]", "[]"), 0, false);
	good(FEED_INCIDENTIO, SUMMARY("[]", "null", "[]"), 0, false);
	good(FEED_INCIDENTIO, SUMMARY("[]", "[]", "7"), 0, false);
	good(FEED_INCIDENTIO, SUMMARY("[{}]", "[]", "[]"), 0, false);
	good(FEED_INCIDENTIO, SUMMARY("[null]", "[]", "[]"), 0, false);
	good(FEED_INCIDENTIO, "{\"ongoing_incidents\":[]}", 0, false);
}

#define CACHET(items) \
	"{\"meta\":{\"pagination\":{\"total\":1}},\"data\":" items "}"

static void
test_cachet(void **state)
{
	const struct report *r;

	(void)state;
	good(FEED_CACHET,
	    CACHET("[{\"id\":7,\"name\":\"FMK er nede\",\"message\":\"Opslag "
		   "fejler.\",\"status\":1,\"created_at\":\"2026-03-28 "
		   "23:12:05\",\"updated_at\":\"2026-03-28 23:12:05\","
		   "\"permalink\":\"https://a.example.dk/incidents/7\","
		   "\"component\":{\"name\":\"FMK\",\"status\":4},"
		   "\"updates\":[{\"status\":2,\"message\":\"Fundet.\","
		   "\"created_at\":\"2026-03-28 23:40:00\",\"updated_at\":"
		   "\"2026-03-28 23:41:00\"},{\"status\":3,\"message\":"
		   "\"Vi ser til.\",\"created_at\":\"2026-03-29 03:30:00\","
		   "\"updated_at\":\"2026-03-29 03:30:00\"}]}]"),
	    1, true);
	r = list.v;
	assert_string_equal(r->id, "7");
	assert_string_equal(
	    r->text, "Vi ser til.\n\nFundet.\n\nOpslag fejler.");
	assert_int_equal(r->newest, strlen("Vi ser til."));
	assert_string_equal(r->status, "monitoring");
	assert_int_equal(r->phase, PHASE_OPEN);
	/* In Danish time, over the change to summer time. */
	is_time(r->published, "2026-03-28T22:12:05Z");
	is_time(r->updated, "2026-03-29T01:30:00Z");
	assert_string_equal(r->url, "https://a.example.dk/incidents/7");
	assert_string_equal(r->components[0].name, "FMK");
	assert_string_equal(r->components[0].status, "major_outage");
}

/* One status in each form that Cachet has had, and what is none. */
static void
test_cachet_status(void **state)
{
	static const struct {
		const char *item;
		enum phase phase;
	} cases[] = {
	    {"\"status\":0,\"scheduled_at\":\"2026-05-05 22:00:00\"",
		PHASE_PLANNED},
	    {"\"status\":1", PHASE_OPEN},
	    {"\"status\":2", PHASE_OPEN},
	    {"\"status\":3", PHASE_OPEN},
	    {"\"status\":4", PHASE_RESOLVED},
	    {"\"status\":\"4\"", PHASE_RESOLVED},
	    {"\"status\":5", PHASE_UNKNOWN},
	    {"\"status\":-1", PHASE_UNKNOWN},
	    {"\"status\":null", PHASE_UNKNOWN},
	    {"\"status\":\"Fixed\"", PHASE_UNKNOWN},
	    {"\"status\":1,\"latest_status\":4", PHASE_RESOLVED},
	    {"\"status\":4,\"latest_status\":1", PHASE_OPEN},
	    {"\"status\":4,\"updates\":[{\"status\":2}]", PHASE_OPEN},
	    {"\"status\":1,\"updates\":[null,{}],\"component\":\"x\"",
		PHASE_OPEN},
	    {"\"status\":1,\"updates\":{},\"component\":{\"data\":[]}",
		PHASE_OPEN},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char *body = xasprintf(
		    CACHET("[{\"id\":1,%s}]"), cases[i].item);

		good(FEED_CACHET, body, 1, true);
		if (list.v[0].phase != cases[i].phase)
			fail_msg("%s: %s", cases[i].item,
			    phase_name(list.v[0].phase));
		if (i == 0)
			is_time(list.v[0].starts, "2026-05-05T20:00:00Z");
		free(body);
	}
}

static void
test_cachet_dates(void **state)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
	    {"\"2026-07-01 12:00:00\"", "2026-07-01T10:00:00Z"},
	    {"\"2026-01-01 12:00:00\"", "2026-01-01T11:00:00Z"},
	    {"\"2026-10-25 02:30:00\"", "2026-10-25T00:30:00Z"},
	    {"\"2026-07-01T12:00:00+00:00\"", "2026-07-01T12:00:00Z"},
	    {"1420036705", "2014-12-31T14:38:25Z"},
	    {"\"0000-00-00 00:00:00\"", ""},
	    {"-1", ""},
	    {"{\"date\":\"2026-07-01 12:00:00\"}", ""},
	    {"null", ""},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char *body = xasprintf(
		    CACHET("[{\"id\":1,\"created_at\":%s}]"), cases[i].in);

		good(FEED_CACHET, body, 1, true);
		is_time(list.v[0].published, cases[i].out);
		free(body);
	}
	good(FEED_CACHET, CACHET("null"), 0, false);
	good(FEED_CACHET, CACHET("[{\"id\":null}]"), 0, false);
	good(FEED_CACHET, CACHET("[]"), 0, true);
}

#define FEED(version, items)                                                  \
	"{\"version\":\"https://jsonfeed.org/version/" version                \
	"\",\"home_page_url\":\"https://a.example.dk/nyt/\",\"items\":" items \
	"}"

static void
test_jsonfeed(void **state)
{
	const struct report *r;

	(void)state;
	good(FEED_JSONFEED,
	    FEED("1.1", "[{\"id\":\"x\",\"url\":\"7\",\"title\":\"FMK\","
			"\"content_html\":\"<p>bl&aring;</p>\","
			"\"content_text\":\"nej\",\"date_published\":"
			"\"2026-05-05T10:00:00+02:00\",\"date_modified\":"
			"\"2026-05-05T11:00:00+02:00\"},"
			"{\"id\":12,\"url\":\"/8\",\"content_text\":"
			"\"5 < 6 & 7\"},"
			"{\"id\":1e3,\"summary\":\"kort\"},"
			"{\"url\":\"https://b.example.dk/9\"}]"),
	    4, true);
	r = list.v;
	assert_string_equal(r->id, "x");
	assert_string_equal(r->url, "https://a.example.dk/nyt/7");
	assert_string_equal(r->text, "blå");
	assert_int_equal(r->newest, strlen(r->text));
	is_time(r->published, "2026-05-05T08:00:00Z");
	is_time(r->updated, "2026-05-05T09:00:00Z");
	assert_string_equal(r[1].id, "12");
	assert_string_equal(r[1].url, "https://a.example.dk/8");
	assert_string_equal(r[1].text, "5 < 6 & 7");
	assert_string_equal(r[2].id, "1000");
	assert_string_equal(r[2].text, "kort");
	assert_string_equal(r[3].id, "https://b.example.dk/9");
	good(FEED_JSONFEED, FEED("1", "[{\"id\":true,\"title\":\"T\"}]"), 0,
	    false);
	good(FEED_JSONFEED, FEED("1", "null"), 0, false);
	good(FEED_JSONFEED, FEED("1", "[{\"id\":\"1\",\"url\":3}]"), 1, true);
}

#define ITEM(guid, title, date, text)                                  \
	"<item><guid isPermaLink='false'>" guid "</guid><title>" title \
	"</title><pubDate>" date "</pubDate><description>" text        \
	"</description></item>"
#define RSS(items) "<rss><channel>" items "</channel></rss>"
#define AT(time) "Tue, 05 May 2026 " time ":00 +0000"

static void
test_updates(void **state)
{
	const struct report *r;

	(void)state;
	/* In no order; one of another service with the same title. */
	good(FEED_RSS_UPDATES,
	    RSS(ITEM("http://a.example.dk/#fmk-1_1777968000",
		"Informational message: Fejl  i FMK", AT("08:00"),
		"et") ITEM("http://a.example.dk/#nas-1_1777968001",
		"Fejl i FMK", AT("08:05"),
		"andet") ITEM("http://a.example.dk/#fmk-1_1777969",
		"Service is operating normally: [RESOLVED] Fejl i FMK",
		AT("09:00"), "to") ITEM("http://a.example.dk/#fmk-1_1777969999",
		"[Løst] fejl i FMK", AT("10:00"),
		"tre") ITEM("http://a.example.dk/#fmk-1_1767969999",
		"[Løst] fejl i FMK", "1 May 2026 10:00:00 +0000", "før")),
	    3, true);
	r = list.v;
	assert_string_equal(r->id, "nas-1/fejl i fmk");
	assert_int_equal(r->phase, PHASE_UNKNOWN);
	/* Its number is too short to be the time that AWS puts there. */
	assert_string_equal(r[1].id, "fejl i fmk");
	r += 2;
	assert_string_equal(r->id, "fmk-1/fejl i fmk");
	assert_string_equal(r->title, "fejl i FMK");
	assert_string_equal(r->text, "tre\n\net");
	assert_int_equal(r->newest, strlen("tre"));
	assert_string_equal(r->status, "resolved");
	assert_int_equal(r->phase, PHASE_RESOLVED);
	is_time(r->published, "2026-05-05T08:00:00Z");
	is_time(r->updated, "2026-05-05T10:00:00Z");
}

/* The newest says what is; what an older one said is over is open again. */
static void
test_updates_newest_counts(void **state)
{
	char *before;

	(void)state;
	good(FEED_RSS_UPDATES,
	    RSS(ITEM("1", "[RESOLVED] Fejl", AT("08:00"), "a")), 1, true);
	before = xstrdup(list.v[0].revision);
	good(FEED_RSS_UPDATES,
	    RSS(ITEM("2", "Fejl", AT("09:00"), "b")
		    ITEM("1", "[RESOLVED] Fejl", AT("08:00"), "a")),
	    1, true);
	assert_int_equal(list.v[0].phase, PHASE_UNKNOWN);
	assert_string_equal(list.v[0].id, "fejl");
	assert_string_not_equal(list.v[0].revision, before);
	free(before);
	good(FEED_RSS_UPDATES, RSS(""), 0, true);
	good(FEED_RSS_UPDATES,
	    "<rss><channel>" ITEM("1", "Fejl", "", "a") "<item><guid>2", 1,
	    false);
	/* Without any date the first in the list is the newest. */
	good(FEED_RSS_UPDATES,
	    RSS(ITEM("2", "[RESOLVED] Fejl", "", "b") ITEM(
		"1", "Fejl", AT("08:00"), "a") ITEM("3", "[RESOLVED]", "", "")),
	    2, true);
	assert_string_equal(list.v[0].id, "fejl");
	assert_string_equal(list.v[1].id, "3");
	assert_string_equal(list.v[1].text, "[RESOLVED]");
}

static void
test_marks(void **state)
{
	static const struct {
		const char *title, *rest, *status;
	} cases[] = {
	    {"FMK er nede", "FMK er nede", ""},
	    {"[RESOLVED] FMK er nede", "FMK er nede", "resolved"},
	    {"[LØST] – FMK er nede", "FMK er nede", "resolved"},
	    {"Løst: FMK er nede", "FMK er nede", "resolved"},
	    {"FMK er nede (løst)", "FMK er nede", "resolved"},
	    {"FMK er nede - løst", "FMK er nede", "resolved"},
	    {"Opdatering 3: FMK er nede", "FMK er nede", ""},
	    {"Update #2 - Monitoring: FMK er nede", "FMK er nede",
		"monitoring"},
	    {"Informational message: FMK er nede", "FMK er nede", ""},
	    {"Informational message: [RESOLVED] FMK", "FMK", "resolved"},
	    {"Service disruption: FMK", "FMK", "investigating"},
	    {"Planlagt: Servicevindue", "Servicevindue", "scheduled"},
	    {"Delvist løst: FMK er nede", "Delvist løst: FMK er nede", ""},
	    {"Ikke løst: FMK", "Ikke løst: FMK", ""},
	    {"FMK: opslag fejler", "FMK: opslag fejler", ""},
	    {"FMK (test) fejler [P1]", "FMK (test) fejler [P1]", ""},
	    {"Apoteket - lukket", "Apoteket - lukket", ""},
	    {"Prisen er i € [løst", "Prisen er i € [løst", ""},
	    {"[løst] € er nede: À", "€ er nede: À", "resolved"},
	    {"[] : -", "[] : -", ""},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char *body = xasprintf(
		    RSS(ITEM("1", "%s", AT("08:00"), "a")), cases[i].title);

		good(FEED_RSS_UPDATES, body, 1, true);
		assert_string_equal(list.v[0].title, cases[i].rest);
		assert_string_equal(list.v[0].status, cases[i].status);
		free(body);
	}
}

static void
test_guess(void **state)
{
	static const struct {
		const char *body;
		enum feed_kind kind;
	} cases[] = {
	    {"{\"incidents\":[]}", FEED_STATUSPAGE},
	    {"{\"scheduled_maintenances\":[]}", FEED_STATUSPAGE},
	    {SUMMARY("[]", "[]", "[]"), FEED_INCIDENTIO},
	    {PAGE("UP") "}", FEED_INSTATUS},
	    {CACHET("[]"), FEED_CACHET},
	    {"\xef\xbb\xbf " FEED("1.1", "[]"), FEED_JSONFEED},
	    {RSS(""), FEED_RSS},
	    {RSS(ITEM("1", "FMK er nede", AT("08:00"), "a")), FEED_RSS},
	    {RSS(ITEM("1", "Planlagt: arbejde", AT("08:00"), "a")), FEED_RSS},
	    {RSS(ITEM("1", "[RESOLVED] Fejl", AT("08:00"), "a")),
		FEED_RSS_UPDATES},
	    {RSS(ITEM("http://a.example.dk/#fmk-1_1777968000", "Fejl",
		 AT("08:00"), "a")),
		FEED_RSS_UPDATES},
	    {RSS(ITEM("1", "Update: Fejl - Resolved", AT("08:00"),
		 "&lt;p>Jan 1, 09:09 PST&lt;br>Resolved - Alt godt.")),
		FEED_RSS},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		enum feed_kind kind = FEED_AUTO;

		if (feed_guess(cases[i].body, strlen(cases[i].body), &kind,
			&error) == -1)
			fail_msg("%s: %s", cases[i].body, error.msg);
		if (kind != cases[i].kind)
			fail_msg("%s: %s", cases[i].body, feed_kind_name(kind));
		assert_int_equal(parse(FEED_AUTO, cases[i].body), 0);
	}
}

static int
follow(enum feed_kind *kind, enum feed_kind *found, const char *body)
{
	reports_clear(&list);
	return feed_follow(
	    kind, found, "f", body, strlen(body), 10, &list, &error);
}

/* What a feed is found to be holds, and what is not that is an error. */
static void
test_follow(void **state)
{
	enum feed_kind kind = FEED_AUTO, found = FEED_AUTO;

	(void)state;
	assert_int_equal(follow(&kind, &found, "<html>"), -1);
	assert_int_equal(found, FEED_AUTO);
	assert_int_equal(follow(&kind, &found, RSS("")), 0);
	assert_int_equal(found, FEED_RSS);
	assert_int_equal(kind, FEED_AUTO); /* empty: it may be another yet */
	assert_int_equal(
	    follow(&kind, &found, RSS(ITEM("1", "[LØST] x", "", "a"))), 0);
	assert_int_equal(kind, FEED_RSS_UPDATES);
	assert_int_equal(follow(&kind, &found, RSS("")), 0);
	assert_int_equal(found, FEED_RSS_UPDATES);
	assert_int_equal(follow(&kind, &found, PAGE("UP") "}"), -1);
	assert_int_equal(kind, FEED_RSS_UPDATES);
	assert_int_equal(list.n, 0);
	kind = FEED_RSS;
	assert_int_equal(
	    follow(&kind, &found, RSS(ITEM("1", "[LØST] x", "", "a"))), 0);
	assert_int_equal(found, FEED_RSS);
}

static void
test_urls(void **state)
{
	static const struct {
		enum feed_kind kind;
		const char *url;
		bool body;
	} cases[] = {
	    {FEED_STATUSPAGE, "https://a.example.dk", false},
	    {FEED_STATUSPAGE, "https://a.example.dk/x.json", true},
	    {FEED_INSTATUS, "https://a.example.dk/", false},
	    {FEED_INSTATUS, "https://a.example.dk/summary.json", true},
	    {FEED_INCIDENTIO, "https://a.example.dk", false},
	    {FEED_INCIDENTIO, "https://a.example.dk/api/v1/summary?x=1", true},
	    {FEED_CACHET, "https://a.example.dk", false},
	    {FEED_CACHET, "https://a.example.dk/api/v1/incidents", true},
	    {FEED_CACHET, "https://a.example.dk/api/v1/incidents?sort=id",
		true},
	    {FEED_RSS, "https://a.example.dk", true},
	    {FEED_AUTO, "https://a.example.dk", true},
	    {FEED_INSTATUS, "file:///", false},
	    {FEED_INSTATUS, "file:///nosuch/body", true},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		if (kind_is_body(kind_find(cases[i].kind), cases[i].url) !=
		    cases[i].body)
			fail_msg("%s", cases[i].url);
}

/* Torn and changed bodies neither crash nor, when torn, seem whole. */
static void
test_mutations(void **state)
{
	static const char *const bodies[] = {
	    CACHET("[{\"id\":7,\"status\":1,\"created_at\":\"2026-03-28 "
		   "23:12:05\",\"updates\":[{\"status\":2,\"message\":\"F\"}],"
		   "\"component\":{\"name\":\"c\",\"status\":4}}]"),
	    SUMMARY("[{\"id\":\"a\",\"affected_components\":[{\"name\":\"c\"}"
		    "]}]",
		"[]", "[{\"id\":\"d\",\"starts_at\":\"2026-05-06\"}]"),
	    PAGE("UP") ",\"activeIncidents\":[{\"id\":1}],"
		       "\"activeMaintenances\":[{\"id\":2,\"duration\":9}]}",
	    FEED("1", "[{\"id\":1.5,\"url\":\"../x\",\"content_html\":\"<p>"
		      "&aring;\"}]"),
	    RSS(ITEM("#a-1_1777968000", "[LØST] – (Ø) x: y - løst", AT("08:00"),
		"b") ITEM("2", "x: y", "", "")),
	};
	static const enum feed_kind kinds[] = {FEED_CACHET, FEED_INCIDENTIO,
	    FEED_INSTATUS, FEED_JSONFEED, FEED_RSS_UPDATES, FEED_AUTO};

	(void)state;
	for (size_t i = 0; i < LENGTH(bodies); i++) {
		size_t n = strlen(bodies[i]);

		for (size_t at = 0; at < 2 * n * LENGTH(kinds); at++) {
			enum feed_kind kind = kinds[at % LENGTH(kinds)];
			size_t place = at / LENGTH(kinds);
			char *s = xstrndup(bodies[i], place < n ? place : n);

			if (place >= n)
				s[place - n] = (char)(s[place - n] ^ 0x55);
			if (parse(kind, s) == 0 && place < n)
				assert_false(list.complete);
			free(s);
		}
	}
}

#define KIND_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    KIND_TEST(test_no_such_feed),
	    KIND_TEST(test_instatus_lists),
	    KIND_TEST(test_instatus),
	    KIND_TEST(test_incidentio),
	    KIND_TEST(test_incidentio_not_whole),
	    KIND_TEST(test_cachet),
	    KIND_TEST(test_cachet_status),
	    KIND_TEST(test_cachet_dates),
	    KIND_TEST(test_jsonfeed),
	    KIND_TEST(test_updates),
	    KIND_TEST(test_updates_newest_counts),
	    KIND_TEST(test_marks),
	    KIND_TEST(test_guess),
	    KIND_TEST(test_follow),
	    KIND_TEST(test_urls),
	    KIND_TEST(test_mutations),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
