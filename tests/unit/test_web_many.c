/*
 * Unit tests of the page with very many municipalities: it stays small, counts
 * all of them a few at a time, and whoever is not reached is found.
 */
#include "store_house.h"

#include "base/attr.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/str.h"
#include "store/messages.h"
#include "web/route.h"

#define MANY (LIMIT_WEB_RECIPIENTS + 400)
#define REGIONS (LIMIT_GROUPS + 5)
#define QUEUED 100 /* the first of them still wait */
#define FAILED 100 /* the last of them failed */
#define NOBODY 100 /* every so manieth has no contact */
#define SMALL (400 * 1024) /* bytes of a page */

static char nothing[] = "", kmd[] = "kmd", novax[] = "novax", anna[] = "Anna",
	    mail[] = "anna@example.dk", phone[] = "+4500000001";
static struct config *conf;
static struct web w;
static int64_t ids[MANY]; /* of their contacts */

/* --- the house ------------------------------------------------------------ */

static struct org
org_at(int i, char code[16], char name[32], char region[32])
{
	snprintf(code, 16, "x%05d", i);
	snprintf(name, 32, "Apotek %05d", i);
	snprintf(region, 32, "Egn %d", i % REGIONS);
	return (struct org){.kind = ORG_MUNICIPALITY,
	    .code = code,
	    .name = name,
	    .region = region,
	    .vendor = i % 2 == 0 ? kmd : novax,
	    .topics = nothing};
}

static bool
has_contact(int i)
{
	return i % NOBODY != 0;
}

static struct contact
contact_at(const struct org *o)
{
	return (struct contact){.org = o->code,
	    .name = anna,
	    .email = mail,
	    .phone = phone,
	    .enabled = true,
	    .topics = nothing};
}

static void
add_orgs(void)
{
	char code[16], name[32], region[32];

	for (int i = 0; i < MANY; i++) {
		struct org o = org_at(i, code, name, region);
		struct contact c = contact_at(&o);

		OK(store_org_put(t.s, &o, &t.e));
		if (has_contact(i))
			OK(store_contact_put(t.s, &c, &t.e));
		ids[i] = c.id;
	}
}

static int
many_setup(void **state)
{
	if (setup(state) != 0)
		return -1;
	conf = config_default();
	conf->web.off = false;
	conf->web.auth = WEB_AUTH_HEADER;
	xreplace(&conf->web.header, "X-Remote-User");
	xreplace(&conf->store, t.path);
	w = (struct web){.conf = conf, .store = t.s};
	OK(store_begin(t.s, &t.e));
	add_orgs();
	OK(store_commit(t.s, &t.e));
	return 0;
}

static int
many_teardown(void **state)
{
	reached_clear(w.reached);
	config_free(conf);
	return teardown(state);
}

/* An incident that is open, and a notice to all who have a contact. */
static void
tell_all(void)
{
	int64_t now = clock_read().wall;
	struct notice n = {.number = 1,
	    .type = NOTICE_FIRST,
	    .effect = EFFECT_OUTAGE,
	    .at = now,
	    .next = now + 7200,
	    .title = S("FMK er nede"),
	    .reason = S("")};
	struct incident i;

	incident_init(&i);
	i.state = INCIDENT_OPEN;
	i.effect = EFFECT_OUTAGE;
	i.opened_at = i.since = i.last_notice_at = now;
	i.notices = 1;
	OK(store_incident_put(t.s, &i, &t.e));
	n.incident = i.id;
	OK(store_notice_add(t.s, &n, &t.e));
	for (int k = 0; k < MANY; k++) {
		char code[16], name[32], region[32];
		struct org o = org_at(k, code, name, region);
		struct contact c = contact_at(&o);

		c.id = ids[k];
		for (int ch = CHANNEL_MAIL; has_contact(k) && ch <= CHANNEL_SMS;
		     ch++)
			assert_int_equal(
			    store_message_add(t.s, &n, (enum channel)ch, &o, &c,
				1, "id", now, &t.e),
			    1);
	}
	incident_clear(&i);
}

