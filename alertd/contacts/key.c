#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "contacts/key.h"

void
keys_add(struct keys *l, const char *org, const char *value, size_t order,
    unsigned line, unsigned col)
{
	if (*value == '\0')
		return;
	if (l->n == l->cap) {
		l->cap = l->cap == 0 ? 64 : 2 * l->cap;
		l->v = xreallocarray(l->v, l->cap, sizeof(*l->v));
	}
	l->v[l->n++] = (struct key){org, xstrdup(value), order, line, col};
}

static int
compare(const struct key *k, const char *org, const char *value)
{
	int r = strcmp(k->org, org);

	return r != 0 ? r : strcasecmp(k->value, value);
}

bool
key_equals(const struct key *a, const struct key *b)
{
	return compare(a, b->org, b->value) == 0;
}

static int
by_key_and_order(const void *va, const void *vb)
{
	const struct key *a = va, *b = vb;
	int r = compare(a, b->org, b->value);

	return r != 0 ? r : (a->order > b->order) - (a->order < b->order);
}

void
keys_sort(struct keys *l)
{
	if (l->n > 1)
		qsort(l->v, l->n, sizeof(*l->v), by_key_and_order);
}

const struct key *
keys_find(const struct keys *l, const char *org, const char *value)
{
	size_t low = 0, high = l->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare(&l->v[middle], org, value) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == l->n || compare(&l->v[low], org, value) != 0)
		return NULL;
	return &l->v[low];
}

void
keys_clear(struct keys *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->v[i].value);
	free(l->v);
	*l = (struct keys){0};
}
