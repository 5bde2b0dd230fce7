/*
 * Unit tests of the callbacks of gateways, from the call to the database: who
 * is let in, what is done and answered, that an SMS is read once, and how the
 * gateways get the address.
 */
#include "callback_house.h"

#include "deliver/request.h"
#include "store/codes.h"

/* --- the call ------------------------------------------------------------- */

struct asked {
	int status;
	char *body;
	const char *type;
};

static struct asked
ask_request(struct http_request *q)
{
	struct http_response r;
	struct asked a;

	http_response_init(&r);
	if (web_callback(&t.web, q, &r, &t.e) == -1)
		r.status = 503;
	a = (struct asked){r.status, xstrdup(buf_str(&r.body)), r.type};
	http_response_clear(&r);
	http_request_clear(q);
	return a;
}

static int
ask(const char *method, const char *target)
{
	char *text = xasprintf("%s %s\n\n", method, target);
	struct http_request q;
	struct asked a;

	callback_request(&q, text, strlen(text));
	free(text);
	a = ask_request(&q);
	assert_string_equal(a.body, "");
	free(a.body);
	return a.status;
}

static int
ask_file(const char *name)
{
	struct http_request q;
	struct asked a;

	callback_load(&q, name);
	a = ask_request(&q);
	free(a.body);
	return a.status;
}

#define KANNEL "/callback/kannel/" CALLBACK_SECRET

static void
test_doors(void **state)
{
	static const struct {
		const char *method, *target;
		int status;
	} doors[] = {
	    {"GET", KANNEL "/status?ref=1&state=1", 200},
	    {"GET", KANNEL "/inbound?from=%2B4500000001&text=x&id=9", 200},
	    {"GET", "/callback/kannel", 404},
	    {"GET", "/callback/kannel/status", 404},
	    {"GET", "/callback/kannel/0123456789abcdeF/status?ref=1&state=1",
		404},
	    {"GET", "/callback/kannel/0123456789abcde/status?ref=1&state=1",
		404},
	    {"GET", "/callback/kannel/0123456789abcdef0/status?ref=1&state=1",
		404},
	    {"GET", "/callback/other/" CALLBACK_SECRET "/status?ref=1", 404},
	    {"GET", KANNEL "/other?ref=1&state=1", 404},
	    {"GET", KANNEL, 404},
	    {"GET", "/callback/cpsms/" CALLBACK_SECRET "/inbound", 404},
	    {"POST", KANNEL "/status?ref=1&state=1", 405},
	    {"GET", "/callback/gatewayapi/" CALLBACK_SECRET "/status", 405},
	    {"GET", "/callback/twilio/" CALLBACK_SECRET "/inbound", 405},
	    {"POST", "/callback/twilio/" CALLBACK_SECRET "/inbound", 403},
	    {"GET", KANNEL "/status?ref=1", 400},
	    {"GET", KANNEL "/status?state=1", 400},
	    {"GET", KANNEL "/inbound?from=%2B4500000001", 400},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(doors); i++) {
		int status = ask(doors[i].method, doors[i].target);

		if (status != doors[i].status)
			fail_msg("%s %s: %d", doors[i].method, doors[i].target,
			    status);
	}
}

/* Without a secret there are no callbacks; a short one is none. */
static void
test_no_secret(void **state)
{
	static const char *const secrets[] = {
	    "", "short", "0123456789abcde", "(not reached)"};

	(void)state;
	for (size_t i = 0; i < LENGTH(secrets); i++) {
		char *target = xasprintf(
		    "/callback/kannel/%s/status?ref=1&state=1", secrets[i]);

		xreplace(&t.conf->sms.gateways[1].callback_secret, secrets[i]);
		if (i == 1 || i == 2)
			assert_int_equal(ask("GET", target), 404);
		free(target);
		assert_int_equal(
		    ask("GET", KANNEL "/status?ref=1&state=1"), 404);
	}
}

