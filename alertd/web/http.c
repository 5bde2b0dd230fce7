#include <errno.h>
#include <microhttpd.h>
#include <poll.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/mem.h"
#include "web/http.h"

#define SWEEP 250 /* ms between two looks at the deadlines */

/* A connection, with the request that it is about. */
struct conn {
	struct http_server *server;
	struct conn *prev, *next;
	int fd;
	int64_t since; /* monotonic ms: last step that was done in full */
	bool answering; /* else a request is waited for */
	char *target; /* of the request line, before the headers are read */
	struct http_request q;
	struct buf body;
};

struct http_server {
	struct MHD_Daemon *daemon;
	http_answer *answer;
	void *arg;
	struct conn *conns;
	size_t n;
	int64_t now; /* monotonic ms, of this turn */
	int64_t swept; /* monotonic ms: when deadlines were looked at */
};

static struct conn *
conn_of(struct MHD_Connection *c)
{
	const union MHD_ConnectionInfo *i = MHD_get_connection_info(
	    c, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

	return i == NULL ? NULL : i->socket_context;
}

static struct conn *
conn_new(struct http_server *s, struct MHD_Connection *c)
{
	const union MHD_ConnectionInfo *i = MHD_get_connection_info(
	    c, MHD_CONNECTION_INFO_CONNECTION_FD);
	struct conn *k = xcalloc(1, sizeof(*k));

	k->server = s;
	k->fd = i->connect_fd;
	k->since = s->now;
	http_request_init(&k->q);
	buf_init(&k->body, LIMIT_HTTP_BODY);
	k->next = s->conns;
	if (k->next != NULL)
		k->next->prev = k;
	s->conns = k;
	s->n++;
	return k;
}

static void
conn_free(struct conn *k)
{
	if (k->prev != NULL)
		k->prev->next = k->next;
	else
		k->server->conns = k->next;
	if (k->next != NULL)
		k->next->prev = k->prev;
	k->server->n--;
	http_request_clear(&k->q);
	buf_clear(&k->body);
	secret_free(k->target);
	free(k);
}

/* Ready for the next request. */
static void
conn_reset(struct conn *k)
{
	http_request_clear(&k->q);
	http_request_init(&k->q);
	buf_reset(&k->body);
	k->answering = false;
	k->since = k->server->now;
}

static void
on_connection(void *arg, struct MHD_Connection *c, void **context,
    enum MHD_ConnectionNotificationCode what)
{
	if (what == MHD_CONNECTION_NOTIFY_STARTED) {
		*context = conn_new(arg, c);
	} else if (*context != NULL) {
		conn_free(*context);
		*context = NULL;
	}
}

/* The request line as it came: MHD takes it apart, and forgives much. */
static void *
on_target(void *arg, const char *target, struct MHD_Connection *c)
{
	struct conn *k = conn_of(c);

	(void)arg;
	if (k != NULL)
		xreplace(&k->target, target);
	return NULL;
}

static void
on_completed(void *arg, struct MHD_Connection *c, void **state,
    enum MHD_RequestTerminationCode why)
{
	(void)arg;
	(void)c;
	(void)why;
	if (*state != NULL)
		conn_reset(*state);
	*state = NULL;
}

static enum MHD_Result
on_header(
    void *arg, enum MHD_ValueKind kind, const char *name, const char *value)
{
	struct http_request *q = arg;

	(void)kind;
	if (!http_fields_add(&q->headers, name, value == NULL ? "" : value))
		q->refused = 431;
	return MHD_YES;
}

static enum http_method
method_of(const char *name)
{
	static const char *const names[] = {
	    [HTTP_GET] = "GET", [HTTP_HEAD] = "HEAD", [HTTP_POST] = "POST"};

	for (size_t i = 0; i < LENGTH(names); i++)
		if (strcmp(names[i], name) == 0)
			return (enum http_method)i;
	return HTTP_OTHER;
}

/* In every answer: what a browser may do with it. */
static const char *const guards[][2] = {
    {"Content-Security-Policy",
	"default-src 'none'; style-src 'self'; img-src 'self'; "
	"form-action 'self'; frame-ancestors 'none'; base-uri 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
};

/* MHD refuses what would end the line; then the answer is not sent. */
static bool
set_headers(struct MHD_Response *m, const struct http_response *r)
{
	bool good = true;

#define SET(name, value) \
	(good = MHD_add_response_header(m, name, value) == MHD_YES && good)
	for (size_t i = 0; i < LENGTH(guards); i++)
		SET(guards[i][0], guards[i][1]);
	SET("Content-Type", r->type);
	SET("Cache-Control", r->kept		? "private, max-age=86400"
			     : *r->etag != '\0' ? "private, no-cache"
						: "no-store");
	if (*r->etag != '\0')
		SET("ETag", r->etag);
	if (r->location != NULL)
		SET("Location", r->location);
	if (r->allow != NULL)
		SET("Allow", r->allow);
	if (r->challenge)
		SET("WWW-Authenticate",
		    "Basic realm=\"alertd\", charset=\"UTF-8\"");
	if (r->status == 503)
		SET("Retry-After", "10");
	/*
	 * One request a connection: what stands behind it on the line may be
	 * a part of it for a proxy, and is never taken for another one.
	 */
	SET("Connection", "close");
#undef SET
	return good;
}

/* MHD lets go of what is shared when the last byte of it is sent. */
static struct MHD_Response *
make_response(struct http_response *r)
{
	size_t n = r->body.len;

	if (r->shared == NULL)
		return MHD_create_response_from_buffer(
		    n, buf_steal(&r->body), MHD_RESPMEM_MUST_FREE);
	return MHD_create_response_from_buffer_with_free_callback_cls(
	    r->shared->len, r->shared->data, http_shared_drop,
	    http_shared_hold(r->shared));
}

static enum MHD_Result
send_response(struct MHD_Connection *c, struct http_response *r)
{
	struct MHD_Response *m = make_response(r);
	enum MHD_Result done = MHD_NO;

	if (m == NULL)
		return MHD_NO;
	if (set_headers(m, r))
		done = MHD_queue_response(c, (unsigned)r->status, m);
	else
		log_error("request: a header of the answer cannot be sent");
	MHD_destroy_response(m);
	return done;
}

static enum MHD_Result
answer(struct conn *k, struct MHD_Connection *c)
{
	struct http_response r;
	enum MHD_Result done;

	http_response_init(&r);
	k->answering = true;
	k->server->answer(k->server->arg, &k->q, &r);
	k->since = clock_read().mono_ms;
	done = send_response(c, &r);
	http_response_clear(&r);
	return done;
}

/* The headers are there. What has no body to wait for is answered later. */
static enum MHD_Result
begin(struct conn *k, struct MHD_Connection *c, const char *method)
{
	struct http_request *q = &k->q;

	q->method = method_of(method);
	MHD_get_connection_values(c, MHD_HEADER_KIND, on_header, q);
	if (q->refused == 0)
		http_take_target(q, k->target == NULL ? "" : k->target);
	http_check_headers(q);
	/* Its body is not read: the connection ends with the answer. */
	return q->refused != 0 ? answer(k, c) : MHD_YES;
}

static enum MHD_Result
on_request(void *arg, struct MHD_Connection *c, const char *url,
    const char *method, const char *version, const char *data, size_t *n,
    void **state)
{
	struct conn *k = conn_of(c);
	size_t len;

	(void)arg;
	(void)url;
	(void)version;
	if (k == NULL)
		return MHD_NO;
	if (*state == NULL) {
		*state = k;
		return begin(k, c, method);
	}
	if (*n > 0) {
		/* It did not say how long it is, and may have no end. */
		if (buf_add(&k->body, data, *n) == -1)
			return MHD_NO;
		*n = 0;
		return MHD_YES;
	}
	len = k->body.len;
	if (k->q.refused == 0)
		http_take_body(&k->q, buf_steal(&k->body), len);
	return answer(k, c);
}

static void on_log(void *arg, const char *fmt, va_list ap) ATTR_PRINTF(2, 0);

static void
on_log(void *arg, const char *fmt, va_list ap)
{
	char *line = xvasprintf(fmt, ap);

	(void)arg;
	log_debug("http: %s", line);
	free(line);
}

static struct MHD_Daemon *
start(struct http_server *s, int fd, unsigned per_address)
{
	return MHD_start_daemon(MHD_USE_EPOLL | MHD_USE_ERROR_LOG, 0, NULL,
	    NULL, on_request, s, MHD_OPTION_EXTERNAL_LOGGER, on_log, s,
	    MHD_OPTION_LISTEN_SOCKET, fd, MHD_OPTION_CONNECTION_LIMIT,
	    (unsigned)LIMIT_HTTP_CONNECTIONS,
	    MHD_OPTION_PER_IP_CONNECTION_LIMIT, per_address,
	    MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)LIMIT_HTTP_HEADERS,
	    MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)LIMIT_HTTP_ANSWER,
	    MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_SIGPIPE_HANDLED_BY_APP,
	    1, MHD_OPTION_NOTIFY_CONNECTION, on_connection, s,
	    MHD_OPTION_NOTIFY_COMPLETED, on_completed, s,
	    MHD_OPTION_URI_LOG_CALLBACK, on_target, s, MHD_OPTION_END);
}

