/*
 * kinds.h: the kinds of feeds as one table, and the parsers in it. What the
 * poller fetches, how a body is read and recognised, and what an event means
 * that is absent: all are asked here.
 */
#ifndef FEED_KINDS_H
#define FEED_KINDS_H

#include <stddef.h>
#include <jansson.h>
#include <libxml/tree.h>

#include "base/err.h"
#include "conf/config.h"
#include "feed/report.h"

#define KIND_DOCUMENTS 2

struct feed_body {
	const char *feed; /* name */
	const char *data;
	size_t len;
	size_t max_items;
};

/*
 * Adds the reports of a body to *out and sets out->complete. Returns -1 with
 * *e when the body is not of the kind: never an empty list. An item that
 * cannot be read makes the body incomplete.
 */
typedef int
parse_fn(const struct feed_body *b, struct reports *out, struct err *e);

/* Whether JSON is of the kind, by the keys that no other kind has. */
typedef bool is_fn(const json_t *root);

/* What is fetched below the URL of a page. */
struct kind_document {
	const char *path; /* NULL behind the last one */
	bool optional; /* 404 means that there is nothing */
};

struct kind {
	parse_fn *parse;
	is_fn *is; /* NULL when it is XML */
	/* None: the URL is that of the body. */
	struct kind_document documents[KIND_DOCUMENTS + 1];
	/* Shape 4: only open events are listed, and absence means over. */
	bool only_open;
};

/* The row of a kind; that of FEED_AUTO cannot parse. */
const struct kind *kind_find(enum feed_kind k);
/* Whether the URL is of one body itself, and not of what it lies under. */
bool kind_is_body(const struct kind *k, const char *url);

parse_fn statuspage_parse, rss_parse, confluence_parse, updates_parse,
    jsonfeed_parse, instatus_parse, incidentio_parse, cachet_parse,
    maildir_parse; /* of one mail, which is believed */
is_fn statuspage_is, jsonfeed_is, instatus_is, incidentio_is, cachet_is;

/*
 * Whether what rss_parse() found is a new item for each update: a title has
 * the mark of a state other than planned, or a guid the form of AWS', and no
 * text has the updates in it.
 */
bool updates_are(const struct reports *l);

/*
 * What a kind makes of an item, called for each: content as written, not yet
 * text; tree is its element when there are elements in it, else NULL, and may
 * be changed.
 */
typedef void shape_fn(struct report *r, const char *content, xmlNode *tree);

/* RSS and Atom; shape NULL: the content becomes the text. */
int syndication_parse(const struct feed_body *b, shape_fn *shape,
    struct reports *out, struct err *e);
/* Splits "tag:…:blogpost-12-7": the length of the id, or 0; *id, *rev. */
size_t confluence_id(const char *s, const char **id, const char **rev);

#endif
