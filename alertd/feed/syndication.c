#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <libxml/tree.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/date.h"
#include "feed/element.h"
#include "feed/field.h"
#include "feed/html.h"
#include "feed/kinds.h"
#include "feed/place.h"
#include "feed/state.h"
#include "feed/xmlbody.h"

struct open_place {
	size_t report; /* of ours */
	struct place p;
};

struct source {
	const struct feed_body *body;
	shape_fn *shape;
	struct reports *out;
	size_t first; /* report that is ours */
	struct open_place *places; /* made whole when the channel is known */
	size_t n_places;
	size_t n; /* items, read or not */
};

struct where {
	const char *ns; /* NULL: the item's own */
	const char *name;
};

static xmlNode *
find(const xmlNode *item, const struct where *w)
{
	return w->ns == NULL ? element_own(item, w->name)
			     : element_child(item, w->ns, w->name);
}

static int64_t
first_date(const xmlNode *item, const struct where *places, size_t n)
{
	int64_t t = TIME_NONE;

	for (size_t i = 0; i < n && t == TIME_NONE; i++) {
		char *s = element_content(find(item, &places[i]));

		t = feed_date(s);
		free(s);
	}
	return t;
}

/* dc:date is the one or the other: where it is alone it is both. */
static void
take_dates(struct report *r, const xmlNode *item)
{
	static const struct where published[] = {{NULL, "pubDate"},
	    {NULL, "published"}, {NULL, "issued"}, {NULL, "created"},
	    {NS_DC, "date"}, {NS_DCTERMS, "issued"}, {NS_DCTERMS, "created"},
	    {NS_DCTERMS, "date"}};
	static const struct where updated[] = {{NULL, "updated"},
	    {NULL, "modified"}, {NS_DCTERMS, "modified"}, {NS_DC, "date"}};

	r->published = first_date(item, published, LENGTH(published));
	r->updated = first_date(item, updated, LENGTH(updated));
}

static char *
written_id(const xmlNode *item)
{
	static const char *const names[] = {"guid", "id"};
	xmlChar *about;
	char *s = NULL;

	for (size_t i = 0; i < LENGTH(names) && str_empty(s); i++) {
		free(s);
		s = element_content(element_own(item, names[i]));
	}
	if (!str_empty(s))
		return s;
	about = xmlGetNsProp(
	    item, (const xmlChar *)"about", (const xmlChar *)NS_RDF);
	xreplace(&s, about == NULL ? "" : (const char *)about);
	xmlFree(about);
	if (!str_empty(s))
		return s;
	free(s);
	return element_content(element_child(item, NS_DC, "identifier"));
}

/* An identity for what has none: its address, or what it says. */
static void
make_id(struct report *r, const struct place *p, const char *base)
{
	char hex[HASH_SIZE], *key;

	if (*r->id != '\0')
		return;
	/* A link to the page of all events is nobody's identity. */
	if (*p->id != '\0' && (*r->url == '\0' || strcmp(r->url, base) != 0)) {
		key = *r->url != '\0' ? r->url : p->id;
		field_set(&r->id, field_id(key, strlen(key)));
		return;
	}
	key = xasprintf("%s\n%lld", r->title, (long long)r->published);
	xreplace(&r->id, sha256_hex(key, strlen(key), hex));
	free(key);
}

/* How many letters a text has outside of its tags. */
static size_t
letters(const char *s)
{
	size_t n = 0;
	bool tag = false;

	for (; *s != '\0'; s++) {
		if (*s == '<' && strchr(" \t\r\n=", s[1]) == NULL)
			tag = true;
		if (!tag && strchr(" \t\r\n", *s) == NULL)
			n++;
		if (*s == '>')
			tag = false;
	}
	return n;
}

static bool
is_media(const xmlNode *n)
{
	char *type = element_attribute(n, "type");
	bool is = strncasecmp(type, "image/", 6) == 0 ||
		  strncasecmp(type, "audio/", 6) == 0 ||
		  strncasecmp(type, "video/", 6) == 0;

	free(type);
	return is;
}

