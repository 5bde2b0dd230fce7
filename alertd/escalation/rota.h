/*
 * rota.h: who is on call in a rota. Pure: what is covered, what the calendar
 * says and the time come in. Above all a cover, then a shift of the
 * configuration, then the calendar, then the weekly turn; where none of them
 * names anybody is a gap, which falls through to the whole team.
 *
 * Hours of the configuration are local: a turn begins at 08:00 by the clock
 * on the wall, and so lasts an hour less or more over a change of the clock.
 * An hour that comes twice is the first of the two, one that does not exist
 * moves forward (base/clock.h).
 */
#ifndef ESCALATION_ROTA_H
#define ESCALATION_ROTA_H

#include <stddef.h>
#include <stdint.h>

#include "conf/config.h"

/* Later goes before. */
enum duty_source {
	DUTY_GAP, /* nobody */
	DUTY_WEEKLY,
	DUTY_CALENDAR,
	DUTY_SHIFT,
	DUTY_COVER
};

/* Somebody is on call from a time on, until just before another; UTC. */
struct duty {
	char *who; /* name of a contact of the team; "" in a gap */
	int64_t from, until;
	enum duty_source source;
	int64_t id; /* of a cover, else 0 */
};

/* {0} is empty. Release with duties_clear(). */
struct duties {
	struct duty *v;
	size_t n;
};

struct rota {
	const struct rota_conf *conf; /* borrowed */
	struct duties shifts; /* of the configuration */
	/* Of two at one time the later in the list goes before. */
	struct duties covers, calendar;
	/* Events of the calendar that are of nobody of the team. */
	size_t strangers;
	char *stranger; /* the first one's title, or NULL */
	int64_t stranger_at;
};

/* "weekly"; never NULL. */
const char *duty_source_name(enum duty_source s);

void duties_clear(struct duties *l);
/* d, but with a copy of who. */
void duties_add(struct duties *l, const char *who, const struct duty *d);

/* Without covers and calendar, which the caller adds; in the chosen zone. */
void rota_init(struct rota *r, const struct rota_conf *conf);
void rota_clear(struct rota *r);
/*
 * Who is on call at t; who and source are set, and id of a cover. who is
 * borrowed from r.
 */
struct duty rota_at(const struct rota *r, int64_t t);
/*
 * From when to when who is on call, without a hole from from to until; ends
 * beyond until are cut there, beginnings likewise. *out is added to.
 */
void rota_spans(
    const struct rota *r, int64_t from, int64_t until, struct duties *out);
/* The first gap of the spans, or NULL; *n is how many there are. */
const struct duty *duties_gap(const struct duties *spans, size_t *n);

#endif
