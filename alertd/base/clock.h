/*
 * clock.h: time, read in one place. Times are whole seconds since 1970 in
 * UTC (int64_t); TIME_NONE is "unknown" or "never". Local time exists only
 * for people: civil_local() and civil_utc() convert, through the system's
 * tzdata for the zone chosen with zone_set().
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

#define TIME_NONE INT64_MIN
/* 9999-12-31T23:59:59Z: nothing later is accepted from outside. */
#define TIME_MAX INT64_C(253402300799)

struct clock {
	int64_t wall; /* seconds since 1970, UTC */
	int64_t mono_ms; /* milliseconds, never goes back */
};

/* Reads both clocks of the machine. */
struct clock clock_read(void);
/* For the simulation: who reads the clock gets this one; NULL: the machine's.
 */
void clock_make(struct clock (*made)(void));

/*
 * Which start of the machine this is, since when mono_ms counts; "" when that
 * cannot be known. Borrowed; read once.
 */
const char *clock_boot(void);

struct civil {
	int year; /* 2026 */
	int month; /* 1 to 12 */
	int day; /* 1 to 31 */
	int hour, minute, second;
	int weekday; /* 0 Monday to 6 Sunday */
	int offset; /* seconds east of UTC */
	bool dst; /* summer time */
	bool repeated; /* this local hour comes twice (October) */
};

/*
 * Chooses the zone of civil_local() for the process ("Europe/Copenhagen").
 * Returns -1 with *e when tzdata does not know it.
 */
int zone_set(const char *name, struct err *e);
/* The time in the chosen zone. */
struct civil civil_local(int64_t t);
/* The time in UTC. */
struct civil civil_utc(int64_t t);
/* UTC seconds of a date and time given in UTC; fields must be in range. */
int64_t
utc_from_civil(int year, int month, int day, int hour, int minute, int second);
/*
 * UTC seconds of a local date and time in the chosen zone. A time that comes
 * twice is the first of the two; one that does not exist moves forward.
 */
int64_t local_to_utc(int year, int month, int day, int hour, int minute);
/*
 * A wall time is a local date and time as seconds since 1970, as though the
 * local clock were never moved: what a calendar or a configuration says
 * before its zone is known. This is its UTC, by the rule of local_to_utc().
 */
int64_t wall_to_utc(int64_t wall);
/* What the local clock shows at t, as a wall time. */
int64_t wall_from_utc(int64_t t);
/* Days of a month, leap years known. */
int days_in_month(int year, int month);

/*
 * RFC 3339 ("2026-03-28T23:12:00.000+01:00", also a space for the T, a
 * missing colon in the offset, a leap second as :59). A missing offset is an
 * error. Returns 0 and *out, or -1.
 */
int parse_rfc3339(const char *s, int64_t *out);
/* "2026-12-24", from 1970 on: days since 1970-01-01 in *out, or -1. */
int parse_date(const char *s, int64_t *out);
/* "08:00", "8:00" or "08.00": minutes of the day in *out, or -1. */
int parse_hour(const char *s, int64_t *out);
/* A date, a space or T, and an hour: a wall time in *out, or -1. */
int parse_wall(const char *s, int64_t *out);
#define RFC3339_SIZE 21
#define COMPACT_SIZE 17
/* "20260328T221200Z" into buf, for names of files. Returns buf. */
char *format_compact(int64_t t, char buf[COMPACT_SIZE]);

/* *next becomes at, when that is a time and sooner. */
void clock_sooner(int64_t *next, int64_t at);

/* "2026-03-28T22:12:00Z" into buf; "" for TIME_NONE. Returns buf. */
char *format_rfc3339(int64_t t, char buf[RFC3339_SIZE]);

#endif
