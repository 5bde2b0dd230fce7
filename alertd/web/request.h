/*
 * request.h: one request of HTTP and its answer, as the handlers see them:
 * plain data, no library.
 */
#ifndef WEB_REQUEST_H
#define WEB_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum http_method { HTTP_GET, HTTP_HEAD, HTTP_POST };

/* A field of a header, a query or a form. Never NULL, UTF-8 not promised. */
struct http_field {
	char *name;
	char *value;
};

struct http_fields {
	struct http_field *v;
	size_t n;
};

struct http_request {
	enum http_method method;
	char *path; /* decoded, begins with "/" */
	char *target; /* as it was sent, with its query */
	struct http_fields headers;
	struct http_fields query; /* decoded */
	char *body; /* of a POST; NUL behind its last byte */
	size_t body_len; /* at most LIMIT_HTTP_BODY */
	struct http_fields form; /* of an urlencoded body, decoded */
	const char *rest; /* what the route's "*" stands for; "" if none */
	bool known; /* who asks has shown that he may see addresses */
	char *viewer; /* his name, from the proxy's header; "" */
};

struct http_response {
	int status; /* 200 before the handler runs */
	const char *type; /* "text/html; charset=utf-8" before it runs */
	struct buf body; /* what the handler writes */
	char *location; /* of a redirect; NULL */
};

/* The first field of that name (headers: any case), or NULL. */
const char *http_field(const struct http_fields *l, const char *name);

#endif
