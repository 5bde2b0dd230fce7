#include <assert.h>

#include <stddef.h>

#include "base/attr.h"
#include "incident/incident.h"

#define STATES (INCIDENT_RETRACTED + 1)
#define EVENTS (EVENT_RETRACT + 1)

/* A cell is the next state plus one; an absent cell refuses. */
#define TO(state) (state + 1)

/*
 * What is resolved while it is still pending was never told to anybody, so
 * it just ends. What was dismissed may be approved after all; what was
 * retracted is never taken up again: the event gets a new incident when the
 * feed had told it over, or tells it worse.
 */
static const unsigned char life[STATES][EVENTS] = {
    [INCIDENT_PENDING] =
	{
	    [EVENT_APPROVE] = TO(INCIDENT_OPEN),
	    [EVENT_DISMISS] = TO(INCIDENT_DISMISSED),
	    [EVENT_RESOLVE] = TO(INCIDENT_RESOLVED),
	},
    [INCIDENT_OPEN] =
	{
	    [EVENT_RESOLVE] = TO(INCIDENT_RESOLVED),
	    [EVENT_RETRACT] = TO(INCIDENT_RETRACTED),
	},
    [INCIDENT_RESOLVED] =
	{
	    [EVENT_REOPEN] = TO(INCIDENT_OPEN),
	    [EVENT_RETRACT] = TO(INCIDENT_RETRACTED),
	},
    [INCIDENT_DISMISSED] =
	{
	    [EVENT_APPROVE] = TO(INCIDENT_OPEN),
	},
};

bool
incident_live(enum incident_state state)
{
	return state == INCIDENT_PENDING || state == INCIDENT_OPEN;
}

bool
incident_next(enum incident_state state, enum incident_event event,
    enum incident_state *next)
{
	assert((size_t)state < STATES && (size_t)event < EVENTS);
	if (life[state][event] == 0)
		return false;
	*next = (enum incident_state)(life[state][event] - 1);
	return true;
}
