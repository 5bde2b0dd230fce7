/*
 * callbacks.h: calls of gateways from tests/data/callbacks, made after the
 * gateways' documentation, and gateways with the keys they are signed with.
 */
#ifndef TESTS_UNIT_CALLBACKS_H
#define TESTS_UNIT_CALLBACKS_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "conf/gateway.h"
#include "web/callback_read.h"
#include "web/callback_sign.h"
#include "web/request.h"

#define CALLBACK_SECRET "0123456789abcdef"
#define CALLBACK_BASE "https://alertd.example.dk"
#define CALLBACK_NOW INT64_C(1774736000)
#define CALLBACK_REF "7-3-100-1774735980"

static const struct {
	const char *setting, *value;
} callback_keys[] = {
    {"callback_jwt_secret", "jwt-secret-of-the-test"},
    {"callback_hmac_secret", "hmac-secret-of-the-test"},
    {"auth_token", "auth-token-of-the-test"},
};

/* A gateway of a built-in preset, with its keys; gateway_clear() it. */
static inline void
callback_gateway(const char *preset, struct gateway_conf *g)
{
	struct diags problems = {0};

	if (gateway_preset(preset, "x", g, &problems) == -1) {
		diags_print(&problems, stderr);
		fail();
	}
	diags_clear(&problems);
	xreplace(&g->callback_secret, CALLBACK_SECRET);
	for (size_t i = 0; i < LENGTH(callback_keys); i++) {
		struct setting *s = gateway_setting(
		    g, callback_keys[i].setting);

		if (s != NULL)
			xreplace(&s->value, callback_keys[i].value);
	}
}

/* "POST /target", headers, an empty line, the body. */
static inline void
callback_request(struct http_request *q, const char *text, size_t n)
{
	const char *body = strstr(text, "\n\n");
	size_t line = strcspn(text, "\n");
	const char *space = memchr(text, ' ', line);
	char *target, *copy;

	assert_non_null(body);
	assert_non_null(space);
	http_request_init(q);
	q->method = strncmp(text, "GET ", 4) == 0 ? HTTP_GET : HTTP_POST;
	target = xstrndup(space + 1, (size_t)(text + line - space - 1));
	http_take_target(q, target);
	free(target);
	for (const char *h = text + line + 1; h < body + 1;
	     h += strcspn(h, "\n") + 1) {
		char *name = xstrndup(h, strcspn(h, ":"));
		char *value = xstrndup(
		    h + strlen(name) + 2, strcspn(h, "\n") - strlen(name) - 2);

		http_fields_add(&q->headers, name, value);
		free(name);
		free(value);
	}
	body += 2;
	n -= (size_t)(body - text);
	copy = xmalloc(n + 1);
	memcpy(copy, body, n);
	copy[n] = '\0';
	http_take_body(q, copy, n);
	assert_int_equal(q->refused, 0);
	q->rest = q->path + strlen("/callback/");
}

/* The call in tests/data/callbacks/NAME.http; http_request_clear() it. */
static inline void
callback_load(struct http_request *q, const char *name)
{
	char *path = xasprintf("tests/data/callbacks/%s.http", name), *text;
	struct err e;
	size_t n;

	if (file_read(path, LIMIT_HTTP_BODY, &text, &n, &e) == -1)
		fail_msg("%s", e.msg);
	callback_request(q, text, n);
	free(text);
	free(path);
}

#endif
