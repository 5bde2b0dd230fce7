/*
 * Unit tests of the page's parts: where the tiles of the map lie, what each
 * says, what is left out for who may not see addresses, the history of the
 * store, and the pages as handlers write them.
 */
#include "store_house.h"

#include "base/attr.h"
#include "contacts/seed.h"
#include "contacts/tiles.h"
#include "store/audit.h"
#include "store/calls.h"
#include "store/history.h"
#include "store/messages.h"
#include "store/receipts.h"
#include "web/map.h"
#include "web/mask.h"
#include "web/past.h"
#include "web/route.h"

/* --- tiles ------------------------------------------------------------------
 */

static void
test_tiles(void **state)
{
	struct tiles l = {0};
	struct err e = {""};
	struct orgs orgs = {0};
	size_t n = 0;

	(void)state;
	assert_int_equal(tiles_load(&l, &e), 0);
	assert_int_equal(l.n, 98);
	OK(store_seed(t.s, &t.e));
	OK(store_orgs(t.s, &orgs, &t.e));
	for (size_t i = 0; i < orgs.n; i++) {
		if (orgs.v[i].kind != ORG_MUNICIPALITY)
			continue;
		if (tiles_find(&l, orgs.v[i].code) == NULL)
			fail_msg("%s has no tile", orgs.v[i].name);
		n++;
	}
	assert_int_equal(n, l.n);
	orgs_clear(&orgs);
	tiles_clear(&l);
}

/* No two on a cell, no two with one name: it is how they are told apart. */
static void
test_tiles_apart(void **state)
{
	struct tiles l = {0};
	struct err e;

	(void)state;
	assert_int_equal(tiles_load(&l, &e), 0);
	for (size_t i = 0; i < l.n; i++)
		for (size_t j = 0; j < i; j++) {
			assert_string_not_equal(l.v[i].name, l.v[j].name);
			assert_false(l.v[i].column == l.v[j].column &&
				     l.v[i].row == l.v[j].row);
		}
	tiles_clear(&l);
}

/* Whether a lies to the west (north) of b. */
static bool
west(const struct tiles *l, const char *a, const char *b)
{
	return tiles_find(l, a)->column < tiles_find(l, b)->column;
}

static bool
north(const struct tiles *l, const char *a, const char *b)
{
	return tiles_find(l, a)->row < tiles_find(l, b)->row;
}

/* The country is recognised: a few that everybody knows. */
static void
test_tiles_geography(void **state)
{
	struct tiles l = {0};
	struct err e;

	(void)state;
	assert_int_equal(tiles_load(&l, &e), 0);
	/* Esbjerg, Odense, Slagelse, København, Bornholm */
	assert_true(west(&l, "0561", "0461") && west(&l, "0461", "0330") &&
		    west(&l, "0330", "0101"));
	assert_true(north(&l, "0101", "0400"));
	/* Hjørring, Aalborg, Viborg, Aarhus, Vejle, Sønderborg */
	assert_true(north(&l, "0860", "0851") && north(&l, "0851", "0791") &&
		    north(&l, "0791", "0751") && north(&l, "0751", "0630") &&
		    north(&l, "0630", "0540"));
	/* Helsingør, København, Lolland; Fanø, Esbjerg; Varde, Horsens */
	assert_true(north(&l, "0217", "0101") && north(&l, "0101", "0360"));
	assert_true(west(&l, "0563", "0561") && west(&l, "0573", "0615"));
	tiles_clear(&l);
}

static const struct {
	const char *rows, *said;
} bad_tiles[] = {
    {"0101,0,1,K\n", "f:2:6: not a number from 1 to 16"},
    {"0101,1,17,K\n", "f:2:8: not a number from 1 to 16"},
    {"0101,1,1,K\n0101,2,1,K\n",
	"f:3:1: the code is missing, or is there already"},
    {",1,1,K\n", "f:2:1: the code is missing, or is there already"},
    {"0101,3,2,K\n0147,3,2,F\n",
	"f:3:6: there is a tile at column 3, row 2 already"},
};

static void
test_tiles_bad(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(bad_tiles); i++) {
		char *text = xasprintf(
		    "code,column,row,short\n%s", bad_tiles[i].rows);
		struct tiles l = {0};
		struct diags d = {0};
		char *line;

		assert_int_equal(
		    tiles_read("f", text, strlen(text), &l, &d), -1);
		assert_int_equal(d.n, 1);
		line = diags_line(&d, 0);
		assert_string_equal(line, bad_tiles[i].said);
		free(line);
		diags_clear(&d);
		tiles_clear(&l);
		free(text);
	}
}

