/* Unit tests of notice/: the texts of every notice. */
#include "base/attr.h"
#include "base/file.h"
#include "base/sms.h"
#include "notice/lix.h"
#include "says.h"

static char none[] = "";
/* 119 characters. */
static char long_contact[] =
    "MedComs vagt for driften af Fælles Medicinkort, tlf. +45 00 00 00 01, "
    "og når den er optaget, KL, tlf. +45 00 00 00 02";
static const char *const services[] = {
    "FMK", "FMK-online", "NAS", "Recept", "STS", "NSP-backoffice"};
static const char *const changes[] = {"", "worse", "better", "not-planned",
    "online-works", "online-down", "expected-end", "moved", "back", "operator"};

/* s so often that it has n characters. */
static char *
fill(const char *s, size_t n)
{
	struct strv l = {0};
	const char *end;
	char *all;

	for (size_t i = 0; i < n; i++)
		strv_add(&l, s);
	all = strv_join(&l, "");
	end = all;
	while (n-- > 0)
		utf8_next(&end);
	all[end - all] = '\0';
	strv_clear(&l);
	return all;
}

/* The most that feed and operator can ask of a template. */
static void
worst(struct incident *i)
{
	free(i->title);
	free(i->news);
	i->title = str_trim(
	    fill("“Særlige” driftsforstyrrelser – ÆØÅ’s skyld… ", 300));
	i->news = fill("Vi oplever ”uregelmæssigheder” i ÆØÅ-systemet.\n"
		       "\n- Adgangsmæssige foranstaltninger 😀\n",
	    2000);
	i->fresh = true;
	i->online = ONLINE_WORKS;
	i->expected_end = at("2026-03-29T04:30:00Z");
	i->due_at = at("2026-03-29T02:30:00Z");
}

static void
no_keywords(const char *s)
{
	static const char *const raw[] = {"worse", "better", "not-planned",
	    "not_planned", "online-works", "online-down", "expected-end",
	    "operator"};

	for (size_t i = 0; i < LENGTH(raw); i++)
		must_not(s, raw[i]);
}

/* The SMS without what others wrote in it. */
static char *
our_words(const char *sms)
{
	const char *quote = strstr(sms, "Nyt: \"");
	const char *news = strstr(sms, "Nyt fra driften");
	const char *title = strstr(sms, "Det er meldt");
	const char *page = strstr(sms, " \"");
	const char *end = strstr(sms, "Besked nr.");

	quote = news != NULL && quote == NULL ? news : quote;
	quote = title != NULL ? title : quote;
	if (quote == NULL && page != NULL) {
		quote = page;
		end = strstr(sms, "Send: ");
		end = end == NULL ? strstr(sms, "Tag sagen: ") : end;
	}
	if (quote == NULL || end == NULL)
		return xstrdup(sms);
	return xasprintf("%.*s %s", (int)(quote - sms), sms, end);
}

/* A sentence begins behind a space. */
static void
no_run_on(const char *s)
{
	for (; *s != '\0'; s++) {
		if (s[0] == '.' && s[1] >= 'A' && s[1] <= 'Z')
			fail_msg("no space: %s", s);
	}
}

static void
check_sms(const struct notice_facts *f, const char *sms, bool all)
{
	struct sms_size z = sms_measure(sms);
	char *ours = our_words(sms);

	if (z.segments > 3 || z.ucs2 || (all && strstr(sms, "...") != NULL))
		fail_msg("SMS of %zu: %s", z.units, sms);
	if (lix(ours) > 40)
		fail_msg("LIX %.1f: %s", lix(ours), ours);
	free(ours);
	must_not(sms, "http");
	must_not(sms, "  ");
	no_run_on(sms);
	must(sms, "FMK-2026-0007, kl. 04.13.");
	if (f->type != NOTICE_PAGE)
		must(sms, "Besked nr. 123");
	no_keywords(sms);
}

