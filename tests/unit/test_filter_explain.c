/* Unit tests of filter/: the chain of reasons, and what is said of a feed. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/embedded.h"
#include "base/mem.h"
#include "base/str.h"
#include "filter/explain.h"

/* The built-in rules with more behind them. */
static struct filter *
rules_with(const char *more)
{
	const struct embedded *e = embedded_find("etc/rules.yaml");
	char *text = xasprintf("%.*s%s", (int)e->len, e->data, more);
	struct diags d = {0};
	struct rules_conf *r = rules_parse("r", text, strlen(text), &d);
	struct filter *f = r == NULL ? NULL : filter_open(r, &d);

	diags_print(&d, stderr);
	diags_clear(&d);
	free(text);
	assert_non_null(f);
	return f;
}

static struct report
report(const char *feed, const char *title, const char *text)
{
	struct report r;

	report_init(&r);
	xreplace(&r.feed, feed);
	xreplace(&r.title, title);
	xreplace(&r.text, text);
	r.newest = strlen(r.text);
	return r;
}

static enum verdict_kind
verdict_of(const struct filter *f, const struct report *r, const char *reason)
{
	enum verdict_kind v;
	struct finding out;
	struct err e;

	assert_int_equal(filter_judge(f, r, &out, &e), 0);
	if (reason != NULL && strstr(out.reason, reason) == NULL)
		fail_msg("\"%s\" has no \"%s\"", out.reason, reason);
	v = out.verdict;
	finding_clear(&out);
	return v;
}

static const json_t *
find(const json_t *list, const char *key, const char *value)
{
	size_t i;
	json_t *o;

	json_array_foreach(
	    list, i, o) if (str_eq(json_string_value(json_object_get(o, key)),
				value)) return o;
	return NULL;
}

static const char *
str_of(const json_t *o, const char *key)
{
	return json_string_value(json_object_get(o, key));
}

static void
test_chain(void **state)
{
	struct filter *f = rules_with("");
	struct report r = report("f", "FMK er nede", "Er det hos jer?");
	json_t *o = explain_report(f, &r);
	const json_t *list = json_object_get(o, "clauses"), *c, *w;

	(void)state;
	assert_int_equal(json_array_size(list), 2);
	c = json_array_get(list, 0);
	assert_string_equal(str_of(c, "part"), "title");
	assert_string_equal(str_of(c, "says"), "fails");
	assert_true(json_is_true(json_object_get(c, "of_now")));
	w = find(json_object_get(c, "words"), "word", "fmk");
	assert_string_equal(str_of(w, "list"), "FMK aliases");
	assert_true(json_integer_value(json_object_get(w, "line")) > 1);
	w = find(json_object_get(c, "words"), "word", "nede");
	assert_string_equal(str_of(w, "list"), "outage");
	c = json_array_get(list, 1);
	assert_string_equal(str_of(c, "part"), "newest");
	assert_true(json_is_false(json_object_get(c, "of_now")));
	c = find(json_object_get(o, "components"), "id", "FMK");
	assert_string_equal(str_of(c, "state"), "hit");
	assert_true(json_is_true(json_object_get(c, "title")));
	assert_int_equal(json_integer_value(json_object_get(o, "rule")), 3);
	json_decref(o);
	report_clear(&r);
	filter_close(f);
}

/* What is told to change the finding does so, when it is done. */
static void
test_without_word(void **state)
{
	struct filter *f = rules_with("");
	struct report r = report("f", "XDS svarer ikke, FMK er nede", "");
	struct report other = report("f", "XDS svarer ikke, QQQ er nede", "");
	json_t *o = explain_report(f, &r);
	const json_t *w = find(json_object_get(o, "without"), "word", "fmk");

	(void)state;
	assert_non_null(w);
	assert_string_equal(str_of(w, "verdict"), "ignore");
	assert_int_equal(verdict_of(f, &r, NULL), VERDICT_BROADCAST);
	assert_int_equal(verdict_of(f, &other, NULL), VERDICT_IGNORE);
	json_decref(o);
	report_clear(&r);
	report_clear(&other);
	filter_close(f);
}

static void
test_without_component(void **state)
{
	struct filter *f = rules_with("");
	struct report r = report("f", "Driftsforstyrrelse", "Vi undersøger.");
	const json_t *w;
	json_t *o;

	(void)state;
	report_component(&r, "FMK", "major_outage");
	report_component(&r, "DDV", "operational");
	o = explain_report(f, &r);
	w = find(json_object_get(o, "without"), "component", "FMK");
	assert_non_null(w);
	assert_string_not_equal(str_of(w, "verdict"), "broadcast");
	assert_null(find(json_object_get(o, "without"), "component", "DDV"));
	json_decref(o);
	report_clear(&r);
	filter_close(f);
}

/* Explaining judges as judging does, whatever was tried in between. */
static void
test_same_finding(void **state)
{
	static const char *const titles[] = {"FMK er nede", "FMK virker igen",
	    "Nyhedsbrev om FMK", "VANS er nede", "FMK nede i TEST1",
	    "STS er langsom, FMK er ikke berørt"};
	struct filter *f = rules_with("");

	(void)state;
	for (size_t i = 0; i < LENGTH(titles); i++) {
		struct report r = report("f", titles[i], "Vi undersøger.");
		json_t *a = explain_report(f, &r), *b = explain_report(f, &r);

		assert_true(json_equal(a, b));
		json_decref(a);
		json_decref(b);
		report_clear(&r);
	}
	filter_close(f);
}

