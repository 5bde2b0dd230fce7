/*
 * Unit tests of notice/: every page to the on-call, with the worst that can
 * stand in it. All of them are printed to pages.txt beside the program, to be
 * read.
 */
#include "base/attr.h"
#include "base/buf.h"
#include "base/sms.h"
#include "notice/lix.h"
#include "says.h"

#define LINK "https://driftsinformation.medcom.example.dk/svar/"
#define NUMBER "+45 00 00 00 09"

/* What a page is about, and what it has to say. */
struct kind {
	const char *name;
	enum page_news news;
	enum incident_state state;
	enum effect effect; /* EFFECT_NONE: about an alarm alone */
	const char *alarm, *about, *detail; /* NULL: none */
	const char *change;
	int begins; /* hours until announced work begins; it lasts one */
	bool due, skipped, nobody; /* nobody: whose name is not known */
	const char *subject; /* it begins so */
	const char *sms; /* it begins so, behind the subject's beginning */
	const char *end; /* commands of the SMS */
};

#define OPEN INCIDENT_OPEN
#define PENDING INCIDENT_PENDING
#define TAKE "Tag sagen: alertctl ack 7. "
#define CALL "Tag sagen: alertctl ack --call 12. "
#define OVER "Slut: alertctl resolve 7. "
#define DECIDE "Send: alertctl approve 7. Send ikke: alertctl dismiss 7. "
#define LIST_23 "Telefonliste: alertctl report 7 --unreached. "
#define NAMES                                                                 \
	"Ikast-Brande, Lyngby-Taarbæk, Ringkøbing-Skjern, Høje-Taastrup, " \
	"Faaborg-Midtfyn, Vesthimmerlands, Frederikssund, Frederikshavn, …"
#define FEED "nspop-driftsmeldinger"

