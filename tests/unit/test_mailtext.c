/* Unit tests of feed/mailtext.c: what is new in a mail, and what is quoted. */
#include "mails.h"

#include "feed/mailtext.h"

static void
test_split(void **state)
{
	static const struct {
		const char *text, *own, *quoted;
		bool forwarded, end_quoted;
	} cases[] = {
	    {"FMK er nede.\r\nVi ser på det.\r\n",
		"FMK er nede.\nVi ser på det.", "", false, false},
	    {"Ny tekst\n\n> gammel\n> mere\n>> ældre\n", "Ny tekst",
		"gammel\nmere\n\nældre", false, true},
	    /* answers between: what is not quoted is new */
	    {"> Er FMK oppe?\nJa.\n> Sikkert?\nHelt sikkert.\n",
		"Ja.\nHelt sikkert.", "Er FMK oppe?\n\nSikkert?", false, false},
	    {"Ny\n\nDen 28. mar. 2026 kl. 22.10 skrev Drift "
	     "<drift@example.dk>:\n\n> gammel\n\nDrift\n",
		"Ny\n\nDrift", "gammel", false, false},
	    {"Ny\n\nDen 28. mar. 2026 kl. 22.10 skrev Drift\n"
	     "<drift@example.dk>:\n\ngammel\n",
		"Ny", "gammel", false, true},
	    {"New\n\nOn Sat, Mar 28, 2026 at 22:10, Drift wrote:\n\nold\n",
		"New", "old", false, true},
	    {"Neu\n\nAm 28.03.2026 um 22:10 schrieb Drift:\nalt\n", "Neu",
		"alt", false, true},
	    {"Ny\n\n-----Original Message-----\nFrom: Drift\nSent: 28. marts\n"
	     "To: FMK\nSubject: FMK\n\nold\n",
		"Ny", "old", false, true},
	    {"Ny\n\n-----Oprindelig meddelelse-----\ngammel\n", "Ny", "gammel",
		false, true},
	    {"Ny\n________________________________\nFra: Drift\n"
	     "Sendt: 28. marts 2026 22:10\nTil: FMK\nCc: Vagt\nEmne: FMK\n\n"
	     "gammel\n",
		"Ny", "gammel", false, true},
	    {"Ny\n\n*Fra:* Drift\n*Sendt:* 28. marts\n*Til:* FMK\n*Emne:* "
	     "FMK\ngammel\n",
		"Ny", "gammel", false, true},
	    /* signatures */
	    {"Ny\n-- \nDrift\ntlf. 00 00 00 01\n", "Ny", "", false, false},
	    {"Ny\n-- \nDrift\n\nDen 28. mar. 2026 kl. 22.10 skrev Drift:\n"
	     "> gammel\n> -- \n> Vagt\n",
		"Ny", "gammel", false, true},
	    {"> gammel\n> -- \n> Vagt\nNy\n", "Ny", "gammel", false, false},
	    /* passed on */
	    {"Til orientering\n\nFra: Drift\nSendt: 28. marts\nTil: FMK\nEmne: "
	     "FMK\n\nFMK er nede.\n\nFra: Vagt\nSendt: 27. marts\nTil: Drift\n"
	     "\nældre\n",
		"Til orientering\n\nFMK er nede.", "ældre", true, true},
	    {"---------- Forwarded message ---------\nFra: Drift\nDate: 28. "
	     "marts\nSubject: FMK\nTo: FMK\n\nFMK er nede.\n",
		"FMK er nede.", "", false, false},
	    {"-------- Videresendt meddelelse --------\nEmne: FMK\nDato: "
	     "28. marts\nFra: Drift\n\nFMK er nede.\n",
		"FMK er nede.", "", false, false},
	    /* what only looks so */
	    {"Den 28. marts skrev vi:\nFMK er nede kl. 22.\n",
		"Den 28. marts skrev vi:\nFMK er nede kl. 22.", "", false,
		false},
	    {"Fra: mandag\nTil: tirsdag\n", "Fra: mandag\nTil: tirsdag", "",
		false, false},
	    {"Ny\n--\n", "Ny", "", false, false},
	    {"---\nNy\n", "---\nNy", "", false, false},
	    {"", "", "", false, false},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char *own, *quoted;
		bool end = mailtext_split(
		    cases[i].text, cases[i].forwarded, &own, &quoted);

		assert_string_equal(own, cases[i].own);
		assert_string_equal(quoted, cases[i].quoted);
		if (end != cases[i].end_quoted)
			fail_msg("case %zu", i);
		free(own);
		free(quoted);
	}
}

static void
test_unflow(void **state)
{
	static const struct {
		const char *text, *out;
		bool delsp;
	} cases[] = {
	    {"a \nb\nc\n", "a b\nc\n\n", false},
	    {"a \nb\n", "ab\n\n", true},
	    {"> a \n> b\nc\n", "> a b\nc\n\n", false},
	    {"> a \nb\n", "> a \nb\n\n", false},
	    {">> a \n> b\n", "> a \n> b\n\n", false},
	    {"a \n-- \nDrift\n", "a \n-- \nDrift\n\n", false},
	    {" >a\n From b\n", ">a\nFrom b\n\n", false},
	    {"", "\n", false},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char *s = mailtext_unflow(cases[i].text, cases[i].delsp);

		assert_string_equal(s, cases[i].out);
		free(s);
	}
}

static void
test_subjects(void **state)
{
	static const struct {
		const char *subject, *title, *topic;
		bool forwarded;
	} cases[] = {
	    {"FMK er nede", "FMK er nede", "FMK er nede", false},
	    {"Re: FMK", "FMK", "FMK", false},
	    {"SV: Sv: RE[2]: AW:FMK", "FMK", "FMK", false},
	    {"VS: FMK", "FMK", "FMK", true},
	    {"SV: VS: FMK", "FMK", "FMK", false},
	    {"[EKSTERN] Fwd : FMK", "[EKSTERN] Fwd : FMK", "FMK", true},
	    {"Re: [NSP] [Resolved] FMK", "[NSP] [Resolved] FMK", "FMK", false},
	    {"Sveden: FMK", "Sveden: FMK", "Sveden: FMK", false},
	    {"[FMK", "[FMK", "[FMK", false},
	    {"Re:", "", "", false},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		const char *s = cases[i].subject;

		assert_string_equal(mailtext_subject(s, false), cases[i].title);
		assert_string_equal(mailtext_subject(s, true), cases[i].topic);
		if (mailtext_forwarded(s) != cases[i].forwarded)
			fail_msg("%s", s);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_split),
	    cmocka_unit_test(test_unflow),
	    cmocka_unit_test(test_subjects),
	};

	return cmocka_run_group_tests(tests, mails_strict, NULL);
}
