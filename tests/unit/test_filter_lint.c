/* Unit tests of filter/lint: what of the rules will not do what was meant. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/mem.h"
#include "filter/judge.h"
#include "filter/lint.h"
#include "filter/scan.h"

/*
 * Rules of FMK (line 2), ON and what is given: components from line 4 on, or
 * a list of words in line 8 when there are none.
 */
static char *
rules_text(const char *components, const char *words)
{
	struct buf b;

	buf_init(&b, 65536);
	buf_addf(&b,
	    "components:\n"
	    "- {id: FMK, verdict: broadcast, effect: outage}\n"
	    "- {id: ON, verdict: broadcast, effect: degraded}\n"
	    "%s"
	    "itself: FMK\n"
	    "online: ON\n"
	    "words:\n"
	    "%s\n",
	    components, words);
	for (enum rule_words w = 0; w < WORDS_COUNT; w++) {
		char *key = xasprintf("\n %s:", rules_words_name(w));

		if (strstr(buf_str(&b), key) == NULL)
			buf_addf(&b, "%s []\n", key + 1);
		free(key);
	}
	return buf_steal(&b);
}

static struct lint
lint_of(const char *components, const char *words)
{
	char *text = rules_text(components, words);
	struct lint found = {0};
	struct strv feeds = {0};
	struct diags d = {0};
	struct rules_conf *r = rules_parse("r", text, strlen(text), &d);
	struct filter *f = r != NULL ? filter_open(r, &d) : NULL;

	diags_print(&d, stderr);
	diags_clear(&d);
	assert_non_null(f);
	strv_add(&feeds, "nspop");
	filter_lint(f, &feeds, &found);
	filter_close(f);
	strv_clear(&feeds);
	free(text);
	return found;
}

struct wanted {
	const char *components, *words;
	const char *place; /* "r:7:9: ", or NULL: nothing is found */
	const char *said; /* a piece of it */
};

static bool
is_in(const struct diags *d, const struct wanted *w)
{
	char *line;
	bool found;

	if (d->n != 1)
		return false;
	line = diags_line(d, 0);
	found = strncmp(line, w->place, strlen(w->place)) == 0 &&
		strstr(line, w->said) != NULL;
	free(line);
	return found;
}

/* Each has the one mistake (or remark) that is wanted, and nothing else. */
static void
check_all(const struct wanted *w, size_t n, bool mistake)
{
	unsigned bad = 0;

	for (size_t i = 0; i < n; i++) {
		struct lint l = lint_of(w[i].components, w[i].words);
		struct diags *right = mistake ? &l.mistakes : &l.remarks;
		struct diags *wrong = mistake ? &l.remarks : &l.mistakes;

		if (w[i].place == NULL ? right->n > 0 || wrong->n > 0
				       : !is_in(right, &w[i]) || wrong->n > 0) {
			print_message("%s%s: %zu mistakes, %zu remarks\n",
			    w[i].components, w[i].words, l.mistakes.n,
			    l.remarks.n);
			diags_print(&l.mistakes, stderr);
			diags_print(&l.remarks, stderr);
			bad++;
		}
		lint_clear(&l);
	}
	assert_int_equal(bad, 0);
}

static void
test_twice(void **state)
{
	static const struct wanted w[] = {
	    {"", " fault: ['fejl', 'nede', 'Fejl']", "r:7:26: ",
		"words.fault: \"Fejl\" stands twice, see \"fejl\" in line 7"},
	    {"", " fault: ['være a-b', 'vaere a b']",
		"r:7:22: ", "finds nothing that \"være a-b\" (line 7)"},
	    {"", " fault: ['a b', 'a-b']", "r:7:17: ", "stands twice"},
	    {"", " fault: ['(a|b) c', 'b c']",
		"r:7:21: ", "\"b c\" finds nothing that \"(a|b) c\" (line 7)"},
	    {"", " fault: ['/x+y/', '/x+y/']", "r:7:19: ", "stands twice"},
	    {"- {id: X, verdict: ask, effect: outage, aliases: [x]}\n", "",
		"r:4:51: ", "X, aliases: \"x\" stands twice, see \"X\""},
	    {"", " fault: ['a b', 'a b c', 'b', 'a']\n wide: ['a']", NULL,
		NULL},
	};

	(void)state;
	check_all(w, LENGTH(w), false);
}

