/* Unit tests of notice/lint: what is wrong with a text, and what is not. */
#include <unistd.h>

#include "base/attr.h"
#include "notice/dates.h"
#include "notice/textlint.h"
#include "says.h"

static const struct textlint_options ours = {.ours = true};

static struct textlint
textlint_of(const struct notice_facts *f, const struct notice_texts *x,
    const struct textlint_options *o)
{
	struct textlint l = {0};

	textlint_texts(f, x, o, &l);
	return l;
}

static char *
all_of(const struct textlint *l)
{
	struct strv v = {0};
	char *all;

	for (size_t i = 0; i < l->n; i++) {
		char *s = textlint_sentence(&l->v[i], NULL);

		strv_take(&v, xasprintf("%s %s %s", l->v[i].check,
				  textlint_severity_name(l->v[i].severity), s));
		free(s);
	}
	all = strv_join(&v, "\n");
	strv_clear(&v);
	return all;
}

/* The findings, one a line, are these. */
static void
finds(const struct notice_facts *f, const struct notice_texts *x,
    const struct textlint_options *o, const char *expected)
{
	struct textlint l = textlint_of(f, x, o);
	char *all = all_of(&l);

	if (strcmp(all, expected) != 0)
		fail_msg("found:\n%s\nexpected:\n%s", all, expected);
	free(all);
	textlint_clear(&l);
}

/* What is built in is found fault with by nothing, in any form. */
static void
test_built_in(void **state)
{
	static const char *const services[] = {
	    "FMK", "FMK-online", "NAS", "Recept", "STS", "NSP-backoffice"};

	(void)state;
	for (size_t k = 0; k < (size_t)6 * 4 * 6 * 2 * 2 * 2; k++) {
		struct incident i = sample(
		    services[k % 6], (enum effect)(EFFECT_PLANNED + k / 6 % 4));
		struct notice_facts f = facts(
		    &i, (enum notice_type)(k / 24 % 6), 12);
		struct notice_texts x;

		i.kind = k / 144 % 2 ? KIND_EXERCISE : KIND_ACTUAL;
		i.starts = at("2026-03-30T18:00:00Z");
		i.ends = at("2026-03-30T20:00:00Z");
		f.audience = k / 288 % 2 ? ORG_VENDOR : ORG_MUNICIPALITY;
		f.conf = k / 576 % 2 ? &conf_en : &conf;
		i.notices = f.type == NOTICE_FIRST ? 0 : 11;
		x = texts(&f);
		finds(&f, &x, &ours, "");
		notice_texts_clear(&x);
		incident_clear(&i);
	}
}

/* Nothing is wrong in a drill, so its SMS says less. */
static void
test_drill(void **state)
{
	static const enum notice_type types[] = {
	    NOTICE_FIRST, NOTICE_UPDATE, NOTICE_RESOLVED, NOTICE_CORRECTION};

	(void)state;
	for (size_t k = 0; k < LENGTH(types) * 2; k++) {
		struct incident i = sample("FMK", EFFECT_OUTAGE);
		struct notice_facts f = facts(&i, types[k / 2], 2);
		struct notice_texts x;

		i.kind = KIND_EXERCISE;
		i.drill_ends = at("2026-03-29T04:13:00Z");
		f.conf = k % 2 ? &conf_en : &conf;
		x = texts(&f);
		finds(&f, &x, &ours, "");
		f.number = 3;
		finds(&f, &x, &ours,
		    "part stop the mail: it does not have the number of the "
		    "notice (3)\npart stop the SMS: it does not have the "
		    "number of the notice (3)");
		notice_texts_clear(&x);
		incident_clear(&i);
	}
}

