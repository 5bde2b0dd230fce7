/*
 * Unit tests of SMS gateways: presets, the calls made from them, and how
 * answers are read. All answers are invented after the gateways' public
 * documentation.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/file.h"
#include "base/mem.h"
#include "conf/gateway.h"
#include "deliver/answer.h"
#include "deliver/request.h"

#define TARGETS 3

static const char *const presets[] = {"gatewayapi", "gatewayapi-mobile",
    "cpsms", "inmobile", "linkmobility", "twilio", "kannel"};

static void
load(const char *name, struct gateway_conf *g)
{
	struct diags problems = {0};

	if (gateway_preset(name, "x", g, &problems) == -1) {
		diags_print(&problems, stderr);
		fail();
	}
	diags_clear(&problems);
}

/* A letter for each word: accepted, tempfail, permfail, unknown, next … */
static char
letter(enum gateway_word w)
{
	return "ATPUNR!"[w];
}

static void
init_targets(struct target t[TARGETS])
{
	static const char *const numbers[] = {
	    "+4500000001", "+4500000002", "+4500000003"};
	static const char *const refs[] = {"7-1-1", "7-1-2", "7-1-3"};

	memset(t, 0, TARGETS * sizeof(*t));
	for (size_t i = 0; i < TARGETS; i++) {
		t[i].number = numbers[i];
		t[i].ref = refs[i];
	}
}

struct answer_case {
	const char *preset;
	int status;
	size_t n; /* recipients of the call */
	const char *body;
	const char *words; /* a letter for each */
	const char *id; /* of the last recipient */
	const char *text; /* of the last, a part of it */
};

