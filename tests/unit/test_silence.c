/*
 * Unit tests of notice/: a feed that is not well. Each notice says so, once,
 * and no more than is true.
 */
#include "base/attr.h"
#include "base/sms.h"
#include "notice/lix.h"
#include "says.h"

static const struct way {
	const char *name;
	enum feed_health health;
	bool partly;
	const char *mail, *sms, *mail_en, *sms_en;
} ways[] = {
    {"failing", HEALTH_FAILING, false,
	"Vi har ikke kunnet hente nyt fra driftens statusside siden kl. 00.12.",
	"Intet nyt hentet fra driften siden kl. 00.12.",
	"We have not been able to read the operator's status page since 00:12.",
	"No news fetched from the operator since 00:12."},
    {"partly", HEALTH_FAILING, true,
	"Vi har kun kunnet læse en del af driftens statusside siden kl. 00.12.",
	"Driftens side kun delvist læst siden kl. 00.12.",
	"We have only been able to read a part of the operator's status page "
	"since 00:12.",
	"Operator's page read only in part since 00:12."},
    {"stale", HEALTH_STALE, false,
	"Driftens statusside har ikke ændret sig siden kl. 00.12.",
	"Driftens side er uændret siden kl. 00.12.",
	"The operator's status page has not changed since 00:12.",
	"Operator's page unchanged since 00:12."},
    {"shrunken", HEALTH_SHRUNKEN, false,
	"De fleste meldinger har manglet på driftens statusside siden kl. "
	"00.12.",
	"Mangler meldinger fra driften siden kl. 00.12.",
	"Most reports have been missing from the operator's status page since "
	"00:12.",
	"Reports missing from the operator since 00:12."},
};

static void
make(struct incident *i, struct notice_facts *f, enum notice_type type,
    const struct way *w)
{
	*i = sample("FMK", EFFECT_OUTAGE);
	xreplace(&i->title, "FMK er utilgængelig");
	xreplace(&i->news, "Vi undersøger fejlen.");
	*f = facts(i, type, 2);
	f->feed_silent_since = at("2026-03-28T23:12:00Z");
	f->feed_health = w->health;
	f->feed_partly = w->partly;
}

/* Nothing new is what nobody can know then. */
static void
test_repeat(void **state)
{
	struct incident i;
	struct notice_facts f;

	(void)state;
	for (size_t k = 0; k < LENGTH(ways); k++) {
		make(&i, &f, NOTICE_REPEAT, &ways[k]);
		says(&f, LIST("Hvad er nyt?\n", ways[k].mail),
		    LIST(ways[k].sms),
		    LIST("ikke noget nyt", "Ikke noget nyt"));
		f.conf = &conf_en;
		says(&f, LIST("What is new?\n", ways[k].mail_en),
		    LIST(ways[k].sms_en), LIST("nothing new", "Nothing new"));
		incident_clear(&i);
	}
}

/* Of the four sentences one is said, and once. */
static void
test_one(void **state)
{
	struct incident i;
	struct notice_facts f;
	const char *at_first;

	(void)state;
	for (size_t k = 0; k < LENGTH(ways) * 2; k++) {
		const struct way *w = &ways[k % LENGTH(ways)];
		struct notice_texts x;

		make(&i, &f, k < LENGTH(ways) ? NOTICE_REPEAT : NOTICE_UPDATE,
		    w);
		x = texts(&f);
		at_first = strstr(x.text, w->mail);
		assert_non_null(at_first);
		must_not(at_first + 1, w->mail);
		for (size_t j = 0; j < LENGTH(ways); j++)
			if (&ways[j] != w)
				must_not(x.text, ways[j].mail);
		notice_texts_clear(&x);
		incident_clear(&i);
	}
}

static void
test_well(void **state)
{
	struct incident i;
	struct notice_facts f;

	(void)state;
	for (size_t k = 0; k < LENGTH(ways); k++) {
		make(&i, &f, NOTICE_REPEAT, &ways[k]);
		f.feed_silent_since = TIME_NONE;
		says(&f, LIST("Der er ikke noget nyt siden kl. 01.13."),
		    LIST("Ikke noget nyt."),
		    LIST("statusside", "driften siden", "Driftens side"));
		incident_clear(&i);
	}
}