static void
test_found_anyway(void **state)
{
	static const struct wanted w[] = {
	    {"", " fault: ['fejlen', 'fejl*']", "r:7:10: ",
		"\"fejlen\" finds nothing that \"fejl*\" (line 7) does not"},
	    {"", " fault: ['driftsfejl', '*fejl']", NULL, NULL},
	    {"", " fault: ['xfejl', '*fejl']", "r:7:10: ", "\"*fejl\""},
	    {"", " fault: ['*fejl', '*ejl*']", "r:7:10: ", "\"*ejl*\""},
	    {"", " fault: ['# a', '# (a|b)']", "r:7:10: ", "\"# (a|b)\""},
	    {"", " fault: ['12', '#']", "r:7:10: ", "\"#\" (line 7)"},
	    {"", " fault: ['a b', 'a ... b']", "r:7:10: ", "\"a ... b\""},
	    {"", " fault: ['a x ... y b', 'a ... b']", NULL, NULL},
	    {"", " fault: ['a x y b', 'a ... b']", "r:7:10: ", "\"a ... b\""},
	    {"", " fault: ['a c d e f g h b', 'a ... b']",
		"r:7:10: ", "\"a ... b\""},
	    {"", " fault: ['a c d e f g h i b', 'a ... b']", NULL, NULL},
	    {"", " fault: ['a ... b', 'a b']", "r:7:21: ", "\"a ... b\""},
	    {"", " fault: ['a x', 'b*  x', '(a|b) x']",
		"r:7:26: ", "\"a x\" (line 7), \"b*  x\" (line 7)"},
	    {"", " fault: ['a* x', '(a|b) x']", NULL, NULL},
	    {"", " fault: ['a (b)? c', 'a ... c']", "r:7:10: ", "a ... c"},
	    {"", " fault: ['a ~(b)', 'a']", "r:7:10: ", "\"a\" (line 7)"},
	    {"", " fault: ['~(b) a', 'a']", "r:7:10: ", "\"a\" (line 7)"},
	    {"", " fault: ['~(b|c) a', '~(c) a']", "r:7:10: ", "\"~(c) a\""},
	    {"", " fault: ['a ~(b*)', 'a ~(bc)']", "r:7:10: ", "\"a ~(bc)\""},
	    {"", " fault: ['a.b', 'a b', 'a/b']", NULL, NULL},
	    /* Where the word stands counts in one list, and not in the other.
	     */
	    {"", " fault: ['a b', 'b']", NULL, NULL},
	    {"", " talk: ['a b', 'b']", "r:7:9: ", "\"b\" (line 7)"},
	    {"", " talk: ['a b c', 'c ~(d)']", NULL, NULL},
	    {"", " talk: ['a b c', 'b ~(d)']", "r:7:9: ", "\"b ~(d)\""},
	    {"", " talk: ['a b c', 'b ~(c*)']", NULL, NULL},
	    {"", " talk: ['a ... b c', '~(d) b']", NULL, NULL},
	    {"", " talk: ['a b c', '~(d) b']", "r:7:9: ", "\"~(d) b\""},
	    /* A long word is found misspelt, a short one is not. */
	    {"", " fault: ['releasenote', 'release*']", NULL, NULL},
	    {"", " fault: ['releasenote', 'releasen*']",
		"r:7:10: ", "\"releasen*\""},
	    {"", " fault: ['releasenote', '*note']", NULL, NULL},
	};

	(void)state;
	check_all(w, LENGTH(w), false);
}

