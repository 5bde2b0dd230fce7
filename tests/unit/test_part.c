/* Unit tests of what contacts take part in: topics, channels, and the core. */
#include "core_house.h"

#include "base/topic.h"
#include "store/part.h"

/* --- lists of topics -------------------------------------------------------
 */

static const struct {
	const char *text, *topics;
} good[] = {
    {"", ""},
    {" , ", ""},
    {"fmk", "fmk"},
    {"planned, FMK;nas", "fmk nas planned"},
    {"fmk fmk", "fmk"},
    {"fmk-online\tdata-error", "data-error fmk-online"},
    {"all", "all"},
    {"fmk All", "all"},
    {"own", "own"},
};

static const struct {
	const char *text, *says;
} bad[] = {
    {"fmkk", "unknown topic \"fmkk\"; did you mean \"fmk\"?"},
    {"fmk, planed", "unknown topic \"planed\"; did you mean \"planned\"?"},
    {"everything", "there are fmk, fmk-online, nas, prescriptions, planned,"},
    {"al", "did you mean \"all\"?"},
};

static void
test_topics_parse(void **state)
{
	struct strv known = {0};
	struct err e = {""};
	char *out;

	(void)state;
	topics_built_in(&known);
	strv_add(&known, "own");
	for (size_t i = 0; i < LENGTH(good); i++) {
		must(topics_parse(good[i].text, &known, &out, &e), &e);
		assert_string_equal(out, good[i].topics);
		free(out);
	}
	for (size_t i = 0; i < LENGTH(bad); i++) {
		assert_int_equal(
		    topics_parse(bad[i].text, &known, &out, &e), -1);
		assert_null(out);
		if (strstr(e.msg, bad[i].says) == NULL)
			fail_msg("%s: %s", bad[i].text, e.msg);
	}
	strv_clear(&known);
}

static void
test_topics_have(void **state)
{
	(void)state;
	assert_true(topics_have("", "fmk"));
	assert_true(topics_have("all", "own"));
	assert_true(topics_have("fmk nas", "nas"));
	assert_true(topics_have("fmk nas", "fmk"));
	assert_false(topics_have("fmk-online", "fmk"));
	assert_false(topics_have("nas", "fmk"));
	assert_false(topics_have("fmk", "fmk-online"));
	assert_null(topic_refused("own-2"));
	assert_non_null(topic_refused(""));
	assert_non_null(topic_refused("Own"));
	assert_non_null(topic_refused("all"));
	assert_non_null(topic_refused("planned"));
	assert_non_null(topic_refused("a23456789012345678901234567890123"));
}

static void
test_topic_of_incident(void **state)
{
	struct incident i;

	(void)state;
	incident_init(&i);
	i.effect = EFFECT_OUTAGE;
	assert_string_equal(incident_topic(&i, ""), "fmk");
	assert_string_equal(incident_topic(&i, "nas"), "nas");
	i.effect = EFFECT_DATA_ERROR;
	assert_string_equal(incident_topic(&i, "nas"), "data-error");
	i.planned = true;
	assert_string_equal(incident_topic(&i, "nas"), "planned");
	i.planned = false;
	i.effect = EFFECT_PLANNED;
	assert_string_equal(incident_topic(&i, ""), "planned");
	incident_clear(&i);
}

/* --- one contact -----------------------------------------------------------
 */

#define M 1
#define T 2 /* a text message */

