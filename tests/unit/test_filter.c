/* Unit tests of filter/ and conf/rules: single rules, words and limits. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/embedded.h"
#include "base/mem.h"
#include "base/str.h"
#include "filter/filter.h"
#include "filter/judge.h"

#define ALL VERDICT_BROADCAST
#define ASK VERDICT_ASK
#define NO VERDICT_IGNORE

struct wanted {
	const char *title, *text;
	enum verdict_kind verdict;
	enum phase phase;
	const char *reason; /* a piece of it, or NULL */
};

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

static struct report
text_report(const char *title, const char *text)
{
	struct report r;

	report_init(&r);
	xreplace(&r.title, title);
	xreplace(&r.text, text);
	r.newest = strlen(r.text);
	return r;
}

static struct finding
judge_text(const struct filter *f, const char *title, const char *text)
{
	struct report r = text_report(title, text);
	struct finding out;
	struct err e;

	assert_int_equal(filter_judge(f, &r, &out, &e), 0);
	report_clear(&r);
	return out;
}

static void
check_all(const struct wanted *w, size_t n)
{
	struct filter *f = built_in();
	unsigned bad = 0;

	for (size_t i = 0; i < n; i++) {
		struct finding out = judge_text(f, w[i].title, w[i].text);

		if (out.verdict != w[i].verdict || out.phase != w[i].phase ||
		    (w[i].reason && !strstr(out.reason, w[i].reason))) {
			print_message("%s / %s: %s, %s: %s\n", w[i].title,
			    w[i].text, verdict_name(out.verdict),
			    phase_name(out.phase), out.reason);
			bad++;
		}
		finding_clear(&out);
	}
	filter_close(f);
	assert_int_equal(bad, 0);
}

static void
test_rules(void **state)
{
	static const struct wanted w[] = {
	    {"FMK er nede i TEST1", "Vi undersøger.", NO, PHASE_OPEN,
		"rule 1: no known component: only an environment that does "
		"not count: \"test1\""},
	    {"Nyhedsbrev fra NSP", "Læs om FMK.", NO, PHASE_INFO,
		"rule 2: no known component: no event: \"nyhedsbrev\""},
	    {"FMK er nede", "Vi undersøger.", ALL, PHASE_OPEN,
		"rule 3: FMK: it is hit: \"fmk\", \"nede\""},
	    {"Servicevindue på FMK", "Lørdag kl. 20-22.", ALL, PHASE_PLANNED,
		"rule 3: FMK"},
	    {"Driftsmelding", "NAS leverer ikke adviser.", ALL, PHASE_OPEN,
		"rule 4: NAS"},
	    {"MitID er nede", "Derfor kan ingen tilgå FMK.", ALL, PHASE_OPEN,
		"rule 5: "},
	    {"Strømudfald", "Vi undersøger, om FMK er berørt.", ASK, PHASE_OPEN,
		"rule 5: FMK: it may be hit: \"fmk\""},
	    {"SEB er nede", "Login fejler.", ASK, PHASE_OPEN,
		"rule 6: SEB: it is hit: \"seb\", \"nede\""},
	    {"VANS er forsinket", "FMK er ikke berørt.", NO, PHASE_OPEN,
		"rule 7: VANS"},
	    {"XDS svarer ikke", "Vi undersøger.", NO, PHASE_OPEN,
		"rule 8: DDS"},
	    {"Fejl på en firewall", "Vi undersøger.", ASK, PHASE_OPEN,
		"rule 9: no known component: the failed part could matter: "
		"\"firewall\""},
	    {"Fejl i kantinens kasse", "Betal kontant.", NO, PHASE_OPEN,
		"rule 9: "},
	    {"Fejl i parkering", "Porten er defekt.", NO, PHASE_OPEN,
		"rule 9: no known component: plainly another field: "
		"\"parkering\""},
	};

	(void)state;
	check_all(w, LENGTH(w));
}