static const struct kind kinds[] = {
    {"new incident", PAGE_RINGS, OPEN, EFFECT_OUTAGE,
	.subject = "FMK kan ikke hentes i omsorgssystemerne, sag", .sms = "",
	.end = TAKE OVER},
    {"pending", PAGE_RINGS, PENDING, EFFECT_OUTAGE,
	.subject = "Tag stilling: FMK", .sms = "Tag stilling: FMK",
	.end = DECIDE},
    {"pending with review", PAGE_RINGS, PENDING, EFFECT_DEGRADED, .due = true,
	.subject = "Tag stilling: FMK", .sms = "Tag stilling: FMK",
	.end = DECIDE},
    {"planned", PAGE_TOLD, OPEN, EFFECT_PLANNED, .begins = 50,
	.subject = "Planlagt arbejde på FMK", .sms = "Planlagt arbejde",
	.end = "Aflyst: alertctl resolve 7. "},
    {"overrun", PAGE_RINGS, OPEN, EFFECT_PLANNED, .begins = -3,
	.subject = "Over tiden: Planlagt", .sms = "Over tiden: Planlagt",
	.end = TAKE OVER "Fejl: alertctl update 7 --effect outage. "},
    {"worse", PAGE_RINGS, OPEN, EFFECT_OUTAGE, .change = "worse",
	.subject = "Værre: FMK", .sms = "Værre: FMK", .end = TAKE OVER},
    {"reopened", PAGE_RINGS, OPEN, EFFECT_DEGRADED, .change = "back",
	.subject = "Tilbage: FMK", .sms = "Tilbage: FMK", .end = TAKE OVER},
    {"work became a fault", PAGE_RINGS, OPEN, EFFECT_OUTAGE,
	.change = "not-planned", .subject = "Nu en fejl: FMK",
	.sms = "Nu en fejl: FMK", .end = TAKE OVER},
    {"vanished", PAGE_RINGS, OPEN, EFFECT_OUTAGE, "vanished", FEED, "",
	.subject = "Er det slut? FMK", .sms = "Er det slut? FMK",
	.end = TAKE OVER},
    {"vanished, pending", PAGE_RINGS, PENDING, EFFECT_OUTAGE, "vanished", FEED,
	"", .subject = "Måske slut. Tag stilling: FMK",
	.sms = "Måske slut. Tag stilling: FMK", .end = DECIDE},
    {"over in one feed", PAGE_RINGS, OPEN, EFFECT_OUTAGE, "over_one", FEED, "",
	.subject = "Er det slut? FMK", .sms = "Er det slut? FMK",
	.end = TAKE OVER},
    {"unrelated", PAGE_RINGS, OPEN, EFFECT_OUTAGE, "unrelated", FEED, "",
	.subject = "Er det slut? FMK", .sms = "Er det slut? FMK",
	.end = TAKE OVER},
    {"unreached, 1", PAGE_RINGS, OPEN, EFFECT_OUTAGE, "unreached", "1",
	"Ringkøbing-Skjern", .subject = "Ikke nået: 1 kommune: FMK",
	.sms = "Ikke nået: 1 kommune: FMK", .end = LIST_23 TAKE OVER},
    {"unreached, 23", PAGE_RINGS, OPEN, EFFECT_OUTAGE, "unreached", "23", NAMES,
	.subject = "Ikke nået: 23 kommuner: FMK",
	.sms = "Ikke nået: 23 kommuner: FMK", .end = LIST_23 TAKE OVER},
    {"unreceipted", PAGE_RINGS, OPEN, EFFECT_OUTAGE, "unreceipted", "23", NAMES,
	.subject = "23 har ikke kvitteret: FMK",
	.sms = "23 har ikke kvitteret: FMK", .end = LIST_23 TAKE OVER},
    {"lapsed", PAGE_LAPSED, OPEN, EFFECT_OUTAGE, .skipped = true,
	.subject = "Skal tages igen: FMK", .sms = "Skal tages igen: FMK",
	.end = TAKE OVER},
    {"lapsed, unreached", PAGE_LAPSED, OPEN, EFFECT_OUTAGE, "unreached", "23",
	NAMES, .subject = "Skal tages igen: Ikke nået: 23 kommuner: FMK",
	.sms = "Skal tages igen: Ikke nået: 23 kommuner: FMK",
	.end = LIST_23 TAKE OVER},
    {"skipped step", PAGE_RINGS, OPEN, EFFECT_OUTAGE, .skipped = true,
	.subject = "Ingen før dig. FMK", .sms = "Ingen før dig. FMK",
	.end = TAKE OVER},
    {"feed failing", PAGE_RINGS, OPEN, EFFECT_NONE, "feed_failing", FEED,
	"HTTP status 500 from the server", .skipped = true,
	.subject = "Ingen før dig. alertd melder: Feedet",
	.sms = "Ingen før dig. alertd melder: Feedet", .end = CALL},
    {"feed partly", PAGE_RINGS, OPEN, EFFECT_NONE, "feed_partly", FEED,
	"the body is not whole", .subject = "alertd melder: Feedet",
	.sms = "alertd melder: Feedet", .end = CALL},
    {"feed stale", PAGE_TOLD, OPEN, EFFECT_NONE, "feed_stale", FEED,
	"not changed since", .subject = "alertd melder: Feedet",
	.sms = "alertd melder: Feedet", .end = ""},
    {"feed shrunken", PAGE_TOLD, OPEN, EFFECT_NONE, "feed_shrunken", FEED,
	"9 of 10 are gone", .subject = "alertd melder: De fleste",
	.sms = "alertd melder: De fleste", .end = ""},
    {"feed settled", PAGE_TOLD, OPEN, EFFECT_NONE, "feed_settled", FEED, "",
	.subject = "alertd melder: Feedet", .sms = "alertd melder: Feedet",
	.end = ""},
    {"feed well", PAGE_TOLD, OPEN, EFFECT_NONE, "feed_well", FEED, "",
	.subject = "alertd melder: Feedet " FEED " er i orden igen.",
	.sms = "alertd melder: Feedet", .end = ""},
    {"over, untold", PAGE_TOLD, OPEN, EFFECT_NONE, "over_untold",
	"[Løst] Driftsforstyrrelse på Fælles Medicinkort i hele landet", FEED,
	.subject = "alertd melder: Feedet", .sms = "alertd melder: Feedet",
	.end = ""},
    {"over, several", PAGE_RINGS, OPEN, EFFECT_NONE, "over_several",
	"[Løst] Driftsforstyrrelse på Fælles Medicinkort i hele landet", FEED,
	.subject = "alertd melder: Feedet", .sms = "alertd melder: Feedet",
	.end = CALL},
    {"rule failed", PAGE_RINGS, OPEN, EFFECT_NONE, "rule_failed",
	"[Løst] Driftsforstyrrelse på Fælles Medicinkort i hele landet",
	"match limit reached", .subject = "alertd melder: En regel",
	.sms = "alertd melder: En regel", .end = CALL},
    {"template broken", PAGE_RINGS, OPEN, EFFECT_NONE, "template_failed", NULL,
	"notice.mail.txt:2:10: the section is not closed",
	.subject = "alertd melder: En skabelon fejlede.",
	.sms = "alertd melder: En skabelon fejlede.", .end = CALL},
    {"stuck", PAGE_RINGS, OPEN, EFFECT_NONE, "stuck", "7", "disk full",
	.subject = "alertd melder: Sag 7 er gået i stå.",
	.sms = "alertd melder: Sag 7", .end = CALL},
    {"config bad", PAGE_RINGS, OPEN, EFFECT_NONE, "config_bad", NULL, NULL,
	.subject = "alertd melder: Der er fejl i filerne.",
	.sms = "alertd melder: Der er fejl i filerne.", .end = CALL},
    {"mail refused", PAGE_TOLD, OPEN, EFFECT_NONE, "mail_refused", FEED,
	"from x@example.org: no DKIM", .subject = "alertd melder: Feedet",
	.sms = "alertd melder: Feedet", .end = ""},
    {"patient", PAGE_TOLD, OPEN, EFFECT_NONE, "patient", FEED,
	"FMK er nede for ******-****", .subject = "alertd melder: Feedet",
	.sms = "alertd melder: Feedet", .end = ""},
    {"self-check", PAGE_RINGS, OPEN, EFFECT_NONE, "self_check", NULL,
	"mail: 12 messages wait though they are due; incident 7: the next "
	"notice is not scheduled",
	.subject = "alertd melder: Selvtjekket", .sms = "alertd melder: Selv",
	.end = CALL},
    {"taken", PAGE_TAKEN, OPEN, EFFECT_OUTAGE, .subject = "Taget af Anna",
	.sms = "Sagen er taget af Anna", .end = ""},
    {"yours", PAGE_YOURS, OPEN, EFFECT_OUTAGE, .subject = "Du har sagen: FMK",
	.sms = "Du har sagen. Send nyt",
	.end = "Nyt: alertctl update 7. " OVER},
    {"yours, unreached", PAGE_YOURS, OPEN, EFFECT_OUTAGE, "unreached", "23",
	NAMES, .subject = "Du har sagen: FMK", .sms = "Du har sagen. Send nyt",
	.end = LIST_23 "Nyt: alertctl update 7. " OVER},
    {"taken, unreached", PAGE_TAKEN, OPEN, EFFECT_OUTAGE, "unreached", "23",
	NAMES, .subject = "Taget af Anna", .sms = "Sagen er taget af Anna",
	.end = ""},
    {"approved", PAGE_APPROVED, OPEN, EFFECT_OUTAGE, .subject = "Sendt af Anna",
	.sms = "Anna", .end = ""},
    {"dismissed", PAGE_DISMISSED, INCIDENT_DISMISSED, EFFECT_OUTAGE,
	.subject = "Afvist af Anna", .sms = "Anna", .end = ""},
    {"ended", PAGE_ENDED, INCIDENT_RESOLVED, EFFECT_OUTAGE,
	.subject = "Slut: FMK virker igen",
	.sms = "Sagen er slut, afsluttet af Anna", .end = ""},
    {"retracted", PAGE_ENDED, INCIDENT_RETRACTED, EFFECT_OUTAGE,
	.subject = "Trukket tilbage: FMK",
	.sms = "Sagen er trukket tilbage af Anna", .end = ""},
    {"alarm taken", PAGE_TAKEN, OPEN, EFFECT_NONE, "feed_failing", FEED,
	"HTTP status 500", .subject = "Taget af Anna",
	.sms = "Sagen er taget af Anna", .end = ""},
    {"alarm yours", PAGE_YOURS, OPEN, EFFECT_NONE, "self_check", NULL,
	"mail: 12 messages wait", .subject = "Du har sagen: Selvtjekket",
	.sms = "Du har sagen. Find ud af", .end = ""},
    {"alarm ended", PAGE_ENDED, OPEN, EFFECT_NONE, "feed_failing", FEED,
	"HTTP status 500", .nobody = true,
	.subject = "alertd melder: Det er i orden igen. Det gjaldt feedet",
	.sms = "Det er i orden igen. Det gjaldt feedet " FEED ".", .end = ""},
    {"alarm ended by somebody", PAGE_ENDED, OPEN, EFFECT_NONE, "self_check",
	NULL, "mail: 12 messages wait",
	.subject = "alertd melder: Sagen er slut.",
	.sms = "Sagen er slut, afsluttet af Anna", .end = ""},
    {"gone out", PAGE_GONE_OUT, OPEN, EFFECT_OUTAGE,
	.subject = "Allerede sendt: FMK",
	.sms = "Beskeden er allerede sendt af Anna",
	.end = TAKE OVER "Fortryd: alertctl retract 7. "},
    {"gone out by itself", PAGE_GONE_OUT, OPEN, EFFECT_OUTAGE, .nobody = true,
	.subject = "Allerede sendt: FMK", .sms = "Beskeden er allerede sendt.",
	.end = TAKE OVER "Fortryd: alertctl retract 7. "},
    {"wrong code", PAGE_WRONG_CODE, OPEN, EFFECT_NONE, .nobody = true,
	.subject = "Forkert kode.", .sms = "Vi fik et svar fra dig", .end = ""},
    {"wrong word", PAGE_WRONG_WORD, OPEN, EFFECT_OUTAGE, .nobody = true,
	.subject = "Forkert ord. FMK", .sms = "Koden er rigtig",
	.end = TAKE OVER},
    {"wrong word, pending", PAGE_WRONG_WORD, PENDING, EFFECT_OUTAGE,
	.nobody = true, .subject = "Forkert ord. FMK", .sms = "Koden er rigtig",
	.end = DECIDE},
    {"wrong word, alarm", PAGE_WRONG_WORD, PENDING, EFFECT_NONE, "feed_failing",
	FEED, "HTTP status 500", .nobody = true,
	.subject = "Forkert ord. Feedet",
	.sms = "Koden er rigtig, men ordet foran passer ikke. Der er ikke sket "
	       "noget. Skriv OK foran koden.",
	.end = ""},
    {"used", PAGE_USED, OPEN, EFFECT_OUTAGE, .nobody = true,
	.subject = "Gammel kode. FMK",
	.sms = "Koden er brugt eller for gammel.", .end = TAKE OVER},
    {"locked", PAGE_LOCKED, PENDING, EFFECT_OUTAGE, .nobody = true,
	.subject = "For mange forkerte koder. FMK",
	.sms = "Vi har fået for mange forkerte koder", .end = DECIDE},
    {"collected", PAGE_COLLECTED, OPEN, EFFECT_NONE, .nobody = true,
	.subject = "alertd: småting, der skal ses på", .sms = "Se mailen.",
	.end = ""},
};

