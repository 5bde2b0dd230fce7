#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "base/str.h"
#include "feed/field.h"
#include "feed/html.h"
#include "feed/kinds.h"

size_t
confluence_id(const char *s, const char **id, const char **rev)
{
	static const char digits[] = "0123456789";
	const char *colon = strrchr(s, ':'), *dash, *p;

	if (!str_starts(s, "tag:") || colon == NULL)
		return 0;
	dash = strrchr(colon, '-');
	p = strchr(colon, '-');
	if (dash == NULL || p == dash || dash[1] == '\0' ||
	    strspn(dash + 1, digits) != strlen(dash + 1) ||
	    strspn(p + 1, digits) != (size_t)(dash - p - 1))
		return 0;
	*id = colon + 1;
	*rev = dash + 1;
	return (size_t)(dash - colon - 1);
}

static bool
attr_has(const xmlNode *node, const char *name, const char *part)
{
	xmlChar *v = xmlGetProp(node, (const xmlChar *)name);
	bool has = v != NULL && strstr((const char *)v, part) != NULL;

	xmlFree(v);
	return has;
}

static bool
is(const xmlNode *node, const char *name)
{
	return node != NULL && node->type == XML_ELEMENT_NODE &&
	       strcasecmp((const char *)node->name, name) == 0;
}

/* Nothing but links: "View Online · Add Comment". */
static bool
only_links(const xmlNode *node)
{
	bool links = false;

	for (const xmlNode *c = node->children; c != NULL; c = c->next) {
		if (is(c, "a"))
			links = true;
		else if (c->type == XML_ELEMENT_NODE && !is(c, "br"))
			return false;
	}
	return links;
}

static void
drop(xmlNode *node)
{
	xmlUnlinkNode(node);
	xmlFreeNode(node);
}

/*
 * The wrapper: a paragraph on who did what, the post between two lines, and
 * a block of links. What is found elsewhere stays, to lose no word of a post.
 */
static void
unwrap(xmlNode *feed)
{
	xmlNode *post = NULL, *next;

	for (xmlNode *c = feed->children; c != NULL && post == NULL;
	     c = c->next)
		if (is(c, "div") && attr_has(c, "style", "border-top"))
			post = c;
	if (post == NULL)
		return;
	for (xmlNode *c = feed->children; c != post; c = next) {
		next = c->next;
		drop(c);
	}
	for (xmlNode *c = feed->last; c != post; c = c->prev) {
		if (is(c, "div") && only_links(c)) {
			drop(c);
			return;
		}
	}
}

/* The wrapper is at the top of HTML, in an element or two of XHTML. */
static xmlNode *
find_feed(xmlNode *list, int depth)
{
	for (xmlNode *c = list; c != NULL; c = c->next) {
		xmlNode *found = NULL;

		if (is(c, "div") && attr_has(c, "class", "feed"))
			return c;
		if (depth > 0 && c->type == XML_ELEMENT_NODE)
			found = find_feed(c->children, depth - 1);
		if (found != NULL)
			return found;
	}
	return NULL;
}

static char *
tree_text(xmlNode *list, const xmlNode *whole)
{
	xmlNode *feed = find_feed(list, 2);

	if (feed == NULL)
		return whole == NULL ? NULL : html_inside(whole);
	unwrap(feed);
	return html_render(feed);
}

static char *
text_of(const char *content, xmlNode *tree)
{
	char *text;
	xmlDoc *doc;

	if (tree != NULL)
		return tree_text(tree, tree);
	doc = html_open(content, strlen(content));
	text = doc == NULL ? NULL : tree_text(doc->children, NULL);
	if (doc != NULL)
		xmlFreeDoc(doc);
	return text != NULL ? text : html_text(content, strlen(content));
}

static void
shape(struct report *r, const char *content, xmlNode *tree)
{
	const char *id, *rev;
	size_t n = confluence_id(r->id, &id, &rev);

	free(r->text);
	r->text = text_of(content, tree);
	r->newest = strlen(r->text);
	if (n > 0) {
		xreplace(&r->revision, rev);
		field_set(&r->id, field_id(id, n));
	}
}

int
confluence_parse(const struct feed_body *b, struct reports *out, struct err *e)
{
	return syndication_parse(b, shape, out, e);
}