static const struct answer_case cases[] = {
    /* GatewayAPI, legacy: ids in order. */
    {"gatewayapi", 200, 3,
	"{\"ids\":[421332671,4421332672,421332673],\"usage\":{\"countries\":"
	"{\"DK\":3},\"currency\":\"DKK\",\"total_cost\":0.36}}",
	"AAA", "421332673", "HTTP 200"},
    {"gatewayapi", 200, 3, "{\"ids\":[421332671]}", "AAA", "", ""},
    {"gatewayapi", 200, 2, "{\"ids\":[]}", "NN", "", ""},
    {"gatewayapi", 200, 1, "{\"ids\":[18446744073709551615]}", "A",
	"18446744073709551616", ""},
    {"gatewayapi", 422, 2,
	"{\"code\":\"0x0308\",\"message\":\"Invalid MSISDN\"}", "RR", "",
	"0x0308 Invalid MSISDN"},
    {"gatewayapi", 401, 2, "{\"code\":\"0x0200\",\"message\":\"No\"}", "NN", "",
	"HTTP 401"},
    {"gatewayapi", 503, 1, "Service Unavailable", "N", "", "HTTP 503"},
    {"gatewayapi", 504, 1, "", "U", "", "HTTP 504"},
    {"gatewayapi", 429, 2, "{}", "TT", "", "HTTP 429"},
    {"gatewayapi", 302, 1, "", "N", "", "HTTP 302"},

    /* GatewayAPI, new. */
    {"gatewayapi-mobile", 202, 1,
	"{\"msg_id\":34901021,\"recipient\":4500000001,\"reference\":null}",
	"A", "34901021", ""},
    {"gatewayapi-mobile", 202, 1, "{}", "N", "", ""},
    {"gatewayapi-mobile", 403, 1, "{\"message\":\"wrong region\"}", "N", "",
	"wrong region"},

    /* CPSMS: success[] and error[], also as lists in lists. */
    {"cpsms", 200, 3,
	"{\"success\":[{\"to\":\"4500000001\",\"cost\":1},{\"to\":"
	"\"4500000002\",\"cost\":1},{\"to\":\"4500000003\",\"cost\":1}]}",
	"AAA", "", "HTTP 200"},
    {"cpsms", 200, 3,
	"{\"success\":[[{\"to\":\"4500000001\"},{\"to\":4500000002},"
	"{\"to\":\"+4500000003\"}]]}",
	"AAA", "", ""},
    {"cpsms", 207, 3,
	"{\"success\":[{\"to\":\"4500000003\"},{\"to\":\"4500000001\"}],"
	"\"error\":[{\"code\":409,\"message\":\"Bad number\",\"to\":"
	"\"4500000002\"}]}",
	"ARA", "", ""},
    {"cpsms", 207, 2,
	"{\"success\":[],\"error\":[{\"code\":402,\"message\":\"No points\","
	"\"to\":\"4500000001\"},{\"code\":402,\"message\":\"No points\","
	"\"to\":\"4500000002\"}]}",
	"NN", "", "402 No points"},
    {"cpsms", 207, 3, "{\"success\":[{\"to\":\"4500000001\"}]}", "AUU", "",
	"says nothing"},
    {"cpsms", 200, 1, "{\"error\":{\"code\":400,\"message\":\"from\"}}", "R",
	"", "400 from"},
    {"cpsms", 400, 2, "{\"error\":{\"code\":400,\"message\":\"from\"}}", "RR",
	"", "400 from"},
    {"cpsms", 200, 2, "<html><body>Login</body></html>", "NN", "", "with HTML"},
    {"cpsms", 200, 2, "{\"success\":[{\"to\":\"4500000001\"}", "UU", "", ""},
    {"cpsms", 200, 1, "", "N", "", "HTTP 200"},
    {"cpsms", 200, 1, "[]", "N", "", ""},
    {"cpsms", 200, 1, "{\"success\":null,\"error\":7}", "N", "", ""},
    {"cpsms", 200, 2, "{\"success\":[{\"to\":\"4599999999\"}]}", "NN", "", ""},

    /* inMobile: a bad number still answers 200. */
    {"inmobile", 200, 2,
	"{\"results\":[{\"numberDetails\":{\"countryCode\":\"45\","
	"\"phoneNumber\":\"00000002\",\"rawMsisdn\":\"45 00 00 00 02\","
	"\"isValidMsisdn\":true},\"messageId\":\"7-1-2\"},"
	"{\"numberDetails\":{\"rawMsisdn\":\"4500000001\","
	"\"isValidMsisdn\":false},\"messageId\":\"7-1-1\"}]}",
	"PA", "7-1-2", ""},
    {"inmobile", 200, 2,
	"{\"results\":[{\"numberDetails\":{\"rawMsisdn\":\"45 00 00 00 01\","
	"\"isValidMsisdn\":true},\"messageId\":\"M-A\"},"
	"{\"numberDetails\":{\"rawMsisdn\":\"45 00 00 00 02\","
	"\"isValidMsisdn\":true},\"messageId\":\"M-B\"}]}",
	"AA", "M-B", ""},
    {"inmobile", 400, 2, "{\"errorMessage\":\"Invalid from\",\"details\":[]}",
	"RR", "", "Invalid from"},
    {"inmobile", 200, 2,
	"{\"results\":[{\"numberDetails\":{\"isValidMsisdn\":true}}]}", "NN",
	"", ""},
    {"inmobile", 200, 1, "{\"results\":[{\"messageId\":\"7-1-1\"}]}", "N", "",
	""},

    /* LINK Mobility: 200 is success with resultCode 1005 only. */
    {"linkmobility", 200, 1,
	"{\"messageId\":\"Dcshuhod0PMAAAFQ+/PbnR3x\",\"resultCode\":1005,"
	"\"description\":\"Queued\"}",
	"A", "Dcshuhod0PMAAAFQ+/PbnR3x", "1005 Queued"},
    {"linkmobility", 200, 1,
	"{\"resultCode\":106203,\"description\":\"No gates available\"}", "N",
	"", "106203 No gates"},
    {"linkmobility", 200, 1,
	"{\"resultCode\":106000,\"description\":\"Unknown error\"}", "T", "",
	"106000"},
    {"linkmobility", 400, 1,
	"{\"resultCode\":106301,\"description\":\"Destination\"}", "R", "",
	"106301 Destination"},
    {"linkmobility", 200, 1, "{\"description\":\"hm\"}", "N", "", ""},

    /* Twilio. */
    {"twilio", 201, 1,
	"{\"sid\":\"SM0123456789\",\"status\":\"queued\",\"error_code\":null,"
	"\"error_message\":null,\"to\":\"+4500000001\"}",
	"A", "SM0123456789", "HTTP 201"},
    {"twilio", 400, 1,
	"{\"code\":21211,\"message\":\"The 'To' number is not valid\","
	"\"status\":400}",
	"P", "", "21211 The 'To'"},
    {"twilio", 400, 1, "{\"code\":21212,\"message\":\"bad From\"}", "R", "",
	"21212 bad From"},
    {"twilio", 401, 1, "{\"code\":20003,\"message\":\"Authenticate\"}", "N", "",
	"HTTP 401"},
    {"twilio", 429, 1, "{\"code\":20429,\"message\":\"Too Many\"}", "T", "",
	"HTTP 429"},
    {"twilio", 400, 1, "<h1>Bad Request</h1>", "N", "", "with HTML"},

    /* Kannel: plain text. */
    {"kannel", 202, 1, "0: Accepted for delivery", "A", "",
	"0: Accepted for delivery"},
    {"kannel", 202, 1, "3: Queued for later delivery", "A", "",
	"3: Queued for later"},
    {"kannel", 403, 1, "Authorization failed for sendsms", "N", "",
	"Authorization failed"},
    {"kannel", 400, 1, "Empty receiver number not allowed, rejected", "R", "",
	"Empty receiver"},
    {"kannel", 503, 1, "Temporal failure, try again later.", "N", "", ""},
    {"kannel", 200, 1, "<html>hello</html>", "N", "", "with HTML"},
};