/* What could lower a broadcast to nothing. */
static void
test_never_ignored(void **state)
{
	static const struct wanted w[] = {
	    {"Fejl i lagersystem",
		"Et lagersystem fejler. FMK er uden gener, men ligger der.",
		ASK, PHASE_OPEN, NULL},
	    {"FMK nede når der logges ind, se vejledning",
		"Se dokumentationen.", ALL, PHASE_OPEN, NULL},
	    {"Driftsmelding", "FMK er nede. Se vejledningen.", ALL, PHASE_OPEN,
		NULL},
	    {"Driftsmelding",
		"Der er ikke hul igennem til FMK. Se "
		"vejledningen.",
		ALL, PHASE_OPEN, NULL},
	    {"Guide: FMK nede lige nu", "FMK er nede. Brug den seneste liste.",
		ALL, PHASE_OPEN, NULL},
	    {"Nyhedsbrev", "FMK er nede.", ASK, PHASE_OPEN, NULL},
	    {"Driftsmelding", "FMK er nede. TEST1 kan bruges imens.", ALL,
		PHASE_OPEN, NULL},
	    {"FMK er utilgængelig", "TEST1 rammes også.", ALL, PHASE_OPEN,
		NULL},
	    {"Melding", "FMK fungerer ikke som normalt.", ALL, PHASE_OPEN,
		NULL},
	    {"Melding", "FMK svarer ikke på kald.", ALL, PHASE_OPEN, NULL},
	    {"Melding", "SDN er nede, VANS er ikke berørt.", ALL, PHASE_OPEN,
		NULL},
	    {"VANS nede", "Det er ikke kun VANS, FMK er også nede.", ALL,
		PHASE_OPEN, NULL},
	    {"Medicindata mangler", "Vores telefoni virker.", ASK, PHASE_OPEN,
		NULL},
	    {"FMK svarer ikke (TEST1 ikke berørt)", "", ALL, PHASE_OPEN, NULL},
	    {"FMK er nede, TEST1 også ramt", "", ALL, PHASE_OPEN, NULL},
	    {"FMK er langsom, TEST1 ikke berørt", "", ALL, PHASE_OPEN, NULL},
	    {"Vedligehold af FMK i aften - se vejledning", "", ALL,
		PHASE_PLANNED, NULL},
	    {"Webinar udsat pga. FMK-nedbrud", "", ASK, PHASE_OPEN, NULL},
	    {"Driftsmelding", "Omveksling fejler. FMK kører.", ASK, PHASE_OPEN,
		NULL},
	    {"NAS står stille", "TEST1 er også ramt.", ALL, PHASE_OPEN, NULL},
	    {"FMK er nede, måske på grund af strøm", "", ALL, PHASE_OPEN, NULL},
	    {"FMK nede, kursus aflyst", "Vi beklager.", ALL, PHASE_OPEN, NULL},
	    {"VANS nede til kl. 14",
		"NAS er ude til kl. 14. VANS er ikke "
		"berørt.",
		ALL, PHASE_OPEN, NULL},
	    {"fmkopslag fejler", "", ALL, PHASE_OPEN, NULL},
	    {"FMKløsningen er nede", "", ALL, PHASE_OPEN, NULL},
	    {"fmkonline er nede", "", ALL, PHASE_OPEN, "FMK-online: it is hit"},
	    {"DMKopslag og formkrav fejler", "", NO, PHASE_OPEN, "rule 9"},
	};

	(void)state;
	check_all(w, LENGTH(w));
}

/* What the rules do not know of FMK is asked, whatever else is down. */
static void
test_unknown_is_asked(void **state)
{
	static const struct wanted w[] = {
	    {"MinLog er nede", "FMK: rødt.", ASK, PHASE_OPEN,
		"rule 5: FMK: it is named, and nothing that we know is said"},
	    {"MinLog er nede", "Samme billede på FMK.", ASK, PHASE_OPEN, NULL},
	    {"dNSP Syd fejler", "Medicinkortet har samme skæbne.", ASK,
		PHASE_OPEN, NULL},
	    {"Det er ikke kun MinLog, der er nede", "FMK er det også.", ASK,
		PHASE_OPEN, NULL},
	    /* said of the other one, or known */
	    {"FMK-opslag mangler i MinLog",
		"Opslag foretaget i FMK fremgår ikke af MinLog.", NO,
		PHASE_OPEN, NULL},
	    {"MinLog er nede", "FMK er ikke berørt.", NO, PHASE_OPEN, "rule 7"},
	    {"MinLog er nede", "FMK kører.", NO, PHASE_OPEN, "rule 7"},
	    {"MinLog er nede", "Det ses, når man slår op i FMK.", NO,
		PHASE_OPEN, "rule 7"},
	};

	(void)state;
	check_all(w, LENGTH(w));
}

