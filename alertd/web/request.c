#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "web/request.h"

const char *
http_field(const struct http_fields *l, const char *name)
{
	for (size_t i = 0; i < l->n; i++)
		if (strcasecmp(l->v[i].name, name) == 0)
			return l->v[i].value;
	return NULL;
}

size_t
http_count(const struct http_fields *l, const char *name)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		n += strcasecmp(l->v[i].name, name) == 0;
	return n;
}

/* Takes ownership of both, also when there is no room. */
static bool
take_field(struct http_fields *l, char *name, char *value)
{
	if (l->n >= LIMIT_HTTP_FIELDS) {
		free(name);
		free(value);
		return false;
	}
	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = (struct http_field){name, value};
	return true;
}

bool
http_fields_add(struct http_fields *l, const char *name, const char *value)
{
	return take_field(l, xstrdup(name), xstrdup(value));
}

/* What is in them may be a password, or the code of a link. */
static void
clear_fields(struct http_fields *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].name);
		secret_free(l->v[i].value);
	}
	free(l->v);
	*l = (struct http_fields){0};
}

void
http_request_init(struct http_request *q)
{
	*q = (struct http_request){
	    .method = HTTP_OTHER,
	    .path = xstrdup(""),
	    .target = xstrdup(""),
	    .body = xstrdup(""),
	    .rest = "",
	    .viewer = xstrdup(""),
	};
}

void
http_request_clear(struct http_request *q)
{
	clear_fields(&q->headers);
	clear_fields(&q->query);
	clear_fields(&q->form);
	secret_free(q->path);
	secret_free(q->target);
	secret_free(q->body);
	free(q->viewer);
	*q = (struct http_request){0};
}

void
http_response_init(struct http_response *r)
{
	*r = (struct http_response){
	    .status = 200, .type = "text/html; charset=utf-8"};
	buf_init(&r->body, LIMIT_HTTP_PAGE);
}

void
http_response_clear(struct http_response *r)
{
	buf_clear(&r->body);
	http_shared_drop(r->shared);
	free(r->location);
	free(r->allow);
	*r = (struct http_response){0};
}

struct http_shared *
http_shared_new(char *data, size_t n)
{
	struct http_shared *s = xcalloc(1, sizeof(*s));

	*s = (struct http_shared){data, n, 1};
	return s;
}

struct http_shared *
http_shared_hold(struct http_shared *s)
{
	s->holders++;
	return s;
}

void
http_shared_drop(void *arg)
{
	struct http_shared *s = arg;

	if (s == NULL || --s->holders > 0)
		return;
	free(s->data);
	free(s);
}

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* The byte at s, of which n may be read, and how long it is; -1 = bad. */
static int
escaped(const char *s, size_t n, size_t *len)
{
	*len = 1;
	if (*s != '%')
		return (unsigned char)*s;
	if (n < 3 || hex(s[1]) == -1 || hex(s[2]) == -1)
		return -1;
	*len = 3;
	return hex(s[1]) * 16 + hex(s[2]);
}

/*
 * n bytes without their escapes, with plus a "+" as a space; NULL when an
 * escape is not one, or is a NUL byte. Release with free().
 */
static char *
decode(const char *s, size_t n, bool plus)
{
	char *out = xmalloc(n + 1);
	size_t len, k = 0;

	for (size_t i = 0; i < n; i += len) {
		int c = escaped(s + i, n - i, &len);

		if (c <= 0) {
			free(out);
			return NULL;
		}
		out[k++] = (char)(plus && s[i] == '+' ? ' ' : c);
	}
	out[k] = '\0';
	return out;
}

/* One "name=value" of a query or form. */
static bool
take_pair(struct http_fields *l, const char *s, size_t n)
{
	const char *equals = memchr(s, '=', n);
	size_t k = equals == NULL ? n : (size_t)(equals - s);
	char *name = decode(s, k, true);
	char *value = k == n ? xstrdup("") : decode(s + k + 1, n - k - 1, true);

	if (name == NULL || value == NULL) {
		free(name);
		free(value);
		return false;
	}
	return take_field(l, name, value);
}

