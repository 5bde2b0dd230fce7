#include "base/mem.h"
#include "notice/schedule.h"

static struct schedule
notice_at(enum notice_type type, int64_t at)
{
	return (struct schedule){SCHEDULE_NOTICE, type, at};
}

/* Announced work: one reminder, unless the announcement came that late. */
static struct schedule
planned_next(const struct incident *i, const struct notices_conf *conf)
{
	int64_t at;

	if (i->change)
		return notice_at(
		    NOTICE_PLANNED, i->last_change_at + conf->min_gap);
	if (i->reminded || i->starts == TIME_NONE)
		return (struct schedule){0};
	at = i->starts - conf->reminder;
	if (at < i->last_notice_at + conf->min_gap)
		return (struct schedule){0};
	return notice_at(NOTICE_PLANNED, at);
}

static struct schedule
open_next(const struct incident *i, const struct notices_conf *conf)
{
	int64_t repeat, update;

	if (i->notices == 0)
		return notice_at(
		    i->planned ? NOTICE_PLANNED : NOTICE_FIRST, i->opened_at);
	if (i->planned)
		return planned_next(i, conf);
	if (i->drill_ends != TIME_NONE)
		return (struct schedule){
		    SCHEDULE_RESOLVE, NOTICE_RESOLVED, i->drill_ends};
	repeat = i->last_notice_at + conf->repeat;
	if (!i->change)
		return notice_at(NOTICE_REPEAT, repeat);
	update = i->last_change_at + conf->min_gap;
	return notice_at(NOTICE_UPDATE, update < repeat ? update : repeat);
}

/* What was restored waits until somebody has had the time to look at it. */
static struct schedule
not_before(struct schedule next, int64_t due)
{
	if (due != TIME_NONE && next.kind != SCHEDULE_NOTHING && next.at < due)
		next.at = due;
	return next;
}

struct schedule
schedule_next(const struct incident *i, const struct notices_conf *conf)
{
	switch (i->state) {
	case INCIDENT_PENDING:
		if (i->due_at == TIME_NONE)
			break;
		return (struct schedule){
		    SCHEDULE_APPROVE, NOTICE_FIRST, i->due_at};
	case INCIDENT_OPEN:
		return not_before(open_next(i, conf), i->due_at);
	case INCIDENT_RESOLVED:
		if (i->over)
			return notice_at(NOTICE_RESOLVED, i->resolved_at);
		break;
	case INCIDENT_RETRACTED:
		if (i->over)
			return notice_at(NOTICE_CORRECTION, i->resolved_at);
		break;
	case INCIDENT_DISMISSED:
		break;
	}
	return (struct schedule){0};
}

int64_t
schedule_promise(const struct incident *i, enum notice_type type,
    const struct notices_conf *conf, int64_t now)
{
	switch (type) {
	case NOTICE_FIRST:
	case NOTICE_UPDATE:
	case NOTICE_REPEAT:
		if (i->drill_ends != TIME_NONE)
			return i->drill_ends;
		return i->planned ? TIME_NONE : now + conf->repeat;
	case NOTICE_RESOLVED:
	case NOTICE_CORRECTION:
	case NOTICE_PLANNED:
	case NOTICE_PAGE:
	case NOTICE_RECEIPT:
		break;
	}
	return TIME_NONE;
}

void
schedule_queued(struct incident *i, enum notice_type type, int64_t now)
{
	/* The announcement is number 1; what follows it is the reminder. */
	if (type == NOTICE_PLANNED && i->notices > 0 && !i->change)
		i->reminded = true;
	if (type != NOTICE_REPEAT)
		i->last_change_at = now;
	i->notices++;
	i->told_effect = i->effect;
	i->told_online = i->online;
	i->last_notice_at = now;
	i->due_at = TIME_NONE;
	i->change = false;
	i->fresh = false;
	i->over = false;
	xreplace(&i->change_reason, "");
}
