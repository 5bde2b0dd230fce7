/*
 * Unit tests of the pages behind the links of pages and notices: what each
 * shows, that only a POST acts, and what becomes of it.
 */
#include "core_house.h"

#include "base/limits.h"
#include "core/answer.h"
#include "core/call.h"
#include "store/audit.h"
#include "store/calls.h"
#include "store/codes.h"
#include "web/route.h"

#define MINUTE 60

/* Two of the on-call, and what was asked last. */
struct desk {
	struct house *h;
	struct web web;
	int64_t anna, bo; /* contacts */
	char nobody[TOKEN_SIZE]; /* a token that there is not */
	int status;
	char *body;
};

static int64_t
add_contact(struct house *h, const char *name, const char *email)
{
	struct contact c = {
	    .org = (char[]){"medcom"},
	    .name = xstrdup(name),
	    .email = xstrdup(email),
	    .phone = (char[]){""},
	    .enabled = true,
	};
	struct err e = {""};

	must(store_contact_put(h->store, &c, &e), &e);
	free(c.name);
	free(c.email);
	return c.id;
}

static int
build_desk(void **state)
{
	struct desk *d = xcalloc(1, sizeof(*d));
	void *h;

	build(&h);
	d->h = h;
	d->anna = add_contact(d->h, "Anna Holm", "anna@example.dk");
	d->bo = add_contact(d->h, "Bo Lund", "bo@example.dk");
	xreplace(&d->h->setup.conf->web.base_url, "https://alertd.example.dk");
	d->h->setup.conf->web.off = false;
	d->web = (struct web){.conf = d->h->setup.conf,
	    .store = d->h->store,
	    .core = &d->h->core};
	memset(d->nobody, 'A', TOKEN_SIZE - 1);
	*state = d;
	return 0;
}

static int
raze_desk(void **state)
{
	struct desk *d = *state;
	void *h = d->h;

	free(d->body);
	raze(&h);
	free(d);
	return 0;
}

#define DESK_TEST(f) cmocka_unit_test_setup_teardown(f, build_desk, raze_desk)

/* As the server would, with one header more, or NULL. */
static void
ask_with(struct desk *d, enum http_method m, const char *place,
    const char *token, const char *header, const char *value)
{
	char *target = xasprintf("/%s/%s", place, token), *allow;
	struct http_request q;
	struct http_response r;
	const struct route *to;
	struct err e = {""};

	http_request_init(&q);
	http_response_init(&r);
	q.method = m;
	http_take_target(&q, target);
	http_fields_add(&q.headers, "Host", "alertd.test");
	if (header != NULL)
		http_fields_add(&q.headers, header, value);
	to = route_find(m, q.path, &q.rest, &allow);
	assert_non_null(to);
	assert_int_equal(to->who, FOR_ALL_BARE);
	d->web.now = d->h->now;
	must(to->run(&d->web, &q, &r, &e), &e);
	d->status = r.status;
	free(d->body);
	d->body = buf_steal(&r.body);
	http_response_clear(&r);
	http_request_clear(&q);
	free(target);
}

static void
get(struct desk *d, const char *token)
{
	ask_with(d, HTTP_GET, "svar", token, NULL, NULL);
}

static void
post(struct desk *d, const char *token)
{
	ask_with(d, HTTP_POST, "svar", token, NULL, NULL);
}

static void
says(struct desk *d, int status, const char *words)
{
	if (strstr(d->body, words) == NULL)
		fail_msg("\"%s\" is not in:\n%s", words, d->body);
	assert_int_equal(d->status, status);
}

static void
says_not(struct desk *d, const char *words)
{
	if (strstr(d->body, words) != NULL)
		fail_msg("\"%s\" is in:\n%s", words, d->body);
}

/* Words and times, without the tags within. */
static void
reads(struct desk *d, int status, const char *words)
{
	struct buf b;
	bool tag = false;

	buf_init(&b, 1 << 20);
	for (const char *p = d->body; *p != '\0'; p++) {
		tag |= *p == '<';
		if (!tag)
			buf_addc(&b, *p);
		tag &= *p != '>';
	}
	if (strstr(buf_str(&b), words) == NULL)
		fail_msg("\"%s\" is not in:\n%s", words, buf_str(&b));
	buf_clear(&b);
	assert_int_equal(d->status, status);
}

