/*
 * Every built-in text in Danish is easy to read, whatever is known: LIX at
 * most 40, and at most three parts of an SMS. Prints the worst of each. A
 * subject is half a sentence of a few words, of which LIX says nothing.
 */
#include "base/attr.h"
#include "base/sms.h"
#include "notice/lix.h"
#include "says.h"

static char long_contact[] =
    "MedComs vagt for driften af Fælles Medicinkort, tlf. +45 00 00 00 01, "
    "og når den er optaget, KL, tlf. +45 00 00 00 02";
static const char *const services[] = {
    "FMK", "FMK-online", "NAS", "Recept", "STS", "NemLog-in", "NSP-backoffice"};
static const char *const changes[] = {"", "worse", "better", "not-planned",
    "online-works", "online-down", "expected-end", "moved", "back", "operator"};
static const char receipt[] =
    "https://alertd.example.dk/kvittering/0123456789012345678901";

/* The hardest so far. */
static struct worst {
	const char *what;
	double lix;
	char *text;
} worst[] = {{"mail", 0, NULL}, {"advice", 0, NULL}, {"SMS", 0, NULL}};
enum { MAIL, ADVICE, SMS };
static size_t most_segments, most_units, rendered;

static void
measure(int what, const char *text)
{
	double is = lix(text);

	if (is > 40)
		fail_msg("%s, LIX %.1f:\n%s", worst[what].what, is, text);
	if (is > worst[what].lix) {
		worst[what].lix = is;
		xreplace(&worst[what].text, text);
	}
}

/* What is to be done is read alone, so it has to be easy alone. */
static void
measure_advice(const char *mail)
{
	const char *head = "Hvad skal I gøre?\n", *at = strstr(mail, head);
	char *advice;

	if (at == NULL)
		return;
	at += strlen(head);
	advice = xstrndup(at, (size_t)(strstr(at, "\n\n") - at));
	measure(ADVICE, advice);
	free(advice);
}

/* Without what others wrote, which is in quotes or cut off at the end. */
static void
measure_sms(const char *sms)
{
	struct sms_size z = sms_measure(sms);
	char *ours = xstrdup(sms), *to = ours;
	bool quoted = false;

	for (const char *p = sms; *p != '\0'; p++) {
		quoted ^= *p == '"';
		/* A quotation that was cut ends with "...". */
		if (quoted && str_starts(p, "... "))
			quoted = false;
		if (!quoted && *p != '"')
			*to++ = *p;
	}
	*to = '\0';
	measure(SMS, ours);
	free(ours);
	if (z.segments > 3 || z.ucs2)
		fail_msg("%zu parts: %s", z.segments, sms);
	most_segments = z.segments > most_segments ? z.segments : most_segments;
	most_units = z.units > most_units ? z.units : most_units;
}

static void
fill(struct incident *i, size_t k)
{
	bool repeated = k / 2 % 2;

	i->kind = k % 2 ? KIND_EXERCISE : KIND_ACTUAL;
	i->path = k / 4 % 2;
	i->planned = i->effect == EFFECT_PLANNED;
	if (repeated)
		i->since = i->opened_at = at("2026-10-25T00:10:00Z");
	i->starts = at("2026-11-30T18:00:00Z");
	i->ends = k / 8 % 2 ? TIME_NONE : at("2026-12-01T03:00:00Z");
	if (k / 16 % 2)
		i->expected_end = repeated ? at("2026-10-25T01:30:00Z")
					   : at("2026-03-29T04:30:00Z");
	xreplace(&i->change_reason, changes[k / 32 % LENGTH(changes)]);
	i->change = *i->change_reason != '\0';
	i->fresh = k / 3 % 2;
	if (k % 7 == 0)
		xreplace(&i->feed, "");
	xreplace(&i->title, "“Driftsforstyrrelser” på Fælles Medicinkort – "
			    "ordinationer og receptfornyelser fejler…");
	xreplace(&i->news, "Vi oplever ”uregelmæssigheder”.\n\n- Leverandøren "
			   "undersøger driftsforstyrrelserne.");
	i->resolved_at = repeated ? at("2026-10-25T01:20:00Z")
				  : at("2026-03-29T02:11:00Z");
}

