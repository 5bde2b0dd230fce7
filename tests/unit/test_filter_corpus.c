/* Unit tests of filter/ over labelled messages and a recorded sequence. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>
#include <jansson.h>

#include "base/attr.h"
#include "base/file.h"
#include "base/mem.h"
#include "feed/parse.h"
#include "filter/corpus.h"

#define DATA "tests/data/"

static struct filter *
built_in(void)
{
	struct diags d = {0};
	struct rules_conf *r = rules_load("", &d);
	struct filter *f = r ? filter_open(r, &d) : NULL;

	diags_print(&d, stderr);
	diags_clear(&d);
	assert_non_null(f);
	return f;
}

/* "right: 119 of 120": moves *p past it. */
static double
share(const char **p)
{
	char *end;
	double right, all;

	*p = strstr(*p, "right: ");
	assert_non_null(*p);
	right = strtod(*p + strlen("right: "), &end);
	assert_memory_equal(end, " of ", 4);
	all = strtod(end + 4, &end);
	*p = end;
	assert_true(all > 0);
	return 100.0 * right / all;
}

static unsigned
ignored_broadcasts(const char *table)
{
	const char *p = strstr(table, "labelled broadcast");

	assert_non_null(p);
	return (unsigned)strtoul(p + strlen("labelled broadcast"), NULL, 10);
}

static void
check_corpus(const char *path)
{
	static const double least[] = {97.0, 92.0, 98.0};
	struct filter *f = built_in();
	char *text, *table, *lines;
	size_t size;
	FILE *to = open_memstream(&lines, &size);
	FILE *tables = open_memstream(&table, &size);
	const char *p;
	struct err e;

	assert_int_equal(file_read(path, 1 << 22, &text, NULL, &e), 0);
	assert_int_equal(corpus_run(f, path, text, to, tables, &e), 0);
	fclose(tables);
	fclose(to);
	fprintf(stderr, "%s:\n%s", path, table);
	/* verdict, effect, phase; the first column of a row is "ignore" */
	p = table;
	for (size_t k = 0; k < LENGTH(least); k++)
		assert_true(share(&p) >= least[k]);
	assert_non_null(strstr(table, "verdict judged"));
	assert_int_equal(ignored_broadcasts(table), 0);
	free(lines);
	free(table);
	free(text);
	filter_close(f);
}

static void
test_shared(void **state)
{
	const char *shared = getenv("ALERTD_SHARED");
	char *path = xasprintf(
	    "%s/corpus/messages.jsonl", shared ? shared : "../shared");
	FILE *there = fopen(path, "r");

	(void)state;
	if (there == NULL) {
		print_message("skipped: no %s\n", path);
		free(path);
		skip();
	}
	fclose(there);
	check_corpus(path);
	free(path);
}

static void
test_own(void **state)
{
	(void)state;
	check_corpus(DATA "filter/own.jsonl");
}

static void
test_blind(void **state)
{
	(void)state;
	check_corpus(DATA "filter/blind.jsonl");
}

static void
test_voices(void **state)
{
	(void)state;
	check_corpus(DATA "filter/voices.jsonl");
}

/* A line for each tail put behind the newest update of a broadcast. */
static void
add_tails(FILE *to, const char *line, size_t n)
{
	static const char *const tails[] = {"Se vejledningen på hjemmesiden.",
	    "Dokumentation findes på wikien. Tilmelding til nyhedsbrev.",
	    "TEST1 er også ramt.", "Det gælder ikke kun TEST1.",
	    "Kun TEST1 virker.", "VANS og MinLog fungerer som normalt.",
	    "Telefoni og intranet er ikke berørt.",
	    "Kursus i morgen er aflyst.", "Vi ved ikke mere.",
	    "DDV er ikke berørt af hændelsen.",
	    "Uddannelsesmiljøet kan bruges imens."};
	json_t *o = json_loadb(line, n, 0, NULL);
	char *body;

	assert_non_null(o);
	body = xstrdup(json_string_value(json_object_get(o, "body")));
	for (size_t i = 0; i < LENGTH(tails); i++) {
		size_t cut = strcspn(body, "\n");
		char *longer;

		/* an RSS update begins with a line of its date */
		if (body[cut] == '\n')
			cut += 1 + strcspn(body + cut + 1, "\n");
		longer = xasprintf(
		    "%.*s %s%s", (int)cut, body, tails[i], body + cut);
		json_object_set_new(o, "body", json_string(longer));
		json_dumpf(o, to, JSON_COMPACT);
		fputc('\n', to);
		free(longer);
	}
	free(body);
	json_decref(o);
}

