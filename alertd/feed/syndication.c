#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <libxml/tree.h>
#include <libxml/uri.h>

#include "base/attr.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/date.h"
#include "feed/element.h"
#include "feed/field.h"
#include "feed/html.h"
#include "feed/kinds.h"
#include "feed/state.h"
#include "feed/xmlbody.h"

struct source {
	const struct feed_body *body;
	shape_fn *shape;
	char *base; /* the channel's link, for relative ones */
};

struct where {
	const char *ns; /* NULL: the item's own */
	const char *name;
};

static int64_t
first_date(const xmlNode *item, const struct where *places, size_t n)
{
	int64_t t = TIME_NONE;

	for (size_t i = 0; i < n && t == TIME_NONE; i++) {
		const xmlNode *found = places[i].ns == NULL
					   ? element_own(item, places[i].name)
					   : element_child(item, places[i].ns,
						 places[i].name);
		char *s = element_content(found);

		t = feed_date(s);
		free(s);
	}
	return t;
}

static void
take_dates(struct report *r, const xmlNode *item)
{
	static const struct where published[] = {{NULL, "pubDate"},
	    {NULL, "published"}, {NULL, "issued"}, {NULL, "created"},
	    {NS_DC, "date"}, {NS_DCTERMS, "issued"}, {NS_DCTERMS, "created"},
	    {NS_DCTERMS, "date"}, {NULL, "pubdate"}};
	static const struct where updated[] = {
	    {NULL, "updated"}, {NULL, "modified"}, {NS_DCTERMS, "modified"}};

	r->published = first_date(item, published, LENGTH(published));
	r->updated = first_date(item, updated, LENGTH(updated));
}

/* How well a <link> leads people to the event; 0 not at all. */
static int
link_rank(const xmlNode *item, const xmlNode *link)
{
	char *rel = element_attribute(link, "rel");
	char *type = element_attribute(link, "type");
	bool page = *type == '\0' || strcasestr(type, "html") != NULL;
	bool own = strcmp(element_ns(link), element_ns(item)) == 0;
	int rank = 0;

	/* A relation may be written as its address at IANA. */
	if (*rel == '\0' || str_ends(rel, "alternate"))
		rank = 1 + (own ? 1 : 0) + (page ? 2 : 0);
	free(rel);
	free(type);
	return rank;
}

/* The address is an attribute in Atom, the content in RSS. */
static char *
link_value(const xmlNode *link)
{
	char *s = str_trim(element_attribute(link, "href"));

	if (*s != '\0')
		return s;
	free(s);
	return str_trim(element_content(link));
}

/* The best link of an item and the element it stands in; NULL, or free(). */
static char *
best_link(const xmlNode *item, const xmlNode **where)
{
	char *best = NULL;
	int most = 0;

	for (const xmlNode *c = item->children; c != NULL; c = c->next) {
		bool link = element_is(c, element_ns(item), "link") ||
			    element_is(c, "", "link") ||
			    element_is(c, NS_ATOM, "link");
		int rank = link ? link_rank(item, c) : 0;
		char *s = rank > most ? link_value(c) : NULL;

		if (s == NULL || *s == '\0') {
			free(s);
			continue;
		}
		free(best);
		best = s;
		most = rank;
		*where = c;
	}
	return best;
}

/* The <guid> when it is said, or not denied, to be a link. */
static const xmlNode *
permalink(const xmlNode *item)
{
	const xmlNode *n = element_own(item, "guid");
	char *no = n == NULL ? NULL : element_attribute(n, "isPermaLink");
	bool is = no != NULL && strcasecmp(no, "false") != 0;

	free(no);
	return is ? n : NULL;
}

/* The link as written and the element it stands in; free(). */
static char *
raw_link(const xmlNode *item, const xmlNode **where)
{
	char *s = best_link(item, where);
	const xmlNode *guid;

	if (s != NULL)
		return s;
	*where = item;
	guid = permalink(item);
	s = str_trim(element_content(guid));
	if (strstr(s, "://") == NULL)
		*s = '\0';
	return s;
}

static bool
is_web(const char *s)
{
	return strncasecmp(s, "http://", 7) == 0 ||
	       strncasecmp(s, "https://", 8) == 0;
}

static char *
joined(const char *link, const char *base)
{
	xmlChar *full = xmlBuildURI(
	    (const xmlChar *)link, (const xmlChar *)base);
	char *copy = xstrdup(full == NULL ? "" : (const char *)full);

	xmlFree(full);
	return copy;
}