static const struct {
	const char *topics, *org_topics;
	enum channel_choice channels, org_channels;
	int has; /* addresses */
	const char *topic;
	enum effect effect;
	int gets;
} parts[] = {
    {"", "", 0, 0, M | T, "fmk", EFFECT_OUTAGE, M | T},
    {"", "", 0, 0, M, "own", EFFECT_DEGRADED, M},
    {"fmk", "", 0, 0, M | T, "fmk", EFFECT_OUTAGE, M | T},
    {"fmk", "", 0, 0, M | T, "planned", EFFECT_PLANNED, 0},
    /* Its own topics count, not its organisation's. */
    {"", "fmk", 0, 0, M | T, "planned", EFFECT_PLANNED, 0},
    {"planned", "fmk", 0, 0, M | T, "planned", EFFECT_PLANNED, M | T},
    {"planned", "fmk", 0, 0, M | T, "fmk", EFFECT_OUTAGE, 0},
    {"all", "fmk", 0, 0, M | T, "planned", EFFECT_PLANNED, M | T},
    {"", "", CHOICE_MAIL, 0, M | T, "fmk", EFFECT_OUTAGE, M},
    {"", "", CHOICE_SMS, 0, M | T, "fmk", EFFECT_OUTAGE, T},
    {"", "", CHOICE_SMS_OUTAGES, 0, M | T, "fmk", EFFECT_OUTAGE, M | T},
    {"", "", CHOICE_SMS_OUTAGES, 0, M | T, "fmk", EFFECT_DEGRADED, M},
    {"", "", CHOICE_SMS_OUTAGES, 0, T, "fmk", EFFECT_DEGRADED, 0},
    {"", "", 0, CHOICE_MAIL, M | T, "fmk", EFFECT_OUTAGE, M},
    {"", "", CHOICE_BOTH, CHOICE_MAIL, M | T, "fmk", EFFECT_OUTAGE, M | T},
    {"", "", CHOICE_SMS, CHOICE_MAIL, M | T, "fmk", EFFECT_OUTAGE, T},
    /* A default leaves nobody without anything. */
    {"", "", 0, CHOICE_MAIL, T, "fmk", EFFECT_OUTAGE, T},
    {"", "", 0, CHOICE_SMS, M, "fmk", EFFECT_OUTAGE, M},
};

static void
test_contact_gets(void **state)
{
	struct org o = {.code = (char[]){"0101"}};
	struct contact k = {.org = (char[]){"0101"}, .enabled = true};

	(void)state;
	for (size_t i = 0; i < LENGTH(parts); i++) {
		int gets = 0;

		k.topics = xstrdup(parts[i].topics);
		o.topics = xstrdup(parts[i].org_topics);
		k.channels = parts[i].channels;
		o.channels = parts[i].org_channels;
		k.email = (parts[i].has & M) != 0 ? (char[]){"a@example.dk"}
						  : (char[]){""};
		k.phone = (parts[i].has & T) != 0 ? (char[]){"+4500000001"}
						  : (char[]){""};
		if (contact_gets(
			&k, &o, CHANNEL_MAIL, parts[i].topic, parts[i].effect))
			gets |= M;
		if (contact_gets(
			&k, &o, CHANNEL_SMS, parts[i].topic, parts[i].effect))
			gets |= T;
		if (gets != parts[i].gets)
			fail_msg("row %zu: %d", i, gets);
		k.enabled = false;
		assert_false(contact_gets(
		    &k, &o, CHANNEL_MAIL, parts[i].topic, parts[i].effect));
		k.enabled = true;
		free(k.topics);
		free(o.topics);
	}
}

/* --- through the core ------------------------------------------------------
 */

static void
add_contact(struct house *h, const char *org, const char *email,
    const char *phone, const char *topics, enum channel_choice channels)
{
	struct contact c = {.org = xstrdup(org),
	    .name = xstrdup("Vagt"),
	    .email = xstrdup(email),
	    .phone = xstrdup(phone),
	    .enabled = true,
	    .topics = xstrdup(topics),
	    .channels = channels};
	struct err e = {""};

	must(store_contact_put(h->store, &c, &e), &e);
	contact_clear(&c);
}

/*
 * København takes all; Frederiksberg fmk, and SMS of outages alone; Ballerup
 * has nobody for fmk; Brøndby takes planned work at one and the rest at
 * another address.
 */
static int
build_parts(void **state)
{
	struct house *h;

	build(state);
	h = *state;
	add_contact(h, "0147", "frb@example.dk", "+4500000002", "fmk",
	    CHOICE_SMS_OUTAGES);
	add_contact(
	    h, "0151", "bal@example.dk", "+4500000003", "planned", CHOICE_MAIL);
	add_contact(h, "0153", "plan@example.dk", "", "planned", 0);
	add_contact(h, "0153", "rest@example.dk", "", "fmk nas", 0);
	return 0;
}