/* What is said besides never makes a broadcast one that is ignored. */
static void
test_tails(void **state)
{
	static const char *const files[] = {DATA "filter/own.jsonl",
	    DATA "filter/blind.jsonl", DATA "filter/voices.jsonl"};
	struct filter *f = built_in();
	char *text, *all, *table;
	size_t size;
	FILE *to = open_memstream(&all, &size);
	FILE *lines = fopen("/dev/null", "w");
	FILE *tables = open_memstream(&table, &size);
	struct err e;

	(void)state;
	for (size_t i = 0; i < LENGTH(files); i++) {
		assert_int_equal(
		    file_read(files[i], 1 << 22, &text, NULL, &e), 0);
		for (const char *p = text; *p != '\0';) {
			size_t n = strcspn(p, "\n");

			if (memmem(p, n, "\"verdict\": \"broadcast\"", 22))
				add_tails(to, p, n);
			p += n + (p[n] == '\n');
		}
		free(text);
	}
	fclose(to);
	assert_int_equal(corpus_run(f, "tails", all, lines, tables, &e), 0);
	fclose(lines);
	fclose(tables);
	fputs(table, stderr);
	assert_int_equal(ignored_broadcasts(table), 0);
	free(table);
	free(all);
	filter_close(f);
}

static void
test_bad_lines(void **state)
{
	static const char text[] = "{\"id\":\"a\",\"title\":\"FMK er nede\"}\n"
				   "\n"
				   "{\"id\":\"b\"\n"
				   "{\"title\":\"no id\"}\n"
				   "{\"id\":\"c\",\"verdict\":\"perhaps\"}\n"
				   "[1]\n";
	struct filter *f = built_in();
	char *table, *lines;
	size_t size;
	FILE *to = open_memstream(&lines, &size);
	FILE *tables = open_memstream(&table, &size);
	struct err e;

	(void)state;
	assert_int_equal(corpus_run(f, "m.jsonl", text, to, tables, &e), -1);
	fclose(tables);
	fclose(to);
	assert_string_equal(e.msg, "m.jsonl: 4 bad lines");
	assert_null(strstr(table, "m.jsonl:1: "));
	assert_null(strstr(table, "m.jsonl:2: "));
	assert_non_null(strstr(table, "m.jsonl:3: "));
	assert_non_null(strstr(table, "m.jsonl:4: no object with an id"));
	assert_non_null(strstr(table, "m.jsonl:5: unknown label"));
	assert_non_null(strstr(table, "m.jsonl:6: "));
	assert_non_null(
	    strstr(lines, "\"id\":\"a\",\"verdict\":\"broadcast\""));
	free(lines);
	free(table);
	filter_close(f);
}

/* What the parser and the filter make of one event in one file. */
struct seen {
	const char *file, *id;
	enum verdict_kind verdict;
	enum effect effect;
	enum phase phase;
	enum online online;
};

static const struct report *
find_report(const struct reports *l, const char *id)
{
	for (size_t i = 0; i < l->n; i++)
		if (str_ends(l->v[i].id, id))
			return &l->v[i];
	return NULL;
}

