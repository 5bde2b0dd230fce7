/* Unit tests of feed/: bodies made to hurt, and limits. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <time.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/str.h"
#include "feed/html.h"
#include "feed/parse.h"

#define SECONDS 8 /* of CPU for one body, sanitizers and all */

static struct buf body;
static struct reports list;
static struct err error;

static int
set_up(void **state)
{
	(void)state;
	buf_init(&body, 4 * LIMIT_FEED_BODY);
	list = (struct reports){0};
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	buf_clear(&body);
	reports_clear(&list);
	return 0;
}

static void
repeat(const char *s, size_t times)
{
	for (size_t i = 0; i < times; i++)
		buf_adds(&body, s);
}

static int
parse(enum feed_kind kind)
{
	clock_t start = clock();
	int rc;

	assert_false(buf_failed(&body));
	rc = feed_parse(kind, "f", buf_str(&body), body.len, LIMIT_FEED_ITEMS,
	    &list, &error);
	if (clock() - start > (clock_t)SECONDS * CLOCKS_PER_SEC)
		fail_msg(
		    "took %ld s", (long)((clock() - start) / CLOCKS_PER_SEC));
	return rc;
}

static void
check_limits(void)
{
	for (size_t i = 0; i < list.n; i++) {
		const struct report *r = &list.v[i];

		assert_true(strlen(r->title) <= LIMIT_TITLE);
		assert_true(strlen(r->id) <= LIMIT_TITLE);
		assert_true(strlen(r->text) <= LIMIT_TEXT);
		assert_true(strlen(r->url) <= LIMIT_URL);
		assert_true(r->newest <= strlen(r->text));
		assert_true(r->n_components <= LIMIT_COMPONENTS);
		assert_true(utf8_valid(r->text, strlen(r->text)));
		assert_true(utf8_valid(r->title, strlen(r->title)));
	}
}

static void
test_many_items(void **state)
{
	(void)state;
	buf_adds(&body, "<rss><channel>");
	for (int i = 0; i < 100000; i++)
		buf_addf(
		    &body, "<item><guid>%d</guid><title>T</title></item>", i);
	buf_adds(&body, "</channel></rss>");
	assert_int_equal(parse(FEED_RSS), 0);
	assert_int_equal(list.n, LIMIT_FEED_ITEMS);
	assert_false(list.complete);
	assert_string_equal(list.v[0].id, "0");
}

static void
test_many_incidents(void **state)
{
	(void)state;
	buf_adds(&body, "{\"incidents\":[");
	for (int i = 0; i < 100000; i++)
		buf_addf(&body, "%s{\"id\":\"%d\"}", i > 0 ? "," : "", i);
	buf_adds(&body, "]}");
	assert_int_equal(parse(FEED_STATUSPAGE), 0);
	assert_int_equal(list.n, LIMIT_FEED_ITEMS);
	assert_false(list.complete);
}

static void
test_max_items(void **state)
{
	static const char two[] = "<rss><channel><item><guid>1</guid></item>"
				  "<item><guid>2</guid></item></channel></rss>";

	(void)state;
	assert_int_equal(
	    feed_parse(FEED_RSS, "f", two, strlen(two), 2, &list, &error), 0);
	assert_int_equal(list.n, 2);
	assert_true(list.complete);
	reports_clear(&list);
	assert_int_equal(
	    feed_parse(FEED_RSS, "f", two, strlen(two), 1, &list, &error), 0);
	assert_int_equal(list.n, 1);
	assert_false(list.complete);
}

