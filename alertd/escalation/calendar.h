/*
 * calendar.h: the shifts that an iCalendar (RFC 5545) names. Pure; the only
 * file that knows libical is calendar.c.
 *
 * Each event is a shift of one of the team: of him whose name is its SUMMARY;
 * else of the one whom its ATTENDEEs name by address or CN, who have not
 * declined; else of the only one whose name stands in SUMMARY. An event that
 * names none, or several, is no shift, and is counted.
 *
 * A time without a zone, and a day, are of the team's zone. A shift that
 * repeats has its hours by the clock of its zone, also over a change of the
 * clock: what ends at 08:00 ends at 08:00 each time (only hours of DURATION
 * are hours).
 */
#ifndef ESCALATION_CALENDAR_H
#define ESCALATION_CALENDAR_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "escalation/members.h"
#include "escalation/rota.h"

struct calendar_team {
	struct members members; /* none: who is SUMMARY as it stands */
	const char *zone; /* the name of the process's zone */
};

struct calendar {
	/* In order of their beginning; of two the longer first. */
	struct duties shifts;
	size_t strangers; /* events of the time that are no shift */
	char *stranger; /* SUMMARY of the first of them, or NULL */
	int64_t stranger_at;
};

/*
 * Reads n bytes of text, and what of it lies between two times into *out,
 * which is empty before and after a failure. -1 with *e: no whole calendar,
 * one over base/limits.h, or one with anything in it that says when
 * (DTSTART, RRULE, TZID, …) and cannot be read.
 */
int calendar_read(const char *text, size_t n, const struct calendar_team *team,
    int64_t from, int64_t until, struct calendar *out, struct err *e);
void calendar_clear(struct calendar *c);

#endif
