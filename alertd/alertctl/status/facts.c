#include <stdlib.h>

#include "alertctl/status/facts.h"
#include "alertctl/ui/out.h"
#include "notice/schedule.h"

int64_t
next_notice(const struct incident *i, const struct config *conf)
{
	struct schedule s = schedule_next(i, &conf->notices);

	return s.kind == SCHEDULE_NOTHING ? TIME_NONE : s.at;
}

json_t *
incident_json(const struct incident *i, const struct config *conf)
{
	char *reference = incident_reference(i, conf->notices.reference);
	json_t *j = json_pack("{s:I, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, "
			      "s:s, s:s, s:b, s:i}",
	    "incident", (json_int_t)i->id, "reference", reference, "state",
	    incident_state_name(i->state), "kind", incident_kind_name(i->kind),
	    "effect", effect_name(i->effect), "online", online_name(i->online),
	    "service", i->service, "title", i->title, "feed", i->feed, "reason",
	    i->reason, "url", i->url, "path", i->path, "notices", i->notices);

	json_object_set_new(j, "audience", json_string(i->audience));
	json_object_set_new(j, "since", json_time(i->since));
	json_object_set_new(j, "opened", json_time(i->opened_at));
	json_object_set_new(j, "resolved", json_time(i->resolved_at));
	json_object_set_new(j, "expected_end", json_time(i->expected_end));
	json_object_set_new(j, "last_notice", json_time(i->last_notice_at));
	json_object_set_new(j, "next_notice", json_time(next_notice(i, conf)));
	free(reference);
	return j;
}

json_t *
notice_json(const struct notice *n)
{
	json_t *j = json_pack("{s:I, s:I, s:i, s:s, s:s, s:s, s:s}", "id",
	    (json_int_t)n->id, "incident", (json_int_t)n->incident, "notice",
	    n->number, "type", notice_type_name(n->type), "effect",
	    effect_name(n->effect), "subject", n->title, "reason", n->reason);

	if (n->topic != NULL)
		json_object_set_new(j, "topic", json_string(n->topic));
	json_object_set_new(j, "at", json_time(n->at));
	json_object_set_new(j, "next", json_time(n->next));
	json_object_set_new(j, "recipients",
	    json_pack("{s:I, s:I, s:I}", "municipalities",
		(json_int_t)n->municipalities, "vendors",
		(json_int_t)n->vendors, "addresses",
		(json_int_t)n->recipients));
	return j;
}

json_t *
finding_json(const struct report *r, const struct finding *f)
{
	return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:b, s:s}",
	    "feed", r->feed, "id", r->id, "title", r->title, "verdict",
	    verdict_name(f->verdict), "effect", effect_name(f->effect), "phase",
	    phase_name(f->phase), "service", f->service, "online",
	    online_name(f->online), "path", f->path, "reason", f->reason);
}

json_t *
asked_json(const struct asked_list *l)
{
	json_t *list = json_array();

	for (size_t k = 0; k < l->n; k++) {
		const struct asked *a = &l->v[k];

		json_array_append_new(
		    list, json_pack("{s:s, s:s, s:o, s:o, s:o}", "code", a->org,
			      "name", a->name, "asked", json_time(a->at),
			      "reminded", json_time(a->reminded), "receipted",
			      json_time(a->receipted)));
	}
	return list;
}
