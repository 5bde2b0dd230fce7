/* Unit tests of deliver/hide.h: what a server said back of what is secret. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/mem.h"
#include "deliver/hide.h"

static const struct {
	const char *said, *secret;
	size_t n; /* of secret, 0: as it is long */
	const char *want;
} cases[] = {
    {"bad key hemmeligt", "hemmeligt", 0, "bad key ***"},
    {"hemmeligt, hemmeligt!", "hemmeligt", 0, "***, ***!"},
    {"nothing here", "hemmeligt", 0, "nothing here"},
    {"", "hemmeligt", 0, ""},
    /* Where it was cut off, but not where a word only begins alike. */
    {"key=hemmeli", "hemmeligt", 0, "key=***"},
    {"key=hem", "hemmeligt", 0, "key=hem"},
    {"key=hemmelig stil", "hemmeligt", 0, "key=hemmelig stil"},
    /* base64: with padding, without, and cut off. */
    {"Basic Zm1rOm9yZA==", "fmk:ord", 0, "Basic ***=="},
    {"Basic Zm1rOm9yZGV0", "fmk:ordet", 0, "Basic ***"},
    {"Basic Zm1rOm9", "fmk:ordet", 0, "Basic ***"},
    {"AUTH PLAIN AGZtawBvcmQ=", "\0fmk\0ord", 8, "AUTH PLAIN ***="},
    /* In a URL. */
    {"GET /send?key=s%C3%B8d%20vin HTTP/1.1",
	"s\xc3\xb8"
	"d vin",
	0, "GET /send?key=*** HTTP/1.1"},
    /* Too short to be told from an ordinary word. */
    {"an abc of it", "abc", 0, "an abc of it"},
    {"anything", "", 0, "anything"},
    /* What takes its place is not looked at again. */
    {"**** and ****", "****", 0, "*** and ***"},
};

static void
test_hides(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		size_t n = cases[i].n != 0 ? cases[i].n
					   : strlen(cases[i].secret);
		char *shown = hide(xstrdup(cases[i].said), cases[i].secret, n);

		assert_string_equal(shown, cases[i].want);
		free(shown);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_hides)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
