/* Unit tests of feed/mailthread.c: mails into events. */
#include "mails.h"

#include "base/file.h"
#include "feed/mailthread.h"
#include "feed/parse.h"

#define MOST 8
#define DATA "tests/data/feeds/maildir/"

static struct mail mails[MOST];
static size_t n_mails;
static struct reports list;

/* A mail of the hour-th hour of March 2026, in UTC. */
static void
add(const char *header, int hour, const char *text)
{
	char *s = xasprintf("From: drift@example.dk\n"
			    "Date: %d Mar 2026 %02d:00:00 GMT\n%s\n\n%s\n",
	    1 + hour / 24, hour % 24, header, text);

	assert_true(n_mails < MOST);
	mail_of(s, strlen(s), &mails[n_mails++]);
	free(s);
}

/* The reports of the mails, in the order of the digits. */
static void
threads(const char *order, int64_t since)
{
	const struct mail *in[MOST];
	size_t n = strlen(order);

	reports_clear(&list);
	for (size_t i = 0; i < n; i++)
		in[i] = &mails[order[i] - '0'];
	mailthread_reports("f", in, n, since, &list);
	for (size_t i = 0; i < list.n; i++)
		assert_true(list.v[i].newest <= strlen(list.v[i].text));
}

static int
tear_down(void **state)
{
	(void)state;
	while (n_mails > 0)
		mail_clear(&mails[--n_mails]);
	reports_clear(&list);
	return 0;
}

static void
check(size_t i, const char *id, const char *text, size_t newest)
{
	assert_true(i < list.n);
	assert_string_equal(list.v[i].id, id);
	assert_string_equal(list.v[i].text, text);
	assert_int_equal(list.v[i].newest, newest);
}

static void
test_references(void **state)
{
	static const char *const orders[] = {"012", "210", "120", "102"};
	char *revision = NULL;

	(void)state;
	add("Message-ID: <a@x>\nSubject: FMK", 1, "fejl");
	add("Message-ID: <b@x>\nIn-Reply-To: <a@x>\nSubject: SV: FMK", 2,
	    "stadig nede\n\n> fejl");
	add("Message-ID: <c@x>\nReferences: <a@x> <b@x>\n"
	    "Subject: SV: FMK oppe",
	    3, "oppe\n\n> stadig\n> nede\n>> fejl");
	for (size_t i = 0; i < LENGTH(orders); i++) {
		threads(orders[i], INT64_MIN);
		assert_int_equal(list.n, 1);
		check(0, "a@x", "oppe\n\nstadig nede\n\nfejl", strlen("oppe"));
		assert_string_equal(list.v[0].title, "FMK oppe");
		assert_string_equal(list.v[0].feed, "f");
		assert_int_equal(list.v[0].updated - list.v[0].published, 7200);
		assert_int_equal(list.v[0].phase, PHASE_UNKNOWN);
		if (i > 0)
			assert_string_equal(list.v[0].revision, revision);
		xreplace(&revision, list.v[0].revision);
	}
	/* Each mail changes the revision, none the identity. */
	threads("01", INT64_MIN);
	assert_string_not_equal(list.v[0].revision, revision);
	check(0, "a@x", "stadig nede\n\nfejl", strlen("stadig nede"));
	/* Also where the mail that began it is not here. */
	threads("2", INT64_MIN);
	assert_string_equal(list.v[0].id, "a@x");
	threads("12", INT64_MIN);
	check(0, "a@x", "oppe\n\nstadig nede\n\nfejl", strlen("oppe"));
	free(revision);
}

static void
test_subjects(void **state)
{
	(void)state;
	add("Message-ID: <a@x>\nSubject: FMK er nede", 0, "1");
	add("Message-ID: <b@x>\nSubject: SV: [NSP] fmk er nede", 24, "2");
	add("Message-ID: <c@x>\nSubject: FMK er nede", 7 * 24, "3");
	/* The days are counted from the first. */
	add("Message-ID: <d@x>\nSubject: FMK er nede", 7 * 24 + 1, "4");
	add("Message-ID: <e@x>\nSubject: FMK er oppe", 1, "5");
	add("Message-ID: <f@x>\nSubject: ", 1, "6");
	add("Message-ID: <g@x>\nSubject: Re:", 2, "7");
	threads("3210", INT64_MIN);
	assert_int_equal(list.n, 2);
	check(0, "d@x", "4", 1);
	check(1, "a@x", "3\n\n2\n\n1", 1);
	threads("0456", INT64_MIN);
	assert_int_equal(list.n, 4);
	/* Another domain's mails are not of the thread. */
	xreplace(&mails[1].from, "x@example.org");
	threads("01", INT64_MIN);
	assert_int_equal(list.n, 2);
	xreplace(&mails[1].from, "other@example.dk");
	threads("01", INT64_MIN);
	assert_int_equal(list.n, 1);
}

static void
test_title_and_empty(void **state)
{
	(void)state;
	add("Message-ID: <a@x>", 0, "FMK er nede.\nMere.");
	threads("0", INT64_MIN);
	assert_string_equal(list.v[0].title, "FMK er nede. Mere.");
	/* An answer that says nothing of its own. */
	add("Message-ID: <b@x>\nIn-Reply-To: <a@x>", 1,
	    "> FMK er nede.\n> Mere.\n\n> Ukendt.");
	threads("01", INT64_MIN);
	check(0, "a@x", "FMK er nede.\nMere.\n\nUkendt.", 18);
	threads("1", INT64_MIN);
	check(0, "a@x", "FMK er nede.\nMere.\n\nUkendt.", 27);
}

