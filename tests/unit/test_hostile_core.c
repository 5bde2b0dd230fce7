/*
 * Tests from the body of a feed to its notices: whatever the network brings,
 * no incident ends by it, and none is missed for it.
 */
#include "core_house.h"

#include "base/attr.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/limits.h"
#include "feed/parse.h"
#include "store/incidents.h"

#define RSS(items)                                                            \
	"<rss version='2.0'><channel><link>http://a.example.dk/</link>" items \
	"</channel></rss>"
#define ITEM(id, title, text)                                        \
	"<item><guid isPermaLink='false'>" id "</guid><title>" title \
	"</title><description>" text "</description></item>"
#define DOWN \
	ITEM("1", "FMK er nede i produktion", "Opslag i FMK fejler for alle.")
#define OVER \
	ITEM("1", "FMK er nede i produktion", "Fejlen er løst. FMK kører igen.")
#define OTHER(id) ITEM(id, "NAS: servicevindue", "Ingen betydning for FMK.")
#define JSON_DOWN                                                          \
	"{\"incidents\":[{\"id\":\"a\",\"name\":\"FMK er nede i "          \
	"produktion\",\"status\":\"investigating\",\"incident_updates\":[" \
	"{\"body\":\"Opslag i FMK fejler for alle.\"}]}]}"
#define JSON_OVER                                                     \
	"{\"incidents\":[{\"id\":\"a\",\"name\":\"FMK er nede i "     \
	"produktion\",\"status\":\"resolved\",\"incident_updates\":[" \
	"{\"body\":\"Fejlen er løst. FMK kører igen.\"}]}]}"

/* What the daemon does with a body, whatever it is. */
static void
brings(struct house *h, enum feed_kind kind, const char *s, size_t n)
{
	struct reports l = {0};
	struct err e = {""};

	h->now++;
	if (feed_parse(kind, "nspop", s, n, LIMIT_FEED_ITEMS, &l, &e) == -1)
		must(core_feed_failed(&h->core, "nspop", CAUSE_NOT_A_FEED,
			 e.msg, h->now, &e),
		    &e);
	else
		must(core_reports(&h->core, "nspop", &l, h->now, &e), &e);
	reports_clear(&l);
	turn(h);
}

static void
says(struct house *h, enum feed_kind kind, const char *s)
{
	brings(h, kind, s, strlen(s));
}

static size_t
count(struct house *h, const char *type)
{
	int pages;
	char *all = types(h, &pages);
	size_t n = 0;

	for (const char *p = all; (p = strstr(p, type)) != NULL; p++)
		n++;
	free(all);
	return n;
}

static void
open_one(struct house *h, enum feed_kind kind, const char *s)
{
	warm(h, "nspop");
	says(h, kind, s);
	assert_int_equal(count(h, "first"), 1);
}

/* Of the body that says that it is over, every beginning. */
static void
test_cut_is_not_over(void **state)
{
	static const struct {
		enum feed_kind kind;
		const char *down, *over;
	} bodies[] = {
	    {FEED_RSS, RSS(DOWN OTHER("2")), RSS(OVER OTHER("2"))},
	    {FEED_RSS_UPDATES, RSS(DOWN OTHER("2")),
		RSS(ITEM("7", "[RESOLVED] FMK er nede i produktion",
		    "Fejlen er løst. FMK kører igen.") DOWN OTHER("2"))},
	    {FEED_STATUSPAGE, JSON_DOWN, JSON_OVER},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(bodies); i++) {
		void *own = NULL;
		struct house *h;

		build(&own);
		h = own;
		open_one(h, bodies[i].kind, bodies[i].down);
		for (size_t n = 0; n < strlen(bodies[i].over); n++)
			brings(h, bodies[i].kind, bodies[i].over, n);
		assert_int_equal(count(h, "resolved"), 0);
		assert_int_equal(count(h, "update"), 0);
		says(h, bodies[i].kind, bodies[i].over);
		assert_int_equal(count(h, "resolved"), 1);
		raze(&own);
	}
}

