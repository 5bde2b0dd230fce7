#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/element.h"
#include "feed/field.h"
#include "feed/link.h"
#include "feed/place.h"

/* A relation may be written as its address at IANA. */
static bool
is_alternate(const char *rel)
{
	static const char word[] = "alternate";
	size_t n = strlen(rel), len = strlen(word);

	return n == 0 || (n >= len && strcasecmp(rel + n - len, word) == 0);
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

	if (is_alternate(rel))
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

/* The element's xml:base; NULL when it has none, or one too long. Borrowed. */
static const char *
own_base(const xmlNode *n)
{
	const xmlAttr *a = xmlHasNsProp(
	    n, (const xmlChar *)"base", (const xmlChar *)XML_XML_NAMESPACE);
	const char *s;

	if (a == NULL || a->children == NULL || a->children->next != NULL)
		return NULL;
	s = (const char *)a->children->content;
	return s != NULL && strnlen(s, LIMIT_URL) < LIMIT_URL ? s : NULL;
}

/* The values of xml:base on the way to the element, the outermost first. */
static char *
base_lines(const xmlNode *where)
{
	char *lines = xstrdup("");

	for (const xmlNode *n = where; n != NULL && n->type == XML_ELEMENT_NODE;
	     n = n->parent) {
		const char *base = own_base(n);
		char *all;

		if (base == NULL || strlen(lines) > LIMIT_URL)
			continue;
		all = xasprintf("%s\n%s", base, lines);
		free(lines);
		lines = all;
	}
	return lines;
}

void
place_take(struct place *p, const xmlNode *item)
{
	const xmlNode *where;

	p->link = raw_link(item, &where);
	p->bases = base_lines(where);
	p->id = field_id(p->link, strlen(p->link));
	/* A copy of its own length: one is kept for each item of a body. */
	xreplace(&p->link, strlen(p->link) > LIMIT_URL ? "" : p->link);
}

void
place_clear(struct place *p)
{
	free(p->link);
	free(p->bases);
	free(p->id);
}

bool
place_is_whole(const struct place *p)
{
	return strncasecmp(p->link, "http://", 7) == 0 ||
	       strncasecmp(p->link, "https://", 8) == 0;
}

char *
place_resolve(const struct place *p, const char *base)
{
	struct strv lines = {0};
	char *at = xstrdup(base), *url, *full;

	if (*p->link == '\0')
		return at[0] = '\0', at;
	strv_split(&lines, p->bases, "\n");
	for (size_t i = 0; i < lines.n; i++) {
		full = link_join(at, lines.v[i]);
		free(at);
		at = full;
	}
	full = link_join(at, p->link);
	url = field_url(full, strlen(full));
	strv_clear(&lines);
	free(at);
	free(full);
	return url;
}
