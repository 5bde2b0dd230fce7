#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/limits.h"
#include "store/published.h"
#include "web/kept.h"
#include "web/web.h"

static void
forget(struct kept *k)
{
	http_shared_drop(k->body);
	*k = (struct kept){0};
}

void
kept_clear(struct kept k[KEPT])
{
	for (size_t i = 0; i < KEPT; i++)
		forget(&k[i]);
}

static bool
is_right(const struct kept *k, int64_t newest, int64_t now)
{
	return k->body != NULL && k->newest == newest && now >= k->from &&
	       (k->until == TIME_NONE || now < k->until);
}

/* Anew; what it was told of is read first, so that nothing is missed. */
static int
make(struct web *w, struct kept *k, int64_t newest, kept_write *write,
    struct err *e)
{
	struct buf b;
	char hash[HASH_SIZE];
	int64_t until = TIME_NONE;
	size_t n;

	buf_init(&b, LIMIT_HTTP_PAGE);
	if (write(w, &b, &until, e) == -1 || buf_failed(&b)) {
		if (buf_failed(&b))
			err_set(e, "larger than %zu bytes", b.max);
		buf_clear(&b);
		return -1;
	}
	n = b.len;
	forget(k);
	*k = (struct kept){.newest = newest, .from = w->now, .until = until};
	k->body = http_shared_new(buf_steal(&b), n);
	snprintf(k->etag, sizeof(k->etag), "\"%.16s\"",
	    sha256_hex(k->body->data, n, hash));
	return 0;
}

/* A proxy may have marked it as weak, and may ask for several. */
static bool
has_it(const struct http_request *q, const char *etag)
{
	const char *known = http_field(&q->headers, "If-None-Match");

	return known != NULL && strstr(known, etag) != NULL;
}

int
kept_answer(struct web *w, enum kept_what what, kept_write *write,
    const struct http_request *q, struct http_response *r, struct err *e)
{
	struct kept *k = &w->kept[what];
	int64_t newest;

	if (store_published_newest(w->store, &newest, e) == -1)
		return -1;
	if (!is_right(k, newest, w->now) && make(w, k, newest, write, e) == -1)
		return -1;
	memcpy(r->etag, k->etag, sizeof(r->etag));
	if (has_it(q, r->etag))
		r->status = 304;
	else
		r->shared = http_shared_hold(k->body);
	return 0;
}