/* --- the map ----------------------------------------------------------------
 */

static const struct {
	struct reach r;
	bool notice;
	enum map_state state;
} reaches[] = {
    {{.has_mail = true}, false, MAP_READY},
    {{.has_sms = true}, false, MAP_READY},
    {{.has_mail = false}, false, MAP_NO_CONTACT},
    {{.has_mail = false}, true, MAP_NO_CONTACT},
    {{.has_mail = true}, true, MAP_WAITING},
    {{.has_mail = true, .waiting = true}, true, MAP_WAITING},
    {{.has_mail = true, .waiting = true, .failed = true}, true, MAP_WAITING},
    {{.has_mail = true, .failed = true}, true, MAP_FAILED},
    {{.has_mail = true, .failed = true, .told = true}, true, MAP_TOLD},
    {{.told = true}, true, MAP_TOLD},
    {{.has_mail = true, .told = true, .receipted = true}, true, MAP_RECEIPTED},
    {{.has_mail = true, .failed = true, .receipted = true}, true, MAP_FAILED},
    {{.has_mail = true, .told = true, .receipted = true}, false, MAP_READY},
    {{.has_mail = true, .unconcerned = true}, true, MAP_UNCONCERNED},
    {{.unconcerned = true}, true, MAP_UNCONCERNED},
    {{.has_mail = true, .unconcerned = true, .told = true}, true, MAP_TOLD},
    {{.unconcerned = true}, false, MAP_NO_CONTACT},
};

static void
test_map_states(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(reaches); i++)
		assert_int_equal(map_state(&reaches[i].r, reaches[i].notice),
		    reaches[i].state);
}

static void
expect(const struct buf *b, const char *part)
{
	if (strstr(b->data, part) == NULL)
		fail_msg("not there: %s\nin: %s", part, b->data);
}

static void
expect_not(const struct buf *b, const char *part)
{
	if (strstr(b->data, part) != NULL)
		fail_msg("there: %s\nin: %s", part, b->data);
}

static void
test_map(void **state)
{
	struct tile tile = {S("0101"), S("KBH"), 14, 8};
	struct tiles tiles = {&tile, 1};
	struct reach v[] = {
	    {.code = S("0101"), .name = S("A<b>"), .told = true},
	    {.code = S("0999"), .name = S("Ny"), .has_mail = true}};
	struct reaches l = {v, 2};
	struct buf b;

	(void)state;
	buf_init(&b, 100000);
	map_write(&b, &tiles, &l, true);
	expect(&b, "<li class=\"tile told x14 y8\" data-short=\"KBH\">"
		   "<span class=\"name\">A&lt;b&gt;</span>"
		   "<span class=\"state\">: fået besked</span></li>");
	expect_not(&b, "ikke har kvitteret");
	v[0].asked = v[1].asked = v[0].receipted = true;
	map_write(&b, &tiles, &l, true);
	expect(&b, "ikke har kvitteret: 1</summary>\n<ul class=\"names\">\n"
		   "<li>Ny</li>\n</ul>");
	/* One without a tile is not lost. */
	expect(&b, "<ul class=\"map apart\">");
	expect(&b, ">Ny</span><span class=\"state\">: venter</span>");
	expect(&b, "</span> fået besked: 1</li>");
	expect(&b, "</span> fejlet: 0</li>");
	expect(&b, "Kommuner, der ikke har fået besked: 1</summary>");
	expect(&b, "<li>Ny: venter</li>");
	expect_not(&b, "kan nås:");
	buf_clear(&b);
}

/* --- masks ------------------------------------------------------------------
 */

