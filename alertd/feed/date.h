/* date.h: the dates of feeds, by form and not by promise. */
#ifndef FEED_DATE_H
#define FEED_DATE_H

#include <stdint.h>

/*
 * RFC 3339, W3CDTF and ISO 8601 (a date alone is midnight UTC), RFC 822 with
 * what feeds make of it, asctime(). An offset in digits wins over a zone's
 * name; a name that nobody knows, and none, is UTC. A date as a Dane writes it
 * ("torsdag den 3. marts 2022 kl. 14.05", "03-03-2022") is in the zone of
 * zone_set() unless one is given. Seconds since 1970, UTC; TIME_NONE when it is
 * no date, or is before 1970 or after 9999.
 */
int64_t feed_date(const char *s);

#endif