static void
test_negation(void **state)
{
	static const struct wanted w[] = {
	    {"Øvrige services herunder FMK kører", "VANS er nede.", NO,
		PHASE_OPEN, NULL},
	    {"FMK kører", "VANS er nede. Vi undersøger, om FMK også er berørt.",
		ASK, PHASE_OPEN, NULL},
	    {"Cura-nedbrud: FMK virker", "", ASK, PHASE_OPEN, NULL},
	    {"Melding", "Opslag uden cpr-nummer (erstatning) fejler i FMK.",
		ALL, PHASE_OPEN, NULL},
	    {"Melding", "FMK kører ikke.", ALL, PHASE_OPEN, NULL},
	    {"Melding", "FMK kører ikke længere.", ALL, PHASE_OPEN, NULL},
	    {"FMK", "FMK er ikke længere nede.", ALL, PHASE_RESOLVED, NULL},
	    {"FMK", "FMK kan ikke længere tilgås.", ALL, PHASE_OPEN, NULL},
	    {"FMK fejler", "Fejlen er ikke løst.", ALL, PHASE_OPEN, NULL},
	    {"VANS fejler", "Fejlen rammer ikke FMK.", NO, PHASE_OPEN, NULL},
	    {"VANS fejler", "Det er ikke kun VANS, der er ramt: FMK fejler.",
		ALL, PHASE_OPEN, NULL},
	    {"Strømsvigt", "Det kan ikke udelukkes, at FMK er ramt.", ASK,
		PHASE_OPEN, NULL},
	};

	(void)state;
	check_all(w, LENGTH(w));
}

static void
test_environments(void **state)
{
	static const struct wanted w[] = {
	    {"FMK-online på TEST2 fejler", "Vi undersøger.", NO, PHASE_OPEN,
		NULL},
	    {"FMK uddannelse er nede", "Vi undersøger.", NO, PHASE_OPEN, NULL},
	    {"FMK nede i TEST1 og produktion", "Vi undersøger.", ALL,
		PHASE_OPEN, NULL},
	    {"Fejl i FMK", "Det gælder kun TEST1.", NO, PHASE_OPEN, NULL},
	    {"Fejl i FMK", "TEST1 fejler. Produktion er ikke berørt.", NO,
		PHASE_OPEN, NULL},
	    {"FMK nede", "Uddannelse af personale er udsat.", ALL, PHASE_OPEN,
		NULL},
	};

	(void)state;
	check_all(w, LENGTH(w));
}

static void
test_phase(void **state)
{
	static const struct wanted w[] = {
	    {"[Resolved] FMK er nede", "FMK er nede igen.", ALL, PHASE_OPEN,
		NULL},
	    {"Løst: FMK nede", "FMK var nede igen i nat.", ALL, PHASE_RESOLVED,
		NULL},
	    {"FMK svarer", "Fejlen er løst.", ALL, PHASE_RESOLVED, NULL},
	    {"FMK svarer", "Alt virker igen bortset fra recepter.", ALL,
		PHASE_OPEN, NULL},
	    {"FMK fejler", "Fejlen ser ud til at være løst.", ALL, PHASE_OPEN,
		NULL},
	    {"FMK fejler", "En rettelse er på vej.", ALL, PHASE_OPEN, NULL},
	    {"FMK fejler", "Fejlen er rettet. Vi overvåger.", ALL, PHASE_OPEN,
		NULL},
	    {"FMK fejler", "FMK virker igen, men kun for nogle.", ALL,
		PHASE_OPEN, NULL},
	    {"FMK fejler", "FMK virker igen for nogle.", ALL, PHASE_OPEN, NULL},
	    {"FMK fejler", "FMK er tilbage i fuld funktion.", ALL,
		PHASE_RESOLVED, NULL},
	    {"FMK fejler", "FMK svarer nu langsomt.", ALL, PHASE_OPEN, NULL},
	    {"FMK fejler", "Driften er ikke genoprettet.", ALL, PHASE_OPEN,
		NULL},
	    {"FMK fejler", "FMK kører atter.", ALL, PHASE_RESOLVED, NULL},
	    {"FMK løst?", "Er problemet løst? Skriv til os.", ALL, PHASE_OPEN,
		NULL},
	    {"FMK fejler",
		"Fejlen er løst.\n\nOct 3, 10:00 CEST\nUpdate - Den er ikke "
		"løst.",
		ALL, PHASE_RESOLVED, NULL},
	    {"Hændelsesrapport: FMK-nedbrud", "FMK var nede i en time.", ALL,
		PHASE_RESOLVED, NULL},
	    {"Planlagt arbejde på FMK", "Arbejdet er gået i gang.", ALL,
		PHASE_OPEN, NULL},
	};

	(void)state;
	check_all(w, LENGTH(w));
}