/* The advice is read alone, so it has to be easy alone. */
static void
check_lix(const char *mail)
{
	const char *head = "Hvad skal I gøre?\n", *at = strstr(mail, head);
	char *advice;

	if (lix(mail) > 40)
		fail_msg("LIX %.1f:\n%s", lix(mail), mail);
	if (at == NULL)
		return;
	at += strlen(head);
	advice = xstrndup(at, (size_t)(strstr(at, "\n\n") - at));
	if (lix(advice) > 40)
		fail_msg("LIX %.1f:\n%s", lix(advice), advice);
	free(advice);
}

static void
check_one(
    struct incident *i, enum notice_type type, enum org_kind audience, bool all)
{
	static unsigned way;
	struct notice_facts f = facts(i, type, 123);
	struct notice_texts x;

	f.audience = audience;
	f.feed_silent_since = at("2026-03-28T23:12:00Z");
	/* Each of the four in turn. */
	f.feed_health = (enum feed_health)(way % 4 == 3 ? 1 : way % 4 + 1);
	f.feed_partly = way++ % 4 == 3;
	/* Only what an operator opened is for some: it has no feed. */
	for_some(&f, way / 4 % (SOME + 1));
	if (*f.whom != '\0')
		f.feed_silent_since = TIME_NONE;
	x = texts(&f);
	check_lix(x.text);
	/* Of an exercise for some, the contact may have to give way. */
	check_sms(
	    &f, x.sms, all && (i->kind == KIND_ACTUAL || *f.whom == '\0'));
	must_not(x.text, "{{");
	must_not(x.text, "Nødrecept");
	must_not(x.text, "\n\n\n");
	must_not(x.text, "?\n\n");
	no_keywords(x.text);
	no_keywords(x.subject);
	must(x.text, "FMK-2026-0007");
	if (type != NOTICE_PAGE) {
		must(x.text, conf.contact);
		must(x.text, "Besked nr. 123");
		must(x.text, "Hvad er ramt?");
		must(x.text, "Hvem er ramt?");
		must(x.text, "Hvad skal I gøre?");
		must(x.text, "lokale");
		must(x.text, "Virker FMK-online?");
		must(x.text, "Hvornår får I næste besked?");
	}
	if (i->effect == EFFECT_DATA_ERROR)
		must_not(x.text, "kan ikke bruges");
	assert_null(strpbrk(x.subject, "\r\n"));
	if (i->kind == KIND_EXERCISE)
		check_marks(&x);
	notice_texts_clear(&x);
}

static void
check_effects(bool bad)
{
	for (size_t k = 0; k < (size_t)6 * 4 * 7 * 2 * 2; k++) {
		struct incident i = sample(
		    services[k % 6], (enum effect)(EFFECT_PLANNED + k / 6 % 4));

		i.kind = k / 168 % 2 ? KIND_EXERCISE : KIND_ACTUAL;
		i.path = k / 336 % 2;
		i.starts = at("2026-03-30T18:00:00Z");
		i.ends = at("2026-03-30T20:00:00Z");
		xreplace(&i.reason, "rule FMK: nede");
		if (bad)
			worst(&i);
		/* Every keyword meets every effect and type. */
		xreplace(&i.change_reason, changes[k % LENGTH(changes)]);
		i.change = *i.change_reason != '\0';
		check_one(
		    &i, (enum notice_type)(k / 24 % 7), ORG_MUNICIPALITY, !bad);
		check_one(&i, (enum notice_type)(k / 24 % 7), ORG_VENDOR, !bad);
		incident_clear(&i);
	}
}

static void
test_all(void **state)
{
	(void)state;
	check_effects(false);
}

static void
test_worst(void **state)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_texts x;
	struct notice_facts f;

	(void)state;
	conf.contact = long_contact;
	check_effects(true);
	/* Feed text is cut before the contact, both before the end. */
	worst(&i);
	i.online = ONLINE_DOWN;
	f = facts(&i, NOTICE_REPEAT, 3);
	x = texts(&f);
	must(x.sms, long_contact);
	must(x.sms, "Nyt fra driften: \"Vi");
	assert_true(
	    str_ends(x.sms, "... Besked nr. 3, FMK-2026-0007, kl. 04.13."));
	notice_texts_clear(&x);
	i.kind = KIND_EXERCISE;
	x = texts(&f);
	must(x.sms, "Kontakt: MedCom");
	assert_true(str_ends(
	    x.sms, "... Besked nr. 3, FMK-2026-0007, kl. 04.13. ØVELSE"));
	must(x.text, i.title);
	notice_texts_clear(&x);
	f.max_segments = 1;
	x = texts(&f);
	assert_int_equal(sms_measure(x.sms).segments, 1);
	must(x.sms, "... Besked nr. 3, FMK-2026-0007, kl. 04.13. ØVELSE");
	notice_texts_clear(&x);
	conf.contact = contact;
	incident_clear(&i);
}