/* No file of tests/data/hostile ends what is open. */
static void
test_files_are_not_over(void **state)
{
	static const char *const names[] = {"login-page.html",
	    "login-page-xhtml.html", "login-page-bare.html", "login.json",
	    "plain.txt", "empty.xml", "blank.xml", "root-only.xml",
	    "channel-missing.xml", "svg.xml", "trailing-page.xml",
	    "entity-bomb.xml", "dtd-attributes.xml", "json-null-list.json",
	    "json-torn.json", "json-odd-items.json", "guid-twice.json",
	    "end-tags-missing.xml", "deep.xml"};
	struct house *h = *state;

	open_one(h, FEED_RSS, RSS(DOWN OTHER("2") OTHER("3")));
	for (size_t i = 0; i < LENGTH(names); i++) {
		char *path = xasprintf("tests/data/hostile/%s", names[i]), *s;
		struct err e;
		size_t n;

		must(file_read(path, LIMIT_FEED_BODY, &s, &n, &e), &e);
		brings(h, FEED_RSS, s, n);
		brings(h, FEED_STATUSPAGE, s, n);
		assert_int_equal(count(h, "resolved"), 0);
		free(s);
		free(path);
	}
}

/* The text of the one open incident is this. */
static void
has_news(struct house *h, const char *news)
{
	struct incidents l = {0};
	struct err e = {""};

	must(store_incidents(h->store, true, &l, &e), &e);
	assert_int_equal(l.n, 1);
	assert_string_equal(l.v[0].news, news);
	incidents_clear(&l);
}

/* What is new in half a body is told; what is known stays as it is. */
static void
test_torn_body(void **state)
{
	static const char *const torn[] = {"<rss><channel>" OVER "<item>",
	    "<rss><channel>" ITEM("1", "FMK er nede i produktion",
		"Opslag i FMK fejler for nogle.") "<item>",
	    /* A post of its own. */
	    "<rss><channel>" ITEM("9", "FMK kører igen i produktion",
		"Fejlen er løst. FMK kører igen.") "<item>"};
	struct house *h = *state;

	warm(h, "nspop");
	says(h, FEED_RSS, "<rss><channel>" DOWN "<item><title>F");
	assert_int_equal(count(h, "first"), 1);
	for (size_t i = 0; i < LENGTH(torn); i++) {
		says(h, FEED_RSS, torn[i]);
		has_news(h, "Opslag i FMK fejler for alle.");
	}
	says(h, FEED_RSS, RSS(OVER));
	assert_int_equal(count(h, "resolved"), 1);
}

/* A feed that is never well-formed is read all the same. */
static void
test_mended_body(void **state)
{
	struct house *h = *state;

	open_one(h, FEED_RSS, RSS(DOWN "<item><title>SFTP & x</title></item>"));
	says(h, FEED_RSS, RSS(OVER "<item><title>SFTP & x</title></item>"));
	assert_int_equal(count(h, "resolved"), 1);
}

#define DOWN_G \
	ITEM("g", "FMK er nede i produktion", "Opslag i FMK fejler for alle.")
#define OVER_G                                     \
	ITEM("g", "Servicevindue på SFTP er slut", \
	    "Arbejdet er afsluttet. Alt virker igen.")

/* Two events with one identity: that one is over ends not the other. */
static void
test_shared_identity(void **state)
{
	static const char *const bodies[] = {
	    RSS(OVER_G DOWN_G), RSS(DOWN_G OVER_G)};

	(void)state;
	for (size_t i = 0; i < LENGTH(bodies); i++) {
		void *own = NULL;
		struct house *h;

		build(&own);
		h = own;
		open_one(h, FEED_RSS, RSS(DOWN_G));
		says(h, FEED_RSS, bodies[i]);
		says(h, FEED_RSS, bodies[i]);
		assert_int_equal(count(h, "resolved"), 0);
		assert_int_equal(count(h, "first"), 1);
		raze(&own);
	}
}

static void
test_shared_identity_json(void **state)
{
	static const char both[] =
	    "{\"incidents\":[{\"id\":\"a\",\"name\":\"FMK er nede i "
	    "produktion\",\"status\":\"investigating\",\"incident_updates\":"
	    "[{\"body\":\"Opslag i FMK fejler for alle.\"}]},"
	    "{\"id\":\"a\",\"name\":\"SFTP\",\"status\":\"resolved\"}]}";
	struct house *h = *state;

	open_one(h, FEED_STATUSPAGE, JSON_DOWN);
	says(h, FEED_STATUSPAGE, both);
	assert_int_equal(count(h, "resolved"), 0);
}

