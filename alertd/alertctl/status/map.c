#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/status/map.h"
#include "alertctl/ui/wrap.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"

#define REGION 20 /* columns of its name */
#define WIDEST 80 /* columns; what stands beside the tiles stays near them */

char
map_sign(const struct reach *r, bool notice)
{
	if (notice && r->told)
		return r->receipted ? '*' : '#';
	if (notice && r->unconcerned)
		return '_';
	if (!r->has_mail && !r->has_sms)
		return '-';
	if (!notice)
		return '+';
	if (r->waiting || (!r->failed && !r->unknown))
		return '.';
	return r->unknown ? '?' : '!';
}

static bool
good(const struct reach *r, bool notice)
{
	return notice ? r->told : r->has_mail || r->has_sms;
}

size_t
map_count(const struct reaches *l, bool notice)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		n += good(&l->v[i], notice);
	return n;
}

/* Of how many that is: with notice, of those that it is for. */
static size_t
map_total(const struct reaches *l, bool notice)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		n += !notice || l->v[i].told || !l->v[i].unconcerned;
	return n;
}

/* What the signs mean, where there are too many for them; the worst first. */
static const struct {
	char sign;
	const char *word;
} kinds[] = {
    {'!', N_("failed")},
    {'?', N_("not known")},
    {'-', N_("no contact")},
    {'.', N_("waiting")},
    {'#', N_("reached")},
    {'*', N_("reached and receipted")},
    {'+', N_("with contacts")},
    {'_', N_("not concerned")},
};

static bool
too_many(const struct reaches *l)
{
	return l->n > LIMIT_TILES;
}

static size_t
sign_at(const struct reach *r, bool notice)
{
	char sign = map_sign(r, notice);
	size_t k = 0;

	while (k < LENGTH(kinds) - 1 && kinds[k].sign != sign)
		k++;
	return k;
}

/* The names of the regions, in the order in which they come. */
static void
list_regions(const struct reaches *l, struct strv *out)
{
	for (size_t i = 0; i < l->n; i++) {
		const char *name = l->v[i].region;

		/* Drawn, each has its sign. */
		if (too_many(l) && out->n >= LIMIT_GROUPS)
			name = "";
		if (!strv_has(out, l->v[i].region) && !strv_has(out, name))
			strv_add(out, name);
	}
}

static void
begin_region(struct buf *b, const char *name)
{
	buf_init(b, 4096);
	buf_addf(b, "  %s", name);
	for (size_t n = text_width(name); n < REGION; n++)
		buf_addc(b, ' ');
}

static void
add_region(
    const struct reaches *l, const char *region, bool notice, struct sheet *out)
{
	struct buf b;

	begin_region(&b, region);
	for (size_t i = 0; i < l->n; i++)
		if (str_eq(l->v[i].region, region))
			buf_addc(&b, map_sign(&l->v[i], notice));
	sheet_whole(out, buf_steal(&b));
}

/* "3 failed, 1204 reached" */
static void
add_counts(const struct reaches *l, const struct strv *regions, size_t k,
    bool notice, struct sheet *out)
{
	const char *name = regions->v[k], *sep = "";
	size_t n[LENGTH(kinds)] = {0};
	struct buf b;

	for (size_t i = 0; i < l->n; i++) {
		const char *of = l->v[i].region;

		if (str_eq(of, name) ||
		    (*name == '\0' && !strv_has(regions, of)))
			n[sign_at(&l->v[i], notice)]++;
	}
	begin_region(&b, *name == '\0' ? _("others") : name);
	for (size_t s = 0; s < LENGTH(kinds); s++) {
		if (n[s] == 0)
			continue;
		buf_addf(&b, "%s%zu %s", sep, n[s], _(kinds[s].word));
		sep = ", ";
	}
	sheet_whole(out, buf_steal(&b));
}

static void
add_regions(const struct reaches *l, bool notice, struct sheet *out)
{
	struct strv regions = {0};

	list_regions(l, &regions);
	for (size_t k = 0; k < regions.n; k++)
		if (too_many(l))
			add_counts(l, &regions, k, notice, out);
		else
			add_region(l, regions.v[k], notice, out);
	strv_clear(&regions);
}

/* Who has not got it, or has given no receipt. */
static bool
reached_not(const struct reach *r, bool notice)
{
	return !good(r, notice) && !(notice && r->unconcerned);
}

static bool
receipted_not(const struct reach *r, bool notice)
{
	(void)notice;
	return r->asked && !r->receipted;
}

/* Those for whom it is so, the worst first, and how many there are. */
static size_t
find_names(const struct reaches *l, bool notice,
    bool (*is)(const struct reach *, bool), struct strv *out)
{
	bool many = too_many(l);
	size_t n = 0;

	for (size_t s = 0; s < (many ? LENGTH(kinds) : 1); s++)
		for (size_t i = 0; i < l->n; i++) {
			const struct reach *r = &l->v[i];

			if ((many && sign_at(r, notice) != s) || !is(r, notice))
				continue;
			if (!many || n < LIMIT_NAMED)
				strv_add(out, r->name);
			n++;
		}
	return n;
}