/* A doubt, a promise and a relapse are no end. */
static void
test_no_end(void **state)
{
	static const struct wanted w[] = {
	    {"FMK nede", "FMK er formentlig oppe igen.", ALL, PHASE_OPEN, NULL},
	    {"FMK nede", "Fejlen er sandsynligvis løst.", ALL, PHASE_OPEN,
		NULL},
	    {"FMK nede", "FMK er måske i drift igen.", ALL, PHASE_OPEN, NULL},
	    {"FMK nede", "FMK burde være oppe igen.", ALL, PHASE_OPEN, NULL},
	    {"FMK nede", "FMK skulle gerne virke igen.", ALL, PHASE_OPEN, NULL},
	    {"FMK nede", "FMK vil være oppe igen kl. 15.", ALL, PHASE_OPEN,
		NULL},
	    {"FMK nede", "Fejlen er løst for de fleste.", ALL, PHASE_OPEN,
		NULL},
	    {"FMK nede", "FMK var oppe igen kl. 14, men er nede på ny.", ALL,
		PHASE_OPEN, NULL},
	    {"FMK nede", "FMK kom op igen kl. 14, men er nu nede.", ALL,
		PHASE_OPEN, NULL},
	    /* the doubt is of something else, or none */
	    {"NAS nede", "NAS virker igen. Leverandører bør køre bootstrap.",
		ALL, PHASE_RESOLVED, NULL},
	    {"FMK nede", "FMK er oppe igen, det var formentlig en disk.", ALL,
		PHASE_RESOLVED, NULL},
	    {"FMK nede", "Fejlen, der sandsynligvis lå i en disk, er løst.",
		ALL, PHASE_RESOLVED, NULL},
	};

	(void)state;
	check_all(w, LENGTH(w));
}

static void
test_effect(void **state)
{
	static const struct {
		const char *title, *text;
		enum effect effect;
	} cases[] = {
	    {"FMK er nede", "Vi undersøger.", EFFECT_OUTAGE},
	    {"FMK er langsom", "Vi undersøger.", EFFECT_DEGRADED},
	    {"Fejl i FMK", "Nogle kald fejler.", EFFECT_DEGRADED},
	    {"Fejl i FMK", "Der vises forkerte doser.", EFFECT_DATA_ERROR},
	    {"Medicinkortet", "CAVE vises fra en anden person.",
		EFFECT_DATA_ERROR},
	    {"Servicevindue på FMK", "Lørdag kl. 20.", EFFECT_PLANNED},
	    {"Servicevindue på FMK trækker ud", "FMK er fortsat nede.",
		EFFECT_OUTAGE},
	    {"FMK nede efter servicevindue", "Vi undersøger.", EFFECT_OUTAGE},
	    {"NAS er nede", "Vi undersøger.", EFFECT_DEGRADED},
	    {"STS er langsom", "Vi undersøger.", EFFECT_DEGRADED},
	    {"VANS er nede", "Vi undersøger.", EFFECT_NONE},
	};
	struct filter *f = built_in();

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct finding out = judge_text(
		    f, cases[i].title, cases[i].text);

		print_message("%s: %s\n", cases[i].title, out.reason);
		assert_int_equal(out.effect, cases[i].effect);
		finding_clear(&out);
	}
	filter_close(f);
}

static void
test_normalisation(void **state)
{
	static const struct wanted w[] = {
	    /* soft hyphen, zero-width space, no-break space, full width */
	    {"F\xc2\xadMK er nede", "", ALL, PHASE_OPEN, NULL},
	    {"F\xe2\x80\x8bMK er nede", "", ALL, PHASE_OPEN, NULL},
	    {"FMK\xc2\xa0"
	     "er\xc2\xa0nede",
		"", ALL, PHASE_OPEN, "\"nede\""},
	    {"\xef\xbc\xa6\xef\xbc\xad\xef\xbc\xab er nede", "", ALL,
		PHASE_OPEN, NULL},
	    /* "dårlig" spelt with a and a ring, as "går ned" of the rules */
	    {"FMK ga\xcc\x8ar ned", "", ALL, PHASE_OPEN, "\"g\xc3\xa5r ned\""},
	    {"FMK ER NEDE \xff", "", ALL, PHASE_OPEN, NULL},
	};

	(void)state;
	check_all(w, LENGTH(w));
}

