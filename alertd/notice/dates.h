/*
 * dates.h: dates in a text, Danish or English, that cannot be right: "tirsdag
 * den 3. marts 2022" was a Thursday, and there is no 31 April. Pure.
 */
#ifndef NOTICE_DATES_H
#define NOTICE_DATES_H

#include <stddef.h>
#include <stdint.h>

struct date_fault {
	size_t at, len; /* where it stands, in bytes */
	int weekday; /* what it really is, 0 Monday; -1: there is no such day */
	int year; /* which was taken */
};

/*
 * The first such date of s at or behind from: 1 and *out, or 0. Read are a
 * weekday with "3. marts 2022", "3/3", "3.3.2022", "2022-03-03" or "March 3"
 * behind it, and a day with the name of its month alone. A year that is left
 * out is the one that comes nearest to now, in the zone of zone_set(); where
 * two are about as near, a weekday that fits either is right.
 */
int
dates_fault(const char *s, size_t from, int64_t now, struct date_fault *out);

#endif