/* Two that find each other's words: one of them has to stay. */
static void
test_one_stays(void **state)
{
	struct lint l = lint_of(
	    "", " fault: ['(a|b)', 'a', 'b', '(b|a)', 'a', 'c']");

	(void)state;
	assert_int_equal(l.mistakes.n, 0);
	assert_int_equal(l.remarks.n, 4);
	for (size_t i = 0; i < l.remarks.n; i++)
		assert_int_not_equal(l.remarks.v[i].col, 10);
	lint_clear(&l);
}

#define X(aliases) \
	"- {id: X, verdict: ask, effect: outage, aliases: [" aliases "]}\n"

static void
test_covered_names(void **state)
{
	static const struct wanted w[] = {
	    /* A longer name covers those of others, and is told. */
	    {X("'X-boks'"), "", NULL, NULL},
	    {X("'boks-X', 'boks X'"), "", "r:4:61: ", "stands twice"},
	    /* An id has to be there. */
	    {X("'x*'"), "", NULL, NULL},
	};

	(void)state;
	check_all(w, LENGTH(w), false);
}

static void
test_names_of_two(void **state)
{
	static const struct wanted w[] = {
	    {X("'fmk'"), "", "r:4:51: ",
		"X, aliases: \"fmk\" names FMK as well, by \"FMK\" in line 2"},
	    {X("'FMKs'"), "", "r:4:51: ", "names FMK as well"},
	    {X("'fm*'"), "", "r:2:8: ", "\"FMK\" names X as well, by \"fm*\""},
	    {X("'(om|fmk)'"), "", "r:4:51: ", "names FMK as well"},
	    {X("'(en|to) FMK', 'fmk-1', 'FMB'"), "", NULL, NULL},
	};

	(void)state;
	check_all(w, LENGTH(w), true);
}

static void
test_never_found(void **state)
{
	static const struct wanted w[] = {
	    {"", " fault: ['r&d', 'nede']",
		"r:7:10: ", "\"r&d\" is never found: \"r&d\" is no word"},
	    {"", " fault: ['a ~(b+)']", "r:7:10: ", "\"b+\" is no word"},
	    {"", " fault: ['ikke (be|af)kræftet']",
		"r:7:10: ", "\"be\" and \"kræftet\" stand side by side"},
	    {"", " fault: ['a*b']", "r:7:10: ", "\"a\" and \"b\" stand side"},
	    {"", " fault: ['E2#']", "r:7:10: ", "\"e2\" and \"#\""},
	    {"", " fault: ['a ~(b) b']", "r:7:10: ", "its own ~ keeps out"},
	    {"", " fault: ['a ~(b*) (b|bc)']", "r:7:10: ", "its own ~"},
	    {"", " fault: ['a ~(b) (b|c)']", NULL, NULL},
	    {"", " fault: ['a ~(b) ... b']", NULL, NULL},
	    {"", " fault: ['# %', '%a', 'p.t', 'kl. #', 'a, b', 'a/b']", NULL,
		NULL},
	    {"", " fault: ['FMK''en', 'a - b', 'år', 'à la', 'ß']", NULL, NULL},
	};

	(void)state;
	check_all(w, LENGTH(w), true);
}

static void
test_signs(void **state)
{
	static const struct wanted w[] = {
	    {"", " fault: ['program:']",
		"r:7:10: ", "is read without the sign at its end"},
	    {"", " fault: ['-fejl']", "r:7:10: ", "at its beginning"},
	    {"", " fault: ['a ...']", "r:7:10: ", "at its end"},
	};

	(void)state;
	check_all(w, LENGTH(w), false);
}

#define XU(aliases, lists)                                                 \
	"- {id: X, verdict: broadcast, effect: outage, aliases: [" aliases \
	"], " lists "}\n"

