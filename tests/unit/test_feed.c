/* Unit tests of feed/: every shape, dates, HTML, hostile bodies. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "feed/date.h"
#include "feed/html.h"
#include "feed/parse.h"

static int
parse(enum feed_kind k, const char *s, struct reports *l)
{
	struct err e;

	*l = (struct reports){0};
	return feed_parse(k, "f", s, strlen(s), 2000, l, &e);
}

static void
test_dates(void **state)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
	    {"Wed, 01 Jan 2014 09:09:00 -0800", "2014-01-01T17:09:00Z"},
	    {"1 Jan 14 09:09 GMT", "2014-01-01T09:09:00Z"},
	    {"1 January 2014 09:09:07 PST", "2014-01-01T17:09:07Z"},
	    {"Tue, 1 Jul 2014 09:09:00 EDT", "2014-07-01T13:09:00Z"},
	    {"Wed, 01 Jan 2014 09:09:00 EST +0100", "2014-01-01T08:09:00Z"},
	    {"01 Jan 2014 09:09:00 Z", "2014-01-01T09:09:00Z"},
	    {"01 Jan 2014 09:09:00 CET", "2014-01-01T08:09:00Z"},
	    {"01 Jan 99 09:09:00 UT", "1999-01-01T09:09:00Z"},
	    {"2014-01-01", "2014-01-01T00:00:00Z"},
	    {"2014-01-01T09:09Z", "2014-01-01T09:09:00Z"},
	    {"2014-01-01T09:09:00.123+01:00", "2014-01-01T08:09:00Z"},
	    {"9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"},
	    {"9999-12-31T23:59:59-01:00", ""},
	    {"31 Feb 2014 09:09:00 Z", ""},
	    {"soon", ""},
	    {"", ""},
	};
	char buf[RFC3339_SIZE];

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		assert_string_equal(
		    format_rfc3339(feed_date(cases[i].in), buf), cases[i].out);
}

static void
test_html(void **state)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
	    {"plain\ntext", "plain\ntext"},
	    {"<p>a b</p><p>c</p>", "a b\n\nc"},
	    {"a<br>b", "a\nb"},
	    {"<ul><li>x</li><li>y</li></ul>", "- x\n- y"},
	    {"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
		"a | b\nc"},
	    {"svartid &lt; 5 s &oslash; &amp;", "svartid < 5 s \u00f8 &"},
	    {"<script>x</script>y<style>z</style>", "y"},
	    {"l1\nl2 <a href=x>l</a>", "l1\nl2 l"},
	    {"5 < 6", "5 < 6"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char *s = html_text(cases[i].in, strlen(cases[i].in));

		assert_string_equal(s, cases[i].out);
		free(s);
	}
}

static void
test_refused(void **state)
{
	static const char *const json[] = {"", "  ", "{", "{\"incidents\":[",
	    "[]", "{}", "{\"incidents\":[],\"incidents\":[]}",
	    "<!DOCTYPE html><html><title>Log in</title></html>"};
	static const char *const xml[] = {"", "<html><body>Log in",
	    ("<!DOCTYPE a [<!ENTITY b \"bb\">]><rss><channel><item><title>&b;"
	     "</title></item></channel></rss>"),
	    "<other/>", "not xml"};
	struct reports l;

	(void)state;
	for (size_t i = 0; i < LENGTH(json); i++)
		assert_int_equal(parse(FEED_STATUSPAGE, json[i], &l), -1);
	for (size_t i = 0; i < LENGTH(xml); i++)
		assert_int_equal(parse(FEED_RSS, xml[i], &l), -1);
}

static void
test_statuspage(void **state)
{
	const char *s =
	    "\xef\xbb\xbf{\"incidents\":[{\"id\":\"a\",\"name\":\"N\","
	    "\"big\":99999999999999999999999,"
	    "\"status\":\"postmortem\",\"incident_updates\":["
	    "{\"body\":\"old\",\"created_at\":\"2026-01-01T00:00:00Z\","
	    "\"affected_components\":[{\"code\":\"k\",\"name\":\"P - FMK\","
	    "\"new_status\":\"operational\"}]},"
	    "{\"body\":\"<p>new</p>\",\"created_at\":\"2026-01-02T00:00:00Z\","
	    "\"affected_components\":null}],\"components\":null}]}";
	struct reports l;

	(void)state;
	assert_int_equal(parse(FEED_STATUSPAGE, s, &l), 0);
	assert_int_equal(l.n, 1);
	assert_true(l.complete);
	assert_string_equal(l.v[0].text, "new\n\nold");
	assert_int_equal(l.v[0].newest, 3);
	assert_int_equal(l.v[0].phase, PHASE_RESOLVED);
	assert_string_equal(l.v[0].components[0].name, "P - FMK");
	assert_string_equal(l.v[0].components[0].status, "operational");
	reports_clear(&l);
}

static void
test_rss_states(void **state)
{
	const char *s =
	    "<rss><channel><link>http://a.example.dk/</link><item>"
	    "<title>T</title><link>/i/1</link><description>&lt;p&gt;&lt;small"
	    "&gt;Jan  2, 10:00 PST&lt;/small&gt;&lt;br&gt;&lt;strong&gt;"
	    "Postmortem&lt;/strong&gt; - why&lt;/p&gt;&lt;p&gt;&lt;small&gt;"
	    "Jan  1, 10:00 PST&lt;/small&gt;&lt;br&gt;&lt;strong&gt;Resolved"
	    "&lt;/strong&gt; - over&lt;/p&gt;</description></item>"
	    "</channel></rss>";
	struct reports l;

	(void)state;
	assert_int_equal(parse(FEED_RSS, s, &l), 0);
	assert_int_equal(l.n, 1);
	assert_string_equal(l.v[0].status, "resolved");
	assert_int_equal(l.v[0].phase, PHASE_RESOLVED);
	assert_string_equal(l.v[0].text, "why\n\nover");
	assert_int_equal(l.v[0].newest, 3);
	assert_string_equal(l.v[0].url, "http://a.example.dk/i/1");
	reports_clear(&l);
}

static void
test_recovered(void **state)
{
	struct reports l;

	(void)state;
	assert_int_equal(parse(FEED_RSS,
			     "<rss><channel><item><title>FMK & NAS"
			     "</title></item></channel></rss>",
			     &l),
	    0);
	assert_int_equal(l.n, 1);
	assert_false(l.complete);
	reports_clear(&l);
	assert_int_equal(parse(FEED_RSS,
			     "<rss><channel><item><title>A</title>"
			     "</item><item><title>B</ti",
			     &l),
	    0);
	assert_int_equal(l.n, 1);
	assert_false(l.complete);
	reports_clear(&l);
}

static void
check_real(const char *name, enum feed_kind kind, size_t n)
{
	const char *shared = getenv("ALERTD_SHARED");
	char path[512], *s;
	enum feed_kind guess;
	struct reports l = {0};
	size_t len;
	struct err e;

	snprintf(path, sizeof(path), "%s/fixtures/real/%s",
	    shared == NULL ? "../shared" : shared, name);
	if (file_read(path, LIMIT_FEED_BODY, &s, &len, &e) == -1) {
		print_message("skipped: %s\n", e.msg);
		return;
	}
	assert_int_equal(feed_guess(s, len, &guess, &e), 0);
	assert_int_equal(guess, kind);
	assert_int_equal(feed_parse(kind, "f", s, len, 2000, &l, &e), 0);
	assert_int_equal(l.n, n);
	assert_true(l.complete);
	for (size_t i = 0; i < l.n; i++) {
		assert_null(strstr(l.v[i].text, "View Online"));
		assert_string_not_equal(l.v[i].id, "");
		if (kind == FEED_CONFLUENCE) {
			assert_memory_equal(l.v[i].id, "blogpost-", 9);
			assert_null(strchr(l.v[i].id + 9, '-'));
		} else {
			assert_int_equal(l.v[i].phase, PHASE_RESOLVED);
		}
	}
	reports_clear(&l);
	free(s);
}

static void
test_real(void **state)
{
	(void)state;
	check_real("statuspage-incidents.json", FEED_STATUSPAGE, 22);
	check_real("statuspage-history.rss", FEED_RSS, 17);
	check_real("statuspage-history.atom", FEED_RSS, 25);
	check_real("confluence-blogposts.atom", FEED_CONFLUENCE, 13);
}

struct moment {
	const char *poll;
	size_t n; /* reports */
	enum phase phase; /* of the incident, UNKNOWN: not listed yet */
	const char *status, *fmk, *online;
};

