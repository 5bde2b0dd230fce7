#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/diag.h"
#include "base/fold.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"
#include "contacts/audience.h"
#include "contacts/find.h"

/* Municipalities that are named; more are counted. */
#define NAMED 5

/* --- what an operator writes -----------------------------------------------
 */

/* The first words of what an operator may write. */
static const struct {
	const char *word;
	enum audience_kind kind;
} words[] = {
    {"region", AUDIENCE_REGION},
    {"vendor", AUDIENCE_VENDOR},
    {"leverandør", AUDIENCE_VENDOR},
    {"org", AUDIENCE_ORGS},
};
static const char *const all_words[] = {"all", "alle"};

/*
 * The kind of the text by its first word; *rest is what stands behind it.
 * AUDIENCE_ALL: it has no such word.
 */
static enum audience_kind
first_word(const char *s, const char **rest)
{
	size_t n = strcspn(s, " :");
	char *word = xstrndup(s, n);
	enum audience_kind kind = AUDIENCE_ALL;

	for (size_t i = 0; i < LENGTH(words); i++)
		if (fold_same(word, words[i].word))
			kind = words[i].kind;
	free(word);
	if (kind != AUDIENCE_ALL)
		*rest = s + n + strspn(s + n, " :");
	return kind;
}

/* The regions, each once, as they are written. */
static void
list_regions(const struct orgs *l, struct strv *out)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].kind == ORG_MUNICIPALITY &&
		    *l->v[i].region != '\0' && !strv_has(out, l->v[i].region))
			strv_add(out, l->v[i].region);
}

/* Folded, and without the word that all of them begin with. */
static char *
region_key(const char *name)
{
	static const char prefix[] = "region ";
	char *s = fold(name);
	size_t n = sizeof(prefix) - 1;

	if (str_starts(s, prefix))
		memmove(s, s + n, strlen(s + n) + 1);
	return s;
}

/*
 * The one region that is called word, else the one that has it in its name;
 * *n is how many there are of the better kind.
 */
static const char *
match_region(const struct strv *l, const char *word, size_t *n)
{
	const char *same = NULL, *part = NULL;
	char *s = region_key(word);
	size_t parts = 0;

	*n = 0;
	for (size_t i = 0; i < l->n; i++) {
		char *key = region_key(l->v[i]);

		if (strcmp(key, s) == 0)
			same = l->v[i];
		else if (*s != '\0' && strstr(key, s) != NULL) {
			part = l->v[i];
			parts++;
		}
		free(key);
	}
	free(s);
	*n = same != NULL ? 1 : parts;
	return same != NULL ? same : part;
}

static const char *
near_region(const struct strv *l, const char *word)
{
	char **keys = xcalloc(l->n + 1, sizeof(*keys));
	char *s = region_key(word);
	const char *near, *found = NULL;

	for (size_t i = 0; i < l->n; i++)
		keys[i] = region_key(l->v[i]);
	near = nearest(s, (const char *const *)keys);
	for (size_t i = 0; i < l->n; i++) {
		if (keys[i] == near)
			found = l->v[i];
		free(keys[i]);
	}
	free(keys);
	free(s);
	return found;
}

static int
no_region(const struct strv *l, const char *s, size_t n, struct err *e)
{
	const char *near = near_region(l, s);
	char *all = strv_join(l, ", ");

	if (n > 1)
		err_set(e,
		    _("more than one region has \"%s\" in its name; they are "
		      "%s"),
		    s, all);
	else if (near != NULL)
		err_set(e, _("there is no region \"%s\"; did you mean \"%s\"?"),
		    s, near);
	else
		err_set(e, _("there is no region \"%s\"; they are %s"), s, all);
	free(all);
	return -1;
}

static int
parse_region(const char *s, const struct orgs *l, char **out, struct err *e)
{
	struct strv regions = {0};
	const char *found;
	size_t n;
	int r = 0;

	list_regions(l, &regions);
	found = match_region(&regions, s, &n);
	if (n == 1)
		*out = xasprintf("region:%s", found);
	else
		r = no_region(&regions, s, n, e);
	strv_clear(&regions);
	return r;
}

