/*
 * Unit tests of filter/: however a message is spelt, it is judged the same.
 * SEED=n tries others in the random one.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>
#include <jansson.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "filter/corpus.h"

#define VOICES "tests/data/filter/voices.jsonl"

static uint64_t random_state;

static unsigned
random_below(unsigned n)
{
	random_state = random_state * UINT64_C(6364136223846793005) + 1;
	return (unsigned)(random_state >> 33) % n;
}

typedef void spell_fn(struct buf *b, const char *s);

/* Writes one character, or what stands for it in pairs. */
static void
replace(struct buf *b, const char *s, const char *const (*pairs)[2], size_t n)
{
	while (*s != '\0') {
		size_t i = 0;

		while (i < n && !str_starts(s, pairs[i][0]))
			i++;
		if (i < n) {
			buf_adds(b, pairs[i][1]);
			s += strlen(pairs[i][0]);
		} else {
			buf_addc(b, *s++);
		}
	}
}

static void
without_danish_letters(struct buf *b, const char *s)
{
	static const char *const pairs[][2] = {{"æ", "ae"}, {"ø", "oe"},
	    {"å", "aa"}, {"Æ", "Ae"}, {"Ø", "Oe"}, {"Å", "Aa"}};

	replace(b, s, pairs, LENGTH(pairs));
}

static void
decomposed(struct buf *b, const char *s)
{
	static const char *const pairs[][2] = {
	    {"å", "a\xcc\x8a"}, {"Å", "A\xcc\x8a"}, {"é", "e\xcc\x81"}};

	replace(b, s, pairs, LENGTH(pairs));
}

static void
capitals(struct buf *b, const char *s)
{
	static const char *const pairs[][2] = {
	    {"æ", "Æ"}, {"ø", "Ø"}, {"å", "Å"}, {"é", "É"}};
	struct buf danish;

	buf_init(&danish, SIZE_MAX / 2);
	replace(&danish, s, pairs, LENGTH(pairs));
	for (size_t i = 0; i < danish.len; i++) {
		char c = danish.data[i];

		buf_addc(b, (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c));
	}
	buf_clear(&danish);
}

/* A no-break hyphen and space where there was one that breaks. */
static void
unbreakable(struct buf *b, const char *s)
{
	static const char *const pairs[][2] = {
	    {" - ", " - "}, {"-", "\xe2\x80\x91"}};

	replace(b, s, pairs, LENGTH(pairs));
}

/* The length of the word of ASCII letters at s. */
static size_t
word(const char *s)
{
	size_t n = 0;

	while ((s[n] >= 'a' && s[n] <= 'z') || (s[n] >= 'A' && s[n] <= 'Z'))
		n++;
	return n;
}

/* A letter left out, or two exchanged, in a quarter of the long words. */
static void
misspelt(struct buf *b, const char *s)
{
	while (*s != '\0') {
		size_t n = word(s), at;

		if (n < 9 || random_below(4) != 0 || (s[n] & 0x80) != 0) {
			n = n == 0 ? 1 : n;
			buf_add(b, s, n);
			s += n;
			continue;
		}
		at = 1 + random_below((unsigned)n - 5);
		buf_add(b, s, at);
		if (random_below(2) == 0)
			buf_addc(b, s[at + 1]);
		else
			buf_addf(b, "%c%c", s[at + 1], s[at]);
		buf_add(b, s + at + 2, n - at - 2);
		s += n;
	}
}

static struct filter *
built_in(void)
{
	struct diags d = {0};
	struct rules_conf *r = rules_load("", &d);
	struct filter *f = r ? filter_open(r, &d) : NULL;

	diags_clear(&d);
	assert_non_null(f);
	return f;
}

static struct finding
judge(const struct filter *f, const json_t *o)
{
	struct finding out;
	struct report r;
	struct err e;

	corpus_report(&r, o);
	assert_int_equal(filter_judge(f, &r, &out, &e), 0);
	report_clear(&r);
	return out;
}

static void
respell(json_t *o, const char *key, spell_fn *spell)
{
	struct buf b;

	buf_init(&b, SIZE_MAX / 2);
	spell(&b, json_string_value(json_object_get(o, key)));
	json_object_set_new(o, key, json_string(buf_str(&b)));
	buf_clear(&b);
}

struct score {
	unsigned all, same, lost;
};

static void
compare(const struct filter *f, json_t *o, spell_fn *spell, struct score *s)
{
	const char *label = json_string_value(json_object_get(o, "verdict"));
	struct finding before = judge(f, o), after;

	respell(o, "title", spell);
	respell(o, "body", spell);
	after = judge(f, o);
	s->all++;
	s->same += before.verdict == after.verdict &&
		   before.phase == after.phase;
	if (str_eq(label, "broadcast") && after.verdict == VERDICT_IGNORE) {
		print_message("lost: %s\n",
		    json_string_value(json_object_get(o, "title")));
		s->lost++;
	}
	finding_clear(&before);
	finding_clear(&after);
}

/* least: of a thousand messages, how many are judged as before. */
static void
check(spell_fn *spell, unsigned least)
{
	struct filter *f = built_in();
	struct score s = {0};
	struct err e;
	char *text;

	assert_int_equal(file_read(VOICES, 1 << 22, &text, NULL, &e), 0);
	for (const char *p = text; *p != '\0';) {
		size_t n = strcspn(p, "\n");
		json_t *o = json_loadb(p, n, 0, NULL);

		assert_non_null(o);
		compare(f, o, spell, &s);
		json_decref(o);
		p += n + (p[n] == '\n');
	}
	print_message("%u of %u are judged the same\n", s.same, s.all);
	assert_true(s.all > 900);
	assert_int_equal(s.lost, 0);
	assert_true(s.same * 1000 >= s.all * least);
	free(text);
	filter_close(f);
}

static void
test_without_danish_letters(void **state)
{
	(void)state;
	check(without_danish_letters, 998);
}

static void
test_decomposed(void **state)
{
	(void)state;
	check(decomposed, 1000);
}

static void
test_capitals(void **state)
{
	(void)state;
	check(capitals, 1000);
}

static void
test_unbreakable(void **state)
{
	(void)state;
	check(unbreakable, 1000);
}

static void
test_misspelt(void **state)
{
	const char *seed = getenv("SEED");
	uint64_t start = seed != NULL ? strtoull(seed, NULL, 10) : 1;

	(void)state;
	print_message("SEED=%llu\n", (unsigned long long)start);
	random_state = start;
	check(misspelt, 970);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_without_danish_letters),
	    cmocka_unit_test(test_decomposed),
	    cmocka_unit_test(test_capitals),
	    cmocka_unit_test(test_unbreakable),
	    cmocka_unit_test(test_misspelt),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