static const char *
component_status(const struct report *r, const char *name)
{
	for (size_t i = 0; i < r->n_components; i++)
		if (strcmp(r->components[i].name, name) == 0)
			return r->components[i].status;
	return "absent";
}

static void
check_moment(const struct moment *m, char **revision)
{
	char path[128], *s;
	struct reports l = {0};
	const struct report *r = NULL;
	size_t len;
	struct err e;

	snprintf(
	    path, sizeof(path), "tests/data/nspop-sequence/%s.json", m->poll);
	if (file_read(path, LIMIT_FEED_BODY, &s, &len, &e) == -1)
		fail_msg("%s", e.msg);
	assert_int_equal(
	    feed_parse(FEED_STATUSPAGE, "f", s, len, 2000, &l, &e), 0);
	free(s);
	assert_true(l.complete);
	assert_int_equal(l.n, m->n);
	for (size_t i = 0; i < l.n; i++)
		if (strcmp(l.v[i].id, "i0fmk007") == 0)
			r = &l.v[i];
	assert_int_equal(r != NULL, m->phase != PHASE_UNKNOWN);
	if (r != NULL) {
		assert_int_equal(r->phase, m->phase);
		assert_string_equal(r->status, m->status);
		assert_string_equal(component_status(r, "FMK"), m->fmk);
		assert_string_equal(
		    component_status(r, "FMK-online"), m->online);
		assert_true(r->newest > 0 && r->newest <= strlen(r->text));
		free(*revision);
		*revision = strdup(r->revision);
	}
	reports_clear(&l);
}

