/*
 * Unit tests of what the calls of gateways say: every preset's callbacks,
 * signatures, and bodies that nobody who means well sends.
 */
#include "callbacks.h"

#include "base/mac.h"
#include "base/str.h"

/* --- every preset --------------------------------------------------------- */

struct report_case {
	const char *file;
	enum callback_word state;
	const char *id, *ref, *number, *text;
	const char *preset;
};

#define REF CALLBACK_REF
#define NUMBER "+4500000001"

static const struct report_case reports[] = {
    {"gatewayapi-delivered", CALLBACK_DELIVERED, "1000001", REF, NUMBER,
	"DELIVERED", "gatewayapi"},
    {"gatewayapi-failed", CALLBACK_FAILED, "1000001", REF, NUMBER,
	"UNDELIVERABLE 0x2001 Absent subscriber", "gatewayapi"},
    {"gatewayapi-enroute", CALLBACK_PENDING, "1000001", REF, NUMBER, "ENROUTE",
	"gatewayapi"},
    /* The body beside the token is signed by nobody. */
    {"gatewayapi-other-body", CALLBACK_DELIVERED, "1000001", REF, NUMBER,
	"DELIVERED", "gatewayapi"},
    {"gatewayapi-mobile-delivered", CALLBACK_DELIVERED,
	"01AAAAAAAAAAAAAAAAAAAAAAAA", REF, NUMBER, "DELIVERED",
	"gatewayapi-mobile"},
    {"gatewayapi-mobile-failed", CALLBACK_FAILED, "01AAAAAAAAAAAAAAAAAAAAAAAA",
	REF, NUMBER, "REJECTED 0x2005 Blocked", "gatewayapi-mobile"},
    {"cpsms-delivered", CALLBACK_DELIVERED, "", REF, NUMBER, "1", "cpsms"},
    {"cpsms-failed", CALLBACK_FAILED, "", REF, NUMBER, "2", "cpsms"},
    {"cpsms-form", CALLBACK_FAILED, "", REF, NUMBER, "8", "cpsms"},
    {"cpsms-buffered", CALLBACK_PENDING, "", REF, NUMBER, "3", "cpsms"},
    {"inmobile-delivered", CALLBACK_DELIVERED, REF, REF, "", "1", "inmobile"},
    {"inmobile-failed", CALLBACK_FAILED, REF, REF, "",
	"-1 12 Undeliverable message", "inmobile"},
    {"inmobile-single", CALLBACK_DELIVERED, REF, REF, "", "1", "inmobile"},
    {"linkmobility-delivered", CALLBACK_DELIVERED, "AAAAAAAAAAAAAAAAAAAAAAAA",
	REF, "", "1001 2", "linkmobility"},
    {"linkmobility-failed", CALLBACK_FAILED, "AAAAAAAAAAAAAAAAAAAAAAAA", REF,
	"", "2106", "linkmobility"},
    {"linkmobility-unknown", CALLBACK_PENDING, "AAAAAAAAAAAAAAAAAAAAAAAA", REF,
	"", "1010", "linkmobility"},
    {"twilio-delivered", CALLBACK_DELIVERED,
	"SM00000000000000000000000000000001", REF, NUMBER, "delivered",
	"twilio"},
    {"twilio-failed", CALLBACK_FAILED, "SM00000000000000000000000000000001",
	REF, NUMBER, "undelivered 30005", "twilio"},
    {"twilio-sent", CALLBACK_PENDING, "SM00000000000000000000000000000001", REF,
	NUMBER, "sent", "twilio"},
    {"kannel-delivered", CALLBACK_DELIVERED, "", REF, "", "1 ACK/", "kannel"},
    {"kannel-failed", CALLBACK_FAILED, "", REF, "",
	"2 NACK/11/Invalid destination", "kannel"},
    {"kannel-rejected", CALLBACK_FAILED, "", REF, "", "16", "kannel"},
    {"kannel-submitted", CALLBACK_PENDING, "", REF, "", "8", "kannel"},
};

static const char *
tail_of(const struct http_request *q)
{
	const char *s = strstr(q->rest, "/status/");

	return s == NULL ? "" : s + strlen("/status/");
}