static void
test_copies(void **state)
{
	(void)state;
	add("Message-ID: <a@x>\nSubject: x", 0, "nede");
	add("Message-ID: <a@x>\nSubject: x", 1, "nede");
	add("Message-ID: <a@x>\nSubject: x", 2, "oppe");
	threads("01", INT64_MIN);
	check(0, "a@x", "nede", 4);
	threads("012", INT64_MIN);
	assert_int_equal(list.n, 1);
	check(0, "a@x", "oppe\n\nnede", 4);
}

static void
test_since(void **state)
{
	(void)state;
	add("Message-ID: <a@x>", 0, "1");
	add("Message-ID: <b@x>\nReferences: <a@x>", 2, "2");
	add("Message-ID: <c@x>", 1, "3");
	threads("012", utc_from_civil(2026, 3, 1, 2, 0, 0));
	assert_int_equal(list.n, 1);
	check(0, "a@x", "2\n\n1", 1);
	threads("012", utc_from_civil(2026, 3, 1, 2, 0, 1));
	assert_int_equal(list.n, 0);
	threads("", INT64_MIN);
	assert_int_equal(list.n, 0);
}

static void
test_status(void **state)
{
	(void)state;
	add("Message-ID: <a@x>", 0, "Investigating - FMK fejler.");
	add("Message-ID: <b@x>\nReferences: <a@x>", 1, "Resolved - Slut.");
	add("Message-ID: <c@x>\nReferences: <a@x>", 2, "Update - Mere.");
	add("Message-ID: <d@x>\nReferences: <a@x>", 3, "Igen nede.");
	threads("0", INT64_MIN);
	assert_int_equal(list.v[0].phase, PHASE_OPEN);
	assert_string_equal(list.v[0].status, "investigating");
	threads("01", INT64_MIN);
	assert_int_equal(list.v[0].phase, PHASE_RESOLVED);
	check(0, "a@x", "Slut.\n\nFMK fejler.", 5);
	/* An update carries no state of its own … */
	threads("012", INT64_MIN);
	assert_int_equal(list.v[0].phase, PHASE_RESOLVED);
	/* … and what a person writes is read as such. */
	threads("0123", INT64_MIN);
	assert_int_equal(list.v[0].phase, PHASE_UNKNOWN);
	assert_string_equal(list.v[0].status, "");
}

/* What was not read wholly is not over, whatever the rest says. */
static void
test_torn(void **state)
{
	(void)state;
	add("Message-ID: <a@x>", 0, "Resolved - Slut.");
	add("Message-ID: <b@x>\nReferences: <a@x>", 1, "Resolved - Slut nu.");
	mails[0].whole = false;
	threads("0", INT64_MIN);
	assert_int_equal(list.v[0].phase, PHASE_OPEN);
	assert_string_equal(list.v[0].status, "");
	threads("01", INT64_MIN);
	assert_int_equal(list.v[0].phase, PHASE_RESOLVED);
}

/* The recorded mails: each alone, as they came, and together. */
static void
test_recorded(void **state)
{
	static const char *const files[] = {"2026-03-28T211000Z.eml",
	    "2026-03-28T213500Z.eml", "2026-03-28T223000Z.eml"};
	static const char *const texts[] = {
	    "FMK er utilgængeligt i produktion – opslag fejler for alle "
	    "anvendere.\nVi undersøger fejlen og vender tilbage.",
	    "Årsagen er fundet. FMK er stadig utilgængeligt, og vi forventer "
	    "at kunne sige mere kl. 23.30. FMK-online kan heller ikke bruges.",
	    "Fejlen er rettet, og FMK kører igen. Driften er normal for alle "
	    "anvendere."};
	char *all = xstrdup(""), *data;
	struct err e;
	size_t len;

	(void)state;
	for (size_t i = 0; i < LENGTH(files); i++) {
		char *path = xasprintf(DATA "%s", files[i]), *next;
		struct reports one = {0};

		assert_int_equal(
		    file_read(path, LIMIT_FEED_BODY, &data, &len, &e), 0);
		mail_of(data, len, &mails[n_mails++]);
		assert_true(mails[i].whole);
		assert_int_equal(
		    feed_parse(FEED_MAILDIR, "f", data, len, 1, &one, &e), 0);
		assert_int_equal(one.n, 1);
		assert_false(one.complete);
		assert_string_equal(one.v[0].id, "20260328.1@example.dk");
		assert_int_equal(one.v[0].newest, strlen(texts[i]));
		assert_memory_equal(one.v[0].text, texts[i], strlen(texts[i]));
		reports_clear(&one);
		next = xasprintf(
		    "%s%s%s", texts[i], *all == '\0' ? "" : "\n\n", all);
		free(all);
		all = next;
		free(data);
		free(path);
	}
	threads("120", INT64_MIN);
	assert_int_equal(list.n, 1);
	check(0, "20260328.1@example.dk", all, strlen(texts[2]));
	assert_string_equal(
	    list.v[0].title, "FMK er utilgængeligt i produktion");
	free(all);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_teardown(test_references, tear_down),
	    cmocka_unit_test_teardown(test_subjects, tear_down),
	    cmocka_unit_test_teardown(test_title_and_empty, tear_down),
	    cmocka_unit_test_teardown(test_copies, tear_down),
	    cmocka_unit_test_teardown(test_since, tear_down),
	    cmocka_unit_test_teardown(test_status, tear_down),
	    cmocka_unit_test_teardown(test_torn, tear_down),
	    cmocka_unit_test_teardown(test_recorded, tear_down),
	};

	return cmocka_run_group_tests(tests, mails_strict, NULL);
}
