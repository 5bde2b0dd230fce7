/* Unit tests of base/cpr: what is taken for a personal number, what is not. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>
#include <jansson.h>

#include "base/attr.h"
#include "base/cpr.h"
#include "base/mem.h"

/* Invented numbers, each shown as what is found of it. */
static void
test_is(void **state)
{
	static const struct {
		const char *text, *found;
	} l[] = {
	    {"010203-1234", "010203-1234"},
	    {"Borger 0102031234.", "0102031234"},
	    {"Borger 010203 1234 mangler", "010203 1234"},
	    {"(010203-1234)", "010203-1234"},
	    {"010203 - 1234", "010203 - 1234"},
	    {"010203\u20131234\u201d", "010203\u20131234"},
	    {"010203\u00a01234\u2026", "010203\u00a01234"},
	    {"01.02.03-1234", "01.02.03-1234"},
	    {"01-02-03-1234", "01-02-03-1234"},
	    {"01 02 03 - 1234", "01 02 03 - 1234"},
	    {"010203 \u2013 1200", "010203 \u2013 1200"},
	    {"01 02 03 - 1200", "01 02 03 - 1200"},
	    /* No time of day, or not apart from the date. */
	    {"01.02.03 - 2400", "01.02.03 - 2400"},
	    {"01.02.03 - 1260", "01.02.03 - 1260"},
	    {"01.02.03-1200", "01.02.03-1200"},
	    {"01.02.03 -1200", "01.02.03 -1200"},
	    {"01.02.03- 1200", "01.02.03- 1200"},
	    /* A time of day, but it says what it is. */
	    {"CPR-nr.: 01.02.03 - 1200", "01.02.03 - 1200"},
	    {"cpr 01/02/03 - 1200", "01/02/03 - 1200"},
	    {"CPR0102031234", "0102031234"},
	    {"cpr-0102031234", "0102031234"},
	    {"cpr-nr.:010203-1234", "010203-1234"},
	    {"Hansen/010203-1234", "010203-1234"},
	    {"https://fmk.example.dk/?cpr=0102031234", "0102031234"},
	    {"1,0102031234", "0102031234"},
	    {"311299-9999", "311299-9999"},
	    /* A leap year of 1900 and of 2000. */
	    {"290204-0000", "290204-0000"},
	    {"290200-4000", "290200-4000"},
	    {"010257-8000", "010257-8000"},
	    /* An administrative number: the day and 60. */
	    {"610203-1234", "610203-1234"},
	    {"se 12 og 0102031234", "0102031234"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(l); i++) {
		size_t n = 0;
		const char *at = cpr_find(l[i].text, &n);
		char *found = at == NULL ? xstrdup("nothing") : xstrndup(at, n);

		if (strcmp(found, l[i].found) != 0)
			fail_msg("%s: %s", l[i].text, found);
		free(found);
	}
}

static void
test_is_not(void **state)
{
	static const char *const l[] = {
	    "",
	    "+45 12 34 56 78",
	    "+4512345678",
	    "4512345678",
	    "tlf. 12 12 12 34",
	    "tlf. 31 12 12 34 56",
	    "+46 0102031234",
	    "+0102031234",
	    /* No date, and no date in its century. */
	    "320203-1234",
	    "011303-1234",
	    "300203-1234",
	    "000203-1234",
	    "010003-1234",
	    "290203-1234",
	    "290200-0000",
	    /* Before 1900. */
	    "010258-5000",
	    "010299-8999",
	    /* The day and 60 in a row of digits alone. */
	    "6102031234",
	    /* Longer, shorter, or within a word. */
	    "01020312345",
	    "10102031234",
	    "010203-12345",
	    "010203-123",
	    "010203-1234-5",
	    "010203--1234",
	    "0102031234x",
	    "010203-1234\u00e6",
	    "\u00e60102031234",
	    "INC0102031234",
	    "SR-010203-1234",
	    "FMK-2026-0007",
	    "#0102031234",
	    "sag_0102031234",
	    /* Dates, times and links. */
	    "2026-03-28T23:12:00Z",
	    "28.03.26 kl. 1400",
	    "28.03.26 1400",
	    "28.03.26 - 1400",
	    "Planlagt 28.03.26 - 0000 til 29.03.26 \u2013 2359.",
	    "28.03.26\u00a0\u2013\u00a01400",
	    "28/03/26 - 1400",
	    "28-03-26 - 1400",
	    "CPR er nede 28.03.26 - 1400",
	    "CPR-registeret er nede 28.03.26 - 1400",
	    "28/3-2026",
	    "https://status.example.dk/incidents/0102031234",
	    "https://status.example.dk/i/010203-1234",
	    "20260328-0101",
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(l); i++) {
		size_t n;

		if (cpr_find(l[i], &n) != NULL)
			fail_msg("%s: is none", l[i]);
	}
}

static void
test_mask(void **state)
{
	size_t count = 0;
	char *s = cpr_mask(
	    "A 010203-1234, 0102031234 og 320203-1234.\n010203 1234", &count);

	(void)state;
	assert_string_equal(
	    s, "A ******-****, ******-**** og 320203-1234.\n******-****");
	assert_int_equal(count, 3);
	free(s);
	s = cpr_mask("intet", &count);
	assert_string_equal(s, "intet");
	assert_int_equal(count, 3);
	free(s);
}

/* What feeds have said, and the tests of the filter say, holds none. */
static void
none_in(const char *path)
{
	FILE *f = fopen(path, "r");
	char *line = NULL;
	size_t size = 0, n, lines = 0;

	assert_non_null(f);
	for (; getline(&line, &size, f) > 0; lines++)
		if (cpr_find(line, &n) != NULL)
			fail_msg("%s: %s", path, line);
	assert_true(lines > 10);
	free(line);
	fclose(f);
}

static void
test_corpus(void **state)
{
	(void)state;
	none_in("tests/data/filter/blind.jsonl");
	none_in("tests/data/filter/own.jsonl");
	none_in("tests/data/filter/voices.jsonl");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_is),
	    cmocka_unit_test(test_is_not),
	    cmocka_unit_test(test_mask),
	    cmocka_unit_test(test_corpus),
	};

	return cmocka_run_group_tests_name("cpr", tests, NULL, NULL);
}