static void
settle(const char *from, const char *to, const char *state)
{
	if (sql_run(t.s, &t.e, "settle",
		"UPDATE delivery SET state = ?3, done = due"
		" WHERE message IN (SELECT id FROM message WHERE org"
		"  BETWEEN ?1 AND ?2)",
		"ttt", from, to, state) == -1 ||
	    sql_run(t.s, &t.e, "settle",
		"UPDATE message SET due = NULL WHERE org BETWEEN ? AND ?", "tt",
		from, to) == -1)
		fail_msg("%s", t.e.msg);
}

static void
told(void)
{
	char first[16], last[16];

	OK(store_begin(t.s, &t.e));
	tell_all();
	snprintf(first, sizeof(first), "x%05d", QUEUED);
	snprintf(last, sizeof(last), "x%05d", MANY - FAILED - 1);
	settle(first, last, "accepted");
	snprintf(first, sizeof(first), "x%05d", MANY - FAILED);
	settle(first, "x99999", "failed");
	OK(store_commit(t.s, &t.e));
}

/* --- a page --------------------------------------------------------------- */

/* Release with http_response_clear(). */
static void
ask(const char *path, struct http_response *r)
{
	struct http_request q;

	http_request_init(&q);
	http_response_init(r);
	q.method = HTTP_GET;
	http_fields_add(&q.headers, "X-Remote-User", "anna");
	http_take_target(&q, path);
	route_answer(&w, &q, r);
	if (r->status != 200)
		fail_msg("%s: %d", path, r->status);
	if (r->body.len > SMALL)
		fail_msg("%s: %zu bytes", path, r->body.len);
	http_request_clear(&q);
}

static void
expect(const struct http_response *r, const char *part)
{
	if (strstr(r->body.data, part) == NULL)
		fail_msg("not there: %s\nin: %s", part, r->body.data);
}

static size_t
count(const char *in, const char *part)
{
	size_t n = 0;

	for (; (in = strstr(in, part)) != NULL; in++)
		n++;
	return n;
}

/* The address of the next page, to be released with free(); NULL. */
static char *
next_of(const struct http_response *r)
{
	static const char rel[] = "rel=\"next\" href=\"";
	const char *at = strstr(r->body.data, rel);
	struct buf b;

	if (at == NULL)
		return NULL;
	buf_init(&b, 1000);
	for (at += strlen(rel); *at != '"'; at++) {
		buf_addc(&b, *at);
		if (str_starts(at, "&amp;"))
			at += strlen("amp;");
	}
	return buf_steal(&b);
}

/* The rows of all pages from path on; no page has more than fit. */
static size_t
rows_from(const char *path, size_t *pages)
{
	char *next = xstrdup(path);
	size_t n = 0;

	for (*pages = 0; next != NULL; ++*pages) {
		struct http_response r;
		size_t rows;

		ask(next, &r);
		rows = count(r.body.data, "<tr><th scope=\"row\">");
		assert_true(rows <= LIMIT_WEB_LISTED);
		n += rows;
		free(next);
		next = next_of(&r);
		http_response_clear(&r);
	}
	return n;
}

static void
count_all(void)
{
	struct http_response r;

	ask("/", &r);
	expect(&r, "Kommunerne tælles stadig");
	http_response_clear(&r);
	assert_true(reached_waits(&w));
	while (reached_waits(&w))
		OK(reached_step(&w, &t.e));
}

/* --- the tests ------------------------------------------------------------ */

/* Nobody is told of anything: who can be reached. */
static void
test_front(void **state)
{
	struct http_response r;
	size_t nobody = MANY / NOBODY;
	char *said;

	(void)state;
	count_all();
	ask("/", &r);
	said = xasprintf("<p>%d kommuner, talt <time", MANY);
	expect(&r, said);
	free(said);
	said = xasprintf("<h3>Kommuner, der ikke kan nås: %zu</h3>", nobody);
	expect(&r, said);
	free(said);
	assert_int_equal(count(r.body.data, "<li>Apotek"), LIMIT_NAMED);
	said = xasprintf("<p>og %zu andre. <a href=\"/kommuner?vis=mangler\">",
	    nobody - LIMIT_NAMED);
	expect(&r, said);
	free(said);
	assert_int_equal(count(r.body.data, "class=\"tile ready x"), 0);
	http_response_clear(&r);
}