static struct filter *
with_term(const char *list, const char *term)
{
	const struct embedded *file = embedded_find("etc/rules.yaml");
	char *text = xstrndup((const char *)file->data, file->len);
	char *at = strstr(text, list);
	struct diags d = {0};
	struct rules_conf *r;
	struct filter *f;
	char *changed;

	assert_non_null(at);
	at += strlen(list);
	/* the lists of a component stand further in */
	changed = xasprintf("%.*s%s- '%s'\n%s", (int)(at - text), text,
	    str_starts(list, "\n  ") && list[3] != ' ' ? "    " : "      ",
	    term, at);
	r = rules_parse("rules.yaml", changed, strlen(changed), &d);
	diags_print(&d, stderr);
	assert_non_null(r);
	f = filter_open(r, &d);
	diags_print(&d, stderr);
	assert_non_null(f);
	diags_clear(&d);
	free(changed);
	free(text);
	return f;
}

/* Any list that meets its limit asks the operator and says so. */
static void
test_limit(void **state)
{
	static const char slow[] = "/(?:a+a+)+(?:a+a+)+(?:a+a+)+!/";
	static const char *const lists[] = {"\n  over:\n", "\n  test:\n",
	    "\n  no_event:\n", "\n  unaffected:\n", "\n  not_affecting:\n",
	    "\n  older:\n", "\n  breaks:\n", "\n  elsewhere:\n",
	    ("  - id: DDV\n    verdict: ignore\n    effect: none\n"
	     "    aliases:\n")};

	(void)state;
	for (size_t i = 0; i < LENGTH(lists); i++) {
		struct filter *f = with_term(lists[i], slow);
		struct report r = text_report("VANS",
		    "VANS: vi ser på det "
		    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab!c");
		struct finding out;
		struct err e = {""};

		print_message("%s", lists[i]);
		assert_int_equal(filter_judge(f, &r, &out, &e), -1);
		assert_int_equal(out.verdict, VERDICT_ASK);
		assert_true(e.msg[0] != '\0');
		finding_clear(&out);
		report_clear(&r);
		filter_close(f);
	}
}

/* The lists of one component: what it is not, and what is a part of it. */
static void
test_limit_of_component(void **state)
{
	static const char slow[] = "/(?:a+a+)+(?:a+a+)+(?:a+a+)+!/";
	static const struct {
		const char *list, *title;
	} cases[] = {
	    {"\n    unless:\n", "NAS er nede"},
	    {"\n    part:\n", "cNSP er nede"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct filter *f = with_term(cases[i].list, slow);
		struct report r = text_report(cases[i].title,
		    "Vi ser på det "
		    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab!c");
		struct finding out;
		struct err e;

		assert_int_equal(filter_judge(f, &r, &out, &e), -1);
		assert_true(out.verdict >= VERDICT_ASK);
		finding_clear(&out);
		report_clear(&r);
		filter_close(f);
	}
}

static void
test_components(void **state)
{
	static const struct {
		const char *title, *name, *status, *phase;
		enum verdict_kind verdict;
		enum effect effect;
		const char *service;
	} cases[] = {
	    {"Fejl", "NSP Produktion - FMK", "major_outage", "investigating",
		ALL, EFFECT_OUTAGE, "FMK"},
	    {"Fejl", "FMK (Fælles Medicinkort)", "degraded_performance",
		"identified", ALL, EFFECT_DEGRADED, "FMK"},
	    {"Fejl", "NSP Produktion - FMK-online", "major_outage",
		"identified", ALL, EFFECT_DEGRADED, "FMK-online"},
	    {"Fejl", "NSP Produktion", "major_outage", "identified", ALL,
		EFFECT_OUTAGE, "cNSP"},
	    {"Fejl", "TEST1 - FMK", "major_outage", "identified", NO,
		EFFECT_NONE, ""},
	    {"FMK er nede", "TEST1 - FMK", "operational", "investigating", ALL,
		EFFECT_OUTAGE, "FMK"},
	    {"Udfald", "FMK (Fælles Medicinkort)", "operational", "resolved",
		ALL, EFFECT_OUTAGE, "FMK"},
	    {"FMK er nede", NULL, NULL, "investigating", ALL, EFFECT_OUTAGE,
		"FMK"},
	    {"FMK er nede", NULL, NULL, "postmortem", ALL, EFFECT_OUTAGE,
		"FMK"},
	};
	struct filter *f = built_in();

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct report r = text_report(cases[i].title, "Vi arbejder.");
		struct finding out;
		struct err e;

		xreplace(&r.status, cases[i].phase);
		r.phase = str_eq(cases[i].phase, "resolved") ||
				  str_eq(cases[i].phase, "postmortem")
			      ? PHASE_RESOLVED
			      : PHASE_OPEN;
		if (cases[i].name != NULL)
			report_component(&r, cases[i].name, cases[i].status);
		assert_int_equal(filter_judge(f, &r, &out, &e), 0);
		print_message("%zu: %s\n", i, out.reason);
		assert_int_equal(out.verdict, cases[i].verdict);
		assert_int_equal(out.effect, cases[i].effect);
		assert_int_equal(out.phase, r.phase);
		assert_string_equal(out.service, cases[i].service);
		if (str_eq(out.service, "FMK-online"))
			assert_int_equal(out.online, ONLINE_DOWN);
		finding_clear(&out);
		report_clear(&r);
	}
	filter_close(f);
}

static void
test_online_and_path(void **state)
{
	static const struct {
		const char *title, *text;
		enum online online;
		bool path;
	} cases[] = {
	    {"FMK er nede", "FMK-online er også ramt.", ONLINE_DOWN, false},
	    {"FMK er nede", "FMK-online virker.", ONLINE_WORKS, false},
	    {"FMK er nede", "FMK-online virker ikke.", ONLINE_DOWN, false},
	    {"FMK er nede", "Brug FMK-online.", ONLINE_UNKNOWN, false},
	    {"FMK er nede", "Virker FMK-online?\nDet ved vi ikke endnu.",
		ONLINE_UNKNOWN, false},
	    {"FMK er nede", "Virker FMK-online?\nFMK-online er også ramt.",
		ONLINE_DOWN, false},
	    {"FMK er nede", "FMK-online er ikke berørt.", ONLINE_WORKS, false},
	    {"STS er nede", "Vi undersøger.", ONLINE_UNKNOWN, true},
	    {"KMD Nexus er nede", "Brug FMK-online.", ONLINE_UNKNOWN, true},
	    {"NAS fejler", "Vi undersøger.", ONLINE_UNKNOWN, false},
	};
	struct filter *f = built_in();

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct finding out = judge_text(
		    f, cases[i].title, cases[i].text);

		print_message("%zu: %s\n", i, out.reason);
		assert_int_equal(out.online, cases[i].online);
		assert_int_equal(out.path, cases[i].path);
		finding_clear(&out);
	}
	filter_close(f);
}

static void
test_expected_end(void **state)
{
	/* updated is Wednesday 2 March 2022 at 12:00 in Copenhagen */
	static const struct {
		const char *text, *end;
	} cases[] = {
	    {"Fejlen forventes løst kl. 14.30.", "2022-03-02T13:30:00Z"},
	    {"Fejlen forventes løst kl. 14:30.", "2022-03-02T13:30:00Z"},
	    {"Fejlen forventes løst kl. 9.", "2022-03-03T08:00:00Z"},
	    {"Fejlen forventes løst i morgen kl. 8.", "2022-03-03T07:00:00Z"},
	    {"Fejlen forventes løst i morgen kl. 14.30.",
		"2022-03-03T13:30:00Z"},
	    {"Fejlen forventes løst torsdag den 3. marts kl. 14.30.",
		"2022-03-03T13:30:00Z"},
	    {"Fejlen forventes løst den 5/3 kl. 7.15.", "2022-03-05T06:15:00Z"},
	    {"Fejlen forventes løst fredag kl. 10.", "2022-03-04T09:00:00Z"},
	    {"It is expected to be resolved on 4 March at 16:00.",
		"2022-03-04T15:00:00Z"},
	    {"Fejlen forventes løst den 1. januar kl. 8.",
		"2023-01-01T07:00:00Z"},
	    {"Næste udmelding senest kl. 03.30.", ""},
	    {"Vi forventer at sende næste udmelding, når det er løst, kl. 15.",
		""},
	    {"Fejlen forventes løst i dag.", ""},
	    {"Det begyndte kl. 11.", ""},
	};
	struct filter *f = built_in();
	struct err e;

	(void)state;
	assert_int_equal(zone_set("Europe/Copenhagen", &e), 0);
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct report r = text_report("FMK er nede", cases[i].text);
		struct finding out;
		char buf[RFC3339_SIZE];

		r.updated = utc_from_civil(2022, 3, 2, 11, 0, 0);
		assert_int_equal(filter_judge(f, &r, &out, &e), 0);
		print_message("%s\n", cases[i].text);
		assert_string_equal(
		    format_rfc3339(out.expected_end, buf), cases[i].end);
		finding_clear(&out);
		report_clear(&r);
	}
	filter_close(f);
}

