#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/fold.h"
#include "base/mem.h"
#include "base/str.h"
#include "contacts/find.h"

static int
compare(const void *code, const void *org)
{
	const struct org *o = org;

	return o->kind == ORG_MUNICIPALITY ? strcmp(code, o->code) : -1;
}

/*
 * The store has the municipalities, of which there may be very many, first and
 * in the order of their codes. In any other list none is found by that.
 */
const struct org *
org_of(const struct orgs *l, const char *code)
{
	const struct org *o = l->n == 0 ? NULL
					: bsearch(code, l->v, l->n,
					      sizeof(*l->v), compare);

	for (size_t i = 0; o == NULL && i < l->n; i++)
		if (strcmp(l->v[i].code, code) == 0)
			o = &l->v[i];
	return o;
}

/* "Greve Kommune" is Greve; folded, release with free(). */
static char *
plain(const char *word)
{
	static const char suffix[] = " kommune";
	char *s = fold(word);
	size_t n = strlen(s), cut = sizeof(suffix) - 1;

	if (n > cut && str_ends(s, suffix))
		s[n - cut] = '\0';
	return s;
}

static const struct org *
find_folded(const struct orgs *l, unsigned kinds, const char *s)
{
	const struct org *found = NULL;

	for (size_t i = 0; found == NULL && i < l->n; i++) {
		const struct org *o = &l->v[i];

		if ((kinds & ORG_BIT(o->kind)) != 0 &&
		    (fold_same(o->code, s) || fold_same(o->name, s)))
			found = o;
	}
	return found;
}

const struct org *
org_find(const struct orgs *l, unsigned kinds, const char *word)
{
	const struct org *o = org_of(l, word);
	char *s;

	if (o != NULL && (kinds & ORG_BIT(o->kind)) != 0)
		return o;
	s = plain(word);
	o = *s == '\0' ? NULL : find_folded(l, kinds, s);
	free(s);
	return o;
}

static const char *
near_code(const struct orgs *l, const char *digits)
{
	char *code = xasprintf("0%s", digits);
	const struct org *o = org_of(l, code);

	free(code);
	return o != NULL ? o->code : NULL;
}

/* Compared folded, said as the organisation has it. */
static const char *
near_name(const struct orgs *l, unsigned kinds, const char *s)
{
	const char **names = xcalloc(2 * l->n + 1, sizeof(*names));
	char **folded = xcalloc(2 * l->n + 1, sizeof(*folded));
	const char *near, *found = NULL;
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++) {
		if ((kinds & ORG_BIT(l->v[i].kind)) == 0)
			continue;
		names[n] = l->v[i].name;
		folded[n++] = fold(l->v[i].name);
		names[n] = l->v[i].code;
		folded[n++] = fold(l->v[i].code);
	}
	near = nearest(s, (const char *const *)folded);
	for (size_t i = 0; i < n; i++) {
		if (folded[i] == near)
			found = names[i];
		free(folded[i]);
	}
	free(folded);
	free(names);
	return found;
}

const char *
org_near(const struct orgs *l, unsigned kinds, const char *word)
{
	char *s;
	const char *near;

	if (word[strspn(word, "0123456789")] == '\0')
		return near_code(l, word);
	s = plain(word);
	near = near_name(l, kinds, s);
	free(s);
	return near;
}
