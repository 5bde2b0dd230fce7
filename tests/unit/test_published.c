/*
 * Unit tests of our own notices as other machines get them: incidents.json
 * and feed.atom, as alertd itself reads and judges them.
 */
#include "machine_house.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "base/attr.h"
#include "base/limits.h"
#include "feed/parse.h"
#include "store/published.h"

static json_t *
ask_json(struct house *h)
{
	char *body = ask(h, web_incidents_json, NULL);
	json_error_t why;
	json_t *root = json_loads(body, JSON_REJECT_DUPLICATES, &why);

	if (root == NULL)
		fail_msg("%d:%d: %s", why.line, why.column, why.text);
	free(body);
	return root;
}

/* As another alertd reads it. */
static struct reports
polled(struct house *h, enum feed_kind kind, web_handler *handler)
{
	struct reports l = {0};
	struct err e = {""};
	char *body = ask(h, handler, NULL);

	must(feed_parse(kind, "other", body, strlen(body), 2000, &l, &e), &e);
	assert_true(l.complete);
	free(body);
	return l;
}

static const char *
text_of(const json_t *o, const char *key)
{
	const char *s = json_string_value(json_object_get(o, key));

	if (s == NULL)
		fail_msg("no string %s", key);
	return s;
}

static const json_t *
incident_at(const json_t *root, size_t i)
{
	return json_array_get(json_object_get(root, "incidents"), i);
}

static size_t
incident_count(const json_t *root)
{
	return json_array_size(json_object_get(root, "incidents"));
}

/* --- incidents.json ------------------------------------------------------- */

static void
test_json_form(void **state)
{
	struct house *h = *state;
	json_t *root = ask_json(h), *page, *i, *u, *c;

	assert_int_equal(incident_count(root), 0);
	json_decref(root);
	xreplace(&h->setup.conf->web.base_url, "https://fmk.example.dk");
	xreplace(&h->setup.conf->notices.signature, "Driften");
	warm(h, "nspop");
	feed_says(h, "nspop", &down, 1);
	root = ask_json(h);
	page = json_object_get(root, "page");
	assert_string_equal(text_of(page, "id"), "FMK");
	assert_string_equal(text_of(page, "name"), "Driften");
	assert_string_equal(text_of(page, "url"), "https://fmk.example.dk");
	assert_string_equal(text_of(page, "time_zone"), "Europe/Copenhagen");
	assert_string_equal(
	    text_of(page, "updated_at"), "2026-03-28T22:14:00Z");
	assert_int_equal(incident_count(root), 1);
	i = json_array_get(json_object_get(root, "incidents"), 0);
	assert_string_equal(text_of(i, "id"), "69c852a8-1");
	assert_string_equal(text_of(i, "name"), down.title);
	assert_string_equal(text_of(i, "status"), "investigating");
	assert_string_equal(text_of(i, "impact"), "critical");
	assert_string_equal(
	    text_of(i, "shortlink"), "https://fmk.example.dk/sag/1");
	assert_string_equal(text_of(i, "created_at"), "2026-03-28T22:14:00Z");
	assert_string_equal(text_of(i, "started_at"), "2026-03-28T22:14:00Z");
	assert_true(json_is_null(json_object_get(i, "resolved_at")));
	u = json_array_get(json_object_get(i, "incident_updates"), 0);
	assert_string_equal(text_of(u, "id"), "69c852a8-1-1");
	assert_string_equal(text_of(u, "incident_id"), "69c852a8-1");
	assert_string_equal(text_of(u, "display_at"), "2026-03-28T22:14:00Z");
	assert_non_null(strstr(text_of(u, "body"), "FMK"));
	c = json_array_get(json_object_get(i, "components"), 0);
	assert_string_equal(text_of(c, "name"), "FMK");
	assert_string_equal(text_of(c, "status"), "major_outage");
	json_decref(root);
}

/* What is not told yet is not there yet: status and times fit the updates. */
static void
test_json_not_ahead_of_the_notices(void **state)
{
	struct house *h = *state;
	const json_t *i;
	json_t *root;

	send_outage(h, "FMK er nede");
	run_sql(h, "UPDATE incident SET state = 'resolved', over = 1,"
		   " resolved_at = 1774736000, title = 'Andet'");
	root = ask_json(h);
	i = incident_at(root, 0);
	assert_string_equal(text_of(i, "name"), "FMK er nede");
	assert_string_equal(text_of(i, "status"), "investigating");
	assert_true(json_is_null(json_object_get(i, "resolved_at")));
	json_decref(root);
}