/* Who explains nothing judges as well. */
static void
test_forget_written(void **state)
{
	struct filter *f = built_in();
	struct finding out;

	(void)state;
	assert_true(f->rules->words[WORDS_OUTAGE].n > 0);
	filter_forget_written(f);
	assert_int_equal(f->rules->words[WORDS_OUTAGE].n, 0);
	out = judge_text(f, "FMK er nede i produktion", "Opslag i FMK fejler.");
	assert_int_equal(out.verdict, VERDICT_BROADCAST);
	assert_int_equal(out.effect, EFFECT_OUTAGE);
	finding_clear(&out);
	filter_close(f);
}

/* Who judges nothing still knows what there is. */
static void
test_components_alone(void **state)
{
	struct diags d = {0};
	struct filter *all = built_in();
	struct filter *f = filter_open_components(rules_load("", &d));
	enum effect effect, same;
	const char *id;
	bool path, way;

	(void)state;
	assert_int_equal(f->rules->words[WORDS_OUTAGE].n, 0);
	for (size_t i = 0; (id = filter_component_id(all, i)) != NULL; i++) {
		assert_string_equal(filter_component_id(f, i), id);
		assert_true(filter_component(f, id, &effect, &path));
		assert_true(filter_component(all, id, &same, &way));
		assert_int_equal(effect, same);
		assert_int_equal(path, way);
		assert_string_equal(filter_component_topic(f, id),
		    filter_component_topic(all, id));
	}
	filter_close(f);
	filter_close(all);
}