static void
test_own_unless(void **state)
{
	static const struct wanted w[] = {
	    {XU("'nas-boks'", "unless: ['*boks']"), "", "r:4:57: ",
		"\"nas-boks\" never names X: a word of its own \"unless\""},
	    {XU("'boks (til)? nas'", "unless: ['boks til']"), "", NULL, NULL},
	    {XU("'boks (til)? nas'", "unless: ['boks nas']"), "", NULL, NULL},
	};
	struct lint l = lint_of(XU("", "unless: [x]"), "");

	(void)state;
	check_all(w, LENGTH(w), true);
	assert_int_equal(l.mistakes.n, 2);
	assert_non_null(strstr(l.mistakes.v[0].msg, "its own \"unless\""));
	assert_non_null(strstr(l.mistakes.v[1].msg, "X, aliases: \"X\" can "
						    "never be hit"));
	lint_clear(&l);
	l = lint_of("- {id: R&D, verdict: ask, effect: none}\n", "");
	assert_int_equal(l.mistakes.n, 2);
	assert_non_null(strstr(l.mistakes.v[0].msg, "is no word"));
	assert_non_null(strstr(l.mistakes.v[1].msg, "can never be hit"));
	lint_clear(&l);
}

static void
test_own_part(void **state)
{
	static const struct wanted w[] = {
	    {XU("'et center'", "part: ['center']"), "", "r:4:57: ",
		"\"et center\" never broadcasts: a word of \"part\" of X"},
	    {XU("'et center'", "part: ['to center']"), "", NULL, NULL},
	};

	(void)state;
	check_all(w, LENGTH(w), false);
}

static void
test_feeds(void **state)
{
	static const struct wanted w[] = {
	    {"feeds: [{feed: nspop, about: FMK}]\n", "", NULL, NULL},
	    {"feeds: [{feed: nspp, about: FMK}]\n", "",
		"r:4:9: ", "no feed \"nspp\"; did you mean \"nspop\"?"},
	    {"feeds: [{feed: blog, about: FMK}]\n", "",
		"r:4:9: ", "no feed \"blog\"; leave it out"},
	};

	(void)state;
	check_all(w, LENGTH(w), true);
}

static void
test_unbounded(void **state)
{
	static const struct wanted w[] = {
	    {"", " fault: ['/(a+)+b/']", "r:7:10: ",
		"\"/(a+)+b/\" backtracks without bound, as on a long run of "
		"\"a\""},
	    {"", " fault: ['/fejl (\\w+\\s?)*!/']",
		"r:7:10: ", "without bound"},
	    {"", " fault: ['/(x+x+)+y/']", "r:7:10: ", "run of \"x\""},
	    {"", " fault: ['/^(\\d|\\d\\d)+$/']", "r:7:10: ", "run of \"1\""},
	    {"", " fault: ['/(a|b|ab)*c/']", "r:7:10: ", "run of \"ab\""},
	    {"", " fault: ['/([æø]+)*å/']", "r:7:10: ", "run of \"æ\""},
	    {"", " fault: ['/(?<=ned )(o+)+p/']", "r:7:10: ", "run of \"o\""},
	    {"", " fault: ['/nede|(.*)*væk/']", "r:7:10: ", "without bound"},
	    {"", " fault: ['/x.*y.*z.*w/']", "r:7:10: ", "without bound"},
	    {"", " fault: ['/([ab]|[cb][da])*!/']", "r:7:10: ", "of \"ab\""},
	    {"", " fault: ['/(x|\\d\\s|\\d\\s\\d\\s)*y/']",
		"r:7:10: ", "of \"1 \""},
	    {"", " fault: ['/(nede|ned e)+!/']", NULL, NULL},
	    {"", " fault: ['/fejl\\s+\\d+/', '/a{2,40}b/', '/(ab|cd)+e/']",
		NULL, NULL},
	    {"", " fault: ['/\\bnede(?! på)\\b/', '/(?>a+)+b/', '/a++b/']",
		NULL, NULL},
	};

	(void)state;
	check_all(w, LENGTH(w), true);
}

