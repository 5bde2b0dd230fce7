/*
 * Tests of the core: no patient's number gets into the database or out of the
 * house, whoever writes it.
 */
#include <stdio.h>
#include <unistd.h>

#include "core_house.h"

#include "base/attr.h"
#include "base/cpr.h"
#include "base/file.h"
#include "core/parts.h"
#include "store/reports.h"

#define CPR "010203-1234"

static char path[] = "/tmp/test_patient.XXXXXX";

/* The house over a database that can be looked into. */
static int
build_file(void **state)
{
	struct house *h;
	struct contact c = {
	    .org = (char[]){"0101"},
	    .name = (char[]){"Vagt"},
	    .email = (char[]){"fmk@example.dk"},
	    .phone = (char[]){"+4500000001"},
	    .enabled = true,
	};
	struct err e = {""};
	int fd;

	if (build(state) == -1)
		return -1;
	h = *state;
	strcpy(path + strlen(path) - 6, "XXXXXX");
	fd = mkstemp(path);
	assert_true(fd != -1);
	close(fd);
	store_close(h->store);
	h->store = store_open(path, true, &e);
	if (h->store == NULL)
		fail_msg("%s", e.msg);
	must(store_seed(h->store, &e), &e);
	must(store_contact_put(h->store, &c, &e), &e);
	h->core.store = h->store;
	return 0;
}

static int
raze_file(void **state)
{
	int r = raze(state);

	unlink(path);
	return r;
}

#define FILE_TEST(f) cmocka_unit_test_setup_teardown(f, build_file, raze_file)

/* Whether the bytes are anywhere in the file, with what is in no row, too. */
static bool
holds(struct house *h, const char *bytes)
{
	struct err e = {""};
	char *all;
	size_t n;
	bool found;

	store_close(h->store);
	must(file_read(path, 64 << 20, &all, &n, &e), &e);
	found = memmem(all, n, bytes, strlen(bytes)) != NULL;
	free(all);
	h->store = h->core.store = store_open(path, false, &e);
	if (h->store == NULL)
		fail_msg("%s", e.msg);
	return found;
}

static const struct told told = {"nspop", "i1",
    "FMK er utilgængeligt i produktion for " CPR,
    "Opslag i FMK fejler for alle anvendere, også 0102031234.\n\nBorger " CPR
    " kan ikke slås op.",
    PHASE_OPEN, NOW};

static void
test_feed(void **state)
{
	struct house *h = *state;
	struct stored_report r;
	struct err e = {""};

	warm(h, "nspop");
	feed_says(h, "nspop", &told, 1);
	/* The notice goes out; the on-call is paged, and told of the number. */
	expect(h, "first", 2);
	assert_int_equal(store_report_find(h->store, "nspop", "i1", &r, &e), 1);
	assert_string_equal(r.report.title,
	    "FMK er utilgængeligt i produktion for ******-****");
	assert_string_equal(r.report.text,
	    "Opslag i FMK fejler for alle anvendere, også "
	    "******-****.\n\nBorger "
	    "******-**** kan ikke slås op.");
	assert_int_equal(r.report.newest, strlen(r.report.text));
	stored_report_clear(&r);
	/* It is the same the next time, and told once. */
	h->now += 60;
	feed_says(h, "nspop", &told, 1);
	expect(h, "first", 2);
	assert_true(holds(h, "******-****"));
	assert_false(holds(h, CPR));
	assert_false(holds(h, "0102031234"));
}

/* The mask says nothing to the rules: judged as without it. */
static void
test_neutral(void **state)
{
	struct house *h = *state;
	static const char *const texts[] = {
	    CPR_MASK, "Fejl. " CPR_MASK, "Opslag på " CPR_MASK "."};

	for (size_t i = 0; i < LENGTH(texts); i++) {
		struct finding f;
		struct report r;
		struct err e;

		report_init(&r);
		xreplace(&r.title, "Drift");
		xreplace(&r.text, texts[i]);
		must(filter_judge(h->core.filter, &r, &f, &e), &e);
		assert_int_equal(f.verdict, VERDICT_IGNORE);
		assert_int_equal(f.effect, EFFECT_NONE);
		finding_clear(&f);
		report_clear(&r);
	}
}

