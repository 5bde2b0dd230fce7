#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "contacts/audience.h"
#include "contacts/find.h"
#include "contacts/whom.h"

/* Municipalities that are named; more are counted. */
#define NAMED 5

struct words {
	const char *region, *vendor; /* a name follows */
	const char *and, *other, *others; /* behind names, and a number */
	const char *one, *many; /* behind a number */
	const char *some;
};

static const struct words danish = {
    .region = "kommunerne i ",
    .vendor = "kommuner med system fra ",
    .and = " og ",
    .other = "anden kommune",
    .others = "andre kommuner",
    .one = "kommune",
    .many = "kommuner",
    .some = "nogle kommuner",
};

static const struct words english = {
    .region = "the municipalities of ",
    .vendor = "municipalities with ",
    .and = " and ",
    .other = "other municipality",
    .others = "other municipalities",
    .one = "municipality",
    .many = "municipalities",
    .some = "some municipalities",
};

/* The first k names, and how many there are beside. Release with free(). */
static char *
list(const struct words *w, const struct strv *names, size_t k)
{
	size_t rest = names->n - k;
	struct buf b;

	buf_init(&b, LIMIT_TEMPLATE_OUT);
	for (size_t i = 0; i < k; i++)
		buf_addf(&b, "%s%s",
		    i == 0			     ? ""
		    : rest == 0 && i == names->n - 1 ? w->and
						     : ", ",
		    names->v[i]);
	if (rest > 0)
		buf_addf(&b, "%s%zu %s", w->and, rest,
		    rest == 1 ? w->other : w->others);
	return buf_steal(&b);
}

static char *
count(const struct words *w, size_t n)
{
	if (n == 0)
		return xstrdup(w->some);
	return xasprintf("%zu %s", n, n == 1 ? w->one : w->many);
}

/* As many names as fit. */
static char *
name(const struct words *w, const struct strv *names, size_t max)
{
	size_t k = names->n < NAMED ? names->n : NAMED;

	for (; k > 0; k--) {
		char *s = list(w, names, k);

		if (strlen(s) <= max)
			return s;
		free(s);
	}
	return count(w, names->n);
}

static void
names_of(const char *audience, const struct orgs *l, struct strv *out)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].kind == ORG_MUNICIPALITY &&
		    audience_includes(audience, l, &l->v[i]))
			strv_add(out, l->v[i].name);
}

static char *
group(const struct words *w, const char *before, const char *of,
    const struct strv *names, size_t max)
{
	char *s = xasprintf("%s%s", before, of);

	if (strlen(s) <= max)
		return s;
	free(s);
	return count(w, names->n);
}

char *
whom_words(const char *audience, const struct orgs *l, const char *language,
    size_t max)
{
	const struct words *w = str_eq(language, "en") ? &english : &danish;
	const struct org *vendor;
	const char *value;
	struct strv names = {0};
	char *s = NULL;

	assert(max >= 32);
	names_of(audience, l, &names);
	switch (audience_kind(audience, &value)) {
	case AUDIENCE_ALL:
		s = xstrdup("");
		break;
	case AUDIENCE_REGION:
		s = group(w, w->region, value, &names, max);
		break;
	case AUDIENCE_VENDOR:
		vendor = org_of(l, value);
		s = group(w, w->vendor, vendor == NULL ? value : vendor->name,
		    &names, max);
		break;
	case AUDIENCE_ORGS:
		s = name(w, &names, max);
		break;
	}
	strv_clear(&names);
	return s;
}
