#include <stdlib.h>
#include <jansson.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "notice/notice.h"
#include "web/machine.h"

/* The way out when the way to FMK fails: told beside what is hit. */
#define ONLINE "FMK-online"

/* How bad a notice says that it is, in Statuspage's words. */
static const struct {
	const char *impact, *component;
} effects[] = {
    [EFFECT_NONE] = {"none", "operational"},
    [EFFECT_PLANNED] = {"maintenance", "under_maintenance"},
    [EFFECT_DEGRADED] = {"minor", "degraded_performance"},
    [EFFECT_DATA_ERROR] = {"major", "partial_outage"},
    [EFFECT_OUTAGE] = {"critical", "major_outage"},
};

static void
set_text(json_t *o, const char *key, const char *text)
{
	char *clean = machine_text(text);

	json_object_set_new(o, key, json_string(clean));
	free(clean);
}

static void
set_time(json_t *o, const char *key, int64_t t)
{
	char s[RFC3339_SIZE];

	json_object_set_new(o, key,
	    t == TIME_NONE ? json_null() : json_string(format_rfc3339(t, s)));
}

/* The first notice keeps it apart from those of another database. */
static void
set_id(json_t *o, const char *key, const struct published *p, int number)
{
	char *id = number == 0
		       ? xasprintf("%llx-%lld", (unsigned long long)p->began,
			     (long long)p->incident)
		       : xasprintf("%llx-%lld-%d", (unsigned long long)p->began,
			     (long long)p->incident, number);

	json_object_set_new(o, key, json_string(id));
	free(id);
}

static json_t *
update_json(const struct published *p)
{
	json_t *o = json_object();

	set_id(o, "id", p, p->number);
	set_text(o, "status", machine_status(p->type));
	set_text(o, "body", p->text);
	set_id(o, "incident_id", p, 0);
	set_time(o, "created_at", p->at);
	set_time(o, "updated_at", p->at);
	set_time(o, "display_at", p->at);
	json_object_set_new(o, "affected_components", json_null());
	return o;
}

static void
add_component(json_t *list, const char *name, const char *status)
{
	json_t *o = json_object();

	set_text(o, "id", name);
	set_text(o, "name", name);
	set_text(o, "status", status);
	json_array_append_new(list, o);
}

/* As the notice says it, which has words for it that a machine misreads. */
static void
add_online(json_t *list, const struct incident *i, bool over)
{
	enum online online = notice_online(i);

	if (str_eq(i->service, ONLINE) || (online == ONLINE_UNKNOWN && !over))
		return;
	add_component(list, ONLINE,
	    online == ONLINE_DOWN && !over ? effects[EFFECT_OUTAGE].component
					   : effects[EFFECT_NONE].component);
}

/* What is hit. Announced work hits nothing yet. */
static json_t *
components_json(const struct incident *i, const struct published *newest)
{
	bool over = machine_status(newest->type)[0] == 'r';
	bool planned = newest->type == NOTICE_PLANNED;
	json_t *list = json_array();

	if (*i->service != '\0')
		add_component(list, i->service,
		    over || planned ? effects[EFFECT_NONE].component
				    : effects[newest->effect].component);
	if (!planned)
		add_online(list, i, over);
	return list;
}

static void
set_link(json_t *o, const struct web *w, int64_t incident)
{
	char *path = xasprintf("/sag/%lld", (long long)incident);
	char *url = machine_url(w, path);

	json_object_set_new(
	    o, "shortlink", *url == '\0' ? json_null() : json_string(url));
	free(url);
	free(path);
}

/* l is what was told of it, the newest first; not empty. */
static json_t *
incident_json(const struct web *w, const struct incident *i,
    const struct published_list *l)
{
	const struct published *newest = &l->v[0];
	json_t *o = json_object(), *updates = json_array();
	bool over = machine_status(newest->type)[0] == 'r';

	set_id(o, "id", newest, 0);
	set_text(o, "name", newest->title);
	set_text(o, "status", machine_status(newest->type));
	set_text(o, "impact", effects[newest->effect].impact);
	set_link(o, w, i->id);
	set_time(o, "created_at", newest->began);
	set_time(o, "updated_at", newest->at);
	set_time(o, "started_at", i->since);
	set_time(o, "monitoring_at", TIME_NONE);
	set_time(o, "resolved_at", over ? i->resolved_at : TIME_NONE);
	if (newest->effect == EFFECT_PLANNED) {
		set_time(o, "scheduled_for", i->starts);
		set_time(o, "scheduled_until", i->ends);
	}
	for (size_t k = 0; k < l->n; k++)
		json_array_append_new(updates, update_json(&l->v[k]));
	json_object_set_new(o, "incident_updates", updates);
	json_object_set_new(o, "components", components_json(i, newest));
	return o;
}

static json_t *
page_json(const struct web *w, int64_t updated)
{
	char *url = machine_url(w, "");
	json_t *o = json_object();

	set_text(o, "id", w->conf->notices.reference);
	set_text(o, "name", w->conf->notices.signature);
	set_text(o, "url", url);
	set_text(o, "time_zone", w->conf->time_zone);
	set_time(o, "updated_at", updated);
	free(url);
	return o;
}

static int
add_incident(struct web *w, json_t *list, const struct incident *i,
    int64_t *updated, struct err *e)
{
	struct published_list l = {0};
	int r = store_published(
	    w->store, i->id, machine_audience(w), LIMIT_WEB_UPDATES, &l, e);

	if (r == 0 && l.n > 0) {
		json_array_append_new(list, incident_json(w, i, &l));
		if (l.v[0].at > *updated)
			*updated = l.v[0].at;
	}
	published_clear(&l);
	return r;
}

static int
write_json(const char *s, size_t n, void *body)
{
	return buf_add(body, s, n);
}

int
web_incidents_json(struct web *w, const struct http_request *q,
    struct http_response *r, struct err *e)
{
	struct incidents l = {0};
	json_t *list = json_array(), *root;
	int64_t updated = 0;
	int rc = store_published_incidents(
	    w->store, LIMIT_WEB_INCIDENTS, &l, e);

	(void)q;
	for (size_t i = 0; rc == 0 && i < l.n; i++)
		rc = add_incident(w, list, &l.v[i], &updated, e);
	root = json_pack(
	    "{s:o, s:o}", "page", page_json(w, updated), "incidents", list);
	r->type = "application/json; charset=utf-8";
	if (rc == 0)
		json_dump_callback(root, write_json, &r->body, JSON_COMPACT);
	json_decref(root);
	incidents_clear(&l);
	return rc;
}
