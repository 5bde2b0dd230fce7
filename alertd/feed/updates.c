/*
 * A new item for each update of an event, as AWS does it: "Service is
 * operating normally: [RESOLVED] Increased API Error Rates" with a guid of its
 * own, "http://status.aws.amazon.com/#ec2-eu-1_1461171600", where what stands
 * before the last number names the service (from recorded feeds in public
 * repositories). The words before the title's own are the state.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/field.h"
#include "feed/kinds.h"
#include "feed/marks.h"
#include "feed/state.h"

/* The same title after so long tells of another event. */
#define SAME_EVENT (3 * 86400)

/* An item on its way into an event. */
struct item {
	struct report *report; /* borrowed */
	char *key; /* of the event */
	char *title; /* without the marks */
	const char *status; /* of the mark, "" when it tells none */
	int64_t at;
	size_t order; /* place in the document */
};

/* "ec2-eu-1" of "…#ec2-eu-1_1461171600": its length, and where in *at. */
static size_t
service(const char *id, const char **at)
{
	const char *hash = strrchr(id, '#');
	size_t n, end;

	if (hash == NULL)
		return 0;
	end = n = strlen(hash + 1);
	while (n > 0 && isdigit((unsigned char)hash[n]))
		n--;
	*at = hash + 1;
	return end - n >= 9 && n > 1 && strchr("_-", hash[n]) != NULL ? n - 1
								      : 0;
}

static char *
event_key(const struct report *r, const char *title)
{
	char *fold = mark_fold(title, strlen(title)), *key;
	const char *at;
	size_t n = service(r->id, &at);

	if (n == 0)
		n = service(r->url, &at);
	if (n > 0)
		key = xasprintf("%.*s/%s", (int)n, at, fold);
	else
		key = xstrdup(*fold != '\0' ? fold : r->id);
	free(fold);
	n = strlen(key);
	field_set(&key, field_id(key, n));
	return key;
}

static void
read_item(struct item *i, struct report *r, size_t order, int64_t before)
{
	const char *status;

	i->report = r;
	i->order = order;
	i->at = r->published != TIME_NONE ? r->published : r->updated;
	if (i->at == TIME_NONE)
		i->at = before;
	i->title = mark_off(r->title, &status);
	i->status = status == NULL ? "" : status;
	i->key = event_key(r, i->title);
}

static int
by_event(const void *pa, const void *pb)
{
	const struct item *a = pa, *b = pb;
	int c = strcmp(a->key, b->key);

	if (c != 0)
		return c;
	if (a->at != b->at)
		return a->at > b->at ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

static int
by_order(const void *pa, const void *pb)
{
	const struct item *a = pa, *b = pb;

	return a->order < b->order ? -1 : a->order > b->order;
}

static void
add_text(struct buf *b, const struct item *i)
{
	const struct report *r = i->report;

	if (b->len > 0)
		buf_adds(b, "\n\n");
	buf_adds(b, *r->text != '\0' ? r->text : r->title);
}

/* Whether a follows b, of the same title, too late to tell of the same. */
static bool
apart(const struct item *a, const struct item *b)
{
	return b->at != TIME_NONE && a->at - b->at > SAME_EVENT;
}

/* Makes the first of n items, newest first, the report of their event. */
static void
join(const struct item *v, size_t n)
{
	struct report *r = v->report;
	char *own = xstrdup(r->id);
	bool dated = r->published != TIME_NONE || r->updated != TIME_NONE;
	struct buf b;

	buf_init(&b, 2 * LIMIT_TEXT + LIMIT_TITLE);
	add_text(&b, v);
	r->newest = b.len;
	for (size_t i = 1; i < n && !apart(&v[i - 1], &v[i]); i++) {
		if (b.len < LIMIT_TEXT)
			add_text(&b, &v[i]);
		if (v[i].report->published != TIME_NONE)
			r->published = v[i].report->published;
	}
	field_set(&r->text, field_text(buf_str(&b), b.len, LIMIT_TEXT));
	buf_clear(&b);
	if (r->newest > strlen(r->text))
		r->newest = strlen(r->text);
	if (dated && r->updated < v->at)
		r->updated = v->at;
	xreplace(&r->id, v->key);
	if (*v->title != '\0')
		xreplace(&r->title, v->title);
	if (*v->status != '\0') {
		xreplace(&r->status, v->status);
		r->phase = state_phase(v->status);
	}
	report_revise(r, own);
	free(own);
}

/* Joins the items of each event; their number is in *n, events are left. */
static void
join_all(struct item *v, size_t *n)
{
	size_t events = 0;

	qsort(v, *n, sizeof(*v), by_event);
	for (size_t i = 0, k; i < *n; i = k) {
		k = i + 1;
		while (k < *n && strcmp(v[k].key, v[i].key) == 0)
			k++;
		join(v + i, k - i);
		for (size_t o = i + 1; o < k; o++) {
			free(v[o].key);
			free(v[o].title);
		}
		v[events++] = v[i];
	}
	*n = events;
	qsort(v, *n, sizeof(*v), by_order);
}

bool
updates_are(const struct reports *l)
{
	bool are = false;

	for (size_t i = 0; i < l->n; i++) {
		const char *status, *at;

		if (*l->v[i].status != '\0')
			return false;
		free(mark_off(l->v[i].title, &status));
		are = are || (status != NULL && mark_weight(status) > 1) ||
		      service(l->v[i].id, &at) > 0;
	}
	return are;
}

int
updates_parse(const struct feed_body *b, struct reports *out, struct err *e)
{
	struct reports l = {0};
	struct item *v;
	size_t n;

	if (rss_parse(b, &l, e) == -1) {
		reports_clear(&l);
		return -1;
	}
	n = l.n;
	v = xcalloc(n + 1, sizeof(*v));
	for (size_t i = 0; i < n; i++)
		read_item(&v[i], &l.v[i], i, i == 0 ? TIME_NONE : v[i - 1].at);
	join_all(v, &n);
	for (size_t i = 0; i < n; i++) {
		struct report *r = reports_add(out);

		report_clear(r);
		*r = *v[i].report;
		*v[i].report = (struct report){0};
		free(v[i].key);
		free(v[i].title);
	}
	free(v);
	out->complete = l.complete;
	out->torn = l.torn;
	reports_clear(&l);
	return 0;
}
