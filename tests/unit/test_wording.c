/* Unit tests of notice/: what is said must be true, and said once. */
#include "base/attr.h"
#include "says.h"

/* What is asked of FMK-online when a part of the way to FMK fails. */
static void
test_online(void **state)
{
	static const char *const logins[] = {
	    "SEB", "NemLog-in", "OCES", "KommunalLogin", "our-proxy"};
	static const char *const ways[] = {"STS", "DCC", "cNSP", "SDN", "NGW",
	    "EOJ", "Nexus", "Cura", "Vitae", "FMK", ""};

	(void)state;
	for (size_t k = 0; k < LENGTH(logins) + LENGTH(ways); k++) {
		bool login = k < LENGTH(logins);
		struct incident i = sample(
		    login ? logins[k] : ways[k - LENGTH(logins)],
		    EFFECT_OUTAGE);
		struct notice_facts f = facts(&i, NOTICE_FIRST, 1);

		i.path = true;
		if (login)
			says(&f,
			    LIST("omsorgssystem. Prøv FMK-online.\n",
				"online?\nDet ved vi ikke endnu. Prøv selv."),
			    LIST("Prøv FMK-online, eller brug sidst",
				"FMK-online: ved vi ikke."),
			    LIST("den virker", "online virker"));
		else
			says(&f,
			    LIST("medicinkortet: den virker.",
				"Ja. FMK-online virker."),
			    LIST("Brug FMK-online eller", "online: virker."),
			    LIST("Prøv"));
		/* What is told goes before what follows from the fault. */
		i.online = ONLINE_DOWN;
		says(&f, LIST("Nej. FMK-online er også ramt."),
		    LIST("Brug sidst hentede", "online: også ramt."),
		    LIST("Prøv", "virker"));
		incident_clear(&i);
	}
}

static void
test_online_itself(void **state)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_FIRST, 1);
	struct notice_texts x;

	(void)state;
	i.online = ONLINE_WORKS;
	says(&f,
	    LIST("- FMK kan ikke hentes i jeres omsorgssystem. Brug FMK-online "
		 "til at se medicinkortet: den virker.\n"),
	    LIST("Brug FMK-online eller sidst hentede"),
	    LIST("er nede", "kan ikke bruges", "Ret ikke", "Ret og bestil"));
	x = texts(&f);
	must(x.subject, "FMK kan ikke hentes i jeres omsorgssystem siden");
	notice_texts_clear(&x);
	f.type = NOTICE_RESOLVED;
	says(&f, LIST("FMK virker igen."), LIST("FMK virker igen."),
	    LIST("nås igen"));
	/* Slow: the way out only when it is told to work. */
	f.type = NOTICE_FIRST;
	i.effect = EFFECT_DEGRADED;
	says(&f, LIST("Brug FMK-online: den virker."),
	    LIST("FMK-online: virker."), LIST("Prøv"));
	i.online = ONLINE_UNKNOWN;
	says(&f, LIST("online?\nDet ved vi ikke endnu.\n"),
	    LIST("FMK-online: ved vi ikke."), LIST("Brug FMK-online", "Prøv"));
	xreplace(&i.service, "NAS");
	says(&f, LIST("Vi har ikke hørt om fejl på FMK-online."),
	    LIST("FMK-online: ingen kendte fejl."),
	    LIST("ved vi ikke", "Prøv"));
	incident_clear(&i);
}

static void
test_data_error(void **state)
{
	struct incident i = sample("FMK", EFFECT_DATA_ERROR);
	struct notice_facts f = facts(&i, NOTICE_FIRST, 1);

	(void)state;
	xreplace(&i.title, "Forkert styrke på Digoxin");
	says(&f,
	    LIST("Driftsmelding:\n> Forkert styrke",
		"ovenfor, hvad der er meldt",
		"Men den kan vise det samme forkerte."),
	    LIST("Det er meldt: \"Forkert styrke på Digoxin\".",
		"FMK-online: kan vise det samme."),
	    LIST("Prøv", "driftsmeldingen", "ved vi ikke"));
	i.online = ONLINE_WORKS;
	xreplace(&i.feed, "");
	says(&f,
	    LIST("Besked fra MedCom:\n> Forkert styrke",
		"Ja. FMK-online virker. Men den kan vise det samme forkerte."),
	    LIST("FMK-online: virker, men kan vise det samme."),
	    LIST("Driftsmelding", "driftsmelding"));
	incident_clear(&i);
}

