#include <stdio.h>

#include "base/str.h"
#include "deaths.h"

struct death *
deaths_add(struct deaths *l, const char *name, int64_t pid, const char *how,
    bool odd, int64_t mono_ms)
{
	struct death *d = &l->v[l->n++ % DEATHS_KEPT];

	*d = (struct death){
	    .at = mono_ms, .name = name, .pid = pid, .odd = odd};
	snprintf(d->how, sizeof(d->how), "%s", how);
	return d;
}

/* The number of the oldest that is kept. */
static size_t
first(const struct deaths *l)
{
	return l->n > DEATHS_KEPT ? l->n - DEATHS_KEPT : 0;
}

struct death *
deaths_unlooked(struct deaths *l)
{
	for (size_t i = first(l); i < l->n; i++)
		if (!l->v[i % DEATHS_KEPT].looked)
			return &l->v[i % DEATHS_KEPT];
	return NULL;
}

size_t
deaths_within(const struct deaths *l, const char *name, int64_t ms,
    int64_t mono_ms, const struct death **last)
{
	size_t n = 0;

	if (last != NULL)
		*last = NULL;
	for (size_t i = first(l); i < l->n; i++) {
		const struct death *d = &l->v[i % DEATHS_KEPT];

		if (d->name == NULL || !str_eq(d->name, name))
			continue;
		if (last != NULL)
			*last = d;
		n += mono_ms - d->at <= ms;
	}
	return n;
}

void
deaths_forget(struct deaths *l, const char *name)
{
	for (size_t i = first(l); i < l->n; i++) {
		struct death *d = &l->v[i % DEATHS_KEPT];

		if (d->name != NULL && str_eq(d->name, name))
			d->name = NULL;
	}
}
