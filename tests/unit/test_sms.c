/* Unit tests of base/sms: alphabet, segments, fitting. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/str.h"
#include "base/sms.h"

static char *
repeat(const char *s, size_t n, const char *tail)
{
	struct buf b;

	buf_init(&b, 65536);
	for (size_t i = 0; i < n; i++)
		buf_adds(&b, s);
	buf_adds(&b, tail);
	return buf_steal(&b);
}

static void
size(char *s, int ucs2, size_t units, size_t segments)
{
	struct sms_size z = sms_measure(s);

	assert_int_equal(z.ucs2, ucs2);
	assert_int_equal(z.units, units);
	assert_int_equal(z.segments, segments);
	free(s);
}

static void
test_segments(void **state)
{
	(void)state;
	size(repeat("", 0, ""), 0, 0, 1);
	size(repeat("æ", 160, ""), 0, 160, 1);
	size(repeat("æ", 161, ""), 0, 161, 2);
	size(repeat("a", 306, ""), 0, 306, 2);
	size(repeat("a", 307, ""), 0, 307, 3);
	size(repeat("€", 80, ""), 0, 160, 1);
	/* An escape pair is not split: 152, then 2 go to the next part. */
	size(repeat("€", 153, ""), 0, 306, 3);
	size(repeat("á", 70, ""), 1, 70, 1);
	size(repeat("á", 71, ""), 1, 71, 2);
	size(repeat("á", 134, ""), 1, 134, 2);
	size(repeat("😀", 35, ""), 1, 70, 1);
	size(repeat("😀", 67, ""), 1, 134, 3);
}

static void
is(char *s, const char *expected)
{
	assert_string_equal(s, expected);
	free(s);
}

static void
test_fit(void **state)
{
	char *s, *t;

	(void)state;
	is(sms_fit("“FMK” – er’t … • nu\u00a0\tnej\x01!", 1),
	    "\"FMK\" - er't ... - nu  nej !");
	is(sms_foreign("FMK æøå € 😀 ж😀"), "😀ж");
	is(sms_foreign("ÆØÅ éÉ [~]"), "");
	s = repeat("hej ", 100, "");
	t = sms_fit(s, 2);
	assert_int_equal(sms_measure(t).segments, 2);
	assert_true(str_ends(t, "hej..."));
	assert_int_equal(strlen(t), 306);
	free(s);
	free(t);
	s = repeat("x", 400, "");
	t = sms_fit(s, 1);
	assert_int_equal(strlen(t), 160);
	free(s);
	free(t);
}

/* The end stands, whatever comes before it. */
static void
test_end(void **state)
{
	static const char end[] = "Nr. 3, FMK-2026-0001, kl. 04.13. ØVELSE";
	char *s, *t;

	(void)state;
	is(sms_fit_end("FMK “er” nede.", end, 1),
	    "FMK \"er\" nede. Nr. 3, FMK-2026-0001, kl. 04.13. ØVELSE");
	is(sms_fit_end("", "slut", 1), "slut");
	for (size_t segments = 1; segments <= 3; segments++) {
		s = repeat("“Særlig” ÆØÅ – ", 60, "");
		t = sms_fit_end(s, end, segments);
		assert_int_equal(sms_measure(t).segments, segments);
		assert_false(sms_measure(t).ucs2);
		assert_true(str_ends(t, "... Nr. 3, FMK-2026-0001, kl. 04.13. "
					"ØVELSE"));
		assert_true(strlen(t) > segments * 120);
		free(s);
		free(t);
	}
	/* One word without end is cut inside. */
	s = repeat("å", 500, "");
	t = sms_fit_end(s, end, 1);
	assert_true(str_starts(t, "ååååååå"));
	assert_true(str_ends(t, "å... Nr. 3, FMK-2026-0001, kl. 04.13. "
				"ØVELSE"));
	assert_int_equal(sms_measure(t).units, 160);
	free(s);
	free(t);
	/* An end that is too long alone is cut as any text. */
	s = repeat("hej ", 100, "");
	t = sms_fit_end("a", s, 1);
	assert_true(str_starts(t, "hej hej"));
	assert_int_equal(sms_measure(t).segments, 1);
	free(s);
	free(t);
}

/* Emoji go when they cost the room; a foreign script stays as it is. */
static void
test_foreign_goes(void **state)
{
	char *s, *t;

	(void)state;
	is(sms_fit_end("FMK er nede 😀", "nr. 1", 1), "FMK er nede 😀 nr. 1");
	s = repeat("nede igen nu ", 8, "😀");
	t = sms_fit_end(s, "nr. 1", 1);
	assert_false(sms_measure(t).ucs2);
	assert_true(str_ends(t, "nu nr. 1"));
	free(s);
	free(t);
	s = repeat("жжжж ", 40, "");
	t = sms_fit_end(s, "nr. 1", 2);
	assert_true(sms_measure(t).ucs2);
	assert_int_equal(sms_measure(t).segments, 2);
	assert_true(str_ends(t, "жжжж... nr. 1"));
	free(s);
	free(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_segments),
	    cmocka_unit_test(test_fit),
	    cmocka_unit_test(test_end),
	    cmocka_unit_test(test_foreign_goes),
	};

	return cmocka_run_group_tests_name("sms", tests, NULL, NULL);
}