/* What came before the feed fell silent is still told. */
static void
test_fresh(void **state)
{
	struct incident i;
	struct notice_facts f;

	(void)state;
	for (size_t k = 0; k < LENGTH(ways); k++) {
		make(&i, &f, NOTICE_REPEAT, &ways[k]);
		i.fresh = true;
		says(&f,
		    LIST("Nyt fra driften:\n> Vi undersøger fejlen.\n",
			ways[k].mail),
		    LIST("Nyt fra driften: \"Vi undersøger fejlen.\""),
		    LIST("ikke noget nyt", "Ikke noget nyt"));
		incident_clear(&i);
	}
}

static void
test_easy(void **state)
{
	(void)state;
	for (size_t k = 0; k < LENGTH(ways); k++) {
		struct incident i;
		struct notice_facts f;

		for (int language = 0; language < 2; language++) {
			struct notice_texts x;

			make(&i, &f, NOTICE_REPEAT, &ways[k]);
			f.conf = language == 1 ? &conf_en : &conf;
			x = texts(&f);
			assert_true(lix(x.text) <= 40);
			assert_true(lix(x.sms) <= 40);
			assert_true(sms_measure(x.sms).segments <= 3);
			assert_false(sms_measure(x.sms).ucs2);
			notice_texts_clear(&x);
			incident_clear(&i);
		}
	}
}

static void
test_golden(void **state)
{
	struct incident i;
	struct notice_facts f;

	(void)state;
	for (size_t k = 0; k < LENGTH(ways); k++) {
		char *da_name = xasprintf("repeat-fmk-%s", ways[k].name);
		char *en_name = xasprintf("repeat-fmk-%s-en", ways[k].name);

		make(&i, &f, NOTICE_REPEAT, &ways[k]);
		golden(da_name, f);
		f.conf = &conf_en;
		golden(en_name, f);
		incident_clear(&i);
		free(da_name);
		free(en_name);
	}
}

/* What the on-call is told of a feed, each sentence once a kind. */
static void
test_alarms(void **state)
{
	static const struct {
		enum alarm_kind kind;
		const char *detail, *da, *en;
	} told[] = {
	    {ALARM_FEED_FAILING, "HTTP status 500",
		"Feedet nspop kan ikke læses.", "Feed nspop cannot be read."},
	    {ALARM_FEED_PARTLY, "only a part of it can be read",
		"Feedet nspop kan kun læses delvist.",
		"Feed nspop can only be read in part."},
	    {ALARM_FEED_STALE, "nothing new", "har ikke ændret sig længe.",
		"has not changed for long."},
	    {ALARM_FEED_SHRUNKEN, "37 of 40 events are gone",
		"De fleste meldinger er væk fra feedet nspop.",
		"Most reports are gone from feed nspop."},
	    {ALARM_FEED_WELL, NULL, "Feedet nspop er i orden igen.",
		"Feed nspop is well again."},
	    {ALARM_FEED_SETTLED, NULL,
		"Feedet nspop har vist lige så få meldinger i et døgn.",
		"Feed nspop has listed as few reports for a day."},
	};
	struct incident i;
	struct notice_facts f;

	(void)state;
	for (size_t k = 0; k < LENGTH(told); k++) {
		const char *quote = told[k].detail == NULL ? "alertctl status"
							   : told[k].detail;
		struct alarm a = {told[k].kind, "nspop", told[k].detail};

		incident_init(&i);
		f = facts(&i, NOTICE_PAGE, 0);
		f.alarm = &a;
		says(&f, LIST(told[k].da, quote), LIST(told[k].da), LIST("{{"));
		f.conf = &conf_en;
		says(&f, LIST(told[k].en, quote), LIST(told[k].en), LIST("{{"));
		incident_clear(&i);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_repeat),
	    cmocka_unit_test(test_one),
	    cmocka_unit_test(test_well),
	    cmocka_unit_test(test_fresh),
	    cmocka_unit_test(test_easy),
	    cmocka_unit_test(test_golden),
	    cmocka_unit_test(test_alarms),
	};

	return cmocka_run_group_tests_name("silence", tests, setup, teardown);
}
