/* Unit tests of base/mustache: the cases of tests/data/notice. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/mustache.h"
#include "base/str.h"

static const char *
partial(const char *name, void *arg)
{
	return json_string_value(json_object_get(arg, name));
}

static enum mustache_escape
escape_of(const char *s)
{
	if (str_eq(s, "plain"))
		return MUSTACHE_PLAIN;
	if (str_eq(s, "json"))
		return MUSTACHE_JSON;
	return str_eq(s, "url") ? MUSTACHE_URL : MUSTACHE_HTML;
}

static const char *
text_of(json_t *c, const char *key)
{
	return json_string_value(json_object_get(c, key));
}

static void
check(json_t *c)
{
	struct mustache_options o = {.escape = escape_of(text_of(c, "escape")),
	    .partial = partial,
	    .arg = json_object_get(c, "partials")};
	const char *expected = text_of(c, "expected");
	struct buf out;
	struct err e = {""};
	int r;

	buf_init(&out, 65536);
	r = mustache_render(
	    text_of(c, "template"), json_object_get(c, "data"), &o, &out, &e);
	if (expected == NULL) {
		if (r == 0 || !str_starts(e.msg, text_of(c, "error")))
			fail_msg("%s: %s", text_of(c, "name"), e.msg);
	} else if (r == -1 || !str_eq(buf_str(&out), expected)) {
		fail_msg("%s: \"%s\" for \"%s\" (%s)", text_of(c, "name"),
		    buf_str(&out), expected, e.msg);
	}
	buf_clear(&out);
}

static void
test_cases(void **state)
{
	json_error_t why;
	json_t *cases, *c;
	size_t i;

	(void)state;
	cases = json_load_file("tests/data/notice/mustache.json", 0, &why);
	assert_non_null(cases);
	assert_true(json_array_size(cases) >= 100);
	json_array_foreach(cases, i, c)
	{
		check(c);
	}
	json_decref(cases);
}

static void
test_names(void **state)
{
	json_t *names = mustache_names("{{a.b}}{{#c}}{{{d}}}{{.}}{{a.b}}{{/c}}"
				       "{{>p}}{{!x}}");
	char *s = json_dumps(names, JSON_COMPACT);
	unsigned line, col;

	(void)state;
	assert_string_equal(s, "[\"a.b\",\"c\",\"d\"]");
	free(s);
	json_decref(names);
	mustache_find("x\næ{{b}}", "b", &line, &col);
	assert_int_equal(line, 2);
	assert_int_equal(col, 2);
}

static void
test_limit(void **state)
{
	struct buf out;
	struct err e;

	(void)state;
	buf_init(&out, 3);
	assert_int_equal(mustache_render("abcd", NULL, NULL, &out, &e), -1);
	assert_string_equal(e.msg, "1:1: the text grows too long");
	buf_clear(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cases),
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_limit),
	};

	return cmocka_run_group_tests_name("mustache", tests, NULL, NULL);
}