static void
test_nothing_and_everything(void **state)
{
	static const struct wanted w[] = {
	    {"", " fault: ['/(fejl)?/']", "r:7:10: ", "the empty string"},
	    {"", " fault: ['/\\bx*/']", "r:7:10: ", "the empty string"},
	    {"", " fault: ['/(?=fejl)/']", "r:7:10: ", "the empty string"},
	    {"", " fault: ['/.+/']", "r:7:10: ", "in nearly every text"},
	    {"", " fault: ['/[a-z]/']", "r:7:10: ", "in nearly every text"},
	    {"", " fault: ['/fejl?/', '/\\d/']", NULL, NULL},
	};

	(void)state;
	check_all(w, LENGTH(w), true);
}

/* What is built in is what one copies: it has nothing to be remarked. */
static void
test_built_in(void **state)
{
	struct strv none = {0};
	struct lint l = {0};
	struct diags d = {0};
	struct filter *f = filter_open(rules_load("", &d), &d);

	(void)state;
	assert_non_null(f);
	filter_lint(f, &none, &l);
	diags_print(&l.mistakes, stderr);
	diags_print(&l.remarks, stderr);
	assert_int_equal(l.mistakes.n + l.remarks.n, 0);
	lint_clear(&l);
	filter_close(f);
}

/* --- made at random ------------------------------------------------------ */

static unsigned
pick(unsigned n)
{
	return (unsigned)rand() % n;
}

static void
add_word(struct buf *b, bool stars)
{
	static const char *const words[] = {
	    "a", "b", "ab", "ba", "abc", "1", "a1"};
	bool before = stars && pick(6) == 0;

	buf_addf(b, "%s%s%s", before ? "*" : "", words[pick(LENGTH(words))],
	    stars && pick(4) == 0 ? "*" : "");
}

static void
add_term(struct buf *b)
{
	for (unsigned i = 0, n = 1 + pick(4); i < n; i++) {
		buf_adds(b, i == 0	   ? ""
			    : pick(5) == 0 ? " ... "
			    : pick(6) == 0 ? "."
					   : " ");
		if (pick(7) == 0 && b->len > 0 && b->data[b->len - 1] != ' ')
			buf_adds(b, " ");
		switch (pick(8)) {
		case 0:
			buf_adds(b, "~(");
			add_word(b, true);
			buf_adds(b, ") ");
			if (pick(2) == 0)
				add_word(b, true);
			break;
		case 1:
		case 2:
			buf_adds(b, "(");
			add_word(b, true);
			buf_adds(b, "|");
			add_word(b, true);
			buf_adds(b, pick(3) == 0 ? " a)" : ")");
			break;
		case 3:
			buf_adds(b, "#");
			break;
		default:
			add_word(b, true);
		}
	}
}

/* Each hit of a term that is called of no use has another at its place. */
static void
check_hits(const struct filter *f, const bool *gone, const char *rules)
{
	struct buf text;
	struct scan s;

	buf_init(&text, 4096);
	for (unsigned i = 0, n = 2 + pick(12); i < n; i++) {
		add_word(&text, false);
		buf_adds(&text, pick(6) == 0 ? "." : pick(12) ? " " : ". ");
	}
	scan_open(&s, f->vocabulary, WORDS_SHORTENED, buf_str(&text));
	for (uint32_t i = s.first[WORDS_FAULT]; i < s.first[WORDS_FAULT + 1];
	     i++) {
		bool found = !gone[scan_term(&s, &s.hits[i])->line];

		for (uint32_t k = s.first[WORDS_FAULT];
		     k < s.first[WORDS_FAULT + 1]; k++)
			found |= s.hits[k].at == s.hits[i].at &&
				 !gone[scan_term(&s, &s.hits[k])->line];
		if (!found)
			fail_msg("%s in \"%s\" of%s",
			    scan_term(&s, &s.hits[i])->text, buf_str(&text),
			    rules);
	}
	scan_clear(&s);
	buf_clear(&text);
}

