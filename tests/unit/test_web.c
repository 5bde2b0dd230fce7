/*
 * Unit tests of web/: what of a request is taken and what refused, the table
 * of routes, who may see, and that text never becomes markup; and of
 * base/endpoint.h.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/endpoint.h"
#include "base/limits.h"
#include "base/mem.h"
#include "web/auth.h"
#include "web/page.h"
#include "web/request.h"
#include "web/route.h"

/* --- targets -------------------------------------------------------------- */

static const struct {
	const char *target;
	int refused;
	const char *path;
} targets[] = {
    {"/", 0, "/"},
    {"/sag/7", 0, "/sag/7"},
    {"/sag/7?a=b", 0, "/sag/7"},
    {"/historik/", 0, "/historik/"},
    {"/a%20b%c3%a6", 0, "/a b\xc3\xa6"},
    {"/a+b", 0, "/a+b"},
    {"/...", 0, "/..."},
    {"/.a/b.", 0, "/.a/b."},
    {"/?a=%2e%2e/%2f//", 0, "/"},
    {"", 400, ""},
    {"*", 400, ""},
    {"sag/7", 400, ""},
    {"http://example.dk/", 400, ""},
    {"//example.dk/", 400, ""},
    {"/sag//7", 400, ""},
    {"/sag/..", 400, ""},
    {"/sag/../x", 400, ""},
    {"/./x", 400, ""},
    {"/sag/%2e%2e/x", 400, ""},
    {"/sag/.%2E/x", 400, ""},
    {"/sag/%2e", 400, ""},
    {"/sag%2f7", 400, ""},
    {"/sag%2F..%2Fx", 400, ""},
    {"/sag\\..\\x", 400, ""},
    {"/sag%5c..%5cx", 400, ""},
    {"/sag/%00", 400, ""},
    {"/sag/7%0d%0aX-A: b", 400, ""},
    {"/sag/\x01", 400, ""},
    {"/sag/%7f", 400, ""},
    {"/%", 400, ""},
    {"/%2", 400, ""},
    {"/%zz", 400, ""},
    {"/%c3", 400, ""},
    {"/\xff", 400, ""},
    {"/%c0%ae%c0%ae/x", 400, ""},
    {"/a#b", 400, ""},
    {"/?a=%00", 400, ""},
    {"/?a=%", 400, ""},
};

static void
test_targets(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(targets); i++) {
		struct http_request q;

		http_request_init(&q);
		http_take_target(&q, targets[i].target);
		if (q.refused != targets[i].refused)
			print_error("target %s\n", targets[i].target);
		assert_int_equal(q.refused, targets[i].refused);
		assert_string_equal(q.path, targets[i].path);
		http_request_clear(&q);
	}
}

/* The status for a target of n bytes, "/aaa…". */
static int
refused_of_length(size_t n)
{
	char *target = xmalloc(n + 1);
	struct http_request q;
	int refused;

	memset(target, 'a', n);
	target[0] = '/';
	target[n] = '\0';
	http_request_init(&q);
	http_take_target(&q, target);
	refused = q.refused;
	http_request_clear(&q);
	free(target);
	return refused;
}

static void
test_target_length(void **state)
{
	(void)state;
	assert_int_equal(refused_of_length(LIMIT_HTTP_PATH), 0);
	assert_int_equal(refused_of_length(LIMIT_HTTP_PATH + 1), 414);
}

static void
test_query(void **state)
{
	struct http_request q;

	(void)state;
	http_request_init(&q);
	http_take_target(&q, "/x?a=1&b=%c3%a6+%2B&&c&a=2&=d&e=f=g");
	assert_int_equal(q.refused, 0);
	assert_int_equal(q.query.n, 6);
	assert_string_equal(http_field(&q.query, "a"), "1");
	assert_string_equal(http_field(&q.query, "b"), "\xc3\xa6 +");
	assert_string_equal(http_field(&q.query, "c"), "");
	assert_string_equal(http_field(&q.query, ""), "d");
	assert_string_equal(http_field(&q.query, "e"), "f=g");
	assert_null(http_field(&q.query, "d"));
	assert_int_equal(http_count(&q.query, "a"), 2);
	http_request_clear(&q);
}

