/* Unit tests of filter/: clauses, updates and names in a report. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "filter/filter.h"
#include "vocabulary_house.h"

/* --- clauses and updates -------------------------------------------------- */

static const struct {
	enum rule_words list;
	const char *word;
} reading[] = {
    {WORDS_SHORTENED, "kl"},
    {WORDS_BREAKS, "men"},
    {WORDS_COMMA_BREAKS, "mens"},
    {WORDS_UNAFFECTED, "uberørt"},
    {WORDS_HIT, "ramt"},
    {WORDS_UPDATE, "opdatering"},
    {WORDS_UPDATE, "ny status"},
    {WORDS_OLDER, "oprindelig besked"},
    {WORDS_STATUS_OPEN, "investigating"},
    {WORDS_STATUS_OPEN, "monitoring"},
    {WORDS_STATUS_OVER, "resolved"},
};

/* The clauses of the newest update (or all) with "|" between; free() it. */
static char *
read_report(const char *title, const char *text, bool older)
{
	struct words w = {.v = vocabulary_new(WORDS_COUNT)};
	struct strv out = {0};
	struct report r;
	struct doc d;
	char *joined;

	for (size_t i = 0; i < LENGTH(reading); i++)
		words_add(&w, reading[i].list, false, reading[i].word);
	report_init(&r);
	xreplace(&r.title, title);
	xreplace(&r.text, text);
	r.newest = strlen(text);
	vocabulary_ready(w.v);
	doc_init(&d, &r, w.v);
	for (size_t i = 0; i < d.n; i++)
		if (d.v[i].part == (older ? PART_OLDER : PART_NEWEST))
			strv_take(
			    &out, xasprintf("%.*s%s%s", (int)d.v[i].text.n,
				      d.v[i].text.s, d.v[i].question ? "?" : "",
				      d.v[i].quoted ? "\"" : ""));
	joined = strv_join(&out, "|");
	strv_clear(&out);
	doc_clear(&d);
	report_clear(&r);
	words_clear(&w);
	return joined;
}

static void
check_reading(const char *text, const char *newest, const char *older)
{
	char *got = read_report("fmk", text, false);
	char *rest = read_report("fmk", text, true);

	if (strcmp(got, newest) != 0 || strcmp(rest, older) != 0)
		fail_msg("%s: newest: %s; older: %s", text, got, rest);
	free(got);
	free(rest);
}

static void
test_clauses(void **state)
{
	(void)state;
	check_reading("FMK er nede. STS kører!", "fmk er nede|sts kører", "");
	check_reading("Er FMK nede? Ja.", "er fmk nede?|ja", "");
	check_reading(
	    "FMK er nede, men STS kører", "fmk er nede, |men sts kører", "");
	check_reading("FMK er nede, mens STS kører; det ses",
	    "fmk er nede, |mens sts kører| det ses", "");
	check_reading("FMK kører mens du ser", "fmk kører mens du ser", "");
	check_reading(
	    "STS fejler (FMK er uberørt)", "sts fejler |fmk er uberørt)", "");
	check_reading("STS (en service) fejler", "sts (en service) fejler", "");
	check_reading("Han sagde \"FMK er nede\" igen",
	    "han sagde |fmk er nede\"| igen", "");
	check_reading(
	    "Se \"a b\" og \"c d\" nu", "se |a b\"| og |c d\"| nu", "");
	check_reading(
	    "Kl. 14.05 er \"FMK\" nede", "kl. 14.05 er \"fmk\" nede", "");
}

/* No piece of a text stands in two clauses, even if no blank parts words. */
static void
test_long_clauses(void **state)
{
	char *text = many("fmk/", 9000, "");
	char *got = read_report("fmk", text, false);

	(void)state;
	assert_in_range(strlen(got), 8900, 9000 + 10);
	assert_non_null(strchr(got, '|'));
	free(got);
	free(text);
}