static void
test_changes(void **state)
{
	static const struct {
		const char *keyword;
		enum effect effect;
		const char *says, *says_english;
	} l[] = {
	    {"online-works", EFFECT_OUTAGE, "FMK-online virker igen.",
		"FMK-online works again."},
	    {"online-down", EFFECT_OUTAGE, "FMK-online er nu også ramt.",
		"FMK-online is now hit too."},
	    {"better", EFFECT_DEGRADED, "FMK svarer igen, men langsomt.",
		"FMK answers again, but slowly."},
	    {"better", EFFECT_DATA_ERROR,
		"Det er blevet bedre: FMK kan vise forkerte oplysninger.",
		"It got better: FMK may show wrong data."},
	    {"worse", EFFECT_OUTAGE, "Det er blevet værre: FMK er nede.",
		"It got worse: FMK is down."},
	    {"not-planned", EFFECT_OUTAGE, "Arbejdet er blevet til en fejl.",
		"The work has become a fault."},
	    {"expected-end", EFFECT_OUTAGE,
		"Det ventes at være slut kl. 06.30.",
		"It is expected to be over 06:30."},
	    {"moved", EFFECT_PLANNED, "Arbejdet er flyttet.",
		"The work was moved."},
	    {"back", EFFECT_OUTAGE, "Fejlen er tilbage.", "The fault is back."},
	    {"operator", EFFECT_OUTAGE, "Sagen er ændret.",
		"The case has changed."},
	};

	(void)state;
	for (size_t k = 0; k < LENGTH(l); k++) {
		struct incident i = sample("FMK", l[k].effect);
		struct notice_facts f = facts(&i,
		    i.effect == EFFECT_PLANNED ? NOTICE_PLANNED : NOTICE_UPDATE,
		    2);
		char *nyt = xasprintf("Nyt: %s", l[k].says);
		char *new = xasprintf("New: %s", l[k].says_english);

		i.expected_end = at("2026-03-29T04:30:00Z");
		i.change = true;
		xreplace(&i.change_reason, l[k].keyword);
		says(&f, LIST("Hvad er nyt?", nyt), LIST(nyt), LIST("New:"));
		f.conf = &conf_en;
		says(&f, LIST("What is new?", new), LIST(new), LIST("Nyt"));
		free(nyt);
		free(new);
		incident_clear(&i);
	}
}