/* "a&a&…" as the query of a path, n times. */
static int
refused_of_fields(size_t n)
{
	char *target = xcalloc(n * 2 + 3, 1);
	struct http_request q;
	int refused;

	memcpy(target, "/?", 2);
	for (size_t i = 0; i < n; i++)
		memcpy(target + 2 + i * 2, "a&", 2);
	http_request_init(&q);
	http_take_target(&q, target);
	refused = q.refused;
	http_request_clear(&q);
	free(target);
	return refused;
}

static void
test_fields_limit(void **state)
{
	(void)state;
	assert_int_equal(refused_of_fields(LIMIT_HTTP_FIELDS), 0);
	assert_int_equal(refused_of_fields(LIMIT_HTTP_FIELDS + 1), 400);
}

/* --- headers and bodies --------------------------------------------------- */

static const struct {
	const char *fields[4]; /* name, value, … */
	int refused;
} headers[] = {
    {{"Host", "x"}, 0},
    {{"Content-Length", "65536"}, 0},
    {{"Content-Length", "65537"}, 413},
    {{"content-length", "99999999999999999999"}, 400},
    {{"Content-Length", "-1"}, 400},
    {{"Content-Length", "+1"}, 400},
    {{"Content-Length", "1, 1"}, 400},
    {{"Content-Length", "0x10"}, 400},
    {{"Content-Length", "1", "Content-Length", "1"}, 400},
    {{"Content-Length", "1", "content-length", "2"}, 400},
    {{"Transfer-Encoding", "chunked"}, 0},
    {{"Transfer-Encoding", "Chunked", "Content-Length", "1"}, 400},
    {{"Transfer-Encoding", "gzip, chunked"}, 501},
    {{"Transfer-Encoding", "chunked", "transfer-encoding", "chunked"}, 400},
    {{"Transfer-Encoding ", "chunked"}, 400},
    {{"Content-Length\t", "1"}, 400},
    {{"", "x"}, 400},
    {{"X(", "x"}, 400},
    {{"\xc3\xa6", "x"}, 400},
    {{"X", "a\rContent-Length: 1"}, 400},
    {{"X", "a\nb"}, 400},
    {{"X", "a\x7f"}, 400},
    {{"X", "a\tb \xc3\xa6"}, 0},
    {{"Host", "x", "host", "y"}, 400},
};

static void
test_headers(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(headers); i++) {
		const char *const *f = headers[i].fields;
		struct http_request q;

		http_request_init(&q);
		for (size_t k = 0; k < 4 && f[k] != NULL; k += 2)
			assert_true(
			    http_fields_add(&q.headers, f[k], f[k + 1]));
		http_check_headers(&q);
		assert_int_equal(q.refused, headers[i].refused);
		http_request_clear(&q);
	}
}

/* Takes a body of n bytes with the type; the request is then the caller's. */
static void
take_body(struct http_request *q, const char *type, const char *body, size_t n)
{
	char *copy = xcalloc(n + 1, 1);

	memcpy(copy, body, n);
	http_request_init(q);
	if (type != NULL)
		http_fields_add(&q->headers, "content-type", type);
	http_take_body(q, copy, n);
}

static void
test_form(void **state)
{
	struct http_request q;

	(void)state;
	take_body(&q, "Application/x-www-form-urlencoded; charset=utf-8",
	    "a=1%26&b", 8);
	assert_int_equal(q.refused, 0);
	assert_int_equal(q.body_len, 8);
	assert_string_equal(http_field(&q.form, "a"), "1&");
	assert_string_equal(http_field(&q.form, "b"), "");
	http_request_clear(&q);
	take_body(&q, "application/json", "a=1", 3);
	assert_int_equal(q.form.n, 0);
	assert_string_equal(q.body, "a=1");
	http_request_clear(&q);
	take_body(&q, NULL, "a\0b", 3);
	assert_int_equal(q.refused, 0);
	assert_int_equal(q.body_len, 3);
	http_request_clear(&q);
	take_body(&q, "application/x-www-form-urlencoded", "a\0b", 3);
	assert_int_equal(q.refused, 400);
	http_request_clear(&q);
}

