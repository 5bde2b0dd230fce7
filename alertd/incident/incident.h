/*
 * incident.h: our case, made of reports or by an operator. The data type
 * that the incident stage hands to notices, outbox and store.
 */
#ifndef INCIDENT_INCIDENT_H
#define INCIDENT_INCIDENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/words.h"

/* Strings are never NULL. Times are UTC seconds or TIME_NONE. */
struct incident {
	int64_t id; /* 0 before it is stored */
	enum incident_state state;
	enum incident_kind kind;
	enum effect effect;
	enum online online; /* can FMK-online be used */
	bool path; /* the way to FMK fails, not FMK itself */
	char *service; /* component of the rules: "FMK", "NAS"; or "" */
	char *title;
	char *news; /* newest text from the feed or the operator */
	char *url; /* where the feed tells it, or "" */
	char *reason; /* why it was opened or asked */
	char *feed; /* of the report that opened it; "" = an operator */
	char *audience; /* whom it is for, see audience.h; "" = all */
	int64_t since; /* when it began, as far as told */
	int64_t opened_at; /* when we opened it */
	int64_t decided_at; /* approved, or dismissed */
	int64_t resolved_at;
	int64_t starts, ends; /* planned work */
	int64_t expected_end;
	int64_t drill_ends; /* of a drill, an exercise that ends by itself */
	bool itself; /* FMK is hit, too, if service is another */
	bool planned; /* announced work that has not begun: no repeats */
	bool reminded; /* the reminder of planned work has gone */
	/* What people were told last: a change is a change from that. */
	enum effect told_effect;
	enum online told_online;
	/* What the schedule goes by. */
	int notices; /* number of the last notice, 0 = none yet */
	int64_t last_notice_at; /* when that was queued */
	int64_t last_change_at; /* when first or update was queued last */
	/* No notice before: the first in review, any after a restore. */
	int64_t due_at;
	bool change; /* something that matters changed, not yet told */
	bool fresh; /* new text, to be carried by the next repeat */
	/*
	 * What changed, as a keyword for the templates: worse, better,
	 * not-planned, online-works, online-down, expected-end, moved, back,
	 * operator; or "". news_change_sentence() has it in English.
	 */
	char *change_reason;
	bool over; /* resolved, and the resolved notice is not yet queued */
};

void incident_init(struct incident *i);
void incident_clear(struct incident *i);
void incident_copy(struct incident *to, const struct incident *from);
/* Nothing has happened to one that has not to the other. */
bool incident_same(const struct incident *a, const struct incident *b);
/* "FMK-2026-0007": reference for people; release with free(). */
char *incident_reference(const struct incident *i, const char *prefix);

/*
 * When announced work is over as far as is known: its end, else a day after
 * its start, else a week after we heard of it; TIME_NONE for other incidents.
 */
int64_t incident_planned_end(const struct incident *i);

/*
 * The topic of a notice of i now (base/topic.h): "planned" for announced work,
 * "data-error" for wrong data, else what the rules say of its service
 * (of_service, "" when nothing), unless FMK itself is hit, else "fmk": what
 * nobody put elsewhere reaches the most. Borrowed.
 */
const char *incident_topic(const struct incident *i, const char *of_service);

/* Pending or open: something may still be to do about it. */
bool incident_live(enum incident_state state);

/* What can happen to an incident; the table in life.c says what follows. */
enum incident_event {
	EVENT_APPROVE, /* an operator, or the end of review */
	EVENT_DISMISS,
	EVENT_RESOLVE,
	EVENT_REOPEN,
	EVENT_RETRACT
};

/*
 * The state after an event: true and *next, or false when the table refuses
 * it (an absent cell).
 */
bool incident_next(enum incident_state state, enum incident_event event,
    enum incident_state *next);

#endif
