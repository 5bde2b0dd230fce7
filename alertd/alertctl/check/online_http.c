/* What is reached by HTTP: feeds, gateways, calendars, the page. */
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/check/online.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/tr.h"
#include "deliver/request.h"
#include "escalation/calendar.h"
#include "feed/poller.h"

#define YEAR (INT64_C(365) * 86400)

/* One exchange, or only its connection. */
struct get {
	const char *url, *ca_file;
	const struct request *request; /* its headers and user; NULL: none */
	bool connect_only;
	int64_t timeout; /* seconds; 0: all there are */
	long status;
	struct buf body;
};

static size_t
received(char *data, size_t size, size_t n, void *arg)
{
	struct get *g = arg;

	return buf_add(&g->body, data, size * n) == 0 ? size * n : 0;
}

static long
seconds(const struct get *g)
{
	long most = LIMIT_ONLINE_SECONDS - 1;

	return g->timeout > 0 && g->timeout < most ? (long)g->timeout : most;
}

static void
set_limits(CURL *easy, struct get *g)
{
	curl_easy_setopt(easy, CURLOPT_URL, g->url);
	curl_easy_setopt(easy, CURLOPT_USERAGENT, "alertd");
	curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(easy, CURLOPT_TIMEOUT, seconds(g));
	curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
	if (*g->ca_file != '\0')
		curl_easy_setopt(easy, CURLOPT_CAINFO, g->ca_file);
	if (g->connect_only)
		curl_easy_setopt(easy, CURLOPT_CONNECT_ONLY, 1L);
	curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, received);
	curl_easy_setopt(easy, CURLOPT_WRITEDATA, g);
}

/* The headers must live as long as the transfer. */
static struct curl_slist *
set_request(CURL *easy, const struct request *r)
{
	struct curl_slist *headers = NULL;

	if (r == NULL)
		return NULL;
	for (size_t i = 0; i < r->headers.n; i++)
		headers = curl_slist_append(headers, r->headers.v[i]);
	curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
	if (*r->user != '\0' || *r->password != '\0') {
		curl_easy_setopt(easy, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
		curl_easy_setopt(easy, CURLOPT_USERNAME, r->user);
		curl_easy_setopt(easy, CURLOPT_PASSWORD, r->password);
	}
	return headers;
}

/* 0, status and body; or -1 with *e. Release body in both cases. */
static int
get(struct get *g, struct err *e)
{
	char why[CURL_ERROR_SIZE] = "";
	CURL *easy = curl_easy_init();
	struct curl_slist *headers;
	CURLcode rc;

	buf_init(&g->body, LIMIT_CALENDAR);
	if (easy == NULL)
		return err_set(e, "libcurl gives no handle");
	set_limits(easy, g);
	headers = set_request(easy, g->request);
	curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, why);
	rc = curl_easy_perform(easy);
	curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &g->status);
	curl_easy_cleanup(easy);
	curl_slist_free_all(headers);
	if (rc == CURLE_OK)
		return 0;
	return err_set(e, "%s", *why != '\0' ? why : curl_easy_strerror(rc));
}

static bool
is_tls(const char *url)
{
	return strncmp(url, "https:", 6) == 0;
}

/* Only that somebody is there, by TLS who it is. */
static int
connect_to(
    const char *url, const char *ca_file, int64_t timeout, struct err *said)
{
	struct get g = {.url = url,
	    .ca_file = ca_file,
	    .connect_only = true,
	    .timeout = timeout};
	int r = get(&g, said);

	if (r == 0)
		err_set(said, "%s",
		    is_tls(url) ? _("TLS, its certificate is good; nothing was "
				    "asked of it")
				: _("it takes connections; nothing was asked "
				    "of it"));
	buf_clear(&g.body);
	return r;
}

int
online_deadman(const struct probe *p, struct err *said)
{
	const struct deadman_conf *d = p->target;

	return connect_to(d->url, d->ca_file, 0, said);
}