static void
test_newest(void **state)
{
	(void)state;
	/* A feed's own form: the newest first, each with its date. */
	check_reading("Oct 6, 13:37 CEST\nResolved - Alt virker.\n\n"
		      "Oct 6, 12:00 CEST\nInvestigating - FMK er nede.",
	    "oct 6, 13:37 cest|resolved - alt virker",
	    "oct 6, 12:00 cest|investigating - fmk er nede");
	check_reading("Resolved - Alt virker.\nInvestigating - FMK er nede.",
	    "resolved - alt virker", "investigating - fmk er nede");
	/* Above what was there, with and without a time. */
	check_reading("OPDATERING kl. 14.05: FMK virker.\n\nFMK er nede.",
	    "opdatering kl. 14.05: fmk virker", "fmk er nede");
	check_reading("OPDATERING:\n\nFMK virker.\n\nFMK er nede.",
	    "opdatering:|fmk virker", "fmk er nede");
	/* Below it. */
	check_reading("FMK er nede.\n\nOpdatering kl. 14.05: FMK virker.",
	    "opdatering kl. 14.05: fmk virker", "fmk er nede");
	check_reading("FMK er nede.\n\nOpdatering: FMK halter.\n\n"
		      "Ny status: FMK virker.",
	    "ny status: fmk virker", "fmk er nede|opdatering: fmk halter");
	check_reading("Opdatering kl. 15: FMK kører.\nOpdatering kl. 14: FMK "
		      "halter.\nFMK er nede.",
	    "opdatering kl. 15: fmk kører",
	    "opdatering kl. 14: fmk halter|fmk er nede");
	check_reading("FMK er nede.\nOpdatering kl. 14: FMK halter.\n"
		      "Opdatering kl. 15: FMK kører.",
	    "opdatering kl. 15: fmk kører",
	    "fmk er nede|opdatering kl. 14: fmk halter");
	/* The times tell who is newest. */
	check_reading("Kl. 12.00: FMK er nede.\nKl. 14.05: FMK virker.",
	    "kl. 14.05: fmk virker", "kl. 12.00: fmk er nede");
	check_reading("Kl. 14.05: FMK virker.\nKl. 12.00: FMK er nede.",
	    "kl. 14.05: fmk virker", "kl. 12.00: fmk er nede");
	/* What is quoted is older. */
	check_reading("FMK virker.\n\nOprindelig besked:\nFMK er nede.",
	    "fmk virker", "oprindelig besked:|fmk er nede");
	check_reading(
	    "FMK virker.\n-----\nFMK er nede.", "fmk virker", "fmk er nede");
	/* A word of an update in a sentence heads none. */
	check_reading("FMK er nede.\nEn opdatering kommer kl. 15.",
	    "fmk er nede|en opdatering kommer kl. 15", "");
}

/* --- names ---------------------------------------------------------------- */

static const char rules_head[] =
    "components:\n"
    "- {id: FMK, verdict: broadcast, effect: outage,\n"
    "   aliases: [medicinkort*]}\n"
    "- {id: FMK-online, verdict: broadcast, effect: degraded}\n"
    "- {id: App, verdict: ignore, effect: none,\n"
    "   aliases: ['medicinkort* ... på sundhed.dk']}\n"
    "- {id: STS, verdict: broadcast, effect: outage,\n"
    "   aliases: [security token service], unless: [sommer*]}\n"
    "itself: FMK\n"
    "online: FMK-online\n"
    "words:\n";

static struct filter *
small_rules(void)
{
	struct diags d = {0};
	struct filter *f = NULL;
	struct rules_conf *r;
	struct buf b;

	buf_init(&b, 65536);
	buf_adds(&b, rules_head);
	for (enum rule_words w = 0; w < WORDS_COUNT; w++)
		buf_addf(&b, " %s: []\n", rules_words_name(w));
	r = rules_parse("r", buf_str(&b), b.len, &d);
	if (r != NULL)
		f = filter_open(r, &d);
	diags_print(&d, stderr);
	diags_clear(&d);
	buf_clear(&b);
	assert_non_null(f);
	return f;
}

/* The ids of the components that the text names, with blanks between. */
static char *
names_in(const struct filter *f, const char *text)
{
	struct judgement j;
	struct strv out = {0};
	struct report r;
	struct span at;
	char *joined;

	report_init(&r);
	xreplace(&r.text, text);
	r.newest = strlen(text);
	judge_open(&j, f, &r);
	for (size_t i = 0; i < f->n; i++)
		if (judge_names(&j, i,
			(struct span){j.doc.text, strlen(j.doc.text)}, &at))
			strv_add(&out, f->c[i].id);
	joined = strv_join(&out, " ");
	strv_clear(&out);
	judge_close(&j);
	report_clear(&r);
	return joined;
}

static void
test_names(void **state)
{
	static const struct {
		const char *text, *names;
	} all[] = {
	    {"FMK er nede", "FMK"},
	    {"FMK-online er nede", "FMK-online"},
	    {"FMK-online og FMK er nede", "FMK FMK-online"},
	    {"fmk\xe2\x80\x91"
	     "Online",
		"FMK-online"},
	    {"Medicinkortet vises ikke på sundhed.dk", "App"},
	    {"Medicinkortet på sundhed.dk og FMK", "FMK App"},
	    {"Medicinkortet fra FMK på sundhed.dk", "App"},
	    {"STS fejler", "STS"},
	    {"STS fejler til sommerfesten", ""},
	    /* What it stands for here is written beside it. */
	    {"STS (speciallægeuddannelsens teoretiske skole)", ""},
	    {"Speciallægeuddannelsens teoretiske skole (STS)", ""},
	    {"STS (security token service)", "STS"},
	    {"Security Token Service (STS) fejler", "STS"},
	    {"STS (hele systemet) fejler", "STS"},
	    {"FMK (fælles medicinkort)", "FMK"},
	};
	struct filter *f = small_rules();

	(void)state;
	for (size_t i = 0; i < LENGTH(all); i++) {
		char *got = names_in(f, all[i].text);

		if (strcmp(got, all[i].names) != 0)
			print_message("%s: ", all[i].text);
		assert_string_equal(got, all[i].names);
		free(got);
	}
	filter_close(f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_clauses),
	    cmocka_unit_test(test_long_clauses),
	    cmocka_unit_test(test_newest),
	    cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests_name("filter_doc", tests, NULL, NULL);
}