static const struct alarm lows[] = {
    {ALARM_BOUNCED, "sygeplejen@example.dk",
	"Lyngby-Taarbæk: 550 5.1.1 user unknown"},
    {ALARM_IN_DOUBT, "+4500000001",
	"Lyngby-Taarbæk: no answer, so it may have been taken"},
    {ALARM_CALENDAR_FAILING, "vagten", "no event is in it"},
    {ALARM_CALENDAR_WELL, "vagten", NULL},
};

/* How the house is set up, besides. */
struct way {
	const char *name;
	bool link, sms_link, reply, exercise;
	size_t whom; /* for_some() */
};

static const struct way ways[] = {
    {"as installed", false, false, false, false, SOME},
    {"links and replies", true, false, true, false, SOME},
    {"links and replies, for some", true, false, true, false, 0},
    {"links in the SMS, an exercise", true, true, true, true, SOME},
};

/* The whole of a page, with what it borrows. */
struct made {
	struct incident i;
	struct alarm alarm;
	struct page_facts page;
	struct notice_facts f;
};

static void
make_incident(struct incident *i, const struct kind *k, const struct way *w)
{
	if (k->effect == EFFECT_NONE) {
		incident_init(i);
		return;
	}
	*i = sample("FMK", k->effect);
	i->state = k->state;
	/* The longest headline. */
	i->online = k->effect == EFFECT_OUTAGE ? ONLINE_WORKS : ONLINE_UNKNOWN;
	i->kind = w->exercise ? KIND_EXERCISE : KIND_ACTUAL;
	i->notices = k->state == PENDING || k->begins > 0 ? 0 : 2;
	xreplace(&i->title,
	    "“Driftsforstyrrelse” på Fælles Medicinkort (FMK) i produktion – "
	    "opslag, receptfornyelser og ordinationer fejler for alle 98…");
	xreplace(&i->news, "Vi undersøger fejlen.\n\n- Vi vender tilbage.");
	xreplace(&i->reason, "rule 3: FMK: it is hit: \"fmk\", \"fejler\"");
	i->resolved_at = at("2026-03-29T02:11:00Z");
	if (k->due)
		i->due_at = at("2026-03-29T02:30:00Z");
	if (k->effect == EFFECT_PLANNED) {
		i->planned = true;
		i->starts = at("2026-03-29T02:00:00Z") +
			    (int64_t)3600 * k->begins;
		i->ends = i->starts + 3600;
	}
}