/* --- routes --------------------------------------------------------------- */

static void
expect_route(enum http_method method, const char *path, const char *pattern,
    const char *rest_wanted, const char *allow_wanted)
{
	const char *rest = NULL;
	char *allow;
	const struct route *r = route_find(method, path, &rest, &allow);

	if (pattern == NULL) {
		assert_null(r);
	} else {
		assert_non_null(r);
		assert_string_equal(r->path, pattern);
		assert_string_equal(rest, rest_wanted);
	}
	if (allow_wanted == NULL)
		assert_null(allow);
	else
		assert_string_equal(allow, allow_wanted);
	free(allow);
}

static void
test_routes(void **state)
{
	(void)state;
	expect_route(HTTP_GET, "/", "/", "", NULL);
	expect_route(HTTP_HEAD, "/", "/", "", NULL);
	expect_route(HTTP_GET, "/sag/7", "/sag/*", "7", NULL);
	expect_route(HTTP_GET, "/historik/2026", "/historik/*", "2026", NULL);
	expect_route(HTTP_GET, "/sag/", NULL, NULL, NULL);
	expect_route(HTTP_GET, "/sag", NULL, NULL, NULL);
	expect_route(HTTP_GET, "/Sag/7", NULL, NULL, NULL);
	expect_route(HTTP_GET, "/historik2", NULL, NULL, NULL);
	expect_route(HTTP_OTHER, "/nowhere", NULL, NULL, NULL);
	expect_route(HTTP_POST, "/", NULL, NULL, "GET, HEAD");
	expect_route(HTTP_OTHER, "/sag/7", NULL, NULL, "GET, HEAD");
}

/* A row that another above it hides would never be asked. */
static void
test_routes_reached(void **state)
{
	const struct route *r;

	(void)state;
	for (size_t i = 0; (r = route_at(i)) != NULL; i++) {
		char *path = xstrdup(r->path), *allow;
		size_t n = strlen(path);
		const char *rest;

		if (path[n - 1] == '*')
			path[n - 1] = 'x';
		assert_ptr_equal(route_find(r->method, path, &rest, &allow), r);
		free(allow);
		free(path);
	}
}

/* --- who may see ---------------------------------------------------------- */

static char token[] = "0123456789abcdef";
static char header[] = "X-Remote-User";
static char nothing[] = "";

/* Whether a request with this one field (two with again) may see. */
static bool
may_see(enum web_auth auth, const char *name, const char *value, bool again,
    bool *known, char viewer[64])
{
	struct web_conf conf = {.auth = auth, .token = token, .header = header};
	struct http_request q;
	bool seen;

	http_request_init(&q);
	if (name != NULL)
		http_fields_add(&q.headers, name, value);
	if (again)
		http_fields_add(&q.headers, name, value);
	seen = auth_check(&conf, &q);
	*known = q.known;
	snprintf(viewer, 64, "%s", q.viewer);
	http_request_clear(&q);
	return seen;
}

