#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/status/map.h"
#include "alertctl/ui/wrap.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"
#include "store/orgs.h"

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

/* The municipalities are first, in the order of their codes. */
static int
compare(const void *code, const void *org)
{
	const struct org *o = org;

	return o->kind == ORG_MUNICIPALITY ? strcmp(code, o->code) : -1;
}

static const char *
region_of(const struct orgs *l, const char *code)
{
	const struct org *o = l->n == 0 ? NULL
					: bsearch(code, l->v, l->n,
					      sizeof(*l->v), compare);

	return o == NULL ? "" : o->region;
}

static void
add_region(const struct orgs *orgs, const struct reaches *l, const char *region,
    bool notice, struct sheet *out)
{
	struct buf b;

	buf_init(&b, 4096);
	buf_addf(&b, "  %s", region);
	for (size_t n = text_width(region); n < REGION; n++)
		buf_addc(&b, ' ');
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(region_of(orgs, l->v[i].code), region) == 0)
			buf_addc(&b, map_sign(&l->v[i], notice));
	sheet_whole(out, buf_steal(&b));
}

static void
add_regions(
    struct store *s, const struct reaches *l, bool notice, struct sheet *out)
{
	struct orgs orgs = {0};
	struct strv done = {0};

	if (store_orgs(s, &orgs, NULL) == 0) {
		for (size_t i = 0; i < l->n; i++) {
			const char *region = region_of(&orgs, l->v[i].code);

			if (strv_has(&done, region))
				continue;
			strv_add(&done, region);
			add_region(&orgs, l, region, notice, out);
		}
	}
	strv_clear(&done);
	orgs_clear(&orgs);
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

/* Those for whom it is so, unless they are none or too many. */
static void
add_names(const struct reaches *l, bool notice,
    bool (*is)(const struct reach *, bool), size_t most, struct sheet *out)
{
	struct strv names = {0};
	char *all;

	for (size_t i = 0; i < l->n; i++)
		if (is(&l->v[i], notice))
			strv_add(&names, l->v[i].name);
	all = strv_join(&names, ", ");
	if (names.n > 0 && (most == 0 || names.n <= most))
		sheet_add(out, PAINT_BAD, _("  not:"), "%s", all);
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
map_add(struct store *s, const struct reaches *l, bool notice,
    enum map_form form, size_t columns, size_t names, struct sheet *out)
{
	if (form == MAP_TILES)
		add_tiles(l, notice, columns, out);
	else
		add_title(l, notice, form == MAP_REGIONS, out);
	if (form == MAP_REGIONS)
		add_regions(s, l, notice, out);
	add_names(l, notice, reached_not, names, out);
	if (notice)
		add_receipts(l, names, out);
}

void
map_print(struct store *s, const struct reaches *l, bool notice)
{
	struct sheet sheet = {0};
	struct buf b;

	buf_init(&b, 1024 * 1024);
	map_add(s, l, notice, MAP_REGIONS, 0, 0, &sheet);
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