/* A night: the ids stay, the newest update is the first. */
static void
test_json_life(void **state)
{
	struct house *h = *state;
	const json_t *i, *u;
	json_t *root;

	warm(h, "nspop");
	feed_says(h, "nspop", &down, 1);
	all_told(h);
	h->now = h->next;
	turn(h);
	root = ask_json(h);
	i = incident_at(root, 0);
	assert_string_equal(text_of(i, "id"), "69c852a8-1");
	assert_string_equal(text_of(i, "updated_at"), "2026-03-29T00:14:00Z");
	assert_true(json_is_null(json_object_get(i, "shortlink")));
	u = json_object_get(i, "incident_updates");
	assert_int_equal(json_array_size(u), 2);
	assert_string_equal(
	    text_of(json_array_get(u, 0), "id"), "69c852a8-1-2");
	assert_string_equal(
	    text_of(json_array_get(u, 1), "id"), "69c852a8-1-1");
	json_decref(root);
	feed_says(h, "nspop", &over, 1);
	root = ask_json(h);
	i = incident_at(root, 0);
	assert_string_equal(text_of(i, "id"), "69c852a8-1");
	assert_string_equal(text_of(i, "status"), "resolved");
	assert_string_equal(text_of(i, "resolved_at"), "2026-03-29T00:14:00Z");
	u = json_object_get(i, "components");
	assert_string_equal(
	    text_of(json_array_get(u, 0), "status"), "operational");
	json_decref(root);
}

static void
test_json_retracted(void **state)
{
	struct house *h = *state;
	int64_t id = send_outage(h, "FMK er nede");
	struct err e = {""};
	const json_t *i, *u;
	json_t *root;

	all_told(h);
	must(core_retract(&h->core, id, &nothing, h->now + 60, &e), &e);
	root = ask_json(h);
	i = incident_at(root, 0);
	assert_string_equal(text_of(i, "status"), "resolved");
	u = json_array_get(json_object_get(i, "incident_updates"), 0);
	assert_string_equal(text_of(u, "status"), "resolved");
	assert_non_null(strstr(text_of(u, "body"), "fejl"));
	assert_int_equal(
	    json_array_size(json_object_get(i, "incident_updates")), 2);
	json_decref(root);
}

/* A drill is never taken for the real thing; what was not told is not there. */
static void
test_json_only_what_was_told(void **state)
{
	struct house *h = *state;
	struct statement s = nothing;
	const struct told asked = {"nspop", "old", "FMK er nede",
	    "Opslag i FMK fejler.", PHASE_OPEN, NOW - 30 * HOUR};
	struct err e = {""};
	struct reports l;
	json_t *root;
	char *body;

	s.effect = EFFECT_OUTAGE;
	s.title = "Øvelse i FMK";
	s.exercise = true;
	send_statement(h, s);
	feed_says(h, "nspop", &asked, 1); /* pending: its page is no notice */
	root = ask_json(h);
	assert_int_equal(incident_count(root), 0);
	json_decref(root);
	l = polled(h, FEED_RSS, web_atom);
	assert_int_equal(l.n, 0);
	reports_clear(&l);
	must(core_dismiss(&h->core, 2, h->now, &e), &e);
	send_outage(h, "FMK er nede");
	root = ask_json(h);
	assert_int_equal(incident_count(root), 1);
	json_decref(root);
	body = ask(h, web_incidents_json, NULL);
	assert_null(strstr(body, "velse"));
	assert_null(strstr(body, "\xc3\x98VELSE"));
	free(body);
	body = ask(h, web_atom, NULL);
	assert_null(strstr(body, "\xc3\x98VELSE"));
	free(body);
}

static void
test_no_addresses(void **state)
{
	struct house *h = *state;
	web_handler *all[] = {
	    web_incidents_json, web_atom, web_metrics, web_health};

	send_outage(h, "FMK er nede");
	all_told(h);
	run_sql(h, "UPDATE delivery SET state = 'failed',"
		   " answer = 'fmk@example.dk refused'");
	for (size_t i = 0; i < LENGTH(all); i++) {
		char *body = ask(h, all[i], NULL);

		assert_null(strstr(body, "example.dk"));
		assert_null(strstr(body, "+45"));
		free(body);
	}
}