static const struct {
	enum web_auth auth;
	const char *name, *value;
	bool sees, known;
	const char *viewer;
} viewers[] = {
    {WEB_AUTH_NONE, NULL, NULL, true, false, ""},
    {WEB_AUTH_NONE, "Authorization", "Bearer 0123456789abcdef", true, false,
	""},
    {WEB_AUTH_NONE, "X-Remote-User", "anna", true, false, ""},
    {WEB_AUTH_TOKEN, NULL, NULL, false, false, ""},
    {WEB_AUTH_TOKEN, "X-Remote-User", "anna", false, false, ""},
    {WEB_AUTH_TOKEN, "Authorization", "Bearer 0123456789abcdef", true, true,
	""},
    {WEB_AUTH_TOKEN, "authorization", "bearer 0123456789abcdef", true, true,
	""},
    {WEB_AUTH_TOKEN, "Authorization", "Bearer 0123456789abcdeF", false, false,
	""},
    {WEB_AUTH_TOKEN, "Authorization", "Bearer 0123456789abcde", false, false,
	""},
    {WEB_AUTH_TOKEN, "Authorization", "Bearer ", false, false, ""},
    {WEB_AUTH_TOKEN, "Authorization", "0123456789abcdef", false, false, ""},
    /* anna:0123456789abcdef, :0123456789abcdef, the token as the name */
    {WEB_AUTH_TOKEN, "Authorization", "Basic YW5uYTowMTIzNDU2Nzg5YWJjZGVm",
	true, true, ""},
    {WEB_AUTH_TOKEN, "Authorization", "Basic OjAxMjM0NTY3ODlhYmNkZWY=", true,
	true, ""},
    {WEB_AUTH_TOKEN, "Authorization", "Basic MDEyMzQ1Njc4OWFiY2RlZjo=", false,
	false, ""},
    {WEB_AUTH_TOKEN, "Authorization", "Basic MDEyMzQ1Njc4OWFiY2RlZg==", false,
	false, ""},
    {WEB_AUTH_TOKEN, "Authorization", "Basic YW5u", false, false, ""},
    {WEB_AUTH_TOKEN, "Authorization", "Basic !!!!", false, false, ""},
    {WEB_AUTH_TOKEN, "Authorization", "Basic ", false, false, ""},
    {WEB_AUTH_HEADER, NULL, NULL, false, false, ""},
    {WEB_AUTH_HEADER, "x-remote-user", "anna", true, true, "anna"},
    {WEB_AUTH_HEADER, "X-Remote-User", "", false, false, ""},
    {WEB_AUTH_HEADER, "X-Remote-User", " ", false, false, ""},
    {WEB_AUTH_HEADER, "X-Remote-User", "b\xff", true, true, "b\xef\xbf\xbd"},
    {WEB_AUTH_HEADER, "Authorization", "Bearer 0123456789abcdef", false, false,
	""},
};

static void
test_auth(void **state)
{
	char viewer[64];
	bool known;

	(void)state;
	for (size_t i = 0; i < LENGTH(viewers); i++) {
		bool sees = may_see(viewers[i].auth, viewers[i].name,
		    viewers[i].value, false, &known, viewer);

		if (sees != viewers[i].sees || known != viewers[i].known)
			print_error("viewer %zu\n", i);
		assert_int_equal(sees, viewers[i].sees);
		assert_int_equal(known, viewers[i].known);
		assert_string_equal(viewer, viewers[i].viewer);
	}
	assert_false(may_see(
	    WEB_AUTH_HEADER, "X-Remote-User", "anna", true, &known, viewer));
	assert_false(known);
}

/* An empty token or header in the configuration lets nobody in. */
static void
test_auth_empty(void **state)
{
	struct web_conf conf = {.token = nothing, .header = nothing};
	struct http_request q;

	(void)state;
	http_request_init(&q);
	http_fields_add(&q.headers, "Authorization", "Bearer ");
	http_fields_add(&q.headers, "", "anna");
	conf.auth = WEB_AUTH_TOKEN;
	assert_false(auth_check(&conf, &q));
	conf.auth = WEB_AUTH_HEADER;
	assert_false(auth_check(&conf, &q));
	http_request_clear(&q);
}

/* --- HTML ----------------------------------------------------------------- */

static const struct {
	const char *text, *html;
} texts[] = {
    {"", ""},
    {NULL, ""},
    {"FMK er nede", "FMK er nede"},
    {"<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
    {"\" onload='x' a=\"&amp;", "&quot; onload=&#39;x&#39; a=&quot;&amp;amp;"},
    {"\xc3\xa6\xe2\x80\xa6\xf0\x9f\x98\x80",
	"\xc3\xa6\xe2\x80\xa6\xf0\x9f\x98\x80"},
    {"a\xff\xc3", "a\xef\xbf\xbd\xef\xbf\xbd"},
    {"a\x01\x1b[31m\tb\nc\x7f", "a[31m\tb\nc"},
    {"a\xc2\x85z", "az"},
    {"a\xe2\x80\xaez\xe2\x81\xa6y", "azy"},
};

static void
test_text(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(texts); i++) {
		struct buf b;

		buf_init(&b, 1000);
		page_text(&b, texts[i].text);
		assert_string_equal(buf_str(&b), texts[i].html);
		buf_clear(&b);
	}
}

