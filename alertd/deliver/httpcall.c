#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "deliver/hide.h"
#include "deliver/httpcall.h"

#define CONNECT_TIMEOUT 10 /* seconds; the second gateway is waiting */
/* Seconds that a connection is kept; servers keep 5 and more. */
#define IDLE 3

static CURL *
take_handle(struct handles *h)
{
	return h->n > 0 ? h->v[--h->n] : curl_easy_init();
}

/* Without what it knows of the call, which may be gone before the next. */
static void
leave_handle(struct handles *h, CURL *easy)
{
	curl_easy_reset(easy);
	h->v = xreallocarray(h->v, h->n + 1, sizeof(CURL *));
	h->v[h->n++] = easy;
}

void
handles_clear(struct handles *h)
{
	while (h->n > 0)
		curl_easy_cleanup(h->v[--h->n]);
	free(h->v);
	*h = (struct handles){0};
}

static size_t
on_body(char *data, size_t size, size_t n, void *arg)
{
	struct httpcall *c = arg;

	/* Fewer than n * size makes curl end the call. */
	return buf_add(&c->body, data, n * size) == 0 ? n * size : 0;
}

/*
 * When a kept connection breaks, curl sends the request once more by itself;
 * but it may have been taken.
 */
static int
on_request(void *arg, char *to, char *from, int to_port, int from_port)
{
	struct httpcall *c = arg;

	(void)to;
	(void)from;
	(void)to_port;
	(void)from_port;
	if (c->asked)
		c->broke = true;
	c->asked = true;
	return c->broke ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

static void
set_limits(struct httpcall *c)
{
	long timeout = (long)c->g->timeout;

	curl_easy_setopt(c->easy, CURLOPT_TIMEOUT, timeout);
	curl_easy_setopt(c->easy, CURLOPT_CONNECTTIMEOUT,
	    timeout < CONNECT_TIMEOUT ? timeout : (long)CONNECT_TIMEOUT);
	curl_easy_setopt(c->easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c->easy, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(c->easy, CURLOPT_PREREQFUNCTION, on_request);
	curl_easy_setopt(c->easy, CURLOPT_PREREQDATA, c);
	/* One that the server is about to close is not used any more. */
	curl_easy_setopt(c->easy, CURLOPT_MAXAGE_CONN, (long)IDLE);
	/* A connection that breaks leaves one call in doubt, not several. */
	curl_easy_setopt(
	    c->easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
	curl_easy_setopt(c->easy, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(c->easy, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(c->easy, CURLOPT_SSL_VERIFYHOST, 2L);
	if (c->g->ca_file[0] != '\0')
		curl_easy_setopt(c->easy, CURLOPT_CAINFO, c->g->ca_file);
}

static void
set_auth(struct httpcall *c)
{
	if (c->request.user[0] == '\0' && c->request.password[0] == '\0')
		return;
	curl_easy_setopt(c->easy, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
	curl_easy_setopt(c->easy, CURLOPT_USERNAME, c->request.user);
	curl_easy_setopt(c->easy, CURLOPT_PASSWORD, c->request.password);
}

/* What follows the host, when curl would send it as it is; or NULL. */
static const char *
path_of(const char *url)
{
	const char *host = strstr(url, "://");
	const char *path = host == NULL ? NULL : strpbrk(host + 3, "/?#");

	if (path == NULL || *path != '/' || strstr(path, "/.") != NULL)
		return NULL;
	for (const char *p = path; *p != '\0'; p++)
		if (*p <= ' ' || *p > '~' || *p == '#')
			return NULL;
	return path;
}

/* Of a proxy the whole is asked. */
static bool
may_have_proxy(void)
{
	return getenv("http_proxy") != NULL || getenv("all_proxy") != NULL ||
	       getenv("ALL_PROXY") != NULL;
}

/*
 * With a text in it a URL is long, and curl takes it apart and prints it letter
 * by letter, several times: half of what a call costs. What follows the host
 * it copies.
 */
static void
set_url(struct httpcall *c)
{
	const char *url = c->request.url, *path = path_of(url);
	char *site;

	if (path == NULL || may_have_proxy()) {
		curl_easy_setopt(c->easy, CURLOPT_URL, url);
		return;
	}
	site = xasprintf("%.*s/", (int)(path - url), url);
	curl_easy_setopt(c->easy, CURLOPT_URL, site);
	curl_easy_setopt(c->easy, CURLOPT_REQUEST_TARGET, path);
	secret_free(site);
}

static void
set_request(struct httpcall *c)
{
	/* Without this a large body waits a second for "100 Continue". */
	c->headers = curl_slist_append(NULL, "Expect:");
	for (size_t i = 0; i < c->request.headers.n; i++)
		c->headers = curl_slist_append(
		    c->headers, c->request.headers.v[i]);
	curl_easy_setopt(c->easy, CURLOPT_HTTPHEADER, c->headers);
	set_url(c);
	if (c->g->method[0] == 'G') {
		curl_easy_setopt(c->easy, CURLOPT_HTTPGET, 1L);
		return;
	}
	curl_easy_setopt(c->easy, CURLOPT_POST, 1L);
	curl_easy_setopt(
	    c->easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)c->request.len);
	curl_easy_setopt(c->easy, CURLOPT_POSTFIELDS, c->request.body);
}

int
httpcall_init(struct httpcall *c, const struct gateway_conf *g,
    struct request *request, struct handles *handles, struct err *e)
{
	*c = (struct httpcall){.g = g, .request = *request, .handles = handles};
	*request = (struct request){0};
	buf_init(&c->body, LIMIT_GATEWAY_BODY);
	c->easy = take_handle(handles);
	if (c->easy == NULL)
		return err_set(e, "curl cannot begin a call");
	curl_easy_setopt(c->easy, CURLOPT_USERAGENT, "alertd");
	curl_easy_setopt(c->easy, CURLOPT_ERRORBUFFER, c->reason);
	curl_easy_setopt(c->easy, CURLOPT_WRITEFUNCTION, on_body);
	curl_easy_setopt(c->easy, CURLOPT_WRITEDATA, c);
	set_limits(c);
	set_auth(c);
	set_request(c);
	return 0;
}

/* True when not a byte of the request can have reached the gateway. */
static bool
never_sent(const struct httpcall *c)
{
	long bytes = 0;

	curl_easy_getinfo(c->easy, CURLINFO_REQUEST_SIZE, &bytes);
	/* Of two tries, curl may have counted the last. */
	return bytes == 0 && !c->broke;
}

static void
read_failure(struct httpcall *c, CURLcode rc, struct target *t, size_t n)
{
	const char *why = c->broke		 ? "the connection broke"
			  : c->reason[0] == '\0' ? curl_easy_strerror(rc)
						 : c->reason;
	enum gateway_word means = GATEWAY_UNKNOWN;
	char *said;

	if (buf_failed(&c->body)) {
		if (!answer_begins(buf_str(&c->body), c->body.len))
			means = GATEWAY_NEXT;
		said = xasprintf(
		    "the answer is over %d bytes", LIMIT_GATEWAY_BODY);
	} else if (never_sent(c)) {
		means = GATEWAY_NEXT;
		said = xstrdup(why);
	} else {
		said = xasprintf(
		    "no answer, so it may have been taken: %s", why);
	}
	answer_all(t, n, means, said);
	free(said);
}

/* Takes what the Retry-After header asked for, and says it. */
static void
add_pause(struct httpcall *c, struct target *t, size_t n)
{
	curl_off_t pause = 0;

	curl_easy_getinfo(c->easy, CURLINFO_RETRY_AFTER, &pause);
	for (size_t i = 0; i < n && pause > 0; i++) {
		char *said = xasprintf(
		    "%s (again after %lld s)", t[i].text, (long long)pause);

		free(t[i].text);
		t[i].text = said;
		t[i].pause = (int64_t)pause;
	}
}

/*
 * A status that is none of success has said that it was not taken, even when
 * the rest does not come.
 */
static bool
is_said(CURLcode rc, long status)
{
	return rc == CURLE_OK || status >= 300;
}

/* What is secret, and how Basic authentication says it. */
static char *
shown(const struct httpcall *c, const char *text)
{
	char *basic = xasprintf("%s:%s", c->request.user, c->request.password);
	char *s = hide(request_hide(c->g, text), basic, strlen(basic));

	secret_free(basic);
	return s;
}

/* Most often all were told the same: that is looked through once. */
static void
hide_secrets(const struct httpcall *c, struct target *t, size_t n)
{
	char *said = NULL;

	for (size_t i = 0; i < n; i++) {
		if (i > 0 && str_eq(t[i].text, said)) {
			xreplace(&t[i].text, t[i - 1].text);
			continue;
		}
		free(said);
		said = t[i].text;
		t[i].text = shown(c, said);
	}
	free(said);
}

int
httpcall_read(struct httpcall *c, CURLcode rc, struct target *t, size_t n)
{
	long status = 0;

	curl_easy_getinfo(c->easy, CURLINFO_RESPONSE_CODE, &status);
	if (is_said(rc, status))
		answer_read(c->g->answer, (int)status, buf_str(&c->body),
		    c->body.len, t, n);
	else
		read_failure(c, rc, t, n);
	add_pause(c, t, n);
	hide_secrets(c, t, n);
	return (int)status;
}

long
httpcall_port(const struct httpcall *c)
{
	long port = 0;

	curl_easy_getinfo(c->easy, CURLINFO_LOCAL_PORT, &port);
	return port;
}

void
httpcall_clear(struct httpcall *c)
{
	if (c->easy != NULL)
		leave_handle(c->handles, c->easy);
	curl_slist_free_all(c->headers);
	buf_clear(&c->body);
	request_clear(&c->request);
	*c = (struct httpcall){0};
}