/* A place in a text is changed, and that is found. */
static const struct change {
	char in; /* s subject, m mail, 1 SMS; t title, n news */
	const char *from, *to, *finds;
} changes[] = {
    /* The parts of a mail. */
    {'m', "Hvem er ramt?\nAlle, der bruger FMK", "Nogle",
	"part stop the mail: it does not say who is hit"},
    {'m', "kl. 23.12", "i går",
	"part stop the mail: it does not say since when (kl. 23.12 lørdag den "
	"28. marts)"},
    {'m', "kl. 06.13", "snart",
	"part stop the mail: it does not say when the next notice comes (kl. "
	"06.13)"},
    {'m', "MedCom, tlf.", "Vagten, tlf.",
	"part stop the mail: it does not say whom to contact (MedCom, tlf. "
	"+45 00 00 00 01)"},
    {'m', "nr. 1,", "nr. 2,",
	"part stop the mail: it does not have the number of the notice (1)"},
    {'m', "FMK-2026-0007", "FMK-2026-0008",
	"part stop the mail: it does not have the reference of the case "
	"(FMK-2026-0007)"},
    /* Those of an SMS. */
    {'1', "Rammer alle brugere.", "",
	"part stop the SMS: it does not say who is hit"},
    {'1', "FMK-online: også ramt.", "",
	"part stop the SMS: it does not say whether FMK-online works"},
    {'1', "Kontakt: MedCom, tlf. +45 00 00 00 01.", "",
	"part stop the SMS: it does not say whom to contact (MedCom, tlf. "
	"+45 00 00 00 01)"},
    {'1', "FMK-2026-0007, ", "",
	"part stop the SMS: it does not have the reference of the case "
	"(FMK-2026-0007)"},
    /* Dates and weekdays. */
    {'m', "søndag den 29. marts 2026", "lørdag den 29. marts 2026",
	"date stop the mail, line 2: \"lørdag den 29. marts 2026\" is a "
	"Sunday in 2026"},
    {'n', "Vi", "Fejlen kom i går.\nVi er klar fredag d. 3/4 og lørdag 3/4.",
	"date stop the text, line 2: \"lørdag 3/4\" is a Friday in 2026"},
    {'n', "Vi", "Vi er klar 31. april.",
	"date stop the text, line 1: there is no such day as \"31. april\""},
    /* What was never filled in. */
    {'n', "Vi", "Kontakt [indsæt navn] kl. XX.XX",
	"placeholder stop the text, line 1: \"[indsæt navn]\" stands for "
	"something that was never filled in\n"
	"placeholder stop the text, line 1: \"xx.xx\" stands for something "
	"that was never filled in"},
    {'m', "Hilsen", "{{hilsen}}",
	"placeholder stop the mail, line 33: \"{{hilsen}}\" stands for "
	"something that was never filled in"},
    {'s', "FMK", "TODO",
	"placeholder stop the subject: \"todo\" stands for something that was "
	"never filled in"},
    {'t', "FMK", "Hvad er ramt???",
	"placeholder stop the title: \"???\" stands for something that was "
	"never filled in"},
    /* No exercise. */
    {'s', "FMK", "ØVELSE. FMK",
	"exercise stop the subject: it says that it is an exercise, and it is "
	"none"},
    {'n', "Vi", "Det er kun en øvelse.",
	"exercise-words warning the text, line 1: \"øvelse\" in a notice that "
	"is no exercise"},
    {'t', "FMK", "Test af FMK",
	"exercise-words warning the title: \"test\" in a notice that is no "
	"exercise"},
    /* The SMS. */
    {'1', "Rammer alle", "Rammer ☎ alle –",
	"segments stop the SMS: it has 5 parts, and 3 are allowed\n"
	"alphabet warning the SMS: 70 characters go into a part instead of "
	"160, because of \"☎\" (42), \"–\" (49) (the place of the character)"},
    {'1', "Rammer alle", "Se https://example.dk/x. Rammer alle",
	"sms-link warning the SMS: \"https://example.dk/x\" is a link, and "
	"operators hold an SMS with links back"},
    /* Words, numbers, links, addresses. */
    {'n', "Vi", "Brug nødrecepter eller en workaround.",
	"avoid warning the text, line 1: do not write \"nødrecept\"; write "
	"\"telefonrecept\"\n"
	"avoid warning the text, line 1: do not write \"workaround\"; write "
	"\"det, I kan gøre imens\""},
    {'n', "Vi", "Ring til 112 eller tlf. 00 00 00 1, ikke 2 gange.",
	"phone warning the text, line 1: \"00 00 00 1\" is no telephone "
	"number: Danish ones have 8 digits"},
    {'m', "+45 00 00 00 01", "+45 00 00 00 01, eller +45 123",
	"phone warning the mail, line 32: \"+45 123\" is no telephone number: "
	"Danish ones have 8 digits"},
    {'n', "Vi", "Se (https://example.dk/a?b=c), http:/example.dk og www.a.dk.",
	"link warning the text, line 1: \"http:/example.dk\" is no whole link: "
	"it begins with https:// and the name of a server\n"
	"link warning the text, line 1: \"www.a.dk\" is no whole link: it "
	"begins with https:// and the name of a server"},
    {'n', "Vi", "Sluttid > starttid. Se <http:/a.dk>> nu >",
	"link warning "
	"the text, line 1: \"http:/a.dk\" is no whole link: it begins with "
	"https:// and the name of a server"},
    {'n', "Vi", "Skriv til vagt@example.dk eller vagt@example.",
	"address warning the text, line 1: \"vagt@example\" is no e-mail "
	"address"},
    {'n', "Vi",
	"Driftsmæssige uregelmæssigheder konstateret vedrørende "
	"medicinkortets tilgængelighed. Leverandøren foretager undersøgelser "
	"vedrørende problematikken.",
	"lix-own warning the text: it is hard to read: LIX 106, and 40 is the "
	"most; write shorter sentences and words"},
    /* A patient's number. */
    {'n', "Vi", "Første linje.\nDet gælder borger 010203-1234.",
	"cpr refused the text, line 2: there is what looks like a patient's "
	"number (CPR): it must not be sent"},
    {'t', "FMK", "Fejl hos 0102031234",
	"cpr refused the title: there is what looks like a patient's number "
	"(CPR): it must not be sent"},
    {'m', "Hilsen", "Se 010203 1234. Hilsen",
	"cpr refused the mail, line 33: there is what looks like a patient's "
	"number (CPR): it must not be sent"},
    {'1', "Rammer alle", "Rammer 010203-1234",
	"cpr refused the SMS: there is what looks like a patient's number "
	"(CPR): it must not be sent"},
};

