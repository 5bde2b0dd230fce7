#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/random.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "feed/calendarurl.h"
#include "feed/fetch.h"
#include "feed/kinds.h"
#include "feed/mailfolder.h"
#include "feed/parse.h"
#include "feed/poller.h"
#include "feed/unique.h"

#define FILE_POLL 60 /* seconds: a calendar's file is looked at so often */

struct polled {
	const struct feed_conf *conf;
	struct feed_conf own; /* of a calendar: conf */
	bool calendar;
	bool local; /* a folder, or a calendar's file */
	enum feed_kind kind; /* FEED_AUTO until it is found */
	struct fetch docs[KIND_DOCUMENTS];
	size_t n_docs;
	struct mailfolder *folder; /* in place of documents, or NULL */
	int64_t next_ms;
	bool running;
};

struct poller {
	CURLM *multi;
	struct polled **v; /* libcurl knows where each is */
	size_t n;
};

static int
add_document(struct polled *p, char *url, struct err *e)
{
	return fetch_init(&p->docs[p->n_docs++], p->conf, url, e);
}

static int
open_feed(struct polled *p, const struct feed_conf *c, struct err *e)
{
	const struct kind *k = kind_find(c->kind);
	size_t n = strlen(c->url);

	p->conf = c;
	p->kind = c->kind;
	p->next_ms = 0;
	if (c->kind == FEED_MAILDIR) {
		p->folder = mailfolder_open(c);
		p->local = true;
		return 0;
	}
	if (kind_is_body(k, c->url))
		return add_document(p, xstrdup(c->url), e);
	while (n > 0 && c->url[n - 1] == '/')
		n--;
	for (size_t i = 0; k->documents[i].path != NULL; i++) {
		const struct kind_document *d = &k->documents[i];

		if (add_document(p,
			xasprintf("%.*s%s", (int)n, c->url, d->path), e) == -1)
			return -1;
		p->docs[i].optional = d->optional;
		if (k->documents[1].path == NULL)
			continue;
		p->docs[i].label = strrchr(d->path, '/') + 1;
		/* Read again together with another that has changed. */
		p->docs[i].keep = true;
	}
	return 0;
}

static struct polled *
add_polled(struct poller *p)
{
	p->v = xreallocarray(p->v, p->n + 1, sizeof(struct polled *));
	p->v[p->n] = xcalloc(1, sizeof(struct polled));
	return p->v[p->n++];
}

struct poller *
poller_open(const struct feed_conf *feeds, size_t n, struct err *e)
{
	struct poller *p;

	if (curl_global_init(CURL_GLOBAL_DEFAULT) != 0) {
		err_set(e, "libcurl cannot be initialised");
		return NULL;
	}
	p = xcalloc(1, sizeof(*p));
	p->multi = curl_multi_init();
	if (p->multi == NULL) {
		err_set(e, "libcurl gives no multi handle");
		poller_close(p);
		return NULL;
	}
	for (size_t i = 0; i < n; i++) {
		if (open_feed(add_polled(p), &feeds[i], e) == -1) {
			poller_close(p);
			return NULL;
		}
	}
	return p;
}

static int
open_calendar(struct polled *p, const struct rota_conf *r, struct err *e)
{
	char *url = calendar_url(r->calendar, e);
	bool file = url != NULL && strncasecmp(url, "file:", 5) == 0;

	p->calendar = true;
	p->local = file;
	p->conf = &p->own;
	p->own = (struct feed_conf){.name = r->name,
	    .url = r->calendar,
	    .poll = file && r->poll > FILE_POLL ? FILE_POLL : r->poll,
	    .timeout = LIMIT_FEED_TIMEOUT,
	    .max_bytes = LIMIT_CALENDAR,
	    .ca_file = r->ca_file};
	if (url == NULL || add_document(p, url, e) == -1)
		return -1;
	p->docs[0].keep = true;
	return 0;
}

int
poller_add_calendars(
    struct poller *p, const struct rota_conf *rotas, size_t n, struct err *e)
{
	for (size_t i = 0; i < n; i++)
		if (*rotas[i].calendar != '\0' &&
		    open_calendar(add_polled(p), &rotas[i], e) == -1)
			return -1;
	return 0;
}

