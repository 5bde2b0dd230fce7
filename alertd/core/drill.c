#include <inttypes.h>
#include <stdio.h>

#include "core/parts.h"
#include "store/drills.h"

#define DAY INT64_C(86400)
#define AGAIN (7 * DAY) /* until it is reminded once more */
/* The clock may go back by so much without our noticing: seconds. */
#define CLOCK_SLACK 60

/* When the on-call hears that one is overdue; TIME_NONE: nothing is known. */
static int64_t
remind_at(int64_t last, int64_t reminded, int64_t every, int64_t now)
{
	int64_t due;

	if (last == TIME_NONE)
		return TIME_NONE;
	/* From a clock that was ahead. */
	if (last > now + CLOCK_SLACK)
		last = now;
	if (reminded > now + CLOCK_SLACK)
		reminded = now;
	due = last + every;
	return reminded == TIME_NONE || reminded < due ? due : reminded + AGAIN;
}

static int
remind(struct core *c, int64_t last, int64_t now, struct err *e)
{
	char days[24];

	snprintf(days, sizeof(days), "%" PRId64, (now - last) / DAY);
	if (store_begin(c->store, e) == -1)
		return -1;
	if (core_alarm(c, &(struct alarm){ALARM_DRILL_OVERDUE, days, NULL}, now,
		e) == -1)
		return core_finish(c, -1, e);
	return core_finish(
	    c, store_remind(c->store, REMINDED_DRILL, now, e), e);
}

int
core_drill_turn(struct core *c, int64_t now, int64_t *next, struct err *e)
{
	int64_t every = c->conf->drill_every, last, reminded, at;

	if (every == 0)
		return 0;
	if (store_drill_last(c->store, &last, e) == -1 ||
	    store_reminded(c->store, REMINDED_DRILL, &reminded, e) == -1)
		return -1;
	at = remind_at(last, reminded, every, now);
	if (at != TIME_NONE && at <= now) {
		if (remind(c, last, now, e) == -1)
			return -1;
		at = now + AGAIN;
	}
	clock_sooner(next, at);
	return 0;
}
