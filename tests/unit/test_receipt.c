/* Unit tests of notice/: the texts that ask for a receipt. */
#include <unistd.h>

#include "base/attr.h"
#include "base/personal.h"
#include "base/sms.h"
#include "notice/lix.h"
#include "says.h"

#define LINK "https://alertd.example.dk/kvittering/0123456789012345678901"

/* The mail with the link is the mail without, and one paragraph. */
static void
test_link(void **state)
{
	static const enum notice_type types[] = {
	    NOTICE_FIRST, NOTICE_UPDATE, NOTICE_REPEAT, NOTICE_RESOLVED};

	(void)state;
	for (size_t k = 0; k < 2 * LENGTH(types); k++) {
		struct incident i = sample("FMK", EFFECT_OUTAGE);
		struct notice_facts f = facts(&i, types[k / 2], 2);
		struct notice_texts x, plain;
		const char *at;
		char *less;

		f.conf = k % 2 == 0 ? &conf : &conf_en;
		plain = texts(&f);
		must_not(plain.text, "vitter");
		f.receipt = LINK;
		x = texts(&f);
		at = strstr(x.text, k % 2 == 0 ? "Har I fået beskeden?\n"
					       : "Did you get this notice?\n");
		assert_non_null(at);
		must(at, "\n" LINK "\n\n");
		less = xasprintf("%.*s%s", (int)(at - x.text), x.text,
		    strstr(at, "\n\n") + 2);
		assert_string_equal(less, plain.text);
		assert_string_equal(x.subject, plain.subject);
		assert_string_equal(x.sms, plain.sms);
		must(x.html, "<a href=\"" LINK "\">" LINK "</a>");
		if (lix(x.text) > 40)
			fail_msg("LIX %.1f:\n%s", lix(x.text), x.text);
		free(less);
		notice_texts_clear(&x);
		notice_texts_clear(&plain);
		incident_clear(&i);
	}
}

static void
test_again(void **state)
{
	struct incident i = sample("NAS", EFFECT_DEGRADED);
	struct notice_facts f = facts(&i, NOTICE_RECEIPT, 3);
	struct notice_texts x;

	(void)state;
	f.receipt = LINK;
	says(&f,
	    LIST("jeres kvittering for besked nr. 3 om NAS.\n",
		"Vi sendte den kl. 01.13.", "Sagen er FMK-2026-0007.",
		"\n" LINK "\n", contact),
	    LIST("besked nr. 3 om NAS, sendt kl. 01.13.",
		"Sag FMK-2026-0007, kl. 04.13."),
	    LIST("ØVELSE", "Næste", "{{"));
	x = texts(&f);
	must_not(x.sms, "http");
	must_not(x.sms, "  ");
	assert_int_equal(sms_measure(x.sms).segments, 2);
	assert_false(sms_measure(x.sms).ucs2);
	must(x.html, "<a href=\"" LINK "\">");
	must(x.html, x.subject);
	if (lix(x.text) > 40 || lix(x.sms) > 40)
		fail_msg(
		    "LIX %.1f, %.1f:\n%s", lix(x.text), lix(x.sms), x.text);
	notice_texts_clear(&x);
	f.conf = &conf_en;
	says(&f, LIST("your receipt for notice no. 3 about NAS.\n", LINK),
	    LIST("no. 3 about NAS, sent 01:13.", "FMK-2026-0007, 04:13."),
	    LIST("kl.", "Sag"));
	incident_clear(&i);
}

static void
test_exercise(void **state)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_RECEIPT, 3);

	(void)state;
	i.kind = KIND_EXERCISE;
	f.receipt = LINK;
	for (int k = 0; k < 2; k++) {
		struct notice_texts x = texts(&f);

		check_marks(&x);
		notice_texts_clear(&x);
		f.conf = &conf_en;
	}
	incident_clear(&i);
}

/* Without a template the link is there all the same. */
static void
test_built_in(void **state)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_RECEIPT, 3);
	char folder[] = "/tmp/test_receipt.XXXXXX";
	struct diags problems = {0};
	struct templates *t;
	struct notice_texts x;
	struct err e;
	char *path;

	(void)state;
	assert_non_null(mkdtemp(folder));
	path = xasprintf("%s/receipt.mail.txt", folder);
	assert_int_equal(file_write(path, "{{#a}}", 6, 0600, &e), 0);
	t = templates_open(folder, "da", &problems);
	f.receipt = LINK;
	assert_int_equal(notice_render(t, &f, &x, &e), -1);
	must(x.text, "Kvittér for modtagelse: " LINK "\n");
	must(x.text, "Besked nr. 3, sag FMK-2026-0007");
	must(x.sms, "Vi har ikke set jeres kvittering for beskeden.");
	must_not(x.sms, "http");
	notice_texts_clear(&x);
	/* A notice that asks for none has no such line. */
	f.type = NOTICE_FIRST;
	f.receipt = NULL;
	notice_render(t, &f, &x, &e);
	must_not(x.text, "vitt");
	notice_texts_clear(&x);
	templates_close(t);
	diags_clear(&problems);
	unlink(path);
	rmdir(folder);
	free(path);
	incident_clear(&i);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_link),
	    cmocka_unit_test(test_again),
	    cmocka_unit_test(test_exercise),
	    cmocka_unit_test(test_built_in),
	};

	return cmocka_run_group_tests_name("receipt", tests, setup, teardown);
}