/* The preset's question, with what it needs to send. */
static int
ask_gateway(
    const struct gateway_conf *g, const struct request *r, struct err *said)
{
	struct get get_it = {.url = r->url,
	    .ca_file = g->ca_file,
	    .request = r,
	    .timeout = g->timeout};
	int status = get(&get_it, said);

	if (status == 0 && get_it.status / 100 != 2)
		status = err_set(said, "HTTP status %ld", get_it.status);
	else if (status == 0)
		err_set(said, "%s", _("it answers, and knows the account"));
	buf_clear(&get_it.body);
	return status;
}

int
online_gateway(const struct probe *p, struct err *said)
{
	const struct gateway_conf *g = p->target;
	struct gateway_conf asked = *g;
	char number[] = "+4500000001", ref[] = "1";
	struct target t = {.number = number, .ref = ref};
	struct request r = {0};
	char *shown;
	int status;

	/* Without a body, so that nothing could be sent. */
	asked.body = (char[]){""};
	if (*g->probe != '\0')
		asked.url = g->probe;
	status = request_make(
	    &asked, p->conf->sms.sender, "x", &t, 1, &r, said);
	if (status == 0)
		status = *g->probe != '\0'
			     ? ask_gateway(g, &r, said)
			     : connect_to(r.url, g->ca_file, g->timeout, said);
	shown = request_hide(g, said->msg);
	err_set(said, "%s", shown);
	free(shown);
	request_clear(&r);
	return status;
}

int
online_feed(const struct probe *p, struct err *said)
{
	struct feed_conf feed = *(const struct feed_conf *)p->target;
	struct poll_result r = {0};
	int status;

	if (feed.timeout >= LIMIT_ONLINE_SECONDS)
		feed.timeout = LIMIT_ONLINE_SECONDS - 1;
	status = poll_once(&feed, &r, said);
	if (status == 0 && r.outcome == POLL_FAILED) {
		*said = r.error;
		status = -1;
	} else if (status == 0) {
		err_set(said,
		    r.reports.complete
			? _("read as %s, reports: %zu")
			: _("read as %s, reports: %zu, not all that it lists"),
		    feed_kind_name(r.kind), r.reports.n);
	}
	reports_clear(&r.reports);
	return status;
}

static int
read_calendar(const struct probe *p, const struct buf *body, struct err *said)
{
	struct calendar_team team = {.zone = p->conf->time_zone};
	struct calendar c = {0};
	int64_t now = clock_read().wall;
	int r = calendar_read(
	    buf_str(body), body->len, &team, now, now + YEAR, &c, said);

	if (r == 0)
		err_set(said,
		    tr_n("read, %zu shift in the next year",
			"read, %zu shifts in the next year", c.shifts.n),
		    c.shifts.n);
	calendar_clear(&c);
	return r;
}

int
online_calendar(const struct probe *p, struct err *said)
{
	const struct rota_conf *r = p->target;
	struct get g = {.url = r->calendar, .ca_file = r->ca_file};
	int status = get(&g, said);

	if (status == 0 && g.status != 200)
		status = err_set(said, "HTTP status %ld", g.status);
	else if (status == 0)
		status = read_calendar(p, &g.body, said);
	buf_clear(&g.body);
	return status;
}

/* The page as others reach it, by what it says of itself. */
int
online_page(const struct probe *p, struct err *said)
{
	const struct web_conf *w = p->target;
	char *url = xasprintf("%s/healthz", w->base_url);
	struct get g = {.url = url, .ca_file = ""};
	int status = get(&g, said);

	if (status == 0 && (g.status == 401 || g.status == 403))
		err_set(said, "%s", _("there, behind a login"));
	else if (status == 0 && g.status == 503)
		err_set(said, "%s",
		    _("there; alertd says that it is not well, or does not "
		      "run"));
	else if (status == 0 && g.status / 100 != 2)
		status = err_set(
		    said, "HTTP status %ld for /healthz", g.status);
	else if (status == 0)
		err_set(said, "%s", _("there, and well"));
	buf_clear(&g.body);
	free(url);
	return status;
}