static int
no_vendor(const char *s, const struct orgs *l, struct err *e)
{
	const char *near = org_near(l, ORG_BIT(ORG_VENDOR), s);
	struct strv codes = {0};
	char *all;

	if (near != NULL)
		return err_set(e,
		    _("there is no vendor \"%s\"; did you mean \"%s\"?"), s,
		    near);
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].kind == ORG_VENDOR)
			strv_add(&codes, l->v[i].code);
	all = strv_join(&codes, ", ");
	err_set(e, _("there is no vendor \"%s\"; they are %s"), s, all);
	strv_clear(&codes);
	free(all);
	return -1;
}

static int
parse_vendor(const char *s, const struct orgs *l, char **out, struct err *e)
{
	const struct org *o = org_find(l, ORG_BIT(ORG_VENDOR), s);
	char *audience;

	if (o == NULL)
		return no_vendor(s, l, e);
	audience = xasprintf("vendor:%s", o->code);
	if (audience_count(audience, l) == 0) {
		free(audience);
		return err_set(e,
		    _("no municipality is known to be with the vendor %s: name "
		      "the municipalities instead"),
		    o->name);
	}
	*out = audience;
	return 0;
}

static int
no_municipality(const char *s, const struct orgs *l, struct err *e)
{
	const char *near = org_near(l, ORG_BIT(ORG_MUNICIPALITY), s);

	if (near != NULL)
		return err_set(e,
		    _("there is no municipality \"%s\"; did you mean \"%s\"?"),
		    s, near);
	return err_set(e,
	    _("there is no municipality \"%s\": give \"all\", \"region NAME\", "
	      "\"vendor CODE\", or municipalities by code (0101) or name with "
	      "commas between"),
	    s);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static int
parse_list(const char *s, const struct orgs *l, char **out, struct err *e)
{
	struct strv names = {0}, codes = {0};
	char *all;
	int r = 0;

	strv_split(&names, s, ",");
	if (names.n == 0)
		r = no_municipality(s, l, e);
	for (size_t i = 0; r == 0 && i < names.n; i++) {
		const struct org *o = org_find(
		    l, ORG_BIT(ORG_MUNICIPALITY), names.v[i]);

		if (o == NULL)
			r = no_municipality(names.v[i], l, e);
		else if (!strv_has(&codes, o->code))
			strv_add(&codes, o->code);
	}
	if (r == 0) {
		qsort(codes.v, codes.n, sizeof(*codes.v), by_text);
		all = strv_join(&codes, ",");
		*out = xasprintf("org:%s", all);
		free(all);
	}
	strv_clear(&codes);
	strv_clear(&names);
	return r;
}

static int
no_such(const char *s, const struct orgs *l, const struct strv *regions,
    struct err *e)
{
	const char *near = org_near(
	    l, ORG_BIT(ORG_MUNICIPALITY) | ORG_BIT(ORG_VENDOR), s);

	if (near == NULL)
		near = near_region(regions, s);
	if (near == NULL)
		return no_municipality(s, l, e);
	return err_set(
	    e, _("there is no \"%s\"; did you mean \"%s\"?"), s, near);
}

/*
 * A name alone: what only a region or only a vendor is called needs no word
 * before it.
 */
static int
parse_plain(const char *s, const struct orgs *l, char **out, struct err *e)
{
	struct strv regions = {0};
	char *key;
	size_t n = 0;
	int r;

	if (strchr(s, ',') != NULL ||
	    org_find(l, ORG_BIT(ORG_MUNICIPALITY), s) != NULL)
		return parse_list(s, l, out, e);
	list_regions(l, &regions);
	key = region_key(s);
	for (size_t i = 0; i < regions.n; i++) {
		char *other = region_key(regions.v[i]);

		n += strcmp(key, other) == 0;
		free(other);
	}
	if (n == 1)
		r = parse_region(s, l, out, e);
	else if (org_find(l, ORG_BIT(ORG_VENDOR), s) != NULL)
		r = parse_vendor(s, l, out, e);
	else
		r = no_such(s, l, &regions, e);
	free(key);
	strv_clear(&regions);
	return r;
}

int
audience_parse(
    const char *text, const struct orgs *l, char **out, struct err *e)
{
	char *copy = xstrdup(text), *s = str_trim(copy);
	const char *rest = s;
	int r = -1;

	*out = NULL;
	for (size_t i = 0; i < LENGTH(all_words); i++)
		if (fold_same(s, all_words[i]))
			*out = xstrdup("");
	if (*out != NULL)
		r = 0;
	else
		switch (first_word(s, &rest)) {
		case AUDIENCE_REGION:
			r = parse_region(rest, l, out, e);
			break;
		case AUDIENCE_VENDOR:
			r = parse_vendor(rest, l, out, e);
			break;
		case AUDIENCE_ORGS:
			r = parse_list(rest, l, out, e);
			break;
		case AUDIENCE_ALL:
			r = parse_plain(s, l, out, e);
			break;
		}
	free(copy);
	return r;
}

/* --- who is in it ----------------------------------------------------------
 */

static bool
has(const char *audience, const struct org *o)
{
	return o->kind == ORG_MUNICIPALITY &&
	       audience_has(audience, o->code, o->region, o->vendor);
}

bool
audience_includes(
    const char *audience, const struct orgs *l, const struct org *o)
{
	const char *value;

	if (o->kind != ORG_VENDOR)
		return has(audience, o);
	if (audience_kind(audience, &value) == AUDIENCE_ALL)
		return true;
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->v[i].vendor, o->code) == 0 &&
		    has(audience, &l->v[i]))
			return true;
	return false;
}