static void
swap(char **text, const char *from, const char *to)
{
	char *place = strstr(*text, from), *new;

	if (place == NULL)
		fail_msg("\"%s\" is not in:\n%s", from, *text);
	new = xasprintf(
	    "%.*s%s%s", (int)(place - *text), *text, to, place + strlen(from));
	free(*text);
	*text = new;
}

/* Everywhere in the text. */
static void
swap_all(char **text, const char *from, const char *to)
{
	while (strstr(*text, from) != NULL && strstr(to, from) == NULL)
		swap(text, from, to);
	if (strstr(to, from) != NULL)
		swap(text, from, to);
}

static void
check_change(const struct change *c)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_FIRST, 1);
	struct notice_texts x;

	i.notices = 0;
	xreplace(&i.title, "FMK");
	xreplace(&i.news, "Vi");
	x = texts(&f);
	if (c->in == 's')
		swap_all(&x.subject, c->from, c->to);
	else if (c->in == 'm')
		swap_all(&x.text, c->from, c->to);
	else if (c->in == '1')
		swap_all(&x.sms, c->from, c->to);
	else
		swap(c->in == 't' ? &i.title : &i.news, c->from, c->to);
	finds(&f, &x, &ours, c->finds == NULL ? "" : c->finds);
	notice_texts_clear(&x);
	incident_clear(&i);
}

static void
test_changes(void **state)
{
	(void)state;
	for (size_t k = 0; k < LENGTH(changes); k++)
		check_change(&changes[k]);
}

static struct notice_texts
changed(const struct notice_facts *f, const char *from, const char *to)
{
	struct notice_texts x = texts(f);

	swap_all(&x.text, from, to);
	swap_all(&x.sms, from, to);
	return x;
}