/* base: service, effect, type, FMK-online; k: all else. */
static void
check(size_t base, size_t k)
{
	struct incident i = sample(
	    services[base % 7], (enum effect)(EFFECT_PLANNED + base / 7 % 4));
	enum notice_type type = (enum notice_type)(base / 28 % 6);
	struct notice_facts f = facts(&i, type, 123);
	struct notice_texts x;

	i.online = (enum online)(base / 168 % 3);
	fill(&i, k);
	if (i.planned && type != NOTICE_RESOLVED && type != NOTICE_CORRECTION)
		f.type = NOTICE_PLANNED;
	i.notices = type == NOTICE_FIRST ? 0 : 122;
	if (k / 2 % 2) {
		f.now = at("2026-10-25T00:30:00Z");
		f.next = f.next == TIME_NONE ? TIME_NONE
					     : at("2026-10-25T01:30:00Z");
		i.last_notice_at = at("2026-10-25T00:20:00Z");
	}
	f.audience = k % 5 == 0 ? ORG_VENDOR : ORG_MUNICIPALITY;
	f.receipt = k % 3 == 0 ? receipt : NULL;
	if (k % 4 == 1)
		f.feed_silent_since = f.now - 90000;
	f.feed_health = (enum feed_health)(1 + k % 3);
	f.feed_partly = k % 8 == 5;
	for_some(&f, k / 5 % (SOME + 1));
	x = texts(&f);
	measure(MAIL, x.text);
	measure_advice(x.text);
	measure_sms(x.sms);
	rendered++;
	notice_texts_clear(&x);
	incident_clear(&i);
}

static void
test_notices(void **state)
{
	const size_t bases = (size_t)7 * 4 * 6 * 3;

	(void)state;
	conf.contact = long_contact;
	/* A stride that meets each of the 320 ways, and mixes them. */
	for (size_t k = 0; k < 12 * bases; k++)
		check(k % bases, k * 127 % 2240);
	conf.contact = contact;
	assert_true(most_segments > 1);
}

static void
test_receipts(void **state)
{
	(void)state;
	for (size_t k = 0; k < LENGTH(services) * 2; k++) {
		struct incident i = sample(services[k / 2], EFFECT_OUTAGE);
		struct notice_facts f = facts(&i, NOTICE_RECEIPT, 123);
		struct notice_texts x;

		i.kind = k % 2 ? KIND_EXERCISE : KIND_ACTUAL;
		f.receipt = receipt;
		x = texts(&f);
		measure(MAIL, x.text);
		measure_sms(x.sms);
		notice_texts_clear(&x);
		incident_clear(&i);
	}
}

static void
test_drills(void **state)
{
	static const enum notice_type types[] = {
	    NOTICE_FIRST, NOTICE_UPDATE, NOTICE_RESOLVED, NOTICE_CORRECTION};

	(void)state;
	conf.contact = long_contact;
	for (size_t k = 0; k < LENGTH(types) * 8 * (SOME + 1); k++) {
		struct incident i = sample("FMK", EFFECT_OUTAGE);
		struct notice_facts f = facts(&i, types[k / 8 % 4], 123);
		struct notice_texts x;

		fill(&i, k % 4 * 2 + 1);
		i.drill_ends = at("2026-03-29T04:13:00Z");
		f.receipt = k / 4 % 2 ? receipt : NULL;
		for_some(&f, k / 32);
		x = texts(&f);
		measure(MAIL, x.text);
		measure_advice(x.text);
		measure_sms(x.sms);
		notice_texts_clear(&x);
		incident_clear(&i);
	}
	conf.contact = contact;
}

static void
test_worst(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(worst); i++) {
		printf("worst %s: LIX %.1f\n%s\n\n", worst[i].what,
		    worst[i].lix, worst[i].text);
		assert_true(worst[i].lix > 10);
		free(worst[i].text);
	}
	printf("%zu notices; at most %zu parts, %zu septets\n", rendered,
	    most_segments, most_units);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_notices),
	    cmocka_unit_test(test_receipts),
	    cmocka_unit_test(test_drills),
	    cmocka_unit_test(test_worst),
	};

	return cmocka_run_group_tests_name("lix", tests, setup, teardown);
}