static void
check_answer(const struct answer_case *c)
{
	struct gateway_conf g;
	struct target t[TARGETS];
	char words[TARGETS + 1] = "";
	const struct target *last = &t[c->n - 1];

	load(c->preset, &g);
	init_targets(t);
	answer_read(g.answer, c->status, c->body, strlen(c->body), t, c->n);
	for (size_t i = 0; i < c->n; i++)
		words[i] = letter(t[i].means);
	if (strcmp(words, c->words) != 0 || strcmp(last->id, c->id) != 0 ||
	    strstr(last->text, c->text) == NULL)
		fail_msg("%s %d %s: got %s, id \"%s\", text \"%s\"", c->preset,
		    c->status, c->body, words, last->id, last->text);
	for (size_t i = 0; i < TARGETS; i++)
		target_clear(&t[i]);
	gateway_clear(&g);
}

static void
test_answers(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		check_answer(&cases[i]);
}

/* No preset may take garbage for a success, nor crash on it. */
static void
test_garbage(void **state)
{
	static const char *const bodies[] = {"", "null", "true", "[[[]]]",
	    "{\"ids\":{}}", "{\"ids\":null}", "{\"success\":{}}",
	    "{\"results\":[null]}", "\xff\xfe\x01", "{\"status\":{}}",
	    "{\"resultCode\":[1005]}", "10: Accepted", "<!doctype html>",
	    "{\"a\":1,\"a\":2}"};

	(void)state;
	for (size_t p = 0; p < LENGTH(presets); p++) {
		struct gateway_conf g;
		struct target t[TARGETS];

		load(presets[p], &g);
		init_targets(t);
		for (size_t i = 0; i < LENGTH(bodies); i++) {
			answer_read(g.answer, 200, bodies[i], strlen(bodies[i]),
			    t, TARGETS);
			for (size_t k = 0; k < TARGETS; k++)
				if (t[k].means == GATEWAY_ACCEPTED)
					fail_msg("%s takes %s", presets[p],
					    bodies[i]);
		}
		for (size_t k = 0; k < TARGETS; k++)
			target_clear(&t[k]);
		gateway_clear(&g);
	}
}

static void
set(struct gateway_conf *g, const char *name, const char *value)
{
	struct setting *s = gateway_setting(g, name);

	assert_non_null(s);
	xreplace(&s->value, value);
}

/* Fills what is required, with values that must be escaped. */
static void
fill(struct gateway_conf *g)
{
	for (size_t i = 0; i < g->required.n; i++)
		set(g, g->required.v[i], "s3cr&t\"+ \xc3\xb8");
}

/* Quotes, line breaks and letters survive in every preset's call. */
static void
test_requests(void **state)
{
	static const char text[] =
	    "FMK \"nede\"\n\xc3\xa6\xc3\xb8\xc3\xa5 & 100% \\ \xf0\x9f\x9a\x91";

	(void)state;
	for (size_t p = 0; p < LENGTH(presets); p++) {
		struct gateway_conf g;
		struct target t[TARGETS];
		struct request r;
		struct err e = {""};

		load(presets[p], &g);
		fill(&g);
		init_targets(t);
		if (request_make(&g, "MedCom", text, t,
			g.batch > 1 ? TARGETS : 1, &r, &e) == -1)
			fail_msg("%s: %s", presets[p], e.msg);
		assert_null(strstr(r.url, " "));
		assert_null(strstr(r.url, "\""));
		if (strcmp(g.method, "POST") == 0)
			assert_non_null(strstr(r.body, "MedCom"));
		else
			assert_non_null(strstr(r.url, "%F0%9F%9A%91"));
		request_clear(&r);
		gateway_clear(&g);
	}
}