/* What is looked for where it is not the same in every notice. */
static void
test_parts(void **state)
{
	struct incident i = sample("NAS", EFFECT_DEGRADED);
	struct notice_facts f = facts(&i, NOTICE_UPDATE, 2);
	struct notice_texts x = changed(&f, "NAS", "Den");

	(void)state;
	finds(&f, &x, &ours,
	    "part stop the mail: it does not say what is hit (NAS)\n"
	    "part stop the SMS: it does not say what is hit (NAS)");
	notice_texts_clear(&x);
	/* "Besked 12" is not "Besked 1"; "FMK-online" is. */
	x = changed(&f, "nr. 2", "nr. 21");
	finds(&f, &x, &ours,
	    "part stop the mail: it does not have the number of the notice "
	    "(2)\n"
	    "part stop the SMS: it does not have the number of the notice (2)");
	notice_texts_clear(&x);
	/* The last one says so; it promises nothing. */
	f = facts(&i, NOTICE_RESOLVED, 2);
	x = changed(&f, "fsluttet", "fgjort");
	finds(&f, &x, &ours,
	    "part stop the mail: it does not say that the case is closed\n"
	    "part stop the SMS: it does not say that the case is closed");
	notice_texts_clear(&x);
	/* What is hit may not be known since when. */
	f = facts(&i, NOTICE_FIRST, 1);
	i.since = TIME_NONE;
	x = texts(&f);
	finds(&f, &x, &ours, "");
	free(x.text);
	x.text = xstrdup("NAS nr. 1 FMK-2026-0007 06.13");
	finds(&f, &x, &ours,
	    "part stop the mail: it does not say who is hit\n"
	    "part stop the mail: it does not say what to do\n"
	    "part stop the mail: it does not say whether FMK-online works\n"
	    "part stop the mail: it does not say when the next notice comes "
	    "(kl. 06.13)\n"
	    "part stop the mail: it does not say whom to contact (MedCom, tlf. "
	    "+45 00 00 00 01)");
	/* A template failed: the notice is not held back for that. */
	free(x.text);
	x.text = xstrdup("NAS nr. 1 FMK-2026-0007, hvem er ramt?\n- Vent.\n"
			 "FMK-online kl. 06.13");
	finds(&f, &x, &(struct textlint_options){true, true},
	    "part warning the mail: it does not say whom to contact (MedCom, "
	    "tlf. +45 00 00 00 01)");
	notice_texts_clear(&x);
	incident_clear(&i);
}

static void
test_next(void **state)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_UPDATE, 2);
	struct notice_texts x;

	(void)state;
	f.next = f.now;
	i.expected_end = f.now;
	x = texts(&f);
	finds(&f, &x, &ours,
	    "next stop the mail: the next notice is promised for a time that "
	    "has passed (kl. 04.13)\n"
	    "end warning the mail: the end that is expected has passed, so it "
	    "is "
	    "left out");
	notice_texts_clear(&x);
	f.next = f.now + 1;
	i.expected_end = f.now + 60;
	x = texts(&f);
	finds(&f, &x, &ours, "");
	notice_texts_clear(&x);
	incident_clear(&i);
}

static void
test_exercise(void **state)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_UPDATE, 2);
	struct notice_texts x;

	(void)state;
	i.kind = KIND_EXERCISE;
	xreplace(&i.title, "Øvelse: test af beredskabet");
	x = changed(&f, "ØVELSE", "Øvelse");
	swap_all(&x.subject, "Ø", "O");
	swap(&x.text, "Foretag jer ikke noget", "Gør intet");
	swap(&x.text, "Foretag jer ikke noget", "Gør intet");
	finds(&f, &x, &ours,
	    "exercise stop the subject: ØVELSE has to be the first word and "
	    "the last\n"
	    "exercise stop the SMS: ØVELSE has to be the first word and the "
	    "last\n"
	    "exercise stop the mail: ØVELSE has to be the first word and the "
	    "last\n"
	    "exercise stop the mail: it does not say that nothing is to be "
	    "done in production");
	notice_texts_clear(&x);
	incident_clear(&i);
}