/* Release with incident_clear(&m->i). */
static void
make_page(struct made *m, const struct kind *k, const struct way *w,
    const struct notices_conf *language)
{
	bool rings = k->news == PAGE_RINGS || k->news == PAGE_LAPSED;
	bool alone = k->effect == EFFECT_NONE;

	make_incident(&m->i, k, w);
	m->alarm = (struct alarm){0, k->about, k->detail};
	if (k->alarm != NULL)
		assert_int_equal(alarm_parse(k->alarm, &m->alarm.kind), 0);
	m->page = (struct page_facts){
	    .news = k->news,
	    .who = k->nobody || k->news == PAGE_RINGS
		       ? ""
		       : "Anna Margrethe Bjerregaard-Kristoffersen, MedCom",
	    .skipped = k->skipped ? "vagten hos MedCom, resten af MedCom" : "",
	    .change = k->change == NULL ? "" : k->change,
	    .lapses = k->news == PAGE_YOURS && !alone
			  ? at("2026-03-29T06:13:00Z")
			  : TIME_NONE,
	    .call_number = rings && alone ? 12 : 0,
	    .ack = rings && k->state == OPEN,
	    .decide = rings && k->state == PENDING,
	    .link = w->link ? LINK : "",
	    .sms_link = w->sms_link,
	    .reply_number = w->reply ? NUMBER : "",
	    .lows = lows,
	    .n_lows = k->news == PAGE_COLLECTED ? LENGTH(lows) : 0,
	};
	m->f = facts(&m->i, NOTICE_PAGE, 0);
	m->f.conf = language;
	m->f.audience = ORG_ONCALL;
	m->f.next = TIME_NONE;
	m->f.page = &m->page;
	m->f.alarm = k->alarm == NULL ? NULL : &m->alarm;
	if (!alone)
		for_some(&m->f, w->whom);
}

