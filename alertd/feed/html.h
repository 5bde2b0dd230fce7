/* html.h: HTML, or XHTML in a feed, as plain text. */
#ifndef FEED_HTML_H
#define FEED_HTML_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>

/* True when the text holds a tag or an entity, so that it is to be read. */
bool html_looks(const char *s);
/*
 * True when tags say where lines end ("<p>", "<br>"); where none does, the
 * line ends of the text itself mean something.
 */
bool html_has_blocks(const char *s);
/*
 * The tree of a piece of HTML in UTF-8; NULL when nothing is in it, or
 * when it is longer than LIMIT_HTML_TREE or made to be slow. Release with
 * xmlFreeDoc().
 */
xmlDoc *html_open(const char *s, size_t n);
/*
 * The text of a node and what is in it, as prose.h says. Elements deeper than
 * LIMIT_MARKUP_DEPTH are left out. Clean, at most LIMIT_TEXT; release with
 * free().
 */
char *html_render(const xmlNode *node);
/* The same of what is in the node, whose own name says nothing: <title>. */
char *html_inside(const xmlNode *node);
/*
 * The text of a piece of HTML, closed or not: tags and references that are
 * none are characters. Text without any is kept as it is. A NUL must follow
 * the n bytes. Release with free().
 */
char *html_text(const char *s, size_t n);
/* U+FFFD where a reference names no character (0, surrogates, too large). */
unsigned html_scalar(unsigned c);

#endif