void
poller_close(struct poller *p)
{
	if (p == NULL)
		return;
	for (size_t i = 0; i < p->n; i++) {
		for (size_t k = 0; k < p->v[i]->n_docs; k++)
			fetch_clear(&p->v[i]->docs[k], p->multi);
		mailfolder_close(p->v[i]->folder);
		free(p->v[i]);
	}
	if (p->multi != NULL)
		curl_multi_cleanup(p->multi);
	curl_global_cleanup();
	free(p->v);
	free(p);
}

/* The interval, up to a tenth longer or shorter, so that feeds part. */
static int64_t
interval_ms(int64_t seconds)
{
	int64_t range = seconds * 200; /* a fifth, in milliseconds */
	uint32_t random = 0x80000000u;

	(void)!getrandom(&random, sizeof(random), GRND_NONBLOCK);
	return seconds * 1000 - range / 2 +
	       range * (int64_t)random / UINT32_MAX;
}

static void
start(struct poller *p, struct polled *f, int64_t mono_ms)
{
	f->running = true;
	f->next_ms = mono_ms + interval_ms(f->conf->poll);
	for (size_t i = 0; i < f->n_docs; i++)
		fetch_start(&f->docs[i], p->multi);
	if (f->folder != NULL)
		mailfolder_start(f->folder, clock_read().wall);
}

static int
parse_document(
    struct polled *f, struct fetch *d, struct poll_result *r, struct err *e)
{
	struct reports *all = &r->reports;
	const struct buf *b = d->state == FETCH_NEW ? &d->body : &d->good;
	struct reports one = {0};

	if (d->optional && b->len == 0)
		return 0;
	if (feed_follow(&f->kind, &r->kind, f->conf->name, buf_str(b), b->len,
		(size_t)f->conf->max_items, &one, e) == -1)
		return *d->label == '\0' ? -1 : err_prefix(e, "%s: ", d->label);
	all->complete = all->complete && one.complete;
	all->torn = all->torn || one.torn;
	all->only_open = one.only_open;
	reports_move(all, &one);
	return 0;
}

static enum poll_outcome
conclude(struct polled *f, struct poll_result *r)
{
	bool changed = false;

	r->status = f->docs[0].status;
	r->kind = f->kind;
	for (size_t i = 0; i < f->n_docs; i++) {
		if (f->docs[i].state == FETCH_FAILED) {
			r->cause = f->docs[i].cause;
			r->error = f->docs[i].error;
			r->status = f->docs[i].status;
			return POLL_FAILED;
		}
		changed = changed || f->docs[i].state == FETCH_NEW;
	}
	if (!changed)
		return POLL_UNCHANGED;
	if (f->calendar) {
		fetch_keep(&f->docs[0], true);
		r->body = &f->docs[0].good;
		return POLL_BODY;
	}
	r->reports.complete = true;
	for (size_t i = 0; i < f->n_docs; i++) {
		if (parse_document(f, &f->docs[i], r, &r->error) == -1) {
			r->cause = CAUSE_NOT_A_FEED;
			reports_clear(&r->reports);
			return POLL_FAILED;
		}
	}
	reports_unique(&r->reports, 0, false);
	for (size_t i = 0; i < f->n_docs; i++)
		fetch_keep(&f->docs[i], r->reports.complete);
	return POLL_REPORTS;
}

static void
finish_if_done(struct polled *f, poll_fn *fn, void *arg)
{
	struct poll_result r = {
	    .feed = f->conf, .kind = f->kind, .calendar = f->calendar};

	for (size_t i = 0; i < f->n_docs; i++)
		if (f->docs[i].state == FETCH_RUNNING)
			return;
	if (f->folder != NULL && mailfolder_step(f->folder))
		return;
	f->running = false;
	if (f->folder != NULL)
		mailfolder_finish(f->folder, &r);
	else
		r.outcome = conclude(f, &r);
	fn(&r, arg);
	reports_clear(&r.reports);
}

