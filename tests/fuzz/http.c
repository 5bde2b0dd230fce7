/*
 * A request of HTTP: the target, a line; fields of the header, a line each, up
 * to an empty one; and the body.
 */
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "invariant.h"
#include "target.h"
#include "web/auth.h"
#include "web/request.h"

/* The next line, without its end; moves *s behind it. Release with free(). */
static char *
next_line(const char **s, const char *end)
{
	const char *begin = *s, *nl;

	nl = begin == end ? NULL : memchr(begin, '\n', (size_t)(end - begin));
	*s = nl == NULL ? end : nl + 1;
	return xstrndup(begin, (size_t)((nl == NULL ? end : nl) - begin));
}

static void
take_header(struct http_request *q, char *line)
{
	char *colon = strchr(line, ':');

	if (colon != NULL)
		*colon = '\0';
	if (!http_fields_add(&q->headers, line, colon == NULL ? "" : colon + 1))
		q->refused = 431;
}

static void
take_request(struct http_request *q, const char *s, const char *end)
{
	char *line = next_line(&s, end), *body;

	http_request_init(q);
	http_take_target(q, line);
	free(line);
	for (line = next_line(&s, end); *line != '\0';
	     line = next_line(&s, end)) {
		take_header(q, line);
		free(line);
	}
	free(line);
	http_check_headers(q);
	if (q->refused != 0)
		return;
	body = xmalloc((size_t)(end - s) + 1);
	memcpy(body, s, (size_t)(end - s));
	body[end - s] = '\0';
	http_take_body(q, body, (size_t)(end - s));
}

static int
check_refused(int status, struct err *e)
{
	static const int statuses[] = {0, 400, 413, 414, 431, 501};

	for (size_t i = 0; i < LENGTH(statuses); i++)
		if (statuses[i] == status)
			return 0;
	return err_set(e, "refused with %d", status);
}

/* What handlers count on. */
static int
check_path(const char *path, struct err *e)
{
	if (*path != '/' || strstr(path, "//") != NULL)
		return err_set(e, "the path \"%s\"", path);
	if (!utf8_valid(path, strlen(path)))
		return err_set(e, "a path that is no UTF-8");
	for (const char *s = path; *s != '\0'; s++) {
		size_t n = *s == '/' ? strcspn(s + 1, "/") : 0;

		if ((unsigned char)*s < ' ' || *s == 0x7f || *s == '\\')
			return err_set(e, "%d in the path", *s);
		if (n > 0 && n <= 2 && strspn(s + 1, ".") >= n)
			return err_set(e, "dots in the path \"%s\"", path);
	}
	return 0;
}

static int
check_fields(const struct http_fields *l, const char *what, struct err *e)
{
	if (l->n > LIMIT_HTTP_FIELDS)
		return err_set(e, "%s: %zu fields", what, l->n);
	for (size_t i = 0; i < l->n; i++)
		if (http_field(l, l->v[i].name) == NULL ||
		    http_count(l, l->v[i].name) == 0)
			return err_set(e, "%s: a field is not found", what);
	return 0;
}

/* No other request may begin inside of one that was taken. */
static int
check_headers(const struct http_request *q, struct err *e)
{
	const char *length = http_field(&q->headers, "content-length");
	const char *coding = http_field(&q->headers, "transfer-encoding");

	if (length != NULL && coding != NULL)
		return err_set(e, "a length, and chunks");
	if (http_count(&q->headers, "CONTENT-LENGTH") > 1 ||
	    http_count(&q->headers, "TRANSFER-ENCODING") > 1 ||
	    http_count(&q->headers, "HOST") > 1)
		return err_set(e, "a field that may be there once is twice");
	for (size_t i = 0; i < q->headers.n; i++) {
		if (strpbrk(q->headers.v[i].name, " \t\r:") != NULL)
			return err_set(e, "the name of a field");
		if (strpbrk(q->headers.v[i].value, "\r\n") != NULL)
			return err_set(e, "a field with the end of a line");
	}
	return 0;
}

/* Nobody has what he cannot guess. */
static int
check_stranger(struct http_request *q, struct err *e)
{
	static char token[] = "1dfaacb9-7b43-4b6d", header[] = "X-Remote-User";
	struct web_conf conf = {
	    .auth = WEB_AUTH_TOKEN, .token = token, .header = header};

	if (auth_check(&conf, q) || q->known)
		return err_set(e, "a stranger has the token");
	conf.auth = WEB_AUTH_HEADER;
	if (auth_check(&conf, q) !=
	    (http_count(&q->headers, header) == 1 &&
		!str_empty(http_field(&q->headers, header))))
		return err_set(e, "the header counts once, and not empty");
	if (!utf8_valid(q->viewer, strlen(q->viewer)))
		return err_set(e, "a viewer who is no UTF-8");
	return 0;
}

static int
check_taken(struct http_request *q, struct err *e)
{
	if (check_path(q->path, e) == -1 || check_headers(q, e) == -1 ||
	    check_fields(&q->query, "query", e) == -1 ||
	    check_fields(&q->form, "form", e) == -1)
		return -1;
	return check_stranger(q, e);
}

int
run_http(const struct target *t, const char *s, size_t n, struct err *e)
{
	struct http_request q, again;
	int rc;

	(void)t;
	take_request(&q, s, s + n);
	take_request(&again, s, s + n);
	rc = check_refused(q.refused, e);
	if (rc == 0 && q.refused != again.refused)
		rc = err_set(e, "refused once, and not again");
	if (rc == 0)
		rc = check_same_text(q.path, again.path, "path", e);
	if (rc == 0)
		rc = check_fields(&q.headers, "header", e);
	if (rc == 0 && q.refused == 0)
		rc = check_taken(&q, e);
	http_request_clear(&q);
	http_request_clear(&again);
	return rc;
}
