/* Unit tests of whom an incident is for: contacts/audience.h, and the core. */
#include "core_house.h"

#include "contacts/audience.h"
#include "contacts/whom.h"
#include "store/published.h"
#include "store/schema.h"

static const struct {
	const char *text, *audience;
} good[] = {
    {"all", ""},
    {" Alle ", ""},
    {"region Nordjylland", "region:Region Nordjylland"},
    {"region:Region Nordjylland", "region:Region Nordjylland"},
    {"REGION NORDJYLLAND", "region:Region Nordjylland"},
    {"region midt", "region:Region Midtjylland"},
    {"region sjælland", "region:Region Sjælland"},
    {"REGION SJÆLLAND", "region:Region Sjælland"},
    {"Nordjylland", "region:Region Nordjylland"},
    {"vendor kmd", "vendor:kmd"},
    {"vendor: KMD", "vendor:kmd"},
    {"Leverandør KMD", "vendor:kmd"},
    {"kmd", "vendor:kmd"},
    {"0147, 0101,0147", "org:0101,0147"},
    {"Aarhus,københavn", "org:0101,0751"},
    {"ÆRØ", "org:0492"},
    {"org:0101", "org:0101"},
    {"Greve Kommune", "org:0253"},
};

static const struct {
	const char *text, *says;
} bad[] = {
    {"", "there is no municipality"},
    {",", "there is no municipality"},
    {"Aarhuus", "there is no \"Aarhuus\"; did you mean \"Aarhus\"?"},
    {"nordjyland", "did you mean \"Region Nordjylland\"?"},
    {"systematik", "did you mean \"Systematic\"?"},
    {"0101,101", "no municipality \"101\"; did you mean \"0101\"?"},
    {"region Nordjyland", "did you mean \"Region Nordjylland\"?"},
    {"region jylland", "more than one region"},
    {"region", "there is no region"},
    {"region Vest", "they are Region Hovedstaden"},
    {"vendor kmdd", "there is no vendor \"kmdd\"; did you mean \"KMD\"?"},
    {"vendor xyzzyx", "they are"},
    {"vendor dedalus", "no municipality is known to be with"},
    {"0101,kmd", "there is no municipality \"kmd\""},
    {"medcom", "there is no municipality"},
};

static struct orgs
orgs_of(struct house *h)
{
	struct orgs l = {0};
	struct err e = {""};

	must(store_orgs(h->store, &l, &e), &e);
	return l;
}

static void
test_parse(void **state)
{
	struct orgs l = orgs_of(*state);
	struct err e = {""};
	char *out;

	for (size_t i = 0; i < LENGTH(good); i++) {
		must(audience_parse(good[i].text, &l, &out, &e), &e);
		assert_string_equal(out, good[i].audience);
		free(out);
	}
	for (size_t i = 0; i < LENGTH(bad); i++) {
		assert_int_equal(audience_parse(bad[i].text, &l, &out, &e), -1);
		assert_null(out);
		if (strstr(e.msg, bad[i].says) == NULL)
			fail_msg("%s: %s", bad[i].text, e.msg);
	}
	orgs_clear(&l);
}

static void
test_has(void **state)
{
	(void)state;
	assert_true(audience_has("", "0101", "", ""));
	assert_true(audience_has("region:R", "0101", "R", "kmd"));
	assert_false(audience_has("region:R", "0101", "Rx", "kmd"));
	assert_false(audience_has("region:", "0101", "", ""));
	assert_true(audience_has("vendor:kmd", "0101", "R", "kmd"));
	assert_false(audience_has("vendor:", "0101", "R", ""));
	assert_true(audience_has("org:0101,0147", "0147", "", ""));
	assert_true(audience_has("org:0101,0147", "0101", "", ""));
	assert_false(audience_has("org:0101,0147", "147", "", ""));
	assert_false(audience_has("org:0101,0147", "010", "", ""));
	assert_false(audience_has("org:0101", "", "", ""));
	/* What is no audience is for nobody, never for everybody. */
	assert_false(audience_has("what", "0101", "R", "kmd"));
}

static void
says(const char *audience, const struct orgs *l, size_t n, const char *english,
    const char *danish)
{
	char *en = audience_text(audience, l),
	     *da = whom_words(audience, l, "da", 120);

	assert_int_equal(audience_count(audience, l), n);
	assert_string_equal(en, english);
	assert_string_equal(da, danish);
	free(en);
	free(da);
}

