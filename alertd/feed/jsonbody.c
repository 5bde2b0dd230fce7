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

static bool
too_deep(const char *s, size_t n)
{
	bool quoted = false;
	int depth = 0;

	for (size_t i = 0; i < n; i++) {
		if (quoted && s[i] == '\\')
			i++;
		else if (s[i] == '"')
			quoted = !quoted;
		else if (!quoted && (s[i] == '{' || s[i] == '['))
			depth++;
		else if (!quoted && (s[i] == '}' || s[i] == ']'))
			depth--;
		if (depth > LIMIT_JSON_DEPTH)
			return true;
	}
	return false;
}

static json_t *
load(const char *s, size_t n, struct err *e)
{
	const size_t flags = JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL;
	json_error_t je;
	json_t *root = json_loadb(s, n, flags, &je);

	/* One number too large must not cost the whole page. */
	if (root == NULL && json_error_code(&je) == json_error_numeric_overflow)
		root = json_loadb(s, n, flags | JSON_DECODE_INT_AS_REAL, &je);
	if (root == NULL) {
		char *text = field_line(je.text, strlen(je.text), LIMIT_TITLE);

		err_set(
		    e, "JSON, line %d column %d: %s", je.line, je.column, text);
		free(text);
	}
	return root;
}

json_t *
jsonbody_open(const char *s, size_t n, struct err *e)
{
	if (n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0) {
		s += 3;
		n -= 3;
	}
	if (body_is_html(s, n)) {
		err_set(e, "a web page (a login page?) in place of JSON");
		return NULL;
	}
	if (too_deep(s, n)) {
		err_set(e, "JSON nested deeper than %d", LIMIT_JSON_DEPTH);
		return NULL;
	}
	return load(s, n, e);
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
	/* All numbers are reals in a body with one that is too large. */
	if (json_is_real(v))
		return xasprintf("%.0f", json_real_value(v));
	return field_id(s, strlen(s));
}

bool
jsonbody_list(const struct feed_body *b, const json_t *root, const char *key,
    item_fn *item, struct reports *out, bool *complete)
{
	json_t *list = json_object_get(root, key), *o;
	size_t i;

	if (list == NULL || (!json_is_array(list) && !json_is_null(list)))
		return false;
	if (json_is_null(list) || json_array_size(list) > b->max_items)
		*complete = false;
	json_array_foreach(list, i, o)
	{
		struct report *r;

		if (i >= b->max_items)
			break;
		r = reports_add(out);
		xreplace(&r->feed, b->feed);
		if (json_is_object(o) && item(r, o) == 0)
			continue;
		report_clear(&out->v[--out->n]);
		*complete = false;
	}
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
