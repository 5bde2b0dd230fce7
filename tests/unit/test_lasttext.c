/* Unit tests of lasttext.c and fault.c: what the last resort says. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/sms.h"
#include "lasttext.h"

#define BEGAN INT64_C(1796043900) /* 30 November 2026, 14.05 in Denmark */

static struct last_facts
facts(enum last_tell tell)
{
	return (struct last_facts){.tell = tell,
	    .kind = FAULT_FULL,
	    .why = "database: database or disk is full",
	    .machine = "vagt01",
	    .open = 2,
	    .since = BEGAN,
	    .now = BEGAN + 60};
}

static void
check_sms(const struct last_facts *f, const char *text)
{
	char *s = last_sms(f);

	assert_string_equal(s, text);
	free(s);
}

static void
test_sms(void **state)
{
	struct last_facts f = facts(LAST_FAULT);

	(void)state;
	check_sms(&f, "alertd virker ikke: disken er fuld. Siden kl. 14.05 får "
		      "ingen besked om FMK. Åbne sager: 2. Gør plads på "
		      "disken.");
	f = facts(LAST_STILL);
	f.open = -1;
	f.now += 86400;
	check_sms(&f, "alertd virker stadig ikke: disken er fuld. Siden 30/11 "
		      "kl. 14.05 får ingen besked om FMK. Gør plads på "
		      "disken.");
	f = facts(LAST_DOWN);
	f.feed = "nspop";
	check_sms(&f, "FMK er meldt nede, og alertd kan ikke sende: ring selv "
		      "rundt. Siden kl. 14.05: disken er fuld. Gør plads på "
		      "disken.");
	f = facts(LAST_FAULT);
	f.kind = FAULT_BUSY;
	check_sms(&f, "alertd virker ikke: et andet program låser databasen. "
		      "Siden kl. 14.05 får ingen besked om FMK. Åbne sager: 2. "
		      "Stop det program.");
	f.holder = "4711 (sqlite3)";
	check_sms(&f, "alertd virker ikke: proces 4711 (sqlite3) låser "
		      "databasen. Siden kl. 14.05 får ingen besked om FMK. "
		      "Åbne sager: 2. Stop processen.");
	f = facts(LAST_WELL);
	check_sms(&f, "alertd virker igen. Fejlen begyndte kl. 14.05: disken "
		      "er fuld.");
}

/* One segment, whatever is wrong, with the longest of the times. */
static void
test_one_segment(void **state)
{
	(void)state;
	for (int t = LAST_FAULT; t <= LAST_WELL; t++)
		for (int k = 0; k < FAULT_KINDS; k++)
			for (int feed = 0; feed < 2; feed++) {
				struct last_facts f = facts((enum last_tell)t);
				struct sms_size size;
				char *s;

				f.kind = (enum fault_kind)k;
				f.holder = "4194304 (fifteen-letters)";
				f.feed = feed == 0 ? NULL : "nspop";
				f.now += 86400;
				f.open = 12;
				s = last_sms(&f);
				size = sms_measure(s);
				assert_false(size.ucs2);
				assert_int_equal(size.segments, 1);
				/* Nothing had to be cut. */
				assert_int_equal(s[strlen(s) - 1],
				    k == FAULT_MISSING && t != LAST_WELL ? '?'
									 : '.');
				free(s);
			}
}

static void
has(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("\"%s\" is not in: %s", part, text);
}

static void
test_mail(void **state)
{
	struct last_facts f = facts(LAST_FAULT);
	char *s = last_mail(&f);

	(void)state;
	has(s, "alertd virker ikke: disken er fuld\n");
	has(s, "alertd på vagt01 kan ikke passe sit arbejde: disken er fuld.");
	has(s, "Det begyndte kl. 14.05.");
	has(s, "Vagten bliver ikke kaldt op.");
	has(s, "2 sager er åbne.");
	has(s, "Gør plads på disken.");
	has(s, "Fejlen i loggen: database: database or disk is full");
	has(s, "hver 4. time");
	has(s, "ring til dem, der passer den.");
	assert_null(strstr(s, "meldt nede"));
	free(s);
	f.feed = "nspop";
	f.open = 1;
	s = last_mail(&f);
	has(s, "FMK er meldt nede, og alertd kan ikke sende: disken er fuld\n");
	has(s, "FMK er meldt nede (kilde: nspop)");
	has(s, "1 sag er åben.");
	free(s);
	f = facts(LAST_FAULT);
	f.kind = FAULT_DAMAGED;
	s = last_mail(&f);
	has(s, "1. sudo systemctl stop alertd\n");
	has(s, "2. sudo -u alertd alertctl restore FIL\n");
	has(s, "3. sudo systemctl start alertd\n");
	free(s);
	f.kind = FAULT_BUSY;
	s = last_mail(&f);
	has(s, "fuser -v");
	free(s);
	f.holder = "4711 (sqlite3)";
	s = last_mail(&f);
	has(s, "Gør sådan: Stop proces 4711 (sqlite3). Det er den, der låser.");
	assert_null(strstr(s, "fuser -v"));
	free(s);
	/* Of another fault it is not the cause. */
	f.kind = FAULT_FULL;
	s = last_mail(&f);
	assert_null(strstr(s, "4711"));
	free(s);
	f = facts(LAST_WELL);
	s = last_mail(&f);
	has(s, "alertd virker igen\n");
	has(s, "Fejlen begyndte kl. 14.05: disken er fuld.");
	free(s);
}

static void
test_kinds(void **state)
{
	static const struct {
		int errnum;
		enum fault_kind kind;
	} cases[] = {
	    {ENOSPC, FAULT_FULL},
	    {EDQUOT, FAULT_FULL},
	    {EIO, FAULT_IO},
	    {EROFS, FAULT_READONLY},
	    {EACCES, FAULT_READONLY},
	    {ENOMEM, FAULT_MEMORY},
	    {EMFILE, FAULT_FILES},
	    {ENFILE, FAULT_FILES},
	    {ENOENT, FAULT_MISSING},
	    {EINVAL, FAULT_OTHER},
	};
	struct err e;

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		assert_int_equal(fault_errno(&e, "x", cases[i].errnum), -1);
		assert_int_equal(fault_take(), cases[i].kind);
		assert_int_equal(fault_take(), FAULT_OTHER);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_sms),
	    cmocka_unit_test(test_one_segment),
	    cmocka_unit_test(test_mail),
	    cmocka_unit_test(test_kinds),
	};

	if (zone_set("Europe/Copenhagen", NULL) == -1)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