static void
test_json_limits(void **state)
{
	struct house *h = *state;
	struct err e = {""};
	json_t *root;
	int64_t id = 0;

	for (int i = 0; i < LIMIT_WEB_INCIDENTS + 3; i++) {
		id = send_outage(h, "FMK er nede");
		h->now += 60;
	}
	for (int i = 0; i < LIMIT_WEB_UPDATES + 2; i++) {
		h->now += HOUR;
		must(core_update(&h->core, id, &nothing, h->now, &e), &e);
	}
	root = ask_json(h);
	assert_int_equal(incident_count(root), LIMIT_WEB_INCIDENTS);
	assert_int_equal(json_array_size(json_object_get(
			     incident_at(root, 0), "incident_updates")),
	    LIMIT_WEB_UPDATES);
	assert_string_equal(text_of(incident_at(root, 0), "created_at"),
	    "2026-03-28T23:05:00Z");
	assert_string_equal(
	    text_of(incident_at(root, LIMIT_WEB_INCIDENTS - 1), "created_at"),
	    "2026-03-28T22:16:00Z");
	json_decref(root);
}

/* --- read back by alertd -------------------------------------------------- */

struct judged {
	enum verdict_kind least;
	enum effect effect;
	enum phase phase;
	enum online online;
};

/* Who is asked says the effect himself. */
static bool
is_as(const struct finding *f, const struct judged *x)
{
	if (f->verdict < x->least || f->phase != x->phase)
		return false;
	if (f->verdict == VERDICT_ASK)
		return true;
	return f->effect == x->effect &&
	       (x->phase != PHASE_OPEN || f->online == x->online);
}

/* How the first report is judged. */
static void
judge(struct house *h, const struct reports *l, struct judged x)
{
	struct finding f;
	struct err e = {""};

	assert_true(l->n > 0);
	must(filter_judge(h->setup.filter, &l->v[0], &f, &e), &e);
	if (!is_as(&f, &x))
		fail_msg("\"%s\": %s, %s, %s, FMK-online %s (%s) of:\n%s",
		    l->v[0].title, verdict_name(f.verdict),
		    effect_name(f.effect), phase_name(f.phase),
		    online_name(f.online), f.reason, l->v[0].text);
	finding_clear(&f);
}

/* What the rules make of the component alone, without a notice about it. */
static enum verdict_kind
bare_verdict(struct house *h, const char *service)
{
	struct report r;
	struct finding f;
	struct err e = {""};
	enum verdict_kind v;

	report_init(&r);
	free(r.title);
	r.title = xasprintf("%s er nede", service);
	report_component(&r, service, "major_outage");
	r.phase = PHASE_OPEN;
	must(filter_judge(h->setup.filter, &r, &f, &e), &e);
	v = f.verdict;
	finding_clear(&f);
	report_clear(&r);
	return v;
}

static enum online
online_now(struct house *h, int64_t id)
{
	struct incident i;
	struct err e = {""};
	enum online online;

	assert_int_equal(store_incident_get(h->store, id, &i, &e), 1);
	online = notice_online(&i);
	incident_clear(&i);
	return online;
}

/* The notices are taken for no less than the rules take the component. */
static void
one_and_back(struct house *h, const char *service, enum effect effect)
{
	static const char *const said[] = {[EFFECT_DEGRADED] = "er langsomt",
	    [EFFECT_DATA_ERROR] = "viser forkerte data",
	    [EFFECT_OUTAGE] = "er nede"};
	struct statement s = nothing;
	enum effect usual;
	enum online online;
	struct err e = {""};
	char *title = xasprintf("%s %s", service, said[effect]);
	enum verdict_kind verdict = bare_verdict(h, service);
	struct reports l;
	int64_t id;

	s.effect = effect;
	s.service = service;
	s.title = title;
	filter_component(h->setup.filter, service, &usual, &s.path);
	h->now += HOUR;
	id = send_statement(h, s);
	all_told(h);
	/* Itself slow it can be used. */
	online = str_eq(service, "FMK-online") ? ONLINE_WORKS
					       : online_now(h, id);
	l = polled(h, FEED_STATUSPAGE, web_incidents_json);
	judge(h, &l, (struct judged){verdict, effect, PHASE_OPEN, online});
	reports_clear(&l);
	h->now += 2 * HOUR;
	turn(h); /* the repeat */
	l = polled(h, FEED_STATUSPAGE, web_incidents_json);
	judge(h, &l, (struct judged){verdict, effect, PHASE_OPEN, online});
	reports_clear(&l);
	all_told(h);
	must(core_resolve(&h->core, id, &nothing, h->now + 60, &e), &e);
	l = polled(h, FEED_STATUSPAGE, web_incidents_json);
	judge(h, &l, (struct judged){verdict, effect, PHASE_RESOLVED, online});
	reports_clear(&l);
	free(title);
}