static void
check_made(void)
{
	struct diags d = {0};
	struct lint l = {0};
	struct buf rules;
	struct rules_conf *r;
	struct filter *f;
	bool gone[32] = {false};
	char *text;

	buf_init(&rules, 4096);
	buf_adds(&rules, " fault:");
	for (unsigned i = 0; i < 8; i++) {
		buf_adds(&rules, "\n - '");
		add_term(&rules);
		buf_adds(&rules, "'");
	}
	text = rules_text("", buf_str(&rules));
	r = rules_parse("r", text, strlen(text), &d);
	f = filter_open(r, &d);
	if (f != NULL) {
		filter_lint(f, &(struct strv){0}, &l);
		for (size_t i = 0; i < l.remarks.n; i++)
			gone[l.remarks.v[i].line] |= strstr(l.remarks.v[i].msg,
							 "sign") == NULL;
		for (unsigned i = 0; i < 50; i++)
			check_hits(f, gone, buf_str(&rules));
	}
	lint_clear(&l);
	diags_clear(&d);
	filter_close(f);
	free(text);
	buf_clear(&rules);
}

static void
test_random(void **state)
{
	const char *seed = getenv("SEED");
	unsigned n = seed != NULL ? (unsigned)strtoul(seed, NULL, 10)
				  : (unsigned)time(NULL);

	(void)state;
	print_message("SEED=%u\n", n);
	srand(n);
	for (unsigned i = 0; i < 300; i++)
		check_made();
}

/* However many patterns there are, and however odd: it ends soon. */
static void
test_bounded(void **state)
{
	static const char *const odd[] = {"/(((a{9,}){9,}){9,}b)*/",
	    "/[^]]+[]]+\\\\Q[.\\\\E*(?#x)(?i:y)(?<n>z)\\\\k<n>/",
	    "/(?|a|b)(?P<q>c)(*ACCEPT)?/", "/[[:alpha:]]+\\\\p{L}*\\\\x{e5}?/",
	    "/(?s).*.*.*=.*/"};
	struct buf b;
	struct lint l;
	size_t untried = 0;

	(void)state;
	buf_init(&b, 65536);
	buf_adds(&b, " fault: [");
	for (size_t i = 0; i < LENGTH(odd); i++)
		buf_addf(&b, "\"%s\", ", odd[i]);
	for (size_t i = 0; i < 300; i++)
		buf_addf(&b, "\"/(ab|cd|ef|gh)+e %zu/\", ", i);
	buf_adds(&b, "\"/x/\"]");
	l = lint_of("", buf_str(&b));
	for (size_t i = 0; i < l.remarks.n; i++)
		untried += strstr(l.remarks.v[i].msg, "took all") != NULL;
	assert_in_range(untried, 10, 290);
	assert_non_null(strstr(l.remarks.v[l.remarks.n - 1].msg, "/x/"));
	lint_clear(&l);
	buf_clear(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_twice),
	    cmocka_unit_test(test_found_anyway),
	    cmocka_unit_test(test_one_stays),
	    cmocka_unit_test(test_covered_names),
	    cmocka_unit_test(test_names_of_two),
	    cmocka_unit_test(test_never_found),
	    cmocka_unit_test(test_signs),
	    cmocka_unit_test(test_own_unless),
	    cmocka_unit_test(test_own_part),
	    cmocka_unit_test(test_feeds),
	    cmocka_unit_test(test_unbounded),
	    cmocka_unit_test(test_nothing_and_everything),
	    cmocka_unit_test(test_built_in),
	    cmocka_unit_test(test_random),
	    cmocka_unit_test(test_bounded),
	};

	return cmocka_run_group_tests_name("filter_lint", tests, NULL, NULL);
}