static const struct {
	const char *text, *masked;
} masks[] = {
    {"", ""},
    {"rule 4 of 7: \"FMK\", 2026-03-28 kl. 14.05", NULL},
    {"incident 7, notice 12, code 4711", NULL},
    {"user anna", NULL},
    {"a@b", "…"},
    {"reply of anna@example.dk: OK", "reply of … OK"},
    {"Anna <anna@example.dk>, bo@example.dk", "Anna <…>, …"},
    {"\"anna@example.dk\"", "\"…\""},
    {"(anna@example.dk)", "(…)"},
    {"+45 00 00 00 01 said OK", "… said OK"},
    {"+4500000001", "…"},
    {"by 00000001.", "by …."},
    {"tel. 00 00 00 01, OK", "tel. …, OK"},
    {"1 + 1", NULL},
    {"æ +45-00-00-00-01 ø", "æ … ø"},
    {"tlf:+4500000001", "tlf:…"},
    {"nr.+4500000001", "nr.…"},
    {"Anna/+4500000001 said", "Anna/… said"},
    {"sms:+45 00 00 00 01 said", "sms:… said"},
    {"+45(00)000001", "…"},
    {"(+45) 00 00 00 01", "(…"},
    {"00-00-00-01", "…"},
    {"00.00.00.01, OK", "…, OK"},
    {"0045-00000001", "…"},
    {"to:anna@example.dk", "…"},
    {"tlf00000001x", "tlf…x"},
    {"kl. 22.10 00 00 00 01", "kl. 22.10 …"},
    {"00000001 2026-11-26", "… 2026-11-26"},
    {"2026-11-26 00000001", "2026-11-26 …"},
    {"12-34-5678 and 30.02.19.77", "… and …"},
    {"kl. 22.10, 28/3, 2026-11-26", NULL},
    {"28/3-2026, 26.11.2026 kl. 9.05", NULL},
    {"2026-11-26 22:10:00 to 2026-11-26T22:10:00Z", NULL},
    {"2026-11-26T22:10:00+01:00", NULL},
    {"kl. 22.10-23.10 den 28. marts 2026", NULL},
    {"FMK-2026-0007: 98 of 98, 1 of 300", NULL},
};

static void
test_masks(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(masks); i++) {
		char *s = mask_addresses(masks[i].text);

		assert_string_equal(s,
		    masks[i].masked == NULL ? masks[i].text : masks[i].masked);
		free(s);
	}
}

/* --- how an incident was handled --------------------------------------------
 */

static void
test_past(void **state)
{
	struct past p = {.state = INCIDENT_OPEN,
	    .since = 100,
	    .opened_at = 150,
	    .resolved_at = TIME_NONE,
	    .heard = 140,
	    .starts = TIME_NONE,
	    .first_notice = TIME_NONE};

	(void)state;
	assert_int_equal(past_duration(&p, 400), 300);
	assert_int_equal(past_delay(&p), -1);
	p.first_notice = 160;
	assert_int_equal(past_delay(&p), 20);
	p.since = TIME_NONE;
	assert_int_equal(past_duration(&p, 400), 250);
	p.state = INCIDENT_PENDING;
	assert_int_equal(past_duration(&p, 400), -1);
	p.state = INCIDENT_RESOLVED;
	p.resolved_at = 350;
	assert_int_equal(past_duration(&p, 400), 200);
	/* Announced work that was called off before it began. */
	p.since = 360;
	assert_int_equal(past_duration(&p, 400), -1);
}

/* How long nobody heard anything, to the end or to now. */
static void
test_past_gap(void **state)
{
	struct past p = {.state = INCIDENT_OPEN,
	    .effect = EFFECT_OUTAGE,
	    .opened_at = 100,
	    .since = TIME_NONE,
	    .starts = TIME_NONE,
	    .resolved_at = TIME_NONE,
	    .last_notice = TIME_NONE,
	    .gap = -1};

	(void)state;
	assert_int_equal(past_gap(&p, 900), -1);
	p.last_notice = 200;
	assert_int_equal(past_gap(&p, 900), 700);
	p.gap = 800;
	assert_int_equal(past_gap(&p, 900), 800);
	p.gap = 50;
	p.state = INCIDENT_RESOLVED;
	p.resolved_at = 500;
	assert_int_equal(past_gap(&p, 900), 300);
	p.last_notice = 501; /* that it is over */
	assert_int_equal(past_gap(&p, 900), 50);
	p.last_notice = 200;
	p.effect = EFFECT_PLANNED;
	assert_int_equal(past_gap(&p, 900), 50);
	p.starts = 450;
	assert_int_equal(past_began(&p), 450);
	assert_int_equal(past_duration(&p, 900), 50);
}