/* Each component with the effect that it has, and FMK with any. */
static void
test_judged_as_it_is(void **state)
{
	struct house *h = *state;
	enum effect usual = EFFECT_NONE;
	const char *id;
	bool path;

	for (size_t i = 0;
	     (id = filter_component_id(h->setup.filter, i)) != NULL; i++) {
		filter_component(h->setup.filter, id, &usual, &path);
		if (usual != EFFECT_NONE)
			one_and_back(h, id, usual);
	}
	assert_int_equal(bare_verdict(h, "FMK"), VERDICT_BROADCAST);
	for (enum effect e = EFFECT_DEGRADED; e <= EFFECT_OUTAGE; e++)
		one_and_back(h, "FMK", e);
}

static int64_t
send_planned(struct house *h)
{
	struct statement s = nothing;

	s.effect = EFFECT_PLANNED;
	s.online = ONLINE_DOWN; /* then, not now */
	s.service = "FMK";
	s.title = "Nye servere";
	s.text = "Databasen flyttes.";
	s.starts = NOW + 48 * HOUR;
	s.ends = NOW + 50 * HOUR;
	return send_statement(h, s);
}

/* Announced work is Statuspage's, and in a list of its own. */
static void
expect_planned(struct house *h, const char *status, const char *component,
    enum phase phase)
{
	struct reports l = polled(h, FEED_STATUSPAGE, web_incidents_json);

	assert_int_equal(l.n, 0);
	reports_clear(&l);
	l = polled(h, FEED_STATUSPAGE, web_maintenances_json);
	assert_int_equal(l.n, 1);
	judge(h, &l,
	    (struct judged){
		VERDICT_BROADCAST, EFFECT_PLANNED, phase, ONLINE_UNKNOWN});
	assert_true(l.v[0].starts == NOW + 48 * HOUR);
	assert_true(l.v[0].ends == NOW + 50 * HOUR);
	assert_string_equal(l.v[0].status, status);
	assert_string_equal(l.v[0].impact, "maintenance");
	assert_int_equal(l.v[0].n_components, 1);
	assert_string_equal(l.v[0].components[0].name, "FMK");
	assert_string_equal(l.v[0].components[0].status, component);
	reports_clear(&l);
}

static void
test_planned_is_read_back(void **state)
{
	struct house *h = *state;
	int64_t id = send_planned(h);
	struct err e = {""};

	expect_planned(h, "scheduled", "operational", PHASE_PLANNED);
	all_told(h);
	h->now = NOW + 49 * HOUR;
	expect_planned(h, "in_progress", "under_maintenance", PHASE_OPEN);
	must(core_resolve(&h->core, id, &nothing, h->now, &e), &e);
	expect_planned(h, "completed", "operational", PHASE_RESOLVED);
}

/* --- what an update says -------------------------------------------------- */

static void
expect_body(
    struct house *h, web_handler *handler, const char *list, const char *body)
{
	char *text = ask(h, handler, NULL);
	json_t *root = json_loads(text, 0, NULL), *u;

	u = json_object_get(
	    json_array_get(json_object_get(root, list), 0), "incident_updates");
	assert_string_equal(text_of(json_array_get(u, 0), "body"), body);
	json_decref(root);
	free(text);
}

