#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/topic.h"
#include "incident/audience.h"
#include "store/messages.h"
#include "store/part.h"
#include "store/queue.h"
#include "store/sql.h"
#include "store/walk.h"

void
reaches_clear(struct reaches *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].code);
		free(l->v[i].name);
		free(l->v[i].region);
		free(l->v[i].vendor);
	}
	free(l->v);
	*l = (struct reaches){0};
}

#define OPEN DELIVERY_OPEN("d.")
#define AT_ONCE 256 /* whose contacts are in memory */

/* Of those with codes from ?3 to ?4. */
static const char reach_sql[] =
    "WITH sent AS MATERIALIZED (SELECT m.org AS org,"
    "  max(d.state IN ('accepted', 'delivered')) AS told,  max(" OPEN
    ") AS waiting, max(d.state = 'failed') AS failed,  max(d.state = 'unknown'"
    " AND d.done IS NOT NULL) AS unknown  FROM message m CROSS JOIN delivery d"
    " ON " D_IN_M "  WHERE m.incident = ?1 AND m.channel IN ('mail', 'sms')"
    "  AND m.org BETWEEN ?3 AND ?4 AND m.number = ?2"
    "  AND m.audience = 'municipality' GROUP BY m.org) SELECT o.code,"
    " coalesce(s.told, 0), coalesce(s.waiting, 0), coalesce(s.failed, 0),"
    " coalesce(s.unknown, 0), EXISTS (SELECT 1 FROM asked a"
    " WHERE a.incident = ?1  AND a.org = o.code), EXISTS (SELECT 1"
    " FROM receipt r WHERE r.incident = ?1  AND r.org = o.code),"
    " s.org IS NOT NULL FROM org o LEFT JOIN sent s ON s.org = o.code"
    " WHERE o.code BETWEEN ?3 AND ?4 AND o.kind = 'municipality'"
    " ORDER BY o.code";

/* Whom the notice is for; without one, an outage of FMK. */
struct reach_of {
	int64_t incident;
	int number; /* of the notice, 0 = none was sent */
	char *audience, *topic;
	enum effect effect;
};

static int
reach_of_read(struct store *s, int64_t incident, int notice,
    struct reach_of *of, struct err *e)
{
	struct sql q;
	int r;

	*of = (struct reach_of){
	    .incident = incident, .number = notice, .effect = EFFECT_OUTAGE};
	sql_open(&q, s, e, "reach.of",
	    "SELECT i.audience, n.topic, n.effect, n.number FROM incident i"
	    " LEFT JOIN notice n ON n.incident = i.id AND n.number > 0"
	    "  AND (n.number = ?2 OR ?2 = 0) WHERE i.id = ?1"
	    " ORDER BY n.number DESC LIMIT 1",
	    "in", incident, notice);
	if ((r = sql_step(&q)) == 1) {
		of->audience = sql_text(&q, 0);
		of->topic = sql_text(&q, 1);
		effect_parse(sql_peek(&q, 2), &of->effect);
		of->number = sql_small(&q, 3);
	}
	sql_close(&q);
	if (of->audience == NULL)
		of->audience = xstrdup("");
	if (of->topic == NULL || *of->topic == '\0')
		xreplace(&of->topic, TOPIC_FMK);
	return r == -1 ? -1 : 0;
}

static void
reach_of_clear(struct reach_of *of)
{
	free(of->audience);
	free(of->topic);
}

static bool
has_any(const struct contacts *own)
{
	for (size_t i = 0; i < own->n; i++)
		if (own->v[i].enabled)
			return true;
	return false;
}

