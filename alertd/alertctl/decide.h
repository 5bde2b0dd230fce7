/* decide.h: what can be done with an incident, for hints. */
#ifndef ALERTCTL_DECIDE_H
#define ALERTCTL_DECIDE_H

#include "incident/incident.h"

/* "alertctl approve 3, alertctl dismiss 3"; release with free(). */
char *decide_hint(const struct incident *i);

#endif