/* From the call to the delivery, twice and out of order. */
static void
test_reported(void **state)
{
	struct messages l;
	char *ref = send_one(&l), *target[3];
	static const int states[] = {2, 1, 8};

	(void)state;
	settle(&l.v[0], OUTCOME_ACCEPTED, "kannel", "", T0 + 1);
	for (size_t i = 0; i < 3; i++)
		target[i] = xasprintf(
		    KANNEL "/status?ref=%s&state=%d&said=x", ref, states[i]);
	assert_int_equal(ask("GET", target[2]), 200);
	assert_int_equal(state_of(0), DELIVERY_ACCEPTED);
	assert_int_equal(ask("GET", target[0]), 200);
	assert_int_equal(state_of(0), DELIVERY_FAILED);
	assert_int_equal(ask("GET", target[1]), 200);
	assert_int_equal(state_of(0), DELIVERY_DELIVERED);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(ask("GET", target[i]), 200);
		assert_int_equal(state_of(0), DELIVERY_DELIVERED);
		free(target[i]);
	}
	OK(store_reported_record(t.s, T0 + 60, &t.e));
	assert_int_equal(count(COUNT_AUDIT), 3); /* accepted, too */
	free(ref);
	messages_clear(&l);
}

static void
test_unknown_is_taken(void **state)
{
	(void)state;
	/* Of an SMS that is not ours: not to be told again. */
	assert_int_equal(ask_file("gatewayapi-delivered"), 200);
	assert_int_equal(ask_file("twilio-delivered"), 200);
	assert_int_equal(ask_file("gatewayapi-other-key"), 403);
}

static void
test_answers(void **state)
{
	struct http_request q;
	struct asked a;

	(void)state;
	callback_load(&q, "twilio-inbound");
	a = ask_request(&q);
	assert_int_equal(a.status, 200);
	assert_string_equal(a.body, "<Response/>");
	assert_string_equal(a.type, "text/xml");
	free(a.body);
	/* Kannel would send anything as an SMS. */
	callback_load(&q, "kannel-inbound");
	a = ask_request(&q);
	assert_int_equal(a.status, 200);
	assert_string_equal(a.body, "");
	free(a.body);
}

#define COUNT_INBOUND "SELECT count(*) FROM inbound"

static void
test_inbound_once(void **state)
{
	(void)state;
	assert_int_equal(ask_file("kannel-inbound"), 200);
	assert_int_equal(ask_file("kannel-inbound"), 200);
	assert_int_equal(count(COUNT_INBOUND), 1);
	/* The same id of another gateway is another SMS. */
	assert_int_equal(ask_file("gatewayapi-inbound"), 200);
	assert_int_equal(count(COUNT_INBOUND), 2);
	/* From a name: nobody to answer, but it came. */
	assert_int_equal(ask_file("kannel-inbound-name"), 200);
	assert_int_equal(count(COUNT_INBOUND), 3);
}

/* Somebody with NUMBER was paged: a reply without his code is wrong. */
static void
page_number(void)
{
	struct code c = {.action = CODE_ACK,
	    .notice = t.notice.id,
	    .incident = 1,
	    .org = S("vagt"),
	    .name = S("Anna"),
	    .phone = S(NUMBER),
	    .made = T0,
	    .lapses = T0 + 3600,
	    .used = TIME_NONE};

	OK(store_code_add(t.s, &c, &t.e));
}

#define COUNT_WRONG "SELECT count(*) FROM wrong_reply"

/* What came twice was said once. */
static void
test_inbound_is_answered_once(void **state)
{
	static const char *const calls[] = {"id=1&text=OK%20111111",
	    "id=1&text=OK%20111111", "id=1&text=hej", "id=2&text=OK%20111111"};
	static const int wrong[] = {1, 1, 1, 2};

	(void)state;
	page_number();
	for (size_t i = 0; i < LENGTH(calls); i++) {
		char *target = xasprintf(
		    KANNEL "/inbound?from=4500000001&%s", calls[i]);

		assert_int_equal(ask("GET", target), 200);
		assert_int_equal(count(COUNT_WRONG), wrong[i]);
		free(target);
	}
	/* From a name, or from another number, it is nobody's. */
	assert_int_equal(
	    ask("GET", KANNEL "/inbound?from=FMK&id=3&text=hvad"), 200);
	assert_int_equal(
	    ask("GET", KANNEL "/inbound?from=4500000009&id=4&text=hvad"), 200);
	assert_int_equal(count(COUNT_WRONG), 2);
}