/* What is said and since when: no advice, and nothing of the letter. */
static void
test_body_is_the_news(void **state)
{
	struct house *h = *state;
	int64_t id = send_outage(h, "Opslag fejler");
	struct statement s = nothing;
	struct err e = {""};

	expect_body(h, web_incidents_json, "incidents",
	    "FMK er nede.\nFejlen begyndte kl. 23.13.\nOpslag i FMK fejler.");
	all_told(h);
	s.text = "Vi leder efter fejlen.";
	must(core_update(&h->core, id, &s, h->now + 900, &e), &e);
	expect_body(h, web_incidents_json, "incidents",
	    "FMK er nede.\nFejlen begyndte kl. 23.13.\n"
	    "Vi leder efter fejlen.");
	s.text = "En server er skiftet.";
	must(core_resolve(&h->core, id, &s, h->now + 1800, &e), &e);
	expect_body(h, web_incidents_json, "incidents",
	    "FMK virker igen.\nEn server er skiftet.");
	must(core_retract(&h->core, send_outage(h, "Opslag fejler"), &nothing,
		 h->now + 60, &e),
	    &e);
	expect_body(h, web_incidents_json, "incidents",
	    "Se bort fra vores besked om FMK. Den var en fejl.");
	send_planned(h);
	expect_body(h, web_maintenances_json, "scheduled_maintenances",
	    "Planlagt arbejde på FMK.\n"
	    "Fra kl. 00.13 tirsdag den 31. marts til kl. 02.13.\n"
	    "Databasen flyttes.");
}

/* Since when it is, and not since when it was told. */
static void
test_since_is_read_back(void **state)
{
	struct house *h = *state;
	struct statement s = nothing;
	struct reports l;

	s.effect = EFFECT_OUTAGE;
	s.service = "FMK";
	s.title = "FMK er nede";
	s.since = NOW - 2 * HOUR;
	send_statement(h, s);
	l = polled(h, FEED_STATUSPAGE, web_incidents_json);
	assert_true(l.v[0].published == NOW - 2 * HOUR);
	reports_clear(&l);
}

/* Nobody is ahead of the others: what is not told is not there yet. */
static void
test_only_what_was_told_counts(void **state)
{
	struct house *h = *state;
	const json_t *c;
	json_t *root;

	send_outage(h, "FMK er nede");
	run_sql(h, "UPDATE incident SET effect = 'planned', online = 'works',"
		   " planned = 1");
	root = ask_json(h);
	assert_int_equal(incident_count(root), 1);
	c = json_object_get(incident_at(root, 0), "components");
	assert_int_equal(json_array_size(c), 2);
	assert_string_equal(
	    text_of(json_array_get(c, 0), "status"), "major_outage");
	assert_string_equal(
	    text_of(json_array_get(c, 1), "status"), "major_outage");
	json_decref(root);
}

/* --- kept ----------------------------------------------------------------- */

static struct http_response
answer(struct house *h, struct web *w, web_handler *handler, const char *known)
{
	struct http_request q;
	struct http_response r;
	struct err e = {""};

	w->now = h->now;
	http_request_init(&q);
	if (known != NULL)
		http_fields_add(&q.headers, "If-None-Match", known);
	http_response_init(&r);
	must(handler(w, &q, &r, &e), &e);
	http_request_clear(&q);
	return r;
}

/* Of one document, however often it is read, there is one in memory. */
static void
expect_kept(struct house *h, web_handler *handler)
{
	struct web w = {
	    .conf = h->setup.conf, .store = h->store, .core = &h->core};
	struct http_response one, two, same, next;
	char *weak;

	send_outage(h, "FMK er nede");
	one = answer(h, &w, handler, NULL);
	run_sql(h, "UPDATE notice SET title = 'Andet'");
	two = answer(h, &w, handler, "\"0123456789abcdef\"");
	assert_ptr_equal(one.shared, two.shared);
	assert_int_equal(two.status, 200);
	weak = xasprintf("\"x\", W/%s", one.etag);
	same = answer(h, &w, handler, weak);
	assert_int_equal(same.status, 304);
	assert_null(same.shared);
	assert_string_equal(same.etag, one.etag);
	send_outage(h, "FMK er nede igen");
	next = answer(h, &w, handler, one.etag);
	assert_int_equal(next.status, 200);
	assert_ptr_not_equal(next.shared, one.shared);
	assert_string_not_equal(next.etag, one.etag);
	free(weak);
	http_response_clear(&one);
	http_response_clear(&two);
	http_response_clear(&same);
	http_response_clear(&next);
	kept_clear(w.kept);
}

static void
test_kept(void **state)
{
	expect_kept(*state, web_incidents_json);
	expect_kept(*state, web_atom);
}