static void
went_as(struct house *h, int64_t incident, int notice, const char *topic)
{
	struct notices l = {0};
	struct err e = {""};
	const char *found = "";

	must(store_notices(h->store, incident, 0, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++)
		if (l.v[i].number == notice)
			found = l.v[i].topic;
	assert_string_equal(found, topic);
	notices_clear(&l);
}

static struct statement
saying(enum effect effect, const char *service)
{
	return (struct statement){.effect = effect,
	    .title = "Noget er galt",
	    .text = "Sådan er det.",
	    .service = service,
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE};
}

static int64_t
sends(struct house *h, enum effect effect, const char *service)
{
	struct statement s = saying(effect, service);
	struct err e = {""};
	int64_t id = 0;

	if (effect == EFFECT_PLANNED)
		s.starts = h->now + 72 * HOUR;
	must(core_send(&h->core, &s, h->now, &id, &e), &e);
	return id;
}

#define EVERYBODY_FMK                                            \
	"fmk@example.dk,+4500000001,frb@example.dk,+4500000002," \
	"bal@example.dk,+4500000003,rest@example.dk"

/* Ballerup has nobody for it: then it goes to all that it has. */
static void
test_fmk_reaches_all(void **state)
{
	struct house *h = *state;
	int64_t id = sends(h, EFFECT_OUTAGE, "FMK");

	went_as(h, id, 1, "fmk");
	went_to(h, id, 1, EVERYBODY_FMK);
	/* What the rules give no topic goes as fmk. */
	id = sends(h, EFFECT_OUTAGE, "STS");
	went_as(h, id, 1, "fmk");
	went_to(h, id, 1, EVERYBODY_FMK);
}

static void
test_topics_spare(void **state)
{
	struct house *h = *state;
	int64_t id = sends(h, EFFECT_DEGRADED, "NAS");

	went_as(h, id, 1, "nas");
	went_to(h, id, 1, "fmk@example.dk,+4500000001,rest@example.dk");
	id = sends(h, EFFECT_PLANNED, "FMK");
	went_as(h, id, 1, "planned");
	went_to(h, id, 1,
	    "fmk@example.dk,+4500000001,bal@example.dk,plan@example.dk");
	id = sends(h, EFFECT_DATA_ERROR, "FMK");
	went_as(h, id, 1, "data-error");
	went_to(h, id, 1, "fmk@example.dk,+4500000001");
	id = sends(h, EFFECT_DEGRADED, "FMK");
	went_to(h, id, 1,
	    "fmk@example.dk,+4500000001,frb@example.dk,bal@example.dk,"
	    "+4500000003,rest@example.dk");
}

/* Nobody is left with a notice that no longer holds. */
static void
test_who_began_goes_on(void **state)
{
	struct house *h = *state;
	int64_t id = sends(h, EFFECT_OUTAGE, "FMK");
	struct statement s = saying(EFFECT_DEGRADED, "NAS");
	struct err e = {""};

	must(core_update(&h->core, id, &s, h->now + 60, &e), &e);
	went_as(h, id, 2, "nas");
	went_to(h, id, 2, EVERYBODY_FMK);
	id = sends(h, EFFECT_DEGRADED, "NAS");
	s = saying(EFFECT_OUTAGE, "FMK");
	must(core_update(&h->core, id, &s, h->now + 60, &e), &e);
	went_to(h, id, 2, EVERYBODY_FMK);
}

static void
reach_of(struct house *h, int64_t id, const char *code, bool unconcerned,
    bool has_mail, bool has_sms)
{
	struct reaches l = {0};
	struct err e = {""};

	must(store_reach(h->store, id, 0, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++) {
		if (!str_eq(l.v[i].code, code))
			continue;
		assert_int_equal(l.v[i].unconcerned, unconcerned);
		assert_int_equal(l.v[i].has_mail, has_mail);
		assert_int_equal(l.v[i].has_sms, has_sms);
	}
	reaches_clear(&l);
}

static void
test_not_concerned(void **state)
{
	struct house *h = *state;
	struct audience_size n;
	struct incident i;
	struct err e = {""};
	int64_t id;

	reach_of(h, 0, "0101", false, true, true);
	reach_of(h, 0, "0147", false, true, true);
	reach_of(h, 0, "0151", false, false, false);
	id = sends(h, EFFECT_DEGRADED, "NAS");
	reach_of(h, id, "0101", false, true, true);
	reach_of(h, id, "0147", true, false, false);
	reach_of(h, id, "0153", false, true, false);
	/* Without any contact it is missing, whatever the topic. */
	reach_of(h, id, "0155", false, false, false);
	must(store_incident_get(h->store, id, &i, &e), &e);
	must(core_audience(&h->core, &i, &n, &e), &e);
	assert_int_equal(n.municipalities, 2);
	assert_int_equal(n.unconcerned, 2);
	assert_int_equal(n.unreachable, 94);
	assert_int_equal(n.mails, 2);
	assert_int_equal(n.sms, 1);
	incident_clear(&i);
	id = sends(h, EFFECT_OUTAGE, "FMK");
	reach_of(h, id, "0147", false, true, true);
	reach_of(h, id, "0151", false, false, false);
}

static void
test_org_default(void **state)
{
	struct house *h = *state;
	struct err e = {""};
	int64_t id;

	must(store_org_part(h->store, "0101", "fmk", CHOICE_MAIL, &e), &e);
	id = sends(h, EFFECT_DEGRADED, "NAS");
	went_to(h, id, 1, "rest@example.dk");
	id = sends(h, EFFECT_PLANNED, "NAS");
	went_to(h, id, 1, "bal@example.dk,plan@example.dk");
	id = sends(h, EFFECT_DEGRADED, "FMK");
	went_to(h, id, 1,
	    "fmk@example.dk,frb@example.dk,bal@example.dk,+4500000003,"
	    "rest@example.dk");
	assert_int_equal(store_org_part(h->store, "9999", "", 0, &e), -1);
}

/* Frederiksberg's SMS are of outages alone. */
#define DEGRADED_FMK                                                 \
	"fmk@example.dk,+4500000001,frb@example.dk,bal@example.dk,+" \
	"4500000003,"                                                \
	"rest@example.dk"

/* FMK is hit by another, or in the end, too: that is no matter of the other. */
static void
test_fmk_by_another(void **state)
{
	static const struct told both = {"nspop", "n1", "NAS er nede",
	    "NAS er nede, og FMK kan heller ikke bruges.", PHASE_OPEN, 0};
	static const struct told nas = {"nspop", "n2", "Recept er nede",
	    "Receptserveren svarer ikke.", PHASE_OPEN, 0};
	static const struct told worse = {"nspop", "n2", "Recept er nede",
	    "Nu er FMK også nede, og ingen kan logge på FMK.", PHASE_OPEN, 60};
	struct house *h = *state;

	warm(h, "nspop");
	feed_says(h, "nspop", &both, 1);
	went_as(h, 1, 1, "fmk");
	went_to(h, 1, 1, DEGRADED_FMK);
	feed_says(h, "nspop", &nas, 1);
	went_as(h, 2, 1, "prescriptions");
	h->now += HOUR;
	feed_says(h, "nspop", &worse, 1);
	turn(h);
	went_as(h, 2, 2, "fmk");
	went_to(h, 2, 2, DEGRADED_FMK);
}

/* A channel that is switched off reaches nobody: then the other one does. */
static void
test_channel_off(void **state)
{
	struct house *h = *state;
	int64_t id;

	add_contact(h, "0155", "dra@example.dk", "+4500000004", "", CHOICE_SMS);
	add_contact(
	    h, "0157", "gen@example.dk", "+4500000005", "", CHOICE_MAIL);
	h->setup.conf->sms.off = true;
	id = sends(h, EFFECT_OUTAGE, "FMK");
	went_to(h, id, 1,
	    "fmk@example.dk,frb@example.dk,bal@example.dk,rest@example.dk,"
	    "dra@example.dk,gen@example.dk");
	h->setup.conf->sms.off = false;
	xreplace(&h->setup.conf->mail.disabled_reason, "none");
	id = sends(h, EFFECT_OUTAGE, "FMK");
	went_to(h, id, 1,
	    "+4500000001,+4500000002,+4500000003,+4500000004,+4500000005");
}

#define PART(f) cmocka_unit_test_setup_teardown(f, build_parts, raze)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_topics_parse),
	    cmocka_unit_test(test_topics_have),
	    cmocka_unit_test(test_topic_of_incident),
	    cmocka_unit_test(test_contact_gets),
	    PART(test_fmk_reaches_all),
	    PART(test_topics_spare),
	    PART(test_who_began_goes_on),
	    PART(test_not_concerned),
	    PART(test_org_default),
	    PART(test_fmk_by_another),
	    PART(test_channel_off),
	};

	return cmocka_run_group_tests_name("part", tests, NULL, NULL);
}