static void
test_words(void **state)
{
	struct orgs l = orgs_of(*state);

	says("", &l, 98, "all municipalities", "");
	says("region:Region Nordjylland", &l, 11,
	    "the municipalities of Region Nordjylland",
	    "kommunerne i Region Nordjylland");
	says("vendor:kmd", &l, 16, "the municipalities with KMD",
	    "kommuner med system fra KMD");
	says(
	    "org:0101,0751", &l, 2, "København, Aarhus", "København og Aarhus");
	says("org:0101,0147,0151,0153,0155,0157", &l, 6, "6 municipalities",
	    "København, Frederiksberg, Ballerup, Brøndby, Dragør og 1 anden "
	    "kommune");
	orgs_clear(&l);
}

static const struct {
	const char *audience, *language;
	size_t max;
	const char *says;
} notices[] = {
    {"", "en", 60, ""},
    {"region:Region Nordjylland", "en", 60,
	"the municipalities of Region Nordjylland"},
    {"region:Region Nordjylland", "da", 32, "kommunerne i Region Nordjylland"},
    {"region:Region Midtjylland og Omegn", "da", 32, "nogle kommuner"},
    {"region:Region Hovedstaden", "en", 32, "29 municipalities"},
    {"vendor:kmd", "en", 60, "municipalities with KMD"},
    {"vendor:gone", "da", 60, "kommuner med system fra gone"},
    {"org:0751", "da", 60, "Aarhus"},
    {"org:0101,0751", "en", 60, "København and Aarhus"},
    {"org:0101,0147,0253", "da", 60, "København, Frederiksberg og Greve"},
    {"org:0101,0147,0253", "da", 32, "København og 2 andre kommuner"},
    {"org:0173,0760", "en", 32, "2 municipalities"},
    {"org:0173,0760", "da", 32, "2 kommuner"},
    {"org:0173,0760", "da", 60, "Lyngby-Taarbæk og Ringkøbing-Skjern"},
    {"org:0101,0147,0151,0153,0155,0157,0159", "da", 60,
	"København, Frederiksberg, Ballerup og 4 andre kommuner"},
    {"org:0101,0147,0151,0153,0155,0157,0159", "en", 120,
	"København, Frederiksberg, Ballerup, Brøndby, Dragør and 2 other "
	"municipalities"},
    {"org:0099,0101", "da", 60, "København"},
    {"org:0099", "da", 60, "nogle kommuner"},
    {"org:0099", "en", 60, "some municipalities"},
};

static void
test_whom(void **state)
{
	struct orgs l = orgs_of(*state), none = {0};
	char *s;

	for (size_t i = 0; i < LENGTH(notices); i++) {
		s = whom_words(notices[i].audience, &l, notices[i].language,
		    notices[i].max);
		assert_string_equal(s, notices[i].says);
		assert_true(strlen(s) <= notices[i].max);
		free(s);
	}
	s = whom_words("org:0101", &none, "da", 60);
	assert_string_equal(s, "nogle kommuner");
	free(s);
	orgs_clear(&l);
}

static void
test_vendors(void **state)
{
	struct orgs l = orgs_of(*state);
	const struct org *kmd = NULL, *other = NULL, *team = NULL;
	const char *in = NULL;
	char *named;

	for (size_t i = 0; i < l.n; i++) {
		if (str_eq(l.v[i].code, "kmd"))
			kmd = &l.v[i];
		else if (l.v[i].kind == ORG_VENDOR)
			other = &l.v[i];
		if (l.v[i].kind == ORG_ONCALL)
			team = &l.v[i];
		if (str_eq(l.v[i].vendor, "kmd"))
			in = l.v[i].code;
	}
	named = xasprintf("org:%s", in);
	assert_true(audience_includes("", &l, kmd));
	assert_true(audience_includes("", &l, other));
	assert_false(audience_includes("", &l, team));
	assert_true(audience_includes("vendor:kmd", &l, kmd));
	assert_true(audience_includes(named, &l, kmd));
	assert_false(audience_includes(named, &l, other));
	free(named);
	orgs_clear(&l);
}

/* --- through the core ------------------------------------------------------
 */