size_t
audience_count(const char *audience, const struct orgs *l)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		n += has(audience, &l->v[i]);
	return n;
}

/* --- in words --------------------------------------------------------------
 */

/* Municipalities by name, or "" when they are too many to be named. */
static char *
list_names(const char *audience, const struct orgs *l)
{
	struct strv names = {0};
	char *s;

	for (size_t i = 0; i < l->n; i++)
		if (has(audience, &l->v[i]))
			strv_add(&names, l->v[i].name);
	s = names.n <= NAMED ? strv_join(&names, ", ") : xstrdup("");
	strv_clear(&names);
	return s;
}

/* What a sentence about it needs; name is a region, a vendor, or a list. */
struct described {
	enum audience_kind kind;
	char *name;
	size_t n;
};

static struct described
describe(const char *audience, const struct orgs *l)
{
	const char *value;
	struct described d = {.kind = audience_kind(audience, &value),
	    .n = audience_count(audience, l)};
	const struct org *vendor = d.kind == AUDIENCE_VENDOR ? org_of(l, value)
							     : NULL;

	if (d.kind == AUDIENCE_ORGS)
		d.name = list_names(audience, l);
	else
		d.name = xstrdup(vendor != NULL ? vendor->name : value);
	return d;
}

char *
audience_text(const char *audience, const struct orgs *l)
{
	struct described d = describe(audience, l);
	char *s = NULL;

	switch (d.kind) {
	case AUDIENCE_ALL:
		s = xstrdup(_("all municipalities"));
		break;
	case AUDIENCE_REGION:
		s = xasprintf(_("the municipalities of %s"), d.name);
		break;
	case AUDIENCE_VENDOR:
		s = xasprintf(_("the municipalities with %s"), d.name);
		break;
	case AUDIENCE_ORGS:
		s = *d.name != '\0' ? xstrdup(d.name)
				    : xasprintf(tr_n("%zu municipality",
						    "%zu municipalities", d.n),
					  d.n);
		break;
	}
	free(d.name);
	return s;
}