static void
test_sms(void **state)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_UPDATE, 2);
	struct notice_texts x;

	(void)state;
	x = texts(&f);
	f.max_segments = 1;
	finds(&f, &x, &ours,
	    "segments stop the SMS: it has 3 parts, and 1 are allowed");
	notice_texts_clear(&x);
	x = texts(&f);
	assert_true(x.cut);
	swap(&x.sms, "...",
	    " rammer ikke FMK-online. kl. 06.13, MedCom, tlf. "
	    "+45 00 00 00 01.");
	f.max_segments = 2;
	finds(&f, &x, &ours,
	    "cut warning the SMS: it is cut so that it fits in 2 parts; the "
	    "mail has all of it");
	notice_texts_clear(&x);
	incident_clear(&i);
}

/* The texts themselves; of what is quoted in them nothing is said. */
static void
test_lix(void **state)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_UPDATE, 2);
	struct notice_texts x = texts(&f);
	struct strv l = {0};
	char *hard, *quoted;

	(void)state;
	for (int k = 0; k < 60; k++)
		strv_add(&l, "Uregelmæssigheder konstateret vedrørende kortet");
	hard = strv_join(&l, " ");
	quoted = xasprintf("> %s\nHvem er ramt?", hard);
	swap(&x.text, "Hvem er ramt?", quoted);
	finds(&f, &x, &ours, "");
	swap(&x.text, "> Uregel", "Uregel");
	finds(&f, &x, &ours,
	    "lix warning the mail: it is hard to read: LIX 59, and 40 is the "
	    "most; write shorter sentences and words");
	strv_clear(&l);
	free(hard);
	free(quoted);
	notice_texts_clear(&x);
	incident_clear(&i);
}

/* What a feed wrote stops nothing; of its Danish nothing is said. */
static void
test_feed(void **state)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_UPDATE, 2);
	struct textlint l = {0};
	struct notice_texts x;

	(void)state;
	xreplace(&i.title, "FMK ??? ØVELSE");
	xreplace(&i.news, "Driftsforstyrrelserne vedvarer hos 010203-1234 til "
			  "mandag den 3. marts 2022 [indsæt].");
	i.fresh = true;
	x = texts(&f);
	textlint_texts(&f, &x, &(struct textlint_options){0}, &l);
	assert_int_equal(textlint_worst(&l), TEXTLINT_WARNING);
	assert_int_equal(l.n, 6);
	textlint_clear(&l);
	textlint_texts(&f, &x, &ours, &l);
	assert_int_equal(textlint_worst(&l), TEXTLINT_REFUSED);
	textlint_clear(&l);
	/* But it never leaves the house. */
	must_not(x.text, "1234");
	must(x.text, "hos ******-**** til");
	must_not(x.sms, "1234");
	must_not(x.html, "1234");
	notice_texts_clear(&x);
	incident_clear(&i);
}

/* Brackets and quotes end a word; the look for links goes on behind them. */
static void
test_brackets(void **state)
{
	static const char *const titles[] = {
	    "FMK <er> nede", ">", "<<>>", "a>b", "\">'<("};
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_FIRST, 1);

	(void)state;
	alarm(10); /* ends what goes round for ever */
	for (size_t k = 0; k < LENGTH(titles); k++) {
		struct textlint l = {0};
		struct notice_texts x;

		xreplace(&i.title, titles[k]);
		x = texts(&f);
		textlint_texts(&f, &x, &ours, &l);
		textlint_clear(&l);
		notice_texts_clear(&x);
	}
	alarm(0);
	incident_clear(&i);
}

/* The operator's own words to avoid, which go before those built in. */
static void
test_avoid(void **state)
{
	char word[] = "Nedetid", instead[] = "", own[] = "nødrecept",
	     better[] = "recept";
	struct avoid_conf avoid[] = {{word, instead}, {own, better}};
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_UPDATE, 2);
	struct notices_conf mine = conf;
	struct notice_texts x;

	(void)state;
	mine.avoid = avoid;
	mine.n_avoid = 2;
	f.conf = &mine;
	xreplace(&i.news, "Planlagt NEDETID. Ingen nødrecepter.");
	x = texts(&f);
	finds(&f, &x, &ours,
	    "avoid warning the text, line 1: do not write \"Nedetid\"\n"
	    "avoid warning the text, line 1: do not write \"nødrecept\"; write "
	    "\"recept\"");
	notice_texts_clear(&x);
	incident_clear(&i);
}

