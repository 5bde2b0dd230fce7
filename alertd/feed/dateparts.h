/* dateparts.h: what the forms of dates are made of; for date.c and its own. */
#ifndef FEED_DATEPARTS_H
#define FEED_DATEPARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct parts {
	int year, month, day;
	int hour, minute, second;
	int east; /* seconds east of UTC */
};

/* Each reads at *s and moves it past what it read. */

/* Up to most digits; returns how many there were. */
int date_number(const char **s, int most, int *out);
/* White space, commas, full stops and hyphens. */
void date_gap(const char **s);
/* Bytes of the word at s: ASCII letters, and all that is not ASCII. */
size_t date_letters(const char *s);
/* 1 to 12 by its name in a language of the north, German or others; or 0. */
int date_month(const char *s, size_t n);
/* "14:05", "14:05:06.7", with colon the sign between; "2:05 PM". -1 if none. */
int date_clock(const char **s, char colon, struct parts *d);
/*
 * What stands behind a time: "+0100", "+01:00", "GMT+1", "CET", "(CEST) -0700",
 * nothing. An offset in digits wins over a name; a name that nobody knows is
 * UTC. Returns 1 when there was one, 0 when there is nothing, -1 when it is no
 * zone.
 */
int date_zone(const char *s, int *east);
/* UTC; TIME_NONE when there is no such date and time after 1970. */
int64_t date_seconds(const struct parts *d);

/* "2004-02", "20040229", "2004-060", "2004-W09-7", with a time or not. */
int64_t date_iso(const char *s);
/*
 * "torsdag den 3. marts 2022 kl. 14.05", "03-03-2022 14:05", in the zone of
 * zone_set() unless there is one behind it. False for any other form.
 */
bool date_danish(const char *s, int64_t *t);

#endif