/* The content; where that is empty, or is none, what has most to say. */
static xmlNode *
content_node(const xmlNode *item)
{
	static const struct where places[] = {{NULL, "content"},
	    {NULL, "description"}, {NULL, "summary"}, {NS_CONTENT, "encoded"},
	    {NS_XHTML, "body"}, {NS_XHTML, "div"}, {NS_DC, "description"}};
	xmlNode *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < LENGTH(places); i++) {
		xmlNode *n = find(item, &places[i]);
		char *s = n == NULL || is_media(n) ? xstrdup("")
						   : element_content(n);
		size_t here = letters(s);

		free(s);
		if (n != NULL && (best == NULL || here > most)) {
			best = n;
			most = here;
		}
		if (i == 0 && most > 0)
			break;
	}
	return best;
}

static void
take_text(const struct source *src, struct report *r, const xmlNode *item)
{
	xmlNode *n = content_node(item);
	enum markup how;
	char *s = element_text(n, &how);

	/* Without a type it is plain by RFC 4287, and HTML by many feeds. */
	if (src->shape != NULL) {
		src->shape(r, s, how == MARKUP_TREE ? n : NULL);
	} else {
		free(r->text);
		if (how == MARKUP_TREE)
			r->text = html_inside(n);
		else if (how == MARKUP_PLAIN && !html_has_blocks(s))
			r->text = field_text(s, strlen(s), LIMIT_TEXT);
		else
			r->text = html_text(s, strlen(s));
		state_from_text(r);
	}
	free(s);
}

static void
take_title(struct report *r, const xmlNode *item)
{
	const xmlNode *n = element_own(item, "title");
	enum markup how;
	char *s = element_text(n, &how), *text;

	if (str_empty(s)) {
		free(s);
		n = element_child(item, NS_DC, "title");
		s = element_text(n, &how);
	}
	if (how == MARKUP_TREE)
		text = html_inside(n);
	else if (how == MARKUP_PLAIN)
		text = xstrdup(s);
	else
		text = html_text(s, strlen(s));
	free(r->title);
	r->title = field_line(text, strlen(text), LIMIT_TITLE);
	free(text);
	free(s);
}

static void
take_revision(struct report *r)
{
	char hex[HASH_SIZE];
	char *all = xasprintf("%s\n%s\n%s\n%lld\n%lld", r->title, r->status,
	    r->text, (long long)r->published, (long long)r->updated);

	sha256_hex(all, strlen(all), hex);
	hex[16] = '\0';
	xreplace(&r->revision, hex);
	free(all);
}

/* One that is whole is not kept until the channel's own address is known. */
static void
take_place(struct source *src, struct report *r, const xmlNode *item)
{
	size_t n = src->n_places;
	struct place p;

	place_take(&p, item);
	if (*r->id != '\0' && place_is_whole(&p)) {
		free(r->url);
		r->url = place_resolve(&p, "");
		place_clear(&p);
		return;
	}
	src->places = xreallocarray(src->places, n + 1, sizeof(*src->places));
	src->places[n] = (struct open_place){src->out->n - src->first - 1, p};
	src->n_places++;
}

static void
add_item(struct source *src, const xmlNode *item)
{
	struct report *r = reports_add(src->out);
	char *id = written_id(item);

	assert(id != NULL);
	xreplace(&r->feed, src->body->feed);
	free(r->id);
	r->id = field_id(id, strlen(id));
	free(id);
	take_place(src, r, item);
	take_title(r, item);
	take_dates(r, item);
	take_text(src, r, item);
	if (*r->revision == '\0')
		take_revision(r);
}

static bool
named(const xmlNode *n, const char *name)
{
	return element_is(n, element_ns(n), name);
}

static bool
is_root(const xmlNode *n)
{
	static const char *const names[] = {
	    "feed", "rss", "RDF", "channel", "entry"};

	for (size_t i = 0; i < LENGTH(names); i++)
		if (named(n, names[i]))
			return true;
	return false;
}

