#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "feed/jsonbody.h"
#include "feed/kinds.h"
#include "feed/parse.h"
#include "feed/unique.h"

/* So many items tell what kind of XML it is. */
#define LOOKED_AT 50

static bool
empty(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!isspace((unsigned char)s[i]))
			return false;
	return true;
}

static int
parse(const struct kind *k, const struct feed_body *b, struct reports *out,
    struct err *e)
{
	struct reports l = {0};

	if (empty(b->data, b->len))
		return err_set(e, "empty body");
	if (k->parse(b, &l, e) == -1) {
		reports_clear(&l);
		return -1;
	}
	out->complete = l.complete && (out->n == 0 || out->complete);
	out->torn = l.torn || out->torn;
	out->only_open = k->only_open;
	reports_move(out, &l);
	reports_unique(out, 0, k == kind_find(FEED_CONFLUENCE));
	return 0;
}

int
feed_parse(enum feed_kind kind, const char *feed, const char *body, size_t len,
    size_t max_items, struct reports *out, struct err *e)
{
	struct feed_body b = {feed, body, len, max_items};

	if (kind == FEED_AUTO && feed_guess(body, len, &kind, e) == -1)
		return -1;
	return parse(kind_find(kind), &b, out, e);
}

int
feed_follow(enum feed_kind *kind, enum feed_kind *found, const char *feed,
    const char *body, size_t len, size_t max_items, struct reports *out,
    struct err *e)
{
	size_t n = out->n;

	*found = *kind;
	if (*kind == FEED_AUTO && feed_guess(body, len, found, e) == -1)
		return -1;
	if (feed_parse(*found, feed, body, len, max_items, out, e) == -1)
		return -1;
	if (out->n > n)
		*kind = *found;
	return 0;
}

static int
guess_json(const char *body, size_t len, enum feed_kind *out, struct err *e)
{
	json_t *root = jsonbody_open(body, len, e);
	const struct kind *k;
	bool found = false;

	if (root == NULL)
		return -1;
	for (int i = 0; !found && i < FEED_AUTO; i++) {
		k = kind_find((enum feed_kind)i);
		found = k->is != NULL && k->is(root);
		*out = (enum feed_kind)i;
	}
	json_decref(root);
	return found ? 0 : err_set(e, "JSON, but of no known kind of feed");
}

static bool
is_confluence(const struct feed_body *b, const struct reports *l)
{
	static const char words[] = "Confluence Syndication Feed";
	const char *id, *rev;

	if (memmem(b->data, b->len, words, strlen(words)) != NULL)
		return true;
	return l->n > 0 && confluence_id(l->v[0].id, &id, &rev) > 0;
}

static int
guess_xml(const char *body, size_t len, enum feed_kind *out, struct err *e)
{
	struct feed_body b = {"", body, len, LOOKED_AT};
	struct reports l = {0};
	int rc = syndication_parse(&b, NULL, &l, e);

	*out = FEED_RSS;
	if (is_confluence(&b, &l))
		*out = FEED_CONFLUENCE;
	else if (updates_are(&l))
		*out = FEED_RSS_UPDATES;
	reports_clear(&l);
	return rc;
}

int
feed_guess(const char *body, size_t len, enum feed_kind *out, struct err *e)
{
	enum feed_kind kind;
	size_t i = 0;
	int rc;

	while (i < len && (isspace((unsigned char)body[i]) ||
			      strchr("\xef\xbb\xbf", body[i]) != NULL))
		i++;
	if (i == len)
		return err_set(e, "empty body");
	rc = body[i] == '{' || body[i] == '[' ? guess_json(body, len, &kind, e)
					      : guess_xml(body, len, &kind, e);
	if (rc == 0)
		*out = kind;
	return rc;
}

static void
put_time(json_t *o, const char *key, int64_t t)
{
	char buf[RFC3339_SIZE];

	format_rfc3339(t, buf);
	json_object_set_new(
	    o, key, *buf == '\0' ? json_null() : json_string(buf));
}

json_t *
report_json(const struct report *r, enum phase phase)
{
	json_t *o = json_object(), *list = json_array();

	json_object_set_new(o, "id", json_string(r->id));
	json_object_set_new(o, "revision", json_string(r->revision));
	json_object_set_new(o, "title", json_string(r->title));
	json_object_set_new(o, "text", json_string(r->text));
	json_object_set_new(o, "url", json_string(r->url));
	put_time(o, "published", r->published);
	put_time(o, "updated", r->updated);
	for (size_t i = 0; i < r->n_components; i++)
		json_array_append_new(
		    list, json_pack("{s:s,s:s}", "name", r->components[i].name,
			      "status", r->components[i].status));
	json_object_set_new(o, "components", list);
	json_object_set_new(o, "impact", json_string(r->impact));
	json_object_set_new(o, "status", json_string(r->status));
	json_object_set_new(o, "phase",
	    json_string(phase_name(phase != PHASE_UNKNOWN ? phase : r->phase)));
	put_time(o, "starts", r->starts);
	put_time(o, "ends", r->ends);
	return o;
}