/* An incident opened at, with notices at those times; its id. */
static int64_t
add_incident(int64_t at, const int64_t *notices, size_t n)
{
	struct incident i = sample();
	int64_t id;

	i.kind = KIND_EXERCISE;
	xreplace(&i.feed, "");
	i.opened_at = at;
	i.since = TIME_NONE;
	i.over = false;
	i.notices = (int)n;
	i.state = INCIDENT_RESOLVED;
	i.resolved_at = at + 1000;
	OK(store_incident_put(t.s, &i, &t.e));
	id = i.id;
	for (size_t k = 0; k < n; k++) {
		struct notice m = {.incident = id,
		    .number = (int)k + 1,
		    .type = k == 0 ? NOTICE_FIRST : NOTICE_UPDATE,
		    .effect = EFFECT_OUTAGE,
		    .at = notices[k],
		    .next = TIME_NONE,
		    .title = S("emne"),
		    .reason = S("why")};

		OK(store_notice_add(t.s, &m, &t.e));
	}
	incident_clear(&i);
	return id;
}

static void
test_history(void **state)
{
	static const int64_t first[] = {T0 + 60, T0 + 7260, T0 + 7300};
	struct pasts l = {0};
	struct past one = {0};
	int64_t a = add_incident(T0, first, 3), n = 0, from, to;
	int64_t b = add_incident(T0 + 500, NULL, 0);
	int64_t c = add_incident(T0 + 90, first, 1);

	(void)state;
	OK(store_pasts_count(t.s, T0, T0 + 500, &n, &t.e));
	assert_int_equal(n, 2);
	OK(store_pasts_span(t.s, &from, &to, &t.e));
	assert_int_equal(from, T0);
	assert_int_equal(to, T0 + 500);
	OK(store_pasts(t.s, T0, T0 + 501, 10, 0, &l, &t.e));
	assert_int_equal(l.n, 3);
	assert_int_equal(l.v[0].id, b);
	assert_int_equal(l.v[1].id, c);
	assert_int_equal(l.v[2].id, a);
	assert_int_equal(l.v[0].first_notice, TIME_NONE);
	assert_int_equal(l.v[0].gap, -1);
	assert_int_equal(l.v[1].gap, -1);
	assert_int_equal(l.v[2].first_notice, T0 + 60);
	assert_int_equal(l.v[2].gap, 7200);
	assert_int_equal(l.v[2].last_notice, T0 + 7300);
	assert_int_equal(l.v[0].last_notice, TIME_NONE);
	assert_int_equal(l.v[0].starts, TIME_NONE);
	assert_int_equal(l.v[2].heard, T0);
	assert_int_equal(l.v[2].since, TIME_NONE);
	assert_string_equal(l.v[2].title, "titel æøå");
	pasts_clear(&l);
	OK(store_pasts(t.s, T0, T0 + 501, 1, 1, &l, &t.e));
	assert_int_equal(l.n, 1);
	assert_int_equal(l.v[0].id, c);
	pasts_clear(&l);
	assert_int_equal(store_past(t.s, a, &one, &t.e), 1);
	assert_int_equal(one.gap, 7200);
	past_clear(&one);
	assert_int_equal(store_past(t.s, 99, &one, &t.e), 0);
}

/* --- pages ------------------------------------------------------------------
 */

/* The answer to GET path of a page over the store of the test. */
static void
ask(struct config *conf, const char *path, struct http_response *r)
{
	struct diags problems = {0};
	struct templates *templates = templates_open("", "da", &problems);
	struct core core = {.conf = conf, .store = t.s, .templates = templates};
	struct web w = {.conf = conf, .store = t.s, .core = &core};
	struct http_request q;

	assert_int_equal(problems.n, 0);
	http_request_init(&q);
	http_response_init(r);
	q.method = HTTP_GET;
	http_fields_add(&q.headers, "X-Remote-User", "anna");
	http_take_target(&q, path);
	route_answer(&w, &q, r);
	http_request_clear(&q);
	templates_close(templates);
}

static struct config *
page_conf(void)
{
	struct config *conf = config_default();

	conf->web.off = false;
	xreplace(&conf->store, t.path);
	return conf;
}