static void
test_feed_about(void **state)
{
	struct filter *f = rules_with(
	    "feeds:\n  - {feed: fmkdrift, about: FMK}\n");
	struct report r = report("fmkdrift", "Alle opslag fejler", "");
	struct report other = report("andet", "Alle opslag fejler", "");
	struct report well = report("fmkdrift", "Nyhedsbrev for maj", "");

	(void)state;
	assert_int_equal(verdict_of(f, &r, "rule 3: FMK"), VERDICT_BROADCAST);
	assert_int_equal(verdict_of(f, &other, NULL), VERDICT_IGNORE);
	assert_int_equal(verdict_of(f, &well, "rule 2"), VERDICT_IGNORE);
	report_clear(&r);
	report_clear(&other);
	report_clear(&well);
	filter_close(f);
}

static void
test_feed_impact(void **state)
{
	static const struct {
		const char *feed, *impact;
		enum verdict_kind verdict;
	} cases[] = {
	    {"a", "minor", VERDICT_ASK},
	    {"a", "major", VERDICT_BROADCAST},
	    {"a", "critical", VERDICT_BROADCAST},
	    {"a", "", VERDICT_BROADCAST},
	    {"a", "maintenance", VERDICT_BROADCAST},
	    {"b", "minor", VERDICT_IGNORE},
	    {"c", "minor", VERDICT_BROADCAST},
	};
	struct filter *f = rules_with(
	    "feeds:\n  - {feed: a, min_impact: major}\n"
	    "  - {feed: b, min_impact: major, below: ignore}\n");

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct report r = report(cases[i].feed, "FMK er nede", "");

		xreplace(&r.impact, cases[i].impact);
		assert_int_equal(verdict_of(f, &r, NULL), cases[i].verdict);
		report_clear(&r);
	}
	filter_close(f);
}

static void
test_feed_mistakes(void **state)
{
	static const struct {
		const char *text, *says;
	} cases[] = {
	    {"feeds: {a: b}\n", "\"feeds\" must be a list"},
	    {"feeds: [{about: FMK}]\n", "key \"feed\" is missing"},
	    {"feeds: [{feed: a, about: FMQ}]\n", "names no component"},
	    {"feeds: [{feed: a, min_impact: big}]\n", "unknown impact"},
	    {"feeds: [{feed: a, below: broadcast}]\n", "ask or ignore"},
	    {"feeds: [{feed: a}, {feed: a}]\n", "is there twice"},
	    {"feeds: [{feed: a, abuot: FMK}]\n", "did you mean \"about\""},
	};
	const struct embedded *e = embedded_find("etc/rules.yaml");

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char *text = xasprintf(
		    "%.*s%s", (int)e->len, e->data, cases[i].text);
		struct diags d = {0};
		char *line;

		assert_null(rules_parse("r.yaml", text, strlen(text), &d));
		assert_true(d.n > 0);
		line = diags_line(&d, 0);
		if (strstr(line, cases[i].says) == NULL ||
		    !str_starts(line, "r.yaml:"))
			fail_msg("%s: no \"%s\"", line, cases[i].says);
		free(line);
		diags_clear(&d);
		free(text);
	}
}

/* A component names a topic of its own, or none. */
static void
test_topics(void **state)
{
	static const struct {
		const char *topic, *says; /* NULL: it is good */
	} cases[] = {
	    {"login", NULL},
	    {"Login", "r:5:48: topic \"Login\": a topic is at most 32 of"},
	    {"all", "stands for every topic"},
	    {"planned", "given by the effect"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char *text = xasprintf(
		    "itself: FMK\nonline: FMK-online\nwords: {}\n"
		    "components:\n"
		    "- {id: FMK, verdict: ask, effect: none, topic: %s}\n"
		    "- {id: FMK-online, verdict: ask, effect: none}\n",
		    cases[i].topic);
		struct diags d = {0};
		struct rules_conf *r = rules_parse("r", text, strlen(text), &d);
		char *line = NULL;

		for (size_t k = 0; k < d.n && line == NULL; k++) {
			line = diags_line(&d, k);
			if (strstr(line, "topic") == NULL) {
				free(line);
				line = NULL;
			}
		}
		if (cases[i].says == NULL) {
			assert_null(line);
		} else if (line == NULL ||
			   strstr(line, cases[i].says) == NULL) {
			fail_msg("%s: %s", cases[i].topic, line);
		}
		free(line);
		rules_free(r);
		diags_clear(&d);
		free(text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_topics),
	    cmocka_unit_test(test_chain),
	    cmocka_unit_test(test_without_word),
	    cmocka_unit_test(test_without_component),
	    cmocka_unit_test(test_same_finding),
	    cmocka_unit_test(test_feed_about),
	    cmocka_unit_test(test_feed_impact),
	    cmocka_unit_test(test_feed_mistakes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