static void
test_entities(void **state)
{
	static const char *const declarations[] = {
	    "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">",
	    "<!ENTITY b SYSTEM \"file:///etc/passwd\">",
	    "<!ENTITY % b SYSTEM \"http://127.0.0.1:9/x\"> %b;",
	    "<!ENTITY oslash \"x\">",
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(declarations); i++) {
		buf_reset(&body);
		buf_addf(&body,
		    "<!DOCTYPE rss [%s]><rss><channel><item><title>&b;&oslash;"
		    "</title></item></channel></rss>",
		    declarations[i]);
		assert_int_equal(parse(FEED_RSS), -1);
		assert_int_equal(list.n, 0);
		assert_non_null(strstr(error.msg, "DTD"));
	}
	/* Quadratic: one long entity, called often. */
	buf_reset(&body);
	buf_adds(&body, "<!DOCTYPE rss [<!ENTITY b \"");
	repeat("x", 70000);
	buf_adds(&body, "\">]><rss><channel><item><title>");
	repeat("&b;", 30000);
	buf_adds(&body, "</title></item></channel></rss>");
	assert_int_equal(parse(FEED_RSS), -1);
}

static void
test_unknown_entity(void **state)
{
	(void)state;
	buf_adds(&body, "<rss><channel><item><title>a &oslash; &nosuch; b"
			"</title><link>http://a.example.dk/&oslash;</link>"
			"</item></channel></rss>");
	assert_int_equal(parse(FEED_RSS), 0);
	assert_false(list.complete);
	assert_int_equal(list.n, 1);
	assert_memory_equal(list.v[0].title, "a ø", 4);
	assert_non_null(strstr(list.v[0].title, "b"));
}

static void
test_deep_json(void **state)
{
	(void)state;
	buf_adds(&body, "{\"incidents\":[{\"id\":\"1\",\"x\":");
	repeat("[", LIMIT_JSON_DEPTH - 3);
	repeat("]", LIMIT_JSON_DEPTH - 3);
	buf_adds(&body, "}]}");
	assert_int_equal(parse(FEED_STATUSPAGE), 0);
	assert_int_equal(list.n, 1);
	buf_reset(&body);
	reports_clear(&list);
	buf_adds(&body, "{\"incidents\":");
	repeat("[", 1000000);
	assert_int_equal(parse(FEED_STATUSPAGE), -1);
	assert_non_null(strstr(error.msg, "deeper"));
	buf_reset(&body);
	buf_adds(&body, "{\"incidents\":[{\"id\":\"");
	repeat("\\\"[", 100);
	buf_adds(&body, "\"}]}");
	assert_int_equal(parse(FEED_STATUSPAGE), 0);
	assert_int_equal(list.n, 1);
}

static void
test_deep_markup(void **state)
{
	(void)state;
	buf_adds(&body, "<rss><channel><item><guid>1</guid><description>");
	repeat("&lt;div>", 200000);
	buf_adds(&body, "inside</description></item><item><guid>2</guid>"
			"<description>");
	repeat("<div>", 10000);
	assert_int_equal(parse(FEED_RSS), 0);
	assert_false(list.complete);
	assert_string_equal(list.v[0].id, "1");
	check_limits();
}

static void
test_long_fields(void **state)
{
	(void)state;
	buf_adds(&body, "<rss><channel><item><guid>");
	repeat("g", 100000);
	buf_adds(&body, "</guid><title>");
	repeat("ø", 100000);
	buf_adds(&body, "</title><link>http://a.example.dk/");
	repeat("l", 100000);
	buf_adds(&body, "</link><description>");
	repeat("æ ", 1000000);
	buf_adds(&body, "</description></item></channel></rss>");
	assert_int_equal(parse(FEED_RSS), 0);
	assert_int_equal(list.n, 1);
	check_limits();
	assert_int_equal(strlen(list.v[0].id), 64);
	assert_string_equal(list.v[0].url, "");
	assert_true(strlen(list.v[0].text) > LIMIT_TEXT - 8);
	assert_int_equal(strlen(list.v[0].title), LIMIT_TITLE);
}

