#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <openssl/evp.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/element.h"

static const struct {
	const char *prefix, *ns;
} usual[] = {
    {"atom", NS_ATOM},
    {"content", NS_CONTENT},
    {"dc", NS_DC},
    {"dcterms", NS_DCTERMS},
    {"xhtml", NS_XHTML},
};

const char *
element_ns(const xmlNode *n)
{
	return n->ns == NULL || n->ns->href == NULL ? ""
						    : (const char *)n->ns->href;
}

static bool
undeclared(const xmlNode *n, const char *ns, const char *name)
{
	const char *full = (const char *)n->name;
	const char *colon = strchr(full, ':');

	if (colon == NULL || strcasecmp(colon + 1, name) != 0)
		return false;
	for (size_t i = 0; i < LENGTH(usual); i++)
		if (strcmp(usual[i].ns, ns) == 0 &&
		    strlen(usual[i].prefix) == (size_t)(colon - full) &&
		    strncasecmp(
			full, usual[i].prefix, strlen(usual[i].prefix)) == 0)
			return true;
	return false;
}

bool
element_is(const xmlNode *n, const char *ns, const char *name)
{
	const char *href;

	if (n->type != XML_ELEMENT_NODE)
		return false;
	href = element_ns(n);
	if (*href == '\0' && *ns != '\0')
		return undeclared(n, ns, name);
	if (strcasecmp((const char *)n->name, name) != 0)
		return false;
	if (strcmp(ns, NS_DC) == 0)
		return strncasecmp(href, NS_DC, strlen(NS_DC)) == 0;
	return strcasecmp(href, ns) == 0;
}

xmlNode *
element_child(const xmlNode *item, const char *ns, const char *name)
{
	xmlNode *first = NULL;

	for (xmlNode *c = item->children; c != NULL; c = c->next) {
		if (!element_is(c, ns, name))
			continue;
		if (c->children != NULL)
			return c;
		if (first == NULL)
			first = c;
	}
	return first;
}

xmlNode *
element_own(const xmlNode *item, const char *name)
{
	static const char *const others[] = {"", NS_ATOM, NS_ATOM03,
	    "http://purl.org/rss/1.0/",
	    "http://my.netscape.com/rdf/simple/0.9/"};
	xmlNode *own = element_child(item, element_ns(item), name);

	for (size_t i = 0; i < LENGTH(others); i++) {
		xmlNode *n;

		if (own != NULL && own->children != NULL)
			break;
		n = element_child(item, others[i], name);
		if (n != NULL)
			own = n;
	}
	return own;
}

static void
gather(const xmlNode *n, struct buf *b)
{
	for (const xmlNode *c = n->children; c != NULL; c = c->next) {
		if (c->type == XML_ELEMENT_NODE)
			gather(c, b);
		else if (c->content != NULL)
			buf_adds(b, (const char *)c->content);
	}
}

/* xmlNodeGetContent() would need the memory twice. */
char *
element_content(const xmlNode *n)
{
	struct buf b;

	buf_init(&b, SIZE_MAX / 2);
	if (n != NULL)
		gather(n, &b);
	return buf_steal(&b);
}

char *
element_attribute(const xmlNode *n, const char *name)
{
	xmlChar *s = xmlGetNoNsProp(n, (const xmlChar *)name);
	char *copy = xstrdup(s == NULL ? "" : (const char *)s);

	xmlFree(s);
	return copy;
}

static bool
has_elements(const xmlNode *n)
{
	for (const xmlNode *c = n->children; c != NULL; c = c->next)
		if (c->type == XML_ELEMENT_NODE)
			return true;
	return false;
}

/* Replaces *s by what it encodes; leaves it alone when it is no base64. */
static void
decode_base64(char **s)
{
	size_t n = 0, pad = 0;
	char *in = *s;
	unsigned char *out;
	int len = -1;

	for (const char *p = *s; *p != '\0'; p++)
		if (strchr(" \t\r\n", *p) == NULL)
			in[n++] = *p;
	in[n] = '\0';
	while (pad < 2 && pad < n && in[n - 1 - pad] == '=')
		pad++;
	out = xmalloc(n + 1);
	if (n > 0 && n <= INT32_MAX)
		len = EVP_DecodeBlock(out, (const unsigned char *)in, (int)n);
	if (len >= (int)pad) {
		out[(size_t)len - pad] = '\0';
		free(*s);
		*s = (char *)out;
	} else {
		free(out);
	}
}

/* RFC 4287 4.1.3.3: what is neither text nor XML is base64. */
static bool
is_base64(const xmlNode *n, const char *type)
{
	char *mode = element_attribute(n, "mode");
	bool yes = strcmp(mode, "base64") == 0;

	free(mode);
	if (yes || strcasecmp(element_ns(n), NS_ATOM) != 0)
		return yes;
	return strchr(type, '/') != NULL &&
	       strncasecmp(type, "text/", 5) != 0 &&
	       strcasestr(type, "xml") == NULL;
}

static enum markup
markup_of(const xmlNode *n, const char *type)
{
	const char *ns = element_ns(n);
	bool atom = strcasecmp(ns, NS_ATOM) == 0 ||
		    strcasecmp(ns, NS_ATOM03) == 0;

	if (has_elements(n))
		return MARKUP_TREE;
	if (strcasestr(type, "html") != NULL)
		return MARKUP_HTML;
	if (strcmp(type, "text") == 0 || strcasecmp(type, "text/plain") == 0)
		return MARKUP_PLAIN;
	return atom && *type == '\0' ? MARKUP_PLAIN : MARKUP_GUESS;
}

char *
element_text(const xmlNode *n, enum markup *how)
{
	char *type, *s;

	*how = MARKUP_PLAIN;
	if (n == NULL)
		return xstrdup("");
	type = element_attribute(n, "type");
	s = element_content(n);
	*how = markup_of(n, type);
	if (*how != MARKUP_TREE && is_base64(n, type))
		decode_base64(&s);
	free(type);
	return s;
}