/* --- what is looked for --------------------------------------------------- */

/* Our own words: no quotations, no names in brackets, no commands, no links. */
static char *
ours(const char *s)
{
	struct buf b;

	buf_init(&b, 65536);
	for (const char *p = s; *p != '\0';) {
		bool begins = p == s || p[-1] == '\n';

		if (begins && str_starts(p, "> ")) {
			p += strcspn(p, "\n");
		} else if (*p == '"') {
			const char *end = strstr(p + 1, "\".");

			p = end == NULL ? p + strlen(p) : end + 1;
		} else if (*p == '(') {
			p += strcspn(p, ")");
		} else if (str_starts(p, "alertctl ") ||
			   str_starts(p, "https://")) {
			size_t n = strcspn(p, "\n");
			const char *stop = strstr(p, ". ");

			p += stop != NULL && stop < p + n ? (size_t)(stop - p)
							  : n;
		} else {
			buf_addc(&b, *p++);
		}
	}
	return buf_steal(&b);
}

/* Words that are English and not Danish, too. */
static void
no_english(const char *text)
{
	static const char *const words[] = {"the", "is", "it", "rule", "reason",
	    "by", "not", "cannot", "hit", "was", "and", "case", "says", "page",
	    "taken", "municipalities", "wait", "from", "over_one", "failed",
	    "incident", "notice", "messages", "told", "planned"};
	char *mine = ours(text), *rest = mine;

	while (*rest != '\0') {
		size_t n = strcspn(rest, " .,:;!?\n\"()");

		for (size_t i = 0; i < LENGTH(words); i++)
			if (n == strlen(words[i]) &&
			    strncmp(rest, words[i], n) == 0)
				fail_msg("\"%s\" in: %s", words[i], text);
		rest += n + (rest[n] != '\0');
	}
	free(mine);
}