/* An item where a feed has them; what is within an item is not one. */
static bool
is_item(const xmlNode *n)
{
	const xmlNode *up = n->parent;

	if (n->type != XML_ELEMENT_NODE ||
	    (!named(n, "item") && !named(n, "entry")))
		return false;
	if (up->type != XML_ELEMENT_NODE)
		return true;
	if (named(up, "channel") && up->parent->type == XML_ELEMENT_NODE)
		up = up->parent;
	return is_root(up) && !named(up, "entry") &&
	       up->parent->type != XML_ELEMENT_NODE;
}

/* An item that is in another only because that one was never closed. */
static bool
is_nested(const xmlNode *n)
{
	const xmlNode *up = n->parent;

	if (!named(n, "item") && !named(n, "entry"))
		return false;
	while (up->type == XML_ELEMENT_NODE && !is_item(up))
		up = up->parent;
	return up->type == XML_ELEMENT_NODE &&
	       strcmp(element_ns(n), element_ns(up)) == 0;
}

static bool
ended(xmlNode *n, bool recovered, void *arg)
{
	struct source *src = arg;

	if (!is_item(n) && !(recovered && is_nested(n)))
		return false;
	if (src->n++ < src->body->max_items)
		add_item(src, n);
	return true;
}

static void
places_clear(struct source *src)
{
	for (size_t i = 0; i < src->n_places; i++)
		place_clear(&src->places[i].p);
	free(src->places);
	src->places = NULL;
	src->n_places = 0;
}

static void
forget(void *arg)
{
	struct source *src = arg;

	while (src->out->n > src->first)
		report_clear(&src->out->v[--src->out->n]);
	places_clear(src);
	src->n = 0;
}

static const xmlNode *
find_channel(const xmlNode *root)
{
	for (const xmlNode *c = root->children; c != NULL; c = c->next)
		if (named(c, "channel"))
			return c;
	return root;
}

/* The addresses, now that the channel's own is known. */
static void
finish(struct source *src, const xmlNode *root)
{
	struct place own;
	char *base;

	place_take(&own, find_channel(root));
	base = place_resolve(&own, "");
	for (size_t i = 0; i < src->n_places; i++) {
		const struct place *p = &src->places[i].p;
		struct report *r =
		    &src->out->v[src->first + src->places[i].report];

		free(r->url);
		r->url = place_resolve(p, base);
		make_id(r, p, base);
	}
	place_clear(&own);
	free(base);
}

/* Something that is named like a feed, and is none. */
static int
check(const struct source *src, const xmlNode *root, struct err *e)
{
	if (!is_root(root))
		return err_set(e, "XML, but not RSS or Atom: <%.40s>",
		    (const char *)root->name);
	if (src->n == 0 && find_channel(root) == root && !named(root, "feed") &&
	    !named(root, "channel"))
		return err_set(e, "RSS without a channel and without an item");
	return 0;
}

int
syndication_parse(const struct feed_body *b, shape_fn *shape,
    struct reports *out, struct err *e)
{
	struct source src = {
	    .body = b, .shape = shape, .out = out, .first = out->n};
	struct xml_reader reader = {&src, ended, forget};
	enum xml_state state;
	xmlDoc *doc = xml_read(b->data, b->len, &reader, &state, e);
	const xmlNode *root = doc == NULL ? NULL : xmlDocGetRootElement(doc);
	int rc = root == NULL ? -1 : check(&src, root, e);

	if (rc == 0) {
		finish(&src, root);
		out->complete = state == XML_WHOLE && src.n <= b->max_items;
		out->torn = state == XML_TORN;
	}
	places_clear(&src);
	if (doc != NULL)
		xmlFreeDoc(doc);
	return rc;
}

int
rss_parse(const struct feed_body *b, struct reports *out, struct err *e)
{
	return syndication_parse(b, NULL, out, e);
}
