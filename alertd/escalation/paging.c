#include "escalation/paging.h"

bool
paging_wants_decision(const struct incident *i, int64_t now)
{
	if (i->state == INCIDENT_PENDING)
		return true;
	return i->state == INCIDENT_OPEN && i->planned &&
	       now >= incident_planned_end(i);
}

int64_t
paging_next(
    const struct incident *i, const struct alarm_conf *conf, int64_t now)
{
	bool live = i->state == INCIDENT_PENDING || i->state == INCIDENT_OPEN;

	if (!live)
		return TIME_NONE;
	if (i->pages == 0)
		return i->opened_at;
	if (paging_wants_decision(i, now))
		return i->paged_at + conf->repeat;
	return incident_planned_end(i);
}

void
paging_sent(struct incident *i, int64_t now)
{
	i->pages++;
	i->paged_at = now;
}