/* Who of the municipality the notice is for, if it is for it at all. */
static void
fill_part(const struct reach_of *of, const struct org *o,
    const struct contacts *all, bool queued, struct reach *r)
{
	struct contacts own = contacts_within(all, o->code);

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

static void
add_reach(struct reaches *out, const struct org *o)
{
	out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
	out->v[out->n++] = (struct reach){
	    .code = xstrdup(o->code),
	    .name = xstrdup(o->name),
	    .region = xstrdup(o->region),
	    .vendor = xstrdup(o->vendor),
	};
}

static void
read_row(const struct sql *q, struct reach *to)
{
	to->told = sql_bool(q, 1);
	to->waiting = sql_bool(q, 2);
	to->failed = sql_bool(q, 3);
	to->unknown = sql_bool(q, 4);
	to->asked = sql_bool(q, 5);
	to->receipted = sql_bool(q, 6);
}

/*
 * The rows come in the order in which the organisations stand; one that was
 * added in between is left out until the next time.
 */
static int
fill(struct store *s, const struct reach_of *of, const struct orgs *orgs,
    const struct contacts *contacts, struct reach *v, struct err *e)
{
	struct sql q;
	size_t at = 0;
	int r;

	sql_open(&q, s, e, "reach", reach_sql, "intt", of->incident, of->number,
	    orgs->v[0].code, orgs->v[orgs->n - 1].code);
	while ((r = sql_step(&q)) == 1) {
		const char *code = sql_peek(&q, 0);

		while (at < orgs->n && strcmp(orgs->v[at].code, code) < 0)
			at++;
		if (at == orgs->n || strcmp(orgs->v[at].code, code) != 0)
			continue;
		read_row(&q, &v[at]);
		fill_part(of, &orgs->v[at], contacts, sql_bool(&q, 7), &v[at]);
	}
	sql_close(&q);
	return r;
}

/* These, of which there is one at least. */
static int
read_these(struct store *s, const struct reach_of *of, const struct orgs *orgs,
    struct reaches *out, struct err *e)
{
	struct contacts contacts = {0};
	size_t n = out->n;
	int r = store_contacts_between(s, ORG_MUNICIPALITY, orgs->v[0].code,
	    orgs->v[orgs->n - 1].code, &contacts, e);

	for (size_t i = 0; i < orgs->n; i++)
		add_reach(out, &orgs->v[i]);
	if (r == 0)
		r = fill(s, of, orgs, &contacts, &out->v[n], e);
	contacts_clear(&contacts);
	return r;
}

/* The next few behind the code. */
static int
read_few(struct store *s, const struct reach_of *of, const char *after,
    size_t most, struct reaches *out, struct err *e)
{
	struct orgs orgs = {0};
	int r = store_orgs_after(s, ORG_MUNICIPALITY, after, most, &orgs, e);

	if (r == 0 && orgs.n > 0)
		r = read_these(s, of, &orgs, out, e);
	orgs_clear(&orgs);
	return r;
}

int
store_reach_one(struct store *s, int64_t incident, int notice, const char *code,
    struct reaches *out, struct err *e)
{
	struct orgs one = {xcalloc(1, sizeof(*one.v)), 0};
	struct reach_of of;
	int r = reach_of_read(s, incident, notice, &of, e);

	if (r == 0 && (r = store_org_get(s, code, &one.v[0], e)) == 1) {
		one.n = 1;
		r = one.v[0].kind == ORG_MUNICIPALITY;
	}
	if (r == 1 && read_these(s, &of, &one, out, e) == -1)
		r = -1;
	orgs_clear(&one);
	reach_of_clear(&of);
	return r;
}

int
store_reach_after(struct store *s, int64_t incident, int notice,
    const char *after, size_t most, struct reaches *out, struct err *e)
{
	struct reach_of of;
	int r = reach_of_read(s, incident, notice, &of, e);

	while (r == 0 && most > 0) {
		size_t want = most < AT_ONCE ? most : AT_ONCE, n = out->n;

		r = read_few(s, &of, after, want, out, e);
		n = out->n - n;
		most -= n;
		if (n < want)
			break;
		after = out->v[out->n - 1].code;
	}
	reach_of_clear(&of);
	return r;
}

int
store_reach(struct store *s, int64_t incident, int notice, struct reaches *out,
    struct err *e)
{
	return store_reach_after(s, incident, notice, "", SIZE_MAX, out, e);
}

int
store_addressed(struct store *s, int64_t incident, const struct org *o,
    struct strv *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "addressed",
	    "SELECT DISTINCT d.address FROM message m CROSS JOIN delivery d"
	    " ON " D_IN_M " WHERE " MESSAGES_TO("?1", "?2") " ORDER BY 1",
	    "it", incident, o->code);
	while ((r = sql_step(&q)) == 1)
		strv_take(out, sql_text(&q, 0));
	sql_close(&q);
	return r;
}