/* A night at NSP, poll by poll. */
static void
test_sequence(void **state)
{
#define DOWN "major_outage"
#define SLOW "degraded_performance"
#define GOOD "operational"
	static const struct moment night[] = {
	    {"2026-03-28T180000Z", 1, PHASE_UNKNOWN, "", "", ""},
	    {"2026-03-28T184100Z", 2, PHASE_UNKNOWN, "", "", ""},
	    {"2026-03-28T190600Z", 3, PHASE_UNKNOWN, "", "", ""},
	    {"2026-03-28T201100Z", 3, PHASE_UNKNOWN, "", "", ""},
	    {"2026-03-28T221300Z", 4, PHASE_OPEN, "investigating", DOWN, DOWN},
	    {"2026-03-28T224600Z", 4, PHASE_OPEN, "identified", DOWN, DOWN},
	    {"2026-03-29T003100Z", 4, PHASE_OPEN, "identified", DOWN, DOWN},
	    {"2026-03-29T012100Z", 4, PHASE_OPEN, "identified", DOWN, GOOD},
	    {"2026-03-29T030600Z", 4, PHASE_OPEN, "monitoring", SLOW, GOOD},
	    {"2026-03-29T044100Z", 4, PHASE_RESOLVED, "resolved", GOOD, GOOD},
	    {"2026-03-29T051600Z", 5, PHASE_RESOLVED, "resolved", GOOD, GOOD},
	    {"2026-03-29T060300Z", 5, PHASE_RESOLVED, "resolved", GOOD, GOOD},
	    {"2026-03-31T080100Z", 5, PHASE_RESOLVED, "postmortem", GOOD, GOOD},
	};
	char *revision = strdup(""), *before = strdup("");

	(void)state;
	for (size_t i = 0; i < LENGTH(night); i++) {
		bool same = i > 0 && night[i].phase != PHASE_UNKNOWN &&
			    strcmp(night[i].status, night[i - 1].status) == 0;

		free(before);
		before = strdup(revision);
		check_moment(&night[i], &revision);
		/* A word of its own for each status; none for another event. */
		if (!same && night[i].phase != PHASE_UNKNOWN)
			assert_string_not_equal(revision, before);
		if (i == 10 || i == 11)
			assert_string_equal(revision, before);
	}
	free(before);
	free(revision);
}

/* s with %s replaced; free(). */
static char *
with(const char *s, const char *word)
{
	const char *at = strstr(s, "%s");

	assert_non_null(at);
	return xasprintf("%.*s%s%s", (int)(at - s), s, word, at + 2);
}

/* Another incident hits a component of one that is over. */
static void
test_component_of_another(void **state)
{
	const char *s =
	    "{\"incidents\":[{\"id\":\"a\",\"status\":\"%s\","
	    "\"components\":[{\"id\":\"c\",\"name\":\"FMK\","
	    "\"status\":\"major_outage\","
	    "\"updated_at\":\"2026-01-02T00:00:00Z\"}],"
	    "\"incident_updates\":[{\"body\":\"over\","
	    "\"created_at\":\"2026-01-01T00:00:00Z\","
	    "\"affected_components\":[{\"code\":\"c\",\"name\":\"FMK\","
	    "\"new_status\":\"operational\"}]}]}]}";
	static const char *const cases[][2] = {
	    {"resolved", GOOD}, {"monitoring", DOWN}};
	struct reports l;

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char *text = with(s, cases[i][0]);

		assert_int_equal(parse(FEED_STATUSPAGE, text, &l), 0);
		assert_string_equal(l.v[0].components[0].status, cases[i][1]);
		reports_clear(&l);
		free(text);
	}
}

static void
test_maintenances(void **state)
{
	static const char *const cases[][2] = {{"scheduled", "planned"},
	    {"in_progress", "open"}, {"verifying", "open"},
	    {"completed", "resolved"}};
	const char *s = "{\"scheduled_maintenances\":[{\"id\":\"m\","
			"\"name\":\"Service\",\"status\":\"%s\","
			"\"scheduled_for\":\"2026-08-01T22:00:00+02:00\","
			"\"scheduled_until\":\"2026-08-02T02:00:00+02:00\","
			"\"incident_updates\":null,\"components\":[]}]}";
	char buf[RFC3339_SIZE];
	struct reports l;

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char *text = with(s, cases[i][0]);

		assert_int_equal(parse(FEED_STATUSPAGE, text, &l), 0);
		assert_int_equal(l.n, 1);
		assert_true(l.complete);
		assert_string_equal(phase_name(l.v[0].phase), cases[i][1]);
		assert_string_equal(
		    format_rfc3339(l.v[0].starts, buf), "2026-08-01T20:00:00Z");
		assert_string_equal(
		    format_rfc3339(l.v[0].ends, buf), "2026-08-02T00:00:00Z");
		reports_clear(&l);
		free(text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_dates),
	    cmocka_unit_test(test_html),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_statuspage),
	    cmocka_unit_test(test_rss_states),
	    cmocka_unit_test(test_recovered),
	    cmocka_unit_test(test_sequence),
	    cmocka_unit_test(test_component_of_another),
	    cmocka_unit_test(test_maintenances),
	    cmocka_unit_test(test_real),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
