/* date.h: the dates of feeds, by form and not by promise. */
#ifndef FEED_DATE_H
#define FEED_DATE_H

#include <stdint.h>

/*
 * RFC 3339, W3CDTF (a date alone is midnight UTC) or RFC 822 with what feeds
 * make of it. An offset in digits wins over a zone's name; an unknown zone is
 * UTC. Seconds since 1970, UTC; TIME_NONE when it is no date.
 */
int64_t feed_date(const char *s);

#endif