/* 0 with items, -1 when it is not signed or not of the form. */
static int
read_call(const struct gateway_conf *g, const struct http_request *q,
    bool inbound, struct callback_items *l)
{
	struct err e;
	char *content;
	size_t n;
	int r;

	*l = (struct callback_items){0};
	if (!callback_signed(g, CALLBACK_BASE, q, CALLBACK_NOW, &content, &n))
		return -1;
	r = callback_read(
	    inbound ? g->callbacks->inbound : g->callbacks->status, q,
	    tail_of(q), content, n, l, &e);
	free(content);
	return r;
}

static void
check_report(const struct report_case *c)
{
	struct callback_items l;
	struct http_request q;
	struct gateway_conf g;
	const struct callback_item *i;

	callback_gateway(c->preset, &g);
	callback_load(&q, c->file);
	if (read_call(&g, &q, false, &l) == -1 || l.n != 1)
		fail_msg("%s: not read", c->file);
	i = &l.v[0];
	if (i->state != c->state || !str_eq(i->id, c->id) ||
	    !str_eq(i->ref, c->ref) || !str_eq(i->number, c->number) ||
	    !str_eq(i->text, c->text))
		fail_msg("%s: %d id \"%s\" ref \"%s\" number \"%s\" text "
			 "\"%s\"",
		    c->file, (int)i->state, i->id, i->ref, i->number, i->text);
	callback_items_clear(&l);
	http_request_clear(&q);
	gateway_clear(&g);
}

static void
test_reports(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(reports); i++)
		check_report(&reports[i]);
}

static void
test_list(void **state)
{
	struct callback_items l;
	struct http_request q;
	struct gateway_conf g;

	(void)state;
	callback_gateway("inmobile", &g);
	callback_load(&q, "inmobile-many");
	assert_int_equal(read_call(&g, &q, false, &l), 0);
	assert_int_equal(l.n, 3);
	assert_int_equal(l.v[0].state, CALLBACK_PENDING);
	assert_int_equal(l.v[1].state, CALLBACK_FAILED);
	assert_string_equal(l.v[1].ref, REF);
	assert_int_equal(l.v[2].state, CALLBACK_DELIVERED);
	callback_items_clear(&l);
	http_request_clear(&q);
	gateway_clear(&g);
}

static const struct {
	const char *file, *preset, *id, *number, *text, *at;
} messages[] = {
    {"gatewayapi-inbound", "gatewayapi", "2000001", NUMBER, "OK 4711",
	"1774736000"},
    {"gatewayapi-mobile-inbound", "gatewayapi-mobile",
	"01BBBBBBBBBBBBBBBBBBBBBBBB", NUMBER, "OK 4711",
	"2026-03-28T22:20:00+00:00"},
    {"inmobile-inbound", "inmobile", "", NUMBER, "OK 4711",
	"2026-03-28T22:20:00Z"},
    {"linkmobility-inbound", "linkmobility", "BBBBBBBBBBBBBBBBBBBBBBBB", NUMBER,
	"OK 4711", "2026-03-28T22:20:00Z"},
    {"twilio-inbound", "twilio", "SM00000000000000000000000000000002", NUMBER,
	"OK 4711 \xc3\xa6", ""},
    {"kannel-inbound", "kannel", "00000000-0000-4000-8000-000000000001", NUMBER,
	"OK 4711", "1774736000"},
    {"kannel-inbound-name", "kannel", "2", "", "OK 4711", "1774736000"},
};

static void
test_inbound(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(messages); i++) {
		const struct callback_item *m;
		struct callback_items l;
		struct http_request q;
		struct gateway_conf g;

		callback_gateway(messages[i].preset, &g);
		callback_load(&q, messages[i].file);
		if (read_call(&g, &q, true, &l) == -1 || l.n != 1)
			fail_msg("%s: not read", messages[i].file);
		m = &l.v[0];
		assert_string_equal(m->id, messages[i].id);
		assert_string_equal(m->number, messages[i].number);
		assert_string_equal(m->text, messages[i].text);
		assert_string_equal(m->at, messages[i].at);
		callback_items_clear(&l);
		http_request_clear(&q);
		gateway_clear(&g);
	}
}

/* --- signatures ----------------------------------------------------------- */