struct http_server *
http_open(const struct endpoint *at, http_answer *fn, void *arg, struct err *e)
{
	struct http_server *s;
	int fd = endpoint_listen(at, LIMIT_HTTP_BACKLOG, e);

	if (fd == -1)
		return NULL;
	s = xcalloc(1, sizeof(*s));
	s->answer = fn;
	s->arg = arg;
	/* On loopback everybody has the address of the proxy. */
	s->daemon = start(
	    s, fd, endpoint_loopback(at) ? 0 : LIMIT_HTTP_PER_ADDRESS);
	if (s->daemon != NULL)
		return s;
	err_set(e, "libmicrohttpd does not start: %s", strerror(errno));
	close(fd);
	free(s);
	return NULL;
}

int
http_fd(const struct http_server *s)
{
	const union MHD_DaemonInfo *i = MHD_get_daemon_info(
	    s->daemon, MHD_DAEMON_INFO_EPOLL_FD);

	return i == NULL ? -1 : i->epoll_fd;
}

/* When the connection is given up, monotonic ms. */
static int64_t
deadline(const struct http_server *s, const struct conn *k)
{
	bool crowded = s->n > LIMIT_HTTP_CONNECTIONS / 2;
	int seconds = k->answering ? LIMIT_HTTP_ANSWER
		      : crowded	   ? LIMIT_HTTP_CROWDED
				   : LIMIT_HTTP_IDLE;

	return k->since + seconds * INT64_C(1000);
}