/* The reply and its being known go together. */
static void
test_inbound_is_not_lost(void **state)
{
	static const char call[] = KANNEL
	    "/inbound?from=4500000001&id=1&text=hvad";

	(void)state;
	page_number();
	assert_true(sql_run(t.s, &t.e, "x",
			"CREATE TRIGGER stop BEFORE INSERT ON wrong_reply"
			" BEGIN SELECT raise(ABORT, 'no'); END",
			"") >= 0);
	assert_int_equal(ask("GET", call), 503);
	assert_int_equal(count(COUNT_INBOUND), 0);
	assert_true(sql_run(t.s, &t.e, "x", "DROP TRIGGER stop", "") >= 0);
	assert_int_equal(ask("GET", call), 200);
	assert_int_equal(count(COUNT_WRONG), 1);
}

/* Two in a call: when one cannot be stored, neither is. */
static void
test_all_or_nothing(void **state)
{
	static const char call[] =
	    "POST /callback/inmobile/" CALLBACK_SECRET "/inbound\n"
	    "Content-Type: application/json\n\n"
	    "{\"messages\":[{\"messageId\":\"1\",\"text\":\"a\","
	    "\"from\":{\"rawSource\":\"4500000001\"}},{\"messageId\":\"2\","
	    "\"text\":\"b\",\"from\":{\"rawSource\":\"4500000001\"}}]}";
	static const int status[] = {503, 200};
	static const int known[] = {0, 2};

	(void)state;
	assert_true(sql_run(t.s, &t.e, "x",
			"CREATE TRIGGER stop BEFORE INSERT ON inbound"
			" WHEN NEW.ident = '2'"
			" BEGIN SELECT raise(ABORT, 'no'); END",
			"") >= 0);
	for (size_t i = 0; i < 2; i++) {
		struct http_request q;
		struct asked a;

		callback_request(&q, call, strlen(call));
		a = ask_request(&q);
		free(a.body);
		assert_int_equal(a.status, status[i]);
		assert_int_equal(count(COUNT_INBOUND), known[i]);
		sql_run(t.s, &t.e, "x", "DROP TRIGGER IF EXISTS stop", "");
	}
}

/* Without an id: from, text and time are one. */
static void
test_inbound_without_id(void **state)
{
	static const char *const once[] = {"from=%2B4500000001&text=OK&at=1",
	    "from=%2B4500000001&text=OK&at=2",
	    "from=%2B4500000001&text=NEJ&at=1",
	    "from=%2B4500000002&text=OK&at=1", "from=%2B4500000001&text=OK"};

	(void)state;
	for (size_t k = 0; k < 2; k++) {
		for (size_t i = 0; i < LENGTH(once); i++) {
			char *target = xasprintf(KANNEL "/inbound?%s", once[i]);

			assert_int_equal(ask("GET", target), 200);
			free(target);
		}
		assert_int_equal(count(COUNT_INBOUND), LENGTH(once));
	}
	/* The next day it is another. */
	t.web.now += 86400;
	assert_int_equal(
	    ask("GET", KANNEL "/inbound?from=%2B4500000001&text=OK"), 200);
	assert_int_equal(count(COUNT_INBOUND), LENGTH(once) + 1);
}

/* All of a call or nothing, and the gateway is to try again. */
static void
test_store_fails(void **state)
{
	struct messages l;
	char *ref = send_one(&l), *target;

	(void)state;
	settle(&l.v[0], OUTCOME_ACCEPTED, "kannel", "", T0 + 1);
	target = xasprintf(KANNEL "/status?ref=%s&state=1", ref);
	assert_true(
	    sql_run(t.s, &t.e, "x", "DROP TABLE early_report", "") >= 0);
	assert_int_equal(ask("GET", target), 503);
	assert_int_equal(state_of(0), DELIVERY_ACCEPTED);
	assert_int_equal(count(COUNT_AUDIT), 1);
	assert_true(sql_run(t.s, &t.e, "x", "DROP TABLE inbound", "") >= 0);
	assert_int_equal(ask_file("kannel-inbound"), 503);
	free(target);
	free(ref);
	messages_clear(&l);
}

/* --- what goes out -------------------------------------------------------- */

