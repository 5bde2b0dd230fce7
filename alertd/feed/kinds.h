/* kinds.h: the parsers behind feed_parse(), same contract for each. */
#ifndef FEED_KINDS_H
#define FEED_KINDS_H

#include <stddef.h>
#include <libxml/tree.h>

#include "base/err.h"
#include "feed/report.h"

struct feed_body {
	const char *feed; /* name */
	const char *data;
	size_t len;
	size_t max_items;
};

/*
 * What a kind makes of an item, called for each: content as written, not yet
 * text; tree is its element when there are elements in it, else NULL, and may
 * be changed.
 */
typedef void shape_fn(struct report *r, const char *content, xmlNode *tree);

int
statuspage_parse(const struct feed_body *b, struct reports *out, struct err *e);
/* shape NULL: the content becomes the text. */
int syndication_parse(const struct feed_body *b, shape_fn *shape,
    struct reports *out, struct err *e);
void confluence_shape(struct report *r, const char *content, xmlNode *tree);
/* Splits "tag:…:blogpost-12-7": the length of the id, or 0; *id, *rev. */
size_t confluence_id(const char *s, const char **id, const char **rev);

#endif
