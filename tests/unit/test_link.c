/* Unit tests of feed/link.c: the examples of RFC 3986, and what feeds do. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "feed/link.h"

static void
check(const char *base, const char *link, const char *want)
{
	char *got = link_join(base, link);

	if (strcmp(got, want) != 0) {
		print_error("\"%s\", not \"%s\", of \"%s\" at \"%s\"\n", got,
		    want, link, base);
		fail();
	}
	free(got);
}

/* RFC 3986, 5.4.1 and 5.4.2. */
static void
test_rfc3986(void **state)
{
	static const char *const cases[][2] = {
	    {"g:h", "g:h"},
	    {"g", "http://a/b/c/g"},
	    {"./g", "http://a/b/c/g"},
	    {"g/", "http://a/b/c/g/"},
	    {"/g", "http://a/g"},
	    {"//g", "http://g"},
	    {"?y", "http://a/b/c/d;p?y"},
	    {"g?y", "http://a/b/c/g?y"},
	    {"#s", "http://a/b/c/d;p?q#s"},
	    {"g#s", "http://a/b/c/g#s"},
	    {"g?y#s", "http://a/b/c/g?y#s"},
	    {";x", "http://a/b/c/;x"},
	    {"g;x", "http://a/b/c/g;x"},
	    {"g;x?y#s", "http://a/b/c/g;x?y#s"},
	    {"", "http://a/b/c/d;p?q"},
	    {".", "http://a/b/c/"},
	    {"./", "http://a/b/c/"},
	    {"..", "http://a/b/"},
	    {"../", "http://a/b/"},
	    {"../g", "http://a/b/g"},
	    {"../..", "http://a/"},
	    {"../../", "http://a/"},
	    {"../../g", "http://a/g"},
	    {"../../../g", "http://a/g"},
	    {"../../../../g", "http://a/g"},
	    {"/./g", "http://a/g"},
	    {"/../g", "http://a/g"},
	    {"g.", "http://a/b/c/g."},
	    {".g", "http://a/b/c/.g"},
	    {"g..", "http://a/b/c/g.."},
	    {"..g", "http://a/b/c/..g"},
	    {"./../g", "http://a/b/g"},
	    {"./g/.", "http://a/b/c/g/"},
	    {"g/./h", "http://a/b/c/g/h"},
	    {"g/../h", "http://a/b/c/h"},
	    {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
	    {"g;x=1/../y", "http://a/b/c/y"},
	    {"g?y/./x", "http://a/b/c/g?y/./x"},
	    {"g?y/../x", "http://a/b/c/g?y/../x"},
	    {"g#s/../x", "http://a/b/c/g#s/../x"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		check("http://a/b/c/d;p?q", cases[i][0], cases[i][1]);
}

static void
test_as_written(void **state)
{
	(void)state;
	check("http://a.example.dk", "x", "http://a.example.dk/x");
	check("http://a.example.dk", "?q", "http://a.example.dk?q");
	check("http://a.example.dk/b/", "/ø/å", "http://a.example.dk/ø/å");
	check("", "http://a.example.dk/\n 1 ", "http://a.example.dk/%201%20");
	check("", "http://a.example.dk/\t\r\n1", "http://a.example.dk/1");
	check("http:///a.example.dk/b/", "x", "http://a.example.dk/b/x");
	check("", "https:////a.example.dk", "https://a.example.dk");
	check("", "file:///etc", "file:///etc");
	check("", "x", "x");
	check("b/", "c/", "b/c/");
	check(
	    "http://a.example.dk/?u=http://b/c/", "x", "http://a.example.dk/x");
	check("", "", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rfc3986),
	    cmocka_unit_test(test_as_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