/* No page changes anything, however often it is asked for. */
static const struct {
	const char *path;
	int status;
	const char *part;
} pages[] = {
    {"/", 200, "Ingen åbne sager."},
    {"/sag/1", 200, "<h1>ØVELSE: FMK-2026-0001: titel æøå</h1>"},
    {"/sag/1", 200, "Besked 3: opdatering</h3>"},
    {"/sag/1/besked/1", 403, "Ingen adgang"},
    {"/sag/2", 404, "Siden findes ikke"},
    {"/sag/0", 404, ""},
    {"/sag/-1", 404, ""},
    {"/sag/1x", 404, ""},
    {"/sag/1/", 404, ""},
    {"/sag/1/besked", 404, ""},
    {"/sag/1/besked/0", 404, ""},
    {"/sag/99999999999999999999", 404, ""},
    {"/historik", 200, "<h1>Historik 2026</h1>"},
    {"/historik/2026", 200, "<a href=\"/sag/1\">ØVELSE: FMK-2026-0001</a>"},
    {"/historik/2026", 200, ">2 timer</td>"},
    {"/historik/2026", 200, "<td data-label=\"Tilstand\">afsluttet</td>"},
    {"/historik/2026?side=1", 200, "<p>1 sag.</p>"},
    {"/historik/2026?side=2", 404, ""},
    {"/historik/2026?side=x", 404, ""},
    {"/historik/2025", 200, "<p>0 sager.</p>"},
    {"/historik/x", 404, ""},
    {"/historik/1969", 404, ""},
    {"/nowhere", 404, ""},
};

static void
test_pages(void **state)
{
	static const int64_t at[] = {T0 + 60, T0 + 7260, T0 + 7300};
	struct config *conf = page_conf();
	struct http_response r;

	(void)state;
	add_incident(T0, at, 3);
	for (size_t i = 0; i < LENGTH(pages); i++) {
		ask(conf, pages[i].path, &r);
		if (r.status != pages[i].status)
			fail_msg("%s: %d", pages[i].path, r.status);
		expect(&r.body, pages[i].part);
		expect(&r.body, "</html>");
		http_response_clear(&r);
	}
	config_free(conf);
}

/* A page of the on-call holds codes: what it says is shown nowhere. */
static void
test_pages_of_on_call(void **state)
{
	struct config *conf = page_conf();
	int64_t id = add_incident(T0, NULL, 0);
	struct notice n = {.incident = id,
	    .type = NOTICE_PAGE,
	    .at = T0,
	    .next = TIME_NONE,
	    .title = S("emne"),
	    .reason = S("told by anna@example.dk")};
	struct notice_body body = {ORG_ONCALL, S("ØVELSE emne 4711"),
	    S("kode 4711"), S("kode 4711"), S("ØVELSE OK 4711")};
	struct http_response r;

	(void)state;
	OK(store_notice_add(t.s, &n, &t.e));
	OK(store_notice_body_add(t.s, n.id, &body, &t.e));
	ask(conf, "/sag/1", &r);
	expect(&r.body, "Vagten blev tilkaldt");
	expect(&r.body, "told by …");
	expect_not(&r.body, "4711");
	expect_not(&r.body, "anna@");
	http_response_clear(&r);
	config_free(conf);
}

/* A call about an incident, or about a feed when that is 0. */
static void
add_call(int64_t incident, const char *owner)
{
	struct call k;

	call_init(&k);
	k.incident = incident;
	k.opened = k.began = T0;
	xreplace(&k.owner, owner);
	if (*owner != '\0')
		k.attended = T0;
	if (incident == 0) {
		xreplace(&k.alarm, "feed_failing");
		xreplace(&k.about, "nspop");
		xreplace(&k.detail, "told by bo@example.dk");
	}
	OK(store_call_put(t.s, &k, &t.e));
	call_clear(&k);
}

static void
open_incident(int64_t id)
{
	struct incident i;

	assert_int_equal(store_incident_get(t.s, id, &i, &t.e), 1);
	i.state = INCIDENT_OPEN;
	OK(store_incident_put(t.s, &i, &t.e));
	incident_clear(&i);
}

/* Who has it is called by his address when he has no name. */
static void
test_owner_and_alarms(void **state)
{
	struct config *conf = page_conf();
	struct http_response r;

	(void)state;
	open_incident(add_incident(T0, NULL, 0));
	ask(conf, "/", &r);
	expect(&r.body, "<dt>Hvem har sagen</dt><dd>ingen</dd>");
	expect_not(&r.body, "Alarmer til vagten");
	http_response_clear(&r);
	add_call(1, "anna@example.dk");
	add_call(0, "");
	ask(conf, "/", &r);
	expect(&r.body, "<dt>Hvem har sagen</dt><dd>…</dd>");
	expect(&r.body, "Alarmer til vagten");
	expect(&r.body, "<p>Feedet nspop kan ikke læses.");
	expect(&r.body, "told by …");
	expect(&r.body, "Ingen har svaret.");
	expect_not(&r.body, "@example.dk");
	http_response_clear(&r);
	ask(conf, "/sag/1", &r);
	expect(&r.body, "<dt>Hvem har sagen</dt><dd>…</dd>");
	http_response_clear(&r);
	conf->web.auth = WEB_AUTH_HEADER;
	xreplace(&conf->web.header, "X-Remote-User");
	ask(conf, "/", &r);
	expect(&r.body, "<dt>Hvem har sagen</dt><dd>anna@example.dk</dd>");
	expect(&r.body, "told by bo@example.dk");
	http_response_clear(&r);
	config_free(conf);
}

