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

/* A document: what is wrong, or announced work. */
struct document {
	struct web *w;
	bool planned;
	json_t *list;
	int64_t updated; /* when the newest notice was queued */
	int64_t until; /* when announced work begins, the next */
};

static bool
ends(enum notice_type type)
{
	return type == NOTICE_RESOLVED || type == NOTICE_CORRECTION;
}

/* Statuspage's words. */
static const char *
status_of(const struct document *d, enum notice_type type)
{
	if (d->planned)
		return ends(type) ? "completed" : "scheduled";
	return machine_status(ends(type) ? type : NOTICE_FIRST);
}

static json_t *
update_json(const struct document *d, const struct published *p)
{
	json_t *o = json_object();

	set_id(o, "id", p, p->number);
	set_text(o, "status", status_of(d, p->type));
	set_text(o, "body", *p->said == '\0' ? p->text : p->said);
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

/* What is hit. Announced work hits nothing before it begins. */
static json_t *
components_json(const struct document *d, const struct incident *i,
    const struct published *newest, bool begun)
{
	bool over = ends(newest->type), fine = over || (d->planned && !begun);
	json_t *list = json_array();

	if (*i->service != '\0')
		add_component(list, i->service,
		    effects[fine ? EFFECT_NONE : newest->effect].component);
	if (!d->planned)
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

/* Announced work that is not over: whether it goes on now. */
static bool
has_begun(struct document *d, const struct incident *i)
{
	if (i->starts == TIME_NONE || i->starts <= d->w->now)
		return i->starts != TIME_NONE;
	if (d->until == TIME_NONE || i->starts < d->until)
		d->until = i->starts;
	return false;
}

static void
set_times(json_t *o, const struct document *d, const struct incident *i,
    const struct published *newest)
{
	set_time(o, "created_at", newest->began);
	set_time(o, "updated_at", newest->at);
	set_time(o, "started_at", d->planned ? i->starts : i->since);
	set_time(o, "monitoring_at", TIME_NONE);
	set_time(
	    o, "resolved_at", ends(newest->type) ? i->resolved_at : TIME_NONE);
	if (d->planned) {
		set_time(o, "scheduled_for", i->starts);
		set_time(o, "scheduled_until", i->ends);
	}
}

/* l is what was told of it, the newest first; not empty. */
static json_t *
incident_json(struct document *d, const struct incident *i,
    const struct published_list *l)
{
	const struct published *newest = &l->v[0];
	json_t *o = json_object(), *updates = json_array();
	bool begun = d->planned && !ends(newest->type) && has_begun(d, i);

	set_id(o, "id", newest, 0);
	set_text(o, "name", newest->title);
	set_text(
	    o, "status", begun ? "in_progress" : status_of(d, newest->type));
	set_text(o, "impact", effects[newest->effect].impact);
	set_link(o, d->w, i->id);
	set_times(o, d, i, newest);
	for (size_t k = 0; k < l->n; k++)
		json_array_append_new(updates, update_json(d, &l->v[k]));
	json_object_set_new(o, "incident_updates", updates);
	json_object_set_new(
	    o, "components", components_json(d, i, newest, begun));
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
add_incident(struct document *d, const struct incident *i, struct err *e)
{
	struct published_list l = {0};
	int r = store_published(d->w->store, i->id, machine_audience(d->w),
	    LIMIT_WEB_UPDATES, &l, e);

	if (r == 0 && l.n > 0) {
		json_array_append_new(d->list, incident_json(d, i, &l));
		if (l.v[0].at > d->updated)
			d->updated = l.v[0].at;
	}
	published_clear(&l);
	return r;
}

static int
write_json(const char *s, size_t n, void *body)
{
	return buf_add(body, s, n);
}

static int
write_document(
    struct document *d, const char *name, struct buf *body, struct err *e)
{
	struct incidents l = {0};
	json_t *root;
	int rc = store_published_incidents(
	    d->w->store, d->planned, LIMIT_WEB_INCIDENTS, &l, e);

	d->list = json_array();
	for (size_t i = 0; rc == 0 && i < l.n; i++)
		rc = add_incident(d, &l.v[i], e);
	root = json_pack(
	    "{s:o, s:o}", "page", page_json(d->w, d->updated), name, d->list);
	if (rc == 0)
		json_dump_callback(root, write_json, body, JSON_COMPACT);
	json_decref(root);
	incidents_clear(&l);
	return rc;
}

/* kept_write */
static int
write_incidents(struct web *w, struct buf *body, int64_t *until, struct err *e)
{
	struct document d = {.w = w, .until = TIME_NONE};

	(void)until;
	return write_document(&d, "incidents", body, e);
}

/* kept_write */
static int
write_maintenances(
    struct web *w, struct buf *body, int64_t *until, struct err *e)
{
	struct document d = {.w = w, .planned = true, .until = TIME_NONE};
	int rc = write_document(&d, "scheduled_maintenances", body, e);

	*until = d.until;
	return rc;
}

int
web_incidents_json(struct web *w, const struct http_request *q,
    struct http_response *r, struct err *e)
{
	r->type = "application/json; charset=utf-8";
	return kept_answer(w, KEPT_INCIDENTS, write_incidents, q, r, e);
}

int
web_maintenances_json(struct web *w, const struct http_request *q,
    struct http_response *r, struct err *e)
{
	r->type = "application/json; charset=utf-8";
	return kept_answer(w, KEPT_MAINTENANCES, write_maintenances, q, r, e);
}