/* These, unless they are none or too many for the screen. */
static void
add_names(const struct reaches *l, bool notice,
    bool (*is)(const struct reach *, bool), size_t most, struct sheet *out)
{
	struct strv names = {0};
	size_t n = find_names(l, notice, is, &names);
	char *all = strv_join(&names, ", ");

	if (n > 0 && n == names.n && (most == 0 || n <= most))
		sheet_add(out, PAINT_BAD, _("  not:"), "%s", all);
	else if (n > names.n && most == 0)
		sheet_add(out, PAINT_BAD, _("  not:"),
		    _("%s and %zu others; --json has them all"), all,
		    n - names.n);
	free(all);
	strv_clear(&names);
}

static size_t
count_asked(const struct reaches *l, size_t *answered)
{
	size_t n = 0;

	*answered = 0;
	for (size_t i = 0; i < l->n; i++) {
		n += l->v[i].asked;
		*answered += l->v[i].asked && l->v[i].receipted;
	}
	return n;
}

/* Only where somebody was asked for one. */
static void
add_receipts(const struct reaches *l, size_t names, struct sheet *out)
{
	size_t answered, n = count_asked(l, &answered);

	if (n == 0)
		return;
	sheet_add(out, PAINT_NONE, _("receipts"),
	    _("%zu/%zu municipalities that were asked have answered"), answered,
	    n);
	add_names(l, true, receipted_not, names, out);
}

static char *
title(const struct reaches *l, bool notice)
{
	return xasprintf(notice ? _("%zu/%zu municipalities reached by the "
				    "newest notice")
				: _("%zu/%zu municipalities have contacts"),
	    map_count(l, notice), map_total(l, notice));
}

/* What the signs mean, on one or two lines. */
static void
add_key(const struct reaches *l, bool notice, struct strv *key)
{
	size_t answered;

	if (!notice) {
		strv_add(key, _("+ has contacts  - none"));
		return;
	}
	strv_add(key, _("# reached  . waiting  ! failed  - no contact"));
	for (size_t i = 0; i < l->n; i++)
		if (map_sign(&l->v[i], notice) == '?') {
			strv_add(key, _("? not known"));
			break;
		}
	if (count_asked(l, &answered) > 0)
		strv_add(key, _("* reached and receipted"));
	if (map_total(l, notice) < l->n)
		strv_add(key, _("_ not concerned"));
}

static void
add_tiles(
    const struct reaches *l, bool notice, size_t columns, struct sheet *out)
{
	struct tiles t = {0};
	struct strv key = {0};

	add_key(l, notice, &key);
	if (tiles_load(&t, NULL) == 0)
		map_tiles(&t, l, notice, columns < WIDEST ? columns : WIDEST,
		    title(l, notice), &key, out);
	strv_clear(&key);
	tiles_clear(&t);
}

static void
add_title(
    const struct reaches *l, bool notice, bool with_key, struct sheet *out)
{
	struct strv key = {0};
	char *what = title(l, notice), *signs;

	add_key(l, notice, &key);
	signs = strv_join(&key, "  ");
	if (with_key)
		sheet_add(out, PAINT_NONE, _("reach"), "%s (%s)", what, signs);
	else
		sheet_add(out, PAINT_NONE, _("reach"), "%s", what);
	free(signs);
	free(what);
	strv_clear(&key);
}

void
map_add(const struct reaches *l, bool notice, enum map_form form,
    size_t columns, size_t names, struct sheet *out)
{
	if (form == MAP_TILES && !too_many(l))
		add_tiles(l, notice, columns, out);
	else
		add_title(l, notice, form == MAP_REGIONS && !too_many(l), out);
	if (form == MAP_REGIONS || (form == MAP_TILES && too_many(l)))
		add_regions(l, notice, out);
	add_names(l, notice, reached_not, names, out);
	if (notice)
		add_receipts(l, names, out);
}

void
map_print(const struct reaches *l, bool notice)
{
	struct sheet sheet = {0};
	struct buf b;

	buf_init(&b, 1024 * 1024);
	map_add(l, notice, MAP_REGIONS, 0, 0, &sheet);
	sheet_print(&sheet, 0, 0, "\n", &b);
	printf("%s", buf_str(&b));
	buf_clear(&b);
	sheet_clear(&sheet);
}

json_t *
map_json(const struct reaches *l)
{
	json_t *list = json_array();

	for (size_t i = 0; i < l->n; i++) {
		const struct reach *r = &l->v[i];

		json_array_append_new(list,
		    json_pack(
			"{s:s, s:s, s:b, s:b, s:b, s:b, s:b, s:b, s:b, s:b, "
			"s:b}",
			"code", r->code, "name", r->name, "has_mail",
			r->has_mail, "has_sms", r->has_sms, "told", r->told,
			"waiting", r->waiting, "failed", r->failed, "unknown",
			r->unknown, "asked", r->asked, "receipted",
			r->receipted, "concerned", !r->unconcerned));
	}
	return list;
}
