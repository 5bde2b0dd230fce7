#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "feed/kinds.h"
#include "feed/parse.h"

static int
parse_kind(enum feed_kind kind, const struct feed_body *b, struct reports *out,
    struct err *e)
{
	switch (kind) {
	case FEED_STATUSPAGE:
		return statuspage_parse(b, out, e);
	case FEED_RSS:
		return syndication_parse(b, NULL, out, e);
	case FEED_CONFLUENCE:
		return syndication_parse(b, confluence_shape, out, e);
	}
	return err_set(e, "unknown kind of feed");
}

static bool
empty(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!isspace((unsigned char)s[i]))
			return false;
	return true;
}

int
feed_parse(enum feed_kind kind, const char *feed, const char *body, size_t len,
    size_t max_items, struct reports *out, struct err *e)
{
	struct feed_body b = {feed, body, len, max_items};
	bool first = out->n == 0, complete = out->complete;
	size_t n = out->n;

	if (empty(body, len))
		return err_set(e, "empty body");
	if (parse_kind(kind, &b, out, e) == -1) {
		while (out->n > n)
			report_clear(&out->v[--out->n]);
		out->complete = complete;
		return -1;
	}
	out->complete = out->complete && (first || complete);
	return 0;
}

static bool
is_confluence(const char *body, size_t len)
{
	struct feed_body b = {"", body, len, LIMIT_FEED_ITEMS};
	static const char words[] = "Confluence Syndication Feed";
	struct reports l = {0};
	const char *id, *rev;
	struct err e;
	bool yes = memmem(body, len, words, strlen(words)) != NULL;

	if (!yes && syndication_parse(&b, NULL, &l, &e) == 0 && l.n > 0)
		yes = confluence_id(l.v[0].id, &id, &rev) > 0;
	reports_clear(&l);
	return yes;
}

int
feed_guess(const char *body, size_t len, enum feed_kind *out, struct err *e)
{
	static const enum feed_kind kinds[] = {FEED_STATUSPAGE, FEED_RSS};
	size_t i = 0;

	while (i < len && (isspace((unsigned char)body[i]) ||
			      strchr("\xef\xbb\xbf", body[i]) != NULL))
		i++;
	if (i == len)
		return err_set(e, "empty body");
	i = body[i] == '{' || body[i] == '[' ? 0 : 1;
	{
		struct reports l = {0};
		int rc = feed_parse(kinds[i], "", body, len, 1, &l, e);

		reports_clear(&l);
		if (rc == -1)
			return -1;
	}
	*out = i == 1 && is_confluence(body, len) ? FEED_CONFLUENCE : kinds[i];
	return 0;
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