/* "a=1&b=2"; false when it cannot be read, or holds too many. */
static bool
take_pairs(struct http_fields *l, const char *s)
{
	while (*s != '\0') {
		size_t n = strcspn(s, "&");

		if (n > 0 && !take_pair(l, s, n))
			return false;
		s += n + (s[n] == '&');
	}
	return true;
}

/* Whether a segment of the path is "." or "..", or none at all. */
static bool
odd_segment(const char *s)
{
	size_t n = strcspn(s, "/");

	return (n == 0 && s[n] == '/') || (n == 1 && s[0] == '.') ||
	       (n == 2 && s[0] == '.' && s[1] == '.');
}

static bool
path_good(const char *path)
{
	const char *s = path;

	if (*s != '/' || !utf8_valid(path, strlen(path)))
		return false;
	for (; *s != '\0'; s++) {
		if ((unsigned char)*s < ' ' || *s == 0x7f || *s == '\\')
			return false;
		if (*s == '/' && odd_segment(s + 1))
			return false;
	}
	return true;
}

/* A slash that is hidden from a proxy is not one for us either. */
static bool
hides_slash(const char *s, size_t n)
{
	for (size_t i = 0; i + 2 < n; i++)
		if (s[i] == '%' && s[i + 1] == '2' && (s[i + 2] | 32) == 'f')
			return true;
	return false;
}

void
http_take_target(struct http_request *q, const char *target)
{
	size_t n = strcspn(target, "?");
	char *path;

	if (strlen(target) > LIMIT_HTTP_PATH) {
		q->refused = 414;
		return;
	}
	xreplace(&q->target, target);
	path = hides_slash(target, n) || strchr(target, '#') != NULL
		   ? NULL
		   : decode(target, n, false);
	if (path == NULL || !path_good(path) ||
	    (target[n] == '?' && !take_pairs(&q->query, target + n + 1))) {
		free(path);
		q->refused = 400;
		return;
	}
	free(q->path);
	q->path = path;
}

/* "Content-Length " is Content-Length for some, and for others nothing. */
static bool
names_good(const struct http_fields *l)
{
	static const char token[] = "!#$%&'*+-.^_`|~0123456789"
				    "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

	for (size_t i = 0; i < l->n; i++) {
		const char *name = l->v[i].name;

		if (*name == '\0' || name[strspn(name, token)] != '\0')
			return false;
	}
	return true;
}

/* A bare line end is the end of the field for some. */
static bool
values_good(const struct http_fields *l)
{
	for (size_t i = 0; i < l->n; i++)
		for (const char *s = l->v[i].value; *s != '\0'; s++)
			if (((unsigned char)*s < ' ' && *s != '\t') ||
			    *s == 0x7f)
				return false;
	return true;
}

void
http_check_headers(struct http_request *q)
{
	const char *length = http_field(&q->headers, "Content-Length");
	const char *coding = http_field(&q->headers, "Transfer-Encoding");
	int64_t n = 0;

	if (q->refused != 0)
		return;
	if (!names_good(&q->headers) || !values_good(&q->headers) ||
	    http_count(&q->headers, "Content-Length") > 1 ||
	    http_count(&q->headers, "Transfer-Encoding") > 1 ||
	    http_count(&q->headers, "Host") > 1 ||
	    (length != NULL && coding != NULL))
		q->refused = 400;
	else if (coding != NULL && strcasecmp(coding, "chunked") != 0)
		q->refused = 501;
	else if (length != NULL && parse_int(length, 0, INT64_MAX, &n) == -1)
		q->refused = 400;
	else if (n > LIMIT_HTTP_BODY)
		q->refused = 413;
}

void
http_take_body(struct http_request *q, char *body, size_t n)
{
	const char *type = http_field(&q->headers, "Content-Type");
	static const char form[] = "application/x-www-form-urlencoded";

	free(q->body);
	q->body = body;
	q->body_len = n;
	if (type == NULL || strncasecmp(type, form, sizeof(form) - 1) != 0)
		return;
	if (strlen(body) != n || !take_pairs(&q->form, body))
		q->refused = 400;
}
