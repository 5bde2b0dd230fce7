/*
 * incident.io, /api/v1/summary (its "widget"): page_title, page_url, and the
 * lists ongoing_incidents, in_progress_maintenances, scheduled_maintenances,
 * always there. Each item: id, name, url, status, last_update_at,
 * last_update_message (may be null), affected_components (id, name,
 * group_name, current_status); an incident also current_worst_impact, work in
 * progress started_at and scheduled_end_at (may be null), planned work
 * starts_at and ends_at. From the type declarations and test data of those who
 * show it: Supabase's and Materialize's consoles. Only the newest message is
 * told, and not when an incident began.
 */
#include <stdlib.h>
#include <string.h>
#include <jansson.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/field.h"
#include "feed/html.h"
#include "feed/jsonbody.h"
#include "feed/state.h"

#define ONGOING "ongoing_incidents"
#define IN_PROGRESS "in_progress_maintenances"
#define SCHEDULED "scheduled_maintenances"

static const char *
severity(const char *s)
{
	return strcmp(s, "full_outage") == 0 ? "major_outage" : s;
}

static void
take_components(struct report *r, const json_t *o)
{
	json_t *c;
	size_t i;

	json_array_foreach(json_object_get(o, "affected_components"), i, c)
	    jsonbody_component(r, jsonbody_text(c, "name"),
		severity(jsonbody_text(c, "current_status")));
}

/* "maintenance_in_progress" is Statuspage's "in_progress". */
static void
take_status(struct report *r, const json_t *o, enum phase listed_as)
{
	static const char before[] = "maintenance_";
	const char *s = jsonbody_text(o, "status");

	if (str_starts(s, before))
		s += strlen(before);
	field_set(&r->status, field_word(s, strlen(s)));
	r->phase = state_phase(r->status);
	if (r->phase == PHASE_UNKNOWN)
		r->phase = listed_as;
}

static int
take(struct report *r, const json_t *o, enum phase listed_as)
{
	const char *text = jsonbody_text(o, "last_update_message");

	field_set(&r->id, jsonbody_id(o, "id"));
	if (*r->id == '\0')
		return -1;
	jsonbody_heads(r, o, "name", "url", "current_worst_impact");
	xreplace(&r->impact, severity(r->impact));
	field_set(&r->text, html_text(text, strlen(text)));
	r->newest = strlen(r->text);
	r->updated = jsonbody_time(o, "last_update_at", NULL);
	take_status(r, o, listed_as);
	take_components(r, o);
	report_revise(r, jsonbody_text(o, "last_update_at"));
	return 0;
}

static int
take_incident(struct report *r, const json_t *o)
{
	return take(r, o, PHASE_OPEN);
}

static int
take_in_progress(struct report *r, const json_t *o)
{
	if (take(r, o, PHASE_OPEN) == -1)
		return -1;
	xreplace(&r->impact, "maintenance");
	r->starts = jsonbody_time(o, "started_at", "starts_at");
	r->ends = jsonbody_time(o, "scheduled_end_at", "ends_at");
	return 0;
}

static int
take_scheduled(struct report *r, const json_t *o)
{
	if (take(r, o, PHASE_PLANNED) == -1)
		return -1;
	xreplace(&r->impact, "maintenance");
	r->starts = jsonbody_time(o, "starts_at", NULL);
	r->ends = jsonbody_time(o, "ends_at", NULL);
	return 0;
}

bool
incidentio_is(const json_t *root)
{
	return json_object_get(root, ONGOING) != NULL;
}

int
incidentio_parse(const struct feed_body *b, struct reports *out, struct err *e)
{
	json_t *root = jsonbody_open(b->data, b->len, e);
	bool any, all = true;

	if (root == NULL)
		return -1;
	any = jsonbody_list(b, root, ONGOING, take_incident, out, &all);
	/* One of the others that is missing may have held what is open. */
	if (!jsonbody_list(b, root, IN_PROGRESS, take_in_progress, out, &all))
		all = false;
	if (!jsonbody_list(b, root, SCHEDULED, take_scheduled, out, &all))
		all = false;
	out->complete = all;
	json_decref(root);
	return any ? 0
		   : err_set(e, "JSON, but no summary of incident.io: "
				"no list \"" ONGOING "\"");
}
