#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/field.h"
#include "feed/unique.h"

/* A report and its place in the body. */
struct entry {
	struct report *r;
	size_t place;
	int64_t at; /* when it was written, where all tell it */
	bool alike; /* another has its id, title and date */
};

static int
compare_time(int64_t a, int64_t b)
{
	return a < b ? -1 : a > b;
}

/* Of an id, those with one title and date stand side by side. */
static int
by_id(const void *pa, const void *pb)
{
	const struct entry *a = pa, *b = pb;
	int c = strcmp(a->r->id, b->r->id);

	if (c == 0)
		c = strcmp(a->r->title, b->r->title);
	if (c == 0)
		c = compare_time(a->r->published, b->r->published);
	if (c == 0)
		c = strcmp(a->r->revision, b->r->revision);
	if (c == 0)
		c = strcmp(a->r->url, b->r->url);
	return c != 0 ? c : a->place < b->place ? -1 : 1;
}

/* A revision is a number, or a hash of all that was said. */
static bool
same(const struct report *a, const struct report *b)
{
	return strcmp(a->title, b->title) == 0 &&
	       a->published == b->published &&
	       strcmp(a->revision, b->revision) == 0 &&
	       strcmp(a->url, b->url) == 0;
}

static bool
alike(const struct report *a, const struct report *b)
{
	return strcmp(a->title, b->title) == 0 && a->published == b->published;
}

static int64_t
written(const struct report *r)
{
	return r->updated != TIME_NONE ? r->updated : r->published;
}

/* The older first; bodies without dates list the newest first. */
static int
by_age(const void *pa, const void *pb)
{
	const struct entry *a = pa, *b = pb;

	if (a->at != b->at)
		return compare_time(a->at, b->at);
	return a->place > b->place ? -1 : 1;
}

/* An id that the same event has in the next body, too, if it can be told. */
static void
mark(struct report *r, bool by_all)
{
	char hex[HASH_SIZE], *key, *id;

	key = xasprintf("%s\n%lld\n%s\n%s", r->title, (long long)r->published,
	    by_all ? r->revision : "", by_all ? r->url : "");
	sha256_hex(key, strlen(key), hex);
	free(key);
	hex[12] = '\0';
	id = xasprintf("%s#%s", r->id, hex);
	free(r->id);
	r->id = field_id(id, strlen(id));
	free(id);
}

/* The number of a revision; -1 when it is none. */
static int64_t
number(const struct report *r)
{
	int64_t n = -1;

	parse_int(r->revision, 0, INT64_MAX, &n);
	return n;
}

static void
keep_newest(struct entry *v, size_t n)
{
	size_t best = n - 1;

	for (size_t i = n; i-- > 0;)
		if (number(v[i].r) > number(v[best].r))
			best = i;
	for (size_t i = 0; i < n; i++)
		if (i != best)
			report_clear(v[i].r);
}

/* Those that go have no id any more; returns how many are left. */
static size_t
drop_same(struct entry *v, size_t n)
{
	size_t kept = 1;

	for (size_t i = 1; i < n; i++) {
		if (same(v[kept - 1].r, v[i].r)) {
			report_clear(v[i].r);
			continue;
		}
		v[i].alike = alike(v[kept - 1].r, v[i].r);
		v[kept - 1].alike |= v[i].alike;
		v[kept++] = v[i];
	}
	return kept;
}

static int
by_place(const void *pa, const void *pb)
{
	const struct entry *a = pa, *b = pb;

	return a->place < b->place ? -1 : a->place > b->place;
}

/* Into the places that they have, the older first. */
static void
reorder(struct entry *v, size_t n)
{
	struct report *all = xcalloc(n, sizeof(*all));
	bool dated = true;

	for (size_t i = 0; i < n; i++)
		dated = dated && written(v[i].r) != TIME_NONE;
	for (size_t i = 0; i < n; i++)
		v[i].at = dated ? written(v[i].r) : 0;
	qsort(v, n, sizeof(*v), by_age);
	for (size_t i = 0; i < n; i++)
		all[i] = *v[i].r;
	qsort(v, n, sizeof(*v), by_place);
	for (size_t i = 0; i < n; i++)
		*v[i].r = all[i];
	free(all);
}

static void
keep_apart(struct entry *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		mark(v[i].r, v[i].alike);
	reorder(v, n);
}

static void
close_gaps(struct reports *l, size_t first)
{
	size_t n = first;

	for (size_t i = first; i < l->n; i++)
		if (l->v[i].id != NULL)
			l->v[n++] = l->v[i];
	l->n = n;
}

static int
by_word(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Most bodies: then there is nothing to do, and little to keep for it. */
static bool
all_differ(const struct reports *l, size_t first)
{
	size_t n = l->n - first, k = 1;
	const char **ids = xcalloc(n + 1, sizeof(*ids));

	for (size_t i = 0; i < n; i++)
		ids[i] = l->v[first + i].id;
	qsort(ids, n, sizeof(*ids), by_word);
	while (k < n && strcmp(ids[k - 1], ids[k]) != 0)
		k++;
	free(ids);
	return k >= n;
}

void
reports_unique(struct reports *l, size_t first, bool revisions)
{
	size_t n = l->n - first, end;
	struct entry *v;

	if (all_differ(l, first))
		return;
	v = xcalloc(n + 1, sizeof(*v));
	for (size_t i = 0; i < n; i++)
		v[i] = (struct entry){.r = &l->v[first + i], .place = i};
	qsort(v, n, sizeof(*v), by_id);
	for (size_t i = 0; i < n; i = end) {
		size_t kept;

		for (end = i + 1; end < n; end++)
			if (strcmp(v[end].r->id, v[i].r->id) != 0)
				break;
		kept = drop_same(v + i, end - i);
		if (kept == 1)
			continue;
		l->complete = false;
		if (revisions)
			keep_newest(v + i, kept);
		else
			keep_apart(v + i, kept);
	}
	free(v);
	close_gaps(l, first);
}