static void
test_add(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b, 1000);
	page_add(&b, "<a title=\"%s\">%d %zu %lld 100%%</a>%s", "<\"", -7,
	    (size_t)8, 9LL, "%s");
	assert_string_equal(
	    buf_str(&b), "<a title=\"&lt;&quot;\">-7 8 9 100%</a>%s");
	buf_clear(&b);
}

static void
test_page(void **state)
{
	struct config *conf = config_default();
	struct http_response r;

	(void)state;
	xreplace(&conf->notices.signature, "A & <B>");
	http_response_init(&r);
	page_message(&r, conf, 404, "Findes <ikke>", "En & \"anden\"");
	assert_int_equal(r.status, 404);
	assert_non_null(strstr(buf_str(&r.body), "<html lang=\"da\">"));
	assert_non_null(strstr(buf_str(&r.body),
	    "<title>Findes &lt;ikke&gt; – A &amp; &lt;B&gt;</title>"));
	assert_non_null(strstr(buf_str(&r.body), "<p>En &amp; &quot;anden"));
	assert_null(strstr(buf_str(&r.body), "<B>"));
	assert_null(strstr(buf_str(&r.body), "<script"));
	assert_null(strstr(buf_str(&r.body), "style="));
	http_response_clear(&r);
	config_free(conf);
}

/* --- addresses to listen on ----------------------------------------------- */

static const struct {
	const char *text;
	bool good, loopback;
} endpoints[] = {
    {"127.0.0.1:8411", true, true},
    {"127.1.2.3:1", true, true},
    {"[::1]:65535", true, true},
    {"0.0.0.0:80", true, false},
    {"192.0.2.1:80", true, false},
    {"[::]:80", true, false},
    {"[2001:db8::1]:80", true, false},
    /* Not the loopback of this family: what it reaches is another matter. */
    {"[::ffff:127.0.0.1]:80", true, false},
    {"", false, false},
    {"127.0.0.1", false, false},
    {":80", false, false},
    {"127.0.0.1:", false, false},
    {"127.0.0.1:0", false, false},
    {"127.0.0.1:65536", false, false},
    {"127.0.0.1:+80", false, false},
    {"127.1:80", false, false},
    {"localhost:80", false, false},
    {"::1:80", false, false},
    {"[::1]", false, false},
    {"[127.0.0.1]:80", false, false},
    {"[]:80", false, false},
    {"*:80", false, false},
};

static void
test_endpoints(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(endpoints); i++) {
		struct endpoint p;
		struct err e = {""};
		bool good = endpoint_parse(endpoints[i].text, &p, &e) == 0;

		if (good != endpoints[i].good)
			print_error("endpoint %s\n", endpoints[i].text);
		assert_int_equal(good, endpoints[i].good);
		assert_int_equal(endpoint_loopback(&p), endpoints[i].loopback);
		assert_true(good == (e.msg[0] == '\0'));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_targets),
	    cmocka_unit_test(test_target_length),
	    cmocka_unit_test(test_query),
	    cmocka_unit_test(test_fields_limit),
	    cmocka_unit_test(test_headers),
	    cmocka_unit_test(test_form),
	    cmocka_unit_test(test_routes),
	    cmocka_unit_test(test_routes_reached),
	    cmocka_unit_test(test_auth),
	    cmocka_unit_test(test_auth_empty),
	    cmocka_unit_test(test_text),
	    cmocka_unit_test(test_add),
	    cmocka_unit_test(test_page),
	    cmocka_unit_test(test_endpoints),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
