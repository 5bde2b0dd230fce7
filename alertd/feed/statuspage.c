#include <stdlib.h>
#include <string.h>
#include <jansson.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/date.h"
#include "feed/field.h"
#include "feed/html.h"
#include "feed/kinds.h"
#include "feed/state.h"

struct update {
	json_t *json; /* borrowed */
	int64_t at;
	size_t order; /* place in the document */
};

struct updates {
	struct update *v;
	size_t n;
};

static const char *
text_of(const json_t *o, const char *key)
{
	const char *s = json_string_value(json_object_get(o, key));

	return s == NULL ? "" : s;
}

static int64_t
time_of(const json_t *o, const char *key, const char *other)
{
	int64_t t = feed_date(text_of(o, key));

	return t == TIME_NONE && other != NULL ? feed_date(text_of(o, other))
					       : t;
}

static void
set(char **field, char *value)
{
	free(*field);
	*field = value;
}

static int
newer_first(const void *pa, const void *pb)
{
	const struct update *a = pa, *b = pb;

	if (a->at != b->at)
		return a->at > b->at ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

static struct updates
sorted_updates(const json_t *incident)
{
	json_t *list = json_object_get(incident, "incident_updates"), *u;
	struct updates all = {0};
	size_t i;

	if (json_array_size(list) == 0)
		return all;
	all.v = xcalloc(json_array_size(list), sizeof(*all.v));
	json_array_foreach(list, i, u)
	{
		if (!json_is_object(u))
			continue;
		all.v[all.n++] = (struct update){.json = u,
		    .at = time_of(u, "display_at", "created_at"),
		    .order = i};
	}
	qsort(all.v, all.n, sizeof(*all.v), newer_first);
	return all;
}

static void
take_text(struct report *r, const struct updates *all)
{
	struct buf b;

	buf_init(&b, 2 * LIMIT_TEXT);
	for (size_t i = 0; i < all->n && b.len < LIMIT_TEXT; i++) {
		const char *body = text_of(all->v[i].json, "body");
		char *text = html_text(body, strlen(body));

		if (b.len > 0 && *text != '\0')
			buf_adds(&b, "\n\n");
		buf_adds(&b, text);
		if (r->newest == 0)
			r->newest = b.len;
		free(text);
	}
	set(&r->text, field_text(buf_str(&b), b.len, LIMIT_TEXT));
	buf_clear(&b);
	if (r->newest > strlen(r->text))
		r->newest = strlen(r->text);
}

/* The newest word of the updates on the component, or NULL; *at its time. */
static const json_t *
affected(const struct updates *all, const char *id, int64_t *at)
{
	json_t *c;
	size_t k;

	for (size_t i = 0; i < all->n; i++) {
		json_array_foreach(
		    json_object_get(all->v[i].json, "affected_components"), k,
		    c)
		{
			if (*id == '\0' || strcmp(text_of(c, "code"), id) != 0)
				continue;
			*at = all->v[i].at;
			return c;
		}
	}
	return NULL;
}

static void
component(struct report *r, const char *name, const char *status)
{
	char *n = field_line(name, strlen(name), LIMIT_TITLE);
	char *s = field_word(status, strlen(status));

	if (*n != '\0')
		report_component(r, n, s);
	free(n);
	free(s);
}

/*
 * A page gives the component's status now, whatever incident it is of. While
 * this one is open, the newer of that and its updates counts; when it is
 * over, what it said last, since another may have hit the component.
 */
static void
listed_component(struct report *r, const json_t *c, const struct updates *all)
{
	const char *status = text_of(c, "status");
	int64_t said = TIME_NONE;
	const json_t *word = affected(all, text_of(c, "id"), &said);

	if (word != NULL && *text_of(word, "new_status") != '\0' &&
	    (r->phase == PHASE_RESOLVED || *status == '\0' ||
		time_of(c, "updated_at", NULL) <= said))
		status = text_of(word, "new_status");
	component(r, text_of(c, "name"), status);
}

static bool
has_component(const struct report *r, const char *name)
{
	for (size_t i = 0; i < r->n_components; i++)
		if (strcmp(r->components[i].name, name) == 0)
			return true;
	return false;
}

static void
take_components(
    struct report *r, const json_t *incident, const struct updates *all)
{
	json_t *list = json_object_get(incident, "components"), *c;
	size_t k;

	json_array_foreach(list, k, c) if (k < LIMIT_COMPONENTS)
	    listed_component(r, c, all);
	if (json_array_size(list) > 0)
		return;
	for (size_t i = 0; i < all->n && r->n_components < LIMIT_COMPONENTS;
	     i++)
		json_array_foreach(
		    json_object_get(all->v[i].json, "affected_components"), k,
		    c) if (!has_component(r, text_of(c, "name")))
		    component(r, text_of(c, "name"), text_of(c, "new_status"));
}

/* Newest updated_at, and a mark of what can change without it. */
static void
take_revision(
    struct report *r, const json_t *incident, const struct updates *all)
{
	const char *newest = text_of(incident, "updated_at");
	char hex[HASH_SIZE];
	struct buf b;

	for (size_t i = 0; i < all->n; i++) {
		const char *s = text_of(all->v[i].json, "updated_at");

		if (feed_date(s) > feed_date(newest))
			newest = s;
	}
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
	set(&r->revision, field_id(buf_str(&b), b.len));
	buf_clear(&b);
}

static void
take_status(struct report *r, const json_t *o, const struct updates *all)
{
	const char *s = text_of(o, "status");

	for (size_t i = 0; *s == '\0' && i < all->n; i++)
		s = text_of(all->v[i].json, "status");
	set(&r->status, field_word(s, strlen(s)));
	r->phase = state_phase(r->status);
}

static int
add_incident(struct reports *out, const json_t *o, const char *feed)
{
	const char *s = text_of(o, "id");
	struct updates all;
	struct report *r;

	if (*s == '\0')
		return -1;
	all = sorted_updates(o);
	r = reports_add(out);
	xreplace(&r->feed, feed);
	set(&r->id, field_id(s, strlen(s)));
	s = text_of(o, "name");
	set(&r->title, field_line(s, strlen(s), LIMIT_TITLE));
	s = text_of(o, "shortlink");
	set(&r->url, field_url(s, strlen(s)));
	s = text_of(o, "impact");
	set(&r->impact, field_word(s, strlen(s)));
	r->published = time_of(o, "created_at", "started_at");
	r->updated = time_of(o, "updated_at", NULL);
	r->starts = time_of(o, "scheduled_for", NULL);
	r->ends = time_of(o, "scheduled_until", NULL);
	take_status(r, o, &all);
	take_text(r, &all);
	take_components(r, o, &all);
	take_revision(r, o, &all);
	free(all.v);
	return 0;
}

static int
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
			return 1;
	}
	return 0;
}