static void
test_repeat(void **state)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_REPEAT, 2);

	(void)state;
	xreplace(&i.title, "FMK utilgængelig");
	xreplace(&i.news, "Vi leder efter fejlen.");
	says(&f,
	    LIST("Der er ikke noget nyt siden kl. 01.13.",
		"Det har varet 4 timer og 1 minut", "senest kl. 06.13",
		"Driftsmelding:\n> FMK utilgængelig\n> Vi leder efter fejlen."),
	    LIST("Ikke noget nyt.",
		"FMK er nede. Fejlen begyndte 28/3 kl. 23.12 (4 t 1 min).",
		"senest kl. 06.13"),
	    LIST("Nyt fra driften", "statusside"));
	i.fresh = true;
	says(&f,
	    LIST("Nyt fra driften:\n> Vi leder efter fejlen.\n",
		"> FMK utilgængelig\n\n"),
	    LIST("Nyt fra driften: \"Vi leder efter fejlen.\" Besked"),
	    LIST("ikke noget nyt", "Ikke noget nyt"));
	i.fresh = false;
	f.feed_silent_since = at("2026-03-28T23:12:00Z");
	f.feed_health = HEALTH_FAILING;
	says(&f, LIST("nyt fra driftens statusside siden kl. 00.12."),
	    LIST("Intet nyt hentet fra driften siden kl. 00.12."), LIST("<"));
	/* An expected end that has passed is no news. */
	f.feed_silent_since = TIME_NONE;
	i.expected_end = at("2026-03-29T04:30:00Z");
	says(&f, LIST("Det ventes at være slut kl. 06.30."),
	    LIST("Ventes slut kl. 06.30."), LIST("statusside"));
	i.expected_end = at("2026-03-29T02:13:00Z");
	says(&f, LIST("Fejlen begyndte kl. 23.12"),
	    LIST("Fejlen begyndte 28/3"), LIST("entes"));
	/* What an operator says is not the feed's. */
	f = facts(&i, NOTICE_UPDATE, 2);
	xreplace(&i.change_reason, "operator");
	i.fresh = true;
	says(&f,
	    LIST("Driftsmelding:\n> FMK utilgængelig\n",
		"Nyt fra MedCom:\n> Vi leder efter fejlen."),
	    LIST("Nyt: \"Vi leder"), LIST("driften:", "Nyt: Sagen"));
	/* Without a new text, the old one is not called new. */
	i.fresh = false;
	says(&f,
	    LIST("Driftsmelding:\n> FMK utilgængelig\n> Vi leder efter fejlen.",
		"Nyt: Sagen er ændret."),
	    LIST("Nyt: Sagen er ændret."), LIST("Nyt fra", "\"Vi leder"));
	/* Whose text it is that came with a change is not known. */
	i.fresh = true;
	xreplace(&i.change_reason, "online-works");
	says(&f,
	    LIST("Nyt: FMK-online virker igen.\nMeldingen lyder:\n> Vi leder"),
	    LIST("Nyt: \"Vi leder"), LIST("driften:", "fra MedCom"));
	incident_clear(&i);
}

static void
test_contact(void **state)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_FIRST, 1);

	(void)state;
	conf.contact = none;
	says(&f, LIST("Hvem kan I kontakte?\nMedCom.\n"),
	    LIST("Kontakt: MedCom."), LIST("Hilsen"));
	conf.signature = none;
	says(&f, LIST("Besked nr. 1"), LIST("Besked nr. 1"),
	    LIST("kontakte", "Kontakt"));
	conf.contact = contact;
	says(&f, LIST("kontakte?\nMedCom, tlf."), LIST("Kontakt: MedCom"),
	    LIST("Hilsen"));
	conf.signature = signature;
	incident_clear(&i);
}

static void
over(const char *service, enum effect effect, const char *mail,
    const char *advice, const char * not )
{
	struct incident i = sample(service, effect);
	struct notice_facts f = facts(&i, NOTICE_RESOLVED, 4);
	struct notice_texts x;

	i.state = INCIDENT_RESOLVED;
	i.resolved_at = at("2026-03-29T02:11:00Z");
	says(&f, LIST(mail, advice, "Besked nr. 4 (afsluttet)"),
	    LIST(mail, "Besked nr. 4, afsluttet"), LIST(not ));
	x = texts(&f);
	must(x.subject, "afsluttet");
	notice_texts_clear(&x);
	incident_clear(&i);
}

static void
test_over(void **state)
{
	(void)state;
	over("FMK", EFFECT_OUTAGE,
	    "FMK virker igen. Vi fik besked om det kl. 04.11.",
	    "om, at den er slut. Der gik 3 timer og 59 minutter.", "nede");
	/* It may have been down before it was slow: the advice is the same. */
	over("FMK", EFFECT_DEGRADED,
	    "FMK virker igen. Vi fik besked om det kl. 04.11.",
	    "som I fik i telefonen.", "gemme");
	over("NAS", EFFECT_DEGRADED,
	    "NAS virker igen. Vi fik besked om det kl. 04.11.",
	    "Beskeder kan være gået tabt imens.", "telefonen");
	over("FMK-online", EFFECT_DEGRADED,
	    "FMK-online virker igen. Vi fik besked om det kl. 04.11.",
	    "I kan bruge FMK-online igen.", "Prøv den");
	over("FMK", EFFECT_DATA_ERROR,
	    "Fejlen i FMK er rettet. Vi fik besked om det kl. 04.11.",
	    "Så tjek præparat, styrke og dosis igen.", "virker igen");
	over("FMK", EFFECT_PLANNED, "Planlagt arbejde på FMK er slut.",
	    "Nu kan I rette og bestille igen.", "virker igen");
}

