#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/date.h"
#include "feed/field.h"
#include "feed/html.h"
#include "feed/jsonbody.h"
#include "feed/jsonparts.h"

json_t *
jsonbody_open(const char *s, size_t n, struct err *e)
{
	return jsonparts_open(s, n, e);
}

const char *
jsonbody_text(const json_t *o, const char *key)
{
	const char *s = json_string_value(json_object_get(o, key));

	return s == NULL ? "" : s;
}

int64_t
jsonbody_time(const json_t *o, const char *key, const char *other)
{
	int64_t t = feed_date(jsonbody_text(o, key));

	return t == TIME_NONE && other != NULL
		   ? feed_date(jsonbody_text(o, other))
		   : t;
}

char *
jsonbody_id(const json_t *o, const char *key)
{
	const json_t *v = json_object_get(o, key);
	const char *s = jsonbody_text(o, key);

	if (json_is_integer(v))
		return xasprintf("%lld", (long long)json_integer_value(v));
	if (json_is_real(v)) /* 1e3 */
		return xasprintf("%.0f", json_real_value(v));
	return field_id(s, strlen(s));
}

struct list {
	const struct feed_body *body;
	item_fn *item;
	struct reports *out;
	bool complete;
};

static void
take_part(const json_t *o, bool guessed, void *arg)
{
	struct list *l = arg;
	struct report *r = reports_add(l->out);

	xreplace(&r->feed, l->body->feed);
	if (!json_is_object(o) || l->item(r, o) == -1) {
		report_clear(&l->out->v[--l->out->n]);
		l->complete = false;
	}
	if (guessed)
		l->complete = false;
}

bool
jsonbody_list(const struct feed_body *b, const json_t *root, const char *key,
    item_fn *item, struct reports *out, bool *complete)
{
	const json_t *list = json_object_get(root, key);
	struct list l = {b, item, out, !json_is_null(list)};
	/* A body can have several lists. */
	size_t room = b->max_items > out->n ? b->max_items - out->n : 0;

	if (list == NULL || (!json_is_array(list) && !json_is_null(list)))
		return false;
	if (jsonparts_each(b->data, b->len, key, room, take_part, &l) > room)
		l.complete = false;
	*complete = *complete && l.complete;
	return true;
}

void
jsonbody_heads(struct report *r, const json_t *o, const char *title,
    const char *url, const char *impact)
{
	const char *s = jsonbody_text(o, title);

	field_set(&r->title, field_line(s, strlen(s), LIMIT_TITLE));
	s = jsonbody_text(o, url);
	field_set(&r->url, field_url(s, strlen(s)));
	if (impact == NULL)
		return;
	s = jsonbody_text(o, impact);
	field_set(&r->impact, field_word(s, strlen(s)));
}

void
jsonbody_component(struct report *r, const char *name, const char *status)
{
	char *n = field_line(name, strlen(name), LIMIT_TITLE);
	char *s = field_word(status, strlen(status));

	if (*n != '\0')
		report_component(r, n, s);
	free(n);
	free(s);
}

static int
newer_first(const void *pa, const void *pb)
{
	const struct update *a = pa, *b = pb;

	if (a->at != b->at)
		return a->at > b->at ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

struct updates
jsonbody_updates(const json_t *list, update_time_fn *at)
{
	struct updates all = {0};
	size_t i;
	json_t *u;

	if (json_array_size(list) == 0)
		return all;
	all.v = xcalloc(json_array_size(list), sizeof(*all.v));
	json_array_foreach(list, i, u)
	{
		if (!json_is_object(u))
			continue;
		all.v[all.n++] = (struct update){
		    .json = u, .at = at(u), .order = i};
	}
	qsort(all.v, all.n, sizeof(*all.v), newer_first);
	return all;
}

void
jsonbody_update_text(
    struct report *r, const struct updates *all, const char *key)
{
	struct buf b;

	buf_init(&b, 2 * LIMIT_TEXT);
	for (size_t i = 0; i < all->n && b.len < LIMIT_TEXT; i++) {
		const char *body = jsonbody_text(all->v[i].json, key);
		char *text = html_text(body, strlen(body));

		if (b.len > 0 && *text != '\0')
			buf_adds(&b, "\n\n");
		buf_adds(&b, text);
		if (r->newest == 0)
			r->newest = b.len;
		free(text);
	}
	field_set(&r->text, field_text(buf_str(&b), b.len, LIMIT_TEXT));
	buf_clear(&b);
	if (r->newest > strlen(r->text))
		r->newest = strlen(r->text);
}