/* Work begins though nothing is told. */
static void
test_kept_until_work_begins(void **state)
{
	struct house *h = *state;
	struct web w = {
	    .conf = h->setup.conf, .store = h->store, .core = &h->core};
	struct http_response one, same, begun;

	send_planned(h);
	one = answer(h, &w, web_maintenances_json, NULL);
	h->now = NOW + 48 * HOUR - 1;
	same = answer(h, &w, web_maintenances_json, NULL);
	assert_ptr_equal(one.shared, same.shared);
	h->now++;
	begun = answer(h, &w, web_maintenances_json, NULL);
	assert_non_null(strstr(begun.shared->data, "\"in_progress\""));
	http_response_clear(&one);
	http_response_clear(&same);
	http_response_clear(&begun);
	kept_clear(w.kept);
}

static void
test_retracted_is_read_back(void **state)
{
	struct house *h = *state;
	int64_t id = send_outage(h, "FMK er nede");
	struct err e = {""};
	struct reports l;

	all_told(h);
	must(core_retract(&h->core, id, &nothing, h->now + 60, &e), &e);
	l = polled(h, FEED_STATUSPAGE, web_incidents_json);
	assert_int_equal(l.v[0].phase, PHASE_RESOLVED);
	judge(h, &l,
	    (struct judged){VERDICT_BROADCAST, EFFECT_OUTAGE, PHASE_RESOLVED,
		ONLINE_UNKNOWN});
	reports_clear(&l);
}

/* --- feed.atom ------------------------------------------------------------ */

static xmlNode *
child(const xmlNode *n, const char *name)
{
	for (xmlNode *c = n->children; c != NULL; c = c->next)
		if (c->type == XML_ELEMENT_NODE &&
		    strcmp((const char *)c->name, name) == 0 && c->ns != NULL &&
		    strcmp((const char *)c->ns->href,
			"http://www.w3.org/2005/Atom") == 0)
			return c;
	fail_msg("no element %s", name);
	return NULL;
}

static void
expect_child(const xmlNode *n, const char *name, const char *text)
{
	xmlChar *s = xmlNodeGetContent(child(n, name));

	assert_string_equal((const char *)s, text);
	xmlFree(s);
}

static xmlDoc *
ask_atom(struct house *h)
{
	char *body = ask(h, web_atom, NULL);
	xmlDoc *doc = xmlReadMemory(
	    body, (int)strlen(body), NULL, NULL, XML_PARSE_NONET);

	assert_non_null(doc);
	free(body);
	return doc;
}

static void
test_atom_form(void **state)
{
	struct house *h = *state;
	const xmlNode *root, *entry;
	xmlDoc *doc = ask_atom(h);
	xmlChar *href;

	/* Nothing was told yet. */
	root = xmlDocGetRootElement(doc);
	expect_child(root, "updated", "1970-01-01T00:00:00Z");
	xmlFreeDoc(doc);
	xreplace(&h->setup.conf->web.base_url, "https://fmk.example.dk:8443");
	xreplace(&h->setup.conf->notices.signature, "Drift & <beredskab>");
	warm(h, "nspop");
	feed_says(h, "nspop", &down, 1);
	h->now = h->next;
	turn(h);
	doc = ask_atom(h);
	root = xmlDocGetRootElement(doc);
	expect_child(root, "id", "https://fmk.example.dk:8443/feed.atom");
	expect_child(root, "title", "Drift & <beredskab>");
	expect_child(root, "updated", "2026-03-29T00:14:00Z");
	expect_child(child(root, "author"), "name", "Drift & <beredskab>");
	entry = child(root, "entry"); /* the newest */
	expect_child(entry, "id", "tag:fmk.example.dk,2026-03-28:1/2");
	expect_child(entry, "updated", "2026-03-29T00:14:00Z");
	href = xmlGetProp(child(entry, "link"), (const xmlChar *)"href");
	assert_string_equal(
	    (const char *)href, "https://fmk.example.dk:8443/sag/1");
	xmlFree(href);
	href = xmlGetProp(child(entry, "content"), (const xmlChar *)"type");
	assert_string_equal((const char *)href, "text");
	xmlFree(href);
	xmlFreeDoc(doc);
}

static void
test_atom_is_read_back(void **state)
{
	struct house *h = *state;
	struct reports l;

	xreplace(&h->setup.conf->mail.from, "Drift <drift@mail.example.dk>");
	warm(h, "nspop");
	feed_says(h, "nspop", &down, 1);
	all_told(h);
	h->now += 60;
	feed_says(h, "nspop", &over, 1);
	l = polled(h, FEED_RSS, web_atom);
	assert_int_equal(l.n, 2);
	assert_string_equal(l.v[0].id, "tag:mail.example.dk,2026-03-28:1/2");
	assert_string_equal(l.v[1].id, "tag:mail.example.dk,2026-03-28:1/1");
	assert_true(l.v[0].updated == h->now);
	assert_non_null(strstr(l.v[1].text, "FMK"));
	reports_clear(&l);
}