static void
test_long_incident(void **state)
{
	(void)state;
	buf_adds(&body, "{\"incidents\":[{\"id\":\"1\",\"components\":[");
	for (int i = 0; i < 8000; i++)
		buf_addf(&body, "%s{\"id\":\"c%d\",\"name\":\"n%d\"}",
		    i > 0 ? "," : "", i, i);
	buf_adds(&body, "],\"incident_updates\":[");
	for (int i = 0; i < 8000; i++)
		buf_addf(&body,
		    "%s{\"body\":\"update\",\"affected_components\":"
		    "[{\"code\":\"d%d\",\"name\":\"m\"}]}",
		    i > 0 ? "," : "", i);
	buf_adds(&body, "]}]}");
	assert_int_equal(parse(FEED_STATUSPAGE), 0);
	assert_int_equal(list.n, 1);
	assert_int_equal(list.v[0].n_components, LIMIT_COMPONENTS);
	check_limits();
}

/* What took the square of its length. */
static void
test_slow(void **state)
{
	(void)state;
	buf_adds(&body, "<rss><channel><item><title>T</title><description>;");
	repeat("&amp;a", 1300000);
	buf_adds(&body, "</description></item></channel></rss>");
	assert_int_equal(parse(FEED_RSS), 0);
	assert_int_equal(list.n, 1);
	buf_reset(&body);
	reports_clear(&list);
	buf_adds(&body, "<rss><channel><item ");
	for (int i = 0; i < 500000; i++)
		buf_addf(&body, "a%d='' ", i);
	buf_adds(&body, "/></channel></rss>");
	assert_int_equal(parse(FEED_RSS), -1);
	assert_non_null(strstr(error.msg, "attributes"));
}

static void
test_slow_html(void **state)
{
	(void)state;
	buf_adds(&body, "<rss><channel><item><guid>1</guid><description>");
	repeat("&lt;b>", 500000);
	repeat("&lt;/i>", 500000);
	buf_adds(&body, "</description></item></channel></rss>");
	assert_int_equal(parse(FEED_RSS), 0);
	assert_int_equal(list.n, 1);
}

/* Every cut of a body, and every byte of it changed: no crash, no lie. */
static void
test_mutations(void **state)
{
	static const char *const bodies[] = {
	    "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/x'><entry>"
	    "<id>tag:a,2009:blogpost-1-2</id><title type='xhtml'><div>T</div>"
	    "</title><content type='html'>&lt;p>a&lt;/p>&oslash;</content>"
	    "<updated>2026-07-03T08:00:00Z</updated></entry></feed>",
	    "{\"incidents\":[{\"id\":\"1\",\"name\":\"N\",\"status\":null,"
	    "\"components\":[{\"name\":\"c\"}],\"incident_updates\":[{\"body\":"
	    "\"<p>b\"}]}]}",
	};
	static const enum feed_kind kinds[] = {
	    FEED_RSS, FEED_CONFLUENCE, FEED_STATUSPAGE};

	(void)state;
	for (size_t b = 0; b < LENGTH(bodies); b++) {
		size_t n = strlen(bodies[b]);

		for (size_t at = 0; at < 2 * n; at++) {
			buf_reset(&body);
			buf_add(&body, bodies[b], at < n ? at : n);
			if (at >= n)
				body.data[at - n] = (char)(body.data[at - n] ^
							   0x55);
			for (size_t k = 0; k < LENGTH(kinds); k++) {
				int rc = parse(kinds[k]);

				if (at < n && rc == 0)
					assert_false(list.complete);
				if (rc == -1)
					assert_int_equal(list.n, 0);
				check_limits();
				reports_clear(&list);
			}
		}
	}
}

#define HARD(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    HARD(test_many_items),
	    HARD(test_many_incidents),
	    HARD(test_max_items),
	    HARD(test_entities),
	    HARD(test_unknown_entity),
	    HARD(test_deep_json),
	    HARD(test_deep_markup),
	    HARD(test_long_fields),
	    HARD(test_long_incident),
	    HARD(test_slow),
	    HARD(test_slow_html),
	    HARD(test_mutations),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
