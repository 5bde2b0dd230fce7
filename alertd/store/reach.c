#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/topic.h"
#include "incident/audience.h"
#include "store/messages.h"
#include "store/part.h"
#include "store/queue.h"
#include "store/sql.h"

void
reaches_clear(struct reaches *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].code);
		free(l->v[i].name);
	}
	free(l->v);
	*l = (struct reaches){0};
}

#define OPEN DELIVERY_OPEN("d.")

static const char reach_sql[] =
    "WITH newest AS (SELECT CASE WHEN ?2 > 0 THEN ?2 ELSE"
    "  coalesce(max(number), 0) END AS number FROM notice"
    "  WHERE incident = ?1 AND number > 0),"
    " sent AS MATERIALIZED (SELECT m.org AS org,"
    "  max(d.state IN ('accepted', 'delivered')) AS told,"
    "  max(" OPEN ") AS waiting, max(d.state = 'failed') AS failed,"
    "  max(d.state = 'unknown' AND d.done IS NOT NULL) AS unknown"
    "  FROM message m JOIN delivery d ON d.message = m.id"
    "  WHERE m.incident = ?1 AND m.number = (SELECT number FROM newest)"
    "  AND m.audience = 'municipality' GROUP BY m.org)"
    " SELECT o.code, o.name,"
    " coalesce(s.told, 0), coalesce(s.waiting, 0), coalesce(s.failed, 0),"
    " EXISTS (SELECT 1 FROM asked a WHERE a.incident = ?1"
    "  AND a.org = o.code),"
    " EXISTS (SELECT 1 FROM receipt r WHERE r.incident = ?1"
    "  AND r.org = o.code), s.org IS NOT NULL, coalesce(s.unknown, 0)"
    " FROM org o LEFT JOIN sent s ON s.org = o.code"
    " WHERE o.kind = 'municipality' ORDER BY o.code";

/* Whom the notice is for; without one, an outage of FMK. */
struct reach_of {
	char *audience, *topic;
	enum effect effect;
	struct orgs orgs;
	struct contacts contacts;
};

static int
reach_of_read(struct store *s, int64_t incident, int notice,
    struct reach_of *of, struct err *e)
{
	struct sql q;
	int r;

	*of = (struct reach_of){.effect = EFFECT_OUTAGE};
	sql_open(&q, s, e, "reach.of",
	    "SELECT i.audience, n.topic, n.effect FROM incident i"
	    " LEFT JOIN notice n ON n.incident = i.id AND n.number > 0"
	    "  AND (n.number = ?2 OR ?2 = 0) WHERE i.id = ?1"
	    " ORDER BY n.number DESC LIMIT 1",
	    "in", incident, notice);
	if ((r = sql_step(&q)) == 1) {
		of->audience = sql_text(&q, 0);
		of->topic = sql_text(&q, 1);
		effect_parse(sql_peek(&q, 2), &of->effect);
	}
	sql_close(&q);
	if (of->audience == NULL)
		of->audience = xstrdup("");
	if (of->topic == NULL || *of->topic == '\0')
		xreplace(&of->topic, TOPIC_FMK);
	if (r == -1 || store_orgs(s, &of->orgs, e) == -1)
		return -1;
	return store_contacts(s, &of->contacts, e);
}

static void
reach_of_clear(struct reach_of *of)
{
	free(of->audience);
	free(of->topic);
	orgs_clear(&of->orgs);
	contacts_clear(&of->contacts);
}

static bool
has_any(const struct contacts *own)
{
	for (size_t i = 0; i < own->n; i++)
		if (own->v[i].enabled)
			return true;
	return false;
}

/*
 * Who of the municipality the notice is for, if it is for it at all. They come
 * in the order in which the organisations stand: *at is where this one is
 * looked for.
 */
static void
fill_part(const struct reach_of *of, size_t *at, bool queued, struct reach *r)
{
	struct contacts own = contacts_within(&of->contacts, r->code);
	const struct org *o;

	while (*at < of->orgs.n && of->orgs.v[*at].kind == ORG_MUNICIPALITY &&
	       strcmp(of->orgs.v[*at].code, r->code) < 0)
		++*at;
	o = &of->orgs.v[*at];
	if (*at == of->orgs.n || strcmp(o->code, r->code) != 0)
		return;
	r->has_mail = contacts_get(
	    &own, o, CHANNEL_MAIL, of->topic, of->effect);
	r->has_sms = contacts_get(&own, o, CHANNEL_SMS, of->topic, of->effect);
	if (queued)
		return;
	r->unconcerned = !audience_has(
			     of->audience, o->code, o->region, o->vendor) ||
			 (strcmp(of->topic, TOPIC_FMK) != 0 && !r->has_mail &&
			     !r->has_sms && has_any(&own));
}

int
store_reach(struct store *s, int64_t incident, int notice, struct reaches *out,
    struct err *e)
{
	struct reach_of of;
	struct sql q;
	size_t at = 0;
	int r = reach_of_read(s, incident, notice, &of, e);

	if (r == -1) {
		reach_of_clear(&of);
		return -1;
	}
	sql_open(&q, s, e, "reach", reach_sql, "in", incident, notice);
	while ((r = sql_step(&q)) == 1) {
		struct reach *to;

		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		to = &out->v[out->n++];
		*to = (struct reach){
		    .code = sql_text(&q, 0),
		    .name = sql_text(&q, 1),
		    .told = sql_bool(&q, 2),
		    .waiting = sql_bool(&q, 3),
		    .failed = sql_bool(&q, 4),
		    .asked = sql_bool(&q, 5),
		    .receipted = sql_bool(&q, 6),
		    .unknown = sql_bool(&q, 8),
		};
		fill_part(&of, &at, sql_bool(&q, 7), to);
	}
	sql_close(&q);
	reach_of_clear(&of);
	return r;
}

int
store_addressed(struct store *s, int64_t incident, const struct org *o,
    struct strv *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "addressed",
	    "SELECT DISTINCT d.address FROM message m JOIN delivery d"
	    " ON d.message = m.id WHERE " MESSAGES_TO("?1", "?2") " ORDER BY 1",
	    "it", incident, o->code);
	while ((r = sql_step(&q)) == 1)
		strv_take(out, sql_text(&q, 0));
	sql_close(&q);
	return r;
}