static void
add_contact(struct house *h, const char *org, const char *email)
{
	struct contact c = {.org = xstrdup(org),
	    .name = xstrdup("Vagt"),
	    .email = xstrdup(email),
	    .phone = xstrdup(""),
	    .enabled = true};
	struct err e = {""};

	must(store_contact_put(h->store, &c, &e), &e);
	contact_clear(&c);
}

/* København, Aalborg (with KMD), KMD and Systematic have contacts. */
static int
build_four(void **state)
{
	struct house *h;
	struct err e = {""};

	build(state);
	h = *state;
	add_contact(h, "0851", "aalborg@example.dk");
	add_contact(h, "kmd", "kmd@example.dk");
	add_contact(h, "systematic", "systematic@example.dk");
	must(store_org_put(h->store,
		 &(struct org){.kind = ORG_MUNICIPALITY,
		     .code = (char[]){"0851"},
		     .name = (char[]){"Aalborg"},
		     .region = (char[]){"Region Nordjylland"},
		     .vendor = (char[]){"kmd"}},
		 &e),
	    &e);
	return 0;
}

static int64_t
sent(struct house *h, const char *audience)
{
	struct statement s = {.effect = EFFECT_OUTAGE,
	    .title = "FMK er nede",
	    .audience = audience,
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE};
	struct err e = {""};
	int64_t id = 0;

	must(core_send(&h->core, &s, h->now, &id, &e), &e);
	return id;
}

static void
counts(struct house *h, int64_t id, int64_t reached, int64_t not_reached,
    int64_t unconcerned, int64_t vendors)
{
	struct audience_size n;
	struct incident i;
	struct err e = {""};

	must(store_incident_get(h->store, id, &i, &e), &e);
	must(core_audience(&h->core, &i, &n, &e), &e);
	assert_int_equal(n.municipalities, reached);
	assert_int_equal(n.unreachable, not_reached);
	assert_int_equal(n.unconcerned, unconcerned);
	assert_int_equal(n.vendors, vendors);
	incident_clear(&i);
}

static void
test_send(void **state)
{
	struct house *h = *state;

	sent(h, NULL);
	went_to(h, 1, 1,
	    "fmk@example.dk,+4500000001,aalborg@example.dk,kmd@example.dk,"
	    "systematic@example.dk");
	counts(h, 1, 2, 96, 0, 2);
	sent(h, "region:Region Nordjylland");
	went_to(h, 2, 1, "aalborg@example.dk,kmd@example.dk");
	counts(h, 2, 1, 10, 87, 1);
	sent(h, "org:0101");
	went_to(h, 3, 1, "fmk@example.dk,+4500000001");
	counts(h, 3, 1, 0, 97, 0);
}

