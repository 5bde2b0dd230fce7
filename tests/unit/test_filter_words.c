/*
 * Unit tests of what filter/ reads with: text as it is compared, words of the
 * rules, sentences.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "filter/normal.h"
#include "vocabulary_house.h"

/* --- text as it is compared ----------------------------------------------- */

static void
test_normal(void **state)
{
	static const struct {
		const char *text, *normal;
	} all[] = {
	    {"", ""},
	    {"FMK Er NEDE", "fmk er nede"},
	    {"ÆØÅ ÉÜ×÷ß", "æøå éü×÷ss"},
	    {"Pa\xcc\x8avirket A\xcc\x8a", "påvirket å"}, /* decomposed */
	    {"medicin\xc2\xadkort", "medicinkort"}, /* soft hyphen */
	    {"medicin\xe2\x80\x8bkort", "medicinkort"}, /* zero width */
	    {"\xef\xbb\xbf"
	     "FMK",
		"fmk"}, /* a byte order mark */
	    {"FMK\xc2\xa0nede", "fmk nede"}, /* no-break space */
	    {"FMK\xe2\x80\xafnede", "fmk nede"}, /* a narrow one */
	    {"FMK\xe2\x80\x91online", "fmk-online"}, /* no-break hyphen */
	    {"FMK\xe2\x80\x93online", "fmk-online"}, /* en dash */
	    {"FMK\xe2\x80\x94online", "fmk-online"}, /* em dash */
	    {"FMK\xef\xbc\x8donline", "fmk-online"}, /* wide hyphen */
	    {"FMK\xe2\x80\x99s FMK\xe2\x80\x98s", "fmk's fmk's"},
	    {"\xef\xbc\xa6\xef\xbc\xad\xef\xbc\xab \xef\xbc\x91", "fmk 1"},
	    {"a\xff"
	     "b \xc3",
		"a\xef\xbf\xbd"
		"b \xef\xbf\xbd"},
	    {"\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
	    {"\xe2\x80\xa6", "..."},
	    {"aa ae oe", "aa ae oe"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(all); i++) {
		char *got = normal_text(all[i].text, strlen(all[i].text));

		assert_string_equal(got, all[i].normal);
		free(got);
	}
}

/* What is plain and what is not is folded alike. */
static void
test_normal_alike(void **state)
{
	(void)state;
	for (unsigned c = 0x80; c < 0x100; c++) {
		char text[8] = {(char)(c < 0xc0 ? 0xc2 : 0xc3),
		    (char)(0x80 | (c & 0x3f)), 0};
		char *plain = normal_text(text, 2), *other;

		text[2] = '\xc2';
		text[3] = '\xad';
		other = normal_text(text, 4);
		assert_string_equal(plain, other);
		free(plain);
		free(other);
	}
}

/* A run of marks that no letter carries is cut, also when parted unseen. */
static void
test_normal_marks(void **state)
{
	static const char *const parts[] = {"", "\xe2\x80\x8b"};

	(void)state;
	for (size_t i = 0; i < LENGTH(parts); i++) {
		struct buf b;
		char *got;

		buf_init(&b, 4096);
		buf_adds(&b, "x");
		for (int k = 0; k < 100; k++)
			buf_addf(&b, "\xcc\x96%s", parts[i]);
		buf_adds(&b, "y\xcc\x96");
		got = normal_text(buf_str(&b), b.len);
		assert_int_equal(strlen(got), 1 + 30 * 2 + 3);
		free(got);
		buf_clear(&b);
	}
}

/* --- words ---------------------------------------------------------------- */

/* The shortened words of all tests here; NULL last. */
static const char *const shortened[] = {
    "kl", "ca", "f.eks", "bl.a", "nr", "d", NULL};

/* What the term finds first in the text, or NULL; release with free(). */
static char *
find_as(bool name, const char *term, const char *text)
{
	struct words w = {.v = vocabulary_new(2)};
	char *normal = normal_text(text, strlen(text)), *found = NULL;
	struct scan s;
	struct span at;

	words_add(&w, 0, name, term);
	for (size_t i = 0; shortened[i] != NULL; i++)
		words_add(&w, 1, false, shortened[i]);
	vocabulary_ready(w.v);
	scan_open(&s, w.v, 1, normal);
	if (scan_find(&s, 0, (struct span){normal, strlen(normal)}, 0, &at))
		found = xstrndup(at.s, at.n);
	scan_clear(&s);
	words_clear(&w);
	free(normal);
	return found;
}

struct wanted {
	const char *term, *text;
	const char *found; /* NULL: nothing */
};

static void
check_all_as(bool name, const struct wanted *w, size_t n)
{
	unsigned bad = 0;

	for (size_t i = 0; i < n; i++) {
		char *found = find_as(name, w[i].term, w[i].text);

		if (!str_eq(found, w[i].found)) {
			print_message("\"%s\" in \"%s\": %s\n", w[i].term,
			    w[i].text, found != NULL ? found : "nothing");
			bad++;
		}
		free(found);
	}
	assert_int_equal(bad, 0);
}

#define CHECK(w) check_all_as(false, w, LENGTH(w))
#define CHECK_NAMES(w) check_all_as(true, w, LENGTH(w))

static void
test_whole_words(void **state)
{
	static const struct wanted w[] = {
	    {"nede", "FMK er NEDE.", "nede"},
	    {"nede", "nedenfor", NULL},
	    {"nede", "denede", NULL},
	    {"nede", "(nede)", "nede"},
	    {"nede", "FMK/nede", "nede"},
	    {"ned", "nede", NULL},
	    {"være nede", "være-nede", "være-nede"},
	    {"være-nede", "være   nede", "være   nede"},
	    {"være nede", "være_nede", "være_nede"},
	    {"være nede", "være (nede)", "være (nede"},
	    {"være nede", "være, nede", NULL},
	    {"være nede", "være. nede", NULL},
	    {"være nede", "være\nnede", NULL},
	    {"være nede", "være\xc2\xa0nede", "være nede"},
	    {"medicinkort", "medicin\xc2\xadkort", "medicinkort"},
	    {"sundhed.dk", "se sundhed.dk nu", "sundhed.dk"},
	    {"sundhed.dk", "sundhed dk", NULL},
	    {"fmk/ddv", "FMK/DDV-portal", "fmk/ddv"},
	    {"fmk/ddv", "FMK DDV", NULL},
	    {"don't", "we don\xe2\x80\x99t know", "don't"},
	    {"ét ben", "på e\xcc\x81t ben", "ét ben"},
	    {"a, b", "a, b", "a, b"},
	    {"a, b", "a b", NULL},
	    {"kl #", "fra kl. 20", "kl. 20"},
	    {"kl #", "fra kl.20", NULL},
	};

	(void)state;
	CHECK(w);
}

/* The rules' å is found as aa, a text's aa is never an å. */
static void
test_digraphs(void **state)
{
	static const struct wanted w[] = {
	    {"påvirket", "Paavirket", "paavirket"},
	    {"påvirket", "PÅVIRKET", "påvirket"},
	    {"ræv", "raev", "raev"},
	    {"føl", "foel", "foel"},
	    {"påføres", "paafoeres", "paafoeres"},
	    {"*måde", "paa denne maade", "maade"},
	    {"paa", "på", NULL},
	    {"israel", "isræl", NULL},
	    {"pa", "paa", NULL},
	    {"kanaal", "kanål", NULL},
	};

	(void)state;
	CHECK(w);
}

static void
test_stars(void **state)
{
	static const struct wanted w[] = {
	    {"fejl*", "fejlene", "fejlene"},
	    {"fejl*", "fejl", "fejl"},
	    {"fejl*", "driftsfejl", NULL},
	    {"*fejl", "driftsfejl", "driftsfejl"},
	    {"*fejl", "fejl", "fejl"},
	    {"*fejl", "fejlene", NULL},
	    {"*fejl*", "driftsfejlene", "driftsfejlene"},
	    {"*fejl*", "fejl", "fejl"},
	    {"*fejl*", "fej l", NULL},
	    {"central* nsp*", "centrale NSP-platform", "centrale nsp"},
	    {"*ø*", "frøene", "frøene"},
	};

	(void)state;
	CHECK(w);
}

static void
test_gaps(void **state)
{
	static const struct wanted w[] = {
	    {"a ... b", "a b", "a b"},
	    {"a ... b", "a 1 2 3 4 5 6 b", "a 1 2 3 4 5 6 b"},
	    {"a ... b", "a 1 2 3 4 5 6 7 b", NULL},
	    {"a ... b", "a 1, 2 (3) / b", "a 1, 2 (3) / b"},
	    {"a ... b", "a x. Og b", NULL},
	    {"a ... b", "a 1\n\nb", NULL},
	    {"a ... b", "a 1 a 1 2 3 4 5 6 b", "a 1 2 3 4 5 6 b"},
	    {"a ... b c", "a b x b c", "a b x b c"},
	    {"a ... b ... c", "a 1 b 2 3 c", "a 1 b 2 3 c"},
	    {"a ... b ... c", "a c b", NULL},
	    {"a ... b ... c ... d", "a 1 b c 2 d", "a 1 b c 2 d"},
	};

	(void)state;
	CHECK(w);
}

static void
test_groups(void **state)
{
	static const struct wanted w[] = {
	    {"(er|var) nede", "FMK var nede", "var nede"},
	    {"(er|var) nede", "FMK bliver nede", NULL},
	    {"virker (slet)? ikke", "virker ikke", "virker ikke"},
	    {"virker (slet)? ikke", "virker slet ikke", "virker slet ikke"},
	    {"virker (slet)? ikke", "virker da ikke", NULL},
	    {"(a|b c)? d", "d", "d"},
	    {"(a|b c)? d", "x b c d", "b c d"},
	    {"(a|b c) d", "c d", NULL},
	    {"(fejl*|*stop)", "driftsstop", "driftsstop"},
	    {"x (a|b)? (c|d)?", "x b d", "x b d"},
	};

	(void)state;
	CHECK(w);
}

static void
test_not(void **state)
{
	static const struct wanted w[] = {
	    {"nede ~(på)", "FMK er nede", "nede"},
	    {"nede ~(på)", "nede på gaden", NULL},
	    {"nede ~(på)", "nede. På gaden", "nede"},
	    {"~(ikke) planlagt*", "planlagte", "planlagte"},
	    {"~(ikke) planlagt*", "ikke planlagte", NULL},
	    {"~(ikke|aldrig) planlagt", "aldrig planlagt", NULL},
	    {"~(ikke) planlagt", "Det er ikke. Planlagt", "planlagt"},
	    {"a ~(b) c", "a c", "a c"},
	    {"som ~(normal*)", "som normalt", NULL},
	};

	(void)state;
	CHECK(w);
}

/* What cannot be read as it is meant is refused. */
static void
test_refused(void **state)
{
	static const struct {
		const char *term, *why;
	} all[] = {
	    {"(a|b", "a bracket is not closed"},
	    {"", "it has no word"},
	    {"~(a)", "it has no word"},
	    {"()", "a word is missing"},
	    {"a (b|c|)", "a word is missing"},
	    {"a!", "a word is missing"},
	    {"~(a b) c", "only words and stars may stand in brackets"},
	    {"a ... ~(b) c", "\"~\" cannot stand behind \"...\""},
	    {"a ... b ... c ... d ... e", "it has more \"...\" than three"},
	    {"/(a/", "missing closing parenthesis"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(all); i++) {
		struct vocabulary *v = vocabulary_new(1);
		struct rule_term t = {xstrdup(all[i].term), 3, 5};
		struct diags d = {0};
		char *line;

		vocabulary_add(
		    v, 0, false, "r", &(struct rule_terms){&t, 1}, &d);
		if (d.n != 1)
			fail_msg("%s: %zu problems", all[i].term, d.n);
		line = diags_line(&d, 0);
		assert_int_equal(strncmp(line, "r:3:5: ", 7), 0);
		if (strstr(line, all[i].why) == NULL)
			fail_msg("%s: %s", all[i].term, line);
		free(line);
		diags_clear(&d);
		vocabulary_free(v);
		free(t.text);
	}
}

static void
test_numbers(void **state)
{
	static const struct wanted w[] = {
	    {"uge #", "i uge 7", "uge 7"},
	    {"uge #", "i uge syv", NULL},
	    {"siden #", "siden 14.05", "siden 14"},
	    {"# timer", "24 timer", "24 timer"},
	    {"#%", "90%", "90%"},
	    {"90%", "90%", "90%"},
	    {"# %", "90 %", "90 %"},
	    {"# %", "90%", "90%"},
	    {"#%", "90 %", "90 %"},
	    {"#", "a1", NULL},
	};

	(void)state;
	CHECK(w);
}

/* An abbreviation is a noun: it has its endings, and no look-alikes. */
static void
test_abbreviations(void **state)
{
	static const struct wanted w[] = {
	    {"FMK", "FMKs opslag", "fmks"},
	    {"FMK", "FMK's opslag", "fmk"},
	    {"FMK",
		"FMK\xe2\x80\x99"
		"en",
		"fmk"},
	    {"FMK", "FMK'en", "fmk"},
	    {"FMK", "FMKen", "fmken"},
	    {"FMK", "FMK-opslag", "fmk"},
	    {"FMK", "fmk-online", "fmk"},
	    {"FMK", "FMK/DDV", "fmk"},
	    {"STS", "STSen", "stsen"},
	    {"STS", "STSens", "stsens"},
	    {"FMK", "FMB", NULL},
	    {"FMK", "FMKX", NULL},
	    {"FMK", "SFMK", NULL},
	    {"FMK", "formkrav", NULL},
	    {"FMK", "fmkopslag", NULL},
	    {"STS", "TAS", NULL},
	    {"NAS", "nasal", NULL},
	    {"NAS2", "NAS2s", NULL},
	    {"Nexus", "nexusen", NULL},
	    {"FMKs", "fmkss", NULL},
	    {"naS", "nass", NULL},
	};
	static const struct wanted plain[] = {
	    {"FMK", "FMKs", NULL},
	};

	(void)state;
	CHECK_NAMES(w);
	CHECK(plain);
}

/* One letter may be wrong in a long word, but not at its ends. */
static void
test_typos(void **state)
{
	static const struct wanted w[] = {
	    {"medicinkort", "medicnkort", "medicnkort"}, /* missing */
	    {"medicinkort", "mediciinkort", "mediciinkort"}, /* too many */
	    {"medicinkort", "medicimkort", "medicimkort"}, /* wrong */
	    {"medicinkort", "medciinkort", "medciinkort"}, /* exchanged */
	    {"medicinkort", "medcinikort", NULL}, /* two */
	    /* Neither may one of the ending: it makes another word. */
	    {"medicinkort", "medicinkrot", NULL},
	    {"medicinkort", "medicinkor", NULL},
	    {"medicinkort", "medicinkortx", NULL},
	    {"completes", "completed", NULL},
	    {"medicinkort*", "medicinkotret", NULL},
	    {"medicinkort", "nedicinkort", NULL},
	    {"medicinkort", "edicinkort", NULL},
	    {"medicinkort", "emdicinkort", NULL},
	    {"medicinkort", "medicinkortet", NULL},
	    {"elektronisk", "ålektronisk", NULL},
	    {"medicinkort*", "medicnkortet", "medicnkortet"},
	    {"medicinkort*", "medicinkrtet", "medicinkrtet"},
	    {"utilgængelig", "utilgngelig", "utilgngelig"},
	    {"utilgængelig", "utilgøngelig", "utilgøngelig"},
	    {"utilgængelig", "utiglængelig", "utiglængelig"},
	    {"problemer", "problmer", "problmer"},
	    {"lukkedag", "lukedag", "lukedag"}, /* eight letters */
	    {"lukkeda", "lukeda", NULL}, /* seven */
	    {"nedbrud", "nedburd", NULL}, {"*medicinkort", "xmedicnkort", NULL},
	    {"release2026", "relese2026", NULL}, /* no numbers */
	};

	(void)state;
	CHECK(w);
}

/* What the vocabulary knows is what it says, however near it is to another. */
static void
test_typo_of_none(void **state)
{
	struct words w = {.v = vocabulary_new(3)};
	const char *text = "løsningen losningen lasningen";
	struct span all = {text, strlen(text)}, at;
	struct scan s;

	(void)state;
	words_add(&w, 0, false, "løsningen");
	words_add(&w, 1, false, "lasningen");
	vocabulary_ready(w.v);
	scan_open(&s, w.v, 2, text);
	assert_true(scan_find(&s, 0, all, 1, &at));
	assert_ptr_equal(at.s, text + 11);
	assert_false(scan_find(&s, 0, all, 12, &at));
	assert_true(scan_find(&s, 1, all, 0, &at));
	assert_ptr_equal(at.s, text + 11); /* near to both */
	assert_true(scan_find(&s, 1, all, 12, &at));
	scan_clear(&s);
	words_clear(&w);
}

/* Patterns and words of one list are found in the order of the text. */
static void
test_patterns(void **state)
{
	static const char *const found[] = {"fejl", "jl", "fejl", "jl", "kø"};
	struct words w = {.v = vocabulary_new(3)};
	const char *text = "fejl og fejl i kø";
	struct span all = {text, strlen(text)}, at = {text, 0};
	struct scan s;

	(void)state;
	words_add(&w, 0, false, "/jl/");
	words_add(&w, 0, false, "fejl");
	words_add(&w, 1, false, "/./");
	words_add(&w, 0, false, "/KØ?/");
	vocabulary_ready(w.v);
	scan_open(&s, w.v, 2, text);
	for (size_t i = 0; i < LENGTH(found); i++) {
		size_t from = i == 0 ? 0 : (size_t)(at.s - text) + 1;

		assert_true(scan_find(&s, 0, all, from, &at));
		assert_int_equal(at.n, strlen(found[i]));
		assert_memory_equal(at.s, found[i], at.n);
	}
	assert_false(s.failed);
	scan_clear(&s);
	words_clear(&w);
}

/* --- sentences ------------------------------------------------------------ */

#define LONG_LINE \
	"a der er en temmelig lang linje som et program har brudt over i"

static void
test_sentences(void **state)
{
	static const struct wanted w[] = {
	    {"a ... b", "a x. B", NULL},
	    {"a ... b", "a x! B", NULL},
	    {"a ... b", "a x? B", NULL},
	    {"a ... b", "a x\nb", NULL},
	    {"a ... b", "a (x.) b", NULL},
	    {"a ... b", "a x: b", "a x: b"},
	    {"a ... b", "a x.y b", "a x.y b"},
	    {"a ... b", "a kl. 14 b", "a kl. 14 b"},
	    {"a ... b", "a ca. b", "a ca. b"},
	    {"a ... b", "a f.eks. b", "a f.eks. b"},
	    {"a ... b", "a bl.a. b", "a bl.a. b"},
	    {"a ... b", "a 6. maj b", "a 6. maj b"},
	    {"a ... b", "a d. 6. maj b", "a d. 6. maj b"},
	    {"a ... b", "a 6.-7. maj b", "a 6.-7. maj b"},
	    {"a ... b", "a 6. - 7. maj b", "a 6. - 7. maj b"},
	    {"a ... b", "a, 6. maj b", "a, 6. maj b"},
	    {"a ... b", "a kl. 6. B", NULL},
	    {"a ... b", "a kl. 14.05. B", NULL},
	    {"a ... b", "a kl. 14.05 b", "a kl. 14.05 b"},
	    {"a ... b", "a kl. 12-14. B", NULL},
	    {"a ... b", "a 2026. B", NULL},
	    {"temmelig ... b", LONG_LINE "\nb", NULL},
	    {"brudt ... b", LONG_LINE "\nb", "brudt over i\nb"},
	    {"brudt ... b", LONG_LINE "\n\nb", NULL},
	    {"brudt ... b", LONG_LINE "\n- b", NULL},
	    {"brudt ... b", LONG_LINE "\n\xe2\x80\xa2 b", NULL},
	};

	(void)state;
	CHECK(w);
}

/* What no dot ends is parted at last. */
static void
test_long_sentence(void **state)
{
	char *shorter = many("x", 1998, " a"), *longer = many("x", 1999, " a");
	struct wanted w[] = {
	    {"x* a", shorter, shorter},
	    {"x* a", longer, NULL},
	};

	(void)state;
	CHECK(w);
	free(shorter);
	free(longer);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_normal),
	    cmocka_unit_test(test_normal_alike),
	    cmocka_unit_test(test_normal_marks),
	    cmocka_unit_test(test_whole_words),
	    cmocka_unit_test(test_digraphs),
	    cmocka_unit_test(test_stars),
	    cmocka_unit_test(test_gaps),
	    cmocka_unit_test(test_groups),
	    cmocka_unit_test(test_not),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_numbers),
	    cmocka_unit_test(test_abbreviations),
	    cmocka_unit_test(test_typos),
	    cmocka_unit_test(test_typo_of_none),
	    cmocka_unit_test(test_patterns),
	    cmocka_unit_test(test_sentences),
	    cmocka_unit_test(test_long_sentence),
	};

	return cmocka_run_group_tests_name("filter_words", tests, NULL, NULL);
}
