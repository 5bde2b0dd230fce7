/*
 * map.h: the municipalities as tiles that lie like the country. Each says its
 * name and state in words, so without styles it is a list.
 */
#ifndef WEB_MAP_H
#define WEB_MAP_H

#include "base/buf.h"
#include "contacts/tiles.h"
#include "store/messages.h"

enum map_state {
	MAP_RECEIPTED,
	MAP_TOLD,
	MAP_WAITING,
	MAP_FAILED,
	MAP_UNKNOWN, /* nobody knows whether it arrived */
	MAP_NO_CONTACT,
	MAP_READY, /* nothing was sent: it can be reached */
	MAP_UNCONCERNED /* what was sent is not for it */
};

#define MAP_STATES (MAP_UNCONCERNED + 1)

/* notice: something was sent, so that being reached counts. */
enum map_state map_state(const struct reach *r, bool notice);
/* Whether it is one of those that have nothing, or cannot be reached. */
bool map_missing(enum map_state s);
/* "fået besked" */
const char *map_word(enum map_state s);
/* Adds the key with so many of each state. */
void map_key(struct buf *b, const size_t counts[MAP_STATES], bool notice);

/*
 * Adds the key with its numbers, the map, who is not reached, and who has not
 * given a receipt.
 */
void map_write(
    struct buf *b, const struct tiles *t, const struct reaches *l, bool notice);

#endif