/* What the newest update is stays what it is. */
static void
test_newest(void **state)
{
	char title[] = "t", text[] = "Ny " CPR ".\n\nGammel " CPR ".";
	struct report r, clean;

	(void)state;
	report_init(&r);
	xreplace(&r.title, title);
	xreplace(&r.text, text);
	r.newest = strlen("Ny " CPR ".");
	assert_int_equal(core_mask_report(&r, &clean), 2);
	assert_string_equal(
	    clean.text, "Ny ******-****.\n\nGammel ******-****.");
	assert_int_equal(clean.newest, strlen("Ny ******-****."));
	core_masked_clear(&clean);
	report_clear(&r);
}

static void
refused(int r, const struct err *e, const char *what)
{
	assert_int_equal(r, -1);
	if (strstr(e->msg, what) == NULL)
		fail_msg("%s", e->msg);
}

static void
test_operator(void **state)
{
	struct house *h = *state;
	struct statement fine = {.effect = EFFECT_OUTAGE,
	    .title = "FMK er nede",
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE};
	struct statement title = fine, text = fine;
	struct err e = {""};
	int64_t id = 0;

	title.title = "FMK er nede for " CPR;
	text.text = "Det gælder 010203 1234.";
	refused(core_send(&h->core, &title, h->now, &id, &e), &e,
	    "the title has what looks like a patient's number");
	refused(core_send(&h->core, &text, h->now, &id, &e), &e,
	    "the text has what looks like a patient's number");
	expect(h, "", 0);
	must(core_send(&h->core, &fine, h->now, &id, &e), &e);
	refused(core_update(&h->core, id, &title, h->now, &e), &e, "the title");
	refused(core_update(&h->core, id, &text, h->now, &e), &e, "the text");
	refused(core_resolve(&h->core, id, &text, h->now, &e), &e, "the text");
	refused(core_retract(&h->core, id, &text, h->now, &e), &e, "the text");
	expect(h, "first", 0);
	must(core_resolve(&h->core, id, NULL, h->now + 60, &e), &e);
	expect(h, "first resolved", 0);
	assert_false(holds(h, "010203"));
}

/* An end that is not believed is read anew each time, and not told so often. */
static void
test_torn(void **state)
{
	static const struct told again = {"nspop", "i9", "FMK virker igen",
	    "Det gjaldt " CPR ". Driften er normal.", PHASE_RESOLVED, 0};
	struct house *h = *state;

	warm(h, "nspop");
	for (int i = 0; i < 3; i++) {
		feed_lists(
		    h, "nspop", &again, 1, (struct reports){.torn = true});
		h->now += 60;
	}
	expect(h, "", 0);
	feed_says(h, "nspop", &again, 1);
	expect(h, "", 1);
}

/* An event that holds one through all its revisions is told of once. */
static void
test_revisions(void **state)
{
	struct house *h = *state;
	struct told next = told;

	warm(h, "nspop");
	feed_says(h, "nspop", &told, 1);
	expect(h, "first", 2);
	h->now += 60;
	next.text = "Der arbejdes på fejlen hos borger " CPR ".";
	feed_says(h, "nspop", &next, 1);
	h->now += 60;
	next.title = "FMK er utilgængeligt i produktion";
	next.text = "Der arbejdes fortsat på fejlen hos borger " CPR ".";
	feed_says(h, "nspop", &next, 1);
	h->now += 60;
	next.text = "Fejlen hos borger " CPR " er ikke rettet.";
	feed_says(h, "nspop", &next, 1);
	expect(h, "first", 2);
	/* It was taken out, and is there again. */
	h->now += 60;
	next.text = "Der arbejdes på fejlen.";
	feed_says(h, "nspop", &next, 1);
	expect(h, "first", 2);
	h->now += 2 * 86400;
	next.text = "Der arbejdes på fejlen. " CPR;
	feed_says(h, "nspop", &next, 1);
	expect(h, "first repeat", 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    FILE_TEST(test_feed),
	    cmocka_unit_test(test_newest),
	    CORE_TEST(test_neutral),
	    FILE_TEST(test_operator),
	    CORE_TEST(test_torn),
	    CORE_TEST(test_revisions),
	};

	return cmocka_run_group_tests_name("patient", tests, NULL, NULL);
}