static void
test_planned(void **state)
{
	struct incident i = sample("FMK", EFFECT_PLANNED);
	struct notice_facts f = facts(&i, NOTICE_PLANNED, 1);

	(void)state;
	i.notices = 0;
	i.planned = true;
	i.starts = at("2026-03-30T18:00:00Z");
	i.ends = at("2026-03-30T20:00:00Z");
	f.next = TIME_NONE;
	says(&f,
	    LIST("Fra kl. 20.00 mandag den 30. marts til kl. 22.00.\n",
		"Vi minder om arbejdet, før"),
	    LIST("fra 30/3 kl. 20.00 til kl. 22.00."),
	    LIST("siden", "har varet", "nede"));
	i.notices = 1;
	says(&f, LIST("Vi minder om arbejdet.\n"), LIST("Vi minder om det."),
	    LIST("Vi minder om arbejdet, før"));
	f.type = NOTICE_RESOLVED;
	i.resolved_at = at("2026-03-29T02:11:00Z");
	says(&f,
	    LIST("Planlagt arbejde på FMK er aflyst.", "Det sker ikke.",
		"I skal ikke gøre andet."),
	    LIST("er aflyst. Arbejd, som I plejer."),
	    LIST("virker igen", "Fejlen", "er slut"));
	f.conf = &conf_en;
	says(&f, LIST("Planned work on FMK is cancelled."),
	    LIST("is cancelled. Work as usual."), LIST("works again"));
	i.resolved_at = i.ends;
	says(&f, LIST("Planned work on FMK is done.", "Now you can make"),
	    LIST("is done."), LIST("works again", "cancelled"));
	incident_clear(&i);
}

/* The command is in the SMS once, behind what is asked. */
static void
vanished(const struct notice_facts *f)
{
	struct notice_texts x = texts(f);
	const char *first;

	assert_true(str_starts(x.subject, "Er det slut? FMK er nede, sag"));
	assert_true(str_starts(x.sms,
	    "Er det slut? FMK er nede. Feedet nspop viser ikke længere sagen. "
	    "Sagen er stadig åben. Tag sagen: alertctl ack 7."));
	first = strstr(x.sms, "alertctl resolve 7");
	assert_non_null(first);
	assert_null(strstr(first + 1, "alertctl resolve 7"));
	must(x.text,
	    "sket?\nFeedet nspop viser ikke længere sagen. Sagen er stadig "
	    "åben.\nFMK er nede siden");
	must(x.text, "alertctl resolve 7\n");
	must_not(x.sms, "får besked");
	must_not(x.text, "approve");
	notice_texts_clear(&x);
}

