#include "base/clock.h"
#include "web/past.h"

int64_t
past_began(const struct past *p)
{
	if (p->starts != TIME_NONE)
		return p->starts;
	return p->since == TIME_NONE ? p->opened_at : p->since;
}

int64_t
past_gap(const struct past *p, int64_t now)
{
	int64_t to = p->state == INCIDENT_OPEN ? now : p->resolved_at;

	if (p->last_notice == TIME_NONE)
		return -1;
	if (p->effect == EFFECT_PLANNED || to == TIME_NONE ||
	    to - p->last_notice <= p->gap || to < p->last_notice)
		return p->gap;
	return to - p->last_notice;
}

int64_t
past_duration(const struct past *p, int64_t now)
{
	int64_t from = past_began(p);
	int64_t to = p->state == INCIDENT_OPEN ? now : p->resolved_at;

	return to == TIME_NONE || to < from ? -1 : to - from;
}

int64_t
past_delay(const struct past *p)
{
	if (p->first_notice == TIME_NONE || p->first_notice < p->heard)
		return -1;
	return p->first_notice - p->heard;
}
