/*
 * JSON Feed 1.0 and 1.1, by jsonfeed.org/version/1 and /version/1.1: version
 * (its address), title, home_page_url, feed_url, items. Each item: id (a
 * string by 1.1; by 1.0 also a number, to be read as a string), url, title,
 * content_html or content_text, summary, date_published and date_modified in
 * RFC 3339. Relative addresses are not foreseen, and written all the same:
 * they are read from home_page_url.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <jansson.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/field.h"
#include "feed/html.h"
#include "feed/jsonbody.h"
#include "feed/link.h"
#include "feed/state.h"

static const char version[] = "://jsonfeed.org/version/1";

static void
take_text(struct report *r, const json_t *o)
{
	const char *s = jsonbody_text(o, "content_html");

	if (!str_empty(s)) {
		field_set(&r->text, html_text(s, strlen(s)));
	} else {
		s = jsonbody_text(o, "content_text");
		if (str_empty(s))
			s = jsonbody_text(o, "summary");
		field_set(&r->text, field_text(s, strlen(s), LIMIT_TEXT));
	}
	state_from_text(r);
}

static int
take_item(struct report *r, const json_t *o)
{
	const char *modified = jsonbody_text(o, "date_modified");
	const char *url = jsonbody_text(o, "url");

	field_set(&r->id, jsonbody_id(o, "id"));
	jsonbody_heads(r, o, "title", "url", NULL);
	/* As it is written, until the page's own is known. */
	field_set(&r->url, field_line(url, strlen(url), LIMIT_URL));
	if (*r->id == '\0' && *r->url == '\0')
		return -1;
	r->published = jsonbody_time(o, "date_published", NULL);
	r->updated = jsonbody_time(o, "date_modified", NULL);
	take_text(r, o);
	report_revise(r,
	    *modified != '\0' ? modified : jsonbody_text(o, "date_published"));
	return 0;
}

bool
jsonfeed_is(const json_t *root)
{
	const char *s = strstr(jsonbody_text(root, "version"), "://");

	if (s != NULL && str_starts(s, "://www."))
		s += strlen("www.");
	return s != NULL && strncmp(s, version, strlen(version)) == 0;
}

/* Makes the addresses whole, and identities of them where there is no other. */
static void
finish(struct reports *l, const json_t *root)
{
	const char *base = jsonbody_text(root, "home_page_url");

	if (*base == '\0')
		base = jsonbody_text(root, "feed_url");
	for (size_t i = 0; i < l->n; i++) {
		struct report *r = &l->v[i];
		char *written = r->url, *full = link_join(base, written);

		r->url = *written == '\0' ? xstrdup("")
					  : field_url(full, strlen(full));
		if (*r->id == '\0') {
			const char *id = *r->url != '\0' ? r->url : written;

			field_set(&r->id, field_id(id, strlen(id)));
		}
		free(full);
		free(written);
	}
}

int
jsonfeed_parse(const struct feed_body *b, struct reports *out, struct err *e)
{
	json_t *root = jsonbody_open(b->data, b->len, e);
	bool is;

	if (root == NULL)
		return -1;
	out->complete = true;
	is = jsonfeed_is(root) &&
	     jsonbody_list(b, root, "items", take_item, out, &out->complete);
	finish(out, root);
	json_decref(root);
	return is ? 0
		  : err_set(e, "JSON, but no JSON Feed 1: not its \"version\", "
			       "or no \"items\"");
}