/* The front is about what matters most, and says when it is a drill. */
static void
expect_map(struct config *conf, const char *caption)
{
	struct http_response r;

	ask(conf, "/", &r);
	expect(&r.body, caption);
	http_response_clear(&r);
}

/* An open incident with one notice. */
static void
add_live(enum incident_kind kind, enum effect effect, const char *title)
{
	struct incident i = sample();
	bool planned = effect == EFFECT_PLANNED;
	struct notice m = {.number = 1,
	    .type = planned ? NOTICE_PLANNED : NOTICE_FIRST,
	    .effect = effect,
	    .at = T0 + 59,
	    .next = TIME_NONE,
	    .title = S("emne"),
	    .reason = S("why")};

	i.state = INCIDENT_OPEN;
	i.kind = kind;
	xreplace(&i.feed, kind == KIND_EXERCISE ? "" : "nspop");
	i.effect = effect;
	i.opened_at = i.since = T0;
	i.starts = planned ? T0 + 86400 : TIME_NONE;
	i.ends = planned ? T0 + 90000 : TIME_NONE;
	i.notices = 1;
	xreplace(&i.title, title);
	OK(store_incident_put(t.s, &i, &t.e));
	m.incident = i.id;
	OK(store_notice_add(t.s, &m, &t.e));
	incident_clear(&i);
}

static void
test_front_map(void **state)
{
	struct config *conf = page_conf();

	(void)state;
	add_live(KIND_EXERCISE, EFFECT_OUTAGE, "Drillen");
	expect_map(conf,
	    "<p>Den nyeste besked i ØVELSE: sag FMK-2026-0001: Drillen.</p>");
	add_live(KIND_ACTUAL, EFFECT_DEGRADED, "Langsomt");
	expect_map(conf, "i sag FMK-2026-0002: Langsomt.</p>");
	add_live(KIND_ACTUAL, EFFECT_OUTAGE, "Nede");
	expect_map(conf, "i sag FMK-2026-0003: Nede.</p>");
	add_live(KIND_ACTUAL, EFFECT_PLANNED, "Arbejde");
	add_live(KIND_EXERCISE, EFFECT_OUTAGE, "Ny drill");
	expect_map(conf, "i sag FMK-2026-0003: Nede.</p>");
	add_live(KIND_ACTUAL, EFFECT_OUTAGE, "Også nede");
	expect_map(conf, "i sag FMK-2026-0006: Også nede.</p>");
	config_free(conf);
}

static void
expect_page(struct config *conf, const char *path, const char *part, bool is)
{
	struct http_response r;

	ask(conf, path, &r);
	if (is)
		expect(&r.body, part);
	else
		expect_not(&r.body, part);
	http_response_clear(&r);
}

/* Whom it is for stands on the front and on its own page; not of all. */
static void
test_whom(void **state)
{
	static const char line[] = "<dt>Gælder</dt><dd>kommunerne i Region "
				   "Nordjylland</dd>";
	static const char *const paths[] = {"/", "/sag/1"};
	struct config *conf = page_conf();
	struct incident i = sample();

	(void)state;
	i.state = INCIDENT_OPEN;
	xreplace(&i.feed, "");
	xreplace(&i.audience, "region:Region Nordjylland");
	OK(store_incident_put(t.s, &i, &t.e));
	incident_clear(&i);
	for (size_t k = 0; k < LENGTH(paths); k++)
		expect_page(conf, paths[k], line, true);
	add_live(KIND_ACTUAL, EFFECT_OUTAGE, "Nede");
	expect_page(conf, "/sag/2", "<dt>Gælder</dt>", false);
	config_free(conf);
}