/* "FMK works only partly since" would be wrong: it was down until now. */
static void
test_effect_changed(void **state)
{
	static const char *const reasons[] = {"worse", "better", "not-planned"};
	struct incident i = sample("FMK", EFFECT_DEGRADED);
	struct notice_facts f = facts(&i, NOTICE_UPDATE, 2);
	struct notice_texts x;

	(void)state;
	i.change = true;
	for (size_t k = 0; k < LENGTH(reasons); k++) {
		xreplace(&i.change_reason, reasons[k]);
		x = texts(&f);
		must_not(x.subject, "siden");
		must_not(x.sms, "siden");
		must_not(x.sms, "begyndte");
		must(x.text, "Fejlen begyndte kl. 23.12");
		notice_texts_clear(&x);
	}
	/* Later it is forgotten that it changed: the fault has the time. */
	i.change = false;
	xreplace(&i.change_reason, "");
	f.type = NOTICE_REPEAT;
	x = texts(&f);
	must(x.subject, "FMK virker kun delvist. Fejlen begyndte kl. 23.12");
	must(x.sms,
	    "FMK virker kun delvist. Fejlen begyndte 28/3 kl. 23.12 (4 t");
	notice_texts_clear(&x);
	incident_clear(&i);
}

/* As long as between the two times that are shown. */
static void
test_duration(void **state)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_REPEAT, 2);

	(void)state;
	i.since += 50;
	f.now += 10;
	says(&f, LIST("har varet 4 timer og 1 minut."), LIST("(4 t 1 min)"),
	    LIST("4 timer."));
	incident_clear(&i);
}

static void
test_title_once(void **state)
{
	static const struct {
		const char *news, *says;
	} l[] = {
	    {"FMK nede\nVi ser på det.", "> FMK nede\n> Vi ser på det.\n\n"},
	    {"FMK nede. Vi ser på det.", "> FMK nede\n> Vi ser på det.\n\n"},
	    {"FMK nede\r\n- punkt", "> FMK nede\n> - punkt\n\n"},
	    {"FMK nede.", "> FMK nede\n\n"},
	    {"FMK nede for alle", "> FMK nede\n> FMK nede for alle\n\n"},
	};
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_FIRST, 1);

	(void)state;
	i.notices = 0;
	xreplace(&i.title, "FMK nede");
	for (size_t k = 0; k < LENGTH(l); k++) {
		xreplace(&i.news, l[k].news);
		says(&f, LIST(l[k].says), LIST("FMK er nede"), LIST("\r"));
	}
	incident_clear(&i);
}

static void
test_planned_news(void **state)
{
	struct incident i = sample("FMK", EFFECT_PLANNED);
	struct notice_facts f = facts(&i, NOTICE_PLANNED, 2);

	(void)state;
	f.next = TIME_NONE;
	i.planned = i.change = i.fresh = true;
	xreplace(&i.news, "Kun kommuner i vest.");
	xreplace(&i.change_reason, "operator");
	/* Work whose start is not known is not reminded of. */
	says(&f,
	    LIST("Hvad er nyt?\nNyt fra MedCom:\n> Kun kommuner i vest.\n",
		"Når der er nyt.\n"),
	    LIST("Nyt: \"Kun kommuner i vest.\""), LIST("minder"));
	f.conf = &conf_en;
	says(&f,
	    LIST("What is new?\nNews from MedCom:\n> Kun kommuner i vest.\n"),
	    LIST("New: \"Kun"), LIST("remind"));
	f.conf = &conf;
	xreplace(&i.change_reason, "moved");
	says(&f,
	    LIST("Nyt: Arbejdet er flyttet.\nMeldingen lyder:\n> Kun kommuner"),
	    LIST("Nyt: Arbejdet er flyttet."), LIST("minder"));
	/* Nor is work that begins before a reminder can go. */
	i.starts = f.now + 3600;
	conf.reminder = 2 * 3600;
	says(&f, LIST("Når der er nyt.\n"), LIST("flyttet"), LIST("minder"));
	conf.reminder = 0;
	says(
	    &f, LIST("Vi minder om arbejdet, før"), LIST("flyttet"), LIST("<"));
	incident_clear(&i);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_online),
	    cmocka_unit_test(test_online_itself),
	    cmocka_unit_test(test_data_error),
	    cmocka_unit_test(test_effect_changed),
	    cmocka_unit_test(test_duration),
	    cmocka_unit_test(test_title_once),
	    cmocka_unit_test(test_planned_news),
	};

	return cmocka_run_group_tests_name("wording", tests, setup, teardown);
}