static void
test_page(void **state)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_PAGE, 0);

	(void)state;
	i.state = INCIDENT_PENDING;
	i.notices = 0;
	says(&f,
	    LIST("Send til kommunerne: alertctl approve 7\n",
		"Send ikke: alertctl dismiss 7\n", "alertctl show 7\n",
		"De får den først, når du siger ja."),
	    LIST("Send: alertctl approve 7. Send ikke: alertctl dismiss 7. "
		 "Se: alertctl show 7."),
	    LIST("resolve"));
	i.due_at = at("2026-03-29T02:30:00Z");
	says(&f, LIST("Beskeden går ud kl. 04.30, hvis ingen stopper den."),
	    LIST("Sendes kl. 04.30"), LIST("siger ja"));
	i.state = INCIDENT_OPEN;
	f.alarm = &(struct alarm){ALARM_VANISHED, "nspop", NULL};
	vanished(&f);
	f.alarm = &(struct alarm){ALARM_OVER_ONE, "blog", NULL};
	says(&f,
	    LIST("Feedet blog melder slut, men et andet feed gør ikke. Sagen "
		 "er stadig åben.\nFMK er nede siden"),
	    LIST("Er det slut? FMK er nede. Feedet blog melder slut",
		"Slut: alertctl resolve 7."),
	    LIST("får besked", "approve"));
	i.effect = EFFECT_PLANNED;
	i.starts = at("2026-03-29T00:00:00Z");
	i.ends = at("2026-03-29T02:00:00Z");
	says(&f,
	    LIST("Planlagt arbejde på FMK fra kl. 01.00 til kl. 04.00.",
		"alertctl update 7 --effect outage\n"),
	    LIST("fra kl. 01.00 til kl. 04.00", "--effect outage."),
	    LIST("approve"));
	/* An alarm is about no incident. */
	incident_clear(&i);
	incident_init(&i);
	f.alarm = &(struct alarm){
	    ALARM_FEED_FAILING, "nspop", "HTTP status 500"};
	says(&f,
	    LIST("Feedet nspop kan ikke læses.", "> HTTP status 500",
		"alertctl status\n"),
	    LIST("alertd melder: Feedet nspop kan", "Se: alertctl status."),
	    LIST("FMK", "approve", "delvist"));
	f.alarm = &(struct alarm){
	    ALARM_MAIL_REFUSED, "mail", "from x@example.org, \"y\": z"};
	says(&f,
	    LIST("Feedet mail har fået mail, som det ikke kan stole på.",
		"mappen .refused", "> from x@example.org, \"y\": z"),
	    LIST("alertd melder: Feedet mail har", "Se: alertctl status."),
	    LIST("FMK", "approve", "delvist"));
	f.alarm = &(struct alarm){ALARM_STUCK, "7", "disk full"};
	says(&f,
	    LIST("Sag 7 er gået i stå.", "> disk full",
		"Se sagen: alertctl show 7\n"),
	    LIST("alertd melder: Sag 7", "Se: alertctl show 7."),
	    LIST("FMK", "approve", "delvist"));
	incident_clear(&i);
}

static void
test_news(void **state)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_FIRST, 1);
	struct notice_texts x;

	(void)state;
	i.notices = 0;
	xreplace(&i.title, "FMK nede");
	xreplace(&i.news, "Første linje.\r\n\r\n- punkt et\n- punkt to\x01\n"
			  "Hvad skal I gøre?");
	says(&f,
	    LIST("> FMK nede\n> Første linje.\n> - punkt et\n> - punkt to\n"
		 "> Hvad skal I gøre?\n\n"),
	    LIST("FMK er nede"), LIST("\r"));
	/* A quoted question is no heading of ours. */
	x = texts(&f);
	must(x.html, "\">Hvad skal I gøre?</p>");
	must(x.html, "\">Hvad skal I gøre?</h2>");
	notice_texts_clear(&x);
	/* A long text is cut at a word, many lines at the fifteenth. */
	free(i.news);
	i.news = fill("ord ", 4000);
	says(&f, LIST("> ord ord", "ord…\n"), LIST("FMK"), LIST("ord …"));
	free(i.news);
	i.news = fill("a\n", 100);
	says(&f, LIST("> a\n> a\n> …\n"), LIST("FMK"), LIST("> …\n>"));
	incident_clear(&i);
}

static void
test_english(void **state)
{
	(void)state;
	conf_en.contact = long_contact;
	for (int k = 0; k < 6 * 4 * 7 * 2; k++) {
		struct incident i = sample(
		    services[k % 6], (enum effect)(EFFECT_PLANNED + k / 6 % 4));
		struct notice_facts f = facts(
		    &i, (enum notice_type)(k / 24 % 7), 5);
		struct notice_texts x;

		if (k / 168)
			worst(&i);
		i.kind = KIND_EXERCISE;
		f.conf = &conf_en;
		x = texts(&f);
		must(x.sms, "FMK-2026-0007, 04:13. ØVELSE");
		must(x.text, "FMK-2026-0007");
		must_not(x.text, "Hvad");
		must_not(x.text, "kl. ");
		must_not(x.text, "?\n\n");
		assert_true(sms_measure(x.sms).segments <= 3);
		check_marks(&x);
		if (f.type != NOTICE_PAGE)
			must(x.sms, "Notice no. 5");
		notice_texts_clear(&x);
		incident_clear(&i);
	}
	conf_en.contact = contact;
}