static void
assert_same_request(const struct request *a, const struct request *b)
{
	assert_string_equal(a->url, b->url);
	assert_string_equal(a->user, b->user);
	assert_string_equal(a->password, b->password);
	assert_string_equal(a->body, b->body);
	assert_int_equal(a->len, b->len);
	assert_int_equal(a->headers.n, b->headers.n);
	for (size_t i = 0; i < a->headers.n; i++)
		assert_string_equal(a->headers.v[i], b->headers.v[i]);
}

/* What calls have in common leaves nothing of one in the next. */
static void
test_forms(void **state)
{
	(void)state;
	for (size_t p = 0; p < LENGTH(presets); p++) {
		struct gateway_conf g;
		struct target t[TARGETS];
		struct request_form f;
		struct err e;

		load(presets[p], &g);
		fill(&g);
		init_targets(t);
		request_form_init(&f, &g, "MedCom", "\"nede\"\n");
		for (size_t i = 0; i < TARGETS; i++) {
			size_t n = g.batch > 1 ? TARGETS - i : 1;
			struct request next, alone;

			assert_int_equal(
			    request_fill(&f, &t[i], n, &next, &e), 0);
			assert_int_equal(
			    request_make(&g, "MedCom", "\"nede\"\n", &t[i], n,
				&alone, &e),
			    0);
			assert_same_request(&next, &alone);
			request_clear(&next);
			request_clear(&alone);
		}
		request_form_clear(&f);
		gateway_clear(&g);
	}
}

/* A call that is no JSON is none the second time either. */
static void
test_no_json(void **state)
{
	struct gateway_conf g;
	struct target t[TARGETS];
	struct request_form f;
	struct request r;
	struct err e;

	(void)state;
	load("cpsms", &g);
	init_targets(t);
	xreplace(&g.body, "{\"to\": {{msisdn}}");
	request_form_init(&f, &g, "MedCom", "x");
	for (size_t i = 0; i < TARGETS; i++) {
		assert_int_equal(request_fill(&f, &t[i], 1, &r, &e), -1);
		assert_non_null(strstr(e.msg, "no JSON"));
		request_clear(&r);
	}
	request_form_clear(&f);
	gateway_clear(&g);
}

/* A line break in a setting must not become a header. */
static void
test_header_injection(void **state)
{
	struct gateway_conf g;
	struct target t[TARGETS];
	struct request r;
	struct err e;

	(void)state;
	load("gatewayapi-mobile", &g);
	set(&g, "token", "abc\r\nX-Evil: 1");
	init_targets(t);
	assert_int_equal(request_make(&g, "MedCom", "x", t, 1, &r, &e), -1);
	assert_null(strstr(e.msg, "abc"));
	request_clear(&r);
	gateway_clear(&g);
}

static void
test_secrets_hidden(void **state)
{
	struct gateway_conf g;
	char *s;

	(void)state;
	load("cpsms", &g);
	set(&g, "user", "medcom");
	set(&g, "apikey", "k1k1k1");
	s = request_hide(&g, "medcom: k1k1k1k1k1k1 is wrong");
	assert_string_equal(s, "medcom: ****** is wrong");
	free(s);
	gateway_clear(&g);
}

/* Writes a preset, reads it, and returns its mistakes, one a line. */
static char *
mistakes(const char *yaml)
{
	char path[] = "/tmp/test_gateway_XXXXXX";
	int fd = mkstemp(path);
	struct diags problems = {0};
	struct gateway_conf g;
	struct strv lines = {0};
	char *all;

	assert_int_not_equal(fd, -1);
	assert_int_equal(write(fd, yaml, strlen(yaml)), strlen(yaml));
	close(fd);
	gateway_preset(path, "x", &g, &problems);
	gateway_clear(&g);
	unlink(path);
	for (size_t i = 0; i < problems.n; i++) {
		struct diag *d = &problems.v[i];

		strv_take(
		    &lines, xasprintf("%u:%u: %s", d->line, d->col, d->msg));
	}
	all = strv_join(&lines, "\n");
	strv_clear(&lines);
	diags_clear(&problems);
	return all;
}

