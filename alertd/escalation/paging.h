/*
 * paging.h: when the on-call is paged about an incident. Pure. One team for
 * now, the addresses of alarm: in the configuration.
 */
#ifndef ESCALATION_PAGING_H
#define ESCALATION_PAGING_H

#include <stdbool.h>
#include <stdint.h>

#include "conf/config.h"
#include "incident/incident.h"

/* Whether somebody has to decide: pending, or planned work past its end. */
bool paging_wants_decision(const struct incident *i, int64_t now);

/*
 * When the next page about the incident is due: at once for a new one, then
 * every alarm.repeat while a decision is wanted; TIME_NONE when none is.
 */
int64_t paging_next(
    const struct incident *i, const struct alarm_conf *conf, int64_t now);

/* Books a page sent at now. */
void paging_sent(struct incident *i, int64_t now);

#endif