/* Announced work is no outage that goes on. */
static void
test_front_planned(void **state)
{
	struct config *conf = page_conf();
	struct http_response r;

	(void)state;
	add_live(KIND_ACTUAL, EFFECT_PLANNED, "Arbejde");
	ask(conf, "/", &r);
	expect(&r.body, "<article class=\"box plan\">");
	expect(&r.body, "<dt>Planlagt</dt><dd>fra <time");
	expect_not(&r.body, "<dt>Siden</dt>");
	expect_not(&r.body, "box bad\">\n<h3>");
	http_response_clear(&r);
	ask(conf, "/sag/1", &r);
	expect(&r.body, "<dt>Planlagt fra</dt>");
	expect(&r.body, "<dt>Tid til første besked</dt><dd>straks</dd>");
	expect_not(&r.body, "<dt>Siden</dt>");
	http_response_clear(&r);
	config_free(conf);
}

/* A page to somebody of the on-call, who has taken the mail. */
static void
add_paged(int64_t incident, const char *reason)
{
	struct notice n = {.incident = incident,
	    .type = NOTICE_PAGE,
	    .at = T0,
	    .next = TIME_NONE,
	    .title = S("emne"),
	    .reason = xstrdup(reason)};
	struct org own = {.kind = ORG_ONCALL,
	    .code = S("medcom.1"),
	    .name = S("Anna Berg"),
	    .region = S(""),
	    .vendor = S("")};
	struct contact c[] = {{0, S("medcom"), S("Anna Berg"),
	    S("anna@example.dk"), S(""), true, S(""), CHOICE_DEFAULT}};
	char *id = xasprintf("page-%s", reason);

	OK(store_notice_add(t.s, &n, &t.e));
	assert_int_equal(
	    store_message_add(t.s, &n, CHANNEL_MAIL, &own, c, 1, id, T0, &t.e),
	    1);
	free(id);
	free(n.reason);
}

static const struct {
	const char *reason, *shown;
} told[] = {
    {"rule 3: FMK", "<h3>Vagten blev tilkaldt</h3>"},
    {"taken by Anna Berg: incident 1",
	"<h3>Vagten fik besked: Anna Berg har taget sagen</h3>"},
    {"taken by anna@example.dk",
	"<h3>Vagten fik besked: vagten har taget sagen</h3>"},
    {"dismissed by Anna Berg: it",
	"<h3>Vagten fik besked: Anna Berg har afvist sagen</h3>"},
    {"not attended any more by Anna Berg: it",
	"<h3>Vagten blev tilkaldt igen: Anna Berg har ikke meldt sig</h3>"},
    {"settled: it", "<h3>Vagten fik besked: sagen kræver ikke mere</h3>"},
};

static void
test_who_was_paged(void **state)
{
	struct config *conf = page_conf();
	struct http_response r;
	int64_t id = add_incident(T0, NULL, 0);

	(void)state;
	for (size_t i = 0; i < LENGTH(told); i++)
		add_paged(id, told[i].reason);
	ask(conf, "/sag/1", &r);
	for (size_t i = 0; i < LENGTH(told); i++)
		expect(&r.body, told[i].shown);
	expect(&r.body, "<li>Anna Berg, Mail: venter</li>");
	expect_not(&r.body, "example.dk");
	http_response_clear(&r);
	conf->web.auth = WEB_AUTH_HEADER;
	xreplace(&conf->web.header, "X-Remote-User");
	ask(conf, "/sag/1", &r);
	expect(&r.body, "<li>Anna Berg, Mail til anna@example.dk: venter</li>");
	http_response_clear(&r);
	config_free(conf);
}

/* What is on record in English is said in Danish, or marked. */
static void
test_acts_in_danish(void **state)
{
	struct config *conf = page_conf();
	struct audit_erased erased = {0};
	struct http_response r;
	int64_t id = add_incident(T0, NULL, 0);

	(void)state;
	OK(store_audit(t.s, T0, "user root", "incident.opened", id,
	    "incident 1", "actual, outage: FMK er nede (by user root)", &t.e));
	OK(store_audit(t.s, T0, "user root", "incident.state", id, "incident 1",
	    "resolved, was open: resolved by user root", &t.e));
	OK(store_audit(t.s, T0, "alertd", "event.absent", id, "incident 1",
	    "nspop/i1 is no longer listed", &t.e));
	OK(store_audit(t.s, T0, "Eva Lund", "answer.refused", id, "incident 1",
	    "ack by link: Eva Lund", &t.e));
	OK(store_audit_erase(t.s, 4, true, true, &erased, &t.e));
	audit_erased_clear(&erased);
	ask(conf, "/sag/1", &r);
	expect(&r.body, "<h3>Et svar blev afvist</h3>\n<p>Af en person, hvis "
			"navn er slettet.</p>\n<p>Teksten er slettet.</p>");
	expect(&r.body, "<h3>Sagen blev oprettet</h3>\n<p>Af root (alertctl).");
	expect(&r.body, "<p>Nu: afsluttet. Før: åben.</p>");
	expect(&r.body,
	    "<p class=\"note\">alertds egen note: <span lang=\"en\">"
	    "nspop/i1 is no longer listed</span></p>");
	expect_not(&r.body, "by user");
	expect_not(&r.body, "actual, outage");
	http_response_clear(&r);
	config_free(conf);
}

