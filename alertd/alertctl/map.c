#include <stdio.h>
#include <string.h>

#include "alertctl/map.h"
#include "alertctl/out.h"
#include "base/str.h"
#include "store/orgs.h"

static char
tile(const struct reach *r, bool notice)
{
	if (notice && r->told)
		return r->receipted ? '*' : '#';
	if (notice && r->unconcerned)
		return '_';
	if (!r->has_mail && !r->has_sms)
		return '-';
	if (!notice)
		return '+';
	if (r->failed && !r->waiting)
		return '!';
	return '.';
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

size_t
map_total(const struct reaches *l, bool notice)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		n += !notice || l->v[i].told || !l->v[i].unconcerned;
	return n;
}

static const char *
region_of(const struct orgs *l, const char *code)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].kind == ORG_MUNICIPALITY &&
		    strcmp(l->v[i].code, code) == 0)
			return l->v[i].region;
	return "";
}

static void
print_region(const struct orgs *orgs, const struct reaches *l,
    const char *region, bool notice)
{
	printf("  ");
	out_padded(region, 20);
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(region_of(orgs, l->v[i].code), region) == 0)
			putchar(tile(&l->v[i], notice));
	putchar('\n');
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
print_receipts(const struct reaches *l)
{
	size_t answered, n = count_asked(l, &answered), k = 0;

	if (n == 0)
		return;
	printf("receipts %zu/%zu municipalities that were asked have "
	       "answered\n",
	    answered, n);
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].asked && !l->v[i].receipted)
			printf(
			    "%s%s", k++ == 0 ? "  not:  " : ", ", l->v[i].name);
	if (k > 0)
		putchar('\n');
}

static void
print_missing(const struct reaches *l, bool notice)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++) {
		if (good(&l->v[i], notice) || (notice && l->v[i].unconcerned))
			continue;
		printf("%s%s", n++ == 0 ? "  not:  " : ", ", l->v[i].name);
	}
	if (n > 0)
		putchar('\n');
}

void
map_print(struct store *s, const struct reaches *l, bool notice)
{
	struct orgs orgs = {0};
	struct strv done = {0};
	size_t answered;
	const char *receipts = count_asked(l, &answered) > 0
				   ? "* and receipted, "
				   : "";

	size_t total = map_total(l, notice);

	printf("reach    %zu/%zu municipalities ", map_count(l, notice), total);
	if (notice)
		printf("reached by the newest notice (# reached, %s"
		       ". waiting, ! failed, - no contact%s)\n",
		    receipts, total < l->n ? ", _ not concerned" : "");
	else
		printf("have contacts (- none)\n");
	if (store_orgs(s, &orgs, NULL) == 0) {
		for (size_t i = 0; i < l->n; i++) {
			const char *region = region_of(&orgs, l->v[i].code);

			if (strv_has(&done, region))
				continue;
			strv_add(&done, region);
			print_region(&orgs, l, region, notice);
		}
	}
	print_missing(l, notice);
	if (notice)
		print_receipts(l);
	strv_clear(&done);
	orgs_clear(&orgs);
}

json_t *
map_json(const struct reaches *l)
{
	json_t *list = json_array();

	for (size_t i = 0; i < l->n; i++) {
		const struct reach *r = &l->v[i];

		json_array_append_new(list,
		    json_pack(
			"{s:s, s:s, s:b, s:b, s:b, s:b, s:b, s:b, s:b, s:b}",
			"code", r->code, "name", r->name, "has_mail",
			r->has_mail, "has_sms", r->has_sms, "told", r->told,
			"waiting", r->waiting, "failed", r->failed, "asked",
			r->asked, "receipted", r->receipted, "concerned",
			!r->unconcerned));
	}
	return list;
}
