#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/topic.h"
#include "incident/incident.h"

void
incident_init(struct incident *i)
{
	*i = (struct incident){
	    .service = xstrdup(""),
	    .title = xstrdup(""),
	    .news = xstrdup(""),
	    .url = xstrdup(""),
	    .reason = xstrdup(""),
	    .feed = xstrdup(""),
	    .audience = xstrdup(""),
	    .change_reason = xstrdup(""),
	    .since = TIME_NONE,
	    .opened_at = TIME_NONE,
	    .decided_at = TIME_NONE,
	    .resolved_at = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .drill_ends = TIME_NONE,
	    .last_notice_at = TIME_NONE,
	    .last_change_at = TIME_NONE,
	    .due_at = TIME_NONE,
	};
}

void
incident_clear(struct incident *i)
{
	free(i->service);
	free(i->title);
	free(i->news);
	free(i->url);
	free(i->reason);
	free(i->feed);
	free(i->audience);
	free(i->change_reason);
	*i = (struct incident){0};
}

void
incident_copy(struct incident *to, const struct incident *from)
{
	*to = *from;
	to->service = xstrdup(from->service);
	to->title = xstrdup(from->title);
	to->news = xstrdup(from->news);
	to->url = xstrdup(from->url);
	to->reason = xstrdup(from->reason);
	to->feed = xstrdup(from->feed);
	to->audience = xstrdup(from->audience);
	to->change_reason = xstrdup(from->change_reason);
}

static bool
same_words(const struct incident *a, const struct incident *b)
{
	return str_eq(a->service, b->service) && str_eq(a->title, b->title) &&
	       str_eq(a->news, b->news) && str_eq(a->url, b->url) &&
	       str_eq(a->reason, b->reason) && str_eq(a->feed, b->feed) &&
	       str_eq(a->change_reason, b->change_reason) &&
	       str_eq(a->audience, b->audience);
}

static bool
same_times(const struct incident *a, const struct incident *b)
{
	return a->since == b->since && a->opened_at == b->opened_at &&
	       a->decided_at == b->decided_at &&
	       a->resolved_at == b->resolved_at && a->starts == b->starts &&
	       a->ends == b->ends && a->expected_end == b->expected_end &&
	       a->last_notice_at == b->last_notice_at &&
	       a->last_change_at == b->last_change_at &&
	       a->due_at == b->due_at && a->drill_ends == b->drill_ends;
}

bool
incident_same(const struct incident *a, const struct incident *b)
{
	return a->id == b->id && a->state == b->state && a->kind == b->kind &&
	       a->effect == b->effect && a->online == b->online &&
	       a->path == b->path && a->itself == b->itself &&
	       a->planned == b->planned && a->reminded == b->reminded &&
	       a->told_effect == b->told_effect &&
	       a->told_online == b->told_online && a->notices == b->notices &&
	       a->change == b->change && a->fresh == b->fresh &&
	       a->over == b->over && same_words(a, b) && same_times(a, b);
}

char *
incident_reference(const struct incident *i, const char *prefix)
{
	int64_t opened = i->opened_at == TIME_NONE ? 0 : i->opened_at;

	return xasprintf(
	    "%s-%d-%04lld", prefix, civil_local(opened).year, (long long)i->id);
}

const char *
incident_topic(const struct incident *i, const char *of_service)
{
	if (i->planned || i->effect == EFFECT_PLANNED)
		return TOPIC_PLANNED;
	if (i->effect == EFFECT_DATA_ERROR)
		return TOPIC_DATA_ERROR;
	return *of_service != '\0' && !i->itself ? of_service : TOPIC_FMK;
}

#define DAY (24 * 3600)

int64_t
incident_planned_end(const struct incident *i)
{
	if (!i->planned)
		return TIME_NONE;
	if (i->ends != TIME_NONE)
		return i->ends;
	return i->starts != TIME_NONE ? i->starts + DAY
				      : i->opened_at + 7 * DAY;
}