/* Each row: a text, and the date in it that is wrong; NULL: none is. */
static const struct {
	const char *text, *wrong;
	int weekday;
} dates[] = {
    {"torsdag den 3. marts 2022", NULL, 0},
    {"tirsdag den 3. marts 2022", "tirsdag den 3. marts 2022", 3},
    {"Tirsdag d. 3. marts 2022", "Tirsdag d. 3. marts 2022", 3},
    {"tirsdag 3/3-2022", "tirsdag 3/3-2022", 3},
    {"tirsdag d. 3.3.2022.", "tirsdag d. 3.3.2022", 3},
    {"tirsdag 2022-03-03", "tirsdag 2022-03-03", 3},
    {"Tuesday 3 March 2022", "Tuesday 3 March 2022", 3},
    {"Tuesday, March 3, 2022 at 10", "Tuesday, March 3, 2022", 3},
    {"Tue 3rd of March 2022", "Tue 3rd of March 2022", 3},
    {"Thursday the 3rd of March 2022", NULL, 0},
    {"tors. d. 3. mar. 2022", NULL, 0},
    {"LØRDAG DEN 3. MARTS 2022", "LØRDAG DEN 3. MARTS 2022", 3},
    /* Without a year: the nearest one, 29 March 2026 is a Sunday. */
    {"søndag den 29. marts", NULL, 0},
    {"lørdag den 29. marts", "lørdag den 29. marts", 6},
    {"fredag den 25. december", NULL, 0},
    /* About as near before as behind: 29 September 2025 and 2026. */
    {"mandag den 29. september", NULL, 0},
    {"tirsdag den 29. september", NULL, 0},
    {"onsdag den 29. september", NULL, 0},
    {"torsdag den 29. september", "torsdag den 29. september", 0},
    /* No such day. */
    {"31. april", "31. april", -1},
    {"senest 30. februar 2024", "30. februar 2024", -1},
    {"29. februar 2023", "29. februar 2023", -1},
    {"29. februar", NULL, 0},
    {"fredag 32/1", "fredag 32/1", -1},
    {"30 Feb", "30 Feb", -1},
    /* No dates. */
    {"fredag kl. 10.30", NULL, 0},
    {"fredag 10.30", NULL, 0},
    {"mandag den 2. og tirsdag den 3. marts 2026", NULL, 0},
    {"45 may be hit", NULL, 0},
    {"Det kan man 3. marts se", NULL, 0},
    {"1/2 tablet, 31/4", NULL, 0},
    {"3. marts 1200 brugere", NULL, 0},
    {"fredag 3. 14 brugere", NULL, 0},
};

static void
test_dates(void **state)
{
	int64_t now = at("2026-03-29T02:13:00Z");

	(void)state;
	for (size_t k = 0; k < LENGTH(dates); k++) {
		const char *s = dates[k].text;
		struct date_fault d;
		int r = dates_fault(s, 0, now, &d);
		char *is = r == 0 ? xstrdup("") : xstrndup(s + d.at, d.len);

		if (strcmp(is, dates[k].wrong == NULL ? "" : dates[k].wrong) ||
		    (r == 1 && d.weekday != dates[k].weekday))
			fail_msg("%s: \"%s\", %d", s, is, d.weekday);
		free(is);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_built_in),
	    cmocka_unit_test(test_drill),
	    cmocka_unit_test(test_changes),
	    cmocka_unit_test(test_parts),
	    cmocka_unit_test(test_next),
	    cmocka_unit_test(test_exercise),
	    cmocka_unit_test(test_sms),
	    cmocka_unit_test(test_lix),
	    cmocka_unit_test(test_feed),
	    cmocka_unit_test(test_brackets),
	    cmocka_unit_test(test_avoid),
	    cmocka_unit_test(test_dates),
	};

	return cmocka_run_group_tests_name("lint", tests, setup, teardown);
}