static void
test_atom_limit(void **state)
{
	struct house *h = *state;
	struct reports l;

	for (int i = 0; i < LIMIT_WEB_ENTRIES + 5; i++)
		send_outage(h, "FMK er nede");
	l = polled(h, FEED_RSS, web_atom);
	assert_int_equal(l.n, LIMIT_WEB_ENTRIES);
	assert_true(str_ends(l.v[0].id, ":55/1"));
	reports_clear(&l);
}

/* --- hostile texts -------------------------------------------------------- */

static const char *const hostile[] = {
    "<script>alert(1)</script> & \"FMK\" ' ]]> <!-- -->",
    "&lt;b&gt; &#x3c; &amp;amp; %s %n {{id}}",
    "FMK \x01\x02\x08\x0b\x0c\x1f\x7f nede",
    "FMK \xff\xfe\xc3( \xed\xa0\x80 \xf8\x88\x80\x80\x80 nede\xc3",
    "FMK \xef\xbf\xbe\xef\xbf\xbf nede",
    "FMK \xc2\x80\xc2\x85\xe2\x80\xa8\xe2\x80\xae nede",
    "\\\" \\u0000 \\",
    "FMK\r\nSet-Cookie: a=b\r\n\r\n<html>",
    "\xf0\x9f\x94\xa5 FMK \xf4\x8f\xbf\xbd",
};

/* Whatever is in the database, both stay what they are. */
static void
test_hostile(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	for (size_t i = 0; i < LENGTH(hostile); i++) {
		send_outage(h, "FMK er nede");
		must(sql_run(h->store, &e, "test",
			 "UPDATE notice_body SET subject = ?1, text = ?1"
			 " WHERE notice = (SELECT max(id) FROM notice"
			 "  WHERE number > 0)",
			 "t", hostile[i]),
		    &e);
		must(sql_run(h->store, &e, "test",
			 "UPDATE notice SET title = ?1 WHERE id = (SELECT"
			 " max(id) FROM notice WHERE number > 0)",
			 "t", hostile[i]),
		    &e);
		json_decref(ask_json(h));
		xmlFreeDoc(ask_atom(h));
	}
}

static void
test_hostile_stays_text(void **state)
{
	struct house *h = *state;
	struct err e = {""};
	xmlDoc *doc;
	json_t *root;
	const xmlNode *entry;

	send_outage(h, "FMK er nede");
	must(sql_run(h->store, &e, "test",
		 "UPDATE notice_body SET subject = ?1, text = ?1", "t",
		 hostile[0]),
	    &e);
	must(sql_run(h->store, &e, "test", "UPDATE notice SET title = ?1", "t",
		 "a\x01\xff<"),
	    &e);
	doc = ask_atom(h);
	entry = child(xmlDocGetRootElement(doc), "entry");
	expect_child(entry, "title", hostile[0]);
	expect_child(entry, "content", hostile[0]);
	xmlFreeDoc(doc);
	root = ask_json(h);
	assert_string_equal(
	    text_of(incident_at(root, 0), "name"), "a\xef\xbf\xbd<");
	json_decref(root);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CORE_TEST(test_json_form),
	    CORE_TEST(test_json_not_ahead_of_the_notices),
	    CORE_TEST(test_json_life),
	    CORE_TEST(test_json_retracted),
	    CORE_TEST(test_json_only_what_was_told),
	    CORE_TEST(test_no_addresses),
	    CORE_TEST(test_json_limits),
	    CORE_TEST(test_judged_as_it_is),
	    CORE_TEST(test_planned_is_read_back),
	    CORE_TEST(test_body_is_the_news),
	    CORE_TEST(test_since_is_read_back),
	    CORE_TEST(test_only_what_was_told_counts),
	    CORE_TEST(test_kept),
	    CORE_TEST(test_kept_until_work_begins),
	    CORE_TEST(test_retracted_is_read_back),
	    CORE_TEST(test_atom_form),
	    CORE_TEST(test_atom_is_read_back),
	    CORE_TEST(test_atom_limit),
	    CORE_TEST(test_hostile),
	    CORE_TEST(test_hostile_stays_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
