#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/mem.h"
#include "feed/field.h"
#include "feed/report.h"

void
report_init(struct report *r)
{
	*r = (struct report){
	    .feed = xstrdup(""),
	    .id = xstrdup(""),
	    .revision = xstrdup(""),
	    .title = xstrdup(""),
	    .text = xstrdup(""),
	    .url = xstrdup(""),
	    .impact = xstrdup(""),
	    .status = xstrdup(""),
	    .published = TIME_NONE,
	    .updated = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE,
	};
}

void
report_clear(struct report *r)
{
	for (size_t i = 0; i < r->n_components; i++) {
		free(r->components[i].name);
		free(r->components[i].status);
	}
	free(r->components);
	free(r->feed);
	free(r->id);
	free(r->revision);
	free(r->title);
	free(r->text);
	free(r->url);
	free(r->impact);
	free(r->status);
	*r = (struct report){0};
}

void
report_component(struct report *r, const char *name, const char *status)
{
	if (r->n_components >= LIMIT_COMPONENTS)
		return;
	r->components = xreallocarray(
	    r->components, r->n_components + 1, sizeof(*r->components));
	r->components[r->n_components++] = (struct component){
	    .name = xstrdup(name),
	    .status = xstrdup(status),
	};
}

void
report_revise(struct report *r, const char *newest)
{
	char hex[HASH_SIZE];
	struct buf b;

	buf_init(&b, 4 * LIMIT_TEXT);
	buf_addf(
	    &b, "%s\n%s\n%s\n%s\n", r->title, r->status, r->impact, r->text);
	for (size_t i = 0; i < r->n_components; i++)
		buf_addf(&b, "%s=%s\n", r->components[i].name,
		    r->components[i].status);
	sha256_hex(buf_str(&b), b.len, hex);
	buf_clear(&b);
	hex[8] = '\0';
	b = (struct buf){0};
	buf_init(&b, 2 * LIMIT_TITLE);
	buf_addf(&b, "%.100s-%s", newest, hex);
	field_set(&r->revision, field_id(buf_str(&b), b.len));
	buf_clear(&b);
}

struct report *
reports_add(struct reports *l)
{
	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	report_init(&l->v[l->n]);
	return &l->v[l->n++];
}

void
reports_move(struct reports *l, struct reports *from)
{
	/* Two lists of a large body at once are a tenth of its memory. */
	if (l->n == 0) {
		free(l->v);
		l->v = from->v;
	} else if (from->n > 0) {
		l->v = xreallocarray(l->v, l->n + from->n, sizeof(*l->v));
		memcpy(l->v + l->n, from->v, from->n * sizeof(*l->v));
		free(from->v);
	} else {
		free(from->v);
	}
	l->n += from->n;
	*from = (struct reports){0};
}

void
reports_clear(struct reports *l)
{
	for (size_t i = 0; i < l->n; i++)
		report_clear(&l->v[i]);
	free(l->v);
	*l = (struct reports){0};
}
