/* xmlbody.h: XML from strangers as a tree: no DTD, no entity, no network. */
#ifndef FEED_XMLBODY_H
#define FEED_XMLBODY_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>

#include "base/err.h"

/*
 * Strict first; what only recovery could read is a tree with *complete false.
 * Release with xmlFreeDoc(). NULL with *e.
 */
xmlDoc *xml_open(const char *s, size_t n, bool *complete, struct err *e);

#endif
