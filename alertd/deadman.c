#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "deadman.h"
#include "feed/fetch.h"

struct deadman {
	const struct deadman_conf *conf;
	struct poller *poller;
	struct fetch fetch,
	    fail; /* url, and the same behind which "/fail" is */
	bool running, failing;
	int64_t due; /* monotonic ms */
};

/* The URL with "/fail" at the end of its path; free(). */
static char *
with_fail(const char *url)
{
	size_t path = strcspn(url, "?#"), end = path;

	while (end > 0 && url[end - 1] == '/')
		end--;
	return xasprintf("%.*s/fail%s", (int)end, url, url + path);
}

struct deadman *
deadman_open(
    const struct deadman_conf *conf, struct poller *poller, struct err *e)
{
	struct deadman *d = xcalloc(1, sizeof(*d));
	const struct feed_conf how = {
	    .timeout = LIMIT_FEED_TIMEOUT,
	    .max_bytes = LIMIT_TEXT,
	    .ca_file = conf->ca_file,
	};

	d->conf = conf;
	d->poller = poller;
	if (*conf->url == '\0')
		return d;
	if (fetch_init(&d->fetch, &how, xstrdup(conf->url), e) == 0 &&
	    fetch_init(&d->fail, &how, with_fail(conf->url), e) == 0)
		return d;
	deadman_close(d);
	return NULL;
}

void
deadman_close(struct deadman *d)
{
	if (d == NULL)
		return;
	if (*d->conf->url != '\0') {
		fetch_clear(&d->fetch, poller_multi(d->poller));
		fetch_clear(&d->fail, poller_multi(d->poller));
	}
	free(d);
}

void
deadman_well(struct deadman *d, int64_t mono_ms)
{
	if (*d->conf->url == '\0' || d->running || mono_ms < d->due)
		return;
	d->due = mono_ms + d->conf->every * 1000;
	d->running = true;
	fetch_start(&d->fetch, poller_multi(d->poller));
}

void
deadman_ill(struct deadman *d, int64_t mono_ms)
{
	if (*d->conf->url == '\0' || d->conf->fail != ANSWER_YES)
		return;
	/* A success is told again as soon as there is one. */
	d->due = mono_ms;
	if (d->failing && d->fail.state == FETCH_RUNNING)
		return;
	d->failing = true;
	fetch_start(&d->fail, poller_multi(d->poller));
}

/* Whoever answers 204 has heard it, too. */
static bool
answered(const struct fetch *f)
{
	return f->state == FETCH_NEW || f->state == FETCH_SAME ||
	       (f->cause == CAUSE_STATUS && f->status / 100 == 2);
}

int
deadman_ended(struct deadman *d, struct err *why)
{
	if (!d->running || d->fetch.state == FETCH_RUNNING)
		return 0;
	d->running = false;
	if (answered(&d->fetch))
		return 1;
	*why = d->fetch.error;
	return -1;
}
