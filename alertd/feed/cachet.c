/*
 * Cachet 2, /api/v1/incidents: data (a list) and meta.pagination. Each item:
 * id, name, message, status, occurred_at (from 2.4), created_at, updated_at,
 * scheduled_at (before 2.4), component_id, component where it is shown,
 * permalink, updates (from 2.4; status, message, created_at, updated_at),
 * latest_status. Status: 0 scheduled, 1 investigating, 2 identified, 3
 * watching, 4 fixed. Without a sort the oldest come first, 20 on a page. From
 * Cachet's own source: Models/Incident.php, Presenters/IncidentPresenter.php
 * and TimestampsTrait.php, Http/Controllers/Api.
 *
 * Dates are "2026-03-28 23:12:00", in the zone of Cachet's own settings, which
 * its API does not tell. They are read in that of time_zone:, since a page for
 * Denmark is set to Danish time; where one is not, times are off, and nothing
 * else. In the hour that comes twice the first is meant.
 */
#include <stdlib.h>
#include <string.h>
#include <jansson.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/date.h"
#include "feed/jsonbody.h"
#include "feed/state.h"

static const char *const states[] = {
    "scheduled", "investigating", "identified", "monitoring", "resolved"};
static const char *const component_states[] = {"", "operational",
    "degraded_performance", "partial_outage", "major_outage"};

/* The word for a number, which may stand in a string; "" when it is none. */
static const char *
word(const json_t *o, const char *key, const char *const *list, size_t n)
{
	char *s = jsonbody_id(o, key);
	int64_t i;
	int r = parse_int(s, 0, (int64_t)n - 1, &i);

	free(s);
	return r == -1 ? "" : list[i];
}

static const char *
state(const json_t *o, const char *key)
{
	return word(o, key, states, LENGTH(states));
}

/* "2026-03-28 23:12:00" in local time; TIME_NONE when it is of no such form. */
static int64_t
local_date(const char *s)
{
	char *zoned = xasprintf("%sZ", s);
	struct civil c;
	int64_t t;
	int r = parse_rfc3339(zoned, &t);

	free(zoned);
	if (r == -1)
		return TIME_NONE;
	c = civil_utc(t);
	t = local_to_utc(c.year, c.month, c.day, c.hour, c.minute) + c.second;
	return t < 0 || t > TIME_MAX ? TIME_NONE : t;
}

static int64_t
date(const json_t *o, const char *key)
{
	const json_t *v = json_object_get(o, key);
	const char *s = jsonbody_text(o, key);
	int64_t t = local_date(s);

	/* Cachet 1 wrote seconds since 1970. */
	if (json_is_integer(v) && json_integer_value(v) > 0 &&
	    json_integer_value(v) <= TIME_MAX)
		return json_integer_value(v);
	return t == TIME_NONE ? feed_date(s) : t;
}

static int64_t
created(const json_t *o)
{
	int64_t t = date(o, "occurred_at");

	return t == TIME_NONE ? date(o, "created_at") : t;
}

/* The updates, and behind them the incident, whose message is the first. */
static struct updates
all_updates(const json_t *o)
{
	struct updates all = jsonbody_updates(
	    json_object_get(o, "updates"), created);

	all.v = xreallocarray(all.v, all.n + 1, sizeof(*all.v));
	all.v[all.n++] = (struct update){.json = o, .at = TIME_NONE};
	return all;
}

static void
take_state(struct report *r, const json_t *o, const struct updates *all)
{
	const char *s = state(o, "latest_status");

	for (size_t i = 0; *s == '\0' && i < all->n; i++)
		s = state(all->v[i].json, "status");
	xreplace(&r->status, s);
	r->phase = state_phase(s);
	if (str_eq(s, "scheduled"))
		r->starts = date(o, "scheduled_at");
}

static void
take_component(struct report *r, const json_t *o)
{
	const json_t *c = json_object_get(o, "component");

	if (json_is_object(json_object_get(c, "data")))
		c = json_object_get(c, "data");
	jsonbody_component(r, jsonbody_text(c, "name"),
	    word(c, "status", component_states, LENGTH(component_states)));
}

static int
take_incident(struct report *r, const json_t *o)
{
	struct updates all;
	const char *newest = jsonbody_text(o, "updated_at");

	free(r->id);
	r->id = jsonbody_id(o, "id");
	if (*r->id == '\0')
		return -1;
	all = all_updates(o);
	jsonbody_heads(r, o, "name", "permalink", NULL);
	r->published = created(o);
	for (size_t i = 0; i < all.n; i++) {
		int64_t t = date(all.v[i].json, "updated_at");

		if (t > r->updated) {
			r->updated = t;
			newest = jsonbody_text(all.v[i].json, "updated_at");
		}
	}
	take_state(r, o, &all);
	jsonbody_update_text(r, &all, "message");
	take_component(r, o);
	report_revise(r, newest);
	free(all.v);
	return 0;
}

bool
cachet_is(const json_t *root)
{
	const json_t *meta = json_object_get(root, "meta");

	return json_object_get(root, "data") != NULL &&
	       json_is_object(json_object_get(meta, "pagination"));
}

int
cachet_parse(const struct feed_body *b, struct reports *out, struct err *e)
{
	json_t *root = jsonbody_open(b->data, b->len, e);
	bool is;

	if (root == NULL)
		return -1;
	out->complete = true;
	is = cachet_is(root) &&
	     jsonbody_list(b, root, "data", take_incident, out, &out->complete);
	json_decref(root);
	return is ? 0
		  : err_set(e, "JSON, but not of Cachet 2: no list \"data\" "
			       "with \"meta\" and its \"pagination\"");
}