static size_t
characters(const char *s)
{
	size_t n = 0;

	while (*s != '\0') {
		utf8_next(&s);
		n++;
	}
	return n;
}

static void
fits(const char *sms)
{
	struct sms_size z = sms_measure(sms);

	if (z.segments > 3 || z.ucs2)
		fail_msg("SMS of %zu: %s", z.units, sms);
	must_not(sms, "  ");
	must_not(sms, "{{");
	must_not(sms, ". .");
	must_not(sms, " . ");
}

/* Every code that can be used stands there, and no other. */
static void
has_codes(
    const struct made *m, const struct way *w, const struct notice_texts *x)
{
	static const struct {
		const char *reply, *token;
		bool decides;
	} l[] = {
	    {"OK @ack-@", "@ack-----------------@", false},
	    {"SEND @send@", "@approve-------------@", true},
	    {"NEJ @nej-@", "@dismiss-------------@", true},
	};

	for (size_t i = 0; i < LENGTH(l); i++) {
		bool on = l[i].decides ? m->page.decide : m->page.ack;
		const char *in_html = strstr(x->html, l[i].token);

		assert_int_equal(
		    strstr(x->sms, l[i].reply) != NULL, on && w->reply);
		assert_int_equal(
		    strstr(x->text, l[i].token) != NULL, on && w->link);
		assert_int_equal(in_html != NULL, on && w->link);
		assert_int_equal(strstr(x->sms, l[i].token) != NULL,
		    on && w->link && w->sms_link);
	}
	if ((m->page.ack || m->page.decide) && w->link)
		must(x->html, ": <a href=\"" LINK "@");
	else
		must_not(x->html, "<a ");
}

/* The SMS ends with how to act, reference and time, whole. */
static void
has_end(const struct kind *k, const struct way *w, const char *sms)
{
	bool alone = k->effect == EFFECT_NONE;
	bool stuck = alone && k->alarm != NULL && str_eq(k->alarm, "stuck");
	char *end = xasprintf("%sSe: alertctl %s. %skl. 04.13.%s", k->end,
	    alone && !stuck ? "status" : "show 7",
	    alone ? "" : "Sag FMK-2026-0007, ",
	    w->exercise && !alone ? " ØVELSE" : "");

	if (!str_ends(sms, end))
		fail_msg("not the end of the SMS: %s\n%s", end, sms);
	free(end);
}

static const char *
behind_mark(const char *s, bool exercise, const char *mark)
{
	if (!exercise)
		return s;
	assert_true(str_starts(s, mark));
	return s + strlen(mark);
}

static void
easy(const char *text)
{
	char *mine = ours(text);

	if (lix(mine) > 40)
		fail_msg("LIX %.1f: %s", lix(mine), mine);
	free(mine);
}

static void
check_danish(const struct kind *k, const struct way *w, const struct made *m,
    const struct notice_texts *x)
{
	bool exercise = w->exercise && k->effect != EFFECT_NONE;
	const char *subject = behind_mark(x->subject, exercise, "ØVELSE. ");
	const char *sms = behind_mark(
	    x->sms, exercise, "ØVELSE. Foretag jer ikke noget i driften. ");

	if (!str_starts(subject, k->subject))
		fail_msg("%s: subject: %s", k->name, x->subject);
	if (!str_starts(sms, k->sms))
		fail_msg("%s: SMS: %s", k->name, x->sms);
	has_end(k, w, x->sms);
	easy(x->sms);
	easy(x->text);
	no_english(x->subject);
	no_english(x->sms);
	no_english(x->text);
	must_not(x->text, "1 kommuner");
	must_not(x->sms, "Sagen: Tag stilling");
	if (m->f.alarm != NULL && (m->alarm.kind == ALARM_UNREACHED ||
				      m->alarm.kind == ALARM_UNRECEIPTED))
		must_not(x->sms, "Kommunerne får besked.");
	/* Who has nothing to do is not told to do it. */
	if (!page_news_asks(m->page.news)) {
		must_not(x->text, "Ring til");
		must_not(x->sms, "Ring til");
		must_not(x->text, "alertctl");
	}
	/* What is over is not told as if it were not. */
	if (m->page.news == PAGE_ENDED) {
		must_not(x->text, "\nFMK kan ikke");
		must_not(x->sms, ". FMK kan ikke");
		must_not(x->text, "kan ikke læses");
	}
	if (exercise)
		check_marks(x);
}