static json_t *
load(const char *s, size_t n, struct err *e)
{
	const size_t flags = JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL;
	json_error_t je;
	json_t *root;

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
	root = json_loadb(s, n, flags, &je);
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

/* 1 when there is such a list, 0 when not; *complete is only ever cleared. */
static int
add_list(const struct feed_body *b, const json_t *root, const char *key,
    struct reports *out, bool *complete)
{
	json_t *list = json_object_get(root, key), *o;
	size_t i;

	if (list == NULL || (!json_is_array(list) && !json_is_null(list)))
		return 0;
	if (json_is_null(list) || json_array_size(list) > b->max_items)
		*complete = false;
	json_array_foreach(list, i, o)
	{
		if (i >= b->max_items)
			break;
		if (add_incident(out, o, b->feed) == -1)
			*complete = false;
	}
	return 1;
}

int
statuspage_parse(const struct feed_body *b, struct reports *out, struct err *e)
{
	json_t *root = load(b->data, b->len, e);
	bool complete = true;
	int lists;

	if (root == NULL)
		return -1;
	lists = add_list(b, root, "incidents", out, &complete);
	lists += add_list(b, root, "scheduled_maintenances", out, &complete);
	json_decref(root);
	if (lists == 0)
		return err_set(e, "JSON without the lists \"incidents\" or "
				  "\"scheduled_maintenances\"");
	out->complete = complete;
	return 0;
}