static void
check_seen(const struct filter *f, const struct seen *s)
{
	char *path = xasprintf(DATA "nspop-sequence/%s.json", s->file);
	struct reports all = {0};
	const struct report *r;
	struct finding out;
	struct err e;
	char *text;
	size_t len;

	assert_int_equal(file_read(path, 1 << 20, &text, &len, &e), 0);
	assert_int_equal(
	    feed_parse(FEED_STATUSPAGE, "nspop", text, len, 100, &all, &e), 0);
	r = find_report(&all, s->id);
	assert_non_null(r);
	assert_int_equal(filter_judge(f, r, &out, &e), 0);
	print_message("%s %s: %s %s %s online %d: %s\n", s->file, s->id,
	    verdict_name(out.verdict), effect_name(out.effect),
	    phase_name(out.phase), (int)out.online, out.reason);
	assert_int_equal(out.verdict, s->verdict);
	assert_int_equal(out.effect, s->effect);
	assert_int_equal(out.phase, s->phase);
	if (s->online != ONLINE_UNKNOWN)
		assert_int_equal(out.online, s->online);
	/* "at 03.30 at the latest" is when we hear more */
	assert_true(out.expected_end == TIME_NONE);
	finding_clear(&out);
	reports_clear(&all);
	free(text);
	free(path);
}

#define ALL VERDICT_BROADCAST
#define FMK "i0fmk007"
#define NAS "i0nas003"
#define VANS "i0vans01"
#define TEST1 "i0tst001"

static void
test_sequence(void **state)
{
	static const struct seen want[] = {
	    {"2026-03-28T180000Z", "i0fmk006", ALL, EFFECT_DEGRADED,
		PHASE_RESOLVED, ONLINE_UNKNOWN},
	    {"2026-03-28T184100Z", VANS, VERDICT_IGNORE, EFFECT_NONE,
		PHASE_OPEN, ONLINE_UNKNOWN},
	    {"2026-03-28T190600Z", TEST1, VERDICT_IGNORE, EFFECT_NONE,
		PHASE_OPEN, ONLINE_UNKNOWN},
	    {"2026-03-28T201100Z", VANS, VERDICT_IGNORE, EFFECT_NONE,
		PHASE_RESOLVED, ONLINE_UNKNOWN},
	    {"2026-03-28T221300Z", FMK, ALL, EFFECT_OUTAGE, PHASE_OPEN,
		ONLINE_DOWN},
	    {"2026-03-28T221300Z", TEST1, VERDICT_IGNORE, EFFECT_NONE,
		PHASE_OPEN, ONLINE_UNKNOWN},
	    {"2026-03-28T224600Z", FMK, ALL, EFFECT_OUTAGE, PHASE_OPEN,
		ONLINE_DOWN},
	    {"2026-03-29T003100Z", FMK, ALL, EFFECT_OUTAGE, PHASE_OPEN,
		ONLINE_DOWN},
	    {"2026-03-29T012100Z", FMK, ALL, EFFECT_OUTAGE, PHASE_OPEN,
		ONLINE_WORKS},
	    {"2026-03-29T030600Z", FMK, ALL, EFFECT_DEGRADED, PHASE_OPEN,
		ONLINE_WORKS},
	    {"2026-03-29T044100Z", FMK, ALL, EFFECT_OUTAGE, PHASE_RESOLVED,
		ONLINE_WORKS},
	    {"2026-03-29T051600Z", NAS, ALL, EFFECT_DEGRADED, PHASE_OPEN,
		ONLINE_UNKNOWN},
	    {"2026-03-29T060300Z", NAS, ALL, EFFECT_DEGRADED, PHASE_RESOLVED,
		ONLINE_UNKNOWN},
	    {"2026-03-31T080100Z", FMK, ALL, EFFECT_OUTAGE, PHASE_RESOLVED,
		ONLINE_WORKS},
	    {"2026-03-31T080100Z", TEST1, VERDICT_IGNORE, EFFECT_NONE,
		PHASE_OPEN, ONLINE_UNKNOWN},
	};
	struct filter *f = built_in();

	(void)state;
	for (size_t i = 0; i < LENGTH(want); i++)
		check_seen(f, &want[i]);
	filter_close(f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_shared),
	    cmocka_unit_test(test_own),
	    cmocka_unit_test(test_blind),
	    cmocka_unit_test(test_voices),
	    cmocka_unit_test(test_tails),
	    cmocka_unit_test(test_bad_lines),
	    cmocka_unit_test(test_sequence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
