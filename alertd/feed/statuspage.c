#include <stdlib.h>
#include <string.h>
#include <jansson.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/date.h"
#include "feed/field.h"
#include "feed/jsonbody.h"
#include "feed/state.h"

/* The newest word of the updates on the component, or NULL; *at its time. */
static const json_t *
affected(const struct updates *all, const char *id, int64_t *at)
{
	json_t *c;
	size_t k;

	for (size_t i = 0; i < all->n; i++) {
		json_array_foreach(
		    json_object_get(all->v[i].json, "affected_components"), k,
		    c)
		{
			if (*id == '\0' ||
			    strcmp(jsonbody_text(c, "code"), id) != 0)
				continue;
			*at = all->v[i].at;
			return c;
		}
	}
	return NULL;
}

/*
 * A page gives the component's status now, whatever incident it is of. While
 * this one is open, the newer of that and its updates counts; when it is
 * over, what it said last, since another may have hit the component.
 */
static void
listed_component(struct report *r, const json_t *c, const struct updates *all)
{
	const char *status = jsonbody_text(c, "status");
	int64_t said = TIME_NONE;
	const json_t *word = affected(all, jsonbody_text(c, "id"), &said);

	if (word != NULL && *jsonbody_text(word, "new_status") != '\0' &&
	    (r->phase == PHASE_RESOLVED || *status == '\0' ||
		jsonbody_time(c, "updated_at", NULL) <= said))
		status = jsonbody_text(word, "new_status");
	jsonbody_component(r, jsonbody_text(c, "name"), status);
}

static bool
has_component(const struct report *r, const char *name)
{
	for (size_t i = 0; i < r->n_components; i++)
		if (strcmp(r->components[i].name, name) == 0)
			return true;
	return false;
}

static void
take_components(
    struct report *r, const json_t *incident, const struct updates *all)
{
	json_t *list = json_object_get(incident, "components"), *c;
	size_t k;

	json_array_foreach(list, k, c) if (k < LIMIT_COMPONENTS)
	    listed_component(r, c, all);
	if (json_array_size(list) > 0)
		return;
	for (size_t i = 0; i < all->n && r->n_components < LIMIT_COMPONENTS;
	     i++)
		json_array_foreach(
		    json_object_get(all->v[i].json, "affected_components"), k,
		    c) if (!has_component(r, jsonbody_text(c, "name")))
		    jsonbody_component(r, jsonbody_text(c, "name"),
			jsonbody_text(c, "new_status"));
}

/* Newest updated_at, and a mark of what can change without it. */
static void
take_revision(
    struct report *r, const json_t *incident, const struct updates *all)
{
	const char *newest = jsonbody_text(incident, "updated_at");

	for (size_t i = 0; i < all->n; i++) {
		const char *s = jsonbody_text(all->v[i].json, "updated_at");

		if (feed_date(s) > feed_date(newest))
			newest = s;
	}
	report_revise(r, newest);
}

static void
take_status(struct report *r, const json_t *o, const struct updates *all)
{
	const char *s = jsonbody_text(o, "status");

	for (size_t i = 0; *s == '\0' && i < all->n; i++)
		s = jsonbody_text(all->v[i].json, "status");
	field_set(&r->status, field_word(s, strlen(s)));
	r->phase = state_phase(r->status);
}

static int64_t
update_time(const json_t *update)
{
	return jsonbody_time(update, "display_at", "created_at");
}

static int
add_incident(struct report *r, const json_t *o)
{
	struct updates all;

	/* Statuspage's ids are strings; a number is somebody else's. */
	if (*jsonbody_text(o, "id") == '\0')
		return -1;
	field_set(&r->id, jsonbody_id(o, "id"));
	if (*r->id == '\0') /* it was no more than a control character */
		return -1;
	all = jsonbody_updates(
	    json_object_get(o, "incident_updates"), update_time);
	jsonbody_heads(r, o, "name", "shortlink", "impact");
	/* When it began, which may be set; created_at is when it was told. */
	r->published = jsonbody_time(o, "started_at", "created_at");
	r->updated = jsonbody_time(o, "updated_at", NULL);
	r->starts = jsonbody_time(o, "scheduled_for", NULL);
	r->ends = jsonbody_time(o, "scheduled_until", NULL);
	take_status(r, o, &all);
	jsonbody_update_text(r, &all, "body");
	take_components(r, o, &all);
	take_revision(r, o, &all);
	free(all.v);
	return 0;
}

bool
statuspage_is(const json_t *root)
{
	/* incident.io has the other list, too. */
	return json_object_get(root, "incidents") != NULL ||
	       (json_object_get(root, "scheduled_maintenances") != NULL &&
		   json_object_get(root, "ongoing_incidents") == NULL);
}

int
statuspage_parse(const struct feed_body *b, struct reports *out, struct err *e)
{
	json_t *root = jsonbody_open(b->data, b->len, e);
	bool any;

	if (root == NULL)
		return -1;
	out->complete = true;
	any = jsonbody_list(
	    b, root, "incidents", add_incident, out, &out->complete);
	any |= jsonbody_list(b, root, "scheduled_maintenances", add_incident,
	    out, &out->complete);
	json_decref(root);
	if (!any)
		return err_set(e, "JSON without the lists \"incidents\" or "
				  "\"scheduled_maintenances\"");
	return 0;
}