void
poller_turn(struct poller *p, int64_t mono_ms, poll_fn *fn, void *arg)
{
	CURLMsg *msg;
	int left;

	for (size_t i = 0; i < p->n; i++)
		if (!p->v[i]->running && p->v[i]->next_ms <= mono_ms)
			start(p, p->v[i], mono_ms);
	curl_multi_perform(p->multi, &left);
	while ((msg = curl_multi_info_read(p->multi, &left)) != NULL) {
		CURLcode code = msg->data.result;
		struct fetch *f = NULL;

		if (msg->msg != CURLMSG_DONE)
			continue;
		curl_easy_getinfo(msg->easy_handle, CURLINFO_PRIVATE, &f);
		fetch_done(f, p->multi, code);
	}
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i]->running)
			finish_if_done(p->v[i], fn, arg);
}

bool
poller_reads(const struct poller *p)
{
	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < p->v[i]->n_docs && p->v[i]->running; k++)
			if (fetch_has_begun(&p->v[i]->docs[k]))
				return true;
	return false;
}

int64_t
poller_next(const struct poller *p)
{
	int64_t next = INT64_MAX;

	for (size_t i = 0; i < p->n; i++) {
		const struct polled *f = p->v[i];

		if (!f->running && f->next_ms < next)
			next = f->next_ms;
		/* No descriptor tells that there is more to read. */
		if (f->running && f->folder != NULL)
			next = 0;
	}
	return next;
}

int
poller_wait(struct poller *p, struct pollfd *extra, unsigned n, int timeout_ms,
    struct err *e)
{
	struct curl_waitfd *fds = xcalloc(n + 1, sizeof(*fds));
	CURLMcode code;

	for (unsigned i = 0; i < n; i++) {
		fds[i].fd = extra[i].fd;
		if (extra[i].events & POLLIN)
			fds[i].events |= CURL_WAIT_POLLIN;
		if (extra[i].events & POLLOUT)
			fds[i].events |= CURL_WAIT_POLLOUT;
	}
	code = curl_multi_poll(p->multi, fds, n, timeout_ms, NULL);
	free(fds);
	if (code != CURLM_OK)
		return err_set(e, "waiting: %s", curl_multi_strerror(code));
	/* libcurl hands back no POLLHUP and no POLLERR: asked again here. */
	if (n > 0)
		poll(extra, n, 0);
	return 0;
}

void
poller_again(struct poller *p, const struct feed_conf *feed)
{
	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < p->v[i]->n_docs; k++)
			if (p->v[i]->conf == feed)
				fetch_forget(&p->v[i]->docs[k]);
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i]->conf == feed && p->v[i]->folder != NULL)
			mailfolder_again(p->v[i]->folder);
}

int
poller_told(struct poller *p, const struct feed_conf *feed, struct err *e)
{
	int r = 0;

	for (size_t i = 0; i < p->n; i++)
		if (p->v[i]->conf == feed && p->v[i]->folder != NULL)
			r = mailfolder_told(p->v[i]->folder, e);
	return r;
}

void
poller_look(struct poller *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i]->local)
			p->v[i]->next_ms = 0;
}

CURLM *
poller_multi(struct poller *p)
{
	return p->multi;
}

struct once {
	struct poll_result *result;
	bool done;
};

static void
take_once(struct poll_result *r, void *arg)
{
	struct once *o = arg;

	*o->result = *r;
	r->reports = (struct reports){0};
	o->done = true;
}

int
poll_once(
    const struct feed_conf *feed, struct poll_result *result, struct err *e)
{
	struct once o = {.result = result};
	struct poller *p = poller_open(feed, 1, e);
	int rc = p == NULL ? -1 : 0;

	*result = (struct poll_result){
	    .feed = feed, .kind = feed->kind, .outcome = POLL_FAILED};
	while (rc == 0 && !o.done) {
		poller_turn(p, clock_read().mono_ms, take_once, &o);
		if (!o.done)
			rc = poller_wait(
			    p, NULL, 0, poller_next(p) == 0 ? 0 : 1000, e);
	}
	poller_close(p);
	return rc;
}