int
http_wait(const struct http_server *s)
{
	MHD_UNSIGNED_LONG_LONG ms;
	int64_t wait = s->conns == NULL ? INT32_MAX : SWEEP;

	if (MHD_get_timeout(s->daemon, &ms) == MHD_YES &&
	    ms < (unsigned long long)wait)
		wait = (int64_t)ms;
	return (int)wait;
}

/* MHD counts silence alone: who sends a byte now and then would stay. */
static void
end_late(struct http_server *s)
{
	if (s->now - s->swept < SWEEP)
		return;
	s->swept = s->now;
	for (struct conn *k = s->conns; k != NULL; k = k->next)
		if (deadline(s, k) <= s->now)
			shutdown(k->fd, SHUT_RDWR);
}

void
http_turn(struct http_server *s, int64_t mono_ms)
{
	size_t before;

	s->now = mono_ms;
	end_late(s);
	/* At its limit MHD does not listen, and again only in the next run. */
	do {
		before = s->n;
		MHD_run(s->daemon);
	} while (s->n < before && before >= LIMIT_HTTP_CONNECTIONS);
}

static bool
answers(const struct http_server *s)
{
	for (const struct conn *k = s->conns; k != NULL; k = k->next)
		if (k->answering)
			return true;
	return false;
}

void
http_close(struct http_server *s, int patience_ms)
{
	int64_t now = clock_read().mono_ms, end = now + patience_ms;
	int fd = MHD_quiesce_daemon(s->daemon);

	for (; answers(s) && now < end; now = clock_read().mono_ms) {
		struct pollfd p = {.fd = http_fd(s), .events = POLLIN};

		poll(&p, 1, 20);
		http_turn(s, now);
	}
	MHD_stop_daemon(s->daemon);
	if (fd != -1)
		close(fd);
	free(s);
}
