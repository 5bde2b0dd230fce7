/*
 * mustache.h: templates after the Mustache specification (interpolation,
 * sections, inverted, comments, delimiters, partials), rendered with JSON as
 * the data. Missing names render empty; so do null, lists and objects.
 * A section is left out for null, false, 0, "", an empty list and a missing
 * name. A missing partial is empty.
 */
#ifndef BASE_MUSTACHE_H
#define BASE_MUSTACHE_H

#include <jansson.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"

/* How {{name}} is escaped; {{{name}}} and {{&name}} never are. */
enum mustache_escape {
	MUSTACHE_PLAIN, /* not at all */
	MUSTACHE_HTML, /* & < > " */
	MUSTACHE_JSON, /* as the inside of a JSON string */
	MUSTACHE_URL /* percent-encoded, RFC 3986 unreserved kept */
};

/*
 * Finds a partial: returns its text (borrowed until the render ends) or NULL
 * when there is none.
 */
typedef const char *mustache_partial_fn(const char *name, void *arg);

struct mustache_options {
	enum mustache_escape escape;
	mustache_partial_fn *partial; /* NULL: no partials */
	void *arg;
};

/*
 * Renders text with data (an object; any other value is "." at the top) into
 * *out, which bounds the size; what *out held stays before it. options NULL
 * is HTML without partials. Returns 0, or -1 with *e as "line:col: …" for an
 * unclosed tag or section, sections and partials nested deeper than
 * LIMIT_TEMPLATE_DEPTH, too many steps, or a full *out; a mistake in a
 * partial is "partial NAME:line:col: …". On -1 *out holds part of the text.
 */
int mustache_render(const char *text, json_t *data,
    const struct mustache_options *options, struct buf *out, struct err *e);

/*
 * Only checks that text is well formed: 0, or -1 with *e as "line:col: …".
 * Column counts characters from 1.
 */
int mustache_check(const char *text, struct err *e);

/*
 * The names that text uses as they are written ("incident", "items.name"; not
 * "."), each once, as a JSON array, for the check that none is misspelt. What
 * stands after a mistake in text is not seen. New reference.
 */
json_t *mustache_names(const char *text);

/* The same for the partials that text names. New reference. */
json_t *mustache_partials(const char *text);

/*
 * Where text uses the name (a partial too) first: line and column from 1, 0
 * and 0 when nowhere.
 */
void mustache_find(
    const char *text, const char *name, unsigned *line, unsigned *col);

#endif