/* Feed text cannot break out of HTML, subject or lines. */
static void
test_hostile(void **state)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f;
	struct notice_texts x;

	(void)state;
	xreplace(&i.title, "<script>\r\nBcc: a@example.dk {{x}}\x01");
	xreplace(&i.service, "FMK\r\nBcc: b");
	f = facts(&i, NOTICE_FIRST, 1);
	x = texts(&f);
	must_not(x.html, "<script>");
	must(x.html, "&lt;script&gt;");
	must(x.text, "Driftsmelding:\n> <script> Bcc: a@example.dk {{x}}\n");
	assert_null(strpbrk(x.subject, "\r\n"));
	notice_texts_clear(&x);
	incident_clear(&i);
}

static void
golden_fmk(void)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);

	i.notices = 0;
	xreplace(&i.title, "FMK er utilgængelig");
	xreplace(&i.news, "Vi undersøger fejlen.");
	golden("first-fmk", facts(&i, NOTICE_FIRST, 1));
	i.notices = 1;
	golden("repeat-fmk", facts(&i, NOTICE_REPEAT, 2));
	xreplace(&i.news, "Fejlen er fundet.\n\n- En server er skiftet.");
	i.fresh = true;
	golden("repeat-fmk-fresh", facts(&i, NOTICE_REPEAT, 2));
	i.fresh = false;
	i.online = ONLINE_WORKS;
	xreplace(&i.change_reason, "online-works");
	golden("update-fmk", facts(&i, NOTICE_UPDATE, 3));
	i.resolved_at = at("2026-03-29T02:11:00Z");
	xreplace(&i.news, "FMK er i normal drift.");
	golden("resolved-fmk", facts(&i, NOTICE_RESOLVED, 4));
	xreplace(&i.news, "Det var kun en øvelse hos leverandøren.");
	golden("correction-fmk", facts(&i, NOTICE_CORRECTION, 5));
	incident_clear(&i);
}

static void
test_golden(void **state)
{
	struct incident nas = sample("NAS", EFFECT_DEGRADED);
	struct incident work = sample("FMK", EFFECT_PLANNED);
	struct incident sts = sample("STS", EFFECT_OUTAGE);
	const struct page_facts page = {.news = PAGE_RINGS,
	    .who = "",
	    .change = "",
	    .lapses = TIME_NONE,
	    .skipped = "vagten hos MedCom",
	    .decide = true,
	    .link = "https://alertd.example.dk/svar/",
	    .reply_number = "00 00 00 09"};
	struct notice_facts f = facts(&nas, NOTICE_RESOLVED, 2);

	(void)state;
	golden_fmk();
	f.audience = ORG_VENDOR;
	nas.resolved_at = at("2026-03-29T02:11:00Z");
	golden("resolved-nas-vendor", f);
	work.notices = 0;
	work.starts = at("2026-03-30T18:00:00Z");
	work.ends = at("2026-03-30T20:00:00Z");
	f = facts(&work, NOTICE_PLANNED, 1);
	f.next = TIME_NONE;
	golden("planned-fmk", f);
	sts.path = true;
	sts.state = INCIDENT_PENDING;
	sts.notices = 0;
	xreplace(&sts.title, "STS svarer ikke");
	xreplace(&sts.reason, "STS: unavailable");
	f = facts(&sts, NOTICE_PAGE, 0);
	f.page = &page;
	golden("page-sts", f);
	sts.state = INCIDENT_OPEN;
	sts.kind = KIND_EXERCISE;
	golden("first-sts-exercise", facts(&sts, NOTICE_FIRST, 1));
	incident_clear(&nas);
	incident_clear(&work);
	incident_clear(&sts);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_all),
	    cmocka_unit_test(test_worst),
	    cmocka_unit_test(test_changes),
	    cmocka_unit_test(test_repeat),
	    cmocka_unit_test(test_contact),
	    cmocka_unit_test(test_over),
	    cmocka_unit_test(test_planned),
	    cmocka_unit_test(test_page),
	    cmocka_unit_test(test_news),
	    cmocka_unit_test(test_english),
	    cmocka_unit_test(test_hostile),
	    cmocka_unit_test(test_golden),
	};

	return cmocka_run_group_tests_name("notice", tests, setup, teardown);
}