/* One municipality with two addresses is told of notice 1 at T0. */
static void
add_message(int64_t incident, int64_t at)
{
	struct notice n = {.incident = incident,
	    .number = 1,
	    .type = NOTICE_FIRST,
	    .effect = EFFECT_OUTAGE,
	    .at = at,
	    .next = TIME_NONE,
	    .title = S("emne"),
	    .reason = S("why")};
	struct contact c[] = {{0, S("0101"), S("A"), S("a@example.dk"), S(""),
				  true, S(""), CHOICE_DEFAULT},
	    {0, S("0101"), S("B"), S("b@example.dk"), S(""), true, S(""),
		CHOICE_DEFAULT}};

	OK(store_notice_add(t.s, &n, &t.e));
	assert_int_equal(store_message_add(t.s, &n, CHANNEL_MAIL, &municipality,
			     c, 2, "id", at, &t.e),
	    1);
}

/* One line for all of them, when the last came. */
static void
test_receipts_in_one_line(void **state)
{
	struct config *conf = page_conf();
	struct http_response r;

	(void)state;
	OK(store_org_put(t.s, &municipality, &t.e));
	add_message(add_incident(T0, NULL, 0), T0);
	ask(conf, "/sag/1", &r);
	expect_not(&r.body, "har kvitteret, senest");
	http_response_clear(&r);
	assert_int_equal(
	    store_receipt_add(t.s, 1, "0101", 1, "a", T0 + 60, &t.e), 1);
	assert_int_equal(
	    store_receipt_add(t.s, 1, "0147", 1, "b", T0 + 120, &t.e), 1);
	ask(conf, "/sag/1", &r);
	expect(&r.body, "<h3>2 kommuner har kvitteret, senest <time");
	http_response_clear(&r);
	config_free(conf);
}

/* What is old and done is not counted; what is not done always is. */
static void
test_outbox_recent(void **state)
{
	struct outbox_counts n;

	(void)state;
	OK(store_org_put(t.s, &municipality, &t.e));
	add_message(add_incident(T0, NULL, 0), T0);
	add_message(add_incident(T0, NULL, 0), T0 + 500);
	OK(store_outbox_recent(t.s, T0 + 500, &n, &t.e));
	assert_int_equal(n.n[CHANNEL_MAIL][DELIVERY_QUEUED], 4);
	assert_int_equal(n.oldest, T0);
	assert_int_equal(store_outbox_cancel(t.s, 1, &t.e), 2);
	OK(store_outbox_recent(t.s, T0 + 500, &n, &t.e));
	assert_int_equal(n.n[CHANNEL_MAIL][DELIVERY_QUEUED], 2);
	assert_int_equal(n.n[CHANNEL_MAIL][DELIVERY_CANCELLED], 0);
	assert_int_equal(n.oldest, T0 + 500);
	OK(store_outbox_recent(t.s, T0, &n, &t.e));
	assert_int_equal(n.n[CHANNEL_MAIL][DELIVERY_CANCELLED], 2);
	assert_int_equal(n.n[CHANNEL_SMS][DELIVERY_QUEUED], 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_tiles),
	    cmocka_unit_test(test_tiles_apart),
	    cmocka_unit_test(test_tiles_geography),
	    cmocka_unit_test(test_tiles_bad),
	    cmocka_unit_test(test_map_states),
	    cmocka_unit_test(test_map),
	    cmocka_unit_test(test_masks),
	    cmocka_unit_test(test_past),
	    cmocka_unit_test(test_past_gap),
	    TEST(test_history),
	    TEST(test_pages),
	    TEST(test_pages_of_on_call),
	    TEST(test_owner_and_alarms),
	    TEST(test_front_map),
	    TEST(test_front_planned),
	    TEST(test_whom),
	    TEST(test_who_was_paged),
	    TEST(test_acts_in_danish),
	    TEST(test_receipts_in_one_line),
	    TEST(test_outbox_recent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
