/* Unit tests of deliver/reply: where an answer of a relay ends. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "deliver/reply.h"

static const struct {
	const char *bytes;
	enum reply_is is; /* at the last of them, and open before */
} cases[] = {
    {"250 ok\r\n", REPLY_WHOLE},
    {"250 \n", REPLY_WHOLE},
    {"250-a\r\n250-\r\n250 b - c\r\n", REPLY_WHOLE},
    {"599 a\r\n", REPLY_WHOLE},
    {"354 go on\r\n", REPLY_WHOLE},
    {"250 ok", REPLY_OPEN},
    {"250-ok\r\n", REPLY_OPEN},
    {"25", REPLY_OPEN},
    {"1", REPLY_NONE},
    {"6", REPLY_NONE},
    {"x", REPLY_NONE},
    {"\r", REPLY_NONE},
    {"2x", REPLY_NONE},
    {"250\r", REPLY_NONE},
    {"250\n", REPLY_NONE},
    {"2500", REPLY_NONE},
    {"250-a\r\n251", REPLY_NONE},
    {"250-a\r\n\r", REPLY_NONE},
};

static void
test_cases(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct reply r = {0};
		const char *p = cases[i].bytes;

		for (; p[1] != '\0'; p++)
			if (reply_byte(&r, *p) != REPLY_OPEN)
				fail_msg("\"%s\" before its end", p);
		if (reply_byte(&r, *p) != cases[i].is)
			fail_msg("case %zu", i);
	}
}

static void
test_nul(void **state)
{
	struct reply r = {0};

	(void)state;
	for (const char *p = "250 a"; *p != '\0'; p++)
		assert_int_equal(reply_byte(&r, *p), REPLY_OPEN);
	assert_int_equal(reply_byte(&r, '\0'), REPLY_NONE);
	assert_int_equal(reply_byte(&r, '\0'), REPLY_NONE);
}

/* Until it says what it is, after so many bytes with text for good. */
static size_t
length_of(const char *text, enum reply_is *is)
{
	struct reply r = {0};
	size_t n = 0;

	do
		*is = reply_byte(&r, text[n++ % strlen(text)]);
	while (*is == REPLY_OPEN && n < 100000);
	return n;
}

static void
test_limits(void **state)
{
	static char line[2000] = "250 ";
	enum reply_is is;

	(void)state;
	memset(line + 4, 'x', sizeof(line) - 5);
	assert_int_equal(length_of(line, &is), REPLY_LINE + 1);
	assert_int_equal(is, REPLY_NONE);
	line[REPLY_LINE - 1] = '\n';
	assert_int_equal(length_of(line, &is), REPLY_LINE);
	assert_int_equal(is, REPLY_WHOLE);
	assert_int_equal(length_of("250-a\r\n", &is), REPLY_MOST + 1);
	assert_int_equal(is, REPLY_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases),
	    cmocka_unit_test(test_nul), cmocka_unit_test(test_limits)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