/* Whether the call of the file is taken for a signed one. */
static bool
is_signed(const char *preset, const char *file, const char *setting,
    const char *key, const char *base)
{
	struct http_request q;
	struct gateway_conf g;
	char *content;
	size_t n;
	bool good;

	callback_gateway(preset, &g);
	if (setting != NULL)
		xreplace(&gateway_setting(&g, setting)->value, key);
	callback_load(&q, file);
	good = callback_signed(&g, base, &q, CALLBACK_NOW, &content, &n);
	assert_int_equal(good, content != NULL);
	free(content);
	http_request_clear(&q);
	gateway_clear(&g);
	return good;
}

static void
test_signatures(void **state)
{
	static const struct {
		const char *preset, *file, *setting, *key;
		bool good;
	} cases[] = {
	    {"gatewayapi", "gatewayapi-delivered", NULL, NULL, true},
	    {"gatewayapi", "gatewayapi-none-alg", NULL, NULL, false},
	    {"gatewayapi", "gatewayapi-other-key", NULL, NULL, false},
	    {"gatewayapi", "gatewayapi-unsigned", NULL, NULL, false},
	    {"gatewayapi", "gatewayapi-delivered", "callback_jwt_secret", "x",
		false},
	    /* No key: the secret in the URL is all there is. */
	    {"gatewayapi", "gatewayapi-unsigned", "callback_jwt_secret", "",
		true},
	    {"gatewayapi-mobile", "gatewayapi-mobile-delivered", NULL, NULL,
		true},
	    {"gatewayapi-mobile", "gatewayapi-mobile-delivered",
		"callback_hmac_secret", "x", false},
	    {"gatewayapi-mobile", "gatewayapi-delivered", NULL, NULL, false},
	    {"twilio", "twilio-delivered", NULL, NULL, true},
	    {"twilio", "twilio-other-key", NULL, NULL, false},
	    {"twilio", "twilio-delivered", "auth_token", "x", false},
	    {"twilio", "kannel-delivered", NULL, NULL, false},
	    /* An API key's secret signs nothing; the account's token does. */
	    {"twilio", "twilio-other-key", "callback_auth_token", "another",
		true},
	    {"twilio", "twilio-delivered", "callback_auth_token", "another",
		false},
	    {"twilio", "twilio-other-key", "api_key", "SK0", true},
	    {"kannel", "kannel-delivered", NULL, NULL, true},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		if (is_signed(cases[i].preset, cases[i].file, cases[i].setting,
			cases[i].key, CALLBACK_BASE) != cases[i].good)
			fail_msg("case %zu: %s", i, cases[i].file);
	/* The URL is signed, too. */
	assert_false(is_signed("twilio", "twilio-delivered", NULL, NULL,
	    "https://other.example.dk"));
}

/* Whatever byte is another: it is no longer what was signed. */
static void
test_signed_bytes(void **state)
{
	struct gateway_conf g;
	struct http_request q;
	char *content;
	size_t n;

	(void)state;
	callback_gateway("gatewayapi-mobile", &g);
	callback_load(&q, "gatewayapi-mobile-delivered");
	for (size_t i = 0; i < q.body_len; i++) {
		q.body[i] ^= 1;
		assert_false(
		    callback_signed(&g, "", &q, CALLBACK_NOW, &content, &n));
		q.body[i] ^= 1;
	}
	http_request_clear(&q);
	gateway_clear(&g);
	callback_gateway("gatewayapi", &g);
	callback_load(&q, "gatewayapi-delivered");
	for (size_t h = 0; h < q.headers.n; h++) {
		char *value = q.headers.v[h].value;

		if (!str_eq(q.headers.v[h].name, "X-Gwapi-Signature"))
			continue;
		for (size_t i = 0; value[i] != '\0'; i++) {
			char was = value[i];

			value[i] = was == 'A' ? 'B' : 'A';
			assert_false(callback_signed(
			    &g, "", &q, CALLBACK_NOW, &content, &n));
			value[i] = was;
		}
		assert_true(
		    callback_signed(&g, "", &q, CALLBACK_NOW, &content, &n));
		free(content);
	}
	http_request_clear(&q);
	gateway_clear(&g);
}

/* Of another version of the scheme, and too short for one. */
static void
test_prefix(void **state)
{
	static const char *const heads[] = {"v1=", "v2=", "v1-", ""};
	struct gateway_conf g;
	struct http_request q;
	char *content, *signature;
	size_t n;

	(void)state;
	callback_gateway("gatewayapi-mobile", &g);
	callback_load(&q, "gatewayapi-mobile-delivered");
	signature = xstrdup(http_field(&q.headers, "Signature") + 3);
	for (size_t i = 0; i < LENGTH(heads); i++) {
		free(q.headers.v[1].value);
		q.headers.v[1].value = xasprintf("%s%s", heads[i], signature);
		assert_string_equal(q.headers.v[1].name, "Signature");
		assert_int_equal(
		    callback_signed(&g, "", &q, CALLBACK_NOW, &content, &n),
		    i == 0);
		free(content);
	}
	xreplace(&q.headers.v[1].value, "v");
	assert_false(callback_signed(&g, "", &q, CALLBACK_NOW, &content, &n));
	free(signature);
	http_request_clear(&q);
	gateway_clear(&g);
}

/* A token of the header and claims, with the right key. */
static bool
token_good(const char *header, const char *claims, int64_t now)
{
	static const char key[] = "jwt-secret-of-the-test";
	unsigned char mac[MAC_SIZE];
	struct http_request q;
	struct gateway_conf g;
	char *h = mac_base64url((const void *)header, strlen(header));
	char *c = mac_base64url((const void *)claims, strlen(claims));
	char *both = xasprintf("%s.%s", h, c), *end, *token, *content;
	bool good;
	size_t n;

	n = mac_make(MAC_SHA256, key, both, strlen(both), mac);
	end = mac_base64url(mac, n);
	token = xasprintf("%s.%s", both, end);
	http_request_init(&q);
	http_fields_add(&q.headers, "x-gwapi-signature", token);
	callback_gateway("gatewayapi", &g);
	good = callback_signed(&g, "", &q, now, &content, &n);
	if (good)
		assert_string_equal(content, claims);
	free(content);
	gateway_clear(&g);
	http_request_clear(&q);
	free(h);
	free(c);
	free(both);
	free(end);
	free(token);
	return good;
}

static void
test_tokens(void **state)
{
	static const char hs256[] = "{\"alg\":\"HS256\"}";

	(void)state;
	assert_true(token_good(hs256, "{\"id\":1}", 5));
	assert_true(token_good(hs256, "{\"id\":1,\"exp\":6}", 5));
	assert_false(token_good(hs256, "{\"id\":1,\"exp\":5}", 5));
	assert_false(token_good(hs256, "{\"id\":1,\"exp\":\"9\"}", 5));
	assert_false(token_good("{\"alg\":\"none\"}", "{}", 5));
	assert_false(token_good("{\"alg\":\"HS512\"}", "{}", 5));
	assert_false(token_good("{\"alg\":[\"HS256\"]}", "{}", 5));
	assert_false(token_good("{}", "{}", 5));
	assert_false(token_good("[]", "{}", 5));
	assert_false(token_good("HS256", "{}", 5));
	assert_false(
	    token_good("{\"alg\":\"HS256\",\"alg\":\"HS256\"}", "{}", 5));
	assert_false(
	    token_good("{\"alg\":\"HS256\",\"crit\":[\"b64\"]}", "{}", 5));
}

/* --- base/mac.h ----------------------------------------------------------- */

/* RFC 2202, case 2; RFC 4231, case 2; RFC 4648, section 10. */
static void
test_mac(void **state)
{
	static const char *const texts[] = {
	    "f", "fo", "foo", "foob", "fooba", "foobar", "\xfb\xff\xfe"};
	static const char data[] = "what do ya want for nothing?";
	unsigned char mac[MAC_SIZE];
	char *s;
	size_t n;

	(void)state;
	n = mac_make(MAC_SHA1, "Jefe", data, strlen(data), mac);
	s = mac_hex(mac, n);
	assert_string_equal(s, "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
	free(s);
	n = mac_make(MAC_SHA256, "Jefe", data, strlen(data), mac);
	s = mac_hex(mac, n);
	assert_string_equal(s, "5bdcc146bf60754e6a042426089575c7"
			       "5a003f089d2739839dec58b964ec3843");
	free(s);
	s = mac_base64((const void *)"fooba", 5);
	assert_string_equal(s, "Zm9vYmE=");
	free(s);
	for (size_t i = 0; i < LENGTH(texts); i++) {
		char *back;

		s = mac_base64url((const void *)texts[i], strlen(texts[i]));
		assert_null(strpbrk(s, "+/="));
		back = mac_unbase64url(s, strlen(s), &n);
		assert_non_null(back);
		assert_string_equal(back, texts[i]);
		assert_int_equal(n, strlen(texts[i]));
		free(back);
		free(s);
	}
	assert_null(mac_unbase64url("", 0, &n));
	assert_null(mac_unbase64url("A", 1, &n));
	assert_null(mac_unbase64url("AA=", 3, &n));
	assert_null(mac_unbase64url("A A", 3, &n));
	assert_null(mac_unbase64url("A+A", 3, &n));
	assert_true(mac_same("", "") && mac_same("abc", "abc"));
	assert_false(mac_same("abc", "abd") || mac_same("abc", "ab") ||
		     mac_same("", "a"));
}

/* --- hostile -------------------------------------------------------------- */

static const char *const presets[] = {"gatewayapi", "gatewayapi-mobile",
    "cpsms", "inmobile", "linkmobility", "twilio", "kannel"};

/* Both callbacks of each preset read it and find nothing. */
static void
read_by_all(const char *body, size_t n)
{
	struct http_request q;

	http_request_init(&q);
	for (size_t p = 0; p < LENGTH(presets); p++) {
		const struct gateway_callback *how[2];
		struct gateway_conf g;

		callback_gateway(presets[p], &g);
		how[0] = g.callbacks->status;
		how[1] = g.callbacks->inbound;
		for (size_t i = 0; i < 2; i++) {
			struct callback_items l;
			struct err e;

			if (how[i] == NULL)
				continue;
			if (callback_read(how[i], &q, "", body, n, &l, &e) == 0)
				assert_int_equal(l.n, 0);
			callback_items_clear(&l);
		}
		gateway_clear(&g);
	}
	http_request_clear(&q);
}

static char *
repeated(const char *piece, size_t times)
{
	size_t n = strlen(piece);
	char *s = xmalloc(n * times + 1);

	for (size_t i = 0; i < times; i++)
		memcpy(s + i * n, piece, n);
	s[n * times] = '\0';
	return s;
}

static void
test_hostile(void **state)
{
	static const char *const bodies[] = {"", "null", "7", "\"x\"", "[]",
	    "{}", "[[[]]]", "{\"reports\":{}}", "{\"reports\":[null,7,[]]}",
	    "{\"id\":{},\"status\":[],\"userref\":null}", "\xff\xfe",
	    "{\"status\":\"DELIVERED\",\"status\":\"DELIVERED\",\"id\":1}",
	    "{\"id\":1,\"status\":\"\\u0000\"}", "<xml/>",
	    "{\"msisdn\":\"\",\"message\":\"x\"}", "{\"id\":1"};
	char *deep = repeated("[", 100000), *wide = repeated("{\"a\":", 3000);

	(void)state;
	for (size_t i = 0; i < LENGTH(bodies); i++)
		read_by_all(bodies[i], strlen(bodies[i]));
	read_by_all("{\"id\":1,\0\"status\":2}", 21);
	read_by_all(deep, 100000);
	read_by_all(wide, strlen(wide));
	free(deep);
	free(wide);
}

/* Wherever it is cut, a body is read wholly or not. */
static void
test_truncated(void **state)
{
	static const char *const files[] = {
	    "inmobile-delivered", "linkmobility-delivered"};
	static const char *const of[] = {"inmobile", "linkmobility"};

	(void)state;
	for (size_t f = 0; f < LENGTH(files); f++) {
		struct http_request q;
		struct gateway_conf g;

		callback_gateway(of[f], &g);
		callback_load(&q, files[f]);
		for (size_t n = 0; n < q.body_len; n++) {
			struct callback_items l;
			struct err e;

			assert_int_equal(callback_read(g.callbacks->status, &q,
					     "", q.body, n, &l, &e),
			    -1);
			callback_items_clear(&l);
		}
		http_request_clear(&q);
		gateway_clear(&g);
	}
}

static void
test_limits(void **state)
{
	static const char one[] = "{\"messageId\":\"a\",\"deliveryInfo\":"
				  "{\"stateCode\":1}},";
	char *most = repeated(one, LIMIT_CALLBACK_ITEMS);
	char *body = xasprintf("[%.*s]", (int)strlen(most) - 1, most);
	char *more = xasprintf("[%s{}]", most), *id = repeated("7", 129);
	char *long_id = xasprintf(
	    "{\"id\":\"%s\",\"refId\":\"7\",\"resultCode\":1001}", id);
	struct callback_items l;
	struct http_request q;
	struct gateway_conf g;
	struct err e;

	(void)state;
	http_request_init(&q);
	callback_gateway("inmobile", &g);
	assert_int_equal(callback_read(g.callbacks->status, &q, "", body,
			     strlen(body), &l, &e),
	    0);
	assert_int_equal(l.n, LIMIT_CALLBACK_ITEMS);
	callback_items_clear(&l);
	assert_int_equal(callback_read(g.callbacks->status, &q, "", more,
			     strlen(more), &l, &e),
	    -1);
	assert_string_equal(e.msg, "1001 items, 1000 allowed");
	assert_int_equal(l.n, 0);
	gateway_clear(&g);
	callback_gateway("linkmobility", &g);
	assert_int_equal(callback_read(g.callbacks->status, &q, "", long_id,
			     strlen(long_id), &l, &e),
	    0);
	assert_string_equal(l.v[0].id, "");
	assert_string_equal(l.v[0].ref, "7");
	callback_items_clear(&l);
	gateway_clear(&g);
	http_request_clear(&q);
	free(most);
	free(body);
	free(more);
	free(id);
	free(long_id);
}

/* One integer beyond 64 bits does not refuse the rest. */
static void
test_large_integer(void **state)
{
	static const char body[] = "{\"id\":7,\"time\":99999999999999999999,"
				   "\"msisdn\":4500000001,"
				   "\"status\":\"DELIVERED\"}";
	struct callback_items l;
	struct http_request q;
	struct gateway_conf g;
	struct err e;

	(void)state;
	http_request_init(&q);
	callback_gateway("gatewayapi", &g);
	assert_int_equal(callback_read(g.callbacks->status, &q, "", body,
			     strlen(body), &l, &e),
	    0);
	assert_string_equal(l.v[0].id, "7");
	assert_string_equal(l.v[0].number, NUMBER);
	callback_items_clear(&l);
	gateway_clear(&g);
	http_request_clear(&q);
}

static void
test_numbers(void **state)
{
	static const struct {
		const char *from, *number;
	} cases[] = {{"+4500000001", NUMBER}, {"4500000001", NUMBER},
	    {"004500000001", NUMBER}, {"45 00 00 00 01", NUMBER},
	    {"00000001", NUMBER}, {" +45 00000001 ", NUMBER},
	    {"298000001", "+298000001"}, {"FMK", ""}, {"+", ""}, {"00", ""},
	    {"4500000001x", ""}, {"++4500000001", ""}, {"00+4500000001", ""},
	    {"450000000", ""}, {"1234567890123456", ""}};
	struct gateway_conf g;

	(void)state;
	callback_gateway("kannel", &g);
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct callback_items l;
		struct http_request q;
		struct err e;

		http_request_init(&q);
		http_fields_add(&q.query, "from", cases[i].from);
		http_fields_add(&q.query, "text", "x");
		assert_int_equal(
		    callback_read(g.callbacks->inbound, &q, "", "", 0, &l, &e),
		    0);
		if (!str_eq(l.v[0].number, cases[i].number))
			fail_msg("%s: %s", cases[i].from, l.v[0].number);
		callback_items_clear(&l);
		http_request_clear(&q);
	}
	gateway_clear(&g);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_reports),
	    cmocka_unit_test(test_list),
	    cmocka_unit_test(test_inbound),
	    cmocka_unit_test(test_signatures),
	    cmocka_unit_test(test_signed_bytes),
	    cmocka_unit_test(test_prefix),
	    cmocka_unit_test(test_tokens),
	    cmocka_unit_test(test_mac),
	    cmocka_unit_test(test_hostile),
	    cmocka_unit_test(test_truncated),
	    cmocka_unit_test(test_limits),
	    cmocka_unit_test(test_large_integer),
	    cmocka_unit_test(test_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
