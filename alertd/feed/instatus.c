/*
 * Instatus, /summary.json: page (name, url, status UP, HASISSUES or
 * UNDERMAINTENANCE), activeIncidents (name, started, status, impact, url) and
 * activeMaintenances (name, start, status, duration in minutes, url), as
 * Instatus' help pages and type declarations that others wrote give them; id
 * and updatedAt are in what its pages answer, though not in those. There is no
 * text, and no component. A page where nothing goes on was seen without the
 * lists.
 */
#include <stdlib.h>
#include <string.h>
#include <jansson.h>

#include "base/attr.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/field.h"
#include "feed/jsonbody.h"
#include "feed/state.h"

#define INCIDENTS "activeIncidents"
#define MAINTENANCES "activeMaintenances"
#define MONTH (31 * 24 * 60) /* minutes: longer is no length of work */

/* Their words, where they are not Statuspage's in capitals. */
static const struct {
	const char *theirs, *ours;
} words[] = {
    {"notstartedyet", "scheduled"},
    {"inprogress", "in_progress"},
    {"degradedperformance", "degraded_performance"},
    {"partialoutage", "partial_outage"},
    {"minoroutage", "partial_outage"},
    {"majoroutage", "major_outage"},
    {"undermaintenance", "maintenance"},
};

static void
take_word(char **field, const json_t *o, const char *key)
{
	const char *s = jsonbody_text(o, key);

	field_set(field, field_word(s, strlen(s)));
	for (size_t i = 0; i < LENGTH(words); i++)
		if (strcmp(*field, words[i].theirs) == 0)
			xreplace(field, words[i].ours);
}

/* What both lists have; otherwise: the phase that being listed means. */
static int
take_common(struct report *r, const json_t *o, enum phase otherwise)
{
	field_set(&r->id, jsonbody_id(o, "id"));
	jsonbody_heads(r, o, "name", "url", NULL);
	if (*r->id == '\0')
		field_set(&r->id, field_id(r->url, strlen(r->url)));
	if (*r->id == '\0')
		return -1;
	take_word(&r->status, o, "status");
	r->phase = state_phase(r->status);
	if (r->phase == PHASE_UNKNOWN)
		r->phase = otherwise;
	r->updated = jsonbody_time(o, "updatedAt", NULL);
	return 0;
}

static int
take_incident(struct report *r, const json_t *o)
{
	if (take_common(r, o, PHASE_OPEN) == -1)
		return -1;
	take_word(&r->impact, o, "impact");
	r->published = jsonbody_time(o, "started", NULL);
	report_revise(r, jsonbody_text(o, "updatedAt"));
	return 0;
}

/* A number, or digits in a string; 0 when it is neither. */
static int64_t
minutes(const json_t *o, const char *key)
{
	char *s = jsonbody_id(o, key);
	int64_t n = 0;

	parse_int(s, 0, MONTH, &n);
	free(s);
	return n;
}

static int
take_maintenance(struct report *r, const json_t *o)
{
	int64_t n = minutes(o, "duration");

	if (take_common(r, o, PHASE_PLANNED) == -1)
		return -1;
	xreplace(&r->impact, "maintenance");
	r->starts = jsonbody_time(o, "start", NULL);
	if (r->starts != TIME_NONE && n > 0 && r->starts <= TIME_MAX - n * 60)
		r->ends = r->starts + n * 60;
	report_revise(r, jsonbody_text(o, "updatedAt"));
	return 0;
}

static const char *
page_status(const json_t *root)
{
	return jsonbody_text(json_object_get(root, "page"), "status");
}

bool
instatus_is(const json_t *root)
{
	const char *s = page_status(root);

	return json_object_get(root, INCIDENTS) != NULL ||
	       json_object_get(root, MAINTENANCES) != NULL ||
	       strcmp(s, "UP") == 0 || strcmp(s, "HASISSUES") == 0 ||
	       strcmp(s, "UNDERMAINTENANCE") == 0;
}

/* Whether a missing list can only be an empty one, by what the page says. */
static bool
nothing(const json_t *root, const char *key, const char *contrary)
{
	const char *s = page_status(root);

	if (json_object_get(root, key) != NULL)
		return false; /* neither a list nor null */
	return strcmp(s, "UP") == 0 ||
	       (strcmp(s, contrary) != 0 &&
		   (strcmp(s, "HASISSUES") == 0 ||
		       strcmp(s, "UNDERMAINTENANCE") == 0));
}

int
instatus_parse(const struct feed_body *b, struct reports *out, struct err *e)
{
	json_t *root = jsonbody_open(b->data, b->len, e);
	bool is, all = true;

	if (root == NULL)
		return -1;
	is = instatus_is(root);
	if (!jsonbody_list(b, root, INCIDENTS, take_incident, out, &all))
		all = all && nothing(root, INCIDENTS, "HASISSUES");
	if (!jsonbody_list(b, root, MAINTENANCES, take_maintenance, out, &all))
		all = all && nothing(root, MAINTENANCES, "UNDERMAINTENANCE");
	out->complete = all;
	json_decref(root);
	return is ? 0
		  : err_set(e, "JSON, but no summary of Instatus: neither "
			       "\"" INCIDENTS "\" nor a status of the page");
}