static void
test_bad_rules(void **state)
{
	static const char text[] = "itself: X\nonlin: Y\ncomponents: 3\n";
	struct diags d = {0};
	char *line;

	(void)state;
	assert_null(rules_parse("r.yaml", text, strlen(text), &d));
	assert_true(d.n >= 4);
	line = diags_line(&d, 0);
	assert_true(str_starts(line, "r.yaml:2:1: "));
	assert_non_null(strstr(line, "did you mean \"online\""));
	free(line);
	diags_clear(&d);
}

/* Of the names of a component. */
static size_t
count_too_long(int id, int alias)
{
	struct diags d = {0};
	size_t n = 0;
	char *text = xasprintf(
	    "components: [{id: \"%0*d\", aliases: [\"%0*d\"]}]\n", id, 1, alias,
	    1);

	assert_null(rules_parse("r.yaml", text, strlen(text), &d));
	for (size_t i = 0; i < d.n; i++)
		n += str_eq(d.v[i].msg, "longer than 1024 bytes");
	diags_clear(&d);
	free(text);
	return n;
}

/* What a word is counted with has room for so many. */
static void
test_long_names(void **state)
{
	(void)state;
	assert_int_equal(count_too_long(1024, 1024), 0);
	assert_int_equal(count_too_long(1025, 1024), 1);
	assert_int_equal(count_too_long(1024, 1025), 1);
	assert_int_equal(count_too_long(65536, 65536), 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rules),
	    cmocka_unit_test(test_never_ignored),
	    cmocka_unit_test(test_unknown_is_asked),
	    cmocka_unit_test(test_negation),
	    cmocka_unit_test(test_environments),
	    cmocka_unit_test(test_phase),
	    cmocka_unit_test(test_no_end),
	    cmocka_unit_test(test_effect),
	    cmocka_unit_test(test_normalisation),
	    cmocka_unit_test(test_limit),
	    cmocka_unit_test(test_limit_of_component),
	    cmocka_unit_test(test_components),
	    cmocka_unit_test(test_online_and_path),
	    cmocka_unit_test(test_expected_end),
	    cmocka_unit_test(test_forget_written),
	    cmocka_unit_test(test_components_alone),
	    cmocka_unit_test(test_bad_rules),
	    cmocka_unit_test(test_long_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