static void
check_any(
    const struct made *m, const struct way *w, const struct notice_texts *x)
{
	if (characters(x->subject) > 120)
		fail_msg(
		    "subject of %zu: %s", characters(x->subject), x->subject);
	fits(x->sms);
	has_codes(m, w, x);
	must_not(x->text, "{{");
	must_not(x->text, "\n\n\n");
	must_not(x->text, "?\n\n");
	must_not(x->text, " \n");
	must_not(x->subject, "  ");
	assert_null(strpbrk(x->subject, "\r\n"));
}

/* --- all of them ---------------------------------------------------------- */

static FILE *pages;

static void
print(const struct kind *k, const struct way *w, const char *language,
    const struct notice_texts *x)
{
	fprintf(pages, "==== %s (%s, %s)\n%s\n\n%s\n[%zu] %s\n\n", k->name,
	    w->name, language, x->subject, x->text,
	    sms_measure(x->sms).segments, x->sms);
}

/* The case of some is not that of all, whatever else is told of it. */
static void
says_whom(const struct made *m, const struct notice_texts *x)
{
	must(x->text, m->f.whom);
	must(x->html, m->f.whom);
	must(x->sms, m->f.whom_short);
}

static void
test_pages(void **state)
{
	(void)state;
	for (size_t n = 0; n < LENGTH(kinds) * LENGTH(ways); n++) {
		const struct kind *k = &kinds[n / LENGTH(ways)];
		const struct way *w = &ways[n % LENGTH(ways)];
		struct notice_texts x;
		struct made m;

		make_page(&m, k, w, &conf);
		x = texts(&m.f);
		print(k, w, "da", &x);
		check_any(&m, w, &x);
		check_danish(k, w, &m, &x);
		says_whom(&m, &x);
		notice_texts_clear(&x);
		m.f.conf = &conf_en;
		x = texts(&m.f);
		print(k, w, "en", &x);
		check_any(&m, w, &x);
		must_not(x.text, "kl. ");
		must_not(x.sms, "Sagen");
		notice_texts_clear(&x);
		incident_clear(&m.i);
	}
}

/* What alertd notes in English is quoted, and said to be English. */
static void
test_notes(void **state)
{
	struct notice_texts x;
	struct made m;

	(void)state;
	for (size_t n = 0; n < LENGTH(kinds); n++) {
		char *note;

		make_page(&m, &kinds[n], &ways[0], &conf);
		note = xasprintf("alertds egen notits, på engelsk:\n> %s\n",
		    kinds[n].detail == NULL ? "" : kinds[n].detail);
		x = texts(&m.f);
		if (m.f.alarm != NULL && alarm_explains(m.alarm.kind) &&
		    !str_empty(m.alarm.detail) && m.page.news != PAGE_ENDED)
			must(x.text, note);
		must_not(x.text, "Grunden er");
		free(note);
		notice_texts_clear(&x);
		incident_clear(&m.i);
	}
}

/* The built-in plain text has what answers, too. */
static void
test_plain(void **state)
{
	char folder[] = "/tmp/test_pages.XXXXXX";
	struct diags problems = {0};
	struct templates *t;
	char *path;
	struct err e;

	(void)state;
	assert_non_null(mkdtemp(folder));
	path = xasprintf("%s/page.sms.txt", folder);
	assert_int_equal(file_write(path, "{{#a}}", 6, 0600, &e), 0);
	t = templates_open(folder, "da", &problems);
	for (size_t n = 0; n < LENGTH(kinds) * LENGTH(ways); n++) {
		const struct kind *k = &kinds[n / LENGTH(ways)];
		const struct way *w = &ways[n % LENGTH(ways)];
		struct notice_texts x;
		struct made m;

		make_page(&m, k, w, &conf);
		assert_int_equal(notice_render(t, &m.f, &x, &e), -1);
		print(k, w, "plain", &x);
		fits(x.sms);
		has_codes(&m, w, &x);
		says_whom(&m, &x);
		if (m.page.ack && k->effect != EFFECT_NONE)
			must(x.sms, TAKE);
		if (m.page.ack && k->effect == EFFECT_NONE)
			must(x.text, "Tag sagen: alertctl ack --call 12\n");
		if (m.page.decide)
			must(x.sms, DECIDE);
		if (k->begins > 0)
			must_not(x.sms, "resolve");
		if (w->exercise && k->effect != EFFECT_NONE)
			check_marks(&x);
		must(x.sms, k->effect == EFFECT_NONE
				? "kl. 04.13."
				: "FMK-2026-0007, kl. 04.13.");
		notice_texts_clear(&x);
		incident_clear(&m.i);
	}
	templates_close(t);
	diags_clear(&problems);
	remove(path);
	remove(folder);
	free(path);
}