/* The order of the list, and what falls out of it, mean nothing. */
static void
test_order_and_absence(void **state)
{
	struct house *h = *state;

	open_one(h, FEED_RSS, RSS(DOWN OTHER("2") OTHER("3")));
	says(h, FEED_RSS, RSS(OTHER("3") OTHER("2") DOWN));
	says(h, FEED_RSS, RSS(OTHER("2") OTHER("3")));
	says(h, FEED_RSS, RSS(""));
	says(h, FEED_RSS, RSS(OTHER("3") DOWN OTHER("2")));
	assert_int_equal(count(h, "resolved"), 0);
	assert_int_equal(count(h, "first"), 1);
	assert_int_equal(count(h, "update"), 0);
}

/* Work that is announced for tomorrow is no outage of today. */
static void
test_future_work(void **state)
{
	static const char work[] =
	    "{\"scheduled_maintenances\":[{\"id\":\"m\",\"name\":\"FMK: "
	    "servicevindue\",\"status\":\"scheduled\",\"impact\":"
	    "\"maintenance\",\"created_at\":\"%s\",\"scheduled_for\":"
	    "\"2026-04-01T20:00:00+02:00\",\"scheduled_until\":"
	    "\"2026-04-01T22:00:00+02:00\",\"incident_updates\":[{\"body\":"
	    "\"FMK er utilgængelig i produktion mens der arbejdes.\"}],"
	    "\"components\":[{\"name\":\"FMK\",\"status\":\"operational\"}]}]}";
	static const char *const created[] = {
	    "2026-03-28T22:00:00Z", "2026-04-01T20:00:00Z"};

	(void)state;
	for (size_t i = 0; i < LENGTH(created); i++) {
		void *own = NULL;
		struct house *h;
		struct incidents l = {0};
		struct err e = {""};
		const char *mark = strstr(work, "%s");
		char *s = xasprintf(
		    "%.*s%s%s", (int)(mark - work), work, created[i], mark + 2);

		build(&own);
		h = own;
		warm(h, "nspop");
		says(h, FEED_STATUSPAGE, s);
		must(store_incidents(h->store, true, &l, &e), &e);
		assert_int_equal(l.n, 1);
		for (size_t k = 0; k < l.n; k++) {
			assert_true(l.v[k].planned);
			assert_int_equal(l.v[k].effect, EFFECT_PLANNED);
		}
		incidents_clear(&l);
		/* Nothing is repeated every two hours for it either. */
		h->now += 6 * HOUR;
		turn(h);
		assert_int_equal(count(h, "repeat"), 0);
		free(s);
		raze(&own);
	}
}

/* What an item's date says is not when it is told. */
static void
test_odd_dates(void **state)
{
	static const char *const dates[] = {"Fri, 31 Dec 9999 23:59:59 GMT",
	    "Mon, 01 Jan 0001 00:00:00 GMT", "i går", "", "2026-13-45"};

	(void)state;
	for (size_t i = 0; i < LENGTH(dates); i++) {
		void *own = NULL;
		struct house *h;
		char *s = xasprintf("<rss><channel><item><guid>1</guid><title>"
				    "FMK er nede i produktion</title>"
				    "<description>Opslag i FMK fejler for alle."
				    "</description><pubDate>%s</pubDate></item>"
				    "</channel></rss>",
		    dates[i]);

		build(&own);
		h = own;
		open_one(h, FEED_RSS, s);
		h->now += 2 * HOUR;
		turn(h);
		assert_int_equal(count(h, "repeat"), 1);
		free(s);
		raze(&own);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cut_is_not_over),
	    CORE_TEST(test_files_are_not_over),
	    CORE_TEST(test_torn_body),
	    CORE_TEST(test_mended_body),
	    CORE_TEST(test_shared_identity),
	    CORE_TEST(test_shared_identity_json),
	    CORE_TEST(test_order_and_absence),
	    cmocka_unit_test(test_future_work),
	    cmocka_unit_test(test_odd_dates),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