static void
test_mistakes(void **state)
{
	static const char yaml[] = "metod: POST\n"
				   "url: \"{{host}}/{{tokn}}\"\n"
				   "batch: many\n"
				   "body: \"{{#recipients}}\"\n"
				   "settings:\n"
				   "  token: {secret: yes, requird: true}\n"
				   "  text: {}\n"
				   "answer:\n"
				   "  format: xml\n"
				   "  status: {2xy: accepted, 200: acepted}\n"
				   "  results:\n"
				   "    - {list: ids, outcome: accepted}\n"
				   "    - {list: /x}\n"
				   "    - {list: /x, value: /y, outcome:"
				   " {a: accepted}}\n";
	static const char *const expected[] = {
	    "1:1: unknown key \"metod\"; did you mean \"method\"?",
	    "2:6: the template names an unknown setting \"host\"",
	    "3:8: batch must be a number from 1 to 10000",
	    "4:7: template: ",
	    "6:19: true or false expected, not \"yes\"",
	    "6:24: unknown key \"requird\"; did you mean \"required\"?",
	    "7:3: the name is taken: \"text\"",
	    "9:3: format must be json or text",
	    "10:12: an HTTP status is \"200\", \"4xx\" or \"any\", not \"2xy\"",
	    "unknown outcome \"acepted\"; did you mean \"accepted\"?",
	    "12:14: a JSON pointer begins with a slash, unlike \"ids\"",
	    "13:7: outcome is missing",
	    "outcome needs a word for other",
	};
	char *all = mistakes(yaml);

	(void)state;
	for (size_t i = 0; i < LENGTH(expected); i++)
		if (strstr(all, expected[i]) == NULL)
			fail_msg("no \"%s\" in:\n%s", expected[i], all);
	free(all);
}

static void
test_callback_mistakes(void **state)
{
	static const char yaml[] =
	    "url: x\n"
	    "answer: {format: text, results:"
	    " [{prefix: \"0\", outcome: accepted}]}\n"
	    "callbacks:\n"
	    "  signature: {scheme: jwt, key: x}\n"
	    "  status:\n"
	    "    method: PUT\n"
	    "    setting: url\n"
	    "    state: /state\n"
	    "    means: {OK: delivred}\n"
	    "  inbound: {from: \"a b\", id: id, at: at,\n"
	    "    number: x}\n"
	    "  outbound: {}\n";
	static const char *const expected[] = {
	    "4:14: unknown scheme \"jwt\"",
	    "4:14: signature needs \"header\"",
	    "6:13: unknown method \"PUT\"",
	    "7:14: the preset has no setting \"url\"",
	    "9:17: unknown meaning \"delivred\"; did you mean \"delivered\"?",
	    "means needs a word for \"other\"",
	    "status needs \"id or ref\"",
	    "with JSON pointers there is \"list\"",
	    "a place is a JSON pointer, a field's name or *, unlike \"a b\"",
	    "11:5: unknown key \"number\"",
	    "inbound needs \"text\"",
	    "12:3: unknown key \"outbound\"; did you mean \"inbound\"?",
	};
	char *all = mistakes(yaml);

	(void)state;
	for (size_t i = 0; i < LENGTH(expected); i++)
		if (strstr(all, expected[i]) == NULL)
			fail_msg("no \"%s\" in:\n%s", expected[i], all);
	free(all);
}

/* The secret of the callbacks is struck out, too, wherever it stands. */
static void
test_callback_secret_hidden(void **state)
{
	struct gateway_conf g;
	char *s;

	(void)state;
	load("cpsms", &g);
	xreplace(&g.callback_secret, "0123456789abcdef");
	s = request_hide(&g, "dlr_url https%3A%2F%2Fx%2F0123456789abcdef%2F");
	assert_string_equal(s, "dlr_url https%3A%2F%2Fx%2F***%2F");
	free(s);
	gateway_clear(&g);
}

static void
test_unknown_preset(void **state)
{
	struct diags problems = {0};
	struct gateway_conf g;

	(void)state;
	assert_int_equal(
	    gateway_preset("twillio", "a.yaml", &g, &problems), -1);
	gateway_clear(&g);
	assert_int_equal(problems.n, 1);
	assert_non_null(strstr(problems.v[0].msg, "did you mean \"twilio\"?"));
	diags_clear(&problems);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_answers),
	    cmocka_unit_test(test_garbage),
	    cmocka_unit_test(test_requests),
	    cmocka_unit_test(test_forms),
	    cmocka_unit_test(test_no_json),
	    cmocka_unit_test(test_header_injection),
	    cmocka_unit_test(test_secrets_hidden),
	    cmocka_unit_test(test_mistakes),
	    cmocka_unit_test(test_callback_mistakes),
	    cmocka_unit_test(test_callback_secret_hidden),
	    cmocka_unit_test(test_unknown_preset),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
