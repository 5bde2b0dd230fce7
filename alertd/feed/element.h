/* element.h: looking into the elements of RSS and Atom, by namespace. */
#ifndef FEED_ELEMENT_H
#define FEED_ELEMENT_H

#include <stdbool.h>
#include <libxml/tree.h>

#define NS_ATOM "http://www.w3.org/2005/Atom"
#define NS_ATOM03 "http://purl.org/atom/ns#"
#define NS_CONTENT "http://purl.org/rss/1.0/modules/content/"
#define NS_DC "http://purl.org/dc/elements/" /* any version */
#define NS_DCTERMS "http://purl.org/dc/terms/"
#define NS_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define NS_XHTML "http://www.w3.org/1999/xhtml"

enum markup {
	MARKUP_PLAIN, /* characters as they are */
	MARKUP_HTML,
	MARKUP_GUESS, /* the format does not say: HTML if it looks so */
	MARKUP_TREE /* elements inside */
};

/* The namespace of an element; "" when it has none. Borrowed. */
const char *element_ns(const xmlNode *n);
/*
 * The element has this name in this namespace, or in none with the usual
 * prefix ("dc:date") where the feed forgot to declare it. Capitals do not
 * matter: <PUBDATE> is <pubDate>.
 */
bool element_is(const xmlNode *n, const char *ns, const char *name);
/* The first child of that name, or NULL. */
xmlNode *element_child(const xmlNode *item, const char *ns, const char *name);
/*
 * The first child in the item's own namespace (RSS has had many, or none),
 * else in that of another RSS or Atom; NULL. One that is empty is passed by
 * when another is not.
 */
xmlNode *element_own(const xmlNode *item, const char *name);
/* All text inside, "" for NULL; release with free(). */
char *element_content(const xmlNode *n);
/* An attribute without namespace, "" when there is none; free(). */
char *element_attribute(const xmlNode *n, const char *name);
/*
 * The text of a title or content with base64 undone, and in *how what its
 * type says it is; release with free().
 */
char *element_text(const xmlNode *n, enum markup *how);

#endif
