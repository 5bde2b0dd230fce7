/*
 * place.h: where an item of RSS or Atom says that people find it: taken from
 * its elements, and made whole when the channel's own address is known.
 */
#ifndef FEED_PLACE_H
#define FEED_PLACE_H

#include <stdbool.h>
#include <libxml/tree.h>

struct place {
	char *link; /* as written; "" when there is none, or one too long */
	char *bases; /* of xml:base, the outermost first, a line each */
	char *id; /* the link as an identity; "" when there is none */
};

/*
 * The <link> that leads people to the item, else its <guid> when that is a
 * link. Release with place_clear().
 */
void place_take(struct place *p, const xmlNode *item);
void place_clear(struct place *p);
/* Whether the link says all of its address, so that no other matters. */
bool place_is_whole(const struct place *p);
/* The http(s) address, from that of the channel; "" when it is none; free(). */
char *place_resolve(const struct place *p, const char *base);

#endif