static void
test_urls(void **state)
{
	static const struct {
		const char *preset, *setting;
	} filled[] = {{"gatewayapi", "callback_url"}, {"cpsms", "dlr_url"},
	    {"inmobile", "callback_url"}, {"twilio", "callback_url"},
	    {"kannel", "dlr_url"}};

	(void)state;
	for (size_t i = 0; i < LENGTH(filled); i++) {
		char *want = xasprintf(CALLBACK_BASE "/callback/%s/%s/status",
		    filled[i].preset, CALLBACK_SECRET);
		struct gateway_conf g;
		struct setting *s;

		callback_gateway(filled[i].preset, &g);
		s = gateway_setting(&g, filled[i].setting);
		gateway_callback_urls(&g, "");
		assert_string_equal(s->value, "");
		gateway_callback_urls(&g, CALLBACK_BASE);
		assert_string_equal(s->value, want);
		/* Never in a log. */
		assert_true(s->secret);
		/* The operator's own stays. */
		xreplace(&s->value, "https://x.example.dk");
		gateway_callback_urls(&g, CALLBACK_BASE);
		assert_string_equal(s->value, "https://x.example.dk");
		xreplace(&s->value, "");
		xreplace(&g.callback_secret, "");
		gateway_callback_urls(&g, CALLBACK_BASE);
		assert_string_equal(s->value, "");
		gateway_clear(&g);
		free(want);
	}
}

/* What each gateway is told, in the words of its interface. */
static void
test_calls_have_urls(void **state)
{
	static const struct {
		const char *preset, *said;
	} calls[] = {
	    {"gatewayapi", "\"callback_url\": \"" CALLBACK_BASE
			   "/callback/gatewayapi/" CALLBACK_SECRET "/status\""},
	    {"cpsms", "\"dlr_url\": \"" CALLBACK_BASE
		      "/callback/cpsms/" CALLBACK_SECRET "/status/" CALLBACK_REF
		      "\""},
	    {"inmobile", "\"statusCallbackUrl\": \"" CALLBACK_BASE
			 "/callback/inmobile/" CALLBACK_SECRET "/status\""},
	    {"twilio", "&StatusCallback=https%3A%2F%2Falertd.example.dk"
		       "%2Fcallback%2Ftwilio%2F" CALLBACK_SECRET
		       "%2Fstatus%3Fref%3D" CALLBACK_REF},
	    {"kannel", "&dlr-url=https%3A%2F%2Falertd.example.dk"
		       "%2Fcallback%2Fkannel%2F" CALLBACK_SECRET
		       "%2Fstatus%3Fref%3D" CALLBACK_REF "%26state%3D%25d"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(calls); i++) {
		struct target to = {.number = NUMBER, .ref = CALLBACK_REF};
		struct gateway_conf g;
		struct request r;

		callback_gateway(calls[i].preset, &g);
		gateway_callback_urls(&g, CALLBACK_BASE);
		OK(request_make(&g, "FMK", "x", &to, 1, &r, &t.e));
		if (strstr(r.body, calls[i].said) == NULL &&
		    strstr(r.url, calls[i].said) == NULL)
			fail_msg("%s: %s %s", calls[i].preset, r.url, r.body);
		request_clear(&r);
		gateway_clear(&g);
	}
}

static void
test_urls_of_configuration(void **state)
{
	static const char yaml[] =
	    "web: {base_url: \"https://alertd.example.dk/\"}\n"
	    "sms: {gateways: [{preset: kannel, name: own, user: a,\n"
	    "  password: b, callback_secret: " CALLBACK_SECRET "}]}\n";
	struct diags d = {0};
	struct config *c = config_parse("f.yaml", yaml, strlen(yaml), &d);

	(void)state;
	assert_non_null(c);
	assert_string_equal(
	    gateway_setting(&c->sms.gateways[0], "dlr_url")->value,
	    CALLBACK_BASE "/callback/own/" CALLBACK_SECRET "/status");
	config_free(c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_doors),
	    TEST(test_no_secret),
	    TEST(test_reported),
	    TEST(test_unknown_is_taken),
	    TEST(test_answers),
	    TEST(test_inbound_once),
	    TEST(test_inbound_is_answered_once),
	    TEST(test_inbound_is_not_lost),
	    TEST(test_all_or_nothing),
	    TEST(test_inbound_without_id),
	    TEST(test_store_fails),
	    cmocka_unit_test(test_urls),
	    cmocka_unit_test(test_calls_have_urls),
	    cmocka_unit_test(test_urls_of_configuration),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