/* The newest code of that kind that a person was sent. */
static void
token_of(struct desk *d, const char *key, enum code_action action, char *token)
{
	struct notices l = {0};
	struct err e = {""};

	*token = '\0';
	must(store_notices(d->h->store, 0, 0, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++) {
		struct codes codes = {0};

		must(store_codes(d->h->store, l.v[i].id, key, &codes, &e), &e);
		for (size_t k = 0; k < codes.n; k++)
			if (codes.v[k].action == action)
				memcpy(token, codes.v[k].token, TOKEN_SIZE);
		codes_clear(&codes);
	}
	notices_clear(&l);
	assert_int_equal(strlen(token), TOKEN_SIZE - 1);
}

static void
token_for(struct desk *d, int64_t contact, enum code_action action, char *token)
{
	char *key = xasprintf("medcom.%lld", (long long)contact);

	token_of(d, key, action, token);
	free(key);
}

/* All that is on record so far: what is done, is there. */
static size_t
records(struct desk *d)
{
	struct audits l = {0};
	struct err e = {""};
	size_t n;

	must(store_audits(d->h->store, 0, 0, &l, &e), &e);
	n = l.n;
	audits_clear(&l);
	return n;
}

static void
expect_owner(struct desk *d, int64_t call, const char *owner)
{
	struct call k;
	struct err e = {""};

	assert_int_equal(store_call_get(d->h->store, call, &k, &e), 1);
	assert_string_equal(k.owner, owner);
	call_clear(&k);
}

static enum incident_state
state_of(struct desk *d, int64_t id)
{
	struct incident i;
	struct err e = {""};
	enum incident_state s;

	assert_int_equal(store_incident_get(d->h->store, id, &i, &e), 1);
	s = i.state;
	incident_clear(&i);
	return s;
}

/* An incident that is told; both are paged. */
static void
outage(struct desk *d)
{
	warm(d->h, "nspop");
	feed_says(d->h, "nspop", &down, 1);
	assert_int_equal(state_of(d, 1), INCIDENT_OPEN);
}

/* An incident that waits for a decision; both are paged. */
static void
pending(struct desk *d, const char *title)
{
	struct told old = down;

	old.title = title;
	old.began = d->h->now - 48 * HOUR;
	feed_says(d->h, "nspop", &old, 1);
	assert_int_equal(state_of(d, 1), INCIDENT_PENDING);
}

/* --- taking a case -------------------------------------------------------- */

static void
test_get_shows(void **state)
{
	struct desk *d = *state;
	char token[TOKEN_SIZE];
	size_t before;

	outage(d);
	token_for(d, d->anna, CODE_ACK, token);
	before = records(d);
	for (int i = 0; i < 3; i++) {
		ask_with(d, i == 1 ? HTTP_HEAD : HTTP_GET, "svar", token, NULL,
		    NULL);
		says(d, 200, "<h1>Vil du tage sagen?</h1>");
		says(d, 200, "<h2>FMK er nede</h2>");
		says(d, 200, "<q>FMK er utilgængeligt i produktion</q>");
		says(d, 200, "<dd>åben</dd>");
		says(d, 200, "<dd>FMK-2026-0001</dd>");
		reads(d, 200, "Sidenkl. 23.14");
		says(d, 200, "<dd>Anna Holm</dd>");
		says(d, 200, "<form class=\"answer\" method=\"post\">");
		says(d, 200, ">Tag sagen</button>");
		says(d, 200, "<p>Når du trykker, har du sagen.");
		says_not(d, "@");
		says_not(d, "+45");
		says_not(d, token);
		says_not(d, "<script");
		says_not(d, "://");
	}
	assert_int_equal(records(d), before);
	expect_owner(d, 1, "");
}

static void
test_post_takes(void **state)
{
	struct desk *d = *state;
	char anna[TOKEN_SIZE], bo[TOKEN_SIZE];

	outage(d);
	token_for(d, d->anna, CODE_ACK, anna);
	token_for(d, d->bo, CODE_ACK, bo);
	post(d, anna);
	says(d, 200, "<h1>Du har taget sagen</h1>");
	says_not(d, "<form");
	expect_owner(d, 1, "Anna Holm");
	d->h->now += MINUTE;
	post(d, anna);
	says(d, 409, "<h1>Linket er brugt</h1>");
	says(d, 409, "Der er ikke sket noget nu.");
	reads(d, 409, "Du tog sagen kl. 23.14.");
	get(d, anna);
	says(d, 200, "<h1>Linket er brugt</h1>");
	says_not(d, "<form");
	says_not(d, "ikke sket noget");
	get(d, bo);
	says(d, 200, "<h1>Sagen er taget</h1>");
	says_not(d, "<form");
	post(d, bo);
	says(d, 409, "<h1>Sagen er taget</h1>");
	reads(d, 409, "Anna Holm tog den kl. 23.14.");
	says(d, 409, "<code>alertctl ack 1 --take-over</code>");
	expect_owner(d, 1, "Anna Holm");
}

/* Who has taken it another way is not told to take it over from himself. */
static void
test_mine_already(void **state)
{
	struct desk *d = *state;
	char anna[TOKEN_SIZE];
	struct err e = {""};

	outage(d);
	token_for(d, d->anna, CODE_ACK, anna);
	d->h->core.actor = "Anna Holm";
	must(core_ack(&d->h->core, 1, false, d->h->now, &e), &e);
	get(d, anna);
	says(d, 200, "<h1>Du har sagen</h1>");
	reads(d, 200, "Du tog den kl. 23.14.");
	says_not(d, "take-over");
}

static void
test_lapsed(void **state)
{
	struct desk *d = *state;
	char token[TOKEN_SIZE];

	outage(d);
	token_for(d, d->anna, CODE_ACK, token);
	d->h->now += d->h->setup.conf->escalation.ack_lapse;
	get(d, token);
	says(d, 200, "<h1>Linket gælder ikke længere</h1>");
	says(
	    d, 200, "den nyeste mail, eller skriv <code>alertctl ack 1</code>");
	says_not(d, "<form");
	post(d, token);
	says(d, 409, "<h1>Linket gælder ikke længere</h1>");
	expect_owner(d, 1, "");
}

static void
test_over(void **state)
{
	struct desk *d = *state;
	char token[TOKEN_SIZE];

	outage(d);
	token_for(d, d->anna, CODE_ACK, token);
	d->h->now += HOUR;
	feed_says(d->h, "nspop", &over, 1);
	turn(d->h);
	post(d, token);
	says(d, 409, "<h1>Sagen er slut</h1>");
	says(d, 409, "<h2>FMK virker igen</h2>");
	says(d, 409, "Du skal ikke gøre mere.");
	says_not(d, "vagten");
}

/* The address of alarm: has no name, and is not shown. */
static void
test_no_address(void **state)
{
	struct desk *d = *state;
	char alarm[TOKEN_SIZE], bo[TOKEN_SIZE];

	outage(d);
	token_of(d, ALARM_KEY, CODE_ACK, alarm);
	token_for(d, d->bo, CODE_ACK, bo);
	get(d, alarm);
	says(d, 200, "<dt>Linket er til</dt><dd>vagten</dd>");
	says_not(d, "example.dk<");
	post(d, alarm);
	says(d, 200, "Du har taget sagen");
	says_not(d, "vagt@");
	post(d, bo);
	reads(d, 409, "vagten tog den kl. 23.14.");
	says_not(d, "vagt@");
}

/* --- codes that there are not --------------------------------------------- */

static void
test_unknown(void **state)
{
	static const char *const guesses[] = {"x", "' OR 1=1 --",
	    "BBBBBBBBBBBBBBBBBBBBBB", "BBBBBBBBBBBBBBBBBBBBBBB",
	    ("%c3%a6%c3%a6%c3%a6%c3%a6%c3%a6%c3%a6%c3%a6%c3%a6%c3%a6%c3%a6%c3%"
	     "a6")};
	struct desk *d = *state;
	char token[TOKEN_SIZE], *same;
	size_t before;

	outage(d);
	token_for(d, d->anna, CODE_ACK, token);
	before = records(d);
	get(d, d->nobody);
	says(d, 404, "<h1>Linket findes ikke</h1>");
	same = xstrdup(d->body);
	for (size_t i = 0; i < LENGTH(guesses); i++) {
		for (int k = 0; k < 4; k++) {
			char *path = xasprintf("%s%s", guesses[i], "");

			for (char *p = path; *p != '\0'; p++)
				*p = *p == ' ' ? '+' : *p;
			ask_with(d, k % 2 ? HTTP_POST : HTTP_GET,
			    k / 2 ? "kvittering" : "svar", path, NULL, NULL);
			assert_int_equal(d->status, 404);
			assert_string_equal(d->body, same);
			free(path);
		}
	}
	/* A good code at the place of the other kind. */
	ask_with(d, HTTP_POST, "kvittering", token, NULL, NULL);
	assert_int_equal(d->status, 404);
	assert_string_equal(d->body, same);
	free(same);
	assert_int_equal(records(d), before);
	expect_owner(d, 1, "");
}

/* Who presses again and again does not fill the record. */
static void
test_flood(void **state)
{
	struct desk *d = *state;
	char token[TOKEN_SIZE];
	size_t before;

	outage(d);
	token_for(d, d->anna, CODE_ACK, token);
	post(d, token);
	d->h->now += 2 * MINUTE;
	before = records(d);
	for (int i = 0; i < 5 * LIMIT_ANSWER_LOGGED; i++) {
		post(d, token);
		says(d, 409, "Linket er brugt");
	}
	assert_int_equal(records(d), before + LIMIT_ANSWER_LOGGED);
	d->h->now += MINUTE;
	post(d, token);
	assert_int_equal(records(d), before + LIMIT_ANSWER_LOGGED + 1);
}

/* --- from where ----------------------------------------------------------- */

static const struct {
	const char *header, *value;
	bool ours;
} origins[] = {
    {"Origin", "https://evil.example.dk", false},
    {"Origin", "https://alertd.example.dk.evil.dk", false},
    {"Origin", "https://evil.dk/https://alertd.example.dk", false},
    {"Origin", "", false},
    {"Origin", "alertd.test", false},
    {"Sec-Fetch-Site", "cross-site", false},
    {"Sec-Fetch-Site", "same-site", false},
    {"Sec-Fetch-Site", "", false},
    {"Sec-Fetch-Site", "same-origin", true},
    {"Sec-Fetch-Site", "none", true},
    {"Origin", "null", true},
    {"Origin", "https://Alertd.example.dk", true},
    {"origin", "http://alertd.test", true},
};

static void
test_origins(void **state)
{
	struct desk *d = *state;
	char token[TOKEN_SIZE];
	int taken = 0;

	outage(d);
	token_for(d, d->anna, CODE_ACK, token);
	d->h->now += 10 * MINUTE;
	for (size_t i = 0; i < LENGTH(origins); i++) {
		ask_with(d, HTTP_POST, "svar", token, origins[i].header,
		    origins[i].value);
		if (!origins[i].ours) {
			says(d, 403, "<h1>Svaret er ikke taget imod</h1>");
			expect_owner(d, 1, "");
		} else {
			says(d, taken++ == 0 ? 200 : 409, "");
		}
	}
	expect_owner(d, 1, "Anna Holm");
	/* Looking is for everybody. */
	ask_with(d, HTTP_GET, "svar", token, "Sec-Fetch-Site", "cross-site");
	says(d, 200, "Linket er brugt");
}

/* --- deciding ------------------------------------------------------------- */

static void
test_approve(void **state)
{
	struct desk *d = *state;
	char anna[TOKEN_SIZE], no[TOKEN_SIZE];

	pending(d, down.title);
	token_for(d, d->anna, CODE_APPROVE, anna);
	token_for(d, d->bo, CODE_DISMISS, no);
	get(d, anna);
	says(d, 200, "<h1>Skal beskeden sendes?</h1>");
	says(d, 200, ">Send til kommunerne</button>");
	says(d, 200, "Den går til 1 kommune. Ingen kontakt kendes i 97");
	says(d, 200, "<h2>Sådan lyder den</h2>");
	says(d, 200, "Når du trykker, går beskeden ud med det samme");
	says(d, 200, "<pre>FMK er nede");
	says(d, 200, "<dd>venter på afgørelse</dd>");
	says(d, 200, "Hvad skal I gøre?");
	expect(d->h, "", 1);
	post(d, anna);
	says(d, 200, "<h1>Du har sendt beskeden</h1>");
	assert_int_equal(state_of(d, 1), INCIDENT_OPEN);
	expect(d->h, "first", 1);
	expect_owner(d, 1, "Anna Holm");
	post(d, no);
	says(d, 409, "<h1>Beskeden er allerede sendt</h1>");
	reads(d, 409,
	    "Beskeden er sendt til kommunerne kl. 23.13. "
	    "Anna Holm har sagen.");
	post(d, anna);
	reads(d, 409, "Du sendte beskeden kl. 23.13.");
	assert_int_equal(state_of(d, 1), INCIDENT_OPEN);
	expect(d->h, "first", 1);
}

/* The board has announced it; nothing is wrong yet. */
static void
test_planned(void **state)
{
	struct desk *d = *state;
	char token[TOKEN_SIZE];
	struct incident i;
	struct err e = {""};

	pending(d, down.title);
	token_for(d, d->anna, CODE_APPROVE, token);
	assert_int_equal(store_incident_get(d->h->store, 1, &i, &e), 1);
	i.effect = EFFECT_PLANNED;
	i.starts = d->h->now + HOUR;
	i.ends = i.starts + HOUR;
	must(store_incident_put(d->h->store, &i, &e), &e);
	incident_clear(&i);
	get(d, token);
	reads(d, 200, "Planlagtfra kl. 00.13 søndag den 29. marts til kl. 0");
	says_not(d, "<dt>Siden</dt>");
}

/* Who pressed knows that it was for nothing. */
static void
test_not_stored(void **state)
{
	struct desk *d = *state;
	char token[TOKEN_SIZE];
	struct err e = {""};

	outage(d);
	token_for(d, d->anna, CODE_ACK, token);
	must(sql_run(d->h->store, &e, "test",
		 "CREATE TRIGGER full BEFORE UPDATE ON call BEGIN"
		 " SELECT RAISE(ABORT, 'database is locked'); END",
		 ""),
	    &e);
	post(d, token);
	says(d, 503, "<h1>Prøv igen om lidt</h1>");
	says(d, 503, "Dit svar er ikke gemt.");
	expect_owner(d, 1, "");
}

/* What was shown is what goes out. */
static void
test_shown_is_sent(void **state)
{
	struct desk *d = *state;
	struct notice_body b = {0};
	struct notices l = {0};
	char token[TOKEN_SIZE], *text;
	struct err e = {""};

	pending(d, down.title);
	token_for(d, d->anna, CODE_APPROVE, token);
	get(d, token);
	text = xstrdup(d->body);
	post(d, token);
	must(store_notices(d->h->store, 1, 0, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++)
		if (l.v[i].number == 1)
			assert_int_equal(
			    store_notice_body(d->h->store, l.v[i].id,
				ORG_MUNICIPALITY, &b, &e),
			    1);
	assert_non_null(b.sms);
	assert_non_null(strstr(text, b.sms));
	notice_body_clear(&b);
	notices_clear(&l);
	free(text);
}

/* The place of a code that each municipality gets is dots. */
static void
test_shown_without_codes(void **state)
{
	struct desk *d = *state;
	char token[TOKEN_SIZE];

	d->h->setup.conf->notices.receipts = ANSWER_YES;
	pending(d, down.title);
	token_for(d, d->anna, CODE_APPROVE, token);
	get(d, token);
	says(d, 200,
	    "https://alertd.example.dk/kvittering/......................");
	says_not(d, "@");
}

static void
test_dismiss(void **state)
{
	struct desk *d = *state;
	char anna[TOKEN_SIZE], yes[TOKEN_SIZE];

	pending(d, down.title);
	token_for(d, d->anna, CODE_DISMISS, anna);
	token_for(d, d->bo, CODE_APPROVE, yes);
	get(d, anna);
	says(d, 200, "<h1>Vil du afvise sagen?</h1>");
	says(d, 200, ">Afvis. Send ikke</button>");
	says(d, 200, "Når du trykker, er sagen afvist.");
	says_not(d, "Sådan lyder den");
	post(d, anna);
	says(d, 200, "<h1>Du har afvist sagen</h1>");
	assert_int_equal(state_of(d, 1), INCIDENT_DISMISSED);
	post(d, yes);
	says(d, 409, "<h1>Sagen er afvist</h1>");
	reads(d, 409, "Anna Holm afviste den kl. 23.13.");
	says(d, 409, "Kommunerne får ingen besked.");
	assert_int_equal(state_of(d, 1), INCIDENT_DISMISSED);
	expect(d->h, "", 1);
}

/* --- alarms --------------------------------------------------------------- */

static void
raise_alarm(struct desk *d, enum alarm_kind kind, const char *about)
{
	struct err e = {""};

	must(core_alarm(&d->h->core, &(struct alarm){kind, about, "HTTP 500"},
		 d->h->now, &e),
	    &e);
	turn(d->h);
}

static void
test_alarm(void **state)
{
	struct desk *d = *state;
	char anna[TOKEN_SIZE], bo[TOKEN_SIZE];

	raise_alarm(d, ALARM_FEED_FAILING, "nspop");
	token_for(d, d->anna, CODE_ACK, anna);
	token_for(d, d->bo, CODE_ACK, bo);
	get(d, anna);
	says(d, 200,
	    "<h2>Feedet nspop kan ikke læses. Vi ved ikke, hvad det siger "
	    "nu.</h2>");
	reads(d, 200, "Sidenkl. 23.13");
	says_not(d, "Tilstand");
	says_not(d, "FMK-2026");
	post(d, anna);
	says(d, 200, "<h1>Du har taget sagen</h1>");
	post(d, bo);
	reads(d, 409, "Anna Holm tog den kl. 23.13.");
	says(d, 409, "<code>alertctl ack --call 1 --take-over</code>");
}

/* What does not last is settled by who takes it. */
static void
test_alarm_settled(void **state)
{
	struct desk *d = *state;
	char anna[TOKEN_SIZE], bo[TOKEN_SIZE];

	raise_alarm(d, ALARM_TEMPLATE_FAILED, "");
	token_for(d, d->anna, CODE_ACK, anna);
	token_for(d, d->bo, CODE_ACK, bo);
	post(d, anna);
	says(d, 200, "<h2>En skabelon fejlede.");
	post(d, bo);
	says(d, 409, "<h1>Alarmen er slut</h1>");
	reads(d, 409, "Anna Holm har haft sagen. Den er slut kl. 23.13.");
}

/* An incident that rings about something says both. */
static void
test_alarm_of_incident(void **state)
{
	struct desk *d = *state;
	char token[TOKEN_SIZE];

	outage(d);
	d->h->now += HOUR;
	feed_says(d->h, "nspop", NULL, 0);
	token_for(d, d->anna, CODE_ACK, token);
	get(d, token);
	says(d, 200, "<h2>FMK er nede</h2>");
	says(d, 200,
	    "<p>Feedet nspop viser ikke længere sagen. Sagen er "
	    "stadig åben.</p>");
}

/* --- receipts ------------------------------------------------------------- */

/* A code of København's mail. */
static void
receipt_code(struct desk *d, char *token)
{
	struct notices l = {0};
	struct err e = {""};
	struct code c = {.action = CODE_RECEIPT,
	    .incident = 1,
	    .org = (char[]){"0101"},
	    .name = (char[]){"København"},
	    .phone = (char[]){""},
	    .made = d->h->now,
	    .lapses = d->h->now + HOUR};

	must(store_notices(d->h->store, 1, 0, &l, &e), &e);
	c.notice = l.v[0].id;
	notices_clear(&l);
	must(store_code_add(d->h->store, &c, &e), &e);
	memcpy(token, c.token, TOKEN_SIZE);
}

static void
receipt(struct desk *d, enum http_method m, const char *token)
{
	ask_with(d, m, "kvittering", token, NULL, NULL);
}

static void
test_receipt(void **state)
{
	struct desk *d = *state;
	char one[TOKEN_SIZE], two[TOKEN_SIZE];

	outage(d);
	receipt_code(d, one);
	receipt_code(d, two);
	receipt(d, HTTP_GET, one);
	says(d, 200, "<h1>Har I fået beskeden?</h1>");
	says(d, 200, ">Kvittér for modtagelse</button>");
	says(d, 200, "<p>Når du trykker, ved vi, at I har fået den.");
	says(d, 200, "<dt>Linket er til</dt><dd>København</dd>");
	get(d, one);
	says(d, 404, "Linket findes ikke");
	receipt(d, HTTP_POST, one);
	says(d, 200, "<h1>Tak for kvitteringen</h1>");
	/* A colleague with the same link is not too late. */
	for (int i = 0; i < 2; i++) {
		receipt(d, i == 0 ? HTTP_POST : HTTP_GET, one);
		says(d, 200, "<h1>I har allerede kvitteret</h1>");
		reads(d, 200, "I har allerede kvitteret kl. 23.14.");
		says_not(d, "brugt");
		says_not(d, "ikke sket noget");
		says_not(d, "<form");
	}
	receipt(d, HTTP_POST, two);
	says(d, 200, "<h1>Tak for kvitteringen</h1>");
	d->h->now += HOUR;
	receipt_code(d, one);
	d->h->now += HOUR;
	receipt(d, HTTP_GET, one);
	says(d, 200, "<p>Brug linket i den nyeste mail.</p>");
	says_not(d, "alertctl");
}

static void
test_exercise(void **state)
{
	struct desk *d = *state;
	struct statement s = {.effect = EFFECT_OUTAGE,
	    .title = "FMK er nede",
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE,
	    .exercise = true};
	char token[TOKEN_SIZE];
	struct err e = {""};
	int64_t id;

	must(core_send(&d->h->core, &s, d->h->now, &id, &e), &e);
	receipt_code(d, token);
	receipt(d, HTTP_GET, token);
	says(d, 200, "<h1>ØVELSE: Har I fået beskeden?</h1>");
	says(d, 200, "Foretag jer ikke noget i driften.");
}

/* --- what others wrote ---------------------------------------------------- */

static void
test_hostile(void **state)
{
	static const char script[] = "FMK er nede <script>alert(1)</script>";
	struct desk *d = *state;
	int64_t eve = add_contact(
	    d->h, "\"><img src=x onerror=a()>", "eve@example.dk");
	char one[TOKEN_SIZE], two[TOKEN_SIZE];

	pending(d, script);
	token_for(d, eve, CODE_APPROVE, one);
	token_for(d, d->anna, CODE_DISMISS, two);
	get(d, one);
	says(d, 200, "&lt;script&gt;");
	says(d, 200, "&lt;img src=x onerror=a()&gt;");
	says_not(d, "<script");
	says_not(d, "<img");
	post(d, one);
	says(d, 200, "Du har sendt beskeden");
	says_not(d, "<script");
	says_not(d, "<img");
	post(d, two);
	says(d, 409, "&quot;&gt;&lt;img src=x onerror=a()&gt; har sagen");
	says_not(d, "<script");
	says_not(d, "<img");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(test_get_shows),
	    DESK_TEST(test_post_takes),
	    DESK_TEST(test_mine_already),
	    DESK_TEST(test_lapsed),
	    DESK_TEST(test_over),
	    DESK_TEST(test_no_address),
	    DESK_TEST(test_unknown),
	    DESK_TEST(test_flood),
	    DESK_TEST(test_origins),
	    DESK_TEST(test_approve),
	    DESK_TEST(test_shown_is_sent),
	    DESK_TEST(test_planned),
	    DESK_TEST(test_not_stored),
	    DESK_TEST(test_shown_without_codes),
	    DESK_TEST(test_dismiss),
	    DESK_TEST(test_alarm),
	    DESK_TEST(test_alarm_settled),
	    DESK_TEST(test_alarm_of_incident),
	    DESK_TEST(test_receipt),
	    DESK_TEST(test_exercise),
	    DESK_TEST(test_hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