/* In HTML a list's address can be clicked; a quoted one cannot. */
static void
test_links(void **state)
{
	struct notice_texts x;
	struct made m;

	(void)state;
	make_page(&m, &kinds[0], &ways[1], &conf);
	m.page.link = "https://a.example.dk/?x=1&y=<'>/";
	xreplace(&m.i.title, "https://b.example.dk/");
	xreplace(&m.i.news, "- Se: https://c.example.dk/");
	x = texts(&m.f);
	must(x.html, "\">Tag sagen: <a href=\"https://a.example.dk/?x=1&amp;"
		     "y=&lt;'&gt;/@ack-----------------@\">https://a.");
	must_not(x.html, "<a href=\"https://b.");
	must_not(x.html, "<a href=\"https://c.");
	must_not(x.html, "href=\"alertctl");
	notice_texts_clear(&x);
	m.page.link = "javascript:x/";
	x = texts(&m.f);
	must_not(x.html, "<a ");
	notice_texts_clear(&x);
	incident_clear(&m.i);
}

/* The address must be all that the line is, or all behind a colon at its end.
 */
static void
test_links_in_own_words(void **state)
{
	static const char own[] = "- Læs https://d.example.dk/\n"
				  "- https://e.example.dk/\n"
				  "- Se: https://f.example.dk/ og ring\n"
				  "- Se: ftp://g.example.dk/\n"
				  "Se: https://h.example.dk/\n"
				  "https://i.example.dk/\n";
	char folder[] = "/tmp/test_pages.XXXXXX";
	struct diags problems = {0};
	struct notice_texts x;
	struct templates *t;
	struct made m;
	char *path;
	struct err e;

	(void)state;
	assert_non_null(mkdtemp(folder));
	path = xasprintf("%s/page-what.txt", folder);
	assert_int_equal(file_write(path, own, strlen(own), 0600, &e), 0);
	t = templates_open(folder, "da", &problems);
	assert_int_equal(problems.n, 0);
	make_page(&m, &kinds[0], &ways[0], &conf);
	assert_int_equal(notice_render(t, &m.f, &x, &e), 0);
	must(x.html, "\"><a href=\"https://e.example.dk/\">");
	must(x.html, "<a href=\"https://i.example.dk/\">");
	must(x.html, "\">Se: https://f.example.dk/ og ring</li>");
	must_not(x.html, "<a href=\"https://d.");
	must_not(x.html, "<a href=\"ftp");
	must_not(x.html, "<a href=\"https://h.");
	notice_texts_clear(&x);
	incident_clear(&m.i);
	templates_close(t);
	remove(path);
	remove(folder);
	free(path);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_pages),
	    cmocka_unit_test(test_notes),
	    cmocka_unit_test(test_plain),
	    cmocka_unit_test(test_links),
	    cmocka_unit_test(test_links_in_own_words),
	};
	const char *slash = argc > 0 ? strrchr(argv[0], '/') : NULL;
	char *path = xasprintf("%.*s/pages.txt",
	    slash == NULL ? 1 : (int)(slash - argv[0]),
	    slash == NULL ? "." : argv[0]);
	int r = 1;

	pages = fopen(path, "w");
	if (pages == NULL)
		perror(path);
	else
		r = cmocka_run_group_tests_name(
		    "pages", tests, setup, teardown);
	if (pages != NULL && fclose(pages) != 0)
		perror(path);
	free(path);
	return r;
}