static char *
resolve(const struct source *src, const xmlNode *where, const char *link)
{
	char *base, *full, *url;
	xmlChar *written;

	if (*link == '\0')
		return xstrdup("");
	/* As it is: libxml2 refuses what is not wholly an URI. */
	if (is_web(link))
		return field_url(link, strlen(link));
	written = xmlNodeGetBase(where->doc, where);
	base = written == NULL ? xstrdup(src->base)
			       : joined((const char *)written, src->base);
	full = joined(link, base);
	url = field_url(full, strlen(full));
	xmlFree(written);
	free(base);
	free(full);
	return url;
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

static char *
item_id(const struct source *src, const struct report *r, const xmlNode *item)
{
	char hex[HASH_SIZE], *s = written_id(item), *id;

	/* A link to the page of all events is nobody's identity. */
	if (str_empty(s) && strcmp(r->url, src->base) != 0)
		xreplace(&s, r->url);
	if (str_empty(s)) {
		char *key = xasprintf(
		    "%s\n%lld", r->title, (long long)r->published);

		free(s);
		s = xstrdup(sha256_hex(key, strlen(key), hex));
		free(key);
	}
	id = field_id(s, strlen(s));
	free(s);
	return id;
}

/* The element with most to say; content:encoded if it is the longer. */
static xmlNode *
content_node(const xmlNode *item)
{
	static const struct where places[] = {{NULL, "content"},
	    {NULL, "description"}, {NULL, "summary"}, {NS_CONTENT, "encoded"},
	    {NS_XHTML, "body"}, {NS_XHTML, "div"}, {NS_DC, "description"}};
	xmlNode *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < LENGTH(places); i++) {
		xmlNode *n = places[i].ns == NULL
				 ? element_own(item, places[i].name)
				 : element_child(
				       item, places[i].ns, places[i].name);
		char *s = element_content(n);

		if (n != NULL && (best == NULL || strlen(s) > most)) {
			best = n;
			most = strlen(s);
		}
		free(s);
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

static void
add_item(const struct source *src, const xmlNode *item, struct reports *out)
{
	struct report *r = reports_add(out);
	const xmlNode *where;
	char *link = raw_link(item, &where);

	xreplace(&r->feed, src->body->feed);
	take_title(r, item);
	take_dates(r, item);
	free(r->url);
	r->url = resolve(src, where, link);
	free(link);
	free(r->id);
	r->id = item_id(src, r, item);
	take_text(src, r, item);
	if (*r->revision == '\0')
		take_revision(r);
}

static const xmlNode *
last_item(const xmlNode *parent, const char *name)
{
	for (const xmlNode *c = parent->last; c != NULL; c = c->prev)
		if (element_is(c, element_ns(c), name))
			return c;
	return NULL;
}

/* The body ends before its root element does. */
static bool
torn(const struct feed_body *b, const char *root)
{
	size_t n = strlen(root), at = b->len;

	while (at >= 2 && memcmp(b->data + at - 2, "</", 2) != 0)
		at--;
	return at < 2 || memmem(b->data + at, b->len - at, root, n) == NULL;
}

static void
add_items(const struct source *src, const xmlNode *parent, const char *name,
    struct reports *out, bool *complete)
{
	/* The last item of a torn body may be torn, too. */
	const char *root =
	    (const char *)xmlDocGetRootElement(parent->doc)->name;
	const xmlNode *skip = !*complete && torn(src->body, root)
				  ? last_item(parent, name)
				  : NULL;
	size_t n = 0;

	for (const xmlNode *c = parent->children; c != NULL; c = c->next) {
		if (!element_is(c, element_ns(c), name) || c == skip)
			continue;
		if (n++ >= src->body->max_items) {
			*complete = false;
			return;
		}
		add_item(src, c, out);
	}
}

static const xmlNode *
find_channel(const xmlNode *root)
{
	for (const xmlNode *c = root->children; c != NULL; c = c->next)
		if (element_is(c, element_ns(c), "channel"))
			return c;
	return root;
}

static void
set_base(struct source *src, const xmlNode *channel)
{
	const xmlNode *where;
	char *link = raw_link(channel, &where);

	free(src->base);
	src->base = resolve(src, where, link);
	free(link);
}

static int
add_feed(struct source *src, const xmlNode *root, struct reports *out,
    bool *complete, struct err *e)
{
	static const char *const roots[] = {"rss", "RDF", "channel"};
	const char *name = (const char *)root->name;
	const xmlNode *channel = find_channel(root);

	if (strcmp(name, "feed") == 0) {
		set_base(src, root);
		add_items(src, root, "entry", out, complete);
		return 0;
	}
	if (strcmp(name, "entry") == 0) {
		add_item(src, root, out);
		return 0;
	}
	for (size_t i = 0; i < LENGTH(roots); i++) {
		if (strcasecmp(name, roots[i]) != 0)
			continue;
		set_base(src, channel);
		add_items(src, root, "item", out, complete);
		if (channel != root)
			add_items(src, channel, "item", out, complete);
		return 0;
	}
	return err_set(e, "XML, but not RSS or Atom: <%.40s>", name);
}

int
syndication_parse(const struct feed_body *b, shape_fn *shape,
    struct reports *out, struct err *e)
{
	struct source src = {.body = b, .shape = shape, .base = xstrdup("")};
	bool complete;
	xmlDoc *doc = xml_open(b->data, b->len, &complete, e);
	const xmlNode *root = doc == NULL ? NULL : xmlDocGetRootElement(doc);
	int rc = -1;

	if (root != NULL)
		rc = add_feed(&src, root, out, &complete, e);
	if (rc == 0)
		out->complete = complete;
	free(src.base);
	if (doc != NULL)
		xmlFreeDoc(doc);
	return rc;
}

int
rss_parse(const struct feed_body *b, struct reports *out, struct err *e)
{
	return syndication_parse(b, NULL, out, e);
}
