/*
 * request.h: one request of HTTP and its answer, as the handlers see them:
 * plain data, no library. What is wrong with a request is found here and by
 * http.c, before a handler sees it.
 */
#ifndef WEB_REQUEST_H
#define WEB_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum http_method { HTTP_GET, HTTP_HEAD, HTTP_POST, HTTP_OTHER };

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
	int refused; /* no proper request: the status that says so; else 0 */
};

/* A body that many answers have in common. */
struct http_shared {
	char *data;
	size_t len;
	size_t holders; /* who is the last to let go frees it */
};

#define HTTP_ETAG 20 /* bytes: 16 in quotes, and the NUL */

struct http_response {
	int status; /* 200 before the handler runs */
	const char *type; /* "text/html; charset=utf-8" before it runs */
	struct buf body; /* what the handler writes; LIMIT_HTTP_PAGE */
	struct http_shared *shared; /* in its place; NULL */
	char etag[HTTP_ETAG]; /* may be kept, if it is asked for again; "" */
	char *location; /* of a redirect; NULL */
	char *allow; /* of a 405: the methods that there are; NULL */
	bool challenge; /* of a 401: asks for a password */
	bool kept; /* may be kept by who asked; else never */
};

/* The first field of that name (headers: any case), or NULL. */
const char *http_field(const struct http_fields *l, const char *name);
/* How many fields of that name there are, in any case. */
size_t http_count(const struct http_fields *l, const char *name);
/* Copies; false, with nothing added, past LIMIT_HTTP_FIELDS. */
bool
http_fields_add(struct http_fields *l, const char *name, const char *value);

/* All strings "", no fields; release with http_request_clear(). */
void http_request_init(struct http_request *q);
void http_request_clear(struct http_request *q);
void http_response_init(struct http_response *r);
void http_response_clear(struct http_response *r);

/* Takes ownership of the n bytes; the caller holds it. */
struct http_shared *http_shared_new(char *data, size_t n);
/* One holder more; drop it with http_shared_drop(). */
struct http_shared *http_shared_hold(struct http_shared *s);
void http_shared_drop(void *s); /* NULL is nothing */

/*
 * Takes the target of a request line: sets target, path and query. Else sets
 * refused: 400 for what is no path of ours (another host's, "..", "//", an
 * escape that hides a slash or a control character, bytes that are not UTF-8),
 * 414 when it is too long.
 */
void http_take_target(struct http_request *q, const char *target);
/*
 * Looks at the headers, which must be there: refuses (400, 413, 501) what
 * could be read in two ways, as by a proxy and by us, and what is too large.
 */
void http_check_headers(struct http_request *q);
/* Takes ownership of the n bytes and the NUL behind them; sets form. */
void http_take_body(struct http_request *q, char *body, size_t n);

#endif