/* Repeats and updates go to the same; nobody else is missing. */
static void
test_goes_on(void **state)
{
	struct house *h = *state;
	struct statement s = {.text = "Det varer ved.",
	    .audience = "",
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE};
	struct reaches l = {0};
	struct err e = {""};

	sent(h, "region:Region Nordjylland");
	must(core_update(&h->core, 1, &s, h->now + 60, &e), &e);
	went_to(h, 1, 2, "aalborg@example.dk,kmd@example.dk");
	h->now += 3 * HOUR;
	turn(h);
	went_to(h, 1, 3, "aalborg@example.dk,kmd@example.dk");
	must(store_reach(h->store, 1, 0, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++)
		if (str_eq(l.v[i].code, "0101"))
			assert_true(l.v[i].unconcerned);
		else if (str_eq(l.v[i].code, "0851"))
			assert_false(l.v[i].unconcerned);
	reaches_clear(&l);
	must(store_reach(h->store, 0, 0, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++)
		assert_false(l.v[i].unconcerned);
	reaches_clear(&l);
}

static void
previews(struct house *h, const struct incident *i, enum notice_type type,
    enum org_kind audience, const char *mail, const char *sms)
{
	struct notice_texts t;
	struct err e = {""};

	must(core_preview(&h->core, i, type, audience, h->now, &t, &e), &e);
	assert_non_null(strstr(t.text, mail));
	assert_non_null(strstr(t.html, mail));
	assert_non_null(strstr(t.sms, sms));
	assert_null(strstr(t.text, "Alle, der"));
	assert_null(strstr(t.html, "Alle, der"));
	assert_null(strstr(t.sms, "alle brugere"));
	notice_texts_clear(&t);
}

/* The core fills in whom it is for, to whomever the text goes. */
static void
test_says_whom(void **state)
{
	static const char some[] = "Det rammer kommunerne i Region Nordjylland",
			  sms[] = "Rammer kommunerne i Region Nordjylland.";
	struct house *h = *state;
	struct published_list l = {0};
	struct incident i;
	struct err e = {""};

	sent(h, "region:Region Nordjylland");
	must(store_incident_get(h->store, 1, &i, &e), &e);
	previews(h, &i, NOTICE_FIRST, ORG_MUNICIPALITY, some, sms);
	previews(h, &i, NOTICE_REPEAT, ORG_VENDOR, some, sms);
	previews(h, &i, NOTICE_PAGE, ORG_ONCALL,
	    "Sagen gælder kommunerne i Region Nordjylland.",
	    "Gælder kommunerne i Region Nordjylland.");
	i.kind = KIND_EXERCISE;
	i.drill_ends = h->now + HOUR;
	previews(h, &i, NOTICE_FIRST, ORG_MUNICIPALITY,
	    "Øvelsen er for kommunerne i Region Nordjylland.",
	    "Den er for kommunerne i Region Nordjylland.");
	incident_clear(&i);
	must(store_published(h->store, 1, ORG_MUNICIPALITY, 9, &l, &e), &e);
	assert_int_equal(l.n, 1);
	assert_non_null(strstr(l.v[0].text, some));
	assert_non_null(strstr(l.v[0].said, some));
	published_clear(&l);
}

/* Regions merge, municipalities change vendor: who was told goes on hearing. */
static void
test_moves(void **state)
{
	struct house *h = *state;
	struct org o = {.kind = ORG_MUNICIPALITY,
	    .code = (char[]){"0851"},
	    .name = (char[]){"Aalborg"},
	    .region = (char[]){"Region Nord"},
	    .vendor = (char[]){"systematic"}};
	struct reaches l = {0};
	struct err e = {""};

	sent(h, "region:Region Nordjylland");
	must(store_org_put(h->store, &o, &e), &e);
	h->now += 3 * HOUR;
	turn(h);
	went_to(h, 1, 2, "aalborg@example.dk,kmd@example.dk");
	must(store_reach(h->store, 1, 0, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++)
		if (str_eq(l.v[i].code, "0851"))
			assert_false(l.v[i].unconcerned);
	reaches_clear(&l);
	counts(h, 1, 1, 10, 87, 1);
}

/* What a feed tells is for everybody: it is not swallowed by a smaller case. */
static void
test_feed_is_for_all(void **state)
{
	struct house *h = *state;

	warm(h, "nspop");
	sent(h, "region:Region Nordjylland");
	feed_says(h, "nspop", &down, 1);
	went_to(h, 2, 1,
	    "fmk@example.dk,+4500000001,aalborg@example.dk,kmd@example.dk,"
	    "systematic@example.dk");
	went_to(h, 1, 2, "");
}

static void
test_never_changes(void **state)
{
	struct house *h = *state;
	struct incident i;
	struct err e = {""};

	sent(h, "org:0101");
	must(store_incident_get(h->store, 1, &i, &e), &e);
	assert_string_equal(i.audience, "org:0101");
	xreplace(&i.audience, "");
	assert_int_equal(store_incident_put(h->store, &i, &e), -1);
	assert_non_null(strstr(e.msg, "never changes"));
	incident_clear(&i);
	incident_init(&i);
	i.kind = KIND_ACTUAL;
	xreplace(&i.audience, "everybody");
	assert_int_equal(store_incident_put(h->store, &i, &e), -1);
	incident_clear(&i);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, build, raze)
#define FOUR(f) cmocka_unit_test_setup_teardown(f, build_four, raze)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_parse),
	    cmocka_unit_test(test_has),
	    TEST(test_words),
	    TEST(test_whom),
	    TEST(test_vendors),
	    FOUR(test_send),
	    FOUR(test_says_whom),
	    FOUR(test_goes_on),
	    FOUR(test_moves),
	    FOUR(test_feed_is_for_all),
	    FOUR(test_never_changes),
	};

	return cmocka_run_group_tests_name("audience", tests, NULL, NULL);
}
