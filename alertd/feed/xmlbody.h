/* xmlbody.h: XML from strangers as a tree: no DTD, no entity, no network. */
#ifndef FEED_XMLBODY_H
#define FEED_XMLBODY_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>

#include "base/err.h"

struct xml_reader {
	void *arg;
	/*
	 * Called at the end of each element, with all that is in it; never for
	 * one that the body does not end. recovered: the body is not
	 * well-formed, and what is in what is a guess. True when nothing in the
	 * element is needed any more: it is freed.
	 */
	bool (*ended)(xmlNode *n, bool recovered, void *arg);
	/* It is read anew, in another way: forget what was found. */
	void (*again)(void *arg);
};

enum xml_state {
	XML_WHOLE,
	XML_MENDED, /* not well-formed, so that its structure is a guess */
	XML_TORN /* nor does it end with its root */
};

/*
 * Strict first, then with recovery. Returns the tree of what was not freed;
 * release with xmlFreeDoc(). NULL with *e.
 */
xmlDoc *xml_read(const char *s, size_t n, const struct xml_reader *r,
    enum xml_state *state, struct err *e);

#endif