/* Each is in one row of the regions, of which there are too many. */
static void
test_groups(void **state)
{
	struct http_response r;
	const struct reached_groups *g = &w.reached[0].done.regions;
	size_t n = 0, missing = 0;

	(void)state;
	count_all();
	assert_int_equal(g->n, LIMIT_GROUPS + 1);
	for (size_t i = 0; i < g->n; i++) {
		n += g->v[i].n;
		missing += g->v[i].missing;
	}
	assert_int_equal(n, MANY);
	assert_int_equal(missing, MANY / NOBODY);
	assert_int_equal(w.reached[0].done.vendors.n, 2);
	ask("/", &r);
	expect(&r, "<th scope=\"row\">andre</th>");
	expect(&r, "<th scope=\"row\">novax</th>");
	http_response_clear(&r);
}

/* The worst are named first, though others stand before them. */
static void
test_worst_first(void **state)
{
	size_t missing = MANY / NOBODY + QUEUED + FAILED - 2;
	struct http_response r;
	char *said;

	(void)state;
	told();
	count_all();
	ask("/", &r);
	assert_int_equal(count(r.body.data, ": fejlet</li>"), LIMIT_NAMED);
	assert_int_equal(count(r.body.data, "<li>Apotek"), LIMIT_NAMED);
	said = xasprintf(
	    "<h3>Kommuner, der ikke har fået besked: %zu</h3>", missing);
	expect(&r, said);
	free(said);
	expect(&r, "<li>Mail: 99 beskeder venter, 0 er ved at blive sendt.");
	expect(&r, "Det seneste døgn er 198 modtagere fejlet.");
	http_response_clear(&r);
	ask("/sag/1", &r);
	said = xasprintf("Til mere end %d kommuner og 0 leverandører, i alt "
			 "mere end %d modtagere.",
	    LIMIT_WEB_RECIPIENTS, LIMIT_WEB_RECIPIENTS);
	expect(&r, said);
	free(said);
	http_response_clear(&r);
}

/* Whatever is left out of a page is on the next. */
static void
test_all_are_found(void **state)
{
	size_t missing = MANY / NOBODY + QUEUED + FAILED - 2, pages;

	(void)state;
	told();
	assert_int_equal(rows_from("/kommuner/1", &pages), missing);
	assert_int_equal(pages, 3);
	assert_int_equal(rows_from("/kommuner/1?vis=alle", &pages), MANY);
	assert_int_equal(rows_from("/kommuner", &pages), MANY / NOBODY);
	assert_int_equal(rows_from("/kommuner/1?vis=ukvitteret", &pages), 0);
	assert_int_equal(
	    rows_from("/sag/1/besked/1", &pages), 2 * (QUEUED + FAILED - 2));
	assert_int_equal(rows_from("/sag/1/besked/1?vis=alle", &pages),
	    2 * (MANY - MANY / NOBODY));
}

/* A newer notice, and what is too old, are counted anew. */
static void
test_kept(void **state)
{
	const struct reached *r;

	(void)state;
	w.now = T0;
	do
		r = reached_look(&w, 0, 0, &t.e);
	while (reached_waits(&w));
	assert_int_equal(r->at, T0);
	assert_int_equal(r->done.n, MANY);
	w.now = T0 + 10;
	r = reached_look(&w, 0, 0, &t.e);
	assert_int_equal(r->at, T0);
	assert_true(reached_waits(&w));
	while (reached_waits(&w))
		r = reached_look(&w, 0, 0, &t.e);
	assert_int_equal(r->at, T0 + 10);
	w.now = T0 + 3600;
	r = reached_look(&w, 0, 0, &t.e);
	assert_int_equal(r->at, TIME_NONE);
	r = reached_look(&w, 1, 1, &t.e);
	assert_int_equal(r->at, TIME_NONE);
	assert_true(r->next.n < MANY);
}

#define MANY_TEST(f) \
	cmocka_unit_test_setup_teardown(f, many_setup, many_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    MANY_TEST(test_front),
	    MANY_TEST(test_groups),
	    MANY_TEST(test_worst_first),
	    MANY_TEST(test_all_are_found),
	    MANY_TEST(test_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
